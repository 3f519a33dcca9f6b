-- Durable work: commands that leave with their transaction, alarms, the work list, number series.
-- Instants are epoch microseconds UTC, booleans 0 or 1, ids sort by the time they were made.

CREATE TABLE counter (
  series TEXT NOT NULL PRIMARY KEY,
  last_number BIGINT NOT NULL
);

-- kind: command (done when its consumer took it), copy (done when it is published)
-- state: ready, sent, done, dead
CREATE TABLE outbox (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  queue TEXT NOT NULL,
  destination TEXT NOT NULL,
  topic INTEGER NOT NULL,
  message_key TEXT,
  type TEXT NOT NULL,
  order_id TEXT,
  partner_id TEXT,
  test INTEGER NOT NULL,
  from_outside INTEGER NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  created_at BIGINT NOT NULL,
  next_attempt_at BIGINT NOT NULL,
  sent_at BIGINT,
  done_at BIGINT,
  last_error TEXT
);
CREATE INDEX outbox_ready ON outbox (id) WHERE state = 'ready';
CREATE INDEX outbox_sent ON outbox (queue, sent_at) WHERE state = 'sent';
CREATE INDEX outbox_done ON outbox (done_at) WHERE state = 'done';
CREATE INDEX outbox_key ON outbox (queue, message_key) WHERE message_key IS NOT NULL;

-- Messages of others that have had their effect.
CREATE TABLE seen (
  queue TEXT NOT NULL,
  message_id TEXT NOT NULL,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (queue, message_id)
);
CREATE INDEX seen_at ON seen (seen_at);

CREATE TABLE timer (
  timer_key TEXT NOT NULL PRIMARY KEY,
  due_at BIGINT NOT NULL,
  message TEXT NOT NULL
);
CREATE INDEX timer_due ON timer (due_at);

CREATE TABLE problem (
  id TEXT NOT NULL PRIMARY KEY,
  problem_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  order_id TEXT,
  document_id TEXT,
  receipt_id TEXT,
  partner_id TEXT,
  test INTEGER NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  remedy TEXT,
  retry_message TEXT,
  deadline_at BIGINT,
  raised_at BIGINT NOT NULL,
  resolved_at BIGINT,
  resolved_by TEXT,
  note TEXT
);
CREATE UNIQUE INDEX problem_open ON problem (problem_key) WHERE resolved_at IS NULL;
CREATE INDEX problem_order ON problem (order_id);
