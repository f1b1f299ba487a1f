/* A project: its config and its revisions, in order. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "branches.h"
#include "digest.h"
#include "frozen.h"
#include "models.h"
#include "project.h"
#include "replay.h"
#include "revisions.h"
#include "script.h"
#include "tree.h"

#define CONFIG "migrations/config.lua"

static bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* runs the scripts of versions/ and its folders; what is no .lua file there is left alone. Returns whether all of them are known by
   their ids */
static bool
run_scripts(struct list *revisions)
{
	static const char *const endings[] = {".lua", NULL};
	struct strs files = {0};
	struct revision *r;
	bool all_known = true;
	size_t i;

	if (!is_folder(VERSIONS))
		return true;
	if (tree_list(VERSIONS, endings, &files) < 0)
		return false;
	for (i = 0; i < files.n; i++) {
		diag_hold(files.v[i]);
		r = script_run(files.v[i], MIGRATIONS);
		if (r)
			list_add(revisions, r);
		all_known &= r != NULL;
	}
	return all_known;
}

static bool
all_placed(const struct list *revisions)
{
	size_t i;

	for (i = 0; i < revisions->n; i++)
		if (((const struct revision *)revisions->v[i])->unplaced)
			return false;
	return true;
}

/* -1 where the revisions have no order */
static int
load(struct project *p)
{
	bool all_known;

	if (!is_folder(MIGRATIONS)) {
		error_at(
			(struct loc){0}, E_FILE,
			"there is no folder '%s' here; run migratec in the project's folder, or name that with -C",
			MIGRATIONS);
		return -1;
	}
	input_add(MIGRATIONS);
	if (is_folder(MIGRATIONS "/lib"))
		input_add(MIGRATIONS "/lib");
	diag_hold(CONFIG);
	p->config = script_config(CONFIG, "migrate");
	all_known = run_scripts(&p->revisions);
	if (revisions_order(&p->revisions, all_known) < 0)
		return -1;
	p->placed = all_known && all_placed(&p->revisions);
	return 0;
}

/* prints the messages of a project in its order */
static void
release(const struct project *p)
{
	struct strs files = {0};
	size_t i;

	strs_add(&files, CONFIG);
	strs_add(&files, FROZEN);
	for (i = 0; i < p->revisions.n; i++)
		strs_add(&files, ((const struct revision *)p->revisions.v[i])->file);
	for (i = 0; i < p->models.n; i++)
		strs_add(&files, p->models.v[i]);
	diag_release(&files);
}

struct config *
project_config(void)
{
	struct config *c;

	diag_hold(CONFIG);
	c = script_config(CONFIG, "migrate");
	release(&(struct project){0});
	return c;
}

/* what scripts with errors do is not known */
static void
check_frozen(struct project *p)
{
	diag_hold(FROZEN);
	if (!frozen_read(&p->frozen) || p->thawed || !p->frozen.n || errors())
		return;
	project_checksums(p);
	frozen_check(&p->frozen, &p->revisions, NULL);
}

int
project_load(struct project *p)
{
	bool ordered = load(p) == 0;

	check_frozen(p);
	/* all errors of a run are shown: those of replay, too */
	if (ordered && errors() && p->config)
		branches_replay(p->config, &p->revisions, NULL);
	release(p);
	return errors() ? -1 : 0;
}

void
project_checksums(const struct project *p)
{
	struct revision *r;
	size_t i;

	for (i = 0; i < p->revisions.n; i++) {
		r = p->revisions.v[i];
		r->checksum = revision_checksum(r);
	}
}

struct schema *
project_schema(struct project *p, const struct revision *last)
{
	struct schema *s =
		last ? branches_replay(p->config, &p->revisions, last) : replay_start(p->config);

	release(p);
	return errors() ? NULL : s;
}

struct schema *
project_replay(struct project *p)
{
	struct schema *s = branches_replay(p->config, &p->revisions, NULL);

	release(p);
	return errors() ? NULL : s;
}

struct schema *
project_models(struct project *p)
{
	struct schema *s;

	p->models = (struct strs){0};
	s = models_load(p->config, &p->models);

	release(p);
	return s;
}
