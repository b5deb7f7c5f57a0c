/* child.c - starting, limiting and hearing out a program. */
#include <sys/file.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/price.h"
#include "upload/child.h"
#include "upload/sandbox.h"

#define BLOCK		65536
#define MEMORY		((rlim_t)384 * 1024 * 1024)	/* address space */
#define FILES		64
#define CANNOT		127	/* exit code: it could not be started */
#define LOOK		20	/* milliseconds between two looks at a lock */

/* The time of all children of this process, and how it was spent. */
static struct {
	int		 limited;
	int		 left;		/* milliseconds */
	int		 refused;	/* CHILD_SPENT, CHILD_BUSY, or 0 */
	void		(*waiting)(void);
	const char	*turns;		/* folder of the locks, or NULL */
	int		 patience;	/* milliseconds of waiting for one */
} allowed;

void
child_allow(int milliseconds, void (*waiting)(void))
{
	allowed.limited = 1;
	allowed.left = milliseconds;
	allowed.refused = 0;
	allowed.waiting = waiting;
}

int
child_refused(void)
{
	return allowed.refused;
}

int
child_took(int milliseconds)
{
	return allowed.limited ? milliseconds - allowed.left : 0;
}

void
child_turns(const char *folder, int milliseconds)
{
	allowed.turns = folder;
	allowed.patience = milliseconds;
}

static int
limit(int what, rlim_t most)
{
	struct rlimit lim = { most, most };

	return setrlimit(what, &lim) == 0;
}

static int
confine(const struct child *c, pid_t parent)
{
	int fd[3 + CHILD_MORE_MAX];

	for (size_t i = 0; i < 3 + c->nmore; i++)
		fd[i] = (int)i;
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
		return 0;
#ifndef __SANITIZE_ADDRESS__	/* its shadow alone is larger */
	if (!limit(RLIMIT_AS, MEMORY))
		return 0;
#endif
	return limit(RLIMIT_CPU, (rlim_t)c->seconds) &&
	    limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) &&
	    limit(RLIMIT_NOFILE, FILES) &&
	    sandbox_enter(c->argv[0], fd, 3 + c->nmore) == 0;
}

/* Descriptors 0, 1, 2 and those after them; nothing else stays open. */
static int
arrange(const struct child *c, int out)
{
	int fd[3 + CHILD_MORE_MAX], none = open("/dev/null", O_RDWR);
	int n = 3 + (int)c->nmore;

	fd[0] = c->input != -1 ? c->input : none;
	fd[1] = out;
	fd[2] = c->errors ? out : none;
	for (size_t i = 0; i < c->nmore; i++)
		fd[3 + i] = c->more[i];
	/* First out of the way of each other, then to their places. */
	for (int i = 0; i < n; i++)
		if ((fd[i] = fcntl(fd[i], F_DUPFD, n)) == -1)
			return 0;
	for (int i = 0; i < n; i++)
		if (dup2(fd[i], i) == -1)
			return 0;
	return close_range((unsigned)n, ~0U, 0) == 0;
}

static void
become(const struct child *c, int out, pid_t parent)
{
	char *const environment[] = { (char[]){ "LC_ALL=C" },
		(char[]){ "TZ=UTC" }, (char[]){ "HOME=/nonexistent" }, NULL };
	char *argv[16] = { NULL };
	sigset_t none;

	for (size_t i = 0; i < 15 && c->argv[i] != NULL; i++)
		memcpy(&argv[i], &c->argv[i], sizeof(argv[i]));
	signal(SIGPIPE, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	if (arrange(c, out) && (c->ours || confine(c, parent)))
		execve(argv[0], argv, c->ours ? environ : environment);
	_exit(CANNOT);
}

static long long
milliseconds(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * 1000LL + ts.tv_nsec / 1000000;
}

/* Milliseconds until `end`, 0 when it has passed. */
static int
left(long long end)
{
	long long ms = end - milliseconds();

	return ms > 0 ? (int)ms : 0;
}

/* This process waits: others may be served by another. */
static void
tell_waiting(void)
{
	if (allowed.waiting != NULL)
		allowed.waiting();
}

/* Wait for a descriptor to have something: 1; 0 when time has run out. */
static int
wait_for(int fd, long long end)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	int n, ms;

	for (;;) {
		ms = left(end);
		n = poll(&p, 1, ms < PRICE_GRACE ? ms : PRICE_GRACE);
		if (n > 0 || (n == -1 && errno != EINTR))
			return n == 1;
		if (n == 0 && ms <= PRICE_GRACE)
			return 0;
		if (n == 0)
			tell_waiting();
	}
}

