/* Indexes that are there: renamed, stored otherwise, clustered by, attached to that of a partitioned table. */
#include <string.h>

#include "kind.h"

struct rename_index {
	struct op op;
	struct qname name;
	const char *to;
	bool if_exists;
	bool derived; /* what went with a part of another table is passed over */

	const struct clause *clause; /* of SQL, where ALTER INDEX may mean other relations too */
	struct op *other;
	bool passed;
};

struct alter_index {
	struct op op;
	struct qname name;
	bool if_exists;
	struct strs with;
	struct strs reset;
	const char *tablespace;

	struct qname table;
};

struct cluster_on {
	struct op op;
	struct altered altered;
	const char *index; /* "": none */
	bool runs;         /* of SQL: CLUSTER itself, which marks the index too */
};

struct attach_index {
	struct op op;
	struct qname name;
	struct qname part;

	unsigned attached; /* 0: now */
};

static const struct op_class rename_index, alter_index, cluster_on, attach_index;

/* ---- finding them ---- */

/* an index of t, also that of a constraint, which goes to *c where c is not NULL */
static struct index
index_named(const struct table *t, const char *name, const struct constraint **c)
{
	const struct index *x = table_index(t, name);
	const struct constraint *found = x ? NULL : table_constraint(t, name);

	if (c)
		*c = found;
	return x ? *x : index_of(found);
}

static long
index_position(const struct table *t, const char *name)
{
	size_t i;

	for (i = 0; i < t->indexes.n; i++)
		if (same(((struct index *)t->indexes.v[i])->name, name))
			return (long)i;
	return -1;
}

static long
constraint_position(const struct table *t, const char *name)
{
	size_t i;

	for (i = 0; i < t->constraints.n; i++)
		if (same(((struct constraint *)t->constraints.v[i])->name, name))
			return (long)i;
	return -1;
}

/* ---- rename_index ---- */

static const struct field rename_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct rename_index, name), 1, .required = true,
         .sql = "ALTER INDEX name RENAME TO to"},
	{"to", FIELD_NAME, offsetof(struct rename_index, to), 2, .required = true,
         .doc = "The index stays in its schema. That of a constraint renames the constraint too."},
	{"if_exists", FIELD_BOOL, offsetof(struct rename_index, if_exists), .fallback = "false",
         .sql = "ALTER INDEX IF EXISTS"},
	{0},
};

static struct op *
rename_from(const struct clause *c)
{
	const PgQuery__RenameStmt *stmt = rename_from_sql(c, PG_QUERY__OBJECT_TYPE__OBJECT_INDEX);
	struct rename_index *op;

	if (!stmt)
		return NULL;
	op = op_new(&rename_index, c->at);
	op->name = range_qname(stmt->relation);
	op->to = stmt->newname;
	op->if_exists = stmt->missing_ok;
	op->clause = c;
	return &op->op;
}

static enum applied
rename_apply(struct op *o, struct schema *s)
{
	struct rename_index *op = (struct rename_index *)o;
	enum applied result = APPLIED;
	struct object *there = schema_find(s, SPACE_RELATION, op->name);
	struct constraint *c;
	struct index *x;
	struct table *t;
	long i;

	op->other = NULL;
	op->passed = op->derived && !there;
	if (!there && (op->if_exists || op->passed))
		return APPLIED;
	if (op->clause && there && there->noun != &index_noun)
		return rename_other(op->clause, s, there, &op->other);
	t = need_index_table(o, s, op->name, &result);
	if (!t)
		return result;
	if (need_free_index(o, s, t, op->to) == REFUSED)
		return REFUSED;
	t = (struct table *)object_copy(&t->object);
	i = index_position(t, op->name.name);
	if (i >= 0) {
		x = element_copy(&t->indexes, (size_t)i, sizeof *x);
		x->name = op->to;
	} else {
		i = constraint_position(t, op->name.name);
		c = element_copy(&t->constraints, (size_t)i, sizeof *c);
		c->name = op->to;
	}
	schema_put(s, &t->object);
	return APPLIED;
}

