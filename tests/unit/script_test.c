/* Scripts, with operations of their own: how values reach structs, what is wrong with them, and what scripts cannot do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../compiler/parse.h"
#include "../../compiler/script.h"

#define SCRIPT "migrations/versions/s.lua"

/* ---- operations and items: every call, every type of field ---- */

static const char *const orders[] = {"asc", "desc", NULL};
static const char *const nones[] = {"none", NULL};

static const struct field key_fields[] = {
	{"term", FIELD_TERM, offsetof(struct key, term), 1, .required = true},
	{"with", FIELD_TEXT, offsetof(struct key, with), 2},
	{"order", FIELD_CHOICE, offsetof(struct key, order), .choices = orders},
	{0},
};
static const struct shape key_shape = {"key", CALL_TABLE, sizeof(struct key), key_fields};

static const struct field identity_fields[] = {
	{"when", FIELD_TEXT, offsetof(struct identity, when), 1, .required = true},
	{"start", FIELD_INT, offsetof(struct identity, options.start)},
	{0},
};
static const struct shape identity_shape = {"identity", CALL_TABLE, sizeof(struct identity),
                                            identity_fields};

static const struct field column_fields[] = {
	{"name", FIELD_NAME, offsetof(struct column, name), 1, .required = true},
	{"type", FIELD_TYPE, offsetof(struct column, type), 2, .required = true},
	{"default", FIELD_VALUE, offsetof(struct column, default_value)},
	{"not_null", FIELD_BOOL, offsetof(struct column, not_null)},
	{"identity", FIELD_ITEM, offsetof(struct column, identity), .nullable = true,
         .shape = &identity_shape},
	{"references", FIELD_REFERENCE, offsetof(struct column, references)},
	{0},
};

static int
finish_column(void *item)
{
	struct column *c = item;

	if (!c->identity || !c->default_value)
		return 0;
	error_at(c->at, E_EXCLUDE, "column: identity and default exclude each other");
	return -1;
}

static const struct shape column_shape = {"column", CALL_ARGUMENTS, sizeof(struct column),
                                          column_fields, finish_column};

static const struct field index_fields[] = {
	{"columns", FIELD_ITEMS, offsetof(struct index, keys), 1, .required = true,
         .shape = &key_shape},
	{"name", FIELD_NAME, offsetof(struct index, name)},
	{"unique", FIELD_BOOL, offsetof(struct index, unique)},
	{"where", FIELD_SQL, offsetof(struct index, where)},
	{0},
};
static const struct shape index_shape = {"index", CALL_TABLE, sizeof(struct index), index_fields};

static const struct field check_fields[] = {
	{"expression", FIELD_SQL, offsetof(struct constraint, expression), 1, .required = true},
	{"name", FIELD_NAME, offsetof(struct constraint, name)},
	{0},
};
static const struct shape check_shape = {"check", CALL_TABLE, sizeof(struct constraint),
                                         check_fields};

struct create {
	struct op op;
	struct table table;
	bool if_not_exists;
};

static const struct field table_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct table, object.name), 1, .required = true},
	{"columns", FIELD_ITEMS, offsetof(struct table, columns), 2, .shape = &column_shape},
	{"checks", FIELD_ITEMS, offsetof(struct table, constraints), 2, .shape = &check_shape},
	{"indexes", FIELD_ITEMS, offsetof(struct table, indexes), 2, .shape = &index_shape},
	{"with", FIELD_PARAMETERS, offsetof(struct table, with)},
	{"inherits", FIELD_QNAMES, offsetof(struct table, inherits)},
	{"comment", FIELD_TEXT, offsetof(struct table, object.comment), .nullable = true},
	{0},
};
static const struct shape table_shape = {"table", CALL_MIXED, sizeof(struct table), table_fields};

static const struct field create_fields[] = {
	{"table", FIELD_PART, offsetof(struct create, table), 1, .shape = &table_shape},
	{"if_not_exists", FIELD_BOOL, offsetof(struct create, if_not_exists)},
	{0},
};

struct create_index {
	struct op op;
	struct qname table;
	struct index index;
};

static const struct field create_index_fields[] = {
	{"table", FIELD_QNAME, offsetof(struct create_index, table), 1, .required = true},
	{"index", FIELD_PART, offsetof(struct create_index, index), 2, .shape = &index_shape},
	{0},
};

struct drop {
	struct op op;
	struct strs names;
	enum answer cascade;
};

static const struct field drop_fields[] = {
	{"names", FIELD_NAMES, offsetof(struct drop, names), 1, .required = true},
	{"cascade", FIELD_ANSWER, offsetof(struct drop, cascade)},
	{0},
};

struct add_column {
	struct op op;
	struct qname table;
	struct column *column;
	struct value *value;
};

static const struct field add_column_fields[] = {
	{"table", FIELD_QNAME, offsetof(struct add_column, table), 1, .required = true},
	{"column", FIELD_ITEM, offsetof(struct add_column, column), 2, .required = true,
         .shape = &column_shape},
	{"value", FIELD_VALUE, offsetof(struct add_column, value), 3},
	{0},
};

struct sequence_op {
	struct op op;
	const char *name;
	struct sequence_options options;
	struct strs labels;
	struct list values;
};

static const struct field sequence_options_fields[] = {
	{"type", FIELD_TEXT, offsetof(struct sequence_options, type)},
	{"min", FIELD_INT, offsetof(struct sequence_options, min_value), .choices = nones},
	{"max", FIELD_INT, offsetof(struct sequence_options, max_value), .nullable = true},
	{0},
};
static const struct shape sequence_options_shape = {
	"options", CALL_TABLE, sizeof(struct sequence_options), sequence_options_fields};

static const struct field sequence_fields[] = {
	{"name", FIELD_NAME, offsetof(struct sequence_op, name), 1, .required = true},
	{"labels", FIELD_TEXTS, offsetof(struct sequence_op, labels), 2},
	{"options", FIELD_PART, offsetof(struct sequence_op, options),
         .shape = &sequence_options_shape},
	{"values", FIELD_VALUES, offsetof(struct sequence_op, values)},
	{0},
};

struct execute {
	struct op op;
	struct source sql;
	struct source down;
};

static const struct field execute_fields[] = {
	{"sql", FIELD_STATEMENT, offsetof(struct execute, sql), 1, .required = true},
	{"down", FIELD_STATEMENT, offsetof(struct execute, down)},
	{0},
};

struct insert {
	struct op op;
	const char *table;
	struct list rows;
};

static const struct field insert_fields[] = {
	{"table", FIELD_NAME, offsetof(struct insert, table), 1, .required = true},
	{"rows", FIELD_ROWS, offsetof(struct insert, rows), 2, .required = true},
	{0},
};

struct no_options {
	struct op op;
	const char *from, *to;
};

static const struct field rename_fields[] = {
	{"from", FIELD_NAME, offsetof(struct no_options, from), 1, .required = true},
	{"to", FIELD_NAME, offsetof(struct no_options, to), 2, .required = true},
	{0},
};

static const struct op_class create_table = {
	.shape = {"create_table", CALL_MIXED, sizeof(struct create), create_fields}};
static const struct op_class create_index = {.shape = {"create_index", CALL_ARGUMENTS,
                                                       sizeof(struct create_index),
                                                       create_index_fields}};
static const struct op_class drop_table = {
	.shape = {"drop_table", CALL_ARGUMENTS, sizeof(struct drop), drop_fields}};
static const struct op_class add_column = {
	.shape = {"add_column", CALL_ARGUMENTS, sizeof(struct add_column), add_column_fields}};
static const struct op_class create_sequence = {
	.shape = {"create_sequence", CALL_ARGUMENTS, sizeof(struct sequence_op), sequence_fields}};
static const struct op_class execute = {
	.shape = {"execute", CALL_ARGUMENTS, sizeof(struct execute), execute_fields}};
static const struct op_class bulk_insert = {
	.shape = {"bulk_insert", CALL_ARGUMENTS, sizeof(struct insert), insert_fields}};
