/* Folders with the folders in them. */
#ifndef TREE_H
#define TREE_H

#include "util.h"

/* the paths of all files below a folder whose names end in one of these, which NULL ends, appended; what begins with a dot is left alone. The
   folders are inputs. -1 after error_at */
int tree_list(const char *folder, const char *const *endings, struct strs *files);

#endif
