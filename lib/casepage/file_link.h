/*
 * file_link.h - a stored file of a case on a page: the links to open it in
 * another tab and to fetch it, and its pages as pictures beside a form.
 */
#pragma once

#include <stddef.h>

struct document;
struct page;
struct request;

/* Show the section `name` once more {HREF TEXT OPEN}: the address, "surat.pdf
 * (PDF, 312 kB)", and OPEN where a browser shows the file itself. */
struct page	*file_link(const struct request *, struct page *,
		    const char *name, const struct document *);

/* Show the section LOOK with a FILE {HREF TEXT OPEN LABEL} for each of the
 * files whose pages can be drawn, and in it PAGES {SRC ALT}, MORE {TEXT} or
 * NOT_DRAWN {TEXT}; files that nobody gets yet are left out, and those shown
 * before.  How many were shown. */
size_t		 file_link_look(const struct request *, struct page *,
		    const struct document *const *, size_t n);
