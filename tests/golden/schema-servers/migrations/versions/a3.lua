revision { id = "a3", parent = "a2", message = "Replaced in lower case", created = "2026-11-29T20:02:00Z" }

function upgrade()
  execute [[
    create or replace function count_moods(_mood) returns integer language sql immutable as 'select cardinality($1) + 1';
    create function name_of(people) returns text language sql as 'select ''a''';
    create or replace view moody as select id from people;
  ]]
end
