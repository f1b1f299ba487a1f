/* How a server spells what a schema says in its own words.

   A database says "((email)::text ~~ '%@%'::text)" where a model says "email LIKE '%@%'". Whether that is the same only the server
   can tell: it makes what is not there word for word, in schemas of its own and in a transaction that is rolled back, and says how
   it spells that. What is spelled alike is the same, and what is there takes the words of the model. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "batch.h"
#include "kind/code.h"
#include "spell.h"

/* ---- other names for schemas ---- */

static const char *
known_key(const char *schema, const char *name)
{
	return strf("%s\x1f%s", schema, bare_name(name));
}

/* what is made there: what is not is found where it is */
static void
take_names(struct spelling *sp, const struct schema *of, const bool *asked)
{
	const struct list all = schema_all(of, &namespace_noun);
	const struct object *o, *named;
	struct list names;
	size_t i, k;

	for (i = 0; i < all.n; i++)
		strs_add(&sp->schemas, ((const struct object *)all.v[i])->name.name);
	for (i = 0; i < of->by_id.n; i++) {
		o = of->by_id.v[i];
		names = o && asked[o->id] ? object_names(of->by_id.v[i]) : (struct list){0};
		for (k = 0; k < names.n; k++) {
			named = names.v[k];
			if (named->name.schema)
				map_put(&sp->known, known_key(named->name.schema, named->name.name),
				        sp);
		}
	}
}

static char *
identifier(const char *sql, const struct token *t)
{
	return unfolded(sql + t->start, t->end - t->start);
}

/* what stands for a token; NULL: it stays */
typedef const char *instead(const struct spelling *sp, const char *sql, const struct tokens *t,
                            size_t i);

/* the schema of a name, where it has something of that name: what it is called there */
static const char *
scratch(const struct spelling *sp, const char *sql, const struct tokens *t, size_t i)
{
	const char *schema;
	long n;

	if (i + 2 >= t->n || !is_dot(t, i + 1) || (i && is_dot(t, i - 1)))
		return NULL;
	schema = identifier(sql, &t->v[i]);
	n = strs_find(&sp->schemas, schema);
	return n >= 0 && map_get(&sp->known, known_key(schema, identifier(sql, &t->v[i + 2])))
	               ? strf(SCRATCH "%ld", n)
	               : NULL;
}

/* what is called so there; end is behind it */
static const char *
said_at(const struct spelling *sp, const char *text, char **end)
{
	size_t i;

	if (strncmp(text, SCRATCH, strlen(SCRATCH)) != 0)
		return NULL;
	i = strtoul(text + strlen(SCRATCH), end, 10);
	return i < sp->schemas.n ? sql_name(sp->schemas.v[i]) : NULL;
}

static const char *
said(const struct spelling *sp, const char *sql, const struct tokens *t, size_t i)
{
	char *end;
	const char *name = said_at(sp, sql + t->v[i].start, &end);

	return name && end == sql + t->v[i].end ? name : NULL;
}

static char *replaced(const struct spelling *sp, const char *sql, instead *by);

/* the constant 'schema.name', as casts to regclass have it */
static const char *
constant(const struct spelling *sp, const char *text, size_t n, instead *by)
{
	struct tokens t;
	const char *name;

	if (text[0] != '\'' || !memchr(text, '.', n))
		return NULL;
	name = undoubled(text, n);
	return scan_tokens(name, &t) && is_dot(&t, 1) ? sql_literal(replaced(sp, name, by)) : NULL;
}

static char *
replaced(const struct spelling *sp, const char *sql, instead *by)
{
	const char *other;
	struct tokens t;
	struct buf b = {0};
	size_t from = 0, i;

	if (!scan_tokens(sql, &t))
		return str(sql);
	for (i = 0; i < t.n; i++) {
		other = t.v[i].type == PG_QUERY__TOKEN__SCONST
		                ? constant(sp, sql + t.v[i].start, t.v[i].end - t.v[i].start, by)
		                : by(sp, sql, &t, i);
		if (!other)
			continue;
		buf_mem(&b, sql + from, t.v[i].start - from);
		buf_add(&b, other);
		from = t.v[i].end;
	}
	buf_add(&b, sql + from);
	return buf_str(&b);
}

char *
spelled_message(const struct spelling *sp, const char *text)
{
	const char *at, *name;
	struct buf b = {0};
	char *end;

	for (; (at = strstr(text, SCRATCH)); text = end) {
		name = said_at(sp, at, &end);
		buf_mem(&b, text, (size_t)(at - text));
		buf_add(&b, name ? name : strn(at, (size_t)(end - at)));
	}
	buf_add(&b, text);
	return buf_str(&b);
}

