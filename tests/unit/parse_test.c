/* The wall round libpg_query: places, whole expressions, SQL of trees, types, tokens, names and columns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../compiler/parse.h"

/* one expression a line, of every kind that the grammar has */
#define EXPRESSIONS "tests/unit/expressions.txt"

/* --- statements and places */

static int old_stderr;
static FILE *caught;

static void
catch_messages(void)
{
	caught = tmpfile();
	assert_non_null(caught);
	fflush(stderr);
	old_stderr = dup(STDERR_FILENO);
	dup2(fileno(caught), STDERR_FILENO);
}

/* what was written to stderr since catch_messages */
static char *
messages(void)
{
	char text[4096];
	size_t n;

	fflush(stderr);
	dup2(old_stderr, STDERR_FILENO);
	close(old_stderr);
	rewind(caught);
	n = fread(text, 1, sizeof text, caught);
	fclose(caught);
	return strn(text, n);
}

static struct source
source(const char *text, bool verbatim)
{
	return (struct source){{"m.sql", 10}, text, verbatim};
}

/* "LINE text|LINE text" */
static char *
split(const char *text, bool verbatim)
{
	const struct source from = source(text, verbatim);
	const struct statement *s;
	struct list statements = {0};
	struct buf b = {0};
	size_t i;

	assert_int_equal(parse_source(&from, "execute", &statements), 0);
	for (i = 0; i < statements.n; i++) {
		s = statements.v[i];
		buf_fmt(&b, "%s%d %s", i ? "|" : "", s->at.line, s->text);
		assert_string_equal(s->at.file, "m.sql");
		assert_memory_equal(text + s->offset, s->text, strlen(s->text));
	}
	return buf_str(&b);
}

static void
test_statements(void **unused)
{
	(void)unused;
	assert_string_equal(split("", true), "");
	assert_string_equal(split(" ; ;; -- x\n /* y */ ;", true), "");
	assert_string_equal(split("SELECT 1", true), "10 SELECT 1");
	assert_string_equal(split(";;SELECT 1;;\nSELECT 2;", true), "10 SELECT 1|11 SELECT 2");
	assert_string_equal(split("-- a\n\n/* b\n */ SELECT\n1 -- c\n;\n-- d\nSELECT 2 -- e", true),
	                    "13 SELECT\n1|17 SELECT 2");
	assert_string_equal(split("SELECT 'ä;€' ; SELECT 'x''; y'", true),
	                    "10 SELECT 'ä;€'|10 SELECT 'x''; y'");
	assert_string_equal(split("\n\nSELECT 1;\nSELECT 2", false), "10 SELECT 1|10 SELECT 2");
	assert_string_equal(
		split("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC\nSELECT 1; SELECT 2;\nEND;\n"
	              "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2);\n"
	              "DO $$ begin; end; $$",
	              true),
		"10 CREATE FUNCTION f() RETURNS int BEGIN ATOMIC\nSELECT 1; SELECT 2;\nEND|"
		"13 CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2)|"
		"14 DO $$ begin; end; $$");
}

static char *
complaint(const char *text, bool verbatim)
{
	const struct source from = source(text, verbatim);
	struct list statements = {0};

	catch_messages();
	assert_int_equal(parse_source(&from, "execute", &statements), -1);
	assert_int_equal(statements.n, 0);
	return messages();
}

static void
test_syntax_errors(void **unused)
{
	(void)unused;
	assert_string_equal(complaint("SELECT 1 FORM t x", true),
	                    "m.sql:10: execute: syntax error at or near \"t\" [E0301]\n");
	assert_string_equal(complaint("SELECT 'äöü€😀';\n\nSELECT 'ä' FROM FROM t", true),
	                    "m.sql:12: execute: syntax error at or near \"FROM\" [E0301]\n");
	assert_string_equal(complaint("SELECT 1;\nSELECT 2 FROM\n\n", true),
	                    "m.sql:13: execute: syntax error at end of input [E0301]\n");
	assert_string_equal(
		complaint("SELECT\n'ä', FROM t", false),
		"m.sql:10: execute: syntax error at or near \"FROM\" (line 2 of the statement) [E0301]\n");
	assert_string_equal(
		complaint("SELECT 'x", false),
		"m.sql:10: execute: unterminated quoted string at or near \"'x\" [E0301]\n");
	assert_string_equal(
		complaint("SELECT 1;\n\\d t", true),
		"m.sql:11: execute: syntax error at or near \"\\\"; psql's commands are "
		"not SQL: take such lines out (pg_dump writes \\restrict and \\unrestrict; with --inserts it "
		"writes no data of COPY) [E0301]\n");
	assert_string_equal(complaint("COPY t FROM stdin;\n1\ta\n\\.\n", true),
	                    "m.sql:11: execute: syntax error at or near \"1\"; psql's data after "
	                    "COPY … FROM stdin are not SQL [E0301]\n");
	assert_string_equal(
		complaint("SELECT 1;\nSELECT '\xff'", true),
		"m.sql:11: execute: invalid byte sequence for encoding \"UTF8\" [E0301]\n");
	assert_string_equal(
		complaint("SELECT 'ä\xc3'", true),
		"m.sql:10: execute: invalid byte sequence for encoding \"UTF8\" [E0301]\n");
}

