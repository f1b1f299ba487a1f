/* Base types, whose values functions read and write. A shell is made first, for these functions to name it; it is completed when they
   are there. So the type and its functions need each other, and go together. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "code.h"

struct base_type {
	struct code code;
	bool complete;
	unsigned
		altered; /* another one after each ALTER TYPE … SET, the same where a function of its is renamed */
};

struct create_type {
	struct code_op code;
	bool completes; /* found when applied */
};

static const struct op_class create_type, alter_type;

/* ---- what stands in its definition ---- */

/* the options that are functions; %s is the type itself, NULL is what the server may have */
static const struct option {
	const char *key;
	const char *arguments[2], *result;
	bool required, alters;
} options[] = {
	{"input", {"(cstring)", "(cstring, oid, integer)"}, "%s", .required = true},
	{"output", {"(%s)"}, "cstring", .required = true},
	{"receive", {"(internal)", "(internal, oid, integer)"}, "%s", .alters = true},
	{"send", {"(%s)"}, "bytea", .alters = true},
	{"typmod_in", {NULL}, NULL, .alters = true},
	{"typmod_out", {NULL}, NULL, .alters = true},
	{"analyze", {NULL}, NULL, .alters = true},
	{"subscript", {NULL}, NULL, .alters = true},
};

static const struct option *
find_option(const char *key)
{
	size_t i;

	for (i = 0; i < LEN(options); i++)
		if (strcasecmp(options[i].key, key) == 0)
			return &options[i];
	return NULL;
}

/* what a type keeps as it was made */
static const char *const kept[] = {
	"category",       "preferred",     "delimiter",  "element", "default", "alignment",
	"internallength", "passedbyvalue", "collatable", "like",    NULL};

static bool
is_none(const PgQuery__TypeName *t)
{
	return strcmp(node_string(t->names[t->n_names - 1]), "none") == 0;
}

/* the name behind an option of a definition, or NULL */
static const PgQuery__TypeName *
option_name(const PgQuery__DefElem *e)
{
	return e->arg && e->arg->node_case == PG_QUERY__NODE__NODE_TYPE_NAME ? e->arg->type_name
	                                                                     : NULL;
}

/* the value of "key = value,": as it is written, but for comments, with one space where there is any */
static const char *
value_of(const char *option)
{
	struct tokens tokens;
	struct buf b = {0};
	const struct token *t;
	size_t i;

	scan_tokens(option, &tokens);
	for (i = 2; i < tokens.n; i++) {
		t = &tokens.v[i];
		if (i + 1 == tokens.n && option[t->start] == ',')
			break;
		if (b.n && t[-1].end < t->start)
			buf_add(&b, " ");
		buf_mem(&b, option + t->start, t->end - t->start);
	}
	return buf_str(&b);
}

/* "key=value"; text begins at `offset` of what the tree counts */
static struct strs
read_options(const char *text, size_t offset, PgQuery__Node *const *nodes, size_t n)
{
	struct strs all = {0};
	const char *start, *end;
	size_t i;

	for (i = 0; i < n; i++) {
		start = text + (size_t)nodes[i]->def_elem->location - offset;
		end = i + 1 < n ? text + (size_t)nodes[i + 1]->def_elem->location - offset
		                : strrchr(text, ')');
		strs_add(&all, strf("%s=%s", nodes[i]->def_elem->defname,
		                    value_of(strn(start, (size_t)(end - start)))));
	}
	return all;
}

static struct strs
options_of(const struct base_type *t)
{
	const PgQuery__DefineStmt *d = code_tree(&t->code)->define_stmt;

	return read_options(code_sql(&t->code), 0, d->definition, d->n_definition);
}

/* without those that a type has when nothing is said of them */
static struct strs
unusual_options(const struct base_type *t)
{
	static const char *const usual[] = {"category='U'", "preferred=false", "delimiter=','",
	                                    "collatable=false", NULL};
	struct strs all = options_of(t), left = {0};
	size_t i;

	for (i = 0; i < all.n; i++)
		if (!among(all.v[i], usual))
			strs_add(&left, all.v[i]);
	return left;
}

