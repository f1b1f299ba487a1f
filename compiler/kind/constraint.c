/* Constraints of tables: primary keys, unique, check, foreign key and exclusion constraints. What is true of their indexes
   is in index.c and key.c, what foreign keys refer to in foreign_key.c, what children have of them in descend.c.

   The same struct constraint stands in create_table's items and in the operations that add one to a table; the fields are
   shared as parts, one for each type. In a schema it is normalised: what is the default anyway is left out. */
#include <string.h>

#include "kind.h"

struct add_constraint {
	struct op op;
	struct altered altered;
	struct constraint constraint; /* as it was made, after apply */
};

struct drop_constraint {
	struct op op;
	struct altered altered;
	const char *name;
	bool if_exists;
	bool cascade;
};

struct rename_constraint {
	struct op op;
	struct altered altered;
	const char *name;
	const char *to;
};

struct validate_constraint {
	struct op op;
	struct altered altered;
	const char *name;
};

struct alter_constraint {
	struct op op;
	struct altered altered;
	const char *name;
	enum answer deferrable;
	const char *initially;
};

static const struct op_class create_primary_key, create_unique_constraint, create_check_constraint,
	create_foreign_key, create_exclude_constraint, drop_constraint, rename_constraint,
	validate_constraint, alter_constraint;

/* what a type of constraint is called, and the operation that adds one */
static const struct type {
	char type;
	const char *noun;
	const struct op_class *create;
} types[] = {
	{'p', "primary key", &create_primary_key},
	{'u', "unique constraint", &create_unique_constraint},
	{'c', "check constraint", &create_check_constraint},
	{'f', "foreign key", &create_foreign_key},
	{'x', "exclusion constraint", &create_exclude_constraint},
};

static const struct type *
type_of(const struct constraint *c)
{
	size_t i = 0;

	while (types[i].type != c->type)
		i++;
	return &types[i];
}

const char *
constraint_noun(const struct constraint *c)
{
	return type_of(c)->noun;
}

static bool
has_index(const struct constraint *c)
{
	return c->type == 'p' || c->type == 'u' || c->type == 'x';
}

/* ---- options ---- */

static const char *const times[] = {"immediate", "deferred", NULL};
static const char *const matches[] = {"simple", "full", NULL};
static const char *const actions[] = {"no action", "restrict",    "cascade",
                                      "set null",  "set default", NULL};

static const struct field name_fields[] = {
	{"name", FIELD_NAME, offsetof(struct constraint, name),
         .fallback = "chosen as PostgreSQL does", .sql = "CONSTRAINT name"},
	{"comment", FIELD_TEXT, offsetof(struct constraint, comment), .fallback = "none",
         .sql = "COMMENT ON CONSTRAINT name ON table IS 'comment'"},
	{0},
};

static const struct shape name_part = {"options", CALL_TABLE, sizeof(struct constraint),
                                       name_fields};

static const struct field defer_fields[] = {
	{"deferrable", FIELD_ANSWER, offsetof(struct constraint, deferrable), .fallback = "false",
         .sql = "DEFERRABLE | NOT DEFERRABLE"},
	{"initially", FIELD_CHOICE, offsetof(struct constraint, initially), .choices = times,
         .fallback = "immediate", .sql = "INITIALLY DEFERRED | IMMEDIATE"},
	{0},
};

static const struct shape defer_part = {"options", CALL_TABLE, sizeof(struct constraint),
                                        defer_fields};

static const struct field storage_fields[] = {
	{"include", FIELD_NAMES, offsetof(struct constraint, include), .fallback = "none",
         .sql = "INCLUDE (include, …)"},
	{"with", FIELD_PARAMETERS, offsetof(struct constraint, with), .fallback = "none",
         .sql = "WITH (name = value, …)", .doc = "Storage parameters of its index."},
	{"tablespace", FIELD_NAME, offsetof(struct constraint, tablespace),
         .fallback = "the default tablespace", .sql = "USING INDEX TABLESPACE tablespace"},
	{0},
};

static const struct shape storage_part = {"options", CALL_TABLE, sizeof(struct constraint),
                                          storage_fields};

static int
finish_primary_key(void *item)
{
	((struct constraint *)item)->type = 'p';
	return 0;
}

static const struct field primary_key_options[] = {
	{"options", FIELD_PART, 0, .shape = &name_part},
	{"options", FIELD_PART, 0, .shape = &storage_part},
	{"options", FIELD_PART, 0, .shape = &defer_part},
	{0},
};

static const struct shape primary_key_part = {"options", CALL_TABLE, sizeof(struct constraint),
                                              primary_key_options, .finish = finish_primary_key};

static int
finish_unique(void *item)
{
	((struct constraint *)item)->type = 'u';
	return 0;
}

static const struct field unique_options[] = {
	{"options", FIELD_PART, 0, .shape = &name_part},
	{"nulls_not_distinct", FIELD_BOOL, offsetof(struct constraint, nulls_not_distinct),
         .fallback = "false", .sql = "NULLS NOT DISTINCT",
         .doc = "From PostgreSQL 15 on: two nulls are equal."},
	{"options", FIELD_PART, 0, .shape = &storage_part},
	{"options", FIELD_PART, 0, .shape = &defer_part},
	{0},
};

static const struct shape unique_part = {"options", CALL_TABLE, sizeof(struct constraint),
                                         unique_options, .finish = finish_unique};

static int
finish_check(void *item)
{
	((struct constraint *)item)->type = 'c';
	return 0;
}

static const struct field check_options[] = {
	{"options", FIELD_PART, 0, .shape = &name_part},
	{"no_inherit", FIELD_BOOL, offsetof(struct constraint, no_inherit), .fallback = "false",
         .sql = "NO INHERIT", .doc = "Not on tables that inherit from this one."},
	{0},
};

static const struct shape check_part = {"options", CALL_TABLE, sizeof(struct constraint),
                                        check_options, .finish = finish_check};

static int
finish_foreign_key(void *item)
{
	struct constraint *c = item;

	c->type = 'f';
	if (!c->on_delete_columns.n || same(c->on_delete, "set null") ||
	    same(c->on_delete, "set default"))
		return 0;
	error_at(c->at,
	         "foreign key: on_delete_columns says nothing without on_delete = \"set null\" or "
	         "\"set default\"");
	return -1;
}

static const struct field foreign_key_options[] = {
	{"options", FIELD_PART, 0, .shape = &name_part},
	{"match", FIELD_CHOICE, offsetof(struct constraint, match), .choices = matches,
         .fallback = "simple", .sql = "MATCH FULL | SIMPLE"},
	{"on_delete", FIELD_CHOICE, offsetof(struct constraint, on_delete), .choices = actions,
         .fallback = "no action", .sql = "ON DELETE on_delete"},
	{"on_delete_columns", FIELD_NAMES, offsetof(struct constraint, on_delete_columns),
         .fallback = "all of the key", .sql = "ON DELETE SET NULL (on_delete_columns, …)",
         .doc = "From PostgreSQL 15 on: the columns that \"set null\" or \"set default\" is for."},
	{"on_update", FIELD_CHOICE, offsetof(struct constraint, on_update), .choices = actions,
         .fallback = "no action", .sql = "ON UPDATE on_update"},
	{"options", FIELD_PART, 0, .shape = &defer_part},
	{0},
};

static const struct shape foreign_key_part = {"options", CALL_TABLE, sizeof(struct constraint),
                                              foreign_key_options, .finish = finish_foreign_key};

static int
finish_exclude(void *item)
{
	((struct constraint *)item)->type = 'x';
	return 0;
}

static const struct field exclude_options[] = {
	{"options", FIELD_PART, 0, .shape = &name_part},
	{"using", FIELD_NAME, offsetof(struct constraint, using), .fallback = "btree",
         .sql = "EXCLUDE USING using", .doc = "Nearly always \"gist\"."},
	{"where", FIELD_SQL, offsetof(struct constraint, where), .fallback = "all rows",
         .sql = "WHERE (where)"},
	{"options", FIELD_PART, 0, .shape = &storage_part},
	{"options", FIELD_PART, 0, .shape = &defer_part},
	{0},
};

static const struct shape exclude_part = {"options", CALL_TABLE, sizeof(struct constraint),
                                          exclude_options, .finish = finish_exclude};

/* ---- items of create_table ---- */

static const struct field primary_key_fields[] = {
	{"columns", FIELD_NAMES, offsetof(struct constraint, columns), 1, .required = true,
         .sql = "PRIMARY KEY (columns, …)"},
	{"options", FIELD_PART, 0, .shape = &primary_key_part},
	{0},
};

