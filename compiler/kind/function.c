/* Functions and procedures. They are told apart by the types of what they take; one body can only be followed where it is SQL's
   own (RETURN, BEGIN ATOMIC): a body in a string is the language's. */
#include <string.h>
#include <strings.h>

#include "../catalog.h"
#include "code.h"

static const struct op_class create_function, alter_function;

/* ---- names ---- */

const char *
argument_type(const struct schema *s, const PgQuery__TypeName *t)
{
	struct type_parts parts = type_parts(type_sql(t));
	const struct object *o;
	struct buf b = {0};
	unsigned i;

	if (!parts.builtin) {
		o = schema_find(s, SPACE_TYPE, parts.name);
		parts.name = o ? o->name : schema_full(s, parts.name);
	}
	buf_add(&b, parts.builtin ? parts.name.name : sql_qname(parts.name));
	for (i = 0; i < parts.dimensions && i < 1; i++)
		buf_add(&b, "[]");
	return buf_str(&b);
}

const char *
function_identity(const char *name, const struct strs *types)
{
	return strf("%s(%s)", name, strs_join(types, ", "));
}

char *
function_spelled(struct qname name)
{
	if (!catalog_signatures(name.name) && !catalog_supports(name.name))
		return sql_qname(name);
	return strf("%s.%s", sql_name(name.schema), sql_name(name.name));
}

/* what has that name, in all schemas that are searched */
static struct list
all_named(const struct schema *s, struct qname name)
{
	const bool qualified = name.schema;
	struct list all = {0};
	size_t i;

	if (qualified)
		schema_linked(s, LINK_NAME, name, &all);
	for (i = 0; !qualified && (name.schema = schema_on_path(s, i)); i++)
		schema_linked(s, LINK_NAME, name, &all);
	return all;
}

struct object *
function_named(const struct schema *s, struct qname name)
{
	struct list all = all_named(s, name);
	size_t i;

	for (i = 0; i < all.n; i++)
		if (((struct object *)all.v[i])->noun->space == SPACE_FUNCTION)
			return all.v[i];
	return NULL;
}

bool
function_is_only(const struct schema *s, struct qname name, const struct code_kind *kind)
{
	struct list all = all_named(s, name);
	const struct noun *noun;
	bool found = false;
	size_t i;

	if ((!name.schema && catalog_signatures(name.name)) ||
	    schema_excused(s, SPACE_FUNCTION, name))
		return false;
	for (i = 0; i < all.n; i++) {
		noun = ((const struct object *)all.v[i])->noun;
		if (noun->space == SPACE_FUNCTION && noun != &kind->noun)
			return false;
		found |= noun == &kind->noun;
	}
	return found;
}

bool
function_is_shared(const struct schema *s, struct qname name)
{
	struct list all = all_named(s, name);
	const struct object *o;
	bool aggregate = false, other = false;
	size_t i;

	for (i = 0; i < all.n; i++) {
		o = all.v[i];
		aggregate |= o->noun == &aggregate_kind.noun;
		other |= o->noun == &function_kind.noun;
	}
	return aggregate && other;
}

/* a type that may be there, and not as that of a table's rows */
static bool
may_be_cast(const struct schema *s, struct qname name)
{
	return schema_excused(s, SPACE_TYPE, name) && !schema_excused(s, SPACE_RELATION, name);
}

