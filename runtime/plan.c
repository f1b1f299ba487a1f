/*
 * Which steps lead from what is applied to what was asked for. The table is in topological order, so that every walk over the
 * graph is one loop over an array of marks: upwards to find what is built upon a migration, downwards for what it is built
 * upon.
 */
#include "plan.h"

#include <ctype.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LISTED = 10 };

const char *
plan_name(const struct migration_table *table, unsigned migration)
{
	return migration == PLAN_BASE ? "base" : table->migrations[migration].id;
}

/* ids */

static unsigned
hash(const char *s)
{
	uint32_t h = 2166136261u;

	while (*s)
		h = (h ^ (unsigned char)*s++) * 16777619u;
	return h;
}

/* the slot of an id, or the free one where it would be */
static unsigned *
slot(const struct state *s, const char *id)
{
	unsigned i = hash(id) & (s->n_slots - 1);

	while (s->slots[i] && strcmp(s->table->migrations[s->slots[i] - 1].id, id) != 0)
		i = (i + 1) & (s->n_slots - 1);
	return &s->slots[i];
}

unsigned
state_find(const struct state *s, const char *id)
{
	return *slot(s, id) - 1; /* 0 - 1 is PLAN_BASE */
}

static int
state_init(struct state *s, const struct migration_table *table, unsigned n_rows, struct err *err)
{
	unsigned i;

	*s = (struct state){.table = table, .n_slots = 16};
	while (s->n_slots < table->n_migrations * 2)
		s->n_slots *= 2;
	s->rows = calloc(table->n_migrations + 1, sizeof(*s->rows));
	s->unknown = calloc(n_rows + 1, sizeof(*s->unknown));
	s->slots = calloc(s->n_slots, sizeof(*s->slots));
	if (!s->rows || !s->unknown || !s->slots) {
		state_free(s);
		return err_memory(err);
	}
	for (i = 0; i < table->n_migrations; i++)
		*slot(s, table->migrations[i].id) = i + 1;
	return 0;
}

int
state_make(struct state *s, const struct migration_table *table, const struct applied *rows,
           unsigned n, struct err *err)
{
	unsigned i;

	if (state_init(s, table, n, err) < 0)
		return -1;
	for (i = 0; i < n; i++) {
		unsigned m = state_find(s, rows[i].revision);

		if (m == PLAN_BASE)
			s->unknown[s->n_unknown++] = &rows[i];
		else
			s->rows[m] = &rows[i];
	}
	return 0;
}

int
state_assume(struct state *s, const struct migration_table *table, unsigned migration,
             struct err *err)
{
	unsigned *list = NULL, n = 0, i;

	if (state_init(s, table, 0, err) < 0)
		return -1;
	s->assumed = calloc(table->n_migrations + 1, sizeof(*s->assumed));
	if (!s->assumed) {
		state_free(s);
		return err_memory(err);
	}
	if (migration != PLAN_BASE && plan_lineage(table, migration, &list, &n, err) < 0) {
		state_free(s);
		return -1;
	}
	for (i = 0; i < n; i++) {
		const struct migration *m = &table->migrations[list[i]];

		s->assumed[i] = (struct applied){.revision = m->id,
		                                 .checksum = m->checksum,
		                                 .done = m->n_up,
		                                 .total = m->n_up};
		s->rows[list[i]] = &s->assumed[i];
	}
	free(list);
	return 0;
}

void
state_free(struct state *s)
{
	free(s->rows);
	free(s->unknown);
	free(s->slots);
	free(s->assumed);
	*s = (struct state){0};
}

bool
state_has(const struct state *s, unsigned migration)
{
	const struct applied *row = s->rows[migration];

	return row && !row->down && row->done == row->total;
}

bool
state_differs(const struct state *s, unsigned migration)
{
	const struct applied *row = s->rows[migration];

	return row && strcmp(row->checksum, s->table->migrations[migration].checksum) != 0;
}

static int
refuse_unknown(const struct state *s, struct err *err)
{
	unsigned i;

	err_set(err, ERR_FAILED, "the database has %s that this program does not know: ",
	        s->n_unknown == 1 ? "a revision" : "revisions");
	for (i = 0; i < s->n_unknown && i < MOST_LISTED; i++)
		err_add(err, "%s%s", i ? ", " : "", s->unknown[i]->revision);
	if (i < s->n_unknown)
		err_add(err, " and %u more", s->n_unknown - i);
	return err_add(
		err,
		"\nhint: the database is ahead of this program (build %s of %s); use the program that "
		"applied %s, or, if the migration is gone for good, `migrate stamp REV` forgets it",
		s->table->build, s->table->name, s->n_unknown == 1 ? "it" : "them");
}

