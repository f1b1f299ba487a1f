/* Expressions: what their names stand for, and their types as far as these are certain: of constants, of columns, and of what the
   server's own functions and operators make of them. What has no function, operator or cast for its arguments is refused, and so
   are string constants that are no values of what they are taken for. */
#include <string.h>

#include "../catalog.h"
#include "../variable.h"
#include "scope.h"

/* ---- names of functions and types ---- */

/* the full name of what is there, or NULL */
static struct qname
full_name(const struct schema *s, enum space space, struct qname name)
{
	const struct object *o =
		space == SPACE_FUNCTION ? function_named(s, name) : schema_find(s, space, name);

	if (!o)
		return (struct qname){NULL, NULL};
	return space == SPACE_FUNCTION ? ((const struct code *)o)->name : o->name;
}

void
query_function(struct query *q, PgQuery__Node *const *names, size_t n, int location)
{
	struct qname name = list_qname(names, n), full = full_name(q->schema, SPACE_FUNCTION, name);
	const struct object *range = full.name ? NULL : range_made_by(q->schema, name);
	const char *why = full.name || range ? NULL : function_missing(q->schema, name);

	if (full.name)
		query_use(q, SPACE_FUNCTION, full, NULL, location);
	else if (range)
		query_use(q, SPACE_TYPE, range->name, NULL, location)->makes = true;
	else if (why)
		query_error(q, location, E_NO_FUNCTION, why);
}

void
query_type(struct query *q, const PgQuery__TypeName *t)
{
	struct type_parts parts;
	struct qname full;
	struct op op;

	if (!t->n_names || t->pct_type)
		return;
	parts = type_parts(type_sql(t));
	if (parts.builtin)
		return;
	op = q->op ? query_here(q, t->location) : (struct op){0};
	if (q->op && need_type(&op, q->schema, type_sql(t)) == REFUSED)
		q->result = REFUSED;
	full = full_name(q->schema, SPACE_TYPE, parts.name);
	if (full.name)
		query_use(q, SPACE_TYPE, full, NULL, t->location);
}

void
query_collation(struct query *q, const PgQuery__CollateClause *c)
{
	struct qname name = list_qname(c->collname, c->n_collname);
	struct qname full = full_name(q->schema, SPACE_COLLATION, name);
	struct op op = q->op ? query_here(q, c->location) : (struct op){0};

	if (full.name)
		query_use(q, SPACE_COLLATION, full, NULL,
		          q->text ? name_place(q, c->location, name) : -1);
	else if (q->op && need_collation(&op, q->schema, sql_qname(name)) == REFUSED)
		q->result = REFUSED;
}

/* email(u) is another way to write u.email; types are those of what it is called with */
static bool
is_column_call(const struct query *q, const PgQuery__FuncCall *call, const struct scope *scope,
               const struct strs *types)
{
	const struct item *item;
	const char *name = node_string(call->funcname[0]), *type;
	struct list fields = {0};
	size_t i;

	if (call->n_funcname != 1 || call->n_args != 1)
		return false;
	type = signature_type(q->schema, types->v[0]);
	if (type && !may_be_row(type))
		return false;
	if (type && row_columns(q->schema, domain_base(q->schema, types->v[0]), &fields) &&
	    output_find(&fields, name))
		return true;
	for (; scope; scope = scope->outer)
		for (i = 0; i < scope->items.n; i++) {
			item = scope->items.v[i];
			if (!item->parameters && output_find(&item->columns, name))
				return true;
		}
	return false;
}

/* ---- constants ---- */

static bool
is_string_constant(const PgQuery__Node *n)
{
	return n && n->node_case == PG_QUERY__NODE__NODE_A_CONST && !n->a_const->isnull &&
	       n->a_const->val_case == PG_QUERY__A__CONST__VAL_SVAL;
}

static struct use *
use_constant(struct query *q, enum space space, const struct object *o, const struct constant *c)
{
	struct use *use = query_use(q, space, used_name(o), NULL, (int)c->offset);

	use->constant = true;
	return use;
}

