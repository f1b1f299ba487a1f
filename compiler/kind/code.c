/* What is kept as SQL: the part that all its kinds have in common. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "code.h"

static const struct op_class drop_code, rename_code;

const struct code_kind *
code_kind(const struct object *o)
{
	size_t i;

	for (i = 0; code_kinds[i]; i++)
		if (&code_kinds[i]->noun == o->noun)
			return code_kinds[i];
	return NULL;
}

/* ---- the noun's functions ---- */

void
code_links(const struct object *o, struct list *links)
{
	const struct code *c = (const struct code *)o;
	const struct code_kind *kind = code_kind(o);
	struct link name = {LINK_NAME, c->name}, on = {LINK_OWNER, c->on};
	struct link excuse = {LINK_EXCUSE, {"", NULL}};
	struct strs excused = {0};
	size_t i;

	if (kind->excuses)
		kind->excuses(c, &excused);
	for (i = 0; i < excused.n; i++) {
		excuse.to.name = excused.v[i];
		list_add(links, copy(&excuse, sizeof excuse));
	}
	use_links(&c->uses, links);
	if (c->name.name && !same(c->name.name, o->name.name) && !code_kind(o)->on_relation)
		list_add(links, copy(&name, sizeof name));
	if (c->on.name)
		list_add(links, copy(&on, sizeof on));
}

void
code_unshare(struct object *copied)
{
	struct code *c = (struct code *)copied;

	c->uses = list_copy(&c->uses);
	c->columns = list_copy(&c->columns);
	c->settings = list_copy(&c->settings);
}

bool
code_columns(const struct object *o, struct list *columns)
{
	const struct code *c = (const struct code *)o;

	list_append(columns, &c->columns);
	return !c->open;
}

/* the type that it is, or that a relation's rows have, or NULL */
static const struct object *
type_of(const struct schema *s, const struct object *o)
{
	if (o->noun->space == SPACE_TYPE)
		return o;
	return o->noun->space == SPACE_RELATION ? schema_find(s, SPACE_TYPE, o->name) : NULL;
}

/* expressions of tables may say it, or their keys */
static bool
stands_in_tables(const struct object *o)
{
	return o->noun == &function_kind.noun || o->noun->space == SPACE_TYPE ||
	       o->noun->space == SPACE_SEARCH_CONFIGURATION ||
	       o->noun->space == SPACE_SEARCH_DICTIONARY || (code_kind(o) && code_kind(o)->in_key);
}

void
code_remove(struct schema *s, struct object *o)
{
	const struct object *type = type_of(s, o);
	size_t i;

	/* a base type and its functions need each other */
	for (i = 0; i < s->going.n; i++)
		if (((struct object *)s->going.v[i])->id == o->id)
			return;
	list_add(&s->going, o);
	if (type)
		type_users_remove(s, type);
	if (type && type != o)
		remove_users(s, type, NULL);
	remove_users(s, o, NULL);
	if (stands_in_tables(o))
		remove_saying(s, o);
	frame_remove(s, o);
	schema_remove(s, o);
	s->going.n--;
}

/* ---- text ---- */

static bool
is_word(const struct tokens *tokens, const char *text, size_t i, const char *word)
{
	size_t n;

	if (i >= tokens->n)
		return false;
	n = tokens->v[i].end - tokens->v[i].start;
	return strlen(word) == n && strncasecmp(text + tokens->v[i].start, word, n) == 0;
}

char *
code_sql(const struct code *c)
{
	const struct code_kind *kind = code_kind(&c->object);
	const char *name = "";

	if (c->name.name)
		name = kind->spelled ? kind->spelled(c->name) : sql_qname(c->name);
	return strf("%s%s%s", c->head, name, c->tail);
}

/* with all that goes without saying: what is the same twice is the same in it */
static char *
full_sql(const struct code *c)
{
	const struct code_kind *kind = code_kind(&c->object);

	return kind->full ? kind->full(c) : code_sql(c);
}

bool
code_says_same(const struct code *a, const struct code *b)
{
	return same_statement(full_sql(a), full_sql(b));
}

const char *
code_name_on(const char *name, struct qname relation)
{
	return strf("%s on %s", name, relation.name);
}

const char *
code_identity(const struct code *c)
{
	const struct code_kind *kind = code_kind(&c->object);

	if (kind->on_relation)
		return strf("%s ON %s", sql_name(c->name.name), sql_qname(c->on));
	return kind->identity  ? kind->identity(c)
	       : kind->spelled ? kind->spelled(c->name)
	                       : sql_qname(c->name);
}

/* "ALTER VIEW name" */
static char *
alter_sql(const struct code *c)
{
	return strf("ALTER %s %s", code_kind(&c->object)->keyword, code_identity(c));
}

