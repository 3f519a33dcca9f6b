-- What the last 855 of an order said, apart from its date: the same is not said twice.
CREATE TABLE outbound_confirmation (
  order_id TEXT PRIMARY KEY,
  content_hash TEXT NOT NULL
);
