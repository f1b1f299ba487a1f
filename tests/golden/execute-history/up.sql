revision  a1 (head)
parent    <base>
message   the tables of migrate are there
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
SELECT count(*) FROM migrate_history;

-- migrations/versions/a1.lua:5
SELECT max(at) FROM public.migrate_audit;

downgrade (derived)
