CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad', 'odd');
CREATE TYPE moods AS RANGE (subtype = mood);
CREATE TABLE t (id bigint PRIMARY KEY, r moods DEFAULT '[sad,ok)', rs moods[], m moods_multirange);
