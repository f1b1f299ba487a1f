revision { id = "a1", message = "enums, in SQL", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[CREATE TYPE Mood AS ENUM ('sad', 'it''s', E'tab\t')]]
	execute [[CREATE TYPE public."Odd" AS ENUM ()]]
	execute [[COMMENT ON TYPE mood IS 'How they feel']]
end
