/* signed.h - what is told of the electronic signatures of a file. */
#ifndef WEB_SIGNED_H
#define WEB_SIGNED_H

#include <stddef.h>

struct page;
struct request;

/* One sentence or two for each signature: n texts of the request, NULL when
 * the file has none. */
const char *const *signed_words(const struct request *, const char *sha256,
		    size_t *n);

#endif
