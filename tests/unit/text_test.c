/* What the runtime does with text: database URLs, statements with a caret, statements for psql. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../runtime/caret.h"
#include "../../runtime/script.h"
#include "../../runtime/url.h"

#define N(array) (sizeof(array) / sizeof((array)[0]))

static void
urls(void **unused)
{
	static const struct {
		const char *url, *expected;
	} rows[] = {
		{"postgresql://h/d", "postgresql://h/d"},
		{"postgres://h/d", "postgresql://h/d"},
		{"POSTGRES://h/d", "postgresql://h/d"},
		{"postgresql+asyncpg://u:p@h:1/d", "postgresql://u:p@h:1/d"},
		{"postgresql+psycopg2://h", "postgresql://h"},
		{"postgresql+psycopg:///d?host=/tmp", "postgresql:///d?host=/tmp"},
		{"postgresql://h/d?ssl=require", "postgresql://h/d?sslmode=require"},
		{"postgresql://h/d?ssl=true", "postgresql://h/d?sslmode=require"},
		{"postgresql://h/d?ssl=False", "postgresql://h/d?sslmode=disable"},
		{"postgresql://h/d?ssl=verify_full", "postgresql://h/d?sslmode=verify-full"},
		{"postgresql://h/d?a=b&ssl=allow&c=d", "postgresql://h/d?a=b&sslmode=allow&c=d"},
		{"postgresql://h/d?sslmode=prefer", "postgresql://h/d?sslmode=prefer"},
		{"postgresql://h/d?prepared_statement_cache_size=0", "postgresql://h/d"},
		{"postgresql://h/d?async_fallback=true&user=x&pool_size=3",
	         "postgresql://h/d?user=x"},
		{"postgresql://h/d?", "postgresql://h/d"},
		{"postgresql://u:a?b@h/d?ssl=allow", "postgresql://u:a?b@h/d?sslmode=allow"},
		{"postgresql://a,b:5/d?target_session_attrs=any",
	         "postgresql://a,b:5/d?target_session_attrs=any"},
		{"postgresql://u%40v:p%2Fq@%2Ftmp/d", "postgresql://u%40v:p%2Fq@%2Ftmp/d"},
		{"postgresql://[::1]:5432/d", "postgresql://[::1]:5432/d"},
		{"host=h dbname=d password='a://b'", "host=h dbname=d password='a://b'"},
		{"service=x", "service=x"},
	};
	size_t i;

	(void)unused;
	for (i = 0; i < N(rows); i++) {
		struct text out = {0};
		struct err err = {0};

		if (url_rewrite(rows[i].url, &out, &err) < 0)
			fail_msg("%s: %s", rows[i].url, text_str(&err.text));
		assert_string_equal(text_str(&out), rows[i].expected);
		text_free(&out);
	}
}

static void
wrong_urls(void **unused)
{
	static const struct {
		const char *url, *message;
	} rows[] = {
		{"", "is not a database URL"},
		{"secret", "is not a database URL"},
		{"mysql://u:secret@h/d", "does not begin with postgresql://"},
		{"postgresqlx://u:secret@h/d", "does not begin with postgresql://"},
		{"://u:secret@h/d", "does not begin with postgresql://"},
		{"postgresql://u:secret@x@h/d", "more than one '@'"},
		{"postgresql://u:secret/x@h/d", "an '@' behind the first '/'"},
		{"postgresql://h/d?ssl=secret", "ssl= must be disable"},
		{"postgresql://h/d?ssl=", "ssl= must be disable"},
	};
	size_t i;

	(void)unused;
	for (i = 0; i < N(rows); i++) {
		struct text out = {0};
		struct err err = {0};

		assert_int_equal(url_rewrite(rows[i].url, &out, &err), -1);
		assert_int_equal(err.code, ERR_CONNECTION);
		if (!strstr(text_str(&err.text), rows[i].message))
			fail_msg("%s: %s", rows[i].url, text_str(&err.text));
		assert_null(strstr(text_str(&err.text), "secret"));
		text_free(&out);
		err_free(&err);
	}
}

static void
assert_caret(const char *sql, int position, const char *expected)
{
	struct text out = {0};

	caret_show(&out, sql, position);
	assert_string_equal(text_str(&out), expected);
	text_free(&out);
}

static void
carets(void **unused)
{
	(void)unused;
	assert_caret("SELECT x", 8, "    SELECT x\n           ^\n");
	assert_caret("SELECT x", 1, "    SELECT x\n    ^\n");
	assert_caret("SELECT x", 9, "    SELECT x\n            ^\n");
	assert_caret("SELECT x", 99, "    SELECT x\n            ^\n");
	assert_caret("SELECT x", 0, "    SELECT x\n");
	assert_caret("\tx", 2, "        x\n        ^\n");
	assert_caret("'\xc3\xa4' x", 5, "    '\xc3\xa4' x\n        ^\n");
	assert_caret("'\xe6\x97\xa5' x", 5, "    '\xe6\x97\xa5' x\n         ^\n");
	assert_caret("a\nb\nc\nd\ne", 7, "      2 | b\n      3 | c\n      4 | d\n          ^\n");
	assert_caret("a\r\nb", 4, "      1 | a\n      2 | b\n          ^\n");
	assert_caret("a\n", 0, "      1 | a\n      2 | \n");
	assert_caret("\xff\xfe x", 4, "    \xff\xfe x\n       ^\n");
}

static void
long_lines_are_cut(void **unused)
{
	char sql[1001];
	struct text out = {0};
	const char *caret;

	(void)unused;
	memset(sql, 'x', 1000);
	sql[1000] = '\0';
	sql[499] = 'Y';
	caret_show(&out, sql, 500);
	assert_true(out.n < 300);
	caret = strchr(text_str(&out), '^');
	assert_non_null(caret);
	/* the ellipses take three bytes and one column each */
	assert_int_equal(strchr(text_str(&out), 'Y') - text_str(&out) - 2,
	                 caret - strchr(text_str(&out), '\n') - 1);
	text_free(&out);
}

