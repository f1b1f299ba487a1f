/*
 * The drawing of a graph: what small ones look like, and random ones, of which each edge is followed through the characters, from a
 * revision's * to those of its parents.
 *
 *     build/tests/unit/drawing_test [SEED [GRAPHS]]
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

#include "../../runtime/drawing.h"

enum { MOST = 60, MOST_EDGES = 12 };

/* ---- a graph ---- */

static struct {
	unsigned parents[MOST][MOST_EDGES], needs[MOST][MOST_EDGES];
	char ids[MOST][16];
	struct migration migrations[MOST];
	struct migration_table table;
	unsigned char marks[MOST + 1];
} g;

static unsigned
add_revision(const char *id)
{
	unsigned i = g.table.n_migrations++;

	snprintf(g.ids[i], sizeof(g.ids[i]), "%s", id);
	g.migrations[i] = (struct migration){
		.id = g.ids[i], .parents = g.parents[i], .depends_on = g.needs[i]};
	g.table.migrations = g.migrations;
	g.marks[i] = 1;
	return i;
}

static void
clear(void)
{
	memset(&g, 0, sizeof(g));
}

static unsigned
find(const char *id, size_t n)
{
	unsigned i;

	for (i = 0; i < g.table.n_migrations; i++)
		if (strlen(g.ids[i]) == n && strncmp(g.ids[i], id, n) == 0)
			return i;
	fail_msg("no revision %.*s", (int)n, id);
	return 0;
}

/* "m: a b; b: r; a: r; r" in the order of a drawing: the last one first in the table */
static void
read_graph(const char *text)
{
	const char *end = text + strlen(text), *s, *at;
	size_t n;
	unsigned i;

	clear();
	while (end > text) {
		for (s = end; s > text && s[-1] != ';'; s--)
			;
		at = s + strspn(s, " ");
		n = strcspn(at, ":; ");
		i = add_revision("");
		memcpy(g.ids[i], at, n);
		for (at += n; at < end; at += n) {
			at += strspn(at, ": ");
			n = strcspn(at, "; ");
			if (at >= end || !n)
				break;
			if (*at == '+')
				g.needs[i][g.migrations[i].n_depends_on++] = find(at + 1, n - 1);
			else
				g.parents[i][g.migrations[i].n_parents++] = find(at, n);
		}
		end = s > text ? s - 1 : text;
	}
}

/* in the table's order from the end where that is given, else in its own */
static char *
draw(bool given, bool color, const char *(*body)(unsigned))
{
	struct text t = {0};
	struct graph graph;
	struct err err = {0};
	struct drawing d;
	unsigned i, n = 0;

	assert_int_equal(graph_make(&graph, &g.table, &err), 0);
	assert_int_equal(drawing_make(&d, &graph, g.marks, color, &err), 0);
	for (i = g.table.n_migrations; given && i-- > 0;)
		if (g.marks[i])
			d.order[n++] = i;
	for (i = 0; i < d.n; i++)
		drawing_add(&d, body(d.order[i]), &t);
	assert_false(t.failed);
	drawing_free(&d);
	graph_free(&graph);
	return t.s ? t.s : calloc(1, 1);
}

static const char *
id_of(unsigned i)
{
	return g.ids[i];
}

static const char *
nothing(unsigned i)
{
	(void)i;
	return "";
}

/* ---- what it looks like ---- */

