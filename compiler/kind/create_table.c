/* create_table: CREATE TABLE with all that it holds.

   A table is put into the schema when its columns, constraints and indexes are there, its partitions right after it: each
   of them is a create_table of its own. So a foreign key to the table itself is resolved against the table that is passed to
   constraint_add, not against the schema. */
#include <stdlib.h>
#include <string.h>

#include "create_table.h"

static const struct op_class create_table;

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
		return op_error(op, E_PARAMETER, "tables WITH OIDS are no more");
	if (strncmp(bare, "toast.", 6) == 0)
		bare += 6;
	for (i = 0; i < LEN(parameters); i++)
		strs_add(&known, parameters[i]);
	if (!strs_has(&known, bare))
		return op_error(op, E_PARAMETER, "a table has no storage parameter '%s'%s", name,
		                did_you_mean(bare, &known));
	if (strcmp(name, "fillfactor") != 0)
		return APPLIED;
	n = strtol(text + strcspn(text, "=") + 1, NULL, 10);
	if (n < 10 || n > 100)
		return op_error(op, E_PARAMETER, "fillfactor must be from 10 to 100");
	return APPLIED;
}

/* another access method may have parameters of its own */
enum applied
need_table_parameters(const struct op *op, const struct schema *s, const struct strs *with,
                      const char *using, bool partitioned)
{
	size_t i;

	if (need_table_method(op, s, using) == REFUSED)
		return REFUSED;

	if (with->n && partitioned)
		return op_error(
			op, E_PARAMETER,
			"a partitioned table has no storage parameters; its partitions have");
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
	{"using", FIELD_NAME, offsetof(struct create_table, using), .fallback = "heap",
         .sql = "USING using"},
	{"with", FIELD_PARAMETERS, offsetof(struct create_table, with), .fallback = "none",
         .sql = "WITH (with)", .doc = "Storage parameters: { fillfactor = 70 }."},
	{"on_commit", FIELD_CHOICE, offsetof(struct create_table, on_commit), .choices = on_commits,
         .fallback = "preserve rows", .sql = "ON COMMIT on_commit", .doc = "Of a temporary table."},
	{"tablespace", FIELD_NAME, offsetof(struct create_table, tablespace),
         .fallback = "the database's", .sql = "TABLESPACE tablespace"},
	{"comment", FIELD_TEXT, offsetof(struct create_table, comment), .fallback = "none",
         .sql = "COMMENT ON TABLE name IS 'comment'"},
	{"renamed_from", FIELD_QNAME, offsetof(struct create_table, renamed_from), .model = true},
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
	return wrong ? op_error(&op->op, E_EXCLUDE, "%s", wrong) : 0;
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
	const PgQuery__CreateForeignTableStmt *foreign = NULL;
	const PgQuery__CreateStmt *stmt;
	struct create_table *op;
	size_t i;

	if (c->node->node_case == PG_QUERY__NODE__NODE_CREATE_FOREIGN_TABLE_STMT)
		foreign = c->node->create_foreign_table_stmt;
	else if (c->node->node_case != PG_QUERY__NODE__NODE_CREATE_STMT)
		return NULL;
	stmt = foreign ? foreign->base_stmt : c->node->create_stmt;
	op = op_new(&create_table, c->at);
	if (foreign) {
		op->server = foreign->servername;
		node_parameters(foreign->options, foreign->n_options, &op->server_options);
	}
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

struct op *
create_table_new(struct loc at, const PgQuery__IntoClause *into, const struct list *columns)
{
	struct create_table *op = op_new(&create_table, at);

	op->name = range_qname(into->rel);
	op->unlogged = *into->rel->relpersistence == 'u';
	op->temporary = *into->rel->relpersistence == 't';
	op->columns = *columns;
	node_parameters(into->options, into->n_options, &op->with);
	if (*into->access_method)
		op->using = into->access_method;
	if (*into->table_space_name)
		op->tablespace = into->table_space_name;
	op->on_commit = commit_action(into->on_commit);
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
			return op_error(&op->op, E_NO_RELATION, "like '%s': %s", op->like.v[i],
			                why);
		list_add(&op->made_likes, l);
	}
	return APPLIED;
}

/* a partition is where its table is, unless it says otherwise */
static const char *
tablespace_of(const struct create_table *op, const struct object *parent)
{
	if (op->tablespace)
		return same(op->tablespace, "pg_default") ? NULL : op->tablespace;
	return parent && parent->noun == &table_noun ? ((const struct table *)parent)->tablespace
	                                             : NULL;
}

