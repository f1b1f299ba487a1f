/* Indexes, also those behind constraints: made and dropped. An index is part of its table; its name is one among those of relations. */
#include <string.h>

#include "kind.h"

struct create_index {
	struct op op;
	struct qname table;
	struct index index; /* as it was made, after apply */
	bool if_not_exists;
	bool concurrently;
	bool only;
};

struct drop_index {
	struct op op;
	struct list names; /* struct qname */
	bool concurrently;
	bool if_exists;
	bool cascade;
	bool derived; /* one that goes with what it was attached to is passed over */

	struct qname table; /* of the first */
};

static const struct op_class create_index, drop_index;

const struct noun index_noun = {
	.name = "index",
	.space = SPACE_RELATION,
	.alias = true,
	.size = sizeof(struct alias),
};

/* ---- the index itself ---- */

static int
index_finish(void *item)
{
	const struct index *x = item;

	if (!x->nulls_not_distinct || x->unique)
		return 0;
	error_at(x->at, E_EXCLUDE, "index: nulls_not_distinct says nothing without unique");
	return -1;
}

static const struct field index_options[] = {
	{"name", FIELD_NAME, offsetof(struct index, name), .fallback = "chosen as PostgreSQL does",
         .sql = "CREATE INDEX name"},
	{"unique", FIELD_BOOL, offsetof(struct index, unique), .fallback = "false",
         .sql = "CREATE UNIQUE INDEX"},
	{"using", FIELD_NAME, offsetof(struct index, using), .fallback = "btree",
         .sql = "USING using",
         .doc = "btree, hash, gist, spgist, gin, brin, or what an extension brings."},
	{"include", FIELD_NAMES, offsetof(struct index, include), .fallback = "none",
         .sql = "INCLUDE (include, …)"},
	{"nulls_not_distinct", FIELD_BOOL, offsetof(struct index, nulls_not_distinct),
         .fallback = "false", .sql = "NULLS NOT DISTINCT",
         .doc = "From PostgreSQL 15 on: two nulls are equal."},
	{"with", FIELD_PARAMETERS, offsetof(struct index, with), .fallback = "none",
         .sql = "WITH (name = value, …)", .doc = "Storage parameters."},
	{"tablespace", FIELD_NAME, offsetof(struct index, tablespace),
         .fallback = "the default tablespace", .sql = "TABLESPACE tablespace"},
	{"where", FIELD_SQL, offsetof(struct index, where), .fallback = "all rows",
         .sql = "WHERE where"},
	{"comment", FIELD_TEXT, offsetof(struct index, comment), .fallback = "none",
         .sql = "COMMENT ON INDEX name IS 'comment'"},
	{"renamed_from", FIELD_NAME, offsetof(struct index, renamed_from), .model = true},
	{0},
};

static const struct shape index_part_shape = {"options", CALL_TABLE, sizeof(struct index),
                                              index_options, .finish = index_finish};

static const struct field index_fields[] = {
	{"keys", FIELD_ITEMS, offsetof(struct index, keys), 1, .required = true,
         .shape = &key_shape, .sql = "ON table (keys, …)",
         .doc = "Columns, expressions as sql \"…\", or tables of one with its options."},
	{"options", FIELD_PART, 0, .shape = &index_part_shape},
	{0},
};

const struct shape index_shape = {"index",
                                  CALL_TABLE,
                                  sizeof(struct index),
                                  index_fields,
                                  .page = "sql-createindex.html",
                                  .doc = "An index of a table."};

struct index
index_of(const struct constraint *c)
{
	struct index x = {.at = c->at, .name = c->name, .unique = c->type != 'x'};
	struct key *k;
	size_t i;

	x.keys = c->keys;
	x.using = c->using;
	x.where = c->where;
	x.include = c->include;
	x.with = c->with;
	x.tablespace = c->tablespace;
	x.nulls_not_distinct = c->nulls_not_distinct;
	x.clustered = c->clustered;
	x.comment = c->index_comment;
	x.called = c->called;
	for (i = 0; i < c->columns.n; i++) {
		k = alloc(sizeof *k);
		k->at = c->at;
		k->term.column = c->columns.v[i];
		list_add(&x.keys, k);
	}
	return x;
}

