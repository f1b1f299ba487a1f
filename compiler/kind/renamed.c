/* What a model says was called otherwise; and what goes and comes and looks so, which is never written in silence: its rows would
   be lost. */
#include <ctype.h>
#include <stddef.h>
#include <string.h>

#include "kind.h"

struct object *
object_namesake(const struct schema *s, const struct object *o)
{
	struct object *other = schema_find(s, o->noun->space, o->name);

	return other && other->noun == o->noun && same_qname(other->name, o->name) ? other : NULL;
}

/* ---- objects: what each was called ---- */

/* as the model says it; in its own schema where no other is said */
static struct qname
former_name(const struct object *o)
{
	struct qname name = o->renamed_from;

	if (!name.schema && space_in_schema(o->noun->space))
		name.schema = o->name.schema;
	return name;
}

/* as the model says it, or as it follows from others that have their new names already */
static const struct object *
former(const struct schema *s, const struct schema *to, const struct object *o, bool derived)
{
	struct object was = *o;

	if (derived)
		return !o->renamed_from.name && o->noun->former ? o->noun->former(s, to, o) : NULL;
	was.name = former_name(o);
	return was.name.name ? object_namesake(s, &was) : NULL;
}

/* its name may be that of another in `to`, if that was called otherwise itself, and so on */
static const struct object *
former_in_chain(const struct schema *s, const struct schema *to, const struct object *o,
                bool derived)
{
	const struct object *was = former(s, to, o, derived), *last = was, *taker;
	size_t i;

	for (i = 0; last && i < to->by_id.n; i++) {
		taker = object_namesake(to, last);
		if (!taker)
			return was;
		last = former(s, to, taker, derived);
	}
	return NULL;
}

static void
add_change(struct list *changes, struct object *from, struct object *to)
{
	struct change change = {from, to};

	list_add(changes, copy(&change, sizeof change));
}

struct list
objects_renamed(const struct schema *s, const struct schema *to, bool derived)
{
	bool *moved = alloc(s->last_id + 1), *done = alloc(to->last_id + 1);
	const struct object *o, *there, *was;
	struct list changes = {0};
	size_t before, i;

	do {
		before = changes.n;
		for (i = 0; i < to->by_id.n; i++) {
			o = to->by_id.v[i];
			if (!o || !o->noun->create || done[o->id])
				continue;
			there = object_namesake(s, o);
			was = there && !moved[there->id] ? NULL
			                                 : former_in_chain(s, to, o, derived);
			if (!was || moved[was->id])
				continue;
			moved[was->id] = done[o->id] = true;
			add_change(&changes, s->by_id.v[was->id], to->by_id.v[i]);
		}
	} while (changes.n > before);
	for (i = 0; i < to->by_id.n && !derived; i++) {
		o = to->by_id.v[i];
		there = o && o->noun->rename_parts && !done[o->id] ? object_namesake(s, o) : NULL;
		if (there && !moved[there->id])
			add_change(&changes, s->by_id.v[there->id], to->by_id.v[i]);
	}
	return changes;
}

