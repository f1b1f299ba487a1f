/* Views: the relations that their queries name, and the columns that they are certainly made of. A query that may name something
   in another way too (by a function, a subquery, a NATURAL JOIN) leaves the columns to the server. */
#include <string.h>

#include "kind.h"

/* ---- reading queries ---- */

/* what stands in a query, at any depth */
struct query {
	const struct schema *s;
	struct list ranges;  /* PgQuery__RangeVar: relations, and names of WITH */
	struct list columns; /* PgQuery__ColumnRef */
	struct strs using;   /* columns of JOIN … USING */
	struct strs with;    /* names of WITH */
	struct strs outputs; /* names that results have */
	unsigned selects;
	bool other; /* rows may come from elsewhere, or columns have other names */
};

static bool
visit(const ProtobufCMessage *m, void *data)
{
	struct query *q = data;

	if (m->descriptor == &pg_query__range_var__descriptor) {
		const PgQuery__RangeVar *r = (const PgQuery__RangeVar *)m;

		list_add(&q->ranges, copy(r, sizeof *r));
		q->other |= r->alias && r->alias->n_colnames;
	} else if (m->descriptor == &pg_query__column_ref__descriptor) {
		list_add(&q->columns, copy(m, sizeof(PgQuery__ColumnRef)));
	} else if (m->descriptor == &pg_query__common_table_expr__descriptor) {
		strs_add(&q->with, ((const PgQuery__CommonTableExpr *)m)->ctename);
		q->other = true;
	} else if (m->descriptor == &pg_query__res_target__descriptor) {
		strs_add(&q->outputs, ((const PgQuery__ResTarget *)m)->name);
	} else if (m->descriptor == &pg_query__join_expr__descriptor) {
		const PgQuery__JoinExpr *join = (const PgQuery__JoinExpr *)m;

		node_strings(join->using_clause, join->n_using_clause, &q->using);
		q->other |= join->is_natural || join->alias || join->join_using_alias;
	} else if (m->descriptor == &pg_query__select_stmt__descriptor) {
		q->selects++;
	} else if (m->descriptor == &pg_query__range_function__descriptor ||
	           m->descriptor == &pg_query__range_subselect__descriptor ||
	           m->descriptor == &pg_query__range_table_func__descriptor) {
		q->other = true;
	}
	return true;
}

static struct query
read_query(const struct schema *s, const PgQuery__Node *tree)
{
	struct query q = {.s = s};

	tree_walk(tree, visit, &q);
	return q;
}

/* the relation, or NULL where it is none that is known */
static struct object *
relation(const struct query *q, const PgQuery__RangeVar *r)
{
	if (!*r->schemaname && strs_has(&q->with, r->relname))
		return NULL;
	return schema_find(q->s, SPACE_RELATION, range_qname(r));
}

static const char *
range_name(const PgQuery__RangeVar *r)
{
	return r->alias ? r->alias->aliasname : r->relname;
}

/* the tables that a column may be of: those of a name, or all. false where one of them is not known */
static bool
sources(const struct query *q, const char *qualifier, struct list *tables)
{
	const PgQuery__RangeVar *r;
	struct object *o;
	size_t i;

	for (i = 0; i < q->ranges.n; i++) {
		r = q->ranges.v[i];
		if (qualifier && !same(range_name(r), qualifier))
			continue;
		o = relation(q, r);
		if (!o || o->noun != &table_noun || schema_excused(q->s, o->name))
			return false;
		if (!list_has(tables, o))
			list_add(tables, o);
	}
	return true;
}

/* the one table that has the column, or NULL */
static const struct table *
only_source(const struct list *tables, const char *column)
{
	const struct table *found = NULL;
	size_t i;

	for (i = 0; i < tables->n; i++) {
		if (!table_column(tables->v[i], column))
			continue;
		if (found)
			return NULL;
		found = tables->v[i];
	}
	return found;
}

/* ---- what a query must find ---- */

/* the server's own, and those of extensions, are not in the schema */
static bool
may_be_there(const struct query *q, const PgQuery__RangeVar *r)
{
	struct qname schema = {NULL, r->schemaname};

	if (!*r->schemaname &&
	    (strncmp(r->relname, "pg_", 3) == 0 || strs_has(&q->with, r->relname)))
		return true;
	if (*r->schemaname && !schema_find(q->s, SPACE_SCHEMA, schema))
		return true;
	return schema_all(q->s, &extension_noun).n;
}

static enum applied
need_source(const struct op *op, const struct query *q, const PgQuery__ColumnRef *ref)
{
	const char *name = node_string(ref->fields[ref->n_fields - 1]);
	const char *qualifier = ref->n_fields > 1 ? node_string(ref->fields[0]) : NULL;
	struct list tables = {0};
	struct strs names;
	size_t i;

	if (q->other || !name || ref->n_fields > 2 || is_system_column(name) ||
	    !sources(q, qualifier, &tables) || !tables.n)
		return APPLIED;
	for (i = 0; i < tables.n; i++)
		if (table_column(tables.v[i], name))
			return APPLIED;
	/* a result's name behind ORDER BY, a whole row, a function that is written like a column */
	for (i = 0; i < q->ranges.n && !qualifier; i++)
		if (same(range_name(q->ranges.v[i]), name))
			return APPLIED;
	if (strs_has(&q->outputs, name) ||
	    schema_find(q->s, SPACE_FUNCTION, (struct qname){NULL, name}))
		return APPLIED;
	if (map_get(&q->s->excused, name) || tables.n > 1)
		return APPLIED;
	names = table_column_names(tables.v[0]);
	return op_error(op, "no column named '%s' in table %s%s", name,
	                plain_qname(((struct object *)tables.v[0])->name),
	                did_you_mean(name, &names));
}

