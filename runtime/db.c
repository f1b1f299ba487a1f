/*
 * A connection to the database: the only file that includes libpq-fe.h. The connection is non-blocking, and every wait is
 * one poll that is left at least four times a second to look at the signals; the first signal cancels the statement and
 * waits for the server's answer, another one gives the connection up.
 */
#include "db.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <libpq-fe.h>

#include "url.h"

enum { TICK = 250, CLEANUP_MS = 30000, PIECE = 65536 };

struct db {
	PGconn *conn;
	struct db_options options;

	int seen;         /* signals that have been dealt with */
	bool interrupted; /* one came: nothing more is sent until db_rollback */
	double deadline;  /* for what cleans up; 0 is none */

	const char *data; /* for the COPY that is sent; NULL is none */
	size_t n_data;

	rows_taker *taker; /* of what several statements return; NULL: there is one alone */
	void *context;
};

double
db_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static bool
signalled(const struct db *db)
{
	return db->options.interrupt && db->options.interrupt->count > db->seen;
}

static int
interrupted(struct db *db, struct err *err)
{
	int number = db->options.interrupt ? (int)db->options.interrupt->signal : SIGINT;

	db->interrupted = true;
	return err_set(err, ERR_SIGNAL + number, "interrupted by %s",
	               number == SIGTERM  ? "SIGTERM"
	               : number == SIGHUP ? "SIGHUP"
	                                  : "Ctrl-C");
}

/* what libpq says about the connection, without the line's end */
static void
connection_message(struct db *db, struct text *out)
{
	const char *s = PQerrorMessage(db->conn);
	size_t n = strlen(s);

	while (n > 0 && (s[n - 1] == '\n' || s[n - 1] == ' '))
		n--;
	text_bytes(out, s, n);
}

static int
lost(struct db *db, struct err *err)
{
	struct text why = {0};

	connection_message(db, &why);
	err_set(err, ERR_CONNECTION, "the connection to the database was lost: %s",
	        why.n ? text_str(&why) : "no reason was given");
	err->lost = true;
	text_free(&why);
	return -1;
}

/* wait for the socket, at most ms; 1 ready, 0 not yet */
static int
wait_socket(struct db *db, short events, long ms)
{
	struct pollfd fd = {.fd = PQsocket(db->conn), .events = events};

	return poll(&fd, 1, (int)ms) > 0;
}

static void
cancel(struct db *db)
{
	PGcancel *c = PQgetCancel(db->conn);
	char ignored[256];

	if (c)
		PQcancel(c, ignored, sizeof(ignored));
	PQfreeCancel(c);
}

/* the first signal cancels the statement that runs, another one gives up */
static int
heed(struct db *db, struct err *err)
{
	bool again = db->interrupted;

	if (!signalled(db))
		return 0;
	db->seen = db->options.interrupt->count;
	interrupted(db, err);
	if (again) {
		err->lost = true;
		return -1;
	}
	cancel(db);
	return 0;
}

/* until libpq has a result to give */
static int
wait_result(struct db *db, struct err *err)
{
	for (;;) {
		int flush = PQflush(db->conn);

		if (flush < 0 && !PQisBusy(db->conn))
			return 0; /* the result says what is wrong */
		if (!flush && !PQisBusy(db->conn))
			return 0;
		if (heed(db, err) < 0)
			return -1;
		if (db->deadline > 0 && db_clock() > db->deadline) {
			err_set(err, ERR_FAILED, "the server did not answer");
			err->lost = true;
			return -1;
		}
		wait_socket(db, flush > 0 ? POLLIN | POLLOUT : POLLIN, TICK);
		if (!PQconsumeInput(db->conn))
			return lost(db, err);
	}
}

static char *
copy(const char *s)
{
	return s ? strdup(s) : NULL;
}

static int
number(const char *s)
{
	return s ? atoi(s) : 0;
}

