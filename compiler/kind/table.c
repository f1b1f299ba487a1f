/* Tables: CREATE TABLE with all that it holds, DROP TABLE, and what ALTER TABLE says of a table as a whole.

   A table is put into the schema when its columns, constraints and indexes are there, its partitions right after it: each
   of them is a create_table of its own. So a foreign key to the table itself is resolved against the table that is passed to
   constraint_add, not against the schema. */
#include <stdlib.h>
#include <string.h>

#include "kind.h"

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

	struct list constraints; /* of SQL, and of a table that comes back: in the order said */
	struct list likes;       /* struct like: of SQL */

	struct table *table;         /* as it was made; NULL where nothing is to be done */
	struct list own_constraints; /* those of it that are said here: struct constraint */
	struct list own_indexes;     /* struct index */
	struct list made_likes;      /* struct like */
	struct list made_partitions; /* struct create_table */
};

struct drop_table {
	struct op op;
	struct list names; /* struct qname */
	bool if_exists;
	bool cascade;

	struct list tables; /* of a difference: struct table, all that go */
};

struct rename_table {
	struct op op;
	struct qname name;
	const char *to;
	bool if_exists;

	const struct clause *clause; /* of SQL, where ALTER TABLE may mean other relations too */
};

struct alter_table {
	struct op op;
	struct altered altered;
	enum answer unlogged;
	const char *tablespace;
	const char *using;
	struct strs with;
	struct strs reset;
	struct qname inherit;
	struct qname no_inherit;
	const char *schema;
	const char *comment;

	struct qname attach, detach; /* of SQL */
	struct bound bound;          /* of attach */
	bool changed;                /* the table was there */
};

static const struct op_class create_table, drop_table, rename_table, alter_table;
static const struct noun identity_noun;

static void table_aliases(const struct object *o, struct list *aliases);

/* ---- storage parameters ---- */

static const char *const parameters[] = {
	"fillfactor",
	"toast_tuple_target",
	"parallel_workers",
	"user_catalog_table",
	"oids",
	"autovacuum_enabled",
	"vacuum_index_cleanup",
	"vacuum_truncate",
	"vacuum_max_eager_freeze_failure_rate",
	"autovacuum_vacuum_threshold",
	"autovacuum_vacuum_max_threshold",
	"autovacuum_vacuum_scale_factor",
	"autovacuum_vacuum_insert_threshold",
	"autovacuum_vacuum_insert_scale_factor",
	"autovacuum_analyze_threshold",
	"autovacuum_analyze_scale_factor",
	"autovacuum_vacuum_cost_delay",
	"autovacuum_vacuum_cost_limit",
	"autovacuum_freeze_min_age",
	"autovacuum_freeze_max_age",
	"autovacuum_freeze_table_age",
	"autovacuum_multixact_freeze_min_age",
	"autovacuum_multixact_freeze_max_age",
	"autovacuum_multixact_freeze_table_age",
	"log_autovacuum_min_duration",
};

static enum applied
need_table_parameter(const struct op *op, const char *text)
{
	const char *name = strn(text, strcspn(text, "=")), *bare = name;
	struct strs known = {0};
	size_t i;
	long n;

	if (strcmp(text, "oids=true") == 0)
		return op_error(op, "tables WITH OIDS are no more");
	if (strncmp(bare, "toast.", 6) == 0)
		bare += 6;
	for (i = 0; i < LEN(parameters); i++)
		strs_add(&known, parameters[i]);
	if (!strs_has(&known, bare))
		return op_error(op, "a table has no storage parameter '%s'%s", name,
		                did_you_mean(bare, &known));
	if (strcmp(name, "fillfactor") != 0)
		return APPLIED;
	n = strtol(text + strcspn(text, "=") + 1, NULL, 10);
	if (n < 10 || n > 100)
		return op_error(op, "fillfactor must be from 10 to 100");
	return APPLIED;
}

/* another access method may have parameters of its own */
static enum applied
need_table_parameters(const struct op *op, const struct strs *with, const char *using,
                      bool partitioned)
{
	size_t i;

	if (with->n && partitioned)
		return op_error(
			op, "a partitioned table has no storage parameters; its partitions have");
	for (i = 0; i < with->n && (!using || strcmp(using, "heap") == 0); i++)
		if (need_table_parameter(op, with->v[i]) == REFUSED)
			return REFUSED;
	return APPLIED;
}

/* ---- create_table: the shape ---- */

static const char *const on_commits[] = {"preserve rows", "delete rows", "drop", NULL};

static const struct field create_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct create_table, name), 1, .required = true,
         .sql = "CREATE TABLE name"},
	{"columns", FIELD_ITEMS, offsetof(struct create_table, columns), 2, .shape = &column_shape},
	{"primary_key", FIELD_ITEMS, offsetof(struct create_table, primary_keys), 2,
         .shape = &primary_key_shape},
	{"unique", FIELD_ITEMS, offsetof(struct create_table, uniques), 2, .shape = &unique_shape},
	{"check", FIELD_ITEMS, offsetof(struct create_table, checks), 2, .shape = &check_shape},
	{"foreign_key", FIELD_ITEMS, offsetof(struct create_table, foreign_keys), 2,
         .shape = &foreign_key_shape},
	{"exclude", FIELD_ITEMS, offsetof(struct create_table, excludes), 2,
         .shape = &exclude_shape},
	{"index", FIELD_ITEMS, offsetof(struct create_table, indexes), 2, .shape = &index_shape},
	{"partition", FIELD_ITEMS, offsetof(struct create_table, partitions), 2,
         .shape = &partition_shape},
	{"if_not_exists", FIELD_BOOL, offsetof(struct create_table, if_not_exists),
         .fallback = "false", .sql = "IF NOT EXISTS"},
	{"unlogged", FIELD_BOOL, offsetof(struct create_table, unlogged), .fallback = "false",
         .sql = "CREATE UNLOGGED TABLE"},
	{"temporary", FIELD_BOOL, offsetof(struct create_table, temporary), .fallback = "false",
         .sql = "CREATE TEMPORARY TABLE",
         .doc = "It is gone when migrate ends, so there is nothing to undo."},
	{"inherits", FIELD_QNAMES, offsetof(struct create_table, inherits), .fallback = "none",
         .sql = "INHERITS (inherits)"},
	{"like", FIELD_TEXTS, offsetof(struct create_table, like), .fallback = "none",
         .sql = "LIKE like",
         .doc = "SQL: \"users including all\". Its columns come before those that are said."},
	{"of_type", FIELD_TYPE, offsetof(struct create_table, of_type), .fallback = "none",
         .sql = "OF of_type"},
	{"partition_by", FIELD_SQL, offsetof(struct create_table, partition_by), .fallback = "none",
         .sql = "PARTITION BY partition_by",
         .doc = "\"range (at)\", \"list (country)\", \"hash (id)\"."},
	{"partition_of", FIELD_QNAME, offsetof(struct create_table, partition_of),
         .fallback = "none", .sql = "PARTITION OF partition_of",
         .doc = "A new partition of a table that is there already; its bound stands beside it, as in partition(…)."},
	{"bound", FIELD_PART, offsetof(struct create_table, bound), .shape = &bound_shape},
	{"using", FIELD_NAME, offsetof(struct create_table, using),
         .fallback = "the server's default_table_access_method", .sql = "USING using"},
	{"with", FIELD_PARAMETERS, offsetof(struct create_table, with), .fallback = "none",
         .sql = "WITH (with)", .doc = "Storage parameters: { fillfactor = 70 }."},
	{"on_commit", FIELD_CHOICE, offsetof(struct create_table, on_commit), .choices = on_commits,
         .fallback = "preserve rows", .sql = "ON COMMIT on_commit", .doc = "Of a temporary table."},
	{"tablespace", FIELD_NAME, offsetof(struct create_table, tablespace),
         .fallback = "the database's", .sql = "TABLESPACE tablespace"},
	{"comment", FIELD_TEXT, offsetof(struct create_table, comment), .fallback = "none",
         .sql = "COMMENT ON TABLE name IS 'comment'"},
	{0},
};

static int
create_finish(void *item)
{
	struct create_table *op = item;
	const char *wrong = NULL;

	if (op->partition_of.name)
		wrong = bound_wrong(&op->bound);
	else if (bound_is_said(&op->bound))
		wrong = "the bound of a partition says nothing without partition_of";
	if (!wrong && op->partitions.n && !op->partition_by)
		wrong = "a table with partitions says partition_by";
	if (!wrong && op->unlogged && op->temporary)
		wrong = "unlogged and temporary exclude each other";
	if (!wrong && op->partition_of.name && op->inherits.n)
		wrong = "partition_of and inherits exclude each other";
	return wrong ? op_error(&op->op, "%s", wrong) : 0;
}

