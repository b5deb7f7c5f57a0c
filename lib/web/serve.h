/*
 * serve.h - the one loop that serves requests.
 *
 * web_serve() reads the configuration, opens log, database and templates,
 * then answers FastCGI requests one after the other until SIGTERM; started
 * by a plain CGI server (or a test) it answers the one request in its
 * environment.  For every request the refusals come in one order: 405, 400,
 * 401/303 to the log-in, 403, then the handler (404, 409, 422).
 */
#ifndef WEB_SERVE_H
#define WEB_SERVE_H

#include <stddef.h>

struct reply;
struct request;

/* Fills the reply and returns its HTTP status. */
typedef int web_handler(struct request *, struct reply *);

struct web_program {
	const char	*name;		/* as in routes.tsv: "inbox" */
	web_handler	*get;		/* NULL: 405 */
	web_handler	*post;
	const char *const *templates;	/* loaded at start; NULL ends */
	int		 uploads;	/* accepts multipart with files */
};

/* Serve until told to stop; the result is main's. */
int	 web_serve(const struct web_program *);

#endif
