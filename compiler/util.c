/* Text, lists, maps and files. */
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "util.h"

void *
copy(const void *from, size_t size)
{
	void *to = alloc(size);

	return size ? memcpy(to, from, size) : to;
}

char *
strn(const char *s, size_t n)
{
	char *r = alloc(n + 1);

	if (n)
		memcpy(r, s, n);
	return r;
}

char *
str(const char *s)
{
	return strn(s, strlen(s));
}

static char *
vformat(const char *format, va_list args, size_t *n)
{
	char most[256]; /* of what is formatted is shorter */
	va_list again;
	char *s;
	int length;

	va_copy(again, args);
	length = vsnprintf(most, sizeof most, format, args);
	s = alloc((size_t)length + 1);
	if ((size_t)length < sizeof most)
		memcpy(s, most, (size_t)length);
	else
		vsnprintf(s, (size_t)length + 1, format, again);
	va_end(again);
	*n = (size_t)length;
	return s;
}

char *
strf(const char *format, ...)
{
	va_list args;
	size_t n;
	char *s;

	va_start(args, format);
	s = vformat(format, args, &n);
	va_end(args);
	return s;
}

bool
is_name_byte(char c)
{
	return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

char *
in_quotes(const char *s, char quote)
{
	struct buf b = {0};

	buf_char(&b, quote);
	for (; *s; s++) {
		if (*s == quote)
			buf_char(&b, quote);
		buf_char(&b, *s);
	}
	buf_char(&b, quote);
	return buf_str(&b);
}

bool
same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

bool
among(const char *s, const char *const *names)
{
	for (; *names; names++)
		if (strcmp(s, *names) == 0)
			return true;
	return false;
}

const char *
article(const char *noun)
{
	return strchr("aeiou", *noun) ? "an" : "a";
}

/* room for one more than n elements of size */
static void *
grow(void *v, size_t n, size_t *cap, size_t size)
{
	size_t had = *cap * size;

	if (n < *cap)
		return v;
	*cap = *cap ? *cap * 2 : 4;
	return alloc_more(v, had, *cap * size);
}

void
buf_mem(struct buf *b, const void *s, size_t n)
{
	size_t had = b->cap;

	if (b->n + n + 1 > had) {
		b->cap = had ? (b->n + n + 1) * 2 : n < 32 ? 32 : n + 1;
		b->s = alloc_more(b->s, had, b->cap);
	}
	if (n)
		memcpy(b->s + b->n, s, n);
	b->n += n;
	b->s[b->n] = '\0';
}

void
buf_add(struct buf *b, const char *s)
{
	buf_mem(b, s, strlen(s));
}

void
buf_char(struct buf *b, char c)
{
	buf_mem(b, &c, 1);
}

void
buf_fmt(struct buf *b, const char *format, ...)
{
	char most[256];
	va_list args, again;
	size_t n;

	va_start(args, format);
	va_copy(again, args);
	n = (size_t)vsnprintf(most, sizeof most, format, args);
	buf_mem(b, n < sizeof most ? most : vformat(format, again, &n), n);
	va_end(again);
	va_end(args);
}

size_t
utf8_length(const char *text)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t n, i;

	if (s[0] < 0x80)
		return 1;
	if (s[0] < 0xc2 || s[0] > 0xf4)
		return 0;
	n = s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : 4;
	for (i = 1; i < n; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f) ||
	    (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f))
		return 0;
	return n;
}

void
buf_json(struct buf *b, const char *s)
{
	size_t n;

	buf_char(b, '"');
	for (; *s; s += n) {
		n = utf8_length(s);
		if (*s == '"' || *s == '\\')
			buf_fmt(b, "\\%c", *s);
		else if ((unsigned char)*s < 0x20)
			buf_fmt(b, "\\u%04x", (unsigned)*s);
		else if (n)
			buf_mem(b, s, n);
		else
			buf_add(b, "\\ufffd");
		n += !n;
	}
	buf_char(b, '"');
}

char *
buf_str(struct buf *b)
{
	if (!b->s)
		buf_mem(b, "", 0);
	return b->s;
}