const char *
function_missing(const struct schema *s, struct qname name)
{
	struct list extensions = extensions_there(s), made;
	const char *bringer = extension_with(name.name);
	const struct object *type = schema_find(s, SPACE_TYPE, name);
	struct parse_error e;
	struct strs names = {0};
	size_t i;

	/* the name of a type that is no row's casts to it */
	if (function_named(s, name) || (type && !is_row_type(s, type)) ||
	    schema_excused(s, SPACE_FUNCTION, name) || may_be_cast(s, name) ||
	    (name.schema && (strcmp(name.schema, "pg_toast") == 0 ||
	                     strcmp(name.schema, "information_schema") == 0)))
		return NULL;
	if ((!name.schema || strcmp(name.schema, "pg_catalog") == 0) &&
	    (catalog_signatures(name.name) || catalog_supports(name.name) ||
	     (type_parse(sql_name(name.name), &e) && type_parts(sql_name(name.name)).builtin)))
		return NULL;
	for (i = 0; i < extensions.n; i++)
		if (!extension_types(((struct object *)extensions.v[i])->name.name))
			return NULL;
	if (bringer && !schema_find(s, SPACE_EXTENSION, (struct qname){NULL, bringer}) &&
	    !schema_may_have(s, SPACE_EXTENSION, (struct qname){NULL, bringer}))
		return strf("there is no function %s: the extension '%s' brings it",
		            plain_qname(name), bringer);
	if (extensions_bring(s, name.name))
		return NULL;
	catalog_names(&names);
	made = schema_all(s, &function_kind.noun);
	for (i = 0; i < made.n; i++)
		strs_add(&names, ((struct code *)made.v[i])->name.name);
	return strf("there is no function %s%s", plain_qname(name),
	            did_you_mean(name.name, &names));
}

/* what DROP FUNCTION f(integer), or f alone, means */
static struct code *
find(const struct schema *s, const PgQuery__Node *object, struct qname *name)
{
	const PgQuery__ObjectWithArgs *o = object->object_with_args;
	struct strs types = {0};
	size_t i;

	*name = list_qname(o->objname, o->n_objname);
	if (o->args_unspecified)
		return (struct code *)function_named(s, *name);
	for (i = 0; i < o->n_objargs; i++)
		if (o->objargs[i]->node_case == PG_QUERY__NODE__NODE_TYPE_NAME)
			strs_add(&types, argument_type(s, o->objargs[i]->type_name));
	name->name = function_identity(name->name, &types);
	return (struct code *)schema_find(s, SPACE_FUNCTION, *name);
}

bool
function_is_others(const struct schema *s, const PgQuery__ObjectWithArgs *f)
{
	struct qname name = list_qname(f->objname, f->n_objname);
	const struct object *type = schema_find(s, SPACE_TYPE, name);

	/* of types, only a range has functions of its name, and its multirange */
	if (type && code_kind(type) != &range_kind && !object_is_multirange(type) &&
	    !catalog_signatures(name.name) && !extensions_bring(s, name.name) &&
	    !schema_excused(s, SPACE_FUNCTION, name))
		return false;
	return !function_named(s, name) && !function_missing(s, name);
}

/* "public.f(integer)" */
static const char *
identity(const struct code *c)
{
	return strf("%s%s", function_spelled(c->name), c->object.name.name + strlen(c->name.name));
}

/* ---- what it names ---- */

static const PgQuery__DefElem *
find_option(const PgQuery__CreateFunctionStmt *f, const char *name)
{
	size_t i;

	for (i = 0; i < f->n_options; i++)
		if (strcmp(f->options[i]->def_elem->defname, name) == 0)
			return f->options[i]->def_elem;
	return NULL;
}

static const char *
said_language(const PgQuery__CreateFunctionStmt *f)
{
	const PgQuery__DefElem *d = find_option(f, "language");

	return d ? node_string(d->arg) : NULL;
}

/* TRANSFORM FOR TYPE */
static void
follow_transforms(struct query *q, const PgQuery__CreateFunctionStmt *f)
{
	const PgQuery__DefElem *types = find_option(f, "transform");
	const PgQuery__TypeName *type;
	size_t i;

	for (i = 0; types && said_language(f) && i < types->arg->list->n_items; i++) {
		type = types->arg->list->items[i]->type_name;
		query_type(q, type);
		need_transform(q, type, said_language(f));
	}
}

static void
follow_type(struct query *q, const PgQuery__CreateFunctionStmt *f, const PgQuery__TypeName *type)
{
	query_type(q, type);
	if (said_language(f))
		transform_use(q, type, said_language(f));
}

