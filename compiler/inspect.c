/* Inspect: a database is read as the SQL that makes it.

   Each kind says in queries of the catalogs which statements make its objects, as they would stand in a migration. All of the
   queries go to the server in one message, in a transaction that only reads; what they return is parsed and replayed like any
   other SQL. So there is one way into a schema value, and what a database holds is said as a migration would have said it. */
#include <stdlib.h>
#include <string.h>

#include "../runtime/db.h"
#include "diff.h"
#include "inspect.h"
#include "kind/kind.h"
#include "replay.h"
#include "spell.h"
#include "sql.h"

/* what the queries of the kinds are made with */
static const struct common {
	const char *name, *sql;
} common[] = {
	/* what belongs to extensions */
	{"member",
         "member (classid, objid) AS MATERIALIZED (\n"
         "  SELECT classid, objid FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e')"},
	/* the schemas that are read */
	{"home",
         "home (oid, name, said) AS MATERIALIZED (\n"
         "  SELECT n.oid, n.nspname, quote_ident(n.nspname) FROM pg_namespace n\n"
         "  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND <<schemas>>\n"
         "    AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_namespace'::regclass AND m.objid = n.oid))"},
	/* the relations in them, but for what migrate and Alembic keep for themselves */
	{"relation",
         "relation AS MATERIALIZED (\n"
         "  SELECT c.*, h.name AS schema, format('%s.%I', h.said, c.relname) AS said FROM pg_class c JOIN home h ON h.oid = c.relnamespace\n"
         "  WHERE c.relpersistence <> 't' AND c.relkind NOT IN ('i', 'I')\n"
         "    AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_class'::regclass AND m.objid = c.oid)\n"
         "    AND c.relname <> 'alembic_version' AND NOT (h.name = <<history>> AND c.relname IN (<<own>>)))"},
	/* and the types */
	{"made_type",
         "made_type AS (\n"
         "  SELECT t.*, h.name AS schema, format('%s.%I', h.said, t.typname) AS said FROM pg_type t JOIN home h ON h.oid = t.typnamespace\n"
         "  WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_type'::regclass AND m.objid = t.oid))"},
	/* a table's parent, the first where there are several */
	{"parent", "parent (oid, parent) AS MATERIALIZED (\n"
                   "  SELECT i.inhrelid, i.inhparent FROM pg_inherits i WHERE i.inhseqno = 1)"},
	/* storage parameters */
	{"parameters",
         "parameters (oid, said) AS (\n"
         "  SELECT r.oid, string_agg(p.said, ', ' ORDER BY p.part, p.n) FROM pg_class r LEFT JOIN pg_class t ON t.oid = r.reltoastrelid\n"
         "    CROSS JOIN LATERAL (\n"
         "      SELECT 1, row_number() OVER (), format('%I=%s', option_name, CASE WHEN option_value ~ '^([0-9.]+|[a-z]+)$' THEN option_value ELSE quote_literal(option_value) END)\n"
         "        FROM pg_options_to_table(r.reloptions)\n"
         "      UNION ALL SELECT 2, row_number() OVER (), format('toast.%I=%s', option_name, option_value) FROM pg_options_to_table(t.reloptions)) p (part, n, said)\n"
         "  WHERE r.reloptions IS NOT NULL OR t.reloptions IS NOT NULL GROUP BY r.oid)"},
	/* the options of sequences, as far as they are not what leaving them out means */
	{"sequence",
         "sequence (oid, options) AS MATERIALIZED (\n"
         "  SELECT q.seqrelid, concat_ws(' ',\n"
         "      CASE WHEN q.seqincrement <> 1 THEN 'INCREMENT BY ' || q.seqincrement::text END,\n"
         "      CASE WHEN q.seqmin <> d.min THEN 'MINVALUE ' || q.seqmin::text END,\n"
         "      CASE WHEN q.seqmax <> d.max THEN 'MAXVALUE ' || q.seqmax::text END,\n"
         "      CASE WHEN q.seqstart <> CASE WHEN q.seqincrement > 0 THEN q.seqmin ELSE q.seqmax END THEN 'START WITH ' || q.seqstart::text END,\n"
         "      CASE WHEN q.seqcache <> 1 THEN 'CACHE ' || q.seqcache::text END,\n"
         "      CASE WHEN q.seqcycle THEN 'CYCLE' END)\n"
         "  FROM pg_sequence q\n"
         "  CROSS JOIN LATERAL (SELECT CASE q.seqtypid WHEN 'smallint'::regtype THEN 32767 WHEN 'integer'::regtype THEN 2147483647\n"
         "      ELSE 9223372036854775807 END AS most) m\n"
         "  CROSS JOIN LATERAL (SELECT CASE WHEN q.seqincrement > 0 THEN 1 ELSE -1 - m.most END AS min,\n"
         "      CASE WHEN q.seqincrement > 0 THEN m.most ELSE -1 END AS max) d)"},
	/* how identity columns say them */
	{"identity",
         "identity (oid, attnum, said) AS MATERIALIZED (\n"
         "  SELECT a.attrelid, a.attnum, ' (' || nullif(concat_ws(' ', CASE WHEN s.relname <> format('%s_%s_seq', r.relname, a.attname)\n"
         "      THEN 'SEQUENCE NAME ' || s.said END, nullif(q.options, '')), '') || ')'\n"
         "  FROM pg_depend d JOIN relation s ON s.oid = d.objid JOIN sequence q ON q.oid = s.oid JOIN relation r ON r.oid = d.refobjid\n"
         "    JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = d.refobjsubid\n"
         "  WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'i')"},
	/* how collations are named */
	{"named_collation",
         "named_collation (oid, said) AS (\n"
         "  SELECT c.oid, CASE WHEN n.nspname = 'pg_catalog' THEN quote_ident(c.collname) ELSE format('%I.%I', n.nspname, c.collname) END\n"
         "  FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace)"},
	/* the operators and functions of operator classes and families */
	{"family_element",
         "family_element (class, oid, said) AS (\n"
         "  SELECT 'pg_amop'::regclass::oid, o.oid, concat('OPERATOR ', o.amopstrategy, ' ', quote_ident(n.nspname), '.', x.oprname,\n"
         "      format(' (%s, %s)', format_type(o.amoplefttype, NULL), format_type(o.amoprighttype, NULL)), ' FOR ORDER BY ' || quote_ident(m.nspname) || '.' || quote_ident(f.opfname))\n"
         "    FROM pg_amop o JOIN pg_operator x ON x.oid = o.amopopr JOIN pg_namespace n ON n.oid = x.oprnamespace\n"
         "      LEFT JOIN pg_opfamily f ON f.oid = o.amopsortfamily LEFT JOIN pg_namespace m ON m.oid = f.opfnamespace\n"
         "  UNION ALL SELECT 'pg_amproc'::regclass, p.oid, format('FUNCTION %s (%s, %s) %s', p.amprocnum, format_type(p.amproclefttype, NULL),\n"
         "      format_type(p.amprocrighttype, NULL), p.amproc::regprocedure) FROM pg_amproc p)"},
	/* the names of the columns of indexes, which keep those that the table's had: as they would be now. Joined, not asked of each index:
	   the server would look through all columns of the database for it */
	{"index_called",
         "index_called (oid, said) AS MATERIALIZED (\n"
         "  SELECT i.indexrelid, string_agg(coalesce(c.attname, a.attname), '_' ORDER BY a.attnum) FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indexrelid\n"
         "    LEFT JOIN pg_attribute c ON c.attrelid = i.indrelid AND c.attnum = i.indkey[a.attnum - 1] GROUP BY i.indexrelid)"},
	/* partitions that are not what PARTITION OF makes: their columns have another order, or their keys other names */
	{"attached",
         "attached (oid) AS (\n"
         "  SELECT r.oid FROM relation r JOIN parent h ON h.oid = r.oid\n"
         "  WHERE r.relispartition AND (\n"
         "    (SELECT array_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped) <>\n"
         "      (SELECT array_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = h.parent AND a.attnum > 0 AND NOT a.attisdropped)\n"
         "    OR r.oid IN (SELECT k.conrelid FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN index_called n ON n.oid = k.conindid\n"
         "      WHERE k.conparentid <> 0 AND k.contype IN ('p', 'u', 'x') AND k.conname <> CASE k.contype WHEN 'p' THEN t.relname || '_pkey'\n"
         "        ELSE format('%s_%s_%s', t.relname, n.said, CASE k.contype WHEN 'u' THEN 'key' ELSE 'excl' END) END)))"},
	/* partitioned indexes, with their parts, that are put together part by part, for another index could be taken for one */
	{"pieced",
         "pieced (oid) AS MATERIALIZED (\n"
         "  SELECT e.relid FROM pg_class r CROSS JOIN LATERAL pg_partition_tree(r.oid) e WHERE r.relkind = 'I' AND NOT r.relispartition AND EXISTS (\n"
         "    SELECT FROM pg_partition_tree(r.oid) p JOIN pg_index i ON i.indexrelid = p.relid JOIN pg_index j ON j.indrelid = i.indrelid\n"
         "    WHERE p.level > 0 AND j.indexrelid <> i.indexrelid AND j.indkey::text = i.indkey::text))"},
	/* the constraints that need no other table. Keys of the same columns are not inside of CREATE TABLE, which makes one of them */
	{"own_constraint",
         "own_constraint (oid, relation, said, inside, alone) AS MATERIALIZED (\n"
         "  SELECT k.oid, r.oid, format('CONSTRAINT %I %s%s%s%s', k.conname, left(s.said, length(s.said) - length(s.tail)),\n"
         "      CASE WHEN k.contype <> 'x' THEN ' WITH (' || p.said || ')' END, CASE WHEN k.contype <> 'x' THEN ' USING INDEX TABLESPACE ' || quote_ident(b.spcname) END, s.tail),\n"
         "    k.contype = 'c' OR i.indisvalid AND row_number() OVER (PARTITION BY r.oid, k.contype = 'c', k.conkey ORDER BY k.contype <> 'p', k.oid) = 1,\n"
         "    NOT i.indisvalid\n"
         "  FROM relation r JOIN pg_constraint k ON k.conrelid = r.oid LEFT JOIN pg_class x ON x.oid = k.conindid LEFT JOIN pg_index i ON i.indexrelid = x.oid\n"
         "    LEFT JOIN parameters p ON p.oid = x.oid LEFT JOIN pg_tablespace b ON b.oid = x.reltablespace\n"
         "    CROSS JOIN LATERAL (SELECT pg_get_constraintdef(k.oid) AS said, CASE WHEN k.condeferred THEN ' DEFERRABLE INITIALLY DEFERRED'\n"
         "      WHEN k.condeferrable THEN ' DEFERRABLE' ELSE '' END AS tail) s\n"
         "  WHERE k.contype IN ('p', 'u', 'x') AND (k.conparentid = 0 OR r.oid IN (SELECT oid FROM attached))\n"
         "    OR k.contype = 'c' AND k.convalidated AND (k.conislocal OR r.oid IN (SELECT oid FROM attached)))"},
	/* the generated columns that have their expression from no parent */
	{"own_expression",
         "own_expression (oid, attnum) AS MATERIALIZED (\n"
         "  SELECT r.oid, a.attnum FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum\n"
         "  WHERE a.attgenerated <> '' AND NOT EXISTS (\n"
         "    SELECT FROM pg_inherits i JOIN pg_attribute b ON b.attrelid = i.inhparent JOIN pg_attrdef e ON e.adrelid = i.inhparent AND e.adnum = b.attnum\n"
         "    WHERE i.inhrelid = r.oid AND b.attname = a.attname AND b.attgenerated <> ''\n"
         "      AND pg_get_expr(e.adbin, e.adrelid) = pg_get_expr(d.adbin, d.adrelid)))"},
	/* what stands in CREATE TABLE */
	{"element",
         "element (oid, said) AS (\n"
         "  SELECT e.oid, string_agg(e.said, E',\\n\\t' ORDER BY e.class, e.at) FROM (\n"
         "    SELECT a.attrelid, 1, a.attnum::bigint, CASE WHEN r.reloftype = 0 AND (NOT r.relispartition OR r.oid IN (SELECT oid FROM attached)) THEN concat(quote_ident(a.attname), ' ', format_type(a.atttypid, a.atttypmod), repeat('[]', a.attndims - 1),\n"
         "        <<14? CASE a.attcompression WHEN 'p' THEN ' COMPRESSION pglz' WHEN 'l' THEN ' COMPRESSION lz4' END : ''>>,\n"
         "        CASE WHEN a.attfdwoptions IS NOT NULL THEN (SELECT format(' OPTIONS (%s)', string_agg(format('%I %L', option_name, option_value), ', '))\n"
         "          FROM pg_options_to_table(a.attfdwoptions)) END, tail.said)\n"
         "        ELSE quote_ident(a.attname) || ' WITH OPTIONS' || nullif(tail.said, '') END\n"
         "    FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid JOIN pg_type t ON t.oid = a.atttypid\n"
         "      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum LEFT JOIN named_collation l ON l.oid = a.attcollation\n"
         "      LEFT JOIN identity i ON i.oid = a.attrelid AND i.attnum = a.attnum LEFT JOIN own_expression x ON x.oid = a.attrelid AND x.attnum = a.attnum\n"
         "      CROSS JOIN LATERAL (SELECT concat(CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || l.said END,\n"
         /* what is inherited with its expression is not said with one */
         "        CASE WHEN a.attgenerated = '' THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid)\n"
         "          WHEN x.oid IS NOT NULL OR r.oid IN (SELECT oid FROM attached) THEN format(' GENERATED ALWAYS AS (%s) %s', pg_get_expr(d.adbin, d.adrelid), CASE a.attgenerated WHEN 's' THEN 'STORED' ELSE 'VIRTUAL' END) END,\n"
         "        CASE WHEN NOT r.relispartition THEN ' GENERATED ' || CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END || ' AS IDENTITY' || coalesce(i.said, '') END,\n"
         "        <<18? (SELECT CASE WHEN n.conname <> format('%s_%s_not_null', r.relname, a.attname) THEN format(' CONSTRAINT %I', n.conname) ELSE '' END || ' NOT NULL'\n"
         "          FROM pg_constraint n WHERE n.conrelid = r.oid AND n.contype = 'n' AND n.conkey[1] = a.attnum AND n.convalidated AND NOT n.connoinherit)\n"
         "          : CASE WHEN a.attnotnull THEN ' NOT NULL' END>>) AS said) tail\n"
         "    WHERE r.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND (a.attislocal OR x.oid IS NOT NULL OR r.oid IN (SELECT oid FROM attached))\n"
         "    UNION ALL\n"
         "    SELECT relation, 2, oid::bigint, said FROM own_constraint WHERE inside) e (oid, class, at, said)\n"
         "  GROUP BY e.oid)"},
};

