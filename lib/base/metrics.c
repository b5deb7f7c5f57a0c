/*
 * metrics.c - the file of counters: how it is made, mapped and counted in.
 *
 * A file that does not fit is never cut or filled in place, since a process
 * whose mapping loses its pages dies: another is made beside it, all its blocks
 * on the disk, and renamed.  Who makes one holds the lock of the file that it
 * replaces.
 */
#include "base/metrics.h"

#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"

#define SLOTS 4096
#define PROBES 64		/* slots that are looked at for one name */
#define NAME 96
#define LOCK_TRIES 100		/* one every ten milliseconds */

/* "sopap", the number of the layout, and the order of the bytes. */
#define MARK UINT64_C(0x736f706170000001)

struct slot {
	_Atomic uint64_t key;		/* hash of the name; 0: free */
	_Atomic uint64_t value;
};

struct file {
	uint64_t	mark;
	struct slot	slot[SLOTS];
};

static struct {
	char		 folder[PATH_MAX - 16];
	struct file	*file;		/* mapped; NULL: nothing is counted */
	int		 fd;
} shared;

/* -- the file ------------------------------------------------------------ */

/* Is it whole and of this layout? */
static int
fits(int fd)
{
	struct stat st;
	uint64_t mark;

	return fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    st.st_size == sizeof(struct file) &&
	    pread(fd, &mark, sizeof(mark), 0) == sizeof(mark) && mark == MARK;
}

/* Is it still the one of that name? */
static int
is_named(int fd, const char *path)
{
	struct stat a, b;

	return fstat(fd, &a) == 0 && stat(path, &b) == 0 &&
	    a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

static int
lock(int fd)
{
	const struct timespec pause = { 0, 10000000 };

	for (int i = 0; i < LOCK_TRIES; i++) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0)
			return 0;
		nanosleep(&pause, NULL);
	}
	return -1;
}

/* Fill a new file, which belongs to whoever the folder does: a descriptor, or
 * -1 with errno. */
static int
make(const char *path)
{
	const uint64_t mark = MARK;
	char new[PATH_MAX + 4];
	struct stat st;
	int fd, err;

	snprintf(new, sizeof(new), "%s.new", path);
	unlink(new);
	fd = open(new, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0640);
	if (fd == -1)
		return -1;
	if ((err = posix_fallocate(fd, 0, sizeof(struct file))) == 0 &&
	    (pwrite(fd, &mark, sizeof(mark), 0) != sizeof(mark) ||
	    (geteuid() == 0 && (stat(shared.folder, &st) == -1 ||
	    fchown(fd, st.st_uid, st.st_gid) == -1)) ||
	    rename(new, path) == -1))
		err = errno;
	if (err == 0)
		return fd;
	close(fd);
	unlink(new);
	errno = err;
	return -1;
}

/* The file of that name, made if need be: a descriptor, or -1 with errno. */
static int
open_file(const char *path)
{
	int fd, new, ours;

	for (int i = 0; i < LOCK_TRIES; i++) {
		fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK |
		    O_CLOEXEC, 0640);
		if (fd == -1 || fits(fd))
			return fd;
		/* The holder of the lock before us has perhaps made it. */
		ours = lock(fd) == 0;
		if (ours && is_named(fd, path)) {
			new = make(path);
			close(fd);
			return new;
		}
		close(fd);
	}
	errno = EWOULDBLOCK;
	return -1;
}

static void
map(void)
{
	char path[PATH_MAX];
	void *at = MAP_FAILED;

	snprintf(path, sizeof(path), "%s/metrics", shared.folder);
	if ((shared.fd = open_file(path)) != -1)
		at = mmap(NULL, sizeof(struct file), PROT_READ | PROT_WRITE,
		    MAP_SHARED, shared.fd, 0);
	if (at != MAP_FAILED) {
		shared.file = at;
		return;
	}
	log_line(LOG_WARN, "%s: %s; nothing is counted", path,
	    strerror(errno));
	if (shared.fd != -1)
		close(shared.fd);
}

void
metrics_open(const char *folder)
{
	metrics_close();
	snprintf(shared.folder, sizeof(shared.folder), "%s", folder);
	map();
}

void
metrics_close(void)
{
	if (shared.file == NULL)
		return;
	munmap(shared.file, sizeof(struct file));
	close(shared.fd);
	shared.file = NULL;
}

/*
 * May it be counted in?  A file that somebody has cut would kill us, and one
 * that was removed is read by nobody: another is opened then.
 */
static int
usable(void)
{
	struct stat st;

	if (shared.file == NULL)
		return 0;
	if (fstat(shared.fd, &st) == 0 && st.st_nlink > 0 &&
	    st.st_size >= (off_t)sizeof(struct file))
		return 1;
	metrics_close();
	map();
	return shared.file != NULL;
}

/* -- counting ------------------------------------------------------------ */

/* FNV-1a; never 0. */
static uint64_t
hash(const char *name)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (; *name != '\0'; name++)
		h = (h ^ (unsigned char)*name) * UINT64_C(1099511628211);
	return h != 0 ? h : 1;
}

/* The slot of a key; a free one is taken with `take`.  NULL when there is none,
 * or no room. */
static struct slot *
find(uint64_t key, int take)
{
	for (uint64_t i = 0; i < PROBES; i++) {
		struct slot *s = &shared.file->slot[(key + i) % SLOTS];
		uint64_t found = atomic_load(&s->key);

		if (found == 0 && !take)
			return NULL;
		if (found == key || (found == 0 &&
		    (atomic_compare_exchange_strong(&s->key, &found, key) ||
		    found == key)))
			return s;
	}
	return NULL;
}

void
metrics_add(uint64_t n, const char *fmt, ...)
{
	struct slot *s;
	char name[NAME];
	va_list ap;

	if (!usable())
		return;
	va_start(ap, fmt);
	vsnprintf(name, sizeof(name), fmt, ap);
	va_end(ap);
	if ((s = find(hash(name), 1)) != NULL)
		atomic_fetch_add(&s->value, n);
}

uint64_t
metrics_get(const char *fmt, ...)
{
	struct slot *s;
	char name[NAME];
	va_list ap;

	if (!usable())
		return 0;
	va_start(ap, fmt);
	vsnprintf(name, sizeof(name), fmt, ap);
	va_end(ap);
	s = find(hash(name), 0);
	return s != NULL ? atomic_load(&s->value) : 0;
}