const struct shape primary_key_shape = {
	"primary_key",
	CALL_TABLE,
	sizeof(struct constraint),
	primary_key_fields,
	.page = "sql-createtable.html",
	.doc = "The primary key of a table. Its columns become NOT NULL."};

static const struct field unique_fields[] = {
	{"columns", FIELD_NAMES, offsetof(struct constraint, columns), 1, .required = true,
         .sql = "UNIQUE (columns, …)"},
	{"options", FIELD_PART, 0, .shape = &unique_part},
	{0},
};

const struct shape unique_shape = {"unique",
                                   CALL_TABLE,
                                   sizeof(struct constraint),
                                   unique_fields,
                                   .page = "sql-createtable.html",
                                   .doc = "A unique constraint of a table."};

static const struct field check_fields[] = {
	{"expression", FIELD_SQL, offsetof(struct constraint, expression), 1, .required = true,
         .sql = "CHECK (expression)"},
	{"options", FIELD_PART, 0, .shape = &check_part},
	{0},
};

const struct shape check_shape = {"check",
                                  CALL_TABLE,
                                  sizeof(struct constraint),
                                  check_fields,
                                  .page = "sql-createtable.html",
                                  .doc = "A condition that each row must meet, or be null for."};

static const struct field foreign_key_fields[] = {
	{"columns", FIELD_NAMES, offsetof(struct constraint, columns), 1, .required = true,
         .sql = "FOREIGN KEY (columns, …)"},
	{"references", FIELD_REFERENCE, offsetof(struct constraint, references), .required = true,
         .sql = "REFERENCES references",
         .doc = "A table, whose primary key is meant, or \"table(column, …)\"."},
	{"options", FIELD_PART, 0, .shape = &foreign_key_part},
	{0},
};

const struct shape foreign_key_shape = {"foreign_key",
                                        CALL_TABLE,
                                        sizeof(struct constraint),
                                        foreign_key_fields,
                                        .page = "sql-createtable.html",
                                        .doc = "A reference to a key of a table."};

static const struct field exclude_fields[] = {
	{"keys", FIELD_ITEMS, offsetof(struct constraint, keys), 1, .required = true,
         .shape = &exclude_key_shape, .sql = "EXCLUDE (column WITH with, …)",
         .doc = "Each { \"column\", \"operator\" }."},
	{"options", FIELD_PART, 0, .shape = &exclude_part},
	{0},
};

const struct shape exclude_shape = {
	"exclude",
	CALL_TABLE,
	sizeof(struct constraint),
	exclude_fields,
	.page = "sql-createtable.html",
	.doc = "No two rows for which all of the operators are true: "
	       "exclude { { \"room\", \"=\" }, { \"during\", \"&&\" }, using = \"gist\" }."};

/* ---- from the parse tree ---- */

static const char *
action_of(const char *code)
{
	switch (*code) {
	case 'r':
		return "restrict";
	case 'c':
		return "cascade";
	case 'n':
		return "set null";
	case 'd':
		return "set default";
	default:
		return NULL;
	}
}

/* "=" or "OPERATOR(s.=)" */
static char *
operator_text(const PgQuery__Node *names)
{
	struct qname name = list_qname(names->list->items, names->list->n_items);

	if (!name.schema)
		return str(name.name);
	return strf("OPERATOR(%s.%s)", sql_name(name.schema), name.name);
}

static void
exclusions(const PgQuery__Constraint *def, struct constraint *c)
{
	const PgQuery__List *pair;
	struct key *k;
	size_t i;

	for (i = 0; i < def->n_exclusions; i++) {
		pair = def->exclusions[i]->list;
		k = key_from_sql(pair->items[0]->index_elem, c->at);
		k->with = operator_text(pair->items[1]);
		list_add(&c->keys, k);
	}
	if (*def->access_method)
		c->using = def->access_method;
	if (def->where_clause)
		c->where = node_sql(def->where_clause);
}

static void
reference(const PgQuery__Constraint *def, struct constraint *c)
{
	node_strings(def->fk_attrs, def->n_fk_attrs, &c->columns);
	c->references.table = range_qname(def->pktable);
	node_strings(def->pk_attrs, def->n_pk_attrs, &c->references.columns);
	if (*def->fk_matchtype == 'f')
		c->match = matches[1];
	c->on_delete = action_of(def->fk_del_action);
	c->on_update = action_of(def->fk_upd_action);
	node_strings(def->fk_del_set_cols, def->n_fk_del_set_cols, &c->on_delete_columns);
}

/* NULL for what is no constraint of a table */
static const char *
type_letter(PgQuery__ConstrType type)
{
	switch (type) {
	case PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY:
		return "p";
	case PG_QUERY__CONSTR_TYPE__CONSTR_UNIQUE:
		return "u";
	case PG_QUERY__CONSTR_TYPE__CONSTR_CHECK:
		return "c";
	case PG_QUERY__CONSTR_TYPE__CONSTR_FOREIGN:
		return "f";
	case PG_QUERY__CONSTR_TYPE__CONSTR_EXCLUSION:
		return "x";
	default:
		return NULL;
	}
}

struct constraint *
constraint_from_sql(const PgQuery__Constraint *def, struct loc at)
{
	const char *type = type_letter(def->contype);
	struct constraint *c;

	if (!type)
		return NULL;
	c = alloc(sizeof *c);
	c->at = at;
	c->type = *type;
	c->name = *def->conname ? def->conname : NULL;
	c->deferrable = def->deferrable ? YES : UNSAID;
	c->initially = def->initdeferred ? times[1] : NULL;
	c->no_inherit = def->is_no_inherit;
	c->not_valid = def->skip_validation;
	node_strings(def->keys, def->n_keys, &c->columns);
	node_strings(def->including, def->n_including, &c->include);
	node_parameters(def->options, def->n_options, &c->with);
	c->nulls_not_distinct = def->nulls_not_distinct;
	if (*def->indexspace)
		c->tablespace = def->indexspace;
	if (*def->indexname)
		c->using_index = def->indexname;
	if (c->type == 'c')
		c->expression = node_sql(def->raw_expr);
	if (c->type == 'f')
		reference(def, c);
	if (c->type == 'x')
		exclusions(def, c);
	return c;
}

/* ---- SQL ---- */

