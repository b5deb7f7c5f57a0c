/* child-t.c - a program that is started in our place gets so much, no more. */
#include <sys/file.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "tests/tap.h"
#include "upload/child.h"
#include "upload/sandbox.h"

struct words {
	size_t	 len;
	char	 text[4096];
};

static int
keep(void *arg, const void *data, size_t len)
{
	struct words *w = arg;

	if (len > sizeof(w->text) - 1 - w->len)
		return -1;
	memcpy(w->text + w->len, data, len);
	w->len += len;
	w->text[w->len] = '\0';
	return 0;
}

/* Run a line of sh(1) as a child; what it printed is in `words`. */
static int
run(const char *line, struct words *words)
{
	const char *const argv[] = { "/bin/sh", "-c", line, NULL };
	struct child c = { .argv = argv, .input = -1, .seconds = 1,
		.patience = 2, .most = 1000, .take = keep, .arg = words };

	words->len = 0;
	words->text[0] = '\0';
	return child_run(&c);
}

static void
gives_what_it_printed(struct words *w)
{
	static const char *const cat[] = { "/bin/cat", "-", "/dev/fd/3",
		NULL };
	int fd[2] = { open("/etc/hostname", O_RDONLY),
		open("/etc/debian_version", O_RDONLY) };
	struct child c = { .argv = cat, .input = fd[0], .more = &fd[1],
		.nmore = 1, .seconds = 1, .patience = 2, .most = 1000,
		.take = keep, .arg = w };
	char want[4096];
	ssize_t n;

	is_int(3, run("exit 3", w), "the exit code");
	is_int(0, run("echo satu; echo dua >&2", w), "a program that ends");
	is_string("satu\n", w->text, "...what it printed");
	w->len = 0;
	is_int(0, child_run(&c), "a program with two inputs");
	n = pread(fd[0], want, sizeof(want), 0);
	n += pread(fd[1], want + n, sizeof(want) - (size_t)n, 0);
	want[n] = '\0';
	is_string(want, w->text, "...reads both");
	close(fd[0]);
	close(fd[1]);
}

static void
has_nothing_of_ours(struct words *w)
{
	int fd = open("/etc/hostname", O_RDONLY);

	setenv("SOPAP_CONF", "/rahasia", 1);
	run("echo ${SOPAP_CONF-tidak ada} $TZ $HOME", w);
	is_string("tidak ada UTC /nonexistent\n", w->text,
	    "the environment is not ours");
	run("echo /proc/self/fd/*", w);
	is_string("/proc/self/fd/0 /proc/self/fd/1 /proc/self/fd/2 "
	    "/proc/self/fd/3\n", w->text, "...nor are the descriptors");
	close(fd);
	run("exec perl -MSocket -e 'print socket(S, PF_INET, SOCK_STREAM, 0)"
	    " || socket(S, PF_UNIX, SOCK_STREAM, 0) ? 1 : 0'", w);
	is_string("0", w->text, "...and there is no network");
}

static void
is_limited(struct words *w)
{
	static const char *const none[] = { "/nonexistent/program", NULL };
	struct child c = { .argv = none, .input = -1, .seconds = 1,
		.patience = 2, .most = 10, .take = keep, .arg = w };
	char path[64], line[160];

	is_int(CHILD_ABSENT, child_run(&c), "a program that is not there");
	is_int(CHILD_FAILED, run("while :; do :; done", w),
	    "one that never ends");
	is_int(CHILD_FAILED, run("exec sleep 60", w), "...or sleeps");
	is_int(CHILD_FAILED, run("exec >&-; exec sleep 60", w),
	    "...or says nothing more and sleeps");
	is_int(CHILD_FAILED, run("exec yes", w), "one that says too much");
	is_int(CHILD_FAILED, run("kill -9 $$", w), "one that is killed");
	snprintf(path, sizeof(path), "/tmp/sopap-child-%d", (int)getpid());
	snprintf(line, sizeof(line), "echo x >%s; [ ! -s %s ]", path, path);
	ok(run(line, w) != 1, "nothing can be written");
	unlink(path);
#ifndef __SANITIZE_ADDRESS__
	ok(run("exec perl -e '$x = \"x\" x (500 << 20); print length $x'",
	    w) != 0, "memory is limited");
	is_string("", w->text, "...it has none of it");
#endif
}

