/* Calls of the operations, with arguments that mostly fit: an input is a stream of decisions, and not a script, so that little of it
   is lost on the grammar of Lua. For libFuzzer. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "compile.h"
#include "feed.h"
#include "fresh.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static struct config config;
static struct schema *schema;

static const char file[] = "fuzz.lua";

/* names of tests/refusals/setup.sql, of what may be made, and of nothing */
static const char *const names[] = {
	"t",         "p",     "id",         "a",         "b",        "c",          "g",
	"i",         "m",     "parent",     "arr",       "ts",       "x",          "y",
	"z",         "code",  "v",          "w",         "par",      "chi",        "grand",
	"pt",        "pt1",   "pt2",        "ptd",       "k",        "d",          "h",
	"h0",        "typed", "vw",         "sq",        "ul",       "e",          "n",
	"s",         "mood",  "comp",       "pos",       "public",   "new",        "new2",
	"sad",       "ok",    "trg",        "t_expr",    "t_pkey",   "p_pkey",     "multi",
	"s.inner_t", "s.new", "p_code_key", "t_a_check", "t_c_fkey", "btree_gist", "u s",
};

static const char *const types[] = {
	"int",  "bigint", "text",    "varchar(5)", "numeric(5,2)", "timestamptz",
	"mood", "mood[]", "comp",    "pos",        "serial",       "jsonb",
	"uuid", "date",   "int[]",   "interval",   "int4range",    "boolean",
	"p",    "bytea",  "char(3)", "smallint",   "t.a%TYPE",     "nosuch",
};

static const char *const expressions[] = {
	"a > 0",
	"lower(b)",
	"now()",
	"a + 1",
	"nextval('sq')",
	"length(b)",
	"(SELECT 1)",
	"'ok'::mood",
	"x > 0 AND y IS NOT NULL",
	"k",
	"range (k)",
	"list (v)",
	"hash (k)",
	"VALUE > 0",
	"column t.a",
	"table t",
	"index t_expr",
	"CURRENT_TIMESTAMP",
	"ROW(1, 'a')::comp",
	"count(*)",
	"1",
};

static const char *const statements[] = {
	"INSERT INTO p (id) VALUES (1)",
	"CREATE VIEW new AS SELECT a, b FROM t",
	"ALTER TABLE t DROP COLUMN a CASCADE",
	"DROP TABLE IF EXISTS new CASCADE",
	"CREATE FUNCTION new() RETURNS int LANGUAGE sql AS 'SELECT 1'",
	"CREATE INDEX CONCURRENTLY ON t (a)",
	"DO $$ BEGIN EXECUTE 'x'; END $$",
	"UPDATE t SET a = 1",
	"CREATE TRIGGER new BEFORE INSERT ON t EXECUTE FUNCTION trg()",
	"DROP FUNCTION trg",
};

static struct datum value(struct feed *f, const struct field *field, unsigned depth);

static struct datum
string(const char *text)
{
	return (struct datum){.type = DATUM_STRING, .n = strlen(text), .text = text};
}

static const char *
among_these(struct feed *f, const char *const *v, size_t n)
{
	unsigned k = feed_below(f, 256);

	return k < 250 ? v[k % n] : feed_text(f, 80);
}

static const char *
choice(struct feed *f, const char *const *choices)
{
	size_t n = 0;

	while (choices[n])
		n++;
	return among_these(f, choices, n);
}

static struct datum
literal(struct feed *f)
{
	static const char *const numbers[] = {"0", "1", "-1", "10", "32768", "9223372036854775807"};
	static const char *const texts[] = {"",  "x",          "ok",      "sad", "{}",
	                                    "1", "2020-01-01", "{a,b}",   "a",   "[1,2)",
	                                    "t", "1 day",      "(1,foo)", "null"};
	struct datum d;

	switch (feed_below(f, 8)) {
	case 0:
		return (struct datum){.type = DATUM_NULL};
	case 1:
		return (struct datum){.type = DATUM_BOOL, .truth = feed_below(f, 2)};
	case 2:
		d = string(among_these(f, numbers, LEN(numbers)));
		d.type = DATUM_INTEGER;
		return d;
	case 3:
		d = string("1.5");
		d.type = DATUM_FLOAT;
		return d;
	case 4:
		d = string(among_these(f, expressions, LEN(expressions)));
		d.type = DATUM_SQL;
		return d;
	default:
		return string(among_these(f, texts, LEN(texts)));
	}
}

static int
by_key(const void *a, const void *b)
{
	return strcmp(((const struct named *)a)->key, ((const struct named *)b)->key);
}

/* the keys are sorted and no two are alike, as Lua's tables have them */
static struct datum
table(struct datum *list, size_t n, struct named *named, size_t n_named)
{
	struct record *r = alloc(sizeof *r);
	size_t i;

	if (n_named)
		qsort(named, n_named, sizeof *named, by_key);
	r->list = list;
	r->n = n;
	r->named = named;
	for (i = 0; i < n_named; i++)
		if (!i || strcmp(named[i].key, named[r->n_named - 1].key) != 0)
			named[r->n_named++] = named[i];
	return (struct datum){.type = DATUM_TABLE, .record = r};
}