/* as a table keeps it: NULL for the server's own */
const char *
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
	default_privileges(s, &t->object);
	t->object.comment = op->comment && *op->comment ? op->comment : NULL;
	t->object.renamed_from = op->renamed_from;
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
	if (o && o->noun == &table_noun)
		copies_take(s, (const struct table *)o, t);
	t->bound = op->bound;
	t->with = strs_copy(&op->with);
	t->using = access_method(op->using);
	t->tablespace = tablespace_of(op, o);
	t->on_commit = op->on_commit;
	t->server = op->server;
	t->server_options = strs_copy(&op->server_options);
	return t;
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

enum applied
need_new_table(const struct op *op, struct schema *s, struct qname name)
{
	const struct object *there = schema_find(s, SPACE_RELATION, name);
	enum applied result;

	if (same(name.schema, "pg_temp"))
		search_temporary(s);
	/* a temporary one of another revision may have been another session's */
	if (same(name.schema, "pg_temp") && !(there && schema_is_new(s, there)))
		return APPLIED;
	result = need_schema(op, s, name);
	if (is_migrate_table(s, name))
		return op_error(op, E_EXISTS,
		                "table %s is migrate's own, which is there before any migration",
		                plain_qname(name));
	if (result == APPLIED)
		result = need_free_name(op, s, SPACE_RELATION, name);
	/* its row type */
	return result == APPLIED ? need_free_type(op, s, name) : result;
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

/* those that are foreign keys, or those that are not */
static enum applied
add_constraints(struct create_table *op, struct schema *s, struct table *t, bool foreign)
{
	struct list said = said_constraints(op), constraints = {0};
	const size_t n = t->constraints.n;
	struct constraint *c;
	enum applied result;
	size_t i;

	for (i = 0; i < said.n; i++) {
		c = said.v[i];
		if ((c->type == 'f') == foreign)
			list_add(&constraints, c);
	}
	result = constraints_add(&op->op, s, t, &constraints);
	/* a check that a parent has too is both its own and inherited */
	for (i = foreign ? n : 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if (!c->inherited)
			list_add(&op->own_constraints, c);
	}
	return result;
}

static enum applied
add_parts(struct create_table *op, struct schema *s, struct table *t)
{
	const struct list none = {0};
	enum applied result;
	size_t n, i;

	op->own_constraints = op->own_indexes = none;
	result = add_constraints(op, s, t, false);
	for (i = 0; i < op->made_likes.n && result != REFUSED; i++)
		result = worse(result, like_parts(&op->op, s, t, op->made_likes.v[i]));
	/* they may refer to a key of LIKE */
	if (result != REFUSED || !op->made_likes.n)
		result = worse(result, add_constraints(op, s, t, true));
	n = t->indexes.n;
	for (i = 0; i < op->indexes.n; i++)
		result = worse(result, index_add(&op->op, s, t, op->indexes.v[i]));
	for (i = n; i < t->indexes.n; i++)
		list_add(&op->own_indexes, t->indexes.v[i]);
	return result;
}

enum applied
need_composite(const struct op *op, const struct schema *s, const char *name, struct list *columns)
{
	enum applied result = need_type(op, s, name);
	struct type_parts parts = type_parts(name);
	const struct object *o = parts.builtin ? NULL : schema_find(s, SPACE_TYPE, parts.name);

	if (result == REFUSED)
		return result;
	if (parts.builtin || parts.dimensions || (o && !is_composite(o)))
		return op_error(op, E_KIND, "type %s is not a composite type", name);
	if (o)
		*columns = *composite_attributes(o);
	return result;
}

static enum applied
take_type(const struct op *op, struct schema *s, struct table *t)
{
	struct list columns = {0};
	enum applied result = need_composite(op, s, t->of_type, &columns);
	struct column *c;
	size_t i;

	if (result == REFUSED)
		return result;
	t->of_type = type_kept(s, t->of_type);
	if (!columns.n)
		schema_excuse(s, t->object.name.name);
	for (i = 0; i < columns.n; i++) {
		c = copy(columns.v[i], sizeof *c);
		c->comment = NULL;
		c->labels = (struct list){0};
		c->id = schema_id(s);
		c->at = op->at;
		list_add(&t->columns, c);
	}
	return result;
}

static enum applied
fill(struct create_table *op, struct schema *s, struct table *t)
{
	const char *strategy, *why;
	struct list keys = {0};
	enum applied result = t->of_type ? take_type(&op->op, s, t) : APPLIED;

	if (result != REFUSED)
		result = worse(result, table_inherit(&op->op, s, t, &op->columns, &op->made_likes));
	if (result == REFUSED)
		return result;
	if (t->partition_by && need_partition_by(&op->op, s, t) == REFUSED)
		return REFUSED;
	if (t->partition_by && partition_by_parse(t->partition_by, &strategy, &keys, &why))
		t->partition_by = partition_by_sql(strategy, &keys);
	if (need_table_parameters(&op->op, s, &t->with, t->using, t->partition_by) == REFUSED)
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
	sub->renamed_from = p->renamed_from;
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
			result = op_error(&sub->op, E_PARTITION,
			                  "a partition with partitions says partition_by");
		else
			result = worse(result, create_table.apply(&sub->op, s));
	}
	return result;
}

