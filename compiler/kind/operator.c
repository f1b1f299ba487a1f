/* Operators, and the classes and families of them by which types are indexed. */
#include <string.h>
#include <strings.h>

#include "../catalog.h"
#include "candidate.h"
#include "code.h"

/* ---- operators: known by name and the types of both sides ---- */

static const char *const sides[] = {"leftarg", "rightarg"};

static const PgQuery__DefElem *
option(PgQuery__Node *const *options, size_t n, const char *name)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcasecmp(options[i]->def_elem->defname, name) == 0)
			return options[i]->def_elem;
	return NULL;
}

static const PgQuery__TypeName *
option_type(PgQuery__Node *const *options, size_t n, const char *name)
{
	const PgQuery__DefElem *e = option(options, n, name);

	return e && e->arg && e->arg->node_case == PG_QUERY__NODE__NODE_TYPE_NAME
	               ? e->arg->type_name
	               : NULL;
}

static void
follow_operator(struct query *q, const PgQuery__Node *statement)
{
	static const char *const calls[] = {"procedure", "function"};
	static const char *const estimators[] = {"restrict", "join"};
	const PgQuery__DefineStmt *d = statement->define_stmt;
	const PgQuery__TypeName *t;
	size_t i;

	for (i = 0; i < LEN(sides); i++) {
		t = option_type(d->definition, d->n_definition, sides[i]);
		if (t)
			query_type(q, t);
	}
	for (i = 0; i < LEN(calls); i++) {
		t = option_type(d->definition, d->n_definition, calls[i]);
		if (t)
			need_called_by_sql(q, t->names, t->n_names);
	}
	for (i = 0; i < LEN(estimators); i++) {
		t = option_type(d->definition, d->n_definition, estimators[i]);
		if (t)
			need_called(q, t->names, t->n_names);
	}
}

/* "= (integer, integer)" */
static const char *
operator_identity(const char *name, const char *left, const char *right)
{
	return strf("%s (%s, %s)", name, left, right);
}

/* RESTRICT and JOIN, as ALTER OPERATOR says them */
static const char *
estimator_sql(const char *key, const PgQuery__DefElem *e)
{
	const PgQuery__TypeName *t =
		e && e->arg && e->arg->node_case == PG_QUERY__NODE__NODE_TYPE_NAME
			? e->arg->type_name
			: NULL;

	return strf("SET (%s = %s)", key, t ? sql_qname(list_qname(t->names, t->n_names)) : "NONE");
}

static void
name_of(const struct schema *s, const PgQuery__ObjectWithArgs *o, struct qname *name,
        const char **id)
{
	const char *types[2] = {"NONE", "NONE"};
	size_t i;

	*name = list_qname(o->objname, o->n_objname);
	for (i = 0; i < o->n_objargs && i < 2; i++)
		if (o->objargs[i]->node_case == PG_QUERY__NODE__NODE_TYPE_NAME)
			types[i] = argument_type(s, o->objargs[i]->type_name);
	*id = operator_identity(name->name, types[0], types[1]);
}

/* RESTRICT and JOIN; the latter may do without its last argument */
static enum applied
need_estimator(const struct op *op, const struct schema *s, const PgQuery__DefElem *e)
{
	static const char *const types[] = {"internal", "oid", "internal"};
	const char *result = "double precision";
	const PgQuery__TypeName *t =
		e && e->arg && e->arg->node_case == PG_QUERY__NODE__NODE_TYPE_NAME
			? e->arg->type_name
			: NULL;
	struct strs all = {0};
	struct qname name;
	size_t i;

	if (!t || strcasecmp(node_string(t->names[t->n_names - 1]), "none") == 0)
		return APPLIED;
	name = list_qname(t->names, t->n_names);
	for (i = 0; i < LEN(types); i++)
		strs_add(&all, types[i]);
	if (strcasecmp(e->defname, "restrict") == 0) {
		strs_add(&all, "integer");
		return need_support(op, s, name, &all, result);
	}
	strs_add(&all, "smallint");
	if (support_gives(s, name, &all))
		return need_support(op, s, name, &all, result);
	strs_add(&all, "internal");
	return need_support(op, s, name, &all, result);
}

static enum applied
need_estimators(const struct op *op, const struct schema *s, PgQuery__Node *const *options,
                size_t n)
{
	return worse(need_estimator(op, s, option(options, n, "restrict")),
	             need_estimator(op, s, option(options, n, "join")));
}

static const PgQuery__TypeName *
operator_function(const PgQuery__DefineStmt *d)
{
	const PgQuery__TypeName *f = option_type(d->definition, d->n_definition, "function");

	return f ? f : option_type(d->definition, d->n_definition, "procedure");
}

static struct strs
operand_types(const struct schema *s, const PgQuery__DefineStmt *d)
{
	const PgQuery__TypeName *t;
	struct strs types = {0};
	size_t i;

	for (i = 0; i < LEN(sides); i++) {
		t = option_type(d->definition, d->n_definition, sides[i]);
		if (t)
			strs_add(&types, argument_type(s, t));
	}
	return types;
}

