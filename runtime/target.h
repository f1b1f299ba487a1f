/* Targets: the words on the command line that name revisions. Pure. */
#ifndef TARGET_H
#define TARGET_H

#include "err.h"
#include "state.h"

/* what a number without a revision counts from */
enum target_use { TARGET_UP, TARGET_DOWN, TARGET_EITHER, TARGET_FIXED };

struct target {
	unsigned *list; /* in the table's order; none: base */
	unsigned n;

	unsigned branch; /* of X@…; BASE: none was named */
	unsigned char
		*lineage; /* marks: its ancestors, its descendants, and itself; NULL: everything */

	unsigned back; /* instead of a list: so many below where the database is */
};

/*
 * A revision by full id, unique prefix, or label; head, heads, base, current; one of these with +N or -N behind it;
 * all of them with X@ before, a label or a revision, which leaves the lineage of X of what there is; +N and -N alone, which the
 * use says the meaning of: up, down, either by its sign, or none.
 */
int target_find(const struct state *s, const char *text, enum target_use use, struct target *t,
                struct err *err);

/* may it name several? heads and current, however many there are */
bool target_is_list(const char *text);

void target_free(struct target *t);

/*
 * The revisions of FROM:TO, both of them in it: what TO is built upon and what is built upon FROM. Without FROM it begins at base, without
 * TO it ends at the heads; -N:TO counts from TO, or from the head, FROM:+N from FROM, or from base. Marks that the caller frees; NULL after an error.
 */
unsigned char *target_range(const struct state *s, const char *text, enum target_use use,
                            struct err *err);

/* does a target or a range need to know where the database is? */
bool target_is_live(const char *text);

#endif
