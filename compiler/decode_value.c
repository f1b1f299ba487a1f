/* Values by the types of their fields: texts, names, SQL, literals, and lists of those. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "decode_scope.h"
#include "parse.h"
#include "variable.h"

/* ---- messages ---- */

const char *
decode_words(const struct datum *d)
{
	static const char *const words[] = {
		[DATUM_NOTHING] = "nothing",
		[DATUM_NULL] = "null",
		[DATUM_BOOL] = "a boolean",
		[DATUM_INTEGER] = "an integer",
		[DATUM_FLOAT] = "a number",
		[DATUM_STRING] = "a string",
		[DATUM_SQL] = "sql",
		[DATUM_TABLE] = "a table",
		[DATUM_ARRAY] = "an array",
		[DATUM_ITEM] = "an item",
		[DATUM_OPERATION] = "an operation",
		[DATUM_FUNCTION] = "a function",
		[DATUM_OTHER] = "a value of Lua's own",
		[DATUM_WRONG] = "a table",
	};

	if (d->type == DATUM_ITEM)
		return strf("%s(…)", d->item->shape->name);
	return words[d->type];
}

/* "columns[2]: ": which value of the call a scope is */
static void
path(const struct scope *s, struct buf *b)
{
	if (!s->outer)
		return;
	path(s->outer, b);
	buf_add(b, s->key);
	if (s->index)
		buf_fmt(b, "[%zu]", s->index);
	buf_add(b, ": ");
}

void
decode_wrong(struct scope *s, enum error code, const char *format, ...)
{
	struct buf where = {0};
	va_list args;
	char text[1024];

	path(s, &where);
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	error_at(s->decoder->call->at, code, "%s: %s%s", s->decoder->call->name, buf_str(&where),
	         text);
	s->decoder->failed = true;
}

void
decode_mismatch(struct scope *s, const char *key, const char *expected, const struct datum *d)
{
	if (d->type == DATUM_WRONG)
		decode_wrong(s, E_VALUE_TYPE, "%s %s", key, d->text);
	else
		decode_wrong(s, E_VALUE_TYPE, "%s must be %s, not %s", key, expected,
		             decode_words(d));
}

/* ---- texts ---- */

/* the text of a string or of sql, or NULL after an error */
static const char *
checked_text(struct scope *s, const char *key, const struct datum *d)
{
	if (memchr(d->text, '\0', d->n)) {
		decode_wrong(s, E_TEXT, "%s holds a NUL byte, which PostgreSQL cannot store", key);
		return NULL;
	}
	if (!utf8_valid(d->text)) {
		decode_wrong(s, E_TEXT, "%s is not UTF-8", key);
		return NULL;
	}
	return d->text;
}

static const char *
text(struct scope *s, const char *key, const struct datum *d)
{
	if (d->type == DATUM_STRING)
		return checked_text(s, key, d);
	decode_mismatch(s, key, "a string", d);
	return NULL;
}

/* an SQL text: a string or sql */
static const char *
sql_text(struct scope *s, const char *key, const struct datum *d)
{
	if (d->type == DATUM_STRING || d->type == DATUM_SQL)
		return checked_text(s, key, d);
	decode_mismatch(s, key, "an SQL text", d);
	return NULL;
}

static const char *
checked_name(struct scope *s, const char *key, const char *name)
{
	const char *why = name ? name_wrong(name) : NULL;

	if (why)
		decode_wrong(s, E_RESERVED, "%s: %s", key, why);
	return why ? NULL : name;
}

static const char *
name(struct scope *s, const char *key, const struct datum *d)
{
	if (d->type != DATUM_STRING) {
		decode_mismatch(s, key, "a string", d);
		return NULL;
	}
	return checked_name(s, key, checked_text(s, key, d));
}

/* what is wrong with a text that is more than one word; a reason that names the word needs no more */
static void
malformed(struct scope *s, const char *key, const char *t, const char *why)
{
	if (*why == '\'' || !*t)
		decode_wrong(s, E_RESERVED, "%s: %s", key, why);
	else
		decode_wrong(s, E_RESERVED, "%s '%s': %s", key, t, why);
}