static bool
is_name(const struct tokens *tokens, const char *text, size_t i, const char *name)
{
	const char *at;
	size_t n;

	if (i >= tokens->n || text[tokens->v[i].start] != '"')
		return is_word(tokens, text, i, name);
	at = text + tokens->v[i].start;
	n = tokens->v[i].end - tokens->v[i].start;
	return n == strlen(name) + 2 && strncmp(at + 1, name, n - 2) == 0;
}

static bool
is_qname(const struct tokens *tokens, const char *text, size_t i, struct qname name)
{
	if (name.schema)
		return is_name(tokens, text, i, name.schema) && is_word(tokens, text, i + 1, ".") &&
		       is_name(tokens, text, i + 2, name.name);
	return is_name(tokens, text, i, name.name);
}

/* where a name stands from the i-th token on */
static int
place_from(const struct query *q, const struct tokens *tokens, size_t i, struct qname name)
{
	for (; i < tokens->n; i++)
		if (is_qname(tokens, q->text, i, name))
			return (int)(q->offset + tokens->v[i].start);
	return -1;
}

int
word_place(const struct query *q, const char *after, struct qname name)
{
	struct tokens tokens;
	size_t i = 0;

	if (!scan_tokens(q->text, &tokens))
		return -1;
	while (after && i < tokens.n && !is_word(&tokens, q->text, i, after))
		i++;
	return place_from(q, &tokens, i + (after != NULL), name);
}

int
name_place(const struct query *q, int after, struct qname name)
{
	struct tokens tokens;
	size_t i;

	if (after < 0 || !scan_tokens(q->text, &tokens))
		return -1;
	i = token_at(&tokens, (size_t)after - q->offset) + 1;
	while (is_word(&tokens, q->text, i, "."))
		i += 2;
	return place_from(q, &tokens, i, name);
}

/* ALTER TABLE users DISABLE TRIGGER name, where it belongs to a relation */
static char *
setting_sql(const struct code *c, const char *key, const char *sql)
{
	const struct code_kind *kind = code_kind(&c->object);

	if (kind->on_relation && !depends_by(key))
		return strf("ALTER TABLE %s %s %s %s", sql_qname(c->on), sql, kind->keyword,
		            sql_name(c->name.name));
	return strf("%s %s", alter_sql(c), sql);
}

static char *
replace_sql(const struct code *c)
{
	return strf("CREATE OR REPLACE%s", code_sql(c) + strlen("CREATE"));
}

/* ---- differences ---- */

/* a function whose body names relations comes after them, and goes before */
static bool
needs_relations(const struct code *c)
{
	size_t i;

	for (i = 0; i < c->uses.n; i++)
		if (((const struct use *)c->uses.v[i])->space == SPACE_RELATION)
			return true;
	return c->reads;
}

static enum phase
create_phase(const struct code *c)
{
	enum phase phase = code_kind(&c->object)->create;

	return phase == PHASE_CREATE_FUNCTION && needs_relations(c) ? PHASE_CREATE_CODE : phase;
}

static enum phase
drop_phase(const struct code *c)
{
	enum phase phase = code_kind(&c->object)->drop;

	return phase == PHASE_DROP_FUNCTION && needs_relations(c) ? PHASE_DROP_CODE : phase;
}

static void
add(struct diff *d, enum phase phase, const char *sql)
{
	diff_add(d, phase, execute_new(d->at, sql));
}

const struct setting *
code_setting(const struct code *c, const char *key)
{
	const struct setting *set;
	size_t i;

	for (i = 0; i < c->settings.n; i++) {
		set = c->settings.v[i];
		if (strcmp(set->key, key) == 0)
			return set;
	}
	return NULL;
}

const char *
code_set_sql(const struct code *c, const char *key)
{
	const struct setting *set = code_setting(c, key);

	return set ? set->sql : code_kind(&c->object)->reset(c, key);
}

static const struct output *
find_column(const struct code *c, const char *name)
{
	const struct output *o;
	size_t i;

	for (i = 0; c && i < c->columns.n; i++) {
		o = c->columns.v[i];
		if (same(o->name, name))
			return o;
	}
	return NULL;
}

/* from may be NULL */
static void
comments_alter(struct diff *d, const struct code *from, const struct code *to)
{
	const struct output *o, *was;
	size_t i;

	comment_add(d, code_kind(&to->object)->keyword, code_identity(to),
	            from ? from->object.comment : NULL, to->object.comment);
	for (i = 0; i < to->columns.n; i++) {
		o = to->columns.v[i];
		was = find_column(from, o->name);
		comment_add(d, "COLUMN", strf("%s.%s", sql_qname(to->name), sql_name(o->name)),
		            was ? was->comment : NULL, o->comment);
	}
}

/* what takes a setting back; NULL: nothing */
static const char *
reset_of(const struct code *from, const struct code *to, const char *key)
{
	const struct code_kind *kind = code_kind(&to->object);

	if (depends_by(key))
		return key;
	if (kind->between)
		return kind->between(from, to, key);
	return kind->reset ? kind->reset(to, key) : NULL;
}

