/* What is said of revisions, by migrate and by migratec. */
#include "log.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "drawing.h"

/* colors of what is not in the drawing: an id, a label, and a head */
#define ID "33"
#define LABEL "1;32"
#define HEAD "1;36"

static void
add_colored(const struct log *l, struct text *t, const char *color, const char *s)
{
	if (l->form & LOG_COLOR)
		text_fmt(t, "\033[%sm%s\033[m", color, s);
	else
		text_add(t, s);
}

static const struct migration *
migration_of(const struct log *l, unsigned migration)
{
	return &l->graph->table->migrations[migration];
}

/* what a revision is in the graph: " (head)", " (branch point)", " (merge)" */
static void
add_kind(const struct log *l, unsigned migration, struct text *t)
{
	unsigned children, dependents;

	graph_children(l->graph, migration, &children);
	graph_dependents(l->graph, migration, &dependents);
	if (children == 0)
		text_add(t, " ");
	if (children == 0)
		add_colored(l, t, HEAD, dependents ? "(head, and others depend on it)" : "(head)");
	if (children > 1)
		text_add(t, " (branch point)");
	if (migration_of(l, migration)->n_parents > 1)
		text_add(t, " (merge)");
}

static void
add_dependencies(const struct log *l, const struct migration *m, struct text *t)
{
	if (m->n_depends_on == 0)
		return;
	text_add(t, " (depends on ");
	graph_add_names(l->graph->table, m->depends_on, m->n_depends_on, t);
	text_add(t, ")");
}

/* the parents of which a line leads nowhere: all where nothing is drawn. Are there any? */
static bool
add_parents(const struct log *l, const struct migration *m, struct text *t)
{
	unsigned i, n = 0;

	for (i = 0; i < m->n_parents; i++)
		if (!(l->form & LOG_GRAPH) || !l->marks[m->parents[i]])
			text_fmt(t, "%s%s", n++ ? ", " : "",
			         graph_name(l->graph->table, m->parents[i]));
	return n > 0;
}

void
log_line(const struct log *l, unsigned migration, struct text *t)
{
	const struct migration *m = migration_of(l, migration);
	bool drawn = l->form & LOG_GRAPH, parents = add_parents(l, m, t);
	unsigned i;

	if (!drawn) {
		text_add(t, parents ? "" : "<base>");
		add_dependencies(l, m, t);
	}
	text_add(t, parents || !drawn ? " -> " : "");
	add_colored(l, t, ID, m->id);
	if (drawn)
		add_dependencies(l, m, t);
	for (i = 0; i < m->n_labels; i++) {
		text_add(t, " (");
		add_colored(l, t, LABEL, m->labels[i]);
		text_add(t, ")");
	}
	add_kind(l, migration, t);
	text_fmt(t, ", %.*s", text_line(m->message), m->message);
	if (l->more)
		l->more(l->arg, migration, t);
}

void
log_whole(const struct log *l, unsigned migration, struct text *t)
{
	const struct migration *m = migration_of(l, migration);
	unsigned i;

	text_add(t, "revision  ");
	add_colored(l, t, ID, m->id);
	add_kind(l, migration, t);
	text_add(t, m->n_parents > 1 ? "\nparents   " : "\nparent    ");
	if (m->n_parents)
		graph_add_names(l->graph->table, m->parents, m->n_parents, t);
	else
		text_add(t, "<base>");
	if (m->n_depends_on) {
		text_add(t, "\ndepends   on ");
		graph_add_names(l->graph->table, m->depends_on, m->n_depends_on, t);
	}
	for (i = 0; i < m->n_labels; i++) {
		text_add(t, i ? ", " : m->n_labels > 1 ? "\nlabels    " : "\nlabel     ");
		add_colored(l, t, LABEL, m->labels[i]);
	}
	for (i = 0; i < m->n_replaces; i++)
		text_fmt(t, "%s%s", i ? ", " : "\nreplaces  ", m->replaces[i].id);
	text_fmt(t, "\nmessage   %s\ncreated   %s\nfile      %s\nchecksum  %s", m->message,
	         m->created, m->file, m->checksum);
	if (l->more)
		l->more(l->arg, migration, t);
}

/* an empty line is between what takes several */
static void
add_one(const struct log *l, unsigned migration, bool last, struct text *t)
{
	if (l->form & LOG_VERBOSE)
		log_whole(l, migration, t);
	else
		log_line(l, migration, t);
	text_add(t, l->form & LOG_VERBOSE && !last ? "\n\n" : "\n");
}

