/* The table as C, made to be read: one string a line of SQL, and where each statement stands in the scripts. */
#include <ctype.h>
#include <string.h>

#include "emit.h"
#include "sql.h"

/* a character inside of a C string: three digits in octal, so that no digit behind it joins in; no trigraphs */
static void
put_char(struct buf *b, unsigned char c)
{
	switch (c) {
	case '\n':
		buf_add(b, "\\n");
		break;
	case '\t':
		buf_add(b, "\\t");
		break;
	case '"':
	case '\\':
	case '?':
		buf_fmt(b, "\\%c", c);
		break;
	default:
		if (c < 0x20 || c == 0x7f)
			buf_fmt(b, "\\%03o", c);
		else
			buf_char(b, (char)c);
		break;
	}
}

/* compilers warn of what is no UTF-8, and of marks that turn the direction of writing: U+202A to 202E, U+2066 to 2069 */
static bool
is_warned_of(const char *s, size_t length)
{
	const unsigned char *c = (const unsigned char *)s;

	if (!length || c[0] > 0xf4)
		return true;
	return c[0] == 0xe2 && ((c[1] == 0x80 && c[2] >= 0xaa && c[2] <= 0xae) ||
	                        (c[1] == 0x81 && c[2] >= 0xa6 && c[2] <= 0xa9));
}

/* a character of several bytes */
static size_t
put_wide(struct buf *b, const char *s)
{
	size_t length = utf8_length(s), n = length ? length : 1, i;

	if (!is_warned_of(s, length))
		buf_mem(b, s, n);
	else
		for (i = 0; i < n; i++)
			buf_fmt(b, "\\%03o", (unsigned char)s[i]);
	return n;
}

/* a plain question mark is left alone: only two in a row could begin a trigraph */
static void
put_string(struct buf *b, const char *s, size_t n)
{
	size_t i = 0;

	buf_char(b, '"');
	while (i < n) {
		if ((unsigned char)s[i] >= 0x80) {
			i += put_wide(b, s + i);
			continue;
		}
		if (s[i] == '?' && !(i && s[i - 1] == '?'))
			buf_char(b, '?');
		else
			put_char(b, (unsigned char)s[i]);
		i++;
	}
	buf_char(b, '"');
}

static void
put_member(struct buf *b, const char *indent, const char *member, const char *s)
{
	if (!s)
		return;
	buf_fmt(b, "%s.%s = ", indent, member);
	put_string(b, s, strlen(s));
	buf_add(b, ",\n");
}

/* a text of several lines, one string each */
static void
put_text(struct buf *b, const char *indent, const char *member, const char *s)
{
	const char *end = strchr(s, '\n');

	if (!end) {
		put_member(b, indent, member, s);
		return;
	}
	buf_fmt(b, "%s.%s =", indent, member);
	for (; *s; s = end) {
		end = strchr(s, '\n');
		end = end ? end + 1 : s + strlen(s);
		buf_fmt(b, "\n%s\t", indent);
		put_string(b, s, (size_t)(end - s));
	}
	buf_add(b, ",\n");
}

static void
put_version(struct buf *b, const char *member, int version)
{
	if (version)
		buf_fmt(b, "\t\t.%s = %d,\n", member, version);
}

static void
put_flags(struct buf *b, unsigned flags)
{
	static const char *const names[] = {"STEP_NO_TRANSACTION", "STEP_ADDS_LABEL",
	                                    "STEP_AFTER_COMMIT", "STEP_LOSES_DATA"};
	const char *separator = "";
	size_t i;

	_Static_assert(STEP_LOSES_DATA == 1 << 3, "a flag without a name");
	if (!flags)
		return;
	buf_add(b, "\t\t.flags = ");
	for (i = 0; i < LEN(names); i++)
		if (flags & 1u << i) {
			buf_fmt(b, "%s%s", separator, names[i]);
			separator = " | ";
		}
	buf_add(b, ",\n");
}

static void
put_lock(struct buf *b, unsigned lock)
{
	static const char *const names[] = {
		"LOCK_NONE",
		"LOCK_ACCESS_SHARE",
		"LOCK_ROW_SHARE",
		"LOCK_ROW_EXCLUSIVE",
		"LOCK_SHARE_UPDATE_EXCLUSIVE",
		"LOCK_SHARE",
		"LOCK_SHARE_ROW_EXCLUSIVE",
		"LOCK_EXCLUSIVE",
		"LOCK_ACCESS_EXCLUSIVE",
	};

	_Static_assert(LEN(names) == LOCK_ACCESS_EXCLUSIVE + 1, "a lock without a name");
	if (lock)
		buf_fmt(b, "\t\t.lock = %s,\n", names[lock]);
}

