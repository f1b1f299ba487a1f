/* Columns come and are renamed, in the table and in those that inherit from it; what they become when a table does. */
#include <string.h>

#include "code.h"

/* ---- what operations on columns have in common ---- */

static const struct field altered_fields[] = {
	{"table", FIELD_QNAME, offsetof(struct altered, table), 1, .required = true,
         .sql = "ALTER TABLE table"},
	{"table_if_exists", FIELD_BOOL, offsetof(struct altered, if_exists), .fallback = "false",
         .sql = "ALTER TABLE IF EXISTS table"},
	{"only", FIELD_BOOL, offsetof(struct altered, only), .fallback = "false",
         .sql = "ALTER TABLE ONLY table",
         .doc = "Leaves tables that inherit from it alone, where PostgreSQL allows that."},
	{0},
};

const struct shape altered_shape = {"altered", CALL_TABLE, sizeof(struct altered), altered_fields,
                                    .page = "sql-altertable.html"};

/* the relkind that a statement about such relations names, 0 where it names tables and their like, or -1 */
static int
altered_relkind(PgQuery__ObjectType type)
{
	switch ((int)type) {
	case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
		return 0;
	case PG_QUERY__OBJECT_TYPE__OBJECT_VIEW:
		return 'v';
	case PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW:
		return 'm';
	case PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_TABLE:
		return 'f';
	default:
		return -1;
	}
}

bool
altered_from_sql(const struct clause *c, PgQuery__AlterTableType type, struct altered *a)
{
	const PgQuery__AlterTableStmt *stmt;

	if (!c->command || c->command->subtype != type)
		return false;
	stmt = c->node->alter_table_stmt;
	if (altered_relkind(stmt->objtype) < 0)
		return false;
	a->relkind = (char)altered_relkind(stmt->objtype);
	a->table = range_qname(stmt->relation);
	a->if_exists = stmt->missing_ok;
	a->only = !stmt->relation->inh;
	return true;
}

enum applied
need_foreign(const struct op *op, const struct table *t)
{
	return t->server ? APPLIED
	                 : op_error(op, E_KIND, "%s is a table, not a foreign table",
	                            plain_qname(t->object.name));
}

static bool
is_relkind(const struct object *o, char relkind)
{
	if (relkind != 'f' || o->noun != &table_noun)
		return o->noun->relkind == relkind;
	return ((const struct table *)o)->server;
}

struct table *
need_altered(const struct op *op, const struct schema *s, const struct altered *a, const char *also,
             enum applied *result)
{
	struct object *o = schema_find(s, SPACE_RELATION, a->table);
	struct table *t;

	*result = APPLIED;
	if (a->if_exists && !o)
		return NULL;
	if (a->relkind && o && !is_relkind(o, a->relkind) &&
	    !schema_may_be_other(s, SPACE_RELATION, a->table)) {
		*result = op_error(op, E_KIND, "%s is %s %s, not a %s", plain_qname(a->table),
		                   article(o->noun->name), o->noun->name,
		                   a->relkind == 'v'   ? "view"
		                   : a->relkind == 'f' ? "foreign table"
		                                       : "materialized view");
		return NULL;
	}
	t = need_table(op, s, a->table, also, result);
	return t ? (struct table *)object_copy(&t->object) : NULL;
}

/* the table that t has the column from, or NULL; *excused where that cannot be told */
const struct table *
column_parent(const struct schema *s, const struct table *t, const char *column)
{
	const struct object *parent = NULL;
	size_t i;

	if (t->partition_of.name)
		parent = schema_find(s, SPACE_RELATION, t->partition_of);
	for (i = 0; !parent && i < t->inherits.n; i++) {
		parent = schema_find(s, SPACE_RELATION, *(struct qname *)t->inherits.v[i]);
		if (parent && (parent->noun != &table_noun ||
		               !table_column((const struct table *)parent, column)))
			parent = NULL;
	}
	if (!parent || parent->noun != &table_noun)
		return NULL;
	return table_column((const struct table *)parent, column) ? (const struct table *)parent
	                                                          : NULL;
}

bool
refers_to_own(const struct table *t, const struct constraint *k, const char *column)
{
	return k->type == 'f' && same_qname(k->references.table, t->object.name) &&
	       strs_has(&k->references.columns, column);
}

bool
generated_uses(const struct column *c, const char *column)
{
	return c->generated && expression_uses_column(c->generated, column);
}

const struct column *
generated_from(const struct table *t, const char *column)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (!same(c->name, column) && generated_uses(c, column))
			return c;
	}
	return NULL;
}

