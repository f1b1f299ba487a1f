/* Publications: what they are for is known member by member, for it changes with ALTER PUBLICATION and with the tables. */
#include <string.h>
#include <strings.h>

#include "scope.h"

/* a table, or all tables of a schema */
struct member {
	unsigned id;       /* stays the same over renames */
	struct qname name; /* schema NULL: of a schema */
	struct strs columns;
	const char *where;
};

struct publication {
	struct code code;
	bool all;            /* FOR ALL TABLES */
	struct list members; /* struct member */
	const char *publish; /* NULL: all that can be done to rows */
	bool root;           /* publish_via_partition_root */
};

static const struct op_class create_publication, alter_publication;

/* ---- text ---- */

static char *
member_sql(const struct member *m)
{
	struct buf b = {0};

	if (!m->name.schema)
		return strf("TABLES IN SCHEMA %s", sql_name(m->name.name));
	/* the children of a table are members by themselves */
	buf_fmt(&b, "TABLE ONLY %s", sql_qname(m->name));
	if (m->columns.n)
		buf_fmt(&b, " (%s)", sql_names(&m->columns));
	if (m->where)
		buf_fmt(&b, " WHERE (%s)", m->where);
	return buf_str(&b);
}

static char *
publish_sql(const struct publication *p)
{
	return strf("publish = %s",
	            sql_literal(p->publish ? p->publish : "insert, update, delete, truncate"));
}

static char *
root_sql(const struct publication *p)
{
	return strf("publish_via_partition_root = %s", p->root ? "true" : "false");
}

/* what stands behind its name */
static char *
tail(const struct publication *p)
{
	struct strs members = {0}, options = {0};
	struct buf b = {0};
	size_t i;

	for (i = 0; i < p->members.n; i++)
		strs_add(&members, member_sql(p->members.v[i]));
	if (p->all)
		buf_add(&b, " FOR ALL TABLES");
	if (members.n)
		buf_fmt(&b, " FOR %s", strs_join(&members, ", "));
	if (p->publish)
		strs_add(&options, publish_sql(p));
	if (p->root)
		strs_add(&options, root_sql(p));
	if (options.n)
		buf_fmt(&b, " WITH (%s)", strs_join(&options, ", "));
	return buf_str(&b);
}

/* its text follows what was renamed, and so do its members */
static void
reread(const struct schema *s, struct code *c)
{
	struct publication *p = (struct publication *)c;
	const PgQuery__CreatePublicationStmt *n = code_tree(c)->create_publication_stmt;
	const PgQuery__PublicationObjSpec *said;
	struct member *m;
	size_t i;

	(void)s;
	for (i = 0; i < n->n_pubobjects; i++) {
		said = n->pubobjects[i]->publication_obj_spec;
		m = element_copy(&p->members, i, sizeof *m);
		if (!m->name.schema) {
			m->name.name = said->name;
			continue;
		}
		m->name = sql_qname_full(range_qname(said->pubtable->relation));
		m->columns = (struct strs){0};
		node_strings(said->pubtable->columns, said->pubtable->n_columns, &m->columns);
		if (said->pubtable->where_clause)
			m->where = node_sql(said->pubtable->where_clause);
	}
}

/* ---- what they name ---- */

static void
follow_columns(struct query *q, const PgQuery__PublicationTable *said, const struct object *o)
{
	struct item item = {.name = o->name.name};
	struct scope only = {NULL, {(void *[]){&item}, 1, 1}, {0}};
	struct strs seen = {0};
	const char *name;
	size_t i;
	int at;

	relation_columns(q, o, &item);
	for (i = 0; i < said->n_columns; i++) {
		name = node_string(said->columns[i]);
		at = name_place(q, said->relation->location, (struct qname){NULL, name});
		if (output_find(&item.columns, name))
			query_use(q, SPACE_RELATION, o->name, name, at);
		else if (is_system_column(name))
			query_error(q, at, E_RESERVED,
			            strf("'%s' is a column of the system", name));
		else if (!item.open)
			query_error(q, at, E_NO_COLUMN, scope_no_column(&only, name));
		if (strs_has(&seen, name))
			query_error(q, at, E_TWICE, strf("column '%s' stands twice", name));
		strs_add(&seen, name);
	}
}

