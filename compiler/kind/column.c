/* Columns: what they are, and how they come, go and are renamed. How they are changed is in alter_column.c.

   A column is normalised when it is added: serial is an integer with a sequence of its own, an identity is NOT NULL and
   has chosen its sequence's name, and the constraints said beside it are its table's. */
#include <stdlib.h>
#include <string.h>

#include "kind.h"

/* ---- the shape ---- */

static const char *const identities[] = {"always", "by default", NULL};
static const char *const storages[] = {"plain", "external", "extended", "main", NULL};
static const char *const compressions[] = {"pglz", "lz4", "default", NULL};
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
	{"storage", FIELD_CHOICE, offsetof(struct column, storage), .choices = storages,
         .fallback = "the type's own", .sql = "ALTER COLUMN name SET STORAGE storage"},
	{"compression", FIELD_CHOICE, offsetof(struct column, compression), .choices = compressions,
         .fallback = "default", .sql = "COMPRESSION compression"},
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
	{0},
};

static int
wrong_option(const struct column *c, const char *option, const char *needs)
{
	error_at(c->at, "column '%s': %s says nothing without %s", c->name, option, needs);
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
		error_at(c->at, "column '%s': collation '%s': %s", c->name, c->collation, why);
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

	/* for json a number of a script is written as JSON, one of SQL is not */
	if (v->type == VALUE_NUMBER || v->type == VALUE_BOOL)
		v->type = VALUE_SQL;
	return v;
}

