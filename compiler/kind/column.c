/* Columns: what they are, in Lua, in the parse tree and in SQL, and how a table gets them. The operations on them are in
   change_column.c and alter_column.c, what the server refuses of them in column_check.c.

   A column is normalised when it is added: serial is an integer with a sequence of its own, an identity is NOT NULL and
   has chosen its sequence's name, and the constraints said beside it are its table's. */
#include <stdlib.h>
#include <string.h>

#include "scope.h"

/* ---- the shape ---- */

static const char *const identities[] = {"always", "by default", NULL};
const char *const column_storages[] = {"plain", "external", "extended", "main", NULL};
const char *const column_compressions[] = {"pglz", "lz4", "default", NULL};
static const char *const matches[] = {"full", "simple", NULL};
static const char *const actions[] = {"no action", "restrict",    "cascade",
                                      "set null",  "set default", NULL};
static const char *const times[] = {"immediate", "deferred", NULL};

static const struct field identity_fields[] = {
	{"when", FIELD_CHOICE, offsetof(struct identity, when), 1, .required = true,
         .choices = identities, .sql = "GENERATED ALWAYS | BY DEFAULT AS IDENTITY"},
	{"sequence_name", FIELD_NAME, offsetof(struct identity, sequence),
         .fallback = "table_column_seq", .sql = "(SEQUENCE NAME sequence_name)"},
	{"options", FIELD_PART, offsetof(struct identity, options),
         .shape = &sequence_options_shape},
	{0},
};

static const struct shape identity_shape = {
	"identity",
	CALL_TABLE,
	sizeof(struct identity),
	identity_fields,
	.page = "sql-createtable.html",
	.doc = "A column that numbers its rows, by a sequence of its own. It is NOT NULL."};

static const struct field column_fields[] = {
	{"name", FIELD_NAME, offsetof(struct column, name), 1, .required = true},
	{"type", FIELD_TYPE, offsetof(struct column, type), 2, .required = true, .sql = "name type",
         .doc = "Spelled as in SQL. serial types are integers with a sequence that the column owns."},
	{"not_null", FIELD_BOOL, offsetof(struct column, not_null), .fallback = "false",
         .sql = "NOT NULL"},
	{"default", FIELD_VALUE, offsetof(struct column, default_value), .fallback = "none",
         .sql = "DEFAULT default"},
	{"generated", FIELD_SQL, offsetof(struct column, generated), .fallback = "none",
         .sql = "GENERATED ALWAYS AS (generated) STORED"},
	{"identity", FIELD_ITEM, offsetof(struct column, identity), .shape = &identity_shape,
         .fallback = "none", .sql = "GENERATED ALWAYS AS IDENTITY (…)",
         .doc = "\"always\" or \"by default\", or a table: { \"always\", start = 100 }."},
	{"collation", FIELD_TEXT, offsetof(struct column, collation), .fallback = "the type's own",
         .sql = "COLLATE \"collation\""},
	{"storage", FIELD_CHOICE, offsetof(struct column, storage), .choices = column_storages,
         .fallback = "the type's own", .sql = "ALTER COLUMN name SET STORAGE storage"},
	{"compression", FIELD_CHOICE, offsetof(struct column, compression),
         .choices = column_compressions, .fallback = "default", .sql = "COMPRESSION compression"},
	{"statistics", FIELD_INT, offsetof(struct column, statistics), .fallback = "-1",
         .sql = "ALTER COLUMN name SET STATISTICS statistics"},
	{"options", FIELD_PARAMETERS, offsetof(struct column, options), .fallback = "none",
         .sql = "ALTER COLUMN name SET (n_distinct = …)"},
	{"comment", FIELD_TEXT, offsetof(struct column, comment), .fallback = "none",
         .sql = "COMMENT ON COLUMN table.name IS 'comment'"},
	{"primary_key", FIELD_BOOL, offsetof(struct column, primary_key), .fallback = "false",
         .sql = "CONSTRAINT table_pkey PRIMARY KEY (name)"},
	{"unique", FIELD_BOOL, offsetof(struct column, unique), .fallback = "false",
         .sql = "CONSTRAINT table_name_key UNIQUE (name)"},
	{"check", FIELD_SQL, offsetof(struct column, check), .fallback = "none",
         .sql = "CONSTRAINT table_name_check CHECK (check)"},
	{"references", FIELD_REFERENCE, offsetof(struct column, references), .fallback = "none",
         .sql = "CONSTRAINT table_name_fkey FOREIGN KEY (name) REFERENCES references",
         .doc = "A table, whose primary key is meant, or \"table(column)\"."},
	{"match", FIELD_CHOICE, offsetof(struct column, match), .choices = matches,
         .fallback = "simple", .sql = "MATCH match", .doc = "Of references."},
	{"on_delete", FIELD_CHOICE, offsetof(struct column, on_delete), .choices = actions,
         .fallback = "no action", .sql = "ON DELETE on_delete", .doc = "Of references."},
	{"on_update", FIELD_CHOICE, offsetof(struct column, on_update), .choices = actions,
         .fallback = "no action", .sql = "ON UPDATE on_update", .doc = "Of references."},
	{"deferrable", FIELD_ANSWER, offsetof(struct column, deferrable), .fallback = "false",
         .sql = "DEFERRABLE | NOT DEFERRABLE",
         .doc = "Of references; where there is none, of unique and primary_key."},
	{"initially", FIELD_CHOICE, offsetof(struct column, initially), .choices = times,
         .fallback = "immediate", .sql = "INITIALLY initially", .doc = "As deferrable."},
	{"renamed_from", FIELD_NAME, offsetof(struct column, renamed_from), .model = true},
	{0},
};

