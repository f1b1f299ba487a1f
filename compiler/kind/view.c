/* Views, and materialized views. */
#include <string.h>

#include "code.h"

static const struct op_class create_view, create_materialized_view;

/* the query, whose first columns get these names */
static void
follow_named(struct query *q, const PgQuery__Node *query, PgQuery__Node *const *names, size_t n)
{
	struct output o;
	size_t i;

	query_follow(q, query);
	q->columns = list_copy(&q->columns);
	for (i = 0; i < n; i++) {
		o = (struct output){.name = node_string(names[i])};
		if (i < q->columns.n) {
			o.type = ((struct output *)q->columns.v[i])->type;
			q->columns.v[i] = copy(&o, sizeof o);
		} else {
			list_add(&q->columns, copy(&o, sizeof o));
		}
	}
}

static void
follow(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__ViewStmt *view = statement->view_stmt;

	follow_named(q, view->query, view->aliases, view->n_aliases);
}

static void
follow_materialized(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CreateTableAsStmt *view = statement->create_table_as_stmt;

	follow_named(q, view->query, view->into->col_names, view->into->n_col_names);
}

/* every old column is still there, in its place, with its name and type; NULL or what is wrong */
static const char *
cannot_replace(const struct code *from, const struct code *to)
{
	const struct output *old, *new;
	size_t i;

	for (i = 0; i < from->columns.n; i++) {
		old = from->columns.v[i];
		if (i >= to->columns.n)
			return from->open || to->open
			               ? NULL
			               : strf("it would lose column '%s'", old->name);
		new = to->columns.v[i];
		if (from->open || to->open)
			return NULL;
		if (!same(old->name, new->name))
			return strf("its column '%s' would be called '%s'", old->name, new->name);
		if (old->type && new->type && !same(old->type, new->type))
			return strf("its column '%s' would be %s, not %s", old->name, new->type,
			            old->type);
	}
	return NULL;
}

static bool
replaces(const struct code *from, const struct code *to)
{
	return !cannot_replace(from, to);
}

static const char *
reset(const struct code *c, const char *key)
{
	const PgQuery__ViewStmt *view;
	struct strs options = {0};
	struct parse_error e;
	size_t i;

	view = parse_statement(code_sql(c), &e)->view_stmt;
	node_parameters(view->options, view->n_options, &options);
	for (i = 0; i < options.n; i++)
		if (strncmp(options.v[i], key, strlen(key)) == 0 &&
		    options.v[i][strlen(key)] == '=')
			return strf("SET (%s)", options.v[i]);
	return strf("RESET (%s)", key);
}

static const struct noun view_row_noun = {.name = "view", .space = SPACE_TYPE, .alias = true};

static void
aliases(const struct object *o, struct list *list)
{
	alias_add(o, &view_row_noun, o->name.name, o->at, list);
}

const struct code_kind view_kind = {
	.noun = {CODE_NOUN("view", SPACE_RELATION), .plural = "TABLES", .relkind = 'v',
                 .aliases = aliases},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_VIEW,
	.keyword = "VIEW",
	.create = PHASE_CREATE_CODE,
	.drop = PHASE_DROP_CODE,
	.follow = follow,
	.replaces = replaces,
	.reset = reset,
};

const struct code_kind materialized_view_kind = {
	.noun = {CODE_NOUN("materialized view", SPACE_RELATION), .plural = "TABLES", .relkind = 'm',
                 .aliases = aliases},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW,
	.keyword = "MATERIALIZED VIEW",
	.create = PHASE_CREATE_CODE,
	.drop = PHASE_DROP_CODE,
	.follow = follow_materialized,
};

/* ---- CREATE ---- */

static struct op *
create_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_VIEW_STMT ? code_op(&create_view, c)
	                                                            : NULL;
}

static enum applied
need_distinct_columns(const struct op *op, const struct code *c)
{
	struct strs seen = {0};
	const char *name;
	size_t i;

	for (i = 0; i < c->columns.n; i++) {
		name = ((struct output *)c->columns.v[i])->name;
		if (strs_has(&seen, name))
			return op_error(
				op,
				"%s %s would have two columns named '%s'; name one of them with AS",
				c->object.noun->name, plain_qname(c->name), name);
		strs_add(&seen, name);
	}
	return APPLIED;
}

static enum applied
create_apply(struct op *op, struct schema *s)
{
	const PgQuery__ViewStmt *view = ((struct code_op *)op)->clause->node->view_stmt;
	struct qname name = range_qname(view->view);
	const struct object *there;
	struct code *c;
	const char *why;

	if (need_schema(op, s, name) == REFUSED)
		return REFUSED;
	c = code_new(op, s, &view_kind, name, NULL);
	if (!c || need_distinct_columns(op, c) == REFUSED)
		return REFUSED;
	/* it is this session's, and hides what has its name */
	if (*view->view->relpersistence == 't') {
		schema_excuse(s, name.name);
		return APPLIED;
	}
	there = schema_find(s, SPACE_RELATION, c->name);
	if (view->replace && there && there->noun == &view_kind.noun) {
		why = cannot_replace((const struct code *)there, c);
		if (why)
			return op_error(
				op, "view %s cannot be replaced so: %s; drop it and create it anew",
				plain_qname(name), why);
	}
	return code_make(op, s, c, view->replace, false);
}

static struct op *
create_materialized_from(const struct clause *c)
{
	if (c->node->node_case != PG_QUERY__NODE__NODE_CREATE_TABLE_AS_STMT ||
	    c->node->create_table_as_stmt->objtype != PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW)
		return NULL;
	return code_op(&create_materialized_view, c);
}

static enum applied
create_materialized_apply(struct op *op, struct schema *s)
{
	const PgQuery__CreateTableAsStmt *view =
		((struct code_op *)op)->clause->node->create_table_as_stmt;
	struct qname name = range_qname(view->into->rel);
	struct code *c;

	if (need_schema(op, s, name) == REFUSED)
		return REFUSED;
	c = code_new(op, s, &materialized_view_kind, name, NULL);
	if (!c || need_distinct_columns(op, c) == REFUSED)
		return REFUSED;
	return code_make(op, s, c, false, view->if_not_exists);
}

static const struct op_class create_materialized_view = {
	.shape = {"create_materialized_view", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = create_materialized_from,
	.apply = create_materialized_apply,
	.render = code_render,
};

static const struct op_class create_view = {
	.shape = {"create_view", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = create_from,
	.apply = create_apply,
	.render = code_render,
};

const struct op_class *const view_ops[] = {&create_view, &create_materialized_view, NULL};
