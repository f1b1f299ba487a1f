/* What stands in an expression: its columns, a string, the name that the server would give it. */
#include <stdlib.h>
#include <string.h>

#include "parse.h"
#include "sql.h"

static const char *
last_string(PgQuery__Node *const *nodes, size_t n)
{
	const char *s = NULL;

	for (; n > 0 && !s; n--)
		s = node_string(nodes[n - 1]);
	return s;
}

static bool
visit_column(const ProtobufCMessage *m, void *data)
{
	const PgQuery__ColumnRef *found = (const PgQuery__ColumnRef *)m;
	const PgQuery__SubLink *link = (const PgQuery__SubLink *)m;
	struct column_ref *ref;

	/* the words in brackets of a type, geometry(point), look like columns */
	if (m->descriptor == &pg_query__type_name__descriptor)
		return false;
	if (m->descriptor == &pg_query__sub_link__descriptor) {
		expression_columns(link->testexpr, data);
		return false;
	}
	if (m->descriptor != &pg_query__column_ref__descriptor)
		return true;
	ref = alloc(sizeof *ref);
	ref->name = node_string(found->fields[found->n_fields - 1]);
	if (found->n_fields > 1)
		ref->qualifier = node_string(found->fields[found->n_fields - 2]);
	ref->offset = (size_t)found->location;
	list_add(data, ref);
	return false;
}

void
expression_columns(const PgQuery__Node *expression, struct list *refs)
{
	tree_walk(expression, visit_column, refs);
}

static bool
visit_subquery(const ProtobufCMessage *m, void *data)
{
	bool *found = data;

	*found |= m->descriptor == &pg_query__sub_link__descriptor;
	return !*found;
}

bool
expression_has_subquery(const PgQuery__Node *expression)
{
	bool found = false;

	tree_walk(expression, visit_subquery, &found);
	return found;
}

/* what U&"…" UESCAPE '…' is made of counts as one token */
static size_t
last_of_name(const struct tokens *tokens, size_t i)
{
	if (i + 2 < tokens->n && tokens->v[i].type == PG_QUERY__TOKEN__UIDENT &&
	    tokens->v[i + 1].type == PG_QUERY__TOKEN__UESCAPE)
		return i + 2;
	return i;
}

/* the tokens of the last name of a dotted reference that begins with token i */
static void
last_name(const struct tokens *tokens, size_t i, size_t *first, size_t *last)
{
	*first = i;
	*last = last_of_name(tokens, i);
	while (is_dot(tokens, *last + 1)) {
		*first = *last + 2;
		*last = last_of_name(tokens, *first);
	}
}

static int
by_offset(const void *a, const void *b)
{
	const struct column_ref *const *x = a, *const *y = b;

	return ((*x)->offset > (*y)->offset) - ((*x)->offset < (*y)->offset);
}

/* the columns that an expression's text refers to, in the order of the text, and its tokens; false where it has none */
static bool
references(const char *text, struct list *refs, struct tokens *tokens)
{
	struct parse_error e;

	expression_columns(parse_expression(text, &e), refs);
	if (refs->n == 0 || !scan_tokens(text, tokens))
		return false;
	list_sort(refs, by_offset);
	return true;
}

/* a piece of the text, before a name: U&a is an operation, U&"a" would be a name */
static void
keep(struct buf *b, const char *text, size_t from, size_t to)
{
	buf_mem(b, text + from, to - from);
	if (b->n && b->s[b->n - 1] == '&')
		buf_char(b, ' ');
}

char *
expression_rename_column(const char *text, const char *table, const char *from, const char *to)
{
	const struct column_ref *ref;
	struct list refs = {0};
	struct tokens tokens;
	struct buf b = {0};
	size_t i, done = 0, first, last;

	if (!references(text, &refs, &tokens))
		return str(text);
	for (i = 0; i < refs.n; i++) {
		ref = refs.v[i];
		if (!same(ref->name, from) || (ref->qualifier && !same(ref->qualifier, table)))
			continue;
		last_name(&tokens, token_at(&tokens, ref->offset), &first, &last);
		keep(&b, text, done, tokens.v[first].start);
		buf_add(&b, sql_name(to));
		done = tokens.v[last].end;
	}
	buf_add(&b, text + done);
	return buf_str(&b);
}

