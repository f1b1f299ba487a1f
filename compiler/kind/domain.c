/* Domains: types made of others, with a default and checks. What their text says after each ALTER DOMAIN is kept apart, too. */
#include <string.h>

#include "code.h"

struct check {
	unsigned id; /* stays the same over a rename */
	const char *name;
	const char *expression;
	bool not_valid; /* CREATE DOMAIN cannot say that */
	bool calls; /* functions of the schema, which may take the domain: it comes after them and goes before */
	const char *comment;
};

struct domain {
	struct code code;
	const char *type, *collation;
	const char *default_value; /* as SQL */
	unsigned default_id;       /* another one after each SET DEFAULT */
	bool not_null;
	struct list checks; /* struct check */
};

static const struct op_class create_domain, alter_domain, rename_domain_constraint;

/* ---- text ---- */

static char *
check_sql(const struct check *c)
{
	return strf("CONSTRAINT %s CHECK (%s)%s", sql_name(c->name), c->expression,
	            c->not_valid ? " NOT VALID" : "");
}

/* what stands behind its name; all that is known of it, or what comes before functions */
static char *
tail(const struct domain *d, bool all)
{
	const struct check *c;
	struct buf b = {0};
	size_t i;

	buf_fmt(&b, " AS %s", d->type);
	if (d->collation)
		buf_fmt(&b, " COLLATE %s", d->collation);
	if (d->default_value)
		buf_fmt(&b, " DEFAULT %s", d->default_value);
	if (d->not_null)
		buf_add(&b, " NOT NULL");
	for (i = 0; i < d->checks.n; i++) {
		c = d->checks.v[i];
		if (!c->not_valid && (all || !c->calls))
			buf_fmt(&b, " %s", check_sql(c));
	}
	return buf_str(&b);
}

static struct check *
find_check(const struct domain *d, const char *name)
{
	struct check *c;
	size_t i;

	for (i = 0; i < d->checks.n; i++) {
		c = d->checks.v[i];
		if (strcmp(c->name, name) == 0)
			return c;
	}
	return NULL;
}

static size_t
check_at(const struct domain *d, const char *name)
{
	size_t i;

	for (i = 0; i < d->checks.n; i++)
		if (strcmp(((struct check *)d->checks.v[i])->name, name) == 0)
			break;
	return i;
}

/* a default as it stands behind DEFAULT; NULL where it is none */
static const char *
default_text(const struct schema *s, const PgQuery__Node *n, const char *type, struct loc at)
{
	struct value *v = n ? default_from_sql(n, at) : NULL;

	if (v)
		v = default_kept(s, v, type);
	return v ? default_sql(v, type) : NULL;
}

/* its text follows what was renamed, and so do its parts */
static void
reread(const struct schema *s, struct code *c)
{
	struct domain *d = (struct domain *)c;
	struct parse_error e;
	const PgQuery__CreateDomainStmt *n = parse_statement(code_sql(c), &e)->create_domain_stmt;
	const PgQuery__Constraint *k;
	struct check *check;
	size_t i, at;

	d->type = type_sql(n->type_name);
	if (n->coll_clause)
		d->collation =
			sql_qname(list_qname(n->coll_clause->collname, n->coll_clause->n_collname));
	for (i = 0; i < n->n_constraints; i++) {
		k = n->constraints[i]->constraint;
		if (k->contype == PG_QUERY__CONSTR_TYPE__CONSTR_DEFAULT)
			d->default_value = default_text(s, k->raw_expr, d->type, c->object.at);
		at = check_at(d, k->conname);
		if (k->contype != PG_QUERY__CONSTR_TYPE__CONSTR_CHECK || at == d->checks.n)
			continue;
		check = element_copy(&d->checks, at, sizeof *check);
		check->expression = node_sql(k->raw_expr);
	}
}

static void
follow(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CreateDomainStmt *n = statement->create_domain_stmt;
	static const struct list none;
	size_t i;

	query_type(q, n->type_name);
	if (n->coll_clause)
		query_collation(q, n->coll_clause);
	/* VALUE is no column */
	q->blind = true;
	for (i = 0; i < n->n_constraints; i++)
		if (n->constraints[i]->constraint->raw_expr)
			query_follow_expression(q, n->constraints[i]->constraint->raw_expr, &none);
}

