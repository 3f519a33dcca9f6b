-- Who may sign in. role: viewer, operator, admin. password: bcrypt. version: counts every change, so that open sessions end with it.
CREATE TABLE console_user (
  name TEXT PRIMARY KEY,
  password TEXT NOT NULL,
  role TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at BIGINT NOT NULL
);

-- Bearer tokens of the API. Only the SHA-256 of a token is kept.
CREATE TABLE api_token (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT,
  revoked_at BIGINT
);

-- Every change that a person or a token made: who, when, what, to which thing. Never updated, never deleted.
CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  at BIGINT NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  details TEXT
);
CREATE INDEX audit_subject ON audit (subject, id);

-- Requests that carried an Idempotency-Key, with the answer they got.
CREATE TABLE idempotent_request (
  who TEXT NOT NULL,
  path TEXT NOT NULL,
  request_key TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  location TEXT,
  answer TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (who, path, request_key)
);