/* "key = value", or the key alone */
static const char *
option_sql(const char *option)
{
	size_t n = strcspn(option, "=");

	return option[n + 1] ? strf("%s = %s", strn(option, n), option + n + 1) : strn(option, n);
}

/* what stands behind its name */
static const char *
tail(const struct strs *all)
{
	struct strs sql = {0};
	size_t i;

	for (i = 0; i < all->n; i++)
		strs_add(&sql, option_sql(all->v[i]));
	return strf(" (%s)", strs_join(&sql, ", "));
}

static void
follow(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__DefineStmt *d = statement->define_stmt;
	const PgQuery__TypeName *t;
	const char *key;
	size_t i;

	for (i = 0; i < d->n_definition; i++) {
		key = d->definition[i]->def_elem->defname;
		t = option_name(d->definition[i]->def_elem);
		if (t && (strcasecmp(key, "like") == 0 || strcasecmp(key, "element") == 0))
			query_type(q, t);
		else if (t && find_option(key) && !is_none(t) &&
		         (t->n_names > 1 ||
		          function_named(q->schema, list_qname(t->names, t->n_names))))
			query_function(q, t->names, t->n_names,
			               word_place(q, key, list_qname(t->names, t->n_names)));
	}
}

/* ---- the noun's functions ---- */

static struct base_type *
shell_of(const struct base_type *t)
{
	struct base_type *shell = (struct base_type *)object_copy(&t->code.object);

	shell->complete = false;
	shell->code.tail = "";
	return shell;
}

static void
create(struct diff *d, const struct object *o)
{
	const struct base_type *t = (const struct base_type *)o;
	struct base_type *shell = shell_of(t);

	diff_add(d, PHASE_CREATE_TYPE, execute_new(d->at, code_sql(&shell->code)));
	if (t->complete) {
		code_create(d, o);
		return;
	}
	shell->code.object.comment = shell->code.object.owner = NULL;
	shell->code.object.privileges = shell->code.object.labels = (struct list){0};
	code_settings(d, &shell->code, &t->code);
}

/* with its functions, which nothing else can take from it */
static const char *
drop_sql_of(const struct base_type *t)
{
	return strf("DROP TYPE %s%s", code_identity(&t->code), t->complete ? " CASCADE" : "");
}

bool
function_goes_with_type(const struct diff *d, const struct object *o)
{
	struct list all = {0};
	const struct object *user;
	size_t i;

	if (d->target)
		all = users_of(d->schema, o, NULL);
	for (i = 0; i < all.n; i++) {
		user = all.v[i];
		if (user->noun == &base_type_kind.noun && !object_namesake(d->target, user))
			return true;
	}
	return false;
}

bool
base_type_has_values(const struct schema *s, const struct object *o)
{
	struct list users;
	size_t i;

	if (o->noun != &base_type_kind.noun)
		return false;
	users = users_of(s, o, NULL);
	for (i = 0; i < users.n; i++)
		if (((const struct object *)users.v[i])->noun->space == SPACE_TYPE)
			return true;
	return type_users(s, o).n;
}

static void
drop(struct diff *d, const struct object *o)
{
	diff_add(d, PHASE_DROP_TYPE, execute_new(d->at, drop_sql_of((const struct base_type *)o)));
}

static void
alter_options(struct diff *d, const struct base_type *from, const struct base_type *to)
{
	struct strs old = unusual_options(from), new = unusual_options(to), set = {0}, reset = {0};
	struct strs sql = {0};
	size_t i;

	parameters_diff(&old, &new, &set, &reset);
	for (i = 0; i < set.n; i++)
		strs_add(&sql, option_sql(set.v[i]));
	for (i = 0; i < reset.n; i++)
		if (strcasecmp(reset.v[i], "storage") != 0)
			strs_add(&sql, strf("%s = NONE", reset.v[i]));
	if (sql.n)
		diff_add(d, PHASE_CREATE_BASE_TYPE,
		         execute_new(d->at, strf("ALTER TYPE %s SET (%s)", sql_qname(to->code.name),
		                                 strs_join(&sql, ", "))));
}

