-- The record of every document in and out. Bytes stand in chunks of 256 kB under their SHA-256, once each. (BYTEA: PostgreSQL knows it, SQLite keeps bytes whatever the name.)

CREATE TABLE blob_chunk (
  sha256 TEXT NOT NULL,
  chunk INTEGER NOT NULL,
  bytes BYTEA NOT NULL,
  PRIMARY KEY (sha256, chunk)
);

-- What arrived. state: received, open, done, unassigned, quarantined
CREATE TABLE receipt (
  id TEXT NOT NULL PRIMARY KEY,
  channel_id TEXT NOT NULL,
  channel_kind TEXT NOT NULL,
  partner_id TEXT,
  transport_key TEXT NOT NULL,
  name TEXT,
  sha256 TEXT NOT NULL,
  size BIGINT NOT NULL,
  test INTEGER NOT NULL,
  received_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  assigned_by TEXT
);
CREATE UNIQUE INDEX receipt_transport ON receipt (channel_id, transport_key);

-- Control numbers that have been seen between two parties.
CREATE TABLE interchange (
  sender TEXT NOT NULL,
  receiver TEXT NOT NULL,
  control_number TEXT NOT NULL,
  claimed_at BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  receipt_id TEXT NOT NULL,
  from_byte BIGINT NOT NULL,
  PRIMARY KEY (sender, receiver, control_number, claimed_at, receipt_id, from_byte)
);

-- The row that two nodes lock when they claim the same number at once.
CREATE TABLE interchange_claim (
  sender TEXT NOT NULL,
  receiver TEXT NOT NULL,
  control_number TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (sender, receiver, control_number)
);

-- One row for each transaction set in, one for each interchange out.
CREATE TABLE document (
  id TEXT NOT NULL PRIMARY KEY,
  direction TEXT NOT NULL,
  type TEXT NOT NULL,
  format TEXT NOT NULL,
  partner_id TEXT,
  channel_id TEXT,
  receipt_id TEXT,
  business_key TEXT,
  reference TEXT,
  control_number TEXT,
  group_control_number TEXT,
  set_control_number TEXT,
  functional_id TEXT,
  version TEXT,
  from_byte BIGINT NOT NULL,
  to_byte BIGINT NOT NULL,
  sha256 TEXT,
  file_name TEXT,
  test INTEGER NOT NULL,
  validity TEXT NOT NULL,
  delivery TEXT NOT NULL,
  acknowledgment TEXT NOT NULL,
  acknowledgment_words TEXT,
  findings TEXT,
  after_document TEXT,
  answers_document TEXT,
  attempts INTEGER NOT NULL,
  last_error TEXT,
  recorded_at BIGINT NOT NULL,
  delivered_at BIGINT
);
CREATE UNIQUE INDEX document_business_key ON document (business_key) WHERE business_key IS NOT NULL;
CREATE INDEX document_receipt ON document (receipt_id);
CREATE INDEX document_sent ON document (partner_id, functional_id, group_control_number) WHERE direction = 'out';
CREATE INDEX document_after ON document (after_document) WHERE after_document IS NOT NULL;

CREATE TABLE document_order (
  document_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  PRIMARY KEY (document_id, order_id)
);
CREATE INDEX document_order_order ON document_order (order_id);