static void
add_many(struct buf *b, const char *s, size_t n)
{
	while (n-- > 0)
		buf_add(b, s);
}

static char *
nested(const char *before, size_t n, const char *after)
{
	struct buf b = {0};

	buf_add(&b, "SELECT ");
	add_many(&b, before, n);
	buf_add(&b, "1");
	add_many(&b, after, n);
	return buf_str(&b);
}

static void
test_depth(void **unused)
{
	static const struct {
		const char *before, *after;
	} deep[] = {
		{"(", ")"},         {"1+", ""},
		{"- ", ""},         {"", "::int"},
		{"f(", ")"},        {"(SELECT ", ")"},
		{"array[", "]"},    {"CASE WHEN a THEN ", " END"},
		{"NOT ", ""},       {"", " UNION SELECT a, 1"},
		{"", " COLLATE c"},
	};
	struct parse_error e;
	size_t i;

	(void)unused;
	for (i = 0; i < LEN(deep); i++) {
		assert_null(parse_statement(nested(deep[i].before, 200000, deep[i].after), &e));
		assert_string_equal(e.message, "nested too deeply");
	}
	for (i = 0; i < LEN(deep); i++)
		assert_non_null(statement_sql(
			parse_statement(nested(deep[i].before, 200, deep[i].after), &e)));
	/* long is not deep */
	assert_non_null(parse_statement(nested("1 + (2), ", 20000, ""), &e));
	assert_non_null(parse_statement(nested("a = 1 AND ", 20000, ""), &e));
	assert_non_null(parse_statement(nested("a = 1 OR ", 20000, ""), &e));
	assert_non_null(parse_statement(nested("1; SELECT ", 0, ""), &e));
}

static char *
clause_lines(const char *text)
{
	const struct source from = source(text, true);
	struct list statements = {0}, clauses;
	const struct clause *c;
	struct buf b = {0};
	size_t i;

	assert_int_equal(parse_source(&from, "execute", &statements), 0);
	clauses = statement_clauses(statements.v[statements.n - 1]);
	for (i = 0; i < clauses.n; i++) {
		c = clauses.v[i];
		assert_ptr_equal(c->statement, statements.v[statements.n - 1]);
		assert_ptr_equal(c->node, c->statement->tree);
		buf_fmt(&b, "%s%d%s", i ? " " : "", c->at.line, c->command ? "" : "!");
	}
	return buf_str(&b);
}

static void
test_clauses(void **unused)
{
	(void)unused;
	assert_string_equal(clause_lines("SELECT 1;\nCREATE TABLE t (a int,\n b int)"), "11!");
	assert_string_equal(clause_lines("-- x\nALTER TABLE t ADD a int"), "11");
	assert_string_equal(
		clause_lines("ALTER TABLE t -- x\n ADD a numeric(3,\n2) DEFAULT f(1,\n2),"
	                     "\n ADD CHECK (a[1:\n2] > 0), /* , */\n DROP b"),
		"11 14 16");
	assert_string_equal(clause_lines("ALTER TYPE t\nADD ATTRIBUTE a int,\nDROP ATTRIBUTE b"),
	                    "11 12");
	assert_string_equal(clause_lines("ALTER TABLE ONLY (s .\n t)\nADD b int, DROP c"), "12 12");
	assert_string_equal(clause_lines("ALTER TABLE IF EXISTS s.t *\nADD b int, DROP c"),
	                    "11 11");
}

static void
test_places_of_nodes(void **unused)
{
	const struct source from =
		source("SELECT 1;\nCREATE TABLE t (\n a int,\n b int,\n CHECK (a > 0)\n)", true);
	const struct source flat = source("CREATE TABLE t (\n a int)", false);
	struct list statements = {0}, clauses;
	const struct clause *c;
	PgQuery__Node **elements;

	(void)unused;
	assert_int_equal(parse_source(&from, "execute", &statements), 0);
	clauses = statement_clauses(statements.v[1]);
	c = clauses.v[0];
	elements = c->node->create_stmt->table_elts;
	assert_int_equal(clause_at(c, elements[2]->constraint->location).line, 14);
	assert_int_equal(clause_at(c, elements[0]->column_def->location).line, 12);
	assert_int_equal(clause_at(c, elements[1]->column_def->location).line, 13);
	assert_int_equal(clause_at(c, -1).line, 11);

	statements.n = 0;
	assert_int_equal(parse_source(&flat, "execute", &statements), 0);
	clauses = statement_clauses(statements.v[0]);
	c = clauses.v[0];
	elements = c->node->create_stmt->table_elts;
	assert_int_equal(clause_at(c, elements[0]->column_def->location).line, 10);
	assert_int_equal(source_at(&from, strlen(from.text)).line, 15);
}

/* --- expressions */

