/* Types as columns have them, and literals as types take them. What the server would only find out with rows at hand is
   not judged. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "kind.h"

static bool
among(const char *s, const char *const *names)
{
	for (; *names; names++)
		if (strcmp(s, *names) == 0)
			return true;
	return false;
}

/* ---- types ---- */

/* an integer modifier between two bounds */
static enum applied
need_modifier(const struct op *op, const char *type, const char *text, long least, long most)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (*end || (n >= least && n <= most))
		return APPLIED;
	return op_error(op, "type %s: %s is not between %ld and %ld", type, text, least, most);
}

static enum applied
need_modifiers(const struct op *op, const struct type_parts *t)
{
	static const char *const sized[] = {"character varying", "character", "bit", "bit varying",
	                                    NULL};
	static const char *const modified[] = {"time with time zone",
	                                       "time without time zone",
	                                       "timestamp with time zone",
	                                       "timestamp without time zone",
	                                       "interval",
	                                       NULL};
	const char *name = t->name.name;
	size_t n = t->modifiers.n;
	long most;

	if (!n)
		return APPLIED;
	if (among(name, sized)) {
		most = strncmp(name, "bit", 3) == 0 ? 83886080 : 10485760;
		return n == 1 ? need_modifier(op, name, t->modifiers.v[0], 1, most)
		              : op_error(op, "type %s takes one modifier", name);
	}
	if (strcmp(name, "numeric") == 0) {
		if (n > 2)
			return op_error(
				op, "type numeric takes a precision and a scale, not %zu modifiers",
				n);
		if (need_modifier(op, name, t->modifiers.v[0], 1, 1000) == REFUSED)
			return REFUSED;
		return n == 2 ? need_modifier(op, name, t->modifiers.v[1], -1000, 1000) : APPLIED;
	}
	if (among(name, modified))
		return APPLIED;
	return op_error(op, "type %s takes no modifier", name);
}

/* the object that a type's name stands for, or NULL; *excused where it may be one all the same */
static const struct object *
type_object(const struct schema *s, struct qname name, bool *excused)
{
	const struct object *o = schema_find(s, SPACE_TYPE, name);
	struct list extensions;
	const char *const *types;
	size_t i;

	*excused = false;
	if (o)
		return o;
	*excused = schema_excused(s, name);
	extensions = schema_all(s, &extension_noun);
	for (i = 0; i < extensions.n && !*excused; i++) {
		types = extension_types(((struct object *)extensions.v[i])->name.name);
		*excused = !types || among(name.name, types);
	}
	return NULL;
}

enum applied
need_type(const struct op *op, const struct schema *s, const char *type)
{
	static const char *const pseudo[] = {"any",
	                                     "anyarray",
	                                     "anycompatible",
	                                     "anycompatiblearray",
	                                     "anyelement",
	                                     "anyenum",
	                                     "anycompatiblemultirange",
	                                     "anycompatiblenonarray",
	                                     "anymultirange",
	                                     "anynonarray",
	                                     "anycompatiblerange",
	                                     "anyrange",
	                                     "cstring",
	                                     "event_trigger",
	                                     "fdw_handler",
	                                     "index_am_handler",
	                                     "internal",
	                                     "language_handler",
	                                     "pg_ddl_command",
	                                     "record",
	                                     "table_am_handler",
	                                     "trigger",
	                                     "tsm_handler",
	                                     "unknown",
	                                     "void",
	                                     NULL};
	struct type_parts parts = type_parts(type);
	const struct object *o;
	struct strs names;
	bool excused;
	size_t i;

	if (parts.builtin && among(parts.name.name, pseudo))
		return op_error(op, "a column cannot have the pseudo-type %s", type);
	if (parts.builtin)
		return need_modifiers(op, &parts);
	if (type_object(s, parts.name, &excused) || excused)
		return APPLIED;
	names = strs_copy(type_names());
	for (i = 0; i < s->objects.n; i++) {
		o = s->objects.entries[i].value;
		if (o && o->noun->space == SPACE_TYPE)
			strs_add(&names, o->name.name);
	}
	return op_error(op, "no type named %s%s", plain_qname(parts.name),
	                did_you_mean(parts.name.name, &names));
}

/* ---- literals ---- */

/* how a type's text form is judged: NULL where it is right or cannot be told, else what it should be */
typedef const char *judge(const char *text, const char *type);

