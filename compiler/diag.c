/* Messages with a place. */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "variable.h"

static size_t n_errors;
static bool quiet, notes = true;
static char last[1024];
static enum error last_code;
static enum diag_form form;

enum kind { ERROR, WARNING, NOTE };

static const char *const kinds[] = {"error", "warning", "note"};

struct message {
	struct loc at;
	enum kind kind;
	enum error code; /* of an error */
	const char *text;

	/* where it is kept */
	const char *file; /* what was being read: at may be in a module of it, or in its SQL */
	size_t rank;
	int line;
	size_t place; /* among all that were kept */
};

static struct list held;
static const char *holding;

/* "file:line: text [code]"; needs no memory */
static void
print_line(const struct message *m)
{
	if (m->at.file)
		fprintf(stderr, "%s:", m->at.file);
	if (m->at.file && m->at.line)
		fprintf(stderr, "%d:", m->at.line);
	fputs(m->at.file ? " " : "migratec: ", stderr);
	if (m->kind == ERROR)
		fprintf(stderr, "%s [E%04d]\n", m->text, (int)m->code);
	else
		fprintf(stderr, "%s: %s\n", kinds[m->kind], m->text);
}

/* a place that a text names, "made at file:line" */
static bool
place_named(const char *text, struct loc *at)
{
	static const char made[] = "made at ";
	const char *from, *colon;

	for (from = strstr(text, made); from; from = strstr(from, made)) {
		from += sizeof made - 1;
		colon = strchr(from, ':');
		if (colon && colon[1] >= '1' && colon[1] <= '9') {
			at->file = strn(from, (size_t)(colon - from));
			at->line = atoi(colon + 1);
			return true;
		}
	}
	return false;
}

/* a word of n bytes where it stands alone in a line; NULL */
static const char *
find_word(const char *line, const char *word, size_t n)
{
	const char *c;

	for (c = line; n && strlen(c) >= n; c++)
		if (strncmp(c, word, n) == 0 &&
		    (c == line || !is_name_byte(c[-1]) || !is_name_byte(*c)) &&
		    (!is_name_byte(c[n - 1]) || !is_name_byte(c[n])))
			return c;
	return NULL;
}

/* the word in a line that a syntax error is near to, of several the one that it is at; NULL */
static const char *
syntax_near(const char *line, int column, const char *text, size_t *n)
{
	static const char near[] = "syntax error at or near \"";
	const char *word = strstr(text, near);

	if (!word)
		return NULL;
	word += sizeof near - 1;
	*n = strcspn(word, "\"");
	if (column && strlen(line) >= (size_t)column && strncmp(line + column - 1, word, *n) == 0)
		return line + column - 1;
	return find_word(line, word, *n);
}

/* what of a line a message is about: the first thing in quotes that stands in it, else the operation that the text begins with,
   else all of it */
static void
pointed(const char *line, int column, const char *text, size_t *from, size_t *n)
{
	const char *end = strstr(text, "; did you mean"), *open, *close, *found;

	found = syntax_near(line, column, text, n);
	if (found) {
		*from = (size_t)(found - line);
		return;
	}
	for (open = strchr(text, '\''); open && (!end || open < end);
	     open = strchr(close + 1, '\'')) {
		close = strchr(open + 1, '\'');
		if (!close)
			break;
		*n = (size_t)(close - open - 1);
		found = find_word(line, open + 1, *n);
		if (found) {
			*from = (size_t)(found - line);
			return;
		}
	}
	*n = strcspn(text, ":");
	found = text[*n] ? find_word(line, text, *n) : NULL;
	*from = found ? (size_t)(found - line) : strspn(line, " \t");
	if (!found)
		*n = strlen(line) - *from;
}

/* a line of a file, without its end; NULL where there is none */
static const char *
line_of(struct loc at)
{
	static const char *path, *text;
	const char *from;
	size_t n;
	int i;

	if (!at.file || !at.line)
		return NULL;
	if (!path || strcmp(path, at.file) != 0) {
		text = file_read(at.file, &n);
		path = at.file;
	}
	for (from = text, i = 1; from && i < at.line; i++) {
		from = strchr(from, '\n');
		from = from ? from + 1 : NULL;
	}
	return from && *from ? strn(from, strcspn(from, "\r\n")) : NULL;
}

/* characters, as a terminal counts them, of n bytes of UTF-8 */
static size_t
width(const char *s, size_t n)
{
	size_t i, w = 0;

	for (i = 0; i < n; i++)
		w += ((unsigned char)s[i] & 0xc0) != 0x80;
	return w;
}

/* the line of a message below it, with a caret; of a long one what is near that */
static void
print_source(struct loc at, const char *text)
{
	enum { BEFORE = 60, MOST = 100 };
	const char *line = line_of(at);
	size_t from, n, skip = 0, i;

	if (!line || !line[strspn(line, " \t")])
		return;
	pointed(line, at.column, text, &from, &n);
	if (from + n > MOST && from > BEFORE) {
		skip = from - BEFORE;
		while (skip < from && ((unsigned char)line[skip] & 0xc0) == 0x80)
			skip++;
	}
	i = strlen(line + skip);
	if (i > MOST) {
		i = MOST;
		while (i && ((unsigned char)line[skip + i] & 0xc0) == 0x80)
			i--;
	}
	fprintf(stderr, "%5d | %.*s\n      | ", at.line, (int)i, line + skip);
	if (n > skip + i - from)
		n = skip + i - from;
	for (i = skip; i < from; i++)
		if (((unsigned char)line[i] & 0xc0) != 0x80)
			fputc(line[i] == '\t' ? '\t' : ' ', stderr);
	fputc('^', stderr);
	for (i = width(line + from, n); i > 1; i--)
		fputc('~', stderr);
	fputc('\n', stderr);
}