static void
test_what_is_no_expression(void **unused)
{
	static const struct {
		const char *text, *message;
		size_t offset;
	} wrong[] = {
		{"", "syntax error at end of input", 0},
		{"  -- x", "syntax error at end of input", 6},
		{"a b", "syntax error at or near \"b\"", 2},
		{"a, b", "syntax error at or near \"b\"", 3},
		{"a, DROP b", "syntax error at or near \",\"", 1},
		{"(a), DROP b", "syntax error at or near \",\"", 3},
		{"f(a, b), ADD c int", "syntax error at or near \",\"", 7},
		{"1 AS x", "syntax error at or near \"AS\"", 2},
		{"1); DROP TABLE x; --", "syntax error at or near \")\"", 1},
		{"1; DROP TABLE x", "syntax error at or near \";\"", 1},
		{"1;", "syntax error at or near \";\"", 1},
		{"1 FROM t", "syntax error at or near \"FROM\"", 2},
		{"'ä' || 'x", "unterminated quoted string at or near \"'x\"", 8},
		{"'ä' 'b'", "syntax error at or near \"'b'\"", 5},
		{"a /* b", "unterminated /* comment at or near \"/* b\"", 2},
		{"f(a))", "syntax error at or near \")\"", 4},
		{"SELECT 1", "syntax error at or near \"SELECT\"", 0},
		{"*", "syntax error at or near \"*\"", 0},
		{"DISTINCT a", "syntax error at or near \"DISTINCT\"", 0},
		{"ALL a", "syntax error at or near \"ALL\"", 0},
		{"a \xff", "invalid byte sequence for encoding \"UTF8\"", 2},
	};
	struct parse_error e;
	size_t i, again;

	(void)unused;
	for (i = 0; i < LEN(wrong); i++)
		for (again = 0; again < 2; again++) {
			assert_null(parse_expression(wrong[i].text, &e));
			assert_string_equal(e.message, wrong[i].message);
			assert_int_equal(e.offset, wrong[i].offset);
		}
	assert_non_null(parse_expression("a -- b", &e));
	assert_null(e.message);
	assert_non_null(parse_expression("\n(a,\nb)\n", &e));
	assert_ptr_equal(parse_expression("a + 1", &e), parse_expression("a + 1", &e));
}

static void
check_sql(const PgQuery__Node *n, const PgQuery__Node *same_as, const char *text)
{
	struct parse_error e;
	const char *sql = node_sql(n);

	if (!tree_same(parse_expression(sql, &e), same_as))
		fail_msg("%s: %s", text, sql);
}

static const PgQuery__Node *
statement(const char *text)
{
	struct parse_error e;
	const PgQuery__Node *n = parse_statement(text, &e);

	if (!n)
		fail_msg("%s: %s", text, e.message);
	return n;
}

/* the expression, which may end in a comment, where others stand next to it */
static void
check_in_statements(const char *text, const PgQuery__Node *n)
{
	const PgQuery__Node *s;
	PgQuery__Node **elements, **targets;
	const char *sql;

	s = statement(strf("CREATE TABLE t (a int, x int DEFAULT (%s\n) CHECK (%s\n /* ) */)\n"
	                   "NOT NULL, CONSTRAINT c CHECK ((%s\n)) NO INHERIT, y int)",
	                   text, text, text));
	elements = s->create_stmt->table_elts;
	check_sql(elements[1]->column_def->constraints[0]->constraint->raw_expr, n, text);
	check_sql(elements[1]->column_def->constraints[1]->constraint->raw_expr, n, text);
	check_sql(elements[2]->constraint->raw_expr, n, text);

	s = statement(strf("/* ä */ CREATE INDEX i ON t (a, (%s\n) DESC, ((%s\n))) WHERE %s", text,
	                   text, text));
	check_sql(s->index_stmt->index_params[1]->index_elem->expr, n, text);
	check_sql(s->index_stmt->index_params[2]->index_elem->expr, n, text);
	check_sql(s->index_stmt->where_clause, n, text);

	s = statement(
		strf("CREATE VIEW v AS SELECT DISTINCT a, %s\n AS b FROM t WHERE (%s\n) AND q",
	             text, text));
	targets = s->view_stmt->query->select_stmt->target_list;
	check_sql(targets[1]->res_target->val, n, text);
	sql = statement_sql(s->view_stmt->query);
	assert_non_null(sql);
	assert_true(tree_same(statement(sql), s->view_stmt->query));
}

static void
test_sql_of_expressions(void **unused)
{
	const PgQuery__Node *n;
	struct parse_error e;
	size_t size, count = 0;
	char *text, *line;

	(void)unused;
	text = file_read(EXPRESSIONS, &size);
	assert_non_null(text);
	for (line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
		n = parse_expression(line, &e);
		if (!n)
			fail_msg("%s: %s", line, e.message);
		check_sql(n, n, line);
		check_in_statements(line, n);
		count++;
	}
	assert_true(count > 700);
}

static char *
sql_of(const char *text)
{
	struct parse_error e;

	return node_sql(parse_expression(text, &e));
}

static void
test_sql_is_as_written(void **unused)
{
	(void)unused;
	assert_string_equal(sql_of(" a+b  *\n c -- d"), "a+b * c");
	assert_string_equal(sql_of("((a OR /* x */ b))"), "a OR b");
	assert_string_equal(sql_of("(a OR b) IS TRUE"), "(a OR b) IS TRUE");
	assert_string_equal(sql_of("(a).b"), "(a).b");
	assert_string_equal(sql_of("((a)).b"), "((a)).b");
	assert_string_equal(sql_of("f(x => 1)"), "f(x => 1)");
	assert_string_equal(sql_of("CAST('x' AS   varchar(5))"), "CAST('x' AS varchar(5))");
	assert_string_equal(sql_of("'a  b'\n  'c'"), "'a  b'\n  'c'");
	assert_string_equal(sql_of("U&\"\\0061 b\" UESCAPE '!'"), "U&\"\\0061 b\" UESCAPE '!'");
}

