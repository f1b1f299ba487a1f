/* A project: its config and its revisions, in order. */
#ifndef PROJECT_H
#define PROJECT_H

#include "revision.h"
#include "schema.h"

#define MIGRATIONS "migrations"
#define VERSIONS "migrations/versions"

struct project {
	struct config *config;
	struct list revisions; /* struct revision, ordered, with checksums */
};

/* reads all scripts of the project in the current folder; -1 after errors, of which all that can be found were reported */
int project_load(struct project *p);
/* replays all revisions, which fills their steps; false after errors */
bool project_replay(struct project *p);

#endif