void
identity_from_sql(PgQuery__Node *const *options, size_t n, struct identity *i)
{
	struct reference owner = {0};
	const PgQuery__DefElem *e;
	size_t k;

	sequence_options_from_sql(options, n, &i->options, &owner);
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

/* says k by the members beside the column; false where they cannot say it */
static bool
say_beside(struct column *c, const struct constraint *k)
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
	if (null && (c->not_null || c->identity))
		c->contradiction = "NULL and NOT NULL exclude each other";
	for (i = 0; i < found.n; i++)
		if (!say_beside(c, found.v[i]))
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
	if (c->collation)
		buf_fmt(&b, " COLLATE %s", c->collation);
	if (c->not_null && !c->identity)
		buf_add(&b, " NOT NULL");
	if (c->default_value)
		buf_fmt(&b, " DEFAULT %s", default_sql(c->default_value, c->type));
	if (c->generated)
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
column_sql(const struct column *c)
{
	return column_clause(c, NULL);
}

static const struct serial {
	const char *name, *type;
} serials[] = {
	{"smallserial", "smallint"}, {"serial2", "smallint"}, {"serial", "integer"},
	{"serial4", "integer"},      {"bigserial", "bigint"}, {"serial8", "bigint"},
};

static const char *
serial_type(const char *type)
{
	size_t i;

	for (i = 0; type && i < LEN(serials); i++)
		if (strcmp(type, serials[i].name) == 0)
			return serials[i].type;
	return NULL;
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

/* ---- adding: checks ---- */

static const char *
where_made(struct loc at)
{
	return at.file ? strf(", made at %s:%d", at.file, at.line) : "";
}

static enum applied
need_new_column(const struct op *op, const struct table *t, const struct column *c)
{
	const struct column *there = table_column(t, c->name);

	if (is_system_column(c->name))
		return op_error(op, "'%s' is the name of a system column", c->name);
	if (there)
		return op_error(op, "column '%s' exists already in table %s%s", c->name,
		                plain_qname(t->object.name), where_made(there->at));
	if (t->columns.n >= 1600)
		return op_error(op, "a table can have at most 1600 columns");
	return APPLIED;
}

/* a built-in type that has collations, or one that cannot be judged */
static bool
collatable(const char *type)
{
	static const char *const types[] = {"text", "character varying", "character", "bpchar",
	                                    "name"};
	struct type_parts parts = type_parts(type);
	size_t i;

	for (i = 0; i < LEN(types); i++)
		if (strcmp(parts.name.name, types[i]) == 0)
			return true;
	return !parts.builtin;
}

/* built-in types whose values are never moved out of line, and never compressed */
static bool
fixed_length(const char *type)
{
	static const char *const types[] = {"smallint",
	                                    "integer",
	                                    "bigint",
	                                    "real",
	                                    "double precision",
	                                    "boolean",
	                                    "date",
	                                    "interval",
	                                    "uuid",
	                                    "money",
	                                    "oid",
	                                    "timestamp with time zone",
	                                    "timestamp without time zone",
	                                    "time with time zone",
	                                    "time without time zone",
	                                    "macaddr",
	                                    "macaddr8",
	                                    "point",
	                                    "name"};
	struct type_parts parts = type_parts(type);
	size_t i;

	for (i = 0; parts.builtin && !parts.dimensions && i < LEN(types); i++)
		if (strcmp(parts.name.name, types[i]) == 0)
			return true;
	return false;
}

const char *
type_storage(const char *type)
{
	static const char *const main_types[] = {"numeric", "inet", "cidr"};
	struct type_parts parts = type_parts(type);
	size_t i;

	for (i = 0; parts.builtin && !parts.dimensions && i < LEN(main_types); i++)
		if (strcmp(parts.name.name, main_types[i]) == 0)
			return "main";
	return fixed_length(type) ? "plain" : "extended";
}

enum applied
need_column_type(const struct op *op, const struct schema *s, const char *type,
                 const char *collation)
{
	enum applied result = need_type(op, s, type);

	if (result != APPLIED)
		return result;
	if (collation && !collatable(type))
		return op_error(op, "type %s has no collations", type);
	return APPLIED;
}

static bool
is_enum(const struct schema *s, const char *type)
{
	struct type_parts parts = type_parts(type);
	const struct object *o;

	o = parts.builtin || parts.dimensions ? NULL : schema_find(s, SPACE_TYPE, parts.name);
	return o && o->noun == &enum_noun;
}

enum applied
need_statistics(const struct op *op, const char *statistics)
{
	if (statistics && strtol(statistics, NULL, 10) < -1)
		return op_error(op,
		                "statistics must be at least -1, which is the server's default");
	return APPLIED;
}

/* a storage as a column keeps it: NULL for what its type has by itself */
const char *
column_storage(const char *storage, const char *type)
{
	return type_parts(type).builtin && same(storage, type_storage(type)) ? NULL : storage;
}

enum applied
need_storage(const struct op *op, const struct schema *s, const struct column *c, const char *type,
             const char *storage, const char *compression)
{
	size_t i;
	bool fixed;

	if (!type)
		type = c->type;
	fixed = fixed_length(type) || is_enum(s, type);
	for (i = 0; storage && storages[i] && strcmp(storage, storages[i]) != 0; i++)
		;
	if (storage && !storages[i])
		return op_error(op, "column '%s': there is no storage '%s'", c->name, storage);
	if (storage && strcmp(storage, "plain") != 0 && fixed)
		return op_error(op, "column '%s': type %s can only have storage \"plain\"", c->name,
		                type);
	for (i = 0; compression && compressions[i] && strcmp(compression, compressions[i]) != 0;
	     i++)
		;
	if (compression && !compressions[i])
		return op_error(op, "column '%s': there is no compression '%s'", c->name,
		                compression);
	if (compression && strcmp(compression, "default") != 0 && fixed)
		return op_error(op, "column '%s': type %s cannot be compressed", c->name, type);
	return APPLIED;
}

static bool
names_columns(const PgQuery__Node *tree, const char **name)
{
	const struct column_ref *ref;
	struct list refs = {0};

	expression_columns(tree, &refs);
	if (!refs.n)
		return false;
	ref = refs.v[0];
	*name = ref->name ? ref->name : "*";
	return true;
}

/* a relation as nextval('…') names it, as SQL: name NULL where it is no name */
static struct qname
sequence_qname(const char *text)
{
	struct qname none = {NULL, NULL};
	struct parse_error e;
	const PgQuery__Node *tree = parse_statement(strf("DROP SEQUENCE %s", text), &e), *name;

	if (!tree || tree->node_case != PG_QUERY__NODE__NODE_DROP_STMT ||
	    tree->drop_stmt->n_objects != 1)
		return none;
	name = tree->drop_stmt->objects[0];
	return name->node_case == PG_QUERY__NODE__NODE_LIST
	               ? list_qname(name->list->items, name->list->n_items)
	               : none;
}

struct sequence_search {
	const struct schema *s;
	struct qname missing;
};

static bool
visit_nextval(const ProtobufCMessage *m, void *data)
{
	const PgQuery__FuncCall *call = (const PgQuery__FuncCall *)m;
	struct sequence_search *search = data;
	struct qname name;
	const char *text, *cast;

	if (m->descriptor != &pg_query__func_call__descriptor || call->n_args != 1 ||
	    !same(list_qname(call->funcname, call->n_funcname).name, "nextval"))
		return true;
	text = expression_string(call->args[0], &cast);
	name = text ? sequence_qname(text) : (struct qname){NULL, NULL};
	if (name.name && !schema_find(search->s, SPACE_RELATION, name))
		search->missing = name;
	return true;
}

/* the sequences that an expression draws from must be there */
static enum applied
need_sequences(const struct op *op, const struct schema *s, const PgQuery__Node *tree)
{
	struct sequence_search search = {s, {NULL, NULL}};

	tree_walk(tree, visit_nextval, &search);
	return search.missing.name ? missing(op, s, "sequence", SPACE_RELATION, search.missing)
	                           : APPLIED;
}

/* the type of what the server's commonest functions give; NULL where that is not known */
static const char *
result_type(const struct schema *s, const PgQuery__Node *tree)
{
	static const struct {
		const char *function, *type;
	} results[] = {
		{"now", "timestamp with time zone"},
		{"clock_timestamp", "timestamp with time zone"},
		{"statement_timestamp", "timestamp with time zone"},
		{"transaction_timestamp", "timestamp with time zone"},
		{"gen_random_uuid", "uuid"},
		{"random", "double precision"},
		{"nextval", "bigint"},
	};
	const char *name;
	size_t i;

	if (tree->node_case == PG_QUERY__NODE__NODE_SQLVALUE_FUNCTION)
		switch (tree->sqlvalue_function->op) {
		case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_DATE:
			return "date";
		case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIMESTAMP:
		case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIMESTAMP_N:
			return "timestamp with time zone";
		default:
			return NULL;
		}
	if (tree->node_case != PG_QUERY__NODE__NODE_FUNC_CALL)
		return NULL;
	name = list_qname(tree->func_call->funcname, tree->func_call->n_funcname).name;
	for (i = 0; i < LEN(results); i++)
		if (same(name, results[i].function) &&
		    !schema_find(s, SPACE_FUNCTION, (struct qname){NULL, name}))
			return results[i].type;
	return NULL;
}

static enum applied
need_result(const struct op *op, const struct schema *s, const struct column *c,
            const PgQuery__Node *tree)
{
	const char *type = result_type(s, tree);

	if (!type || type_casts(s, type, c->type))
		return APPLIED;
	return op_error(op,
	                "column '%s': its default is of type %s, which is not cast to %s by itself",
	                c->name, type, c->type);
}

enum applied
need_default(const struct op *op, const struct schema *s, const struct column *c)
{
	static const struct table none;
	const struct value *v = c->default_value;
	struct parse_error e;
	const PgQuery__Node *tree;
	const char *name;

	if (v->type == VALUE_SQL) {
		tree = parse_expression(v->text, &e);
		if (!tree)
			return op_error(op, "column '%s': default: %s in: %s", c->name, e.message,
			                v->text);
		if (names_columns(tree, &name))
			return op_error(
				op,
				"column '%s': a default cannot refer to a column, as to '%s'; a text stands in quotes: \"'%s'\"",
				c->name, name, name);
		if (!need_scalar(op, s, &none, v->text, strf("default of column '%s'", c->name)))
			return REFUSED;
		if (need_sequences(op, s, tree) == REFUSED ||
		    need_result(op, s, c, tree) == REFUSED)
			return REFUSED;
	}
	return need_value(op, s, c->type, v, strf("default of column '%s'", c->name));
}

/* functions of the server that are not immutable whatever their arguments */
static const char *const fickle[] = {
	"array_to_string",
	"clock_timestamp",
	"concat",
	"concat_ws",
	"current_database",
	"current_schema",
	"current_setting",
	"currval",
	"format",
	"gen_random_uuid",
	"lastval",
	"nextval",
	"now",
	"random",
	"set_config",
	"setval",
	"statement_timestamp",
	"timeofday",
	"to_char",
	"to_date",
	"to_json",
	"to_jsonb",
	"to_number",
	"to_regclass",
	"transaction_timestamp",
	"txid_current",
	"version",
};

struct fickle_search {
	const struct schema *s;
	const char *found;
};

/* one that migrations made of the same name may be another */
static bool
is_fickle(const struct schema *s, const char *name)
{
	size_t i;

	for (i = 0; name && i < LEN(fickle); i++)
		if (strcmp(name, fickle[i]) == 0)
			return !schema_find(s, SPACE_FUNCTION, (struct qname){NULL, name});
	return false;
}

static bool
visit_call(const ProtobufCMessage *m, void *data)
{
	const PgQuery__FuncCall *call = (const PgQuery__FuncCall *)m;
	struct fickle_search *search = data;
	const char *name;

	if (m->descriptor == &pg_query__sqlvalue_function__descriptor)
		search->found = "current_timestamp or its like";
	if (m->descriptor != &pg_query__func_call__descriptor)
		return true;
	name = list_qname(call->funcname, call->n_funcname).name;
	if (is_fickle(search->s, name))
		search->found = name;
	return true;
}

enum applied
need_immutable(const struct op *op, const struct schema *s, const PgQuery__Node *tree,
               const char *what)
{
	struct fickle_search search = {s, NULL};

	tree_walk(tree, visit_call, &search);
	if (!search.found)
		return APPLIED;
	return op_error(op, "%s: %s is not immutable: it may give another value another time", what,
	                search.found);
}

enum applied
need_generated(const struct op *op, const struct schema *s, const struct table *t,
               const struct column *c)
{
	const PgQuery__Node *tree;
	const struct column_ref *ref;
	const struct column *other;
	struct list refs = {0};
	size_t i;

	tree = need_scalar(op, s, t, c->generated, "generated column");
	if (!tree)
		return REFUSED;
	if (need_immutable(op, s, tree, strf("column '%s'", c->name)) == REFUSED)
		return REFUSED;
	expression_columns(tree, &refs);
	ref = refs.n ? refs.v[0] : NULL;
	other = ref && ref->name ? table_column(t, ref->name) : NULL;
	if (other && tree->node_case == PG_QUERY__NODE__NODE_COLUMN_REF &&
	    !type_casts(s, other->type, c->type))
		return op_error(
			op, "column '%s': '%s' is of type %s, which is not cast to %s by itself",
			c->name, other->name, other->type, c->type);
	for (i = 0; i < refs.n; i++) {
		ref = refs.v[i];
		if (!ref->name)
			continue;
		other = table_column(t, ref->name);
		if (other && other->generated)
			return op_error(op,
			                "column '%s': a generated column cannot refer to another "
			                "generated column, as to '%s'",
			                c->name, ref->name);
		if (!other && is_system_column(ref->name) && strcmp(ref->name, "tableoid") != 0)
			return op_error(op,
			                "column '%s': a generated column cannot refer to the "
			                "system column '%s'",
			                c->name, ref->name);
	}
	return APPLIED;
}

static enum applied
need_one_source(const struct op *op, const struct column *c)
{
	bool value = c->default_value || serial_type(c->type);
	struct type_parts parts = type_parts(c->type);

	if (c->contradiction)
		return op_error(op, "column '%s': %s", c->name, c->contradiction);
	if (parts.dimensions && serial_type(parts.name.name))
		return op_error(op, "column '%s': there are no arrays of %s", c->name,
		                parts.name.name);
	if (value && c->generated)
		return op_error(op, "column '%s': a default and generated exclude each other",
		                c->name);
	if (value && c->identity)
		return op_error(op, "column '%s': a default and identity exclude each other",
		                c->name);
	if (c->generated && c->identity)
		return op_error(op, "column '%s': generated and identity exclude each other",
		                c->name);
	if (c->default_value && serial_type(c->type))
		return op_error(op, "column '%s': %s brings a default of its own", c->name,
		                c->type);
	return APPLIED;
}

enum applied
need_identity(const struct op *op, const struct schema *s, const struct table *t,
              const struct column *c)
{
	static const char *const types[] = {"smallint", "integer", "bigint"};
	struct sequence_options options = c->identity->options;
	size_t i;

	(void)s;
	for (i = 0; i < LEN(types) && strcmp(c->type, types[i]) != 0; i++)
		;
	if (i == LEN(types))
		return op_error(op,
		                "column '%s': an identity is a smallint, integer or bigint, not %s",
		                c->name, c->type);
	if (t->of_type)
		return op_error(op, "column '%s': a typed table cannot have identity columns",
		                c->name);
	if (t->partition_of.name)
		return op_error(op, "column '%s': a partition cannot have identity columns",
		                c->name);
	options.type = c->type;
	return need_sequence_options(op, &options);
}

/* ---- adding ---- */

enum applied
choose_sequence(const struct op *op, const struct schema *s, const struct table *t,
                const struct column *c, const char **name)
{
	struct qname full = {t->object.name.schema, *name};

	if (*name)
		return need_free_name(op, s, SPACE_RELATION, full);
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

	c->type = serial_type(c->type);
	q->object.noun = &sequence_noun;
	q->object.at = c->at;
	q->object.name.schema = t->object.name.schema;
	result = choose_sequence(op, s, t, c, &q->object.name.name);
	if (result != APPLIED)
		return result;
	q->object.id = schema_id(s);
	q->options.type = c->type;
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
	enum applied result = need_identity(op, s, t, c);

	if (result != APPLIED)
		return result;
	c->identity = copy(c->identity, sizeof *c->identity);
	c->not_null = true;
	return choose_sequence(op, s, t, c, &c->identity->sequence);
}

/* a column without what is said beside it */
static struct column *
bare_column(const struct column *said, struct schema *s)
{
	struct column *c = copy(said, sizeof *c);

	c->id = schema_id(s);
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
	/* the server keeps no default of NULL; a domain's own may be what it takes away */
	if (c->default_value && c->default_value->type == VALUE_NULL && c->type &&
	    type_parts(c->type).builtin)
		c->default_value = NULL;
	return c;
}

/* first the column without what refers to others, for those may come after it */
static enum applied
add_bare(struct op *op, struct schema *s, struct table *t, const struct column *said)
{
	struct column *c = bare_column(said, s);
	enum applied result = need_new_column(op, t, c);

	if (result == APPLIED)
		result = need_one_source(op, said);
	if (result == APPLIED && !serial_type(c->type))
		result = need_column_type(op, s, c->type, c->collation);
	if (result == APPLIED && serial_type(c->type))
		result = expand_serial(op, s, t, c);
	if (result == APPLIED)
		result = need_storage(op, s, c, NULL, c->storage, c->compression);
	if (result == APPLIED && c->storage)
		c->storage = column_storage(c->storage, c->type);
	if (result == APPLIED)
		result = need_statistics(op, c->statistics);
	if (result == APPLIED)
		result = need_column_options(op, &c->options);
	if (result == APPLIED && c->identity)
		result = take_identity(op, s, t, c);
	if (result != REFUSED)
		list_add(&t->columns, c);
	return result;
}

static enum applied
check_column(struct op *op, struct schema *s, struct table *t, const struct column *said)
{
	const struct column *c = table_column(t, said->name);

	if (said->default_value && c->default_value && need_default(op, s, c) == REFUSED)
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

/* the operation as errors about an item of it name it: at the item's line */
static struct op
op_at(const struct op *op, struct loc at)
{
	struct op o = *op;

	if (at.file)
		o.at = at;
	return o;
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
		here = op_at(op, c->at);
		one = add_bare(&here, s, t, c);
		if (one != APPLIED)
			result = one == REFUSED ? one : result;
		if (one == REFUSED)
			schema_excuse(s, c->name);
	}
	/* each column's own mistakes are told, also behind those of another */
	for (i = 0; i < columns->n; i++) {
		c = columns->v[i];
		here = op_at(op, c->at);
		if (table_column(t, c->name) && check_column(&here, s, t, c) == REFUSED)
			result = REFUSED;
	}
	return result;
}

enum applied
column_add(struct op *op, struct schema *s, struct table *t, const struct column *c)
{
	struct list one = {0}, constraints = {0};
	enum applied result;

	list_add(&one, copy(c, sizeof *c));
	result = columns_add(op, s, t, &one);
	if (result == REFUSED)
		return result;
	column_constraints(c, &constraints);
	return constraints_add(op, s, t, &constraints);
}

/* ---- what operations on columns have in common ---- */

static const struct field altered_fields[] = {
	{"table", FIELD_QNAME, offsetof(struct altered, table), 1, .required = true,
         .sql = "ALTER TABLE table"},
	{"table_if_exists", FIELD_BOOL, offsetof(struct altered, if_exists), .fallback = "false",
         .sql = "ALTER TABLE IF EXISTS table"},
	{"only", FIELD_BOOL, offsetof(struct altered, only), .fallback = "false",
         .sql = "ALTER TABLE ONLY table",
         .doc = "Leaves tables that inherit from it alone, where PostgreSQL allows that."},
	{0},
};

const struct shape altered_shape = {"altered", CALL_TABLE, sizeof(struct altered), altered_fields,
                                    .page = "sql-altertable.html"};

bool
altered_from_sql(const struct clause *c, PgQuery__AlterTableType type, struct altered *a)
{
	const PgQuery__AlterTableStmt *stmt;

	if (!c->command || c->command->subtype != type)
		return false;
	stmt = c->node->alter_table_stmt;
	if (stmt->objtype != PG_QUERY__OBJECT_TYPE__OBJECT_TABLE)
		return false;
	a->table = range_qname(stmt->relation);
	a->if_exists = stmt->missing_ok;
	a->only = !stmt->relation->inh;
	return true;
}

struct table *
need_altered(const struct op *op, const struct schema *s, const struct altered *a,
             enum applied *result)
{
	struct table *t;

	*result = APPLIED;
	if (a->if_exists && !schema_find(s, SPACE_RELATION, a->table))
		return NULL;
	t = need_table(op, s, a->table, result);
	return t ? (struct table *)object_copy(&t->object) : NULL;
}

/* the table that t has the column from, or NULL; *excused where that cannot be told */
const struct table *
column_parent(const struct schema *s, const struct table *t, const char *column)
{
	const struct object *parent = NULL;
	size_t i;

	if (t->partition_of.name)
		parent = schema_find(s, SPACE_RELATION, t->partition_of);
	for (i = 0; !parent && i < t->inherits.n; i++) {
		parent = schema_find(s, SPACE_RELATION, *(struct qname *)t->inherits.v[i]);
		if (parent && (parent->noun != &table_noun ||
		               !table_column((const struct table *)parent, column)))
			parent = NULL;
	}
	if (!parent || parent->noun != &table_noun)
		return NULL;
	return table_column((const struct table *)parent, column) ? (const struct table *)parent
	                                                          : NULL;
}

/* ---- add_column ---- */

struct add_column {
	struct op op;
	struct altered altered;
	struct column *column;
	bool if_not_exists;

	struct list constraints;   /* of SQL: those that cannot be said beside the column */
	const struct table *table; /* as it was made; NULL where nothing is to be done */
	struct column *made;
	struct list made_constraints;
};

static const struct op_class add_column, drop_column, rename_column;

static const struct field add_fields[] = {
	{"table", FIELD_PART, offsetof(struct add_column, altered), 1, .shape = &altered_shape},
	{"column", FIELD_ITEM, offsetof(struct add_column, column), 2, .required = true,
         .shape = &column_shape, .sql = "ADD COLUMN column"},
	{"if_not_exists", FIELD_BOOL, offsetof(struct add_column, if_not_exists),
         .fallback = "false", .sql = "ADD COLUMN IF NOT EXISTS"},
	{0},
};

static struct op *
add_from_sql(const struct clause *c)
{
	struct altered a;
	struct add_column *op;

	if (!altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn, &a))
		return NULL;
	op = op_new(&add_column, c->at);
	op->altered = a;
	op->column = column_from_sql(c->command->def->column_def, c->at, &op->constraints);
	op->if_not_exists = c->command->missing_ok;
	return &op->op;
}

static enum applied add_below(struct op *op, struct schema *s, const struct table *t,
                              const struct column *c);

/* one table that inherits from the one that got the column */
static enum applied
add_to_child(struct op *op, struct schema *s, struct table *child, const struct column *made)
{
	const struct column *there = table_column(child, made->name);
	struct column *c;

	if (there && !same(there->type, made->type))
		return op_error(op, "table %s, which inherits, has a column '%s' of type %s%s",
		                plain_qname(child->object.name), made->name, there->type,
		                where_made(there->at));
	if (there && !same(there->collation, made->collation))
		return op_error(
			op, "table %s, which inherits, has a column '%s' of another collation%s",
			plain_qname(child->object.name), made->name, where_made(there->at));
	if (there)
		return APPLIED; /* merged: it is both its own and inherited */
	child = (struct table *)object_copy(&child->object);
	c = copy(made, sizeof *made);
	c->id = schema_id(s);
	c->inherited = true;
	c->comment = NULL;
	c->options = (struct strs){0};
	list_add(&child->columns, c);
	if (add_below(op, s, child, c) == REFUSED)
		return REFUSED;
	schema_put(s, &child->object);
	return APPLIED;
}

static enum applied
add_below(struct op *op, struct schema *s, const struct table *t, const struct column *c)
{
	struct list below = children(s, t);
	size_t i;

	for (i = 0; i < below.n; i++)
		if (add_to_child(op, s, below.v[i], c) == REFUSED)
			return REFUSED;
	return APPLIED;
}

static enum applied
need_open_table(const struct op *op, const struct schema *s, const struct table *t,
                const struct add_column *add)
{
	if (t->partition_of.name)
		return op_error(op,
		                "table %s is a partition: its columns come and go with those of %s",
		                plain_qname(t->object.name), plain_qname(t->partition_of));
	if (t->of_type)
		return op_error(op, "table %s is typed: its columns are those of type %s",
		                plain_qname(t->object.name), t->of_type);
	if (!children(s, t).n)
		return APPLIED;
	if (add->altered.only)
		return op_error(op, "the column must come to the tables that inherit from %s too",
		                plain_qname(t->object.name));
	if (add->column->identity)
		return op_error(
			op,
			"table %s has partitions or tables that inherit from it; an identity column cannot be added to it",
			plain_qname(t->object.name));
	return APPLIED;
}

static enum applied
add_apply(struct op *o, struct schema *s)
{
	struct add_column *op = (struct add_column *)o;
	size_t n, i;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, &result);

	op->table = NULL;
	op->made_constraints = (struct list){0};
	if (!t || (op->if_not_exists && table_column(t, op->column->name)))
		return result;
	if (need_open_table(o, s, t, op) == REFUSED)
		return REFUSED;
	n = t->constraints.n;
	result = column_add(o, s, t, op->column);
	if (result != REFUSED)
		result = constraints_add(o, s, t, &op->constraints);
	if (result == REFUSED)
		return result;
	op->table = t;
	op->made = table_column(t, op->column->name);
	if ((op->made->default_value || op->made->generated || op->made->identity) &&
	    need_no_row_type(o, s, t) == REFUSED)
		return REFUSED;
	for (i = n; i < t->constraints.n; i++)
		list_add(&op->made_constraints, t->constraints.v[i]);
	if (add_below(o, s, t, op->made) == REFUSED)
		return REFUSED;
	schema_put(s, &t->object);
	for (i = 0; i < op->made_constraints.n; i++)
		if (constraint_descend(o, s, t, op->made_constraints.v[i]) == REFUSED)
			return REFUSED;
	return result;
}

