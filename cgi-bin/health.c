/*
 * health.c - is the office up (/healthz), and its figures for Prometheus
 * (/metrics): for a monitor on this machine or one that knows the token.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/log.h"
#include "base/metrics.h"
#include "case/act.h"
#include "case/task.h"
#include "message/delivery.h"
#include "office/last_run.h"
#include "office/throttle.h"
#include "web/exposition.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"
#include "web/traffic.h"

#define ILL "Basis data kantor tidak terbaca.\n"
#define PLAIN "text/plain; charset=utf-8"
#define LABELS(...) ((const char *const []){ __VA_ARGS__, NULL })
#define NO_LABELS ((const char *const []){ NULL })

/* -- who may ask --------------------------------------------------------- */

/* Does the request bring the token of sopap.conf?  The time this takes says
 * nothing about it. */
static int
has_token(const struct request *req)
{
	static const char scheme[] = "Bearer ";
	const char *wanted = req->conf->metrics_token;
	const char *given = req->authorization;
	unsigned char a[crypto_hash_sha256_BYTES], b[sizeof(a)];

	if (*wanted == '\0' || strncmp(given, scheme, strlen(scheme)) != 0)
		return 0;
	given += strlen(scheme);
	crypto_hash_sha256(a, (const unsigned char *)wanted, strlen(wanted));
	crypto_hash_sha256(b, (const unsigned char *)given, strlen(given));
	return sodium_memcmp(a, b, sizeof(a)) == 0;
}

/* -- is it up? ----------------------------------------------------------- */

/* Opened anew: what this process has open may be a file that is gone. */
static int
is_up(const struct request *req)
{
	char why[512] = "the office has no unit";
	struct office *o = office_open_at(req->conf->data,
	    req->conf->database, req->conf->files, DB_READ, why, sizeof(why));
	int up = o != NULL && office_unit(o) != 0;

	if (!up)
		log_line(LOG_ERROR, "health: %s", why);
	office_close(o);
	return up;
}

static int
healthz(struct request *req, struct reply *reply)
{
	static const char well[] = "ok\n";

	if (is_up(req))
		return reply_bytes(reply, PLAIN, well, strlen(well));
	reply_bytes(reply, PLAIN, ILL, strlen(ILL));
	return 503;
}

/* -- figures that are counted -------------------------------------------- */

/* One program, one class of status; buckets are told with those below. */
static void
requests_of(FILE *f, const char *program, int klass)
{
	static const char name[] = "sopap_http_request_duration_seconds";
	char status[4], bound[24], sample[64];
	struct traffic t;
	uint64_t n = 0, all = traffic_read(program, klass, &t);

	if (all == 0)
		return;
	snprintf(status, sizeof(status), "%dxx", klass);
	snprintf(sample, sizeof(sample), "%s_bucket", name);
	for (int i = 0; i < TRAFFIC_BUCKETS; i++) {
		n += t.bucket[i];
		if (i < TRAFFIC_BUCKETS - 1)
			snprintf(bound, sizeof(bound), "%g",
			    (double)traffic_bound[i] / 1e6);
		else
			snprintf(bound, sizeof(bound), "+Inf");
		exposition_sample(f, sample, LABELS("program", program,
		    "status", status, "le", bound), "%" PRIu64, n);
	}
	snprintf(sample, sizeof(sample), "%s_sum", name);
	exposition_sample(f, sample, LABELS("program", program, "status",
	    status), "%" PRIu64 ".%06" PRIu64, t.micros / 1000000,
	    t.micros % 1000000);
	snprintf(sample, sizeof(sample), "%s_count", name);
	exposition_sample(f, sample, LABELS("program", program, "status",
	    status), "%" PRIu64, all);
}

static void
requests(FILE *f)
{
#define PROGRAM(path, program, ...) program,
	static const char *const program[] = { ROUTES(PROGRAM) };
	size_t i, k;

	exposition_family(f, "sopap_http_request_duration_seconds",
	    "histogram", "Time programs took for requests on this host.");
	for (i = 0; i < sizeof(program) / sizeof(program[0]); i++) {
		/* One that has several addresses is told once. */
		for (k = 0; strcmp(program[k], program[i]) != 0; k++)
			;
		for (int c = 0; k == i && c < TRAFFIC_CLASSES; c++)
			requests_of(f, program[i], TRAFFIC_FIRST + c);
	}
}

