/* edit: the script of a revision, in the user's editor. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "revisions.h"
#include "shell.h"
#include "tree.h"

static int
refuse(enum error code, const char *why)
{
	error_at((struct loc){0}, code, "edit: %s", why);
	return FAILED;
}

static bool
is_program(const char *name)
{
	const char *path = getenv("PATH"), *end;

	for (; path && *path; path = *end ? end + 1 : end) {
		end = path + strcspn(path, ":");
		if (access(strf("%.*s/%s", (int)(end - path), path, name), X_OK) == 0)
			return true;
	}
	return false;
}

/* a command, or NULL */
static const char *
editor(void)
{
	static const char *const variables[] = {"VISUAL", "EDITOR"};
	static const char *const programs[] = {"sensible-editor", "editor", "nano", "vim", "vi"};
	const char *said;
	size_t i;

	for (i = 0; i < LEN(variables); i++) {
		said = getenv(variables[i]);
		if (said && *said)
			return said;
	}
	for (i = 0; i < LEN(programs); i++)
		if (is_program(programs[i]))
			return programs[i];
	return NULL;
}

static const struct revision *
revision_of(const struct list *revisions, const char *file)
{
	const struct revision *r;
	size_t i;

	for (i = 0; i < revisions->n; i++) {
		r = revisions->v[i];
		if (strcmp(r->file, file) == 0)
			return r;
	}
	return NULL;
}

/* where the history is broken: by the beginning of an id, or, of a script that says none, by a part of its name */
static const char *
find_file(const struct list *revisions, const char *name, const char **why)
{
	static const char *const endings[] = {".lua", NULL};
	const struct revision *r;
	struct strs files = {0};
	const char *found = NULL, *file;
	size_t i, n = 0;

	if (tree_list(VERSIONS, endings, &files) < 0)
		return NULL;
	for (i = 0; i < files.n; i++) {
		file = files.v[i];
		r = revision_of(revisions, file);
		if (r && strcmp(r->id, name) == 0)
			return file;
		if (r ? strncmp(r->id, name, strlen(name)) != 0 : !strstr(strrchr(file, '/'), name))
			continue;
		found = file;
		n++;
	}
	*why = n ? strf("'%s' is not clear, %zu revisions are called so", name, n)
	         : strf("no revision '%s'; while scripts have these errors, one is named by its id alone",
	                name);
	return n == 1 ? found : NULL;
}

/* its script; NULL with the reason in *why */
static const char *
find_script(const struct project *p, const char *name, const char **why)
{
	const struct revision *r;

	if (!p->placed)
		return find_file(&p->revisions, name, why);
	r = revisions_find(&p->revisions, name, why);
	return r ? r->file : NULL;
}

int
command_edit(const struct arguments *a)
{
	const char *program = editor(), *file, *failed, *why = NULL;
	struct project p = {0};
	bool quiet;

	/* what is wrong with a script is why it is edited */
	quiet = diag_quiet(true);
	project_load(&p);
	file = find_script(&p, a->rest.v[0], &why);
	diag_quiet(quiet);
	if (!file) {
		if (!p.placed)
			project_load(&(struct project){0});
		return why ? refuse(E_COMMAND_LINE, why) : FAILED;
	}
	if (!program)
		return refuse(E_COMMAND,
		              strf("there is no editor for %s: set VISUAL or EDITOR", file));
	failed = shell_run(strf("%s \"$1\"", program), (const char *const[]){file, NULL});
	return failed ? refuse(E_COMMAND, strf("'%s' %s", program, failed)) : DONE;
}
