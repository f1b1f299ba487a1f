/* Calls of functions that migrations made: which one is meant among those of its name, the server's own too, what its arguments must
   be, and what it gives. */
#include <string.h>

#include "../catalog.h"
#include "candidate.h"

static const PgQuery__CreateFunctionStmt *
statement_of(const struct code *c)
{
	struct parse_error e;

	return parse_statement(code_sql(c), &e)->create_function_stmt;
}

/* ---- which may be meant ---- */

/* nobody knows all of that name, or how it is called: others may have made some, a type's name casts */
static bool
is_doubtful(const struct schema *s, struct qname name)
{
	return extensions_bring(s, name.name) || schema_excused(s, SPACE_FUNCTION, name) ||
	       schema_find(s, SPACE_TYPE, name) || type_parts(sql_name(name.name)).builtin;
}

/* the type that its parameter has in a signature: "" where that is not known, or a domain, which is told from what it is of; with ? before it where it has a default */
static const char *
parameter_said(const struct schema *s, const struct output *o, bool has_default)
{
	const char *known = signature_type(s, o->type);
	bool certain = known && known != unknown_type && same(o->type, domain_base(s, o->type));

	return strf("%s%s", has_default ? "?" : "", certain ? known : "");
}

/* what a function, or an aggregate, takes */
struct taking {
	PgQuery__Node *const *nodes;
	size_t n;
	struct list parameters; /* struct output */
	size_t defaults;        /* so many of them, the last ones, need no argument */
	bool variadic;          /* the last one takes as many as there are */
};

/* false where it cannot be compared with others: a procedure, an ordered-set aggregate */
static bool
taking_of(const struct schema *s, const struct code *c, struct taking *t)
{
	const PgQuery__FunctionParameter *p;
	size_t i;

	*t = (struct taking){0};
	if (c->object.noun == &function_kind.noun) {
		t->nodes = statement_of(c)->parameters;
		t->n = statement_of(c)->n_parameters;
	} else if (c->object.noun != &aggregate_kind.noun ||
	           !aggregate_parameters(c, &t->nodes, &t->n)) {
		return false;
	}
	t->parameters = function_parameters(s, &c->object, t->nodes, t->n);
	for (i = 0; i < t->n; i++) {
		p = t->nodes[i]->function_parameter;
		t->defaults += p->defexpr != NULL;
		t->variadic |= p->mode == PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_VARIADIC;
	}
	return true;
}

static bool
made_signature(const struct schema *s, const struct code *c, struct signature *g)
{
	struct taking t;
	const char *said;
	size_t i;

	*g = (struct signature){.volatility = 'x', .made = c};
	if (!taking_of(s, c, &t))
		return false;
	for (i = 0; i < t.parameters.n; i++) {
		said = parameter_said(s, t.parameters.v[i], i >= t.parameters.n - t.defaults);
		if (t.variadic && i + 1 == t.parameters.n) {
			if (!strchr(said, '_'))
				return false; /* what it is an array of is not known */
			said = strf("%s*%s", *said == '?' ? "?" : "", said + (*said == '?'));
		}
		strs_add(&g->arguments, said);
	}
	return true;
}

static const PgQuery__NamedArgExpr *
named(const PgQuery__FuncCall *call, size_t i)
{
	return call->args[i]->node_case == PG_QUERY__NODE__NODE_NAMED_ARG_EXPR
	               ? call->args[i]->named_arg_expr
	               : NULL;
}

/* the parameter that argument i is for; as many as there are where there is none of its name */
static size_t
place_of(const struct taking *t, const PgQuery__FuncCall *call, size_t i)
{
	const PgQuery__NamedArgExpr *arg = named(call, i);
	const size_t n = t->parameters.n;
	size_t j;

	if (!arg)
		return t->variadic && i >= n ? n - 1 : i < n ? i : n;
	for (j = 0; j < n; j++)
		if (same(((const struct output *)t->parameters.v[j])->name, arg->name))
			return j;
	return n;
}

/* what it takes of just these arguments, in their order; false where they do not go together */
static bool
arranged(const struct schema *s, const struct code *c, const PgQuery__FuncCall *call,
         struct signature *g)
{
	struct list filled = {0};
	const void *parameter;
	struct taking t;
	bool by_name = false;
	size_t i, at;

	*g = (struct signature){.volatility = 'x', .made = c};
	taking_of(s, c, &t);
	for (i = 0; i < call->n_args; i++) {
		by_name |= named(call, i) != NULL;
		at = place_of(&t, call, i);
		parameter = at < t.parameters.n ? t.parameters.v[at] : NULL;
		if (!parameter || list_has(&filled, parameter))
			return false;
		list_add(&filled, (void *)(size_t)parameter);
		strs_add(&g->arguments, parameter_said(s, parameter, false));
	}
	for (i = 0; i + t.defaults < t.parameters.n; i++)
		if (!list_has(&filled, t.parameters.v[i]))
			return false;
	/* without VARIADIC it is not called by names */
	return !by_name || !t.variadic || call->func_variadic;
}

