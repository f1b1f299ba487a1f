/* The generated C, read back. */
#ifndef READ_C_H
#define READ_C_H

#include "../../compiler/util.h"

/* the table in a C source as listing() has it, appended to out; NULL, or what of the source is no C of ours */
const char *read_c(const char *source, struct buf *out);

#endif
