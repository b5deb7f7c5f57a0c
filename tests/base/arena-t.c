/* arena-t.c - memory of one request. */
#include <setjmp.h>
#include <stdalign.h>
#include <stddef.h>

#include "base/arena.h"
#include "tests/tap.h"

static int
all_zero(const char *p, size_t n)
{
	while (n > 0 && p[n - 1] == 0)
		n--;
	return n == 0;
}

/* Pieces of all sizes, each filled to its end, keep what was put in them. */
static void
pieces_do_not_overlap(struct arena *arena)
{
	static const size_t size[] = { 1, 15, 16, 17, 100, 4096, 5000, 20000,
		1, 70000, 3 };
	char *piece[11 * 20];
	size_t n = sizeof(piece) / sizeof(piece[0]), wrong = 0;

	for (size_t i = 0; i < n; i++) {
		piece[i] = arena_alloc(arena, size[i % 11]);
		if (!all_zero(piece[i], size[i % 11]) ||
		    (size_t)piece[i] % alignof(max_align_t) != 0)
			wrong++;
		memset(piece[i], (int)(i + 1), size[i % 11]);
	}
	is_int(0, (int64_t)wrong, "pieces are zeroed and aligned");
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < size[i % 11]; k++)
			wrong += piece[i][k] != (char)(i + 1);
	is_int(0, (int64_t)wrong, "...and do not overlap");
}

static void
copies_text(struct arena *arena)
{
	char *text;

	is_string("abc", arena_strdup(arena, "abc"), "strdup");
	is_string("ab", arena_strndup(arena, "abc", 2), "strndup");
	is_string("", arena_strndup(arena, "abc", 0), "strndup of nothing");
	is_string("7 dari 10", arena_printf(arena, "%d dari %s", 7, "10"),
	    "printf");
	text = arena_printf(arena, "%0*d", 50000, 1);
	is_int(50000, (int64_t)strlen(text), "a long printf");
}

/* Texts that grow by turns, each from a text of its own. */
static void
appends(struct arena *arena)
{
	static char want[ARENA_GROWING][8 * 1000 + 1];
	const char *text[ARENA_GROWING] = { NULL, "", "awal ", "awal " };
	size_t before = arena_spent(arena), wrong = 0;

	strcpy(want[2], text[2]);
	strcpy(want[3], text[3]);
	for (int i = 0; i < 1000; i++)
		for (int k = 0; k < ARENA_GROWING; k++) {
			arena_append(arena, &text[k], "%d-%03d%s", k, i, "");
			sprintf(want[k] + strlen(want[k]), "%d-%03d", k, i);
		}
	for (int k = 0; k < ARENA_GROWING; k++)
		wrong += strcmp(want[k], text[k]) != 0;
	is_int(0, (int64_t)wrong, "texts grow by turns");
	ok(arena_spent(arena) - before < ARENA_GROWING * 8 * 1000 * 4,
	    "...and take a small multiple of their length");
	arena_append(arena, &text[0], "%s", "");
	is_string(want[0], text[0], "nothing is appended");
	text[0] = "lain";
	arena_append(arena, &text[0], "%s", "nya");
	is_string("lainnya", text[0], "another text is begun");
	is_string(want[1], text[1], "...and the others are as they were");
}

static jmp_buf refused;

static void
over(void *arg)
{
	*(int *)arg += 1;
	longjmp(refused, 1);
}

static void
has_a_limit(void)
{
	struct arena *arena = arena_new();
	int calls = 0;

	arena_limit(arena, 100000, over, &calls);
	arena_alloc(arena, 60000);
	is_int(0, calls, "within its limit");
	if (setjmp(refused) == 0) {
		arena_alloc(arena, 60000);
		ok(0, "more is given");
	}
	is_int(1, calls, "beyond it somebody is told");
	arena_free(arena);
}

int
main(void)
{
	struct arena *arena = arena_new();

	pieces_do_not_overlap(arena);
	copies_text(arena);
	appends(arena);
	has_a_limit();
	/* The sanitizers report those that were not freed. */
	arena_adopt(arena, strdup("given"));
	arena_adopt(arena, NULL);
	arena_free(arena);
	arena_free(NULL);
	return tap_done();
}
