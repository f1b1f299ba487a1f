/* Owners, security labels, and what roles may do with an object: the state, and what makes it another. GRANT and REVOKE are in
   grant.c, SECURITY LABEL in comment.c. */
#include <string.h>

#include "code.h"

/* ---- kinds of objects ---- */

#define TABLE_NAMES \
	"INSERT", "SELECT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", NULL

const struct securable securables[] = {
	{PG_QUERY__OBJECT_TYPE__OBJECT_TABLE, "TABLE", "TABLES", {TABLE_NAMES}},
	{PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN,
         "COLUMN",
         NULL,
         {"INSERT", "SELECT", "UPDATE", "REFERENCES", NULL}},
	{PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE,
         "SEQUENCE",
         "SEQUENCES",
         {"USAGE", "SELECT", "UPDATE", NULL}},
	{PG_QUERY__OBJECT_TYPE__OBJECT_FUNCTION, "FUNCTION", "FUNCTIONS", {"EXECUTE", NULL}},
	{PG_QUERY__OBJECT_TYPE__OBJECT_PROCEDURE, "PROCEDURE", NULL, {"EXECUTE", NULL}},
	{PG_QUERY__OBJECT_TYPE__OBJECT_ROUTINE, "ROUTINE", NULL, {"EXECUTE", NULL}},
	{PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA, "SCHEMA", "SCHEMAS", {"CREATE", "USAGE", NULL}},
	{PG_QUERY__OBJECT_TYPE__OBJECT_TYPE, "TYPE", "TYPES", {"USAGE", NULL}},
	{PG_QUERY__OBJECT_TYPE__OBJECT_DOMAIN, "DOMAIN", NULL, {"USAGE", NULL}},
	{PG_QUERY__OBJECT_TYPE__OBJECT_DATABASE,
         "DATABASE",
         NULL,
         {"CREATE", "CONNECT", "TEMPORARY", NULL}},
	{PG_QUERY__OBJECT_TYPE__OBJECT_LANGUAGE, "LANGUAGE", NULL, {"USAGE", NULL}},
	{PG_QUERY__OBJECT_TYPE__OBJECT_TABLESPACE, "TABLESPACE", NULL, {"CREATE", NULL}},
	{PG_QUERY__OBJECT_TYPE__OBJECT_FDW, "FOREIGN DATA WRAPPER", NULL, {"USAGE", NULL}},
	{PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_SERVER, "FOREIGN SERVER", NULL, {"USAGE", NULL}},
	{PG_QUERY__OBJECT_TYPE__OBJECT_LARGEOBJECT,
         "LARGE OBJECT",
         NULL,
         {"SELECT", "UPDATE", NULL}},
	{PG_QUERY__OBJECT_TYPE__OBJECT_PARAMETER_ACL,
         "PARAMETER",
         NULL,
         {"SET", "ALTER SYSTEM", NULL}},
	{0},
};

const struct securable *
securable_of(PgQuery__ObjectType type)
{
	const struct securable *k;

	for (k = securables; k->keyword; k++)
		if (k->type == type)
			return k;
	return NULL;
}

static const struct securable *
securable_plural(const char *plural)
{
	const struct securable *k;

	for (k = securables; k->keyword; k++)
		if (plural && same(k->plural, plural))
			return k;
	return NULL;
}

const struct securable *
securable_kind(const struct object *o)
{
	const struct code_kind *code = code_kind(o);
	const struct securable *k = code ? securable_of(code->type) : NULL;

	return k ? k : securable_plural(o->noun->plural);
}

/* its name, in SQL */
static const char *
name_sql(const struct object *o)
{
	if (code_kind(o))
		return code_identity((const struct code *)o);
	return o->noun->space == SPACE_SCHEMA ? sql_name(o->name.name) : sql_qname(o->name);
}

/* the same as GRANT says it: an aggregate is a function there, which takes () and not (*) */
static const char *
granted_sql(const struct object *o)
{
	const struct code *c = (const struct code *)o;

	if (o->noun != &aggregate_kind.noun)
		return name_sql(o);
	return strf("%s%s", function_spelled(c->name), o->name.name + strlen(c->name.name));
}

