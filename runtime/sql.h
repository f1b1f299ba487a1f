/*
 * The SQL of our own round that of the migrations: settings, the history's rows, the tables they stand in. It is text and
 * holds its values, so that a run and a script for psql send the same.
 */
#ifndef SQL_H
#define SQL_H

#include <stdbool.h>

#include "table.h"
#include "text.h"

/* "public".migrate_history; what is "history" or "audit" */
void sql_our_table(struct text *t, const struct migration_table *table, const char *what);

/* DO with the body, which is freed */
void sql_do(struct text *t, struct text *body);

/* BEGIN with what a migration may rely on */
void sql_begin(struct text *t, const struct migration_table *table);

/* BEGIN where nothing but a look at the migrations' tables is taken, by their names */
void sql_begin_reading(struct text *t, const struct migration_table *table);

/* the settings of sql_begin for a transaction that runs already */
void sql_settings_local(struct text *t, const struct migration_table *table);

/* the same for the session, without time limits: for a step that stands alone; first is that of its migration, which knows nothing of
   what the one before it SET */
void sql_settings_alone(struct text *t, const struct migration_table *table, bool first);

void sql_create_schema(struct text *t, const struct migration_table *table);
void sql_create_history(struct text *t, const struct migration_table *table, bool if_missing);
void sql_create_audit(struct text *t, const struct migration_table *table, bool if_missing);

/* what tables that are there do not have yet */
void sql_add_columns(struct text *t, const struct migration_table *table);

/* the first word about a migration: nothing of it is done; started is as in struct applied; touches one row */
void sql_open(struct text *t, const struct migration_table *table, const struct migration *m,
              bool down, unsigned started);

/* so many steps are done, and this one is started; touches one row */
void sql_progress(struct text *t, const struct migration_table *table, const struct migration *m,
                  unsigned done, unsigned started);

/* the last word: all of it is done, and the audit says so, with the user's own word for it or NULL; touches one row */
void sql_close(struct text *t, const struct migration_table *table, const struct migration *m,
               bool down, const char *tag);

/* nothing of it was done after all: take sql_open back; touches one row */
void sql_forget(struct text *t, const struct migration_table *table, const struct migration *m,
                bool down);

/*
 * The rows of what a migration replaces become its own, and the audit says so: touches one row, or none where they are not all there as a
 * whole, with the checksums that they had, or where it has its own
 */
void sql_squash(struct text *t, const struct migration_table *table, const struct migration *m,
                const char *tag);

/*
 * The marked migrations are applied and nothing else is, without a transaction of its own: nothing else, then some of them from *next on
 * until it is false, then the audit, which calls it "stamp" or "adopt". In pieces, for there may be many, and each has its record.
 */
void sql_stamp_others(struct text *t, const struct migration_table *table,
                      const unsigned char *marks);
bool sql_stamp_some(struct text *t, const struct migration_table *table, const unsigned char *marks,
                    unsigned *next);
void sql_stamp_close(struct text *t, const struct migration_table *table,
                     const unsigned char *marks, const char *action, const char *tag);

#endif