static void
alter(struct diff *d, const struct object *from, const struct object *to)
{
	const struct base_type *new = (const struct base_type *)to;
	const struct base_type *old = (const struct base_type *)code_renamed(d, from, to);

	if (old->complete && new->complete && (d->by_name || old->altered != new->altered))
		alter_options(d, old, new);
	if (old->complete && !new->complete)
		diff_add(d, PHASE_DROP_TYPE, execute_new(d->at, drop_sql_of(old)));
	if (old->complete != new->complete)
		diff_add(d, new->complete ? PHASE_CREATE_BASE_TYPE : PHASE_CREATE_TYPE,
		         execute_new(d->at, code_sql(&new->code)));
	code_settings(d, &old->code, &new->code);
}

static void
lost(const struct object *from, const struct object *to, struct strs *out)
{
	const struct base_type *a = (const struct base_type *)from;
	const struct base_type *b = (const struct base_type *)to;
	struct strs old, new, set = {0}, reset = {0};

	if (!a->complete || !b->complete)
		return;
	old = options_of(a);
	new = options_of(b);
	parameters_diff(&old, &new, &set, &reset);
	if (strs_has(&reset, "storage"))
		strs_add(out, strf("type %s had the storage plain, and cannot have that again",
		                   plain_qname(b->code.name)));
}

static const struct catalog_query created[] = {
	{.phase = PHASE_CREATE_TYPE,
         .sql = "SELECT t.schema, t.typname, format('CREATE TYPE %s', t.said) FROM made_type t LEFT JOIN pg_range r ON r.rngtypid = t.oid\n"
                "WHERE t.typtype IN ('b', 'p') AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid) OR r.rngcanonical <> 0 ORDER BY t.oid"},
	{.phase = PHASE_CREATE_BASE_TYPE,
         .sql = "SELECT t.schema, t.typname, format('CREATE TYPE %s (%s)', t.said, concat_ws(', ', 'INPUT = ' || t.typinput, 'OUTPUT = ' || t.typoutput,\n"
                "    'RECEIVE = ' || nullif(t.typreceive::text, '-'), 'SEND = ' || nullif(t.typsend::text, '-'),\n"
                "    'TYPMOD_IN = ' || nullif(t.typmodin::text, '-'), 'TYPMOD_OUT = ' || nullif(t.typmodout::text, '-'), 'ANALYZE = ' || nullif(t.typanalyze::text, '-'),\n"
                "    <<14? 'SUBSCRIPT = ' || nullif(t.typsubscript::text, '-') : NULL>>,\n"
                "    'INTERNALLENGTH = ' || CASE WHEN t.typlen < 0 THEN 'VARIABLE' ELSE t.typlen::text END, CASE WHEN t.typbyval THEN 'PASSEDBYVALUE' END,\n"
                "    'ALIGNMENT = ' || CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'i' THEN 'int4' ELSE 'double' END,\n"
                "    'STORAGE = ' || CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended' ELSE 'main' END,\n"
                "    CASE WHEN t.typcategory <> 'U' THEN format('CATEGORY = %L', t.typcategory) END, CASE WHEN t.typispreferred THEN 'PREFERRED = true' END,\n"
                "    'DEFAULT = ' || quote_literal(t.typdefault), 'ELEMENT = ' || format_type(nullif(t.typelem, 0), NULL),\n"
                "    CASE WHEN t.typdelim <> ',' THEN format('DELIMITER = %L', t.typdelim) END, CASE WHEN t.typcollation <> 0 THEN 'COLLATABLE = true' END))\n"
                "FROM made_type t WHERE t.typtype = 'b' AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid) ORDER BY t.oid"},
	{0},
};

const struct code_kind base_type_kind = {
	.noun = {.name = "type",
                 .space = SPACE_TYPE,
                 .plural = "TYPES",
                 .size = sizeof(struct base_type),
                 .unshare = code_unshare,
                 .links = code_links,
                 .remove = code_remove,
                 .create = create,
                 .drop = drop,
                 .alter = alter,
                 .lost = lost},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_TYPE,
	.keyword = "TYPE",
	.create = PHASE_CREATE_BASE_TYPE,
	.drop = PHASE_DROP_TYPE,
	.follow = follow,
	.inspect = created,
};