static void
add_render(const struct op *o, struct list *steps)
{
	const struct add_column *op = (const struct add_column *)o;
	const char *label = strf("%s.%s", op->altered.table.name, op->column->name);
	struct strs actions_sql = {0};
	struct step *step;
	struct buf b = {0};
	size_t i;

	if (!op->table)
		return;
	buf_fmt(&b, "ADD COLUMN %s%s", op->if_not_exists ? "IF NOT EXISTS " : "",
	        column_said_sql(op->made, op->column, op->table));
	strs_add(&actions_sql, buf_str(&b));
	for (i = 0; i < op->made_constraints.n; i++)
		strs_add(&actions_sql, strf("ADD %s", constraint_sql(op->made_constraints.v[i])));
	column_more_sql(op->made, &actions_sql);
	step = step_add(steps, o, label, alter_table_sql(&op->altered, &actions_sql));
	step_lock(step, LOCK_ACCESS_EXCLUSIVE, op->table->object.name);
	if (op->made->comment)
		step_add(steps, o, label,
		         column_comment_sql(op->table->object.name, op->made->name,
		                            op->made->comment));
}

static const struct op_class add_column = {
	.shape = {"add_column", CALL_ARGUMENTS, sizeof(struct add_column), add_fields,
                  .page = "sql-altertable.html",
                  .doc = "Adds a column, also to the tables that inherit from the table."},
	.from_sql = add_from_sql,
	.apply = add_apply,
	.render = add_render,
};