enum applied
need_own_column(const struct op *op, const struct schema *s, const struct table *t,
                const char *name)
{
	const struct table *parent = column_parent(s, t, name);

	if (is_system_column(name))
		return op_error(op, E_RESERVED, "'%s' is a system column", name);
	if (t->of_type)
		return op_error(op, E_INHERIT,
		                "table %s is typed: its columns are those of type %s",
		                plain_qname(t->object.name), t->of_type);
	if (parent)
		return op_error(op, E_INHERIT, "column '%s' of table %s is inherited from table %s",
		                name, plain_qname(t->object.name),
		                plain_qname(parent->object.name));
	return APPLIED;
}

/* ---- add_column ---- */

struct add_column {
	struct op op;
	struct altered altered;
	struct column *column;
	bool if_not_exists;

	struct list constraints;   /* of SQL: those that cannot be said beside the column */
	const struct table *table; /* as it was made; NULL where nothing is to be done */
	struct column *made;
	struct list made_constraints;
};

static const struct op_class add_column, rename_column;

static const struct field add_fields[] = {
	{"table", FIELD_PART, offsetof(struct add_column, altered), 1, .shape = &altered_shape},
	{"column", FIELD_ITEM, offsetof(struct add_column, column), 2, .required = true,
         .shape = &column_shape, .sql = "ADD COLUMN column"},
	{"if_not_exists", FIELD_BOOL, offsetof(struct add_column, if_not_exists),
         .fallback = "false", .sql = "ADD COLUMN IF NOT EXISTS"},
	{0},
};

static struct op *
add_from_sql(const struct clause *c)
{
	struct altered a;
	struct add_column *op;

	if (!altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn, &a))
		return NULL;
	op = op_new(&add_column, c->at);
	op->altered = a;
	op->column = column_from_sql(c->command->def->column_def, c->at, &op->constraints);
	op->if_not_exists = c->command->missing_ok;
	return &op->op;
}

static enum applied add_below(struct op *op, struct schema *s, const struct table *t,
                              const struct column *c);

/* one table that inherits from the one that got the column */
static enum applied
add_to_child(struct op *op, struct schema *s, struct table *child, const struct column *made)
{
	const struct column *there = table_column(child, made->name);
	struct column *c;

	if (there && !same(there->type, made->type))
		return op_error(op, E_INHERIT,
		                "table %s, which inherits, has a column '%s' of type %s%s",
		                plain_qname(child->object.name), made->name, there->type,
		                made_at(there->at));
	if (there && !same(there->collation, made->collation))
		return op_error(
			op, E_INHERIT,
			"table %s, which inherits, has a column '%s' of another collation%s",
			plain_qname(child->object.name), made->name, made_at(there->at));
	if (there)
		return APPLIED; /* merged: it is both its own and inherited */
	if (need_other_rows(op, s, child, made->name, made->type) == REFUSED)
		return REFUSED;
	child = (struct table *)object_copy(&child->object);
	c = copy(made, sizeof *made);
	c->id = schema_id(s);
	c->inherited = true;
	c->comment = NULL;
	c->privileges = c->labels = (struct list){0};
	c->options = (struct strs){0};
	list_add(&child->columns, c);
	if (add_below(op, s, child, c) == REFUSED)
		return REFUSED;
	schema_put(s, &child->object);
	return APPLIED;
}

static enum applied
add_below(struct op *op, struct schema *s, const struct table *t, const struct column *c)
{
	struct list below = children(s, t);
	size_t i;

	for (i = 0; i < below.n; i++)
		if (add_to_child(op, s, below.v[i], c) == REFUSED)
			return REFUSED;
	return APPLIED;
}

static enum applied
need_open_table(const struct op *op, const struct schema *s, const struct table *t,
                const struct add_column *add)
{
	if (t->partition_of.name)
		return op_error(op, E_PARTITION,
		                "table %s is a partition: its columns come and go with those of %s",
		                plain_qname(t->object.name), plain_qname(t->partition_of));
	if (t->of_type)
		return op_error(op, E_INHERIT,
		                "table %s is typed: its columns are those of type %s",
		                plain_qname(t->object.name), t->of_type);
	if (!children(s, t).n)
		return APPLIED;
	if (add->altered.only)
		return op_error(op, E_INHERIT,
		                "the column must come to the tables that inherit from %s too",
		                plain_qname(t->object.name));
	if (add->column->identity)
		return op_error(
			op, E_GENERATED,
			"table %s has partitions or tables that inherit from it; an identity column cannot be added to it",
			plain_qname(t->object.name));
	return APPLIED;
}