static void
settings_alter(struct diff *d, const struct code *from, const struct code *to)
{
	const struct code_kind *kind = code_kind(&to->object);
	const struct setting *old, *new;
	const char *sql;
	size_t i;

	for (i = 0; i < to->settings.n; i++) {
		new = to->settings.v[i];
		old = code_setting(from, new->key);
		if (old && strcmp(old->sql, new->sql) == 0)
			continue;
		sql = kind->between && !depends_by(new->key) ? kind->between(from, to, new->key)
		                                             : new->sql;
		if (sql)
			add(d, create_phase(to), setting_sql(to, new->key, sql));
	}
	for (i = 0; i < from->settings.n; i++) {
		old = from->settings.v[i];
		if (code_setting(to, old->key))
			continue;
		sql = reset_of(from, to, old->key);
		if (sql)
			add(d, create_phase(to), setting_sql(to, old->key, sql));
	}
}

/* gone with the session that made it: another one has nothing to drop */
static bool
is_temporary(const struct object *o)
{
	return same(o->name.schema, "pg_temp");
}

void
code_create(struct diff *d, const struct object *o)
{
	const struct code *c = (const struct code *)o;
	struct code *made = (struct code *)object_copy(o);

	if (is_temporary(o))
		return;
	made->settings = (struct list){0};
	add(d, create_phase(c), code_sql(c));
	settings_alter(d, made, c);
	comments_alter(d, NULL, c);
	owner_alter(d, NULL, o);
	privileges_alter(d, NULL, o);
}

void
code_drop(struct diff *d, const struct object *o)
{
	const struct code *c = (const struct code *)o;

	if (!is_temporary(o) && !function_goes_with_type(d, o))
		add(d, drop_phase(c), strf("DROP %s %s", code_kind(o)->keyword, code_identity(c)));
}

/* from with the name of to */
struct code *
code_renamed(struct diff *d, const struct object *a, const struct object *b)
{
	const struct code *from = (const struct code *)a, *to = (const struct code *)b;
	struct code *c = (struct code *)object_copy(a);
	struct output *o;
	size_t i;

	/* its columns may have other names by now */
	for (i = 0; !d->by_name && from->made == to->made && i < c->columns.n; i++) {
		o = element_copy(&c->columns, i, sizeof *o);
		o->name = ((const struct output *)to->columns.v[i])->name;
	}
	if (!from->name.name)
		return c;
	if (!same(from->name.schema, to->name.schema)) {
		add(d, PHASE_RENAME,
		    strf("%s SET SCHEMA %s", alter_sql(c), sql_name(to->name.schema)));
		c->name.schema = to->name.schema;
	}
	if (!same(from->name.name, to->name.name)) {
		add(d, PHASE_RENAME,
		    strf("%s RENAME TO %s", alter_sql(c), sql_name(to->name.name)));
		c->name.name = to->name.name;
	}
	c->object.name = to->object.name;
	c->on = to->on;
	return c;
}

void
code_settings(struct diff *d, const struct code *from, const struct code *to)
{
	settings_alter(d, from, to);
	comments_alter(d, from, to);
	owner_alter(d, &from->object, &to->object);
	privileges_alter(d, &from->object, &to->object);
}

/* something that `to` has not set, and no ALTER takes from `from`; what is made anew for it is, where time goes back, gone soon */
static bool
stays_set(const struct diff *d, const struct code *from, const struct code *to)
{
	const struct code_kind *kind = code_kind(&to->object);
	const struct setting *old;
	size_t i;

	if (!kind->renews || (!kind->replaces && !d->by_name))
		return false;
	for (i = 0; i < from->settings.n; i++) {
		old = from->settings.v[i];
		if (!code_setting(to, old->key) && !depends_by(old->key) &&
		    !kind->reset(to, old->key))
			return true;
	}
	return false;
}

/* c with a setting of each of its own for what one of the two statements says */
static struct code *
with_settings(const struct code *c, const struct code *other)
{
	const struct code_kind *kind = code_kind(&c->object);
	struct code *full = (struct code *)object_copy(&c->object);
	struct setting set = {0};
	struct strs keys = {0};
	size_t i;

	kind->keys(c, &keys);
	kind->keys(other, &keys);
	for (i = 0; i < keys.n; i++) {
		set.key = keys.v[i];
		set.sql = kind->reset(c, set.key);
		if (!code_setting(full, set.key))
			list_add(&full->settings, copy(&set, sizeof set));
	}
	return full;
}

void
code_alter(struct diff *d, const struct object *from, const struct object *to)
{
	const struct code_kind *kind = code_kind(to);
	const struct code *new = (const struct code *)to;
	struct code *old = code_renamed(d, from, to);
	bool same_text = d->by_name ? code_says_same(old, new) : old->made == new->made;

	if (is_temporary(to))
		return;
	if (same_text && !stays_set(d, old, new)) {
		code_settings(d, old, new);
	} else if (kind->replaces && kind->replaces(old, new)) {
		add(d, create_phase(new), replace_sql(new));
		if (kind->renews)
			old->settings = (struct list){0};
		code_settings(d, old, new);
	} else if (kind->alters && kind->alters(old, new)) {
		code_settings(d, with_settings(old, new), with_settings(new, old));
	} else {
		code_drop(d, &old->object);
		code_create(d, to);
	}
}

