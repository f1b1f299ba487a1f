/* Messages with a place. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "variable.h"

static size_t n_errors;
static bool quiet, notes = true;
static char last[1024];

/* a message that is kept */
struct message {
	struct loc at;
	const char *text;
	const char *file; /* what was being read: at may be in a module of it, or in its SQL */
	size_t rank;
	int line;
	size_t place; /* among all that were kept */
};

static struct list held;
static const char *holding;

static void
hold(struct loc at, const char *text)
{
	struct message m = {at, text, holding, .place = held.n};

	list_add(&held, copy(&m, sizeof m));
}

static void
say(struct loc at, const char *kind, const char *format, va_list args)
{
	struct buf b = {0};
	va_list again;
	char *text;
	int n;

	if (at.file)
		buf_fmt(&b, "%s:", at.file);
	if (at.file && at.line)
		buf_fmt(&b, "%d:", at.line);
	buf_fmt(&b, "%s%s", at.file ? " " : "migratec: ", kind);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, format, again);
	va_end(again);
	text = alloc((size_t)n + 1);
	vsnprintf(text, (size_t)n + 1, format, args);
	buf_fmt(&b, "%s\n", variable_plain(text));
	if (holding)
		hold(at, buf_str(&b));
	else
		fputs(buf_str(&b), stderr);
}

void
diag_hold(const char *file)
{
	holding = file;
}

static int
by_place(const void *a, const void *b)
{
	const struct message *x = *(void *const *)a, *y = *(void *const *)b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

/* where a message comes among the files; one that points elsewhere follows what was said of its file before */
static void
rank(struct message *m, const struct message *before, const struct strs *files)
{
	long own = m->at.file ? strs_find(files, m->at.file) : -1, file;

	if (own >= 0) {
		m->rank = (size_t)own;
		m->line = m->at.line;
		return;
	}
	file = strs_find(files, m->file);
	m->rank = file < 0 ? files->n : (size_t)file;
	if (before && before->rank == m->rank)
		m->line = before->line;
}

void
diag_release(const struct strs *files)
{
	struct map said = {0};
	const struct message *m;
	size_t i;

	for (i = 0; i < held.n; i++)
		rank(held.v[i], i ? held.v[i - 1] : NULL, files);
	if (held.n)
		qsort(held.v, held.n, sizeof *held.v, by_place);
	for (i = 0; i < held.n; i++) {
		m = held.v[i];
		if (!map_put(&said, m->text, held.v[i]))
			fputs(m->text, stderr);
	}
	held.n = 0;
	holding = NULL;
}

void
error_at(struct loc at, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	if (quiet) {
		vsnprintf(last, sizeof last, format, args);
	} else {
		n_errors++;
		say(at, "", format, args);
	}
	va_end(args);
}

void
warn_at(struct loc at, const char *format, ...)
{
	va_list args;

	if (quiet)
		return;
	va_start(args, format);
	say(at, "warning: ", format, args);
	va_end(args);
}

void
note_at(struct loc at, const char *format, ...)
{
	va_list args;

	if (quiet || !notes)
		return;
	va_start(args, format);
	say(at, "note: ", format, args);
	va_end(args);
}

static void
print_held(void)
{
	size_t i;

	fflush(stdout);
	for (i = 0; i < held.n; i++)
		fputs(((struct message *)held.v[i])->text, stderr);
}

void
fatal(const char *format, ...)
{
	va_list args;

	print_held();
	fputs("migratec: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

void
fatal_at(struct loc at, const char *text)
{
	print_held();
	fprintf(stderr, "%s:%d: %s\n", at.file, at.line, text);
	exit(1);
}

const char *
diag_last(void)
{
	return last;
}

size_t
errors(void)
{
	return n_errors;
}

bool
diag_notes(bool on)
{
	bool former = notes;

	notes = on;
	return former;
}

bool
diag_quiet(bool on)
{
	bool former = quiet;

	quiet = on;
	return former;
}

/* how many letters must be put in, taken out, replaced or swapped to make b of a; more than limit is limit + 1 */
static size_t
distance(const char *a, const char *b, size_t limit)
{
	size_t n = strlen(a), m = strlen(b), i, j, d, least, *row, *above, *two, *t;

	if (n > m + limit || m > n + limit || n > 127 || m > 127)
		return limit + 1;
	row = (size_t[128]){0};
	above = (size_t[128]){0};
	two = (size_t[128]){0};
	for (j = 0; j <= m; j++)
		above[j] = j;
	for (i = 1; i <= n; i++) {
		least = row[0] = i;
		for (j = 1; j <= m; j++) {
			d = above[j - 1] + (a[i - 1] != b[j - 1]);
			if (above[j] + 1 < d)
				d = above[j] + 1;
			if (row[j - 1] + 1 < d)
				d = row[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
			    two[j - 2] + 1 < d)
				d = two[j - 2] + 1;
			row[j] = d;
			if (d < least)
				least = d;
		}
		if (least > limit)
			return limit + 1;
		t = two;
		two = above;
		above = row;
		row = t;
	}
	return above[m];
}

const char *
nearest(const char *name, const struct strs *candidates)
{
	size_t limit = strlen(name) < 3 ? 1 : strlen(name) < 6 ? 2 : 3, best = limit + 1, d, i;
	const char *found = NULL;

	for (i = 0; i < candidates->n; i++) {
		d = distance(name, candidates->v[i], limit);
		if (d < best) {
			best = d;
			found = candidates->v[i];
		}
	}
	return found;
}

const char *
did_you_mean(const char *name, const struct strs *candidates)
{
	const char *n = nearest(name, candidates);

	return n ? strf("; did you mean '%s'?", n) : "";
}
