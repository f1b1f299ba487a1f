/* An enum made anew under its columns, for PostgreSQL takes no label away and moves none: what stands in the way is dropped, the
   old type is put aside, with the domains and composite types that are made of it, the columns get the new ones by way of text,
   and what was dropped is made again. */
#include <string.h>

#include "code.h"

struct rebuild {
	const struct op *op;
	const struct schema *s;
	const struct enum_type *from, *to;
	const struct table *t; /* the one at hand */
	const char *table;     /* and its name as SQL */
	enum applied result;

	struct list types;  /* those that are made anew, as types_with: struct object */
	struct list asides; /* and their names while there are both: struct qname */
	struct list
		code; /* what uses the columns and is dropped meanwhile, users before what they use: struct object */
	struct list statistics; /* of the columns: struct object */

	/* struct command, in the order in which they run */
	struct list drop_code, drop_keys, drop_rest, drop_defaults, make, alter, set_again,
		drop_types, add_rest, add_keys, add_code;
};

static void
command(struct list *commands, const struct table *t, char *sql)
{
	struct command c = {sql, {NULL, NULL}};

	if (t)
		c.table = t->object.name;
	list_add(commands, copy(&c, sizeof c));
}

static void
refuse(struct rebuild *r, const char *what, const char *name, const char *why)
{
	r->result = op_error(r->op, E_NEEDED, "%s '%s' of table %s %s", what, name,
	                     plain_qname(r->t->object.name), why);
}

static bool
concerns_type(const struct rebuild *r, const char *text)
{
	size_t i;

	for (i = 0; i < r->types.n; i++)
		if (expression_concerns_type(r->s, r->t, r->types.v[i], text))
			return true;
	return false;
}

/* the first label that goes and that a default or an expression says; NULL */
static const char *
lost_label(const struct rebuild *r, const struct value *v, const char *text)
{
	const struct label *l;
	size_t i;

	for (i = 0; i < r->from->labels.n; i++) {
		l = r->from->labels.v[i];
		if (enum_label(r->to, l->name))
			continue;
		if (v && v->type == VALUE_SQL)
			text = v->text;
		if (value_says_label(v, l->name) ||
		    (text && expression_says_label(r->s, r->t, &r->from->object, text, l->name)))
			return l->name;
	}
	return NULL;
}

/* true where the expression is about such a type, and has to go while there are both; refused where it says a label that goes */
static bool
detach(struct rebuild *r, const char *what, const char *name, const char *text)
{
	const char *label;

	if (!concerns_type(r, text))
		return false;
	label = lost_label(r, NULL, text);
	if (label)
		refuse(r, what, name, strf("says '%s': %s", label, text));
	return true;
}

/* no table has values of it that would be lost */
static bool
is_free_type(const struct schema *s, const struct object *o)
{
	return (o->noun == &range_kind.noun || o->noun == &domain_kind.noun || is_composite(o)) &&
	       !type_is_held(s, o);
}

/* what the server neither alters under a column nor lets it be altered under, and that is made again as it was */
static bool
can_be_dropped(const struct schema *s, const struct object *o)
{
	return o->noun == &view_kind.noun || o->noun == &materialized_view_kind.noun ||
	       o->noun == &rule_kind.noun || o->noun == &policy_kind.noun ||
	       o->noun == &trigger_kind.noun || o->noun == &publication_kind.noun ||
	       o->noun == &function_kind.noun || o->noun == &cast_kind.noun || is_free_type(s, o);
}

static void
refuse_lost_label(struct rebuild *r, const struct object *o)
{
	struct list uses = statement_labels(r->s, code_tree((const struct code *)o));
	const struct label_use *use;
	size_t i;

	for (i = 0; i < uses.n; i++) {
		use = uses.v[i];
		if (use->type->id == r->from->object.id && enum_label(r->from, use->text) &&
		    !enum_label(r->to, use->text))
			r->result = op_error(r->op, E_NEEDED, "%s %s says '%s'", o->noun->name,
			                     plain_qname(o->name), use->text);
	}
}

