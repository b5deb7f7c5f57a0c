/*
 * guard.c - run a test so that nothing of it outlives it.
 *
 *	guard SECONDS COMMAND [ARGUMENT...]
 *
 * Runs the command, SECONDS long at most (0: as long as it takes), and ends
 * as it does.  When the command has ended, when the guard is told to end, when
 * the make that runs the test has ended, or when the time is over, every
 * process that the command began is ended too: servers, their workers,
 * browsers, whatever session or process group they are in.
 *
 * There are two guards, so that either may be killed.  Both take the orphans
 * below them as children (PR_SET_CHILD_SUBREAPER): what is left of the test is
 * what descends from them.  The inner one runs in a session of its own, out of
 * reach of a signal to the group of the outer one.
 */
#include <sys/prctl.h>
#include <sys/wait.h>

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define ANCESTORS 32
#define LOOK_MS 200		/* between two looks at the ancestors */
#define GRACE_MS 3000		/* from TERM to KILL; the outer guard: twice */
#define EXIT_TIME 124		/* as timeout(1) */
#define EXIT_USE 125

struct process {
	pid_t	pid, parent;
	char	state;
	char	name[32];
	int	ours;		/* descends from this process */
};

/* The processes that a guard looks after. */
struct guard {
	pid_t	child;
	pid_t	above[ANCESTORS];	/* with any of them it ends */
	size_t	nabove;
	int	inner;
	int64_t	until;			/* milliseconds; 0: no limit */
	int	status;			/* exit code of the child */
};

static sigset_t signals;

static int64_t
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* -- processes ------------------------------------------------------------ */

/* 0, or -1 when there is no such process. */
static int
process_get(pid_t pid, struct process *p)
{
	char path[32], text[512], *name, *end;
	size_t n;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%ld/stat", (long)pid);
	if ((f = fopen(path, "r")) == NULL)
		return -1;
	n = fread(text, 1, sizeof(text) - 1, f);
	fclose(f);
	text[n] = '\0';
	/* PID (NAME) STATE PARENT ...; the name may hold anything. */
	name = strchr(text, '(');
	end = strrchr(text, ')');
	if (name == NULL || end == NULL || end < name || end[1] != ' ')
		return -1;
	memset(p, 0, sizeof(*p));
	p->pid = pid;
	snprintf(p->name, sizeof(p->name), "%.*s", (int)(end - name - 1),
	    name + 1);
	p->state = end[2];
	p->parent = (pid_t)strtol(end + 3, NULL, 10);
	return 0;
}

static int
has_ended(pid_t pid)
{
	struct process p;

	return process_get(pid, &p) != 0 || p.state == 'Z' || p.state == 'X';
}

/* Every process; free() it. */
static struct process *
processes(size_t *n)
{
	struct process *list = NULL, *more;
	struct dirent *e;
	DIR *dir = opendir("/proc");

	*n = 0;
	while (dir != NULL && (e = readdir(dir)) != NULL) {
		if (!isdigit((unsigned char)e->d_name[0]))
			continue;
		more = realloc(list, (*n + 1) * sizeof(*list));
		if (more == NULL)
			break;
		list = more;
		if (process_get((pid_t)strtol(e->d_name, NULL, 10),
		    &list[*n]) == 0)
			++*n;
	}
	if (dir != NULL)
		closedir(dir);
	return list;
}

static int
is_ours(const struct process *list, size_t n, const struct process *p)
{
	if (p->parent == getpid())
		return 1;
	for (size_t i = 0; i < n; i++)
		if (list[i].pid == p->parent)
			return list[i].ours;
	return 0;
}

/* Signal what descends from this process, its children only if `near`: the
 * number of those that have not ended. */
static int
signal_all(int sig, int near)
{
	struct process *list;
	size_t n, i;
	int found = 0, more;

	list = processes(&n);
	do {
		more = 0;
		for (i = 0; i < n; i++)
			if (!list[i].ours && is_ours(list, n, &list[i]))
				more = list[i].ours = 1;
	} while (more);
	for (i = 0; i < n; i++) {
		if (!list[i].ours || list[i].state == 'Z')
			continue;
		found++;
		if (!near || list[i].parent == getpid())
			kill(list[i].pid, sig);
	}
	free(list);
	return found;
}