static int
server_error(struct db *db, const PGresult *r, struct err *err)
{
	const char *state = PQresultErrorField(r, PG_DIAG_SQLSTATE);
	const char *message = PQresultErrorField(r, PG_DIAG_MESSAGE_PRIMARY);
	struct server_error *s = &err->server;

	if (!state || !message)
		return PQstatus(db->conn) == CONNECTION_BAD
		               ? lost(db, err)
		               : err_set(err, ERR_FAILED, "%s", PQresultErrorMessage(r));
	if (db->interrupted && strcmp(state, "57014") == 0)
		return interrupted(db, err);
	err_set(err, ERR_FAILED, "%s", message);
	memcpy(s->sqlstate, state, strlen(state) < 6 ? strlen(state) : 5);
	s->message = copy(message);
	s->detail = copy(PQresultErrorField(r, PG_DIAG_MESSAGE_DETAIL));
	s->hint = copy(PQresultErrorField(r, PG_DIAG_MESSAGE_HINT));
	s->context = copy(PQresultErrorField(r, PG_DIAG_CONTEXT));
	s->position = number(PQresultErrorField(r, PG_DIAG_STATEMENT_POSITION));
	s->query = copy(PQresultErrorField(r, PG_DIAG_INTERNAL_QUERY));
	s->query_position = number(PQresultErrorField(r, PG_DIAG_INTERNAL_POSITION));
	return -1;
}

/* the data of a COPY; where it is interrupted the server answers with an error, as it does where it likes no row of it */
static int
feed(struct db *db, struct err *err)
{
	size_t at = 0, n;

	for (; at < db->n_data && !db->interrupted; at += n) {
		n = db->n_data - at < PIECE ? db->n_data - at : PIECE;
		if (PQputCopyData(db->conn, db->data + at, (int)n) <= 0)
			return lost(db, err);
		if (wait_result(db, err) < 0 || heed(db, err) < 0)
			return -1;
	}
	if (PQputCopyEnd(db->conn, db->interrupted ? "interrupted" : NULL) <= 0)
		return lost(db, err);
	return 0;
}

/* a COPY to or from the client that has no data: end it, so that the connection can be used again */
static int
refuse_copy(struct db *db, ExecStatusType status, struct err *err)
{
	char *line;
	int n;

	if (status == PGRES_COPY_IN) {
		PQputCopyEnd(db->conn, "a migration has no data for COPY FROM STDIN");
		return 0; /* the server answers with an error */
	}
	while ((n = PQgetCopyData(db->conn, &line, 1)) >= 0) {
		if (n > 0) {
			PQfreemem(line);
			continue;
		}
		if (heed(db, err) < 0)
			return -1;
		wait_socket(db, POLLIN, TICK);
		if (!PQconsumeInput(db->conn))
			return lost(db, err);
	}
	return err_set(err, ERR_FAILED, "COPY TO STDOUT has nowhere to go in a migration");
}

/* look at one result; rows takes it over where it has some */
static int
take(struct db *db, PGresult *r, struct rows *rows, unsigned long *touched, struct err *err)
{
	ExecStatusType status = PQresultStatus(r);
	int rc = 0;

	switch (status) {
	case PGRES_TUPLES_OK:
		if (db->taker) {
			db->taker(db->context, &(struct rows){r, (unsigned)PQntuples(r)});
			break;
		}
		if (rows && !rows->result) {
			rows->result = r;
			rows->n = (unsigned)PQntuples(r);
			return 0;
		}
		break;
	case PGRES_COMMAND_OK:
		if (touched)
			*touched += strtoul(PQcmdTuples(r), NULL, 10);
		break;
	case PGRES_SINGLE_TUPLE:
	case PGRES_EMPTY_QUERY:
		break;
	case PGRES_COPY_IN:
		rc = db->data ? feed(db, err) : refuse_copy(db, status, err);
		break;
	case PGRES_COPY_OUT:
	case PGRES_COPY_BOTH:
		rc = refuse_copy(db, status, err);
		break;
	default:
		rc = server_error(db, r, err);
	}
	PQclear(r);
	return rc;
}