/* ---- create_table: from the parse tree ---- */

/* what is said beside a column stands among the constraints, so that their order is the server's */
static void
take_column(struct create_table *op, const PgQuery__ColumnDef *def, const struct clause *clause)
{
	struct list more = {0};
	struct column *c = column_from_sql(def, clause_at(clause, def->location), &more);

	column_constraints(c, &op->constraints);
	list_append(&op->constraints, &more);
	c->primary_key = c->unique = false;
	c->check = NULL;
	c->references.table.name = NULL;
	list_add(&op->columns, c);
}

static void
take_element(struct create_table *op, const PgQuery__Node *n, const struct clause *clause)
{
	switch ((int)n->node_case) {
	case PG_QUERY__NODE__NODE_COLUMN_DEF:
		take_column(op, n->column_def, clause);
		break;
	case PG_QUERY__NODE__NODE_CONSTRAINT:
		list_add(&op->constraints,
		         constraint_from_sql(n->constraint,
		                             clause_at(clause, n->constraint->location)));
		break;
	case PG_QUERY__NODE__NODE_TABLE_LIKE_CLAUSE:
		list_add(&op->likes, like_from_sql(n->table_like_clause, op->columns.n));
		break;
	}
}

static const char *
commit_action(PgQuery__OnCommitAction action)
{
	switch (action) {
	case PG_QUERY__ON_COMMIT_ACTION__ONCOMMIT_PRESERVE_ROWS:
		return on_commits[0];
	case PG_QUERY__ON_COMMIT_ACTION__ONCOMMIT_DELETE_ROWS:
		return on_commits[1];
	case PG_QUERY__ON_COMMIT_ACTION__ONCOMMIT_DROP:
		return on_commits[2];
	default:
		return NULL;
	}
}

static void
take_parents(struct create_table *op, const PgQuery__CreateStmt *stmt, struct loc at)
{
	struct qname parent;
	size_t i;

	for (i = 0; i < stmt->n_inh_relations; i++) {
		parent = range_qname(stmt->inh_relations[i]->range_var);
		if (stmt->partbound)
			op->partition_of = parent;
		else
			list_add(&op->inherits, copy(&parent, sizeof parent));
	}
	if (stmt->partbound)
		bound_from_sql(stmt->partbound, at, &op->bound);
	if (stmt->partspec)
		op->partition_by = partition_by_from_sql(stmt->partspec);
	if (stmt->of_typename)
		op->of_type = type_sql(stmt->of_typename);
}

static struct op *
create_from_sql(const struct clause *c)
{
	const PgQuery__CreateStmt *stmt;
	struct create_table *op;
	size_t i;

	if (c->node->node_case != PG_QUERY__NODE__NODE_CREATE_STMT)
		return NULL;
	stmt = c->node->create_stmt;
	op = op_new(&create_table, c->at);
	op->name = range_qname(stmt->relation);
	op->if_not_exists = stmt->if_not_exists;
	op->unlogged = *stmt->relation->relpersistence == 'u';
	op->temporary = *stmt->relation->relpersistence == 't';
	for (i = 0; i < stmt->n_table_elts; i++)
		take_element(op, stmt->table_elts[i], c);
	take_parents(op, stmt, c->at);
	node_parameters(stmt->options, stmt->n_options, &op->with);
	if (*stmt->access_method)
		op->using = stmt->access_method;
	if (*stmt->tablespacename)
		op->tablespace = stmt->tablespacename;
	op->on_commit = commit_action(stmt->oncommit);
	return &op->op;
}

/* ---- create_table: apply ---- */

/* the constraints as they are said, those beside columns first */
static struct list
said_constraints(const struct create_table *op)
{
	struct list all = {0};
	size_t i;

	for (i = 0; i < op->columns.n; i++)
		column_constraints(op->columns.v[i], &all);
	list_append(&all, &op->primary_keys);
	list_append(&all, &op->uniques);
	list_append(&all, &op->checks);
	list_append(&all, &op->foreign_keys);
	list_append(&all, &op->excludes);
	list_append(&all, &op->constraints);
	return all;
}

static enum applied
read_likes(struct create_table *op)
{
	const char *why = NULL;
	struct like *l;
	size_t i;

	op->made_likes = list_copy(&op->likes);
	for (i = 0; i < op->like.n; i++) {
		l = like_parse(op->like.v[i], &why);
		if (!l)
			return op_error(&op->op, "like '%s': %s", op->like.v[i], why);
		list_add(&op->made_likes, l);
	}
	return APPLIED;
}

/* as a table keeps it: NULL for the server's own */
static const char *
access_method(const char *using)
{
	return same(using, "heap") ? NULL : using;
}

static struct table *
new_table(const struct create_table *op, struct schema *s, struct qname name)
{
	struct table *t = alloc(sizeof *t);
	struct qname parent;
	const struct object *o;
	size_t i;

	t->object.noun = &table_noun;
	t->object.id = schema_id(s);
	t->object.at = op->op.at;
	t->object.name = name;
	t->object.comment = op->comment && *op->comment ? op->comment : NULL;
	t->persistence = op->temporary ? "temporary" : op->unlogged ? "unlogged" : NULL;
	for (i = 0; i < op->inherits.n; i++) {
		parent = *(struct qname *)op->inherits.v[i];
		o = schema_find(s, SPACE_RELATION, parent);
		parent = o ? o->name : parent;
		list_add(&t->inherits, copy(&parent, sizeof parent));
	}
	t->of_type = op->of_type;
	t->partition_by = op->partition_by;
	t->partition_of = op->partition_of;
	o = op->partition_of.name ? schema_find(s, SPACE_RELATION, op->partition_of) : NULL;
	if (o)
		t->partition_of = o->name;
	t->bound = op->bound;
	t->with = strs_copy(&op->with);
	t->using = access_method(op->using);
	t->tablespace = op->tablespace;
	t->on_commit = op->on_commit;
	return t;
}

static enum applied
need_new_table(const struct op *op, const struct schema *s, struct qname name)
{
	enum applied result = need_schema(op, s, name);

	if (result == APPLIED)
		result = need_free_name(op, s, SPACE_RELATION, name);
	/* its row type */
	return result == APPLIED ? need_free_name(op, s, SPACE_TYPE, name) : result;
}

static enum applied
need_own_bound(const struct op *op, const struct schema *s, const struct table *t)
{
	const struct object *parent;

	if (!t->partition_of.name)
		return APPLIED;
	parent = schema_find(s, SPACE_RELATION, t->partition_of);
	if (!parent || parent->noun != &table_noun)
		return APPLIED;
	return need_bound(op, s, (const struct table *)parent, t->object.name, &t->bound);
}

/* the first of two results that says more */
static enum applied
worse(enum applied a, enum applied b)
{
	if (a == REFUSED || b == REFUSED)
		return REFUSED;
	return a == UNKNOWN || b == UNKNOWN ? UNKNOWN : APPLIED;
}

static enum applied
add_parts(struct create_table *op, struct schema *s, struct table *t)
{
	struct list constraints = said_constraints(op), none = {0};
	struct constraint *c;
	enum applied result;
	size_t n, i;

	result = constraints_add(&op->op, s, t, &constraints);
	op->own_constraints = op->own_indexes = none;
	/* a check that a parent has too is both its own and inherited */
	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if (!c->inherited)
			list_add(&op->own_constraints, c);
	}
	for (i = 0; i < op->made_likes.n && result != REFUSED; i++)
		result = worse(result, like_parts(&op->op, s, t, op->made_likes.v[i]));
	n = t->indexes.n;
	for (i = 0; i < op->indexes.n; i++)
		result = worse(result, index_add(&op->op, s, t, op->indexes.v[i]));
	for (i = n; i < t->indexes.n; i++)
		list_add(&op->own_indexes, t->indexes.v[i]);
	return result;
}

/* the columns of a composite type are not known */
static enum applied
take_type(const struct op *op, struct schema *s, const struct table *t)
{
	enum applied result = need_type(op, s, t->of_type);
	struct type_parts parts = type_parts(t->of_type);
	const struct object *o = parts.builtin ? NULL : schema_find(s, SPACE_TYPE, parts.name);

	if (result == REFUSED)
		return result;
	if (parts.builtin || parts.dimensions || (o && o->noun != &opaque_type_noun))
		return op_error(op, "type %s is not a composite type", t->of_type);
	schema_excuse(s, t->object.name.name);
	return result;
}

