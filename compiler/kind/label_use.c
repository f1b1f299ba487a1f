/* Where SQL says labels of enums: the string constants of an expression, or of a whole statement, that the server reads as values
   of an enum, because they are put into a column of one, compared with it or cast to it.

   Columns are looked up as the server does it, scope by scope. What cannot be told (the columns of a view, what a function
   gives) is taken for no enum: then nothing is said of a constant beside it. */
#include <stdlib.h>
#include <string.h>

#include "kind.h"

/* an enum, or an array of it; type NULL: something else, or unknown */
struct typed {
	const struct object *type;
	bool array;
};

struct given {
	const char *name;
	struct typed is;
};

struct columns {
	struct list all; /* struct given */
	bool open;       /* there are others, or it is not known which */
};

/* what stands in FROM; a CTE */
struct from {
	const char *schema;
	const char *name; /* NULL: whatever a column is qualified with */
	struct columns columns;
};

struct scope {
	const struct scope *outer;
	struct list froms; /* struct from */
	struct list ctes;  /* struct from */
	bool merged;       /* JOIN USING: its * is not its tables' columns one behind the other */
};

struct reader {
	const struct schema *s;
	struct map queries; /* those that were read, by address: struct columns, their results */
	struct list found;  /* struct label_use */
};

/* for tree_walk */
struct place {
	struct reader *r;
	const struct scope *scope;
};

static const struct columns *query(struct reader *r, const struct scope *outer,
                                   const ProtobufCMessage *m);
static bool visit(const ProtobufCMessage *m, void *data);

static void
walk(struct reader *r, const struct scope *scope, const PgQuery__Node *n)
{
	struct place p = {r, scope};

	tree_walk(n, visit, &p);
}

static void
walk_all(struct reader *r, const struct scope *scope, PgQuery__Node *const *nodes, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		walk(r, scope, nodes[i]);
}

static const ProtobufCMessage *
message(const PgQuery__Node *n)
{
	return &n->alias->base;
}

/* ---- types of columns ---- */

static const struct typed none;

static struct typed
typed(const struct object *type, bool array)
{
	return type && type->noun == &enum_noun ? (struct typed){type, array} : none;
}

/* of a column. Which type its name stood for when the table was made is doubtful where the search path has led elsewhere since */
static struct typed
typed_column(const struct schema *s, const struct table *t, const struct column *c)
{
	struct type_parts parts = type_parts(c->type);
	struct qname near = {t->object.name.schema, parts.name.name};
	const struct object *o, *beside;

	if (parts.builtin)
		return none;
	o = schema_find(s, SPACE_TYPE, parts.name);
	beside = parts.name.schema ? NULL : schema_find(s, SPACE_TYPE, near);
	return beside && beside != o ? none : typed(o, parts.dimensions > 0);
}

static struct typed
typed_by(const struct schema *s, const PgQuery__TypeName *t)
{
	if (type_parts(type_sql(t)).builtin)
		return none;
	return typed(schema_find(s, SPACE_TYPE, list_qname(t->names, t->n_names)),
	             t->n_array_bounds > 0);
}

static struct typed
array_of(struct typed element)
{
	return (struct typed){element.type, element.type != NULL};
}

static struct typed
element_of(struct typed array)
{
	return array.array ? (struct typed){array.type, false} : none;
}

static void
output_add(struct columns *c, const char *name, struct typed is)
{
	struct given o = {name, is};

	list_add(&c->all, copy(&o, sizeof o));
}

static const struct given *
output_named(const struct columns *c, const char *name)
{
	const struct given *o;
	size_t i;

	for (i = 0; i < c->all.n; i++) {
		o = c->all.v[i];
		if (same(o->name, name))
			return o;
	}
	return NULL;
}

static struct typed
type_named(const struct columns *c, const char *name)
{
	const struct given *o = output_named(c, name);

	return o ? o->is : none;
}

static struct typed
type_at(const struct columns *c, size_t i)
{
	return i < c->all.n ? ((struct given *)c->all.v[i])->is : none;
}

static struct columns
table_columns(const struct schema *s, const struct table *t)
{
	const struct column *column;
	struct columns c = {0};
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		column = t->columns.v[i];
		output_add(&c, column->name, typed_column(s, t, column));
	}
	return c;
}

/* of a table that is followed: SQL that nobody can follow may have changed others */
static struct columns
relation_columns(const struct schema *s, struct qname name)
{
	const struct object *o = schema_find(s, SPACE_RELATION, name);

	if (!o || o->noun != &table_noun || schema_excused(s, o->name))
		return (struct columns){.open = true};
	return table_columns(s, (const struct table *)o);
}