static void
json_place(struct buf *b, struct loc at)
{
	buf_add(b, "\"file\": ");
	if (at.file)
		buf_json(b, at.file);
	else
		buf_add(b, "null");
	if (at.file && at.line)
		buf_fmt(b, ", \"line\": %d", at.line);
	else
		buf_add(b, ", \"line\": null");
}

static void
print_json(const struct message *m, const char *line)
{
	struct buf b = {0};
	struct loc made;
	size_t from, n;

	buf_fmt(&b, "{\"kind\": \"%s\", \"code\": ", kinds[m->kind]);
	if (m->kind == ERROR)
		buf_json(&b, error_name(m->code));
	else
		buf_add(&b, "null");
	buf_add(&b, ", ");
	json_place(&b, m->at);
	if (line) {
		pointed(line, m->at.column, m->text, &from, &n);
		buf_fmt(&b, ", \"column\": %zu, \"end_column\": %zu", width(line, from) + 1,
		        width(line, from + n) + 1);
	}
	buf_add(&b, ", \"message\": ");
	buf_json(&b, m->text);
	buf_add(&b, ", \"related\": [");
	if (place_named(m->text, &made)) {
		buf_add(&b, "{");
		json_place(&b, made);
		buf_add(&b, ", \"message\": \"made here\"}");
	}
	buf_add(&b, "]}\n");
	fputs(buf_str(&b), stdout);
}

static void
print(const struct message *m)
{
	struct loc made;

	if (form == DIAG_JSON) {
		print_json(m, line_of(m->at));
		return;
	}
	print_line(m);
	if (form == DIAG_LINES)
		return;
	print_source(m->at, m->text);
	if (place_named(m->text, &made)) {
		fprintf(stderr, "%s:%d: note: made here\n", made.file, made.line);
		print_source(made, m->text);
	}
}

static void
say(struct loc at, enum kind kind, enum error code, const char *format, va_list args)
{
	struct message m = {.at = at, .kind = kind, .code = code, .file = holding, .place = held.n};
	va_list again;
	char *text;
	int n;

	va_copy(again, args);
	n = vsnprintf(NULL, 0, format, again);
	va_end(again);
	text = alloc((size_t)n + 1);
	vsnprintf(text, (size_t)n + 1, format, args);
	m.text = variable_plain(text);
	if (holding)
		list_add(&held, copy(&m, sizeof m));
	else
		print(&m);
}

void
diag_form(enum diag_form wanted)
{
	form = wanted;
}

void
diag_hold(const char *file)
{
	holding = file;
}

struct message *
diag_lack(void)
{
	struct message *m = held.n ? held.v[held.n - 1] : NULL;

	return m && ((m->code >= E_NO_RELATION && m->code <= E_NO_OBJECT) || m->code == E_NO_LABEL)
	               ? m
	               : NULL;
}

void
diag_more(struct message *m, const char *more)
{
	const char *end = m->text + strlen(m->text);

	m->text = strf("%s%s %s", m->text, end > m->text && end[-1] == '?' ? "" : ";", more);
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
	list_sort(&held, by_place);
	for (i = 0; i < held.n; i++) {
		m = held.v[i];
		if (!map_put(&said,
		             strf("%s:%d: %s", m->at.file ? m->at.file : "", m->at.line, m->text),
		             held.v[i]))
			print(m);
	}
	held.n = 0;
	holding = NULL;
}

void
error_at(struct loc at, enum error code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	last_code = code;
	if (quiet) {
		vsnprintf(last, sizeof last, format, args);
	} else {
		n_errors++;
		say(at, ERROR, code, format, args);
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
	say(at, WARNING, 0, format, args);
	va_end(args);
}

void
note_at(struct loc at, const char *format, ...)
{
	va_list args;

	if (quiet || !notes)
		return;
	va_start(args, format);
	say(at, NOTE, 0, format, args);
	va_end(args);
}

/* without a line of a file */
static void
print_bare(const struct message *m, enum diag_form as)
{
	if (as == DIAG_JSON)
		print_json(m, NULL);
	else
		print_line(m);
}

/* what was kept, where something went wrong that leaves no room for more */
static void
print_held(enum diag_form as)
{
	size_t i;

	fflush(stdout);
	for (i = 0; i < held.n; i++)
		print_bare(held.v[i], as);
}

void
fatal(const char *format, ...)
{
	va_list args;

	print_held(DIAG_LINES);
	fputs("migratec: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

void
fatal_at(struct loc at, enum error code, const char *text)
{
	const struct message m = {.at = at, .kind = ERROR, .code = code, .text = text};

	print_held(form);
	print_bare(&m, form);
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

enum error
diag_code(void)
{
	return last_code;
}

void
diag_code_forget(void)
{
	last_code = 0;
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