static enum applied
need_operator_function(const struct op *op, const struct schema *s, const PgQuery__DefineStmt *d)
{
	const PgQuery__TypeName *f = operator_function(d);
	struct strs types = operand_types(s, d);

	return f ? need_support(op, s, list_qname(f->names, f->n_names), &types, NULL) : APPLIED;
}

static enum applied
define_operator(const struct op *op, const struct schema *s, const PgQuery__Node *n,
                struct defined *d)
{
	const PgQuery__DefineStmt *stmt = n->define_stmt;
	const PgQuery__AlterOperatorStmt *alter = n->alter_operator_stmt;
	const char *types[2] = {"NONE", "NONE"}, *key;
	const PgQuery__TypeName *t;
	size_t i;

	if (n->node_case == PG_QUERY__NODE__NODE_ALTER_OPERATOR_STMT) {
		name_of(s, alter->opername, &d->name, &d->identity);
		for (i = 0; i < alter->n_options; i++) {
			key = alter->options[i]->def_elem->defname;
			setting_add(d, key, estimator_sql(key, alter->options[i]->def_elem));
		}
		return need_estimators(op, s, alter->options, alter->n_options);
	}
	d->name = list_qname(stmt->defnames, stmt->n_defnames);
	for (i = 0; i < LEN(sides); i++) {
		t = option_type(stmt->definition, stmt->n_definition, sides[i]);
		if (t)
			types[i] = argument_type(s, t);
	}
	d->identity = operator_identity(d->name.name, types[0], types[1]);
	if (!option(stmt->definition, stmt->n_definition, "procedure") &&
	    !option(stmt->definition, stmt->n_definition, "function"))
		return op_error(op, E_STATEMENT, "operator %s has no function",
		                plain_qname(d->name));
	if (strcmp(types[1], "NONE") == 0)
		return op_error(op, E_MISMATCH, "operator %s has no rightarg",
		                plain_qname(d->name));
	return worse(need_operator_function(op, s, stmt),
	             need_estimators(op, s, stmt->definition, stmt->n_definition));
}

bool
operator_may_be(const struct schema *s, struct qname name)
{
	struct list made, extensions;
	size_t i;

	if (catalog_signatures(name.name))
		return true;
	made = schema_all(s, &operator_kind.noun);
	extensions = extensions_there(s);
	for (i = 0; i < made.n; i++)
		if (same(((const struct code *)made.v[i])->name.name, name.name))
			return true;
	for (i = 0; i < extensions.n; i++)
		if (!extension_types(((struct object *)extensions.v[i])->name.name))
			return true;
	return extensions_bring(s, name.name) || schema_excused(s, SPACE_OPERATOR, name);
}

struct signature
operator_signature(const struct schema *s, const struct code *c)
{
	const PgQuery__DefineStmt *d = code_tree(c)->define_stmt;
	struct signature g = {.volatility = 'x', .made = c};
	struct strs types = operand_types(s, d);
	const char *type;
	size_t i;

	for (i = 0; i < types.n; i++) {
		type = signature_type(s, types.v[i]);
		strs_add(&g.arguments, type ? type : "");
	}
	return g;
}

/* what its function gives; NULL where that is not one of migrations */
const char *
operator_gives(const struct schema *s, const struct code *c)
{
	const PgQuery__DefineStmt *d = code_tree(c)->define_stmt;
	const PgQuery__TypeName *f = operator_function(d);
	struct strs types = operand_types(s, d);
	struct qname name = list_qname(f->names, f->n_names);
	const struct object *o;

	o = schema_find(s, SPACE_FUNCTION,
	                (struct qname){name.schema, function_identity(name.name, &types)});
	return o && o->noun == &function_kind.noun
	               ? function_returns(s, o,
	                                  code_tree((const struct code *)o)->create_function_stmt)
	                         .type
	               : NULL;
}

static struct code *
find_operator(const struct schema *s, const PgQuery__Node *object, struct qname *name)
{
	const char *id;

	name_of(s, object->object_with_args, name, &id);
	return (struct code *)schema_find(s, SPACE_OPERATOR, (struct qname){name->schema, id});
}

char *
operator_sql(struct qname name)
{
	return name.schema && strcmp(sql_qname(name), sql_name(name.name)) != 0
	               ? strf("%s.%s", sql_name(name.schema), name.name)
	               : str(name.name);
}

