/* A call is decoded in three steps: its arguments are told apart into positions and options (by shape.call), each reaches
   the slot of its field, and each slot is decoded by the type of its field. A wrong value is reported and the rest
   still decoded, so that one run shows all errors. */
#include <ctype.h>
#include <string.h>

#include "decode_scope.h"

static void decode_record(struct scope *s, const struct datum *d, int first);

/* ---- layouts ---- */

bool
decode_is_list(enum field_type type)
{
	return type == FIELD_NAMES || type == FIELD_TEXTS || type == FIELD_QNAMES ||
	       type == FIELD_VALUES || type == FIELD_ITEMS || type == FIELD_ROWS;
}

static void
lay_out(struct layout *l, const struct field *fields, size_t offset, int position)
{
	const struct field *f;
	struct slot *slot;

	for (f = fields; f->key; f++) {
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
			slot->layout = decode_layout(f->shape);
	}
}

const struct layout *
decode_layout(const struct shape *shape)
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

	for (f = shape->fields; f->key; f++)
		if (f->type != FIELD_PART && f->offset < sizeof(struct loc))
			return false;
	return true;
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
		return item_copy(decode_layout(item->shape), item->value);
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
	decode_wrong(s, E_NO_PLACE, "%s does not belong into %s", decode_words(d),
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
		decode_mismatch(s, slot->field->key, "", d);
	else if (slot->field->shape->call != CALL_TABLE)
		decode_mismatch(s, slot->field->key, strf("%s(…)", slot->field->shape->name), d);
	else
		return plain_item(s, slot, d, index);
	return NULL;
}

static void
items(struct scope *s, const struct slot *slot, const struct datum *d, struct list *into)
{
	const struct datum *e;
	size_t n, i;
	void *one;

	e = decode_elements(s, slot, d, &n);
	for (i = 0; e && i < n; i++) {
		one = item(s, slot, &e[i], n > 1 ? i + 1 : 0);
		if (one)
			list_add(into, one);
	}
}

/* ---- slots ---- */

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
	if (f->type == FIELD_ITEM)
		*(void **)into = item(s, slot, d, 0);
	else if (f->type == FIELD_ITEMS)
		items(s, slot, d, into);
	else
		decode_value(s, slot, d, into);
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
		decode_wrong(s, E_NO_PLACE, "%s does not belong into its list; these do: %s",
		             decode_words(d), items_at(s->layout, position));
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
		decode_mismatch(s, slot->field->key, "", d);
	} else if (d->type == DATUM_TABLE) {
		if (d->record->n_named)
			decode_wrong(s, E_NO_PLACE,
			             "'%s' among the %s: options go into a table after them",
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
			decode_wrong(
				s, E_NO_PLACE,
				"%s is no option: it is value number %d, written without a name",
				key, s->layout->slots[i].position);
			return;
		}
	}
	decode_wrong(s, E_UNKNOWN_KEY, "unknown key '%s'%s", key,
	             did_you_mean(key, &s->layout->keys));
}

static void
decode_options(struct scope *s, const struct record *r)
{
	const struct slot *slot;
	size_t i;

	for (i = 0; i < r->n_named; i++) {
		slot = option(s->layout, r->named[i].key);
		if (slot && slot->field->model && !s->decoder->call->model)
			decode_wrong(s, E_NO_PLACE,
			             "%s is for models; a migration renames with rename_table, "
			             "rename_column and their like",
			             slot->field->key);
		else if (slot)
			decode_slot(s, slot, &r->named[i].value);
		else
			unknown_key(s, r->named[i].key);
	}
}

static const char *
in_capitals(const char *key)
{
	char *text = str(key), *c;

	for (c = text; *c; c++)
		*c = (char)toupper((unsigned char)*c);
	return text;
}