/* All it prints, and its end: 0, or -1 when it is to be killed. */
static int
hear(const struct child *c, int out, int process, long long end)
{
	size_t sum = 0;
	char *buf = malloc(BLOCK);
	ssize_t n = -1;

	while (buf != NULL && wait_for(out, end)) {
		n = read(out, buf, BLOCK);
		if (n == -1 && errno == EINTR)
			continue;
		if (n > 0)
			sum += (size_t)n;
		if (n <= 0 || sum > c->most ||
		    c->take(c->arg, buf, (size_t)n) != 0)
			break;
	}
	free(buf);
	return n == 0 && wait_for(process, end) ? 0 : -1;
}

/* Milliseconds by the clock that a child has. */
static int
patience(const struct child *c)
{
	int ms = 1000 * (c->patience > 0 ? c->patience : 2 * c->seconds);

	return allowed.limited && !c->ours && allowed.left < ms ?
	    allowed.left : ms;
}

static int
hear_out(const struct child *c, int out, pid_t pid)
{
	int process = pidfd_open(pid, 0), status;
	long long began = milliseconds();

	if (process == -1 ||
	    hear(c, out, process, began + patience(c)) == -1)
		kill(pid, SIGKILL);
	if (process != -1)
		close(process);
	while (waitpid(pid, &status, 0) == -1)
		if (errno != EINTR)
			return CHILD_FAILED;
	if (allowed.limited && !c->ours &&
	    (allowed.left -= (int)(milliseconds() - began)) <= 0) {
		log_line(LOG_WARN, "the time of a request is spent");
		return allowed.refused = CHILD_SPENT;
	}
	if (WIFEXITED(status) && WEXITSTATUS(status) != CANNOT)
		return WEXITSTATUS(status);
	if (WIFEXITED(status)) {
		log_line(LOG_ERROR, "%s: cannot be started", c->argv[0]);
		return CHILD_ABSENT;
	}
	log_line(LOG_WARN, "%s: ended by signal %d", c->argv[0],
	    WTERMSIG(status));
	return CHILD_FAILED;
}

/*
 * Its turn: a lock, until the descriptor is closed; -1 without one, when it
 * runs all the same.  The lock is a file of the office's own, which no stranger
 * can hold.  CHILD_BUSY when others had their turns for too long.
 */
static int
take_turn(const char *program)
{
	char path[PATH_MAX];
	int fd, waited = 0;

	if (allowed.turns == NULL)
		return -1;
	snprintf(path, sizeof(path), "%s/turn-%s", allowed.turns,
	    strrchr(program, '/') + 1);
	fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	while (fd != -1 && flock(fd, LOCK_EX | LOCK_NB) == -1) {
		if (waited >= allowed.patience) {
			log_line(LOG_WARN, "%s: no turn", program);
			close(fd);
			return allowed.refused = CHILD_BUSY;
		}
		usleep(LOOK * 1000);
		waited += LOOK;
		if (waited % PRICE_GRACE == 0)
			tell_waiting();
	}
	return fd;
}

int
child_run(const struct child *c)
{
	int out[2], code, turn;
	pid_t pid, parent = getpid();

	if (!c->ours && allowed.limited && allowed.refused != 0)
		return allowed.refused;
	if (c->nmore > CHILD_MORE_MAX || pipe2(out, O_CLOEXEC) == -1)
		return CHILD_FAILED;
	turn = c->ours ? -1 : take_turn(c->argv[0]);
	pid = turn == CHILD_BUSY ? -1 : fork();
	if (pid == 0)
		become(c, out[1], parent);
	close(out[1]);
	if (turn == CHILD_BUSY)
		code = CHILD_BUSY;
	else if (pid == -1) {
		log_line(LOG_ERROR, "%s: %s", c->argv[0], strerror(errno));
		code = CHILD_FAILED;
	} else
		code = hear_out(c, out[0], pid);
	close(out[0]);
	if (turn >= 0)
		close(turn);
	return code;
}

/* The first words tell; of thousands of warnings the rest may go, but the
 * number of pages comes after them. */
static int
keep_words(void *arg, const void *data, size_t len)
{
	struct child_words *w = arg;
	const size_t half = sizeof(w->text) / 2;
	const char *s = data;

	if (len > sizeof(w->text) - 1 - w->len) {
		if (w->len > half)
			w->len = half;
		if (len > half - 1) {
			s += len - (half - 1);
			len = half - 1;
		}
	}
	memcpy(w->text + w->len, s, len);
	w->len += len;
	w->text[w->len] = '\0';
	return 0;
}

int
child_words(struct child *c, struct child_words **words)
{
	*words = calloc(1, sizeof(**words));
	c->take = keep_words;
	c->arg = *words;
	return *words != NULL ? child_run(c) : CHILD_FAILED;
}
