/* What the expressions of tables name beside columns, functions and the types that they cast to, follows where these are renamed. */
#include <stdlib.h>
#include <string.h>

#include "code.h"

/* a name, and the table that may say it */
struct mention {
	const struct schema *s;
	enum space space;
	struct qname name, to;
	const struct table *t;
	const struct code *code; /* whose name it is, where keys may have it */
};

/* ---- one text ---- */

/* what the text of a table says: struct use, the last one first */
static struct list
uses_of(const struct schema *s, const struct table *t, const char *text)
{
	struct query q = {.schema = s, .text = text, .blind = true};
	struct visible v = {.relation = &t->object};
	struct list relations = {0};
	const PgQuery__Node *tree;
	struct parse_error e;

	tree = parse_expression(text, &e);
	if (!tree)
		return q.uses;
	list_add(&relations, &v);
	query_follow_expression(&q, tree, &relations);
	list_sort(&q.uses, use_later_first);
	return q.uses;
}

/* where it says the name */
static struct list
uses_in(const struct mention *m, const char *text)
{
	struct list all, found = {0};
	const struct use *u;
	size_t i;

	if (!strstr(text, m->name.name))
		return found;
	all = uses_of(m->s, m->t, text);
	for (i = 0; i < all.n; i++) {
		u = all.v[i];
		if (u->space == m->space && same_qname(u->name, m->name) && !u->makes &&
		    (!m->code || !u->identity || same(u->identity, m->code->object.name.name)))
			list_add(&found, all.v[i]);
	}
	return found;
}

/* the text with the name that begins at offset, or the operator that stands there, replaced */
static char *
with_name(const char *text, size_t offset, const struct mention *m)
{
	const char *name;
	struct tokens tokens;
	size_t first, last;

	if (m->space == SPACE_OPERATOR)
		return operator_renamed(text, offset, m->name, m->to);
	if (!scan_tokens(text, &tokens) || !tokens.n)
		return str(text);
	first = last = token_at(&tokens, offset);
	while (last + 2 < tokens.n && text[tokens.v[last + 1].start] == '.')
		last += 2;
	/* what was said with its schema stays so, and reads as before when it has its old name again */
	name = last > first && same(m->name.schema, m->to.schema)
	               ? strf("%s.%s", sql_name(m->to.schema), sql_name(m->to.name))
	       : m->space == SPACE_FUNCTION ? function_spelled(m->to)
	                                    : sql_qname(m->to);
	return strf("%.*s%s%s", (int)tokens.v[first].start, text, name, text + tokens.v[last].end);
}

static const char *
with_use(const char *text, const struct use *u, const struct mention *m)
{
	return u->constant ? constant_renamed(text, u, m->to) : with_name(text, u->offset, m);
}

static const char *
renamed(void *data, const char *text)
{
	const struct mention *m = data;
	struct list uses = uses_in(m, text);
	size_t i;

	for (i = 0; i < uses.n; i++)
		text = with_use(text, uses.v[i], m);
	return text;
}

/* ---- the texts of a table ---- */

static bool
change(const char **text, const char *(*with)(void *data, const char *text), void *data)
{
	const char *changed = *text ? with(data, *text) : NULL;
	bool other = changed != *text;

	*text = changed;
	return other;
}

static bool
change_keys(struct list *keys, const char *using, const char *(*with)(void *data, const char *text),
            bool (*key)(void *data, const char *using, struct key *k), void *data)
{
	bool changed = false, other;
	struct key k;
	size_t i;

	for (i = 0; i < keys->n; i++) {
		k = *(struct key *)keys->v[i];
		other = change(&k.term.expression, with, data);
		other |= key && key(data, using, &k);
		if (!other)
			continue;
		if (!changed)
			*keys = list_copy(keys);
		changed = true;
		*(struct key *)element_copy(keys, i, sizeof k) = k;
	}
	return changed;
}