bool
is_shell(const struct object *o)
{
	return o && o->noun == &base_type_kind.noun && !((const struct base_type *)o)->complete;
}

enum applied
need_complete(const struct op *op, const struct object *o)
{
	return is_shell(o)
	               ? op_error(op, E_TYPE_PLACE, "type %s is only a shell", plain_qname(o->name))
	               : APPLIED;
}

enum applied
need_free_type(const struct op *op, struct schema *s, struct qname name)
{
	struct object *there = schema_find(s, SPACE_TYPE, schema_full(s, name));

	if (!is_shell(there))
		return need_free_name(op, s, SPACE_TYPE, name);
	schema_remove(s, there);
	return APPLIED;
}

enum applied
make_shell(struct op *op, struct schema *s, struct qname name)
{
	struct base_type *t = alloc(sizeof *t);
	struct code *c = &t->code;

	if (need_schema(op, s, name) == REFUSED)
		return REFUSED;
	c->object.noun = &base_type_kind.noun;
	c->object.at = op->at;
	c->name = c->object.name = schema_full(s, name);
	c->head = "CREATE TYPE ";
	c->tail = "";
	return code_make(op, s, c, false, false);
}

/* ---- CREATE TYPE ---- */

static struct op *
create_from(const struct clause *c)
{
	struct create_type *op;

	if (c->node->node_case != PG_QUERY__NODE__NODE_DEFINE_STMT ||
	    c->node->define_stmt->kind != PG_QUERY__OBJECT_TYPE__OBJECT_TYPE)
		return NULL;
	op = op_new(&create_type, c->at);
	op->code.clause = c;
	return &op->code.op;
}

/* a function of that name with one of the lists of arguments, which returns what it must */
static enum applied
need_function_of(const struct op *op, const struct schema *s, const struct option *option,
                 const PgQuery__TypeName *said, const char *type)
{
	struct qname name = list_qname(said->names, said->n_names);
	const PgQuery__CreateFunctionStmt *f;
	const struct code *c = NULL;
	const char *arguments, *returns;
	size_t i;

	for (i = 0; i < LEN(option->arguments) && option->arguments[i] && !c; i++) {
		arguments = strcmp(option->arguments[i], "(%s)") == 0 ? strf("(%s)", type)
		                                                      : option->arguments[i];
		c = (const struct code *)schema_find(
			s, SPACE_FUNCTION,
			(struct qname){name.schema, strf("%s%s", name.name, arguments)});
	}
	if (schema_excused(s, SPACE_FUNCTION, name) || !option->result)
		return APPLIED;
	arguments = strcmp(option->arguments[0], "(%s)") == 0 ? strf("(%s)", type)
	                                                      : option->arguments[0];
	if (!c)
		return op_error(op, E_NO_FUNCTION, "there is no function %s that takes %s",
		                plain_qname(name), arguments);
	if (c->object.noun != &function_kind.noun)
		return APPLIED;
	f = code_tree(c)->create_function_stmt;
	returns = strcmp(option->result, "%s") == 0 ? type : option->result;
	if (f->return_type && strcmp(argument_type(s, f->return_type), returns) == 0)
		return APPLIED;
	return op_error(op, E_KIND, "function %s must return %s", plain_qname(c->name), returns);
}

static enum applied
need_options(const struct op *op, const struct schema *s, PgQuery__Node *const *nodes, size_t n,
             const char *type)
{
	enum applied result = APPLIED;
	const PgQuery__TypeName *said;
	const struct option *option;
	size_t i, j;

	for (i = 0; i < n; i++) {
		for (j = 0; j < i; j++)
			if (strcasecmp(nodes[i]->def_elem->defname, nodes[j]->def_elem->defname) ==
			    0)
				return op_error(op, E_TWICE, "'%s' stands twice",
				                nodes[i]->def_elem->defname);
		option = find_option(nodes[i]->def_elem->defname);
		said = option_name(nodes[i]->def_elem);
		if (option && said && !is_none(said))
			result = worse(result, need_function_of(op, s, option, said, type));
	}
	return result;
}