/* ---- the noun's functions ---- */

static void
unshare(struct object *copied)
{
	struct domain *d = (struct domain *)copied;

	code_unshare(copied);
	d->checks = list_copy(&d->checks);
}

static void
links(const struct object *o, struct list *out)
{
	const struct domain *d = (const struct domain *)o;
	struct link l = {.kind = LINK_CONSTRAINT};
	size_t i;

	code_links(o, out);
	for (i = 0; i < d->checks.n; i++) {
		l.to = (struct qname){o->name.schema, ((struct check *)d->checks.v[i])->name};
		list_add(out, copy(&l, sizeof l));
	}
}

static void
alter_by(struct diff *d, enum phase phase, const struct domain *to, const char *action)
{
	diff_add(d, phase,
	         execute_new(d->at, strf("ALTER DOMAIN %s %s", sql_qname(to->code.name), action)));
}

static void
check_comment(struct diff *d, const struct domain *to, const struct check *c, const char *from)
{
	comment_add(d, "CONSTRAINT",
	            strf("%s ON DOMAIN %s", sql_name(c->name), sql_qname(to->code.name)), from,
	            c->comment);
}

static void
create(struct diff *d, const struct object *o)
{
	const struct domain *to = (const struct domain *)o;
	struct domain *bare = (struct domain *)object_copy(o);
	const struct check *c;
	size_t i;

	bare->code.tail = tail(to, false);
	code_create(d, &bare->code.object);
	for (i = 0; i < to->checks.n; i++) {
		c = to->checks.v[i];
		/* when what it calls is there, and before columns are of it */
		if (c->not_valid || c->calls)
			alter_by(d, d->by_name ? PHASE_CREATE_BASE_TYPE : PHASE_ADD_CONSTRAINT, to,
			         strf("ADD %s", check_sql(c)));
		check_comment(d, to, c, NULL);
	}
}

static void
drop(struct diff *d, const struct object *o)
{
	const struct domain *from = (const struct domain *)o;
	const struct check *c;
	size_t i;

	for (i = 0; i < from->checks.n; i++) {
		c = from->checks.v[i];
		if (c->calls)
			alter_by(d, PHASE_DROP_CONSTRAINT, from,
			         strf("DROP CONSTRAINT %s", sql_name(c->name)));
	}
	code_drop(d, o);
}

/* what a check of one schema is in the other, or NULL */
static const struct check *
counterpart(const struct diff *d, const struct domain *other, const struct check *c)
{
	const struct check *o;
	size_t i;

	for (i = 0; i < other->checks.n; i++) {
		o = other->checks.v[i];
		if (d->by_name ? strcmp(o->name, c->name) == 0 &&
		                         same_expression(o->expression, c->expression)
		               : o->id == c->id)
			return o;
	}
	return NULL;
}

static void
checks_alter(struct diff *d, const struct domain *from, const struct domain *to)
{
	/* before columns that made way for it come back */
	enum phase add = d->by_name ? PHASE_CREATE_BASE_TYPE : PHASE_ADD_CONSTRAINT;
	const struct check *c, *old;
	size_t i;

	for (i = 0; i < from->checks.n; i++) {
		c = from->checks.v[i];
		old = counterpart(d, to, c);
		if (!old || (old->not_valid && !c->not_valid))
			alter_by(d, PHASE_DROP_CONSTRAINT, to,
			         strf("DROP CONSTRAINT %s", sql_name(c->name)));
		else if (strcmp(old->name, c->name) != 0)
			alter_by(d, PHASE_RENAME, to,
			         strf("RENAME CONSTRAINT %s TO %s", sql_name(c->name),
			              sql_name(old->name)));
	}
	for (i = 0; i < to->checks.n; i++) {
		c = to->checks.v[i];
		old = counterpart(d, from, c);
		if (!old || (c->not_valid && !old->not_valid)) {
			alter_by(d, add, to, strf("ADD %s", check_sql(c)));
			old = NULL;
		} else if (old->not_valid && !c->not_valid) {
			alter_by(d, add, to, strf("VALIDATE CONSTRAINT %s", sql_name(c->name)));
		}
		check_comment(d, to, c, old ? old->comment : NULL);
	}
}