static void
follow(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CreateFunctionStmt *f = statement->create_function_stmt;
	size_t i;

	for (i = 0; i < f->n_parameters; i++)
		follow_type(q, f, f->parameters[i]->function_parameter->arg_type);
	if (f->return_type)
		follow_type(q, f, f->return_type);
	follow_transforms(q, f);
	if (said_language(f))
		language_use(q, said_language(f));
	function_follow(q, f);
}

void
function_bodies(const struct code *c, struct strs *bodies)
{
	struct parse_error e;
	const PgQuery__Node *n = parse_statement(code_sql(c), &e);
	const PgQuery__CreateFunctionStmt *f;
	const PgQuery__DefElem *d;
	size_t i;

	if (!n || n->node_case != PG_QUERY__NODE__NODE_CREATE_FUNCTION_STMT)
		return;
	f = n->create_function_stmt;
	for (i = 0; i < f->n_options; i++) {
		d = f->options[i]->def_elem;
		if (strcmp(d->defname, "as") == 0 && d->arg &&
		    d->arg->node_case == PG_QUERY__NODE__NODE_LIST)
			node_strings(d->arg->list->items, d->arg->list->n_items, bodies);
	}
	if (f->sql_body)
		strs_add(bodies, c->tail);
}

/* ---- options ---- */

static bool
is_true(const PgQuery__Node *n)
{
	if (n->node_case == PG_QUERY__NODE__NODE_BOOLEAN)
		return n->boolean->boolval;
	return n->node_case == PG_QUERY__NODE__NODE_INTEGER && n->integer->ival;
}

/* an option of CREATE and ALTER FUNCTION as ALTER says it; NULL where ALTER cannot */
static const char *
option_sql(const PgQuery__DefElem *d)
{
	if (strcmp(d->defname, "volatility") == 0)
		return node_string(d->arg);
	if (strcmp(d->defname, "strict") == 0)
		return is_true(d->arg) ? "STRICT" : "CALLED ON NULL INPUT";
	if (strcmp(d->defname, "security") == 0)
		return is_true(d->arg) ? "SECURITY DEFINER" : "SECURITY INVOKER";
	if (strcmp(d->defname, "leakproof") == 0)
		return is_true(d->arg) ? "LEAKPROOF" : "NOT LEAKPROOF";
	if (strcmp(d->defname, "parallel") == 0)
		return strf("PARALLEL %s", node_string(d->arg));
	if (strcmp(d->defname, "cost") == 0 || strcmp(d->defname, "rows") == 0)
		return strf("%s %s", d->defname, node_number(d->arg));
	if (strcmp(d->defname, "support") == 0)
		return strf("SUPPORT %s",
		            sql_qname(list_qname(d->arg->list->items, d->arg->list->n_items)));
	return NULL;
}

/* SET of a parameter: "SET search_path TO a, b" */
static const char *
set_sql(const PgQuery__VariableSetStmt *v)
{
	struct strs values = {0};
	size_t i;

	switch ((int)v->kind) {
	case PG_QUERY__VARIABLE_SET_KIND__VAR_SET_VALUE:
		for (i = 0; i < v->n_args; i++)
			strs_add(&values, node_sql(v->args[i]));
		return strf("SET %s TO %s", sql_name(v->name), strs_join(&values, ", "));
	case PG_QUERY__VARIABLE_SET_KIND__VAR_SET_CURRENT:
		return strf("SET %s FROM CURRENT", sql_name(v->name));
	default:
		return strf("RESET %s", sql_name(v->name));
	}
}

static const char *
option_key(const PgQuery__DefElem *d)
{
	return strcmp(d->defname, "set") == 0 ? strf("set %s", d->arg->variable_set_stmt->name)
	                                      : d->defname;
}

static const char *
option_setting(const PgQuery__DefElem *d)
{
	return strcmp(d->defname, "set") == 0 ? set_sql(d->arg->variable_set_stmt) : option_sql(d);
}

