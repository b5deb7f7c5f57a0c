/* gateway.c - FastCGI and plain CGI behind one interface. */
#include <sys/socket.h>
#include <sys/time.h>

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <fcgiapp.h>

#include "base/log.h"
#include "base/price.h"
#include "web/gateway.h"
#include "web/standin.h"

#define LINGER 2000		/* milliseconds */
#define BLOCK 8192		/* fits whenever poll(2) says there is room */

static const char *
fcgi_param(struct gateway *gw, const char *name)
{
	FCGX_Request *fcgi = gw->handle;

	return FCGX_GetParam(name, fcgi->envp);
}

static long long
milliseconds(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * 1000LL + ts.tv_nsec / 1000000;
}

/* The line was quiet for PRICE_GRACE: have the others served.  -1 when it is
 * given up, `quiet` milliseconds after its last byte. */
static int
be_patient(struct gateway *gw, int *quiet)
{
	gw->waited += PRICE_GRACE;
	*quiet += PRICE_GRACE;
	if (*quiet >= PRICE_PAUSE || gw->waited >= PRICE_LINE) {
		log_line(LOG_WARN, "the line was too slow");
		return -1;
	}
	standin_call();
	return 0;
}

/*
 * FCGX_GetStr() gives fewer bytes than asked for at the end and when the
 * connection broke, and only FCGX_GetError() tells which.  A quiet line is an
 * error, too, but nothing of the stream is lost by it: the library reads anew.
 */
static ssize_t
fcgi_read(struct gateway *gw, void *buf, size_t size)
{
	const struct timeval grace = { .tv_usec = PRICE_GRACE * 1000 };
	FCGX_Request *fcgi = gw->handle;
	int n, error, quiet = 0;

	if (size > INT_MAX)
		size = INT_MAX;
	setsockopt(fcgi->ipcFd, SOL_SOCKET, SO_RCVTIMEO, &grace,
	    sizeof(grace));
	for (;;) {
		n = FCGX_GetStr(buf, (int)size, fcgi->in);
		error = FCGX_GetError(fcgi->in);
		if (error != EAGAIN)
			return error != 0 ? -1 : n;
		FCGX_ClearError(fcgi->in);
		fcgi->in->isClosed = 0;		/* which that leaves */
		if (n > 0)
			return n;
		if (be_patient(gw, &quiet) == -1)
			return -1;
	}
}

/* Wait for what the other side has sent, or for room: 1, 0 after PRICE_GRACE,
 * -1. */
static int
wait_for(int fd, short events)
{
	struct pollfd p = { .fd = fd, .events = events };
	int n;

	do
		n = poll(&p, 1, PRICE_GRACE);
	while (n == -1 && errno == EINTR);
	return n;
}

/* Wait until a block can be written at once: 0; -1 when the line is given
 * up. */
static int
wait_for_room(struct gateway *gw, int fd)
{
	int n, quiet = 0;

	while ((n = wait_for(fd, POLLOUT)) == 0)
		if (be_patient(gw, &quiet) == -1) {
			/* The library would go on writing at its end. */
			shutdown(fd, SHUT_RDWR);
			return -1;
		}
	return n == 1 ? 0 : -1;
}

static int
fcgi_write(struct gateway *gw, const void *data, size_t len)
{
	FCGX_Request *fcgi = gw->handle;
	const char *s = data;
	int n;

	for (; len > 0; s += n, len -= (size_t)n) {
		n = len > BLOCK ? BLOCK : (int)len;
		if (wait_for_room(gw, fcgi->ipcFd) == -1 ||
		    FCGX_PutStr(s, n, fcgi->out) != n)
			return -1;
	}
	return 0;
}

void
gateway_fcgi(struct gateway *gw, struct FCGX_Request *fcgi)
{
	*gw = (struct gateway){ fcgi_param, fcgi_read, fcgi_write, fcgi, 0 };
}

/*
 * Closed while the web server still sends, the line would be broken for it, and
 * with it the answer.  The library waits for the server's end of it, however
 * slowly that comes; so it is kept from that.
 */
void
gateway_end(struct gateway *gw)
{
	FCGX_Request *fcgi = gw->handle;
	char trash[BLOCK];
	int n, fd = dup(fcgi->ipcFd);
	long long end = milliseconds() + LINGER;

	fcgi->keepConnection = 0;
	FCGX_Detach(fcgi);
	FCGX_Finish_r(fcgi);
	if (fd == -1)
		return;
	shutdown(fd, SHUT_WR);
	while ((n = wait_for(fd, POLLIN)) >= 0 && milliseconds() < end)
		if (n == 0)
			standin_call();
		else if (recv(fd, trash, sizeof(trash), 0) <= 0)
			break;
	close(fd);
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
	*gw = (struct gateway){ cgi_param, cgi_read, cgi_write, NULL, 0 };
}
