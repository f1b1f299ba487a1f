/* Partitions: what PARTITION BY says, and the bounds of partitions. What a partition takes over from its table is in
   inherit.c and descend.c. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "kind.h"

bool
is_partition(const struct object *o, const struct object *of)
{
	return o->noun == &table_noun && ((const struct table *)o)->partition_of.name &&
	       same_qname(((const struct table *)o)->partition_of, of->name);
}

/* ---- the shapes ---- */

static const struct field bound_fields[] = {
	{"from", FIELD_VALUES, offsetof(struct bound, from), .fallback = "none",
         .sql = "FOR VALUES FROM (from)",
         .doc = "A value for each key, of range partitions; sql \"minvalue\" is below all."},
	{"to", FIELD_VALUES, offsetof(struct bound, to), .fallback = "none", .sql = "TO (to)",
         .doc = "The first value that is not in it; sql \"maxvalue\" is above all."},
	{"values", FIELD_VALUES, offsetof(struct bound, values), .fallback = "none",
         .sql = "FOR VALUES IN (values)", .doc = "Of list partitions."},
	{"default", FIELD_BOOL, offsetof(struct bound, is_default), .fallback = "false",
         .sql = "DEFAULT", .doc = "Takes the rows that no other partition does."},
	{"modulus", FIELD_INT, offsetof(struct bound, modulus), .fallback = "none",
         .sql = "FOR VALUES WITH (MODULUS modulus, REMAINDER remainder)",
         .doc = "Of hash partitions."},
	{"remainder", FIELD_INT, offsetof(struct bound, remainder), .fallback = "none"},
	{0},
};

const struct shape bound_shape = {"bound", CALL_TABLE, sizeof(struct bound), bound_fields,
                                  .page = "sql-createtable.html"};

static const struct field partition_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct partition, name), 1, .required = true,
         .sql = "CREATE TABLE name PARTITION OF table"},
	{"partitions", FIELD_ITEMS, offsetof(struct partition, partitions), 2,
         .shape = &partition_shape},
	{"bound", FIELD_PART, offsetof(struct partition, bound), .shape = &bound_shape},
	{"partition_by", FIELD_SQL, offsetof(struct partition, partition_by), .fallback = "none",
         .sql = "PARTITION BY partition_by", .doc = "Makes it a partitioned table itself."},
	{"using", FIELD_NAME, offsetof(struct partition, using), .fallback = "heap",
         .sql = "USING using"},
	{"with", FIELD_PARAMETERS, offsetof(struct partition, with), .fallback = "none",
         .sql = "WITH (with)"},
	{"tablespace", FIELD_NAME, offsetof(struct partition, tablespace),
         .fallback = "the table's", .sql = "TABLESPACE tablespace"},
	{"comment", FIELD_TEXT, offsetof(struct partition, comment), .fallback = "none",
         .sql = "COMMENT ON TABLE name IS 'comment'"},
	{"renamed_from", FIELD_QNAME, offsetof(struct partition, renamed_from), .model = true},
	{0},
};

bool
bound_is_said(const struct bound *b)
{
	return b->is_default || b->from.n || b->to.n || b->values.n || b->modulus || b->remainder;
}

const char *
bound_wrong(const struct bound *b)
{
	int ways = b->is_default + (b->from.n || b->to.n) + (b->values.n > 0) +
	           (b->modulus || b->remainder);

	if (ways == 0)
		return "a partition says from and to, values, default = true, or modulus and remainder";
	if (ways > 1)
		return "from and to, values, default, and modulus and remainder exclude each other";
	if (!b->from.n != !b->to.n)
		return b->from.n ? "to is missing beside from" : "from is missing beside to";
	if (!b->modulus != !b->remainder)
		return b->modulus ? "remainder is missing beside modulus"
		                  : "modulus is missing beside remainder";
	return NULL;
}

