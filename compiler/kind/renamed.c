/* What a model says was called otherwise; and what goes and comes and looks so, which is never written in silence: its rows would
   be lost. */
#include <ctype.h>
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

/* ---- tables ---- */

static void
rename_columns(struct table *t, const struct table *to)
{
	const struct column *c;
	struct column *was;
	size_t i, j;

	for (i = 0; i < to->columns.n; i++) {
		c = to->columns.v[i];
		if (!c->renamed_from || table_column(t, c->name) ||
		    table_column(to, c->renamed_from))
			continue;
		for (j = 0; j < t->columns.n; j++) {
			was = t->columns.v[j];
			if (!same(was->name, c->renamed_from) || was->inherited)
				continue;
			was = element_copy(&t->columns, j, sizeof *was);
			was->name = c->name;
			break;
		}
	}
}

static void
rename_constraints(struct table *t, const struct table *to)
{
	const struct constraint *c;
	struct constraint *was;
	size_t i, j;

	for (i = 0; i < to->constraints.n; i++) {
		c = to->constraints.v[i];
		if (!c->renamed_from || table_constraint(t, c->name) ||
		    table_constraint(to, c->renamed_from))
			continue;
		for (j = 0; j < t->constraints.n; j++) {
			was = t->constraints.v[j];
			if (!same(was->name, c->renamed_from) || was->inherited)
				continue;
			was = element_copy(&t->constraints, j, sizeof *was);
			was->name = c->name;
			break;
		}
	}
}

static void
rename_indexes(struct table *t, const struct table *to)
{
	const struct index *x;
	struct index *was;
	size_t i, j;

	for (i = 0; i < to->indexes.n; i++) {
		x = to->indexes.v[i];
		if (!x->renamed_from || table_index(t, x->name) || table_index(to, x->renamed_from))
			continue;
		for (j = 0; j < t->indexes.n; j++) {
			was = t->indexes.v[j];
			if (!same(was->name, x->renamed_from) || was->inherited)
				continue;
			was = element_copy(&t->indexes, j, sizeof *was);
			was->name = x->name;
			break;
		}
	}
}

void
table_rename_parts(struct object *copied, const struct object *to)
{
	rename_columns((struct table *)copied, (const struct table *)to);
	rename_constraints((struct table *)copied, (const struct table *)to);
	rename_indexes((struct table *)copied, (const struct table *)to);
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

/* such a column that only one of the tables has */
static struct list
only_in(const struct table *t, const struct table *other)
{
	struct list only = {0};
	const struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (!c->inherited && !table_column(other, c->name))
			list_add(&only, t->columns.v[i]);
	}
	return only;
}

void
table_warn_renamed(const struct object *a, const struct object *b)
{
	const struct table *from = (const struct table *)a, *to = (const struct table *)b;
	struct list gone = only_in(from, to), come = only_in(to, from);
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
	struct enum_type *e = (struct enum_type *)copied;
	const struct enum_type *new = (const struct enum_type *)to;
	const struct label *l;
	struct label *was;
	size_t i, j;

	for (i = 0; i < new->labels.n; i++) {
		l = new->labels.v[i];
		if (!l->renamed_from || enum_label(e, l->name) || enum_label(new, l->renamed_from))
			continue;
		for (j = 0; j < e->labels.n; j++) {
			if (!same(((struct label *)e->labels.v[j])->name, l->renamed_from))
				continue;
			was = element_copy(&e->labels, j, sizeof *was);
			was->name = l->name;
			break;
		}
	}
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

static struct list
labels_only_in(const struct enum_type *e, const struct enum_type *other)
{
	struct list only = {0};
	size_t i;

	for (i = 0; i < e->labels.n; i++)
		if (!enum_label(other, ((const struct label *)e->labels.v[i])->name))
			list_add(&only, e->labels.v[i]);
	return only;
}

void
enum_warn_renamed(const struct object *a, const struct object *b)
{
	const struct enum_type *from = (const struct enum_type *)a,
			       *to = (const struct enum_type *)b;
	struct list gone = labels_only_in(from, to), come = labels_only_in(to, from);
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
