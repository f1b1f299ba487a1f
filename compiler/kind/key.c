/* Keys of indexes: columns or expressions, what stands behind them, and what access methods can do with them. The server's
   own operator classes are known by name; what an extension brings is not judged. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "code.h"

/* ---- shapes ---- */

static const char *const orders[] = {"asc", "desc", NULL};
static const char *const nulls[] = {"first", "last", NULL};

static const struct field option_fields[] = {
	{"collation", FIELD_TEXT, offsetof(struct key, collation), .fallback = "the column's own",
         .sql = "COLLATE \"collation\""},
	{"operator_class", FIELD_TEXT, offsetof(struct key, operator_class),
         .fallback = "the type's default", .sql = "operator_class",
         .doc = "As in SQL, with its parameters: \"gin_trgm_ops\", \"tsvector_ops(siglen = 100)\"."},
	{"order", FIELD_CHOICE, offsetof(struct key, order), .choices = orders, .fallback = "asc",
         .sql = "ASC | DESC"},
	{"nulls", FIELD_CHOICE, offsetof(struct key, nulls), .choices = nulls,
         .fallback = "last, with order = \"desc\" first", .sql = "NULLS FIRST | LAST"},
	{0},
};

static int
finish(void *item)
{
	struct key *k = item;
	struct qname collation;
	const char *why;

	why = k->collation ? qname_parse(k->collation, &collation) : NULL;
	if (why) {
		error_at(k->at, E_NO_OBJECT, "collation '%s': %s", k->collation, why);
		return -1;
	}
	if (k->collation)
		k->collation = sql_qname(collation);
	return 0;
}

static const struct shape options_shape = {"options", CALL_TABLE, sizeof(struct key), option_fields,
                                           .finish = finish};

static const struct field key_fields[] = {
	{"column", FIELD_TERM, offsetof(struct key, term), 1, .required = true,
         .sql = "column | (expression)", .doc = "A column's name, or an expression as sql \"…\"."},
	{"options", FIELD_PART, 0, .shape = &options_shape},
	{0},
};

const struct shape key_shape = {"key",
                                CALL_TABLE,
                                sizeof(struct key),
                                key_fields,
                                .page = "sql-createindex.html",
                                .doc = "A column or an expression of an index."};

static const struct field exclude_key_fields[] = {
	{"column", FIELD_TERM, offsetof(struct key, term), 1, .required = true,
         .sql = "column | (expression)", .doc = "A column's name, or an expression as sql \"…\"."},
	{"with", FIELD_TEXT, offsetof(struct key, with), 2, .required = true, .sql = "WITH with",
         .doc = "The operator: two rows for which all operators are true exclude each other."},
	{"options", FIELD_PART, 0, .shape = &options_shape},
	{0},
};

static int
finish_excluding(void *item)
{
	const struct key *k = item;

	if ((*k->with && !k->with[strspn(k->with, "+-*/<>=~!@#%^&|`?")]) ||
	    strncasecmp(k->with, "operator", 8) == 0)
		return 0;
	error_at(k->at, E_VALUE, "with must be an operator, as in \"=\", not '%s'", k->with);
	return -1;
}

const struct shape exclude_key_shape = {
	"key",
	CALL_TABLE,
	sizeof(struct key),
	exclude_key_fields,
	.finish = finish_excluding,
	.title = "exclude_key",
	.example = "{ \"room\", \"=\" }",
	.page = "sql-createtable.html",
	.doc = "A column or an expression of an exclusion constraint, and its operator."};

/* ---- from the parse tree ---- */

/* "name" or "name(siglen = 100)" */
static char *
class_text(const PgQuery__IndexElem *e)
{
	struct strs parameters = {0};

	node_parameters(e->opclassopts, e->n_opclassopts, &parameters);
	return strf("%s%s", sql_qname(list_qname(e->opclass, e->n_opclass)),
	            sql_parameters(&parameters));
}

