/* freeze: which revisions are not to change any more. */
#include <stdio.h>
#include <string.h>

#include "../runtime/graph.h"
#include "command.h"
#include "frozen.h"
#include "lower.h"
#include "revisions.h"

/* by index: all revisions, or those that are named with what they are built upon; NULL after an error */
static unsigned char *
marks_of(const struct project *p, const struct strs *names)
{
	unsigned char *marks = alloc(p->revisions.n + 1);
	struct list found = {0};
	const char *why;
	size_t i;

	if (!names->n)
		memset(marks, 1, p->revisions.n);
	for (i = 0; i < names->n; i++) {
		if (!revisions_target(&p->revisions, names->v[i], &found, &why)) {
			error_at((struct loc){0}, E_COMMAND_LINE, "freeze: %s", why);
			return NULL;
		}
	}
	for (i = 0; i < found.n; i++)
		marks[((const struct revision *)found.v[i])->index] = 1;
	graph_mark_ancestors(lower_graph(&p->revisions), marks, WALK_ALL);
	return marks;
}

/* what there is no script of any more */
static void
forget_gone(struct project *p)
{
	struct map known = {0};
	const char *id;
	size_t i;

	for (i = 0; i < p->revisions.n; i++)
		map_put(&known, ((struct revision *)p->revisions.v[i])->id, p);
	for (i = 0; i < p->frozen.n; i++) {
		id = p->frozen.entries[i].key;
		if (!p->frozen.entries[i].value || map_get(&known, id))
			continue;
		map_put(&p->frozen, id, NULL);
		printf("forgotten: '%s'\n", id);
	}
}

static void
put(struct project *p, const struct revision *r, size_t *new)
{
	const struct frozen *former = map_put(&p->frozen, r->id, frozen_of(r));

	*new += !former;
	if (former && strcmp(former->checksum, r->checksum) != 0)
		printf("accepted: '%s' (%s:%d)%s\n", r->id, r->at.file, r->at.line,
		       frozen_changes(former, r));
}

static int
write_frozen(const struct project *p, size_t new)
{
	const char *text = frozen_text(&p->frozen);
	size_t n = 0, i;

	for (i = 0; i < p->frozen.n; i++)
		n += p->frozen.entries[i].value != NULL;
	if (file_write(FROZEN, text, strlen(text)) < 0)
		return command_cannot_write(FROZEN);
	printf("%s: %zu revision%s, %zu of them new\n", FROZEN, n, n == 1 ? "" : "s", new);
	return DONE;
}

int
command_freeze(const struct arguments *a)
{
	struct project p = {.thawed = a->force};
	unsigned char *marks;
	size_t i, new = 0;

	diag_notes(false);
	if (project_load(&p) < 0)
		return FAILED;
	marks = marks_of(&p, &a->rest);
	if (!marks)
		return FAILED;
	project_checksums(&p);
	if (a->force && a->rest.n)
		frozen_check(&p.frozen, &p.revisions, marks);
	if (errors() || !project_replay(&p))
		return FAILED;
	if (a->force)
		forget_gone(&p);
	for (i = 0; i < p.revisions.n; i++)
		if (marks[i])
			put(&p, p.revisions.v[i], &new);
	return write_frozen(&p, new);
}
