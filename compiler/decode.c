/* A call is decoded in three steps: its arguments are told apart into positions and options (by shape.call), each reaches
   the slot of its field, and each slot is decoded by the type of its field. A wrong value is reported and the rest
   still decoded, so that one run shows all errors. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "decode.h"
#include "parse.h"

#define MAX_SLOTS 128

/* a field as its outermost struct has it: those of parts are among the others */
struct slot {
	const struct field *field;
	size_t offset;
	int position;
	const struct layout *layout; /* of field->shape */
};

struct layout {
	const struct shape *shape;
	struct slot slots[MAX_SLOTS];
	size_t n;
	int last; /* position */
	bool has_options;
	struct list parts; /* struct slot, for finish */
	struct strs keys;  /* of options */
};

/* one call being decoded */
struct decoder {
	const struct invocation *call;
	bool failed;   /* after an error */
	bool poisoned; /* by an item whose errors were reported */
};

/* the struct being filled: the call's own, or one inside of it */
struct scope {
	struct decoder *decoder;
	const struct scope *outer;
	const char *key; /* what it is of outer's */
	size_t index;    /* from 1 where that is a list */

	const struct layout *layout;
	char *into;
	bool given[MAX_SLOTS];
};

static void decode_record(struct scope *s, const struct datum *d, int first);

/* ---- layouts ---- */

static bool
is_list(enum field_type type)
{
	return type == FIELD_NAMES || type == FIELD_TEXTS || type == FIELD_QNAMES ||
	       type == FIELD_VALUES || type == FIELD_ITEMS || type == FIELD_ROWS;
}

static const struct layout *layout_of(const struct shape *shape);

static void
lay_out(struct layout *l, const struct field *fields, size_t offset, int position)
{
	const struct field *f;
	struct slot *slot;

	for (f = fields; f->key || f->type == FIELD_PART; f++) {
		slot = f->type == FIELD_PART ? alloc(sizeof *slot) : &l->slots[l->n++];
		if (l->n == MAX_SLOTS)
			fatal("%s: too many fields", l->shape->name);
		slot->field = f;
		slot->offset = offset + f->offset;
		slot->position = f->position ? position + f->position : 0;
		if (slot->position > l->last)
			l->last = slot->position;
		if (f->type == FIELD_PART) {
			list_add(&l->parts, slot);
			lay_out(l, f->shape->fields, slot->offset,
			        f->position ? slot->position - 1 : position);
			continue;
		}
		if (!slot->position) {
			l->has_options = true;
			strs_add(&l->keys, f->key);
		}
		if (f->shape)
			slot->layout = layout_of(f->shape);
	}
}

static const struct layout *
layout_of(const struct shape *shape)
{
	static struct list known;
	struct layout *l;
	size_t i;

	for (i = 0; i < known.n; i++) {
		l = known.v[i];
		if (l->shape == shape)
			return l;
	}
	l = alloc(sizeof *l);
	l->shape = shape;
	list_add(&known, l); /* before its fields: a shape may hold items of its own */
	lay_out(l, shape->fields, 0, 0);
	return l;
}

/* most structs begin with struct loc; the few that are only ever parts may not */
static bool
begins_with_loc(const struct shape *shape)
{
	const struct field *f;

	for (f = shape->fields; f->key || f->type == FIELD_PART; f++)
		if (f->type != FIELD_PART && f->offset < sizeof(struct loc))
			return false;
	return true;
}

/* ---- messages ---- */

static const char *
datum_words(const struct datum *d)
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

static void __attribute__((format(printf, 2, 3))) wrong(struct scope *s, const char *format, ...)
{
	struct buf where = {0};
	va_list args;
	char text[1024];

	path(s, &where);
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	error_at(s->decoder->call->at, "%s: %s%s", s->decoder->call->name, buf_str(&where), text);
	s->decoder->failed = true;
}