static bool
same_default(const struct diff *d, const struct domain *from, const struct domain *to)
{
	if (!d->by_name)
		return from->default_id == to->default_id;
	if (!from->default_value || !to->default_value)
		return from->default_value == to->default_value;
	return same_expression(from->default_value, to->default_value);
}

static void
alter(struct diff *d, const struct object *a, const struct object *b)
{
	const struct domain *to = (const struct domain *)b;
	const struct domain *from = (const struct domain *)code_renamed(d, a, b);

	if (d->by_name && (!same(from->type, to->type) || !same(from->collation, to->collation))) {
		drop(d, &from->code.object);
		create(d, b);
		return;
	}
	if (!same_default(d, from, to))
		alter_by(d, PHASE_CREATE_TYPE, to,
		         to->default_value ? strf("SET DEFAULT %s", to->default_value)
		                           : "DROP DEFAULT");
	if (from->not_null != to->not_null)
		alter_by(d, PHASE_CREATE_TYPE, to, to->not_null ? "SET NOT NULL" : "DROP NOT NULL");
	checks_alter(d, from, to);
	code_settings(d, &from->code, &to->code);
}

static struct list
check_uses(const struct schema *s, const struct check *c)
{
	static const struct list none;
	struct query q = {.schema = s, .blind = true};
	struct parse_error e;

	query_follow_expression(&q, parse_expression(c->expression, &e), &none);
	return q.uses;
}

static bool
calls(const struct list *uses)
{
	size_t i;

	for (i = 0; i < uses->n; i++)
		if (((struct use *)uses->v[i])->space == SPACE_FUNCTION)
			return true;
	return false;
}

/* CASCADE takes only the checks that use it */
static bool
release(struct schema *s, struct code *c, enum space space, struct qname used)
{
	struct domain *d = (struct domain *)object_copy(&c->object);
	struct list uses;
	size_t i;

	for (i = d->checks.n; i-- > 0;) {
		uses = check_uses(s, d->checks.v[i]);
		if (uses_name(&uses, space, used))
			list_remove(&d->checks, i);
	}
	code_define(s, &d->code, tail(d, true));
	schema_put(s, &d->code.object);
	return !uses_name(&d->code.uses, space, used);
}

static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_TYPE,
         .sql = "SELECT t.schema, t.typname, concat('CREATE DOMAIN ', t.said, ' AS ', format_type(t.typbasetype, t.typtypmod), repeat('[]', t.typndims - 1),\n"
                "    CASE WHEN t.typcollation <> b.typcollation THEN ' COLLATE ' || l.said END,\n"
                "    ' DEFAULT ' || coalesce(pg_get_expr(t.typdefaultbin, 0), quote_literal(t.typdefault)), CASE WHEN t.typnotnull THEN ' NOT NULL' END,\n"
                "    (SELECT string_agg(format(E'\\n\\tCONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)), '' ORDER BY k.oid)\n"
                "      FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c' AND k.convalidated))\n"
                "FROM made_type t JOIN pg_type b ON b.oid = t.typbasetype LEFT JOIN named_collation l ON l.oid = t.typcollation\n"
                "WHERE t.typtype = 'd' ORDER BY t.oid"},
	{.phase = PHASE_ADD_CONSTRAINT,
         .sql = "SELECT t.schema, t.typname, format('ALTER DOMAIN %s ADD CONSTRAINT %I %s', t.said, k.conname, pg_get_constraintdef(k.oid))\n"
                "FROM made_type t JOIN pg_constraint k ON k.contypid = t.oid WHERE k.contype = 'c' AND NOT k.convalidated ORDER BY k.oid"},
	{0},
};

static void
settle(struct object *copied, const struct object *of, const struct object *as)
{
	const struct domain *said = (const struct domain *)of, *spelled = (const struct domain *)as;
	struct domain *d = (struct domain *)copied;
	const struct check *check_said, *check_spelled;
	struct check *c;
	size_t i;

	if (same(d->type, spelled->type))
		d->type = said->type;
	if (d->default_value && spelled->default_value &&
	    same_expression(d->default_value, spelled->default_value))
		d->default_value = said->default_value;
	for (i = 0; i < d->checks.n; i++) {
		c = element_copy(&d->checks, i, sizeof *c);
		check_said = find_check(said, c->name);
		check_spelled = find_check(spelled, c->name);
		if (check_said && check_spelled &&
		    same_expression(c->expression, check_spelled->expression))
			c->expression = check_said->expression;
	}
}

