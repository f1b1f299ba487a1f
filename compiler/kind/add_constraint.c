/* Adding constraints: what must be true of one, the name that the server chooses, and the operations that add one to a table. */
#include <string.h>

#include "code.h"

struct add_constraint {
	struct op op;
	struct altered altered;
	struct constraint constraint; /* as it was made, after apply */
};

/* ---- adding: checks ---- */

static enum applied
need_key_columns(const struct op *op, const struct schema *s, const struct table *t,
                 const struct constraint *c)
{
	enum applied result;
	size_t i, k;

	for (i = 0; i < c->columns.n; i++) {
		if (!need_column(op, s, t, c->columns.v[i], &result) && result == REFUSED)
			return REFUSED;
		for (k = 0; k < i; k++)
			if (strcmp(c->columns.v[i], c->columns.v[k]) == 0)
				return op_error(op, E_TWICE, "column '%s' appears twice in the %s",
				                c->columns.v[i], constraint_noun(c));
	}
	return APPLIED;
}

static enum applied
need_no_primary_key(const struct op *op, const struct schema *s, const struct table *t,
                    const struct constraint *c)
{
	const struct constraint *there = c->type == 'p' ? table_primary_key(t) : NULL;

	if (!there || schema_doubts_part(s, &t->object, there->name))
		return APPLIED;
	return op_error(op, E_PRIMARY_KEY, "table %s has a primary key already: '%s'%s",
	                plain_qname(t->object.name), there->name, made_at(there->at));
}

/* in the order of an ordinary key, which is what a constraint's index must have */
static bool
sorts_by_default(const struct table *t, const struct key *k)
{
	const struct column *c = table_column(t, k->term.column);

	if (same(k->order, "desc") || k->nulls)
		return false;
	if (k->collation && strcmp(k->collation, "\"default\"") != 0 &&
	    !(c && same(c->collation, k->collation)))
		return false;
	return !k->operator_class || !strstr(k->operator_class, "pattern_ops");
}

static enum applied
need_plain_index(const struct op *op, const struct table *t, const struct index *x)
{
	const struct key *k;
	size_t i;

	if (t->partition_by)
		return op_error(op, E_PARTITION,
		                "a partitioned table cannot have a constraint using an index");
	if (!x->unique)
		return op_error(op, E_INDEX, "index '%s' is not unique", x->name);
	if (x->where)
		return op_error(op, E_INDEX, "index '%s' is partial", x->name);
	for (i = 0; i < x->keys.n; i++) {
		k = x->keys.v[i];
		if (!k->term.column)
			return op_error(op, E_INDEX, "index '%s' contains expressions", x->name);
		if (!sorts_by_default(t, k))
			return op_error(op, E_INDEX,
			                "column '%s' of index '%s' is not in the default order",
			                k->term.column, x->name);
	}
	return APPLIED;
}

/* why there is no such index on t */
static enum applied
no_index(const struct op *op, const struct schema *s, const struct table *t, const char *name)
{
	struct qname full = {t->object.name.schema, name};
	const struct object *o = schema_find(s, SPACE_RELATION, full);
	const struct constraint *c = table_constraint(t, name);

	if (c && constraint_has_index(c))
		return op_error(op, E_OWNED, "index '%s' belongs to a constraint already", name);
	if (o && o->noun == &index_noun)
		return op_error(op, E_OWNED, "index '%s' belongs to table %s", name,
		                plain_qname(((const struct alias *)o)->owner));
	return missing(op, s, "index", SPACE_RELATION, full);
}

/* the index becomes the constraint's */
static enum applied
take_index(const struct op *op, const struct schema *s, struct table *t, struct constraint *c)
{
	struct index *x = table_index(t, c->using_index);
	size_t i;

	if (!x)
		return no_index(op, s, t, c->using_index);
	if (need_plain_index(op, t, x) == REFUSED)
		return REFUSED;
	c->columns = (struct strs){0};
	for (i = 0; i < x->keys.n; i++)
		strs_add(&c->columns, ((struct key *)x->keys.v[i])->term.column);
	c->include = x->include;
	c->with = x->with;
	c->tablespace = x->tablespace;
	c->nulls_not_distinct = x->nulls_not_distinct;
	c->clustered = x->clustered;
	c->index_comment = x->comment;
	c->id = x->id; /* for the foreign keys that rely on it */
	if (!c->name)
		c->name = x->name;
	for (i = 0; t->indexes.v[i] != x;)
		i++;
	list_remove(&t->indexes, i);
	return APPLIED;
}