static int
wrong_option(const struct column *c, const char *option, const char *needs)
{
	error_at(c->at, E_EXCLUDE, "column '%s': %s says nothing without %s", c->name, option,
	         needs);
	return -1;
}

static int
column_finish(void *item)
{
	struct column *c = item;
	struct qname collation;
	const char *why;

	why = c->collation ? qname_parse(c->collation, &collation) : NULL;
	if (why) {
		error_at(c->at, E_NO_OBJECT, "column '%s': collation '%s': %s", c->name,
		         c->collation, why);
		return -1;
	}
	if (c->collation)
		c->collation = sql_qname(collation);
	if (!c->references.table.name && c->match)
		return wrong_option(c, "match", "references");
	if (!c->references.table.name && c->on_delete)
		return wrong_option(c, "on_delete", "references");
	if (!c->references.table.name && c->on_update)
		return wrong_option(c, "on_update", "references");
	if (c->references.table.name || c->unique || c->primary_key)
		return 0;
	if (c->deferrable != UNSAID)
		return wrong_option(c, "deferrable", "references, unique or primary_key");
	if (c->initially)
		return wrong_option(c, "initially", "references, unique or primary_key");
	return 0;
}

const struct shape column_shape = {"column",
                                   CALL_ARGUMENTS,
                                   sizeof(struct column),
                                   column_fields,
                                   .finish = column_finish,
                                   .page = "sql-createtable.html",
                                   .doc = "A column of create_table or add_column."};

/* ---- from the parse tree ---- */