char *
operator_renamed(const char *text, size_t offset, struct qname from, struct qname to)
{
	const char *name = operator_sql(to);
	struct tokens tokens;
	size_t first, last;

	if (!scan_tokens(text, &tokens) || !tokens.n)
		return str(text);
	first = last = token_at(&tokens, offset);
	if (tokens.v[first].type == PG_QUERY__TOKEN__OPERATOR)
		while (last + 1 < tokens.n && text[tokens.v[last].start] != ')')
			last++;
	else if (strncmp(text + tokens.v[first].start, from.name, strlen(from.name)) != 0)
		return str(text);
	if (strcmp(name, to.name) != 0)
		name = strf("OPERATOR(%s)", name);
	return strf("%.*s%s%s", (int)tokens.v[first].start, text, name, text + tokens.v[last].end);
}

static const char *
identity_of_operator(const struct code *c)
{
	return strf("%s%s", operator_sql(c->name), c->object.name.name + strlen(c->name.name));
}

static bool
has_operator(const char *name)
{
	return catalog_signatures(name) != NULL;
}

static void
own_name(const struct code *c, struct strs *names)
{
	strs_add(names, c->name.name);
}

static const char *
reset_operator(const struct code *c, const char *key)
{
	const PgQuery__DefineStmt *d = code_tree(c)->define_stmt;

	return estimator_sql(key, option(d->definition, d->n_definition, key));
}

/* ---- the operators that two are to each other: both say it, and neither once one is gone ---- */

static const char *const links[] = {"COMMUTATOR", "NEGATOR"};

static const PgQuery__DefElem *
link_of(const struct code *c, const char *link)
{
	const PgQuery__DefineStmt *d = code_tree(c)->define_stmt;
	const PgQuery__DefElem *e = option(d->definition, d->n_definition, link);

	return e && e->arg && e->arg->node_case == PG_QUERY__NODE__NODE_LIST ? e : NULL;
}

/* what c says that it is so linked to, or NULL */
static struct code *
linked(const struct schema *s, const struct code *c, const char *link)
{
	const PgQuery__DefElem *e = link_of(c, link);
	const char *types[2] = {"NONE", "NONE"};
	const PgQuery__DefineStmt *d = code_tree(c)->define_stmt;
	const bool turned = strcmp(link, "COMMUTATOR") == 0;
	const PgQuery__TypeName *t;
	struct qname name;
	size_t i;

	if (!e)
		return NULL;
	for (i = 0; i < LEN(sides); i++) {
		t = option_type(d->definition, d->n_definition, sides[i]);
		if (t)
			types[turned ? 1 - i : i] = argument_type(s, t);
	}
	name = list_qname(e->arg->list->items, e->arg->list->n_items);
	name.name = operator_identity(name.name, types[0], types[1]);
	return (struct code *)schema_find(s, SPACE_OPERATOR, name);
}

/* leaves an option and its comma out of the definition */
static void
unlink_from(struct code *c, const char *link)
{
	const PgQuery__DefElem *e = link_of(c, link);
	const char *text = code_sql(c), *rest;
	const size_t head = strlen(text) - strlen(c->tail);
	struct tokens tokens;
	size_t first, last;
	int depth = 0;

	if (!e || !scan_tokens(text, &tokens))
		return;
	first = last = token_at(&tokens, (size_t)e->location);
	while (depth || !strchr(",)", text[tokens.v[last].start])) {
		depth += text[tokens.v[last].start] == '(';
		depth -= text[tokens.v[last].start] == ')';
		last++;
	}
	rest = text + tokens.v[last].start;
	if (text[tokens.v[first - 1].start] == ',')
		first--;
	else
		rest = text + tokens.v[last + 1].start;
	c->tail = strf("%.*s%s", (int)(tokens.v[first].start - head), c->tail, rest);
}

static void
link_to(struct code *c, const char *link, struct qname to)
{
	const char *end = strrchr(c->tail, ')'), *name = operator_sql(to);

	if (strcmp(name, to.name) != 0)
		name = strf("OPERATOR(%s)", name);
	c->tail = strf("%.*s, %s = %s%s", (int)(end - c->tail), c->tail, link, name, end);
}

/* the server has the one that a new one names say so too */
static void
link_back(struct schema *s, struct code *c)
{
	struct code *other;
	size_t i;

	for (i = 0; i < LEN(links); i++) {
		other = linked(s, c, links[i]);
		if (!other || link_of(other, links[i]))
			continue;
		other = (struct code *)object_copy(&other->object);
		link_to(other, links[i], schema_full(s, c->name));
		schema_put(s, &other->object);
	}
}

static void
remove_operator(struct schema *s, struct object *o)
{
	const char *name = ((const struct code *)o)->name.name;
	struct list all = schema_all(s, o->noun);
	struct code *c;
	size_t i, j;

	for (i = 0; i < all.n; i++)
		for (j = 0; j < LEN(links); j++) {
			c = s->by_id.v[((struct object *)all.v[i])->id];
			if (c->object.id == o->id || !strstr(c->tail, name) ||
			    linked(s, c, links[j]) != (struct code *)o)
				continue;
			c = (struct code *)object_copy(&c->object);
			unlink_from(c, links[j]);
			schema_put(s, &c->object);
		}
	code_remove(s, o);
}

