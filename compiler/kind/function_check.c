/* What CREATE and ALTER FUNCTION may say of a function: its parameters, what it gives back, its options. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "code.h"

/* ---- parameters ---- */

static const PgQuery__DefElem *
option(const PgQuery__CreateFunctionStmt *f, const char *key)
{
	size_t i;

	for (i = 0; i < f->n_options; i++)
		if (strcmp(f->options[i]->def_elem->defname, key) == 0)
			return f->options[i]->def_elem;
	return NULL;
}

static bool
is_in_plpgsql(const PgQuery__CreateFunctionStmt *f)
{
	const PgQuery__DefElem *language = option(f, "language");

	return language && strcasecmp(node_string(language->arg), "plpgsql") == 0;
}

static bool
is_variadic(const PgQuery__FunctionParameter *p)
{
	return p->mode == PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_VARIADIC;
}

/* two of a name would both be given, or both come back; PL/pgSQL takes no two at all */
static bool
meet(const PgQuery__FunctionParameter *a, const PgQuery__FunctionParameter *b, bool plpgsql)
{
	return *a->name && strcmp(a->name, b->name) == 0 &&
	       (plpgsql || (function_takes(a) && function_takes(b)) ||
	        (function_gives(a) && function_gives(b)));
}

static enum applied
need_parameter_default(const struct op *op, const struct schema *s,
                       const PgQuery__FunctionParameter *p)
{
	struct value *v = default_from_sql(p->defexpr, op->at);
	const char *what = *p->name ? strf("parameter '%s'", p->name) : "the parameter";
	static const struct table none;
	struct list refs = {0};

	if (!function_takes(p))
		return op_error(op, E_STATEMENT, "%s is no input, and has no default", what);
	expression_columns(p->defexpr, &refs);
	if (refs.n)
		return op_error(op, E_EXPRESSION,
		                "the default of %s cannot refer to a column or another parameter",
		                what);
	if (v->type == VALUE_SQL && !need_scalar(op, s, &none, v->text, "default"))
		return REFUSED;
	return need_value(op, s, type_sql(p->arg_type), v, what);
}

/* what stands behind the parameter `last`, if anything, and a default, if there was one */
static enum applied
need_order(const struct op *op, const PgQuery__CreateFunctionStmt *f,
           const PgQuery__FunctionParameter *p, bool variadic, bool defaults)
{
	bool counts = function_takes(p) || f->is_procedure;

	if (variadic && counts)
		return op_error(op, E_STATEMENT, "a VARIADIC parameter is the last one");
	if (defaults && counts && !p->defexpr)
		return op_error(op, E_STATEMENT,
		                "%s stands behind one with a default, and has none",
		                *p->name ? strf("parameter '%s'", p->name) : "a parameter");
	return APPLIED;
}

static bool
is_array(const struct schema *s, const PgQuery__TypeName *t)
{
	struct type_parts parts = type_parts(type_sql(t));

	if (t->pct_type || parts.dimensions || pseudo_name(t))
		return true;
	/* an oidvector is one, as is what nobody knows */
	return parts.builtin ? strstr(parts.name.name, "vector") != NULL
	                     : !schema_find(s, SPACE_TYPE, parts.name);
}

static enum applied
need_parameter_type(const struct op *op, const struct schema *s,
                    const PgQuery__FunctionParameter *p)
{
	if (p->arg_type->setof)
		return op_error(op, E_TYPE_PLACE, "a parameter is no set");
	if (is_variadic(p) && !is_array(s, p->arg_type))
		return op_error(op, E_TYPE_PLACE, "a VARIADIC parameter is an array");
	return APPLIED;
}

static enum applied
need_parameters(const struct op *op, const struct schema *s, const PgQuery__CreateFunctionStmt *f)
{
	bool plpgsql = is_in_plpgsql(f) && !s->bodies_unread, variadic = false, defaults = false;
	const PgQuery__FunctionParameter *p;
	size_t i, j;

	for (i = 0; i < f->n_parameters; i++) {
		p = f->parameters[i]->function_parameter;
		if (need_parameter_type(op, s, p) == REFUSED ||
		    need_order(op, f, p, variadic, defaults) == REFUSED)
			return REFUSED;
		for (j = 0; j < i; j++)
			if (meet(f->parameters[j]->function_parameter, p, plpgsql))
				return op_error(op, E_TWICE, "two parameters are called '%s'",
				                p->name);
		if (p->defexpr && need_parameter_default(op, s, p) == REFUSED)
			return REFUSED;
		variadic |= is_variadic(p);
		defaults |= p->defexpr != NULL;
	}
	return APPLIED;
}

