/* written-t.c - a long answer is sent whole, and no memory is as long as it. */
#include "base/arena.h"
#include "base/conf.h"
#include "tests/peak.h"
#include "tests/tap.h"
#include "tests/web/gate.h"
#include "web/reply.h"
#include "web/request.h"

#define LINES	400000
#define ROOM	4096		/* kilobytes; the answer has 25 MB */

static struct arena *arena;
static char host[] = "https://sop.example";
static char no[] = "no";
static struct conf conf = { .site = host, .secure = no };

static void
begin(struct request *req, const char *method)
{
	static struct gate gate;
	static struct gateway gw;

	gate = (struct gate){ .method = method, .uri = "/surat-keluar" };
	*req = (struct request){ .arena = arena, .conf = &conf };
	gate_open(&gw, &gate);
	request_begin(req, &gw);
}

/* Count what is sent; the head is the first piece. */
struct sent {
	char	head[4096];
	size_t	len;
};

static int
take(struct gateway *gw, const void *data, size_t len)
{
	struct sent *s = gw->handle;

	if (s->head[0] == '\0')
		snprintf(s->head, sizeof(s->head), "%.*s", (int)len,
		    (const char *)data);
	else
		s->len += len;
	return 0;
}

static void
is_sent_whole(void)
{
	struct request req;
	struct sent s = { "", 0 };
	struct gateway gw = { .write = take, .handle = &s };
	struct reply *reply = reply_new(arena);
	long before = peak_memory();
	FILE *f = tmpfile();
	char want[64];
	int status, i;

	begin(&req, "GET");
	for (i = 0; i < LINES; i++)
		fprintf(f, "%063d\n", i);
	status = reply_written(reply, &req, "text/csv; charset=utf-8", f);
	is_int(200, status, "a long list is written");
	is_int(0, reply_send(reply, &req, status, &gw), "...and sent");
	is_int(LINES * 64, (int64_t)s.len, "...whole");
	snprintf(want, sizeof(want), "Content-Length: %d\r\n", LINES * 64);
	ok(strstr(s.head, want) != NULL, "...with its length");
	ok(strstr(s.head, "Content-Type: text/csv; charset=utf-8\r\n") !=
	    NULL, "...and type");
	ok(before > 0 && peak_memory() - before < ROOM,
	    "...in %ld kilobytes more than before", peak_memory() - before);
}

static void
is_not_asked_for(void)
{
	struct request req;
	struct sent s = { "", 0 };
	struct gateway gw = { .write = take, .handle = &s };
	struct reply *reply = reply_new(arena);
	FILE *f = tmpfile();

	begin(&req, "HEAD");
	fputs("a,b\n", f);
	reply_written(reply, &req, "text/csv", f);
	reply_send(reply, &req, 200, &gw);
	ok(strstr(s.head, "Content-Length: 4\r\n") != NULL, "asked by HEAD");
	is_int(0, (int64_t)s.len, "...nothing of it is sent");
}

int
main(void)
{
	arena = arena_new();
	is_sent_whole();
	is_not_asked_for();
	arena_free(arena);
	return tap_done();
}
