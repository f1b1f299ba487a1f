/* A project: its config and its revisions, in order. */
#ifndef PROJECT_H
#define PROJECT_H

#include "revision.h"
#include "schema.h"

#define MIGRATIONS "migrations"
#define VERSIONS "migrations/versions"

struct project {
	struct config *config;
	struct list revisions; /* struct revision, ordered */
	bool placed;           /* all of them could be read, and have a place in one history */
	struct strs models;    /* the files that were read for project_models */
	struct map frozen;     /* struct frozen: what migrations/frozen says */
	bool thawed;           /* what is frozen may have changed */
};

/* reads config.lua alone, or what is so without one; NULL after errors */
struct config *project_config(void);
/* reads all scripts of the project in the current folder; -1 after errors, of which all that can be found were reported */
int project_load(struct project *p);
/* fills the revisions' checksums, before anything is replayed */
void project_checksums(const struct project *p);
/* replays all revisions, which fills their steps; the schema after them, or NULL after errors */
struct schema *project_replay(struct project *p);
/* the schema after that revision, NULL for none; NULL after errors */
struct schema *project_schema(struct project *p, const struct revision *last);
/* what the models declare; NULL after errors */
struct schema *project_models(struct project *p);

#endif