static void
mark_lost(struct err *err)
{
	err->lost = true;
	if (err->code < ERR_SIGNAL)
		err->code = ERR_CONNECTION;
}

/* read until the server is ready for the next statement; the first error counts */
static int
finish(struct db *db, struct rows *rows, unsigned long *touched, struct err *err)
{
	struct err more = {0};
	PGresult *r;
	int rc = 0;

	for (;;) {
		struct err *to = rc < 0 ? &more : err;

		if (wait_result(db, to) < 0) {
			/* the error before says why */
			if (to == &more)
				mark_lost(err);
			rc = -1;
			break;
		}
		r = PQgetResult(db->conn);
		if (!r)
			break;
		if (take(db, r, rows, touched, to) < 0)
			rc = -1;
		if (PQstatus(db->conn) == CONNECTION_BAD) {
			if (rc == 0)
				rc = lost(db, err);
			mark_lost(err);
			break;
		}
	}
	if (rc < 0 && rows)
		rows_free(rows);
	err_free(&more);
	return rc;
}

/* may anything be sent now? */
static int
ready(struct db *db, struct err *err)
{
	if (!db->interrupted && !signalled(db))
		return 0;
	if (signalled(db))
		db->seen = db->options.interrupt->count;
	return interrupted(db, err);
}

static bool
reports(const struct db *db, const char *parameter, const char *value)
{
	const char *s = PQparameterStatus(db->conn, parameter);

	return !s || strcmp(s, value) == 0;
}

/* what a statement or the role has set of these must not garble the next text: the server reads the whole of a message by them
   before it runs any of it, so they are set by a message of their own */
static int
keep_readable(struct db *db, struct err *err)
{
	if (PQtransactionStatus(db->conn) == PQTRANS_INERROR ||
	    (reports(db, "client_encoding", "UTF8") &&
	     reports(db, "standard_conforming_strings", "on")))
		return 0;
	if (!PQsendQuery(db->conn, "SET client_encoding TO 'UTF8';\n"
	                           "SET standard_conforming_strings TO on"))
		return lost(db, err);
	return finish(db, NULL, NULL, err);
}

int
db_query(struct db *db, const char *sql, const char *const *params, int n_params, struct rows *rows,
         struct err *err)
{
	if (rows)
		*rows = (struct rows){0};
	if (ready(db, err) < 0 || keep_readable(db, err) < 0)
		return -1;
	if (!PQsendQueryParams(db->conn, sql, n_params, NULL, params, NULL, NULL, 0))
		return lost(db, err);
	if (!rows) /* rows that nobody wants are not gathered */
		PQsetSingleRowMode(db->conn);
	return finish(db, rows, NULL, err);
}

/* a statement with its parameters put in: a message of several statements has none */
static bool
fill_in(struct db *db, struct text *t, const char *sql, const char *const *params)
{
	const char *from;
	char *literal;

	for (; params && (from = strchr(sql, '$')); sql = from + 2) {
		text_bytes(t, sql, (size_t)(from - sql));
		literal = PQescapeLiteral(db->conn, params[from[1] - '1'],
		                          strlen(params[from[1] - '1']));
		if (!literal)
			return false;
		text_add(t, literal);
		PQfreemem(literal);
	}
	text_add(t, sql);
	return !t->failed;
}

int
db_read(struct db *db, const char *sql, const char *const *params, struct rows *rows,
        struct err *err)
{
	struct text t = {0};
	int rc;

	*rows = (struct rows){0};
	if (ready(db, err) < 0 || keep_readable(db, err) < 0)
		return -1;
	/* no round trip of its own, and nothing stays behind in a connection that a pooler shares */
	text_add(&t, "SET LOCAL statement_timeout TO 0;\n");
	if (!fill_in(db, &t, sql, params))
		rc = err_memory(err);
	else if (!PQsendQuery(db->conn, text_str(&t)))
		rc = lost(db, err);
	else
		rc = finish(db, rows, NULL, err);
	text_free(&t);
	return rc;
}

