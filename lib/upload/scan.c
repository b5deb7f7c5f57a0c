/* scan.c - the client of clamd. */
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>

#include <arpa/inet.h>
#include <netdb.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "upload/scan.h"

#define PATIENCE	20	/* seconds for it to go on */
#define BLOCK		65536

static int
open_unix(const char *path)
{
	struct sockaddr_un addr = { .sun_family = AF_UNIX };
	int fd;

	if (strlen(path) >= sizeof(addr.sun_path))
		return -1;
	strcpy(addr.sun_path, path);
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd != -1 && connect(fd, (struct sockaddr *)&addr,
	    sizeof(addr)) == -1) {
		close(fd);
		return -1;
	}
	return fd;
}

static int
open_host(const char *where)
{
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM,
		.ai_flags = AI_NUMERICSERV }, *list, *a;
	struct timeval patience = { .tv_sec = PATIENCE / 4 };
	char host[256];
	const char *port = strrchr(where, ':');
	int fd = -1;

	if (port == NULL || (size_t)(port - where) >= sizeof(host))
		return -1;
	snprintf(host, sizeof(host), "%.*s", (int)(port - where), where);
	if (getaddrinfo(host, port + 1, &hints, &list) != 0)
		return -1;
	for (a = list; a != NULL && fd == -1; a = a->ai_next) {
		fd = socket(a->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
		if (fd == -1)
			continue;
		setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience,
		    sizeof(patience));
		if (connect(fd, a->ai_addr, a->ai_addrlen) == -1) {
			close(fd);
			fd = -1;
		}
	}
	freeaddrinfo(list);
	return fd;
}

static int
send_all(int sock, const void *data, size_t len)
{
	const char *at = data;
	ssize_t n;

	for (; len > 0; at += n, len -= (size_t)n)
		if ((n = send(sock, at, len, MSG_NOSIGNAL)) <= 0)
			return -1;
	return 0;
}

/* The file in chunks, each behind its length; a length of 0 ends it.  That
 * clamd closes early is no error yet: it says why. */
static void
send_file(int sock, int fd)
{
	static const char command[] = "zINSTREAM";
	char *buf = malloc(BLOCK);
	uint32_t size = 0;
	off_t at = 0;
	ssize_t n;

	if (buf == NULL || send_all(sock, command, sizeof(command)) == -1) {
		free(buf);
		return;
	}
	while ((n = pread(fd, buf, BLOCK, at)) > 0) {
		size = htonl((uint32_t)n);
		at += n;
		if (send_all(sock, &size, sizeof(size)) == -1 ||
		    send_all(sock, buf, (size_t)n) == -1)
			break;
	}
	/* A file cut short by an error of reading must not seem clean. */
	size = 0;
	if (n == 0)
		send_all(sock, &size, sizeof(size));
	else
		shutdown(sock, SHUT_WR);
	free(buf);
}

/* "stream: OK", "stream: Eicar-Signature FOUND", or an error. */
static enum scan
read_answer(int sock, char finding[SCAN_FINDING_SIZE])
{
	static const char head[] = "stream: ", found[] = " FOUND",
	    error[] = " ERROR";
	char text[512];
	size_t len = 0;
	ssize_t n;

	while (len < sizeof(text) - 1 && (n = recv(sock, text + len,
	    sizeof(text) - 1 - len, 0)) > 0)
		len += (size_t)n;
	text[len] = '\0';
	len = strlen(text);
	/* "INSTREAM size limit exceeded. ERROR": others it may well look at. */
	if (len > strlen(error) &&
	    strcmp(text + len - strlen(error), error) == 0)
		return SCAN_UNABLE;
	if (strncmp(text, head, strlen(head)) != 0)
		return SCAN_NONE;
	if (strcmp(text + strlen(head), "OK") == 0)
		return SCAN_CLEAN;
	if (len < strlen(head) + sizeof(found) ||
	    strcmp(text + len - strlen(found), found) != 0)
		return SCAN_NONE;
	snprintf(finding, SCAN_FINDING_SIZE, "%.*s", (int)(len - strlen(head) -
	    strlen(found)), text + strlen(head));
	for (char *s = finding; *s != '\0'; s++)
		if (*s < ' ' || *s > '~')
			*s = '?';
	return SCAN_FOUND;
}

/* A connection on which each step is waited for so long; -1: there is none. */
static int
reach(const char *where, int seconds)
{
	struct timeval patience = { .tv_sec = seconds };
	int sock = where[0] == '/' ? open_unix(where) : open_host(where);

	if (sock == -1)
		return -1;
	setsockopt(sock, SOL_SOCKET, SO_SNDTIMEO, &patience,
	    sizeof(patience));
	setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &patience,
	    sizeof(patience));
	return sock;
}

int
scan_answers(const char *where)
{
	static const char ask[] = "zPING", pong[] = "PONG";
	char answer[sizeof(pong)] = "";
	int sock = reach(where, PATIENCE / 4), well;

	if (sock == -1)
		return 0;
	well = send_all(sock, ask, sizeof(ask)) == 0 &&
	    recv(sock, answer, sizeof(answer), MSG_WAITALL) >=
	    (ssize_t)strlen(pong) &&
	    strncmp(answer, pong, strlen(pong)) == 0;
	close(sock);
	return well;
}

enum scan
scan_file(const char *where, int fd, char finding[SCAN_FINDING_SIZE])
{
	int sock = reach(where, PATIENCE);
	enum scan result;

	if (sock == -1)
		return SCAN_NONE;
	send_file(sock, fd);
	result = read_answer(sock, finding);
	close(sock);
	return result;
}
