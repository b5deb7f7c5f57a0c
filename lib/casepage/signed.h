/* signed.h - what is told of a file beside its name: its electronic signatures,
 * and that it is held. */
#ifndef CASEPAGE_SIGNED_H
#define CASEPAGE_SIGNED_H

#include <stddef.h>

struct page;
struct request;

/* One sentence or two for each signature: n texts of the request, NULL when
 * the file has none. */
const char *const *words_signatures(const struct request *, const char *sha256,
		    size_t *n);

/* That nobody gets it, and why; NULL when it is not held. */
const char	*words_held(const struct request *, const char *sha256);

#endif