int
db_read_all(struct db *db, const char *sql, rows_taker *taker, void *context, struct err *err)
{
	int rc;

	if (ready(db, err) < 0 || keep_readable(db, err) < 0)
		return -1;
	if (!PQsendQuery(db->conn, sql))
		return lost(db, err);
	db->taker = taker;
	db->context = context;
	rc = finish(db, NULL, NULL, err);
	db->taker = NULL;
	return rc;
}

int
db_copy(struct db *db, const char *sql, const char *data, size_t n, struct err *err)
{
	int rc;

	db->data = data;
	db->n_data = n;
	rc = db_query(db, sql, NULL, 0, NULL, err);
	db->data = NULL;
	return rc;
}

int
db_script(struct db *db, const char *sql, unsigned long *touched, struct err *err)
{
	if (touched)
		*touched = 0;
	if (ready(db, err) < 0 || keep_readable(db, err) < 0)
		return -1;
	if (!PQsendQuery(db->conn, sql))
		return lost(db, err);
	return finish(db, NULL, touched, err);
}

int
db_sleep(struct db *db, long ms, struct err *err)
{
	double until = db_clock() + (double)ms;

	for (;;) {
		double left = until - db_clock();

		if (ready(db, err) < 0)
			return -1;
		if (left <= 0)
			return 0;
		/* a socket that can be read is a server that hangs up */
		if (wait_socket(db, POLLIN, left < TICK ? (long)left + 1 : TICK) &&
		    (!PQconsumeInput(db->conn) || PQstatus(db->conn) == CONNECTION_BAD))
			return lost(db, err);
	}
}

int
db_rollback(struct db *db)
{
	struct err err = {0};
	int rc = 0;

	db->interrupted = false;
	if (db->options.interrupt)
		db->seen = db->options.interrupt->count;
	if (PQstatus(db->conn) == CONNECTION_BAD || PQtransactionStatus(db->conn) == PQTRANS_ACTIVE)
		return -1;
	if (db_in_transaction(db)) {
		db->deadline = db_clock() + CLEANUP_MS;
		rc = db_script(db, "ROLLBACK", NULL, &err);
		db->deadline = 0;
	}
	err_free(&err);
	return rc;
}

static void
notice(void *arg, const PGresult *r)
{
	struct db *db = arg;
	const char *severity = PQresultErrorField(r, PG_DIAG_SEVERITY);
	const char *message = PQresultErrorField(r, PG_DIAG_MESSAGE_PRIMARY);
	struct text line = {0};

	if (!db->options.notice || !severity || !message)
		return;
	text_fmt(&line, "%s: %s", severity, message);
	db->options.notice(db->options.arg, text_str(&line));
	text_free(&line);
}

/* libpq quotes pieces of a URL that it cannot parse, and they may be pieces of a password */
static void
without_quotes(const char *s, struct text *out)
{
	for (; *s && *s != '\n'; s++) {
		const char *end = *s == '"' ? strrchr(s + 1, '"') : NULL;

		if (end) {
			text_add(out, "…");
			s = end;
		} else {
			text_bytes(out, s, 1);
		}
	}
}

static int
parse_url(const char *url, PQconninfoOption **options, struct err *err)
{
	struct text conninfo = {0}, why = {0};
	char *message = NULL;

	*options = NULL;
	if (url_rewrite(url, &conninfo, err) == 0) {
		*options = PQconninfoParse(text_str(&conninfo), &message);
		if (!*options) {
			without_quotes(message ? message : "out of memory", &why);
			err_set(err, ERR_CONNECTION,
			        "the database URL cannot be read: %s (in a user name or a password "
			        "'@' is written %%40, ':' %%3A, '/' %%2F, '?' %%3F, '%%' %%25)",
			        text_str(&why));
		}
	}
	PQfreemem(message);
	text_free(&conninfo);
	text_free(&why);
	return *options ? 0 : -1;
}