static int
partition_finish(void *item)
{
	const struct partition *p = item;
	const char *wrong = bound_wrong(&p->bound);

	if (wrong)
		error_at(p->at, E_PARTITION, "partition '%s': %s", p->name.name, wrong);
	return wrong ? -1 : 0;
}

const struct shape partition_shape = {
	"partition",
	CALL_MIXED,
	sizeof(struct partition),
	partition_fields,
	.finish = partition_finish,
	.page = "ddl-partitioning.html",
	.doc = "A partition of create_table, or of another partition. What the table has, it has too."};

/* ---- PARTITION BY ---- */

static const char *const strategies[] = {"list", "range", "hash", NULL};

static struct key *
key_of(const PgQuery__PartitionElem *e)
{
	struct key *k = alloc(sizeof *k);

	if (*e->name)
		k->term.column = e->name;
	else
		k->term.expression = node_sql(e->expr);
	if (e->n_collation)
		k->collation = sql_qname(list_qname(e->collation, e->n_collation));
	if (e->n_opclass)
		k->operator_class = sql_qname(list_qname(e->opclass, e->n_opclass));
	return k;
}

static void
keys_of(const PgQuery__PartitionSpec *spec, struct list *keys)
{
	size_t i;

	for (i = 0; i < spec->n_part_params; i++)
		list_add(keys, key_of(spec->part_params[i]->partition_elem));
}

bool
partition_by_parse(const char *text, const char **strategy, struct list *keys, const char **why)
{
	const PgQuery__PartitionSpec *spec;
	struct parse_error e = {0};
	const PgQuery__Node *tree;
	size_t i;

	tree = parse_statement(strf("CREATE TABLE x () PARTITION BY %s", text), &e);
	if (!tree || tree->node_case != PG_QUERY__NODE__NODE_CREATE_STMT ||
	    !tree->create_stmt->partspec) {
		*why = e.message ? e.message : "it is not \"range (column)\" or the like";
		return false;
	}
	spec = tree->create_stmt->partspec;
	for (i = 0; strategies[i] && strcasecmp(strategies[i], spec->strategy) != 0; i++)
		;
	*strategy = strategies[i];
	*why = strf("'%s' is none of list, range and hash", spec->strategy);
	if (*strategy)
		keys_of(spec, keys);
	return *strategy;
}

char *
partition_by_sql(const char *strategy, const struct list *keys)
{
	const struct key *k;
	struct buf b = {0};
	size_t i;

	buf_fmt(&b, "%s (", strategy);
	for (i = 0; i < keys->n; i++) {
		k = keys->v[i];
		buf_add(&b, i ? ", " : "");
		if (k->term.column)
			buf_add(&b, sql_name(k->term.column));
		else
			buf_fmt(&b, "(%s)", k->term.expression);
		if (k->collation)
			buf_fmt(&b, " COLLATE %s", k->collation);
		if (k->operator_class)
			buf_fmt(&b, " %s", k->operator_class);
	}
	buf_char(&b, ')');
	return buf_str(&b);
}

char *
partition_by_from_sql(const PgQuery__PartitionSpec *spec)
{
	struct list keys = {0};

	keys_of(spec, &keys);
	return partition_by_sql(spec->strategy, &keys);
}

/* the keys of a partitioned table; its partition_by was read when it was made */
const char *
partition_keys(const struct table *t, struct list *keys)
{
	const char *strategy = NULL, *why;

	if (t->partition_by)
		partition_by_parse(t->partition_by, &strategy, keys, &why);
	return strategy;
}

bool
partition_key_uses(const struct table *t, const char *column)
{
	const struct key *k;
	struct list keys = {0};
	size_t i;

	partition_keys(t, &keys);
	for (i = 0; i < keys.n; i++) {
		k = keys.v[i];
		if (same(k->term.column, column) ||
		    (k->term.expression && expression_uses_column(k->term.expression, column)))
			return true;
	}
	return false;
}