/* ---- drop_column ---- */

struct drop_column {
	struct op op;
	struct altered altered;
	const char *name;
	bool if_exists;
	bool cascade;

	const struct table *table; /* as it was before; NULL where nothing is to be done */
};

static const struct field drop_fields[] = {
	{"table", FIELD_PART, offsetof(struct drop_column, altered), 1, .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct drop_column, name), 2, .required = true,
         .sql = "DROP COLUMN name",
         .doc = "Its indexes and constraints, and a sequence that it owns, go with it."},
	{"if_exists", FIELD_BOOL, offsetof(struct drop_column, if_exists), .fallback = "false",
         .sql = "DROP COLUMN IF EXISTS"},
	{"cascade", FIELD_BOOL, offsetof(struct drop_column, cascade), .fallback = "false",
         .sql = "CASCADE",
         .doc = "Drops what depends on it: foreign keys of other tables, generated columns."},
	{0},
};

static struct op *
drop_from(const struct clause *c)
{
	struct altered a;
	struct drop_column *op;

	if (!altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_DropColumn, &a))
		return NULL;
	op = op_new(&drop_column, c->at);
	op->altered = a;
	op->name = c->command->name;
	op->if_exists = c->command->missing_ok;
	op->cascade = c->command->behavior == PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE;
	return &op->op;
}