static const char *
upper(const char *words)
{
	char *s = str(words), *c;

	for (c = s; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	return s;
}

static void
key_sql(struct buf *b, const struct constraint *c)
{
	buf_add(b, c->type == 'p' ? "PRIMARY KEY" : "UNIQUE");
	if (c->using_index) {
		buf_fmt(b, " USING INDEX %s", sql_name(c->using_index));
		return;
	}
	if (c->nulls_not_distinct)
		buf_add(b, " NULLS NOT DISTINCT");
	buf_fmt(b, " (%s)", sql_names(&c->columns));
}

static void
foreign_key_sql(struct buf *b, const struct constraint *c)
{
	buf_fmt(b, "FOREIGN KEY (%s) REFERENCES %s", sql_names(&c->columns),
	        sql_qname(c->references.table));
	if (c->references.columns.n)
		buf_fmt(b, " (%s)", sql_names(&c->references.columns));
	if (c->match)
		buf_fmt(b, " MATCH %s", upper(c->match));
	if (c->on_update)
		buf_fmt(b, " ON UPDATE %s", upper(c->on_update));
	if (c->on_delete)
		buf_fmt(b, " ON DELETE %s", upper(c->on_delete));
	if (c->on_delete_columns.n)
		buf_fmt(b, " (%s)", sql_names(&c->on_delete_columns));
}

static void
index_options_sql(struct buf *b, const struct constraint *c)
{
	if (c->include.n)
		buf_fmt(b, " INCLUDE (%s)", sql_names(&c->include));
	if (c->with.n)
		buf_fmt(b, " WITH%s", sql_parameters(&c->with));
	if (c->tablespace)
		buf_fmt(b, " USING INDEX TABLESPACE %s", sql_name(c->tablespace));
}

char *
constraint_sql(const struct constraint *c)
{
	struct buf b = {0};

	if (c->name)
		buf_fmt(&b, "CONSTRAINT %s ", sql_name(c->name));
	if (c->type == 'p' || c->type == 'u')
		key_sql(&b, c);
	if (c->type == 'c')
		buf_fmt(&b, "CHECK %s", in_brackets(c->expression));
	if (c->type == 'f')
		foreign_key_sql(&b, c);
	if (c->type == 'x')
		buf_fmt(&b, "EXCLUDE%s%s %s", c->using ? " USING " : "",
		        c->using ? sql_name(c->using) : "", keys_sql(&c->keys));
	if (!c->using_index)
		index_options_sql(&b, c);
	if (c->where)
		buf_fmt(&b, " WHERE %s", in_brackets(c->where));
	if (c->deferrable == YES)
		buf_add(&b, " DEFERRABLE");
	if (c->initially)
		buf_add(&b, " INITIALLY DEFERRED");
	if (c->no_inherit)
		buf_add(&b, " NO INHERIT");
	if (c->not_valid)
		buf_add(&b, " NOT VALID");
	return buf_str(&b);
}

static char *
comment_sql(const char *name, struct qname table, const char *comment)
{
	return strf("COMMENT ON CONSTRAINT %s ON %s IS %s", sql_name(name), sql_qname(table),
	            sql_literal(comment));
}

void
constraint_comment(struct list *steps, const struct op *op, struct qname table,
                   const struct constraint *c)
{
	if (c->comment)
		step_lock(step_add(steps, op, c->name, comment_sql(c->name, table, c->comment)),
		          LOCK_SHARE_UPDATE_EXCLUSIVE, table);
}

/* ---- what expressions may hold ---- */

/* what a tree holds that makes one value of many rows */
static bool
find_many_rows(const ProtobufCMessage *m, void *data)
{
	static const char *const aggregates[] = {
		"array_agg", "avg",   "bit_and",  "bit_or",    "bool_and", "bool_or",
		"count",     "every", "json_agg", "jsonb_agg", "max",      "min",
		"stddev",    "sum",   "variance", "xmlagg",
	};
	const PgQuery__FuncCall *call = (const PgQuery__FuncCall *)(const void *)m;
	const char **found = data;
	struct qname name;
	size_t i;

	if (*found || m->descriptor != &pg_query__func_call__descriptor)
		return !*found;
	name = list_qname(call->funcname, call->n_funcname);
	if (call->over)
		*found = "window functions";
	else if (call->agg_star || call->agg_distinct || call->agg_within_group ||
	         call->agg_filter || call->n_agg_order)
		*found = "aggregate functions";
	for (i = 0; !*found && i < LEN(aggregates); i++)
		if (call->n_args == 1 && (!name.schema || same(name.schema, "pg_catalog")) &&
		    same(name.name, aggregates[i]))
			*found = "aggregate functions";
	return !*found;
}

const PgQuery__Node *
need_scalar(const struct op *op, const struct schema *s, const struct table *t, const char *text,
            const char *what)
{
	const PgQuery__Node *tree = need_expression(op, s, t, text, what);
	const char *found = NULL;

	if (!tree)
		return NULL;
	if (expression_has_subquery(tree))
		found = "subqueries";
	else
		tree_walk(tree, find_many_rows, &found);
	if (!found)
		return tree;
	op_error(op, "%s: %s cannot stand here", what, found);
	return NULL;
}

static const char *
constant_type(const PgQuery__AConst *c)
{
	if (c->isnull)
		return NULL;
	if (c->val_case == PG_QUERY__A__CONST__VAL_IVAL)
		return "integer";
	return c->val_case == PG_QUERY__A__CONST__VAL_FVAL ? "numeric" : NULL;
}

static const char *
column_type(const struct table *t, const PgQuery__ColumnRef *ref)
{
	const struct column *c;

	if (ref->n_fields != 1 || !node_string(ref->fields[0]))
		return NULL;
	c = table_column(t, node_string(ref->fields[0]));
	return c && c->type && type_parts(c->type).builtin ? c->type : NULL;
}

/* the built-in type that an expression clearly has, or NULL */
static const char *
clear_type(const struct table *t, const PgQuery__Node *tree)
{
	const char *operator, * type;

	if (tree->node_case == PG_QUERY__NODE__NODE_A_CONST)
		return constant_type(tree->a_const);
	if (tree->node_case == PG_QUERY__NODE__NODE_COLUMN_REF)
		return column_type(t, tree->column_ref);
	if (tree->node_case != PG_QUERY__NODE__NODE_A_EXPR || !tree->a_expr->lexpr ||
	    tree->a_expr->kind != PG_QUERY__A__EXPR__KIND__AEXPR_OP)
		return NULL;
	operator= node_string(tree->a_expr->name[0]);
	type = clear_type(t, tree->a_expr->lexpr);
	/* what is added to a number is none that could be true or false */
	return operator&& strlen(operator) == 1 && strchr("+-*/%", *operator) ? type : NULL;
}

enum applied
need_boolean(const struct op *op, const struct schema *s, const struct table *t, const char *text,
             const char *what)
{
	struct parse_error e;
	const PgQuery__Node *tree = parse_expression(text, &e);
	const char *cast = NULL, *type = tree ? clear_type(t, tree) : NULL;
	struct value v = {.type = VALUE_STRING};

	if (tree)
		v.text = expression_string(tree, &cast);
	if (v.text && !cast)
		return need_value(op, s, "boolean", &v, what);
	if (!type || strcmp(type, "boolean") == 0)
		return APPLIED;
	return op_error(op, "%s: its type must be boolean, not %s", what, type);
}

/* ---- adding: checks ---- */

static enum applied
need_key_columns(const struct op *op, const struct schema *s, const struct table *t,
                 const struct constraint *c)
{
	enum applied result;
	size_t i, k;

	for (i = 0; i < c->columns.n; i++) {
		if (!need_column(op, s, t, c->columns.v[i], &result) && result == REFUSED)
			return REFUSED;
		for (k = 0; k < i; k++)
			if (strcmp(c->columns.v[i], c->columns.v[k]) == 0)
				return op_error(op, "column '%s' appears twice in the %s",
				                c->columns.v[i], constraint_noun(c));
	}
	return APPLIED;
}

static enum applied
need_no_primary_key(const struct op *op, const struct table *t, const struct constraint *c)
{
	const struct constraint *there = c->type == 'p' ? table_primary_key(t) : NULL;

	if (!there)
		return APPLIED;
	return op_error(op, "table %s has a primary key already: '%s'%s",
	                plain_qname(t->object.name), there->name, made_at(there->at));
}

/* in the order of an ordinary key, which is what a constraint's index must have */
static bool
sorts_by_default(const struct table *t, const struct key *k)
{
	const struct column *c = table_column(t, k->term.column);

	if (same(k->order, "desc") || k->nulls)
		return false;
	if (k->collation && strcmp(k->collation, "\"default\"") != 0 &&
	    !(c && same(c->collation, k->collation)))
		return false;
	return !k->operator_class || !strstr(k->operator_class, "pattern_ops");
}

static enum applied
need_plain_index(const struct op *op, const struct table *t, const struct index *x)
{
	const struct key *k;
	size_t i;

	if (t->partition_by)
		return op_error(op, "a partitioned table cannot have a constraint using an index");
	if (!x->unique)
		return op_error(op, "index '%s' is not unique", x->name);
	if (x->where)
		return op_error(op, "index '%s' is partial", x->name);
	for (i = 0; i < x->keys.n; i++) {
		k = x->keys.v[i];
		if (!k->term.column)
			return op_error(op, "index '%s' contains expressions", x->name);
		if (!sorts_by_default(t, k))
			return op_error(op, "column '%s' of index '%s' is not in the default order",
			                k->term.column, x->name);
	}
	return APPLIED;
}

/* why there is no such index on t */
static enum applied
no_index(const struct op *op, const struct schema *s, const struct table *t, const char *name)
{
	struct qname full = {t->object.name.schema, name};
	const struct object *o = schema_find(s, SPACE_RELATION, full);
	const struct constraint *c = table_constraint(t, name);

	if (c && has_index(c))
		return op_error(op, "index '%s' belongs to a constraint already", name);
	if (o && o->noun == &index_noun)
		return op_error(op, "index '%s' belongs to table %s", name,
		                plain_qname(((const struct alias *)o)->owner));
	return missing(op, s, "index", SPACE_RELATION, full);
}

/* the index becomes the constraint's */
static enum applied
take_index(const struct op *op, const struct schema *s, struct table *t, struct constraint *c)
{
	struct index *x = table_index(t, c->using_index);
	size_t i;

	if (!x)
		return no_index(op, s, t, c->using_index);
	if (need_plain_index(op, t, x) == REFUSED)
		return REFUSED;
	c->columns = (struct strs){0};
	for (i = 0; i < x->keys.n; i++)
		strs_add(&c->columns, ((struct key *)x->keys.v[i])->term.column);
	c->include = x->include;
	c->with = x->with;
	c->tablespace = x->tablespace;
	c->nulls_not_distinct = x->nulls_not_distinct;
	c->clustered = x->clustered;
	c->id = x->id; /* for the foreign keys that rely on it */
	if (!c->name)
		c->name = x->name;
	for (i = 0; t->indexes.v[i] != x;)
		i++;
	list_remove(&t->indexes, i);
	return APPLIED;
}

/* primary key, unique, exclude */
static enum applied
need_key(const struct op *op, const struct schema *s, struct table *t, struct constraint *c)
{
	struct index x;

	if (c->using_index) {
		enum applied taken = take_index(op, s, t, c);

		if (taken != APPLIED)
			return taken;
	}
	if (c->type == 'x' && t->partition_by)
		return op_error(op, "a partitioned table cannot have exclusion constraints");
	if (need_key_columns(op, s, t, c) == REFUSED || need_no_primary_key(op, t, c) == REFUSED)
		return REFUSED;
	x = index_of(c);
	return need_index(op, s, t, &x, constraint_noun(c), c->type == 'x');
}

static enum applied
need_check(const struct op *op, const struct schema *s, const struct table *t,
           const struct constraint *c)
{
	const PgQuery__Node *tree = need_scalar(op, s, t, c->expression, "check constraint");
	const struct column_ref *ref;
	struct list refs = {0};
	size_t i;

	if (!tree || need_boolean(op, s, t, c->expression, "check constraint") == REFUSED)
		return REFUSED;
	expression_columns(tree, &refs);
	for (i = 0; i < refs.n; i++) {
		ref = refs.v[i];
		if (ref->name && is_system_column(ref->name) && strcmp(ref->name, "tableoid") != 0)
			return op_error(op,
			                "a check constraint cannot refer to the system column '%s'",
			                ref->name);
	}
	if (c->no_inherit && t->partition_by)
		return op_error(op, "table %s is partitioned: its checks cannot be NO INHERIT",
		                plain_qname(t->object.name));
	return APPLIED;
}

static enum applied
need_constraint_parts(const struct op *op, struct schema *s, struct table *t, struct constraint *c)
{
	if (c->deferrable == NO && same(c->initially, times[1]))
		return op_error(op, "a constraint that is initially deferred must be deferrable");
	if (c->type == 'c')
		return need_check(op, s, t, c);
	if (c->type == 'f')
		return need_foreign_key(op, s, t, c);
	return need_key(op, s, t, c);
}

/* ---- adding: names ---- */

static bool
is_new(const struct schema *s, const struct table *t)
{
	const struct object *there = schema_find(s, SPACE_RELATION, t->object.name);

	return !there || there->id != t->object.id;
}

static enum applied
need_free_constraint(const struct op *op, const struct schema *s, const struct table *t,
                     const struct constraint *c, const char *name)
{
	const struct constraint *there = table_constraint(t, name);
	struct qname full = {t->object.name.schema, name};

	if (there)
		return op_error(op, "constraint '%s' of table %s exists already%s", name,
		                plain_qname(t->object.name), made_at(there->at));
	if (!has_index(c) || same(c->using_index, name))
		return APPLIED;
	if (same(t->object.name.name, name))
		return op_error(op, "'%s' is the name of the table: its index cannot have it too",
		                name);
	return need_free_name(op, s, SPACE_RELATION, full);
}

/* as ChooseConstraintName: free among the constraints of the schema, whatever relations there are */
static const char *
choose_constraint_name(const struct schema *s, const struct table *t, const char *columns,
                       const char *label)
{
	struct qname full = t->object.name;
	struct list taken;
	unsigned pass;

	for (pass = 0;; pass++) {
		full.name = sql_object_name(t->object.name.name, columns,
		                            pass ? strf("%s%u", label, pass) : label);
		taken = (struct list){0};
		schema_linked(s, LINK_CONSTRAINT, full, &taken);
		if (!taken.n && !table_constraint(t, full.name))
			return full.name;
	}
}

/* the one column that a check is about, or NULL */
static const char *
only_column(const struct table *t, const char *expression)
{
	struct parse_error e;
	const PgQuery__Node *tree = parse_expression(expression, &e);
	const struct column_ref *ref;
	const char *name = NULL;
	struct list refs = {0};
	size_t i;

	if (tree)
		expression_columns(tree, &refs);
	for (i = 0; i < refs.n; i++) {
		ref = refs.v[i];
		if (!ref->name || (!table_column(t, ref->name) && !is_system_column(ref->name)))
			return NULL; /* a whole row */
		if (name && strcmp(name, ref->name) != 0)
			return NULL;
		name = ref->name;
	}
	return name;
}

static const char *
chosen_name(const struct schema *s, const struct table *t, const struct constraint *c)
{
	const char *table = t->object.name.name;
	struct index x;

	switch (c->type) {
	case 'p':
		return choose_name(s, t, table, NULL, "pkey", true);
	case 'u':
	case 'x':
		x = index_of(c);
		return choose_name(s, t, table, index_columns_name(&x),
		                   c->type == 'u' ? "key" : "excl", true);
	case 'f':
		return choose_constraint_name(s, t, name_addition(&c->columns), "fkey");
	default:
		return choose_constraint_name(s, t, only_column(t, c->expression), "check");
	}
}

/* ---- adding ---- */

/* what is the default anyway is left out */
static void
normalise(struct constraint *c, const struct table *t, bool new_table)
{
	if (same(c->initially, times[1]))
		c->deferrable = YES;
	else
		c->initially = NULL;
	if (c->deferrable == NO)
		c->deferrable = UNSAID;
	if (same(c->match, "simple"))
		c->match = NULL;
	if (same(c->on_delete, "no action"))
		c->on_delete = NULL;
	if (same(c->on_update, "no action"))
		c->on_update = NULL;
	if (c->comment && !*c->comment)
		c->comment = NULL;
	c->using = method_name(c->using);
	c->using_index = NULL;
	keys_normalise(&c->keys, t);
	if (c->expression)
		c->expression = expression_unqualified(c->expression, t->object.name.name);
	if (c->where)
		c->where = expression_unqualified(c->where, t->object.name.name);
	if (new_table)
		c->not_valid = false; /* there are no rows that it could not be valid for */
}

void
columns_not_null(struct table *t, const struct strs *columns)
{
	struct column *c;
	size_t i;

	for (i = 0; i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (c->not_null || !strs_has(columns, c->name))
			continue;
		c = element_copy(&t->columns, i, sizeof *c);
		c->not_null = true;
	}
}

/* a check of the same name and words that came from a parent: the table's own is the same one */
static bool
merges(struct table *t, const struct constraint *c)
{
	struct constraint *there;
	size_t i;

	for (i = 0; c->type == 'c' && c->name && i < t->constraints.n; i++) {
		there = t->constraints.v[i];
		if (!same(there->name, c->name) || !there->inherited || there->type != 'c' ||
		    c->no_inherit || !same_expression(there->expression, c->expression))
			continue;
		/* of a partition it stays its parent's */
		if (!t->partition_of.name) {
			there = element_copy(&t->constraints, i, sizeof *there);
			there->inherited = c->inherited;
		}
		return true;
	}
	return false;
}

enum applied
constraint_add(struct op *op, struct schema *s, struct table *t, const struct constraint *given)
{
	struct op here = item_op(op, given->at);
	struct constraint *c = copy(given, sizeof *c);
	enum applied result;

	if (merges(t, c))
		return APPLIED;
	keys_read(&c->keys, t);
	if (c->name && need_free_constraint(&here, s, t, c, c->name) == REFUSED)
		return REFUSED;
	result = need_constraint_parts(&here, s, t, c);
	if (result == UNKNOWN && c->using_index)
		schema_excuse(s, c->name ? c->name : c->using_index);
	if (result == REFUSED || (result == UNKNOWN && c->using_index))
		return result;
	normalise(c, t, is_new(s, t));
	if (!c->at.file)
		c->at = op->at;
	if (!c->name)
		c->name = chosen_name(s, t, c);
	if (!c->id)
		c->id = schema_id(s);
	if (c->type == 'p')
		columns_not_null(t, &c->columns);
	list_add(&t->constraints, c);
	return APPLIED;
}

/* the server's order */
static int
rank(const struct constraint *c)
{
	switch (c->type) {
	case 'c':
		return 0;
	case 'p':
		return 1;
	case 'f':
		return 3;
	default:
		return 2;
	}
}

static bool
defers_alike(const struct constraint *a, const struct constraint *b)
{
	bool a_deferred = same(a->initially, times[1]), b_deferred = same(b->initially, times[1]);

	return a_deferred == b_deferred &&
	       (a->deferrable == YES || a_deferred) == (b->deferrable == YES || b_deferred);
}

/* c repeats a key that came before it, which takes its name where it has none itself (transformIndexConstraints) */
static bool
repeats(struct list *before, const struct constraint *c)
{
	struct constraint *k;
	size_t i;

	for (i = 0; c->type == 'u' && i < before->n; i++) {
		k = before->v[i];
		if ((k->type != 'p' && k->type != 'u') || !strs_same(&k->columns, &c->columns) ||
		    !strs_same(&k->include, &c->include) || !defers_alike(k, c) ||
		    k->nulls_not_distinct != c->nulls_not_distinct)
			continue;
		if (!k->name) {
			k = element_copy(before, i, sizeof *k);
			k->name = c->name;
		}
		return true;
	}
	return false;
}

static struct list
in_order(const struct list *constraints)
{
	struct list ordered = {0};
	struct constraint *c;
	size_t i;
	int r;

	for (r = 0; r <= 3; r++) {
		for (i = 0; i < constraints->n; i++) {
			c = constraints->v[i];
			if (rank(c) == r && !repeats(&ordered, c))
				list_add(&ordered, c);
		}
	}
	return ordered;
}

enum applied
constraints_add(struct op *op, struct schema *s, struct table *t, const struct list *constraints)
{
	struct list ordered = in_order(constraints);
	enum applied result = APPLIED;
	size_t i;

	for (i = 0; i < ordered.n; i++)
		if (constraint_add(op, s, t, ordered.v[i]) == REFUSED)
			result = REFUSED;
	return result;
}

/* ---- columns ---- */

bool
constraint_uses_column(const struct constraint *c, const char *column)
{
	return strs_has(&c->columns, column) || strs_has(&c->include, column) ||
	       keys_use_column(&c->keys, column) || expression_uses_column(c->where, column) ||
	       expression_uses_column(c->expression, column);
}

void
constraint_rename_column(struct constraint *c, const struct table *t, const char *from,
                         const char *to)
{
	const char *table = t->object.name.name;

	strs_rename(&c->columns, from, to);
	strs_rename(&c->include, from, to);
	strs_rename(&c->on_delete_columns, from, to);
	keys_rename_column(&c->keys, t, from, to);
	if (c->where)
		c->where = expression_rename_column(c->where, table, from, to);
	if (c->expression)
		c->expression = expression_rename_column(c->expression, table, from, to);
}

/* ---- the operations that add one ---- */

static struct op *
add_from_sql(const struct clause *c)
{
	struct altered altered;
	struct add_constraint *op;
	struct constraint *made;

	if (!altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_AddConstraint, &altered))
		return NULL;
	made = constraint_from_sql(c->command->def->constraint, c->at);
	if (!made)
		return NULL;
	op = op_new(type_of(made)->create, c->at);
	op->altered = altered;
	op->constraint = *made;
	return &op->op;
}