/* the language of a function, "sql" where its body is SQL's own */
static const char *
language_of(const PgQuery__CreateFunctionStmt *f)
{
	const PgQuery__DefElem *d;
	size_t i;

	for (i = 0; i < f->n_options; i++) {
		d = f->options[i]->def_elem;
		if (strcmp(d->defname, "language") == 0)
			return node_string(d->arg);
	}
	return "sql";
}

static const char *
default_setting(const PgQuery__CreateFunctionStmt *f, const char *key)
{
	static const struct {
		const char *key, *sql;
	} defaults[] = {
		{"cost", "COST 100"},
		{"leakproof", "NOT LEAKPROOF"},
		{"parallel", "PARALLEL UNSAFE"},
		{"rows", "ROWS 1000"},
		{"security", "SECURITY INVOKER"},
		{"strict", "CALLED ON NULL INPUT"},
		{"volatility", "VOLATILE"},
	};
	const char *language = language_of(f);
	size_t i;

	if (strcmp(key, "cost") == 0 &&
	    (strcasecmp(language, "c") == 0 || strcasecmp(language, "internal") == 0))
		return "COST 1";
	for (i = 0; i < LEN(defaults); i++)
		if (strcmp(key, defaults[i].key) == 0)
			return defaults[i].sql;
	return strncmp(key, "set ", 4) == 0 ? strf("RESET %s", sql_name(key + 4)) : NULL;
}

static const char *
reset(const struct code *c, const char *key)
{
	const PgQuery__CreateFunctionStmt *f = code_tree(c)->create_function_stmt;
	const PgQuery__DefElem *d;
	size_t i;

	for (i = 0; i < f->n_options; i++) {
		d = f->options[i]->def_elem;
		if (strcmp(option_key(d), key) == 0)
			return option_setting(d);
	}
	return default_setting(f, key);
}

/* ---- CREATE ---- */

/* what a function gives back, as CREATE OR REPLACE must keep it */
static const char *
returns(const PgQuery__CreateFunctionStmt *f)
{
	const PgQuery__FunctionParameter *p;
	const char *only = "void";
	struct strs outputs = {0};
	size_t i;

	for (i = 0; i < f->n_parameters; i++) {
		p = f->parameters[i]->function_parameter;
		if (!function_gives(p))
			continue;
		only = type_sql(p->arg_type);
		strs_add(&outputs, strf("%s %s", p->name, only));
	}
	/* a row with names; one output alone is a value without */
	if (outputs.n > 1)
		return strf("(%s)", strs_join(&outputs, ", "));
	return f->return_type ? type_sql(f->return_type) : only;
}

const char *
function_unfit(const struct schema *s, struct qname name, const char *type)
{
	struct qname full = {name.schema, strf("%s()", name.name)};
	const struct code *c = (const struct code *)schema_find(s, SPACE_FUNCTION, full);
	struct parse_error e;
	const char *given;

	if (!c)
		return function_named(s, name) && !schema_excused(s, SPACE_FUNCTION, name)
		               ? strf("function %s takes arguments, and must take none",
		                      plain_qname(name))
		               : NULL;
	given = returns(parse_statement(code_sql(c), &e)->create_function_stmt);
	return strcmp(given, type) == 0 ? NULL
	                                : strf("function %s returns %s, and must return %s",
	                                       plain_qname(name), given, type);
}

/* as its last ALTER FUNCTION has it, or its CREATE */
static bool
is_unsteady(const struct code *c)
{
	const PgQuery__CreateFunctionStmt *f;
	struct parse_error e;
	const char *said = code_kind(&c->object) == &aggregate_kind ? NULL : reset(c, "volatility");
	const char *language;
	const struct setting *set;
	size_t i;

	if (!said)
		return false;
	for (i = 0; i < c->settings.n; i++) {
		set = c->settings.v[i];
		if (strcmp(set->key, "volatility") == 0)
			said = set->sql;
	}
	f = parse_statement(code_sql(c), &e)->create_function_stmt;
	language = language_of(f);
	/* one in SQL is judged by what it is made of */
	return strcasecmp(language, "sql") != 0 && strcasecmp(said, "immutable") != 0;
}