/* ---- who holds what ---- */

static bool
same_right(const struct privilege *a, const struct privilege *b)
{
	return same(a->name, b->name) && same_role(a->grantee, b->grantee) && same(a->on, b->on) &&
	       a->future == b->future && same_role(a->for_role, b->for_role);
}

static bool
is_owner(const struct object *o, const char *grantee)
{
	return same_role(o->owner ? sql_name(o->owner) : NULL, grantee);
}

/* it is for whoever makes the objects, who owns them */
static bool
is_own(const struct privilege *p)
{
	return same_role(p->for_role, p->grantee);
}

/* what a role may do by itself with `part` of an object: NULL is the object */
static enum held
held_anyway(const struct object *o, const struct privilege *p, const struct list *part)
{
	const char *plural = p->future ? p->on : p->on ? NULL : o->noun->plural;

	if (part != &o->privileges)
		return HELD_NOT;
	/* without the option, which the owner needs none of */
	if (!p->on && is_owner(o, p->grantee))
		return HELD;
	/* in a schema they only add to those of the database */
	if (!plural || (p->future && o->noun->space == SPACE_SCHEMA))
		return HELD_NOT;
	if (p->future && is_own(p))
		return HELD;
	if (strcmp(p->grantee, "PUBLIC") != 0)
		return HELD_NOT;
	if (strcmp(plural, "FUNCTIONS") == 0 && strcmp(p->name, "EXECUTE") == 0)
		return HELD;
	return strcmp(plural, "TYPES") == 0 && strcmp(p->name, "USAGE") == 0 ? HELD : HELD_NOT;
}

const struct privilege *
privilege_find(const struct list *privileges, const struct privilege *p)
{
	size_t i;

	for (i = 0; i < privileges->n; i++)
		if (same_right(privileges->v[i], p))
			return privileges->v[i];
	return NULL;
}

enum held
privilege_held(const struct object *o, const struct list *part, const struct privilege *p)
{
	const struct privilege *there = privilege_find(part, p);

	return there ? there->held : held_anyway(o, p, part);
}

void
privilege_set(const struct object *o, struct list *part, const struct privilege *p)
{
	size_t i;

	for (i = part->n; i-- > 0;)
		if (same_right(part->v[i], p))
			list_remove(part, i);
	if (held_anyway(o, p, part) != p->held)
		list_add(part, copy(p, sizeof *p));
}

/* ---- default privileges ---- */

static void
give(struct object *o, const struct object *from, bool database)
{
	const struct privilege *p;
	struct privilege gets;
	size_t i;

	for (i = 0; i < from->privileges.n; i++) {
		p = from->privileges.v[i];
		if (!p->future || !same_role(p->for_role, NULL) ||
		    strcmp(p->on, o->noun->plural) != 0)
			continue;
		gets = (struct privilege){.name = p->name, .grantee = p->grantee, .held = p->held};
		if (database || privilege_held(o, &o->privileges, &gets) < gets.held)
			privilege_set(o, &o->privileges, &gets);
	}
}

void
default_privileges(const struct schema *s, struct object *o)
{
	const struct object *in =
		schema_find(s, SPACE_SCHEMA, (struct qname){NULL, o->name.schema});

	o->privileges = (struct list){0};
	if (!o->noun->plural)
		return;
	give(o, cluster(s), true);
	if (in && o->noun->space != SPACE_SCHEMA)
		give(o, in, false);
}

struct list
identity_privileges(const struct schema *s, const struct table *t)
{
	struct object sequence = {.noun = &sequence_noun, .name = t->object.name};

	default_privileges(s, &sequence);
	return sequence.privileges;
}

/* ---- differences ---- */

