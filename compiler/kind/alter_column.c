/* alter_column: a column's type, default, NOT NULL, identity and the rest, as one ALTER TABLE.

   The order of its actions does not matter to the server, which runs them by passes: what is taken away, then the type,
   then what is added. So a default that is given together with a type is dropped before and set behind it. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "kind.h"

/* a change of an identity: what is left out stays */
struct new_identity {
	struct identity identity;
	const char *restart;
};

/* how SQL says it; Lua does not, and means whichever fits */
enum manner { WHICHEVER, ADD_IDENTITY, SET_IDENTITY };

struct alter_column {
	struct op op;
	struct altered altered;
	const char *name;

	const char *type;
	const char *using;
	const char *collation;
	struct value *default_value;   /* VALUE_NULL: none */
	const char *generated;         /* "": none */
	struct new_identity *identity; /* all zero: none */
	enum answer not_null;
	const char *storage;
	const char *compression;
	const char *statistics;
	struct strs options;
	struct strs reset;
	const char *comment;
	bool if_exists;

	enum manner manner;
	bool several; /* of SQL: the statement changes the types of several columns at once */

	/* of a difference: what the column is to become. When it is applied, it says only what has not become so by then: what is
	   done to a table reaches those that inherit from it */
	const struct column *wanted;
	bool only_default; /* takes the default away, before what it needs goes */

	const struct column *from,
		*to; /* as it was and as it is now; NULL where there is no table */
	struct qname table;
};

static const struct op_class alter_column;

/* ---- the shape ---- */

static const char *const identities[] = {"always", "by default", NULL};

static const struct field identity_fields[] = {
	{"when", FIELD_CHOICE, offsetof(struct new_identity, identity.when), 1,
         .choices = identities, .fallback = "as it is",
         .sql = "ADD GENERATED when AS IDENTITY | SET GENERATED when",
         .doc = "Required where the column is no identity yet."},
	{"sequence_name", FIELD_NAME, offsetof(struct new_identity, identity.sequence),
         .fallback = "table_column_seq", .sql = "(SEQUENCE NAME sequence_name)"},
	{"options", FIELD_PART, offsetof(struct new_identity, identity.options),
         .shape = &sequence_options_shape},
	{"restart", FIELD_INT, offsetof(struct new_identity, restart), .fallback = "goes on",
         .sql = "RESTART WITH restart"},
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
		return op_error(&op->op, "collation '%s': %s", op->collation, why);
	if (op->collation)
		op->collation = sql_qname(collation);
	if ((op->using || op->collation) && !op->type)
		return op_error(&op->op, "%s says nothing without type",
		                op->using ? "using" : "collation");
	if (op->generated && *op->generated)
		return op_error(
			&op->op,
			"a column cannot be made a generated one, and its expression cannot be changed: "
			"drop it and add it anew; generated = null makes it an ordinary column");
	return 0;
}

/* ---- from the parse tree ---- */

/* what null and DROP IDENTITY leave is nowhere */
static bool
removes_identity(const struct new_identity *i)
{
	return !i->identity.at.file;
}

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
			i->restart = e->arg ? texts.v[0] + strlen("restart=") : "";
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

/* ---- apply ---- */

static enum applied
need_using(const struct op *op, const struct schema *s, const struct table *t, const char *using,
           const char *type)
{
	const PgQuery__Node *tree = need_expression(op, s, t, using, "using");
	const char *gives;

	if (!tree)
		return REFUSED;
	if (expression_has_subquery(tree))
		return op_error(op, "using: a subquery cannot stand in it");
	if (need_typed(op, s, t, tree, "using", false) == REFUSED)
		return REFUSED;
	gives = expression_type(s, t, tree);
	if (gives && !type_casts(s, gives, type))
		return op_error(op, "using: it gives %s, which is not cast to %s by itself", gives,
		                type);
	return APPLIED;
}

