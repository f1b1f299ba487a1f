/* Sequences, also those behind identity columns: their options as the server reads them, and the operations on them. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "kind.h"

struct create_sequence {
	struct op op;
	struct qname name;
	struct sequence_options options;
	const char *owned_by; /* "t.c" */
	bool temporary;
	bool unlogged;
	bool if_not_exists;
	const char *comment;
};

struct alter_sequence {
	struct op op;
	struct qname name;
	struct sequence_options options;
	struct value *restart;
	const char *owned_by; /* "none" is OWNED BY NONE */
	enum answer unlogged;
	bool if_exists;
};

struct drop_sequence {
	struct op op;
	struct list names; /* struct qname */
	bool if_exists;
	bool cascade;
	bool owned; /* may have gone with the column that owns it: then there is nothing to do */
	bool gone;
};

struct rename_sequence {
	struct op op;
	struct qname name;
	struct qname to;
};

static const struct op_class create_sequence, alter_sequence, drop_sequence, rename_sequence;

/* ---- options ---- */

static const char *const none[] = {"none", NULL};
static const char *const types[] = {"smallint", "integer", "bigint", NULL};

static const struct field options_fields[] = {
	{"start", FIELD_INT, offsetof(struct sequence_options, start),
         .fallback = "min_value, or max_value where it descends", .sql = "START WITH start"},
	{"increment", FIELD_INT, offsetof(struct sequence_options, increment), .fallback = "1",
         .sql = "INCREMENT BY increment"},
	{"min_value", FIELD_INT, offsetof(struct sequence_options, min_value), .choices = none,
         .fallback = "1, or the least of its type where it descends",
         .sql = "MINVALUE min_value, or NO MINVALUE"},
	{"max_value", FIELD_INT, offsetof(struct sequence_options, max_value), .choices = none,
         .fallback = "the greatest of its type, or -1 where it descends",
         .sql = "MAXVALUE max_value, or NO MAXVALUE"},
	{"cache", FIELD_INT, offsetof(struct sequence_options, cache), .fallback = "1",
         .sql = "CACHE cache"},
	{"cycle", FIELD_ANSWER, offsetof(struct sequence_options, cycle), .fallback = "false",
         .sql = "CYCLE or NO CYCLE"},
	{0},
};

const struct shape sequence_options_shape = {
	"sequence_options",
	CALL_TABLE,
	sizeof(struct sequence_options),
	options_fields,
	.page = "sql-createsequence.html",
};

/* the options as the server keeps them */
struct numbers {
	size_t type; /* in bounds */
	long long start, increment, min, max, cache;
	bool cycle;
};

static const struct {
	const char *type;
	long long min, max;
} bounds[] = {
	{"bigint", -0x7fffffffffffffffLL - 1, 0x7fffffffffffffffLL},
	{"integer", -2147483647LL - 1, 2147483647LL},
	{"smallint", -32768, 32767},
};

static const char *
number(const char *what, const char *text, long long *n)
{
	char *end;

	errno = 0;
	*n = strtoll(text, &end, 10);
	if (*end || end == text)
		return strf("%s: %s is no integer", what, text);
	return errno ? strf("%s: %s is out of the range of bigint", what, text) : NULL;
}

static const char *
set_type(struct numbers *n, const char *type, bool *reset_min, bool *reset_max)
{
	size_t i;

	for (i = 0; i < LEN(bounds); i++)
		if (strcmp(bounds[i].type, type) == 0)
			break;
	if (i == LEN(bounds))
		return strf("a sequence is smallint, integer or bigint, not %s", type);
	*reset_min = n->min == bounds[n->type].min;
	*reset_max = n->max == bounds[n->type].max;
	n->type = i;
	return NULL;
}

static const char *
set_max(struct numbers *n, const char *said, bool init, bool reset)
{
	const char *wrong;

	if (said && strcmp(said, "none") != 0) {
		wrong = number("max_value", said, &n->max);
		if (wrong)
			return wrong;
	} else if (init || said || reset) {
		n->max = n->increment > 0 || reset ? bounds[n->type].max : -1;
	}
	if (n->max < bounds[n->type].min || n->max > bounds[n->type].max)
		return strf("max_value %lld is out of the range of %s", n->max,
		            bounds[n->type].type);
	return NULL;
}

static const char *
set_min(struct numbers *n, const char *said, bool init, bool reset)
{
	const char *wrong;

	if (said && strcmp(said, "none") != 0) {
		wrong = number("min_value", said, &n->min);
		if (wrong)
			return wrong;
	} else if (init || said || reset) {
		n->min = n->increment < 0 || reset ? bounds[n->type].min : 1;
	}
	if (n->min < bounds[n->type].min || n->min > bounds[n->type].max)
		return strf("min_value %lld is out of the range of %s", n->min,
		            bounds[n->type].type);
	return NULL;
}

static const char *
set_start(struct numbers *n, const char *said, bool init)
{
	const char *wrong = NULL;

	if (said)
		wrong = number("start", said, &n->start);
	else if (init)
		n->start = n->increment > 0 ? n->min : n->max;
	if (wrong)
		return wrong;
	if (n->start < n->min)
		return strf("start %lld is below min_value %lld", n->start, n->min);
	if (n->start > n->max)
		return strf("start %lld is above max_value %lld", n->start, n->max);
	return NULL;
}

