/* Changing constraints: the operations that drop, rename, validate and alter one, and what leads from one table's constraints to
   another's. */
#include <string.h>

#include "code.h"

struct drop_constraint {
	struct op op;
	struct altered altered;
	const char *name;
	bool if_exists;
	bool cascade;
	bool derived; /* one that goes with what it was attached to is passed over */

	bool passed;
};

struct rename_constraint {
	struct op op;
	struct altered altered;
	const char *name;
	const char *to;
	bool derived; /* what went with a part of another table is passed over */

	bool passed;
};

struct validate_constraint {
	struct op op;
	struct altered altered;
	const char *name;
};

struct alter_constraint {
	struct op op;
	struct altered altered;
	const char *name;
	enum answer deferrable;
	const char *initially;
};

static const struct op_class drop_constraint, rename_constraint, validate_constraint,
	alter_constraint;

/* its index in t->constraints, or -1 with *result */
static long
need_constraint(const struct op *op, const struct schema *s, const struct table *t,
                const char *name, enum applied *result)
{
	const struct constraint *c = table_constraint(t, name);
	struct strs names = {0};
	struct qname full = {t->object.name.schema, name};
	size_t i;

	*result = APPLIED;
	for (i = 0; i < t->constraints.n; i++) {
		if (t->constraints.v[i] == c)
			return (long)i;
		strs_add(&names, ((struct constraint *)t->constraints.v[i])->name);
	}
	*result = UNKNOWN;
	if (!schema_excused(s, SPACE_RELATION, full) && !schema_may_have_part(s, &t->object, name))
		*result = op_error(op, E_NO_PART, "table %s has no constraint named '%s'%s",
		                   plain_qname(t->object.name), name, did_you_mean(name, &names));
	return -1;
}

static enum applied
need_own(const struct op *op, const struct schema *s, const struct table *t,
         const struct constraint *c)
{
	const struct table *parent = constraint_parent(s, t, c);

	if (!parent)
		return APPLIED;
	return op_error(op, E_INHERIT, "constraint '%s' of table %s is inherited from table %s",
	                c->name, plain_qname(t->object.name), plain_qname(parent->object.name));
}

/* ---- drop_constraint ---- */

static const struct field drop_fields[] = {
	{"table", FIELD_PART, offsetof(struct drop_constraint, altered), 1,
         .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct drop_constraint, name), 2, .required = true,
         .sql = "DROP CONSTRAINT name", .doc = "The columns of a primary key stay NOT NULL."},
	{"if_exists", FIELD_BOOL, offsetof(struct drop_constraint, if_exists), .fallback = "false",
         .sql = "DROP CONSTRAINT IF EXISTS"},
	{"cascade", FIELD_BOOL, offsetof(struct drop_constraint, cascade), .fallback = "false",
         .sql = "CASCADE", .doc = "Drops the foreign keys that rely on it."},
	{0},
};

static struct op *
drop_from(const struct clause *c)
{
	struct altered altered;
	struct drop_constraint *op;

	if (!altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_DropConstraint, &altered))
		return NULL;
	op = op_new(&drop_constraint, c->at);
	op->altered = altered;
	op->name = c->command->name;
	op->if_exists = c->command->missing_ok;
	op->cascade = c->command->behavior == PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE;
	return &op->op;
}

/* it is gone already, or goes with another */
static bool
passes(const struct drop_constraint *op, const struct schema *s, const struct table *t)
{
	const struct constraint *c = table_constraint(t, op->name);

	if (!c)
		return op->if_exists || op->derived;
	return op->derived && c->inherited && c->attached > s->first_id;
}

