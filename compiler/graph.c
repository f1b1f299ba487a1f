/* The history: revisions in the order in which they apply. A straight line, so far. */
#include <string.h>

#include "graph.h"

const char *
graph_id_wrong(const char *id)
{
	static const char *const names[] = {"head", "heads", "base", "current"};
	const char *c;
	size_t i;

	if (!*id)
		return "an id cannot be empty";
	if (strlen(id) > 120)
		return strf("the id has %zu bytes; at most 120 are allowed", strlen(id));
	for (c = id; *c; c++) {
		if (strchr("@-+:", *c))
			return strf("'%c' cannot stand in an id: '%s'", *c, id);
		if ((unsigned char)*c <= ' ' || *c == 0x7f)
			return strf(
				"white space and control characters cannot stand in an id: '%s'",
				id);
	}
	for (i = 0; i < LEN(names); i++)
		if (strcmp(id, names[i]) == 0)
			return strf("'%s' means something else where a revision is named", id);
	return NULL;
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
		wrong = graph_id_wrong(r->id);
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

static void
check_references(const struct map *by_id, const struct strs *ids, struct revision *r,
                 const struct strs *to, const char *what, bool all_known)
{
	size_t i;

	for (i = 0; i < to->n; i++) {
		if (strcmp(to->v[i], r->id) == 0)
			error_at(r->at, E_CYCLE, "revision: '%s' is its own %s", r->id, what);
		else if (map_get(by_id, to->v[i]))
			continue;
		else if (all_known)
			error_at(r->at, E_UNKNOWN_REVISION,
			         "revision: no revision '%s', which is said to be the %s of '%s'%s",
			         to->v[i], what, r->id, did_you_mean_another(to->v[i], ids, r));
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

/* a history is one line: no revision has two children, and one has no parent */
static void
check_line(const struct list *revisions)
{
	struct revision *r, *other, *root = NULL;
	struct map child = {0};
	size_t i;

	for (i = 0; i < revisions->n; i++) {
		r = revisions->v[i];
		if (r->unplaced)
			continue;
		if (r->parents.n > 1) {
			error_at(r->at, E_BRANCH,
			         "revision: '%s' has %zu parents, and merges are not supported yet",
			         r->id, r->parents.n);
			r->unplaced = true;
			continue;
		}
		other = r->parents.n ? map_get(&child, r->parents.v[0]) : root;
		if (other) {
			error_at(
				r->at, E_BRANCH,
				"revision: '%s' and '%s' (%s) both %s; branches are not supported yet, give one of them the other "
				"as its parent",
				r->id, other->id, other->file,
				r->parents.n ? strf("have the parent '%s'", r->parents.v[0])
					     : "have no parent");
			r->unplaced = true;
		} else if (r->parents.n) {
			map_put(&child, r->parents.v[0], r);
		} else {
			root = r;
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
graph_order(struct list *revisions, bool all_known)
{
	struct map by_id = {0};
	struct strs ids = {0};
	struct revision *r;
	size_t i;

	check_ids(revisions, &by_id);
	for (i = 0; i < revisions->n; i++)
		strs_add(&ids, ((struct revision *)revisions->v[i])->id);
	for (i = 0; i < revisions->n; i++) {
		r = revisions->v[i];
		check_references(&by_id, &ids, r, &r->parents, "parent", all_known);
		check_references(&by_id, &ids, r, &r->depends_on, "dependency", all_known);
	}
	if (sort(revisions, &by_id) < 0)
		return -1;
	check_line(revisions);
	spread_unplaced(revisions, &by_id);
	return 0;
}

struct revision *
graph_find(const struct list *revisions, const char *name, const char **why)
{
	struct revision *r, *found = NULL;
	struct buf several = {0};
	struct strs ids = {0};
	size_t n = 0, i;

	for (i = 0; i < revisions->n; i++) {
		r = revisions->v[i];
		strs_add(&ids, r->id);
		if (strcmp(r->id, name) == 0)
			return r;
		if (strncmp(r->id, name, strlen(name)) != 0)
			continue;
		found = r;
		n++;
		buf_fmt(&several, "\n  %s  %s", r->id, r->message);
	}
	if (strcmp(name, "head") == 0 && revisions->n)
		return revisions->v[revisions->n - 1];
	if (n == 1 && *name)
		return found;
	if (n > 1 && *name)
		*why = strf("'%s' is the beginning of %zu revisions:%s", name, n,
		            buf_str(&several));
	else
		*why = strf("no revision '%s'%s", name, did_you_mean(name, &ids));
	return NULL;
}
