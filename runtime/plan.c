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

/* ---- items ---- */

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
plan_init(struct plan *plan, const struct state *s, bool down, struct err *err)
{
	*plan = (struct plan){.table = s->table, .down = down, .below = BASE};
	plan->items = calloc((size_t)s->table->n_migrations + 1, sizeof(*plan->items));
	plan->before = state_marks(s, false, err);
	if (!plan->items)
		err_memory(err);
	if (!plan->items || !plan->before) {
		plan_free(plan);
		return -1;
	}
	return 0;
}

/* ---- where that leads ---- */

unsigned char *
plan_marks(const struct plan *plan, unsigned n, struct err *err)
{
	unsigned char *marks = graph_marks(plan->table, err);
	unsigned i;

	if (!marks)
		return NULL;
	memcpy(marks, plan->before, plan->table->n_migrations);
	for (i = 0; i < n; i++)
		marks[plan->items[i].migration] = !plan->items[i].down;
	return marks;
}

void
plan_place(const struct plan *plan, unsigned n, struct text *t)
{
	struct err err = {0};
	unsigned char *marks = plan_marks(plan, n, &err);

	if (marks)
		graph_place(plan->table, marks, t);
	t->failed |= !marks;
	free(marks);
	err_free(&err);
}

/* ---- up ---- */

/* adds the target that is right below a migration and leaves its siblings: "a", or "b@a" */
static int
add_below(const struct state *s, unsigned migration, struct err *err)
{
	const struct migration *m = &s->table->migrations[migration];
	unsigned parent = m->n_parents ? m->parents[0] : BASE, n;
	bool branch;

	graph_children(&s->graph, parent, &n);
	branch = n > 1 || m->n_parents > 1;
	/* what it is built upon may be a part of another by now */
	if (parent != BASE && !s->rows[parent]) {
		parent = state_below(s, migration);
		branch = true;
	}
	return err_add(err, "%s%s%s", branch ? m->id : "", branch ? "@" : "",
	               graph_name(s->table, parent));
}

/* a downgrade that stopped halfway must end before anything goes up */
static int
refuse_half_down(const struct state *s, struct err *err)
{
	unsigned i;

	for (i = 0; i < s->table->n_migrations; i++) {
		const struct migration *m = &s->table->migrations[i];
		const struct applied *row = s->rows[i];

		if (!row || !row->down)
			continue;
		err_set(err, ERR_FAILED,
		        "the downgrade of revision %s (%.*s) stopped after %u of %u steps\n"
		        "hint: finish it first: migrate downgrade ",
		        m->id, text_line(m->message), m->message, row->done, row->total);
		return add_below(s, i, err);
	}
	return 0;
}

static void
mark_target(const struct target *t, unsigned char *marks)
{
	unsigned i;

	for (i = 0; i < t->n; i++)
		marks[t->list[i]] = 1;
}

/* is an applied one built upon it? */
static bool
has_applied_above(const struct state *s, unsigned migration)
{
	const unsigned *above;
	unsigned n, i;

	above = graph_children(&s->graph, migration, &n);
	for (i = 0; i < n; i++)
		if (s->rows[above[i]])
			return true;
	above = graph_dependents(&s->graph, migration, &n);
	for (i = 0; i < n; i++)
		if (s->rows[above[i]])
			return true;
	return false;
}

int
plan_upgrade(struct plan *plan, const struct state *s, const struct target *target, struct err *err)
{
	unsigned char *marks = graph_marks(s->table, err);
	unsigned i;
	int rc;

	*plan = (struct plan){0};
	if (!marks)
		return -1;
	mark_target(target, marks);
	graph_mark_ancestors(s->table, marks, WALK_ALL);
	rc = plan_init(plan, s, false, err) < 0 || refuse_half_down(s, err) < 0 ? -1 : 0;
	if (target->n == 1 && has_applied_above(s, target->list[0]))
		plan->below = target->list[0];
	for (i = 0; rc == 0 && i < s->table->n_migrations; i++)
		if (marks[i] && !state_has(s, i))
			rc = add_item(plan, s, i, err);
	free(marks);
	if (rc < 0)
		plan_free(plan);
	return rc;
}

/* ---- down ---- */

