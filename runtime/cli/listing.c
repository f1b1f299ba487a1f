/* A plan for people: the statements, what they lock, and how large that is now. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../sql.h"
#include "../target.h"
#include "app.h"
#include "json.h"

static const char *const lock_names[] = {
	[LOCK_NONE] = NULL,
	[LOCK_ACCESS_SHARE] = "ACCESS SHARE",
	[LOCK_ROW_SHARE] = "ROW SHARE",
	[LOCK_ROW_EXCLUSIVE] = "ROW EXCLUSIVE",
	[LOCK_SHARE_UPDATE_EXCLUSIVE] = "SHARE UPDATE EXCLUSIVE",
	[LOCK_SHARE] = "SHARE",
	[LOCK_SHARE_ROW_EXCLUSIVE] = "SHARE ROW EXCLUSIVE",
	[LOCK_EXCLUSIVE] = "EXCLUSIVE",
	[LOCK_ACCESS_EXCLUSIVE] = "ACCESS EXCLUSIVE",
};

/* one for each step of the plan, in order */
struct size {
	bool known;
	long long bytes, rows;
};

static const char *
lock_name(const struct step *s)
{
	return s->lock < sizeof(lock_names) / sizeof(lock_names[0]) ? lock_names[s->lock] : NULL;
}

static unsigned
count_steps(const struct plan *plan)
{
	unsigned i, n, total = 0;

	for (i = 0; i < plan->n; i++) {
		plan_steps(plan, &plan->items[i], &n);
		total += n - plan->items[i].done;
	}
	return total;
}

/* names as an array literal, "" where a step names no table */
static void
add_names(struct text *t, const struct plan *plan)
{
	unsigned i, j, n;

	text_add(t, "{");
	for (i = 0; i < plan->n; i++) {
		const struct step *steps = plan_steps(plan, &plan->items[i], &n);

		for (j = plan->items[i].done; j < n; j++) {
			const char *s = steps[j].table ? steps[j].table : "";

			text_add(t, t->n > 1 ? ",\"" : "\"");
			for (; *s; s++)
				text_fmt(t, "%s%c", *s == '"' || *s == '\\' ? "\\" : "", *s);
			text_add(t, "\"");
		}
	}
	text_add(t, "}");
}

/* a partitioned table is as large as its partitions */
static int
ask_sizes(struct app *app, const char *names, struct rows *rows, struct err *err)
{
	static const char sql[] =
		"SELECT c.oid IS NOT NULL,\n"
		"\tcoalesce((SELECT sum(pg_total_relation_size(p.relid)) FROM pg_partition_tree(c.oid) p),\n"
		"\t\tpg_total_relation_size(c.oid)),\n"
		"\tcoalesce((SELECT sum(greatest(r.reltuples, 0))\n"
		"\t\tFROM pg_partition_tree(c.oid) p JOIN pg_class r ON r.oid = p.relid WHERE p.isleaf),\n"
		"\t\tgreatest(c.reltuples, 0))::bigint\n"
		"FROM unnest($1::text[]) WITH ORDINALITY AS t (name, i)\n"
		"LEFT JOIN pg_class c ON c.oid = to_regclass(nullif(t.name, '')) ORDER BY t.i";
	const char *params[] = {names};
	struct text begin = {0};
	int rc;

	sql_begin_reading(&begin, app->table);
	rc = db_script(app->db, text_str(&begin), NULL, err);
	text_free(&begin);
	if (rc == 0)
		rc = db_query(app->db, sql, params, 1, rows, err);
	db_rollback(app->db);
	return rc < 0 ? err_at(err, "cannot look at the size of the tables") : 0;
}