/* the function that 'f(integer)' is as a regprocedure, or 'f' as a regproc, or NULL, with *name as messages say it; the types of the
   former follow their names too */
static const struct object *
function_constant(struct query *q, const struct constant *c, struct qname *name)
{
	const PgQuery__Node *n = name->name ? NULL : constant_function(c->text);
	const PgQuery__ObjectWithArgs *f;
	const struct object *type;
	struct type_parts parts;
	struct qname unused;
	size_t i;

	if (!n)
		return name->name ? function_named(q->schema, *name) : NULL;
	f = n->object_with_args;
	for (i = 0; i < f->n_objargs; i++) {
		parts = type_parts(type_sql(f->objargs[i]->type_name));
		type = parts.builtin ? NULL : schema_find(q->schema, SPACE_TYPE, parts.name);
		if (type)
			use_constant(q, SPACE_TYPE, type, c);
	}
	*name = list_qname(f->objname, f->n_objname);
	return (struct object *)function_kind.find(q->schema, n, &unused);
}

/* such a constant is looked up where it stands; a number is an oid */
static void
need_named_constant(struct query *q, const struct constant *c, enum space space, struct qname name)
{
	struct op op = q->op ? query_here(q, (int)c->offset) : (struct op){0};
	const struct code_kind *kind = space == SPACE_SEARCH_CONFIGURATION
	                                       ? &search_configuration_kind
	                               : space == SPACE_SEARCH_DICTIONARY ? &search_dictionary_kind
	                                                                  : NULL;
	struct parse_error e;
	const char *why, *type;

	if (!q->op || has_variable(c->text) || strspn(c->text, "-0123456789"))
		return;
	why = space == SPACE_FUNCTION && name.name ? function_missing(q->schema, name) : NULL;
	/* of its name there are some, but not with these arguments */
	if (space == SPACE_FUNCTION && name.name && !why && !catalog_signatures(name.name) &&
	    function_named(q->schema, name) && !schema_excused(q->schema, space, name))
		why = strf("there is no function %s", c->text);
	if (why)
		query_error(q, (int)c->offset, E_NO_FUNCTION, why);
	if (kind && name.name && !code_is_others(q->schema, kind, name) &&
	    missing(&op, q->schema, kind->noun.name, space, name) == REFUSED)
		q->result = REFUSED;
	type = space == SPACE_TYPE ? type_parse(c->text, &e) : NULL;
	if (type && !type_parts(type).builtin && need_type(&op, q->schema, type) == REFUSED)
		q->result = REFUSED;
}

/* what a constant of such a type names: it cannot go then, and the constant follows its name */
static void
use_named(struct query *q, const struct constant *c)
{
	static const struct {
		const char *type;
		enum space space;
	} named[] = {
		{"regclass", SPACE_RELATION},
		{"regcollation", SPACE_COLLATION},
		{"regconfig", SPACE_SEARCH_CONFIGURATION},
		{"regdictionary", SPACE_SEARCH_DICTIONARY},
		{"regnamespace", SPACE_SCHEMA},
		{"regproc", SPACE_FUNCTION},
		{"regprocedure", SPACE_FUNCTION},
		{"regtype", SPACE_TYPE},
	};
	const struct object *o;
	struct qname name;
	struct use *use;
	size_t i;

	for (i = 0; i < LEN(named) && strcmp(named[i].type, c->type) != 0; i++)
		;
	if (i == LEN(named))
		return;
	name = constant_qname(c->text);
	if (named[i].space == SPACE_FUNCTION)
		o = function_constant(q, c, &name);
	else
		o = name.name ? schema_find(q->schema, named[i].space, name) : NULL;
	if (!o) {
		need_named_constant(q, c, named[i].space, name);
		return;
	}
	use = use_constant(q, named[i].space, o, c);
	if (named[i].space == SPACE_FUNCTION)
		use->identity = o->name.name;
}

