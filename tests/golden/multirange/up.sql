revision  a1
parent    <base>
message   ranges and their multiranges
created   2026-11-22T15:10:00Z
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:4
CREATE SCHEMA app;

-- migrations/versions/a.lua:6
CREATE TYPE span AS RANGE (SUBTYPE = float8, MULTIRANGE_TYPE_NAME = app.spans, SUBTYPE_DIFF = float8mi);

-- migrations/versions/a.lua:7
CREATE TYPE year_range AS RANGE (SUBTYPE = int);

-- migrations/versions/a.lua:8
CREATE TYPE day AS RANGE (MULTIRANGE_TYPE_NAME = days, SUBTYPE = int);

-- migrations/versions/a.lua:9
CREATE FUNCTION first(year_multirange) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/a.lua:10
CREATE VIEW years AS SELECT '{}'::year_multirange AS all_of_them;

-- migrations/versions/a.lua:12
CREATE TABLE terms (
  years year_multirange DEFAULT '{}'::year_multirange,
  "all" app.spans[]
);

downgrade (derived)

-- migrations/versions/a.lua:12, loses data
DROP TABLE terms;

-- migrations/versions/a.lua:10
DROP VIEW years;

-- migrations/versions/a.lua:9
DROP FUNCTION first(year_multirange);

-- migrations/versions/a.lua:8
DROP TYPE day;

-- migrations/versions/a.lua:7
DROP TYPE year_range;

-- migrations/versions/a.lua:6
DROP TYPE span;

-- migrations/versions/a.lua:4
DROP SCHEMA app;

revision  a2
parent    a1
message   renamed and moved
created   2026-11-22T15:10:00Z
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:5
ALTER TYPE year_multirange RENAME TO "Years";

-- migrations/versions/b.lua:6
ALTER TYPE app.spans SET SCHEMA public;

-- migrations/versions/b.lua:7
ALTER TYPE spans RENAME TO span_multirange;

-- migrations/versions/b.lua:8
ALTER TYPE span SET SCHEMA app;

-- migrations/versions/b.lua:9
ALTER TYPE year_range RENAME TO some_years;

-- migrations/versions/b.lua:10
ALTER TYPE day RENAME TO dayrange;

-- migrations/versions/b.lua:11
ALTER TYPE days RENAME TO daymultirange;

-- migrations/versions/b.lua:13
ALTER TYPE "Years" RENAME TO years_of;

-- migrations/versions/b.lua:14
ALTER TYPE years_of SET SCHEMA app;

-- migrations/versions/b.lua:15
ALTER TABLE terms ADD COLUMN more app.years_of;

downgrade (derived)

-- migrations/versions/b.lua:15, loses data
ALTER TABLE terms DROP COLUMN more;

-- migrations/versions/b.lua:14
ALTER TYPE app.years_of SET SCHEMA public;

-- migrations/versions/b.lua:13
ALTER TYPE years_of RENAME TO "Years";

-- migrations/versions/b.lua:11
ALTER TYPE daymultirange RENAME TO days;

-- migrations/versions/b.lua:10
ALTER TYPE dayrange RENAME TO day;

-- migrations/versions/b.lua:9
ALTER TYPE some_years RENAME TO year_range;

-- migrations/versions/b.lua:8
ALTER TYPE app.span SET SCHEMA public;

-- migrations/versions/b.lua:7
ALTER TYPE span_multirange RENAME TO spans;

-- migrations/versions/b.lua:6
ALTER TYPE spans SET SCHEMA app;

-- migrations/versions/b.lua:5
ALTER TYPE "Years" RENAME TO year_multirange;

revision  a3
parent    a2
message   dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/c.lua

upgrade

-- migrations/versions/c.lua:4, loses data
DROP TABLE terms;

-- migrations/versions/c.lua:5
DROP TYPE app.span, dayrange;

-- migrations/versions/c.lua:6, loses data
DROP TYPE some_years CASCADE;

downgrade (derived)

-- migrations/versions/c.lua:6
CREATE TYPE some_years AS RANGE (SUBTYPE = int, multirange_type_name = app.years_of);

-- migrations/versions/c.lua:6
CREATE FUNCTION first(app.years_of) RETURNS int LANGUAGE sql AS 'SELECT 1';

-- migrations/versions/c.lua:6
CREATE VIEW years AS SELECT '{}'::app.years_of AS all_of_them;

-- migrations/versions/c.lua:5
CREATE TYPE dayrange AS RANGE (SUBTYPE = int);

-- migrations/versions/c.lua:5
CREATE TYPE app.span AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi, multirange_type_name = span_multirange);

-- migrations/versions/c.lua:4
CREATE TABLE terms (
  years app.years_of DEFAULT '{}'::app.years_of,
  "all" span_multirange[],
  more app.years_of
);

revision  a4
parent    a3
message   a multirange has a comment and an owner of its own
created   2026-11-30T01:20:00Z
file      migrations/versions/d.lua

upgrade

-- migrations/versions/d.lua:5
CREATE TYPE frange AS RANGE (SUBTYPE = float8);

-- migrations/versions/d.lua:6
ALTER TYPE fmultirange OWNER TO pg_monitor;

-- migrations/versions/d.lua:8
COMMENT ON TYPE fmultirange IS 'Many';

downgrade (derived)

-- migrations/versions/d.lua:8
COMMENT ON TYPE fmultirange IS NULL;

-- migrations/versions/d.lua:6
ALTER TYPE fmultirange OWNER TO CURRENT_USER;

-- migrations/versions/d.lua:5
DROP TYPE frange;

revision  a5
parent    a4
message   which stay with it
created   2026-11-30T01:20:00Z
file      migrations/versions/e.lua

upgrade

-- migrations/versions/e.lua:4
ALTER TYPE fmultirange RENAME TO many;

-- migrations/versions/e.lua:5
COMMENT ON TYPE many IS 'Many of them';

-- migrations/versions/e.lua:6
ALTER TYPE many OWNER TO pg_signal_backend;

downgrade (derived)

-- migrations/versions/e.lua:6
ALTER TYPE many OWNER TO pg_monitor;

-- migrations/versions/e.lua:5
COMMENT ON TYPE many IS 'Many';

-- migrations/versions/e.lua:4
ALTER TYPE many RENAME TO fmultirange;

revision  a6 (head)
parent    a5
message   and come back with it
created   2026-11-30T01:20:00Z
file      migrations/versions/f.lua

upgrade

-- migrations/versions/f.lua:4
DROP TYPE frange;

downgrade (derived)

-- migrations/versions/f.lua:4
CREATE TYPE frange AS RANGE (SUBTYPE = float8, multirange_type_name = many);

-- migrations/versions/f.lua:4
ALTER TYPE many OWNER TO pg_signal_backend;

-- migrations/versions/f.lua:4
COMMENT ON TYPE many IS 'Many of them';
