/* Which steps lead from what is applied to what was asked for. */
#include "plan.h"

#include <stdlib.h>
#include <string.h>

const struct step *
plan_steps(const struct plan *plan, const struct plan_item *item, unsigned *n)
{
	const struct migration *m = &plan->table->migrations[item->migration];

	*n = item->down ? m->n_down : m->n_up;
	return item->down ? m->down : m->up;
}

bool
step_is_for(const struct step *step, int server)
{
	return server >= step->since && (!step->before || server < step->before);
}

bool
plan_sends(const struct plan *plan, const struct step *step)
{
	return !plan->server || step_is_for(step, plan->server);
}

bool
plan_alone(const struct plan *plan, const struct step *step)
{
	return step->flags & STEP_NO_TRANSACTION && plan_sends(plan, step);
}

unsigned
plan_stretch(const struct plan *plan, const struct step *steps, unsigned n, unsigned i)
{
	for (i++; i < n; i++)
		if (plan_alone(plan, &steps[i]))
			break;
	return i < n ? i : n;
}

static int
refuse_total(const struct migration *m, const struct applied *row, unsigned now, struct err *err)
{
	return err_set(
		err, ERR_FAILED,
		"the %s of revision %s stopped after %u of %u steps, and in this program it has %u\n"
		"hint: finish it with the program that began it",
		row->down ? "downgrade" : "upgrade", m->id, row->done, row->total, now);
}

/* add a migration; where an earlier run stopped in it, the plan goes on there */
static int
add_item(struct plan *plan, const struct state *s, unsigned migration, struct err *err)
{
	const struct migration *m = &plan->table->migrations[migration];
	const struct applied *row = s->rows[migration];
	struct plan_item *item = &plan->items[plan->n++];
	unsigned steps = plan->down ? m->n_down : m->n_up;

	*item = (struct plan_item){.migration = migration, .down = plan->down};
	if (!row || state_has(s, migration))
		return 0;
	if (row->total != steps)
		return refuse_total(m, row, steps, err);
	item->begun = true;
	item->done = row->done;
	item->started = row->started;
	return 0;
}

static int
plan_init(struct plan *plan, const struct state *s, unsigned target, bool down, struct err *err)
{
	*plan = (struct plan){.table = s->table, .to = target, .down = down};
	if (state_current(s, &plan->from, err) < 0)
		return -1;
	plan->items = calloc(s->table->n_migrations + 1, sizeof(*plan->items));
	return plan->items ? 0 : err_memory(err);
}

/* a downgrade that stopped halfway must end before anything goes up */
static int
refuse_half_down(const struct state *s, struct err *err)
{
	unsigned i;

	for (i = 0; i < s->table->n_migrations; i++) {
		const struct migration *m = &s->table->migrations[i];
		const struct applied *row = s->rows[i];

		if (row && row->down)
			return err_set(
				err, ERR_FAILED,
				"the downgrade of revision %s (%.*s) stopped after %u of %u steps\n"
				"hint: finish it first: migrate downgrade %s",
				m->id, text_line(m->message), m->message, row->done, row->total,
				graph_name(s->table, graph_parent(m)));
	}
	return 0;
}

int
plan_upgrade(struct plan *plan, const struct state *s, unsigned target, struct err *err)
{
	unsigned *list = NULL, n = 0, i;
	int rc = 0;

	if (plan_init(plan, s, target, false, err) < 0 || refuse_half_down(s, err) < 0 ||
	    graph_lineage(s->table, target, &list, &n, err) < 0) {
		plan_free(plan);
		return -1;
	}
	for (i = 0; rc == 0 && i < n; i++)
		if (!state_has(s, list[i]))
			rc = add_item(plan, s, list[i], err);
	free(list);
	if (rc < 0)
		plan_free(plan);
	return rc;
}