/* "<<14? newer : older>>" for a server */
static void
add_choice(struct buf *b, const char *choice, size_t n, int server)
{
	const char *newer = strchr(choice, '?') + 1, *older = strstr(newer, " : ");

	if (server >= atoi(choice) * 10000)
		buf_mem(b, newer, (size_t)(older - newer));
	else
		buf_mem(b, older + 3, n - (size_t)(older + 3 - choice));
}

/* which schemas are read: those that were made for it, or all others */
static void
add_schemas(struct buf *b, const struct spelling *sp)
{
	if (sp)
		buf_fmt(b,
		        "n.nspname IN (SELECT '" SCRATCH
		        "' || i - 1 FROM generate_series(1, %zu) i)",
		        sp->schemas.n);
	else
		buf_add(b, "n.nspname !~ '^" SCRATCH "'");
}

/* a query for a server: what stands between << and >> put in */
static void
add_query(struct buf *b, const struct config *c, const struct inspect_options *o, const char *sql,
          int server)
{
	const char *open, *end;
	size_t i;

	for (; (open = strstr(sql, "<<")); sql = end + 2) {
		buf_mem(b, sql, (size_t)(open - sql));
		open += 2;
		end = strstr(open, ">>");
		if (strncmp(open, "history>>", 9) == 0)
			buf_add(b, sql_literal(c->history_schema));
		else if (strncmp(open, "path>>", 6) == 0)
			for (i = 0; i < c->schema.n; i++)
				buf_fmt(b, "%s%s", i ? ", " : "", sql_literal(c->schema.v[i]));
		else if (strncmp(open, "schemas>>", 9) == 0)
			add_schemas(b, o->spelling);
		else if (strncmp(open, "own>>", 5) == 0)
			for (i = 0; migrate_tables[i]; i++)
				buf_fmt(b, "%s%s", i ? ", " : "", sql_literal(migrate_tables[i]));
		else
			add_choice(b, open, (size_t)(end - open), server);
	}
	buf_add(b, sql);
}

