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

-- What persons taught us about a partner's layouts, as YAML. layout: the headings of its table
CREATE TABLE extraction_template (
  partner_id TEXT NOT NULL,
  layout TEXT NOT NULL,
  body TEXT NOT NULL,
  used INTEGER NOT NULL,
  wrong INTEGER NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (partner_id, layout)
);
