/* Commands of the user's own, for the shell. */
#ifndef SHELL_H
#define SHELL_H

#include <stdbool.h>

/* runs it where migratec stands, with its terminal; the arguments, which NULL ends, are $1, $2 … NULL, or how it failed */
const char *shell_run(const char *command, const char *const *arguments);

/* files that belong together are written: what is typed or sent to stop the program waits until this is over */
void shell_hold(bool held);

#endif