/* primary key, unique, exclude */
static enum applied
need_key(const struct op *op, const struct schema *s, struct table *t, struct constraint *c)
{
	struct index x;

	if (c->using_index) {
		enum applied taken = take_index(op, s, t, c);

		if (taken != APPLIED)
			return taken;
	}
	if (c->type == 'x' && t->partition_by)
		return op_error(op, E_PARTITION,
		                "a partitioned table cannot have exclusion constraints");
	if (need_key_columns(op, s, t, c) == REFUSED || need_no_primary_key(op, s, t, c) == REFUSED)
		return REFUSED;
	x = index_of(c);
	return need_index(op, s, t, &x, constraint_noun(c), c->type == 'x');
}

static enum applied
need_check(const struct op *op, const struct schema *s, const struct table *t,
           const struct constraint *c)
{
	const PgQuery__Node *tree = need_scalar(op, s, t, c->expression, "check constraint");
	const struct column_ref *ref;
	struct list refs = {0};
	size_t i;

	if (!tree || need_boolean(op, s, t, c->expression, "check constraint") == REFUSED)
		return REFUSED;
	expression_columns(tree, &refs);
	for (i = 0; i < refs.n; i++) {
		ref = refs.v[i];
		if (ref->name && is_system_column(ref->name) && strcmp(ref->name, "tableoid") != 0)
			return op_error(op, E_RESERVED,
			                "a check constraint cannot refer to the system column '%s'",
			                ref->name);
	}
	if (c->no_inherit && t->partition_by)
		return op_error(op, E_PARTITION,
		                "table %s is partitioned: its checks cannot be NO INHERIT",
		                plain_qname(t->object.name));
	return APPLIED;
}

static enum applied
need_constraint_parts(const struct op *op, struct schema *s, struct table *t, struct constraint *c)
{
	if (c->deferrable == NO && same(c->initially, constraint_times[1]))
		return op_error(op, E_CONSTRAINT,
		                "a constraint that is initially deferred must be deferrable");
	if (c->type == 'c')
		return need_check(op, s, t, c);
	if (c->type == 'f')
		return need_foreign_key(op, s, t, c);
	return need_key(op, s, t, c);
}

/* ---- adding: names ---- */

static bool
is_new(const struct schema *s, const struct table *t)
{
	const struct object *there = schema_find(s, SPACE_RELATION, t->object.name);

	return !there || there->id != t->object.id;
}

enum applied
need_free_constraint(const struct op *op, const struct schema *s, const struct table *t,
                     const struct constraint *c, const char *name)
{
	const struct constraint *there = table_constraint(t, name);
	const struct code *trigger = constraint_trigger(s, t, name);
	struct qname full = {t->object.name.schema, name};

	if (trigger)
		return op_error(op, E_EXISTS,
		                "constraint '%s' of table %s exists already, as a trigger%s", name,
		                plain_qname(t->object.name), made_at(trigger->object.at));
	if (there)
		return op_error(op, E_EXISTS, "constraint '%s' of table %s exists already%s", name,
		                plain_qname(t->object.name), made_at(there->at));
	if (!constraint_has_index(c) || same(c->using_index, name))
		return APPLIED;
	if (same(t->object.name.name, name))
		return op_error(op, E_RESERVED,
		                "'%s' is the name of the table: its index cannot have it too",
		                name);
	return need_free_name(op, s, SPACE_RELATION, full);
}