static const struct op_class rename_table = {
	.shape = {"rename_table", CALL_ARGUMENTS, sizeof(struct no_options), rename_fields}};

static const struct op_class *const classes[] = {
	&create_table, &create_index, &drop_table,   &add_column, &create_sequence,
	&execute,      &bulk_insert,  &rename_table, NULL,
};

const struct op_class *const *const op_kinds[] = {classes, NULL};
const struct shape *const item_shapes[] = {&column_shape, &index_shape, &check_shape, NULL};

/* ---- what the parser would say ---- */

const char *
type_parse(const char *text, struct parse_error *e)
{
	if (strcmp(text, "int4") == 0)
		return "integer";
	if (!strchr(text, '?'))
		return text;
	e->message = "syntax error at or near \"?\"";
	return NULL;
}

/* ---- structs as text ---- */

static void show_fields(struct buf *b, const struct field *fields, const char *base);

static void
show_value(struct buf *b, const struct value *v)
{
	static const char open[] = "      [{", close[] = "      ]}";
	size_t i;

	if (v->type == VALUE_NULL)
		buf_add(b, "null");
	else if (v->type == VALUE_STRING)
		buf_fmt(b, "'%s'", v->text);
	else if (v->type == VALUE_SQL)
		buf_fmt(b, "<%s>", v->text);
	else if (v->text)
		buf_add(b, v->text);
	else
		buf_char(b, open[v->type + 1]);
	for (i = 0; i < v->items.n; i++) {
		buf_fmt(b, "%s%s%s", i ? "," : "", v->keys.n ? v->keys.v[i] : "",
		        v->keys.n ? ":" : "");
		show_value(b, v->items.v[i]);
	}
	if (!v->text && v->type != VALUE_NULL)
		buf_char(b, close[v->type + 1]);
}

static void
show_values(struct buf *b, const struct list *values)
{
	size_t i;

	for (i = 0; i < values->n; i++) {
		buf_add(b, i ? " " : "");
		show_value(b, values->v[i]);
	}
}

static void
show_qname(struct buf *b, const struct qname *q)
{
	buf_fmt(b, "%s%s%s", q->schema ? q->schema : "", q->schema ? "." : "", q->name);
}

static void
show_rows(struct buf *b, const struct list *rows)
{
	const struct row *r;
	size_t i, k;

	for (i = 0; i < rows->n; i++) {
		r = rows->v[i];
		buf_add(b, "(");
		for (k = 0; k < r->columns.n; k++) {
			buf_fmt(b, "%s%s:", k ? " " : "", r->columns.v[k]);
			show_value(b, r->values.v[k]);
		}
		buf_add(b, ")");
	}
}

static void
show_items(struct buf *b, const struct field *f, const struct list *items)
{
	size_t i;

	for (i = 0; i < items->n; i++) {
		buf_fmt(b, "%s{", i ? " " : "");
		show_fields(b, f->shape->fields, items->v[i]);
		buf_add(b, "}");
	}
}

static void
show_field(struct buf *b, const struct field *f, const void *at)
{
	const struct source *source = at;
	const struct reference *r = at;
	const struct term *term = at;
	const struct list *list = at;
	size_t i;

	switch (f->type) {
	case FIELD_BOOL:
		buf_add(b, *(const bool *)at ? "true" : "false");
		break;
	case FIELD_ANSWER:
		buf_add(b, *(const enum answer *)at == YES ? "yes" : "no");
		break;
	case FIELD_INT:
	case FIELD_TEXT:
	case FIELD_NAME:
	case FIELD_TYPE:
	case FIELD_SQL:
	case FIELD_CHOICE:
		buf_fmt(b, "%s", *(const char *const *)at);
		break;
	case FIELD_QNAME:
		show_qname(b, at);
		break;
	case FIELD_STATEMENT:
	case FIELD_FILE:
		buf_fmt(b, "[%s:%d%s]%s", source->at.file + strlen("migrations/"), source->at.line,
		        source->verbatim ? "v" : "", source->text);
		break;
	case FIELD_VALUE:
		show_value(b, *(const struct value *const *)at);
		break;
	case FIELD_TERM:
		buf_fmt(b, term->column ? "%s" : "<%s>",
		        term->column ? term->column : term->expression);
		break;
	case FIELD_REFERENCE:
		show_qname(b, &r->table);
		buf_fmt(b, "(%s)", strs_join(&r->columns, ","));
		break;
	case FIELD_NAMES:
	case FIELD_TEXTS:
	case FIELD_PARAMETERS:
		buf_add(b, strs_join(at, " "));
		break;
	case FIELD_QNAMES:
		for (i = 0; i < list->n; i++) {
			buf_add(b, i ? " " : "");
			show_qname(b, list->v[i]);
		}
		break;
	case FIELD_VALUES:
		show_values(b, list);
		break;
	case FIELD_ITEMS:
		show_items(b, f, list);
		break;
	case FIELD_ITEM:
		buf_add(b, "{");
		show_fields(b, f->shape->fields, *(const char *const *)at);
		buf_add(b, "}");
		break;
	case FIELD_PART:
		break;
	case FIELD_ROWS:
		show_rows(b, list);
		break;
	}
}

/* true where a field was not set: all types of members begin with what is then zero */
static bool
is_unset(const struct field *f, const char *at)
{
	static const char zero[sizeof(void *) * 2];

	if (f->type == FIELD_BOOL)
		return !*at;
	if (f->type == FIELD_ANSWER)
		return *(const enum answer *)(const void *)at == UNSAID;
	return memcmp(at, zero,
	              f->type == FIELD_QNAME || f->type == FIELD_TERM ||
	                              f->type == FIELD_REFERENCE || f->type == FIELD_NAMES
	                      ? sizeof zero
	                      : sizeof(void *)) == 0;
}

static void
show_fields(struct buf *b, const struct field *fields, const char *base)
{
	const struct field *f;

	for (f = fields; f->key; f++) {
		if (f->type == FIELD_PART) {
			show_fields(b, f->shape->fields, base + f->offset);
		} else if (!is_unset(f, base + f->offset)) {
			if (b->n && b->s[b->n - 1] != '{')
				buf_char(b, ' ');
			buf_fmt(b, "%s=", f->key);
			show_field(b, f, base + f->offset);
		}
	}
}

static void
show_ops(struct buf *b, const struct list *ops)
{
	const struct op *op;
	size_t i;

	for (i = 0; i < ops->n; i++) {
		op = ops->v[i];
		if (op->unread)
			continue;
		buf_fmt(b, "%d %s", op->at.line, op->class->shape.name);
		show_fields(b, op->class->shape.fields, ops->v[i]);
		buf_char(b, '\n');
	}
}

/* ---- running ---- */

static void
put(const char *path, const char *text, size_t n)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(text, 1, n, f), n);
	fclose(f);
}

/* what errors were printed since the last call, without the script's path */
static char *
printed(void)
{
	struct buf b = {0};
	char *text, *at, *found;
	size_t n;

	fflush(stderr);
	text = file_read("stderr", &n);
	for (at = text; (found = strstr(at, SCRIPT ":")); at = found + strlen(SCRIPT ":")) {
		if (found != text && found[-1] != '\n')
			break;
		buf_mem(&b, at, (size_t)(found - at));
	}
	buf_add(&b, at);
	assert_int_equal(ftruncate(STDERR_FILENO, 0), 0);
	lseek(STDERR_FILENO, 0, SEEK_SET);
	return buf_str(&b);
}

static struct revision *last;

/* the errors of a whole script, and then its operations */
static char *
run_file(const char *text, size_t n)
{
	struct buf b = {0};

	put(SCRIPT, text, n);
	last = script_run(SCRIPT, "migrations");
	buf_add(&b, printed());
	if (last) {
		show_ops(&b, &last->up);
		if (last->has_downgrade)
			buf_fmt(&b, "down %d\n", last->downgrade_at.line);
		show_ops(&b, &last->down);
	}
	return buf_str(&b);
}

