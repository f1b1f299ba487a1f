/* One process, many inputs: the compiler begins each as if it had just been started. */
#ifndef FRESH_H
#define FRESH_H

/* the state to which fuzz_back() goes: as it is now. Messages go nowhere from here on */
void fuzz_keep(void);
/* every static of the compiler, and all memory that it has, as they were; what was allocated since is gone */
void fuzz_back(void);
/* a bug was found: says so, and ends */
_Noreturn void fuzz_found(const char *what, const char *text);

#endif
