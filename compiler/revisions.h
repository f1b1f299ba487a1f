/* The history: revisions in the order in which they apply. */
#ifndef REVISIONS_H
#define REVISIONS_H

#include "revision.h"

/* puts revisions in order, each after its parents, and fills their index. Reports duplicate ids, unknown parents (where all
   revisions are known) and labels that cannot be, and marks those revisions, and what comes after them, as unplaced. -1 after
   error_at where there is no order: cycles */
int revisions_order(struct list *revisions, bool all_known);
/* what a name means, as migrate has it (see runtime/target.h), without a database: struct revision, none of them for base. false with the
   reason in *why */
bool revisions_target(const struct list *revisions, const char *name, struct list *found,
                      const char **why);
/* may a name mean several, however many there are? */
bool revisions_is_list(const char *name);
/* marks of FROM:TO, by index (see target_range); NULL with the reason in *why */
unsigned char *revisions_range(const struct list *revisions, const char *range, const char **why);
/* where it means one revision; NULL with the reason in *why */
struct revision *revisions_find(const struct list *revisions, const char *name, const char **why);
/* the one is built upon the other, by parents or dependencies */
bool revisions_stands_on(const struct list *revisions, const struct revision *r,
                         const struct revision *on);
/* the revisions that nothing is built upon, by parents or dependencies */
struct list revisions_heads(const struct list *revisions);
/* what is wrong with an id, or NULL */
const char *revision_id_wrong(const char *id);
/* the same of a label that a new revision is to have */
const char *revisions_label_wrong(const struct list *revisions, const char *label);

#endif