/* what is undone, while it is found out */
struct undoing {
	const struct state *s;
	const struct target *target;
	unsigned char *undone; /* marks */
	unsigned *held;        /* how many of the lineage that stay are built upon each */
	unsigned *stack;       /* of undo_with */
	unsigned *
		tops; /* those of the lineage that nothing of it is built upon; some are undone meanwhile */
	unsigned n_tops;
};

static bool
is_applied(const struct undoing *u, unsigned migration)
{
	return u->s->rows[migration] && !u->undone[migration];
}

static bool
is_in(const struct undoing *u, unsigned migration)
{
	return !u->target->lineage || u->target->lineage[migration];
}

/* one less is built upon each of them */
static void
let_go(struct undoing *u, const unsigned *below, unsigned n)
{
	unsigned i;

	for (i = 0; i < n; i++)
		if (--u->held[below[i]] == 0 && is_applied(u, below[i]) && is_in(u, below[i]))
			u->tops[u->n_tops++] = below[i];
}

/* undoes it, and before it all that is built upon it */
static void
undo_with(struct undoing *u, unsigned migration)
{
	const struct graph *g = &u->s->graph;
	const struct migration *m;
	const unsigned *up[2];
	unsigned n[2], k = 0, at, i, j;

	if (!is_applied(u, migration))
		return;
	u->undone[migration] = 1;
	u->stack[k++] = migration;
	while (k > 0) {
		at = u->stack[--k];
		up[0] = graph_children(g, at, &n[0]);
		up[1] = graph_dependents(g, at, &n[1]);
		for (i = 0; i < 2; i++)
			for (j = 0; j < n[i]; j++) {
				if (!is_applied(u, up[i][j]))
					continue;
				u->undone[up[i][j]] = 1;
				u->stack[k++] = up[i][j];
			}
		m = &u->s->table->migrations[at];
		if (!is_in(u, at))
			continue;
		let_go(u, m->parents, m->n_parents);
		let_go(u, m->depends_on, m->n_depends_on);
	}
}

static int
refuse_back(const struct undoing *u, unsigned done, struct err *err)
{
	const struct state *s = u->s;
	unsigned char *marks = state_marks(s, true, err);
	struct text place = {0};

	if (!marks)
		return -1;
	graph_place(s->table, marks, &place);
	free(marks);
	err_set(err, ERR_FAILED, "'-%u' asks for %u %s below %s", u->target->back, u->target->back,
	        u->target->back == 1 ? "revision" : "revisions", text_str(&place));
	text_free(&place);
	if (u->target->branch != BASE)
		err_add(err, " in the lineage of %s", graph_name(s->table, u->target->branch));
	return err_add(err, ", and there %s %u", done == 1 ? "is" : "are", done);
}

static int
refuse_tops(const struct undoing *u, unsigned done, struct err *err)
{
	const struct migration_table *table = u->s->table;

	err_set(err, ERR_USAGE, "'-%u' is not clear: ", u->target->back);
	if (done)
		err_add(err, "%u %s down ", done, done == 1 ? "revision" : "revisions");
	err_add(err, "the database is at several revisions:");
	graph_list(table, u->tops, u->n_tops, err);
	return err_add(err,
	               "\nhint: name one of them before an @, as in `migrate downgrade REV@-%u`",
	               u->target->back - done);
}

/* other branches, which stay, have grown from it */
static int
refuse_shared(const struct undoing *u, unsigned migration, unsigned by, struct err *err)
{
	const struct migration *m = &u->s->table->migrations[migration];
	const struct migration *other = &u->s->table->migrations[by];

	return err_set(
		err, ERR_FAILED,
		"revision %s (%.*s) is not of the lineage of %s alone: %s (%.*s) is built upon it, and stays",
		m->id, text_line(m->message), m->message,
		graph_name(u->s->table, u->target->branch), other->id, text_line(other->message),
		other->message);
}

static unsigned
other_child(const struct undoing *u, unsigned migration)
{
	unsigned n, i;
	const unsigned *children = graph_children(&u->s->graph, migration, &n);

	for (i = 0; i < n; i++)
		if (is_applied(u, children[i]) && !is_in(u, children[i]))
			return children[i];
	return BASE;
}

