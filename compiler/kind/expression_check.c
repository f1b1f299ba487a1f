/* What expressions may hold: those of checks, defaults, indexes, generated columns and partition keys. */
#include <string.h>

#include "scope.h"

/* ---- types ---- */

const char *
follow_in_table(struct query *q, const struct table *t, const PgQuery__Node *tree)
{
	struct scope scope = scope_new(NULL);

	level_read(scope.level, NULL, MANY_ALL);
	list_add(&scope.items, table_item(q->schema, t));
	q->blind = true;
	return follow(q, tree, &scope);
}

const char *
expression_type(const struct schema *s, const struct table *t, const PgQuery__Node *tree)
{
	struct query q = {.schema = s};
	const char *type = follow_in_table(&q, t, tree), *known = signature_type(s, type);

	if (!known || known == unknown_type || q.result == REFUSED)
		return NULL;
	if (*known == '"')
		return sql_qname(type_parts(known).name);
	return strchr(known, '"') ? NULL : type_spelling(known);
}

enum applied
need_typed(const struct op *op, const struct schema *s, const struct table *t,
           const PgQuery__Node *tree, const char *what, bool immutable)
{
	struct query q = {.op = op, .schema = s, .what = what, .immutable = immutable};

	follow_in_table(&q, t, tree);
	return q.result;
}

/* ---- what may stand where ---- */

/* what a tree holds that makes one value of many rows, or has a value nowhere but in queries */
static bool
find_unfit(const ProtobufCMessage *m, void *data)
{
	const PgQuery__FuncCall *call = (const PgQuery__FuncCall *)(const void *)m;
	const char **found = data;

	if (!*found && m->descriptor == &pg_query__param_ref__descriptor)
		*found = "parameters as $1";
	if (!*found && m->descriptor == &pg_query__set_to_default__descriptor)
		*found = "DEFAULT";
	if (*found || m->descriptor != &pg_query__func_call__descriptor)
		return !*found;
	if (call->over)
		*found = "window functions";
	else if (call->agg_star || call->agg_distinct || call->agg_within_group ||
	         call->agg_filter || call->n_agg_order)
		*found = "aggregate functions";
	return !*found;
}

const char *
expression_unfit(const PgQuery__Node *tree)
{
	const char *found = NULL;

	if (!expression_has_subquery(tree))
		tree_walk(tree, find_unfit, &found);
	return found;
}

const PgQuery__Node *
need_scalar(const struct op *op, const struct schema *s, const struct table *t, const char *text,
            const char *what)
{
	const PgQuery__Node *tree = need_expression(op, s, t, text, what);
	const char *found;

	if (!tree)
		return NULL;
	found = expression_has_subquery(tree) ? "subqueries" : expression_unfit(tree);
	if (!found)
		return need_typed(op, s, t, tree, what, false) == REFUSED ? NULL : tree;
	op_error(op, E_EXPRESSION, "%s: %s cannot stand here", what, found);
	return NULL;
}

enum applied
need_boolean(const struct op *op, const struct schema *s, const struct table *t, const char *text,
             const char *what)
{
	struct parse_error e;
	const PgQuery__Node *tree = parse_expression(text, &e);
	const char *cast = NULL, *type = tree ? expression_type(s, t, tree) : NULL;
	struct value v = {.type = VALUE_STRING};

	if (tree)
		v.text = expression_string(tree, &cast);
	if (v.text && !cast)
		return need_value(op, s, "boolean", &v, what);
	if (!type || strcmp(type, "boolean") == 0)
		return APPLIED;
	return op_error(op, E_EXPRESSION, "%s: its type must be boolean, not %s", what, type);
}
