/* GRANT, REVOKE and ALTER DEFAULT PRIVILEGES. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "code.h"

struct grant {
	struct code_op code;

	/* found when applied: what nobody knows whether it was there; NULL: all is known */
	const char *unknown;
};

/* what a statement does, to one object or several */
struct granting {
	struct grant *op;
	struct schema *schema;
	const PgQuery__GrantStmt *stmt;
	struct strs grantees;
	bool grants;
	bool option; /* WITH GRANT OPTION, GRANT OPTION FOR */
};

static const struct op_class grant, grant_role, default_privileges_class;

static struct op *
from_sql(const struct clause *c)
{
	switch ((int)c->node->node_case) {
	case PG_QUERY__NODE__NODE_GRANT_STMT:
		return code_op(&grant, c);
	case PG_QUERY__NODE__NODE_GRANT_ROLE_STMT:
		return code_op(&grant_role, c);
	case PG_QUERY__NODE__NODE_ALTER_DEFAULT_PRIVILEGES_STMT:
		return code_op(&default_privileges_class, c);
	default:
		return NULL;
	}
}

/* ---- one privilege ---- */

/* what the migrations have not made: what was granted on it before is not known */
static bool
is_foreign(const struct object *o, const struct privilege *p)
{
	return !p->future && !o->at.file;
}

/* the state of a privilege after the statement */
static enum held
result(const struct granting *g, enum held was)
{
	if (g->grants)
		return g->option || was == HELD_GRANTABLE ? HELD_GRANTABLE : HELD;
	if (!g->option)
		return HELD_NOT;
	return was == HELD_GRANTABLE ? HELD : was;
}

static void
change_one(struct granting *g, const struct object *o, struct list *part, struct privilege p)
{
	enum held was;
	size_t i;

	for (i = 0; i < g->grantees.n; i++) {
		p.grantee = g->grantees.v[i];
		was = privilege_held(o, part, &p);
		if (is_foreign(o, &p) && !privilege_find(part, &p) &&
		    (!g->grants || strcmp(p.grantee, "PUBLIC") == 0))
			g->op->unknown =
				strf("what %s could do there before is not known", p.grantee);
		p.held = result(g, was);
		privilege_set(o, part, &p);
	}
}

/* a privilege of each column: what is taken from a relation is taken from them too */
static void
change_columns(struct granting *g, struct object *o, const struct privilege *p,
               const struct strs *columns)
{
	struct code *code = (struct code *)o;
	struct table *t = (struct table *)o;
	struct column *c;
	struct output *out;
	size_t i;

	for (i = 0; o->noun == &table_noun && i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (columns ? !strs_has(columns, c->name) : !c->privileges.n)
			continue;
		c = element_copy(&t->columns, i, sizeof *c);
		c->privileges = list_copy(&c->privileges);
		change_one(g, o, &c->privileges, *p);
	}
	for (i = 0; code_kind(o) && i < code->columns.n; i++) {
		out = code->columns.v[i];
		if (columns ? !strs_has(columns, out->name) : !out->privileges.n)
			continue;
		out = element_copy(&code->columns, i, sizeof *out);
		out->privileges = list_copy(&out->privileges);
		change_one(g, o, &out->privileges, *p);
	}
}

/* ---- what is said ---- */

static bool
has_name(const struct securable *k, const char *name)
{
	size_t i;

	for (i = 0; k->names[i]; i++)
		if (strcmp(k->names[i], name) == 0)
			return true;
	return false;
}

/* as it stands among the names of its kind */
static const char *
right_name(const PgQuery__AccessPriv *p)
{
	char *name = str(p->priv_name), *c;

	if (strcasecmp(name, "temp") == 0)
		return "TEMPORARY";
	for (c = name; *c; c++)
		*c = (char)toupper(*c);
	return name;
}

