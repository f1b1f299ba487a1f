/* Any bytes as SQL, as an expression and as a type: for libFuzzer. */
#include <stdint.h>
#include <string.h>

#include "../../compiler/parse.h"
#include "fresh.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void
check(bool holds, const char *what, const char *text)
{
	if (!holds)
		fuzz_found(what, text);
}

static void
fuzz_tokens(const char *text)
{
	struct strs out = {0}, names = {0};
	struct tokens tokens;
	size_t i, end = 0;

	scan_names(text, &names);
	check(same_tokens(text, text), "same_tokens", text);
	if (!scan(text, &out) || !scan_tokens(text, &tokens))
		return;
	check(out.n == tokens.n, "scan", text);
	for (i = 0; i < tokens.n; i++) {
		check(tokens.v[i].start >= end && tokens.v[i].end > tokens.v[i].start, "places",
		      text);
		end = tokens.v[i].end;
	}
	check(end <= strlen(text), "the end", text);
}

static void
fuzz_statements(const char *text)
{
	const struct source source = {{"fuzz.sql", 1}, text, strlen(text) % 2 == 0};
	struct list statements = {0}, clauses;
	const struct statement *s;
	struct parse_error e;
	const char *sql;
	size_t i, j;

	if (parse_source(&source, "execute", &statements) < 0)
		return;
	for (i = 0; i < statements.n; i++) {
		s = statements.v[i];
		check(tree_same(parse_statement(s->text, &e), s->tree), "text", s->text);
		sql = statement_sql(s->tree);
		check(sql && tree_same(parse_statement(sql, &e), s->tree), "statement_sql",
		      s->text);
		clauses = statement_clauses(s);
		check(clauses.n > 0, "clauses", s->text);
		for (j = 0; j < clauses.n; j++)
			check(((struct clause *)clauses.v[j])->at.line >= s->at.line, "lines",
			      text);
	}
}

static void
fuzz_expression(const char *text)
{
	struct parse_error e;
	const PgQuery__Node *n = parse_expression(text, &e);
	const char *sql, *cast;
	struct list refs = {0};
	size_t i;

	check(!n == !!e.message && e.offset <= strlen(text), "error", text);
	if (!n)
		return;
	sql = node_sql(n);
	check(tree_same(parse_expression(sql, &e), n), "node_sql", text);
	expression_name(n);
	expression_string(n, &cast);
	expression_has_subquery(n);
	expression_columns(n, &refs);
	for (i = 0; i < refs.n; i++)
		check(((struct column_ref *)refs.v[i])->offset < strlen(text), "column", text);
	sql = expression_rename_column(text, "t", "a", "B b");
	check(parse_expression(sql, &e) != NULL, "renamed", text);
	sql = expression_rename_column(sql, "t", "B b", "a");
	check(tree_same(parse_expression(sql, &e),
	                parse_expression(expression_rename_column(text, "t", "B b", "a"), &e)),
	      "renamed back", text);
}

static void
fuzz_type(const char *text)
{
	struct parse_error e;
	const char *type = type_parse(text, &e), *again;

	type_parts(text);
	check(!type == !!e.message && e.offset <= strlen(text), "error of a type", text);
	if (!type)
		return;
	again = type_parse(type, &e);
	check(again && strcmp(type, again) == 0, "type", text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static bool kept;
	const char *text;

	if (!kept) {
		kept = true;
		diag_quiet(true);
		fuzz_keep();
	}
	text = strn((const char *)bytes, n);
	fuzz_tokens(text);
	fuzz_statements(text);
	fuzz_expression(text);
	fuzz_type(text);
	fuzz_back();
	return 0;
}