/* WITH what of the common expressions a query names, and what these name; a query may go on with its own */
static void
add_common(struct buf *b, const struct config *c, const struct inspect_options *o, const char *sql,
           int server)
{
	bool used[LEN(common)], any = false;
	size_t i, k;

	for (k = LEN(common); k-- > 0;) {
		used[k] = strstr(sql, common[k].name);
		for (i = k + 1; i < LEN(common); i++)
			used[k] |= used[i] && strstr(common[i].sql, common[k].name);
	}
	for (k = 0; k < LEN(common); k++) {
		if (!used[k])
			continue;
		buf_add(b, any ? ",\n" : "WITH ");
		add_query(b, c, o, common[k].sql, server);
		any = true;
	}
	buf_add(b, "\n");
}

/* the settings that tell how the server spells what it returns */
static void
add_settings(struct buf *b, const struct config *c, const struct inspect_options *o)
{
	buf_fmt(b, "BEGIN ISOLATION LEVEL REPEATABLE READ%s;\n", o->spelling ? "" : " READ ONLY");
	buf_add(b, "SET LOCAL statement_timeout TO 0;\n"
	           "SET LOCAL lock_timeout TO '10s';\n");
	buf_fmt(b, "SET LOCAL search_path TO %s;\n", sql_names(&c->schema));
	buf_add(b, "SET LOCAL quote_all_identifiers TO off;\n"
	           "SET LOCAL TimeZone TO 'UTC';\n"
	           "SET LOCAL DateStyle TO 'ISO, MDY';\n"
	           "SET LOCAL IntervalStyle TO 'postgres';\n"
	           "SET LOCAL bytea_output TO 'hex';\n"
	           "SET LOCAL extra_float_digits TO 1;\n"
	           "SET LOCAL jit TO off;\n"
	           "SET LOCAL enable_nestloop TO off;\n");
	if (o->spelling)
		buf_add(b, o->spelling->start);
}

