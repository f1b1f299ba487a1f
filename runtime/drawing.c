/*
 * The graph as columns of characters. A lane is a column that awaits one revision, for all that is built upon it. A revision ends its
 * lane, and its parents have lanes from there on; where it has several a row of its own leads to them. Lanes may then stand apart,
 * and several await the same: a thread leads each to its place, always to the left, a column a row; the first one that is not there
 * goes most of its way at once, along the ground. A row costs what it is wide.
 */
#include "drawing.h"

#include <stdlib.h>
#include <string.h>

struct lane {
	unsigned awaits;
	unsigned char color;
};

/* what a row hands to the next; it has arrived in the column of its lane, or beside it, where it joins the lane */
struct thread {
	unsigned column, lane;
	unsigned char color;
};

struct cell {
	char c; /* '\0' is blank */
	unsigned char color;
	unsigned lane; /* whose thread it is */
};

/* how a revision is left for its parents, those that are drawn */
struct fork {
	unsigned lane; /* the revision's */
	unsigned n;
	bool left;     /* the first one's lane is further left: the second one goes straight down */
	bool joins;    /* the last one's lane is the next to the right */
	unsigned arms; /* edges that begin beside the revision: the row below has room for three */
	unsigned shift; /* columns by which the lanes to the right give way */
};

/* ---- the order ---- */

/*
 * A walk down, the last edge first. A revision is ready where all that is built upon it is drawn. Only when nothing is ready the last one
 * that was reached and is not is asked for what it waits for, and so on up to a head.
 */
struct walk {
	unsigned *ready, n_ready;
	unsigned *asked, n_asked;
	unsigned *waits_for; /* how many that are built upon it are not drawn */
	unsigned char *state;
};

enum { WALK_ASKED = 1, WALK_DRAWN = 2 };

static void
count(const struct drawing *d, struct walk *w, const unsigned *list, unsigned n)
{
	unsigned i;

	for (i = 0; i < n; i++)
		if (d->marks[list[i]])
			w->waits_for[list[i]]++;
}

static void
reach(const struct drawing *d, struct walk *w, const unsigned *list, unsigned n)
{
	unsigned i;

	for (i = 0; i < n; i++) {
		if (!d->marks[list[i]])
			continue;
		if (--w->waits_for[list[i]] == 0)
			w->ready[w->n_ready++] = list[i];
		else
			w->asked[w->n_asked++] = list[i];
	}
}

static void
draw(struct drawing *d, struct walk *w, unsigned at)
{
	const struct migration *m = &d->graph->table->migrations[at];

	w->state[at] |= WALK_DRAWN;
	d->order[d->n++] = at;
	reach(d, w, m->depends_on, m->n_depends_on);
	reach(d, w, m->parents, m->n_parents);
}

static void
push_asked(const struct drawing *d, struct walk *w, const unsigned *list, unsigned n)
{
	unsigned i;

	for (i = 0; i < n; i++)
		if (d->marks[list[i]])
			w->asked[w->n_asked++] = list[i];
}

static void
ask(const struct drawing *d, struct walk *w, unsigned at)
{
	const unsigned *list;
	unsigned n;

	if (w->state[at])
		return;
	if (w->waits_for[at] == 0) {
		w->ready[w->n_ready++] = at;
		return;
	}
	w->state[at] |= WALK_ASKED;
	list = graph_dependents(d->graph, at, &n);
	push_asked(d, w, list, n);
	list = graph_children(d->graph, at, &n);
	push_asked(d, w, list, n);
}

/* the newest head first, and another branch where the lines are down to what it left: few lanes at a time */
static void
walk_down(struct drawing *d, struct walk *w)
{
	const struct migration *m;
	unsigned i;

	for (i = 0; i < d->graph->table->n_migrations; i++) {
		m = &d->graph->table->migrations[i];
		if (!d->marks[i])
			continue;
		count(d, w, m->parents, m->n_parents);
		count(d, w, m->depends_on, m->n_depends_on);
	}
	while (i-- > 0) {
		if (d->marks[i])
			ask(d, w, i);
		while (w->n_ready > 0 || w->n_asked > 0)
			if (w->n_ready > 0)
				draw(d, w, w->ready[--w->n_ready]);
			else
				ask(d, w, w->asked[--w->n_asked]);
	}
}