static void
test_sql_of_composed_trees(void **unused)
{
	struct parse_error e;
	PgQuery__Node n, *select;
	PgQuery__SelectStmt s;
	PgQuery__String string;

	(void)unused;
	select = alloc(sizeof *select);
	*select = *parse_statement("SELECT a FROM t WHERE b", &e);
	assert_string_equal(statement_sql(select), "SELECT a FROM t WHERE b");
	s = *select->select_stmt;
	s.where_clause = NULL;
	n = *select;
	n.select_stmt = &s;
	assert_string_equal(statement_sql(&n), "SELECT a FROM t");
	n = (PgQuery__Node)PG_QUERY__NODE__INIT;
	n.node_case = PG_QUERY__NODE__NODE_STRING;
	pg_query__string__init(&string);
	n.string = &string;
	assert_null(statement_sql(&n));
}

static char *
columns(const char *text)
{
	struct list refs = {0};
	struct parse_error e;
	const struct column_ref *ref;
	struct buf b = {0};
	size_t i;

	expression_columns(parse_expression(text, &e), &refs);
	for (i = 0; i < refs.n; i++) {
		ref = refs.v[i];
		buf_fmt(&b, "%s%s%s%s@%zu", i ? " " : "", ref->qualifier ? ref->qualifier : "",
		        ref->qualifier ? "." : "", ref->name ? ref->name : "*", ref->offset);
	}
	return buf_str(&b);
}

static void
test_columns(void **unused)
{
	(void)unused;
	assert_string_equal(columns("1"), "");
	assert_string_equal(columns("Email"), "email@0");
	assert_string_equal(columns(" 'ä' || \"Email\""), "Email@9");
	assert_string_equal(columns("t.a + s.t.b + c.s.t.d"), "t.a@0 t.b@6 t.d@14");
	assert_string_equal(columns("f(t.*) IS NULL AND (t).x"), "t.*@2 t@20");
	assert_string_equal(columns("a[b] + (c).d[e:f]"), "a@0 b@2 c@8 e@13 f@15");
	assert_string_equal(columns("CASE a WHEN b THEN c ELSE d END"), "a@5 b@12 c@19 d@26");
	assert_string_equal(columns("sum(a ORDER BY b) FILTER (WHERE c) OVER (PARTITION BY d "
	                            "ORDER BY e ROWS f PRECEDING)"),
	                    "a@4 b@15 c@32 d@54 e@65 f@72");
	assert_string_equal(columns("coalesce(a, nullif(b, c)) COLLATE \"C\" || greatest(d)"),
	                    "a@9 b@19 c@22 d@50");
	assert_string_equal(columns("f(x => a, y => b) IN (c, d) AND e BETWEEN f AND g"),
	                    "a@7 b@15 c@22 d@25 e@32 f@42 g@48");
	assert_string_equal(columns("a::geometry(point, 1) = ARRAY[b]::numeric(3,2)[]"),
	                    "a@0 b@30");
	assert_string_equal(columns("xmlelement(name n, xmlattributes(a AS b), c)"), "a@33 c@42");
	assert_string_equal(columns("a IN (SELECT b FROM t WHERE t.c = d) OR EXISTS (SELECT e)"),
	                    "a@0");
	assert_string_equal(columns("extract(year FROM a) + current_date AT TIME ZONE b"),
	                    "a@18 b@49");
}

static void
test_subqueries(void **unused)
{
	struct parse_error e;

	(void)unused;
	assert_false(expression_has_subquery(parse_expression("f(a, 'SELECT 1')", &e)));
	assert_true(expression_has_subquery(parse_expression("f(1 + (SELECT 1))", &e)));
	assert_true(expression_has_subquery(parse_expression("NOT EXISTS (SELECT 1)", &e)));
	assert_true(expression_has_subquery(parse_expression("a = ANY (SELECT 1)", &e)));
}

static void
test_renamed_columns(void **unused)
{
	static const struct {
		const char *text, *renamed;
	} cases[] = {
		{"email", "mail"},
		{" lower( EMAIL )-- email", " lower( mail )-- email"},
		{"\"email\" || 'email'", "mail || 'email'"},
		{"\"Email\"", "\"Email\""},
		{"users.email", "users.mail"},
		{"users . /* x */ email", "users . /* x */ mail"},
		{"public.users.email", "public.users.mail"},
		{"other.email", "other.email"},
		{"users.*", "users.*"},
		{"email[email]", "mail[mail]"},
		{"(email).email", "(mail).email"},
		{"email(email)", "email(mail)"},
		{"f(email => email)", "f(email => mail)"},
		{"email::email", "mail::email"},
		{"'ä€' || email", "'ä€' || mail"},
		{"U&\"\\0065mail\" = 1", "mail = 1"},
		{"U&\"!0065mail\" UESCAPE '!' = 1", "mail = 1"},
		{"email in (select email from t)", "mail in (select email from t)"},
		{"a b c", "a b c"},
	};
	size_t i;

	(void)unused;
	for (i = 0; i < LEN(cases); i++)
		assert_string_equal(
			expression_rename_column(cases[i].text, "users", "email", "mail"),
			cases[i].renamed);
	assert_string_equal(expression_rename_column("a + a", "t", "a", "E Mail"),
	                    "\"E Mail\" + \"E Mail\"");
	assert_string_equal(expression_rename_column("u&a", "t", "a", "E Mail"), "u& \"E Mail\"");
	assert_string_equal(expression_rename_column("a + 1", "t", "a", "user"), "\"user\" + 1");
}

