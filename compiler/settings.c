/* The shapes of revision {…} and of config.lua. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "pattern.h"
#include "settings.h"
#include "sql.h"
#include "variable.h"

/* ---- revision ---- */

static const struct shape former_shape;

static const struct field former_fields[] = {
	{"id", FIELD_TEXT, offsetof(struct former, id), 1, .required = true},
	{"checksum", FIELD_TEXT, offsetof(struct former, checksum), 2, .required = true},
	{"replaces", FIELD_ITEMS, offsetof(struct former, replaces), .shape = &former_shape},
	{0},
};

static const struct shape former_shape = {
	.name = "replaced",
	.call = CALL_TABLE,
	.size = sizeof(struct former),
	.fields = former_fields,
	.example = "{ \"3b7f0d52c6aa\", \"1:9f2c…\" }",
};

static const char *const transactions[] = {"one", "none", NULL};

static const struct field revision_fields[] = {
	{"id", FIELD_TEXT, offsetof(struct revision, id), .required = true},
	{"message", FIELD_TEXT, offsetof(struct revision, message), .required = true},
	{"parent", FIELD_TEXTS, offsetof(struct revision, parents), .nullable = true},
	{"created", FIELD_TEXT, offsetof(struct revision, created)},
	{"depends_on", FIELD_TEXTS, offsetof(struct revision, depends_on), .nullable = true},
	{"labels", FIELD_TEXTS, offsetof(struct revision, labels), .nullable = true},
	{"transaction", FIELD_CHOICE, offsetof(struct revision, transaction),
         .choices = transactions},
	{"irreversible", FIELD_TEXT, offsetof(struct revision, irreversible)},
	{"replaces", FIELD_ITEMS, offsetof(struct revision, replaces), .shape = &former_shape},
	{0},
};

static int
finish_revision(void *item)
{
	struct revision *r = item;

	if (!*r->id) {
		error_at(r->at, E_CONFIG, "revision: id is empty");
		return -1;
	}
	if (r->irreversible && !*r->irreversible) {
		error_at(r->at, E_CONFIG, "revision: irreversible is empty: it says why");
		return -1;
	}
	return 0;
}

const struct shape revision_shape = {
	.name = "revision",
	.call = CALL_TABLE,
	.size = sizeof(struct revision),
	.fields = revision_fields,
	.finish = finish_revision,
};

/* ---- config ---- */

#define OLDEST_POSTGRES 13
#define NEWEST_POSTGRES 18
#define DEFAULT_POSTGRES 14
#define DEFAULT_LOCK_TIMEOUT 5000
#define DEFAULT_FILE_TEMPLATE "%(rev)s_%(slug)s"
#define DEFAULT_SLUG_LENGTH 40
#define LONGEST_SLUG 120

/* config as written */
struct written {
	struct loc at;
	const char *name;
	const char *postgres;
	struct strs schema;
	const char *history_schema;
	const char *transaction;
	const char *heads;
	struct value *lock_timeout;
	struct value *statement_timeout;
	struct value *variables;
	const char *file_template;
	const char *slug_length;
	const char *timezone;
	struct strs hooks;
};

static const char *const config_transactions[] = {"each", "all", NULL};
static const char *const config_heads[] = {"several", "one", NULL};

static const struct field config_fields[] = {
	{"name", FIELD_TEXT, offsetof(struct written, name)},
	{"postgres", FIELD_INT, offsetof(struct written, postgres)},
	{"schema", FIELD_NAMES, offsetof(struct written, schema)},
	{"history_schema", FIELD_NAME, offsetof(struct written, history_schema)},
	{"transaction", FIELD_CHOICE, offsetof(struct written, transaction),
         .choices = config_transactions},
	{"heads", FIELD_CHOICE, offsetof(struct written, heads), .choices = config_heads},
	{"lock_timeout", FIELD_VALUE, offsetof(struct written, lock_timeout)},
	{"statement_timeout", FIELD_VALUE, offsetof(struct written, statement_timeout)},
	{"variables", FIELD_VALUE, offsetof(struct written, variables)},
	{"file_template", FIELD_TEXT, offsetof(struct written, file_template)},
	{"truncate_slug_length", FIELD_INT, offsetof(struct written, slug_length)},
	{"timezone", FIELD_TEXT, offsetof(struct written, timezone)},
	{"post_write_hooks", FIELD_TEXTS, offsetof(struct written, hooks)},
	{0},
};

