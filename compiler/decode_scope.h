/* What decode.c and decode_value.c share: one call being decoded. */
#ifndef DECODE_SCOPE_H
#define DECODE_SCOPE_H

#include "decode.h"

#define MAX_SLOTS 128

/* a field as its outermost struct has it: those of parts are among the others */
struct slot {
	const struct field *field;
	size_t offset;
	int position;
	const struct layout *layout; /* of field->shape */
};

struct layout {
	const struct shape *shape;
	struct slot slots[MAX_SLOTS];
	size_t n;
	int last; /* position */
	bool has_options;
	struct list parts; /* struct slot, for finish */
	struct strs keys;  /* of options */
};

/* one call being decoded */
struct decoder {
	const struct invocation *call;
	bool failed;   /* after an error */
	bool poisoned; /* by an item whose errors were reported */
};

/* the struct being filled: the call's own, or one inside of it */
struct scope {
	struct decoder *decoder;
	const struct scope *outer;
	const char *key; /* what it is of outer's */
	size_t index;    /* from 1 where that is a list */

	const struct layout *layout;
	char *into;
	bool given[MAX_SLOTS];
};

/* fields that hold several values */
bool decode_is_list(enum field_type type);
/* the slots of a shape, those of its parts among them */
const struct layout *decode_layout(const struct shape *shape);
/* what a value is, for messages */
const char *decode_words(const struct datum *d);
/* an error about the scope's value */
void decode_wrong(struct scope *s, enum error code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* d is not what key must be */
void decode_mismatch(struct scope *s, const char *key, const char *expected, const struct datum *d);
/* the elements of a list, or the one that stands for a list; NULL after an error */
const struct datum *decode_elements(struct scope *s, const struct slot *slot, const struct datum *d,
                                    size_t *n);
/* a value that is neither an item nor several, by the type of its field */
void decode_value(struct scope *s, const struct slot *slot, const struct datum *d, void *into);

#endif
