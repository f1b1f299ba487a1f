/* The commands that read the history: history, heads, branches, show. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../runtime/history.h"
#include "../runtime/log.h"
#include "command.h"
#include "lower.h"
#include "revisions.h"

static struct graph
graph_of(const struct migration_table *table)
{
	static struct graph g; /* in reach until the end, as all memory of the compiler */
	struct err err = {0};

	if (graph_make(&g, table, &err) < 0)
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

/* with what the database says of each; applied may be NULL */
static struct log
log_of(const struct arguments *a, const struct graph *g, const unsigned char *marks,
       const struct state *applied)
{
	return (struct log){
		.graph = g,
		.marks = marks,
		.form = (a->verbose ? LOG_VERBOSE : 0) | (a->graph ? LOG_GRAPH : 0) |
	                (log_wants_color(STDOUT_FILENO) ? LOG_COLOR : 0),
		.more = !applied     ? NULL
	                : a->verbose ? log_state_whole
	                             : log_state,
		.arg = applied,
	};
}

static void
print_text(struct text *t)
{
	if (t->failed)
		fatal("out of memory");
	fwrite(text_str(t), 1, t->n, stdout);
	text_free(t);
}

static void
print_json_row(const struct applied *row)
{
	printf(", ");
	command_json_member("applied_at", row->at, false);
	command_json_member("applied_by", row->by, true);
}

static void
print_json_unknown(const struct applied *row)
{
	printf("{\"unknown\": true, ");
	command_json_member("id", row->revision, false);
	command_json_member("message", row->message, false);
	command_json_member("checksum", row->checksum, true);
	print_json_row(row);
	putchar('}');
}

static void
print_json_state(const struct state *s, unsigned i)
{
	printf(", \"unknown\": false, \"applied\": %s, \"changed\": %s",
	       state_has(s, i) ? "true" : "false", state_differs(s, i) ? "true" : "false");
	if (s->rows[i])
		print_json_row(s->rows[i]);
}

static void
print_json_revisions(const struct list *revisions, const struct graph *g,
                     const unsigned char *marks, const struct state *applied)
{
	const char *between = "";
	size_t i;

	putchar('[');
	for (i = 0; applied && i < applied->n_unknown; i++) {
		printf("%s", between);
		print_json_unknown(applied->unknown[i]);
		between = ",\n ";
	}
	for (i = revisions->n; i-- > 0;) {
		if (!marks[i])
			continue;
		printf("%s", between);
		print_json_revision(g, revisions->v[i]);
		if (applied)
			print_json_state(applied, (unsigned)i);
		putchar('}');
		between = ",\n ";
	}
	printf("]\n");
}

/* the marked ones, newest first */
static void
print_revisions(const struct arguments *a, const struct list *revisions, const struct graph *g,
                const unsigned char *marks, const struct state *applied)
{
	struct log l = log_of(a, g, marks, applied);
	struct text t = {0};
	struct err err = {0};

	if (a->json) {
		print_json_revisions(revisions, g, marks, applied);
		return;
	}
	if (applied)
		log_unknown(applied, &t);
	if (log_all(&l, &t, &err) < 0)
		fatal("out of memory");
	print_text(&t);
}

/* reads the project, and how its revisions hang together; false after errors */
static bool
open_history(struct project *p, struct graph *g)
{
	if (project_load(p) < 0)
		return false;
	project_checksums(p);
	*g = graph_of(lower_graph(&p->revisions));
	return true;
}

/* ---- history ---- */

/* what a database has of it: an exit code */
static int
read_applied(const struct arguments *a, const struct project *p, struct state *s)
{
	struct migration_table *table = lower_graph(&p->revisions);
	struct err err = {0};
	struct db *db = inspect_open(&a->inspect, &err);
	static struct history h; /* in reach until the end, as s is */
	int rc = -1;

	table->history_schema = p->config->history_schema;
	if (db) {
		rc = history_read(db, table, true, &h, &err);
		db_close(db);
	}
	if (rc == 0 && state_make(s, table, h.applied, h.n, &err) == 0)
		return DONE;
	error_at((struct loc){0}, E_DATABASE, "history: %s", text_str(&err.text));
	rc = err.code == ERR_CONNECTION ? NO_CONNECTION : FAILED;
	err_free(&err);
	return rc;
}

