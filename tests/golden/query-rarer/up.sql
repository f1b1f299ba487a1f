revision  a1 (head)
parent    <base>
message   Rarer forms of queries
created   2026-11-29T20:30:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE TABLE nodes (id int PRIMARY KEY, parent int REFERENCES nodes, name text);

-- migrations/versions/a1.lua:6
WITH RECURSIVE x AS (SELECT * FROM y UNION ALL SELECT id + 1 FROM x WHERE id < 5), y AS (SELECT id FROM nodes) SELECT id FROM x;

-- migrations/versions/a1.lua:7
WITH RECURSIVE walk AS (SELECT id, parent FROM nodes UNION ALL SELECT n.id, n.parent FROM nodes n, walk WHERE n.parent = walk.id AND NOT is_cycle) CYCLE id SET is_cycle USING path SELECT id, is_cycle, path FROM walk;

-- migrations/versions/a1.lua:8
WITH RECURSIVE t AS (INSERT INTO nodes (id) SELECT id + 5 FROM t2 WHERE id > 5 RETURNING id), t2 AS (SELECT id FROM nodes) SELECT id FROM t;

-- migrations/versions/a1.lua:9
INSERT INTO nodes VALUES (1, NULL, 'a') ON CONFLICT (id) DO UPDATE SET (id, parent, name) = ROW(excluded.*);

-- migrations/versions/a1.lua:10
UPDATE nodes SET (id, parent, name) = ROW(nodes.*);

-- migrations/versions/a1.lua:11
SELECT jsonb_delete('{"a": 1}'::jsonb, 'a');

-- migrations/versions/a1.lua:12
SELECT t.a, t.b FROM unnest(ARRAY[1, 2], ARRAY['a', 'b']) AS t(a, b);

-- migrations/versions/a1.lua:13
INSERT INTO nodes (id, name) SELECT t.id, t.name FROM unnest('{2,3}'::int[], '{x,y}'::text[]) WITH ORDINALITY AS t(id, name, n) WHERE n > 5;

-- migrations/versions/a1.lua:14
INSERT INTO nodes (id, name) SELECT t.* FROM unnest('{2,3}'::int[], '{x,y}'::text[]) t LIMIT 0;

-- migrations/versions/a1.lua:15
SELECT unnest FROM unnest(ARRAY[1, 2]);

downgrade (derived)

-- migrations/versions/a1.lua:5, loses data
DROP TABLE nodes;