static void
put_leftover(struct buf *b, const struct leftover *left)
{
	static const char *const kinds[] = {"LEFTOVER_BUILD", "LEFTOVER_DROP", "LEFTOVER_REINDEX",
	                                    "LEFTOVER_DETACH"};

	_Static_assert(LEN(kinds) == LEFTOVER_DETACH + 1, "a leftover without a name");
	if (!left)
		return;
	buf_add(b, "\t\t.leftover = &(const struct leftover){\n");
	buf_fmt(b, "\t\t\t.kind = %s,\n", kinds[left->kind]);
	put_member(b, "\t\t\t", "name", left->name);
	put_member(b, "\t\t\t", "table", left->table);
	if (left->probe)
		put_text(b, "\t\t\t", "probe", left->probe);
	buf_add(b, "\t\t},\n");
}

static void
put_copy(struct buf *b, const struct step_copy *rows)
{
	if (!rows)
		return;
	buf_add(b, "\t\t.copy = &(const struct step_copy){\n");
	put_text(b, "\t\t\t", "data", rows->data);
	buf_fmt(b, "\t\t\t.n_rows = %u,\n", rows->n_rows);
	put_member(b, "\t\t\t", "file", rows->file);
	buf_fmt(b, "\t\t\t.line = %d,\n", rows->line);
	buf_add(b, "\t\t},\n");
}

static void
put_places(struct buf *b, const struct step *s)
{
	unsigned i;

	if (!s->n_places)
		return;
	buf_add(b, "\t\t.places = (const struct step_place[]){");
	for (i = 0; i < s->n_places; i++)
		buf_fmt(b, "%s{%u, %u}", i ? ", " : "", s->places[i].at, s->places[i].variable);
	buf_fmt(b, "},\n\t\t.n_places = %u,\n", s->n_places);
}

static void
put_variables(struct buf *b, const struct migration_table *t)
{
	const struct table_variable *v;
	unsigned i;

	if (!t->n_variables)
		return;
	buf_add(b, "static const struct table_variable variables[] = {\n");
	for (i = 0; i < t->n_variables; i++) {
		v = &t->variables[i];
		buf_add(b, "\t{\n");
		put_member(b, "\t\t", "name", v->name);
		if (v->is_name)
			buf_add(b, "\t\t.is_name = true,\n");
		put_member(b, "\t\t", "fallback", v->fallback);
		buf_add(b, "\t},\n");
	}
	buf_add(b, "};\n\n");
}

static void
put_step(struct buf *b, const struct step *s)
{
	buf_add(b, "\t{\n");
	put_member(b, "\t\t", "label", s->label);
	put_text(b, "\t\t", "sql", s->sql);
	put_places(b, s);
	put_member(b, "\t\t", "file", s->file);
	buf_fmt(b, "\t\t.line = %d,\n", s->line);
	put_version(b, "since", s->since);
	put_version(b, "before", s->before);
	put_flags(b, s->flags);
	put_lock(b, s->lock);
	put_member(b, "\t\t", "table", s->table);
	put_copy(b, s->copy);
	put_leftover(b, s->leftover);
	buf_add(b, "\t},\n");
}

/* an id as part of a C name; no two ids give the same */
static char *
c_name(const char *id)
{
	struct buf b = {0};

	for (; *id; id++) {
		if (isalnum((unsigned char)*id) && (unsigned char)*id < 0x80)
			buf_char(&b, *id);
		else
			buf_fmt(&b, "_%02x", (unsigned char)*id);
	}
	return buf_str(&b);
}

static void
put_steps(struct buf *b, const char *way, const char *id, const struct step *steps, unsigned n)
{
	unsigned i;

	if (!n)
		return;
	buf_fmt(b, "static const struct step %s_%s[] = {\n", way, id);
	for (i = 0; i < n; i++)
		put_step(b, &steps[i]);
	buf_add(b, "};\n\n");
}

static void
put_indexes(struct buf *b, const char *member, const unsigned *v, unsigned n)
{
	unsigned i;

	if (!n)
		return;
	buf_fmt(b, "\t\t.%s = (const unsigned[]){", member);
	for (i = 0; i < n; i++)
		buf_fmt(b, "%s%u", i ? ", " : "", v[i]);
	buf_fmt(b, "},\n\t\t.n_%s = %u,\n", member, n);
}

static void
put_labels(struct buf *b, const struct migration *m)
{
	unsigned i;

	if (!m->n_labels)
		return;
	buf_add(b, "\t\t.labels = (const char *const[]){");
	for (i = 0; i < m->n_labels; i++) {
		buf_add(b, i ? ", " : "");
		put_string(b, m->labels[i], strlen(m->labels[i]));
	}
	buf_fmt(b, "},\n\t\t.n_labels = %u,\n", m->n_labels);
}

