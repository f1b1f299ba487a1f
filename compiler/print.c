/* Operations as Lua. A call becomes a tree of pieces first; a table stands on one line where that is short, and else each of
   its values on a line of its own. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "decode_scope.h"
#include "print.h"
#include "variable.h"

#define WIDTH 100
#define STEP 2

/* a text, a table, or the call of a function */
struct piece {
	const char *key; /* "key = ", or NULL */
	const char *text;
	const char *function;
	struct list items;        /* struct piece: of the table, or its arguments */
	bool tall;                /* a line for each, however short */
	const struct piece *rest; /* the table behind it that completes the call */
};

/* ---- texts ---- */

static bool
is_identifier(const char *s)
{
	static const char *const words[] = {
		"and",      "break",  "do",   "else", "elseif", "end",   "false", "for",
		"function", "goto",   "if",   "in",   "local",  "nil",   "not",   "or",
		"repeat",   "return", "then", "true", "until",  "while", NULL};
	size_t i;

	if (!*s || isdigit((unsigned char)*s) || among(s, words))
		return false;
	for (i = 0; s[i]; i++)
		if (!isalnum((unsigned char)s[i]) && s[i] != '_')
			return false;
	return true;
}

static bool
fits_brackets(const char *s)
{
	return strchr(s, '\n') && !strchr(s, '\r');
}

/* the equals signs between the brackets, so that none in s closes them */
static char *
level_of(const char *s)
{
	char *level = str("");

	while (strstr(s, strf("]%s]", level)) || (*s && s[strlen(s) - 1] == ']' && !*level))
		level = strf("%s=", level);
	return level;
}

static void
put_quoted(struct buf *b, const char *s, size_t n)
{
	const char quote = memchr(s, '"', n) && !memchr(s, '\'', n) ? '\'' : '"';
	size_t i;

	buf_char(b, quote);
	for (i = 0; i < n; i++) {
		if (s[i] == '\n')
			buf_add(b, "\\n");
		else if ((unsigned char)s[i] < ' ' || s[i] == 127)
			buf_fmt(b, "\\%03d", s[i]);
		else if (s[i] == quote || s[i] == '\\')
			buf_fmt(b, "\\%c", s[i]);
		else
			buf_char(b, s[i]);
	}
	buf_char(b, quote);
}

/* the bytes before the next variable */
static size_t
until_variable(const char *s)
{
	return strcspn(s, (const char[]){VARIABLE_MARK, '\0'});
}

static void
put_string(const char *s, struct buf *b)
{
	size_t n = until_variable(s);
	const char *level;

	if (!s[n] && fits_brackets(s)) {
		level = level_of(s);
		buf_fmt(b, "[%s[\n%s]%s]", level, s, level);
		return;
	}
	if (n || !*s)
		put_quoted(b, s, n);
	for (s += n; *s; s += n) {
		if (n)
			buf_add(b, " .. ");
		n = variable_length(s);
		buf_fmt(b, "var \"%.*s\"", (int)n - 1, s + 1);
		s += n;
		n = until_variable(s);
		if (n) {
			buf_add(b, " .. ");
			put_quoted(b, s, n);
		}
	}
}

static char *
lua_string(const char *s)
{
	struct buf b = {0};

	put_string(s, &b);
	return buf_str(&b);
}

static char *
lua_sql(const char *s)
{
	char *text = lua_string(s);

	return strf(has_variable(s) ? "sql(%s)" : "sql %s", text);
}

/* ---- pieces ---- */

static struct piece *
leaf(const char *text)
{
	struct piece *p = alloc(sizeof *p);

	p->text = text;
	return p;
}

static struct piece *
leaf_string(const char *s)
{
	return leaf(lua_string(s));
}

static struct piece *
table_of(struct list items)
{
	struct piece *p = alloc(sizeof *p);

	p->items = items;
	return p;
}

static struct piece *
call_of(const char *function, struct list arguments)
{
	struct piece *p = table_of(arguments);

	p->function = function;
	return p;
}

static void put_piece(struct buf *b, const struct piece *p, int indent, size_t beside);