struct value *
value_from_sql(const PgQuery__Node *n, struct loc at)
{
	const PgQuery__AConst *c = n->a_const;
	struct value *v = alloc(sizeof *v);

	v->at = at;
	v->type = VALUE_SQL;
	if (n->node_case != PG_QUERY__NODE__NODE_A_CONST) {
		v->text = node_sql(n);
	} else if (c->isnull) {
		v->type = VALUE_NULL;
	} else if (c->val_case == PG_QUERY__A__CONST__VAL_SVAL) {
		v->type = VALUE_STRING;
		v->text = c->sval->sval;
	} else if (c->val_case == PG_QUERY__A__CONST__VAL_BOOLVAL) {
		v->type = VALUE_BOOL;
		v->text = c->boolval->boolval ? "true" : "false";
	} else if (c->val_case == PG_QUERY__A__CONST__VAL_IVAL) {
		v->type = VALUE_NUMBER;
		v->text = strf("%d", c->ival->ival);
	} else if (c->val_case == PG_QUERY__A__CONST__VAL_FVAL) {
		v->type = VALUE_NUMBER;
		v->text = c->fval->fval;
	} else {
		v->text = node_sql(n);
	}
	return v;
}

struct value *
default_from_sql(const PgQuery__Node *n, struct loc at)
{
	struct value *v = value_from_sql(n, at);

	/* for json a number of a script is written as JSON, one of SQL is not; and it does not say null for none */
	if (v->type == VALUE_NULL)
		v->text = "NULL";
	if (v->type == VALUE_NUMBER || v->type == VALUE_BOOL || v->type == VALUE_NULL)
		v->type = VALUE_SQL;
	return v;
}

bool
is_null_default(const struct value *v)
{
	return v->type == VALUE_NULL || (v->type == VALUE_SQL && same(v->text, "NULL"));
}

static const struct serial {
	const char *name, *type;
} serials[] = {
	{"smallserial", "smallint"}, {"serial2", "smallint"}, {"serial", "integer"},
	{"serial4", "integer"},      {"bigserial", "bigint"}, {"serial8", "bigint"},
};

const char *
serial_type(const char *type)
{
	size_t i;

	for (i = 0; type && i < LEN(serials); i++)
		if (strcmp(type, serials[i].name) == 0)
			return serials[i].type;
	return NULL;
}

const char *
serial_name(const char *type)
{
	size_t i;

	for (i = 0; i < LEN(serials); i++)
		if (strcmp(type, serials[i].type) == 0)
			return serials[i].name;
	return NULL;
}

void
identity_from_sql(PgQuery__Node *const *options, size_t n, struct identity *i)
{
	const PgQuery__DefElem *e;
	size_t k;

	sequence_options_from_sql(options, n, &i->options, NULL);
	for (k = 0; k < n; k++) {
		e = options[k]->def_elem;
		if (strcmp(e->defname, "sequence_name") == 0 && e->arg &&
		    e->arg->node_case == PG_QUERY__NODE__NODE_LIST)
			i->sequence = list_qname(e->arg->list->items, e->arg->list->n_items).name;
	}
}

static struct identity *
new_identity(const PgQuery__Constraint *def, struct loc at)
{
	struct identity *i = alloc(sizeof *i);

	i->at = at;
	i->when = *def->generated_when == 'a' ? identities[0] : identities[1];
	identity_from_sql(def->options, def->n_options, i);
	return i;
}

static bool
plain(const struct constraint *k)
{
	return !k->name && !k->no_inherit && !k->not_valid && !k->on_delete_columns.n &&
	       !k->include.n && !k->with.n && !k->tablespace && !k->nulls_not_distinct &&
	       !k->using_index;
}

bool
column_say_beside(struct column *c, const struct constraint *k)
{
	bool at_once = k->deferrable == UNSAID && !k->initially;

	if (!plain(k) || (k->type != 'f' && !at_once))
		return false;
	if (k->type == 'p' && !c->primary_key)
		return c->primary_key = true;
	if (k->type == 'u' && !c->unique)
		return c->unique = true;
	if (k->type == 'c' && !c->check) {
		c->check = k->expression;
		return true;
	}
	if (k->type != 'f' || c->references.table.name)
		return false;
	c->references = k->references;
	c->match = k->match;
	c->on_delete = k->on_delete;
	c->on_update = k->on_update;
	c->deferrable = k->deferrable;
	c->initially = k->initially;
	return true;
}

