-- Ids that some row of b wrote: existence must not depend on who holds the personal parts.
CREATE TABLE roster_known (
  id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Members of components of two and more, each with the component's smallest id.
CREATE TABLE roster_alias (
  member TEXT PRIMARY KEY,
  root TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX roster_alias_by_root ON roster_alias (root, member);

CREATE TABLE roster_group (
  id TEXT PRIMARY KEY,             -- c…
  number INTEGER NOT NULL,         -- 1–99
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Residents and households stand under their roots.
CREATE TABLE roster_resident (
  id TEXT PRIMARY KEY,
  household TEXT NOT NULL,         -- root, or '' for none
  relation TEXT NOT NULL,
  state TEXT NOT NULL,             -- code
  is_gone INTEGER NOT NULL,
  name TEXT NOT NULL,
  sort_key TEXT NOT NULL,          -- by pinyin
  sex INTEGER NOT NULL,
  born TEXT NOT NULL,
  minor INTEGER NOT NULL,
  phone TEXT NOT NULL,
  id_number TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX roster_resident_by_household ON roster_resident (household, id);
CREATE INDEX roster_resident_present ON roster_resident (household, id, name) WHERE is_gone = 0;
CREATE INDEX roster_resident_by_name ON roster_resident (sort_key, id, name) WHERE is_gone = 0;
CREATE INDEX roster_resident_by_id_number ON roster_resident (id_number) WHERE id_number <> '';

CREATE TABLE roster_household (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  number_key TEXT NOT NULL,        -- digits padded, so that 7 comes before 12
  grp INTEGER NOT NULL,            -- 0: none
  class TEXT NOT NULL,             -- code
  state TEXT NOT NULL,             -- code
  is_gone INTEGER NOT NULL,
  head TEXT NOT NULL,              -- root of the resident; as set, else the first 户主, or ''
  head_as_set TEXT NOT NULL,
  head_name TEXT NOT NULL,
  sort_key TEXT NOT NULL,          -- of the head's name; of the number where it is not held
  address TEXT NOT NULL,
  note TEXT NOT NULL,
  people INTEGER NOT NULL,         -- not gone
  search_keys TEXT NOT NULL        -- of the head's name, then of the others that have not gone
) STRICT, WITHOUT ROWID;
-- The list by name, which every picker searches with each letter, is read from this index alone.
CREATE INDEX roster_household_by_name
  ON roster_household (is_gone, sort_key, id, number, grp, search_keys);
CREATE INDEX roster_household_by_number ON roster_household (is_gone, number_key, id);
CREATE INDEX roster_household_by_group ON roster_household (is_gone, grp, number_key, id);
CREATE INDEX roster_household_number ON roster_household (number);
CREATE INDEX roster_household_head ON roster_household (head);
CREATE INDEX roster_household_head_as_set ON roster_household (head_as_set);
