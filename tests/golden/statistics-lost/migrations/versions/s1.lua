revision { id = "s1", message = "columns in the order of the table", created = "2026-11-29T11:30:00Z" }

function upgrade()
execute [[
CREATE TABLE t (a integer, b integer, c integer);
CREATE STATISTICS s ON c, b, a FROM t;
]]
end