static int
put_in_order(struct drawing *d, struct err *err)
{
	const struct migration_table *table = d->graph->table;
	size_t n = (size_t)table->n_migrations + 1, edges = 0;
	struct walk w = {0};
	unsigned i;
	int rc = 0;

	for (i = 0; i < table->n_migrations; i++)
		edges += table->migrations[i].n_parents + table->migrations[i].n_depends_on;
	w.ready = calloc(n, sizeof(*w.ready));
	w.asked = calloc(2 * edges + 1, sizeof(*w.asked));
	w.waits_for = calloc(n, sizeof(*w.waits_for));
	w.state = calloc(n, sizeof(*w.state));
	if (w.ready && w.asked && w.waits_for && w.state)
		walk_down(d, &w);
	else
		rc = err_memory(err);
	free(w.ready);
	free(w.asked);
	free(w.waits_for);
	free(w.state);
	return rc;
}

/* ---- rows ---- */

static void
put(struct drawing *d, unsigned column, char c, unsigned char color, unsigned lane)
{
	d->row[column] = (struct cell){c, color, lane};
	if (column >= d->width)
		d->width = column + 1;
}

static void
add_cells(const struct drawing *d, struct text *t)
{
	unsigned char color = 0, wanted;
	unsigned i;

	for (i = 0; i < d->width; i++) {
		wanted = d->color && d->row[i].c ? d->row[i].color : 0;
		if (wanted != color && wanted)
			text_fmt(t, "\033[%um", wanted);
		else if (wanted != color)
			text_add(t, "\033[m");
		color = wanted;
		text_bytes(t, d->row[i].c ? &d->row[i].c : " ", 1);
	}
	if (color)
		text_add(t, "\033[m");
}

/* the next line of what stands beside the rows */
static void
add_beside(struct drawing *d, struct text *t)
{
	size_t n = d->body ? strcspn(d->body, "\n") : 0;

	if (n > 0) {
		text_fmt(t, "%*s", (int)(d->margin - d->width), "");
		text_bytes(t, d->body, n);
	}
	if (d->body)
		d->body += n + (d->body[n] == '\n');
}

static void
end_row(struct drawing *d, struct text *t)
{
	struct cell *row = d->row;

	add_cells(d, t);
	add_beside(d, t);
	text_add(t, "\n");
	memset(d->above, 0, d->width_above * sizeof(*d->above));
	d->row = d->above;
	d->above = row;
	d->width_above = d->width;
	d->width = 0;
}

/* ---- lanes ---- */

/* the lane among these that awaits a revision, or the number of them */
static unsigned
find_lane(const struct drawing *d, const struct lane *lanes, unsigned n, unsigned revision)
{
	unsigned lane = d->lane_of[revision];

	return lane < n && lanes[lane].awaits == revision ? lane : n;
}

static unsigned char
another_color(struct drawing *d)
{
	enum { FIRST = 31, COLORS = 6 };

	return (unsigned char)(FIRST + d->n_colors++ % COLORS);
}

/* the lane below that awaits a revision; it is made where there is none, 0 is a colour of its own */
static unsigned
next_lane(struct drawing *d, unsigned revision, unsigned char color)
{
	unsigned lane = find_lane(d, d->next, d->n_next, revision);

	if (lane == d->n_next) {
		d->next[d->n_next++] = (struct lane){revision, color ? color : another_color(d)};
		d->lane_of[revision] = lane;
	}
	return lane;
}

static void
add_thread(struct drawing *d, unsigned column, unsigned lane, unsigned char color)
{
	unsigned i = d->n_threads++;

	for (; i > 0 && d->threads[i - 1].column > column; i--)
		d->threads[i] = d->threads[i - 1];
	d->threads[i] = (struct thread){column, lane, color};
}

/* ---- one revision ---- */

static void
put_lane(struct drawing *d, unsigned lane, unsigned column, char c)
{
	put(d, column, c, d->lanes[lane].color, lane);
}

/* the first n lanes, each in its column */
static void
put_lanes(struct drawing *d, unsigned n)
{
	unsigned i;

	for (i = 0; i < n; i++)
		put_lane(d, i, 2 * i, '|');
}

/* its lane, which begins where nothing that is drawn is built upon it; but not right below one that ends */
static unsigned
take_lane(struct drawing *d, unsigned revision, struct text *t)
{
	unsigned lane = find_lane(d, d->lanes, d->n_lanes, revision);

	if (lane < d->n_lanes)
		return lane;
	if (d->above[2 * lane].c) {
		put_lanes(d, lane);
		end_row(d, t);
	}
	d->lanes[d->n_lanes++] = (struct lane){revision, another_color(d)};
	return lane;
}

