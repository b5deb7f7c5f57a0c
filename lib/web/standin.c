/* standin.c - starting the program itself anew. */
#include "web/standin.h"

#include <sys/prctl.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/price.h"

#define IDLE	30000		/* milliseconds */
#define RANK	"SOPAP_STANDIN"	/* which stand-in this is, from 1 */
#define WORDS	16

static int listening = -1;
static pid_t standin;

void
standin_open(int sock)
{
	listening = sock;
}

/* 0: this process is nobody's stand-in. */
static int
rank(void)
{
	const char *text = getenv(RANK);

	return text != NULL ? atoi(text) : 0;
}

/* The words this program was started with, each with its NUL, in `text`. */
static int
read_words(char *text, size_t size, char *argv[WORDS])
{
	int fd = open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC), n = 0;
	ssize_t len = fd != -1 ? read(fd, text, size - 1) : -1;

	if (fd != -1)
		close(fd);
	if (len <= 0)
		return -1;
	text[len] = '\0';
	for (char *s = text; s < text + len && n < WORDS - 1;
	    s += strlen(s) + 1)
		argv[n++] = s;
	argv[n] = NULL;
	return 0;
}

/* Become the program anew: it listens at its standard input, and nothing else
 * stays open. */
static void
become(int number)
{
	char text[4096], *argv[WORDS], digits[16];

	snprintf(digits, sizeof(digits), "%d", number);
	if (read_words(text, sizeof(text), argv) == -1 ||
	    setenv(RANK, digits, 1) == -1 || unsetenv("SOPAP_SOCKET") == -1 ||
	    dup2(listening, STDIN_FILENO) == -1 ||
	    close_range(STDERR_FILENO + 1, ~0U, 0) == -1)
		return;
	execv("/proc/self/exe", argv);
}

void
standin_call(void)
{
	pid_t parent = getpid();

	if (listening == -1 || rank() >= PRICE_STANDINS ||
	    (standin > 0 && waitpid(standin, NULL, WNOHANG) == 0))
		return;
	standin = fork();
	if (standin == -1)
		log_line(LOG_WARN, "no stand-in: %s", strerror(errno));
	if (standin != 0)
		return;
	if (prctl(PR_SET_PDEATHSIG, SIGTERM) == 0 && getppid() == parent)
		become(rank() + 1);
	_exit(127);
}

int
standin_patience(void)
{
	return rank() > 0 ? IDLE : -1;
}

void
standin_renew(void)
{
	if (listening != -1)
		become(rank());
	log_line(LOG_ERROR, "cannot begin anew: %s", strerror(errno));
}
