/*
 * The planner against its definitions: random graphs with merges, several roots and dependencies, all sets of applied
 * revisions that are closed under what they are built upon, and targets of every form. A set of revisions is a word of bits here, and
 * the model follows the sentences of the manual one by one.
 *
 *     build/tests/unit/graph_test [SEED [GRAPHS]]
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../runtime/plan.h"
#include "../../runtime/target.h"

enum { MOST = 12, MOST_TARGETS = 5000, TARGET_SIZE = 32 };

typedef unsigned set;

#define ONE(i) (1U << (i))

/* ---- random numbers ---- */

static uint64_t seed;

static unsigned
below(unsigned n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned)((seed >> 20) % n);
}

/* ---- a graph ---- */

static struct {
	unsigned n;
	set parents[MOST], needs[MOST]; /* needs: parents and dependencies */
	set above[MOST], below[MOST];   /* by parents and dependencies, without itself */
	set later[MOST], earlier[MOST]; /* by parents alone */
	set in_the_way[MOST];           /* what must not stay when it goes down … */
	set awaited[MOST];              /* … and of that what must go before it */
	char label[MOST][8];            /* "" is none */

	char ids[MOST][8];
	unsigned lists[MOST][2][MOST];
	struct obstacle obstacles[MOST][MOST];
	const char *labels[MOST];
	struct migration migrations[MOST];
	struct migration_table table;
} g;

static const struct step step = {.label = "one", .sql = "SELECT 1", .file = "f", .line = 1};

static unsigned
to_list(set s, unsigned *list)
{
	unsigned i, n = 0;

	for (i = 0; i < MOST; i++)
		if (s & ONE(i))
			list[n++] = i;
	return n;
}

static void
make_revision(unsigned i)
{
	struct migration *m = &g.migrations[i];
	set needs = 0;
	unsigned k;
	/* mostly of the last few, so that there are lines, and now and then a root or a merge */
	unsigned parents = i > 0 && below(6) > 0 ? 1 + (below(4) == 0) + (below(12) == 0) : 0;

	g.parents[i] = 0;
	for (k = 0; k < parents; k++)
		g.parents[i] |= ONE(i - 1 - below(below(3) && i > 3 ? 3 : i));
	if (i > 0 && below(4) == 0)
		needs |= ONE(below(i));
	needs &= ~g.parents[i];
	g.needs[i] = g.parents[i] | needs;
	sprintf(g.ids[i], "r%u", i);
	g.label[i][0] = '\0';
	if (below(5) == 0)
		sprintf(g.label[i], "L%u", i);
	g.labels[i] = g.label[i];
	*m = (struct migration){
		.id = g.ids[i],
		.message = "",
		.checksum = "1:",
		.parents = g.lists[i][0],
		.n_parents = to_list(g.parents[i], g.lists[i][0]),
		.depends_on = g.lists[i][1],
		.n_depends_on = to_list(needs, g.lists[i][1]),
		.labels = &g.labels[i],
		.n_labels = g.label[i][0] != '\0',
		.up = &step,
		.n_up = 1,
		.down = &step,
		.n_down = 1,
	};
}

/* now and then of other branches, before it and behind it in the table's order */
static void
make_obstacles(void)
{
	unsigned i, j, few = 4 + below(20);
	struct migration *m;

	for (i = 0; i < g.n; i++) {
		m = &g.migrations[i];
		m->obstacles = g.obstacles[i];
		g.in_the_way[i] = g.awaited[i] = 0;
		for (j = 0; j < g.n; j++) {
			if (j == i || (g.above[i] | g.below[i]) & ONE(j) || below(few))
				continue;
			g.in_the_way[i] |= ONE(j);
			g.obstacles[i][m->n_obstacles] =
				(struct obstacle){.migration = j, .why = "one (f:1)"};
			if (below(3) == 0)
				g.obstacles[i][m->n_obstacles].later = true;
			else
				g.awaited[i] |= ONE(j);
			m->n_obstacles++;
		}
	}
}

static void
make_graph(unsigned n)
{
	unsigned i, j;

	g.n = n;
	for (i = 0; i < n; i++)
		make_revision(i);
	for (i = 0; i < n; i++) {
		g.below[i] = g.needs[i];
		g.earlier[i] = g.parents[i];
		for (j = 0; j < i; j++) {
			if (g.needs[i] & ONE(j))
				g.below[i] |= g.below[j];
			if (g.parents[i] & ONE(j))
				g.earlier[i] |= g.earlier[j];
		}
	}
	memset(g.above, 0, sizeof(g.above));
	memset(g.later, 0, sizeof(g.later));
	for (i = 0; i < n; i++)
		for (j = 0; j < i; j++) {
			if (g.below[i] & ONE(j))
				g.above[j] |= ONE(i);
			if (g.earlier[i] & ONE(j))
				g.later[j] |= ONE(i);
		}
	make_obstacles();
	g.table = (struct migration_table){
		.name = "t", .build = "b", .migrations = g.migrations, .n_migrations = n};
}

