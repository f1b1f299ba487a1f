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

const struct object *
object_former(const struct schema *s, const struct schema *to, const struct object *o)
{
	struct object was = *o;

	if (object_namesake(s, o))
		return object_namesake(s, o);
	if (!o->renamed_from.name)
		return o->noun->former ? o->noun->former(s, to, o) : NULL;
	was.name = o->renamed_from;
	if (!was.name.schema && space_in_schema(o->noun->space))
		was.name.schema = o->name.schema;
	return object_namesake(to, &was) ? NULL : object_namesake(s, &was);
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
	size_t size, name, renamed_from;
	long inherited; /* -1: none is */
};

#define PART(type) \
	sizeof(struct type), offsetof(struct type, name), offsetof(struct type, renamed_from)

static const struct part columns = {PART(column), offsetof(struct column, inherited)},
			 constraints = {PART(constraint), offsetof(struct constraint, inherited)},
			 indexes = {PART(index), offsetof(struct index, inherited)},
			 labels = {PART(label), -1};

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

/* those that `to` calls otherwise have its names */
static void
rename_parts(const struct part *p, struct list *parts, const struct list *to)
{
	const char *former, *name;
	size_t i;
	long at;

	for (i = 0; i < to->n; i++) {
		name = text_at(to->v[i], p->name);
		former = text_at(to->v[i], p->renamed_from);
		if (!former || part_find(p, parts, name) >= 0 || part_find(p, to, former) >= 0)
			continue;
		at = part_find(p, parts, former);
		if (at >= 0 && !is_inherited(p, parts->v[at]))
			*(const char **)((char *)element_copy(parts, (size_t)at, p->size) +
			                 p->name) = name;
	}
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