/* one class asks for all */
static struct op *
add_not_from_sql(const struct clause *c)
{
	(void)c;
	return NULL;
}

/* the key of a partitioned table alone needs partitions that could have it */
static enum applied
need_not_null_below(const struct op *op, const struct schema *s, const struct table *t,
                    const struct constraint *c)
{
	struct list below = children(s, t);
	const struct table *child;
	const struct column *column;
	size_t i, k;

	for (i = 0; t->partition_by && i < below.n; i++) {
		child = below.v[i];
		for (k = 0; k < c->columns.n; k++) {
			column = table_column(child, c->columns.v[k]);
			if (column && !column->not_null)
				return op_error(
					op, "column '%s' of partition %s must be NOT NULL first",
					column->name, plain_qname(child->object.name));
		}
	}
	return APPLIED;
}

static enum applied
need_whole_tree(const struct op *op, const struct schema *s, const struct table *t,
                const struct add_constraint *add)
{
	const struct constraint *c = &add->constraint;
	bool below = children(s, t).n;

	if (c->type == 'c' && add->altered.only && below && !c->no_inherit)
		return op_error(op, "the check must come to the tables that inherit from %s too",
		                plain_qname(t->object.name));
	if (c->type == 'p' && add->altered.only)
		return need_not_null_below(op, s, t, c);
	if (c->type == 'f' && add->altered.only && t->partition_by)
		return op_error(
			op,
			"a foreign key of a partitioned table is that of its partitions too, not only its own");
	if (c->type == 'f' && c->not_valid && t->partition_by)
		return op_error(op, "a foreign key of a partitioned table cannot be NOT VALID");
	return APPLIED;
}