const struct code_kind domain_kind = {
	.noun = {.name = "domain",
                 .space = SPACE_TYPE,
                 .plural = "TYPES",
                 .size = sizeof(struct domain),
                 .unshare = unshare,
                 .links = links,
                 .remove = code_remove,
                 .create = create,
                 .drop = drop,
                 .alter = alter,
                 .settle = settle},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_DOMAIN,
	.keyword = "DOMAIN",
	.create = PHASE_CREATE_TYPE,
	.drop = PHASE_DROP_TYPE,
	.follow = follow,
	.reread = reread,
	.release = release,
	.inspect = created,
};

/* ALTER TYPE … OWNER TO names any of them */
const struct code_kind type_kind = {
	.noun = {CODE_NOUN("type", SPACE_TYPE)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_TYPE,
	.keyword = "TYPE",
	.any = true,
};

const char *
domain_base(const struct schema *s, const char *type)
{
	struct type_parts parts = type_parts(type);
	const struct object *o = parts.builtin ? NULL : schema_find(s, SPACE_TYPE, parts.name);
	struct buf b = {0};
	const char *base;
	unsigned i;

	if (!o || o->noun != &domain_kind.noun)
		return type;
	base = domain_base(s, ((const struct domain *)o)->type);
	/* an array of arrays is none of more dimensions */
	if (parts.dimensions && type_element(base))
		return type;
	buf_add(&b, base);
	for (i = 0; i < parts.dimensions; i++)
		buf_add(&b, "[]");
	return buf_str(&b);
}

/* ---- what the server refuses ---- */

/* the table that a check is judged in: VALUE is its only column */
static struct table *
value_table(const struct schema *s, const struct domain *d)
{
	struct table *t = alloc(sizeof *t);
	struct column *value = alloc(sizeof *value);

	value->name = "value";
	value->type = domain_base(s, d->type);
	value->collation = d->collation;
	t->object = d->code.object;
	list_add(&t->columns, value);
	return t;
}

static enum applied
need_check_constraint(const struct op *op, const struct PgQuery__Constraint *c)
{
	static const struct {
		PgQuery__ConstrType type;
		const char *name;
	} others[] = {
		{PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY, "primary key"},
		{PG_QUERY__CONSTR_TYPE__CONSTR_UNIQUE, "unique"},
		{PG_QUERY__CONSTR_TYPE__CONSTR_FOREIGN, "foreign key"},
		{PG_QUERY__CONSTR_TYPE__CONSTR_EXCLUSION, "exclusion"},
	};
	size_t i;

	for (i = 0; i < LEN(others); i++)
		if (c->contype == others[i].type)
			return op_error(op, E_CONSTRAINT,
			                "a domain has no %s constraints, but checks",
			                others[i].name);
	if (c->contype != PG_QUERY__CONSTR_TYPE__CONSTR_CHECK)
		return op_error(op, E_NOT_NULL,
		                "a domain has a default, NOT NULL and checks, nothing else");
	if (c->is_no_inherit)
		return op_error(op, E_CONSTRAINT, "the checks of a domain cannot be NO INHERIT");
	return APPLIED;
}

static const char *
check_name(const struct schema *s, const struct domain *d)
{
	struct qname full = d->code.name;
	struct list taken;
	unsigned pass;

	for (pass = 0;; pass++) {
		full.name = sql_object_name(d->code.name.name, NULL,
		                            pass ? strf("check%u", pass) : "check");
		taken = (struct list){0};
		schema_linked(s, LINK_CONSTRAINT, full, &taken);
		if (!taken.n && !find_check(d, full.name))
			return full.name;
	}
}

/* d is a copy */
static enum applied
add_check(const struct op *op, struct schema *s, struct domain *d, const PgQuery__Constraint *k)
{
	struct check *c = alloc(sizeof *c);
	const struct table *t = value_table(s, d);
	struct list uses;

	if (need_check_constraint(op, k) == REFUSED)
		return REFUSED;
	c->id = schema_id(s);
	c->name = *k->conname ? k->conname : check_name(s, d);
	c->expression = node_sql(k->raw_expr);
	c->not_valid = k->skip_validation;
	if (find_check(d, c->name))
		return op_error(op, E_EXISTS, "domain %s has a constraint '%s' already",
		                plain_qname(d->code.name), c->name);
	if (!need_scalar(op, s, t, c->expression, "check") ||
	    need_boolean(op, s, t, c->expression, "check") == REFUSED)
		return REFUSED;
	uses = check_uses(s, c);
	c->calls = calls(&uses);
	list_add(&d->checks, c);
	return APPLIED;
}

/* d is a copy */
static enum applied
set_default(const struct op *op, struct schema *s, struct domain *d, const PgQuery__Node *n)
{
	struct value *v = n ? default_from_sql(n, op->at) : NULL;
	static const struct table none;
	struct list refs = {0};
	const char *type;

	d->default_id = schema_id(s);
	d->default_value = default_text(s, n, d->type, op->at);
	if (!d->default_value)
		return APPLIED;
	expression_columns(n, &refs);
	if (refs.n)
		return op_error(op, E_EXPRESSION, "a default cannot refer to a column");
	if (v->type == VALUE_SQL && (!need_scalar(op, s, &none, v->text, "default") ||
	                             need_sequences(op, s, &none, v->text) == REFUSED))
		return REFUSED;
	type = v->type == VALUE_SQL ? expression_type(s, &none, n) : NULL;
	if (type && !type_casts(s, type, d->type))
		return op_error(op, E_MISMATCH,
		                "the default is of type %s, which is not cast to %s by itself",
		                type, d->type);
	return need_value(op, s, d->type, v, "default");
}

static enum applied
take_constraint(const struct op *op, struct schema *s, struct domain *d,
                const PgQuery__Constraint *k, int *null)
{
	int here = k->contype == PG_QUERY__CONSTR_TYPE__CONSTR_NOTNULL ? 1 : -1;

	switch ((int)k->contype) {
	case PG_QUERY__CONSTR_TYPE__CONSTR_DEFAULT:
		if (d->default_id)
			return op_error(op, E_CONSTRAINT, "a domain has only one default");
		return set_default(op, s, d, k->raw_expr);
	case PG_QUERY__CONSTR_TYPE__CONSTR_NOTNULL:
	case PG_QUERY__CONSTR_TYPE__CONSTR_NULL:
		if (*null && *null != here)
			return op_error(op, E_EXCLUDE, "NULL and NOT NULL exclude each other");
		*null = here;
		d->not_null = here > 0;
		return APPLIED;
	case PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_DEFERRABLE:
	case PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_NOT_DEFERRABLE:
	case PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_DEFERRED:
	case PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_IMMEDIATE:
		return op_error(op, E_CONSTRAINT, "the checks of a domain cannot be deferred");
	default:
		return add_check(op, s, d, k);
	}
}

/* ---- CREATE DOMAIN ---- */

/* the server copies that of a domain which it is made of */
static void
take_default(struct schema *s, struct domain *d)
{
	struct type_parts parts = type_parts(d->type);
	const struct object *o = parts.builtin ? NULL : schema_find(s, SPACE_TYPE, parts.name);

	if (d->default_id || !o || o->noun != &domain_kind.noun || parts.dimensions)
		return;
	d->default_id = schema_id(s);
	d->default_value = ((const struct domain *)o)->default_value;
}

static struct op *
create_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_CREATE_DOMAIN_STMT
	               ? code_op(&create_domain, c)
	               : NULL;
}