static enum applied
fill(struct create_table *op, struct schema *s, struct table *t)
{
	const char *strategy, *why;
	struct list keys = {0};
	enum applied result;

	if (t->of_type)
		result = take_type(&op->op, s, t);
	else
		result = table_inherit(&op->op, s, t, &op->columns, &op->made_likes);
	if (result == REFUSED)
		return result;
	if (t->partition_by && need_partition_by(&op->op, s, t) == REFUSED)
		return REFUSED;
	if (t->partition_by && partition_by_parse(t->partition_by, &strategy, &keys, &why))
		t->partition_by = partition_by_sql(strategy, &keys);
	if (need_table_parameters(&op->op, &t->with, t->using, t->partition_by) == REFUSED)
		return REFUSED;
	result = worse(result, need_own_bound(&op->op, s, t));
	return result == REFUSED ? result : worse(result, add_parts(op, s, t));
}

static struct create_table *
partition_op(const struct create_table *op, const struct partition *p)
{
	struct create_table *sub = op_new(&create_table, p->at);

	sub->name = p->name;
	sub->partition_of = op->table->object.name;
	sub->bound = p->bound;
	sub->partition_by = p->partition_by;
	sub->partitions = p->partitions;
	sub->temporary = op->temporary;
	sub->using = p->using;
	sub->with = p->with;
	sub->tablespace = p->tablespace;
	sub->comment = p->comment;
	return sub;
}

static enum applied
add_partitions(struct create_table *op, struct schema *s)
{
	enum applied result = APPLIED;
	struct create_table *sub;
	size_t i;

	op->made_partitions = (struct list){0};
	for (i = 0; i < op->partitions.n; i++) {
		sub = partition_op(op, op->partitions.v[i]);
		list_add(&op->made_partitions, sub);
		if (sub->partitions.n && !sub->partition_by)
			result =
				op_error(&sub->op, "a partition with partitions says partition_by");
		else
			result = worse(result, create_table.apply(&sub->op, s));
	}
	return result;
}

/* temporary tables have a schema of their own, which is searched first */
static void
search_temporary(struct schema *s)
{
	struct strs path = {0};
	size_t i;

	if (strs_has(&s->path, "pg_temp"))
		return;
	strs_add(&path, "pg_temp");
	for (i = 0; i < s->path.n; i++)
		strs_add(&path, s->path.v[i]);
	s->path = path;
}

static enum applied
make(struct create_table *op, struct schema *s)
{
	struct qname name = op->name;
	const struct op *o = &op->op;
	enum applied result;
	struct table *t;

	op->table = NULL;
	if (op->temporary && !name.schema)
		name.schema = "pg_temp";
	name = schema_full(s, name);
	if (op->if_not_exists && schema_find(s, SPACE_RELATION, name))
		return APPLIED;
	if (read_likes(op) == REFUSED)
		return REFUSED;
	if (op->on_commit && !same(name.schema, "pg_temp"))
		return op_error(o, "on_commit is for temporary tables");
	if (same(name.schema, "pg_temp"))
		search_temporary(s);
	else if ((result = need_new_table(o, s, name)) != APPLIED)
		return result;
	t = new_table(op, s, name);
	if (same(name.schema, "pg_temp"))
		t->persistence = "temporary";
	result = fill(op, s, t);
	if (result == REFUSED)
		return result;
	op->table = t;
	schema_put(s, &t->object);
	return add_partitions(op, s) == REFUSED ? REFUSED : APPLIED;
}

/* what is not there for the error that was shown is no error again */
static void
excuse_partitions(struct schema *s, const struct list *partitions)
{
	const struct partition *p;
	size_t i;

	for (i = 0; i < partitions->n; i++) {
		p = partitions->v[i];
		schema_excuse(s, p->name.name);
		excuse_partitions(s, &p->partitions);
	}
}

static enum applied
create_apply(struct op *o, struct schema *s)
{
	struct create_table *op = (struct create_table *)o;
	enum applied result = make(op, s);

	if (result == REFUSED)
		excuse_partitions(s, &op->partitions);
	return result;
}

/* ---- create_table: render ---- */

static const struct column *
said_column(const struct create_table *op, const char *name)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < op->columns.n; i++) {
		c = op->columns.v[i];
		if (same(c->name, name))
			return c;
	}
	return NULL;
}

/* what a column says here: all of it, or in a partition and a typed table what it has beside its type */
static char *
column_line(const struct create_table *op, const struct column *said)
{
	const struct column *made = table_column(op->table, said->name);
	struct column bare = *said;

	if (made && !op->partition_of.name)
		return column_said_sql(made, said, op->table);
	bare.type = NULL;
	return column_said_sql(&bare, &bare, op->table);
}

static void
add_line(struct buf *b, const char *line)
{
	buf_fmt(b, "%s\n  %s", b->n ? "," : " (", line);
}

static void
add_likes(const struct create_table *op, size_t before, struct buf *b)
{
	const struct like *l;
	size_t i;

	for (i = 0; i < op->made_likes.n; i++) {
		l = op->made_likes.v[i];
		if (l->before == before)
			add_line(b, like_sql(l));
	}
}

static char *
lines_sql(const struct create_table *op)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i <= op->columns.n; i++) {
		add_likes(op, i, &b);
		if (i < op->columns.n)
			add_line(&b, column_line(op, op->columns.v[i]));
	}
	for (i = 0; i < op->own_constraints.n; i++)
		add_line(&b, constraint_sql(op->own_constraints.v[i]));
	if (b.n)
		buf_add(&b, "\n)");
	else if (!op->partition_of.name && !op->of_type)
		buf_add(&b, " ()");
	return buf_str(&b);
}

static char *
qnames_sql(const struct list *names)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < names->n; i++)
		buf_fmt(&b, "%s%s", i ? ", " : "", sql_qname(*(struct qname *)names->v[i]));
	return buf_str(&b);
}

/* capitals, but for what stands in brackets */
static char *
keywords(const char *text)
{
	char *s = str(text);
	size_t i;

	for (i = 0; s[i] && s[i] != '('; i++)
		if (s[i] >= 'a' && s[i] <= 'z')
			s[i] = (char)(s[i] - 'a' + 'A');
	return s;
}

static char *
create_sql(const struct create_table *op)
{
	const struct table *t = op->table;
	struct buf b = {0};

	buf_fmt(&b, "CREATE %sTABLE %s%s",
	        op->unlogged    ? "UNLOGGED "
	        : op->temporary ? "TEMPORARY "
	                        : "",
	        op->if_not_exists ? "IF NOT EXISTS " : "",
	        op->temporary ? sql_name(t->object.name.name) : sql_qname(t->object.name));
	if (t->of_type)
		buf_fmt(&b, " OF %s", t->of_type);
	if (t->partition_of.name)
		buf_fmt(&b, " PARTITION OF %s", sql_qname(t->partition_of));
	buf_add(&b, lines_sql(op));
	if (t->inherits.n)
		buf_fmt(&b, "\nINHERITS (%s)", qnames_sql(&t->inherits));
	if (t->partition_of.name)
		buf_fmt(&b, "\n%s", bound_sql(&t->bound));
	if (t->partition_by)
		buf_fmt(&b, "\nPARTITION BY %s", keywords(t->partition_by));
	if (op->using)
		buf_fmt(&b, "\nUSING %s", sql_name(op->using));
	if (t->with.n)
		buf_fmt(&b, "\nWITH%s", sql_parameters(&t->with));
	if (t->on_commit)
		buf_fmt(&b, "\nON COMMIT %s", keywords(t->on_commit));
	if (t->tablespace)
		buf_fmt(&b, "\nTABLESPACE %s", sql_name(t->tablespace));
	return buf_str(&b);
}

/* a new partition locks its table, a foreign key the table that it refers to */
static void
create_lock(const struct create_table *op, struct step *step)
{
	const struct constraint *k;
	size_t i;

	if (op->table->partition_of.name) {
		step_lock(step, LOCK_ACCESS_EXCLUSIVE, op->table->partition_of);
		return;
	}
	for (i = 0; i < op->own_constraints.n; i++) {
		k = op->own_constraints.v[i];
		if (k->type != 'f' ||
		    (same(k->references.table.name, op->table->object.name.name) &&
		     same(k->references.table.schema, op->table->object.name.schema)))
			continue;
		step_lock(step, LOCK_SHARE_ROW_EXCLUSIVE, k->references.table);
		return;
	}
	if (op->table->inherits.n)
		step_lock(step, LOCK_SHARE_UPDATE_EXCLUSIVE,
		          *(struct qname *)op->table->inherits.v[0]);
}

