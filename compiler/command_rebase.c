/* rebase: another parent for a revision that is there. Only its script changes, and only in that place. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "revisions.h"
#include "rewrite.h"

static int
refuse(const char *why)
{
	error_at((struct loc){0}, E_COMMAND_LINE, "rebase: %s", why);
	return FAILED;
}

/* the project with the script as it is now gives the revision that parent, and replays; false after errors */
static bool
holds(const char *id, const char *parent)
{
	const struct revision *r;
	struct project p = {0};
	const char *why;

	if (project_load(&p) < 0)
		return false;
	r = revisions_find(&p.revisions, id, &why);
	if (!r || r->parents.n != (parent != NULL) ||
	    (parent && strcmp(r->parents.v[0], parent) != 0)) {
		refuse("the script makes its parent in a way of its own; change it by hand");
		return false;
	}
	return project_replay(&p) != NULL;
}

static int
rewrite(const struct revision *r, const char *parent)
{
	char *text, *changed;
	size_t n;

	text = file_read(r->file, &n);
	if (!text)
		return refuse(strf("cannot read %s: %s", r->file, strerror(errno)));
	changed = rewrite_key(text, "parent", parent ? strf("\"%s\"", parent) : "nil");
	if (!changed)
		return refuse(strf(
			"%s says no parent in its revision { }; write `parent = nil` there first",
			r->file));
	if (file_write(r->file, changed, strlen(changed)) < 0)
		return command_cannot_write(r->file);
	if (holds(r->id, parent))
		return DONE;
	if (file_write(r->file, text, n) < 0)
		return command_cannot_write(r->file);
	note_at((struct loc){0}, "%s is as it was", r->file);
	return FAILED;
}

int
command_rebase(const struct arguments *a)
{
	const struct revision *r, *onto;
	struct list found = {0};
	struct project p = {0};
	const char *why;
	int result;

	if (!a->onto) {
		error_at((struct loc){0}, E_COMMAND_LINE, "rebase: takes --onto REV");
		return USAGE;
	}
	if (project_load(&p) < 0)
		return FAILED;
	r = revisions_find(&p.revisions, a->rest.v[0], &why);
	if (!r || !revisions_target(&p.revisions, a->onto, &found, &why))
		return refuse(why);
	if (found.n > 1)
		return refuse(strf("'%s' is %zu revisions; name the one that is to be the parent",
		                   a->onto, found.n));
	onto = found.n ? found.v[0] : NULL;
	if (onto == r)
		return refuse(strf("'%s' cannot be its own parent", r->id));
	if (onto && revisions_stands_on(&p.revisions, onto, r))
		return refuse(strf("'%s' is built upon '%s'", onto->id, r->id));
	result = rewrite(r, onto ? onto->id : NULL);
	if (result == DONE)
		printf("%s\n", r->file);
	return result;
}