/* ---- materialized views, which are made without their rows there ---- */

static const char no_data[] = "\n  WITH NO DATA";

static bool
is_materialized(const char *sql)
{
	static const char words[] = "CREATE MATERIALIZED VIEW ";

	return strncasecmp(sql, words, strlen(words)) == 0;
}

static bool
ends_without_data(const char *sql)
{
	const char *end = no_data + strspn(no_data, "\n ");
	size_t n = strlen(sql), k = strlen(end);

	return n > k && strcasecmp(sql + n - k, end) == 0;
}

/* the first that is made so is told of as it was said: with its rows */
static const char *
without_data(struct spelling *sp, struct qname name, const char *sql)
{
	if (!is_materialized(sql) || ends_without_data(sql))
		return sql;
	map_put(&sp->filled, strf("%s.%s", name.schema, name.name), sp);
	return strf("%s%s", sql, no_data);
}

char *
spelled_row(const struct spelling *sp, const char *schema, const char *name, const char *sql)
{
	char *own = replaced(sp, sql, said);
	const char *of = schema ? sp->schemas.v[strtoul(schema + strlen(SCRATCH), NULL, 10)] : "";

	if (name && is_materialized(own) && map_get(&sp->filled, strf("%s.%s", of, name)))
		own[strlen(own) - strlen(no_data)] = '\0';
	return own;
}

/* ---- what is asked ---- */

/* how many operations make the one of the other */
static size_t
operations(const struct schema *there, const struct object *was, const struct object *o)
{
	struct diff d = {.by_name = true, .unrelated = true, .schema = there};

	o->noun->alter(&d, was, o);
	return diff_ops(&d).n;
}

static bool
is_there(const struct schema *there, const struct object *o)
{
	const struct object *was = object_namesake(there, o);

	return was && !operations(there, was, o);
}

/* the relation that a statement changes: where that could not be made, nothing is to be done with one of its name */
static struct qname
subject(const struct object *o)
{
	const struct code *c = code_kind(o) ? (const struct code *)o : NULL;

	return c && c->on.name ? c->on : o->name;
}

/* what a partition or a child is under: struct qname */
static struct list
parents(const struct object *o)
{
	const struct table *t = o->noun == &table_noun ? (const struct table *)o : NULL;
	struct list all = {0};

	if (!t)
		return all;
	list_append(&all, &t->inherits);
	if (t->partition_of.name)
		list_add(&all, copy(&t->partition_of, sizeof t->partition_of));
	return all;
}

/* with what it stands on, so that no statement is about what is in use; and a view with its frame */
static void
ask(const struct schema *of, const struct object *o, bool *asked)
{
	struct list under = parents(o);
	struct qname on = subject(o);
	const struct object *other;
	size_t i;

	if (asked[o->id])
		return;
	asked[o->id] = true;
	list_add(&under, copy(&on, sizeof on));
	for (i = 0; i <= under.n; i++) {
		other = i < under.n ? schema_find(of, SPACE_RELATION, *(struct qname *)under.v[i])
		                    : schema_find(of, SPACE_FRAME, o->name);
		if (other && other->noun->alter)
			ask(of, other, asked);
	}
}

/* its statements only tell how things are related, and lock what they name */
static bool
is_left_out(const struct op *op)
{
	const struct constraint *k = constraint_added(op, op->about->name);

	return (k && k->type == 'f') || strcmp(op->class->shape.name, "comment_on") == 0;
}

struct script {
	struct buf sql, subjects, parents; /* elements of arrays */
};

static void
add_element(struct buf *b, const char *sql)
{
	buf_fmt(b, "%s%s", b->n ? ",\n" : "", sql);
}

static char *
full_name(struct qname name)
{
	return strf("%s.%s", name.schema, name.name);
}

/* what a statement is about, as notes name it */
static char *
subject_name(const struct object *o)
{
	return o->noun == &extension_noun ? strf("extension %s", o->name.name)
	                                  : full_name(subject(o));
}

static void
add_said(struct script *script, const struct said *said)
{
	struct list under = parents(said->about);
	struct strs names = {0};
	size_t i;

	for (i = 0; i < under.n; i++)
		strs_add(&names, full_name(*(struct qname *)under.v[i]));
	add_element(&script->sql, sql_literal(said->sql));
	add_element(&script->subjects, sql_literal(subject_name(said->about)));
	add_element(&script->parents, sql_literal(strs_join(&names, "\x1f")));
}

