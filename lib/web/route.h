/*
 * route.h - which program answers an address, and who may ask.  The table is
 * cgi-bin/routes.tsv, which also makes the web servers' files.
 */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include <stdint.h>

#include "web/routes.h"	/* PATH_KOTAK_MASUK "/kotak-masuk", ... */
#include "sop/sop.h"

struct arena;

enum who {
	WHO_ANYONE,
	WHO_PERSON,		/* somebody logged in */
	WHO_OFFICIAL,		/* of the office: no institution's account */
	WHO_ADMIN
};

struct route {
	const char	*path;		/* itself and everything below it */
	const char	*program;
	unsigned	 methods;	/* METHOD_GET (HEAD too), METHOD_POST */
	enum who	 who;
};

/* The route of a decoded path, NULL when there is none.  "/" stands for
 * itself alone. */
const struct route	*route_find(const char *path);

/* Where a task of this kind is worked on: "/periksa/12". */
char		*address_of_step(struct arena *, enum step_kind, int64_t task);

/* Is it an address of ours: begins with one '/', no control character, no
 * backslash, so that no browser reads another host into it? */
int		 address_is_ours(const char *);

#endif