/* into a table of which nothing is known */
static enum applied
add_as_said(struct add_column *op, struct schema *s)
{
	struct table *t = alloc(sizeof *t);
	enum applied result;

	t->object.name = op->altered.table;
	result = column_add(&op->op, s, t, op->column);
	if (result != REFUSED)
		result = constraints_add(&op->op, s, t, &op->constraints);
	if (result == REFUSED)
		return REFUSED;
	op->table = t;
	op->made = table_column(t, op->column->name);
	op->made_constraints = t->constraints;
	return UNKNOWN;
}

/* a partitioned table has none of its own */
static bool
may_have_rows(const struct schema *s, const struct table *t)
{
	struct list below = children(s, t);
	size_t i;

	if (!t->partition_by)
		return true;
	for (i = 0; i < below.n; i++)
		if (may_have_rows(s, below.v[i]))
			return true;
	return false;
}

static enum applied
add_apply(struct op *o, struct schema *s)
{
	struct add_column *op = (struct add_column *)o;
	size_t n, i;
	bool gone; /* for all that is known: one of that name was there */
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, "f", &result);

	op->table = NULL;
	op->made_constraints = (struct list){0};
	if (result == UNKNOWN)
		return add_as_said(op, s);
	if (!t || (op->if_not_exists && table_column(t, op->column->name)))
		return result;
	if (need_open_table(o, s, t, op) == REFUSED)
		return REFUSED;
	n = t->constraints.n;
	gone = table_column(t, op->column->name);
	result = column_add(o, s, t, op->column);
	if (result != REFUSED)
		result = constraints_add(o, s, t, &op->constraints);
	if (result == REFUSED)
		return result;
	op->table = t;
	op->made = table_column(t, op->column->name);
	/* the rows that are there get it */
	if (op->made->default_value && may_have_rows(s, t) &&
	    need_stored_value(o, s, op->made->type, op->made->default_value,
	                      strf("default of column '%s'", op->made->name)) == REFUSED)
		return REFUSED;
	if ((op->made->default_value || op->made->generated || op->made->identity) &&
	    need_no_row_type(o, s, t) == REFUSED)
		return REFUSED;
	for (i = n; i < t->constraints.n; i++)
		list_add(&op->made_constraints, t->constraints.v[i]);
	if (add_below(o, s, t, op->made) == REFUSED)
		return REFUSED;
	schema_put(s, &t->object);
	for (i = 0; i < op->made_constraints.n; i++)
		if (constraint_descend(o, s, t, op->made_constraints.v[i]) == REFUSED)
			return REFUSED;
	return gone ? UNKNOWN : result;
}

static void
add_render(const struct op *o, struct list *steps)
{
	const struct add_column *op = (const struct add_column *)o;
	const char *label = strf("%s.%s", sql_qname(op->altered.table), op->column->name);
	struct strs actions_sql = {0};
	struct step *step;
	struct buf b = {0};
	size_t i;

	if (!op->table)
		return;
	buf_fmt(&b, "ADD COLUMN %s%s", op->if_not_exists ? "IF NOT EXISTS " : "",
	        column_said_sql(op->made, op->column, op->table));
	strs_add(&actions_sql, buf_str(&b));
	for (i = 0; i < op->made_constraints.n; i++)
		strs_add(&actions_sql, strf("ADD %s", constraint_sql(op->made_constraints.v[i])));
	column_more_sql(op->made, &actions_sql);
	step = step_add(steps, o, label, alter_table_sql(&op->altered, &actions_sql));
	step_lock(step, LOCK_ACCESS_EXCLUSIVE, op->table->object.name);
	if (op->made->comment)
		step_add(steps, o, label,
		         column_comment_sql(op->table->object.name, op->made->name,
		                            op->made->comment));
}

/* its own key or foreign key, which can stand beside it */
static bool
add_absorb(struct op *o, const struct op *other)
{
	struct add_column *op = (struct add_column *)o;
	const struct constraint *k = constraint_added(other, op->altered.table);
	struct column *c = copy(op->column, sizeof *c);
	struct constraint said;

	if (!k || k->not_valid || k->comment || !strchr("uf", k->type) || k->columns.n != 1 ||
	    !same(k->columns.v[0], c->name))
		return false;
	said = *k;
	if (same(k->name, constraint_usual_name(op->table, k)))
		said.name = NULL;
	if (!column_say_beside(c, &said))
		return false;
	op->column = c;
	return true;
}