static void
rename_render(const struct op *o, struct list *steps)
{
	const struct rename_index *op = (const struct rename_index *)o;

	if (op->passed)
		return;
	step_add(steps, o, op->name.name,
	         strf("ALTER INDEX %s%s RENAME TO %s", op->if_exists ? "IF EXISTS " : "",
	              sql_qname(op->name), sql_name(op->to)));
}

static bool
rename_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	return invert_other(((const struct rename_index *)o)->other, s, down, gaps);
}

static const struct op_class rename_index = {
	.shape = {"rename_index", CALL_ARGUMENTS, sizeof(struct rename_index), rename_fields,
                  .page = "sql-alterindex.html", .doc = "Renames an index."},
	.from_sql = rename_from,
	.apply = rename_apply,
	.render = rename_render,
	.invert = rename_invert,
};

/* ---- alter_index ---- */

static const struct field alter_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct alter_index, name), 1, .required = true,
         .sql = "ALTER INDEX name"},
	{"with", FIELD_PARAMETERS, offsetof(struct alter_index, with), .fallback = "none",
         .sql = "SET (name = value, …)"},
	{"reset", FIELD_NAMES, offsetof(struct alter_index, reset), .fallback = "none",
         .sql = "RESET (reset, …)"},
	{"tablespace", FIELD_NAME, offsetof(struct alter_index, tablespace),
         .fallback = "where it is", .sql = "SET TABLESPACE tablespace"},
	{"if_exists", FIELD_BOOL, offsetof(struct alter_index, if_exists), .fallback = "false",
         .sql = "ALTER INDEX IF EXISTS"},
	{0},
};

static int
alter_finish(void *item)
{
	const struct alter_index *op = item;

	if (op->with.n || op->reset.n || op->tablespace)
		return 0;
	error_at(op->op.at, E_NOTHING,
	         "alter_index: nothing to alter: give with, reset or tablespace");
	return -1;
}

static struct op *
alter_from(const struct clause *c)
{
	const PgQuery__AlterTableStmt *stmt;
	const PgQuery__List *options = NULL;
	struct strs parameters = {0};
	struct alter_index *op;
	size_t i;

	if (!c->command)
		return NULL;
	stmt = c->node->alter_table_stmt;
	if (stmt->objtype != PG_QUERY__OBJECT_TYPE__OBJECT_INDEX)
		return NULL;
	op = op_new(&alter_index, c->at);
	op->name = range_qname(stmt->relation);
	op->if_exists = stmt->missing_ok;
	if (c->command->def && c->command->def->node_case == PG_QUERY__NODE__NODE_LIST) {
		options = c->command->def->list;
		node_parameters(options->items, options->n_items, &parameters);
	}
	switch (c->command->subtype) {
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetRelOptions:
		op->with = parameters;
		break;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_ResetRelOptions:
		for (i = 0; i < parameters.n; i++)
			strs_add(&op->reset, strn(parameters.v[i], strcspn(parameters.v[i], "=")));
		break;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetTableSpace:
		op->tablespace = c->command->name;
		break;
	default:
		return NULL;
	}
	return &op->op;
}