/* with what uses it, which comes before it */
static void
set_aside(struct rebuild *r, const struct object *o)
{
	struct list all;
	size_t i;

	if (list_has(&r->code, o))
		return;
	if (!can_be_dropped(r->s, o)) {
		r->result = op_error(r->op, E_NEEDED, "%s %s stands in the way; drop it first",
		                     o->noun->name, plain_qname(o->name));
		return;
	}
	refuse_lost_label(r, o);
	all = code_with(r->s, r->s->by_id.v[o->id], NULL);
	for (i = 0; i < all.n; i++)
		set_aside(r, all.v[i]);
	list_add(&r->code, r->s->by_id.v[o->id]);
}

static void
set_aside_users(struct rebuild *r, const struct column *c)
{
	struct list all = users_of(r->s, &r->t->object, c->name);
	const struct code_kind *kind;
	size_t i;

	for (i = 0; i < all.n; i++) {
		kind = code_kind(all.v[i]);
		if (kind == &statistics_kind && !list_has(&r->statistics, all.v[i]))
			list_add(&r->statistics, all.v[i]);
		else if (kind && !kind->yields)
			set_aside(r, all.v[i]);
	}
}

/* the commands that the operations become, which are tried on s for that; false where one of them is refused */
static bool
add_commands(struct list *commands, struct schema *s, const struct diff *d)
{
	struct list ops = diff_ops(d), steps = {0};
	bool refused = false;
	struct op *op;
	size_t i;

	for (i = 0; i < ops.n; i++) {
		op = ops.v[i];
		if (op_apply(op, s) != REFUSED)
			op->class->render(op, &steps);
		else
			refused = true;
	}
	for (i = 0; i < steps.n; i++)
		command(commands, NULL, str(((const struct step *)steps.v[i])->sql));
	return !refused;
}

static void
rebuild_aside(struct rebuild *r, struct schema *s)
{
	size_t mark = schema_mark(s), i;
	struct diff drop, create;
	const struct object *o, *frame;
	struct list frames = {0};

	for (i = 0; i < r->code.n; i++) {
		o = r->code.v[i];
		list_add(&frames, frame_of(s, o));
		drop = (struct diff){.at = r->op->at};
		o->noun->drop(&drop, o);
		if (!add_commands(&r->drop_code, s, &drop))
			r->result = REFUSED;
	}
	for (i = r->code.n; i-- > 0;) {
		o = r->code.v[i];
		frame = frames.v[i];
		create = (struct diff){.at = r->op->at};
		o->noun->create(&create, o);
		if (frame)
			frame->noun->create(&create, frame);
		add_commands(&r->add_code, s, &create);
	}
	schema_back(s, mark);
}

/* the server makes them anew with their columns, and forgets what was set */
static void
set_statistics_again(struct rebuild *r, struct schema *s)
{
	size_t mark = schema_mark(s), i;
	struct diff d = {.at = r->op->at};
	const struct object *o;

	for (i = 0; i < r->statistics.n; i++) {
		o = r->statistics.v[i];
		o->noun->alter(&d, statistics_forgotten(o), o);
	}
	add_commands(&r->set_again, s, &d);
	schema_back(s, mark);
}

static bool
detach_keys(struct rebuild *r, const char *what, const char *name, const struct list *keys)
{
	const struct key *k;
	bool found = false;
	size_t i;

	for (i = 0; i < keys->n; i++) {
		k = keys->v[i];
		found |= detach(r, what, name, k->term.expression);
	}
	return found;
}

static const struct table *
parent_with(struct rebuild *r, struct qname name, const char *column)
{
	struct object *o = name.name ? schema_find(r->s, SPACE_RELATION, name) : NULL;

	if (!o || o->noun != &table_noun || !table_column((struct table *)o, column))
		return NULL;
	return (struct table *)o;
}

/* a parent's ALTER reaches it */
static bool
reached(struct rebuild *r, const struct column *c)
{
	size_t i;

	if (parent_with(r, r->t->partition_of, c->name))
		return true;
	for (i = 0; i < r->t->inherits.n; i++)
		if (parent_with(r, *(struct qname *)r->t->inherits.v[i], c->name))
			return true;
	return false;
}

static void
rebuild_default(struct rebuild *r, const struct column *c)
{
	const char *label = lost_label(r, c->default_value, NULL);

	if (label) {
		refuse(r, "column", c->name, strf("has the default '%s'", label));
		return;
	}
	command(&r->drop_defaults, r->t,
	        strf("ALTER TABLE ONLY %s ALTER COLUMN %s DROP DEFAULT", r->table,
	             sql_name(c->name)));
	command(&r->set_again, r->t,
	        strf("ALTER TABLE ONLY %s ALTER COLUMN %s SET DEFAULT %s", r->table,
	             sql_name(c->name), default_sql(c->default_value, c->type)));
}