/* a kind as messages say it */
static const char *
kind_title(const struct securable *k)
{
	char *title = str(k->keyword), *c;

	for (c = title; *c; c++)
		*c = (char)tolower(*c);
	return title;
}

static bool
is_right(const char *name)
{
	const struct securable *k;

	for (k = securables; k->keyword; k++)
		if (has_name(k, name))
			return true;
	return false;
}

/* what is said fits the kind */
static enum applied
need_rights(const struct granting *g, const struct securable *k, bool relation)
{
	const struct securable *column = securable_of(PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN);
	const struct op *op = &g->op->code.op;
	const PgQuery__AccessPriv *p;
	const char *name;
	size_t i;

	for (i = 0; i < g->stmt->n_privileges; i++) {
		p = g->stmt->privileges[i]->access_priv;
		name = right_name(p);
		if (*name && !is_right(name))
			return op_error(op, E_PRIVILEGE, "there is no privilege '%s'", name);
		if (p->n_cols && !relation)
			return op_error(op, E_PRIVILEGE,
			                "only relations have privileges of columns");
		if (*name && p->n_cols && !has_name(column, name))
			return op_error(op, E_PRIVILEGE, "%s is no privilege of a column", name);
		/* what is said of a sequence without SEQUENCE may be a table's, and does nothing */
		if (*name && !p->n_cols && !has_name(k, name) &&
		    !has_name(securable_of(g->stmt->objtype), name))
			return op_error(op, E_PRIVILEGE, "%s is no privilege of a %s", name,
			                kind_title(k));
	}
	if (g->grants && g->option && strs_has(&g->grantees, "PUBLIC"))
		return op_error(op, E_PRIVILEGE, "PUBLIC cannot be given a grant option");
	return APPLIED;
}

/* all rights of a kind where ALL is said */
static void
change_rights(struct granting *g, struct object *o, struct list *part, const struct securable *k,
              struct privilege p, const struct strs *names)
{
	size_t i;

	for (i = 0; k->names[i]; i++) {
		if (names && !strs_has(names, k->names[i]))
			continue;
		p.name = k->names[i];
		change_one(g, o, part, p);
		if (!g->grants && part == &o->privileges && !p.on)
			change_columns(g, o, &p, NULL);
	}
}

static struct strs
names_said(const PgQuery__GrantStmt *stmt)
{
	const PgQuery__AccessPriv *p;
	struct strs names = {0};
	size_t i;

	for (i = 0; i < stmt->n_privileges; i++) {
		p = stmt->privileges[i]->access_priv;
		if (!p->n_cols)
			strs_add(&names, right_name(p));
	}
	return names;
}

static struct strs
column_names(const struct object *o)
{
	struct list columns = {0};
	struct strs names = {0};
	size_t i;

	if (o->noun->columns)
		o->noun->columns(o, &columns);
	for (i = 0; i < columns.n; i++)
		strs_add(&names, ((struct output *)columns.v[i])->name);
	return names;
}

/* the columns that are said are there */
static enum applied
need_columns(const struct granting *g, const struct object *o, const struct strs *columns)
{
	struct strs there = column_names(o);
	struct list ignored = {0};
	size_t i;

	if (!o->noun->columns || !o->noun->columns(o, &ignored))
		return APPLIED;
	for (i = 0; i < columns->n; i++)
		if (!strs_has(&there, columns->v[i]) && !is_system_column(columns->v[i]) &&
		    !schema_may_have_part(g->schema, o, columns->v[i]))
			return op_error(&g->op->code.op, E_NO_COLUMN,
			                "no column named '%s' in %s %s%s", columns->v[i],
			                o->noun->name, plain_qname(o->name),
			                did_you_mean(columns->v[i], &there));
	return APPLIED;
}

