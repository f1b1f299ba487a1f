/* The commands that read the history: history, heads, branches, show. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../runtime/graph.h"
#include "command.h"
#include "lower.h"
#include "op.h"
#include "revisions.h"

static struct graph
graph_of(const struct list *revisions)
{
	static struct graph g; /* in reach until the end, as all memory of the compiler */
	struct err err = {0};

	if (graph_make(&g, lower_graph(revisions), &err) < 0)
		fatal("out of memory");
	return g;
}

/* ---- one revision ---- */

static void
print_json_strings(const char *key, const struct strs *all, bool last)
{
	size_t i;

	printf("\"%s\": [", key);
	for (i = 0; i < all->n; i++) {
		printf("%s", i ? ", " : "");
		command_json_string(all->v[i]);
	}
	printf("]%s", last ? "" : ", ");
}

static struct strs
replaced_by(const struct revision *r)
{
	struct strs ids = {0};
	size_t i;

	for (i = 0; i < r->replaces.n; i++)
		strs_add(&ids, ((const struct former *)r->replaces.v[i])->id);
	return ids;
}

static void
print_json_revision(const struct graph *g, const struct revision *r)
{
	const struct strs replaced = replaced_by(r);

	putchar('{');
	command_json_member("id", r->id, false);
	print_json_strings("parents", &r->parents, false);
	print_json_strings("depends_on", &r->depends_on, false);
	print_json_strings("labels", &r->labels, false);
	print_json_strings("replaces", &replaced, false);
	printf("\"head\": %s, ", graph_is_head(g, r->index) ? "true" : "false");
	command_json_member("message", r->message, false);
	command_json_member("created", r->created, false);
	command_json_member("file", r->file, false);
	command_json_member("checksum", r->checksum, true);
}

/* what a revision is in the graph: " (head)", " (branch point)", " (merge)" */
static void
print_kind(const struct graph *g, const struct revision *r)
{
	unsigned children, dependents;

	graph_children(g, r->index, &children);
	graph_dependents(g, r->index, &dependents);
	printf("%s%s%s",
	       children     ? ""
	       : dependents ? " (head, and others depend on it)"
	                    : " (head)",
	       children > 1 ? " (branch point)" : "", r->parents.n > 1 ? " (merge)" : "");
}

/* "a, b (depends on c) -> d (label) (head), Message" */
static void
print_line(const struct graph *g, const struct revision *r)
{
	size_t i;

	printf("%s", r->parents.n ? strs_join(&r->parents, ", ") : "<base>");
	if (r->depends_on.n)
		printf(" (depends on %s)", strs_join(&r->depends_on, ", "));
	printf(" -> %s", r->id);
	for (i = 0; i < r->labels.n; i++)
		printf(" (%s)", r->labels.v[i]);
	print_kind(g, r);
	printf(", %.*s\n", (int)strcspn(r->message, "\n"), r->message);
}

static void
print_whole(const struct graph *g, const struct revision *r)
{
	const struct strs replaced = replaced_by(r);

	printf("revision  %s", r->id);
	print_kind(g, r);
	printf("\nparent%s   %s\n", r->parents.n > 1 ? "s" : " ",
	       r->parents.n ? strs_join(&r->parents, ", ") : "<base>");
	if (r->depends_on.n)
		printf("depends   on %s\n", strs_join(&r->depends_on, ", "));
	if (r->labels.n)
		printf("label%s    %s\n", r->labels.n > 1 ? "s" : " ", strs_join(&r->labels, ", "));
	if (replaced.n)
		printf("replaces  %s\n", strs_join(&replaced, ", "));
	printf("message   %s\n", r->message);
	printf("created   %s\nfile      %s\n", r->created, r->file);
}

static void
print_revision(const struct arguments *a, const struct graph *g, const struct revision *r,
               bool first)
{
	if (a->json) {
		printf("%s", first ? "" : ",\n ");
		print_json_revision(g, r);
		putchar('}');
	} else if (a->verbose) {
		printf("%s", first ? "" : "\n");
		print_whole(g, r);
	} else {
		print_line(g, r);
	}
}

/* the marked ones, newest first */
static void
print_revisions(const struct arguments *a, const struct list *revisions, const struct graph *g,
                const unsigned char *marks)
{
	bool first = true;
	size_t i;

	if (a->json)
		putchar('[');
	for (i = revisions->n; i-- > 0;) {
		if (!marks[i])
			continue;
		print_revision(a, g, revisions->v[i], first);
		first = false;
	}
	if (a->json)
		printf("]\n");
}

/* reads the project, and how its revisions hang together; false after errors */
static bool
open_history(struct project *p, struct graph *g)
{
	if (project_load(p) < 0)
		return false;
	project_checksums(p);
	*g = graph_of(&p->revisions);
	return true;
}

/* ---- history ---- */

int
command_history(const struct arguments *a)
{
	struct project p = {0};
	unsigned char *marks;
	const char *why;
	struct graph g;

	if (!open_history(&p, &g))
		return FAILED;
	marks = revisions_range(&p.revisions, a->range ? a->range : ":", &why);
	if (!marks) {
		error_at((struct loc){0}, E_COMMAND_LINE, "history: %s", why);
		return FAILED;
	}
	print_revisions(a, &p.revisions, &g, marks);
	return DONE;
}

int
command_heads(const struct arguments *a)
{
	struct project p = {0};
	unsigned char *marks;
	struct graph g;
	size_t i;

	if (!open_history(&p, &g))
		return FAILED;
	marks = alloc(p.revisions.n + 1);
	for (i = 0; i < p.revisions.n; i++)
		marks[i] = graph_is_head(&g, (unsigned)i);
	print_revisions(a, &p.revisions, &g, marks);
	return DONE;
}

