/*
 * route.h - the program that answers an address, and the people it answers.
 * The table is cgi-bin/routes.tsv, which also makes the web servers' files.
 */
#pragma once

#include "web/routes.h"	/* PATH_KOTAK_MASUK "/kotak-masuk", ... */

enum who {
	WHO_ANYONE,
	WHO_PERSON,		/* somebody logged in */
	WHO_OFFICIAL,		/* of the office: no institution's account */
	WHO_ADMIN		/* who manages, or has data-pribadi: the program
				   asks which (people/rights.h) */
};

struct route {
	const char	*path;		/* itself and everything below it */
	const char	*program;
	unsigned	 methods;	/* METHOD_GET (HEAD too), METHOD_POST */
	enum who	 who;
	int		 pin;		/* also in a session begun by PIN */
};

/* The route of a decoded path, NULL when there is none.  "/" stands for
 * itself alone. */
const struct route	*route_find(const char *path);
