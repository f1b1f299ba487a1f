revision { id = "a1", message = "constants that name something", created = "2026-11-30T10:00:00Z" }

function upgrade()
	create_schema("store")
	create_sequence("ticket")
	execute [[
		CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
		CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = simple);
		CREATE TYPE state AS ENUM ('open');
		CREATE FUNCTION weight(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
		CREATE TABLE pages (body text, found tsvector GENERATED ALWAYS AS (to_tsvector('words', body)) STORED);
		CREATE INDEX pages_found ON pages USING gin (to_tsvector('words', lower(body)));
		CREATE VIEW named AS
			SELECT nextval('ticket') AS ticket, E'ticket'::regclass AS of, to_tsvector('public.words', body) AS words,
				ts_lexize('plain', body) AS plain, 'weight(integer)'::regprocedure AS weighs, 'weight'::regproc AS weight,
				'state'::regtype AS state, 'store'::regnamespace AS store
			FROM pages;
		CREATE FUNCTION next_ticket() RETURNS bigint RETURN nextval('ticket');
		CREATE DOMAIN ticket_number AS bigint DEFAULT nextval('ticket');
	]]
end
