/* Commands of the user's own, for the shell. */
#ifndef SHELL_H
#define SHELL_H

/* runs it where migratec stands, with its terminal; the arguments, which NULL ends, are $1, $2 … NULL, or how it failed */
const char *shell_run(const char *command, const char *const *arguments);

#endif
