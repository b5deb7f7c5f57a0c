/* list.c - lists of an administrator, and the words of their cells. */
#include "cgi-bin/admin/list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "clock/calendar.h"
#include "office/unit.h"
#include "page/format.h"
#include "page/page.h"
#include "people/person.h"
#include "people/role.h"
#include "web/address.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

/* -- lists --------------------------------------------------------------- */

int
list_or_one(struct request *req, struct reply *reply, list_fn *list,
    list_fn *new, one_fn *one)
{
	const char *segment = request_segment(req, 2);

	if (request_segment(req, 3) != NULL)
		return reply_error(reply, req, 404, NULL);
	if (segment != NULL && new != NULL && strcmp(segment, LIST_NEW) == 0)
		return new(req, reply);
	if (segment != NULL)
		return one(req, reply, segment);
	return req->method == METHOD_POST ?
	    reply_error(reply, req, 405, NULL) : list(req, reply);
}

struct page *
list_begin(const struct request *req, const char *heading, struct page **body)
{
	struct page *frame = frame_new(req, "list.tpl", PATH_ADMIN, body);
	struct page *back = page_add(frame, "BACK");

	page_show(frame, "WIDE");
	page_set(back, "HREF", PATH_ADMIN);
	page_set(back, "TEXT", "Kembali ke admin");
	page_set(*body, "HEADING", heading);
	return frame;
}

const char *
admin_claims_words(const struct request *req, int64_t claims)
{
	return arena_printf(req->arena, "Masih memegang %lld tugas yang belum "
	    "selesai. Tugas itu tetap padanya sampai ia menyerahkannya, atau "
	    "sampai admin melepaskannya di Tugas yang dipegang.",
	    (long long)claims);
}

/* -- dates --------------------------------------------------------------- */

const char *
admin_day_words(const struct request *req, int64_t at)
{
	char *buf = arena_alloc(req->arena, FORMAT_SIZE);
	struct format_time when;

	if (at == 0)
		return "–";
	words_local_time(office_calendar(req->office), at, &when);
	return format_date(buf, FORMAT_SIZE, &when);
}

const char *
admin_last_day_words(const struct request *req, int64_t at)
{
	return admin_day_words(req, at == 0 ? 0 : at - 1);
}

const char *
admin_day_iso(const struct request *req, int64_t at)
{
	struct format_time when;

	if (at == 0)
		return "";
	words_local_time(office_calendar(req->office), at, &when);
	return arena_printf(req->arena, "%04d-%02d-%02d", when.year,
	    when.month, when.day);
}

int
admin_day_span(const struct request *req, const char *iso, int64_t *from,
    int64_t *to)
{
	const struct calendar *cal = office_calendar(req->office);
	int y, m, d;

	if (cal == NULL || sscanf(iso, "%4d-%2d-%2d", &y, &m, &d) != 3 ||
	    y < 2000 || m < 1 || m > 12 || d < 1 || d > 31)
		return 0;
	*from = calendar_instant(cal, y, m, d, 0, 0, 0);
	*to = calendar_instant(cal, y, m, d + 1, 0, 0, 0);
	return 1;
}

const char *
admin_day_read(const struct request *req, const char *typed, int64_t *from,
    int64_t *to)
{
	return *typed == '\0' || admin_day_span(req, typed, from, to) ? NULL :
	    "Pilih hari yang ada di kalender.";
}

int64_t
admin_next_day(const struct request *req, int64_t at)
{
	const struct calendar *cal = office_calendar(req->office);
	struct cal_local t;

	calendar_local(cal, at, &t);
	return calendar_instant(cal, t.year, t.month, t.day + 1, 0, 0, 0);
}

const char *
admin_trail_of(const struct request *req, const char *thing)
{
	return address_with(req->arena, PATH_JEJAK, "tentang", thing);
}

const char *
admin_unit_words(const struct request *req, int64_t id)
{
	struct unit_row u;

	return unit_get(req->office, id, &u) == CASE_OK ?
	    arena_strdup(req->arena, u.name) : "";
}

const char *
admin_role_words(const struct request *req, int64_t id)
{
	struct role_row r;

	return role_get(req->office, id, &r) == CASE_OK ?
	    arena_strdup(req->arena, r.name) : "";
}

const char *
admin_id_text(const struct request *req, int64_t id)
{
	return id == 0 ? "" : arena_printf(req->arena, "%lld", (long long)id);
}
