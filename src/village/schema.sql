-- One row for each genesis of this book: more than one after a union.
CREATE TABLE village_genesis (
  h BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  town TEXT NOT NULL,
  code TEXT NOT NULL,
  mode INTEGER NOT NULL,            -- enum Mode
  offset_minutes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Every decision ever recorded: a to-do is closed while its evidence is one of these.
CREATE TABLE village_settle (
  todo TEXT NOT NULL,
  basis TEXT NOT NULL,              -- 64 hex digits
  PRIMARY KEY (todo, basis)
) STRICT, WITHOUT ROWID;