static enum applied
create_apply(struct op *op, struct schema *s)
{
	const PgQuery__CreateDomainStmt *n =
		((struct code_op *)op)->clause->node->create_domain_stmt;
	struct qname name = list_qname(n->domainname, n->n_domainname);
	enum applied result;
	struct domain *d;
	int null = 0;
	size_t i;

	if (need_schema(op, s, name) == REFUSED)
		return REFUSED;
	d = (struct domain *)code_new(op, s, &domain_kind, name, NULL);
	if (!d)
		return REFUSED;
	d->type = type_sql(n->type_name);
	if (n->coll_clause)
		d->collation =
			sql_qname(list_qname(n->coll_clause->collname, n->coll_clause->n_collname));
	if (n->type_name->setof || serial_type(d->type))
		return op_error(op, E_CONSTRAINT, "%s is not what a domain can be made of",
		                d->type);
	result = need_column_type(op, s, d->type, d->collation);
	for (i = 0; i < n->n_constraints && result == APPLIED; i++)
		result = take_constraint(op, s, d, n->constraints[i]->constraint, &null);
	if (result != APPLIED)
		return result;
	take_default(s, d);
	code_define(s, &d->code, tail(d, true));
	return code_make(op, s, &d->code, false, false);
}

/* ---- ALTER DOMAIN ---- */