static enum applied
change_said_columns(struct granting *g, struct object *o)
{
	const struct securable *k = securable_of(PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN);
	const PgQuery__AccessPriv *p;
	struct privilege one = {0};
	struct strs columns;
	size_t i, j;

	for (i = 0; i < g->stmt->n_privileges; i++) {
		p = g->stmt->privileges[i]->access_priv;
		columns = (struct strs){0};
		node_strings(p->cols, p->n_cols, &columns);
		if (need_columns(g, o, &columns) == REFUSED)
			return REFUSED;
		for (j = 0; columns.n && k->names[j]; j++) {
			one.name = k->names[j];
			if (!*p->priv_name || strcmp(right_name(p), one.name) == 0)
				change_columns(g, o, &one, &columns);
		}
	}
	return APPLIED;
}

/* what is granted on an object that is known by name alone goes with it; if that was here before, nobody takes it away */
static enum applied
change_object(struct granting *g, struct object *found)
{
	const struct securable *k = securable_kind(found);
	struct strs names = names_said(g->stmt);
	struct object *o;

	if (!k || !found->noun->create)
		return schema_is_new(g->schema, found) ? APPLIED : UNKNOWN;
	o = object_copy(found);
	if (need_rights(g, k, found->noun->space == SPACE_RELATION) == REFUSED ||
	    change_said_columns(g, o) == REFUSED)
		return REFUSED;
	if (names.n || !g->stmt->n_privileges)
		change_rights(g, o, &o->privileges, k, (struct privilege){0},
		              names.n ? &names : NULL);
	schema_put(g->schema, o);
	return APPLIED;
}

/* the sequence of an identity column: part of its table */
static enum applied
change_identity(struct granting *g, const struct object *sequence)
{
	const struct securable *k = securable_of(PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE);
	struct object *o =
		schema_find(g->schema, SPACE_RELATION, ((const struct alias *)sequence)->owner);
	struct strs names = names_said(g->stmt);
	struct identity *identity;
	struct table *t;

	if (need_rights(g, k, false) == REFUSED)
		return REFUSED;
	t = (struct table *)object_copy(o);
	identity = identity_copy(t, sequence);
	identity->privileges = list_copy(&identity->privileges);
	change_rights(g, &t->object, &identity->privileges, k, (struct privilege){0},
	              names.n ? &names : NULL);
	schema_put(g->schema, &t->object);
	return APPLIED;
}

/* ---- the objects ---- */

/* the server's own, and what an extension may have brought */
static bool
may_be_elsewhere(const struct schema *s, struct qname name)
{
	return extensions_bring(s, name.name) || strncmp(name.name, "pg_", 3) == 0 ||
	       strcmp(name.name, "information_schema") == 0 ||
	       (name.schema && may_be_elsewhere(s, (struct qname){NULL, name.schema}));
}

static enum applied
change_relation(struct granting *g, struct qname name)
{
	struct object *o = schema_find(g->schema, SPACE_RELATION, name);
	const struct op *op = &g->op->code.op;
	bool sequence = g->stmt->objtype == PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE;

	if (!o)
		return may_be_elsewhere(g->schema, name)
		               ? UNKNOWN
		               : missing(op, g->schema, sequence ? "sequence" : "relation",
		                         SPACE_RELATION, name);
	if (o->noun == &identity_noun)
		return change_identity(g, o);
	if (o->noun->alias)
		return op_error(op, E_KIND, "%s is an %s", plain_qname(name), o->noun->name);
	if (sequence && o->noun != &sequence_noun)
		return op_error(op, E_KIND, "%s is a %s, not a sequence", plain_qname(name),
		                o->noun->name);
	return change_object(g, o);
}