enum { MAX_PARAMS = 64 };

struct params {
	const char *keys[MAX_PARAMS + 1], *values[MAX_PARAMS + 1];
	int n;
};

static void
add_param(struct params *p, const char *key, const char *value)
{
	if (p->n < MAX_PARAMS) {
		p->keys[p->n] = key;
		p->values[p->n++] = value;
	}
}

/* what says where servers are: lists, "a,b" */
enum { HOST, HOSTADDR, PORT, N_PLACE };

static const char *const place_keys[N_PLACE] = {"host", "hostaddr", "port"};

/* left: the places that replace those of the URL, where it has any */
static PGconn *
start(const struct db_options *o, const PQconninfoOption *url, struct text *left)
{
	struct params p = {0};
	const char *hosts = getenv("PGHOST");
	bool attrs = getenv("PGTARGETSESSIONATTRS") != NULL;
	int k;

	for (; url && url->keyword; url++) {
		if (!url->val)
			continue;
		add_param(&p, url->keyword, url->val);
		if (strcmp(url->keyword, "host") == 0)
			hosts = url->val;
		attrs = attrs || strcmp(url->keyword, "target_session_attrs") == 0;
	}
	add_param(&p, "client_encoding", "UTF8");
	add_param(&p, "fallback_application_name", o->program);
	if (o->writes && hosts && strchr(hosts, ',') && !attrs)
		add_param(&p, "target_session_attrs", "primary");
	for (k = 0; k < N_PLACE; k++)
		if (left[k].n)
			add_param(&p, place_keys[k], text_str(&left[k]));
	return PQconnectStartParams(p.keys, p.values, 0);
}

/* an element of a list, of which a single one is for all; *n is 0 where there is none */
static const char *
element(const char *list, int at, size_t *n)
{
	const char *e = list;

	while (e && at-- > 0) {
		e = strchr(e, ',');
		e = e ? e + 1 : NULL;
	}
	if (!e && list && !strchr(list, ','))
		e = list;
	*n = e ? strcspn(e, ",") : 0;
	return e;
}

/* true for the place that libpq is connecting to */
static bool
is_tried(PGconn *conn, const char *const *lists, int at)
{
	const char *tried[N_PLACE] = {PQhost(conn), PQhostaddr(conn), PQport(conn)};
	const char *e;
	size_t n;
	int k;

	for (k = 0; k < N_PLACE; k++) {
		e = element(lists[k], at, &n);
		if (n && (!tried[k] || strlen(tried[k]) != n || strncmp(tried[k], e, n) != 0))
			return false;
	}
	return true;
}

/* libpq gives a host up for the next one only where it waits itself: all places but the one that it is connecting to. false
   where that leaves none */
static bool
leave_host(PGconn *conn, struct text *left)
{
	PQconninfoOption *options = PQconninfo(conn), *o;
	const char *lists[N_PLACE] = {NULL}, *c, *e;
	int k, i, n_hosts = 1, n_left = 0;
	size_t n;

	for (o = options; o && o->keyword; o++)
		for (k = 0; k < N_PLACE; k++)
			if (strcmp(o->keyword, place_keys[k]) == 0)
				lists[k] = o->val;
	for (c = lists[HOSTADDR] ? lists[HOSTADDR] : lists[HOST]; c && *c; c++)
		n_hosts += *c == ',';
	for (k = 0; k < N_PLACE; k++)
		text_free(&left[k]);
	for (i = 0; i < n_hosts; i++) {
		if (is_tried(conn, lists, i))
			continue;
		for (k = 0; k < N_PLACE; k++) {
			e = element(lists[k], i, &n);
			text_add(&left[k], n_left && lists[k] ? "," : "");
			if (e)
				text_bytes(&left[k], e, n);
		}
		n_left++;
	}
	/* nothing at all does not say that the default is meant */
	for (k = 0; k < N_PLACE; k++)
		if (lists[k] && *lists[k] && !left[k].n)
			n_left = 0;
	PQconninfoFree(options);
	return n_left > 0 && n_left < n_hosts;
}