/* ---- SQL ---- */

/* what stands behind the keys, as clauses */
static struct strs
clauses(const struct index *x)
{
	struct strs all = {0};

	if (x->include.n)
		strs_add(&all, strf("INCLUDE (%s)", sql_names(&x->include)));
	if (x->nulls_not_distinct)
		strs_add(&all, "NULLS NOT DISTINCT");
	if (x->with.n)
		strs_add(&all, strf("WITH%s", sql_parameters(&x->with)));
	if (x->tablespace)
		strs_add(&all, strf("TABLESPACE %s", sql_name(x->tablespace)));
	if (x->where)
		strs_add(&all, strf("WHERE %s", in_brackets(x->where)));
	return all;
}

/* name is what stands before ON */
static char *
create_sql(const struct index *x, const char *name, const char *table)
{
	struct strs more = clauses(x);
	struct buf b = {0};
	size_t n, i;

	buf_fmt(&b, "CREATE %sINDEX %sON %s", x->unique ? "UNIQUE " : "", name, table);
	if (x->using)
		buf_fmt(&b, " USING %s", sql_name(x->using));
	buf_fmt(&b, " %s", keys_sql(&x->keys));
	for (n = b.n, i = 0; i < more.n; i++)
		n += strlen(more.v[i]) + 1;
	for (i = 0; i < more.n; i++)
		buf_fmt(&b, "%s%s", n > 80 ? "\n  " : " ", more.v[i]);
	return buf_str(&b);
}

char *
index_sql(const struct index *x, const char *table, bool concurrently)
{
	return create_sql(x,
	                  strf("%s%s%s", concurrently ? "CONCURRENTLY " : "",
	                       x->name ? sql_name(x->name) : "", x->name ? " " : ""),
	                  table);
}

struct qname
index_name(struct qname table, const struct index *x)
{
	return (struct qname){table.schema, x->name};
}

void
index_comment(struct list *steps, const struct op *op, struct qname table, const struct index *x)
{
	if (x->comment)
		step_lock(step_add(steps, op, x->name,
		                   strf("COMMENT ON INDEX %s IS %s",
		                        sql_qname(index_name(table, x)), sql_literal(x->comment))),
		          LOCK_SHARE_UPDATE_EXCLUSIVE, table);
}

/* ---- adding ---- */

enum applied
need_free_index(const struct op *op, const struct schema *s, const struct table *t,
                const char *name)
{
	const struct index *x = table_index(t, name);
	const struct constraint *c = table_constraint(t, name);
	struct loc at = x ? x->at : c ? c->at : t->object.at;

	/* t may not be put yet, with what it already has */
	if (x || (c && c->type != 'c' && c->type != 'f'))
		return op_error(op, E_EXISTS, "index '%s' exists already%s", name, made_at(at));
	if (same(t->object.name.name, name))
		return op_error(op, E_EXISTS, "table '%s' exists already%s", name, made_at(at));
	return need_free_name(op, s, SPACE_RELATION, (struct qname){t->object.name.schema, name});
}