char *
partition_rename_column(const struct table *t, const char *from, const char *to)
{
	struct list keys = {0};
	const char *strategy = partition_keys(t, &keys);
	struct key *k;
	size_t i;

	for (i = 0; i < keys.n; i++) {
		k = keys.v[i];
		if (same(k->term.column, from))
			k->term.column = to;
		if (k->term.expression)
			k->term.expression = expression_rename_column(
				k->term.expression, t->object.name.name, from, to);
	}
	return partition_by_sql(strategy, &keys);
}

const char *
partition_change(const struct table *t, const char *(*with)(void *data, const char *text),
                 bool (*key)(void *data, const char *using, struct key *k), void *data)
{
	struct list keys = {0};
	const char *strategy = partition_keys(t, &keys), *text;
	struct key *k;
	bool changed = false;
	size_t i;

	for (i = 0; i < keys.n; i++) {
		k = keys.v[i];
		text = k->term.expression ? with(data, k->term.expression) : NULL;
		changed |= text != k->term.expression;
		k->term.expression = text;
		changed |= key && key(data, same(strategy, "hash") ? "hash" : "btree", k);
	}
	return changed ? partition_by_sql(strategy, &keys) : t->partition_by;
}

static struct strs
partition_columns(const struct table *t)
{
	const struct key *k;
	struct list keys = {0};
	struct strs columns = {0};
	size_t i;

	partition_keys(t, &keys);
	for (i = 0; i < keys.n; i++) {
		k = keys.v[i];
		strs_add(&columns, k->term.column);
	}
	return columns;
}

enum applied
need_partition_keys(const struct op *op, const struct table *t, const char *what,
                    const struct strs *columns)
{
	struct strs keys = partition_columns(t);
	size_t i;

	for (i = 0; i < keys.n; i++) {
		if (!keys.v[i])
			return op_error(op, E_PARTITION,
			                "%s: table %s is partitioned by an expression, so it "
			                "cannot have one",
			                what, plain_qname(t->object.name));
		if (!strs_has(columns, keys.v[i]))
			return op_error(op, E_PARTITION,
			                "%s: it must include column '%s', by which table %s is "
			                "partitioned",
			                what, keys.v[i], plain_qname(t->object.name));
	}
	return APPLIED;
}

static enum applied
need_key_column(const struct op *op, const struct schema *s, const struct table *t,
                const char *strategy, const struct key *k)
{
	static const char *const unordered[] = {"json", "xml", "point", "box", "polygon", "path"};
	const char *name = k->term.column;
	const struct column *c;
	struct type_parts parts;
	enum applied result;
	size_t i;

	if (k->collation && need_collation(op, s, k->collation) == REFUSED)
		return REFUSED;
	c = need_column(op, s, t, name, &result);
	if (!c)
		return result;
	if (c->generated)
		return op_error(op, E_GENERATED,
		                "partition_by: the generated column '%s' cannot be a key", name);
	if (k->operator_class &&
	    need_operator_class(op, s, strategy, k->operator_class, c) == REFUSED)
		return REFUSED;
	parts = type_parts(c->type);
	for (i = 0; parts.builtin && i < LEN(unordered); i++)
		if (strcmp(parts.name.name, unordered[i]) == 0)
			return op_error(op, E_PARTITION,
			                "partition_by: column '%s' of type %s cannot be a key",
			                name, c->type);
	return APPLIED;
}

