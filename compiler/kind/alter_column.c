/* alter_column: a column's type, default, NOT NULL, identity and the rest, as one ALTER TABLE.

   The order of its actions does not matter to the server, which runs them by passes: what is taken away, then the type,
   then what is added. So a default that is given together with a type is dropped before and set behind it. */
#include <string.h>
#include <strings.h>

#include "../input.h"
#include "alter_column.h"

static const struct op_class alter_column;

/* ---- the shape ---- */

static const char *const identities[] = {"always", "by default", NULL};
static const char *const at_start[] = {"true", NULL};

static const struct field identity_fields[] = {
	{"when", FIELD_CHOICE, offsetof(struct new_identity, identity.when), 1,
         .choices = identities, .fallback = "as it is",
         .sql = "ADD GENERATED when AS IDENTITY | SET GENERATED when",
         .doc = "Required where the column is no identity yet."},
	{"sequence_name", FIELD_NAME, offsetof(struct new_identity, identity.sequence),
         .fallback = "table_column_seq", .sql = "(SEQUENCE NAME sequence_name)"},
	{"options", FIELD_PART, offsetof(struct new_identity, identity.options),
         .shape = &sequence_options_shape},
	{"restart", FIELD_INT, offsetof(struct new_identity, restart), .choices = at_start,
         .fallback = "goes on", .sql = "RESTART, or RESTART WITH restart",
         .doc = "true begins again at its start; a number is the next value. Where it stood before is not known, so there is no way back."},
	{0},
};

static const struct shape new_identity_shape = {
	"identity",
	CALL_TABLE,
	sizeof(struct new_identity),
	identity_fields,
	.title = "new_identity",
	.page = "sql-altertable.html",
	.doc = "Makes a column an identity, or changes how it is one."};

static const struct field fields[] = {
	{"table", FIELD_PART, offsetof(struct alter_column, altered), 1, .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct alter_column, name), 2, .required = true,
         .sql = "ALTER COLUMN name"},
	{"type", FIELD_TYPE, offsetof(struct alter_column, type), .fallback = "unchanged",
         .sql = "TYPE type"},
	{"using", FIELD_SQL, offsetof(struct alter_column, using), .fallback = "a cast to the type",
         .sql = "USING using", .doc = "Of type."},
	{"collation", FIELD_TEXT, offsetof(struct alter_column, collation),
         .fallback = "the type's own", .sql = "COLLATE \"collation\"", .doc = "Of type."},
	{"default", FIELD_VALUE, offsetof(struct alter_column, default_value), .nullable = true,
         .fallback = "unchanged", .sql = "SET DEFAULT default | DROP DEFAULT",
         .doc = "null takes it away."},
	{"not_null", FIELD_ANSWER, offsetof(struct alter_column, not_null), .fallback = "unchanged",
         .sql = "SET NOT NULL | DROP NOT NULL"},
	{"identity", FIELD_ITEM, offsetof(struct alter_column, identity), .nullable = true,
         .shape = &new_identity_shape, .fallback = "unchanged",
         .sql = "ADD GENERATED … AS IDENTITY | SET … | DROP IDENTITY",
         .doc = "null makes it an ordinary column."},
	{"generated", FIELD_SQL, offsetof(struct alter_column, generated), .nullable = true,
         .fallback = "unchanged", .sql = "DROP EXPRESSION",
         .doc = "Only null: makes it an ordinary column, with the values that it has."},
	{"storage", FIELD_CHOICE, offsetof(struct alter_column, storage),
         .choices = column_storages, .fallback = "unchanged", .sql = "SET STORAGE storage"},
	{"compression", FIELD_CHOICE, offsetof(struct alter_column, compression),
         .choices = column_compressions, .fallback = "unchanged",
         .sql = "SET COMPRESSION compression"},
	{"statistics", FIELD_INT, offsetof(struct alter_column, statistics),
         .fallback = "unchanged", .sql = "SET STATISTICS statistics",
         .doc = "-1 is the server's default."},
	{"options", FIELD_PARAMETERS, offsetof(struct alter_column, options),
         .fallback = "unchanged", .sql = "SET (n_distinct = …)"},
	{"reset", FIELD_NAMES, offsetof(struct alter_column, reset), .fallback = "none",
         .sql = "RESET (reset, …)", .doc = "Names of options."},
	{"comment", FIELD_TEXT, offsetof(struct alter_column, comment), .nullable = true,
         .fallback = "unchanged", .sql = "COMMENT ON COLUMN table.name IS 'comment'",
         .doc = "null takes it away."},
	{"if_exists", FIELD_BOOL, offsetof(struct alter_column, if_exists), .fallback = "false",
         .sql = "DROP IDENTITY IF EXISTS, DROP EXPRESSION IF EXISTS",
         .doc = "Of identity = null and generated = null."},
	{0},
};

