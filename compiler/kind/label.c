/* The labels of enums in the tables that use them: which columns have the type, what follows a label's new name, and how a type
   is made anew under its columns, for the labels that PostgreSQL cannot take away. */
#include <string.h>

#include "kind.h"

/* ---- columns of a type ---- */

bool
column_has_type(const struct schema *s, const struct column *c, const struct object *type)
{
	struct type_parts parts = type_parts(c->type);

	return !parts.builtin && schema_find(s, SPACE_TYPE, parts.name) == type;
}

const struct column *
type_user_column(const struct schema *s, const struct table *t, const struct object *type)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (column_has_type(s, c, type))
			return c;
	}
	return NULL;
}

struct list
type_users(const struct schema *s, const struct object *type)
{
	struct list all = {0}, found = {0};
	size_t i;

	schema_linked(s, LINK_TYPE, (struct qname){"", type->name.name}, &all);
	for (i = 0; i < all.n; i++)
		if (type_user_column(s, all.v[i], type))
			list_add(&found, all.v[i]);
	return found;
}

/* how an expression of a table stands to a type */
enum bearing {
	NOTHING,
	SOME, /* a column of the type, or the type's name, is in it */
	ALL,  /* all its columns are of the type, so a constant in it can only be a label */
};

static enum bearing
bearing(const struct schema *s, const struct table *t, const struct object *type, const char *text)
{
	struct parse_error e = {0};
	const PgQuery__Node *tree = text ? parse_expression(text, &e) : NULL;
	const struct column_ref *ref;
	const struct column *c;
	struct strs names = {0};
	struct list refs = {0};
	size_t i, n = 0;

	if (!tree)
		return NOTHING;
	expression_columns(tree, &refs);
	for (i = 0; i < refs.n; i++) {
		ref = refs.v[i];
		c = ref->name ? table_column(t, ref->name) : NULL;
		n += c && column_has_type(s, c, type);
	}
	if (n && n == refs.n)
		return ALL;
	scan_names(text, &names);
	return n || strs_has(&names, type->name.name) ? SOME : NOTHING;
}

/* ---- labels in texts and values ---- */

/* where a constant, quotes and all, stands in a text; NULL */
static const char *
find_constant(const char *text, const char *constant)
{
	size_t n = strlen(constant);
	const char *at;

	for (at = strstr(text, constant); at; at = strstr(at + 1, constant))
		if ((at == text || at[-1] != '\'') && at[n] != '\'')
			return at;
	return NULL;
}

static const char *
replace_constant(const char *text, const char *from, const char *to)
{
	const char *constant = sql_literal(from), *at;
	struct buf b = {0};

	for (at = find_constant(text, constant); at; at = find_constant(text, constant)) {
		buf_mem(&b, text, (size_t)(at - text));
		buf_add(&b, sql_literal(to));
		text = at + strlen(constant);
	}
	buf_add(&b, text);
	return buf_str(&b);
}

/* the next element of an array's text, unquoted; NULL at the end */
static const char *
element(const char **at)
{
	const char *c = *at;
	struct buf b = {0};
	bool quoted = *c == '"';

	if (!*c || *c == '}')
		return NULL;
	c += quoted;
	for (; *c && (quoted ? *c != '"' : !strchr(",}", *c)); c++) {
		if (*c == '\\' && c[1])
			c++;
		buf_char(&b, *c);
	}
	c += quoted && *c;
	*at = *c == ',' ? c + 1 : c;
	return buf_str(&b);
}

/* an array's text as a list; NULL where it is not as simple as {a,"b c"} */
static struct value *
array_of(const struct value *v)
{
	const char *at = v->text + 1, *text;
	struct value *list, *item;

	if (*v->text != '{' || strpbrk(at, "{ \t\n"))
		return NULL;
	list = copy(v, sizeof *v);
	list->type = VALUE_LIST;
	while ((text = element(&at)) != NULL) {
		item = alloc(sizeof *item);
		item->at = v->at;
		item->type = strcmp(text, "NULL") == 0 ? VALUE_NULL : VALUE_STRING;
		item->text = text;
		list_add(&list->items, item);
	}
	return list;
}

static const struct value *
follow_text(const struct value *v, const char *from, const char *to, bool *found)
{
	struct value *r;

	*found = true;
	r = copy(v, sizeof *v);
	r->text = v->type == VALUE_SQL ? replace_constant(v->text, from, to) : to;
	return r;
}

static const struct value *follow_label(const struct value *v, const char *from, const char *to,
                                        bool *found);

static const struct value *
follow_items(const struct value *v, const char *from, const char *to, bool *found)
{
	struct value *r = copy(v, sizeof *v);
	struct list items = {0};
	size_t i;

	for (i = 0; i < v->items.n; i++) {
		const struct value *item = follow_label(v->items.v[i], from, to, found);

		list_add(&items, copy(item, sizeof *item));
	}
	r->items = items;
	return r;
}

