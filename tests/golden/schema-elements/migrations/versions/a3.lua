revision { id = "a3", parent = "a2", message = "Another role's", created = "2026-11-30T00:40:00Z" }

function upgrade()
	execute [[CREATE SCHEMA AUTHORIZATION elements_owner CREATE TABLE own (id serial PRIMARY KEY) CREATE VIEW v AS SELECT id FROM own]]
end
