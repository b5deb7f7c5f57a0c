/*
 * kill-at.c - put before a program by LD_PRELOAD: it is killed at its n-th
 * change of a file, as KILL_AT says.  A library, so that the writes of SQLite
 * are counted, too.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static void
count(void)
{
	static long left = -1;

	if (left == -1) {
		const char *at = getenv("KILL_AT");

		left = at != NULL ? strtol(at, NULL, 10) : 0;
	}
	if (left > 0 && --left == 0)
		kill(getpid(), SIGKILL);
}

#define COUNTED(type, name, args, call) \
	type name args; \
	type name args { \
		static type (*real) args; \
		count(); \
		if (real == NULL) \
			*(void **)&real = dlsym(RTLD_NEXT, #name); \
		return real call; \
	}

COUNTED(ssize_t, write, (int fd, const void *p, size_t n), (fd, p, n))
COUNTED(ssize_t, pwrite64, (int fd, const void *p, size_t n, off_t at),
    (fd, p, n, at))
COUNTED(ssize_t, pwrite, (int fd, const void *p, size_t n, off_t at),
    (fd, p, n, at))
COUNTED(int, ftruncate64, (int fd, off_t n), (fd, n))
COUNTED(int, fsync, (int fd), (fd))
COUNTED(int, fdatasync, (int fd), (fd))
COUNTED(int, mkdir, (const char *p, mode_t m), (p, m))
COUNTED(int, rename, (const char *a, const char *b), (a, b))
COUNTED(int, unlink, (const char *p), (p))