/* an object, or a part of one, of which there is something to say */
struct part {
	const char *key; /* the same at both times */
	const struct list *privileges, *labels;
	const struct securable *kind;
	const char *name;   /* of the object, in SQL */
	const char *column; /* NULL: none */
	const char *target; /* as SECURITY LABEL names it */
};

static void
add_part(struct list *parts, const char *key, struct part p)
{
	p.key = key;
	if (p.column)
		p.target = strf("COLUMN %s.%s", p.name, sql_name(p.column));
	list_add(parts, copy(&p, sizeof p));
}

static void
add_column(struct list *parts, const struct diff *d, const struct table *t, const struct column *c)
{
	const char *key = d->by_name ? c->name : strf("%u", c->id);

	add_part(parts, strf("column %s", key),
	         (struct part){.privileges = &c->privileges,
	                       .labels = &c->labels,
	                       .kind = securable_of(PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN),
	                       .name = sql_qname(t->object.name),
	                       .column = c->name});
}

static void
add_identity(struct list *parts, const struct diff *d, const struct table *t,
             const struct column *c)
{
	struct qname name = {t->object.name.schema, c->identity->sequence};

	add_part(parts, d->by_name ? strf("sequence %s", c->name) : strf("sequence %u", c->id),
	         (struct part){.privileges = &c->identity->privileges,
	                       .labels = &c->identity->labels,
	                       .kind = securable_of(PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE),
	                       .name = sql_qname(name),
	                       .target = strf("SEQUENCE %s", sql_qname(name))});
}

/* an object as SECURITY LABEL names it; NULL where it has no labels */
static const char *
labelled_sql(const struct object *o)
{
	const struct code_kind *code = code_kind(o);
	const struct securable *k = securable_kind(o);

	if (code)
		return strf("%s %s", code->keyword, name_sql(o));
	if (o->noun == &table_noun && ((const struct table *)o)->server)
		return strf("FOREIGN TABLE %s", name_sql(o));
	return k ? strf("%s %s", k->keyword, name_sql(o)) : NULL;
}

static void
add_output(struct list *parts, const struct object *o, const struct output *out)
{
	add_part(parts, strf("column %s", out->name),
	         (struct part){.privileges = &out->privileges,
	                       .labels = &out->labels,
	                       .kind = securable_of(PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN),
	                       .name = name_sql(o),
	                       .column = out->name});
}

static void
add_attribute(struct list *parts, const struct diff *d, const struct object *o,
              const struct column *c)
{
	add_part(parts, strf("attribute %s", d->by_name ? c->name : strf("%u", c->id)),
	         (struct part){.privileges = &c->privileges,
	                       .labels = &c->labels,
	                       .name = name_sql(o),
	                       .column = c->name});
}

/* without the columns that go on the way to `to`, which may be NULL. Of most columns there is nothing to say: they are left out
   where not all are wanted */
static struct list
parts_of(const struct diff *d, const struct object *o, const struct object *to, bool all)
{
	const struct code *code = (const struct code *)o;
	const struct table *t = (const struct table *)o;
	const struct list none = {0}, *attributes;
	struct list parts = {0};
	const struct output *out;
	const struct column *c;
	size_t i;

	add_part(&parts, "",
	         (struct part){.privileges = &o->privileges,
	                       .labels = &o->labels,
	                       .kind = securable_kind(o),
	                       .name = granted_sql(o),
	                       .target = labelled_sql(o)});
	for (i = 0; o->noun == &table_noun && i < t->columns.n; i++) {
		c = t->columns.v[i];
		if (to && column_goes(d, t, c, (const struct table *)to))
			continue;
		if (all || c->privileges.n || c->labels.n)
			add_column(&parts, d, t, c);
		if (c->identity && (all || c->identity->privileges.n || c->identity->labels.n))
			add_identity(&parts, d, t, c);
	}
	for (i = 0; code_kind(o) && i < code->columns.n; i++) {
		out = code->columns.v[i];
		if (all || out->privileges.n || out->labels.n)
			add_output(&parts, o, out);
	}
	attributes = is_composite(o) ? composite_attributes(o) : &none;
	for (i = 0; i < attributes->n; i++) {
		c = attributes->v[i];
		if (all || c->labels.n)
			add_attribute(&parts, d, o, c);
	}
	return parts;
}

