-- What was read out of a document for people. state: review, approved, rejected
CREATE TABLE extraction (
  document_id TEXT NOT NULL PRIMARY KEY,
  partner_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  result TEXT NOT NULL,
  corrected TEXT,
  decided_by TEXT,
  reason TEXT,
  at BIGINT NOT NULL
);
