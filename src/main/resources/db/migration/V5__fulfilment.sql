-- The embedded endpoints: inventory, supplier, accounting, carrier.
-- Quantities and amounts are TEXT, instants BIGINT epoch microseconds, flags INTEGER, test 1 = test area.

-- The answer each request got, for a request that comes twice.
CREATE TABLE fulfilment_answer (
  queue       TEXT   NOT NULL,
  request_id  TEXT   NOT NULL,
  answer      TEXT   NOT NULL,
  answered_at BIGINT NOT NULL,
  PRIMARY KEY (queue, request_id)
);

CREATE TABLE inventory_item (
  sku              TEXT   NOT NULL PRIMARY KEY,
  description      TEXT,
  unit             TEXT   NOT NULL,
  price            TEXT,
  price_per        TEXT,
  currency         TEXT,
  gtin             TEXT,
  case_gtin        TEXT,
  pack_unit        TEXT,
  pack_quantity    TEXT,
  supplier         TEXT,
  supply           TEXT   NOT NULL,
  lead_time_days   INTEGER,
  weight           TEXT,
  min_order        TEXT,
  multiple         TEXT,
  reorder_point    TEXT,
  reorder_quantity TEXT,
  changed_at       BIGINT NOT NULL,
  changed_by       TEXT
);
CREATE INDEX inventory_item_gtin ON inventory_item (gtin);
CREATE INDEX inventory_item_case_gtin ON inventory_item (case_gtin);

-- In the stock unit; version is compared and counted up by every change.
CREATE TABLE inventory_stock (
  test     INTEGER NOT NULL,
  sku      TEXT    NOT NULL,
  location TEXT    NOT NULL,
  on_hand  TEXT    NOT NULL,
  reserved TEXT    NOT NULL,
  version  BIGINT  NOT NULL,
  PRIMARY KEY (test, sku, location)
);

-- What one request still holds of one schedule, in the ordered unit; factor: stock units of one.
CREATE TABLE inventory_reservation (
  request_id  TEXT    NOT NULL,
  line_number TEXT    NOT NULL,
  schedule_id TEXT    NOT NULL,
  order_id    TEXT    NOT NULL,
  test        INTEGER NOT NULL,
  sku         TEXT    NOT NULL,
  location    TEXT    NOT NULL,
  factor      TEXT    NOT NULL,
  held        TEXT    NOT NULL,
  PRIMARY KEY (request_id, line_number, schedule_id)
);
CREATE INDEX inventory_reservation_order
  ON inventory_reservation (order_id, line_number, schedule_id);

CREATE TABLE inventory_pick (
  request_id  TEXT    NOT NULL PRIMARY KEY,
  order_id    TEXT    NOT NULL,
  test        INTEGER NOT NULL,
  status      TEXT    NOT NULL,
  since       BIGINT  NOT NULL,
  request     TEXT    NOT NULL,
  shipment_id TEXT,
  closed_at   BIGINT,
  closed_by   TEXT
);
CREATE INDEX inventory_pick_waiting ON inventory_pick (status, test, since);

CREATE TABLE inventory_pick_line (
  request_id  TEXT NOT NULL,
  line_number TEXT NOT NULL,
  schedule_id TEXT NOT NULL,
  order_id    TEXT NOT NULL,
  quantity    TEXT NOT NULL,
  PRIMARY KEY (request_id, line_number, schedule_id)
);
CREATE INDEX inventory_pick_line_order ON inventory_pick_line (order_id, line_number, schedule_id);

-- The one open order that an item below its reorder point has made.
CREATE TABLE inventory_reorder (
  test           INTEGER NOT NULL,
  sku            TEXT    NOT NULL,
  supplier_order TEXT    NOT NULL,
  quantity       TEXT    NOT NULL,
  received       TEXT    NOT NULL,
  ordered_at     BIGINT  NOT NULL,
  PRIMARY KEY (test, sku)
);
CREATE INDEX inventory_reorder_number ON inventory_reorder (supplier_order);

CREATE TABLE supplier_purchase (
  test       INTEGER NOT NULL,
  number     TEXT    NOT NULL,
  kind       TEXT    NOT NULL,
  supplier   TEXT,
  status     TEXT    NOT NULL,
  order_id   TEXT,
  ordered_at BIGINT  NOT NULL,
  expected   TEXT,
  request    TEXT    NOT NULL,
  PRIMARY KEY (test, number)
);
CREATE INDEX supplier_purchase_status ON supplier_purchase (status, test, ordered_at);

CREATE TABLE supplier_purchase_line (
  test        INTEGER NOT NULL,
  number      TEXT    NOT NULL,
  line_number TEXT    NOT NULL,
  sku         TEXT    NOT NULL,
  quantity    TEXT    NOT NULL,
  unit        TEXT,
  received    TEXT    NOT NULL,
  PRIMARY KEY (test, number, line_number)
);
CREATE INDEX supplier_purchase_line_sku ON supplier_purchase_line (sku, test);

-- What an order is worth that accounting agreed to, and how much of it is on invoices.
CREATE TABLE accounting_receivable (
  order_id  TEXT    NOT NULL PRIMARY KEY,
  test      INTEGER NOT NULL,
  partner   TEXT    NOT NULL,
  amount    TEXT    NOT NULL,
  billed    TEXT    NOT NULL
);
CREATE INDEX accounting_receivable_partner ON accounting_receivable (partner, test);

CREATE TABLE accounting_invoice (
  test        INTEGER NOT NULL,
  number      TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  order_id    TEXT    NOT NULL,
  po_number   TEXT,
  partner     TEXT    NOT NULL,
  customer    TEXT,
  shipment_id TEXT,
  total       TEXT    NOT NULL,
  body        TEXT    NOT NULL,
  booked_at   BIGINT  NOT NULL,
  paid_at     BIGINT,
  paid_by     TEXT,
  PRIMARY KEY (test, number)
);
CREATE INDEX accounting_invoice_partner ON accounting_invoice (partner, test, paid_at);
CREATE INDEX accounting_invoice_order ON accounting_invoice (order_id);

CREATE TABLE carrier_consignment (
  shipment_id TEXT    NOT NULL PRIMARY KEY,
  order_id    TEXT    NOT NULL,
  partner     TEXT,
  test        INTEGER NOT NULL,
  scac        TEXT,
  tracking    TEXT,
  status      TEXT    NOT NULL,
  since       BIGINT  NOT NULL,
  changed_at  BIGINT  NOT NULL
);
CREATE INDEX carrier_consignment_status ON carrier_consignment (status, test, since);
