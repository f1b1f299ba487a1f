/* Lua: config and scripts. The only floor that knows it. */
#ifndef SCRIPT_H
#define SCRIPT_H

#include "op.h"
#include "revision.h"

/* reads migrations/config.lua; NULL after error_at. A project without one has the defaults */
struct config *script_config(const char *path, const char *project);
/* runs one script: its revision {}, upgrade() and downgrade(); NULL after error_at. Errors inside upgrade() or downgrade() are
   reported and the operations before them kept */
struct revision *script_run(const char *path);

#endif
