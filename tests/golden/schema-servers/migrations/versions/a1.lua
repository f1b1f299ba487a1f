revision { id = "a1", message = "In schemas of the server", created = "2026-11-29T20:00:00Z" }

-- functions, casts and operators beside the server's own, and what is gone with the session
function upgrade()
  execute [[
    CREATE FUNCTION pg_catalog.text(bigint) RETURNS text STRICT IMMUTABLE LANGUAGE sql AS 'SELECT textin(int8out($1))';
    CREATE CAST (bigint AS text) WITH FUNCTION pg_catalog.text(bigint) AS IMPLICIT;
    CREATE FUNCTION pg_catalog.text_times(text, integer) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT repeat($1, $2)';
    CREATE OPERATOR pg_catalog.*** (LEFTARG = text, RIGHTARG = integer, FUNCTION = text_times);
    CREATE TABLE lines (n bigint, line text DEFAULT '-' *** 3, twice text GENERATED ALWAYS AS (text_times(line, 2)) STORED);
    SELECT text_times('a', 2), pg_catalog.text(n), pg_catalog.text('a'::name), text(true) FROM lines;

    CREATE FUNCTION pg_temp.longer(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 + 1';
    CREATE FUNCTION pg_temp.shorter(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 - 1';
    COMMENT ON FUNCTION pg_temp.longer(integer) IS 'for this session';
    INSERT INTO lines (n) VALUES (pg_temp.longer(1)), (pg_temp.shorter(1));
    DROP FUNCTION pg_temp.shorter(integer);
  ]]
end
