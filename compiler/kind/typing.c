/* The types of expressions, as far as they are certain: of constants, columns of built-in types, and what the server's own
   functions and operators make of them. What has no function or operator for its arguments is refused, and so is what is not
   immutable where that is needed. Types are named here as in pg_type; what migrations or extensions may have made is not judged. */
#include <ctype.h>
#include <string.h>

#include "../catalog.h"
#include "code.h"

/* the type of 'x' and NULL, which become what is needed */
static const char literal[] = "unknown";

struct typing {
	const struct op *op;
	const struct schema *s;
	const struct table *t;
	const char *what; /* NULL: nothing is refused */
	bool immutable;   /* is needed */
	bool refused;
};

static const char *type_of(struct typing *y, const PgQuery__Node *n);

static void
refuse(struct typing *y, const char *why)
{
	if (y->what && !y->refused)
		op_error(y->op, "%s: %s", y->what, why);
	y->refused = true;
}

/* ---- what migrations and extensions bring ---- */

/* others may have made what stands in for, or beside, the server's own */
static bool
has_others(const struct schema *s, const char *name)
{
	return schema_all(s, &extension_noun).n || schema_excused(s, (struct qname){NULL, name});
}

/* ---- signatures ---- */

struct signature {
	char volatility;
	struct strs arguments;
	const char *result;
};

static struct signature
read_signature(const char *text, size_t n)
{
	struct signature g = {.volatility = *text};
	char *rest = strn(text + 2, n - 2), *equals = strchr(rest, '='), *comma;

	/* the last one parts arguments and result */
	*equals = '\0';
	g.result = equals + 1;
	while (*rest) {
		comma = strchr(rest, ',');
		if (comma)
			*comma = '\0';
		strs_add(&g.arguments, rest);
		rest = comma ? comma + 1 : rest + strlen(rest);
	}
	return g;
}

static bool
ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n >= m && strcmp(s + n - m, end) == 0;
}

static bool
is_multirange(const char *type)
{
	return ends_with(type, "multirange");
}

static bool
accepts_any(const char *parameter, const char *type)
{
	if (ends_with(parameter, "nonarray"))
		return *type != '_';
	if (ends_with(parameter, "array"))
		return *type == '_';
	if (ends_with(parameter, "multirange"))
		return is_multirange(type);
	if (ends_with(parameter, "range"))
		return ends_with(type, "range") && !is_multirange(type);
	return !ends_with(parameter, "enum");
}

/* true where a value of the type can be the argument; in doubt */
static bool
accepts(const char *parameter, const char *type)
{
	const struct catalog_cast *cast;

	if (!type || type == literal || strcmp(parameter, type) == 0)
		return true;
	if (strncmp(parameter, "any", 3) == 0)
		return accepts_any(parameter, type);
	if (strcmp(parameter, "record") == 0)
		return false;
	if (*parameter == '_' && *type == '_')
		return accepts(parameter + 1, type + 1);
	cast = catalog_cast(type, parameter);
	return cast && cast->context == 'i';
}

/* the argument at i: the last one may repeat */
static const char *
parameter_at(const struct signature *g, size_t i)
{
	const char *p = g->arguments.v[i < g->arguments.n ? i : g->arguments.n - 1];

	if (*p == '?')
		p++;
	if (*p != '*')
		return p;
	/* VARIADIC "any", or an array of what repeats */
	return p[1] == '_' ? p + 2 : strcmp(p + 1, "any") == 0 ? "any" : "anyelement";
}

static bool
fits_number(const struct signature *g, size_t n)
{
	size_t i, least = 0;
	const char *last = g->arguments.n ? g->arguments.v[g->arguments.n - 1] : "";

	for (i = 0; i < g->arguments.n; i++)
		least += *g->arguments.v[i] != '?';
	return n >= least && (n <= g->arguments.n || *last == '*');
}

static bool
fits(const struct signature *g, const struct strs *types)
{
	size_t i;

	for (i = 0; i < types->n; i++)
		if (!accepts(parameter_at(g, i), types->v[i]))
			return false;
	return true;
}

static size_t
exact(const struct signature *g, const struct strs *types)
{
	size_t i, n = 0;

	for (i = 0; i < types->n; i++)
		n += strcmp(parameter_at(g, i), types->v[i]) == 0;
	return n;
}

static bool
has_type(const struct strs *types, const char *type)
{
	size_t i;

	for (i = 0; i < types->n; i++)
		if (types->v[i] == type)
			return true;
	return false;
}

/* of those that fit, the ones that the server prefers as far as that is certain: with the most arguments of just that type, where
   'x' beside one other argument is taken for its like */
