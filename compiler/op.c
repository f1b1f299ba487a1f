/* What the kinds share: errors, look-ups in the schema, steps, and differences being collected. */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "op.h"
#include "parse.h"
#include "variable.h"

void *
op_new(const struct op_class *class, struct loc at)
{
	struct op *op = alloc(class->shape.size);

	op->at = at;
	op->class = class;
	return op;
}

/* the schema that an operation is being applied to */
static const struct schema *applying;

/* true where a name that stands in quotes in a message is one that an operation which could not be read has to do with */
static bool
tells_of_unread(const char *text)
{
	const char *end = strstr(text, "; did you mean"), *from, *to;

	if (applying->unread_all)
		return true;
	for (from = strchr(text, '\''); from && (!end || from < end); from = strchr(to + 1, '\'')) {
		to = from;
		if (from > text && isalpha((unsigned char)from[-1])) /* the table's */
			continue;
		to = strchr(from + 1, '\'');
		if (!to)
			break;
		if (schema_is_unread(applying, strn(from + 1, (size_t)(to - from - 1))))
			return true;
	}
	return false;
}

static const char *
called(const struct op *op)
{
	return op->called ? op->called : op->class->shape.name;
}

enum applied
op_error(const struct op *op, enum error code, const char *format, ...)
{
	va_list args;
	char text[4096];

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	if (!applying || !tells_of_unread(text))
		error_at(op->at, code, "%s: %s", called(op), text);
	return REFUSED;
}

struct op
item_op(const struct op *op, struct loc item)
{
	struct op here = *op;

	if (item.file)
		here.at = item;
	return here;
}

const char *
made_at(struct loc at)
{
	return at.file ? strf(", made at %s:%d", at.file, at.line) : "";
}

struct step *
step_add(struct list *steps, const struct op *op, const char *object, char *sql)
{
	struct step *s = alloc(sizeof *s);

	s->label = object ? strf("%s %s", op->class->shape.name, object) : op->class->shape.name;
	s->sql = sql;
	s->file = op->at.file;
	s->line = op->at.line;
	s->since = op->servers.since * 10000;
	s->before = op->servers.before * 10000;
	list_add(steps, s);
	return s;
}

struct step *
step_lock(struct step *s, enum table_lock lock, struct qname table)
{
	s->lock = (unsigned char)lock;
	s->table = sql_qname(table);
	return s;
}

struct leftover *
step_leaves(struct step *s, enum leftover_kind kind)
{
	struct leftover *left = alloc(sizeof *left);

	left->kind = (unsigned char)kind;
	s->flags |= STEP_NO_TRANSACTION;
	s->leftover = left;
	return left;
}

void
diff_add(struct diff *d, enum phase phase, void *op)
{
	((struct op *)op)->at = d->at;
	list_add(&d->ops[phase], op);
}

struct list
diff_ops(const struct diff *d)
{
	struct list ops = {0};
	size_t i;

	for (i = 0; i < N_PHASES; i++)
		list_append(&ops, &d->ops[i]);
	return ops;
}

void
gap_add(struct list *gaps, struct loc at, const char *why)
{
	struct gap g = {at, variable_plain(why)};

	list_add(gaps, copy(&g, sizeof g));
}

/* the names of a space that may have been meant: those of the same schema without it, others with it */
static struct strs
candidates(const struct schema *s, enum space space, struct qname name)
{
	struct strs names = {0};
	const struct object *o;
	size_t i;

	for (i = 0; i < s->objects.n; i++) {
		o = s->objects.entries[i].value;
		if (!o || o->noun->space != space)
			continue;
		if (!o->name.schema || same(o->name.schema, name.schema) ||
		    (!name.schema && strs_has(&s->path, o->name.schema)))
			strs_add(&names, o->name.name);
		else
			strs_add(&names, strf("%s.%s", o->name.schema, o->name.name));
	}
	return names;
}

/* "; did you mean 'x'?" or "", from the names of a space */
static const char *
suggest(const struct schema *s, enum space space, struct qname name)
{
	struct strs names = candidates(s, space, name);

	return did_you_mean(name.name, &names);
}

/* what the last operation that came out UNKNOWN names */
static struct gap unknown;

static enum applied
not_followed(const struct op *op, const char *what)
{
	unknown.at = op->at;
	unknown.why = strf("%s: %s could not be followed; write a downgrade()", called(op), what);
	return UNKNOWN;
}

struct gap
op_unknown(const struct op *op)
{
	struct gap g = unknown;

	if (!g.why) {
		not_followed(op, "something that it names");
		g = unknown;
	}
	unknown = (struct gap){0};
	return g;
}

static enum error
missing_code(enum space space)
{
	switch (space) {
	case SPACE_RELATION:
		return E_NO_RELATION;
	case SPACE_TYPE:
		return E_NO_TYPE;
	case SPACE_FUNCTION:
	case SPACE_OPERATOR:
		return E_NO_FUNCTION;
	default:
		return E_NO_OBJECT;
	}
}