/* DEFERRABLE and its like stand behind the constraint that they belong to */
static bool
defers(struct constraint *k, PgQuery__ConstrType type)
{
	switch (type) {
	case PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_DEFERRABLE:
		k->deferrable = YES;
		return true;
	case PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_NOT_DEFERRABLE:
		k->deferrable = NO;
		return true;
	case PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_DEFERRED:
		k->initially = times[1];
		return true;
	case PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_IMMEDIATE:
		k->initially = times[0];
		return true;
	default:
		return false;
	}
}

/* one constraint of a ColumnDef; those that are the table's own are added to found */
static void
take_constraint(struct column *c, const PgQuery__Constraint *def, struct list *found,
                struct constraint **last)
{
	struct constraint *k;

	switch (def->contype) {
	case PG_QUERY__CONSTR_TYPE__CONSTR_NULL:
		break;
	case PG_QUERY__CONSTR_TYPE__CONSTR_NOTNULL:
		c->not_null = true;
		break;
	case PG_QUERY__CONSTR_TYPE__CONSTR_DEFAULT:
		if (c->default_value)
			c->contradiction = "two defaults";
		c->default_value = default_from_sql(def->raw_expr, c->at);
		break;
	case PG_QUERY__CONSTR_TYPE__CONSTR_IDENTITY:
		if (c->identity)
			c->contradiction = "identity is said twice";
		c->identity = new_identity(def, c->at);
		break;
	case PG_QUERY__CONSTR_TYPE__CONSTR_GENERATED:
		if (c->generated)
			c->contradiction = "generated is said twice";
		c->generated = node_sql(def->raw_expr);
		break;
	case PG_QUERY__CONSTR_TYPE__CONSTR_CHECK:
	case PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY:
	case PG_QUERY__CONSTR_TYPE__CONSTR_UNIQUE:
	case PG_QUERY__CONSTR_TYPE__CONSTR_FOREIGN:
		k = constraint_from_sql(def, c->at);
		if (k->type != 'c' && !k->columns.n)
			strs_add(&k->columns, c->name);
		list_add(found, k);
		*last = k;
		return;
	default:
		if (!*last || strchr("puf", (*last)->type) == NULL)
			c->contradiction =
				"DEFERRABLE or INITIALLY stands behind nothing that it can belong to";
		else
			defers(*last, def->contype);
		return;
	}
	*last = NULL;
}

struct column *
column_from_sql(const PgQuery__ColumnDef *def, struct loc at, struct list *constraints)
{
	struct column *c = alloc(sizeof *c);
	struct constraint *last = NULL; /* which DEFERRABLE would belong to */
	struct list found = {0};
	bool null = false;
	size_t i;

	c->at = at;
	c->name = def->colname;
	c->type = def->type_name ? type_sql(def->type_name) : NULL;
	c->not_null = def->is_not_null;
	if (*def->compression)
		c->compression = def->compression;
	node_parameters(def->fdwoptions, def->n_fdwoptions, &c->server_options);
	if (def->coll_clause)
		c->collation = sql_qname(
			list_qname(def->coll_clause->collname, def->coll_clause->n_collname));
	if (def->raw_default)
		c->default_value = default_from_sql(def->raw_default, at);
	if (def->type_name && def->type_name->setof)
		c->contradiction = "a column cannot be SETOF";
	for (i = 0; i < def->n_constraints; i++) {
		null |= def->constraints[i]->constraint->contype ==
		        PG_QUERY__CONSTR_TYPE__CONSTR_NULL;
		take_constraint(c, def->constraints[i]->constraint, &found, &last);
	}
	if (null && (c->not_null || c->identity || serial_type(c->type)))
		c->contradiction = "NULL and NOT NULL exclude each other";
	for (i = 0; i < found.n; i++)
		if (!column_say_beside(c, found.v[i]))
			list_add(constraints, found.v[i]);
	return c;
}

/* ---- SQL ---- */

