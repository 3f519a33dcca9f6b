-- What is open in a document for people, and whether its sender was asked. state: open, asked, answered, closed
CREATE TABLE sender_question (
  document_id TEXT NOT NULL PRIMARY KEY,
  points TEXT NOT NULL,
  state TEXT NOT NULL,
  text TEXT,
  asked_by TEXT,
  asked_at BIGINT
);

-- The mails that answered it.
CREATE TABLE sender_reply (
  document_id TEXT NOT NULL,
  mail_receipt_id TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (document_id, mail_receipt_id)
);

-- Which node reads a mailbox, and until when.
CREATE TABLE mailbox_lease (
  mailbox TEXT NOT NULL PRIMARY KEY,
  owner TEXT NOT NULL,
  lease_until BIGINT NOT NULL
);
