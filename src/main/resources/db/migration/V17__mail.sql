-- What a mailbox has offered: no flag in the mailbox is our memory. sha256 null: it was never downloaded (too large).
CREATE TABLE mail_seen (
  mailbox TEXT NOT NULL,
  folder TEXT NOT NULL,
  uid_validity TEXT NOT NULL,
  uid TEXT NOT NULL,
  sha256 TEXT,
  receipt_id TEXT,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (mailbox, folder, uid_validity, uid)
);
CREATE INDEX mail_seen_content ON mail_seen (mailbox, sha256);

-- A mail, as its headers say. kind: order, list, bounce, auto-reply, read-receipt, loop
CREATE TABLE mail (
  receipt_id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  message_id TEXT,
  thread TEXT,
  from_address TEXT,
  reply_to TEXT,
  subject TEXT,
  proven INTEGER NOT NULL,
  proof TEXT NOT NULL
);

-- Every part of a mail and what became of it. outcome: used, not-used, opened, reported
CREATE TABLE mail_part (
  receipt_id TEXT NOT NULL,
  number TEXT NOT NULL,
  position INTEGER NOT NULL,
  content_type TEXT,
  name TEXT,
  size BIGINT NOT NULL,
  outcome TEXT NOT NULL,
  reason TEXT,
  part_receipt_id TEXT,
  PRIMARY KEY (receipt_id, number)
);
CREATE INDEX mail_part_receipt ON mail_part (part_receipt_id) WHERE part_receipt_id IS NOT NULL;