static struct qname
qname(struct scope *s, const char *key, const struct datum *d)
{
	struct qname q = {0};
	const char *t, *why;

	if (d->type != DATUM_STRING) {
		decode_mismatch(s, key, "a string", d);
		return q;
	}
	t = checked_text(s, key, d);
	why = t ? qname_parse(t, &q) : NULL;
	if (why)
		malformed(s, key, t, why);
	return q;
}

static const char *
type(struct scope *s, const char *key, const struct datum *d)
{
	struct parse_error e;
	const char *t, *spelt;

	t = text(s, key, d);
	if (!t)
		return NULL;
	spelt = type_parse(t, &e);
	if (!spelt)
		decode_wrong(s, E_MODIFIER, "%s '%s': %s", key, t, e.message);
	return spelt;
}

static const char *
choice(struct scope *s, const struct field *f, const struct datum *d)
{
	struct strs choices = {0};
	const char *const *c;
	const char *t = text(s, f->key, d);

	if (!t)
		return NULL;
	for (c = f->choices; *c; c++) {
		if (strcmp(*c, t) == 0)
			return *c;
		strs_add(&choices, strf("'%s'", *c));
	}
	decode_wrong(s, E_VALUE, "%s must be %s%s, not '%s'", f->key,
	             choices.n > 1 ? "one of " : "", strs_join(&choices, ", "), t);
	return NULL;
}

/* an integer as text; among the choices there may be words that stand for one, and true */
static const char *
integer(struct scope *s, const struct field *f, const struct datum *d)
{
	if (d->type == DATUM_INTEGER)
		return d->text;
	if (d->type == DATUM_STRING && f->choices)
		return choice(s, f, d);
	if (d->type == DATUM_BOOL && d->truth && f->choices && strcmp(*f->choices, "true") == 0)
		return *f->choices;
	if (d->type == DATUM_FLOAT)
		decode_wrong(s, E_VALUE_TYPE, "%s must be an integer, not %s", f->key, d->text);
	else
		decode_mismatch(s, f->key, "an integer", d);
	return NULL;
}

static void
answer(struct scope *s, const struct field *f, const struct datum *d, enum answer *into)
{
	if (d->type != DATUM_BOOL)
		decode_mismatch(s, f->key, "true or false", d);
	else
		*into = d->truth ? YES : NO;
}

static void
term(struct scope *s, const char *key, const struct datum *d, struct term *into)
{
	if (d->type == DATUM_SQL)
		into->expression = checked_text(s, key, d);
	else if (d->type == DATUM_STRING)
		into->column = name(s, key, d);
	else
		decode_mismatch(s, key, "a column's name or sql", d);
}

static void
statement(struct scope *s, const char *key, const struct datum *d, struct source *into)
{
	into->text = sql_text(s, key, d);
	into->at = s->decoder->call->at;
	if (into->text)
		s->decoder->call->locate(into);
}

/* a file as it is hashed and sent: line ends are LF, as in a Lua string */
static const char *
file_text(struct scope *s, const char *path)
{
	struct loc at = {path, 0};
	size_t n, i, to = 0;
	char *bytes = input_read(path, &n);

	if (!bytes) {
		decode_wrong(s, E_FILE, "cannot read '%s': %s", path, file_wrong());
		return NULL;
	}
	s->decoder->failed = true;
	if (memchr(bytes, '\0', n)) {
		error_at(at, E_TEXT, "%s: the file holds a NUL byte, which PostgreSQL cannot store",
		         s->decoder->call->name);
		return NULL;
	}
	if (has_variable(bytes) || !utf8_valid(bytes)) {
		error_at(at, E_TEXT, "%s: the file is not UTF-8", s->decoder->call->name);
		return NULL;
	}
	s->decoder->failed = false;
	for (i = strncmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0; i < n; i++)
		if (bytes[i] != '\r' || bytes[i + 1] != '\n')
			bytes[to++] = bytes[i];
	bytes[to] = '\0';
	return bytes;
}