static void
follow_table(struct query *q, const PgQuery__PublicationTable *said)
{
	const struct object *o = query_relation(q, said->relation);
	struct visible row = {NULL, o, false};
	struct list rows = {(void *[]){&row}, 1, 1};

	if (!o)
		return;
	follow_columns(q, said, o);
	if (said->where_clause)
		query_follow_expression(q, said->where_clause, &rows);
}

static const char *
schema_said(const struct schema *s, const PgQuery__PublicationObjSpec *said)
{
	if (said->pubobjtype ==
	    PG_QUERY__PUBLICATION_OBJ_SPEC_TYPE__PUBLICATIONOBJ_TABLES_IN_SCHEMA)
		return said->name;
	return schema_full(s, (struct qname){NULL, ""}).schema;
}

static void
follow_schema(struct query *q, const PgQuery__PublicationObjSpec *said)
{
	struct qname name = {NULL, schema_said(q->schema, said)};
	struct op here = q->op ? query_here(q, said->location) : (struct op){0};

	if (strncmp(name.name, "pg_", 3) == 0)
		query_error(
			q, said->location, E_RESERVED,
			strf("'%s' is a schema of the system, which is not published", name.name));
	else if (schema_find(q->schema, SPACE_SCHEMA, name))
		query_use(q, SPACE_SCHEMA, name, NULL, said->location);
	else if (q->op)
		q->result =
			worse(q->result, missing(&here, q->schema, "schema", SPACE_SCHEMA, name));
}

static void
follow_objects(struct query *q, PgQuery__Node *const *objects, size_t n)
{
	const PgQuery__PublicationObjSpec *said;
	size_t i;

	for (i = 0; i < n; i++) {
		said = objects[i]->publication_obj_spec;
		if (said->pubtable)
			follow_table(q, said->pubtable);
		else
			follow_schema(q, said);
	}
}

static void
follow_publication(struct query *q, const PgQuery__Node *statement)
{
	const PgQuery__CreatePublicationStmt *n = statement->create_publication_stmt;

	follow_objects(q, n->pubobjects, n->n_pubobjects);
}

/* ---- differences ---- */

static void
unshare(struct object *copied)
{
	struct publication *p = (struct publication *)copied;

	code_unshare(copied);
	p->members = list_copy(&p->members);
}

static bool
same_names(const struct member *a, const struct member *b)
{
	return same(a->name.schema, b->name.schema) && same(a->name.name, b->name.name);
}

static bool
same_member(const struct member *a, const struct member *b)
{
	return same_names(a, b) && same_tokens(member_sql(a), member_sql(b));
}

static bool
has_member(const struct diff *d, const struct publication *p, const struct member *m)
{
	const struct member *other;
	size_t i;

	for (i = 0; i < p->members.n; i++) {
		other = p->members.v[i];
		if (d->by_name ? same_member(other, m) : other->id == m->id)
			return true;
	}
	return false;
}

static void
alter_by(struct diff *d, enum phase phase, const struct publication *to, const char *action)
{
	diff_add(d, phase,
	         execute_new(d->at,
	                     strf("ALTER PUBLICATION %s %s", sql_qname(to->code.name), action)));
}

static void
members_alter(struct diff *d, const struct publication *from, const struct publication *to)
{
	struct member bare;
	size_t i;

	for (i = 0; i < from->members.n; i++) {
		bare = *(struct member *)from->members.v[i];
		if (has_member(d, to, &bare))
			continue;
		bare.columns = (struct strs){0};
		bare.where = NULL;
		alter_by(d, PHASE_DROP_CODE, to, strf("DROP %s", member_sql(&bare)));
	}
	for (i = 0; i < to->members.n; i++)
		if (!has_member(d, from, to->members.v[i]))
			alter_by(d, PHASE_CREATE_CODE, to,
			         strf("ADD %s", member_sql(to->members.v[i])));
}

