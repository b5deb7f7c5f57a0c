/*
 * evaluate.c - the monthly evaluation of a service: its figures are shown, the
 * follow-ups of earlier ones are ticked off, findings are taken; and the
 * Laporan Kegiatan Evaluasi, with figures, conclusion, findings and follow-ups
 * as the SOP asks for them.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "case/case.h"
#include "case/followup.h"
#include "case/promise.h"
#include "casepage/dossier.h"
#include "casepage/fields.h"
#include "casepage/step.h"
#include "casepage/words.h"
#include "month/month.h"
#include "office/office.h"
#include "page/format.h"
#include "page/page.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/plate.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"
#include "web/table.h"

/* -- the figures of a service in words ------------------------------------- */

#define TOTALS_MAX 12
#define FOLLOWUP_NOTE 400	/* characters said of an earlier one */
#define ROWS_MAX 64

struct total {
	const char	*key, *text;
};

struct figures_row {
	const char	*no, *performer, *done, *on_time, *returned, *own;
};

/* "91,6%", or "4 dari 5" when there are too few for a share. */
static const char *
share(const struct request *req, int64_t part, int64_t whole)
{
	char buf[FORMAT_SIZE];

	if (whole == 0)
		return "belum ada";
	if (whole < MONTH_FEW)
		return arena_printf(req->arena, "%lld dari %lld",
		    (long long)part, (long long)whole);
	return arena_strdup(req->arena, format_percent(buf, sizeof(buf),
	    (double)part / (double)whole, 1));
}

static const char *
number(const struct request *req, int64_t n)
{
	char buf[FORMAT_SIZE];

	return arena_strdup(req->arena, format_int(buf, sizeof(buf), n));
}

static size_t
make_totals(const struct request *req, const struct sop *sop,
    const struct month_part *m, struct total *t)
{
	size_t n = 0;

#define ADD(what, words) \
	t[n].key = (what); \
	t[n++].text = (words)
	ADD("Berkas masuk", number(req, m->cases_came));
	ADD("Berkas selesai", number(req, m->cases_done +
	    m->cases_unfetched));
	ADD("Berkas ditolak", number(req, m->cases_refused));
	ADD("Berkas dibatalkan", number(req, m->cases_withdrawn +
	    m->cases_cancelled));
	ADD("Masih berjalan di akhir bulan", number(req,
	    m->cases_open_after));
	if (sop->promise_days > 0) {
		ADD(arena_printf(req->arena, "Dalam waktu layanan %d hari "
		    "kerja%s", sop->promise_days, promise_note(sop)),
		    share(req, m->kept, month_promised(m)));
	}
	ADD("Langkah tepat waktu", share(req, month_on_time(m),
	    month_counted(m)));
	ADD("Bulan sebelumnya", share(req, m->prev_on_time,
	    month_prev_counted(m)));
	ADD("Dikembalikan untuk perbaikan", number(req, m->returned));
#undef ADD
	return n;
}

static size_t
make_rows(const struct request *req, const struct sop *sop,
    const struct month_figures *f, int64_t version_id,
    struct figures_row *rows)
{
	const struct sop_row *row;
	const struct month_part *m;
	char buf[FORMAT_SIZE];
	size_t n = 0;

	for (m = f->row; m < f->row + f->nrow && n < ROWS_MAX; m++) {
		if (m->version_id != version_id ||
		    month_finished(m) + m->late_open == 0)
			continue;
		row = sop_row_at(sop, (int)m->pos);
		rows[n].no = m->no;
		rows[n].performer = row != NULL ? words_performer(req, sop,
		    row->performer) : "";
		rows[n].done = number(req, month_finished(m));
		rows[n].on_time = share(req, month_on_time(m),
		    month_counted(m));
		rows[n].returned = number(req, m->returned);
		rows[n++].own = m->own_median < 0 ? "\xe2\x80\x93" :
		    arena_strdup(req->arena, format_duration(buf, sizeof(buf),
		    m->own_median, 0, 0));
	}
	return n;
}

static struct month_figures *
month_of(const struct request *req, const char *period, const char *sop)
{
	struct month_figures *f;
	int year, month;

	if (sscanf(period, "%4d-%2d", &year, &month) != 2 ||
	    month_compute(req->office, year, month, sop, req->now, &f) !=
	    CASE_OK)
		return NULL;
	return f;
}

/* -- the figures in the form ----------------------------------------------- */

