/* The labels of enums in the tables that use them: which columns have the type, which constants are its labels, and what follows
   a label's new name. */
#include <string.h>

#include "code.h"

/* ---- columns of a type ---- */

bool
column_has_type(const struct schema *s, const struct column *c, const struct object *type)
{
	const struct object *o = type_at_home(s, c->type);

	return o && (o == type || is_multirange_of(o, type));
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
	const char *multirange = range_multirange(type).name;
	struct list all = {0}, found = {0};
	size_t i;

	schema_linked(s, LINK_TYPE, (struct qname){"", type->name.name}, &all);
	if (multirange)
		schema_linked(s, LINK_TYPE, (struct qname){"", multirange}, &all);
	for (i = 0; i < all.n; i++)
		if (type_user_column(s, all.v[i], type))
			list_add(&found, all.v[i]);
	return found;
}

bool
column_has_one_of(const struct schema *s, const struct column *c, const struct list *types)
{
	size_t i;

	for (i = 0; i < types->n; i++)
		if (column_has_type(s, c, types->v[i]))
			return true;
	return false;
}

struct list
type_users_of(const struct schema *s, const struct list *types)
{
	struct list found = {0}, all;
	size_t i, j;

	for (i = 0; i < types->n; i++) {
		all = type_users(s, types->v[i]);
		for (j = 0; j < all.n; j++)
			if (!list_has(&found, all.v[j]))
				list_add(&found, all.v[j]);
	}
	return found;
}

struct list
typed_tables(const struct schema *s, const struct object *type)
{
	struct list tables = schema_all(s, &table_noun), found = {0};
	const struct table *t;
	size_t i;

	for (i = 0; i < tables.n; i++) {
		t = tables.v[i];
		if (t->of_type && type_at_home(s, t->of_type) == type)
			list_add(&found, tables.v[i]);
	}
	return found;
}

enum applied
need_no_users(const struct op *op, const struct schema *s, const struct object *type)
{
	struct list tables = type_users(s, type), typed = typed_tables(s, type);
	const struct table *t = tables.n ? tables.v[0] : NULL;
	const struct column *c = t ? type_user_column(s, t, type) : NULL;
	const char *made = "";

	if (!t && typed.n)
		return op_error(op, E_NEEDED,
		                "table %s is of type %s; drop it first, or say cascade = true",
		                plain_qname(((struct object *)typed.v[0])->name),
		                plain_qname(type->name));
	if (!t)
		return APPLIED;
	if (c->at.file)
		made = strf(", made at %s:%d,", c->at.file, c->at.line);
	return op_error(
		op, E_NEEDED,
		"column '%s.%s'%s has the type %s; drop it or change its type first, or say cascade = true",
		t->object.name.name, c->name, made, plain_qname(type->name));
}

void
type_users_remove(struct schema *s, const struct object *type)
{
	struct list tables = type_users(s, type), typed = typed_tables(s, type);
	const struct object *t;
	const struct column *c;
	size_t i;

	for (i = 0; i < typed.n; i++)
		if (s->by_id.v[((struct object *)typed.v[i])->id])
			table_noun.remove(s, typed.v[i]);
	for (i = 0; i < tables.n; i++)
		for (t = tables.v[i];; column_remove(s, (const struct table *)t, c->name)) {
			t = s->by_id.v[t->id];
			c = type_user_column(s, (const struct table *)t, type);
			if (!c)
				break;
		}
}