static void
test_strings(void **unused)
{
	static const struct {
		const char *text, *string, *cast;
	} cases[] = {
		{"'it''s'", "it's", NULL},
		{"('x')", "x", NULL},
		{"E'a\\nb'", "a\nb", NULL},
		{"$$x$$", "x", NULL},
		{"''", "", NULL},
		{"'1'::int4", "1", "integer"},
		{"CAST('{}' AS s.\"T\"[])", "{}", "s.\"T\"[]"},
		{"date '2020-01-01'", "2020-01-01", "date"},
		{"interval '1' day", "1", "interval day"},
		{"1", NULL, NULL},
		{"1::text", NULL, NULL},
		{"a", NULL, NULL},
		{"NULL", NULL, NULL},
		{"true", NULL, NULL},
		{"'a'::text::int", NULL, NULL},
		{"'a' || 'b'", NULL, NULL},
		{"'a' COLLATE \"C\"", NULL, NULL},
	};
	const char *cast, *string;
	struct parse_error e;
	size_t i;

	(void)unused;
	for (i = 0; i < LEN(cases); i++) {
		string = expression_string(parse_expression(cases[i].text, &e), &cast);
		assert_true(same(string, cases[i].string));
		assert_true(same(cast, cases[i].cast));
	}
}

static void
test_names_of_expressions(void **unused)
{
	/* as a server of version 15 answered */
	static const struct {
		const char *text, *name;
	} cases[] = {
		{"a", "a"},
		{"s.t.\"A\"", "A"},
		{"1", NULL},
		{"'x'::text", "text"},
		{"1::int8", "int8"},
		{"a::int8", "a"},
		{"pg_catalog.lower(b)", "lower"},
		{"a + 1", NULL},
		{"NOT a", NULL},
		{"a IS NULL", NULL},
		{"a IN (1)", NULL},
		{"b LIKE 'x'", NULL},
		{"CASE WHEN c THEN a END", "case"},
		{"CASE WHEN c THEN 2 ELSE a END", "a"},
		{"CASE WHEN c THEN 2 ELSE 1::int END", "case"},
		{"coalesce(a, 1)::int", "coalesce"},
		{"nullif(a, 1)", "nullif"},
		{"greatest(a)", "greatest"},
		{"least(a)", "least"},
		{"array[1]", "array"},
		{"row(1)", "row"},
		{"(1, 2)", "row"},
		{"current_timestamp(2)", "current_timestamp"},
		{"localtime", "localtime"},
		{"user", "user"},
		{"extract(year from a)", "extract"},
		{"a AT TIME ZONE 'utc'", "timezone"},
		{"date '2020-01-01'", "date"},
		{"interval '1 day'", "interval"},
		{"true", NULL},
		{"NULL", NULL},
		{"(SELECT 1)", "?column?"},
		{"(SELECT 1 AS z)", "z"},
		{"(SELECT lower(b) UNION SELECT 2)", "lower"},
		{"(VALUES (1))", "column1"},
		{"EXISTS (SELECT 1)", "exists"},
		{"array(SELECT 1)", "array"},
		{"a IN (SELECT 1)", NULL},
		{"(b || 'x') COLLATE \"C\"", NULL},
		{"lower(b) COLLATE \"C\"", "lower"},
		{"a[1]", "a"},
		{"(a).f", "f"},
		{"(array[a])[1]", "array"},
		{"trim(b)", "btrim"},
		{"substring(b from 1)", "substring"},
		{"count(*) OVER ()", "count"},
		{"xmlelement(name foo)", "xmlelement"},
		{"xmlserialize(content a AS text)", "xmlserialize"},
		{"a IS DOCUMENT", NULL},
		{"b::\"char\"", "b"},
		{"'a'::\"char\"", "char"},
		{"'a'::char(3)", "bpchar"},
		{"'{1}'::int[]", "int4"},
		{"grouping(a)", "grouping"},
		{"'1'::s.\"Foo\"", "Foo"},
	};
	struct parse_error e;
	const char *name;
	size_t i;

	(void)unused;
	for (i = 0; i < LEN(cases); i++) {
		name = expression_name(parse_expression(cases[i].text, &e));
		assert_string_equal(name ? name : cases[i].text,
		                    cases[i].name ? cases[i].name : cases[i].text);
	}
}

/* --- small parts */

static void
test_qnames(void **unused)
{
	struct parse_error e;
	const PgQuery__Node *n = parse_statement("DROP TABLE a, b.\"C\", d.e.f", &e);
	PgQuery__Node **objects = n->drop_stmt->objects;
	const struct {
		const char *schema, *name;
	} expected[] = {{NULL, "a"}, {"b", "C"}, {"e", "f"}};
	struct qname name;
	size_t i;

	(void)unused;
	for (i = 0; i < 3; i++) {
		name = list_qname(objects[i]->list->items, objects[i]->list->n_items);
		assert_true(same(name.schema, expected[i].schema));
		assert_string_equal(name.name, expected[i].name);
	}
	n = parse_statement("TABLE \"X\".y", &e);
	name = range_qname(n->select_stmt->from_clause[0]->range_var);
	assert_string_equal(name.schema, "X");
	assert_string_equal(name.name, "y");
	n = parse_statement("TABLE y", &e);
	assert_null(range_qname(n->select_stmt->from_clause[0]->range_var).schema);
}