/* how a shape is written: "drop_column(TABLE, NAME, { … })", "unique { COLUMNS, … }", of an item in a list "{ COLUMN, WITH }" */
static char *
usage(const struct layout *l, bool plain)
{
	enum call call = l->shape->call;
	struct buf b = {0};
	const struct slot *slot;
	size_t n;
	int i;

	if (!plain)
		buf_add(&b, l->shape->name);
	buf_add(&b, call != CALL_TABLE ? "(" : plain ? "{ " : " { ");
	for (i = 1; i <= l->last; i++) {
		slot = slots_at(l, i, &n);
		buf_add(&b, i > 1 ? ", " : "");
		buf_add(&b, call == CALL_MIXED && i == 2 ? "{ " : "");
		buf_fmt(&b,
		        call == CALL_ARGUMENTS && decode_is_list(slot->field->type) ? "{ %s }"
		                                                                    : "%s",
		        in_capitals(slot->field->key));
	}
	if (l->has_options)
		buf_fmt(&b, "%s%s", i > 1 ? ", " : "", call == CALL_ARGUMENTS ? "{ … }" : "…");
	buf_add(&b, call == CALL_TABLE ? " }" : call == CALL_MIXED ? " })" : ")");
	if (plain && l->shape->example)
		buf_fmt(&b, ", as in %s", l->shape->example);
	return buf_str(&b);
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
		decode_wrong(s, E_NO_PLACE, "%s has no place: all that it takes has a name",
		             decode_words(&r->list[0]));
	} else if (decode_is_list(slot->field->type)) {
		decode_position(s, first, &whole);
	} else {
		for (i = 0; i < r->n && first + (int)i <= s->layout->last; i++)
			decode_position(s, first + (int)i, &r->list[i]);
		if (i < r->n)
			decode_wrong(s, E_NO_PLACE,
			             "takes at most %zu values without a name, not %zu", i, r->n);
	}
}

static void
need_required(struct scope *s)
{
	const struct layout *l = s->layout;
	const char *key;
	size_t i;

	for (i = 0; i < l->n; i++) {
		key = l->slots[i].field->key;
		if (!l->slots[i].field->required || s->given[i])
			continue;
		if (l->slots[i].position)
			decode_wrong(s, E_MISSING, "%s is missing: %s", key, usage(l, s->outer));
		else
			decode_wrong(s, E_MISSING, "%s is missing: say %s = …", key, key);
	}
}

/* { first, second, option = … }, where `first` is the position of the list part's begin */
static void
decode_record(struct scope *s, const struct datum *d, int first)
{
	struct record alone = {d, 1};

	if (d->type == DATUM_WRONG) {
		decode_mismatch(s, "its table", "", d);
		return;
	}
	if (d->type == DATUM_TABLE || d->type == DATUM_ARRAY) {
		decode_positions(s, d->record, first);
		decode_options(s, d->record);
	} else if (s->layout->last < first) {
		decode_mismatch(s, "its argument", "a table", d);
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
		decode_mismatch(s, "its last argument", "a table of options", d);
	else if (d->record->n)
		decode_wrong(s, E_NO_PLACE, "%s in the table of options has no name",
		             decode_words(&d->record->list[0]));
	else
		decode_options(s, d->record);
}

static void
too_many(struct scope *s, size_t most)
{
	decode_wrong(s, E_NO_PLACE, "takes at most %zu argument%s, not %zu: %s", most,
	             most == 1 ? "" : "s", s->decoder->call->n, usage(s->layout, false));
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
		decode_wrong(s, E_NO_PLACE,
		             "takes one table, of values and options, not %zu arguments", c->n);
	decode_record(s, c->n ? &c->args[0] : &nothing, 1);
}

bool
decode_call(const struct shape *shape, const struct invocation *call, void *into)
{
	struct decoder d = {call};
	struct scope s = {&d, .layout = decode_layout(shape), .into = into};

	decode_shape(&s);
	finish(&s);
	return !d.failed && !d.poisoned;
}

static void
texts_of(const struct datum *d, struct strs *texts)
{
	struct strs inner;
	size_t i;

	if (d->type == DATUM_STRING || d->type == DATUM_SQL) {
		strs_add(texts, d->text);
	} else if (d->type == DATUM_TABLE || d->type == DATUM_ARRAY) {
		for (i = 0; i < d->record->n; i++)
			texts_of(&d->record->list[i], texts);
		for (i = 0; i < d->record->n_named; i++)
			texts_of(&d->record->named[i].value, texts);
	} else if (d->type == DATUM_ITEM) {
		inner = decode_texts(d->item->call);
		for (i = 0; i < inner.n; i++)
			strs_add(texts, inner.v[i]);
	}
}

struct strs
decode_texts(const struct invocation *call)
{
	struct strs texts = {0};
	size_t i;

	for (i = 0; i < call->n; i++)
		texts_of(&call->args[i], &texts);
	return texts;
}