static char *
run_text(const char *text)
{
	return run_file(text, strlen(text));
}

/* the same for the body of upgrade(), whose first line is 2 */
static char *
run_body(const char *body)
{
	return run_text(
		strf("revision { id = 'a', message = 'm' } function upgrade()\n%s\nend", body));
}

struct expectation {
	const char *body, *result;
};

static void
expect(const struct expectation *e, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		assert_string_equal(run_body(e[i].body), e[i].result);
}

/* ---- values and calls ---- */

static void
arguments_reach_their_fields(void **unused)
{
	static const struct expectation e[] = {
		{"drop_table 'users'", "2 drop_table names=users\n"},
		{"drop_table('users', { cascade = false })",
	         "2 drop_table names=users cascade=no\n"},
		{"\ndrop_table({ 'a', 'b' }, { cascade = true })",
	         "3 drop_table names=a b cascade=yes\n"},
		{"drop_table('a', nil)", "2 drop_table names=a\n"},
		{"add_column('billing.t', column('a', 'int4'))",
	         "2 add_column table=billing.t column={name=a type=integer}\n"},
		{"add_column('t', column('a', 'text'), { b = { 1, 2 }, a = {} })",
	         "2 add_column table=t column={name=a type=text} value={a:{},b:[1,2]}\n"},
		{"create_sequence('s')", "2 create_sequence name=s\n"},
		{"create_sequence('s', { 'x', 'y' }, { min = 'none', max = -3 })",
	         "2 create_sequence name=s labels=x y min=none max=-3\n"},
		{"create_sequence('s', { min = 1, type = 'bigint' })",
	         "2 create_sequence name=s type=bigint min=1\n"},
		{"create_sequence('s', nil, { values = { 1, 'x', null, sql 'now()', { 'y' } } })",
	         "2 create_sequence name=s values=1 'x' null <now()> ['y']\n"},
		{"create_sequence('s', 'x', { values = 1, max = null })",
	         "2 create_sequence name=s labels=x max= values=1\n"},
		{"create_sequence('s', 'x', { values = array { 1, 2 } })",
	         "2 create_sequence name=s labels=x values=[1,2]\n"},
	};

	(void)unused;
	expect(e, LEN(e));
}

static void
parts_and_items_reach_their_fields(void **unused)
{
	static const struct expectation e[] = {
		{"create_index('t', { 'a', sql 'lower(b)', { 'c', order = 'desc' }, { sql 'd', '&&' } },\n"
	         "{ unique = true, where = \"c <> ''\" })",
	         "2 create_index table=t columns={term=a} {term=<lower(b)>} {term=c order=desc} "
	         "{term=<d> with=&&} unique=true where=c <> ''\n"},
		{"create_index('t', 'a')", "2 create_index table=t columns={term=a}\n"},
		{"create_table('t', { column('a', 'int4'), check 'a > 0', column('b', 'text'),\n"
	         "check { 'b > a', name = 'c' }, index { 'a', unique = true }, with = { fillfactor = 70,\n"
	         "autovacuum_enabled = false }, comment = 'x', if_not_exists = true })",
	         "2 create_table name=t columns={name=a type=integer} {name=b type=text} "
	         "checks={expression=a > 0} {expression=b > a name=c} "
	         "indexes={columns={term=a} unique=true} "
	         "with=autovacuum_enabled=false fillfactor=70 comment=x if_not_exists=true\n"},
		{"create_table 't'", "2 create_table name=t\n"},
		{"create_table('t', {})", "2 create_table name=t\n"},
		{"create_table('t', { inherits = { 'a.b', '\"x.y\"' }, comment = null })",
	         "2 create_table name=t inherits=a.b x.y comment=\n"},
		{"create_table('t', { inherits = 'a' })", "2 create_table name=t inherits=a\n"},
		{"create_table('t', { column('a', 'int4', { identity = { 'always', start = 100 } }) })",
	         "2 create_table name=t columns={name=a type=integer identity={when=always "
	         "start=100}}\n"},
		{"create_table('t', { column('a', 'int4', { identity = 'always' }) })",
	         "2 create_table name=t columns={name=a type=integer identity={when=always}}\n"},
		{"create_table('t', { column('a', 'int4', { identity = null }) })",
	         "2 create_table name=t columns={name=a type=integer identity={}}\n"},
		{"create_table('t', { column('a', 'int4', { references = 'b' }),\n"
	         "column('b', 'int4', { references = 'x.b (a, \"b,c\")' }) })",
	         "2 create_table name=t columns={name=a type=integer references=b()} "
	         "{name=b type=integer references=x.b(a,b,c)}\n"},
		{"for _, n in ipairs { 'a', 'b' } do create_table(n, { column('id', 'int4') }) end",
	         "2 create_table name=a columns={name=id type=integer}\n"
	         "2 create_table name=b columns={name=id type=integer}\n"},
	};

	(void)unused;
	expect(e, LEN(e));
}

static void
an_item_used_twice_is_two(void **unused)
{
	const struct create *a, *b;
	const struct column *c, *d;

	(void)unused;
	run_body("local c = column('a', 'int4', { identity = 'always' })\n"
	         "create_table('a', { c }) create_table('b', { c })");
	a = last->up.v[0];
	b = last->up.v[1];
	c = a->table.columns.v[0];
	d = b->table.columns.v[0];
	assert_ptr_not_equal(c, d);
	assert_ptr_not_equal(c->identity, d->identity);
	assert_string_equal(d->identity->when, "always");
	assert_int_equal(d->at.line, 2);
	assert_int_equal(a->table.object.at.line, 3);
}

static void
values_are_literals(void **unused)
{
	static const struct {
		const char *lua, *result;
	} e[] = {
		{"'x'", "'x'"},
		{"''", "''"},
		{"1", "1"},
		{"-9223372036854775807 - 1", "-9223372036854775808"},
		{"0.1", "0.1"},
		{"1/3", "0.3333333333333333"},
		{"0.1 + 0.2", "0.30000000000000004"},
		{"1e308", "1e+308"},
		{"2^53", "9007199254740992"},
		{"5e-324", "4.94065645841247e-324"},
		{"true", "true"},
		{"false", "false"},
		{"null", "null"},
		{"sql 'now()'", "<now()>"},
		{"{}", "{}"},
		{"array {}", "[]"},
		{"array { 1, array {} }", "[1,[]]"},
		{"{ 1, 'x', { y = null } }", "[1,'x',{y:null}]"},
		{"{ b = 1, a = { c = sql 'd' } }", "{a:{c:<d>},b:1}"},
	};
	size_t i;

	(void)unused;
	for (i = 0; i < LEN(e); i++)
		assert_string_equal(
			run_body(strf("add_column('t', column('a', 'b', { default = %s }))",
		                      e[i].lua)),
			strf("2 add_column table=t column={name=a type=b default=%s}\n",
		             e[i].result));
}

static void
rows_have_sorted_columns(void **unused)
{
	static const struct expectation e[] = {
		{"bulk_insert('t', { { b = 1, a = 'x' }, {}, { c = null } })",
	         "2 bulk_insert table=t rows=(a:'x' b:1)()(c:null)\n"},
		{"bulk_insert('t', { { 1 }, 2, { a = print_ } })",
	         "2: unknown name 'print_' [E0006]\n"},
		{"bulk_insert('t', { { 1 }, 2, { a = tostring }, { [''] = 1 } })",
	         "2: bulk_insert: rows[1]: a row must be { column = value }; it has a value without "
	         "a column [E0103]\n"
	         "2: bulk_insert: rows[2]: a row must be a table { column = value }, not an "
	         "integer [E0103]\n"
	         "2: bulk_insert: rows[3]: a must be a literal, sql or null, not a function [E0103]\n"
	         "2: bulk_insert: rows[4]: rows: a name cannot be empty [E0409]\n"},
	};

	(void)unused;
	expect(e, LEN(e));
}