/* ---- scopes ---- */

static void
from_put(struct scope *scope, const char *schema, const char *name, struct columns columns)
{
	struct from f = {schema, name, columns};

	list_add(&scope->froms, copy(&f, sizeof f));
}

/* the names of an alias go before the columns' own */
static struct columns
columns_renamed(const struct columns *columns, PgQuery__Node *const *names, size_t n)
{
	struct columns renamed = {.open = columns->open};
	const struct given *o;
	size_t i;

	for (i = 0; i < columns->all.n; i++) {
		o = columns->all.v[i];
		output_add(&renamed, i < n ? node_string(names[i]) : o->name, o->is);
	}
	return renamed;
}

static void
from_aliased(struct scope *scope, struct qname name, const PgQuery__Alias *alias,
             const struct columns *columns)
{
	if (alias)
		from_put(scope, NULL, alias->aliasname,
		         columns_renamed(columns, alias->colnames, alias->n_colnames));
	else
		from_put(scope, name.schema, name.name, *columns);
}

static const struct from *
cte_named(const struct scope *scope, const char *name)
{
	const struct from *f;
	size_t i;

	for (; scope; scope = scope->outer)
		for (i = scope->ctes.n; i-- > 0;) {
			f = scope->ctes.v[i];
			if (strcmp(f->name, name) == 0)
				return f;
		}
	return NULL;
}

/* a table that is written to is no CTE */
static struct columns
from_target(const struct schema *s, struct scope *scope, const PgQuery__RangeVar *r)
{
	struct columns c = relation_columns(s, range_qname(r));

	from_aliased(scope, range_qname(r), r->alias, &c);
	return c;
}

static void
from_relation(const struct schema *s, struct scope *scope, const PgQuery__RangeVar *r)
{
	struct qname name = range_qname(r);
	const struct from *cte = name.schema ? NULL : cte_named(scope, name.name);

	if (cte)
		from_aliased(scope, name, r->alias, &cte->columns);
	else
		from_target(s, scope, r);
}

static void
from_subselect(struct reader *r, struct scope *scope, const PgQuery__RangeSubselect *sub)
{
	const struct scope before = {.outer = scope->outer, .ctes = scope->ctes};
	const struct columns *c = query(r, sub->lateral ? scope : &before, message(sub->subquery));

	from_aliased(scope, (struct qname){NULL, NULL}, sub->alias, c);
}

static void from_add(struct reader *r, struct scope *scope, const PgQuery__Node *n);

static void
from_join(struct reader *r, struct scope *scope, const PgQuery__JoinExpr *j)
{
	from_add(r, scope, j->larg);
	from_add(r, scope, j->rarg);
	walk(r, scope, j->quals);
	scope->merged |= j->is_natural || j->n_using_clause;
	if (j->alias)
		from_put(scope, NULL, j->alias->aliasname, (struct columns){.open = true});
}

static void
from_add(struct reader *r, struct scope *scope, const PgQuery__Node *n)
{
	switch ((int)n->node_case) {
	case PG_QUERY__NODE__NODE_RANGE_VAR:
		from_relation(r->s, scope, n->range_var);
		break;
	case PG_QUERY__NODE__NODE_RANGE_SUBSELECT:
		from_subselect(r, scope, n->range_subselect);
		break;
	case PG_QUERY__NODE__NODE_JOIN_EXPR:
		from_join(r, scope, n->join_expr);
		break;
	case PG_QUERY__NODE__NODE_RANGE_TABLE_SAMPLE:
		from_add(r, scope, n->range_table_sample->relation);
		break;
	default: /* a function, XMLTABLE */
		walk(r, scope, n);
		from_put(scope, NULL, NULL, (struct columns){.open = true});
	}
}

static void
from_all(struct reader *r, struct scope *scope, PgQuery__Node *const *nodes, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		from_add(r, scope, nodes[i]);
}

static void
with_add(struct reader *r, struct scope *scope, const PgQuery__WithClause *with)
{
	const PgQuery__CommonTableExpr *cte;
	const struct columns *c;
	struct from *f;
	size_t i;

	for (i = 0; with && i < with->n_ctes; i++) {
		cte = with->ctes[i]->common_table_expr;
		f = alloc(sizeof *f);
		f->name = cte->ctename;
		f->columns.open = true;
		if (with->recursive)
			list_add(&scope->ctes, f);
		c = query(r, scope, message(cte->ctequery));
		f->columns = columns_renamed(c, cte->aliascolnames, cte->n_aliascolnames);
		if (!with->recursive)
			list_add(&scope->ctes, f);
	}
}

