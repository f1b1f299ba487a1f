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

static bool
touched(const struct gathering *g, size_t from, size_t to, const struct reference *r)
{
	size_t i;

	for (i = from + 1; i < to; i++)
		if (g->left[i] && touches(g->ops->v[i], r))
			return true;
	return false;
}

static bool
is_partition(const struct object *o, const struct object *of)
{
	return o->noun == &table_noun && ((const struct table *)o)->partition_of.name &&
	       same_qname(((const struct table *)o)->partition_of, of->name);
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
	size_t i;

	for (i = 0; i < g->ops->n; i++)
		if (g->left[i] && can_say(g, at, i) && op->class->absorb(op, g->ops->v[i]))
			g->left[i] = NULL;
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
	struct gathering g = {ops, copy(ops->v, ops->n * sizeof *g.left), declared};
	struct list gathered = {0};
	size_t i;

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
caution(const struct op *op)
{
	const char *note = op->class->caution ? op->class->caution(op) : NULL;
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
		note = caution(op);
		if (note)
			buf_fmt(out, "  -- %s\n", note);
		print_op(op, s, 2, out);
	}
}