static const struct {
	const char *name, *graph, *drawing;
} drawings[] = {
	{"one line", "c: b; b: a; a",
         "* c\n"
         "* b\n"
         "* a\n"},
	{"a merge", "m: a b; b: r; a: r; r",
         "*   m\n"
         "|\\\n"
         "| * b\n"
         "* | a\n"
         "|/\n"
         "* r\n"},
	{"heads", "h: r; i: r; j: r; r",
         "* h\n"
         "| * i\n"
         "|/\n"
         "| * j\n"
         "|/\n"
         "* r\n"},
	{"lines that share nothing", "c: b; b: a; a; y: x; x",
         "* c\n"
         "* b\n"
         "* a\n"
         "\n"
         "* y\n"
         "* x\n"},
	{"lines that share nothing, beside each other", "c: b; y: x; b; x",
         "* c\n"
         "| * y\n"
         "* | b\n"
         " /\n"
         "* x\n"},
	{"roots that are merged", "m: a b c; b; c; a",
         "*-.   m\n"
         "|\\ \\\n"
         "| * | b\n"
         "|  /\n"
         "| * c\n"
         "* a\n"},
	{"roots that leave a gap", "m: a b c; a; b; c",
         "*-.   m\n"
         "|\\ \\\n"
         "* | | a\n"
         " / /\n"
         "* / b\n"
         " /\n"
         "* c\n"},
	{"a root in the middle", "z: a b c; b; c: r; a: r; r",
         "*-.   z\n"
         "|\\ \\\n"
         "| * | b\n"
         "|  /\n"
         "| * c\n"
         "* | a\n"
         "|/\n"
         "* r\n"},
	{"an octopus", "o: a b c d; d: r; c: r; b: r; a: r; r",
         "*---.   o\n"
         "|\\ \\ \\\n"
         "| | | * d\n"
         "| | * | c\n"
         "| | |/\n"
         "| * / b\n"
         "| |/\n"
         "* / a\n"
         "|/\n"
         "* r\n"},
	{"lines beside an octopus give way",
         "z: o y x; o: a b c d; y: r; x: r; d: r; c: r; b: r; a: r; r",
         "*-.   z\n"
         "|\\ \\\n"
         "| \\ \\\n"
         "|  \\ \\\n"
         "|   \\ \\\n"
         "|    \\ \\\n"
         "*---. \\ \\   o\n"
         "|\\ \\ \\ \\ \\\n"
         "| | | | * | y\n"
         "| | | | | * x\n"
         "| | | | |/\n"
         "| | | * / d\n"
         "| | | |/\n"
         "| | * / c\n"
         "| | |/\n"
         "| * / b\n"
         "| |/\n"
         "* / a\n"
         "|/\n"
         "* r\n"},
	{"also where they did not before", "z: o y; y: r; o: a b c; c: r; b: r; a: r; r",
         "*   z\n"
         "|\\\n"
         "| * y\n"
         "| |\n"
         "|  \\\n"
         "*-. \\   o\n"
         "|\\ \\ \\\n"
         "| | * | c\n"
         "| | |/\n"
         "| * / b\n"
         "| |/\n"
         "* / a\n"
         "|/\n"
         "* r\n"},
	{"an octopus beside the line of its first parent",
         "z: r o y; o: r b c; y: r; c: r; b: r; r",
         "*-.   z\n"
         "|\\ \\\n"
         "| * \\   o\n"
         "|/|\\ \\\n"
         "| | | * y\n"
         "| |_|/\n"
         "|/| |\n"
         "| | * c\n"
         "| |/\n"
         "|/|\n"
         "| * b\n"
         "|/\n"
         "* r\n"},
	{"an octopus whose last parent is the next line",
         "z: o c x; o: a b c; c: r; x: r; b: r; a: r; r",
         "*-.   z\n"
         "|\\ \\\n"
         "| \\ \\\n"
         "|  \\ \\\n"
         "*-. | | o\n"
         "|\\ \\| |\n"
         "| | * | c\n"
         "| | | * x\n"
         "| | |/\n"
         "| * / b\n"
         "| |/\n"
         "* / a\n"
         "|/\n"
         "* r\n"},
	{"an octopus whose first and last parents are the next lines",
         "z: a o c x; o: a b c; c: r; b: r; x: r; a: r; r",
         "*---.   z\n"
         "|\\ \\ \\\n"
         "| * | | o\n"
         "|/|\\| |\n"
         "| | * | c\n"
         "| * | | b\n"
         "| |/ /\n"
         "| | * x\n"
         "| |/\n"
         "* / a\n"
         "|/\n"
         "* r\n"},
	{"an octopus that lines to the left are parents of",
         "z: a b o; o: c a b; c: r; b: r; a: r; r",
         "*-.   z\n"
         "|\\ \\\n"
         "| | *-.   o\n"
         "| | |\\ \\\n"
         "| |_|/ /\n"
         "|/| | /\n"
         "| | |/\n"
         "| |/|\n"
         "| | * c\n"
         "| * | b\n"
         "| |/\n"
         "* / a\n"
         "|/\n"
         "* r\n"},
	{"merges that cross", "x: m n; n: b a; m: a b; b: r; a: r; r",
         "*   x\n"
         "|\\\n"
         "| *   n\n"
         "| |\\\n"
         "* | | m\n"
         "|\\| |\n"
         "| |/\n"
         "|/|\n"
         "| * b\n"
         "* | a\n"
         "|/\n"
         "* r\n"},
	{"twin merges", "m: a b; n: a b; b: r; a: r; r",
         "*   m\n"
         "|\\\n"
         "| | * n\n"
         "| |/|\n"
         "|/|/\n"
         "| * b\n"
         "* | a\n"
         "|/\n"
         "* r\n"},
	{"twin octopuses", "m: a b c; n: a b c; c: r; b: r; a: r; r",
         "*-.   m\n"
         "|\\ \\\n"
         "| | | *   n\n"
         "| |_|/|\\\n"
         "|/| |/ /\n"
         "| |/| /\n"
         "| | |/\n"
         "| | * c\n"
         "| * | b\n"
         "| |/\n"
         "* / a\n"
         "|/\n"
         "* r\n"},
	{"a line that is merged into a branch twice", "z: a c; c: b e; b: a d; a: e; e: d; d",
         "*   z\n"
         "|\\\n"
         "| *   c\n"
         "| |\\\n"
         "| * | b\n"
         "|/| |\n"
         "* | | a\n"
         "| |/\n"
         "|/|\n"
         "* | e\n"
         "|/\n"
         "* d\n"},
	{"a second parent to the left", "z: a m x; m: b a; b: r; x: r; a: r; r",
         "*-.   z\n"
         "|\\ \\\n"
         "| * \\   m\n"
         "| |\\ \\\n"
         "| |/ /\n"
         "|/| |\n"
         "| * | b\n"
         "| | * x\n"
         "| |/\n"
         "* / a\n"
         "|/\n"
         "* r\n"},
	{"parents to the left and to the right", "z: a b c; b: a c; c: r; a: r; r",
         "*-.   z\n"
         "|\\ \\\n"
         "| * | b\n"
         "|/| |\n"
         "| |/\n"
         "| * c\n"
         "* | a\n"
         "|/\n"
         "* r\n"},
	{"an edge along the ground", "z: a b c m; m: a d; d: r; c: r; b: r; a: r; r",
         "*---.   z\n"
         "|\\ \\ \\\n"
         "| | | * m\n"
         "| |_|/|\n"
         "|/| | |\n"
         "| | | * d\n"
         "| | * | c\n"
         "| | |/\n"
         "| * / b\n"
         "| |/\n"
         "* / a\n"
         "|/\n"
         "* r\n"},
	{"an edge, and one along the ground", "z: a b c m; m: d a b; d: r; c: r; b: r; a: r; r",
         "*---.   z\n"
         "|\\ \\ \\\n"
         "| | | *-.   m\n"
         "| | | |\\ \\\n"
         "| |_|_|/ /\n"
         "|/| | | /\n"
         "| | |_|/\n"
         "| |/| |\n"
         "| | | * d\n"
         "| | * | c\n"
         "| | |/\n"
         "| * / b\n"
         "| |/\n"
         "* / a\n"
         "|/\n"
         "* r\n"},
	{"a line that goes left below others", "z: a b c d; d: a; c: r; b: r; a: r; r",
         "*---.   z\n"
         "|\\ \\ \\\n"
         "| | | * d\n"
         "| |_|/\n"
         "|/| |\n"
         "| | * c\n"
         "| * | b\n"
         "| |/\n"
         "* / a\n"
         "|/\n"
         "* r\n"},
	{"a line that goes left one by one",
         "z: a b c m d e f; m: a f; f: r; e: r; d: r; c: r; b: r; a: r; r",
         "*---------.   z\n"
         "|\\ \\ \\ \\ \\ \\\n"
         "| | | * | | | m\n"
         "| |_|/| | | |\n"
         "|/| | | | |/\n"
         "| | | | |/|\n"
         "| | | |/| |\n"
         "| | | * | | f\n"
         "| | | | | * e\n"
         "| | | | |/\n"
         "| | | |/|\n"
         "| | | | * d\n"
         "| | | |/\n"
         "| | * / c\n"
         "| | |/\n"
         "| * / b\n"
         "| |/\n"
         "* / a\n"
         "|/\n"
         "* r\n"},
	{"branches in branches", "a: b c; b: d e; d: f g; f: r; g: r; e: r; c: r; r",
         "*   a\n"
         "|\\\n"
         "* \\   b\n"
         "|\\ \\\n"
         "* \\ \\   d\n"
         "|\\ \\ \\\n"
         "* | | | f\n"
         "| * | | g\n"
         "|/ / /\n"
         "| * / e\n"
         "|/ /\n"
         "| * c\n"
         "|/\n"
         "* r\n"},
	{"an edge that arrives beside a line does not bend it",
         "z: a b x m; m: x y; b: a; x: r; y: r; a: r; r",
         "*---.   z\n"
         "|\\ \\ \\\n"
         "| | | * m\n"
         "| | |/|\n"
         "| * | | b\n"
         "|/ / /\n"
         "| * | x\n"
         "| | * y\n"
         "| |/\n"
         "* / a\n"
         "|/\n"
         "* r\n"},
	{"a slant goes on", "a: b c; b: d e; e: x; d: f g; g: x; f: x; c: x; x",
         "*   a\n"
         "|\\\n"
         "* \\   b\n"
         "|\\ \\\n"
         "| * | e\n"
         "* | |   d\n"
         "|\\ \\ \\\n"
         "| * | | g\n"
         "| |/ /\n"
         "* / / f\n"
         "|/ /\n"
         "| * c\n"
         "|/\n"
         "* x\n"},
};