static void
acts_and_brakes(FILE *f)
{
	const char *word;

	exposition_family(f, "sopap_acts_total", "counter",
	    "Acts on cases tried on this host, by what came of them.");
	for (int i = 0; i < CASE__MAX; i++) {
		word = office_err_word((enum case_err)i);
		exposition_sample(f, "sopap_acts_total", LABELS("result",
		    word), "%" PRIu64, metrics_get(ACT_COUNTER, word));
	}
	exposition_family(f, "sopap_brakes_total", "counter",
	    "Tries refused on this host because there were too many.");
	for (int i = 0; i < THROTTLE_KINDS; i++)
		exposition_sample(f, "sopap_brakes_total", LABELS("kind",
		    throttle_kinds[i]), "%" PRIu64,
		    metrics_get(THROTTLE_COUNTER, throttle_kinds[i]));
}

/* -- figures of the office ----------------------------------------------- */

static void
gauge(FILE *f, const char *name, const char *help, int64_t value)
{
	exposition_family(f, name, "gauge", help);
	exposition_sample(f, name, NO_LABELS, "%" PRId64, value);
}

static void
messages_and_tasks(FILE *f, const struct request *req)
{
	int64_t queued, oldest, late;

	if (delivery_backlog(req->office, req->now, &queued, &oldest) ==
	    CASE_OK) {
		gauge(f, "sopap_messages_queued", "Messages that wait.",
		    queued);
		gauge(f, "sopap_messages_oldest_seconds",
		    "How long the oldest of them has waited.",
		    queued > 0 && oldest < req->now ? req->now - oldest : 0);
	}
	if (task_count_late(req->office, req->now, &late) == CASE_OK)
		gauge(f, "sopap_tasks_late",
		    "Open tasks of the office past their limit.", late);
}

static void
last_runs(FILE *f, const struct request *req)
{
	static const char ended[] = "sopap_last_run_timestamp_seconds";
	static const char well[] = "sopap_last_success_timestamp_seconds";
	struct last_run list[LAST_RUN__MAX];
	int i;

	if (last_run_list(req->office, list) != CASE_OK)
		return;
	exposition_family(f, ended, "gauge",
	    "When the work last ended, well or not; 0 when it never did.");
	for (i = 0; i < LAST_RUN__MAX; i++)
		exposition_sample(f, ended, LABELS("job", last_run_slug(
		    (enum last_run_job)i)), "%" PRId64, list[i].ended_at);
	exposition_family(f, well, "gauge",
	    "When the work last ended well; 0 when it never did.");
	for (i = 0; i < LAST_RUN__MAX; i++)
		exposition_sample(f, well, LABELS("job", last_run_slug(
		    (enum last_run_job)i)), "%" PRId64, list[i].well_at);
}

static int
metrics(struct request *req, struct reply *reply)
{
	char *text = NULL;
	size_t len;
	FILE *f = open_memstream(&text, &len);

	if (f == NULL)
		return reply_error(reply, req, 500, NULL);
	exposition_family(f, "sopap_build_info", "gauge",
	    "The version of this program.");
	exposition_sample(f, "sopap_build_info", LABELS("version",
	    PACKAGE_VERSION), "1");
	gauge(f, "sopap_up", "Whether the office's database opens and reads.",
	    is_up(req));
	requests(f);
	acts_and_brakes(f);
	messages_and_tasks(f, req);
	last_runs(f, req);
	if (fclose(f) != 0)
		return reply_error(reply, req, 500, NULL);
	arena_adopt(req->arena, text);
	return reply_bytes(reply, EXPOSITION_TYPE, text, len);
}

/* -- the program --------------------------------------------------------- */

static int
get(struct request *req, struct reply *reply)
{
	if (request_segment(req, 1) != NULL ||
	    (!req->local && !has_token(req)))
		return reply_error(reply, req, 404, NULL);
	return strcmp(req->route->path, PATH_METRICS) == 0 ?
	    metrics(req, reply) : healthz(req, reply);
}

static const struct web_program health = {
	.name = "health",
	.get = get,
	.unavailable = ILL,
};

int
main(int argc, char **argv)
{
	return web_serve(&health, argc, argv);
}