static enum applied
drop_apply(struct op *o, struct schema *s)
{
	struct drop_constraint *op = (struct drop_constraint *)o;
	const struct constraint *c;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, "f", &result);
	long i;

	if (t && constraint_trigger(s, t, op->name))
		return op_error(o, E_KIND, "constraint '%s' is a trigger; drop that", op->name);
	op->passed = t && passes(op, s, t);
	if (!t || op->passed)
		return result;
	i = need_constraint(o, s, t, op->name, &result);
	if (i < 0)
		return result;
	c = t->constraints.v[i];
	if (need_own(o, s, t, c) == REFUSED)
		return REFUSED;
	if (op->altered.only && t->partition_by && c->type == 'c' && children(s, t).n)
		return op_error(o, E_INHERIT,
		                "the constraint must be dropped from the partitions of %s too",
		                plain_qname(t->object.name));
	if (c->type == 'p' && !op->cascade &&
	    need_unused(o, s, &t->object, primary_key_use, NULL) == REFUSED)
		return REFUSED;
	if (c->type == 'p')
		remove_users(s, &t->object, primary_key_use);
	if (constraint_remove(o, s, t, c, op->cascade, op->altered.only) == REFUSED)
		return REFUSED;
	schema_put(s, &t->object);
	return APPLIED;
}

static void
drop_render(const struct op *o, struct list *steps)
{
	const struct drop_constraint *op = (const struct drop_constraint *)o;

	if (op->passed && op->derived)
		return;
	altered_step(steps, o, op->name, &op->altered,
	             strf("DROP CONSTRAINT %s%s%s", op->if_exists ? "IF EXISTS " : "",
	                  sql_name(op->name), op->cascade ? " CASCADE" : ""));
}

static const struct op_class drop_constraint = {
	.shape = {"drop_constraint", CALL_ARGUMENTS, sizeof(struct drop_constraint), drop_fields,
                  .page = "sql-altertable.html",
                  .doc = "Drops a constraint of any kind, also from the tables that inherit it."},
	.from_sql = drop_from,
	.apply = drop_apply,
	.render = drop_render,
};

/* ---- rename_constraint ---- */

static const struct field rename_fields[] = {
	{"table", FIELD_PART, offsetof(struct rename_constraint, altered), 1,
         .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct rename_constraint, name), 2, .required = true,
         .sql = "RENAME CONSTRAINT name TO to",
         .doc = "The index of a primary key, unique or exclusion constraint has the same name."},
	{"to", FIELD_NAME, offsetof(struct rename_constraint, to), 3, .required = true},
	{0},
};

static struct op *
rename_from(const struct clause *c)
{
	const PgQuery__RenameStmt *stmt =
		rename_from_sql(c, PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT);
	struct rename_constraint *op;

	if (!stmt)
		return NULL;
	op = op_new(&rename_constraint, c->at);
	op->altered.table = range_qname(stmt->relation);
	op->altered.if_exists = stmt->missing_ok;
	op->altered.only = !stmt->relation->inh;
	op->name = stmt->subname;
	op->to = stmt->newname;
	return &op->op;
}

static void
set_name(struct table *t, size_t i, const char *name)
{
	struct constraint *c = element_copy(&t->constraints, i, sizeof *c);

	c->name = name;
}

