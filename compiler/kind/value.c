/* Literals as types take them: what a text can be is input.c's to say; here are the types that hold others, and those of the
   schema. What the server would only find out with rows at hand is not judged. */
#include <string.h>
#include <strings.h>

#include "../input.h"
#include "../variable.h"
#include "kind.h"

/* the built-in types to which a number or a boolean is assigned without a cast, or never; the others are not judged so */
static const struct known {
	const char *type;
	bool number, boolean;
} known[] = {
	{"smallint", true, false},
	{"integer", true, false},
	{"bigint", true, false},
	{"numeric", true, false},
	{"real", true, false},
	{"double precision", true, false},
	{"boolean", false, true},
	{"uuid", false, false},
	{"json", true, true}, /* sql_value writes them as JSON */
	{"jsonb", true, true},
	{"date", false, false},
	{"timestamp without time zone", false, false},
	{"timestamp with time zone", false, false},
	{"time without time zone", false, false},
	{"time with time zone", false, false},
	{"interval", false, false},
	{"bytea", false, false},
	{"inet", false, false},
	{"cidr", false, false},
	{"text", true, true},
	{"character varying", true, true},
	{"character", true, true},
};

static const struct known *
known_type(const struct type_parts *parts)
{
	size_t i;

	for (i = 0; parts->builtin && !parts->dimensions && i < LEN(known); i++)
		if (strcmp(parts->name.name, known[i].type) == 0)
			return &known[i];
	return NULL;
}

/* a label is used, before or after what added it is committed */
static enum applied
use_label(const struct op *op, const struct schema *s, const struct enum_type *e,
          const struct label *label, const char *what)
{
	if (!label->added)
		return APPLIED;
	if (label->added != s->transaction) {
		*s->used_label = true;
		return APPLIED;
	}
	if (label->at_once) {
		*label->at_once = *s->early_label = true;
		return APPLIED;
	}
	return op_error(
		op, E_NEW_LABEL,
		"%s: the value '%s' of enum %s is added in this very transaction and cannot be used before it "
		"is committed; add it with commit = true, or use it in the next revision",
		what, label->name, plain_qname(e->object.name));
}

static const struct enum_type *
find_enum(const struct schema *s, struct qname name)
{
	const struct object *o = schema_find(s, SPACE_TYPE, name);

	return o && o->noun == &enum_noun ? (const struct enum_type *)o : NULL;
}

static enum applied
need_label(const struct op *op, const struct schema *s, const struct enum_type *e, const char *text,
           const char *what)
{
	const struct label *label = enum_label(e, text);
	struct strs names = {0};
	size_t i;

	if (label)
		return use_label(op, s, e, label, what);
	if (schema_may_be_other(s, SPACE_TYPE, e->object.name))
		return APPLIED;
	for (i = 0; i < e->labels.n; i++)
		strs_add(&names, ((struct label *)e->labels.v[i])->name);
	return op_error(op, E_NO_LABEL, "%s: enum %s has no value '%s'%s", what,
	                plain_qname(e->object.name), text, did_you_mean(text, &names));
}

static enum applied need_text(const struct op *op, const struct schema *s, const char *type,
                              const char *text, const char *what);

/* a hint where a text is the call of a function, or a word that SQL has for one */
static const char *
expression_hint(const char *text)
{
	size_t n = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.");

	if (strncasecmp(text, "current_", 8) != 0 && strncasecmp(text, "localtime", 9) != 0 &&
	    (!n || text[n] != '(' || text[strlen(text) - 1] != ')'))
		return "";
	return strf("; an expression is no text: in Lua it is sql \"%s\"", text);
}

static enum applied
wrong_text(const struct op *op, const char *type, const char *text, const char *should,
           const char *what)
{
	return op_error(op, E_LITERAL, "%s: type %s: %s is not %s%s", what, type, sql_literal(text),
	                should, expression_hint(text));
}

const char *
type_element(const char *type)
{
	size_t n = type ? strlen(type) : 0;

	if (!n || type[n - 1] != ']')
		return NULL;
	while (n && type[n - 1] == ']')
		while (n && type[--n] != '[')
			;
	return strn(type, n);
}

