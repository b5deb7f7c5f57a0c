/* range.c - the files of any days. */
#include "cgi-bin/report/range.h"

#include <string.h>

#include "base/arena.h"
#include "casepage/form_page.h"
#include "cgi-bin/report/show.h"
#include "exchange/export_visits.h"
#include "month/month.h"
#include "office/soplist.h"
#include "page/format.h"
#include "page/page.h"
#include "reports/month/report_file.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

enum { FIRST, LAST, SOP, NFIELDS };

static const struct sop_field asked_fields[NFIELDS] = {
	[FIRST] = { .name = "tanggal_mulai", .label = "Tanggal mulai",
	    .type = FIELD_DATE, .required = 1 },
	[LAST] = { .name = "tanggal_selesai", .label = "Tanggal selesai",
	    .type = FIELD_DATE, .required = 1,
	    .help = "Tanggal ini ikut dihitung." },
	[SOP] = { .name = "sop", .label = "SOP", .type = FIELD_CHOICE,
	    .help = "Tanpa pilihan: semua SOP." },
};

/* The SOPs in force are its choices. */
static void
fields_of(struct request *req, struct sop_field fields[NFIELDS])
{
	struct sop_choice *choice;
	struct sop_item *items;
	size_t n, i;

	memcpy(fields, asked_fields, sizeof(asked_fields));
	if (soplist_names(req->office, req->now, &items, &n) != CASE_OK)
		return;
	arena_adopt(req->arena, items);
	choice = arena_alloc(req->arena, (n + 1) * sizeof(*choice));
	for (i = 0; i < n; i++)
		choice[i] = (struct sop_choice) { items[i].slug,
		    items[i].name };
	fields[SOP].choice = choice;
	fields[SOP].nchoice = n;
}

static void
begin(struct form_page *s, struct request *req, struct reply *reply,
    const char *heading)
{
	form_page_begin(s, req, reply, PATH_LAPORAN "/rentang", heading);
	s->menu = PATH_LAPORAN;
	s->back = PATH_LAPORAN;
	s->back_text = "Laporan";
}

static int
show_form(struct form_page *s, int status)
{
	struct sop_field fields[NFIELDS];

	fields_of(s->req, fields);
	page_text(form_page_show(s), "INTRO", "Pilih tanggal mulai dan tanggal "
	    "selesai. Filenya memuat setiap langkah yang selesai pada "
	    "tanggal itu dan di antaranya.");
	form_page_add(s, "lihat", "Lihat file", fields, NFIELDS);
	return form_page_reply(s, status);
}

int
report_range_form(struct request *req, struct reply *reply)
{
	struct form_page s;

	begin(&s, req, reply, "Data rentang tanggal");
	return show_form(&s, 200);
}

int
report_range_take(struct request *req, struct reply *reply)
{
	static const char *const names[] = { "first", "tanggal_mulai", "last",
		"tanggal_selesai", NULL };
	struct sop_field fields[NFIELDS];
	struct period p = { 0 };
	struct form_page s;
	const char *sop;
	enum case_err err;

	begin(&s, req, reply, "Data rentang tanggal");
	fields_of(req, fields);
	if ((err = form_page_read(&s, fields, NFIELDS)) != CASE_OK)
		return reply_case_error(reply, req, err);
	if (s.typed.nerror > 0)
		return show_form(&s, 422);
	memcpy(p.first, form_page_value(&s, "tanggal_mulai"), sizeof(p.first));
	memcpy(p.last, form_page_value(&s, "tanggal_selesai"), sizeof(p.last));
	err = month_range_check(req->office, &p, req->now);
	if (form_page_refused(&s, err, names))
		return show_form(&s, 422);
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	sop = form_page_value(&s, "sop");
	return reply_redirect(reply, arena_printf(req->arena,
	    PATH_LAPORAN "/%s..%s/%s%s", p.first, p.last, sop,
	    *sop != '\0' ? "/" : ""));
}

/* -- the way to the files ------------------------------------------------ */

struct count {
	int64_t	visits, cases, last;
};

static int
count_visit(void *arg, const struct export_visit *v)
{
	struct count *c = arg;

	c->visits++;
	c->cases += v->case_id != c->last;
	c->last = v->case_id;
	return 0;
}

/* "1.234 langkah selesai, pada 210 berkas." */
static const char *
counted(struct report_view *a, const struct count *c)
{
	char visits[FORMAT_SIZE], cases[FORMAT_SIZE];

	if (c->visits == 0)
		return "Tidak ada langkah yang selesai pada tanggal itu. "
		    "Filenya hanya memuat kepala tabel.";
	return arena_printf(a->req->arena, "%s langkah selesai, pada %s "
	    "berkas.", format_int(visits, sizeof(visits), c->visits),
	    format_int(cases, sizeof(cases), c->cases));
}

int
report_range_page(struct report_view *a)
{
	const struct month_figures *f = a->report.f;
	const struct report_file *file;
	struct count c = { 0, 0, 0 };
	char heading[REPORT_WORDS];
	struct page *page;
	enum case_err err;
	struct form_page s;

	err = export_visits(a->req->office, f->from, f->to, f->sop,
	    count_visit, &c);
	if (err != CASE_OK)
		return reply_case_error(a->reply, a->req, err);
	begin(&s, a->req, a->reply, report_heading(&a->report, heading,
	    sizeof(heading)));
	page = form_page_show(&s);
	page_text(page, "INTRO", counted(a, &c));
	for (file = report_files(); file->name != NULL; file++) {
		if (!report_has_file(&a->report, file))
			continue;
		page_link(page, "WAYS", file->name, file->title);
	}
	page_link(page, "WAYS", PATH_LAPORAN "/rentang", "Pilih tanggal lain");
	return form_page_reply(&s, 200);
}
