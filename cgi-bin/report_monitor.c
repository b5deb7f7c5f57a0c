/*
 * report_monitor.c - the half-yearly monitoring of the SOPs (PermenPAN-RB
 * 35/2012): a form in which the figures stand already, and the regulation's
 * table for printing.
 *
 * What is written goes onto the paper and is kept nowhere: the signed paper is
 * the record, as the regulation has it.
 */
#include "cgi-bin/report_monitor.h"

#include <stdio.h>
#include <string.h>

#include "case/month.h"
#include "conf/conf.h"
#include "page/format.h"
#include "page/page.h"
#include "reports/report.h"
#include "reports/share.h"
#include "web/arena.h"
#include "web/fields.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define NOTE_MAX 600

struct monitor {
	struct request			*req;
	const struct month_figures	*f;
	const char			*period;	/* "Semester I 2026" */
	const char			*address;
};

/* "tindakan-SLUG" */
static const char *
name_of(const struct monitor *m, const char *what,
    const struct month_part *p)
{
	return arena_printf(m->req->arena, "%s-%s", what, p->key);
}

/* The target decides; without one nine of ten. */
static int
runs_well(const struct month_part *p)
{
	return !share_is_below(report_share(p), p->target < 0 ? 900 :
	    report_target(p));
}

static const char *
figures_of(const struct monitor *m, const struct month_part *p)
{
	char share[2 * FORMAT_SIZE], promise[2 * FORMAT_SIZE];
	const struct share kept = { p->kept, p->promised };

	share_words(share, sizeof(share), report_share(p), SHARE_NONE);
	if (p->promised == 0)
		return arena_printf(m->req->arena, "%lld perkara masuk; "
		    "langkah tepat waktu %s; %lld dikembalikan",
		    (long long)p->cases_came, share, (long long)p->returned);
	share_words(promise, sizeof(promise), kept, SHARE_NONE);
	return arena_printf(m->req->arena, "%lld perkara masuk; langkah tepat "
	    "waktu %s; dalam waktu layanan %s; %lld dikembalikan",
	    (long long)p->cases_came, share, promise,
	    (long long)p->returned);
}

static struct page *
frame_of(const struct monitor *m, const char *template_name,
    struct page **body)
{
	struct page *frame = reply_frame(m->req, template_name, PATH_LAPORAN,
	    body);
	struct page *back = page_add(frame, "BACK");
	char text[PERIOD_SIZE];

	page_setf(back, "HREF", PATH_LAPORAN "/%s/", period_write(m->f->year,
	    m->f->month, m->f->months, text));
	page_setf(back, "TEXT", "Laporan %s", m->period);
	return frame;
}

/* -- the form --------------------------------------------------------------- */

static void
show_sop(const struct monitor *m, struct page *form,
    const struct month_part *p)
{
	static const struct sop_choice choice[] = {
		{ "baik", "Berjalan baik" },
		{ "tidak", "Tidak berjalan baik" },
	};
	struct sop_field state = { .type = FIELD_CHOICE, .required = 1,
	    .choice = choice, .nchoice = 2, .label = p->name };
	struct sop_field note = { .type = FIELD_PARAGRAPH, .max = NOTE_MAX,
	    .label = arena_printf(m->req->arena, "Catatan: %s", p->name) };
	struct sop_field act = { .type = FIELD_TEXT, .max = 300,
	    .label = arena_printf(m->req->arena,
	    "Tindakan yang harus diambil: %s", p->name) };
	struct act_value value[2];
	const struct typed known = { .value = value, .nvalue = 2 };

	state.name = value[0].name = name_of(m, "keadaan", p);
	value[0].value = runs_well(p) ? "baik" : "tidak";
	note.name = value[1].name = name_of(m, "catatan", p);
	value[1].value = figures_of(m, p);
	act.name = name_of(m, "tindakan", p);
	field_show(m->req, form, "FIELDS", NULL, &state, &known);
	field_show(m->req, form, "FIELDS", NULL, &note, &known);
	field_show(m->req, form, "FIELDS", NULL, &act, &known);
}

static int
show_form(const struct monitor *m, struct reply *reply)
{
	struct page *body, *frame = frame_of(m, "form.tpl", &body), *form;
	const char *heading = arena_printf(m->req->arena,
	    "Pemantauan SOP, %s", m->period);

	page_set(body, "HEADING", heading);
	page_text(body, "INTRO", "Keadaan dan angka sudah diisi dari catatan "
	    "masa ini. Periksa, lengkapi tindakannya, lalu cetak tabelnya "
	    "untuk diparaf penilai.");
	page_set(body, "ACTION", m->address);
	page_set(body, "KEY", token_new(m->req->arena));
	form = page_add(body, "FORMS");
	page_set(form, "ACT", "cetak");
	page_set(form, "VERSION", "1");
	page_set(form, "BUTTON", "Buat tabel");
	for (size_t i = 0; i < m->f->nsops; i++)
		show_sop(m, form, &m->f->sops[i]);
	return reply_page(reply, m->req, 200, heading, frame);
}

/* -- the table -------------------------------------------------------------- */

static int
show_table(const struct monitor *m, struct reply *reply)
{
	static const char *const heads[] = { "Prosedur", "No",
		"Berjalan baik", "Tidak berjalan baik", "Catatan",
		"Tindakan yang harus diambil", "Paraf penilai", NULL };
	const char *title = arena_printf(m->req->arena,
	    "Hasil pemantauan penerapan SOP, %s", m->period);
	struct page *body, *frame = frame_of(m, "document.tpl", &body);
	struct page *group, *row;
	int well;

	page_text(body, "PAPER", m->req->conf->office);
	page_set(body, "HEADING", title);
	page_text(body, "INTRO", "Menurut PermenPAN-RB 35 Tahun 2012: "
	    "pemantauan setiap enam bulan.");
	page_show(body, "PRINT");
	group = table_begin(body, "TABLES", "Pemantauan penerapan SOP",
	    heads);
	for (size_t i = 0; i < m->f->nsops; i++) {
		const struct month_part *p = &m->f->sops[i];

		well = strcmp(form_value(m->req, name_of(m, "keadaan", p)),
		    "baik") == 0;
		row = table_row(group, p->name, NULL);
		table_cell(row, arena_printf(m->req->arena, "%zu", i + 1));
		table_cell(row, well ? "ya" : "");
		table_cell(row, well ? "" : "ya");
		table_cell(row, form_value(m->req, name_of(m, "catatan", p)));
		table_cell(row, form_value(m->req, name_of(m, "tindakan",
		    p)));
		table_cell(row, "");
	}
	return reply_page(reply, m->req, 200, title, frame);
}

int
report_monitor(struct request *req, struct reply *reply,
    const struct month_figures *f)
{
	char words[REPORT_WORDS], text[PERIOD_SIZE];
	struct monitor m = { .req = req, .f = f };

	m.period = arena_strdup(req->arena, report_period_name(f->year,
	    f->month, f->months, words, sizeof(words)));
	m.address = arena_printf(req->arena, PATH_LAPORAN "/%s/pemantauan",
	    period_write(f->year, f->month, f->months, text));
	return req->method == METHOD_POST ? show_table(&m, reply) :
	    show_form(&m, reply);
}