static enum applied
add_apply(struct op *o, struct schema *s)
{
	struct add_constraint *op = (struct add_constraint *)o;
	const char *using_index = op->constraint.using_index;
	struct constraint said = op->constraint;
	unsigned id = op->constraint.id;
	const struct constraint *made;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, &result);

	if (!t)
		return result;
	if (need_whole_tree(o, s, t, op) == REFUSED)
		return REFUSED;
	said.only = op->altered.only && t->partition_by && children(s, t).n;
	result = constraint_add(o, s, t, &said);
	if (result == REFUSED && !said.name)
		schema_excuse(s, chosen_name(s, t, &said)); /* one mistake is one error */
	if (result != APPLIED)
		return result;
	made = op->constraint.name ? table_constraint(t, op->constraint.name)
	                           : t->constraints.v[t->constraints.n - 1];
	op->constraint = *made;
	op->constraint.using_index = using_index;
	op->constraint.id = id;
	if (!op->altered.only && constraint_descend(o, s, t, made) == REFUSED)
		return REFUSED;
	schema_put(s, &t->object); /* last, so that it is undone first */
	return APPLIED;
}

static struct step *
altered_step(struct list *steps, const struct op *op, const char *object, const struct altered *a,
             const char *action)
{
	struct strs all = {0};

	strs_add(&all, action);
	return step_lock(step_add(steps, op, object, alter_table_sql(a, &all)),
	                 LOCK_ACCESS_EXCLUSIVE, a->table);
}

static void
add_render(const struct op *o, struct list *steps)
{
	const struct add_constraint *op = (const struct add_constraint *)o;
	const struct constraint *c = &op->constraint;
	struct step *step;

	step = altered_step(steps, o, c->name, &op->altered, strf("ADD %s", constraint_sql(c)));
	if (c->type == 'f')
		step->lock = LOCK_SHARE_ROW_EXCLUSIVE;
	constraint_comment(steps, o, op->altered.table, c);
}

static const struct field using_index_fields[] = {
	{"using_index", FIELD_NAME, offsetof(struct constraint, using_index),
         .fallback = "an index of its own", .sql = "USING INDEX using_index",
         .doc = "In place of columns: the constraint takes over a unique index of the table."},
	{0},
};

static const struct shape using_index_part = {"options", CALL_TABLE, sizeof(struct constraint),
                                              using_index_fields};

static const struct field not_valid_fields[] = {
	{"not_valid", FIELD_BOOL, offsetof(struct constraint, not_valid), .fallback = "false",
         .sql = "NOT VALID",
         .doc = "Rows that are there already are not checked: see validate_constraint."},
	{0},
};

static const struct shape not_valid_part = {"options", CALL_TABLE, sizeof(struct constraint),
                                            not_valid_fields};

static int
finish_key(void *item)
{
	const struct add_constraint *op = item;
	const struct constraint *c = &op->constraint;
	const char *wrong = NULL;

	if (!c->columns.n == !c->using_index)
		wrong = "has either columns or using_index";
	else if (c->using_index &&
	         (c->include.n || c->with.n || c->tablespace || c->nulls_not_distinct))
		wrong = "with using_index says nothing of the index itself";
	if (wrong)
		error_at(op->op.at, "%s: a %s %s", op->op.class->shape.name, constraint_noun(c),
		         wrong);
	return wrong ? -1 : 0;
}

static const struct field create_primary_key_fields[] = {
	{"table", FIELD_PART, offsetof(struct add_constraint, altered), 1, .shape = &altered_shape},
	{"columns", FIELD_NAMES, offsetof(struct add_constraint, constraint.columns), 2,
         .sql = "ADD PRIMARY KEY (columns, …)"},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint),
         .shape = &primary_key_part},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint),
         .shape = &using_index_part},
	{0},
};

static const struct op_class create_primary_key = {
	.shape = {"create_primary_key", CALL_ARGUMENTS, sizeof(struct add_constraint),
                  create_primary_key_fields, .finish = finish_key, .page = "sql-altertable.html",
                  .doc = "Adds the primary key of a table. Its columns become NOT NULL."},
	.from_sql = add_from_sql,
	.apply = add_apply,
	.render = add_render,
};