static int
finish(void *item)
{
	struct alter_column *op = item;
	struct qname collation;
	const char *why;

	why = op->collation ? qname_parse(op->collation, &collation) : NULL;
	if (why)
		return op_error(&op->op, E_NO_OBJECT, "collation '%s': %s", op->collation, why);
	if (op->collation)
		op->collation = sql_qname(collation);
	if ((op->using || op->collation) && !op->type)
		return op_error(&op->op, E_EXCLUDE, "%s says nothing without type",
		                op->using ? "using" : "collation");
	if (op->generated && *op->generated)
		return op_error(
			&op->op, E_GENERATED,
			"a column cannot be made a generated one, and its expression cannot be changed: "
			"drop it and add it anew; generated = null makes it an ordinary column");
	return 0;
}

/* ---- from the parse tree ---- */

/* what null and DROP IDENTITY leave is nowhere */
static struct new_identity *
identity_new(const struct clause *c, PgQuery__Node *const *options, size_t n)
{
	struct new_identity *i = alloc(sizeof *i);
	const PgQuery__DefElem *e;
	struct strs texts;
	size_t k;

	i->identity.at = c->at;
	identity_from_sql(options, n, &i->identity);
	for (k = 0; k < n; k++) {
		e = options[k]->def_elem;
		texts = (struct strs){0};
		node_parameters(&options[k], 1, &texts);
		if (strcmp(e->defname, "restart") == 0)
			i->restart = e->arg ? texts.v[0] + strlen("restart=") : *at_start;
		if (strcmp(e->defname, "generated") == 0 && e->arg)
			i->identity.when =
				e->arg->integer->ival == 'a' ? identities[0] : identities[1];
	}
	return i;
}

/* more than one action of the clause's statement changes a type */
static bool
is_one_of_several(const struct clause *c)
{
	const PgQuery__AlterTableStmt *stmt = c->node->alter_table_stmt;
	size_t i, n = 0;

	for (i = 0; i < stmt->n_cmds; i++)
		n += stmt->cmds[i]->alter_table_cmd->subtype == c->command->subtype;
	return n > 1;
}

static void
take_type(struct alter_column *op, const PgQuery__ColumnDef *def)
{
	op->type = type_sql(def->type_name);
	if (def->coll_clause)
		op->collation = sql_qname(
			list_qname(def->coll_clause->collname, def->coll_clause->n_collname));
	if (def->raw_default)
		op->using = node_sql(def->raw_default);
}

static void
take_new_identity(struct alter_column *op, const struct clause *c)
{
	const PgQuery__Constraint *def = c->command->def->constraint;

	op->manner = ADD_IDENTITY;
	op->identity = identity_new(c, def->options, def->n_options);
	op->identity->identity.when = *def->generated_when == 'a' ? identities[0] : identities[1];
}

static void
take_parameter_names(PgQuery__Node *const *nodes, size_t n, struct strs *out)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (nodes[i]->node_case == PG_QUERY__NODE__NODE_DEF_ELEM)
			strs_add(out, nodes[i]->def_elem->defname);
}

static struct value *
no_value(struct loc at)
{
	struct value *v = alloc(sizeof *v);

	v->at = at;
	v->type = VALUE_NULL;
	return v;
}