static enum applied
change_type(struct granting *g, struct qname name)
{
	struct object *o = schema_find(g->schema, SPACE_TYPE, name);
	const struct op *op = &g->op->code.op;

	if (o && o->noun != &domain_kind.noun &&
	    g->stmt->objtype == PG_QUERY__OBJECT_TYPE__OBJECT_DOMAIN)
		return op_error(op, E_KIND, "%s is %s %s, not a domain", plain_qname(name),
		                article(o->noun->name), o->noun->name);
	if (need_complete(op, o) == REFUSED)
		return REFUSED;
	if (o)
		return change_object(g, o);
	if (type_parts(sql_qname(name)).builtin)
		return UNKNOWN;
	if (is_array_name(g->schema, name) && !schema_excused(g->schema, SPACE_TYPE, name))
		return op_error(op, E_KIND,
		                "%s is a type of arrays, and has the rights of its elements",
		                plain_qname(name));
	return need_type(op, g->schema, sql_qname(name)) == REFUSED ? REFUSED : UNKNOWN;
}

static enum applied
change_function(struct granting *g, const struct code_kind *kind, const PgQuery__Node *object)
{
	const PgQuery__ObjectWithArgs *f = object->object_with_args;
	enum applied result;
	struct code *c;

	if (function_is_others(g->schema, f))
		return UNKNOWN;
	c = need_code(&g->op->code.op, g->schema, kind, object, false, &result);
	return c ? change_object(g, &c->object) : result;
}

/* what is no object of a schema: DATABASE d, LARGE OBJECT 5 */
static enum applied
change_other(struct granting *g, const PgQuery__Node *object)
{
	const struct securable *k = securable_of(g->stmt->objtype);
	struct object *o = object_copy(cluster(g->schema));
	struct strs names = names_said(g->stmt);
	struct privilege p = {0};
	const char *name;

	if (!k || need_rights(g, k, false) == REFUSED)
		return k ? REFUSED : UNKNOWN;
	name = node_string(object) ? sql_name(node_string(object)) : node_number(object);
	p.on = strf("%s %s", k->keyword, name);
	change_rights(g, o, &o->privileges, k, p, names.n ? &names : NULL);
	schema_put(g->schema, o);
	return APPLIED;
}

static enum applied
change_named(struct granting *g, const PgQuery__Node *object)
{
	const struct securable *k;
	const struct code_kind *kind = code_kind_of(g->stmt->objtype);
	struct qname schema = {NULL, node_string(object)};
	enum applied result;
	struct object *o;

	switch ((int)g->stmt->objtype) {
	case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
	case PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE:
		return change_relation(g, range_qname(object->range_var));
	case PG_QUERY__OBJECT_TYPE__OBJECT_FUNCTION:
	case PG_QUERY__OBJECT_TYPE__OBJECT_PROCEDURE:
	case PG_QUERY__OBJECT_TYPE__OBJECT_ROUTINE:
		return change_function(g, kind, object);
	case PG_QUERY__OBJECT_TYPE__OBJECT_TYPE:
	case PG_QUERY__OBJECT_TYPE__OBJECT_DOMAIN:
		return change_type(g, list_qname(object->list->items, object->list->n_items));
	case PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA:
		o = schema_find(g->schema, SPACE_SCHEMA, schema);
		if (!o)
			return may_be_elsewhere(g->schema, schema)
			               ? UNKNOWN
			               : missing(&g->op->code.op, g->schema, "schema", SPACE_SCHEMA,
			                         schema);
		return change_object(g, o);
	default:
		if (!kind)
			return change_other(g, object);
		/* what the server has by itself is not there to be found, and its rights are judged all the same */
		k = securable_of(g->stmt->objtype);
		if (k && need_rights(g, k, false) == REFUSED)
			return REFUSED;
		o = (struct object *)need_code(&g->op->code.op, g->schema, kind, object, false,
		                               &result);
		return o ? change_object(g, o) : result;
	}
}

/* ALL TABLES IN SCHEMA has an object */
static bool
means(PgQuery__ObjectType type, const struct object *o)
{
	const struct securable *k = securable_kind(o);

	if (type == PG_QUERY__OBJECT_TYPE__OBJECT_ROUTINE)
		return o->noun->space == SPACE_FUNCTION;
	return k && k->type == type;
}