static bool
has_option(const PgQuery__DefineStmt *d, const char *key)
{
	size_t i;

	for (i = 0; i < d->n_definition; i++)
		if (strcasecmp(d->definition[i]->def_elem->defname, key) == 0)
			return true;
	return false;
}

static enum applied
complete(struct create_type *op, struct schema *s, const PgQuery__DefineStmt *d, struct qname name)
{
	struct object *there = schema_find(s, SPACE_TYPE, name);
	struct op *o = &op->code.op;
	struct code *c;
	size_t i;

	if (need_schema(o, s, name) == REFUSED)
		return REFUSED;
	if (!there)
		return schema_excused(s, SPACE_TYPE, name)
		               ? UNKNOWN
		               : op_error(o, E_NO_TYPE,
		                          "no type named %s; make its shell first: CREATE TYPE %s",
		                          plain_qname(name), sql_qname(name));
	if (!is_shell(there))
		return op_error(o, E_EXISTS, "%s %s exists already%s", there->noun->name,
		                plain_qname(name), made_at(there->at));
	for (i = 0; i < LEN(options); i++)
		if (options[i].required && !has_option(d, options[i].key))
			return op_error(o, E_STATEMENT, "a base type needs %s", options[i].key);
	if (need_options(o, s, d->definition, d->n_definition, sql_qname(there->name)) == REFUSED)
		return REFUSED;
	c = code_new(o, s, &base_type_kind, name, NULL);
	if (!c)
		return REFUSED;
	op->completes = true;
	c->object.id = there->id;
	c->object.comment = there->comment;
	c->object.owner = there->owner;
	c->object.privileges = there->privileges;
	c->object.labels = there->labels;
	c->made = schema_id(s);
	((struct base_type *)c)->complete = true;
	schema_put(s, &c->object);
	return APPLIED;
}

static enum applied
create_apply(struct op *o, struct schema *s)
{
	struct create_type *op = (struct create_type *)o;
	const PgQuery__DefineStmt *d = op->code.clause->node->define_stmt;
	struct qname name = list_qname(d->defnames, d->n_defnames);

	op->completes = false;
	return d->n_definition ? complete(op, s, d, name) : make_shell(o, s, name);
}

static int
older_first(const void *a, const void *b)
{
	const struct object *const *x = a, *const *y = b;

	return (*x)->id < (*y)->id ? -1 : (*x)->id > (*y)->id;
}

/* what goes with it */
static void
add_users(const struct schema *s, struct object *o, struct list *all)
{
	struct list users = code_with(s, o, NULL);
	size_t i, j;

	for (i = 0; i < users.n; i++) {
		for (j = 0; j < all->n && all->v[j] != users.v[i]; j++)
			;
		if (j < all->n)
			continue;
		list_add(all, users.v[i]);
		add_users(s, users.v[i], all);
	}
}

/* nothing makes a shell of it again: it goes with its functions, and they come back */
static bool
create_invert(const struct op *o, const struct schema *s, struct list *down, struct list *gaps)
{
	const struct create_type *op = (const struct create_type *)o;
	const PgQuery__DefineStmt *stmt = op->code.clause->node->define_stmt;
	struct object *type =
		schema_find(s, SPACE_TYPE, list_qname(stmt->defnames, stmt->n_defnames));
	const struct base_type *t = (const struct base_type *)type;
	struct list users = {0}, back;
	struct diff d = {.at = o->at};
	size_t i;

	(void)gaps;
	if (!op->completes || !type)
		return false;
	list_add(&users, type);
	add_users(s, type, &users);
	list_remove(&users, 0);
	list_sort(&users, older_first);
	create(&d, &shell_of(t)->code.object);
	for (i = 0; i < users.n; i++)
		code_create(&d, users.v[i]);
	list_add(down, execute_new(o->at, drop_sql_of(t)));
	back = diff_ops(&d);
	list_append(down, &back);
	return true;
}