static struct list
preferred(const struct list *fitting, const struct strs *types)
{
	struct strs alike = *types;
	struct list best = {0};
	size_t i, most = 0;

	if (has_type(types, NULL))
		return *fitting;
	if (types->n == 2 && types->v[0] != types->v[1]) {
		alike = strs_copy(types);
		if (types->v[0] == literal)
			alike.v[0] = types->v[1];
		if (types->v[1] == literal)
			alike.v[1] = types->v[0];
		for (i = 0; i < fitting->n; i++)
			if (exact(fitting->v[i], &alike) == 2)
				list_add(&best, fitting->v[i]);
		if (best.n)
			return best;
	}
	for (i = 0; i < fitting->n; i++)
		if (exact(fitting->v[i], types) > most)
			most = exact(fitting->v[i], types);
	for (i = 0; i < fitting->n; i++)
		if (exact(fitting->v[i], types) == most)
			list_add(&best, fitting->v[i]);
	return best;
}

/* ---- calls ---- */

/* as a message says it: "lower(integer)", "text > integer" */
static const char *
call_text(const char *name, const struct strs *types)
{
	struct strs spelled = {0};
	size_t i;

	for (i = 0; i < types->n; i++)
		strs_add(&spelled, types->v[i] && types->v[i] != literal
		                           ? type_spelling(types->v[i])
		                           : literal);
	if (isalpha((unsigned char)*name) || *name == '_')
		return strf("function %s(%s)", name, strs_join(&spelled, ", "));
	if (spelled.n == 1)
		return strf("operator %s %s", name, spelled.v[0]);
	return strf("operator %s %s %s", spelled.v[0], name, spelled.v[1]);
}

/* what is certain of the result of all of them */
static const char *
common_result(const struct list *signatures)
{
	const struct signature *g;
	const char *result = NULL;
	size_t i;

	for (i = 0; i < signatures->n; i++) {
		g = signatures->v[i];
		if (result && strcmp(result, g->result) != 0)
			return NULL;
		result = g->result;
	}
	return result && strncmp(result, "any", 3) != 0 && strcmp(result, "record") != 0 ? result
	                                                                                 : NULL;
}

static void
need_steady(struct typing *y, const struct list *signatures, const char *call)
{
	const struct signature *g;
	size_t i;

	for (i = 0; i < signatures->n; i++) {
		g = signatures->v[i];
		if (!strchr("sSvV", g->volatility))
			return;
	}
	if (y->immutable)
		refuse(y,
		       strf("%s is not immutable: it may give another value another time", call));
}

static void
need_one_value(struct typing *y, const struct list *signatures)
{
	const char *kinds = "IXSV", *what = "set-returning functions";
	const struct signature *g = signatures->v[0];
	size_t i;

	if (g->volatility == 'a' || g->volatility == 'w') {
		kinds = g->volatility == 'a' ? "a" : "w";
		what = g->volatility == 'a' ? "aggregate functions" : "window functions";
	}
	for (i = 0; i < signatures->n; i++) {
		g = signatures->v[i];
		if (!strchr(kinds, g->volatility))
			return;
	}
	refuse(y, strf("%s cannot stand here", what));
}

/* a call of the server's own function or operator */
static const char *
call(struct typing *y, const char *name, const struct strs *types)
{
	const char *at = catalog_signatures(name);
	struct list fitting = {0}, best;
	struct signature g;
	size_t n, of_number = 0;

	for (; at && *at; at += n + (at[n] == ' ')) {
		n = strcspn(at, " ");
		g = read_signature(at, n);
		if (!fits_number(&g, types->n))
			continue;
		of_number++;
		if (fits(&g, types))
			list_add(&fitting, copy(&g, sizeof g));
	}
	if (of_number && !fitting.n && !has_others(y->s, name))
		refuse(y, strf("there is no %s", call_text(name, types)));
	if (!fitting.n)
		return NULL;
	best = preferred(&fitting, types);
	need_one_value(y, &best);
	need_steady(y, &best, call_text(name, types));
	return common_result(&best);
}

/* ---- functions by name ---- */

static const char *
call_type(struct typing *y, const PgQuery__FuncCall *f)
{
	struct qname name = list_qname(f->funcname, f->n_funcname);
	const struct object *made = function_named(y->s, name);
	struct strs types = {0};
	const char *why;
	size_t i;

	for (i = 0; i < f->n_args; i++)
		strs_add(&types, type_of(y, f->args[i]));
	if (y->immutable && made && function_is_unsteady(y->s, name) &&
	    !schema_excused(y->s, (struct qname){NULL, name.name}))
		refuse(y, strf("function '%s' was not made IMMUTABLE", name.name));
	if (made || (name.schema && strcmp(name.schema, "pg_catalog") != 0))
		return NULL;
	why = function_missing(y->s, name);
	if (why)
		refuse(y, why);
	if (!catalog_signatures(name.name))
		return NULL;
	for (i = 0; i < f->n_args; i++)
		if (f->args[i]->node_case == PG_QUERY__NODE__NODE_NAMED_ARG_EXPR)
			return NULL;
	if (f->agg_star || f->over || f->func_variadic || f->agg_within_group)
		return NULL;
	return call(y, name.name, &types);
}

