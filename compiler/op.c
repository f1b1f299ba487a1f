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
	if (schema_may_have(s, space, name))
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
	                              schema_may_be_other(s, SPACE_RELATION, name)))
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
	if (c && !schema_may_be_other_part(s, &t->object, name))
		return c;
	if (c || schema_may_have_part(s, &t->object, name)) {
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
	/* a composite type is in pg_class too */
	if (!o && space == SPACE_RELATION) {
		o = schema_find(s, SPACE_TYPE, full);
		o = o && o->noun->relkind == 'c' ? o : NULL;
	}
	if (!o)
		return APPLIED;
	if (schema_excused(s, space, name))
		return UNKNOWN;
	return op_error(op, E_EXISTS, "%s %s exists already%s", o->noun->name, plain_qname(name),
	                made_at(o->at));
}

enum applied
need_temporary(const struct op *op, struct qname name)
{
	if (!name.schema || strcmp(name.schema, "pg_temp") == 0)
		return APPLIED;
	return op_error(op, E_PERSISTENCE,
	                "%s: what is temporary is in a schema of its own; leave out '%s'",
	                plain_qname(name), name.schema);
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
	if (schema_find(s, SPACE_SCHEMA, schema) || schema_excused(s, SPACE_SCHEMA, schema) ||
	    has_variable(schema.name) || is_servers_schema(schema.name))
		return APPLIED;
	return missing(op, s, "schema", SPACE_SCHEMA, schema);
}

static void
excuse_missing(struct schema *s, struct qname name)
{
	static const enum space spaces[] = {SPACE_RELATION, SPACE_TYPE};
	size_t i;

	for (i = 0; i < LEN(spaces) && name.name; i++)
		if (schema_find(s, spaces[i], name) || schema_may_have(s, spaces[i], name))
			name.name = NULL;
	if (name.name)
		schema_excuse(s, name.name);
}

