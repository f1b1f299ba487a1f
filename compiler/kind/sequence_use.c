/* What holds a sequence: the column that owns it, and the defaults that take from it. */
#include <string.h>

#include "../input.h"
#include "code.h"

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
		return op_error(op, E_SEQUENCE, "owned_by '%s': %s", text, wrong);
	t = need_table(op, s, owner->table, "vf", &result);
	if (!t)
		return result;
	if (!same(t->object.name.schema, sequence.schema))
		return op_error(op, E_SEQUENCE,
		                "table %s is in another schema than the sequence that it would own",
		                plain_qname(t->object.name));
	owner->table = t->object.name;
	if (!is_system_column(owner->columns.v[0]))
		need_column(op, s, t, owner->columns.v[0], &result);
	return result;
}

/* ---- defaults ---- */

/* a constant that names a relation so that the server notices: an argument of nextval and its like, or cast to regclass */
struct mention {
	struct qname name;
	size_t offset; /* of the constant in the expression's text */
	bool drawn;    /* as the argument of a function */
};

/* "name" or "schema.name" without quotes or folding, as most are; else NULL */
static const char *
plain_dot(const char *text, bool *plain)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz_0123456789";
	const size_t first = strspn(text, letters);
	const char *dot = text[first] == '.' ? text + first : NULL;
	const char *name = dot ? dot + 1 : text;

	*plain = first && !is_digit(*text) && *name && !is_digit(*name) &&
	         !name[strspn(name, letters)];
	return dot;
}

struct qname
constant_qname(const char *text)
{
	struct qname none = {NULL, NULL};
	bool plain;
	const char *dot = plain_dot(text, &plain);
	struct parse_error e;
	const PgQuery__Node *tree, *name;

	if (plain)
		return (struct qname){dot ? strn(text, (size_t)(dot - text)) : NULL,
		                      dot ? dot + 1 : text};
	tree = parse_statement(strf("DROP SEQUENCE %s", text), &e);
	if (!tree || tree->node_case != PG_QUERY__NODE__NODE_DROP_STMT ||
	    tree->drop_stmt->n_objects != 1)
		return none;
	name = tree->drop_stmt->objects[0];
	return name->node_case == PG_QUERY__NODE__NODE_LIST
	               ? list_qname(name->list->items, name->list->n_items)
	               : none;
}

static void
add_mention(struct list *mentions, const PgQuery__Node *constant, bool drawn)
{
	const char *cast, *text = expression_string(constant, &cast);
	struct mention m = {.drawn = drawn};

	if (!text || cast)
		return;
	m.name = constant_qname(text);
	m.offset = (size_t)constant->a_const->location;
	if (m.name.name)
		list_add(mentions, copy(&m, sizeof m));
}

static bool
visit_mention(const ProtobufCMessage *m, void *mentions)
{
	static const char *const functions[] = {"nextval", "currval", "setval"};
	const PgQuery__FuncCall *call = (const PgQuery__FuncCall *)m;
	const PgQuery__TypeCast *cast = (const PgQuery__TypeCast *)m;
	const char *name;
	size_t i;

	if (m->descriptor == &pg_query__type_cast__descriptor &&
	    same(type_sql(cast->type_name), "regclass"))
		add_mention(mentions, cast->arg, false);
	if (m->descriptor != &pg_query__func_call__descriptor || !call->n_args)
		return true;
	name = list_qname(call->funcname, call->n_funcname).name;
	for (i = 0; i < LEN(functions); i++)
		if (same(name, functions[i]))
			add_mention(mentions, call->args[0], true);
	return true;
}

/* struct mention, in the order of the text */
static struct list
mentions(const char *text)
{
	struct parse_error e;
	const PgQuery__Node *tree = strchr(text, '\'') ? parse_expression(text, &e) : NULL;
	struct list found = {0};

	if (tree)
		tree_walk(tree, visit_mention, &found);
	return found;
}

void
expression_sequences(const char *text, struct strs *names)
{
	struct list found = mentions(text);
	size_t i;

	for (i = 0; i < found.n; i++)
		strs_add(names, ((struct mention *)found.v[i])->name.name);
}

/* t, which may not be put yet, has it behind an identity column */
static bool
is_identity_of(const struct table *t, struct qname name)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (c->identity && same(c->identity->sequence, name.name))
			return !name.schema || same(name.schema, t->object.name.schema);
	}
	return false;
}

enum applied
need_sequences(const struct op *op, const struct schema *s, const struct table *t, const char *text)
{
	struct list found = mentions(text);
	const struct mention *m;
	size_t i;

	for (i = 0; i < found.n; i++) {
		m = found.v[i];
		if (m->drawn && !schema_find(s, SPACE_RELATION, m->name) &&
		    !is_identity_of(t, m->name))
			return missing(op, s, "sequence", SPACE_RELATION, m->name);
	}
	return APPLIED;
}

/* puts the name in place of a constant; *done is how far text is in b */
static void
put_name(struct buf *b, const char *text, size_t *done, const struct mention *m, struct qname name)
{
	struct tokens tokens;

	if (m->offset < *done || !scan_tokens(text, &tokens))
		return;
	buf_mem(b, text + *done, m->offset - *done);
	buf_add(b, sql_literal(sql_qname(name)));
	*done = tokens.v[token_at(&tokens, m->offset)].end;
}

/* ---- constants that are read as names ---- */

