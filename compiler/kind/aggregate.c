/* Aggregates, which share their names with functions. */
#include <string.h>
#include <strings.h>

#include "code.h"

/* what they call; the rest of a definition is types and flags */
static const char *const calls[] = {"sfunc",      "finalfunc",    "combinefunc",
                                    "serialfunc", "deserialfunc", "msfunc",
                                    "minvfunc",   "mfinalfunc",   "sfunc1"};
static const char *const types[] = {"stype", "mstype", "stype1", "basetype"};

static bool
is_among(const char *name, const char *const *names, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcasecmp(name, names[i]) == 0)
			return true;
	return false;
}

/* its parameters, but for the old syntax */
static void
parameters(const PgQuery__DefineStmt *d, struct list *out)
{
	const PgQuery__List *list;
	size_t i;

	if (!d->n_args || d->args[0]->node_case != PG_QUERY__NODE__NODE_LIST)
		return;
	list = d->args[0]->list;
	for (i = 0; i < list->n_items; i++)
		list_add(out, list->items[i]->function_parameter);
}

bool
aggregate_parameters(const struct code *c, PgQuery__Node *const **nodes, size_t *n)
{
	const PgQuery__DefineStmt *d = code_tree(c)->define_stmt;
	const bool listed = d->n_args && d->args[0]->node_case == PG_QUERY__NODE__NODE_LIST;

	*nodes = listed ? d->args[0]->list->items : NULL;
	*n = listed ? d->args[0]->list->n_items : 0;
	return !d->oldstyle && d->n_args == 2 &&
	       d->args[1]->node_case == PG_QUERY__NODE__NODE_INTEGER &&
	       d->args[1]->integer->ival < 0;
}

/* its state is what only the server's functions take */
static bool
keeps_internal(const PgQuery__DefineStmt *d)
{
	const PgQuery__DefElem *e;
	const PgQuery__TypeName *t;
	size_t i;

	for (i = 0; i < d->n_definition; i++) {
		e = d->definition[i]->def_elem;
		if (strcasecmp(e->defname, "stype") != 0 || !e->arg ||
		    e->arg->node_case != PG_QUERY__NODE__NODE_TYPE_NAME)
			continue;
		t = e->arg->type_name;
		return strcasecmp(node_string(t->names[t->n_names - 1]), "internal") == 0;
	}
	return false;
}

static void
follow(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__DefineStmt *d = statement->define_stmt;
	const PgQuery__TypeName *t;
	const PgQuery__DefElem *e;
	struct list all = {0};
	size_t i;

	parameters(d, &all);
	for (i = 0; i < all.n; i++)
		query_type(q, ((const PgQuery__FunctionParameter *)all.v[i])->arg_type);
	for (i = 0; i < d->n_definition; i++) {
		e = d->definition[i]->def_elem;
		if (!e->arg || e->arg->node_case != PG_QUERY__NODE__NODE_TYPE_NAME)
			continue;
		t = e->arg->type_name;
		if (strcasecmp(e->defname, "sfunc") == 0 && !keeps_internal(d))
			need_called_by_sql(q, t->names, t->n_names);
		else if (is_among(e->defname, calls, LEN(calls)))
			need_called(q, t->names, t->n_names);
		else if (is_among(e->defname, types, LEN(types)) &&
		         strcasecmp(node_string(t->names[t->n_names - 1]), "any") != 0)
			query_type(q, t);
	}
}

static const PgQuery__DefElem *
option(const PgQuery__DefineStmt *d, const char *key)
{
	size_t i;

	for (i = 0; i < d->n_definition; i++)
		if (strcasecmp(d->definition[i]->def_elem->defname, key) == 0)
			return d->definition[i]->def_elem;
	return NULL;
}

/* an option that is one of some words, which the grammar takes for the name of a type */
static enum applied
need_word(const struct op *op, const PgQuery__DefineStmt *d, const char *key,
          const char *const *words)
{
	const PgQuery__DefElem *e = option(d, key);
	const PgQuery__TypeName *t;

	if (!e || !e->arg || e->arg->node_case != PG_QUERY__NODE__NODE_TYPE_NAME)
		return APPLIED;
	t = e->arg->type_name;
	if (among(node_string(t->names[t->n_names - 1]), words))
		return APPLIED;
	return op_error(op, E_PARAMETER, "%s is %s, %s or %s, not '%s'", key, words[0], words[1],
	                words[2], node_string(t->names[t->n_names - 1]));
}

/* options that go together */
static enum applied
need_together(const struct op *op, const PgQuery__DefineStmt *d)
{
	static const char *const moving[] = {"msfunc", "minvfunc", "mfinalfunc", "msspace",
	                                     "minitcond"};
	size_t i;

	for (i = 0; i < LEN(moving); i++) {
		if (option(d, moving[i]) && !option(d, "mstype"))
			return op_error(op, E_STATEMENT, "%s has no place without mstype",
			                moving[i]);
		if (i < 2 && option(d, "mstype") && !option(d, moving[i]))
			return op_error(op, E_STATEMENT, "mstype needs %s", moving[i]);
	}
	if (!option(d, "serialfunc") != !option(d, "deserialfunc"))
		return op_error(op, E_STATEMENT, "serialfunc and deserialfunc need each other");
	if (option(d, "serialfunc") && !keeps_internal(d))
		return op_error(op, E_STATEMENT, "serialfunc is for an stype of internal");
	return APPLIED;
}

