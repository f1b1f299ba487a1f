/* How a live database says tables: with the columns and constraints that need nothing else in one statement, and what CREATE TABLE has
   no place for behind it. */
#include "kind.h"

const struct catalog_query table_catalog[] = {
	{.phase = PHASE_CREATE_TABLE,
         .sql = "SELECT r.schema, r.relname, concat('CREATE ', CASE WHEN r.relpersistence = 'u' THEN 'UNLOGGED ' WHEN r.relkind = 'f' THEN 'FOREIGN ' END, 'TABLE ', r.said,\n"
                "    CASE WHEN r.reloftype <> 0 THEN ' OF ' || format_type(r.reloftype, NULL) END, ' PARTITION OF ' || w.said,\n"
                "    CASE WHEN e.said IS NOT NULL THEN format(E' (\\n\\t%s\\n)', e.said) WHEN r.reloftype = 0 AND w.oid IS NULL THEN ' ()' END,\n"
                "    ' ' || CASE WHEN w.oid IS NOT NULL THEN pg_get_expr(r.relpartbound, r.oid) END,\n"
                "    CASE WHEN NOT r.relispartition THEN (SELECT format(' INHERITS (%s)', string_agg(u.said, ', ' ORDER BY i.inhseqno))\n"
                "      FROM pg_inherits i JOIN relation u ON u.oid = i.inhparent WHERE i.inhrelid = r.oid HAVING count(*) > 0) END,\n"
                "    CASE WHEN r.relkind = 'p' THEN ' PARTITION BY ' || pg_get_partkeydef(r.oid) END,\n"
                "    CASE WHEN m.amname <> 'heap' THEN ' USING ' || quote_ident(m.amname) END, ' WITH (' || p.said || ')', ' TABLESPACE ' || CASE WHEN r.reltablespace IS DISTINCT FROM w.reltablespace THEN coalesce(quote_ident(s.spcname), CASE WHEN w.oid IS NOT NULL THEN 'pg_default' END) END,\n"
                "    (SELECT concat(' SERVER ', quote_ident(v.srvname), (SELECT format(' OPTIONS (%s)', string_agg(format('%I %L', option_name, option_value), ', '))\n"
                "        FROM pg_options_to_table(f.ftoptions) HAVING count(*) > 0))\n"
                "      FROM pg_foreign_table f JOIN pg_foreign_server v ON v.oid = f.ftserver WHERE f.ftrelid = r.oid))\n"
                "FROM relation r\n"
                "  LEFT JOIN parent h ON h.oid = r.oid AND r.relispartition LEFT JOIN relation w ON w.oid = h.parent AND r.oid NOT IN (SELECT oid FROM attached)\n"
                "  LEFT JOIN element e ON e.oid = r.oid LEFT JOIN parameters p ON p.oid = r.oid\n"
                "  LEFT JOIN pg_am m ON m.oid = r.relam LEFT JOIN pg_tablespace s ON s.oid = r.reltablespace\n"
                "WHERE r.relkind IN ('r', 'p', 'f') ORDER BY r.oid"},
	{.phase = PHASE_ADD_COLUMN,
         .sql = "SELECT r.schema, r.relname, format('ALTER TABLE %s ATTACH PARTITION %s %s', w.said, r.said, pg_get_expr(r.relpartbound, r.oid))\n"
                "FROM attached a JOIN relation r ON r.oid = a.oid JOIN parent h ON h.oid = r.oid JOIN relation w ON w.oid = h.parent ORDER BY r.oid"},
	{.phase = PHASE_ALTER_COLUMN,
         .sql = "SELECT r.schema, r.relname, format('ALTER %sTABLE %s ALTER COLUMN %I %s', CASE r.relkind WHEN 'f' THEN 'FOREIGN ' END,\n"
                "    CASE WHEN x.own THEN 'ONLY ' ELSE '' END || r.said, a.attname, x.said)\n"
                "FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid JOIN pg_type t ON t.oid = a.atttypid\n"
                "  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum\n"
                "  LEFT JOIN attached k ON k.oid = r.oid LEFT JOIN parent h ON h.oid = r.oid AND a.attinhcount > 0\n"
                "  LEFT JOIN LATERAL (SELECT b.*, pg_get_expr(c.adbin, c.adrelid) AS default FROM pg_inherits i JOIN pg_attribute b ON b.attrelid = i.inhparent\n"
                "      LEFT JOIN pg_attrdef c ON c.adrelid = b.attrelid AND c.adnum = b.attnum\n"
                "    WHERE h.oid IS NOT NULL AND i.inhrelid = r.oid AND b.attname = a.attname AND NOT b.attisdropped ORDER BY i.inhseqno LIMIT 1) b ON true\n"
                "  CROSS JOIN LATERAL (VALUES\n"
                /* those below have what those above have, or say otherwise */
                "    (false, CASE WHEN a.attstorage <> coalesce(b.attstorage, t.typstorage) OR k.oid IS NOT NULL AND a.attstorage <> t.typstorage THEN 'SET STORAGE ' ||\n"
                "      CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'x' THEN 'EXTENDED' ELSE 'MAIN' END END),\n"
                "    (false, <<14? CASE WHEN a.attcompression <> CASE WHEN b.attrelid IS NOT NULL THEN b.attcompression\n"
                "        WHEN r.relkind = 'm' OR r.reloftype <> 0 THEN '' ELSE a.attcompression END\n"
                "      THEN 'SET COMPRESSION ' || CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' ELSE 'default' END END : NULL>>),\n"
                "    (false, CASE WHEN b.attrelid IS NOT NULL AND a.attgenerated = '' AND NOT (a.attislocal AND d.oid IS NOT NULL)\n"
                "        AND b.default IS DISTINCT FROM pg_get_expr(d.adbin, d.adrelid)\n"
                "      THEN coalesce('SET DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), 'DROP DEFAULT') END),\n"
                "    (false, CASE WHEN b.attrelid IS NOT NULL AND NOT a.attislocal AND a.attnotnull AND NOT b.attnotnull THEN 'SET NOT NULL'\n"
                "        <<18?  : WHEN b.attnotnull AND NOT a.attnotnull THEN 'DROP NOT NULL'>> END),\n"
                "    (true, CASE WHEN a.attstattarget >= 0 THEN 'SET STATISTICS ' || a.attstattarget::text END),\n"
                "    (true, CASE WHEN a.attoptions IS NOT NULL THEN (SELECT format('SET (%s)', string_agg(format('%I=%s', option_name, option_value), ', '))\n"
                "      FROM pg_options_to_table(a.attoptions)) END))\n"
                "    x (own, said)\n"
                "WHERE r.relkind IN ('r', 'p', 'f', 'm') AND a.attnum > 0 AND NOT a.attisdropped AND x.said IS NOT NULL\n"
                "  AND (a.attinhcount > 0 OR a.attstorage <> t.typstorage OR a.attstattarget >= 0 OR a.attoptions IS NOT NULL OR r.relkind = 'm' OR r.reloftype <> 0)\n"
                "ORDER BY CASE WHEN r.relispartition THEN (SELECT count(*) FROM pg_partition_ancestors(r.oid)) ELSE 0 END, r.oid, a.attnum"},
	{.phase = PHASE_ADD_CONSTRAINT,
         .sql = "SELECT r.schema, r.relname, format('ALTER TABLE %s%s ADD %s', CASE WHEN k.alone THEN 'ONLY ' END, r.said, k.said) FROM own_constraint k JOIN relation r ON r.oid = k.relation\n"
                "WHERE NOT k.inside ORDER BY CASE WHEN r.relispartition THEN -(SELECT count(*) FROM pg_partition_ancestors(r.oid)) ELSE 0 END, k.oid"},
	{.phase = PHASE_ADD_CONSTRAINT,
         .sql = "SELECT r.schema, r.relname, format('ALTER TABLE %s ADD CONSTRAINT %I %s', r.said, k.conname, pg_get_constraintdef(k.oid))\n"
                "FROM pg_constraint k JOIN relation r ON r.oid = k.conrelid WHERE k.contype = 'c' AND NOT k.convalidated AND k.conislocal ORDER BY k.oid"},
	{.phase = PHASE_ADD_CONSTRAINT,
         .since = 18,
         .sql = "SELECT r.schema, r.relname, format('ALTER TABLE %s ADD CONSTRAINT %I %s', r.said, k.conname, pg_get_constraintdef(k.oid))\n"
                "FROM pg_constraint k JOIN relation r ON r.oid = k.conrelid\n"
                "WHERE k.contype = 'n' AND (NOT k.convalidated OR k.connoinherit) AND k.conislocal ORDER BY k.oid"},
	{.phase = PHASE_ADD_FOREIGN_KEY,
         .sql = "SELECT r.schema, r.relname, format('ALTER TABLE %s ADD CONSTRAINT %I %s', r.said, k.conname, pg_get_constraintdef(k.oid))\n"
                "FROM pg_constraint k JOIN relation r ON r.oid = k.conrelid LEFT JOIN pg_constraint w ON w.oid = k.conparentid\n"
                "WHERE k.contype = 'f' AND (w.oid IS NULL OR w.conrelid <> k.conrelid AND w.confrelid = k.confrelid AND w.conname <> k.conname)\n"
                "ORDER BY w.oid IS NULL, CASE WHEN w.oid IS NOT NULL THEN -(SELECT count(*) FROM pg_partition_ancestors(r.oid)) END, k.oid"},
	{.phase = PHASE_ALTER_CODE,
         .sql = "SELECT r.schema, r.relname, format('ALTER TABLE ONLY %s %s', r.said, x.said)\n"
                "FROM relation r LEFT JOIN pg_index i ON i.indrelid = r.oid AND r.relreplident = 'i' AND i.indisreplident LEFT JOIN pg_class c ON c.oid = i.indexrelid\n"
                "  CROSS JOIN LATERAL (VALUES\n"
                "    (CASE r.relreplident WHEN 'f' THEN 'REPLICA IDENTITY FULL' WHEN 'n' THEN 'REPLICA IDENTITY NOTHING'\n"
                "      WHEN 'i' THEN 'REPLICA IDENTITY USING INDEX ' || quote_ident(c.relname) END),\n"
                "    (CASE WHEN r.relrowsecurity THEN 'ENABLE ROW LEVEL SECURITY' END),\n"
                "    (CASE WHEN r.relforcerowsecurity THEN 'FORCE ROW LEVEL SECURITY' END)) x (said)\n"
                "WHERE r.relkind IN ('r', 'p') AND x.said IS NOT NULL ORDER BY r.oid"},
	{.phase = PHASE_ALTER_CODE,
         .sql = "SELECT r.schema, r.relname, format('ALTER %s %s CLUSTER ON %I', CASE r.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END, r.said, c.relname)\n"
                "FROM pg_index i JOIN relation r ON r.oid = i.indrelid JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indisclustered ORDER BY c.oid"},
	{0},
};