/* as ChooseConstraintName: free among the constraints of the schema, whatever relations there are */
static const char *
choose_constraint_name(const struct schema *s, const struct table *t, const char *columns,
                       const char *label)
{
	struct qname full = t->object.name;
	struct list taken;
	unsigned pass;

	for (pass = 0;; pass++) {
		full.name = sql_object_name(t->object.name.name, columns,
		                            pass ? strf("%s%u", label, pass) : label);
		taken = (struct list){0};
		schema_linked(s, LINK_CONSTRAINT, full, &taken);
		if (!taken.n && !table_constraint(t, full.name))
			return full.name;
	}
}

/* the one column that a check is about, or NULL */
static const char *
only_column(const struct table *t, const char *expression)
{
	struct parse_error e;
	const PgQuery__Node *tree = parse_expression(expression, &e);
	const struct column_ref *ref;
	const char *name = NULL;
	struct list refs = {0};
	size_t i;

	if (tree)
		expression_columns(tree, &refs);
	for (i = 0; i < refs.n; i++) {
		ref = refs.v[i];
		if (!ref->name || (!table_column(t, ref->name) && !is_system_column(ref->name)))
			return NULL; /* a whole row */
		if (name && strcmp(name, ref->name) != 0)
			return NULL;
		name = ref->name;
	}
	return name;
}

static const char *
chosen_name(const struct schema *s, const struct table *t, const struct constraint *c)
{
	const char *table = t->object.name.name;
	struct index x;

	switch (c->type) {
	case 'p':
		return choose_name(s, t, table, NULL, "pkey", true);
	case 'u':
	case 'x':
		x = index_of(c);
		return choose_name(s, t, table, index_called(&x), c->type == 'u' ? "key" : "excl",
		                   true);
	case 'f':
		return choose_constraint_name(s, t, name_addition(&c->columns), "fkey");
	default:
		return choose_constraint_name(s, t, only_column(t, c->expression), "check");
	}
}

const char *
constraint_usual_name(const struct table *t, const struct constraint *c)
{
	struct table bare = *t;
	struct constraint new = *c;
	struct strs path = {0};

	strs_add(&path, t->object.name.schema);
	bare.constraints = bare.indexes = (struct list){0};
	new.called = NULL;
	return chosen_name(schema_new(&path), &bare, &new);
}

/* ---- adding ---- */

/* what is the default anyway is left out */
static void
normalise(const struct schema *s, struct constraint *c, const struct table *t, bool new_table)
{
	if (same(c->initially, constraint_times[1]))
		c->deferrable = YES;
	else
		c->initially = NULL;
	if (c->deferrable == NO)
		c->deferrable = UNSAID;
	if (same(c->match, "simple"))
		c->match = NULL;
	if (same(c->on_delete, "no action"))
		c->on_delete = NULL;
	if (same(c->on_update, "no action"))
		c->on_update = NULL;
	if (c->comment && !*c->comment)
		c->comment = NULL;
	c->using = method_name(c->using);
	c->using_index = NULL;
	keys_normalise(s, &c->keys, t, c->using);
	if (c->expression)
		c->expression = expression_unqualified(c->expression, t->object.name.name);
	if (c->where)
		c->where = expression_unqualified(c->where, t->object.name.name);
	if (new_table)
		c->not_valid = false; /* there are no rows that it could not be valid for */
}

void
columns_not_null(struct table *t, const struct strs *columns)
{
	struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (c->not_null || !strs_has(columns, c->name))
			continue;
		c = element_copy(&t->columns, i, sizeof *c);
		c->not_null = true;
	}
}

/* a check of the same name and words that came from a parent: the table's own is the same one */
static bool
merges(const struct schema *s, struct table *t, const struct constraint *c)
{
	struct constraint *there;
	size_t i;

	for (i = 0; c->type == 'c' && c->name && i < t->constraints.n; i++) {
		there = t->constraints.v[i];
		if (!same(there->name, c->name) || !there->inherited || there->type != 'c' ||
		    c->no_inherit ||
		    !same_expression(there->expression, expression_kept(s, t, c->expression)))
			continue;
		/* of a partition it stays its parent's */
		if (!t->partition_of.name) {
			there = element_copy(&t->constraints, i, sizeof *there);
			there->inherited = c->inherited;
		}
		return true;
	}
	return false;
}

