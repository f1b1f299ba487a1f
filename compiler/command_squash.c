/* squash: one revision in the place of several, that does what they do.

   Its script holds their operations as they were read, one behind the other. Then the project is read once more with it, and what it sends
   both ways, and the schema that it leaves, are compared with theirs: where anything differs, all files are as they were. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "../runtime/graph.h"
#include "command.h"
#include "diff.h"
#include "draft.h"
#include "frozen.h"
#include "lower.h"
#include "parse.h"
#include "print.h"
#include "revisions.h"
#include "rewrite.h"
#include "shell.h"

/* a file as it was */
struct saved {
	const char *path;
	const char *text;
	size_t n;
};

struct squash {
	struct project p;
	const struct migration_table *graph; /* how its revisions hang together */
	const char *range;
	struct list old; /* struct revision, in the order in which they apply */
	unsigned char *marks;
	struct revision *top; /* of them */
	struct draft draft;

	struct strs up, down; /* of each its operations as lines of Lua */
	const char *irreversible;
	struct list up_steps, down_steps; /* struct step: theirs, in the order in which they run */

	struct list saved;
	struct strs said; /* what is printed in the end */
};

static bool
refuse(const char *why)
{
	error_at((struct loc){0}, E_COMMAND_LINE, "squash: %s", why);
	return false;
}

/* ---- which revisions ---- */

static struct revision *
first_of(const struct squash *q)
{
	return q->old.v[0];
}

/* nothing is built upon another of them than the last */
static bool
check_outside(const struct squash *q, const struct revision *r, const unsigned *stands_on,
              unsigned n)
{
	const struct revision *inner;
	unsigned i;

	for (i = 0; i < n; i++) {
		inner = q->p.revisions.v[stands_on[i]];
		if (q->marks[stands_on[i]] && inner != q->top)
			return refuse(strf(
				"'%s' (%s) is built upon '%s', which is in the midst of %s; end there, or give it another parent first: migratec rebase",
				r->id, r->file, inner->id, q->range));
	}
	return true;
}

/* as graph_tops has them */
static unsigned *
tops_of(const struct squash *q, const unsigned char *marks, unsigned *n)
{
	struct err err = {0};
	unsigned *tops;

	if (graph_tops(q->graph, marks, &tops, n, &err) < 0)
		fatal("no memory");
	return tops;
}

static void
mark_outside(const struct squash *q, const unsigned *list, unsigned n, unsigned char *outside)
{
	unsigned i;

	for (i = 0; i < n; i++)
		if (!q->marks[list[i]])
			outside[list[i]] = 1;
}

/* the ids of the marked ones that nothing else of them leads to; those in `less` are left out, and all of them are in it then */
static void
take_outside(const struct squash *q, unsigned char *outside, unsigned char *less, struct strs *into)
{
	unsigned *tops, n, i;

	for (i = 0; i < q->p.revisions.n; i++)
		outside[i] &= !less[i];
	tops = tops_of(q, outside, &n);
	for (i = n; i-- > 0;)
		strs_add(into, graph_name(q->graph, tops[i]));
	free(tops);
	graph_mark_ancestors(q->graph, outside, WALK_ALL);
	for (i = 0; i < q->p.revisions.n; i++)
		less[i] |= outside[i];
}

/* where it stands: what they have stood on, beside each other */
static void
take_place(struct squash *q)
{
	size_t n = q->p.revisions.n + 1, i, j;
	unsigned char *parents = alloc(n), *depends_on = alloc(n), *below = alloc(n);
	const struct migration *m;
	const struct revision *r;

	for (i = 0; i < q->old.n; i++) {
		r = q->old.v[i];
		m = &q->graph->migrations[r->index];
		mark_outside(q, m->parents, m->n_parents, parents);
		mark_outside(q, m->depends_on, m->n_depends_on, depends_on);
		for (j = 0; j < r->labels.n; j++)
			strs_add(&q->draft.labels, r->labels.v[j]);
	}
	take_outside(q, parents, below, &q->draft.parents);
	take_outside(q, depends_on, below, &q->draft.depends_on);
}

static bool
find_top(struct squash *q)
{
	unsigned *tops, n;
	bool good;

	tops = tops_of(q, q->marks, &n);
	q->top = q->p.revisions.v[tops[0]];
	good = n == 1 || refuse(strf("nothing in %s is built upon both '%s' and '%s'; end it at "
	                             "one of them, or join them first: migratec merge",
	                             q->range, graph_name(q->graph, tops[1]), q->top->id));
	free(tops);
	return good;
}