/* as init_params of the server: the options of a new sequence (init), or what is said in an ALTER; NULL, or what is wrong */
static const char *
set(struct numbers *n, const struct sequence_options *o, bool init)
{
	bool reset_min = false, reset_max = false;
	const char *wrong = NULL;

	if (init)
		*n = (struct numbers){.increment = 1, .cache = 1};
	if (o->type)
		wrong = set_type(n, o->type, &reset_min, &reset_max);
	if (init)
		reset_min = reset_max = false;
	if (!wrong && o->increment)
		wrong = number("increment", o->increment, &n->increment);
	if (!wrong && n->increment == 0)
		wrong = "increment must not be 0";
	if (o->cycle)
		n->cycle = o->cycle == YES;
	if (!wrong)
		wrong = set_max(n, o->max_value, init, reset_max);
	if (!wrong)
		wrong = set_min(n, o->min_value, init, reset_min);
	if (!wrong && n->min >= n->max)
		wrong = strf("min_value %lld is not below max_value %lld", n->min, n->max);
	if (!wrong)
		wrong = set_start(n, o->start, init);
	if (!wrong && o->cache)
		wrong = number("cache", o->cache, &n->cache);
	if (!wrong && n->cache < 1)
		wrong = strf("cache %lld must be greater than 0", n->cache);
	return wrong;
}

static const char *
unless(long long n, long long fallback)
{
	return n == fallback ? NULL : strf("%lld", n);
}

/* what is not a new sequence's by itself */
static struct sequence_options
said(const struct numbers *n)
{
	struct sequence_options o = {0};
	bool up = n->increment > 0;

	o.type = n->type ? bounds[n->type].type : NULL;
	o.increment = unless(n->increment, 1);
	o.min_value = unless(n->min, up ? 1 : bounds[n->type].min);
	o.max_value = unless(n->max, up ? bounds[n->type].max : -1);
	o.start = unless(n->start, up ? n->min : n->max);
	o.cache = unless(n->cache, 1);
	o.cycle = n->cycle ? YES : UNSAID;
	return o;
}

/* what an ALTER must say to make b of a; a change of type may move bounds, so it says both */
static struct sequence_options
difference(const struct numbers *a, const struct numbers *b)
{
	struct sequence_options o = {0};
	bool type = a->type != b->type;

	o.type = type ? bounds[b->type].type : NULL;
	o.increment = unless(b->increment, a->increment);
	o.min_value = type ? strf("%lld", b->min) : unless(b->min, a->min);
	o.max_value = type ? strf("%lld", b->max) : unless(b->max, a->max);
	o.start = unless(b->start, a->start);
	o.cache = unless(b->cache, a->cache);
	if (a->cycle != b->cycle)
		o.cycle = b->cycle ? YES : NO;
	return o;
}

static bool
says_nothing(const struct sequence_options *o)
{
	return !o->type && !o->start && !o->increment && !o->min_value && !o->max_value &&
	       !o->cache && !o->cycle;
}

enum applied
need_sequence_options(const struct op *op, const struct sequence_options *o)
{
	struct numbers n;
	const char *wrong = set(&n, o, true);

	return wrong ? op_error(op, "%s", wrong) : APPLIED;
}

bool
sequence_options_same(const struct sequence_options *a, const struct sequence_options *b)
{
	struct sequence_options o;
	struct numbers m, n;

	if (set(&m, a, true) || set(&n, b, true))
		return false;
	o = difference(&m, &n);
	return says_nothing(&o);
}

struct sequence_options
sequence_options_alter(const struct sequence_options *from, const struct sequence_options *change,
                       const char **wrong)
{
	struct numbers n;

	*wrong = set(&n, from, true);
	if (!*wrong)
		*wrong = set(&n, change, false);
	return *wrong ? *from : said(&n);
}

struct sequence_options
sequence_options_difference(const struct sequence_options *from, const struct sequence_options *to)
{
	struct numbers a, b;

	if (set(&a, from, true) || set(&b, to, true))
		return *to;
	return difference(&a, &b);
}

static void
limit(struct buf *b, const char *word, const char *value)
{
	if (value && strcmp(value, "none") == 0)
		buf_fmt(b, " NO %s", word);
	else if (value)
		buf_fmt(b, " %s %s", word, value);
}

char *
sequence_options_sql(const struct sequence_options *o)
{
	struct buf b = {0};

	if (o->type)
		buf_fmt(&b, " AS %s", o->type);
	if (o->start)
		buf_fmt(&b, " START WITH %s", o->start);
	if (o->increment)
		buf_fmt(&b, " INCREMENT BY %s", o->increment);
	limit(&b, "MINVALUE", o->min_value);
	limit(&b, "MAXVALUE", o->max_value);
	if (o->cache)
		buf_fmt(&b, " CACHE %s", o->cache);
	if (o->cycle)
		buf_add(&b, o->cycle == YES ? " CYCLE" : " NO CYCLE");
	return buf_str(&b);
}

/* the number of a DefElem; NULL where it has none */
static const char *
node_number(const PgQuery__Node *n)
{
	if (!n)
		return NULL;
	if (n->node_case == PG_QUERY__NODE__NODE_INTEGER)
		return strf("%d", n->integer->ival);
	return n->node_case == PG_QUERY__NODE__NODE_FLOAT ? n->float_->fval : NULL;
}

