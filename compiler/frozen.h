/* migrations/frozen: what databases have by now, and is not to change any more. */
#ifndef FROZEN_H
#define FROZEN_H

#include "revision.h"

#define FROZEN "migrations/frozen"

/* a revision as it was when it was frozen */
struct frozen {
	struct loc at;
	const char *id;
	const char *checksum;
	struct list files; /* struct frozen_file: what its script read */
};

struct frozen_file {
	const char *path;
	const char *hash; /* of its bytes */
};

/* what the file says, by id; nothing where there is none. false after errors */
bool frozen_read(struct map *frozen);
/* a revision as it is, which has its checksum */
struct frozen *frozen_of(const struct revision *r);
/* the text of the file, the same for the same revisions */
char *frozen_text(const struct map *frozen);
/* a line for each file that is not as it was, "; x, which it reads, has changed", or "" */
const char *frozen_changes(const struct frozen *f, const struct revision *r);
/* errors of the revisions that are frozen and gone, or have another checksum by now; but of those that are marked by index (NULL: none) */
void frozen_check(const struct map *frozen, const struct list *revisions,
                  const unsigned char *accepted);

#endif
