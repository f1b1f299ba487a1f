/* Plans: which targets mean what, and which steps lead there. A line, and a graph with a branch, a merge and a dependency. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../runtime/plan.h"
#include "../../runtime/target.h"

#define N(array) (sizeof(array) / sizeof((array)[0]))

static const struct step steps[] = {
	{.label = "one", .sql = "SELECT 1", .file = "f", .line = 1},
	{.label = "two", .sql = "SELECT 2", .file = "f", .line = 2, .flags = STEP_NO_TRANSACTION},
	{.label = "three", .sql = "SELECT 3", .file = "f", .line = 3},
	{.label = "four", .sql = "SELECT 4", .file = "f", .line = 4, .flags = STEP_AFTER_COMMIT},
};

static const unsigned index_of[] = {0, 1, 2, 3, 4, 5};

#define ONE_STEP .up = steps, .n_up = 1, .down = steps, .n_down = 1
#define PARENT(i) .parents = &index_of[i], .n_parents = 1

/* a -> ab -> abc -> d */
static const struct migration line_migrations[] = {
	{.id = "a", .message = "A", .checksum = "1:a", .file = "a.lua", ONE_STEP},
	{.id = "ab", .message = "AB", .checksum = "1:ab", .file = "ab.lua", ONE_STEP, PARENT(0)},
	{.id = "abc",
         .message = "ABC",
         .checksum = "1:abc",
         .file = "abc.lua",
         .up = steps,
         .n_up = 4,
         .down = steps,
         .n_down = 2,
         PARENT(1)},
	{.id = "d",
         .message = "D",
         .checksum = "1:d",
         .file = "d.lua",
         .up = steps,
         .n_up = 1,
         PARENT(2),
         .irreversible = "d.lua:3: never"},
};
static const struct migration_table line = {.name = "line",
                                            .build = "b",
                                            .migrations = line_migrations,
                                            .n_migrations = N(line_migrations)};

static const char *const sinister = "sinister";

/* root -> left, right; left depends on nothing, right on other; merge of both; other -> tail */
static const struct migration graph_migrations[] = {
	{.id = "root", .message = "Root", .checksum = "1:0", ONE_STEP},
	{.id = "other", .message = "Other", .checksum = "1:1", ONE_STEP},
	{.id = "left",
         .message = "Left",
         .checksum = "1:2",
         ONE_STEP,
         PARENT(0),
         .labels = &sinister,
         .n_labels = 1},
	{.id = "right",
         .message = "Right",
         .checksum = "1:3",
         ONE_STEP,
         PARENT(0),
         .depends_on = &index_of[1],
         .n_depends_on = 1},
	{.id = "merge",
         .message = "Merge",
         .checksum = "1:4",
         ONE_STEP,
         .parents = &index_of[2],
         .n_parents = 2},
	{.id = "tail", .message = "Tail", .checksum = "1:5", ONE_STEP, PARENT(1)},
};
static const struct migration_table graph = {.name = "graph",
                                             .build = "b",
                                             .migrations = graph_migrations,
                                             .n_migrations = N(graph_migrations)};

/* the first n of the table, applied */
static unsigned
applied(const struct migration_table *table, unsigned n, struct applied *rows)
{
	unsigned i;

	for (i = 0; i < n; i++) {
		const struct migration *m = &table->migrations[i];

		rows[i] = (struct applied){.revision = m->id,
		                           .checksum = m->checksum,
		                           .done = m->n_up,
		                           .total = m->n_up};
	}
	return n;
}

static void
make(struct state *s, const struct migration_table *table, const struct applied *rows, unsigned n)
{
	struct err err = {0};

	assert_int_equal(state_make(s, table, rows, n, &err), 0);
}

/* as of a target that names one migration, or base */
static int
up_to(struct plan *plan, const struct state *s, unsigned migration, struct err *err)
{
	struct target t = {.list = &migration, .n = migration != BASE, .branch = BASE};

	return plan_upgrade(plan, s, &t, err);
}