/* members that need the root are there only while it is set */
static void
root_alter(struct diff *d, const struct publication *from, const struct publication *to, bool set)
{
	if (from->root != to->root && to->root == set)
		alter_by(d, PHASE_CREATE_CODE, to, strf("SET (%s)", root_sql(to)));
}

static void
alter(struct diff *d, const struct object *a, const struct object *b)
{
	const struct publication *to = (const struct publication *)b;
	const struct publication *from = (const struct publication *)code_renamed(d, a, b);

	if (from->all != to->all) {
		code_drop(d, &from->code.object);
		code_create(d, b);
		return;
	}
	root_alter(d, from, to, true);
	members_alter(d, from, to);
	root_alter(d, from, to, false);
	if (strcmp(publish_sql(from), publish_sql(to)) != 0)
		alter_by(d, PHASE_CREATE_CODE, to, strf("SET (%s)", publish_sql(to)));
	code_settings(d, &from->code, &to->code);
}

/* a table that goes, or a column of its, takes it out */
static bool
release(struct schema *s, struct code *c, enum space space, struct qname used)
{
	struct publication *p = (struct publication *)object_copy(&c->object);
	const struct member *m;
	size_t i;

	for (i = p->members.n; i-- > 0;) {
		m = p->members.v[i];
		if (same(m->name.name, used.name) &&
		    same(m->name.schema, space == SPACE_SCHEMA ? NULL : used.schema))
			list_remove(&p->members, i);
	}
	code_define(s, &p->code, tail(p));
	schema_put(s, &p->code.object);
	return true;
}

static const struct catalog_query created[] = {
	{.phase = PHASE_ALTER_CODE,
         .sql = "SELECT NULL, p.pubname, concat('CREATE PUBLICATION ', quote_ident(p.pubname), CASE WHEN p.puballtables THEN ' FOR ALL TABLES' END,\n"
                "    ' FOR ' || nullif(concat_ws(', ', (SELECT 'TABLE ' || string_agg(concat(CASE WHEN r.relhassubclass AND r.relkind <> 'p' THEN 'ONLY ' END, r.said,\n"
                "        <<15? (SELECT format(' (%s)', string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)) FROM pg_attribute a\n"
                "          WHERE a.attrelid = r.oid AND a.attnum = ANY (e.prattrs) HAVING count(*) > 0), ' WHERE (' || pg_get_expr(e.prqual, e.prrelid) || ')' : ''>>),\n"
                "        ', ' ORDER BY e.oid) FROM pg_publication_rel e JOIN relation r ON r.oid = e.prrelid WHERE e.prpubid = p.oid),\n"
                "      <<15? (SELECT 'TABLES IN SCHEMA ' || string_agg(h.said, ', ' ORDER BY e.oid) FROM pg_publication_namespace e JOIN home h ON h.oid = e.pnnspid\n"
                "        WHERE e.pnpubid = p.oid) : NULL>>), ''),\n"
                "    ' WITH (' || nullif(concat_ws(', ', CASE WHEN NOT (p.pubinsert AND p.pubupdate AND p.pubdelete AND p.pubtruncate) THEN format('publish = %L', concat_ws(', ',\n"
                "        CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END, CASE WHEN p.pubdelete THEN 'delete' END,\n"
                "        CASE WHEN p.pubtruncate THEN 'truncate' END)) END,\n"
                "      CASE WHEN p.pubviaroot THEN 'publish_via_partition_root = true' END,\n"
                "      CASE WHEN to_jsonb(p)->>'pubgencols' = 's' THEN 'publish_generated_columns = stored' END), '') || ')')\n"
                "FROM pg_publication p WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_publication'::regclass AND m.objid = p.oid) ORDER BY p.oid"},
	{0},
};

const struct code_kind publication_kind = {
	.noun = {.name = "publication",
                 .space = SPACE_PUBLICATION,
                 .size = sizeof(struct publication),
                 .unshare = unshare,
                 .links = code_links,
                 .remove = code_remove,
                 .create = code_create,
                 .drop = code_drop,
                 .alter = alter},
	.type = PG_QUERY__OBJECT_TYPE__OBJECT_PUBLICATION,
	.keyword = "PUBLICATION",
	.create = PHASE_CREATE_CODE,
	.drop = PHASE_DROP_CODE,
	.follow = follow_publication,
	.reread = reread,
	.release = release,
	.loose = true,
	.inspect = created,
};