/* the server forgets it with the type: arrays have it */
static void
set_storage_again(struct rebuild *r, const struct column *c)
{
	const char *alter =
		strf("ALTER TABLE ONLY %s ALTER COLUMN %s SET", r->table, sql_name(c->name));

	if (c->storage)
		command(&r->set_again, r->t, strf("%s STORAGE %s", alter, c->storage));
	if (c->compression)
		command(&r->set_again, r->t, strf("%s COMPRESSION %s", alter, c->compression));
}

/* "ALTER COLUMN role TYPE user_role USING role::text::user_role" for each column of the types */
static void
rebuild_columns(struct rebuild *r)
{
	const struct column *c;
	struct buf b = {0};
	size_t i;

	for (i = 0; i < r->t->columns.n; i++) {
		c = r->t->columns.v[i];
		if (c->generated && concerns_type(r, c->generated))
			refuse(r, "generated column", c->name, "stands in the way; drop it first");
		if (!column_has_one_of(r->s, c, &r->types))
			continue;
		set_aside_users(r, c);
		if (c->generated)
			refuse(r, "generated column", c->name, "stands in the way; drop it first");
		if (c->default_value)
			rebuild_default(r, c);
		set_storage_again(r, c);
		if (reached(r, c))
			continue;
		buf_fmt(&b, "%s\n  ALTER COLUMN %s TYPE %s USING %s::text%s::%s", b.n ? "," : "",
		        sql_name(c->name), c->type, sql_name(c->name),
		        type_parts(c->type).dimensions ? "[]" : "", c->type);
	}
	if (b.n)
		command(&r->alter, r->t, strf("ALTER TABLE %s%s", r->table, buf_str(&b)));
}

static bool
has_typed_column(struct rebuild *r, const struct strs *names)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < names->n; i++) {
		c = table_column(r->t, names->v[i]);
		if (c && column_has_one_of(r->s, c, &r->types))
			return true;
	}
	return false;
}

static void
rebuild_constraint(struct rebuild *r, const struct constraint *c)
{
	bool key = c->type == 'f';
	struct list *drop = key ? &r->drop_keys : &r->drop_rest;
	struct list *add = key ? &r->add_keys : &r->add_rest;
	bool found = key && has_typed_column(r, &c->columns);

	found |= detach(r, "constraint", c->name, c->expression);
	found |= detach(r, "constraint", c->name, c->where);
	found |= detach_keys(r, "constraint", c->name, &c->keys);
	if (!found || c->inherited)
		return;
	command(drop, r->t, strf("ALTER TABLE %s DROP CONSTRAINT %s", r->table, sql_name(c->name)));
	command(add, r->t, strf("ALTER TABLE %s ADD %s", r->table, constraint_sql(c)));
	if (c->comment)
		command(add, NULL,
		        strf("COMMENT ON CONSTRAINT %s ON %s IS %s", sql_name(c->name), r->table,
		             sql_literal(c->comment)));
	if (c->index_comment)
		command(add, NULL,
		        strf("COMMENT ON INDEX %s IS %s",
		             sql_qname((struct qname){r->t->object.name.schema, c->name}),
		             sql_literal(c->index_comment)));
}

static void
rebuild_index(struct rebuild *r, const struct index *x)
{
	const char *name = sql_qname((struct qname){r->t->object.name.schema, x->name});
	bool found = detach(r, "index", x->name, x->where);
	struct strs settings;
	size_t i;

	found |= detach_keys(r, "index", x->name, &x->keys);
	if (!found || x->inherited)
		return;
	/* its parts on the partitions would come back under other names */
	if (r->t->partition_by) {
		refuse(r, "index", x->name, "stands in the way; drop it first");
		return;
	}
	command(&r->drop_rest, r->t, strf("DROP INDEX %s", name));
	command(&r->add_rest, r->t, index_sql(x, r->table, false));
	if (x->clustered)
		command(&r->add_rest, r->t,
		        strf("ALTER TABLE %s CLUSTER ON %s", r->table, sql_name(x->name)));
	settings = index_settings_sql(index_name(r->t->object.name, x), &x->settings);
	for (i = 0; i < settings.n; i++)
		command(&r->add_rest, NULL, str(settings.v[i]));
	if (x->comment)
		command(&r->add_rest, NULL,
		        strf("COMMENT ON INDEX %s IS %s", name, sql_literal(x->comment)));
}