static struct size *
read_sizes(struct app *app, const struct plan *plan, struct err *err)
{
	struct size *sizes = calloc(count_steps(plan) + 1, sizeof(*sizes));
	struct text names = {0};
	struct rows rows = {0};
	unsigned i;
	int rc;

	if (!sizes) {
		err_memory(err);
		return NULL;
	}
	add_names(&names, plan);
	rc = names.failed ? err_memory(err) : ask_sizes(app, text_str(&names), &rows, err);
	text_free(&names);
	if (rc < 0 &&
	    err_is(err, "42501")) { /* who may not use a schema has a plan without sizes */
		err_free(err);
		return sizes;
	}
	if (rc < 0) {
		free(sizes);
		return NULL;
	}
	for (i = 0; i < rows.n; i++) {
		sizes[i].known = rows_true(&rows, i, 0);
		sizes[i].bytes = rows_number(&rows, i, 1);
		sizes[i].rows = rows_number(&rows, i, 2);
	}
	rows_free(&rows);
	return sizes;
}

static void
print_bytes(long long n)
{
	static const char *const units[] = {"bytes", "kB", "MB", "GB", "TB"};
	double x = (double)n;
	int i;

	for (i = 0; x >= 1024 && i < 4; i++)
		x /= 1024;
	printf(i && x < 10 ? "%.1f %s" : "%.0f %s", x, units[i]);
}

static void
print_indented(const char *sql)
{
	while (*sql) {
		size_t n = strcspn(sql, "\n");

		printf("      %.*s\n", (int)n, sql);
		sql += n + (sql[n] == '\n');
	}
}

static void
print_step(const struct plan *plan, const struct step *s, const struct size *size)
{
	struct text sql = {0};

	printf("  %s  (%s:%d)\n", s->label, s->file, s->line);
	if (s->since || s->before) {
		printf("      only for ");
		print_servers(s);
		printf("%s\n", plan_sends(plan, s) ? "" : ": not sent to this server");
	}
	if (lock_name(s))
		printf("      locks %s %s", s->table ? s->table : "", lock_name(s));
	if (lock_name(s) && size && size->known) {
		printf(", ");
		print_bytes(size->bytes);
		printf(", about %lld rows", size->rows);
	}
	if (lock_name(s))
		printf("\n");
	if (s->flags & STEP_NO_TRANSACTION)
		printf("      outside of a transaction\n");
	if (s->flags & STEP_LOSES_DATA)
		printf("      LOSES DATA\n");
	print_indented(values_sql(plan->values, s, &sql));
	if (s->copy) {
		printf("      ");
		print_copy(s->copy);
	}
	text_free(&sql);
}

static void
print_items(const struct plan *plan, const struct size *sizes)
{
	unsigned i, j, n, k = 0;

	for (i = 0; i < plan->n; i++) {
		const struct plan_item *item = &plan->items[i];
		const struct migration *m = &plan->table->migrations[item->migration];
		const struct step *steps = plan_steps(plan, item, &n);

		printf("%s%s ", i ? "\n" : "", item->down ? "downgrade" : "upgrade");
		print_migration_name(m->id, m->message);
		if (item->done)
			printf(" (goes on after step %u)", item->done);
		printf("\n");
		for (j = item->done; j < n; j++)
			print_step(plan, &steps[j], sizes ? &sizes[k++] : NULL);
	}
}

static void
json_step(struct json *j, const struct plan *plan, const struct step *s, const struct size *size)
{
	struct text sql = {0};

	json_open(j, NULL, '{');
	json_string(j, "label", s->label);
	json_string(j, "sql", values_sql(plan->values, s, &sql));
	json_copy(j, s->copy);
	json_string(j, "file", s->file);
	json_number(j, "line", s->line);
	json_string(j, "table", s->table);
	json_string(j, "lock", lock_name(s));
	json_bool(j, "transaction", !(s->flags & STEP_NO_TRANSACTION));
	json_bool(j, "loses_data", s->flags & STEP_LOSES_DATA);
	json_bool(j, "sent", plan_sends(plan, s));
	text_free(&sql);
	if (size && size->known) {
		json_number(j, "bytes", size->bytes);
		json_number(j, "rows", size->rows);
	}
	json_close(j, '}');
}

/* where the plan has the database when n of its items are done: "a", "a, b", or "base" */
static void
json_place(struct json *j, const char *key, const struct plan *plan, unsigned n)
{
	struct text place = {0};

	plan_place(plan, n, &place);
	json_string(j, key, text_str(&place));
	text_free(&place);
}