/* with its links where they are the same for all, whichever of two came first */
static char *
full_operator(const struct code *c)
{
	struct code *full = copy(c, sizeof *c);
	const PgQuery__DefElem *e;
	size_t i;

	for (i = 0; i < LEN(links); i++) {
		e = link_of(full, links[i]);
		if (!e)
			continue;
		unlink_from(full, links[i]);
		link_to(full, links[i], list_qname(e->arg->list->items, e->arg->list->n_items));
	}
	return code_sql(full);
}

/* "&&", or "OPERATOR(s.&&)" */
static struct qname
operator_of(const char *with)
{
	struct parse_error e;
	const PgQuery__Node *n = parse_expression(strf("a %s b", with), &e);

	return n ? list_qname(n->a_expr->name, n->a_expr->n_name) : (struct qname){NULL, with};
}

/* in an exclusion constraint; of several of that name, the types tell which */
static bool
excludes_by(const struct schema *s, const struct code *c, const struct table *t, const char *using,
            const struct key *k)
{
	const struct column *column = k->term.column ? table_column(t, k->term.column) : NULL;
	struct strs types = {0};

	(void)using;
	if (!k->with)
		return false;
	strs_add(&types, column ? column->type : NULL);
	strs_add(&types, column ? column->type : NULL);
	return operator_meant(s, operator_of(k->with), &types) == c;
}

static const char **
excluding_part(struct key *k)
{
	return &k->with;
}

static const struct catalog_query created_operator[] = {
	{.phase = PHASE_CREATE_FUNCTION,
         .sql = "SELECT h.name, o.oprname, format('CREATE OPERATOR %s.%s (%s)', h.said, o.oprname, concat_ws(', ', 'FUNCTION = ' || o.oprcode,\n"
                "    'LEFTARG = ' || format_type(nullif(o.oprleft, 0), NULL), 'RIGHTARG = ' || format_type(nullif(o.oprright, 0), NULL),\n"
                "    'COMMUTATOR = ' || (SELECT format('OPERATOR(%I.%s)', n.nspname, x.oprname) FROM pg_operator x JOIN pg_namespace n ON n.oid = x.oprnamespace WHERE x.oid = o.oprcom),\n"
                "    'NEGATOR = ' || (SELECT format('OPERATOR(%I.%s)', n.nspname, x.oprname) FROM pg_operator x JOIN pg_namespace n ON n.oid = x.oprnamespace WHERE x.oid = o.oprnegate),\n"
                "    'RESTRICT = ' || nullif(o.oprrest::text, '-'), 'JOIN = ' || nullif(o.oprjoin::text, '-'),\n"
                "    CASE WHEN o.oprcanhash THEN 'HASHES' END, CASE WHEN o.oprcanmerge THEN 'MERGES' END))\n"
                "FROM pg_operator o JOIN home h ON h.oid = o.oprnamespace\n"
                "WHERE o.oprcode <> 0 AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_operator'::regclass AND m.objid = o.oid) ORDER BY o.oid"},
	{0},
};

const struct code_kind operator_kind = {
	.noun = {.name = "operator",
                 .space = SPACE_OPERATOR,
                 .size = sizeof(struct code),
                 .settle = code_settle,
                 .unshare = code_unshare,
                 .columns = code_columns,
                 .links = code_links,
                 .remove = remove_operator,
                 .create = code_create,
                 .drop = code_drop,
                 .alter = code_alter},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_OPERATOR,
	.keyword = "OPERATOR",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.find = find_operator,
	.identity = identity_of_operator,
	.spelled = operator_sql,
	.others = has_operator,
	.excuses = own_name,
	.follow = follow_operator,
	.full = full_operator,
	.bring = link_back,
	.made_by = PG_QUERY__NODE__NODE_DEFINE_STMT,
	.altered_by = PG_QUERY__NODE__NODE_ALTER_OPERATOR_STMT,
	.define = define_operator,
	.reset = reset_operator,
	.in_key = excludes_by,
	.key_part = excluding_part,
	.inspect = created_operator,
};

/* ---- classes and families: known by name and access method ---- */

/* of CREATE OPERATOR CLASS and of ALTER OPERATOR FAMILY */
enum item_type { ITEM_OPERATOR = 1, ITEM_FUNCTION, ITEM_STORAGE };

static const char *
by_method(const char *name, const char *method)
{
	return strf("%s USING %s", name, sql_name(method));
}

/* the method, and the name behind it */
static struct code *
find_by_method(const struct schema *s, enum space space, const PgQuery__Node *object,
               struct qname *name)
{
	const PgQuery__List *list = object->list;

	*name = list_qname(list->items + 1, list->n_items - 1);
	return (struct code *)schema_find(
		s, space,
		(struct qname){name->schema, by_method(name->name, node_string(list->items[0]))});
}