/* the type that an option says, or NULL */
static const char *
option_type(const struct schema *s, const PgQuery__DefineStmt *d, const char *key)
{
	const PgQuery__DefElem *e = option(d, key);

	return e && e->arg && e->arg->node_case == PG_QUERY__NODE__NODE_TYPE_NAME
	               ? argument_type(s, e->arg->type_name)
	               : NULL;
}

/* a function of an option, which takes the state and more */
static enum applied
need_function_of(const struct op *op, const struct schema *s, const PgQuery__DefineStmt *d,
                 const char *key, const char *state, const struct strs *more, const char *result)
{
	const PgQuery__DefElem *e = option(d, key);
	struct strs taken = {0};
	size_t i;

	if (!e || !e->arg || e->arg->node_case != PG_QUERY__NODE__NODE_TYPE_NAME)
		return APPLIED;
	strs_add(&taken, state);
	for (i = 0; i < more->n; i++)
		strs_add(&taken, more->v[i]);
	return need_cast_support(op, s,
	                         list_qname(e->arg->type_name->names, e->arg->type_name->n_names),
	                         &taken, result);
}

/* what is ordered, and what takes any number of arguments, is left to the server */
static bool
is_plain(const PgQuery__DefineStmt *d)
{
	struct list all = {0};
	size_t i;

	if (d->oldstyle)
		return true;
	if (d->n_args != 2 || d->args[1]->node_case != PG_QUERY__NODE__NODE_INTEGER ||
	    d->args[1]->integer->ival != -1)
		return false;
	parameters(d, &all);
	for (i = 0; i < all.n; i++)
		if (((const PgQuery__FunctionParameter *)all.v[i])->mode ==
		    PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_VARIADIC)
			return false;
	return true;
}

static enum applied
need_functions(const struct op *op, const struct schema *s, const PgQuery__DefineStmt *d,
               const struct strs *arguments)
{
	const char *state = option_type(s, d, "stype"), *moving = option_type(s, d, "mstype");
	struct strs none = {0}, same = {0}, internal = {0};

	if (!is_plain(d) || !state)
		return APPLIED;
	strs_add(&same, state);
	strs_add(&internal, "internal");
	if (need_function_of(op, s, d, "sfunc", state, arguments, state) == REFUSED ||
	    need_function_of(op, s, d, "finalfunc", state,
	                     option(d, "finalfunc_extra") ? arguments : &none, NULL) == REFUSED ||
	    need_function_of(op, s, d, "combinefunc", state, &same, state) == REFUSED ||
	    need_function_of(op, s, d, "serialfunc", "internal", &none, "bytea") == REFUSED ||
	    need_function_of(op, s, d, "deserialfunc", "bytea", &internal, "internal") == REFUSED)
		return REFUSED;
	if (!moving)
		return APPLIED;
	if (need_function_of(op, s, d, "msfunc", moving, arguments, moving) == REFUSED ||
	    need_function_of(op, s, d, "minvfunc", moving, arguments, moving) == REFUSED)
		return REFUSED;
	return need_function_of(op, s, d, "mfinalfunc", moving,
	                        option(d, "mfinalfunc_extra") ? arguments : &none, NULL);
}

static enum applied
need_options(const struct op *op, const PgQuery__DefineStmt *d)
{
	static const char *const safeties[] = {"safe", "restricted", "unsafe", NULL};
	static const char *const changes[] = {"read_only", "shareable", "read_write", NULL};

	if (need_word(op, d, "parallel", safeties) == REFUSED ||
	    need_word(op, d, "finalfunc_modify", changes) == REFUSED ||
	    need_word(op, d, "mfinalfunc_modify", changes) == REFUSED)
		return REFUSED;
	return need_together(op, d);
}

static enum applied
define(const struct op *op, const struct schema *s, const PgQuery__Node *n, struct defined *d)
{
	const PgQuery__DefineStmt *stmt = n->define_stmt;
	bool state = false, step = false;
	struct strs arguments = {0};
	const PgQuery__DefElem *e;
	struct list all = {0};
	size_t i;

	d->name = list_qname(stmt->defnames, stmt->n_defnames);
	d->or_replace = stmt->replace;
	parameters(stmt, &all);
	for (i = 0; i < all.n; i++)
		strs_add(
			&arguments,
			argument_type(s, ((const PgQuery__FunctionParameter *)all.v[i])->arg_type));
	for (i = 0; i < stmt->n_definition; i++) {
		e = stmt->definition[i]->def_elem;
		step |= strcasecmp(e->defname, "sfunc") == 0 ||
		        strcasecmp(e->defname, "sfunc1") == 0;
		state |= strcasecmp(e->defname, "stype") == 0 ||
		         strcasecmp(e->defname, "stype1") == 0;
		if (stmt->oldstyle && strcasecmp(e->defname, "basetype") == 0 && e->arg &&
		    e->arg->node_case == PG_QUERY__NODE__NODE_TYPE_NAME &&
		    strcasecmp(type_sql(e->arg->type_name), "any") != 0 &&
		    strcasecmp(type_sql(e->arg->type_name), "\"any\"") != 0)
			strs_add(&arguments, argument_type(s, e->arg->type_name));
	}
	d->identity = function_identity(d->name.name, &arguments);
	if (!step || !state)
		return op_error(op, E_STATEMENT, "aggregate %s has no %s", plain_qname(d->name),
		                step ? "stype" : "sfunc");
	return worse(need_options(op, stmt), need_functions(op, s, stmt, &arguments));
}