static const struct shape config_shape = {
	.name = "config",
	.call = CALL_TABLE,
	.size = sizeof(struct written),
	.fields = config_fields,
};

/* the milliseconds of "5s", "250 ms", "1min", or of a bare number; -1 where it is none, or too much for the server */
static int
milliseconds(const char *text)
{
	static const struct {
		const char *name;
		double milliseconds;
	} units[] = {
		{"", 1}, {"ms", 1}, {"s", 1000}, {"min", 60000}, {"h", 3600000}, {"d", 86400000},
	};
	char *rest;
	double n;
	size_t i;

	if (*text < '0' || *text > '9')
		return -1;
	n = strtod(text, &rest);
	rest += strspn(rest, " ");
	for (i = 0; i < LEN(units); i++)
		if (strcmp(rest, units[i].name) == 0 && n * units[i].milliseconds <= INT_MAX)
			return (int)(n * units[i].milliseconds);
	return -1;
}

static bool
timeout(const char *key, const struct value *v, int *into)
{
	int n = -1;

	if (!v)
		return true;
	if (v->type == VALUE_NUMBER || v->type == VALUE_STRING)
		n = milliseconds(v->text);
	if (n < 0) {
		error_at(
			v->at, E_CONFIG,
			"config: %s must be milliseconds, or a text like \"5s\", \"250ms\", \"1min\"",
			key);
		return false;
	}
	*into = n;
	return true;
}

static bool
postgres(const struct written *w, int *into)
{
	long n = w->postgres ? strtol(w->postgres, NULL, 10) : DEFAULT_POSTGRES;

	if (n < OLDEST_POSTGRES || n > NEWEST_POSTGRES) {
		error_at(w->at, E_CONFIG,
		         "config: postgres must be a major version from %d to %d, not %s",
		         OLDEST_POSTGRES, NEWEST_POSTGRES, w->postgres);
		return false;
	}
	*into = (int)n;
	return true;
}

static const char *
slug_length_wrong(const char *text)
{
	long n = strtol(text, NULL, 10);

	return n < 1 || n > LONGEST_SLUG ? strf("it is from 1 to %d", LONGEST_SLUG) : NULL;
}

static const char *
timezone_wrong(const char *zone)
{
	return *zone ? NULL : "it is a name, as \"Europe/Berlin\"";
}

static const char *
hook_wrong(const char *command)
{
	return command[strspn(command, " \t\n")] ? NULL : "the command is empty";
}

/* false after an error */
static bool
fits(const struct written *w, const char *key, const char *text, const char *(*wrong)(const char *))
{
	const char *why = text ? wrong(text) : NULL;

	if (why)
		error_at(w->at, E_CONFIG, "config: %s '%s': %s", key, text, why);
	return !why;
}

/* how new scripts are written; false after errors */
static bool
scripts(const struct written *w, struct config *into)
{
	bool good = fits(w, "file_template", w->file_template, pattern_path_wrong);
	size_t i;

	good = fits(w, "truncate_slug_length", w->slug_length, slug_length_wrong) && good;
	good = fits(w, "timezone", w->timezone, timezone_wrong) && good;
	for (i = 0; i < w->hooks.n; i++)
		good = fits(w, "post_write_hooks", w->hooks.v[i], hook_wrong) && good;
	if (w->file_template)
		into->file_template = w->file_template;
	if (w->slug_length)
		into->slug_length = (int)strtol(w->slug_length, NULL, 10);
	into->timezone = w->timezone;
	into->hooks = w->hooks;
	return good;
}

/* what a variable's table says under a key: NULL where it is left out; false after an error */
static bool
variable_key(const struct value *v, const char *name, const char *key, const char **into)
{
	long i = strs_find(&v->keys, key);
	const struct value *item = i < 0 ? NULL : v->items.v[i];

	*into = item ? item->text : NULL;
	if (!item || item->type == VALUE_STRING)
		return true;
	error_at(v->at, E_CONFIG, "config: variable '%s': %s must be a string", name, key);
	return false;
}

