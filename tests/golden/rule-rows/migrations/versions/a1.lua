revision { id = "a1", message = "Rows in rules", created = "2026-11-29T20:01:00Z" }

function upgrade()
  execute [[
    CREATE TEMP TABLE nodes (id int PRIMARY KEY, parent int REFERENCES nodes, other int, FOREIGN KEY (other) REFERENCES nodes (id) ON DELETE CASCADE);
    CREATE TABLE things (f1 int, f2 int DEFAULT 0);
    CREATE TABLE things_log (f1 int, f2 int, tag text, id serial);
    CREATE RULE small AS ON INSERT TO things WHERE f1 < 100 DO INSTEAD NOTHING;
    CREATE RULE logged AS ON UPDATE TO things WHERE old.f1 <> new.f1 DO ALSO INSERT INTO things_log VALUES (old.*, 'old', default), (new.*, 'new', default);
    CREATE RULE logged_too AS ON INSERT TO things DO ALSO INSERT INTO things_log VALUES (new.*, 'new');
    CREATE RULE logged_three AS ON INSERT TO things DO ALSO INSERT INTO things_log VALUES (null, null, '-', default), (new.*, 'new', default);
    CREATE RULE gone AS ON DELETE TO things WHERE f1 > 0 DO ALSO VALUES (old.*, 'old'), (1, 2, 'x');
    CREATE TABLE top (aa int, b int);
    CREATE TABLE lefts (x int) INHERITS (top);
    CREATE TABLE rights (y int) INHERITS (top);
    CREATE TABLE bottom (z int) INHERITS (lefts, rights);
  ]]
end
