/* Lua: config and scripts. The only floor that knows it. */
#ifndef SCRIPT_H
#define SCRIPT_H

#include "op.h"
#include "revision.h"

/* reads migrations/config.lua; NULL after error_at. A project without one has the defaults */
struct config *script_config(const char *path, const char *project);
/* runs one script, whose modules stand in root/lib: its revision {}, upgrade() and downgrade(). After errors what could be read is kept, and marked (see
   revision.h); NULL where it does not even have an id */
struct revision *script_run(const char *path, const char *root);

/* runs a model, whose modules stand in root/lib: the operations that make what it declares, appended; those that could not be read
   are marked. false where it did not run to its end */
bool script_model(const char *path, const char *root, struct list *ops);

#endif
