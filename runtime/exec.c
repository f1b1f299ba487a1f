/*
 * Runs a plan. A migration is one transaction that begins with its history row and ends by completing it. Where a step refuses a
 * transaction the migration falls into stretches; each ends by recording how many steps are done, and a rerun goes on behind them.
 */
#include "exec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "blocker.h"
#include "caret.h"
#include "history.h"
#include "leftover.h"
#include "sql.h"

struct run {
	struct db *db;
	const struct migration_table *table;
	const struct plan *plan;
	const struct exec_options *options;

	struct text sql;
	struct text statement; /* of a step, with the values of its variables */
	unsigned whole;        /* items that are done, and recorded */
	bool unknown;          /* what is being sent may take effect though no answer comes */
	bool ended;            /* a statement has ended the transaction that it stood in */
};

/* the migration that is run */
struct work {
	const struct plan_item *item;
	const struct migration *m;
	const struct step *steps;
	unsigned n;

	unsigned done; /* steps that are finished and recorded */
	bool open;     /* the history has its row */
};

/* saying what went wrong */

static const char *
step_sql(struct run *x, const struct step *step)
{
	return values_sql(x->plan->values, step, &x->statement);
}

static void
say_server(struct run *x, const struct step *step, struct err *err)
{
	struct server_error *s = &err->server;

	if (!s->sqlstate[0])
		return;
	if (s->detail)
		err_add(err, "\ndetail: %s", s->detail);
	if (s->hint)
		err_add(err, "\nhint: %s", s->hint);
	if (!step && err_is(err, "23505"))
		err_add(err,
		        "\nhint: another run was here meanwhile; look with `migrate current`, then run again");
	if (!step && err_is(err, "23502"))
		err_add(err,
		        "\nhint: the revision's row is gone from the history; a statement of the "
		        "migration, or another session, has taken it");
	if (!step)
		history_explain_write(x->db, x->table, err);
	if (err_is(err, "55P03")) {
		err_add(err,
		        "\nhint: another session holds a lock on it; run again when it is gone");
		if (step && step->table && !err->lost)
			blocker_add(x->db, x->table, step->table, err);
	}
	err_add(err, "\n");
	if (s->query) {
		err_add(err, "in a statement that a function ran:\n");
		caret_show(&err->text, s->query, s->query_position);
	}
	if (step)
		caret_show(&err->text, step_sql(x, step), s->position);
	if (s->context)
		err_add(err, "context: %s\n", s->context);
}

static const char *
done_word(const struct work *w)
{
	return w->item->down ? "undone" : "applied";
}

static void
say_place(const struct run *x, struct err *err)
{
	struct text place = {0};

	plan_place(x->plan, x->whole, &place);
	err_add(err, "the database is at %s", text_str(&place));
	text_free(&place);
}

static void
say_state(struct run *x, const struct work *w, struct err *err)
{
	const char *verb = w->item->down ? "downgrade" : "upgrade";

	if (err->text.n && err->text.s[err->text.n - 1] != '\n')
		err_add(err, "\n");
	if (err->lost && x->unknown) {
		err_add(err,
		        "it is not known whether the server has finished this; `migrate current` tells when it "
		        "is back, and running again is safe");
		return;
	}
	if (x->ended) {
		err_add(err,
		        "whether it has committed what came before it is not known here; look at the "
		        "database, and at `migrate current`");
		return;
	}
	if (err->lost)
		err_add(err, "the server rolls back what was not committed; ");
	else if (!w->done && !w->open)
		err_add(err, "rolled back; ");
	if (!w->done && w->open)
		err_add(err,
		        "revision %s is begun: its first step of %u was started, and the same %s goes on with it",
		        w->m->id, w->n, verb);
	else if (!w->done)
		say_place(x, err);
	else
		err_add(err,
		        "revision %s is half %s: %s %u of %u %s done and recorded; the same %s goes on at "
		        "step %u",
		        w->m->id, done_word(w), w->done == 1 ? "step" : "steps 1 to", w->done, w->n,
		        w->done == 1 ? "is" : "are", verb, w->done + 1);
}

/* the line of CSV that a row stands on: the lines of the rows before it are as many as their values have */
static int
csv_line(const struct step_copy *rows, unsigned row)
{
	const char *s = rows->data;
	int line = rows->line;

	for (; *s && row > 1; s++) {
		if (*s == '\\')
			line += *++s == 'n';
		else if (*s == '\n') {
			line++;
			row--;
		}
	}
	return line;
}