static int
add_drawn(const struct log *l, struct text *t, struct err *err)
{
	struct drawing d;
	struct text one = {0};
	unsigned i;

	if (drawing_make(&d, l->graph, l->marks, l->form & LOG_COLOR, err) < 0)
		return -1;
	for (i = 0; i < d.n; i++) {
		text_clear(&one);
		add_one(l, d.order[i], i + 1 == d.n, &one);
		drawing_add(&d, text_str(&one), t);
	}
	drawing_free(&d);
	t->failed |= one.failed;
	text_free(&one);
	return 0;
}

int
log_all(const struct log *l, struct text *t, struct err *err)
{
	unsigned i, left = 0;

	if (l->form & LOG_GRAPH && add_drawn(l, t, err) < 0)
		return -1;
	for (i = 0; i < l->graph->table->n_migrations; i++)
		left += l->marks[i];
	while (!(l->form & LOG_GRAPH) && i-- > 0)
		if (l->marks[i])
			add_one(l, i, --left == 0, t);
	return 0;
}

void
log_branches(const struct log *l, struct text *t)
{
	const unsigned *children;
	unsigned i, j, n;

	for (i = l->graph->table->n_migrations; i-- > 0;) {
		children = graph_children(l->graph, i, &n);
		if (n < 2)
			continue;
		add_one(l, i, true, t);
		for (j = 0; j < n; j++) {
			text_add(t, "  ");
			log_line(l, children[j], t);
			text_add(t, "\n");
		}
	}
}

/* ---- what a database says of them ---- */

void
log_replaced(const struct migration *m, struct text *t)
{
	text_fmt(t, "%u revisions, %s to %s", m->n_replaces, m->replaces[0].id,
	         m->replaces[m->n_replaces - 1].id);
}

void
log_row_half(const struct applied *row, struct text *t)
{
	if (row->down || row->done != row->total)
		text_fmt(t, " (half %s: %u of %u steps)", row->down ? "undone" : "applied",
		         row->done, row->total);
}

/* it has no row of its own yet */
static void
add_parts(const struct state *s, unsigned i, struct text *t)
{
	if (!s->squashed[i])
		return;
	text_add(t, " (in the history as ");
	log_replaced(&s->table->migrations[i], t);
	text_add(t, ")");
}

void
log_half(const struct state *s, unsigned i, struct text *t)
{
	log_row_half(s->rows[i], t);
	add_parts(s, i, t);
}

void
log_state(const void *arg, unsigned i, struct text *t)
{
	const struct state *s = arg;
	const struct applied *row = s->rows[i];

	if (!row) {
		text_add(t, " [not applied]");
		return;
	}
	log_half(s, i, t);
	text_fmt(t, " [%s by %s%s]", row->at, row->by,
	         state_differs(s, i) ? ", changed since" : "");
}

void
log_row_whole(const struct applied *row, struct text *t)
{
	text_fmt(t, "\napplied   %s by %s, in %s ms", row->at, row->by, row->ms);
	log_row_half(row, t);
	text_fmt(t, "\nbuild     %s", row->build);
}

void
log_state_whole(const void *arg, unsigned i, struct text *t)
{
	const struct state *s = arg;
	const struct applied *row = s->rows[i];

	if (!row) {
		text_add(t, "\napplied   no");
		return;
	}
	if (state_differs(s, i))
		text_fmt(t, "\nchanged   after it was applied, with checksum %s", row->checksum);
	log_row_whole(row, t);
}

void
log_why_unknown(const struct migration_table *table, const struct applied *row, const char *means,
                struct text *t)
{
	bool last;
	unsigned migration = graph_replacing(table, row->revision, strlen(row->revision), &last);

	if (migration == BASE)
		text_fmt(t, "unknown to this program%s", means);
	else
		text_fmt(t, "a part of %s, which is not all there",
		         table->migrations[migration].id);
}

void
log_unknown(const struct state *s, struct text *t)
{
	unsigned i;

	for (i = 0; i < s->n_unknown; i++) {
		const struct applied *row = s->unknown[i];

		text_fmt(t, "%s %.*s [%s by %s, ", row->revision, text_line(row->message),
		         row->message, row->at, row->by);
		log_why_unknown(s->table, row, "", t);
		text_add(t, "]\n");
	}
}

bool
log_wants_color(int descriptor)
{
	const char *no = getenv("NO_COLOR"), *terminal = getenv("TERM");

	return isatty(descriptor) && (!no || !*no) && terminal && strcmp(terminal, "dumb") != 0;
}
