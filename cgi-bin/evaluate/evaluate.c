/*
 * evaluate.c - the monthly evaluation of a service: its figures are shown, the
 * follow-ups of earlier ones are ticked off, findings are taken.
 */
#include "cgi-bin/evaluate/evaluate.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "casepage/step.h"
#include "casepage/words.h"
#include "month/followup.h"
#include "office/office.h"
#include "page/format.h"
#include "page/page.h"
#include "web/form.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"

struct month_figures *
evaluate_month(const struct request *req, const char *period, const char *sop)
{
	struct month_figures *f;
	int year, month;

	if (sscanf(period, "%4d-%2d", &year, &month) != 2 ||
	    month_compute(req->office, year, month, sop, req->now, &f) !=
	    CASE_OK)
		return NULL;
	return f;
}

static void
fill_figures(struct step *s, struct page *page)
{
	struct month_figures *f = evaluate_month(s->req, s->c.period,
	    s->sop->slug);
	struct evaluate_total total[EVALUATE_TOTALS];
	struct evaluate_row row[EVALUATE_ROWS];
	struct page *p, *table = NULL;
	size_t i, n;

	if (f == NULL)
		return;
	page_setf(page, "TITLE", "Angka %s %d", format_month(f->month),
	    f->year);
	n = evaluate_totals(s->req, s->sop, &f->office, total);
	for (i = 0; i < n; i++) {
		p = page_add(page, "TOTALS");
		page_set(p, "KEY", total[i].key);
		page_set(p, "TEXT", total[i].text);
	}
	n = evaluate_rows(s->req, s->sop, f, s->c.version_id, row);
	for (i = 0; i < n; i++) {
		if (table == NULL)
			table = page_add(page, "TABLE");
		p = page_add(table, "ROWS");
		page_set(p, "NO", row[i].no);
		page_set(p, "PERFORMER", row[i].performer);
		page_set(p, "DONE", row[i].done);
		page_set(p, "ON_TIME", row[i].on_time);
		page_set(p, "RETURNED", row[i].returned);
		page_set(p, "OWN", row[i].own);
	}
	page_setf(page_add(page, "REPORT"), "HREF",
	    PATH_LAPORAN "/%s/%s/", s->c.period, s->sop->slug);
	month_free(f);
}

/* -- follow-ups of earlier evaluations ------------------------------------- */

static struct followup *
due(struct step *s, size_t *n)
{
	struct followup *list = NULL;

	*n = 0;
	if (followup_due(s->req->office, &s->c, &list, n) != CASE_OK)
		return NULL;
	arena_adopt(s->req->arena, list);
	return list;
}

static const char *
field_name(const struct step *s, const char *what, int64_t id)
{
	return arena_printf(s->req->arena, "%s-%lld", what, (long long)id);
}

static void
show_followup(struct step *s, struct page *form, const struct followup *f)
{
	static const struct sop_choice choice[] = {
		{ "selesai", "Selesai" }, { "belum", "Belum selesai" },
	};
	static const struct sop_field date = { .type = FIELD_DATE };
	struct sop_field state = { .type = FIELD_CHOICE, .required = 1,
	    .choice = choice, .nchoice = 2 };
	struct sop_field note = { .label = "Keterangan", .max = 400 };

	state.name = field_name(s, "lanjut", f->id);
	state.label = arena_printf(s->req->arena, "%s: %s", f->finding,
	    f->action);
	state.help = arena_printf(s->req->arena, "%s, sampai %s", f->who,
	    words_field(s->req, &date, f->until));
	note.name = field_name(s, "keterangan", f->id);
	fields_show_one(s->req, form, "EXTRA", s->row, &state, &s->typed);
	fields_show_one(s->req, form, "EXTRA", s->row, &note, &s->typed);
}

static void
fill(struct step *s, struct page *form)
{
	struct page *page = page_include(form, "EXTRA", "figures.tpl");
	struct followup *list;
	size_t n, i;

	fill_figures(s, page);
	list = due(s, &n);
	if (n > 0)
		page_show(page, "EARLIER");
	for (i = 0; i < n; i++)
		show_followup(s, form, &list[i]);
}

/* What became of each of the earlier ones. */
static void
read_followups(struct step *s, struct act *a)
{
	struct followup_check *check;
	struct followup *list;
	const char *name, *said;
	size_t n, i;

	list = due(s, &n);
	check = arena_alloc(s->req->arena, (n + 1) * sizeof(*check));
	for (i = 0; i < n; i++) {
		name = field_name(s, "lanjut", list[i].id);
		said = form_value(s->req, name);
		if (strcmp(said, "selesai") != 0 && strcmp(said, "belum") != 0)
			step_error(s, name, "Pilih keadaan tindak lanjut ini");
		check[i].id = list[i].id;
		check[i].done = strcmp(said, "selesai") == 0;
		check[i].note = form_value(s->req, field_name(s,
		    "keterangan", list[i].id));
	}
	a->followup = check;
	a->nfollowup = n;
}

/* A finding is whole before it is looked at once more. */
static void
check_findings(struct step *s, const struct act *a)
{
	char name[32];
	const char *asked;
	int n, part;

	for (n = 1; n <= FOLLOWUPS_MAX; n++)
		for (part = 0; part < FOLLOWUP_PARTS; part++) {
			asked = followup_missing(a->value, a->nvalue, n, part,
			    name);
			if (asked != NULL &&
			    fields_error(&s->typed, name) == NULL)
				step_error(s, name, "%s", asked);
		}
}

static void
read_evaluation(struct step *s, struct act *a, enum outcome outcome)
{
	check_findings(s, a);
	read_followups(s, a);
}

static const char *const templates[] = { STEP_TEMPLATES, "figures.tpl",
	"document.tpl", "table.tpl", NULL };

static const struct step_program evaluate = {
	.name		= "evaluate",
	.kind		= STEP_EVALUATE,
	.end		= "Selesaikan evaluasi",
	.note		= "Catatan lain",
	.check_heading	= "Selesaikan evaluasi ini?",
	.fill		= fill,
	.read		= read_evaluation,
};

static int
get(struct request *req, struct reply *reply)
{
	const char *what = request_segment(req, 1);

	return what != NULL && strcmp(what, "laporan") == 0 ?
	    evaluate_paper(req, reply) : step_get(&evaluate, req, reply);
}

static int
post(struct request *req, struct reply *reply)
{
	return step_post(&evaluate, req, reply);
}

static const struct web_program web = {
	.name = "evaluate",
	.get = get,
	.post = post,
	.templates = templates,
	.uploads = 1,
};

int
main(void)
{
	return web_serve(&web);
}