static struct fork
make_fork(struct drawing *d, unsigned revision, struct text *t)
{
	const struct migration *m = &d->graph->table->migrations[revision];
	struct fork f = {.lane = take_lane(d, revision, t)};
	unsigned i;

	for (i = 0; i < m->n_parents; i++)
		if (d->marks[m->parents[i]])
			d->parents[f.n++] = m->parents[i];
	if (f.n < 2)
		return f;
	f.left = find_lane(d, d->lanes, f.lane, d->parents[0]) < f.lane;
	f.joins = f.n - f.left > 1 && f.lane + 1 < d->n_lanes &&
	          d->lanes[f.lane + 1].awaits == d->parents[f.n - 1];
	f.arms = f.n - f.left > 2 ? f.n - f.left - 2 : 0;
	f.shift = 2 * (f.n - f.left - f.joins - 1);
	return f;
}

/* the lanes below the fork, and the threads that lead to them: from what is left of it, the parents, what is right of it */
static void
leave_fork(struct drawing *d, const struct fork *f)
{
	unsigned i, lane, column;

	d->n_next = d->n_threads = 0;
	for (i = 0; i < f->lane; i++) {
		next_lane(d, d->lanes[i].awaits, d->lanes[i].color);
		add_thread(d, 2 * i, i, d->lanes[i].color);
	}
	for (i = 0; i < f->n; i++) {
		lane = next_lane(d, d->parents[i], i == 0 ? d->lanes[f->lane].color : 0);
		column = 2 * (f->lane + i - f->left);
		if (f->left && i == 0)
			column = 2 * lane + 3 < 2 * f->lane - 1 ? 2 * lane + 3 : 2 * f->lane - 1;
		if (!f->joins || i + 1 < f->n)
			add_thread(d, column, lane, d->next[lane].color);
	}
	for (i = f->lane + 1; i < d->n_lanes; i++) {
		lane = next_lane(d, d->lanes[i].awaits, d->lanes[i].color);
		add_thread(d, 2 * i + f->shift, lane, d->lanes[i].color);
	}
}

/* came a lane by a slant from the left? */
static bool
came_slanting(const struct drawing *d, unsigned lane)
{
	return d->above[2 * lane - 1].c == '\\' && !d->above[2 * lane].c;
}

/* the lanes to the right give way for the arms before the revision's own row, a column a row */
static void
add_room(struct drawing *d, const struct fork *f, struct text *t)
{
	unsigned row, i;

	if (f->lane + 1 == d->n_lanes)
		return;
	for (row = 0; row < 2 * f->arms; row++) {
		put_lanes(d, f->lane + 1);
		for (i = f->lane + 1; i < d->n_lanes; i++)
			put_lane(d, i, 2 * i + row, row > 0 || came_slanting(d, i) ? '\\' : '|');
		end_row(d, t);
	}
}

/* how a lane to the right passes the revision's own row: a slant that goes on is not bent */
static char
passing(const struct drawing *d, const struct fork *f, unsigned lane)
{
	if (f->shift > 2 * f->arms)
		return f->arms || came_slanting(d, lane) ? '\\' : '|';
	if (f->n < 2 && d->above[2 * lane + 1].c == '/' && d->above[2 * lane + 1].lane == lane &&
	    find_lane(d, d->next, lane, d->lanes[lane].awaits) < lane)
		return '/';
	return '|';
}

static void
add_revision(struct drawing *d, const struct fork *f, struct text *t)
{
	unsigned i, column = 2 * f->lane;

	put_lanes(d, f->lane);
	put_lane(d, f->lane, column, '*');
	for (i = 0; i < 2 * f->arms; i++)
		put(d, column + 1 + i, i + 1 < 2 * f->arms ? '-' : '.',
		    d->next[d->lane_of[d->parents[f->left + 2 + i / 2]]].color, f->lane);
	for (i = f->lane + 1; i < d->n_lanes; i++)
		put_lane(d, i, 2 * (i + f->arms), passing(d, f, i));
	end_row(d, t);
}

/* the first edge leads left, and along the ground where that is far */
static void
put_left_edge(struct drawing *d, const struct fork *f)
{
	unsigned lane = d->lane_of[d->parents[0]], column;
	unsigned char color = d->next[lane].color;

	for (column = 2 * lane + 3; column < 2 * f->lane - 1; column += 2)
		put(d, column, '_', color, lane);
	put(d, 2 * f->lane - 1, '/', color, f->lane);
}