static bool
same_settings(const struct code *a, const struct code *b)
{
	const struct setting *set, *other;
	size_t i;

	for (i = 0; i < a->settings.n; i++) {
		set = a->settings.v[i];
		other = code_setting(b, set->key);
		if (!other || !same_tokens(set->sql, other->sql))
			return false;
	}
	return a->settings.n == b->settings.n;
}

/* what ALTER said of it may stand in its text there */
void
code_settle(struct object *copied, const struct object *of, const struct object *as)
{
	const struct code *said = (const struct code *)of, *spelled = (const struct code *)as;
	struct code *c = (struct code *)copied;

	if (!code_says_same(c, spelled))
		return;
	c->head = said->head;
	c->tail = said->tail;
	c->uses = said->uses;
	c->reads = said->reads;
	if (same_settings(c, spelled))
		c->settings = said->settings;
}

/* ---- CREATE ---- */

struct op *
code_op(const struct op_class *class, const struct clause *c)
{
	struct code_op *op = op_new(class, c->at);

	op->clause = c;
	return &op->op;
}

/* the tokens of the name behind the keyword: first and one past the last */
static void
name_tokens(const struct tokens *tokens, const char *text, const char *keyword, size_t *first,
            size_t *end)
{
	const char *space = strrchr(keyword, ' ');
	size_t i;

	keyword = space ? space + 1 : keyword;
	for (i = 0; i < tokens->n && !is_word(tokens, text, i, keyword); i++)
		;
	i++;
	if (is_word(tokens, text, i, "if"))
		i += 3;
	*first = i;
	for (i++; i + 1 < tokens->n && is_word(tokens, text, i, "."); i += 2)
		;
	*end = i;
}

/* what stands before the name, without OR REPLACE and IF NOT EXISTS */
static char *
bare_head(const char *text, const struct tokens *tokens, size_t name)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < name; i++) {
		if (is_word(tokens, text, i, "or") && is_word(tokens, text, i + 1, "replace"))
			i += 2;
		if (is_word(tokens, text, i, "if"))
			break;
		buf_mem(&b, text + tokens->v[i].start, tokens->v[i].end - tokens->v[i].start);
		buf_char(&b, ' ');
	}
	return buf_str(&b);
}

static int
later_first(const void *a, const void *b)
{
	const struct star *const *x = a, *const *y = b;

	return (*x)->offset < (*y)->offset ? 1 : (*x)->offset > (*y)->offset ? -1 : 0;
}

/* the statement with what * stood for when it was made: columns that are added later are not its */
static char *
without_stars(const struct statement *statement, struct list *stars)
{
	char *text = str(statement->text);
	const struct star *star;
	struct tokens tokens;
	size_t i, j, at, end;

	if (!stars->n || !scan_tokens(text, &tokens))
		return text;
	list_sort(stars, later_first);
	for (i = 0; i < stars->n; i++) {
		star = stars->v[i];
		at = star->offset - statement->offset;
		j = token_at(&tokens, at);
		while (j < tokens.n && !is_word(&tokens, statement->text, j, "*"))
			j++;
		if (!star->text || j == tokens.n)
			continue;
		end = tokens.v[j].end;
		text = strf("%.*s%s%s", (int)at, text, star->text, text + end);
	}
	return text;
}

/* what a * stands for has nothing else of the columns that it names */
static struct list
new_columns(const struct list *given)
{
	struct list columns = {0};
	const struct output *o;
	struct output *new;
	size_t i;

	for (i = 0; i < given->n; i++) {
		o = given->v[i];
		new = alloc(sizeof *new);
		new->name = o->name;
		new->type = o->type;
		list_add(&columns, new);
	}
	return columns;
}

struct code *
code_new(struct op *op, struct schema *s, const struct code_kind *kind, struct qname name,
         const char *identity_name)
{
	const struct clause *clause = ((struct code_op *)op)->clause;
	struct query q = {.op = op,
	                  .source = clause->statement->source,
	                  .schema = s,
	                  .text = clause->statement->text,
	                  .offset = clause->statement->offset};
	struct code *c = alloc(kind->noun.size);
	struct tokens tokens;
	size_t first, end;
	char *text;

	if (kind->follow)
		kind->follow(&q, clause->node);
	if (q.result == REFUSED || need_statement_labels(op, s, clause->statement) == REFUSED)
		return NULL;
	c->object.noun = &kind->noun;
	c->object.at = op->at;
	text = without_stars(clause->statement, &q.stars);
	if (!scan_tokens(text, &tokens))
		return NULL;
	c->head = is_word(&tokens, text, 1, "or") ? strf("CREATE%s", text + tokens.v[2].end) : text;
	c->tail = "";
	if (name.name) {
		c->name = kind->on_relation || !space_in_schema(kind->noun.space)
		                  ? name
		                  : schema_full(s, name);
		name_tokens(&tokens, text, kind->keyword, &first, &end);
		c->head = bare_head(text, &tokens, first);
		c->tail = text + tokens.v[end - 1].end;
	}
	c->object.name = (struct qname){c->name.schema, identity_name ? identity_name : name.name};
	c->uses = q.uses;
	c->columns = new_columns(&q.columns);
	c->open = q.open;
	code_reach(s, c, clause->statement);
	return c;
}