static enum applied
make(struct create_table *op, struct schema *s)
{
	struct qname name = op->name;
	const struct op *o = &op->op;
	enum applied result = APPLIED;
	struct object *there;
	struct table *t;
	size_t i;

	op->table = NULL;
	if (op->temporary && need_temporary(o, name) == REFUSED)
		return REFUSED;
	if (op->temporary && !name.schema)
		name.schema = "pg_temp";
	name = schema_full(s, name);
	if (op->if_not_exists &&
	    (schema_find(s, SPACE_RELATION, name) || is_migrate_table(s, name)))
		return APPLIED;
	if (read_likes(op) == REFUSED)
		return REFUSED;
	if (op->on_commit && !same(name.schema, "pg_temp"))
		return op_error(o, E_PERSISTENCE, "on_commit is for temporary tables");
	result = need_new_table(o, s, name);
	if (result == REFUSED)
		return REFUSED;
	there = schema_find(s, SPACE_RELATION, name);
	if (there) /* something that is not followed has dropped or renamed it */
		remove_object(s, there->id);
	t = new_table(op, s, name);
	if (same(name.schema, "pg_temp"))
		t->persistence = "temporary";
	if (need_server(o, s, t, op->made_likes.n) == REFUSED || fill(op, s, t) == REFUSED)
		return REFUSED;
	op->table = t;
	schema_put(s, &t->object);
	for (i = 0; i < op->made_likes.n; i++)
		like_statistics(&op->op, s, t, op->made_likes.v[i]);
	return add_partitions(op, s) == REFUSED ? REFUSED : result;
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

	if (made && !op->partition_of.name && !op->of_type)
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
	        t->server       ? "FOREIGN "
	        : op->unlogged  ? "UNLOGGED "
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
	if (t->server)
		buf_fmt(&b, "\nSERVER %s%s", sql_name(t->server), sql_options(&t->server_options));
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
		if (k->type != 'f' || same_qname(k->references.table, op->table->object.name))
			continue;
		step_lock(step, LOCK_SHARE_ROW_EXCLUSIVE, k->references.table);
		return;
	}
	if (op->table->inherits.n)
		step_lock(step, LOCK_SHARE_UPDATE_EXCLUSIVE,
		          *(struct qname *)op->table->inherits.v[0]);
}

char *
table_comment_sql(struct qname name, bool foreign, const char *comment)
{
	return strf("COMMENT ON %sTABLE %s IS %s", foreign ? "FOREIGN " : "", sql_qname(name),
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
		         table_comment_sql(t->object.name, t->server, t->object.comment));
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
	create_lock(op, step_add(steps, o, sql_qname(t->object.name), create_sql(op)));
	for (i = 0; i < op->columns.n; i++)
		column_more_sql(op->columns.v[i], &more);
	altered.table = t->object.name;
	if (more.n)
		step_add(steps, o, sql_qname(t->object.name), alter_table_sql(&altered, &more));
	for (i = 0; i < op->made_partitions.n; i++) {
		sub = op->made_partitions.v[i];
		sub->class->render(sub, steps);
	}
	for (i = 0; i < op->own_indexes.n; i++)
		step_add(steps, o, ((struct index *)op->own_indexes.v[i])->name,
		         index_sql(op->own_indexes.v[i], sql_qname(t->object.name), false));
	create_comments(op, steps);
}

/* ---- in models ---- */

/* takes the foreign keys out of a list of constraints */
static void
take_foreign_keys(struct list *constraints, struct list *keys)
{
	size_t i;

	for (i = 0; i < constraints->n; i++)
		if (((const struct constraint *)constraints->v[i])->type == 'f')
			list_add(keys, constraints->v[i]);
	for (i = constraints->n; i-- > 0;)
		if (((const struct constraint *)constraints->v[i])->type == 'f')
			list_remove(constraints, i);
}

static void
take_reference(struct column *c, struct list *keys)
{
	struct column bare = *c;

	bare.primary_key = bare.unique = false;
	bare.check = NULL;
	column_constraints(&bare, keys);
	c->references.table.name = NULL;
}

/* foreign keys stand apart, for tables may refer to each other */
static int
create_declared(struct op *o, struct list *ops)
{
	struct create_table *op = (struct create_table *)o;
	struct list keys = {0};
	const struct constraint *k;
	struct op *add;
	size_t i;

	for (i = 0; i < op->columns.n; i++)
		take_reference(op->columns.v[i], &keys);
	take_foreign_keys(&op->foreign_keys, &keys);
	take_foreign_keys(&op->constraints, &keys);
	list_add(ops, op);
	for (i = 0; i < keys.n; i++) {
		k = keys.v[i];
		add = constraint_op(k->at, op->name, k);
		add->called = o->called;
		list_add(ops, add);
	}
	return 0;
}