static int
refuse_changed(const struct state *s, unsigned migration, struct err *err)
{
	const struct migration *m = &s->table->migrations[migration];

	return err_set(
		err, ERR_FAILED,
		"revision %s (%s) was changed after it was applied: its checksum is %s, and the database "
		"has %s\n"
		"hint: restore %s as it was; or, if the database is right as it is, `migrate stamp REV` "
		"with the revision that the database is at records the new checksum",
		m->id, m->message, m->checksum, s->rows[migration]->checksum, m->file);
}

int
state_check(const struct state *s, struct err *err)
{
	unsigned i;

	if (s->n_unknown)
		return refuse_unknown(s, err);
	for (i = 0; i < s->table->n_migrations; i++)
		if (state_differs(s, i))
			return refuse_changed(s, i, err);
	return 0;
}

/* the graph */

static unsigned char *
new_marks(const struct migration_table *table, struct err *err)
{
	unsigned char *marks = calloc(table->n_migrations + 1, 1);

	if (!marks)
		err_memory(err);
	return marks;
}

/* mark what the marked ones are built upon */
static void
mark_ancestors(const struct migration_table *table, unsigned char *marks)
{
	unsigned i, j;

	for (i = table->n_migrations; i-- > 0;) {
		const struct migration *m = &table->migrations[i];

		if (!marks[i])
			continue;
		for (j = 0; j < m->n_parents; j++)
			marks[m->parents[j]] = 1;
		for (j = 0; j < m->n_depends_on; j++)
			marks[m->depends_on[j]] = 1;
	}
}

/* mark what is built upon the marked ones */
static void
mark_descendants(const struct migration_table *table, unsigned char *marks)
{
	unsigned i, j;

	for (i = 0; i < table->n_migrations; i++) {
		const struct migration *m = &table->migrations[i];

		for (j = 0; j < m->n_parents; j++)
			marks[i] |= marks[m->parents[j]];
		for (j = 0; j < m->n_depends_on; j++)
			marks[i] |= marks[m->depends_on[j]];
	}
}

static bool
has_parent(const struct migration *m, unsigned parent)
{
	unsigned i;

	if (parent == PLAN_BASE)
		return m->n_parents == 0;
	for (i = 0; i < m->n_parents; i++)
		if (m->parents[i] == parent)
			return true;
	return false;
}

/* the next child of a migration, or root, from an index on; PLAN_BASE is none */
static unsigned
next_child(const struct migration_table *table, unsigned parent, unsigned from)
{
	unsigned i;

	for (i = from; i < table->n_migrations; i++)
		if (has_parent(&table->migrations[i], parent))
			return i;
	return PLAN_BASE;
}

bool
table_is_head(const struct migration_table *table, unsigned migration)
{
	return next_child(table, migration, migration + 1) == PLAN_BASE;
}

int
state_heads(const struct state *s, unsigned **list, unsigned *n, struct err *err)
{
	const struct migration_table *table = s->table;
	unsigned char *below = new_marks(table, err);
	unsigned i, j;

	*n = 0;
	*list = calloc(table->n_migrations + 1, sizeof(**list));
	if (!below || !*list) {
		free(below);
		free(*list);
		return err_memory(err);
	}
	for (i = table->n_migrations; i-- > 0;) {
		const struct migration *m = &table->migrations[i];

		if (!s->rows[i])
			continue;
		for (j = 0; j < m->n_parents; j++)
			below[m->parents[j]] = 1;
		for (j = 0; j < m->n_depends_on; j++)
			below[m->depends_on[j]] = 1;
		if (!below[i])
			(*list)[(*n)++] = i;
	}
	free(below);
	return 0;
}

int
state_current(const struct state *s, unsigned *migration, struct err *err)
{
	unsigned *list, n, i;

	if (state_heads(s, &list, &n, err) < 0)
		return -1;
	*migration = n ? list[0] : PLAN_BASE;
	if (n > 1)
		err_set(err, ERR_FAILED, "the database is at several revisions:");
	for (i = 0; n > 1 && i < n; i++)
		err_add(err, "%s %s", i ? "," : "", s->table->migrations[list[i]].id);
	free(list);
	return n > 1 ? -1 : 0;
}