/* a path beside the script, and what stands there */
static void
file(struct scope *s, const char *key, const struct datum *d, struct source *into)
{
	const char *script = s->decoder->call->at.file, *slash = strrchr(script, '/');
	const char *path = text(s, key, d);

	if (!path)
		return;
	if (*path == '/') {
		decode_wrong(
			s, E_FILE,
			"'%s': the path is relative to the script, so that every machine builds the same",
			path);
		return;
	}
	if (slash)
		path = strf("%.*s/%s", (int)(slash - script), script, path);
	path = path_normal(path);
	*into = (struct source){{path, 1, 1}, file_text(s, path), true};
}

/* ---- references ---- */

/* the first of `c` or `end` outside of double quotes, or the end of text */
static const char *
outside_quotes(const char *text, char c, char end)
{
	bool quoted = false;

	for (; *text; text++) {
		if (*text == '"')
			quoted = !quoted;
		else if (!quoted && (*text == c || *text == end))
			break;
	}
	return text;
}

static char *
trimmed(const char *from, const char *to)
{
	while (from < to && strchr(" \t\r\n", *from))
		from++;
	while (to > from && strchr(" \t\r\n", to[-1]))
		to--;
	return strn(from, (size_t)(to - from));
}

/* the columns of "t(a, b)", from behind the parenthesis on; NULL, or what is wrong */
static const char *
reference_columns(const char *text, struct strs *columns)
{
	const char *end, *why;
	struct qname q;

	for (;; text = end + 1) {
		end = outside_quotes(text, ',', ')');
		if (!*end)
			return "the parenthesis is not closed";
		why = qname_parse(trimmed(text, end), &q);
		if (why)
			return why;
		if (q.schema)
			return "columns stand without their table between the parentheses";
		strs_add(columns, q.name);
		if (*end == ')')
			break;
	}
	return *trimmed(end + 1, end + strlen(end)) ? "text after the closing parenthesis" : NULL;
}

static const char *
reference_parse(const char *text, struct reference *into)
{
	const char *open = outside_quotes(text, '(', '(');
	const char *why = qname_parse(trimmed(text, open), &into->table);

	if (!why && *open)
		why = reference_columns(open + 1, &into->columns);
	return why;
}

static void
reference(struct scope *s, const char *key, const struct datum *d, struct reference *into)
{
	const char *t, *why;

	if (d->type != DATUM_STRING) {
		decode_mismatch(s, key, "a table, \"t\" or \"t(a, b)\"", d);
		return;
	}
	t = checked_text(s, key, d);
	why = t ? reference_parse(t, into) : NULL;
	if (why)
		malformed(s, key, t, why);
}

/* ---- values ---- */

static struct value *value(struct scope *s, const char *key, const struct datum *d);

static void
value_list(struct scope *s, const char *key, const struct record *r, struct value *into)
{
	size_t i;

	into->type = VALUE_LIST;
	for (i = 0; i < r->n; i++)
		list_add(&into->items, value(s, key, &r->list[i]));
}

static void
value_map(struct scope *s, const char *key, const struct record *r, struct value *into)
{
	size_t i;

	into->type = VALUE_MAP;
	for (i = 0; i < r->n_named; i++) {
		if (!utf8_valid(r->named[i].key))
			decode_wrong(s, E_TEXT, "%s has a key that is not UTF-8", key);
		strs_add(&into->keys, r->named[i].key);
		list_add(&into->items, value(s, key, &r->named[i].value));
	}
}

static void
value_table(struct scope *s, const char *key, const struct datum *d, struct value *into)
{
	const struct record *r = d->record;

	if (r->n && r->n_named)
		decode_wrong(s, E_VALUE_TYPE,
		             "%s is a list and has the key '%s': it must be one or the other", key,
		             r->named[0].key);
	else if (r->n || d->type == DATUM_ARRAY)
		value_list(s, key, r, into);
	else
		value_map(s, key, r, into);
}