static void
small_graphs_look_so(void **unused)
{
	unsigned i;
	char *drawn;

	(void)unused;
	for (i = 0; i < sizeof(drawings) / sizeof(*drawings); i++) {
		read_graph(drawings[i].graph);
		drawn = draw(true, false, id_of);
		if (strcmp(drawn, drawings[i].drawing) != 0)
			fprintf(stderr, "# %s\n%s", drawings[i].name, drawn);
		assert_string_equal(drawn, drawings[i].drawing);
		free(drawn);
	}
}

static const struct {
	const char *name, *graph, *order;
} orders[] = {
	{"a branch below what it left", "d: c; x: b; c: b; b: a; a", "d c x b a"},
	{"the newest of two", "y: b; x: b; d: c; c: b; b: a; a", "y x d c b a"},
	{"the last parent first", "m: a b c; a: r; b: r; c: r; r", "m c b a r"},
	{"a line is not left for another head", "x: a; m: c b; c: a; b: a; a", "x m b c a"},
	{"a dependency below what needs it", "y: o; x: a +o; o: p; a; p", "y x a o p"},
	{"and what needs it before", "o: p; x: a +p; a; p", "o x a p"},
};

static void
the_order_keeps_lines_together(void **unused)
{
	unsigned i;
	char *drawn, *s;

	(void)unused;
	for (i = 0; i < sizeof(orders) / sizeof(*orders); i++) {
		char order[64] = "";

		read_graph(orders[i].graph);
		drawn = draw(false, false, id_of);
		for (s = drawn; *s; s++)
			if (*s >= 'a' && *s <= 'z')
				snprintf(order + strlen(order), sizeof(order) - strlen(order),
				         "%s%c", *order ? " " : "", *s);
		if (strcmp(order, orders[i].order) != 0)
			fprintf(stderr, "# %s\n%s", orders[i].name, drawn);
		assert_string_equal(order, orders[i].order);
		free(drawn);
	}
}