/* a branch point, and its children */
static void
print_branches(const struct arguments *a, const struct graph *g, const struct revision *r,
               const struct list *children, bool first)
{
	struct strs ids = {0};
	size_t i;

	if (!a->json) {
		print_revision(a, g, r, true);
		for (i = 0; i < children->n; i++) {
			printf("  -> ");
			print_line(g, children->v[i]);
		}
		return;
	}
	for (i = 0; i < children->n; i++)
		strs_add(&ids, ((const struct revision *)children->v[i])->id);
	printf("%s", first ? "" : ",\n ");
	print_json_revision(g, r);
	printf(", ");
	print_json_strings("children", &ids, true);
	putchar('}');
}

int
command_branches(const struct arguments *a)
{
	struct project p = {0};
	struct list children;
	const unsigned *at;
	bool first = true;
	struct graph g;
	unsigned n, j;
	size_t i;

	if (!open_history(&p, &g))
		return FAILED;
	if (a->json)
		putchar('[');
	for (i = p.revisions.n; i-- > 0;) {
		at = graph_children(&g, (unsigned)i, &n);
		if (n < 2)
			continue;
		children = (struct list){0};
		for (j = 0; j < n; j++)
			list_add(&children, p.revisions.v[at[j]]);
		print_branches(a, &g, p.revisions.v[i], &children, first);
		first = false;
	}
	if (a->json)
		printf("]\n");
	return DONE;
}

/* ---- show ---- */

static void
print_steps(const char *way, const struct list *steps)
{
	const struct step *s;
	size_t i;

	printf("\n%s\n", way);
	for (i = 0; i < steps->n; i++) {
		s = steps->v[i];
		printf("\n-- %s:%d%s%s", s->file, s->line,
		       s->flags & STEP_NO_TRANSACTION ? ", outside of a transaction" : "",
		       s->flags & STEP_LOSES_DATA ? ", loses data" : "");
		if (s->since)
			printf(", since PostgreSQL %d", s->since / 10000);
		if (s->before)
			printf(", before PostgreSQL %d", s->before / 10000);
		printf("\n%s;\n", s->sql);
		if (s->copy)
			printf("-- %u row%s, %zu bytes, of %s\n", s->copy->n_rows,
			       s->copy->n_rows == 1 ? "" : "s", strlen(s->copy->data),
			       s->copy->file);
	}
}

static void
print_json_steps(const char *key, const struct list *steps)
{
	const struct step *s;
	size_t i;

	printf(", \"%s\": [", key);
	for (i = 0; i < steps->n; i++) {
		s = steps->v[i];
		printf("%s{", i ? ", " : "");
		command_json_member("label", s->label, false);
		command_json_member("sql", s->sql, false);
		command_json_member("file", s->file, false);
		printf("\"line\": %d, ", s->line);
		if (s->since)
			printf("\"since\": %d, ", s->since);
		if (s->before)
			printf("\"before\": %d, ", s->before);
		if (s->copy) {
			printf("\"copy\": {");
			command_json_member("file", s->copy->file, false);
			printf("\"rows\": %u, \"bytes\": %zu}, ", s->copy->n_rows,
			       strlen(s->copy->data));
		}
		printf("\"transaction\": %s, \"loses_data\": %s}",
		       s->flags & STEP_NO_TRANSACTION ? "false" : "true",
		       s->flags & STEP_LOSES_DATA ? "true" : "false");
	}
	putchar(']');
}

static void
print_obstacles(const struct list *revisions, const struct migration *m, bool json)
{
	const struct obstacle *o;
	const struct revision *r;
	unsigned i;

	for (i = 0; i < m->n_obstacles; i++) {
		o = &m->obstacles[i];
		r = revisions->v[o->migration];
		if (!json) {
			printf("-- not while %s is applied: %s\n", r->id, o->why);
			continue;
		}
		printf(i ? ", {" : "{");
		command_json_member("revision", r->id, false);
		command_json_member("why", o->why, true);
		putchar('}');
	}
}

int
command_show(const struct arguments *a)
{
	const struct migration *m;
	const struct revision *r;
	struct project p = {0};
	const char *why = NULL;
	struct graph g;

	diag_notes(false);
	if (project_load(&p) < 0)
		return FAILED;
	r = revisions_find(&p.revisions, a->rest.v[0], &why);
	if (!r) {
		error_at((struct loc){0}, E_COMMAND_LINE, "show: %s", why);
		return FAILED;
	}
	project_checksums(&p);
	if (!project_replay(&p))
		return FAILED;
	m = &lower(p.config, &p.revisions)->migrations[r->index];
	g = graph_of(&p.revisions);
	if (a->json) {
		print_json_revision(&g, r);
		printf(", ");
		command_json_member("irreversible", m->irreversible, true);
		print_json_steps("up", &r->up_steps);
		print_json_steps("down", &r->down_steps);
		printf(", \"obstacles\": [");
		print_obstacles(&p.revisions, m, true);
		printf("]}\n");
		return DONE;
	}
	print_whole(&g, r);
	printf("checksum  %s\n", r->checksum);
	print_steps("upgrade", &r->up_steps);
	if (m->irreversible)
		printf("\ndowngrade: there is none\n%s\n", m->irreversible);
	else
		print_steps(r->has_downgrade ? "downgrade" : "downgrade (derived)", &r->down_steps);
	print_obstacles(&p.revisions, m, false);
	return DONE;
}
