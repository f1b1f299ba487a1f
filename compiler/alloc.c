/* Memory: alone in a file, so that a program may have an alloc of its own (tests/fuzz). */
#include <stdint.h>
#include <stdlib.h>

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

void *
alloc(size_t size)
{
	const size_t least = 256 * 1024, align = _Alignof(max_align_t);
	struct block *b = blocks;
	size_t room;

	if (size > SIZE_MAX / 2)
		fatal("out of memory");
	size = (size + align - 1) / align * align;
	if (!b || b->size - b->used < size) {
		room = size > least / 4 ? size : least;
		b = calloc(1, sizeof *b + room);
		if (!b)
			fatal("out of memory");
		b->size = room;
		/* a block for one large thing goes behind the one that still has room */
		if (blocks && room == size) {
			b->next = blocks->next;
			blocks->next = b;
		} else {
			b->next = blocks;
			blocks = b;
		}
	}
	b->used += size;
	return b->bytes + b->used - size;
}