/* a check has the same name in the tables that inherit it */
static enum applied
rename_below(const struct op *op, struct schema *s, const struct table *t, const char *from,
             const char *to)
{
	struct list below = children(s, t);
	const struct constraint *c;
	enum applied result;
	struct table *child;
	size_t i;
	long k;

	for (i = 0; i < below.n; i++) {
		child = (struct table *)object_copy(below.v[i]);
		c = table_constraint(child, from);
		if (!c || c->type != 'c')
			continue;
		if (need_free_constraint(op, s, child, c, to) == REFUSED)
			return REFUSED;
		k = need_constraint(op, s, child, from, &result);
		set_name(child, (size_t)k, to);
		schema_put(s, &child->object);
		if (rename_below(op, s, child, from, to) == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}

static enum applied
rename_apply(struct op *o, struct schema *s)
{
	struct rename_constraint *op = (struct rename_constraint *)o;
	const struct constraint *c;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, "f", &result);
	bool inheritable;
	long i;

	op->passed = t && op->derived && !table_constraint(t, op->name);
	if (!t || op->passed)
		return result;
	if (t->of_type)
		return op_error(
			o, E_INHERIT,
			"table %s is typed: of its constraints only those with an index are renamed, by that",
			plain_qname(t->object.name));
	/* the trigger keeps its name */
	if (constraint_trigger(s, t, op->name))
		return UNKNOWN;
	i = need_constraint(o, s, t, op->name, &result);
	if (i < 0)
		return result;
	c = t->constraints.v[i];
	inheritable = c->type == 'c' && !c->no_inherit;
	if (c->type == 'c' && need_own(o, s, t, c) == REFUSED)
		return REFUSED;
	if (inheritable && op->altered.only && children(s, t).n)
		return op_error(o, E_INHERIT,
		                "the constraint must be renamed in the tables that inherit it too");
	if (need_free_constraint(o, s, t, c, op->to) == REFUSED)
		return REFUSED;
	set_name(t, (size_t)i, op->to);
	schema_put(s, &t->object);
	return inheritable ? rename_below(o, s, t, op->name, op->to) : APPLIED;
}

static void
rename_render(const struct op *o, struct list *steps)
{
	const struct rename_constraint *op = (const struct rename_constraint *)o;

	if (op->passed)
		return;
	altered_step(steps, o, op->name, &op->altered,
	             strf("RENAME CONSTRAINT %s TO %s", sql_name(op->name), sql_name(op->to)));
}

static const struct op_class rename_constraint = {
	.shape = {"rename_constraint", CALL_ARGUMENTS, sizeof(struct rename_constraint),
                  rename_fields, .page = "sql-altertable.html", .doc = "Renames a constraint."},
	.from_sql = rename_from,
	.apply = rename_apply,
	.render = rename_render,
};

/* ---- validate_constraint ---- */

static const struct field validate_fields[] = {
	{"table", FIELD_PART, offsetof(struct validate_constraint, altered), 1,
         .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct validate_constraint, name), 2, .required = true,
         .sql = "VALIDATE CONSTRAINT name"},
	{0},
};

static struct op *
validate_from(const struct clause *c)
{
	struct altered altered;
	struct validate_constraint *op;

	if (!altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_ValidateConstraint, &altered))
		return NULL;
	op = op_new(&validate_constraint, c->at);
	op->altered = altered;
	op->name = c->command->name;
	return &op->op;
}

static void
validate_below(struct schema *s, const struct table *t, const char *name)
{
	struct list below = children(s, t);
	struct constraint *c;
	struct table *child;
	size_t i, k;

	for (i = 0; i < below.n; i++) {
		child = (struct table *)object_copy(below.v[i]);
		for (k = 0; k < child->constraints.n; k++) {
			c = child->constraints.v[k];
			if (c->type != 'c' || !same(c->name, name))
				continue;
			c = element_copy(&child->constraints, k, sizeof *c);
			c->not_valid = false;
			schema_put(s, &child->object);
		}
		validate_below(s, child, name);
	}
}

static enum applied
validate_apply(struct op *o, struct schema *s)
{
	struct validate_constraint *op = (struct validate_constraint *)o;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, "f", &result);
	struct constraint *c;
	long i;

	if (!t)
		return result;
	i = need_constraint(o, s, t, op->name, &result);
	if (i < 0)
		return result;
	c = t->constraints.v[i];
	if (c->type != 'c' && c->type != 'f')
		return op_error(o, E_FOREIGN_KEY,
		                "'%s' is a %s: only checks and foreign keys are validated",
		                op->name, constraint_noun(c));
	if (!c->not_valid)
		return APPLIED;
	if (c->type == 'c' && !c->no_inherit && op->altered.only && children(s, t).n)
		return op_error(
			o, E_INHERIT,
			"the constraint must be validated on the tables that inherit it too");
	c = element_copy(&t->constraints, (size_t)i, sizeof *c);
	c->not_valid = false;
	schema_put(s, &t->object);
	if (c->type == 'c' && !c->no_inherit)
		validate_below(s, t, op->name);
	return APPLIED;
}

