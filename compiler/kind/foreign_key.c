/* Foreign keys: what the table that they refer to must offer, and what happens to them when it stops to. */
#include <string.h>

#include "scope.h"

/* ---- keys that can be referred to ---- */

/* a primary key, unique constraint or unique index */
struct candidate {
	unsigned id;
	struct strs columns;
	bool deferrable;
};

static void
add_candidate(struct list *out, const struct candidate *c)
{
	size_t i = out->n;

	/* the server takes the oldest that fits */
	while (i > 0 && ((struct candidate *)out->v[i - 1])->id > c->id)
		i--;
	list_insert(out, i, copy(c, sizeof *c));
}

/* the columns of a unique index whose every value is one row's; none for others */
static struct strs
plain_columns(const struct index *x)
{
	struct strs columns = {0};
	const struct key *k;
	size_t i;

	for (i = 0; x->unique && !x->where && i < x->keys.n; i++) {
		k = x->keys.v[i];
		if (!k->term.column)
			return (struct strs){0};
		strs_add(&columns, k->term.column);
	}
	return columns;
}

static struct list
candidates(const struct table *t)
{
	struct list found = {0};
	struct candidate one;
	const struct constraint *c;
	const struct index *x;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		one = (struct candidate){c->id, c->columns, c->deferrable == YES};
		if (c->type == 'p' || c->type == 'u')
			add_candidate(&found, &one);
	}
	for (i = 0; i < t->indexes.n; i++) {
		x = t->indexes.v[i];
		one = (struct candidate){x->id, plain_columns(x), false};
		if (one.columns.n)
			add_candidate(&found, &one);
	}
	return found;
}

/* the same columns in any order */
static bool
same_set(const struct strs *a, const struct strs *b)
{
	size_t i;

	for (i = 0; i < a->n; i++)
		if (!strs_has(b, a->v[i]))
			return false;
	return a->n == b->n;
}

static enum applied
no_key(const struct op *op, const struct table *t, const struct strs *columns, bool deferrable)
{
	if (deferrable)
		return op_error(op, E_FOREIGN_KEY,
		                "the key (%s) of table %s is deferrable, and cannot be referred to",
		                sql_names(columns), plain_qname(t->object.name));
	return op_error(op, E_FOREIGN_KEY,
	                "table %s has no primary key or unique constraint on (%s), which a "
	                "foreign key can refer to",
	                plain_qname(t->object.name), sql_names(columns));
}

static enum applied
find_key(const struct op *op, const struct schema *s, const struct table *t, struct constraint *c)
{
	struct list all = candidates(t);
	const struct candidate *one;
	bool deferrable = false;
	size_t i;

	for (i = 0; i < all.n; i++) {
		one = all.v[i];
		if (!same_set(&one->columns, &c->references.columns))
			continue;
		if (!one->deferrable) {
			c->key = one->id;
			return APPLIED;
		}
		deferrable = true;
	}
	if (schema_may_have_part(s, &t->object, NULL))
		return APPLIED;
	return no_key(op, t, &c->references.columns, deferrable);
}

/* where no columns are said, those of the primary key */
static enum applied
take_primary_key(const struct op *op, const struct schema *s, const struct table *t,
                 struct constraint *c)
{
	const struct constraint *key = table_primary_key(t);

	if (key && key->deferrable == YES)
		return no_key(op, t, &key->columns, true);
	if (key) {
		c->references.columns = key->columns;
		c->key = key->id;
		return APPLIED;
	}
	if (schema_may_have_part(s, &t->object, NULL))
		return UNKNOWN;
	return op_error(op, E_FOREIGN_KEY,
	                "table %s has no primary key; name the columns that are meant",
	                plain_qname(t->object.name));
}

static enum applied
need_referenced_columns(const struct op *op, const struct schema *s, const struct table *t,
                        struct constraint *c)
{
	const struct strs *columns = &c->references.columns;
	enum applied result;
	size_t i, k;

	if (!columns->n)
		return take_primary_key(op, s, t, c);
	for (i = 0; i < columns->n; i++) {
		if (!need_column(op, s, t, columns->v[i], &result))
			return result;
		for (k = 0; k < i; k++)
			if (strcmp(columns->v[i], columns->v[k]) == 0)
				return op_error(op, E_TWICE,
				                "the foreign key refers to column '%s' twice",
				                columns->v[i]);
	}
	return find_key(op, s, t, c);
}

/* ---- types ---- */