/* A child sees programs and what it is given, nothing of ours. */
static void
sees_no_file_of_ours(struct words *w)
{
	char key[] = "/tmp/sopap-child-XXXXXX", line[256];
	int fd = mkstemp(key);

	if (fd == -1 || write(fd, "rahasia", 7) != 7)
		bail("no file of ours");
	if (sandbox_landlock() == 0) {
		printf("# no Landlock in this kernel\n");
		unlink(key);
		close(fd);
		return;
	}
	snprintf(line, sizeof(line), "cat %s; echo $?", key);
	run(line, w);
	is_string("1\n", w->text, "a file of ours cannot be read");
	snprintf(line, sizeof(line), "rm -f %s; : >%s; ls /tmp", key, key);
	ok(run(line, w) != 0, "...its folder not be listed");
	is_string("", w->text, "...at all");
	is_int(7, (int64_t)lseek(fd, 0, SEEK_END),
	    "...and it not be removed or cut");
	is_int(0, access(key, F_OK), "...it is there");
	ok(run("exec cat /etc/passwd", w) != 0, "nor those of the machine");
	snprintf(line, sizeof(line), "cat /proc/%d/environ", (int)getpid());
	ok(run(line, w) != 0, "nor what we were started with");
	unlink(key);
	close(fd);
}

static void
signals_nobody(struct words *w)
{
	char line[64];
	pid_t other = fork();

	if (other == 0) {
		pause();
		_exit(0);
	}
	snprintf(line, sizeof(line), "kill -9 %d 2>/dev/null", (int)other);
	ok(run(line, w) != 0, "a child signals nobody else");
	is_int(0, waitpid(other, NULL, WNOHANG), "...who lives on");
	kill(other, SIGKILL);
	waitpid(other, NULL, 0);
}

static int waits;

static void
waiting(void)
{
	waits++;
}

/* All of them have a time together. */
static void
has_a_price(struct words *w)
{
	waits = 0;
	child_allow(700, waiting);
	is_int(0, run("echo satu", w), "a child within the time of all");
	is_int(0, child_refused(), "...which is not spent");
	is_int(0, waits, "...and nobody waited long");
	is_int(CHILD_SPENT, run("exec sleep 60", w), "one that spends it");
	ok(waits > 0, "...while others were served");
	is_int(CHILD_SPENT, run("echo dua", w), "the next one is not begun");
	is_string("", w->text, "...and says nothing");
	is_int(CHILD_SPENT, child_refused(), "...which is remembered");
	ok(child_took(700) >= 700, "...with the time it took");
	child_allow(60000, NULL);
	is_int(0, run("echo tiga", w), "the next request has its own time");
}

static void
waits_for_its_turn(struct words *w)
{
	static char folder[] = "/tmp/sopap-turn-XXXXXX";	/* it is kept */
	char path[64];
	int fd;

	if (mkdtemp(folder) == NULL)
		bail("no folder");
	child_turns(folder, 300);
	child_allow(60000, waiting);
	is_int(0, run("echo satu", w), "a child has its turn");
	snprintf(path, sizeof(path), "%s/turn-sh", folder);
	fd = open(path, O_RDONLY);
	ok(fd != -1, "...by a lock in our folder");
	flock(fd, LOCK_EX);
	is_int(CHILD_BUSY, run("echo dua", w), "another has it for too long");
	is_string("", w->text, "...it is not begun");
	is_int(CHILD_BUSY, child_refused(), "...which is remembered");
	close(fd);
	child_allow(60000, NULL);
	fd = open("/bin/sh", O_RDONLY);
	flock(fd, LOCK_EX);
	is_int(0, run("echo tiga", w),
	    "a stranger who holds the program holds nobody up");
	close(fd);
	unlink(path);
	rmdir(folder);
}

int
main(void)
{
	struct words w;
	int null = open("/dev/null", O_WRONLY);

	dup2(null, STDERR_FILENO);	/* the log's lines are for others */
	gives_what_it_printed(&w);
	has_nothing_of_ours(&w);
	is_limited(&w);
	sees_no_file_of_ours(&w);
	signals_nobody(&w);
	waits_for_its_turn(&w);
	has_a_price(&w);
	close(null);
	return tap_done();
}