int
plan_lineage(const struct migration_table *table, unsigned target, unsigned **list, unsigned *n,
             struct err *err)
{
	unsigned char *marks = new_marks(table, err);
	unsigned i;

	*n = 0;
	*list = calloc(table->n_migrations + 1, sizeof(**list));
	if (!marks || !*list) {
		free(marks);
		free(*list);
		return err_memory(err);
	}
	if (target != PLAN_BASE)
		marks[target] = 1;
	mark_ancestors(table, marks);
	for (i = 0; i < table->n_migrations; i++)
		if (marks[i])
			(*list)[(*n)++] = i;
	free(marks);
	return 0;
}

/* targets */

static int
find_head(const struct migration_table *table, unsigned *migration, struct err *err)
{
	unsigned i, found = 0;

	/* a head that nothing is built upon costs a walk; on a line only the last one does */
	*migration = PLAN_BASE;
	if (table->n_migrations == 0)
		return 0;
	for (i = table->n_migrations; i-- > 0;) {
		if (i + 1 < table->n_migrations && has_parent(&table->migrations[i + 1], i))
			continue;
		if (!table_is_head(table, i))
			continue;
		if (found++ == 0)
			*migration = i;
		else if (found == 2)
			err_set(err, ERR_FAILED,
			        "there are several heads: %s, %s; name one of them",
			        table->migrations[*migration].id, table->migrations[i].id);
	}
	return found > 1 ? -1 : 0;
}

static int
refuse_prefix(const struct migration_table *table, const char *prefix, size_t n, unsigned found,
              struct err *err)
{
	unsigned i, listed = 0;

	err_set(err, ERR_USAGE, "revision '%.*s' is not clear, %u begin with it:", (int)n, prefix,
	        found);
	for (i = 0; i < table->n_migrations && listed < MOST_LISTED; i++) {
		const struct migration *m = &table->migrations[i];

		if (strncmp(m->id, prefix, n) != 0)
			continue;
		listed++;
		err_add(err, "\n  %s  %s", m->id, m->message);
	}
	if (listed < found)
		err_add(err, "\n  … and %u more", found - listed);
	return -1;
}

/* an unknown id, with the one that it may have been meant to be */
static int
refuse_unknown_id(const struct migration_table *table, const char *id, size_t n, struct err *err)
{
	unsigned i, best = 3, nearest = PLAN_BASE;
	char word[64];

	err_set(err, ERR_USAGE, "no revision '%.*s'", (int)n, id);
	if (n < 4 || n >= sizeof(word))
		return err_add(err, "; `migrate history` lists them");
	memcpy(word, id, n);
	word[n] = '\0';
	for (i = 0; i < table->n_migrations; i++) {
		unsigned distance = text_distance(word, table->migrations[i].id);

		if (distance < best) {
			best = distance;
			nearest = i;
		}
	}
	if (nearest == PLAN_BASE)
		return err_add(err, "; `migrate history` lists them");
	return err_add(err, "; did you mean %s (%s)?", table->migrations[nearest].id,
	               table->migrations[nearest].message);
}

/* an id or a prefix of one */
static int
find_id(const struct state *s, const char *id, size_t n, unsigned *migration, struct err *err)
{
	const struct migration_table *table = s->table;
	unsigned i, found = 0;

	for (i = 0; i < table->n_migrations; i++) {
		const char *other = table->migrations[i].id;

		if (strncmp(other, id, n) != 0)
			continue;
		if (!other[n]) {
			*migration = i;
			return 0;
		}
		if (found++ == 0)
			*migration = i;
	}
	if (found == 0)
		return refuse_unknown_id(table, id, n, err);
	return found > 1 ? refuse_prefix(table, id, n, found, err) : 0;
}

static bool
is_word(const char *s, size_t n, const char *word)
{
	return strlen(word) == n && strncmp(s, word, n) == 0;
}

