/* What expressions may hold: those of checks, defaults, indexes, generated columns and partition keys. */
#include <stdlib.h>
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

	/* a row becomes what it is put into */
	if (!known || known == unknown_type || q.result == REFUSED || same(known, "record"))
		return NULL;
	if (is_row_signature(known))
		known = signature_sql(known);
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

/* ---- casts ---- */

static int
by_offset(const void *a, const void *b)
{
	const struct constant *const *x = a, *const *y = b;

	return ((*x)->offset > (*y)->offset) - ((*x)->offset < (*y)->offset);
}

/* the column is of the type by itself, which no domain is */
static bool
is_of_type(const struct schema *s, const struct column *c, const char *type)
{
	return c && domain_base(s, c->type) == c->type &&
	       same(signature_type(s, c->type), signature_type(s, type));
}

/* where the constant, or the name with what qualifies it, ends that begins there */
static size_t
end_of(const struct tokens *tokens, size_t offset)
{
	size_t i = token_at(tokens, offset);

	while (i + 2 < tokens->n && (tokens->v[i + 1].type == PG_QUERY__TOKEN__ASCII_46 ||
	                             tokens->v[i + 1].type == PG_QUERY__TOKEN__UESCAPE))
		i += 2;
	return tokens->v[i].end;
}

/* appends the text as far as they stand, each with its cast; *done is what of the text is in b */
static bool
add_casts(const struct list *casts, const char *text, struct buf *b, size_t *done)
{
	const struct constant *c, *last = NULL;
	struct tokens tokens;
	size_t i, end;

	if (!scan_tokens(text, &tokens))
		return false;
	for (i = 0; i < casts->n; last = casts->v[i++]) {
		c = casts->v[i];
		if (last && last->offset == c->offset && !same(last->type, c->type))
			return false; /* as a in a BETWEEN 1 AND 2.5 */
		end = end_of(&tokens, c->offset);
		if ((last && last->offset == c->offset) || !c->type)
			continue;
		buf_fmt(b, "%.*s::%s", (int)(end - *done), text + *done, c->type);
		*done = end;
	}
	return true;
}

const char *
expression_with_casts(const struct schema *s, const struct table *t, const char *text)
{
	struct query q = {.schema = s};
	struct constant *c;
	struct parse_error e;
	const PgQuery__Node *tree = parse_expression(text, &e);
	struct buf b = {0};
	size_t i, done = 0;

	if (!tree)
		return NULL;
	follow_in_table(&q, t, tree);
	for (i = 0; i < q.casts.n; i++) {
		c = q.casts.v[i];
		if (!c->text)
			return NULL;
		if (is_of_type(s, table_column(t, c->text), c->type))
			c->type = NULL;
	}
	list_append(&q.casts, &q.constants);
	list_sort(&q.casts, by_offset);
	if (!add_casts(&q.casts, text, &b, &done))
		return NULL;
	buf_add(&b, text + done);
	return parse_expression(buf_str(&b), &e) ? buf_str(&b) : NULL;
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