static char *
table_comment_sql(struct qname name, const char *comment)
{
	return strf("COMMENT ON TABLE %s IS %s", sql_qname(name),
	            comment ? sql_literal(comment) : "NULL");
}

static void
create_comments(const struct create_table *op, struct list *steps)
{
	const struct table *t = op->table;
	const struct column *c;
	size_t i;

	if (t->object.comment)
		step_add(steps, &op->op, t->object.name.name,
		         table_comment_sql(t->object.name, t->object.comment));
	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (c->comment && said_column(op, c->name))
			step_add(steps, &op->op, strf("%s.%s", t->object.name.name, c->name),
			         column_comment_sql(t->object.name, c->name, c->comment));
	}
	for (i = 0; i < op->own_constraints.n; i++)
		constraint_comment(steps, &op->op, t->object.name, op->own_constraints.v[i]);
	for (i = 0; i < op->own_indexes.n; i++)
		index_comment(steps, &op->op, t->object.name, op->own_indexes.v[i]);
}

static void
create_render(const struct op *o, struct list *steps)
{
	const struct create_table *op = (const struct create_table *)o;
	const struct table *t = op->table;
	struct strs more = {0};
	struct altered altered = {0};
	const struct op *sub;
	size_t i;

	if (!t)
		return;
	create_lock(op, step_add(steps, o, t->object.name.name, create_sql(op)));
	for (i = 0; i < op->columns.n; i++)
		column_more_sql(op->columns.v[i], &more);
	altered.table = t->object.name;
	if (more.n)
		step_add(steps, o, t->object.name.name, alter_table_sql(&altered, &more));
	for (i = 0; i < op->made_partitions.n; i++) {
		sub = op->made_partitions.v[i];
		sub->class->render(sub, steps);
	}
	for (i = 0; i < op->own_indexes.n; i++)
		step_add(steps, o, ((struct index *)op->own_indexes.v[i])->name,
		         index_sql(op->own_indexes.v[i], sql_qname(t->object.name), false));
	create_comments(op, steps);
}

static const struct op_class create_table = {
	.shape = {"create_table", CALL_MIXED, sizeof(struct create_table), create_fields,
                  .finish = create_finish, .page = "sql-createtable.html",
                  .doc = "Makes a table with its columns, constraints, indexes and partitions."},
	.from_sql = create_from_sql,
	.apply = create_apply,
	.render = create_render,
};

/* ---- drop_table ---- */

static const struct field drop_fields[] = {
	{"name", FIELD_QNAMES, offsetof(struct drop_table, names), 1, .required = true,
         .sql = "DROP TABLE name, …", .doc = "Partitions, indexes and owned sequences go with it."},
	{"if_exists", FIELD_BOOL, offsetof(struct drop_table, if_exists), .fallback = "false",
         .sql = "IF EXISTS"},
	{"cascade", FIELD_BOOL, offsetof(struct drop_table, cascade), .fallback = "false",
         .sql = "CASCADE",
         .doc = "Drops what depends on it: foreign keys of other tables, tables that inherit from it, columns of its row type."},
	{0},
};

static struct op *
drop_from(const struct clause *c)
{
	struct drop_table *op = op_new(&drop_table, c->at);

	return drop_from_sql(c, PG_QUERY__OBJECT_TYPE__OBJECT_TABLE, &op->names, &op->if_exists,
	                     &op->cascade)
	               ? &op->op
	               : NULL;
}

static bool
has(const struct list *tables, const struct table *t)
{
	size_t i;

	for (i = 0; i < tables->n; i++)
		if (((struct table *)tables->v[i])->object.id == t->object.id)
			return true;
	return false;
}

/* t, behind what goes with it: its partitions, and with cascade what inherits from it */
static void
collect(const struct schema *s, struct table *t, bool cascade, struct list *gone)
{
	struct list below = children(s, t);
	struct table *child;
	size_t i;

	if (has(gone, t))
		return;
	for (i = 0; i < below.n; i++) {
		child = below.v[i];
		if (cascade || child->partition_of.name)
			collect(s, child, cascade, gone);
	}
	list_add(gone, t);
}

static enum applied
needed_by(const struct op *op, const struct table *t, const char *what, struct loc at)
{
	return op_error(op, "table %s is needed by %s%s; drop that first, or say cascade = true",
	                plain_qname(t->object.name), what,
	                at.file ? strf(", made at %s:%d", at.file, at.line) : "");
}

/* the foreign keys that refer to t, or to a table that it is a partition of */
static struct list
keys_to(const struct schema *s, const struct table *t)
{
	struct list all = foreign_keys_to(s, t), more;
	const struct object *o;

	while (t->partition_of.name) {
		o = schema_find(s, SPACE_RELATION, t->partition_of);
		if (!o || o->noun != &table_noun)
			break;
		t = (const struct table *)o;
		more = foreign_keys_to(s, t);
		list_append(&all, &more);
	}
	return all;
}

/* the first thing that depends on t and does not go */
static enum applied
need_free(const struct op *op, const struct schema *s, const struct table *t,
          const struct list *gone)
{
	struct list keys = keys_to(s, t), below = children(s, t), users;
	const struct object *type = schema_find(s, SPACE_TYPE, t->object.name);
	const struct table *other;
	const struct constraint *k;
	const struct column *c;
	size_t i;

	for (i = 0; i + 1 < keys.n; i += 2) {
		other = keys.v[i];
		k = keys.v[i + 1];
		if (!has(gone, other))
			return needed_by(op, t,
			                 strf("foreign key '%s' of table %s", k->name,
			                      plain_qname(other->object.name)),
			                 k->at);
	}
	for (i = 0; i < below.n; i++) {
		other = below.v[i];
		if (!has(gone, other))
			return needed_by(op, t,
			                 strf("table %s, which inherits from it",
			                      plain_qname(other->object.name)),
			                 other->object.at);
	}
	users = type ? type_users(s, type) : (struct list){0};
	for (i = 0; i < users.n; i++) {
		other = users.v[i];
		c = type_user_column(s, other, type);
		if (!has(gone, other))
			return needed_by(op, t,
			                 strf("column '%s' of table %s, which has its row type",
			                      c->name, plain_qname(other->object.name)),
			                 c->at);
	}
	return APPLIED;
}

/* what depends on t in tables that stay */
static void
cut(struct schema *s, const struct table *t)
{
	struct list keys = keys_to(s, t), users;
	const struct object *type = schema_find(s, SPACE_TYPE, t->object.name);
	const struct column *c;
	struct table *other;
	size_t i, j;

	for (i = 0; i + 1 < keys.n; i += 2) {
		other = keys.v[i];
		other = (struct table *)object_copy(s->by_id.v[other->object.id]);
		for (j = other->constraints.n; j-- > 0;)
			if (other->constraints.v[j] == keys.v[i + 1])
				list_remove(&other->constraints, j);
		schema_put(s, &other->object);
	}
	users = type ? type_users(s, type) : (struct list){0};
	for (i = 0; i < users.n; i++) {
		other = users.v[i];
		while ((other = s->by_id.v[other->object.id]) &&
		       (c = type_user_column(s, other, type)))
			column_remove(s, other, c->name);
	}
}

static void
remove_table(struct schema *s, struct table *t)
{
	struct list owned = owned_sequences(s, t);
	size_t i;

	cut(s, t);
	schema_remove(s, s->by_id.v[t->object.id]);
	for (i = 0; i < owned.n; i++)
		sequence_noun.remove(s, owned.v[i]);
}

/* as DROP TABLE … CASCADE */
static void
remove_cascading(struct schema *s, struct object *o)
{
	struct list gone = {0};
	size_t i;

	collect(s, (struct table *)o, true, &gone);
	for (i = 0; i < gone.n; i++)
		remove_table(s, gone.v[i]);
}

/* t behind what needs it, among those that go: so that they come back the other way round */
static void
put_in_order(const struct schema *s, struct table *t, const struct list *gone, struct list *ordered)
{
	const struct object *type = schema_find(s, SPACE_TYPE, t->object.name);
	struct list users = children(s, t), types;
	size_t i;

	if (has(ordered, t) || !has(gone, t))
		return;
	types = type ? type_users(s, type) : (struct list){0};
	list_append(&users, &types);
	for (i = 0; i < users.n; i++)
		if (users.v[i] != t)
			put_in_order(s, users.v[i], gone, ordered);
	if (!has(ordered, t))
		list_add(ordered, t);
}

