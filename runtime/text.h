/* Text that grows. Running out of memory is remembered, and looked at once, where the text is used. */
#ifndef TEXT_H
#define TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct text {
	char *s; /* NULL while empty, else ends in NUL */
	size_t n, size;

	bool failed; /* no memory: the text is not whole */
};

void text_bytes(struct text *t, const char *s, size_t n);

void text_add(struct text *t, const char *s);

__attribute__((format(printf, 2, 3))) void text_fmt(struct text *t, const char *fmt, ...);

__attribute__((format(printf, 2, 0))) void text_vfmt(struct text *t, const char *fmt, va_list ap);

/* the string as SQL has it: 'it''s' */
void text_literal(struct text *t, const char *s);

/* the name as SQL has it: "it""s" */
void text_name(struct text *t, const char *s);

/* the string in quotes, as JSON has it */
void text_json(struct text *t, const char *s);

/* the text as a string, never NULL */
const char *text_str(const struct text *t);

/* keep the memory, forget the text */
void text_clear(struct text *t);

void text_free(struct text *t);

/* the length of the first line, for %.*s */
int text_line(const char *s);

/* how much two words differ: inserted, deleted and changed letters */
unsigned text_distance(const char *a, const char *b);

/* the distance from which on nobody can have meant another word by this one */
unsigned text_too_far(const char *word);

#endif
