/* What a run shows: a line for each migration that is done, and on a terminal the statement that runs. */
#include "progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "../plan.h"
#include "app.h"

enum { NARROW = 20, USUAL = 80 };

void
progress_clear(struct progress *p)
{
	if (!p->shown)
		return;
	printf("\r\033[K");
	fflush(stdout);
	p->shown = false;
}

/* as much of the text as one line holds, and never half a character */
static void
show(struct progress *p, const char *text)
{
	size_t n = strcspn(text, "\n");

	progress_clear(p);
	if (!p->terminal || p->quiet)
		return;
	if (n > p->width - 1)
		n = p->width - 1;
	while (n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80)
		n--;
	printf("%.*s", (int)n, text);
	fflush(stdout);
	p->shown = true;
}

static void
begin(void *arg, const struct migration *m, bool down, unsigned done)
{
	struct progress *p = arg;

	(void)down;
	if (done && !p->quiet) {
		progress_clear(p);
		printf("%s: going on after step %u, which an earlier run finished\n", m->id, done);
	}
}

static void
step(void *arg, const struct step *s, unsigned number, unsigned total)
{
	struct progress *p = arg;
	char line[512];

	if (!p->terminal || p->quiet)
		return;
	snprintf(line, sizeof(line), "[%u/%u] %s: %s", number, total, s->label, s->sql);
	show(p, line);
}

static void
print_losses(const struct migration *m, bool down, int server)
{
	const struct step *steps = down ? m->down : m->up;
	unsigned n = down ? m->n_down : m->n_up;
	unsigned i;

	for (i = 0; i < n; i++)
		if (steps[i].flags & STEP_LOSES_DATA && step_is_for(&steps[i], server))
			printf("  lost data: %s (%s:%d)\n", steps[i].label, steps[i].file,
			       steps[i].line);
}

static void
print_time(double ms)
{
	if (ms < 1000)
		printf(" (%.0f ms)\n", ms);
	else if (ms < 60000)
		printf(" (%.1f s)\n", ms / 1e3);
	else
		printf(" (%d min %d s)\n", (int)(ms / 60000), (int)(ms / 1e3) % 60);
}

static void
end(void *arg, const struct migration *m, bool down, double ms)
{
	struct progress *p = arg;

	progress_clear(p);
	if (p->quiet)
		return;
	printf("%s ", down ? "downgrade" : "upgrade");
	print_migration_name(m->id, m->message);
	print_time(ms);
	print_losses(m, down, p->server);
	fflush(stdout);
}

static void
note(void *arg, const char *text)
{
	struct progress *p = arg;

	progress_clear(p);
	if (p->quiet)
		return;
	fflush(stdout);
	fprintf(stderr, "%s\n", text);
}

static unsigned
columns(void)
{
	const char *set = getenv("COLUMNS");
	struct winsize size;
	int n = set ? atoi(set) : 0;

	if (n == 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		n = size.ws_col;
	return n > NARROW ? (unsigned)n : USUAL;
}

void
progress_init(struct progress *p, struct events *events, bool quiet)
{
	const char *term = getenv("TERM");

	*p = (struct progress){.quiet = quiet, .width = columns()};
	p->terminal = isatty(STDOUT_FILENO) && term && strcmp(term, "dumb") != 0;
	*events = (struct events){.arg = p, .begin = begin, .step = step, .end = end, .note = note};
}
