/* The operations of a difference, as a person would have written them. */
#include <string.h>

#include "autogenerate.h"
#include "kind/kind.h"
#include "print.h"

/* ---- what belongs together ---- */

/* where the table is made, or 0: it was there before */
static size_t
made_in(const struct list *ops, struct qname table)
{
	const struct qname *name;
	size_t i;

	for (i = 0; i < ops->n; i++) {
		name = table_created(ops->v[i]);
		if (name && same_qname(*name, table))
			return i;
	}
	return 0;
}

/* may what other does be said where the table is made? A key that refers to a table which comes later is added when that is there; of
   what comes before only the sequence of a column */
static bool
can_be_said(const struct list *ops, size_t at, size_t other, bool declared)
{
	const struct op *op = ops->v[other];
	const struct constraint *k = constraint_added(op, *table_created(ops->v[at]));

	if (other < at)
		return op->about->noun == &sequence_noun;
	return declared || !k || k->type != 'f' || made_in(ops, k->references.table) <= at;
}

static void
gather_table(const struct list *ops, size_t at, bool declared, struct op **all)
{
	struct op *op = copy(ops->v[at], all[at]->class->shape.size);
	size_t i;

	for (i = 0; i < ops->n; i++)
		if (i != at && all[i] && can_be_said(ops, at, i, declared) &&
		    op->class->absorb(op, ops->v[i]))
			all[i] = NULL;
	all[at] = op;
}

/* in a model nothing comes before or behind something else */
static void
gather_other(const struct list *ops, size_t at, struct op **all)
{
	struct op *op = copy(ops->v[at], all[at]->class->shape.size);
	size_t i;

	for (i = at + 1; i < ops->n; i++)
		if (all[i] && all[i]->about == op->about && op->class->absorb(op, ops->v[i]))
			all[i] = NULL;
	all[at] = op;
}

struct list
autogenerate_gather(const struct list *ops, bool declared)
{
	struct op **all = copy(ops->v, ops->n * sizeof *all);
	struct list gathered = {0};
	size_t i;

	for (i = 0; i < ops->n; i++)
		if (all[i] && table_created(all[i]))
			gather_table(ops, i, declared, all);
	for (i = 0; i < ops->n; i++)
		if (all[i] && declared && all[i]->class->absorb && !table_created(all[i]))
			gather_other(ops, i, all);
	for (i = 0; i < ops->n; i++)
		if (all[i])
			list_add(&gathered, all[i]);
	return gathered;
}

/* ---- the text ---- */

void
autogenerate_print(const struct list *ops, const struct schema *s, struct buf *out)
{
	const char *note;
	const struct op *op;
	size_t i;

	for (i = 0; i < ops->n; i++) {
		op = ops->v[i];
		note = op->class->caution ? op->class->caution(op) : NULL;
		if (note)
			buf_fmt(out, "  -- %s\n", note);
		print_op(op, s, 2, out);
	}
}
