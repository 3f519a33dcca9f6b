-- What suppliers say of our orders in documents: what a line is confirmed at, what is on its way, what is asked for it.
ALTER TABLE supplier_purchase_line ADD COLUMN confirmed TEXT;
ALTER TABLE supplier_purchase_line ADD COLUMN confirmed_price TEXT;

CREATE TABLE supplier_paper (
  test        INTEGER NOT NULL,
  number      TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  paper       TEXT    NOT NULL,
  document_id TEXT    NOT NULL,
  at          BIGINT  NOT NULL,
  body        TEXT    NOT NULL,
  PRIMARY KEY (test, number, kind, paper)
);
