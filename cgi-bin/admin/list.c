/* list.c - lists of an administrator, and the choices of a form. */
#include "cgi-bin/admin/admin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "casepage/sla.h"
#include "clock/calendar.h"
#include "office/unit.h"
#include "page/format.h"
#include "page/page.h"
#include "people/person.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

#define RADIOS_MAX 6		/* as fields_show.c has it */

/* -- lists --------------------------------------------------------------- */

int
list_or_one(struct request *req, struct reply *reply, list_fn *list,
    one_fn *one)
{
	const char *segment = request_segment(req, 2);

	if (request_segment(req, 3) != NULL)
		return reply_error(reply, req, 404, NULL);
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

const char *
admin_roles_words(const struct request *req, const struct holder_row *held, size_t n,
    int64_t person)
{
	const char *text = "";

	for (size_t i = 0; i < n; i++)
		if (held[i].person_id == person)
			text = arena_printf(req->arena, "%s%s%s%s%s", text,
			    *text != '\0' ? ", " : "",
			    holder_capacity_title(held[i].capacity),
			    held[i].capacity != CAPACITY_DEFINITIVE ? " " : "",
			    held[i].role_name);
	return text;
}

void
form_row(struct page *body, const char *key, const char *text)
{
	struct page *row = page_add(body, "ROWS");

	page_set(row, "KEY", key);
	page_set(row, "TEXT", *text != '\0' ? text : "–");
}

void
form_change(struct page *body, const char *key, const char *old,
    const char *new)
{
	struct page *row = page_add(body, "ROWS");

	page_set(row, "KEY", key);
	if (*old != '\0')
		page_text(row, "OLD", old);
	page_text(row, "VALUES", new);
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

int64_t
admin_next_day(const struct request *req, int64_t at)
{
	const struct calendar *cal = office_calendar(req->office);
	struct cal_local t;

	calendar_local(cal, at, &t);
	return calendar_instant(cal, t.year, t.month, t.day + 1, 0, 0, 0);
}

/* -- choices ------------------------------------------------------------- */

const struct sop_choice choice_yes_no[2] = { { "ya", "Ya" }, { "tidak", "Tidak" } };

const char *
choice_yes_or_no(int64_t yes)
{
	return choice_yes_no[!yes].value;
}

const char *
admin_id_text(const struct request *req, int64_t id)
{
	return id == 0 ? "" : arena_printf(req->arena, "%lld", (long long)id);
}

struct sop_field *
choice_fields_copy(const struct request *req, const struct sop_field *fields,
    size_t n)
{
	struct sop_field *copy = arena_alloc(req->arena, n * sizeof(*copy));

	memcpy(copy, fields, n * sizeof(*copy));
	return copy;
}

/*
 * Room for n choices.  Few of them are radio buttons, of which none can be
 * taken back: what need not be chosen has one more, for nothing.
 */
static struct sop_choice *
begin_choices(const struct request *req, struct sop_field *f, size_t n)
{
	struct sop_choice *choice = arena_alloc(req->arena,
	    (n + 1) * sizeof(*choice));

	f->choice = choice;
	f->nchoice = 0;
	if (!f->required && n < RADIOS_MAX)
		choice[f->nchoice++] = (struct sop_choice){ "", "Tidak ada" };
	return choice;
}

static void
add_choice(const struct request *req, struct sop_field *f,
    struct sop_choice *choice, int64_t id, const char *label)
{
	choice[f->nchoice].value = admin_id_text(req, id);
	choice[f->nchoice++].label = arena_strdup(req->arena, label);
}

enum case_err
choice_unit(const struct request *req, struct sop_field *f)
{
	struct sop_choice *choice;
	struct unit_row *rows;
	size_t n;
	enum case_err err = unit_list(req->office, &rows, &n);

	if (err != CASE_OK)
		return err;
	choice = begin_choices(req, f, n);
	for (size_t i = 0; i < n; i++)
		add_choice(req, f, choice, rows[i].id, rows[i].name);
	free(rows);
	return CASE_OK;
}

enum case_err
choice_role(const struct request *req, struct sop_field *f)
{
	struct sop_choice *choice;
	struct role_row *rows;
	size_t n;
	enum case_err err = role_list(req->office, req->now, &rows, &n);

	if (err != CASE_OK)
		return err;
	choice = begin_choices(req, f, n);
	for (size_t i = 0; i < n; i++)
		if (!rows[i].system && !rows[i].external)
			add_choice(req, f, choice, rows[i].id, rows[i].name);
	free(rows);
	return CASE_OK;
}

enum case_err
choice_institution(const struct request *req, struct sop_field *f)
{
	struct sop_choice *choice;
	struct institution_row *rows;
	size_t n;
	enum case_err err = institution_list(req->office, &rows, &n);

	if (err != CASE_OK)
		return err;
	choice = begin_choices(req, f, n);
	for (size_t i = 0; i < n; i++)
		if (rows[i].state != STATE_CLOSED)
			add_choice(req, f, choice, rows[i].id, rows[i].name);
	free(rows);
	return CASE_OK;
}

enum case_err
choice_person(const struct request *req, struct sop_field *f, int outsiders)
{
	struct person_query q = { .limit = INT64_MAX };
	struct sop_choice *choice;
	struct person *rows;
	size_t n;
	int64_t total;
	enum case_err err = person_search(req->office, &q, &rows, &n, &total);

	if (err != CASE_OK)
		return err;
	choice = begin_choices(req, f, n);
	for (size_t i = 0; i < n; i++)
		if (outsiders || rows[i].institution_id == 0)
			add_choice(req, f, choice, rows[i].id, rows[i].name);
	free(rows);
	return CASE_OK;
}