static bool
node_true(const PgQuery__Node *n)
{
	if (n && n->node_case == PG_QUERY__NODE__NODE_BOOLEAN)
		return n->boolean->boolval;
	return n && n->node_case == PG_QUERY__NODE__NODE_INTEGER && n->integer->ival;
}

/* t.c, s.t.c, or none, as a DefElem has it */
static void
owner_from_sql(const PgQuery__Node *arg, struct reference *owner)
{
	size_t n;

	if (!arg || arg->node_case != PG_QUERY__NODE__NODE_LIST)
		return;
	n = arg->list->n_items;
	owner->table = n > 1 ? list_qname(arg->list->items, n - 1) : (struct qname){NULL, NULL};
	owner->columns = (struct strs){0};
	strs_add(&owner->columns, node_string(arg->list->items[n - 1]));
}

static void
option_from_sql(const PgQuery__DefElem *e, struct sequence_options *o)
{
	const char *n = node_number(e->arg);

	if (strcmp(e->defname, "as") == 0 && e->arg->node_case == PG_QUERY__NODE__NODE_TYPE_NAME)
		o->type = type_sql(e->arg->type_name);
	else if (strcmp(e->defname, "start") == 0)
		o->start = n;
	else if (strcmp(e->defname, "increment") == 0)
		o->increment = n;
	else if (strcmp(e->defname, "minvalue") == 0)
		o->min_value = n ? n : "none";
	else if (strcmp(e->defname, "maxvalue") == 0)
		o->max_value = n ? n : "none";
	else if (strcmp(e->defname, "cache") == 0)
		o->cache = n;
	else if (strcmp(e->defname, "cycle") == 0)
		o->cycle = node_true(e->arg) ? YES : NO;
}

void
sequence_options_from_sql(PgQuery__Node *const *options, size_t n, struct sequence_options *out,
                          struct reference *owned_by)
{
	const PgQuery__DefElem *e;
	size_t i;

	for (i = 0; i < n; i++) {
		e = options[i]->def_elem;
		if (strcmp(e->defname, "owned_by") != 0)
			option_from_sql(e, out);
		else if (owned_by)
			owner_from_sql(e->arg, owned_by);
	}
}

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

/* "t.c" as a script would write it; NULL where there is no owner */
static char *
owner_text(const struct reference *owner)
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

static const char *
owner_sql(const char *text)
{
	struct reference owner;

	if (strcmp(text, "none") == 0 || owner_parse(text, &owner))
		return "NONE";
	return strf("%s.%s", sql_qname(owner.table), sql_name(owner.columns.v[0]));
}

/* the owner that text names, with the table's full name: empty for none */
static enum applied
need_owner(const struct op *op, const struct schema *s, struct qname sequence, const char *text,
           struct reference *owner)
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

/* ---- which sequence ---- */

/* a sequence of its own, or the one behind an identity column */
struct target {
	const struct sequence *sequence;
	const struct table *table; /* with the column at this place */
	size_t column;
	struct qname name;
};

static bool
find_identity(const struct schema *s, const struct object *alias, struct target *t)
{
	const struct object *o =
		schema_find(s, SPACE_RELATION, ((const struct alias *)alias)->owner);
	const struct column *c;

	t->table = o && o->noun == &table_noun ? (const struct table *)o : NULL;
	for (t->column = 0; t->table && t->column < t->table->columns.n; t->column++) {
		c = t->table->columns.v[t->column];
		if (c->identity && same(c->identity->sequence, alias->name.name))
			return true;
	}
	return false;
}

static enum applied
need_sequence(const struct op *op, const struct schema *s, struct qname name, struct target *t)
{
	const struct object *o = schema_find(s, SPACE_RELATION, name);

	*t = (struct target){0};
	if (!o)
		return missing(op, s, "sequence", SPACE_RELATION, name);
	t->name = o->name;
	if (o->noun == &sequence_noun)
		t->sequence = (const struct sequence *)o;
	if (t->sequence || (o->noun->alias && find_identity(s, o, t)))
		return APPLIED;
	if (schema_excused(s, name))
		return UNKNOWN;
	return op_error(op, "%s is %s %s, not a sequence", plain_qname(name),
	                strchr("aeiou", o->noun->name[0]) ? "an" : "a", o->noun->name);
}

/* a copy of the table, with a copy of the identity to be changed */
static struct identity *
change_identity(const struct target *t, struct table **changed)
{
	struct column *c;

	*changed = (struct table *)object_copy(&t->table->object);
	c = element_copy(&(*changed)->columns, t->column, sizeof *c);
	c->identity = copy(c->identity, sizeof *c->identity);
	return c->identity;
}

static const struct column *
identity_column(const struct target *t)
{
	return t->table->columns.v[t->column];
}

/* ---- create_sequence ---- */

