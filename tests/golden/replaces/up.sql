revision  replaces_s (head)
parent    <base>
message   Two squashes, one of which replaced a squash
created   
file      migrations/versions/s.lua

upgrade

-- migrations/versions/s.lua:11
CREATE SCHEMA s;

downgrade (derived)

-- migrations/versions/s.lua:11
DROP SCHEMA s;
