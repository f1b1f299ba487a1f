/* Operators in expressions, and what is one in other words: IN, BETWEEN, ANY, IS DISTINCT FROM, NULLIF, and rows side by side. */
#include <string.h>

#include "scope.h"

static const struct qname equals = {NULL, "="};

/* ---- sides ---- */

/* as type_called, where it may be one that migrations made */
static const char *
operator_type(struct query *q, struct qname name, PgQuery__Node *const *nodes,
              const struct strs *types, struct strs *taken, int location)
{
	const struct code *made = operator_meant(q->schema, name, types);
	size_t i;

	if (!made && !operator_may_be(q->schema, name))
		query_error(q, location, E_NO_FUNCTION, strf("there is no operator %s", name.name));
	if (!made && !(name.schema && strcmp(name.schema, "pg_catalog") != 0))
		return type_called(q, name.name, nodes, types, taken, location);
	for (i = 0; i < types->n; i++)
		strs_add(taken, NULL);
	if (!made)
		return NULL;
	query_use(q, SPACE_OPERATOR, made->name, NULL, location)->identity = made->object.name.name;
	return operator_gives(q->schema, made);
}

static const char *
operate_named(struct query *q, struct qname name, struct side left, struct side right, int location)
{
	struct strs types = {0}, taken = {0};
	PgQuery__Node *nodes[2] = {left.node, right.node};

	strs_add(&types, left.type);
	strs_add(&types, right.type);
	return operator_type(q, name, nodes, &types, &taken, location);
}

const char *
operate(struct query *q, const char *name, struct side left, struct side right, int location)
{
	return operate_named(q, (struct qname){NULL, name}, left, right, location);
}

struct side
follow_side(struct query *q, PgQuery__Node *n, const struct scope *scope)
{
	return (struct side){n, follow(q, n, scope)};
}

struct list
row_sides(struct query *q, PgQuery__Node *n, const struct scope *scope)
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

struct list
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

const char *
operate_rows(struct query *q, struct qname name, const struct list *left, const struct list *right,
             int location)
{
	const struct side *a, *b;
	size_t i;

	if (left->n != right->n) {
		query_error(q, location, E_MISMATCH,
		            strf("%s compares rows of %zu and of %zu columns", name.name, left->n,
		                 right->n));
		return "boolean";
	}
	for (i = 0; i < left->n; i++) {
		a = left->v[i];
		b = right->v[i];
		operate_named(q, name, *a, *b, location);
	}
	return "boolean";
}

/* ---- each kind of them ---- */

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
binary_type(struct query *q, struct qname name, const PgQuery__AExpr *x, const struct scope *scope)
{
	struct list left, right;
	struct result r;

	if (is_row(x->lexpr) && (is_row(x->rexpr) || is_query(x->rexpr))) {
		left = row_sides(q, x->lexpr, scope);
		if (is_row(x->rexpr)) {
			right = row_sides(q, x->rexpr, scope);
		} else {
			r = follow_statement(q, x->rexpr->sub_link->subselect, scope);
			right = result_sides(&r);
			if (r.open)
				return "boolean";
		}
		return operate_rows(q, name, &left, &right, x->location);
	}
	return operate_named(q, name, follow_side(q, x->lexpr, scope),
	                     follow_side(q, x->rexpr, scope), x->location);
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
	struct list left = row_sides(q, x->lexpr, scope), right;
	struct strs types = {0};
	const char *type;
	struct side a;
	size_t i;

	if (is_row(x->lexpr)) {
		for (i = 0; i < list->n_items; i++) {
			right = row_sides(q, list->items[i], scope);
			if (is_row(list->items[i]))
				operate_rows(q, equals, &left, &right, x->location);
		}
		return "boolean";
	}
	a = *(struct side *)left.v[0];
	for (i = 0; i < list->n_items; i++)
		strs_add(&types, follow(q, list->items[i], scope));
	type = listed_type(q, a.type, list, &types);
	if (a.type == unknown_type) {
		take(q, x->lexpr, type, "a constant");
		a.node = NULL;
	}
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
any_type(struct query *q, struct qname name, const PgQuery__AExpr *x, const struct scope *scope)
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
	operator_type(q, name, nodes, &types, &taken, x->location);
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
	operator_type(q, equals, nodes, &types, &taken, x->location);
	return same(signature_type(q->schema, types.v[0]), taken.v[0]) ? types.v[0]
	                                                               : signature_sql(taken.v[0]);
}

static const char *
prefix_type(struct query *q, struct qname name, const PgQuery__AExpr *x, const struct scope *scope)
{
	PgQuery__Node *nodes[1] = {x->rexpr};
	struct strs types = {0}, taken = {0};

	strs_add(&types, follow(q, x->rexpr, scope));
	return operator_type(q, name, nodes, &types, &taken, x->location);
}

const char *
operation_type(struct query *q, const void *m, const struct scope *scope)
{
	const PgQuery__AExpr *x = m;
	struct qname name = list_qname(x->name, x->n_name);

	if (!x->rexpr) {
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
		binary_type(q, equals, x, scope);
		return "boolean";
	case PG_QUERY__A__EXPR__KIND__AEXPR_NULLIF:
		return nullif_type(q, x, scope);
	default:
		return x->lexpr ? binary_type(q, name, x, scope) : prefix_type(q, name, x, scope);
	}
}