/* a column is taken for the type, or an element or a field, which has no place */
static void
column_taken(struct query *q, const PgQuery__Node *n, const char *type)
{
	struct constant c = {0, NULL, type};
	const PgQuery__ColumnRef *r;

	if (n->node_case == PG_QUERY__NODE__NODE_COLUMN_REF) {
		r = n->column_ref;
		c.offset = (size_t)r->location;
		c.text = node_string(r->fields[r->n_fields - 1]);
	}
	if (c.text || n->node_case == PG_QUERY__NODE__NODE_A_INDIRECTION)
		list_add(&q->casts, copy(&c, sizeof c));
	if (n->node_case == PG_QUERY__NODE__NODE_COLLATE_CLAUSE)
		column_taken(q, n->collate_clause->arg, type);
}

void
take(struct query *q, const PgQuery__Node *n, const char *type, const char *what)
{
	struct constant c;
	struct value v = {.type = VALUE_STRING};
	struct op op;

	if (!n || !type || type == unknown_type)
		return;
	column_taken(q, n, type);
	if (!is_string_constant(n))
		return;
	c = (struct constant){(size_t)n->a_const->location, n->a_const->sval->sval, type};
	list_add(&q->constants, copy(&c, sizeof c));
	use_named(q, &c);
	/* labels of enums are judged by who reads the constants, and a default's sequence is made with its table */
	if (!q->op || !type_parts(type).builtin || (q->what && strcmp(type, "regclass") == 0))
		return;
	v.text = c.text;
	op = query_here(q, n->a_const->location);
	if (need_value(&op, q->schema, type, &v, q->what ? q->what : what) == REFUSED)
		q->result = REFUSED;
}

static const char *
constant_type(const PgQuery__AConst *c)
{
	if (c->isnull)
		return unknown_type;
	switch ((int)c->val_case) {
	case PG_QUERY__A__CONST__VAL_IVAL:
		return "integer";
	case PG_QUERY__A__CONST__VAL_FVAL: /* without a point it may be a bigint */
		return strpbrk(c->fval->fval, ".eE") ? "numeric" : NULL;
	case PG_QUERY__A__CONST__VAL_BOOLVAL:
		return "boolean";
	case PG_QUERY__A__CONST__VAL_SVAL:
		return unknown_type;
	default:
		return NULL;
	}
}

/* ---- several of one type ---- */

const char *
follow_common(struct query *q, PgQuery__Node *const *nodes, const struct strs *types,
              const char *what, int location)
{
	struct strs known = {0};
	const char *common, *sql;
	bool alike = types->n > 0;
	size_t i;

	for (i = 0; i < types->n; i++) {
		strs_add(&known, signature_type(q->schema, types->v[i]));
		alike &= same(types->v[i], types->v[0]);
	}
	common = signature_common(q, &known, what, location);
	if (common == unknown_type)
		return alike && types->v[0] ? unknown_type : NULL;
	/* alike, they keep their length */
	sql = alike ? types->v[0] : signature_sql(common);
	for (i = 0; i < types->n; i++)
		take(q, nodes[i], sql, "a constant");
	return sql;
}

/* reads them; where all are unknown they are texts */
static const char *
follow_alike(struct query *q, PgQuery__Node *const *nodes, size_t n, const struct scope *scope,
             int location)
{
	struct strs types = {0};
	const char *type;
	size_t i;

	for (i = 0; i < n; i++)
		strs_add(&types, follow(q, nodes[i], scope));
	type = follow_common(q, nodes, &types, "", location);
	return type == unknown_type ? "text" : type;
}

/* ---- calls ---- */

const char *
type_called(struct query *q, const char *name, PgQuery__Node *const *nodes, const struct strs *sql,
            struct strs *taken, int location)
{
	struct strs types = {0};
	const char *type;
	size_t i;

	for (i = 0; i < sql->n; i++)
		strs_add(&types, signature_type(q->schema, sql->v[i]));
	type = signature_call(q, name, &types, taken, location);
	for (i = 0; i < sql->n; i++)
		take(q, nodes[i], signature_sql(taken->v[i]), "a constant");
	return signature_sql(type);
}

