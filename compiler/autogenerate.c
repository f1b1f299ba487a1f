/* The operations of a difference, as a person would have written them. */
#include <string.h>

#include "autogenerate.h"
#include "kind/kind.h"
#include "print.h"

/* ---- what belongs together ---- */

/* operations, and those that are left of them: NULL where another says it by now */
struct gathering {
	const struct list *ops;
	struct op **left;
	struct map
		by_name; /* struct list of places: of the operations that may have to do with an object of that name */
	bool declared; /* in a model nothing comes before or behind something else */
};

/* the operation may make what a foreign key refers to, or change it */
static bool
touches(const struct op *op, const struct reference *r)
{
	const struct constraint *k;
	const char *column;

	if (!op->about || !same_qname(op->about->name, r->table))
		return false;
	k = constraint_added(op, r->table);
	column = column_added(op);
	return k ? k->type != 'f' : !column || strs_has(&r->columns, column);
}

static const char *
name_key(struct qname name)
{
	return strf("%s\x1f%s", name.schema ? name.schema : "", name.name);
}

static void
put_name(struct gathering *g, struct qname name, size_t at)
{
	const char *key = name_key(name);
	struct list *places = map_get(&g->by_name, key);

	if (!places) {
		places = alloc(sizeof *places);
		map_put(&g->by_name, key, places);
	}
	list_add(places, copy(&at, sizeof at));
}

/* by what it is about; a sequence by its table, too, and a partition by the one that it is of */
static void
put_names(struct gathering *g, size_t at)
{
	const struct object *o = ((const struct op *)g->ops->v[at])->about;
	struct qname other = {0};

	if (!o)
		return;
	put_name(g, o->name, at);
	if (o->noun == &sequence_noun)
		other = ((const struct sequence *)o)->owned_by.table;
	else if (o->noun == &table_noun)
		other = ((const struct table *)o)->partition_of;
	if (other.name)
		put_name(g, other, at);
}

/* the places of operations that may have to do with it, ascending: size_t */
static const struct list *
places_of(const struct gathering *g, struct qname name)
{
	static const struct list none;
	const struct list *places = map_get(&g->by_name, name_key(name));

	return places ? places : &none;
}

static bool
touched(const struct gathering *g, size_t from, size_t to, const struct reference *r)
{
	const struct list *places = places_of(g, r->table);
	size_t i, at;

	for (i = 0; i < places->n; i++) {
		at = *(const size_t *)places->v[i];
		if (at > from && at < to && g->left[at] && touches(g->ops->v[at], r))
			return true;
	}
	return false;
}

/* the one at `at` may say what the other does. Of what comes before a table only the sequence of a column is said there; and a foreign
   key when what it refers to is there */
static bool
can_say(const struct gathering *g, size_t at, size_t other)
{
	const struct op *op = g->ops->v[at], *later = g->ops->v[other];
	const struct constraint *k;

	if (!later->about)
		return false;
	if (later->about != op->about)
		return op->about->noun == &table_noun &&
		       (later->about->noun == &sequence_noun ||
		        (other > at && !g->declared && is_partition(later->about, op->about)));
	if (g->declared)
		return other != at;
	k = constraint_added(later, op->about->name);
	return other > at && (!k || k->type != 'f' || !touched(g, at, other, &k->references));
}

static void
gather(const struct gathering *g, size_t at)
{
	const struct op *said = g->ops->v[at];
	struct op *op = copy(said, said->class->shape.size);
	const struct list *places = places_of(g, op->about->name);
	size_t i, other;

	for (i = 0; i < places->n; i++) {
		other = *(const size_t *)places->v[i];
		if (g->left[other] && can_say(g, at, other) &&
		    op->class->absorb(op, g->ops->v[other]))
			g->left[other] = NULL;
	}
	g->left[at] = op;
}

/* true where an operation may say what others do: that a sequence belongs to a column must wait for the column, but in a model */
static bool
gathers(const struct gathering *g, size_t at)
{
	const struct op *op = g->left[at];

	return op && op->class->absorb && op->about &&
	       (g->declared || op->about->noun == &table_noun);
}

struct list
autogenerate_gather(const struct list *ops, bool declared)
{
	struct gathering g = {
		.ops = ops, .left = copy(ops->v, ops->n * sizeof *g.left), .declared = declared};
	struct list gathered = {0};
	size_t i;

	for (i = 0; i < ops->n; i++)
		put_names(&g, i);

	for (i = 0; i < ops->n; i++)
		if (gathers(&g, i) && g.left[i]->about->noun == &table_noun)
			gather(&g, i);
	for (i = 0; i < ops->n; i++)
		if (gathers(&g, i) && g.left[i]->about->noun != &table_noun)
			gather(&g, i);
	for (i = 0; i < ops->n; i++)
		if (g.left[i])
			list_add(&gathered, g.left[i]);
	return gathered;
}

/* ---- the text ---- */

/* what whoever reads the operation should know */
static const char *
caution(const struct op *op, const struct schema *s)
{
	const char *note = op->class->caution ? op->class->caution(op, s) : NULL;
	struct list steps = {0};
	size_t i;

	if (note)
		return note;
	op->class->render(op, &steps);
	for (i = 0; i < steps.n; i++)
		if (((const struct step *)steps.v[i])->flags & STEP_LOSES_DATA)
			return "loses data";
	return NULL;
}

void
autogenerate_print(const struct list *ops, const struct schema *s, struct buf *out)
{
	const char *note;
	const struct op *op;
	size_t i;

	for (i = 0; i < ops->n; i++) {
		op = ops->v[i];
		note = caution(op, s);
		if (note)
			buf_fmt(out, "  -- %s\n", note);
		print_op(op, s, 2, out);
	}
}
