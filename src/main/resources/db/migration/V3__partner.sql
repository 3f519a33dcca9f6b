-- Partner files and shared channels as they are now, and every version they had.
CREATE TABLE partner_file (
  kind           TEXT    NOT NULL, -- partner, channel
  id             TEXT    NOT NULL,
  version        BIGINT  NOT NULL, -- counts saves, from 1
  source         TEXT    NOT NULL, -- the whole text as it was given
  sha256         TEXT    NOT NULL,
  imported       TEXT,             -- hash of the installation's file that was last taken in
  locations      BIGINT  NOT NULL, -- counts changes of partner_location
  PRIMARY KEY (kind, id)
);

CREATE TABLE partner_file_version (
  kind     TEXT   NOT NULL,
  id       TEXT   NOT NULL,
  version  BIGINT NOT NULL,
  source   TEXT   NOT NULL,
  saved_at BIGINT NOT NULL,
  saved_by TEXT   NOT NULL,
  PRIMARY KEY (kind, id, version)
);

-- Ship-to places that were added beside those of the partner's file.
CREATE TABLE partner_location (
  partner_id TEXT   NOT NULL,
  code       TEXT   NOT NULL,
  details    TEXT   NOT NULL, -- JSON
  saved_at   BIGINT NOT NULL,
  saved_by   TEXT   NOT NULL,
  PRIMARY KEY (partner_id, code)
);