static void
wrong_values_are_named(void **unused)
{
	static const struct expectation e[] = {
		{"drop_table()",
	         "2: drop_table: names is missing: drop_table({ NAMES }, { … }) [E0102]\n"},
		{"drop_table(nil, { cascade = true })",
	         "2: drop_table: names is missing: drop_table({ NAMES }, { … }) [E0102]\n"},
		{"drop_table {}", "2: drop_table: names must not be empty [E0102]\n"},
		{"drop_table(1)",
	         "2: drop_table: names must be a string, not an integer [E0103]\n"},
		{"drop_table('a', 'b')",
	         "2: drop_table: its last argument must be a table of options, not a string [E0103]\n"},
		{"drop_table('a', {}, {})",
	         "2: drop_table: takes at most 2 arguments, not 3: drop_table({ NAMES }, { … }) [E0104]\n"},
		{"drop_table('a', { 'b' })",
	         "2: drop_table: a string in the table of options has no name [E0104]\n"},
		{"drop_table('a', { casacde = true })",
	         "2: drop_table: unknown key 'casacde'; did you mean 'cascade'? [E0101]\n"},
		{"drop_table('a', { cascade = 'yes' })",
	         "2: drop_table: cascade must be true or false, not a string [E0103]\n"},
		{"drop_table { 'a', cascade = true }",
	         "2: drop_table: 'cascade' among the names: options go into a table after the "
	         "names [E0104]\n"},
		{"drop_table('a', { names = 'b' })",
	         "2: drop_table: names is no option: it is value number 1, written without a "
	         "name [E0104]\n"},
		{"drop_table { 'a', nil, 'b' }",
	         "2: drop_table: names has nothing in place 2: a list has no holes, and NULL is "
	         "written null [E0103]\n"},
		{"drop_table { 'a', [3] = 'b' }",
	         "2: drop_table: names has nothing in place 2: a list has no holes, and NULL is "
	         "written null [E0103]\n"},
		{"drop_table { [0] = 'a' }",
	         "2: drop_table: names has a value before place 1 [E0103]\n"},
		{"drop_table { [1.5] = 'a' }",
	         "2: drop_table: names has a fraction for a key: keys are names, or 1, 2, 3 … in "
	         "a list [E0103]\n"},
		{"drop_table { [true] = 'a' }",
	         "2: drop_table: names has a boolean for a key: keys are names, or 1, 2, 3 … in a "
	         "list [E0103]\n"},
		{"drop_table { ['a\\0b'] = 'a' }",
	         "2: drop_table: names has a key with a NUL byte [E0103]\n"},
		{"drop_table 'a\\0b'",
	         "2: drop_table: names holds a NUL byte, which PostgreSQL cannot store [E0107]\n"},
		{"drop_table '\\xff'", "2: drop_table: names is not UTF-8 [E0107]\n"},
		{"drop_table(('x'):rep(64))",
	         "2: drop_table: names: "
	         "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' has 64 bytes, "
	         "and PostgreSQL would cut it at 63 [E0409]\n"},
		{"create_table('x.' .. ('y'):rep(64))",
	         "2: create_table: name: "
	         "'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy' has 64 bytes, "
	         "and PostgreSQL would cut it at 63 [E0409]\n"},
		{"rename_table('a', 'b', { x = 1 })",
	         "2: rename_table: takes at most 2 arguments, not 3: rename_table(FROM, TO) [E0104]\n"},
		{"rename_table('a')",
	         "2: rename_table: to is missing: rename_table(FROM, TO) [E0102]\n"},
		{"create_table('a.b.c')",
	         "2: create_table: name 'a.b.c': a name has at most two parts, schema and object; a "
	         "part that holds a dot is written in double quotes [E0409]\n"},
		{"create_table('t', { colunm('a') })",
	         "2: unknown name 'colunm'; did you mean 'column'? [E0006]\n"},
		{"create_table('t', { 'a' })",
	         "2: create_table: a string does not belong into its list; these do: column(…), "
	         "check(…), index(…) [E0104]\n"},
		{"create_table('t', { columns = { 'a' } })",
	         "2: create_table: columns is no option: it is value number 2, written without a "
	         "name [E0104]\n"},
		{"create_table('t', { column('a', 'int4'), uniqe = true })",
	         "2: create_table: unknown key 'uniqe' [E0101]\n"},
		{"create_table('t', 1)",
	         "2: create_table: an integer does not belong into its list; these do: column(…), "
	         "check(…), index(…) [E0104]\n"},
		{"create_table('t', {}, {})",
	         "2: create_table: takes at most 2 arguments, not 3: create_table(NAME, { COLUMNS, … }) [E0104]\n"},
		{"create_index('t', column('a', 'b'))",
	         "2: create_index: column(…) does not belong into create_index [E0104]\n"},
		{"create_index('t', { 'a', unique = true })",
	         "2: create_index: 'unique' among the columns: options go into a table after the "
	         "columns [E0104]\n"},
		{"create_index('t', { { 'a', order = 'dsc' } })",
	         "2: create_index: columns: order must be one of 'asc', 'desc', not 'dsc' [E0105]\n"},
		{"create_index('t', { 'b', { 'a', ordr = 'desc' } })",
	         "2: create_index: columns[2]: unknown key 'ordr'; did you mean 'order'? [E0101]\n"},
		{"create_index('t', { { 'a', 'b', 'c' } })",
	         "2: create_index: columns: takes at most 2 values without a name, not 3 [E0104]\n"},
		{"create_index('t', {})", "2: create_index: columns must not be empty [E0102]\n"},
		{"create_index('t', { unique = true })",
	         "2: create_index: columns is missing: create_index(TABLE, { COLUMNS }, { … }) [E0102]\n"},
		{"create_index('t', { 1, tostring })",
	         "2: create_index: columns[1]: term must be a column's name or sql, not an integer [E0103]\n"
	         "2: create_index: columns[2]: term must be a column's name or sql, not a function [E0103]\n"},
		{"create_sequence('s', 'x', { min = 1.5 })",
	         "2: create_sequence: min must be an integer, not 1.5 [E0103]\n"},
		{"create_sequence('s', 'x', { min = 1e90 })",
	         "2: create_sequence: min must be an integer, not 1e+90 [E0103]\n"},
		{"create_sequence('s', 'x', { min = 'nome' })",
	         "2: create_sequence: min must be 'none', not 'nome' [E0105]\n"},
		{"create_sequence('s', 'x', { max = 'none' })",
	         "2: create_sequence: max must be an integer, not a string [E0103]\n"},
		{"create_sequence('s', 'x', { values = { 0/0, 1/0, -1/0 } })",
	         "2: create_sequence: values must be a finite number; others are strings: 'Infinity', "
	         "'-Infinity', 'NaN' [E0103]\n"
	         "2: create_sequence: values must be a finite number; others are strings: 'Infinity', "
	         "'-Infinity', 'NaN' [E0103]\n"
	         "2: create_sequence: values must be a finite number; others are strings: 'Infinity', "
	         "'-Infinity', 'NaN' [E0103]\n"},
		{"create_sequence('s', 'x', { values = { { 1, a = 2 } } })",
	         "2: create_sequence: values is a list and has the key 'a': it must be one or the "
	         "other [E0103]\n"},
		{"create_sequence('s', 'x', { values = array { a = 2 } })",
	         "2: create_sequence: values is an array with a named value [E0103]\n"},
		{"local t = {} t[1] = t create_sequence('s', 'x', { values = { t } })",
	         "2: create_sequence: values holds itself [E0103]\n"},
		{"local t = {} for i = 1, 200 do t = { t } end create_sequence('s', t)",
	         "2: create_sequence: labels must be a string, not a table [E0103]\n"},
		{"create_table('t', { with = 1, comment = 1, inherits = true })",
	         "2: create_table: comment must be a string, not an integer [E0103]\n"
	         "2: create_table: inherits must be a string, not a boolean [E0103]\n"
	         "2: create_table: with must be a table { name = value }, not an integer [E0103]\n"},
		{"create_table('t', { with = { a = {}, b = null } })",
	         "2: create_table: a must be a string, a number or a boolean, not a table [E0103]\n"
	         "2: create_table: b must be a string, a number or a boolean, not null [E0103]\n"},
		{"execute(1)", "2: execute: sql must be an SQL text, not an integer [E0103]\n"},
		{"array(1)",
	         "2: bad argument #1 to 'array' (table expected, got number) [E0002]\n"},
		{"sql(1)", "2: bad argument #1 to 'sql' (an SQL text expected) [E0002]\n"},
	};

	(void)unused;
	expect(e, LEN(e));
}

