/* A column goes, from its table and from those that inherit it, with all that cannot be without it. */
#include <string.h>

#include "alter_column.h"

static const struct op_class drop_column;

struct drop_column {
	struct op op;
	struct altered altered;
	const char *name;
	bool if_exists;
	bool cascade;

	const struct table *table; /* as it was before; NULL where nothing is to be done */
};

static const struct field drop_fields[] = {
	{"table", FIELD_PART, offsetof(struct drop_column, altered), 1, .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct drop_column, name), 2, .required = true,
         .sql = "DROP COLUMN name",
         .doc = "Its indexes and constraints, and a sequence that it owns, go with it."},
	{"if_exists", FIELD_BOOL, offsetof(struct drop_column, if_exists), .fallback = "false",
         .sql = "DROP COLUMN IF EXISTS"},
	{"cascade", FIELD_BOOL, offsetof(struct drop_column, cascade), .fallback = "false",
         .sql = "CASCADE",
         .doc = "Drops what depends on it: foreign keys of other tables, generated columns, defaults that take from its sequence."},
	{0},
};

static struct op *
drop_from(const struct clause *c)
{
	struct altered a;
	struct drop_column *op;

	if (!altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_DropColumn, &a))
		return NULL;
	op = op_new(&drop_column, c->at);
	op->altered = a;
	op->name = c->command->name;
	op->if_exists = c->command->missing_ok;
	op->cascade = c->command->behavior == PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE;
	return &op->op;
}

static enum applied
needed_by(const struct op *op, const char *column, const char *what, const char *name,
          const struct table *t, struct loc at)
{
	return op_error(op, E_NEEDED,
	                "column '%s' is needed by %s '%s' of table %s%s; drop that first, or say "
	                "cascade = true",
	                column, what, name, plain_qname(t->object.name), made_at(at));
}

/* the foreign keys that refer to the column, but for those that go with it */
static enum applied
need_no_references(const struct op *op, const struct schema *s, const struct table *t,
                   const char *name)
{
	struct list keys = foreign_keys_to(s, t);
	const struct constraint *k;
	size_t i;

	for (i = 0; i + 1 < keys.n; i += 2) {
		k = keys.v[i + 1];
		/* a partition's part goes with its own column */
		if (k->inherited && strs_has(&k->columns, name) && is_below(s, keys.v[i], t))
			continue;
		if (strs_has(&k->references.columns, name))
			return needed_by(op, name, "foreign key", k->name, keys.v[i], k->at);
	}
	for (i = 0; i < t->constraints.n; i++) {
		k = t->constraints.v[i];
		if (refers_to_own(t, k, name) && !strs_has(&k->columns, name))
			return needed_by(op, name, "foreign key", k->name, t, k->at);
	}
	return APPLIED;
}

/* the column of a table below that goes with its parent's: no other parent has it, and it is none of its own */
static const struct column *
goes_too(const struct schema *s, const struct table *child, const struct table *parent,
         const char *name)
{
	const struct column *c = table_column(child, name);
	const struct table *other;
	struct table rest;
	size_t i;

	if (!c || !c->inherited)
		return NULL;
	rest = *child;
	rest.inherits = (struct list){0};
	rest.partition_of = (struct qname){0};
	for (i = 0; i < child->inherits.n; i++)
		if (!same_qname(*(struct qname *)child->inherits.v[i], parent->object.name))
			list_add(&rest.inherits, child->inherits.v[i]);
	other = column_parent(s, &rest, name);
	return other ? NULL : c;
}

/* the columns that go with one of t: itself, and below, unless only is said, those that are inherited from it alone */
static void
collect_going(const struct schema *s, const struct table *t, const char *name, bool only,
              struct list *going)
{
	struct list below = only ? (struct list){0} : children(s, t);
	size_t i;

	list_add(going, table_column(t, name));
	for (i = 0; i < below.n; i++)
		if (goes_too(s, below.v[i], t, name))
			collect_going(s, below.v[i], name, false, going);
}

static bool
goes(const struct list *going, const struct column *c)
{
	size_t i;

	for (i = 0; i < going->n; i++)
		if (going->v[i] == c)
			return true;
	return false;
}

