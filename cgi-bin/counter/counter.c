/*
 * counter.c - today's queue at one station: one keypress per physical act.
 *
 * /loket shows the queue with its first task open, /loket/ID another one.  A
 * task can only go forward here; sending it back or refusing it has the step's
 * own page.  Rows of the same station that follow one another stand in one
 * form.
 */
#include <string.h>

#include "cgi-bin/counter/counter.h"

#include "base/arena.h"
#include "clock/calendar.h"
#include "people/counter_desk.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/serve.h"
#include "web/session.h"

/* -- stations ---------------------------------------------------------- */

const struct counter_desk *
counter_stations(const struct request *req, size_t *n)
{
	struct counter_desk *list = NULL;
	enum case_err err;

	*n = 0;
	err = counter_desk_list(req->office, req->session.person_id, req->now,
	    &list, n);
	if (err != CASE_OK)
		return NULL;
	arena_adopt(req->arena, list);
	return list;
}

/* The station of this browser: the one in the address, the one of the cookie,
 * the first of this person's.  NULL when the person has none. */
static const struct counter_desk *
this_station(const struct request *req)
{
	char before[96];
	size_t n;
	const struct counter_desk *list = counter_stations(req, &n);
	const char *asked = request_query(req, "peran");

	if (asked == NULL && session_cookie(req, STATION_COOKIE, before,
	    sizeof(before)) > 0)
		asked = before;
	for (size_t i = 0; i < n && asked != NULL; i++)
		if (strcmp(list[i].performer, asked) == 0)
			return &list[i];
	return n > 0 ? list : NULL;
}

int64_t
counter_today(const struct request *req)
{
	const struct calendar *cal = office_calendar(req->office);
	struct cal_local l;

	calendar_local(cal, req->now, &l);
	return calendar_instant(cal, l.year, l.month, l.day, 0, 0, 0);
}

const char *
counter_wanted(const struct request *req)
{
	const char *asked = request_query(req, "nomor");
	size_t n;

	if (asked == NULL)
		return "";
	asked += strspn(asked, " ");
	n = strlen(asked);
	while (n > 0 && asked[n - 1] == ' ')
		n--;
	return arena_strndup(req->arena, asked, n);
}

int
counter_is_here(const struct step *s)
{
	size_t n;
	const struct counter_desk *list = counter_stations(s->req, &n);

	while (n > 0 && strcmp(list[n - 1].performer, s->t.performer) != 0)
		n--;
	return n > 0 && counter_desk_kind(s->t.kind);
}

static int
no_station(struct request *req, struct reply *rep)
{
	return reply_error(rep, req, 403, "Peran Anda tidak melayani di loket. "
	    "Tugas Anda ada di kotak masuk.");
}

/* -- the program ------------------------------------------------------- */

/* Could this person do something with it now? */
static int
is_next(const struct request *req, const struct counter_desk *at,
    const struct task_row *t)
{
	if (strcmp(t->phase, "outside") == 0)
		return 0;
	return at->clerk || (!t->awaited && (t->claimed_by == 0 ||
	    t->claimed_by == req->session.person_id));
}

/* The first that can be done now stands open. */
static int
show_first(struct request *req, struct reply *rep,
    const struct counter_desk *at)
{
	struct counter_queue_row *row = NULL;
	struct step s;
	size_t n = 0;
	enum case_err err;

	err = counter_queue_list(req->office, at->performer,
	    counter_wanted(req), &row, &n);
	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	arena_adopt(req->arena, row);
	for (size_t i = 0; i < n; i++)
		if (strstr(row[i].subject, counter_wanted(req)) != NULL &&
		    is_next(req, at, &row[i].task) && step_open(&s, &counter,
		    req, rep, row[i].task.id) == 0)
			return step_show(&s);
	return counter_page(req, rep, 200, at, NULL, NULL, NULL);
}

static int
get(struct request *req, struct reply *rep)
{
	const char *sub = request_segment(req, 1);
	const struct counter_desk *at;

	if (sub != NULL && strcmp(sub, "pin") == 0)
		return counter_pin_get(req, rep);
	if ((at = this_station(req)) == NULL)
		return no_station(req, rep);
	if (sub != NULL && strcmp(sub, "slip") == 0)
		return counter_slip(req, rep);
	if (sub != NULL)
		return step_get(&counter, req, rep);
	if (request_query(req, "peran") != NULL)
		reply_cookie(rep, req, STATION_COOKIE, at->performer);
	if (req->stale)
		return counter_number_again(req, rep, at);
	/* A number of this SOP is to be handed out: nothing else is open. */
	if (request_query(req, "sop") != NULL)
		return counter_page(req, rep, 200, at, NULL, NULL, NULL);
	return show_first(req, rep, at);
}

static int
post(struct request *req, struct reply *rep)
{
	const char *sub = request_segment(req, 1);
	const char *aksi = form_value(req, "aksi");
	const struct counter_desk *at;

	if (sub != NULL && strcmp(sub, "pin") == 0)
		return counter_pin_post(req, rep);
	if ((at = this_station(req)) == NULL)
		return no_station(req, rep);
	if (sub != NULL)
		return step_post(&counter, req, rep);
	if (strcmp(aksi, "ganti") == 0)
		return counter_change(req, rep, at->performer);
	if (strcmp(aksi, "nomor") == 0 || strcmp(aksi, "layani") == 0)
		return counter_number_post(req, rep, at, aksi);
	return reply_error(rep, req, 400, NULL);
}

int
main(int argc, char **argv)
{
	static const char *const templates[] = { "counter.tpl", "field.tpl",
		"errors.tpl", "sla.tpl", "form.tpl", "slip.tpl", NULL };
	static const struct web_program program = { .name = "counter",
	    .get = get, .post = post, .templates = templates,
	    .takes = step_takes };

	return web_serve(&program, argc, argv);
}