const struct code *
publication_of(const struct schema *s, struct qname table)
{
	struct list all = schema_all(s, &publication_kind.noun);
	const struct publication *p;
	size_t i, j;

	for (i = 0; i < all.n; i++) {
		p = all.v[i];
		for (j = 0; j < p->members.n; j++)
			if (same_qname(((struct member *)p->members.v[j])->name, table))
				return &p->code;
	}
	return NULL;
}

/* ---- options ---- */

static enum applied
read_publish(const struct op *op, struct publication *p, const char *text)
{
	static const char *const all[] = {"insert", "update", "delete", "truncate"};
	const char *at = text;
	size_t i, n;

	for (; *(at += strspn(at, ", \t")); at += n) {
		n = strcspn(at, ", \t");
		for (i = 0; i < LEN(all); i++)
			if (strlen(all[i]) == n && strncasecmp(all[i], at, n) == 0)
				break;
		if (i == LEN(all))
			return op_error(op, E_VALUE,
			                "publish: '%s' is none of insert, update, delete, truncate",
			                strn(at, n));
	}
	p->publish = text;
	return APPLIED;
}

const char *
option_text(PgQuery__Node *option)
{
	struct strs said = {0};

	if (!option->def_elem->arg)
		return NULL;
	node_parameters(&option, 1, &said);
	return strchr(said.v[0], '=') + 1;
}

enum answer
option_answer(PgQuery__Node *option)
{
	static const char *const yes[] = {"true", "on", "1"}, *const no[] = {"false", "off", "0"};
	const char *value = option_text(option);
	size_t i;

	for (i = 0; i < LEN(yes); i++) {
		if (!value || strcasecmp(value, yes[i]) == 0)
			return YES;
		if (strcasecmp(value, no[i]) == 0)
			return NO;
	}
	return UNSAID;
}

static enum applied
read_root(const struct op *op, struct publication *p, PgQuery__Node *option)
{
	if (option_answer(option) == UNSAID)
		return op_error(op, E_VALUE,
		                "publish_via_partition_root: '%s' is neither true nor false",
		                option_text(option));
	p->root = option_answer(option) == YES;
	return APPLIED;
}

static enum applied
read_options(const struct op *op, struct publication *p, PgQuery__Node *const *options, size_t n)
{
	enum applied result = APPLIED;
	const char *name, *value;
	struct strs seen = {0};
	size_t i;

	for (i = 0; i < n && result == APPLIED; i++) {
		name = options[i]->def_elem->defname;
		value = option_text(options[i]);
		if (strs_has(&seen, name))
			return op_error(op, E_TWICE, "'%s' is said twice", name);
		strs_add(&seen, name);
		if (strcmp(name, "publish_via_partition_root") == 0)
			result = read_root(op, p, options[i]);
		else if (strcmp(name, "publish") != 0)
			return op_error(
				op, E_PARAMETER,
				"a publication has no option '%s': publish, or publish_via_partition_root",
				name);
		else if (!value)
			return op_error(
				op, E_VALUE,
				"publish: say insert, update, delete, truncate or some of them");
		else
			result = read_publish(op, p, value);
	}
	return result;
}

/* ---- members ---- */

static struct member *
find_member(const struct list *members, const struct member *m)
{
	size_t i;

	for (i = 0; i < members->n; i++)
		if (same_names(members->v[i], m))
			return members->v[i];
	return NULL;
}

static enum applied
add_member(const struct op *op, struct schema *s, struct list *members, const struct member *m)
{
	const struct member *there = find_member(members, m);
	struct member *added;

	if (there && (there->columns.n || m->columns.n || there->where || m->where))
		return op_error(op, E_TWICE, "%s stands twice, and not without columns or WHERE",
		                plain_qname(m->name));
	if (there)
		return APPLIED;
	added = copy(m, sizeof *m);
	added->id = schema_id(s);
	list_add(members, added);
	return APPLIED;
}