static char *
lower(const char *name)
{
	char *text = str(name), *c;

	for (c = text; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	return text;
}

/* one may be a new spelling of the other */
static bool
names_resemble(const char *a, const char *b)
{
	const char *x = lower(a), *y = lower(b);
	struct strs other = {0};

	strs_add(&other, y);
	return (strlen(x) > 2 && strstr(y, x)) || (strlen(y) > 2 && strstr(x, y)) ||
	       nearest(x, &other);
}

/* as renamed_from says it */
static const char *
said(struct qname name, struct qname beside)
{
	return same(name.schema, beside.schema) ? name.name : strf("%s.%s", name.schema, name.name);
}

void
warn_resembles(const struct object *goes, const struct object *comes)
{
	warn_at(comes->at,
	        "%s %s looks like %s, which goes with all that is in it; if it is the same, say "
	        "renamed_from = \"%s\"",
	        comes->noun->name, plain_qname(comes->name), plain_qname(goes->name),
	        said(goes->name, comes->name));
}

/* ---- parts: columns, constraints, indexes, labels ---- */

struct part {
	const char *what;
	size_t size, name, renamed_from;
	long inherited; /* -1: none is */
	long at;        /* -1: it is not known where each is said */
};

#define PART(type) \
#type, sizeof(struct type), offsetof(struct type, name), offsetof(struct type, renamed_from)
#define OF_TABLE(type) PART(type), offsetof(struct type, inherited), offsetof(struct type, at)

static const struct part columns = {OF_TABLE(column)}, constraints = {OF_TABLE(constraint)},
			 indexes = {OF_TABLE(index)}, labels = {PART(label), -1, -1};

static const char *
text_at(const void *part, size_t offset)
{
	return *(const char *const *)((const char *)part + offset);
}

static bool
is_inherited(const struct part *p, const void *part)
{
	return p->inherited >= 0 && *((const bool *)part + p->inherited);
}

static struct loc
part_at(const struct part *p, const struct object *o, const void *part)
{
	struct loc at = p->at < 0 ? o->at : *(const struct loc *)((const char *)part + p->at);

	return at.file ? at : o->at;
}

/* where it is in the list, or -1 */
static long
part_find(const struct part *p, const struct list *parts, const char *name)
{
	size_t i;

	for (i = 0; i < parts->n; i++)
		if (same(text_at(parts->v[i], p->name), name))
			return (long)i;
	return -1;
}

/* where that of `to` was in the list, or -1. Its name may be that of another in `to`, if that was called otherwise itself, and so on */
static long
former_part(const struct part *p, const struct list *parts, const struct list *to, size_t of)
{
	const char *former = text_at(to->v[of], p->renamed_from);
	long at = former ? part_find(p, parts, former) : -1, taker;
	size_t i;

	if (at >= 0 && is_inherited(p, parts->v[at]))
		return -1;
	for (i = 0; former && part_find(p, parts, former) >= 0 && i < to->n; i++) {
		taker = part_find(p, to, former);
		if (taker < 0)
			return at;
		former = text_at(to->v[taker], p->renamed_from);
	}
	return -1;
}

/* those that `to` calls otherwise have its names: first those whose names are free */
static void
rename_parts(const struct part *p, struct list *parts, const struct list *to)
{
	size_t before, n = 0, i;
	const char *name;
	long at;

	do {
		before = n;
		for (i = 0; i < to->n; i++) {
			name = text_at(to->v[i], p->name);
			at = part_find(p, parts, name) < 0 ? former_part(p, parts, to, i) : -1;
			if (at < 0)
				continue;
			*(const char **)((char *)element_copy(parts, (size_t)at, p->size) +
			                 p->name) = name;
			n++;
		}
	} while (n > before);
}

/* those of a table, or an enum, itself that the other has not */
static struct list
only_in(const struct part *p, const struct list *parts, const struct list *others)
{
	struct list only = {0};
	size_t i;

	for (i = 0; i < parts->n; i++)
		if (!is_inherited(p, parts->v[i]) &&
		    part_find(p, others, text_at(parts->v[i], p->name)) < 0)
			list_add(&only, parts->v[i]);
	return only;
}

/* ---- what cannot have been ---- */

/* a name of a model, in quotes, and what it was before; former NULL: that is not said */
struct claim {
	struct loc at;
	const char *what, *name, *former;
};

static const struct claim *
find_claim(const struct list *all, const char *what, const char *name)
{
	const struct claim *c;
	size_t i;

	for (i = 0; i < all->n; i++) {
		c = all->v[i];
		if (same(c->what, what) && same(c->name, name))
			return c;
	}
	return NULL;
}

/* they were called as each other, in a ring */
static bool
comes_back(const struct list *all, const struct claim *first)
{
	const struct claim *c = first;
	size_t i;

	for (i = 0; i < all->n && c && c->former; i++) {
		c = find_claim(all, c->what, c->former);
		if (c == first)
			return true;
	}
	return false;
}

/* the first that is said to have been that */
static const struct claim *
heir(const struct list *all, const struct claim *of)
{
	const struct claim *c = of;
	size_t i;

	for (i = 0; i < all->n; i++) {
		c = all->v[i];
		if (same(c->what, of->what) && same(c->former, of->former))
			return c;
	}
	return of;
}

/* what has a former name must have been called otherwise itself; and from names alone nobody sees whether a ring was renamed already */
static void
check_claim(const struct list *all, const struct claim *c)
{
	const struct claim *there = find_claim(all, c->what, c->former), *first = heir(all, c);

	if (comes_back(all, c))
		error_at(c->at, E_TWICE,
		         "%s %s cannot have been %s, which was called so in turn: their names do "
		         "not tell whether that was done. Write a revision that renames them, by "
		         "way of another name",
		         c->what, c->name, c->former);
	else if (there && !there->former)
		error_at(c->at, E_TWICE,
		         "%s %s cannot have been %s, which is still there: if that is a new one, "
		         "it comes in a revision after the one that renames, when this is no "
		         "longer said",
		         c->what, c->name, c->former);
	else if (first != c)
		error_at(c->at, E_TWICE, "%s %s cannot have been %s, for %s was", c->what, c->name,
		         c->former, first->name);
}

static void
check_all(const struct list *all)
{
	const struct claim *c;
	size_t i;

	for (i = 0; i < all->n; i++) {
		c = all->v[i];
		if (c->former)
			check_claim(all, c);
	}
}

static void
add_claim(struct list *all, struct loc at, const char *what, const char *name, const char *former)
{
	struct claim claim = {at, what, name, former};

	list_add(all, copy(&claim, sizeof claim));
}

static void
check_parts(const struct part *p, const struct object *o, const struct list *parts)
{
	struct list all = {0};
	const char *former;
	size_t i;

	for (i = 0; i < parts->n && !text_at(parts->v[i], p->renamed_from); i++)
		;
	if (i == parts->n)
		return;
	for (i = 0; i < parts->n; i++) {
		former = text_at(parts->v[i], p->renamed_from);
		if (!is_inherited(p, parts->v[i]))
			add_claim(&all, part_at(p, o, parts->v[i]), p->what,
			          strf("'%s'", text_at(parts->v[i], p->name)),
			          former ? strf("'%s'", former) : NULL);
	}
	check_all(&all);
}

static void
check_parts_of(const struct object *o)
{
	const struct table *t = (const struct table *)o;

	if (o->noun == &enum_noun)
		check_parts(&labels, o, &((const struct enum_type *)o)->labels);
	if (o->noun != &table_noun)
		return;
	check_parts(&columns, o, &t->columns);
	check_parts(&constraints, o, &t->constraints);
	check_parts(&indexes, o, &t->indexes);
}

void
renamed_check(const struct schema *s)
{
	const struct object *o;
	struct list all = {0};
	size_t i;

	for (i = 0; i < s->by_id.n; i++) {
		o = s->by_id.v[i];
		if (!o || !o->noun->create)
			continue;
		add_claim(&all, o->at, o->noun->name, plain_qname(o->name),
		          o->renamed_from.name ? plain_qname(former_name(o)) : NULL);
		check_parts_of(o);
	}
	check_all(&all);
}

/* ---- tables ---- */

void
table_rename_parts(struct object *copied, const struct object *to)
{
	struct table *t = (struct table *)copied;
	const struct table *new = (const struct table *)to;

	rename_parts(&columns, &t->columns, &new->columns);
	rename_parts(&constraints, &t->constraints, &new->constraints);
	rename_parts(&indexes, &t->indexes, &new->indexes);
}

bool
table_resembles(const struct object *goes, const struct object *comes)
{
	const struct table *from = (const struct table *)goes, *to = (const struct table *)comes;
	size_t most = from->columns.n > to->columns.n ? from->columns.n : to->columns.n, n = 0, i;
	const struct column *c, *was;

	if (from->partition_of.name && to->partition_of.name)
		return same_qname(from->partition_of, to->partition_of) &&
		       same(bound_sql(&from->bound), bound_sql(&to->bound));
	if (from->partition_of.name || to->partition_of.name || !most)
		return false;
	/* most pairs of tables have little in common */
	for (i = 0; i < to->columns.n && 2 * (n + to->columns.n - i) >= most; i++) {
		c = to->columns.v[i];
		was = table_column(from, c->name);
		n += was && same(was->type, c->type);
	}
	if (2 * n < most)
		return false;
	return (most > 2 && 4 * n >= 3 * most) || names_resemble(goes->name.name, comes->name.name);
}

void
table_warn_renamed(const struct object *a, const struct object *b)
{
	const struct table *from = (const struct table *)a, *to = (const struct table *)b;
	struct list gone = only_in(&columns, &from->columns, &to->columns),
		    come = only_in(&columns, &to->columns, &from->columns);
	const struct column *c, *was;
	bool only = gone.n == 1 && come.n == 1;
	size_t i, j;

	for (i = 0; i < come.n; i++)
		for (j = 0; j < gone.n; j++) {
			c = come.v[i];
			was = gone.v[j];
			if (!same(was->type, c->type) || was->not_null != c->not_null ||
			    !was->generated != !c->generated ||
			    !(only || names_resemble(was->name, c->name)))
				continue;
			warn_at(c->at.file ? c->at : b->at,
			        "column '%s' of table %s looks like '%s', which goes with its "
			        "values; if it is the same, say renamed_from = \"%s\"",
			        c->name, plain_qname(b->name), was->name, was->name);
		}
}

/* ---- enums ---- */

void
enum_rename_parts(struct object *copied, const struct object *to)
{
	rename_parts(&labels, &((struct enum_type *)copied)->labels,
	             &((const struct enum_type *)to)->labels);
}

bool
enum_resembles(const struct object *goes, const struct object *comes)
{
	const struct enum_type *from = (const struct enum_type *)goes,
			       *to = (const struct enum_type *)comes;
	size_t i;

	for (i = 0; i < to->labels.n; i++)
		if (!enum_label(from, ((const struct label *)to->labels.v[i])->name))
			return false;
	return from->labels.n == to->labels.n;
}

void
enum_warn_renamed(const struct object *a, const struct object *b)
{
	const struct enum_type *from = (const struct enum_type *)a,
			       *to = (const struct enum_type *)b;
	struct list gone = only_in(&labels, &from->labels, &to->labels),
		    come = only_in(&labels, &to->labels, &from->labels);
	const struct label *l, *was;
	bool only = gone.n == 1 && come.n == 1;
	size_t i, j;

	for (i = 0; i < come.n; i++)
		for (j = 0; j < gone.n; j++) {
			l = come.v[i];
			was = gone.v[j];
			if (!only && !names_resemble(was->name, l->name))
				continue;
			warn_at(b->at,
			        "label '%s' of enum %s looks like '%s', which goes; if it is the "
			        "same, say renamed_values = { [\"%s\"] = \"%s\" }",
			        l->name, plain_qname(b->name), was->name, l->name, was->name);
		}
}
