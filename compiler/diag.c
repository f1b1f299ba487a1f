/* Messages with a place. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"

static size_t n_errors;
static bool quiet, notes = true;
static char last[1024];

static void
say(struct loc at, const char *kind, const char *format, va_list args)
{
	if (at.file)
		fprintf(stderr, "%s:", at.file);
	if (at.file && at.line)
		fprintf(stderr, "%d:", at.line);
	fprintf(stderr, "%s%s", at.file ? " " : "migratec: ", kind);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
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

void
fatal(const char *format, ...)
{
	va_list args;

	fflush(stdout);
	va_start(args, format);
	say((struct loc){0}, "", format, args);
	va_end(args);
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
