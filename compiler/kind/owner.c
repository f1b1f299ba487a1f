/* Owners: ALTER … OWNER TO. */
#include <string.h>

#include "code.h"

static const struct op_class change_owner;

const char *
role_sql(const PgQuery__RoleSpec *r)
{
	switch ((int)r->roletype) {
	case PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_CURRENT_ROLE:
		return "CURRENT_ROLE";
	case PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_CURRENT_USER:
		return "CURRENT_USER";
	case PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_SESSION_USER:
		return "SESSION_USER";
	case PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_PUBLIC:
		return "PUBLIC";
	default:
		return sql_name(r->rolename);
	}
}

/* ---- whoever runs migrate ---- */

static const char *connected; /* as SQL; NULL: nobody is asked who it is */

void
role_connected(const char *name)
{
	connected = sql_name(name);
}

bool
is_current_role(const char *role)
{
	return strcmp(role, "CURRENT_USER") == 0 || strcmp(role, "CURRENT_ROLE") == 0 ||
	       strcmp(role, "SESSION_USER") == 0;
}

static bool
runs_migrate(const char *role)
{
	return !role || is_current_role(role) || same(role, connected);
}

bool
same_role(const char *a, const char *b)
{
	return same(a, b) || (runs_migrate(a) && runs_migrate(b));
}

bool
same_owner(const char *a, const char *b)
{
	return same_role(a ? sql_name(a) : NULL, b ? sql_name(b) : NULL);
}

/* ---- ALTER … OWNER TO ---- */

/* ALTER TABLE says it of all relations, and has its own node */
static const PgQuery__RoleSpec *
new_owner(const struct clause *c)
{
	if (c->command)
		return c->command->newowner;
	return c->node->alter_owner_stmt->newowner;
}

static struct op *
from_sql(const struct clause *c)
{
	if (c->command ? c->command->subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_ChangeOwner
	               : c->node->node_case == PG_QUERY__NODE__NODE_ALTER_OWNER_STMT &&
	                         (code_kind_of(c->node->alter_owner_stmt->object_type) ||
	                          c->node->alter_owner_stmt->object_type ==
	                                  PG_QUERY__OBJECT_TYPE__OBJECT_TYPE))
		return code_op(&change_owner, c);
	return NULL;
}

/* NULL: whoever runs migrate */
static const char *
role_name(const PgQuery__RoleSpec *role)
{
	return role->roletype == PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_CSTRING ? role->rolename : NULL;
}

static void
give(struct schema *s, const struct object *o, const PgQuery__RoleSpec *role)
{
	owner_give(s, o, role_name(role));
}

static enum applied
give_relation(const struct op *op, struct schema *s, const struct clause *c)
{
	const PgQuery__AlterTableStmt *stmt = c->node->alter_table_stmt;
	struct qname name = range_qname(stmt->relation);
	const struct object *o = schema_find(s, SPACE_RELATION, name);
	const struct code_kind *kind = code_kind_of(stmt->objtype);
	const char *noun = kind ? kind->noun.name
	                   : stmt->objtype == PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE ? "sequence"
	                                                                             : "table";
	const struct sequence *q = (const struct sequence *)o;
	struct list owned = {0};
	size_t i;

	if (!o && stmt->missing_ok)
		return APPLIED;
	if (!o)
		return extensions_bring(s, name.name) ? UNKNOWN
		                                      : missing(op, s, noun, SPACE_RELATION, name);
	if (o->noun == &identity_noun)
		return op_error(op, E_GENERATED,
		                "%s is the sequence of an identity column, and has its owner",
		                plain_qname(name));
	if (o->noun->alias || !o->noun->create)
		return schema_is_new(s, o) ? APPLIED : UNKNOWN;
	if (stmt->objtype == PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_TABLE &&
	    (o->noun != &table_noun || !((const struct table *)o)->server))
		return op_error(op, E_KIND, "%s is a %s, not a foreign table", plain_qname(name),
		                o->noun->name);
	if (strcmp(noun, "table") != 0 && strcmp(noun, o->noun->name) != 0)
		return op_error(op, E_KIND, "%s is a %s, not a %s", plain_qname(name),
		                o->noun->name, noun);
	if (o->noun == &sequence_noun && q->owned_by.table.name)
		return op_error(op, E_SEQUENCE,
		                "sequence %s belongs to a column of %s, and has its owner",
		                plain_qname(name), plain_qname(q->owned_by.table));
	give(s, o, new_owner(c));
	if (o->noun == &table_noun)
		owned = owned_sequences(s, (const struct table *)o);
	for (i = 0; i < owned.n; i++)
		if (((struct object *)owned.v[i])->noun == &sequence_noun)
			give(s, owned.v[i], new_owner(c));
	return APPLIED;
}

static enum applied
give_type(const struct op *op, struct schema *s, const struct clause *c)
{
	const PgQuery__Node *n = c->node->alter_owner_stmt->object;
	struct qname name = list_qname(n->list->items, n->list->n_items);
	const struct object *o = schema_find(s, SPACE_TYPE, name);

	if (is_array_name(s, name) && !schema_excused(s, SPACE_TYPE, name))
		return op_error(op, E_OWNED,
		                "%s is a type of arrays, and has the owner of its elements",
		                plain_qname(name));
	if (!o)
		return need_type(op, s, sql_qname(name)) == REFUSED ? REFUSED : UNKNOWN;
	if (o->noun->alias && !object_is_multirange(o))
		return op_error(op, E_OWNED, "%s is the row type of a %s, and has its owner",
		                plain_qname(name), o->noun->name);
	if (object_is_multirange(o)) {
		multirange_give(s, o, role_name(new_owner(c)));
		return APPLIED;
	}
	if (o->noun->alias || !o->noun->create)
		return schema_is_new(s, o) ? APPLIED : UNKNOWN;
	give(s, o, new_owner(c));
	return APPLIED;
}

