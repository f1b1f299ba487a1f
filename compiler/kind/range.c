/* Range types. Each brings a multirange type, which is renamed and moved by itself, and functions of the names of both, which keep
   their names when these are renamed. */
#include <string.h>
#include <strings.h>

#include "code.h"

struct range {
	struct code code;
	struct qname multirange; /* its text does not say it */
	const char *comment;     /* on that; and its owner, as struct object has it */
	const char *owner;
	struct strs functions; /* as they were named when it was made */
};

static const struct op_class create_range;

static const PgQuery__DefElem *
option(const PgQuery__CreateRangeStmt *n, const char *key)
{
	size_t i;

	for (i = 0; i < n->n_params; i++)
		if (strcasecmp(n->params[i]->def_elem->defname, key) == 0 &&
		    n->params[i]->def_elem->arg)
			return n->params[i]->def_elem;
	return NULL;
}

/* what an option names: the grammar takes names for types */
static const PgQuery__TypeName *
option_name(const PgQuery__CreateRangeStmt *n, const char *key)
{
	const PgQuery__DefElem *e = option(n, key);

	return e && e->arg->node_case == PG_QUERY__NODE__NODE_TYPE_NAME ? e->arg->type_name : NULL;
}

static void
follow(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CreateRangeStmt *n = statement->create_range_stmt;
	const PgQuery__TypeName *subtype = option_name(n, "subtype");
	const PgQuery__TypeName *collation = option_name(n, "collation");
	const PgQuery__TypeName *difference = option_name(n, "subtype_diff");
	PgQuery__CollateClause c;

	if (subtype)
		query_type(q, subtype);
	if (difference)
		query_function(q, difference->names, difference->n_names, difference->location);
	if (!collation)
		return;
	pg_query__collate_clause__init(&c);
	c.collname = collation->names;
	c.n_collname = collation->n_names;
	c.location = option(n, "collation")->location;
	query_collation(q, &c);
}

/* as makeMultirangeTypeName */
static const char *
multirange_name(const char *name)
{
	const char *range = strstr(name, "range");
	const char *made;

	if (range)
		made = strf("%.*smulti%s", (int)(range - name), name, range);
	else
		made = strf("%s_multirange", strn(name, utf8_clip(name, NAME_BYTES - 11)));
	return strn(made, utf8_clip(made, NAME_BYTES));
}

/* ---- the noun's functions ---- */

static const struct noun multirange_noun = {.name = "multirange type",
                                            .space = SPACE_TYPE,
                                            .alias = true,
                                            .size = sizeof(struct alias)};

static void
aliases(const struct object *o, struct list *list)
{
	const struct range *r = (const struct range *)o;
	struct alias *a;

	alias_add(o, &multirange_noun, r->multirange.name, o->at, list);
	a = list->v[list->n - 1];
	a->object.name = r->multirange;
}

bool
object_is_multirange(const struct object *o)
{
	return o->noun == &multirange_noun;
}

bool
is_multirange_of(const struct object *multirange, const struct object *range)
{
	return multirange && object_is_multirange(multirange) && range->noun == &range_kind.noun &&
	       same_qname(((const struct range *)range)->multirange, multirange->name);
}

struct qname
range_multirange(const struct object *o)
{
	return o->noun == &range_kind.noun ? ((const struct range *)o)->multirange
	                                   : (struct qname){NULL, NULL};
}

const char *
range_subtype(const struct schema *s, const struct object *o)
{
	if (object_is_multirange(o))
		o = schema_find(s, SPACE_TYPE, ((const struct alias *)o)->owner);
	if (!o || o->noun != &range_kind.noun)
		return NULL;
	return type_sql(
		option_name(code_tree((const struct code *)o)->create_range_stmt, "subtype"));
}

const struct object *
range_made_by(const struct schema *s, struct qname name)
{
	const struct object *o = schema_find(s, SPACE_TYPE, name);
	struct list excused = {0};
	size_t i;

	if (o && object_is_multirange(o))
		o = schema_find(s, SPACE_TYPE, ((const struct alias *)o)->owner);
	if (o)
		list_add(&excused, (void *)(size_t)o);
	schema_linked(s, LINK_EXCUSE, (struct qname){"", name.name}, &excused);
	for (i = 0; i < excused.n; i++) {
		o = excused.v[i];
		if (o->noun == &range_kind.noun &&
		    strs_has(&((const struct range *)o)->functions, name.name))
			return o;
	}
	return NULL;
}