static bool
same_qname(struct qname a, struct qname b)
{
	return same(a.name, b.name) && same(a.schema, b.schema);
}

/* a foreign key of the table itself that refers to the column from others */
static bool
refers_to_own(const struct table *t, const struct constraint *k, const char *column)
{
	return k->type == 'f' && same_qname(k->references.table, t->object.name) &&
	       strs_has(&k->references.columns, column);
}

bool
generated_uses(const struct column *c, const char *column)
{
	return c->generated && expression_uses_column(c->generated, column);
}

/* another column of t that is generated from it, or NULL */
const struct column *
generated_from(const struct table *t, const char *column)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (!same(c->name, column) && generated_uses(c, column))
			return c;
	}
	return NULL;
}

static enum applied
needed_by(const struct op *op, const char *column, const char *what, const char *name,
          const struct table *t, struct loc at)
{
	return op_error(op,
	                "column '%s' is needed by %s '%s' of table %s%s; drop that first, or say "
	                "cascade = true",
	                column, what, name, plain_qname(t->object.name), where_made(at));
}

/* the foreign keys that refer to the column, but for those that go with it */
static enum applied
need_no_references(const struct op *op, const struct schema *s, const struct table *t,
                   const char *name)
{
	struct list keys = foreign_keys_to(s, t);
	const struct constraint *k;
	size_t i;

	for (i = 0; i + 1 < keys.n; i += 2) {
		k = keys.v[i + 1];
		if (strs_has(&k->references.columns, name))
			return needed_by(op, name, "foreign key", k->name, keys.v[i], k->at);
	}
	for (i = 0; i < t->constraints.n; i++) {
		k = t->constraints.v[i];
		if (refers_to_own(t, k, name) && !strs_has(&k->columns, name))
			return needed_by(op, name, "foreign key", k->name, t, k->at);
	}
	return APPLIED;
}

