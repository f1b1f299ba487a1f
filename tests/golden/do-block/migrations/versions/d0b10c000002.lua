revision { id = "d0b10c000002", parent = "d0b10c000001", message = "What it may do says that it has no inverse" }

function upgrade()
	execute [[
		DO $$ BEGIN
			IF NOT EXISTS (SELECT FROM pg_class WHERE relname = 'more') THEN
				CREATE TABLE more (id integer);
			END IF;
			UPDATE items SET size = 1;
			RAISE NOTICE 'done';
		END $$
	]]
	add_column("more", column("name", "text"))
end

function downgrade()
	drop_table "more"
end