/* A built-in type is of one family, and as a key it can be compared with values of the families in accepts. */
static const struct comparable {
	const char *type;
	char family;
	const char *accepts;
} comparables[] = {
	{"smallint", 'i', "i"},
	{"integer", 'i', "i"},
	{"bigint", 'i', "i"},
	{"numeric", 'n', "in"},
	{"real", 'f', "inf"},
	{"double precision", 'f', "inf"},
	{"text", 't', "tbcm"},
	{"character varying", 't', "tbcm"},
	{"character", 'b', "tb"},
	{"\"char\"", 'c', "c"},
	{"name", 'm', "tbm"},
	{"uuid", 'u', "u"},
	{"boolean", 'o', "o"},
	{"date", 'd', "d"},
	{"timestamp without time zone", 'd', "d"},
	{"timestamp with time zone", 'd', "d"},
	{"time without time zone", 'h', "h"},
	{"time with time zone", 'z', "hz"},
	{"interval", 'v', "hv"},
	{"bytea", 'y', "y"},
	{"inet", 'e', "e"},
	{"cidr", 'e', "e"},
	{"macaddr", 'a', "a"},
	{"macaddr8", 'a', "a"},
	{"money", '$', "$"},
	{"bit", 'x', "x"},
	{"bit varying", 'x', "x"},
	{"jsonb", 'j', "j"},
	{"json", 'J', ""},
	{"xml", 'X', ""},
	{"point", 'p', ""},
	{"tsvector", 's', "s"},
	{"tsquery", 'q', "q"},
};

static const struct comparable *
comparable(const char *type)
{
	size_t i;

	for (i = 0; i < LEN(comparables); i++)
		if (strcmp(comparables[i].type, type) == 0)
			return &comparables[i];
	return NULL;
}

/* true in doubt */
static bool
can_compare(const char *key_type, const char *type)
{
	struct type_parts a = type_parts(key_type), b = type_parts(type);
	const struct comparable *key, *other;

	if (!a.builtin || !b.builtin)
		return true;
	key = comparable(a.name.name);
	other = comparable(b.name.name);
	if (!key || !other)
		return true;
	if (a.dimensions || b.dimensions)
		return a.dimensions && b.dimensions && key == other;
	return strchr(key->accepts, other->family);
}

/* a row is only compared with rows */
static bool
are_rows_alike(const struct schema *s, const char *a, const char *b)
{
	const char *left = signature_type(s, a), *right = signature_type(s, b);

	return !left || !right || is_row_signature(left) == is_row_signature(right);
}

static enum applied
need_comparable_columns(const struct op *op, const struct schema *s, const struct table *t,
                        const struct table *referenced, const struct constraint *c)
{
	const struct column *own, *other;
	size_t i;

	for (i = 0; i < c->columns.n; i++) {
		own = table_column(t, c->columns.v[i]);
		other = table_column(referenced, c->references.columns.v[i]);
		if (!own || !other || !own->type || !other->type ||
		    (can_compare(other->type, own->type) &&
		     are_rows_alike(s, other->type, own->type)))
			continue;
		return op_error(op, E_FOREIGN_KEY,
		                "column '%s' is of type %s, and cannot refer to '%s' of table %s, "
		                "which is of type %s",
		                own->name, own->type, other->name,
		                plain_qname(referenced->object.name), other->type);
	}
	return APPLIED;
}

/* ---- the referring side ---- */

static enum applied
need_columns(const struct op *op, const struct schema *s, const struct table *t,
             const struct constraint *c)
{
	enum applied result;
	size_t i;

	if (c->columns.n > 32)
		return op_error(op, E_FOREIGN_KEY, "a foreign key can have at most 32 columns");
	for (i = 0; i < c->columns.n; i++) {
		if (is_system_column(c->columns.v[i]))
			return op_error(op, E_RESERVED,
			                "a foreign key cannot have the system column '%s'",
			                c->columns.v[i]);
		if (!need_column(op, s, t, c->columns.v[i], &result) && result == REFUSED)
			return REFUSED;
	}
	for (i = 0; i < c->on_delete_columns.n; i++)
		if (!strs_has(&c->columns, c->on_delete_columns.v[i]))
			return op_error(
				op, E_FOREIGN_KEY,
				"column '%s' of on_delete_columns is none of the foreign key",
				c->on_delete_columns.v[i]);
	return APPLIED;
}

static bool
writes(const char *action)
{
	return same(action, "set null") || same(action, "set default");
}

/* nothing but its expression writes a generated column */
static enum applied
need_writable(const struct op *op, const struct table *t, const struct constraint *c)
{
	const struct column *column;
	size_t i;

	for (i = 0; i < c->columns.n; i++) {
		column = table_column(t, c->columns.v[i]);
		if (!column || !column->generated)
			continue;
		if (writes(c->on_update) || same(c->on_update, "cascade"))
			return op_error(
				op, E_FILE,
				"column '%s' is generated: on_update = \"%s\" cannot write it",
				column->name, c->on_update);
		if (writes(c->on_delete))
			return op_error(
				op, E_FILE,
				"column '%s' is generated: on_delete = \"%s\" cannot write it",
				column->name, c->on_delete);
	}
	return APPLIED;
}

static enum applied
need_lasting(const struct op *op, const struct table *t, const struct table *referenced)
{
	const char *own = t->persistence, *other = referenced->persistence;
	bool temporary = same(own, "temporary");

	if (temporary == same(other, "temporary") && (own || !other))
		return APPLIED;
	return op_error(op, E_PERSISTENCE, "a %s table cannot refer to table %s, which is %s",
	                own ? own : "permanent", plain_qname(referenced->object.name),
	                other ? other : "permanent");
}

