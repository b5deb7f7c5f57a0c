/*
 * reply.h - the answer to a request: status, headers, body; sent once, after
 * it is complete.
 */
#ifndef WEB_REPLY_H
#define WEB_REPLY_H

#include <stddef.h>
#include <stdint.h>

struct page;
struct reply;
struct request;

/* 303 See Other to an address of ours (begins with '/'). */
int	 reply_redirect(struct reply *, const char *address);

/* A page: `content` is the body template's page, put into the frame with the
 * title, the menu and the person's name.  Frees it.  Returns the status. */
int	 reply_page(struct reply *, const struct request *, int status,
	    const char *title, struct page *frame);

/* The page of an error: 403, 404, 405, 409, 413, 422, 500 ..., in words. */
int	 reply_error(struct reply *, const struct request *, int status,
	    const char *message);

/* A header line of our own; value must hold no control character. */
void	 reply_header(struct reply *, const char *name, const char *value);
/* Set, or with a NULL value clear, a cookie (HttpOnly, SameSite=Lax, Path=/). */
void	 reply_cookie(struct reply *, const struct request *, const char *name,
	    const char *value);
/* Bytes of a type of their own (CSV, PNG); data is copied. */
int	 reply_bytes(struct reply *, const char *type, const void *, size_t);
/* A stored file as an attachment, or shown when inline_ and the type is
 * harmless (PDF, PNG, JPEG). */
int	 reply_file(struct reply *, const struct request *, const char *hash,
	    const char *type, const char *name, int inline_);

/* A frame page ("frame.tpl") whose BODY is `template_name`; *body gets the
 * part to fill.  `menu` is the current menu item's slug, or NULL. */
struct page	*reply_frame(const struct request *, const char *template_name,
		    const char *menu, struct page **body);

#endif