static int
down_to(struct plan *plan, const struct state *s, unsigned migration, struct err *err)
{
	struct target t = {.list = &migration, .n = migration != BASE, .branch = BASE};

	return plan_downgrade(plan, s, &t, err);
}

/* what a target means with n applied: an index, or -1 and a piece of the message */
static void
assert_target(const struct migration_table *table, unsigned n, const char *text,
              enum target_use use, unsigned expected, const char *message)
{
	struct applied rows[8];
	struct state s;
	struct err err = {0};
	struct target target;
	unsigned found = 12345;
	int rc;

	make(&s, table, rows, applied(table, n, rows));
	rc = target_find(&s, text, use, &target, &err);
	if (rc == 0 && target.n < 2)
		found = target.n ? target.list[0] : BASE;
	target_free(&target);
	if (message) {
		assert_int_equal(rc, -1);
		if (!strstr(text_str(&err.text), message))
			fail_msg("'%s' gives: %s", text, text_str(&err.text));
	} else {
		if (rc < 0)
			fail_msg("'%s' gives: %s", text, text_str(&err.text));
		assert_int_equal(found, expected);
	}
	err_free(&err);
	state_free(&s);
}

static void
targets_of_a_line(void **unused)
{
	static const struct {
		const char *text;
		unsigned applied;
		enum target_use use;
		unsigned expected;
	} rows[] = {
		{"a", 0, TARGET_UP, 0},         {"ab", 0, TARGET_UP, 1},
		{"abc", 0, TARGET_UP, 2},       {"d", 0, TARGET_UP, 3},
		{"head", 0, TARGET_UP, 3},      {"base", 0, TARGET_UP, BASE},
		{"+1", 0, TARGET_UP, 0},        {"+1", 1, TARGET_UP, 1},
		{"+4", 0, TARGET_UP, 3},        {"+2", 2, TARGET_EITHER, 3},
		{"a+1", 3, TARGET_DOWN, 1},     {"head-1", 0, TARGET_FIXED, 2},
		{"base+2", 0, TARGET_FIXED, 1}, {"head-4", 0, TARGET_FIXED, BASE},
		{"abc-1", 0, TARGET_UP, 1},
	};
	size_t i;

	(void)unused;
	for (i = 0; i < N(rows); i++)
		assert_target(&line, rows[i].applied, rows[i].text, rows[i].use, rows[i].expected,
		              NULL);
}

static void
targets_that_are_refused(void **unused)
{
	static const struct {
		const char *text;
		unsigned applied;
		enum target_use use;
		const char *message;
	} rows[] = {
		{"", 0, TARGET_UP, "is not a target; expected"},
		{"x", 0, TARGET_UP, "no revision 'x'"},
		{"abcx", 0, TARGET_UP, "did you mean abc (ABC)?"},
		{"+5", 0, TARGET_UP, "asks for 5 revisions above base, and there are 4"},
		{"+1", 4, TARGET_UP, "asks for 1 revision above d, and there are 0"},
		{"head+1", 0, TARGET_UP, "asks for 1 revision above d"},
		{"base-1", 0, TARGET_UP, "asks for 1 revision below base"},
		{"-1", 1, TARGET_UP, "goes down, and this is an upgrade; expected +N"},
		{"+1", 1, TARGET_DOWN, "goes up, and this is a downgrade; expected -N"},
		{"+1", 1, TARGET_FIXED, "counts from where the database is"},
		{"+0", 1, TARGET_UP, "goes nowhere"},
		{"+", 1, TARGET_UP, "is not a target"},
		{"-", 1, TARGET_UP, "is not a target"},
		{"++1", 1, TARGET_UP, "is not a target"},
		{"a:b", 1, TARGET_UP, "is not a target"},
		{"@head", 1, TARGET_UP, "is not a target"},
		{"a@", 1, TARGET_UP, "is not a target"},
		{"a@b@c", 1, TARGET_UP, "is not a target"},
		{"head@a", 1, TARGET_UP,
	         "'head@a' names no branch: expected a label or a revision before @"},
		{"x@head", 1, TARGET_UP, "no revision 'x'"},
		{"a b", 1, TARGET_UP, "is not a target"},
		{"+99999999999", 1, TARGET_UP, "too large"},
	};
	size_t i;

	(void)unused;
	for (i = 0; i < N(rows); i++)
		assert_target(&line, rows[i].applied, rows[i].text, rows[i].use, 0,
		              rows[i].message);
}

