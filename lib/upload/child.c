/* child.c - starting, limiting and hearing out a program. */
#include <sys/file.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

#include "base/log.h"
#include "upload/child.h"

#define BLOCK		65536
#define MEMORY		((rlim_t)384 * 1024 * 1024)	/* address space */
#define FILES		64
#define CANNOT		127	/* exit code: it could not be started */

#if defined(__x86_64__)
#define OUR_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCH AUDIT_ARCH_AARCH64
#endif

/* No socket(2), and none by way of another calling convention.  Where we do
 * not know the machine, the unit's own limits have to do. */
static int
refuse_network(void)
{
#ifdef OUR_ARCH
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
		    offsetof(struct seccomp_data, arch)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCH, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
		    offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 1, 0),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_socket, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { sizeof(code) / sizeof(code[0]), code };

	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
#else
	return 1;
#endif
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
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
		return 0;
#ifndef __SANITIZE_ADDRESS__	/* its shadow alone is larger */
	if (!limit(RLIMIT_AS, MEMORY))
		return 0;
#endif
	return limit(RLIMIT_CPU, (rlim_t)c->seconds) &&
	    limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) &&
	    limit(RLIMIT_NOFILE, FILES) && refuse_network();
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

/* Milliseconds left until `end`, 0 when it has passed. */
static int
left(const struct timespec *end)
{
	struct timespec now;
	long long ms;

	clock_gettime(CLOCK_MONOTONIC, &now);
	ms = (end->tv_sec - now.tv_sec) * 1000LL +
	    (end->tv_nsec - now.tv_nsec) / 1000000;
	return ms > 0 ? (int)ms : 0;
}

/* Wait for a descriptor to have something: 1; 0 when time has run out. */
static int
wait_for(int fd, const struct timespec *end)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	int n;

	do {
		n = poll(&p, 1, left(end));
	} while (n == -1 && errno == EINTR);
	return n == 1;
}

/* All it prints, and its end: 0, or -1 when it is to be killed. */
static int
hear(const struct child *c, int out, int process)
{
	struct timespec end;
	size_t sum = 0;
	char *buf = malloc(BLOCK);
	ssize_t n = -1;

	clock_gettime(CLOCK_MONOTONIC, &end);
	end.tv_sec += c->patience > 0 ? c->patience : 2 * c->seconds;
	while (buf != NULL && wait_for(out, &end)) {
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
	return n == 0 && wait_for(process, &end) ? 0 : -1;
}

static int
hear_out(const struct child *c, int out, pid_t pid)
{
	int process = pidfd_open(pid, 0), status;

	if (process == -1 || hear(c, out, process) == -1)
		kill(pid, SIGKILL);
	if (process != -1)
		close(process);
	while (waitpid(pid, &status, 0) == -1)
		if (errno != EINTR)
			return CHILD_FAILED;
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

/* Its turn: a lock of the program's own file, until the descriptor is closed.
 * Without one it runs all the same. */
static int
take_turn(const char *program)
{
	int fd = open(program, O_RDONLY | O_CLOEXEC);

	while (fd != -1 && flock(fd, LOCK_EX) == -1 && errno == EINTR)
		;
	return fd;
}

int
child_run(const struct child *c)
{
	int out[2], code, turn;
	pid_t pid, parent = getpid();

	if (c->nmore > CHILD_MORE_MAX || pipe2(out, O_CLOEXEC) == -1)
		return CHILD_FAILED;
	turn = c->ours ? -1 : take_turn(c->argv[0]);
	pid = fork();
	if (pid == 0)
		become(c, out[1], parent);
	close(out[1]);
	if (pid == -1) {
		log_line(LOG_ERROR, "%s: %s", c->argv[0], strerror(errno));
		code = CHILD_FAILED;
	} else
		code = hear_out(c, out[0], pid);
	close(out[0]);
	if (turn != -1)
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
