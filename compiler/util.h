/* Memory, text, lists, maps and files: what every part of the compiler uses. All memory lives until exit. */
#ifndef UTIL_H
#define UTIL_H

#include <stdbool.h>
#include <stddef.h>

#define LEN(array) (sizeof(array) / sizeof(array)[0])

/* zeroed memory; never NULL */
void *alloc(size_t size);
/* what alloc gave for n bytes (NULL: none) with size bytes: in its place when nothing was given since, or a copy */
void *alloc_more(void *had, size_t n, size_t size);
/* a copy of size bytes */
void *copy(const void *from, size_t size);
char *str(const char *s);
/* a copy of the first n bytes of s, closed by NUL */
char *strn(const char *s, size_t n);
char *strf(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* a byte of a name: a letter, a digit, _ or one of another script */
bool is_name_byte(char c);
/* in quotes of that kind, whose own it doubles */
char *in_quotes(const char *s, char quote);
/* equal strings, where NULL equals only NULL */
bool same(const char *a, const char *b);
/* true where s is one of names, which NULL ends */
bool among(const char *s, const char *const *names);
/* "a" or "an" */
const char *article(const char *noun);

/* text that grows; {0} is empty. s is NULL until something is added */
struct buf {
	char *s;
	size_t n, cap;
};

void buf_add(struct buf *b, const char *s);
void buf_mem(struct buf *b, const void *s, size_t n);
void buf_char(struct buf *b, char c);
void buf_fmt(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* the bytes of the character at s, or 0 where it is not UTF-8 */
size_t utf8_length(const char *s);
/* s as a string of JSON, quotes and all; what is not UTF-8 is U+FFFD in it */
void buf_json(struct buf *b, const char *s);
/* the text so far, never NULL */
char *buf_str(struct buf *b);

/* pointers that grow; {0} is empty. A plain copy of the struct shares the elements: use list_copy before a change */
struct list {
	void **v;
	size_t n, cap;
};

void list_add(struct list *l, void *item);
void list_insert(struct list *l, size_t at, void *item);
void list_remove(struct list *l, size_t at);
/* by compares pointers to what the list holds, as qsort has it */
void list_sort(struct list *l, int (*by)(const void *a, const void *b));
bool list_has(const struct list *l, const void *item);
void list_append(struct list *l, const struct list *more);
struct list list_copy(const struct list *l);

/* the same for names */
struct strs {
	const char **v;
	size_t n, cap;
};

void strs_add(struct strs *l, const char *s);
struct strs strs_copy(const struct strs *l);
bool strs_has(const struct strs *l, const char *s);
/* index of s, or -1 */
long strs_find(const struct strs *l, const char *s);
bool strs_same(const struct strs *a, const struct strs *b);
char *strs_join(const struct strs *l, const char *separator);

/* from strings to pointers; {0} is empty. Keys keep the order in which they were first put */
struct map {
	struct entry {
		const char *key;
		void *value; /* NULL: removed */
	} * entries;
	size_t n, cap;
	unsigned *slots;
	size_t n_slots;
};

void *map_get(const struct map *m, const char *key);
/* puts value, or removes the key where value is NULL; returns the former value */
void *map_put(struct map *m, const char *key, void *value);
/* forgets all keys but the n that were there first */
void map_cut(struct map *m, size_t n);

/* a relative path without "." and without ".." behind a folder's name, so that a file has one path */
char *path_normal(const char *path);
/* the file's bytes, closed by a NUL that n does not count; NULL with errno where it cannot be read */
char *file_read(const char *path, size_t *n);
/* why not, from errno: a FIFO or a device is no file */
const char *file_wrong(void);
/* the same for a file that the result depends on: it enters inputs(), as does a folder that is named there */
char *input_read(const char *path, size_t *n);
void input_add(const char *path);
/* what was read so far, each once, in order */
const struct strs *inputs(void);
/* from here on what is read is appended to it too, each once; NULL: no more */
void input_watch(struct strs *to);
/* replaces the file in one step, unless its bytes are the same already; on -1 with errno the old file stands */
int file_write(const char *path, const char *bytes, size_t n);
/* names in a folder, sorted by bytes, without . and ..; -1 with errno */
int file_list(const char *folder, struct strs *names);

#endif
