revision { id = "d0b10c000003", parent = "d0b10c000002", message = "One note for what may have run" }

function upgrade()
	execute [[
		DO $$ BEGIN
			IF EXISTS (SELECT FROM items) THEN
				CREATE TABLE one (id integer);
				CREATE TABLE two (id integer);
			END IF;
			CREATE TABLE three (id integer);
			INSERT INTO items (id) VALUES (7);
		END $$
	]]
end