static const char *
variable_name_wrong(const char *name)
{
	if (strlen(name) >= NAME_BYTES)
		return "its name is too long: 62 bytes at most";
	if (!((*name >= 'a' && *name <= 'z') || *name == '_') ||
	    name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_")])
		return "a name is lower-case letters, digits and _, as in app_role";
	return NULL;
}

/* { type = "name", default = "app" }; NULL after errors */
static struct variable *
variable(const char *name, const struct value *v)
{
	static const char *const keys[] = {"default", "type"};
	struct strs known = {0};
	struct variable into = {v->at, name, false, NULL};
	const char *type, *wrong = variable_name_wrong(name);
	size_t i;

	for (i = 0; i < LEN(keys); i++)
		strs_add(&known, keys[i]);
	if (!wrong && v->type != VALUE_MAP)
		wrong = "it is declared as { type = \"name\" }, or { type = \"literal\", default = … }";
	for (i = 0; !wrong && i < v->keys.n; i++)
		if (!strs_has(&known, v->keys.v[i]))
			wrong = strf("unknown key '%s'%s", v->keys.v[i],
			             did_you_mean(v->keys.v[i], &known));
	if (wrong) {
		error_at(v->at, E_CONFIG, "config: variable '%s': %s", name, wrong);
		return NULL;
	}
	if (!variable_key(v, name, "type", &type) ||
	    !variable_key(v, name, "default", &into.fallback))
		return NULL;
	into.is_name = same(type, "name");
	if (!into.is_name && !same(type, "literal"))
		wrong = "type must be \"name\" or \"literal\"";
	else if (into.is_name && into.fallback)
		wrong = name_wrong(into.fallback);
	if (wrong)
		error_at(v->at, E_CONFIG, "config: variable '%s': %s", name, wrong);
	return wrong ? NULL : copy(&into, sizeof into);
}

/* false after an error */
static bool
value_fits(const struct variable *v)
{
	const char *wrong = v->value && v->is_name ? name_wrong(v->value) : NULL;

	if (wrong)
		error_at((struct loc){0}, E_COMMAND_LINE, "variable '%s': %s", v->name, wrong);
	return !wrong;
}

static bool
declare(const struct value *v)
{
	struct list declared = {0};
	struct variable *one;
	bool good = true;
	size_t i;

	if (v && v->type != VALUE_MAP) {
		error_at(v->at, E_CONFIG, "config: variables must be a table of names");
		return false;
	}
	for (i = 0; v && i < v->keys.n; i++) {
		one = variable(v->keys.v[i], v->items.v[i]);
		if (one)
			list_add(&declared, one);
		good &= one != NULL;
	}
	good &= variables_declare(&declared);
	for (i = 0; i < declared.n; i++)
		good &= value_fits(declared.v[i]);
	return good;
}

void
config_defaults(struct config *c, const char *project)
{
	*c = (struct config){
		.name = project,
		.postgres = DEFAULT_POSTGRES,
		.history_schema = "public",
		.transaction = "each",
		.lock_timeout = DEFAULT_LOCK_TIMEOUT,
		.file_template = DEFAULT_FILE_TEMPLATE,
		.slug_length = DEFAULT_SLUG_LENGTH,
	};
	strs_add(&c->schema, "public");
}

bool
config_decode(const struct datum *returned, struct loc at, struct config *into)
{
	struct invocation call = {.name = "config", .at = at, .args = returned, .n = 1};
	struct written w = {at};
	bool good;

	if (!decode_call(&config_shape, &call, &w))
		return false;
	if (w.name)
		into->name = w.name;
	if (w.schema.n)
		into->schema = w.schema;
	into->history_schema = w.history_schema ? w.history_schema : into->schema.v[0];
	if (w.transaction)
		into->transaction = w.transaction;
	into->one_head = w.heads && strcmp(w.heads, "one") == 0;
	good = postgres(&w, &into->postgres);
	good = timeout("lock_timeout", w.lock_timeout, &into->lock_timeout) && good;
	good = timeout("statement_timeout", w.statement_timeout, &into->statement_timeout) && good;
	good = scripts(&w, into) && good;
	return declare(w.variables) && good;
}