static enum applied
change_all(struct granting *g, const char *schema)
{
	const struct securable *k = securable_of(g->stmt->objtype);
	bool sequences = k->type == PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE;
	struct qname name = {NULL, schema};
	enum applied result = APPLIED;
	struct list aliases = {0};
	struct object *o;
	size_t i, n = g->schema->by_id.n;

	if (need_rights(g, k, k->type == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE) == REFUSED)
		return REFUSED;
	if (!schema_find(g->schema, SPACE_SCHEMA, name))
		return may_be_elsewhere(g->schema, name)
		               ? UNKNOWN
		               : missing(&g->op->code.op, g->schema, "schema", SPACE_SCHEMA, name);
	for (i = 0; i < n; i++) {
		o = g->schema->by_id.v[i];
		if (!o || !same(o->name.schema, schema))
			continue;
		if (means(g->stmt->objtype, o))
			result = worse(result, change_object(g, o));
		if (sequences && o->noun == &table_noun)
			table_aliases(o, &aliases);
	}
	for (i = 0; i < aliases.n; i++)
		if (((struct object *)aliases.v[i])->noun == &identity_noun)
			result = worse(result, change_identity(g, aliases.v[i]));
	return result;
}

/* ---- the statements ---- */

/* there is one name for whoever runs migrate */
static void
add_roles(PgQuery__Node *const *nodes, size_t n, struct strs *roles)
{
	const char *role;
	size_t i;

	for (i = 0; i < n; i++) {
		role = role_sql(nodes[i]->role_spec);
		strs_add(roles, is_current_role(role) ? "CURRENT_USER" : role);
	}
}

static struct granting
change_of(struct op *op, struct schema *s, const PgQuery__GrantStmt *stmt)
{
	struct granting g = {.op = (struct grant *)op,
	                     .schema = s,
	                     .stmt = stmt,
	                     .grants = stmt->is_grant,
	                     .option = stmt->grant_option};

	add_roles(stmt->grantees, stmt->n_grantees, &g.grantees);
	return g;
}

static enum applied
grant_apply(struct op *op, struct schema *s)
{
	const PgQuery__GrantStmt *stmt = ((struct code_op *)op)->clause->node->grant_stmt;
	bool all = stmt->targtype == PG_QUERY__GRANT_TARGET_TYPE__ACL_TARGET_ALL_IN_SCHEMA;
	struct granting g = change_of(op, s, stmt);
	enum applied result = APPLIED;
	size_t i;

	for (i = 0; i < stmt->n_objects && result != REFUSED; i++)
		result = worse(result, all ? change_all(&g, node_string(stmt->objects[i]))
		                           : change_named(&g, stmt->objects[i]));
	return result;
}

static enum applied
grant_role_apply(struct op *op, struct schema *s)
{
	const PgQuery__GrantRoleStmt *stmt = ((struct code_op *)op)->clause->node->grant_role_stmt;
	struct granting g = {.op = (struct grant *)op,
	                     .schema = s,
	                     .grants = stmt->is_grant,
	                     .option = stmt->admin_opt};
	struct object *o = object_copy(cluster(s));
	struct privilege p = {.on = ""};
	size_t i;

	add_roles(stmt->grantee_roles, stmt->n_grantee_roles, &g.grantees);
	for (i = 0; i < stmt->n_granted_roles; i++) {
		p.name = sql_name(stmt->granted_roles[i]->access_priv->priv_name);
		if (g.grants && strs_has(&g.grantees, p.name))
			return op_error(op, E_PRIVILEGE, "a role cannot be a member of itself: %s",
			                p.name);
		change_one(&g, o, &o->privileges, p);
	}
	schema_put(s, o);
	return APPLIED;
}