static const struct field create_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct create_sequence, name), 1, .required = true,
         .sql = "CREATE SEQUENCE name"},
	{"type", FIELD_CHOICE, offsetof(struct create_sequence, options.type), .choices = types,
         .fallback = "bigint", .sql = "AS type"},
	{"options", FIELD_PART, offsetof(struct create_sequence, options),
         .shape = &sequence_options_shape},
	{"owned_by", FIELD_TEXT, offsetof(struct create_sequence, owned_by), .fallback = "none",
         .sql = "OWNED BY t.c",
         .doc = "A column, \"t.c\": the sequence is dropped with it. Also \"none\"."},
	{"temporary", FIELD_BOOL, offsetof(struct create_sequence, temporary), .fallback = "false",
         .sql = "TEMPORARY"},
	{"unlogged", FIELD_BOOL, offsetof(struct create_sequence, unlogged), .fallback = "false",
         .sql = "UNLOGGED", .doc = "PostgreSQL 15 and later."},
	{"if_not_exists", FIELD_BOOL, offsetof(struct create_sequence, if_not_exists),
         .fallback = "false", .sql = "IF NOT EXISTS"},
	{"comment", FIELD_TEXT, offsetof(struct create_sequence, comment), .fallback = "none",
         .sql = "COMMENT ON SEQUENCE name IS 'comment'"},
	{0},
};

static struct op *
create_from_sql(const struct clause *c)
{
	struct reference owner = {0};
	const PgQuery__CreateSeqStmt *stmt;
	struct create_sequence *op;

	if (c->node->node_case != PG_QUERY__NODE__NODE_CREATE_SEQ_STMT)
		return NULL;
	stmt = c->node->create_seq_stmt;
	op = op_new(&create_sequence, c->at);
	op->name = range_qname(stmt->sequence);
	sequence_options_from_sql(stmt->options, stmt->n_options, &op->options, &owner);
	op->owned_by = owner_text(&owner);
	op->temporary = *stmt->sequence->relpersistence == 't';
	op->unlogged = *stmt->sequence->relpersistence == 'u';
	op->if_not_exists = stmt->if_not_exists;
	return &op->op;
}

static enum applied
create_apply(struct op *o, struct schema *s)
{
	struct create_sequence *op = (struct create_sequence *)o;
	struct qname full = schema_full(s, op->name);
	struct sequence *q = alloc(sizeof *q);
	enum applied result;
	const char *wrong;
	struct numbers n;

	if (op->if_not_exists && schema_find(s, SPACE_RELATION, full))
		return APPLIED;
	wrong = set(&n, &op->options, true);
	if (wrong)
		return op_error(o, "%s", wrong);
	/* gone with the session, and over any of its name until then */
	if (op->temporary) {
		schema_excuse(s, op->name.name);
		return APPLIED;
	}
	result = need_schema(o, s, op->name);
	if (result == APPLIED)
		result = need_free_name(o, s, SPACE_RELATION, op->name);
	if (result == APPLIED && op->owned_by)
		result = need_owner(o, s, full, op->owned_by, &q->owned_by);
	if (result != APPLIED)
		return result;
	q->object.noun = &sequence_noun;
	q->object.id = schema_id(s);
	q->object.at = o->at;
	q->object.name = full;
	q->object.comment = op->comment && *op->comment ? op->comment : NULL;
	q->options = said(&n);
	q->persistence = op->unlogged ? "unlogged" : NULL;
	schema_put(s, &q->object);
	return APPLIED;
}

static void
create_render(const struct op *o, struct list *steps)
{
	const struct create_sequence *op = (const struct create_sequence *)o;
	char *name = sql_qname(op->name);
	struct buf b = {0};

	buf_fmt(&b, "CREATE %sSEQUENCE %s%s%s",
	        op->temporary  ? "TEMPORARY "
	        : op->unlogged ? "UNLOGGED "
	                       : "",
	        op->if_not_exists ? "IF NOT EXISTS " : "", name,
	        sequence_options_sql(&op->options));
	if (op->owned_by)
		buf_fmt(&b, " OWNED BY %s", owner_sql(op->owned_by));
	step_add(steps, o, name, buf_str(&b));
	if (op->comment)
		step_add(steps, o, name,
		         strf("COMMENT ON SEQUENCE %s IS %s", name, sql_literal(op->comment)));
}

static int
create_finish(void *item)
{
	struct create_sequence *op = item;

	if (!op->temporary || !op->unlogged)
		return 0;
	op_error(&op->op, "temporary and unlogged exclude each other");
	return -1;
}

static const struct op_class create_sequence = {
	.shape = {"create_sequence", CALL_ARGUMENTS, sizeof(struct create_sequence), create_fields,
                  .finish = create_finish, .page = "sql-createsequence.html",
                  .doc = "Makes a sequence."},
	.from_sql = create_from_sql,
	.apply = create_apply,
	.render = create_render,
};

/* ---- alter_sequence ---- */

static const struct field alter_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct alter_sequence, name), 1, .required = true,
         .sql = "ALTER SEQUENCE name"},
	{"type", FIELD_CHOICE, offsetof(struct alter_sequence, options.type), .choices = types,
         .fallback = "as it is", .sql = "AS type",
         .doc = "A bound that was the former type's becomes the new one's."},
	{"options", FIELD_PART, offsetof(struct alter_sequence, options),
         .shape = &sequence_options_shape},
	{"restart", FIELD_VALUE, offsetof(struct alter_sequence, restart), .fallback = "as it is",
         .sql = "RESTART, or RESTART WITH restart",
         .doc = "true begins again at its start; a number is the next value. Where it stood before is not known, so there is no "
                "way back."},
	{"owned_by", FIELD_TEXT, offsetof(struct alter_sequence, owned_by), .fallback = "as it is",
         .sql = "OWNED BY t.c, or OWNED BY NONE"},
	{"unlogged", FIELD_ANSWER, offsetof(struct alter_sequence, unlogged),
         .fallback = "as it is", .sql = "SET UNLOGGED or SET LOGGED",
         .doc = "PostgreSQL 15 and later."},
	{"if_exists", FIELD_BOOL, offsetof(struct alter_sequence, if_exists), .fallback = "false",
         .sql = "IF EXISTS"},
	{0},
};