static void
an_item_with_errors_is_reported_once(void **unused)
{
	static const struct expectation e[] = {
		{"create_table('t', {\n"
	         "column('a', 'int4', { defualt = 1 }),\n"
	         "column('b', 'in?t'),\n"
	         "column('c', { type = 'int4' }),\n"
	         "column('d', 'x', { default = tostring, not_null = 1 }),\n"
	         "check('a > 0', { name = 'c' }),\n"
	         "})\n"
	         "drop_table 't'",
	         "3: column: unknown key 'defualt'; did you mean 'default'? [E0101]\n"
	         "4: column: type 'in?t': syntax error at or near \"?\" [E0604]\n"
	         "5: column: type must be a string, not a table [E0103]\n"
	         "6: column: default must be a literal, sql or null, not a function [E0103]\n"
	         "6: column: not_null must be true or false, not an integer [E0103]\n"
	         "7: check: takes one table, of values and options, not 2 arguments [E0104]\n"
	         "9 drop_table names=t\n"},
		{"add_column('t', column('a', 'b', { default = 1, identity = 'always' }))",
	         "2: column: identity and default exclude each other [E0106]\n"},
		{"add_column('t', column('a', 'b', { references = 't(a' }))",
	         "2: column: references 't(a': the parenthesis is not closed [E0409]\n"},
		{"add_column('t', column('a', 'b', { references = 't(a.b)' }))",
	         "2: column: references 't(a.b)': columns stand without their table between the "
	         "parentheses [E0409]\n"},
		{"add_column('t', column('a', 'b', { references = 't(a) b' }))",
	         "2: column: references 't(a) b': text after the closing parenthesis [E0409]\n"},
		{"add_column('t', column('a', 'b', { references = 't()' }))",
	         "2: column: references 't()': a name cannot be empty [E0409]\n"},
		{"add_column('t', column('a', 'b', { identity = { 'x', strat = 1 } }))",
	         "2: column: identity: unknown key 'strat'; did you mean 'start'? [E0101]\n"},
		{"add_column('t', check 'x')",
	         "2: add_column: check(…) does not belong into add_column [E0104]\n"},
		{"add_column('t', 'x')",
	         "2: add_column: column must be column(…), not a string [E0103]\n"},
	};

	(void)unused;
	expect(e, LEN(e));
}

/* ---- where SQL stands ---- */

static void
sql_is_found_in_the_source(void **unused)
{
	static const struct expectation e[] = {
		{"execute [[SELECT 1]]", "2 execute sql=[versions/s.lua:2v]SELECT 1\n"},
		{"execute [[\n  SELECT 1\n]]", "2 execute sql=[versions/s.lua:3v]  SELECT 1\n\n"},
		{"execute(\n\n[==[\n\nx\ny]==], { down = 'z\\'' })",
	         "2 execute sql=[versions/s.lua:5v]\nx\ny down=[versions/s.lua:7v]z'\n"},
		{"execute('a\\nb')", "2 execute sql=[versions/s.lua:2]a\nb\n"},
		{"execute('a\\\nb')", "2 execute sql=[versions/s.lua:2v]a\nb\n"},
		{"execute('\\z\n\n  a\\65\\x42\\u{20AC}')",
	         "2 execute sql=[versions/s.lua:4v]aAB€\n"},
		{"execute('SELECT ' .. 1)", "2 execute sql=[versions/s.lua:2]SELECT 1\n"},
		{"-- [[ a\n--[[ execute 'a' ]]\nlocal s = 'a'\n\nexecute(s)",
	         "6 execute sql=[versions/s.lua:4v]a\n"},
		{"execute 'a'\nexecute 'a'\n\n\nexecute 'a'",
	         "2 execute sql=[versions/s.lua:2v]a\n3 execute sql=[versions/s.lua:3v]a\n"
	         "6 execute sql=[versions/s.lua:6v]a\n"},
		{"execute [[\na\n]]\nexecute [[\na\n]]",
	         "2 execute sql=[versions/s.lua:3v]a\n\n5 execute sql=[versions/s.lua:6v]a\n\n"},
		{"execute [[\r\na\r\nb]]", "2 execute sql=[versions/s.lua:3v]a\nb\n"},
		{"execute(sql 'a')", "2 execute sql=[versions/s.lua:2v]a\n"},
	};

	(void)unused;
	expect(e, LEN(e));
}

/* ---- scripts as a whole ---- */

static void
revisions_are_read(void **unused)
{
	(void)unused;
	assert_string_equal(
		run_text(
			"revision { id = 'b', parent = { 'a', 'c' }, message = 'x', created = 'y',\n"
			"depends_on = 'd', labels = { 'l' }, transaction = 'none',\n"
			"irreversible = 'why' }\nfunction upgrade() end\n\n"
			"function downgrade() drop_table 'a' end"),
		"down 6\n6 drop_table names=a\n");
	assert_string_equal(last->id, "b");
	assert_string_equal(strs_join(&last->parents, "/"), "a/c");
	assert_string_equal(strs_join(&last->depends_on, "/"), "d");
	assert_string_equal(strs_join(&last->labels, "/"), "l");
	assert_string_equal(last->transaction, "none");
	assert_string_equal(last->irreversible, "why");
	assert_string_equal(last->file, SCRIPT);
	assert_int_equal(last->at.line, 1);

	assert_string_equal(run_text("revision { id = 'b', parent = nil, message = '' }\n"
	                             "function upgrade() end"),
	                    "");
	assert_int_equal(last->parents.n, 0);
	assert_string_equal(last->transaction, "one");
	assert_string_equal(last->created, "");
	assert_false(last->has_downgrade);
}

static void
wrong_scripts_say_what_is_missing(void **unused)
{
	static const struct expectation e[] = {
		{"",
	         " no revision: a script begins with revision { id = …, message = … } [E0007]\n"},
		{"function upgrade() end",
	         " no revision: a script begins with revision { id = …, message = … } [E0007]\n"},
		{"revision { id = 'a', message = 'm' }",
	         " no function upgrade: a revision needs `function upgrade() … end`, without "
	         "local [E0007]\n"},
		{"revision { id = 'a', message = 'm' } upgrade = 1",
	         " upgrade must be a function, not a number [E0007]\n"},
		{"revision { id = 'a', message = 'm' } function upgrade() end downgrade = {}",
	         " downgrade must be a function, not a table [E0007]\n"},
		{"revision {} function upgrade() end",
	         "1: revision: id is missing: say id = … [E0102]\n1: revision: message is missing: say message = … [E0102]\n"},
		{"revision { id = '', message = 'm' } function upgrade() end",
	         "1: revision: id is empty [E0206]\n"},
		{"revision { id = 1, message = 'm', parnet = 'x', transaction = 'two' }\n"
	         "function upgrade() end",
	         "1: revision: id must be a string, not an integer [E0103]\n"
	         "1: revision: unknown key 'parnet'; did you mean 'parent'? [E0101]\n"
	         "1: revision: transaction must be one of 'one', 'none', not 'two' [E0105]\n"},
		{"revision { 'a', id = 'b', message = 'm' } function upgrade() end",
	         "1: revision: a string has no place: all that it takes has a name [E0104]\n"},
		{"revision 'a' function upgrade() end",
	         "1: revision: its argument must be a table, not a string [E0103]\n"},
		{"revision { id = 'a', message = 'm' }\nrevision { id = 'b', message = 'm' }\n"
	         "function upgrade() end",
	         "2: revision: called twice, first on line 1 [E0410]\n"},
		{"revision { id = 'a', message = 'm' }\n"
	         "function upgrade() revision { id = 'b', message = 'm' } end",
	         "2: revision: stands outside of upgrade() and downgrade() [E0007]\n"},
		{"revision { id = 'a', message = 'm' }\ndrop_table 'x'\nfunction upgrade() end",
	         "2: drop_table: operations stand inside of upgrade() or downgrade() [E0007]\n"},
		{"x =", "1: unexpected symbol near <eof> [E0001]\n"},
		{"\n\nif", "3: unexpected symbol near <eof> [E0001]\n"},
		{"\x1bLua", "1: compiled Lua is not read, only its source [E0001]\n"},
		{"\xef\xbb\xbfrevision { id = 'a', message = 'm' }\nfunction upgrade() end", ""},
		{"revision { id = 'a', message = 'm' }\r\n\r\nfunction upgrade() drop_table 'x' "
	         "end\r\n",
	         "3 drop_table names=x\n"},
	};
	size_t i;

	(void)unused;
	for (i = 0; i < LEN(e); i++)
		assert_string_equal(run_text(e[i].body), e[i].result);
	assert_string_equal(run_file("x = 1\n\ny = '\0'", 13),
	                    "3: a NUL byte in the source [E0001]\n");
}