static bool
is_called(const struct from *f, const char *schema, const char *name)
{
	return !f->name || (same(f->name, name) && (!schema || same(f->schema, schema)));
}

/* what the names of a column are in a scope; false where outer ones may have it */
static bool
resolve_in(const struct scope *scope, const struct strs *names, struct typed *is)
{
	const char *qualifier = names->n > 1 ? names->v[names->n - 2] : NULL;
	const char *schema = names->n > 2 ? names->v[names->n - 3] : NULL;
	const struct given *o, *found = NULL;
	const struct from *f;
	bool settled = false;
	size_t i;

	for (i = 0; i < scope->froms.n; i++) {
		f = scope->froms.v[i];
		if (qualifier && !is_called(f, schema, qualifier))
			continue;
		settled |= qualifier || f->columns.open;
		o = output_named(&f->columns, names->v[names->n - 1]);
		if (!o)
			continue;
		settled = true;
		*is = !found || found->is.type == o->is.type ? o->is : none;
		found = o;
	}
	return settled;
}

static struct typed
resolve(const struct scope *scope, const PgQuery__ColumnRef *ref)
{
	struct strs names = {0};
	struct typed is = none;

	node_strings(ref->fields, ref->n_fields, &names);
	if (names.n < ref->n_fields)
		return none;
	while (scope && !resolve_in(scope, &names, &is))
		scope = scope->outer;
	return is;
}

/* ---- types of expressions ---- */

static struct typed type_of(struct reader *r, const struct scope *scope, const PgQuery__Node *n);

/* the first that is one */
static struct typed
type_among(struct reader *r, const struct scope *scope, PgQuery__Node *const *nodes, size_t n)
{
	struct typed is = none;
	size_t i;

	for (i = 0; i < n && !is.type; i++)
		is = type_of(r, scope, nodes[i]);
	return is;
}

static struct typed
type_of_case(struct reader *r, const struct scope *scope, const PgQuery__CaseExpr *c)
{
	struct typed is = type_of(r, scope, c->defresult);
	size_t i;

	for (i = 0; i < c->n_args && !is.type; i++)
		is = type_of(r, scope, c->args[i]->case_when->result);
	return is;
}

/* of what stands behind: a[1], a[1:2] */
static struct typed
type_within(struct typed is, PgQuery__Node *const *indirection, size_t n)
{
	bool slice = false;
	size_t i;

	for (i = 0; i < n; i++) {
		if (indirection[i]->node_case != PG_QUERY__NODE__NODE_A_INDICES)
			return none;
		slice |= indirection[i]->a_indices->is_slice;
	}
	return n && !slice ? element_of(is) : is;
}

static struct typed
type_of_link(struct reader *r, const struct scope *scope, const PgQuery__SubLink *l)
{
	struct typed first = type_at(query(r, scope, message(l->subselect)), 0);

	if (l->sub_link_type == PG_QUERY__SUB_LINK_TYPE__ARRAY_SUBLINK)
		return array_of(first);
	return l->sub_link_type == PG_QUERY__SUB_LINK_TYPE__EXPR_SUBLINK ? first : none;
}

static struct typed
type_of(struct reader *r, const struct scope *scope, const PgQuery__Node *n)
{
	switch (n ? (int)n->node_case : 0) {
	case PG_QUERY__NODE__NODE_COLUMN_REF:
		return resolve(scope, n->column_ref);
	case PG_QUERY__NODE__NODE_TYPE_CAST:
		return typed_by(r->s, n->type_cast->type_name);
	case PG_QUERY__NODE__NODE_A_INDIRECTION:
		return type_within(type_of(r, scope, n->a_indirection->arg),
		                   n->a_indirection->indirection, n->a_indirection->n_indirection);
	case PG_QUERY__NODE__NODE_COALESCE_EXPR:
		return type_among(r, scope, n->coalesce_expr->args, n->coalesce_expr->n_args);
	case PG_QUERY__NODE__NODE_MIN_MAX_EXPR:
		return type_among(r, scope, n->min_max_expr->args, n->min_max_expr->n_args);
	case PG_QUERY__NODE__NODE_A_ARRAY_EXPR:
		return array_of(type_among(r, scope, n->a_array_expr->elements,
		                           n->a_array_expr->n_elements));
	case PG_QUERY__NODE__NODE_CASE_EXPR:
		return type_of_case(r, scope, n->case_expr);
	case PG_QUERY__NODE__NODE_SUB_LINK:
		return type_of_link(r, scope, n->sub_link);
	default:
		return none;
	}
}