/* -- guarding ------------------------------------------------------------- */

/* Take what has ended; 1 when the command is among it. */
static int
reap(struct guard *g)
{
	int status, ended = 0;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
		if (pid != g->child)
			continue;
		ended = 1;
		g->status = WIFEXITED(status) ? WEXITSTATUS(status) :
		    128 + WTERMSIG(status);
	}
	return ended;
}

/* A signal that came within so long; 0 when none did. */
static int
await_signal(int ms)
{
	struct timespec t = { .tv_sec = ms / 1000,
	    .tv_nsec = ms % 1000 * 1000000L };
	int sig = sigtimedwait(&signals, NULL, &t);

	return sig > 0 ? sig : 0;
}

/* End all there is, kindly at first.  The inner guard sees to what is below
 * it. */
static void
end_all(struct guard *g)
{
	const int64_t until = now_ms() + GRACE_MS * (g->inner ? 1 : 2);

	reap(g);
	if (signal_all(SIGTERM, !g->inner) == 0)
		return;
	while (signal_all(0, 1) > 0 && now_ms() < until) {
		await_signal(50);
		reap(g);
	}
	while (signal_all(SIGKILL, 0) > 0) {
		await_signal(20);
		reap(g);
	}
	reap(g);
}

static int
is_alone(const struct guard *g)
{
	for (size_t i = 0; i < g->nabove; i++)
		if (has_ended(g->above[i]))
			return 1;
	return 0;
}

/* Until the command ends, or has to: the exit code. */
static int
tend(struct guard *g)
{
	int sig;

	for (;;) {
		sig = await_signal(LOOK_MS);
		if (reap(g)) {
			end_all(g);
			return g->status;
		}
		if (sig != 0 && sig != SIGCHLD) {
			end_all(g);
			return 128 + sig;
		}
		if (is_alone(g)) {
			end_all(g);
			return 128 + SIGHUP;
		}
		if (g->until != 0 && now_ms() > g->until) {
			fprintf(stderr, "guard: not ended in time\n");
			end_all(g);
			return EXIT_TIME;
		}
	}
}

/*
 * The parent and, where a make is above it, all up to the topmost: when a make
 * is killed, what it began goes on without noticing.
 */
static void
find_above(struct guard *g)
{
	struct process p;
	pid_t pid = getppid();
	size_t n = 0;

	while (pid > 1 && n < ANCESTORS && process_get(pid, &p) == 0) {
		g->above[n++] = pid;
		if (n == 1 || strcmp(p.name, "make") == 0 ||
		    strcmp(p.name, "gmake") == 0)
			g->nabove = n;
		pid = p.parent;
	}
}

static int
guard_command(char **argv, int64_t until, pid_t outer)
{
	struct guard g = { .inner = 1, .above = { outer }, .nabove = 1,
	    .until = until };

	setsid();
	prctl(PR_SET_CHILD_SUBREAPER, 1);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if ((g.child = fork()) == 0) {
		sigprocmask(SIG_UNBLOCK, &signals, NULL);
		execvp(argv[0], argv);
		fprintf(stderr, "guard: %s: %s\n", argv[0], strerror(errno));
		_exit(127);
	}
	return g.child == -1 ? EXIT_USE : tend(&g);
}

int
main(int argc, char **argv)
{
	static const int sig[] = { SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGCHLD };
	struct guard g = { 0 };
	const pid_t outer = getpid();
	int64_t until;

	if (argc < 3) {
		fprintf(stderr, "usage: guard SECONDS COMMAND [ARGUMENT...]\n");
		return EXIT_USE;
	}
	until = strtoll(argv[1], NULL, 10) * 1000;
	until += until > 0 ? now_ms() : 0;
	sigemptyset(&signals);
	for (size_t i = 0; i < sizeof(sig) / sizeof(sig[0]); i++)
		sigaddset(&signals, sig[i]);
	sigprocmask(SIG_BLOCK, &signals, NULL);
	signal(SIGCHLD, SIG_DFL);
	find_above(&g);
	prctl(PR_SET_CHILD_SUBREAPER, 1);
	if ((g.child = fork()) == 0)
		_exit(guard_command(argv + 2, until, outer));
	return g.child == -1 ? EXIT_USE : tend(&g);
}