static void
test_parameters(void **unused)
{
	struct parse_error e;
	const PgQuery__Node *n = parse_statement(
		"CREATE INDEX i ON t (a) WITH (fillfactor = 70, fastupdate, buffering = auto, "
		"x = 0.5, on_ = on, off_ = off, toast.y = 'a b', none = none, z = true, n = -1)",
		&e);
	struct strs out = {0};

	(void)unused;
	node_parameters(n->index_stmt->options, n->index_stmt->n_options, &out);
	assert_string_equal(strs_join(&out, "|"),
	                    "fillfactor=70|fastupdate=true|buffering=auto|x=0.5|on_=on|off_=off|"
	                    "toast.y=a b|none=none|z=true|n=-1");
}

/* --- types */

static void
test_types(void **unused)
{
	/* as format_type of a server of version 15 spells them */
	static const char *const same_types[][2] = {
		{"int", "integer"},
		{"INT4", "integer"},
		{"int2", "smallint"},
		{"int8", "bigint"},
		{"pg_catalog.int4", "integer"},
		{"float", "double precision"},
		{"float(24)", "real"},
		{"float(25)", "double precision"},
		{"float4", "real"},
		{"dec", "numeric"},
		{"decimal(5)", "numeric(5,0)"},
		{"numeric(5,-2)", "numeric(5,-2)"},
		{"bool", "boolean"},
		{"char", "character(1)"},
		{"nchar(3)", "character(3)"},
		{"bpchar", "bpchar"},
		{"bpchar(3)", "character(3)"},
		{"\"char\"", "\"char\""},
		{"pg_catalog.char", "\"char\""},
		{"varchar", "character varying"},
		{"varchar(5)", "character varying(5)"},
		{"national character varying(5)", "character varying(5)"},
		{"\"varchar\"(5)", "character varying(5)"},
		{"bit", "bit(1)"},
		{"bit(3)", "bit(3)"},
		{"\"bit\"", "\"bit\""},
		{"pg_catalog.bit(4)", "bit(4)"},
		{"bit varying", "bit varying"},
		{"varbit(4)", "bit varying(4)"},
		{"timestamp", "timestamp without time zone"},
		{"timestamp(3)", "timestamp(3) without time zone"},
		{"timestamptz(3)", "timestamp(3) with time zone"},
		{"timestamptz(9)", "timestamp(6) with time zone"},
		{"time", "time without time zone"},
		{"timetz", "time with time zone"},
		{"time(2) with time zone", "time(2) with time zone"},
		{"interval", "interval"},
		{"interval(3)", "interval(3)"},
		{"interval year to month", "interval year to month"},
		{"INTERVAL DAY TO SECOND (3)", "interval day to second(3)"},
		{"interval second(9)", "interval second(6)"},
		{"text", "text"},
		{"_int4", "integer[]"},
		{"_varchar(3)", "character varying(3)[]"},
		{"int[3][]", "integer[][]"},
		{"int ARRAY[4]", "integer[]"},
		{"int array", "integer[]"},
		{"timestamp(3)[]", "timestamp(3) without time zone[]"},
		{"interval day to second(3)[]", "interval day to second(3)[]"},
		{"int /* x */ [] -- y", "integer[]"},
		{"serial4", "serial"},
		{"bigserial", "bigserial"},
		{"serial2", "smallserial"},
		{"mood", "mood"},
		{"Mood", "mood"},
		{"\"Mood\"[]", "\"Mood\"[]"},
		{"public.mood", "public.mood"},
		{"s.\"Odd\"(1,x)", "s.\"Odd\"(1,x)"},
		{"geometry(Point, 4326)", "geometry(point,4326)"},
		{"public.int4", "public.int4"},
		{"\"user\"", "\"user\""},
		{"\"integer\"", "\"integer\""},
		{"information_schema.sql_identifier", "information_schema.sql_identifier"},
		{"_mood", "_mood"},
	};
	struct parse_error e;
	const char *type;
	size_t i;

	(void)unused;
	for (i = 0; i < LEN(same_types); i++) {
		type = type_parse(same_types[i][0], &e);
		if (!type)
			fail_msg("%s: %s", same_types[i][0], e.message);
		assert_string_equal(type, same_types[i][1]);
		assert_ptr_equal(type_parse(same_types[i][0], &e), type);
		assert_string_equal(type_parse(type, &e), type);
	}
	for (i = 0; i < type_names()->n; i++)
		assert_non_null(type_parse(
			strcmp(type_names()->v[i], "any") == 0 ? "\"any\"" : type_names()->v[i],
			&e));
	assert_true(strs_has(type_names(), "varchar"));
	assert_true(strs_has(type_names(), "integer"));
}