/* DEFAULT takes only expressions that no other clause of the column can be mistaken for */
static bool
stands_bare(const PgQuery__Node *n)
{
	switch ((int)n->node_case) {
	case PG_QUERY__NODE__NODE_A_CONST:
	case PG_QUERY__NODE__NODE_SQLVALUE_FUNCTION:
	case PG_QUERY__NODE__NODE_A_ARRAY_EXPR:
		return true;
	case PG_QUERY__NODE__NODE_FUNC_CALL:
		return n->func_call->funcformat == PG_QUERY__COERCION_FORM__COERCE_EXPLICIT_CALL;
	case PG_QUERY__NODE__NODE_TYPE_CAST:
		return stands_bare(n->type_cast->arg);
	default:
		return false;
	}
}

char *
default_sql(const struct value *v, const char *type)
{
	char *sql = sql_value(v, type);
	struct parse_error e;
	const PgQuery__Node *tree;

	if (v->type != VALUE_SQL)
		return sql;
	tree = parse_expression(sql, &e);
	return tree && stands_bare(tree) ? sql : strf("(%s)", sql);
}

struct identity *
identity_copy(struct table *t, const struct object *sequence)
{
	const struct column *there;
	struct column *c;
	size_t i;

	for (i = 0;; i++) {
		there = t->columns.v[i];
		if (there->identity && same(there->identity->sequence, sequence->name.name))
			break;
	}
	c = element_copy(&t->columns, i, sizeof *c);
	return c->identity = copy(c->identity, sizeof *c->identity);
}

char *
identity_sql(const struct identity *i, bool named)
{
	const char *options = sequence_options_sql(&i->options);
	const char *when = same(i->when, identities[0]) ? "ALWAYS" : "BY DEFAULT";
	struct buf b = {0};

	while (*options == ' ')
		options++;
	buf_fmt(&b, "GENERATED %s AS IDENTITY", when);
	if (named)
		buf_fmt(&b, " (SEQUENCE NAME %s%s%s)", sql_name(i->sequence), *options ? " " : "",
		        options);
	else if (*options)
		buf_fmt(&b, " (%s)", options);
	return buf_str(&b);
}

/* the sequence's name stands there where it is not the one that the server would choose first; t may be NULL */
static char *
column_clause(const struct column *c, const struct table *t)
{
	struct buf b = {0};
	bool named;

	buf_add(&b, sql_name(c->name));
	if (c->type)
		buf_fmt(&b, " %s", c->type);
	if (c->compression)
		buf_fmt(&b, " COMPRESSION %s", c->compression);
	buf_add(&b, sql_options(&c->server_options));
	if (c->collation)
		buf_fmt(&b, " COLLATE %s", c->collation);
	if (c->not_null && !c->identity)
		buf_add(&b, " NOT NULL");
	if (c->default_value)
		buf_fmt(&b, " DEFAULT %s", default_sql(c->default_value, c->type));
	if (c->generated && !c->generated_above)
		buf_fmt(&b, " GENERATED ALWAYS AS (%s) STORED", c->generated);
	if (c->identity) {
		named = t && c->identity->sequence &&
		        strcmp(c->identity->sequence,
		               sql_object_name(t->object.name.name, c->name, "seq")) != 0;
		buf_fmt(&b, " %s", identity_sql(c->identity, named));
	}
	return buf_str(&b);
}

char *
column_said_sql(const struct column *made, const struct column *said, const struct table *t)
{
	struct column c = *made;

	c.type = said->type;
	if (serial_type(said->type)) {
		c.default_value = NULL;
		c.not_null = false;
	}
	return column_clause(&c, t);
}

void
column_more_sql(const struct column *c, struct strs *out)
{
	const char *alter = strf("ALTER COLUMN %s SET", sql_name(c->name));

	if (c->storage)
		strs_add(out, strf("%s STORAGE %s", alter, c->storage));
	if (c->statistics)
		strs_add(out, strf("%s STATISTICS %s", alter, c->statistics));
	if (c->options.n)
		strs_add(out, strf("%s%s", alter, sql_parameters(&c->options)));
}