static struct list
queries_for(const struct inspect_options *o, int server)
{
	struct list all = catalog_queries(), some = {0};
	const struct catalog_query *q;
	size_t i;

	for (i = 0; i < all.n; i++) {
		q = all.v[i];
		if (o->spelling && q->phase == PHASE_CREATE_SCHEMA)
			continue;
		if (server >= q->since * 10000 && (q->asked != ASKED_GRANTS || o->grants) &&
		    (q->asked != ASKED_OWNERS || o->owners) &&
		    (q->asked != ASKED_VERSIONS || o->versions))
			list_add(&some, all.v[i]);
	}
	return some;
}

static struct schema *
unreadable(struct err *err, struct inspect_options *o)
{
	o->unreachable = err->code == ERR_CONNECTION;
	o->why = str(text_str(&err->text));
	o->failed = (struct strs){0};
	err_free(err);
	/* what it cannot tell is no error */
	if (o->spelling && !o->unreachable)
		return NULL;
	error_at((struct loc){0}, E_DATABASE, "inspect: %s", o->why);
	return NULL;
}

/* ---- which of what is there ---- */

static bool
matches(const char *pattern, const char *name)
{
	for (; *pattern && *pattern != '*'; pattern++, name++)
		if (!*name || (*pattern != '?' && *pattern != *name))
			return false;
	if (!*pattern)
		return !*name;
	for (pattern++; !matches(pattern, name); name++)
		if (!*name)
			return false;
	return true;
}