/* ---- what it gives back ---- */

/* NULL where it cannot be told */
static const char *
certain_type(const struct schema *s, const PgQuery__TypeName *said)
{
	PgQuery__TypeName t = *said;
	struct type_parts parts;

	t.setof = false;
	if (t.pct_type)
		return NULL;
	parts = type_parts(type_sql(&t));
	if (!parts.builtin && !schema_find(s, SPACE_TYPE, parts.name))
		return NULL;
	return argument_type(s, &t);
}

static enum applied
need_result(const struct op *op, const struct schema *s, const PgQuery__CreateFunctionStmt *f)
{
	const PgQuery__FunctionParameter *p;
	const char *given = NULL, *needed;
	size_t i, outputs = 0;

	if (f->is_procedure)
		return APPLIED;
	for (i = 0; i < f->n_parameters; i++) {
		p = f->parameters[i]->function_parameter;
		if (function_gives(p) && !outputs++)
			given = certain_type(s, p->arg_type);
	}
	if (!f->return_type)
		return outputs ? APPLIED
		               : op_error(op, E_STATEMENT,
		                          "the function does not say what it returns");
	needed = outputs > 1 ? "record" : given;
	given = certain_type(s, f->return_type);
	if (!outputs || !needed || !given || strcmp(given, needed) == 0)
		return APPLIED;
	return op_error(op, E_STATEMENT,
	                "with these OUT parameters the function returns %s, not %s", needed, given);
}

/* ---- types that stand for others, or for none ---- */

static bool
is_pseudo(const PgQuery__TypeName *t, const char *name)
{
	return same(pseudo_name(t), name);
}

/* anyelement and its like, which each call settles */
static bool
is_polymorphic(const PgQuery__TypeName *t)
{
	return is_pseudo(t, "any") && strcmp(type_parts(type_sql(t)).name.name, "\"any\"") != 0;
}

static bool
is_compatible(const PgQuery__TypeName *t)
{
	return strncmp(type_parts(type_sql(t)).name.name, "anycompatible", 13) == 0;
}

/* what settles the type is given */
static bool
is_settled(const PgQuery__CreateFunctionStmt *f, const PgQuery__TypeName *t)
{
	const PgQuery__FunctionParameter *p;
	size_t i;

	for (i = 0; i < f->n_parameters; i++) {
		p = f->parameters[i]->function_parameter;
		if (!function_takes(p))
			continue;
		if (is_polymorphic(t) ? is_polymorphic(p->arg_type) &&
		                                is_compatible(t) == is_compatible(p->arg_type)
		                      : is_pseudo(p->arg_type, pseudo_name(t)))
			return true;
	}
	return false;
}

static enum applied
need_settled(const struct op *op, const PgQuery__CreateFunctionStmt *f, const PgQuery__TypeName *t)
{
	if ((!is_polymorphic(t) && !is_pseudo(t, "internal")) || is_settled(f, t))
		return APPLIED;
	return op_error(op, E_TYPE_PLACE,
	                "no parameter settles what %s is that the function returns", type_sql(t));
}

/* a language that cannot hold it */
static enum applied
need_held(const struct op *op, const PgQuery__TypeName *t, bool plpgsql, bool returned)
{
	const char *name = pseudo_name(t);

	if (!name || is_polymorphic(t) || (plpgsql && strcmp(name, "record") == 0))
		return APPLIED;
	/* a function in SQL is judged by its body */
	if (returned && (!plpgsql || strcmp(name, "void") == 0 || strcmp(name, "trigger") == 0 ||
	                 strcmp(name, "event_trigger") == 0))
		return APPLIED;
	return op_error(op, E_TYPE_PLACE, "a function in %s cannot %s %s",
	                plpgsql ? "PL/pgSQL" : "SQL", returned ? "return" : "take", type_sql(t));
}

