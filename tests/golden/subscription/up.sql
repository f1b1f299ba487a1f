revision  a1
parent    <base>
message   subscriptions
created   2026-11-22T15:10:00Z
file      migrations/versions/a.lua

upgrade

-- migrations/versions/a.lua:5
CREATE SUBSCRIPTION far CONNECTION 'host=there dbname=x' PUBLICATION part, "some more"
			WITH (connect = false, slot_name = NONE, "binary" = true);

-- migrations/versions/a.lua:7
COMMENT ON SUBSCRIPTION far IS 'what they do';

downgrade (derived)

-- migrations/versions/a.lua:7
COMMENT ON SUBSCRIPTION far IS NULL;

-- migrations/versions/a.lua:5
DROP SUBSCRIPTION far;

revision  a2
parent    a1
message   changed
created   2026-11-22T15:10:00Z
file      migrations/versions/b.lua

upgrade

-- migrations/versions/b.lua:5
ALTER SUBSCRIPTION far RENAME TO away;

-- migrations/versions/b.lua:6
ALTER SUBSCRIPTION away CONNECTION 'host=here';

-- migrations/versions/b.lua:7
ALTER SUBSCRIPTION away ADD PUBLICATION "the rest" WITH (refresh = false);

-- migrations/versions/b.lua:8
ALTER SUBSCRIPTION away DROP PUBLICATION part WITH (refresh = false);

-- migrations/versions/b.lua:9
ALTER SUBSCRIPTION away SET (slot_name = 'slot', binary = off, streaming, synchronous_commit = 'local');

-- migrations/versions/b.lua:10
ALTER SUBSCRIPTION away ENABLE;

-- migrations/versions/b.lua:11
ALTER SUBSCRIPTION away DISABLE;

-- migrations/versions/b.lua:12
ALTER SUBSCRIPTION away OWNER TO CURRENT_USER;

-- migrations/versions/b.lua:13
ALTER SUBSCRIPTION away SET (slot_name = NONE);

-- migrations/versions/b.lua:14
COMMENT ON SUBSCRIPTION away IS NULL;

downgrade (derived)

-- migrations/versions/b.lua:14
COMMENT ON SUBSCRIPTION away IS 'what they do';

-- migrations/versions/b.lua:13
ALTER SUBSCRIPTION away SET (slot_name = 'slot');

-- migrations/versions/b.lua:11
ALTER SUBSCRIPTION away ENABLE;

-- migrations/versions/b.lua:10
ALTER SUBSCRIPTION away DISABLE;

-- migrations/versions/b.lua:9
ALTER SUBSCRIPTION away SET (slot_name = NONE);

-- migrations/versions/b.lua:9
ALTER SUBSCRIPTION away SET (binary = true);

-- migrations/versions/b.lua:9
ALTER SUBSCRIPTION away SET (streaming = false);

-- migrations/versions/b.lua:9
ALTER SUBSCRIPTION away SET (synchronous_commit = 'off');

-- migrations/versions/b.lua:8
ALTER SUBSCRIPTION away SET PUBLICATION part, "some more", "the rest" WITH (refresh = false);

-- migrations/versions/b.lua:7
ALTER SUBSCRIPTION away SET PUBLICATION part, "some more" WITH (refresh = false);

-- migrations/versions/b.lua:6
ALTER SUBSCRIPTION away CONNECTION 'host=there dbname=x';

-- migrations/versions/b.lua:5
ALTER SUBSCRIPTION away RENAME TO far;

revision  a3
parent    a2
message   dropped
created   2026-11-22T15:10:00Z
file      migrations/versions/c.lua

upgrade

-- migrations/versions/c.lua:4
DROP SUBSCRIPTION away;

-- migrations/versions/c.lua:5, outside of a transaction
DROP SUBSCRIPTION IF EXISTS far;

downgrade (derived)

-- migrations/versions/c.lua:4
CREATE SUBSCRIPTION away CONNECTION 'host=there dbname=x' PUBLICATION part, "some more"
			WITH (connect = false, slot_name = NONE, "binary" = true);

-- migrations/versions/c.lua:4
ALTER SUBSCRIPTION away CONNECTION 'host=here';

-- migrations/versions/c.lua:4
ALTER SUBSCRIPTION away SET PUBLICATION "some more", "the rest" WITH (refresh = false);

-- migrations/versions/c.lua:4
ALTER SUBSCRIPTION away SET (binary = false);

-- migrations/versions/c.lua:4
ALTER SUBSCRIPTION away SET (streaming = true);

-- migrations/versions/c.lua:4
ALTER SUBSCRIPTION away SET (synchronous_commit = 'local');

revision  a4 (head)
parent    a3
message   without a slot it is made and dropped in a transaction
created   2026-11-29T19:50:00Z
file      migrations/versions/a4.lua

upgrade

-- migrations/versions/a4.lua:5
CREATE SUBSCRIPTION near CONNECTION 'host=there' PUBLICATION part WITH (connect = false, slot_name = NONE);

-- migrations/versions/a4.lua:6
CREATE SCHEMA beside;

-- migrations/versions/a4.lua:7
DROP SUBSCRIPTION near;

-- migrations/versions/a4.lua:8
CREATE SUBSCRIPTION near CONNECTION 'host=there' PUBLICATION part WITH (connect = false, slot_name = NONE);

downgrade (derived)

-- migrations/versions/a4.lua:8
DROP SUBSCRIPTION near;

-- migrations/versions/a4.lua:7
CREATE SUBSCRIPTION near CONNECTION 'host=there' PUBLICATION part WITH (connect = false, slot_name = NONE);

-- migrations/versions/a4.lua:6
DROP SCHEMA beside;

-- migrations/versions/a4.lua:5
DROP SUBSCRIPTION near;
