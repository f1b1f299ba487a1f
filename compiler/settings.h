/* The two tables that a script hands over outside of operations: revision {…}, and what config.lua returns. */
#ifndef SETTINGS_H
#define SETTINGS_H

#include "decode.h"
#include "revision.h"

extern const struct shape revision_shape; /* struct revision */

/* what config.lua returned; false after errors */
bool config_decode(const struct datum *returned, struct loc at, struct config *into);
/* a config without a file */
void config_defaults(struct config *c, const char *project);

#endif
