/*
 * request.h - one HTTP request as a handler sees it, whether it came by
 * FastCGI or as plain CGI.  All strings live until the request ends.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct arena;
struct conf;
struct form_field;
struct gateway;
struct nameplate;
struct office;
struct route;
struct upload;

enum method { METHOD_GET = 1, METHOD_POST = 2, METHOD_HEAD = 4 };

/* The person logged in. */
struct session {
	int64_t		 id;		/* 0: nobody is logged in */
	int64_t		 person_id;
	int64_t		 institution_id; /* 0 for officials */
	const char	*name;
	const char	*csrf;		/* token every form carries as "csrf";
					   there for anonymous pages, too */
	const char	*login;
	int		 admin;		/* may open pages by kelola, */
	int		 personal;	/* and by data-pribadi */
	int		 pin;		/* begun by PIN: opens a counter alone
					   (routes.tsv) */
	int		 proved;	/* the second factor was shown just
					   now */
	int		*desk;		/* session_has_desk(); -1: not yet
					   asked */
};

struct request {
	struct arena	*arena;
	struct office	*office;	/* case library, open on the database */
	const struct conf *conf;
	int64_t		 now;		/* seconds UTC, read once */
	const char	*id;		/* random, in log and 500 page */
	enum method	 method;
	const char	*path;		/* decoded, no query: "/berkas/12" */
	const char	*address;	/* as asked for, with the query; both
					   without the site's prefix */
	const struct route *route;	/* of the path (web/route.h) */
	const char	*remote;	/* client address */
	int		 local;		/* it is of this machine, and no proxy
					   speaks for another */
	const char	*authorization;	/* that header, or "" */
	const char	*forwarded;	/* clients as proxies tell: that header,
					   or "" */
	const char	*known;		/* tags of what the browser has: the
					   If-None-Match header, or "" */
	const char	*language;	/* of the page: "id", "en" */
	struct session	 session;
	struct form_field *query;	/* parsed query string */
	size_t		 nquery;
	struct form_field *form;	/* parsed body of a POST */
	size_t		 nform;
	struct upload	*upload;
	size_t		 nupload;
	const char	*cookies;	/* the Cookie header, or "" */
	int		 stale;		/* a POST without a token of this visit,
					   shown again as a GET: the form is
					   as it was sent, and nothing is done
					   (serve.h) */
	int		 renewal;	/* a page looks again by itself: nobody
					   uses the session */
	const char	*visit;		/* visitor's new cookie, or NULL */
	const char	*notice;	/* left by session_notice(), or NULL */
	const struct nameplate **plate;	/* plate_now(); *plate NULL: not yet
					   read */
};

/*
 * Read method, address, query and cookies: 0, or the HTTP status of what is
 * wrong with them: 405 (no method of ours), 400 (malformed, no UTF-8), 404
 * (not under the site's prefix: conf_prefix()).
 * arena, office, conf, now and id are the caller's.
 */
int	 request_begin(struct request *, struct gateway *);

/* The first value of a query's field; NULL when it is absent. */
const char	*request_query(const struct request *, const char *name);
/* The first file of a form's field, accepted or refused; NULL when none was
 * sent. */
const struct upload *request_upload(const struct request *, const char *field);

/* The n-th segment of the path after the program's own prefix ("/berkas/12":
 * segment 1 is "12"); NULL when there are not that many, or it is empty. */
const char	*request_segment(const struct request *, int n);

/* A random token of 32 hex digits, as the idempotency key of a form. */
char		*request_token(struct arena *);