static enum applied
drop_apply(struct op *o, struct schema *s)
{
	struct drop_table *op = (struct drop_table *)o;
	enum applied result = APPLIED, one;
	struct list gone = {0}, ordered = {0};
	struct table *t;
	struct qname name;
	size_t i;

	for (i = 0; i < op->names.n; i++) {
		name = *(struct qname *)op->names.v[i];
		if (op->if_exists && !schema_find(s, SPACE_RELATION, name))
			continue;
		t = need_table(o, s, name, &one);
		result = worse(result, one);
		if (t)
			collect(s, t, op->cascade, &gone);
	}
	for (i = 0; i < gone.n && !op->cascade && result != REFUSED; i++)
		result = worse(result, need_free(o, s, gone.v[i], &gone));
	for (i = 0; i < gone.n; i++)
		put_in_order(s, gone.v[i], &gone, &ordered);
	for (i = 0; i < ordered.n && result != REFUSED; i++)
		remove_table(s, ordered.v[i]);
	return result;
}

static void
drop_render(const struct op *o, struct list *steps)
{
	const struct drop_table *op = (const struct drop_table *)o;
	struct step *step;
	const char *names = qnames_sql(&op->names);

	step = step_add(steps, o, names,
	                strf("DROP TABLE %s%s%s", op->if_exists ? "IF EXISTS " : "", names,
	                     op->cascade ? " CASCADE" : ""));
	step_lock(step, LOCK_ACCESS_EXCLUSIVE, *(struct qname *)op->names.v[0]);
	step->flags |= STEP_LOSES_DATA;
}

static const struct op_class drop_table = {
	.shape = {"drop_table", CALL_ARGUMENTS, sizeof(struct drop_table), drop_fields,
                  .page = "sql-droptable.html", .doc = "Drops one table or several."},
	.from_sql = drop_from,
	.apply = drop_apply,
	.render = drop_render,
};

/* ---- rename_table ---- */

static const struct field rename_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct rename_table, name), 1, .required = true,
         .sql = "ALTER TABLE name RENAME TO to",
         .doc = "What refers to it follows; its indexes, constraints and sequences keep their names."},
	{"to", FIELD_NAME, offsetof(struct rename_table, to), 2, .required = true},
	{"if_exists", FIELD_BOOL, offsetof(struct rename_table, if_exists), .fallback = "false",
         .sql = "ALTER TABLE IF EXISTS"},
	{0},
};

static struct op *
rename_from(const struct clause *c)
{
	const PgQuery__RenameStmt *stmt = rename_from_sql(c, PG_QUERY__OBJECT_TYPE__OBJECT_TABLE);
	struct rename_table *op;

	if (!stmt)
		return NULL;
	op = op_new(&rename_table, c->at);
	op->name = range_qname(stmt->relation);
	op->to = stmt->newname;
	op->if_exists = stmt->missing_ok;
	op->clause = c;
	return &op->op;
}

/* what the statement means that names a relation of that noun */
static PgQuery__ObjectType
relation_type(const struct noun *noun)
{
	if (noun == &index_noun)
		return PG_QUERY__OBJECT_TYPE__OBJECT_INDEX;
	if (noun == &sequence_noun || noun == &identity_noun)
		return PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE;
	return PG_QUERY__OBJECT_TYPE__OBJECT_VIEW;
}

/* ALTER TABLE … RENAME of an index, a sequence or a view is done as the operation of its own kind */
static enum applied
rename_other(const struct rename_table *op, struct schema *s, struct object *o)
{
	PgQuery__RenameStmt *stmt = copy(op->clause->node->rename_stmt, sizeof *stmt);
	PgQuery__Node *node = copy(op->clause->node, sizeof *node);
	struct clause clause = *op->clause;
	struct op *other;
	size_t i, j;

	stmt->rename_type = relation_type(o->noun);
	node->rename_stmt = stmt;
	clause.node = node;
	for (i = 0; op_kinds[i]; i++)
		for (j = 0; op_kinds[i][j]; j++) {
			if (!op_kinds[i][j]->from_sql)
				continue;
			other = op_kinds[i][j]->from_sql(&clause);
			if (other)
				return other->class->apply(other, s);
		}
	if (o->noun->alias)
		return UNKNOWN;
	o = object_copy(o);
	o->name.name = op->to;
	schema_put(s, o);
	return UNKNOWN;
}

static enum applied
rename_apply(struct op *o, struct schema *s)
{
	struct rename_table *op = (struct rename_table *)o;
	enum applied result;
	struct qname from, to;
	struct object *t = schema_find(s, SPACE_RELATION, op->name);

	if (op->if_exists && !t)
		return APPLIED;
	if (op->clause && t && t->noun != &table_noun)
		return rename_other(op, s, t);
	t = (struct object *)need_table(o, s, op->name, &result);
	if (!t)
		return result;
	from = to = t->name;
	to.name = op->to;
	result = need_free_name(o, s, SPACE_RELATION, to);
	if (result == APPLIED)
		result = need_free_name(o, s, SPACE_TYPE, to);
	if (result != APPLIED)
		return result;
	t = object_copy(t);
	t->name = to;
	schema_put(s, t);
	rename_references(s, SPACE_RELATION, from, to);
	rename_references(s, SPACE_TYPE, from, to);
	return APPLIED;
}

static void
rename_render(const struct op *o, struct list *steps)
{
	const struct rename_table *op = (const struct rename_table *)o;

	step_lock(step_add(steps, o, op->name.name,
	                   strf("ALTER TABLE %s%s RENAME TO %s", op->if_exists ? "IF EXISTS " : "",
	                        sql_qname(op->name), sql_name(op->to))),
	          LOCK_ACCESS_EXCLUSIVE, op->name);
}

static const struct op_class rename_table = {
	.shape = {"rename_table", CALL_ARGUMENTS, sizeof(struct rename_table), rename_fields,
                  .page = "sql-altertable.html", .doc = "Renames a table."},
	.from_sql = rename_from,
	.apply = rename_apply,
	.render = rename_render,
};

/* ---- alter_table ---- */

static const struct field alter_fields[] = {
	{"table", FIELD_PART, offsetof(struct alter_table, altered), 1, .shape = &altered_shape},
	{"unlogged", FIELD_ANSWER, offsetof(struct alter_table, unlogged), .fallback = "unchanged",
         .sql = "SET UNLOGGED | SET LOGGED"},
	{"tablespace", FIELD_NAME, offsetof(struct alter_table, tablespace),
         .fallback = "unchanged", .sql = "SET TABLESPACE tablespace"},
	{"using", FIELD_NAME, offsetof(struct alter_table, using), .fallback = "unchanged",
         .sql = "SET ACCESS METHOD using"},
	{"with", FIELD_PARAMETERS, offsetof(struct alter_table, with), .fallback = "unchanged",
         .sql = "SET (with)", .doc = "Storage parameters: { fillfactor = 70 }."},
	{"reset", FIELD_TEXTS, offsetof(struct alter_table, reset), .fallback = "none",
         .sql = "RESET (reset, …)", .doc = "Names of storage parameters."},
	{"schema", FIELD_NAME, offsetof(struct alter_table, schema), .fallback = "unchanged",
         .sql = "SET SCHEMA schema", .doc = "Its indexes and the sequences that it owns go along."},
	{"inherit", FIELD_QNAME, offsetof(struct alter_table, inherit), .fallback = "none",
         .sql = "INHERIT inherit", .doc = "A table, whose columns and checks it must have."},
	{"no_inherit", FIELD_QNAME, offsetof(struct alter_table, no_inherit), .fallback = "none",
         .sql = "NO INHERIT no_inherit"},
	{"comment", FIELD_TEXT, offsetof(struct alter_table, comment), .nullable = true,
         .fallback = "unchanged", .sql = "COMMENT ON TABLE table IS 'comment'",
         .doc = "null takes it away."},
	{0},
};

static void
take_parameters(const PgQuery__Node *def, struct alter_table *op, bool reset)
{
	struct strs all = {0};
	size_t i;

	node_parameters(def->list->items, def->list->n_items, &all);
	for (i = 0; i < all.n; i++)
		if (reset)
			strs_add(&op->reset, strn(all.v[i], strcspn(all.v[i], "=")));
		else
			strs_add(&op->with, all.v[i]);
}