static struct op *
alter_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_ALTER_DOMAIN_STMT
	               ? code_op(&alter_domain, c)
	               : NULL;
}

/* a copy of the domain, or NULL */
static struct domain *
need_domain(const struct op *op, const struct schema *s, PgQuery__Node **names, size_t n,
            enum applied *result)
{
	PgQuery__List list;
	PgQuery__Node node;
	const struct code *c;

	pg_query__list__init(&list);
	pg_query__node__init(&node);
	list.items = names;
	list.n_items = n;
	node.node_case = PG_QUERY__NODE__NODE_LIST;
	node.list = &list;
	c = need_code(op, s, &domain_kind, &node, false, result);
	return c ? (struct domain *)object_copy(&c->object) : NULL;
}

static enum applied
no_constraint(const struct op *op, const struct schema *s, const struct domain *d, const char *name)
{
	struct strs names = {0};
	size_t i;

	if (schema_may_be_other(s, SPACE_TYPE, d->code.name) ||
	    schema_excused(s, SPACE_PART, (struct qname){NULL, name}))
		return UNKNOWN;
	for (i = 0; i < d->checks.n; i++)
		strs_add(&names, ((struct check *)d->checks.v[i])->name);
	return op_error(op, E_NO_PART, "domain %s has no constraint '%s'%s",
	                plain_qname(d->code.name), name, did_you_mean(name, &names));
}

/* it, or what is made of it, stands in rows or ranges that the type is of; or in an array, where it is a domain */
static bool
is_within(const struct schema *s, const char *type, const struct object *sought, bool within)
{
	struct type_parts parts = type_parts(type);
	const struct object *o = parts.builtin ? NULL : schema_find(s, SPACE_TYPE, parts.name);
	const struct list *attributes = o && is_composite(o) ? composite_attributes(o) : NULL;
	const char *subtype = o ? range_subtype(s, o) : NULL;
	size_t i;

	for (i = 0; attributes && i < attributes->n; i++)
		if (is_within(s, ((const struct column *)attributes->v[i])->type, sought, true))
			return true;
	if (subtype && is_within(s, subtype, sought, true))
		return true;
	within |= parts.dimensions > 0 && sought->noun == &domain_kind.noun;
	if (o && o->id == sought->id)
		return within;
	return o && o->noun == &domain_kind.noun &&
	       is_within(s, ((const struct domain *)o)->type, sought, within);
}

/* through the arrays, ranges and rows in a table's rows the server does not look for what is stricter */
static enum applied
need_not_within(const struct op *op, const struct schema *s, const struct domain *d)
{
	struct list tables = schema_all(s, &table_noun);
	const struct column *c;
	const struct table *t;
	size_t i, j;

	for (i = 0; i < tables.n; i++) {
		t = tables.v[i];
		for (j = 0; j < t->columns.n; j++) {
			c = t->columns.v[j];
			if (is_within(s, c->type, &d->code.object, false))
				return op_error(
					op, E_NEEDED,
					"column '%s.%s' holds arrays or ranges of domain %s, or rows with it, which cannot be made stricter then",
					t->object.name.name, c->name, plain_qname(d->code.name));
		}
	}
	return APPLIED;
}

bool
column_contains_type(const struct schema *s, const struct column *c, const struct object *o)
{
	return is_within(s, c->type, o, false);
}

