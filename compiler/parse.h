/* The wall round libpg_query: splitting, scanning, the parse tree, and SQL made of it again. The only file that includes
   pg_query.h; kinds read the tree through this one, as PgQuery__ structs. */
#ifndef PARSE_H
#define PARSE_H

#include <pg_query.h>
#include <pg_query/pg_query.pb-c.h>

#include "schema.h"

struct parse_error {
	const char *message; /* the server's words; NULL where nothing is wrong */
	size_t offset;       /* in bytes, where it pointed */
};

/* one statement of a text */
struct statement {
	struct loc at; /* its first token */
	/* as written, without leading and trailing space and comments and without the semicolon */
	const char *text;
	const PgQuery__Node *tree; /* .location in it counts from the source's start */

	const struct source *source;
	size_t offset; /* of its first token in the source */
};

/* what a kind is asked about: a statement, or one action of an ALTER TABLE (and its like) */
struct clause {
	struct loc at; /* its first token */
	const struct statement *statement;
	const PgQuery__Node *node;
	const PgQuery__AlterTableCmd *command; /* NULL where the statement is no AlterTableStmt */
};

/* splits and parses; statements get struct statement. -1 after error_at with the line of the SQL, prefixed by what ("execute") */
int parse_source(const struct source *s, const char *what, struct list *statements);
/* the clauses of a statement: each action of ALTER TABLE, else the statement itself. struct clause */
struct list statement_clauses(const struct statement *s);
/* the elements of a CREATE SCHEMA, each a struct statement; false where they cannot be told apart */
bool statement_elements(const struct statement *s, struct list *elements);
/* the place of a node of a statement, by its .location (-1: the clause's) */
struct loc clause_at(const struct clause *c, int location);
/* the place of a byte of SQL */
struct loc source_at(const struct source *source, size_t offset);

/* the expression's tree, or NULL with *e. Cached by text. It must be one whole expression */
const PgQuery__Node *parse_expression(const char *text, struct parse_error *e);
/* the tree of a whole statement that a kind composes ("CREATE TABLE x () PARTITION BY range (at)"); NULL with *e */
const PgQuery__Node *parse_statement(const char *text, struct parse_error *e);
/* an expression as SQL text again: as it was written, without brackets round the whole, comments and line ends */
char *node_sql(const PgQuery__Node *expression);
/* a statement, or a query inside of one, as SQL text again: as it was written, or composed where the tree was. NULL where that
   cannot be done rightly */
char *statement_sql(const PgQuery__Node *statement);

/* what PostgreSQL calls a statement: "CREATE VIEW" (tag.c) */
const char *statement_tag(const PgQuery__Node *statement);

/* calls visit for each message inside of a tree, those outside first; false from it leaves out what is inside that one. A
   PgQuery__Node is not visited itself, only what it holds. m->descriptor tells what m is */
void tree_walk(const PgQuery__Node *n, bool (*visit)(const ProtobufCMessage *m, void *data),
               void *data);
/* the same of a message: it is visited first */
void message_walk(const ProtobufCMessage *m, bool (*visit)(const ProtobufCMessage *m, void *data),
                  void *data);
/* equal but for places */
bool tree_same(const PgQuery__Node *a, const PgQuery__Node *b);

struct token {
	size_t start, end; /* in bytes */
	PgQuery__Token type;
	PgQuery__KeywordKind keyword;
};

struct tokens {
	struct token *v;
	size_t n;
};

/* the tokens of a text, comments left out; false where the text does not even scan */
bool scan_tokens(const char *text, struct tokens *tokens);
/* the i-th is the dot of a name; false behind the last */
bool is_dot(const struct tokens *tokens, size_t i);
/* the index of the token that begins at offset, or of the one before it */
size_t token_at(const struct tokens *tokens, size_t offset);
/* the string constant of a statement, the first from a place of its tree on, as it stands in its file; where it is written with
   escapes, or composed, all of it is at the line of the statement */
struct source string_source(const struct statement *st, int location, const char *string);
/* the tokens of a text as one string each, comments and space left out; scanning never needs correct grammar. false where not even
   that is possible */
bool scan(const char *text, struct strs *tokens);
/* the names that stand in a text, however deep: identifiers unfolded from quotes and folded outside of them, and the same inside
   string and dollar-quoted constants, and each such constant that could be a name itself. Appended, each once */
void scan_names(const char *text, struct strs *names);

struct qname range_qname(const PgQuery__RangeVar *r);
/* a list of String nodes: a, or schema and name, or catalog, schema and name */
struct qname list_qname(PgQuery__Node *const *names, size_t n);
/* the text of a String node, or NULL */
const char *node_string(const PgQuery__Node *n);
/* appends the texts of String nodes */
void node_strings(PgQuery__Node *const *nodes, size_t n, struct strs *out);
/* DefElems as "name=value" */
void node_parameters(PgQuery__Node *const *nodes, size_t n, struct strs *out);

/* a type as format_type spells it: "int4" is "integer", "varchar(5)[]" is "character varying(5)[]"; user types keep their
   name, quoted where needed. serial types stay as they are. NULL with *e. Cached by text */
const char *type_parse(const char *text, struct parse_error *e);
/* the same of a tree, and never NULL: what type_parse refuses ("SETOF integer", "t.a%TYPE") is spelled too */
const char *type_sql(const PgQuery__TypeName *t);
/* the parts of a type in any spelling */
struct type_parts {
	/* as format_type has it where it is built in ("integer", "timestamp with time zone") */
	struct qname name;
	bool builtin; /* of pg_catalog in any server version, or of information_schema; serial too */
	/* as SQL; of an interval the fields, if any, come first ("day to second") */
	struct strs modifiers;
	unsigned dimensions;
};
struct type_parts type_parts(const char *type);
/* pg_type.typname of a built-in type, with "_" before it of an array; NULL of others. And the other way */
const char *type_catalog_name(const char *type);
const char *type_spelling(const char *catalog_name);
/* the names of built-in types and their aliases, for did_you_mean */
const struct strs *type_names(void);

/* a column that an expression refers to */
struct column_ref {
	const char *qualifier; /* table name or alias; NULL */
	const char *name;      /* NULL for a whole row (*) */
	size_t offset;         /* of the reference in the text that was parsed */
};
/* struct column_ref, appended; those inside of subqueries are left out, for they may be the subquery's own */
void expression_columns(const PgQuery__Node *expression, struct list *refs);
/* whether a subquery stands in it */
bool expression_has_subquery(const PgQuery__Node *expression);
/* the text with the column (of the table, where qualified) renamed */
char *expression_rename_column(const char *text, const char *table, const char *from,
                               const char *to);
/* the text without the table's name before columns, so that it holds when the table has another */
char *expression_unqualified(const char *text, const char *table);
/* the text of a bare string constant, with or without a cast (whose type, as type_sql spells it, goes to *cast or NULL), or
   NULL where the expression is something else */
const char *expression_string(const PgQuery__Node *expression, const char **cast);
/* as FigureColname: the name that the server derives for an expression, "lower" of lower(email); NULL where it has none */
const char *expression_name(const PgQuery__Node *expression);
/* two texts of the same tokens */
bool same_tokens(const char *a, const char *b);

#endif
