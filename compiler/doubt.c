/* What is not certain of a schema, because SQL may have run or not, or cannot be read: names, objects, and parts of tables. */
#include <stddef.h>
#include <string.h>

#include "schema.h"
#include "variable.h"

void
schema_excuse(struct schema *s, const char *name)
{
	const char *dot = strchr(name, '.');

	if (!map_get(&s->excused, name))
		map_put(&s->excused, name, s);
	if (dot) {
		schema_excuse(s, strn(name, (size_t)(dot - name)));
		schema_excuse(s, dot + 1);
	}
}

/* what a name is excused with that is doubtful too */
static char doubtful;

void
schema_doubt(struct schema *s, const char *name)
{
	schema_excuse(s, name);
	map_put(&s->excused, name, &doubtful);
}

/* a name without what tells it from others: "f" of f(integer), "g" of a trigger "g on t" */
static const char *
told_apart(const char *name)
{
	const char *end = strchr(name, '(');

	if (!end)
		end = strstr(name, " on ");
	return end && end > name ? strn(name, (size_t)(end - name)) : name;
}

static struct doubt *
doubt_of(struct schema *s, enum space space, struct qname name)
{
	const char *k = schema_key(space, name);
	struct doubt *d = map_get(&s->doubts, k);

	if (!d) {
		d = alloc(sizeof *d);
		map_put(&s->doubts, k, d);
	}
	return d;
}

/* where another of that name was in doubt already, it may be the one or the other */
static void
doubt_presence(struct schema *s, enum space space, struct qname name, struct loc at)
{
	struct doubt *d = doubt_of(s, space, name);

	d->all |= d->there && (d->at.line != at.line || !same(d->at.file, at.file));
	d->there = true;
	d->at = at;
}

static void
doubt_object(struct schema *s, const struct object *o)
{
	struct qname bare = {o->name.schema, told_apart(o->name.name)};

	doubt_presence(s, o->noun->space, o->name, o->at);
	/* a function by its bare name too */
	if (strchr(o->name.name, '('))
		doubt_presence(s, o->noun->space, bare, o->at);
}

void
schema_doubt_name(struct schema *s, enum space space, struct qname name)
{
	doubt_of(s, space, name)->there = true;
}

/* the aliases of an object, and itself */
static struct list
all_names(const struct object *o)
{
	struct list names = {0};

	if (o->noun->aliases)
		o->noun->aliases(o, &names);
	list_add(&names, (void *)(size_t)o);
	return names;
}

void
schema_doubt_names(struct schema *s, const struct object *o)
{
	struct list names = all_names(o);
	const struct object *name;
	struct doubt *d;
	size_t i;

	for (i = 0; i < names.n; i++) {
		name = names.v[i];
		d = doubt_of(s, name->noun->space, name->name);
		d->there = d->kept = true;
	}
}

void
schema_settle(struct schema *s, const struct object *o)
{
	struct list names = all_names(o);
	const struct object *name;
	size_t i;

	for (i = 0; s->doubts.n && i < names.n; i++) {
		name = names.v[i];
		map_put(&s->doubts, schema_key(name->noun->space, name->name), NULL);
	}
}

void
schema_doubt_shape(struct schema *s, enum space space, struct qname name)
{
	struct doubt *d = map_get(&s->doubts, schema_key(space, name));

	if (d)
		d->all = true;
}

static bool
has_alias(const struct list *aliases, const struct object *alias)
{
	const struct object *o;
	size_t i;

	for (i = 0; i < aliases->n; i++) {
		o = aliases->v[i];
		if (o->noun->space == alias->noun->space && same_qname(o->name, alias->name))
			return true;
	}
	return false;
}

/* those of the one that the other has not */
static void
doubt_aliases(struct schema *s, const struct object *o, const struct object *other)
{
	struct list aliases = {0}, others = {0};
	size_t i;

	if (o->noun->aliases)
		o->noun->aliases(o, &aliases);
	if (other && other->noun->aliases)
		other->noun->aliases(other, &others);
	for (i = 0; i < aliases.n; i++)
		if (!has_alias(&others, aliases.v[i]))
			doubt_object(s, aliases.v[i]);
}