/* however it is written */
static const char *
storage_from_sql(const char *said)
{
	size_t i;

	for (i = 0; column_storages[i]; i++)
		if (strcasecmp(column_storages[i], said) == 0)
			return column_storages[i];
	return said;
}

/* false where the command is not one of a column's */
static bool
take_command(struct alter_column *op, const struct clause *c)
{
	const PgQuery__AlterTableCmd *cmd = c->command;
	const PgQuery__Node *def = cmd->def;

	switch (cmd->subtype) {
	case PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnType:
		take_type(op, def->column_def);
		op->several = is_one_of_several(c);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_ColumnDefault:
		op->default_value = def ? default_from_sql(def, c->at) : no_value(c->at);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetNotNull:
		op->not_null = YES;
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_DropNotNull:
		op->not_null = NO;
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_AddIdentity:
		take_new_identity(op, c);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetIdentity:
		op->manner = SET_IDENTITY;
		op->identity = identity_new(c, def->list->items, def->list->n_items);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_DropIdentity:
		op->identity = alloc(sizeof *op->identity);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_DropExpression:
		op->generated = "";
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetStatistics:
		op->statistics = strf("%d", def->integer->ival);
		return *cmd->name;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetStorage:
		op->storage = storage_from_sql(node_string(def));
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetCompression:
		op->compression = node_string(def);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_SetOptions:
		node_parameters(def->list->items, def->list->n_items, &op->options);
		return true;
	case PG_QUERY__ALTER_TABLE_TYPE__AT_ResetOptions:
		take_parameter_names(def->list->items, def->list->n_items, &op->reset);
		return true;
	default:
		return false;
	}
}

static struct op *
from_sql(const struct clause *c)
{
	struct alter_column *op;
	struct altered a;

	if (!c->command || !altered_from_sql(c, c->command->subtype, &a))
		return NULL;
	op = op_new(&alter_column, c->at);
	op->altered = a;
	op->name = c->command->name;
	op->if_exists = c->command->missing_ok;
	return take_command(op, c) ? &op->op : NULL;
}

/* ---- render ---- */

/* SET START WITH 5 SET CACHE 3 …: each option by itself */
static void
set_options(struct buf *b, const struct sequence_options *o)
{
	struct sequence_options one[7] = {0};
	const char *sql;
	size_t i;

	one[0].type = o->type;
	one[1].start = o->start;
	one[2].increment = o->increment;
	one[3].min_value = o->min_value;
	one[4].max_value = o->max_value;
	one[5].cache = o->cache;
	one[6].cycle = o->cycle;
	for (i = 0; i < LEN(one); i++) {
		sql = sequence_options_sql(&one[i]);
		if (*sql)
			buf_fmt(b, " SET%s", sql);
	}
}

static char *
set_identity_sql(const struct new_identity *i)
{
	struct buf b = {0};

	if (i->identity.when)
		buf_fmt(&b, " SET GENERATED %s",
		        same(i->identity.when, identities[0]) ? "ALWAYS" : "BY DEFAULT");
	set_options(&b, &i->identity.options);
	if (i->restart)
		buf_add(&b, same(i->restart, *at_start) ? " RESTART"
		                                        : strf(" RESTART WITH %s", i->restart));
	return buf_str(&b);
}

static void
identity_actions(const struct alter_column *op, const char *alter, struct strs *out)
{
	const struct identity *to = op->to->identity;
	bool named;

	if (!op->identity || !to)
		return;
	if (!op->from->identity) {
		named = strcmp(to->sequence,
		               sql_object_name(op->table.name, op->to->name, "seq")) != 0;
		strs_add(out, strf("%s ADD %s", alter, identity_sql(to, named)));
	} else {
		strs_add(out, strf("%s%s", alter, set_identity_sql(op->identity)));
	}
}