/* in one schema, or everywhere */
static enum applied
change_defaults(struct granting *g, const struct object *where, const struct strs *makers)
{
	const struct securable *k = securable_of(g->stmt->objtype);
	struct object *o = object_copy(where);
	struct strs names = names_said(g->stmt);
	struct privilege p = {.on = k->plural, .future = true};
	size_t i;

	for (i = 0; i < makers->n || i == 0; i++) {
		if (makers->n)
			p.for_role = is_current_role(makers->v[i]) ? NULL : makers->v[i];
		change_rights(g, o, &o->privileges, k, p, names.n ? &names : NULL);
	}
	schema_put(g->schema, o);
	return APPLIED;
}

static enum applied
defaults_apply(struct op *op, struct schema *s)
{
	const PgQuery__AlterDefaultPrivilegesStmt *stmt =
		((struct code_op *)op)->clause->node->alter_default_privileges_stmt;
	struct granting g = change_of(op, s, stmt->action);
	const struct securable *k = securable_of(stmt->action->objtype);
	struct strs makers = {0}, schemas = {0};
	const PgQuery__DefElem *e;
	enum applied result = APPLIED;
	struct qname name = {NULL, NULL};
	const struct object *o;
	size_t i;

	for (i = 0; i < stmt->n_options; i++) {
		e = stmt->options[i]->def_elem;
		if (strcmp(e->defname, "schemas") == 0)
			node_strings(e->arg->list->items, e->arg->list->n_items, &schemas);
		else
			add_roles(e->arg->list->items, e->arg->list->n_items, &makers);
	}
	if (need_rights(&g, k, false) == REFUSED)
		return REFUSED;
	if (schemas.n && k->type == PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA)
		return op_error(op, E_PRIVILEGE, "schemas are in no schema: take IN SCHEMA away");
	if (!schemas.n)
		return change_defaults(&g, cluster(s), &makers);
	for (i = 0; i < schemas.n && result != REFUSED; i++) {
		name.name = schemas.v[i];
		o = schema_find(s, SPACE_SCHEMA, name);
		result = worse(result, o ? change_defaults(&g, o, &makers)
		                         : missing(op, s, "schema", SPACE_SCHEMA, name));
	}
	return result;
}

static bool
invert(const struct op *op, const struct schema *s, struct list *down, struct list *gaps)
{
	const char *unknown = ((const struct grant *)op)->unknown;

	(void)s;
	(void)down;
	if (unknown)
		gap_add(gaps, op->at,
		        strf("%s: %s; write a downgrade()", op->class->shape.name, unknown));
	return unknown != NULL;
}