/* d is not what key must be */
static void
mismatch(struct scope *s, const char *key, const char *expected, const struct datum *d)
{
	if (d->type == DATUM_WRONG)
		wrong(s, "%s %s", key, d->text);
	else
		wrong(s, "%s must be %s, not %s", key, expected, datum_words(d));
}

/* ---- texts ---- */

/* the text of a string or of sql, or NULL after an error */
static const char *
checked_text(struct scope *s, const char *key, const struct datum *d)
{
	if (memchr(d->text, '\0', d->n)) {
		wrong(s, "%s holds a NUL byte, which PostgreSQL cannot store", key);
		return NULL;
	}
	if (!utf8_valid(d->text)) {
		wrong(s, "%s is not UTF-8", key);
		return NULL;
	}
	return d->text;
}

static const char *
text(struct scope *s, const char *key, const struct datum *d)
{
	if (d->type == DATUM_STRING)
		return checked_text(s, key, d);
	mismatch(s, key, "a string", d);
	return NULL;
}

/* an SQL text: a string or sql */
static const char *
sql_text(struct scope *s, const char *key, const struct datum *d)
{
	if (d->type == DATUM_STRING || d->type == DATUM_SQL)
		return checked_text(s, key, d);
	mismatch(s, key, "an SQL text", d);
	return NULL;
}

static const char *
checked_name(struct scope *s, const char *key, const char *name)
{
	const char *why = name ? name_wrong(name) : NULL;

	if (why)
		wrong(s, "%s: %s", key, why);
	return why ? NULL : name;
}

static const char *
name(struct scope *s, const char *key, const struct datum *d)
{
	if (d->type != DATUM_STRING) {
		mismatch(s, key, "a name", d);
		return NULL;
	}
	return checked_name(s, key, checked_text(s, key, d));
}

/* what is wrong with a text that is more than one word; a reason that names the word needs no more */
static void
malformed(struct scope *s, const char *key, const char *t, const char *why)
{
	if (*why == '\'' || !*t)
		wrong(s, "%s: %s", key, why);
	else
		wrong(s, "%s '%s': %s", key, t, why);
}

static struct qname
qname(struct scope *s, const char *key, const struct datum *d)
{
	struct qname q = {0};
	const char *t, *why;

	if (d->type != DATUM_STRING) {
		mismatch(s, key, "a name", d);
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
		wrong(s, "%s '%s': %s", key, t, e.message);
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
	wrong(s, "%s must be %s%s, not '%s'", f->key, choices.n > 1 ? "one of " : "",
	      strs_join(&choices, ", "), t);
	return NULL;
}

/* an integer as text; among the choices there may be words that stand for one */
static const char *
integer(struct scope *s, const struct field *f, const struct datum *d)
{
	if (d->type == DATUM_INTEGER)
		return d->text;
	if (d->type == DATUM_STRING && f->choices)
		return choice(s, f, d);
	if (d->type == DATUM_FLOAT)
		wrong(s, "%s must be an integer, not %s", f->key, d->text);
	else
		mismatch(s, f->key, "an integer", d);
	return NULL;
}

static void
answer(struct scope *s, const struct field *f, const struct datum *d, enum answer *into)
{
	if (d->type != DATUM_BOOL)
		mismatch(s, f->key, "true or false", d);
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
		mismatch(s, key, "a column's name or sql", d);
}

static void
statement(struct scope *s, const char *key, const struct datum *d, struct source *into)
{
	into->text = sql_text(s, key, d);
	into->at = s->decoder->call->at;
	if (into->text)
		s->decoder->call->locate(into);
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
		mismatch(s, key, "a table, \"t\" or \"t(a, b)\"", d);
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
			wrong(s, "%s has a key that is not UTF-8", key);
		strs_add(&into->keys, r->named[i].key);
		list_add(&into->items, value(s, key, &r->named[i].value));
	}
}

static void
value_table(struct scope *s, const char *key, const struct datum *d, struct value *into)
{
	const struct record *r = d->record;

	if (r->n && r->n_named)
		wrong(s, "%s is a list and has the key '%s': it must be one or the other", key,
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
		mismatch(s, key, "a literal, sql or null", d);
	}
	return v;
}