bool
function_is_unsteady(const struct schema *s, struct qname name)
{
	const struct code *c = (const struct code *)function_named(s, name);
	struct list all = {0};
	size_t i;

	if (c)
		schema_linked(s, LINK_NAME, c->name, &all);
	for (i = 0; i < all.n; i++)
		if (!is_unsteady(all.v[i]))
			return false;
	return all.n > 0;
}

/* what it takes: struct PgQuery__FunctionParameter */
static void
taken_parameters(const PgQuery__CreateFunctionStmt *f, struct list *all)
{
	size_t i;

	for (i = 0; i < f->n_parameters; i++)
		if (function_takes(f->parameters[i]->function_parameter))
			list_add(all, f->parameters[i]->function_parameter);
}

static const char *
cannot_replace(const struct code *from, const struct code *to)
{
	struct parse_error e;
	const PgQuery__CreateFunctionStmt *old, *new;
	const PgQuery__FunctionParameter *a, *b;
	struct list was = {0}, is = {0};
	size_t i;

	old = parse_statement(code_sql(from), &e)->create_function_stmt;
	new = parse_statement(code_sql(to), &e)->create_function_stmt;
	if (old->is_procedure != new->is_procedure)
		return old->is_procedure ? "it is a procedure" : "it is a function";
	if (!same(returns(old), returns(new)))
		return strf("it returns %s, not %s", returns(old), returns(new));
	taken_parameters(old, &was);
	taken_parameters(new, &is);
	for (i = 0; i < was.n && i < is.n; i++) {
		a = was.v[i];
		b = is.v[i];
		if (*a->name && strcmp(a->name, b->name) != 0)
			return strf("its parameter '%s' would be called '%s'", a->name, b->name);
		if (a->defexpr && !b->defexpr)
			return strf("parameter %zu would lose its default", i + 1);
	}
	return NULL;
}

static bool
replaces(const struct code *from, const struct code *to)
{
	return !cannot_replace(from, to);
}

static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_FUNCTION,
         .sql = "SELECT h.name, p.proname, regexp_replace(rtrim(pg_get_functiondef(p.oid), E'\\n'), '^CREATE OR REPLACE ', 'CREATE ')\n"
                "FROM pg_proc p JOIN home h ON h.oid = p.pronamespace\n"
                "WHERE p.prokind <> 'a' AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid)\n"
                "  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')\n"
                "ORDER BY p.oid"},
	{0},
};

const struct code_kind function_kind = {
	.noun = {CODE_NOUN("function", SPACE_FUNCTION), .plural = "FUNCTIONS"},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_FUNCTION,
	.keyword = "FUNCTION",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.find = find,
	.identity = identity,
	.follow = follow,
	.replaces = replaces,
	.renews = true,
	.reset = reset,
	.inspect = created,
};

const struct code_kind procedure_kind = {
	.noun = {CODE_NOUN("procedure", SPACE_FUNCTION), .plural = "FUNCTIONS"},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_PROCEDURE,
	.keyword = "PROCEDURE",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.find = find,
	.identity = identity,
	.follow = follow,
	.replaces = replaces,
	.renews = true,
	.reset = reset,
};

const struct code_kind routine_kind = {
	.noun = {CODE_NOUN("routine", SPACE_FUNCTION)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_ROUTINE,
	.keyword = "ROUTINE",
	.any = true,
	.find = find,
};

static struct op *
create_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_CREATE_FUNCTION_STMT
	               ? code_op(&create_function, c)
	               : NULL;
}