/* never NULL; what it is after an error does not matter */
static struct value *
value(struct scope *s, const char *key, const struct datum *d)
{
	struct value *v = alloc(sizeof *v);

	v->at = s->decoder->call->at;
	if (d->type == DATUM_NULL) {
		v->type = VALUE_NULL;
	} else if (d->type == DATUM_BOOL) {
		v->type = VALUE_BOOL;
		v->text = d->truth ? "true" : "false";
	} else if (d->type == DATUM_INTEGER || d->type == DATUM_FLOAT) {
		v->type = VALUE_NUMBER;
		v->text = d->text;
	} else if (d->type == DATUM_STRING || d->type == DATUM_SQL) {
		v->type = d->type == DATUM_SQL ? VALUE_SQL : VALUE_STRING;
		v->text = checked_text(s, key, d);
	} else if (d->type == DATUM_TABLE || d->type == DATUM_ARRAY) {
		value_table(s, key, d, v);
	} else {
		decode_mismatch(s, key, "a literal, sql or null", d);
	}
	return v;
}

/* ---- lists ---- */

const struct datum *
decode_elements(struct scope *s, const struct slot *slot, const struct datum *d, size_t *n)
{
	const char *key = slot->field->key;

	*n = 1;
	if (d->type == DATUM_WRONG) {
		decode_mismatch(s, key, "", d);
		return NULL;
	}
	if (d->type != DATUM_TABLE && (d->type != DATUM_ARRAY || slot->field->type == FIELD_VALUES))
		return d;
	*n = d->record->n;
	if (!d->record->n_named) {
		if (slot->field->required && !*n)
			decode_wrong(s, E_MISSING, "%s must not be empty", key);
		return *n ? d->record->list : d;
	}
	if (slot->position)
		decode_wrong(s, E_NO_PLACE,
		             "'%s' among the %s: options go into a table after the %s",
		             d->record->named[0].key, key, key);
	else
		decode_wrong(s, E_NO_PLACE, "%s must be a list; '%s' has no place in it", key,
		             d->record->named[0].key);
	return NULL;
}

static void
names(struct scope *s, const char *key, const struct datum *d, size_t n, struct strs *into)
{
	const char *one;
	size_t i;

	for (i = 0; i < n; i++) {
		one = name(s, key, &d[i]);
		if (one)
			strs_add(into, one);
	}
}

static void
texts(struct scope *s, const char *key, const struct datum *d, size_t n, struct strs *into)
{
	const char *one;
	size_t i;

	for (i = 0; i < n; i++) {
		one = text(s, key, &d[i]);
		if (one)
			strs_add(into, one);
	}
}

static void
qnames(struct scope *s, const char *key, const struct datum *d, size_t n, struct list *into)
{
	struct qname q;
	size_t i;

	for (i = 0; i < n; i++) {
		q = qname(s, key, &d[i]);
		list_add(into, copy(&q, sizeof q));
	}
}

static void
values(struct scope *s, const char *key, const struct datum *d, size_t n, struct list *into)
{
	size_t i;

	for (i = 0; i < n; i++)
		list_add(into, value(s, key, &d[i]));
}

static struct row *
row(struct scope *s, const char *key, const struct record *r)
{
	struct row *new = alloc(sizeof *new);
	size_t i;

	new->at = s->decoder->call->at;
	for (i = 0; i < r->n_named; i++) {
		checked_name(s, key, r->named[i].key);
		strs_add(&new->columns, r->named[i].key);
		list_add(&new->values, value(s, r->named[i].key, &r->named[i].value));
	}
	return new;
}

