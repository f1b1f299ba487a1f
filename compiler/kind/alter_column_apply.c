/* alter_column applied: what PostgreSQL refuses of it, and what the column becomes, also in the tables below. */
#include <string.h>
#include <strings.h>

#include "alter_column.h"
#include "scope.h"

static bool
removes_identity(const struct new_identity *i)
{
	return !i->identity.at.file;
}

static enum applied
need_using(const struct op *op, const struct schema *s, const struct table *t, const char *using,
           const char *type)
{
	const PgQuery__Node *tree = need_expression(op, s, t, using, "using");
	const char *gives;

	if (!tree)
		return REFUSED;
	if (expression_has_subquery(tree))
		return op_error(op, E_EXPRESSION, "using: a subquery cannot stand in it");
	if (need_typed(op, s, t, tree, "using", false) == REFUSED)
		return REFUSED;
	gives = expression_type(s, t, tree);
	if (gives && !type_casts(s, gives, type))
		return op_error(op, E_MISMATCH,
		                "using: it gives %s, which is not cast to %s by itself", gives,
		                type);
	return APPLIED;
}

/* what a default is of before it becomes the column's: a number may be the default of a text column, and is still one */
static const char *
default_type(const struct schema *s, const struct column *c)
{
	static const struct table none;
	const struct value *v = c->default_value;
	struct parse_error e;
	const PgQuery__Node *tree;

	if (v->type == VALUE_NUMBER)
		return NULL;
	if (v->type != VALUE_SQL)
		return c->type;
	tree = parse_expression(v->text, &e);
	return tree ? expression_type(s, &none, tree) : NULL;
}

/* the server casts it along with the column, and prints it then as if it had been made with the new type */
static bool
default_follows(const struct schema *s, const struct column *c, const char *type)
{
	const struct value *v = c->default_value;
	struct type_parts from = type_parts(c->type), to = type_parts(type);
	const char *of;

	/* of a type that is no domain it does not even remember NULL */
	if (v->type == VALUE_NULL || (v->type == VALUE_SQL && strncasecmp(v->text, "null", 4) == 0))
		return false;
	if (same_qname(from.name, to.name) && from.dimensions == to.dimensions)
		return true;
	if (v->type != VALUE_NUMBER && (v->type != VALUE_SQL || *v->text == '\''))
		return false;
	of = default_type(s, c);
	return !of || type_casts(s, of, type);
}

/* the default that stays must go along */
static enum applied
need_default_cast(const struct alter_column *op, const struct schema *s, const struct column *c)
{
	const char *type = c->default_value ? default_type(s, c) : NULL;

	if (!type || op->default_value || type_casts(s, type, op->type))
		return APPLIED;
	return op_error(
		&op->op, E_MISMATCH,
		"the default of column '%s' cannot be cast to type %s by itself; say default "
		"too, or default = null",
		c->name, op->type);
}

enum applied
need_no_row_type(const struct op *op, const struct schema *s, const struct table *t)
{
	const struct object *type = schema_find(s, SPACE_TYPE, t->object.name);
	struct list users = type ? type_users(s, type) : (struct list){0};

	if (!users.n)
		return APPLIED;
	return op_error(op, E_NEEDED, "column '%s' of table %s has the row type of table %s",
	                type_user_column(s, users.v[0], type)->name,
	                plain_qname(((struct table *)users.v[0])->object.name),
	                plain_qname(t->object.name));
}