static void
doubt_part(struct schema *s, struct strs *parts, const char *name)
{
	if (!strs_has(parts, name))
		strs_add(parts, name);
	schema_doubt_name(s, SPACE_PART, (struct qname){NULL, name});
}

static const char *
part_name(const void *part, size_t name)
{
	return *(const char *const *)((const char *)part + name);
}

static bool
has_part(const struct list *parts, size_t name, const char *wanted)
{
	size_t i;

	for (i = 0; i < parts->n; i++)
		if (same(part_name(parts->v[i], name), wanted))
			return true;
	return false;
}

/* of the one table, which the other has not, or has otherwise */
static void
doubt_parts(struct schema *s, struct doubt *d, const struct table *of, const struct table *other)
{
	static const struct {
		size_t list, name;
	} kinds[] = {
		{offsetof(struct table, columns), offsetof(struct column, name)},
		{offsetof(struct table, constraints), offsetof(struct constraint, name)},
		{offsetof(struct table, indexes), offsetof(struct index, name)},
	};
	const struct list *parts, *others;
	const char *name;
	size_t i, j;

	for (i = 0; i < LEN(kinds); i++) {
		parts = (const void *)((const char *)of + kinds[i].list);
		others = (const void *)((const char *)other + kinds[i].list);
		for (j = 0; j < parts->n; j++) {
			if (list_has(others, parts->v[j]))
				continue;
			name = part_name(parts->v[j], kinds[i].name);
			doubt_part(s, has_part(others, kinds[i].name, name) ? &d->other : &d->parts,
			           name);
		}
	}
}

/* but for its columns, constraints and indexes, and what does not matter to other operations */
static bool
is_alike(const struct table *a, const struct table *b)
{
	size_t i;

	for (i = 0; i < a->inherits.n && i < b->inherits.n; i++)
		if (!same_qname(*(const struct qname *)a->inherits.v[i],
		                *(const struct qname *)b->inherits.v[i]))
			return false;
	return a->inherits.n == b->inherits.n && same(a->persistence, b->persistence) &&
	       same(a->of_type, b->of_type) && same(a->partition_by, b->partition_by) &&
	       same_qname(a->partition_of, b->partition_of);
}

void
schema_doubt_change(struct schema *s, const struct object *from, const struct object *to)
{
	const struct table *a = (const struct table *)from, *b = (const struct table *)to;
	struct doubt *d;

	if (from)
		doubt_aliases(s, from, to);
	if (to)
		doubt_aliases(s, to, from);
	if (!from || !to || !same_qname(from->name, to->name)) {
		if (from)
			doubt_object(s, from);
		if (to)
			doubt_object(s, to);
		if (from && to)
			schema_doubt_shape(s, to->noun->space, to->name);
		return;
	}
	d = doubt_of(s, to->noun->space, to->name);
	/* of a row type as well */
	if (to->noun->space == SPACE_RELATION)
		map_put(&s->doubts, schema_key(SPACE_TYPE, to->name), d);
	/* only a table is as large as one */
	if (from->noun != to->noun || to->noun->size != sizeof(struct table) || !is_alike(a, b)) {
		d->all = true;
		return;
	}
	doubt_parts(s, d, a, b);
	doubt_parts(s, d, b, a);
}

static const struct doubt *
find_doubt(const struct schema *s, enum space space, struct qname name)
{
	const struct doubt *d = NULL;
	size_t i;

	if (!s->doubts.n)
		return NULL;
	if (name.schema || !space_in_schema(space)) {
		d = map_get(&s->doubts, schema_key(space, name));
		name.name = told_apart(name.name);
		return d ? d : map_get(&s->doubts, schema_key(space, name));
	}
	for (i = 0; i <= s->path.n && !d; i++) {
		name.schema = i < s->path.n ? s->path.v[i] : "pg_temp";
		d = find_doubt(s, space, name);
	}
	return d;
}

/* what only stands for a table has no noun */
static const struct doubt *
doubt_about(const struct schema *s, const struct object *o)
{
	return o->noun ? find_doubt(s, o->noun->space, o->name) : NULL;
}

/* by its name, whatever it is */
static bool
is_excused(const struct schema *s, struct qname name)
{
	size_t i;

	for (i = 0; i < s->path.n && !name.schema; i++)
		if (has_variable(s->path.v[i]))
			return true;
	return s->blind || map_get(&s->excused, name.name) ||
	       map_get(&s->excused, told_apart(name.name)) || schema_is_unread(s, name.name) ||
	       (name.schema && map_get(&s->excused, name.schema));
}