static bool
change_columns(struct table *t, const char *(*with)(void *data, const char *text), void *data)
{
	bool changed = false;
	struct column now, *c;
	struct value value;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		now = *(struct column *)t->columns.v[i];
		if (now.default_value && now.default_value->type == VALUE_SQL) {
			value = *now.default_value;
			if (change(&value.text, with, data))
				now.default_value = copy(&value, sizeof value);
		}
		c = t->columns.v[i];
		if (!change(&now.generated, with, data) && now.default_value == c->default_value)
			continue;
		*(struct column *)element_copy(&t->columns, i, sizeof now) = now;
		changed = true;
	}
	return changed;
}

bool
expressions_change(struct table *t, const char *(*with)(void *data, const char *text),
                   bool (*key)(void *data, const char *using, struct key *k), void *data)
{
	const char *partition_by = partition_change(t, with, key, data);
	bool changed = change_columns(t, with, data), one;
	struct constraint c;
	struct index x;
	size_t i;

	changed |= partition_by != t->partition_by;
	t->partition_by = partition_by;
	for (i = 0; i < t->constraints.n; i++) {
		c = *(struct constraint *)t->constraints.v[i];
		one = change(&c.expression, with, data);
		one |= change(&c.where, with, data);
		one |= change_keys(&c.keys, c.using, with, key, data);
		if (one)
			*(struct constraint *)element_copy(&t->constraints, i, sizeof c) = c;
		changed |= one;
	}
	for (i = 0; i < t->indexes.n; i++) {
		x = *(struct index *)t->indexes.v[i];
		one = change(&x.where, with, data);
		one |= change_keys(&x.keys, x.using, with, key, data);
		if (one)
			*(struct index *)element_copy(&t->indexes, i, sizeof x) = x;
		changed |= one;
	}
	return changed;
}

/* ---- a new name ---- */

/* the name stands first in what a key says, and its parameters behind it */
static bool
rename_key(void *data, const char *using, struct key *k)
{
	const struct mention *m = data;
	const struct code_kind *kind = m->code ? code_kind(&m->code->object) : NULL;
	const char **part;

	if (!kind || !kind->in_key || !kind->in_key(m->s, m->code, m->t, using, k))
		return false;
	part = kind->key_part(k);
	if (!*part)
		return false;
	*part = with_name(*part, 0, m);
	return true;
}

/* ---- who says it ---- */

static bool
says_name(const struct table_use *u, const char *text)
{
	return uses_in(u->data, text).n > 0;
}

static bool
has_name(const struct table_use *u, const struct column *c)
{
	const struct mention *m = u->data;
	const struct code_kind *kind = m->code ? code_kind(&m->code->object) : NULL;

	return kind && kind->in_column && kind->in_column(m->s, m->code, c);
}

static bool
keys_name(const struct table_use *u, const char *using, const struct key *k)
{
	struct key changed = *k;

	return rename_key((void *)(size_t)u->data, using, &changed);
}

/* only a collation is of columns too */
static void
rename_columns(const struct table_use *u, struct table *t, struct qname to)
{
	size_t i;

	for (i = 0; i < t->columns.n; i++)
		if (has_name(u, t->columns.v[i]))
			((struct column *)element_copy(&t->columns, i, sizeof(struct column)))
				->collation = sql_qname(to);
}

void
mentions_rename(struct schema *s, enum space space, struct qname from, struct qname to,
                const struct code *code)
{
	struct mention m = {
		.s = schema_at_home(s), .space = space, .name = from, .to = to, .code = code};
	struct list tables = schema_all(s, &table_noun);
	struct table_use u;
	struct table *t;
	size_t i;

	for (i = 0; i < tables.n; i++) {
		m.t = tables.v[i];
		u = (struct table_use){.t = m.t,
		                       .has_column = has_name,
		                       .says = says_name,
		                       .has_key = keys_name,
		                       .data = &m};
		table_use_in(&u);
		if (!u.what)
			continue;
		t = (struct table *)object_copy(&m.t->object);
		expressions_change(t, renamed, rename_key, &m);
		rename_columns(&u, t, to);
		schema_put(s, &t->object);
	}
}

/* ---- another search path ---- */

/* what a table says since an operation that was read on another path */
struct reach {
	const struct schema *s, *home;
	const struct table *t;
	struct list before; /* texts that it had */
	struct list named;  /* struct code: what keys may name */
};