static bool
is_partitioned(const struct rebuild *r, const struct table *t)
{
	size_t i;

	for (i = 0; i < r->types.n; i++)
		if (type_is_partition_key(r->s, t, r->types.v[i]))
			return true;
	return false;
}

static void
rebuild_table(struct rebuild *r, const struct table *t)
{
	size_t i;

	r->t = t;
	r->table = sql_qname(t->object.name);
	if (is_partitioned(r, t)) {
		r->result = op_error(
			r->op, E_PARTITION,
			"table %s is partitioned by a column of this enum, which cannot get another type: make "
			"another table, copy the rows, drop this one and give the other its name",
			plain_qname(t->object.name));
		return;
	}
	if (t->of_type && list_has(&r->types, type_at_home(r->s, t->of_type))) {
		command(&r->drop_rest, t, strf("ALTER TABLE %s NOT OF", r->table));
		command(&r->set_again, t, strf("ALTER TABLE %s OF %s", r->table, t->of_type));
	}
	rebuild_columns(r);
	for (i = 0; i < t->constraints.n; i++)
		rebuild_constraint(r, t->constraints.v[i]);
	for (i = 0; i < t->indexes.n; i++)
		rebuild_index(r, t->indexes.v[i]);
}

static void
rebuild_tables(struct rebuild *r)
{
	struct list tables = type_users_of(r->s, &r->types), typed;
	size_t i, j;

	for (i = 0; i < r->types.n; i++) {
		typed = typed_tables(r->s, r->types.v[i]);
		for (j = 0; j < typed.n; j++)
			if (!list_has(&tables, typed.v[j]))
				list_add(&tables, typed.v[j]);
	}
	for (i = 0; i < tables.n; i++)
		rebuild_table(r, tables.v[i]);
}

/* "ALTER ATTRIBUTE role TYPE user_role" for each attribute of the types */
static void
rebuild_attributes(struct rebuild *r, const struct object *composite)
{
	const struct list *attributes = composite_attributes(composite);
	const struct column *c;
	struct buf b = {0};
	size_t i;

	for (i = 0; i < attributes->n; i++) {
		c = attributes->v[i];
		if (column_has_one_of(r->s, c, &r->types))
			buf_fmt(&b, "%s\n  ALTER ATTRIBUTE %s TYPE %s", b.n ? "," : "",
			        sql_name(c->name), c->type);
	}
	command(&r->alter, NULL, strf("ALTER TYPE %s%s", sql_qname(composite->name), buf_str(&b)));
}

/* a composite type can get other types where no table holds its values; of others it is made anew */
static bool
is_altered(const struct schema *s, const struct object *o)
{
	return is_composite(o) && !type_is_held(s, o);
}

static bool
is_made_anew(const struct schema *s, const struct object *o)
{
	return o->noun == &domain_kind.noun || (is_composite(o) && !is_altered(s, o));
}

static void
add_types(const struct schema *s, struct object *type, struct list *types)
{
	struct list all = users_of(s, type, NULL);
	size_t i;

	for (i = 0; i < all.n; i++)
		if (is_made_anew(s, all.v[i]) && !list_has(types, all.v[i]))
			add_types(s, all.v[i], types);
	list_insert(types, 0, type);
}

struct list
types_with(const struct schema *s, const struct object *type)
{
	struct list types = {0};

	add_types(s, s->by_id.v[type->id], &types);
	return types;
}

/* what is made of the types beside columns, and is not made anew with them */
static void
rebuild_code(struct rebuild *r)
{
	struct list all, altered = {0};
	const struct object *o;
	size_t i, j;

	for (i = 0; i < r->types.n; i++) {
		all = users_of(r->s, r->types.v[i], NULL);
		for (j = 0; j < all.n; j++) {
			o = all.v[j];
			if (!code_kind(o) || list_has(&r->types, o))
				continue;
			if (!is_altered(r->s, o))
				set_aside(r, o);
			else if (!list_has(&altered, o))
				list_add(&altered, all.v[j]);
		}
	}
	for (i = 0; i < altered.n; i++)
		if (!list_has(&r->code, altered.v[i]))
			rebuild_attributes(r, altered.v[i]);
}

