/* Messages with a place. Errors are counted and the phase goes on; main stops between phases. */
#ifndef DIAG_H
#define DIAG_H

#include "explain.h"

struct loc {
	const char *file; /* relative to the project's folder; NULL where there is none */
	int line;         /* from 1; 0 where only the file is known */
	int column;       /* a byte of the line, from 1; 0 where only the line is known */
};

struct message;

/* how messages are printed */
enum diag_form {
	DIAG_FULL, /* "file:line: text [code]" on stderr, with the line of the file and a caret, and the line of what it names */
	DIAG_LINES, /* that line alone */
	DIAG_JSON,  /* an object a line, on stdout */
};

void diag_form(enum diag_form form);

/* Lower case, no full stop, names in single quotes, what is wrong before what to do */
void error_at(struct loc at, enum error code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void warn_at(struct loc at, const char *format, ...) __attribute__((format(printf, 2, 3)));
void note_at(struct loc at, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* from here on messages are kept, as being of that file */
void diag_hold(const char *file);
/* prints what was kept, each message once: in the order of the files that they are of, then by line */
void diag_release(const struct strs *files);
/* the last that is kept, where it is an error that something is not there; NULL */
struct message *diag_lack(void);
/* says more at the end of one that is kept */
void diag_more(struct message *m, const char *more);
/* only for what no input can be blamed for: no memory, no room, a bug */
_Noreturn void fatal(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* where nothing can go on after an error of the input: what was kept is printed too. Needs no memory but for JSON */
_Noreturn void fatal_at(struct loc at, enum error code, const char *text);

/* how many errors there were so far */
size_t errors(void);
/* notes are printed only where asked for; errors and warnings always. Returns the former setting */
bool diag_notes(bool on);
/* while on, messages are neither printed nor counted (a trial). Returns the former setting */
bool diag_quiet(bool on);
/* the last error's, even where it was not printed; 0: none since it was set so */
enum error diag_code(void);
void diag_code_forget(void);
/* the text of the last error that was not printed */
const char *diag_last(void);

/* the name nearest to a misspelt one among candidates, or NULL where none is near */
const char *nearest(const char *name, const struct strs *candidates);
/* "; did you mean 'x'?" or "" */
const char *did_you_mean(const char *name, const struct strs *candidates);

#endif