static enum applied
need_key_expression(const struct op *op, const struct schema *s, const struct table *t,
                    const char *text)
{
	const PgQuery__Node *tree = need_scalar(op, s, t, text, "partition_by");
	const struct column_ref *ref;
	const struct column *c;
	struct list refs = {0};
	size_t i;

	if (!tree || need_typed(op, s, t, tree, "partition_by", true) == REFUSED)
		return REFUSED;
	expression_columns(tree, &refs);
	if (!refs.n && tree->node_case == PG_QUERY__NODE__NODE_A_CONST)
		return op_error(op, E_PARTITION, "partition_by: a constant cannot be a key");
	for (i = 0; i < refs.n; i++) {
		ref = refs.v[i];
		c = ref->name ? table_column(t, ref->name) : NULL;
		if (ref->name && !c && is_system_column(ref->name))
			return op_error(op, E_RESERVED,
			                "partition_by: the system column '%s' cannot be in a key",
			                ref->name);
		if (c && c->generated)
			return op_error(
				op, E_GENERATED,
				"partition_by: the generated column '%s' cannot be in a key",
				ref->name);
	}
	return APPLIED;
}

enum applied
need_partition_by(const struct op *op, const struct schema *s, const struct table *t)
{
	const char *strategy, *why;
	const struct key *k;
	struct list keys = {0};
	enum applied result = APPLIED, one;
	size_t i;

	if (!partition_by_parse(t->partition_by, &strategy, &keys, &why))
		return op_error(op, E_PARTITION, "partition_by '%s': %s", t->partition_by, why);
	if (keys.n > 1 && same(strategy, "list"))
		return op_error(op, E_PARTITION, "partition_by: list takes one key, not %zu",
		                keys.n);
	if (keys.n > 32)
		return op_error(op, E_PARTITION,
		                "partition_by: at most 32 keys are possible, not %zu", keys.n);
	if (t->inherits.n)
		return op_error(op, E_INHERIT, "partition_by: a partitioned table cannot inherit");
	for (i = 0; i < keys.n; i++) {
		k = keys.v[i];
		one = k->term.column ? need_key_column(op, s, t, strategy, k)
		                     : need_key_expression(op, s, t, k->term.expression);
		if (one != APPLIED && result != REFUSED)
			result = one;
	}
	return result;
}

/* ---- bounds: SQL ---- */

static char *
values_sql(const struct list *values)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < values->n; i++)
		buf_fmt(&b, "%s%s", i ? ", " : "", sql_value(values->v[i], NULL));
	return buf_str(&b);
}

char *
bound_sql(const struct bound *b)
{
	if (b->is_default)
		return str("DEFAULT");
	if (b->modulus)
		return strf("FOR VALUES WITH (MODULUS %s, REMAINDER %s)", b->modulus, b->remainder);
	if (b->values.n)
		return strf("FOR VALUES IN (%s)", values_sql(&b->values));
	return strf("FOR VALUES FROM (%s) TO (%s)", values_sql(&b->from), values_sql(&b->to));
}

static void
take_values(PgQuery__Node *const *nodes, size_t n, struct loc at, struct list *out)
{
	size_t i;

	for (i = 0; i < n; i++)
		list_add(out, value_from_sql(nodes[i], at));
}

void
bound_from_sql(const PgQuery__PartitionBoundSpec *spec, struct loc at, struct bound *b)
{
	b->is_default = spec->is_default;
	if (*spec->strategy == 'h') {
		b->modulus = strf("%d", spec->modulus);
		b->remainder = strf("%d", spec->remainder);
	}
	take_values(spec->listdatums, spec->n_listdatums, at, &b->values);
	take_values(spec->lowerdatums, spec->n_lowerdatums, at, &b->from);
	take_values(spec->upperdatums, spec->n_upperdatums, at, &b->to);
}

/* ---- bounds: order ---- */

enum order { LESS = -1, EQUAL, GREATER, UNTOLD };

static enum order
order_of(int n)
{
	return n < 0 ? LESS : n > 0 ? GREATER : EQUAL;
}

/* -1 for minvalue, 1 for maxvalue, 0 for a value */
static int
end_of_range(const struct value *v)
{
	if (v->type != VALUE_SQL)
		return 0;
	if (strcasecmp(v->text, "minvalue") == 0)
		return -1;
	return strcasecmp(v->text, "maxvalue") == 0;
}

