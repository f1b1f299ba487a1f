/* What a column may be: its type, storage, default, expression and identity. */
#include <stdlib.h>
#include <string.h>

#include "code.h"

/* a built-in type that has collations, or one that cannot be judged */
static bool
collatable(const char *type)
{
	static const char *const types[] = {"text", "character varying", "character", "bpchar",
	                                    "name"};
	struct type_parts parts = type_parts(type);
	size_t i;

	for (i = 0; i < LEN(types); i++)
		if (strcmp(parts.name.name, types[i]) == 0)
			return true;
	return !parts.builtin;
}

/* built-in types whose values are never moved out of line, and never compressed */
static bool
fixed_length(const char *type)
{
	static const char *const types[] = {"smallint",
	                                    "integer",
	                                    "bigint",
	                                    "real",
	                                    "double precision",
	                                    "boolean",
	                                    "date",
	                                    "interval",
	                                    "uuid",
	                                    "money",
	                                    "oid",
	                                    "timestamp with time zone",
	                                    "timestamp without time zone",
	                                    "time with time zone",
	                                    "time without time zone",
	                                    "macaddr",
	                                    "macaddr8",
	                                    "point",
	                                    "name"};
	struct type_parts parts = type_parts(type);
	size_t i;

	for (i = 0; parts.builtin && !parts.dimensions && i < LEN(types); i++)
		if (strcmp(parts.name.name, types[i]) == 0)
			return true;
	return false;
}

static const struct object *
made_type(const struct schema *s, const char *type)
{
	struct type_parts parts = type_parts(type);

	return parts.builtin || parts.dimensions ? NULL : schema_find(s, SPACE_TYPE, parts.name);
}

static bool
is_enum(const struct schema *s, const char *type)
{
	const struct object *o = made_type(s, type);

	return o && o->noun == &enum_noun;
}

const char *
type_storage(const struct schema *s, const char *type)
{
	static const char *const main_types[] = {"numeric", "inet", "cidr"};
	const char *base = domain_base(s, type);
	struct type_parts parts = type_parts(base);
	size_t i;

	for (i = 0; parts.builtin && !parts.dimensions && i < LEN(main_types); i++)
		if (strcmp(parts.name.name, main_types[i]) == 0)
			return "main";
	return fixed_length(base) || is_enum(s, base) ? "plain" : "extended";
}

/* a storage as a column keeps it: NULL for what its type has by itself; of a base type only its CREATE says that */
const char *
column_storage(const struct schema *s, const char *storage, const char *type)
{
	const struct object *o = made_type(s, domain_base(s, type));

	if (o && o->noun == &base_type_kind.noun)
		return storage;
	return same(storage, type_storage(s, type)) ? NULL : storage;
}

enum applied
need_column_type(const struct op *op, const struct schema *s, const char *type,
                 const char *collation)
{
	enum applied result = need_type(op, s, type);

	if (result != APPLIED)
		return result;
	if (need_complete(op, schema_find(s, SPACE_TYPE, type_parts(type).name)) == REFUSED)
		return REFUSED;
	if (collation && !collatable(type))
		return op_error(op, E_TYPE_PLACE, "type %s has no collations", type);
	return collation ? need_collation(op, s, collation) : APPLIED;
}

enum applied
need_statistics(const struct op *op, const char *statistics)
{
	if (statistics && strtol(statistics, NULL, 10) < -1)
		return op_error(op, E_PARAMETER,
		                "statistics must be at least -1, which is the server's default");
	return APPLIED;
}

enum applied
need_storage(const struct op *op, const struct schema *s, const struct column *c, const char *type,
             const char *storage, const char *compression)
{
	size_t i;
	bool fixed;

	if (!type)
		type = c->type;
	fixed = fixed_length(type) || is_enum(s, type);
	for (i = 0; storage && column_storages[i] && strcmp(storage, column_storages[i]) != 0; i++)
		;
	if (storage && !column_storages[i])
		return op_error(op, E_PARAMETER, "column '%s': there is no storage '%s'", c->name,
		                storage);
	if (storage && strcmp(storage, "plain") != 0 && fixed)
		return op_error(op, E_PARAMETER,
		                "column '%s': type %s can only have storage \"plain\"", c->name,
		                type);
	for (i = 0; compression && column_compressions[i] &&
	            strcmp(compression, column_compressions[i]) != 0;
	     i++)
		;
	if (compression && !column_compressions[i])
		return op_error(op, E_PARAMETER, "column '%s': there is no compression '%s'",
		                c->name, compression);
	if (compression && strcmp(compression, "default") != 0 && fixed)
		return op_error(op, E_PARAMETER, "column '%s': type %s cannot be compressed",
		                c->name, type);
	return APPLIED;
}

static bool
names_columns(const PgQuery__Node *tree, const char **name)
{
	const struct column_ref *ref;
	struct list refs = {0};

	expression_columns(tree, &refs);
	if (!refs.n)
		return false;
	ref = refs.v[0];
	*name = ref->name ? ref->name : "*";
	return true;
}

static enum applied
need_result(const struct op *op, const struct schema *s, const struct column *c,
            const PgQuery__Node *tree)
{
	static const struct table none;
	const char *type = expression_type(s, &none, tree);

	if (!type || type_casts(s, type, c->type))
		return APPLIED;
	return op_error(op, E_MISMATCH,
	                "column '%s': its default is of type %s, which is not cast to %s by itself",
	                c->name, type, c->type);
}