static bool
restarts(const struct alter_sequence *op)
{
	return op->restart &&
	       !(op->restart->type == VALUE_BOOL && strcmp(op->restart->text, "false") == 0);
}

static int
alter_finish(void *item)
{
	struct alter_sequence *op = item;

	if (op->restart && op->restart->type != VALUE_BOOL && op->restart->type != VALUE_NUMBER) {
		op_error(&op->op, "restart is true or a number");
		return -1;
	}
	if (!says_nothing(&op->options) || op->restart || op->owned_by || op->unlogged)
		return 0;
	op_error(&op->op, "says nothing to change");
	return -1;
}

static struct value *
restart_from_sql(PgQuery__Node *const *options, size_t n, struct loc at)
{
	const PgQuery__DefElem *e;
	const char *text;
	struct value *v;
	size_t i;

	for (i = 0; i < n; i++) {
		e = options[i]->def_elem;
		if (strcmp(e->defname, "restart") != 0)
			continue;
		text = node_number(e->arg);
		v = alloc(sizeof *v);
		v->at = at;
		v->type = text ? VALUE_NUMBER : VALUE_BOOL;
		v->text = text ? text : "true";
		return v;
	}
	return NULL;
}

/* ALTER SEQUENCE s SET UNLOGGED is an ALTER TABLE to the grammar */
static struct op *
set_logged_from_sql(const struct clause *c)
{
	const PgQuery__AlterTableStmt *stmt = c->node->alter_table_stmt;
	struct alter_sequence *op;
	bool unlogged;

	if (stmt->objtype != PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE)
		return NULL;
	unlogged = c->command->subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_SetUnLogged;
	if (!unlogged && c->command->subtype != PG_QUERY__ALTER_TABLE_TYPE__AT_SetLogged)
		return NULL;
	op = op_new(&alter_sequence, c->at);
	op->name = range_qname(stmt->relation);
	op->unlogged = unlogged ? YES : NO;
	op->if_exists = stmt->missing_ok;
	return &op->op;
}

static struct op *
alter_from_sql(const struct clause *c)
{
	struct reference owner = {0};
	const PgQuery__AlterSeqStmt *stmt;
	struct alter_sequence *op;

	if (c->node->node_case == PG_QUERY__NODE__NODE_ALTER_TABLE_STMT && c->command)
		return set_logged_from_sql(c);
	if (c->node->node_case != PG_QUERY__NODE__NODE_ALTER_SEQ_STMT)
		return NULL;
	stmt = c->node->alter_seq_stmt;
	op = op_new(&alter_sequence, c->at);
	op->name = range_qname(stmt->sequence);
	sequence_options_from_sql(stmt->options, stmt->n_options, &op->options, &owner);
	op->owned_by = owner_text(&owner);
	op->restart = restart_from_sql(stmt->options, stmt->n_options, c->at);
	op->if_exists = stmt->missing_ok;
	return &op->op;
}

/* RESTART WITH n must be within the bounds */
static enum applied
need_restart(const struct alter_sequence *op, const struct sequence_options *o)
{
	struct numbers n;
	const char *wrong;
	long long at;

	if (!op->restart || op->restart->type != VALUE_NUMBER || set(&n, o, true))
		return APPLIED;
	wrong = number("restart", op->restart->text, &at);
	if (!wrong && at < n.min)
		wrong = strf("restart %lld is below min_value %lld", at, n.min);
	if (!wrong && at > n.max)
		wrong = strf("restart %lld is above max_value %lld", at, n.max);
	return wrong ? op_error(&op->op, "%s", wrong) : APPLIED;
}

static enum applied
alter_options(const struct alter_sequence *op, struct sequence_options *o)
{
	const char *wrong;

	*o = sequence_options_alter(o, &op->options, &wrong);
	return wrong ? op_error(&op->op, "%s", wrong) : need_restart(op, o);
}

static enum applied
alter_own(const struct alter_sequence *op, struct schema *s, const struct target *t)
{
	struct sequence *q = (struct sequence *)object_copy(&t->sequence->object);
	enum applied result = alter_options(op, &q->options);

	if (result == APPLIED && op->owned_by)
		result = need_owner(&op->op, s, q->object.name, op->owned_by, &q->owned_by);
	if (result != APPLIED)
		return result;
	if (op->unlogged)
		q->persistence = op->unlogged == YES ? "unlogged" : NULL;
	schema_put(s, &q->object);
	return APPLIED;
}