/* the column of a table below that goes with its parent's: no other parent has it, and it is none of its own */
static const struct column *
goes_too(const struct schema *s, const struct table *child, const struct table *parent,
         const char *name)
{
	const struct column *c = table_column(child, name);
	const struct table *other;
	struct table rest;
	size_t i;

	if (!c || !c->inherited)
		return NULL;
	rest = *child;
	rest.inherits = (struct list){0};
	rest.partition_of = (struct qname){0};
	for (i = 0; i < child->inherits.n; i++)
		if (!same_qname(*(struct qname *)child->inherits.v[i], parent->object.name))
			list_add(&rest.inherits, child->inherits.v[i]);
	other = column_parent(s, &rest, name);
	return other ? NULL : c;
}

static enum applied
need_droppable(const struct op *op, const struct schema *s, const struct table *t, const char *name,
               bool cascade)
{
	const struct column *from;
	struct list below;
	size_t i;

	if (partition_key_uses(t, name))
		return op_error(op, "column '%s' is part of the partition key of table %s", name,
		                plain_qname(t->object.name));
	if (!cascade && need_no_references(op, s, t, name) == REFUSED)
		return REFUSED;
	from = generated_from(t, name);
	if (from && !cascade)
		return needed_by(op, name, "generated column", from->name, t, from->at);
	below = children(s, t);
	for (i = 0; i < below.n; i++)
		if (goes_too(s, below.v[i], t, name) &&
		    need_droppable(op, s, below.v[i], name, cascade) == REFUSED)
			return REFUSED;
	return APPLIED;
}

/* the foreign keys of other tables that refer to the column go */
static void
drop_references(struct schema *s, const struct table *t, const char *name)
{
	struct list keys = foreign_keys_to(s, t);
	const struct constraint *k;
	struct table *other;
	size_t i, j;

	for (i = 0; i + 1 < keys.n; i += 2) {
		k = keys.v[i + 1];
		if (!strs_has(&k->references.columns, name))
			continue;
		other = keys.v[i];
		other = (struct table *)object_copy(s->by_id.v[other->object.id]);
		for (j = other->constraints.n; j-- > 0;)
			if (other->constraints.v[j] == k)
				list_remove(&other->constraints, j);
		schema_put(s, &other->object);
	}
}

static void
drop_owned(struct schema *s, const struct table *t, const char *name)
{
	struct list owned = owned_sequences(s, t);
	struct sequence *q;
	size_t i;

	for (i = 0; i < owned.n; i++) {
		q = owned.v[i];
		if (strs_has(&q->owned_by.columns, name))
			schema_remove(s, &q->object);
	}
}

/* a column and what is made of it, from a copy of its table */
static void
strip(struct schema *s, struct table *t, const char *name)
{
	const struct constraint *k;
	const struct column *c;
	size_t i;

	while ((c = generated_from(t, name)))
		strip(s, t, c->name);
	drop_references(s, t, name);
	drop_owned(s, t, name);
	for (i = t->constraints.n; i-- > 0;) {
		k = t->constraints.v[i];
		if (constraint_uses_column(k, name) || refers_to_own(t, k, name))
			list_remove(&t->constraints, i);
	}
	for (i = t->indexes.n; i-- > 0;)
		if (index_uses_column(t->indexes.v[i], name))
			list_remove(&t->indexes, i);
	for (i = t->columns.n; i-- > 0;)
		if (same(((struct column *)t->columns.v[i])->name, name))
			list_remove(&t->columns, i);
}

/* it stays where the one that it was inherited from goes */
static void
make_own(struct schema *s, const struct table *t, const char *name)
{
	struct table *copied = (struct table *)object_copy(&t->object);
	struct column *c;
	size_t i;

	for (i = 0; i < copied->columns.n; i++) {
		c = copied->columns.v[i];
		if (!same(c->name, name) || !c->inherited)
			continue;
		c = element_copy(&copied->columns, i, sizeof *c);
		c->inherited = false;
		schema_put(s, &copied->object);
	}
}

static void
remove_from(struct schema *s, const struct table *t, const char *name, bool only)
{
	struct list below = children(s, t);
	struct table *copied;
	size_t i;

	for (i = 0; i < below.n; i++) {
		if (!goes_too(s, below.v[i], t, name))
			continue;
		if (only)
			make_own(s, below.v[i], name);
		else
			remove_from(s, below.v[i], name, false);
	}
	copied = (struct table *)object_copy(s->by_id.v[t->object.id]);
	strip(s, copied, name);
	schema_put(s, &copied->object);
}

void
column_remove(struct schema *s, const struct table *t, const char *name)
{
	remove_from(s, t, name, false);
}

static enum applied
need_own_column(const struct op *op, const struct schema *s, const struct table *t,
                const char *name)
{
	const struct table *parent = column_parent(s, t, name);

	if (is_system_column(name))
		return op_error(op, "'%s' is a system column", name);
	if (t->of_type)
		return op_error(op, "table %s is typed: its columns are those of type %s",
		                plain_qname(t->object.name), t->of_type);
	if (parent)
		return op_error(op, "column '%s' of table %s is inherited from table %s", name,
		                plain_qname(t->object.name), plain_qname(parent->object.name));
	return APPLIED;
}

static enum applied
drop_apply(struct op *o, struct schema *s)
{
	struct drop_column *op = (struct drop_column *)o;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, &result);

	op->table = NULL;
	if (t && (is_system_column(op->name) || t->of_type))
		return need_own_column(o, s, t, op->name);
	if (!t || (op->if_exists && !table_column(t, op->name)))
		return result;
	if (!need_column(o, s, t, op->name, &result))
		return result;
	if (need_own_column(o, s, t, op->name) == REFUSED ||
	    need_droppable(o, s, t, op->name, op->cascade) == REFUSED)
		return REFUSED;
	if (op->altered.only && t->partition_by && children(s, t).n)
		return op_error(o, "the column must be dropped from the partitions of %s too",
		                plain_qname(t->object.name));
	op->table = t;
	remove_from(s, t, op->name, op->altered.only);
	return APPLIED;
}