/* ---- constants ---- */

/* a constant that is to be of a type */
static void
take(struct reader *r, const PgQuery__Node *n, struct typed is)
{
	struct label_use use;

	if (!is.type || !n || n->node_case != PG_QUERY__NODE__NODE_A_CONST ||
	    n->a_const->val_case != PG_QUERY__A__CONST__VAL_SVAL)
		return;
	use = (struct label_use){(size_t)n->a_const->location, n->a_const->sval->sval, is.type,
	                         is.array};
	list_add(&r->found, copy(&use, sizeof use));
}

static void
take_all(struct reader *r, PgQuery__Node *const *nodes, size_t n, struct typed is)
{
	size_t i;

	for (i = 0; i < n; i++)
		take(r, nodes[i], is);
}

/* a cast reaches into ARRAY[…]; without one it is an array of texts */
static void
take_cast(struct reader *r, const PgQuery__Node *n, struct typed is)
{
	take(r, n, is);
	if (n->node_case == PG_QUERY__NODE__NODE_A_ARRAY_EXPR)
		take_all(r, n->a_array_expr->elements, n->a_array_expr->n_elements, element_of(is));
}

/* all of one type, where one of them has it */
static void
take_alike(struct reader *r, const struct scope *scope, PgQuery__Node *const *nodes, size_t n)
{
	take_all(r, nodes, n, type_among(r, scope, nodes, n));
}

/* two that are compared, or two rows */
static void
take_pair(struct reader *r, const struct scope *scope, const PgQuery__Node *a,
          const PgQuery__Node *b)
{
	size_t i;

	if (a->node_case == PG_QUERY__NODE__NODE_ROW_EXPR &&
	    b->node_case == PG_QUERY__NODE__NODE_ROW_EXPR) {
		for (i = 0; i < a->row_expr->n_args && i < b->row_expr->n_args; i++)
			take_pair(r, scope, a->row_expr->args[i], b->row_expr->args[i]);
		return;
	}
	take(r, b, type_of(r, scope, a));
	take(r, a, type_of(r, scope, b));
}

static void
take_case(struct reader *r, const struct scope *scope, const PgQuery__CaseExpr *c)
{
	struct typed arg = type_of(r, scope, c->arg), result = type_of_case(r, scope, c);
	size_t i;

	for (i = 0; i < c->n_args; i++) {
		take(r, c->args[i]->case_when->expr, arg);
		take(r, c->args[i]->case_when->result, result);
	}
	take(r, c->defresult, result);
}

/* a = 'x', a @> '{x}', …, but not a || 'x' */
static bool
compares(PgQuery__Node *const *names, size_t n)
{
	static const char *const operators[] = {"=",  "<>", "<",  "<=", ">",
	                                        ">=", "@>", "<@", "&&", NULL};
	const char *name = n ? node_string(names[n - 1]) : NULL;
	size_t i;

	for (i = 0; name && operators[i]; i++)
		if (strcmp(name, operators[i]) == 0)
			return true;
	return false;
}

/* a IN ('x', 'y'): all are brought to one type */
static void
take_list(struct reader *r, const struct scope *scope, const PgQuery__AExpr *e)
{
	const PgQuery__List *list = e->rexpr->list;
	struct typed is = type_of(r, scope, e->lexpr);
	size_t i;

	if (!is.type)
		is = type_among(r, scope, list->items, list->n_items);
	take(r, e->lexpr, is);
	for (i = 0; i < list->n_items; i++)
		if (list->items[i]->node_case == PG_QUERY__NODE__NODE_ROW_EXPR)
			take_pair(r, scope, e->lexpr, list->items[i]);
		else
			take(r, list->items[i], is);
}

static void
take_compared(struct reader *r, const struct scope *scope, const PgQuery__AExpr *e)
{
	switch ((int)e->kind) {
	case PG_QUERY__A__EXPR__KIND__AEXPR_OP:
		if (!e->lexpr || !compares(e->name, e->n_name))
			return;
		/* fallthrough */
	case PG_QUERY__A__EXPR__KIND__AEXPR_DISTINCT:
	case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_DISTINCT:
	case PG_QUERY__A__EXPR__KIND__AEXPR_NULLIF:
		take_pair(r, scope, e->lexpr, e->rexpr);
		return;
	case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ANY:
	case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ALL:
		if (!compares(e->name, e->n_name))
			return;
		take(r, e->rexpr, array_of(type_of(r, scope, e->lexpr)));
		take(r, e->lexpr, element_of(type_of(r, scope, e->rexpr)));
		return;
	case PG_QUERY__A__EXPR__KIND__AEXPR_IN:
	case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN:
	case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN:
	case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN_SYM:
	case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN_SYM:
		take_list(r, scope, e);
		return;
	default:
		return;
	}
}