static const struct op_class create_type = {
	.shape = {"create_type", CALL_ARGUMENTS, sizeof(struct create_type), code_fields},
	.from_sql = create_from,
	.apply = create_apply,
	.render = code_render,
	.invert = create_invert,
};

/* ---- ALTER TYPE … SET ---- */

static struct op *
alter_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_ALTER_TYPE_STMT ? code_op(&alter_type, c)
	                                                                  : NULL;
}

static enum applied
need_alterable(const struct op *op, PgQuery__Node *const *nodes, size_t n)
{
	struct strs names = {0};
	const char *key;
	size_t i;

	strs_add(&names, "storage");
	for (i = 0; i < LEN(options); i++)
		if (options[i].alters)
			strs_add(&names, options[i].key);
	for (i = 0; i < n; i++) {
		key = nodes[i]->def_elem->defname;
		if (strs_has(&names, key))
			continue;
		return find_option(key) || among(key, kept)
		               ? op_error(op, E_PARAMETER, "'%s' of a type cannot be changed", key)
		               : op_error(op, E_PARAMETER, "a type has no option '%s'%s", key,
		                          did_you_mean(key, &names));
	}
	return APPLIED;
}

/* what was made for values outside of the row cannot keep them in it */
static enum applied
need_stored(const struct op *op, const struct strs *from, const struct strs *to)
{
	const char *plain = "storage=plain", *key = "storage=";
	size_t i, n = strlen(key);
	bool stored = false, becomes_plain = false;

	for (i = 0; i < from->n; i++)
		stored |= strncmp(from->v[i], key, n) == 0 && strcasecmp(from->v[i], plain) != 0;
	for (i = 0; i < to->n; i++)
		becomes_plain |= strcasecmp(to->v[i], plain) == 0;
	return stored && becomes_plain ? op_error(op, E_PARAMETER,
	                                          "the storage of a type cannot become plain again")
	                               : APPLIED;
}

static enum applied
alter_apply(struct op *op, struct schema *s)
{
	const struct clause *clause = ((struct code_op *)op)->clause;
	const PgQuery__AlterTypeStmt *n = clause->node->alter_type_stmt;
	struct qname name = list_qname(n->type_name, n->n_type_name);
	struct object *there = schema_find(s, SPACE_TYPE, name);
	struct strs all, said, set = {0}, none = {0};
	struct base_type *t;
	const char *o;
	size_t i;

	if (!there)
		return need_type(op, s, sql_qname(name)) == REFUSED ? REFUSED : UNKNOWN;
	if (there->noun != &base_type_kind.noun)
		return op_error(op, E_KIND, "%s is no base type", plain_qname(name));
	if (need_complete(op, there) == REFUSED ||
	    need_alterable(op, n->options, n->n_options) == REFUSED ||
	    need_options(op, s, n->options, n->n_options, sql_qname(there->name)) == REFUSED)
		return REFUSED;
	t = (struct base_type *)object_copy(there);
	all = options_of(t);
	said = read_options(clause->statement->text, clause->statement->offset, n->options,
	                    n->n_options);
	if (need_stored(op, &all, &said) == REFUSED)
		return REFUSED;
	for (i = 0; i < said.n; i++) {
		o = said.v[i] + strcspn(said.v[i], "=") + 1;
		if (strcasecmp(o, "none") == 0)
			strs_add(&none, strn(said.v[i], (size_t)(o - said.v[i]) - 1));
		else
			strs_add(&set, said.v[i]);
	}
	parameters_set(&all, &set, &none);
	code_define(s, &t->code, tail(&all));
	t->altered = schema_id(s);
	schema_put(s, &t->code.object);
	return APPLIED;
}

static const struct op_class alter_type = {
	.shape = {"alter_type", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = alter_from,
	.apply = alter_apply,
	.render = code_render,
};

const struct op_class *const base_type_ops[] = {&create_type, &alter_type, NULL};