enum applied
index_add(struct op *op, struct schema *s, struct table *t, const struct index *given)
{
	struct op here = item_op(op, given->at);
	struct index *x = copy(given, sizeof *x);
	bool gone = x->name && part_is_gone(s, t, &t->indexes, table_index(t, x->name), x->name);

	keys_read(&x->keys, t);
	if (x->name && need_free_index(&here, s, t, x->name) == REFUSED)
		return REFUSED;
	if (need_index(&here, s, t, x, "unique index", false) == REFUSED)
		return REFUSED;
	x->using = method_name(x->using);
	keys_normalise(s, &x->keys, t, x->using);
	if (x->where)
		x->where = expression_unqualified(x->where, t->object.name.name);
	if (x->comment && !*x->comment)
		x->comment = NULL;
	if (!x->at.file)
		x->at = op->at;
	if (x->name)
		x->called = NULL;
	else
		x->name = choose_name(s, t, t->object.name.name, index_called(x), "idx", false);
	if (!x->id)
		x->id = schema_id(s);
	list_add(&t->indexes, x);
	return gone ? UNKNOWN : APPLIED;
}

/* ---- columns ---- */

const char *
index_called(const struct index *x)
{
	return x->called ? x->called : index_columns_name(x);
}

bool
index_uses_column(const struct index *x, const char *column)
{
	return keys_use_column(&x->keys, column) || strs_has(&x->include, column) ||
	       expression_uses_column(x->where, column);
}

void
index_rename_column(struct index *x, const struct table *t, const char *from, const char *to)
{
	x->called = index_called(x);
	keys_rename_column(&x->keys, t, from, to);
	strs_rename(&x->include, from, to);
	if (x->where)
		x->where = expression_rename_column(x->where, t->object.name.name, from, to);
}

/* ---- create_index ---- */

static const struct field create_fields[] = {
	{"table", FIELD_QNAME, offsetof(struct create_index, table), 1, .required = true,
         .sql = "CREATE INDEX ON table"},
	{"keys", FIELD_ITEMS, offsetof(struct create_index, index.keys), 2, .required = true,
         .shape = &key_shape, .sql = "ON table (keys, …)",
         .doc = "Columns, expressions as sql \"…\", or tables of one with its options."},
	{"options", FIELD_PART, offsetof(struct create_index, index), .shape = &index_part_shape},
	{"concurrently", FIELD_BOOL, offsetof(struct create_index, concurrently),
         .fallback = "false", .sql = "CREATE INDEX CONCURRENTLY",
         .doc = "Without blocking writes, in a step of its own outside of a transaction. What an interrupted one leaves is cleared away when the migration runs again."},
	{"if_not_exists", FIELD_BOOL, offsetof(struct create_index, if_not_exists),
         .fallback = "false", .sql = "CREATE INDEX IF NOT EXISTS"},
	{"only", FIELD_BOOL, offsetof(struct create_index, only), .fallback = "false",
         .sql = "ON ONLY table", .doc = "Not on the partitions of a partitioned table."},
	{0},
};

static int
create_finish(void *item)
{
	const struct create_index *op = item;

	if (!op->if_not_exists || op->index.name)
		return 0;
	error_at(op->op.at, E_INDEX, "create_index: if_not_exists needs a name");
	return -1;
}

static void
take_statement(struct index *x, const PgQuery__IndexStmt *stmt, struct loc at)
{
	size_t i;

	x->at = at;
	x->name = *stmt->idxname ? stmt->idxname : NULL;
	x->unique = stmt->unique;
	x->nulls_not_distinct = stmt->nulls_not_distinct;
	if (*stmt->access_method)
		x->using = stmt->access_method;
	for (i = 0; i < stmt->n_index_params; i++)
		list_add(&x->keys, key_from_sql(stmt->index_params[i]->index_elem, at));
	for (i = 0; i < stmt->n_index_including_params; i++)
		strs_add(&x->include, stmt->index_including_params[i]->index_elem->name);
	node_parameters(stmt->options, stmt->n_options, &x->with);
	if (*stmt->table_space)
		x->tablespace = stmt->table_space;
	if (stmt->where_clause)
		x->where = node_sql(stmt->where_clause);
}