bool
has_privileges(const struct object *o)
{
	const struct list parts = parts_of(&(struct diff){.by_name = true}, o, NULL, false);
	size_t i;

	for (i = 0; i < parts.n; i++)
		if (((const struct part *)parts.v[i])->privileges->n)
			return true;
	return false;
}

/* one statement, being collected */
struct line {
	const char *verb, *before, *on, *to, *after;
	const struct securable *kind;
	struct strs names;
	struct strs columns; /* of each name, "a, b"; "" of the object */
};

static void
line_add(struct list *lines, const struct line *wanted, const struct privilege *p,
         const char *column)
{
	struct line *l = NULL;
	size_t i, j;

	for (i = 0; i < lines->n && !l; i++) {
		l = lines->v[i];
		if (!same(l->verb, wanted->verb) || !same(l->before, wanted->before) ||
		    !same(l->on, wanted->on) || !same(l->to, wanted->to) ||
		    !same(l->after, wanted->after))
			l = NULL;
	}
	if (!l) {
		l = copy(wanted, sizeof *wanted);
		list_add(lines, l);
	}
	column = column ? sql_name(column) : "";
	for (j = 0; j < l->names.n; j++)
		if (*column && *l->columns.v[j] && strcmp(l->names.v[j], p->name) == 0) {
			l->columns.v[j] = strf("%s, %s", l->columns.v[j], column);
			return;
		}
	strs_add(&l->names, p->name);
	strs_add(&l->columns, column);
}

/* in the order in which PostgreSQL lists them, whatever came first */
static void
line_sort(struct line *l)
{
	struct strs names = {0}, columns = {0};
	size_t i, j;

	for (i = 0; l->kind && l->kind->names[i]; i++)
		for (j = 0; j < l->names.n; j++)
			if (strcmp(l->names.v[j], l->kind->names[i]) == 0) {
				strs_add(&names, l->names.v[j]);
				strs_add(&columns, l->columns.v[j]);
			}
	if (names.n < l->names.n)
		return;
	l->names = names;
	l->columns = columns;
}

static const char *
line_sql(struct line *l)
{
	struct strs rights = {0};
	size_t i, whole = 0, all = 0;

	line_sort(l);
	for (i = 0; i < l->names.n; i++)
		whole += !*l->columns.v[i];
	while (l->kind && l->kind->names[all])
		all++;
	for (i = 0; i < l->names.n; i++)
		strs_add(&rights, *l->columns.v[i] ? strf("%s (%s)", l->names.v[i], l->columns.v[i])
		                                   : l->names.v[i]);
	/* what a newer server adds to ALL goes with it */
	if (all > 1 && whole == l->names.n && whole == all) {
		rights = (struct strs){0};
		strs_add(&rights, "ALL");
	}
	return strf("%s%s %s%s %s%s", l->before, l->verb, strs_join(&rights, ", "), l->on, l->to,
	            l->after);
}

/* the line of a change from one to the other */
static void
change(struct list *lines, const struct object *o, const struct part *part,
       const struct privilege *p, enum held from, enum held to)
{
	struct line l = {.before = "", .after = "", .kind = part->kind};
	bool member = p->on && !*p->on;

	if (from == to)
		return;
	l.verb = to > from              ? "GRANT"
	         : to == HELD && member ? "REVOKE ADMIN OPTION FOR"
	         : to == HELD           ? "REVOKE GRANT OPTION FOR"
	                                : "REVOKE";
	if (to == HELD_GRANTABLE)
		l.after = member ? " WITH ADMIN OPTION" : " WITH GRANT OPTION";
	l.to = strf("%s %s", to > from ? "TO" : "FROM", p->grantee);
	if (p->future) {
		l.before = strf("ALTER DEFAULT PRIVILEGES%s%s%s%s ",
		                p->for_role ? " FOR ROLE " : "", p->for_role ? p->for_role : "",
		                o->noun->space == SPACE_SCHEMA ? " IN SCHEMA " : "",
		                o->noun->space == SPACE_SCHEMA ? part->name : "");
		l.kind = securable_plural(p->on);
	}
	if (member)
		l.on = "";
	else if (p->on)
		l.on = strf(" ON %s", p->on);
	else
		l.on = strf(" ON %s %s", part->column ? "TABLE" : part->kind->keyword, part->name);
	if (p->on && !p->future)
		l.kind = NULL;
	line_add(lines, &l, p, part->column);
}