/* ---- lists ---- */

/* the elements of a list, or the one that stands for a list; NULL after an error */
static const struct datum *
elements(struct scope *s, const struct slot *slot, const struct datum *d, size_t *n)
{
	const char *key = slot->field->key;

	*n = 1;
	if (d->type != DATUM_TABLE && (d->type != DATUM_ARRAY || slot->field->type == FIELD_VALUES))
		return d;
	*n = d->record->n;
	if (!d->record->n_named)
		return *n ? d->record->list : d;
	if (slot->position)
		wrong(s, "'%s' among the %s: options go into a table after the %s",
		      d->record->named[0].key, key, key);
	else
		wrong(s, "%s must be a list; '%s' has no place in it", key,
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
			mismatch(&inner, "a row", "a table { column = value }", &d[i]);
		else if (d[i].record->n)
			wrong(&inner,
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
		mismatch(s, key, "a table { name = value }", d);
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
			mismatch(s, r->named[i].key, "a string, a number or a boolean", v);
		checked_name(s, key, r->named[i].key);
		if (t)
			strs_add(into, strf("%s=%s", r->named[i].key, t));
	}
}

/* ---- items ---- */

/* what an operation changes in an item (the names it chooses) must not reach another operation that uses the same */
static void *
item_copy(const struct layout *l, const void *from)
{
	char *to = copy(from, l->shape->size);
	const struct slot *slot;
	struct list *items;
	void **item;
	size_t i, k;

	for (i = 0; i < l->n; i++) {
		slot = &l->slots[i];
		if (slot->field->type == FIELD_ITEM) {
			item = (void **)(void *)(to + slot->offset);
			if (*item)
				*item = item_copy(slot->layout, *item);
		} else if (slot->field->type == FIELD_ITEMS) {
			items = (struct list *)(void *)(to + slot->offset);
			*items = list_copy(items);
			for (k = 0; k < items->n; k++)
				items->v[k] = item_copy(slot->layout, items->v[k]);
		}
	}
	return to;
}

/* an item that a constructor made, for its user; NULL where it was wrong */
static void *
item_take(struct decoder *d, struct item *item)
{
	if (item->wrong) {
		d->poisoned = true;
		return NULL;
	}
	if (item->used)
		return item_copy(layout_of(item->shape), item->value);
	item->used = true;
	return item->value;
}

/* where no struct loc begins it, none is written */
static void
place(const struct shape *shape, void *into, struct loc at)
{
	if (begins_with_loc(shape))
		*(struct loc *)into = at;
}

static void
finish(struct scope *s)
{
	const struct layout *l = s->layout;
	const struct slot *part;
	size_t i;

	for (i = 0; i < l->parts.n; i++) {
		part = l->parts.v[i];
		place(part->field->shape, s->into + part->offset, s->decoder->call->at);
	}
	if (s->decoder->failed || s->decoder->poisoned)
		return;
	for (i = l->parts.n; i > 0; i--) {
		part = l->parts.v[i - 1];
		if (part->field->shape->finish &&
		    part->field->shape->finish(s->into + part->offset) < 0)
			s->decoder->failed = true;
	}
	if (!s->decoder->failed && l->shape->finish && l->shape->finish(s->into) < 0)
		s->decoder->failed = true;
}

/* a value that no constructor made: a table of the item's own, or its first position alone */
static void *
plain_item(struct scope *outer, const struct slot *slot, const struct datum *d, size_t index)
{
	struct scope s = {outer->decoder, outer, slot->field->key, index, slot->layout};

	s.into = alloc(slot->layout->shape->size);
	place(slot->layout->shape, s.into, s.decoder->call->at);
	decode_record(&s, d, 1);
	finish(&s);
	return s.into;
}

static void
foreign(struct scope *s, const struct datum *d)
{
	wrong(s, "%s does not belong into %s", datum_words(d),
	      s->outer ? s->key : s->decoder->call->name);
}

/* the struct of an item or of what stands for one; NULL where there is none */
static void *
item(struct scope *s, const struct slot *slot, const struct datum *d, size_t index)
{
	if (d->type == DATUM_ITEM && d->item->shape == slot->field->shape)
		return item_take(s->decoder, d->item);
	if (d->type == DATUM_ITEM)
		foreign(s, d);
	else if (d->type == DATUM_WRONG)
		mismatch(s, slot->field->key, "", d);
	else if (slot->field->shape->call != CALL_TABLE)
		mismatch(s, slot->field->key, strf("%s(…)", slot->field->shape->name), d);
	else
		return plain_item(s, slot, d, index);
	return NULL;
}

static void
items(struct scope *s, const struct slot *slot, const struct datum *d, size_t n, struct list *into)
{
	void *one;
	size_t i;

	for (i = 0; i < n; i++) {
		one = item(s, slot, &d[i], n > 1 ? i + 1 : 0);
		if (one)
			list_add(into, one);
	}
}

/* ---- slots ---- */

static void
decode_list(struct scope *s, const struct slot *slot, const struct datum *d, void *into)
{
	const char *key = slot->field->key;
	const struct datum *e;
	size_t n;

	if (d->type == DATUM_WRONG) {
		mismatch(s, key, "", d);
		return;
	}
	e = elements(s, slot, d, &n);
	if (!e)
		return;
	if (slot->field->required && n == 0)
		wrong(s, "%s must not be empty", key);
	if (slot->field->type == FIELD_NAMES)
		names(s, key, e, n, into);
	else if (slot->field->type == FIELD_TEXTS)
		texts(s, key, e, n, into);
	else if (slot->field->type == FIELD_QNAMES)
		qnames(s, key, e, n, into);
	else if (slot->field->type == FIELD_VALUES)
		values(s, key, e, n, into);
	else if (slot->field->type == FIELD_ITEMS)
		items(s, slot, e, n, into);
	else
		rows(s, key, e, n, into);
}

static bool
is_text(enum field_type type)
{
	return type == FIELD_TEXT || type == FIELD_NAME || type == FIELD_TYPE ||
	       type == FIELD_SQL || type == FIELD_CHOICE || type == FIELD_INT;
}

static void
decode_slot(struct scope *s, const struct slot *slot, const struct datum *d)
{
	const struct field *f = slot->field;
	void *into = s->into + slot->offset;
	enum answer said = UNSAID;

	if (d->type == DATUM_NOTHING)
		return;
	s->given[slot - s->layout->slots] = true;
	if (d->type == DATUM_NULL && f->nullable && f->type != FIELD_VALUE) {
		if (is_text(f->type))
			*(const char **)into = "";
		else if (f->type == FIELD_ITEM)
			*(void **)into = alloc(f->shape->size);
		return;
	}
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
	case FIELD_ITEM:
		*(void **)into = item(s, slot, d, 0);
		break;
	case FIELD_NAMES:
	case FIELD_TEXTS:
	case FIELD_QNAMES:
	case FIELD_VALUES:
	case FIELD_ITEMS:
	case FIELD_ROWS:
		decode_list(s, slot, d, into);
		break;
	case FIELD_PART: /* its fields are slots of their own */
		break;
	}
}