static struct op *
create_from_sql(const struct clause *c)
{
	const PgQuery__IndexStmt *stmt;
	struct create_index *op;

	if (c->node->node_case != PG_QUERY__NODE__NODE_INDEX_STMT)
		return NULL;
	stmt = c->node->index_stmt;
	op = op_new(&create_index, c->at);
	op->table = range_qname(stmt->relation);
	op->only = !stmt->relation->inh;
	op->concurrently = stmt->concurrent;
	op->if_not_exists = stmt->if_not_exists;
	take_statement(&op->index, stmt, c->at);
	return &op->op;
}

static const char *
said_name(const struct create_index *op)
{
	return op->index.name
	               ? op->index.name
	               : sql_object_name(op->table.name, index_columns_name(&op->index), "idx");
}

/* it is beside its table, of which nothing is known */
static void
doubt_index(struct schema *s, const struct create_index *op)
{
	struct qname name = {op->table.schema, said_name(op)};
	size_t i;

	if (name.schema)
		schema_doubt_name(s, SPACE_RELATION, name);
	for (i = 0; i < s->path.n && !op->table.schema; i++) {
		name.schema = s->path.v[i];
		schema_doubt_name(s, SPACE_RELATION, name);
	}
}

static enum applied
create_apply(struct op *o, struct schema *s)
{
	struct create_index *op = (struct create_index *)o;
	unsigned id = op->index.id;
	const struct index *made;
	enum applied result;
	struct table *t = need_table(o, s, op->table, "m", &result);

	if (result == UNKNOWN)
		result = need_name_to_comment(o, op->index.name, op->index.comment);
	if (!t) {
		if (result == UNKNOWN)
			doubt_index(s, op);
		return result;
	}
	if (op->concurrently && t->partition_by)
		return op_error(o, E_CONCURRENTLY,
		                "table %s is partitioned: create the index on each partition "
		                "concurrently, then on the table, where it takes these for its own",
		                plain_qname(t->object.name));
	if (op->if_not_exists &&
	    schema_find(s, SPACE_RELATION, index_name(t->object.name, &op->index))) {
		op->index.comment = NULL; /* the one that is there stays as it is */
		return need_index(o, s, t, &op->index, "unique index", false);
	}
	t = (struct table *)object_copy(&t->object);
	op->index.only = op->only && t->partition_by;
	op->index.concurrently = op->concurrently;
	result = index_add(o, s, t, &op->index);
	if (result == REFUSED) {
		schema_excuse(s, said_name(op)); /* one mistake is one error */
		return REFUSED;
	}
	made = t->indexes.v[t->indexes.n - 1];
	op->table = t->object.name;
	op->index = *made;
	op->index.id = id;
	if (index_descend(o, s, t, made) == REFUSED)
		return REFUSED;
	schema_put(s, &t->object); /* last, so that it is undone first */
	return result;
}

static void
create_render(const struct op *o, struct list *steps)
{
	const struct create_index *op = (const struct create_index *)o;
	const char *name = op->index.name ? strf("%s ", sql_name(op->index.name)) : "";
	const char *before, *table;
	struct leftover *left;
	struct step *step;

	before = strf("%s%s%s", op->concurrently ? "CONCURRENTLY " : "",
	              op->if_not_exists ? "IF NOT EXISTS " : "", name);
	table = strf("%s%s", op->only ? "ONLY " : "", sql_qname(op->table));
	step = step_add(steps, o, op->index.name, create_sql(&op->index, before, table));
	step_lock(step, LOCK_SHARE, op->table);
	if (op->concurrently) {
		step->lock = LOCK_SHARE_UPDATE_EXCLUSIVE;
		left = step_leaves(step, LEFTOVER_BUILD);
		/* on a table that is not followed the server chooses one that is not known here */
		if (op->index.name)
			left->name = sql_qname(index_name(op->table, &op->index));
		left->table = sql_qname(op->table);
		left->probe = index_sql(&op->index, "pg_temp.migrate_probe", false);
	}
	index_comment(steps, o, op->table, &op->index);
}

