/*
 * fault.c - put before a program by LD_PRELOAD: it counts the changes of files
 * below a folder, SQLite's too, and does harm at one of them.
 *
 *	FAULT_DIR	the folder, as the program names it
 *	FAULT_AT	at which change; none: nowhere
 *	FAULT		kill: the process ends there
 *			eio: this one call fails, as on a bad disk
 *			enospc: from there on nothing can be written
 *	FAULT_JOURNAL	a file that gets every change, in order; disk.mjs
 *			makes of it what is left when the power is lost
 *
 * A record of the journal is a line "call TAB offset TAB length TAB path TAB
 * second path", and `length` bytes.  A sync has what is in the file then, so
 * that writes of stdio, which nobody can put himself before, count from there.
 * What the program starts is left alone.
 */
#define _GNU_SOURCE
#include <sys/stat.h>
#include <sys/syscall.h>

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char	 dir[PATH_MAX];
static size_t	 dir_len;
static long	 at, count;
static const char *fault = "";
static int	 journal = -1;

__attribute__((constructor)) static void
begin(void)
{
	const char *text;

	unsetenv("LD_PRELOAD");
	if ((text = getenv("FAULT_DIR")) != NULL)
		dir_len = (size_t)snprintf(dir, sizeof(dir), "%s", text);
	if ((text = getenv("FAULT_AT")) != NULL)
		at = strtol(text, NULL, 10);
	if ((text = getenv("FAULT")) != NULL)
		fault = text;
	if ((text = getenv("FAULT_JOURNAL")) != NULL)
		journal = open(text, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC,
		    0600);
}

static int
is_below(const char *path)
{
	return dir_len > 0 && strncmp(path, dir, dir_len) == 0 &&
	    (path[dir_len] == '/' || path[dir_len] == '\0');
}

/* The path of an open file; 0 when it is not below the folder, or gone. */
static int
of_fd(int fd, char path[PATH_MAX])
{
	char link[64];
	ssize_t n;

	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	n = readlink(link, path, PATH_MAX - 1);
	path[n > 0 ? n : 0] = '\0';
	return is_below(path) && strstr(path, " (deleted)") == NULL;
}

/* The path of a name in an open folder. */
static int
of_name(int fd, const char *name, char path[PATH_MAX])
{
	size_t n = 0;

	if (name[0] != '/' && fd != AT_FDCWD) {
		of_fd(fd, path);
		n = strlen(path);
		path[n++] = '/';
	}
	snprintf(path + n, PATH_MAX - n, "%s", name);
	return is_below(path);
}

/* Count a change; -1 with errno when it is to fail. */
static int
strikes(const char *call)
{
	count++;
	if (at == 0 || count < at)
		return 0;
	if (strcmp(fault, "kill") == 0)
		kill(getpid(), SIGKILL);
	if (strcmp(fault, "eio") == 0) {
		errno = EIO;
		return count == at ? -1 : 0;
	}
	errno = ENOSPC;		/* room is given back all the same */
	return strcmp(call, "unlink") == 0 ? 0 : -1;
}

static void
put(const void *data, size_t len)
{
	if (syscall(SYS_write, journal, data, len) != (long)len)
		abort();
}

static void
note(const char *call, const char *path, const char *second, off_t offset,
    const void *data, size_t len)
{
	char line[2 * PATH_MAX + 64];
	int error = errno;

	if (journal == -1)
		return;
	put(line, (size_t)snprintf(line, sizeof(line),
	    "%s\t%lld\t%zu\t%s\t%s\n", call, (long long)offset, len, path,
	    second));
	if (len > 0)
		put(data, len);
	errno = error;
}

/* The disk has it as it is; the file may be open for writing only. */
static void
note_sync(int fd, const char *path)
{
	struct stat st;
	int again;
	char *data;

	if (journal == -1 || fstat(fd, &st) != 0)
		return;
	if (S_ISDIR(st.st_mode)) {
		note("syncdir", path, "", 0, NULL, 0);
		return;
	}
	again = open(path, O_RDONLY | O_CLOEXEC);
	data = malloc((size_t)st.st_size + 1);
	if (again == -1 || data == NULL ||
	    pread(again, data, (size_t)st.st_size, 0) != st.st_size)
		abort();
	close(again);
	note("sync", path, "", 0, data, (size_t)st.st_size);
	free(data);
}

/* The function that stands behind one of ours. */
#define REAL(name) ({ \
	static __typeof__(&name) real_; \
	if (real_ == NULL) \
		*(void **)&real_ = dlsym(RTLD_NEXT, #name); \
	real_; })