static enum applied
need_publishable(const struct op *op, const struct object *o)
{
	const struct table *t = (const struct table *)o;

	if (o->noun->relkind == 'r')
		return APPLIED;
	if (o->noun != &table_noun)
		return op_error(op, E_KIND, "%s is %s %s: only tables are published",
		                plain_qname(o->name), article(o->noun->name), o->noun->name);
	if (t->server)
		return op_error(op, E_KIND, "%s is a foreign table, and cannot be published",
		                plain_qname(o->name));
	if (t->persistence)
		return op_error(op, E_PERSISTENCE, "table %s is %s, and cannot be published",
		                plain_qname(o->name), t->persistence);
	return APPLIED;
}

static enum applied
need_plain_columns(const struct op *op, const struct table *t, const struct strs *names)
{
	const struct column *c;
	size_t i;

	for (i = 0; i < names->n; i++) {
		c = table_column(t, names->v[i]);
		if (c && c->generated)
			return op_error(
				op, E_GENERATED,
				"column '%s' of %s is generated, and cannot be published by name",
				c->name, plain_qname(t->object.name));
	}
	return APPLIED;
}

/* only what PostgreSQL has by itself can stand in WHERE */
static const char *
wrong_use(const struct table *t, const struct use *u)
{
	const struct column *c = u->column ? table_column(t, u->column) : NULL;

	if (u->space == SPACE_FUNCTION || u->space == SPACE_OPERATOR || u->space == SPACE_TYPE)
		return strf("%s is not PostgreSQL's own, and cannot stand here",
		            plain_qname(u->name));
	if (c && !type_parts(c->type).builtin)
		return strf("column '%s' has the type %s, and only PostgreSQL's own can stand here",
		            c->name, c->type);
	return NULL;
}

static const char *
wrong_column(const struct table *t, const struct column_ref *ref)
{
	if (!ref->name || table_column(t, ref->name))
		return NULL;
	if (is_system_column(ref->name))
		return strf("'%s' is a column of the system, and cannot stand here", ref->name);
	return strcmp(ref->name, t->object.name.name) == 0 ? "a whole row cannot stand here" : NULL;
}

static enum applied
need_plain(const struct op *op, const struct schema *s, const struct table *t,
           const PgQuery__Node *where)
{
	struct visible row = {NULL, &t->object, false};
	struct list rows = {(void *[]){&row}, 1, 1}, refs = {0};
	struct query q = {.schema = s};
	const char *why = NULL;
	size_t i;

	query_follow_expression(&q, where, &rows);
	for (i = 0; i < q.uses.n && !why; i++)
		why = wrong_use(t, q.uses.v[i]);
	expression_columns(where, &refs);
	for (i = 0; i < refs.n && !why; i++)
		why = wrong_column(t, refs.v[i]);
	return why ? op_error(op, E_STATEMENT, "WHERE: %s", why) : APPLIED;
}

static enum applied
need_where(const struct op *op, const struct schema *s, const struct table *t,
           const PgQuery__Node *where)
{
	const char *many = expression_has_subquery(where) ? "subqueries" : expression_unfit(where);

	if (many)
		return op_error(op, E_EXPRESSION, "WHERE: %s cannot stand here", many);
	if (need_plain(op, s, t, where) == REFUSED)
		return REFUSED;
	return worse(need_boolean(op, s, t, node_sql(where), "WHERE"),
	             need_typed(op, s, t, where, "WHERE", true));
}

/* the tables that inherit from it, which come along */
static enum applied
add_children(const struct op *op, struct schema *s, struct list *members, const struct table *t,
             const struct member *m)
{
	struct list below = children(s, t);
	enum applied result = APPLIED;
	struct member child = *m;
	size_t i;

	for (i = 0; i < below.n && result == APPLIED; i++) {
		child.name = ((const struct object *)below.v[i])->name;
		result = add_member(op, s, members, &child);
		if (result == APPLIED)
			result = add_children(op, s, members, below.v[i], m);
	}
	return result;
}