static void
json_plan(const struct plan *plan, const struct size *sizes)
{
	struct json j = {0};
	unsigned i, k, n, at = 0;

	json_open(&j, NULL, '{');
	json_string(&j, "direction", plan->down ? "downgrade" : "upgrade");
	json_place(&j, "from", plan, 0);
	json_place(&j, "to", plan, plan->n);
	json_open(&j, "migrations", '[');
	for (i = 0; i < plan->n; i++) {
		const struct plan_item *item = &plan->items[i];
		const struct migration *m = &plan->table->migrations[item->migration];
		const struct step *steps = plan_steps(plan, item, &n);

		json_open(&j, NULL, '{');
		json_string(&j, "revision", m->id);
		json_string(&j, "message", m->message);
		json_number(&j, "done", item->done);
		json_open(&j, "steps", '[');
		for (k = item->done; k < n; k++)
			json_step(&j, plan, &steps[k], sizes ? &sizes[at++] : NULL);
		json_close(&j, ']');
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_close(&j, '}');
}

int
print_plan(struct app *app, const struct plan *plan, bool sizes, struct err *err)
{
	struct size *size = NULL;

	if (sizes && app->db) {
		size = read_sizes(app, plan, err);
		if (!size)
			return -1;
	}
	if (app->args.given & OPT_JSON)
		json_plan(plan, size);
	else
		print_items(plan, size);
	free(size);
	return 0;
}

/* down where the target is applied and not where the database is, else up */
static int
goes_down(const struct state *s, const struct target *target, bool *down, struct err *err)
{
	unsigned *list, n, i;

	*down = target->n == 0 || s->rows[target->list[0]];
	if (target->n == 0)
		return 0;
	if (state_heads(s, &list, &n, err) < 0)
		return -1;
	for (i = 0; i < n; i++)
		*down &= list[i] != target->list[0];
	free(list);
	return 0;
}

static int
make_plan(struct app *app, const char *text, struct plan *plan, struct err *err)
{
	const struct state *s = &app->state;
	struct target target;
	bool down;
	int rc;

	if (target_find(s, text, TARGET_EITHER, &target, err) < 0)
		return -1;
	rc = goes_down(s, &target, &down, err);
	if (rc == 0)
		rc = down ? plan_downgrade(plan, s, &target, err)
		          : plan_upgrade(plan, s, &target, err);
	target_free(&target);
	return rc;
}

/* an upgrade takes nothing for known that the history alone has */
static int
check_up(const struct app *app, struct plan *plan, struct err *err)
{
	struct state s;
	int rc;

	if (plan->down || app->kept.table.n_kept == 0)
		return 0;
	plan_free(plan);
	rc = state_make(&s, app->own, app->history.applied, app->history.n, err);
	if (rc == 0) {
		rc = state_check(&s, err);
		state_free(&s);
	}
	return rc;
}

int
command_plan(struct app *app, struct err *err)
{
	const char *text = app->args.operand ? app->args.operand : "head";
	struct plan plan = {0};
	struct text place = {0};
	int rc;

	if (app_connect(app, false, err) < 0 || app_read(app, false, err) < 0 ||
	    (app->args.operand && app_read_kept(app, err) < 0) ||
	    state_check(&app->state, err) < 0 || make_plan(app, text, &plan, err) < 0 ||
	    check_up(app, &plan, err) < 0)
		return -1;
	if (!plan.down && app_check_adopted(app, err) < 0) {
		plan_free(&plan);
		return -1;
	}
	if (app_complete(app, &plan, err) < 0) {
		plan_free(&plan);
		return -1;
	}
	if (plan.n == 0 && !(app->args.given & OPT_JSON)) {
		plan_place(&plan, 0, &place);
		printf("nothing to do: the database is at %s\n", text_str(&place));
		text_free(&place);
		rc = 0;
	} else {
		rc = print_plan(app, &plan, true, err);
	}
	plan_free(&plan);
	return rc;
}
