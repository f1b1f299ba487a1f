/* create_table as a person would write it: keys beside their columns, no name that would be chosen anyway, and in the table what
   belongs to it. */
#include <string.h>

#include "create_table.h"

bool
create_table_absorb(struct op *o, const struct op *other)
{
	struct create_table *op = (struct create_table *)o;
	const struct index *x = index_created(other, op->name);
	const struct constraint *k = constraint_added(other, op->name);

	if (op->server || op->partition_of.name)
		return false;
	if (x)
		list_add(&op->indexes, copy(x, sizeof *x));
	else if (k && !k->not_valid)
		list_add(&op->constraints, copy(k, sizeof *k));
	return x || (k && !k->not_valid);
}

const struct qname *
table_created(const struct op *op)
{
	return op->class->absorb == create_table_absorb ? &((const struct create_table *)op)->name
	                                                : NULL;
}

/* what refers to the primary key says the table alone */
static void
tell_reference(struct constraint *k, const struct schema *s)
{
	const struct object *o = schema_find(s, SPACE_RELATION, k->references.table);
	const struct constraint *key =
		o && o->noun == &table_noun ? table_primary_key((const struct table *)o) : NULL;

	if (key && strs_same(&key->columns, &k->references.columns))
		k->references.columns = (struct strs){0};
}

static struct column *
only_column(const struct create_table *op, const struct constraint *k)
{
	struct column *c;
	size_t i;

	for (i = 0; i < op->columns.n && k->columns.n == 1; i++) {
		c = op->columns.v[i];
		if (same(c->name, k->columns.v[0]))
			return c;
	}
	return NULL;
}

static void
tell_constraint(struct create_table *op, const struct constraint *said, const struct schema *s)
{
	struct constraint *k = copy(said, sizeof *k);
	struct column *c = only_column(op, k);
	size_t i;

	if (same(k->name, constraint_usual_name(op->table, k)))
		k->name = NULL;
	if (k->type == 'f')
		tell_reference(k, s);
	for (i = 0; k->type == 'p' && i < op->columns.n; i++)
		if (strs_has(&k->columns, ((struct column *)op->columns.v[i])->name))
			((struct column *)op->columns.v[i])->not_null = false;
	if (c && !k->comment && column_say_beside(c, k))
		return;
	switch (k->type) {
	case 'p':
		list_add(&op->primary_keys, k);
		break;
	case 'u':
		list_add(&op->uniques, k);
		break;
	case 'c':
		list_add(&op->checks, k);
		break;
	case 'f':
		list_add(&op->foreign_keys, k);
		break;
	default:
		list_add(&op->excludes, k);
	}
}

static bool
is_same_type(const char *a, const char *b)
{
	struct type_parts x = type_parts(a), y = type_parts(b);

	return same(x.name.name, y.name.name) && x.dimensions == y.dimensions &&
	       (x.builtin || y.builtin || !x.name.schema || !y.name.schema ||
	        same(x.name.schema, y.name.schema));
}

/* 'x'::text of a text column is "x", '{}'::text[] an empty array */
struct value *
value_told(struct value *v, const char *type)
{
	struct parse_error e = {0};
	struct value *plain;
	const PgQuery__Node *tree;
	const char *cast, *text;

	tree = v && v->type == VALUE_SQL ? parse_expression(v->text, &e) : NULL;
	text = tree ? expression_string(tree, &cast) : NULL;
	if (!text || (cast && !is_same_type(cast, type)))
		return v;
	plain = copy(v, sizeof *v);
	plain->type = VALUE_STRING;
	plain->text = text;
	if (strcmp(text, "{}") == 0 && type_parts(type).dimensions)
		plain->type = VALUE_LIST;
	else if (strcmp(text, "{}") == 0 && strncmp(type, "json", 4) == 0)
		plain->type = VALUE_MAP;
	else if (type_parts(type).dimensions || strncmp(type, "json", 4) == 0)
		return v;
	return plain;
}

static struct column *
tell_column(const struct column *said, struct qname table)
{
	struct column *c = copy(said, sizeof *c);

	c->default_value = value_told(c->default_value, c->type);
	if (!c->identity)
		return c;
	c->not_null = false;
	c->identity = copy(c->identity, sizeof *c->identity);
	if (same(c->identity->sequence, sql_object_name(table.name, c->name, "seq")))
		c->identity->sequence = NULL;
	return c;
}

const struct op *
create_table_told(const struct op *o, const struct schema *s)
{
	const struct create_table *said = (const struct create_table *)o;
	struct create_table *op = copy(o, sizeof *op);
	struct index *x;
	size_t i;

	if (op->server || !op->table)
		return NULL;
	op->columns = list_copy(&op->columns);
	for (i = 0; i < op->columns.n; i++)
		op->columns.v[i] = tell_column(op->columns.v[i], op->name);
	op->constraints = (struct list){0};
	for (i = 0; i < said->constraints.n; i++)
		tell_constraint(op, said->constraints.v[i], s);
	op->indexes = (struct list){0};
	for (i = 0; i < said->indexes.n; i++) {
		x = copy(said->indexes.v[i], sizeof *x);
		if (same(x->name, index_usual_name(op->name, x)))
			x->name = NULL;
		list_add(&op->indexes, x);
	}
	return &op->op;
}
