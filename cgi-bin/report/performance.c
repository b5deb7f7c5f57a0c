/*
 * performance.c - how the office serves, for everybody: of closed months alone,
 * by month and by SOP, without a name or a case.
 */
#include "cgi-bin/report/performance.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "case/promise.h"
#include "month/month_close.h"
#include "month/month_voice.h"
#include "month/root.h"
#include "page/format.h"
#include "page/page.h"
#include "reports/month/report_share.h"
#include "sop/sop.h"
#include "voice/survey.h"
#include "web/frame.h"
#include "web/plate.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define TITLE "Kinerja layanan"
#define MONTHS 12		/* on a page */

/* A page is of a month that is closed, or of an SOP in all of them. */
struct view {
	const struct request	*req;
	struct root_row		*month;		/* closed, the latest first */
	size_t			 n, at;		/* at: the one that is shown */
	const char		*sop;		/* slug, "" for all */
	const char		*name;		/* of it, NULL: not found yet */
	int			 inferred;	/* a service time that is shown
						   was never promised */
};

/* -- the words of a cell --------------------------------------------------- */

/* "4 dari 5 permohonan", "91,6% dari 120 permohonan"; NULL: of nothing. */
static const char *
share_of(const struct request *req, struct share s, const char *noun)
{
	char part[2 * FORMAT_SIZE], whole[FORMAT_SIZE];

	if (s.counted <= 0)
		return NULL;
	if (share_is_few(s))
		share_counts(part, sizeof(part), s);
	else
		share_words(part, sizeof(part), s, SHARE_NONE);
	format_int(whole, sizeof(whole), s.counted);
	return share_is_few(s) ? arena_printf(req->arena, "%s %s", part,
	    noun) : arena_printf(req->arena, "%s dari %s %s", part, whole,
	    noun);
}

/* The index of enough answers; fewer are counted alone, as one answer would be
 * read off the index of two. */
static const char *
satisfaction(const struct request *req, const struct month_part *p)
{
	const enum survey_weight weight =
	    strcmp(req->conf->survey_011, "yes") == 0 ? SURVEY_011 :
	    SURVEY_NINTH;
	const int64_t index = month_voice_index(p, weight);
	char number[FORMAT_SIZE];

	format_int(number, sizeof(number), p->surveys);
	if (p->surveys == 0)
		return NULL;
	if (p->surveys < MONTH_FEW)
		return arena_printf(req->arena, "%s jawaban survei", number);
	return arena_printf(req->arena, "%lld,%02lld, mutu %c, %s jawaban",
	    (long long)index / 100, (long long)index % 100,
	    survey_grade(index), number);
}

/* Of complaints that were answered, or are past their day without it. */
static struct share
answered(const struct month_part *p)
{
	return (struct share){ p->complaints_in_time,
	    p->complaints_answered + p->complaints_late };
}

static void
fill_cells(const struct request *req, struct page *row,
    const struct month_part *p)
{
	table_cell(row, share_of(req, report_kept(p), "permohonan"));
	table_cell(row, satisfaction(req, p));
	table_cell(row, share_of(req, answered(p), "pengaduan"));
}

/* -- by month, by SOP ------------------------------------------------------ */

static const char *
month_words(const struct request *req, const struct root_row *m)
{
	return arena_printf(req->arena, "%s %d", format_month(m->month),
	    m->year);
}

static const char *
month_address(const struct request *req, const struct root_row *m)
{
	return arena_printf(req->arena, PATH_KINERJA "/%04d-%02d", m->year,
	    m->month);
}

static int
shows_anything(const struct month_part *p)
{
	return p->scope == MONTH_SOP && (month_promised(p) > 0 ||
	    p->surveys > 0 || answered(p).counted > 0);
}

/* The service time that an SOP had. */
static void
fill_promise(struct view *v, struct page *row, const struct month_part *p)
{
	const struct sop *sop = office_sop(v->req->office, p->version_id);

	if (sop == NULL || sop->promise_days == 0)
		return;
	v->inferred |= promise_is_inferred(sop);
	page_text(row, "NOTE", arena_printf(v->req->arena,
	    "%d hari kerja%s", sop->promise_days, promise_note(sop)));
}

/* A month's part of the office, or of the SOP that is asked for; NULL when it
 * has none. */
static const struct month_part *
part_of(const struct view *v, const struct month_part *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (*v->sop == '\0' ? list[i].scope == MONTH_OFFICE :
		    list[i].scope == MONTH_SOP &&
		    strcmp(list[i].key, v->sop) == 0)
			return &list[i];
	return NULL;
}

/* The row of a month, which leads to its SOPs. */
static enum case_err
fill_month(struct view *v, struct page *group, const struct root_row *m)
{
	static const struct month_part none = { .promise_late = 0 };
	const struct month_part *p;
	struct month_part *list;
	struct page *row;
	size_t n;
	enum case_err err = month_published(v->req->office, m->year, m->month,
	    &list, &n);

	if (err != CASE_OK)
		return err;
	arena_adopt(v->req->arena, list);
	row = table_row(group, month_words(v->req, m), month_address(v->req,
	    m));
	p = part_of(v, list, n);
	if (p != NULL && *v->sop != '\0') {
		v->name = p->name;
		fill_promise(v, row, p);
	}
	fill_cells(v->req, row, p != NULL ? p : &none);
	return CASE_OK;
}

/* Twelve closed months up to the one that is shown, and the way to older
 * ones. */
