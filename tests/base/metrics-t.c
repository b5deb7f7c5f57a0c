/*
 * metrics-t.c - counters shared by processes: many at once, killed, restarted;
 * and files that are missing, short, foreign, cut, removed or not ours.
 */
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "base/metrics.h"
#include "tests/tap.h"

#define CHILDREN 8
#define ADDS 5000

static char dir[] = "/tmp/sopap-metrics-XXXXXX", path[64];
static const char *folder = dir;

/* The lines that it writes to standard error. */
static int
lines_of(void (*fn)(void))
{
	int fd = open("/tmp", O_TMPFILE | O_RDWR, 0600);
	int saved = dup(STDERR_FILENO), n = 0;
	char buf[4096];
	ssize_t len;

	dup2(fd, STDERR_FILENO);
	fn();
	dup2(saved, STDERR_FILENO);
	close(saved);
	len = pread(fd, buf, sizeof(buf), 0);
	close(fd);
	for (ssize_t i = 0; i < len; i++)
		n += buf[i] == '\n';
	return n;
}

static void
write_junk(const char *text, size_t len)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0640);

	if (fd == -1 || write(fd, text, len) != (ssize_t)len)
		bail("cannot write");
	close(fd);
}

static void
counts(void)
{
	struct stat st;

	metrics_add(1, "act/%s", "ok");
	is_int(0, (int64_t)metrics_get("act/%s", "ok"),
	    "nothing is open: nothing is counted");
	metrics_open(dir);
	ok(stat(path, &st) == 0 && (st.st_mode & 07777) == 0640,
	    "the file is made, for the office alone");
	ok(st.st_blocks * 512 >= st.st_size, "...with all its blocks");
	is_int(0, (int64_t)metrics_get("act/ok"), "nobody has counted");
	metrics_add(2, "act/%s", "ok");
	metrics_add(5, "act/%s", "busy");
	metrics_add(1, "act/%s", "ok");
	is_int(3, (int64_t)metrics_get("act/ok"), "a counter");
	is_int(5, (int64_t)metrics_get("act/busy"), "...and another");
	metrics_close();
	metrics_open(dir);
	is_int(3, (int64_t)metrics_get("act/ok"), "a restart zeroes nothing");
}

/* Each adds to its own counters and to one of all. */
static void
child(int n)
{
	metrics_open(dir);
	for (int i = 0; i < ADDS; i++) {
		metrics_add(1, "all");
		metrics_add(1, "child/%d/%d", n, i % 20);
	}
	_exit(0);
}

static void
many_at_once(void)
{
	pid_t pid[CHILDREN];
	uint64_t own = 0;

	unlink(path);
	for (int i = 0; i < CHILDREN; i++)
		if ((pid[i] = fork()) == 0)
			child(i);
	for (int i = 0; i < CHILDREN; i++)
		waitpid(pid[i], NULL, 0);
	metrics_open(dir);
	is_int(CHILDREN * ADDS, (int64_t)metrics_get("all"),
	    "processes that make the file and count at once lose nothing");
	for (int i = 0; i < CHILDREN; i++)
		for (int k = 0; k < 20; k++)
			own += metrics_get("child/%d/%d", i, k);
	is_int(CHILDREN * ADDS, (int64_t)own, "...in counters of their own");
}

/* A process that is killed while it counts. */
static void
killed(void)
{
	int fd[2];
	uint64_t was;
	pid_t pid;
	char c;

	if (pipe(fd) == -1)
		bail("no pipe");
	if ((pid = fork()) == 0) {
		metrics_open(dir);
		for (uint64_t i = 0;; i++) {
			metrics_add(1, "killed");
			metrics_add(1, "kill/%d", (int)(i % 300));
			if (i == 1000 && write(fd[1], "x", 1) != 1)
				_exit(1);
		}
	}
	is_int(1, read(fd[0], &c, 1), "a process counts");
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	was = metrics_get("killed");
	ok(was > 1000, "killed, its counts are there");
	metrics_add(1, "killed");
	is_int((int64_t)was + 1, (int64_t)metrics_get("killed"),
	    "...and others go on");
}

/* A file that was put in our place: what we count goes into one that fits. */
static void
replaced_by(const char *text, size_t len, const char *what)
{
	struct stat st;

	metrics_close();
	write_junk(text, len);
	metrics_open(dir);
	is_int(0, (int64_t)metrics_get("all"), "%s begins anew", what);
	metrics_add(1, "all");
	is_int(1, (int64_t)metrics_get("all"), "...and counts");
	ok(stat(path, &st) == 0 && st.st_size > 4096, "...a whole one");
}

