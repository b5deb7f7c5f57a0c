/*
 * apply.h - a request from outside, written page by page.
 *
 * The pages are those the SOP file parts its first row's fields into; the last
 * one shows all answers once more.  The answers go into a draft (case/draft.h)
 * with every page, right or wrong, so none of them is lost:
 *
 *	/ajukan/SLUG			what to know before; POST begins a draft
 *	/ajukan/SLUG/NAME		wherever it stands
 *	/ajukan/SLUG/NAME/1, 2 ...	a page (apply_page.h)
 *	/ajukan/SLUG/NAME/periksa	all answers; POST sends them
 *					(apply_check.h)
 *	/ajukan/SLUG/NAME/simpan	the link, for going on another time
 *	/ajukan/SLUG/lanjut#TOKEN	that link (apply_draft.h)
 *
 * and likewise below /mulai for an institution's account.  Functions that give
 * an int answer the request and give the status of the answer, unless said
 * otherwise; words live with the request.
 */
#pragma once

#include "case/draft.h"
#include "case/field_account.h"
#include "case/field_form.h"
#include "casepage/fields.h"
#include "sop/sop.h"

struct page;
struct reply;
struct request;

/* One request about one draft. */
struct apply {
	struct request		*req;
	struct reply		*rep;
	const char		*address;	/* /ajukan/SLUG */
	const char		*base;		/* of the draft: .../NAME */
	const char		*token;
	int64_t			 person_id;	/* 0: the public */
	int64_t			 version_id;
	const struct sop	*sop;
	const struct sop_row	*row;		/* the first */
	struct draft		 d;
	struct field_account	 account;	/* what it gives of the form */
	struct fields_state	 typed;		/* the answers in the draft, or
						   of the form sent just now */
};

/* Answer a GET or POST for the SOP of this slug; 404 when there is none or the
 * visitor may not begin a case of it. */
int	 apply_serve(struct request *, struct reply *, const char *slug);

/* The page before a request begins, with its requirements; above them the line
 * `notice`, or NULL. */
int	 apply_start(struct apply *, int status, const char *notice);

/* Put what the account of an institution gives in place of what was typed: 0,
 * or a status replied. */
int	 apply_account(struct apply *);

/* Check the answers as the act will: errors go into typed, the checked values
 * into *form, which lives with the request.  CASE_OK, also with errors;
 * CASE_DB. */
enum case_err	 apply_check(struct apply *, struct field_form **form);

/* The frame of a page of the form, submit.tpl or check.tpl, with its errors
 * but without its content. */
struct page	*apply_frame(struct apply *, int status, const char *template,
		    struct page **page);

/* The number of pages, the page of the answers included, which is the last;
 * pages count from 1. */
size_t		 apply_pages(const struct apply *);
/* Of page n: "Langkah 2 dari 3", its title, its address. */
const char	*apply_caption(const struct apply *, size_t n);
const char	*apply_title(const struct apply *, size_t n);
const char	*apply_address(const struct apply *, size_t n);
/* The k-th field of page n in the order of the page, from 0; NULL behind the
 * last. */
const struct sop_field	*apply_field(const struct apply *, size_t n, size_t k);
/* Does page n hold this field (consents stand with the answers)?  Is any of its
 * fields asked, by the answers so far? */
int		 apply_holds(const struct apply *, size_t n,
		    const struct sop_field *);
int		 apply_asked(const struct apply *, size_t n);