enum applied
constraint_add(struct op *op, struct schema *s, struct table *t, const struct constraint *given)
{
	struct op here = item_op(op, given->at);
	struct constraint *c = copy(given, sizeof *c);
	enum applied result;
	bool gone;

	if (t->server && c->type != 'c')
		return op_error(&here, E_KIND, "%s is a foreign table, which has no %s",
		                plain_qname(t->object.name), constraint_noun(c));
	if (merges(s, t, c))
		return APPLIED;
	gone = c->name &&
	       part_is_gone(s, t, &t->constraints, table_constraint(t, c->name), c->name);
	keys_read(&c->keys, t);
	if (c->name && need_free_constraint(&here, s, t, c, c->name) == REFUSED)
		return REFUSED;
	result = need_constraint_parts(&here, s, t, c);
	if (result == UNKNOWN && c->using_index)
		schema_excuse(s, c->name ? c->name : c->using_index);
	if (result == REFUSED || (result == UNKNOWN && c->using_index))
		return result;
	normalise(s, c, t, is_new(s, t));
	if (!c->at.file)
		c->at = op->at;
	if (c->name)
		c->called = NULL;
	else
		c->name = chosen_name(s, t, c);
	if (!c->id)
		c->id = schema_id(s);
	if (c->type == 'p')
		columns_not_null(t, &c->columns);
	list_add(&t->constraints, c);
	return gone ? UNKNOWN : APPLIED;
}

/* the server's order */
static int
rank(const struct constraint *c)
{
	switch (c->type) {
	case 'c':
		return 0;
	case 'p':
		return 1;
	case 'f':
		return 3;
	default:
		return 2;
	}
}

static bool
defers_alike(const struct constraint *a, const struct constraint *b)
{
	bool a_deferred = same(a->initially, constraint_times[1]),
	     b_deferred = same(b->initially, constraint_times[1]);

	return a_deferred == b_deferred &&
	       (a->deferrable == YES || a_deferred) == (b->deferrable == YES || b_deferred);
}

/* c repeats a key that came before it, which takes its name where it has none itself (transformIndexConstraints) */
static bool
repeats(struct list *before, const struct constraint *c)
{
	struct constraint *k;
	size_t i;

	for (i = 0; c->type == 'u' && i < before->n; i++) {
		k = before->v[i];
		if ((k->type != 'p' && k->type != 'u') || !strs_same(&k->columns, &c->columns) ||
		    !strs_same(&k->include, &c->include) || !defers_alike(k, c) ||
		    k->nulls_not_distinct != c->nulls_not_distinct)
			continue;
		if (!k->name) {
			k = element_copy(before, i, sizeof *k);
			k->name = c->name;
		}
		return true;
	}
	return false;
}

static struct list
in_order(const struct list *constraints)
{
	struct list ordered = {0};
	struct constraint *c;
	size_t i;
	int r;

	for (r = 0; r <= 3; r++) {
		for (i = 0; i < constraints->n; i++) {
			c = constraints->v[i];
			if (rank(c) == r && !repeats(&ordered, c))
				list_add(&ordered, c);
		}
	}
	return ordered;
}

enum applied
constraints_add(struct op *op, struct schema *s, struct table *t, const struct list *constraints)
{
	struct list ordered = in_order(constraints);
	enum applied result = APPLIED;
	size_t i;

	for (i = 0; i < ordered.n; i++)
		if (constraint_add(op, s, t, ordered.v[i]) == REFUSED)
			result = REFUSED;
	return result;
}

/* ---- the operations that add one ---- */

static const struct op_class create_primary_key, create_unique_constraint, create_check_constraint,
	create_foreign_key, create_exclude_constraint;

static const struct op_class *
create_class(const struct constraint *c)
{
	switch (c->type) {
	case 'p':
		return &create_primary_key;
	case 'u':
		return &create_unique_constraint;
	case 'c':
		return &create_check_constraint;
	case 'f':
		return &create_foreign_key;
	default:
		return &create_exclude_constraint;
	}
}

