/* Composite types: attributes, which ALTER TYPE adds, drops, renames and gives other types. With CASCADE it does so in the tables
   that were made OF the type, too. */
#include <string.h>

#include "code.h"

struct attribute {
	struct column column;
	unsigned
		typed; /* another one after each ALTER ATTRIBUTE … TYPE, the same where its type is renamed */
};

struct composite {
	struct code code;
	struct list attributes; /* struct attribute, which begins with struct column */
	bool cascade;           /* how it was altered last, and so how that is undone */
};

struct alter_attribute {
	struct code_op code;
	bool loses_data; /* what is dropped stands in a table */
};

static const struct op_class create_type, alter_attribute, rename_attribute;

bool
is_composite(const struct object *o)
{
	return o && o->noun == &composite_kind.noun;
}

bool
is_row_type(const struct schema *s, const struct object *type)
{
	return is_composite(type) || schema_find(s, SPACE_RELATION, type->name);
}

const struct list *
composite_attributes(const struct object *o)
{
	return &((const struct composite *)o)->attributes;
}

static size_t
attribute_at(const struct composite *t, const char *name)
{
	size_t i;

	for (i = 0; i < t->attributes.n; i++)
		if (strcmp(((struct column *)t->attributes.v[i])->name, name) == 0)
			break;
	return i;
}

/* ---- text ---- */

static char *
attribute_sql(const struct column *c)
{
	return strf("%s %s%s", sql_name(c->name), c->type,
	            c->collation ? strf(" COLLATE %s", c->collation) : "");
}

/* what stands behind its name */
static char *
tail(const struct composite *t)
{
	struct strs all = {0};
	size_t i;

	for (i = 0; i < t->attributes.n; i++)
		strs_add(&all, attribute_sql(t->attributes.v[i]));
	return strf(" AS (%s)", strs_join(&all, ", "));
}

static void
follow(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CompositeTypeStmt *n = statement->composite_type_stmt;
	const PgQuery__ColumnDef *def;
	size_t i;

	for (i = 0; i < n->n_coldeflist; i++) {
		def = n->coldeflist[i]->column_def;
		query_type(q, def->type_name);
		if (def->coll_clause)
			query_collation(q, def->coll_clause);
	}
}

/* its text follows what was renamed, and so do its attributes */
static void
reread(const struct schema *s, struct code *c)
{
	struct composite *t = (struct composite *)c;
	const PgQuery__CompositeTypeStmt *n = code_tree(c)->composite_type_stmt;
	struct attribute *attribute;
	struct list none = {0};
	const struct column *read;
	size_t i;

	(void)s;
	for (i = 0; i < n->n_coldeflist; i++) {
		read = column_from_sql(n->coldeflist[i]->column_def, c->object.at, &none);
		attribute = element_copy(&t->attributes, i, sizeof *attribute);
		attribute->column.type = read->type;
		attribute->column.collation = read->collation;
	}
}

static void
put(struct schema *s, struct composite *t)
{
	code_define(s, &t->code, tail(t));
	schema_put(s, &t->code.object);
}

/* ---- the noun's functions ---- */

static void
unshare(struct object *copied)
{
	struct composite *t = (struct composite *)copied;

	code_unshare(copied);
	t->attributes = list_copy(&t->attributes);
}

static void
comment(struct diff *d, const struct composite *t, const struct column *c, const char *from)
{
	comment_add(d, "COLUMN", strf("%s.%s", sql_qname(t->code.name), sql_name(c->name)), from,
	            c->comment);
}

static void
create(struct diff *d, const struct object *o)
{
	const struct composite *t = (const struct composite *)o;
	size_t i;

	code_create(d, o);
	for (i = 0; i < t->attributes.n; i++)
		comment(d, t, t->attributes.v[i], NULL);
}

/* what an attribute of one schema is in the other, or NULL */
static const struct column *
counterpart(const struct diff *d, const struct composite *other, const struct column *c)
{
	const struct column *o;
	size_t i;

	for (i = 0; i < other->attributes.n; i++) {
		o = other->attributes.v[i];
		if (d->by_name ? strcmp(o->name, c->name) == 0 : o->id == c->id)
			return o;
	}
	return NULL;
}