static enum order
compare_integers(const char *a, const char *b)
{
	long long x, y;
	char *end_a, *end_b;

	if (strlen(a) > 18 || strlen(b) > 18)
		return UNTOLD;
	x = strtoll(a, &end_a, 10);
	y = strtoll(b, &end_b, 10);
	if (*end_a || *end_b || !*a || !*b)
		return UNTOLD;
	return order_of((x > y) - (x < y));
}

/* exact where both have no more digits than a double */
static enum order
compare_numbers(const char *a, const char *b)
{
	double x, y;
	char *end_a, *end_b;

	if (strlen(a) > 15 || strlen(b) > 15)
		return UNTOLD;
	x = strtod(a, &end_a);
	y = strtod(b, &end_b);
	if (*end_a || *end_b || !*a || !*b)
		return UNTOLD;
	return order_of((x > y) - (x < y));
}

/* "2026-01-01" and "2026-01-01T10:20:30" as "2026-01-01 10:20:30"; NULL where it is written otherwise */
static const char *
plain_time(const char *s)
{
	static const char form[] = "dddd-dd-dd dd:dd:dd";
	struct buf b = {0};
	size_t i;

	buf_add(&b, s);
	if (b.n > 10 && b.s[10] == 'T')
		b.s[10] = ' ';
	if (b.n == 10)
		buf_add(&b, " 00:00:00");
	if (b.n == 16)
		buf_add(&b, ":00");
	if (b.n != sizeof form - 1)
		return NULL;
	for (i = 0; form[i]; i++)
		if (form[i] == 'd' ? !isdigit((unsigned char)b.s[i]) : b.s[i] != form[i])
			return NULL;
	return b.s;
}

/* what the server reads as a boolean: t, yes, on, 1, … */
static bool
is_true(const char *s)
{
	s += strspn(s, " \t\n");
	return strchr("tTyY1", *s) || ((*s == 'o' || *s == 'O') && (s[1] == 'n' || s[1] == 'N'));
}

static enum order
compare_texts(const char *a, const char *b, const char *type)
{
	static const char *const integers[] = {"smallint", "integer", "bigint"};
	static const char *const times[] = {"date", "timestamp without time zone",
	                                    "timestamp with time zone"};
	const char *x, *y;
	size_t i;

	for (i = 0; i < LEN(integers); i++)
		if (strcmp(type, integers[i]) == 0)
			return compare_integers(a, b);
	if (strcmp(type, "boolean") == 0)
		return order_of(is_true(a) - is_true(b));
	if (strncmp(type, "numeric", 7) == 0)
		return compare_numbers(a, b);
	for (i = 0; i < LEN(times); i++) {
		if (strncmp(type, times[i], strlen(times[i])) != 0)
			continue;
		x = plain_time(a);
		y = plain_time(b);
		return x && y ? order_of(strcmp(x, y)) : UNTOLD;
	}
	return strcmp(a, b) == 0 ? EQUAL : UNTOLD;
}

static enum order
compare_values(const struct value *a, const struct value *b, const char *type)
{
	int x = end_of_range(a), y = end_of_range(b);

	if (x || y)
		return order_of(x - y);
	if (a->type == VALUE_NULL || b->type == VALUE_NULL)
		return a->type == b->type ? EQUAL : UNTOLD;
	if (a->type == VALUE_SQL || b->type == VALUE_SQL || !a->text || !b->text)
		return a->type == b->type && same(a->text, b->text) ? EQUAL : UNTOLD;
	return compare_texts(a->text, b->text, type);
}

/* the type of a key; "" where it is not known */
static const char *
key_type(const struct table *parent, const struct key *k)
{
	const struct column *c = k->term.column ? table_column(parent, k->term.column) : NULL;

	return c && c->type ? c->type : "";
}

static enum order
compare_bounds(const struct table *parent, const struct list *keys, const struct list *a,
               const struct list *b)
{
	enum order o = EQUAL;
	size_t i;

	for (i = 0; i < keys->n && i < a->n && i < b->n && o == EQUAL; i++)
		o = compare_values(a->v[i], b->v[i], key_type(parent, keys->v[i]));
	return o;
}