static void
put_obstacles(struct buf *b, const struct migration *m)
{
	const struct obstacle *o;
	unsigned i;

	if (!m->n_obstacles)
		return;
	buf_add(b, "\t\t.obstacles = (const struct obstacle[]){\n");
	for (i = 0; i < m->n_obstacles; i++) {
		o = &m->obstacles[i];
		buf_fmt(b, "\t\t\t{%u, ", o->migration);
		put_string(b, o->why, strlen(o->why));
		buf_add(b, o->later ? ", true},\n" : ", false},\n");
	}
	buf_fmt(b, "\t\t},\n\t\t.n_obstacles = %u,\n", m->n_obstacles);
}

static void
put_replaces(struct buf *b, const char *indent, const struct replaced *v, unsigned n)
{
	unsigned i;

	if (!n)
		return;
	buf_fmt(b, "%s.replaces = (const struct replaced[]){\n", indent);
	for (i = 0; i < n; i++) {
		buf_fmt(b, "%s\t{\n", indent);
		put_member(b, strf("%s\t\t", indent), "id", v[i].id);
		put_member(b, strf("%s\t\t", indent), "checksum", v[i].checksum);
		put_replaces(b, strf("%s\t\t", indent), v[i].replaces, v[i].n_replaces);
		buf_fmt(b, "%s\t},\n", indent);
	}
	buf_fmt(b, "%s},\n%s.n_replaces = %u,\n", indent, indent, n);
}

static void
put_way(struct buf *b, const char *way, const char *id, unsigned n)
{
	if (n)
		buf_fmt(b, "\t\t.%s = %s_%s,\n\t\t.n_%s = %u,\n", way, way, id, way, n);
}

static void
put_migration(struct buf *b, const struct migration *m)
{
	char *id = c_name(m->id);

	buf_add(b, "\t{\n");
	put_member(b, "\t\t", "id", m->id);
	put_member(b, "\t\t", "message", m->message);
	put_member(b, "\t\t", "created", m->created);
	put_member(b, "\t\t", "checksum", m->checksum);
	put_member(b, "\t\t", "file", m->file);
	put_indexes(b, "parents", m->parents, m->n_parents);
	put_indexes(b, "depends_on", m->depends_on, m->n_depends_on);
	put_labels(b, m);
	put_replaces(b, "\t\t", m->replaces, m->n_replaces);
	put_way(b, "up", id, m->n_up);
	put_way(b, "down", id, m->n_down);
	if (m->irreversible)
		put_text(b, "\t\t", "irreversible", m->irreversible);
	put_obstacles(b, m);
	buf_add(b, "\t},\n");
}

void
emit(const struct migration_table *t, struct buf *b)
{
	const struct migration *m;
	unsigned i;
	char *id;

	buf_add(b,
	        "/* Written by migratec from the scripts in migrations/: change those, not this. */\n"
	        "#include \"table.h\"\n\n");
	buf_fmt(b,
	        "_Static_assert(MIGRATE_TABLE_VERSION == %u, \"this table was written for another version of libmigrate\");\n\n",
	        t->version);
	for (i = 0; i < t->n_migrations; i++) {
		m = &t->migrations[i];
		id = c_name(m->id);
		put_steps(b, "up", id, m->up, m->n_up);
		put_steps(b, "down", id, m->down, m->n_down);
	}
	put_variables(b, t);
	if (t->n_migrations) {
		buf_add(b, "static const struct migration migrations[] = {\n");
		for (i = 0; i < t->n_migrations; i++)
			put_migration(b, &t->migrations[i]);
		buf_add(b, "};\n\n");
	}
	buf_add(b, "const struct migration_table migration_table = {\n");
	buf_fmt(b, "\t.version = %u,\n", t->version);
	put_member(b, "\t", "name", t->name);
	put_member(b, "\t", "build", t->build);
	buf_fmt(b, "\t.min_server = %d,\n", t->min_server);
	put_member(b, "\t", "search_path", t->search_path);
	put_member(b, "\t", "history_schema", t->history_schema);
	if (t->single_transaction)
		buf_add(b, "\t.single_transaction = true,\n");
	buf_fmt(b, "\t.lock_timeout = %d,\n", t->lock_timeout);
	buf_fmt(b, "\t.statement_timeout = %d,\n", t->statement_timeout);
	if (t->n_variables)
		buf_fmt(b, "\t.variables = variables,\n\t.n_variables = %u,\n", t->n_variables);
	if (t->n_migrations)
		buf_fmt(b, "\t.migrations = migrations,\n\t.n_migrations = %u,\n", t->n_migrations);
	buf_add(b, "};\n");
}

void
emit_depfile(const char *target, const struct strs *files, struct buf *b)
{
	const char *c;
	size_t i;

	buf_fmt(b, "%s:", target);
	for (i = 0; i < files->n; i++) {
		buf_add(b, " \\\n  ");
		for (c = files->v[i]; *c; c++) {
			if (strchr(" #:", *c))
				buf_char(b, '\\');
			if (*c == '$')
				buf_char(b, '$');
			buf_char(b, *c);
		}
	}
	buf_char(b, '\n');
}
