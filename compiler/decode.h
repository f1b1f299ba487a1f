/* From the values of a script to the structs of operations, by field tables. Knows no Lua: script.c makes data of what a
   script hands over. */
#ifndef DECODE_H
#define DECODE_H

#include "op.h"

enum datum_type {
	DATUM_NOTHING, /* nil, or left out */
	DATUM_NULL,
	DATUM_BOOL,
	DATUM_INTEGER,
	DATUM_FLOAT,
	DATUM_STRING,
	DATUM_SQL,
	DATUM_TABLE,
	DATUM_ARRAY, /* array {…}: has a list part only */
	DATUM_ITEM,
	DATUM_OPERATION, /* what a call of an operation returns, which has no use */
	DATUM_FUNCTION,
	DATUM_OTHER, /* a value that no script should have */
	DATUM_WRONG, /* cannot be read; text says why, as the end of a sentence */
};

struct datum {
	enum datum_type type;
	bool truth;
	size_t n; /* bytes of text, which may hold a NUL */
	union {
		const char *text; /* of numbers, strings, sql */
		const struct record *record;
		struct item *item;
	};
};

/* what a table holds */
struct record {
	const struct datum *list;
	size_t n;
	const struct named *named; /* sorted by bytes */
	size_t n_named;
};

struct named {
	const char *key;
	struct datum value;
};

/* what a constructor made */
struct item {
	const struct shape *shape;
	void *value;
	const struct invocation *call;
	bool wrong; /* its errors were reported, and whatever uses it is not read, in silence */
	bool used;
};

/* how a script called a function */
struct invocation {
	const char *name; /* of the function */
	struct loc at;
	const struct datum *args;
	size_t n;
	bool model; /* it declares what there is */
	/* where a text stands in the scripts: sets at and verbatim of s, whose text is set */
	void (*locate)(struct source *s);
};

/* decodes a call's arguments into a zeroed struct of shape.size, and finishes it. false where it is of no use, errors were
   reported then */
bool decode_call(const struct shape *shape, const struct invocation *call, void *into);
/* the texts in a call, those of its items too */
struct strs decode_texts(const struct invocation *call);

#endif