static void
test_wrong_types(void **unused)
{
	static const struct {
		const char *text, *message;
		size_t offset;
	} wrong[] = {
		{"", "syntax error at end of input", 0},
		{"int, int", "syntax error at or near \",\"", 3},
		{"int) , (1", "brackets do not match", 0},
		{"numeric(1", "brackets do not match", 0},
		{"int x", "syntax error at or near \"x\"", 4},
		{"int; DROP TABLE t", "syntax error at or near \";\"", 3},
		{"unsigned int", "syntax error at or near \"int\"", 9},
		{"int(11)", "syntax error at or near \"(\"", 3},
		{"t.a%TYPE", "syntax error at or near \"%\"", 3},
		{"timestamp with", "syntax error at or near \"with\"", 10},
		{"interval day to", "syntax error at end of input", 15},
		{"SETOF int", "a type cannot be SETOF here", 0},
		{"serial[]", "array of serial is not implemented", 0},
		{"serial(3)", "type modifier is not allowed for type \"serial\"", 0},
		{"text(3)", "type modifier is not allowed for type \"text\"", 0},
		{"varchar(0)", "length for type varchar must be at least 1", 0},
		{"char(0)", "length for type char must be at least 1", 0},
		{"varchar(10485761)", "length for type varchar cannot exceed 10485760", 0},
		{"bit(0)", "length for type bit must be at least 1", 0},
		{"numeric(0)", "NUMERIC precision 0 must be between 1 and 1000", 0},
		{"numeric(1001)", "NUMERIC precision 1001 must be between 1 and 1000", 0},
		{"numeric(5,1001)", "NUMERIC scale 1001 must be between -1000 and 1000", 0},
		{"numeric(1,2,3)", "invalid NUMERIC type modifier", 0},
		{"numeric(x)", "invalid input syntax for type integer: \"x\"", 0},
		{"pg_catalog.interval(3)", "invalid INTERVAL type modifier", 0},
		{"int \xff", "invalid byte sequence for encoding \"UTF8\"", 4},
	};
	struct parse_error e;
	size_t i;

	(void)unused;
	for (i = 0; i < LEN(wrong); i++) {
		assert_null(type_parse(wrong[i].text, &e));
		assert_string_equal(e.message, wrong[i].message);
		assert_int_equal(e.offset, wrong[i].offset);
	}
}

static void
test_parts_of_types(void **unused)
{
	static const struct {
		const char *type, *schema, *name;
		bool builtin;
		const char *modifiers;
		unsigned dimensions;
	} cases[] = {
		{"integer", NULL, "integer", true, "", 0},
		{"varchar(5)[][]", NULL, "character varying", true, "5", 2},
		{"numeric(5)", NULL, "numeric", true, "5|0", 0},
		{"timestamp(3) with time zone", NULL, "timestamp with time zone", true, "3", 0},
		{"interval", NULL, "interval", true, "", 0},
		{"interval day to second(3)", NULL, "interval", true, "day to second|3", 0},
		{"interval(3)", NULL, "interval", true, "3", 0},
		{"char(3)", NULL, "character", true, "3", 0},
		{"bpchar", NULL, "bpchar", true, "", 0},
		{"\"char\"", NULL, "\"char\"", true, "", 0},
		{"bit", NULL, "bit", true, "1", 0},
		{"serial", NULL, "serial", true, "", 0},
		{"mood", NULL, "mood", false, "", 0},
		{"s.\"Odd\"(1,x)[]", "s", "Odd", false, "1|x", 1},
		{"public.int4", "public", "int4", false, "", 0},
		{"pg_catalog.nothing", "pg_catalog", "nothing", true, "", 0},
		{"information_schema.yes_or_no", "information_schema", "yes_or_no", true, "", 0},
		{"varchar(0)", NULL, "character varying", true, "0", 0},
		{"a b c", NULL, "a b c", false, "", 0},
	};
	struct type_parts p;
	size_t i;

	(void)unused;
	for (i = 0; i < LEN(cases); i++) {
		p = type_parts(cases[i].type);
		assert_true(same(p.name.schema, cases[i].schema));
		assert_string_equal(p.name.name, cases[i].name);
		assert_int_equal(p.builtin, cases[i].builtin);
		assert_string_equal(strs_join(&p.modifiers, "|"), cases[i].modifiers);
		assert_int_equal(p.dimensions, cases[i].dimensions);
	}
}

static void
test_types_of_statements(void **unused)
{
	struct parse_error e;
	const PgQuery__Node *n = parse_statement(
		"CREATE FUNCTION f(int, t.a%TYPE, varchar(0)) RETURNS SETOF \"T\" RETURN 1", &e);
	PgQuery__Node **arguments = n->create_function_stmt->parameters;

	(void)unused;
	assert_string_equal(type_sql(arguments[0]->function_parameter->arg_type), "integer");
	assert_string_equal(type_sql(arguments[1]->function_parameter->arg_type), "t.a%TYPE");
	assert_string_equal(type_sql(arguments[2]->function_parameter->arg_type),
	                    "character varying(0)");
	assert_string_equal(type_sql(n->create_function_stmt->return_type), "SETOF \"T\"");
}

/* --- tokens */

static char *
tokens(const char *text)
{
	struct strs out = {0};

	return scan(text, &out) ? strs_join(&out, "|") : NULL;
}

