/* Names, literals and lists as SQL, and names as PostgreSQL chooses them. */
#include <stdlib.h>
#include <string.h>

#include "sql.h"
#include "variable.h"

/* All keywords of PostgreSQL 13 to 18 that are not "unreserved", sorted: quoting one too many is harmless. */
static const char *const keywords[] = {
	"all",
	"analyse",
	"analyze",
	"and",
	"any",
	"array",
	"as",
	"asc",
	"asymmetric",
	"authorization",
	"between",
	"bigint",
	"binary",
	"bit",
	"boolean",
	"both",
	"case",
	"cast",
	"char",
	"character",
	"check",
	"coalesce",
	"collate",
	"collation",
	"column",
	"concurrently",
	"constraint",
	"create",
	"cross",
	"current_catalog",
	"current_date",
	"current_role",
	"current_schema",
	"current_time",
	"current_timestamp",
	"current_user",
	"dec",
	"decimal",
	"default",
	"deferrable",
	"desc",
	"distinct",
	"do",
	"else",
	"end",
	"except",
	"exists",
	"extract",
	"false",
	"fetch",
	"float",
	"for",
	"foreign",
	"freeze",
	"from",
	"full",
	"grant",
	"greatest",
	"group",
	"grouping",
	"having",
	"ilike",
	"in",
	"initially",
	"inner",
	"inout",
	"int",
	"integer",
	"intersect",
	"interval",
	"into",
	"is",
	"isnull",
	"join",
	"json",
	"json_array",
	"json_arrayagg",
	"json_exists",
	"json_object",
	"json_objectagg",
	"json_query",
	"json_scalar",
	"json_serialize",
	"json_table",
	"json_value",
	"lateral",
	"leading",
	"least",
	"left",
	"like",
	"limit",
	"localtime",
	"localtimestamp",
	"merge_action",
	"national",
	"natural",
	"nchar",
	"none",
	"normalize",
	"not",
	"notnull",
	"null",
	"nullif",
	"numeric",
	"offset",
	"on",
	"only",
	"or",
	"order",
	"out",
	"outer",
	"overlaps",
	"overlay",
	"placing",
	"position",
	"precision",
	"primary",
	"real",
	"references",
	"returning",
	"right",
	"row",
	"select",
	"session_user",
	"setof",
	"similar",
	"smallint",
	"some",
	"substring",
	"symmetric",
	"system_user",
	"table",
	"tablesample",
	"then",
	"time",
	"timestamp",
	"to",
	"trailing",
	"treat",
	"trim",
	"true",
	"union",
	"unique",
	"user",
	"using",
	"values",
	"varchar",
	"variadic",
	"verbose",
	"when",
	"where",
	"window",
	"with",
	"xmlattributes",
	"xmlconcat",
	"xmlelement",
	"xmlexists",
	"xmlforest",
	"xmlnamespaces",
	"xmlparse",
	"xmlpi",
	"xmlroot",
	"xmlserialize",
	"xmltable",
};

static const char *default_schema = "public";
static bool leave_out = true;

void
sql_default_schema(const char *name)
{
	default_schema = name;
}

void
sql_leave_out(bool whether)
{
	leave_out = whether;
}

static int
by_word(const void *word, const void *row)
{
	return strcmp(word, *(const char *const *)row);
}