/* ---- labels in texts and values ---- */

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
follow_text(const struct value *v, const char *to, bool *found)
{
	struct value *r;

	*found = true;
	r = copy(v, sizeof *v);
	r->text = v->type == VALUE_SQL ? sql_literal(to) : to;
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
	const char *cast = NULL, *text;
	bool inside = false;

	switch (v->type) {
	case VALUE_SQL:
		tree = parse_expression(v->text, &e);
		text = tree ? expression_string(tree, &cast) : NULL;
		return text && !cast && strcmp(text, from) == 0 ? follow_text(v, to, found) : v;
	case VALUE_STRING:
		if (strcmp(v->text, from) == 0)
			return follow_text(v, to, found);
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

bool
value_says_label(const struct value *v, const char *label)
{
	bool found = false;

	if (v)
		follow_label(v, label, label, &found);
	return found;
}

/* ---- labels in expressions ---- */

bool
expression_concerns_type(const struct schema *s, const struct table *t, const struct object *type,
                         const char *text)
{
	struct parse_error e = {0};
	const PgQuery__Node *tree = text ? parse_expression(text, &e) : NULL;
	const struct column_ref *ref;
	const struct column *c;
	struct strs names = {0};
	struct list refs = {0};
	size_t i;

	if (!tree)
		return false;
	expression_columns(tree, &refs);
	for (i = 0; i < refs.n; i++) {
		ref = refs.v[i];
		c = ref->name ? table_column(t, ref->name) : NULL;
		if (c && column_has_type(s, c, type))
			return true;
	}
	scan_names(text, &names);
	return strs_has(&names, type->name.name);
}

/* the literal with a label renamed; NULL where it is not in it */
static const char *
follow_constant(const char *text, const char *from, const char *to)
{
	struct value v = {.type = VALUE_STRING, .text = text};
	bool found = false;
	const struct value *r = follow_label(&v, from, to, &found);

	return found ? sql_value(r, r->type == VALUE_LIST ? "text[]" : "text") : NULL;
}

bool
expression_says_label(const struct schema *s, const struct table *t, const struct object *type,
                      const char *text, const char *label)
{
	struct list uses = expression_labels(s, t, text);
	const struct label_use *use;
	size_t i;

	for (i = 0; i < uses.n; i++) {
		use = uses.v[i];
		if (use->type == type && follow_constant(use->text, label, label))
			return true;
	}
	return false;
}

enum applied
need_use(const struct op *op, const struct schema *s, const struct label_use *use, const char *what)
{
	/* sql_qname would leave it to the search path */
	const char *type = strf("%s.%s%s", sql_name(use->type->name.schema),
	                        sql_name(use->type->name.name), use->array ? "[]" : "");
	struct value v = {.type = VALUE_STRING, .text = use->text};

	return need_value(op, s, type, &v, what);
}

/* where the token ends that begins there */
static size_t
token_end(const char *text, size_t at)
{
	struct tokens tokens = {0};
	size_t i;

	if (scan_tokens(text, &tokens))
		for (i = 0; i < tokens.n; i++)
			if (tokens.v[i].start == at)
				return tokens.v[i].end;
	return at;
}

/* the text with a label renamed; text itself where it is not in it */
static const char *
rename_in_expression(const struct schema *s, const struct table *t, const struct object *type,
                     const char *text, const char *from, const char *to)
{
	struct list uses = expression_labels(s, t, text);
	const struct label_use *use;
	const char *literal;
	size_t i;

	for (i = uses.n; i-- > 0;) {
		use = uses.v[i];
		literal = use->type == type ? follow_constant(use->text, from, to) : NULL;
		if (literal)
			text = strf("%.*s%s%s", (int)use->at, text, literal,
			            text + token_end(text, use->at));
	}
	return text;
}

/* ---- a label's new name ---- */

struct renaming {
	const struct schema *s;
	const struct object *type;
	const struct list *types; /* it, and what is made of it */
	const char *from, *to;
	struct table *t;
	bool changed;
};

static const char *
renamed_expression(void *data, const char *text)
{
	const struct renaming *r = data;

	return rename_in_expression(r->s, r->t, r->type, text, r->from, r->to);
}

/* defaults that are a label */
static void
rename_in_defaults(struct renaming *r)
{
	const struct value *value;
	struct column *c;
	bool found;
	size_t i;

	for (i = 0; i < r->t->columns.n; i++) {
		c = r->t->columns.v[i];
		if (!c->default_value || !column_has_one_of(r->s, c, r->types))
			continue;
		found = false;
		value = follow_label(c->default_value, r->from, r->to, &found);
		if (!found)
			continue;
		c = element_copy(&r->t->columns, i, sizeof *c);
		c->default_value = copy(value, sizeof *value);
		r->changed = true;
	}
}

bool
type_is_partition_key(const struct schema *s, const struct table *parent, const struct object *type)
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
	rename_in_defaults(r);
	r->changed |= expressions_change(r->t, renamed_expression, NULL, r);
	if (parent && parent->noun == &table_noun &&
	    type_is_partition_key(r->s, (struct table *)parent, r->type)) {
		rename_in_bound(r, &r->t->bound.from);
		rename_in_bound(r, &r->t->bound.to);
		rename_in_bound(r, &r->t->bound.values);
	}
}

/* the constant that begins at offset is another one */
static char *
with_constant(const char *sql, size_t offset, const char *text)
{
	struct tokens tokens;
	const struct token *t;

	if (!scan_tokens(sql, &tokens))
		return str(sql);
	t = &tokens.v[token_at(&tokens, offset)];
	return strf("%.*s%s%s", (int)t->start, sql, sql_literal(text), sql + t->end);
}

/* in the SQL of a view, a rule, a policy: from the last place on, so that those before it stay where they are */
static void
rename_in_code(struct schema *s, const struct object *type, struct code *c, const char *from,
               const char *to)
{
	struct list uses = statement_labels(s, code_tree(c));
	char *was = code_sql(c), *sql = was;
	const struct label_use *use;
	size_t before = strlen(was) - strlen(c->tail), i;

	for (i = uses.n; i-- > 0;) {
		use = uses.v[i];
		if (use->type->id == type->id && !use->array && use->at >= before &&
		    same(use->text, from))
			sql = with_constant(sql, use->at, to);
	}
	if (sql == was)
		return;
	c = (struct code *)object_copy(&c->object);
	code_define(s, c, sql + before);
	if (code_kind(&c->object)->reread)
		code_kind(&c->object)->reread(s, c);
	schema_put(s, &c->object);
}

void
label_rename(struct schema *s, const struct object *type, const char *from, const char *to)
{
	struct list types = types_with(s, type), tables = type_users_of(s, &types);
	struct object *o;
	struct renaming r;
	size_t i;

	for (i = 0; i < s->by_id.n; i++) {
		o = s->by_id.v[i];
		if (o && code_kind(o) && code_kind(o)->follow && ((struct code *)o)->tail &&
		    strstr(((struct code *)o)->tail, from))
			rename_in_code(s, type, (struct code *)o, from, to);
	}

	for (i = 0; i < tables.n; i++) {
		r = (struct renaming){s, type, &types, from, to, NULL, false};
		r.t = (struct table *)object_copy(tables.v[i]);
		rename_in_table(&r);
		if (r.changed)
			schema_put(s, &r.t->object);
	}
}