static enum applied
apply(struct op *op, struct schema *s)
{
	const struct clause *c = ((struct code_op *)op)->clause;
	const PgQuery__AlterOwnerStmt *stmt = c->command ? NULL : c->node->alter_owner_stmt;
	const struct code *code;
	enum applied result;

	if (c->command)
		return give_relation(op, s, c);
	if (stmt->object_type == PG_QUERY__OBJECT_TYPE__OBJECT_TYPE)
		return give_type(op, s, c);
	code = need_code(op, s, code_kind_of(stmt->object_type), stmt->object, false, &result);
	if (code)
		give(s, &code->object, stmt->newowner);
	return result;
}

static const struct catalog_query owned[] = {
	{.phase = PHASE_OWNER,
         .asked = ASKED_OWNERS,
         .sql = "SELECT h.name, replace(btrim(i.name, '\"'), '\"\"', '\"'), format('ALTER %s OWNER TO %I', CASE i.type WHEN 'aggregate' THEN 'AGGREGATE ' || regexp_replace(i.identity, '\\(\\)$', '(*)')\n"
                "    ELSE concat(CASE i.type WHEN 'statistics object' THEN 'STATISTICS' WHEN 'foreign-data wrapper' THEN 'FOREIGN DATA WRAPPER' ELSE upper(i.type) END, ' ', i.identity)\n"
                "    END, o.rolname)\n"
                "FROM (SELECT 'pg_class'::regclass, r.oid, r.relowner FROM relation r WHERE r.relkind IN ('r', 'p', 'f', 'v', 'm') OR r.relkind = 'S'\n"
                "      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype IN ('a', 'i'))\n"
                "    UNION ALL SELECT 'pg_namespace'::regclass, n.oid, n.nspowner FROM pg_namespace n JOIN home h ON h.oid = n.oid WHERE n.oid >= 16384\n"
                "    UNION ALL SELECT 'pg_proc'::regclass, p.oid, p.proowner FROM pg_proc p JOIN home h ON h.oid = p.pronamespace\n"
                "      WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')\n"
                "    UNION ALL SELECT 'pg_type'::regclass, t.oid, t.typowner FROM made_type t LEFT JOIN pg_class c ON c.oid = t.typrelid\n"
                "      WHERE coalesce(c.relkind, 'c') = 'c' AND t.typtype <> 'm' AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)\n"
                "    UNION ALL SELECT 'pg_collation'::regclass, c.oid, c.collowner FROM pg_collation c JOIN home h ON h.oid = c.collnamespace\n"
                "    UNION ALL SELECT 'pg_conversion'::regclass, c.oid, c.conowner FROM pg_conversion c JOIN home h ON h.oid = c.connamespace\n"
                "    UNION ALL SELECT 'pg_operator'::regclass, o.oid, o.oprowner FROM pg_operator o JOIN home h ON h.oid = o.oprnamespace\n"
                "    UNION ALL SELECT 'pg_opclass'::regclass, c.oid, c.opcowner FROM pg_opclass c JOIN home h ON h.oid = c.opcnamespace\n"
                "    UNION ALL SELECT 'pg_opfamily'::regclass, f.oid, f.opfowner FROM pg_opfamily f JOIN home h ON h.oid = f.opfnamespace\n"
                "    UNION ALL SELECT 'pg_statistic_ext'::regclass, s.oid, s.stxowner FROM pg_statistic_ext s JOIN home h ON h.oid = s.stxnamespace\n"
                "    UNION ALL SELECT 'pg_ts_dict'::regclass, d.oid, d.dictowner FROM pg_ts_dict d JOIN home h ON h.oid = d.dictnamespace\n"
                "    UNION ALL SELECT 'pg_ts_config'::regclass, c.oid, c.cfgowner FROM pg_ts_config c JOIN home h ON h.oid = c.cfgnamespace\n"
                "    UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, w.fdwowner FROM pg_foreign_data_wrapper w\n"
                "    UNION ALL SELECT 'pg_foreign_server'::regclass, s.oid, s.srvowner FROM pg_foreign_server s\n"
                "    UNION ALL SELECT 'pg_event_trigger'::regclass, e.oid, e.evtowner FROM pg_event_trigger e\n"
                "    UNION ALL SELECT 'pg_language'::regclass, l.oid, l.lanowner FROM pg_language l WHERE l.oid >= 16384\n"
                "    UNION ALL SELECT 'pg_publication'::regclass, p.oid, p.pubowner FROM pg_publication p) c (class, oid, owner)\n"
                "  JOIN pg_roles o ON o.oid = c.owner CROSS JOIN LATERAL pg_identify_object(c.class, c.oid, 0) i\n"
                "  LEFT JOIN home h ON h.said = i.schema\n"
                "WHERE o.rolname <> current_user AND NOT EXISTS (SELECT FROM member m WHERE m.classid = c.class AND m.objid = c.oid)\n"
                "ORDER BY i.type, i.identity"},
	{0},
};

static const struct op_class change_owner = {
	.shape = {"owner", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = from_sql,
	.apply = apply,
	.render = code_render,
	.inspect = owned,
};

const struct op_class *const owner_ops[] = {&change_owner, NULL};