static struct op *
add_from_sql(const struct clause *c)
{
	struct altered altered;
	struct add_constraint *op;
	struct constraint *made;

	if (!altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_AddConstraint, &altered))
		return NULL;
	made = constraint_from_sql(c->command->def->constraint, c->at);
	if (!made)
		return NULL;
	op = op_new(create_class(made), c->at);
	op->altered = altered;
	op->constraint = *made;
	return &op->op;
}

/* one class asks for all */
static struct op *
add_not_from_sql(const struct clause *c)
{
	(void)c;
	return NULL;
}

/* the key of a partitioned table alone needs partitions that could have it */
static enum applied
need_not_null_below(const struct op *op, const struct schema *s, const struct table *t,
                    const struct constraint *c)
{
	struct list below = children(s, t);
	const struct table *child;
	const struct column *column;
	size_t i, k;

	for (i = 0; t->partition_by && i < below.n; i++) {
		child = below.v[i];
		for (k = 0; k < c->columns.n; k++) {
			column = table_column(child, c->columns.v[k]);
			if (column && !column->not_null)
				return op_error(
					op, E_NOT_NULL,
					"column '%s' of partition %s must be NOT NULL first",
					column->name, plain_qname(child->object.name));
		}
	}
	return APPLIED;
}

static enum applied
need_whole_tree(const struct op *op, const struct schema *s, const struct table *t,
                const struct add_constraint *add)
{
	const struct constraint *c = &add->constraint;
	bool below = children(s, t).n;

	if (c->type == 'c' && add->altered.only && below && !c->no_inherit)
		return op_error(op, E_INHERIT,
		                "the check must come to the tables that inherit from %s too",
		                plain_qname(t->object.name));
	if (c->type == 'p' && add->altered.only)
		return need_not_null_below(op, s, t, c);
	if (c->type == 'f' && add->altered.only && t->partition_by)
		return op_error(
			op, E_FOREIGN_KEY,
			"a foreign key of a partitioned table is that of its partitions too, not only its own");
	if (c->type == 'f' && c->not_valid && t->partition_by)
		return op_error(op, E_FOREIGN_KEY,
		                "a foreign key of a partitioned table cannot be NOT VALID");
	return APPLIED;
}

static enum applied
add_apply(struct op *o, struct schema *s)
{
	struct add_constraint *op = (struct add_constraint *)o;
	const char *using_index = op->constraint.using_index;
	struct constraint said = op->constraint;
	unsigned id = op->constraint.id;
	const struct constraint *made;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, said.type == 'c' ? "f" : "", &result);

	if (result == UNKNOWN)
		result = need_name_to_comment(o, said.name, said.comment);
	/* IF EXISTS, and there is none: nor is there anything to comment on */
	if (!t && result == APPLIED)
		op->constraint.comment = NULL;
	if (!t)
		return result;
	if (need_whole_tree(o, s, t, op) == REFUSED)
		return REFUSED;
	said.only = op->altered.only && t->partition_by && children(s, t).n;
	result = constraint_add(o, s, t, &said);
	if (result == REFUSED && !said.name)
		schema_excuse(s, chosen_name(s, t, &said)); /* one mistake is one error */
	if (result == UNKNOWN)
		return need_name_to_comment(o, said.name, said.comment);
	if (result == REFUSED)
		return REFUSED;
	made = op->constraint.name ? table_constraint(t, op->constraint.name)
	                           : t->constraints.v[t->constraints.n - 1];
	op->constraint = *made;
	op->constraint.using_index = using_index;
	op->constraint.id = id;
	if (!op->altered.only && constraint_descend(o, s, t, made) == REFUSED)
		return REFUSED;
	schema_put(s, &t->object); /* last, so that it is undone first */
	return APPLIED;
}

static void
add_render(const struct op *o, struct list *steps)
{
	const struct add_constraint *op = (const struct add_constraint *)o;
	const struct constraint *c = &op->constraint;
	struct step *step;

	step = altered_step(steps, o, c->name, &op->altered, strf("ADD %s", constraint_sql(c)));
	if (c->type == 'f')
		step->lock = LOCK_SHARE_ROW_EXCLUSIVE;
	constraint_comment(steps, o, op->altered.table, c);
}