/* where the server says which row it was ("COPY t, line 3"), where that stands */
static void
add_row(struct text *head, const struct step_copy *rows, const char *context)
{
	unsigned row = 0;

	for (; context && row == 0; context = strchr(context, '\n')) {
		context += *context == '\n';
		if (strncmp(context, "COPY ", 5) == 0)
			sscanf(context, "COPY %*[^,], line %u", &row);
	}
	if (row > 0 && row <= rows->n_rows)
		text_fmt(head, "%s:%d: row %u of %u\n", rows->file, csv_line(rows, row), row,
		         rows->n_rows);
}

/* add revision, place and operation before the message, and the statement and the state behind it */
static int
failed(struct run *x, const struct work *w, const struct step *step, struct err *err)
{
	struct text head = {0};

	text_fmt(&head, "%s of revision %s (%.*s) %s\n", w->item->down ? "downgrade" : "upgrade",
	         w->m->id, text_line(w->m->message), w->m->message,
	         err->code > ERR_SIGNAL ? "was stopped" : "failed");
	if (step)
		text_fmt(&head, "%s:%d: %s\n", step->file, step->line, step->label);
	if (step && step->copy)
		add_row(&head, step->copy, err->server.context);
	if (!step && err->server.sqlstate[0])
		text_add(&head, x->unknown ? "while committing\n" : "while writing the history\n");
	if (err->server.sqlstate[0])
		text_fmt(&head, "ERROR %s: ", err->server.sqlstate);
	text_add(&head, text_str(&err->text));
	text_free(&err->text);
	err->text = head;
	if (db_rollback(x->db) < 0 && !err->lost)
		err->lost = true;
	say_server(x, step, err);
	say_state(x, w, err);
	return -1;
}

/* sending */

/* send the text that was gathered; where it writes the history it must touch one row */
static int
send_ours(struct run *x, bool history, struct err *err)
{
	unsigned long touched;

	if (x->sql.failed)
		return err_memory(err);
	if (db_script(x->db, text_str(&x->sql), &touched, err) < 0)
		return -1;
	text_clear(&x->sql);
	if (history && touched != 1)
		return err_set(
			err, ERR_FAILED,
			"the history changed meanwhile: %lu rows where there should be one; look with "
			"`migrate current`, then run again",
			touched);
	return 0;
}

/* a name without a schema means what it did in the program that applied it */
static void
add_path(struct run *x, const struct work *w, const char *set)
{
	if (w->m->search_path)
		text_fmt(&x->sql, "%s search_path TO %s;\n", set, w->m->search_path);
}

/* the history's word at the beginning of a stretch */
static void
add_opening(struct run *x, struct work *w, unsigned started)
{
	if (w->open)
		sql_progress(&x->sql, x->table, w->m, w->done, started);
	else
		sql_open(&x->sql, x->table, w->m, w->item->down, started);
}

/* and at its end */
static void
add_closing(struct run *x, struct work *w, unsigned done)
{
	if (done == w->n)
		sql_close(&x->sql, x->table, w->m, w->item->down, x->plan->tag);
	else
		sql_progress(&x->sql, x->table, w->m, done, 0);
}

/* a statement that is not whole might do more than the whole one */
static int
send_step(struct run *x, const struct step *step, struct err *err)
{
	const char *sql = step_sql(x, step);
	const struct step_copy *rows = step->copy;

	if (x->statement.failed)
		return err_memory(err);
	if (rows)
		return db_copy(x->db, sql, rows->data, strlen(rows->data), err);
	return db_query(x->db, sql, NULL, 0, NULL, err);
}

static void
tell_step(struct run *x, const struct work *w, unsigned i)
{
	const struct events *events = x->options->events;

	if (events)
		events->step(events->arg, &w->steps[i], i + 1, w->n);
}

/* stretches */

static int
run_steps(struct run *x, struct work *w, unsigned end, struct err *err)
{
	unsigned i;

	for (i = w->done; i < end; i++) {
		if (!plan_sends(x->plan, &w->steps[i]))
			continue;
		tell_step(x, w, i);
		if (send_step(x, &w->steps[i], err) < 0)
			return failed(x, w, &w->steps[i], err);
		if (!db_in_transaction(x->db)) {
			x->ended = true;
			err_set(err, ERR_FAILED, "the statement ended the migration's transaction");
			return failed(x, w, &w->steps[i], err);
		}
	}
	return 0;
}

