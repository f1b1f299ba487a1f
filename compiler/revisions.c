/* The history: revisions in the order in which they apply. */
#include <stdlib.h>
#include <string.h>

#include "../runtime/target.h"
#include "lower.h"
#include "revisions.h"

/* of an id or a label. It is a key of the history's, which PostgreSQL takes up to some 2,700 bytes of */
static const char *
name_wrong(const char *what, const char *id)
{
	enum { MOST_BYTES = 1000 };
	static const char *const names[] = {"head", "heads", "base", "current"};
	const char *c;
	size_t i;

	if (!*id)
		return strf("%s %s cannot be empty", article(what), what);
	if (strlen(id) > MOST_BYTES)
		return strf("the %s has %zu bytes; at most %d are allowed", what, strlen(id),
		            MOST_BYTES);
	for (c = id; *c; c++) {
		if (strchr("@-+:,", *c))
			return strf("'%c' cannot stand in %s %s: '%s'", *c, article(what), what,
			            id);
		if ((unsigned char)*c <= ' ' || *c == 0x7f)
			return strf(
				"white space and control characters cannot stand in %s %s: '%s'",
				article(what), what, id);
	}
	for (i = 0; i < LEN(names); i++)
		if (strcmp(id, names[i]) == 0)
			return strf("'%s' means something else where a revision is named", id);
	return NULL;
}

const char *
revision_id_wrong(const char *id)
{
	return name_wrong("id", id);
}

static const char *
label_is_id(const char *label, const struct revision *r)
{
	return strf("the label '%s' is the id of a revision (%s:%d)", label, r->at.file,
	            r->at.line);
}

static const char *
label_is_taken(const char *label, const struct revision *r)
{
	return strf("the label '%s' is that of '%s' (%s:%d) too", label, r->id, r->at.file,
	            r->at.line);
}

const char *
revisions_label_wrong(const struct list *revisions, const char *label)
{
	const char *wrong = name_wrong("label", label);
	const struct revision *r;
	size_t i;

	for (i = 0; i < revisions->n && !wrong; i++) {
		r = revisions->v[i];
		if (strcmp(r->id, label) == 0)
			wrong = label_is_id(label, r);
		else if (strs_has(&r->labels, label))
			wrong = label_is_taken(label, r);
	}
	return wrong;
}

/* fills a map from id to revision */
static void
check_ids(const struct list *revisions, struct map *by_id)
{
	struct revision *r, *other;
	const char *wrong;
	size_t i;

	for (i = 0; i < revisions->n; i++) {
		r = revisions->v[i];
		wrong = revision_id_wrong(r->id);
		other = map_get(by_id, r->id);
		if (wrong)
			error_at(r->at, E_ID, "revision: %s", wrong);
		else if (other)
			error_at(r->at, E_ID_TAKEN, "revision: the id '%s' is that of %s:%d too",
			         r->id, other->at.file, other->at.line);
		r->unplaced |= wrong || other;
		if (!other)
			map_put(by_id, r->id, r);
	}
}

/* a revision is not to be its own parent */
static const char *
did_you_mean_another(const char *id, const struct strs *ids, const struct revision *r)
{
	struct strs others = {0};
	size_t i;

	for (i = 0; i < ids->n; i++)
		if (strcmp(ids->v[i], r->id) != 0)
			strs_add(&others, ids->v[i]);
	return did_you_mean(id, &others);
}

static bool
has_before(const struct strs *all, size_t i)
{
	size_t j;

	for (j = 0; j < i; j++)
		if (strcmp(all->v[j], all->v[i]) == 0)
			return true;
	return false;
}

/* the revisions that each of them replaces, by their ids, into a map to that which does */
static void
check_replaced(const struct map *by_id, struct map *replaced, struct revision *r,
               const struct list *formers)
{
	const struct former *f;
	const struct revision *other;
	const char *wrong;
	size_t i;

	for (i = 0; i < formers->n; i++) {
		f = formers->v[i];
		if (!f->id) /* that is said already */
			continue;
		wrong = revision_id_wrong(f->id);
		other = map_get(by_id, f->id);
		if (!wrong && other == r)
			wrong = strf("'%s' replaces itself", f->id);
		else if (!wrong && other)
			wrong = strf("'%s', which it replaces, is there still (%s:%d)", f->id,
			             other->at.file, other->at.line);
		other = map_put(replaced, f->id, r);
		if (!wrong && other)
			wrong = strf("'%s' is replaced by '%s' too (%s:%d)", f->id, other->id,
			             other->at.file, other->at.line);
		if (wrong)
			error_at(r->at, E_ID_TAKEN, "revision: %s", wrong);
		check_replaced(by_id, replaced, r, &f->replaces);
	}
}