static enum applied
alter_apply(struct op *o, struct schema *s)
{
	struct alter_index *op = (struct alter_index *)o;
	enum applied result = APPLIED;
	struct constraint *c;
	struct index *x;
	struct table *t;
	const char *using, **tablespace;
	struct strs *with;
	long i;

	op->table.name = NULL;
	if (op->if_exists && !schema_find(s, SPACE_RELATION, op->name))
		return APPLIED;
	t = need_index_table(o, s, op->name, &result);
	if (!t)
		return result;
	t = (struct table *)object_copy(&t->object);
	i = index_position(t, op->name.name);
	if (i >= 0) {
		x = element_copy(&t->indexes, (size_t)i, sizeof *x);
		using = x->using;
		with = &x->with;
		tablespace = &x->tablespace;
	} else {
		i = constraint_position(t, op->name.name);
		c = element_copy(&t->constraints, (size_t)i, sizeof *c);
		using = c->using;
		with = &c->with;
		tablespace = &c->tablespace;
	}
	if (t->partition_by && (op->with.n || op->reset.n))
		return op_error(o, E_PARAMETER,
		                "the index of a partitioned table has no storage of its own");
	if (need_storage_parameters(o, using, &op->with) == REFUSED)
		return REFUSED;
	*with = strs_copy(with);
	parameters_set(with, &op->with, &op->reset);
	if (op->tablespace)
		*tablespace = same(op->tablespace, "pg_default") ? NULL : op->tablespace;
	schema_put(s, &t->object);
	op->table = t->object.name;
	return APPLIED;
}

static void
alter_render(const struct op *o, struct list *steps)
{
	const struct alter_index *op = (const struct alter_index *)o;
	struct strs actions = {0};
	struct step *step;

	if (op->with.n)
		strs_add(&actions, strf("SET%s", sql_parameters(&op->with)));
	if (op->reset.n)
		strs_add(&actions, strf("RESET (%s)", sql_names(&op->reset)));
	if (op->tablespace)
		strs_add(&actions, strf("SET TABLESPACE %s", sql_name(op->tablespace)));
	step = step_add(steps, o, op->name.name,
	                strf("ALTER INDEX %s%s %s", op->if_exists ? "IF EXISTS " : "",
	                     sql_qname(op->name), strs_join(&actions, ", ")));
	/* nobody plans a query of the table while one of its indexes moves */
	if (op->tablespace && op->table.name)
		step_lock(step, LOCK_ACCESS_EXCLUSIVE, op->table);
}

static const struct catalog_query kept[] = {
	{.phase = PHASE_ALTER_CODE,
         .sql = "SELECT t.schema, t.relname, format('ALTER INDEX %I.%I SET TABLESPACE %I', t.schema, x.relname, s.spcname)\n"
                "FROM pg_index i JOIN relation t ON t.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_tablespace s ON s.oid = x.reltablespace\n"
                "  LEFT JOIN pg_inherits h ON h.inhrelid = x.oid LEFT JOIN pg_class w ON w.oid = h.inhparent\n"
                "WHERE x.reltablespace IS DISTINCT FROM w.reltablespace AND (i.indisvalid OR t.relkind = 'p')\n"
                "  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.oid AND k.contype IN ('p', 'u')) ORDER BY x.oid"},
	{.phase = PHASE_ALTER_CODE,
         .sql = "SELECT t.schema, t.relname, format('ALTER INDEX %I.%I ALTER COLUMN %s SET STATISTICS %s', t.schema, x.relname, a.attnum, a.attstattarget)\n"
                "FROM pg_index i JOIN relation t ON t.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_attribute a ON a.attrelid = x.oid\n"
                "WHERE a.attstattarget >= 0 AND (i.indisvalid OR t.relkind = 'p') ORDER BY x.oid, a.attnum"},
	{0},
};

static const struct op_class alter_index = {
	.shape = {"alter_index", CALL_ARGUMENTS, sizeof(struct alter_index), alter_fields,
                  .finish = alter_finish, .page = "sql-alterindex.html",
                  .doc = "Changes how and where an index is stored."},
	.from_sql = alter_from,
	.apply = alter_apply,
	.render = alter_render,
	.inspect = kept,
};

/* ---- cluster_on ---- */

static const struct field cluster_fields[] = {
	{"table", FIELD_PART, offsetof(struct cluster_on, altered), 1, .shape = &altered_shape},
	{"index", FIELD_NAME, offsetof(struct cluster_on, index), 2, .required = true,
         .nullable = true, .sql = "CLUSTER ON index | SET WITHOUT CLUSTER",
         .doc = "Nothing is sorted until CLUSTER runs. null is none."},
	{0},
};

