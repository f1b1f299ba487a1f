/* create_table as a person would write it: keys beside their columns, no name that would be chosen anyway, and in the table what
   belongs to it. */
#include <string.h>

#include "create_table.h"

/* the sequence is what serial makes for the column */
static bool
is_serial(const struct create_table *op, const struct column *c, const struct sequence *q)
{
	const struct sequence_options plain = {.type = c->type};
	const char *next = strf("nextval(%s::regclass)", sql_literal(sql_qname(q->object.name)));

	return same(q->owned_by.columns.v[0], c->name) &&
	       same(q->object.name.schema, op->name.schema) &&
	       same(q->object.name.name, sql_object_name(op->name.name, c->name, "seq")) &&
	       same(q->persistence, op->table->persistence) && !q->object.comment &&
	       !q->object.privileges.n && !q->object.owner &&
	       sequence_options_same(&q->options, &plain) && c->not_null && c->default_value &&
	       c->default_value->type == VALUE_SQL && same_tokens(c->default_value->text, next);
}

/* a sequence of a column of the table, and that it belongs to it: it is a serial */
static bool
absorb_sequence(struct create_table *op, const struct sequence *q)
{
	struct column *c;
	size_t i;

	if (!q->owned_by.table.name || !same_qname(q->owned_by.table, op->name))
		return false;
	for (i = 0; i < op->columns.n; i++) {
		c = op->columns.v[i];
		if (same(c->name, q->owned_by.columns.v[0]) && serial_type(c->type))
			return true;
		if (!is_serial(op, c, q))
			continue;
		op->columns = list_copy(&op->columns);
		c = element_copy(&op->columns, i, sizeof *c);
		c->type = serial_name(c->type);
		c->default_value = NULL;
		c->not_null = false;
		return true;
	}
	return false;
}

/* a partition that is no more than that */
static bool
absorb_partition(struct create_table *op, const struct create_table *sub)
{
	const struct partition p = {
		.at = sub->op.at,
		.name = sub->name,
		.bound = sub->bound,
		.with = sub->with,
		.using = sub->using,
		.tablespace = sub->tablespace,
		.comment = sub->comment,
	};

	if (!sub->partition_of.name || !same_qname(sub->partition_of, op->name) || sub->columns.n ||
	    sub->constraints.n || sub->indexes.n || sub->unlogged || sub->server ||
	    sub->partition_by)
		return false;
	list_add(&op->partitions, copy(&p, sizeof p));
	return true;
}

bool
create_table_absorb(struct op *o, const struct op *other)
{
	struct create_table *op = (struct create_table *)o;
	const struct index *x = index_created(other, op->name);
	const struct constraint *k = constraint_added(other, op->name);

	if (op->server || op->partition_of.name)
		return false;
	if (other->class == o->class)
		return absorb_partition(op, (const struct create_table *)other);
	if (other->about->noun == &sequence_noun)
		return absorb_sequence(op, (const struct sequence *)other->about);
	if (x && x->nulls_not_distinct && !x->unique)
		return false;
	if (x)
		list_add(&op->indexes, copy(x, sizeof *x));
	else if (k && !k->not_valid)
		list_add(&op->constraints, copy(k, sizeof *k));
	return x || (k && !k->not_valid);
}

bool
makes_table(const struct op *op)
{
	return op->class->absorb == create_table_absorb;
}

/* "C" without the quotes of SQL, where it is one plain name */
const char *
collation_told(const char *sql)
{
	size_t n = sql ? strlen(sql) : 0;

	if (n < 3 || *sql != '"' || strcspn(sql + 1, ".\"") != n - 2)
		return sql;
	return strn(sql + 1, n - 2);
}

void
collations_told(struct list *keys)
{
	struct key *k;
	size_t i;

	*keys = list_copy(keys);
	for (i = 0; i < keys->n; i++) {
		k = element_copy(keys, i, sizeof *k);
		k->collation = collation_told(k->collation);
	}
}

/* what refers to the primary key says the table alone */
void
reference_told(struct reference *r, const struct schema *s)
{
	const struct object *o = r->table.name ? schema_find(s, SPACE_RELATION, r->table) : NULL;
	const struct constraint *key =
		o && o->noun == &table_noun ? table_primary_key((const struct table *)o) : NULL;

	if (key && key->deferrable != YES && strs_same(&key->columns, &r->columns))
		r->columns = (struct strs){0};
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
		reference_told(&k->references, s);
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
		collations_told(&k->keys);
		list_add(&op->excludes, k);
	}
}

static bool
is_same_type(const char *a, const char *b)
{
	struct type_parts x = type_parts(a), y = type_parts(b);

	return same(x.name.name, y.name.name) && x.dimensions == y.dimensions &&
	       (!x.modifiers.n || strs_same(&x.modifiers, &y.modifiers)) &&
	       (x.builtin || y.builtin || !x.name.schema || !y.name.schema ||
	        same(x.name.schema, y.name.schema));
}

/* digits, with a sign and a point */
static bool
is_number(const char *text)
{
	const char *c = text + (*text == '-');
	size_t whole = strspn(c, "0123456789");

	c += whole;
	if (*c == '.')
		c += 1 + strspn(c + 1, "0123456789");
	return whole && !*c;
}

static bool
is_number_type(const char *type)
{
	static const char *const names[] = {"smallint", "integer",          "bigint", "numeric",
	                                    "real",     "double precision", NULL};

	return among(type_parts(type).name.name, names) && !type_parts(type).dimensions;
}

static struct value *
plain_value(const struct value *v, enum value_type type, const char *text)
{
	struct value *plain = copy(v, sizeof *v);

	plain->type = type;
	plain->text = text;
	return plain;
}

/* what stands in the constant of a type */
static struct value *
constant_told(struct value *v, const char *text, const char *type)
{
	bool is_array = type_parts(type).dimensions, is_json = strncmp(type, "json", 4) == 0;

	if (strcmp(text, "{}") == 0 && (is_array || is_json))
		return plain_value(v, is_array ? VALUE_LIST : VALUE_MAP, NULL);
	if (is_array || is_json)
		return v;
	if (is_number_type(type) && is_number(text))
		return plain_value(v, VALUE_NUMBER, text);
	return plain_value(v, VALUE_STRING, text);
}

struct value *
value_told(struct value *v, const char *type)
{
	struct parse_error e = {0};
	const PgQuery__Node *tree;
	const char *cast, *text;

	if (!v || v->type != VALUE_SQL)
		return v;
	if (is_number_type(type) && is_number(v->text))
		return plain_value(v, VALUE_NUMBER, v->text);
	if (same(type, "boolean") && (same(v->text, "true") || same(v->text, "false")))
		return plain_value(v, VALUE_BOOL, v->text);
	tree = parse_expression(v->text, &e);
	text = tree ? expression_string(tree, &cast) : NULL;
	if (!text || (cast && !is_same_type(cast, type)))
		return v;
	return constant_told(v, text, type);
}

struct column *
column_told(const struct column *said, struct qname table)
{
	struct column *c = copy(said, sizeof *c);

	c->collation = collation_told(c->collation);
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
		op->columns.v[i] = column_told(op->columns.v[i], op->name);
	op->constraints = (struct list){0};
	for (i = 0; i < said->constraints.n; i++)
		tell_constraint(op, said->constraints.v[i], s);
	op->indexes = (struct list){0};
	for (i = 0; i < said->indexes.n; i++) {
		x = copy(said->indexes.v[i], sizeof *x);
		if (same(x->name, index_usual_name(op->name, x)))
			x->name = NULL;
		collations_told(&x->keys);
		list_add(&op->indexes, x);
	}
	return &op->op;
}