static void
alter_by(struct diff *d, enum phase phase, const struct composite *from, const struct composite *to,
         const char *action)
{
	diff_add(d, phase,
	         execute_new(d->at, strf("ALTER TYPE %s %s%s", sql_qname(to->code.name), action,
	                                 from->cascade ? " CASCADE" : "")));
}

static bool
is_retyped(const struct diff *d, const struct column *from, const struct column *to)
{
	if (d->by_name)
		return !same(from->type, to->type) || !same(from->collation, to->collation);
	return ((const struct attribute *)from)->typed != ((const struct attribute *)to)->typed;
}

/* it holds values of the type, domains seen through */
static bool
holds(const struct schema *s, const struct column *c, const struct object *type)
{
	struct column base = {.type = domain_base(s, c->type)};

	return column_has_type(s, &base, type) || column_contains_type(s, &base, type);
}

/* columns of the type are text meanwhile */
static bool
goes_by_text(const struct diff *d, const struct object *type)
{
	struct list tables = d->again.n ? schema_all(d->schema, &table_noun) : (struct list){0};
	const struct table *t;
	size_t i, j;

	for (i = 0; i < tables.n; i++) {
		t = tables.v[i];
		for (j = 0; j < t->columns.n; j++)
			if (list_has(&d->again, t->columns.v[j]) &&
			    holds(d->schema, t->columns.v[j], type))
				return true;
	}
	return false;
}

static void
drop_gone(struct diff *d, enum phase phase, const struct composite *from,
          const struct composite *to)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < from->attributes.n; i++) {
		c = from->attributes.v[i];
		if (!counterpart(d, to, c))
			alter_by(d, phase, from, to, strf("DROP ATTRIBUTE %s", sql_name(c->name)));
	}
}

static void
add_new(struct diff *d, enum phase phase, const struct composite *from, const struct composite *to,
        const struct column *c)
{
	alter_by(d, phase, from, to, strf("ADD ATTRIBUTE %s", attribute_sql(c)));
}

/* an attribute comes when the checks of its type, if it is a domain, are there, for then tables hold it. Where they are text meanwhile
   the text of a value has as many fields where it is read as where it was written: those that go, go before, and others come after */
static void
alter(struct diff *d, const struct object *a, const struct object *b)
{
	const struct composite *to = (const struct composite *)b;
	struct composite *from = (struct composite *)code_renamed(d, a, b);
	bool by_text = goes_by_text(d, a);
	const struct column *c, *old;
	size_t i;

	from->cascade |= d->by_name && typed_tables(d->schema, a).n > 0;
	drop_gone(d, by_text ? PHASE_DROP_CONSTRAINT : PHASE_DROP_COLUMN, from, to);
	for (i = 0; i < to->attributes.n; i++) {
		c = to->attributes.v[i];
		old = counterpart(d, from, c);
		comment(d, to, c, old ? old->comment : NULL);
		if (!old) {
			add_new(d,
			        by_text      ? PHASE_CREATE_INDEX
			        : d->by_name ? PHASE_CREATE_BASE_TYPE
			                     : PHASE_CREATE_TYPE,
			        from, to, c);
			continue;
		}
		if (!same(old->name, c->name))
			alter_by(d, PHASE_RENAME, from, to,
			         strf("RENAME ATTRIBUTE %s TO %s", sql_name(old->name),
			              sql_name(c->name)));
		if (is_retyped(d, old, c))
			alter_by(d, PHASE_CREATE_TYPE, from, to,
			         strf("ALTER ATTRIBUTE %s TYPE %s%s", sql_name(c->name), c->type,
			              c->collation ? strf(" COLLATE %s", c->collation) : ""));
	}
	code_settings(d, &from->code, &to->code);
}

/* made with those that stay, as the text of a value has them */
static void
remake(struct diff *d, const struct object *a, const struct object *b)
{
	const struct composite *from = (const struct composite *)a;
	const struct composite *to = (const struct composite *)b;
	struct composite *made = (struct composite *)object_copy(b);
	const struct column *c;
	size_t i;

	code_drop(d, a);
	if (!goes_by_text(d, a)) {
		create(d, b);
		return;
	}
	drop_gone(d, PHASE_DROP_CONSTRAINT, from, to);
	made->attributes = (struct list){0};
	for (i = 0; i < from->attributes.n; i++) {
		c = counterpart(d, to, from->attributes.v[i]);
		if (c)
			list_add(&made->attributes, copy(c, sizeof(struct attribute)));
	}
	made->code.tail = tail(made);
	create(d, same_tokens(made->code.tail, to->code.tail) ? b : &made->code.object);
	for (i = 0; i < to->attributes.n; i++) {
		c = to->attributes.v[i];
		if (counterpart(d, from, c))
			continue;
		add_new(d, PHASE_CREATE_INDEX, from, to, c);
		comment(d, to, c, NULL);
	}
}