void
code_define(const struct schema *s, struct code *c, const char *tail)
{
	struct query q = {.schema = s};

	c->tail = tail;
	q.text = code_sql(c);
	code_kind(&c->object)->follow(&q, code_tree(c));
	c->uses = q.uses;
}

struct code *
code_new_on(struct op *op, struct schema *s, const struct code_kind *kind, const char *name,
            const struct object *on)
{
	struct code *c = code_new(op, s, kind, (struct qname){NULL, name}, NULL);

	if (!c)
		return NULL;
	c->on = on->name;
	c->object.name = (struct qname){on->name.schema, code_name_on(name, on->name)};
	return c;
}

struct code *
code_rewritten(const struct op *op, const struct schema *s, const struct code *c, char *sql)
{
	const struct code_kind *kind = code_kind(&c->object);
	struct code *new = (struct code *)object_copy(&c->object);
	struct parse_error e;
	struct source source = {op->at, sql, false};
	struct statement statement = {
		.text = sql, .tree = parse_statement(sql, &e), .source = &source};
	struct query q = {.op = op, .source = &source, .text = sql, .schema = s};
	struct tokens tokens;
	size_t first, end;

	kind->follow(&q, statement.tree);
	if (q.result == REFUSED || need_statement_labels(op, s, &statement) == REFUSED ||
	    !scan_tokens(sql, &tokens))
		return NULL;
	name_tokens(&tokens, sql, kind->keyword, &first, &end);
	new->head = strn(sql, tokens.v[first].start);
	new->tail = sql + tokens.v[end - 1].end;
	new->uses = q.uses;
	return new;
}

/* OR REPLACE leaves comments and privileges as they are */
static void
keep_columns(struct code *c, const struct code *former)
{
	const struct output *was;
	struct output *o;
	size_t i;

	for (i = 0; i < c->columns.n; i++) {
		o = element_copy(&c->columns, i, sizeof *o);
		was = find_column(former, o->name);
		if (!was)
			continue;
		o->comment = was->comment;
		o->privileges = was->privileges;
		o->labels = was->labels;
	}
}

enum applied
code_make(struct op *op, struct schema *s, struct code *c, bool or_replace, bool if_not_exists)
{
	const struct noun *noun = c->object.noun;
	struct object *there = schema_find(s, noun->space, c->object.name);
	const struct code *former = (const struct code *)there;
	enum applied result = APPLIED;

	if (there && if_not_exists)
		return APPLIED;
	/* it is completed as what is made */
	if (is_shell(there) && !is_shell(&c->object)) {
		schema_remove(s, there);
		there = NULL;
	}
	if (there && !or_replace && schema_doubts(s, there)) {
		remove_object(s, there->id);
		there = NULL;
		result = UNKNOWN;
	}
	if (there && or_replace && there->noun == noun) {
		c->object.id = there->id;
		c->object.comment = there->comment;
		c->object.owner = there->owner;
		c->object.privileges = there->privileges;
		c->object.labels = there->labels;
		keep_columns(c, former);
		c->settings = code_kind(there)->renews ? (struct list){0} : former->settings;
	} else if (there && there->noun == noun && code_kind(there)->excuses) {
		/* its own name is excused because it is there */
		return op_error(op, E_EXISTS, "%s %s exists already%s", noun->name,
		                plain_qname(c->object.name), made_at(there->at));
	} else if (need_free_name(op, s, noun->space, c->object.name) == REFUSED ||
	           (noun->space == SPACE_RELATION &&
	            need_free_type(op, s, c->object.name) == REFUSED)) {
		return REFUSED;
	} else {
		c->object.id = schema_id(s);
		default_privileges(s, &c->object);
	}
	c->made = schema_id(s);
	schema_put(s, &c->object);
	return result;
}

void
code_set(struct schema *s, const struct code *c, const char *key, const char *sql)
{
	struct code *changed = (struct code *)object_copy(&c->object);
	const struct code_kind *kind = code_kind(&c->object);
	const char *made = kind->reset ? kind->reset(c, key) : NULL;
	struct setting set = {key, sql};
	size_t i;

	for (i = changed->settings.n; i-- > 0;)
		if (strcmp(((struct setting *)changed->settings.v[i])->key, key) == 0)
			list_remove(&changed->settings, i);
	/* as it was made */
	if (!made || strcasecmp(made, sql) != 0)
		list_add(&changed->settings, copy(&set, sizeof set));
	if (kind->uses)
		changed->uses = kind->uses(s, changed);
	schema_put(s, &changed->object);
}