static bool
is_excused_while(const struct schema *s, struct qname name)
{
	struct qname bare = {"", name.name};
	struct list standing = {0};

	schema_linked(s, LINK_EXCUSE, bare, &standing);
	return standing.n || is_excused(s, name);
}

bool
schema_may_have(const struct schema *s, enum space space, struct qname name)
{
	const struct doubt *d = find_doubt(s, space, name);

	/* beyond what is certain, all is there that is kept */
	return (d && d->there && (!s->beyond || d->all || !d->kept)) || is_excused(s, name);
}

bool
schema_excused(const struct schema *s, enum space space, struct qname name)
{
	return find_doubt(s, space, name) || is_excused_while(s, name);
}

bool
schema_may_be_other(const struct schema *s, enum space space, struct qname name)
{
	const struct doubt *d = find_doubt(s, space, name);

	return (d && d->all) || is_excused_while(s, name);
}

bool
schema_may_have_part(const struct schema *s, const struct object *o, const char *part)
{
	const struct doubt *d = doubt_about(s, o);

	return (d && (d->all || (part ? strs_has(&d->parts, part) : d->parts.n || d->other.n))) ||
	       is_excused_while(s, o->name);
}

bool
schema_may_be_other_part(const struct schema *s, const struct object *o, const char *part)
{
	const struct doubt *d = doubt_about(s, o);

	return d && strs_has(&d->other, part);
}

bool
schema_doubts(const struct schema *s, const struct object *o)
{
	return doubt_about(s, o) || map_get(&s->excused, told_apart(o->name.name)) == &doubtful;
}

bool
schema_doubts_part(const struct schema *s, const struct object *o, const char *part)
{
	const struct doubt *d = doubt_about(s, o);

	return (d && (d->all || strs_has(&d->parts, part) || strs_has(&d->other, part))) ||
	       map_get(&s->excused, part) == &doubtful;
}

/* ---- what may be there ---- */

/* keeps its object in the journal, out of sight; NULL where that is gone */
struct maybe {
	struct object object;
	struct object *made;
	unsigned arm;
};

static const struct noun maybe_noun = {
	.name = "doubt", .space = SPACE_MAYBE, .size = sizeof(struct maybe)};

static const struct maybe *
find_maybe(const struct schema *s, unsigned id)
{
	return (const struct maybe *)schema_find(s, SPACE_MAYBE,
	                                         (struct qname){NULL, strf("%u", id)});
}

void
schema_keep_maybe(struct schema *s, unsigned id, struct object *made, unsigned arm)
{
	const struct maybe *former = find_maybe(s, id);
	struct maybe *m = alloc(sizeof *m);

	m->object.noun = &maybe_noun;
	m->object.id = former ? former->object.id : schema_id(s);
	m->object.name = (struct qname){NULL, strf("%u", id)};
	m->made = made;
	m->arm = arm;
	schema_put(s, &m->object);
}

unsigned
schema_maybe_arm(const struct schema *s, unsigned id)
{
	const struct maybe *m = find_maybe(s, id);

	return m ? m->arm : 0;
}

struct list
schema_maybes(const struct schema *s)
{
	struct list all = schema_all(s, &maybe_noun), found = {0};
	const struct maybe *m;
	size_t i;

	for (i = 0; i < all.n; i++) {
		m = all.v[i];
		if (m->made)
			list_add(&found, m->made);
	}
	return found;
}

static bool
is_taken(const struct schema *s, const struct object *o)
{
	struct list names = all_names(o);
	const struct object *name;
	size_t i;

	for (i = 0; i < names.n; i++) {
		name = names.v[i];
		if (schema_find(s, name->noun->space, name->name))
			return true;
	}
	return false;
}

void
schema_add_maybes(struct schema *s)
{
	struct list all = schema_maybes(s);
	struct object *o;
	size_t i;

	for (i = 0; i < all.n; i++) {
		o = all.v[i];
		if (!is_taken(s, o) && !schema_may_be_other(s, o->noun->space, o->name))
			schema_put(s, o);
	}
}