/* ---- operators ---- */

static const char *
operation(struct typing *y, const char *name, const PgQuery__Node *left, const PgQuery__Node *right)
{
	struct strs types = {0};

	if (left)
		strs_add(&types, type_of(y, left));
	strs_add(&types, type_of(y, right));
	return call(y, name, &types);
}

static const char *
each_operation(struct typing *y, const char *name, const PgQuery__AExpr *x)
{
	const PgQuery__List *list =
		x->rexpr->node_case == PG_QUERY__NODE__NODE_LIST ? x->rexpr->list : NULL;
	size_t i;

	for (i = 0; list && i < list->n_items; i++)
		operation(y, name, x->lexpr, list->items[i]);
	return "bool";
}

static const char *
expression_operation(struct typing *y, const PgQuery__AExpr *x)
{
	const char *name = x->n_name == 1 ? node_string(x->name[0]) : NULL;

	switch ((int)x->kind) {
	case PG_QUERY__A__EXPR__KIND__AEXPR_OP:
	case PG_QUERY__A__EXPR__KIND__AEXPR_LIKE:
	case PG_QUERY__A__EXPR__KIND__AEXPR_ILIKE:
		return name && x->rexpr ? operation(y, name, x->lexpr, x->rexpr) : NULL;
	case PG_QUERY__A__EXPR__KIND__AEXPR_IN:
		return each_operation(y, name, x);
	case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN:
	case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN:
		return each_operation(y, ">=", x);
	case PG_QUERY__A__EXPR__KIND__AEXPR_DISTINCT:
	case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_DISTINCT:
		operation(y, "=", x->lexpr, x->rexpr);
		return "bool";
	default:
		return NULL;
	}
}

/* ---- casts ---- */

static bool
is_string(const char *type)
{
	static const char *const strings[] = {"text", "varchar", "bpchar", "name", "char"};
	size_t i;

	for (i = 0; i < LEN(strings); i++)
		if (strcmp(type, strings[i]) == 0)
			return true;
	return false;
}

static const char *
cast(struct typing *y, const char *from, const char *to)
{
	const struct catalog_cast *c;
	bool steady;

	if (!from || !to || from == literal || strcmp(from, to) == 0 || *from == '_' || *to == '_')
		return to;
	c = catalog_cast(from, to);
	if (!c && !is_string(from) && !is_string(to)) {
		if (!schema_excused(y->s, (struct qname){NULL, type_spelling(from)}) &&
		    !schema_excused(y->s, (struct qname){NULL, type_spelling(to)}) &&
		    !schema_all(y->s, &extension_noun).n)
			refuse(y, strf("there is no cast of %s to %s", type_spelling(from),
			               type_spelling(to)));
		return to;
	}
	steady = c ? c->volatility == 'i'
	           : catalog_reads_steadily(to) && catalog_writes_steadily(from);
	if (y->immutable && !steady)
		refuse(y,
		       strf("the cast of %s to %s is not immutable: settings change what it gives",
		            type_spelling(from), type_spelling(to)));
	return to;
}

/* ---- expressions ---- */

static const char *
constant_type(const PgQuery__AConst *c)
{
	if (c->isnull)
		return literal;
	switch ((int)c->val_case) {
	case PG_QUERY__A__CONST__VAL_IVAL:
		return "int4";
	case PG_QUERY__A__CONST__VAL_FVAL: /* without a point it may be a bigint */
		return strpbrk(c->fval->fval, ".eE") ? "numeric" : NULL;
	case PG_QUERY__A__CONST__VAL_BOOLVAL:
		return "bool";
	case PG_QUERY__A__CONST__VAL_SVAL:
		return literal;
	default:
		return NULL;
	}
}

static const char *
column_type(const struct typing *y, const PgQuery__ColumnRef *ref)
{
	const char *name = node_string(ref->fields[ref->n_fields - 1]);
	const struct column *c = name && ref->n_fields < 3 ? table_column(y->t, name) : NULL;

	if (!c || !c->type ||
	    (ref->n_fields == 2 && !same(node_string(ref->fields[0]), y->t->object.name.name)))
		return NULL;
	return type_catalog_name(c->type);
}

static const char *
value_type(PgQuery__SQLValueFunctionOp op)
{
	switch ((int)op) {
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_DATE:
		return "date";
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIME:
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIME_N:
		return "timetz";
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIMESTAMP:
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIMESTAMP_N:
		return "timestamptz";
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIME:
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIME_N:
		return "time";
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIMESTAMP:
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIMESTAMP_N:
		return "timestamp";
	default:
		return "name";
	}
}