/* what is not so by itself: by owning the object, or as PUBLIC */
static const struct catalog_query granted[] = {
	{.phase = PHASE_GRANT,
         .asked = ASKED_GRANTS,
         .sql = ", object (schema, name, kind, said, part, acl, owner, usual) AS (\n"
                "  SELECT r.schema, r.relname, CASE r.relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END, r.said, NULL, r.relacl, r.relowner,\n"
                "      acldefault(CASE r.relkind WHEN 'S' THEN 's' ELSE 'r' END::\"char\", r.relowner) FROM relation r WHERE r.relacl IS NOT NULL\n"
                "  UNION ALL SELECT r.schema, r.relname, 'TABLE ', r.said, quote_ident(a.attname), a.attacl, r.relowner, acldefault('c', r.relowner)\n"
                "    FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid WHERE a.attacl IS NOT NULL AND NOT a.attisdropped\n"
                "  UNION ALL SELECT h.name, p.proname, CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END,\n"
                "      format('%s.%I(%s)', h.said, p.proname, oidvectortypes(p.proargtypes)), NULL, p.proacl, p.proowner, acldefault('f', p.proowner)\n"
                "    FROM pg_proc p JOIN home h ON h.oid = p.pronamespace\n"
                "    WHERE p.proacl IS NOT NULL AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid)\n"
                "  UNION ALL SELECT t.schema, t.typname, 'TYPE ', t.said, NULL, t.typacl, t.typowner, acldefault('T', t.typowner) FROM made_type t WHERE t.typacl IS NOT NULL\n"
                "  UNION ALL SELECT h.name, NULL, 'SCHEMA ', h.said, NULL, n.nspacl, n.nspowner, coalesce(i.initprivs, acldefault('n', n.nspowner))\n"
                "    FROM home h JOIN pg_namespace n ON n.oid = h.oid\n"
                "      LEFT JOIN pg_init_privs i ON i.classoid = 'pg_namespace'::regclass AND i.objoid = n.oid AND i.objsubid = 0 WHERE n.nspacl IS NOT NULL\n"
                "  UNION ALL SELECT NULL, l.lanname, 'LANGUAGE ', quote_ident(l.lanname), NULL, l.lanacl, l.lanowner, acldefault('l', l.lanowner) FROM pg_language l\n"
                "    WHERE l.lanacl IS NOT NULL AND l.lanispl AND NOT EXISTS (SELECT FROM pg_init_privs i WHERE i.classoid = 'pg_language'::regclass AND i.objoid = l.oid)\n"
                "  UNION ALL SELECT NULL, w.fdwname, 'FOREIGN DATA WRAPPER ', quote_ident(w.fdwname), NULL, w.fdwacl, w.fdwowner, acldefault('F', w.fdwowner)\n"
                "    FROM pg_foreign_data_wrapper w WHERE w.fdwacl IS NOT NULL\n"
                "  UNION ALL SELECT NULL, s.srvname, 'FOREIGN SERVER ', quote_ident(s.srvname), NULL, s.srvacl, s.srvowner, acldefault('S', s.srvowner)\n"
                "    FROM pg_foreign_server s WHERE s.srvacl IS NOT NULL),\n"
                "held AS (\n"
                "  SELECT o.*, e.grantee, e.privilege_type, e.is_grantable FROM object o CROSS JOIN LATERAL aclexplode(nullif(o.acl, '{}')) e),\n"
                "usual AS (\n"
                "  SELECT o.*, e.grantee, e.privilege_type, e.is_grantable FROM object o CROSS JOIN LATERAL aclexplode(nullif(o.usual, '{}')) e)\n"
                "SELECT c.schema, c.name, concat(CASE WHEN c.held THEN 'GRANT ' ELSE 'REVOKE ' END,\n"
                "    string_agg(concat(c.privilege_type, ' (' || c.part || ')'), ', ' ORDER BY c.privilege_type), ' ON ', c.kind, c.said,\n"
                "    CASE WHEN c.held THEN ' TO ' ELSE ' FROM ' END, CASE WHEN c.grantee = c.owner AND g.rolname = current_user THEN 'CURRENT_USER' ELSE coalesce(quote_ident(g.rolname), 'PUBLIC') END, CASE WHEN c.held AND c.is_grantable THEN ' WITH GRANT OPTION' END)\n"
                "FROM (SELECT u.*, false AS held FROM usual u WHERE NOT EXISTS (SELECT FROM held h WHERE h.kind = u.kind AND h.said = u.said\n"
                "      AND h.part IS NOT DISTINCT FROM u.part AND h.grantee = u.grantee AND h.privilege_type = u.privilege_type)\n"
                "    UNION ALL SELECT h.*, true FROM held h WHERE NOT EXISTS (SELECT FROM usual u WHERE h.kind = u.kind AND h.said = u.said\n"
                "      AND h.part IS NOT DISTINCT FROM u.part AND h.grantee = u.grantee AND h.privilege_type = u.privilege_type AND h.is_grantable = u.is_grantable)) c\n"
                "  LEFT JOIN pg_roles g ON g.oid = c.grantee\n"
                "WHERE c.grantee = 0 OR g.oid IS NOT NULL\n"
                "GROUP BY c.schema, c.name, c.kind, c.said, c.owner, c.grantee, g.rolname, c.is_grantable, c.held ORDER BY c.kind, c.said, c.held, g.rolname"},
	{.phase = PHASE_GRANT,
         .asked = ASKED_GRANTS,
         .sql = ", usual (oid, acl) AS (\n"
                "  SELECT d.oid, CASE WHEN d.defaclnamespace = 0 THEN acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END::\"char\", d.defaclrole) ELSE '{}' END\n"
                "  FROM pg_default_acl d),\n"
                "change (oid, held, grantee, privilege, grantable) AS (\n"
                "  SELECT u.oid, false, e.grantee, e.privilege_type, false FROM usual u CROSS JOIN LATERAL aclexplode(nullif(u.acl, '{}')) e\n"
                "  WHERE NOT EXISTS (SELECT FROM pg_default_acl d CROSS JOIN LATERAL aclexplode(nullif(d.defaclacl, '{}')) x\n"
                "    WHERE d.oid = u.oid AND x.grantee = e.grantee AND x.privilege_type = e.privilege_type)\n"
                "  UNION ALL SELECT d.oid, true, e.grantee, e.privilege_type, e.is_grantable FROM pg_default_acl d CROSS JOIN LATERAL aclexplode(nullif(d.defaclacl, '{}')) e\n"
                "  WHERE NOT EXISTS (SELECT FROM usual u CROSS JOIN LATERAL aclexplode(nullif(u.acl, '{}')) x\n"
                "    WHERE u.oid = d.oid AND x.grantee = e.grantee AND x.privilege_type = e.privilege_type AND x.is_grantable = e.is_grantable))\n"
                "SELECT h.name, NULL, concat('ALTER DEFAULT PRIVILEGES', CASE WHEN o.rolname <> current_user THEN ' FOR ROLE ' || quote_ident(o.rolname) END, ' IN SCHEMA ' || h.said,\n"
                "    CASE WHEN c.held THEN ' GRANT ' ELSE ' REVOKE ' END, string_agg(c.privilege, ', ' ORDER BY c.privilege), ' ON ',\n"
                "    CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END,\n"
                "    CASE WHEN c.held THEN ' TO ' ELSE ' FROM ' END, CASE WHEN c.grantee = d.defaclrole AND g.rolname = current_user THEN 'CURRENT_USER' ELSE coalesce(quote_ident(g.rolname), 'PUBLIC') END, CASE WHEN c.held AND c.grantable THEN ' WITH GRANT OPTION' END)\n"
                "FROM change c JOIN pg_default_acl d ON d.oid = c.oid JOIN pg_roles o ON o.oid = d.defaclrole LEFT JOIN home h ON h.oid = d.defaclnamespace\n"
                "  LEFT JOIN pg_roles g ON g.oid = c.grantee\n"
                "WHERE d.defaclnamespace = 0 OR h.oid IS NOT NULL\n"
                "GROUP BY d.oid, d.defaclrole, h.name, h.said, o.rolname, d.defaclobjtype, c.held, c.grantable, c.grantee, g.rolname ORDER BY d.oid, c.held"},
	{0},
};

static const struct op_class grant = {
	.shape = {"grant", CALL_ARGUMENTS, sizeof(struct grant), code_fields},
	.from_sql = from_sql,
	.apply = grant_apply,
	.render = code_render,
	.invert = invert,
	.inspect = granted,
};

static const struct op_class grant_role = {
	.shape = {"grant_role", CALL_ARGUMENTS, sizeof(struct grant), code_fields},
	.apply = grant_role_apply,
	.render = code_render,
	.invert = invert,
};

static const struct op_class default_privileges_class = {
	.shape = {"default_privileges", CALL_ARGUMENTS, sizeof(struct grant), code_fields},
	.apply = defaults_apply,
	.render = code_render,
	.invert = invert,
};

const struct op_class *const grant_ops[] = {&grant, NULL};
