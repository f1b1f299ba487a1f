/* Statements that name relations and make nothing: LOCK, TRUNCATE, VACUUM, REINDEX, COPY and their like. What they name is there, and
   is such as the server takes it for that. */
#include <string.h>

#include "scope.h"

/* as pg_class.relkind; '\0' where no such statement takes it */
static char
relkind(const struct object *o)
{
	const struct table *t = (const struct table *)o;

	if (o->noun != &table_noun)
		return o->noun->relkind;
	return t->server ? 'f' : t->partition_by ? 'p' : 'r';
}

static const char *
title(const struct object *o)
{
	switch (relkind(o)) {
	case 'f':
		return "foreign table";
	case 'p':
		return "partitioned table";
	default:
		return o->noun->name;
	}
}

/* the relation, which is of one of these relkinds, or NULL; what is "locked", … */
static const struct object *
need(struct query *q, const PgQuery__RangeVar *r, const char *relkinds, const char *what)
{
	const struct object *o = query_relation(q, r);

	if (!o || schema_may_be_other(q->schema, SPACE_RELATION, o->name))
		return NULL;
	if (relkind(o) && strchr(relkinds, relkind(o)))
		return o;
	query_error(q, r->location, E_KIND,
	            strf("%s is %s %s, which cannot be %s", plain_qname(o->name), article(title(o)),
	                 title(o), what));
	return NULL;
}

/* columns of the relation, each once; of other relations than tables that is left to the server */
static void
need_columns(struct query *q, const struct object *o, PgQuery__Node *const *nodes, size_t n)
{
	const struct table *t = (const struct table *)o;
	struct strs names = {0}, seen = {0};
	enum applied result;
	size_t i;

	node_strings(nodes, n, &names);
	for (i = 0; o && o->noun == &table_noun && i < names.n; i++) {
		if (!need_column(q->op, q->schema, t, names.v[i], &result))
			q->result = worse(q->result, result);
		else if (strs_has(&seen, names.v[i]))
			query_error(q, -1, E_TWICE, strf("column '%s' stands twice", names.v[i]));
		strs_add(&seen, names.v[i]);
	}
}

/* ---- VACUUM, ANALYZE, LOCK ---- */

static bool
analyzes(const PgQuery__VacuumStmt *n)
{
	size_t i;

	for (i = 0; i < n->n_options; i++)
		if (strcmp(n->options[i]->def_elem->defname, "analyze") == 0)
			return true;
	return !n->is_vacuumcmd;
}

/* what is no table is skipped by the server with a warning */
static void
vacuum(struct query *q, const PgQuery__VacuumStmt *n)
{
	const PgQuery__VacuumRelation *v;
	const struct object *o;
	size_t i;

	for (i = 0; i < n->n_rels; i++) {
		v = n->rels[i]->vacuum_relation;
		o = schema_find(q->schema, SPACE_RELATION, range_qname(v->relation));
		if (v->n_va_cols && !analyzes(n))
			query_error(q, v->relation->location, E_STATEMENT,
			            "columns are analyzed: VACUUM (ANALYZE)");
		else if (o)
			need_columns(q, o, v->va_cols, v->n_va_cols);
		else
			query_relation(q, v->relation);
	}
}

static void
lock(struct query *q, const PgQuery__LockStmt *n)
{
	size_t i;

	for (i = 0; i < n->n_relations; i++)
		need(q, n->relations[i]->range_var, "rpv", "locked");
}

/* ---- TRUNCATE ---- */

/* t and what is below it */
static void
add_with_children(const struct schema *s, const struct table *t, struct list *all)
{
	struct list below = children(s, t);
	size_t i;

	list_add(all, s->by_id.v[t->object.id]);
	for (i = 0; i < below.n; i++)
		add_with_children(s, below.v[i], all);
}

static bool
has(const struct list *tables, const struct table *t)
{
	size_t i;

	for (i = 0; i < tables->n; i++)
		if (tables->v[i] == t)
			return true;
	return false;
}

