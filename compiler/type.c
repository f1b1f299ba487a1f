/* Types: any spelling of one becomes the spelling of format_type, so that equal types are equal texts. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "parse.h"
#include "sql.h"

#define TYPE_PREFIX "SELECT CAST(NULL AS\n"

/* what may stand in brackets after a type */
enum modifiers {
	NOTHING,
	LENGTH,    /* of characters */
	BITS,      /* a length of bits */
	PRECISION, /* and scale */
	TIME,      /* a precision, written after the first word */
	INTERVAL,  /* which fields, and a precision */
};

struct builtin {
	const char *name;     /* pg_type.typname */
	const char *spelling; /* format_type's where it is another one */
	enum modifiers modifiers;
};

/* pg_catalog's types that are no row types, in any version from 13 to 18; sorted by name */
static const struct builtin builtins[] = {
	{"aclitem"},
	{"any", "\"any\""},
	{"anyarray"},
	{"anycompatible"},
	{"anycompatiblearray"},
	{"anycompatiblemultirange"},
	{"anycompatiblenonarray"},
	{"anycompatiblerange"},
	{"anyelement"},
	{"anyenum"},
	{"anymultirange"},
	{"anynonarray"},
	{"anyrange"},
	{"bit", "\"bit\"", BITS},
	{"bool", "boolean"},
	{"box"},
	{"bpchar", "bpchar", LENGTH},
	{"bytea"},
	{"char", "\"char\""},
	{"cid"},
	{"cidr"},
	{"circle"},
	{"cstring"},
	{"date"},
	{"datemultirange"},
	{"daterange"},
	{"event_trigger"},
	{"fdw_handler"},
	{"float4", "real"},
	{"float8", "double precision"},
	{"gtsvector"},
	{"index_am_handler"},
	{"inet"},
	{"int2", "smallint"},
	{"int2vector"},
	{"int4", "integer"},
	{"int4multirange"},
	{"int4range"},
	{"int8", "bigint"},
	{"int8multirange"},
	{"int8range"},
	{"internal"},
	{"interval", "interval", INTERVAL},
	{"json"},
	{"jsonb"},
	{"jsonpath"},
	{"language_handler"},
	{"line"},
	{"lseg"},
	{"macaddr"},
	{"macaddr8"},
	{"money"},
	{"name"},
	{"numeric", "numeric", PRECISION},
	{"nummultirange"},
	{"numrange"},
	{"oid"},
	{"oidvector"},
	{"path"},
	{"pg_brin_bloom_summary"},
	{"pg_brin_minmax_multi_summary"},
	{"pg_ddl_command"},
	{"pg_dependencies"},
	{"pg_lsn"},
	{"pg_mcv_list"},
	{"pg_ndistinct"},
	{"pg_node_tree"},
	{"pg_snapshot"},
	{"point"},
	{"polygon"},
	{"record"},
	{"refcursor"},
	{"regclass"},
	{"regcollation"},
	{"regconfig"},
	{"regdictionary"},
	{"regnamespace"},
	{"regoper"},
	{"regoperator"},
	{"regproc"},
	{"regprocedure"},
	{"regrole"},
	{"regtype"},
	{"table_am_handler"},
	{"text"},
	{"tid"},
	{"time", "time without time zone", TIME},
	{"timestamp", "timestamp without time zone", TIME},
	{"timestamptz", "timestamp with time zone", TIME},
	{"timetz", "time with time zone", TIME},
	{"trigger"},
	{"tsm_handler"},
	{"tsmultirange"},
	{"tsquery"},
	{"tsrange"},
	{"tstzmultirange"},
	{"tstzrange"},
	{"tsvector"},
	{"txid_snapshot"},
	{"unknown"},
	{"uuid"},
	{"varbit", "bit varying", BITS},
	{"varchar", "character varying", LENGTH},
	{"void"},
	{"xid"},
	{"xid8"},
	{"xml"},
};

/* what the server reads as an integer with a sequence, and what the grammar alone knows */
static const struct {
	const char *name, *spelling;
} serials[] = {
	{"bigserial", "bigserial"}, {"serial", "serial"},     {"serial2", "smallserial"},
	{"serial4", "serial"},      {"serial8", "bigserial"}, {"smallserial", "smallserial"},
};

static const char *const grammar_words[] = {
	"bigint",
	"bit varying",
	"boolean",
	"character",
	"character varying",
	"decimal",
	"double precision",
	"float",
	"int",
	"integer",
	"nchar",
	"real",
	"smallint",
	"timestamp with time zone",
	"timestamp without time zone",
	"time with time zone",
	"time without time zone",
};

/* the fields of an interval, as the grammar packs them: INTERVAL_MASK of datetime.h */
enum {
	MONTH = 1 << 1,
	YEAR = 1 << 2,
	DAY = 1 << 3,
	HOUR = 1 << 10,
	MINUTE = 1 << 11,
	SECOND = 1 << 12,
	ALL_FIELDS = 0x7fff,
};