/* f "x", f { … } */
static bool
needs_parentheses(const struct piece *p)
{
	const struct piece *only = p->items.n ? p->items.v[0] : NULL;

	return p->items.n != 1 || only->function ||
	       (only->text && (!strchr("\"'[", *only->text) || strstr(only->text, " .. ")));
}

/* the first line of a text: those that it has beyond that are its own */
static size_t
width(const struct piece *p)
{
	size_t n = p->key ? strlen(p->key) + 3 : 0, i;

	if (p->text)
		return n + strcspn(p->text, "\n");
	if (p->tall)
		return WIDTH;
	n += p->function ? strlen(p->function) + 2 : p->items.n ? 4 : 2;
	for (i = 0; i < p->items.n; i++)
		n += width(p->items.v[i]) + (i ? 2 : 0);
	return n;
}

static size_t
column(const struct buf *b)
{
	size_t n = 0;

	while (n < b->n && b->s[b->n - 1 - n] != '\n')
		n++;
	return n;
}

static void
put_call(struct buf *b, const struct piece *p, int indent)
{
	bool parentheses = needs_parentheses(p);
	size_t i;

	buf_add(b, p->function);
	buf_add(b, parentheses ? "(" : " ");
	for (i = 0; i < p->items.n; i++) {
		buf_add(b, i ? ", " : "");
		put_piece(b, p->items.v[i], indent, i + 1 < p->items.n ? strlen(", {") : 1);
	}
	buf_add(b, parentheses ? ")" : "");
	if (p->rest) {
		buf_char(b, ' ');
		put_piece(b, p->rest, indent, 0);
	}
}

static void
put_table(struct buf *b, const struct piece *p, int indent, bool broken)
{
	size_t i;

	buf_add(b, "{");
	for (i = 0; i < p->items.n; i++) {
		if (broken)
			buf_fmt(b, "\n%*s", indent + STEP, "");
		else
			buf_add(b, i ? ", " : " ");
		put_piece(b, p->items.v[i], indent + STEP, broken);
		buf_add(b, broken ? "," : "");
	}
	if (broken)
		buf_fmt(b, "\n%*s}", indent, "");
	else
		buf_add(b, p->items.n ? " }" : "}");
}

/* beside: the bytes that follow on its last line */
static void
put_piece(struct buf *b, const struct piece *p, int indent, size_t beside)
{
	bool broken = p->items.n && (p->tall || column(b) + width(p) + beside > WIDTH);

	if (p->key)
		buf_fmt(b, "%s = ", p->key);
	if (p->text)
		buf_add(b, p->text);
	else if (p->function)
		put_call(b, p, indent);
	else
		put_table(b, p, indent, broken);
}

/* ---- values ---- */

/* a text that a number of Lua has when it is read */
static bool
is_number(const char *s)
{
	double n = strtod(s, NULL);
	int digits;

	if (same(s, strf("%lld", strtoll(s, NULL, 10))))
		return true;
	if (!isfinite(n) || strcmp(s, "-0") == 0)
		return false;
	for (digits = 15; digits < 17 && strtod(strf("%.*g", digits, n), NULL) != n; digits++)
		;
	return same(s, strf("%.*g", digits, n));
}

static const char *
lua_key(const char *key)
{
	return is_identifier(key) ? key : strf("[%s]", lua_string(key));
}

static struct piece *value_piece(const struct value *v);

static struct piece *
items_piece(const struct value *v)
{
	struct list items = {0};
	struct piece *p;
	size_t i;

	if (v->type == VALUE_LIST && !v->items.n)
		return leaf("array {}");
	for (i = 0; i < v->items.n; i++) {
		p = value_piece(v->items.v[i]);
		if (v->type == VALUE_MAP)
			p->key = lua_key(v->keys.v[i]);
		list_add(&items, p);
	}
	return table_of(items);
}

/* a number that Lua would write otherwise is an expression */
static struct piece *
value_piece(const struct value *v)
{
	switch (v->type) {
	case VALUE_NULL:
		return leaf("null");
	case VALUE_BOOL:
		return leaf(v->text);
	case VALUE_NUMBER:
		return leaf(is_number(v->text) ? v->text : lua_sql(v->text));
	case VALUE_STRING:
		return leaf_string(v->text);
	case VALUE_SQL:
		return leaf(lua_sql(v->text));
	case VALUE_LIST:
	case VALUE_MAP:
		break;
	}
	return items_piece(v);
}