static struct op *
cluster_from(const struct clause *c)
{
	struct altered altered;
	const PgQuery__ClusterStmt *stmt;
	struct cluster_on *op;
	const char *index = "";

	if (c->node->node_case == PG_QUERY__NODE__NODE_CLUSTER_STMT &&
	    c->node->cluster_stmt->relation) {
		stmt = c->node->cluster_stmt;
		op = op_new(&cluster_on, c->at);
		op->op.called = "cluster";
		op->altered.table = range_qname(stmt->relation);
		op->index = stmt->indexname;
		op->runs = true;
		return &op->op;
	}
	if (altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_ClusterOn, &altered))
		index = c->command->name;
	else if (!altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_DropCluster, &altered))
		return NULL;
	op = op_new(&cluster_on, c->at);
	op->altered = altered;
	op->index = index;
	return &op->op;
}

static struct strs
index_names(const struct table *t)
{
	struct strs names = {0};
	const struct constraint *c;
	size_t i;

	for (i = 0; i < t->indexes.n; i++)
		strs_add(&names, ((struct index *)t->indexes.v[i])->name);
	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if (c->type != 'c' && c->type != 'f')
			strs_add(&names, c->name);
	}
	return names;
}

static enum applied
need_own_index(const struct op *op, const struct schema *s, const struct table *t, const char *name)
{
	struct strs names = index_names(t);

	if (strs_has(&names, name))
		return APPLIED;
	if (schema_excused(s, SPACE_RELATION, (struct qname){t->object.name.schema, name}))
		return UNKNOWN;
	return op_error(op, E_NO_PART, "%s %s has no index named '%s'%s", t->object.noun->name,
	                plain_qname(t->object.name), name, did_you_mean(name, &names));
}

static enum applied
need_clusterable(const struct op *op, const struct schema *s, const struct table *t,
                 const char *name)
{
	bool runs = ((const struct cluster_on *)op)->runs;
	enum applied result;
	struct index x;

	if (t->partition_by && !runs)
		return op_error(op, E_PARTITION,
		                "table %s is partitioned, and has no rows to cluster",
		                plain_qname(t->object.name));
	result = need_own_index(op, s, t, name);
	if (result != APPLIED)
		return result;
	x = index_named(t, name, NULL);
	if (x.where)
		return op_error(op, E_INDEX,
		                "index '%s' is partial, and has not all rows to cluster by", name);
	if (same(x.using, "hash") || same(x.using, "gin") || same(x.using, "brin") ||
	    same(x.using, "spgist"))
		return op_error(op, E_INDEX, "index '%s' is %s, which has no order to cluster by",
		                name, x.using);
	return APPLIED;
}

/* CLUSTER without an index takes the one that is marked */
static enum applied
need_clustered(const struct op *op, const struct table *t)
{
	struct strs names = index_names(t);
	size_t i;

	for (i = 0; i < names.n; i++)
		if (index_named(t, names.v[i], NULL).clustered)
			return APPLIED;
	return op_error(op, E_INDEX, "%s is marked by no index yet: CLUSTER %s USING index",
	                plain_qname(t->object.name), sql_qname(t->object.name));
}

/* at most one index of a table */
static void
set_clustered(struct table *t, const char *name)
{
	struct constraint *c;
	struct index *x;
	size_t i;

	for (i = 0; i < t->indexes.n; i++) {
		x = t->indexes.v[i];
		if (x->clustered == same(x->name, name))
			continue;
		x = element_copy(&t->indexes, i, sizeof *x);
		x->clustered = !x->clustered;
	}
	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if (c->type == 'c' || c->type == 'f' || c->clustered == same(c->name, name))
			continue;
		c = element_copy(&t->constraints, i, sizeof *c);
		c->clustered = !c->clustered;
	}
}

