revision { id = "a1", message = "sequences, in SQL", created = "2026-11-22T15:10:00Z" }

function upgrade()
	execute [[CREATE SCHEMA billing]]
	execute [[CREATE TABLE t (a integer, b integer)]]
	execute [[CREATE SEQUENCE s1]]
	execute [[CREATE SEQUENCE IF NOT EXISTS billing.s2 AS int2 START WITH 5 INCREMENT 2 MINVALUE 3 MAXVALUE 100 CACHE 4 CYCLE]]
	execute [[CREATE SEQUENCE s3 NO MINVALUE NO MAXVALUE NO CYCLE OWNED BY public.t.b]]
	execute [[CREATE SEQUENCE "S 4" INCREMENT -1 START -5]]
	execute [[CREATE TEMP SEQUENCE s6]]
	execute [[COMMENT ON SEQUENCE "S 4" IS 'odd']]
end
