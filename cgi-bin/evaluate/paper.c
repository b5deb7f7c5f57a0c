/*
 * paper.c - the Laporan Kegiatan Evaluasi of one service and month,
 * as the SOP asks for it: figures, conclusion, findings, what became of the
 * earlier ones.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/number.h"
#include "case/case.h"
#include "casepage/dossier.h"
#include "casepage/fields.h"
#include "casepage/words.h"
#include "cgi-bin/evaluate/evaluate.h"
#include "month/followup.h"
#include "page/format.h"
#include "page/page.h"
#include "people/person.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

struct paper {
	struct request	*req;
	struct case_row	 c;
	struct dossier	 dossier;
	struct page	*body;
	const char	*period;	/* "Oktober 2026" */
};

static void
add_row(struct paper *p, const char *key, const char *text)
{
	struct page *row;

	if (text == NULL || *text == '\0')
		return;
	row = page_add(p->body, "ROWS");
	page_set(row, "KEY", key);
	page_set(row, "TEXT", text);
}

/* How the evaluation was finished; NULL while it is open. */
static const struct happening *
finish_of(const struct paper *p)
{
	return p->dossier.ntask == 0 ? NULL :
	    dossier_finish(&p->dossier, &p->dossier.task[0]);
}

static void
fill_figures(struct paper *p)
{
	static const char *const heads[] = { "Langkah", "Pelaksana", "Selesai",
		"Tepat waktu", "Dikembalikan", "Lama kerja, median", NULL };
	struct month_figures *f = evaluate_month(p->req, p->c.period,
	    p->dossier.sop->slug);
	struct evaluate_total total[EVALUATE_TOTALS];
	struct evaluate_row row[EVALUATE_ROWS];
	struct page *group, *line;
	size_t i, n;

	if (f == NULL)
		return;
	n = evaluate_totals(p->req, p->dossier.sop, &f->office, total);
	for (i = 0; i < n; i++)
		add_row(p, total[i].key, total[i].text);
	n = evaluate_rows(p->req, p->dossier.sop, f, p->c.version_id, row);
	group = n == 0 ? NULL : table_begin(p->body, "TABLES",
	    "Angka per langkah", heads);
	for (i = 0; i < n; i++) {
		line = table_row(group, row[i].no, NULL);
		table_cell(line, row[i].performer);
		table_cell(line, row[i].done);
		table_cell(line, row[i].on_time);
		table_cell(line, row[i].returned);
		table_cell(line, row[i].own);
	}
	month_free(f);
}

/* Findings of this evaluation, or those of earlier ones it looked at. */
static void
fill_findings(struct paper *p, int earlier)
{
	static const char *const heads[2][6] = {
		{ "Temuan", "Tindak lanjut", "Penanggung jawab", "Sampai",
		    NULL },
		{ "Temuan", "Tindak lanjut", "Penanggung jawab", "Sampai",
		    "Keadaan", NULL },
	};
	static const struct sop_field date = { .type = FIELD_DATE };
	struct followup *list;
	struct page *group, *line;
	size_t n, i;

	if ((earlier ? followup_due(p->req->office, &p->c, &list, &n) :
	    followup_of(p->req->office, p->c.id, &list, &n)) != CASE_OK)
		return;
	arena_adopt(p->req->arena, list);
	if (n == 0)
		return;
	group = table_begin(p->body, "TABLES", earlier ?
	    "Tindak lanjut yang lalu" : "Temuan dan tindak lanjut",
	    heads[earlier]);
	for (i = 0; i < n; i++) {
		line = table_row(group, list[i].finding, NULL);
		table_cell(line, list[i].action);
		table_cell(line, list[i].who);
		table_cell(line, words_field(p->req, &date, list[i].until));
		if (earlier)
			table_cell(line, arena_printf(p->req->arena, "%s%s%s",
			    list[i].done ? "selesai" : "belum selesai",
			    list[i].note[0] != '\0' ? ": " : "",
			    list[i].note));
	}
}

static void
fill_end(struct paper *p, const struct happening *h)
{
	char name[160];
	const struct task_row *t = p->dossier.task;

	if (h == NULL) {
		page_text(p->body, "INTRO",
		    "Evaluasi ini belum selesai dikerjakan.");
		return;
	}
	person_name(p->req->office, t->closed_by, name, sizeof(name));
	add_row(p, "Dievaluasi", arena_printf(p->req->arena, "%s\n%s",
	    words_time(p->req, t->closed_at), name));
	for (size_t i = 0; i < h->nvalue; i++)
		if (strcmp(h->value[i].name, "kesimpulan") == 0)
			add_row(p, "Kesimpulan", h->value[i].value);
	add_row(p, "Catatan", h->note);
	page_text(p->body, "SIGN", arena_printf(p->req->arena,
	    "%s\n\n\n\n%s", words_performer(p->req, p->dossier.sop,
	    t->performer), name));
}

/* Load the case: 0, or a status already replied. */
static int
load(struct paper *p, struct reply *reply)
{
	struct actor actor = { .person_id = p->req->session.person_id };
	const char *segment = request_segment(p->req, 2);
	enum case_err err;
	int64_t id;
	int year, month;

	if (segment == NULL || request_segment(p->req, 3) != NULL ||
	    number_parse(segment, 1, INT64_MAX, &id) == -1)
		return reply_error(reply, p->req, 404, NULL);
	if ((err = case_get(p->req->office, id, &p->c)) != CASE_OK)
		return reply_case_error(reply, p->req, err);
	if (!p->c.evaluation || sscanf(p->c.period, "%4d-%2d", &year,
	    &month) != 2)
		return reply_error(reply, p->req, 404, NULL);
	if (!case_may_see(p->req->office, &actor, &p->c))
		return reply_error(reply, p->req, 403, NULL);
	if ((err = dossier_read(p->req, &p->c, &p->dossier)) != CASE_OK)
		return reply_case_error(reply, p->req, err);
	p->period = arena_printf(p->req->arena, "%s %d", format_month(month),
	    year);
	return 0;
}

int
evaluate_paper(struct request *req, struct reply *reply)
{
	struct paper p = { .req = req };
	struct page *frame, *back;
	const char *title;
	int status = load(&p, reply);

	if (status != 0)
		return status;
	title = arena_printf(req->arena, "Laporan Kegiatan Evaluasi, %s",
	    p.period);
	frame = frame_new(req, "document.tpl", PATH_LAPORAN, &p.body);
	back = page_add(frame, "BACK");
	page_setf(back, "HREF", PATH_LAPORAN "/%s/", p.c.period);
	page_setf(back, "TEXT", "Laporan %s", p.period);
	page_text(p.body, "PAPER", req->conf->office);
	page_text(p.body, "CAPTION", p.dossier.sop->title);
	page_set(p.body, "HEADING", title);
	page_show(p.body, "PRINT");
	add_row(&p, "Nomor", p.c.number);
	fill_end(&p, finish_of(&p));
	fill_figures(&p);
	fill_findings(&p, 0);
	fill_findings(&p, 1);
	return reply_page(reply, req, 200, title, frame);
}