/* the foreign keys of a column whose type has changed, and those that refer to it */
static enum applied
need_keys_fit(const struct op *op, const struct schema *s, const struct table *t,
              const char *column)
{
	struct list keys = foreign_keys_to(s, t);
	struct constraint k;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		k = *(struct constraint *)t->constraints.v[i];
		if (k.type == 'f' && constraint_uses_column(&k, column) &&
		    need_foreign_key(op, s, t, &k) == REFUSED)
			return REFUSED;
	}
	for (i = 0; i + 1 < keys.n; i += 2) {
		k = *(struct constraint *)keys.v[i + 1];
		if (strs_has(&k.references.columns, column) &&
		    need_foreign_key(op, s, keys.v[i], &k) == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}

/* what is made of a column whose type has changed must be possible still; was: the table before */
static enum applied
need_expression_fits(const struct op *op, const struct schema *s, const struct table *was,
                     const struct table *t, const char *text, const char *what, bool index)
{
	const char *read = expression_with_casts(s, was, text);

	if (!read)
		return APPLIED;
	if (index)
		return need_indexable(op, s, t, read, what);
	return need_scalar(op, s, t, read, what) ? need_boolean(op, s, t, read, what) : REFUSED;
}

/* of an index, or of an exclusion constraint */
static enum applied
need_index_fits(const struct op *op, const struct schema *s, const struct table *was,
                const struct table *t, const char *where, const struct list *keys, const char *what,
                const char *column)
{
	const char *text;
	size_t i;

	if (expression_uses_column(where, column) &&
	    (need_expression_fits(op, s, was, t, where, what, true) == REFUSED ||
	     need_boolean(op, s, t, where, what) == REFUSED))
		return REFUSED;
	for (i = 0; i < keys->n; i++) {
		text = ((const struct key *)keys->v[i])->term.expression;
		if (expression_uses_column(text, column) &&
		    need_expression_fits(op, s, was, t, text, what, true) == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}

static enum applied
need_expressions_fit(const struct op *op, const struct schema *s, const struct table *was,
                     const char *column)
{
	const struct table *t = s->by_id.v[was->object.id];
	const struct constraint *k;
	const struct index *x;
	size_t i;

	/* older ones may have been read with yet another type */
	if (table_column(was, column)->retyped)
		return APPLIED;
	for (i = 0; i < t->constraints.n; i++) {
		k = t->constraints.v[i];
		if (expression_uses_column(k->expression, column) &&
		    need_expression_fits(op, s, was, t, k->expression,
		                         strf("check constraint '%s'", k->name), false) == REFUSED)
			return REFUSED;
		if (need_index_fits(op, s, was, t, k->where, &k->keys,
		                    strf("constraint '%s'", k->name), column) == REFUSED)
			return REFUSED;
	}
	for (i = 0; i < t->indexes.n; i++) {
		x = t->indexes.v[i];
		if (need_index_fits(op, s, was, t, x->where, &x->keys, strf("index '%s'", x->name),
		                    column) == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}

static enum applied
cannot_cast(const struct op *op, const struct schema *s, const struct column *c, const char *type)
{
	const char *using = cast_using(s, c, type);

	return op_error(op, E_MISMATCH,
	                "column '%s' cannot be cast from %s to %s by itself; say using = %s",
	                c->name, c->type, type,
	                using ? strf("\"%s\"", using)
	                      : "\"…\", for there is no cast of the one to the other");
}

static enum applied
apply_type(const struct alter_column *op, struct schema *s, const struct table *t, struct column *c,
           bool below)
{
	const struct table *parent = below ? NULL : column_parent(s, t, c->name);
	const struct column *user = generated_from(t, c->name);
	const struct op *o = &op->op;
	enum applied result = need_column_type(o, s, op->type, op->collation);
	struct sequence_options options = {0}, retyped = {.type = op->type};
	const char *wrong;

	/* by way of another parent it has the type already */
	if (result == APPLIED && below && same(c->type, type_kept(s, op->type)) &&
	    same(c->collation, op->collation))
		return APPLIED;
	if (result == APPLIED)
		result = need_other_rows(o, s, t, c->name, op->type);
	if (result != APPLIED)
		return result;
	if (parent)
		return op_error(o, E_INHERIT, "column '%s' of table %s is inherited from table %s",
		                c->name, plain_qname(t->object.name),
		                plain_qname(parent->object.name));
	if (user && !same(c->type, op->type))
		return op_error(o, E_NEEDED, "column '%s' is used by generated column '%s'",
		                c->name, user->name);
	if (op->using && c->generated)
		return op_error(o, E_GENERATED, "using says nothing for the generated column '%s'",
		                c->name);
	if (op->using && need_using(o, s, t, op->using, op->type) == REFUSED)
		return REFUSED;
	if (!op->using && !type_casts(s, c->type, op->type))
		return cannot_cast(o, s, c, op->type);
	if (need_default_cast(op, s, c) == REFUSED || need_no_row_type(o, s, t) == REFUSED ||
	    need_included_free(o, s, t, c->name) == REFUSED)
		return REFUSED;
	if (c->identity)
		options = identity_options(c);
	c->retyped |= !same(c->type, op->type);
	c->type = type_kept(s, op->type);
	c->collation = collation_is_usual(c->type, op->collation) ? NULL : op->collation;
	/* as the server does */
	c->storage = c->compression = NULL;
	statistics_forget(s, t, c->name);
	if (!c->identity || below)
		return APPLIED;
	if (need_identity_type(o, c) == REFUSED)
		return REFUSED;
	options = sequence_options_alter(&options, &retyped, &wrong);
	if (wrong)
		return op_error(o, E_SEQUENCE, "column '%s': %s", c->name, wrong);
	identity_set_options(c, options);
	return APPLIED;
}

static enum applied
apply_default(const struct alter_column *op, const struct schema *s, const struct table *t,
              struct column *c)
{
	bool taken = op->default_value->type == VALUE_NULL;

	if (c->generated)
		return op_error(&op->op, E_GENERATED, "column '%s' is generated%s", c->name,
		                taken ? "; generated = null takes its expression away" : "");
	if (c->identity)
		return op_error(&op->op, E_GENERATED, "column '%s' is an identity%s", c->name,
		                taken ? "; identity = null takes that away" : "");
	c->default_value = taken ? NULL : default_kept(s, op->default_value, c->type);
	/* of a view, whose columns may have types that are not known */
	if (!c->default_value || c->type == unknown_type)
		return APPLIED;
	return need_default(&op->op, s, t, c);
}

/* a partition must be as strict as its parent */
static bool
parent_forbids_null(const struct schema *s, const struct table *t, const char *name)
{
	const struct table *parent = t->partition_of.name ? column_parent(s, t, name) : NULL;

	return parent && table_column(parent, name)->not_null;
}

static enum applied
apply_not_null(const struct alter_column *op, const struct schema *s, const struct table *t,
               struct column *c, bool below)
{
	const struct constraint *key = table_primary_key(t);

	if (op->not_null == NO && c->identity)
		return op_error(&op->op, E_GENERATED,
		                "column '%s' is an identity, which is NOT NULL", c->name);
	if (op->not_null == NO && key && strs_has(&key->columns, c->name))
		return op_error(&op->op, E_NOT_NULL, "column '%s' is in the primary key '%s'",
		                c->name, key->name);
	if (op->not_null == NO && replica_index_uses(t, c->name))
		return op_error(&op->op, E_GENERATED,
		                "column '%s' is in index '%s', the replica identity", c->name,
		                index_by_id(t, t->replica_index));
	if (op->not_null == NO && !below && parent_forbids_null(s, t, c->name))
		return op_error(&op->op, E_NOT_NULL,
		                "column '%s' is NOT NULL in the partitioned table %s", c->name,
		                plain_qname(t->partition_of));
	c->not_null = op->not_null == YES;
	return APPLIED;
}

static void
merge(const char **into, const char *given)
{
	if (given)
		*into = given;
}

static enum applied
add_identity(struct alter_column *op, struct schema *s, const struct table *t, struct column *c)
{
	enum applied result;

	if (!op->identity->identity.when)
		return op_error(
			&op->op, E_GENERATED,
			"column '%s' is no identity yet; say \"always\" or \"by default\" first",
			c->name);
	if (c->default_value)
		return op_error(&op->op, E_GENERATED,
		                "column '%s' has a default; say default = null first", c->name);
	if (c->generated)
		return op_error(&op->op, E_GENERATED, "column '%s' is generated", c->name);
	if (!c->not_null)
		return op_error(&op->op, E_GENERATED,
		                "column '%s' may be NULL, which an identity cannot; say not_null = "
		                "true too",
		                c->name);
	c->identity = copy(&op->identity->identity, sizeof *c->identity);
	c->identity->privileges = identity_privileges(s, t);
	c->identity->labels = (struct list){0};
	c->identity->comment = NULL;
	result = need_identity(&op->op, t, c);
	return result == APPLIED ? choose_sequence(&op->op, s, t, c, &c->identity->sequence)
	                         : result;
}

static enum applied
set_identity(struct alter_column *op, const struct table *t, struct column *c)
{
	const struct identity *given = &op->identity->identity;
	struct sequence_options o = identity_options(c);
	const char *wrong = NULL;

	if (given->sequence)
		return op_error(&op->op, E_EXISTS,
		                "the sequence of column '%s' is there already: '%s'", c->name,
		                c->identity->sequence);
	o = sequence_options_alter(&o, &given->options, &wrong);
	if (wrong)
		return op_error(&op->op, E_SEQUENCE, "column '%s': %s", c->name, wrong);
	if (op->identity->restart && !same(op->identity->restart, "true") &&
	    need_restart(&op->op, &o, op->identity->restart) == REFUSED)
		return REFUSED;
	identity_set_options(c, o);
	merge(&c->identity->when, given->when);
	return need_identity(&op->op, t, c);
}

static enum applied
drop_identity(const struct alter_column *op, const struct schema *s, const struct table *t,
              struct column *c)
{
	struct list takers = {0};
	struct qname sequence = {t->object.name.schema, NULL};
	const struct taker *first;

	if (!c->identity && !op->if_exists)
		return op_error(&op->op, E_GENERATED, "column '%s' is no identity", c->name);
	if (c->identity) {
		sequence.name = c->identity->sequence;
		takers = sequence_takers(s, sequence);
	}
	if (takers.n) {
		first = takers.v[0];
		return op_error(
			&op->op, E_NEEDED,
			"the identity's sequence %s is needed by the default of column '%s.%s'%s; drop that first",
			plain_qname(sequence), first->table->object.name.name, first->column->name,
			made_at(first->column->default_value->at));
	}
	c->identity = NULL;
	return APPLIED;
}

static enum applied
apply_identity(struct alter_column *op, struct schema *s, const struct table *t, struct column *c)
{
	if (op->manner == ADD_IDENTITY && c->identity)
		return op_error(&op->op, E_GENERATED, "column '%s' is an identity already",
		                c->name);
	if (op->manner == SET_IDENTITY && !c->identity)
		return op_error(&op->op, E_GENERATED, "column '%s' is no identity", c->name);
	return c->identity ? set_identity(op, t, c) : add_identity(op, s, t, c);
}

static enum applied
drop_expression(const struct alter_column *op, const struct schema *s, const struct table *t,
                struct column *c, bool below)
{
	const struct table *parent = below ? NULL : column_parent(s, t, c->name);

	if (!c->generated && !op->if_exists)
		return op_error(&op->op, E_GENERATED, "column '%s' is not generated", c->name);
	if (parent)
		return op_error(&op->op, E_INHERIT,
		                "column '%s' of table %s is inherited from table %s", c->name,
		                plain_qname(t->object.name), plain_qname(parent->object.name));
	c->generated = NULL;
	return APPLIED;
}

/* what only this table's column gets, and none below it */
static enum applied
apply_own(struct alter_column *op, struct schema *s, const struct table *t, struct column *c)
{
	if (op->identity && !removes_identity(op->identity) &&
	    apply_identity(op, s, t, c) == REFUSED)
		return REFUSED;
	if (need_column_options(&op->op, &op->options) == REFUSED ||
	    need_statistics(&op->op, op->statistics) == REFUSED)
		return REFUSED;
	merge(&c->compression, op->compression);
	if (same(c->compression, "default"))
		c->compression = NULL;
	parameters_set(&c->options, &op->options, &op->reset);
	if (op->comment)
		c->comment = *op->comment ? op->comment : NULL;
	if (op->comment && t->object.noun == &frame_noun)
		view_comment_column(s, t->object.name, c->name, c->comment);
	return APPLIED;
}

static enum applied
apply_to(struct alter_column *op, struct schema *s, const struct table *t, struct column *c,
         bool below)
{
	bool drops = op->default_value && op->default_value->type == VALUE_NULL;

	if (need_storage(&op->op, s, c, op->type, op->storage, op->compression) == REFUSED)
		return REFUSED;
	if (op->generated && drop_expression(op, s, t, c, below) == REFUSED)
		return REFUSED;
	if (op->identity && removes_identity(op->identity) && !below &&
	    drop_identity(op, s, t, c) == REFUSED)
		return REFUSED;
	if (drops && apply_default(op, s, t, c) == REFUSED)
		return REFUSED;
	if (op->type && need_unused(&op->op, s, &t->object, c->name, NULL) == REFUSED)
		return REFUSED;
	if (op->type && apply_type(op, s, t, c, below) == REFUSED)
		return REFUSED;
	if (op->default_value && !drops && apply_default(op, s, t, c) == REFUSED)
		return REFUSED;
	if (op->not_null != UNSAID && apply_not_null(op, s, t, c, below) == REFUSED)
		return REFUSED;
	if (op->storage)
		c->storage = column_storage(s, op->storage, c->type);
	merge(&c->statistics, op->statistics);
	if (same(c->statistics, "-1"))
		c->statistics = NULL;
	return below ? APPLIED : apply_own(op, s, t, c);
}

static long
column_index(const struct table *t, const char *name)
{
	struct strs names = table_column_names(t);

	return strs_find(&names, name);
}

/* what has to do with a column of another type is made anew, and called after its columns as they are */
static void
call_anew(struct table *t, const char *column)
{
	struct constraint *k;
	struct index *x;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		k = t->constraints.v[i];
		if (k->called && constraint_uses_column(k, column))
			((struct constraint *)element_copy(&t->constraints, i, sizeof *k))->called =
				NULL;
	}
	for (i = 0; i < t->indexes.n; i++) {
		x = t->indexes.v[i];
		if (x->called && index_uses_column(x, column))
			((struct index *)element_copy(&t->indexes, i, sizeof *x))->called = NULL;
	}
}

static enum applied apply_below(struct alter_column *op, struct schema *s, const struct table *t);

static enum applied
apply_in(struct alter_column *op, struct schema *s, const struct table *t, bool below)
{
	struct table *copied = (struct table *)object_copy(&t->object);
	long i = column_index(copied, op->name);
	struct column *c;

	if (i < 0)
		return APPLIED;
	c = element_copy(&copied->columns, (size_t)i, sizeof *c);
	if (!below) {
		op->from = t->columns.v[i];
		op->to = c;
		op->table = t->object.name;
	}
	if (apply_to(op, s, copied, c, below) == REFUSED)
		return REFUSED;
	if (op->type)
		call_anew(copied, op->name);
	if (!op->altered.only && apply_below(op, s, t) == REFUSED)
		return REFUSED;
	schema_put(s, &copied->object);
	return APPLIED;
}

static enum applied
apply_below(struct alter_column *op, struct schema *s, const struct table *t)
{
	struct list below = children(s, t);
	size_t i;

	for (i = 0; i < below.n; i++)
		if (apply_in(op, s, below.v[i], true) == REFUSED)
			return REFUSED;
	return APPLIED;
}

/* it, and those below it that have the column */
static void
tables_with(const struct schema *s, struct table *t, const char *column, struct list *found)
{
	struct list below = children(s, t);
	size_t i;

	if (!table_column(t, column))
		return;
	list_add(found, t);
	for (i = 0; i < below.n; i++)
		tables_with(s, below.v[i], column, found);
}

/* ONLY a partitioned table cannot be less strict than its partitions are made, nor stricter than they are */
static enum applied
need_not_null_reach(const struct alter_column *op, const struct schema *s, const struct table *t)
{
	struct list below = children(s, t);
	const struct column *c;
	size_t i;

	if (op->not_null == NO)
		return op_error(&op->op, E_INHERIT, "NOT NULL must go from the partitions too");
	for (i = 0; i < below.n && op->not_null == YES; i++) {
		c = table_column(below.v[i], op->name);
		if (c && !c->not_null)
			return op_error(&op->op, E_NOT_NULL,
			                "the column must be NOT NULL in partition '%s' first",
			                ((struct table *)below.v[i])->object.name.name);
	}
	return APPLIED;
}

/* its rows, or those of a table below, are told by it: nothing that could be dropped is in the way then */
static enum applied
need_no_partition_key(const struct alter_column *op, const struct schema *s, struct table *t)
{
	struct list all = {0};
	size_t i;

	tables_with(s, t, op->name, &all);
	for (i = 0; i < all.n; i++)
		if (partition_key_uses(all.v[i], op->name))
			return op_error(&op->op, E_PARTITION,
			                "column '%s' is part of the partition key of table %s",
			                op->name,
			                plain_qname(((struct table *)all.v[i])->object.name));
	return APPLIED;
}

static enum applied
need_reach(const struct alter_column *op, const struct schema *s, struct table *t)
{
	if (op->type && need_no_partition_key(op, s, t) == REFUSED)
		return REFUSED;
	if (op->type && need_one_line(&op->op, s, t, op->name) == REFUSED)
		return REFUSED;
	if (!op->altered.only || !children(s, t).n)
		return APPLIED;
	if (t->partition_by && need_not_null_reach(op, s, t) == REFUSED)
		return REFUSED;
	if (op->type)
		return op_error(&op->op, E_INHERIT,
		                "the type must change in the tables that inherit the column too");
	if (op->generated)
		return op_error(
			&op->op, E_INHERIT,
			"the expression must go from the tables that inherit the column too");
	return APPLIED;
}

/* which relations beside tables the server takes there */
static const char *
relations(const struct alter_column *op)
{
	bool of_tables = op->type || op->not_null != UNSAID || op->generated || op->identity;

	if (op->compression)
		return of_tables || op->default_value ? "" : "m";
	if (of_tables)
		return "f";
	if (op->default_value)
		return "vf";
	return op->storage || op->statistics || op->options.n || op->reset.n ? "mf" : "vmf";
}

/* where the column is not known: what is said is written as it stands */
static enum applied
as_said(struct alter_column *op)
{
	struct column from = {.name = op->name, .type = unknown_type}, to = from;
	struct value *v = op->default_value;

	if ((op->identity && !removes_identity(op->identity)) ||
	    (v && v->type >= VALUE_LIST && !op->type))
		return op_error(&op->op, E_NO_COLUMN,
		                "nothing is known of column '%s' here; say it in SQL, with execute",
		                op->name);
	if (op->type)
		to.type = op->type;
	from.default_value = v; /* there may be one to drop */
	if (v && v->type != VALUE_NULL)
		to.default_value = v;
	if (op->comment && *op->comment)
		to.comment = op->comment;
	op->from = copy(&from, sizeof from);
	op->to = copy(&to, sizeof to);
	op->table = op->altered.table;
	return UNKNOWN;
}

enum applied
alter_column_apply(struct op *o, struct schema *s)
{
	struct alter_column *op = (struct alter_column *)o;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, relations(op), &result);
	const struct column *c;
	struct list was = {0};
	size_t i;

	op->from = op->to = NULL;
	c = t ? need_column(o, s, t, op->name, &result) : NULL;
	if (result == UNKNOWN)
		return as_said(op);
	if (!c)
		return result;
	if (op->wanted)
		alter_column_say(op, s, c);
	if (op->wanted && !alter_column_says(op))
		return APPLIED;
	if (t->of_type && op->type)
		return op_error(o, E_INHERIT, "table %s is typed: its columns are those of type %s",
		                plain_qname(t->object.name), t->of_type);
	if (op->wanted && op->using)
		op->using = cast_back(s, c, op->type);
	if (op->type && !op->using && alter_column_keeps_default(op, c) &&
	    default_follows(s, c, op->type))
		op->default_value = NULL;
	if (need_reach(op, s, t) == REFUSED)
		return REFUSED;
	tables_with(s, t, op->name, &was);
	if (apply_in(op, s, s->by_id.v[t->object.id], false) == REFUSED) {
		op->to = NULL; /* half changed: not to be rendered */
		return REFUSED;
	}
	for (i = 0; op->type && !op->several && i < was.n; i++)
		if (need_expressions_fit(o, s, was.v[i], op->name) == REFUSED)
			return REFUSED;
	return op->type ? need_keys_fit(o, s, s->by_id.v[t->object.id], op->name) : APPLIED;
}