static const char *
name_part(const char *name)
{
	struct buf b = {0};

	if (!strpbrk(name, ".\""))
		return name;
	buf_char(&b, '"');
	for (; *name; name++)
		buf_fmt(&b, *name == '"' ? "\"\"" : "%c", *name);
	buf_char(&b, '"');
	return buf_str(&b);
}

/* the schema of the project is left out, as in SQL */
static const char *
lua_qname(struct qname name)
{
	if (!name.schema || same(name.schema, sql_qname_full((struct qname){NULL, ""}).schema))
		return name_part(name.name);
	return strf("%s.%s", name_part(name.schema), name_part(name.name));
}

static const char *
lua_reference(const struct reference *r)
{
	struct strs columns = {0};
	size_t i;

	if (!r->columns.n)
		return lua_qname(r->table);
	for (i = 0; i < r->columns.n; i++)
		strs_add(&columns, name_part(r->columns.v[i]));
	return strf("%s(%s)", lua_qname(r->table), strs_join(&columns, ", "));
}

static struct piece *
row_piece(const struct row *row)
{
	struct list items = {0};
	struct piece *p;
	size_t i;

	for (i = 0; i < row->columns.n; i++) {
		p = value_piece(row->values.v[i]);
		p->key = lua_key(row->columns.v[i]);
		list_add(&items, p);
	}
	return table_of(items);
}

static struct piece *
parameters_piece(const struct strs *parameters)
{
	struct list items = {0};
	const char *equals;
	struct piece *p;
	size_t i;

	for (i = 0; i < parameters->n; i++) {
		equals = strchr(parameters->v[i], '=');
		p = is_number(equals + 1) ? leaf(equals + 1) : leaf_string(equals + 1);
		p->key = lua_key(strn(parameters->v[i], (size_t)(equals - parameters->v[i])));
		list_add(&items, p);
	}
	return table_of(items);
}

static struct piece *item_piece(const struct layout *l, const char *item, bool plain);

/* the elements of a list; plain: items stand without the name of their shape where they can */
static struct list
elements(const struct slot *slot, const void *member, bool plain)
{
	const struct field *f = slot->field;
	const struct strs *strings = member;
	const struct list *l = member;
	struct list all = {0};
	size_t i;

	if (f->type == FIELD_NAMES || f->type == FIELD_TEXTS) {
		for (i = 0; i < strings->n; i++)
			list_add(&all, leaf_string(strings->v[i]));
		return all;
	}
	for (i = 0; i < l->n; i++) {
		if (f->type == FIELD_ITEMS)
			list_add(&all, item_piece(slot->layout, l->v[i], plain));
		else if (f->type == FIELD_QNAMES)
			list_add(&all, leaf_string(lua_qname(*(const struct qname *)l->v[i])));
		else if (f->type == FIELD_VALUES)
			list_add(&all, value_piece(l->v[i]));
		else
			list_add(&all, row_piece(l->v[i]));
	}
	return all;
}

/* as most people write it */
static const char *
short_type(const char *type)
{
	static const char *const names[][2] = {
		{"timestamp with time zone", "timestamptz"},
		{"timestamp without time zone", "timestamp"},
		{"time with time zone", "timetz"},
		{"time without time zone", "time"},
		{"character varying", "varchar"},
		{"character(", "char("},
		{"bit varying", "varbit"},
	};
	size_t i, n;

	for (i = 0; i < LEN(names); i++) {
		n = strlen(names[i][0]);
		if (strncmp(type, names[i][0], n) == 0)
			return strf("%s%s", names[i][1], type + n);
	}
	return type;
}

static struct piece *
text_piece(const struct field *f, const char *text)
{
	if (!*text && f->nullable)
		return leaf("null");
	if (f->type == FIELD_TYPE)
		return leaf_string(short_type(text));
	/* which Lua does not read as an integer */
	if (f->type == FIELD_INT && strcmp(text, "-9223372036854775808") == 0)
		return leaf("math.mininteger");
	if (f->type == FIELD_INT && (is_number(text) || strcmp(text, "true") == 0))
		return leaf(text);
	return leaf_string(text);
}

