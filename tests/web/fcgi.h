/*
 * fcgi.h - the web server's side of FastCGI, as much of it as a test needs:
 * one request on one connection (FastCGI 1.0, Open Market 1996).
 */
#pragma once

#include <sys/socket.h>
#include <sys/un.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FCGI_BEGIN = 1, FCGI_END = 3, FCGI_PARAMS = 4, FCGI_STDIN = 5,
	FCGI_STDOUT = 6 };

static inline int
fcgi_address(const char *path, struct sockaddr_un *sun)
{
	memset(sun, 0, sizeof(*sun));
	sun->sun_family = AF_UNIX;
	if (strlen(path) >= sizeof(sun->sun_path))
		return -1;
	strcpy(sun->sun_path, path);
	return socket(AF_UNIX, SOCK_STREAM, 0);
}

/* A socket that listens at `path`, or -1. */
static inline int
fcgi_listen(const char *path)
{
	struct sockaddr_un sun;
	int fd = fcgi_address(path, &sun);

	unlink(path);
	if (fd != -1 && (bind(fd, (struct sockaddr *)&sun, sizeof(sun)) == -1 ||
	    listen(fd, 16) == -1)) {
		close(fd);
		fd = -1;
	}
	return fd;
}

static inline int
fcgi_connect(const char *path)
{
	struct sockaddr_un sun;
	int fd = fcgi_address(path, &sun);

	if (fd != -1 && connect(fd, (struct sockaddr *)&sun, sizeof(sun)) ==
	    -1) {
		close(fd);
		fd = -1;
	}
	return fd;
}

static inline void
fcgi_record(int fd, int type, const void *data, size_t len)
{
	unsigned char head[8] = { 1, (unsigned char)type, 0, 1,
		(unsigned char)(len >> 8), (unsigned char)len, 0, 0 };

	if (send(fd, head, 8, MSG_NOSIGNAL) == 8 && len > 0)
		(void)!send(fd, data, len, MSG_NOSIGNAL);
}

static inline void
fcgi_param(int fd, const char *name, const char *value)
{
	unsigned char buf[4096];
	size_t n = strlen(name), v = strlen(value);

	buf[0] = (unsigned char)n;
	buf[1] = (unsigned char)(0x80 | v >> 24);
	buf[2] = (unsigned char)(v >> 16);
	buf[3] = (unsigned char)(v >> 8);
	buf[4] = (unsigned char)v;
	memcpy(buf + 5, name, n);
	memcpy(buf + 5 + n, value, v);
	fcgi_record(fd, FCGI_PARAMS, buf, 5 + n + v);
}

/* Begin a request; the parameters end with fcgi_record(FCGI_PARAMS) of
 * nothing, and so does the body. */
static inline void
fcgi_begin(int fd)
{
	static const unsigned char body[8] = { 0, 1, 0, 0, 0, 0, 0, 0 };

	fcgi_record(fd, FCGI_BEGIN, body, sizeof(body));
}

static inline int
fcgi_read_all(int fd, unsigned char *buf, size_t len)
{
	ssize_t n;

	for (; len > 0; buf += n, len -= (size_t)n)
		if ((n = read(fd, buf, len)) <= 0)
			return -1;
	return 0;
}

/* The answer's bytes, closing the connection; NULL when it has no end. */
static inline char *
fcgi_answer(int fd)
{
	unsigned char head[8], body[65536 + 256];
	char *text = calloc(1, 1), *more;
	size_t len = 0, n;

	while (text != NULL && fcgi_read_all(fd, head, 8) == 0) {
		n = (size_t)(head[4] << 8 | head[5]);
		if (fcgi_read_all(fd, body, n + head[6]) == -1)
			break;
		if (head[1] == FCGI_END) {
			close(fd);
			return text;
		}
		if (head[1] != FCGI_STDOUT)
			continue;
		if ((more = realloc(text, len + n + 1)) == NULL)
			break;
		text = more;
		memcpy(text + len, body, n);
		text[len += n] = '\0';
	}
	free(text);
	close(fd);
	return NULL;
}