/* what an array, a range or a multirange holds, each a value of that type */
static enum applied
need_parts(const struct op *op, const struct schema *s, const char *type, const struct strs *texts,
           const char *what)
{
	enum applied result = APPLIED;
	size_t i;

	for (i = 0; i < texts->n; i++)
		if (texts->v[i])
			result = worse(result, need_text(op, s, type, texts->v[i], what));
	return result;
}

static enum applied
need_array(const struct op *op, const struct schema *s, const char *type, const char *text,
           const char *what)
{
	const char *element = type_element(type);
	struct type_parts parts = type_parts(element);
	struct strs texts = {0};

	/* a type that is not known may have a delimiter of its own */
	if (!parts.builtin && !find_enum(s, parts.name))
		return APPLIED;
	if (!array_read(text, strcmp(element, "box") == 0 ? ';' : ',', &texts))
		return wrong_text(op, type, text, "the text of an array: {…}", what);
	return need_parts(op, s, element, &texts, what);
}

static const struct ranges {
	const char *range, *multirange, *bound;
} ranges[] = {
	{"int4range", "int4multirange", "integer"},
	{"int8range", "int8multirange", "bigint"},
	{"numrange", "nummultirange", "numeric"},
	{"daterange", "datemultirange", "date"},
	{"tsrange", "tsmultirange", "timestamp without time zone"},
	{"tstzrange", "tstzmultirange", "timestamp with time zone"},
};

static const struct ranges *
find_ranges(const char *type)
{
	size_t i;

	for (i = 0; i < LEN(ranges); i++)
		if (strcmp(type, ranges[i].range) == 0 || strcmp(type, ranges[i].multirange) == 0)
			return &ranges[i];
	return NULL;
}

static enum applied
need_range_text(const struct op *op, const struct schema *s, const struct ranges *r,
                const char *type, const char *text, const char *what)
{
	bool is_range = strcmp(type, r->range) == 0;
	struct strs bounds = {0};
	struct list all = {0};
	struct range *one = alloc(sizeof *one);
	size_t i;

	if (is_range ? !range_read(text, one) : !multirange_read(text, &all))
		return wrong_text(op, type, text,
		                  is_range ? "a range: [1,2)" : "a multirange: {[1,2), [5,9)}",
		                  what);
	if (is_range)
		list_add(&all, one);
	for (i = 0; i < all.n; i++) {
		one = all.v[i];
		strs_add(&bounds, one->lower);
		strs_add(&bounds, one->upper);
	}
	if (need_parts(op, s, r->bound, &bounds, what) == REFUSED)
		return REFUSED;
	for (i = 0; i < bounds.n; i += 2)
		if (bounds.v[i] && bounds.v[i + 1] &&
		    input_above(r->bound, bounds.v[i], bounds.v[i + 1]))
			return op_error(op, E_LITERAL,
			                "%s: type %s: in %s the lower bound is above the upper",
			                what, type, sql_literal(text));
	return APPLIED;
}

/* the name of a relation, as SQL has it; its number, or - */
static enum applied
need_relation_name(const struct op *op, const struct schema *s, const char *text, const char *what)
{
	struct qname name = {NULL, NULL};
	struct parse_error e = {0};
	const PgQuery__Node *tree;

	if (is_digit(*text) || strcmp(text, "-") == 0)
		return APPLIED;
	tree = parse_expression(text, &e);
	if (tree && tree->node_case == PG_QUERY__NODE__NODE_COLUMN_REF)
		name = list_qname(tree->column_ref->fields, tree->column_ref->n_fields);
	/* the server's own relations are not known */
	if (!name.name || schema_find(s, SPACE_RELATION, name) ||
	    strncmp(name.name, "pg_", 3) == 0 || same(name.schema, "pg_catalog") ||
	    same(name.schema, "information_schema") || schema_excused(s, SPACE_RELATION, name) ||
	    extensions_bring(s, name.name))
		return APPLIED;
	return op_error(op, E_NO_RELATION, "%s: no relation named %s", what, plain_qname(name));
}