static const struct op *
add_told(const struct op *o, const struct schema *s)
{
	struct add_column *op = copy(o, sizeof *op);

	op->column = column_told(op->column, op->altered.table);
	reference_told(&op->column->references, s);
	return &op->op;
}

static const char *
add_caution(const struct op *o, const struct schema *s)
{
	const struct add_column *op = (const struct add_column *)o;
	const struct column *c = op->column;

	(void)s;
	if (!c->not_null || c->default_value || c->generated || c->identity || c->serial)
		return NULL;
	return strf(
		"fails where %s has rows: give it a default, or add it without not_null and fill it in first",
		plain_qname(op->altered.table));
}

static const struct op_class add_column = {
	.shape = {"add_column", CALL_ARGUMENTS, sizeof(struct add_column), add_fields,
                  .page = "sql-altertable.html",
                  .doc = "Adds a column, also to the tables that inherit from the table."},
	.told = add_told,
	.absorb = add_absorb,
	.caution = add_caution,
	.from_sql = add_from_sql,
	.apply = add_apply,
	.render = add_render,
};

const char *
column_added(const struct op *op)
{
	return op->class == &add_column ? ((const struct add_column *)op)->column->name : NULL;
}

/* ---- rename_column ---- */

struct rename_column {
	struct op op;
	struct altered altered;
	const char *name;
	const char *to;

	bool unless_done; /* of a difference: the column may have got its name with that of a parent */
	bool done;
};

static const struct field rename_fields[] = {
	{"table", FIELD_PART, offsetof(struct rename_column, altered), 1, .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct rename_column, name), 2, .required = true,
         .sql = "RENAME COLUMN name TO to",
         .doc = "What uses the column follows; indexes and constraints keep their names."},
	{"to", FIELD_NAME, offsetof(struct rename_column, to), 3, .required = true},
	{0},
};

static struct op *
rename_from(const struct clause *c)
{
	const PgQuery__RenameStmt *stmt = rename_from_sql(c, PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN);
	struct rename_column *op;

	if (!stmt || altered_relkind(stmt->relation_type) < 0)
		return NULL;
	op = op_new(&rename_column, c->at);
	op->altered.table = range_qname(stmt->relation);
	op->altered.if_exists = stmt->missing_ok;
	op->altered.only = !stmt->relation->inh;
	op->name = stmt->subname;
	op->to = stmt->newname;
	return &op->op;
}

static void
rename_in_columns(struct table *t, const char *from, const char *to)
{
	struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (!same(c->name, from) && !generated_uses(c, from))
			continue;
		c = element_copy(&t->columns, i, sizeof *c);
		if (c->generated)
			c->generated = expression_rename_column(c->generated, t->object.name.name,
			                                        from, to);
		if (same(c->name, from))
			c->name = to;
	}
}

/* the column in its own table's constraints, indexes and partition key */
static void
rename_in_parts(struct table *t, const char *from, const char *to)
{
	struct constraint *k;
	struct index *x;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		k = t->constraints.v[i];
		if (!constraint_uses_column(k, from) && !refers_to_own(t, k, from))
			continue;
		k = element_copy(&t->constraints, i, sizeof *k);
		if (refers_to_own(t, k, from))
			strs_rename(&k->references.columns, from, to);
		if (constraint_uses_column(k, from))
			constraint_rename_column(k, t, from, to);
	}
	for (i = 0; i < t->indexes.n; i++) {
		if (!index_uses_column(t->indexes.v[i], from))
			continue;
		x = element_copy(&t->indexes, i, sizeof *x);
		index_rename_column(x, t, from, to);
	}
	if (t->partition_by && partition_key_uses(t, from))
		t->partition_by = partition_rename_column(t, from, to);
}

static void
rename_references_to(struct schema *s, const struct table *t, const char *from, const char *to)
{
	struct list keys = foreign_keys_to(s, t), owned = owned_sequences(s, t);
	struct constraint *k;
	struct sequence *q;
	struct table *other;
	size_t i, j;

	for (i = 0; i + 1 < keys.n; i += 2) {
		other = keys.v[i];
		other = (struct table *)object_copy(s->by_id.v[other->object.id]);
		for (j = 0; j < other->constraints.n; j++) {
			if (other->constraints.v[j] != keys.v[i + 1])
				continue;
			k = element_copy(&other->constraints, j, sizeof *k);
			strs_rename(&k->references.columns, from, to);
		}
		schema_put(s, &other->object);
	}
	for (i = 0; i < owned.n; i++) {
		q = (struct sequence *)object_copy(owned.v[i]);
		strs_rename(&q->owned_by.columns, from, to);
		schema_put(s, &q->object);
	}
}