/* one at a time from the top of the lineage, as long as there is one top */
static int
go_back(struct undoing *u, struct err *err)
{
	unsigned done, at, other;

	for (at = u->s->table->n_migrations; at-- > 0;)
		if (is_applied(u, at) && is_in(u, at) && u->held[at] == 0)
			u->tops[u->n_tops++] = at;
	for (done = 0; done < u->target->back; done++) {
		unsigned i, n = 0;

		for (i = 0; i < u->n_tops; i++)
			if (!u->undone[u->tops[i]])
				u->tops[n++] = u->tops[i];
		u->n_tops = n;
		if (n == 0)
			return refuse_back(u, done, err);
		if (n > 1)
			return refuse_tops(u, done, err);
		at = u->tops[0];
		other = other_child(u, at);
		if (other != BASE)
			return refuse_shared(u, at, other, err);
		undo_with(u, at);
	}
	return 0;
}

/* ancestors of the branch that are above the target go where nothing that stays is built upon them */
static int
undo_unshared(struct undoing *u, unsigned char *above, struct err *err)
{
	const struct migration_table *table = u->s->table;
	unsigned char *needed = graph_marks(table, err);
	unsigned i, j;

	if (!needed)
		return -1;
	for (i = table->n_migrations; i-- > 0;) {
		const struct migration *m = &table->migrations[i];

		if (!is_applied(u, i))
			continue;
		if (above[i] && is_in(u, i) && !needed[i]) {
			u->undone[i] = 1;
			continue;
		}
		for (j = 0; j < m->n_parents; j++)
			needed[m->parents[j]] = 1;
		for (j = 0; j < m->n_depends_on; j++)
			needed[m->depends_on[j]] = 1;
	}
	free(needed);
	return 0;
}

/* X@Y: above Y in the lineage of X, with what depends on that */
static int
undo_branch(struct undoing *u, unsigned to, struct err *err)
{
	const struct migration_table *table = u->s->table;
	unsigned branch = u->target->branch, i;
	unsigned char *above = graph_marks(table, err), *core = graph_marks(table, err);
	int rc = -1;

	if (above && core) {
		if (to == BASE)
			memset(above, 1, table->n_migrations);
		else
			above[to] = 1;
		graph_mark_descendants(table, above, WALK_PARENTS);
		if (to != BASE)
			above[to] = 0;
		core[branch] = 1;
		graph_mark_descendants(table, core, WALK_PARENTS);
		for (i = 0; i < table->n_migrations; i++)
			if (core[i] && above[i])
				undo_with(u, i);
		rc = undo_unshared(u, above, err);
	}
	free(above);
	free(core);
	return rc;
}

static int
refuse_not_applied(const struct state *s, unsigned migration, struct err *err)
{
	const struct migration *to = &s->table->migrations[migration];
	unsigned *list, n, i;

	if (state_heads(s, &list, &n, err) < 0)
		return -1;
	err_set(err, ERR_FAILED,
	        "cannot downgrade to %s (%.*s): it is not applied, the database is at %s", to->id,
	        text_line(to->message), to->message, n ? "" : "base");
	for (i = 0; i < n; i++)
		err_add(err, "%s%s", i ? ", " : "", graph_name(s->table, list[i]));
	free(list);
	return -1;
}

static int
undo(struct undoing *u, struct err *err)
{
	const struct state *s = u->s;
	const struct target *t = u->target;
	const unsigned *children;
	unsigned to = BASE, n, i;

	if (t->back)
		return go_back(u, err);
	if (t->n > 1)
		return err_set(err, ERR_USAGE,
		               "a downgrade has one target, and there are %u: name one of %s, %s%s",
		               t->n, graph_name(s->table, t->list[0]),
		               graph_name(s->table, t->list[1]), t->n > 2 ? ", …" : "");
	if (t->n)
		to = t->list[0];
	if (to != BASE && !s->rows[to])
		return refuse_not_applied(s, to, err);
	if (to != BASE && s->rows[to]->down)
		return refuse_half_down(s, err);
	if (t->branch != BASE)
		return undo_branch(u, to, err);
	for (i = 0; to == BASE && i < s->table->n_migrations; i++)
		u->undone[i] = s->rows[i] != NULL;
	if (to == BASE)
		return 0;
	/* what depends on the target itself stays, as the target does */
	children = graph_children(&s->graph, to, &n);
	for (i = 0; i < n; i++)
		undo_with(u, children[i]);
	return 0;
}

