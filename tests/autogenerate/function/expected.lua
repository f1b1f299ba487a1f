function upgrade()
  drop_index "keyed_key"
  drop_constraint("keyed", "keyed_title_check")
  alter_column("keyed", "path", { default = null })
  execute "DROP FUNCTION gone()"
  execute "DROP FUNCTION takes_other(integer)"
  execute "DROP FUNCTION returns_other(integer)"
  execute "DROP FUNCTION names_change(integer)"
  execute "DROP FUNCTION key_of(text)"
  execute "DROP AGGREGATE total(integer)"
  execute [[
CREATE OR REPLACE FUNCTION body_changes(a integer) RETURNS integer LANGUAGE sql AS $$ SELECT a + 2 $$
]]
  execute [[
CREATE FUNCTION returns_other(a integer) RETURNS bigint LANGUAGE sql AS $$ SELECT a::bigint + 1 $$
]]
  execute [[
CREATE FUNCTION takes_other(a bigint) RETURNS integer LANGUAGE sql AS $$ SELECT a::integer + 1 $$
]]
  execute [[
CREATE FUNCTION names_change(b integer) RETURNS integer LANGUAGE sql AS $$ SELECT b + 1 $$
]]
  execute "CREATE FUNCTION fresh() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$"
  execute [[
CREATE OR REPLACE FUNCTION options_change() RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT 1 $$
]]
  execute [[
CREATE OR REPLACE PROCEDURE work(n integer) LANGUAGE plpgsql AS $$
BEGIN
	PERFORM n + 1;
END
$$
]]
  execute [[
CREATE OR REPLACE FUNCTION slug(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(trim($1)) $$
]]
  execute [[
CREATE FUNCTION key_of(text) RETURNS varchar LANGUAGE sql IMMUTABLE AS $$ SELECT upper($1)::varchar $$
]]
  execute "CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '1')"
  alter_column("keyed", "path", { default = sql "key_of('New')" })
  create_check_constraint("keyed", "length(key_of(title)) > 0")
  create_index("keyed", { sql "key_of(title)" }, { name = "keyed_key" })
end
