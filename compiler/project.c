/* A project: its config and its revisions, in order. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"
#include "graph.h"
#include "project.h"
#include "replay.h"
#include "script.h"

static bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool
is_script(const char *name)
{
	size_t n = strlen(name);

	return n > 4 && strcmp(name + n - 4, ".lua") == 0 && name[0] != '.';
}

/* runs the scripts of versions/; what is no .lua file there is left alone */
static int
run_scripts(struct list *revisions)
{
	struct strs names = {0};
	struct revision *r;
	int result = 0;
	size_t i;

	if (!is_folder(VERSIONS))
		return 0;
	input_add(VERSIONS);
	if (file_list(VERSIONS, &names) < 0) {
		error_at((struct loc){VERSIONS, 0}, "cannot read the folder: %s", strerror(errno));
		return -1;
	}
	for (i = 0; i < names.n; i++) {
		if (!is_script(names.v[i]))
			continue;
		r = script_run(strf("%s/%s", VERSIONS, names.v[i]));
		if (r)
			list_add(revisions, r);
		else
			result = -1;
	}
	return result;
}

int
project_load(struct project *p)
{
	struct revision *r;
	int result;
	size_t i;

	if (!is_folder(MIGRATIONS)) {
		error_at(
			(struct loc){0},
			"there is no folder '%s' here; run migratec in the project's folder, or name that with -C",
			MIGRATIONS);
		return -1;
	}
	input_add(MIGRATIONS);
	if (is_folder(MIGRATIONS "/lib"))
		input_add(MIGRATIONS "/lib");
	p->config = script_config(MIGRATIONS "/config.lua", "migrate");
	result = run_scripts(&p->revisions);
	if (!p->config || graph_order(&p->revisions) < 0 || result < 0 || errors())
		return -1;
	for (i = 0; i < p->revisions.n; i++) {
		r = p->revisions.v[i];
		r->checksum = revision_checksum(r);
	}
	return 0;
}

struct schema *
project_replay(struct project *p)
{
	struct schema *s = replay_start(p->config);
	size_t i;

	for (i = 0; i < p->revisions.n; i++)
		replay_revision(s, p->revisions.v[i]);
	return errors() ? NULL : s;
}
