/* The compiler's memory lives until exit, and so do its statics. Here memory is one region that is cut back, and statics are
   copied back: cheaper than a process for each input. Between two pieces of memory some bytes are left that ASan guards. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <sanitizer/asan_interface.h>

#include "../../compiler/util.h"
#include "fresh.h"

#define ROOM ((size_t)2048 * 1024 * 1024)
#define GUARD 16
#define LARGE ((size_t)4 * 1024 * 1024)

/* the linker's names for the bounds of the sections of statics.h */
extern char __start_fuzz_bss[], __stop_fuzz_bss[], __start_fuzz_data[], __stop_fuzz_data[];

/* fresh.c's own are not to be set back */
#pragma clang section bss = "" data = ""

static char *room; /* zeroed behind used */
static size_t used;

static struct image {
	char *from, *copy;
	size_t n;
} images[3];

void *
alloc(size_t size)
{
	size_t all = (size + GUARD + 15) / 16 * 16;
	char *begin;

	if (!room) {
		room = mmap(NULL, ROOM, PROT_READ | PROT_WRITE,
		            MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
		if (room == MAP_FAILED)
			fuzz_found("mmap", "no memory");
	}
	if (size > ROOM || ROOM - used < all)
		fuzz_found("alloc", "the compiler needs more than 2 GB");
	begin = room + used;
	used += all;
	__asan_unpoison_memory_region(begin, size);
	__asan_poison_memory_region(begin + size, all - size);
	return begin;
}

void *
alloc_more(void *had, size_t n, size_t size)
{
	return n ? memcpy(alloc(size), had, n) : alloc(size);
}

/* memcpy as it would be without ASan: the guards between pieces are copied, too */
__attribute__((no_sanitize("address", "coverage"), no_builtin)) static void
move(char *to, const char *from, size_t n)
{
	size_t i;

	for (i = 0; i + 8 <= n; i += 8)
		*(uint64_t *)(void *)(to + i) = *(const uint64_t *)(const void *)(from + i);
	for (; i < n; i++)
		to[i] = from[i];
}

static void
take(struct image *image, char *from, size_t n)
{
	image->from = from;
	image->n = n;
	image->copy = malloc(n + 1);
	move(image->copy, from, n);
}

void
fuzz_keep(void)
{
	FILE *nowhere = fopen("/dev/null", "w");

	if (!nowhere)
		fuzz_found("fopen", "/dev/null");
	stderr = nowhere;
	stdout = nowhere;
	take(&images[0], __start_fuzz_bss, (size_t)(__stop_fuzz_bss - __start_fuzz_bss));
	take(&images[1], __start_fuzz_data, (size_t)(__stop_fuzz_data - __start_fuzz_data));
	take(&images[2], room, used);
}

void
fuzz_back(void)
{
	size_t i, kept = images[2].n, more = used - kept;

	if (more > LARGE) {
		kept = (kept + 4095) / 4096 * 4096;
		__asan_unpoison_memory_region(room + kept, used - kept);
		madvise(room + kept, (used - kept + 4095) / 4096 * 4096, MADV_DONTNEED);
		more = kept - images[2].n;
	}
	__asan_unpoison_memory_region(room + images[2].n, more);
	memset(room + images[2].n, 0, more);
	__asan_poison_memory_region(room + images[2].n, used - images[2].n);
	used = images[2].n;
	for (i = 0; i < LEN(images); i++)
		move(images[i].from, images[i].copy, images[i].n);
}

void
fuzz_found(const char *what, const char *text)
{
	dprintf(2, "%s: <<<%s>>>\n", what, text);
	abort();
}
