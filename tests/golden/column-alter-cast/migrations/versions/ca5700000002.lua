revision {
  id = "ca5700000002",
  parent = "ca5700000001",
  message = "They come back by the casts that there are",
}

function upgrade()
  execute [[
    ALTER TABLE t ALTER span TYPE jsonb USING NULL;
    ALTER TABLE t ALTER words TYPE int4range USING NULL;
    ALTER TABLE t ALTER marks TYPE text[];
    ALTER TABLE t ALTER pair TYPE text;
    ALTER TABLE t ALTER level TYPE jsonb USING NULL;
    ALTER TABLE t ALTER row TYPE child USING NULL;
    ALTER TABLE t ALTER flag TYPE integer USING flag::integer;
    ALTER TABLE t ALTER bits TYPE bigint USING bits::bigint;
    ALTER TABLE t ALTER place TYPE box;
  ]]
end
