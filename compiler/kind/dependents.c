/* What definitions that are kept as SQL use, and what becomes of them when that is dropped or renamed. */
#include <stdlib.h>
#include <string.h>

#include "code.h"

const char primary_key_use[] = "\x1fkey";

/* the name under which the users of something are found */
static struct qname
use_key(enum space space, struct qname name, const char *column)
{
	return (struct qname){name.schema, strf("%c%s%s%s", (char)space, name.name,
	                                        column ? "\x1f" : "", column ? column : "")};
}

void
use_links(const struct list *uses, struct list *links)
{
	struct map seen = {0};
	const struct use *u;
	struct link l = {.kind = LINK_USE};
	size_t i;

	for (i = 0; i < uses->n; i++) {
		u = uses->v[i];
		l.to = use_key(u->space, u->name, u->column);
		if (!map_put(&seen, strf("%s\x1f%s", l.to.schema, l.to.name), links))
			list_add(links, copy(&l, sizeof l));
	}
}

bool
uses_name(const struct list *uses, enum space space, struct qname name)
{
	const struct use *u;
	size_t i;

	for (i = 0; i < uses->n; i++) {
		u = uses->v[i];
		if (u->space == space && same(u->name.name, name.name) &&
		    same(u->name.schema, name.schema))
			return true;
	}
	return false;
}

struct qname
used_name(const struct object *o)
{
	const struct code *c = (const struct code *)o;

	return code_kind(o) && c->name.schema ? c->name : o->name;
}

/* one of several of that name */
static bool
is_overloaded(const struct schema *s, const struct object *o)
{
	struct list all = {0};
	size_t i, n = 0;

	if (!code_kind(o))
		return false;
	schema_linked(s, LINK_NAME, used_name(o), &all);
	for (i = 0; i < all.n; i++)
		n += ((const struct object *)all.v[i])->noun->space == o->noun->space;
	return n > 1;
}

/* a definition uses o, and no other of its name */
static bool
uses_just(const struct object *user, const struct object *o)
{
	const struct list *uses = code_kind(user) ? &((const struct code *)user)->uses : NULL;
	const struct use *u;
	size_t i;

	for (i = 0; uses && i < uses->n; i++) {
		u = uses->v[i];
		if (u->space == o->noun->space && same(u->identity, o->name.name) &&
		    same(u->name.schema, o->name.schema))
			return true;
	}
	return false;
}

struct list
users_of(const struct schema *s, const struct object *o, const char *column)
{
	struct list all = {0}, found = {0};
	struct qname multirange = range_multirange(o);
	const bool overloaded = is_overloaded(s, o);
	size_t i;

	schema_linked(s, LINK_USE, use_key(o->noun->space, used_name(o), column), &all);
	for (i = 0; i < all.n; i++)
		if (!overloaded || uses_just(all.v[i], o))
			list_add(&found, all.v[i]);
	if (multirange.name)
		schema_linked(s, LINK_USE, use_key(SPACE_TYPE, multirange, NULL), &found);
	return found;
}

static bool
is_among(const struct list *objects, const struct object *o)
{
	size_t i;

	for (i = 0; objects && i < objects->n; i++)
		if (((const struct object *)objects->v[i])->id == o->id)
			return true;
	return false;
}

/* a trigger, a policy or a rule goes with its table */
static bool
goes_along(const struct object *user, const struct object *o, const struct list *gone)
{
	const struct code *c = (const struct code *)user;
	size_t i;

	if (!code_kind(user) || !c->on.name)
		return false;
	for (i = 0; gone && i < gone->n; i++)
		if (same_qname(c->on, ((const struct object *)gone->v[i])->name))
			return true;
	return same_qname(c->on, o->name);
}

/* "view v", "trigger t on table users" */
static const char *
title(const struct object *o)
{
	const struct code *c = (const struct code *)o;

	if (!code_kind(o) || !c->on.name)
		return strf("%s %s", o->noun->name, plain_qname(used_name(o)));
	return strf("%s '%s' of %s", o->noun->name, c->name.name, plain_qname(c->on));
}