static const struct field create_unique_fields[] = {
	{"table", FIELD_PART, offsetof(struct add_constraint, altered), 1, .shape = &altered_shape},
	{"columns", FIELD_NAMES, offsetof(struct add_constraint, constraint.columns), 2,
         .sql = "ADD UNIQUE (columns, …)"},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint), .shape = &unique_part},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint),
         .shape = &using_index_part},
	{0},
};

static const struct op_class create_unique_constraint = {
	.shape = {"create_unique_constraint", CALL_ARGUMENTS, sizeof(struct add_constraint),
                  create_unique_fields, .finish = finish_key, .page = "sql-altertable.html",
                  .doc = "Adds a unique constraint to a table."},
	.from_sql = add_not_from_sql,
	.apply = add_apply,
	.render = add_render,
};

static const struct field create_check_fields[] = {
	{"table", FIELD_PART, offsetof(struct add_constraint, altered), 1, .shape = &altered_shape},
	{"expression", FIELD_SQL, offsetof(struct add_constraint, constraint.expression), 2,
         .required = true, .sql = "ADD CHECK (expression)"},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint), .shape = &check_part},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint),
         .shape = &not_valid_part},
	{0},
};

static const struct op_class create_check_constraint = {
	.shape =
		{"create_check_constraint", CALL_ARGUMENTS, sizeof(struct add_constraint),
                 create_check_fields, .page = "sql-altertable.html",
                 .doc = "Adds a condition that each row must meet, also to the tables that inherit."},
	.from_sql = add_not_from_sql,
	.apply = add_apply,
	.render = add_render,
};

static const struct field create_foreign_key_fields[] = {
	{"table", FIELD_PART, offsetof(struct add_constraint, altered), 1, .shape = &altered_shape},
	{"columns", FIELD_NAMES, offsetof(struct add_constraint, constraint.columns), 2,
         .required = true, .sql = "ADD FOREIGN KEY (columns, …)"},
	{"references", FIELD_QNAME, offsetof(struct add_constraint, constraint.references.table), 3,
         .required = true, .sql = "REFERENCES references"},
	{"referenced_columns", FIELD_NAMES,
         offsetof(struct add_constraint, constraint.references.columns), 4,
         .fallback = "the primary key", .sql = "REFERENCES references (referenced_columns, …)"},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint),
         .shape = &foreign_key_part},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint),
         .shape = &not_valid_part},
	{0},
};

static const struct op_class create_foreign_key = {
	.shape = {"create_foreign_key", CALL_ARGUMENTS, sizeof(struct add_constraint),
                  create_foreign_key_fields, .page = "sql-altertable.html",
                  .doc = "Adds a reference to a key of a table."},
	.from_sql = add_not_from_sql,
	.apply = add_apply,
	.render = add_render,
};

static const struct field create_exclude_fields[] = {
	{"table", FIELD_PART, offsetof(struct add_constraint, altered), 1, .shape = &altered_shape},
	{"keys", FIELD_ITEMS, offsetof(struct add_constraint, constraint.keys), 2, .required = true,
         .shape = &exclude_key_shape, .sql = "ADD EXCLUDE (column WITH with, …)",
         .doc = "Each { \"column\", \"operator\" }."},
	{"options", FIELD_PART, offsetof(struct add_constraint, constraint),
         .shape = &exclude_part},
	{0},
};

static const struct op_class create_exclude_constraint = {
	.shape =
		{"create_exclude_constraint", CALL_ARGUMENTS, sizeof(struct add_constraint),
                 create_exclude_fields, .page = "sql-altertable.html",
                 .doc = "Adds an exclusion constraint: no two rows for which all of the operators are true."},
	.from_sql = add_not_from_sql,
	.apply = add_apply,
	.render = add_render,
};

/* ---- those that change one ---- */

/* its index in t->constraints, or -1 with *result */
static long
need_constraint(const struct op *op, const struct schema *s, const struct table *t,
                const char *name, enum applied *result)
{
	const struct constraint *c = table_constraint(t, name);
	struct strs names = {0};
	struct qname full = {t->object.name.schema, name};
	size_t i;

	*result = APPLIED;
	for (i = 0; i < t->constraints.n; i++) {
		if (t->constraints.v[i] == c)
			return (long)i;
		strs_add(&names, ((struct constraint *)t->constraints.v[i])->name);
	}
	*result = UNKNOWN;
	if (!schema_excused(s, full) && !schema_excused(s, t->object.name))
		*result = op_error(op, "table %s has no constraint named '%s'%s",
		                   plain_qname(t->object.name), name, did_you_mean(name, &names));
	return -1;
}

static enum applied
need_own(const struct op *op, const struct schema *s, const struct table *t,
         const struct constraint *c)
{
	const struct table *parent = constraint_parent(s, t, c);

	if (!parent)
		return APPLIED;
	return op_error(op, "constraint '%s' of table %s is inherited from table %s", c->name,
	                plain_qname(t->object.name), plain_qname(parent->object.name));
}

/* ---- drop_constraint ---- */

static const struct field drop_fields[] = {
	{"table", FIELD_PART, offsetof(struct drop_constraint, altered), 1,
         .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct drop_constraint, name), 2, .required = true,
         .sql = "DROP CONSTRAINT name", .doc = "The columns of a primary key stay NOT NULL."},
	{"if_exists", FIELD_BOOL, offsetof(struct drop_constraint, if_exists), .fallback = "false",
         .sql = "DROP CONSTRAINT IF EXISTS"},
	{"cascade", FIELD_BOOL, offsetof(struct drop_constraint, cascade), .fallback = "false",
         .sql = "CASCADE", .doc = "Drops the foreign keys that rely on it."},
	{0},
};

static struct op *
drop_from(const struct clause *c)
{
	struct altered altered;
	struct drop_constraint *op;

	if (!altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_DropConstraint, &altered))
		return NULL;
	op = op_new(&drop_constraint, c->at);
	op->altered = altered;
	op->name = c->command->name;
	op->if_exists = c->command->missing_ok;
	op->cascade = c->command->behavior == PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE;
	return &op->op;
}

static enum applied
drop_apply(struct op *o, struct schema *s)
{
	struct drop_constraint *op = (struct drop_constraint *)o;
	const struct constraint *c;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, &result);
	long i;

	if (!t || (op->if_exists && !table_constraint(t, op->name)))
		return result;
	i = need_constraint(o, s, t, op->name, &result);
	if (i < 0)
		return result;
	c = t->constraints.v[i];
	if (need_own(o, s, t, c) == REFUSED)
		return REFUSED;
	if (op->altered.only && t->partition_by && c->type == 'c' && children(s, t).n)
		return op_error(o, "the constraint must be dropped from the partitions of %s too",
		                plain_qname(t->object.name));
	if (constraint_remove(o, s, t, c, op->cascade, op->altered.only) == REFUSED)
		return REFUSED;
	schema_put(s, &t->object);
	return APPLIED;
}

static void
drop_render(const struct op *o, struct list *steps)
{
	const struct drop_constraint *op = (const struct drop_constraint *)o;

	altered_step(steps, o, op->name, &op->altered,
	             strf("DROP CONSTRAINT %s%s%s", op->if_exists ? "IF EXISTS " : "",
	                  sql_name(op->name), op->cascade ? " CASCADE" : ""));
}

static const struct op_class drop_constraint = {
	.shape = {"drop_constraint", CALL_ARGUMENTS, sizeof(struct drop_constraint), drop_fields,
                  .page = "sql-altertable.html",
                  .doc = "Drops a constraint of any kind, also from the tables that inherit it."},
	.from_sql = drop_from,
	.apply = drop_apply,
	.render = drop_render,
};

/* ---- rename_constraint ---- */

static const struct field rename_fields[] = {
	{"table", FIELD_PART, offsetof(struct rename_constraint, altered), 1,
         .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct rename_constraint, name), 2, .required = true,
         .sql = "RENAME CONSTRAINT name TO to",
         .doc = "The index of a primary key, unique or exclusion constraint has the same name."},
	{"to", FIELD_NAME, offsetof(struct rename_constraint, to), 3, .required = true},
	{0},
};

static struct op *
rename_from(const struct clause *c)
{
	const PgQuery__RenameStmt *stmt =
		rename_from_sql(c, PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT);
	struct rename_constraint *op;

	if (!stmt)
		return NULL;
	op = op_new(&rename_constraint, c->at);
	op->altered.table = range_qname(stmt->relation);
	op->altered.if_exists = stmt->missing_ok;
	op->altered.only = !stmt->relation->inh;
	op->name = stmt->subname;
	op->to = stmt->newname;
	return &op->op;
}

