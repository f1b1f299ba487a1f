/* Calls of functions that migrations made: which one it is, where there is but one, what its arguments must be, and what it gives. */
#include <string.h>

#include "../catalog.h"
#include "scope.h"

/* the function of that name, where no other can be meant; or NULL */
static const struct code *
only_function(const struct schema *s, struct qname name)
{
	struct list all = {0};
	const struct code *c;
	size_t i;

	/* a type's name casts */
	if (schema_all(s, &extension_noun).n || schema_excused(s, name) ||
	    (!name.schema && catalog_signatures(name.name)) || schema_find(s, SPACE_TYPE, name) ||
	    type_parts(sql_name(name.name)).builtin)
		return NULL;
	for (i = 0; i < (name.schema ? 1 : s->path.n); i++)
		schema_linked(s, LINK_NAME,
		              (struct qname){name.schema ? name.schema : s->path.v[i], name.name},
		              &all);
	c = all.n == 1 ? all.v[0] : NULL;
	return c && c->object.noun == &function_kind.noun ? c : NULL;
}

static const PgQuery__CreateFunctionStmt *
statement_of(const struct code *c)
{
	struct parse_error e;

	return parse_statement(code_sql(c), &e)->create_function_stmt;
}

/* what of the call depends on more than the types of its arguments, one by one */
static bool
is_plain(const PgQuery__FuncCall *call, const PgQuery__CreateFunctionStmt *f)
{
	size_t i;

	for (i = 0; i < call->n_args; i++)
		if (call->args[i]->node_case == PG_QUERY__NODE__NODE_NAMED_ARG_EXPR)
			return false;
	for (i = 0; i < f->n_parameters; i++)
		if (f->parameters[i]->function_parameter->mode ==
		    PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_VARIADIC)
			return false;
	return !call->func_variadic && !call->agg_star;
}

/* how many of its parameters need no argument */
static size_t
defaults(const PgQuery__CreateFunctionStmt *f)
{
	size_t i, n = 0;

	for (i = 0; i < f->n_parameters; i++)
		n += f->parameters[i]->function_parameter->defexpr != NULL;
	return n;
}

static void
no_function(struct query *q, const struct code *c, const PgQuery__FuncCall *call,
            const struct strs *types)
{
	struct strs names = {0};
	size_t i;

	for (i = 0; i < call->n_args; i++)
		strs_add(&names, types->v[i] ? types->v[i] : unknown_type);
	query_error(q, call->location, E_NO_FUNCTION,
	            strf("there is no function %s(%s), but %s", c->name.name,
	                 strs_join(&names, ", "), c->object.name.name));
}

static void
need_arguments(struct query *q, const struct code *c, const PgQuery__CreateFunctionStmt *f,
               const PgQuery__FuncCall *call, const struct strs *types)
{
	struct list parameters = function_parameters(q->schema, &c->object, f);
	const struct output *o;
	const char *to;
	size_t i;

	if (call->n_args > parameters.n || call->n_args + defaults(f) < parameters.n) {
		no_function(q, c, call, types);
		return;
	}
	for (i = 0; i < call->n_args; i++) {
		o = parameters.v[i];
		to = signature_type(q->schema, o->type);
		if (to && !signature_accepts(to, signature_type(q->schema, types->v[i]))) {
			no_function(q, c, call, types);
			return;
		}
	}
	for (i = 0; i < call->n_args; i++)
		take(q, call->args[i], ((struct output *)parameters.v[i])->type,
		     strf("argument %zu of '%s'", i + 1, c->name.name));
}

const char *
function_call(struct query *q, const PgQuery__FuncCall *call, const struct strs *types)
{
	const struct code *c =
		only_function(q->schema, list_qname(call->funcname, call->n_funcname));
	const PgQuery__CreateFunctionStmt *f;

	if (!c)
		return NULL;
	f = statement_of(c);
	if (is_plain(call, f))
		need_arguments(q, c, f, call, types);
	return function_returns(q->schema, &c->object, f).type;
}

struct returned
function_called(const struct query *q, const PgQuery__FuncCall *call)
{
	const struct code *c =
		only_function(q->schema, list_qname(call->funcname, call->n_funcname));

	if (!c)
		return (struct returned){0};
	return function_returns(q->schema, &c->object, statement_of(c));
}