static void
prefixes(void **unused)
{
	static const struct migration migrations[] = {
		{.id = "1234aa", .message = "One"},
		{.id = "1234bb", .message = "Two", PARENT(0)},
		{.id = "1234", .message = "Three", PARENT(1)},
	};
	static const struct migration_table table = {.migrations = migrations, .n_migrations = 3};

	(void)unused;
	assert_target(&table, 0, "1234a", TARGET_UP, 0, NULL);
	assert_target(&table, 0, "1234", TARGET_UP, 2, NULL);
	assert_target(&table, 0, "12", TARGET_UP, 0,
	              "'12' is not clear, 3 begin with it:\n  1234aa  One\n");
	assert_target(&table, 0, "1234b+1", TARGET_UP, 2, NULL);
}

static void
a_list_is_a_target(void **unused)
{
	struct applied rows[8];
	struct err err = {0};
	struct target target;
	struct state s;

	(void)unused;
	make(&s, &graph, NULL, 0);
	assert_int_equal(target_find(&s, "heads", TARGET_FIXED, &target, &err), 0);
	assert_int_equal(target.n, 2);
	assert_true(target.list[0] < target.list[1]);
	target_free(&target);
	state_free(&s);
	make(&s, &graph, rows, applied(&graph, 4, rows));
	assert_int_equal(target_find(&s, "current", TARGET_EITHER, &target, &err), 0);
	assert_int_equal(target.n, 2);
	target_free(&target);
	state_free(&s);
	assert_true(target_is_list("heads") && target_is_list("a@heads") &&
	            target_is_list("current"));
	assert_false(target_is_list("head") || target_is_list("heads-1") ||
	             target_is_list("heads@a"));
}

static void
targets_of_a_graph(void **unused)
{
	(void)unused;
	assert_target(
		&graph, 0, "head", TARGET_UP, 0,
		"'head' is not one revision, there are 2 heads:\n  merge  Merge\n  tail  Tail");
	assert_target(
		&graph, 0, "root+1", TARGET_UP, 0,
		"'root+1' is not clear: root has several children:\n  left  Left\n  right  Right");
	assert_target(&graph, 5, "merge-1", TARGET_DOWN, 0, "merge has several parents:");
	assert_target(&graph, 0, "base+1", TARGET_UP, 0, "base has several children:\n  root");
	assert_target(&graph, 4, "+1", TARGET_UP, 0,
	              "'+1' is not one revision, there are 2 to count from:");
	assert_target(&graph, 0, "l", TARGET_UP, 2, NULL);
	assert_target(&graph, 0, "sinister", TARGET_UP, 2, NULL);
	assert_target(&graph, 0, "sinister@head", TARGET_UP, 4, NULL);
	assert_target(&graph, 0, "left@root+1", TARGET_UP, 2, NULL);
	assert_target(&graph, 0, "right@merge-1", TARGET_UP, 3, NULL);
	assert_target(&graph, 0, "sinister@head-2", TARGET_UP, 0, NULL);
	assert_target(&graph, 0, "other@head", TARGET_UP, 5, NULL);
	assert_target(&graph, 0, "sinister@base", TARGET_UP, BASE, NULL);
	assert_target(&graph, 3, "sinister@+1", TARGET_UP, 4, NULL);
	assert_target(&graph, 2, "sinister@+1", TARGET_UP, 2, NULL);
	assert_target(&graph, 0, "sinister@+1", TARGET_UP, 0, NULL);
	assert_target(&graph, 0, "sinister@right", TARGET_UP, 0,
	              "revision right (Right) is not in the lineage of left");
	assert_target(&graph, 0, "sinistre", TARGET_UP, 0, "did you mean sinister (Left)?");
	assert_target(&graph, 5, "current", TARGET_UP, 4, NULL);
}