/* the path of a file from the folder of the script */
static const char *
path_from(const char *script, const char *file)
{
	const char *slash, *up = "";

	for (slash = strchr(script, '/'); slash; slash = strchr(script, '/')) {
		if (strncmp(script, file, (size_t)(slash + 1 - script)) != 0)
			break;
		file += slash + 1 - script;
		script = slash + 1;
	}
	for (; slash; slash = strchr(slash + 1, '/'))
		up = strf("../%s", up);
	return strf("%s%s", up, file);
}

/* the only one of a list stands for it; NULL where it is empty */
static struct piece *
list_piece(struct list all)
{
	const struct piece *only = all.n == 1 ? all.v[0] : NULL;

	if (!all.n)
		return NULL;
	return only && (only->text || only->function) ? all.v[0] : table_of(all);
}

/* variables as SQL has them: :"name" */
static const char *
with_references(const char *sql)
{
	struct buf b = {0};
	const char *mark;
	size_t n;

	while ((mark = strchr(sql, VARIABLE_MARK))) {
		n = variable_length(mark);
		if (mark == sql || !n || mark[n] != mark[-1] || !strchr("'\"", mark[-1])) {
			buf_mem(&b, sql, (size_t)(mark + 1 - sql));
			sql = mark + 1;
			continue;
		}
		buf_mem(&b, sql, (size_t)(mark - 1 - sql));
		buf_fmt(&b, ":%c%.*s%c", mark[-1], (int)n - 1, mark + 1, mark[-1]);
		sql = mark + n + 1;
	}
	buf_add(&b, sql);
	return buf_str(&b);
}

/* SQL that is long, or has several lines, stands between brackets */
static char *
lua_statement(const char *sql)
{
	size_t n = strlen(sql = with_references(sql));
	bool tall = strchr(sql, '\n') || n > WIDTH - strlen("  execute \"\"");

	if (!tall || sql[until_variable(sql)] || sql[n - 1] == '\n')
		return lua_string(sql);
	return lua_string(strf("%s\n", sql));
}

/* what a member of an item says, or NULL where it says nothing */
static struct piece *
member_piece(const struct slot *slot, const char *item)
{
	const void *member = item + slot->offset;
	const struct field *f = slot->field;
	const char *text = NULL;
	const struct term *term;

	switch (f->type) {
	case FIELD_BOOL:
		return *(const bool *)member ? leaf("true") : NULL;
	case FIELD_ANSWER:
		if (*(const enum answer *)member == UNSAID)
			return NULL;
		return leaf(*(const enum answer *)member == YES ? "true" : "false");
	case FIELD_INT:
	case FIELD_TEXT:
	case FIELD_NAME:
	case FIELD_CHOICE:
	case FIELD_TYPE:
	case FIELD_SQL:
		text = *(const char *const *)member;
		return text ? text_piece(f, text) : NULL;
	case FIELD_STATEMENT:
		text = ((const struct source *)member)->text;
		return text ? leaf(lua_statement(text)) : NULL;
	case FIELD_FILE:
		return leaf_string(path_from(((const struct loc *)(const void *)item)->file,
		                             ((const struct source *)member)->at.file));
	case FIELD_QNAME:
		if (!((const struct qname *)member)->name)
			return NULL;
		return leaf_string(lua_qname(*(const struct qname *)member));
	case FIELD_VALUE:
		if (!*(const struct value *const *)member)
			return NULL;
		return value_piece(*(const struct value *const *)member);
	case FIELD_TERM:
		term = member;
		if (term->column)
			return leaf_string(term->column);
		return term->expression ? leaf(lua_sql(term->expression)) : NULL;
	case FIELD_REFERENCE:
		if (!((const struct reference *)member)->table.name)
			return NULL;
		return leaf_string(lua_reference(member));
	case FIELD_PARAMETERS:
		return ((const struct strs *)member)->n ? parameters_piece(member) : NULL;
	case FIELD_NAMES:
	case FIELD_TEXTS:
	case FIELD_QNAMES:
	case FIELD_VALUES:
	case FIELD_ITEMS:
	case FIELD_ROWS:
		return list_piece(elements(slot, member, true));
	case FIELD_ITEM:
		if (!*(const void *const *)member)
			return NULL;
		return item_piece(slot->layout, *(const char *const *)member, true);
	case FIELD_PART: /* its fields are slots of their own */
		break;
	}
	return NULL;
}