static void
set_name(struct table *t, size_t i, const char *name)
{
	struct constraint *c = element_copy(&t->constraints, i, sizeof *c);

	c->name = name;
}

/* a check has the same name in the tables that inherit it */
static enum applied
rename_below(const struct op *op, struct schema *s, const struct table *t, const char *from,
             const char *to)
{
	struct list below = children(s, t);
	const struct constraint *c;
	enum applied result;
	struct table *child;
	size_t i;
	long k;

	for (i = 0; i < below.n; i++) {
		child = (struct table *)object_copy(below.v[i]);
		c = table_constraint(child, from);
		if (!c || c->type != 'c')
			continue;
		if (need_free_constraint(op, s, child, c, to) == REFUSED)
			return REFUSED;
		k = need_constraint(op, s, child, from, &result);
		set_name(child, (size_t)k, to);
		schema_put(s, &child->object);
		if (rename_below(op, s, child, from, to) == REFUSED)
			return REFUSED;
	}
	return APPLIED;
}

static enum applied
rename_apply(struct op *o, struct schema *s)
{
	struct rename_constraint *op = (struct rename_constraint *)o;
	const struct constraint *c;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, &result);
	bool inheritable;
	long i;

	if (!t)
		return result;
	i = need_constraint(o, s, t, op->name, &result);
	if (i < 0)
		return result;
	c = t->constraints.v[i];
	inheritable = c->type == 'c' && !c->no_inherit;
	if (c->type == 'c' && need_own(o, s, t, c) == REFUSED)
		return REFUSED;
	if (inheritable && op->altered.only && children(s, t).n)
		return op_error(o,
		                "the constraint must be renamed in the tables that inherit it too");
	if (need_free_constraint(o, s, t, c, op->to) == REFUSED)
		return REFUSED;
	set_name(t, (size_t)i, op->to);
	schema_put(s, &t->object);
	return inheritable ? rename_below(o, s, t, op->name, op->to) : APPLIED;
}

static void
rename_render(const struct op *o, struct list *steps)
{
	const struct rename_constraint *op = (const struct rename_constraint *)o;

	altered_step(steps, o, op->name, &op->altered,
	             strf("RENAME CONSTRAINT %s TO %s", sql_name(op->name), sql_name(op->to)));
}

static const struct op_class rename_constraint = {
	.shape = {"rename_constraint", CALL_ARGUMENTS, sizeof(struct rename_constraint),
                  rename_fields, .page = "sql-altertable.html", .doc = "Renames a constraint."},
	.from_sql = rename_from,
	.apply = rename_apply,
	.render = rename_render,
};

/* ---- validate_constraint ---- */

static const struct field validate_fields[] = {
	{"table", FIELD_PART, offsetof(struct validate_constraint, altered), 1,
         .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct validate_constraint, name), 2, .required = true,
         .sql = "VALIDATE CONSTRAINT name"},
	{0},
};

static struct op *
validate_from(const struct clause *c)
{
	struct altered altered;
	struct validate_constraint *op;

	if (!altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_ValidateConstraint, &altered))
		return NULL;
	op = op_new(&validate_constraint, c->at);
	op->altered = altered;
	op->name = c->command->name;
	return &op->op;
}

static void
validate_below(struct schema *s, const struct table *t, const char *name)
{
	struct list below = children(s, t);
	struct constraint *c;
	struct table *child;
	size_t i, k;

	for (i = 0; i < below.n; i++) {
		child = (struct table *)object_copy(below.v[i]);
		for (k = 0; k < child->constraints.n; k++) {
			c = child->constraints.v[k];
			if (c->type != 'c' || !same(c->name, name))
				continue;
			c = element_copy(&child->constraints, k, sizeof *c);
			c->not_valid = false;
			schema_put(s, &child->object);
		}
		validate_below(s, child, name);
	}
}

static enum applied
validate_apply(struct op *o, struct schema *s)
{
	struct validate_constraint *op = (struct validate_constraint *)o;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, &result);
	struct constraint *c;
	long i;

	if (!t)
		return result;
	i = need_constraint(o, s, t, op->name, &result);
	if (i < 0)
		return result;
	c = t->constraints.v[i];
	if (c->type != 'c' && c->type != 'f')
		return op_error(o, "'%s' is a %s: only checks and foreign keys are validated",
		                op->name, constraint_noun(c));
	if (!c->not_valid)
		return APPLIED;
	if (c->type == 'c' && !c->no_inherit && op->altered.only && children(s, t).n)
		return op_error(
			o, "the constraint must be validated on the tables that inherit it too");
	c = element_copy(&t->constraints, (size_t)i, sizeof *c);
	c->not_valid = false;
	schema_put(s, &t->object);
	if (c->type == 'c' && !c->no_inherit)
		validate_below(s, t, op->name);
	return APPLIED;
}

static void
validate_render(const struct op *o, struct list *steps)
{
	const struct validate_constraint *op = (const struct validate_constraint *)o;

	altered_step(steps, o, op->name, &op->altered,
	             strf("VALIDATE CONSTRAINT %s", sql_name(op->name)))
		->lock = LOCK_SHARE_UPDATE_EXCLUSIVE;
}

static const struct op_class validate_constraint = {
	.shape =
		{"validate_constraint", CALL_ARGUMENTS, sizeof(struct validate_constraint),
                 validate_fields, .page = "sql-altertable.html",
                 .doc = "Checks the rows that a NOT VALID constraint left alone, without blocking writes."},
	.from_sql = validate_from,
	.apply = validate_apply,
	.render = validate_render,
};

/* ---- alter_constraint ---- */

static const struct field alter_fields[] = {
	{"table", FIELD_PART, offsetof(struct alter_constraint, altered), 1,
         .shape = &altered_shape},
	{"name", FIELD_NAME, offsetof(struct alter_constraint, name), 2, .required = true,
         .sql = "ALTER CONSTRAINT name", .doc = "A foreign key."},
	{"deferrable", FIELD_ANSWER, offsetof(struct alter_constraint, deferrable),
         .fallback = "false, with initially = \"deferred\" true",
         .sql = "DEFERRABLE | NOT DEFERRABLE"},
	{"initially", FIELD_CHOICE, offsetof(struct alter_constraint, initially), .choices = times,
         .fallback = "immediate", .sql = "INITIALLY DEFERRED | IMMEDIATE"},
	{0},
};

static struct op *
alter_from(const struct clause *c)
{
	const PgQuery__Constraint *def;
	struct altered altered;
	struct alter_constraint *op;

	if (!altered_from_sql(c, PG_QUERY__ALTER_TABLE_TYPE__AT_AlterConstraint, &altered))
		return NULL;
	def = c->command->def->constraint;
	op = op_new(&alter_constraint, c->at);
	op->altered = altered;
	op->name = def->conname;
	op->deferrable = def->deferrable ? YES : NO;
	op->initially = def->initdeferred ? times[1] : times[0];
	return &op->op;
}

static void
set_deferrable(struct table *t, size_t i, const struct alter_constraint *op)
{
	struct constraint *c = element_copy(&t->constraints, i, sizeof *c);

	c->initially = same(op->initially, times[1]) ? times[1] : NULL;
	c->deferrable = c->initially || op->deferrable == YES ? YES : UNSAID;
}

/* of a partitioned table all parts are the same */
static void
alter_below(struct schema *s, const struct table *t, const struct constraint *before,
            const struct alter_constraint *op)
{
	struct list below = children(s, t);
	const struct constraint *part;
	struct table *child;
	size_t i, k;

	for (i = 0; t->partition_by && i < below.n; i++) {
		child = (struct table *)object_copy(below.v[i]);
		part = constraint_part(child, before);
		for (k = 0; part && k < child->constraints.n; k++) {
			if (child->constraints.v[k] != part)
				continue;
			set_deferrable(child, k, op);
			schema_put(s, &child->object);
			alter_below(s, child, part, op);
		}
	}
}

static enum applied
alter_apply(struct op *o, struct schema *s)
{
	struct alter_constraint *op = (struct alter_constraint *)o;
	enum applied result;
	struct table *t = need_altered(o, s, &op->altered, &result);
	const struct constraint *c;
	long i;

	if (!t)
		return result;
	i = need_constraint(o, s, t, op->name, &result);
	if (i < 0)
		return result;
	c = t->constraints.v[i];
	if (c->type != 'f')
		return op_error(o, "'%s' is a %s: only foreign keys are altered", op->name,
		                constraint_noun(c));
	if (need_own(o, s, t, c) == REFUSED)
		return REFUSED;
	if (op->deferrable == NO && same(op->initially, times[1]))
		return op_error(o, "a constraint that is initially deferred must be deferrable");
	set_deferrable(t, (size_t)i, op);
	schema_put(s, &t->object);
	alter_below(s, t, c, op);
	return APPLIED;
}