/* it has rows only where it was there before */
static const char *
create_caution(const struct op *o, const struct schema *s)
{
	const struct create_table *op = (const struct create_table *)o;
	const struct object *parent =
		op->partition_of.name ? schema_find(s, SPACE_RELATION, op->partition_of) : NULL;
	const struct table *rest = NULL;

	if (parent && parent->noun == &table_noun)
		rest = default_partition(s, (const struct table *)parent);
	if (!rest || !op->table || rest->object.id >= op->table->object.id)
		return NULL;
	return strf("fails where %s has a row that belongs into it: move it away first",
	            plain_qname(rest->object.name));
}

static const struct op_class create_table = {
	.shape = {"create_table", CALL_MIXED, sizeof(struct create_table), create_fields,
                  .finish = create_finish, .page = "sql-createtable.html",
                  .doc = "Makes a table with its columns, constraints, indexes and partitions."},
	.declares = "table",
	.declared = create_declared,
	.told = create_table_told,
	.absorb = create_table_absorb,
	.caution = create_caution,
	.from_sql = create_from_sql,
	.apply = create_apply,
	.render = create_render,
	.inspect = table_catalog,
};

/* ---- differences ---- */

/* the columns that are the table's own; of a typed table those that say more than the type */
static struct list
own(const struct table *t)
{
	const struct column *c;
	struct column *said;
	struct list all = {0};
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (c->inherited ||
		    (t->of_type && !c->not_null && !c->default_value && !c->generated &&
		     !c->comment && !c->storage && !c->statistics && !c->options.n))
			continue;
		said = copy(c, sizeof *c);
		if (c->generated_above)
			said->generated = NULL;
		list_add(&all, said);
	}
	return all;
}

/* a default calls something, and has a string in it: nextval('…') */
static bool
may_take(const struct create_table *op)
{
	const struct value *v;
	size_t i;

	for (i = 0; i < op->columns.n; i++) {
		v = ((const struct column *)op->columns.v[i])->default_value;
		if (v && v->type == VALUE_SQL && strchr(v->text, '(') && strpbrk(v->text, "'$"))
			return true;
	}
	return false;
}

/* the default is set when the sequence is there */
static void
postpone_default(struct diff *d, struct create_table *op, size_t at, struct qname sequence)
{
	const struct column *c = op->columns.v[at];
	struct column *bare;

	if (!c->default_value || c->default_value->type != VALUE_SQL ||
	    !strstr(c->default_value->text, sequence.name) || !column_takes(c, sequence))
		return;
	bare = element_copy(&op->columns, at, sizeof *bare);
	bare->default_value = NULL;
	column_alter(d, op->table, bare, c);
}

/* the defaults of the tables before t that take from what is behind its identities */
static void
postpone_defaults(struct diff *d, const struct table *t)
{
	const struct list *ops = &d->takers;
	struct qname sequence = {t->object.name.schema, NULL};
	const struct column *c;
	struct create_table *op;
	size_t i, j, k;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (!c->identity)
			continue;
		sequence.name = c->identity->sequence;
		for (j = 0; j < ops->n; j++) {
			op = ops->v[j];
			for (k = 0; k < op->columns.n; k++)
				postpone_default(d, op, k, sequence);
		}
	}
}

void
table_create(struct diff *d, const struct object *o)
{
	const struct table *t = (const struct table *)o;
	struct create_table *op = op_new(&create_table, d->at);
	size_t i;

	if (table_is_temporary(t))
		return;
	op->name = o->name;
	op->table = (struct table *)object_copy(o);
	for (i = 0; i < t->columns.n; i++) {
		if (((struct column *)t->columns.v[i])->identity)
			identity_create(
				d, t, element_copy(&op->table->columns, i, sizeof(struct column)));
	}
	op->columns = own(op->table);
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
	op->server = t->server;
	op->server_options = t->server_options;
	op->comment = o->comment;
	op->own_constraints = op->constraints;
	postpone_defaults(d, t);
	diff_add(d, takes_rows(d, t) ? PHASE_SPLIT_PARTITION : PHASE_CREATE_TABLE, op);
	if (may_take(op))
		list_add(&d->takers, op);
	constraints_create(d, t);
	indexes_create(d, t);
	table_states(d, NULL, t);
	owner_alter(d, NULL, o);
	privileges_alter(d, NULL, o);
}

const struct op_class *const create_table_ops[] = {&create_table, NULL};
