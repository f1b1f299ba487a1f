revision { id = "a4", parent = "a3", message = "And once more", created = "2026-11-29T20:03:00Z" }

function upgrade()
  execute [[
    create or replace function count_moods(_mood) returns integer language sql immutable as 'select cardinality($1) + 2';
    create or replace function name_of(people) returns text language sql as 'select ''b''';
    create or replace view moody as select id, moods from people;
  ]]
end