struct key *
key_from_sql(const PgQuery__IndexElem *e, struct loc at)
{
	struct key *k = alloc(sizeof *k);

	k->at = at;
	if (e->expr)
		k->term.expression = node_sql(e->expr);
	else
		k->term.column = e->name;
	if (e->n_collation)
		k->collation = sql_qname(list_qname(e->collation, e->n_collation));
	if (e->n_opclass)
		k->operator_class = class_text(e);
	if (e->ordering == PG_QUERY__SORT_BY_DIR__SORTBY_ASC)
		k->order = orders[0];
	if (e->ordering == PG_QUERY__SORT_BY_DIR__SORTBY_DESC)
		k->order = orders[1];
	if (e->nulls_ordering == PG_QUERY__SORT_BY_NULLS__SORTBY_NULLS_FIRST)
		k->nulls = nulls[0];
	if (e->nulls_ordering == PG_QUERY__SORT_BY_NULLS__SORTBY_NULLS_LAST)
		k->nulls = nulls[1];
	return k;
}

/* ---- SQL ---- */

/* only a call of a function stands without brackets */
static bool
is_call(const char *expression)
{
	struct parse_error e;
	const PgQuery__Node *tree = parse_expression(expression, &e);

	return tree && tree->node_case == PG_QUERY__NODE__NODE_FUNC_CALL &&
	       tree->func_call->funcformat == PG_QUERY__COERCION_FORM__COERCE_EXPLICIT_CALL;
}

char *
in_brackets(const char *expression)
{
	/* a comment at its end would take the bracket away */
	return strf("(%s%s)", expression, strstr(expression, "--") ? "\n" : "");
}

static char *
key_sql(const struct key *k)
{
	struct buf b = {0};

	if (k->term.column)
		buf_add(&b, sql_name(k->term.column));
	else if (is_call(k->term.expression))
		buf_add(&b, k->term.expression);
	else
		buf_add(&b, in_brackets(k->term.expression));
	if (k->collation)
		buf_fmt(&b, " COLLATE %s", k->collation);
	if (k->operator_class)
		buf_fmt(&b, " %s", k->operator_class);
	if (same(k->order, "desc"))
		buf_add(&b, " DESC");
	if (k->nulls)
		buf_fmt(&b, " NULLS %s", strcmp(k->nulls, "first") == 0 ? "FIRST" : "LAST");
	if (k->with)
		buf_fmt(&b, " WITH %s", k->with);
	return buf_str(&b);
}

char *
keys_sql(const struct list *keys)
{
	struct strs parts = {0};
	size_t i;

	for (i = 0; i < keys->n; i++)
		strs_add(&parts, key_sql(keys->v[i]));
	return strf("(%s)", strs_join(&parts, ", "));
}

/* ---- what the server knows ---- */

/* what an access method can do; its letter stands for it in operator_classes */
static const struct method {
	const char *name;
	char letter;
	bool unique, several, include, ordered, excludes;
	const char *const parameters[4];
} methods[] = {
	{"btree", 'b', .unique = true, .several = true, .include = true, .ordered = true,
         .excludes = true,
         .parameters = {"fillfactor", "deduplicate_items", "vacuum_cleanup_index_scale_factor"}},
	{"hash", 'h', .excludes = true, .parameters = {"fillfactor"}},
	{"gist", 'g', .several = true, .include = true, .excludes = true,
         .parameters = {"fillfactor", "buffering"}},
	{"gin", 'i', .several = true, .parameters = {"fastupdate", "gin_pending_list_limit"}},
	{"spgist", 's', .include = true, .excludes = true, .parameters = {"fillfactor"}},
	{"brin", 'r', .several = true, .parameters = {"pages_per_range", "autosummarize"}},
};

/* Names are base and suffix. In classes: b, h, g, i, s are base_ops of that method; of brin, m is base_minmax_ops, u
   base_minmax_multi_ops, o base_bloom_ops, n base_inclusion_ops. In defaults: the letters of the methods whose default
   it is. A base of NULL has no operator classes. */
