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

/* a key that refers to a table which comes later is added when that is there */
static bool
can_refer(const struct list *ops, size_t at, const struct op *other)
{
	const struct constraint *k = constraint_added(other, *table_created(ops->v[at]));

	return !k || k->type != 'f' || made_in(ops, k->references.table) <= at;
}

struct list
autogenerate_gather(const struct list *ops)
{
	struct list gathered = {0};
	bool *gone = alloc(ops->n + 1);
	struct op *op;
	size_t i, j;

	for (i = 0; i < ops->n; i++) {
		if (gone[i])
			continue;
		op = ops->v[i];
		if (table_created(op)) {
			op = copy(op, op->class->shape.size);
			for (j = i + 1; j < ops->n; j++)
				if (!gone[j] && can_refer(ops, i, ops->v[j]))
					gone[j] = op->class->absorb(op, ops->v[j]);
		}
		list_add(&gathered, op);
	}
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
