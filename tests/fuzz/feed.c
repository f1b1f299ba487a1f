/* The bytes of an input, taken as decisions. */
#include "feed.h"
#include "../../compiler/util.h"

unsigned
feed_below(struct feed *f, unsigned n)
{
	if (!f->n)
		return 0;
	f->n--;
	return *f->bytes++ % n;
}

char *
feed_text(struct feed *f, size_t most)
{
	size_t n = feed_below(f, most < 256 ? (unsigned)most + 1 : 256), i;
	char *text;

	if (n > f->n)
		n = f->n;
	text = strn((const char *)f->bytes, n);
	for (i = 0; i < n; i++)
		if (!text[i])
			text[i] = '0';
	f->bytes += n;
	f->n -= n;
	return text;
}