static enum applied
add_table(const struct op *op, struct schema *s, struct list *members,
          const PgQuery__PublicationTable *said)
{
	const struct object *o = schema_find(s, SPACE_RELATION, range_qname(said->relation));
	const struct table *t = (const struct table *)o;
	struct member m = {.name = o ? o->name : schema_full(s, range_qname(said->relation))};

	node_strings(said->columns, said->n_columns, &m.columns);
	if (said->where_clause)
		m.where = node_sql(said->where_clause);
	if (o && need_publishable(op, o) == REFUSED)
		return REFUSED;
	if (!o || o->noun != &table_noun)
		return add_member(op, s, members, &m);
	if (need_plain_columns(op, t, &m.columns) == REFUSED ||
	    (m.where && need_where(op, s, t, said->where_clause) == REFUSED) ||
	    add_member(op, s, members, &m) == REFUSED)
		return REFUSED;
	if (!said->relation->inh || t->partition_by)
		return APPLIED;
	return add_children(op, s, members, t, &m);
}

/* what a statement says, as members */
static enum applied
members_said(const struct op *op, struct schema *s, PgQuery__Node *const *objects, size_t n,
             struct list *members)
{
	const PgQuery__PublicationObjSpec *said;
	enum applied result = APPLIED;
	struct member m = {0};
	size_t i;

	for (i = 0; i < n && result == APPLIED; i++) {
		said = objects[i]->publication_obj_spec;
		if (said->pubtable) {
			result = add_table(op, s, members, said->pubtable);
			continue;
		}
		m.name.name = schema_said(s, said);
		result = add_member(op, s, members, &m);
	}
	return result;
}

/* what members cannot be together, or without publish_via_partition_root */
static enum applied
need_together(const struct op *op, const struct schema *s, const struct publication *p)
{
	const struct member *m, *schema = NULL;
	const struct table *t;
	const char *what;
	size_t i;

	for (i = 0; i < p->members.n; i++) {
		m = p->members.v[i];
		if (!m->name.schema)
			schema = m;
	}
	for (i = 0; i < p->members.n; i++) {
		m = p->members.v[i];
		if (schema && m->columns.n)
			return op_error(
				op, E_STATEMENT,
				"table %s has a list of columns, which cannot be beside TABLES IN SCHEMA %s",
				plain_qname(m->name), sql_name(schema->name.name));
		what = m->columns.n ? "a list of columns" : m->where ? "WHERE" : NULL;
		if (!what || p->root)
			continue;
		t = (const struct table *)schema_find(s, SPACE_RELATION, m->name);
		if (t && t->object.noun == &table_noun && t->partition_by)
			return op_error(
				op, E_PARTITION,
				"table %s is partitioned: %s needs publish_via_partition_root = true",
				plain_qname(m->name), what);
	}
	return APPLIED;
}

/* ---- CREATE PUBLICATION ---- */

static struct op *
create_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_CREATE_PUBLICATION_STMT
	               ? code_op(&create_publication, c)
	               : NULL;
}

static enum applied
create_apply(struct op *op, struct schema *s)
{
	const PgQuery__CreatePublicationStmt *n =
		((struct code_op *)op)->clause->node->create_publication_stmt;
	struct publication *p;

	p = (struct publication *)code_new(op, s, &publication_kind,
	                                   (struct qname){NULL, n->pubname}, NULL);
	if (!p)
		return REFUSED;
	p->all = n->for_all_tables;
	if (read_options(op, p, n->options, n->n_options) == REFUSED ||
	    members_said(op, s, n->pubobjects, n->n_pubobjects, &p->members) == REFUSED ||
	    need_together(op, s, p) == REFUSED)
		return REFUSED;
	p->code.head = "CREATE PUBLICATION ";
	code_define(s, &p->code, tail(p));
	return code_make(op, s, &p->code, false, false);
}