static const char *
judge_integer(const char *s, const char *type)
{
	static const struct {
		const char *type;
		long long least, most;
	} bounds[] = {
		{"smallint", -32768, 32767},
		{"integer", -2147483647 - 1, 2147483647},
	};
	const char *digits;
	long long n;
	size_t i;

	while (isspace((unsigned char)*s))
		s++;
	digits = s + (*s == '+' || *s == '-');
	if (!isdigit((unsigned char)*digits))
		return "an integer";
	i = strspn(digits, "0123456789");
	/* 0x1f and 1_000 are integers from PostgreSQL 16 on */
	if (strpbrk(digits, "_xXoObB"))
		return NULL;
	if (digits[i + strspn(digits + i, " \t\n\r\v\f")])
		return "an integer";
	if (i > 18)
		return i > 19 ? "an integer in its range" : NULL;
	n = strtoll(s, NULL, 10);
	for (i = 0; i < LEN(bounds); i++)
		if (strcmp(type, bounds[i].type) == 0 &&
		    (n < bounds[i].least || n > bounds[i].most))
			return strf("between %lld and %lld", bounds[i].least, bounds[i].most);
	return NULL;
}

static const char *
judge_number(const char *s, const char *type)
{
	const char *at;

	(void)type;
	while (isspace((unsigned char)*s))
		s++;
	at = s + (*s == '+' || *s == '-');
	if (strncasecmp(at, "nan", 3) == 0 || strncasecmp(at, "inf", 3) == 0)
		return NULL;
	if (!isdigit((unsigned char)*at) && !(*at == '.' && isdigit((unsigned char)at[1])))
		return "a number";
	if (strpbrk(at, "_xXoObB"))
		return NULL;
	at += strspn(at, "0123456789");
	if (*at == '.')
		at += 1 + strspn(at + 1, "0123456789");
	if (*at == 'e' || *at == 'E') {
		at++;
		at += *at == '+' || *at == '-';
		if (!isdigit((unsigned char)*at))
			return "a number";
		at += strspn(at, "0123456789");
	}
	at += strspn(at, " \t\n\r\v\f");
	return *at ? "a number" : NULL;
}

static const char *
judge_boolean(const char *s, const char *type)
{
	static const struct {
		const char *word;
		size_t least; /* letters that tell it from the others */
	} words[] = {{"true", 1}, {"false", 1}, {"yes", 1}, {"no", 1},
	             {"on", 2},   {"off", 2},   {"1", 1},   {"0", 1}};
	size_t n, i;

	(void)type;
	while (isspace((unsigned char)*s))
		s++;
	for (n = strlen(s); n && isspace((unsigned char)s[n - 1]); n--)
		;
	for (i = 0; i < LEN(words); i++)
		if (n >= words[i].least && n <= strlen(words[i].word) &&
		    strncasecmp(s, words[i].word, n) == 0)
			return NULL;
	return "true or false";
}

static const char *
judge_uuid(const char *s, const char *type)
{
	bool braces = *s == '{';
	size_t digits = 0;

	(void)type;
	s += braces;
	for (; isxdigit((unsigned char)*s) && digits < 32; s++) {
		digits++;
		if (s[1] == '-' && digits % 4 == 0 && digits < 32)
			s++;
	}
	if (digits == 32 && braces && *s == '}')
		return s[1] ? "a uuid" : NULL;
	return digits == 32 && !braces && !*s ? NULL : "a uuid";
}

static const char *
json_space(const char *s)
{
	return s + strspn(s, " \t\n\r");
}

/* behind the string that begins at s, or NULL where it is none */
static const char *
json_string(const char *s)
{
	if (*s++ != '"')
		return NULL;
	for (; *s != '"'; s++) {
		if ((unsigned char)*s < 0x20)
			return NULL;
		if (*s != '\\')
			continue;
		s++;
		if (*s == 'u' && strspn(s + 1, "0123456789abcdefABCDEF") >= 4)
			s += 4;
		else if (!*s || !strchr("\"\\/bfnrt", *s))
			return NULL;
	}
	return s + 1;
}

static const char *
json_digits(const char *s)
{
	size_t n = strspn(s, "0123456789");

	return n ? s + n : NULL;
}

static const char *
json_number(const char *s)
{
	s += *s == '-';
	s = *s == '0' ? s + 1 : json_digits(s);
	if (s && *s == '.')
		s = json_digits(s + 1);
	if (s && (*s == 'e' || *s == 'E')) {
		s++;
		s = json_digits(s + (*s == '+' || *s == '-'));
	}
	return s;
}

static const char *json_value(const char *s, unsigned depth);