/* the part of a target before + or - */
static int
find_anchor(const struct state *s, const char *text, size_t n, unsigned *migration, struct err *err)
{
	if (is_word(text, n, "base")) {
		*migration = PLAN_BASE;
		return 0;
	}
	if (is_word(text, n, "head"))
		return find_head(s->table, migration, err);
	if (is_word(text, n, "heads"))
		return err_set(err, ERR_USAGE,
		               "'heads' is not a target here; this history is one line: 'head'");
	return find_id(s, text, n, migration, err);
}

static int
refuse_choice(const struct migration_table *table, unsigned at, bool up, const unsigned *two,
              struct err *err)
{
	return err_set(err, ERR_USAGE, "%s has several %s (%s, %s); name the revision",
	               plan_name(table, at), up ? "children" : "parents",
	               table->migrations[two[0]].id, table->migrations[two[1]].id);
}

/* one step up or down; 0 where there is none */
static int
walk_one(const struct migration_table *table, unsigned *at, bool up, struct err *err)
{
	unsigned two[2];

	if (up) {
		two[0] = next_child(table, *at, *at == PLAN_BASE ? 0 : *at + 1);
		if (two[0] == PLAN_BASE)
			return 0;
		two[1] = next_child(table, *at, two[0] + 1);
		if (two[1] != PLAN_BASE)
			return refuse_choice(table, *at, up, two, err);
		*at = two[0];
		return 1;
	}
	if (*at == PLAN_BASE)
		return 0;
	if (table->migrations[*at].n_parents > 1)
		return refuse_choice(table, *at, up, table->migrations[*at].parents, err);
	*at = table->migrations[*at].n_parents ? table->migrations[*at].parents[0] : PLAN_BASE;
	return 1;
}

static int
walk(const struct migration_table *table, const char *text, unsigned *at, long steps,
     struct err *err)
{
	unsigned from = *at;
	bool up = steps > 0;
	long wanted = labs(steps), i;

	for (i = 0; i < wanted; i++) {
		int rc = walk_one(table, at, up, err);

		if (rc < 0)
			return -1;
		if (rc > 0)
			continue;
		return err_set(err, ERR_FAILED, "'%s' asks for %ld %s %s %s, and there %s %ld",
		               text, wanted, wanted == 1 ? "revision" : "revisions",
		               up ? "above" : "below", plan_name(table, from),
		               i == 1 ? "is" : "are", i);
	}
	return 0;
}

/* a number without a revision counts from where the database is */
static int
start_of(const struct state *s, const char *text, long steps, enum target_use use, unsigned *at,
         struct err *err)
{
	if (use == TARGET_FIXED)
		return err_set(
			err, ERR_USAGE,
			"'%s' counts from where the database is, which is not looked at here; write "
			"REV%s, as in base+1 or head-1",
			text, text);
	if (use == TARGET_UP && steps < 0)
		return err_set(
			err, ERR_USAGE,
			"'%s' goes down, and this is an upgrade; expected +N (`migrate downgrade %s` "
			"goes down)",
			text, text);
	if (use == TARGET_DOWN && steps > 0)
		return err_set(
			err, ERR_USAGE,
			"'%s' goes up, and this is a downgrade; expected -N (`migrate upgrade %s` "
			"goes up)",
			text, text);
	return state_current(s, at, err);
}

static int
refuse_form(const char *text, struct err *err)
{
	return err_set(
		err, ERR_USAGE,
		"'%s' is not a target; expected a revision or the beginning of one, head, base, +N, "
		"-N, REV+N or REV-N",
		text);
}

static bool
is_name(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!isgraph((unsigned char)s[i]) || strchr(":@+", s[i]))
			return false;
	return true;
}

/* the + or - that a number to the end of the text follows, or NULL */
static const char *
relative_part(const char *text)
{
	size_t n = strlen(text), digits = n;

	while (digits > 0 && isdigit((unsigned char)text[digits - 1]))
		digits--;
	if (digits == n || digits == 0 || !strchr("+-", text[digits - 1]))
		return NULL;
	return text + digits - 1;
}

int
target_find(const struct state *s, const char *text, enum target_use use, unsigned *migration,
            struct err *err)
{
	const char *relative = relative_part(text);
	size_t n = relative ? (size_t)(relative - text) : strlen(text);
	long steps = 0;