static bool
is_taken(const struct rebuild *r, struct qname name)
{
	size_t i;

	for (i = 0; i < r->asides.n; i++)
		if (same_qname(*(const struct qname *)r->asides.v[i], name))
			return true;
	return schema_find(r->s, SPACE_TYPE, name) || schema_find(r->s, SPACE_RELATION, name);
}

/* a name for an old type while there are both */
static struct qname
name_aside(const struct rebuild *r, struct qname name)
{
	struct qname aside = name;
	const char *label = "old";
	unsigned pass;

	for (pass = 1;; pass++) {
		aside.name = sql_object_name(name.name, NULL, label);
		if (!is_taken(r, aside))
			return aside;
		label = strf("old%u", pass);
	}
}

static void
put_aside(struct rebuild *r, const struct object *o)
{
	const char *what = o->noun == &domain_kind.noun ? "DOMAIN" : "TYPE";
	struct qname aside = name_aside(r, o->name);

	list_add(&r->asides, copy(&aside, sizeof aside));
	command(&r->make, NULL,
	        strf("ALTER %s %s RENAME TO %s", what, sql_qname(o->name), sql_name(aside.name)));
	command(&r->drop_types, NULL, strf("DROP %s %s", what, sql_qname(aside)));
}

static char *
enum_sql(const struct enum_type *e)
{
	struct strs labels = {0};
	size_t i;

	for (i = 0; i < e->labels.n; i++)
		strs_add(&labels, sql_literal(((struct label *)e->labels.v[i])->name));
	return strf("CREATE TYPE %s AS ENUM (%s)", sql_qname(e->object.name),
	            strs_join(&labels, ", "));
}

/* those that are made of the enum, behind it, but for what is dropped meanwhile with a function of it */
static void
make_types(struct rebuild *r, struct schema *s)
{
	size_t mark = schema_mark(s), i;
	const struct object *o;
	struct diff create;

	for (i = 1; i < r->types.n; i++) {
		refuse_lost_label(r, r->types.v[i]);
		schema_remove(s, r->types.v[i]);
	}
	for (i = 1; i < r->types.n && r->result == APPLIED; i++) {
		o = r->types.v[i];
		if (list_has(&r->code, o))
			continue;
		put_aside(r, o);
		/* by_name: a domain has its checks before columns have it */
		create = (struct diff){.at = r->op->at, .by_name = true};
		o->noun->create(&create, o);
		if (!add_commands(&r->make, s, &create))
			r->result = REFUSED;
	}
	schema_back(s, mark);
}

static void
make_enum(struct rebuild *r)
{
	put_aside(r, &r->from->object);
	command(&r->make, NULL, enum_sql(r->to));
}

enum applied
enum_rebuild(const struct op *op, struct schema *s, const struct enum_type *from,
             const struct enum_type *to, struct list *commands)
{
	struct rebuild r = {op, s, from, to};
	const char *name = sql_qname(to->object.name);
	struct strs security;
	size_t i;

	r.types = types_with(s, &from->object);
	rebuild_tables(&r);
	rebuild_code(&r);
	make_enum(&r);
	make_types(&r, s);
	rebuild_aside(&r, s);
	set_statistics_again(&r, s);
	list_append(commands, &r.drop_code);
	list_append(commands, &r.drop_keys);
	list_append(commands, &r.drop_rest);
	list_append(commands, &r.drop_defaults);
	list_append(commands, &r.make);
	list_append(commands, &r.alter);
	list_append(commands, &r.set_again);
	for (i = r.drop_types.n; i-- > 0;)
		list_add(commands, r.drop_types.v[i]);
	list_append(commands, &r.add_rest);
	list_append(commands, &r.add_keys);
	if (to->object.comment)
		command(commands, NULL,
		        strf("COMMENT ON TYPE %s IS %s", name, sql_literal(to->object.comment)));
	security = security_sql(s, &to->object);
	for (i = 0; i < security.n; i++)
		command(commands, NULL, str(security.v[i]));
	list_append(commands, &r.add_code);
	return r.result;
}