/* the value with a label renamed; v itself, and *found left as it is, where the label is not in it */
static const struct value *
follow_label(const struct value *v, const char *from, const char *to, bool *found)
{
	const struct value *list = v, *r;
	const PgQuery__Node *tree;
	struct parse_error e = {0};
	const char *cast, *text;
	bool inside = false;

	switch (v->type) {
	case VALUE_SQL:
		tree = parse_expression(v->text, &e);
		text = tree ? expression_string(tree, &cast) : NULL;
		return text && strcmp(text, from) == 0 ? follow_text(v, from, to, found) : v;
	case VALUE_STRING:
		if (strcmp(v->text, from) == 0)
			return follow_text(v, from, to, found);
		list = array_of(v);
		if (!list)
			return v;
		break;
	case VALUE_LIST:
		break;
	default:
		return v;
	}
	r = follow_items(list, from, to, &inside);
	*found |= inside;
	return inside ? r : v;
}

static bool
says_label(const struct value *v, const char *label)
{
	bool found = false;

	if (v)
		follow_label(v, label, label, &found);
	return found;
}

/* ---- a label's new name ---- */

struct renaming {
	const struct schema *s;
	const struct object *type;
	const char *from, *to;
	struct table *t;
	bool changed;
};

static const char *
renamed_expression(struct renaming *r, const char *text)
{
	if (bearing(r->s, r->t, r->type, text) != ALL || !find_constant(text, sql_literal(r->from)))
		return text;
	r->changed = true;
	return replace_constant(text, r->from, r->to);
}

static void
rename_in_columns(struct renaming *r)
{
	const struct value *value;
	const char *generated;
	struct column *c;
	bool found;
	size_t i;

	for (i = 0; i < r->t->columns.n; i++) {
		c = r->t->columns.v[i];
		found = false;
		value = c->default_value;
		if (value && column_has_type(r->s, c, r->type))
			value = follow_label(value, r->from, r->to, &found);
		generated = renamed_expression(r, c->generated);
		if (!found && generated == c->generated)
			continue;
		c = element_copy(&r->t->columns, i, sizeof *c);
		c->generated = generated;
		if (found)
			c->default_value = copy(value, sizeof *value);
		r->changed = true;
	}
}

static void
rename_in_keys(struct renaming *r, struct list *keys)
{
	struct list renamed = list_copy(keys);
	struct key *k;
	size_t i;

	for (i = 0; i < renamed.n; i++) {
		k = element_copy(&renamed, i, sizeof *k);
		k->term.expression = renamed_expression(r, k->term.expression);
	}
	*keys = renamed;
}

static void
rename_in_constraints(struct renaming *r)
{
	struct constraint *c;
	size_t i;

	for (i = 0; i < r->t->constraints.n; i++) {
		c = element_copy(&r->t->constraints, i, sizeof *c);
		c->expression = renamed_expression(r, c->expression);
		c->where = renamed_expression(r, c->where);
		rename_in_keys(r, &c->keys);
	}
}

static void
rename_in_indexes(struct renaming *r)
{
	struct index *x;
	size_t i;

	for (i = 0; i < r->t->indexes.n; i++) {
		x = element_copy(&r->t->indexes, i, sizeof *x);
		x->where = renamed_expression(r, x->where);
		rename_in_keys(r, &x->keys);
	}
}

/* true where the rows of a partition are told by a column of the type */
static bool
keyed_by(const struct schema *s, const struct table *parent, const struct object *type)
{
	const struct column *c;
	struct strs names = {0};
	size_t i;

	if (!parent || !parent->partition_by)
		return false;
	scan_names(parent->partition_by, &names);
	for (i = 0; i < parent->columns.n; i++) {
		c = parent->columns.v[i];
		if (column_has_type(s, c, type) && strs_has(&names, c->name))
			return true;
	}
	return false;
}

static void
rename_in_bound(struct renaming *r, struct list *values)
{
	const struct value *value;
	struct list renamed = list_copy(values);
	bool found = false;
	size_t i;

	for (i = 0; i < renamed.n; i++) {
		value = follow_label(renamed.v[i], r->from, r->to, &found);
		renamed.v[i] = copy(value, sizeof *value);
	}
	if (found)
		*values = renamed;
	r->changed |= found;
}

static void
rename_in_table(struct renaming *r)
{
	struct object *parent = NULL;

	if (r->t->partition_of.name)
		parent = schema_find(r->s, SPACE_RELATION, r->t->partition_of);
	rename_in_columns(r);
	rename_in_constraints(r);
	rename_in_indexes(r);
	if (parent && parent->noun == &table_noun &&
	    keyed_by(r->s, (struct table *)parent, r->type)) {
		rename_in_bound(r, &r->t->bound.from);
		rename_in_bound(r, &r->t->bound.to);
		rename_in_bound(r, &r->t->bound.values);
	}
}

void
label_rename(struct schema *s, const struct object *type, const char *from, const char *to)
{
	struct list tables = type_users(s, type);
	struct renaming r;
	size_t i;

	for (i = 0; i < tables.n; i++) {
		r = (struct renaming){s, type, from, to, NULL, false};
		r.t = (struct table *)object_copy(tables.v[i]);
		rename_in_table(&r);
		if (r.changed)
			schema_put(s, &r.t->object);
	}
}

