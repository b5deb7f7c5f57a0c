/* admin.c - the administrator of admin.h. */
#include "tests/web/admin.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/tap.h"

struct visitor v;

void
get(const char *uri)
{
	cgi_get(&v, "admin", uri);
}

/* The version of the form that does `act`, as it stands before it. */
static const char *
version_of(const char *act)
{
	static const char field[] = "name=\"versi\" value=\"";
	static char version[17];
	const char *page = cgi_body(&v), *end = strstr(page, act), *s, *next;

	if (end == NULL)
		return "";
	for (s = NULL, next = strstr(page, field); next != NULL && next < end;
	    next = strstr(next + 1, field))
		s = next;
	if (s == NULL)
		return "";
	snprintf(version, sizeof(version), "%.16s", s + sizeof(field) - 1);
	return version;
}

static void
send(const char *uri, const char *key, const char *form)
{
	const char *act = strstr(form, "aksi=");
	char *mark, *all = NULL;

	/* The page that asks once more has one form. */
	if (strstr(cgi_body(&v), "name=\"pasti\"") != NULL)
		mark = strdup("name=\"pasti\"");
	else if (act == NULL || asprintf(&mark, "name=\"aksi\" value=\"%.*s\"",
	    (int)strcspn(act + 5, "&"), act + 5) == -1)
		mark = strdup("-");
	if (mark == NULL || asprintf(&all, "%s&kunci=%s&versi=%s", form, key,
	    version_of(mark)) == -1)
		bail("out of memory");
	cgi_post(&v, "admin", uri, all);
	free(all);
	free(mark);
}

void
post(const char *uri, const char *key, const char *fmt, ...)
{
	char *form;
	va_list ap;

	va_start(ap, fmt);
	if (vasprintf(&form, fmt, ap) == -1)
		bail("out of memory");
	va_end(ap);
	send(uri, key, form);
	free(form);
}

void
post_twice(const char *uri, const char *key, const char *fmt, ...)
{
	char *form, *sure;
	va_list ap;

	va_start(ap, fmt);
	if (vasprintf(&form, fmt, ap) == -1)
		bail("out of memory");
	va_end(ap);
	send(uri, key, form);
	if (asprintf(&sure, "tindakan=%s&pasti=ya", strstr(form, "aksi=") +
	    5) == -1)
		bail("out of memory");
	if (v.status == 200)
		send(uri, key, sure);
	free(sure);
	free(form);
}

char *
encoded(const char *value)
{
	char *out = malloc(3 * strlen(value) + 1), *to = out;

	if (out == NULL)
		bail("out of memory");
	*out = '\0';
	for (; *value != '\0'; value++)
		to += sprintf(to, "%%%02X", (unsigned char)*value);
	return out;
}