static bool
is_plain_call(const PgQuery__FuncCall *f)
{
	size_t i;

	for (i = 0; i < f->n_args; i++)
		if (f->args[i]->node_case == PG_QUERY__NODE__NODE_NAMED_ARG_EXPR)
			return false;
	return !f->func_variadic && !f->agg_within_group;
}

/* names of arguments stand behind those that have none, each once */
static void
need_names(struct query *q, const PgQuery__FuncCall *f)
{
	struct strs names = {0};
	const char *name;
	size_t i;

	for (i = 0; i < f->n_args; i++) {
		if (f->args[i]->node_case != PG_QUERY__NODE__NODE_NAMED_ARG_EXPR) {
			if (names.n)
				query_error(
					q, f->location, E_STATEMENT,
					"an argument without a name cannot stand behind one that has one");
			continue;
		}
		name = f->args[i]->named_arg_expr->name;
		if (strs_has(&names, name))
			query_error(q, f->location, E_TWICE,
			            strf("argument '%s' stands twice", name));
		strs_add(&names, name);
	}
}

static const char *
call_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__FuncCall *f = m;
	struct qname name = list_qname(f->funcname, f->n_funcname);
	const struct object *made = function_named(q->schema, name);
	struct strs types = {0}, taken = {0};
	struct call_mark mark = call_begin(q, f, scope);
	size_t i;

	need_names(q, f);
	for (i = 0; i < f->n_args; i++)
		strs_add(&types, follow(q, f->args[i], scope));
	follow_all(q, f->agg_order, f->n_agg_order, scope);
	call_filter(scope);
	follow_condition(q, f->agg_filter, scope, "FILTER");
	call_end(q, &mark, scope);
	if (f->over)
		follow_over(q, f->over, scope);
	if (is_column_call(q, f, scope, &types))
		return NULL;
	query_function(q, f->funcname, f->n_funcname, f->location);
	/* the server's own of that name may be the one that is called */
	if (q->immutable && made && (name.schema || !catalog_signatures(name.name)) &&
	    function_is_unsteady(q->schema, name) &&
	    !schema_excused(q->schema, SPACE_FUNCTION, (struct qname){NULL, name.name}))
		query_error(q, f->location, E_EXPRESSION,
		            strf("function '%s' was not made IMMUTABLE", name.name));
	if (made && function_is_only(q->schema, name, &procedure_kind))
		query_error(q, f->location, E_KIND,
		            strf("%s is a procedure, which CALL calls", plain_qname(name)));
	if (made)
		return function_call(q, f, &types);
	if ((name.schema && strcmp(name.schema, "pg_catalog") != 0) || !is_plain_call(f))
		return NULL;

	return type_called(q, name.name, f->args, &types, &taken, f->location);
}

/* ---- conditions ---- */

static void
need_condition(struct query *q, const PgQuery__Node *n, const char *type, const char *what,
               int location)
{
	const char *known = signature_type(q->schema, type);

	if (known == unknown_type)
		take(q, n, "boolean", what);
	else if (known && strcmp(known, "bool") != 0)
		query_error(q, location, E_MISMATCH,
		            strf("%s for boolean, not for %s", what, type));
}

void
follow_condition(struct query *q, const PgQuery__Node *n, const struct scope *scope,
                 const char *what)
{
	const char *type = follow(q, n, scope);

	if (n)
		need_condition(q, n, type, strf("%s is", what), -1);
}

static const char *
bool_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__BoolExpr *b = m;
	size_t i;

	for (i = 0; i < b->n_args; i++)
		need_condition(q, b->args[i], follow(q, b->args[i], scope), "AND, OR and NOT are",
		               b->location);
	return "boolean";
}