/* a table of names to literals */
static struct datum
assignments(struct feed *f)
{
	size_t n = feed_below(f, 4), i;
	struct named *named = alloc(n * sizeof *named);

	for (i = 0; i < n; i++) {
		named[i].key = among_these(f, names, LEN(names));
		named[i].value = literal(f);
	}
	return table(NULL, 0, named, n);
}

/* ---- calls ---- */

/* the fields of a shape and of its parts */
struct fields {
	struct field v[128];
	size_t n;
	int last;
};

static void
flatten(struct fields *all, const struct field *fields, int position)
{
	const struct field *f;
	struct field *one;

	for (f = fields; f->key || f->type == FIELD_PART; f++) {
		if (f->type == FIELD_PART) {
			flatten(all, f->shape->fields,
			        f->position ? position + f->position - 1 : position);
			continue;
		}
		one = &all->v[all->n++];
		*one = *f;
		one->position = f->position ? position + f->position : 0;
		if (one->position > all->last)
			all->last = one->position;
	}
}

static bool
is_list(enum field_type type)
{
	return type == FIELD_NAMES || type == FIELD_TEXTS || type == FIELD_QNAMES ||
	       type == FIELD_VALUES || type == FIELD_ITEMS || type == FIELD_ROWS;
}

/* one of the fields at a position: several may share it */
static const struct field *
field_at(struct feed *f, const struct fields *all, int position)
{
	const struct field *found[16];
	unsigned n = 0;
	size_t i;

	for (i = 0; i < all->n && n < LEN(found); i++)
		if (all->v[i].position == position)
			found[n++] = &all->v[i];
	return found[n > 1 ? feed_below(f, n) : 0];
}

static bool
is_mixed(const struct fields *all, int position)
{
	size_t n = 0, i;

	for (i = 0; i < all->n; i++)
		n += all->v[i].position == position;
	return n > 1;
}

static struct datum
at_position(struct feed *f, const struct fields *all, int position, unsigned depth)
{
	struct datum *list;
	size_t n, i;

	if (!is_mixed(all, position))
		return value(f, field_at(f, all, position), depth);
	n = feed_below(f, 6);
	list = alloc(n * sizeof *list);
	for (i = 0; i < n; i++)
		list[i] = value(f, field_at(f, all, position), depth);
	return table(list, n, NULL, 0);
}

static size_t
options(struct feed *f, const struct fields *all, struct named *named, unsigned depth)
{
	size_t n = 0, i;

	for (i = 0; i < all->n; i++) {
		if (all->v[i].position || (!all->v[i].required && feed_below(f, 4) != 1))
			continue;
		named[n].key = all->v[i].key;
		named[n++].value = value(f, &all->v[i], depth);
	}
	if (feed_below(f, 32) == 31) {
		named[n].key = among_these(f, names, LEN(names));
		named[n++].value = literal(f);
	}
	return n;
}

/* what stands between the brackets of a call, or in an item's table */
static struct datum *
arguments(struct feed *f, const struct shape *shape, size_t *n, unsigned depth)
{
	struct fields *all = alloc(sizeof *all);
	struct datum *args, *list, rest;
	struct named *named;
	const struct field *first;
	size_t n_named, n_list = 0, i;
	int position;

	flatten(all, shape->fields, 0);
	args = alloc(((size_t)all->last + 1) * sizeof *args);
	named = alloc((all->n + 1) * sizeof *named);
	*n = 0;
	if (shape->call != CALL_TABLE) {
		for (position = 1; position <= (shape->call == CALL_MIXED ? 1 : all->last);
		     position++)
			args[(*n)++] = at_position(f, all, position, depth);
		n_named = options(f, all, named, depth);
		if (shape->call == CALL_ARGUMENTS) {
			if (n_named)
				args[(*n)++] = table(NULL, 0, named, n_named);
			return args;
		}
		position = 2;
	} else {
		n_named = options(f, all, named, depth);
		position = 1;
	}
	list = NULL;
	if (position <= all->last) {
		first = field_at(f, all, position);
		if (is_list(first->type)) {
			rest = at_position(f, all, position, depth);
			if (rest.type == DATUM_TABLE) {
				n_list = rest.record->n;
				list = alloc(n_list * sizeof *list);
				for (i = 0; i < n_list; i++)
					list[i] = rest.record->list[i];
			}
		} else {
			list = alloc((size_t)all->last * sizeof *list);
			for (; position <= all->last; position++)
				list[n_list++] = at_position(f, all, position, depth);
		}
	}
	args[(*n)++] = table(list, n_list, named, n_named);
	return args;
}