static enum applied
need_pseudo_types(const struct op *op, const struct schema *s, const PgQuery__CreateFunctionStmt *f)
{
	const PgQuery__DefElem *language = option(f, "language");
	bool plpgsql = is_in_plpgsql(f), fires = false;
	bool read = plpgsql || !language || strcasecmp(node_string(language->arg), "sql") == 0;
	const PgQuery__FunctionParameter *p;
	size_t i;

	if (f->return_type) {
		if (need_settled(op, f, f->return_type) == REFUSED ||
		    (read && need_held(op, f->return_type, plpgsql, true) == REFUSED))
			return REFUSED;
		fires = is_pseudo(f->return_type, "trigger") ||
		        is_pseudo(f->return_type, "event_trigger");
	}
	for (i = 0; i < f->n_parameters; i++) {
		p = f->parameters[i]->function_parameter;
		if (function_gives(p) && need_settled(op, f, p->arg_type) == REFUSED)
			return REFUSED;
		if (read && need_held(op, p->arg_type, plpgsql, false) == REFUSED)
			return REFUSED;
		if (fires && plpgsql && !s->bodies_unread)
			return op_error(
				op, E_STATEMENT,
				"a function of a trigger has no parameters; they are in TG_ARGV");
	}
	return APPLIED;
}

/* ---- options ---- */

static const char *const of_functions[] = {"volatility", "strict",   "leakproof", "cost", "rows",
                                           "support",    "parallel", "window",    NULL};
static const char *const safeties[] = {"safe", "restricted", "unsafe", NULL};

static enum applied
need_option(const struct op *op, const PgQuery__DefElem *d, bool is_procedure, bool returns_set)
{
	const char *number;

	if (is_procedure && among(d->defname, of_functions))
		return op_error(op, E_PARAMETER, "a procedure has no %s", d->defname);
	if (strcmp(d->defname, "parallel") == 0 && !among(node_string(d->arg), safeties))
		return op_error(op, E_PARAMETER, "PARALLEL is SAFE, RESTRICTED or UNSAFE, not '%s'",
		                node_string(d->arg));
	if (strcmp(d->defname, "cost") != 0 && strcmp(d->defname, "rows") != 0)
		return APPLIED;
	number = node_number(d->arg);
	if (number && strtod(number, NULL) <= 0)
		return op_error(op, E_PARAMETER, "%s must be above 0, not %s", d->defname, number);
	if (*d->defname == 'r' && !returns_set)
		return op_error(op, E_PARAMETER, "rows is for functions that return a set");
	return APPLIED;
}

enum applied
need_function_options(const struct op *op, PgQuery__Node *const *options, size_t n,
                      bool is_procedure, bool returns_set)
{
	const PgQuery__DefElem *d;
	size_t i, j;

	for (i = 0; i < n; i++) {
		d = options[i]->def_elem;
		for (j = 0; j < i && strcmp(d->defname, "set") != 0; j++)
			if (strcmp(options[j]->def_elem->defname, d->defname) == 0)
				return op_error(op, E_TWICE, "%s is said twice", d->defname);
		if (need_option(op, d, is_procedure, returns_set) == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}

static enum applied
need_one_body(const struct op *op, const PgQuery__CreateFunctionStmt *f)
{
	const PgQuery__DefElem *language = option(f, "language"), *as = option(f, "as");

	if (!f->sql_body && !as)
		return op_error(op, E_STATEMENT, "the function has no body");
	if (!f->sql_body && as->arg->list->n_items > 1 &&
	    !(language && strcasecmp(node_string(language->arg), "c") == 0))
		return op_error(op, E_STATEMENT, "only a function in C has two strings behind AS");
	if (!f->sql_body)
		return APPLIED;
	if (as)
		return op_error(op, E_TWICE, "the function has two bodies");
	if (language && strcasecmp(node_string(language->arg), "sql") != 0)
		return op_error(op, E_STATEMENT, "only a function in SQL has such a body");
	return APPLIED;
}

enum applied
need_function(const struct op *op, const struct schema *s, const PgQuery__CreateFunctionStmt *f)
{
	if (need_parameters(op, s, f) == REFUSED || need_result(op, s, f) == REFUSED ||
	    need_pseudo_types(op, s, f) == REFUSED ||
	    need_function_options(op, f->options, f->n_options, f->is_procedure,
	                          f->return_type && f->return_type->setof) == REFUSED)
		return REFUSED;
	return need_one_body(op, f);
}
