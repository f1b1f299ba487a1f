revision  a1
parent    <base>
message   foreign data
created   2026-11-22T15:10:00Z
file      migrations/versions/a1.lua

upgrade

-- migrations/versions/a1.lua:5
CREATE FOREIGN DATA WRAPPER far OPTIONS (debug 'true');

-- migrations/versions/a1.lua:6
CREATE SERVER there TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER far OPTIONS (host 'a', port '5');

-- migrations/versions/a1.lua:7
CREATE USER MAPPING FOR PUBLIC SERVER there OPTIONS ("user" 'u');

-- migrations/versions/a1.lua:8
CREATE USER MAPPING IF NOT EXISTS FOR CURRENT_USER SERVER there;

-- migrations/versions/a1.lua:9
COMMENT ON SERVER there IS 'over there';

downgrade (derived)

-- migrations/versions/a1.lua:9
COMMENT ON SERVER there IS NULL;

-- migrations/versions/a1.lua:8
DROP USER MAPPING FOR CURRENT_USER SERVER there;

-- migrations/versions/a1.lua:7
DROP USER MAPPING FOR PUBLIC SERVER there;

-- migrations/versions/a1.lua:6
DROP SERVER there;

-- migrations/versions/a1.lua:5
DROP FOREIGN DATA WRAPPER far;

revision  a2
parent    a1
message   changed
created   2026-11-22T15:10:00Z
file      migrations/versions/a2.lua

upgrade

-- migrations/versions/a2.lua:5
ALTER SERVER there VERSION '2' OPTIONS (SET host 'b', DROP port, ADD dbname 'd');

-- migrations/versions/a2.lua:6
ALTER SERVER there RENAME TO beyond;

-- migrations/versions/a2.lua:7
ALTER FOREIGN DATA WRAPPER far OPTIONS (DROP debug);

-- migrations/versions/a2.lua:8
ALTER FOREIGN DATA WRAPPER far RENAME TO farther;

-- migrations/versions/a2.lua:9
ALTER USER MAPPING FOR PUBLIC SERVER beyond OPTIONS (SET "user" 'v', ADD password 'p');

downgrade (derived)

-- migrations/versions/a2.lua:9
ALTER USER MAPPING FOR PUBLIC SERVER beyond OPTIONS (SET "user" 'u');

-- migrations/versions/a2.lua:9
ALTER USER MAPPING FOR PUBLIC SERVER beyond OPTIONS (DROP password);

-- migrations/versions/a2.lua:8
ALTER FOREIGN DATA WRAPPER farther RENAME TO far;

-- migrations/versions/a2.lua:7
ALTER FOREIGN DATA WRAPPER far OPTIONS (ADD debug 'true');

-- migrations/versions/a2.lua:6
ALTER SERVER beyond RENAME TO there;

-- migrations/versions/a2.lua:5
ALTER SERVER there VERSION '1';

-- migrations/versions/a2.lua:5
ALTER SERVER there OPTIONS (SET host 'a');

-- migrations/versions/a2.lua:5
ALTER SERVER there OPTIONS (ADD port '5');

-- migrations/versions/a2.lua:5
ALTER SERVER there OPTIONS (DROP dbname);

revision  a3
parent    a2
message   dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/a3.lua

upgrade

-- migrations/versions/a3.lua:4
DROP USER MAPPING FOR CURRENT_USER SERVER beyond;

-- migrations/versions/a3.lua:5
DROP SERVER beyond CASCADE;

-- migrations/versions/a3.lua:6
DROP FOREIGN DATA WRAPPER farther;

downgrade (derived)

-- migrations/versions/a3.lua:6
CREATE FOREIGN DATA WRAPPER farther OPTIONS (debug 'true');

-- migrations/versions/a3.lua:6
ALTER FOREIGN DATA WRAPPER farther OPTIONS (DROP debug);

-- migrations/versions/a3.lua:5
CREATE SERVER beyond TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER farther OPTIONS (host 'a', port '5');

-- migrations/versions/a3.lua:5
ALTER SERVER beyond VERSION '2';

-- migrations/versions/a3.lua:5
ALTER SERVER beyond OPTIONS (SET host 'b');

-- migrations/versions/a3.lua:5
ALTER SERVER beyond OPTIONS (DROP port);

-- migrations/versions/a3.lua:5
ALTER SERVER beyond OPTIONS (ADD dbname 'd');

-- migrations/versions/a3.lua:5
CREATE USER MAPPING FOR PUBLIC SERVER beyond OPTIONS ("user" 'u');

-- migrations/versions/a3.lua:5
ALTER USER MAPPING FOR PUBLIC SERVER beyond OPTIONS (SET "user" 'v');

-- migrations/versions/a3.lua:5
ALTER USER MAPPING FOR PUBLIC SERVER beyond OPTIONS (ADD password 'p');

-- migrations/versions/a3.lua:5
COMMENT ON SERVER beyond IS 'over there';

-- migrations/versions/a3.lua:4
CREATE USER MAPPING IF NOT EXISTS FOR CURRENT_USER SERVER beyond;

revision  a4
parent    a3
message   one that is altered
created   2026-11-22T15:10:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:4
CREATE FOREIGN DATA WRAPPER near OPTIONS (x '1');

downgrade (derived)

-- migrations/versions/a4.lua:4
DROP FOREIGN DATA WRAPPER near;

revision  a5
parent    a4
message   one statement does it all
created   2026-11-22T15:10:00Z
file      migrations/versions/a5.lua

upgrade

-- migrations/versions/a5.lua:4
ALTER FOREIGN DATA WRAPPER near OPTIONS (DROP x, ADD x '2', SET x '3', ADD y '4', DROP y);

downgrade (derived)

-- migrations/versions/a5.lua:4
ALTER FOREIGN DATA WRAPPER near OPTIONS (SET x '1');

revision  a6 (head)
parent    a5
message   and gone
created   2026-11-22T15:10:00Z
file      migrations/versions/a6.lua

upgrade

-- migrations/versions/a6.lua:4
DROP FOREIGN DATA WRAPPER near;

downgrade (derived)

-- migrations/versions/a6.lua:4
CREATE FOREIGN DATA WRAPPER near OPTIONS (x '1');

-- migrations/versions/a6.lua:4
ALTER FOREIGN DATA WRAPPER near OPTIONS (SET x '3');
