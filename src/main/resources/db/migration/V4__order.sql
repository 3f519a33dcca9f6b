-- Orders and their way. Quantities and money TEXT (plain decimal), instants BIGINT (epoch
-- microseconds, UTC), dates TEXT (ISO), booleans INTEGER.

CREATE TABLE purchase_order_guard (
  guard_key TEXT PRIMARY KEY,
  touched BIGINT NOT NULL
);

CREATE TABLE customer (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL,
  match_key TEXT NOT NULL,
  code TEXT,
  name TEXT,
  details TEXT NOT NULL,
  since BIGINT NOT NULL,
  UNIQUE (partner_id, match_key)
);

CREATE TABLE orders (
  id TEXT PRIMARY KEY,
  identity_key TEXT NOT NULL UNIQUE,
  content_hash TEXT NOT NULL,
  partner_id TEXT NOT NULL,
  company TEXT,
  po_number TEXT NOT NULL,
  po_release TEXT,
  test INTEGER NOT NULL,
  parallel INTEGER NOT NULL,
  channel TEXT,
  document_id TEXT,
  customer_id TEXT,
  canonical TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  step TEXT NOT NULL,
  status TEXT NOT NULL,
  invoice_status TEXT NOT NULL,
  sales_order TEXT,
  tag TEXT,
  invoiced_on_order INTEGER NOT NULL,
  over_shipment_percent TEXT NOT NULL,
  credit_ok INTEGER NOT NULL,
  decided_at BIGINT,
  ship_to_name TEXT,
  line_count INTEGER NOT NULL,
  amount TEXT,
  currency TEXT,
  search_text TEXT NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX orders_partner_po ON orders (partner_id, po_number);
CREATE INDEX orders_po ON orders (po_number);
CREATE INDEX orders_status ON orders (test, status);
CREATE INDEX orders_received ON orders (received_at);
CREATE INDEX orders_customer ON orders (customer_id);

CREATE TABLE order_line (
  order_id TEXT NOT NULL REFERENCES orders (id),
  line_key TEXT NOT NULL,
  position INTEGER NOT NULL,
  sku TEXT,
  description TEXT,
  unit TEXT,
  pack TEXT NOT NULL,
  price_amount TEXT,
  price_per TEXT,
  price_unit TEXT,
  price_code TEXT,
  price_changed INTEGER NOT NULL,
  price_factor TEXT NOT NULL,
  supply TEXT,
  supplier TEXT,
  lead_time_days INTEGER,
  PRIMARY KEY (order_id, line_key)
);

-- The line ledger: one row for each delivery of each line.
CREATE TABLE order_schedule (
  order_id TEXT NOT NULL REFERENCES orders (id),
  line_key TEXT NOT NULL,
  schedule_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  sku TEXT,
  first_ordered TEXT NOT NULL,
  ordered TEXT NOT NULL,
  accepted TEXT NOT NULL,
  backordered TEXT NOT NULL,
  rejected TEXT NOT NULL,
  cancelled TEXT NOT NULL,
  shipped TEXT NOT NULL,
  returned TEXT NOT NULL,
  invoiced TEXT NOT NULL,
  credited TEXT NOT NULL,
  delivered TEXT NOT NULL,
  picking TEXT NOT NULL,
  billing TEXT NOT NULL,
  waits INTEGER NOT NULL,
  asked TEXT,
  ask_again INTEGER NOT NULL,
  stock_location TEXT,
  ship_date TEXT,
  backorder_date TEXT,
  supplier_order TEXT,
  reason TEXT,
  reason_text TEXT,
  PRIMARY KEY (order_id, line_key, schedule_id)
);
CREATE INDEX order_schedule_waiting ON order_schedule (waits, sku);

CREATE TABLE order_hold (
  order_id TEXT NOT NULL REFERENCES orders (id),
  reason TEXT NOT NULL,
  line_key TEXT NOT NULL,
  subject TEXT NOT NULL,
  partner_id TEXT NOT NULL,
  text TEXT NOT NULL,
  since BIGINT NOT NULL,
  deadline BIGINT,
  owner TEXT,
  waived_by TEXT,
  PRIMARY KEY (order_id, reason, line_key, subject)
);
CREATE INDEX order_hold_subject ON order_hold (partner_id, reason, subject);

-- What was asked of the four endpoints, each answered once.
CREATE TABLE order_request (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id),
  queue TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  sent_at BIGINT NOT NULL,
  answered_at BIGINT
);
CREATE INDEX order_request_order ON order_request (order_id);

CREATE TABLE order_shipment (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id),
  ship_to TEXT,
  packed TEXT NOT NULL,
  lines TEXT NOT NULL,
  shipped_at BIGINT NOT NULL,
  status TEXT NOT NULL,
  scac TEXT,
  tracking TEXT,
  delivered_at BIGINT,
  announced_at BIGINT,
  billed_at BIGINT
);
CREATE INDEX order_shipment_order ON order_shipment (order_id);

CREATE TABLE order_invoice (
  number TEXT NOT NULL,
  area INTEGER NOT NULL,
  order_id TEXT NOT NULL REFERENCES orders (id),
  shipment_id TEXT,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  booked_at BIGINT NOT NULL,
  paid_at BIGINT,
  PRIMARY KEY (number, area)
);
CREATE INDEX order_invoice_order ON order_invoice (order_id);

CREATE TABLE order_supplier (
  number TEXT NOT NULL,
  area INTEGER NOT NULL,
  order_id TEXT NOT NULL REFERENCES orders (id),
  body TEXT NOT NULL,
  ordered_at BIGINT NOT NULL,
  status TEXT NOT NULL,
  shipments INTEGER NOT NULL,
  PRIMARY KEY (number, area)
);

CREATE TABLE order_journey (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  stage TEXT NOT NULL,
  event TEXT NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX order_journey_order ON order_journey (order_id);

-- What persons decided, as they said it.
CREATE TABLE order_decision (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  decided_by TEXT NOT NULL,
  what TEXT NOT NULL,
  body TEXT
);
CREATE INDEX order_decision_order ON order_decision (order_id);

-- Purchase orders that did not become orders: conflicts, changes, copies, blankets.
CREATE TABLE kept_order (
  id TEXT PRIMARY KEY,
  outcome TEXT NOT NULL,
  partner_id TEXT NOT NULL,
  po_number TEXT NOT NULL,
  po_release TEXT,
  test INTEGER NOT NULL,
  order_id TEXT,
  canonical TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  channel TEXT,
  received_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  settled_by TEXT
);
CREATE INDEX kept_order_po ON kept_order (partner_id, po_number);