static void
type_actions(const struct alter_column *op, const char *alter, struct strs *out)
{
	struct buf b = {0};

	if (op->generated)
		strs_add(out,
		         strf("%s DROP EXPRESSION%s", alter, op->if_exists ? " IF EXISTS" : ""));
	if (op->identity && !op->to->identity)
		strs_add(out, strf("%s DROP IDENTITY%s", alter, op->if_exists ? " IF EXISTS" : ""));
	if (op->from->default_value && op->default_value && (op->type || !op->to->default_value))
		strs_add(out, strf("%s DROP DEFAULT", alter));
	if (!op->type)
		return;
	buf_fmt(&b, "%s TYPE %s", alter, op->type);
	if (op->collation)
		buf_fmt(&b, " COLLATE %s", op->collation);
	if (op->using)
		buf_fmt(&b, " USING %s", op->using);
	strs_add(out, buf_str(&b));
}

static void
other_actions(const struct alter_column *op, const char *alter, struct strs *out)
{
	if (op->storage)
		strs_add(out, strf("%s SET STORAGE %s", alter, op->storage));
	if (op->compression)
		strs_add(out, strf("%s SET COMPRESSION %s", alter, op->compression));
	if (op->statistics)
		strs_add(out, strf("%s SET STATISTICS %s", alter, op->statistics));
	if (op->options.n)
		strs_add(out, strf("%s SET%s", alter, sql_parameters(&op->options)));
	if (op->reset.n)
		strs_add(out, strf("%s RESET (%s)", alter, strs_join(&op->reset, ", ")));
}

static struct strs
actions(const struct alter_column *op)
{
	const char *alter = strf("ALTER COLUMN %s", sql_name(op->name));
	struct strs out = {0};

	type_actions(op, alter, &out);
	if (op->default_value && op->to->default_value)
		strs_add(&out, strf("%s SET DEFAULT %s", alter,
		                    default_sql(op->to->default_value, op->to->type)));
	if (op->not_null != UNSAID)
		strs_add(&out, strf("%s %s NOT NULL", alter, op->not_null == YES ? "SET" : "DROP"));
	identity_actions(op, alter, &out);
	other_actions(op, alter, &out);
	return out;
}

/* SET STATISTICS and options let others read and write meanwhile */
static enum table_lock
lock(const struct alter_column *op)
{
	if (op->type || op->default_value || op->not_null != UNSAID || op->identity ||
	    op->generated || op->storage || op->compression)
		return LOCK_ACCESS_EXCLUSIVE;
	return LOCK_SHARE_UPDATE_EXCLUSIVE;
}

static void
render(const struct op *o, struct list *steps)
{
	const struct alter_column *op = (const struct alter_column *)o;
	const char *label = strf("%s.%s", sql_qname(op->altered.table), op->name);
	struct strs all;

	if (!op->to)
		return;
	all = actions(op);
	if (all.n)
		step_lock(step_add(steps, o, label, alter_table_sql(&op->altered, &all)), lock(op),
		          op->table);
	if (op->comment)
		step_add(steps, o, label, column_comment_sql(op->table, op->name, op->to->comment));
}

static bool
invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct alter_column *op = (const struct alter_column *)o;

	(void)s;
	(void)down;
	if (op->identity && op->identity->restart)
		gap_add(gaps, o->at,
		        "alter_column: where the sequence stood before restart is not known");
	return false;
}

static const struct op *
told(const struct op *o, const struct schema *s)
{
	struct alter_column *op = copy(o, sizeof *op);
	const char *usual = sql_object_name(op->altered.table.name, op->name, "seq");

	(void)s;
	if (op->identity && same(op->identity->identity.sequence, usual)) {
		op->identity = copy(op->identity, sizeof *op->identity);
		op->identity->identity.sequence = NULL;
	}
	op->collation = collation_told(op->collation);
	return &op->op;
}

/* the sequence that a default takes from, as SQL's constant; NULL */
static const char *
taken_from(const struct value *v)
{
	const char *begin = "nextval('", *at;

	if (!v || v->type != VALUE_SQL || strncmp(v->text, begin, strlen(begin)) != 0)
		return NULL;
	at = v->text + strlen(begin);
	return strf("'%.*s'", (int)strcspn(at, "'"), at);
}