static void
take_partition(const PgQuery__PartitionCmd *cmd, struct alter_table *op, bool attach)
{
	if (attach)
		op->attach = range_qname(cmd->name);
	else
		op->detach = range_qname(cmd->name);
	if (attach)
		bound_from_sql(cmd->bound, op->op.at, &op->bound);
}

/* false where the command is another's */
static bool
take_command(struct alter_table *op, const PgQuery__AlterTableCmd *cmd)
{
	switch (cmd->subtype) {
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetLogged:
		op->unlogged = NO;
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetUnLogged:
		op->unlogged = YES;
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetTableSpace:
		op->tablespace = cmd->name;
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetAccessMethod:
		op->using = cmd->name;
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetRelOptions:
		take_parameters(cmd->def, op, false);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_ResetRelOptions:
		take_parameters(cmd->def, op, true);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_AddInherit:
		op->inherit = range_qname(cmd->def->range_var);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_DropInherit:
		op->no_inherit = range_qname(cmd->def->range_var);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_AttachPartition:
		take_partition(cmd->def->partition_cmd, op, true);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_DetachPartition:
		take_partition(cmd->def->partition_cmd, op, false);
		return true;
	default:
		return false;
	}
}

static struct op *
schema_from_sql(const struct clause *c)
{
	const PgQuery__AlterObjectSchemaStmt *stmt;
	struct alter_table *op;

	if (c->node->node_case != PG_QUERY__NODE__NODE_ALTER_OBJECT_SCHEMA_STMT)
		return NULL;
	stmt = c->node->alter_object_schema_stmt;
	if (stmt->object_type != PG_QUERY__OBJECT_TYPE__OBJECT_TABLE)
		return NULL;
	op = op_new(&alter_table, c->at);
	op->altered.table = range_qname(stmt->relation);
	op->altered.if_exists = stmt->missing_ok;
	op->schema = stmt->newschema;
	return &op->op;
}

static struct op *
alter_from_sql(const struct clause *c)
{
	struct alter_table *op;
	struct altered a;

	if (!c->command)
		return schema_from_sql(c);
	if (!c->command || !altered_from_sql(c, c->command->subtype, &a))
		return NULL;
	op = op_new(&alter_table, c->at);
	op->altered = a;
	return take_command(op, c->command) ? &op->op : NULL;
}

/* a permanent table cannot refer to an unlogged one */
static enum applied
need_persistence(const struct alter_table *op, const struct schema *s, const struct table *t)
{
	struct list keys = foreign_keys_to(s, t);
	const struct table *other;
	const struct constraint *k;
	size_t i;

	if (same(t->persistence, "temporary"))
		return op_error(&op->op, "table %s is temporary", plain_qname(t->object.name));
	for (i = 0; i + 1 < keys.n && op->unlogged == YES; i += 2) {
		other = keys.v[i];
		if (!other->persistence)
			return op_error(
				&op->op,
				"table %s is logged and refers to it; it cannot be unlogged",
				plain_qname(other->object.name));
	}
	for (i = 0; i < t->constraints.n && op->unlogged == NO; i++) {
		k = t->constraints.v[i];
		other = k->type == 'f' ? (const struct table *)schema_find(s, SPACE_RELATION,
		                                                           k->references.table)
		                       : NULL;
		if (other && other->object.noun == &table_noun &&
		    other->object.id != t->object.id && same(other->persistence, "unlogged"))
			return op_error(
				&op->op,
				"it refers to table %s, which is unlogged; it cannot be logged",
				plain_qname(other->object.name));
	}
	return APPLIED;
}

static enum applied
set_persistence(const struct alter_table *op, struct schema *s, struct table *t)
{
	struct list owned = owned_sequences(s, t);
	struct sequence *q;
	size_t i;

	if (need_persistence(op, s, t) == REFUSED)
		return REFUSED;
	t->persistence = op->unlogged == YES ? "unlogged" : NULL;
	for (i = 0; i < owned.n; i++) {
		q = (struct sequence *)object_copy(owned.v[i]);
		q->persistence = t->persistence;
		schema_put(s, &q->object);
	}
	return APPLIED;
}

static bool
is_parent(const struct table *t, struct qname parent)
{
	size_t i;

	for (i = 0; i < t->inherits.n; i++)
		if (same(((struct qname *)t->inherits.v[i])->name, parent.name) &&
		    same(((struct qname *)t->inherits.v[i])->schema, parent.schema))
			return true;
	return false;
}

/* a table that comes under a parent must have its columns; a partition has no others */
static enum applied
need_columns_of(const struct op *op, const struct table *parent, const struct table *t)
{
	const struct column *c, *own;
	size_t i;

	for (i = 0; i < parent->columns.n; i++) {
		c = parent->columns.v[i];
		own = table_column(t, c->name);
		if (!own)
			return op_error(op, "table %s has no column '%s', as %s has",
			                plain_qname(t->object.name), c->name,
			                plain_qname(parent->object.name));
		if (!same(own->type, c->type))
			return op_error(op, "column '%s' has type %s in table %s, and %s in %s",
			                c->name, own->type, plain_qname(t->object.name), c->type,
			                plain_qname(parent->object.name));
		if (c->not_null && !own->not_null)
			return op_error(op, "column '%s' of table %s must be NOT NULL, as in %s",
			                c->name, plain_qname(t->object.name),
			                plain_qname(parent->object.name));
	}
	for (i = 0; i < t->columns.n && parent->partition_by; i++) {
		c = t->columns.v[i];
		if (!table_column(parent, c->name))
			return op_error(op, "table %s has a column '%s', which %s has not",
			                plain_qname(t->object.name), c->name,
			                plain_qname(parent->object.name));
	}
	return APPLIED;
}

static enum applied
add_parent(struct op *op, struct schema *s, const struct table *parent, struct table *t)
{
	struct column *c;
	size_t i;

	if (schema_excused(s, parent->object.name) || schema_excused(s, t->object.name))
		return UNKNOWN;
	if (need_columns_of(op, parent, t) == REFUSED)
		return REFUSED;
	for (i = 0; i < t->columns.n && parent->partition_by; i++) {
		c = element_copy(&t->columns, i, sizeof *c);
		c->inherited = true;
	}
	if (!parent->partition_by)
		list_add(&t->inherits, copy(&parent->object.name, sizeof parent->object.name));
	return parts_inherit(op, s, parent, t, true);
}

static void
remove_parent(const struct table *parent, struct table *t)
{
	struct constraint *k;
	struct column *c;
	struct index *x;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = element_copy(&t->columns, i, sizeof *c);
		if (table_column(parent, c->name))
			c->inherited = false;
	}
	for (i = 0; i < t->constraints.n; i++) {
		k = element_copy(&t->constraints, i, sizeof *k);
		if (parent->partition_by || table_constraint(parent, k->name))
			k->inherited = false;
	}
	for (i = 0; i < t->indexes.n && parent->partition_by; i++) {
		x = element_copy(&t->indexes, i, sizeof *x);
		x->inherited = false;
	}
	for (i = t->inherits.n; i-- > 0;)
		if (same(((struct qname *)t->inherits.v[i])->name, parent->object.name.name) &&
		    same(((struct qname *)t->inherits.v[i])->schema, parent->object.name.schema))
			list_remove(&t->inherits, i);
}

static bool
is_below(const struct schema *s, const struct table *t, const struct table *top)
{
	struct list below = children(s, top);
	size_t i;

	if (t->object.id == top->object.id)
		return true;
	for (i = 0; i < below.n; i++)
		if (is_below(s, t, below.v[i]))
			return true;
	return false;
}

static enum applied
set_inherit(struct alter_table *op, struct schema *s, struct table *t)
{
	enum applied result;
	const struct table *parent = need_table(&op->op, s, op->inherit, &result);

	if (!parent)
		return result;
	if (is_parent(t, parent->object.name))
		return op_error(&op->op, "table %s inherits from it already",
		                plain_qname(t->object.name));
	if (is_below(s, parent, t) || parent->partition_by || parent->partition_of.name ||
	    t->partition_of.name)
		return op_error(&op->op, "table %s cannot inherit from %s",
		                plain_qname(t->object.name), plain_qname(parent->object.name));
	return add_parent(&op->op, s, parent, t);
}

static enum applied
set_no_inherit(struct alter_table *op, struct schema *s, struct table *t)
{
	enum applied result;
	const struct table *parent = need_table(&op->op, s, op->no_inherit, &result);

	if (!parent)
		return result;
	if (!is_parent(t, parent->object.name))
		return op_error(&op->op, "table %s does not inherit from %s",
		                plain_qname(t->object.name), plain_qname(parent->object.name));
	remove_parent(parent, t);
	return APPLIED;
}

