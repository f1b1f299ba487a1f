/* Kinds whose statements are alike: a CREATE that names what it makes, an ALTER that says anew some of what it is, and for some a
   DROP of their own. Each kind reads its statements (.define); what becomes of the schema is the same for all. */
#include <string.h>

#include "code.h"

/* ---- what statements name ---- */

void
need_named(struct query *q, const struct code_kind *kind, struct qname name, const char *identity,
           const char *after)
{
	struct qname full = {name.schema, identity ? identity : name.name};
	const struct object *o = schema_find(q->schema, kind->noun.space, full);
	struct use u = {.space = kind->noun.space};
	int place = word_place(q, after, name);

	if (o) {
		u.name = used_name(o);
		u.offset = place < 0 ? 0 : (size_t)place;
		list_add(&q->uses, copy(&u, sizeof u));
	} else if (!code_is_others(q->schema, kind, name)) {
		if (!q->op ||
		    missing(q->op, q->schema, kind->noun.name, kind->noun.space, full) == REFUSED)
			q->result = REFUSED;
	}
}

void
need_called_by_sql(struct query *q, PgQuery__Node *const *names, size_t n)
{
	query_function(q, names, n, word_place(q, NULL, list_qname(names, n)));
}

void
need_called(struct query *q, PgQuery__Node *const *names, size_t n)
{
	struct qname name = list_qname(names, n);

	if (name.schema || function_named(q->schema, name))
		need_called_by_sql(q, names, n);
}

static bool
is_internal(const PgQuery__Node *type)
{
	const char *name;

	if (type->node_case != PG_QUERY__NODE__NODE_TYPE_NAME)
		return true;
	name = node_string(type->type_name->names[type->type_name->n_names - 1]);
	return strcmp(name, "internal") == 0 || strcmp(name, "cstring") == 0;
}

void
need_called_with(struct query *q, const PgQuery__ObjectWithArgs *f)
{
	bool by_sql = f->n_objargs > 0;
	size_t i;

	for (i = 0; i < f->n_objargs; i++)
		by_sql = by_sql && !is_internal(f->objargs[i]);
	if (by_sql)
		need_called_by_sql(q, f->objname, f->n_objname);
	else
		need_called(q, f->objname, f->n_objname);
	for (i = 0; i < f->n_objargs; i++)
		if (f->objargs[i]->node_case == PG_QUERY__NODE__NODE_TYPE_NAME)
			query_type(q, f->objargs[i]->type_name);
}

void
setting_add(struct defined *d, const char *key, const char *sql)
{
	struct setting set = {key, sql};

	list_add(&d->settings, copy(&set, sizeof set));
}

const PgQuery__Node *
code_tree(const struct code *c)
{
	struct parse_error e;

	return parse_statement(code_sql(c), &e);
}

/* ---- operations ---- */

static const struct op_class create, alter, drop;

/* the kind whose statement the clause is, and which of its three it is */
static const struct code_kind *
kind_of(const struct clause *c, const struct op_class **class)
{
	PgQuery__Node__NodeCase is = c->node->node_case;
	const struct code_kind *kind;
	size_t i;

	for (i = 0; code_kinds[i]; i++) {
		kind = code_kinds[i];
		if (!kind->define)
			continue;
		*class = kind->made_by == is      ? &create
		         : kind->altered_by == is ? &alter
		         : kind->dropped_by == is ? &drop
		                                  : NULL;
		if (is == PG_QUERY__NODE__NODE_DEFINE_STMT &&
		    c->node->define_stmt->kind != kind->type)
			continue;
		if (*class)
			return kind;
	}
	return NULL;
}

static struct op *
from_sql(const struct clause *c)
{
	const struct op_class *class;

	return kind_of(c, &class) ? code_op(class, c) : NULL;
}

/* the kind, and what the statement says */
static enum applied
read(const struct op *op, const struct schema *s, const struct code_kind **kind, struct defined *d)
{
	const struct clause *c = ((const struct code_op *)op)->clause;
	const struct op_class *class;

	*kind = kind_of(c, &class);
	return (*kind)->define(op, s, c->node, d);
}

static enum applied
create_apply(struct op *op, struct schema *s)
{
	const struct code_kind *kind;
	struct defined d = {0};
	enum applied result;
	struct code *c;
	size_t mark;

	if (read(op, s, &kind, &d) == REFUSED)
		return REFUSED;
	if (space_in_schema(kind->noun.space) && need_schema(op, s, d.name) == REFUSED)
		return REFUSED;
	c = code_new(op, s, kind, d.name, d.identity);
	if (!c)
		return REFUSED;
	c->on = d.on;
	mark = schema_mark(s);
	if (kind->bring)
		kind->bring(s, c);
	result = code_make(op, s, c, d.or_replace, d.if_not_exists);
	if (result == REFUSED)
		schema_back(s, mark);
	return result;
}

/* the object that an ALTER or a DROP names, or NULL */
static struct code *
need_defined(const struct op *op, const struct schema *s, enum applied *result, struct defined *d)
{
	const struct code_kind *kind;
	struct object *o;
	struct qname name;

	*result = read(op, s, &kind, d);
	if (*result == REFUSED)
		return NULL;
	name = (struct qname){d->name.schema, d->identity ? d->identity : d->name.name};
	o = schema_find(s, kind->noun.space, name);
	if (o)
		return (struct code *)o;
	if (!d->if_not_exists)
		*result = code_is_others(s, kind, d->name)
		                  ? UNKNOWN
		                  : missing(op, s, kind->noun.name, kind->noun.space, name);
	return NULL;
}

static enum applied
alter_apply(struct op *op, struct schema *s)
{
	const struct setting *set;
	struct defined d = {0};
	enum applied result;
	struct code *c = need_defined(op, s, &result, &d);
	size_t i;

	for (i = 0; c && i < d.settings.n; i++) {
		set = d.settings.v[i];
		code_set(s, s->by_id.v[c->object.id], set->key, set->sql);
	}
	return result;
}

static enum applied
drop_apply(struct op *op, struct schema *s)
{
	struct defined d = {0};
	enum applied result;
	struct code *c = need_defined(op, s, &result, &d);

	if (c)
		code_remove(s, &c->object);
	return result;
}

static const struct op_class create = {
	.shape = {"create", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = from_sql,
	.apply = create_apply,
	.render = code_render,
};

static const struct op_class alter = {
	.shape = {"alter", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.apply = alter_apply,
	.render = code_render,
};

static const struct op_class drop = {
	.shape = {"drop", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.apply = drop_apply,
	.render = code_render,
};

/* one from_sql finds all three */
const struct op_class *const define_ops[] = {&create, NULL};