static const struct operator_class {
	const char *base, *type, *classes, *defaults;
} operator_classes[] = {
	{"array", "anyarray", "bhi", "bhi"},
	{"bit", "bit", "bm", "br"},
	{"varbit", "bit varying", "bm", "br"},
	{"bool", "boolean", "bh", "bh"},
	{"bpchar", "character", "bhmo", "bhr"},
	{"bpchar_pattern", "character", "bh", ""},
	{"bytea", "bytea", "bhmo", "bhr"},
	{"char", "\"char\"", "bhmo", "bhr"},
	{"cidr", "inet", "bh", ""},
	{"date", "date", "bhmuo", "bhr"},
	{"enum", "anyenum", "bh", "bh"},
	{"float4", "real", "bhmuo", "bhr"},
	{"float8", "double precision", "bhmuo", "bhr"},
	{"inet", "inet", "bhgsmuon", "bhsr"},
	{"int2", "smallint", "bhmuo", "bhr"},
	{"int4", "integer", "bhmuo", "bhr"},
	{"int8", "bigint", "bhmuo", "bhr"},
	{"interval", "interval", "bhmuo", "bhr"},
	{"jsonb", "jsonb", "bhi", "bhi"},
	{"jsonb_path", "jsonb", "i", ""},
	{"macaddr", "macaddr", "bhmuo", "bhr"},
	{"macaddr8", "macaddr8", "bhmuo", "bhr"},
	{"money", "money", "b", "b"},
	{"multirange", "anymultirange", "bhg", "bhg"},
	{"name", "name", "bhmo", "bhr"},
	{"numeric", "numeric", "bhmuo", "bhr"},
	{"oid", "oid", "bhmuo", "bhr"},
	{"oidvector", "oidvector", "bh", "bhi"},
	{"pg_lsn", "pg_lsn", "bhmuo", "bhr"},
	{"range", "anyrange", "bhgsn", "bhgsr"},
	{"record", "record", "bh", "bh"},
	{"record_image", "record", "b", ""},
	{"text", "text", "bhsmo", "bhsr"},
	{"text_pattern", "text", "bh", ""},
	{"tid", "tid", "bhmuo", "bhr"},
	{"time", "time without time zone", "bhmuo", "bhr"},
	{"timestamp", "timestamp without time zone", "bhmuo", "bhr"},
	{"timestamptz", "timestamp with time zone", "bhmuo", "bhr"},
	{"timetz", "time with time zone", "bhmuo", "bhr"},
	{"tsquery", "tsquery", "bg", "bg"},
	{"tsvector", "tsvector", "bgi", "bgi"},
	{"uuid", "uuid", "bhmuo", "bhr"},
	{"varchar", "text", "bh", ""},
	{"varchar_pattern", "text", "bh", ""},
	{"xid", "xid", "h", "h"},
	{"xid8", "xid8", "bh", "bh"},
	{"cid", "cid", "h", "h"},
	{"aclitem", "aclitem", "h", "h"},
	{"box", "box", "gsn", "gsr"},
	{"circle", "circle", "g", "g"},
	{"point", "point", "g", "gs"},
	{"quad_point", "point", "s", ""},
	{"kd_point", "point", "s", ""},
	{"poly", "polygon", "gs", "gs"},
	{NULL, "json", "", ""},
	{NULL, "xml", "", ""},
	{NULL, "line", "", ""},
	{NULL, "lseg", "", ""},
	{NULL, "path", "", ""},
	{NULL, "jsonpath", "", ""},
};

static const struct {
	char letter;
	char method;
	const char *suffix;
} suffixes[] = {
	{'b', 'b', "_ops"},
	{'h', 'h', "_ops"},
	{'g', 'g', "_ops"},
	{'i', 'i', "_ops"},
	{'s', 's', "_ops"},
	{'m', 'r', "_minmax_ops"},
	{'u', 'r', "_minmax_multi_ops"},
	{'o', 'r', "_bloom_ops"},
	{'n', 'r', "_inclusion_ops"},
};

/* NULL is btree; the server still takes rtree for gist */
static const struct method *
method_of(const char *using)
{
	size_t i;

	if (!using)
		using = "btree";
	if (strcmp(using, "rtree") == 0)
		using = "gist";
	for (i = 0; i < LEN(methods); i++)
		if (strcmp(methods[i].name, using) == 0)
			return &methods[i];
	return NULL;
}

const char *
method_name(const char *using)
{
	const struct method *m = method_of(using);

	if (!m)
		return using;
	return m->letter == 'b' ? NULL : m->name;
}

/* what a name that is not the server's own may come from */
static bool
has_extensions(const struct schema *s)
{
	return s->blind || extensions_there(s).n;
}

