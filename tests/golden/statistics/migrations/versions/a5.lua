revision { id = "a5", parent = "a4", message = "copies of them", created = "2026-11-30T10:00:00Z" }

function upgrade()
	execute [[
		CREATE TABLE towns (name text, area integer, people integer);
		CREATE STATISTICS dense (ndistinct, mcv) ON people, area FROM towns;
		CREATE STATISTICS named ON lower(name), people FROM towns;
		CREATE STATISTICS lower_name ON (lower(name)) FROM towns;
		COMMENT ON STATISTICS dense IS 'people to the area';
		CREATE TABLE cities (mayor text, LIKE towns INCLUDING ALL);
	]]
	create_table("villages", { like = "towns including statistics" })
end
