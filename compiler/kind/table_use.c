/* What of tables uses something by its columns' types and by its expressions: defaults, generated columns, constraints, indexes and
   partition keys. */
#include <string.h>

#include "scope.h"

/* ---- where it is used ---- */

static bool
says(const struct table_use *u, const char *text)
{
	return text && u->says && u->says(u, text);
}

static bool
keys_say(const struct table_use *u, const char *using, const struct list *keys)
{
	const struct key *k;
	size_t i;

	for (i = 0; i < keys->n; i++) {
		k = keys->v[i];
		if (says(u, k->term.expression) || (u->has_key && u->has_key(u, using, k)))
			return true;
	}
	return false;
}

static void
found(struct table_use *u, const char *what, const char *name, struct loc at)
{
	u->what = strf("%s '%s' of table %s", what, name, plain_qname(u->t->object.name));
	u->at = at;
}

static void
use_in_columns(struct table_use *u)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < u->t->columns.n && !u->what; i++) {
		c = u->t->columns.v[i];
		if ((u->has_column && u->has_column(u, c)) || says(u, c->generated)) {
			u->column = c;
			found(u, "the column", c->name, c->at);
		} else if (c->default_value && c->default_value->type == VALUE_SQL &&
		           says(u, c->default_value->text)) {
			u->by_default = c;
			found(u, "the default of column", c->name, c->default_value->at);
		}
	}
}

static void
use_in_constraints(struct table_use *u)
{
	const struct constraint *c;
	size_t i;

	for (i = 0; i < u->t->constraints.n && !u->what; i++) {
		c = u->t->constraints.v[i];
		if (!says(u, c->expression) && !says(u, c->where) &&
		    !keys_say(u, c->using, &c->keys))
			continue;
		u->constraint = c;
		found(u, "the constraint", c->name, c->at);
	}
}

static void
use_in_indexes(struct table_use *u)
{
	const struct index *x;
	size_t i;

	for (i = 0; i < u->t->indexes.n && !u->what; i++) {
		x = u->t->indexes.v[i];
		if (!says(u, x->where) && !keys_say(u, x->using, &x->keys))
			continue;
		u->index = x;
		found(u, "the index", x->name, x->at);
	}
}

static bool
is_gone(const struct list *gone, const struct object *o)
{
	size_t i;

	for (i = 0; gone && i < gone->n; i++)
		if (((const struct object *)gone->v[i])->id == o->id)
			return true;
	return false;
}

static void
use_in_partition_key(struct table_use *u)
{
	struct list keys = {0};
	const char *strategy = partition_keys(u->t, &keys);

	u->by_key = keys_say(u, same(strategy, "hash") ? "hash" : "btree", &keys);
	if (!u->by_key)
		return;
	u->what = strf("the partition key of table %s", plain_qname(u->t->object.name));
	u->at = u->t->object.at;
}

void
table_use_in(struct table_use *u)
{
	use_in_partition_key(u);
	if (u->what)
		return;
	use_in_columns(u);
	use_in_constraints(u);
	use_in_indexes(u);
}

void
table_use_find(const struct schema *s, struct table_use *u, const struct list *gone)
{
	struct list tables = schema_all(s, &table_noun);
	size_t i;

	for (i = 0; i < tables.n && !u->what; i++) {
		u->t = tables.v[i];
		if (is_gone(gone, &u->t->object))
			continue;
		table_use_in(u);
	}
}

void
table_use_drop(struct schema *s, const struct table_use *u, struct loc at,
               const struct op_class *class)
{
	struct op op = {at, class};
	struct table *t;
	struct column *c;
	size_t i;

	if (u->by_key) {
		remove_object(s, u->t->object.id);
		return;
	}
	if (u->column) {
		column_remove(s, u->t, u->column->name);
		return;
	}
	t = (struct table *)object_copy(&u->t->object);
	if (u->constraint)
		constraint_remove(&op, s, t, u->constraint, true, false);
	if (u->index)
		index_remove(&op, s, t, u->index, true);
	for (i = 0; u->by_default && i < t->columns.n; i++)
		if (t->columns.v[i] == u->by_default) {
			c = element_copy(&t->columns, i, sizeof *c);
			c->default_value = NULL;
		}
	schema_put(s, &t->object);
}

/* ---- functions and types ---- */

struct sought {
	const struct schema *s;
	const struct object *o;
	const char *name; /* without what tells it from others of its name */
	struct qname full, multirange;
};

static bool
is_used(const struct sought *x, const struct list *uses)
{
	const struct use *u;
	size_t i;

	for (i = 0; i < uses->n; i++) {
		u = uses->v[i];
		if (u->space != x->o->noun->space ||
		    !(same_qname(u->name, x->full) || same_qname(u->name, x->multirange)))
			continue;
		/* which of several of its name */
		if ((u->space != SPACE_FUNCTION && u->space != SPACE_OPERATOR) ||
		    same(u->identity, x->o->name.name))
			return true;
	}
	return false;
}

static bool
says_sought(const struct table_use *u, const char *text)
{
	const struct sought *x = u->data;
	struct query q = {.schema = x->s};
	const PgQuery__Node *tree;
	struct parse_error e;

	/* a IN (b) does not say =, a quote is doubled, and a range type has several names */
	if (x->o->noun->space != SPACE_OPERATOR && !x->multirange.name && !strchr(x->name, '"') &&
	    !strstr(text, x->name))
		return false;
	tree = parse_expression(text, &e);
	if (!tree)
		return false;
	follow_in_table(&q, u->t, tree);
	return is_used(x, &q.uses);
}

static bool
has_sought(const struct table_use *u, const struct column *c)
{
	const struct sought *x = u->data;
	const struct code_kind *kind = code_kind(x->o);

	return kind && kind->in_column && kind->in_column(x->s, (const struct code *)x->o, c);
}