/* milliseconds that connecting to a host may take; 0 is for ever */
static double
connect_timeout(PGconn *conn)
{
	PQconninfoOption *options = PQconninfo(conn), *o;
	double ms = 0;

	for (o = options; o && o->keyword; o++)
		if (strcmp(o->keyword, "connect_timeout") == 0 && o->val)
			ms = atof(o->val) * 1e3;
	PQconninfoFree(options);
	return ms > 0 && ms < 2000 ? 2000 : ms; /* as libpq itself has it */
}

/* what to do where the server refuses a connection */
static const struct {
	const char *sqlstate, *hint;
} refusals[] = {
	{"28000",
         "the role must be there and have LOGIN, and pg_hba.conf must let it in from here; the URL "
         "or PGUSER names another"},
	{"28P01",
         "the password comes from the URL, PGPASSWORD or ~/.pgpass; the URL or PGUSER names another role"},
	{"3D000", "create it (CREATE DATABASE), or name another in the URL or PGDATABASE"},
	{"42501", "its owner may GRANT CONNECT ON DATABASE to this role"},
	{"53300",
         "run again when others have gone; the limit is max_connections, or CONNECTION LIMIT of "
         "the role or the database"},
	{"55000", "ALTER DATABASE … ALLOW_CONNECTIONS true lets connections in"},
	{"57P03",
         "the server is starting up, shutting down or recovering; run again when it is ready"},
	{NULL, NULL},
};

/* the server's message begins with its severity and, as it is asked to be verbose, the SQLSTATE: "FATAL:  3D000: …" */
static void
explain_refusal(const char *why, struct err *err)
{
	char code[16];
	int i;

	for (i = 0; refusals[i].sqlstate; i++) {
		snprintf(code, sizeof(code), ":  %s: ", refusals[i].sqlstate);
		if (strstr(why, code)) {
			err_add(err, "\nhint: %s", refusals[i].hint);
			return;
		}
	}
}

/* verbose also says where in the server's source it was, which helps nobody here */
static void
without_locations(const char *s, struct text *out)
{
	while (*s) {
		size_t n = strcspn(s, "\n");

		if (strncmp(s, "LOCATION: ", 10) != 0) {
			text_add(out, out->n ? "\n" : "");
			text_bytes(out, s, n);
		}
		s += n + (s[n] == '\n');
	}
}

static int
connect_failed(struct db *db, struct err *err)
{
	struct text message = {0}, why = {0};

	connection_message(db, &message);
	without_locations(text_str(&message), &why);
	err_set(err, ERR_CONNECTION, "cannot connect to the database: %s", text_str(&why));
	if (PQconnectionNeedsPassword(db->conn))
		err_add(err, "\nhint: put the password into ~/.pgpass, PGPASSWORD or the URL");
	else
		explain_refusal(text_str(&why), err);
	text_free(&message);
	text_free(&why);
	return -1;
}

static bool
is_url(const char *s)
{
	return s && strstr(s, "://");
}

