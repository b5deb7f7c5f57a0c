/*
 * arena.c - a list of blocks, each cut into pieces from its front.
 *
 * Under the address sanitizer every piece is a block of its own, so that an
 * overrun of one is seen.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"

#ifdef __SANITIZE_ADDRESS__
#define BLOCK 0
#else
#define BLOCK 16384
#endif

#define ALIGN _Alignof(max_align_t)

struct block {
	struct block	*next;
	size_t		 size;		/* bytes behind this head */
	size_t		 used;
	max_align_t	 data[];
};

/* Memory a library gave, to be freed with the rest. */
struct adopted {
	struct adopted	*next;
	void		*memory;
};

/* A text that arena_append() makes longer. */
struct growing {
	char		*text;
	size_t		 len, size;
};

struct arena {
	struct block	*blocks;	/* the first is the one in use */
	struct adopted	*adopted;
	struct growing	 growing[ARENA_GROWING];	/* the latest first */
	size_t		 spent, most;	/* bytes; most 0: no limit */
	void		(*over)(void *);
	void		*arg;
};

static void *
must(void *memory)
{
	if (memory == NULL) {
		log_line(LOG_ERROR, "out of memory");
		exit(1);
	}
	return memory;
}

struct arena *
arena_new(void)
{
	return must(calloc(1, sizeof(struct arena)));
}

void
arena_free(struct arena *arena)
{
	struct block *block, *next;

	if (arena == NULL)
		return;
	for (struct adopted *a = arena->adopted; a != NULL; a = a->next)
		free(a->memory);
	for (block = arena->blocks; block != NULL; block = next) {
		next = block->next;
		free(block);
	}
	free(arena);
}

/*
 * A block with room for `size` bytes.  One made for a large piece goes behind
 * the block in use, whose rest would be lost otherwise.
 */
static struct block *
block_for(struct arena *arena, size_t size)
{
	struct block *block = arena->blocks;
	size_t want = size > BLOCK / 4 ? size : BLOCK;

	if (block != NULL && block->size - block->used >= size)
		return block;
	block = must(malloc(sizeof(*block) + want));
	block->size = want;
	block->used = 0;
	if (arena->blocks != NULL && want == size) {
		block->next = arena->blocks->next;
		arena->blocks->next = block;
	} else {
		block->next = arena->blocks;
		arena->blocks = block;
	}
	return block;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	struct block *block;
	void *piece;

	if (size > PTRDIFF_MAX / 2)
		must(NULL);
	size = (size + ALIGN - 1) / ALIGN * ALIGN;
	arena->spent += size;
	if (arena->most != 0 && arena->spent > arena->most)
		arena->over(arena->arg);
	block = block_for(arena, size);
	piece = (char *)block->data + block->used;
	block->used += size;
	return memset(piece, 0, size);
}

char *
arena_strndup(struct arena *arena, const char *s, size_t len)
{
	char *copy = arena_alloc(arena, len + 1);

	memcpy(copy, s, len);
	return copy;
}

char *
arena_strdup(struct arena *arena, const char *s)
{
	return arena_strndup(arena, s, strlen(s));
}

char *
arena_printf(struct arena *arena, const char *fmt, ...)
{
	va_list ap, again;
	char *text;
	int len;

	va_start(ap, fmt);
	va_copy(again, ap);
	len = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	text = arena_alloc(arena, len < 0 ? 1 : (size_t)len + 1);
	if (len > 0)
		vsnprintf(text, (size_t)len + 1, fmt, again);
	va_end(again);
	return text;
}

/* Room for a text and `more` bytes, of twice the length. */
static void
grow(struct arena *arena, struct growing *g, const char *text, size_t more)
{
	size_t size = 2 * (g->len + more + 1);
	char *room = arena_alloc(arena, size);

	if (g->len > 0)
		memcpy(room, text, g->len);
	g->text = room;
	g->size = size;
}

/* The text with room for `more` bytes behind it, in the first place. */
static struct growing *
growing(struct arena *arena, const char *text, size_t more)
{
	struct growing *list = arena->growing, g;
	size_t i = 0;

	while (i < ARENA_GROWING && (text == NULL || list[i].text != text))
		i++;
	if (i < ARENA_GROWING)
		g = list[i];
	else {
		g = (struct growing){ .len = text != NULL ? strlen(text) : 0 };
		i = ARENA_GROWING - 1;
	}
	memmove(&list[1], &list[0], i * sizeof(*list));
	if (g.len + more + 1 > g.size)
		grow(arena, &g, text, more);
	list[0] = g;
	return &list[0];
}

void
arena_append(struct arena *arena, const char **text, const char *fmt, ...)
{
	struct growing *g;
	va_list ap, again;
	int len;

	va_start(ap, fmt);
	va_copy(again, ap);
	len = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (len >= 0) {
		g = growing(arena, *text, (size_t)len);
		vsnprintf(g->text + g->len, (size_t)len + 1, fmt, again);
		g->len += (size_t)len;
		*text = g->text;
	}
	va_end(again);
}

size_t
arena_spent(const struct arena *arena)
{
	return arena->spent;
}

void
arena_limit(struct arena *arena, size_t most, void (*over)(void *), void *arg)
{
	arena->most = most;
	arena->over = over;
	arena->arg = arg;
}

void
arena_adopt(struct arena *arena, void *memory)
{
	struct adopted *a = arena_alloc(arena, sizeof(*a));

	a->memory = memory;
	a->next = arena->adopted;
	arena->adopted = a;
}
