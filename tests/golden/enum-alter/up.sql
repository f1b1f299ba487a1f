revision  a1
parent    <base>
message   an enum whose labels stand in no order
created   2026-11-30T10:00:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE TYPE priority AS ENUM ('high', 'low', 'odd', 'middle', 'even');

-- migrations/versions/a1.lua:5
COMMENT ON TYPE priority IS 'How soon';

-- migrations/versions/a1.lua:6
CREATE TABLE tasks (
  id bigint NOT NULL,
  priority priority NOT NULL DEFAULT 'low',
  others priority[],
  CONSTRAINT tasks_known CHECK (priority <> 'odd'),
  CONSTRAINT tasks_pkey PRIMARY KEY (id),
  CONSTRAINT tasks_priority_id_key UNIQUE (priority, id)
);

-- migrations/versions/a1.lua:6
CREATE INDEX tasks_later ON tasks (id) WHERE (priority > 'high');

-- migrations/versions/a1.lua:14
CREATE TABLE steps (
  task bigint,
  priority priority,
  CONSTRAINT steps_task FOREIGN KEY (priority, task) REFERENCES tasks (priority, id)
);

-- migrations/versions/a1.lua:19
CREATE VIEW soon AS SELECT id, priority FROM tasks WHERE priority > 'low';

-- migrations/versions/a1.lua:20
INSERT INTO tasks (id, priority, others) VALUES
  (1, 'high', '{"low","high"}'),
  (2, DEFAULT, DEFAULT);

-- migrations/versions/a1.lua:21
INSERT INTO steps (task, priority) VALUES
  (1, 'high');

downgrade (derived)

-- migrations/versions/a1.lua:19
DROP VIEW soon;

-- migrations/versions/a1.lua:14, loses data
DROP TABLE steps;

-- migrations/versions/a1.lua:6, loses data
DROP TABLE tasks;

-- migrations/versions/a1.lua:5
COMMENT ON TYPE priority IS NULL;

-- migrations/versions/a1.lua:4
DROP TYPE priority;

revision  a2
parent    a1
message   in order, and used at once
created   2026-11-30T10:01:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
DROP VIEW soon;

-- migrations/versions/a2.lua:4
ALTER TABLE steps DROP CONSTRAINT steps_task;

-- migrations/versions/a2.lua:4
ALTER TABLE tasks DROP CONSTRAINT tasks_known;

-- migrations/versions/a2.lua:4
DROP INDEX tasks_later;

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY tasks ALTER COLUMN priority DROP DEFAULT;

-- migrations/versions/a2.lua:4
ALTER TYPE priority RENAME TO priority_old;

-- migrations/versions/a2.lua:4
CREATE TYPE priority AS ENUM ('none', 'low', 'middle', 'high', 'even', 'odd');

-- migrations/versions/a2.lua:4
ALTER TABLE tasks
  ALTER COLUMN priority TYPE priority USING priority::text::priority,
  ALTER COLUMN others TYPE priority[] USING others::text[]::priority[];

-- migrations/versions/a2.lua:4
ALTER TABLE steps
  ALTER COLUMN priority TYPE priority USING priority::text::priority;

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY tasks ALTER COLUMN priority SET DEFAULT 'low';

-- migrations/versions/a2.lua:4
DROP TYPE priority_old;

-- migrations/versions/a2.lua:4
ALTER TABLE tasks ADD CONSTRAINT tasks_known CHECK (priority <> 'odd');

-- migrations/versions/a2.lua:4
CREATE INDEX tasks_later ON tasks (id) WHERE (priority > 'high');

-- migrations/versions/a2.lua:4
ALTER TABLE steps ADD CONSTRAINT steps_task FOREIGN KEY (priority, task) REFERENCES tasks (priority, id);

-- migrations/versions/a2.lua:4
COMMENT ON TYPE priority IS 'How soon';

-- migrations/versions/a2.lua:4
CREATE VIEW soon AS SELECT id, priority FROM tasks WHERE priority > 'low';

-- migrations/versions/a2.lua:5
ALTER TABLE tasks ALTER COLUMN priority SET DEFAULT 'none';

downgrade (derived)

-- migrations/versions/a2.lua:5
ALTER TABLE tasks ALTER COLUMN priority SET DEFAULT 'low';

-- migrations/versions/a2.lua:4
DROP VIEW soon;

-- migrations/versions/a2.lua:4
ALTER TABLE steps DROP CONSTRAINT steps_task;

-- migrations/versions/a2.lua:4
ALTER TABLE tasks DROP CONSTRAINT tasks_known;

-- migrations/versions/a2.lua:4
DROP INDEX tasks_later;

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY tasks ALTER COLUMN priority DROP DEFAULT;

-- migrations/versions/a2.lua:4
ALTER TYPE priority RENAME TO priority_old;

-- migrations/versions/a2.lua:4
CREATE TYPE priority AS ENUM ('high', 'low', 'odd', 'middle', 'even');