static enum applied
alter_identity(const struct alter_sequence *op, struct schema *s, const struct target *t)
{
	enum applied result;
	struct table *changed;
	struct identity *i;
	bool other;

	if (op->owned_by)
		return op_error(
			&op->op,
			"%s is the sequence of the identity column '%s.%s': its owner cannot change",
			plain_qname(t->name), t->table->object.name.name, identity_column(t)->name);
	i = change_identity(t, &changed);
	i->options.type = identity_column(t)->type;
	result = alter_options(op, &i->options);
	if (result != APPLIED)
		return result;
	/* an identity's type is its column's; that it has another, or is unlogged, is not followed */
	other = !same(i->options.type ? i->options.type : "bigint", identity_column(t)->type);
	i->options.type = NULL;
	schema_put(s, &changed->object);
	return other || op->unlogged ? UNKNOWN : APPLIED;
}

static enum applied
alter_apply(struct op *o, struct schema *s)
{
	struct alter_sequence *op = (struct alter_sequence *)o;
	enum applied result;
	struct target t;

	if (op->if_exists && !schema_find(s, SPACE_RELATION, op->name))
		return schema_excused(s, op->name) ? UNKNOWN : APPLIED;
	result = need_sequence(o, s, op->name, &t);
	if (result != APPLIED)
		return result;
	return t.sequence ? alter_own(op, s, &t) : alter_identity(op, s, &t);
}

static void
alter_render(const struct op *o, struct list *steps)
{
	const struct alter_sequence *op = (const struct alter_sequence *)o;
	const char *exists = op->if_exists ? "IF EXISTS " : "";
	char *name = sql_qname(op->name);
	struct buf b = {0};

	buf_add(&b, sequence_options_sql(&op->options));
	if (restarts(op))
		buf_add(&b, op->restart->type == VALUE_NUMBER
		                    ? strf(" RESTART WITH %s", op->restart->text)
		                    : " RESTART");
	if (op->owned_by)
		buf_fmt(&b, " OWNED BY %s", owner_sql(op->owned_by));
	if (b.n)
		step_lock(step_add(steps, o, name,
		                   strf("ALTER SEQUENCE %s%s%s", exists, name, buf_str(&b))),
		          LOCK_SHARE_ROW_EXCLUSIVE, op->name);
	if (op->unlogged)
		step_lock(step_add(steps, o, name,
		                   strf("ALTER SEQUENCE %s%s SET %s", exists, name,
		                        op->unlogged == YES ? "UNLOGGED" : "LOGGED")),
		          LOCK_ACCESS_EXCLUSIVE, op->name);
}

static bool
alter_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	(void)s;
	(void)down;
	if (restarts((const struct alter_sequence *)o))
		gap_add(gaps, o->at, "alter_sequence: where it stood before restart is not known");
	return false;
}

static const struct op_class alter_sequence = {
	.shape = {"alter_sequence", CALL_ARGUMENTS, sizeof(struct alter_sequence), alter_fields,
                  .finish = alter_finish, .page = "sql-altersequence.html",
                  .doc = "Changes a sequence, also the one behind an identity or serial column."},
	.from_sql = alter_from_sql,
	.apply = alter_apply,
	.render = alter_render,
	.invert = alter_invert,
};

/* ---- drop_sequence ---- */

static const struct field drop_fields[] = {
	{"name", FIELD_QNAMES, offsetof(struct drop_sequence, names), 1, .required = true,
         .sql = "DROP SEQUENCE name, …"},
	{"if_exists", FIELD_BOOL, offsetof(struct drop_sequence, if_exists), .fallback = "false",
         .sql = "IF EXISTS"},
	{"cascade", FIELD_BOOL, offsetof(struct drop_sequence, cascade), .fallback = "false",
         .sql = "CASCADE", .doc = "Drops the defaults that take from it."},
	{0},
};

static struct op *
drop_from(const struct clause *c)
{
	struct drop_sequence *op;

	if (!drops(c, PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE))
		return NULL;
	op = op_new(&drop_sequence, c->at);
	drop_read(c, &op->names, &op->if_exists, &op->cascade);
	return &op->op;
}

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

/* the place of a column of the table whose default takes from the sequence, or the number of columns */
static size_t
taker(const struct schema *s, const struct table *t, const struct object *sequence)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (c->default_value && c->default_value->type == VALUE_SQL &&
		    expression_uses_sequence(s, c->default_value->text, sequence))
			break;
	}
	return i;
}

/* tables that may have such a column: struct table */
static struct list
takers(const struct schema *s, const struct object *sequence)
{
	struct list tables = {0};

	schema_linked(s, LINK_SEQUENCE, (struct qname){"", sequence->name.name}, &tables);
	return tables;
}

static void
drop_defaults(struct schema *s, const struct object *sequence, const struct table *t)
{
	struct table *changed = (struct table *)object_copy(&t->object);
	struct column *c;
	size_t i;

	for (i = taker(s, changed, sequence); i < changed->columns.n;
	     i = taker(s, changed, sequence)) {
		c = element_copy(&changed->columns, i, sizeof *c);
		c->default_value = NULL;
	}
	schema_put(s, &changed->object);
}

static void
remove_cascading(struct schema *s, struct object *sequence)
{
	struct list tables = takers(s, sequence);
	const struct table *t;
	size_t i;

	for (i = 0; i < tables.n; i++) {
		t = tables.v[i];
		if (taker(s, t, sequence) < t->columns.n)
			drop_defaults(s, sequence, t);
	}
	schema_remove(s, sequence);
}