static void
collect_family(const struct schema *s, const struct table *t, struct list *family)
{
	struct list below = children(s, t);
	size_t i;

	list_add(family, s->by_id.v[t->object.id]);
	for (i = 0; i < below.n; i++)
		collect_family(s, below.v[i], family);
}

/* a parent of t outside of the family that has the column too, or NULL */
static const struct table *
other_parent(const struct schema *s, const struct table *t, const char *column,
             const struct list *family)
{
	const struct object *parent;
	size_t i, j;

	for (i = 0; i < t->inherits.n; i++) {
		parent = schema_find(s, SPACE_RELATION, *(struct qname *)t->inherits.v[i]);
		for (j = 0; j < family->n && parent != family->v[j]; j++)
			;
		if (parent && parent->noun == &table_noun && j == family->n &&
		    table_column((const struct table *)parent, column))
			return (const struct table *)parent;
	}
	return NULL;
}

enum applied
need_one_line(const struct op *op, const struct schema *s, const struct table *t,
              const char *column)
{
	const struct table *child, *other;
	struct list family = {0};
	size_t i;

	collect_family(s, t, &family);
	for (i = 1; i < family.n; i++) {
		child = family.v[i];
		other = other_parent(s, child, column, &family);
		if (other)
			return op_error(op, E_INHERIT,
			                "column '%s' of table %s is inherited from table %s too",
			                column, plain_qname(child->object.name),
			                plain_qname(other->object.name));
	}
	return APPLIED;
}

enum applied
column_rename(const struct op *op, struct schema *s, const struct table *t, const char *from,
              const char *to)
{
	struct list below = children(s, t);
	const struct column *there = table_column(t, to);
	const struct table *child;
	struct table *copied;
	size_t i;

	if (there)
		return op_error(op, E_EXISTS, "column '%s' exists already in %s %s%s", to,
		                t->object.noun->name, plain_qname(t->object.name),
		                made_at(there->at));
	for (i = 0; i < below.n; i++) {
		child = s->by_id.v[((const struct table *)below.v[i])->object.id];
		/* one that inherits in two ways is reached twice */
		if (table_column(child, from) && column_rename(op, s, child, from, to) == REFUSED)
			return REFUSED;
	}
	rename_column_uses(s, SPACE_RELATION, t->object.name, from, to);
	copied = (struct table *)object_copy(s->by_id.v[t->object.id]);
	rename_in_parts(copied, from, to);
	rename_in_columns(copied, from, to);
	schema_put(s, &copied->object);
	if (copied->object.noun == &frame_noun)
		view_rename_column(s, copied->object.name, from, to);
	rename_references_to(s, copied, from, to);
	return APPLIED;
}

static enum applied
rename_apply(struct op *o, struct schema *s)
{
	struct rename_column *op = (struct rename_column *)o;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, "vmf", &result);

	op->done = t && op->unless_done && !table_column(t, op->name) && table_column(t, op->to);
	if (!t || op->done)
		return result;
	if (!frame_is_view(&t->object) && (is_system_column(op->name) || is_system_column(op->to)))
		return op_error(o, E_RESERVED, "'%s' is the name of a system column",
		                is_system_column(op->name) ? op->name : op->to);
	if (t->of_type)
		return need_own_column(o, s, t, op->name);
	if (!need_column(o, s, t, op->name, &result))
		return result;
	if (need_own_column(o, s, t, op->name) == REFUSED)
		return REFUSED;
	if (need_one_line(o, s, t, op->name) == REFUSED)
		return REFUSED;
	if (op->altered.only && children(s, t).n)
		return op_error(o, E_INHERIT,
		                "the column must be renamed in the tables that inherit it too");
	return column_rename(o, s, t, op->name, op->to);
}

static void
rename_render(const struct op *o, struct list *steps)
{
	const struct rename_column *op = (const struct rename_column *)o;
	struct strs actions_sql = {0};

	if (op->done)
		return;
	strs_add(&actions_sql,
	         strf("RENAME COLUMN %s TO %s", sql_name(op->name), sql_name(op->to)));
	step_lock(step_add(steps, o, strf("%s.%s", sql_qname(op->altered.table), op->name),
	                   alter_table_sql(&op->altered, &actions_sql)),
	          LOCK_ACCESS_EXCLUSIVE, op->altered.table);
}

