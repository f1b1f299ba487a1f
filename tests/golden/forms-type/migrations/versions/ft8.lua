revision { id = "ft8", parent = "ft7", message = "operator classes", created = "2026-11-29T12:00:00Z" }

function upgrade()
	execute [==[
		CREATE OPERATOR FAMILY of1 USING btree;
		CREATE OPERATOR CLASS oc1 FOR TYPE integer USING btree FAMILY of1 AS OPERATOR 1 <, OPERATOR 2 <= , OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 > (integer, integer), FUNCTION 1 btint4cmp(integer, integer), FUNCTION 4 btequalimage(oid);
		CREATE OPERATOR CLASS oc3 FOR TYPE point USING gist AS OPERATOR 15 <-> (point, point) FOR ORDER BY float_ops, FUNCTION 1 gist_point_consistent(internal, point, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal), FUNCTION 3 gist_point_compress(internal), FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal), FUNCTION 8 gist_point_distance(internal, point, smallint, oid, internal), STORAGE box;
		ALTER OPERATOR FAMILY of1 USING btree ADD OPERATOR 1 < (int4, int8), FUNCTION 1 (int4, int8) btint48cmp(int4, int8);
		ALTER OPERATOR FAMILY of1 USING btree DROP OPERATOR 1 (int4, int8), FUNCTION 1 (int4, int8);
		ALTER OPERATOR CLASS oc1 USING btree RENAME TO oc1b; ALTER OPERATOR FAMILY of1 USING btree RENAME TO of1b; ALTER OPERATOR CLASS oc1b USING btree SET SCHEMA app; ALTER OPERATOR FAMILY of1b USING btree OWNER TO CURRENT_USER;
		COMMENT ON OPERATOR CLASS app.oc1b USING btree IS 'oc'; COMMENT ON OPERATOR FAMILY of1b USING btree IS 'of';
		DROP OPERATOR CLASS IF EXISTS app.oc1b USING btree CASCADE; DROP OPERATOR FAMILY of1b USING btree CASCADE;
	]==]
end