static void
validate_render(const struct op *o, struct list *steps)
{
	const struct validate_constraint *op = (const struct validate_constraint *)o;

	altered_step(steps, o, op->name, &op->altered,
	             strf("VALIDATE CONSTRAINT %s", sql_name(op->name)))
		->lock = LOCK_SHARE_UPDATE_EXCLUSIVE;
}

static const struct op_class validate_constraint = {
	.shape =
		{"validate_constraint", CALL_ARGUMENTS, sizeof(struct validate_constraint),
                 validate_fields, .page = "sql-altertable.html",
                 .doc = "Checks the rows that a NOT VALID constraint left alone, without blocking writes."},
	.from_sql = validate_from,
	.apply = validate_apply,
	.render = validate_render,
};

/* ---- alter_constraint ---- */

static const struct field alter_fields[] = {
	{"table", FIELD_PART, offsetof(struct alter_constraint, altered), 1,
         .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct alter_constraint, name), 2, .required = true,
         .sql = "ALTER CONSTRAINT name", .doc = "A foreign key."},
	{"deferrable", FIELD_ANSWER, offsetof(struct alter_constraint, deferrable),
         .fallback = "false, with initially = \"deferred\" true",
         .sql = "DEFERRABLE | NOT DEFERRABLE"},
	{"initially", FIELD_CHOICE, offsetof(struct alter_constraint, initially),
         .choices = constraint_times, .fallback = "immediate",
         .sql = "INITIALLY DEFERRED | IMMEDIATE"},
	{0},
};

static struct op *
alter_from(const struct clause *c)
{
	const PgQuery__Constraint *def;
	struct altered altered;
	struct alter_constraint *op;

	if (!altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_AlterConstraint, &altered))
		return NULL;
	def = c->command->def->constraint;
	op = op_new(&alter_constraint, c->at);
	op->altered = altered;
	op->name = def->conname;
	op->deferrable = def->deferrable ? YES : NO;
	op->initially = def->initdeferred ? constraint_times[1] : constraint_times[0];
	return &op->op;
}

static void
set_deferrable(struct table *t, size_t i, const struct alter_constraint *op)
{
	struct constraint *c = element_copy(&t->constraints, i, sizeof *c);

	c->initially = same(op->initially, constraint_times[1]) ? constraint_times[1] : NULL;
	c->deferrable = c->initially || op->deferrable == YES ? YES : UNSAID;
}

/* of a partitioned table all parts are the same */
static void
alter_below(struct schema *s, const struct table *t, const struct constraint *before,
            const struct alter_constraint *op)
{
	struct list below = children(s, t);
	const struct constraint *part;
	struct table *child;
	size_t i, k;

	for (i = 0; t->partition_by && i < below.n; i++) {
		child = (struct table *)object_copy(below.v[i]);
		part = constraint_part(child, before);
		for (k = 0; part && k < child->constraints.n; k++) {
			if (child->constraints.v[k] != part)
				continue;
			set_deferrable(child, k, op);
			schema_put(s, &child->object);
			alter_below(s, child, part, op);
		}
	}
}

static enum applied
alter_apply(struct op *o, struct schema *s)
{
	struct alter_constraint *op = (struct alter_constraint *)o;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, "", &result);
	const struct constraint *c;
	long i;

	if (!t)
		return result;
	i = need_constraint(o, s, t, op->name, &result);
	if (i < 0)
		return result;
	c = t->constraints.v[i];
	if (c->type != 'f')
		return op_error(o, E_FOREIGN_KEY, "'%s' is a %s: only foreign keys are altered",
		                op->name, constraint_noun(c));
	if (need_own(o, s, t, c) == REFUSED)
		return REFUSED;
	if (op->deferrable == NO && same(op->initially, constraint_times[1]))
		return op_error(o, E_CONSTRAINT,
		                "a constraint that is initially deferred must be deferrable");
	set_deferrable(t, (size_t)i, op);
	schema_put(s, &t->object);
	alter_below(s, t, c, op);
	return APPLIED;
}