/* ---- items and calls ---- */

/* how many slots stand at a position */
static size_t
count_at(const struct layout *l, int position)
{
	size_t n = 0, i;

	for (i = 0; i < l->n; i++)
		n += l->slots[i].position == position;
	return n;
}

/* what stands at a position, lists without their braces; true where it is a list */
static bool
values_at(const struct layout *l, int position, const char *item, struct list *values)
{
	bool plain = count_at(l, position) == 1, list = false;
	const struct slot *slot;
	struct list more;
	struct piece *p;
	size_t i;

	for (i = 0; i < l->n; i++) {
		slot = &l->slots[i];
		if (slot->position != position)
			continue;
		list = decode_is_list(slot->field->type);
		if (list) {
			more = elements(slot, item + slot->offset, plain);
			list_append(values, &more);
		} else if ((p = member_piece(slot, item))) {
			list_add(values, p);
		}
	}
	return list;
}

/* the table of a list and of options: from position `first` on */
static struct piece *
record(const struct layout *l, int first, const char *item)
{
	struct list all = {0};
	const struct slot *slot;
	struct piece *p;
	size_t listed, i;
	int at;

	for (at = first; at <= l->last; at++)
		values_at(l, at, item, &all);
	listed = all.n;
	for (i = 0; i < l->n; i++) {
		slot = &l->slots[i];
		if (slot->position || slot->field->model || !(p = member_piece(slot, item)))
			continue;
		p->key = lua_key(slot->field->key);
		list_add(&all, p);
	}
	p = table_of(all);
	p->tall = listed && all.n > 1 && count_at(l, first) > 1;
	return p;
}

static bool
need_at(const struct layout *l, int position)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		if (l->slots[i].position == position && l->slots[i].field->required)
			return true;
	return false;
}

/* objects, of which the only one stands for the list: drop_table("t"). The only column of a key, behind its table, is a list of one */
static bool
names_at(const struct layout *l, int position)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		if (l->slots[i].position == position &&
		    (l->slots[i].field->type == FIELD_QNAMES ||
		     (l->slots[i].field->type == FIELD_NAMES && position == 1)))
			return true;
	return false;
}

/* the arguments of a call by positions: those behind the last that says something are left out */
static struct list
arguments(const struct layout *l, const char *item)
{
	struct list all = {0}, values;
	struct piece *options;
	size_t said = 0;
	int at;

	for (at = 1; at <= l->last; at++) {
		values = (struct list){0};
		if (values_at(l, at, item, &values) && !(values.n == 1 && names_at(l, at)))
			list_add(&all, table_of(values));
		else
			list_add(&all, values.n ? values.v[0] : leaf("nil"));
		if (values.n || need_at(l, at))
			said = all.n;
	}
	all.n = said;
	options = record(l, l->last + 1, item);
	if (options->items.n)
		list_add(&all, options);
	return all;
}

static struct piece *
call_piece(const struct layout *l, const char *item)
{
	const char *name = l->shape->name;
	struct list all = {0};
	struct piece *table;

	if (l->shape->call == CALL_ARGUMENTS)
		return call_of(name, arguments(l, item));
	if (l->shape->call == CALL_MIXED)
		values_at(l, 1, item, &all);
	table = record(l, l->shape->call == CALL_MIXED ? 2 : 1, item);
	if (table->items.n || !all.n)
		list_add(&all, table);
	return call_of(name, all);
}

/* an item in its field: plain, where a table or one value stands for it */
static struct piece *
item_piece(const struct layout *l, const char *item, bool plain)
{
	struct piece *table, *only;

	if (!plain || l->shape->call != CALL_TABLE)
		return call_piece(l, item);
	table = record(l, 1, item);
	only = table->items.n == 1 ? table->items.v[0] : NULL;
	if (!table->items.n)
		return leaf("null");
	return only && only->text && !only->key ? only : table;
}

