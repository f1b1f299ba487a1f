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
};

/* ---- one text ---- */

static int
later_first(const void *a, const void *b)
{
	const struct use *const *x = a, *const *y = b;

	return (*x)->offset < (*y)->offset ? 1 : (*x)->offset > (*y)->offset ? -1 : 0;
}

/* where the text says the name: struct use, the last one first */
static struct list
uses_in(const struct mention *m, const char *text)
{
	struct query q = {.schema = m->s, .text = text, .blind = true};
	struct visible v = {.relation = &m->t->object};
	struct list relations = {0}, found = {0};
	const PgQuery__Node *tree;
	struct parse_error e;
	const struct use *u;
	size_t i;

	if (!strstr(text, m->name.name))
		return found;
	tree = parse_expression(text, &e);
	if (!tree)
		return found;
	list_add(&relations, &v);
	query_follow_expression(&q, tree, &relations);
	for (i = 0; i < q.uses.n; i++) {
		u = q.uses.v[i];
		if (u->space == m->space && same_qname(u->name, m->name))
			list_add(&found, q.uses.v[i]);
	}
	if (found.n)
		qsort(found.v, found.n, sizeof *found.v, later_first);
	return found;
}

static bool
says_name(const struct table_use *u, const char *text)
{
	return uses_in(u->data, text).n > 0;
}

static const char *
renamed(void *data, const char *text)
{
	const struct mention *m = data;
	struct list uses = uses_in(m, text);
	struct tokens tokens;
	size_t i, first, last;

	for (i = 0; i < uses.n && scan_tokens(text, &tokens); i++) {
		first = last = token_at(&tokens, ((struct use *)uses.v[i])->offset);
		while (last + 2 < tokens.n && text[tokens.v[last + 1].start] == '.')
			last += 2;
		text = strf("%.*s%s%s", (int)tokens.v[first].start, text, sql_qname(m->to),
		            text + tokens.v[last].end);
	}
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
change_keys(struct list *keys, const char *(*with)(void *data, const char *text), void *data)
{
	bool changed = false;
	const char *text;
	struct key *k;
	size_t i;

	for (i = 0; i < keys->n; i++) {
		text = ((struct key *)keys->v[i])->term.expression;
		if (!change(&text, with, data))
			continue;
		if (!changed)
			*keys = list_copy(keys);
		changed = true;
		k = element_copy(keys, i, sizeof *k);
		k->term.expression = text;
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
expressions_change(struct table *t, const char *(*with)(void *data, const char *text), void *data)
{
	const char *partition_by = partition_change(t, with, data);
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
		one |= change_keys(&c.keys, with, data);
		if (one)
			*(struct constraint *)element_copy(&t->constraints, i, sizeof c) = c;
		changed |= one;
	}
	for (i = 0; i < t->indexes.n; i++) {
		x = *(struct index *)t->indexes.v[i];
		one = change(&x.where, with, data);
		one |= change_keys(&x.keys, with, data);
		if (one)
			*(struct index *)element_copy(&t->indexes, i, sizeof x) = x;
		changed |= one;
	}
	return changed;
}

/* ---- a new name ---- */

void
mentions_rename(struct schema *s, enum space space, struct qname from, struct qname to)
{
	struct mention m = {.s = s, .space = space, .name = from, .to = to};
	struct list tables = schema_all(s, &table_noun);
	struct table_use u;
	struct table *t;
	size_t i;

	if (space != SPACE_FUNCTION && space != SPACE_TYPE)
		return;
	for (i = 0; i < tables.n; i++) {
		u = (struct table_use){.t = tables.v[i], .says = says_name, .data = &m};
		m.t = u.t;
		table_use_in(&u);
		if (!u.what)
			continue;
		t = (struct table *)object_copy(&m.t->object);
		expressions_change(t, renamed, &m);
		schema_put(s, &t->object);
	}
}
