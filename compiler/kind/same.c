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

static bool
is_token(const struct tokens *tokens, size_t i, PgQuery__Token type)
{
	return i < tokens->n && tokens->v[i].type == type;
}

/* "schema." stands at i and says what is found without it: what is the server's own is found before what is in a schema */
static bool
is_idle_schema(const char *text, const struct tokens *tokens, size_t i)
{
	const char *home = sql_name(sql_qname_full((struct qname){NULL, ""}).schema);
	const char *schema = token_text(text, &tokens->v[i]), *name;

	if (!is_token(tokens, i + 1, PG_QUERY__TOKEN__ASCII_46) || i + 2 >= tokens->n ||
	    (i && is_token(tokens, i - 1, PG_QUERY__TOKEN__ASCII_46)))
		return false;
	if (same(schema, "pg_catalog"))
		return true;
	name = token_text(text, &tokens->v[i + 2]);
	return same(schema, home) && !catalog_signatures(name) && strncmp(name, "pg_", 3) != 0;
}

/* the word of SQL's own for a type that stands at i, or NULL */
static const char *
type_word(const char *text, const struct tokens *tokens, size_t i)
{
	static const char *const words[][2] = {
		{"int2", "smallint"}, {"int4", "integer"}, {"int8", "bigint"},
		{"float4", "real"},   {"bool", "boolean"}, {"float8", "double precision"},
	};
	const char *word = token_text(text, &tokens->v[i]);
	size_t j;

	if (is_token(tokens, i + 1, PG_QUERY__TOKEN__ASCII_40) ||
	    is_token(tokens, i + 1, PG_QUERY__TOKEN__ASCII_46) ||
	    (i && is_token(tokens, i - 1, PG_QUERY__TOKEN__ASCII_46)))
		return NULL;
	for (j = 0; j < LEN(words); j++)
		if (same(word, words[j][0]))
			return words[j][1];
	return NULL;
}

/* the text without schemas that say nothing, and with one word for each type */
static const char *
plain(const char *text)
{
	struct tokens tokens;
	struct buf b = {0};
	size_t from = 0, i;
	const char *word;

	if (!scan_tokens(text, &tokens))
		return text;
	for (i = 0; i < tokens.n; i++) {
		word = type_word(text, &tokens, i);
		if (!word && !is_idle_schema(text, &tokens, i))
			continue;
		buf_mem(&b, text + from, tokens.v[i].start - from);
		buf_add(&b, word ? word : "");
		from = tokens.v[word ? i : i + 1].end;
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
	left = parse_expression(plain(a), &e);
	right = left ? parse_expression(plain(b), &e) : NULL;
	return right && tree_same(left, right);
}

static int
by_name(const void *a, const void *b)
{
	PgQuery__Node *const *x = a, *const *y = b;

	return strcmp((*x)->def_elem->defname, (*y)->def_elem->defname);
}

/* the server knows no arrays of several dimensions from those of one */
static const char *
without_dimensions(const char *type)
{
	size_t n = strlen(type);

	while (n > 4 && strncmp(type + n - 4, "[][]", 4) == 0)
		n -= 2;
	return strn(type, n);
}

/* an option of a function that it would have anyway */
static bool
is_usual(const PgQuery__DefElem *e)
{
	static const char *const usual[][2] = {
		{"volatility", "volatile"}, {"parallel", "unsafe"}, {"strict", "false"},
		{"security", "false"},      {"leakproof", "false"}, {"window", "false"},
	};
	struct strs says = {0};
	PgQuery__Node n = PG_QUERY__NODE__INIT, *node = &n;
	PgQuery__DefElem option = *e;
	size_t i;

	n.node_case = PG_QUERY__NODE__NODE_DEF_ELEM;
	n.def_elem = &option;
	for (i = 0; i < LEN(usual) && !same(e->defname, usual[i][0]); i++)
		;
	if (i == LEN(usual) || !e->arg)
		return false;
	if (e->arg->node_case == PG_QUERY__NODE__NODE_BOOLEAN)
		return !e->arg->boolean->boolval && same(usual[i][1], "false");
	node_parameters(&node, 1, &says);
	return says.n && same(says.v[0] + strlen(e->defname) + 1, usual[i][1]);
}

/* a copy of a statement that makes a function, with its options in order */
static const PgQuery__Node *
in_order(const PgQuery__Node *n)
{
	PgQuery__Node *copied = copy(n, sizeof *n);
	PgQuery__CreateFunctionStmt *stmt;
	size_t i;

	if (n->node_case != PG_QUERY__NODE__NODE_CREATE_FUNCTION_STMT)
		return n;
	stmt = copy(n->create_function_stmt, sizeof *stmt);
	copied->create_function_stmt = stmt;
	stmt->options = alloc((n->create_function_stmt->n_options + 1) * sizeof *stmt->options);
	stmt->n_options = 0;
	for (i = 0; i < n->create_function_stmt->n_options; i++)
		if (!is_usual(n->create_function_stmt->options[i]->def_elem))
			stmt->options[stmt->n_options++] = n->create_function_stmt->options[i];
	qsort(stmt->options, stmt->n_options, sizeof *stmt->options, by_name);
	return copied;
}

bool
same_column_type(const char *a, const char *b)
{
	return same(without_dimensions(a), without_dimensions(b));
}

bool
same_statement(const char *a, const char *b)
{
	const PgQuery__Node *left, *right;
	struct parse_error e;

	if (same_tokens(a, b))
		return true;
	left = parse_statement(plain(a), &e);
	right = left ? parse_statement(plain(b), &e) : NULL;
	return right && tree_same(in_order(left), in_order(right));
}