/* a pattern without a dot is for names in any schema */
static bool
has_match(const struct strs *patterns, const char *schema, const char *name)
{
	const char *full = schema ? strf("%s.%s", schema, name) : name;
	size_t i;

	for (i = 0; i < patterns->n; i++)
		if (matches(patterns->v[i], strchr(patterns->v[i], '.') ? full : name))
			return true;
	return false;
}

/* schema NULL: it is in none; name NULL: it is what others need, whatever they are called */
static bool
is_wanted(const struct inspect_options *o, const char *schema, const char *name)
{
	if (o->spelling)
		return schema;
	if (!name)
		return !schema || !o->schemas.n || has_match(&o->schemas, NULL, schema);
	if (o->schemas.n && (!schema || !has_match(&o->schemas, NULL, schema)))
		return false;
	if (o->include.n && (!schema || !has_match(&o->include, schema, name)))
		return false;
	return !has_match(&o->exclude, schema, name);
}

/* ---- what is done with it ---- */

/* the statement is said by its first line */
void
inspect_warn(const char *sql, struct loc at, bool is_in, const char *why)
{
	const size_t most = 80;
	size_t n = strcspn(sql, "\n");
	bool is_long;

	if (n >= 2 && strncmp(sql + n - 2, " (", 2) == 0)
		n -= 2;
	is_long = n > most;
	if (is_long)
		n = utf8_clip(sql, most);
	warn_at(at, "inspect: %.*s%s is %s: %s", (int)n, sql, is_long ? " …" : "",
	        is_in ? "printed, though nothing is known of it" : "left out", why);
}