char *
column_comment_sql(struct qname table, const char *column, const char *comment)
{
	return strf("COMMENT ON COLUMN %s.%s IS %s", sql_qname(table), sql_name(column),
	            comment ? sql_literal(comment) : "NULL");
}

char *
alter_table_sql(const struct altered *a, const struct strs *actions_sql)
{
	struct buf b = {0};
	size_t i, n = 0;
	bool lines;

	for (i = 0; i < actions_sql->n; i++)
		n += strlen(actions_sql->v[i]);
	lines = actions_sql->n > 1 || n > 60;
	buf_fmt(&b, "ALTER TABLE %s%s%s", a->if_exists ? "IF EXISTS " : "", a->only ? "ONLY " : "",
	        sql_qname(a->table));
	for (i = 0; i < actions_sql->n; i++)
		buf_fmt(&b, "%s%s%s", i ? "," : "", lines ? "\n  " : " ", actions_sql->v[i]);
	return buf_str(&b);
}

struct step *
altered_step(struct list *steps, const struct op *op, const char *object, const struct altered *a,
             const char *action)
{
	struct strs all = {0};

	strs_add(&all, action);
	return step_lock(step_add(steps, op, object, alter_table_sql(a, &all)),
	                 LOCK_ACCESS_EXCLUSIVE, a->table);
}

/* ---- adding ---- */

static enum applied
need_new_column(const struct op *op, const struct table *t, const struct column *c)
{
	const struct column *there = table_column(t, c->name);

	if (is_system_column(c->name))
		return op_error(op, E_RESERVED, "'%s' is the name of a system column", c->name);
	if (there)
		return op_error(op, E_EXISTS, "column '%s' exists already in table %s%s", c->name,
		                plain_qname(t->object.name), made_at(there->at));
	if (t->columns.n >= 1600)
		return op_error(op, E_LIMIT, "a table can have at most 1600 columns");
	return APPLIED;
}

static enum applied
need_one_source(const struct op *op, const struct column *c)
{
	bool value = c->default_value || serial_type(c->type);
	struct type_parts parts = type_parts(c->type);

	if (c->contradiction)
		return op_error(op, E_EXCLUDE, "column '%s': %s", c->name, c->contradiction);
	if (parts.dimensions && serial_type(parts.name.name))
		return op_error(op, E_TYPE_PLACE, "column '%s': there are no arrays of %s", c->name,
		                parts.name.name);
	if (value && c->generated)
		return op_error(op, E_EXCLUDE,
		                "column '%s': a default and generated exclude each other", c->name);
	if (value && c->identity)
		return op_error(op, E_EXCLUDE,
		                "column '%s': a default and identity exclude each other", c->name);
	if (c->generated && c->identity)
		return op_error(op, E_EXCLUDE,
		                "column '%s': generated and identity exclude each other", c->name);
	if (c->default_value && serial_type(c->type))
		return op_error(op, E_EXCLUDE, "column '%s': %s brings a default of its own",
		                c->name, c->type);
	return APPLIED;
}

enum applied
choose_sequence(const struct op *op, const struct schema *s, const struct table *t,
                const struct column *c, const char **name)
{
	struct qname full = {t->object.name.schema, *name};

	if (*name)
		return worse(need_free_name(op, s, SPACE_RELATION, full),
		             need_free_name(op, s, SPACE_TYPE, full));
	*name = choose_name(s, t, t->object.name.name, c->name, "seq", false);
	return APPLIED;
}

