revision { id = "a2", parent = "a1", message = "changes, in SQL", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[ALTER SEQUENCE s1 AS int INCREMENT 3 START 7 CACHE 2 CYCLE OWNED BY t.a]]
	execute [[ALTER SEQUENCE IF EXISTS billing.s2 MINVALUE 1 NO MAXVALUE OWNED BY NONE]]
	execute [[ALTER SEQUENCE "S 4" RENAME TO s5]]
	execute [[ALTER SEQUENCE s5 SET SCHEMA billing]]
	execute [[DROP SEQUENCE s3]]
end