static const struct {
	int mask;
	const char *words;
} interval_fields[] = {
	{YEAR, "year"},
	{MONTH, "month"},
	{DAY, "day"},
	{HOUR, "hour"},
	{MINUTE, "minute"},
	{SECOND, "second"},
	{YEAR | MONTH, "year to month"},
	{DAY | HOUR, "day to hour"},
	{DAY | HOUR | MINUTE, "day to minute"},
	{DAY | HOUR | MINUTE | SECOND, "day to second"},
	{HOUR | MINUTE, "hour to minute"},
	{HOUR | MINUTE | SECOND, "hour to second"},
	{MINUTE | SECOND, "minute to second"},
};

static int
by_name(const void *name, const void *builtin)
{
	return strcmp(name, ((const struct builtin *)builtin)->name);
}

static const struct builtin *
find_builtin(const char *name)
{
	return bsearch(name, builtins, LEN(builtins), sizeof builtins[0], by_name);
}

static const char *
serial_spelling(const char *name)
{
	size_t i;

	for (i = 0; i < LEN(serials); i++)
		if (strcmp(serials[i].name, name) == 0)
			return serials[i].spelling;
	return NULL;
}

/* a type that was met before: its spelling and parts, and what is wrong with it */
struct type {
	const char *spelling;
	struct type_parts parts;
	const struct builtin *builtin;
	const char *wrong;
};

/* --- modifiers */

static char *
dotted(PgQuery__Node *const *names, size_t n)
{
	struct strs parts = {0}, quoted = {0};
	size_t i;

	node_strings(names, n, &parts);
	for (i = 0; i < parts.n; i++)
		strs_add(&quoted, sql_name(parts.v[i]));
	return strs_join(&quoted, ".");
}

static const char *
modifier(const PgQuery__Node *n)
{
	const PgQuery__AConst *c = n->a_const;

	if (n->node_case == PG_QUERY__NODE__NODE_COLUMN_REF)
		return dotted(n->column_ref->fields, n->column_ref->n_fields);
	if (n->node_case == PG_QUERY__NODE__NODE_A_CONST) {
		if (c->val_case == PG_QUERY__A__CONST__VAL_IVAL)
			return strf("%d", c->ival->ival);
		if (c->val_case == PG_QUERY__A__CONST__VAL_SVAL)
			return sql_literal(c->sval->sval);
	}
	return node_sql(n);
}

static const char *
fields_words(long mask)
{
	size_t i;

	for (i = 0; i < LEN(interval_fields); i++)
		if (interval_fields[i].mask == mask)
			return interval_fields[i].words;
	return "unknown fields";
}

/* the first modifier of an interval is a mask of fields: a word of it, or nothing where it means all of them */
static void
interval_modifiers(struct strs *modifiers)
{
	struct strs all = *modifiers;
	long mask = all.n ? strtol(all.v[0], NULL, 10) : ALL_FIELDS;
	size_t i;

	*modifiers = (struct strs){0};
	if (mask != ALL_FIELDS)
		strs_add(modifiers, fields_words(mask));
	for (i = 1; i < all.n; i++)
		strs_add(modifiers, all.v[i]);
}

/* the server cuts precisions of seconds, with a warning */
static void
clip_precision(struct strs *modifiers)
{
	const char **last = modifiers->n ? &modifiers->v[modifiers->n - 1] : NULL;

	if (last && (**last >= '0' && **last <= '9') && strtol(*last, NULL, 10) > 6)
		*last = "6";
}

/* modifiers as format_type shows them */
static void
normalise(enum modifiers kind, struct strs *modifiers)
{
	if (kind == INTERVAL)
		interval_modifiers(modifiers);
	if (kind == INTERVAL || kind == TIME)
		clip_precision(modifiers);
	if (kind == PRECISION && modifiers->n == 1)
		strs_add(modifiers, "0");
}

static bool
is_integer(const char *s)
{
	s += *s == '-';
	return *s && strspn(s, "0123456789") == strlen(s);
}

static const char *
wrong_length(const char *type, long n, long most)
{
	if (n < 1)
		return strf("length for type %s must be at least 1", type);
	if (n > most)
		return strf("length for type %s cannot exceed %ld", type, most);
	return NULL;
}

static const char *
wrong_precision(const struct strs *m)
{
	const long precision = strtol(m->v[0], NULL, 10), scale = strtol(m->v[1], NULL, 10);

	if (precision < 1 || precision > 1000)
		return strf("NUMERIC precision %ld must be between 1 and 1000", precision);
	if (scale < -1000 || scale > 1000)
		return strf("NUMERIC scale %ld must be between -1000 and 1000", scale);
	return NULL;
}