	if (!*text || (!relative && strchr("+-", *text)) || !is_name(text, n))
		return refuse_form(text, err);
	/* an id may have a dash in it: the id itself wins over its parts */
	if (state_find(s, text) != PLAN_BASE) {
		*migration = state_find(s, text);
		return 0;
	}
	if (!relative)
		return find_anchor(s, text, n, migration, err);
	errno = 0;
	steps = strtol(relative, NULL, 10);
	if (errno || labs(steps) > INT_MAX)
		return err_set(err, ERR_USAGE, "'%s' has a number that is too large", text);
	if (steps == 0)
		return err_set(err, ERR_USAGE, "'%s' goes nowhere; expected a number from 1 on",
		               text);
	if (n == 0 ? start_of(s, text, steps, use, migration, err) < 0
	           : find_anchor(s, text, n, migration, err) < 0)
		return -1;
	return walk(s->table, text, migration, steps, err);
}

/* plans */

const struct step *
plan_steps(const struct plan *plan, const struct plan_item *item, unsigned *n)
{
	const struct migration *m = &plan->table->migrations[item->migration];

	*n = item->down ? m->n_down : m->n_up;
	return item->down ? m->down : m->up;
}

unsigned
plan_stretch(const struct step *steps, unsigned n, unsigned i)
{
	for (i++; i < n; i++)
		if (steps[i].flags & (STEP_NO_TRANSACTION | STEP_AFTER_COMMIT))
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
				"the downgrade of revision %s (%s) stopped after %u of %u steps\n"
				"hint: finish it first: migrate downgrade %s",
				m->id, m->message, row->done, row->total,
				m->n_parents ? s->table->migrations[m->parents[0]].id : "base");
	}
	return 0;
}

int
plan_upgrade(struct plan *plan, const struct state *s, unsigned target, struct err *err)
{
	unsigned *list = NULL, n = 0, i;
	int rc = 0;

	if (plan_init(plan, s, target, false, err) < 0 || refuse_half_down(s, err) < 0 ||
	    plan_lineage(s->table, target, &list, &n, err) < 0) {
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
		               "revision %s (%s) cannot be downgraded: %s; nothing was run", m->id,
		               m->message, m->irreversible);
	if (!row->down && row->done < row->total)
		return err_set(
			err, ERR_FAILED,
			"the upgrade of revision %s (%s) stopped after %u of %u steps\n"
			"hint: finish it first: migrate upgrade %s; or undo its steps by hand and "
			"`migrate stamp` the revision before it",
			m->id, m->message, row->done, row->total, m->id);
	return 0;
}

static int
check_target(const struct plan *plan, const struct state *s, struct err *err)
{
	const struct migration_table *table = s->table;

	if (plan->to == PLAN_BASE || s->rows[plan->to]) {
		if (plan->to != PLAN_BASE && s->rows[plan->to]->down)
			return refuse_half_down(s, err);
		return 0;
	}
	return err_set(err, ERR_FAILED,
	               "cannot downgrade to %s (%s): it is not applied, the database is at %s",
	               table->migrations[plan->to].id, table->migrations[plan->to].message,
	               plan_name(table, plan->from));
}

int
plan_downgrade(struct plan *plan, const struct state *s, unsigned target, struct err *err)
{
	const struct migration_table *table = s->table;
	unsigned char *marks = new_marks(table, err);
	unsigned i;
	int rc = -1;

	*plan = (struct plan){0};
	if (!marks || plan_init(plan, s, target, true, err) < 0 || check_target(plan, s, err) < 0)
		goto out;
	if (target == PLAN_BASE)
		memset(marks, 1, table->n_migrations);
	else
		marks[target] = 1;
	mark_descendants(table, marks);
	if (target != PLAN_BASE)
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
plan_check_single(const struct plan *plan, struct err *err)
{
	unsigned i, j, n;

	for (i = 0; i < plan->n; i++) {
		const struct step *steps = plan_steps(plan, &plan->items[i], &n);

		for (j = plan->items[i].done; j < n; j++) {
			const struct step *step = &steps[j];

			if (!(step->flags & (STEP_NO_TRANSACTION | STEP_AFTER_COMMIT)))
				continue;
			return err_set(
				err, ERR_FAILED,
				"this run cannot be one transaction: %s:%d: %s %s (revision %s)\n"
				"hint: nothing was run; run without --single-transaction, or with a target "
				"before that revision",
				step->file, step->line, step->label,
				step->flags & STEP_NO_TRANSACTION ? "cannot run in a transaction"
								  : "needs a commit before it",
				plan_name(plan->table, plan->items[i].migration));
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
