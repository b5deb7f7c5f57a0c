/*
 * arena.h - memory of one request: everything a handler allocates is freed by
 * one call when the request ends.  No handler calls free().
 *
 * This is the ground of the room base, which every other room may stand on:
 * configuration (conf.h), log lines (log.h), text (utf8.h, urlcode.h, trim.h,
 * text.h, number.h, csv.h) and the faults of a file (fault.h).  It knows no
 * office, no database and no request.
 *
 *	struct arena *arena = arena_new();
 *	char *line = arena_printf(arena, "%s, %d", name, age);
 *	...
 *	arena_free(arena);			line, too
 */
#pragma once

#include <stddef.h>

struct arena;

struct arena	*arena_new(void);
void		 arena_free(struct arena *);
/* Zeroed memory; never NULL (out of memory ends the program with a log line:
 * the supervisor starts another, and nothing was acknowledged). */
void		*arena_alloc(struct arena *, size_t);
char		*arena_strdup(struct arena *, const char *);
char		*arena_strndup(struct arena *, const char *, size_t);
__attribute__((format(printf, 2, 3)))
char		*arena_printf(struct arena *, const char *fmt, ...);
/*
 * Write a piece behind *text, which may be NULL or "" at first; *text is the
 * longer one then, of the same memory or of other.  However many pieces come,
 * they cost no more than twice their length, as long as at most ARENA_GROWING
 * texts grow by turns.
 *
 *	const char *list = "";
 *
 *	for (i = 0; i < n; i++)
 *		arena_append(arena, &list, "%s%s", i > 0 ? ", " : "", name[i]);
 */
#define ARENA_GROWING 4
__attribute__((format(printf, 3, 4)))
void		 arena_append(struct arena *, const char **text,
		    const char *fmt, ...);
/* Bytes handed out so far. */
size_t		 arena_spent(const struct arena *);
/* At most `most` bytes, from now on: whoever asks for more calls over(arg),
 * which does not return. */
void		 arena_limit(struct arena *, size_t most, void (*over)(void *),
		    void *arg);
/* Free `p` with free() when the request ends: for memory libraries give. */
void		 arena_adopt(struct arena *, void *p);
