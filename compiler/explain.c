/* The codes of errors: what each is about, why it is an error, an example and its mend. A code is never given to something else. */
#include <ctype.h>
#include <stdlib.h>

#include "explain.h"

const struct explanation explanations[] = {
	/* ---- scripts ---- */
	{E_LUA_SYNTAX, "the script is not Lua",
         "Lua could not read the script. The line is the one where it noticed, which may stand behind the mistake: a bracket that\n"
         "is not closed is missed at the end. SQL that holds ]] stands in [=[ … ]=].",
         "create_schema(\"app\"", "create_schema(\"app\")"},
	{E_LUA_ERROR, "the script failed while it ran",
         "Scripts run while building. An error of Lua ends the script that it is in; the line is that of the script or of its module.",
         "local schemas = nil\ncreate_schema(schemas.app)",
         "local schemas = { app = \"app\" }\ncreate_schema(schemas.app)"},
	{E_TOO_LONG, "the script runs too long",
         "A script has a bounded number of instructions, which no machine's speed changes, so that an endless loop is an error at its line.",
         "local i = 0\nwhile i < 1 do\nend", "local i = 0\nwhile i < 1 do\n  i = i + 1\nend"},
	{E_TOO_LARGE, "the script needs too much memory",
         "A script has bounded memory. Large data belong into files: execute_file and copy_file read one.",
         "local t = {}\nfor i = 1, 100 do\n  t[i] = string.rep(\"x\", 10000000 + i)\nend",
         "local t = {}\nfor i = 1, 100 do\n  t[i] = string.rep(\"x\", 100)\nend"},
	{E_HERMETIC, "not available in a script",
         "Scripts know no clock, no chance, no environment and no files but those of the project, so that the same input gives the same\n"
         "result on every machine. What differs by environment is given when migrate runs; modules stand in migrations/lib.",
         "execute(\"COMMENT ON SCHEMA public IS '\" .. os.date() .. \"'\")",
         "execute(\"COMMENT ON SCHEMA public IS 'made in November'\")"},
	{E_UNKNOWN_NAME, "a name that the script has not",
         "Neither the language nor the script has something of that name. The nearest name is suggested.",
         "create_shema \"app\"", "create_schema \"app\""},
	{E_PLACE, "in the wrong place",
         "A script has revision { … }, a function upgrade() and, where it is wanted, a function downgrade(); neither is local. Operations\n"
         "stand inside of these functions, and nowhere else.",
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", message = \"a schema\" }\ncreate_schema \"app\"\nfunction upgrade()\nend",
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", message = \"a schema\" }\nfunction upgrade()\n  create_schema \"app\"\nend"},
	{E_FILE, "a file cannot be read or written",
         "The system's own words say why. A file that could not be written whole is left as it was. Paths of execute_file and copy_file are relative to\n"
         "the script, and the text is UTF-8.",
         "execute_file \"missing.sql\"", NULL},
	{E_COMMAND_LINE, "the command line is wrong",
         "`migratec help` lists the commands, `migratec help COMMAND` the arguments and options of one.",
         NULL, NULL},
	{E_COMMAND, "a command of your own failed",
         "It is one of post_write_hooks, whose script is taken away again, or your editor.", NULL,
         NULL},

	/* ---- values and options ---- */
	{E_UNKNOWN_KEY, "unknown option",
         "The operation has no option of that name. docs/language.md lists the options of each.",
         "create_sequence(\"numbers\", { strat = 10 })",
         "create_sequence(\"numbers\", { start = 10 })"},
	{E_MISSING, "something is missing",
         "The operation cannot be without it. The message shows how the operation is written.",
         "create_table(\"users\", { column(\"email\", \"text\") })\ndrop_column \"users\"",
         "create_table(\"users\", { column(\"email\", \"text\") })\ndrop_column(\"users\", \"email\")"},
	{E_VALUE_TYPE, "a value of the wrong type",
         "A Lua string, number, boolean, table or sql \"…\" stands where another is wanted.",
         "create_table(\"users\", { column(\"id\", \"bigint\", { not_null = \"yes\" }) })",
         "create_table(\"users\", { column(\"id\", \"bigint\", { not_null = true }) })"},
	{E_NO_PLACE, "a value that has no place",
         "There are more values than the operation takes, or one of them belongs somewhere else. Options stand last, in one table.",
         "create_table(\"users\", { column(\"id\", \"bigint\") }, { unlogged = true })",
         "create_table(\"users\", { column(\"id\", \"bigint\"), unlogged = true })"},
	{E_VALUE, "a value that cannot be",
         "The option takes some values, or values within bounds, and this is none of them.",
         "create_table(\"users\", { column(\"id\", \"bigint\", { identity = \"sometimes\" }) })",
         "create_table(\"users\", { column(\"id\", \"bigint\", { identity = \"always\" }) })"},
	{E_EXCLUDE, "options that do not go together",
         "Two options exclude each other, or one says nothing without another.",
         "create_table(\"users\", {\n  column(\"id\", \"bigint\", { default = 1, identity = \"always\" }),\n})",
         "create_table(\"users\", {\n  column(\"id\", \"bigint\", { identity = \"always\" }),\n})"},
	{E_TEXT, "text that PostgreSQL cannot store",
         "Names and texts are UTF-8 and hold no NUL byte.", "create_schema \"a\\0b\"",
         "create_schema \"ab\""},
	{E_NOTHING, "nothing to do", "The operation says nothing to change.",
         "create_sequence \"numbers\"\nalter_sequence(\"numbers\", {})",
         "create_sequence \"numbers\"\nalter_sequence(\"numbers\", { cache = 10 })"},

	/* ---- revisions ---- */
	{E_ID, "an id that cannot be one",
         "An id, and a label, is not empty and holds no white space, no control character and none of @ - + : and commas, which names of revisions are made of.",
         "-- migrations/versions/a1.lua\nrevision { id = \"a:1\", message = \"first\" }\nfunction upgrade()\nend",
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", message = \"first\" }\nfunction upgrade()\nend"},
	{E_ID_TAKEN, "two revisions have one id",
         "Databases know a revision by its id, so each has its own. A copied file needs a new one.",
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", message = \"first\" }\nfunction upgrade()\nend\n"
         "-- migrations/versions/a2.lua\nrevision { id = \"a1\", parent = \"a1\", message = \"second\" }\nfunction upgrade()\nend",
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", message = \"first\" }\nfunction upgrade()\nend\n"
         "-- migrations/versions/a2.lua\nrevision { id = \"a2\", parent = \"a1\", message = \"second\" }\nfunction upgrade()\nend"},
	{E_UNKNOWN_REVISION, "no such revision", "A parent is the full id of another revision.",
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", parent = \"a0\", message = \"first\" }\nfunction upgrade()\nend",
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", message = \"first\" }\nfunction upgrade()\nend"},
	{E_CYCLE, "what comes before itself",
         "A revision is its own parent, or that of one of its parents, or models need each other, as views do that read each other: none could be made first.",
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", parent = \"a1\", message = \"first\" }\nfunction upgrade()\nend",
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", message = \"first\" }\nfunction upgrade()\nend"},
	{E_BRANCH, "branches that do not go together",
         "Revisions of which none is built upon the other may be applied in either order, and must give the same in both. "
         "Give one of them the other as its parent, or change what one of them does.",
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", message = \"first\" }\nfunction upgrade()\n\tcreate_table(\"t\", { column(\"id\", \"bigint\") })\nend\n"
         "-- migrations/versions/a2.lua\nrevision { id = \"a2\", parent = \"a1\", message = \"second\" }\nfunction upgrade()\n\tadd_column(\"t\", column(\"x\", \"text\"))\nend\n"
         "-- migrations/versions/a3.lua\nrevision { id = \"a3\", parent = \"a1\", message = \"third\" }\nfunction upgrade()\n\tadd_column(\"t\", column(\"x\", \"text\"))\nend",
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", message = \"first\" }\nfunction upgrade()\n\tcreate_table(\"t\", { column(\"id\", \"bigint\") })\nend\n"
         "-- migrations/versions/a2.lua\nrevision { id = \"a2\", parent = \"a1\", message = \"second\" }\nfunction upgrade()\n\tadd_column(\"t\", column(\"x\", \"text\"))\nend\n"
         "-- migrations/versions/a3.lua\nrevision { id = \"a3\", parent = \"a2\", message = \"third\" }\nfunction upgrade()\n\tadd_column(\"t\", column(\"y\", \"text\"))\nend"},
	{E_CONFIG, "config.lua says something that cannot be",
         "migrations/config.lua returns a table of settings; docs/language.md lists them.",
         "-- migrations/config.lua\nreturn { postgres = 3 }",
         "-- migrations/config.lua\nreturn { postgres = 14 }"},

	{E_VARIABLE, "no such variable",
         "What stands as :\"name\" or :'name' in SQL, and var \"name\" in Lua, is declared under variables in migrations/config.lua.",
         "-- migrations/config.lua\nreturn { variables = { app_role = { type = \"name\", default = \"app\" } } }\n"
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", message = \"grants\" }\nfunction upgrade()\n"
         "  execute [[GRANT USAGE ON SCHEMA public TO :\"app_rol\"]]\nend",
         "-- migrations/config.lua\nreturn { variables = { app_role = { type = \"name\", default = \"app\" } } }\n"
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", message = \"grants\" }\nfunction upgrade()\n"
         "  execute [[GRANT USAGE ON SCHEMA public TO :\"app_role\"]]\nend"},
	{E_FROZEN, "what was frozen has changed",
         "'migratec freeze' writes the revisions that databases have by now into\n"
         "migrations/frozen, with their checksums: they are not to change any more.\n"
         "What they do otherwise belongs into a new revision.",
         "-- migrations/frozen\na1 1:1\n"
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", message = \"first\" }\n"
         "function upgrade()\n  create_schema(\"apps\")\nend",
         "-- migrations/frozen\n"
         "a1 1:e91692c0bb02a56bba4b8ffc76e7c50233df1f8ad30ac0668bded971bae3c354\n"
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", message = \"first\" }\n"
         "function upgrade()\n  create_schema(\"app\")\nend"},

	/* ---- SQL ---- */
	{E_SQL_SYNTAX, "not SQL that PostgreSQL can read",
         "The words are those of PostgreSQL's own grammar, of version 15. What is right in a later version only is sent unread with raw = true.",
         "execute \"CREATE TABLE users (id bigint,)\"",
         "execute \"CREATE TABLE users (id bigint)\""},
	{E_TRANSACTION_CONTROL, "BEGIN, COMMIT and their like",
         "migrate begins and commits each migration together with its history row, so that a migration is never half applied and called\n"
         "whole. What must be committed by itself stands in a revision of its own.",
         "execute \"CREATE TABLE users (id bigint); COMMIT\"",
         "execute \"CREATE TABLE users (id bigint)\""},
	{E_NO_TRANSACTION, "a statement that PostgreSQL refuses in a transaction",
         "Such a statement is sent alone, outside of the migration's transaction, and recorded as a step; it cannot share an execute with\n"
         "others, which would be one transaction.",
         "create_table(\"users\", { column(\"id\", \"bigint\") })\nexecute \"CREATE INDEX CONCURRENTLY ON users (id); ANALYZE users\"",
         "create_table(\"users\", { column(\"id\", \"bigint\") })\nexecute \"CREATE INDEX CONCURRENTLY ON users (id)\"\nexecute \"ANALYZE users\""},
	{E_STATEMENT, "a statement that is not whole, or says too much",
         "PostgreSQL's grammar takes it, and PostgreSQL refuses it: a part that it needs is missing, stands there twice, or has no place in it.",
         "execute \"CREATE OPERATOR === (leftarg = integer, rightarg = integer)\"",
         "execute \"CREATE OPERATOR === (function = int4eq, leftarg = integer, rightarg = integer)\""},

	/* ---- names ---- */
	{E_NO_RELATION, "no such table, view, sequence or index",
         "At this point of the history there is none of that name. It may be misspelt, in another schema, dropped or renamed by an earlier\n"
         "operation, or made by a later one.",
         "create_table(\"users\", { column(\"id\", \"bigint\") })\nadd_column(\"user\", column(\"email\", \"text\"))",
         "create_table(\"users\", { column(\"id\", \"bigint\") })\nadd_column(\"users\", column(\"email\", \"text\"))"},
	{E_NO_COLUMN, "no such column",
         "At this point of the history the table has no column of that name. In SQL, text stands in single quotes, and a name in none or\n"
         "in double ones.",
         "create_table(\"users\", { column(\"id\", \"bigint\"), index { \"email\" } })",
         "create_table(\"users\", { column(\"id\", \"bigint\"), column(\"email\", \"text\"), index { \"email\" } })"},
	{E_NO_TYPE, "no such type",
         "Neither PostgreSQL nor an extension or a migration before has a type of that name.",
         "create_table(\"users\", { column(\"id\", \"bigit\") })",
         "create_table(\"users\", { column(\"id\", \"bigint\") })"},
	{E_NO_FUNCTION, "no such function or operator",
         "Neither PostgreSQL nor an extension or a migration before has one of that name that takes these types.",
         "create_table(\"users\", { column(\"at\", \"timestamptz\", { default = sql \"noww()\" }) })",
         "create_table(\"users\", { column(\"at\", \"timestamptz\", { default = sql \"now()\" }) })"},
	{E_NO_PART, "no such constraint, index, trigger, rule or policy",
         "The table has none of that name. Where a constraint was given no name it has PostgreSQL's own, as users_email_key.",
         "create_table(\"users\", { column(\"email\", \"text\"), unique { \"email\" } })\ndrop_constraint(\"users\", \"users_email\")",
         "create_table(\"users\", { column(\"email\", \"text\"), unique { \"email\" } })\ndrop_constraint(\"users\", \"users_email_key\")"},
	{E_NO_OBJECT, "no such object",
         "At this point of the history there is none of that kind and name.",
         "create_table(\"app.users\", { column(\"id\", \"bigint\") })",
         "create_schema \"app\"\ncreate_table(\"app.users\", { column(\"id\", \"bigint\") })"},
	{E_EXISTS, "it exists already",
         "Something of that name is there at this point of the history. Tables, views, sequences, indexes and composite types of a schema\n"
         "share their names.",
         "create_schema \"app\"\ncreate_schema \"app\"",
         "create_schema \"app\"\ncreate_schema \"app_two\""},
	{E_KIND, "it is something else",
         "There is something of that name, of another kind than the operation is for.",
         "create_sequence \"numbers\"\ndrop_table \"numbers\"",
         "create_sequence \"numbers\"\ndrop_sequence \"numbers\""},
	{E_RESERVED, "a name that cannot be given",
         "PostgreSQL keeps some names for itself (pg_…, the system columns), and would cut one that is longer than 63 bytes.",
         "create_schema \"pg_app\"", "create_schema \"app\""},
	{E_TWICE, "named twice",
         "Each stands in its list once; and what models say was called otherwise had a name that nothing else has now, but what was renamed too.",
         "create_table(\"users\", { column(\"id\", \"bigint\"), unique { \"id\", \"id\" } })",
         "create_table(\"users\", { column(\"id\", \"bigint\"), unique { \"id\" } })"},

	{E_AMBIGUOUS, "a name that may be two things",
         "Several tables of the query have a column of that name. Say whose it is: users.id.",
         "create_table(\"users\", { column(\"id\", \"bigint\") })\ncreate_table(\"posts\", { column(\"id\", \"bigint\") })\n"
         "execute \"CREATE VIEW v AS SELECT id FROM users, posts\"",
         "create_table(\"users\", { column(\"id\", \"bigint\") })\ncreate_table(\"posts\", { column(\"id\", \"bigint\") })\n"
         "execute \"CREATE VIEW v AS SELECT users.id FROM users, posts\""},

	/* ---- what depends on what ---- */
	{E_NEEDED, "something else needs it",
         "PostgreSQL drops nothing that something else depends on, unless told to drop that too. The message names the first, and the\n"
         "line that made it.",
         "create_table(\"users\", { column(\"id\", \"bigint\", { primary_key = true }) })\n"
         "create_table(\"posts\", { column(\"author\", \"bigint\", { references = \"users\" }) })\ndrop_table \"users\"",
         "create_table(\"users\", { column(\"id\", \"bigint\", { primary_key = true }) })\n"
         "create_table(\"posts\", { column(\"author\", \"bigint\", { references = \"users\" }) })\ndrop_table(\"users\", { cascade = true })"},
	{E_OWNED, "it belongs to something else",
         "What is part of another object (the sequence of an identity, the index of a constraint, what a table inherits) is changed and\n"
         "dropped with that.",
         "create_table(\"users\", { column(\"email\", \"text\", { unique = true }) })\ndrop_index \"users_email_key\"",
         "create_table(\"users\", { column(\"email\", \"text\", { unique = true }) })\ndrop_constraint(\"users\", \"users_email_key\")"},

	/* ---- types and their values ---- */
	{E_LITERAL, "a value that the type does not have",
         "PostgreSQL would refuse the text as a value of that type.",
         "create_table(\"users\", { column(\"age\", \"integer\", { default = \"old\" }) })",
         "create_table(\"users\", { column(\"age\", \"integer\", { default = 18 }) })"},
	{E_NO_LABEL, "a label that the enum has not",
         "At this point of the history the enum has no such label. Upper and lower case are told apart.",
         "create_enum(\"role\", { \"user\", \"admin\" })\n"
         "create_table(\"users\", { column(\"role\", \"role\", { default = \"Admin\" }) })",
         "create_enum(\"role\", { \"user\", \"admin\" })\n"
         "create_table(\"users\", { column(\"role\", \"role\", { default = \"admin\" }) })"},
	{E_NEW_LABEL, "a label used in the transaction that adds it",
         "PostgreSQL lets a new label of an enum be used only after it is committed. Use it in the next revision.",
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", message = \"roles\" }\nfunction upgrade()\n  create_enum(\"role\", { \"user\" })\nend\n"
         "-- migrations/versions/a2.lua\nrevision { id = \"a2\", parent = \"a1\", message = \"admins\" }\nfunction upgrade()\n"
         "  add_enum_value(\"role\", \"admin\")\n  create_table(\"admins\", { column(\"role\", \"role\", { default = \"admin\" }) })\nend",
         "-- migrations/versions/a1.lua\nrevision { id = \"a1\", message = \"roles\" }\nfunction upgrade()\n  create_enum(\"role\", { \"user\" })\nend\n"
         "-- migrations/versions/a2.lua\nrevision { id = \"a2\", parent = \"a1\", message = \"the label\" }\nfunction upgrade()\n"
         "  add_enum_value(\"role\", \"admin\")\nend\n"
         "-- migrations/versions/a3.lua\nrevision { id = \"a3\", parent = \"a2\", message = \"admins\" }\nfunction upgrade()\n"
         "  create_table(\"admins\", { column(\"role\", \"role\", { default = \"admin\" }) })\nend"},
	{E_MODIFIER, "a modifier that the type does not take",
         "The numbers behind a type have bounds, and most types take none.",
         "create_table(\"users\", { column(\"name\", \"varchar(0)\") })",
         "create_table(\"users\", { column(\"name\", \"varchar(80)\") })"},
	{E_TYPE_PLACE, "a type that cannot stand here",
         "What is asked for needs something of its type that this one has not: an order, a collation, room to be stored in.",
         "create_table(\"users\", { column(\"profile\", \"json\"), index { \"profile\" } })",
         "create_table(\"users\", { column(\"profile\", \"jsonb\"), index { \"profile\" } })"},
	{E_MISMATCH, "types that do not go together",
         "A value of the one type does not become one of the other by itself, or there is no operator for both. A cast (x::type), or using =\n"
         "where a column's type changes, says how.",
         "create_table(\"users\", { column(\"age\", \"text\") })\nalter_column(\"users\", \"age\", { type = \"integer\" })", "create_table(\"users\", { column(\"age\", \"text\") })\nalter_column(\"users\", \"age\", { type = \"integer\", using = \"age::integer\" })"},

	/* ---- expressions ---- */
	{E_EXPRESSION, "an expression that cannot stand here",
         "Checks, defaults, generated columns, index expressions and policies each let only some expressions in: subqueries, aggregates,\n"
         "other columns, or functions that are not immutable are refused where the value must be known from the row alone.",
         "create_table(\"users\", { column(\"id\", \"bigint\"), check \"id < (SELECT 10)\" })",
         "create_table(\"users\", { column(\"id\", \"bigint\"), check \"id < 10\" })"},

	{E_GROUPING, "a column that is neither grouped nor aggregated",
         "A query with GROUP BY, HAVING or an aggregate gives one row for many: each column stands in GROUP BY or inside of an aggregate,\n"
         "unless the primary key of its table is in GROUP BY.",
         "create_table(\"users\", { column(\"id\", \"bigint\"), column(\"role\", \"text\") })\n"
         "execute \"CREATE VIEW v AS SELECT id, count(*) FROM users GROUP BY role\"",
         "create_table(\"users\", { column(\"id\", \"bigint\"), column(\"role\", \"text\") })\n"
         "execute \"CREATE VIEW v AS SELECT role, count(*) FROM users GROUP BY role\""},

	/* ---- tables and what they have ---- */
	{E_PRIMARY_KEY, "a second primary key",
         "A table has one primary key. Drop the first, or make this one unique.",
         "create_table(\"users\", { column(\"id\", \"bigint\", { primary_key = true }) })\ncreate_primary_key(\"users\", { \"id\" })",
         "create_table(\"users\", { column(\"id\", \"bigint\") })\ncreate_primary_key(\"users\", { \"id\" })"},
	{E_FOREIGN_KEY, "a foreign key that cannot be",
         "A foreign key refers to the primary key or to unique columns of a table, with as many columns, of types that can be compared.",
         "create_table(\"users\", { column(\"id\", \"bigint\") })\n"
         "create_table(\"posts\", { column(\"author\", \"bigint\", { references = \"users(id)\" }) })",
         "create_table(\"users\", { column(\"id\", \"bigint\", { primary_key = true }) })\n"
         "create_table(\"posts\", { column(\"author\", \"bigint\", { references = \"users(id)\" }) })"},
	{E_PARTITION, "partitions that cannot be",
         "A partition has the bounds that its table's key asks for, shares no value with another, and its columns and keys are those of\n"
         "its table.",
         "create_table(\"logs\", {\n  column(\"at\", \"date\"),\n  partition_by = \"range (at)\",\n  partition(\"logs_1\", { values = { \"2026-01-01\" } }),\n})",
         "create_table(\"logs\", {\n  column(\"at\", \"date\"),\n  partition_by = \"range (at)\",\n"
         "  partition(\"logs_1\", { from = \"2026-01-01\", to = \"2026-02-01\" }),\n})"},
	{E_INHERIT, "what is inherited",
         "A column or constraint that comes from another table is changed there, and tables that inherit must agree with what they inherit.",
         "create_table(\"people\", { column(\"name\", \"text\") })\ncreate_table(\"users\", { inherits = { \"people\" } })\ndrop_column(\"users\", \"name\")",
         "create_table(\"people\", { column(\"name\", \"text\") })\ncreate_table(\"users\", { inherits = { \"people\" } })\ndrop_column(\"people\", \"name\")"},
	{E_GENERATED, "an identity or generated column",
         "PostgreSQL gives such a column its values. It takes no default, no value but DEFAULT where it is generated ALWAYS, and only some\n"
         "types and expressions can be one.",
         "create_table(\"users\", { column(\"id\", \"text\", { identity = \"always\" }) })",
         "create_table(\"users\", { column(\"id\", \"bigint\", { identity = \"always\" }) })"},
	{E_INDEX, "an index that cannot be", "The access method cannot do what is asked for.",
         "create_table(\"users\", { column(\"id\", \"bigint\"), index { \"id\", unique = true, using = \"hash\" } })",
         "create_table(\"users\", { column(\"id\", \"bigint\"), index { \"id\", using = \"hash\" } })"},
	{E_CONCURRENTLY, "what cannot be done concurrently",
         "PostgreSQL builds and drops an index without a long lock for one ordinary table at a time.",
         "create_table(\"logs\", { column(\"at\", \"date\"), partition_by = \"range (at)\" })\ncreate_index(\"logs\", { \"at\" }, { concurrently = true })",
         "create_table(\"logs\", { column(\"at\", \"date\"), partition_by = \"range (at)\" })\ncreate_index(\"logs\", { \"at\" })"},
	{E_PARAMETER, "a storage parameter or option that is not there",
         "The kind of table, index or object has no such parameter, or has it with other bounds.",
         "create_table(\"users\", { column(\"id\", \"bigint\"), with = { fillfactor = 5 } })",
         "create_table(\"users\", { column(\"id\", \"bigint\"), with = { fillfactor = 70 } })"},
	{E_SEQUENCE, "numbers of a sequence that do not agree",
         "start and restart lie between min_value and max_value, which lie within the range of its type.",
         "create_sequence(\"numbers\", { start = 1, min_value = 10 })",
         "create_sequence(\"numbers\", { start = 10, min_value = 10 })"},
	{E_NOT_NULL, "NOT NULL that must be, or is",
         "A primary key, an identity and a partition's parent ask for NOT NULL; it cannot go while they do.",
         "create_table(\"users\", { column(\"id\", \"bigint\", { primary_key = true }) })\nalter_column(\"users\", \"id\", { not_null = false })",
         "create_table(\"users\", { column(\"id\", \"bigint\", { primary_key = true }) })\n"
         "drop_constraint(\"users\", \"users_pkey\")\nalter_column(\"users\", \"id\", { not_null = false })"},
	{E_PERSISTENCE, "temporary, unlogged and permanent tables",
         "A permanent table refers to permanent ones only, and what is temporary stays among its like.",
         "create_table(\"users\", { column(\"id\", \"bigint\", { primary_key = true }), unlogged = true })\n"
         "create_table(\"posts\", { column(\"author\", \"bigint\", { references = \"users\" }) })",
         "create_table(\"users\", { column(\"id\", \"bigint\", { primary_key = true }) })\n"
         "create_table(\"posts\", { column(\"author\", \"bigint\", { references = \"users\" }) })"},
	{E_CONSTRAINT, "a constraint that cannot be",
         "The options of the constraint contradict each other, or it is of a kind that the operation is not for.",
         "execute \"CREATE DOMAIN age AS integer CHECK (VALUE > 0) NO INHERIT\"",
         "execute \"CREATE DOMAIN age AS integer CHECK (VALUE > 0)\""},
	{E_REPLACE, "OR REPLACE that PostgreSQL refuses",
         "A view keeps its columns and a function its result when they are replaced. Drop it and create it anew.",
         "execute \"CREATE VIEW v AS SELECT 1 AS a\"\nexecute \"CREATE OR REPLACE VIEW v AS SELECT 1 AS b\"",
         "execute \"CREATE VIEW v AS SELECT 1 AS a\"\nexecute \"CREATE OR REPLACE VIEW v AS SELECT 1 AS a, 2 AS b\""},
	{E_ROW, "rows that cannot be inserted",
         "A row lacks a value that it must have, gives one to a column that takes none, has the key of another row, or has more fields or\n"
         "fewer than its file has columns.",
         "create_table(\"users\", { column(\"id\", \"bigint\", { primary_key = true }) })\nbulk_insert(\"users\", { { id = 1 }, { id = 1 } })",
         "create_table(\"users\", { column(\"id\", \"bigint\", { primary_key = true }) })\nbulk_insert(\"users\", { { id = 1 }, { id = 2 } })"},
	{E_LIMIT, "more than PostgreSQL takes",
         "A table has at most 1600 columns, a key or index at most 32.", NULL, NULL},

	/* ---- roles ---- */
	{E_PRIVILEGE, "no such privilege", "Each kind of object has privileges of its own.",
         "create_sequence \"numbers\"\nexecute \"GRANT INSERT ON SEQUENCE numbers TO PUBLIC\"",
         "create_sequence \"numbers\"\nexecute \"GRANT USAGE ON SEQUENCE numbers TO PUBLIC\""},

	/* ---- a live database ---- */
	{E_DATABASE, "a database cannot be read",
         "`migratec inspect` reads the database that --url names, or DATABASE_URL, or libpq's own variables (PGHOST, PGDATABASE, PGSERVICE …).\n"
         "The server's own words say why it cannot. It takes no more than the right to connect; nothing is changed.",
         NULL, NULL},
};

const size_t n_explanations = LEN(explanations);

char *
error_name(enum error code)
{
	return strf("E%04d", (int)code);
}

const struct explanation *
explanation_find(const char *name)
{
	char *end;
	long code;
	size_t i;

	if (*name == 'E' || *name == 'e')
		name++;
	code = isdigit((unsigned char)*name) ? strtol(name, &end, 10) : 0;
	if (!code || *end)
		return NULL;
	for (i = 0; i < LEN(explanations); i++)
		if ((long)explanations[i].code == code)
			return &explanations[i];
	return NULL;
}

static void
indented(struct buf *b, const char *title, const char *text)
{
	const char *c;

	buf_fmt(b, "\n%s\n\n    ", title);
	for (c = text; *c; c++) {
		buf_char(b, *c);
		if (*c == '\n')
			buf_add(b, "    ");
	}
	buf_char(b, '\n');
}

void
explanation_print(const struct explanation *e, struct buf *b)
{
	buf_fmt(b, "%s: %s\n\n%s\n", error_name(e->code), e->title, e->text);
	if (e->wrong)
		indented(b, "Wrong:", e->wrong);
	if (e->right)
		indented(b, "Right:", e->right);
}