/* silent: set where the host that is tried has not answered in time */
static int
connect_poll(struct db *db, bool *silent, struct err *err)
{
	PostgresPollingStatusType status = PGRES_POLLING_WRITING;
	double limit = connect_timeout(db->conn);
	double deadline = 0;
	const char *host = NULL; /* its address: the same name may stand in the list twice */

	*silent = false;
	/* libpq or the server would repeat it, with its password */
	if (is_url(PQhost(db->conn)) || is_url(PQdb(db->conn)))
		return err_set(err, ERR_CONNECTION,
		               "the name of the %s is a URL; a URL goes behind --url or into "
		               "DATABASE_URL, as it is",
		               is_url(PQhost(db->conn)) ? "host" : "database");
	if (PQstatus(db->conn) == CONNECTION_BAD)
		return connect_failed(db, err);
	while (status != PGRES_POLLING_OK) {
		bool reading = status == PGRES_POLLING_READING;

		if (ready(db, err) < 0)
			return err_add(err, " while connecting");
		if (PQhost(db->conn) != host) {
			host = PQhost(db->conn);
			deadline = limit > 0 ? db_clock() + limit : 0;
		}
		*silent = deadline > 0 && db_clock() > deadline;
		if (*silent)
			return err_set(err, ERR_CONNECTION,
			               "cannot connect to the database: no answer within %.0f s",
			               limit / 1e3);
		if (!wait_socket(db, reading ? POLLIN : POLLOUT, TICK))
			continue;
		status = PQconnectPoll(db->conn);
		if (status == PGRES_POLLING_FAILED)
			return connect_failed(db, err);
	}
	return 0;
}

/* on failure, too, the connection is left to db_close */
static int
connect_hosts(struct db *db, const PQconninfoOption *url, struct err *err)
{
	struct text left[N_PLACE] = {{0}};
	bool silent;
	int rc, k;

	do {
		PQfinish(db->conn);
		db->conn = start(&db->options, url, left);
		if (!db->conn) {
			rc = err_memory(err);
			break;
		}
		PQsetNoticeReceiver(db->conn, notice, db);
		PQsetErrorVerbosity(db->conn, PQERRORS_VERBOSE);
		rc = connect_poll(db, &silent, err);
	} while (rc < 0 && silent && leave_host(db->conn, left));
	for (k = 0; k < N_PLACE; k++)
		text_free(&left[k]);
	return rc;
}

int
db_open(struct db **out, const struct db_options *options, struct err *err)
{
	PQconninfoOption *url = NULL;
	struct db *db;
	int rc;

	*out = NULL;
	if (options->url && parse_url(options->url, &url, err) < 0)
		return -1;
	db = calloc(1, sizeof(*db));
	if (db)
		db->options = *options;
	rc = db ? connect_hosts(db, url, err) : err_memory(err);
	PQconninfoFree(url);
	if (rc < 0) {
		db_close(db);
		return -1;
	}
	PQsetErrorVerbosity(db->conn, PQERRORS_DEFAULT);
	PQsetnonblocking(db->conn, 1);
	*out = db;
	return 0;
}

void
db_close(struct db *db)
{
	if (!db)
		return;
	PQfinish(db->conn);
	free(db);
}

int
db_server_version(const struct db *db)
{
	return PQserverVersion(db->conn);
}

int
db_library_version(void)
{
	return PQlibVersion();
}

int
db_pid(const struct db *db)
{
	return PQbackendPID(db->conn);
}

const char *
db_user(const struct db *db)
{
	return PQuser(db->conn);
}

bool
db_in_transaction(const struct db *db)
{
	PGTransactionStatusType status = PQtransactionStatus(db->conn);

	return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

const char *
rows_get(const struct rows *rows, unsigned row, int column)
{
	return PQgetisnull(rows->result, (int)row, column)
	               ? NULL
	               : PQgetvalue(rows->result, (int)row, column);
}

const char *
rows_text(const struct rows *rows, unsigned row, int column)
{
	return PQgetvalue(rows->result, (int)row, column);
}

bool
rows_true(const struct rows *rows, unsigned row, int column)
{
	return *rows_text(rows, row, column) == 't';
}

long long
rows_number(const struct rows *rows, unsigned row, int column)
{
	return strtoll(rows_text(rows, row, column), NULL, 10);
}

void
rows_free(struct rows *rows)
{
	PQclear(rows->result);
	*rows = (struct rows){0};
}