const struct index *
index_created(const struct op *o, struct qname table)
{
	const struct create_index *op = (const struct create_index *)o;

	if (o->class != &create_index || op->concurrently || op->only || op->if_not_exists ||
	    !same_qname(op->table, table))
		return NULL;
	return &op->index;
}

const char *
index_usual_name(struct qname table, const struct index *x)
{
	return sql_object_name(table.name, index_columns_name(x), "idx");
}

/* a name that would be chosen anyway is left out */
static const struct op *
create_told(const struct op *o, const struct schema *s)
{
	struct create_index *op = copy(o, sizeof *op);

	(void)s;
	/* which says nothing, and Lua does not say it */
	if (op->index.nulls_not_distinct && !op->index.unique)
		return NULL;
	if (same(op->index.name, index_usual_name(op->table, &op->index)))
		op->index.name = NULL;
	collations_told(&op->index.keys);
	return &op->op;
}

/* those of constraints come with them, and those of partitions with that of their table, where they are as they would be made then */
static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_INDEX,
         .sql = "SELECT t.schema, t.relname, concat(s.start, CASE WHEN t.relkind = 'p' AND (NOT i.indisvalid OR p.oid IS NOT NULL) THEN 'ONLY ' END,\n"
                "    substr(pg_get_indexdef(x.oid), length(s.start || CASE WHEN x.relkind = 'I' THEN 'ONLY ' ELSE '' END) + 1))\n"
                "FROM pg_index i JOIN relation t ON t.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid\n"
                "  LEFT JOIN pg_inherits h ON h.inhrelid = x.oid LEFT JOIN pg_class w ON w.oid = h.inhparent LEFT JOIN pg_index v ON v.indexrelid = h.inhparent\n"
                "  LEFT JOIN pieced p ON p.oid = x.oid LEFT JOIN index_called n ON n.oid = x.oid CROSS JOIN LATERAL (SELECT format('CREATE %sINDEX %I ON ', CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END, x.relname) AS start) s\n"
                "WHERE (i.indisvalid OR t.relkind = 'p') AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.oid AND k.contype IN ('p', 'u', 'x'))\n"
                "  AND (w.oid IS NULL OR p.oid IS NOT NULL OR NOT v.indisvalid OR w.reloptions IS DISTINCT FROM x.reloptions OR w.reltablespace <> x.reltablespace\n"
                "    OR x.relname <> format('%s_%s_idx', t.relname, n.said))\n"
                "ORDER BY w.oid IS NULL, CASE WHEN w.oid IS NOT NULL THEN -(SELECT count(*) FROM pg_partition_ancestors(t.oid)) END, x.oid"},
	{.phase = PHASE_CREATE_INDEX,
         .sql = "SELECT t.schema, t.relname, format('ALTER INDEX %s.%I ATTACH PARTITION %I.%I', h.said, w.relname, t.schema, x.relname)\n"
                "FROM pg_index v JOIN pg_class w ON w.oid = v.indexrelid JOIN home h ON h.oid = w.relnamespace JOIN pg_inherits i ON i.inhparent = w.oid\n"
                "  JOIN pg_class x ON x.oid = i.inhrelid JOIN pg_index y ON y.indexrelid = x.oid JOIN relation t ON t.oid = y.indrelid LEFT JOIN pieced p ON p.oid = w.oid\n"
                "WHERE w.relkind = 'I' AND (NOT v.indisvalid OR p.oid IS NOT NULL)\n"
                "  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = w.oid AND k.contype IN ('p', 'u', 'x'))\n"
                "ORDER BY x.oid"},
	{0},
};

static const struct op_class create_index = {
	.shape = {"create_index", CALL_ARGUMENTS, sizeof(struct create_index), create_fields,
                  .finish = create_finish, .page = "sql-createindex.html",
                  .doc = "Makes an index, also on the partitions of a partitioned table."},
	.told = create_told,
	.from_sql = create_from_sql,
	.apply = create_apply,
	.render = create_render,
	.inspect = created,
};