static const struct field using_index_fields[] = {
	{"using_index", FIELD_NAME, offsetof(struct constraint, using_index),
         .fallback = "an index of its own", .sql = "USING INDEX using_index",
         .doc = "In place of columns: the constraint takes over a unique index of the table."},
	{0},
};

static const struct shape using_index_part = {"options", CALL_TABLE, sizeof(struct constraint),
                                              using_index_fields};

static const struct field not_valid_fields[] = {
	{"not_valid", FIELD_BOOL, offsetof(struct constraint, not_valid), .fallback = "false",
         .sql = "NOT VALID",
         .doc = "Rows that are there already are not checked: see validate_constraint."},
	{0},
};

static const struct shape not_valid_part = {"options", CALL_TABLE, sizeof(struct constraint),
                                            not_valid_fields};

static int
finish_key(void *item)
{
	const struct add_constraint *op = item;
	const struct constraint *c = &op->constraint;
	const char *wrong = NULL;

	if (!c->columns.n == !c->using_index)
		wrong = "has either columns or using_index";
	else if (c->using_index &&
	         (c->include.n || c->with.n || c->tablespace || c->nulls_not_distinct))
		wrong = "with using_index says nothing of the index itself";
	if (wrong)
		error_at(op->op.at, E_EXCLUDE, "%s: a %s %s", op->op.class->shape.name,
		         constraint_noun(c), wrong);
	return wrong ? -1 : 0;
}

/* a name that would be chosen anyway is left out */
static const struct op *
add_told(const struct op *o, const struct schema *s)
{
	struct add_constraint *op = copy(o, sizeof *op);
	const struct object *t = schema_find(s, SPACE_RELATION, op->altered.table);

	if (t && t->noun == &table_noun &&
	    same(op->constraint.name,
	         constraint_usual_name((const struct table *)t, &op->constraint)))
		op->constraint.name = NULL;
	collations_told(&op->constraint.keys);
	return &op->op;
}

static const struct field create_primary_key_fields[] = {
	{"table", FIELD_PART, offsetof(struct add_constraint, altered), 1, .shape = &altered_shape},
	{"columns", FIELD_NAMES, offsetof(struct add_constraint, constraint.columns), 2,
         .sql = "ADD PRIMARY KEY (columns, …)"},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint),
         .shape = &primary_key_part},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint),
         .shape = &using_index_part},
	{0},
};

static const struct op_class create_primary_key = {
	.shape = {"create_primary_key", CALL_ARGUMENTS, sizeof(struct add_constraint),
                  create_primary_key_fields, .finish = finish_key, .page = "sql-altertable.html",
                  .doc = "Adds the primary key of a table. Its columns become NOT NULL."},
	.told = add_told,
	.from_sql = add_from_sql,
	.apply = add_apply,
	.render = add_render,
};

static const struct field create_unique_fields[] = {
	{"table", FIELD_PART, offsetof(struct add_constraint, altered), 1, .shape = &altered_shape},
	{"columns", FIELD_NAMES, offsetof(struct add_constraint, constraint.columns), 2,
         .sql = "ADD UNIQUE (columns, …)"},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint), .shape = &unique_part},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint),
         .shape = &using_index_part},
	{0},
};

static const struct op_class create_unique_constraint = {
	.shape = {"create_unique_constraint", CALL_ARGUMENTS, sizeof(struct add_constraint),
                  create_unique_fields, .finish = finish_key, .page = "sql-altertable.html",
                  .doc = "Adds a unique constraint to a table."},
	.told = add_told,
	.from_sql = add_not_from_sql,
	.apply = add_apply,
	.render = add_render,
};

static const struct field create_check_fields[] = {
	{"table", FIELD_PART, offsetof(struct add_constraint, altered), 1, .shape = &altered_shape},
	{"expression", FIELD_SQL, offsetof(struct add_constraint, constraint.expression), 2,
         .required = true, .sql = "ADD CHECK (expression)"},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint), .shape = &check_part},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint),
         .shape = &not_valid_part},
	{0},
};