static int
check_down(const struct state *s, unsigned migration, struct err *err)
{
	const struct migration *m = &s->table->migrations[migration];
	const struct applied *row = s->rows[migration];

	if (m->irreversible)
		return err_set(err, ERR_FAILED,
		               "revision %s (%.*s) cannot be downgraded: %s; nothing was run",
		               m->id, text_line(m->message), m->message, m->irreversible);
	if (!row->down && row->done < row->total)
		return err_set(
			err, ERR_FAILED,
			"the upgrade of revision %s (%.*s) stopped after %u of %u steps\n"
			"hint: finish it first: migrate upgrade %s; or undo its steps by hand and "
			"`migrate stamp` the revision before it",
			m->id, text_line(m->message), m->message, row->done, row->total, m->id);
	return 0;
}

static int
check_target(const struct plan *plan, const struct state *s, struct err *err)
{
	const struct migration *to;

	if (plan->to == BASE || s->rows[plan->to]) {
		if (plan->to != BASE && s->rows[plan->to]->down)
			return refuse_half_down(s, err);
		return 0;
	}
	to = &s->table->migrations[plan->to];
	return err_set(err, ERR_FAILED,
	               "cannot downgrade to %s (%.*s): it is not applied, the database is at %s",
	               to->id, text_line(to->message), to->message,
	               graph_name(s->table, plan->from));
}

int
plan_downgrade(struct plan *plan, const struct state *s, unsigned target, struct err *err)
{
	const struct migration_table *table = s->table;
	unsigned char *marks = graph_marks(table, err);
	unsigned i;
	int rc = -1;

	*plan = (struct plan){0};
	if (!marks || plan_init(plan, s, target, true, err) < 0 || check_target(plan, s, err) < 0)
		goto out;
	if (target == BASE)
		memset(marks, 1, table->n_migrations);
	else
		marks[target] = 1;
	graph_mark_descendants(table, marks);
	if (target != BASE)
		marks[target] = 0;
	for (i = table->n_migrations; i-- > 0;) {
		if (!marks[i] || !s->rows[i])
			continue;
		if (check_down(s, i, err) < 0 || add_item(plan, s, i, err) < 0)
			goto out;
	}
	rc = 0;
out:
	free(marks);
	if (rc < 0)
		plan_free(plan);
	return rc;
}

int
plan_check_values(const struct plan *plan, struct err *err)
{
	unsigned i, j, n;

	for (i = 0; i < plan->n; i++) {
		const struct step *steps = plan_steps(plan, &plan->items[i], &n);

		for (j = plan->items[i].done; j < n; j++) {
			const char *name = plan_sends(plan, &steps[j])
			                           ? values_missing(plan->values, &steps[j])
			                           : NULL;

			if (name)
				return err_set(
					err, ERR_USAGE,
					"variable '%s' has no value: it is used at %s:%d: %s\n"
					"hint: nothing was run; give it with --set %s=VALUE",
					name, steps[j].file, steps[j].line, steps[j].label, name);
		}
	}
	return 0;
}

int
plan_check_single(const struct plan *plan, struct err *err)
{
	unsigned i, j, n, refused = STEP_NO_TRANSACTION;

	for (i = 0; i < plan->n; i++) {
		const struct step *steps = plan_steps(plan, &plan->items[i], &n);

		for (j = plan->items[i].done; j < n; j++) {
			const struct step *step = &steps[j];

			if (!plan_sends(plan, step))
				continue;
			/* a value that was added before this run is committed */
			if (step->flags & STEP_ADDS_LABEL)
				refused |= STEP_AFTER_COMMIT;
			if (!(step->flags & refused))
				continue;
			return err_set(
				err, ERR_FAILED,
				"this run cannot be one transaction: %s:%d: %s %s (revision %s)\n"
				"hint: nothing was run; run without --single-transaction, or with a target "
				"before that revision",
				step->file, step->line, step->label,
				step->flags & STEP_NO_TRANSACTION
					? "cannot run in a transaction"
					: "uses an enum value that this run adds, and must commit first",
				graph_name(plan->table, plan->items[i].migration));
		}
	}
	return 0;
}

void
plan_free(struct plan *plan)
{
	free(plan->items);
	*plan = (struct plan){0};
}