static void
assert_items(const struct plan *plan, const char *expected)
{
	struct text names = {0};
	unsigned i;

	for (i = 0; i < plan->n; i++)
		text_fmt(&names, "%s%s", i ? " " : "",
		         graph_name(plan->table, plan->items[i].migration));
	assert_string_equal(text_str(&names), expected);
	text_free(&names);
}

static void
assert_up(const struct migration_table *table, unsigned n, unsigned target, const char *expected)
{
	struct applied rows[8];
	struct state s;
	struct err err = {0};
	struct plan plan;

	make(&s, table, rows, applied(table, n, rows));
	assert_int_equal(up_to(&plan, &s, target, &err), 0);
	assert_items(&plan, expected);
	plan_free(&plan);
	state_free(&s);
}

static void
assert_down(const struct migration_table *table, unsigned n, unsigned target, const char *expected)
{
	struct applied rows[8];
	struct state s;
	struct err err = {0};
	struct plan plan;

	make(&s, table, rows, applied(table, n, rows));
	assert_int_equal(down_to(&plan, &s, target, &err), 0);
	assert_items(&plan, expected);
	plan_free(&plan);
	state_free(&s);
}

static void
plans_up_and_down(void **unused)
{
	(void)unused;
	assert_up(&line, 0, 3, "a ab abc d");
	assert_up(&line, 2, 3, "abc d");
	assert_up(&line, 2, 1, "");
	assert_up(&line, 0, BASE, "");
	assert_down(&line, 3, BASE, "abc ab a");
	assert_down(&line, 3, 0, "abc ab");
	assert_down(&line, 3, 2, "");
	assert_down(&line, 0, BASE, "");

	assert_up(&graph, 0, 3, "root other right");
	assert_up(&graph, 0, 2, "root left");
	assert_up(&graph, 0, 4, "root other left right merge");
	assert_down(&graph, 5, 2, "merge");
	assert_down(&graph, 5, 0, "merge right left");
	assert_down(&graph, 5, BASE, "merge right left other root");
}

static void
a_hole_is_filled(void **unused)
{
	struct applied rows[8];
	struct state s;
	struct err err = {0};
	struct plan plan;

	(void)unused;
	applied(&line, 3, rows);
	make(&s, &line, &rows[1], 2);
	assert_int_equal(up_to(&plan, &s, 3, &err), 0);
	assert_items(&plan, "a d");
	plan_free(&plan);
	state_free(&s);
}

static void
halves_go_on(void **unused)
{
	struct applied rows[8];
	struct state s;
	struct err err = {0};
	struct plan plan;

	(void)unused;
	applied(&line, 3, rows);
	rows[2].done = 1;
	rows[2].started = 2;
	make(&s, &line, rows, 3);
	assert_int_equal(up_to(&plan, &s, 3, &err), 0);
	assert_items(&plan, "abc d");
	assert_true(plan.items[0].begun);
	assert_int_equal(plan.items[0].done, 1);
	assert_int_equal(plan.items[0].started, 2);
	assert_false(plan.items[1].begun);
	plan_free(&plan);
	assert_int_equal(down_to(&plan, &s, 0, &err), -1);
	assert_non_null(strstr(text_str(&err.text), "stopped after 1 of 4 steps"));
	state_free(&s);

	rows[2].down = true;
	rows[2].total = 2;
	make(&s, &line, rows, 3);
	assert_int_equal(down_to(&plan, &s, 0, &err), 0);
	assert_items(&plan, "abc ab");
	assert_int_equal(plan.items[0].done, 1);
	plan_free(&plan);
	assert_int_equal(up_to(&plan, &s, 3, &err), -1);
	assert_non_null(strstr(text_str(&err.text), "finish it first: migrate downgrade ab"));
	assert_int_equal(down_to(&plan, &s, 2, &err), -1);

	rows[2].total = 7;
	assert_int_equal(down_to(&plan, &s, 0, &err), -1);
	assert_non_null(strstr(text_str(&err.text),
	                       "stopped after 1 of 7 steps, and in this program it has 2"));
	state_free(&s);
	err_free(&err);
}