/* ---- bounds: what they say of rows ---- */

/* as it stands in an expression. A quoted constant takes the key's type, also where the bare number would be of another */
static char *
operand(const struct value *v, const char *type)
{
	if (v->type == VALUE_SQL)
		return strf("(%s)", v->text);
	if (v->type == VALUE_NUMBER && strcmp(type, "integer") != 0)
		return sql_literal(v->text);
	return sql_value(v, type);
}

static char *
key_text(const struct key *k)
{
	char *text = k->term.column ? sql_name(k->term.column) : in_brackets(k->term.expression);

	return k->collation ? strf("%s COLLATE %s", text, k->collation) : text;
}

static char *
compared(const struct table *parent, const struct key *k, const char *operator,
         const struct value * v)
{
	return strf("%s %s %s", key_text(k), operator, operand(v, key_type(parent, k)));
}

/* one end of a range, from its i-th key on: "k >= 1", "k < 5", "(a > 1 OR (a = 1 AND b >= 2))" */
static char *
range_end(const struct table *parent, const struct list *keys, const struct list *values, size_t i,
          bool lower)
{
	const char *beyond = lower ? ">" : "<", *within = lower ? ">=" : "<=";
	const struct value *v = values->v[i];
	int next;

	if (i + 1 == keys->n)
		return compared(parent, keys->v[i], lower ? ">=" : "<", v);
	next = end_of_range(values->v[i + 1]);
	if (next)
		return compared(parent, keys->v[i], lower == (next < 0) ? within : beyond, v);
	return strf("(%s OR (%s AND %s))", compared(parent, keys->v[i], beyond, v),
	            compared(parent, keys->v[i], "=", v),
	            range_end(parent, keys, values, i + 1, lower));
}

static void
range_conditions(const struct table *parent, const struct list *keys, const struct bound *b,
                 struct strs *out)
{
	size_t i;

	for (i = 0; i < keys->n; i++)
		strs_add(out, strf("%s IS NOT NULL", key_text(keys->v[i])));
	if (!end_of_range(b->from.v[0]))
		strs_add(out, range_end(parent, keys, &b->from, 0, true));
	if (!end_of_range(b->to.v[0]))
		strs_add(out, range_end(parent, keys, &b->to, 0, false));
}

static void
list_conditions(const struct table *parent, const struct key *k, const struct bound *b,
                struct strs *out)
{
	const char *key = key_text(k), *any;
	struct strs texts = {0};
	const struct value *v;
	bool null = false;
	size_t i;

	for (i = 0; i < b->values.n; i++) {
		v = b->values.v[i];
		null |= v->type == VALUE_NULL;
		if (v->type != VALUE_NULL)
			strs_add(&texts, operand(v, key_type(parent, k)));
	}
	any = strf(texts.n == 1 ? "%s = %s" : "%s IN (%s)", key, strs_join(&texts, ", "));
	if (!null)
		strs_add(out, strf("%s IS NOT NULL", key));
	if (null)
		any = texts.n ? strf("(%s IS NULL OR %s)", key, any) : strf("%s IS NULL", key);
	strs_add(out, any);
}

static char *
hash_condition(const struct table *parent, const struct list *keys, const struct bound *b)
{
	struct buf r = {0};
	size_t i;

	buf_fmt(&r, "satisfies_hash_partition(%s::regclass, %s, %s",
	        sql_literal(sql_qname(parent->object.name)), b->modulus, b->remainder);
	for (i = 0; i < keys->n; i++)
		buf_fmt(&r, ", %s", key_text(keys->v[i]));
	buf_char(&r, ')');
	return buf_str(&r);
}

bool
bound_conditions(const struct schema *s, const struct table *parent, const struct bound *b,
                 struct strs *out)
{
	const struct table *above = NULL;
	struct list keys = {0};
	const char *strategy = partition_keys(parent, &keys);

