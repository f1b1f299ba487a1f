/* Constraints of tables: how primary keys, unique, check, foreign key and exclusion constraints are said, in Lua and in SQL. They are
   added in add_constraint.c and changed in change_constraint.c; what is true of their indexes is in index.c and key.c, what foreign
   keys refer to in foreign_key.c, what children have of them in descend.c.

   The same struct constraint stands in create_table's items and in the operations that add one to a table; the fields are
   shared as parts, one for each type. In a schema it is normalised: what is the default anyway is left out. */
#include <string.h>

#include "kind.h"

const char *
constraint_noun(const struct constraint *c)
{
	switch (c->type) {
	case 'p':
		return "primary key";
	case 'u':
		return "unique constraint";
	case 'c':
		return "check constraint";
	case 'f':
		return "foreign key";
	default:
		return "exclusion constraint";
	}
}

bool
constraint_has_index(const struct constraint *c)
{
	return c->type == 'p' || c->type == 'u' || c->type == 'x';
}

/* ---- options ---- */

const char *const constraint_times[] = {"immediate", "deferred", NULL};
static const char *const matches[] = {"simple", "full", NULL};
static const char *const actions[] = {"no action", "restrict",    "cascade",
                                      "set null",  "set default", NULL};

static const struct field name_fields[] = {
	{"name", FIELD_NAME, offsetof(struct constraint, name),
         .fallback = "chosen as PostgreSQL does", .sql = "CONSTRAINT name"},
	{"comment", FIELD_TEXT, offsetof(struct constraint, comment), .fallback = "none",
         .sql = "COMMENT ON CONSTRAINT name ON table IS 'comment'"},
	{"renamed_from", FIELD_NAME, offsetof(struct constraint, renamed_from), .model = true},
	{0},
};

static const struct shape name_part = {"options", CALL_TABLE, sizeof(struct constraint),
                                       name_fields};

static const struct field defer_fields[] = {
	{"deferrable", FIELD_ANSWER, offsetof(struct constraint, deferrable), .fallback = "false",
         .sql = "DEFERRABLE | NOT DEFERRABLE"},
	{"initially", FIELD_CHOICE, offsetof(struct constraint, initially),
         .choices = constraint_times, .fallback = "immediate",
         .sql = "INITIALLY DEFERRED | IMMEDIATE"},
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

const struct shape primary_key_part = {"options", CALL_TABLE, sizeof(struct constraint),
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

const struct shape unique_part = {"options", CALL_TABLE, sizeof(struct constraint), unique_options,
                                  .finish = finish_unique};

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

const struct shape check_part = {"options", CALL_TABLE, sizeof(struct constraint), check_options,
                                 .finish = finish_check};

static int
finish_foreign_key(void *item)
{
	struct constraint *c = item;

	c->type = 'f';
	if (!c->on_delete_columns.n || same(c->on_delete, "set null") ||
	    same(c->on_delete, "set default"))
		return 0;
	error_at(c->at, E_EXCLUDE,
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

const struct shape foreign_key_part = {"options", CALL_TABLE, sizeof(struct constraint),
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

const struct shape exclude_part = {"options", CALL_TABLE, sizeof(struct constraint),
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
	c->initially = def->initdeferred ? constraint_times[1] : NULL;
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
	if (same(c->initially, "deferred"))
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

enum applied
need_name_to_comment(const struct op *op, const char *name, const char *comment)
{
	if (name || !comment)
		return UNKNOWN;
	return op_error(op, E_MISSING,
	                "what it is made on is not followed, so the name that the server chooses "
	                "is not known; its comment needs name = …");
}

/* ---- columns ---- */

bool
constraint_uses_column(const struct constraint *c, const char *column)
{
	return strs_has(&c->columns, column) || strs_has(&c->include, column) ||
	       keys_use_column(&c->keys, column) || expression_uses_column(c->where, column) ||
	       expression_uses_column(c->expression, column);
}

bool
constraint_holds_column(const struct constraint *c, const char *column)
{
	const struct key *k;
	size_t i;

	if (c->type != 'x' || strs_has(&c->include, column))
		return false;
	for (i = 0; i < c->keys.n; i++) {
		k = c->keys.v[i];
		if (same(k->term.column, column))
			return false;
	}
	return constraint_uses_column(c, column);
}

void
constraint_rename_column(struct constraint *c, const struct table *t, const char *from,
                         const char *to)
{
	const char *table = t->object.name.name;
	struct index x;

	if (c->type == 'u' || c->type == 'x') {
		x = index_of(c);
		c->called = index_called(&x);
	}
	strs_rename(&c->columns, from, to);
	strs_rename(&c->include, from, to);
	strs_rename(&c->on_delete_columns, from, to);
	keys_rename_column(&c->keys, t, from, to);
	if (c->where)
		c->where = expression_rename_column(c->where, table, from, to);
	if (c->expression)
		c->expression = expression_rename_column(c->expression, table, from, to);
}