/* an earlier schema of the search path hides it */
static bool
is_hidden(const struct list *all, const struct signature *g)
{
	const struct signature *other;
	size_t i;

	for (i = 0; i < all->n; i++) {
		other = all->v[i];
		if (!strs_has(&g->arguments, "") && strs_same(&other->arguments, &g->arguments))
			return true;
	}
	return false;
}

/* those that migrations have made, to those of earlier schemas; false where one cannot be compared with others */
static bool
add_made(const struct schema *s, enum space space, struct qname name, struct list *all)
{
	const struct code *c;
	struct list made = {0};
	struct signature g;
	size_t i;

	schema_linked(s, LINK_NAME, name, &made);
	for (i = 0; i < made.n; i++) {
		c = made.v[i];
		if (c->object.noun->space != space)
			continue;
		if (space == SPACE_OPERATOR)
			g = operator_signature(s, c);
		else if (!made_signature(s, c, &g))
			return false;
		if (!is_hidden(all, &g))
			list_add(all, copy(&g, sizeof g));
	}
	return true;
}

static void
add_servers(const char *name, struct list *all)
{
	const char *at = catalog_signatures(name);
	struct signature g;
	size_t n;

	for (; at && *at; at += n + (at[n] == ' ')) {
		n = strcspn(at, " ");
		g = read_signature(at, n);
		list_add(all, copy(&g, sizeof g));
	}
}

/* all functions, or operators, of that name, as struct signature; false where one cannot be compared with others */
static bool
candidates(const struct schema *s, enum space space, struct qname name, struct list *all)
{
	const bool qualified = name.schema;
	size_t i;

	/* the server's own are searched first, unless the path says where */
	if (qualified ? same(name.schema, "pg_catalog") : !strs_has(&s->path, "pg_catalog"))
		add_servers(name.name, all);
	if (qualified)
		return add_made(s, space, name, all);
	for (i = 0; (name.schema = schema_on_path(s, i)); i++) {
		if (i < s->path.n && same(name.schema, "pg_catalog"))
			add_servers(name.name, all);
		if (!add_made(s, space, name, all))
			return false;
	}
	return true;
}

/* names of arguments, or VARIADIC, say which are for what */
static bool
is_arranged(const PgQuery__FuncCall *call)
{
	size_t i;

	for (i = 0; i < call->n_args; i++)
		if (named(call, i))
			return true;
	return call->func_variadic;
}

/* those that can be called so, as they are then; false where that is not known of one */
static bool
arrange(const struct schema *s, const PgQuery__FuncCall *call, struct list *all)
{
	const struct signature *was;
	struct list fitting = {0};
	struct signature g;
	struct taking t;
	size_t i;

	for (i = 0; i < all->n; i++) {
		was = all->v[i];
		if (!was->made || !taking_of(s, was->made, &t) ||
		    (call->func_variadic && !t.variadic))
			return false;
		if (arranged(s, was->made, call, &g))
			list_add(&fitting, copy(&g, sizeof g));
	}
	*all = fitting;
	return true;
}

/* ---- the call ---- */

static void
no_function(struct query *q, const PgQuery__FuncCall *call, const struct strs *types,
            const struct list *all, bool many)
{
	const char *name = list_qname(call->funcname, call->n_funcname).name;
	struct strs names = {0}, there = {0};
	const struct signature *g;
	size_t i;

	for (i = 0; i < call->n_args; i++)
		strs_add(&names, strf("%s%s%s", named(call, i) ? named(call, i)->name : "",
		                      named(call, i) ? " => " : "",
		                      types->v[i] ? types->v[i] : unknown_type));
	for (i = 0; i < all->n; i++) {
		g = all->v[i];
		if (g->made)
			strs_add(&there, ((const struct code *)g->made)->object.name.name);
	}
	query_error(q, call->location, E_NO_FUNCTION,
	            many ? strf("%s(%s) may be more than one: %s", name, strs_join(&names, ", "),
	                        strs_join(&there, ", "))
	                 : strf("there is no function %s(%s), but %s", name,
	                        strs_join(&names, ", "), strs_join(&there, ", ")));
}

/* what the call was noted as, which was the last thing; NULL */
static struct use *
use_of(const struct query *q, const PgQuery__FuncCall *call)
{
	struct use *u = q->uses.n ? q->uses.v[q->uses.n - 1] : NULL;

	return u && u->space == SPACE_FUNCTION && u->offset == (size_t)call->location ? u : NULL;
}