static void
rows(struct scope *s, const char *key, const struct datum *d, size_t n, struct list *into)
{
	struct scope inner = {s->decoder, s, key, .layout = s->layout};
	size_t i;

	for (i = 0; i < n; i++) {
		inner.index = i + 1;
		if (d[i].type != DATUM_TABLE)
			decode_mismatch(&inner, "a row", "a table { column = value }", &d[i]);
		else if (d[i].record->n)
			decode_wrong(
				&inner, E_VALUE_TYPE,
				"a row must be { column = value }; it has a value without a column");
		else
			list_add(into, row(&inner, key, d[i].record));
	}
}

/* { name = value } as "name=value" */
static void
parameters(struct scope *s, const char *key, const struct datum *d, struct strs *into)
{
	const struct record *r = d->record;
	const struct datum *v;
	const char *t;
	size_t i;

	if (d->type != DATUM_TABLE || r->n) {
		decode_mismatch(s, key, "a table { name = value }", d);
		return;
	}
	for (i = 0; i < r->n_named; i++) {
		v = &r->named[i].value;
		t = NULL;
		if (v->type == DATUM_BOOL)
			t = v->truth ? "true" : "false";
		else if (v->type == DATUM_INTEGER || v->type == DATUM_FLOAT)
			t = v->text;
		else if (v->type == DATUM_STRING)
			t = checked_text(s, r->named[i].key, v);
		else
			decode_mismatch(s, r->named[i].key, "a string, a number or a boolean", v);
		checked_name(s, key, r->named[i].key);
		if (t)
			strs_add(into, strf("%s=%s", r->named[i].key, t));
	}
}

static void
list(struct scope *s, const struct slot *slot, const struct datum *d, void *into)
{
	const char *key = slot->field->key;
	const struct datum *e;
	size_t n;

	e = decode_elements(s, slot, d, &n);
	if (!e)
		return;
	if (slot->field->type == FIELD_NAMES)
		names(s, key, e, n, into);
	else if (slot->field->type == FIELD_TEXTS)
		texts(s, key, e, n, into);
	else if (slot->field->type == FIELD_QNAMES)
		qnames(s, key, e, n, into);
	else if (slot->field->type == FIELD_VALUES)
		values(s, key, e, n, into);
	else
		rows(s, key, e, n, into);
}

void
decode_value(struct scope *s, const struct slot *slot, const struct datum *d, void *into)
{
	const struct field *f = slot->field;
	enum answer said = UNSAID;

	switch (f->type) {
	case FIELD_BOOL:
		answer(s, f, d, &said);
		*(bool *)into = said == YES;
		break;
	case FIELD_ANSWER:
		answer(s, f, d, into);
		break;
	case FIELD_INT:
		*(const char **)into = integer(s, f, d);
		break;
	case FIELD_TEXT:
		*(const char **)into = text(s, f->key, d);
		break;
	case FIELD_NAME:
		*(const char **)into = name(s, f->key, d);
		break;
	case FIELD_QNAME:
		*(struct qname *)into = qname(s, f->key, d);
		break;
	case FIELD_TYPE:
		*(const char **)into = type(s, f->key, d);
		break;
	case FIELD_SQL:
		*(const char **)into = sql_text(s, f->key, d);
		break;
	case FIELD_STATEMENT:
		statement(s, f->key, d, into);
		break;
	case FIELD_FILE:
		file(s, f->key, d, into);
		break;
	case FIELD_VALUE:
		*(struct value **)into = value(s, f->key, d);
		break;
	case FIELD_CHOICE:
		*(const char **)into = choice(s, f, d);
		break;
	case FIELD_TERM:
		term(s, f->key, d, into);
		break;
	case FIELD_REFERENCE:
		reference(s, f->key, d, into);
		break;
	case FIELD_PARAMETERS:
		parameters(s, f->key, d, into);
		break;
	case FIELD_NAMES:
	case FIELD_TEXTS:
	case FIELD_QNAMES:
	case FIELD_VALUES:
	case FIELD_ROWS:
		list(s, slot, d, into);
		break;
	case FIELD_ITEM:
	case FIELD_ITEMS:
	case FIELD_PART: /* decode.c sees to these */
		break;
	}
}