static void
alter_render(const struct op *o, struct list *steps)
{
	const struct alter_constraint *op = (const struct alter_constraint *)o;
	bool deferred = same(op->initially, constraint_times[1]),
	     deferrable = op->deferrable == YES;

	altered_step(steps, o, op->name, &op->altered,
	             strf("ALTER CONSTRAINT %s %s%s", sql_name(op->name),
	                  deferrable || deferred ? "DEFERRABLE" : "NOT DEFERRABLE",
	                  deferred ? " INITIALLY DEFERRED" : ""));
}

static const struct op_class alter_constraint = {
	.shape = {"alter_constraint", CALL_ARGUMENTS, sizeof(struct alter_constraint), alter_fields,
                  .page = "sql-altertable.html", .doc = "Says anew when a foreign key is checked."},
	.from_sql = alter_from,
	.apply = alter_apply,
	.render = alter_render,
};

/* ---- differences ---- */

bool
constraint_is_late(const struct constraint *c)
{
	return c->inherited || c->type == 'f' || c->not_valid || c->only;
}

/* a check may spare the reading of a table that becomes a partition: it goes when that is done */
static enum phase
drop_phase(const struct table *from, const struct table *to, const struct constraint *c)
{
	if (c->type == 'f')
		return PHASE_DROP_FOREIGN_KEY;
	if (c->type == 'c' && to->partition_of.name && !from->partition_of.name &&
	    !table_constraint(to, c->name))
		return PHASE_ADD_FOREIGN_KEY;
	return PHASE_DROP_CONSTRAINT;
}

void
constraint_drop(struct diff *d, enum phase phase, struct qname table, const char *name,
                bool cascade)
{
	struct drop_constraint *op = op_new(&drop_constraint, d->at);

	op->altered.table = table;
	op->name = name;
	op->cascade = cascade;
	op->derived = true;
	diff_add(d, phase, op);
}

static void
diff_drop(struct diff *d, const struct table *from, const struct table *to,
          const struct constraint *c)
{
	constraint_drop(d, drop_phase(from, to, c), to->object.name, c->name, false);
}

static void
diff_comment(struct diff *d, struct qname table, const struct constraint *from,
             const struct constraint *to)
{
	comment_add(d, "constraint", strf("%s ON %s", sql_name(to->name), sql_qname(table)),
	            from->comment, to->comment);
	comment_add(d, "index", sql_qname((struct qname){table.schema, to->name}),
	            from->index_comment, to->index_comment);
}

void
constraints_create(struct diff *d, const struct table *t)
{
	const struct constraint *c;
	struct constraint bare;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if (!c->inherited && constraint_is_late(c)) {
			constraint_create(d, t->object.name, c);
			continue;
		}
		if (c->inherited && constraint_has_index(c))
			part_bring(d, t->object.name, c, NULL);
		/* the server has chosen its name, which is changed first */
		if (c->inherited && c->type != 'c')
			continue;
		bare = *c;
		bare.index_comment = NULL;
		if (c->inherited)
			bare.comment = NULL;
		else
			cluster_alter(d, t->object.name, c->name, false, c->clustered);
		diff_comment(d, t->object.name, &bare, c);
	}
}

/* without the name, and without what can be changed in place, which is less where its table is partitioned */
static char *
essence(const struct constraint *c, const struct table *t)
{
	struct constraint bare = *c;

	bare.name = NULL;
	bare.not_valid = false;
	if (!t->partition_by) {
		bare.with = (struct strs){0};
		bare.tablespace = NULL;
	}
	if (c->type == 'f') {
		bare.deferrable = UNSAID;
		bare.initially = NULL;
	}
	return constraint_sql(&bare);
}