struct reading {
	struct inspect_options *o;
	struct loc at;
	struct list ops;   /* struct op */
	struct map taken;  /* by the statement: what several batches made is told by each */
	struct map passed; /* by bare name: "schema.name" of what is not wanted */
	struct list seen;  /* struct qname: what is there, wanted or not */
	size_t n_queries, n_answers;
};

static void
take_row(struct reading *r, const char *sql)
{
	struct op *op;
	bool quiet;

	if (r->o->spelling && map_put(&r->taken, sql, r))
		return;
	quiet = diag_quiet(true);
	op = execute_new(r->at, sql);
	diag_quiet(quiet);
	if (op) {
		list_add(&r->ops, op);
		return;
	}
	inspect_warn(sql, r->at, r->o->as_sql,
	             strf("%s; SQL is read as PostgreSQL 15 has it", diag_last()));
	strs_add(&r->o->refused, sql);
}

static void
pass_by(struct reading *r, const char *schema, const char *name)
{
	if (schema && name)
		map_put(&r->passed, str(name), strf("%s.%s", schema, name));
}

static void
see(struct reading *r, const char *schema, const char *name)
{
	if (schema)
		list_add(&r->seen, copy(&(struct qname){str(schema), name ? str(name) : ""},
		                        sizeof(struct qname)));
}

static void
take_rows(struct reading *r, const struct rows *rows)
{
	unsigned i;

	for (i = 0; i < rows->n; i++) {
		see(r, rows_get(rows, i, 0), rows_get(rows, i, 1));
		if (!is_wanted(r->o, rows_get(rows, i, 0), rows_get(rows, i, 1)))
			pass_by(r, rows_get(rows, i, 0), rows_get(rows, i, 1));
		else
			take_row(r,
			         r->o->spelling
			                 ? spelled_row(r->o->spelling, rows_get(rows, i, 0),
			                               rows_get(rows, i, 1), rows_text(rows, i, 2))
			                 : str(rows_text(rows, i, 2)));
	}
}

static void
add_sql(const struct op *op, struct strs *sql)
{
	struct list steps = {0};
	const struct step *step;
	size_t i;

	op->class->render(op, &steps);
	for (i = 0; i < steps.n; i++) {
		step = steps.v[i];
		strs_add(sql, step->sql);
	}
}

/* the body of a function may have lost what it names since it was made; what is still refused then */
static struct list
without_bodies(struct schema *s, const struct reading *r, const struct list *ops)
{
	struct list refused, done;
	size_t i;

	s->bodies_unread = true;
	done = apply_in_order(s, ops, true, &refused);
	s->bodies_unread = false;
	for (i = 0; i < done.n; i++)
		add_sql(done.v[i], &r->o->sql);
	return refused;
}

/* what is named by statements that were refused, and was not wanted */
static void
note_passed(const struct reading *r, const struct strs *sql)
{
	struct strs names = {0}, needed = {0};
	const char *full;
	size_t i;

	for (i = 0; r->passed.n && i < sql->n; i++)
		scan_names(sql->v[i], &names);
	for (i = 0; i < names.n; i++) {
		full = map_get(&r->passed, names.v[i]);
		if (full)
			strs_add(&needed, full);
	}
	if (needed.n)
		note_at(r->at,
		        "inspect: what is left out names %s, which %s not chosen by --schema, --include, --exclude",
		        strs_join(&needed, ", "), needed.n == 1 ? "is" : "are");
}

static bool
is_seen(const struct reading *r, const char *pattern, bool schemas)
{
	struct strs one = {0};
	const struct qname *name;
	size_t i;

	strs_add(&one, pattern);
	for (i = 0; i < r->seen.n; i++) {
		name = r->seen.v[i];
		if (schemas ? has_match(&one, NULL, name->schema)
		            : has_match(&one, name->schema, name->name))
			return true;
	}
	return false;
}

/* patterns that choose nothing, which may be misspelled */
static void
note_unseen(const struct reading *r, const char *option, const struct strs *patterns)
{
	const bool schemas = patterns == &r->o->schemas;
	size_t i;

	for (i = 0; i < patterns->n; i++)
		if (!is_seen(r, patterns->v[i], schemas))
			note_at(r->at, "inspect: %s %s: there is nothing%s that is called so",
			        option, patterns->v[i], schemas ? " in a schema" : "");
}

