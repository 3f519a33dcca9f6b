-- What was learned about the layouts of a sender's documents for people, with its track record.
CREATE TABLE learned_template (
  partner_id TEXT   NOT NULL,
  layout     TEXT   NOT NULL, -- pdf-1f3a9c20
  version    BIGINT NOT NULL, -- counts saves, from 1
  state      TEXT   NOT NULL, -- on, off, deleted
  source     TEXT   NOT NULL, -- the whole file, YAML
  used       BIGINT NOT NULL, -- documents that were read by it
  proved     BIGINT NOT NULL, -- of those that a person looked at: nothing to mend
  failed     BIGINT NOT NULL, -- and: something to mend
  streak     BIGINT NOT NULL, -- proved since it last failed
  PRIMARY KEY (partner_id, layout)
);

CREATE TABLE learned_template_version (
  partner_id TEXT   NOT NULL,
  layout     TEXT   NOT NULL,
  version    BIGINT NOT NULL,
  source     TEXT   NOT NULL,
  saved_at   BIGINT NOT NULL,
  saved_by   TEXT   NOT NULL,
  PRIMARY KEY (partner_id, layout, version)
);