/* the server's own, or one that an extension or CREATE LANGUAGE may have brought */
static enum applied
need_language(const struct op *op, const struct schema *s, const PgQuery__CreateFunctionStmt *f)
{
	static const char *const own[] = {"c", "internal", "plpgsql", "sql"};
	struct list extensions = extensions_there(s);
	const char *name = said_language(f);
	struct strs names = {0};
	size_t i;

	if (!name)
		return f->sql_body
		               ? APPLIED
		               : op_error(
					 op, E_STATEMENT,
					 "the function says no language; add LANGUAGE sql, or plpgsql");
	for (i = 0; i < LEN(own); i++) {
		if (strcmp(own[i], "plpgsql") == 0 &&
		    !schema_find(s, SPACE_EXTENSION, (struct qname){NULL, own[i]}))
			continue;
		strs_add(&names, own[i]);
		if (strcasecmp(name, own[i]) == 0)
			return APPLIED;
	}
	for (i = 0; i < extensions.n; i++)
		if (!extension_types(((struct object *)extensions.v[i])->name.name))
			return APPLIED;
	if (schema_find(s, SPACE_LANGUAGE, (struct qname){NULL, name}) ||
	    schema_excused(s, SPACE_LANGUAGE, (struct qname){NULL, name}))
		return APPLIED;
	return op_error(op, E_NO_OBJECT, "no language named '%s'%s", name,
	                did_you_mean(name, &names));
}

/* SET name = …, among what a function is made with, or altered to */
static enum applied
need_settings(const struct op *op, PgQuery__Node *const *options, size_t n)
{
	enum applied result = APPLIED;
	const PgQuery__DefElem *d;
	const char *name;
	size_t i;

	for (i = 0; i < n; i++) {
		d = options[i]->def_elem;
		name = strcmp(d->defname, "set") == 0 ? d->arg->variable_set_stmt->name : "";
		if (*name)
			result = worse(result, need_setting(op, name));
	}
	return result;
}

/* what a function in C returns, where no type is called so, is made a shell */
static enum applied
shell_of_result(struct op *op, struct schema *s, const PgQuery__CreateFunctionStmt *f)
{
	const char *name = said_language(f);
	struct type_parts parts;

	if (!f->return_type || f->return_type->pct_type || !name ||
	    (strcasecmp(name, "c") != 0 && strcasecmp(name, "internal") != 0))
		return APPLIED;
	parts = type_parts(type_sql(f->return_type));
	if (parts.builtin || parts.dimensions || type_is_there(s, parts.name))
		return APPLIED;
	return make_shell(op, s, parts.name);
}