static const char *
several_lines(unsigned i)
{
	return strcmp(g.ids[i], "m") == 0   ? "m\n\nmessage\nfile\n\n"
	       : strcmp(g.ids[i], "b") == 0 ? "b\nmessage"
	                                    : g.ids[i];
}

static void
lines_stand_beside(void **unused)
{
	char *drawn;

	(void)unused;
	read_graph("m: a b; b: r; a: r; r");
	drawn = draw(false, false, several_lines);
	assert_string_equal(drawn, "*   m\n"
	                           "|\\\n"
	                           "| | message\n"
	                           "| | file\n"
	                           "| |\n"
	                           "| * b\n"
	                           "| | message\n"
	                           "* | a\n"
	                           "|/\n"
	                           "* r\n");
	free(drawn);
}

static void
a_part_is_drawn_without_the_rest(void **unused)
{
	char *drawn;

	(void)unused;
	read_graph("m: a b; b: r; a: q; q: r; r");
	g.marks[find("r", 1)] = g.marks[find("q", 1)] = 0;
	drawn = draw(false, false, id_of);
	assert_string_equal(drawn, "*   m\n"
	                           "|\\\n"
	                           "| * b\n"
	                           "* a\n");
	free(drawn);
	memset(g.marks, 0, sizeof(g.marks));
	drawn = draw(false, false, id_of);
	assert_string_equal(drawn, "");
	free(drawn);
}