/* what is no id any more, or a label, which may move to another revision: NULL where it is neither */
static const char *
did_you_mean_its_revision(const char *id, const struct map *replaced, const struct map *labels)
{
	const struct revision *r = map_get(replaced, id);

	if (r)
		return strf("; it is part of '%s' (%s) now", r->id, r->file);
	r = map_get(labels, id);
	return r ? strf("; it is a label of '%s' (%s): write that id", r->id, r->file) : NULL;
}

static void
check_references(const struct map *by_id, const struct map *replaced, const struct map *labels,
                 const struct strs *ids, struct revision *r, const struct strs *to,
                 const char *what, bool all_known)
{
	const char *hint;
	size_t i;

	for (i = 0; i < to->n; i++) {
		hint = did_you_mean_its_revision(to->v[i], replaced, labels);
		if (strcmp(to->v[i], r->id) == 0)
			error_at(r->at, E_CYCLE, "revision: '%s' is its own %s", r->id, what);
		else if (has_before(to, i))
			error_at(r->at, E_TWICE, "revision: '%s' stands twice as the %s of '%s'",
			         to->v[i], what, r->id);
		else if (map_get(by_id, to->v[i]))
			continue;
		else if (all_known)
			error_at(r->at, E_UNKNOWN_REVISION,
			         "revision: no revision '%s', which is said to be the %s of '%s'%s",
			         to->v[i], what, r->id,
			         hint ? hint : did_you_mean_another(to->v[i], ids, r));
		r->unplaced = true;
	}
}

/* the first revision that must come before r and is not done, or NULL */
static struct revision *
waits_for(const struct map *by_id, const struct map *done, const struct revision *r)
{
	size_t i;

	if (r->unplaced)
		return NULL;
	for (i = 0; i < r->parents.n; i++)
		if (!map_get(done, r->parents.v[i]))
			return map_get(by_id, r->parents.v[i]);
	for (i = 0; i < r->depends_on.n; i++)
		if (!map_get(done, r->depends_on.v[i]))
			return map_get(by_id, r->depends_on.v[i]);
	return NULL;
}

/* r waits, and all that it waits for waits too: going back from it runs into a cycle */
static void
report_cycle(const struct map *by_id, const struct map *done, struct revision *r)
{
	struct revision *start;
	struct map seen = {0};
	struct buf b = {0};

	for (; !map_get(&seen, r->id); r = waits_for(by_id, done, r))
		map_put(&seen, r->id, r);
	start = r;
	do {
		buf_fmt(&b, "'%s' (%s) comes after ", r->id, r->file);
		r = waits_for(by_id, done, r);
	} while (r != start);
	error_at(start->at, E_CYCLE, "revision: a cycle: %s'%s'", buf_str(&b), start->id);
}

/* a label stands for one revision, and is no id */
static void
check_labels(const struct list *revisions, const struct map *by_id)
{
	struct revision *r;
	struct map taken = {0};
	const struct revision *other;
	const char *label, *wrong;
	size_t i, j;

	for (i = 0; i < revisions->n; i++) {
		r = revisions->v[i];
		for (j = 0; j < r->labels.n; j++) {
			label = r->labels.v[j];
			wrong = name_wrong("label", label);
			other = map_get(by_id, label);
			if (wrong)
				error_at(r->at, E_ID, "revision: %s", wrong);
			else if (other)
				error_at(r->at, E_ID_TAKEN, "revision: %s",
				         label_is_id(label, other));
			other = map_put(&taken, label, r);
			if (other)
				error_at(r->at, E_ID_TAKEN, "revision: %s",
				         label_is_taken(label, other));
		}
	}
}

/* what comes after a revision without a place has none either */
static void
spread_unplaced(const struct list *revisions, const struct map *by_id)
{
	const struct revision *before;
	struct revision *r;
	size_t i, j;

	for (i = 0; i < revisions->n; i++) {
		r = revisions->v[i];
		for (j = 0; j < r->parents.n && !r->unplaced; j++) {
			before = map_get(by_id, r->parents.v[j]);
			r->unplaced = before->unplaced;
		}
		for (j = 0; j < r->depends_on.n && !r->unplaced; j++) {
			before = map_get(by_id, r->depends_on.v[j]);
			r->unplaced = before->unplaced;
		}
	}
}