/* what cannot be one transaction, or one revision, whatever stands in it; false after an error */
static bool
check_modes(const struct squash *q)
{
	const struct revision *r, *first = first_of(q);
	size_t i;

	for (i = 1; i < q->old.n; i++) {
		r = q->old.v[i];
		if (strcmp(r->transaction, first->transaction) != 0)
			return refuse(strf(
				"'%s' (%s) has transaction = \"%s\", and '%s' (%s) \"%s\": they cannot be one revision",
				r->id, r->file, r->transaction, first->id, first->file,
				first->transaction));
	}
	return true;
}

/* false after an error */
static bool
choose(struct squash *q)
{
	const struct migration *m;
	const struct revision *r;
	const char *why;
	size_t i;

	q->graph = lower_graph(&q->p.revisions);
	q->marks = revisions_range(&q->p.revisions, q->range, &why);
	if (!q->marks)
		return refuse(why);
	for (i = 0; i < q->p.revisions.n; i++)
		if (q->marks[i])
			list_add(&q->old, q->p.revisions.v[i]);
	if (q->old.n < 2)
		return refuse(strf("%s is %s: there is nothing to make one of", q->range,
		                   q->old.n ? "one revision" : "no revision"));
	if (!find_top(q))
		return false;
	for (i = 0; i < q->p.revisions.n; i++) {
		r = q->p.revisions.v[i];
		m = &q->graph->migrations[i];
		if (!q->marks[i] && (!check_outside(q, r, m->parents, m->n_parents) ||
		                     !check_outside(q, r, m->depends_on, m->n_depends_on)))
			return false;
	}
	take_place(q);
	return check_modes(q);
}

/* ---- what they do ---- */

/* operations as they were read: replay chooses the names that they leave out. Paths are those of the new script */
static const char *
lines_of(const struct list *ops, const char *path)
{
	struct buf b = {0};
	struct op *op;
	size_t i;

	for (i = 0; i < ops->n; i++) {
		op = ops->v[i];
		op = copy(op, op->class->shape.size);
		op->at.file = path;
		print_op(op, NULL, 2, &b);
	}
	return buf_str(&b);
}

static const char *
no_way_back(const struct revision *r)
{
	const struct gap *g;

	if (r->irreversible && !r->has_downgrade)
		return r->irreversible;
	g = r->gaps.n && !r->has_downgrade ? r->gaps.v[0] : NULL;
	return g ? g->why : NULL;
}

/* what runs after a SET of one revision would run under it */
static bool
check_settings(const struct revision *r, const struct list *steps)
{
	const struct step *step;
	struct strs tokens;
	size_t i;

	for (i = 0; i < steps->n; i++) {
		step = steps->v[i];
		tokens = (struct strs){0};
		if (!scan(step->sql, &tokens) || !tokens.n ||
		    (strcasecmp(tokens.v[0], "set") != 0 && strcasecmp(tokens.v[0], "reset") != 0 &&
		     !strs_has(&tokens, "set_config")))
			continue;
		error_at(
			(struct loc){step->file, step->line}, E_COMMAND_LINE,
			"squash: what '%s' sets holds until its end, and would hold for the revisions behind it too",
			r->id);
		return false;
	}
	return true;
}

/* false after an error */
static bool
read_operations(struct squash *q)
{
	struct revision *r;
	const char *why;
	size_t i;

	/* names as they were read, schema and all; replay sets it again */
	sql_default_schema("");
	for (i = 0; i < q->old.n; i++) {
		r = q->old.v[i];
		strs_add(&q->up, lines_of(&r->up, q->draft.path));
		strs_add(&q->down, r->has_downgrade ? lines_of(&r->down, q->draft.path) : "");
	}
	if (!project_replay(&q->p))
		return false;
	for (i = 0; i < q->old.n; i++) {
		r = q->old.v[i];
		list_append(&q->up_steps, &r->up_steps);
		if (i + 1 < q->old.n && !check_settings(r, &r->up_steps))
			return false;
	}
	for (i = q->old.n; i-- > 0;) {
		r = q->old.v[i];
		why = no_way_back(r);
		if (why && !q->irreversible)
			q->irreversible = strf("%s: %s", r->id, why);
		list_append(&q->down_steps, &r->down_steps);
		if (i && !check_settings(r, &r->down_steps))
			return false;
	}
	if (q->irreversible)
		q->down_steps = (struct list){0};
	return true;
}