static bool
known_class(const struct operator_class *c, const struct method *m, const char *name)
{
	size_t i;

	for (i = 0; c->base && i < LEN(suffixes); i++)
		if (suffixes[i].method == m->letter && strchr(c->classes, suffixes[i].letter) &&
		    strcmp(name, strf("%s%s", c->base, suffixes[i].suffix)) == 0)
			return true;
	return false;
}

static const struct operator_class *
class_named(const struct method *m, const char *name)
{
	size_t i;

	for (i = 0; i < LEN(operator_classes); i++)
		if (known_class(&operator_classes[i], m, name))
			return &operator_classes[i];
	return NULL;
}

static struct strs
class_names(const struct method *m)
{
	struct strs names = {0};
	size_t i, k;

	for (i = 0; i < LEN(operator_classes); i++)
		for (k = 0; operator_classes[i].base && k < LEN(suffixes); k++)
			if (suffixes[k].method == m->letter &&
			    strchr(operator_classes[i].classes, suffixes[k].letter))
				strs_add(&names, strf("%s%s", operator_classes[i].base,
				                      suffixes[k].suffix));
	return names;
}

/* the type by whose operator classes a column is indexed, or NULL where that is not known */
static const char *
indexed_as(const struct schema *s, const struct column *c)
{
	struct type_parts parts = type_parts(c->type ? domain_base(s, c->type) : NULL);
	const char *name = parts.name.name;
	const struct object *o = parts.builtin ? NULL : schema_find(s, SPACE_TYPE, parts.name);
	size_t n = name ? strlen(name) : 0;

	if (!parts.builtin && !o)
		return NULL;
	if (parts.dimensions)
		return "anyarray";
	if (!parts.builtin)
		return o->noun == &enum_noun         ? "anyenum"
		       : code_kind(o) == &range_kind ? "anyrange"
		       : is_row_type(s, o)           ? "record"
		                                     : NULL;
	if (strcmp(name, "character varying") == 0)
		return "text";
	if (strcmp(name, "cidr") == 0)
		return "inet";
	if (n > 10 && strcmp(name + n - 10, "multirange") == 0)
		return "anymultirange";
	if (n > 5 && strcmp(name + n - 5, "range") == 0)
		return "anyrange";
	return name;
}

/* whether all is known of how the type is indexed; for NULL not */
static bool
is_known(const char *as)
{
	size_t i;

	for (i = 0; as && i < LEN(operator_classes); i++)
		if (strcmp(operator_classes[i].type, as) == 0)
			return true;
	return false;
}

/* whether the method has a default operator class for the type; true in doubt */
static bool
has_default(const struct method *m, const char *as)
{
	size_t i;

	if (!is_known(as))
		return true;
	for (i = 0; i < LEN(operator_classes); i++)
		if (strcmp(operator_classes[i].type, as) == 0 &&
		    strchr(operator_classes[i].defaults, m->letter))
			return true;
	return false;
}

/* true in doubt */
static bool
accepts(const struct operator_class *c, const char *as)
{
	/* values that are the other type's as they are */
	static const char *const alike[][2] = {{"text", "character"},
	                                       {"bit", "bit varying"},
	                                       {"bit varying", "bit"},
	                                       {"integer", "oid"}};
	size_t i;

	for (i = 0; as && i < LEN(alike); i++)
		if (strcmp(as, alike[i][0]) == 0 && strcmp(c->type, alike[i][1]) == 0)
			return true;
	return !is_known(as) || strcmp(as, c->type) == 0;
}

/* ---- checks ---- */

/* an access method of an extension is not judged: *m is NULL then */
static enum applied
need_method(const struct op *op, const struct schema *s, const char *using, const struct method **m)
{
	struct strs names = {0};
	size_t i;

	*m = method_of(using);
	if (*m || extensions_bring(s, using) ||
	    schema_find(s, SPACE_ACCESS_METHOD, (struct qname){NULL, using}) ||
	    schema_excused(s, SPACE_ACCESS_METHOD, (struct qname){NULL, using}))
		return APPLIED;
	for (i = 0; i < LEN(methods); i++)
		strs_add(&names, methods[i].name);
	return op_error(op, E_NO_OBJECT, "no access method named '%s'%s", using,
	                did_you_mean(using, &names));
}