-- migrations/versions/a2.lua:4
ALTER TABLE tasks
  ALTER COLUMN priority TYPE priority USING priority::text::priority,
  ALTER COLUMN others TYPE priority[] USING others::text[]::priority[];

-- migrations/versions/a2.lua:4
ALTER TABLE steps
  ALTER COLUMN priority TYPE priority USING priority::text::priority;

-- migrations/versions/a2.lua:4
ALTER TABLE ONLY tasks ALTER COLUMN priority SET DEFAULT 'low';

-- migrations/versions/a2.lua:4
DROP TYPE priority_old;

-- migrations/versions/a2.lua:4
ALTER TABLE tasks ADD CONSTRAINT tasks_known CHECK (priority <> 'odd');

-- migrations/versions/a2.lua:4
CREATE INDEX tasks_later ON tasks (id) WHERE (priority > 'high');

-- migrations/versions/a2.lua:4
ALTER TABLE steps ADD CONSTRAINT steps_task FOREIGN KEY (priority, task) REFERENCES tasks (priority, id);

-- migrations/versions/a2.lua:4
COMMENT ON TYPE priority IS 'How soon';

-- migrations/versions/a2.lua:4
CREATE VIEW soon AS SELECT id, priority FROM tasks WHERE priority > 'low';

revision  a3 (head)
parent    a2
message   two go
created   2026-11-30T10:02:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
ALTER TABLE tasks DROP CONSTRAINT tasks_known;

-- migrations/versions/a3.lua:5
DROP VIEW soon;

-- migrations/versions/a3.lua:5
ALTER TABLE steps DROP CONSTRAINT steps_task;

-- migrations/versions/a3.lua:5
DROP INDEX tasks_later;

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY tasks ALTER COLUMN priority DROP DEFAULT;

-- migrations/versions/a3.lua:5
ALTER TYPE priority RENAME TO priority_old;

-- migrations/versions/a3.lua:5
CREATE TYPE priority AS ENUM ('none', 'low', 'middle', 'high');

-- migrations/versions/a3.lua:5
ALTER TABLE tasks
  ALTER COLUMN priority TYPE priority USING priority::text::priority,
  ALTER COLUMN others TYPE priority[] USING others::text[]::priority[];

-- migrations/versions/a3.lua:5
ALTER TABLE steps
  ALTER COLUMN priority TYPE priority USING priority::text::priority;

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY tasks ALTER COLUMN priority SET DEFAULT 'none';

-- migrations/versions/a3.lua:5
DROP TYPE priority_old;

-- migrations/versions/a3.lua:5
CREATE INDEX tasks_later ON tasks (id) WHERE (priority > 'high');

-- migrations/versions/a3.lua:5
ALTER TABLE steps ADD CONSTRAINT steps_task FOREIGN KEY (priority, task) REFERENCES tasks (priority, id);

-- migrations/versions/a3.lua:5
COMMENT ON TYPE priority IS 'How soon';

-- migrations/versions/a3.lua:5
CREATE VIEW soon AS SELECT id, priority FROM tasks WHERE priority > 'low';

downgrade (derived)

-- migrations/versions/a3.lua:5
ALTER TYPE priority ADD VALUE 'even' AFTER 'high';

-- migrations/versions/a3.lua:5
DROP VIEW soon;

-- migrations/versions/a3.lua:5
ALTER TABLE steps DROP CONSTRAINT steps_task;

-- migrations/versions/a3.lua:5
DROP INDEX tasks_later;

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY tasks ALTER COLUMN priority DROP DEFAULT;

-- migrations/versions/a3.lua:5
ALTER TYPE priority RENAME TO priority_old;

-- migrations/versions/a3.lua:5
CREATE TYPE priority AS ENUM ('none', 'low', 'middle', 'high', 'even', 'odd');

-- migrations/versions/a3.lua:5
ALTER TABLE tasks
  ALTER COLUMN priority TYPE priority USING priority::text::priority,
  ALTER COLUMN others TYPE priority[] USING others::text[]::priority[];

-- migrations/versions/a3.lua:5
ALTER TABLE steps
  ALTER COLUMN priority TYPE priority USING priority::text::priority;

-- migrations/versions/a3.lua:5
ALTER TABLE ONLY tasks ALTER COLUMN priority SET DEFAULT 'none';

-- migrations/versions/a3.lua:5
DROP TYPE priority_old;

-- migrations/versions/a3.lua:5
CREATE INDEX tasks_later ON tasks (id) WHERE (priority > 'high');

-- migrations/versions/a3.lua:5
ALTER TABLE steps ADD CONSTRAINT steps_task FOREIGN KEY (priority, task) REFERENCES tasks (priority, id);

-- migrations/versions/a3.lua:5
COMMENT ON TYPE priority IS 'How soon';

-- migrations/versions/a3.lua:5
CREATE VIEW soon AS SELECT id, priority FROM tasks WHERE priority > 'low';

-- migrations/versions/a3.lua:4
ALTER TABLE tasks ADD CONSTRAINT tasks_known CHECK (priority <> 'odd');
