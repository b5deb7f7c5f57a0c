/*
 * serve.h - the one loop that serves requests.
 *
 * web_serve() reads the configuration, opens log, database and templates,
 * then answers FastCGI requests one after the other until SIGTERM, SIGINT,
 * SIGHUP or SIGUSR1; a request under way is finished first.  The listening
 * socket is standard input, or the one it makes at SOPAP_SOCKET.  Started by
 * a plain CGI server (or a test) it answers the one request in its
 * environment.
 *
 * For every request the refusals come in one order: 405, 400, 404 for an
 * address of another program, 303 to the log-in, 403 (who may ask is said in
 * routes.tsv), for a POST 413, 415, 400 and 403 without its CSRF token; then
 * the handler (403, 404, 409, 422).
 */
#ifndef WEB_SERVE_H
#define WEB_SERVE_H

struct gateway;
struct reply;
struct request;

/* Fills the reply and returns its HTTP status. */
typedef int web_handler(struct request *, struct reply *);

struct web_program {
	const char	*name;		/* as in routes.tsv: "inbox" */
	web_handler	*get;		/* NULL: 405 */
	web_handler	*post;
	/* Instead of `post`, for what no form of ours sends: it reads the body
	 * itself, no token is asked for, and who sends it is its to see. */
	int		(*raw)(struct request *, struct reply *,
			    struct gateway *);
	const char *const *templates;	/* loaded at start; NULL ends */
	int		 uploads;	/* accepts multipart with files */
	size_t		 hold;		/* ... with one file of so many bytes,
					   held in memory (upload/upload.h) */
};

/* Serve until told to stop; the result is main's. */
int	 web_serve(const struct web_program *);

#endif