static struct code *
find_class(const struct schema *s, const PgQuery__Node *object, struct qname *name)
{
	return find_by_method(s, SPACE_OPERATOR_CLASS, object, name);
}

static struct code *
find_family(const struct schema *s, const PgQuery__Node *object, struct qname *name)
{
	return find_by_method(s, SPACE_OPERATOR_FAMILY, object, name);
}

static const char *
identity_by_method(const struct code *c)
{
	return strf("%s%s", sql_qname(c->name), c->object.name.name + strlen(c->name.name));
}

/* all that the server has are called so */
static bool
has_ops(const char *name)
{
	return strstr(name, "_ops") != NULL;
}

static void
follow_method(struct query *q, const char *method)
{
	need_named(q, &access_method_kind, (struct qname){NULL, method}, NULL, "using");
}

/* how many operators the method knows; 0: the class decides */
static int
operators_of(const char *method)
{
	return strcmp(method, "btree") == 0 ? 5 : strcmp(method, "hash") == 0 ? 1 : 0;
}

static enum applied
need_numbers(const struct op *op, const char *method, PgQuery__Node *const *items, size_t n)
{
	const PgQuery__CreateOpClassItem *item;
	int most = operators_of(method);
	size_t i;

	for (i = 0; most && i < n; i++) {
		item = items[i]->create_op_class_item;
		if (item->itemtype == ITEM_OPERATOR && (item->number < 1 || item->number > most))
			return op_error(op, E_INDEX,
			                "there is no operator %d of access method '%s': it has %d",
			                item->number, method, most);
	}
	return APPLIED;
}

static const char *
owner_alone(const struct code *c, const char *key)
{
	(void)c;
	return strcmp(key, "owner") == 0 ? "OWNER TO CURRENT_USER" : NULL;
}

/* an operator that migrations made; of several of that name, which one is not known */
static void
follow_class_operator(struct query *q, const PgQuery__ObjectWithArgs *o)
{
	struct qname name = list_qname(o->objname, o->n_objname);
	struct use u = {.space = SPACE_OPERATOR};
	struct list made = schema_all(q->schema, &operator_kind.noun);
	const struct code *c;
	size_t i;

	for (i = 0; i < made.n; i++) {
		c = made.v[i];
		if (!same(c->name.name, name.name) ||
		    (name.schema && !same(c->name.schema, name.schema)))
			continue;
		u.name = c->name;
		u.offset = (size_t)word_place(q, "as", name);
		list_add(&q->uses, copy(&u, sizeof u));
		return;
	}
}

static void
follow_class(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CreateOpClassStmt *class = statement->create_op_class_stmt;
	const PgQuery__CreateOpClassItem *item;
	struct qname family = {NULL, NULL};
	size_t i, j;

	query_type(q, class->datatype);
	follow_method(q, class->amname);
	if (class->n_opfamilyname) {
		family = list_qname(class->opfamilyname, class->n_opfamilyname);
		need_named(q, &operator_family_kind, family, by_method(family.name, class->amname),
		           "family");
	}
	for (i = 0; i < class->n_items; i++) {
		item = class->items[i]->create_op_class_item;
		for (j = 0; j < item->n_class_args; j++)
			query_type(q, item->class_args[j]->type_name);
		if (item->itemtype == ITEM_FUNCTION)
			need_called_with(q, item->name);
		else if (item->itemtype == ITEM_OPERATOR)
			follow_class_operator(q, item->name);
	}
}

static struct strs
item_types(const struct schema *s, const PgQuery__ObjectWithArgs *o)
{
	struct strs types = {0};
	size_t i;

	for (i = 0; i < o->n_objargs; i++)
		strs_add(&types, o->objargs[i]->node_case == PG_QUERY__NODE__NODE_TYPE_NAME
		                         ? argument_type(s, o->objargs[i]->type_name)
		                         : "NONE");
	return types;
}

/* what the functions of these methods give, by their numbers */
static const char *
given_by(const char *method, int number)
{
	static const char *const btree[] = {"integer", "void", "boolean", "boolean", "void"};
	static const char *const hash[] = {"integer", "bigint", "void"};

	if (strcmp(method, "btree") == 0 && number >= 1 && number <= (int)LEN(btree))
		return btree[number - 1];
	if (strcmp(method, "hash") == 0 && number >= 1 && number <= (int)LEN(hash))
		return hash[number - 1];
	return NULL;
}

/* an operator that takes just these types */
static enum applied
need_operator(const struct op *op, const struct schema *s, struct qname name,
              const struct strs *types)
{
	const char *id = operator_identity(name.name, types->v[0], types->v[1]);

	if (name.schema || schema_find(s, SPACE_OPERATOR, (struct qname){NULL, id}) ||
	    schema_excused(s, SPACE_OPERATOR, name) || extensions_bring(s, name.name) ||
	    server_gives(catalog_signatures(name.name), types))
		return APPLIED;
	return op_error(op, E_NO_FUNCTION, "there is no operator %s", id);
}