/* a foreign key of another table refers to one of these, or to a table that one is a partition of */
static void
need_unreferenced(struct query *q, const struct list *gone)
{
	const struct list tables = schema_all(q->schema, &table_noun);
	const struct table *t, *target;
	const struct constraint *c;
	size_t i, j, k;

	for (i = 0; i < tables.n; i++) {
		t = tables.v[i];
		for (j = 0; !has(gone, t) && j < t->constraints.n; j++) {
			c = t->constraints.v[j];
			if (c->type != 'f' || schema_may_have_part(q->schema, &t->object, NULL))
				continue;
			target = (const struct table *)schema_find(q->schema, SPACE_RELATION,
			                                           c->references.table);
			for (k = 0; target && k < gone->n; k++) {
				if (!same_qname(((struct table *)gone->v[k])->object.name,
				                target->object.name) &&
				    !(target->partition_by &&
				      is_below(q->schema, gone->v[k], target)))
					continue;
				query_error(
					q, -1, E_NEEDED,
					strf("constraint '%s' of table %s refers to %s; truncate "
				             "that table too, or say CASCADE",
				             c->name, plain_qname(t->object.name),
				             plain_qname(target->object.name)));
				return;
			}
		}
	}
}

static void
truncate_tables(struct query *q, const PgQuery__TruncateStmt *n)
{
	struct list gone = {0};
	const PgQuery__RangeVar *r;
	const struct object *o;
	size_t i;

	for (i = 0; i < n->n_relations; i++) {
		r = n->relations[i]->range_var;
		o = need(q, r, "rpf", "truncated");
		if (!o || o->noun != &table_noun)
			continue;
		if (r->inh)
			add_with_children(q->schema, (const struct table *)o, &gone);
		else if (relkind(o) == 'p')
			query_error(q, r->location, E_PARTITION,
			            strf("%s is partitioned, and has no rows without its "
			                 "partitions: TRUNCATE without ONLY",
			                 plain_qname(o->name)));
		else
			list_add(&gone, q->schema->by_id.v[o->id]);
	}
	if (n->behavior != PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE && q->result == APPLIED)
		need_unreferenced(q, &gone);
}

/* ---- REINDEX ---- */

/* the table of an index that a statement names, or the table that it names; NULL */
static const struct table *
table_of(const struct schema *s, const PgQuery__RangeVar *r)
{
	const struct object *o = r ? schema_find(s, SPACE_RELATION, range_qname(r)) : NULL;

	if (o && o->noun == &index_noun)
		return alias_table(s, o);
	return o && o->noun == &table_noun ? (const struct table *)o : NULL;
}

bool
utility_is_of_partitions(const struct schema *s, const PgQuery__Node *n)
{
	const struct table *t = NULL;

	if (n->node_case == PG_QUERY__NODE__NODE_REINDEX_STMT)
		t = table_of(s, n->reindex_stmt->relation);
	if (n->node_case == PG_QUERY__NODE__NODE_CLUSTER_STMT)
		t = table_of(s, n->cluster_stmt->relation);
	return t && t->partition_by;
}

static void
reindex(struct query *q, const PgQuery__ReindexStmt *n)
{
	enum applied result = APPLIED;

	switch ((int)n->kind) {
	case PG_QUERY__REINDEX_OBJECT_TYPE__REINDEX_OBJECT_INDEX:
		if (!is_catalog(range_qname(n->relation)) &&
		    !extensions_bring(q->schema, n->relation->relname))
			need_index_table(q->op, q->schema, range_qname(n->relation), &result);
		break;
	case PG_QUERY__REINDEX_OBJECT_TYPE__REINDEX_OBJECT_TABLE:
		need(q, n->relation, "rpm", "reindexed");
		break;
	case PG_QUERY__REINDEX_OBJECT_TYPE__REINDEX_OBJECT_SCHEMA:
		if (!is_catalog((struct qname){n->name, ""}))
			result = need_schema(q->op, q->schema, (struct qname){n->name, ""});
		break;
	default:
		break;
	}
	q->result = worse(q->result, result);
}