/* what stands between brackets, and the closing one */
static const char *
json_items(const char *s, char close, unsigned depth)
{
	s = json_space(s + 1);
	if (*s == close)
		return s + 1;
	for (;;) {
		if (close == '}') {
			s = json_string(s);
			s = s ? json_space(s) : NULL;
			if (!s || *s++ != ':')
				return NULL;
			s = json_space(s);
		}
		s = json_value(s, depth);
		s = s ? json_space(s) : NULL;
		if (!s || (*s != ',' && *s != close))
			return NULL;
		if (*s++ == close)
			return s;
		s = json_space(s);
	}
}

/* behind the value that begins at s, or NULL where it is none; what is nested deeper than 500 is the server's to judge */
static const char *
json_value(const char *s, unsigned depth)
{
	static const char *const words[] = {"true", "false", "null"};
	size_t i;

	if (depth > 500)
		return s + strlen(s);
	if (*s == '"')
		return json_string(s);
	if (*s == '{')
		return json_items(s, '}', depth + 1);
	if (*s == '[')
		return json_items(s, ']', depth + 1);
	for (i = 0; i < LEN(words); i++)
		if (strncmp(s, words[i], strlen(words[i])) == 0)
			return s + strlen(words[i]);
	return json_number(s);
}

static const char *
judge_json(const char *s, const char *type)
{
	(void)type;
	s = json_value(json_space(s), 0);
	return s && !*json_space(s) ? NULL : "JSON";
}

static const char *
judge_time(const char *s, const char *type)
{
	static const char *const words[] = {"now",   "today",    "tomorrow", "yesterday",
	                                    "epoch", "infinity", "allballs", NULL};
	char lower[16] = "";
	size_t n = 0;

	if (strpbrk(s, "0123456789"))
		return NULL;
	for (; *s && n < sizeof lower - 1; s++)
		if (!isspace((unsigned char)*s) && *s != '-' && *s != '+')
			lower[n++] = (char)tolower((unsigned char)*s);
	if (among(lower, words))
		return NULL;
	return strncmp(type, "time ", 5) == 0  ? "a time"
	       : strcmp(type, "interval") == 0 ? "an interval"
	                                       : "a date or time";
}

/* the built-in types whose literals are judged, and whether a number or a boolean is assigned to them without a cast */
static const struct known {
	const char *type;
	judge *judge;
	bool number, boolean;
} known[] = {
	{"smallint", judge_integer, true, false},
	{"integer", judge_integer, true, false},
	{"bigint", judge_integer, true, false},
	{"numeric", judge_number, true, false},
	{"real", judge_number, true, false},
	{"double precision", judge_number, true, false},
	{"boolean", judge_boolean, false, true},
	{"uuid", judge_uuid, false, false},
	{"json", judge_json, true, true}, /* sql_value writes them as JSON */
	{"jsonb", judge_json, true, true},
	{"date", judge_time, false, false},
	{"timestamp without time zone", judge_time, false, false},
	{"timestamp with time zone", judge_time, false, false},
	{"time without time zone", judge_time, false, false},
	{"time with time zone", judge_time, false, false},
	{"interval", judge_time, false, false},
	{"bytea", NULL, false, false},
	{"inet", NULL, false, false},
	{"cidr", NULL, false, false},
	{"text", NULL, true, true},
	{"character varying", NULL, true, true},
	{"character", NULL, true, true},
};

static const struct known *
known_type(const struct type_parts *parts)
{
	size_t i;

	for (i = 0; parts->builtin && !parts->dimensions && i < LEN(known); i++)
		if (strcmp(parts->name.name, known[i].type) == 0)
			return &known[i];
	return NULL;
}

/* a label is used, before or after what added it is committed */
static enum applied
use_label(const struct op *op, const struct schema *s, const struct enum_type *e,
          const struct label *label, const char *what)
{
	if (!label->added)
		return APPLIED;
	if (label->added != s->transaction) {
		*s->used_label = true;
		return APPLIED;
	}
	if (label->at_once) {
		*label->at_once = *s->early_label = true;
		return APPLIED;
	}
	return op_error(
		op,
		"%s: the value '%s' of enum %s is added in this very transaction and cannot be used before it "
		"is committed; use it in the next revision",
		what, label->name, plain_qname(e->object.name));
}

static enum applied
need_label(const struct op *op, const struct schema *s, const struct enum_type *e, const char *text,
           const char *what)
{
	const struct label *label = enum_label(e, text);
	struct strs names = {0};
	size_t i;

	if (label)
		return use_label(op, s, e, label, what);
	if (schema_excused(s, e->object.name))
		return APPLIED;
	for (i = 0; i < e->labels.n; i++)
		strs_add(&names, ((struct label *)e->labels.v[i])->name);
	return op_error(op, "%s: enum %s has no value '%s'%s", what, plain_qname(e->object.name),
	                text, did_you_mean(text, &names));
}