static bool
is_chosen(const struct inspect_options *o)
{
	return o->schemas.n || o->include.n || o->exclude.n;
}

/* what the replay has no place for. What only lacks that is not said: one gap is one warning */
static void
leave_out(struct schema *s, const struct reading *r, const struct list *refused)
{
	struct strs gone = {0}, *sql;
	size_t mark, excused, i;
	enum applied result;
	bool quiet;

	for (i = 0; i < r->o->refused.n; i++)
		excuse_code(s, r->at, r->o->refused.v[i]);
	for (i = 0; i < refused->n; i++) {
		mark = schema_mark(s);
		excused = s->excused.n;
		quiet = diag_quiet(true);
		result = op_apply(refused->v[i], s);
		diag_quiet(quiet);
		/* where some is chosen, what needs the rest is not there, nor what needs that */
		sql = result == REFUSED && is_chosen(r->o) ? &gone : &r->o->refused;
		add_sql(refused->v[i], sql);
		/* of a spelling it is what could not be made there, which is said */
		if (result == REFUSED && !r->o->spelling)
			inspect_warn(sql->v[sql->n - 1], r->at, r->o->as_sql && sql != &gone,
			             diag_last());
		if (sql == &gone) {
			schema_back(s, mark);
			map_cut(&s->excused, excused);
		}
	}
	if (!r->o->spelling)
		note_passed(r, &gone);
}

static struct schema *
make(const struct config *c, const struct reading *r)
{
	struct schema *s = replay_start(c);
	struct list refused, done, ops = {0};
	size_t i;

	if (r->o->spelling)
		list_append(&ops, &r->o->spelling->rest);
	list_append(&ops, &r->ops);
	done = apply_in_order(s, &ops, true, &refused);
	for (i = 0; i < done.n; i++)
		add_sql(done.v[i], &r->o->sql);
	refused = without_bodies(s, r, &refused);
	leave_out(s, r, &refused);
	note_unseen(r, "--schema", &r->o->schemas);
	note_unseen(r, "--include", &r->o->include);
	note_unseen(r, "--exclude", &r->o->exclude);
	return s;
}

static char *
query_sql(const struct config *c, const struct inspect_options *o, const struct catalog_query *q,
          int server)
{
	struct buf b = {0};

	add_common(&b, c, o, q->sql, server);
	add_query(&b, c, o, q->sql, server);
	return buf_str(&b);
}

/* half of the locks that there are is left to others. And what the role is not shown: warnings, each ended by a character that is in no name */
static const char head_sql[] =
	"SELECT current_database(), current_setting('migratec.failed', true), current_setting('max_locks_per_transaction')::bigint\n"
	"  * (current_setting('max_connections')::bigint + current_setting('max_prepared_transactions')::bigint) / 2,\n"
	"  (SELECT string_agg(hidden.said || E'\\x1e', '' ORDER BY hidden.said) FROM (\n"
	"    SELECT format('role %I may not use schema %I, which is on the search path: what is in it cannot be asked, and is found under other names; GRANT USAGE ON SCHEMA %2$I TO %1$I', current_user, n.nspname)\n"
	"      FROM pg_namespace n WHERE n.nspname IN (<<path>>) AND NOT has_schema_privilege(n.oid, 'USAGE')\n"
	"    UNION ALL SELECT format('role %I may not see the options of user mapping for %s server %I: it is read without them', current_user, CASE u.umuser WHEN 0 THEN 'PUBLIC' ELSE quote_ident(u.usename) END, u.srvname)\n"
	"      FROM pg_user_mappings u JOIN pg_foreign_server s ON s.oid = u.srvid\n"
	"      WHERE NOT CASE WHEN u.umuser = 0 THEN pg_has_role(s.srvowner, 'USAGE')\n"
	"        ELSE u.usename = current_user AND (pg_has_role(s.srvowner, 'USAGE') OR has_server_privilege(s.oid, 'USAGE')) END\n"
	"      AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)) hidden (said));\n";

