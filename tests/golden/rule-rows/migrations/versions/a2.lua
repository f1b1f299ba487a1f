revision { id = "a2", parent = "a1", message = "Renamed and dropped together", created = "2026-11-29T20:02:00Z" }

function upgrade()
  execute [[
    ALTER TABLE top RENAME aa TO aaa;
    ALTER TABLE things RENAME f1 TO first;
    DROP TABLE things, things_log;
    CREATE TABLE parts (a int) PARTITION BY LIST (a);
    CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
    CREATE RULE redirect AS ON INSERT TO parts DO INSTEAD INSERT INTO parts_1 VALUES (new.*);
  ]]
end