static enum applied
attach(struct alter_table *op, struct schema *s, const struct table *parent)
{
	enum applied result;
	struct table *t = need_table(&op->op, s, op->attach, &result);

	if (!t)
		return result;
	if (t->partition_of.name)
		return op_error(&op->op, "table %s is a partition already",
		                plain_qname(t->object.name));
	if (t->inherits.n || children(s, t).n != (t->partition_by ? children(s, t).n : 0))
		return op_error(&op->op,
		                "table %s inherits, or is inherited from: it cannot be a partition",
		                plain_qname(t->object.name));
	if (need_bound(&op->op, s, parent, t->object.name, &op->bound) == REFUSED)
		return REFUSED;
	t = (struct table *)object_copy(&t->object);
	t->partition_of = parent->object.name;
	t->bound = op->bound;
	result = add_parent(&op->op, s, parent, t);
	if (result != REFUSED)
		schema_put(s, &t->object);
	return result;
}

static enum applied
detach(struct alter_table *op, struct schema *s, const struct table *parent)
{
	enum applied result;
	struct table *t = need_table(&op->op, s, op->detach, &result);

	if (!t)
		return result;
	if (!inherits_from(t, parent->object.name) || !t->partition_of.name)
		return op_error(&op->op, "table %s is no partition of %s",
		                plain_qname(t->object.name), plain_qname(parent->object.name));
	t = (struct table *)object_copy(&t->object);
	t->partition_of = (struct qname){NULL, NULL};
	t->bound = (struct bound){0};
	remove_parent(parent, t);
	schema_put(s, &t->object);
	return APPLIED;
}

static enum applied
alter_parents(struct alter_table *op, struct schema *s, struct table *t)
{
	enum applied result = APPLIED;

	if (op->inherit.name)
		result = worse(result, set_inherit(op, s, t));
	if (op->no_inherit.name)
		result = worse(result, set_no_inherit(op, s, t));
	if (op->attach.name)
		result = worse(result, attach(op, s, t));
	if (op->detach.name)
		result = worse(result, detach(op, s, t));
	return result;
}

static enum applied
need_schema_move(const struct op *op, const struct schema *s, const struct table *t,
                 struct qname to)
{
	struct list aliases = {0};
	const struct object *a;
	enum applied result = need_schema(op, s, to);
	size_t i;

	if (result == APPLIED)
		result = need_free_name(op, s, SPACE_RELATION, to);
	table_aliases(&t->object, &aliases);
	for (i = 0; i < aliases.n && result == APPLIED; i++) {
		a = aliases.v[i];
		to.name = a->name.name;
		result = need_free_name(op, s, a->noun->space, to);
	}
	return result;
}

/* t, which is a copy, is put under its new name with the sequences that it owns, and all that refers to them follows */
static enum applied
move_schema(const struct alter_table *op, struct schema *s, struct table *t)
{
	struct list owned = owned_sequences(s, t);
	struct qname from = t->object.name, to = {op->schema, t->object.name.name}, was;
	struct object *q;
	enum applied result;
	size_t i;

	if (same(from.schema, to.schema))
		return APPLIED;
	result = need_schema_move(&op->op, s, t, to);
	if (result != APPLIED)
		return result;
	t->object.name = to;
	schema_put(s, &t->object);
	rename_references(s, SPACE_RELATION, from, to);
	rename_references(s, SPACE_TYPE, from, to);
	for (i = 0; i < owned.n; i++) {
		q = object_copy(s->by_id.v[((struct object *)owned.v[i])->id]);
		was = q->name;
		q->name.schema = to.schema;
		schema_put(s, q);
		rename_references(s, SPACE_RELATION, was, q->name);
	}
	return APPLIED;
}

/* the options that the server has for indexes and views too are passed on to it */
static enum applied
alter_target(struct alter_table *op, struct schema *s, struct table **t)
{
	const struct object *o = schema_find(s, SPACE_RELATION, op->altered.table);
	enum applied result;

	*t = NULL;
	if (o && o->noun != &table_noun)
		return UNKNOWN;
	*t = need_altered(&op->op, s, &op->altered, &result);
	return result;
}

static enum applied
alter_apply(struct op *o, struct schema *s)
{
	struct alter_table *op = (struct alter_table *)o;
	enum applied result;
	struct table *t;

	result = alter_target(op, s, &t);
	op->changed = t;
	if (!t)
		return result;
	if (need_table_parameters(o, &op->with, t->using, t->partition_by) == REFUSED)
		return REFUSED;
	if (op->unlogged != UNSAID && set_persistence(op, s, t) == REFUSED)
		return REFUSED;
	parameters_set(&t->with, &op->with, &op->reset);
	if (op->tablespace)
		t->tablespace = same(op->tablespace, "pg_default") ? NULL : op->tablespace;
	if (op->using)
		t->using = access_method(op->using);
	if (op->comment)
		t->object.comment = *op->comment ? op->comment : NULL;
	result = alter_parents(op, s, t);
	if (result != REFUSED)
		schema_put(s, &t->object);
	if (op->schema && result != REFUSED)
		result = worse(result, move_schema(op, s, (struct table *)object_copy(&t->object)));
	return result;
}

static void
parent_actions(const struct alter_table *op, struct strs *all)
{
	if (op->inherit.name)
		strs_add(all, strf("INHERIT %s", sql_qname(op->inherit)));
	if (op->no_inherit.name)
		strs_add(all, strf("NO INHERIT %s", sql_qname(op->no_inherit)));
	if (op->attach.name)
		strs_add(all, strf("ATTACH PARTITION %s %s", sql_qname(op->attach),
		                   bound_sql(&op->bound)));
	if (op->detach.name)
		strs_add(all, strf("DETACH PARTITION %s", sql_qname(op->detach)));
}

static void
alter_render(const struct op *o, struct list *steps)
{
	const struct alter_table *op = (const struct alter_table *)o;
	struct strs all = {0};
	bool gently = op->unlogged == UNSAID && !op->tablespace && !op->using;

	if (!op->changed)
		return;
	if (op->unlogged != UNSAID)
		strs_add(&all, op->unlogged == YES ? "SET UNLOGGED" : "SET LOGGED");
	if (op->tablespace)
		strs_add(&all, strf("SET TABLESPACE %s", sql_name(op->tablespace)));
	if (op->using)
		strs_add(&all, strf("SET ACCESS METHOD %s", sql_name(op->using)));
	if (op->with.n)
		strs_add(&all, strf("SET%s", sql_parameters(&op->with)));
	if (op->reset.n)
		strs_add(&all, strf("RESET (%s)", strs_join(&op->reset, ", ")));
	if (op->schema)
		step_lock(step_add(steps, o, op->altered.table.name,
		                   strf("ALTER TABLE %s%s SET SCHEMA %s",
		                        op->altered.if_exists ? "IF EXISTS " : "",
		                        sql_qname(op->altered.table), sql_name(op->schema))),
		          LOCK_ACCESS_EXCLUSIVE, op->altered.table);
	gently &= !op->inherit.name && !op->no_inherit.name && !op->detach.name;
	parent_actions(op, &all);
	if (all.n)
		step_lock(step_add(steps, o, op->altered.table.name,
		                   alter_table_sql(&op->altered, &all)),
		          gently ? LOCK_SHARE_UPDATE_EXCLUSIVE : LOCK_ACCESS_EXCLUSIVE,
		          op->altered.table);
	if (op->comment)
		step_add(steps, o, op->altered.table.name,
		         table_comment_sql(op->altered.table, *op->comment ? op->comment : NULL));
}

static const struct op_class alter_table = {
	.shape = {"alter_table", CALL_ARGUMENTS, sizeof(struct alter_table), alter_fields,
                  .page = "sql-altertable.html",
                  .doc = "Changes a table as a whole; what is left out stays as it is."},
	.from_sql = alter_from_sql,
	.apply = alter_apply,
	.render = alter_render,
};

/* ---- the noun ---- */

static void
unshare(struct object *o)
{
	struct table *t = (struct table *)o;

	t->columns = list_copy(&t->columns);
	t->constraints = list_copy(&t->constraints);
	t->indexes = list_copy(&t->indexes);
	t->inherits = list_copy(&t->inherits);
	t->with = strs_copy(&t->with);
}

