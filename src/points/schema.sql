-- Published rule books, as they stand in their rules.publish.
CREATE TABLE points_book (
  event INTEGER PRIMARY KEY,
  lamport INTEGER NOT NULL,
  h BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  prev TEXT NOT NULL
) STRICT;
CREATE TABLE points_rule (
  book INTEGER NOT NULL,       -- points_book.event
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  class TEXT NOT NULL,
  type INTEGER NOT NULL,       -- points::RuleType
  pts INTEGER NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  unit TEXT NOT NULL,
  cap_scope INTEGER,           -- NULL: no cap
  cap_span INTEGER,
  cap_measure INTEGER,
  cap_max INTEGER,
  clause TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (book, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE points_claim (
  act INTEGER PRIMARY KEY,     -- ledger_act.number
  event INTEGER NOT NULL,
  id TEXT NOT NULL,            -- act id of the whole event
  claim TEXT NOT NULL,         -- claim key
  book BLOB NOT NULL,          -- h
  household TEXT NOT NULL,
  resident TEXT NOT NULL,
  witness TEXT NOT NULL,
  code TEXT NOT NULL,
  qty INTEGER NOT NULL,
  pts INTEGER NOT NULL,
  date TEXT NOT NULL
) STRICT;
CREATE INDEX points_claim_key ON points_claim (claim);
CREATE INDEX points_claim_id ON points_claim (id);
CREATE INDEX points_claim_household ON points_claim (household, code, date);
CREATE INDEX points_claim_resident ON points_claim (resident, code, date) WHERE resident <> '';

-- REGISTER (claim, step): shown is the greatest (lamport, h, line).
CREATE TABLE points_decision (
  event INTEGER NOT NULL,
  line INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  h BLOB NOT NULL,
  ref TEXT NOT NULL,
  step INTEGER NOT NULL,       -- points::DecisionStep
  ok INTEGER NOT NULL,
  pts INTEGER NOT NULL,
  PRIMARY KEY (event, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX points_decision_ref ON points_decision (ref, step);

CREATE TABLE points_post (
  act INTEGER PRIMARY KEY,     -- ledger_act.number
  claim TEXT NOT NULL,
  household TEXT NOT NULL,
  pts INTEGER NOT NULL
) STRICT;
CREATE INDEX points_post_claim ON points_post (claim);

CREATE TABLE points_grant (
  act INTEGER PRIMARY KEY,     -- ledger_act.number
  class INTEGER NOT NULL,      -- points::GrantClass
  period TEXT NOT NULL,
  last_day TEXT NOT NULL,      -- of the period; '' for open
  household TEXT NOT NULL,
  pts INTEGER NOT NULL
) STRICT;
CREATE INDEX points_grant_household ON points_grant (household, class, last_day);

-- Base points of the latest period, for households that have any.
CREATE TABLE points_lock (
  household TEXT PRIMARY KEY,
  pts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
