/*
 * serve.h - the room of one request: how it comes in, who sends it, what it
 * carries, and how it is answered.
 *
 * The room knows HTTP, forms, cookies, languages and the frame around every
 * page.  It knows no case: a program gives it a handler for GET and one for
 * POST, which read a struct request and fill a struct reply.
 *
 *	static int
 *	get(struct request *req, struct reply *rep)
 *	{
 *		struct page *body;
 *		struct page *frame = frame_new(req, "hello.tpl", NULL, &body);
 *
 *		page_set(body, "NAME", req->session.name);
 *		return reply_page(rep, req, 200, "Halo", frame);
 *	}
 *
 *	int
 *	main(int argc, char **argv)
 *	{
 *		static const char *const templates[] = { "hello.tpl", NULL };
 *		static const struct web_program hello = { .name = "hello",
 *		    .get = get, .templates = templates };
 *
 *		return web_serve(&hello, argc, argv);
 *	}
 *
 * web_serve() reads the configuration, opens log, database and templates,
 * then answers FastCGI requests one after the other until SIGTERM, SIGINT,
 * SIGHUP or SIGUSR1; a request under way is finished first.  While one of them
 * cannot be had every request is answered 503, and they are tried again, a
 * second after the first time, then two, up to a minute.  The database of a
 * server is opened by the first request, closed after five minutes without
 * one, and opened again by the next.  The listening socket is standard input,
 * or the one it makes at SOPAP_SOCKET.  Started by a plain CGI server (or a
 * test) it answers the one request in its environment; by hand, it says its
 * release or what it is for.
 *
 * For every request the refusals come in one order: 405, 400, 404 for an
 * address of another program, 303 to the log-in, 403 (routes.tsv says who may
 * ask), for a POST 413, 415, 400, 403 without its CSRF token, and for its files
 * 413, 429 and 503; then the handler (403, 404, 409, 422).  What a request may
 * cost stands in base/price.h.
 *
 * A visitor's cookie goes when the browser is closed, and a token with it, and
 * with a log-in in another tab.  Where the address has a page, a form without
 * its token is no refusal: its files are kept, and the GET handler shows the
 * page (422) with what was sent still in req->form, so that the person has to
 * press once more.  A GET does nothing, whoever made the browser send that
 * form; every program fills its page from a form that is `stale`.
 */
#pragma once

struct gateway;
struct reply;
struct request;

/* Fills the reply and returns its HTTP status. */
typedef int web_handler(struct request *, struct reply *);

struct web_program {
	const char	*name;		/* as in routes.tsv: "inbox" */
	web_handler	*get;		/* NULL: 405 */
	web_handler	*post;
	/* Instead of `post`, for senders that are no form of ours: it reads the
	 * body itself and checks the sender; no token is asked for. */
	int		(*raw)(struct request *, struct reply *,
			    struct gateway *);
	const char	*unavailable;	/* instead of a page, a line of text for
					   who asks while there is no office
					   to be opened; NULL: the page */
	const char *const *templates;	/* loaded at start; NULL ends */
	/* Has the form at this address a field for a file of this name?  1 or
	 * 0; NULL: no form has one, multipart is refused. */
	int		(*takes)(const struct request *, const char *field);
	int		 compares;	/* files are not kept: the hash of each
					   is all that is wanted */
	/* How many bytes of one file are held in memory at this address
	 * (upload/upload.h)?  0, or NULL: files are stored. */
	size_t		(*hold)(const struct request *);
};

/* Serve until a signal ends it, with the words of main().  The exit status of
 * the program: 0, also after --help or --version; 1 when it cannot listen, or
 * has no office for its one CGI request; 2 when it was started by no web
 * server, or with other words. */
int	 web_serve(const struct web_program *, int argc, char **argv);
