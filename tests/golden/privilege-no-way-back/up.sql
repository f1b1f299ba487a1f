revision  a1 (head)
parent    <base>
message   what was there before is not known
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- migrations/versions/a1.lua:5
REVOKE TEMPORARY ON DATABASE postgres FROM golden_reader;

-- migrations/versions/a1.lua:6
GRANT CONNECT ON DATABASE postgres TO PUBLIC;

-- migrations/versions/a1.lua:7
REVOKE golden_reader FROM golden_writer;

-- migrations/versions/a1.lua:8
GRANT SELECT ON pg_class TO golden_reader;

-- migrations/versions/a1.lua:9
GRANT USAGE ON TYPE int4 TO golden_reader;

-- migrations/versions/a1.lua:10
REASSIGN OWNED BY golden_reader TO golden_writer;

downgrade: there is none
migrations/versions/a1.lua:4: grant: what PUBLIC could do there before is not known; write a downgrade()
migrations/versions/a1.lua:5: grant: what golden_reader could do there before is not known; write a downgrade()
migrations/versions/a1.lua:6: grant: what PUBLIC could do there before is not known; write a downgrade()
migrations/versions/a1.lua:7: grant_role: what golden_writer could do there before is not known; write a downgrade()
migrations/versions/a1.lua:8: execute: something that it names could not be followed; write a downgrade()
migrations/versions/a1.lua:9: execute: something that it names could not be followed; write a downgrade()
migrations/versions/a1.lua:10: execute: REASSIGN OWNED reaches what others made, too; say down = [[ … ]], or write a downgrade()