int
command_history(const struct arguments *a)
{
	static struct state applied;
	struct project p = {0};
	unsigned char *marks;
	int result = DONE;
	const char *why;
	struct graph g;

	if (a->inspect.url && !a->applied) {
		error_at((struct loc){0}, E_COMMAND_LINE,
		         "history: --url says nothing without --indicate-current");
		return USAGE;
	}
	if (a->json && a->graph) {
		error_at((struct loc){0}, E_COMMAND_LINE,
		         "history: --graph draws, and --json does not: it has the parents of each");
		return USAGE;
	}
	if (!open_history(&p, &g))
		return FAILED;
	marks = revisions_range(&p.revisions, a->range ? a->range : ":", &why);
	if (!marks) {
		error_at((struct loc){0}, E_COMMAND_LINE, "history: %s", why);
		return FAILED;
	}
	if (a->applied)
		result = read_applied(a, &p, &applied);
	if (result == DONE)
		print_revisions(a, &p.revisions, &g, marks, a->applied ? &applied : NULL);
	return result;
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
		marks[i] = a->resolve ? graph_is_real_head(&g, (unsigned)i)
		                      : graph_is_head(&g, (unsigned)i);
	print_revisions(a, &p.revisions, &g, marks, NULL);
	return DONE;
}

static void
print_json_branches(const struct list *revisions, const struct graph *g)
{
	const struct revision *r;
	const unsigned *children;
	struct strs ids;
	bool first = true;
	unsigned n, j;
	size_t i;

	putchar('[');
	for (i = revisions->n; i-- > 0;) {
		children = graph_children(g, (unsigned)i, &n);
		if (n < 2)
			continue;
		ids = (struct strs){0};
		for (j = 0; j < n; j++) {
			r = revisions->v[children[j]];
			strs_add(&ids, r->id);
		}
		printf("%s", first ? "" : ",\n ");
		print_json_revision(g, revisions->v[i]);
		printf(", ");
		print_json_strings("children", &ids, true);
		putchar('}');
		first = false;
	}
	printf("]\n");
}

int
command_branches(const struct arguments *a)
{
	struct project p = {0};
	struct text t = {0};
	struct graph g;
	struct log l;

	if (!open_history(&p, &g))
		return FAILED;
	if (a->json) {
		print_json_branches(&p.revisions, &g);
		return DONE;
	}
	l = log_of(a, &g, NULL, NULL);
	log_branches(&l, &t);
	print_text(&t);
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
print_obstacles(const struct graph *g, const struct migration *m, bool json)
{
	const struct obstacle *o;
	const char *id;
	unsigned i;

	for (i = 0; i < m->n_obstacles; i++) {
		o = &m->obstacles[i];
		id = graph_name(g->table, o->migration);
		if (!json) {
			printf("-- not while %s is applied: %s\n", id, o->why);
			continue;
		}
		printf(i ? ", {" : "{");
		command_json_member("revision", id, false);
		command_json_member("why", o->why, true);
		putchar('}');
	}
}

static void
print_json_show(const struct graph *g, const struct revision *r)
{
	const struct migration *m = &g->table->migrations[r->index];

	print_json_revision(g, r);
	printf(", ");
	command_json_member("irreversible", m->irreversible, true);
	print_json_steps("up", &r->up_steps);
	print_json_steps("down", &r->down_steps);
	printf(", \"obstacles\": [");
	print_obstacles(g, m, true);
	printf("]}");
}

static void
print_show(const struct log *l, const struct revision *r)
{
	const struct migration *m = &l->graph->table->migrations[r->index];
	struct text t = {0};

	log_whole(l, r->index, &t);
	text_add(&t, "\n");
	print_text(&t);
	print_steps("upgrade", &r->up_steps);
	if (m->irreversible)
		printf("\ndowngrade: there is none\n%s\n", m->irreversible);
	else
		print_steps(r->has_downgrade ? "downgrade" : "downgrade (derived)", &r->down_steps);
	print_obstacles(l->graph, m, false);
}

/* the newest first */
static void
show(const struct arguments *a, const struct graph *g, const struct list *found)
{
	struct log l = log_of(a, g, NULL, NULL);
	bool list = revisions_is_list(a->rest.v[0]);
	size_t i;

	printf("%s", a->json && list ? "[" : "");
	for (i = found->n; i-- > 0;) {
		if (a->json)
			print_json_show(g, found->v[i]);
		else
			print_show(&l, found->v[i]);
		if (i > 0)
			printf("%s\n", a->json ? "," : "");
	}
	printf("%s", a->json ? list ? "]\n" : "\n" : "");
}

int
command_show(const struct arguments *a)
{
	struct list found = {0};
	struct project p = {0};
	const char *why = NULL;
	struct graph g;

	diag_notes(false);
	if (project_load(&p) < 0)
		return FAILED;
	if (revisions_target(&p.revisions, a->rest.v[0], &found, &why) && !found.n)
		why = strf("'%s' is before the first revision: there is nothing to show",
		           a->rest.v[0]);
	if (!found.n) {
		error_at((struct loc){0}, E_COMMAND_LINE, "show: %s", why);
		return FAILED;
	}
	project_checksums(&p);
	if (!project_replay(&p))
		return FAILED;
	g = graph_of(lower(p.config, &p.revisions));
	show(a, &g, &found);
	return DONE;
}