/* steps up to end, in a transaction of their own or in the run's */
static int
run_stretch(struct run *x, struct work *w, unsigned end, struct err *err)
{
	bool own = !x->options->single;

	if (own)
		sql_begin(&x->sql, x->table);
	else
		sql_settings_local(&x->sql, x->table);
	add_path(x, w, "SET LOCAL");
	add_opening(x, w, 0);
	if (send_ours(x, true, err) < 0)
		return failed(x, w, NULL, err);
	if (run_steps(x, w, end, err) < 0)
		return -1;
	if (lock_check(x->options->lock, err) < 0)
		return failed(x, w, NULL, err);

	add_closing(x, w, end);
	if (own)
		text_add(&x->sql, "COMMIT");
	x->unknown = own;
	if (send_ours(x, true, err) < 0)
		return failed(x, w, NULL, err);
	x->unknown = false;
	w->open = true;
	w->done = end;
	return 0;
}

/* the step did not happen after all; should this fail, the next run finds that it was begun */
static void
forget_start(struct run *x, struct work *w)
{
	struct err err = {0};

	text_clear(&x->sql);
	if (w->done)
		sql_progress(&x->sql, x->table, w->m, w->done, 0);
	else
		sql_forget(&x->sql, x->table, w->m, w->item->down);
	if (send_ours(x, true, &err) == 0)
		w->open = w->done > 0;
	err_free(&err);
}

/* our own step failed: what is left of it goes at once, and the history forgets that it was begun */
static int
failed_alone(struct run *x, struct work *w, const struct step *step, struct err *err)
{
	struct text said = {0};

	if (!err->lost && db_rollback(x->db) == 0 &&
	    (!step->leftover || leftover_settle(x->db, step, err, &said) == 0))
		forget_start(x, w);
	failed(x, w, step, err);
	err_add(err, "%s", text_str(&said));
	text_free(&said);
	return -1;
}

/* 1 where an earlier run has finished the step, though it could not say so */
static int
clear_way(struct run *x, struct work *w, const struct step *step, bool restarted, struct err *err)
{
	int rc = 0;

	if (step->leftover)
		rc = leftover_clear(x->db, step, restarted, x->options->wait_seconds,
		                    x->options->events, err);
	return rc < 0 ? failed(x, w, step, err) : rc;
}

static int
run_alone(struct run *x, struct work *w, struct err *err)
{
	unsigned i = w->done;
	const struct step *step = &w->steps[i];
	bool restarted = w->open && w->item->started == i + 1 && w->item->done == i;
	int rc;

	tell_step(x, w, i);
	sql_settings_alone(&x->sql, x->table, i == 0);
	add_path(x, w, "SET");
	if (send_ours(x, false, err) < 0)
		return failed(x, w, NULL, err);
	rc = clear_way(x, w, step, restarted, err);
	if (rc < 0)
		return -1;
	add_opening(x, w, i + 1);
	if (send_ours(x, true, err) < 0)
		return failed(x, w, NULL, err);
	w->open = true;
	x->unknown = true;

	if (rc == 0 && send_step(x, step, err) < 0) {
		if (restarted && !step->leftover && err->server.sqlstate[0])
			err_add(err,
			        "\nhint: an earlier run began this step and did not see its end; it may be done");
		return failed_alone(x, w, step, err);
	}
	text_add(&x->sql, "BEGIN;\n");
	add_closing(x, w, i + 1);
	text_add(&x->sql, "COMMIT");
	if (send_ours(x, true, err) < 0)
		return failed(x, w, step, err);
	x->unknown = false;
	w->done = i + 1;
	return 0;
}

/* migrations */

static int
run_item(struct run *x, const struct plan_item *item, struct err *err)
{
	const struct events *events = x->options->events;
	struct work w = {.item = item, .done = item->done, .open = item->begun};
	double start = db_clock();
	int rc;

	w.m = &x->table->migrations[item->migration];
	w.steps = plan_steps(x->plan, item, &w.n);
	if (events)
		events->begin(events->arg, w.m, item->down, item->done);
	do {
		if (w.done < w.n && plan_alone(x->plan, &w.steps[w.done]))
			rc = run_alone(x, &w, err);
		else
			rc = run_stretch(x, &w, plan_stretch(x->plan, w.steps, w.n, w.done), err);
	} while (rc == 0 && w.done < w.n);
	if (rc < 0)
		return -1;
	if (!x->options->single)
		x->whole++;
	if (events)
		events->end(events->arg, w.m, item->down, db_clock() - start);
	return 0;
}