/* as DROP FUNCTION finds it, but for that it need not say its arguments */
static struct code *
find(const struct schema *s, const PgQuery__Node *object, struct qname *name)
{
	const PgQuery__ObjectWithArgs *o = object->object_with_args;
	struct strs arguments = {0};
	size_t i;

	*name = list_qname(o->objname, o->n_objname);
	for (i = 0; i < o->n_objargs; i++)
		if (o->objargs[i]->node_case == PG_QUERY__NODE__NODE_TYPE_NAME)
			strs_add(&arguments, argument_type(s, o->objargs[i]->type_name));
	name->name = function_identity(name->name, &arguments);
	return (struct code *)schema_find(s, SPACE_FUNCTION, *name);
}

static const char *
identity(const struct code *c)
{
	const char *arguments = c->object.name.name + strlen(c->name.name);

	return strf("%s%s", function_spelled(c->name),
	            strcmp(arguments, "()") == 0 ? "(*)" : arguments);
}

/* what OR REPLACE made can be replaced back */
static bool
replaces(const struct code *from, const struct code *to)
{
	return from->object.id == to->object.id;
}

static const char *
reset(const struct code *c, const char *key)
{
	(void)c;
	(void)key;
	return "OWNER TO CURRENT_USER";
}

static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_FUNCTION,
         .sql = "SELECT h.name, p.proname, format('CREATE AGGREGATE %s.%I(%s) (%s)', h.said, p.proname, coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*'),\n"
                "    concat_ws(', ', 'SFUNC = ' || a.aggtransfn, 'STYPE = ' || format_type(a.aggtranstype, NULL), 'SSPACE = ' || nullif(a.aggtransspace, 0)::text,\n"
                "      'FINALFUNC = ' || nullif(a.aggfinalfn::text, '-'), CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,\n"
                "      'FINALFUNC_MODIFY = ' || CASE WHEN a.aggfinalmodify <> o.usual THEN\n"
                "        CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END,\n"
                "      'COMBINEFUNC = ' || nullif(a.aggcombinefn::text, '-'), 'SERIALFUNC = ' || nullif(a.aggserialfn::text, '-'),\n"
                "      'DESERIALFUNC = ' || nullif(a.aggdeserialfn::text, '-'), 'INITCOND = ' || quote_literal(a.agginitval),\n"
                "      'MSFUNC = ' || nullif(a.aggmtransfn::text, '-'), 'MINVFUNC = ' || nullif(a.aggminvtransfn::text, '-'),\n"
                "      'MSTYPE = ' || format_type(nullif(a.aggmtranstype, 0), NULL), 'MSSPACE = ' || nullif(a.aggmtransspace, 0)::text,\n"
                "      'MFINALFUNC = ' || nullif(a.aggmfinalfn::text, '-'), CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,\n"
                "      'MFINALFUNC_MODIFY = ' || CASE WHEN a.aggmfinalmodify <> o.usual AND a.aggmtransfn <> 0 THEN\n"
                "        CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END,\n"
                "      'MINITCOND = ' || quote_literal(a.aggminitval), (SELECT format('SORTOP = OPERATOR(%I.%s)', n.nspname, s.oprname)\n"
                "        FROM pg_operator s JOIN pg_namespace n ON n.oid = s.oprnamespace WHERE s.oid = a.aggsortop),\n"
                "      CASE p.proparallel WHEN 's' THEN 'PARALLEL = safe' WHEN 'r' THEN 'PARALLEL = restricted' END, CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END))\n"
                "FROM pg_proc p JOIN home h ON h.oid = p.pronamespace JOIN pg_aggregate a ON a.aggfnoid = p.oid\n"
                "  CROSS JOIN LATERAL (SELECT CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END AS usual) o\n"
                "WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid) ORDER BY p.oid"},
	{0},
};

const struct code_kind aggregate_kind = {
	.noun = {CODE_NOUN("aggregate", SPACE_FUNCTION), .plural = "FUNCTIONS"},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_AGGREGATE,
	.keyword = "AGGREGATE",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.find = find,
	.identity = identity,
	.follow = follow,
	.replaces = replaces,
	.made_by = PG_QUERY__NODE__NODE_DEFINE_STMT,
	.define = define,
	.reset = reset,
	.inspect = created,
};
