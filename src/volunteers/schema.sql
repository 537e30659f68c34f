-- Volunteers, teams and memberships as their registers show them now.
CREATE TABLE volunteers_volunteer (
  resident TEXT PRIMARY KEY,         -- as written; aliases are applied when read
  is_on INTEGER NOT NULL,
  number TEXT NOT NULL,
  skills TEXT NOT NULL,              -- one a line
  guardian TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE volunteers_team (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  is_on INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE volunteers_member (
  team TEXT NOT NULL,
  resident TEXT NOT NULL,
  is_on INTEGER NOT NULL,
  post TEXT NOT NULL,
  PRIMARY KEY (team, resident)
) STRICT, WITHOUT ROWID;
CREATE INDEX volunteers_member_by_resident ON volunteers_member (resident);

-- vol.service: one row for each event that is not inert, one for each line that is not.
CREATE TABLE volunteers_service (
  event INTEGER PRIMARY KEY,
  h BLOB NOT NULL,
  lamport INTEGER NOT NULL,
  act_id TEXT NOT NULL,
  place TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX volunteers_service_by_h ON volunteers_service (h);
CREATE INDEX volunteers_service_by_act_id ON volunteers_service (act_id);

CREATE TABLE volunteers_line (
  act INTEGER PRIMARY KEY,           -- number in ledger_act, which says whether the line counts
  event INTEGER NOT NULL,
  line INTEGER NOT NULL,
  ref TEXT NOT NULL,                 -- "<h>:<n>"
  resident TEXT NOT NULL,
  shift TEXT NOT NULL,
  date TEXT NOT NULL,
  start INTEGER,                     -- minutes after midnight, NULL when it was not noted
  minutes INTEGER NOT NULL,
  night_minutes INTEGER NOT NULL,
  kind TEXT NOT NULL,
  served INTEGER NOT NULL
) STRICT;
CREATE INDEX volunteers_line_by_event ON volunteers_line (event, line);
CREATE INDEX volunteers_line_by_resident ON volunteers_line (resident, date);
CREATE INDEX volunteers_line_by_date ON volunteers_line (date);
