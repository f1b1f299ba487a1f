/* Names, literals and lists as SQL, and names as PostgreSQL chooses them. */
#ifndef SQL_H
#define SQL_H

#include "schema.h"

#define NAME_BYTES 63

/* quoted where it must be, over all server versions */
char *sql_name(const char *name);
/* schema left out where it is NULL or that of sql_default_schema */
char *sql_qname(struct qname name);
/* the name with the schema that sql_qname left out */
struct qname sql_qname_full(struct qname name);
/* the schema that sql_qname leaves out; set once from config */
void sql_default_schema(const char *name);
/* whether sql_qname leaves it out now: not where another search path is set */
void sql_leave_out(bool whether);
/* "a, b" */
char *sql_names(const struct strs *names);
/* 'text', for standard_conforming_strings */
char *sql_literal(const char *text);
/* a literal as SQL for a column of this type; type may be NULL where it is not known */
char *sql_value(const struct value *v, const char *type);
/* " (fillfactor = 70)" or "" */
char *
sql_options(const struct strs *options); /* " OPTIONS (name 'value', …)" of "name=value", or "" */
char *sql_parameters(const struct strs *parameters);
/* for messages: 'users' or 'billing.invoices', without quotes around parts */
char *plain_qname(struct qname name);

/* reads `users`, `billing.invoices`, `"odd.name".x`: never folded. NULL, or what is wrong with it */
const char *qname_parse(const char *text, struct qname *name);
bool utf8_valid(const char *s);
/* NULL, or what is wrong with a name: empty, longer than 63 bytes, not UTF-8 */
const char *name_wrong(const char *name);
/* the length of the longest start of s of at most n bytes that ends with a whole character, as pg_mbcliplen has it */
size_t utf8_clip(const char *s, size_t n);
/* as makeObjectName: name1_name2_label, its parts shortened evenly to 63 bytes; name2 and label may be NULL */
char *sql_object_name(const char *name1, const char *name2, const char *label);

#endif