/* the operator class as the grammar reads it: its name, or NULL after an error */
static const char *
read_class(const struct op *op, const char *text, struct qname *name)
{
	struct parse_error e = {0};
	const PgQuery__Node *tree = parse_statement(strf("CREATE INDEX ON x (a %s)", text), &e);
	const PgQuery__IndexStmt *stmt;
	const PgQuery__IndexElem *elem;

	if (!tree || tree->node_case != PG_QUERY__NODE__NODE_INDEX_STMT) {
		op_error(op, E_MISMATCH, "operator class '%s' is not one in SQL", text);
		return NULL;
	}
	stmt = tree->index_stmt;
	elem = stmt->index_params[0]->index_elem;
	if (stmt->n_index_params != 1 || !elem->n_opclass || elem->n_collation ||
	    elem->ordering != PG_QUERY__SORT_BY_DIR__SORTBY_DEFAULT ||
	    elem->nulls_ordering != PG_QUERY__SORT_BY_NULLS__SORTBY_NULLS_DEFAULT) {
		op_error(op, E_MISMATCH,
		         "operator class '%s' is more than one name with its parameters", text);
		return NULL;
	}
	*name = list_qname(elem->opclass, elem->n_opclass);
	return name->name;
}

/* what is "column 'a'", …; column has its type, which is NULL where that is not known */
static enum applied
need_class(const struct op *op, const struct schema *s, const struct method *m, const char *text,
           const struct column *column, const char *what)
{
	const struct operator_class *class;
	struct qname name;
	struct strs names;

	if (!read_class(op, text, &name))
		return REFUSED;
	if (!m || (name.schema && strcmp(name.schema, "pg_catalog") != 0))
		return APPLIED;
	class = class_named(m, name.name);
	if (!class &&
	    (extensions_bring(s, name.name) || schema_excused(s, SPACE_OPERATOR_CLASS, name)))
		return APPLIED;
	names = class_names(m);
	if (!class)
		return op_error(op, E_NO_OBJECT,
		                "no operator class named '%s' for access method %s%s", name.name,
		                m->name, did_you_mean(name.name, &names));
	if (column->type && !accepts(class, indexed_as(s, column)))
		return op_error(op, E_TYPE_PLACE,
		                "operator class '%s' does not accept %s, whose type is %s",
		                name.name, what, column->type);
	return APPLIED;
}

enum applied
need_operator_class(const struct op *op, const struct schema *s, const char *strategy,
                    const char *text, const struct column *column)
{
	return need_class(op, s, method_of(same(strategy, "hash") ? "hash" : NULL), text, column,
	                  strf("column '%s'", column->name));
}

/* true in doubt */
static bool
collatable(const char *type)
{
	static const char *const types[] = {"text", "character varying", "character", "name"};
	struct type_parts parts = type_parts(type);
	size_t i;

	for (i = 0; i < LEN(types); i++)
		if (strcmp(parts.name.name, types[i]) == 0)
			return true;
	return !parts.builtin || !is_known(parts.name.name);
}

/* the operators of a type's default operator class that are their own commutators: what an exclusion constraint can have */
static const struct {
	const char *methods, *type, *operators;
} excluding[] = {
	{"gs", "point", "~="},          {"gs", "box", "&& ~="},
	{"gs", "polygon", "&& ~="},     {"g", "circle", "&& ~="},
	{"gs", "anyrange", "&& = -|-"}, {"g", "anymultirange", "&& = -|-"},
};

/* NULL where it is not known */
static const char *
excluding_operators(const struct method *m, const char *as)
{
	size_t i;

	if (!as)
		return NULL;
	if (m->letter == 'b' || m->letter == 'h')
		return "=";
	for (i = 0; i < LEN(excluding); i++)
		if (strchr(excluding[i].methods, m->letter) && strcmp(excluding[i].type, as) == 0)
			return excluding[i].operators;
	return NULL;
}