static const char *
counts_caution(const struct alter_column *op)
{
	const char *name = sql_name(op->name), *table = sql_qname(op->altered.table);
	const char *sequence = taken_from(op->default_value);

	if (op->identity && op->to->identity && !op->from->identity)
		sequence = strf("pg_get_serial_sequence(%s, %s)", sql_literal(table),
		                sql_literal(op->name));
	else if (!sequence || taken_from(op->from->default_value))
		return NULL;
	return strf(
		"counts from its start, whatever the rows have: SELECT setval(%s, max(%s)) FROM %s",
		sequence, name, table);
}

static const char *
not_null_caution(const struct alter_column *op)
{
	const char *name = sql_name(op->name);

	return strf(
		"fails where a row has no %s: fill it in first, as in UPDATE %s SET %s = %s WHERE %s IS NULL",
		op->name, sql_qname(op->altered.table), name,
		op->to->default_value ? "DEFAULT" : "…", name);
}

static const char *
caution(const struct op *o, const struct schema *s)
{
	const struct alter_column *op = (const struct alter_column *)o;
	const char *counts = counts_caution(op), *values = NULL;
	struct strs notes = {0};

	if (op->type)
		values = retype_caution(s, op->from->type, op->type, op->using);
	if (values)
		strs_add(&notes, values);
	if (op->not_null == YES)
		strs_add(&notes, not_null_caution(op));
	if (counts)
		strs_add(&notes, counts);
	return notes.n ? strs_join(&notes, "; ") : NULL;
}

static const struct op_class alter_column = {
	.shape = {"alter_column", CALL_ARGUMENTS, sizeof(struct alter_column), fields,
                  .finish = finish, .page = "sql-altertable.html",
                  .doc = "Changes a column; what is left out stays as it is."},
	.told = told,
	.caution = caution,
	.from_sql = from_sql,
	.apply = alter_column_apply,
	.render = render,
	.invert = invert,
};

/* ---- differences ---- */

/* what stands in a constant of the type, as one way of several to write it; NULL where it is none */
static const char *
constant_plain(const struct value *v, const char *type)
{
	struct type_parts parts = type_parts(type);
	struct parse_error e = {0};
	const PgQuery__Node *tree;
	const char *cast = NULL, *text = v->text;

	if (!parts.builtin || parts.dimensions)
		return NULL;
	if (v->type != VALUE_BOOL && v->type != VALUE_NUMBER) {
		tree = parse_expression(sql_value(v, type), &e);
		text = tree ? expression_string(tree, &cast) : NULL;
	}
	if (!text || (cast && !same(cast, type)) || input_wrong(parts.name.name, text))
		return NULL;
	return input_plain(parts.name.name, text);
}

static bool
same_constant(const struct value *a, const struct value *b, const char *type)
{
	const char *of_a = constant_plain(a, type);

	return of_a && same(of_a, constant_plain(b, type));
}

/* a change of the column's type leaves its default with the cast that it had: 'x'::mood of a text that was an enum */
static bool
same_text(const struct value *a, const struct value *b)
{
	static const char *const kept[] = {"text", "character varying", "character", "name", NULL};
	const struct value *both[] = {a, b};
	const char *texts[2], *cast;
	struct parse_error e = {0};
	const PgQuery__Node *tree;
	size_t i;

	for (i = 0; i < LEN(both); i++) {
		texts[i] = both[i]->type == VALUE_STRING ? both[i]->text : NULL;
		if (both[i]->type != VALUE_SQL)
			continue;
		tree = parse_expression(both[i]->text, &e);
		texts[i] = tree ? expression_string(tree, &cast) : NULL;
		if (texts[i] && cast && type_parts(cast).builtin &&
		    !among(type_parts(cast).name.name, kept))
			texts[i] = NULL;
	}
	return texts[0] && same(texts[0], texts[1]);
}

