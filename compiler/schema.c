/* The schema value: objects by name, and a journal of what was put. */
#include <string.h>

#include "schema.h"
#include "variable.h"

bool
same_qname(struct qname a, struct qname b)
{
	return same(a.name, b.name) && same(a.schema, b.schema);
}

struct schema *
schema_new(const struct strs *path)
{
	struct schema *s = alloc(sizeof *s);

	s->path = s->home = strs_copy(path);
	s->used_label = alloc(sizeof *s->used_label);
	s->early_label = alloc(sizeof *s->early_label);
	list_add(&s->by_id, NULL);
	list_add(&s->found_by, NULL);
	return s;
}

unsigned
schema_id(struct schema *s)
{
	list_add(&s->by_id, NULL);
	list_add(&s->found_by, NULL);
	return ++s->last_id;
}

bool
schema_is_new(const struct schema *s, const struct object *o)
{
	return o->id > s->first_id;
}

bool
space_in_schema(enum space space)
{
	return space < 'A' || space > 'Z';
}

const char *
schema_key(enum space space, struct qname name)
{
	static struct buf key;

	key.n = 0;
	buf_char(&key, (char)space);
	buf_char(&key, '\x1f');
	if (space_in_schema(space) && name.schema)
		buf_add(&key, name.schema);
	buf_char(&key, '\x1f');
	buf_add(&key, name.name);
	return key.s;
}

const char *
schema_on_path(const struct schema *s, size_t i)
{
	if (i < s->path.n)
		return s->path.v[i];
	return i == s->path.n ? "pg_catalog" : NULL;
}

struct object *
schema_find(const struct schema *s, enum space space, struct qname name)
{
	struct object *found = NULL;
	const char *key;
	size_t i;

	if (!name.name)
		return NULL;
	if (name.schema || !space_in_schema(space))
		return map_get(&s->objects, schema_key(space, name));
	for (i = 0; !found && (name.schema = schema_on_path(s, i)); i++) {
		key = schema_key(space, name);
		found = map_get(&s->objects, key);
		if (!found && s->awaited && map_get(s->awaited, key))
			return NULL;
	}
	return found;
}

static bool
is_hidden(const struct schema *s, const struct object *o)
{
	const struct object *first;

	if (!space_in_schema(o->noun->space) || !strs_has(&s->home, o->name.schema))
		return false;
	first = schema_find(s, o->noun->space, (struct qname){NULL, o->name.name});
	return first && !same(first->name.schema, o->name.schema);
}

bool
schema_hides_any(const struct schema *s)
{
	size_t i;

	for (i = 0; s->home.n > 1 && i < s->by_id.n; i++)
		if (s->by_id.v[i] && is_hidden(s, s->by_id.v[i]))
			return true;
	return false;
}

struct qname
schema_full(const struct schema *s, struct qname name)
{
	struct qname schema = {NULL, NULL};
	size_t i;

	if (name.schema)
		return name;
	for (i = 0; i < s->path.n; i++) {
		schema.name = s->path.v[i];
		if (schema_find(s, SPACE_SCHEMA, schema)) {
			name.schema = schema.name;
			return name;
		}
	}
	name.schema = s->path.n ? s->path.v[0] : "";
	return name;
}

/* a list of ids with one more, or one less */
static void
link_change(struct schema *s, const struct link *l, unsigned id, bool put)
{
	const char *k = schema_key((enum space)l->kind, l->to);
	struct list *ids = map_get(&s->links, k);
	size_t i;

	if (!ids) {
		ids = alloc(sizeof *ids);
		map_put(&s->links, k, ids);
	}
	/* mostly among the last */
	for (i = ids->n; i > 0 && (unsigned)(size_t)ids->v[i - 1] >= id; i--)
		;
	if (put)
		list_insert(ids, i, (void *)(size_t)id);
	else if (i < ids->n && (unsigned)(size_t)ids->v[i] == id)
		list_remove(ids, i);
}

void
schema_linked(const struct schema *s, enum link_kind kind, struct qname to, struct list *out)
{
	const struct list *ids =
		to.name ? map_get(&s->links, schema_key((enum space)kind, to)) : NULL;
	struct object *o;
	size_t i;

	for (i = 0; ids && i < ids->n; i++) {
		o = s->by_id.v[(size_t)ids->v[i]];
		if (o && (!out->n || out->v[out->n - 1] != o))
			list_add(out, o);
	}
}