bool
op_says(const struct op *op, const char *key)
{
	const struct field *f;

	for (f = op->class->shape.fields; f->key; f++)
		if (f->type == FIELD_BOOL && strcmp(f->key, key) == 0)
			return *(const bool *)(const void *)((const char *)op + f->offset);
	return false;
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

static void
mention_value(const struct value *v, struct strs *words)
{
	if (v && v->type == VALUE_SQL)
		scan_names(v->text, words);
}

static void
mention_rows(const struct list *rows, struct strs *words)
{
	const struct row *row;
	size_t i, j;

	for (i = 0; i < rows->n; i++) {
		row = rows->v[i];
		for (j = 0; j < row->values.n; j++)
			mention_value(row->values.v[j], words);
	}
}

/* the names in types, references and expressions, those of its items too */
static void
mention_fields(const struct field *f, const char *item, struct strs *words)
{
	const struct reference *reference;
	const void *member;
	const char *text;
	size_t i;

	for (; f->key; f++) {
		member = item + f->offset;
		text = NULL;
		switch (f->type) {
		case FIELD_SQL:
		case FIELD_TYPE:
			text = *(const char *const *)member;
			break;
		case FIELD_REFERENCE:
			reference = member;
			if (reference->table.name)
				strs_add(words, reference->table.name);
			break;
		case FIELD_TERM:
			text = ((const struct term *)member)->expression;
			break;
		case FIELD_VALUE:
			mention_value(*(const struct value *const *)member, words);
			break;
		case FIELD_ROWS:
			mention_rows(member, words);
			break;
		case FIELD_ITEMS:
			for (i = 0; i < ((const struct list *)member)->n; i++)
				mention_fields(f->shape->fields,
				               ((const struct list *)member)->v[i], words);
			break;
		case FIELD_ITEM:
			if (*(const void *const *)member)
				mention_fields(f->shape->fields, *(const char *const *)member,
				               words);
			break;
		case FIELD_PART:
			mention_fields(f->shape->fields, member, words);
			break;
		default:
			break;
		}
		if (text)
			scan_names(text, words);
	}
}

void
op_mentions(const struct op *op, struct strs *words)
{
	const struct field *f;
	struct names names = {0};
	size_t i;

	names_of(op->class->shape.fields, (const char *)op, &names);
	for (f = op->class->shape.fields; f->key; f++)
		/* of another operation it is rows */
		if (f->type == FIELD_FILE && op->class->opaque)
			strs_add(&names.sql,
			         ((const struct source *)(const void *)((const char *)op +
			                                                f->offset))
			                 ->text);
	for (i = 0; i < names.objects.n; i++)
		strs_add(words, ((const struct qname *)names.objects.v[i])->name);
	for (i = 0; i < names.sql.n; i++)
		scan_names(names.sql.v[i], words);
	mention_fields(op->class->shape.fields, (const char *)op, words);
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

/* ---- beyond what is certain ---- */

/* an error that something lacks, or is not such as it must be: that there is more cannot bring it about */
static bool
is_lack(enum error code, enum applied without)
{
	static const enum error lacks[] = {E_NO_RELATION, E_NO_COLUMN,  E_NO_TYPE,  E_NO_FUNCTION,
	                                   E_NO_PART,     E_NO_OBJECT,  E_KIND,     E_NO_LABEL,
	                                   E_MISMATCH,    E_EXPRESSION, E_GROUPING, E_LITERAL,
	                                   E_TYPE_PLACE,  E_FOREIGN_KEY};
	size_t i;

	for (i = 0; i < LEN(lacks); i++)
		if (lacks[i] == code)
			return true;
	/* of a part of what may be there, which is there if that is */
	return without == UNKNOWN && (code == E_EXISTS || code == E_PRIMARY_KEY);
}

/* where what is known for certain may be something else, so may all that could be there */
static void
forget_maybes(struct schema *s)
{
	struct list all = schema_maybes(s);
	const struct object *o;
	size_t i;

	for (i = 0; i < all.n; i++) {
		o = all.v[i];
		/* what one may bring stays a matter of doubt */
		if (o->noun->space == SPACE_EXTENSION)
			continue;
		schema_doubt_shape(s, o->noun->space, o->name);
		schema_keep_maybe(s, o->id, NULL, 0);
	}
}

bool
beyond_begin(struct schema *s, struct beyond *b)
{
	*b = (struct beyond){.outer = schema_mark(s)};
	if (!s->beyond)
		b->maybes = schema_maybes(s);
	if (!b->maybes.n)
		return false;
	schema_add_maybes(s);
	b->mark = schema_mark(s);
	b->quiet = diag_quiet(true);
	s->beyond = true;
	diag_code_forget();
	return true;
}

void
beyond_end(struct schema *s, struct beyond *b, enum applied result)
{
	b->result = result;
	b->code = diag_code();
	b->changes = schema_changes(s, b->mark);
	s->beyond = false;
	diag_quiet(b->quiet);
	schema_back(s, b->outer);
}

bool
beyond_refuses(const struct beyond *b, enum applied without)
{
	return b->result == REFUSED && without != REFUSED && is_lack(b->code, without);
}

static bool
may_be(const struct beyond *b, unsigned id)
{
	size_t i;

	for (i = 0; i < b->maybes.n; i++)
		if (((const struct object *)b->maybes.v[i])->id == id)
			return true;
	return false;
}

void
beyond_keep(struct schema *s, const struct beyond *b)
{
	const struct change *c;
	size_t i;

	for (i = 0; i < b->changes.n; i++) {
		c = b->changes.v[i];
		if (c->from && !may_be(b, c->from->id))
			continue;
		if (!c->from && schema_find(s, c->to->noun->space, c->to->name))
			continue;
		schema_keep_maybe(s, c->to ? c->to->id : c->from->id, c->to, 0);
		if (c->to)
			schema_doubt_names(s, c->to);
	}
}

/* applies a copy of op, which is not to learn names from there, to the schema in which all is there that may be. One that has parts
   does so with each of them */
static void
apply_beyond(const struct op *op, struct schema *s, struct beyond *b, bool aloud)
{
	struct op *tried;

	if (op->class->parts || !beyond_begin(s, b))
		return;
	if (aloud)
		diag_quiet(b->quiet);
	tried = copy(op, op->class->shape.size);
	beyond_end(s, b, tried->class->apply(tried, s));
}

/* what is made where there is none of its name may be there already, and otherwise */
static void
doubt_shapes(struct schema *s, const struct op *op, const struct names *names)
{
	struct qname name;
	size_t i;

	for (i = 0; op_says(op, "if_not_exists") && i < names->objects.n; i++) {
		name = schema_full(s, *(const struct qname *)names->objects.v[i]);
		schema_doubt_shape(s, SPACE_RELATION, name);
		schema_doubt_shape(s, SPACE_TYPE, name);
	}
}

/* a table that is made, for certain, is no matter of doubt any more */
static void
settle(struct schema *s, const struct op *op, size_t mark)
{
	const struct change *c;
	struct list changes;
	size_t i;

	if (!s->settles || s->beyond || !s->doubts.n || op->class->parts ||
	    op_says(op, "if_not_exists"))
		return;
	changes = schema_changes(s, mark);
	for (i = 0; i < changes.n; i++) {
		c = changes.v[i];
		if (!c->from && c->to && c->to->noun->size == sizeof(struct table))
			schema_settle(s, c->to);
	}
}

enum applied
op_apply(struct op *op, struct schema *s)
{
	const struct schema *outer = applying;
	size_t mark = schema_mark(s);
	enum applied result = REFUSED;
	struct beyond beyond = {0};
	struct names names = {0};
	bool unread, quiet;

	names_of(op->class->shape.fields, (const char *)op, &names);
	unread = op->unread || names_unread(s, &names);
	applying = s;
	if (!unread)
		apply_beyond(op, s, &beyond, false);
	quiet = unread && diag_quiet(true);
	if (!op->unread)
		result = op->class->apply(op, s);
	if (unread)
		diag_quiet(quiet);
	if (beyond_refuses(&beyond, result)) {
		schema_back(s, mark);
		apply_beyond(op, s, &beyond, true);
		result = REFUSED;
	}
	applying = outer;
	doubt_shapes(s, op, &names);
	if (result != REFUSED && beyond.maybes.n && beyond.result == APPLIED)
		beyond_keep(s, &beyond);
	else if (result != REFUSED && beyond.maybes.n)
		forget_maybes(s);
	if (result != REFUSED)
		settle(s, op, mark);
	if (result == UNKNOWN && !(beyond.maybes.n && beyond.result == APPLIED))
		excuse_made(s, &names);
	if (result == REFUSED) {
		schema_back(s, mark);
		excuse(s, &names);
		if (unread)
			mark_unread(s, op, &names);
	}
	return result;
}