enum applied
need_query(const struct op *op, const struct schema *s, const PgQuery__Node *tree)
{
	struct query q = read_query(s, tree);
	enum applied result = APPLIED;
	const PgQuery__RangeVar *r;
	size_t i;

	for (i = 0; i < q.ranges.n; i++) {
		r = q.ranges.v[i];
		if (!relation(&q, r) && !may_be_there(&q, r))
			result = worse(result,
			               missing(op, s, "table", SPACE_RELATION, range_qname(r)));
	}
	for (i = 0; i < q.columns.n && result == APPLIED; i++)
		result = need_source(op, &q, q.columns.v[i]);
	return result == REFUSED ? REFUSED : APPLIED;
}

/* ---- what a view is made of ---- */

static void
use(struct opaque *v, unsigned relation_id, unsigned column)
{
	struct view_use u = {relation_id, column};

	list_add(&v->uses, copy(&u, sizeof u));
}

static void
use_column(struct opaque *v, const struct list *tables, const char *name)
{
	const struct table *t = only_source(tables, name);

	if (t)
		use(v, t->object.id, table_column(t, name)->id);
}

/* of JOIN … USING: both tables have it */
static void
use_joined(struct opaque *v, const struct list *tables, const char *name)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < tables->n; i++) {
		c = table_column(tables->v[i], name);
		if (c)
			use(v, ((struct object *)tables->v[i])->id, c->id);
	}
}

/* all columns of the tables: of a * */
static void
use_all(struct opaque *v, const struct list *tables)
{
	const struct table *t;
	size_t i, k;

	for (i = 0; i < tables->n; i++) {
		t = tables->v[i];
		for (k = 0; k < t->columns.n; k++)
			use(v, t->object.id, ((struct column *)t->columns.v[k])->id);
	}
}

static void
use_columns(struct opaque *v, const struct query *q)
{
	const PgQuery__ColumnRef *ref;
	const char *name, *qualifier;
	struct list tables;
	size_t i;

	for (i = 0; i < q->columns.n; i++) {
		ref = q->columns.v[i];
		name = node_string(ref->fields[ref->n_fields - 1]);
		qualifier = ref->n_fields > 1 ? node_string(ref->fields[0]) : NULL;
		tables = (struct list){0};
		if (ref->n_fields > 2 || !sources(q, qualifier, &tables))
			continue;
		/* a result's name hides a column behind ORDER BY */
		if (name && (qualifier || !strs_has(&q->outputs, name)))
			use_column(v, &tables, name);
		else if (!name && (qualifier ? tables.n == 1 : q->selects == 1))
			use_all(v, &tables);
	}
	tables = (struct list){0};
	for (i = 0; i < q->using.n && q->ranges.n == 2 && sources(q, NULL, &tables); i++)
		use_joined(v, &tables, q->using.v[i]);
}

void
view_read(struct opaque *v, const struct schema *s, const PgQuery__Node *tree, const char *text)
{
	struct query q = read_query(s, tree);
	const struct object *o;
	size_t i;

	v->words = (struct strs){0};
	scan_names(text, &v->words);
	v->uses = (struct list){0};
	for (i = 0; i < q.ranges.n; i++) {
		o = relation(&q, q.ranges.v[i]);
		if (o)
			use(v, o->id, 0);
	}
	if (!q.other)
		use_columns(v, &q);
}

/* ---- what becomes of views ---- */

static bool
uses(const struct opaque *v, unsigned relation_id, unsigned column)
{
	const struct view_use *u;
	size_t i;

	for (i = 0; i < v->uses.n; i++) {
		u = v->uses.v[i];
		if (u->relation == relation_id && u->column == column)
			return true;
	}
	return false;
}

struct list
views_all(const struct schema *s)
{
	struct list all = schema_all(s, &view_noun), more = schema_all(s, &materialized_view_noun);

	list_append(&all, &more);
	return all;
}

enum applied
need_no_view(const struct op *op, const struct schema *s, const struct object *o,
             const struct column *c)
{
	struct list all = views_all(s);
	const struct opaque *v;
	const char *what;
	size_t i;

	for (i = 0; i < all.n; i++) {
		v = all.v[i];
		if (!uses(v, o->id, c ? c->id : 0) || schema_excused(s, v->object.name))
			continue;
		what = c ? strf("column '%s' of table %s", c->name, plain_qname(o->name))
		         : strf("%s %s", o->noun->name, plain_qname(o->name));
		return op_error(op, "%s is needed by %s %s%s; drop that first", what,
		                v->object.noun->name, plain_qname(v->object.name),
		                made_at(v->object.at));
	}
	return APPLIED;
}

void
views_remove(struct schema *s, const struct object *o, const struct column *c)
{
	struct list all = views_all(s);
	struct opaque *v;
	size_t i;

	for (i = 0; i < all.n; i++) {
		v = all.v[i];
		if (s->by_id.v[v->object.id] != v)
			continue;
		if (uses(v, o->id, c ? c->id : 0))
			view_remove(s, &v->object);
		else if (uses(v, o->id, 0))
			schema_excuse(s,
			              v->object.name.name); /* it may use the column, and be gone */
	}
}

void
view_remove(struct schema *s, struct object *o)
{
	const struct object *type = schema_find(s, SPACE_TYPE, o->name);

	if (type)
		type_users_remove(s, type);
	schema_remove(s, o);
	views_remove(s, o, NULL);
}
