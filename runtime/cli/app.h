/* What the commands share. */
#ifndef APP_H
#define APP_H

#include "../db.h"
#include "../events.h"
#include "../history.h"
#include "../kept.h"
#include "../plan.h"
#include "../state.h"
#include "../table.h"
#include "../values.h"
#include "args.h"
#include "progress.h"

struct app {
	const struct migration_table *table; /* own, or kept's */
	const struct migration_table *own;
	struct args args;
	struct values values;
	const struct interrupt *interrupt;

	struct progress progress;
	struct events events;

	struct db_options options;
	struct db *db;

	/* what the database says, once it was asked */
	struct history history;
	struct state state;
	struct kept kept;
};

/* connect, and see that the server will do */
int app_connect(struct app *app, bool writes, struct err *err);

/* read the history into app->state; again forgets what was read before */
int app_read(struct app *app, bool full, struct err *err);

/* take for known what the history keeps of revisions that this program does not know, until it is read again */
int app_read_kept(struct app *app, struct err *err);

/* what a plan takes from the command line and the server: a tag, values for all its variables */
int app_complete(struct app *app, struct plan *plan, struct err *err);

/* where Alembic says that a database is whose history is empty: its table, and its ids, "a, b"; all empty where it says nothing */
struct alembic_place {
	struct text table, known, unknown;
};

int app_read_alembic(const struct app *app, struct alembic_place *p, struct err *err);

void alembic_place_free(struct alembic_place *p);

/* refuse an upgrade where nothing is applied yet, but by Alembic: it would begin at base */
int app_check_adopted(const struct app *app, struct err *err);

void app_free(struct app *app);

/* print a migration's id and the first line of its message */
void print_migration_name(const char *id, const char *message);

/* "PostgreSQL 16 and later, before 18": the servers of a step that is not for all */
void print_servers(const struct step *s);

/* "2 rows, 30 bytes, of FILE": what a COPY sends */
void print_copy(const struct step_copy *rows);

/* commands that change the database */
int command_upgrade(struct app *app, struct err *err);
int command_downgrade(struct app *app, struct err *err);
int command_stamp(struct app *app, struct err *err);
int command_adopt(struct app *app, struct err *err);
int command_redo(struct app *app, struct err *err);
int command_ensure_version(struct app *app, struct err *err);

/* commands that read */
int command_current(struct app *app, struct err *err);
int command_history(struct app *app, struct err *err);
int command_heads(struct app *app, struct err *err);
int command_branches(struct app *app, struct err *err);
int command_show(struct app *app, struct err *err);
int command_version(struct app *app, struct err *err);
int command_plan(struct app *app, struct err *err);

/* print a plan's statements; sizes asks the database for what they touch, where there is a connection */
int print_plan(struct app *app, const struct plan *plan, bool sizes, struct err *err);

#endif