/* the functions of its former name */
static void
excuses(const struct code *c, struct strs *names)
{
	const struct range *r = (const struct range *)c;
	size_t i;

	for (i = 0; i < r->functions.n; i++)
		if (!same(r->functions.v[i], c->name.name) &&
		    !same(r->functions.v[i], r->multirange.name))
			strs_add(names, r->functions.v[i]);
}

/* a copy that says its multirange, where that is not the one which its name alone would bring */
static const struct object *
spelled(const struct object *o)
{
	struct range *r = (struct range *)object_copy(o);
	const char *end = strrchr(r->code.tail, ')');
	struct qname brought = {r->code.name.schema, multirange_name(r->code.name.name)};

	if (!same_qname(brought, r->multirange))
		r->code.tail = strf("%.*s, multirange_type_name = %s)", (int)(end - r->code.tail),
		                    r->code.tail, sql_qname(r->multirange));
	return &r->code.object;
}

/* from is NULL where it is made anew */
static void
security_alter(struct diff *d, const struct range *from, const struct range *to)
{
	const char *name = sql_qname(to->multirange);

	comment_add(d, "type", name, from ? from->comment : NULL, to->comment);
	if (!same_owner(from ? from->owner : NULL, to->owner))
		diff_add(
			d, PHASE_OWNER,
			execute_new(d->at, strf("ALTER TYPE %s OWNER TO %s", name,
		                                to->owner ? sql_name(to->owner) : "CURRENT_USER")));
}

static void
create(struct diff *d, const struct object *o)
{
	code_create(d, spelled(o));
	security_alter(d, NULL, (const struct range *)o);
}

static void
multirange_alter(struct diff *d, struct qname from, struct qname to)
{
	struct qname name = {from.schema, to.name};

	if (!same(from.name, to.name))
		diff_add(d, PHASE_RENAME,
		         execute_new(d->at, strf("ALTER TYPE %s RENAME TO %s", sql_qname(from),
		                                 sql_name(to.name))));
	if (!same(from.schema, to.schema))
		diff_add(d, PHASE_RENAME,
		         execute_new(d->at, strf("ALTER TYPE %s SET SCHEMA %s", sql_qname(name),
		                                 sql_name(to.schema))));
}

static void
alter(struct diff *d, const struct object *from, const struct object *to)
{
	const struct range *a = (const struct range *)from, *b = (const struct range *)to;
	const bool stays = d->by_name || a->code.made == b->code.made;

	/* under another name its functions, too, have another */
	if (d->by_name && !same_qname(a->multirange, b->multirange)) {
		code_drop(d, from);
		create(d, to);
		return;
	}
	if (stays)
		multirange_alter(d, a->multirange, b->multirange);
	if (d->by_name)
		code_alter(d, from, to);
	else
		code_alter(d, spelled(from), spelled(to));
	security_alter(d, stays ? a : NULL, b);
}

static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_BASE_TYPE,
         .sql = "SELECT t.schema, t.typname, format('CREATE TYPE %s AS RANGE (%s)', t.said, concat('SUBTYPE = ', format_type(r.rngsubtype, NULL),\n"
                "    CASE WHEN NOT o.opcdefault THEN format(', SUBTYPE_OPCLASS = %I.%I', n.nspname, o.opcname) END,\n"
                "    CASE WHEN r.rngcollation <> y.typcollation THEN ', COLLATION = ' || l.said END,\n"
                "    CASE WHEN r.rngcanonical <> 0 THEN format(', CANONICAL = %s', r.rngcanonical) END,\n"
                "    CASE WHEN r.rngsubdiff <> 0 THEN format(', SUBTYPE_DIFF = %s', r.rngsubdiff) END,\n"
                "    <<14? (SELECT format(', MULTIRANGE_TYPE_NAME = %I.%I', h.name, m.typname) FROM pg_type m JOIN home h ON h.oid = m.typnamespace\n"
                "      WHERE m.oid = r.rngmultitypid AND (m.typnamespace <> t.typnamespace OR m.typname <> CASE\n"
                "        WHEN strpos(t.typname, 'range') > 0 THEN regexp_replace(t.typname, 'range', 'multirange') ELSE t.typname || '_multirange' END)) : NULL>>))\n"
                "FROM made_type t JOIN pg_range r ON r.rngtypid = t.oid JOIN pg_opclass o ON o.oid = r.rngsubopc JOIN pg_namespace n ON n.oid = o.opcnamespace\n"
                "  JOIN pg_type y ON y.oid = r.rngsubtype LEFT JOIN named_collation l ON l.oid = r.rngcollation\n"
                "WHERE t.typtype = 'r' ORDER BY t.oid"},
	{0},
};

