/* What expressions may hold: those of checks, defaults, indexes, generated columns and partition keys. */
#include <string.h>

#include "code.h"

/* ---- one value of one row ---- */

/* what a tree holds that makes one value of many rows */
static bool
find_many_rows(const ProtobufCMessage *m, void *data)
{
	static const char *const aggregates[] = {
		"array_agg", "avg",   "bit_and",  "bit_or",    "bool_and", "bool_or",
		"count",     "every", "json_agg", "jsonb_agg", "max",      "min",
		"stddev",    "sum",   "variance", "xmlagg",
	};
	const PgQuery__FuncCall *call = (const PgQuery__FuncCall *)(const void *)m;
	const char **found = data;
	struct qname name;
	size_t i;

	if (*found || m->descriptor != &pg_query__func_call__descriptor)
		return !*found;
	name = list_qname(call->funcname, call->n_funcname);
	if (call->over)
		*found = "window functions";
	else if (call->agg_star || call->agg_distinct || call->agg_within_group ||
	         call->agg_filter || call->n_agg_order)
		*found = "aggregate functions";
	for (i = 0; !*found && i < LEN(aggregates); i++)
		if (call->n_args == 1 && (!name.schema || same(name.schema, "pg_catalog")) &&
		    same(name.name, aggregates[i]))
			*found = "aggregate functions";
	return !*found;
}

const PgQuery__Node *
need_scalar(const struct op *op, const struct schema *s, const struct table *t, const char *text,
            const char *what)
{
	const PgQuery__Node *tree = need_expression(op, s, t, text, what);
	const char *found = NULL;

	if (!tree)
		return NULL;
	if (expression_has_subquery(tree))
		found = "subqueries";
	else
		tree_walk(tree, find_many_rows, &found);
	if (!found)
		return tree;
	op_error(op, "%s: %s cannot stand here", what, found);
	return NULL;
}

static const char *
constant_type(const PgQuery__AConst *c)
{
	if (c->isnull)
		return NULL;
	if (c->val_case == PG_QUERY__A__CONST__VAL_IVAL)
		return "integer";
	return c->val_case == PG_QUERY__A__CONST__VAL_FVAL ? "numeric" : NULL;
}

static const char *
column_type(const struct table *t, const PgQuery__ColumnRef *ref)
{
	const struct column *c;

	if (ref->n_fields != 1 || !node_string(ref->fields[0]))
		return NULL;
	c = table_column(t, node_string(ref->fields[0]));
	return c && c->type && type_parts(c->type).builtin ? c->type : NULL;
}

/* the built-in type that an expression clearly has, or NULL */
static const char *
clear_type(const struct table *t, const PgQuery__Node *tree)
{
	const char *operator, * type;

	if (tree->node_case == PG_QUERY__NODE__NODE_A_CONST)
		return constant_type(tree->a_const);
	if (tree->node_case == PG_QUERY__NODE__NODE_COLUMN_REF)
		return column_type(t, tree->column_ref);
	if (tree->node_case != PG_QUERY__NODE__NODE_A_EXPR || !tree->a_expr->lexpr ||
	    tree->a_expr->kind != PG_QUERY__A__EXPR__KIND__AEXPR_OP)
		return NULL;
	operator= node_string(tree->a_expr->name[0]);
	type = clear_type(t, tree->a_expr->lexpr);
	/* what is added to a number is none that could be true or false */
	return operator&& strlen(operator) == 1 && strchr("+-*/%", *operator) ? type : NULL;
}

enum applied
need_boolean(const struct op *op, const struct schema *s, const struct table *t, const char *text,
             const char *what)
{
	struct parse_error e;
	const PgQuery__Node *tree = parse_expression(text, &e);
	const char *cast = NULL, *type = tree ? clear_type(t, tree) : NULL;
	struct value v = {.type = VALUE_STRING};

	if (tree)
		v.text = expression_string(tree, &cast);
	if (v.text && !cast)
		return need_value(op, s, "boolean", &v, what);
	if (!type || strcmp(type, "boolean") == 0)
		return APPLIED;
	return op_error(op, "%s: its type must be boolean, not %s", what, type);
}

/* ---- the same value every time ---- */

/* functions of the server that are not immutable whatever their arguments */
static const char *const fickle[] = {
	"array_to_string",
	"clock_timestamp",
	"concat",
	"concat_ws",
	"current_database",
	"current_schema",
	"current_setting",
	"currval",
	"format",
	"gen_random_uuid",
	"lastval",
	"nextval",
	"now",
	"random",
	"set_config",
	"setval",
	"statement_timestamp",
	"timeofday",
	"to_char",
	"to_date",
	"to_json",
	"to_jsonb",
	"to_number",
	"to_regclass",
	"transaction_timestamp",
	"txid_current",
	"version",
};

struct fickle_search {
	const struct schema *s;
	const char *found;
};

/* one that migrations made of the same name may be another */
static bool
is_fickle(const struct schema *s, const char *name)
{
	size_t i;

	for (i = 0; name && i < LEN(fickle); i++)
		if (strcmp(name, fickle[i]) == 0)
			return !function_named(s, (struct qname){NULL, name});
	return false;
}

static bool
visit_call(const ProtobufCMessage *m, void *data)
{
	const PgQuery__FuncCall *call = (const PgQuery__FuncCall *)m;
	struct fickle_search *search = data;
	const char *name;

	if (m->descriptor == &pg_query__sqlvalue_function__descriptor)
		search->found = "current_timestamp or its like";
	if (m->descriptor != &pg_query__func_call__descriptor)
		return true;
	name = list_qname(call->funcname, call->n_funcname).name;
	if (is_fickle(search->s, name))
		search->found = name;
	return true;
}

enum applied
need_immutable(const struct op *op, const struct schema *s, const PgQuery__Node *tree,
               const char *what)
{
	struct fickle_search search = {s, NULL};

	tree_walk(tree, visit_call, &search);
	if (!search.found)
		return APPLIED;
	return op_error(op, "%s: %s is not immutable: it may give another value another time", what,
	                search.found);
}