/* CASCADE takes only the attributes that have the type, or the collation */
static bool
release(struct schema *s, struct code *c, enum space space, struct qname used)
{
	struct composite *t = (struct composite *)object_copy(&c->object);
	const struct column *a;
	struct type_parts parts;
	const struct object *o;
	size_t i;

	for (i = t->attributes.n; i-- > 0;) {
		a = t->attributes.v[i];
		parts = type_parts(a->type);
		if (space == SPACE_COLLATION)
			o = collation_find(s, a->collation);
		else
			o = parts.builtin ? NULL : schema_find(s, SPACE_TYPE, parts.name);
		if (o && same_qname(o->name, used))
			list_remove(&t->attributes, i);
	}
	t->cascade = typed_tables(s, &c->object).n > 0;
	put(s, t);
	return true;
}

static void
settle(struct object *copied, const struct object *of, const struct object *as)
{
	const struct composite *said = (const struct composite *)of;
	const struct composite *spelled = (const struct composite *)as;
	struct composite *there = (struct composite *)copied;
	const struct column *a, *b;
	struct attribute *c;
	size_t i, n = there->attributes.n;

	for (i = 0; i < n && n == said->attributes.n && n == spelled->attributes.n; i++) {
		c = element_copy(&there->attributes, i, sizeof *c);
		a = said->attributes.v[i];
		b = spelled->attributes.v[i];
		if (same(c->column.name, b->name) && same(c->column.type, b->type))
			c->column.type = a->type;
	}
}

static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_TYPE,
         .sql = "SELECT t.schema, t.typname, format('CREATE TYPE %s AS (%s)', t.said,\n"
                "    (SELECT string_agg(concat(quote_ident(a.attname), ' ', format_type(a.atttypid, a.atttypmod), repeat('[]', a.attndims - 1),\n"
                "        CASE WHEN a.attcollation <> 0 AND a.attcollation <> y.typcollation THEN ' COLLATE ' || l.said END), ', ' ORDER BY a.attnum)\n"
                "      FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid LEFT JOIN named_collation l ON l.oid = a.attcollation\n"
                "      WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped))\n"
                "FROM made_type t JOIN pg_class c ON c.oid = t.typrelid WHERE t.typtype = 'c' AND c.relkind = 'c' ORDER BY t.oid"},
	{0},
};

const struct code_kind composite_kind = {
	.noun = {.name = "type",
                 .space = SPACE_TYPE,
                 .relkind = 'c',
                 .plural = "TYPES",
                 .size = sizeof(struct composite),
                 .unshare = unshare,
                 .links = code_links,
                 .remove = code_remove,
                 .create = create,
                 .drop = code_drop,
                 .alter = alter,
                 .remake = remake,
                 .settle = settle},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_TYPE,
	.keyword = "TYPE",
	.create = PHASE_CREATE_TYPE,
	.drop = PHASE_DROP_TYPE,
	.follow = follow,
	.reread = reread,
	.release = release,
	.inspect = created,
};

/* ---- what the server refuses ---- */

static enum applied
need_attribute_type(const struct op *op, const struct schema *s, const struct composite *t,
                    const struct column *c)
{
	const struct object *there = t ? s->by_id.v[t->code.object.id] : NULL;

	if (serial_type(c->type))
		return op_error(op, E_EXCLUDE, "attribute '%s': %s is only a column's", c->name,
		                c->type);
	if (there && holds_rows(s, c->type, there->name))
		return op_error(op, E_EXPRESSION, "attribute '%s': type %s cannot stand in itself",
		                c->name, plain_qname(t->code.name));
	return need_column_type(op, s, c->type, c->collation);
}

