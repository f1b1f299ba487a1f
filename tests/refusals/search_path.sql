SET LOCAL search_path = s, public; CREATE TABLE n (id serial); CREATE TABLE m (x int DEFAULT nextval('n_id_seq')); SET LOCAL search_path = public; DROP TABLE s.n
SET LOCAL search_path = s, public; CREATE TABLE n (id serial); SET LOCAL search_path = public; DROP SEQUENCE s.n_id_seq
CREATE TABLE n (id serial); SET LOCAL search_path = s; DROP SEQUENCE public.n_id_seq
CREATE TABLE n (id serial); SET LOCAL search_path = s; DROP TABLE public.n; CREATE SEQUENCE public.n_id_seq
SELECT set_config('search_path', 's', true); CREATE TABLE x1 (a int); ALTER TABLE s.x1 ADD b int
SELECT set_config('search_path', 's', false); CREATE TABLE x1 (a int); ALTER TABLE public.x1 ADD b int
SELECT set_config('search_path', 's, public', true); ALTER TABLE inner_t ADD b int
SELECT set_config('search_path', 's,public', true); ALTER TABLE t ADD x int
SELECT set_config('search_path', 's', true); ALTER TABLE t ADD x int
SELECT set_config('search_path', 'S', true); ALTER TABLE inner_t ADD b int
SELECT set_config('search_path', '"S", public', true); ALTER TABLE inner_t ADD b int
SELECT set_config('search_path', '"s"', true); ALTER TABLE inner_t ADD b int
SELECT set_config('search_path', '', true); ALTER TABLE t ADD x int
SELECT set_config('search_path', '', true); ALTER TABLE public.t ADD x int
SELECT set_config('search_path', '', true); CREATE TABLE n (x int)
SELECT set_config('search_path', 's,,public', true)
SELECT set_config('search_path', 's,', true)
SELECT set_config('search_path', '"s', true)
SELECT pg_catalog.set_config('search_path', 's', true); ALTER TABLE inner_t ADD b int
SELECT set_config('search_path', 's', true) AS x; ALTER TABLE inner_t ADD b int
SELECT 1, set_config('search_path', 's', true); ALTER TABLE inner_t ADD b int
SELECT set_config('lock_timeout', '5s', true), set_config('search_path', 's', true); ALTER TABLE inner_t ADD b int
SELECT set_config('search_path', 's', true); RESET search_path; ALTER TABLE t ADD x int
SELECT set_config('search_path', 's', true); RESET search_path; ALTER TABLE inner_t ADD x int
SELECT set_config('search_path', NULL, true); ALTER TABLE t ADD x int
SET search_path = s; ALTER TABLE inner_t ADD b int
SET search_path TO s, public; ALTER TABLE t ADD x int
SET LOCAL search_path = s; ALTER TABLE t ADD x int
SET LOCAL search_path = 's, public'; ALTER TABLE t ADD x int
SET search_path = s; SET search_path TO DEFAULT; ALTER TABLE t ADD x int
SET search_path = s; SET LOCAL search_path TO DEFAULT; ALTER TABLE inner_t ADD x int
SET search_path = s; RESET ALL; ALTER TABLE t ADD x int
SET search_path = s; RESET ALL; ALTER TABLE inner_t ADD x int
SET SCHEMA 's'; ALTER TABLE inner_t ADD x int
SET SCHEMA 's'; ALTER TABLE t ADD x int
SET search_path = ''; ALTER TABLE t ADD x int
SET search_path = S; ALTER TABLE inner_t ADD x int
SET search_path = 'S'; ALTER TABLE inner_t ADD x int
SET search_path = "$user", public; ALTER TABLE t ADD x int
SET search_path = nosuch, public; CREATE TABLE n (x int); ALTER TABLE public.n ADD y int
SET search_path = nosuch; CREATE TABLE n (x int)
SET search_path = pg_catalog; ALTER TABLE t ADD x int
SET search_path = s; DISCARD PLANS; ALTER TABLE inner_t ADD x int
SET search_path FROM CURRENT; ALTER TABLE t ADD x int
SET SESSION search_path = s; ALTER TABLE inner_t ADD b int
SET LOCAL search_path = s; CREATE TABLE m (LIKE public.t INCLUDING DEFAULTS); DROP TABLE public.t
SET LOCAL search_path = s; CREATE TABLE m () INHERITS (public.t)
SET LOCAL search_path = s; CREATE TABLE m () INHERITS (public.t); DROP TABLE public.t
SET LOCAL search_path = s; ALTER TABLE public.t DROP COLUMN id CASCADE; CREATE SEQUENCE public.t_id_seq
SET LOCAL search_path = s; ALTER TABLE public.t ALTER id TYPE bigint
SET LOCAL search_path = s; CREATE SEQUENCE sq; ALTER TABLE public.t ALTER a SET DEFAULT nextval('sq'); DROP SEQUENCE public.sq
SET LOCAL search_path = s; CREATE SEQUENCE sq; ALTER TABLE public.t ALTER a SET DEFAULT nextval('sq'); DROP SEQUENCE s.sq
CREATE TEMP TABLE n (id serial); SET LOCAL search_path = s; ALTER TABLE n ADD x int
CREATE TEMP TABLE n (id serial); SELECT set_config('search_path', '', true); ALTER TABLE n ADD x int
CREATE TEMP TABLE n (id serial); SET LOCAL search_path = s; DROP TABLE n
SELECT set_config('search_path', ' s , "public" ', true); ALTER TABLE inner_t ADD b int; ALTER TABLE t ADD x int
SELECT set_config('search_path', '"s""x", s', true); ALTER TABLE inner_t ADD b int
SELECT set_config('search_path', 's public', true)
SELECT set_config('search_path', '"s" public', true)
SELECT set_config('search_path', '""', true)
SELECT set_config('search_path', '"s"public', true)
SELECT set_config('search_path', ',s', true)
SELECT set_config('search_path', '   ', true)
SELECT set_config('search_path', 's'::text, true); ALTER TABLE inner_t ADD b int
SELECT set_config('search_path', 'nosuch', true); ALTER TABLE inner_t ADD b int
SELECT set_config('search_path', '$user, s', true); ALTER TABLE inner_t ADD b int
SELECT set_config('search_path', current_setting('search_path') || ', s', true); ALTER TABLE inner_t ADD b int
SET LOCAL search_path = ''; CREATE SEQUENCE n
SET LOCAL search_path = ''; CREATE TYPE n AS ENUM ('a')
SET LOCAL search_path = ''; CREATE SEQUENCE public.n
SET LOCAL search_path = nosuch; CREATE TYPE n AS ENUM ('a')
SET LOCAL search_path = nosuch, s; CREATE TYPE n AS ENUM ('a'); DROP TYPE s.n
CREATE SCHEMA x; CREATE TABLE lt (m mood, d pos, e mood[]); SET search_path = x; CREATE TABLE n (LIKE public.lt)
CREATE SCHEMA x; SET search_path = x; CREATE TABLE n () INHERITS (public.e)
CREATE SCHEMA x; SET search_path = x; ALTER TABLE public.e ADD q int
CREATE SCHEMA x; SET search_path = x; CREATE TABLE n (LIKE public.rowuser)
CREATE SCHEMA x; SET search_path = x; ALTER TABLE public.e ALTER m SET DEFAULT 'sad'
CREATE TABLE pe (m mood) PARTITION BY LIST (m); CREATE SCHEMA x; SET search_path = x; CREATE TABLE n PARTITION OF public.pe FOR VALUES IN ('sad')
CREATE SCHEMA x; SET search_path = x; INSERT INTO public.e (id, m) VALUES (1, 'sad')
CREATE SCHEMA x; SET search_path = x; ALTER TABLE public.e ALTER m TYPE text
CREATE SCHEMA x; SET search_path = x; DROP TYPE public.mood
CREATE SCHEMA x; SET search_path = x; CREATE TABLE n (LIKE public.e); DROP TYPE public.mood
CREATE SCHEMA x; SET search_path = x; CREATE TABLE n (m mood)
CREATE TYPE s.far AS ENUM ('a'); SET search_path = s; CREATE TYPE n AS (a far, b far[]); DROP TYPE far
CREATE TYPE s.far AS ENUM ('a'); SET search_path = s; CREATE TYPE n AS (a far, b far[]); RESET search_path; SELECT (x).a = 'a' FROM (SELECT NULL::s.n AS x) y
SET search_path = s; CREATE PUBLICATION n FOR TABLE inner_t (id) WHERE (id > 1), TABLES IN SCHEMA public
SET search_path = s; CREATE PUBLICATION n FOR TABLE inner_t; RESET search_path; ALTER PUBLICATION n DROP TABLE s.inner_t
SET search_path = s; CREATE PUBLICATION n FOR TABLE inner_t; RESET search_path; ALTER PUBLICATION n DROP TABLE inner_t
CREATE TYPE ct AS (a int); CREATE TABLE tt OF ct; CREATE SCHEMA x; SET search_path = x; DROP TYPE public.ct
CREATE TYPE s.ct AS (a int); SET search_path = s; CREATE TABLE tt OF ct; RESET search_path; DROP TYPE s.ct
CREATE TYPE s.ct AS (a int); SET search_path = s; CREATE TABLE tt (a int); ALTER TABLE tt OF ct; RESET search_path; DROP TYPE s.ct