/* only functions in C handle a type that is not complete */
static enum applied
need_complete_types(const struct op *op, const struct schema *s,
                    const PgQuery__CreateFunctionStmt *f)
{
	static const char *const judge[] = {"sql", "plpgsql", NULL};
	const PgQuery__TypeName *type;
	size_t i;

	if (said_language(f) && !among(said_language(f), judge))
		return APPLIED;
	for (i = 0; i <= f->n_parameters; i++) {
		type = i < f->n_parameters ? f->parameters[i]->function_parameter->arg_type
		                           : f->return_type;
		if (type && need_complete(op, schema_find(s, SPACE_TYPE,
		                                          list_qname(type->names,
		                                                     type->n_names))) == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}

static enum applied
create_apply(struct op *op, struct schema *s)
{
	const PgQuery__CreateFunctionStmt *f =
		((struct code_op *)op)->clause->node->create_function_stmt;
	struct qname name = list_qname(f->funcname, f->n_funcname);
	const PgQuery__FunctionParameter *p;
	const struct object *there;
	struct strs types = {0};
	enum applied result;
	size_t mark = schema_mark(s), i;
	const char *why;
	struct code *c;

	if (need_schema(op, s, name) == REFUSED || need_language(op, s, f) == REFUSED ||
	    need_function(op, s, f) == REFUSED || need_complete_types(op, s, f) == REFUSED ||
	    need_settings(op, f->options, f->n_options) == REFUSED ||
	    shell_of_result(op, s, f) == REFUSED)
		return REFUSED;
	for (i = 0; i < f->n_parameters; i++) {
		p = f->parameters[i]->function_parameter;
		if (function_takes(p))
			strs_add(&types, argument_type(s, p->arg_type));
	}
	c = code_new(op, s, f->is_procedure ? &procedure_kind : &function_kind, name,
	             function_identity(name.name, &types));
	if (!c) {
		schema_back(s, mark);
		return REFUSED;
	}
	there = schema_find(s, SPACE_FUNCTION, c->object.name);
	if (f->replace && there) {
		why = cannot_replace((const struct code *)there, c);
		if (why)
			return op_error(
				op, E_REPLACE,
				"%s %s cannot be replaced so: %s; drop it and create it anew",
				there->noun->name, plain_qname(there->name), why);
	}
	/* its body may call it */
	result = code_make(op, s, c, f->replace, false);
	if (result != REFUSED &&
	    need_body(op, s, ((struct code_op *)op)->clause->statement, &c->reads) != REFUSED)
		return result;
	schema_back(s, mark);
	return REFUSED;
}

/* ---- ALTER ---- */

static struct op *
alter_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_ALTER_FUNCTION_STMT
	               ? code_op(&alter_function, c)
	               : NULL;
}

/* RESET ALL is RESET of each parameter that it, or an ALTER, sets */
static void
reset_all(struct schema *s, unsigned id)
{
	const struct code *c = s->by_id.v[id];
	struct parse_error e;
	const PgQuery__CreateFunctionStmt *f =
		parse_statement(code_sql(c), &e)->create_function_stmt;
	struct strs keys = {0};
	size_t i;

	for (i = 0; i < f->n_options; i++)
		strs_add(&keys, option_key(f->options[i]->def_elem));
	for (i = 0; i < c->settings.n; i++)
		strs_add(&keys, ((struct setting *)c->settings.v[i])->key);
	for (i = 0; i < keys.n; i++)
		if (strncmp(keys.v[i], "set ", 4) == 0)
			code_set(s, s->by_id.v[id], keys.v[i], default_setting(f, keys.v[i]));
}

static void
alter_one(struct schema *s, unsigned id, const PgQuery__DefElem *d)
{
	if (strcmp(d->defname, "set") == 0 &&
	    d->arg->variable_set_stmt->kind == PG_QUERY__VARIABLE_SET_KIND__VAR_RESET_ALL)
		reset_all(s, id);
	else
		code_set(s, s->by_id.v[id], option_key(d), option_setting(d));
}

static enum applied
alter_apply(struct op *op, struct schema *s)
{
	const PgQuery__AlterFunctionStmt *stmt =
		((struct code_op *)op)->clause->node->alter_function_stmt;
	const PgQuery__CreateFunctionStmt *f;
	enum applied result;
	struct code *c;
	PgQuery__Node node;
	size_t i;

	pg_query__node__init(&node);
	node.node_case = PG_QUERY__NODE__NODE_OBJECT_WITH_ARGS;
	node.object_with_args = stmt->func;
	c = need_code_itself(op, s, code_kind_of(stmt->objtype), &node, false, &result);
	if (!c)
		return result;
	f = code_tree(c)->create_function_stmt;
	if (need_function_options(op, stmt->actions, stmt->n_actions, f->is_procedure,
	                          f->return_type && f->return_type->setof) == REFUSED ||
	    need_settings(op, stmt->actions, stmt->n_actions) == REFUSED)
		return REFUSED;
	for (i = 0; i < stmt->n_actions; i++)
		alter_one(s, c->object.id, stmt->actions[i]->def_elem);
	return APPLIED;
}

static const struct op_class create_function = {
	.shape = {"create_function", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = create_from,
	.apply = create_apply,
	.render = code_render,
};

static const struct op_class alter_function = {
	.shape = {"alter_function", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = alter_from,
	.apply = alter_apply,
	.render = code_render,
};

const struct op_class *const function_ops[] = {&create_function, &alter_function, NULL};
