/* The codes of errors: what each is about, why it is an error, an example and its mend. A code is never given to something else. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "util.h"

enum error {
	/* scripts */
	E_LUA_SYNTAX = 1,
	E_LUA_ERROR,
	E_TOO_LONG,
	E_TOO_LARGE,
	E_HERMETIC,
	E_UNKNOWN_NAME,
	E_PLACE,
	E_FILE,
	E_COMMAND_LINE,
	E_COMMAND,

	/* values and options */
	E_UNKNOWN_KEY = 101,
	E_MISSING,
	E_VALUE_TYPE,
	E_NO_PLACE,
	E_VALUE,
	E_EXCLUDE,
	E_TEXT,
	E_NOTHING,

	/* revisions */
	E_ID = 201,
	E_ID_TAKEN,
	E_UNKNOWN_REVISION,
	E_CYCLE,
	E_BRANCH,
	E_CONFIG,
	E_VARIABLE,
	E_FROZEN,

	/* SQL */
	E_SQL_SYNTAX = 301,
	E_TRANSACTION_CONTROL,
	E_NO_TRANSACTION,
	E_STATEMENT,

	/* names */
	E_NO_RELATION = 401,
	E_NO_COLUMN,
	E_NO_TYPE,
	E_NO_FUNCTION,
	E_NO_PART,
	E_NO_OBJECT,
	E_EXISTS,
	E_KIND,
	E_RESERVED,
	E_TWICE,
	E_AMBIGUOUS,

	/* what depends on what */
	E_NEEDED = 501,
	E_OWNED,

	/* types and their values */
	E_LITERAL = 601,
	E_NO_LABEL,
	E_NEW_LABEL,
	E_MODIFIER,
	E_TYPE_PLACE,
	E_MISMATCH,

	/* expressions */
	E_EXPRESSION = 701,
	E_GROUPING,

	/* tables and what they have */
	E_PRIMARY_KEY = 801,
	E_FOREIGN_KEY,
	E_PARTITION,
	E_INHERIT,
	E_GENERATED,
	E_INDEX,
	E_CONCURRENTLY,
	E_PARAMETER,
	E_SEQUENCE,
	E_NOT_NULL,
	E_PERSISTENCE,
	E_CONSTRAINT,
	E_REPLACE,
	E_ROW,
	E_LIMIT,

	/* roles */
	E_PRIVILEGE = 901,

	/* a live database */
	E_DATABASE = 1001,
};

struct explanation {
	enum error code;
	const char *title;
	const char *text;
	/* the body of an upgrade(), or where it names them by a comment, whole files; NULL: none can show it */
	const char *wrong, *right;
};

extern const struct explanation explanations[];
extern const size_t n_explanations;

/* "E0401" */
char *error_name(enum error code);
/* the explanation of a code as error_name() writes it, in small letters too, or as its number alone; NULL: there is no such code */
const struct explanation *explanation_find(const char *name);
/* as `migratec explain` prints it */
void explanation_print(const struct explanation *e, struct buf *b);

#endif