char *
expression_unqualified(const char *text, const char *table)
{
	const struct column_ref *ref;
	struct list refs = {0};
	struct tokens tokens;
	struct buf b = {0};
	size_t i, done = 0, first, last;

	if (!references(text, &refs, &tokens))
		return str(text);
	for (i = 0; i < refs.n; i++) {
		ref = refs.v[i];
		if (!ref->name || !same(ref->qualifier, table))
			continue;
		keep(&b, text, done, ref->offset);
		last_name(&tokens, token_at(&tokens, ref->offset), &first, &last);
		done = tokens.v[first].start;
	}
	buf_add(&b, text + done);
	return buf_str(&b);
}

static const char *
constant_string(const PgQuery__Node *n)
{
	if (!n || n->node_case != PG_QUERY__NODE__NODE_A_CONST ||
	    n->a_const->val_case != PG_QUERY__A__CONST__VAL_SVAL)
		return NULL;
	return n->a_const->sval->sval;
}

const char *
expression_string(const PgQuery__Node *expression, const char **cast)
{
	const char *s;

	*cast = NULL;
	if (expression->node_case != PG_QUERY__NODE__NODE_TYPE_CAST)
		return constant_string(expression);
	s = constant_string(expression->type_cast->arg);
	if (s)
		*cast = type_sql(expression->type_cast->type_name);
	return s;
}

/* how much a name says: another one may stand in for WEAK */
enum strength { NONE, WEAK, STRONG };

static enum strength figure(const PgQuery__Node *n, const char **name);

static enum strength
strong(const char **name, const char *is)
{
	*name = is;
	return is ? STRONG : NONE;
}

/* a subquery in parentheses has the name of its first column */
static enum strength
figure_select(const PgQuery__SelectStmt *s, const char **name)
{
	const PgQuery__ResTarget *target;

	while (s->larg)
		s = s->larg;
	if (s->n_values_lists)
		return strong(name, "column1");
	if (!s->n_target_list)
		return NONE;
	target = s->target_list[0]->res_target;
	if (*target->name)
		return strong(name, target->name);
	if (figure(target->val, name) == NONE)
		*name = "?column?";
	return STRONG;
}

static enum strength
figure_sub_link(const PgQuery__SubLink *l, const char **name)
{
	switch ((int)l->sub_link_type) {
	case PG_QUERY__SUB_LINK_TYPE__EXISTS_SUBLINK:
		return strong(name, "exists");
	case PG_QUERY__SUB_LINK_TYPE__ARRAY_SUBLINK:
		return strong(name, "array");
	case PG_QUERY__SUB_LINK_TYPE__EXPR_SUBLINK:
		return figure_select(l->subselect->select_stmt, name);
	default:
		return NONE;
	}
}

static const char *
value_function_name(PgQuery__SQLValueFunctionOp op)
{
	static const char *const names[] = {
		[PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_DATE] = "current_date",
		[PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIME] = "current_time",
		[PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIME_N] = "current_time",
		[PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIMESTAMP] = "current_timestamp",
		[PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIMESTAMP_N] = "current_timestamp",
		[PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIME] = "localtime",
		[PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIME_N] = "localtime",
		[PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIMESTAMP] = "localtimestamp",
		[PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIMESTAMP_N] = "localtimestamp",
		[PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_ROLE] = "current_role",
		[PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_USER] = "current_user",
		[PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_USER] = "user",
		[PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_SESSION_USER] = "session_user",
		[PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_CATALOG] = "current_catalog",
		[PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_SCHEMA] = "current_schema",
	};

	return (size_t)op < LEN(names) ? names[op] : NULL;
}

