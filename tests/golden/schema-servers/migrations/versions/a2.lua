revision { id = "a2", parent = "a1", message = "Lower case, and arrays by their names", created = "2026-11-29T20:01:00Z" }

function upgrade()
  execute [[
    create type mood as enum ('sad', 'happy');
    create type "_odd" as enum ('odd');
    create table people (id integer primary key, moods _mood default '{sad}'::_mood, more public._mood, odd _odd, odds __odd);
    create function count_moods(_mood) returns integer language sql immutable as 'select cardinality($1)';
    create index on people (count_moods(moods));
    select count_moods('{}'::mood[]), 'sad' = any (moods), moods[1], unnest(moods || more), odds[1] = odd from people;
  ]]
end