static void
show_figures(struct step *s, struct page *page)
{
	struct month_figures *f = month_of(s->req, s->c.period,
	    s->sop->slug);
	struct total total[TOTALS_MAX];
	struct figures_row row[ROWS_MAX];
	struct page *p, *table = NULL;
	size_t i, n;

	if (f == NULL)
		return;
	page_setf(page, "TITLE", "Angka %s %d", format_month(f->month),
	    f->year);
	n = make_totals(s->req, s->sop, &f->office, total);
	for (i = 0; i < n; i++) {
		page_pair(page, "TOTALS", "KEY", total[i].key, "TEXT",
		    total[i].text);
	}
	n = make_rows(s->req, s->sop, f, s->c.version_id, row);
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
	struct sop_field note = { .label = "Keterangan",
	    .max = FOLLOWUP_NOTE };

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

	show_figures(s, page);
	list = due(s, &n);
	if (n > 0)
		page_show(page, "EARLIER");
	for (i = 0; i < n; i++)
		show_followup(s, form, &list[i]);
}

/* Read the state of each earlier follow-up; errors are noted. */
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
		check[i].note = fields_text(s->req, &s->typed, field_name(s,
		    "keterangan", list[i].id), FOLLOWUP_NOTE);
	}
	a->followup = check;
	a->nfollowup = n;
}

/* Note the missing parts of the findings, before they are looked at once
 * more. */
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

/* -- the report of an evaluation ------------------------------------------- */

struct evaluation {
	struct request	*req;
	struct case_row	 c;
	struct dossier	 dossier;
	struct page	*body;
	const char	*period;	/* "Oktober 2026" */
};

static void
add_row(struct evaluation *p, const char *key, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	page_pair(p->body, "ROWS", "KEY", key, "TEXT", text);
}

/* How the evaluation was finished; NULL while it is open. */
static const struct happening *
finish_of(const struct evaluation *p)
{
	return p->dossier.ntask == 0 ? NULL :
	    dossier_finish(&p->dossier, &p->dossier.task[0]);
}

static void
fill_figures(struct evaluation *p)
{
	static const char *const heads[] = { "Langkah", "Pelaksana", "Selesai",
		"Tepat waktu", "Dikembalikan", "Lama kerja, median", NULL };
	struct month_figures *f = month_of(p->req, p->c.period,
	    p->dossier.sop->slug);
	struct total total[TOTALS_MAX];
	struct figures_row row[ROWS_MAX];
	struct page *group, *line;
	size_t i, n;

	if (f == NULL)
		return;
	n = make_totals(p->req, p->dossier.sop, &f->office, total);
	for (i = 0; i < n; i++)
		add_row(p, total[i].key, total[i].text);
	n = make_rows(p->req, p->dossier.sop, f, p->c.version_id, row);
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
fill_findings(struct evaluation *p, int earlier)
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
fill_end(struct evaluation *p, const struct happening *h)
{
	const char *name;
	const struct task_row *t = p->dossier.task;

	if (h == NULL) {
		page_text(p->body, "INTRO",
		    "Evaluasi ini belum selesai dikerjakan.");
		return;
	}
	name = words_person(p->req, t->closed_by);
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
load(struct evaluation *p, struct reply *reply)
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
	if (!case_may_see(p->req->office, &actor, &p->c, p->req->now))
		return reply_error(reply, p->req, 404, NULL);
	if ((err = dossier_read(p->req, &p->c, &p->dossier)) != CASE_OK)
		return reply_case_error(reply, p->req, err);
	p->period = arena_printf(p->req->arena, "%s %d", format_month(month),
	    year);
	return 0;
}

static int
show_report(struct request *req, struct reply *reply)
{
	struct evaluation p = { .req = req };
	struct page *frame;
	const char *title;
	int status = load(&p, reply);

	if (status != 0)
		return status;
	title = arena_printf(req->arena, "Laporan Kegiatan Evaluasi, %s",
	    p.period);
	frame = frame_new(req, "document.tpl", PATH_LAPORAN, &p.body);
	page_link(frame, "BACK", arena_printf(req->arena, PATH_LAPORAN "/%s/",
	    p.c.period), arena_printf(req->arena, "Laporan %s", p.period));
	page_text(p.body, "PAPER", plate_at(req, p.c.ended_at != 0 ?
	    p.c.ended_at : req->now)->office);
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

/* -- the program ----------------------------------------------------------- */

static const char *const templates[] = { STEP_TEMPLATES, "figures.tpl",
	"document.tpl", "table.tpl", NULL };

static const struct step_program evaluate = {
	.name		= "evaluate",
	.kind		= STEP_EVALUATE,
	.note		= "Catatan lain",
	.fill		= fill,
	.read		= read_evaluation,
};

static int
get(struct request *req, struct reply *reply)
{
	const char *what = request_segment(req, 1);

	return what != NULL && strcmp(what, "laporan") == 0 ?
	    show_report(req, reply) : step_get(&evaluate, req, reply);
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
	.takes = step_takes,
};

int
main(int argc, char **argv)
{
	return web_serve(&web, argc, argv);
}