static struct invocation *
invocation(struct feed *f, const struct shape *shape, unsigned depth)
{
	struct invocation *call = alloc(sizeof *call);

	call->name = shape->name;
	call->at = (struct loc){file, 1};
	call->args = arguments(f, shape, &call->n, depth);
	call->locate = fuzz_locate;
	return call;
}

/* what a constructor makes, or the plain table that stands for it */
static struct datum
item(struct feed *f, const struct shape *shape, unsigned depth)
{
	const struct invocation *call = invocation(f, shape, depth + 1);
	struct item *made;
	size_t i;

	for (i = 0; item_shapes[i] && item_shapes[i] != shape; i++)
		;
	if (!item_shapes[i])
		return call->n ? call->args[0] : (struct datum){DATUM_NOTHING};
	made = alloc(sizeof *made);
	made->shape = shape;
	made->call = call;
	made->value = alloc(shape->size);
	*(struct loc *)made->value = call->at;
	made->wrong = !decode_call(shape, call, made->value);
	return (struct datum){.type = DATUM_ITEM, .item = made};
}

static struct datum
one(struct feed *f, const struct field *field, unsigned depth)
{
	static const char *const references[] = {"p", "p(id)", "t(id)", "p(v, w)", "t", "new(a)"};
	static const char *const files[] = {"a.sql", "../nosuch", "tests/refusals/setup.sql"};
	struct datum d;

	switch (field->type) {
	case FIELD_BOOL:
	case FIELD_ANSWER:
		return (struct datum){.type = DATUM_BOOL, .truth = !feed_below(f, 3)};
	case FIELD_INT:
		d = string(feed_below(f, 8) ? strf("%u", feed_below(f, 256)) : "-32769");
		d.type = DATUM_INTEGER;
		return d;
	case FIELD_TEXT:
	case FIELD_NAME:
	case FIELD_QNAME:
	case FIELD_NAMES:
	case FIELD_QNAMES:
		return string(among_these(f, names, LEN(names)));
	case FIELD_TYPE:
		return string(among_these(f, types, LEN(types)));
	case FIELD_SQL:
		return string(among_these(f, expressions, LEN(expressions)));
	case FIELD_STATEMENT:
		return string(among_these(f, statements, LEN(statements)));
	case FIELD_FILE:
		return string(among_these(f, files, LEN(files)));
	case FIELD_CHOICE:
		return string(choice(f, field->choices));
	case FIELD_TERM:
		if (feed_below(f, 2))
			return string(among_these(f, names, LEN(names)));
		d = string(among_these(f, expressions, LEN(expressions)));
		d.type = DATUM_SQL;
		return d;
	case FIELD_REFERENCE:
		return string(among_these(f, references, LEN(references)));
	case FIELD_PARAMETERS:
	case FIELD_ROWS:
		return assignments(f);
	case FIELD_ITEM:
	case FIELD_ITEMS:
		return depth < 4 ? item(f, field->shape, depth) : literal(f);
	default:
		return literal(f);
	}
}

static struct datum
value(struct feed *f, const struct field *field, unsigned depth)
{
	struct datum *list;
	size_t n, i;

	if (feed_below(f, 32) == 31)
		return literal(f);
	if (!is_list(field->type) || field->position == 0 || !feed_below(f, 4))
		return one(f, field, depth);
	if (field->type == FIELD_ITEMS && feed_below(f, 2))
		return one(f, field, depth);
	n = feed_below(f, 5);
	list = alloc(n * sizeof *list);
	for (i = 0; i < n; i++)
		list[i] = one(f, field, depth);
	return table(list, n, NULL, 0);
}

/* ---- operations ---- */

static const struct op_class *
class_at(unsigned k)
{
	size_t i, j;

	for (;; k %= 256)
		for (i = 0; op_kinds[i]; i++)
			for (j = 0; op_kinds[i][j]; j++)
				if (k-- == 0)
					return op_kinds[i][j];
}

static void
operations(struct feed *f, struct list *ops, unsigned most)
{
	unsigned n = feed_below(f, most + 1);
	const struct op_class *class;
	struct op *op;

	while (n-- > 0 && f->n) {
		class = class_at(feed_below(f, 256));
		op = alloc(class->shape.size);
		op->at = (struct loc){file, 1};
		op->class = class;
		fuzz_decode(invocation(f, &class->shape, 0), op);
		list_add(ops, op);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct feed f = {bytes, n};
	struct revision *r;

	if (!schema) {
		fuzz_setup(&config, &schema);
		fuzz_keep();
	}
	r = fuzz_revision("fuzz", file);
	diag_hold(file);
	r->has_downgrade = feed_below(&f, 4) == 3;
	r->downgrade_at = r->at;
	if (feed_below(&f, 8) == 7)
		r->transaction = "none";
	operations(&f, &r->up, 5);
	if (r->has_downgrade)
		operations(&f, &r->down, 3);
	fuzz_compile(&config, schema, r);
	fuzz_back();
	return 0;
}