static enum case_err
fill_months(struct view *v, struct page *body)
{
	static const char *const heads[] = { "Bulan", "Dalam waktu layanan",
		"Kepuasan masyarakat", "Pengaduan dijawab tepat waktu", NULL };
	struct page *group = table_begin(body, "TABLES", "Menurut bulan",
	    heads);
	enum case_err err = CASE_OK;
	size_t i;

	for (i = v->at; i < v->n && i < v->at + MONTHS && err == CASE_OK; i++)
		err = fill_month(v, group, &v->month[i]);
	if (i < v->n && *v->sop == '\0')
		page_link(body, "OLDER", month_address(v->req, &v->month[i]),
		    "Bulan sebelumnya");
	return err;
}

static enum case_err
fill_sops(struct view *v, struct page *body)
{
	static const char *const heads[] = { "SOP", "Dalam waktu layanan",
		"Kepuasan masyarakat", "Pengaduan dijawab tepat waktu", NULL };
	const struct root_row *m = &v->month[v->at];
	struct month_part *list;
	struct page *group = NULL, *row;
	size_t n;
	enum case_err err = month_published(v->req->office, m->year, m->month,
	    &list, &n);

	if (err != CASE_OK)
		return err;
	arena_adopt(v->req->arena, list);
	for (size_t i = 0; i < n; i++) {
		if (!shows_anything(&list[i]))
			continue;
		if (group == NULL)
			group = table_begin(body, "TABLES", arena_printf(
			    v->req->arena, "Menurut SOP, %s", month_words(
			    v->req, m)), heads);
		row = table_row(group, list[i].name, arena_printf(
		    v->req->arena, PATH_KINERJA "/%s", list[i].key));
		fill_promise(v, row, &list[i]);
		fill_cells(v->req, row, &list[i]);
	}
	return CASE_OK;
}

/* -- the page -------------------------------------------------------------- */

static int
latest_first(const void *a, const void *b)
{
	const struct root_row *x = a, *y = b;

	return y->year * 12 + y->month - (x->year * 12 + x->month);
}

/* A month that is closed, or an SOP; 0 for a month that is none of them. */
static int
read_path(struct view *v)
{
	const char *part = request_segment(v->req, 1);
	struct period p;

	v->sop = "";
	if (part == NULL)
		return 1;
	if (month_period_read(part, &p) == -1) {
		v->sop = part;
		return v->n > 0;
	}
	for (v->at = 0; v->at < v->n; v->at++)
		if (p.months == 1 && v->month[v->at].year == p.year &&
		    v->month[v->at].month == p.month)
			return 1;
	return 0;
}

static void
fill_words(const struct view *v, struct page *body)
{
	if (v->n == 0) {
		page_text(body, "LEAD", "Belum ada bulan yang disahkan. Angka "
		    "suatu bulan tampil di sini sesudah bulan itu disahkan.");
		return;
	}
	page_text(body, "LEAD", "Janji layanan, kepuasan, dan pengaduan pada "
	    "bulan yang sudah disahkan; angkanya tidak berubah lagi.");
	if (v->inferred)
		page_text(body, "NOTES", "Waktu layanan yang bertanda "
		    "demikian " PROMISE_INFERRED ".");
	page_text(body, "NOTES", "Dalam waktu layanan: permohonan yang diputus "
	    "dalam waktunya, dari semua yang diputus dan yang masih berjalan "
	    "melewati waktunya.");
	page_text(body, "NOTES", "Kepuasan masyarakat: indeks (IKM) 25 sampai "
	    "100 dari sembilan unsur survei, dihitung mulai 10 jawaban.");
	page_text(body, "NOTES", "Pengaduan dijawab tepat waktu: dari yang "
	    "dijawab dan yang melewati batasnya tanpa jawaban.");
}

static enum case_err
fill(struct view *v, struct page *body)
{
	enum case_err err = CASE_OK;

	page_set(body, "HEADING", TITLE);
	page_text(body, "PLEDGE", plate_notice(v->req));
	if (v->n > 0)
		err = fill_months(v, body);
	if (err == CASE_OK && v->n > 0 && *v->sop == '\0')
		err = fill_sops(v, body);
	if (v->name != NULL)
		page_setf(body, "HEADING", TITLE ": %s", v->name);
	fill_words(v, body);
	if (v->n > 0)
		page_show(body, "PRINT");
	return err;
}

int
report_performance(struct request *req, struct reply *reply)
{
	struct view v = { .req = req };
	struct page *frame, *body;
	enum case_err err = root_list(req->office, &v.month, &v.n);

	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, v.month);
	if (v.n > 0)
		qsort(v.month, v.n, sizeof(*v.month), latest_first);
	if (!read_path(&v) || request_segment(req, 2) != NULL)
		return reply_error(reply, req, 404, NULL);
	frame = frame_new(req, "performance.tpl", NULL, &body);
	page_show(frame, "WIDE");
	if (request_segment(req, 1) != NULL)
		page_link(frame, "BACK", PATH_KINERJA, TITLE);
	if ((err = fill(&v, body)) == CASE_OK && *v.sop != '\0' &&
	    v.name == NULL)
		err = CASE_NOT_FOUND;
	if (err != CASE_OK) {
		page_free(frame);
		return err == CASE_NOT_FOUND ? reply_error(reply, req, 404,
		    NULL) : reply_case_error(reply, req, err);
	}
	return reply_tagged(reply, req, reply_public(reply, reply_page(reply,
	    req, 200, TITLE, frame)));
}