/* t is a copy, or new */
static enum applied
add(const struct op *op, struct schema *s, struct composite *t, const PgQuery__ColumnDef *def,
    bool is_new)
{
	struct list none = {0};
	struct column *c = column_from_sql(def, op->at, &none);
	struct attribute made = {*c, 0};
	size_t at = attribute_at(t, c->name);
	enum applied result;

	if (at < t->attributes.n)
		return op_error(op, E_EXISTS, "type %s has an attribute '%s' already",
		                plain_qname(t->code.name), c->name);
	result = need_attribute_type(op, s, is_new ? NULL : t, c);
	made.column.id = schema_id(s);
	list_add(&t->attributes, copy(&made, sizeof made));
	return result;
}

static enum applied
no_attribute(const struct op *op, const struct schema *s, const struct composite *t,
             const char *name)
{
	struct strs names = {0};
	size_t i;

	if (schema_may_be_other(s, SPACE_TYPE, t->code.name) ||
	    schema_excused(s, SPACE_PART, (struct qname){NULL, name}))
		return UNKNOWN;
	for (i = 0; i < t->attributes.n; i++)
		strs_add(&names, ((struct column *)t->attributes.v[i])->name);
	return op_error(op, E_NO_COLUMN, "type %s has no attribute '%s'%s",
	                plain_qname(t->code.name), name, did_you_mean(name, &names));
}