/* 'x' IN (SELECT …), ('x', b) = ANY (SELECT …) */
static void
take_linked(struct reader *r, const struct scope *scope, const PgQuery__SubLink *l)
{
	const PgQuery__Node *test = l->testexpr;
	const struct columns *c;
	size_t i;

	if (!test || (l->n_oper_name && !compares(l->oper_name, l->n_oper_name)))
		return;
	c = query(r, scope, message(l->subselect));
	if (test->node_case == PG_QUERY__NODE__NODE_ROW_EXPR)
		for (i = 0; i < test->row_expr->n_args; i++)
			take(r, test->row_expr->args[i], type_at(c, i));
	else
		take(r, test, type_at(c, 0));
}

static bool
is_query(const ProtobufCMessage *m)
{
	return m->descriptor == &pg_query__select_stmt__descriptor ||
	       m->descriptor == &pg_query__insert_stmt__descriptor ||
	       m->descriptor == &pg_query__update_stmt__descriptor ||
	       m->descriptor == &pg_query__delete_stmt__descriptor ||
	       m->descriptor == &pg_query__merge_stmt__descriptor;
}

static bool
visit(const ProtobufCMessage *m, void *data)
{
	const PgQuery__TypeCast *cast = (const PgQuery__TypeCast *)m;
	const PgQuery__CoalesceExpr *coalesce = (const PgQuery__CoalesceExpr *)m;
	const PgQuery__MinMaxExpr *most = (const PgQuery__MinMaxExpr *)m;
	const PgQuery__AArrayExpr *array = (const PgQuery__AArrayExpr *)m;
	const struct place *p = data;

	if (is_query(m)) {
		query(p->r, p->scope, m);
		return false;
	}
	if (m->descriptor == &pg_query__a__expr__descriptor)
		take_compared(p->r, p->scope, (const PgQuery__AExpr *)m);
	else if (m->descriptor == &pg_query__type_cast__descriptor)
		take_cast(p->r, cast->arg, typed_by(p->r->s, cast->type_name));
	else if (m->descriptor == &pg_query__case_expr__descriptor)
		take_case(p->r, p->scope, (const PgQuery__CaseExpr *)m);
	else if (m->descriptor == &pg_query__coalesce_expr__descriptor)
		take_alike(p->r, p->scope, coalesce->args, coalesce->n_args);
	else if (m->descriptor == &pg_query__min_max_expr__descriptor)
		take_alike(p->r, p->scope, most->args, most->n_args);
	else if (m->descriptor == &pg_query__a__array_expr__descriptor)
		take_alike(p->r, p->scope, array->elements, array->n_elements);
	else if (m->descriptor == &pg_query__sub_link__descriptor)
		take_linked(p->r, p->scope, (const PgQuery__SubLink *)m);
	return true;
}

/* ---- queries ---- */

static bool
is_star(const PgQuery__Node *val)
{
	const PgQuery__ColumnRef *ref;

	if (val->node_case == PG_QUERY__NODE__NODE_A_INDIRECTION)
		return val->a_indirection->indirection[val->a_indirection->n_indirection - 1]
		               ->node_case == PG_QUERY__NODE__NODE_A_STAR;
	if (val->node_case != PG_QUERY__NODE__NODE_COLUMN_REF)
		return false;
	ref = val->column_ref;
	return ref->fields[ref->n_fields - 1]->node_case == PG_QUERY__NODE__NODE_A_STAR;
}

/* the columns that * or t.* stands for */
static void
star_columns(const struct scope *scope, const PgQuery__Node *val, struct columns *out)
{
	const PgQuery__ColumnRef *ref = val->column_ref;
	const struct from *f;
	size_t i;

	if (val->node_case != PG_QUERY__NODE__NODE_COLUMN_REF || ref->n_fields > 2 ||
	    (ref->n_fields == 1 && scope->merged)) {
		out->open = true;
		return;
	}
	for (i = 0; i < scope->froms.n; i++) {
		f = scope->froms.v[i];
		if (ref->n_fields == 2 && !is_called(f, NULL, node_string(ref->fields[0])))
			continue;
		list_append(&out->all, &f->columns.all);
		out->open |= f->columns.open;
	}
}

/* what a list of targets, or RETURNING, gives. What stands behind something open has no place that is known: it is left out */
static void
target_columns(struct reader *r, const struct scope *scope, PgQuery__Node *const *targets, size_t n,
               struct columns *out)
{
	const PgQuery__ResTarget *t;
	size_t i;

