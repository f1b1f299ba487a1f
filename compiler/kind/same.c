/* SQL that says the same in other words: other white space and brackets, int for integer, a schema that would be found anyway, the
   options of a function in another order. */
#include <stdlib.h>
#include <string.h>

#include "../catalog.h"
#include "kind.h"

static char *
token_text(const char *text, const struct token *t)
{
	return strn(text + t->start, t->end - t->start);
}

/* "schema." stands at i and says what is found without it: a function of the server's own is found before one in a schema */
static bool
is_idle_schema(const char *text, const struct tokens *tokens, size_t i)
{
	const char *schema = sql_name(sql_qname_full((struct qname){NULL, ""}).schema);
	const struct token *t = &tokens->v[i];
	const char *name;

	if (i + 2 >= tokens->n || t[1].type != PG_QUERY__TOKEN__ASCII_46 ||
	    (i && t[-1].type == PG_QUERY__TOKEN__ASCII_46) || !same(token_text(text, t), schema))
		return false;
	name = token_text(text, &t[2]);
	return !catalog_signatures(name) && strncmp(name, "pg_", 3) != 0;
}

/* the text without the project's schema before names */
static const char *
without_schema(const char *text)
{
	struct tokens tokens;
	struct buf b = {0};
	size_t from = 0, i;

	if (!scan_tokens(text, &tokens))
		return text;
	for (i = 0; i < tokens.n; i++) {
		if (!is_idle_schema(text, &tokens, i))
			continue;
		buf_mem(&b, text + from, tokens.v[i].start - from);
		from = tokens.v[i + 1].end;
	}
	buf_add(&b, text + from);
	return from ? buf_str(&b) : text;
}

bool
same_expression(const char *a, const char *b)
{
	const PgQuery__Node *left, *right;
	struct parse_error e;

	if (!a || !b || same_tokens(a, b))
		return a == b || (a && b);
	left = parse_expression(without_schema(a), &e);
	right = left ? parse_expression(without_schema(b), &e) : NULL;
	return right && tree_same(left, right);
}

static int
by_name(const void *a, const void *b)
{
	PgQuery__Node *const *x = a, *const *y = b;

	return strcmp((*x)->def_elem->defname, (*y)->def_elem->defname);
}

/* a copy of a statement that makes a function, with its options in order */
static const PgQuery__Node *
in_order(const PgQuery__Node *n)
{
	PgQuery__Node *copied = copy(n, sizeof *n);
	PgQuery__CreateFunctionStmt *stmt;

	if (n->node_case != PG_QUERY__NODE__NODE_CREATE_FUNCTION_STMT)
		return n;
	stmt = copy(n->create_function_stmt, sizeof *stmt);
	copied->create_function_stmt = stmt;
	if (stmt->n_options)
		stmt->options = copy(stmt->options, stmt->n_options * sizeof *stmt->options);
	qsort(stmt->options, stmt->n_options, sizeof *stmt->options, by_name);
	return copied;
}

bool
same_statement(const char *a, const char *b)
{
	const PgQuery__Node *left, *right;
	struct parse_error e;

	if (same_tokens(a, b))
		return true;
	left = parse_statement(without_schema(a), &e);
	right = left ? parse_statement(without_schema(b), &e) : NULL;
	return right && tree_same(in_order(left), in_order(right));
}
