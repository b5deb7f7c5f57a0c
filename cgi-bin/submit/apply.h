/*
 * apply.h - a request from outside, written page by page.
 *
 * The pages are those the SOP file parts its first row's fields into; the last
 * one shows all answers once more.  What is typed goes into a draft
 * (case/draft.h) with every page, right or wrong, so nothing of it is lost:
 *
 *	/ajukan/SLUG			what to know before; POST begins a draft
 *	/ajukan/SLUG/NAME		wherever it stands
 *	/ajukan/SLUG/NAME/1, 2 ...	a page
 *	/ajukan/SLUG/NAME/periksa	all answers; POST sends them
 *	/ajukan/SLUG/NAME/simpan	the link, for going on another time
 *	/ajukan/SLUG/lanjut#TOKEN	that link
 *
 * and likewise below /mulai for an institution's account.
 */
#ifndef CGI_BIN_SUBMIT_APPLY_H
#define CGI_BIN_SUBMIT_APPLY_H

#include "case/draft.h"
#include "case/field_form.h"
#include "casepage/fields.h"
#include "sop/sop.h"

struct reply;
struct request;

#define APPLY_ERRORS_MAX 64

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
	struct fields_state		 typed;		/* what the draft holds, or what
						   was sent just now */
	struct field_error	*error;		/* typed.error */
};

/* submit_apply.c: the request with this slug, by whoever may begin it. */
int	 apply_get(struct request *, struct reply *, const char *slug);
int	 apply_post(struct request *, struct reply *, const char *slug);

/* What is typed, checked: the errors that are there, and what it amounts to
 * (lives with the request). */
enum case_err	 apply_check(struct apply *, struct field_form **form);

/* A page of the form, submit.tpl or check.tpl, without its content. */
struct page	*apply_frame(struct apply *, int status, const char *template,
		    struct page **page);
/* "Langkah 2 dari 3"; the page of the answers is number apply_pages(). */
const char	*apply_caption(const struct apply *, size_t n);
size_t		 apply_pages(const struct apply *);
const char	*apply_title(const struct apply *, size_t n);
/* The k-th field of page n in the order of the page; NULL behind the last. */
const struct sop_field	*apply_field(const struct apply *, size_t n, size_t k);
/* Does page n hold this field (consents stand with the answers); is any of its
 * fields asked? */
int		 apply_holds(const struct apply *, size_t n,
		    const struct sop_field *);
int		 apply_asked(const struct apply *, size_t n);
/* The address of page n. */
const char	*apply_address(const struct apply *, size_t n);

/* What to know before, and a line above it or NULL. */
int	 apply_start(struct apply *, int status, const char *notice);

/* submit_draft.c: begin a draft: it has an address from now on. */
int	 apply_draft_begin(struct apply *);
/* The draft of the address, and what it holds: 0, or a status replied. */
int	 apply_draft_load(struct apply *);
/* The link, to go on with another time or elsewhere; the page it leads to. */
#define APPLY_GO_ON "lanjut"
int	 apply_draft_link(struct apply *);
int	 apply_draft_ask(struct apply *, int status);
int	 apply_draft_go_on(struct apply *);

/* submit_page.c: page n. */
int	 apply_page_get(struct apply *, size_t n);
int	 apply_page_post(struct apply *, size_t n);

/* submit_check.c: the answers once more, and sending them. */
int	 apply_check_get(struct apply *);
int	 apply_check_post(struct apply *);

/* submit_sent.c: what follows for a case that has just begun, its page
 * ("terkirim") and its receipt ("bukti"); and their address. */
int		 sent_page(struct request *, struct reply *);
int		 sent_receipt(struct request *, struct reply *);
const char	*sent_address(const struct request *, const char *what,
		    int64_t case_id);

#endif