static const char *
case_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__CaseExpr *c = m;
	struct level before = level_refuse(scope, MANY_SETS, "CASE");
	struct side arg = {c->arg, follow(q, c->arg, scope)};
	const PgQuery__CaseWhen *when;
	struct list results = {0};
	const char *type;
	size_t i;

	if (arg.type == unknown_type)
		arg.type = "text";
	if (c->defresult)
		list_add(&results, c->defresult);
	for (i = 0; i < c->n_args; i++) {
		when = c->args[i]->case_when;
		if (c->arg)
			operate(q, "=", arg, follow_side(q, when->expr, scope), when->location);
		else
			follow_condition(q, when->expr, scope, "WHEN");
		list_add(&results, when->result);
	}
	type = follow_alike(q, (PgQuery__Node *const *)results.v, results.n, scope, c->location);
	level_restore(scope, &before);
	return type;
}

/* ---- other expressions ---- */

static const char *
column_type(struct query *q, const void *m, const struct scope *scope)
{
	const struct output *o = scope_column(q, m, scope);
	const struct item *row = o ? NULL : level_row(q, m);

	return o ? o->type : row && row->object ? sql_qname(row->object->name) : NULL;
}

static const char *
parameter_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__ParamRef *p = m;
	const struct item *item = scope_parameters(scope);

	if (!item && q->op && !q->blind && !q->parameters)
		query_error(q, p->location, E_NO_COLUMN,
		            strf("there is no parameter $%d", p->number));
	if (!item)
		return NULL;
	if (p->number > 0 && (size_t)p->number <= item->columns.n)
		return ((struct output *)item->columns.v[p->number - 1])->type;
	query_error(q, p->location, E_NO_COLUMN,
	            strf("there is no parameter $%d: function '%s' has %zu", p->number, item->name,
	                 item->columns.n));
	return NULL;
}

static const char *
const_type(struct query *q, const void *m, const struct scope *scope)
{
	(void)q;
	(void)scope;
	return constant_type(m);
}

/* ARRAY[…]::type[] casts each element by itself */
static void
cast_elements(struct query *q, const PgQuery__AArrayExpr *a, const char *element,
              const struct scope *scope)
{
	const PgQuery__Node *n;
	const char *from;
	size_t i;

	for (i = 0; i < a->n_elements; i++) {
		n = a->elements[i];
		if (n->node_case == PG_QUERY__NODE__NODE_A_ARRAY_EXPR) {
			cast_elements(q, n->a_array_expr, element, scope);
			continue;
		}
		from = follow(q, a->elements[i], scope);
		take(q, n, element, "a cast");
		signature_cast(q, signature_type(q->schema, from),
		               signature_type(q->schema, element), a->location);
	}
}

static const char *
cast_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__TypeCast *c = m;
	const char *to = type_sql(c->type_name), *element = type_element(to), *from;

	if (serial_type(to))
		query_error(q, c->location, E_NO_TYPE,
		            strf("%s is no type: only a column is made so", to));
	query_type(q, c->type_name);
	if (element && c->arg->node_case == PG_QUERY__NODE__NODE_A_ARRAY_EXPR) {
		cast_elements(q, c->arg->a_array_expr, element, scope);
		return to;
	}
	from = follow(q, c->arg, scope);
	take(q, c->arg, to, "a cast");
	signature_cast(q, signature_type(q->schema, from), signature_type(q->schema, to),
	               c->location);
	return to;
}

static const char *
null_test_type(struct query *q, const void *m, const struct scope *scope)
{
	follow(q, ((const PgQuery__NullTest *)m)->arg, scope);
	return "boolean";
}

static const char *
boolean_test_type(struct query *q, const void *m, const struct scope *scope)
{
	follow_condition(q, ((const PgQuery__BooleanTest *)m)->arg, scope, "IS TRUE");
	return "boolean";
}

static const char *
collate_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__CollateClause *c = m;
	const char *type = follow(q, c->arg, scope);

	query_collation(q, c);
	return type == unknown_type ? "text" : type;
}

static const char *
coalesce_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__CoalesceExpr *c = m;
	struct level before = level_refuse(scope, MANY_SETS, "COALESCE");
	const char *type = follow_alike(q, c->args, c->n_args, scope, c->location);

	level_restore(scope, &before);
	return type;
}