static void
brackets_inside_of_long_strings_are_hinted_at(void **unused)
{
	(void)unused;
	assert_string_equal(
		run_body("execute [[\nSELECT a[b[1]] FROM t\n]]"),
		"3: syntax error near 't'; a text that holds ']]' is written [=[ … ]=] [E0001]\n");
	assert_string_equal(
		run_body("execute [[SELECT a[b[1]]\nFROM t\n]]"),
		"3: syntax error near 't'; a text that holds ']]' is written [=[ … ]=] [E0001]\n");
	assert_string_equal(run_body("execute [[SELECT 1]] x y"),
	                    "2: syntax error near 'y' [E0001]\n");
}

static void
files_that_cannot_be_read(void **unused)
{
	(void)unused;
	unlink(SCRIPT);
	assert_null(script_run(SCRIPT, "migrations"));
	assert_string_equal(printed(), " cannot be read: No such file or directory [E0008]\n");
	mkdir(SCRIPT, 0777);
	assert_null(script_run(SCRIPT, "migrations"));
	assert_string_equal(printed(), " cannot be read: Is a directory [E0008]\n");
	rmdir(SCRIPT);
	mkfifo(SCRIPT, 0666);
	assert_null(script_run(SCRIPT, "migrations"));
	assert_string_equal(printed(), " cannot be read: not a regular file [E0008]\n");
	unlink(SCRIPT);
}

static void
errors_have_the_scripts_line(void **unused)
{
	static const struct expectation e[] = {
		{"\nlocal x = nil + 1",
	         "3: attempt to perform arithmetic on a nil value [E0002]\n"},
		{"\ncreate_table(('x')())",
	         "3: attempt to call a string value (constant 'x') [E0002]\n"},
		{"error 'no'", "2: no [E0002]\n"},
		{"error('no', 0)", "2: no [E0002]\n"},
		{"local function f()\nerror('no', 2)\nend\nf()", "5: no [E0002]\n"},
		{"error { 1 }", "2: error with a value that is no text but a table [E0002]\n"},
		{"error()", "2: error with a value that is no text but a nil [E0002]\n"},
		{"error(setmetatable({}, { __tostring = function() return 'mine' end }))",
	         "2: mine [E0002]\n"},
		{"assert(false)", "2: assertion failed! [E0002]\n"},
		{"assert(false, 'no')", "2: no [E0002]\n"},
		{"('x'):bad()", "2: attempt to call a nil value (method 'bad') [E0002]\n"},
		{"string.rep()",
	         "2: bad argument #1 to 'rep' (string expected, got no value) [E0002]\n"},
		{"table.concat({ {} })",
	         "2: invalid value (table) at index 1 in table for 'concat' [E0002]\n"},
		{"local function f() return 1 + f() end f()", "2: stack overflow [E0002]\n"},
		{"drop_table 'x'\nerror 'no'\ndrop_table 'y'",
	         "3: no [E0002]\n2 drop_table names=x\n"},
		{"local c = column('a', 'b') + 1",
	         "2: attempt to perform arithmetic on a column value [E0002]\n"},
		{"local c = sql 'a' .. 'b'", "2: attempt to concatenate a sql value [E0002]\n"},
		{"creat_table('x')",
	         "2: unknown operation 'creat_table'; did you mean 'create_table'? [E0006]\n"},
		{"local helper = 1 helpre()", "2: unknown name 'helpre' [E0006]\n"},
		{"helper = 1 helpre()",
	         "2: unknown name 'helpre'; did you mean 'helper'? [E0006]\n"},
	};

	(void)unused;
	expect(e, LEN(e));
}

static void
long_paths_are_not_cut(void **unused)
{
	static const char path[] =
		"migrations/versions/0e1c44a901c8_a_message_that_is_much_longer_than_sixty_bytes.lua";
	static const char *const scripts[][2] = {
		{"\nx =", ":2: unexpected symbol near <eof> [E0001]\n"},
		{"\n\nerror 'no'", ":3: no [E0002]\n"},
		{"local x = nil + 1", ":1: attempt to perform arithmetic on a nil value [E0002]\n"},
	};
	size_t i;

	(void)unused;
	for (i = 0; i < LEN(scripts); i++) {
		put(path, scripts[i][0], strlen(scripts[i][0]));
		assert_null(script_run(path, "migrations"));
		assert_string_equal(printed(), strf("%s%s", path, scripts[i][1]));
	}
	unlink(path);
}

/* ---- modules ---- */

static void
put_module(const char *name, const char *text)
{
	put(strf("migrations/lib/%s.lua", name), text, strlen(text));
}

static void
modules_are_loaded_from_lib(void **unused)
{
	static const struct expectation e[] = {
		{"require 'lib.one'('a')", "1 drop_table names=a\n"},
		{"local m = require 'lib.one' assert(m == require 'lib.one') m 'b'",
	         "1 drop_table names=b\n"},
		{"require 'lib.sub.two'\nrequire('lib.sub.two').run [[\n\nx]]",
	         "2 execute sql=[versions/s.lua:4v]\nx\n"},
		{"assert(require 'lib.nothing' == true)", ""},
		{"require 'lib.missing'",
	         "2: require: module 'lib.missing' cannot be read from migrations/lib/missing.lua: "
	         "No such file or directory [E0008]\n"},
		{"require 'os'",
	         "2: require 'os': modules are those of the folder lib, as in \"lib.audit\" [E0005]\n"},
		{"require 'lib../../x'",
	         "2: require 'lib../../x': a module's name is letters, digits and _, with dots "
	         "between folders [E0005]\n"},
		{"require 'lib.circle'",
	         "migrations/lib/circle2.lua:1: require 'lib.circle': the module is being loaded: "
	         "modules require each other in a circle (called from migrations/versions/s.lua:2) [E0002]\n"},
		{"require 'lib.broken'",
	         "migrations/lib/broken.lua:1: unexpected symbol near '+' [E0001]\n"},
		{"require 'lib.throws'.f()",
	         "migrations/lib/throws.lua:1: attempt to perform arithmetic on a nil value (called "
	         "from migrations/versions/s.lua:2) [E0002]\n"},
		{"require 'lib.state'.n = 2 counter = 3", ""},
		{"assert(require 'lib.state'.n == 1) assert(rawget(_G, 'counter') == 1)", ""},
	};

	(void)unused;
	mkdir("migrations/lib", 0777);
	mkdir("migrations/lib/sub", 0777);
	put_module("one", "return function(t) drop_table(t) end");
	put_module("sub/two", "local m = {}\nfunction m.run(s) execute(s) end\nreturn m");
	put_module("nothing", "");
	put_module("circle", "require 'lib.circle2'");
	put_module("circle2", "require 'lib.circle'");
	put_module("broken", "return +");
	put_module("throws", "return { f = function() return nil + 1 end }");
	put_module("state", "counter = 1 return { n = 1 }");
	expect(e, LEN(e));
	assert_true(strs_has(inputs(), "migrations/lib/sub/two.lua"));
	assert_true(strs_has(inputs(), SCRIPT));
}