static bool
keys_sought(const struct table_use *u, const char *using, const struct key *k)
{
	const struct sought *x = u->data;
	const struct code_kind *kind = code_kind(x->o);

	return kind && kind->in_key &&
	       kind->in_key(x->s, (const struct code *)x->o, u->t, using, k);
}

static struct sought
sought(const struct schema *s, const struct object *o)
{
	const struct code *c = code_kind(o) ? (const struct code *)o : NULL;
	struct qname full = c && c->name.name ? c->name : o->name;

	return (struct sought){schema_at_home(s), o, full.name, full, range_multirange(o)};
}

static struct table_use
use_of(const struct sought *x)
{
	return (struct table_use){
		.has_column = has_sought, .says = says_sought, .has_key = keys_sought, .data = x};
}

enum applied
need_unsaid(const struct op *op, const struct schema *s, const struct object *o,
            const struct list *gone)
{
	struct sought x = sought(s, o);
	struct table_use u = use_of(&x);

	table_use_find(s, &u, gone);
	if (!u.what)
		return APPLIED;
	return op_error(op, E_NEEDED, "%s %s is needed by %s%s; drop that first, or say %s",
	                o->noun->name, plain_qname(x.full), u.what, made_at(u.at),
	                op->class->shape.fields->key ? "cascade = true" : "CASCADE");
}

static void
add_part(struct list *parts, const struct list *all, const void *part)
{
	size_t i;

	for (i = 0; i < all->n; i++)
		if (all->v[i] == part && !list_has(parts, part))
			list_add(parts, all->v[i]);
}

/* those of a type that is no enum have another meanwhile */
static void
add_columns(const struct schema *s, const struct object *type, struct list *parts)
{
	struct list tables = schema_all(s, &table_noun);
	const struct table *t;
	struct column *c;
	size_t i, j;

	for (i = 0; i < tables.n; i++) {
		t = tables.v[i];
		for (j = 0; j < t->columns.n; j++) {
			c = t->columns.v[j];
			if ((column_has_type(s, c, type) &&
			     !same(type_meanwhile(s, c->type), c->type)) ||
			    column_contains_type(s, c, type))
				add_part(parts, &t->columns, c);
		}
	}
}

/* those of a collation are without it meanwhile: taken from s, and appended */
static void
take_collation(struct schema *s, const struct object *collation, struct list *parts)
{
	struct list tables = schema_all(s, &table_noun);
	const struct table *t;
	struct table *without;
	struct column *c;
	size_t i, j;

	for (i = 0; i < tables.n; i++) {
		t = tables.v[i];
		without = NULL;
		for (j = 0; j < t->columns.n; j++) {
			c = t->columns.v[j];
			if (!collation_kind.in_column(s, (const struct code *)collation, c))
				continue;
			add_part(parts, &t->columns, c);
			if (!without)
				without = (struct table *)object_copy(&t->object);
			c = element_copy(&without->columns, j, sizeof *c);
			c->collation = NULL;
		}
		if (without)
			schema_put(s, &without->object);
	}
}

/* the parts of a table under which the enum, or what is made of it, is not made anew: what is generated of it, and the indexes of
   partitioned tables, whose parts would come back under other names */
static void
add_under_type(const struct schema *s, const struct table *t, const struct object *type,
               struct list *parts)
{
	const struct column *c;
	const struct index *x;
	const struct key *k;
	size_t i, j;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (c->generated && expression_concerns_type(s, t, type, c->generated))
			add_part(parts, &t->columns, c);
	}
	for (i = 0; t->partition_by && i < t->indexes.n; i++) {
		x = t->indexes.v[i];
		if (expression_concerns_type(s, t, type, x->where))
			add_part(parts, &t->indexes, x);
		for (j = 0; j < x->keys.n; j++) {
			k = x->keys.v[j];
			if (expression_concerns_type(s, t, type, k->term.expression))
				add_part(parts, &t->indexes, x);
		}
	}
}

static void
add_under_enum(const struct schema *s, const struct object *type, struct list *parts)
{
	struct list types = types_with(s, type), tables;
	size_t i, j;

	for (i = 0; i < types.n; i++) {
		tables = type_users(s, types.v[i]);
		for (j = 0; j < tables.n; j++)
			add_under_type(s, tables.v[j], types.v[i], parts);
	}
}

void
parts_saying(struct schema *s, const struct object *o, struct list *parts)
{
	size_t mark = schema_mark(s);
	struct sought x;
	struct table_use u;

	if (o->noun->space == SPACE_TYPE)
		add_columns(s, o, parts);
	if (o->noun == &enum_noun)
		add_under_enum(s, o, parts);
	if (o->noun == &collation_kind.noun)
		take_collation(s, o, parts);
	for (;;) {
		x = sought(s, o);
		u = use_of(&x);
		table_use_find(s, &u, NULL);
		if (!u.what || u.by_key || (u.column && !u.column->generated))
			break;
		add_part(parts, &u.t->columns, u.column ? u.column : u.by_default);
		add_part(parts, &u.t->constraints, u.constraint);
		add_part(parts, &u.t->indexes, u.index);
		table_use_drop(s, &u, o->at, NULL);
	}
	schema_back(s, mark);
}

void
remove_saying(struct schema *s, const struct object *o)
{
	struct sought x = sought(s, o);
	struct table_use u = use_of(&x);

	for (;; x = sought(s, o)) {
		u.what = NULL;
		u.column = u.by_default = NULL;
		u.constraint = NULL;
		u.index = NULL;
		table_use_find(s, &u, NULL);
		if (!u.what)
			return;
		table_use_drop(s, &u, o->at, NULL);
	}
}