static const char *
min_max_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__MinMaxExpr *x = m;
	const char *type = follow_alike(q, x->args, x->n_args, scope, x->location);

	need_comparable(q, type, true, "GREATEST and LEAST", x->location);
	return type;
}

static const char *
array_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__AArrayExpr *a = m;
	const char *type = follow_alike(q, a->elements, a->n_elements, scope, a->location);

	return !type || !a->n_elements ? NULL : type_element(type) ? type : strf("%s[]", type);
}

static const char *
row_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__RowExpr *r = m;

	follow_all(q, r->args, r->n_args, scope);
	return "record";
}

static const char *
named_type(struct query *q, const void *m, const struct scope *scope)
{
	return follow(q, ((const PgQuery__NamedArgExpr *)m)->arg, scope);
}

/* the precision that is said is the type's */
static const char *
time_type(const char *name, const char *zone, int precision)
{
	if (precision < 0)
		return strf("%s %s time zone", name, zone);
	return strf("%s(%d) %s time zone", name, precision < 6 ? precision : 6, zone);
}

static const char *
value_type(const PgQuery__SQLValueFunction *f)
{
	switch ((int)f->op) {
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_DATE:
		return "date";
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIME:
		return time_type("time", "with", -1);
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIME_N:
		return time_type("time", "with", f->typmod);
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIMESTAMP:
		return time_type("timestamp", "with", -1);
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIMESTAMP_N:
		return time_type("timestamp", "with", f->typmod);
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIME:
		return time_type("time", "without", -1);
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIME_N:
		return time_type("time", "without", f->typmod);
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIMESTAMP:
		return time_type("timestamp", "without", -1);
	case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIMESTAMP_N:
		return time_type("timestamp", "without", f->typmod);
	default:
		return "name";
	}
}

static const char *
value_function_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__SQLValueFunction *f = m;

	(void)scope;
	if (q->immutable)
		query_error(q, f->location, E_EXPRESSION,
		            "current_timestamp or its like is not immutable: it may give another "
		            "value another time");
	return value_type(f);
}

static const char *
default_type(struct query *q, const void *m, const struct scope *scope)
{
	(void)q;
	(void)m;
	(void)scope;
	return unknown_type;
}

static const char *
grouping_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__GroupingFunc *g = m;
	const size_t refs = q->refs.n;

	follow_all(q, g->args, g->n_args, scope);
	if (scope && scope->level)
		level_aggregates(q, g, refs, scope, g->location);
	return "integer";
}

/* ---- subqueries ---- */

static const char *
only_type(struct query *q, const struct result *r, int location)
{
	if (r->columns.n == 1)
		return ((struct output *)r->columns.v[0])->type;
	if (!r->open)
		query_error(q, location, E_EXPRESSION,
		            strf("the subquery must give one column here, not %zu", r->columns.n));
	return NULL;
}

static const char *
link_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__SubLink *l = m;
	const struct qname name = l->n_oper_name ? list_qname(l->oper_name, l->n_oper_name)
	                                         : (struct qname){NULL, "="};
	const char *type;
	struct list left = {0}, right;
	struct result r;

	if (l->testexpr)
		left = row_sides(q, l->testexpr, scope);
	r = follow_statement(q, l->subselect, scope);
	switch ((int)l->sub_link_type) {
	case PG_QUERY__SUB_LINK_TYPE__EXPR_SUBLINK:
		return only_type(q, &r, l->location);
	case PG_QUERY__SUB_LINK_TYPE__ARRAY_SUBLINK:
		type = only_type(q, &r, l->location);
		return !type ? NULL : type_element(type) ? type : strf("%s[]", type);
	case PG_QUERY__SUB_LINK_TYPE__ANY_SUBLINK:
	case PG_QUERY__SUB_LINK_TYPE__ALL_SUBLINK:
		right = result_sides(&r);
		if (!r.open)
			operate_rows(q, name, &left, &right, l->location);
		return "boolean";
	default:
		return "boolean";
	}
}

static const char *
select_type(struct query *q, const void *m, const struct scope *scope)
{
	follow_select(q, m, scope);
	return NULL;
}