static const struct part *
find_part(const struct list *parts, const char *key)
{
	const struct part *p;
	size_t i;

	for (i = 0; i < parts->n; i++) {
		p = parts->v[i];
		if (strcmp(p->key, key) == 0)
			return p;
	}
	return NULL;
}

/* a copy that belongs to another: what that role was granted before is its own now */
static struct object *
given(const struct object *from, const char *owner)
{
	struct object *o = object_copy(from);
	const struct privilege *p;
	size_t i;

	o->owner = owner;
	for (i = o->privileges.n; i-- > 0;) {
		p = o->privileges.v[i];
		if (!p->on && !same_owner(from->owner, owner) &&
		    (is_owner(from, p->grantee) || is_owner(o, p->grantee)))
			list_remove(&o->privileges, i);
	}
	return o;
}

void
owner_give(struct schema *s, const struct object *o, const char *owner)
{
	schema_put(s, given(o, owner));
}

static bool
is_owned_sequence(const struct object *o)
{
	return o->noun == &sequence_noun && ((const struct sequence *)o)->owned_by.table.name;
}

static const char *
owner_sql(const struct object *o)
{
	const struct code_kind *code = code_kind(o);

	return strf("ALTER %s %s OWNER TO %s", code ? code->keyword : securable_kind(o)->keyword,
	            name_sql(o), o->owner ? sql_name(o->owner) : "CURRENT_USER");
}

/* what takes away comes first: it may take more than it says */
static void
part_lines(struct list *lines, const struct object *from, const struct part *a,
           const struct object *to, const struct part *b)
{
	const struct list none = {0}, *was = a ? a->privileges : NULL;
	const struct list *lists[] = {was ? was : &none, b->privileges};
	const struct privilege *p;
	enum held before, after;
	size_t i, j;
	int up;

	for (up = 0; up < 2; up++)
		for (i = 0; i < LEN(lists); i++)
			for (j = 0; j < lists[i]->n; j++) {
				p = lists[i]->v[j];
				if (i == 1 && was && privilege_find(was, p))
					continue;
				after = privilege_held(to, b->privileges, p);
				before = !from ? held_anyway(to, p, b->privileges)
				         : was ? privilege_held(from, was, p)
				               : HELD_NOT;
				if (up == (after > before))
					change(lines, to, b, p, before, after);
			}
}

/* by its provider; two schemas may say it or not */
static const struct security_label *
find_label(const struct diff *d, const struct list *labels, const struct security_label *wanted)
{
	const struct security_label *l;
	size_t i;

	for (i = 0; labels && i < labels->n; i++) {
		l = labels->v[i];
		if (same(l->provider, wanted->provider) ||
		    (d->by_name && (!l->provider || !wanted->provider)))
			return l;
	}
	return NULL;
}

static const char *
label_sql(const struct part *part, const struct security_label *l, const char *text)
{
	return strf("SECURITY LABEL%s%s ON %s IS %s", l->provider ? " FOR " : "",
	            l->provider ? sql_name(l->provider) : "", part->target,
	            text ? sql_literal(text) : "NULL");
}