static enum applied
cluster_apply(struct op *o, struct schema *s)
{
	struct cluster_on *op = (struct cluster_on *)o;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, "m", &result);

	if (!t)
		return result;
	if (*op->index)
		result = need_clusterable(o, s, t, op->index);
	else if (op->runs)
		return need_clustered(o, t);
	if (result != APPLIED)
		return result;
	/* it marks the indexes of the partitions, which are not followed so far */
	if (t->partition_by)
		return UNKNOWN;
	set_clustered(t, op->index);
	schema_put(s, &t->object);
	return APPLIED;
}

static void
cluster_render(const struct op *o, struct list *steps)
{
	const struct cluster_on *op = (const struct cluster_on *)o;
	struct strs actions = {0};

	strs_add(&actions,
	         *op->index ? strf("CLUSTER ON %s", sql_name(op->index)) : "SET WITHOUT CLUSTER");
	step_lock(step_add(steps, o, sql_qname(op->altered.table),
	                   alter_table_sql(&op->altered, &actions)),
	          op->runs ? LOCK_ACCESS_EXCLUSIVE : LOCK_SHARE_UPDATE_EXCLUSIVE,
	          op->altered.table);
}

static const struct op_class cluster_on = {
	.shape = {"cluster_on", CALL_ARGUMENTS, sizeof(struct cluster_on), cluster_fields,
                  .page = "sql-altertable.html",
                  .doc = "Names the index that later CLUSTER commands sort the table by."},
	.from_sql = cluster_from,
	.apply = cluster_apply,
	.render = cluster_render,
};

/* ---- the replica identity ---- */

const char *
index_by_id(const struct table *t, unsigned id)
{
	const struct constraint *c;
	const struct index *x;
	size_t i;

	for (i = 0; i < t->indexes.n; i++) {
		x = t->indexes.v[i];
		if (x->id == id)
			return x->name;
	}
	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if (c->id == id)
			return c->name;
	}
	return NULL;
}

/* what it lacks, or NULL */
static const char *
wrong_identity(const struct table *t, const struct index *x, const struct constraint *c)
{
	const struct column *column;
	const struct key *k;
	size_t i;

	if (!x->unique)
		return "it is not unique";
	if (c && c->deferrable == YES)
		return "it is deferrable";
	if (x->where)
		return "it is partial";
	for (i = 0; i < x->keys.n; i++) {
		k = x->keys.v[i];
		if (!k->term.column)
			return "it has an expression";
		column = table_column(t, k->term.column);
		if (column && !column->not_null)
			return strf("column '%s' may be NULL", k->term.column);
	}
	return NULL;
}

enum applied
need_replica_index(const struct op *op, const struct schema *s, const struct table *t,
                   const char *name, unsigned *id)
{
	enum applied result = need_own_index(op, s, t, name);
	const struct constraint *c;
	const char *why;
	struct index x;

	if (result != APPLIED)
		return result;
	x = index_named(t, name, &c);
	why = wrong_identity(t, &x, c);
	if (why)
		return op_error(op, E_GENERATED, "index '%s' cannot be the replica identity: %s",
		                name, why);
	*id = c ? c->id : x.id;
	return APPLIED;
}

bool
replica_index_uses(const struct table *t, const char *column)
{
	const char *name = t->replica_index ? index_by_id(t, t->replica_index) : NULL;
	struct index x;

	if (!name)
		return false;
	x = index_named(t, name, NULL);
	return keys_use_column(&x.keys, column);
}

/* ---- attach_index ---- */

static const struct field attach_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct attach_index, name), 1, .required = true,
         .sql = "ALTER INDEX name ATTACH PARTITION partition",
         .doc = "The index of a partitioned table, made with only = true."},
	{"partition", FIELD_QNAME, offsetof(struct attach_index, part), 2, .required = true,
         .doc = "The same index of one of its partitions."},
	{0},
};

