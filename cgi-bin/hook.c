/*
 * hook.c - a WhatsApp provider reports the arrival of our messages.
 *
 * No person comes here: no page, no token of a form.  The adapter's file says
 * how its provider is recognised (sopap-adapter(5)).
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/log.h"
#include "base/number.h"
#include "case/arrival.h"
#include "message/adapter.h"
#include "message/adapter_callback.h"
#include "web/gateway.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/serve.h"

#define BODY_MAX (256 * 1024)

/* One call under way. */
struct call {
	struct request	*req;
	struct gateway	*gw;
	enum case_err	 err;		/* the first that is no answer */
};

/* "X-Hub-Signature-256" as a web server hands it on. */
static const char *
header(void *arg, const char *name)
{
	struct call *c = arg;
	char *var = arena_printf(c->req->arena, "HTTP_%s", name);

	for (char *s = var; *s != '\0'; s++)
		*s = *s == '-' ? '_' : (char)toupper((unsigned char)*s);
	return c->gw->param(c->gw, var);
}

static const char *
query(void *arg, const char *name)
{
	return request_query(arg, name);
}

/* The whole body: its length, or -1 when it is too long or broke off. */
static ssize_t
read_body(struct gateway *gw, char *buf, size_t size)
{
	size_t len = 0;
	ssize_t n;

	while ((n = gw->read(gw, buf + len, size - len)) > 0)
		if ((len += (size_t)n) == size)
			return -1;
	return n < 0 ? -1 : (ssize_t)len;
}

static void
take(void *arg, const struct adapter_status *s)
{
	struct call *c = arg;
	struct arrival_news news = { .provider_id = s->id,
	    .alias = s->alias, .reason = s->reason };
	int arrival = arrival_from(s->state);
	enum case_err err;

	if (arrival == -1)
		return;
	news.arrival = (enum arrival)arrival;
	number_parse(s->ref, 1, INT64_MAX, &news.message_id);
	err = arrival_news(c->req->office, &news,
	    *c->req->conf->mail_server != '\0', c->req->now);
	/* Messages of others who use the same number are none of ours. */
	if (err != CASE_OK && err != CASE_NOT_FOUND && c->err == CASE_OK)
		c->err = err;
}

/* The configured adapter; NULL with the status replied. */
static struct adapter *
open_adapter(struct request *req, struct reply *reply, int *status)
{
	const char *path = req->conf->whatsapp, *name = request_segment(req, 1);
	struct adapter *a = NULL;
	char why[512];

	*status = 404;
	if (*path != '\0' && name != NULL && strcmp(name, "whatsapp") == 0 &&
	    (a = adapter_read(path, PKGDATADIR "/adapter", why,
	    sizeof(why))) == NULL) {
		log_line(LOG_ERROR, "%s", why);
		*status = 500;
	}
	if (a == NULL)
		reply_error(reply, req, *status, NULL);
	return a;
}

static int
answer(struct call *c, struct reply *reply, const struct adapter *a,
    const struct adapter_callback *said)
{
	if (!adapter_callback_ok(a, said)) {
		log_line(LOG_WARN, "a callback that is not the provider's");
		return reply_error(reply, c->req, 403, NULL);
	}
	if (adapter_callback_read(a, said, take, c) == -1)
		return reply_error(reply, c->req, 400, NULL);
	if (c->err != CASE_OK)
		return reply_case_error(reply, c->req, c->err);
	return reply_bytes(reply, "text/plain; charset=utf-8", "ok\n", 3);
}

/* Providers send JSON or a form; one says nothing of it. */
static int
is_readable(const char *type)
{
	static const char *const types[] = { "application/json",
		"application/x-www-form-urlencoded" };

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (strncasecmp(type, types[i], strlen(types[i])) == 0)
			return 1;
	return *type == '\0';
}

static int
raw(struct request *req, struct reply *reply, struct gateway *gw)
{
	struct call c = { req, gw, CASE_OK };
	char *body = arena_alloc(req->arena, BODY_MAX);
	const char *type = gw->param(gw, "CONTENT_TYPE");
	const char *token = request_segment(req, 2);
	struct adapter *a;
	ssize_t len;
	int status;

	if ((a = open_adapter(req, reply, &status)) == NULL)
		return status;
	if (type == NULL)
		type = "";
	if (!is_readable(type))
		status = reply_error(reply, req, 415, NULL);
	else if ((len = read_body(gw, body, BODY_MAX)) == -1)
		status = reply_error(reply, req, 413, NULL);
	else {
		struct adapter_callback said = { token != NULL ? token : "",
		    header, &c, type, body, (size_t)len };

		status = answer(&c, reply, a, &said);
	}
	adapter_free(a);
	return status;
}

static int
get(struct request *req, struct reply *reply)
{
	struct adapter *a;
	const char *word;
	int status;

	if ((a = open_adapter(req, reply, &status)) == NULL)
		return status;
	word = adapter_callback_challenge(a, query, req);
	status = word == NULL ? reply_error(reply, req, 403, NULL) :
	    reply_bytes(reply, "text/plain; charset=utf-8", word,
	    strlen(word));
	adapter_free(a);
	return status;
}

static const struct web_program hook = {
	.name = "hook",
	.get = get,
	.raw = raw,
};

int
main(int argc, char **argv)
{
	return web_serve(&hook, argc, argv);
}