/* the call uses just that one */
static void
take_arguments(struct query *q, const PgQuery__FuncCall *call, const struct code *c)
{
	struct use *use = use_of(q, call);
	const struct output *parameter;
	const char *type;
	struct taking t;
	size_t i, at;

	if (use) {
		use->name = c->name;
		use->identity = c->object.name.name;
	}
	taking_of(q->schema, c, &t);
	for (i = 0; i < call->n_args; i++) {
		at = place_of(&t, call, i);
		parameter = t.parameters.v[at];
		type = parameter->type;
		if (t.variadic && !call->func_variadic && at + 1 == t.parameters.n)
			type = type_element(type);
		take(q, named(call, i) ? named(call, i)->arg : call->args[i], type,
		     strf("argument %zu of '%s'", i + 1, c->name.name));
	}
}

static const char *
result_of(const struct schema *s, const struct signature *g, const struct strs *types)
{
	const struct code *c = g->made;

	if (c && c->object.noun != &function_kind.noun)
		return NULL;
	if (c)
		return function_returns(s, &c->object, statement_of(c)).type;
	return signature_sql(called_type(g, g->result, types));
}

/* what all of them give, or NULL */
static const char *
common_result(const struct schema *s, const struct list *all, const struct strs *types)
{
	const char *result = NULL, *one;
	size_t i;

	for (i = 0; i < all->n; i++) {
		one = result_of(s, all->v[i], types);
		if (!one || (result && strcmp(result, one) != 0))
			return NULL;
		result = one;
	}
	return result;
}

/* the one of all that sql, the arguments' types, make it; NULL where that is not certain */
static const struct signature *
meant(const struct schema *s, const struct list *all, const struct strs *sql, bool operator,
      struct strs * types, struct list *fitting, bool *many)
{
	size_t i;

	for (i = 0; i < sql->n; i++)
		strs_add(types, signature_type(s, sql->v[i]));
	for (i = 0; i < all->n; i++)
		if (fits_number(all->v[i], types->n) && fits(all->v[i], types))
			list_add(fitting, all->v[i]);
	if (fitting->n == 1)
		return fitting->v[0];
	return fitting->n ? choose(fitting, types, operator, many) : NULL;
}

const struct code *
operator_meant(const struct schema *s, struct qname name, const struct strs *sql)
{
	struct list all = {0}, fitting = {0};
	struct qname in = {name.schema, name.name};
	const struct signature *one;
	struct strs types = {0};
	bool many = false;
	size_t i;

	if (name.schema)
		add_made(s, SPACE_OPERATOR, name, &all);
	for (i = 0; !name.schema && (in.schema = schema_on_path(s, i)); i++)
		add_made(s, SPACE_OPERATOR, in, &all);
	if (!all.n)
		return NULL;
	all = (struct list){0};
	candidates(s, SPACE_OPERATOR, name, &all);
	one = meant(s, &all, sql, true, &types, &fitting, &many);
	return one ? one->made : NULL;
}

const char *
function_call(struct query *q, const PgQuery__FuncCall *call, const struct strs *sql)
{
	struct qname name = list_qname(call->funcname, call->n_funcname);
	struct list there = {0}, all, fitting = {0};
	const struct signature *one;
	struct strs types = {0};
	bool many = false;

	if (is_doubtful(q->schema, name) || !candidates(q->schema, SPACE_FUNCTION, name, &there))
		return NULL;
	all = there;
	if (call->agg_star || call->agg_within_group ||
	    (is_arranged(call) && !arrange(q->schema, call, &all)))
		return common_result(q->schema, &there, sql);
	one = meant(q->schema, &all, sql, false, &types, &fitting, &many);
	if (!fitting.n || many)
		no_function(q, call, sql, &there, many);
	if (one && one->made)
		take_arguments(q, call, one->made);
	else if (one && use_of(q, call)) /* it is the server's own, and not that of its name */
		q->uses.n--;
	return one ? result_of(q->schema, one, &types) : common_result(q->schema, &fitting, &types);
}

struct returned
function_called(const struct query *q, const PgQuery__FuncCall *call)
{
	const struct object *o;
	const struct use *u;
	size_t i;

	for (i = q->uses.n; i-- > 0;) {
		u = q->uses.v[i];
		if (u->space != SPACE_FUNCTION || u->offset != (size_t)call->location ||
		    !u->identity)
			continue;
		o = schema_find(q->schema, SPACE_FUNCTION,
		                (struct qname){u->name.schema, u->identity});
		if (o->noun != &function_kind.noun)
			break;
		return function_returns(q->schema, o, statement_of((const struct code *)o));
	}
	return (struct returned){0};
}