/* no default that stays takes from a sequence that goes with the column */
static enum applied
need_no_takers(const struct op *op, const struct schema *s, const struct table *t, const char *name,
               bool only)
{
	struct list sequences = sequences_with(s, t, name), takers, going = {0};
	const struct taker *taker;
	size_t i, j;

	collect_going(s, s->by_id.v[t->object.id], name, only, &going);
	for (i = 0; i < sequences.n; i++) {
		takers = sequence_takers(s, *(struct qname *)sequences.v[i]);
		for (j = 0; j < takers.n; j++) {
			taker = takers.v[j];
			if (!goes(&going, taker->column))
				return needed_by(op, name, "the default of column",
				                 taker->column->name, taker->table,
				                 taker->column->default_value->at);
		}
	}
	return APPLIED;
}

static enum applied
need_droppable(const struct op *op, const struct schema *s, const struct table *t, const char *name,
               bool cascade)
{
	const struct column *from;
	const struct constraint *k;
	struct list below;
	size_t i;

	if (partition_key_uses(t, name))
		return op_error(op, E_PARTITION,
		                "column '%s' is part of the partition key of table %s", name,
		                plain_qname(t->object.name));
	if (!cascade && need_no_references(op, s, t, name) == REFUSED)
		return REFUSED;
	if (!cascade && need_unused(op, s, &t->object, name, NULL) == REFUSED)
		return REFUSED;
	from = generated_from(t, name);
	if (from && !cascade)
		return needed_by(op, name, "generated column", from->name, t, from->at);
	for (i = 0; !cascade && i < t->constraints.n; i++) {
		k = t->constraints.v[i];
		if (constraint_holds_column(k, name))
			return needed_by(op, name, "constraint", k->name, t, k->at);
	}
	below = children(s, t);
	for (i = 0; i < below.n; i++)
		if (goes_too(s, below.v[i], t, name) &&
		    need_droppable(op, s, below.v[i], name, cascade) == REFUSED)
			return REFUSED;
	return APPLIED;
}

/* the foreign keys of other tables that refer to the column go */
static void
drop_references(struct schema *s, const struct table *t, const char *name)
{
	struct list keys = foreign_keys_to(s, t);
	const struct constraint *k;
	struct table *other;
	size_t i, j;

	for (i = 0; i + 1 < keys.n; i += 2) {
		k = keys.v[i + 1];
		if (!strs_has(&k->references.columns, name))
			continue;
		other = keys.v[i];
		other = (struct table *)object_copy(s->by_id.v[other->object.id]);
		for (j = other->constraints.n; j-- > 0;)
			if (other->constraints.v[j] == k)
				list_remove(&other->constraints, j);
		schema_put(s, &other->object);
	}
}

/* the sequences of the column go, and the defaults that take from them */
static void
drop_sequences(struct schema *s, const struct table *t, const char *name)
{
	struct list names = sequences_with(s, t, name);
	struct object *o;
	size_t i;

	for (i = 0; i < names.n; i++) {
		sequence_release(s, *(struct qname *)names.v[i]);
		o = schema_find(s, SPACE_RELATION, *(struct qname *)names.v[i]);
		if (o && o->noun == &sequence_noun)
			schema_remove(s, o);
	}
}

/* a column and what is made of it, from a copy of its table */
static void
strip(struct schema *s, struct table *t, const char *name)
{
	const struct constraint *k;
	const struct column *c;
	size_t i;

	while ((c = generated_from(t, name)))
		strip(s, t, c->name);
	drop_references(s, t, name);
	for (i = t->constraints.n; i-- > 0;) {
		k = t->constraints.v[i];
		if (constraint_uses_column(k, name) || refers_to_own(t, k, name))
			list_remove(&t->constraints, i);
	}
	for (i = t->indexes.n; i-- > 0;)
		if (index_uses_column(t->indexes.v[i], name))
			list_remove(&t->indexes, i);
	for (i = t->columns.n; i-- > 0;)
		if (same(((struct column *)t->columns.v[i])->name, name))
			list_remove(&t->columns, i);
}