/* what an item names takes its types as they are; `type` is the class's, NULL where it is a family's */
static enum applied
need_item(const struct op *op, const struct schema *s, const char *method,
          const PgQuery__CreateOpClassItem *item, const char *type)
{
	struct qname name;
	struct strs types;
	size_t i;

	if (!item->name)
		return APPLIED;
	name = list_qname(item->name->objname, item->name->n_objname);
	types = item_types(s, item->name);
	if (item->itemtype == ITEM_FUNCTION && !item->name->args_unspecified)
		return need_support(op, s, name, &types, given_by(method, item->number));
	if (item->itemtype != ITEM_OPERATOR)
		return APPLIED;
	for (i = types.n; type && i < 2; i++)
		strs_add(&types, type);
	return types.n == 2 ? need_operator(op, s, name, &types) : APPLIED;
}

static enum applied
need_items(const struct op *op, const struct schema *s, const char *method,
           PgQuery__Node *const *items, size_t n, const char *type)
{
	enum applied result = need_numbers(op, method, items, n);
	size_t i;

	for (i = 0; i < n && result != REFUSED; i++)
		result = need_item(op, s, method, items[i]->create_op_class_item, type);
	return result;
}

static enum applied
define_class(const struct op *op, const struct schema *s, const PgQuery__Node *n, struct defined *d)
{
	const PgQuery__CreateOpClassStmt *class = n->create_op_class_stmt;

	d->name = list_qname(class->opclassname, class->n_opclassname);
	d->identity = by_method(d->name.name, class->amname);
	return need_items(op, s, class->amname, class->items, class->n_items,
	                  argument_type(s, class->datatype));
}

/* the text behind the name of a class, with its family behind USING method */
static char *
with_family(const char *tail, struct qname family)
{
	struct tokens tokens;
	size_t i, end;

	if (!scan_tokens(tail, &tokens))
		return str(tail);
	for (i = 0; tokens.v[i].type != PG_QUERY__TOKEN__USING; i++)
		;
	end = tokens.v[i + 1].end;
	return strf("%.*s FAMILY %s%s", (int)end, tail, sql_qname(family), tail + end);
}

/* a class of no family has one of its own name, which is made where there is none, and stays where the class is renamed or dropped */
static void
bring_family(struct schema *s, struct code *c)
{
	const PgQuery__CreateOpClassStmt *class = code_tree(c)->create_op_class_stmt;
	struct qname name = {c->name.schema, by_method(c->name.name, class->amname)};
	struct code *family;

	if (class->n_opfamilyname)
		return;
	if (!schema_find(s, SPACE_OPERATOR_FAMILY, name)) {
		family = alloc(sizeof *family);
		family->object.noun = &operator_family_kind.noun;
		family->object.at = c->object.at;
		family->object.id = schema_id(s);
		family->object.name = name;
		family->name = c->name;
		family->head = "CREATE OPERATOR FAMILY ";
		family->made = schema_id(s);
		code_define(s, family, strf(" USING %s", sql_name(class->amname)));
		schema_put(s, &family->object);
	}
	code_define(s, c, with_family(c->tail, c->name));
}

/* how the type is indexed */
static void
class_excuses(const struct code *c, struct strs *names)
{
	const PgQuery__CreateOpClassStmt *class = code_tree(c)->create_op_class_stmt;

	strs_add(names, c->name.name);
	strs_add(names, type_parts(type_sql(class->datatype)).name.name);
}

/* the name of a class, of which a key may say parameters too */
static struct qname
class_of(const char *text)
{
	struct parse_error e;
	const PgQuery__Node *n = parse_statement(strf("CREATE INDEX ON x (a %s)", text), &e);
	const PgQuery__IndexElem *elem = n->index_stmt->index_params[0]->index_elem;

	return list_qname(elem->opclass, elem->n_opclass);
}

/* a key that says none has the one that its type has by itself */
static bool
indexes_by(const struct schema *s, const struct code *c, const struct table *t, const char *using,
           const struct key *k)
{
	const PgQuery__CreateOpClassStmt *class = code_tree(c)->create_op_class_stmt;
	const struct column *column = k->term.column ? table_column(t, k->term.column) : NULL;
	struct type_parts indexed, classed;
	struct qname name;

	if (strcmp(using ? using : "btree", class->amname) != 0)
		return false;
	if (!k->operator_class && (!class->is_default || !column))
		return false;
	if (!k->operator_class) {
		indexed = type_parts(domain_base(s, column->type));
		classed = type_parts(type_sql(class->datatype));
		return indexed.dimensions == classed.dimensions &&
		       (indexed.builtin ? same_qname(indexed.name, classed.name)
		                        : !classed.builtin &&
		                                  schema_find(s, SPACE_TYPE, indexed.name) ==
		                                          schema_find(s, SPACE_TYPE, classed.name));
	}
	name = class_of(k->operator_class);
	name.name = by_method(name.name, class->amname);
	return schema_find(s, SPACE_OPERATOR_CLASS, name) == &c->object;
}