static const struct op_class rename_column = {
	.shape = {"rename_column", CALL_ARGUMENTS, sizeof(struct rename_column), rename_fields,
                  .page = "sql-altertable.html",
                  .doc = "Renames a column, also in the tables that inherit it."},
	.from_sql = rename_from,
	.apply = rename_apply,
	.render = rename_render,
};

/* ---- differences ---- */

const struct column *
column_counterpart(const struct diff *d, const struct table *t, const struct column *c)
{
	const struct column *other;
	size_t i;

	/* most are the same in both, and names take longer to compare */
	if (list_has(&t->columns, c))
		return c;
	if (d->by_name)
		return table_column(t, c->name);
	for (i = 0; i < t->columns.n; i++) {
		other = t->columns.v[i];
		if (other->id == c->id)
			return other;
	}
	return NULL;
}

/* it has another type while its own is made anew, or another collation */
static bool
makes_way(const struct diff *d, const struct column *c)
{
	return d->schema && list_has(&d->again, c) &&
	       (!same(type_meanwhile(d->schema, c->type), c->type) ||
	        !same(collation_meanwhile(d, c->collation), c->collation));
}

/* a column that it is generated from gets another type, if only for a while, which the server refuses */
static bool
source_changes(const struct diff *d, const struct table *from, const struct column *c,
               const struct table *to)
{
	const struct column *source, *other;
	size_t i;

	for (i = 0; i < from->columns.n; i++) {
		source = from->columns.v[i];
		if (source == c || !generated_uses(c, source->name))
			continue;
		other = column_counterpart(d, to, source);
		if (other && (!same_column_type(source->type, other->type) ||
		              !same(source->collation, other->collation) || makes_way(d, source)))
			return true;
	}
	return false;
}

/* a column cannot become a generated one, nor one of another expression: it is made anew. While time passes an expression only
   changes with the names in it */
static bool
column_remade(const struct diff *d, const struct table *from, const struct column *c,
              const struct table *to, const struct column *stays)
{
	if (!stays->generated || !c->generated)
		return stays->generated;
	return d->by_name &&
	       (list_has(&d->again, c) || !same_expression(c->generated, stays->generated) ||
	        source_changes(d, from, c, to));
}

bool
column_goes(const struct diff *d, const struct table *from, const struct column *c,
            const struct table *to)
{
	const struct column *stays = column_counterpart(d, to, c);

	return !stays || column_remade(d, from, c, to, stays);
}

/* true where the table inherits from that one */
bool
inherits_from(const struct table *t, struct qname parent)
{
	size_t i;

	for (i = 0; i < t->inherits.n; i++)
		if (same_qname(*(struct qname *)t->inherits.v[i], parent))
			return true;
	return t->partition_of.name && same_qname(t->partition_of, parent);
}

static void
diff_rename(struct diff *d, const struct table *t, const char *from, const char *to)
{
	struct rename_column *op;

	if (same(from, to))
		return;
	op = op_new(&rename_column, d->at);
	op->altered.table = t->object.name;
	op->name = from;
	op->to = to;
	op->unless_done = true;
	diff_add(d, PHASE_RENAME, op);
}

/* while time passes, a parent of another name is one that was renamed */
bool
comes_under(const struct diff *d, const struct table *from, const struct table *to)
{
	size_t i;

	if (to->partition_of.name)
		return !from->partition_of.name;
	if (!d->by_name)
		return from->inherits.n < to->inherits.n;
	for (i = 0; i < to->inherits.n; i++)
		if (!inherits_from(from, *(struct qname *)to->inherits.v[i]))
			return true;
	return false;
}

struct list
parents_kept(const struct diff *d, const struct table *from, const struct table *to)
{
	struct list kept = {0};
	const struct qname *name;
	struct object *o;
	size_t i;

	for (i = 0; d->target && i < to->inherits.n; i++) {
		name = to->inherits.v[i];
		o = schema_find(d->target, SPACE_RELATION, *name);
		if (o && o->noun == &table_noun && inherits_from(from, *name))
			list_add(&kept, o);
	}
	return kept;
}

/* that of a parent from before, which brings it; of one where it may be NULL, if there is one. NULL: there is none */
static const struct column *
brought(const struct diff *d, const struct table *from, const struct table *to, const char *name)
{
	struct list kept = parents_kept(d, from, to);
	const struct column *c, *found = NULL;
	size_t i;

	for (i = 0; i < kept.n; i++) {
		c = table_column(kept.v[i], name);
		if (c && (!found || !c->not_null))
			found = c;
	}
	return found;
}

