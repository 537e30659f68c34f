-- One row for each line of a bookkeeping kind, whether it counts or not.
CREATE TABLE ledger_act (
  number INTEGER PRIMARY KEY,
  event INTEGER NOT NULL,      -- the journal's local number
  line INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  h BLOB NOT NULL,
  once_key TEXT NOT NULL,      -- '' for a FACT line
  gen INTEGER NOT NULL,
  date TEXT NOT NULL,
  household TEXT NOT NULL,
  standing INTEGER NOT NULL,   -- ledger::Standing
  reversal INTEGER             -- the ledger_reversal that killed it
) STRICT;
CREATE UNIQUE INDEX ledger_act_place ON ledger_act (h, line);
CREATE INDEX ledger_act_order ON ledger_act (lamport);
CREATE INDEX ledger_act_key ON ledger_act (once_key, gen) WHERE once_key <> '';

-- Debit and credit in one row, so that no transfer can lose a side.
CREATE TABLE ledger_transfer (
  act INTEGER NOT NULL,
  position INTEGER NOT NULL,
  unit TEXT NOT NULL,
  debit TEXT NOT NULL,
  credit TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  PRIMARY KEY (act, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_transfer_debit ON ledger_transfer (debit, unit);
CREATE INDEX ledger_transfer_credit ON ledger_transfer (credit, unit);

CREATE TABLE ledger_reversal (
  number INTEGER PRIMARY KEY,
  event INTEGER NOT NULL,
  lamport INTEGER NOT NULL,
  h BLOB NOT NULL,
  target TEXT NOT NULL,        -- as written: "<h>", "<h>:<n>" or a key text
  target_h BLOB,               -- of a ref
  target_line INTEGER,         -- of a ref; −1 stands for all lines
  gen INTEGER NOT NULL,
  back INTEGER NOT NULL,
  date TEXT NOT NULL
) STRICT;
CREATE INDEX ledger_reversal_key ON ledger_reversal (target) WHERE target_h IS NULL;
CREATE INDEX ledger_reversal_line ON ledger_reversal (target_h) WHERE target_h IS NOT NULL;

-- Sums over live acts of one account; an account of several ids (aliases) is added up when read.
CREATE TABLE ledger_balance (
  account TEXT NOT NULL,
  unit TEXT NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (account, unit)
) STRICT, WITHOUT ROWID;
-- Empty but for a moment: what has come to nothing is found without looking at every account.
CREATE INDEX ledger_balance_zero ON ledger_balance (amount) WHERE amount = 0;