static const char **
class_part(struct key *k)
{
	return &k->operator_class;
}

static const struct catalog_query created_operator_class[] = {
	{.phase = PHASE_CREATE_FUNCTION,
         .sql = "SELECT h.name, c.opcname, format('CREATE OPERATOR CLASS %s.%I %sFOR TYPE %s USING %I %sAS %s', h.said, c.opcname,\n"
                "    CASE WHEN c.opcdefault THEN 'DEFAULT ' END, format_type(c.opcintype, NULL), a.amname,\n"
                "    CASE WHEN f.opfname <> c.opcname OR f.opfnamespace <> c.opcnamespace THEN format('FAMILY %I.%I ', n.nspname, f.opfname) END,\n"
                "    concat_ws(', ', (SELECT string_agg(e.said, ', ' ORDER BY e.said) FROM pg_depend d JOIN family_element e ON e.class = d.classid AND e.oid = d.objid\n"
                "        WHERE d.refclassid = 'pg_opclass'::regclass AND d.refobjid = c.oid AND d.deptype = 'i'),\n"
                "      'STORAGE ' || CASE WHEN c.opckeytype <> 0 THEN format_type(c.opckeytype, NULL) WHEN NOT EXISTS (SELECT FROM pg_depend d\n"
                "        WHERE d.refclassid = 'pg_opclass'::regclass AND d.refobjid = c.oid AND d.deptype = 'i') THEN format_type(c.opcintype, NULL) END))\n"
                "FROM pg_opclass c JOIN home h ON h.oid = c.opcnamespace JOIN pg_am a ON a.oid = c.opcmethod\n"
                "  JOIN pg_opfamily f ON f.oid = c.opcfamily JOIN pg_namespace n ON n.oid = f.opfnamespace\n"
                "WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_opclass'::regclass AND m.objid = c.oid) ORDER BY c.oid"},
	{0},
};