static const struct noun row_type_noun = {.name = "table", .space = SPACE_TYPE, .alias = true};
static const struct noun identity_noun = {
	.name = "sequence", .space = SPACE_RELATION, .alias = true};

static void
add_alias(const struct table *t, const struct noun *noun, const char *name, struct loc at,
          struct list *aliases)
{
	struct alias *a = alloc(sizeof *a);

	a->object.noun = noun;
	a->object.at = at;
	a->object.name.schema = t->object.name.schema;
	a->object.name.name = name;
	a->owner = t->object.name;
	list_add(aliases, a);
}

static void
table_aliases(const struct object *o, struct list *aliases)
{
	const struct table *t = (const struct table *)o;
	const struct constraint *k;
	const struct column *c;
	const struct index *x;
	size_t i;

	add_alias(t, &row_type_noun, o->name.name, o->at, aliases);
	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (c->identity && c->identity->sequence)
			add_alias(t, &identity_noun, c->identity->sequence, c->at, aliases);
	}
	for (i = 0; i < t->constraints.n; i++) {
		k = t->constraints.v[i];
		if (strchr("pux", k->type))
			add_alias(t, &index_noun, k->name, k->at, aliases);
	}
	for (i = 0; i < t->indexes.n; i++) {
		x = t->indexes.v[i];
		add_alias(t, &index_noun, x->name, x->at, aliases);
	}
}

static bool
temporary(const struct table *t)
{
	return same(t->persistence, "temporary");
}

/* the columns that are the table's own */
static struct list
own(const struct table *t)
{
	const struct column *c;
	struct list all = {0};
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (!c->inherited)
			list_add(&all, copy(c, sizeof *c));
	}
	return all;
}

static void
create(struct diff *d, const struct object *o)
{
	const struct table *t = (const struct table *)o;
	struct create_table *op = op_new(&create_table, d->at);
	size_t i;

	if (temporary(t))
		return;
	op->name = o->name;
	op->columns = own(t);
	for (i = 0; i < t->constraints.n; i++)
		if (!constraint_is_late(t->constraints.v[i]))
			list_add(&op->constraints, t->constraints.v[i]);
	op->unlogged = same(t->persistence, "unlogged");
	op->inherits = t->inherits;
	op->of_type = t->of_type;
	op->partition_by = t->partition_by;
	op->partition_of = t->partition_of;
	op->bound = t->bound;
	op->using = t->using;
	op->with = t->with;
	op->tablespace = t->tablespace;
	op->comment = o->comment;
	op->table = (struct table *)object_copy(o);
	op->own_constraints = op->constraints;
	diff_add(d, PHASE_CREATE_TABLE, op);
	constraints_create(d, t);
	indexes_create(d, t);
}

static bool
has_name(const struct list *tables, struct qname name)
{
	const struct table *t;
	size_t i;

	for (i = 0; i < tables->n; i++) {
		t = tables->v[i];
		if (same(t->object.name.name, name.name) &&
		    same(t->object.name.schema, name.schema))
			return true;
	}
	return false;
}

/* all tables of a difference go in one statement: then it does not matter which of them depend on which. Partitions go with
   their tables */
static void
drop(struct diff *d, const struct object *o)
{
	struct list *ops = &d->ops[PHASE_DROP_TABLE];
	struct drop_table *op;
	struct table *t;
	size_t i;

	if (temporary((const struct table *)o))
		return;
	if (ops->n == 0)
		diff_add(d, PHASE_DROP_TABLE, op_new(&drop_table, d->at));
	op = ops->v[0];
	list_add(&op->tables, object_copy(o));
	op->names = (struct list){0};
	for (i = 0; i < op->tables.n; i++) {
		t = op->tables.v[i];
		if (!t->partition_of.name || !has_name(&op->tables, t->partition_of))
			list_add(&op->names, copy(&t->object.name, sizeof t->object.name));
	}
}

static void
alter_storage(struct alter_table *op, const struct table *from, const struct table *to)
{
	if (!same(from->persistence, to->persistence))
		op->unlogged = to->persistence ? YES : NO;
	if (!same(from->tablespace, to->tablespace))
		op->tablespace = to->tablespace ? to->tablespace : "pg_default";
	if (!same(from->using, to->using))
		op->using = to->using ? to->using : "heap";
	parameters_diff(&from->with, &to->with, &op->with, &op->reset);
}

static void
alter_name(struct diff *d, const struct table *from, const struct table *to)
{
	struct rename_table *op;
	struct alter_table *move;

	if (!same(from->object.name.schema, to->object.name.schema)) {
		move = op_new(&alter_table, d->at);
		move->altered.table = from->object.name;
		move->schema = to->object.name.schema;
		move->changed = true;
		diff_add(d, PHASE_RENAME, move);
	}
	if (same(from->object.name.name, to->object.name.name))
		return;
	op = op_new(&rename_table, d->at);
	op->name = to->object.name;
	op->name.name = from->object.name.name;
	op->to = to->object.name.name;
	diff_add(d, PHASE_RENAME, op);
}

static void
diff_inherits(struct diff *d, const struct table *from, const struct table *to)
{
	struct alter_table *op;
	size_t i;

	/* while time passes, a parent of another name is one that was renamed */
	if (!d->by_name && from->inherits.n == to->inherits.n)
		return;
	for (i = 0; i < from->inherits.n; i++) {
		if (is_parent(to, *(struct qname *)from->inherits.v[i]))
			continue;
		op = op_new(&alter_table, d->at);
		op->altered.table = to->object.name;
		op->no_inherit = *(struct qname *)from->inherits.v[i];
		op->changed = true;
		diff_add(d, PHASE_ALTER_COLUMN, op);
	}
	for (i = 0; i < to->inherits.n; i++) {
		if (is_parent(from, *(struct qname *)to->inherits.v[i]))
			continue;
		op = op_new(&alter_table, d->at);
		op->altered.table = to->object.name;
		op->inherit = *(struct qname *)to->inherits.v[i];
		op->changed = true;
		diff_add(d, PHASE_ALTER_COLUMN, op);
	}
}

static void
diff_partition(struct diff *d, const struct table *from, const struct table *to)
{
	struct alter_table *op = op_new(&alter_table, d->at);

	if (!from->partition_of.name == !to->partition_of.name)
		return;
	op->altered.table = to->partition_of.name ? to->partition_of : from->partition_of;
	op->bound = to->bound;
	op->changed = true;
	if (to->partition_of.name)
		op->attach = to->object.name;
	else
		op->detach = to->object.name;
	diff_add(d, PHASE_ALTER_COLUMN, op);
}

/* from without what goes with its columns */
static struct table *
without_columns(const struct diff *d, const struct table *from, const struct table *to)
{
	struct table *t = (struct table *)object_copy(&from->object);
	const struct column *c;
	size_t i, j;

	for (i = 0; i < from->columns.n; i++) {
		c = from->columns.v[i];
		if (c->inherited || !column_goes(d, c, to))
			continue;
		for (j = t->constraints.n; j-- > 0;)
			if (constraint_uses_column(t->constraints.v[j], c->name))
				list_remove(&t->constraints, j);
		for (j = t->indexes.n; j-- > 0;)
			if (index_uses_column(t->indexes.v[j], c->name))
				list_remove(&t->indexes, j);
	}
	return t;
}

static void
alter(struct diff *d, const struct object *a, const struct object *b)
{
	const struct table *from = (const struct table *)a, *to = (const struct table *)b;
	struct alter_table *op = op_new(&alter_table, d->at);
	const struct table *rest = without_columns(d, from, to);

	if (temporary(to))
		return;
	alter_name(d, from, to);
	columns_alter(d, from, to);
	constraints_alter(d, rest, to);
	indexes_alter(d, rest, to);
	diff_inherits(d, from, to);
	diff_partition(d, from, to);
	alter_storage(op, from, to);
	op->altered.table = to->object.name;
	op->changed = true;
	if (op->unlogged != UNSAID || op->tablespace || op->using || op->with.n || op->reset.n)
		diff_add(d, PHASE_ALTER_COLUMN, op);
	comment_add(d, "table", sql_qname(b->name), a->comment, b->comment);
}

const struct noun table_noun = {
	.name = "table",
	.space = SPACE_RELATION,
	.size = sizeof(struct table),
	.unshare = unshare,
	.aliases = table_aliases,
	.links = table_links,
	.remove = remove_cascading,
	.create = create,
	.drop = drop,
	.alter = alter,
};

const struct op_class *const table_ops[] = {&create_table, &drop_table, &rename_table, &alter_table,
                                            NULL};
