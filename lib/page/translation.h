/*
 * translation.h - another language than Indonesian: a catalogue of texts, and
 * templates and values put into it.
 *
 * A catalogue is a file of pairs of lines, the Indonesian text and its
 * translation (sopap-language(5)).  "%1" to "%9" stand for the text
 * in between, which is looked up in turn.  A text that is not in it stays as it
 * is.  The pages' own programs know nothing of this.
 */
#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct translation;

/* Read a catalogue for a language ("en"): NULL with a reason "file:line: ..."
 * in why.  translation_free() it. */
struct translation	*translation_read(const char *path, const char *code,
		    char *why, size_t size);
/* The same of a text, which `name` stands for in the reason. */
struct translation	*translation_parse(const char *name, const char *text,
		    const char *code, char *why, size_t size);
void		 translation_free(struct translation *);

/* The language's code, and its own name for itself: "English". */
const char	*translation_code(const struct translation *);
const char	*translation_name(const struct translation *);

/* The text in this language, or NULL when the catalogue does not have it;
 * given, free() it. */
char		*translation_say(const struct translation *, const char *text);

/* The same of the first `len` bytes of a text. */
char		*translation_part(const struct translation *, const char *text,
		    size_t len);
/* The same for a text without "%1": the catalogue's own. */
const char	*translation_whole(const struct translation *,
		    const char *text);

/*
 * A template in this language: its texts and those of its attributes that
 * people read, markers and tags as they are.  Given, free() it.  Every text
 * that the catalogue does not have is handed to `missing` (which may be NULL).
 */
typedef void	 translation_missing(void *arg, const char *text);
char		*translation_template(const struct translation *,
		    const char *text, translation_missing *, void *arg);

/* All entries, for those who check them: the n-th pair, NULL past the end. */
const char	*translation_entry(const struct translation *, size_t n,
		    const char **translation);

#ifdef __cplusplus
}
#endif