static const char *
xml_name(PgQuery__XmlExprOp op)
{
	static const char *const names[] = {
		[PG_QUERY__XML_EXPR_OP__IS_XMLCONCAT] = "xmlconcat",
		[PG_QUERY__XML_EXPR_OP__IS_XMLELEMENT] = "xmlelement",
		[PG_QUERY__XML_EXPR_OP__IS_XMLFOREST] = "xmlforest",
		[PG_QUERY__XML_EXPR_OP__IS_XMLPARSE] = "xmlparse",
		[PG_QUERY__XML_EXPR_OP__IS_XMLPI] = "xmlpi",
		[PG_QUERY__XML_EXPR_OP__IS_XMLROOT] = "xmlroot",
		[PG_QUERY__XML_EXPR_OP__IS_XMLSERIALIZE] = "xmlserialize",
	};

	return (size_t)op < LEN(names) ? names[op] : NULL;
}

/* a name found inside, or else a weak one */
static enum strength
figure_or(const PgQuery__Node *inner, const char *weak, const char **name)
{
	enum strength s = inner ? figure(inner, name) : NONE;

	if (s == STRONG)
		return s;
	*name = weak;
	return WEAK;
}

static enum strength
figure_indirection(const PgQuery__AIndirection *i, const char **name)
{
	const char *last = last_string(i->indirection, i->n_indirection);

	return last ? strong(name, last) : figure(i->arg, name);
}

/* FigureColnameInternal of the server */
static enum strength
figure(const PgQuery__Node *n, const char **name)
{
	switch ((int)n->node_case) {
	case PG_QUERY__NODE__NODE_COLUMN_REF:
		return strong(name, last_string(n->column_ref->fields, n->column_ref->n_fields));
	case PG_QUERY__NODE__NODE_A_INDIRECTION:
		return figure_indirection(n->a_indirection, name);
	case PG_QUERY__NODE__NODE_FUNC_CALL:
		return strong(name, last_string(n->func_call->funcname, n->func_call->n_funcname));
	case PG_QUERY__NODE__NODE_A_EXPR:
		return strong(name, n->a_expr->kind == PG_QUERY__A__EXPR__KIND__AEXPR_NULLIF
		                            ? "nullif"
		                            : NULL);
	case PG_QUERY__NODE__NODE_TYPE_CAST:
		return figure_or(n->type_cast->arg,
		                 last_string(n->type_cast->type_name->names,
		                             n->type_cast->type_name->n_names),
		                 name);
	case PG_QUERY__NODE__NODE_COLLATE_CLAUSE:
		return figure(n->collate_clause->arg, name);
	case PG_QUERY__NODE__NODE_GROUPING_FUNC:
		return strong(name, "grouping");
	case PG_QUERY__NODE__NODE_SUB_LINK:
		return figure_sub_link(n->sub_link, name);
	case PG_QUERY__NODE__NODE_CASE_EXPR:
		return figure_or(n->case_expr->defresult, "case", name);
	case PG_QUERY__NODE__NODE_A_ARRAY_EXPR:
		return strong(name, "array");
	case PG_QUERY__NODE__NODE_ROW_EXPR:
		return strong(name, "row");
	case PG_QUERY__NODE__NODE_COALESCE_EXPR:
		return strong(name, "coalesce");
	case PG_QUERY__NODE__NODE_MIN_MAX_EXPR:
		return strong(name, n->min_max_expr->op == PG_QUERY__MIN_MAX_OP__IS_GREATEST
		                            ? "greatest"
		                            : "least");
	case PG_QUERY__NODE__NODE_SQLVALUE_FUNCTION:
		return strong(name, value_function_name(n->sqlvalue_function->op));
	case PG_QUERY__NODE__NODE_XML_EXPR:
		return strong(name, xml_name(n->xml_expr->op));
	case PG_QUERY__NODE__NODE_XML_SERIALIZE:
		return strong(name, "xmlserialize");
	default:
		return NONE;
	}
}

const char *
expression_name(const PgQuery__Node *expression)
{
	const char *name = NULL;

	return figure(expression, &name) == NONE ? NULL : name;
}