/* each batch is made, asked about and taken back. The queries are functions, so that each is sent, read and planned once */
static void
add_batches(struct buf *b, const struct config *c, const struct inspect_options *o,
            const struct list *queries, int server)
{
	const struct strs *batches = &o->spelling->batches;
	size_t i, k;

	buf_add(b, "CREATE SCHEMA " SCRATCH "queries;\n");
	for (k = 0; k < queries->n; k++)
		buf_fmt(b,
		        "CREATE FUNCTION " SCRATCH
		        "queries.q%zu() RETURNS SETOF record LANGUAGE plpgsql AS %s;\n",
		        k,
		        sql_literal(strf(
				"BEGIN RETURN QUERY SELECT q.a::text, q.b::text, q.c::text FROM (%s) q (a, b, c); END",
				query_sql(c, o, queries->v[k], server))));
	buf_add(b, "SAVEPOINT batch;\n");
	for (i = 0; i < batches->n; i++) {
		buf_fmt(b, "%s;\n", batches->v[i]);
		add_query(b, c, o, head_sql, server);
		for (k = 0; k < queries->n; k++)
			buf_fmt(b,
			        "SELECT * FROM " SCRATCH
			        "queries.q%zu() q (a text, b text, c text);\n",
			        k);
		buf_add(b, "ROLLBACK TO SAVEPOINT batch;\n");
	}
}

/* all that is sent: one message */
static char *
message(const struct config *c, const struct inspect_options *o, const struct list *queries,
        int server)
{
	struct buf b = {0};
	size_t i;

	add_settings(&b, c, o);
	if (o->spelling) {
		add_batches(&b, c, o, queries, server);
		buf_add(&b, "ROLLBACK");
		return buf_str(&b);
	}
	add_query(&b, c, o, head_sql, server);
	for (i = 0; i < queries->n; i++)
		buf_fmt(&b, "%s;\n", query_sql(c, o, queries->v[i], server));
	buf_add(&b, "COMMIT");
	return buf_str(&b);
}

/* "subject\x1fwhy\x1e…": what could not be made */
static void
take_failed(struct inspect_options *o, const char *text)
{
	const char *said;
	size_t n;

	for (; *text; text += n + (text[n] == '\x1e')) {
		n = strcspn(text, "\x1e");
		said = spelled_message(o->spelling, strn(text, n));
		if (!strs_has(&o->failed, said))
			strs_add(&o->failed, said);
	}
}

static void
warn_hidden(const struct reading *r, const char *text)
{
	size_t n;

	for (; *text; text += n + 1) {
		n = strcspn(text, "\x1e");
		warn_at(r->at, "inspect: %s", strn(text, n));
	}
}

/* the row before the answers */
static void
take_head(struct reading *r, const struct rows *rows)
{
	r->at.file = strf("postgresql:%s", rows_text(rows, 0, 0));
	r->o->locks = (size_t)rows_number(rows, 0, 2);
	if (r->o->spelling)
		take_failed(r->o, rows_text(rows, 0, 1));
	else
		warn_hidden(r, rows_text(rows, 0, 3));
}

struct db *
inspect_open(const struct inspect_options *o, struct err *err)
{
	const char *url = o->url ? o->url : getenv("DATABASE_URL");
	struct db_options options = {.url = url && *url ? url : NULL, .program = "migratec"};
	struct db *db;

	return db_open(&db, &options, err) < 0 ? NULL : db;
}

int
inspect_connect(struct inspect_options *o)
{
	struct err err = {0};
	struct db *db = inspect_open(o, &err);
	struct rows rows;
	int rc = db ? db_read(db, "SELECT current_user", NULL, &rows, &err) : -1;

	if (db)
		db_close(db);
	if (rc < 0) {
		unreadable(&err, o);
		return rc;
	}
	role_connected(str(rows_text(&rows, 0, 0)));
	rows_free(&rows);
	return 0;
}

/* struct reading; the answers to each batch stand behind its head */
static void
take_answer(void *context, const struct rows *rows)
{
	struct reading *r = context;

	if (r->n_answers++ % (r->n_queries + 1))
		take_rows(r, rows);
	else
		take_head(r, rows);
}

struct schema *
inspect(const struct config *c, struct inspect_options *o)
{
	struct reading r = {.o = o};
	struct list queries;
	struct err err = {0};
	struct db *db = inspect_open(o, &err);
	int rc;

	if (!db)
		return unreadable(&err, o);
	queries = queries_for(o, db_server_version(db));
	r.n_queries = queries.n;
	rc = db_read_all(db, message(c, o, &queries, db_server_version(db)), take_answer, &r, &err);
	db_close(db);
	return rc < 0 ? unreadable(&err, o) : make(c, &r);
}