static const char *
wrong_interval(const struct strs *m)
{
	if (m->n && *m->v[0] == '-')
		return strf("INTERVAL(%s) precision must not be negative", m->v[0]);
	if (m->n > 2 || (m->n && strcmp(m->v[0], fields_words(0)) == 0) ||
	    (m->n == 2 && (is_integer(m->v[0]) || !is_integer(m->v[1]))))
		return "invalid INTERVAL type modifier";
	return NULL;
}

static const char *
wrong_number(const struct strs *m)
{
	size_t i;

	for (i = 0; i < m->n; i++)
		if (!is_integer(m->v[i]))
			return strf("invalid input syntax for type integer: \"%s\"", m->v[i]);
	return NULL;
}

/* what the server says against the modifiers of a type of its own, or NULL */
static const char *
wrong_modifiers(const struct builtin *b, const struct strs *m)
{
	const char *name = b->modifiers == LENGTH && *b->name == 'b' ? "char" : b->name;

	if (m->n == 0)
		return NULL;
	if (b->modifiers == NOTHING)
		return strf("type modifier is not allowed for type \"%s\"", b->name);
	if (b->modifiers == INTERVAL)
		return wrong_interval(m);
	if (wrong_number(m))
		return wrong_number(m);
	if (m->n != (b->modifiers == PRECISION ? 2 : 1))
		return b->modifiers == PRECISION ? "invalid NUMERIC type modifier"
		                                 : "invalid type modifier";
	if (b->modifiers == LENGTH)
		return wrong_length(name, strtol(m->v[0], NULL, 10), 10485760);
	if (b->modifiers == BITS)
		return wrong_length(name, strtol(m->v[0], NULL, 10), 83886080);
	if (b->modifiers == PRECISION)
		return wrong_precision(m);
	return *m->v[0] == '-' ? "precision must not be negative" : NULL;
}

/* --- spelling */

/* the name with its modifiers where they belong */
static char *
with_modifiers(const char *name, enum modifiers kind, const struct strs *m)
{
	const char *rest = kind == TIME ? strchr(name, ' ') : NULL;
	const bool fields = kind == INTERVAL && m->n && !is_integer(m->v[0]);
	struct buf b = {0};

	if (m->n == 0)
		return str(name);
	buf_mem(&b, name, rest ? (size_t)(rest - name) : strlen(name));
	if (fields)
		buf_fmt(&b, " %s", m->v[0]);
	if (m->n > fields) {
		const struct strs numbers = {m->v + fields, m->n - fields, 0};

		buf_fmt(&b, "(%s)", strs_join(&numbers, ","));
	}
	if (rest)
		buf_add(&b, rest);
	return buf_str(&b);
}

static const char *
spelling_of(const struct type *t)
{
	const struct type_parts *p = &t->parts;
	struct buf b = {0};
	char *name;
	unsigned i;

	name = t->builtin || (p->builtin && !p->name.schema) ? str(p->name.name)
	                                                     : sql_name(p->name.name);
	if (p->name.schema)
		buf_fmt(&b, "%s.", sql_name(p->name.schema));
	buf_add(&b,
	        with_modifiers(name, t->builtin ? t->builtin->modifiers : NOTHING, &p->modifiers));
	for (i = 0; i < p->dimensions; i++)
		buf_add(&b, "[]");
	return buf_str(&b);
}

static bool
is_bpchar(const struct builtin *b)
{
	return b && strcmp(b->name, "bpchar") == 0;
}

/* finds out what a name without schema, or one of pg_catalog, means */
static void
resolve(struct type *t)
{
	struct type_parts *p = &t->parts;
	const char *name = p->name.name;
	const char *serial = p->name.schema ? NULL : serial_spelling(name);

	t->builtin = find_builtin(name);
	/* the server's name of an array */
	if (!t->builtin && *name == '_') {
		t->builtin = find_builtin(name + 1);
		p->dimensions += t->builtin != NULL;
	}
	p->builtin = t->builtin || serial || p->name.schema;
	if (serial) {
		p->name.name = serial;
		t->wrong = p->dimensions ? "array of serial is not implemented" : NULL;
		if (p->modifiers.n)
			t->wrong = "type modifier is not allowed for type \"serial\"";
	}
	if (!t->builtin)
		return;
	p->name.schema = NULL;
	p->name.name = t->builtin->spelling ? t->builtin->spelling : t->builtin->name;
	normalise(t->builtin->modifiers, &p->modifiers);
	if (is_bpchar(t->builtin) && p->modifiers.n)
		p->name.name = "character";
	if (t->builtin->modifiers == BITS && p->modifiers.n && *p->name.name == '"')
		p->name.name = "bit";
	t->wrong = wrong_modifiers(t->builtin, &p->modifiers);
}