/* each right after the last of what it waits for, files in order: one order, always */
static int
sort(struct list *revisions, const struct map *by_id)
{
	struct list order = {0}, stack = {0};
	struct map done = {0}, entered = {0};
	struct revision *r, *before;
	size_t i;

	for (i = 0; i < revisions->n; i++) {
		list_add(&stack, revisions->v[i]);
		while (stack.n) {
			r = stack.v[stack.n - 1];
			before = map_get(&done, r->id) ? NULL : waits_for(by_id, &done, r);
			if (before && map_put(&entered, r->id, r) &&
			    map_get(&entered, before->id)) {
				report_cycle(by_id, &done, before);
				return -1;
			}
			if (before) {
				list_add(&stack, before);
				continue;
			}
			stack.n--;
			if (map_put(&done, r->id, r))
				continue;
			r->index = (unsigned)order.n;
			list_add(&order, r);
		}
	}
	*revisions = order;
	return 0;
}

int
revisions_order(struct list *revisions, bool all_known)
{
	struct map by_id = {0}, replaced = {0}, labels = {0};
	struct strs ids = {0};
	struct revision *r;
	size_t i, j;

	check_ids(revisions, &by_id);
	for (i = 0; i < revisions->n; i++) {
		r = revisions->v[i];
		strs_add(&ids, r->id);
		check_replaced(&by_id, &replaced, r, &r->replaces);
		for (j = 0; j < r->labels.n; j++)
			map_put(&labels, r->labels.v[j], r);
	}
	for (i = 0; i < revisions->n; i++) {
		r = revisions->v[i];
		check_references(&by_id, &replaced, &labels, &ids, r, &r->parents, "parent",
		                 all_known);
		check_references(&by_id, &replaced, &labels, &ids, r, &r->depends_on, "dependency",
		                 all_known);
	}
	if (sort(revisions, &by_id) < 0)
		return -1;
	check_labels(revisions, &by_id);
	spread_unplaced(revisions, &by_id);
	return 0;
}

bool
revisions_target(const struct list *revisions, const char *name, struct list *found,
                 const char **why)
{
	struct state state;
	struct target target = {0};
	struct err err = {0};
	unsigned i;
	int rc = state_make(&state, lower_graph(revisions), NULL, 0, &err);

	if (rc == 0) {
		rc = target_find(&state, name, TARGET_FIXED, &target, &err);
		for (i = 0; rc == 0 && i < target.n; i++)
			list_add(found, revisions->v[target.list[i]]);
		target_free(&target);
		state_free(&state);
	}
	*why = str(text_str(&err.text));
	err_free(&err);
	return rc == 0;
}

bool
revisions_is_list(const char *name)
{
	return target_is_list(name);
}

unsigned char *
revisions_range(const struct list *revisions, const char *range, const char **why)
{
	struct state state;
	struct err err = {0};
	unsigned char *marks = NULL, *found = NULL;

	if (state_make(&state, lower_graph(revisions), NULL, 0, &err) == 0) {
		marks = target_range(&state, range, TARGET_FIXED, &err);
		state_free(&state);
	}
	if (marks)
		found = copy(marks, revisions->n + 1);
	free(marks);
	*why = str(text_str(&err.text));
	err_free(&err);
	return found;
}

struct revision *
revisions_find(const struct list *revisions, const char *name, const char **why)
{
	struct list found = {0};

	if (!revisions_target(revisions, name, &found, why))
		return NULL;
	if (found.n == 1)
		return found.v[0];
	*why = "there are no revisions yet";
	if (!revisions->n)
		return NULL;
	*why = strf("'%s' is %s, and one revision is meant here", name,
	            found.n ? strf("%zu revisions", found.n) : "before the first revision");
	return NULL;
}

bool
revisions_stands_on(const struct list *revisions, const struct revision *r,
                    const struct revision *on)
{
	unsigned char *marks = alloc(revisions->n + 1);

	marks[r->index] = 1;
	graph_mark_ancestors(lower_graph(revisions), marks, WALK_ALL);
	return r != on && marks[on->index];
}

struct list
revisions_heads(const struct list *revisions)
{
	struct list found = {0};
	const char *why;

	revisions_target(revisions, "heads", &found, &why);
	return found;
}