/* no default may take from it */
static enum applied
need_free(const struct drop_sequence *op, const struct schema *s, const struct object *sequence)
{
	struct list tables = takers(s, sequence);
	const struct table *t;
	size_t i, at;

	for (i = 0; i < tables.n; i++) {
		t = tables.v[i];
		at = taker(s, t, sequence);
		if (at < t->columns.n)
			return op_error(
				&op->op,
				"the default of column '%s.%s' takes from sequence %s; drop that first, or say cascade = true",
				t->object.name.name, ((struct column *)t->columns.v[at])->name,
				plain_qname(sequence->name));
	}
	return APPLIED;
}

static enum applied
drop_one(struct drop_sequence *op, struct schema *s, struct qname name)
{
	enum applied result;
	struct target t;

	if (!schema_find(s, SPACE_RELATION, name) && (op->if_exists || op->owned)) {
		op->gone = op->owned;
		return schema_excused(s, name) ? UNKNOWN : APPLIED;
	}
	result = need_sequence(&op->op, s, name, &t);
	if (result != APPLIED)
		return result;
	if (!t.sequence)
		return op_error(
			&op->op,
			"%s is the sequence of the identity column '%s.%s', and goes with its identity",
			plain_qname(name), t.table->object.name.name, identity_column(&t)->name);
	if (!op->cascade)
		result = need_free(op, s, &t.sequence->object);
	if (result == APPLIED)
		remove_cascading(s, s->by_id.v[t.sequence->object.id]);
	return result;
}

static enum applied
drop_apply(struct op *o, struct schema *s)
{
	struct drop_sequence *op = (struct drop_sequence *)o;
	enum applied result = APPLIED, one;
	size_t i;

	for (i = 0; i < op->names.n; i++) {
		one = drop_one(op, s, *(struct qname *)op->names.v[i]);
		if (one == REFUSED)
			return REFUSED;
		if (one != APPLIED)
			result = one;
	}
	return result;
}

static void
drop_render(const struct op *o, struct list *steps)
{
	const struct drop_sequence *op = (const struct drop_sequence *)o;
	const char *names = qnames_sql(&op->names);
	struct step *step;

	if (op->gone)
		return;
	step = step_add(steps, o, names, drop_sql("SEQUENCE", names, op->if_exists, op->cascade));
	step_lock(step, LOCK_ACCESS_EXCLUSIVE, *(struct qname *)op->names.v[0]);
	step->flags |= STEP_LOSES_DATA;
}

static const struct op_class drop_sequence = {
	.shape = {"drop_sequence", CALL_ARGUMENTS, sizeof(struct drop_sequence), drop_fields,
                  .page = "sql-dropsequence.html", .doc = "Drops one sequence or several."},
	.from_sql = drop_from,
	.apply = drop_apply,
	.render = drop_render,
};

/* ---- rename_sequence ---- */

static const struct field rename_fields[] = {
	{"name", FIELD_QNAME, offsetof(struct rename_sequence, name), 1, .required = true,
         .sql = "ALTER SEQUENCE name RENAME TO to"},
	{"to", FIELD_QNAME, offsetof(struct rename_sequence, to), 2, .required = true,
         .sql = "ALTER SEQUENCE name SET SCHEMA …, where it names another schema",
         .doc = "Stays in its schema where none is named."},
	{0},
};

static struct op *
rename_from(const struct clause *c)
{
	const PgQuery__RenameStmt *stmt =
		rename_from_sql(c, PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE);
	const PgQuery__AlterObjectSchemaStmt *move = NULL;
	struct rename_sequence *op;

	if (!stmt && c->node->node_case == PG_QUERY__NODE__NODE_ALTER_OBJECT_SCHEMA_STMT)
		move = c->node->alter_object_schema_stmt;
	if (!stmt && (!move || move->object_type != PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE))
		return NULL;
	op = op_new(&rename_sequence, c->at);
	op->name = range_qname(stmt ? stmt->relation : move->relation);
	if (stmt)
		op->to = (struct qname){NULL, stmt->newname};
	else
		op->to = (struct qname){move->newschema, op->name.name};
	return &op->op;
}

static void
put_renamed(struct schema *s, const struct target *t, struct qname to)
{
	struct table *changed;
	struct object *o;

	if (t->sequence) {
		o = object_copy(&t->sequence->object);
		o->name = to;
	} else {
		change_identity(t, &changed)->sequence = to.name;
		o = &changed->object;
	}
	schema_put(s, o);
	rename_references(s, SPACE_RELATION, t->name, to);
}

static enum applied
rename_apply(struct op *o, struct schema *s)
{
	struct rename_sequence *op = (struct rename_sequence *)o;
	struct qname to = op->to;
	enum applied result;
	struct target t;

	result = need_sequence(o, s, op->name, &t);
	if (result != APPLIED)
		return result;
	if (to.schema && same(to.schema, t.name.schema) && same(to.name, t.name.name))
		return APPLIED;
	if (!to.schema)
		to.schema = t.name.schema;
	if (!same(to.schema, t.name.schema) && (!t.sequence || t.sequence->owned_by.table.name))
		return op_error(o, "sequence %s has an owner, and moves with its table",
		                plain_qname(op->name));
	result = need_schema(o, s, to);
	if (result == APPLIED)
		result = need_free_name(o, s, SPACE_RELATION, to);
	if (result != APPLIED)
		return result;
	op->name = t.name;
	op->to = to;
	put_renamed(s, &t, to);
	return APPLIED;
}

