/*
 * What record.c wrote when a revision was applied, read by a program that does not have that revision, so that it can undo it. The
 * server takes the JSON apart.
 */
#include "kept.h"

#include <stdlib.h>
#include <string.h>

#include "sql.h"

enum column {
	REVISION,
	MESSAGE,
	CHECKSUM,
	N_UP,
	CREATED,
	FILE_NAME,
	IRREVERSIBLE,
	PARENTS,
	DEPENDS_ON,
	OBSTACLES,
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
	LEFT_KIND,
	LEFT_NAME,
	LEFT_TABLE,
	LEFT_PROBE,
};

/* each step of what is kept, and one row without a step where there is none */
static void
add_query(struct text *t, const struct state *s)
{
	unsigned i;

	text_add(
		t,
		"SELECT h.revision, h.message, h.checksum, h.down->>'n_up', h.down->>'created', h.down->>'file', h.down->>'irreversible',\n"
		"\t(SELECT string_agg(id, ' ') FROM json_array_elements_text(h.down->'parents') AS id),\n"
		"\t(SELECT string_agg(id, ' ') FROM json_array_elements_text(h.down->'depends_on') AS id),\n"
		"\t(SELECT string_agg(id, ' ') FROM json_array_elements_text(h.down->'obstacles') AS id),\n"
		"\ts.label, s.sql, s.file, s.line, s.since, s.before, s.flags, s.lock, s.\"table\", s.places,\n"
		"\ts.copy->>'data', s.copy->>'n_rows', s.copy->>'file', s.copy->>'line',\n"
		"\ts.leftover->>'kind', s.leftover->>'name', s.leftover->>'table', s.leftover->>'probe'\n"
		"FROM ");
	sql_our_table(t, s->table, "history");
	text_add(
		t,
		" AS h\n"
		"LEFT JOIN LATERAL (SELECT e.n, s.* FROM json_array_elements(h.down->'down') WITH ORDINALITY AS e (step, n)\n"
		"\tCROSS JOIN LATERAL json_to_record(e.step) AS s (label text, sql text, file text, line integer, since integer,\n"
		"\t\tbefore integer, flags integer, lock integer, \"table\" text, places text, copy json, leftover json)) AS s ON true\n"
		"WHERE h.down IS NOT NULL AND h.revision IN (");
	for (i = 0; i < s->n_unknown; i++) {
		text_add(t, i ? ", " : "");
		sql_literal(t, s->unknown[i]->revision);
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

static int
allocate(struct kept *k, const struct migration_table *own)
{
	size_t n = (size_t)k->rows.n + 1;

	k->migrations = calloc(own->n_migrations + n, sizeof(*k->migrations));
	k->edges = calloc(count_words(&k->rows, PARENTS) + count_words(&k->rows, DEPENDS_ON) + 1,
	                  sizeof(*k->edges));
	k->obstacles = calloc(count_words(&k->rows, OBSTACLES) + 1, sizeof(*k->obstacles));
	k->steps = calloc(n, sizeof(*k->steps));
	k->places = calloc(count_words(&k->rows, PLACES) + 1, sizeof(*k->places));
	k->copies = calloc(n, sizeof(*k->copies));
	k->leftovers = calloc(n, sizeof(*k->leftovers));
	return k->migrations && k->edges && k->obstacles && k->steps && k->places && k->copies &&
	                       k->leftovers
	               ? 0
	               : -1;
}

/* what is read, while it is put together */
struct reading {
	struct kept *k;
	unsigned *edges; /* the next that is free */
	struct obstacle *obstacles;
	struct step_place *places;
};

/* BASE where it is neither known nor put there before */
static unsigned
find(const struct reading *r, const char *id, size_t n)
{
	const struct migration_table *table = &r->k->table;
	unsigned i;

	/* most stand on what was applied just before */
	for (i = table->n_migrations; i-- > 0;)
		if (strncmp(table->migrations[i].id, id, n) == 0 && !table->migrations[i].id[n])
			return i;
	return BASE;
}

/* false where one of the ids is not there */
static bool
take_ids(struct reading *r, const char *ids, const unsigned **list, unsigned *n)
{
	size_t length;
	unsigned found;

	*list = r->edges;
	for (*n = 0; *ids; ++*n) {
		length = strcspn(ids, " ");
		found = find(r, ids, length);
		if (found == BASE)
			return false;
		*r->edges++ = found;
		ids += length + (ids[length] == ' ');
	}
	return true;
}

/* what is not there stands in no way */
static void
take_obstacles(struct reading *r, const char *ids, struct migration *m)
{
	size_t length;
	unsigned found;

	for (m->obstacles = r->obstacles; *ids; ids += length + (ids[length] == ' ')) {
		length = strcspn(ids, " ");
		found = find(r, ids, length);
		if (found == BASE)
			continue;
		*r->obstacles++ = (struct obstacle){found, r->k->migrations[found].file};
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

/* false where the program has no such variable */
static bool
take_places(struct reading *r, const char *s, struct step *step)
{
	struct step_place *place;
	char *name;
	size_t n;

	for (step->places = r->places; *s; step->n_places++) {
		place = r->places++;
		place->at = (unsigned)strtoul(s, &name, 10);
		name += *name == ' ';
		n = strcspn(name, " ");
		place->variable = find_variable(&r->k->table, name, n);
		if (place->variable == BASE)
			return false;
		s = name + n + (name[n] == ' ');
	}
	return true;
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

	if (!rows_get(rows, row, LEFT_TABLE) && !rows_get(rows, row, LEFT_NAME))
		return;
	left->kind = (unsigned char)number(rows, row, LEFT_KIND);
	left->name = rows_get(rows, row, LEFT_NAME);
	left->table = rows_get(rows, row, LEFT_TABLE);
	left->probe = rows_get(rows, row, LEFT_PROBE);
	step->leftover = left;
}

/* false where it cannot be run by this program */
static bool
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
	take_copy(r, row, step);
	take_leftover(r, row, step);
	return take_places(r, rows_text(rows, row, PLACES), step);
}

/* the revision whose first row this is; false where something that it is built upon is not there (yet) */
static bool
take_migration(struct reading *r, unsigned row)
{
	const struct rows *rows = &r->k->rows;
	struct migration *m = &r->k->migrations[r->k->table.n_migrations];
	unsigned *edges = r->edges;

	*m = (struct migration){
		.id = rows_text(rows, row, REVISION),
		.message = rows_text(rows, row, MESSAGE),
		.created = rows_text(rows, row, CREATED),
		.checksum = rows_text(rows, row, CHECKSUM),
		.file = rows_text(rows, row, FILE_NAME),
		.n_up = (unsigned)number(rows, row, N_UP),
		.down = &r->k->steps[row],
		.irreversible = rows_get(rows, row, IRREVERSIBLE),
	};
	if (!take_ids(r, rows_text(rows, row, PARENTS), &m->parents, &m->n_parents) ||
	    !take_ids(r, rows_text(rows, row, DEPENDS_ON), &m->depends_on, &m->n_depends_on)) {
		r->edges = edges;
		return false;
	}
	for (; row < rows->n && strcmp(rows_text(rows, row, REVISION), m->id) == 0; row++) {
		if (!rows_get(rows, row, LABEL))
			continue;
		if (!take_step(r, row))
			m->irreversible =
				"what undoes it has a variable that this program does not declare";
		m->n_down++;
	}
	r->k->table.n_migrations++;
	r->k->table.n_kept++;
	return true;
}

static bool
is_first(const struct rows *rows, unsigned row)
{
	return row == 0 ||
	       strcmp(rows_text(rows, row, REVISION), rows_text(rows, row - 1, REVISION)) != 0;
}

/* each behind what it is built upon, which is how they were applied; what was stamped may stand otherwise */
static void
put_together(struct reading *r, unsigned char *taken)
{
	const struct rows *rows = &r->k->rows;
	unsigned before, row;

	do {
		before = r->k->table.n_kept;
		for (row = 0; row < rows->n; row++)
			if (is_first(rows, row) && !taken[row])
				taken[row] = take_migration(r, row);
	} while (r->k->table.n_kept > before);
}

/* when all is there: what stands in the way of one may come behind it */
static void
put_obstacles(struct reading *r)
{
	const struct rows *rows = &r->k->rows;
	unsigned row, found;

	for (row = 0; row < rows->n; row++) {
		if (!is_first(rows, row))
			continue;
		found = find(r, rows_text(rows, row, REVISION),
		             strlen(rows_text(rows, row, REVISION)));
		if (found != BASE)
			take_obstacles(r, rows_text(rows, row, OBSTACLES),
			               &r->k->migrations[found]);
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
	return rc < 0 ? err_at(err, "cannot read what the history keeps of unknown revisions") : 0;
}

int
kept_read(struct kept *k, struct db *db, const struct state *s, struct err *err)
{
	struct reading r = {.k = k};
	unsigned char *taken;

	*k = (struct kept){.table = *s->table};
	if (s->n_unknown == 0)
		return 0;
	if (read_rows(k, db, s, err) < 0)
		return -1;
	taken = calloc((size_t)k->rows.n + 1, 1);
	if (!taken || allocate(k, s->table) < 0) {
		free(taken);
		kept_free(k);
		return err_memory(err);
	}
	memcpy(k->migrations, s->table->migrations,
	       s->table->n_migrations * sizeof(*k->migrations));
	k->table.migrations = k->migrations;
	r.edges = k->edges;
	r.obstacles = k->obstacles;
	r.places = k->places;
	put_together(&r, taken);
	put_obstacles(&r);
	free(taken);
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