static void
what_is_refused(void **unused)
{
	struct applied rows[8];
	struct state s;
	struct err err = {0};
	struct plan plan;

	(void)unused;
	applied(&line, 4, rows);
	make(&s, &line, rows, 4);
	assert_int_equal(down_to(&plan, &s, 0, &err), -1);
	assert_non_null(
		strstr(text_str(&err.text), "revision d (D) cannot be downgraded: d.lua:3: never"));
	state_free(&s);

	rows[1].checksum = "1:else";
	make(&s, &line, rows, 4);
	assert_int_equal(state_check(&s, &err), -1);
	assert_non_null(
		strstr(text_str(&err.text), "revision ab (AB) was changed after it was applied"));
	state_free(&s);

	rows[3].revision = "zzz";
	make(&s, &line, rows, 4);
	assert_int_equal(state_check(&s, &err), -1);
	assert_non_null(
		strstr(text_str(&err.text), "a revision that this program does not know: zzz\n"));
	state_free(&s);

	make(&s, &line, rows, 1);
	assert_int_equal(up_to(&plan, &s, 2, &err), 0);
	assert_int_equal(plan_check_single(&plan, &err), -1);
	assert_non_null(
		strstr(text_str(&err.text), "f:2: two cannot run in a transaction (revision abc)"));
	plan_free(&plan);
	state_free(&s);
	err_free(&err);
}

/* a value of an enum cannot be used by the transaction that adds it */
static void
added_labels(void **unused)
{
	static const struct step adds = {.label = "adds",
	                                 .sql = "SELECT 1",
	                                 .file = "f",
	                                 .line = 1,
	                                 .flags = STEP_ADDS_LABEL};
	static const struct step uses = {.label = "uses",
	                                 .sql = "SELECT 1",
	                                 .file = "f",
	                                 .line = 2,
	                                 .flags = STEP_AFTER_COMMIT};
	static const struct migration migrations[] = {
		{.id = "a",
	         .message = "A",
	         .checksum = "1:a",
	         .file = "a.lua",
	         .up = &adds,
	         .n_up = 1},
		{.id = "b",
	         .message = "B",
	         .checksum = "1:b",
	         .file = "b.lua",
	         .up = &uses,
	         .n_up = 1,
	         PARENT(0)},
	};
	static const struct migration_table table = {
		.version = MIGRATE_TABLE_VERSION, .migrations = migrations, .n_migrations = 2};
	struct applied row = {.revision = "a", .checksum = "1:a", .done = 1, .total = 1};
	struct err err = {0};
	struct state s;
	struct plan plan;

	(void)unused;
	make(&s, &table, &row, 0);
	assert_int_equal(up_to(&plan, &s, 1, &err), 0);
	assert_int_equal(plan_check_single(&plan, &err), -1);
	assert_non_null(
		strstr(text_str(&err.text), "f:2: uses uses an enum value that this run adds"));
	plan_free(&plan);
	state_free(&s);
	err_free(&err);

	make(&s, &table, &row, 1);
	assert_int_equal(up_to(&plan, &s, 1, &err), 0);
	assert_int_equal(plan_check_single(&plan, &err), 0);
	plan_free(&plan);
	state_free(&s);
}

/* p -> s, which replaces a, t (that was b and c) and d */
static const struct replaced b_and_c[] = {{"b", "1:b", NULL, 0}, {"c", "1:c", NULL, 0}};
static const struct replaced a_to_d[] = {
	{"a", "1:a", NULL, 0}, {"t", "1:t", b_and_c, 2}, {"d", "1:d", NULL, 0}};