/* ---- operations ---- */

static bool
is_lua(const struct op_class *class)
{
	size_t i, j;

	for (i = 0; op_kinds[i]; i++)
		for (j = 0; op_kinds[i][j]; j++)
			if (op_kinds[i][j] == class)
				return true;
	return false;
}

void
print_call(const struct shape *shape, const void *item, int indent, struct buf *b)
{
	buf_fmt(b, "%*s", indent, "");
	put_piece(b, call_piece(decode_layout(shape), item), indent, 0);
	buf_char(b, '\n');
}

/* as it is printed; NULL where only SQL says it */
static const struct op *
told(const struct op *op, const struct schema *s)
{
	if (!is_lua(op->class))
		return NULL;
	return s && op->class->told ? op->class->told(op, s) : op;
}

void
print_steps(const struct list *steps, int indent, struct buf *b)
{
	const struct step *step;
	struct strs options;
	size_t i;

	for (i = 0; i < steps->n; i++) {
		step = steps->v[i];
		options = (struct strs){0};
		if (step->since)
			strs_add(&options, strf("since = %d", step->since / 10000));
		if (step->before)
			strs_add(&options, strf("before = %d", step->before / 10000));
		if (options.n)
			buf_fmt(b, "%*sexecute(%s, { %s })\n", indent, "", lua_statement(step->sql),
			        strs_join(&options, ", "));
		else
			buf_fmt(b, "%*sexecute %s\n", indent, "", lua_statement(step->sql));
	}
}

char *
print_string(const char *s)
{
	return lua_string(s);
}

char *
print_strings(const struct strs *all)
{
	struct buf b = {0};
	size_t i;

	if (!all->n)
		return str("nil");
	if (all->n == 1)
		return lua_string(all->v[0]);
	for (i = 0; i < all->n; i++)
		buf_fmt(&b, "%s%s", i ? ", " : "{ ", lua_string(all->v[i]));
	buf_add(&b, " }");
	return buf_str(&b);
}

void
print_op(const struct op *op, const struct schema *s, int indent, struct buf *b)
{
	const struct op *as = told(op, s);
	struct list steps = {0};

	if (as) {
		print_call(&as->class->shape, as, indent, b);
		return;
	}
	op->class->render(op, &steps);
	print_steps(&steps, indent, b);
}

void
print_sql(const struct op *op, struct buf *b)
{
	struct list steps = {0};
	size_t i;

	op->class->render(op, &steps);
	for (i = 0; i < steps.n; i++)
		buf_fmt(b, "%s;\n", ((const struct step *)steps.v[i])->sql);
}

/* only SQL declares it */
static bool
is_sql(const struct op *as)
{
	return !as || !as->class->declares || as->class->shape.fields->type == FIELD_STATEMENT;
}

static bool
is_list_at(const struct layout *l, int position)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		if (l->slots[i].position == position && !decode_is_list(l->slots[i].field->type))
			return false;
	return true;
}

/* table "t" { … }: the first argument, and all others in one table */
static struct piece *
declaration_piece(const struct op *op)
{
	const struct layout *l = decode_layout(&op->class->shape);
	struct piece *table, *declaration;
	struct list first = {0};

	if (!is_list_at(l, 2))
		return call_piece(l, (const char *)op);
	values_at(l, 1, (const char *)op, &first);
	table = record(l, 2, (const char *)op);
	declaration = call_of(op->class->declares, first);
	if (table->items.n || l->last > 1)
		declaration->rest = table;
	return declaration;
}

void
print_declaration(const struct op *op, const struct schema *s, struct buf *b)
{
	const struct op *as = told(op, s);
	struct buf sql = {0};

	if (is_sql(as)) {
		print_sql(op, &sql);
		buf_fmt(b, "define %s\n", lua_string(with_references(buf_str(&sql))));
		return;
	}
	put_piece(b, declaration_piece(as), 0, 0);
	buf_char(b, '\n');
}