static void
add_fork(struct drawing *d, const struct fork *f, struct text *t)
{
	unsigned i, lane, column = 2 * f->lane;

	put_lanes(d, f->lane);
	if (f->left)
		put_left_edge(d, f);
	for (i = f->left; i < f->n; i++) {
		lane = d->lane_of[d->parents[i]];
		if (i == f->left)
			put(d, column, '|', d->next[lane].color, lane);
		else
			put(d, column - 1, '\\', d->next[lane].color, lane);
		column += 2;
	}
	for (i = f->lane + 1; i < d->n_lanes; i++)
		if (f->shift > 2 * f->arms)
			put_lane(d, i, 2 * i + f->shift - 1, '\\');
		else
			put_lane(d, i, 2 * i + f->shift, '|');
	end_row(d, t);
}

/* ---- threads ---- */

static bool
have_arrived(const struct drawing *d)
{
	unsigned i;

	for (i = 0; i < d->n_threads; i++)
		if (d->threads[i].column > 2 * d->threads[i].lane + 1)
			return false;
	return true;
}

/* a step to the left, or two where another is in between */
static unsigned
step(const struct drawing *d, unsigned column)
{
	if (!d->row[column - 1].c)
		return column - 1;
	return column > 1 && !d->row[column - 2].c ? column - 2 : column;
}

/* false where it has joined its lane; the first that moves goes on along the ground, to where one slant is left */
static bool
move(struct drawing *d, struct thread *s, bool first)
{
	const struct cell *beside = &d->row[s->column - 1];
	unsigned goal = 2 * s->lane, column;

	if (beside->c && beside->lane == s->lane)
		return false;
	s->column = step(d, s->column);
	put(d, s->column, s->column == goal ? '|' : '/', s->color, s->lane);
	if (!first || s->column < goal + 5)
		return true;
	for (column = goal + 3; column < s->column; column += 2)
		put(d, column, '_', s->color, s->lane);
	s->column = goal + 3;
	return true;
}

static void
move_threads(struct drawing *d)
{
	unsigned n = d->n_threads, i;
	bool first = true;

	d->n_threads = 0;
	for (i = 0; i < n; i++) {
		struct thread s = d->threads[i];

		if (s.column == 2 * s.lane)
			put(d, s.column, '|', s.color, s.lane);
		else if (move(d, &s, first))
			first = false;
		else
			continue;
		add_thread(d, s.column, s.lane, s.color);
	}
}

/* ---- all of it ---- */

static void
keep_lanes(struct drawing *d)
{
	struct lane *lanes = d->lanes;

	d->lanes = d->next;
	d->n_lanes = d->n_next;
	d->next = lanes;
}

void
drawing_add(struct drawing *d, const char *body, struct text *t)
{
	struct fork f = make_fork(d, d->order[d->at++], t);

	leave_fork(d, &f);
	d->margin = 2 * d->n_lanes;
	if (d->n_threads && d->threads[d->n_threads - 1].column + 2 > d->margin)
		d->margin = d->threads[d->n_threads - 1].column + 2;
	add_room(d, &f, t);
	d->body = body;
	add_revision(d, &f, t);
	if (f.n > 1)
		add_fork(d, &f, t);
	while (!have_arrived(d)) {
		move_threads(d);
		end_row(d, t);
	}
	keep_lanes(d);
	while (*d->body) {
		put_lanes(d, d->n_lanes);
		end_row(d, t);
	}
	d->body = NULL;
}

int
drawing_make(struct drawing *d, const struct graph *g, const unsigned char *marks, bool color,
             struct err *err)
{
	size_t n = (size_t)g->table->n_migrations + 2;

	*d = (struct drawing){.graph = g, .marks = marks, .color = color};
	d->order = calloc(n, sizeof(*d->order));
	d->lanes = calloc(n, sizeof(*d->lanes));
	d->next = calloc(n, sizeof(*d->next));
	d->lane_of = calloc(n, sizeof(*d->lane_of));
	d->parents = calloc(n, sizeof(*d->parents));
	d->threads = calloc(2 * n, sizeof(*d->threads));
	d->row = calloc(4 * n, sizeof(*d->row));
	d->above = calloc(4 * n, sizeof(*d->above));
	if (!d->order || !d->lanes || !d->next || !d->lane_of || !d->parents || !d->threads ||
	    !d->row || !d->above)
		err_memory(err);
	else if (put_in_order(d, err) == 0)
		return 0;
	drawing_free(d);
	return -1;
}

void
drawing_free(struct drawing *d)
{
	free(d->order);
	free(d->lanes);
	free(d->next);
	free(d->lane_of);
	free(d->parents);
	free(d->threads);
	free(d->row);
	free(d->above);
	*d = (struct drawing){0};
}