static const struct op_class create_check_constraint = {
	.shape =
		{"create_check_constraint", CALL_ARGUMENTS, sizeof(struct add_constraint),
                 create_check_fields, .page = "sql-altertable.html",
                 .doc = "Adds a condition that each row must meet, also to the tables that inherit."},
	.told = add_told,
	.from_sql = add_not_from_sql,
	.apply = add_apply,
	.render = add_render,
};

static const struct field create_foreign_key_fields[] = {
	{"table", FIELD_PART, offsetof(struct add_constraint, altered), 1, .shape = &altered_shape},
	{"columns", FIELD_NAMES, offsetof(struct add_constraint, constraint.columns), 2,
         .required = true, .sql = "ADD FOREIGN KEY (columns, …)"},
	{"references", FIELD_QNAME, offsetof(struct add_constraint, constraint.references.table), 3,
         .required = true, .sql = "REFERENCES references"},
	{"referenced_columns", FIELD_NAMES,
         offsetof(struct add_constraint, constraint.references.columns), 4,
         .fallback = "the primary key", .sql = "REFERENCES references (referenced_columns, …)"},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint),
         .shape = &foreign_key_part},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint),
         .shape = &not_valid_part},
	{0},
};

static const struct op_class create_foreign_key = {
	.shape = {"create_foreign_key", CALL_ARGUMENTS, sizeof(struct add_constraint),
                  create_foreign_key_fields, .page = "sql-altertable.html",
                  .doc = "Adds a reference to a key of a table."},
	.told = add_told,
	.from_sql = add_not_from_sql,
	.apply = add_apply,
	.render = add_render,
};

static const struct field create_exclude_fields[] = {
	{"table", FIELD_PART, offsetof(struct add_constraint, altered), 1, .shape = &altered_shape},
	{"keys", FIELD_ITEMS, offsetof(struct add_constraint, constraint.keys), 2, .required = true,
         .shape = &exclude_key_shape, .sql = "ADD EXCLUDE (column WITH with, …)",
         .doc = "Each { \"column\", \"operator\" }."},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint),
         .shape = &exclude_part},
	{0},
};

static const struct op_class create_exclude_constraint = {
	.shape =
		{"create_exclude_constraint", CALL_ARGUMENTS, sizeof(struct add_constraint),
                 create_exclude_fields, .page = "sql-altertable.html",
                 .doc = "Adds an exclusion constraint: no two rows for which all of the operators are true."},
	.told = add_told,
	.from_sql = add_not_from_sql,
	.apply = add_apply,
	.render = add_render,
};

struct op *
constraint_op(struct loc at, struct qname table, const struct constraint *c)
{
	struct add_constraint *op = op_new(create_class(c), at);

	op->altered.table = table;
	op->altered.only = c->only;
	op->constraint = *c;
	return &op->op;
}

const struct constraint *
constraint_added(const struct op *op, struct qname table)
{
	const struct add_constraint *add = (const struct add_constraint *)op;

	if (op->class->apply != add_apply || add->altered.only ||
	    !same_qname(add->altered.table, table))
		return NULL;
	return &add->constraint;
}

void
constraint_create(struct diff *d, struct qname table, const struct constraint *c)
{
	struct constraint bare = *c;
	struct op *op;

	if (d->by_name)
		bare.id = 0; /* in another schema it may be that of something else */
	bare.clustered = false;
	op = constraint_op(d->at, table, &bare);
	diff_add(d, c->type == 'f' ? PHASE_ADD_FOREIGN_KEY : PHASE_ADD_CONSTRAINT, op);
	cluster_alter(d, table, c->name, false, c->clustered);
	comment_add(d, "index", sql_qname((struct qname){table.schema, c->name}), NULL,
	            c->index_comment);
}

const struct op_class *const add_constraint_ops[] = {
	&create_primary_key, &create_unique_constraint,  &create_check_constraint,
	&create_foreign_key, &create_exclude_constraint, NULL,
};
