/* conf_value.c - the forms that values of sopap.conf have. */
#include "base/conf_value.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#define DIGITS	"0123456789"
#define SMALL	"abcdefghijklmnopqrstuvwxyz" DIGITS
#define LETTERS	SMALL "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define HTTP	"http://"
#define HTTPS	"https://"

/* The rest of s behind a beginning; NULL when it begins otherwise. */
static const char *
behind(const char *s, const char *begin)
{
	size_t n = strlen(begin);

	return strncmp(s, begin, n) == 0 ? s + n : NULL;
}

static int
consists_of(const char *s, const char *set)
{
	return s[strspn(s, set)] == '\0';
}

/* Bytes of a host's name or address at s, an IPv6 one in brackets; 0 when
 * there is none. */
static size_t
host_length(const char *s)
{
	size_t n;

	if (*s != '[')
		return strchr(".-", *s) != NULL ? 0 :
		    strspn(s, LETTERS ".-");
	n = 1 + strspn(s + 1, LETTERS ":.");
	return n > 2 && s[n] == ']' ? n + 1 : 0;
}

/* Past ":port" at s, or s itself when there is none; NULL when it cannot be
 * one. */
static const char *
past_port(const char *s)
{
	size_t n;

	if (*s != ':')
		return s;
	n = strspn(++s, DIGITS);
	if (n < 1 || n > 5 || atol(s) < 1 || atol(s) > 65535)
		return NULL;
	return s + n;
}

/* Past "host" or "host:port"; NULL when there is none. */
static const char *
past_server(const char *s)
{
	size_t n = host_length(s);

	return n > 0 ? past_port(s + n) : NULL;
}

static const char *
site_fault(const char *s)
{
	const char *at = behind(s, HTTPS);

	if (at == NULL)
		at = behind(s, HTTP);
	if (at == NULL || (at = past_server(at)) == NULL)
		return "not of the form https://host, https://host:port or "
		    "https://host/path";
	if (*at == '\0')
		return NULL;
	if (*at != '/' || !consists_of(at, LETTERS "/._~-") ||
	    strstr(at, "//") != NULL || at[strlen(at) - 1] == '/')
		return "what follows the host is no path like /layanan, "
		    "without / at its end";
	return NULL;
}

static const char *
mail_server_fault(const char *s)
{
	const char *at = behind(s, "smtp://");

	if (at == NULL)
		at = behind(s, "smtps://");
	if (at == NULL || (at = past_server(at)) == NULL || *at != '\0')
		return "not of the form smtp://host:587 or smtps://host:465";
	return NULL;
}

static const char *
mail_fault(const char *s)
{
	size_t n = strspn(s, LETTERS "!#$%&'*+-/=?^_`{|}~.");

	if (n == 0 || s[n] != '@' || host_length(s + n + 1) == 0 ||
	    s[n + 1 + host_length(s + n + 1)] != '\0')
		return "not a mail address";
	return NULL;
}

static const char *
socket_fault(const char *s)
{
	size_t n = host_length(s);
	const char *end;

	if (*s == '/')
		return NULL;
	if (n == 0 || s[n] != ':' || (end = past_port(s + n)) == NULL ||
	    *end != '\0')
		return "neither a path that begins with / nor host:port";
	return NULL;
}

static const char *
folders_fault(const char *s)
{
	while (s != NULL) {
		if (*s != '/')
			return "not a list of folders that begin with /, "
			    "':' between";
		if ((s = strchr(s, ':')) != NULL)
			s++;
	}
	return NULL;
}

/* Part of addresses, which //host would turn elsewhere. */
static const char *
path_fault(const char *s)
{
	if (*s != '/')
		return "does not begin with /";
	if (s[1] == '\0' || s[strlen(s) - 1] == '/' ||
	    strstr(s, "//") != NULL || !consists_of(s, LETTERS "/._~-"))
		return "not a path like /aset, without / at its end";
	return NULL;
}

/* Words of a name and of years, or of what is kept for ever. */
static const char *
terms_fault(const char *s)
{
	static const char fault[] = "no terms like skp=10 renstra=permanen";
	size_t name, n;

	while (*(s += strspn(s, " ")) != '\0') {
		name = strspn(s, SMALL "-_");
		if (name == 0 || s[name] != '=')
			return fault;
		s += name + 1;
		n = strcspn(s, " ");
		if ((n != strlen("permanen") ||
		    strncmp(s, "permanen", n) != 0) &&
		    (n == 0 || n > 3 || *s == '0' || strspn(s, DIGITS) != n))
			return fault;
		s += n;
	}
	return NULL;
}

const char *
conf_value_fault(enum conf_type type, const char *s)
{
	if (!utf8_valid(s, strlen(s)))
		return "not UTF-8";
	switch (type) {
	case CONF_NAME:
		return *s != '\0' ? NULL : "may not be empty";
	case CONF_FILE:
		return *s == '/' || *s == '\0' ? NULL :
		    "does not begin with /";
	case CONF_FOLDER:
	case CONF_PROGRAM:
		return *s == '/' ? NULL : "does not begin with /";
	case CONF_FOLDERS:
		return folders_fault(s);
	case CONF_PATH:
		return path_fault(s);
	case CONF_SLUG:
		return *s != '\0' && consists_of(s, SMALL "-_") ? NULL :
		    "not of small letters, digits and -";
	case CONF_CODES:
		return consists_of(s, LETTERS "- ") ? NULL :
		    "not codes of languages like en";
	case CONF_SITE:
		return site_fault(s);
	case CONF_MAIL_SERVER:
		return *s == '\0' ? NULL : mail_server_fault(s);
	case CONF_MAIL:
		return *s == '\0' ? NULL : mail_fault(s);
	case CONF_DATABASE:
		return *s == '\0' || behind(s, "postgresql://") != NULL ?
		    NULL : "no postgresql://...";
	case CONF_FILES:
		return strcmp(s, "database") == 0 || strcmp(s, "folder") ==
		    0 ? NULL : "neither database nor folder";
	case CONF_SOCKET:
		return *s == '\0' ? NULL : socket_fault(s);
	case CONF_YESNO:
		return strcmp(s, "yes") == 0 || strcmp(s, "no") == 0 ? NULL :
		    "neither yes nor no";
	case CONF_LEVEL:
		return strcmp(s, "error") == 0 || strcmp(s, "warning") == 0 ||
		    strcmp(s, "info") == 0 ? NULL :
		    "neither error, warning nor info";
	case CONF_TERMS:
		return terms_fault(s);
	case CONF_FACTOR:
		return strcmp(s, "no") == 0 || strcmp(s, "admin") == 0 ||
		    strcmp(s, "approve") == 0 ? NULL :
		    "neither no, admin nor approve";
	case CONF_TEXT:
	case CONF_NUMBER:
		break;
	}
	return NULL;
}

int
conf_value_is_local(const char *site)
{
	const char *host = strstr(site, "://");
	size_t n;

	if (host == NULL)
		return 0;
	host += strlen("://");
	n = host_length(host);
	return (n == strlen("localhost") &&
	    strncmp(host, "localhost", n) == 0) ||
	    (n == strlen("[::1]") && strncmp(host, "[::1]", n) == 0) ||
	    (behind(host, "127.") != NULL && strspn(host, DIGITS ".") == n);
}
