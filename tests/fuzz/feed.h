/* The bytes of an input, taken as decisions. Where there are none left all are 0. */
#ifndef FEED_H
#define FEED_H

#include <stddef.h>
#include <stdint.h>

struct feed {
	const uint8_t *bytes;
	size_t n;
};

/* from 0 to below n, which is at most 256 */
unsigned feed_below(struct feed *f, unsigned n);
/* a text of at most `most` bytes, none of them NUL */
char *feed_text(struct feed *f, size_t most);

#endif