const struct code_kind range_kind = {
	.noun = {.name = "type",
                 .space = SPACE_TYPE,
                 .plural = "TYPES",
                 .size = sizeof(struct range),
                 .unshare = code_unshare,
                 .aliases = aliases,
                 .links = code_links,
                 .remove = code_remove,
                 .settle = code_settle,
                 .create = create,
                 .drop = code_drop,
                 .alter = alter},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_TYPE,
	.keyword = "TYPE",
	.create = PHASE_CREATE_TYPE,
	.drop = PHASE_DROP_TYPE,
	.follow = follow,
	.excuses = excuses,
	.inspect = created,
};

/* a copy of the range of a multirange */
static struct range *
changed(const struct schema *s, const struct object *multirange)
{
	struct qname range = ((const struct alias *)multirange)->owner;

	return (struct range *)object_copy(schema_find(s, SPACE_TYPE, range));
}

void
multirange_comment(struct schema *s, const struct object *multirange, const char *comment)
{
	struct range *r = changed(s, multirange);

	r->comment = comment;
	schema_put(s, &r->code.object);
}

void
multirange_give(struct schema *s, const struct object *multirange, const char *owner)
{
	struct range *r = changed(s, multirange);

	r->owner = owner;
	schema_put(s, &r->code.object);
}

enum applied
multirange_move(const struct op *op, struct schema *s, const struct object *multirange,
                struct qname to)
{
	struct qname name = multirange->name;
	struct range *r;

	if (need_schema(op, s, to) == REFUSED || need_free_name(op, s, SPACE_TYPE, to) == REFUSED)
		return REFUSED;
	rename_uses(s, SPACE_TYPE, name, to);
	r = changed(s, multirange);
	r->multirange = to;
	schema_put(s, &r->code.object);
	rename_references(s, SPACE_TYPE, name, to);
	return APPLIED;
}

/* ---- CREATE TYPE … AS RANGE ---- */

/* the definition without the option that names the multirange */
static const char *
without_multirange(const char *definition)
{
	const char *key = "multirange_type_name";
	struct tokens tokens;
	size_t i, end, n = strlen(key);

	if (!scan_tokens(definition, &tokens))
		return definition;
	for (i = 0; i + 3 < tokens.n; i++)
		if (tokens.v[i].end - tokens.v[i].start == n &&
		    strncasecmp(definition + tokens.v[i].start, key, n) == 0)
			break;
	if (i + 3 >= tokens.n)
		return definition;
	for (end = i + 3; end + 1 < tokens.n && definition[tokens.v[end].start] == '.'; end += 2)
		;
	/* with the comma behind it, or before it */
	if (definition[tokens.v[end].start] == ',')
		end++;
	else if (definition[tokens.v[i - 1].start] == ',')
		i--;
	return strf("%.*s%s", (int)tokens.v[i].start, definition, definition + tokens.v[end].start);
}

static enum applied
need_options(const struct op *op, const PgQuery__CreateRangeStmt *n)
{
	static const char *const known[] = {"subtype",   "subtype_opclass", "collation",
	                                    "canonical", "subtype_diff",    "multirange_type_name"};
	struct strs names = {0};
	const char *key;
	size_t i, j;

	for (i = 0; i < LEN(known); i++)
		strs_add(&names, known[i]);
	for (i = 0; i < n->n_params; i++) {
		key = n->params[i]->def_elem->defname;
		if (!strs_has(&names, key))
			return op_error(op, E_PARAMETER, "a range type has no option '%s'%s", key,
			                did_you_mean(key, &names));
		for (j = 0; j < i; j++)
			if (strcmp(n->params[j]->def_elem->defname, key) == 0)
				return op_error(op, E_TWICE, "'%s' stands twice", key);
	}
	return option_name(n, "subtype") ? APPLIED
	                                 : op_error(op, E_STATEMENT, "a range type needs SUBTYPE");
}