struct list
object_names(struct object *o)
{
	struct list all = {0};

	list_add(&all, o);
	if (o->noun->aliases)
		o->noun->aliases(o, &all);
	return all;
}

/* what an object is found by, as it is when it is put */
struct found_by {
	struct list names; /* struct object: it, and its aliases */
	struct list links;
};

static struct found_by *
found_by(struct object *o)
{
	struct found_by *by = alloc(sizeof *by);

	by->names = object_names(o);
	if (o->noun->links)
		o->noun->links(o, &by->links);
	return by;
}

static void
index_names(struct schema *s, const struct list *names, bool put)
{
	struct object *named;
	size_t i;

	for (i = 0; i < names->n; i++) {
		named = names->v[i];
		map_put(&s->objects, schema_key(named->noun->space, named->name),
		        put ? named : NULL);
	}
}

static void
index_links(struct schema *s, const struct list *links, unsigned id, bool put)
{
	size_t i;

	for (i = 0; i < links->n; i++)
		link_change(s, links->v[i], id, put);
}

static bool
same_names(const struct list *a, const struct list *b)
{
	const struct object *x, *y;
	size_t i;

	for (i = 0; i < a->n && i < b->n; i++) {
		x = a->v[i];
		y = b->v[i];
		if (x->noun->space != y->noun->space || !same_qname(x->name, y->name))
			return false;
	}
	return a->n == b->n;
}

static bool
same_links(const struct list *a, const struct list *b)
{
	const struct link *x, *y;
	size_t i;

	for (i = 0; i < a->n && i < b->n; i++) {
		x = a->v[i];
		y = b->v[i];
		if (x->kind != y->kind || !same_qname(x->to, y->to))
			return false;
	}
	return a->n == b->n;
}

static struct of_noun *
of_noun(const struct schema *s, const struct noun *noun)
{
	struct of_noun *all;
	size_t i;

	for (i = 0; i < s->by_noun.n; i++) {
		all = s->by_noun.v[i];
		if (all->noun == noun)
			return all;
	}
	return NULL;
}