/* ---- drop_index ---- */

struct table *
alias_table(const struct schema *s, const struct object *alias)
{
	struct qname owner = ((const struct alias *)alias)->owner;
	struct object *o = schema_find(s, SPACE_RELATION, owner);

	if (o && o->noun != &table_noun)
		o = schema_find(s, SPACE_FRAME, owner);
	return (struct table *)o;
}

struct table *
need_index_table(const struct op *op, const struct schema *s, struct qname name,
                 enum applied *result)
{
	const struct object *o = schema_find(s, SPACE_RELATION, name);

	*result = APPLIED;
	if (!o)
		*result = missing(op, s, "index", SPACE_RELATION, name);
	else if (o->noun == &index_noun)
		return alias_table(s, o);
	else if (!o->noun->alias && !o->noun->create)
		*result = UNKNOWN;
	else
		*result = op_error(op, E_KIND, "%s is %s %s, not an index", plain_qname(name),
		                   article(o->noun->name), o->noun->name);
	return NULL;
}

static const struct field drop_fields[] = {
	{"name", FIELD_QNAMES, offsetof(struct drop_index, names), 1, .required = true,
         .sql = "DROP INDEX name, …"},
	{"concurrently", FIELD_BOOL, offsetof(struct drop_index, concurrently), .fallback = "false",
         .sql = "DROP INDEX CONCURRENTLY",
         .doc = "Without blocking reads and writes, in a step of its own outside of a transaction."},
	{"if_exists", FIELD_BOOL, offsetof(struct drop_index, if_exists), .fallback = "false",
         .sql = "DROP INDEX IF EXISTS"},
	{"cascade", FIELD_BOOL, offsetof(struct drop_index, cascade), .fallback = "false",
         .sql = "CASCADE", .doc = "Drops the foreign keys that rely on it."},
	{0},
};

static struct op *
drop_from(const struct clause *c)
{
	struct drop_index *op;

	if (!drops(c, PG_QUERY__OBJECT_TYPE__OBJECT_INDEX))
		return NULL;
	op = op_new(&drop_index, c->at);
	drop_read(c, &op->names, &op->if_exists, &op->cascade);
	op->concurrently = c->node->drop_stmt->concurrent;
	return &op->op;
}

static enum applied
drop_one(struct op *o, struct schema *s, struct qname name)
{
	struct drop_index *op = (struct drop_index *)o;
	const char *whole = "?";
	const struct index *x;
	enum applied result;
	struct table *t = need_index_table(o, s, name, &result);

	if (!t)
		return result;
	x = table_index(t, name.name);
	if (!x)
		return op_error(o, E_OWNED,
		                "index %s is that of a constraint of table %s: drop_constraint "
		                "drops both",
		                plain_qname(name), plain_qname(t->object.name));
	if (x->inherited) {
		index_whole(s, t, NULL, x, &whole);
		return op_error(o, E_INDEX, "index %s is part of index '%s' of table %s",
		                plain_qname(name), whole, plain_qname(t->partition_of));
	}
	if (op->concurrently && t->partition_by)
		return op_error(o, E_CONCURRENTLY,
		                "table %s is partitioned: its index cannot be dropped concurrently",
		                plain_qname(t->object.name));
	t = (struct table *)object_copy(&t->object);
	if (index_remove(o, s, t, x, op->cascade) == REFUSED)
		return REFUSED;
	schema_put(s, &t->object);
	if (!op->table.name)
		op->table = t->object.name;
	return APPLIED;
}

/* the index of that name where it is a part of its table's; NULL */
static const struct index *
part_named(const struct schema *s, struct qname name)
{
	const struct object *o = schema_find(s, SPACE_RELATION, name);
	const struct index *x;

	if (!o || o->noun != &index_noun)
		return NULL;
	x = table_index(alias_table(s, o), name.name);
	return x && x->inherited ? x : NULL;
}