	if (parent->partition_of.name)
		above = (const struct table *)schema_find(s, SPACE_RELATION, parent->partition_of);
	if (b->is_default || (above && !bound_conditions(s, above, &parent->bound, out)))
		return false;
	if (same(strategy, "range"))
		range_conditions(parent, &keys, b, out);
	else if (same(strategy, "list"))
		list_conditions(parent, keys.v[0], b, out);
	else
		strs_add(out, hash_condition(parent, &keys, b));
	return true;
}

/* ---- bounds: checks ---- */

/* a bound being checked */
struct checked {
	const struct op *op;
	const struct schema *s;
	const struct table *parent;
	struct list keys; /* of parent */
	struct qname name;
	const struct bound *bound;
};

static enum applied
need_values(const struct checked *c, const struct list *values, bool one_key)
{
	const struct value *v;
	const char *type;
	size_t i;

	for (i = 0; i < values->n; i++) {
		v = values->v[i];
		type = key_type(c->parent, c->keys.v[one_key ? 0 : i]);
		if (*type && !end_of_range(v) &&
		    need_stored_value(c->op, c->s, type, v, strf("partition '%s'", c->name.name)) ==
		            REFUSED)
			return REFUSED;
	}
	return APPLIED;
}

static enum applied
need_end(const struct checked *c, const struct list *values, const char *which)
{
	const struct value *v;
	int end = 0, one;
	size_t i;

	if (values->n != c->keys.n)
		return op_error(c->op, E_PARTITION,
		                "partition '%s': %s must have a value for each of %zu keys",
		                c->name.name, which, c->keys.n);
	for (i = 0; i < values->n; i++) {
		v = values->v[i];
		one = end_of_range(v);
		if (v->type == VALUE_NULL)
			return op_error(c->op, E_PARTITION, "partition '%s': %s cannot be NULL",
			                c->name.name, which);
		if (end && one != end)
			return op_error(c->op, E_PARTITION,
			                "partition '%s': after %s all values of %s must be %s",
			                c->name.name, end < 0 ? "minvalue" : "maxvalue", which,
			                end < 0 ? "minvalue" : "maxvalue");
		end = one;
	}
	return need_values(c, values, false);
}

static enum applied
need_range(const struct checked *c)
{
	enum order o;

	if (!c->bound->from.n)
		return op_error(c->op, E_PARTITION,
		                "partition '%s': table %s is partitioned by range: say from and to",
		                c->name.name, plain_qname(c->parent->object.name));
	if (need_end(c, &c->bound->from, "from") == REFUSED ||
	    need_end(c, &c->bound->to, "to") == REFUSED)
		return REFUSED;
	o = compare_bounds(c->parent, &c->keys, &c->bound->from, &c->bound->to);
	if (o == GREATER || o == EQUAL)
		return op_error(c->op, E_PARTITION,
		                "partition '%s' is empty: from must be below to", c->name.name);
	return APPLIED;
}

static enum applied
need_hash(const struct checked *c)
{
	long modulus, remainder;

	if (!c->bound->modulus)
		return op_error(
			c->op, E_PARTITION,
			"partition '%s': table %s is partitioned by hash: say modulus and remainder",
			c->name.name, plain_qname(c->parent->object.name));
	modulus = strtol(c->bound->modulus, NULL, 10);
	remainder = strtol(c->bound->remainder, NULL, 10);
	if (modulus <= 0)
		return op_error(c->op, E_PARTITION,
		                "partition '%s': modulus must be greater than 0", c->name.name);
	if (remainder < 0 || remainder >= modulus)
		return op_error(c->op, E_PARTITION,
		                "partition '%s': remainder must be from 0 to %ld", c->name.name,
		                modulus - 1);
	return APPLIED;
}