static enum applied
need_excluding(const struct op *op, const struct schema *s, const struct method *m,
               const struct key *k, const struct column *c)
{
	const char *known = excluding_operators(m, indexed_as(s, c)), *at;
	size_t n = strlen(k->with);

	if (!known || has_extensions(s) || k->operator_class ||
	    strncmp(k->with, "OPERATOR", 8) == 0)
		return APPLIED;
	for (at = known; (at = strstr(at, k->with)); at += n)
		if ((at == known || at[-1] == ' ') && (!at[n] || at[n] == ' '))
			return APPLIED;
	return op_error(op, E_TYPE_PLACE,
	                "operator %s cannot exclude values of column '%s' by %s, whose type is %s; "
	                "these can: %s",
	                k->with, c->name, m->name, c->type, known);
}

/* the operator class that is said takes the type, or else there is one for it */
static enum applied
need_indexed_type(const struct op *op, const struct schema *s, const struct key *k,
                  const struct method *m, const struct column *c, const char *what)
{
	if (k->operator_class)
		return need_class(op, s, m, k->operator_class, c, what);
	if (!m || !c->type || has_default(m, indexed_as(s, c)) || has_extensions(s) ||
	    schema_excused(s, SPACE_TYPE, type_parts(c->type).name))
		return APPLIED;
	return op_error(op, E_TYPE_PLACE,
	                "%s: type %s has no default operator class for access method %s", what,
	                c->type, m->name);
}

static enum applied
need_key_column(const struct op *op, const struct schema *s, const struct table *t,
                const struct key *k, const struct method *m)
{
	enum applied result;
	const struct column *c = need_column(op, s, t, k->term.column, &result);

	if (!c || !c->type)
		return result;
	if (k->collation && !collatable(c->type))
		return op_error(op, E_TYPE_PLACE, "column '%s': type %s has no collations", c->name,
		                c->type);
	if (m && k->with && need_excluding(op, s, m, k, c) == REFUSED)
		return REFUSED;
	return need_indexed_type(op, s, k, m, c, strf("column '%s'", c->name));
}

/* an expression that an index may hold */
enum applied
need_indexable(const struct op *op, const struct schema *s, const struct table *t, const char *text,
               const char *what)
{
	const PgQuery__Node *tree = need_scalar(op, s, t, text, what);
	const struct column_ref *ref;
	struct list refs = {0};
	size_t i;

	if (!tree || need_typed(op, s, t, tree, what, true) == REFUSED)
		return REFUSED;
	expression_columns(tree, &refs);
	for (i = 0; i < refs.n; i++) {
		ref = refs.v[i];
		if (ref->name && is_system_column(ref->name))
			return op_error(op, E_RESERVED,
			                "%s: the system column '%s' cannot be indexed", what,
			                ref->name);
	}
	return APPLIED;
}

static enum applied
need_key(const struct op *op, const struct schema *s, const struct table *t, const struct key *k,
         const struct method *m)
{
	struct column made = {0};
	struct parse_error e;

	if (k->collation && need_collation(op, s, k->collation) == REFUSED)
		return REFUSED;
	if (m && !m->ordered && (k->order || k->nulls))
		return op_error(op, E_INDEX, "access method %s has no %s", m->name,
		                k->order ? "order" : "nulls first or last");
	if (k->term.column)
		return need_key_column(op, s, t, k, m);
	if (need_indexable(op, s, t, k->term.expression, "index expression") == REFUSED)
		return REFUSED;
	made.type = expression_type(s, t, parse_expression(k->term.expression, &e));
	return need_indexed_type(op, s, k, m, &made, "index expression");
}

static enum applied
need_parameters(const struct op *op, const struct method *m, const struct strs *with)
{
	struct strs known = {0};
	const char *equals, *name;
	long value;
	size_t i, k;

	for (i = 0; i < LEN(m->parameters) && m->parameters[i]; i++)
		strs_add(&known, m->parameters[i]);
	for (i = 0; i < with->n; i++) {
		equals = with->v[i] + strcspn(with->v[i], "=");
		name = strn(with->v[i], (size_t)(equals - with->v[i]));
		for (k = 0; k < i; k++)
			if (strncmp(with->v[k], name, strlen(name)) == 0 &&
			    strchr("=", with->v[k][strlen(name)]))
				return op_error(op, E_TWICE,
				                "storage parameter '%s' is given twice", name);
		if (!strs_has(&known, name))
			return op_error(op, E_PARAMETER,
			                "access method %s has no storage parameter '%s'%s", m->name,
			                name, did_you_mean(name, &known));
		value = *equals ? strtol(equals + 1, NULL, 10) : 0;
		if (strcmp(name, "fillfactor") == 0 && (value < 10 || value > 100))
			return op_error(op, E_PARAMETER, "fillfactor must be between 10 and 100");
	}
	return APPLIED;
}

