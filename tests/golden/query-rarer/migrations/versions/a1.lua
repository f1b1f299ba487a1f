revision { id = "a1", message = "Rarer forms of queries", created = "2026-11-29T20:30:00Z" }

function upgrade()
  execute [[
    CREATE TABLE nodes (id int PRIMARY KEY, parent int REFERENCES nodes, name text);
    WITH RECURSIVE x AS (SELECT * FROM y UNION ALL SELECT id + 1 FROM x WHERE id < 5), y AS (SELECT id FROM nodes) SELECT id FROM x;
    WITH RECURSIVE walk AS (SELECT id, parent FROM nodes UNION ALL SELECT n.id, n.parent FROM nodes n, walk WHERE n.parent = walk.id AND NOT is_cycle) CYCLE id SET is_cycle USING path SELECT id, is_cycle, path FROM walk;
    WITH RECURSIVE t AS (INSERT INTO nodes (id) SELECT id + 5 FROM t2 WHERE id > 5 RETURNING id), t2 AS (SELECT id FROM nodes) SELECT id FROM t;
    INSERT INTO nodes VALUES (1, NULL, 'a') ON CONFLICT (id) DO UPDATE SET (id, parent, name) = ROW(excluded.*);
    UPDATE nodes SET (id, parent, name) = ROW(nodes.*);
    SELECT jsonb_delete('{"a": 1}'::jsonb, 'a');
    SELECT t.a, t.b FROM unnest(ARRAY[1, 2], ARRAY['a', 'b']) AS t(a, b);
    INSERT INTO nodes (id, name) SELECT t.id, t.name FROM unnest('{2,3}'::int[], '{x,y}'::text[]) WITH ORDINALITY AS t(id, name, n) WHERE n > 5;
    INSERT INTO nodes (id, name) SELECT t.* FROM unnest('{2,3}'::int[], '{x,y}'::text[]) t LIMIT 0;
    SELECT unnest FROM unnest(ARRAY[1, 2]);
  ]]
end
