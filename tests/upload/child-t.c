/* child-t.c - a program that is started in our place gets so much, no more. */
#include <fcntl.h>
#include <unistd.h>

#include "tests/tap.h"
#include "upload/child.h"

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

int
main(void)
{
	struct words w;
	int null = open("/dev/null", O_WRONLY);

	dup2(null, STDERR_FILENO);	/* the log's lines are for others */
	gives_what_it_printed(&w);
	has_nothing_of_ours(&w);
	is_limited(&w);
	close(null);
	return tap_done();
}