static enum applied
need_subtype(const struct op *op, const struct schema *s, const PgQuery__CreateRangeStmt *n)
{
	const PgQuery__TypeName *collation = option_name(n, "collation");
	const char *type = type_sql(option_name(n, "subtype")), *name = NULL;

	if (collation)
		name = sql_qname(list_qname(collation->names, collation->n_names));
	return need_column_type(op, s, type, name);
}

/* what other functions than migrations' are is not known */
static enum applied
need_immutable(const struct op *op, const struct schema *s, const PgQuery__CreateRangeStmt *n,
               const char *key)
{
	const PgQuery__TypeName *said = option_name(n, key);
	struct qname name = said ? list_qname(said->names, said->n_names) : (struct qname){0};

	if (!said || !function_named(s, name) || !function_is_unsteady(s, name) ||
	    schema_excused(s, SPACE_FUNCTION, name))
		return APPLIED;
	return op_error(op, E_EXPRESSION, "%s: function %s was not made IMMUTABLE", key,
	                plain_qname(name));
}

static enum applied
need_difference(const struct op *op, const struct schema *s, const PgQuery__CreateRangeStmt *n)
{
	const PgQuery__TypeName *difference = option_name(n, "subtype_diff");
	const char *type = argument_type(s, option_name(n, "subtype"));
	struct strs types = {0};

	if (!difference)
		return APPLIED;
	strs_add(&types, type);
	strs_add(&types, type);
	return need_support(op, s, list_qname(difference->names, difference->n_names), &types,
	                    "double precision");
}

static struct op *
create_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_CREATE_RANGE_STMT
	               ? code_op(&create_range, c)
	               : NULL;
}

static enum applied
make(struct op *op, struct schema *s, const PgQuery__CreateRangeStmt *n)
{
	struct qname name = list_qname(n->type_name, n->n_type_name);
	const PgQuery__TypeName *multirange = option_name(n, "multirange_type_name");
	enum applied result = need_options(op, n);
	struct range *r;

	if (result == REFUSED || need_schema(op, s, name) == REFUSED)
		return REFUSED;
	r = (struct range *)code_new(op, s, &range_kind, name, NULL);
	if (!r || need_subtype(op, s, n) == REFUSED || need_difference(op, s, n) == REFUSED ||
	    need_immutable(op, s, n, "canonical") == REFUSED ||
	    need_immutable(op, s, n, "subtype_diff") == REFUSED)
		return REFUSED;
	r->code.tail = without_multirange(r->code.tail);
	r->multirange = (struct qname){r->code.name.schema, multirange_name(name.name)};
	if (multirange)
		r->multirange = schema_full(s, list_qname(multirange->names, multirange->n_names));
	if (need_schema(op, s, r->multirange) == REFUSED ||
	    need_free_name(op, s, SPACE_TYPE, r->multirange) == REFUSED)
		return REFUSED;
	strs_add(&r->functions, name.name);
	strs_add(&r->functions, r->multirange.name);
	return code_make(op, s, &r->code, false, false);
}

/* CANONICAL wants a function of the type, which is made of its shell: CREATE TYPE name */
static enum applied
create_apply(struct op *op, struct schema *s)
{
	const PgQuery__CreateRangeStmt *n = ((struct code_op *)op)->clause->node->create_range_stmt;
	struct object *there = schema_find(s, SPACE_TYPE, list_qname(n->type_name, n->n_type_name));
	bool shell = is_shell(there);
	size_t mark = schema_mark(s);
	enum applied result;

	if (shell)
		schema_remove(s, there);
	result = make(op, s, n);
	if (result == REFUSED)
		schema_back(s, mark);
	return shell ? worse(result, UNKNOWN) : result;
}

static const struct op_class create_range = {
	.shape = {"create_type", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = create_from,
	.apply = create_apply,
	.render = code_render,
};

const struct op_class *const range_ops[] = {&create_range, NULL};