static const char *
part_title(const struct object *o, const char *column)
{
	if (!column)
		return title(o);
	return same(column, primary_key_use) ? strf("the primary key of %s", title(o))
	                                     : strf("column '%s' of %s", column, title(o));
}

enum applied
need_unused(const struct op *op, const struct schema *s, const struct object *o, const char *column,
            const struct list *gone)
{
	struct list all = users_of(s, o, column);
	const struct object *user;
	size_t i;

	for (i = 0; i < all.n; i++) {
		user = all.v[i];
		if (user->id == o->id || is_among(gone, user) || schema_doubts(s, user))
			continue;
		/* these go with their access method */
		if (o->noun->space == SPACE_ACCESS_METHOD &&
		    (user->noun->space == SPACE_OPERATOR_CLASS ||
		     user->noun->space == SPACE_OPERATOR_FAMILY))
			continue;
		if (code_kind(user) && (column ? code_kind(user)->yields : code_kind(user)->loose))
			continue;
		if (!column && goes_along(user, o, gone))
			continue;
		return op_error(op, E_NEEDED, "%s is needed by %s%s; drop that first, or say %s",
		                part_title(o, column), title(user), made_at(user->at),
		                op->class->shape.fields->key ? "cascade = true" : "CASCADE");
	}
	return APPLIED;
}

struct list
code_with(const struct schema *s, struct object *o, const char *column)
{
	struct list all = users_of(s, o, column), found = {0};
	const struct object *user, *rows;
	struct list of_rows;
	size_t i;

	if (!column && o->noun->space == SPACE_RELATION) {
		schema_linked(s, LINK_OWNER, o->name, &all);
		rows = schema_find(s, SPACE_TYPE, o->name);
		of_rows = rows ? users_of(s, rows, NULL) : (struct list){0};
		list_append(&all, &of_rows);
	}
	for (i = 0; i < all.n; i++) {
		user = all.v[i];
		if ((code_kind(user) || o->noun->space == SPACE_SERVER) && user->id != o->id &&
		    !list_has(&found, user))
			list_add(&found, all.v[i]);
	}
	return found;
}

void
remove_users(struct schema *s, const struct object *o, const char *column)
{
	struct list all = users_of(s, o, column), owned = {0};
	const struct code_kind *kind;
	struct object *user;
	size_t i;

	if (!column && o->noun->space == SPACE_RELATION)
		schema_linked(s, LINK_OWNER, o->name, &owned);
	list_append(&all, &owned);
	for (i = 0; i < all.n; i++) {
		user = s->by_id.v[((struct object *)all.v[i])->id];
		kind = user ? code_kind(user) : NULL;
		if (!user || user->id == o->id ||
		    (!kind && o->noun->space != SPACE_SERVER &&
		     o->noun->space != SPACE_ACCESS_METHOD))
			continue;
		if (!kind || !kind->release ||
		    !kind->release(s, (struct code *)user, o->noun->space, used_name(o)))
			user->noun->remove(s, s->by_id.v[user->id]);
	}
}

/* ---- renames ---- */

struct rename {
	enum space space;
	struct qname from, to;
	const char *column_from, *column_to; /* of a column of the relation `from` */
	const char *identity, *identity_to;  /* of a function: those of others of its name stay */
};

int
use_later_first(const void *a, const void *b)
{
	const struct use *const *x = a, *const *y = b;

	return (*x)->offset < (*y)->offset ? 1 : (*x)->offset > (*y)->offset ? -1 : 0;
}

static bool
is_as(const struct tokens *tokens, size_t i)
{
	return i < tokens->n && tokens->v[i].type == PG_QUERY__TOKEN__AS;
}

static char *
spliced(const char *text, size_t start, size_t end, const char *with)
{
	return strf("%.*s%s%s", (int)start, text, with, text + end);
}