/* it is inherited of new parents alone, which do not bring it */
static bool
is_due(const struct diff *d, const struct table *from, const struct table *to,
       const struct column *c)
{
	return !brought(d, from, to, c->name) && comes_under(d, from, to);
}

/* it was inherited, and of none that the table still inherits from: it is left to the table */
static bool
is_left(const struct diff *d, const struct table *from, const struct table *to,
        const struct column *c)
{
	const struct object *parent;
	const struct qname *name;
	size_t i;

	if (!d->by_name || !d->schema || !comes_under(d, to, from))
		return false;
	for (i = 0; i < from->inherits.n; i++) {
		name = from->inherits.v[i];
		parent = schema_find(d->schema, SPACE_RELATION, *name);
		if (!parent || (inherits_from(to, *name) &&
		                table_column((const struct table *)parent, c->name)))
			return false;
	}
	return true;
}

/* generated columns go before those that they are made of, and come after them */
static void
diff_drops(struct diff *d, const struct table *from, const struct table *to, bool generated)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < from->columns.n; i++) {
		c = from->columns.v[i];
		if (!c->generated != generated && column_goes(d, from, c, to) &&
		    (!c->inherited || is_left(d, from, to, c)))
			column_drop(d, to->object.name, c->name);
	}
}

/* where other tables inherit it, a column that is there becomes an identity: its rows have a value until then */
static void
become_identity(struct diff *d, const struct table *t, struct column *added, const struct column *c)
{
	const struct value zero = {.at = d->at, .type = VALUE_SQL, .text = "0"};
	const char *table = sql_qname(t->object.name), *name = sql_name(c->name);

	added->identity = NULL;
	diff_add(d, PHASE_ALTER_COLUMN,
	         execute_new(d->at,
	                     strf("ALTER TABLE %s ALTER COLUMN %s DROP DEFAULT", table, name)));
	column_alter(d, t, copy(added, sizeof *added), c);
	diff_add(d, PHASE_OWN_SEQUENCE,
	         execute_new(d->at, strf("UPDATE %s SET %s = DEFAULT", table, name)));
	added->default_value = copy(&zero, sizeof zero);
}

/* what a generated one is made of must have its type first; and one that a parent brings too is there before, for then they become
   one */
static enum phase
adding_phase(const struct diff *d, const struct table *from, const struct table *to,
             const struct column *c)
{
	if (c->generated)
		return PHASE_ALTER_COLUMN;
	return brought(d, from, to, c->name) ? PHASE_CREATE_TABLE : PHASE_ADD_COLUMN;
}

static void
diff_adds(struct diff *d, const struct table *from, const struct table *to, bool generated)
{
	const struct column *c, *was;
	struct add_column *op;
	struct column *added;
	size_t i;

	for (i = 0; i < to->columns.n; i++) {
		c = to->columns.v[i];
		was = column_counterpart(d, from, c);
		if (!c->generated == generated || (c->inherited && !is_due(d, from, to, c)) ||
		    (was && !column_remade(d, from, was, to, c)))
			continue;
		op = op_new(&add_column, d->at);
		op->altered.table = to->object.name;
		added = copy(c, sizeof *c);
		if (c->identity && (to->partition_by || (d->schema && children(d->schema, to).n)))
			become_identity(d, to, added, c);
		identity_create(d, to, added);
		op->column = op->made = added;
		op->table = to;
		diff_add(d, adding_phase(d, from, to, c), op);
	}
}

/* a column that a parent brings must not be NULL before the table comes under another that says so */
static void
diff_brought(struct diff *d, const struct table *from, const struct table *to)
{
	const struct column *c, *above;
	size_t i;

	if (!comes_under(d, from, to))
		return;
	for (i = 0; i < to->columns.n; i++) {
		c = to->columns.v[i];
		above = c->inherited && c->not_null && !column_counterpart(d, from, c)
		                ? brought(d, from, to, c->name)
		                : NULL;
		if (above && !above->not_null)
			column_alter(d, to, above, c);
	}
}

const char *
type_meanwhile(const struct schema *s, const char *type)
{
	const char *base = domain_base(s, type);
	struct type_parts parts = type_parts(base);
	const struct object *o = parts.builtin ? NULL : schema_find(s, SPACE_TYPE, parts.name);

	if (!o || !(is_composite(o) || range_multirange(o).name || object_is_multirange(o)))
		return base;
	return parts.dimensions ? "text[]" : "text";
}

/* it is text for a while, of which there is no such index */
static bool
is_text_meanwhile(const struct diff *d, const struct column *c)
{
	return d->schema && list_has(&d->again, c) &&
	       !same(type_meanwhile(d->schema, c->type), domain_base(d->schema, c->type));
}