/* where an object of that id is, or would be */
static size_t
id_place(const struct list *objects, unsigned id)
{
	size_t low = 0, high = objects->n, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (((const struct object *)objects->v[middle])->id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
index_noun(struct schema *s, struct object *o, bool add)
{
	struct of_noun *all = of_noun(s, o->noun);
	bool there;
	size_t i;

	if (!all) {
		all = alloc(sizeof *all);
		all->noun = o->noun;
		list_add(&s->by_noun, all);
	}
	i = id_place(&all->objects, o->id);
	there = i < all->objects.n && ((const struct object *)all->objects.v[i])->id == o->id;
	if (there && add)
		all->objects.v[i] = o;
	else if (add)
		list_insert(&all->objects, i, o);
	else
		list_remove(&all->objects, i);
}

static void
replace(struct schema *s, struct object *from, struct object *to)
{
	static const struct found_by none;
	unsigned id = to ? to->id : from->id;
	const struct found_by *was = from ? s->found_by.v[id] : &none;
	struct found_by *is = to ? found_by(to) : NULL;
	const struct found_by *by = is ? is : &none;

	if (!same_names(&was->names, &by->names))
		index_names(s, &was->names, false);
	index_names(s, &by->names, true);
	if (!same_links(&was->links, &by->links)) {
		index_links(s, &was->links, id, false);
		index_links(s, &by->links, id, true);
	}
	if (from && (!to || from->noun != to->noun))
		index_noun(s, from, false);
	if (to)
		index_noun(s, to, true);
	s->by_id.v[id] = to;
	s->found_by.v[id] = is;
}

static void
record(struct schema *s, struct object *from, struct object *to)
{
	struct change c = {from, to};

	replace(s, from, to);
	list_add(&s->journal, copy(&c, sizeof c));
}

void
schema_put(struct schema *s, struct object *o)
{
	record(s, s->by_id.v[o->id], o);
	/* which schema a variable names is not known: it may be one of the search path */
	if (o->name.schema && has_variable(o->name.schema))
		schema_excuse(s, strn(o->name.name, strcspn(o->name.name, "(")));
}

void
schema_remove(struct schema *s, struct object *o)
{
	record(s, o, NULL);
}

struct list
schema_all(const struct schema *s, const struct noun *noun)
{
	const struct of_noun *all = of_noun(s, noun);

	return all ? list_copy(&all->objects) : (struct list){0};
}

size_t
schema_mark(const struct schema *s)
{
	return s->journal.n;
}

void
schema_back(struct schema *s, size_t mark)
{
	struct change *c;

	while (s->journal.n > mark) {
		c = s->journal.v[--s->journal.n];
		replace(s, c->to, c->from);
	}
}

static void
move_last(struct list *l, void *item)
{
	size_t i;

	for (i = l->n; i-- > 0 && l->v[i] != item;)
		;
	list_remove(l, i);
	list_add(l, item);
}

struct list
schema_changes(const struct schema *s, size_t mark)
{
	struct list changes = {0}, kept = {0};
	struct map first = {0};
	struct change *c, *former;
	char *id;
	size_t i;

	for (i = mark; i < s->journal.n; i++) {
		c = s->journal.v[i];
		id = strf("%u", c->to ? c->to->id : c->from->id);
		former = map_get(&first, id);
		if (former) {
			former->to = c->to;
			/* in the order in which they went, so that what others need comes back first */
			if (!c->to)
				move_last(&changes, former);
			continue;
		}
		c = copy(c, sizeof *c);
		map_put(&first, id, c);
		list_add(&changes, c);
	}
	for (i = 0; i < changes.n; i++) {
		c = changes.v[i];
		if (c->from != c->to)
			list_add(&kept, c);
	}
	return kept;
}

const char *const migrate_tables[] = {"migrate_history", "migrate_audit", NULL};

bool
is_migrate_table(const struct schema *s, struct qname name)
{
	return among(name.name, migrate_tables) && same(schema_full(s, name).schema, s->history);
}

void
schema_unread(struct schema *s, const char *name)
{
	const char *dot = strchr(name, '.');

	map_put(&s->unread, name, s);
	if (dot) {
		schema_unread(s, strn(name, (size_t)(dot - name)));
		schema_unread(s, dot + 1);
	}
}

/* the starts of a name that end where a part of it does */
static bool
start_is_unread(const struct schema *s, char *name)
{
	bool found = map_get(&s->unread, name);
	char *end, c;

	for (end = strpbrk(name, "_."); end && !found; end = strpbrk(end + 1, "_.")) {
		c = *end;
		*end = '\0';
		found = map_get(&s->unread, name);
		*end = c;
	}
	return found;
}

/* what the server names after a table and its columns, t_a_key, and the parts of a dotted name */
bool
schema_is_unread(const struct schema *s, const char *name)
{
	char *own, *part;
	bool found;

	if (s->unread_all || !s->unread.n)
		return s->unread_all;
	own = str(name);
	found = start_is_unread(s, own);
	for (part = strchr(own, '.'); part && !found; part = strchr(part + 1, '.'))
		found = start_is_unread(s, part + 1);
	return found;
}

struct column *
table_column(const struct table *t, const char *name)
{
	struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (strcmp(c->name, name) == 0)
			return c;
	}
	return NULL;
}

struct constraint *
table_constraint(const struct table *t, const char *name)
{
	struct constraint *c;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if (same(c->name, name))
			return c;
	}
	return NULL;
}

struct index *
table_index(const struct table *t, const char *name)
{
	struct index *x;
	size_t i;

	for (i = 0; i < t->indexes.n; i++) {
		x = t->indexes.v[i];
		if (same(x->name, name))
			return x;
	}
	return NULL;
}

struct constraint *
table_primary_key(const struct table *t)
{
	struct constraint *c;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if (c->type == 'p')
			return c;
	}
	return NULL;
}

struct object *
object_copy(const struct object *o)
{
	struct object *r = copy(o, o->noun->size);

	r->privileges = list_copy(&o->privileges);
	if (o->noun->unshare)
		o->noun->unshare(r);
	return r;
}

void *
element_copy(struct list *l, size_t i, size_t size)
{
	return l->v[i] = copy(l->v[i], size);
}

struct strs
table_column_names(const struct table *t)
{
	struct strs names = {0};
	size_t i;

	for (i = 0; i < t->columns.n; i++)
		strs_add(&names, ((struct column *)t->columns.v[i])->name);
	return names;
}