static bool
is_closed(set s)
{
	unsigned i;

	for (i = 0; i < g.n; i++)
		if (s & ONE(i) && g.needs[i] & ~s)
			return false;
	return true;
}

/* ---- targets ---- */

/* one as the grammar has it, and its text */
struct form {
	int branch;    /* revision, or -1 */
	bool by_label; /* the branch's */
	enum { ID, LABEL, HEAD, HEADS, BASE_NAME, CURRENT, NOTHING } name;
	unsigned id; /* of ID and LABEL */
	int steps;
	char text[TARGET_SIZE];
};

static void
write_form(struct form *f)
{
	static const char *const names[] = {[HEAD] = "head",
	                                    [HEADS] = "heads",
	                                    [BASE_NAME] = "base",
	                                    [CURRENT] = "current",
	                                    [NOTHING] = ""};
	char *s = f->text;

	if (f->branch >= 0)
		s += sprintf(s, "%s@", f->by_label ? g.label[f->branch] : g.ids[f->branch]);
	s += sprintf(s, "%s",
	             f->name == ID      ? g.ids[f->id]
	             : f->name == LABEL ? g.label[f->id]
	                                : names[f->name]);
	if (f->steps)
		sprintf(s, "%+d", f->steps);
}

static struct form
any_form(void)
{
	struct form f = {.branch = below(2) ? -1 : (int)below(g.n), .id = below(g.n)};
	unsigned kind = below(10);

	f.by_label = f.branch >= 0 && g.label[f.branch][0] && below(2);
	f.name = kind < 4    ? ID
	         : kind == 4 ? HEAD
	         : kind == 5 ? HEADS
	         : kind == 6 ? BASE_NAME
	         : kind == 7 ? CURRENT
	                     : NOTHING;
	if (f.name == ID && g.label[f.id][0] && below(2))
		f.name = LABEL;
	if (f.name == NOTHING || below(3) == 0)
		f.steps = (below(2) ? 1 : -1) * (int)(1 + below(4));
	write_form(&f);
	return f;
}

/* ---- the model ---- */

#define EVERYTHING (~0U)

/* what the model says: refused, or what is applied afterwards */
struct answer {
	bool refused;
	set after;
};

static const struct answer refused = {.refused = true};

static bool
is_one(set s)
{
	return s && !(s & (s - 1));
}

static unsigned
index_of(set s)
{
	unsigned i = 0;

	while (!(s & ONE(i)))
		i++;
	return i;
}

/* the lineage of X is X, its descendants and its ancestors */
static set
lineage(const struct form *f)
{
	return f->branch < 0 ? EVERYTHING
	                     : ONE(f->branch) | g.later[f->branch] | g.earlier[f->branch];
}

/* those that nothing of the set is built upon */
static set
tops(set s)
{
	set found = 0;
	unsigned i;

	for (i = 0; i < g.n; i++)
		if (s & ONE(i) && !(g.above[i] & s))
			found |= ONE(i);
	return found;
}

static set
all(void)
{
	return ONE(g.n) - 1;
}

/* one step up or down from a revision, or from base, which is 0; false where there is none, or several */
static bool
walk_step(set *at, bool up, set within)
{
	set next = 0;
	unsigned i;

	if (!up) {
		if (!*at)
			return false;
		next = g.parents[index_of(*at)] & within;
		*at = next;
		return !next || is_one(next);
	}
	for (i = 0; i < g.n; i++)
		if (*at ? (g.parents[i] & *at) != 0 : !g.parents[i])
			next |= ONE(i);
	*at = next & within;
	return is_one(*at);
}

static bool
walk_steps(set *at, int steps, set within)
{
	int i;

	for (i = 0; i < abs(steps); i++)
		if (!walk_step(at, steps > 0, within))
			return false;
	return true;
}

/* the revisions that are meant; base is the empty set. false: refused */
static bool
meant(const struct form *f, set applied, set *out)
{
	set within = lineage(f);

	switch (f->name) {
	case ID:
	case LABEL:
		*out = ONE(f->id);
		if (!(*out & within))
			return false;
		break;
	case HEAD:
		*out = tops(all() & within);
		if (!is_one(*out))
			return false;
		break;
	case HEADS:
		*out = tops(all() & within);
		break;
	case BASE_NAME:
		*out = 0;
		break;
	default:
		*out = tops(applied & within);
		break;
	}
	if (f->steps && *out && !is_one(*out))
		return false;
	return walk_steps(out, f->steps, within);
}