/* the place of a number's type among those that hold all of the ones before, from 1; 0 of others */
static size_t
width(const char *type)
{
	static const char *const numbers[] = {"smallint", "integer", "bigint", "numeric"};
	size_t i;

	for (i = 0; i < LEN(numbers); i++)
		if (same(type_parts(type).name.name, numbers[i]))
			return i + 1;
	return 0;
}

/* the members of IN (…) are kept as of the column's type, and what BETWEEN becomes reads otherwise when it is read again */
static bool
is_kept_otherwise(const char *text)
{
	struct tokens tokens;
	size_t i;

	if (!scan_tokens(text, &tokens))
		return false;
	for (i = 0; i < tokens.n; i++)
		if (tokens.v[i].type == PG_QUERY__TOKEN__IN_P ||
		    tokens.v[i].type == PG_QUERY__TOKEN__BETWEEN)
			return true;
	return false;
}

/* what is said of the one reads the same of the other: varchar and text are cast to each other without a trace, and a number to a
   wider one */
static bool
is_kept_alike(const char *a, const char *b, const char *text)
{
	static const char *const texts[] = {"text", "character varying", NULL};
	struct type_parts x, y;

	if (same(a, b))
		return true;
	x = type_parts(a);
	y = type_parts(b);
	if (x.dimensions != y.dimensions)
		return false;
	if (width(a) && width(a) <= width(b))
		return !is_kept_otherwise(text);
	if (x.builtin && y.builtin && among(x.name.name, texts) && among(y.name.name, texts))
		return !is_kept_otherwise(text);
	return same(x.name.name, y.name.name) && same(x.name.schema, y.name.schema);
}

bool
expression_is_retyped(const struct diff *d, const struct table *from, const struct table *to,
                      const char *text)
{
	const struct column *c, *was;
	size_t i;

	for (i = 0; text && i < to->columns.n; i++) {
		c = to->columns.v[i];
		was = column_counterpart(d, from, c);
		if (was &&
		    (!is_kept_alike(was->type, c->type, text) || is_text_meanwhile(d, was)) &&
		    expression_uses_column(text, was->name))
			return true;
	}
	return false;
}

/* a key's own collation is forgotten where it is the column's; while time passes, another name is that of one that was renamed */
static bool
is_recollated(const struct diff *d, const struct column *c, const struct table *to)
{
	const struct column *is = column_counterpart(d, to, c);

	return is && !same(c->collation, is->collation) &&
	       (d->by_name || !c->collation || !is->collation);
}

bool
keys_are_retyped(const struct diff *d, const struct table *from, const struct table *to,
                 const struct list *keys)
{
	const struct column *c;
	const struct key *k;
	size_t i;

	for (i = 0; i < keys->n; i++) {
		k = keys->v[i];
		c = k->term.column ? table_column(from, k->term.column) : NULL;
		if ((c && is_text_meanwhile(d, c)) ||
		    (c && k->collation && is_recollated(d, c, to)) ||
		    expression_is_retyped(d, from, to, k->term.expression))
			return true;
	}
	return false;
}

bool
columns_are_retyped(const struct diff *d, const struct table *from, const struct strs *names)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < names->n; i++) {
		c = table_column(from, names->v[i]);
		if (c && is_text_meanwhile(d, c))
			return true;
	}
	return false;
}

void
columns_alter(struct diff *d, const struct table *from, const struct table *to)
{
	const struct column *c, *was;
	struct column *typed_as;
	/* the columns of a typed table come and go with its type's, and have their types */
	bool typed = from->of_type && to->of_type;
	size_t i;

	if (!typed) {
		diff_drops(d, from, to, true);
		diff_drops(d, from, to, false);
	}
	for (i = 0; i < to->columns.n; i++) {
		c = to->columns.v[i];
		was = column_counterpart(d, from, c);
		if (!was || was == c || column_remade(d, from, was, to, c))
			continue;
		if (!c->inherited && !typed)
			diff_rename(d, to, was->name, c->name);
		if (typed) {
			typed_as = copy(was, sizeof *was);
			typed_as->type = c->type;
			typed_as->collation = c->collation;
			was = typed_as;
		}
		column_alter(d, to, was, c);
	}
	if (!typed) {
		diff_adds(d, from, to, false);
		diff_adds(d, from, to, true);
		diff_brought(d, from, to);
	}
}

const struct op_class *const column_ops[] = {&add_column, &rename_column, NULL};