static bool
bare(const char *name)
{
	const char *c;

	if (!((*name >= 'a' && *name <= 'z') || *name == '_'))
		return false;
	for (c = name; *c; c++)
		if (!((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') || *c == '_' ||
		      *c == '$'))
			return false;
	return !bsearch(name, keywords, LEN(keywords), sizeof keywords[0], by_word);
}

char *
sql_name(const char *name)
{
	return bare(name) ? str(name) : in_quotes(name, '"');
}

char *
sql_qname(struct qname name)
{
	if (!name.schema || (leave_out && strcmp(name.schema, default_schema) == 0))
		return sql_name(name.name);
	return strf("%s.%s", sql_name(name.schema), sql_name(name.name));
}

struct qname
sql_qname_full(struct qname name)
{
	if (!name.schema)
		name.schema = default_schema;
	return name;
}

char *
plain_qname(struct qname name)
{
	if (!name.schema || strcmp(name.schema, default_schema) == 0)
		return strf("'%s'", name.name);
	return strf("'%s.%s'", name.schema, name.name);
}

char *
sql_names(const struct strs *names)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < names->n; i++) {
		buf_add(&b, i ? ", " : "");
		buf_add(&b, sql_name(names->v[i]));
	}
	return buf_str(&b);
}

char *
sql_literal(const char *text)
{
	return in_quotes(text, '\'');
}

static void
json(struct buf *b, const struct value *v)
{
	size_t i;

	switch (v->type) {
	case VALUE_NULL:
		buf_add(b, "null");
		break;
	case VALUE_BOOL:
	case VALUE_NUMBER:
		buf_add(b, v->text);
		break;
	case VALUE_STRING:
	case VALUE_SQL:
		buf_json(b, v->text);
		break;
	case VALUE_LIST:
		buf_char(b, '[');
		for (i = 0; i < v->items.n; i++) {
			buf_add(b, i ? ", " : "");
			json(b, v->items.v[i]);
		}
		buf_char(b, ']');
		break;
	case VALUE_MAP:
		buf_char(b, '{');
		for (i = 0; i < v->keys.n; i++) {
			buf_add(b, i ? ", " : "");
			buf_json(b, v->keys.v[i]);
			buf_add(b, ": ");
			json(b, v->items.v[i]);
		}
		buf_char(b, '}');
		break;
	}
}

/* an element of an array's text form, in its double quotes */
static void
element(struct buf *b, const char *text)
{
	buf_char(b, '"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			buf_char(b, '\\');
		buf_char(b, *text);
	}
	buf_char(b, '"');
}

/* an array's text form: {1,2,"a b",NULL} */
static void
array(struct buf *b, const struct value *v)
{
	const struct value *item;
	struct buf object;
	size_t i;

	buf_char(b, '{');
	for (i = 0; i < v->items.n; i++) {
		item = v->items.v[i];
		if (i)
			buf_char(b, ',');
		switch (item->type) {
		case VALUE_NULL:
			buf_add(b, "NULL");
			break;
		case VALUE_BOOL:
		case VALUE_NUMBER:
			buf_add(b, item->text);
			break;
		case VALUE_STRING:
		case VALUE_SQL:
			element(b, item->text);
			break;
		case VALUE_LIST:
			array(b, item);
			break;
		case VALUE_MAP:
			object = (struct buf){0};
			json(&object, item);
			element(b, buf_str(&object));
			break;
		}
	}
	buf_char(b, '}');
}

char *
sql_value(const struct value *v, const char *type)
{
	struct buf b = {0};
	size_t n = type ? strlen(type) : 0;

	switch (v->type) {
	case VALUE_NULL:
		return str("NULL");
	case VALUE_BOOL:
	case VALUE_NUMBER:
		if (type && (strcmp(type, "json") == 0 || strcmp(type, "jsonb") == 0))
			return sql_literal(v->text);
		return str(v->text);
	case VALUE_SQL:
		return str(v->text);
	case VALUE_STRING:
		return sql_literal(v->text);
	case VALUE_LIST:
	case VALUE_MAP:
		break;
	}
	if (n > 2 && strcmp(type + n - 2, "[]") == 0)
		array(&b, v);
	else
		json(&b, v);
	return sql_literal(buf_str(&b));
}

