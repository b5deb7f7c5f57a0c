/*
 * editor.h - the pages on which the next version of an SOP is written: all of
 * them show and change its draft (office/sop_draft.h) as a tree of its text
 * (sop/sop_tree.h).
 *
 *	struct editor e;
 *	int status = editor_open(&e, req, reply, slug);
 *
 *	return status != 0 ? status : ...
 *
 * A change reads the draft anew, so that it may be tried and then done:
 *
 *	if ((err = editor_fresh(e)) != CASE_OK)
 *		return err;
 *	sop_tree_set(e->tree, "nama", admin_value(a, "nama"));
 *	return editor_save(e, ch);
 */
#pragma once

#include "office/change.h"
#include "office/sop_draft.h"

struct admin;
struct page;
struct reply;
struct request;
struct sop_tree;

struct editor {
	struct request		*req;
	struct reply		*reply;
	const char		*slug;
	const char		*address;	/* "/admin/sop/rkt/rancangan" */
	struct sop_draft	 draft;
	struct sop_tree		*tree;
};

/* The draft of a slug, as long as the request: 0, or the status of an answer
 * that says there is none. */
int		 editor_open(struct editor *, struct request *, struct reply *,
		    const char *slug);

/* The draft as it was read, before any change: CASE_OK, CASE_DB. */
enum case_err	 editor_fresh(struct editor *);
/* Keep the tree as the draft: as sop_draft_save(). */
enum case_err	 editor_save(struct editor *, const struct change *);

/* A path of a row, or a value at it: "langkah[3].kegiatan". */
__attribute__((format(printf, 2, 3)))
const char	*editor_path(const struct editor *, const char *fmt, ...);
__attribute__((format(printf, 2, 3)))
const char	*editor_get(const struct editor *, const char *fmt, ...);

/* An address below that of the draft; the same of the page of a row. */
const char	*editor_below(const struct editor *, const char *page);
const char	*editor_row_address(const struct editor *, int pos);

/* Members of struct admin that all pages of the draft share. */
void		 editor_page(const struct editor *, struct admin *,
		    const char *page);
/* The flowchart beside a form (form.tpl) or the overview: the row at a position
 * is marked, 0: none. */
void		 editor_chart(const struct editor *, struct page *, int at);