/* ---- DROP, RENAME, SET SCHEMA ---- */

const struct code_kind *
code_kind_of(PgQuery__ObjectType type)
{
	size_t i;

	for (i = 0; code_kinds[i]; i++)
		if (code_kinds[i]->type == type)
			return code_kinds[i];
	return NULL;
}

static struct qname
plain_name(const PgQuery__Node *object)
{
	if (object->node_case == PG_QUERY__NODE__NODE_LIST)
		return list_qname(object->list->items, object->list->n_items);
	if (object->node_case == PG_QUERY__NODE__NODE_TYPE_NAME)
		return list_qname(object->type_name->names, object->type_name->n_names);
	if (object->node_case == PG_QUERY__NODE__NODE_RANGE_VAR)
		return range_qname(object->range_var);
	return (struct qname){NULL, node_string(object)};
}

bool
code_is_others(const struct schema *s, const struct code_kind *kind, struct qname name)
{
	if (!kind->others)
		return false;
	/* these have no name that the catalog could know */
	if (kind == &cast_kind || kind == &transform_kind ? extensions_there(s).n > 0
	                                                  : extensions_bring(s, name.name))
		return true;
	if (name.schema && strcmp(name.schema, "pg_catalog") != 0)
		return false;
	return kind->others(name.name);
}

struct list
code_on(const struct schema *s, const struct noun *noun, struct qname relation)
{
	struct list linked = {0}, found = {0};
	struct object *o;
	size_t i;

	schema_linked(s, LINK_OWNER, relation, &linked);
	for (i = 0; i < linked.n; i++) {
		o = linked.v[i];
		if (o->noun == noun)
			list_add(&found, o);
	}
	return found;
}

/* what is no trigger of its own may still be one that the partition has from its table */
static enum applied
missing_on(const struct op *op, const struct schema *s, const struct code_kind *kind,
           const struct object *on, const char *name)
{
	const struct code *above = kind == &trigger_kind ? trigger_above(s, on, name) : NULL;
	struct list all = code_on(s, &kind->noun, on->name);
	struct qname full = {on->name.schema, code_name_on(name, on->name)}, bare = {NULL, name};
	struct strs names = {0};
	size_t i;

	if (above && (op->class == &drop_code || op->class == &rename_code))
		return op_error(op, E_OWNED,
		                "trigger '%s' of table %s comes from %s; say that table", name,
		                plain_qname(on->name), plain_qname(above->on));
	/* what a view is made of */
	if (kind == &rule_kind && strcmp(name, "_RETURN") == 0 && on->noun != &table_noun &&
	    op->class != &drop_code && op->class != &rename_code)
		return UNKNOWN;
	if (above || !on->noun->columns || schema_may_be_other(s, SPACE_RELATION, on->name) ||
	    schema_excused(s, kind->noun.space, full) || schema_excused(s, SPACE_PART, bare))
		return UNKNOWN;
	for (i = 0; i < all.n; i++)
		strs_add(&names, ((struct code *)all.v[i])->name.name);
	return op_error(op, E_NO_PART, "%s %s has no %s '%s'%s", on->noun->name,
	                plain_qname(on->name), kind->noun.name, name, did_you_mean(name, &names));
}

struct object *
need_owner(const struct op *op, const struct schema *s, const char *what, struct qname name,
           const char *kinds, enum applied *result)
{
	struct object *o = schema_find(s, SPACE_RELATION, name);
	bool foreign;

	*result = UNKNOWN;
	if (!o && !extensions_bring(s, name.name))
		*result = missing(op, s, "table", SPACE_RELATION, name);
	if (!o)
		return NULL;
	foreign = o->noun == &table_noun && ((struct table *)o)->server;
	if (o->noun == &table_noun ? !foreign || strchr(kinds, 'f')
	                           : code_kind(o) && strchr(kinds, o->noun->relkind))
		return o;
	if (!schema_may_be_other(s, SPACE_RELATION, name) && o->noun->relkind != 'r')
		*result = op_error(op, E_KIND, "%s is %s %s%s, which has no %s", plain_qname(name),
		                   article(o->noun->name), foreign ? "foreign " : "", o->noun->name,
		                   what);
	return NULL;
}

struct code *
need_code_on(const struct op *op, const struct schema *s, const struct code_kind *kind,
             struct qname on, const char *name, bool if_exists, enum applied *result)
{
	const struct object *relation = schema_find(s, SPACE_RELATION, on);
	struct object *o = NULL;