/* ---- hermetic ---- */

static void
scripts_are_hermetic(void **unused)
{
	static const char *const gone[] = {
		"print", "io",        "os",       "debug",          "package", "load",
		"utf8",  "coroutine", "loadfile", "collectgarbage", "dofile",
	};
	static const struct expectation e[] = {
		{"next({})",
	         "2: 'next' is not available: use pairs, which goes in order [E0005]\n"},
		{"math.random()",
	         "2: 'math.random' is not available: scripts are hermetic [E0005]\n"},
		{"math.randomseed(1)",
	         "2: 'math.randomseed' is not available: scripts are hermetic [E0005]\n"},
		{"string.dump(pcall)",
	         "2: 'string.dump' is not available: scripts are hermetic [E0005]\n"},
		{"('').dump(pcall)",
	         "2: 'string.dump' is not available: scripts are hermetic [E0005]\n"},
		{"string.format('%p', {})",
	         "2: %p is not available: addresses differ from run to run [E0005]\n"},
		{"drop_table(string.format('%s/%-8s/%d/%%p %s', {}, pcall, 3, true))",
	         "2 drop_table names=table/function/3/%p true\n"},
		{"drop_table(string.format('%q/%5.1f', 'x', 2))",
	         "2 drop_table names=\"x\"/  2.0\n"},
		{"drop_table { tostring({}), tostring(pcall), tostring(null), tostring(sql 'x'),\n"
	         "tostring(column('a', 'b')), tostring(1), tostring(nil), tostring(false) }",
	         "2 drop_table names=table function null x column 1 nil false\n"},
		{"drop_table(tostring(setmetatable({}, { __tostring = function() return 'x' end, __name = "
	         "'y' })))",
	         "2 drop_table names=x\n"},
		{"setmetatable({}, { __gc = pcall })",
	         "2: a metatable with '__gc' is not available: scripts do not see when memory is "
	         "freed [E0005]\n"},
		{"setmetatable({}, { __mode = 'k' })",
	         "2: a metatable with '__mode' is not available: scripts do not see when memory is "
	         "freed [E0005]\n"},
		{"setmetatable(_G, {})", "2: cannot change a protected metatable [E0002]\n"},
		{"setmetatable(array {}, {})", "2: cannot change a protected metatable [E0002]\n"},
		{"assert(getmetatable('') == false and getmetatable(_G) == false\n"
	         "and getmetatable(null) == false)",
	         ""},
		{"drop_table(('x'):upper())", "2 drop_table names=X\n"},
		{"assert(_G._G == _G and _G.string.rep and math.pi and _VERSION)", ""},
		{"assert(_G[1] == nil)", ""},
		{"local t = setmetatable({}, { __index = function(_, k) return k .. '!' end })\n"
	         "drop_table(t.x)",
	         "3 drop_table names=x!\n"},
	};
	size_t i;

	(void)unused;
	for (i = 0; i < LEN(gone); i++)
		assert_string_equal(
			run_body(strf("local x = %s", gone[i])),
			strf("2: '%s' is not available: scripts are hermetic [E0005]\n", gone[i]));
	expect(e, LEN(e));
}

static void
pairs_go_in_order(void **unused)
{
	static const struct expectation e[] = {
		{"local t, keys = { b = 1, a = 2, [2] = 3, [1] = 4, [-1] = 5, [1.5] = 6, [true] = 7,\n"
	         "[false] = 8, ['a\\0'] = 9, [''] = 10 }, {}\n"
	         "for k, v in pairs(t) do keys[#keys + 1] = tostring(k):gsub('%z', '0') .. '=' .. v end\n"
	         "drop_table(table.concat(keys, ' '))",
	         "5 drop_table names=-1=5 1=4 1.5=6 2=3 =10 a=2 a0=9 b=1 false=8 true=7\n"},
		{"for k in pairs { [{}] = 1 } do end",
	         "2: pairs: a key is a table, and has no order that is always the same [E0002]\n"},
		{"for k in pairs(nil) do end",
	         "2: bad argument #1 to 'pairs' (table expected, got nil) [E0002]\n"},
		{"local t, n = { a = 1, b = 2, c = 3 }, 0\n"
	         "for k in pairs(t) do t.b = nil t.c = nil n = n + 1 end assert(n == 1)",
	         ""},
		{"for k in pairs(setmetatable({}, { __pairs = function() return function() end end })) do "
	         "end",
	         ""},
		{"for i, v in ipairs { 'a', 'b' } do drop_table(v) end",
	         "2 drop_table names=a\n2 drop_table names=b\n"},
	};

	(void)unused;
	expect(e, LEN(e));
}

static void
scripts_do_not_see_each_other(void **unused)
{
	static const struct expectation e[] = {
		{"leak = 1 string.leak = 2 table.insert = nil function tostring() end rawset(_G, 'pairs', "
	         "1) string.rep = nil",
	         ""},
		{"assert(rawget(_G, 'leak') == nil) assert(string.leak == nil) assert(table.insert)\n"
	         "assert(tostring(1) == '1') pairs({}) assert(string.rep and ('').rep)",
	         ""},
	};

	(void)unused;
	expect(e, LEN(e));
}

/* ---- bounds ---- */

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
endless_scripts_end(void **unused)
{
	static const char endless[] =
		"3: the script has run 100 million instructions; does a loop not end? [E0003]\n";
	static const char churn[] = "3: the script has allocated more than 4 GB of memory in all; "
				    "does a loop not end? [E0004]\n";
	static const char memory[] = "3: the script needs more than 256 MB of memory [E0004]\n";
	static const char data[] = "3: the script hands over more than 256 MB of data [E0004]\n";
	static const struct expectation e[] = {
		{"\nwhile true do end", endless},
		{"\nwhile true do pcall(function() while true do end end) end", endless},
		{"\nlocal function f() while true do end end xpcall(f, f) xpcall(f, f) f()",
	         endless},
		{"\nlocal ok = pcall(function() while true do end end) drop_table 'a'", endless},
		{"\nlocal t <close> = setmetatable({}, { __close = function() while true do end end })",
	         endless},
		{"\nfor i = 1, 1e6 do table.sort({ 1, 2, 3 }, function() while true do end end) end",
	         endless},
		{"\nlocal s = '' while true do s = s .. 'x' end", churn},
		{"\nlocal s = 'x' while true do s = s .. s end", memory},
		{"\nlocal s = 'x' while true do pcall(function() s = s .. s end) end", memory},
		{"\nlocal t = {} while true do t[#t + 1] = {} end", memory},
		{"\nlocal t = {} while true do pcall(function() t[#t + 1] = {} end) end", memory},
		{"\nlocal s = ('x'):rep(1e9)", memory},
		{"\npcall(string.rep, 'x', 1e9) drop_table 'x'", memory},
		{"\nlocal t = {} for i = 1, 1e8 do t[i] = i end", memory},
		{"\nlocal s = ('x'):rep(1e7) while true do drop_table { s } end", NULL},
		{"\nlocal t = {} for i = 1, 60 do t = { t, t } end create_sequence('s', t)", data},
		{"\nlocal s = (''):rep(1e18) assert(s == '')", ""},
		{"\ntable.move({}, 1, 1e18, 2)", "3: more than 10000000 values to move [E0002]\n"},
		{"\ntable.insert(setmetatable({}, { __len = function() return 1 << 60 end }), 1, 1)",
	         "3: a table of more than 10000000 values [E0002]\n"},
		{"\nwhile true do drop_table(1) end", NULL},
		{"\nwhile true do drop_table 'x' end", NULL},
	};
	const char *result;
	double before;
	size_t i;

	(void)unused;
	for (i = 0; i < LEN(e); i++) {
		before = seconds();
		result = run_body(e[i].body);
		if (e[i].result)
			assert_string_equal(result, e[i].result);
		print_message("# %.1f s: %.70s\n", seconds() - before, e[i].body + 1);
		assert_true(seconds() - before < 60);
		assert_string_equal(run_body("drop_table 'x'"), "2 drop_table names=x\n");
	}
}