static bool
is_null(const struct value *v, const char *type)
{
	struct parse_error e = {0};
	const PgQuery__Node *tree = v->type == VALUE_SQL ? parse_expression(v->text, &e) : NULL;

	if (tree && tree->node_case == PG_QUERY__NODE__NODE_TYPE_CAST &&
	    same(type_sql(tree->type_cast->type_name), type))
		tree = tree->type_cast->arg;
	if (tree)
		return tree->node_case == PG_QUERY__NODE__NODE_A_CONST && tree->a_const->isnull;
	return v->type == VALUE_NULL;
}

/* a NULL is made to fit: varchar(5), char, bit */
static bool
has_length(const struct type_parts *parts)
{
	if (strcmp(parts->name.name, "interval") == 0)
		return false;
	return parts->modifiers.n || strcmp(parts->name.name, "character") == 0 ||
	       strcmp(parts->name.name, "bit") == 0;
}

struct value *
default_kept(const struct schema *s, struct value *v, const char *type)
{
	struct type_parts parts = type_parts(type);

	if (!is_null(v, type))
		return v;
	if (is_enum(s, type) || (parts.builtin && (v->type == VALUE_NULL || !has_length(&parts))))
		return NULL;
	if (v->type == VALUE_NULL) {
		v = copy(v, sizeof *v);
		v->type = VALUE_SQL;
		v->text = "NULL";
	}
	return v;
}

enum applied
need_default(const struct op *op, const struct schema *s, const struct table *t, struct column *c)
{
	static const struct table none;
	struct value *v = copy(c->default_value, sizeof *v);
	struct parse_error e;
	const PgQuery__Node *tree;
	const char *name;

	if (v->type == VALUE_SQL) {
		tree = parse_expression(v->text, &e);
		if (!tree)
			return op_error(op, E_SQL_SYNTAX, "column '%s': default: %s in: %s",
			                c->name, e.message, v->text);
		if (names_columns(tree, &name))
			return op_error(
				op, E_EXPRESSION,
				"column '%s': a default cannot refer to a column, as to '%s'; a text stands in quotes: \"'%s'\"",
				c->name, name, name);
		if (!need_scalar(op, s, &none, v->text, strf("default of column '%s'", c->name)))
			return REFUSED;
		if (need_sequences(op, s, t, v->text) == REFUSED ||
		    need_result(op, s, c, tree) == REFUSED)
			return REFUSED;
		v->text = expression_settled(s, v->text);
		c->default_value = v;
	}
	return need_value(op, s, c->type, v, strf("default of column '%s'", c->name));
}

enum applied
need_generated(const struct op *op, const struct schema *s, const struct table *t,
               const struct column *c)
{
	const PgQuery__Node *tree;
	const struct column_ref *ref;
	const struct column *other;
	const char *type;
	struct list refs = {0};
	size_t i;

	tree = need_scalar(op, s, t, c->generated, "generated column");
	if (!tree)
		return REFUSED;
	if (need_typed(op, s, t, tree, strf("column '%s'", c->name), true) == REFUSED)
		return REFUSED;
	expression_columns(tree, &refs);
	ref = refs.n ? refs.v[0] : NULL;
	other = ref && ref->name ? table_column(t, ref->name) : NULL;
	if (other && tree->node_case == PG_QUERY__NODE__NODE_COLUMN_REF &&
	    !type_casts(s, other->type, c->type))
		return op_error(
			op, E_MISMATCH,
			"column '%s': '%s' is of type %s, which is not cast to %s by itself",
			c->name, other->name, other->type, c->type);
	type = expression_type(s, t, tree);
	if (type && !type_casts(s, type, c->type))
		return op_error(
			op, E_MISMATCH,
			"column '%s': its expression gives %s, which is not cast to %s by itself",
			c->name, type, c->type);
	for (i = 0; i < refs.n; i++) {
		ref = refs.v[i];
		if (!ref->name)
			continue;
		other = table_column(t, ref->name);
		if (other && other->generated)
			return op_error(op, E_GENERATED,
			                "column '%s': a generated column cannot refer to another "
			                "generated column, as to '%s'",
			                c->name, ref->name);
		if (!other && is_system_column(ref->name) && strcmp(ref->name, "tableoid") != 0)
			return op_error(op, E_RESERVED,
			                "column '%s': a generated column cannot refer to the "
			                "system column '%s'",
			                c->name, ref->name);
	}
	return APPLIED;
}

enum applied
need_identity_type(const struct op *op, const struct column *c)
{
	static const char *const types[] = {"smallint", "integer", "bigint"};
	size_t i;

	for (i = 0; i < LEN(types) && strcmp(c->type, types[i]) != 0; i++)
		;
	if (i == LEN(types))
		return op_error(op, E_GENERATED,
		                "column '%s': an identity is a smallint, integer or bigint, not %s",
		                c->name, c->type);
	return APPLIED;
}

enum applied
need_identity(const struct op *op, const struct table *t, const struct column *c)
{
	struct sequence_options options = identity_options(c);

	if (need_identity_type(op, c) == REFUSED)
		return REFUSED;
	if (t->of_type)
		return op_error(op, E_GENERATED,
		                "column '%s': a typed table cannot have identity columns", c->name);
	return need_sequence_options(op, &options);
}