static const struct op_class create_publication = {
	.shape = {"create_publication", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = create_from,
	.apply = create_apply,
	.render = code_render,
};

/* ---- ALTER PUBLICATION ---- */

static struct op *
alter_from(const struct clause *c)
{
	return c->node->node_case == PG_QUERY__NODE__NODE_ALTER_PUBLICATION_STMT
	               ? code_op(&alter_publication, c)
	               : NULL;
}

static enum applied
need_objects(const struct op *op, const struct schema *s, const PgQuery__AlterPublicationStmt *n)
{
	const struct statement *statement = ((const struct code_op *)op)->clause->statement;
	struct query q = {.op = op,
	                  .source = statement->source,
	                  .schema = s,
	                  .text = statement->text,
	                  .offset = statement->offset};

	follow_objects(&q, n->pubobjects, n->n_pubobjects);
	return q.result;
}

static enum applied
add_members(const struct op *op, struct publication *p, const struct list *members)
{
	const struct member *m;
	size_t i;

	for (i = 0; i < members->n; i++) {
		m = members->v[i];
		if (find_member(&p->members, m))
			return op_error(op, E_STATEMENT, "%s is in publication '%s' already",
			                plain_qname(m->name), p->code.name.name);
	}
	list_append(&p->members, members);
	return APPLIED;
}

static enum applied
drop_members(const struct op *op, struct publication *p, const struct list *members)
{
	const struct member *m;
	size_t i, j;

	for (i = 0; i < members->n; i++) {
		m = members->v[i];
		if (m->columns.n || m->where)
			return op_error(op, E_RESERVED,
			                "DROP takes the name of the table alone: %s",
			                plain_qname(m->name));
		for (j = 0; j < p->members.n && !same_names(p->members.v[j], m); j++)
			;
		if (j == p->members.n)
			return op_error(op, E_STATEMENT, "%s is not in publication '%s'",
			                plain_qname(m->name), p->code.name.name);
		list_remove(&p->members, j);
	}
	return APPLIED;
}

/* those that stay as they are stay the same */
static void
set_members(struct publication *p, const struct list *members)
{
	const struct member *was;
	struct member *m;
	size_t i;

	for (i = 0; i < members->n; i++) {
		m = members->v[i];
		was = find_member(&p->members, m);
		if (was && same_member(was, m))
			m->id = was->id;
	}
	p->members = *members;
}

static enum applied
alter_members(const struct op *op, struct schema *s, struct publication *p,
              const PgQuery__AlterPublicationStmt *n)
{
	struct list members = {0};

	if (p->all)
		return op_error(op, E_STATEMENT, "publication '%s' is FOR ALL TABLES",
		                p->code.name.name);
	if (need_objects(op, s, n) == REFUSED ||
	    members_said(op, s, n->pubobjects, n->n_pubobjects, &members) == REFUSED)
		return REFUSED;
	switch ((int)n->action) {
	case PG_QUERY__ALTER_PUBLICATION_ACTION__AP_AddObjects:
		return add_members(op, p, &members);
	case PG_QUERY__ALTER_PUBLICATION_ACTION__AP_DropObjects:
		return drop_members(op, p, &members);
	default:
		set_members(p, &members);
		return APPLIED;
	}
}

static enum applied
alter_apply(struct op *op, struct schema *s)
{
	const PgQuery__AlterPublicationStmt *n =
		((struct code_op *)op)->clause->node->alter_publication_stmt;
	struct qname name = {NULL, n->pubname};
	struct object *o = schema_find(s, SPACE_PUBLICATION, name);
	struct publication *p;

	if (!o)
		return missing(op, s, "publication", SPACE_PUBLICATION, name);
	p = (struct publication *)object_copy(o);
	if (read_options(op, p, n->options, n->n_options) == REFUSED ||
	    (n->n_pubobjects && alter_members(op, s, p, n) == REFUSED) ||
	    need_together(op, s, p) == REFUSED)
		return REFUSED;
	code_define(s, &p->code, tail(p));
	schema_put(s, &p->code.object);
	return APPLIED;
}

static const struct op_class alter_publication = {
	.shape = {"alter_publication", CALL_ARGUMENTS, sizeof(struct code_op), code_fields},
	.from_sql = alter_from,
	.apply = alter_apply,
	.render = code_render,
};

const struct op_class *const publication_ops[] = {&create_publication, &alter_publication, NULL};