const struct code_kind operator_class_kind = {
	.noun = {CODE_NOUN("operator class", SPACE_OPERATOR_CLASS)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_OPCLASS,
	.keyword = "OPERATOR CLASS",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.find = find_class,
	.identity = identity_by_method,
	.others = has_ops,
	.excuses = class_excuses,
	.follow = follow_class,
	.made_by = PG_QUERY__NODE__NODE_CREATE_OP_CLASS_STMT,
	.define = define_class,
	.bring = bring_family,
	.reset = owner_alone,
	.in_key = indexes_by,
	.key_part = class_part,
	.inspect = created_operator_class,
};

/* "OPERATOR 1 (int4, int8)", "FUNCTION 1 (int4, int8)": what DROP calls an item of a family; NULL where ADD leaves the types to
   what it names */
static const char *
item_key(const struct schema *s, const PgQuery__CreateOpClassItem *item)
{
	PgQuery__Node *const *types = item->class_args;
	size_t n = item->n_class_args;
	const char *left, *right;

	if (!n && item->name && item->itemtype == ITEM_OPERATOR) {
		types = item->name->objargs;
		n = item->name->n_objargs;
	}
	if (!n || types[0]->node_case != PG_QUERY__NODE__NODE_TYPE_NAME)
		return NULL;
	left = argument_type(s, types[0]->type_name);
	right = n > 1 && types[1]->node_case == PG_QUERY__NODE__NODE_TYPE_NAME
	                ? argument_type(s, types[1]->type_name)
	                : left;
	return strf("%s %d (%s, %s)", item->itemtype == ITEM_OPERATOR ? "OPERATOR" : "FUNCTION",
	            item->number, left, right);
}

/* "OPERATOR 1 < (int4, int8)" as the item says it */
static const char *
item_sql(const struct schema *s, const PgQuery__CreateOpClassItem *item, const char *key)
{
	struct strs types = {0};
	struct qname name = list_qname(item->name->objname, item->name->n_objname);
	const char *number = strf("%d", item->number), *arguments = "";
	size_t i;

	for (i = 0; i < item->name->n_objargs; i++)
		strs_add(&types, argument_type(s, item->name->objargs[i]->type_name));
	if (!item->name->args_unspecified)
		arguments = strf(" (%s)", strs_join(&types, ", "));
	if (item->itemtype == ITEM_OPERATOR)
		return strf("OPERATOR %s %s%s%s", number, operator_sql(name), arguments,
		            item->n_order_family ? strf(" FOR ORDER BY %s",
		                                        sql_qname(list_qname(item->order_family,
		                                                             item->n_order_family)))
		                                 : "");
	return strf("FUNCTION %s %s %s%s", number, strchr(key, '('), sql_qname(name), arguments);
}

/* to be dropped it must be there, and to be added it must not; what a class brought is not known here */
static enum applied
need_item_there(const struct op *op, const struct schema *s, const struct code *family,
                const char *key, bool drops)
{
	const struct setting *set = code_setting(family, key);
	bool there = set && strncmp(set->sql, "ADD", 3) == 0;

	if (there == drops || schema_doubts(s, &family->object))
		return APPLIED;
	return op_error(op, there ? E_EXISTS : E_NO_PART, "operator family %s %s %s",
	                plain_qname(family->name), there ? "has already" : "has no", key);
}

static enum applied
define_family(const struct op *op, const struct schema *s, const PgQuery__Node *n,
              struct defined *d)
{
	const PgQuery__CreateOpFamilyStmt *family = n->create_op_family_stmt;
	const PgQuery__AlterOpFamilyStmt *alter = n->alter_op_family_stmt;
	const PgQuery__CreateOpClassItem *item;
	enum applied result = APPLIED;
	struct object *there;
	bool known;
	const char *key;
	size_t i;

	if (n->node_case == PG_QUERY__NODE__NODE_CREATE_OP_FAMILY_STMT) {
		d->name = list_qname(family->opfamilyname, family->n_opfamilyname);
		d->identity = by_method(d->name.name, family->amname);
		return APPLIED;
	}
	d->name = list_qname(alter->opfamilyname, alter->n_opfamilyname);
	d->identity = by_method(d->name.name, alter->amname);
	if (need_items(op, s, alter->amname, alter->items, alter->n_items, NULL) == REFUSED)
		return REFUSED;
	there = schema_find(s, SPACE_OPERATOR_FAMILY, (struct qname){d->name.schema, d->identity});
	known = there && !code_with(s, there, NULL).n;
	for (i = 0; i < alter->n_items; i++) {
		item = alter->items[i]->create_op_class_item;
		key = item_key(s, item);
		if (key && known &&
		    need_item_there(op, s, (const struct code *)there, key, alter->is_drop) ==
		            REFUSED)
			return REFUSED;
		if (!key)
			result = UNKNOWN;
		else if (alter->is_drop)
			setting_add(d, key, strf("DROP %s", key));
		else
			setting_add(d, key, strf("ADD %s", item_sql(s, item, key)));
	}
	return result;
}

static void
follow_family(struct query *q, const PgQuery__Node *statement)
{
	follow_method(q, statement->create_op_family_stmt->amname);
}

static const char *
reset_family(const struct code *c, const char *key)
{
	(void)c;
	return strcmp(key, "owner") == 0 ? "OWNER TO CURRENT_USER" : strf("DROP %s", key);
}

/* a class makes the family of its own name */
static const struct catalog_query created_operator_family[] = {
	{.phase = PHASE_CREATE_SEQUENCE,
         .sql = "SELECT h.name, f.opfname, format('CREATE OPERATOR FAMILY %s.%I USING %I', h.said, f.opfname, a.amname)\n"
                "FROM pg_opfamily f JOIN home h ON h.oid = f.opfnamespace JOIN pg_am a ON a.oid = f.opfmethod\n"
                "WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_opfamily'::regclass AND m.objid = f.oid)\n"
                "  AND NOT EXISTS (SELECT FROM pg_opclass c WHERE c.opcfamily = f.oid AND c.opcname = f.opfname AND c.opcnamespace = f.opfnamespace) ORDER BY f.oid"},
	{.phase = PHASE_CREATE_BASE_TYPE,
         .sql = "SELECT h.name, f.opfname, format('ALTER OPERATOR FAMILY %s.%I USING %I ADD %s', h.said, f.opfname, a.amname, string_agg(e.said, ', ' ORDER BY e.said))\n"
                "FROM pg_opfamily f JOIN home h ON h.oid = f.opfnamespace JOIN pg_am a ON a.oid = f.opfmethod\n"
                "  JOIN pg_depend d ON d.refclassid = 'pg_opfamily'::regclass AND d.refobjid = f.oid AND d.deptype = 'a' JOIN family_element e ON e.class = d.classid AND e.oid = d.objid\n"
                "WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_opfamily'::regclass AND m.objid = f.oid) GROUP BY f.oid, h.name, h.said, f.opfname, a.amname"},
	{0},
};

const struct code_kind operator_family_kind = {
	.noun = {CODE_NOUN("operator family", SPACE_OPERATOR_FAMILY)},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_OPFAMILY,
	.keyword = "OPERATOR FAMILY",
	.create = PHASE_CREATE_FUNCTION,
	.drop = PHASE_DROP_FUNCTION,
	.find = find_family,
	.identity = identity_by_method,
	.others = has_ops,
	.follow = follow_family,
	.made_by = PG_QUERY__NODE__NODE_CREATE_OP_FAMILY_STMT,
	.altered_by = PG_QUERY__NODE__NODE_ALTER_OP_FAMILY_STMT,
	.define = define_family,
	.reset = reset_family,
	.inspect = created_operator_family,
};
