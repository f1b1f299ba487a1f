/* Memory: alone in a file, so that a program may have an alloc of its own (tests/fuzz). */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "diag.h"
#include "util.h"

/* Blocks are chained from a static: nothing is ever freed, all of it stays reachable for LeakSanitizer, and a
   longjmp over C frames (lua_error) loses nothing. */
struct block {
	struct block *next;
	size_t used, size;
	_Alignas(max_align_t) char bytes[];
};

static struct block *blocks;
static size_t taken;

/* small programs stay small; where much is needed it comes in pages of 2 MB, a tenth of the time being page faults otherwise */
static struct block *
new_block(size_t room)
{
	const uintptr_t page = 2 * 1024 * 1024;
	struct block *b = calloc(1, sizeof *b + room);
	uintptr_t first, end;

	if (!b)
		fatal("out of memory");
	b->size = room;
	taken += room;
	first = ((uintptr_t)b + page - 1) / page * page;
	end = ((uintptr_t)b + sizeof *b + room) / page * page;
	/* no harm where the kernel will not */
	if (first < end)
		(void)madvise((void *)first, end - first, MADV_HUGEPAGE);
	return b;
}

static struct block *
block_for(size_t size)
{
	const size_t least = taken < 8 * 1024 * 1024 ? 256 * 1024 : 32 * 1024 * 1024;
	const size_t room = size > least / 4 ? size : least;
	struct block *b = new_block(room);

	/* a block for one large thing goes behind the one that still has room */
	if (blocks && room == size) {
		b->next = blocks->next;
		blocks->next = b;
	} else {
		b->next = blocks;
		blocks = b;
	}
	return b;
}

static size_t
aligned(size_t size)
{
	const size_t align = _Alignof(max_align_t);

	if (size > SIZE_MAX / 2)
		fatal("out of memory");
	return (size + align - 1) / align * align;
}

void *
alloc(size_t size)
{
	struct block *b = blocks;

	size = aligned(size);
	if (!b || b->size - b->used < size)
		b = block_for(size);
	b->used += size;
	return b->bytes + b->used - size;
}

void *
alloc_more(void *had, size_t n, size_t size)
{
	struct block *b = blocks;
	size_t more = aligned(size) - aligned(n);

	if (n && (char *)had + aligned(n) == b->bytes + b->used && b->size - b->used >= more) {
		b->used += more;
		return had;
	}
	return n ? memcpy(alloc(size), had, n) : alloc(size);
}