static bool
concerns(const struct use *u, const struct rename *r)
{
	if (!same(u->name.name, r->from.name) || !same(u->name.schema, r->from.schema) ||
	    u->space != r->space)
		return false;
	if (r->identity && u->identity && strcmp(u->identity, r->identity) != 0)
		return false;
	return !r->column_from || same(u->column, r->column_from);
}

/* the text with one use renamed */
static char *
rename_use(char *text, const struct use *u, const struct rename *r)
{
	struct tokens tokens;
	size_t first, last, before;

	if (u->constant)
		return constant_renamed(text, u, r->to);
	/* in an expression; an operator class says it by its bare name */
	if (r->space == SPACE_OPERATOR && u->identity)
		return operator_renamed(text, u->offset, r->from, r->to);
	if (!scan_tokens(text, &tokens))
		return text;
	first = last = token_at(&tokens, u->offset);
	before = first;
	while (is_dot(&tokens, last + 1)) {
		before = last;
		last += 2;
	}
	if (r->column_from && same(u->as, r->column_to)) {
		/* the name that AS gives is its own again */
		before = last + (is_as(&tokens, last + 1) ? 2 : 1);
		return spliced(text, tokens.v[last].start, tokens.v[before].end,
		               sql_name(r->column_to));
	}
	if (r->column_from)
		return spliced(text, tokens.v[last].start, tokens.v[last].end,
		               strf("%s%s", sql_name(r->column_to),
		                    u->bare ? strf(" AS %s", sql_name(r->column_from)) : ""));
	if (!u->column)
		return spliced(text, tokens.v[first].start, tokens.v[last].end,
		               r->space == SPACE_OPERATOR   ? operator_sql(r->to)
		               : r->space == SPACE_FUNCTION ? function_spelled(r->to)
		                                            : sql_qname(r->to));
	/* a column that is qualified by the relation's name */
	if (last == first || !u->qualified)
		return text;
	return spliced(text, tokens.v[first].start, tokens.v[before].end, sql_name(r->to.name));
}

/* its text with each use as `with` writes it, which gives back the text where that stays; false where it cannot be read */
static bool
rewrite(const struct schema *s, struct code *c,
        char *(*with)(const void *data, char *text, const struct use *u), const void *data)
{
	const struct code_kind *kind = code_kind(&c->object);
	struct parse_error e;
	const struct use *u;
	char *text = code_sql(c);
	struct query q = {.text = text, .schema = s};
	const PgQuery__Node *tree = parse_statement(text, &e);
	size_t i, head = strlen(c->head), name, length = strlen(text);

	name = length - head - strlen(c->tail);
	if (!tree || !kind->follow)
		return false;
	kind->follow(&q, tree);
	list_sort(&q.uses, use_later_first);
	for (i = 0; i < q.uses.n; i++) {
		u = q.uses.v[i];
		text = with(data, text, u);
		if (u->offset < head)
			head += strlen(text) - length;
		length = strlen(text);
	}
	c->head = strn(text, head);
	c->tail = text + head + name;
	return true;
}

static char *
renamed(const void *data, char *text, const struct use *u)
{
	return concerns(u, data) && !u->joined && !u->makes ? rename_use(text, u, data) : text;
}

/* the definition as it reads after a rename; the schema still has the old names */
static void
rename_in(struct schema *s, struct code *c, const struct rename *r)
{
	const struct code_kind *kind = code_kind(&c->object);
	struct use *u;
	size_t i;

	if (!rewrite(s, c, renamed, r))
		return;
	if (kind->reread)
		kind->reread(s, c);
	if (kind->rename_used)
		kind->rename_used(s, c, r->from, r->to);
	for (i = 0; i < c->uses.n; i++) {
		if (!concerns(c->uses.v[i], r))
			continue;
		u = element_copy(&c->uses, i, sizeof *u);
		if (r->column_from)
			u->column = r->column_to;
		else
			u->name = r->to;
		if (u->identity && r->identity)
			u->identity = r->identity_to;
	}
}