bool
same_value(const struct value *a, const struct value *b, const char *type)
{
	const struct value *x, *y;

	if (a == b)
		return true;
	/* without a default it is NULL; of a domain that has one NULL is another */
	if (type_parts(type).builtin && !type_parts(type).modifiers.n &&
	    (!a || is_null_default(a)) && (!b || is_null_default(b)))
		return true;
	if (!a || !b)
		return false;
	if (same_tokens(sql_value(a, type), sql_value(b, type)))
		return true;
	/* 'x'::text and 'x' are the same of a text */
	x = value_told(copy(a, sizeof *a), type);
	y = value_told(copy(b, sizeof *b), type);
	return same_expression(sql_value(x, type), sql_value(y, type)) ||
	       same_constant(x, y, type) || same_text(x, y);
}

/* the same, and of a text that is one */
static const char *
constant_told(const struct value *v, const char *type)
{
	const struct value *told = value_told(copy(v, sizeof *v), type);
	bool text = same(type, "text") || same(type_parts(type).name.name, "character varying");

	return text && told->type == VALUE_STRING ? told->text : constant_plain(told, type);
}

bool
may_be_same_value(const struct value *a, const struct value *b, const char *type)
{
	if (same_value(a, b, type))
		return true;
	return a && b && (!constant_told(a, type) || !constant_told(b, type));
}

static bool
same_identity(const struct column *a, const struct column *b)
{
	struct sequence_options of_a, of_b;

	if (!a->identity || !b->identity)
		return a->identity == b->identity;
	if (!same(a->identity->when, b->identity->when))
		return false;
	of_a = identity_retyped(a, b->type);
	of_b = identity_options(b);
	/* where its type differs an ALTER SEQUENCE says all of it */
	return !same(of_a.type, of_b.type) || sequence_options_same(&of_a, &of_b);
}

/* those of the server are found first, with their schema or without */
static bool
same_collation(const char *a, const char *b)
{
	const size_t n = strlen("pg_catalog.");

	if (a && strncmp(a, "pg_catalog.", n) == 0)
		a += n;
	if (b && strncmp(b, "pg_catalog.", n) == 0)
		b += n;
	return same(a, b);
}

/* a changed type is cast back where the server would not by itself, and its default set anew */
static void
say_type(struct alter_column *op, const struct column *from, const struct column *to)
{
	if (same_column_type(from->type, to->type) &&
	    same_collation(from->collation, to->collation))
		return;
	op->type = to->type;
	op->collation = to->collation;
	if (!same(from->type, to->type) && !to->generated)
		op->using = strf("%s::%s", sql_name(to->name), to->type);
	if (to->default_value)
		op->default_value = to->default_value;
}

static struct new_identity *
changed_identity(struct loc at, const struct column *from, const struct column *to)
{
	struct new_identity *i = alloc(sizeof *i);
	struct sequence_options was, is;

	if (!to->identity)
		return i;
	i->identity = *to->identity;
	i->identity.at = at;
	if (!from->identity)
		return i;
	if (same(from->identity->when, to->identity->when))
		i->identity.when = NULL;
	was = identity_retyped(from, to->type);
	is = identity_options(to);
	i->identity.sequence = NULL;
	i->identity.options = (struct sequence_options){0};
	if (same(was.type, is.type))
		i->identity.options = sequence_options_difference(&was, &is);
	return i;
}

static void
say_storage(struct alter_column *op, const struct schema *s, const struct column *from,
            const struct column *to)
{
	/* a change of type takes these away */
	const char *storage = op->type ? NULL : from->storage;
	const char *compression = op->type ? NULL : from->compression;

	if (!same(storage, to->storage))
		op->storage = to->storage ? to->storage : type_storage(s, to->type);
	if (!same(compression, to->compression))
		op->compression = to->compression ? to->compression : "default";
	if (!same(from->statistics, to->statistics))
		op->statistics = to->statistics ? to->statistics : "-1";
	parameters_diff(&from->options, &to->options, &op->options, &op->reset);
}

static struct alter_column
new_change(struct loc at, struct qname table, const struct column *wanted, bool only_taken)
{
	return (struct alter_column){.op = {.at = at, .class = &alter_column},
	                             .altered = {.table = table},
	                             .name = wanted->name,
	                             .wanted = wanted,
	                             .only_taken = only_taken};
}