enum applied
missing(const struct op *op, const struct schema *s, const char *noun, enum space space,
        struct qname name)
{
	if (schema_may_have(s, name))
		return not_followed(op, strf("%s %s", noun, plain_qname(name)));
	return op_error(op, missing_code(space), "no %s named %s%s", noun, plain_qname(name),
	                suggest(s, space, name));
}

struct table *
need_table(const struct op *op, const struct schema *s, struct qname name, const char *also,
           enum applied *result)
{
	struct object *o = schema_find(s, SPACE_RELATION, name), *frame = NULL;
	struct table *t = (struct table *)o;

	*result = APPLIED;
	if (o && o->noun->relkind && strchr(also, o->noun->relkind))
		frame = schema_find(s, SPACE_FRAME, o->name);
	if (!o)
		*result = missing(op, s, "table", SPACE_RELATION, name);
	else if (o->noun == &table_noun && (!t->server || strchr(also, 'f')))
		return t;
	else if (o->noun == &table_noun)
		*result = op_error(op, E_KIND, "%s is a foreign table, not a table",
		                   plain_qname(name));
	else if (frame)
		return (struct table *)frame;
	else if (o->noun->relkind && (o->noun->relkind == 'r' || strchr(also, o->noun->relkind) ||
	                              schema_excused(s, name)))
		*result = not_followed(op, strf("%s %s", o->noun->name, plain_qname(name)));
	else
		*result = op_error(op, E_KIND, "%s is %s %s, not a table", plain_qname(name),
		                   article(o->noun->name), o->noun->name);
	return NULL;
}

struct column *
need_column(const struct op *op, const struct schema *s, const struct table *t, const char *name,
            enum applied *result)
{
	struct column *c = table_column(t, name);
	struct strs names;

	*result = APPLIED;
	if (c)
		return c;
	if (schema_excused(s, t->object.name)) {
		*result = not_followed(
			op, strf("column '%s' of table %s", name, plain_qname(t->object.name)));
		return NULL;
	}
	names = table_column_names(t);
	*result = op_error(op, E_NO_COLUMN, "no column named '%s' in %s %s%s", name,
	                   t->object.noun->name, plain_qname(t->object.name),
	                   did_you_mean(name, &names));
	return NULL;
}

enum applied
need_free_name(const struct op *op, const struct schema *s, enum space space, struct qname name)
{
	const struct qname full = schema_full(s, name);
	const struct object *o = schema_find(s, space, full);

	if (space == SPACE_RELATION && same(full.schema, "pg_catalog"))
		return op_error(op, E_NO_OBJECT,
		                "%s: PostgreSQL allows no new relation in pg_catalog", name.name);
	if (!o)
		return APPLIED;
	if (schema_excused(s, name))
		return UNKNOWN;
	return op_error(op, E_EXISTS, "%s %s exists already%s", o->noun->name, plain_qname(name),
	                made_at(o->at));
}

/* what no migration has made: superusers may put functions, operators and types beside the server's own */
static bool
is_servers_schema(const char *name)
{
	static const char *const schemas[] = {"information_schema", "pg_catalog", "pg_temp", NULL};

	return among(name, schemas);
}

enum applied
need_schema(const struct op *op, const struct schema *s, struct qname name)
{
	struct qname schema = {NULL, name.schema};

	if (!name.schema)
		schema.name = schema_full(s, name).schema;
	if (!*schema.name)
		return op_error(op, E_NO_OBJECT, "the search path has no schema for '%s'; name one",
		                name.name);
	if (schema_find(s, SPACE_SCHEMA, schema) || schema_excused(s, schema) ||
	    has_variable(schema.name) || is_servers_schema(schema.name))
		return APPLIED;
	return missing(op, s, "schema", SPACE_SCHEMA, schema);
}

static void
excuse_missing(struct schema *s, struct qname name)
{
	if (name.name && !schema_find(s, SPACE_RELATION, name) && !schema_find(s, SPACE_TYPE, name))
		schema_excuse(s, name.name);
}

/* the names that stand in an operation's own fields: struct qname */
struct names {
	struct list objects;
	struct list
		parts; /* without a schema: columns, constraints, what something is renamed to */
	struct list
		options; /* without a schema: tablespaces, access methods, names that are chosen where left out */
	struct list made; /* of parts: what an object is called from then on */
	struct strs sql;
	bool lacks; /* one that it must have */
};

static void
add_name(struct names *names, struct list *to, struct qname name, bool required)
{
	if (name.name && *name.name)
		list_add(to, copy(&name, sizeof name));
	else
		names->lacks |= required;
}