/* ---- the script ---- */

static void
put_replaces(struct buf *b, const char *id, const char *checksum, const struct list *replaces,
             int indent)
{
	const struct former *f;
	size_t i;

	buf_fmt(b, "%*s{ %s, %s", indent, "", print_string(id), print_string(checksum));
	if (!replaces->n) {
		buf_add(b, " },\n");
		return;
	}
	buf_add(b, ", replaces = {\n");
	for (i = 0; i < replaces->n; i++) {
		f = replaces->v[i];
		put_replaces(b, f->id, f->checksum, &f->replaces, indent + 2);
	}
	buf_fmt(b, "%*s} },\n", indent, "");
}

static void
put_head(const struct squash *q, struct buf *b)
{
	const struct draft *d = &q->draft;
	const struct revision *r;
	size_t i;

	buf_fmt(b, "revision {\n  id = %s,\n", print_string(d->id));
	buf_fmt(b, "  parent = %s,\n", print_strings(&d->parents));
	if (d->depends_on.n)
		buf_fmt(b, "  depends_on = %s,\n", print_strings(&d->depends_on));
	if (d->labels.n)
		buf_fmt(b, "  labels = %s,\n", print_strings(&d->labels));
	buf_fmt(b, "  message = %s,\n  created = %s,\n", print_string(d->message),
	        draft_created(d));
	if (strcmp(q->top->transaction, "one") != 0)
		buf_fmt(b, "  transaction = %s,\n", print_string(q->top->transaction));
	if (q->irreversible)
		buf_fmt(b, "  irreversible = %s,\n", print_string(q->irreversible));
	buf_add(b, "  replaces = {\n");
	for (i = 0; i < q->old.n; i++) {
		r = q->old.v[i];
		put_replaces(b, r->id, r->checksum, &r->replaces, 4);
	}
	buf_add(b, "  },\n}\n\n");
}

/* a revision's part of a function */
static void
put_part(struct buf *b, const struct revision *r, const char *lines)
{
	buf_fmt(b, "  -- %s %.*s\n%s", r->id, (int)strcspn(r->message, "\r\n"), r->message, lines);
}

/* a way down that is derived stands there as the SQL that it is */
static void
put_down(struct buf *b, const struct revision *r, const char *lines)
{
	struct buf derived = {0};

	if (!r->has_downgrade)
		print_steps(&r->down_steps, 2, &derived);
	put_part(b, r, r->has_downgrade ? lines : buf_str(&derived));
}

static const char *
script_of(const struct squash *q, bool with_downgrade)
{
	struct buf b = {0};
	size_t i;

	put_head(q, &b);
	buf_add(&b, "function upgrade()\n");
	for (i = 0; i < q->old.n; i++)
		put_part(&b, q->old.v[i], q->up.v[i]);
	buf_add(&b, "end\n");
	if (with_downgrade) {
		buf_add(&b, "\nfunction downgrade()\n");
		for (i = q->old.n; i-- > 0;)
			put_down(&b, q->old.v[i], q->down.v[i]);
		buf_add(&b, "end\n");
	}
	return buf_str(&b);
}

/* ---- the files ---- */

static bool
cannot_write(const char *path)
{
	command_cannot_write(path);
	return false;
}

/* from here on the file may change; false after an error */
static bool
save(struct squash *q, const char *path)
{
	struct saved s = {.path = path};

	s.text = file_read(path, &s.n);
	if (!s.text)
		return refuse(strf("cannot read %s: %s", path, file_wrong()));
	list_add(&q->saved, copy(&s, sizeof s));
	return true;
}

static bool
put_file(struct squash *q, const char *path, const char *text)
{
	if (!save(q, path))
		return false;
	return file_write(path, text, strlen(text)) == 0 || cannot_write(path);
}

/* all files are as they were */
static void
undo(struct squash *q)
{
	const struct saved *s;
	size_t i;

	/* the first that was kept of a file is how it was */
	for (i = q->saved.n; i-- > 0;) {
		s = q->saved.v[i];
		if (file_write(s->path, s->text, s->n) < 0)
			cannot_write(s->path);
	}
	draft_undo(&q->draft);
	note_at((struct loc){0}, "nothing was written");
}