static void
statements_for_psql(void **unused)
{
	static const struct {
		const char *sql, *expected;
	} rows[] = {
		{"SELECT 1", "SELECT 1;\n"},
		{"SELECT 1 -- x", "SELECT 1 -- x\n;\n"},
		{"SELECT 1 -- x\n", "SELECT 1 -- x\n;\n"},
		{"SELECT 1 /* -- x */", "SELECT 1 /* -- x */;\n"},
		{"SELECT a[1:n]", "SELECT a[1: n];\n"},
		{"SELECT a[:n]", "SELECT a[: n];\n"},
		{"SELECT a[1:\"n\"]", "SELECT a[1: \"n\"];\n"},
		{"SELECT a[1:'2'::int]", "SELECT a[1: '2'::int];\n"},
		{"SELECT a[x:::y]", "SELECT a[x::: y];\n"},
		{"SELECT a[1: n]", "SELECT a[1: n];\n"},
		{"SELECT ':n', \":n\", 1::int", "SELECT ':n', \":n\", 1::int;\n"},
		{"SELECT E'\\':n', a[1:n]", "SELECT E'\\':n', a[1: n];\n"},
		{"SELECT '\\', a[1:n]", "SELECT '\\', a[1: n];\n"},
		{"SELECT type'it''s :n'", "SELECT type'it''s :n';\n"},
		{"SELECT $$ :n ' -- $$, a[1:n]", "SELECT $$ :n ' -- $$, a[1: n];\n"},
		{"SELECT $a$ $b$ :n $a$", "SELECT $a$ $b$ :n $a$;\n"},
		{"SELECT a$b$, c[1:n]", "SELECT a$b$, c[1: n];\n"},
		{"SELECT $1:n", "SELECT $1: n;\n"},
		{"/* /* :n */ :n */ SELECT a[1:n]", "/* /* :n */ :n */ SELECT a[1: n];\n"},
		{"CALL p(a := 1)", "CALL p(a := 1);\n"},
		{"SELECT 'open", "SELECT 'open;\n"},
		{"", ";\n"},
	};
	size_t i;

	(void)unused;
	for (i = 0; i < N(rows); i++) {
		const struct step step = {.sql = rows[i].sql};
		struct text out = {0};

		script_statement(&out, &step);
		assert_string_equal(text_str(&out), rows[i].expected);
		text_free(&out);
	}
}

static void
distances(void **unused)
{
	(void)unused;
	assert_int_equal(text_distance("", "abc"), 3);
	assert_int_equal(text_distance("abc", "abc"), 0);
	assert_int_equal(text_distance("upgarde", "upgrade"), 2);
	assert_int_equal(text_distance("kitten", "sitting"), 3);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(urls),
		cmocka_unit_test(wrong_urls),
		cmocka_unit_test(carets),
		cmocka_unit_test(long_lines_are_cut),
		cmocka_unit_test(statements_for_psql),
		cmocka_unit_test(distances),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