	*result = APPLIED;
	if (relation)
		o = schema_find(
			s, kind->noun.space,
			(struct qname){relation->name.schema, code_name_on(name, relation->name)});
	if (o || if_exists)
		return (struct code *)o;
	if (relation)
		*result = missing_on(op, s, kind, relation, name);
	else if (extensions_bring(s, on.name))
		*result = UNKNOWN;
	else
		*result = missing(op, s, "table", SPACE_RELATION, on);
	return NULL;
}

static enum applied
wrong_kind(const struct op *op, struct qname name, const struct object *o,
           const struct code_kind *kind)
{
	return op_error(op, E_KIND, "%s is %s %s, not %s %s", plain_qname(name),
	                article(o->noun->name), o->noun->name, article(kind->noun.name),
	                kind->noun.name);
}

/* an aggregate is a function too, but for need_code_itself */
static bool
stands_for(const struct code_kind *kind, const struct object *o)
{
	return o->noun == &kind->noun || (kind->any && code_kind(o)) ||
	       (kind == &function_kind && code_kind(o) == &aggregate_kind);
}

struct code *
need_code(const struct op *op, const struct schema *s, const struct code_kind *kind,
          const PgQuery__Node *object, bool if_exists, enum applied *result)
{
	struct qname name = {NULL, NULL};
	struct object *o;
	size_t last;

	if (kind->on_relation) {
		last = object->list->n_items - 1;
		return need_code_on(op, s, kind, list_qname(object->list->items, last),
		                    node_string(object->list->items[last]), if_exists, result);
	}
	*result = APPLIED;
	if (kind->find) {
		o = (struct object *)kind->find(s, object, &name);
	} else {
		name = plain_name(object);
		o = schema_find(s, kind->noun.space, name);
	}
	if (o && stands_for(kind, o))
		return (struct code *)o;
	if (o && (kind->any || schema_may_be_other(s, o->noun->space, o->name)))
		*result = UNKNOWN;
	else if (o)
		*result = wrong_kind(op, name, o, kind);
	else if (!if_exists)
		*result = code_is_others(s, kind, name)
		                  ? UNKNOWN
		                  : missing(op, s, kind->noun.name, kind->noun.space, name);
	return NULL;
}

struct code *
need_code_itself(const struct op *op, const struct schema *s, const struct code_kind *kind,
                 const PgQuery__Node *object, bool if_exists, enum applied *result)
{
	struct code *c = need_code(op, s, kind, object, if_exists, result);

	if (!c || kind->any || c->object.noun == &kind->noun)
		return c;
	*result = wrong_kind(op, c->object.name, &c->object, kind);
	return NULL;
}

static struct op *
drop_from(const struct clause *c)
{
	if (c->node->node_case != PG_QUERY__NODE__NODE_DROP_STMT ||
	    !code_kind_of(c->node->drop_stmt->remove_type))
		return NULL;
	return code_op(&drop_code, c);
}

static enum applied
need_free(const struct op *op, const struct schema *s, const struct object *o,
          const struct list *gone)
{
	const struct object *type = type_of(s, o);

	if (type && (need_no_users(op, s, type) == REFUSED ||
	             need_unused(op, s, type, NULL, gone) == REFUSED))
		return REFUSED;
	if (stands_in_tables(o) && need_unsaid(op, s, o, gone) == REFUSED)
		return REFUSED;
	return need_unused(op, s, o, NULL, gone);
}

/* the classes of an operator family go with it unasked */
static void
add_classes(const struct schema *s, struct code *family, struct list *gone)
{
	struct list all = code_with(s, &family->object, NULL);
	const struct object *o;
	size_t i;

	for (i = 0; i < all.n; i++) {
		o = all.v[i];
		if (o->noun == &operator_class_kind.noun)
			list_add(gone, all.v[i]);
	}
}

static enum applied
drop_apply(struct op *op, struct schema *s)
{
	const PgQuery__DropStmt *stmt = ((struct code_op *)op)->clause->node->drop_stmt;
	const struct code_kind *kind = code_kind_of(stmt->remove_type);
	bool cascade = stmt->behavior == PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE;
	enum applied result = APPLIED, one;
	struct list gone = {0};
	struct code *c;
	struct object *o;
	size_t i;

	for (i = 0; i < stmt->n_objects; i++) {
		if (kind == &language_kind &&
		    need_not_own(op, s, node_string(stmt->objects[i])) == REFUSED)
			return REFUSED;
		c = need_code_itself(op, s, kind, stmt->objects[i], stmt->missing_ok, &one);
		result = worse(result, one);
		if (c)
			list_add(&gone, c);
		if (c && kind == &operator_family_kind)
			add_classes(s, c, &gone);
	}
	for (i = 0; i < gone.n && !cascade && result != REFUSED; i++)
		result = worse(result, need_free(op, s, gone.v[i], &gone));
	for (i = 0; i < gone.n && result != REFUSED; i++) {
		o = s->by_id.v[((struct object *)gone.v[i])->id];
		if (o)
			o->noun->remove(s, o);
	}
	return result;
}