static struct op *
attach_from(const struct clause *c)
{
	const PgQuery__AlterTableStmt *stmt;
	struct attach_index *op;

	if (!c->command || c->command->subtype != PG_QUERY__ALTER_TABLE_TYPE__AT_AttachPartition)
		return NULL;
	stmt = c->node->alter_table_stmt;
	if (stmt->objtype != PG_QUERY__OBJECT_TYPE__OBJECT_INDEX)
		return NULL;
	op = op_new(&attach_index, c->at);
	op->name = range_qname(stmt->relation);
	op->part = range_qname(c->command->def->partition_cmd->name);
	return &op->op;
}

/* the table has another that says the same: of which of them a part is, is not known */
static bool
has_twin(const struct table *t, const char *name, const struct index *x)
{
	const struct constraint *c;
	struct index other;
	size_t i;

	for (i = 0; i < t->indexes.n; i++) {
		other = *(struct index *)t->indexes.v[i];
		if (!same(other.name, name) && same_index(x, &other))
			return true;
	}
	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		other = strchr("pux", c->type) ? index_of(c) : (struct index){0};
		if (other.keys.n && !same(c->name, name) && same_index(x, &other))
			return true;
	}
	return false;
}

static enum applied
need_attachable(const struct op *op, const struct table *whole, const struct table *t,
                const struct attach_index *a)
{
	const struct constraint *c, *own;
	struct index x = index_named(whole, a->name.name, &c);
	struct index part = index_named(t, a->part.name, &own);
	const struct constraint *c_there = c ? constraint_part(t, c) : NULL;
	const struct index *there = c ? NULL : index_part(t, &x);

	if (!whole->partition_by || !same_qname(t->partition_of, whole->object.name))
		return op_error(op, E_PARTITION, "index %s is not of a partition of table %s",
		                plain_qname(a->part), plain_qname(whole->object.name));
	if ((c_there && c_there == own) || (there && same(there->name, part.name)))
		return APPLIED;
	if (part.inherited || (own && own->inherited))
		return op_error(op, E_INDEX, "index %s is attached to another index already",
		                plain_qname(a->part));
	if ((there || c_there) && !has_twin(whole, a->name.name, &x))
		return op_error(op, E_INDEX, "index '%s' of table %s is attached to it already",
		                there ? there->name : c_there->name, plain_qname(t->object.name));
	if (!same_index(&x, &part))
		return op_error(op, E_INDEX, "index %s says something else than %s",
		                plain_qname(a->part), plain_qname(a->name));
	if (c && !own)
		return op_error(op, E_OWNED, "index %s is that of a constraint, and %s is not",
		                plain_qname(a->name), plain_qname(a->part));
	return APPLIED;
}

static bool
lacks_part(const struct table *child, const struct index *x, const struct constraint *c)
{
	const struct constraint *own = c ? constraint_part(child, c) : NULL;
	const struct index *part = c ? NULL : index_part(child, x);

	return own ? own->only : !part || part->only;
}

/* an index that all partitions have, and all of theirs, is no longer only the table's */
static void
complete(struct schema *s, const struct table *whole, const char *name)
{
	struct table *t = (struct table *)object_copy(&whole->object);
	long i = index_position(t, name), k = constraint_position(t, name);
	struct constraint *c = k < 0 ? NULL : element_copy(&t->constraints, (size_t)k, sizeof *c);
	struct index *x = i < 0 ? NULL : element_copy(&t->indexes, (size_t)i, sizeof *x);
	struct list below = children(s, t);
	const struct table *above;
	size_t n;

	for (n = 0; n < below.n; n++)
		if (lacks_part(below.v[n], x, c))
			return;
	*(c ? &c->only : &x->only) = false;
	schema_put(s, &t->object);
	above = index_whole(s, t, c, x, &name);
	if (above)
		complete(s, above, name);
}