static void
each_line_has_a_color(void **unused)
{
	char *drawn;

	(void)unused;
	read_graph("m: a b; b: r; a: r; r");
	drawn = draw(false, true, id_of);
	assert_string_equal(drawn, "\033[31m*\033[m   m\n"
	                           "\033[31m|\033[32m\\\033[m\n"
	                           "\033[31m|\033[m \033[32m*\033[m b\n"
	                           "\033[31m*\033[m \033[32m|\033[m a\n"
	                           "\033[31m|\033[32m/\033[m\n"
	                           "\033[31m*\033[m r\n");
	free(drawn);
}

/* ---- lines that are followed ---- */

enum { WIDE = 512, HIGH = 4096 };

static struct {
	char cells[HIGH][WIDE];
	bool has_star[HIGH];
	unsigned n;
} p;

static char
at(unsigned row, int column)
{
	return column < 0 || column >= WIDE || row >= p.n || !p.cells[row][column]
	               ? ' '
	               : p.cells[row][column];
}

static void
read_picture(const char *drawn)
{
	size_t n;

	memset(&p, 0, sizeof(p));
	for (; *drawn; drawn += n + 1, p.n++) {
		n = strcspn(drawn, "\n");
		assert_true(n < WIDE && p.n < HIGH);
		memcpy(p.cells[p.n], drawn, n);
		p.has_star[p.n] = memchr(drawn, '*', n) != NULL;
	}
}

struct spot {
	unsigned row;
	int column;
};

static bool
is(unsigned row, int column, const char *those)
{
	return strchr(those, at(row, column)) != NULL;
}

/* where a slant to the left that ends at this corner of a row goes on: at another, across a line, or in a line */
static struct spot
from_corner(unsigned row, int column)
{
	if (is(row, column, "/"))
		return (struct spot){row, column};
	if (is(row, column, "|") && is(row, column - 1, "/"))
		return (struct spot){row, column - 1};
	return (struct spot){row, column};
}

/* the ground begins two columns to the left of the slant, or beside it */
static int
along_ground(unsigned row, int column)
{
	int next = column % 2 ? column - 2 : column - 1;

	for (; is(row, next, "_"); next -= 2)
		column = next;
	return column;
}

/* the cell that a line is in one row further down */
static struct spot
go_on(struct spot s)
{
	unsigned row = s.row + 1;
	int column = s.column;

	switch (at(s.row, column)) {
	case '/':
		return from_corner(row, along_ground(s.row, column) - 1);
	case '\\':
		if (is(row, column + 1, "|*\\"))
			return (struct spot){row, column + 1};
		return from_corner(row, column);
	default:
		if (is(row, column, "|*") || (p.has_star[row] && is(row, column, "/\\")))
			return (struct spot){row, column};
		if (is(row, column + 1, "\\"))
			return (struct spot){row, column + 1};
		return from_corner(row, column - 1);
	}
}

/* the revision that a line leads to, by its number from above */
static unsigned
follow(struct spot s, const struct spot *stars, unsigned n)
{
	unsigned i;

	while (at(s.row, s.column) != '*') {
		if (is(s.row, s.column, " ") || s.row >= p.n)
			return n;
		s = go_on(s);
	}
	for (i = 0; i < n; i++)
		if (stars[i].row == s.row && stars[i].column == s.column)
			return i;
	return n;
}

