-- Documents that are worked out and do not leave: reason parallel, or approve (until a person releases it).
CREATE TABLE outbound_hold (
  document_id TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  held_at BIGINT NOT NULL
);

-- Invoices that wait for the ship notice of their shipment to be written.
CREATE TABLE outbound_waiting_invoice (
  shipment_id TEXT NOT NULL,
  invoice_number TEXT NOT NULL,
  order_id TEXT NOT NULL,
  test INTEGER NOT NULL,
  PRIMARY KEY (shipment_id, invoice_number, test)
);