static void
drop_render(const struct op *o, struct list *steps)
{
	const struct drop_column *op = (const struct drop_column *)o;
	struct strs actions_sql = {0};
	const struct column *c;
	struct step *step;

	strs_add(&actions_sql, strf("DROP COLUMN %s%s%s", op->if_exists ? "IF EXISTS " : "",
	                            sql_name(op->name), op->cascade ? " CASCADE" : ""));
	step = step_add(steps, o, strf("%s.%s", op->altered.table.name, op->name),
	                alter_table_sql(&op->altered, &actions_sql));
	step_lock(step, LOCK_ACCESS_EXCLUSIVE, op->altered.table);
	c = op->table ? table_column(op->table, op->name) : NULL;
	if (!c || !c->generated)
		step->flags |= STEP_LOSES_DATA;
}

static const struct op_class drop_column = {
	.shape = {"drop_column", CALL_ARGUMENTS, sizeof(struct drop_column), drop_fields,
                  .page = "sql-altertable.html",
                  .doc = "Drops a column, also from the tables that inherit it."},
	.from_sql = drop_from,
	.apply = drop_apply,
	.render = drop_render,
};

/* ---- rename_column ---- */

struct rename_column {
	struct op op;
	struct altered altered;
	const char *name;
	const char *to;

	bool unless_done; /* of a difference: the column may have got its name with that of a parent */
	bool done;
};

static const struct field rename_fields[] = {
	{"table", FIELD_PART, offsetof(struct rename_column, altered), 1, .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct rename_column, name), 2, .required = true,
         .sql = "RENAME COLUMN name TO to",
         .doc = "What uses the column follows; indexes and constraints keep their names."},
	{"to", FIELD_NAME, offsetof(struct rename_column, to), 3, .required = true},
	{0},
};

static struct op *
rename_from(const struct clause *c)
{
	const PgQuery__RenameStmt *stmt = rename_from_sql(c, PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN);
	struct rename_column *op;

	if (!stmt || stmt->relation_type != PG_QUERY__OBJECT_TYPE__OBJECT_TABLE)
		return NULL;
	op = op_new(&rename_column, c->at);
	op->altered.table = range_qname(stmt->relation);
	op->altered.if_exists = stmt->missing_ok;
	op->altered.only = !stmt->relation->inh;
	op->name = stmt->subname;
	op->to = stmt->newname;
	return &op->op;
}

static void
rename_in_columns(struct table *t, const char *from, const char *to)
{
	struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (!same(c->name, from) && !generated_uses(c, from))
			continue;
		c = element_copy(&t->columns, i, sizeof *c);
		if (c->generated)
			c->generated = expression_rename_column(c->generated, t->object.name.name,
			                                        from, to);
		if (same(c->name, from))
			c->name = to;
	}
}

/* the column in its own table's constraints, indexes and partition key */
static void
rename_in_parts(struct table *t, const char *from, const char *to)
{
	struct constraint *k;
	struct index *x;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		k = t->constraints.v[i];
		if (!constraint_uses_column(k, from) && !refers_to_own(t, k, from))
			continue;
		k = element_copy(&t->constraints, i, sizeof *k);
		if (refers_to_own(t, k, from))
			strs_rename(&k->references.columns, from, to);
		if (constraint_uses_column(k, from))
			constraint_rename_column(k, t, from, to);
	}
	for (i = 0; i < t->indexes.n; i++) {
		if (!index_uses_column(t->indexes.v[i], from))
			continue;
		x = element_copy(&t->indexes, i, sizeof *x);
		index_rename_column(x, t, from, to);
	}
	if (t->partition_by && partition_key_uses(t, from))
		t->partition_by = partition_rename_column(t, from, to);
}

static void
rename_references_to(struct schema *s, const struct table *t, const char *from, const char *to)
{
	struct list keys = foreign_keys_to(s, t), owned = owned_sequences(s, t);
	struct constraint *k;
	struct sequence *q;
	struct table *other;
	size_t i, j;

	for (i = 0; i + 1 < keys.n; i += 2) {
		other = keys.v[i];
		other = (struct table *)object_copy(s->by_id.v[other->object.id]);
		for (j = 0; j < other->constraints.n; j++) {
			if (other->constraints.v[j] != keys.v[i + 1])
				continue;
			k = element_copy(&other->constraints, j, sizeof *k);
			strs_rename(&k->references.columns, from, to);
		}
		schema_put(s, &other->object);
	}
	for (i = 0; i < owned.n; i++) {
		q = (struct sequence *)object_copy(owned.v[i]);
		strs_rename(&q->owned_by.columns, from, to);
		schema_put(s, &q->object);
	}
}

static void
collect_family(const struct schema *s, const struct table *t, struct list *family)
{
	struct list below = children(s, t);
	size_t i;

	list_add(family, s->by_id.v[t->object.id]);
	for (i = 0; i < below.n; i++)
		collect_family(s, below.v[i], family);
}

/* a parent of t outside of the family that has the column too, or NULL */
static const struct table *
other_parent(const struct schema *s, const struct table *t, const char *column,
             const struct list *family)
{
	const struct object *parent;
	size_t i, j;

	for (i = 0; i < t->inherits.n; i++) {
		parent = schema_find(s, SPACE_RELATION, *(struct qname *)t->inherits.v[i]);
		for (j = 0; j < family->n && parent != family->v[j]; j++)
			;
		if (parent && parent->noun == &table_noun && j == family->n &&
		    table_column((const struct table *)parent, column))
			return (const struct table *)parent;
	}
	return NULL;
}

enum applied
need_one_line(const struct op *op, const struct schema *s, const struct table *t,
              const char *column)
{
	const struct table *child, *other;
	struct list family = {0};
	size_t i;

	collect_family(s, t, &family);
	for (i = 1; i < family.n; i++) {
		child = family.v[i];
		other = other_parent(s, child, column, &family);
		if (other)
			return op_error(op,
			                "column '%s' of table %s is inherited from table %s too",
			                column, plain_qname(child->object.name),
			                plain_qname(other->object.name));
	}
	return APPLIED;
}

