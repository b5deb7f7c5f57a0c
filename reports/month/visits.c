/*
 * visits.c - the visits of the event log as a table, to recompute the figures
 * with a spreadsheet.
 */
#include "base/csv.h"
#include "clock/calendar.h"
#include "exchange/export_visits.h"
#include "month/month.h"
#include "reports/month/visits.h"
#include "reports/month/xes.h"

struct writer {
	struct csv	*csv;
	struct office	*o;
	int		 names;
};

static void
put_head(struct csv *c)
{
	csv_texts(c, "berkas", "SOP", "evaluasi", "langkah", "jenis",
	    "pelaksana", "di luar kantor", "petugas", "kunjungan", "hasil",
	    "penilaian", "alasan", "ukuran", "dicatat belakangan",
	    "konsep sendiri", "dibuka", "diterima", "selesai", "batas",
	    "kerja detik", "antre detik", "pihak luar detik",
	    "pemohon detik", "tutup detik", "standar", "dihitung sejak",
	    "terpakai detik", "tersedia detik", NULL);
	csv_end(c);
}

static void
put_time(struct writer *w, int64_t at)
{
	char text[CAL_TEXT_SIZE];

	csv_plain(w->csv, at == 0 ? "" :
	    calendar_write(office_calendar(w->o), at, text));
}

/* Of a visit without a verdict there is none. */
static void
put_amount(struct csv *c, int64_t seconds)
{
	if (seconds < 0)
		csv_plain(c, "");
	else
		csv_int(c, seconds);
}

static int
put_visit(void *arg, const struct export_visit *v)
{
	struct writer *w = arg;
	struct csv *c = w->csv;
	char name[XES_RESOURCE];

	csv_texts(c, v->number, v->sop, NULL);
	csv_int(c, v->evaluation);
	csv_texts(c, v->no, v->kind, v->role, NULL);
	csv_int(c, v->external);
	csv_text(c, xes_resource(w->o, v->closed_by, w->names, name));
	csv_int(c, v->visit);
	csv_texts(c, v->outcome, v->verdict, v->reason, v->measure, NULL);
	csv_int(c, v->late_entry);
	csv_int(c, v->own_approval);
	put_time(w, v->opened);
	put_time(w, v->received);
	put_time(w, v->closed);
	put_time(w, v->due);
	csv_int(c, v->own);
	csv_int(c, v->queue);
	csv_int(c, v->outside);
	csv_int(c, v->applicant);
	csv_int(c, v->closed_time);
	csv_text(c, v->standard);
	put_time(w, v->started);
	put_amount(c, v->pace.used);
	put_amount(c, v->pace.limit);
	csv_end(c);
	return ferror(c->f);
}

int
visits_write(struct csv *c, struct office *o, const struct month_figures *m,
    int names)
{
	struct writer w = { c, o, names };

	put_head(c);
	return export_visits(o, m->from, m->to, m->sop, put_visit, &w) ==
	    CASE_OK ? 0 : -1;
}