/* the table that c refers to; t itself also where it is being made, or changed, and s has it as it was */
static const struct table *
referenced_table(const struct op *op, const struct schema *s, const struct table *t,
                 const struct constraint *c, enum applied *result)
{
	struct qname name = c->references.table;
	const struct object *found = schema_find(s, SPACE_RELATION, name);

	*result = APPLIED;
	if (found && found->id == t->object.id)
		return t;
	if (!found && same(name.name, t->object.name.name) &&
	    (name.schema ? same(name.schema, t->object.name.schema)
	                 : !t->object.name.schema || strs_has(&s->path, t->object.name.schema)))
		return t;
	return need_table(op, s, name, "", result);
}

enum applied
need_foreign_key(const struct op *op, const struct schema *s, const struct table *t,
                 struct constraint *c)
{
	const struct table *referenced;
	enum applied result;

	if (need_columns(op, s, t, c) == REFUSED || need_writable(op, t, c) == REFUSED)
		return REFUSED;
	c->key = 0;
	referenced = referenced_table(op, s, t, c, &result);
	if (!referenced) {
		c->references.table = schema_full(s, c->references.table);
		return result;
	}
	c->references.table = referenced->object.name;
	if (need_lasting(op, t, referenced) == REFUSED)
		return REFUSED;
	result = need_referenced_columns(op, s, referenced, c);
	if (result != APPLIED)
		return result;
	if (c->columns.n != c->references.columns.n)
		return op_error(op, E_FOREIGN_KEY,
		                "the foreign key has %zu columns and refers to %zu", c->columns.n,
		                c->references.columns.n);
	return need_comparable_columns(op, s, t, referenced, c);
}

/* ---- who refers ---- */

struct list
foreign_keys_to(const struct schema *s, const struct table *t)
{
	struct list tables = {0}, found = {0};
	const struct table *other;
	struct constraint *c;
	size_t i, k;

	schema_linked(s, LINK_REFERENCE, t->object.name, &tables);
	for (i = 0; i < tables.n; i++) {
		other = tables.v[i];
		for (k = 0; other->object.id != t->object.id && k < other->constraints.n; k++) {
			c = other->constraints.v[k];
			if (c->type != 'f' || !same_qname(c->references.table, t->object.name))
				continue;
			list_add(&found, tables.v[i]);
			list_add(&found, c);
		}
	}
	return found;
}

static enum applied
needed_by(const struct op *op, const char *what, const struct table *t, const struct constraint *c)
{
	return op_error(op, E_NEEDED,
	                "%s is needed by the foreign key '%s' of table %s%s; drop that first, or "
	                "say cascade = true",
	                what, c->name, plain_qname(t->object.name), made_at(c->at));
}

/* takes out of t, which is a copy, the foreign keys that rely on the key */
static void
drop_reliers(struct table *t, unsigned key)
{
	const struct constraint *c;
	size_t i;

	for (i = t->constraints.n; i-- > 0;) {
		c = t->constraints.v[i];
		if (c->type == 'f' && c->key == key)
			list_remove(&t->constraints, i);
	}
}

static const struct constraint *
own_relier(const struct table *t, unsigned key)
{
	const struct constraint *c;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if (c->type == 'f' && c->key == key && !c->inherited)
			return c;
	}
	return NULL;
}

enum applied
key_release(struct op *op, struct schema *s, struct table *t, unsigned key, const char *what,
            bool cascade)
{
	struct list all = foreign_keys_to(s, t);
	const struct constraint *c = own_relier(t, key);
	struct table *other;
	size_t i;

	if (c && !cascade)
		return needed_by(op, what, t, c);
	for (i = 0; i < all.n; i += 2) {
		c = all.v[i + 1];
		if (c->key != key)
			continue;
		if (!cascade)
			return needed_by(op, what, all.v[i], c);
		other = all.v[i];
		other = (struct table *)object_copy(s->by_id.v[other->object.id]);
		drop_reliers(other, key);
		schema_put(s, &other->object);
	}
	drop_reliers(t, key);
	return APPLIED;
}

/* what relies on the key of that index, but for those of t that go along with the column */
static enum applied
need_no_relier(const struct op *op, const struct schema *s, const struct table *t, unsigned key,
               const char *name, const char *column)
{
	struct list all = foreign_keys_to(s, t);
	const char *what = strf("column '%s' stands in INCLUDE of '%s', which", column, name);
	const struct constraint *c;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if (c->type == 'f' && c->key == key && !strs_has(&c->columns, column))
			return needed_by(op, what, t, c);
	}
	for (i = 0; i < all.n; i += 2) {
		c = all.v[i + 1];
		if (c->key == key)
			return needed_by(op, what, all.v[i], c);
	}
	return APPLIED;
}

enum applied
need_included_free(const struct op *op, const struct schema *s, const struct table *t,
                   const char *column)
{
	const struct constraint *k;
	const struct index *x;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		k = t->constraints.v[i];
		if (strs_has(&k->include, column) &&
		    need_no_relier(op, s, t, k->id, k->name, column) == REFUSED)
			return REFUSED;
	}
	for (i = 0; i < t->indexes.n; i++) {
		x = t->indexes.v[i];
		if (strs_has(&x->include, column) &&
		    need_no_relier(op, s, t, x->id, x->name, column) == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}