/* the integer that a serial is, with its sequence */
static enum applied
expand_serial(const struct op *op, struct schema *s, const struct table *t, struct column *c)
{
	struct sequence *q = alloc(sizeof *q);
	struct value *v = alloc(sizeof *v);
	enum applied result;
	const char *wrong;

	c->type = serial_type(c->type);
	q->object.noun = &sequence_noun;
	q->object.at = c->at;
	q->object.name.schema = t->object.name.schema;
	result = choose_sequence(op, s, t, c, &q->object.name.name);
	if (result != APPLIED)
		return result;
	q->object.id = schema_id(s);
	q->object.owner = t->object.owner;
	default_privileges(s, &q->object);
	q->options = sequence_options_new(&(struct sequence_options){.type = c->type}, &wrong);
	q->persistence = t->persistence;
	q->owned_by.table = t->object.name;
	strs_add(&q->owned_by.columns, c->name);
	schema_put(s, &q->object);
	v->at = c->at;
	v->type = VALUE_SQL;
	v->text = strf("nextval(%s::regclass)", sql_literal(sql_qname(q->object.name)));
	c->default_value = v;
	c->not_null = true;
	return APPLIED;
}

static enum applied
take_identity(const struct op *op, struct schema *s, const struct table *t, struct column *c)
{
	enum applied result = need_identity(op, t, c);

	if (result != APPLIED)
		return result;
	if (t->partition_of.name)
		return op_error(op, E_GENERATED,
		                "column '%s': a partition cannot have identity columns", c->name);
	c->identity = copy(c->identity, sizeof *c->identity);
	c->identity->privileges = identity_privileges(s, t);
	c->identity->labels = (struct list){0};
	c->identity->comment = NULL;
	c->not_null = true;
	if (c->identity->sequence && table_brings(t, c->identity->sequence))
		return op_error(op, E_RESERVED,
		                "column '%s': '%s' is the name of the table, or of what it has",
		                c->name, c->identity->sequence);
	return choose_sequence(op, s, t, c, &c->identity->sequence);
}

/* a column without what is said beside it */
static struct column *
bare_column(const struct column *said, struct schema *s)
{
	struct column *c = copy(said, sizeof *c);

	c->id = schema_id(s);
	c->privileges = c->labels = (struct list){0};
	c->primary_key = c->unique = false;
	c->check = c->match = c->on_delete = c->on_update = c->initially = NULL;
	c->references = (struct reference){0};
	c->deferrable = UNSAID;
	if (same(c->compression, "default"))
		c->compression = NULL;
	if (same(c->statistics, "-1"))
		c->statistics = NULL;
	if (c->comment && !*c->comment)
		c->comment = NULL;
	if (c->default_value && c->type)
		c->default_value = default_kept(s, c->default_value, c->type);
	return c;
}

/* seen: the types that were looked into, each once */
static bool
holds(const struct schema *s, const char *type, struct qname rows, struct list *seen)
{
	struct type_parts parts = type_parts(domain_base(s, type));
	const struct object *o = parts.builtin ? NULL : schema_find(s, SPACE_TYPE, parts.name);
	struct list columns = {0};
	size_t i;

	if (!o || same_qname(o->name, rows))
		return o;
	if (list_has(seen, o))
		return false;
	list_add(seen, (void *)(size_t)o);
	row_columns(s, sql_qname(parts.name), &columns);
	for (i = 0; i < columns.n; i++) {
		type = ((const struct output *)columns.v[i])->type;
		if (type && holds(s, type, rows, seen))
			return true;
	}
	return false;
}

bool
holds_rows(const struct schema *s, const char *type, struct qname rows)
{
	struct list seen = {0};

	return holds(s, type, rows, &seen);
}

enum applied
need_other_rows(const struct op *op, const struct schema *s, const struct table *t,
                const char *column, const char *type)
{
	if (!holds_rows(s, type, t->object.name))
		return APPLIED;
	return op_error(op, E_TYPE_PLACE, "column '%s': a row of table %s cannot be within itself",
	                column, plain_qname(t->object.name));
}

