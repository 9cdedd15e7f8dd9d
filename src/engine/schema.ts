/**
 * Tables of a run's SQLite file. `user_version` is raised with every change; older files are refused, not guessed at.
 *
 * Responses are long and their keys are random, so they lie in an ordinary table in the order of their arrival: three
 * times as many a second are stored as in one clustered by key.
 */
export const schemaVersion = 4;

export const schema = `
CREATE TABLE responses (
  key TEXT PRIMARY KEY,
  step TEXT NOT NULL,
  model TEXT NOT NULL,
  request TEXT NOT NULL,
  text TEXT NOT NULL,
  reasoning TEXT,
  finish_reason TEXT NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  is_estimated INTEGER NOT NULL
) STRICT;
CREATE INDEX responses_by_step ON responses (step, model, input_tokens, output_tokens, is_estimated);

CREATE TABLE steps (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  line TEXT NOT NULL,
  iteration INTEGER NOT NULL,
  stage TEXT NOT NULL,
  key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'done')),
  items_total INTEGER NOT NULL DEFAULT 0,
  items_done INTEGER NOT NULL DEFAULT 0,
  items_failed INTEGER NOT NULL DEFAULT 0,
  counts TEXT,
  seconds REAL NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE items (
  step TEXT NOT NULL,
  id TEXT NOT NULL,
  key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'failed', 'unanswered')),
  output TEXT,
  reason TEXT,
  PRIMARY KEY (step, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX unanswered_items ON items (step) WHERE state = 'unanswered';

CREATE TABLE artifacts (
  step TEXT NOT NULL,
  name TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (step, name, ordinal)
) STRICT, WITHOUT ROWID;
`;