bool
use_is_at_home(const struct schema *s, const struct use *u)
{
	const struct schema *home = schema_at_home(s);
	const struct object *o;

	if (u->identity)
		o = schema_find(home, u->space, (struct qname){NULL, u->identity});
	else if (u->space == SPACE_FUNCTION)
		o = function_named(home, (struct qname){NULL, u->name.name});
	else
		o = schema_find(home, u->space, (struct qname){NULL, u->name.name});
	return o && same(used_name(o).schema, u->name.schema);
}

/* the text, which begins at from, says it by its bare name, which only the path of the moment finds */
static bool
is_out_of_reach(const struct schema *s, const char *text, size_t from, const struct use *u)
{
	const size_t at = u->offset - from;
	const char *schema;

	if (u->column || u->joined || !u->name.schema || at >= strlen(text))
		return false;
	schema = strf("%s.", sql_name(u->name.schema));
	return strncmp(text + at, schema, strlen(schema)) != 0 && !use_is_at_home(s, u);
}

static char *
reached(const void *data, char *text, const struct use *u)
{
	const struct rename r = {.space = u->space, .from = u->name, .to = u->name};

	return is_out_of_reach(data, text, 0, u) ? rename_use(text, u, &r) : text;
}

void
code_reach(const struct schema *s, struct code *c, const struct statement *said)
{
	size_t i;

	if (strs_same(&s->path, &s->home))
		return;
	for (i = 0; i < c->uses.n; i++)
		if (is_out_of_reach(s, said->text, said->offset, c->uses.v[i])) {
			rewrite(s, c, reached, s);
			return;
		}
}

/* "f(mood, mood[])" where one of its types is renamed */
static const char *
rename_arguments(const struct code *c, const struct rename *r)
{
	const char *name = c->name.name ? c->name.name : "", *from = sql_qname(r->from), *as;
	const char *at = c->object.name.name + strlen(name);
	struct buf b = {0};
	size_t n;

	buf_add(&b, name);
	while (*at) {
		n = strspn(at, "(), []");
		if (strncmp(at + n, "AS ", 3) == 0)
			n += 3;
		buf_mem(&b, at, n);
		at += n;
		n = strcspn(at, "(),[]");
		as = strstr(at, " AS ");
		if (as && as < at + n)
			n = (size_t)(as - at);
		if (n == strlen(from) && strncmp(at, from, n) == 0)
			buf_add(&b, sql_qname(r->to));
		else
			buf_mem(&b, at, n);
		at += n;
	}
	return buf_str(&b);
}

/* of a foreign table */
static void
rename_server(struct schema *s, const struct object *o, const char *to)
{
	struct table *t = (struct table *)object_copy(o);

	t->server = to;
	schema_put(s, &t->object);
}

/* what uses it knows it by its types, which have other names now */
static void
identity_rename(struct schema *s, const struct code *c, const char *from)
{
	struct list all = {0};
	const struct use *u;
	struct code *user;
	size_t i, j;

	schema_linked(s, LINK_USE, use_key(c->object.noun->space, c->name, NULL), &all);
	for (i = 0; i < all.n; i++) {
		if (!code_kind(all.v[i]))
			continue;
		user = (struct code *)object_copy(all.v[i]);
		for (j = 0; j < user->uses.n; j++) {
			u = user->uses.v[j];
			if (u->space == c->object.noun->space && same_qname(u->name, c->name) &&
			    same(u->identity, from))
				((struct use *)element_copy(&user->uses, j, sizeof *u))->identity =
					c->object.name.name;
		}
		schema_put(s, &user->object);
	}
}

static void
rename_all(struct schema *s, const struct rename *r)
{
	const struct strs path = s->path;
	struct list all = {0};
	const char *was;
	struct code *c;
	size_t i;

	s->path = s->home; /* which is how it is kept */
	schema_linked(s, LINK_USE, use_key(r->space, r->from, r->column_from), &all);
	for (i = 0; i < all.n; i++) {
		if (!code_kind(all.v[i]) && r->space == SPACE_SERVER)
			rename_server(s, all.v[i], r->to.name);
		if (!code_kind(all.v[i]))
			continue;
		/* it may know others of them by their new names by now */
		c = (struct code *)object_copy(s->by_id.v[((struct object *)all.v[i])->id]);
		was = c->object.name.name;
		rename_in(s, c, r);
		if (!c->name.name && code_kind(&c->object)->identity)
			c->object.name.name = code_kind(&c->object)->identity(c);
		if (r->space == SPACE_TYPE && strchr(c->object.name.name, '('))
			c->object.name.name = rename_arguments(c, r);
		schema_put(s, &c->object);
		if (strcmp(c->object.name.name, was) != 0)
			identity_rename(s, c, was);
	}
	s->path = path;
}