static void
rename_render(const struct op *o, struct list *steps)
{
	const struct rename_sequence *op = (const struct rename_sequence *)o;
	struct qname name = op->name;
	char *label = sql_qname(name);

	if (!same(name.name, op->to.name))
		step_lock(step_add(steps, o, label,
		                   strf("ALTER SEQUENCE %s RENAME TO %s", label,
		                        sql_name(op->to.name))),
		          LOCK_ACCESS_EXCLUSIVE, name);
	name.name = op->to.name;
	if (op->to.schema && !same(name.schema, op->to.schema))
		step_lock(step_add(steps, o, label,
		                   strf("ALTER SEQUENCE %s SET SCHEMA %s", sql_qname(name),
		                        sql_name(op->to.schema))),
		          LOCK_ACCESS_EXCLUSIVE, name);
}

/* by name, for the defaults that followed go back by themselves */
static bool
rename_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct rename_sequence *op = (const struct rename_sequence *)o;
	struct rename_sequence *back = op_new(&rename_sequence, o->at);

	(void)s;
	(void)gaps;
	back->name = op->to;
	back->to = op->name;
	list_add(down, back);
	return true;
}

static const struct op_class rename_sequence = {
	.shape = {"rename_sequence", CALL_ARGUMENTS, sizeof(struct rename_sequence), rename_fields,
                  .page = "sql-altersequence.html",
                  .doc = "Renames a sequence, or moves it to another schema; defaults follow."},
	.from_sql = rename_from,
	.apply = rename_apply,
	.render = rename_render,
	.invert = rename_invert,
};

/* ---- the noun ---- */

static void
own(struct diff *d, struct qname name, const struct reference *owner)
{
	struct alter_sequence *op = op_new(&alter_sequence, d->at);

	op->name = name;
	op->owned_by = owner->table.name ? owner_text(owner) : "none";
	diff_add(d, PHASE_OWN_SEQUENCE, op);
}

/* a temporary table's: it is gone before anything could be undone */
static bool
is_temporary(const struct sequence *q)
{
	return same(q->persistence, "temporary");
}

static void
create(struct diff *d, const struct object *o)
{
	const struct sequence *q = (const struct sequence *)o;
	struct create_sequence *op = op_new(&create_sequence, d->at);

	if (is_temporary(q))
		return;
	op->name = o->name;
	op->options = q->options;
	op->unlogged = q->persistence != NULL;
	diff_add(d, PHASE_CREATE_SEQUENCE, op);
	if (q->owned_by.table.name)
		own(d, o->name, &q->owned_by);
	comment_add(d, "sequence", sql_qname(o->name), NULL, o->comment);
}

static void
drop(struct diff *d, const struct object *o)
{
	struct drop_sequence *op = op_new(&drop_sequence, d->at);

	if (is_temporary((const struct sequence *)o))
		return;
	list_add(&op->names, copy(&o->name, sizeof o->name));
	op->owned = ((const struct sequence *)o)->owned_by.table.name != NULL;
	diff_add(d, PHASE_DROP_SEQUENCE, op);
}

static void
alter_difference(struct diff *d, const struct sequence *from, const struct sequence *to)
{
	struct alter_sequence *op = op_new(&alter_sequence, d->at);

	op->name = to->object.name;
	op->options = sequence_options_difference(&from->options, &to->options);
	if (!same(from->persistence, to->persistence))
		op->unlogged = to->persistence ? YES : NO;
	if (!says_nothing(&op->options) || op->unlogged)
		diff_add(d, PHASE_CREATE_SEQUENCE, op);
}

static bool
same_owner(const struct reference *a, const struct reference *b)
{
	return same(a->table.name, b->table.name) && strs_same(&a->columns, &b->columns);
}

static void
alter(struct diff *d, const struct object *from, const struct object *to)
{
	const struct sequence *a = (const struct sequence *)from;
	const struct sequence *b = (const struct sequence *)to;
	struct rename_sequence *op;

	if (is_temporary(b))
		return;
	/* with an owner it moves to another schema by itself */
	if (!same(from->name.name, to->name.name) ||
	    (!same(from->name.schema, to->name.schema) && !b->owned_by.table.name)) {
		op = op_new(&rename_sequence, d->at);
		op->name = from->name;
		op->to = to->name;
		diff_add(d, PHASE_RENAME, op);
	}
	alter_difference(d, a, b);
	/* while time passes an owner changes its name more often than a sequence its owner, and then there is nothing to do; where
	   it is the other way round, the comparison by name that follows will see it */
	if (!same_owner(&a->owned_by, &b->owned_by) &&
	    (d->by_name || !a->owned_by.table.name || !b->owned_by.table.name))
		own(d, to->name, &b->owned_by);
	comment_add(d, "sequence", sql_qname(to->name), from->comment, to->comment);
}

const struct noun sequence_noun = {
	.name = "sequence",
	.space = SPACE_RELATION,
	.size = sizeof(struct sequence),
	.links = sequence_links,
	.remove = remove_cascading,
	.create = create,
	.drop = drop,
	.alter = alter,
};

const struct op_class *const sequence_ops[] = {&create_sequence, &alter_sequence, &drop_sequence,
                                               &rename_sequence, NULL};