/* it is gone already, or goes with another */
static bool
passes(const struct drop_index *op, const struct schema *s, struct qname name)
{
	const struct index *part = part_named(s, name);

	if (!schema_find(s, SPACE_RELATION, name))
		return op->if_exists || op->derived;
	return part && op->derived && part->attached > s->first_id;
}

/* those that are there or must be. Parts come last, for they may go with what they are a part of */
static struct list
to_drop(const struct drop_index *op, const struct schema *s)
{
	struct list whole = {0}, parts = {0};
	struct qname *name;
	size_t i;

	for (i = 0; i < op->names.n; i++) {
		name = op->names.v[i];
		if (passes(op, s, *name))
			continue;
		list_add(part_named(s, *name) ? &parts : &whole, name);
	}
	list_append(&whole, &parts);
	return whole;
}

static enum applied
drop_apply(struct op *o, struct schema *s)
{
	struct drop_index *op = (struct drop_index *)o;
	struct list names = to_drop(op, s);
	bool *there = alloc(names.n + 1);
	enum applied result = APPLIED, one;
	size_t i;

	op->table.name = NULL;
	if (op->concurrently && op->names.n > 1)
		return op_error(o, E_CONCURRENTLY,
		                "only one index at a time can be dropped concurrently");
	if (op->concurrently && op->cascade)
		return op_error(o, E_CONCURRENTLY, "concurrently and cascade exclude each other");
	for (i = 0; i < names.n; i++)
		there[i] = schema_find(s, SPACE_RELATION, *(struct qname *)names.v[i]);
	for (i = 0; i < names.n; i++) {
		if (there[i] && !schema_find(s, SPACE_RELATION, *(struct qname *)names.v[i]))
			continue; /* gone with another */
		one = drop_one(o, s, *(struct qname *)names.v[i]);
		if (one == REFUSED)
			return one;
		if (one != APPLIED)
			result = one;
	}
	return result;
}

static void
drop_render(const struct op *o, struct list *steps)
{
	const struct drop_index *op = (const struct drop_index *)o;
	struct strs plain = {0};
	struct step *step;
	size_t i;

	if (op->derived && !op->table.name)
		return;
	for (i = 0; i < op->names.n; i++)
		strs_add(&plain, ((struct qname *)op->names.v[i])->name);
	step = step_add(steps, o, strs_join(&plain, ", "),
	                drop_sql(op->concurrently ? "INDEX CONCURRENTLY" : "INDEX",
	                         qnames_sql(&op->names), op->if_exists, op->cascade));
	if (op->table.name)
		step_lock(step, LOCK_ACCESS_EXCLUSIVE, op->table);
	if (!op->concurrently)
		return;
	step_leaves(step, LEFTOVER_DROP)->name = qnames_sql(&op->names);
	if (op->table.name)
		step->lock = LOCK_SHARE_UPDATE_EXCLUSIVE;
}

static const struct op_class drop_index = {
	.shape = {"drop_index", CALL_ARGUMENTS, sizeof(struct drop_index), drop_fields,
                  .page = "sql-dropindex.html", .doc = "Drops one index or several."},
	.from_sql = drop_from,
	.apply = drop_apply,
	.render = drop_render,
};

/* ---- differences ---- */

/* as it is when it is only just made: in another schema its id may be that of something else, and what follows is not done yet */
static struct index
index_bare(const struct diff *d, const struct index *of)
{
	struct index x = *of;

	if (d->by_name)
		x.id = 0;
	x.clustered = false;
	x.settings = (struct list){0};
	return x;
}

void
index_make(struct diff *d, struct qname table, const struct index *x, bool concurrently)
{
	struct create_index *op = op_new(&create_index, d->at);
	const struct list none = {0};

	op->table = table;
	op->index = index_bare(d, x);
	op->only = x->only;
	op->concurrently = concurrently && !x->only;
	diff_add(d, PHASE_CREATE_INDEX, op);
	cluster_alter(d, table, x->name, false, x->clustered);
	index_settings_alter(d, index_name(table, x), &none, &x->settings);
}