void
rename_uses(struct schema *s, enum space space, struct qname from, struct qname to)
{
	struct rename r = {.space = space, .from = from, .to = to};
	struct list owned = {0};
	struct code *c;
	size_t i;

	rename_all(s, &r);
	if (space == SPACE_TYPE)
		mentions_rename(s, space, from, to, NULL);
	if (space == SPACE_RELATION)
		schema_linked(s, LINK_OWNER, from, &owned);
	for (i = 0; i < owned.n; i++) {
		if (!code_kind(owned.v[i]))
			continue;
		c = (struct code *)object_copy(owned.v[i]);
		c->on = to;
		if (code_kind(owned.v[i])->on_relation)
			c->object.name = (struct qname){to.schema, code_name_on(c->name.name, to)};
		schema_put(s, &c->object);
	}
}

void
rename_identity_uses(struct schema *s, const struct code *f, struct qname to, const char *identity)
{
	struct rename r = {.space = f->object.noun->space,
	                   .from = f->name,
	                   .to = to,
	                   .identity = f->object.name.name,
	                   .identity_to = identity};

	rename_all(s, &r);
	if (r.space == SPACE_FUNCTION && !is_overloaded(s, &f->object))
		mentions_rename(s, SPACE_FUNCTION, f->name, to, NULL);
}

void
rename_column_uses(struct schema *s, enum space space, struct qname of, const char *from,
                   const char *to)
{
	struct rename r = {
		.space = space, .from = of, .to = of, .column_from = from, .column_to = to};

	rename_all(s, &r);
}

/* what names it by its bare name names it with its schema */
static void
qualify_uses(struct schema *s, const struct object *o)
{
	const struct code *c = (const struct code *)o;

	if (o->noun->space == SPACE_FUNCTION && code_kind(o)) {
		rename_identity_uses(s, c, c->name, o->name.name);
		return;
	}
	rename_uses(s, o->noun->space, o->name, o->name);
	if (o->noun->space != SPACE_RELATION && o->noun->space != SPACE_TYPE)
		return;
	rename_uses(s, SPACE_TYPE, o->name, o->name);
	mentions_rename(s, o->noun->space, o->name, o->name, NULL);
	rename_references(s, o->noun->space, o->name, o->name);
	rename_references(s, SPACE_TYPE, o->name, o->name);
}

/* what the path finds behind o; to what was there before o, its bare name is that */
static void
hide(struct schema *s, const struct object *o)
{
	const struct strs path = s->path, home = s->home;
	long at = space_in_schema(o->noun->space) ? strs_find(&home, o->name.schema) : -1;
	const struct object *hidden;
	size_t i;

	for (i = (size_t)at + 1; at >= 0 && i < home.n; i++) {
		s->home = (struct strs){home.v + i, home.n - i, home.n - i};
		s->path = s->home;
		hidden = schema_find(s, o->noun->space, (struct qname){home.v[i], o->name.name});
		if (hidden)
			qualify_uses(s, hidden);
	}
	s->path = path;
	s->home = home;
}

void
uses_keep(struct schema *s, size_t mark)
{
	struct list changes;
	const struct change *c;
	size_t i;

	if (s->home.n < 2)
		return;
	changes = schema_changes(s, mark);
	for (i = 0; i < changes.n; i++) {
		c = changes.v[i];
		if (c->to && (!c->from || !same_qname(c->from->name, c->to->name)))
			hide(s, c->to);
	}
}
