/* create_table: the operation, for its own files. */
#ifndef CREATE_TABLE_H
#define CREATE_TABLE_H

#include "code.h"

struct create_table {
	struct op op;
	struct qname name;
	struct list columns;
	struct list primary_keys, uniques, checks, foreign_keys, excludes;
	struct list indexes;
	struct list partitions;
	bool if_not_exists;
	bool unlogged;
	bool temporary;
	struct list inherits; /* struct qname */
	struct strs like;
	const char *of_type;
	const char *partition_by;
	struct qname partition_of;
	struct bound bound;
	const char *using;
	struct strs with;
	const char *on_commit;
	const char *tablespace;
	const char *comment;
	struct qname renamed_from;

	struct list constraints; /* of SQL, and of a table that comes back: in the order said */
	struct list likes;       /* struct like: of SQL */
	const char *server;      /* of a foreign table, which SQL alone says */
	struct strs server_options;

	struct table *table;         /* as it was made; NULL where nothing is to be done */
	struct list own_constraints; /* those of it that are said here: struct constraint */
	struct list own_indexes;     /* struct index */
	struct list made_likes;      /* struct like */
	struct list made_partitions; /* struct create_table */
};

/* ---- told.c ---- */

const struct op *create_table_told(const struct op *op, const struct schema *s);
bool create_table_absorb(struct op *op, const struct op *other);

#endif
