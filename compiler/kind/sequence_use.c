/* What holds a sequence: the column that owns it, and the defaults that take from it. */
#include <string.h>
#include <strings.h>

#include "kind.h"

/* ---- owners ---- */

static char *
part_text(const char *name)
{
	struct buf b = {0};

	if (!strpbrk(name, ".\""))
		return str(name);
	buf_char(&b, '"');
	for (; *name; name++) {
		if (*name == '"')
			buf_char(&b, '"');
		buf_char(&b, *name);
	}
	buf_char(&b, '"');
	return buf_str(&b);
}

char *
sequence_owner_text(const struct reference *owner)
{
	struct buf b = {0};

	if (!owner->columns.n)
		return NULL;
	if (owner->table.schema)
		buf_fmt(&b, "%s.", part_text(owner->table.schema));
	if (owner->table.name)
		buf_fmt(&b, "%s.", part_text(owner->table.name));
	buf_add(&b, part_text(owner->columns.v[0]));
	return buf_str(&b);
}

/* where the last part of a dotted name begins */
static const char *
last_part(const char *text)
{
	const char *last = text, *c;
	bool quoted = false;

	for (c = text; *c; c++) {
		if (*c == '"')
			quoted = !quoted;
		else if (*c == '.' && !quoted)
			last = c + 1;
	}
	return last;
}

/* reads "t.c" or "s.t.c"; NULL, or what is wrong */
static const char *
owner_parse(const char *text, struct reference *owner)
{
	const char *column = last_part(text), *wrong;
	struct qname name;

	*owner = (struct reference){0};
	if (column == text)
		return "it is a table and a column: \"t.c\"";
	wrong = qname_parse(strn(text, (size_t)(column - 1 - text)), &owner->table);
	if (!wrong)
		wrong = qname_parse(column, &name);
	if (!wrong)
		strs_add(&owner->columns, name.name);
	return wrong;
}

const char *
sequence_owner_sql(const char *text)
{
	struct reference owner;

	if (strcmp(text, "none") == 0 || owner_parse(text, &owner))
		return "NONE";
	return strf("%s.%s", sql_qname(owner.table), sql_name(owner.columns.v[0]));
}

enum applied
need_sequence_owner(const struct op *op, const struct schema *s, struct qname sequence,
                    const char *text, struct reference *owner)
{
	enum applied result;
	const struct table *t;
	const char *wrong;

	*owner = (struct reference){0};
	if (strcmp(text, "none") == 0)
		return APPLIED;
	wrong = owner_parse(text, owner);
	if (wrong)
		return op_error(op, "owned_by '%s': %s", text, wrong);
	t = need_table(op, s, owner->table, &result);
	if (!t)
		return result;
	if (!same(t->object.name.schema, sequence.schema))
		return op_error(op,
		                "table %s is in another schema than the sequence that it would own",
		                plain_qname(t->object.name));
	owner->table = t->object.name;
	need_column(op, s, t, owner->columns.v[0], &result);
	return result;
}

/* ---- defaults ---- */

/* true where the constant at i of an expression's tokens is a regclass: the only argument of nextval, or cast to it */
static bool
is_regclass(const struct strs *tokens, size_t i)
{
	if (i + 2 < tokens->n && strcmp(tokens->v[i + 1], "::") == 0)
		return strcasecmp(tokens->v[i + 2], "regclass") == 0;
	return i >= 2 && i + 1 < tokens->n && strcmp(tokens->v[i - 1], "(") == 0 &&
	       strcasecmp(tokens->v[i - 2], "nextval") == 0 && strcmp(tokens->v[i + 1], ")") == 0;
}

/* the name in a constant such as 'public."Odd"', folded as the server reads it; name NULL where it is no name */
static struct qname
regclass_name(const char *constant)
{
	struct parse_error e = {0};
	const PgQuery__Node *n = parse_expression(constant, &e);
	const char *cast = NULL, *text = n ? expression_string(n, &cast) : NULL;

	n = text ? parse_expression(text, &e) : NULL;
	if (!n || n->node_case != PG_QUERY__NODE__NODE_COLUMN_REF)
		return (struct qname){NULL, NULL};
	return list_qname(n->column_ref->fields, n->column_ref->n_fields);
}

/* the sequences that an expression names: struct qname */
static struct list
named_sequences(const char *text)
{
	struct strs tokens = {0};
	struct list names = {0};
	struct qname name;
	size_t i;

	if (!strchr(text, '\'') || !scan(text, &tokens))
		return names;
	for (i = 0; i < tokens.n; i++) {
		if (tokens.v[i][0] != '\'' || !is_regclass(&tokens, i))
			continue;
		name = regclass_name(tokens.v[i]);
		if (name.name)
			list_add(&names, copy(&name, sizeof name));
	}
	return names;
}

void
expression_sequences(const char *text, struct strs *names)
{
	struct list named = named_sequences(text);
	size_t i;

	for (i = 0; i < named.n; i++)
		strs_add(names, ((struct qname *)named.v[i])->name);
}

/* true where the expression names the sequence as the server understands it: nextval('s'), 's'::regclass */
static bool
expression_uses_sequence(const struct schema *s, const char *text, const struct object *sequence)
{
	struct list named = named_sequences(text);
	size_t i;

	for (i = 0; i < named.n; i++)
		if (schema_find(s, SPACE_RELATION, *(struct qname *)named.v[i]) == sequence)
			return true;
	return false;
}

static bool
takes(const struct schema *s, const struct column *c, const struct object *sequence)
{
	return c->default_value && c->default_value->type == VALUE_SQL &&
	       expression_uses_sequence(s, c->default_value->text, sequence);
}

struct list
sequence_takers(const struct schema *s, const struct object *sequence)
{
	struct list tables = {0}, found = {0};
	const struct table *t;
	struct taker taker;
	size_t i, j;

	schema_linked(s, LINK_SEQUENCE, (struct qname){"", sequence->name.name}, &tables);
	for (i = 0; i < tables.n; i++) {
		t = tables.v[i];
		for (j = 0; j < t->columns.n; j++) {
			taker = (struct taker){t, t->columns.v[j]};
			if (takes(s, taker.column, sequence))
				list_add(&found, copy(&taker, sizeof taker));
		}
	}
	return found;
}

void
sequence_remove(struct schema *s, struct object *sequence)
{
	struct list takers = sequence_takers(s, sequence);
	const struct taker *taker;
	struct table *t;
	struct column *c;
	size_t i, j;

	for (i = 0; i < takers.n; i++) {
		taker = takers.v[i];
		t = (struct table *)object_copy(s->by_id.v[taker->table->object.id]);
		for (j = 0; t->columns.v[j] != taker->column; j++)
			;
		c = element_copy(&t->columns, j, sizeof *c);
		c->default_value = NULL;
		schema_put(s, &t->object);
	}
	schema_remove(s, sequence);
}
