/* form.c - fuzz the decoding of forms: what comes out is valid text. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/urlcode.h"
#include "base/utf8.h"
#include "tests/fuzz/fuzz.h"
#include "web/form.h"

static void
check(const char *text)
{
	if (!utf8_valid(text, strlen(text)) || strchr(text, '\r') != NULL)
		abort();
}

void
fuzz_form(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct form_field *field;
	size_t count = 0;
	char *code;

	if (form_decode(arena, (const char *)data, size, 100, &field,
	    &count) == 0) {
		for (size_t i = 0; i < count; i++) {
			check(field[i].name);
			check(field[i].value);
			/* An encoded text is decoded to itself. */
			code = urlcode_encode(arena, field[i].value);
			code[urlcode_decode(code, strlen(code), 1)] = '\0';
			if (strcmp(code, field[i].value) != 0)
				abort();
		}
	}
	arena_free(arena);
}
