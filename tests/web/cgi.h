/*
 * cgi.h - the programs of cgi-bin run as a web server runs a CGI, with an
 * office of their own, asked by visitors who keep cookies as browsers do.
 *
 *	struct office *o = cgi_office();
 *	struct visitor v = { .now = FIXTURE_START };
 *
 *	cgi_login(o, &v, "kakanwil");
 *	cgi_get(&v, "inbox", "/kotak-masuk");
 *	is_int(200, v.status, "the inbox");
 *	ok(cgi_has(&v, "Tidak ada tugas"), "...is empty");
 *	cgi_post(&v, "inbox", "/kotak-masuk", "aksi=tarik&tugas=12");
 *	is_string("/kotak-masuk", v.location, "...back to it");
 *	cgi_leave(&v);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct office;

#define CGI_COOKIES 8

/* One browser, and the last answer it got. */
struct visitor {
	int64_t	 now;			/* the clock of the program asked */
	const char *remote;		/* address; NULL: 192.0.2.7 */
	char	*cookie[CGI_COOKIES];	/* "name=value" */
	char	 csrf[80];		/* token of the last page with a form */

	int	 status;		/* -1: the program failed */
	char	*answer;		/* head and body */
	size_t	 size;			/* of the body */
	char	 location[512];		/* "" when there is none */
};

/* An office (tests/case/fixture.h) in a temporary folder with its own
 * sopap.conf; both go when the test ends.  Once per test. */
struct office	*cgi_office(void);
/* That folder. */
const char	*cgi_folder(void);
/* Give a key of its sopap.conf another value. */
void		 cgi_configure(const char *key, const char *value);

/* Begin a session for the person with this login. */
void		 cgi_login(struct office *, struct visitor *,
		    const char *login);
/* Forget cookies and answer. */
void		 cgi_leave(struct visitor *);
/* Keep a cookie, "name=value". */
void		 cgi_cookie(struct visitor *, const char *cookie);

/* Ask BUILDDIR/libexec/NAME; the visitor gets its answer. */
void		 cgi_get(struct visitor *, const char *name, const char *uri);
/* A form as browsers send it; the visitor's token goes with it unless the
 * form names its own "csrf". */
void		 cgi_post(struct visitor *, const char *name, const char *uri,
		    const char *form);
/* Any request; type and body may be NULL. */
void		 cgi_ask(struct visitor *, const char *name,
		    const char *method, const char *uri, const char *type,
		    const char *body, size_t len);

/* One file and fields as multipart/form-data; the token goes with them.
 * `fields` are "name=value" without escapes, ended by NULL. */
struct cgi_file {
	const char	*field, *name, *type;
	const char	*data;
	size_t		 len;
};
void		 cgi_upload(struct visitor *, const char *name,
		    const char *uri, const char *const *fields,
		    const struct cgi_file *);

/* Text behind the head; a header's value, "" when absent (static). */
const char	*cgi_body(const struct visitor *);
const char	*cgi_header(const struct visitor *, const char *name);
/* Does the body hold this text? */
int		 cgi_has(const struct visitor *, const char *text);
/* The value of the first field of a form with this name, "" when absent;
 * static. */
const char	*cgi_field(const struct visitor *, const char *name);