/* what is applied afterwards has all that the target is built upon, and what was there */
static struct answer
upgraded(const struct form *f, set applied)
{
	set to;
	unsigned i;

	if ((f->name == NOTHING && f->steps < 0) || !meant(f, applied, &to))
		return refused;
	for (i = 0; i < g.n; i++)
		if (to & ONE(i))
			applied |= ONE(i) | g.below[i];
	return (struct answer){.after = applied};
}

/* with all that is built upon them */
static set
with_dependents(set s)
{
	set found = s;
	unsigned i;

	for (i = 0; i < g.n; i++)
		if (s & ONE(i))
			found |= g.above[i];
	return found;
}

static set
built_upon(unsigned i)
{
	set found = 0;
	unsigned j;

	for (j = 0; j < g.n; j++)
		if (g.needs[j] & ONE(i))
			found |= ONE(j);
	return found;
}

/* one at a time, the only one of the lineage that nothing of it is built upon; never one that another branch has grown from */
static struct answer
gone_back(const struct form *f, set applied)
{
	set within = lineage(f), at;
	unsigned i, j;
	int k;

	for (k = 0; k < -f->steps; k++) {
		at = 0;
		for (i = 0; i < g.n; i++)
			if (applied & within & ONE(i) && !(built_upon(i) & applied & within))
				at |= ONE(i);
		if (!is_one(at))
			return refused;
		for (j = 0; j < g.n; j++)
			if (g.parents[j] & at && applied & ~within & ONE(j))
				return refused;
		applied &= ~with_dependents(at);
	}
	return (struct answer){.after = applied};
}

/* what is above Y in the lineage of X, with dependents; a shared ancestor only when no other applied child remains */
static struct answer
branch_undone(const struct form *f, set applied, set to)
{
	set above = to ? g.later[index_of(to)] : all();
	set own = ONE(f->branch) | g.later[f->branch], was;
	unsigned i;

	applied &= ~with_dependents(above & own & applied);
	do {
		was = applied;
		for (i = 0; i < g.n; i++)
			if (applied & above & lineage(f) & ONE(i) && !(built_upon(i) & applied))
				applied &= ~ONE(i);
	} while (applied != was);
	return (struct answer){.after = applied};
}

/* what is undone leaves nothing that is in its way, and there is an order in which each goes when that is gone */
static bool
can_go(set gone, set applied)
{
	set left = gone, was;
	unsigned i;

	for (i = 0; i < g.n; i++)
		if (gone & ONE(i) && g.in_the_way[i] & applied & ~gone)
			return false;
	do {
		was = left;
		for (i = 0; i < g.n; i++)
			if (left & ONE(i) && !((g.above[i] | g.awaited[i]) & left))
				left &= ~ONE(i);
	} while (left != was);
	return !left;
}

/* where nothing stands in the way */
static struct answer
undone(const struct form *f, set applied)
{
	set to;

	if (f->name == NOTHING)
		return f->steps > 0 ? refused : gone_back(f, applied);
	if (!meant(f, applied, &to))
		return refused;
	if (to && (!is_one(to) || !(to & applied)))
		return refused;
	if (f->branch >= 0)
		return branch_undone(f, applied, to);
	return (struct answer){
		.after = to ? applied & ~with_dependents(g.later[index_of(to)] & applied) : 0};
}

static struct answer
downgraded(const struct form *f, set applied)
{
	struct answer a = undone(f, applied);

	return a.refused || can_go(applied & ~a.after, applied) ? a : refused;
}

/* ---- the planner ---- */

static unsigned long cases, both_refused;

static void
describe(const char *what, const struct form *f, set applied, const char *message)
{
	unsigned i, j;

	fprintf(stderr, "# %s of %s, applied %#x: %s\n", what, f->text, applied, message);
	for (i = 0; i < g.n; i++) {
		fprintf(stderr, "#   %s %s parents", g.ids[i], g.label[i]);
		for (j = 0; j < g.migrations[i].n_parents; j++)
			fprintf(stderr, " r%u", g.migrations[i].parents[j]);
		fprintf(stderr, " needs");
		for (j = 0; j < g.migrations[i].n_depends_on; j++)
			fprintf(stderr, " r%u", g.migrations[i].depends_on[j]);
		fprintf(stderr, " in the way");
		for (j = 0; j < g.migrations[i].n_obstacles; j++)
			fprintf(stderr, " r%u%s", g.obstacles[i][j].migration,
			        g.obstacles[i][j].later ? " later" : "");
		fprintf(stderr, "\n");
	}
}

