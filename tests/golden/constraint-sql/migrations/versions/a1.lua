revision { id = "a1", message = "names left to the server", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[
		CREATE TABLE t (
			a integer UNIQUE PRIMARY KEY,
			b integer CHECK (b > 0) CONSTRAINT named CHECK (b > 1) UNIQUE DEFERRABLE INITIALLY DEFERRED,
			c text UNIQUE NULLS NOT DISTINCT,
			d integer REFERENCES t (a) ON DELETE CASCADE,
			e integer CHECK (true),
			UNIQUE (a, b),
			UNIQUE (b) INCLUDE (b, c),
			UNIQUE (c) WITH (fillfactor = 50),
			CHECK (b > a) NO INHERIT,
			CHECK (t.b <> 3 AND b < 10),
			CHECK (t IS NOT NULL),
			CHECK (tableoid > 0),
			EXCLUDE (a WITH =, lower(c) WITH =) WHERE (a > 1),
			EXCLUDE USING gist (box(point(a, b), point(b, a)) WITH &&),
			FOREIGN KEY (b, a) REFERENCES t (a, b) MATCH FULL ON UPDATE RESTRICT
		)
	]]
	execute [[
		CREATE TABLE "table with a long name that has sixty-three bytes as it may have ä" (
			"column with a long name that has sixty-three bytes as it may hav" integer UNIQUE CHECK ("column with a long name that has sixty-three bytes as it may hav" > 0),
			"another" integer UNIQUE,
			UNIQUE ("another", "column with a long name that has sixty-three bytes as it may hav"),
			PRIMARY KEY ("another"),
			CHECK ("another" > 0)
		)
	]]
	execute [[CREATE TABLE ünïcödé_namen_die_viele_bytes_haben_ä_ö_ü (größe_in_zentimetern_und_noch_mehr_ä_ö_ü_ß integer UNIQUE, b integer CHECK (größe_in_zentimetern_und_noch_mehr_ä_ö_ü_ß > 0))]]
end