/* what takes away the labels of a, which may be NULL, and gives those of b */
static void
part_labels(const struct diff *d, struct strs *sql, const struct part *a, const struct part *b)
{
	const struct list *was = a ? a->labels : NULL;
	const struct security_label *l, *old;
	size_t i;

	for (i = 0; was && i < was->n; i++)
		if (!find_label(d, b->labels, was->v[i]))
			strs_add(sql, label_sql(b, was->v[i], NULL));
	for (i = 0; i < b->labels->n; i++) {
		l = b->labels->v[i];
		old = find_label(d, was, l);
		if (!old || strcmp(old->text, l->text) != 0)
			strs_add(sql, label_sql(b, l, l->text));
	}
}

/* those about what is there, or about what is yet to be made */
static void
add_lines(struct strs *sql, const struct list *lines, bool future)
{
	struct line *l;
	size_t i;

	for (i = 0; i < lines->n; i++) {
		l = lines->v[i];
		if (!*l->before != future)
			strs_add(sql, line_sql(l));
	}
}

static struct strs
statements(const struct diff *d, const struct object *from, const struct object *to)
{
	struct object *before = from ? given(from, to->owner) : NULL;
	struct list old = before ? parts_of(d, before, to, false) : (struct list){0};
	struct list new = parts_of(d, to, NULL, old.n > 1), lines = {0};
	const struct part *part;
	struct strs sql = {0};
	size_t i;

	for (i = 0; i < new.n; i++) {
		part = new.v[i];
		part_lines(&lines, before, find_part(&old, part->key), to, part);
	}
	add_lines(&sql, &lines, false);
	add_lines(&sql, &lines, true);
	for (i = 0; i < new.n; i++) {
		part = new.v[i];
		part_labels(d, &sql, find_part(&old, part->key), part);
	}
	return sql;
}

void
privileges_alter(struct diff *d, const struct object *from, const struct object *to)
{
	struct strs sql = statements(d, from, to);
	size_t i;

	for (i = 0; i < sql.n; i++)
		diff_add(d, PHASE_GRANT, execute_new(d->at, sql.v[i]));
}

void
owner_alter(struct diff *d, const struct object *from, const struct object *to)
{
	if (!same_owner(from ? from->owner : NULL, to->owner) && !is_owned_sequence(to))
		diff_add(d, PHASE_OWNER, execute_new(d->at, owner_sql(to)));
}

struct strs
security_sql(const struct schema *s, const struct object *o)
{
	struct object *anew = object_copy(o);
	struct diff d = {.at = o->at};
	struct strs sql = {0}, more;
	size_t i;

	anew->owner = NULL;
	anew->labels = (struct list){0};
	default_privileges(s, anew);
	more = statements(&d, anew, o);
	if (o->owner)
		strs_add(&sql, owner_sql(o));
	for (i = 0; i < more.n; i++)
		strs_add(&sql, more.v[i]);
	return sql;
}

/* ---- the cluster ---- */

static void
cluster_create(struct diff *d, const struct object *o)
{
	privileges_alter(d, NULL, o);
}

static void
cluster_drop(struct diff *d, const struct object *o)
{
	(void)d;
	(void)o;
}

/* memberships and databases are none of a schema's: of those what is said is so */
static void
cluster_settle(struct object *copied, const struct object *of, const struct object *as)
{
	const struct privilege *p;
	struct list all = {0};
	size_t i;

	(void)as;
	for (i = 0; i < copied->privileges.n; i++) {
		p = copied->privileges.v[i];
		if (p->future)
			list_add(&all, copied->privileges.v[i]);
	}
	for (i = 0; i < of->privileges.n; i++) {
		p = of->privileges.v[i];
		if (!p->future)
			list_add(&all, of->privileges.v[i]);
	}
	copied->privileges = all;
}

/* what is not made by migrations, and that roles may do something with */
const struct noun cluster_noun = {
	.name = "cluster",
	.space = SPACE_CLUSTER,
	.size = sizeof(struct object),
	.create = cluster_create,
	.drop = cluster_drop,
	.alter = privileges_alter,
	.settle = cluster_settle,
};

struct object *
cluster(const struct schema *s)
{
	return schema_find(s, SPACE_CLUSTER, (struct qname){"", ""});
}