/* ---- COPY ---- */

static void
need_stored(struct query *q, const struct table *t, PgQuery__Node *const *nodes, size_t n)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < n; i++) {
		c = table_column(t, node_string(nodes[i]));
		if (c && c->generated)
			query_error(q, -1, E_GENERATED,
			            strf("column '%s' is generated, and is not copied", c->name));
	}
}

static void
copy_rows(struct query *q, const PgQuery__CopyStmt *n)
{
	struct visible v = {0};
	struct list relations = {0};
	const struct object *o;

	if (n->query) {
		query_follow(q, n->query);
		return;
	}
	o = n->is_from ? need(q, n->relation, "rpfv", "copied to")
	               : need(q, n->relation, "r", "copied from; COPY (SELECT …) can");
	if (!o)
		return;
	need_columns(q, o, n->attlist, n->n_attlist);
	if (o->noun == &table_noun)
		need_stored(q, (const struct table *)o, n->attlist, n->n_attlist);
	v.relation = o;
	list_add(&relations, &v);
	if (n->where_clause)
		query_follow_expression(q, n->where_clause, &relations);
}

/* or the server has given it that name, with that of its table before it */
static bool
is_constraint_excused(const struct schema *s, struct qname name)
{
	const char *bar = name.name;

	if (schema_excused(s, SPACE_PART, name))
		return true;
	while ((bar = strchr(bar, '_'))) {
		if (schema_excused(s, SPACE_RELATION,
		                   (struct qname){name.schema,
		                                  strn(name.name, (size_t)(bar - name.name))}))
			return true;
		bar++;
	}
	return false;
}

/* of a table, a domain or a trigger */
static bool
may_be_constraint(const struct schema *s, struct qname name)
{
	struct qname in = name;
	struct list found = {0};
	size_t i;

	if (name.schema)
		schema_linked(s, LINK_CONSTRAINT, name, &found);
	for (i = 0; !name.schema && !found.n && (in.schema = schema_on_path(s, i)); i++)
		schema_linked(s, LINK_CONSTRAINT, in, &found);
	return found.n || is_constraint_excused(s, name);
}

static void
set_constraints(struct query *q, const PgQuery__ConstraintsSetStmt *n)
{
	const PgQuery__RangeVar *r;
	size_t i;

	for (i = 0; i < n->n_constraints; i++) {
		r = n->constraints[i]->range_var;
		if (!may_be_constraint(q->schema, range_qname(r)))
			query_error(q, r->location, E_NO_PART,
			            strf("no constraint named '%s'", r->relname));
	}
}

enum applied
utility_apply(const struct op *op, const struct schema *s, const struct statement *statement)
{
	struct query q = {.op = op, .source = statement->source, .schema = s};
	const PgQuery__Node *n = statement->tree;

	switch ((int)n->node_case) {
	case PG_QUERY__NODE__NODE_CONSTRAINTS_SET_STMT:
		set_constraints(&q, n->constraints_set_stmt);
		break;
	case PG_QUERY__NODE__NODE_VACUUM_STMT:
		vacuum(&q, n->vacuum_stmt);
		break;
	case PG_QUERY__NODE__NODE_LOCK_STMT:
		lock(&q, n->lock_stmt);
		break;
	case PG_QUERY__NODE__NODE_TRUNCATE_STMT:
		truncate_tables(&q, n->truncate_stmt);
		break;
	case PG_QUERY__NODE__NODE_REINDEX_STMT:
		reindex(&q, n->reindex_stmt);
		break;
	case PG_QUERY__NODE__NODE_COPY_STMT:
		copy_rows(&q, n->copy_stmt);
		break;
	default:
		break;
	}
	return q.result;
}
