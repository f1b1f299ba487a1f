/* What alter_column says, for the file that reads, writes and compares it and the one that applies it. */
#ifndef ALTER_COLUMN_H
#define ALTER_COLUMN_H

#include "kind.h"

/* a change of an identity: what is left out stays */
struct new_identity {
	struct identity identity;
	const char *restart; /* "true": at its start */
};

/* how SQL says it; Lua does not, and means whichever fits */
enum manner { WHICHEVER, ADD_IDENTITY, SET_IDENTITY };

struct alter_column {
	struct op op;
	struct altered altered;
	const char *name;

	const char *type;
	const char *using;
	const char *collation;
	struct value *default_value;   /* VALUE_NULL: none */
	const char *generated;         /* "": none */
	struct new_identity *identity; /* all zero: none */
	enum answer not_null;
	const char *storage;
	const char *compression;
	const char *statistics;
	struct strs options;
	struct strs reset;
	const char *comment;
	bool if_exists;

	enum manner manner;
	bool several; /* of SQL: the statement changes the types of several columns at once */

	/* of a difference: what the column is to become. When it is applied, it says only what has not become so by then: what is
	   done to a table reaches those that inherit from it */
	const struct column *wanted;
	bool only_taken; /* takes the default or the expression away, before what they need goes or changes */

	const struct column *from,
		*to; /* as it was and as it is now; NULL where there is no table */
	struct qname table;
};

enum applied alter_column_apply(struct op *op, struct schema *s);

/* what is left to say of what it wants, where the column is so by now; and whether that is anything */
void alter_column_say(struct alter_column *op, const struct schema *s, const struct column *from);
bool alter_column_says(const struct alter_column *op);
/* it wants the default that the column has by now */
bool alter_column_keeps_default(const struct alter_column *op, const struct column *from);

#endif