/* ---- positions and options ---- */

/* the slots of a position, which stand in *n places, not always beside each other: the first, or NULL */
static const struct slot *
slots_at(const struct layout *l, int position, size_t *n)
{
	const struct slot *first = NULL;
	size_t i;

	*n = 0;
	for (i = 0; i < l->n; i++)
		if (l->slots[i].position == position && ++*n == 1)
			first = &l->slots[i];
	return first;
}

/* the slot of a position that takes items of a shape, or NULL */
static const struct slot *
slot_for(const struct layout *l, int position, const struct shape *shape)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		if (l->slots[i].position == position && l->slots[i].field->shape == shape)
			return &l->slots[i];
	return NULL;
}

/* "column(…), index(…)": what may stand at a position */
static const char *
items_at(const struct layout *l, int position)
{
	struct strs all = {0};
	size_t i;

	for (i = 0; i < l->n; i++)
		if (l->slots[i].position == position)
			strs_add(&all, strf("%s(…)", l->slots[i].field->shape->name));
	return strs_join(&all, ", ");
}

/* an element of a list of items of several shapes */
static void
mixed_item(struct scope *s, int position, const struct datum *d)
{
	const struct slot *slot = NULL;
	void *one;

	if (d->type == DATUM_ITEM)
		slot = slot_for(s->layout, position, d->item->shape);
	if (!slot && d->type == DATUM_ITEM) {
		foreign(s, d);
	} else if (!slot) {
		wrong(s, "%s does not belong into its list; these do: %s", datum_words(d),
		      items_at(s->layout, position));
	} else {
		s->given[slot - s->layout->slots] = true;
		one = item_take(s->decoder, d->item);
		if (one)
			list_add((struct list *)(void *)(s->into + slot->offset), one);
	}
}