static const char *
insert_type(struct query *q, const void *m, const struct scope *scope)
{
	follow_insert(q, m, scope);
	return NULL;
}

static const char *
update_type(struct query *q, const void *m, const struct scope *scope)
{
	follow_update(q, m, scope);
	return NULL;
}

static const char *
delete_type(struct query *q, const void *m, const struct scope *scope)
{
	follow_delete(q, m, scope);
	return NULL;
}

static const char *
merge_type(struct query *q, const void *m, const struct scope *scope)
{
	follow_merge(q, m, scope);
	return NULL;
}

static const char *
type_name_type(struct query *q, const void *m, const struct scope *scope)
{
	(void)scope;
	query_type(q, m);
	return NULL;
}

/* an alias says nothing that is looked up */
static const char *
alias_type(struct query *q, const void *m, const struct scope *scope)
{
	(void)q;
	(void)m;
	(void)scope;
	return NULL;
}

/* ---- all of them ---- */

/* each reads all that is inside of it */
static const struct reader {
	const ProtobufCMessageDescriptor *is;
	const char *(*type)(struct query *q, const void *m, const struct scope *scope);
} readers[] = {
	{&pg_query__column_ref__descriptor, column_type},
	{&pg_query__param_ref__descriptor, parameter_type},
	{&pg_query__a__const__descriptor, const_type},
	{&pg_query__type_cast__descriptor, cast_type},
	{&pg_query__func_call__descriptor, call_type},
	{&pg_query__a__expr__descriptor, operation_type},
	{&pg_query__bool_expr__descriptor, bool_type},
	{&pg_query__null_test__descriptor, null_test_type},
	{&pg_query__boolean_test__descriptor, boolean_test_type},
	{&pg_query__collate_clause__descriptor, collate_type},
	{&pg_query__coalesce_expr__descriptor, coalesce_type},
	{&pg_query__min_max_expr__descriptor, min_max_type},
	{&pg_query__case_expr__descriptor, case_type},
	{&pg_query__a__array_expr__descriptor, array_type},
	{&pg_query__row_expr__descriptor, row_type},
	{&pg_query__a__indirection__descriptor, follow_parts},
	{&pg_query__named_arg_expr__descriptor, named_type},
	{&pg_query__sqlvalue_function__descriptor, value_function_type},
	{&pg_query__set_to_default__descriptor, default_type},
	{&pg_query__grouping_func__descriptor, grouping_type},
	{&pg_query__sub_link__descriptor, link_type},
	{&pg_query__select_stmt__descriptor, select_type},
	{&pg_query__insert_stmt__descriptor, insert_type},
	{&pg_query__update_stmt__descriptor, update_type},
	{&pg_query__delete_stmt__descriptor, delete_type},
	{&pg_query__merge_stmt__descriptor, merge_type},
	{&pg_query__type_name__descriptor, type_name_type},
	{&pg_query__alias__descriptor, alias_type},
};

static const struct reader *
reader_of(const ProtobufCMessage *m)
{
	size_t i;

	for (i = 0; i < LEN(readers); i++)
		if (m->descriptor == readers[i].is)
			return &readers[i];
	return NULL;
}

struct visit {
	struct query *q;
	const struct scope *scope;
	const PgQuery__Node *whole;
	const char *type; /* of the whole */
};

static bool
visit(const ProtobufCMessage *m, void *data)
{
	const struct reader *r = reader_of(m);
	struct visit *v = data;
	const char *type = r ? r->type(v->q, m, v->scope) : NULL;

	if (m == &v->whole->alias->base)
		v->type = type;
	return !r;
}

const char *
follow(struct query *q, const PgQuery__Node *n, const struct scope *scope)
{
	struct visit v = {q, scope, n, NULL};

	if (n)
		tree_walk(n, visit, &v);
	return v.type;
}

void
follow_all(struct query *q, PgQuery__Node *const *nodes, size_t n, const struct scope *scope)
{
	size_t i;

	for (i = 0; i < n; i++)
		follow(q, nodes[i], scope);
}