static void
say(struct list *all, struct object *o, const char *sql)
{
	list_add(all, copy(&(struct said){o, sql}, sizeof(struct said)));
}

static void
say_operation(struct spelling *sp, const struct op *op, struct object *o, struct list *all)
{
	struct list steps = {0};
	const char *sql;
	size_t i;

	op->class->render(op, &steps);
	for (i = 0; i < steps.n; i++) {
		sql = ((const struct step *)steps.v[i])->sql;
		say(all, o, replaced(sp, without_data(sp, o->name, sql), scratch));
	}
}

static char *
search_path(const struct spelling *sp, const struct schema *of)
{
	struct buf b = {0};
	long i;
	size_t k;

	for (k = 0; k < of->home.n; k++) {
		i = strs_find(&sp->schemas, of->home.v[k]);
		if (i >= 0)
			buf_fmt(&b, SCRATCH "%ld, ", i);
	}
	return strf("%s%s", buf_str(&b), sql_names(&of->home));
}

/* "$migratec$", which does not stand in the texts */
static const char *
quote_for(const struct script *script)
{
	const char *quote = "$migratec$";
	unsigned i;

	for (i = 1; strstr(script->sql.s, quote); i++)
		quote = strf("$migratec_%u$", i);
	return quote;
}

/* each statement may fail by itself: then that is told, and what is about the same, or under it, is left out, for its name would
   be found where it is in use */
static const char loop[] =
	"failed text[] := '{}'; why text := current_setting('migratec.failed', true); wrong text;\n"
	"BEGIN\n"
	"FOR i IN 1 .. cardinality(said) LOOP\n"
	"  IF subject[i] = ANY (failed) THEN CONTINUE; END IF;\n"
	"  wrong := CASE WHEN string_to_array(parents[i], E'\\x1f') && failed THEN 'nor can what it is under' END;\n"
	"  IF wrong IS NULL THEN\n"
	"    BEGIN EXECUTE said[i];\n"
	"    EXCEPTION WHEN OTHERS THEN wrong := SQLERRM;\n"
	"    END;\n"
	"  END IF;\n"
	"  IF wrong IS NOT NULL THEN\n"
	"    failed := failed || subject[i]; why := why || subject[i] || E'\\x1f' || wrong || E'\\x1e';\n"
	"  END IF;\n"
	"END LOOP;\n"
	"PERFORM set_config('migratec.failed', why, true);\n";

static const char *
batch_sql(const struct list *batch)
{
	struct script script = {0};
	const char *quote;
	size_t i;

	for (i = 0; i < batch->n; i++)
		add_said(&script, batch->v[i]);
	quote = quote_for(&script);
	return strf("DO %s DECLARE\n"
	            "said text[] := ARRAY[%s]::text[];\n"
	            "subject text[] := ARRAY[%s]::text[];\n"
	            "parents text[] := ARRAY[%s]::text[];\n"
	            "%sEND %s",
	            quote, script.sql.s, script.subjects.s, script.parents.s, loop, quote);
}

/* what listens to DDL is left alone, as far as the role may */
static const char quietly[] =
	"DO $$ DECLARE setting text; BEGIN\n"
	"FOREACH setting IN ARRAY ARRAY['event_triggers=off', 'session_replication_role=replica'] LOOP\n"
	"  BEGIN PERFORM set_config(split_part(setting, '=', 1), split_part(setting, '=', 2), true);\n"
	"  EXCEPTION WHEN OTHERS THEN NULL; END;\n"
	"END LOOP;\n"
	"END $$;\n";

/* an extension that is not there is made where it will be: what it brings is found under the names of that */
static void
say_extension(struct spelling *sp, const struct op *op, struct object *o, struct list *all)
{
	if (is_left_out(op))
		return;
	if (o->name.schema)
		say(all, o, strf("CREATE SCHEMA IF NOT EXISTS %s", sql_name(o->name.schema)));
	say_operation(sp, op, o, all);
}

static const char *
start_sql(const struct spelling *sp, const struct schema *of, const struct list *extensions)
{
	struct buf b = {0};
	size_t i;

	buf_fmt(&b, "%sSET LOCAL migratec.failed TO '';\n", quietly);
	if (extensions->n)
		buf_fmt(&b, "%s;\n", batch_sql(extensions));
	for (i = 0; i < sp->schemas.n; i++)
		buf_fmt(&b, "CREATE SCHEMA " SCRATCH "%zu;\n", i);
	buf_fmt(&b, "SET LOCAL search_path TO %s;\n", search_path(sp, of));
	buf_add(&b, "SET LOCAL check_function_bodies TO off;\n"
	            "SET LOCAL client_min_messages TO error;\n"
	            "SET LOCAL lock_timeout TO '2s';\n");
	return buf_str(&b);
}