/* the rows of a table with the type in them, by way of `inner`, cannot be rewritten */
static enum applied
need_no_rows(const struct op *op, const struct schema *s, const struct composite *t,
             const struct object *inner)
{
	struct list tables = type_users(s, inner), all = users_of(s, inner, NULL);
	const struct object *user;
	const struct table *table;
	size_t i;

	if (tables.n) {
		table = tables.v[0];
		return op_error(op, E_NEEDED,
		                "column '%s.%s' holds values of type %s, which cannot change then",
		                table->object.name.name, type_user_column(s, table, inner)->name,
		                plain_qname(t->code.name));
	}
	for (i = 0; i < all.n; i++) {
		user = all.v[i];
		if (user->noun->space == SPACE_TYPE && need_no_rows(op, s, t, user) == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}

bool
type_is_held(const struct schema *s, const struct object *type)
{
	struct list all = users_of(s, type, NULL);
	size_t i;

	if (type_users(s, type).n || typed_tables(s, type).n)
		return true;
	for (i = 0; i < all.n; i++)
		if (((struct object *)all.v[i])->noun->space == SPACE_TYPE &&
		    type_is_held(s, all.v[i]))
			return true;
	return false;
}

/* ---- CREATE TYPE ---- */

static struct op *
create_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_COMPOSITE_TYPE_STMT
	               ? code_op(&create_type, c)
	               : NULL;
}

static enum applied
create_apply(struct op *op, struct schema *s)
{
	const struct clause *clause = ((struct code_op *)op)->clause;
	const PgQuery__CompositeTypeStmt *n = clause->node->composite_type_stmt;
	struct qname name = range_qname(n->typevar);
	const PgQuery__ColumnDef *def;
	enum applied result = APPLIED;
	struct composite *t;
	struct op here;
	size_t i;

	if (need_schema(op, s, name) == REFUSED)
		return REFUSED;
	t = (struct composite *)code_new(op, s, &composite_kind, name, NULL);
	/* it has its attributes as a relation has columns */
	if (!t || need_free_name(op, s, SPACE_RELATION, t->code.name) == REFUSED)
		return REFUSED;
	for (i = 0; i < n->n_coldeflist; i++) {
		def = n->coldeflist[i]->column_def;
		here = item_op(op, clause_at(clause, def->location));
		result = worse(result, add(&here, s, t, def, true));
	}
	if (result != APPLIED)
		return result;
	code_define(s, &t->code, tail(t));
	return code_make(op, s, &t->code, false, false);
}

static const struct op_class create_type = {
	.shape = {"create_type", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = create_from,
	.apply = create_apply,
	.render = code_render,
};

/* ---- ALTER TYPE … ATTRIBUTE ---- */

/* a copy of the type, or NULL with *result */
static struct composite *
need_composite_type(const struct op *op, const struct schema *s, struct qname name, bool cascade,
                    enum applied *result)
{
	const struct object *o = schema_find(s, SPACE_TYPE, name);
	struct composite *t;
	struct list tables;

	*result = UNKNOWN;
	if (!o)
		*result = missing(op, s, "type", SPACE_TYPE, name);
	else if (!is_composite(o) && !o->noun->alias && !schema_may_be_other(s, SPACE_TYPE, name))
		*result =
			op_error(op, E_KIND, "type %s is not a composite type", plain_qname(name));
	if (!is_composite(o))
		return NULL;
	*result = APPLIED;
	tables = typed_tables(s, o);
	if (tables.n && !cascade) {
		*result = op_error(
			op, E_NEEDED, "table %s is of type %s: only CASCADE changes both",
			plain_qname(((struct object *)tables.v[0])->name), plain_qname(o->name));
		return NULL;
	}
	t = (struct composite *)object_copy(o);
	t->cascade = cascade;
	return t;
}

/* a table, and those that inherit its columns, get the attribute, or its type */
static void
change_table(struct schema *s, const struct table *t, const struct column *attribute,
             bool inherited)
{
	struct table *changed = (struct table *)object_copy(&t->object);
	struct list below = children(s, t);
	struct column *c = table_column(changed, attribute->name);
	size_t i;

	for (i = 0; c && i < changed->columns.n; i++) {
		if (changed->columns.v[i] != c)
			continue;
		c = element_copy(&changed->columns, i, sizeof *c);
		c->type = attribute->type;
		c->collation = attribute->collation;
		c->storage = c->compression = NULL;
		statistics_forget(s, t, c->name);
	}
	if (!c) {
		c = copy(attribute, sizeof *c);
		c->id = schema_id(s);
		c->inherited = inherited;
		list_add(&changed->columns, c);
	}
	schema_put(s, &changed->object);
	for (i = 0; i < below.n; i++)
		change_table(s, below.v[i], attribute, true);
}

static void
change_tables(struct schema *s, const struct object *type, const struct column *attribute)
{
	struct list tables = typed_tables(s, type);
	size_t i;

	for (i = 0; i < tables.n; i++)
		change_table(s, tables.v[i], attribute, false);
}

static void
drop_in_tables(struct schema *s, const struct object *type, const char *name)
{
	struct list tables = typed_tables(s, type);
	size_t i;

	for (i = 0; i < tables.n; i++)
		column_remove(s, s->by_id.v[((struct object *)tables.v[i])->id], name);
}

static struct op *
alter_from(const struct clause *c)
{
	struct alter_attribute *op;

	if (!c->command || c->node->alter_table_stmt->objtype != PG_QUERY__OBJECT_TYPE__OBJECT_TYPE)
		return NULL;
	op = op_new(&alter_attribute, c->at);
	op->code.clause = c;
	return &op->code.op;
}

static enum applied
add_attribute(const struct op *op, struct schema *s, struct composite *t,
              const PgQuery__ColumnDef *def)
{
	const struct object *o = s->by_id.v[t->code.object.id];
	enum applied result = add(op, s, t, def, false);

	if (result == APPLIED)
		change_tables(s, o, t->attributes.v[t->attributes.n - 1]);
	return result;
}

static enum applied
retype_attribute(const struct op *op, struct schema *s, struct composite *t, const char *name,
                 const PgQuery__ColumnDef *def)
{
	const struct object *o = s->by_id.v[t->code.object.id];
	size_t at = attribute_at(t, name);
	struct list none = {0}, tables;
	struct column *said = column_from_sql(def, op->at, &none);
	struct attribute *a;
	enum applied result;

	if (at == t->attributes.n)
		return no_attribute(op, s, t, name);
	said->name = name;
	result = need_attribute_type(op, s, t, said);
	if (result == APPLIED)
		result = need_no_rows(op, s, t, o);
	if (result != APPLIED)
		return result;
	a = t->attributes.v[at];
	tables = typed_tables(s, o);
	if (tables.n && !type_casts(s, a->column.type, said->type))
		return op_error(op, E_MISMATCH,
		                "attribute '%s' cannot be cast from %s to %s by itself, and table "
		                "%s is of the type",
		                name, a->column.type, said->type,
		                plain_qname(((struct object *)tables.v[0])->name));
	a = element_copy(&t->attributes, at, sizeof *a);
	a->column.type = said->type;
	a->column.collation = said->collation;
	a->typed = schema_id(s);
	change_tables(s, o, &a->column);
	return APPLIED;
}

static enum applied
drop_attribute(struct alter_attribute *op, struct schema *s, struct composite *t, const char *name,
               bool cascade)
{
	const struct op *o = &op->code.op;
	const struct object *type = s->by_id.v[t->code.object.id];
	size_t at = attribute_at(t, name);

	if (at == t->attributes.n)
		return no_attribute(o, s, t, name);
	if (!cascade && need_unused(o, s, type, name, NULL) == REFUSED)
		return REFUSED;
	op->loses_data = type_is_held(s, type);
	remove_users(s, type, name);
	drop_in_tables(s, type, name);
	list_remove(&t->attributes, at);
	return APPLIED;
}

static enum applied
alter_apply(struct op *o, struct schema *s)
{
	struct alter_attribute *op = (struct alter_attribute *)o;
	const PgQuery__AlterTableCmd *command = op->code.clause->command;
	const PgQuery__AlterTableStmt *stmt = op->code.clause->node->alter_table_stmt;
	bool cascade = command->behavior == PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE;
	enum applied result;
	struct composite *t =
		need_composite_type(o, s, range_qname(stmt->relation), cascade, &result);

	if (!t)
		return result;
	if (command->subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn) {
		result = add_attribute(o, s, t, command->def->column_def);
	} else if (command->subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnType) {
		result = retype_attribute(o, s, t, command->name, command->def->column_def);
	} else {
		if (command->missing_ok && attribute_at(t, command->name) == t->attributes.n)
			return APPLIED;
		result = drop_attribute(op, s, t, command->name, cascade);
	}
	if (result == APPLIED)
		put(s, t);
	return result;
}

static void
alter_render(const struct op *o, struct list *steps)
{
	const struct alter_attribute *op = (const struct alter_attribute *)o;
	struct step *step = step_add(steps, o, NULL, str(op->code.clause->statement->text));

	if (op->loses_data)
		step->flags |= STEP_LOSES_DATA;
}

static const struct op_class alter_attribute = {
	.shape = {"alter_type", CALL_ARGUMENTS, sizeof(struct alter_attribute), code_fields},
	.from_sql = alter_from,
	.apply = alter_apply,
	.render = alter_render,
};

static struct op *
rename_from(const struct clause *c)
{
	return rename_from_sql(c, PG_QUERY__OBJECT_TYPE__OBJECT_ATTRIBUTE)
	               ? code_op(&rename_attribute, c)
	               : NULL;
}

static enum applied
rename_apply(struct op *op, struct schema *s)
{
	const PgQuery__RenameStmt *n = ((struct code_op *)op)->clause->node->rename_stmt;
	bool cascade = n->behavior == PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE;
	enum applied result;
	struct composite *t =
		need_composite_type(op, s, range_qname(n->relation), cascade, &result);
	struct list tables;
	struct attribute *a;
	size_t at, i;

	if (!t)
		return result;
	at = attribute_at(t, n->subname);
	if (at == t->attributes.n)
		return no_attribute(op, s, t, n->subname);
	if (attribute_at(t, n->newname) < t->attributes.n)
		return op_error(op, E_EXISTS, "type %s has an attribute '%s' already",
		                plain_qname(t->code.name), n->newname);
	tables = typed_tables(s, s->by_id.v[t->code.object.id]);
	for (i = 0; i < tables.n; i++)
		if (column_rename(op, s, tables.v[i], n->subname, n->newname) == REFUSED)
			return REFUSED;
	rename_column_uses(s, SPACE_TYPE, t->code.name, n->subname, n->newname);
	a = element_copy(&t->attributes, at, sizeof *a);
	a->column.name = n->newname;
	put(s, t);
	return APPLIED;
}

static const struct op_class rename_attribute = {
	.shape = {"rename_attribute", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = rename_from,
	.apply = rename_apply,
	.render = code_render,
};

/* ---- what COMMENT and SECURITY LABEL call a column ---- */

struct column *
need_attribute(const struct op *op, const struct schema *s, struct object *copied, const char *name,
               enum applied *result)
{
	struct composite *t = (struct composite *)copied;
	size_t at = attribute_at(t, name);

	if (at == t->attributes.n) {
		*result = no_attribute(op, s, t, name);
		return NULL;
	}
	return element_copy(&t->attributes, at, sizeof(struct attribute));
}

const struct op_class *const composite_ops[] = {&create_type, &alter_attribute, &rename_attribute,
                                                NULL};