static const struct migration squashed_migrations[] = {
	{.id = "p", .message = "P", .checksum = "1:p", .file = "p.lua", ONE_STEP},
	{.id = "s",
         .message = "S",
         .checksum = "1:s",
         .file = "s.lua",
         ONE_STEP,
         PARENT(0),
         .replaces = a_to_d,
         .n_replaces = 3},
};
static const struct migration_table squashed = {.migrations = squashed_migrations,
                                                .n_migrations = 2};

/* a history that holds these, the last first: "d" is whole, "!d" half, "~d" another; what state_check says of it */
static char *
check_history(const char *ids, bool *is_squashed, bool *has)
{
	static char said[512];
	struct applied rows[8] = {{0}};
	char words[64], checksums[8][8], *id = NULL;
	struct err err = {0};
	struct state s;
	unsigned n = 0;

	snprintf(words, sizeof words, "%s", ids);
	for (id = strtok(words, " "); id; id = strtok(NULL, " "), n++) {
		bool half = *id == '!', other = *id == '~';

		id += half || other;
		snprintf(checksums[n], sizeof checksums[n], "%s:%s", other ? "0" : "1", id);
		rows[n] = (struct applied){
			.revision = id, .checksum = checksums[n], .done = !half, .total = 1};
	}
	make(&s, &squashed, rows, n);
	*said = '\0';
	if (state_check(&s, &err) < 0)
		snprintf(said, sizeof said, "%s", text_str(&err.text));
	*is_squashed = state_is_squashed(&s);
	*has = state_has(&s, 1);
	assert_int_equal(s.squashed[1], *is_squashed);
	assert_int_equal(s.n_others, n - (s.rows[0] != NULL) - (*has && !*is_squashed));
	err_free(&err);
	state_free(&s);
	return said;
}

static void
what_is_squashed(void **unused)
{
	static const struct {
		const char *history;
		bool squashed, has;
		const char *refused;
	} cases[] = {
		{"p", false, false, NULL},
		{"s p", false, true, NULL},
		{"d c b a p", true, true, NULL},
		{"d t a p", true, true, NULL},
		{"d c t a p", true, true, "revision that this program does not know: c\n"},
		{"d c b a", true, true, NULL},
		{"a p", false, false,
	         "a part of what revision s (S) replaces: there is a, and not t, d\n"},
		{"a p", false, false, "or `migrate downgrade p` goes back to where s begins"},
		{"a", false, false, "or `migrate downgrade base` goes back to where s begins"},
		{"c d p", false, false, "there are c, d, and not a, b\n"},
		{"d !c b a p", false, false, "there are a, b, c (half), d\n"},
		{"d t !a p", false, false, "there are a (half), t, d\n"},
		{"d c ~b a p", true, true,
	         "revision b, which s (S) replaces, is another in the database: its checksum was 1:b, and the database has 0:b\n"},
		{"~d t a p", true, true, "revision d, which s (S) replaces, is another"},
		{"a s p", false, true, "revision that this program does not know: a\n"},
		{"x d c b a p", true, true, "revision that this program does not know: x\n"},
		{"x a p", false, false, "a part of what revision s (S) replaces"},
	};
	bool is_squashed, has;
	const char *said;
	unsigned i;

	(void)unused;
	for (i = 0; i < N(cases); i++) {
		said = check_history(cases[i].history, &is_squashed, &has);
		if (is_squashed != cases[i].squashed || has != cases[i].has ||
		    (cases[i].refused ? !strstr(said, cases[i].refused) : *said != '\0'))
			fail_msg("%s: squashed %d, has %d, %s", cases[i].history, is_squashed, has,
			         said);
	}
}

