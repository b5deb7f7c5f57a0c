/* serve.c - start and loop. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <fcgiapp.h>
#include <sodium.h>

#include "base/conf.h"
#include "base/log.h"
#include "office/office.h"
#include "page/page.h"
#include "web/gateway.h"
#include "web/language.h"
#include "web/reply.h"
#include "web/serve_raw.h"

#define BACKLOG 128

static volatile sig_atomic_t stopping;

static void
stop(int sig)
{
	stopping = 1;
}

/*
 * The loop.  A signal must neither cut a body that is being read nor be lost
 * between the look at the flag and accept(2): signals are blocked all the
 * time, let through once each round, and during ppoll(2), the only place that
 * sleeps.  Several processes wait on one socket, so it must not block.
 */
static int
loop(const struct server *sv, int sock, const sigset_t *ours)
{
	struct pollfd fd = { .fd = sock, .events = POLLIN };
	FCGX_Request fcgi;
	struct gateway gw;
	sigset_t none;
	int n, rc = 0;

	sigemptyset(&none);
	if (FCGX_Init() != 0 || FCGX_InitRequest(&fcgi, sock, 0) != 0 ||
	    fcntl(sock, F_SETFL, fcntl(sock, F_GETFL) | O_NONBLOCK) == -1) {
		log_line(LOG_ERROR, "cannot listen: %s", strerror(errno));
		return 1;
	}
	gateway_fcgi(&gw, &fcgi);
	for (;;) {
		/* ppoll() prefers a ready socket to a pending signal. */
		sigprocmask(SIG_UNBLOCK, ours, NULL);
		sigprocmask(SIG_BLOCK, ours, NULL);
		if (stopping)
			break;
		n = ppoll(&fd, 1, NULL, &none);
		if (n < 0 && errno != EINTR) {
			log_line(LOG_ERROR, "ppoll: %s", strerror(errno));
			rc = 1;
			break;
		}
		if (n <= 0)
			continue;
		n = FCGX_Accept_r(&fcgi);
		/* Another process was faster, or the client gave up. */
		if (n == -EAGAIN || n == -EINTR || n == -ECONNABORTED)
			continue;
		if (n != 0) {
			log_line(LOG_ERROR, "accept: error %d", n);
			rc = 1;
			break;
		}
		serve_one(sv, &gw);
		FCGX_Finish_r(&fcgi);
	}
	FCGX_Finish_r(&fcgi);
	return rc;
}

/* Signals that end the process, each after the request under way. */
static void
take_signals(sigset_t *ours)
{
	static const int sig[] = { SIGTERM, SIGINT, SIGHUP, SIGUSR1 };
	struct sigaction sa = { .sa_handler = stop };

	sigemptyset(ours);
	sigemptyset(&sa.sa_mask);
	for (size_t i = 0; i < sizeof(sig) / sizeof(sig[0]); i++) {
		sigaddset(ours, sig[i]);
		sigaction(sig[i], &sa, NULL);
	}
	sigprocmask(SIG_BLOCK, ours, NULL);
	signal(SIGPIPE, SIG_IGN);
}

static int
load_templates(const struct server *sv)
{
	static const char *const always[] = { "frame.tpl", "error.tpl", NULL };
	const char *const *lists[] = { always, sv->program->templates };

	page_path(sv->conf->templates);
	language_load(sv->conf, sv->program->name);
	for (size_t i = 0; i < 2; i++)
		for (const char *const *name = lists[i];
		    name != NULL && *name != NULL; name++)
			if (page_load(*name) == -1) {
				log_line(LOG_ERROR, "cannot load %s", *name);
				return -1;
			}
	return 0;
}

static int
open_server(struct server *sv)
{
	char why[512];

	if (sodium_init() == -1) {
		log_line(LOG_ERROR, "no source of randomness");
		return -1;
	}
	if ((sv->conf = conf_read(why, sizeof(why))) == NULL) {
		log_line(LOG_ERROR, "%s", why);
		return -1;
	}
	if (load_templates(sv) == -1)
		return -1;
	sv->office = office_open(sv->conf->data, DB_WRITE, why, sizeof(why));
	if (sv->office == NULL) {
		log_line(LOG_ERROR, "%s", why);
		return -1;
	}
	return 0;
}

/*
 * SOPAP_NOW is what a plain CGI takes for the present, so that its answers can
 * be tested.  Clients cannot set it: theirs are the variables of RFC 3875.
 */
static int64_t
fixed_now(void)
{
	const char *text = getenv("SOPAP_NOW");

	return text != NULL ? strtoll(text, NULL, 10) : 0;
}

/* How this process was started, and serving accordingly. */
static int
serve(struct server *sv, const sigset_t *ours)
{
	const char *path = getenv("SOPAP_SOCKET");
	int sock = STDIN_FILENO, cgi = 0;
	struct gateway gw;

	if (path != NULL && *path != '\0')
		sock = -1;
	else if (FCGX_IsCGI())
		cgi = 1;
	if (cgi && getenv("REQUEST_METHOD") == NULL) {
		fprintf(stderr, "%s: to be started by a FastCGI or CGI server,"
		    " or with SOPAP_SOCKET=path\n", sv->program->name);
		return 2;
	}
	if (open_server(sv) == -1) {
		if (cgi)
			printf("Status: 503\r\n"
			    "Content-Type: text/html; charset=utf-8\r\n"
			    "\r\n%s", reply_last_resort);
		return 1;
	}
	if (cgi) {
		sv->now = fixed_now();
		gateway_cgi(&gw);
		serve_one(sv, &gw);
		return 0;
	}
	if (sock == -1) {
		if ((sock = FCGX_OpenSocket(path, BACKLOG)) == -1) {
			log_line(LOG_ERROR, "cannot listen at %s", path);
			return 1;
		}
		log_line(LOG_INFO, "listening at %s", path);
	}
	return loop(sv, sock, ours);
}

int
web_serve(const struct web_program *program)
{
	struct server sv = { .program = program };
	sigset_t ours;
	int rc;

	log_open(program->name);
	take_signals(&ours);
	rc = serve(&sv, &ours);
	office_close(sv.office);
	conf_free(sv.conf);
	return rc;
}