static void
undoing_free(struct undoing *u)
{
	free(u->undone);
	free(u->held);
	free(u->stack);
	free(u->tops);
}

/* marks of what a downgrade to the target undoes, that the caller frees */
static unsigned char *
undone_by(const struct state *s, const struct target *target, struct err *err)
{
	const struct migration_table *table = s->table;
	size_t n = (size_t)table->n_migrations + 1;
	struct undoing u = {.s = s, .target = target, .undone = graph_marks(table, err)};
	unsigned char *undone;
	unsigned i, j;

	u.held = calloc(n, sizeof(*u.held));
	u.stack = calloc(n, sizeof(*u.stack));
	u.tops = calloc(n, sizeof(*u.tops));
	if (!u.undone || !u.held || !u.stack || !u.tops) {
		undoing_free(&u);
		err_memory(err);
		return NULL;
	}
	for (i = 0; i < table->n_migrations; i++) {
		const struct migration *m = &table->migrations[i];

		if (!s->rows[i] || !is_in(&u, i))
			continue;
		for (j = 0; j < m->n_parents; j++)
			u.held[m->parents[j]]++;
		for (j = 0; j < m->n_depends_on; j++)
			u.held[m->depends_on[j]]++;
	}
	if (undo(&u, err) < 0) {
		undoing_free(&u);
		return NULL;
	}
	undone = u.undone;
	u.undone = NULL;
	undoing_free(&u);
	return undone;
}

/* what only the history keeps is begun by another program, and no stamp of this one takes its name */
static int
refuse_half_kept(const struct state *s, unsigned migration, struct err *err)
{
	const struct migration *m = &s->table->migrations[migration];
	unsigned own = s->table->n_migrations - s->table->n_kept, below = migration;

	while (below != BASE && below >= own)
		below = state_below(s, below);
	return err_set(
		err, ERR_FAILED,
		"the upgrade of revision %s (%.*s) stopped after %u of %u steps\n"
		"hint: finish it first with the program that began it; or undo its steps by hand and: migrate stamp %s",
		m->id, text_line(m->message), m->message, s->rows[migration]->done,
		s->rows[migration]->total, graph_name(s->table, below));
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
	if (row->down || row->done == row->total)
		return 0;
	if (migration >= s->table->n_migrations - s->table->n_kept)
		return refuse_half_kept(s, migration, err);
	err_set(err, ERR_FAILED,
	        "the upgrade of revision %s (%.*s) stopped after %u of %u steps\n"
	        "hint: finish it first: migrate upgrade %s; or undo its steps by hand and: migrate stamp ",
	        m->id, text_line(m->message), m->message, row->done, row->total, m->id);
	return add_below(s, migration, err);
}

static int
refuse_beside(const struct state *s, unsigned migration, const struct obstacle *o, struct err *err)
{
	const struct migration *m = &s->table->migrations[migration];
	const struct migration *other = &s->table->migrations[o->migration];

	return err_set(
		err, ERR_FAILED,
		"revision %s (%.*s) cannot be downgraded while %s (%.*s) is applied: its way down does not go beside %s",
		m->id, text_line(m->message), m->message, other->id, text_line(other->message),
		other->message, o->why);
}

/* does it stand in the way of the other? */
static bool
is_obstacle(const struct migration_table *table, unsigned migration, unsigned other)
{
	const struct migration *m = &table->migrations[other];
	unsigned i;

	for (i = 0; i < m->n_obstacles; i++)
		if (m->obstacles[i].migration == migration)
			return true;
	return false;
}

/* what stands in its way must not stay */
static int
check_obstacles(const struct state *s, const unsigned char *undone, unsigned migration,
                struct err *err)
{
	const struct migration *m = &s->table->migrations[migration];
	unsigned i;

	for (i = 0; i < m->n_obstacles; i++) {
		const struct obstacle *o = &m->obstacles[i];

		if (!s->rows[o->migration] || undone[o->migration])
			continue;
		refuse_beside(s, migration, o, err);
		if (is_obstacle(s->table, migration, o->migration))
			return err_add(
				err,
				"\nhint: nothing was run; they go down together, to what is below both");
		err_add(err, "\nhint: nothing was run; downgrade %s first: migrate downgrade ",
		        graph_name(s->table, o->migration));
		return add_below(s, o->migration, err);
	}
	return 0;
}