static void
errors_end_after_a_hundred(void **unused)
{
	const char *result, *c;
	size_t lines = 0;

	(void)unused;
	result = run_body("while true do drop_table(1) end");
	for (c = result; *c; c++)
		lines += *c == '\n';
	assert_int_equal(lines, 101);
	assert_non_null(strstr(result, "\n2: too many errors [E0003]\n"));
}

/* ---- config ---- */

static char *
run_config(const char *text, const struct config **c)
{
	put("migrations/config.lua", text, strlen(text));
	*c = script_config("migrations/config.lua", "project");
	unlink("migrations/config.lua");
	return printed();
}

static void
config_has_defaults(void **unused)
{
	const struct config *c = script_config("migrations/config.lua", "project");

	(void)unused;
	assert_non_null(c);
	assert_string_equal(c->name, "project");
	assert_int_equal(c->postgres, 14);
	assert_string_equal(strs_join(&c->schema, " "), "public");
	assert_string_equal(c->history_schema, "public");
	assert_string_equal(c->transaction, "each");
	assert_int_equal(c->lock_timeout, 5000);
	assert_int_equal(c->statement_timeout, 0);
	assert_false(strs_has(inputs(), "migrations/config.lua"));
}

static void
config_is_read(void **unused)
{
	const struct config *c;

	(void)unused;
	assert_string_equal(run_config("return {}", &c), "");
	assert_string_equal(c->name, "project");
	assert_true(strs_has(inputs(), "migrations/config.lua"));
	assert_string_equal(
		run_config(
			"return { name = 'x', postgres = 15, schema = { 'a', 'b' }, transaction = "
			"'all', lock_timeout = '1min', statement_timeout = 1500 }",
			&c),
		"");
	assert_string_equal(c->name, "x");
	assert_int_equal(c->postgres, 15);
	assert_string_equal(strs_join(&c->schema, " "), "a b");
	assert_string_equal(c->history_schema, "a");
	assert_string_equal(c->transaction, "all");
	assert_int_equal(c->lock_timeout, 60000);
	assert_int_equal(c->statement_timeout, 1500);
	assert_string_equal(
		run_config("return { lock_timeout = '250 ms', history_schema = 'h' }", &c), "");
	assert_int_equal(c->lock_timeout, 250);
	assert_string_equal(c->history_schema, "h");
}

static void
wrong_configs_say_why(void **unused)
{
	static const struct expectation e[] = {
		{"", "1: must return a table: return { … } [E0206]\n"},
		{"return 1", "1: must return a table: return { … } [E0206]\n"},
		{"return { nmae = 'x' }",
	         "1: config: unknown key 'nmae'; did you mean 'name'? [E0101]\n"},
		{"return { 'x' }",
	         "1: config: a string has no place: all that it takes has a name [E0104]\n"},
		{"return { postgres = 12 }",
	         "1: config: postgres must be a major version from 13 to 18, not 12 [E0206]\n"},
		{"return { postgres = '14' }",
	         "1: config: postgres must be an integer, not a string [E0103]\n"},
		{"return { transaction = 'al' }",
	         "1: config: transaction must be one of 'each', 'all', not 'al' [E0105]\n"},
		{"return { lock_timeout = '5 weeks', statement_timeout = -1 }",
	         "1: config: lock_timeout must be milliseconds, or a text like \"5s\", \"250ms\", "
	         "\"1min\" [E0206]\n"
	         "migrations/config.lua:1: config: statement_timeout must be milliseconds, or a text like \"5s\", "
	         "\"250ms\", \"1min\" [E0206]\n"},
		{"-- comment\nlocal n = 'x'\nreturn {\n\tnmae = n,\n}\n",
	         "3: config: unknown key 'nmae'; did you mean 'name'? [E0101]\n"},
		{"\ndrop_table 'x' return {}",
	         "2: drop_table: has no place in config.lua [E0007]\n"},
		{"\nos.getenv 'x'", "2: 'os' is not available: scripts are hermetic [E0005]\n"},
		{"return {", "1: unexpected symbol near <eof> [E0001]\n"},
	};
	const struct config *c;
	size_t i;

	(void)unused;
	for (i = 0; i < LEN(e); i++) {
		const char *text = run_config(e[i].body, &c);
		assert_string_equal(strncmp(text, "migrations/config.lua:", 22) == 0
		                            ? strf("%s", text + 22)
		                            : text,
		                    e[i].result);
	}
}

/* ---- speed ---- */

static void
small_scripts_are_fast(void **unused)
{
	static const char text[] =
		"revision { id = 'a', parent = 'b', message = 'm', created = '2026-01-01' }\n\n"
		"function upgrade()\n"
		"create_table('users', {\n"
		"\tcolumn('id', 'uuid', { default = sql 'gen_random_uuid()' }),\n"
		"\tcolumn('email', 'varchar(255)', { not_null = true }),\n"
		"\tcolumn('name', 'text'),\n"
		"})\n"
		"create_index('users', { 'email' }, { unique = true })\n"
		"end\n\nfunction downgrade() drop_table 'users' end\n";
	double before;
	int i;

	(void)unused;
	put(SCRIPT, text, strlen(text));
	before = seconds();
	for (i = 0; i < 10000; i++)
		assert_non_null(script_run(SCRIPT, "migrations"));
	print_message("# %.1f us a script\n", (seconds() - before) * 1e6 / 10000);
}

static char folder[] = "/tmp/script_test.XXXXXX";

static int
enter_folder(void **unused)
{
	(void)unused;
	if (!mkdtemp(folder) || chdir(folder) < 0 || mkdir("migrations", 0777) < 0 ||
	    mkdir("migrations/versions", 0777) < 0)
		return -1;
	return freopen("stderr", "w", stderr) ? 0 : -1;
}

static int
leave_folder(void **unused)
{
	(void)unused;
	return system("rm -rf \"$PWD\"") == 0 && chdir("/") == 0 ? 0 : -1;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(config_has_defaults),
		cmocka_unit_test(arguments_reach_their_fields),
		cmocka_unit_test(parts_and_items_reach_their_fields),
		cmocka_unit_test(an_item_used_twice_is_two),
		cmocka_unit_test(values_are_literals),
		cmocka_unit_test(rows_have_sorted_columns),
		cmocka_unit_test(wrong_values_are_named),
		cmocka_unit_test(an_item_with_errors_is_reported_once),
		cmocka_unit_test(sql_is_found_in_the_source),
		cmocka_unit_test(revisions_are_read),
		cmocka_unit_test(wrong_scripts_say_what_is_missing),
		cmocka_unit_test(brackets_inside_of_long_strings_are_hinted_at),
		cmocka_unit_test(files_that_cannot_be_read),
		cmocka_unit_test(errors_have_the_scripts_line),
		cmocka_unit_test(long_paths_are_not_cut),
		cmocka_unit_test(modules_are_loaded_from_lib),
		cmocka_unit_test(scripts_are_hermetic),
		cmocka_unit_test(pairs_go_in_order),
		cmocka_unit_test(scripts_do_not_see_each_other),
		cmocka_unit_test(endless_scripts_end),
		cmocka_unit_test(errors_end_after_a_hundred),
		cmocka_unit_test(config_is_read),
		cmocka_unit_test(wrong_configs_say_why),
		cmocka_unit_test(small_scripts_are_fast),
	};

	diag_form(DIAG_LINES);
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