	for (i = 0; i < n && !out->open; i++) {
		t = targets[i]->res_target;
		if (is_star(t->val))
			star_columns(scope, t->val, out);
		else
			output_add(out, *t->name ? t->name : expression_name(t->val),
			           type_of(r, scope, t->val));
	}
	walk_all(r, scope, targets, n);
}

/* the constants that a SELECT, or each part of a UNION, gives as column i; VALUES and DISTINCT make texts of them */
static void
take_column(struct reader *r, const PgQuery__SelectStmt *q, size_t i, struct typed is)
{
	size_t j;

	if (q->larg) {
		take_column(r, q->larg, i, is);
		take_column(r, q->rarg, i, is);
		return;
	}
	if (i >= q->n_target_list || q->n_distinct_clause)
		return;
	for (j = 0; j <= i; j++)
		if (is_star(q->target_list[j]->res_target->val))
			return;
	take(r, q->target_list[i]->res_target->val, is);
}

/* UNION and its like: what one side gives as an enum the other has to give too */
static void
set_columns(struct reader *r, const struct scope *scope, const PgQuery__SelectStmt *q,
            struct columns *out)
{
	const struct columns *left = query(r, scope, &q->larg->base);
	const struct columns *right = query(r, scope, &q->rarg->base);
	struct typed a, b;
	size_t i;

	out->open = left->open || right->open;
	for (i = 0; i < left->all.n; i++) {
		a = type_at(left, i);
		b = type_at(right, i);
		if (!b.type && !right->open)
			take_column(r, q->rarg, i, a);
		if (!a.type)
			take_column(r, q->larg, i, b);
		output_add(out, ((struct given *)left->all.v[i])->name, a.type ? a : b);
	}
}

static void
values_columns(struct reader *r, const struct scope *scope, const PgQuery__SelectStmt *q,
               struct columns *out)
{
	PgQuery__Node **column = alloc(q->n_values_lists * sizeof *column);
	struct typed is;
	size_t i, j, n;

	for (i = 0; i < q->values_lists[0]->list->n_items; i++) {
		for (n = j = 0; j < q->n_values_lists; j++)
			if (i < q->values_lists[j]->list->n_items)
				column[n++] = q->values_lists[j]->list->items[i];
		is = type_among(r, scope, column, n);
		take_all(r, column, n, is);
		output_add(out, strf("column%zu", i + 1), is);
	}
	walk_all(r, scope, q->values_lists, q->n_values_lists);
}

static void
read_select(struct reader *r, struct scope *scope, const PgQuery__SelectStmt *q,
            struct columns *out)
{
	with_add(r, scope, q->with_clause);
	if (q->larg) {
		set_columns(r, scope, q, out);
	} else if (q->n_values_lists) {
		values_columns(r, scope, q, out);
	} else {
		from_all(r, scope, q->from_clause, q->n_from_clause);
		target_columns(r, scope, q->target_list, q->n_target_list, out);
	}
	walk_all(r, scope, q->distinct_clause, q->n_distinct_clause);
	walk(r, scope, q->where_clause);
	walk_all(r, scope, q->group_clause, q->n_group_clause);
	walk(r, scope, q->having_clause);
	walk_all(r, scope, q->window_clause, q->n_window_clause);
	walk_all(r, scope, q->sort_clause, q->n_sort_clause);
	walk(r, scope, q->limit_offset);
	walk(r, scope, q->limit_count);
}

/* the types of the columns that an INSERT names, in its order */
static struct columns
insert_columns(const struct columns *table, PgQuery__Node *const *names, size_t n)
{
	const PgQuery__ResTarget *t;
	struct columns c = {0};
	size_t i;

	if (!n)
		return *table;
	for (i = 0; i < n; i++) {
		t = names[i]->res_target;
		output_add(
			&c, t->name,
			type_within(type_named(table, t->name), t->indirection, t->n_indirection));
	}
	return c;
}

static void
insert_row(struct reader *r, const struct scope *scope, const struct columns *into,
           PgQuery__Node *const *values, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		take(r, values[i], type_at(into, i));
	walk_all(r, scope, values, n);
}

static void
insert_rows(struct reader *r, const struct scope *scope, const struct columns *into,
            const PgQuery__Node *source)
{
	const PgQuery__SelectStmt *q = source->select_stmt;
	size_t i;

	if (q->n_values_lists && !q->with_clause) {
		for (i = 0; i < q->n_values_lists; i++)
			insert_row(r, scope, into, q->values_lists[i]->list->items,
			           q->values_lists[i]->list->n_items);
		return;
	}
	query(r, scope, message(source));
	for (i = 0; !q->larg && i < into->all.n; i++)
		take_column(r, q, i, type_at(into, i));
}