/* which of those that are left it waits for; NULL */
static const struct obstacle *
obstacle_left(const struct migration *m, const unsigned char *left)
{
	unsigned i;

	for (i = 0; i < m->n_obstacles; i++)
		if (left[m->obstacles[i].migration] && !m->obstacles[i].later)
			return &m->obstacles[i];
	return NULL;
}

/* is its turn after one that is left? */
static bool
must_wait(const struct state *s, const unsigned char *left, unsigned migration)
{
	const unsigned *above;
	unsigned n;

	if (obstacle_left(&s->table->migrations[migration], left))
		return true;
	above = graph_children(&s->graph, migration, &n);
	if (graph_is_any_marked(left, above, n))
		return true;
	above = graph_dependents(&s->graph, migration, &n);
	return graph_is_any_marked(left, above, n);
}

/* those that are left wait for each other */
static int
refuse_circle(const struct state *s, const unsigned char *left, struct err *err)
{
	const struct obstacle *o = NULL;
	unsigned i = s->table->n_migrations;

	while (!o && i-- > 0)
		if (left[i])
			o = obstacle_left(&s->table->migrations[i], left);
	refuse_beside(s, i, o, err);
	return err_add(
		err,
		", and %s cannot go first\n"
		"hint: nothing was run; write a downgrade() for one of them that goes beside the other",
		graph_name(s->table, o->migration));
}

/* from the last to the first, but behind what stands in its way; the marks are taken away */
static int
add_undone(struct plan *plan, const struct state *s, unsigned char *left, struct err *err)
{
	unsigned todo = 0, before, i;

	for (i = s->table->n_migrations; i-- > 0;) {
		if (!left[i])
			continue;
		if (check_down(s, i, err) < 0 || check_obstacles(s, left, i, err) < 0)
			return -1;
		todo++;
	}
	do {
		before = plan->n;
		for (i = s->table->n_migrations; plan->n < todo && i-- > 0;) {
			if (!left[i] || must_wait(s, left, i))
				continue;
			if (add_item(plan, s, i, err) < 0)
				return -1;
			left[i] = 0;
		}
	} while (plan->n < todo && plan->n > before);
	return plan->n < todo ? refuse_circle(s, left, err) : 0;
}

int
plan_downgrade(struct plan *plan, const struct state *s, const struct target *target,
               struct err *err)
{
	unsigned char *undone = undone_by(s, target, err);
	int rc;

	*plan = (struct plan){0};
	if (!undone)
		return -1;
	rc = plan_init(plan, s, true, err) < 0 || add_undone(plan, s, undone, err) < 0 ? -1 : 0;
	free(undone);
	if (rc < 0)
		plan_free(plan);
	return rc;
}

/* ---- stamp ---- */

int
plan_stamp(const struct state *s, const struct target *target, unsigned char *marks,
           struct err *err)
{
	unsigned char *up, *undone = NULL;
	unsigned i;
	bool down;

	/* what a downgrade leaves stays */
	down = target->n == 0 ||
	       (target->n == 1 && state_has(s, target->list[0]) && marks[target->list[0]]);
	if (down) {
		undone = undone_by(s, target, err);
		for (i = 0; undone && i < s->table->n_migrations; i++)
			marks[i] = marks[i] && !undone[i];
		free(undone);
		return undone ? 0 : -1;
	}
	up = graph_marks(s->table, err);
	if (!up)
		return -1;
	mark_target(target, up);
	graph_mark_descendants(s->table, up, WALK_PARENTS);
	for (i = 0; i < target->n; i++)
		up[target->list[i]] = 0;
	graph_mark_descendants(s->table, up, WALK_ALL);
	for (i = 0; i < s->table->n_migrations; i++)
		marks[i] = marks[i] && !up[i];
	memset(up, 0, s->table->n_migrations);
	mark_target(target, up);
	graph_mark_ancestors(s->table, up, WALK_ALL);
	for (i = 0; i < s->table->n_migrations; i++)
		marks[i] = marks[i] || up[i];
	free(up);
	return 0;
}

/* ---- what a plan needs ---- */

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
	free(plan->before);
	*plan = (struct plan){0};
}
