/*
 * admin.h - an administrator at the pages of sopap-admin(8): sends a form of
 * the page last shown, and says yes where it is asked once more.
 */
#pragma once

#include "tests/web/cgi.h"

extern struct visitor v;		/* the administrator */

void	 get(const char *uri);

/* Send "aksi=...&a=1", with the version of that form, under a key. */
__attribute__((format(printf, 3, 4)))
void	 post(const char *uri, const char *key, const char *fmt, ...);

/* Send it, and again from the page that asks once more. */
__attribute__((format(printf, 3, 4)))
void	 post_twice(const char *uri, const char *key, const char *fmt, ...);

/* A value for a form; given, free() it. */
char	*encoded(const char *value);