void
index_drop(struct diff *d, const struct table *t, const struct index *x, bool cascade)
{
	struct drop_index *op = op_new(&drop_index, d->at);
	struct qname name = index_name(t->object.name, x);

	list_add(&op->names, copy(&name, sizeof name));
	op->concurrently = (d->concurrently || x->concurrently) && !t->partition_by;
	op->table = t->object.name;
	op->cascade = cascade;
	op->derived = true;
	diff_add(d, PHASE_DROP_INDEX, op);
}

void
indexes_create(struct diff *d, const struct table *t)
{
	const struct index *x;
	size_t i;

	/* nothing waits for a table that is only just made */
	for (i = 0; i < t->indexes.n; i++) {
		x = t->indexes.v[i];
		if (x->inherited)
			part_bring(d, t->object.name, NULL, x);
		else
			index_make(d, t->object.name, x, false);
	}
}

/* without what can be changed in place, which is less where its table is partitioned */
static char *
essence(const struct index *x, const struct table *t)
{
	struct index bare = *x;

	bare.name = NULL;
	if (!t->partition_by) {
		bare.with = (struct strs){0};
		bare.tablespace = NULL;
	}
	return index_sql(&bare, "t", false);
}

static bool
same_essence(const struct index *x, const struct table *of_x, const struct index *y,
             const struct table *of_y)
{
	const char *a = essence(x, of_x), *b = essence(y, of_y);

	return same_tokens(a, b) || (same(x->name, y->name) && same_statement(a, b));
}

/* which of t's indexes x became, or -1; as counterpart in change_constraint.c */
static long
counterpart(const struct diff *d, const struct index *x, const struct table *from,
            const struct table *t)
{
	const struct index *other;
	long renamed = -1;
	size_t i;

	for (i = 0; i < t->indexes.n; i++) {
		other = t->indexes.v[i];
		if (!d->by_name && other->id == x->id)
			return (long)i;
		if (!d->by_name)
			continue;
		if (same(other->name, x->name) && same_essence(x, from, other, t))
			return (long)i;
		if (renamed < 0 && !table_index(t, x->name) && !table_index(from, other->name) &&
		    same_essence(x, from, other, t))
			renamed = (long)i;
	}
	return renamed;
}

static bool
is_retyped(const struct diff *d, const struct table *from, const struct table *to,
           const struct index *x)
{
	return expression_is_retyped(d, from, to, x->where) ||
	       keys_are_retyped(d, from, to, &x->keys);
}

void
indexes_alter(struct diff *d, const struct table *from, const struct table *to)
{
	bool *kept = alloc(to->indexes.n + 1);
	const struct index *x, *other;
	size_t i;
	long k;

	for (i = 0; i < from->indexes.n; i++) {
		x = from->indexes.v[i];
		k = counterpart(d, x, from, to);
		other = k >= 0 && !kept[k] ? to->indexes.v[k] : NULL;
		if (list_has(&d->again, x) || (!x->inherited && is_retyped(d, from, to, x)))
			other = NULL;
		if (other && goes_with_parent(from, to, x->inherited, other->inherited)) {
			kept[k] = diff_is_new(d, other->id);
			continue;
		}
		if (other) {
			kept[k] = true;
			index_alter(d, to->object.name, x, other);
		} else if (!x->inherited) {
			index_drop(d, to, x, false);
		}
	}
	for (i = 0; i < to->indexes.n; i++) {
		x = to->indexes.v[i];
		if (!kept[i] && x->inherited)
			part_bring(d, to->object.name, NULL, x);
		if (!kept[i] && !x->inherited)
			index_make(d, to->object.name, x,
			           (d->concurrently || x->concurrently) && !to->partition_by);
	}
}

const struct op_class *const index_ops[] = {&create_index, &drop_index, NULL};
