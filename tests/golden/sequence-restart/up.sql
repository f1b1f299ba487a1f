revision  a1
parent    <base>
message   where it stood is not known
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:4
CREATE SEQUENCE s1;

downgrade (derived)

-- migrations/versions/a1.lua:4, loses data
DROP SEQUENCE s1;

revision  a2 (head)
parent    a1
message   restarts
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:4
ALTER SEQUENCE s1 RESTART;

-- migrations/versions/a2.lua:5
ALTER SEQUENCE s1 CACHE 2 RESTART WITH 5;

-- migrations/versions/a2.lua:6
ALTER SEQUENCE s1 RESTART WITH 9;

-- migrations/versions/a2.lua:7
ALTER SEQUENCE s1 RESTART;

-- migrations/versions/a2.lua:7
ALTER SEQUENCE s1 CACHE 3;

downgrade: there is none
migrations/versions/a2.lua:4: alter_sequence: where it stood before restart is not known
migrations/versions/a2.lua:5: alter_sequence: where it stood before restart is not known
migrations/versions/a2.lua:6: alter_sequence: where it stood before restart is not known
migrations/versions/a2.lua:7: alter_sequence: where it stood before restart is not known