static void
test_tokens(void **unused)
{
	(void)unused;
	assert_string_equal(tokens(""), "");
	assert_string_equal(tokens(" -- x\n/* y /* z */ */\n"), "");
	assert_string_equal(tokens("SELECT 'ä', \"öü\".x -- é\n/* ç */ FROM 日本 WHERE 1>=-1"),
	                    "SELECT|'ä'|,|\"öü\"|.|x|FROM|日本|WHERE|1|>=|-|1");
	assert_string_equal(tokens("E'a\\'b' $q$ a $ b $q$ B'1' X'f' 1.5e10 $1 a::b := =>"),
	                    "E'a\\'b'|$q$ a $ b $q$|B'1'|X'f'|1.5e10|$1|a|::|b|:=|=>");
	assert_string_equal(tokens("U&\"d\\0061\" U&'x' UESCAPE '!' \"a\"\"b\""),
	                    "U&\"d\\0061\"|U&'x'|UESCAPE|'!'|\"a\"\"b\"");
	assert_string_equal(tokens("'a'\n  'b' 'it''s'"), "'a'\n  'b'|'it''s'");
	assert_string_equal(tokens("no ( grammar ]] at ; all"), "no|(|grammar|]|]|at|;|all");
	assert_null(tokens("'x"));
	assert_null(tokens("\"x"));
	assert_null(tokens("/* x"));
	assert_null(tokens("$$ x"));
	assert_null(tokens("\xff"));
}

static void
test_same_tokens(void **unused)
{
	(void)unused;
	assert_true(same_tokens("a+b", " a /* x */ + -- y\nb"));
	assert_true(same_tokens(NULL, NULL));
	assert_true(same_tokens("'x", "'x"));
	assert_false(same_tokens("a b", "ab"));
	assert_true(same_tokens("create Function A", "CREATE function \"a\""));
	assert_false(same_tokens("a", "\"A\""));
	assert_false(same_tokens("'a'", "'A'"));
	assert_false(same_tokens("$$a$$", "$$A$$"));
	assert_false(same_tokens("a", NULL));
	assert_false(same_tokens("'x", "'y"));
	assert_false(same_tokens("a", "a b"));
}

static char *
names(const char *text)
{
	struct strs out = {0};

	scan_names(text, &out);
	return strs_join(&out, "|");
}

static void
test_names(void **unused)
{
	(void)unused;
	assert_string_equal(names(""), "");
	assert_string_equal(names("SELECT Foo, \"Bar\", foo FROM Data.\"a\"\"b\""),
	                    "foo|Bar|data|a\"b");
	assert_string_equal(names("EXECUTE 'DROP TABLE ''Old'' ' || quote_ident('MyTable')"),
	                    "execute|drop|Old|old|quote_ident|MyTable|mytable");
	assert_string_equal(names("DO $$ begin execute $q$ drop table T1 $q$; end $$"),
	                    "begin|execute|drop|t1");
	assert_string_equal(names("E'\\x41b\\143 \\u0064\\'x' U&'\\0065 \\+000066'"),
	                    "abc|d|x|e|f");
	assert_string_equal(names("U&\"d\\0061t\" U&\"!0061!!\" UESCAPE '!'"), "dat|a!|uescape");
	assert_string_equal(names("'a'\n'b c'"), "ab|c");
	/* what does not scan is searched all the same */
	assert_string_equal(names("it's \"My T\" -- Foo"), "it|s|My T|foo");
	assert_string_equal(names("x 'it''s Y'"), "x|it|s|y");
	assert_string_equal(names("'ÄÖ' ÄÖx"), "ÄÖ|ÄÖx");
	assert_string_equal(names("a12345678901234567890123456789012345678901234567890123456789"
	                          "0123456789"),
	                    "a12345678901234567890123456789012345678901234567890123456789012");
}

/* constants within constants, deeper than the lexer is asked */
static void
test_deep_names(void **unused)
{
	struct buf b = {0};
	int i;

	(void)unused;
	for (i = 0; i < 200; i++)
		buf_fmt(&b, "$d%d$ ", i);
	buf_add(&b, "inner_name");
	for (i = 199; i >= 0; i--)
		buf_fmt(&b, " $d%d$", i);
	assert_non_null(strstr(names(buf_str(&b)), "inner_name"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_statements),
		cmocka_unit_test(test_syntax_errors),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_clauses),
		cmocka_unit_test(test_places_of_nodes),
		cmocka_unit_test(test_what_is_no_expression),
		cmocka_unit_test(test_sql_of_expressions),
		cmocka_unit_test(test_sql_is_as_written),
		cmocka_unit_test(test_sql_of_composed_trees),
		cmocka_unit_test(test_columns),
		cmocka_unit_test(test_subqueries),
		cmocka_unit_test(test_renamed_columns),
		cmocka_unit_test(test_strings),
		cmocka_unit_test(test_names_of_expressions),
		cmocka_unit_test(test_qnames),
		cmocka_unit_test(test_parameters),
		cmocka_unit_test(test_types),
		cmocka_unit_test(test_wrong_types),
		cmocka_unit_test(test_parts_of_types),
		cmocka_unit_test(test_types_of_statements),
		cmocka_unit_test(test_tokens),
		cmocka_unit_test(test_same_tokens),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_deep_names),
	};

	diag_form(DIAG_LINES);
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