static struct type *
type_of(const PgQuery__TypeName *n)
{
	struct type *t = alloc(sizeof *t);
	size_t i;

	t->parts.name = list_qname(n->names, n->n_names);
	t->parts.dimensions = (unsigned)n->n_array_bounds;
	for (i = 0; i < n->n_typmods; i++)
		strs_add(&t->parts.modifiers, modifier(n->typmods[i]));
	if (!t->parts.name.schema || strcmp(t->parts.name.schema, "pg_catalog") == 0)
		resolve(t);
	else
		t->parts.builtin = strcmp(t->parts.name.schema, "information_schema") == 0;
	t->spelling = spelling_of(t);
	if (n->pct_type)
		t->spelling = strf("%s%%TYPE", dotted(n->names, n->n_names));
	if (n->setof) {
		t->spelling = strf("SETOF %s", t->spelling);
		t->wrong = "a type cannot be SETOF here";
	}
	return t;
}

const char *
type_sql(const PgQuery__TypeName *t)
{
	return type_of(t)->spelling;
}

/* whether a text could end the brackets that it is put into */
static bool
leaves_brackets(const char *text)
{
	struct tokens tokens;
	size_t i, depth = 0;

	if (!scan_tokens(text, &tokens))
		return false;
	for (i = 0; i < tokens.n; i++) {
		if (text[tokens.v[i].start] == '(')
			depth++;
		else if (text[tokens.v[i].start] == ')' && depth-- == 0)
			return true;
	}
	return depth > 0;
}

/* the error in the text of a type, of the one in the statement that was made of it */
static void *
type_error(const char *text, struct parse_error *e)
{
	const size_t n = strlen(text), prefix = strlen(TYPE_PREFIX);

	e->offset -= e->offset < prefix ? e->offset : prefix;
	if (e->offset >= n) {
		e->offset = n;
		e->message = "syntax error at end of input";
	}
	return NULL;
}

static const struct type *
read_type(const char *text, struct parse_error *e)
{
	const PgQuery__Node *n;

	if (leaves_brackets(text)) {
		e->message = "brackets do not match";
		e->offset = 0;
		return NULL;
	}
	n = parse_statement(strf(TYPE_PREFIX "%s\n)", text), e);
	if (!n)
		return type_error(text, e);
	n = n->select_stmt->target_list[0]->res_target->val;
	return type_of(n->type_cast->type_name);
}

/* a text that was read before */
struct known {
	const char *text;
	const struct type *type;
	struct parse_error error;
};

static const struct known *
know(const char *text)
{
	/* where a text stands tells mostly which it is */
	static const struct known *last[256];
	static struct map cache;
	const struct known **at = &last[(uintptr_t)text / 8 % LEN(last)];
	struct known *k;

	if (*at && strcmp((*at)->text, text) == 0)
		return *at;
	k = map_get(&cache, text);
	if (k)
		return *at = k;
	k = alloc(sizeof *k);
	k->text = str(text);
	k->type = read_type(text, &k->error);
	if (k->type && k->type->wrong)
		k->error.message = k->type->wrong;
	map_put(&cache, k->text, k);
	return *at = k;
}

const char *
type_parse(const char *text, struct parse_error *e)
{
	const struct known *k = know(text);

	*e = k->error;
	return e->message ? NULL : k->type->spelling;
}

struct type_parts
type_parts(const char *type)
{
	const struct known *k = know(type);

	if (k->type)
		return k->type->parts;
	return (struct type_parts){.name = {NULL, type}};
}

const char *
type_catalog_name(const char *type)
{
	struct type_parts parts = type_parts(type);
	const struct builtin *b;
	size_t i;

	if (!parts.builtin || parts.name.schema)
		return NULL;
	b = strcmp(parts.name.name, "character") == 0 ? find_builtin("bpchar")
	                                              : find_builtin(parts.name.name);
	for (i = 0; !b && i < LEN(builtins); i++)
		if (builtins[i].spelling && strcmp(builtins[i].spelling, parts.name.name) == 0)
			b = &builtins[i];
	if (!b)
		return NULL;
	return parts.dimensions ? strf("_%s", b->name) : b->name;
}

const char *
type_spelling(const char *catalog_name)
{
	const bool array = *catalog_name == '_';
	const struct builtin *b = find_builtin(catalog_name + array);
	const char *spelling = b && b->spelling ? b->spelling : catalog_name + array;

	return array ? strf("%s[]", spelling) : spelling;
}

const struct strs *
type_names(void)
{
	static struct strs names;
	size_t i;

	if (names.n)
		return &names;
	for (i = 0; i < LEN(builtins); i++)
		strs_add(&names, builtins[i].name);
	for (i = 0; i < LEN(serials); i++)
		strs_add(&names, serials[i].name);
	for (i = 0; i < LEN(grammar_words); i++)
		strs_add(&names, grammar_words[i]);
	return &names;
}