static uint64_t first_seed;

static void
complain(const char *drawn, unsigned which, const char *what)
{
	fprintf(stderr, "# seed %llu: %s of the revision %u from above\n%s",
	        (unsigned long long)first_seed, what, which, drawn);
	fail();
}

/* the edges that leave a revision: straight down, to the left, to the right, and behind its arms */
static unsigned
leave(struct spot s, struct spot *edges)
{
	unsigned row = s.row + 1, n = 0;
	int c = s.column;

	if (is(row, c, "|*") || (p.has_star[row] && is(row, c, "/\\")))
		edges[n++] = (struct spot){row, c};
	if (is(row, c - 1, "/"))
		edges[n++] = (struct spot){row, c - 1};
	if (is(row, c + 1, "\\"))
		edges[n++] = (struct spot){row, c + 1};
	for (; is(s.row, c + 1, "-."); c += 2)
		edges[n++] = (struct spot){row, c + 3};
	return n;
}

/* what is drawn, from above: order[i] is stars[i] */
static void
follow_edges(const char *drawn, const unsigned *order, unsigned n)
{
	struct spot stars[MOST], edges[WIDE];
	unsigned found = 0, row, i, j, k, to, n_edges;
	int column;

	for (row = 0; row < p.n; row++)
		for (column = 0; column < WIDE; column++)
			if (is(row, column, "*") && found < MOST)
				stars[found++] = (struct spot){row, column};
	if (found != n)
		complain(drawn, found, "there is another number");
	for (i = 0; i < n; i++) {
		const struct migration *m = &g.migrations[order[i]];
		unsigned wanted = 0;
		unsigned char reached[MOST] = {0};

		n_edges = leave(stars[i], edges);
		for (j = 0; j < n_edges; j++) {
			to = follow(edges[j], stars, n);
			if (to == n)
				complain(drawn, i, "an edge leads nowhere");
			if (reached[to]++)
				complain(drawn, i, "two edges lead to one parent");
		}
		for (j = 0; j < m->n_parents; j++) {
			if (!g.marks[m->parents[j]])
				continue;
			wanted++;
			for (k = 0; k < n && order[k] != m->parents[j]; k++)
				;
			if (!reached[k])
				complain(drawn, i, "no edge leads to a parent");
		}
		if (wanted != n_edges)
			complain(drawn, i, "there is an edge too many");
	}
}

static uint64_t seed;

static unsigned
below(unsigned n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned)((seed >> 20) % n);
}

static void
add_edges(unsigned i, unsigned *list, unsigned *n, unsigned wanted, unsigned reach)
{
	unsigned to, j;

	for (; wanted > 0; wanted--) {
		to = i - 1 - below(i < reach ? i : reach);
		for (j = 0; j < *n && list[j] != to; j++)
			;
		if (j == *n)
			list[(*n)++] = to;
	}
}

/* lines, merges, octopuses, roots, and edges that are short or of any length; parts of it are drawn at times */
static void
make_graph(void)
{
	unsigned n = 2 + below(MOST - 2), i;
	unsigned merges = below(80), octopuses = below(2) * below(30), roots = below(2) * below(30);
	unsigned reach = below(3) ? 2 + below(8) : MOST, left_out = below(4) ? 0 : below(50);

	clear();
	for (i = 0; i < n; i++) {
		char id[16];
		unsigned wanted = 1;

		snprintf(id, sizeof(id), "r%u", i);
		add_revision(id);
		g.marks[i] = below(100) >= left_out;
		if (i == 0 || below(100) < roots)
			continue;
		if (below(100) < merges)
			wanted = 2;
		if (below(100) < octopuses)
			wanted = 3 + below(5);
		add_edges(i, g.parents[i], &g.migrations[i].n_parents, wanted, reach);
		if (below(100) < 10)
			add_edges(i, g.needs[i], &g.migrations[i].n_depends_on, 1 + below(2),
			          reach);
	}
}