char *
sql_options(const struct strs *options)
{
	struct buf b = {0};
	const char *equals;
	size_t i;

	for (i = 0; i < options->n; i++) {
		equals = strchr(options->v[i], '=');
		buf_fmt(&b, "%s%s %s", i ? ", " : " OPTIONS (",
		        sql_name(strn(options->v[i], (size_t)(equals - options->v[i]))),
		        sql_literal(equals + 1));
	}
	if (options->n)
		buf_add(&b, ")");
	return buf_str(&b);
}

char *
sql_parameters(const struct strs *parameters)
{
	struct buf b = {0};
	const char *p, *equals;
	size_t i;

	for (i = 0; i < parameters->n; i++) {
		p = parameters->v[i];
		equals = strchr(p, '=');
		buf_add(&b, i ? ", " : " (");
		if (equals)
			buf_fmt(&b, "%.*s = %s", (int)(equals - p), p, equals + 1);
		else
			buf_add(&b, p);
	}
	if (parameters->n)
		buf_char(&b, ')');
	return buf_str(&b);
}

/* one part of a dotted name from *s on; NULL, or what is wrong */
static const char *
part(const char **s, const char **out)
{
	struct buf b = {0};
	const char *c = *s;

	if (*c != '"') {
		*s = c + strcspn(c, ".\"");
		if (**s == '"')
			return "a part that holds a quote is written in double quotes, the quote doubled";
		*out = strn(c, (size_t)(*s - c));
		return name_wrong(*out);
	}
	for (c++; *c && (*c != '"' || c[1] == '"'); c++) {
		if (*c == '"')
			c++;
		buf_char(&b, *c);
	}
	if (!*c)
		return "a double quote is not closed";
	*s = c + 1;
	*out = buf_str(&b);
	return name_wrong(*out);
}

const char *
qname_parse(const char *text, struct qname *name)
{
	const char *wrong;

	*name = (struct qname){NULL, NULL};
	wrong = part(&text, &name->name);
	if (!wrong && *text == '.') {
		name->schema = name->name;
		text++;
		wrong = part(&text, &name->name);
	}
	if (!wrong && *text == '.')
		return "a name has at most two parts, schema and object; a part that holds a dot is written in double quotes";
	if (!wrong && *text)
		return "text after the closing double quote";
	return wrong;
}

/* the bytes of the character at s, which may be a variable; 0 where it is not UTF-8 */
static size_t
character(const char *s)
{
	return variable_length(s) ? variable_length(s) : utf8_length(s);
}

bool
utf8_valid(const char *s)
{
	size_t n;

	for (; *s; s += n) {
		n = character(s);
		if (!n)
			return false;
	}
	return true;
}

const char *
name_wrong(const char *name)
{
	if (!*name)
		return "a name cannot be empty";
	if (!utf8_valid(name))
		return "a name must be UTF-8";
	if (strlen(name) > NAME_BYTES)
		return strf("'%s' has %zu bytes, and PostgreSQL would cut it at %d", name,
		            strlen(name), NAME_BYTES);
	return NULL;
}

size_t
utf8_clip(const char *s, size_t n)
{
	size_t at = 0, length;

	while (s[at]) {
		length = character(s + at);
		if (!length)
			length = 1;
		if (at + length > n)
			break;
		at += length;
	}
	return at;
}

char *
sql_object_name(const char *name1, const char *name2, const char *label)
{
	size_t n1 = strlen(name1), n2 = name2 ? strlen(name2) : 0, overhead = 0;
	struct buf b = {0};

	if (name2)
		overhead++;
	if (label)
		overhead += strlen(label) + 1;
	/* the longer part loses first */
	while (n1 + n2 > NAME_BYTES - overhead)
		if (n1 > n2)
			n1--;
		else
			n2--;
	n1 = utf8_clip(name1, n1);
	buf_mem(&b, name1, n1);
	if (name2) {
		buf_char(&b, '_');
		buf_mem(&b, name2, utf8_clip(name2, n2));
	}
	if (label)
		buf_fmt(&b, "_%s", label);
	return buf_str(&b);
}