static enum applied
rename_in(const struct op *op, struct schema *s, const struct table *t, const char *from,
          const char *to)
{
	struct list below = children(s, t);
	const struct column *there = table_column(t, to);
	struct table *copied;
	size_t i;

	if (there)
		return op_error(op, "column '%s' exists already in table %s%s", to,
		                plain_qname(t->object.name), where_made(there->at));
	for (i = 0; i < below.n; i++)
		if (rename_in(op, s, below.v[i], from, to) == REFUSED)
			return REFUSED;
	copied = (struct table *)object_copy(s->by_id.v[t->object.id]);
	rename_in_parts(copied, from, to);
	rename_in_columns(copied, from, to);
	schema_put(s, &copied->object);
	rename_references_to(s, copied, from, to);
	return APPLIED;
}

static enum applied
rename_apply(struct op *o, struct schema *s)
{
	struct rename_column *op = (struct rename_column *)o;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, &result);

	op->done = t && op->unless_done && !table_column(t, op->name) && table_column(t, op->to);
	if (!t || op->done)
		return result;
	if (is_system_column(op->name) || is_system_column(op->to))
		return op_error(o, "'%s' is the name of a system column",
		                is_system_column(op->name) ? op->name : op->to);
	if (t->of_type)
		return need_own_column(o, s, t, op->name);
	if (!need_column(o, s, t, op->name, &result))
		return result;
	if (need_own_column(o, s, t, op->name) == REFUSED)
		return REFUSED;
	if (need_one_line(o, s, t, op->name) == REFUSED)
		return REFUSED;
	if (op->altered.only && children(s, t).n)
		return op_error(o, "the column must be renamed in the tables that inherit it too");
	return rename_in(o, s, t, op->name, op->to);
}

static void
rename_render(const struct op *o, struct list *steps)
{
	const struct rename_column *op = (const struct rename_column *)o;
	struct strs actions_sql = {0};

	if (op->done)
		return;
	strs_add(&actions_sql,
	         strf("RENAME COLUMN %s TO %s", sql_name(op->name), sql_name(op->to)));
	step_lock(step_add(steps, o, strf("%s.%s", op->altered.table.name, op->name),
	                   alter_table_sql(&op->altered, &actions_sql)),
	          LOCK_ACCESS_EXCLUSIVE, op->altered.table);
}

static const struct op_class rename_column = {
	.shape = {"rename_column", CALL_ARGUMENTS, sizeof(struct rename_column), rename_fields,
                  .page = "sql-altertable.html",
                  .doc = "Renames a column, also in the tables that inherit it."},
	.from_sql = rename_from,
	.apply = rename_apply,
	.render = rename_render,
};

/* ---- differences ---- */

static const struct column *
counterpart(const struct diff *d, const struct table *t, const struct column *c)
{
	const struct column *other;
	size_t i;

	if (d->by_name)
		return table_column(t, c->name);
	for (i = 0; i < t->columns.n; i++) {
		other = t->columns.v[i];
		if (other->id == c->id)
			return other;
	}
	return NULL;
}

/* a column cannot become a generated one, nor one of another expression: it is made anew. While time passes an expression only
   changes with the names in it */
static bool
column_remade(const struct diff *d, const struct column *from, const struct column *to)
{
	if (!to->generated || !from->generated)
		return to->generated;
	return d->by_name && !same_tokens(from->generated, to->generated);
}

bool
column_goes(const struct diff *d, const struct column *c, const struct table *to)
{
	const struct column *stays = counterpart(d, to, c);

	return !stays || column_remade(d, c, stays);
}

/* true where the table inherits from that one */
bool
inherits_from(const struct table *t, struct qname parent)
{
	size_t i;

	for (i = 0; i < t->inherits.n; i++)
		if (same_qname(*(struct qname *)t->inherits.v[i], parent))
			return true;
	return t->partition_of.name && same_qname(t->partition_of, parent);
}

static void
diff_rename(struct diff *d, const struct table *t, const char *from, const char *to)
{
	struct rename_column *op;

	if (same(from, to))
		return;
	op = op_new(&rename_column, d->at);
	op->altered.table = t->object.name;
	op->name = from;
	op->to = to;
	op->unless_done = true;
	diff_add(d, PHASE_RENAME, op);
}

/* generated columns go before those that they are made of, and come after them */
static void
diff_drops(struct diff *d, const struct table *from, const struct table *to, bool generated)
{
	const struct column *c;
	struct drop_column *op;
	size_t i;

	for (i = 0; i < from->columns.n; i++) {
		c = from->columns.v[i];
		if (!c->generated == generated || c->inherited || !column_goes(d, c, to))
			continue;
		op = op_new(&drop_column, d->at);
		op->altered.table = to->object.name;
		op->name = c->name;
		diff_add(d, PHASE_DROP_COLUMN, op);
	}
}

/* true where `to` gets a parent, which will not bring its columns */
static bool
comes_under(const struct table *from, const struct table *to)
{
	return from->inherits.n < to->inherits.n ||
	       (to->partition_of.name && !from->partition_of.name);
}

static void
diff_adds(struct diff *d, const struct table *from, const struct table *to, bool generated)
{
	const struct column *c, *was;
	struct add_column *op;
	size_t i;

	for (i = 0; i < to->columns.n; i++) {
		c = to->columns.v[i];
		was = counterpart(d, from, c);
		if (!c->generated == generated || (c->inherited && !comes_under(from, to)) ||
		    (was && !column_remade(d, was, c)))
			continue;
		op = op_new(&add_column, d->at);
		op->altered.table = to->object.name;
		op->column = copy(c, sizeof *c);
		op->made = op->column;
		op->table = to;
		/* what it is made of must have its type first */
		diff_add(d, generated ? PHASE_ALTER_COLUMN : PHASE_ADD_COLUMN, op);
	}
}

void
columns_alter(struct diff *d, const struct table *from, const struct table *to)
{
	const struct column *c, *was;
	size_t i;

	diff_drops(d, from, to, true);
	diff_drops(d, from, to, false);
	for (i = 0; i < to->columns.n; i++) {
		c = to->columns.v[i];
		was = counterpart(d, from, c);
		if (!was || column_remade(d, was, c))
			continue;
		if (!c->inherited)
			diff_rename(d, to, was->name, c->name);
		column_alter(d, to, was, c);
	}
	diff_adds(d, from, to, false);
	diff_adds(d, from, to, true);
}

const struct op_class *const column_ops[] = {&add_column, &drop_column, &rename_column, NULL};