static int
check_pooled(const struct plan *plan, struct err *err)
{
	unsigned i, j, n;

	for (i = 0; i < plan->n; i++) {
		const struct step *steps = plan_steps(plan, &plan->items[i], &n);

		for (j = plan->items[i].done; j < n; j++)
			if (plan_alone(plan, &steps[j]))
				return err_set(
					err, ERR_FAILED,
					"%s:%d: %s cannot run through a connection pooler: it needs "
					"settings of its session\n"
					"hint: nothing was run; connect to the server itself",
					steps[j].file, steps[j].line, steps[j].label);
	}
	return 0;
}

static int
run_all(struct run *x, unsigned *done, struct err *err)
{
	unsigned i;

	for (i = 0; i < x->plan->n; i++) {
		if (run_item(x, &x->plan->items[i], err) < 0)
			return -1;
		if (!x->options->single)
			*done = i + 1;
	}
	return 0;
}

/* begin and end of a run that is one transaction */
static int
run_single(struct run *x, unsigned *done, struct err *err)
{
	struct work last = {.item = &x->plan->items[x->plan->n - 1]};

	last.m = &x->table->migrations[last.item->migration];
	sql_begin(&x->sql, x->table);
	if (send_ours(x, false, err) < 0)
		return failed(x, &last, NULL, err);
	if (run_all(x, done, err) < 0)
		return -1;
	text_add(&x->sql, "COMMIT");
	x->unknown = true;
	if (send_ours(x, false, err) < 0)
		return failed(x, &last, NULL, err);
	*done = x->plan->n;
	return 0;
}

int
exec_run(struct db *db, const struct plan *plan, const struct exec_options *options, unsigned *done,
         struct err *err)
{
	struct run x = {.db = db, .table = plan->table, .plan = plan, .options = options};
	int rc;

	*done = 0;
	if (options->single && plan_check_single(plan, err) < 0)
		return -1;
	if (options->lock->guard && check_pooled(plan, err) < 0)
		return -1;
	if (plan->n == 0)
		return 0;
	rc = options->single ? run_single(&x, done, err) : run_all(&x, done, err);
	text_free(&x.sql);
	text_free(&x.statement);
	return rc;
}

static int
send_piece(struct db *db, struct text *sql, struct err *err)
{
	int rc = sql->failed ? err_memory(err) : db_script(db, text_str(sql), NULL, err);

	text_clear(sql);
	return rc;
}

static int
send_squash(struct db *db, const struct migration_table *table, const unsigned char *marks,
            const char *tag, struct text *sql, struct err *err)
{
	unsigned long touched;
	unsigned i;

	sql_begin(sql, table);
	for (i = 0; i < table->n_migrations; i++) {
		if (!marks[i])
			continue;
		sql_squash(sql, table, &table->migrations[i], tag);
		if (sql->failed)
			return err_memory(err);
		if (db_script(db, text_str(sql), &touched, err) < 0)
			return -1;
		if (touched != 1)
			return err_set(
				err, ERR_FAILED,
				"the history changed meanwhile; look with `migrate current`, then run again");
		text_clear(sql);
	}
	text_add(sql, "COMMIT");
	return send_piece(db, sql, err);
}

int
exec_squash(struct db *db, const struct migration_table *table, const unsigned char *marks,
            const char *tag, struct err *err)
{
	struct text sql = {0};
	int rc = send_squash(db, table, marks, tag, &sql, err);

	if (rc < 0) {
		db_rollback(db);
		history_explain_write(db, table, err);
		err_at(err, "cannot squash the history");
	}
	text_free(&sql);
	return rc;
}

int
exec_stamp(struct db *db, const struct migration_table *table, const unsigned char *marks,
           const char *action, const char *tag, struct err *err)
{
	struct text sql = {0};
	unsigned next = 0;
	int rc = 0;

	sql_begin(&sql, table);
	sql_stamp_others(&sql, table, marks);
	while (rc == 0 && sql_stamp_some(&sql, table, marks, &next))
		rc = send_piece(db, &sql, err);
	if (rc == 0) {
		sql_stamp_close(&sql, table, marks, action, tag);
		text_add(&sql, "COMMIT");
		rc = send_piece(db, &sql, err);
	}
	if (rc < 0) {
		db_rollback(db);
		history_explain_write(db, table, err);
		err_at(err, "cannot %s the history", action);
	}
	text_free(&sql);
	return rc;
}