/* ---- a type made anew ---- */

struct rebuild {
	const struct op *op;
	const struct schema *s;
	const struct enum_type *from, *to;
	const struct table *t; /* the one at hand */
	const char *table;     /* and its name as SQL */
	enum applied result;

	/* struct command, in the order in which they run */
	struct list drop_keys, drop_rest, drop_defaults, alter, set_defaults, add_rest, add_keys;
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
	r->result = op_error(r->op, "%s '%s' of table %s %s", what, name,
	                     plain_qname(r->t->object.name), why);
}

/* the first label of the old type that the text or value says and the new type lacks */
static const char *
lost_label(struct rebuild *r, const struct value *v, const char *text)
{
	const struct label *l;
	size_t i;

	for (i = 0; i < r->from->labels.n; i++) {
		l = r->from->labels.v[i];
		if (enum_label(r->to, l->name))
			continue;
		if (says_label(v, l->name) || (text && find_constant(text, sql_literal(l->name))))
			return l->name;
	}
	return NULL;
}

/* true where the expression is about the type; refuses it where it says a label that goes */
static bool
detach(struct rebuild *r, const char *what, const char *name, const char *text)
{
	enum bearing b = bearing(r->s, r->t, &r->from->object, text);
	const char *label = b == ALL ? lost_label(r, NULL, text) : NULL;

	if (label)
		refuse(r, what, name, strf("says '%s': %s", label, text));
	return b != NOTHING;
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
	command(&r->set_defaults, r->t,
	        strf("ALTER TABLE ONLY %s ALTER COLUMN %s SET DEFAULT %s", r->table,
	             sql_name(c->name), default_sql(c->default_value, c->type)));
}

/* "ALTER COLUMN role TYPE user_role USING role::text::user_role" for each column of the type */
static void
rebuild_columns(struct rebuild *r)
{
	const struct column *c;
	struct buf b = {0};
	size_t i;

	for (i = 0; i < r->t->columns.n; i++) {
		c = r->t->columns.v[i];
		if (c->generated && bearing(r->s, r->t, &r->from->object, c->generated) != NOTHING)
			refuse(r, "generated column", c->name, "stands in the way; drop it first");
		if (!column_has_type(r->s, c, &r->from->object))
			continue;
		if (c->generated)
			refuse(r, "generated column", c->name, "stands in the way; drop it first");
		if (c->default_value)
			rebuild_default(r, c);
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
		if (c && column_has_type(r->s, c, &r->from->object))
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
}

static void
rebuild_index(struct rebuild *r, const struct index *x)
{
	const char *name = sql_qname((struct qname){r->t->object.name.schema, x->name});
	bool found = detach(r, "index", x->name, x->where);

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
	if (x->comment)
		command(&r->add_rest, NULL,
		        strf("COMMENT ON INDEX %s IS %s", name, sql_literal(x->comment)));
}

static void
rebuild_table(struct rebuild *r, const struct table *t)
{
	size_t i;

	r->t = t;
	r->table = sql_qname(t->object.name);
	if (keyed_by(r->s, t, &r->from->object)) {
		r->result = op_error(r->op, "table %s is partitioned by a column of this enum",
		                     plain_qname(t->object.name));
		return;
	}
	rebuild_columns(r);
	for (i = 0; i < t->constraints.n; i++)
		rebuild_constraint(r, t->constraints.v[i]);
	for (i = 0; i < t->indexes.n; i++)
		rebuild_index(r, t->indexes.v[i]);
}

/* a name for the old type while there are both */
static struct qname
name_aside(const struct schema *s, struct qname name)
{
	struct qname aside = name;
	const char *label = "old";
	unsigned pass;

	for (pass = 1;; pass++) {
		aside.name = sql_object_name(name.name, NULL, label);
		if (!schema_find(s, SPACE_TYPE, aside))
			return aside;
		label = strf("old%u", pass);
	}
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

enum applied
enum_rebuild(const struct op *op, const struct schema *s, const struct enum_type *from,
             const struct enum_type *to, struct list *commands)
{
	struct list tables = type_users(s, &from->object);
	struct rebuild r = {op, s, from, to};
	struct qname aside = name_aside(s, from->object.name);
	const char *name = sql_qname(to->object.name);
	size_t i;

	for (i = 0; i < tables.n; i++)
		rebuild_table(&r, tables.v[i]);
	list_append(commands, &r.drop_keys);
	list_append(commands, &r.drop_rest);
	list_append(commands, &r.drop_defaults);
	command(commands, NULL, strf("ALTER TYPE %s RENAME TO %s", name, sql_name(aside.name)));
	command(commands, NULL, enum_sql(to));
	list_append(commands, &r.alter);
	list_append(commands, &r.set_defaults);
	command(commands, NULL, strf("DROP TYPE %s", sql_qname(aside)));
	list_append(commands, &r.add_rest);
	list_append(commands, &r.add_keys);
	if (to->object.comment)
		command(commands, NULL,
		        strf("COMMENT ON TYPE %s IS %s", name, sql_literal(to->object.comment)));
	return r.result;
}