/* under one name other words may say the same */
static bool
same_essence(const struct constraint *a, const struct table *of_a, const struct constraint *b,
             const struct table *of_b)
{
	const char *x = essence(a, of_a), *y = essence(b, of_b);

	return same_tokens(x, y) ||
	       (same(a->name, b->name) && strchr("cx", a->type) &&
	        same_statement(strf("ALTER TABLE t ADD %s", x), strf("ALTER TABLE t ADD %s", y)));
}

/* which of t's constraints c became, or -1. By id it is the same one however it is spelt now, for columns may have been renamed;
   by name one that says the same under another name is taken for renamed where neither side has both */
static long
counterpart(const struct diff *d, const struct constraint *c, const struct table *from,
            const struct table *t)
{
	const struct constraint *other;
	long renamed = -1;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		other = t->constraints.v[i];
		if (!d->by_name && other->id == c->id)
			return (long)i;
		if (!d->by_name || other->type != c->type)
			continue;
		if (same(other->name, c->name) && same_essence(c, from, other, t))
			return (long)i;
		if (renamed < 0 && !table_constraint(t, c->name) &&
		    !table_constraint(from, other->name) && same_essence(c, from, other, t))
			renamed = (long)i;
	}
	return renamed;
}

static void
diff_rename(struct diff *d, struct qname table, const char *from, const char *to)
{
	struct rename_constraint *op = op_new(&rename_constraint, d->at);

	op->altered.table = table;
	op->name = from;
	op->to = to;
	op->derived = true;
	diff_add(d, PHASE_RENAME, op);
}

/* a check that the parents may have too: it follows their names and cannot be renamed itself */
static bool
comes_from_above(const struct table *t, const struct constraint *c)
{
	return c->type == 'c' && (t->inherits.n || t->partition_of.name);
}

static void
diff_validate(struct diff *d, struct qname table, const struct constraint *from,
              const struct constraint *to)
{
	struct validate_constraint *op;

	if (!from->not_valid || to->not_valid)
		return;
	op = op_new(&validate_constraint, d->at);
	op->altered.table = table;
	op->name = to->name;
	diff_add(d, PHASE_ADD_FOREIGN_KEY, op);
}

/* a rename in place, or an ALTER CONSTRAINT, or a VALIDATE; false where only dropping and adding does it */
static bool
diff_alter(struct diff *d, const struct table *t, bool typed, const struct constraint *from,
           const struct constraint *to)
{
	struct qname table = t->object.name;
	struct alter_constraint *alter;
	struct index x = index_of(from), y = index_of(to);
	bool renamed = !same(from->name, to->name);

	if (to->not_valid && !from->not_valid)
		return false;
	/* the server renames no constraint of a typed table, but for the index that has its name */
	if (renamed && typed && !constraint_has_index(to))
		return false;
	if (renamed && typed)
		index_rename(d, table, from->name, to->name);
	else if (renamed && !(comes_from_above(t, to) && !d->by_name))
		diff_rename(d, table, from->name, to->name);
	diff_validate(d, table, from, to);
	if (from->deferrable != to->deferrable || !same(from->initially, to->initially)) {
		alter = op_new(&alter_constraint, d->at);
		alter->altered.table = table;
		alter->name = to->name;
		alter->deferrable = to->deferrable == YES ? YES : NO;
		alter->initially = to->initially;
		diff_add(d, PHASE_ADD_CONSTRAINT, alter);
	}
	if (constraint_has_index(to))
		storage_alter(d, table, &x, &y);
	cluster_alter(d, table, to->name, from->clustered, to->clustered);
	diff_comment(d, table, from, to);
	return true;
}

/* what a parent's operation does not do: keys have names of their own in partitions, checks do not */
static void
diff_part(struct diff *d, struct qname table, const struct constraint *from,
          const struct constraint *to)
{
	struct index x = index_of(from), y = index_of(to);

	if (!same(from->name, to->name) && to->type != 'c')
		diff_rename(d, table, from->name, to->name);
	/* it is as valid as it was when the partition came, which no model says */
	if (!d->unrelated)
		diff_validate(d, table, from, to);
	if (constraint_has_index(to))
		storage_alter(d, table, &x, &y);
	cluster_alter(d, table, to->name, from->clustered, to->clustered);
	diff_comment(d, table, from, to);
}