/* each item stands on what it is built upon, or nothing is built upon it any more; the set that is reached */
static bool
run_items(const struct plan *plan, set *applied)
{
	unsigned i, at;

	for (i = 0; i < plan->n; i++) {
		at = plan->items[i].migration;
		if (plan->down ? !(*applied & ONE(at)) || (g.above[at] | g.awaited[at]) & *applied
		               : (*applied & ONE(at)) != 0 || g.needs[at] & ~*applied)
			return false;
		*applied ^= ONE(at);
	}
	return true;
}

static void
compare(const char *what, const struct form *f, set applied, struct answer expected, int rc,
        const struct plan *plan, const struct err *err)
{
	set after = applied;

	cases++;
	both_refused += rc < 0 && expected.refused;
	if ((rc < 0) != expected.refused) {
		describe(what, f, applied, rc < 0 ? text_str(&err->text) : "was not refused");
		fail();
	}
	if (rc < 0)
		return;
	if (!run_items(plan, &after)) {
		describe(what, f, applied, "the order is not valid");
		fail();
	}
	if (after != expected.after) {
		describe(what, f, applied, "another set is reached");
		fprintf(stderr, "#   expected %#x, got %#x\n", expected.after, after);
		fail();
	}
}

static void
try_form(const struct form *f, const struct state *s, set applied, bool down)
{
	struct target target = {0};
	struct plan plan = {0};
	struct err err = {0};
	int rc = target_find(s, f->text, down ? TARGET_DOWN : TARGET_UP, &target, &err);

	if (rc == 0)
		rc = down ? plan_downgrade(&plan, s, &target, &err)
		          : plan_upgrade(&plan, s, &target, &err);
	if (rc < 0)
		assert_true(err.text.n > 0);
	compare(down ? "downgrade" : "upgrade", f, applied,
	        down ? downgraded(f, applied) : upgraded(f, applied), rc, &plan, &err);
	target_free(&target);
	plan_free(&plan);
	err_free(&err);
}

/* a stamp runs nothing, and leaves a set that migrations could have reached, with all that its target is built upon */
static void
try_stamp(const struct form *f, const struct state *s, set applied)
{
	unsigned char marks[MOST] = {0};
	struct target target = {0};
	struct err err = {0};
	set after = 0, to;
	unsigned i;

	for (i = 0; i < g.n; i++)
		marks[i] = (applied & ONE(i)) != 0;
	if (target_find(s, f->text, TARGET_EITHER, &target, &err) == 0 &&
	    plan_stamp(s, &target, marks, &err) == 0) {
		for (i = 0; i < g.n; i++)
			after |= marks[i] ? ONE(i) : 0;
		if (!is_closed(after) ||
		    (f->name != NOTHING && (!meant(f, applied, &to) || to & ~after))) {
			describe("stamp", f, applied, "not a set that can be");
			fail();
		}
		if (f->name != NOTHING && is_one(to) && to & applied &&
		    after != undone(f, applied).after) {
			describe("stamp", f, applied, "not what a downgrade leaves");
			fail();
		}
	}
	target_free(&target);
	err_free(&err);
}

static void
try_applied(set applied, unsigned n_forms)
{
	unsigned char marks[MOST] = {0};
	struct err err = {0};
	struct state s;
	struct form f;
	unsigned i;

	for (i = 0; i < g.n; i++)
		marks[i] = (applied & ONE(i)) != 0;
	assert_int_equal(state_assume(&s, &g.table, marks, &err), 0);
	for (i = 0; i < n_forms; i++) {
		f = any_form();
		try_form(&f, &s, applied, i % 2);
		try_stamp(&f, &s, applied);
	}
	state_free(&s);
}

static unsigned long graphs = 400;

static void
the_planner_does_what_it_says(void **unused)
{
	unsigned long i;
	set applied;

	(void)unused;
	for (i = 0; i < graphs; i++) {
		make_graph(1 + below(i % 8 == 0 ? MOST : 8));
		for (applied = 0; applied <= all(); applied++)
			if (is_closed(applied))
				try_applied(applied, 40);
	}
	printf("# %lu cases, both refuse %lu of them\n", cases, both_refused);
	assert_true(cases >= 100000 || graphs < 400);
}

int
main(int argc, char **argv)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_planner_does_what_it_says),
	};

	seed = argc > 1 ? strtoull(argv[1], NULL, 10)
	                : (uint64_t)time(NULL) * 1000003u + (uint64_t)getpid();
	if (argc > 2)
		graphs = strtoul(argv[2], NULL, 10);
	printf("# seed %llu\n", (unsigned long long)seed);
	seed = seed * 2 + 1;
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
