revision { id = "a3", parent = "a2", message = "names and drops", created = "2026-11-22T15:10:00Z" }

function upgrade()
	for i = 1, 8 do
		create_enum("f" .. i, { "a", "b" })
	end
	create_schema("other")
	create_enum("other.f1", { "a" })
	create_table("g1", { column("k", "f1") })
	create_table("g2", { column("k", "f2[]") })
	create_table("g3", { column("n", "integer") })
	drop_enum("f1")
	drop_enum { "f2", "f3" }
	drop_enum("f9")
	drop_enum("g3")
	rename_enum("f4", "f4")
	rename_enum("f5", "f6")
	rename_enum("f7", "nosuch.f7")
	rename_enum("g1", "g9")
	rename_enum("f10", "f11")
	execute [[DROP TYPE f1x, f8]]
	execute [[CREATE VIEW seen AS SELECT 1]]
	create_enum("seen", { "a" })
	execute [[ALTER TYPE f8 ADD VALUE 'a']]
end