void
list_add(struct list *l, void *item)
{
	l->v = grow(l->v, l->n, &l->cap, sizeof *l->v);
	l->v[l->n++] = item;
}

void
list_insert(struct list *l, size_t at, void *item)
{
	list_add(l, item);
	memmove(l->v + at + 1, l->v + at, (l->n - 1 - at) * sizeof *l->v);
	l->v[at] = item;
}

bool
list_has(const struct list *l, const void *item)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		if (l->v[i] == item)
			return true;
	return false;
}

void
list_remove(struct list *l, size_t at)
{
	l->n--;
	memmove(l->v + at, l->v + at + 1, (l->n - at) * sizeof *l->v);
}

void
list_sort(struct list *l, int (*by)(const void *a, const void *b))
{
	/* of an empty one v may be NULL */
	if (l->n)
		qsort(l->v, l->n, sizeof *l->v, by);
}

void
list_append(struct list *l, const struct list *more)
{
	size_t i;

	if (!l->cap) {
		l->cap = more->n;
		l->v = copy(more->v, more->n * sizeof *l->v);
		l->n = more->n;
		return;
	}
	for (i = 0; i < more->n; i++)
		list_add(l, more->v[i]);
}

struct list
list_copy(const struct list *l)
{
	struct list r = {0};

	list_append(&r, l);
	return r;
}

void
strs_add(struct strs *l, const char *s)
{
	l->v = grow(l->v, l->n, &l->cap, sizeof *l->v);
	l->v[l->n++] = s;
}

struct strs
strs_copy(const struct strs *l)
{
	struct strs r = {0};
	size_t i;

	for (i = 0; i < l->n; i++)
		strs_add(&r, l->v[i]);
	return r;
}

long
strs_find(const struct strs *l, const char *s)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		if (strcmp(l->v[i], s) == 0)
			return (long)i;
	return -1;
}

bool
strs_has(const struct strs *l, const char *s)
{
	return strs_find(l, s) >= 0;
}

bool
strs_same(const struct strs *a, const struct strs *b)
{
	size_t i;

	if (a->n != b->n)
		return false;
	for (i = 0; i < a->n; i++)
		if (strcmp(a->v[i], b->v[i]) != 0)
			return false;
	return true;
}

char *
strs_join(const struct strs *l, const char *separator)
{
	struct buf b = {0};
	size_t i;

	for (i = 0; i < l->n; i++) {
		buf_add(&b, i ? separator : "");
		buf_add(&b, l->v[i]);
	}
	return buf_str(&b);
}

static size_t
hash(const char *s)
{
	uint64_t h = 14695981039346656037u; /* FNV-1a */

	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 1099511628211u;
	return (size_t)h;
}

/* the slot of key, or the free one where it would go; slots hold index + 1 */
static unsigned *
slot(const struct map *m, const char *key)
{
	size_t i = hash(key) & (m->n_slots - 1);

	while (m->slots[i] && strcmp(m->entries[m->slots[i] - 1].key, key) != 0)
		i = (i + 1) & (m->n_slots - 1);
	return &m->slots[i];
}

void *
map_get(const struct map *m, const char *key)
{
	unsigned at = m->n_slots ? *slot(m, key) : 0;

	return at ? m->entries[at - 1].value : NULL;
}

void *
map_put(struct map *m, const char *key, void *value)
{
	unsigned *at;
	void *former;
	size_t i;

	if (2 * (m->n + 1) > m->n_slots) {
		m->n_slots = m->n_slots ? m->n_slots * 2 : 16;
		m->slots = alloc(m->n_slots * sizeof *m->slots);
		for (i = 0; i < m->n; i++)
			*slot(m, m->entries[i].key) = (unsigned)i + 1;
	}
	at = slot(m, key);
	if (!*at) {
		m->entries = grow(m->entries, m->n, &m->cap, sizeof *m->entries);
		m->entries[m->n].key = str(key);
		*at = (unsigned)++m->n;
	}
	former = m->entries[*at - 1].value;
	m->entries[*at - 1].value = value;
	return former;
}