static enum applied
need_able(const struct op *op, const struct method *m, const struct index *x, bool excludes)
{
	if (x->unique && !m->unique)
		return op_error(op, E_INDEX, "access method %s cannot make unique indexes",
		                m->name);
	if (x->keys.n > 1 && !m->several)
		return op_error(op, E_INDEX, "access method %s cannot index more than one column",
		                m->name);
	if (x->include.n && !m->include)
		return op_error(op, E_INDEX, "access method %s cannot include columns", m->name);
	if (excludes && !m->excludes)
		return op_error(op, E_INDEX, "access method %s cannot make exclusion constraints",
		                m->name);
	return need_parameters(op, m, &x->with);
}

/* a unique index over partitions holds only where each value can be in one of them */
static enum applied
need_whole(const struct op *op, const struct table *t, const struct index *x, const char *what)
{
	struct strs columns = {0};
	const struct key *k;
	size_t i;

	if (!x->unique || !t->partition_by)
		return APPLIED;
	for (i = 0; i < x->keys.n; i++) {
		k = x->keys.v[i];
		if (k->term.column)
			strs_add(&columns, k->term.column);
	}
	return need_partition_keys(op, t, what, &columns);
}

enum applied
need_index(const struct op *op, const struct schema *s, const struct table *t,
           const struct index *x, const char *what, bool excludes)
{
	const struct method *m;
	enum applied result;
	size_t i;

	if (need_method(op, s, x->using, &m) == REFUSED)
		return REFUSED;
	if (m && need_able(op, m, x, excludes) == REFUSED)
		return REFUSED;
	if (x->keys.n + x->include.n > 32)
		return op_error(op, E_LIMIT, "an index can have at most 32 columns");
	for (i = 0; i < x->keys.n; i++)
		if (need_key(op, s, t, x->keys.v[i], m) == REFUSED)
			return REFUSED;
	for (i = 0; i < x->include.n; i++)
		if (!need_column(op, s, t, x->include.v[i], &result) && result == REFUSED)
			return REFUSED;
	if (x->where && need_indexable(op, s, t, x->where, "index predicate") == REFUSED)
		return REFUSED;
	if (x->where && need_boolean(op, s, t, x->where, "index predicate") == REFUSED)
		return REFUSED;
	return need_whole(op, t, x, what);
}

enum applied
need_storage_parameters(const struct op *op, const char *using, const struct strs *with)
{
	const struct method *m = method_of(using);

	return m ? need_parameters(op, m, with) : APPLIED;
}

/* the column that an expression is and nothing else, or NULL */
static const char *
bare_column(const char *expression, const struct table *t)
{
	struct parse_error e;
	const PgQuery__Node *tree =
		parse_expression(expression_unqualified(expression, t->object.name.name), &e);
	const char *name;

	if (!tree || tree->node_case != PG_QUERY__NODE__NODE_COLUMN_REF ||
	    tree->column_ref->n_fields != 1)
		return NULL;
	name = node_string(tree->column_ref->fields[0]);
	return name && table_column(t, name) ? name : NULL;
}

void
keys_read(struct list *keys, const struct table *t)
{
	const char *column;
	struct key *k;
	size_t i;

	*keys = list_copy(keys);
	for (i = 0; i < keys->n; i++) {
		k = element_copy(keys, i, sizeof *k);
		column = k->term.expression ? bare_column(k->term.expression, t) : NULL;
		if (column)
			k->term = (struct term){.column = column};
	}
}