static void
alter_render(const struct op *o, struct list *steps)
{
	const struct alter_constraint *op = (const struct alter_constraint *)o;
	bool deferred = same(op->initially, times[1]), deferrable = op->deferrable == YES;

	altered_step(steps, o, op->name, &op->altered,
	             strf("ALTER CONSTRAINT %s %s%s", sql_name(op->name),
	                  deferrable || deferred ? "DEFERRABLE" : "NOT DEFERRABLE",
	                  deferred ? " INITIALLY DEFERRED" : ""));
}

static const struct op_class alter_constraint = {
	.shape = {"alter_constraint", CALL_ARGUMENTS, sizeof(struct alter_constraint), alter_fields,
                  .page = "sql-altertable.html", .doc = "Says anew when a foreign key is checked."},
	.from_sql = alter_from,
	.apply = alter_apply,
	.render = alter_render,
};

/* ---- differences ---- */

bool
constraint_is_late(const struct constraint *c)
{
	return c->inherited || c->type == 'f' || c->not_valid || c->only;
}

static void
diff_create(struct diff *d, struct qname table, const struct constraint *c)
{
	struct add_constraint *op = op_new(type_of(c)->create, d->at);

	op->altered.table = table;
	op->altered.only = c->only;
	op->constraint = *c;
	diff_add(d, c->type == 'f' ? PHASE_ADD_FOREIGN_KEY : PHASE_ADD_CONSTRAINT, op);
	cluster_alter(d, table, c->name, false, c->clustered);
}

static void
diff_drop(struct diff *d, struct qname table, const struct constraint *c)
{
	struct drop_constraint *op = op_new(&drop_constraint, d->at);

	op->altered.table = table;
	op->name = c->name;
	diff_add(d, c->type == 'f' ? PHASE_DROP_FOREIGN_KEY : PHASE_DROP_CONSTRAINT, op);
}

static void
diff_comment(struct diff *d, struct qname table, const char *name, const char *from, const char *to)
{
	comment_add(d, "constraint", strf("%s ON %s", sql_name(name), sql_qname(table)), from, to);
}

void
constraints_create(struct diff *d, const struct table *t)
{
	const struct constraint *c;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		c = t->constraints.v[i];
		if (c->inherited)
			diff_comment(d, t->object.name, c->name, NULL, c->comment);
		else if (constraint_is_late(c))
			diff_create(d, t->object.name, c);
		else
			cluster_alter(d, t->object.name, c->name, false, c->clustered);
	}
}

/* without the name, and without what can be changed in place */
static char *
essence(const struct constraint *c)
{
	struct constraint bare = *c;

	bare.name = NULL;
	bare.not_valid = false;
	bare.with = (struct strs){0};
	bare.tablespace = NULL;
	if (c->type == 'f') {
		bare.deferrable = UNSAID;
		bare.initially = NULL;
	}
	return constraint_sql(&bare);
}

/* which of t's constraints c became, or -1. By id it is the same one however it is spelt now, for columns may have been renamed;
   by name one that says the same under another name is taken for renamed where neither side has both */
static long
counterpart(const struct diff *d, const struct constraint *c, const struct table *from,
            const struct table *t)
{
	const struct constraint *other, *named;
	long renamed = -1;
	size_t i;

	for (i = 0; i < t->constraints.n; i++) {
		other = t->constraints.v[i];
		if (!d->by_name && other->id == c->id)
			return (long)i;
		if (!d->by_name || other->type != c->type ||
		    strcmp(essence(other), essence(c)) != 0)
			continue;
		if (same(other->name, c->name))
			return (long)i;
		named = table_constraint(t, c->name);
		if (renamed < 0 && !named && !table_constraint(from, other->name))
			renamed = (long)i;
	}
	return renamed;
}

static void
diff_rename(struct diff *d, struct qname table, const char *from, const char *to)
{
	struct rename_constraint *op = op_new(&rename_constraint, d->at);

	op->altered.table = table;
	op->name = from;
	op->to = to;
	diff_add(d, PHASE_RENAME, op);
}

/* a check that the parents may have too: it follows their names and cannot be renamed itself */
static bool
comes_from_above(const struct table *t, const struct constraint *c)
{
	return c->type == 'c' && (t->inherits.n || t->partition_of.name);
}

/* a rename in place, or an ALTER CONSTRAINT, or a VALIDATE; false where only dropping and adding does it */
static bool
diff_alter(struct diff *d, const struct table *t, const struct constraint *from,
           const struct constraint *to)
{
	struct qname table = t->object.name;
	struct validate_constraint *validate;
	struct alter_constraint *alter;
	struct index x = index_of(from), y = index_of(to);

	if (to->not_valid && !from->not_valid)
		return false;
	if (!same(from->name, to->name) && !(comes_from_above(t, to) && !d->by_name))
		diff_rename(d, table, from->name, to->name);
	if (from->not_valid && !to->not_valid) {
		validate = op_new(&validate_constraint, d->at);
		validate->altered.table = table;
		validate->name = to->name;
		diff_add(d, PHASE_ADD_FOREIGN_KEY, validate);
	}
	if (from->deferrable != to->deferrable || !same(from->initially, to->initially)) {
		alter = op_new(&alter_constraint, d->at);
		alter->altered.table = table;
		alter->name = to->name;
		alter->deferrable = to->deferrable == YES ? YES : NO;
		alter->initially = to->initially;
		diff_add(d, PHASE_ADD_CONSTRAINT, alter);
	}
	if (has_index(to))
		storage_alter(d, table, &x, &y);
	cluster_alter(d, table, to->name, from->clustered, to->clustered);
	diff_comment(d, table, to->name, from->comment, to->comment);
	return true;
}

/* what a parent's operation does not do: keys have names of their own in partitions, checks do not */
static void
diff_part(struct diff *d, struct qname table, const struct constraint *from,
          const struct constraint *to)
{
	if (!same(from->name, to->name) && to->type != 'c')
		diff_rename(d, table, from->name, to->name);
	diff_comment(d, table, to->name, from->comment, to->comment);
}

static bool
same_parents(const struct table *a, const struct table *b)
{
	const struct qname *p, *q;
	size_t i;

	for (i = 0; i < a->inherits.n && i < b->inherits.n; i++) {
		p = a->inherits.v[i];
		q = b->inherits.v[i];
		if (!same(p->name, q->name) || !same(p->schema, q->schema))
			return false;
	}
	return a->inherits.n == b->inherits.n && same(a->partition_of.name, b->partition_of.name) &&
	       same(a->partition_of.schema, b->partition_of.schema);
}

bool
goes_with_parent(const struct table *from, const struct table *to, bool was, bool is)
{
	return was && !is && to->partition_of.name && same_parents(from, to);
}

/* a check that was left to the table when only its parent's was dropped: it makes room for the parent's */
static bool
comes_with_parent(const struct table *from, const struct table *to, const struct constraint *was,
                  const struct constraint *is)
{
	return was->type == 'c' && !was->inherited && is->inherited && to->inherits.n &&
	       same_parents(from, to);
}

void
constraints_alter(struct diff *d, const struct table *from, const struct table *to)
{
	bool *kept = alloc(to->constraints.n + 1);
	const struct constraint *c, *other;
	size_t i;
	long k;

	for (i = 0; i < from->constraints.n; i++) {
		c = from->constraints.v[i];
		k = counterpart(d, c, from, to);
		other = k >= 0 && !kept[k] ? to->constraints.v[k] : NULL;
		if (other && goes_with_parent(from, to, c->inherited, other->inherited))
			continue;
		if (other && comes_with_parent(from, to, c, other))
			diff_drop(d, to->object.name, c);
		if (other && (c->inherited || other->inherited)) {
			diff_part(d, to->object.name, c, other);
			kept[k] = true;
		} else if (other && diff_alter(d, to, c, other)) {
			kept[k] = true;
		} else if (!c->inherited) {
			diff_drop(d, to->object.name, c);
		}
	}
	for (i = 0; i < to->constraints.n; i++) {
		c = to->constraints.v[i];
		if (!kept[i] && !c->inherited)
			diff_create(d, to->object.name, c);
	}
}

const struct op_class *const constraint_ops[] = {
	&create_primary_key,        &create_unique_constraint,
	&create_check_constraint,   &create_foreign_key,
	&create_exclude_constraint, &drop_constraint,
	&rename_constraint,         &validate_constraint,
	&alter_constraint,          NULL,
};
