-- Goods and outlets as their registers show them now.
CREATE TABLE shop_goods (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  price INTEGER NOT NULL,
  barcode TEXT NOT NULL,
  reorder INTEGER NOT NULL,
  is_on INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE shop_outlet (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  is_on INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- stock.in: one row for each event that is not inert, one for each line that is not.
CREATE TABLE shop_delivery (
  event INTEGER PRIMARY KEY,
  h BLOB NOT NULL,
  lamport INTEGER NOT NULL,
  date TEXT NOT NULL,
  act_id TEXT NOT NULL,
  outlet TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX shop_delivery_by_act_id ON shop_delivery (act_id);
CREATE INDEX shop_delivery_by_outlet ON shop_delivery (outlet, date);

CREATE TABLE shop_delivery_line (
  act INTEGER PRIMARY KEY,           -- number in ledger_act, which says whether the line counts
  event INTEGER NOT NULL,
  line INTEGER NOT NULL,
  goods TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  cost_fen INTEGER NOT NULL,
  best_before TEXT NOT NULL
) STRICT;
CREATE INDEX shop_delivery_line_by_event ON shop_delivery_line (event, line);
CREATE INDEX shop_delivery_line_by_goods ON shop_delivery_line (goods);

-- shop.redeem, in the same way.
CREATE TABLE shop_redemption (
  event INTEGER PRIMARY KEY,
  h BLOB NOT NULL,
  lamport INTEGER NOT NULL,
  date TEXT NOT NULL,
  act_id TEXT NOT NULL,
  household TEXT NOT NULL,
  outlet TEXT NOT NULL,
  slip TEXT NOT NULL,
  seen INTEGER NOT NULL,
  collector TEXT NOT NULL,
  proxy TEXT NOT NULL
) STRICT;
CREATE INDEX shop_redemption_by_act_id ON shop_redemption (act_id);
CREATE INDEX shop_redemption_by_h ON shop_redemption (h);
CREATE INDEX shop_redemption_by_household ON shop_redemption (household, date);
CREATE INDEX shop_redemption_by_date ON shop_redemption (date);

CREATE TABLE shop_redemption_line (
  act INTEGER PRIMARY KEY,
  event INTEGER NOT NULL,
  line INTEGER NOT NULL,
  goods TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  points INTEGER NOT NULL,
  gift INTEGER NOT NULL
) STRICT;
CREATE INDEX shop_redemption_line_by_event ON shop_redemption_line (event, line);
CREATE INDEX shop_redemption_line_by_goods ON shop_redemption_line (goods);