/* the operator class that the access method has for the column's type anyway */
static bool
is_usual_class(const struct schema *s, const struct key *k, const struct table *t,
               const struct method *m)
{
	const struct column *c = k->term.column ? table_column(t, k->term.column) : NULL;
	const struct operator_class *class;
	struct qname name;

	if (!m || !c || !k->operator_class || qname_parse(k->operator_class, &name) ||
	    (name.schema && strcmp(name.schema, "pg_catalog") != 0))
		return false;
	class = class_named(m, name.name);
	/* brin has several for a type */
	return class && m->letter != 'r' && strchr(class->defaults, m->letter) &&
	       same(class->type, indexed_as(s, c));
}

void
keys_normalise(const struct schema *s, struct list *keys, const struct table *t, const char *using)
{
	const struct method *m = method_of(using);
	const char *usual;
	struct key *k;
	size_t i;

	*keys = list_copy(keys);
	for (i = 0; i < keys->n; i++) {
		k = element_copy(keys, i, sizeof *k);
		if (k->term.expression)
			k->term.expression =
				expression_unqualified(k->term.expression, t->object.name.name);
		if (is_usual_class(s, k, t, m))
			k->operator_class = NULL;
		if (same(k->order, "asc"))
			k->order = NULL;
		usual = k->order ? "first" : "last";
		if (same(k->nulls, usual))
			k->nulls = NULL;
	}
}

/* ---- columns in keys ---- */

bool
expression_uses_column(const char *text, const char *column)
{
	struct parse_error e;
	const PgQuery__Node *tree = text ? parse_expression(text, &e) : NULL;
	const struct column_ref *ref;
	struct list refs = {0};
	size_t i;

	if (!tree)
		return false;
	expression_columns(tree, &refs);
	for (i = 0; i < refs.n; i++) {
		ref = refs.v[i];
		if (same(ref->name, column))
			return true;
	}
	return false;
}

bool
keys_use_column(const struct list *keys, const char *column)
{
	const struct key *k;
	size_t i;

	for (i = 0; i < keys->n; i++) {
		k = keys->v[i];
		if (same(k->term.column, column) ||
		    expression_uses_column(k->term.expression, column))
			return true;
	}
	return false;
}

void
keys_rename_column(struct list *keys, const struct table *t, const char *from, const char *to)
{
	struct key *k;
	size_t i;

	*keys = list_copy(keys);
	for (i = 0; i < keys->n; i++) {
		k = element_copy(keys, i, sizeof *k);
		if (same(k->term.column, from))
			k->term.column = to;
		if (k->term.expression)
			k->term.expression = expression_rename_column(
				k->term.expression, t->object.name.name, from, to);
	}
}

void
strs_rename(struct strs *names, const char *from, const char *to)
{
	size_t i;

	if (!strs_has(names, from))
		return;
	*names = strs_copy(names);
	for (i = 0; i < names->n; i++)
		if (strcmp(names->v[i], from) == 0)
			names->v[i] = to;
}

/* ---- names ---- */

char *
name_addition(const struct strs *columns)
{
	struct buf b = {0};
	size_t i;

	/* as ChooseIndexNameAddition and ChooseForeignKeyConstraintNameAddition stop */
	for (i = 0; i < columns->n && b.n <= NAME_BYTES; i++)
		buf_fmt(&b, "%s%s", i ? "_" : "", columns->v[i]);
	return buf_str(&b);
}

/* as ChooseIndexColumnNames makes them differ */
static const char *
numbered(const char *name, const struct strs *taken)
{
	const char *free = name, *number;
	unsigned i;

	for (i = 1; strs_has(taken, free); i++) {
		number = strf("%u", i);
		free = strf("%.*s%s", (int)utf8_clip(name, NAME_BYTES - strlen(number)), name,
		            number);
	}
	return free;
}

char *
index_columns_name(const struct index *x)
{
	struct strs names = {0};
	const struct key *k;
	struct parse_error e;
	const PgQuery__Node *tree;
	const char *name;
	size_t i;

	for (i = 0; i < x->keys.n; i++) {
		k = x->keys.v[i];
		tree = k->term.column ? NULL : parse_expression(k->term.expression, &e);
		name = tree ? expression_name(tree) : k->term.column;
		strs_add(&names, numbered(name ? name : "expr", &names));
	}
	for (i = 0; i < x->include.n; i++)
		strs_add(&names, numbered(x->include.v[i], &names));
	return name_addition(&names);
}