static void
names_of(const struct field *f, const char *item, struct names *names)
{
	const void *member;
	const struct list *all;
	struct qname name;
	bool required;
	size_t i;

	for (; f->key; f++) {
		member = item + f->offset;
		switch (f->type) {
		case FIELD_NAME:
			/* which part of an object it was does not matter, but what it is called now */
			required = f->required && (!names->objects.n || strcmp(f->key, "to") == 0);
			name = (struct qname){NULL, *(const char *const *)member};
			add_name(names, f->position ? &names->parts : &names->options, name,
			         required);
			/* behind the object itself, not behind a part of it */
			if (f->position == 2 && strcmp(f->key, "to") == 0)
				add_name(names, &names->made, name, false);
			break;
		case FIELD_QNAME:
			add_name(names, &names->objects, *(const struct qname *)member,
			         f->required);
			break;
		case FIELD_QNAMES:
			all = member;
			for (i = 0; i < all->n; i++)
				add_name(names, &names->objects, *(const struct qname *)all->v[i],
				         f->required);
			names->lacks |= f->required && !all->n;
			break;
		case FIELD_STATEMENT:
			if (((const struct source *)member)->text)
				strs_add(&names->sql, ((const struct source *)member)->text);
			names->lacks |= f->required && !((const struct source *)member)->text;
			break;
		case FIELD_PART:
			names_of(f->shape->fields, item + f->offset, names);
			break;
		default:
			break;
		}
	}
}

/* what an operation names is excused where it was refused, so that one mistake is one error: names that are not there, and
   those of parts */
static void
excuse(struct schema *s, const struct names *names)
{
	size_t i;

	for (i = 0; i < names->objects.n; i++)
		excuse_missing(s, *(const struct qname *)names->objects.v[i]);
	for (i = 0; i < names->parts.n; i++)
		schema_excuse(s, ((const struct qname *)names->parts.v[i])->name);
	for (i = 0; i < names->options.n; i++)
		schema_excuse(s, ((const struct qname *)names->options.v[i])->name);
}

/* what was made of something that is not known is not known either */
static void
excuse_made(struct schema *s, const struct names *names)
{
	size_t i;

	for (i = 0; i < names->objects.n; i++)
		excuse_missing(s, *(const struct qname *)names->objects.v[i]);
	for (i = 0; i < names->made.n; i++)
		excuse_missing(s, *(const struct qname *)names->made.v[i]);
}

/* nobody knows what op did to what it names */
static void
mark_unread(struct schema *s, const struct op *op, const struct names *names)
{
	const struct list *lists[] = {&names->objects, &names->parts};
	struct strs words = {0}, tokens = {0};
	size_t i, j;

	s->unread_all |= op->unread && (op->class->opaque || names->lacks);
	for (i = 0; i < LEN(lists); i++)
		for (j = 0; j < lists[i]->n; j++)
			schema_unread(s, ((const struct qname *)lists[i]->v[j])->name);
	for (i = 0; i < names->sql.n; i++) {
		scan_names(names->sql.v[i], &words);
		s->unread_all |= !scan(names->sql.v[i], &tokens);
	}
	for (i = 0; i < words.n; i++)
		schema_unread(s, words.v[i]);
	for (i = 0; i < tokens.n; i++)
		s->unread_all |= strcasecmp(tokens.v[i], "execute") == 0;
	words = (struct strs){0};
	for (i = 0; op->unread && i < op->unread->n; i++) {
		schema_excuse(s, op->unread->v[i]);
		scan_names(op->unread->v[i], &words);
	}
	for (i = 0; i < words.n; i++)
		schema_excuse(s, words.v[i]);
}

static bool
names_unread(const struct schema *s, const struct names *names)
{
	const struct list *lists[] = {&names->objects, &names->parts};
	const struct qname *name;
	size_t i, j;

	for (i = 0; i < LEN(lists); i++)
		for (j = 0; j < lists[i]->n; j++) {
			name = lists[i]->v[j];
			if (schema_is_unread(s, name->name) ||
			    (name->schema && schema_is_unread(s, name->schema)))
				return true;
		}
	return s->unread_all;
}

enum applied
op_apply(struct op *op, struct schema *s)
{
	const struct schema *outer = applying;
	size_t mark = schema_mark(s);
	enum applied result = REFUSED;
	struct names names = {0};
	bool unread, quiet;

	names_of(op->class->shape.fields, (const char *)op, &names);
	unread = op->unread || names_unread(s, &names);
	applying = s;
	quiet = unread && diag_quiet(true);
	if (!op->unread)
		result = op->class->apply(op, s);
	if (unread)
		diag_quiet(quiet);
	applying = outer;
	if (result == UNKNOWN)
		excuse_made(s, &names);
	if (result == REFUSED) {
		schema_back(s, mark);
		excuse(s, &names);
		if (unread)
			mark_unread(s, op, &names);
	}
	return result;
}
