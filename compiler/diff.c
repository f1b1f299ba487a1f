/* Operations without an order of their own: what a model says, what a database holds. The order is found by trying. */
#include "diff.h"
#include "kind/code.h"

struct list
apply_in_order(struct schema *s, const struct list *ops, struct list *refused)
{
	bool quiet = diag_quiet(true);
	struct list todo = *ops, later, done = {0};
	size_t excused, mark, before, i;

	do {
		later = (struct list){0};
		before = done.n;
		for (i = 0; i < todo.n; i++) {
			excused = s->excused.n;
			mark = schema_mark(s);
			if (op_apply(todo.v[i], s) == REFUSED) {
				map_cut(&s->excused, excused);
				list_add(&later, todo.v[i]);
				continue;
			}
			mentions_reach(s, mark);
			end_transaction(s);
			list_add(&done, todo.v[i]);
		}
		todo = later;
	} while (todo.n && done.n > before);
	diag_quiet(quiet);
	*refused = todo;
	return done;
}
