revision { id = "a2", parent = "a1", message = "names left to the server", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE INDEX ON t (a) INCLUDE (b);
		CREATE INDEX ON t (a, a) INCLUDE (a);
		CREATE INDEX ON t (lower(c), (a + 1), (b + 1));
		CREATE INDEX ON t (lower(c), (a + 1), (b + 1));
		CREATE INDEX ON t ((a));
		CREATE INDEX ON t (coalesce(a, b), greatest(a, b), nullif(a, b));
		CREATE INDEX ON t ((c::varchar(5)), (CAST(a AS text)), ((a::text)::varchar));
		CREATE INDEX ON t ((CASE WHEN a > 0 THEN 1 ELSE b END), (CASE WHEN a > 0 THEN 1 END));
		CREATE INDEX ON t ((c || 'x'), (-a), (NOT (a > b)), (a IS NULL), (a BETWEEN 1 AND 2));
		CREATE INDEX ON t ((ARRAY[a]), (t), (t.a), (c COLLATE "C"), (row(a, b) = row(b, a)));
		CREATE INDEX ON t (date_trunc('day', at AT TIME ZONE 'UTC'), (at AT TIME ZONE 'UTC'), extract(year FROM at AT TIME ZONE 'UTC'));
		CREATE INDEX ON t (md5(c) text_pattern_ops DESC NULLS LAST, "C d" COLLATE "C" NULLS FIRST);
		CREATE INDEX ON t (substring(c FROM 1 FOR 2), trim(c), position('x' IN c), overlay(c PLACING 'x' FROM 1));
		CREATE INDEX ON t ((ARRAY[a])) WHERE a > 0 AND c <> '';
		CREATE INDEX ON t (((ARRAY[a, b])[1]));
		CREATE UNIQUE INDEX ON t USING btree (a, b, c, at, "C d") NULLS NOT DISTINCT WITH (fillfactor = 70);
		CREATE INDEX IF NOT EXISTS named ON ONLY t (a);
		CREATE INDEX IF NOT EXISTS named ON t (b);
		CREATE INDEX ON "table with a long name that has sixty-three bytes as it may have ä" (b, "column with a long name that has sixty-three bytes as it may hav");
		CREATE INDEX ON "table with a long name that has sixty-three bytes as it may have ä" ("column with a long name that has sixty-three bytes as it may hav", "column with a long name that has sixty-three bytes as it may hav");
		CREATE INDEX ON "table with a long name that has sixty-three bytes as it may have ä" (b);
		CREATE INDEX ON "table with a long name that has sixty-three bytes as it may have ä" (b);
	]]
end