/* the one type of all of them */
static const char *
common_type(struct typing *y, PgQuery__Node *const *nodes, size_t n)
{
	const char *common = NULL, *one;
	bool certain = true;
	size_t i;

	for (i = 0; i < n; i++) {
		one = type_of(y, nodes[i]);
		if (one == literal)
			continue;
		if (one && common && !accepts(common, one) && !accepts(one, common))
			refuse(y, strf("%s and %s cannot stand for each other",
			               type_spelling(common), type_spelling(one)));
		certain &= one && (!common || strcmp(common, one) == 0);
		common = one;
	}
	return certain ? common : NULL;
}

static const char *
case_type(struct typing *y, const PgQuery__CaseExpr *c)
{
	struct list results = {0};
	size_t i;

	if (c->arg)
		type_of(y, c->arg);
	for (i = 0; i < c->n_args; i++) {
		type_of(y, c->args[i]->case_when->expr);
		list_add(&results, c->args[i]->case_when->result);
	}
	if (c->defresult)
		list_add(&results, c->defresult);
	return common_type(y, (PgQuery__Node *const *)results.v, results.n);
}

static const char *
bool_type(struct typing *y, const PgQuery__BoolExpr *b)
{
	const char *type;
	size_t i;

	for (i = 0; i < b->n_args; i++) {
		type = type_of(y, b->args[i]);
		if (type && type != literal && strcmp(type, "bool") != 0)
			refuse(y, strf("AND, OR and NOT are for boolean, not for %s",
			               type_spelling(type)));
	}
	return "bool";
}

static const char *
type_of(struct typing *y, const PgQuery__Node *n)
{
	switch ((int)n->node_case) {
	case PG_QUERY__NODE__NODE_A_CONST:
		return constant_type(n->a_const);
	case PG_QUERY__NODE__NODE_COLUMN_REF:
		return column_type(y, n->column_ref);
	case PG_QUERY__NODE__NODE_TYPE_CAST:
		return cast(y, type_of(y, n->type_cast->arg),
		            type_catalog_name(type_sql(n->type_cast->type_name)));
	case PG_QUERY__NODE__NODE_FUNC_CALL:
		return call_type(y, n->func_call);
	case PG_QUERY__NODE__NODE_A_EXPR:
		return expression_operation(y, n->a_expr);
	case PG_QUERY__NODE__NODE_BOOL_EXPR:
		return bool_type(y, n->bool_expr);
	case PG_QUERY__NODE__NODE_NULL_TEST:
		type_of(y, n->null_test->arg);
		return "bool";
	case PG_QUERY__NODE__NODE_BOOLEAN_TEST:
		type_of(y, n->boolean_test->arg);
		return "bool";
	case PG_QUERY__NODE__NODE_COLLATE_CLAUSE:
		return type_of(y, n->collate_clause->arg);
	case PG_QUERY__NODE__NODE_COALESCE_EXPR:
		return common_type(y, n->coalesce_expr->args, n->coalesce_expr->n_args);
	case PG_QUERY__NODE__NODE_MIN_MAX_EXPR:
		return common_type(y, n->min_max_expr->args, n->min_max_expr->n_args);
	case PG_QUERY__NODE__NODE_CASE_EXPR:
		return case_type(y, n->case_expr);
	case PG_QUERY__NODE__NODE_A_ARRAY_EXPR:
		common_type(y, n->a_array_expr->elements, n->a_array_expr->n_elements);
		return NULL;
	case PG_QUERY__NODE__NODE_ROW_EXPR:
		common_type(y, n->row_expr->args, n->row_expr->n_args);
		return NULL;
	case PG_QUERY__NODE__NODE_A_INDIRECTION:
		type_of(y, n->a_indirection->arg);
		return NULL;
	case PG_QUERY__NODE__NODE_NAMED_ARG_EXPR:
		return type_of(y, n->named_arg_expr->arg);
	case PG_QUERY__NODE__NODE_SQLVALUE_FUNCTION:
		if (y->immutable)
			refuse(y, "current_timestamp or its like is not immutable: it may give "
			          "another value another time");
		return value_type(n->sqlvalue_function->op);
	default:
		return NULL;
	}
}

const char *
expression_type(const struct schema *s, const struct table *t, const PgQuery__Node *tree)
{
	struct typing y = {.s = s, .t = t};
	const char *type = type_of(&y, tree);

	return type && type != literal && !y.refused ? type_spelling(type) : NULL;
}

enum applied
need_typed(const struct op *op, const struct schema *s, const struct table *t,
           const PgQuery__Node *tree, const char *what, bool immutable)
{
	struct typing y = {op, s, t, what, immutable, false};

	type_of(&y, tree);
	return y.refused ? REFUSED : APPLIED;
}