/* each of the marked ones once, and below all that is built upon it */
static unsigned
check_order(const char *drawn, unsigned *order)
{
	unsigned n = 0, i, j, row[MOST];
	const char *s = drawn, *id;

	for (i = 0; i < MOST; i++)
		row[i] = MOST;
	for (; (id = strchr(s, 'r')) != NULL; s = id + 1) {
		order[n] = (unsigned)strtoul(id + 1, NULL, 10);
		if (row[order[n]] != MOST)
			complain(drawn, n, "there are two");
		row[order[n]] = n;
		n++;
	}
	for (i = 0; i < g.table.n_migrations; i++) {
		const struct migration *m = &g.migrations[i];

		if ((row[i] < MOST) != g.marks[i])
			complain(drawn, i, "not what is wanted is drawn: the number");
		for (j = 0; g.marks[i] && j < m->n_parents + m->n_depends_on; j++) {
			unsigned to =
				j < m->n_parents ? m->parents[j] : m->depends_on[j - m->n_parents];

			if (g.marks[to] && row[to] < row[i])
				complain(drawn, row[i],
				         "something is above what is built upon it:");
		}
	}
	return n;
}

static void
try_graph(bool given)
{
	unsigned order[MOST + 1], n;
	char *drawn = draw(given, false, id_of), *bare;

	n = check_order(drawn, order);
	free(drawn);
	bare = draw(given, false, nothing);
	read_picture(bare);
	follow_edges(bare, order, n);
	free(bare);
}

static unsigned long graphs = 3000;

static void
each_edge_can_be_followed(void **unused)
{
	unsigned long i;

	(void)unused;
	for (i = 0; i < graphs; i++) {
		make_graph();
		try_graph(false);
		try_graph(true);
	}
}

/* a line that many branches leave and none comes back to: each is drawn where it left, and there are few columns at a time */
static void
many_are_drawn_at_once(void **unused)
{
	enum { MANY = 100000 };
	struct migration *m = calloc(MANY, sizeof(*m));
	unsigned *parents = calloc(MANY, sizeof(*parents));
	unsigned char *marks = calloc(MANY + 1, 1);
	struct migration_table table = {.migrations = m, .n_migrations = MANY};
	unsigned i, branch = 0, line = 0;
	clock_t begun = clock();
	struct text t = {0};
	struct graph graph;
	struct err err = {0};
	struct drawing d;
	size_t n;

	(void)unused;
	for (i = 0; i < MANY; i++) {
		parents[i] = i % 20 < 15 ? line : i % 20 == 15 ? i - 15 : branch;
		m[i] = (struct migration){.id = "r", .parents = &parents[i], .n_parents = i > 0};
		marks[i] = 1;
		if (i % 20 < 15)
			line = i;
		else
			branch = i;
	}
	assert_int_equal(graph_make(&graph, &table, &err), 0);
	assert_int_equal(drawing_make(&d, &graph, marks, false, &err), 0);
	for (i = 0; i < d.n; i++) {
		n = t.n;
		drawing_add(&d, "r", &t);
		assert_true(t.n - n < 20);
	}
	assert_int_equal(i, MANY);
	assert_true((double)(clock() - begun) / CLOCKS_PER_SEC < 10);
	text_free(&t);
	drawing_free(&d);
	graph_free(&graph);
	free(m);
	free(parents);
	free(marks);
}

int
main(int argc, char **argv)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(small_graphs_look_so),
		cmocka_unit_test(the_order_keeps_lines_together),
		cmocka_unit_test(lines_stand_beside),
		cmocka_unit_test(a_part_is_drawn_without_the_rest),
		cmocka_unit_test(each_line_has_a_color),
		cmocka_unit_test(each_edge_can_be_followed),
		cmocka_unit_test(many_are_drawn_at_once),
	};

	first_seed = argc > 1 ? strtoull(argv[1], NULL, 10)
	                      : (uint64_t)time(NULL) * 1000003u + (uint64_t)getpid();
	if (argc > 2)
		graphs = strtoul(argv[2], NULL, 10);
	printf("# seed %llu\n", (unsigned long long)first_seed);
	seed = first_seed * 2 + 1;
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
