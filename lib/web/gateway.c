/* gateway.c - FastCGI and plain CGI behind one interface. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <fcgiapp.h>

#include "web/gateway.h"

static const char *
fcgi_param(struct gateway *gw, const char *name)
{
	FCGX_Request *fcgi = gw->handle;

	return FCGX_GetParam(name, fcgi->envp);
}

/*
 * FCGX_GetStr() gives fewer bytes than asked for at the end and when the
 * connection broke, and only FCGX_GetError() tells which.
 */
static ssize_t
fcgi_read(struct gateway *gw, void *buf, size_t size)
{
	FCGX_Request *fcgi = gw->handle;
	int n;

	if (size > INT_MAX)
		size = INT_MAX;
	n = FCGX_GetStr(buf, (int)size, fcgi->in);
	return FCGX_GetError(fcgi->in) != 0 ? -1 : n;
}

static int
fcgi_write(struct gateway *gw, const void *data, size_t len)
{
	FCGX_Request *fcgi = gw->handle;
	const char *s = data;
	int n;

	for (; len > 0; s += n, len -= (size_t)n) {
		n = len > INT_MAX ? INT_MAX : (int)len;
		if (FCGX_PutStr(s, n, fcgi->out) != n)
			return -1;
	}
	return 0;
}

void
gateway_fcgi(struct gateway *gw, struct FCGX_Request *fcgi)
{
	*gw = (struct gateway){ fcgi_param, fcgi_read, fcgi_write, fcgi };
}

static const char *
cgi_param(struct gateway *gw, const char *name)
{
	return getenv(name);
}

static ssize_t
cgi_read(struct gateway *gw, void *buf, size_t size)
{
	ssize_t n;

	do
		n = read(STDIN_FILENO, buf, size);
	while (n == -1 && errno == EINTR);
	return n;
}

static int
cgi_write(struct gateway *gw, const void *data, size_t len)
{
	const char *s = data;
	ssize_t n;

	for (; len > 0; s += n, len -= (size_t)n) {
		n = write(STDOUT_FILENO, s, len);
		if (n == -1 && errno == EINTR)
			n = 0;
		if (n == -1)
			return -1;
	}
	return 0;
}

void
gateway_cgi(struct gateway *gw)
{
	*gw = (struct gateway){ cgi_param, cgi_read, cgi_write, NULL };
}
