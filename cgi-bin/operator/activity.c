/*
 * activity.c - an institution's activity reports: handed in by its
 * operators, read by Admin Kanwil.
 */
#include <stdio.h>
#include <string.h>

#include "case/act.h"
#include "case/activity_report.h"
#include "case/case_list.h"
#include "cgi-bin/operator/operator.h"

#include "base/arena.h"
#include "base/number.h"
#include "case/case.h"
#include "casepage/form_page.h"
#include "casepage/words.h"
#include "page/page.h"
#include "people/operator.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define CASES 50		/* the latest, to choose from */
#define FIELDS 3

static const struct sop_field report_fields[FIELDS] = {
	{ .name = "judul", .label = "Judul laporan", .required = 1,
	    .max = 200 },
	{ .name = "permohonan", .label = "Permohonan yang dilaporkan",
	    .max = 24 },
	{ .name = "laporan", .label = "Dokumen laporan", .required = 1,
	    .type = FIELD_FILE },
};

/* The requests a report may be about, by number and subject. */
static enum case_err
cases(const struct request *req, struct sop_field *f)
{
	struct case_query q = { .actor = { .person_id =
		req->session.person_id }, .limit = CASES };
	struct case_item *item = NULL;
	struct sop_choice *choice;
	size_t n;
	int64_t total;
	enum case_err err = case_list(req->office, &q, &item, &n, &total);

	if (err != CASE_OK)
		return err;
	arena_adopt(req->arena, item);
	choice = arena_alloc(req->arena, (n + 1) * sizeof(*choice));
	for (size_t i = 0; i < n; i++) {
		choice[i].value = item[i].c.number;
		choice[i].label = arena_printf(req->arena, "%s, %s",
		    item[i].c.number, item[i].c.subject);
	}
	f->choice = choice;
	f->nchoice = n;
	return CASE_OK;
}

static void
show_reports(const struct request *req, struct page *page,
    const struct activity_report *list, size_t n, int office)
{
	static const char *const own[] = { "Judul", "Permohonan",
		"Diunggah", "Keadaan", NULL };
	static const char *const all[] = { "Judul", "Lembaga", "Permohonan",
		"Diunggah", "Keadaan", NULL };
	struct page *row, *body;

	if (n == 0) {
		page_text(page, "INTRO", "Belum ada laporan kegiatan.");
		return;
	}
	body = table_begin(page, "TABLES", "Laporan kegiatan", office ? all :
	    own);
	for (size_t i = 0; i < n; i++) {
		row = table_row(body, list[i].title, arena_printf(req->arena,
		    "%s/%lld", PATH_LEMBAGA, (long long)list[i].id));
		if (office)
			table_cell(row, list[i].institution);
		table_cell(row, list[i].number[0] != '\0' ? list[i].number :
		    "–");
		table_cell(row, words_time(req, list[i].added_at));
		table_cell(row, list[i].seen_at != 0 ? "Sudah dibuka" :
		    "Belum dibuka");
	}
}

static int
show(struct form_page *s, int status)
{
	struct request *req = s->req;
	struct sop_field fields[FIELDS];
	int office = req->session.institution_id == 0;
	struct activity_report *list = NULL;
	struct page *page, *form;
	size_t n;
	enum case_err err = activity_report_list(req->office,
	    req->session.institution_id, &list, &n);

	memcpy(fields, report_fields, sizeof(fields));
	fields[1].type = FIELD_CHOICE;
	if (err == CASE_OK && !office)
		err = cases(req, &fields[1]);
	if (err != CASE_OK)
		return reply_case_error(s->rep, req, err);
	arena_adopt(req->arena, list);
	page = form_page_show(s);
	if (!office)
		page_text(page, "INTRO", "Semua permohonan lembaga Anda ada "
		    "di Permohonan lembaga. Laporan yang diunggah di sini "
		    "dibaca Admin Kanwil.");
	show_reports(req, page, list, n, office);
	if (!office) {
		/* Without requests there is nothing to choose. */
		if (fields[1].nchoice == 0)
			fields[1] = fields[2];
		form = form_page_add(s, "unggah", "Unggah laporan", fields,
		    fields[1].type == FIELD_FILE ? 2 : 3);
		page_text(form, "TITLE", "Unggah laporan kegiatan");
	}
	return form_page_reply(s, status);
}

static void
take(struct form_page *s, struct activity_report *a)
{
	const struct act_file *f = form_page_file(s, "laporan");
	struct case_row c;

	a->institution_id = s->req->session.institution_id;
	form_page_copy(s, "judul", a->title, sizeof(a->title));
	snprintf(a->name, sizeof(a->name), "%s", f->name);
	snprintf(a->type, sizeof(a->type), "%s", f->type);
	snprintf(a->sha256, sizeof(a->sha256), "%s", f->hash);
	a->size = f->size;
	if (form_page_value(s, "permohonan")[0] == '\0')
		return;
	/* Whether it is theirs the library finds out. */
	if (case_by_number(s->req->office, form_page_value(s, "permohonan"),
	    &c) == CASE_OK)
		a->case_id = c.id;
	else
		form_page_error(s, "permohonan",
		    "Pilih permohonan dari daftar");
}

static int
upload(struct form_page *s)
{
	struct change ch = { .by = s->req->session.person_id,
		.now = s->req->now, .idem = idempotency_key(s->req) };
	struct activity_report a = { 0 };
	int status = form_page_take(s, report_fields, FIELDS);

	if (status != 0)
		return status;
	take(s, &a);
	if (s->typed.nerror > 0)
		return show(s, 422);
	return form_page_done(s, activity_report_add(s->req->office, &ch, &a,
	    NULL), "Laporan kegiatan diunggah.", PATH_LEMBAGA);
}

static int
give_file(struct request *req, struct reply *rep, const char *segment)
{
	struct activity_report a;
	int64_t id;
	enum case_err err;

	if (number_parse(segment, 1, INT64_MAX, &id) < 0)
		return reply_error(rep, req, 404, NULL);
	err = activity_report_open(req->office, id, req->session.person_id,
	    req->now, &a);
	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	return reply_file(rep, req, a.sha256, a.type, a.name, 0);
}

int
operator_activity(struct request *req, struct reply *rep)
{
	static const char *const names[] = { "title", "judul", "file",
		"laporan", "case_id", "permohonan", NULL };
	const char *id = request_segment(req, 1);
	int office = req->session.institution_id == 0;
	struct form_page s;

	if (office && !operator_may_decide(req->office,
	    req->session.person_id, req->now))
		return reply_error(rep, req, 403, "Laporan kegiatan lembaga "
		    "dibaca oleh Admin Kanwil.");
	if (id != NULL)
		return req->method == METHOD_POST ?
		    reply_error(rep, req, 405, NULL) :
		    give_file(req, rep, id);
	form_page_begin(&s, req, rep, PATH_LEMBAGA, office ?
	    "Laporan kegiatan lembaga" : "Lembaga Anda");
	s.menu = PATH_LEMBAGA;
	s.show = show;
	s.names = names;
	if (req->method != METHOD_POST)
		return show(&s, 200);
	return office ? reply_error(rep, req, 403, NULL) : upload(&s);
}