/* what stands at a position, as one datum */
static void
decode_position(struct scope *s, int position, const struct datum *d)
{
	size_t n, i;
	const struct slot *slot = slots_at(s->layout, position, &n);

	if (n == 1) {
		decode_slot(s, slot, d);
	} else if (d->type == DATUM_WRONG) {
		mismatch(s, slot->field->key, "", d);
	} else if (d->type == DATUM_TABLE) {
		if (d->record->n_named)
			wrong(s, "'%s' among the %s: options go into a table after them",
			      d->record->named[0].key, slot->field->key);
		for (i = 0; i < d->record->n; i++)
			mixed_item(s, position, &d->record->list[i]);
	} else if (d->type != DATUM_NOTHING) {
		mixed_item(s, position, d);
	}
}

static const struct slot *
option(const struct layout *l, const char *key)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		if (!l->slots[i].position && strcmp(l->slots[i].field->key, key) == 0)
			return &l->slots[i];
	return NULL;
}

/* a key that is no option: that of a position, or unknown */
static void
unknown_key(struct scope *s, const char *key)
{
	size_t i;

	for (i = 0; i < s->layout->n; i++) {
		if (strcmp(s->layout->slots[i].field->key, key) == 0) {
			wrong(s, "%s is no option: it is value number %d, written without a name",
			      key, s->layout->slots[i].position);
			return;
		}
	}
	wrong(s, "unknown key '%s'%s", key, did_you_mean(key, &s->layout->keys));
}

static void
decode_options(struct scope *s, const struct record *r)
{
	const struct slot *slot;
	size_t i;

	for (i = 0; i < r->n_named; i++) {
		slot = option(s->layout, r->named[i].key);
		if (slot)
			decode_slot(s, slot, &r->named[i].value);
		else
			unknown_key(s, r->named[i].key);
	}
}

/* the values of a list part reach the positions from `first` on, or all of them the list that stands there */
static void
decode_positions(struct scope *s, const struct record *r, int first)
{
	struct record list = {r->list, r->n};
	struct datum whole = {.type = DATUM_TABLE, .record = &list};
	const struct slot *slot;
	size_t n, i;

	slot = slots_at(s->layout, first, &n);
	if (!r->n)
		return;
	if (!slot) {
		wrong(s, "%s has no place: all that it takes has a name", datum_words(&r->list[0]));
	} else if (is_list(slot->field->type)) {
		decode_position(s, first, &whole);
	} else {
		for (i = 0; i < r->n && first + (int)i <= s->layout->last; i++)
			decode_position(s, first + (int)i, &r->list[i]);
		if (i < r->n)
			wrong(s, "takes at most %zu values without a name, not %zu", i, r->n);
	}
}