void
spell(struct spelling *sp, const struct schema *there, const struct schema *of,
      const struct list *ops, size_t locks)
{
	bool *asked = alloc(of->last_id + 1);
	struct list extensions = {0}, statements = {0}, beyond = {0}, parts;
	const struct op *op;
	struct object *o;
	size_t i;

	*sp = (struct spelling){.asked = asked};
	for (i = 0; i < of->by_id.n; i++) {
		o = of->by_id.v[i];
		if (o && o->noun->alter && space_in_schema(o->noun->space) && !is_there(there, o))
			ask(of, o, asked);
	}
	take_names(sp, of, asked);
	for (i = 0; i < ops->n; i++) {
		op = ops->v[i];
		/* it may be the object of the schema in which the operations began */
		o = op->about ? object_namesake(of, op->about) : NULL;
		if (o && o->noun == &extension_noun && !object_namesake(there, o))
			say_extension(sp, op, o, &extensions);
		if (!o || !asked[o->id] || is_left_out(op))
			list_add(&sp->rest, ops->v[i]);
		else
			say_operation(sp, op, o, &statements);
	}
	sp->start = start_sql(sp, of, &extensions);
	parts = batches(of, &statements, locks, &beyond);
	for (i = 0; i < parts.n; i++)
		strs_add(&sp->batches, batch_sql(parts.v[i]));
	for (i = 0; i < beyond.n; i++)
		strs_add(&sp->beyond, full_name(subject(beyond.v[i])));
}

/* ---- what was told ---- */

/* a label without a provider is that of the only one that the server has */
static void
settle_labels(struct list *labels, const struct list *of)
{
	const struct security_label *said;
	struct security_label *l;
	size_t i;

	for (i = 0; i < of->n; i++) {
		said = of->v[i];
		if (said->provider || labels->n != of->n)
			continue;
		*labels = list_copy(labels);
		l = element_copy(labels, i, sizeof *l);
		l->provider = NULL;
	}
}

void
spell_settle(struct schema *there, const struct schema *of, const struct schema *spelled)
{
	const struct object *said, *as;
	struct object *o;
	size_t i;

	for (i = 0; i < of->by_id.n; i++) {
		said = of->by_id.v[i];
		if (!said || !said->noun->settle)
			continue;
		o = object_namesake(there, said);
		as = object_namesake(spelled, said);
		if (!o || !as)
			continue;
		o = object_copy(o);
		said->noun->settle(o, said, as);
		schema_put(there, o);
	}
	for (i = 0; i < of->by_id.n; i++) {
		said = of->by_id.v[i];
		if (!said || !code_kind(said) || !code_kind(said)->unread)
			continue;
		o = object_copy(said);
		o->id = schema_id(there);
		schema_put(there, o);
	}
	for (i = 0; i < of->by_id.n; i++) {
		said = of->by_id.v[i];
		o = said && said->labels.n ? object_namesake(there, said) : NULL;
		if (!o)
			continue;
		o = object_copy(o);
		settle_labels(&o->labels, &said->labels);
		schema_put(there, o);
	}
}

static bool
has_failed(const struct spelling *sp, const struct object *o, const struct strs *failed)
{
	const char *name = full_name(subject(o)), *start = strf("%s\x1f", name);
	size_t i;

	for (i = 0; failed && i < failed->n; i++)
		if (strncmp(failed->v[i], start, strlen(start)) == 0)
			return true;
	return !failed || strs_has(&sp->beyond, name);
}

struct list
spell_undecided(const struct spelling *sp, struct schema *there, const struct schema *of,
                const struct strs *failed)
{
	struct list undecided = {0};
	const struct object *said, *was;
	struct object *o;
	size_t i;

	for (i = 0; i < of->by_id.n; i++) {
		said = of->by_id.v[i];
		was = said && sp->asked[i] && said->noun->settle && has_failed(sp, said, failed)
		              ? object_namesake(there, said)
		              : NULL;
		if (!was)
			continue;
		o = object_copy(was);
		said->noun->settle(o, said, o);
		schema_put(there, o);
		if (operations(there, was, said) > operations(there, o, said))
			list_add(&undecided, of->by_id.v[i]);
	}
	return undecided;
}