void
map_cut(struct map *m, size_t n)
{
	/* the last ones first: whatever was put after a key may have been pushed on by it */
	for (; m->n > n; m->n--)
		*slot(m, m->entries[m->n - 1].key) = 0;
}

char *
path_normal(const char *path)
{
	struct strs parts = {0};
	const char *end;
	size_t n;

	for (; *path; path = *end ? end + 1 : end) {
		end = path + strcspn(path, "/");
		n = (size_t)(end - path);
		if (n == 2 && strncmp(path, "..", 2) == 0 && parts.n &&
		    strcmp(parts.v[parts.n - 1], "..") != 0)
			parts.n--;
		else if (n && (n != 1 || *path != '.'))
			strs_add(&parts, strn(path, n));
	}
	return strs_join(&parts, "/");
}

char *
file_read(const char *path, size_t *n)
{
	struct buf b = {0};
	struct stat st;
	size_t most;
	ssize_t got;
	char *room;
	int fd;

	/* nobody may be there who writes to a FIFO */
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode)) {
		close(fd);
		errno = S_ISDIR(st.st_mode) ? EISDIR : ENXIO;
		return NULL;
	}
	/* one byte more than there should be: the usual file is read at once, without a second copy */
	most = (size_t)st.st_size + 1;
	room = alloc(most);
	while ((got = read(fd, room, most)) > 0) {
		if (b.n == 0 && (size_t)got < most) {
			close(fd);
			*n = (size_t)got;
			return room;
		}
		buf_mem(&b, room, (size_t)got);
	}
	close(fd);
	if (got < 0)
		return NULL;
	*n = b.n;
	return buf_str(&b);
}

const char *
file_wrong(void)
{
	if (errno == EILSEQ)
		return "its name holds a line end or another control character, or is not UTF-8";
	return errno == ENXIO ? "not a regular file" : strerror(errno);
}

static struct strs read_so_far;
static struct map seen;

static struct strs *watcher;

void
input_watch(struct strs *to)
{
	watcher = to;
}

void
input_add(const char *path)
{
	if (watcher && !strs_has(watcher, path))
		strs_add(watcher, str(path));
	if (!map_put(&seen, path, &seen))
		strs_add(&read_so_far, str(path));
}

char *
input_read(const char *path, size_t *n)
{
	const char *c;

	/* comments of --sql and the depfile name it, each on one line, and so does JSON */
	for (c = path; *c; c += utf8_length(c)) {
		if ((unsigned char)*c < 0x20 || *c == 0x7f || !utf8_length(c)) {
			errno = EILSEQ;
			return NULL;
		}
	}
	input_add(path);
	return file_read(path, n);
}

const struct strs *
inputs(void)
{
	return &read_so_far;
}

int
file_write(const char *path, const char *bytes, size_t n)
{
	char *temporary = strf("%s.%ld.tmp", path, (long)getpid());
	struct stat was;
	size_t had, done;
	ssize_t put;
	char *former;
	int fd, why;

	former = file_read(path, &had);
	if (former && had == n && memcmp(former, bytes, n) == 0)
		return 0;
	fd = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		return -1;
	for (done = 0; done < n; done += (size_t)put) {
		put = write(fd, bytes + done, n - done);
		if (put < 0)
			break;
	}
	why = done < n ? errno : 0;
	/* who may read it stays as it was */
	if (!why && former && stat(path, &was) == 0 && fchmod(fd, was.st_mode & 07777) < 0)
		why = errno;
	if (close(fd) < 0 && !why)
		why = errno;
	if (!why && rename(temporary, path) < 0)
		why = errno;
	if (!why)
		return 0;
	unlink(temporary);
	errno = why;
	return -1;
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int
file_list(const char *folder, struct strs *names)
{
	struct dirent *e;
	DIR *d = opendir(folder);

	if (!d)
		return -1;
	while ((e = readdir(d)))
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			strs_add(names, str(e->d_name));
	closedir(d);
	if (names->n)
		qsort(names->v, names->n, sizeof *names->v, by_bytes);
	return 0;
}