static void
need_required(struct scope *s)
{
	const struct layout *l = s->layout;
	size_t i;

	for (i = 0; i < l->n; i++)
		if (l->slots[i].field->required && !s->given[i])
			wrong(s, "%s is missing", l->slots[i].field->key);
}

/* { first, second, option = … }, where `first` is the position of the list part's begin */
static void
decode_record(struct scope *s, const struct datum *d, int first)
{
	struct record alone = {d, 1};

	if (d->type == DATUM_WRONG) {
		mismatch(s, "its table", "", d);
		return;
	}
	if (d->type == DATUM_TABLE || d->type == DATUM_ARRAY) {
		decode_positions(s, d->record, first);
		decode_options(s, d->record);
	} else if (s->layout->last < first) {
		mismatch(s, "its argument", "a table", d);
		return;
	} else if (d->type != DATUM_NOTHING) {
		decode_positions(s, &alone, first);
	}
	need_required(s);
}

/* ---- calls ---- */

/* at a position that may be left out, a table of nothing but names is the table of options */
static bool
is_options(const struct layout *l, int position, const struct datum *d)
{
	size_t n;
	const struct slot *slot = slots_at(l, position, &n);

	if (!l->has_options || d->type != DATUM_TABLE || d->record->n || !d->record->n_named)
		return false;
	if (slot->field->type == FIELD_VALUE || slot->field->type == FIELD_ITEM ||
	    slot->field->type == FIELD_PARAMETERS)
		return false;
	return !slot->field->required || option(l, d->record->named[0].key);
}

static void
decode_last(struct scope *s, const struct datum *d)
{
	if (d->type == DATUM_NOTHING)
		return;
	if (d->type == DATUM_ITEM)
		foreign(s, d);
	else if (d->type != DATUM_TABLE)
		mismatch(s, "its last argument", "a table of options", d);
	else if (d->record->n)
		wrong(s, "%s in the table of options has no name",
		      datum_words(&d->record->list[0]));
	else
		decode_options(s, d->record);
}

static void
too_many(struct scope *s, size_t most)
{
	wrong(s, "takes at most %zu argument%s, not %zu", most, most == 1 ? "" : "s",
	      s->decoder->call->n);
}

static void
decode_arguments(struct scope *s)
{
	const struct invocation *c = s->decoder->call;
	const struct layout *l = s->layout;
	size_t n = c->n, most = (size_t)l->last + l->has_options, i;

	while (n > most && c->args[n - 1].type == DATUM_NOTHING)
		n--;
	if (n > most)
		too_many(s, most);
	for (i = 0; i < n && i < (size_t)l->last; i++) {
		if (i + 1 == n && is_options(l, (int)i + 1, &c->args[i])) {
			decode_options(s, c->args[i].record);
			break;
		}
		decode_position(s, (int)i + 1, &c->args[i]);
	}
	if (n > (size_t)l->last && most > (size_t)l->last)
		decode_last(s, &c->args[l->last]);
	need_required(s);
}

static void
decode_shape(struct scope *s)
{
	const struct invocation *c = s->decoder->call;
	const struct datum nothing = {DATUM_NOTHING};

	if (s->layout->shape->call == CALL_ARGUMENTS) {
		decode_arguments(s);
		return;
	}
	if (s->layout->shape->call == CALL_MIXED) {
		if (c->n > 2)
			too_many(s, 2);
		if (c->n > 0)
			decode_position(s, 1, &c->args[0]);
		decode_record(s, c->n > 1 ? &c->args[1] : &nothing, 2);
		return;
	}
	if (c->n > 1)
		wrong(s, "takes one table, of values and options, not %zu arguments", c->n);
	decode_record(s, c->n ? &c->args[0] : &nothing, 1);
}

bool
decode_call(const struct shape *shape, const struct invocation *call, void *into)
{
	struct decoder d = {call};
	struct scope s = {&d, .layout = layout_of(shape), .into = into};

	decode_shape(&s);
	finish(&s);
	return !d.failed && !d.poisoned;
}