/* Its first bytes are the mark: another number is another layout. */
static void
another_layout(void)
{
	uint64_t mark = 0;
	int fd;

	metrics_add(7, "all");
	metrics_close();
	fd = open(path, O_RDWR);
	if (fd == -1 || pread(fd, &mark, sizeof(mark), 0) != sizeof(mark))
		bail("no file");
	mark++;
	if (pwrite(fd, &mark, sizeof(mark), 0) != sizeof(mark))
		bail("cannot write");
	metrics_open(dir);
	is_int(0, (int64_t)metrics_get("all"), "another layout begins anew");
	is_int(1, pread(fd, &mark, 1, sizeof(mark)) == 1,
	    "...and who has the old one mapped keeps it");
	close(fd);
}

/* Changed under a process that counts. */
static void
changed_meanwhile(void)
{
	metrics_add(1, "all");
	if (truncate(path, 10) == -1)
		bail("cannot cut");
	metrics_add(1, "all");
	is_int(1, (int64_t)metrics_get("all"), "cut meanwhile: anew");
	unlink(path);
	metrics_add(1, "all");
	metrics_add(1, "all");
	is_int(2, (int64_t)metrics_get("all"), "removed meanwhile: anew");
	ok(access(path, F_OK) == 0, "...where others see it");
}

/* Nothing can be counted: one line says so, and life goes on. */
static void
without(void)
{
	metrics_open(folder);
	for (int i = 0; i < 10; i++)
		metrics_add(1, "all");
	is_int(0, (int64_t)metrics_get("all"), "...nothing is counted");
}

static void
unusable(void)
{
	metrics_close();
	unlink(path);
	mkdir(path, 0700);
	is_int(1, lines_of(without), "...a folder of that name: one line");
	rmdir(path);
	if (symlink("/etc/passwd", path) == -1)
		bail("no link");
	is_int(1, lines_of(without), "...a link: one line");
	unlink(path);
	mkfifo(path, 0600);
	metrics_open(dir);
	metrics_add(1, "all");
	is_int(1, (int64_t)metrics_get("all"), "a pipe is replaced");
	metrics_close();
	unlink(path);
	folder = "/tmp/no-such-folder";
	is_int(1, lines_of(without), "...no such folder: one line");
}

/* As a user who may write neither the folder nor the file. */
static void
not_ours(void)
{
	int status = -1;
	pid_t pid;

	if (geteuid() != 0) {
		skip(1, "only root can become another");
		return;
	}
	metrics_open(dir);
	metrics_close();
	chmod(dir, 0755);
	if ((pid = fork()) == 0) {
		if (seteuid(65534) == -1)
			_exit(2);
		metrics_open(dir);
		metrics_add(1, "all");
		_exit(metrics_get("all") != 0);
	}
	waitpid(pid, &status, 0);
	is_int(0, status, "a file that may not be written: dropped");
}

/* A folder of another user: the file that root makes is theirs. */
static void
made_by_root(void)
{
	struct stat st;

	if (geteuid() != 0) {
		skip(1, "not root");
		return;
	}
	metrics_close();
	unlink(path);
	if (chown(dir, 65534, 65534) == -1)
		bail("cannot give");
	metrics_open(dir);
	ok(stat(path, &st) == 0 && st.st_uid == 65534,
	    "root makes it for the owner of the folder");
	metrics_close();
}

/* More names than there is room for. */
static void
full(void)
{
	uint64_t n = 0;

	metrics_open(dir);
	for (int i = 0; i < 20000; i++)
		metrics_add(1, "name/%d", i);
	for (int i = 0; i < 20000; i++)
		n += metrics_get("name/%d", i);
	ok(n > 2000 && n <= 4096, "a full file drops names that are new (%d)",
	    (int)n);
	metrics_close();
}

int
main(void)
{
	umask(027);
	if (mkdtemp(dir) == NULL)
		bail("no folder");
	snprintf(path, sizeof(path), "%s/metrics", dir);
	counts();
	many_at_once();
	killed();
	replaced_by("", 0, "an empty file");
	replaced_by("sopap", 5, "a short one");
	replaced_by("#!/bin/sh\necho none of ours\n", 28, "a foreign one");
	another_layout();
	changed_meanwhile();
	unusable();
	not_ours();
	made_by_root();
	full();
	unlink(path);
	rmdir(dir);
	return tap_done();
}