#define FUNCTION_STATEMENT "COMMENT ON FUNCTION "

const PgQuery__Node *
constant_function(const char *text)
{
	struct parse_error e;
	const PgQuery__Node *tree =
		parse_statement(strf(FUNCTION_STATEMENT "%s IS NULL", text), &e);

	return tree && tree->node_case == PG_QUERY__NODE__NODE_COMMENT_STMT
	               ? tree->comment_stmt->object
	               : NULL;
}

/* "f(e, integer)" where e has another name */
static const char *
argument_renamed(const char *text, struct qname from, struct qname to)
{
	const PgQuery__Node *n = constant_function(text);
	const PgQuery__TypeName *type;
	struct type_parts parts;
	struct tokens tokens;
	size_t i, first, last;

	for (i = n ? n->object_with_args->n_objargs : 0; i-- > 0;) {
		type = n->object_with_args->objargs[i]->type_name;
		parts = type_parts(type_sql(type));
		if (parts.builtin || !same(parts.name.name, from.name) ||
		    (parts.name.schema && !same(parts.name.schema, from.schema)) ||
		    !scan_tokens(text, &tokens))
			continue;
		first = last =
			token_at(&tokens, (size_t)type->location - strlen(FUNCTION_STATEMENT));
		while (text[tokens.v[last + 1].start] == '.')
			last += 2;
		text = strf("%.*s%s%s", (int)tokens.v[first].start, text, sql_qname(to),
		            text + tokens.v[last].end);
	}
	return text;
}

/* the function that it names keeps its arguments, and they their function */
static const char *
function_renamed(const char *constant, const struct use *u, struct qname to)
{
	const char *arguments = strchr(constant, '(');

	if (u->space == SPACE_TYPE)
		return argument_renamed(constant, u->name, to);
	return strf("%s%s", function_spelled(to), arguments ? arguments : "");
}

char *
constant_renamed(const char *text, const struct use *u, struct qname to)
{
	struct parse_error e;
	const PgQuery__Node *n;
	const char *constant;
	struct tokens tokens;
	const struct token *t;

	if (!scan_tokens(text, &tokens) || !tokens.n)
		return str(text);
	t = &tokens.v[token_at(&tokens, u->offset)];
	n = parse_expression(strn(text + t->start, t->end - t->start), &e);
	constant = n ? expression_string(n, &(const char *){NULL}) : NULL;
	if (!constant)
		return str(text);
	constant = u->space == SPACE_FUNCTION || !constant_qname(constant).name
	                   ? function_renamed(constant, u, to)
	                   : sql_qname(to);
	return strf("%.*s%s%s", (int)t->start, text, sql_literal(constant), text + t->end);
}

const char *
expression_settled(const struct schema *s, const char *text)
{
	struct list found = mentions(text);
	const struct mention *m;
	const struct object *o;
	struct buf b = {0};
	size_t i, done = 0;

	for (i = 0; i < found.n; i++) {
		m = found.v[i];
		o = schema_find(s, SPACE_RELATION, m->name);
		if (o && !same_qname(sql_qname_full(m->name), o->name))
			put_name(&b, text, &done, m, o->name);
	}
	buf_add(&b, text + done);
	return buf_str(&b);
}

const char *
expression_rename_relation(const char *text, struct qname from, struct qname to)
{
	struct list found = mentions(text);
	const struct mention *m;
	struct buf b = {0};
	size_t i, done = 0;

	for (i = 0; i < found.n; i++) {
		m = found.v[i];
		if (same_qname(sql_qname_full(m->name), from))
			put_name(&b, text, &done, m, to);
	}
	buf_add(&b, text + done);
	return done ? buf_str(&b) : NULL;
}

bool
column_takes(const struct column *c, struct qname sequence)
{
	struct list found = {0};
	const struct mention *m;
	size_t i;

	if (c->default_value && c->default_value->type == VALUE_SQL)
		found = mentions(c->default_value->text);
	for (i = 0; i < found.n; i++) {
		m = found.v[i];
		if (same_qname(sql_qname_full(m->name), sequence))
			return true;
	}
	return false;
}

struct list
sequence_takers(const struct schema *s, struct qname sequence)
{
	struct list tables = {0}, found = {0};
	const struct table *t;
	struct taker taker;
	size_t i, j;

	schema_linked(s, LINK_SEQUENCE, (struct qname){"", sequence.name}, &tables);
	for (i = 0; i < tables.n; i++) {
		t = tables.v[i];
		for (j = 0; j < t->columns.n; j++) {
			taker = (struct taker){t, t->columns.v[j]};
			if (column_takes(taker.column, sequence))
				list_add(&found, copy(&taker, sizeof taker));
		}
	}
	return found;
}

void
sequence_release(struct schema *s, struct qname sequence)
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
}

struct list
sequences_with(const struct schema *s, const struct table *t, const char *column)
{
	struct list owned = owned_sequences(s, t), names = {0};
	struct qname name = {t->object.name.schema, NULL};
	const struct sequence *q;
	const struct column *c;
	size_t i;

	for (i = 0; i < owned.n; i++) {
		q = owned.v[i];
		if (!column || strs_has(&q->owned_by.columns, column))
			list_add(&names, copy(&q->object.name, sizeof q->object.name));
	}
	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (!c->identity || (column && !same(c->name, column)))
			continue;
		name.name = c->identity->sequence;
		list_add(&names, copy(&name, sizeof name));
	}
	return names;
}
