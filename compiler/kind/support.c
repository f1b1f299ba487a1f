/* Support functions: those that a definition names for the server to call. They are found by the very types of what they take, as
   LookupFuncName does it: nothing is cast. */
#include <string.h>

#include "../catalog.h"
#include "candidate.h"

/* what is returned where nobody knows what a function gives */
static const char doubt[] = "";

static const char *
spelled(const char *argument)
{
	return type_spelling(argument + strspn(argument, "?*"));
}

static bool
takes(const struct signature *g, const struct strs *types)
{
	size_t i;

	for (i = 0; i < g->arguments.n && i < types->n; i++)
		if (strcmp(spelled(g->arguments.v[i]), types->v[i]) != 0)
			return false;
	return g->arguments.n == types->n;
}

const char *
server_gives(const char *signatures, const struct strs *types)
{
	const char *at = signatures;
	struct signature g;
	size_t n;

	if (at && !*at)
		return doubt;
	for (; at && *at; at += n + (at[n] == ' ')) {
		n = strcspn(at, " ");
		g = read_signature(at, n);
		if (takes(&g, types))
			return type_spelling(g.result);
	}
	return NULL;
}

static const char *
made_gives(const struct schema *s, const struct object *o)
{
	const PgQuery__CreateFunctionStmt *f;
	const PgQuery__FunctionParameter *p;
	size_t i;

	if (o->noun != &function_kind.noun)
		return doubt;
	f = code_tree((const struct code *)o)->create_function_stmt;
	for (i = 0; i < f->n_parameters; i++) {
		p = f->parameters[i]->function_parameter;
		if (function_gives(p))
			return doubt;
	}
	if (!f->return_type || f->return_type->pct_type || f->return_type->setof)
		return doubt;
	return argument_type(s, f->return_type);
}

/* others may have one of that name; a type that is not there is an error of its own */
static bool
is_excused(const struct schema *s, struct qname name, const struct strs *types)
{
	struct type_parts parts;
	size_t i;

	for (i = 0; i < types->n; i++) {
		parts = type_parts(types->v[i]);
		if (!parts.builtin && !schema_find(s, SPACE_TYPE, parts.name))
			return true;
	}
	return schema_excused(s, SPACE_FUNCTION, name) || extensions_bring(s, name.name) ||
	       (name.schema &&
	        (strcmp(name.schema, "information_schema") == 0 ||
	         (strncmp(name.schema, "pg_", 3) == 0 && strcmp(name.schema, "pg_catalog") != 0)));
}

const char *
support_gives(const struct schema *s, struct qname name, const struct strs *types)
{
	struct qname full = {name.schema, function_identity(name.name, types)};
	const struct object *o = schema_find(s, SPACE_FUNCTION, full);
	const char *given;

	if (is_excused(s, name, types))
		return doubt;
	if (o)
		return made_gives(s, o);
	if (name.schema && strcmp(name.schema, "pg_catalog") != 0)
		return NULL;
	given = server_gives(catalog_signatures(name.name), types);
	return given ? given : server_gives(catalog_supports(name.name), types);
}

enum applied
need_support(const struct op *op, const struct schema *s, struct qname name,
             const struct strs *types, const char *result)
{
	const char *given = support_gives(s, name, types);
	const char *function = strf("%s(%s)", plain_qname(name), strs_join(types, ", "));

	if (!given)
		return op_error(op, E_NO_FUNCTION, "there is no function %s", function);
	if (!result || !*given || strcmp(given, result) == 0)
		return APPLIED;
	return op_error(op, E_KIND, "function %s returns %s, and must return %s", function, given,
	                result);
}

enum applied
need_support_named(const struct op *op, const struct schema *s, struct qname name,
                   const char *types, const char *result)
{
	struct strs all = {0};
	size_t length;

	for (; *types; types += length + strspn(types + length, ", ")) {
		length = strcspn(types, ",");
		strs_add(&all, strn(types, length));
	}
	return need_support(op, s, name, &all, result);
}

enum applied
need_support_of(const struct op *op, const struct schema *s, PgQuery__Node *const *names, size_t n,
                const char *types, const char *result)
{
	return n ? need_support_named(op, s, list_qname(names, n), types, result) : APPLIED;
}

/* ---- what may take its arguments for what they are stored as, too ---- */