/* what was built upon the last of them; false after an error */
static bool
rewrite(struct squash *q, const struct revision *r, const char *key, const struct strs *ids)
{
	struct strs now = {0};
	const char *text;
	size_t n, i;

	if (q->marks[r->index] || !strs_has(ids, q->top->id))
		return true;
	for (i = 0; i < ids->n; i++)
		strs_add(&now, same(ids->v[i], q->top->id) ? q->draft.id : ids->v[i]);
	text = file_read(r->file, &n);
	text = text ? rewrite_key(text, key, print_strings(&now)) : NULL;
	if (!text)
		return refuse(strf("%s says no %s in its revision { }; write `%s = %s` there first",
		                   r->file, key, key, print_strings(ids)));
	strs_add(&q->said, strf("rewritten: %s", r->file));
	return put_file(q, r->file, text);
}

/* the scripts of the old ones go, and what comes behind them is built upon the new one */
static bool
move_scripts(struct squash *q)
{
	const struct revision *r;
	size_t i;

	for (i = 0; i < q->old.n; i++) {
		r = q->old.v[i];
		if (!save(q, r->file))
			return false;
		if (unlink(r->file) < 0)
			return cannot_write(r->file);
		strs_add(&q->said, strf("removed: %s", r->file));
	}
	for (i = 0; i < q->p.revisions.n; i++) {
		r = q->p.revisions.v[i];
		if (!rewrite(q, r, "parent", &r->parents) ||
		    !rewrite(q, r, "depends_on", &r->depends_on))
			return false;
	}
	return true;
}

/* where one of them is frozen, it is instead of them */
static bool
move_frozen(struct squash *q, const struct revision *r)
{
	struct map *frozen = &q->p.frozen;
	bool any = false;
	size_t i;

	for (i = 0; i < q->old.n; i++)
		any |= map_put(frozen, ((struct revision *)q->old.v[i])->id, NULL) != NULL;
	if (!any)
		return true;
	map_put(frozen, r->id, frozen_of(r));
	strs_add(&q->said, strf("rewritten: %s", FROZEN));
	return put_file(q, FROZEN, frozen_text(frozen));
}

/* ---- is it the same? ---- */

static const char *
words_of(const struct step *s)
{
	size_t n = strcspn(s->sql, "\r\n");

	return strf("%.*s%s", (int)n, s->sql, s->sql[n] ? " …" : "");
}

static bool
same_step(const struct step *a, const struct step *b)
{
	return strcmp(a->sql, b->sql) == 0 && a->since == b->since && a->before == b->before &&
	       same(a->copy ? a->copy->data : NULL, b->copy ? b->copy->data : NULL) &&
	       (a->flags & STEP_NO_TRANSACTION) == (b->flags & STEP_NO_TRANSACTION);
}

/* how the statements of one way differ from those that there were, or NULL */
static const char *
other_steps(const char *way, const struct list *were, const struct list *are)
{
	const struct step *then, *now;
	size_t i;

	for (i = 0; i < were->n || i < are->n; i++) {
		then = i < were->n ? were->v[i] : NULL;
		now = i < are->n ? are->v[i] : NULL;
		if (then && now && same_step(then, now))
			continue;
		return strf(
			"as one revision its %s would send %s where now %s", way,
			now ? strf("'%s'", words_of(now)) : "nothing",
			then ? strf("'%s' is sent (%s:%d)", words_of(then), then->file, then->line)
			     : "nothing is");
	}
	return NULL;
}

static bool
same_schema(struct squash *q, struct project *after, const struct revision *r)
{
	struct schema *was = project_schema(&q->p, q->top), *is = project_schema(after, r);
	struct list refused = {0}, ops;

	if (!was || !is)
		return false;
	ops = schema_diff(was, is, (struct loc){0}, &refused);
	return !ops.n && !refused.n;
}

/* a label is used by one of them that another adds: the step that does, or NULL */
static const struct step *
label_used(const struct squash *q)
{
	const struct step *step;
	bool added = false;
	size_t i;

	for (i = 0; i < q->up_steps.n; i++) {
		step = q->up_steps.v[i];
		if (added && step->flags & STEP_AFTER_COMMIT)
			return step;
		added |= (step->flags & STEP_ADDS_LABEL) != 0;
	}
	return NULL;
}