ssize_t
write(int fd, const void *data, size_t len)
{
	char path[PATH_MAX];
	int ours = of_fd(fd, path);
	ssize_t n;

	if (ours && strikes("write") != 0)
		return -1;
	n = REAL(write)(fd, data, len);
	if (ours && n > 0)
		note("write", path, "", (fcntl(fd, F_GETFL) & O_APPEND ?
		    lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR)) - n,
		    data, (size_t)n);
	return n;
}

#define PWRITE(name) \
ssize_t \
name(int fd, const void *data, size_t len, off_t offset) \
{ \
	char path[PATH_MAX]; \
	int ours = of_fd(fd, path); \
	ssize_t n; \
\
	if (ours && strikes("write") != 0) \
		return -1; \
	n = REAL(name)(fd, data, len, offset); \
	if (ours && n > 0) \
		note("write", path, "", offset, data, (size_t)n); \
	return n; \
}

#define FTRUNCATE(name) \
int \
name(int fd, off_t len) \
{ \
	char path[PATH_MAX]; \
	int ours = of_fd(fd, path), rc; \
\
	if (ours && strikes("truncate") != 0) \
		return -1; \
	rc = REAL(name)(fd, len); \
	if (ours && rc == 0) \
		note("truncate", path, "", len, NULL, 0); \
	return rc; \
}

#define SYNC(name) \
int \
name(int fd) \
{ \
	char path[PATH_MAX]; \
	int ours = of_fd(fd, path), rc; \
\
	if (ours && strikes("sync") != 0) \
		return -1; \
	rc = REAL(name)(fd); \
	if (ours && rc == 0) \
		note_sync(fd, path); \
	return rc; \
}

PWRITE(pwrite)
PWRITE(pwrite64)
FTRUNCATE(ftruncate)
FTRUNCATE(ftruncate64)
SYNC(fsync)
SYNC(fdatasync)

/* A sync of the whole disk would wait for others and tell nothing more. */
int
syncfs(int fd)
{
	(void)fd;
	if (strikes("sync") != 0)
		return -1;
	note("syncall", dir, "", 0, NULL, 0);
	return 0;
}

int
renameat(int from_fd, const char *from, int to_fd, const char *to)
{
	char a[PATH_MAX], b[PATH_MAX];
	int ours = of_name(from_fd, from, a) | of_name(to_fd, to, b), rc;

	if (ours && strikes("rename") != 0)
		return -1;
	rc = REAL(renameat)(from_fd, from, to_fd, to);
	if (ours && rc == 0)
		note("rename", a, b, 0, NULL, 0);
	return rc;
}

int
rename(const char *from, const char *to)
{
	return renameat(AT_FDCWD, from, AT_FDCWD, to);
}

int
mkdirat(int fd, const char *name, mode_t mode)
{
	char path[PATH_MAX];
	int ours = of_name(fd, name, path), rc;

	if (ours && strikes("mkdir") != 0)
		return -1;
	rc = REAL(mkdirat)(fd, name, mode);
	if (ours && rc == 0)
		note("mkdir", path, "", 0, NULL, 0);
	return rc;
}

int
mkdir(const char *name, mode_t mode)
{
	return mkdirat(AT_FDCWD, name, mode);
}

int
linkat(int from_fd, const char *from, int to_fd, const char *to, int flags)
{
	char a[PATH_MAX], b[PATH_MAX];
	int ours = of_name(from_fd, from, a) | of_name(to_fd, to, b), rc;

	if (ours && strikes("link") != 0)
		return -1;
	rc = REAL(linkat)(from_fd, from, to_fd, to, flags);
	if (ours && rc == 0)
		note("link", a, b, 0, NULL, 0);
	return rc;
}

int
link(const char *from, const char *to)
{
	return linkat(AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
unlinkat(int fd, const char *name, int flags)
{
	char path[PATH_MAX];
	int ours = of_name(fd, name, path), rc;

	if (ours && strikes("unlink") != 0)
		return -1;
	rc = REAL(unlinkat)(fd, name, flags);
	if (ours && rc == 0)
		note("unlink", path, "", 0, NULL, 0);
	return rc;
}

int
unlink(const char *path)
{
	return unlinkat(AT_FDCWD, path, 0);
}

int
rmdir(const char *path)
{
	return unlinkat(AT_FDCWD, path, AT_REMOVEDIR);
}

int
remove(const char *path)
{
	return unlink(path) == 0 ? 0 : errno == EISDIR ? rmdir(path) : -1;
}