/* a text that is given for a type */
static enum applied
need_text(const struct op *op, const struct schema *s, const char *type, const char *text,
          const char *what)
{
	struct type_parts parts = type_parts(type);
	const struct known *k = known_type(&parts);
	const struct object *o;
	const char *should;
	bool excused;

	if (parts.dimensions) {
		if (text[strspn(text, " \t\n\r")] != '{' && text[strspn(text, " \t\n\r")] != '[')
			return op_error(op, "%s: %s is not the text of an array: {…}", what,
			                sql_literal(text));
		return APPLIED;
	}
	if (!parts.builtin) {
		o = type_object(s, parts.name, &excused);
		return o && o->noun == &enum_noun
		               ? need_label(op, s, (const struct enum_type *)o, text, what)
		               : APPLIED;
	}
	should = k && k->judge ? k->judge(text, parts.name.name) : NULL;
	if (should)
		return op_error(op, "%s: type %s: %s is not %s", what, type, sql_literal(text),
		                should);
	return APPLIED;
}

/* a number or a boolean */
static enum applied
need_bare(const struct op *op, const struct schema *s, const char *type, const struct value *v,
          const char *what)
{
	struct type_parts parts = type_parts(type);
	const struct known *k = known_type(&parts);
	const struct object *o;
	bool takes = true, excused;

	if (parts.dimensions)
		takes = false;
	else if (k)
		takes = v->type == VALUE_NUMBER ? k->number : k->boolean;
	else if (!parts.builtin) {
		o = type_object(s, parts.name, &excused);
		takes = !o || o->noun != &enum_noun;
	}
	if (takes)
		return APPLIED;
	return op_error(op, "%s: type %s: %s is not a value of it", what, type, v->text);
}

/* an expression that is nothing but a constant is judged like one */
static enum applied
need_constant(const struct op *op, const struct schema *s, const char *type, const struct value *v,
              const char *what)
{
	struct parse_error e = {0};
	const PgQuery__Node *tree = parse_expression(v->text, &e);
	const char *cast = NULL, *text = tree ? expression_string(tree, &cast) : NULL;
	struct value bare = *v;

	if (text)
		return need_text(op, s, cast ? cast : type, text, what);
	if (!tree || tree->node_case != PG_QUERY__NODE__NODE_A_CONST)
		return APPLIED;
	switch (tree->a_const->val_case) {
	case PG_QUERY__A__CONST__VAL_IVAL:
	case PG_QUERY__A__CONST__VAL_FVAL:
		bare.type = VALUE_NUMBER;
		break;
	case PG_QUERY__A__CONST__VAL_BOOLVAL:
		bare.type = VALUE_BOOL;
		break;
	default:
		return APPLIED;
	}
	/* unlike a literal of the script, it is not made JSON */
	if (strcmp(type, "json") == 0 || strcmp(type, "jsonb") == 0)
		return op_error(op, "%s: type %s: %s is not a value of it; write '%s'", what, type,
		                v->text, v->text);
	return need_bare(op, s, type, &bare, what);
}

enum applied
need_value(const struct op *op, const struct schema *s, const char *type, const struct value *v,
           const char *what)
{
	struct type_parts parts = type_parts(type);
	bool is_json = parts.builtin && !parts.dimensions &&
	               strncmp(parts.name.name, "json", 4) == 0 &&
	               strcmp(parts.name.name, "jsonpath") != 0;

	switch (v->type) {
	case VALUE_NULL:
		return APPLIED;
	case VALUE_BOOL:
	case VALUE_NUMBER:
		return need_bare(op, s, type, v, what);
	case VALUE_STRING:
		return need_text(op, s, type, v->text, what);
	case VALUE_SQL:
		return need_constant(op, s, type, v, what);
	case VALUE_LIST:
		if (is_json || parts.dimensions || !parts.builtin)
			return APPLIED;
		break;
	case VALUE_MAP:
		if (is_json || (!parts.builtin && !parts.dimensions))
			return APPLIED;
		if (parts.dimensions && !v->keys.n)
			return op_error(op, "%s: {} is an empty object; an empty array is array {}",
			                what);
		break;
	}
	return op_error(op, "%s: a table is a value for json, jsonb and arrays, not for type %s",
	                what, type);
}