/* a text that is given for a type */
static enum applied
need_text(const struct op *op, const struct schema *s, const char *type, const char *text,
          const char *what)
{
	struct type_parts parts = type_parts(type = domain_base(s, type));
	const struct enum_type *e = parts.builtin ? NULL : find_enum(s, parts.name);
	const struct ranges *r;
	const char *should;

	if (has_variable(text))
		return APPLIED;
	if (parts.dimensions)
		return need_array(op, s, type, text, what);
	if (e)
		return need_label(op, s, e, text, what);
	if (!parts.builtin)
		return APPLIED;
	r = find_ranges(parts.name.name);
	if (r)
		return need_range_text(op, s, r, parts.name.name, text, what);
	if (strcmp(parts.name.name, "regclass") == 0)
		return need_relation_name(op, s, text, what);
	should = input_wrong(parts.name.name, text);
	return should ? wrong_text(op, type, text, should, what) : APPLIED;
}

/* a number or a boolean */
static enum applied
need_bare(const struct op *op, const struct schema *s, const char *type, const struct value *v,
          const char *what)
{
	struct type_parts parts = type_parts(domain_base(s, type));
	const struct known *k = known_type(&parts);
	bool takes = true;

	if (parts.dimensions)
		takes = false;
	else if (k)
		takes = v->type == VALUE_NUMBER ? k->number : k->boolean;
	else if (!parts.builtin)
		takes = !find_enum(s, parts.name);
	if (takes)
		return APPLIED;
	return op_error(op, E_LITERAL, "%s: type %s: %s is not a value of it", what, type, v->text);
}

struct casts {
	const struct op *op;
	const struct schema *s;
	const char *what;
	enum applied result;
};

static bool
visit_cast(const ProtobufCMessage *m, void *data)
{
	const PgQuery__TypeCast *c = (const PgQuery__TypeCast *)m;
	struct casts *casts = data;

	if (m->descriptor != &pg_query__type_cast__descriptor)
		return true;
	if (c->arg->node_case == PG_QUERY__NODE__NODE_A_CONST &&
	    c->arg->a_const->val_case == PG_QUERY__A__CONST__VAL_SVAL)
		casts->result =
			worse(casts->result, need_text(casts->op, casts->s, type_sql(c->type_name),
		                                       c->arg->a_const->sval->sval, casts->what));
	return true;
}

enum applied
need_casts(const struct op *op, const struct schema *s, const PgQuery__Node *tree, const char *what)
{
	struct casts casts = {op, s, what, APPLIED};

	tree_walk(tree, visit_cast, &casts);
	return casts.result;
}

/* an expression that is nothing but a constant is judged like one */
static enum applied
need_constant(const struct op *op, const struct schema *s, const char *type, const struct value *v,
              const char *what)
{
	struct parse_error e = {0};
	const PgQuery__Node *tree = parse_expression(v->text, &e);
	const char *cast = NULL, *text = tree ? expression_string(tree, &cast) : NULL;
	struct value bare = *v;

	if (text)
		return need_text(op, s, cast ? cast : type, text, what);
	if (!tree)
		return APPLIED;
	if (tree->node_case != PG_QUERY__NODE__NODE_A_CONST)
		return need_casts(op, s, tree, what);
	switch (tree->a_const->val_case) {
	case PG_QUERY__A__CONST__VAL_IVAL:
	case PG_QUERY__A__CONST__VAL_FVAL:
		bare.type = VALUE_NUMBER;
		break;
	case PG_QUERY__A__CONST__VAL_BOOLVAL:
		bare.type = VALUE_BOOL;
		break;
	default:
		return APPLIED;
	}
	/* unlike a literal of the script, it is not made JSON */
	if (strcmp(type, "json") == 0 || strcmp(type, "jsonb") == 0)
		return op_error(op, E_LITERAL, "%s: type %s: %s is not a value of it; write '%s'",
		                what, type, v->text, v->text);
	return need_bare(op, s, type, &bare, what);
}

/* the text of an array that the script wrote as a table */
static const char *
array_text(const struct value *v, const char *type)
{
	struct parse_error e = {0};
	const char *cast;

	return expression_string(parse_expression(sql_value(v, type), &e), &cast);
}

/* what stands in a table and would be stored as something else, or NULL: sql as its text, and a table with names outside of JSON
   as a list without them */