/* what makes op->wanted of `from` */
void
alter_column_say(struct alter_column *op, const struct schema *s, const struct column *from)
{
	const struct column *to = op->wanted;
	struct op said = op->op;

	*op = new_change(said.at, op->altered.table, to, op->only_taken);
	op->op = said;
	op->from = from;
	op->to = to;
	op->table = op->altered.table;
	if (!to->default_value && !(same_value(from->default_value, NULL, from->type) &&
	                            same_value(from->default_value, NULL, to->type)))
		op->default_value = no_value(op->op.at);
	if (from->generated && !to->generated)
		op->generated = "";
	/* its sequence goes before a default takes from another, which may have the same name */
	if (op->only_taken && from->identity && !to->identity && to->default_value)
		op->identity = changed_identity(op->op.at, from, to);
	if (op->only_taken)
		return;
	say_type(op, from, to);
	if (to->default_value && !same_value(from->default_value, to->default_value, to->type))
		op->default_value = to->default_value;
	if (from->not_null != to->not_null)
		op->not_null = to->not_null ? YES : NO;
	if (!same_identity(from, to))
		op->identity = changed_identity(op->op.at, from, to);
	say_storage(op, s, from, to);
}

bool
alter_column_says(const struct alter_column *op)
{
	return op->type || op->default_value || op->generated || op->identity ||
	       op->not_null != UNSAID || op->storage || op->compression || op->statistics ||
	       op->options.n || op->reset.n;
}

bool
alter_column_keeps_default(const struct alter_column *op, const struct column *from)
{
	const struct value *v = op->wanted ? op->wanted->default_value : NULL;

	return v && from->default_value && same_value(from->default_value, v, op->wanted->type);
}

/* a column that stays but for what makes way for something else: its default, its type or its collation */
static struct column
made_way(const struct diff *d, const struct column *from)
{
	struct column bare = *from;

	bare.default_value = NULL;
	bare.type = type_meanwhile(d->schema, from->type);
	bare.collation = collation_meanwhile(d, from->collation);
	if (!same(bare.type, from->type) || !same(bare.collation, from->collation))
		bare.storage = bare.compression = NULL;
	return bare;
}

/* takes away first what does not stay; returns what is left */
static struct column
without_gone(struct diff *d, const struct table *t, const struct column *from,
             const struct column *to)
{
	bool again = list_has(&d->again, from);
	struct column left = *from, way = again ? made_way(d, from) : *to;
	struct alter_column op = new_change(d->at, t->object.name, &way, !again);

	alter_column_say(&op, d->schema, from);
	if (!alter_column_says(&op))
		return left;
	op.wanted = op.to = copy(&way, sizeof way);
	diff_add(d, PHASE_DROP_DEFAULT, copy(&op, sizeof op));
	if (again)
		return way;
	left.default_value = to->default_value ? from->default_value : NULL;
	left.generated = NULL;
	if (to->default_value && !to->identity)
		left.identity = NULL;
	return left;
}

void
column_alter(struct diff *d, const struct table *t, const struct column *from,
             const struct column *to)
{
	struct column without = without_gone(d, t, from, to), *wanted;
	struct alter_column op;

	if (from->identity) {
		identity_alter(d, t, from, to);
	} else if (to->identity) {
		wanted = copy(to, sizeof *to);
		identity_create(d, t, wanted);
		to = wanted;
	}
	op = new_change(d->at, t->object.name, to, false);
	alter_column_say(&op, d->schema, &without);
	if (alter_column_says(&op)) {
		op.from = copy(&without, sizeof without);
		/* its type, or its collation, is made anew by then */
		diff_add(d,
		         list_has(&d->again, from) && (!same(without.type, from->type) ||
		                                       !same(without.collation, from->collation))
		                 ? PHASE_ADD_CONSTRAINT
		                 : PHASE_ALTER_COLUMN,
		         copy(&op, sizeof op));
	}
	if (!same(from->comment, to->comment))
		comment_add(d, "column",
		            strf("%s.%s", sql_qname(t->object.name), sql_name(to->name)),
		            from->comment, to->comment);
}

const struct op_class *const alter_column_ops[] = {&alter_column, NULL};