/* the default that stays must go along */
static enum applied
need_default_cast(const struct alter_column *op, const struct schema *s, const struct column *c)
{
	const struct value *v = c->default_value;

	/* a number may be the default of a text column, and is still one; what an expression gives is not known */
	if (!v || op->default_value || v->type == VALUE_NUMBER || v->type == VALUE_SQL ||
	    type_casts(s, c->type, op->type))
		return APPLIED;
	return op_error(
		&op->op,
		"the default of column '%s' cannot be cast to type %s by itself; say default "
		"too, or default = null",
		c->name, op->type);
}

enum applied
need_no_row_type(const struct op *op, const struct schema *s, const struct table *t)
{
	const struct object *type = schema_find(s, SPACE_TYPE, t->object.name);
	struct list users = type ? type_users(s, type) : (struct list){0};

	if (!users.n)
		return APPLIED;
	return op_error(op, "column '%s' of table %s has the row type of table %s",
	                type_user_column(s, users.v[0], type)->name,
	                plain_qname(((struct table *)users.v[0])->object.name),
	                plain_qname(t->object.name));
}

/* the foreign keys of a column whose type has changed, and those that refer to it */
static enum applied
need_keys_fit(const struct op *op, const struct schema *s, const struct table *t,
              const char *column)
{
	struct list keys = foreign_keys_to(s, t);
	struct constraint k;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		k = *(struct constraint *)t->constraints.v[i];
		if (k.type == 'f' && constraint_uses_column(&k, column) &&
		    need_foreign_key(op, s, t, &k) == REFUSED)
			return REFUSED;
	}
	for (i = 0; i + 1 < keys.n; i += 2) {
		k = *(struct constraint *)keys.v[i + 1];
		if (strs_has(&k.references.columns, column) &&
		    need_foreign_key(op, s, keys.v[i], &k) == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}

/* what is made of a column whose type has changed must be possible still */
static enum applied
need_expressions_fit(const struct op *op, const struct schema *s, const struct table *t,
                     const char *column)
{
	const struct constraint *k;
	const struct index *x;
	const struct key *key;
	size_t i, j;

	for (i = 0; i < t->constraints.n; i++) {
		k = t->constraints.v[i];
		if (expression_uses_column(k->expression, column) &&
		    !need_scalar(op, s, t, k->expression, strf("check constraint '%s'", k->name)))
			return REFUSED;
	}
	for (i = 0; i < t->indexes.n; i++) {
		x = t->indexes.v[i];
		if (expression_uses_column(x->where, column) &&
		    need_indexable(op, s, t, x->where, strf("index '%s'", x->name)) == REFUSED)
			return REFUSED;
		for (j = 0; j < x->keys.n; j++) {
			key = x->keys.v[j];
			if (expression_uses_column(key->term.expression, column) &&
			    need_indexable(op, s, t, key->term.expression,
			                   strf("index '%s'", x->name)) == REFUSED)
				return REFUSED;
		}
	}
	return APPLIED;
}

static enum applied
apply_type(const struct alter_column *op, struct schema *s, const struct table *t, struct column *c,
           bool below)
{
	const struct table *parent = below ? NULL : column_parent(s, t, c->name);
	const struct column *user = generated_from(t, c->name);
	const struct op *o = &op->op;
	enum applied result = need_column_type(o, s, op->type, op->collation);
	struct sequence_options options = {0}, retyped = {.type = op->type};
	const char *wrong;

	if (result != APPLIED)
		return result;
	if (parent)
		return op_error(o, "column '%s' of table %s is inherited from table %s", c->name,
		                plain_qname(t->object.name), plain_qname(parent->object.name));
	if (partition_key_uses(t, c->name))
		return op_error(o, "column '%s' is part of the partition key of table %s", c->name,
		                plain_qname(t->object.name));
	if (user && !same(c->type, op->type))
		return op_error(o, "column '%s' is used by generated column '%s'", c->name,
		                user->name);
	if (op->using && c->generated)
		return op_error(o, "using says nothing for the generated column '%s'", c->name);
	if (op->using && need_using(o, s, t, op->using, op->type) == REFUSED)
		return REFUSED;
	if (!op->using && !type_casts(s, c->type, op->type))
		return op_error(
			o,
			"column '%s' cannot be cast from %s to %s by itself; say using = \"%s::%s\"",
			c->name, c->type, op->type, sql_name(c->name), op->type);
	if (need_default_cast(op, s, c) == REFUSED || need_no_row_type(o, s, t) == REFUSED)
		return REFUSED;
	if (c->identity)
		options = identity_options(c);
	c->type = op->type;
	c->collation = op->collation;
	/* as the server does */
	c->storage = c->compression = NULL;
	if (!c->identity || below)
		return APPLIED;
	if (need_identity_type(o, c) == REFUSED)
		return REFUSED;
	options = sequence_options_alter(&options, &retyped, &wrong);
	if (wrong)
		return op_error(o, "column '%s': %s", c->name, wrong);
	identity_set_options(c, options);
	return APPLIED;
}

static enum applied
apply_default(const struct alter_column *op, const struct schema *s, const struct table *t,
              struct column *c)
{
	bool taken = op->default_value->type == VALUE_NULL;

	if (c->generated)
		return op_error(&op->op, "column '%s' is generated%s", c->name,
		                taken ? "; generated = null takes its expression away" : "");
	if (c->identity)
		return op_error(&op->op, "column '%s' is an identity%s", c->name,
		                taken ? "; identity = null takes that away" : "");
	c->default_value = taken ? NULL : default_kept(s, op->default_value, c->type);
	return c->default_value ? need_default(&op->op, s, t, c) : APPLIED;
}

/* a partition must be as strict as its parent */
static bool
parent_forbids_null(const struct schema *s, const struct table *t, const char *name)
{
	const struct table *parent = t->partition_of.name ? column_parent(s, t, name) : NULL;

	return parent && table_column(parent, name)->not_null;
}

static enum applied
apply_not_null(const struct alter_column *op, const struct schema *s, const struct table *t,
               struct column *c, bool below)
{
	const struct constraint *key = table_primary_key(t);

	if (op->not_null == NO && c->identity)
		return op_error(&op->op, "column '%s' is an identity, which is NOT NULL", c->name);
	if (op->not_null == NO && key && strs_has(&key->columns, c->name))
		return op_error(&op->op, "column '%s' is in the primary key '%s'", c->name,
		                key->name);
	if (op->not_null == NO && !below && parent_forbids_null(s, t, c->name))
		return op_error(&op->op, "column '%s' is NOT NULL in the partitioned table %s",
		                c->name, plain_qname(t->partition_of));
	c->not_null = op->not_null == YES;
	return APPLIED;
}

static void
merge(const char **into, const char *given)
{
	if (given)
		*into = given;
}

static enum applied
add_identity(struct alter_column *op, struct schema *s, const struct table *t, struct column *c)
{
	enum applied result;

	if (!op->identity->identity.when)
		return op_error(
			&op->op,
			"column '%s' is no identity yet; say \"always\" or \"by default\" first",
			c->name);
	if (c->default_value)
		return op_error(&op->op, "column '%s' has a default; say default = null first",
		                c->name);
	if (c->generated)
		return op_error(&op->op, "column '%s' is generated", c->name);
	if (!c->not_null)
		return op_error(&op->op,
		                "column '%s' may be NULL, which an identity cannot; say not_null = "
		                "true too",
		                c->name);
	c->identity = copy(&op->identity->identity, sizeof *c->identity);
	result = need_identity(&op->op, t, c);
	return result == APPLIED ? choose_sequence(&op->op, s, t, c, &c->identity->sequence)
	                         : result;
}

static enum applied
set_identity(struct alter_column *op, const struct table *t, struct column *c)
{
	const struct identity *given = &op->identity->identity;
	struct sequence_options o = identity_options(c);
	const char *wrong = NULL;

	if (given->sequence)
		return op_error(&op->op, "the sequence of column '%s' is there already: '%s'",
		                c->name, c->identity->sequence);
	o = sequence_options_alter(&o, &given->options, &wrong);
	if (wrong)
		return op_error(&op->op, "column '%s': %s", c->name, wrong);
	if (op->identity->restart && *op->identity->restart &&
	    need_restart(&op->op, &o, op->identity->restart) == REFUSED)
		return REFUSED;
	identity_set_options(c, o);
	merge(&c->identity->when, given->when);
	return need_identity(&op->op, t, c);
}

static enum applied
drop_identity(const struct alter_column *op, const struct schema *s, const struct table *t,
              struct column *c)
{
	struct list takers = {0};
	struct qname sequence = {t->object.name.schema, NULL};
	const struct taker *first;

	if (!c->identity && !op->if_exists)
		return op_error(&op->op, "column '%s' is no identity", c->name);
	if (c->identity) {
		sequence.name = c->identity->sequence;
		takers = sequence_takers(s, sequence);
	}
	if (takers.n) {
		first = takers.v[0];
		return op_error(
			&op->op,
			"the identity's sequence %s is needed by the default of column '%s.%s'%s; drop that first",
			plain_qname(sequence), first->table->object.name.name, first->column->name,
			made_at(first->column->default_value->at));
	}
	c->identity = NULL;
	return APPLIED;
}

static enum applied
apply_identity(struct alter_column *op, struct schema *s, const struct table *t, struct column *c)
{
	if (op->manner == ADD_IDENTITY && c->identity)
		return op_error(&op->op, "column '%s' is an identity already", c->name);
	if (op->manner == SET_IDENTITY && !c->identity)
		return op_error(&op->op, "column '%s' is no identity", c->name);
	return c->identity ? set_identity(op, t, c) : add_identity(op, s, t, c);
}

static enum applied
drop_expression(const struct alter_column *op, const struct schema *s, const struct table *t,
                struct column *c, bool below)
{
	const struct table *parent = below ? NULL : column_parent(s, t, c->name);

	if (!c->generated && !op->if_exists)
		return op_error(&op->op, "column '%s' is not generated", c->name);
	if (parent)
		return op_error(&op->op, "column '%s' of table %s is inherited from table %s",
		                c->name, plain_qname(t->object.name),
		                plain_qname(parent->object.name));
	c->generated = NULL;
	return APPLIED;
}

/* "name=value" in place of one of that name */
static void
set_parameter(struct strs *all, const char *parameter)
{
	size_t i, n = strcspn(parameter, "=") + 1;

	for (i = 0; i < all->n; i++)
		if (strncmp(all->v[i], parameter, n) == 0) {
			all->v[i] = parameter;
			return;
		}
	strs_add(all, parameter);
}

void
parameters_set(struct strs *all, const struct strs *set, const struct strs *reset)
{
	struct strs kept = {0};
	size_t i, j, n;

	for (i = 0; i < all->n; i++) {
		n = strcspn(all->v[i], "=");
		for (j = 0; j < reset->n; j++)
			if (strlen(reset->v[j]) == n && strncmp(all->v[i], reset->v[j], n) == 0)
				break;
		if (j == reset->n)
			strs_add(&kept, all->v[i]);
	}
	for (i = 0; i < set->n; i++)
		set_parameter(&kept, set->v[i]);
	*all = kept;
}

/* the value of a parameter by its name, or NULL */
static const char *
parameter_value(const struct strs *all, const char *name)
{
	size_t i, n = strlen(name);

	for (i = 0; i < all->n; i++)
		if (strncmp(all->v[i], name, n) == 0 && all->v[i][n] == '=')
			return all->v[i] + n + 1;
	return NULL;
}

void
parameters_diff(const struct strs *from, const struct strs *to, struct strs *set,
                struct strs *reset)
{
	const char *name;
	size_t i;

	for (i = 0; i < to->n; i++) {
		name = strn(to->v[i], strcspn(to->v[i], "="));
		if (!same(parameter_value(from, name), parameter_value(to, name)))
			strs_add(set, to->v[i]);
	}
	for (i = 0; i < from->n; i++) {
		name = strn(from->v[i], strcspn(from->v[i], "="));
		if (!parameter_value(to, name))
			strs_add(reset, name);
	}
}

enum applied
need_column_options(const struct op *op, const struct strs *names)
{
	static const char *const known[] = {"n_distinct", "n_distinct_inherited"};
	struct strs all = {0};
	const char *name;
	size_t i, j;

	for (i = 0; i < LEN(known); i++)
		strs_add(&all, known[i]);
	for (i = 0; i < names->n; i++) {
		name = strn(names->v[i], strcspn(names->v[i], "="));
		for (j = 0; j < LEN(known) && strcmp(name, known[j]) != 0; j++)
			;
		if (j == LEN(known))
			return op_error(op, "a column has no option '%s'%s", name,
			                did_you_mean(name, &all));
		if (names->v[i][strlen(name)] && strtod(names->v[i] + strlen(name) + 1, NULL) < -1)
			return op_error(op, "%s must be at least -1", name);
	}
	return APPLIED;
}

/* what only this table's column gets, and none below it */
static enum applied
apply_own(struct alter_column *op, struct schema *s, const struct table *t, struct column *c)
{
	if (op->identity && !removes_identity(op->identity) &&
	    apply_identity(op, s, t, c) == REFUSED)
		return REFUSED;
	if (need_column_options(&op->op, &op->options) == REFUSED ||
	    need_statistics(&op->op, op->statistics) == REFUSED)
		return REFUSED;
	merge(&c->compression, op->compression);
	if (same(c->compression, "default"))
		c->compression = NULL;
	parameters_set(&c->options, &op->options, &op->reset);
	if (op->comment)
		c->comment = *op->comment ? op->comment : NULL;
	return APPLIED;
}

static enum applied
apply_to(struct alter_column *op, struct schema *s, const struct table *t, struct column *c,
         bool below)
{
	bool drops = op->default_value && op->default_value->type == VALUE_NULL;

	if (need_storage(&op->op, s, c, op->type, op->storage, op->compression) == REFUSED)
		return REFUSED;
	if (op->generated && drop_expression(op, s, t, c, below) == REFUSED)
		return REFUSED;
	if (op->identity && removes_identity(op->identity) && !below &&
	    drop_identity(op, s, t, c) == REFUSED)
		return REFUSED;
	if (drops && apply_default(op, s, t, c) == REFUSED)
		return REFUSED;
	if (op->type && need_unused(&op->op, s, &t->object, c->name, NULL) == REFUSED)
		return REFUSED;
	if (op->type && apply_type(op, s, t, c, below) == REFUSED)
		return REFUSED;
	if (op->default_value && !drops && apply_default(op, s, t, c) == REFUSED)
		return REFUSED;
	if (op->not_null != UNSAID && apply_not_null(op, s, t, c, below) == REFUSED)
		return REFUSED;
	if (op->storage)
		c->storage = column_storage(op->storage, c->type);
	merge(&c->statistics, op->statistics);
	if (same(c->statistics, "-1"))
		c->statistics = NULL;
	return below ? APPLIED : apply_own(op, s, t, c);
}

static long
column_index(const struct table *t, const char *name)
{
	struct strs names = table_column_names(t);

	return strs_find(&names, name);
}

static enum applied apply_below(struct alter_column *op, struct schema *s, const struct table *t);

static enum applied
apply_in(struct alter_column *op, struct schema *s, const struct table *t, bool below)
{
	struct table *copied = (struct table *)object_copy(&t->object);
	long i = column_index(copied, op->name);
	struct column *c;

	if (i < 0)
		return APPLIED;
	c = element_copy(&copied->columns, (size_t)i, sizeof *c);
	if (!below) {
		op->from = t->columns.v[i];
		op->to = c;
		op->table = t->object.name;
	}
	if (apply_to(op, s, copied, c, below) == REFUSED)
		return REFUSED;
	if (!op->altered.only && apply_below(op, s, t) == REFUSED)
		return REFUSED;
	schema_put(s, &copied->object);
	return APPLIED;
}

static enum applied
apply_below(struct alter_column *op, struct schema *s, const struct table *t)
{
	struct list below = children(s, t);
	size_t i;

	for (i = 0; i < below.n; i++)
		if (apply_in(op, s, below.v[i], true) == REFUSED)
			return REFUSED;
	return APPLIED;
}

/* ONLY a partitioned table cannot be less strict than its partitions are made, nor stricter than they are */
static enum applied
need_not_null_reach(const struct alter_column *op, const struct schema *s, const struct table *t)
{
	struct list below = children(s, t);
	const struct column *c;
	size_t i;

	if (op->not_null == NO)
		return op_error(&op->op, "NOT NULL must go from the partitions too");
	for (i = 0; i < below.n && op->not_null == YES; i++) {
		c = table_column(below.v[i], op->name);
		if (c && !c->not_null)
			return op_error(&op->op,
			                "the column must be NOT NULL in partition '%s' first",
			                ((struct table *)below.v[i])->object.name.name);
	}
	return APPLIED;
}

static enum applied
need_reach(const struct alter_column *op, const struct schema *s, const struct table *t)
{
	if (op->type && need_one_line(&op->op, s, t, op->name) == REFUSED)
		return REFUSED;
	if (!op->altered.only || !children(s, t).n)
		return APPLIED;
	if (t->partition_by && need_not_null_reach(op, s, t) == REFUSED)
		return REFUSED;
	if (op->type)
		return op_error(&op->op,
		                "the type must change in the tables that inherit the column too");
	if (op->generated)
		return op_error(
			&op->op,
			"the expression must go from the tables that inherit the column too");
	return APPLIED;
}

/* which relations beside tables the server takes there */
static const char *
relations(const struct alter_column *op)
{
	if (op->type || op->not_null != UNSAID || op->generated || op->identity)
		return "f";
	return op->default_value ? "vf" : "mf";
}

static void say_difference(struct alter_column *op, const struct column *from);
static bool says_something(const struct alter_column *op);

static enum applied
apply(struct op *o, struct schema *s)
{
	struct alter_column *op = (struct alter_column *)o;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, relations(op), &result);
	const struct column *c;

	op->from = op->to = NULL;
	if (!t)
		return result;
	if (t->of_type && op->type)
		return op_error(o, "table %s is typed: its columns are those of type %s",
		                plain_qname(t->object.name), t->of_type);
	c = need_column(o, s, t, op->name, &result);
	if (!c)
		return result;
	if (op->wanted)
		say_difference(op, c);
	if (op->wanted && !says_something(op))
		return APPLIED;
	if (op->wanted && op->using)
		op->using = cast_back(s, c, op->type);
	if (need_reach(op, s, t) == REFUSED)
		return REFUSED;
	if (apply_in(op, s, s->by_id.v[t->object.id], false) == REFUSED) {
		op->to = NULL; /* half changed: not to be rendered */
		return REFUSED;
	}
	t = s->by_id.v[t->object.id];
	if (op->type && !op->several && need_expressions_fit(o, s, t, op->name) == REFUSED)
		return REFUSED;
	return op->type ? need_keys_fit(o, s, t, op->name) : APPLIED;
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
		buf_fmt(&b, " RESTART%s%s", *i->restart ? " WITH " : "", i->restart);
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
	const char *label = strf("%s.%s", op->altered.table.name, op->name);
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

static const struct op_class alter_column = {
	.shape = {"alter_column", CALL_ARGUMENTS, sizeof(struct alter_column), fields,
                  .finish = finish, .page = "sql-altertable.html",
                  .doc = "Changes a column; what is left out stays as it is."},
	.from_sql = from_sql,
	.apply = apply,
	.render = render,
	.invert = invert,
};

/* ---- differences ---- */

static bool
same_value(const struct value *a, const struct value *b, const char *type)
{
	if (!a || !b)
		return a == b;
	return same_tokens(sql_value(a, type), sql_value(b, type));
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

/* a changed type is cast back where the server would not by itself, and its default set anew */
static void
say_type(struct alter_column *op, const struct column *from, const struct column *to)
{
	if (same(from->type, to->type) && same(from->collation, to->collation))
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
say_storage(struct alter_column *op, const struct column *from, const struct column *to)
{
	/* a change of type takes these away */
	const char *storage = op->type ? NULL : from->storage;
	const char *compression = op->type ? NULL : from->compression;

	if (!same(storage, to->storage))
		op->storage = to->storage ? to->storage : type_storage(to->type);
	if (!same(compression, to->compression))
		op->compression = to->compression ? to->compression : "default";
	if (!same(from->statistics, to->statistics))
		op->statistics = to->statistics ? to->statistics : "-1";
	parameters_diff(&from->options, &to->options, &op->options, &op->reset);
}

static struct alter_column *
new_change(struct loc at, struct qname table, const struct column *wanted, bool only_default)
{
	struct alter_column *op = op_new(&alter_column, at);

	op->altered.table = table;
	op->name = wanted->name;
	op->wanted = wanted;
	op->only_default = only_default;
	return op;
}

/* what makes op->wanted of `from` */
static void
say_difference(struct alter_column *op, const struct column *from)
{
	const struct column *to = op->wanted;

	*op = *new_change(op->op.at, op->altered.table, to, op->only_default);
	op->from = from;
	op->to = to;
	op->table = op->altered.table;
	if (from->default_value && !to->default_value)
		op->default_value = no_value(op->op.at);
	if (op->only_default)
		return;
	if (from->generated && !to->generated)
		op->generated = "";
	say_type(op, from, to);
	if (to->default_value && !same_value(from->default_value, to->default_value, to->type))
		op->default_value = to->default_value;
	if (from->not_null != to->not_null)
		op->not_null = to->not_null ? YES : NO;
	if (!same_identity(from, to))
		op->identity = changed_identity(op->op.at, from, to);
	say_storage(op, from, to);
}

static bool
says_something(const struct alter_column *op)
{
	return op->type || op->default_value || op->generated || op->identity ||
	       op->not_null != UNSAID || op->storage || op->compression || op->statistics ||
	       op->options.n || op->reset.n;
}

void
column_alter(struct diff *d, const struct table *t, const struct column *from,
             const struct column *to)
{
	struct column without = *from, *wanted = copy(to, sizeof *to);
	struct alter_column *op;

	if (from->default_value && !to->default_value) {
		op = new_change(d->at, t->object.name, to, true);
		say_difference(op, from);
		diff_add(d, PHASE_DROP_DEFAULT, op);
		without.default_value = NULL;
	}
	if (from->identity)
		identity_alter(d, t, from, to);
	else
		identity_create(d, t, wanted);
	op = new_change(d->at, t->object.name, wanted, false);
	say_difference(op, copy(&without, sizeof without));
	if (says_something(op))
		diff_add(d, PHASE_ALTER_COLUMN, op);
	comment_add(d, "column", strf("%s.%s", sql_qname(t->object.name), sql_name(to->name)),
	            from->comment, to->comment);
}

const struct op_class *const alter_column_ops[] = {&alter_column, NULL};