static void
what_replaces(void **unused)
{
	static const struct migration again = {.id = "u", .replaces = &a_to_d[1], .n_replaces = 1};
	static const struct migration_table table = {.migrations = &again, .n_migrations = 1};
	bool last;

	(void)unused;
	assert_int_equal(graph_replacing(&squashed, "a", 1, &last), 1);
	assert_false(last);
	assert_int_equal(graph_replacing(&squashed, "c-", 1, &last), 1);
	assert_false(last);
	assert_int_equal(graph_replacing(&squashed, "d", 1, &last), 1);
	assert_true(last);
	assert_int_equal(graph_replacing(&squashed, "s", 1, &last), BASE);
	assert_false(last);
	/* the last of what the last one replaced */
	assert_int_equal(graph_replacing(&table, "c", 1, &last), 0);
	assert_true(last);
	assert_int_equal(graph_replacing(&table, "b", 1, &last), 0);
	assert_false(last);
}

/* the last of what it replaces is one that replaced others itself */
static void
what_replaces_the_last(void **unused)
{
	static const struct replaced first[] = {{"a", "1:a"}, {"b", "1:b"}};
	static const struct replaced second[] = {{"z", "1:z"}, {"s", "1:s", first, N(first)}};
	static const struct migration migrations[] = {
		{.id = "t", .replaces = second, .n_replaces = N(second)}};
	static const struct migration_table table = {.migrations = migrations, .n_migrations = 1};
	bool last;

	(void)unused;
	assert_int_equal(graph_replacing(&table, "s", 1, &last), 0);
	assert_true(last);
	assert_int_equal(graph_replacing(&table, "b", 1, &last), 0);
	assert_true(last);
	assert_int_equal(graph_replacing(&table, "a", 1, &last), 0);
	assert_false(last);
}

/* x, m -> d by a dependency, and the way down of d does not go beside x */
static void
downgrades_wait(void **unused)
{
	static const struct obstacle x = {0, "add_column (x.lua:2)"};
	static const struct migration migrations[] = {
		{.id = "x", .message = "X", .checksum = "1:x", ONE_STEP},
		{.id = "m", .message = "M", .checksum = "1:m", ONE_STEP},
		{.id = "d",
	         .message = "D",
	         .checksum = "1:d",
	         ONE_STEP,
	         .depends_on = &index_of[1],
	         .n_depends_on = 1,
	         .obstacles = &x,
	         .n_obstacles = 1},
	};
	static const struct migration_table table = {
		.name = "t", .build = "b", .migrations = migrations, .n_migrations = N(migrations)};
	struct applied rows[3];
	struct state s;
	struct plan plan;
	struct err err = {0};

	(void)unused;
	make(&s, &table, rows, applied(&table, 3, rows));
	assert_int_equal(down_to(&plan, &s, BASE, &err), 0);
	assert_int_equal(plan.n, 3);
	assert_int_equal(plan.items[0].migration, 0);
	assert_int_equal(plan.items[1].migration, 2);
	assert_int_equal(plan.items[2].migration, 1);
	plan_free(&plan);
	assert_int_equal(up_to(&plan, &s, 1, &err), 0);
	assert_int_equal(plan.below, 1);
	plan_free(&plan);
	assert_int_equal(up_to(&plan, &s, 2, &err), 0);
	assert_int_equal(plan.below, BASE);
	plan_free(&plan);
	state_free(&s);
}

static void
stretches(void **unused)
{
	struct plan plan = {0};

	(void)unused;
	assert_int_equal(plan_stretch(&plan, steps, 4, 0), 1);
	assert_int_equal(plan_stretch(&plan, steps, 4, 2), 4);
	assert_int_equal(plan_stretch(&plan, NULL, 0, 0), 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(targets_of_a_line),  cmocka_unit_test(targets_that_are_refused),
		cmocka_unit_test(prefixes),           cmocka_unit_test(targets_of_a_graph),
		cmocka_unit_test(a_list_is_a_target), cmocka_unit_test(plans_up_and_down),
		cmocka_unit_test(a_hole_is_filled),   cmocka_unit_test(halves_go_on),
		cmocka_unit_test(what_is_refused),    cmocka_unit_test(added_labels),
		cmocka_unit_test(stretches),          cmocka_unit_test(what_is_squashed),
		cmocka_unit_test(what_replaces),      cmocka_unit_test(what_replaces_the_last),
		cmocka_unit_test(downgrades_wait),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