static const struct value *
misplaced(const struct value *v, bool json)
{
	const struct value *item, *found = NULL;
	size_t i;

	for (i = 0; !found && i < v->items.n; i++) {
		item = v->items.v[i];
		found = item->type == VALUE_SQL || (item->type == VALUE_MAP && !json)
		                ? item
		                : misplaced(item, json);
	}
	return found;
}

static enum applied
need_table_of_literals(const struct op *op, const char *type, const struct value *v, bool json,
                       const char *what)
{
	const struct value *item = misplaced(v, json);

	if (!item)
		return APPLIED;
	if (item->type == VALUE_SQL)
		return op_error(
			op, E_LITERAL,
			"%s: sql in a table would be stored as a text; the whole value must be sql",
			what);
	return op_error(
		op, E_LITERAL,
		"%s: a table with names is a value for json and jsonb, not for an element of type %s",
		what, type_element(type));
}

enum applied
need_value(const struct op *op, const struct schema *s, const char *type, const struct value *v,
           const char *what)
{
	struct type_parts parts = type_parts(type);
	bool of_json = parts.builtin && strncmp(parts.name.name, "json", 4) == 0 &&
	               strcmp(parts.name.name, "jsonpath") != 0;
	bool is_json = of_json && !parts.dimensions;

	if (need_table_of_literals(op, type, v, of_json || !parts.dimensions || !parts.builtin,
	                           what) == REFUSED)
		return REFUSED;
	switch (v->type) {
	case VALUE_NULL:
		return APPLIED;
	case VALUE_BOOL:
	case VALUE_NUMBER:
		return need_bare(op, s, type, v, what);
	case VALUE_STRING:
		return need_text(op, s, type, v->text, what);
	case VALUE_SQL:
		return need_constant(op, s, type, v, what);
	case VALUE_LIST:
		if (parts.dimensions)
			return need_text(op, s, type, array_text(v, type), what);
		if (is_json || !parts.builtin)
			return APPLIED;
		break;
	case VALUE_MAP:
		if (is_json || (!parts.builtin && !parts.dimensions))
			return APPLIED;
		if (parts.dimensions && !v->keys.n)
			return op_error(op, E_LITERAL,
			                "%s: {} is an empty object; an empty array is array {}",
			                what);
		break;
	}
	return op_error(op, E_LITERAL,
	                "%s: a table is a value for json, jsonb and arrays, not for type %s", what,
	                type);
}

/* the text that is stored for a value, or NULL where it is not plain what that is */
static const char *
stored_text(const struct value *v, const struct type_parts *parts, const char *type)
{
	struct parse_error e = {0};
	const PgQuery__Node *tree;
	const struct value *plain;

	switch (v->type) {
	case VALUE_STRING:
		return v->text;
	case VALUE_LIST:
		return parts->dimensions ? array_text(v, type) : NULL;
	case VALUE_SQL:
		tree = parse_expression(v->text, &e);
		plain = tree ? value_from_sql(tree, v->at) : v;
		return plain->type == VALUE_SQL ? NULL : stored_text(plain, parts, type);
	case VALUE_NUMBER:
		return strcmp(parts->name.name, "numeric") == 0 ? v->text : NULL;
	default:
		return NULL;
	}
}

static enum applied
need_size(const struct op *op, const char *type, const char *text, const char *what)
{
	struct type_parts parts = type_parts(type);
	enum applied result = APPLIED;
	struct strs elements = {0};
	const char *should;
	size_t i;

	if (!parts.builtin || !parts.modifiers.n || has_variable(text))
		return APPLIED;
	if (parts.dimensions) {
		array_read(text, ',', &elements);
		for (i = 0; i < elements.n; i++)
			result = worse(result,
			               need_size(op, type_element(type), elements.v[i], what));
		return result;
	}
	should = input_wrong_size(parts.name.name, &parts.modifiers, text);
	return should ? wrong_text(op, type, text, should, what) : APPLIED;
}

enum applied
need_stored_value(const struct op *op, const struct schema *s, const char *type,
                  const struct value *v, const char *what)
{
	struct type_parts parts = type_parts(type);
	enum applied result = need_value(op, s, type, v, what);
	const char *text = result == APPLIED ? stored_text(v, &parts, type) : NULL;

	return text ? need_size(op, type, text, what) : result;
}