static const char *
note_text(void *data, const char *text)
{
	list_add(&((struct reach *)data)->before, (void *)(size_t)text);
	return text;
}

static bool
note_key(void *data, const char *using, struct key *k)
{
	(void)using;
	note_text(data, k->collation);
	note_text(data, k->operator_class);
	note_text(data, k->with);
	return false;
}

static const char *
reaching(void *data, const char *text)
{
	const struct reach *r = data;
	struct mention m = {.s = r->s, .t = r->t};
	struct list uses = {0};
	const struct use *u;
	size_t i;

	if (!list_has(&r->before, text))
		uses = uses_of(r->s, r->t, text);
	for (i = 0; i < uses.n; i++) {
		u = uses.v[i];
		if (u->column || u->space == SPACE_RELATION || !u->name.schema ||
		    use_is_at_home(r->s, u))
			continue;
		m.space = u->space;
		m.name = m.to = u->name;
		text = with_use(text, u, &m);
	}
	return text;
}

const char *
expression_kept(const struct schema *s, const struct table *t, const char *text)
{
	struct reach r = {.s = s, .t = t};

	return strs_same(&s->path, &s->home) ? text : reaching(&r, text);
}

static bool
reaching_key(void *data, const char *using, struct key *k)
{
	const struct reach *r = data;
	const struct code_kind *kind;
	const struct code *c;
	const char **part;
	bool changed = false;
	size_t i;

	for (i = 0; i < r->named.n; i++) {
		c = r->named.v[i];
		kind = code_kind(&c->object);
		part = kind->key_part(k);
		if (!*part || list_has(&r->before, *part) ||
		    !kind->in_key(r->s, c, r->t, using, k) ||
		    kind->in_key(r->home, c, r->t, using, k))
			continue;
		*part = with_name(*part, 0,
		                  &(struct mention){.space = c->object.noun->space,
		                                    .name = c->name,
		                                    .to = c->name});
		changed = true;
	}
	return changed;
}

static bool
reach_collations(const struct reach *r, struct table *t)
{
	const struct object *found;
	const char *said;
	bool changed = false;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		said = ((const struct column *)t->columns.v[i])->collation;
		found = collation_find(r->s, said);
		if (!found || list_has(&r->before, said) || found == collation_find(r->home, said))
			continue;
		((struct column *)element_copy(&t->columns, i, sizeof(struct column)))->collation =
			sql_qname(found->name);
		changed = true;
	}
	return changed;
}

static struct list
named_by_keys(const struct schema *s)
{
	struct list all = {0}, made;
	const struct code_kind *const *kind;

	for (kind = code_kinds; *kind; kind++) {
		if (!(*kind)->in_key)
			continue;
		made = schema_all(s, &(*kind)->noun);
		list_append(&all, &made);
	}
	return all;
}

static void
reach_table(struct schema *s, const struct table *before, const struct table *now)
{
	struct reach r = {.s = s, .home = schema_at_home(s), .t = now, .named = named_by_keys(s)};
	struct table *t = (struct table *)object_copy(&now->object);
	struct table *old = before ? (struct table *)object_copy(&before->object) : NULL;

	bool changed;
	size_t i;

	if (old) {
		expressions_change(old, note_text, note_key, &r);
		for (i = 0; i < old->columns.n; i++)
			note_text(&r, ((const struct column *)old->columns.v[i])->collation);
		t->partition_by = NULL; /* it is what it was */
	}
	changed = expressions_change(t, reaching, reaching_key, &r);
	changed |= reach_collations(&r, t);
	if (old)
		t->partition_by = now->partition_by;
	if (changed)
		schema_put(s, &t->object);
}

void
mentions_reach(struct schema *s, size_t mark)
{
	struct list changes;
	const struct change *c;
	size_t i;

	if (strs_same(&s->path, &s->home))
		return;
	changes = schema_changes(s, mark);
	for (i = 0; i < changes.n; i++) {
		c = changes.v[i];
		if (c->to && c->to->noun == &table_noun)
			reach_table(s, (const struct table *)c->from, (const struct table *)c->to);
	}
}
