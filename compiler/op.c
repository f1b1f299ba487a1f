/* What the kinds share: errors, look-ups in the schema, steps, and differences being collected. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "op.h"

void *
op_new(const struct op_class *class, struct loc at)
{
	struct op *op = alloc(class->shape.size);

	op->at = at;
	op->class = class;
	return op;
}

enum applied
op_error(const struct op *op, const char *format, ...)
{
	va_list args;
	char text[4096];

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	error_at(op->at, "%s: %s", op->class->shape.name, text);
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
	struct gap g = {at, why};

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
	unknown.why = strf("%s: %s could not be followed; write a downgrade()",
	                   op->class->shape.name, what);
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

enum applied
missing(const struct op *op, const struct schema *s, const char *noun, enum space space,
        struct qname name)
{
	if (schema_excused(s, name))
		return not_followed(op, strf("%s %s", noun, plain_qname(name)));
	return op_error(op, "no %s named %s%s", noun, plain_qname(name), suggest(s, space, name));
}

struct table *
need_table(const struct op *op, const struct schema *s, struct qname name, enum applied *result)
{
	struct object *o = schema_find(s, SPACE_RELATION, name);

	*result = APPLIED;
	if (!o)
		*result = missing(op, s, "table", SPACE_RELATION, name);
	else if (o->noun == &table_noun)
		return (struct table *)o;
	else if (!o->noun->alias && !o->noun->create)
		*result = not_followed(op, strf("%s %s", o->noun->name, plain_qname(name)));
	else
		*result = op_error(op, "%s is %s %s, not a table", plain_qname(name),
		                   strchr("aeiou", o->noun->name[0]) ? "an" : "a", o->noun->name);
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
	*result = op_error(op, "no column named '%s' in table %s%s", name,
	                   plain_qname(t->object.name), did_you_mean(name, &names));
	return NULL;
}

enum applied
need_free_name(const struct op *op, const struct schema *s, enum space space, struct qname name)
{
	const struct object *o = schema_find(s, space, schema_full(s, name));

	if (!o)
		return APPLIED;
	if (schema_excused(s, name))
		return UNKNOWN;
	return op_error(op, "%s %s exists already%s", o->noun->name, plain_qname(name),
	                made_at(o->at));
}

enum applied
need_schema(const struct op *op, const struct schema *s, struct qname name)
{
	struct qname schema = {NULL, name.schema};

	if (!name.schema || schema_find(s, SPACE_SCHEMA, schema))
		return APPLIED;
	return missing(op, s, "schema", SPACE_SCHEMA, schema);
}

static void
excuse_missing(struct schema *s, struct qname name)
{
	if (name.name && !schema_find(s, SPACE_RELATION, name) && !schema_find(s, SPACE_TYPE, name))
		schema_excuse(s, name.name);
}

/* what an operation names is excused where it was refused, so that one mistake is one error: names that are not there, and
   those of parts */
static void
excuse_fields(struct schema *s, const struct field *f, const char *item)
{
	const struct list *names;
	const char *member;
	size_t i;

	for (; f->key; f++) {
		member = item + f->offset;
		switch (f->type) {
		case FIELD_NAME:
			if (*(const char *const *)(const void *)member)
				schema_excuse(s, *(const char *const *)(const void *)member);
			break;
		case FIELD_QNAME:
			excuse_missing(s, *(const struct qname *)(const void *)member);
			break;
		case FIELD_QNAMES:
			names = (const struct list *)(const void *)member;
			for (i = 0; i < names->n; i++)
				excuse_missing(s, *(const struct qname *)names->v[i]);
			break;
		case FIELD_PART:
			excuse_fields(s, f->shape->fields, member);
			break;
		default:
			break;
		}
	}
}

enum applied
op_apply(struct op *op, struct schema *s)
{
	size_t mark = schema_mark(s);
	enum applied result = op->class->apply(op, s);

	if (result == REFUSED) {
		schema_back(s, mark);
		excuse_fields(s, op->class->shape.fields, (const char *)op);
	}
	return result;
}
