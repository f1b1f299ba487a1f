/*
 * What record.c wrote when a revision was applied, read by a program that does not have that revision, so that it can undo it. The
 * server takes the JSON apart.
 */
#include "kept.h"

#include <stdlib.h>
#include <string.h>

#include "history.h"
#include "sql.h"

enum column {
	REVISION,
	MESSAGE,
	CHECKSUM,
	N_UP,
	CREATED,
	FILE_NAME,
	IRREVERSIBLE,
	SEARCH_PATH,
	PARENTS,
	DEPENDS_ON,
	REPLACES,
	OBSTACLES,
	LATER,
	STEP,
	LABEL,
	SQL,
	STEP_FILE,
	STEP_LINE,
	SINCE,
	BEFORE,
	FLAGS,
	LOCK,
	TABLE,
	PLACES,
	COPY_DATA,
	COPY_ROWS,
	COPY_FILE,
	COPY_LINE,
	LEFT,
	LEFT_KIND,
	LEFT_NAME,
	LEFT_TABLE,
	LEFT_PROBE,
};

/* each step of what is kept, and one row without a step where there is none; the lists are long, and in the first row of each alone */
static void
add_query(struct text *t, const struct state *s)
{
	static const char *const lists[] = {"parents", "depends_on", "replaces", "obstacles",
	                                    "later"};
	unsigned i;

	text_add(
		t,
		"SELECT h.revision, h.message, h.checksum, d.n_up, d.created, d.file, d.irreversible, d.search_path,\n");
	for (i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		text_fmt(
			t,
			"\tCASE WHEN s.n > 1 THEN NULL ELSE (SELECT string_agg(id, ' ') FROM json_array_elements_text(d.%s) AS id) END,\n",
			lists[i]);
	text_add(
		t,
		"\ts.n, s.label, s.sql, s.file, s.line, s.since, s.before, s.flags, s.lock, s.\"table\", s.places,\n"
		"\tc.data, c.n_rows, c.file, c.line,\n"
		"\ts.leftover IS NOT NULL, l.kind, l.name, l.\"table\", l.probe\n"
		"FROM ");
	sql_our_table(t, s->table, "history");
	text_add(
		t,
		" AS h\n"
		"CROSS JOIN LATERAL json_to_record(CASE json_typeof(h.down) WHEN 'object' THEN h.down END) AS d\n"
		"\t(n_up integer, created text, file text, irreversible text, search_path text,\n"
		"\t\tparents json, depends_on json, replaces json, obstacles json, later json, down json)\n"
		"LEFT JOIN LATERAL (SELECT e.n, s.* FROM json_array_elements(d.down) WITH ORDINALITY AS e (step, n)\n"
		"\tCROSS JOIN LATERAL json_to_record(e.step) AS s (label text, sql text, file text, line integer, since integer,\n"
		"\t\tbefore integer, flags integer, lock integer, \"table\" text, places text, copy json, leftover json)) AS s ON true\n"
		"LEFT JOIN LATERAL json_to_record(s.copy) AS c (data text, n_rows integer, file text, line integer) ON true\n"
		"LEFT JOIN LATERAL json_to_record(s.leftover) AS l (kind integer, name text, \"table\" text, probe text) ON true\n"
		"WHERE json_typeof(d.parents) = 'array' AND json_typeof(d.depends_on) = 'array' AND json_typeof(d.down) = 'array'\n"
		"\tAND h.revision IN (");
	for (i = 0; i < s->n_unknown; i++) {
		text_add(t, i ? ", " : "");
		text_literal(t, s->unknown[i]->revision);
	}
	text_add(t, ")\nORDER BY h.applied_at, h.revision, s.n");
}

/* how many words of a column there are in all rows */
static size_t
count_words(const struct rows *rows, enum column column)
{
	const char *s;
	unsigned i;
	size_t n = 0;

	for (i = 0; i < rows->n; i++)
		for (s = rows_text(rows, i, (int)column); *s; n++) {
			s += strcspn(s, " ");
			s += *s == ' ';
		}
	return n;
}

static bool
is_first(const struct rows *rows, unsigned row)
{
	return row == 0 ||
	       strcmp(rows_text(rows, row, REVISION), rows_text(rows, row - 1, REVISION)) != 0;
}

/* how many revisions stand in the place of others */
static size_t
count_replacing(const struct rows *rows)
{
	unsigned i;
	size_t n = 0;

	for (i = 0; i < rows->n; i++)
		n += is_first(rows, i) && rows_get(rows, i, REPLACES);
	return n;
}

static int
allocate(struct kept *k, const struct migration_table *own)
{
	size_t n = (size_t)k->rows.n + 1;

	k->migrations = calloc(own->n_migrations + n, sizeof(*k->migrations));
	k->edges = calloc(count_words(&k->rows, PARENTS) + count_words(&k->rows, DEPENDS_ON) + 1,
	                  sizeof(*k->edges));
	k->obstacles = calloc(count_words(&k->rows, OBSTACLES) + count_words(&k->rows, LATER) +
	                              count_replacing(&k->rows) * own->n_migrations + 1,
	                      sizeof(*k->obstacles));
	k->steps = calloc(n, sizeof(*k->steps));
	k->places = calloc(count_words(&k->rows, PLACES) + 1, sizeof(*k->places));
	k->copies = calloc(n, sizeof(*k->copies));
	k->leftovers = calloc(n, sizeof(*k->leftovers));
	return k->migrations && k->edges && k->obstacles && k->steps && k->places && k->copies &&
	                       k->leftovers
	               ? 0
	               : -1;
}

/* a revision of the program, or one that is read */
struct entry {
	const char *id;
	unsigned row;       /* the first that is about it */
	unsigned migration; /* its index in the table; BASE as long as it is not there */
	bool is_read;       /* it is none of the program's */
	bool seen;          /* its turn has come */
};

/* what is read, while it is put together */
struct reading {
	struct kept *k;
	unsigned *edges; /* the next that is free */
	struct obstacle *obstacles;
	struct step_place *places;

	struct entry *entries; /* by id */
	struct entry **stack;
	unsigned char *replaced; /* marks of the program's own, for one that is read */
	size_t n_entries;
};

static int
compare_entries(const void *a, const void *b)
{
	return strcmp(((const struct entry *)a)->id, ((const struct entry *)b)->id);
}

/* one of several ids, which are words */
struct word {
	const char *s;
	size_t n;
};

static int
compare_word(const void *word, const void *entry)
{
	const struct word *w = word;
	const char *id = ((const struct entry *)entry)->id;
	int c = strncmp(w->s, id, w->n);

	return c == 0 && id[w->n] ? -1 : c;
}

/* NULL where it is neither known nor read */
static struct entry *
find(const struct reading *r, const char *id, size_t n)
{
	struct word word = {id, n};

	return bsearch(&word, r->entries, r->n_entries, sizeof(*r->entries), compare_word);
}

static bool
has_word(const char *words, const char *id, size_t n)
{
	size_t length;

	for (; *words; words += length + (words[length] == ' ')) {
		length = strcspn(words, " ");
		if (length == n && strncmp(words, id, n) == 0)
			return true;
	}
	return false;
}

/* what is read and stands in the place of this one; NULL */
static struct entry *
find_replacing(const struct reading *r, const char *id, size_t n)
{
	size_t i;

	for (i = 0; i < r->n_entries; i++) {
		struct entry *e = &r->entries[i];

		if (e->is_read && has_word(rows_text(&r->k->rows, e->row, REPLACES), id, n))
			return e;
	}
	return NULL;
}

/* the entry of the first id of a list, which is left at the next; of the last of what has become one since that one's */
static struct entry *
next_entry(const struct reading *r, const char **ids)
{
	const struct migration_table *table = &r->k->table;
	const char *id = *ids;
	size_t n = strcspn(id, " ");
	struct entry *found = find(r, id, n);
	unsigned migration;
	bool last;

	*ids += n + (id[n] == ' ');
	if (found)
		return found;
	migration = graph_replacing(table, id, n, &last);
	if (!last)
		return find_replacing(r, id, n);
	id = table->migrations[migration].id;
	return find(r, id, strlen(id));
}

/* false where one of the ids is not in the table */
static bool
take_ids(struct reading *r, const char *ids, const unsigned **list, unsigned *n)
{
	const struct entry *e;

	*list = r->edges;
	for (*n = 0; *ids; ++*n) {
		e = next_entry(r, &ids);
		if (!e || e->migration == BASE)
			return false;
		*r->edges++ = e->migration;
	}
	return true;
}

/* the program's own that are built upon what it stands in the place of */
static void
take_replaces(struct reading *r, const char *ids, struct migration *m)
{
	const struct migration_table *table = &r->k->table;
	unsigned own = *ids ? table->n_migrations - table->n_kept : 0, i;
	const struct entry *e;
	size_t n;

	memset(r->replaced, 0, own);
	for (; *ids; ids += n + (ids[n] == ' ')) {
		n = strcspn(ids, " ");
		e = find(r, ids, n);
		if (e && !e->is_read)
			r->replaced[e->migration] = 1;
	}
	for (i = 0; i < own; i++) {
		const struct migration *above = &table->migrations[i];

		if (r->replaced[i] ||
		    (!graph_is_any_marked(r->replaced, above->parents, above->n_parents) &&
		     !graph_is_any_marked(r->replaced, above->depends_on, above->n_depends_on)))
			continue;
		*r->obstacles++ = (struct obstacle){.migration = i, .why = above->file};
		m->n_obstacles++;
	}
}

/* what is not there stands in no way */
static void
take_obstacles(struct reading *r, const char *ids, bool later, struct migration *m)
{
	const struct entry *e;

	while (*ids) {
		e = next_entry(r, &ids);
		if (!e || e->migration == BASE)
			continue;
		*r->obstacles++ =
			(struct obstacle){e->migration, r->k->migrations[e->migration].file, later};
		m->n_obstacles++;
	}
}

static unsigned
find_variable(const struct migration_table *table, const char *name, size_t n)
{
	unsigned i;

	for (i = 0; i < table->n_variables; i++)
		if (strncmp(table->variables[i].name, name, n) == 0 && !table->variables[i].name[n])
			return i;
	return BASE;
}

/* why a revision is not undone with what is kept */
static const char undeclared[] = "what undoes it has a variable that this program does not declare";
static const char unreadable[] = "what undoes it is not kept as migrate writes it";

/* :"name" or :'name' */
static bool
is_variable(const char *sql, const char *name, size_t n)
{
	return sql[0] == ':' && (sql[1] == '"' || sql[1] == '\'') &&
	       strncmp(sql + 2, name, n) == 0 && sql[2 + n] == sql[1];
}

/* NULL, or why it cannot be run by this program */
static const char *
take_places(struct reading *r, const char *s, struct step *step)
{
	size_t length = strlen(step->sql), from = 0, n;
	struct step_place *place;
	char *name;

	for (step->places = r->places; *s; step->n_places++) {
		place = r->places++;
		place->at = (unsigned)strtoul(s, &name, 10);
		name += *name == ' ';
		n = strcspn(name, " ");
		if (place->at < from || place->at >= length ||
		    !is_variable(step->sql + place->at, name, n))
			return unreadable;
		from = place->at + n + 3;
		place->variable = find_variable(&r->k->table, name, n);
		if (place->variable == BASE)
			return undeclared;
		s = name + n + (name[n] == ' ');
	}
	return NULL;
}

static int
number(const struct rows *rows, unsigned row, enum column column)
{
	return (int)rows_number(rows, row, (int)column);
}

static void
take_copy(struct reading *r, unsigned row, struct step *step)
{
	const struct rows *rows = &r->k->rows;
	struct step_copy *copy = &r->k->copies[row];

	if (!rows_get(rows, row, COPY_FILE))
		return;
	copy->data = rows_text(rows, row, COPY_DATA);
	copy->n_rows = (unsigned)number(rows, row, COPY_ROWS);
	copy->file = rows_text(rows, row, COPY_FILE);
	copy->line = number(rows, row, COPY_LINE);
	step->copy = copy;
}

static void
take_leftover(struct reading *r, unsigned row, struct step *step)
{
	const struct rows *rows = &r->k->rows;
	struct leftover *left = &r->k->leftovers[row];

	if (!rows_true(rows, row, LEFT))
		return;
	left->kind = (unsigned char)number(rows, row, LEFT_KIND);
	left->name = rows_get(rows, row, LEFT_NAME);
	left->table = rows_get(rows, row, LEFT_TABLE);
	left->probe = rows_get(rows, row, LEFT_PROBE);
	step->leftover = left;
}

/* NULL, or why it cannot be run by this program */
static const char *
take_step(struct reading *r, unsigned row)
{
	const struct rows *rows = &r->k->rows;
	struct step *step = &r->k->steps[row];

	*step = (struct step){
		.label = rows_text(rows, row, LABEL),
		.sql = rows_text(rows, row, SQL),
		.file = rows_text(rows, row, STEP_FILE),
		.line = number(rows, row, STEP_LINE),
		.since = number(rows, row, SINCE),
		.before = number(rows, row, BEFORE),
		.flags = (unsigned char)number(rows, row, FLAGS),
		.lock = (unsigned char)number(rows, row, LOCK),
		.table = rows_get(rows, row, TABLE),
	};
	if (!*step->label || !*step->sql)
		return unreadable;
	take_copy(r, row, step);
	take_leftover(r, row, step);
	return take_places(r, rows_text(rows, row, PLACES), step);
}

/* into the table, where all that it is built upon is there */
static void
take_migration(struct reading *r, struct entry *e)
{
	const struct rows *rows = &r->k->rows;
	struct migration_table *table = &r->k->table;
	struct migration *m = &r->k->migrations[table->n_migrations];
	unsigned row = e->row;

	*m = (struct migration){
		.id = e->id,
		.message = rows_text(rows, row, MESSAGE),
		.created = rows_text(rows, row, CREATED),
		.checksum = rows_text(rows, row, CHECKSUM),
		.file = rows_text(rows, row, FILE_NAME),
		.n_up = (unsigned)number(rows, row, N_UP),
		.down = &r->k->steps[row],
		.irreversible = rows_get(rows, row, IRREVERSIBLE),
		.search_path = rows_get(rows, row, SEARCH_PATH),
	};
	if (!take_ids(r, rows_text(rows, row, PARENTS), &m->parents, &m->n_parents) ||
	    !take_ids(r, rows_text(rows, row, DEPENDS_ON), &m->depends_on, &m->n_depends_on))
		return;
	for (; row < rows->n && rows_get(rows, row, STEP) &&
	       strcmp(rows_text(rows, row, REVISION), m->id) == 0;
	     row++) {
		const char *why = take_step(r, row);

		if (why)
			m->irreversible = why;
		m->n_down++;
	}
	e->migration = table->n_migrations++;
	table->n_kept++;
}

/* what must be looked at before it, as it is built upon that; NULL where there is nothing more */
static struct entry *
first_below(const struct reading *r, const struct entry *e)
{
	static const enum column columns[] = {PARENTS, DEPENDS_ON};
	struct entry *below;
	const char *ids;
	int i;

	for (i = 0; i < 2; i++) {
		ids = rows_text(&r->k->rows, e->row, columns[i]);
		while (*ids) {
			below = next_entry(r, &ids);
			if (below && !below->seen)
				return below;
		}
	}
	return NULL;
}

/* each behind what it is built upon */
static void
take_with(struct reading *r, struct entry *e)
{
	size_t n = 0;

	while (e || n > 0) {
		if (e) {
			e->seen = true;
			r->stack[n++] = e;
		} else {
			take_migration(r, r->stack[--n]);
		}
		e = n > 0 ? first_below(r, r->stack[n - 1]) : NULL;
	}
}

static void
add_entries(struct reading *r)
{
	const struct migration_table *own = &r->k->table;
	const struct rows *rows = &r->k->rows;
	unsigned i;

	for (i = 0; i < own->n_migrations; i++)
		r->entries[r->n_entries++] =
			(struct entry){.id = own->migrations[i].id, .migration = i, .seen = true};
	for (i = 0; i < rows->n; i++)
		if (is_first(rows, i))
			r->entries[r->n_entries++] =
				(struct entry){.id = rows_text(rows, i, REVISION),
			                       .row = i,
			                       .migration = BASE,
			                       .is_read = true};
	qsort(r->entries, r->n_entries, sizeof(*r->entries), compare_entries);
}

/* as far as that goes in the order in which they were applied */
static void
put_together(struct reading *r)
{
	const struct rows *rows = &r->k->rows;
	struct entry *e;
	const char *id;
	unsigned row;

	add_entries(r);
	for (row = 0; row < rows->n; row++) {
		id = rows_text(rows, row, REVISION);
		e = find(r, id, strlen(id));
		if (!e->seen)
			take_with(r, e);
	}
}

/* when all is there: what stands in the way of one may come behind it */
static void
put_obstacles(struct reading *r)
{
	size_t i;

	for (i = 0; i < r->n_entries; i++) {
		const struct entry *e = &r->entries[i];
		struct migration *m;

		if (!e->is_read || e->migration == BASE)
			continue;
		m = &r->k->migrations[e->migration];
		m->obstacles = r->obstacles;
		take_obstacles(r, rows_text(&r->k->rows, e->row, OBSTACLES), false, m);
		take_obstacles(r, rows_text(&r->k->rows, e->row, LATER), true, m);
		take_replaces(r, rows_text(&r->k->rows, e->row, REPLACES), m);
	}
}

static int
read_rows(struct kept *k, struct db *db, const struct state *s, struct err *err)
{
	struct text sql = {0};
	int rc;

	add_query(&sql, s);
	rc = sql.failed ? err_memory(err) : db_read(db, text_str(&sql), NULL, &k->rows, err);
	text_free(&sql);
	/* a history of before anything was kept */
	if (rc < 0 && err_is(err, "42703")) {
		err_free(err);
		return 0;
	}
	if (rc == 0)
		return 0;
	/* class 22 is that of data */
	if (strncmp(err->server.sqlstate, "22", 2) == 0)
		err_add(err, "\nhint: no migrate writes that; use the program that applied them");
	history_explain_write(db, s->table, err);
	return err_at(err, "cannot read what the history keeps of unknown revisions");
}

int
kept_read(struct kept *k, struct db *db, const struct state *s, struct err *err)
{
	struct reading r = {.k = k};
	size_t n;

	*k = (struct kept){.table = *s->table};
	if (s->n_unknown == 0)
		return 0;
	if (read_rows(k, db, s, err) < 0)
		return -1;
	n = (size_t)s->table->n_migrations + k->rows.n + 1;
	r.entries = calloc(n, sizeof(*r.entries));
	r.stack = calloc(n, sizeof(*r.stack));
	r.replaced = graph_marks(s->table, err);
	if (!r.entries || !r.stack || !r.replaced || allocate(k, s->table) < 0) {
		free(r.entries);
		free(r.stack);
		free(r.replaced);
		kept_free(k);
		return err_memory(err);
	}
	memcpy(k->migrations, s->table->migrations,
	       s->table->n_migrations * sizeof(*k->migrations));
	k->table.migrations = k->migrations;
	r.edges = k->edges;
	r.obstacles = k->obstacles;
	r.places = k->places;
	put_together(&r);
	put_obstacles(&r);
	free(r.entries);
	free(r.stack);
	free(r.replaced);
	return 0;
}

void
kept_free(struct kept *k)
{
	rows_free(&k->rows);
	free(k->migrations);
	free(k->edges);
	free(k->obstacles);
	free(k->steps);
	free(k->places);
	free(k->copies);
	free(k->leftovers);
	*k = (struct kept){0};
}
