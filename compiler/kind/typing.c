/* Expressions: what their names stand for, and their types as far as these are certain: of constants, of columns, and of what the
   server's own functions and operators make of them. What has no function, operator or cast for its arguments is refused, and so
   are string constants that are no values of what they are taken for. */
#include <string.h>

#include "../catalog.h"
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
	const char *why = full.name ? NULL : function_missing(q->schema, name);

	if (full.name)
		query_use(q, SPACE_FUNCTION, full, NULL, location);
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

/* email(u) is another way to write u.email */
static bool
is_column_call(const PgQuery__FuncCall *call, const struct scope *scope)
{
	const struct item *item;
	const char *name = list_qname(call->funcname, call->n_funcname).name;
	size_t i;

	for (; call->n_args == 1 && scope; scope = scope->outer)
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

/* the relation that 'name' is as a regclass: it cannot go then */
static void
use_named(struct query *q, const char *text)
{
	struct qname name = constant_qname(text);
	const struct object *o = name.name ? schema_find(q->schema, SPACE_RELATION, name) : NULL;

	if (o)
		query_use(q, SPACE_RELATION, o->name, NULL, -1)->joined = true;
}

void
take(struct query *q, const PgQuery__Node *n, const char *type, const char *what)
{
	struct constant c;
	struct value v = {.type = VALUE_STRING};
	struct op op;

	if (!type || type == unknown_type || !is_string_constant(n))
		return;
	c = (struct constant){(size_t)n->a_const->location, n->a_const->sval->sval, type};
	list_add(&q->constants, copy(&c, sizeof c));
	if (strcmp(type, "regclass") == 0)
		use_named(q, c.text);
	/* labels of enums are judged by who reads the constants, and a default's sequence is made with its table */
	if (!q->op || !type_parts(type).builtin || (q->what && strcmp(type, "regclass") == 0))
		return;
	v.text = c.text;
	op = query_here(q, n->a_const->location);
	if (need_value(&op, q->schema, type, &v, q->what ? q->what : what) == REFUSED)
		q->result = REFUSED;
}

/* a cast reaches into ARRAY[…]; without one it is an array of texts */
static void
take_cast(struct query *q, const PgQuery__Node *n, const char *type)
{
	const char *element;
	size_t i;

	take(q, n, type, "a cast");
	if (n->node_case != PG_QUERY__NODE__NODE_A_ARRAY_EXPR)
		return;
	element = type_element(type);
	for (i = 0; element && i < n->a_array_expr->n_elements; i++)
		take(q, n->a_array_expr->elements[i], element, "a cast");
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

/* what the arguments of these types make together; constants among the nodes, which may be NULL, become what is needed */
static const char *
call(struct query *q, const char *name, PgQuery__Node *const *nodes, const struct strs *sql,
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

static const char *
call_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__FuncCall *f = m;
	struct qname name = list_qname(f->funcname, f->n_funcname);
	const struct object *made = function_named(q->schema, name);
	bool column = is_column_call(f, scope);
	struct strs types = {0}, taken = {0};
	struct call_mark mark = call_begin(q, f, scope);
	size_t i;

	for (i = 0; i < f->n_args; i++)
		strs_add(&types, follow(q, f->args[i], scope));
	follow_all(q, f->agg_order, f->n_agg_order, scope);
	call_filter(scope);
	follow_condition(q, f->agg_filter, scope, "FILTER");
	call_end(q, &mark, scope);
	if (f->over)
		follow_over(q, f->over, scope);
	if (column)
		return NULL;
	query_function(q, f->funcname, f->n_funcname, f->location);
	/* the server's own of that name may be the one that is called */
	if (q->immutable && made && (name.schema || !catalog_signatures(name.name)) &&
	    function_is_unsteady(q->schema, name) &&
	    !schema_excused(q->schema, (struct qname){NULL, name.name}))
		query_error(q, f->location, E_EXPRESSION,
		            strf("function '%s' was not made IMMUTABLE", name.name));
	if (made)
		return function_call(q, f, &types);
	if ((name.schema && strcmp(name.schema, "pg_catalog") != 0) || !is_plain_call(f))
		return NULL;

	return call(q, name.name, f->args, &types, &taken, f->location);
}

/* ---- operators ---- */

/* one side of an operator */
struct side {
	PgQuery__Node *node;
	const char *type;
};

static const char *
operate(struct query *q, const char *name, struct side left, struct side right, int location)
{
	struct strs types = {0}, taken = {0};
	PgQuery__Node *nodes[2] = {left.node, right.node};

	strs_add(&types, left.type);
	strs_add(&types, right.type);
	return call(q, name, nodes, &types, &taken, location);
}

static struct side
follow_side(struct query *q, PgQuery__Node *n, const struct scope *scope)
{
	return (struct side){n, follow(q, n, scope)};
}

/* the sides that a row is made of, or the one; struct side */
static struct list
follow_row(struct query *q, PgQuery__Node *n, const struct scope *scope)
{
	struct list sides = {0};
	struct side side;
	size_t i;

	if (n->node_case != PG_QUERY__NODE__NODE_ROW_EXPR) {
		side = follow_side(q, n, scope);
		list_add(&sides, copy(&side, sizeof side));
		return sides;
	}
	for (i = 0; i < n->row_expr->n_args; i++) {
		side = follow_side(q, n->row_expr->args[i], scope);
		list_add(&sides, copy(&side, sizeof side));
	}
	return sides;
}

/* what a subquery gives, as sides */
static struct list
result_sides(const struct result *r)
{
	const struct output *o;
	struct list sides = {0};
	struct side side;
	size_t i;

	for (i = 0; i < r->columns.n; i++) {
		o = r->columns.v[i];
		side = (struct side){NULL, o->type};
		list_add(&sides, copy(&side, sizeof side));
	}
	return sides;
}

static const char *
operate_rows(struct query *q, const char *name, const struct list *left, const struct list *right,
             int location)
{
	const struct side *a, *b;
	size_t i;

	if (left->n != right->n) {
		query_error(q, location, E_MISMATCH,
		            strf("%s compares rows of %zu and of %zu columns", name, left->n,
		                 right->n));
		return "boolean";
	}
	for (i = 0; i < left->n; i++) {
		a = left->v[i];
		b = right->v[i];
		operate(q, name, *a, *b, location);
	}
	return "boolean";
}

static bool
is_row(const PgQuery__Node *n)
{
	return n->node_case == PG_QUERY__NODE__NODE_ROW_EXPR;
}

static bool
is_query(const PgQuery__Node *n)
{
	return n->node_case == PG_QUERY__NODE__NODE_SUB_LINK &&
	       n->sub_link->sub_link_type == PG_QUERY__SUB_LINK_TYPE__EXPR_SUBLINK;
}

static const char *
binary_type(struct query *q, const char *name, const PgQuery__AExpr *x, const struct scope *scope)
{
	struct list left, right;
	struct result r;

	if (is_row(x->lexpr) && (is_row(x->rexpr) || is_query(x->rexpr))) {
		left = follow_row(q, x->lexpr, scope);
		if (is_row(x->rexpr)) {
			right = follow_row(q, x->rexpr, scope);
		} else {
			r = follow_statement(q, x->rexpr->sub_link->subselect, scope);
			right = result_sides(&r);
			if (r.open)
				return "boolean";
		}
		return operate_rows(q, name, &left, &right, x->location);
	}
	return operate(q, name, follow_side(q, x->lexpr, scope), follow_side(q, x->rexpr, scope),
	               x->location);
}

/* what constants in a IN (b, 1, 'x') are: what a and the constants have in common; NULL where that is not certain */
static const char *
listed_type(const struct query *q, const char *type, const PgQuery__List *list,
            const struct strs *types)
{
	struct query silent = *q;
	struct strs known = {0};
	size_t i;

	strs_add(&known, signature_type(q->schema, type));
	for (i = 0; i < list->n_items; i++)
		if (list->items[i]->node_case == PG_QUERY__NODE__NODE_A_CONST)
			strs_add(&known, signature_type(q->schema, types->v[i]));
		else if (!same(types->v[i], type))
			return NULL;
	silent.op = NULL;
	return signature_sql(signature_common(&silent, &known, "", -1));
}

static const char *
list_type(struct query *q, const PgQuery__AExpr *x, const struct scope *scope)
{
	const PgQuery__List *list = x->rexpr->list;
	struct list left = follow_row(q, x->lexpr, scope), right;
	struct strs types = {0};
	const char *type;
	struct side a;
	size_t i;

	if (is_row(x->lexpr)) {
		for (i = 0; i < list->n_items; i++) {
			right = follow_row(q, list->items[i], scope);
			if (is_row(list->items[i]))
				operate_rows(q, "=", &left, &right, x->location);
		}
		return "boolean";
	}
	a = *(struct side *)left.v[0];
	a.node = NULL;
	for (i = 0; i < list->n_items; i++)
		strs_add(&types, follow(q, list->items[i], scope));
	type = listed_type(q, a.type, list, &types);
	take(q, x->lexpr, type, "a constant");
	for (i = 0; i < list->n_items; i++) {
		take(q, list->items[i], type, "a constant");
		operate(q, "=", a, (struct side){NULL, types.v[i]}, x->location);
	}
	return "boolean";
}

static const char *
between_type(struct query *q, const PgQuery__AExpr *x, const struct scope *scope)
{
	struct side a = follow_side(q, x->lexpr, scope);
	size_t i;

	for (i = 0; i < x->rexpr->list->n_items; i++)
		operate(q, i ? "<=" : ">=", a, follow_side(q, x->rexpr->list->items[i], scope),
		        x->location);
	return "boolean";
}

/* a = ANY (b): b is an array of what it is compared with */
static const char *
any_type(struct query *q, const char *name, const PgQuery__AExpr *x, const struct scope *scope)
{
	struct side left = follow_side(q, x->lexpr, scope), right = follow_side(q, x->rexpr, scope);
	PgQuery__Node *nodes[2] = {left.node, NULL};
	struct strs types = {0}, taken = {0};
	const char *element = right.type;

	if (right.type && right.type != unknown_type)
		element = type_element(domain_base(q->schema, right.type));
	if (!element && signature_type(q->schema, right.type))
		query_error(q, x->location, E_MISMATCH,
		            strf("ANY and ALL are for arrays, not for %s", right.type));
	strs_add(&types, left.type);
	strs_add(&types, element);
	call(q, name, nodes, &types, &taken, x->location);
	if (taken.v[1])
		take(q, right.node, strf("%s[]", signature_sql(taken.v[1])), "a constant");
	return "boolean";
}

/* gives what the first argument of = is taken for */
static const char *
nullif_type(struct query *q, const PgQuery__AExpr *x, const struct scope *scope)
{
	PgQuery__Node *nodes[2] = {x->lexpr, x->rexpr};
	struct strs types = {0}, taken = {0};

	strs_add(&types, follow(q, x->lexpr, scope));
	strs_add(&types, follow(q, x->rexpr, scope));
	call(q, "=", nodes, &types, &taken, x->location);
	return same(signature_type(q->schema, types.v[0]), taken.v[0]) ? types.v[0]
	                                                               : signature_sql(taken.v[0]);
}

static const char *
prefix_type(struct query *q, const char *name, const PgQuery__AExpr *x, const struct scope *scope)
{
	PgQuery__Node *nodes[1] = {x->rexpr};
	struct strs types = {0}, taken = {0};

	strs_add(&types, follow(q, x->rexpr, scope));
	return call(q, name, nodes, &types, &taken, x->location);
}

static const char *
operator_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__AExpr *x = m;
	const char *name = x->n_name == 1 ? node_string(x->name[0]) : NULL;

	if (!name || !x->rexpr) {
		follow(q, x->lexpr, scope);
		follow(q, x->rexpr, scope);
		return NULL;
	}
	switch ((int)x->kind) {
	case PG_QUERY__A__EXPR__KIND__AEXPR_IN:
		return list_type(q, x, scope);
	case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN:
	case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN:
	case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN_SYM:
	case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN_SYM:
		return between_type(q, x, scope);
	case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ANY:
	case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ALL:
		return any_type(q, name, x, scope);
	case PG_QUERY__A__EXPR__KIND__AEXPR_DISTINCT:
	case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_DISTINCT:
		binary_type(q, "=", x, scope);
		return "boolean";
	case PG_QUERY__A__EXPR__KIND__AEXPR_NULLIF:
		return nullif_type(q, x, scope);
	default:
		return x->lexpr ? binary_type(q, name, x, scope) : prefix_type(q, name, x, scope);
	}
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

static const char *
cast_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__TypeCast *c = m;
	const char *from = follow(q, c->arg, scope), *to = type_sql(c->type_name);

	query_type(q, c->type_name);
	take_cast(q, c->arg, to);
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

	return follow_alike(q, x->args, x->n_args, scope, x->location);
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
	return NULL;
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

	follow_all(q, g->args, g->n_args, scope);
	if (scope && scope->level)
		scope->level->found |= MANY_AGGREGATES;
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
	const char *name = l->n_oper_name == 1 ? node_string(l->oper_name[0]) : "=", *type;
	struct list left = {0}, right;
	struct result r;

	if (l->testexpr)
		left = follow_row(q, l->testexpr, scope);
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
		if (!r.open && l->n_oper_name < 2)
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
	{&pg_query__a__expr__descriptor, operator_type},
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