/* SET a = 'x', b[1] = 'y', (c, d) = ('z', 1) */
static void
set_list(struct reader *r, const struct scope *scope, const struct columns *table,
         PgQuery__Node *const *targets, size_t n)
{
	const PgQuery__ResTarget *t;
	const PgQuery__MultiAssignRef *m;
	const PgQuery__Node *val;
	size_t i;

	for (i = 0; i < n; i++) {
		t = targets[i]->res_target;
		val = t->val;
		if (val->node_case == PG_QUERY__NODE__NODE_MULTI_ASSIGN_REF) {
			m = val->multi_assign_ref;
			val = m->source->node_case == PG_QUERY__NODE__NODE_ROW_EXPR &&
			                      (size_t)m->colno <= m->source->row_expr->n_args
			              ? m->source->row_expr->args[m->colno - 1]
			              : NULL;
			/* each column has a copy of the whole right side */
			if (!val && m->colno == 1)
				walk(r, scope, m->source);
		}
		take(r, val,
		     type_within(type_named(table, t->name), t->indirection, t->n_indirection));
		walk(r, scope, val);
	}
}

static void
on_conflict(struct reader *r, const struct scope *scope, const struct columns *table,
            const PgQuery__OnConflictClause *c)
{
	struct scope both = {.outer = scope->outer, .froms = list_copy(&scope->froms)};

	both.ctes = scope->ctes;
	if (c->infer)
		walk(r, scope, c->infer->where_clause);
	from_put(&both, NULL, "excluded", *table);
	set_list(r, &both, table, c->target_list, c->n_target_list);
	walk(r, &both, c->where_clause);
}

static void
read_insert(struct reader *r, struct scope *scope, const PgQuery__InsertStmt *q,
            struct columns *out)
{
	struct columns table = relation_columns(r->s, range_qname(q->relation));
	struct columns into = insert_columns(&table, q->cols, q->n_cols);

	with_add(r, scope, q->with_clause);
	if (q->select_stmt)
		insert_rows(r, scope, &into, q->select_stmt);
	from_target(r->s, scope, q->relation);
	if (q->on_conflict_clause)
		on_conflict(r, scope, &table, q->on_conflict_clause);
	target_columns(r, scope, q->returning_list, q->n_returning_list, out);
}

static void
read_update(struct reader *r, struct scope *scope, const PgQuery__UpdateStmt *q,
            struct columns *out)
{
	struct columns table;

	with_add(r, scope, q->with_clause);
	table = from_target(r->s, scope, q->relation);
	from_all(r, scope, q->from_clause, q->n_from_clause);
	set_list(r, scope, &table, q->target_list, q->n_target_list);
	walk(r, scope, q->where_clause);
	target_columns(r, scope, q->returning_list, q->n_returning_list, out);
}

static void
read_delete(struct reader *r, struct scope *scope, const PgQuery__DeleteStmt *q,
            struct columns *out)
{
	with_add(r, scope, q->with_clause);
	from_target(r->s, scope, q->relation);
	from_all(r, scope, q->using_clause, q->n_using_clause);
	walk(r, scope, q->where_clause);
	target_columns(r, scope, q->returning_list, q->n_returning_list, out);
}

static void
read_merge(struct reader *r, struct scope *scope, const PgQuery__MergeStmt *q)
{
	const PgQuery__MergeWhenClause *when;
	struct columns table, into;
	size_t i;

	with_add(r, scope, q->with_clause);
	table = from_target(r->s, scope, q->relation);
	from_add(r, scope, q->source_relation);
	walk(r, scope, q->join_condition);
	for (i = 0; i < q->n_merge_when_clauses; i++) {
		when = q->merge_when_clauses[i]->merge_when_clause;
		walk(r, scope, when->condition);
		if (when->command_type == PG_QUERY__CMD_TYPE__CMD_UPDATE)
			set_list(r, scope, &table, when->target_list, when->n_target_list);
		into = insert_columns(&table, when->target_list, when->n_target_list);
		insert_row(r, scope, &into, when->values, when->n_values);
	}
}