static enum applied
alter_domain_by(const struct op *op, struct schema *s, struct domain *d,
                const PgQuery__AlterDomainStmt *n)
{
	const size_t at = check_at(d, n->name);
	struct check *c;

	switch (*n->subtype) {
	case 'T':
		return set_default(op, s, d, n->def);
	case 'N':
		d->not_null = false;
		return APPLIED;
	case 'O':
		if (!d->not_null && need_not_within(op, s, d) == REFUSED)
			return REFUSED;
		d->not_null = true;
		return APPLIED;
	case 'C':
		if (!n->def->constraint->skip_validation && need_not_within(op, s, d) == REFUSED)
			return REFUSED;
		return add_check(op, s, d, n->def->constraint);
	case 'X':
		if (at == d->checks.n)
			return n->missing_ok ? APPLIED : no_constraint(op, s, d, n->name);
		list_remove(&d->checks, at);
		return APPLIED;
	default: /* VALIDATE */
		if (at == d->checks.n)
			return no_constraint(op, s, d, n->name);
		if (need_not_within(op, s, d) == REFUSED)
			return REFUSED;
		c = element_copy(&d->checks, at, sizeof *c);
		c->not_valid = false;
		return APPLIED;
	}
}

static enum applied
put(struct schema *s, struct domain *d, enum applied result)
{
	if (result != APPLIED)
		return result;
	code_define(s, &d->code, tail(d, true));
	schema_put(s, &d->code.object);
	return APPLIED;
}

static enum applied
alter_apply(struct op *op, struct schema *s)
{
	const PgQuery__AlterDomainStmt *n = ((struct code_op *)op)->clause->node->alter_domain_stmt;
	enum applied result;
	struct domain *d = need_domain(op, s, n->type_name, n->n_type_name, &result);

	return d ? put(s, d, alter_domain_by(op, s, d, n)) : result;
}

static struct op *
rename_constraint_from(const struct clause *c)
{
	return rename_from_sql(c, PG_QUERY__OBJECT_TYPE__OBJECT_DOMCONSTRAINT)
	               ? code_op(&rename_domain_constraint, c)
	               : NULL;
}

static enum applied
rename_constraint_apply(struct op *op, struct schema *s)
{
	const PgQuery__RenameStmt *n = ((struct code_op *)op)->clause->node->rename_stmt;
	enum applied result;
	struct domain *d =
		need_domain(op, s, n->object->list->items, n->object->list->n_items, &result);
	struct check *c;
	size_t at;

	if (!d)
		return result;
	at = check_at(d, n->subname);
	if (at == d->checks.n)
		return no_constraint(op, s, d, n->subname);
	if (find_check(d, n->newname))
		return op_error(op, E_EXISTS, "domain %s has a constraint '%s' already",
		                plain_qname(d->code.name), n->newname);
	c = element_copy(&d->checks, at, sizeof *c);
	c->name = n->newname;
	return put(s, d, APPLIED);
}

enum applied
domain_constraint_comment(const struct op *op, struct schema *s, const PgQuery__Node *object,
                          const char *text)
{
	const PgQuery__TypeName *type = object->list->items[0]->type_name;
	const char *name = node_string(object->list->items[1]);
	enum applied result;
	struct domain *d = need_domain(op, s, type->names, type->n_names, &result);
	struct check *c;

	if (!d)
		return result;
	if (!find_check(d, name))
		return no_constraint(op, s, d, name);
	c = element_copy(&d->checks, check_at(d, name), sizeof *c);
	c->comment = text;
	schema_put(s, &d->code.object);
	return APPLIED;
}

static const struct op_class create_domain = {
	.shape = {"create_domain", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = create_from,
	.apply = create_apply,
	.render = code_render,
};

static const struct op_class alter_domain = {
	.shape = {"alter_domain", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = alter_from,
	.apply = alter_apply,
	.render = code_render,
};

static const struct op_class rename_domain_constraint = {
	.shape = {"rename_constraint", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = rename_constraint_from,
	.apply = rename_constraint_apply,
	.render = code_render,
};

const struct op_class *const domain_ops[] = {&create_domain, &alter_domain,
                                             &rename_domain_constraint, NULL};

bool
domain_judges(const struct schema *s, const char *type)
{
	struct type_parts parts = type_parts(type);
	const struct object *o = parts.builtin ? NULL : schema_find(s, SPACE_TYPE, parts.name);
	const struct domain *d = (const struct domain *)o;

	return o && o->noun == &domain_kind.noun &&
	       (d->not_null || d->checks.n || domain_judges(s, d->type));
}
