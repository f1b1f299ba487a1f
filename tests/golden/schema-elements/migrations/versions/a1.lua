revision { id = "a1", message = "A schema with all that it begins with", created = "2026-11-30T00:40:00Z" }

function upgrade()
	execute [[
		CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
		CREATE TABLE item (code text PRIMARY KEY);
		CREATE SCHEMA shop
			GRANT SELECT ON item TO elements_owner WITH GRANT OPTION
			CREATE TRIGGER stamped BEFORE INSERT ON item FOR EACH ROW EXECUTE FUNCTION stamp()
			CREATE UNIQUE INDEX ON item (lower(name))
			CREATE VIEW dear AS SELECT id AS create, name, price FROM item WHERE price > 100
			CREATE TABLE item (id int DEFAULT nextval('numbers') PRIMARY KEY, name text, price numeric CHECK (price >= 0))
			CREATE TABLE sale (item int REFERENCES item, code text REFERENCES public.item)
			CREATE SEQUENCE numbers
	]]
end