/* what became of it when it was read: it is known, and all of it runs */
static const struct revision *
read_again(const struct squash *q, struct project *after)
{
	bool quiet = diag_quiet(true);
	const struct revision *r = NULL;
	const char *why;

	if (project_load(after) == 0) {
		project_checksums(after);
		r = revisions_find(&after->revisions, q->draft.id, &why);
		if (r && (r->unplaced || r->cut || !project_replay(after) || r->wrong))
			r = NULL;
	}
	diag_quiet(quiet);
	return r;
}

/* where it does not even compile: its errors */
static bool
say_errors(const struct squash *q)
{
	const struct step *step = label_used(q);
	struct project p = {0};

	if (step) {
		error_at(
			(struct loc){step->file, step->line}, E_NEW_LABEL,
			"squash: this uses an enum value that another revision of %s adds, which must be committed before; "
			"make one of those up to that, and another of those behind it",
			q->range);
		return false;
	}
	/* those in SQL were not quiet */
	if (!errors() && project_load(&p) == 0)
		project_replay(&p);
	return refuse(strf("the revisions of %s do not compile as one", q->range));
}

/* the whole history, aloud */
static bool
compiles(void)
{
	struct project p = {0};

	return project_load(&p) == 0 && project_replay(&p);
}

/* files that only the old scripts have read */
static void
say_unread(struct squash *q, const struct project *after)
{
	struct map read = {0};
	const struct revision *r;
	size_t i, j;

	for (i = 0; i < after->revisions.n; i++) {
		r = after->revisions.v[i];
		for (j = 0; j < r->reads.n; j++)
			map_put(&read, r->reads.v[j], q);
	}
	for (i = 0; i < q->old.n; i++) {
		r = q->old.v[i];
		for (j = 0; j < r->reads.n; j++)
			if (!map_put(&read, r->reads.v[j], q))
				strs_add(&q->said, strf("no longer read: %s", r->reads.v[j]));
	}
}

/* writes the script and looks at what it does; false after an error */
static bool
try(struct squash *q, bool with_downgrade)
{
	const char *text = script_of(q, with_downgrade), *up, *down;
	const struct revision *r;
	struct project after = {0};

	if (draft_write_text(&q->draft, text) != DONE ||
	    draft_run_hooks(&q->draft, q->p.config) != DONE)
		return false;
	r = read_again(q, &after);
	if (!r)
		return say_errors(q);
	up = other_steps("upgrade", &q->up_steps, &r->up_steps);
	down = other_steps("downgrade", &q->down_steps, &r->down_steps);
	if (!up && down && !with_downgrade && !q->irreversible)
		return try(q, true);
	if (up || down)
		return refuse(up ? up : down);
	if (!same_schema(q, &after, r))
		return refuse("as one revision it leaves another schema");
	say_unread(q, &after);
	return move_frozen(q, r) && compiles();
}

/* one of them says itself how it goes back */
static bool
has_downgrade(const struct squash *q)
{
	size_t i;

	for (i = 0; i < q->old.n; i++)
		if (((const struct revision *)q->old.v[i])->has_downgrade && !q->irreversible)
			return true;
	return false;
}

/* ---- the command ---- */

int
command_squash(const struct arguments *a)
{
	struct squash q = {.range = a->rest.v[0]};
	struct draft *d = &q.draft;
	size_t i;
	bool done;

	diag_notes(false);
	if (!draft_name("squash", a, d))
		return USAGE;
	if (project_load(&q.p) < 0 || draft_need_id(&q.p, d->id) < 0 || !choose(&q))
		return FAILED;
	project_checksums(&q.p);
	if (!d->message)
		d->message = strf("squash %s:%s", first_of(&q)->id, q.top->id);
	if (draft_begin(d, q.p.config) != DONE || !read_operations(&q))
		return FAILED;
	diag_notes(true);
	shell_hold(true);
	done = move_scripts(&q) && try(&q, has_downgrade(&q));
	if (!done)
		undo(&q);
	shell_hold(false);
	if (!done)
		return FAILED;
	printf("%s\n", d->path);
	for (i = 0; i < q.said.n; i++)
		printf("%s\n", q.said.v[i]);
	return DONE;
}