static enum applied
need_list(const struct checked *c)
{
	if (!c->bound->values.n)
		return op_error(c->op, E_PARTITION,
		                "partition '%s': table %s is partitioned by list: say values",
		                c->name.name, plain_qname(c->parent->object.name));
	return need_values(c, &c->bound->values, true);
}

static bool
ranges_overlap(const struct checked *c, const struct bound *b)
{
	return compare_bounds(c->parent, &c->keys, &c->bound->from, &b->to) == LESS &&
	       compare_bounds(c->parent, &c->keys, &b->from, &c->bound->to) == LESS;
}

static bool
lists_overlap(const struct checked *c, const struct bound *b)
{
	const char *type = key_type(c->parent, c->keys.v[0]);
	size_t i, j;

	for (i = 0; i < c->bound->values.n; i++)
		for (j = 0; j < b->values.n; j++)
			if (compare_values(c->bound->values.v[i], b->values.v[j], type) == EQUAL)
				return true;
	return false;
}

static bool
hashes_overlap(const struct bound *a, const struct bound *b)
{
	long m = strtol(a->modulus, NULL, 10), n = strtol(b->modulus, NULL, 10);
	long r = strtol(a->remainder, NULL, 10), q = strtol(b->remainder, NULL, 10);

	return m >= n ? r % n == q : q % m == r;
}

static enum applied
need_modulus(const struct checked *c, const struct table *other)
{
	long m = strtol(c->bound->modulus, NULL, 10);
	long n = strtol(other->bound.modulus, NULL, 10);

	if (m % n == 0 || n % m == 0)
		return APPLIED;
	return op_error(c->op, E_PARTITION,
	                "partition '%s': modulus %ld and that of partition '%s', %ld, must divide "
	                "one another",
	                c->name.name, m, other->object.name.name, n);
}

/* against a partition that is there */
static enum applied
need_apart(const struct checked *c, const struct table *other)
{
	const struct bound *a = c->bound, *b = &other->bound;
	bool overlap = false;

	if (a->is_default && b->is_default)
		return op_error(c->op, E_PARTITION,
		                "partition '%s': table %s has the default partition '%s'",
		                c->name.name, plain_qname(c->parent->object.name),
		                other->object.name.name);
	if (a->modulus && b->modulus && need_modulus(c, other) == REFUSED)
		return REFUSED;
	if (a->modulus && b->modulus)
		overlap = hashes_overlap(a, b);
	else if (a->values.n && b->values.n)
		overlap = lists_overlap(c, b);
	else if (a->from.n && b->from.n)
		overlap = ranges_overlap(c, b);
	if (!overlap)
		return APPLIED;
	return op_error(c->op, E_PARTITION, "partition '%s' would overlap partition '%s'%s",
	                c->name.name, other->object.name.name, made_at(other->object.at));
}

static enum applied
need_strategy(const struct checked *c, const char *strategy)
{
	if (same(strategy, "hash") && c->bound->is_default)
		return op_error(
			c->op, E_PARTITION,
			"partition '%s': a table that is partitioned by hash has no default "
			"partition",
			c->name.name);
	if (c->bound->is_default)
		return APPLIED;
	if (same(strategy, "range"))
		return need_range(c);
	return same(strategy, "list") ? need_list(c) : need_hash(c);
}

enum applied
need_bound(const struct op *op, const struct schema *s, const struct table *parent,
           struct qname name, const struct bound *b)
{
	struct checked c = {op, s, parent, {0}, name, b};
	const char *strategy = partition_keys(parent, &c.keys);
	const struct table *other;
	struct list partitions;
	size_t i;

	if (!strategy)
		return op_error(op, E_PARTITION, "table %s is not partitioned",
		                plain_qname(parent->object.name));
	if (need_strategy(&c, strategy) == REFUSED)
		return REFUSED;
	partitions = children(s, parent);
	for (i = 0; i < partitions.n; i++) {
		other = partitions.v[i];
		if (need_apart(&c, other) == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}