/* their values are stored each in its own way, though they are cast to each other by themselves */
static bool
stored_apart(const char *a, const char *b)
{
	static const char *const numbers[] = {"int2",   "int4",    "int8", "float4",
	                                      "float8", "numeric", NULL};
	static const char *const times[] = {"date",        "time",     "timetz", "timestamp",
	                                    "timestamptz", "interval", NULL};

	return (among(a, numbers) && among(b, numbers)) || (among(a, times) && among(b, times));
}

static bool
is_polymorphic(const char *type)
{
	return strncmp(type, "any", 3) == 0 || strncmp(type, "\"any", 4) == 0;
}

bool
may_pass(const struct schema *s, const char *from, const char *to)
{
	const char *a = type_catalog_name(from), *b = type_catalog_name(to);
	const struct catalog_cast *cast;

	if (strcmp(from, to) == 0 || !*from || is_polymorphic(from) || is_polymorphic(to) ||
	    strcmp(to, "record") == 0 || has_made_casts(s, type_parts(from).name) ||
	    has_made_casts(s, type_parts(to).name))
		return true;
	if (strcmp(domain_base(s, from), from) != 0 || strcmp(domain_base(s, to), to) != 0)
		return true;
	cast = a && b && !stored_apart(a, b) ? catalog_cast(a, b) : NULL;
	return cast && cast->context == 'i';
}

/* those of its name: does one take the arguments, and give what it must? */
struct choice {
	const struct schema *s;
	const struct strs *types;
	const char *result;
	bool taken, given;
	const char *instead; /* what one gives that takes them */
};

static void
consider(struct choice *c, const struct strs *types, const char *given)
{
	size_t i;

	for (i = 0; i < types->n && i < c->types->n; i++)
		if (!may_pass(c->s, c->types->v[i], types->v[i]))
			return;
	if (types->n != c->types->n)
		return;
	c->taken = true;
	c->given |= !c->result || !*given || is_polymorphic(given) || is_polymorphic(c->result) ||
	            strcmp(given, c->result) == 0;
	c->instead = given;
}

static void
consider_server(struct choice *c, const char *signatures)
{
	const char *at = signatures;
	struct signature g;
	struct strs types;
	size_t i, n;

	for (; at && *at; at += n + (at[n] == ' ')) {
		n = strcspn(at, " ");
		g = read_signature(at, n);
		types = (struct strs){0};
		for (i = 0; i < g.arguments.n; i++)
			strs_add(&types, spelled(g.arguments.v[i]));
		if (g.arguments.n && *g.arguments.v[g.arguments.n - 1] == '*')
			c->taken = c->given = true;
		consider(c, &types, type_spelling(g.result));
	}
	if (signatures && !*signatures)
		c->taken = c->given = true;
}

static void
consider_made(struct choice *c, const struct object *o)
{
	const PgQuery__CreateFunctionStmt *f;
	const PgQuery__FunctionParameter *p;
	struct strs types = {0};
	size_t i;

	if (o->noun->space != SPACE_FUNCTION)
		return;
	if (o->noun != &function_kind.noun) {
		c->taken = c->given = true;
		return;
	}
	f = code_tree((const struct code *)o)->create_function_stmt;
	for (i = 0; i < f->n_parameters; i++) {
		p = f->parameters[i]->function_parameter;
		if (p->mode == PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_VARIADIC)
			c->taken = c->given = true;
		if (p->mode != PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_OUT &&
		    p->mode != PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_TABLE)
			strs_add(&types, argument_type(c->s, p->arg_type));
	}
	consider(c, &types, made_gives(c->s, o));
}

enum applied
need_cast_support(const struct op *op, const struct schema *s, struct qname name,
                  const struct strs *types, const char *result)
{
	const char *function = strf("%s(%s)", plain_qname(name), strs_join(types, ", "));
	const struct object *first = function_named(s, name);
	struct choice c = {.s = s, .types = types, .result = result};
	struct list made = {0};
	size_t i;

	if (is_excused(s, name, types))
		return APPLIED;
	if (first)
		schema_linked(s, LINK_NAME, ((const struct code *)first)->name, &made);
	for (i = 0; i < made.n; i++)
		consider_made(&c, made.v[i]);
	if (!name.schema || strcmp(name.schema, "pg_catalog") == 0) {
		consider_server(&c, catalog_signatures(name.name));
		consider_server(&c, catalog_supports(name.name));
	}
	if (!c.taken)
		return op_error(op, E_NO_FUNCTION, "there is no function %s", function);
	return c.given ? APPLIED
	               : op_error(op, E_KIND, "function %s returns %s, and must return %s",
	                          function, c.instead, result);
}