/* reads a query, once: its constants are found, and what it gives is returned */
static const struct columns *
query(struct reader *r, const struct scope *outer, const ProtobufCMessage *m)
{
	const char *key = strf("%p", (const void *)m);
	struct columns *out = map_get(&r->queries, key);
	struct scope scope = {.outer = outer};

	if (out)
		return out;
	out = alloc(sizeof *out);
	map_put(&r->queries, key, out);
	if (m->descriptor == &pg_query__select_stmt__descriptor)
		read_select(r, &scope, (const PgQuery__SelectStmt *)m, out);
	else if (m->descriptor == &pg_query__insert_stmt__descriptor)
		read_insert(r, &scope, (const PgQuery__InsertStmt *)m, out);
	else if (m->descriptor == &pg_query__update_stmt__descriptor)
		read_update(r, &scope, (const PgQuery__UpdateStmt *)m, out);
	else if (m->descriptor == &pg_query__delete_stmt__descriptor)
		read_delete(r, &scope, (const PgQuery__DeleteStmt *)m, out);
	else
		read_merge(r, &scope, (const PgQuery__MergeStmt *)m);
	return out;
}

/* ---- expressions and statements ---- */

static int
by_place(const void *a, const void *b)
{
	const struct label_use *const *x = a, *const *y = b;

	return ((*x)->at > (*y)->at) - ((*x)->at < (*y)->at);
}

/* in the order of the text, each once */
static struct list
in_order(struct list found)
{
	const struct label_use *use, *last = NULL;
	struct list uses = {0};
	size_t i;

	if (found.n)
		qsort(found.v, found.n, sizeof *found.v, by_place);
	for (i = 0; i < found.n; i++) {
		use = found.v[i];
		if (!last || last->at != use->at)
			list_add(&uses, found.v[i]);
		last = use;
	}
	return uses;
}

struct list
expression_labels(const struct schema *s, const struct table *t, const char *text)
{
	struct reader r = {.s = s};
	struct scope scope = {0};
	struct parse_error e = {0};

	if (!strpbrk(text, "'$"))
		return r.found;
	from_put(&scope, NULL, NULL, table_columns(s, t));
	walk(&r, &scope, parse_expression(text, &e));
	return in_order(r.found);
}

/* OLD and NEW of a trigger or rule */
static void
from_rows(const struct schema *s, struct scope *scope, const PgQuery__RangeVar *table)
{
	struct columns c = relation_columns(s, range_qname(table));

	from_put(scope, NULL, "new", c);
	from_put(scope, NULL, "old", c);
}

static void
read_domain(struct reader *r, struct scope *scope, const PgQuery__CreateDomainStmt *d)
{
	struct typed is = typed_by(r->s, d->type_name);
	const PgQuery__Constraint *c;
	struct columns value = {0};
	size_t i;

	output_add(&value, "value", is);
	from_put(scope, NULL, NULL, value);
	for (i = 0; i < d->n_constraints; i++) {
		c = d->constraints[i]->constraint;
		if (c->contype == PG_QUERY__CONSTR_TYPE__CONSTR_DEFAULT)
			take(r, c->raw_expr, is);
	}
}

struct list
statement_labels(const struct schema *s, const PgQuery__Node *statement)
{
	struct reader r = {.s = s};
	struct scope scope = {0};

	switch ((int)statement->node_case) {
	case PG_QUERY__NODE__NODE_CREATE_TRIG_STMT:
		from_rows(s, &scope, statement->create_trig_stmt->relation);
		break;
	case PG_QUERY__NODE__NODE_RULE_STMT:
		from_rows(s, &scope, statement->rule_stmt->relation);
		break;
	case PG_QUERY__NODE__NODE_CREATE_POLICY_STMT:
		from_target(s, &scope, statement->create_policy_stmt->table);
		break;
	case PG_QUERY__NODE__NODE_COPY_STMT:
		if (statement->copy_stmt->relation)
			from_target(s, &scope, statement->copy_stmt->relation);
		break;
	case PG_QUERY__NODE__NODE_CREATE_DOMAIN_STMT:
		read_domain(&r, &scope, statement->create_domain_stmt);
		break;
	default:
		break;
	}
	walk(&r, &scope, statement);
	return in_order(r.found);
}

enum applied
need_statement_labels(const struct op *op, const struct schema *s,
                      const struct statement *statement)
{
	struct list uses = statement_labels(s, statement->tree);
	/* an operation of its own has the name of its statement already */
	const char *what = strcmp(op->class->shape.name, "execute") == 0
	                           ? statement_tag(statement->tree)
	                           : "its definition";
	const struct label_use *use;
	enum applied result = APPLIED;
	struct op at;
	size_t i;

	for (i = 0; i < uses.n; i++) {
		use = uses.v[i];
		at = item_op(op, source_at(statement->source, use->at));
		result = worse(result, need_use(&at, s, use, what));
	}
	return result;
}