/* first the column without what refers to others, for those may come after it */
static enum applied
add_bare(struct op *op, struct schema *s, struct table *t, const struct column *said)
{
	struct column *c = bare_column(said, s);
	enum applied result;

	part_is_gone(s, t, &t->columns, table_column(t, c->name), c->name);
	result = need_new_column(op, t, c);
	if (result == APPLIED)
		result = need_one_source(op, said);
	if (result == APPLIED && !serial_type(c->type))
		result = need_column_type(op, s, c->type, c->collation);
	if (result == APPLIED && serial_type(c->type))
		result = expand_serial(op, s, t, c);
	if (result == APPLIED)
		result = need_storage(op, s, c, NULL, c->storage, c->compression);
	if (result == APPLIED && c->storage)
		c->storage = column_storage(s, c->storage, c->type);
	if (result == APPLIED)
		result = need_statistics(op, c->statistics);
	if (result == APPLIED)
		result = need_column_options(op, &c->options);
	if (result == APPLIED && c->identity)
		result = take_identity(op, s, t, c);
	if (result == REFUSED)
		return result;
	c->type = type_kept(s, c->type);
	if (collation_is_usual(c->type, c->collation))
		c->collation = NULL;
	list_add(&t->columns, c);
	return result;
}

static enum applied
check_column(struct op *op, struct schema *s, struct table *t, const struct column *said)
{
	struct column *c = table_column(t, said->name);

	if (said->default_value && c->default_value && need_default(op, s, t, c) == REFUSED)
		return REFUSED;
	return c->generated ? need_generated(op, s, t, c) : APPLIED;
}

static struct constraint *
beside(const struct column *c, char type, struct list *out)
{
	struct constraint *k = alloc(sizeof *k);

	k->at = c->at;
	k->type = type;
	if (type != 'c')
		strs_add(&k->columns, c->name);
	if (type != 'c' && type != 'f' && !c->references.table.name) {
		k->deferrable = c->deferrable;
		k->initially = c->initially;
	}
	list_add(out, k);
	return k;
}

void
column_constraints(const struct column *c, struct list *out)
{
	struct constraint *k;

	if (c->primary_key)
		beside(c, 'p', out);
	if (c->unique)
		beside(c, 'u', out);
	if (c->check)
		beside(c, 'c', out)->expression = c->check;
	if (!c->references.table.name)
		return;
	k = beside(c, 'f', out);
	k->references = c->references;
	k->match = c->match;
	k->on_delete = c->on_delete;
	k->on_update = c->on_update;
	k->deferrable = c->deferrable;
	k->initially = c->initially;
}

enum applied
columns_add(struct op *op, struct schema *s, struct table *t, const struct list *columns)
{
	enum applied result = APPLIED, one;
	const struct column *c;
	struct op here;
	size_t i;

	for (i = 0; i < columns->n; i++) {
		c = columns->v[i];
		here = item_op(op, c->at);
		one = add_bare(&here, s, t, c);
		if (one != APPLIED)
			result = one == REFUSED ? one : result;
		if (one == REFUSED)
			schema_excuse(s, c->name);
	}
	/* each column's own mistakes are told, also behind those of another */
	for (i = 0; i < columns->n; i++) {
		c = columns->v[i];
		here = item_op(op, c->at);
		if (table_column(t, c->name) && check_column(&here, s, t, c) == REFUSED)
			result = REFUSED;
		if (need_server_options(&here, t, &c->server_options) == REFUSED)
			result = REFUSED;
	}
	return result;
}

enum applied
column_add(struct op *op, struct schema *s, struct table *t, const struct column *c)
{
	struct list one = {0}, constraints = {0};
	enum applied result;

	if (need_other_rows(op, s, t, c->name, c->type) == REFUSED)
		return REFUSED;
	list_add(&one, copy(c, sizeof *c));
	result = columns_add(op, s, t, &one);
	if (result == REFUSED)
		return result;
	column_constraints(c, &constraints);
	return constraints_add(op, s, t, &constraints);
}