static struct op *
rename_from(const struct clause *c)
{
	const PgQuery__Node *n = c->node;

	if (n->node_case == PG_QUERY__NODE__NODE_RENAME_STMT &&
	    code_kind_of(n->rename_stmt->rename_type))
		return code_op(&rename_code, c);
	if (n->node_case == PG_QUERY__NODE__NODE_ALTER_OBJECT_SCHEMA_STMT &&
	    code_kind_of(n->alter_object_schema_stmt->object_type))
		return code_op(&rename_code, c);
	return NULL;
}

static PgQuery__Node *
relation_node(PgQuery__RangeVar *r)
{
	PgQuery__Node *n = alloc(sizeof *n);

	pg_query__node__init(n);
	n->node_case = PG_QUERY__NODE__NODE_RANGE_VAR;
	n->range_var = r;
	return n;
}

enum applied
code_move(const struct op *op, struct schema *s, const struct code *c, struct qname to)
{
	const char *rest = c->object.name.name + strlen(c->name.name);
	struct code *moved = (struct code *)object_copy(&c->object);
	enum space space = c->object.noun->space;

	moved->name = to;
	moved->object.name.name = strf("%s%s", to.name, rest);
	if (!code_kind(&c->object)->on_relation)
		moved->object.name.schema = to.schema;
	if (need_complete(op, &c->object) == REFUSED ||
	    (to.schema && need_schema(op, s, to) == REFUSED) ||
	    need_free_name(op, s, space, moved->object.name) == REFUSED ||
	    (space == SPACE_RELATION &&
	     need_free_name(op, s, SPACE_TYPE, moved->object.name) == REFUSED))
		return REFUSED;
	if (space == SPACE_FUNCTION || space == SPACE_OPERATOR)
		rename_identity_uses(s, c, to, moved->object.name.name);
	else
		rename_uses(s, space, c->name, to);
	/* functions and types are done with above */
	if (stands_in_tables(&c->object) && space != SPACE_FUNCTION && space != SPACE_TYPE)
		mentions_rename(s, space, c->name, to, c);
	if (space == SPACE_RELATION)
		rename_uses(s, SPACE_TYPE, c->name, to);
	schema_put(s, &moved->object);
	if (code_kind(&c->object) == &trigger_kind)
		copies_rename(s, c, to.name);
	frame_move(s, &c->object, to);
	if (space == SPACE_RELATION || space == SPACE_TYPE)
		rename_references(s, SPACE_TYPE, c->name, to);
	return APPLIED;
}

static enum applied
rename_apply(struct op *op, struct schema *s)
{
	const PgQuery__Node *n = ((struct code_op *)op)->clause->node;
	const PgQuery__RenameStmt *rename = NULL;
	const PgQuery__AlterObjectSchemaStmt *move = NULL;
	const struct code_kind *kind;
	const struct code *c;
	enum applied result;
	struct qname to;

	if (n->node_case == PG_QUERY__NODE__NODE_RENAME_STMT)
		rename = n->rename_stmt;
	else
		move = n->alter_object_schema_stmt;
	kind = code_kind_of(rename ? rename->rename_type : move->object_type);
	if (rename)
		n = rename->relation && !rename->object ? relation_node(rename->relation)
		                                        : rename->object;
	else
		n = move->relation ? relation_node(move->relation) : move->object;
	/* IF EXISTS excuses nothing there: the grammar takes it of policies, and the server does not look at it */
	c = rename && kind->on_relation
	            ? need_code_on(op, s, kind, range_qname(rename->relation), rename->subname,
	                           false, &result)
	            : need_code(op, s, kind, n, rename ? rename->missing_ok : move->missing_ok,
	                        &result);
	if (!c)
		return result;
	/* where it is already */
	if (move && same(c->name.schema, move->newschema))
		return APPLIED;
	/* to the name that it has already: only a trigger may */
	if (rename && same(c->name.name, rename->newname))
		return kind == &trigger_kind ? APPLIED
		                             : op_error(op, E_EXISTS, "%s %s exists already%s",
		                                        c->object.noun->name, plain_qname(c->name),
		                                        made_at(c->object.at));
	to = c->name;
	if (rename)
		to.name = rename->newname;
	else
		to.schema = move->newschema;
	return code_move(op, s, c, to);
}

void
code_render(const struct op *op, struct list *steps)
{
	step_add(steps, op, NULL, str(((const struct code_op *)op)->clause->statement->text));
}

void
code_render_on(const struct op *op, struct list *steps, enum table_lock lock, struct qname relation)
{
	code_render(op, steps);
	step_lock(steps->v[steps->n - 1], lock, relation);
}

const struct field code_fields[] = {{0}};

static const struct op_class drop_code = {
	.shape = {"drop", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = drop_from,
	.apply = drop_apply,
	.render = code_render,
};

static const struct op_class rename_code = {
	.shape = {"rename", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = rename_from,
	.apply = rename_apply,
	.render = code_render,
};

const struct op_class *const code_ops[] = {&drop_code, &rename_code, NULL};
