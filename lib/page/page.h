/*
 * page.h - filling a template.  The one C++ file, page.cc, stands behind it;
 * no C++ type and no exception crosses this header.
 *
 * Every template begins with {{%AUTOESCAPE context="HTML"}}; values are
 * escaped by where they stand.  Templates are loaded once, at start; a
 * template that cannot be read stops the start.
 *
 * This is the face of the room page: beside it are format.h (dates, figures
 * and durations as they are printed) and translation.h (a catalogue of texts
 * of another language).  The room knows no request, no person and no case:
 * values come as texts.
 *
 *	struct page *p = page_new("inbox.tpl");
 *	page_set(p, "TITLE", "Kotak masuk");
 *	struct page *row = page_add(p, "ROWS");
 *	page_set(row, "SUBJECT", subject);
 *	if (page_expand(p, &html, &len) == 0) ...
 *	page_free(p);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct page;

/* Where templates are looked for: folders separated by ':'.  Before the first
 * page_load(). */
void		 page_path(const char *folders);

/* Every address of a page that begins with '/' (href, action, src) gets this
 * before it, whether it stands in a template or comes as a value: "/layanan".
 * Before the first page_expand(); "", the usual: nothing. */
void		 page_prefix(const char *prefix);

/* Load a template now: 0, or -1 when it is missing, malformed or does not
 * begin with the AUTOESCAPE line. */
int		 page_load(const char *name);

/*
 * Another language: its folder CODE beside the templates holds "messages"
 * (page/translation.h) and, where words are not enough, templates of its own.
 * 0, or -1 with a reason; both are read when the language is first spoken.
 */
int		 page_language_load(const char *code, char *why, size_t size);
/* Pages are made in this language from now on, values that programs give
 * included; NULL or an unknown one: Indonesian.  The code of what is spoken.
 * A language whose words or templates turn out to be wrong is forgotten. */
const char	*page_language(const char *code);
/* The fault of the language that was asked for last; "" for none. */
const char	*page_language_fault(void);
/* The n-th language besides Indonesian by its own name; NULL past the end. */
const char	*page_language_name(size_t n, const char **code);
/* A text in the language of the pages, for what is no page but goes with one:
 * a letter.  Given, free() it; NULL: it is not in the catalogue. */
char		*page_say(const char *text);

/* A page of a template; freed with all its parts by page_free().  Out of
 * memory gives NULL, here and below; every function takes NULL for a page and
 * does nothing, so only page_expand() needs a check. */
struct page	*page_new(const char *template_name);
void		 page_free(struct page *);	/* of page_new() only */

/* Give a marker its value; a NULL value is "".  The text is copied. */
void		 page_set(struct page *, const char *marker, const char *value);
/* A text that people typed: it stays as it is in every language. */
void		 page_set_typed(struct page *, const char *marker,
		    const char *value);
void		 page_set_int(struct page *, const char *marker, int64_t value);
__attribute__((format(printf, 3, 4)))
void		 page_setf(struct page *, const char *marker, const char *fmt,
		    ...);
/* The same for this template and all it includes: a value set by page_set()
 * is seen in the sections of its own template only. */
void		 page_global(struct page *, const char *marker,
		    const char *value);

/* Show a section once more and return its part (owned by the page). */
struct page	*page_add(struct page *, const char *section);
/* The same with the values of two of its markers; of a link, HREF and TEXT. */
struct page	*page_pair(struct page *, const char *section,
		    const char *marker, const char *value,
		    const char *other, const char *other_value);
struct page	*page_link(struct page *, const char *section,
		    const char *href, const char *text);
/* Show a section once, without values of its own. */
void		 page_show(struct page *, const char *section);
/* Show a section whose one marker is TEXT; not at all when text is NULL or
 * empty. */
void		 page_text(struct page *, const char *section,
		    const char *text);
/* Show a section {VALUE TEXT CHOSEN} once more: a choice of a list. */
void		 page_option(struct page *, const char *section,
		    const char *value, const char *text, int chosen);
/* Show HIDDEN {NAME VALUE} once more: a value that a form carries. */
void		 page_hidden(struct page *, const char *name,
		    const char *value);
/* Fill {{>MARKER}} with another template; returns its part. */
struct page	*page_include(struct page *, const char *marker,
		    const char *template_name);

/* Expand into a buffer to be freed by the caller: 0, or -1 and no buffer. */
int		 page_expand(struct page *, char **html, size_t *len);

#ifdef __cplusplus
}
#endif
