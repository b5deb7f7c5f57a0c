/* scan-t.c - the client of clamd against a stand-in for it. */
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdint.h>
#include <unistd.h>

#include "tests/store/folder.h"
#include "tests/tap.h"
#include "upload/scan.h"

#define SIZE 200000	/* bytes of the file: several chunks */

static int
read_all(int fd, void *buf, size_t len)
{
	for (char *at = buf; len > 0; ) {
		ssize_t n = read(fd, at, len);

		if (n <= 0)
			return -1;
		at += n;
		len -= (size_t)n;
	}
	return 0;
}

/* One file as clamd takes it: its size, or -1 when that is not how. */
static long
take(int fd)
{
	char command[10], buf[65536];
	uint32_t size;
	long sum = 0;

	if (read_all(fd, command, 10) == -1 ||
	    memcmp(command, "zINSTREAM", 10) != 0)
		return -1;
	while (read_all(fd, &size, 4) == 0) {
		if ((size = ntohl(size)) == 0)
			return sum;
		if (size > sizeof(buf) || read_all(fd, buf, size) == -1)
			return -1;
		sum += size;
	}
	return -1;
}

/* Answer one client and end: exit code 0 when the whole file came. */
static pid_t
serve(int sock, const char *answer, size_t len, int hasty)
{
	pid_t pid = fork();
	int fd;

	if (pid != 0)
		return pid;
	fd = accept(sock, NULL, NULL);
	if (!hasty && take(fd) != SIZE)
		_exit(1);
	_exit(write(fd, answer, len) != (ssize_t)len);
}

static void
scans(const char *where, int sock, int file)
{
	static const struct {
		const char *answer;
		size_t len;
		int hasty;
		enum scan want;
		const char *finding, *what;
	} t[] = {
		{ "stream: OK", 11, 0, SCAN_CLEAN, "", "a clean file" },
		{ "stream: Eicar-Signature FOUND", 30, 0, SCAN_FOUND,
		    "Eicar-Signature", "one with a virus" },
		{ "stream: \x1b[2J FOUND", 18, 0, SCAN_FOUND, "?[2J",
		    "...of a strange name" },
		{ "stream:  FOUND", 15, 0, SCAN_NONE, "", "...of none" },
		{ "INSTREAM size limit exceeded. ERROR", 36, 1, SCAN_UNABLE,
		    "", "a file that is too large for it" },
		{ " ERROR", 7, 0, SCAN_NONE, "", "an error of nothing" },
		{ "", 0, 1, SCAN_NONE, "", "no answer" },
		{ "stream: OKAY", 13, 0, SCAN_NONE, "", "another answer" },
	};
	int status;

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		char finding[SCAN_FINDING_SIZE] = "";
		pid_t pid = serve(sock, t[i].answer, t[i].len, t[i].hasty);

		is_int(t[i].want, scan_file(where, file, finding), "%s",
		    t[i].what);
		is_string(t[i].finding, finding, "...what was found");
		waitpid(pid, &status, 0);
		is_int(0, status, "...and it was sent as it should");
	}
}

int
main(void)
{
	struct sockaddr_un un = { .sun_family = AF_UNIX };
	struct sockaddr_in in = { .sin_family = AF_INET,
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(in);
	char where[64], finding[SCAN_FINDING_SIZE];
	int sock = socket(AF_UNIX, SOCK_STREAM, 0), port;
	FILE *fp = tmpfile();

	for (int i = 0; i < SIZE; i++)
		putc(i, fp);
	fflush(fp);
	folder_make();
	snprintf(un.sun_path, sizeof(un.sun_path), "%s/clamd", folder);
	is_int(SCAN_NONE, scan_file(un.sun_path, fileno(fp), finding),
	    "nobody there");
	if (bind(sock, (struct sockaddr *)&un, sizeof(un)) == -1 ||
	    listen(sock, 1) == -1)
		bail("cannot listen");
	scans(un.sun_path, sock, fileno(fp));
	close(sock);
	unlink(un.sun_path);
	sock = socket(AF_INET, SOCK_STREAM, 0);
	if (bind(sock, (struct sockaddr *)&in, sizeof(in)) == -1 ||
	    listen(sock, 1) == -1 ||
	    getsockname(sock, (struct sockaddr *)&in, &len) == -1)
		bail("cannot listen");
	port = ntohs(in.sin_port);
	snprintf(where, sizeof(where), "127.0.0.1:%d", port);
	scans(where, sock, fileno(fp));
	close(sock);
	is_int(SCAN_NONE, scan_file("nowhere", fileno(fp), finding),
	    "no address at all");
	fclose(fp);
	return tap_done();
}
