/* Checksums of revisions. */
#ifndef DIGEST_H
#define DIGEST_H

#include "op.h"
#include "revision.h"

/* SHA-256 as 64 hexadecimal digits */
char *digest(const void *bytes, size_t n);
/* "1:" and the digest of what a revision says: its id, how it is run, and its upgrade operations as their fields have them.
   White space, comments, line ends, message and downgrade do not enter. The number is raised where the form changes */
char *revision_checksum(const struct revision *r);

#endif
