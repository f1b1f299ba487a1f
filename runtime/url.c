/*
 * Database URLs as applications write them, made into what libpq reads: the driver behind the scheme is dropped, asyncpg's
 * ssl becomes sslmode, and what only a driver or a pool understands is left out. What could put a piece of a password into
 * a message of libpq (an '@' or '/' that is not percent-encoded) is refused here.
 */
#include "url.h"

#include <string.h>
#include <strings.h>

/* parameters of SQLAlchemy, asyncpg and psycopg that say nothing about the place */
static const char *const driver_only[] = {
	"async_fallback",
	"command_timeout",
	"connection_class",
	"direct_tls",
	"echo",
	"executemany_batch_page_size",
	"executemany_mode",
	"executemany_values_page_size",
	"isolation_level",
	"max_cacheable_statement_size",
	"max_cached_statement_lifetime",
	"max_overflow",
	"native_inet_types",
	"pool_pre_ping",
	"pool_recycle",
	"pool_size",
	"pool_timeout",
	"pool_use_lifo",
	"prepare_threshold",
	"prepared_statement_cache_size",
	"prepared_statement_name_func",
	"record_class",
	"server_settings",
	"statement_cache_size",
	"timeout",
	"use_native_hstore",
	"use_native_unicode",
	NULL,
};

static const struct {
	const char *ssl, *sslmode;
} ssl_modes[] = {
	{"disable", "disable"},
	{"allow", "allow"},
	{"prefer", "prefer"},
	{"require", "require"},
	{"verify-ca", "verify-ca"},
	{"verify-full", "verify-full"},
	{"verify_ca", "verify-ca"},
	{"verify_full", "verify-full"},
	{"true", "require"},
	{"false", "disable"},
	{"1", "require"},
	{"0", "disable"},
	{NULL, NULL},
};

static const char encode_hint[] =
	"in a user name or a password '@' is written %40, ':' %3A, '/' %2F, '?' %3F, '#' %23 and '%' %25";

static bool
same(const char *s, size_t n, const char *word)
{
	return strlen(word) == n && strncasecmp(s, word, n) == 0;
}

static bool
is_driver_only(const char *key, size_t n)
{
	const char *const *word;

	for (word = driver_only; *word; word++)
		if (same(key, n, *word))
			return true;
	return false;
}

static int
add_ssl(struct text *out, const char *value, size_t n, struct err *err)
{
	int i;

	for (i = 0; ssl_modes[i].ssl; i++) {
		if (!same(value, n, ssl_modes[i].ssl))
			continue;
		text_fmt(out, "sslmode=%s", ssl_modes[i].sslmode);
		return 0;
	}
	return err_set(
		err, ERR_CONNECTION,
		"the database URL's ssl= must be disable, allow, prefer, require, verify-ca, "
		"verify-full, true or false");
}

/* libpq wants a second '=' encoded, as in options=-csearch_path=x, and others do not */
static void
add_parameter(struct text *out, const char *s, size_t key, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (s[i] == '=' && i > key)
			text_add(out, "%3D");
		else
			text_bytes(out, s + i, 1);
}

static int
add_parameters(struct text *out, const char *s, struct err *err)
{
	char before = '?';

	while (*s) {
		size_t n = strcspn(s, "&");
		size_t key = strcspn(s, "=&");
		bool ssl = same(s, key, "ssl") && key < n;

		if (n > 0 && !is_driver_only(s, key)) {
			text_bytes(out, &before, 1);
			before = '&';
			if (!ssl)
				add_parameter(out, s, key, n);
			else if (add_ssl(out, s + key + 1, n - key - 1, err) < 0)
				return -1;
		}
		s += n + (s[n] == '&');
	}
	return 0;
}

/* is there a byte of this kind in s, before its end? */
static bool
within(const char *s, size_t n, char c)
{
	return memchr(s, c, n) != NULL;
}

/* libpq would repeat what stands there instead of a number: the password, where the host is missing behind it */
static int
check_ports(const char *s, const char *end, struct err *err)
{
	while (s < end) {
		const char *comma = memchr(s, ',', (size_t)(end - s));
		const char *bracket = *s == '[' ? memchr(s, ']', (size_t)(end - s)) : NULL;
		const char *last = comma ? comma : end, *port;

		port = memchr(bracket ? bracket : s, ':', (size_t)(last - (bracket ? bracket : s)));
		if (port && port + 1 + strspn(port + 1, "0123456789%") < last)
			return err_set(
				err, ERR_CONNECTION,
				"the database URL cannot be read: its port is no number (behind a "
				"password stands @HOST, and %s)",
				encode_hint);
		s = last + 1;
	}
	return 0;
}

static int
check_places(const char *authority, size_t n, const char *path, struct err *err)
{
	const char *at = memchr(authority, '@', n);
	const char *rest = at ? at + 1 : authority;

	if (at && within(rest, n - (size_t)(rest - authority), '@'))
		return err_set(err, ERR_CONNECTION,
		               "the database URL has more than one '@' before the host; %s",
		               encode_hint);
	if (within(path, strcspn(path, "?"), '@'))
		return err_set(err, ERR_CONNECTION,
		               "the database URL has an '@' behind the first '/'; %s", encode_hint);
	return check_ports(rest, authority + n, err);
}

static int
check_scheme(const char *url, size_t n, struct err *err)
{
	size_t name = strcspn(url, "+:");

	if (*url == '\'' || *url == '"')
		return err_set(
			err, ERR_CONNECTION,
			"the database URL stands in quotes; take them away (they belong to a "
			"shell, and docker's --env-file keeps them)");
	if (name > n)
		name = n;
	if (same(url, name, "postgresql") || same(url, name, "postgres"))
		return 0;
	return err_set(
		err, ERR_CONNECTION,
		"the database URL does not begin with postgresql:// or postgres:// (a driver may "
		"follow: postgresql+asyncpg://)");
}

static int
rewrite(const char *url, struct text *out, struct err *err)
{
	const char *mark = strstr(url, "://");
	const char *authority, *path;
	size_t n;

	if (!mark && strchr(url, '=')) {
		text_add(out, url);
		return 0;
	}
	if (!mark)
		return err_set(err, ERR_CONNECTION,
		               "this is not a database URL; expected "
		               "postgresql://USER@HOST:PORT/DATABASE or host=… dbname=…");
	if (strchr(url, '=') && strchr(url, '=') < mark) { /* host=… with a URL inside */
		text_add(out, url);
		return 0;
	}
	if (check_scheme(url, (size_t)(mark - url), err) < 0)
		return -1;

	/* a password may have a '?' in it, for libpq too */
	authority = mark + 3;
	n = strcspn(authority, "@/");
	n = authority[n] == '@' ? n + strcspn(authority + n, "/?") : strcspn(authority, "/?");
	path = authority + n;
	if (check_places(authority, n, path, err) < 0)
		return -1;
	text_add(out, "postgresql://");
	text_bytes(out, authority, n + strcspn(path, "?"));
	path += strcspn(path, "?");
	return *path ? add_parameters(out, path + 1, err) : 0;
}

int
url_rewrite(const char *url, struct text *out, struct err *err)
{
	static const char space[] = " \t\r\n"; /* as a file that holds a secret ends */
	struct text trimmed = {0};
	size_t n;
	int rc;

	url += strspn(url, space);
	for (n = strlen(url); n > 0 && strchr(space, url[n - 1]); n--)
		;
	text_bytes(&trimmed, url, n);
	rc = trimmed.failed ? err_memory(err) : rewrite(text_str(&trimmed), out, err);
	text_free(&trimmed);
	return rc;
}