/* it stays where the one that it was inherited from goes */
static void
make_own(struct schema *s, const struct table *t, const char *name)
{
	struct table *copied = (struct table *)object_copy(&t->object);
	struct column *c;
	size_t i;

	for (i = 0; i < copied->columns.n; i++) {
		c = copied->columns.v[i];
		if (!same(c->name, name) || !c->inherited)
			continue;
		c = element_copy(&copied->columns, i, sizeof *c);
		c->inherited = false;
		schema_put(s, &copied->object);
	}
}

static void
remove_from(struct schema *s, const struct table *t, const char *name, bool only)
{
	struct list below = children(s, t);
	struct table *copied;
	const struct column *from;
	size_t i;

	for (i = 0; i < below.n; i++) {
		if (!goes_too(s, below.v[i], t, name))
			continue;
		if (only)
			make_own(s, below.v[i], name);
		else
			remove_from(s, below.v[i], name, false);
	}
	drop_sequences(s, t, name);
	for (i = 0; i < t->columns.n; i++) {
		from = t->columns.v[i];
		if (generated_uses(from, name))
			drop_sequences(s, t, from->name);
	}
	remove_users(s, &t->object, name);
	copied = (struct table *)object_copy(s->by_id.v[t->object.id]);
	strip(s, copied, name);
	schema_put(s, &copied->object);
}

void
column_remove(struct schema *s, const struct table *t, const char *name)
{
	remove_from(s, t, name, false);
}

static enum applied
drop_apply(struct op *o, struct schema *s)
{
	struct drop_column *op = (struct drop_column *)o;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, "f", &result);

	op->table = NULL;
	if (t && (is_system_column(op->name) || t->of_type))
		return need_own_column(o, s, t, op->name);
	if (!t || (op->if_exists && !table_column(t, op->name)))
		return result;
	if (!need_column(o, s, t, op->name, &result))
		return result;
	if (need_own_column(o, s, t, op->name) == REFUSED ||
	    need_droppable(o, s, t, op->name, op->cascade) == REFUSED)
		return REFUSED;
	if (!op->cascade && need_no_takers(o, s, t, op->name, op->altered.only) == REFUSED)
		return REFUSED;
	if (op->altered.only && t->partition_by && children(s, t).n)
		return op_error(o, E_INHERIT,
		                "the column must be dropped from the partitions of %s too",
		                plain_qname(t->object.name));
	op->table = t;
	remove_from(s, t, op->name, op->altered.only);
	return APPLIED;
}

static void
drop_render(const struct op *o, struct list *steps)
{
	const struct drop_column *op = (const struct drop_column *)o;
	struct strs actions_sql = {0};
	const struct column *c;
	struct step *step;

	strs_add(&actions_sql, strf("DROP COLUMN %s%s%s", op->if_exists ? "IF EXISTS " : "",
	                            sql_name(op->name), op->cascade ? " CASCADE" : ""));
	step = step_add(steps, o, strf("%s.%s", sql_qname(op->altered.table), op->name),
	                alter_table_sql(&op->altered, &actions_sql));
	step_lock(step, LOCK_ACCESS_EXCLUSIVE, op->altered.table);
	c = op->table ? table_column(op->table, op->name) : NULL;
	if (!c || !c->generated)
		step->flags |= STEP_LOSES_DATA;
}

static const struct op_class drop_column = {
	.shape = {"drop_column", CALL_ARGUMENTS, sizeof(struct drop_column), drop_fields,
                  .page = "sql-altertable.html",
                  .doc = "Drops a column, also from the tables that inherit it."},
	.from_sql = drop_from,
	.apply = drop_apply,
	.render = drop_render,
};

void
column_drop(struct diff *d, struct qname table, const char *name)
{
	struct drop_column *op = op_new(&drop_column, d->at);

	op->altered.table = table;
	op->name = name;
	diff_add(d, PHASE_DROP_COLUMN, op);
}

const char *
column_changed(const struct op *op)
{
	if (op->class == &drop_column)
		return ((const struct drop_column *)op)->name;
	return op->class->apply == alter_column_apply ? ((const struct alter_column *)op)->name
	                                              : NULL;
}

const struct op_class *const drop_column_ops[] = {&drop_column, NULL};