static bool
same_parents(const struct table *a, const struct table *b)
{
	const struct qname *p, *q;
	size_t i;

	for (i = 0; i < a->inherits.n && i < b->inherits.n; i++) {
		p = a->inherits.v[i];
		q = b->inherits.v[i];
		if (!same_qname(*p, *q))
			return false;
	}
	return a->inherits.n == b->inherits.n && same_qname(a->partition_of, b->partition_of);
}

bool
diff_is_new(const struct diff *d, unsigned id)
{
	return d->first_id && id > d->first_id;
}

bool
goes_with_parent(const struct table *from, const struct table *to, bool was, bool is)
{
	return was && !is && to->partition_of.name && same_parents(from, to);
}

/* a check that was left to the table when only its parent's was dropped: it makes room for the parent's */
static bool
comes_with_parent(const struct diff *d, const struct table *from, const struct table *to,
                  const struct constraint *was, const struct constraint *is)
{
	return !d->by_name && was->type == 'c' && !was->inherited && is->inherited &&
	       to->inherits.n && same_parents(from, to);
}

static bool
is_retyped(const struct diff *d, const struct table *from, const struct table *to,
           const struct constraint *c)
{
	return expression_is_retyped(d, from, to, c->expression) ||
	       expression_is_retyped(d, from, to, c->where) ||
	       keys_are_retyped(d, from, to, &c->keys) || columns_are_retyped(d, from, &c->columns);
}

/* a check that is inherited of new parents alone, which do not bring it */
static bool
is_due(const struct diff *d, const struct table *from, const struct table *to,
       const struct constraint *c)
{
	struct list kept = parents_kept(d, from, to);
	const struct constraint *above;
	size_t i;

	for (i = 0; i < kept.n; i++) {
		above = table_constraint(kept.v[i], c->name);
		if (above && above->type == 'c' && !above->no_inherit)
			return false;
	}
	return c->type == 'c' && comes_under(d, from, to);
}

void
constraints_alter(struct diff *d, const struct table *from, const struct table *to)
{
	bool *kept = alloc(to->constraints.n + 1);
	const struct constraint *c, *other;
	bool typed = from->of_type && to->of_type;
	size_t i;
	long k;

	for (i = 0; i < from->constraints.n; i++) {
		c = from->constraints.v[i];
		k = counterpart(d, c, from, to);
		other = k >= 0 && !kept[k] ? to->constraints.v[k] : NULL;
		if (list_has(&d->again, c) || (!c->inherited && is_retyped(d, from, to, c)))
			other = NULL;
		if (other && goes_with_parent(from, to, c->inherited, other->inherited)) {
			kept[k] = diff_is_new(d, other->id);
			continue;
		}
		if (other && comes_with_parent(d, from, to, c, other))
			diff_drop(d, from, to, c);
		if (other && (c->inherited || other->inherited)) {
			diff_part(d, to->object.name, c, other);
			kept[k] = true;
		} else if (other && diff_alter(d, to, typed, c, other)) {
			kept[k] = true;
		} else if (!c->inherited) {
			diff_drop(d, from, to, c);
		}
	}
	for (i = 0; i < to->constraints.n; i++) {
		c = to->constraints.v[i];
		if (!kept[i] && c->inherited && constraint_has_index(c))
			part_bring(d, to->object.name, c, NULL);
		if (!kept[i] && (!c->inherited || is_due(d, from, to, c)))
			constraint_create(d, to->object.name, c);
	}
}

const struct op_class *const change_constraint_ops[] = {
	&drop_constraint, &rename_constraint, &validate_constraint, &alter_constraint, NULL,
};
