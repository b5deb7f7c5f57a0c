/*
 * multipart.c - fuzz the parser of multipart forms: whole and in blocks of
 * seven bytes it must come to the same parts and the same end.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include "tests/fuzz/fuzz.h"
#include "web/multipart.h"

struct body {
	const uint8_t	*data;
	size_t		 size, at, block;
};

static ssize_t
read_body(void *arg, void *buf, size_t size)
{
	struct body *body = arg;
	size_t n = body->size - body->at;

	n = n > size ? size : n;
	n = n > body->block ? body->block : n;
	if (n > 0)
		memcpy(buf, body->data + body->at, n);
	body->at += n;
	return (ssize_t)n;
}

/* FNV-1a over all that the parser says. */
static void
mix(uint64_t *sum, const void *data, size_t len)
{
	const uint8_t *s = data;

	while (len-- > 0)
		*sum = (*sum ^ *s++) * UINT64_C(1099511628211);
}

static int
part_begin(void *arg, const struct multipart_part *part)
{
	mix(arg, part->name, strlen(part->name) + 1);
	if (part->filename != NULL)
		mix(arg, part->filename, strlen(part->filename) + 1);
	return 0;
}

static int
part_data(void *arg, const void *data, size_t len)
{
	mix(arg, data, len);
	return 0;
}

static int
part_end(void *arg)
{
	mix(arg, "end", 3);
	return 0;
}

static uint64_t
sum_of(const uint8_t *data, size_t size, size_t block)
{
	uint64_t sum = UINT64_C(14695981039346656037);
	struct body body = { data, size, 0, block };
	struct multipart_sink sink = { part_begin, part_data, part_end, &sum };
	enum multipart_err err = multipart_parse("b", 8, read_body, &body,
	    &sink);

	/* The parts before the place where a body breaks are not used, so
	 * they may differ. */
	if (err != MULTIPART_OK)
		sum = err;
	return sum;
}

void
fuzz_multipart(const uint8_t *data, size_t size)
{
	char boundary[MULTIPART_BOUNDARY_MAX + 1], *type = malloc(size + 1);

	if (type != NULL) {
		memcpy(type, data, size);
		type[size] = '\0';
		multipart_boundary(type, boundary);
		free(type);
	}
	if (sum_of(data, size, SIZE_MAX) != sum_of(data, size, 7))
		abort();
}