static enum applied
attach_apply(struct op *o, struct schema *s)
{
	struct attach_index *op = (struct attach_index *)o;
	enum applied result;
	struct table *whole = need_index_table(o, s, op->name, &result), *t;
	struct constraint *c;
	struct index *x;
	unsigned attached;
	long i;

	if (!whole)
		return result;
	t = need_index_table(o, s, op->part, &result);
	if (!t)
		return result;
	if (need_attachable(o, whole, t, op) == REFUSED)
		return REFUSED;
	attached = op->attached ? op->attached : schema_id(s);
	t = (struct table *)object_copy(&t->object);
	i = index_position(t, op->part.name);
	if (i >= 0) {
		x = element_copy(&t->indexes, (size_t)i, sizeof *x);
		x->inherited = true;
		x->attached = attached;
	} else {
		i = constraint_position(t, op->part.name);
		c = element_copy(&t->constraints, (size_t)i, sizeof *c);
		c->inherited = true;
		c->attached = attached;
	}
	schema_put(s, &t->object);
	complete(s, whole, op->name.name);
	return APPLIED;
}

static void
attach_render(const struct op *o, struct list *steps)
{
	const struct attach_index *op = (const struct attach_index *)o;

	step_add(steps, o, op->part.name,
	         strf("ALTER INDEX %s ATTACH PARTITION %s", sql_qname(op->name),
	              sql_qname(op->part)));
}

static bool
attach_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	(void)s;
	(void)gaps;
	list_add(down, detach_index_new(o->at, ((const struct attach_index *)o)->name));
	return true;
}

void
index_attach(struct diff *d, struct qname whole, struct qname part, unsigned attached)
{
	struct attach_index *op = op_new(&attach_index, d->at);

	op->name = whole;
	op->part = part;
	op->attached = attached;
	/* when both are made */
	diff_add(d, PHASE_ADD_FOREIGN_KEY, op);
}

static const struct op_class attach_index = {
	.shape =
		{"attach_index", CALL_ARGUMENTS, sizeof(struct attach_index), attach_fields,
                 .page = "sql-alterindex.html",
                 .doc = "Makes an index of a partition a part of that of its table. PostgreSQL cannot take it back: the way down drops that, and makes again what was there before."},
	.from_sql = attach_from,
	.apply = attach_apply,
	.render = attach_render,
	.invert = attach_invert,
};

/* ---- differences ---- */

void
cluster_alter(struct diff *d, struct qname table, const char *index, bool was, bool is)
{
	struct cluster_on *op;

	if (was == is)
		return;
	op = op_new(&cluster_on, d->at);
	op->altered.table = table;
	op->index = is ? index : "";
	/* first off, then on */
	diff_add(d, is ? PHASE_CREATE_INDEX : PHASE_DROP_INDEX, op);
}

void
storage_alter(struct diff *d, struct qname table, const struct index *from, const struct index *to)
{
	struct alter_index *op = op_new(&alter_index, d->at);

	parameters_diff(&from->with, &to->with, &op->with, &op->reset);
	if (!same(from->tablespace, to->tablespace))
		op->tablespace = to->tablespace ? to->tablespace : "pg_default";
	op->name = index_name(table, to);
	op->table = table;
	if (op->with.n || op->reset.n || op->tablespace)
		diff_add(d, PHASE_CREATE_INDEX, op);
}

void
index_rename(struct diff *d, struct qname table, const char *from, const char *to)
{
	struct rename_index *op = op_new(&rename_index, d->at);

	op->name = (struct qname){table.schema, from};
	op->to = to;
	op->derived = true;
	diff_add(d, PHASE_RENAME, op);
}

void
index_alter(struct diff *d, struct qname table, const struct index *from, const struct index *to)
{
	if (!same(from->name, to->name))
		index_rename(d, table, from->name, to->name);
	storage_alter(d, table, from, to);
	cluster_alter(d, table, to->name, from->clustered, to->clustered);
	index_settings_alter(d, index_name(table, to), &from->settings, &to->settings);
	comment_add(d, "index", sql_qname(index_name(table, to)), from->comment, to->comment);
}

const struct op_class *const alter_index_ops[] = {&rename_index, &alter_index, &cluster_on,
                                                  &attach_index, NULL};
