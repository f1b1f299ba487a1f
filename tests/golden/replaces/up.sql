revision  replaces_s (head)
parent    <base>
replaces  replaces_a, replaces_r
message   Two squashes, one of which replaced a squash
created   
file      migrations/versions/s.lua

upgrade

-- migrations/versions/s.lua:11
CREATE SCHEMA s;

downgrade (derived)

-- migrations/versions/s.lua:11
DROP SCHEMA s;
