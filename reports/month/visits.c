/*
 * visits.c - the visits of the event log as a table, to recompute the figures
 * with a spreadsheet.
 */
#include <string.h>

#include "base/csv.h"
#include "clock/calendar.h"
#include "exchange/export_visits.h"
#include "month/month.h"
#include "reports/month/visits.h"
#include "reports/month/xes.h"

struct writer {
	FILE		*f;
	struct office	*o;
	int		 names;
};

static const char head[] =
	"\"perkara\",\"SOP\",\"evaluasi\",\"langkah\",\"jenis\","
	"\"pelaksana\",\"di luar kantor\",\"petugas\",\"kunjungan\","
	"\"hasil\",\"penilaian\",\"alasan\",\"ukuran\","
	"\"dicatat belakangan\",\"konsep sendiri\",\"dibuka\","
	"\"diterima\",\"selesai\",\"batas\",\"kerja detik\","
	"\"antre detik\",\"pihak luar detik\",\"pemohon detik\","
	"\"tutup detik\"\r\n";

static void
put_text(struct writer *w, const char *text)
{
	putc(',', w->f);
	csv_text(w->f, text);
}

static void
put_time(struct writer *w, int64_t at)
{
	char text[CAL_TEXT_SIZE];

	fprintf(w->f, ",%s", at == 0 ? "" :
	    calendar_write(office_calendar(w->o), at, text));
}

static int
put_visit(void *arg, const struct export_visit *v)
{
	struct writer *w = arg;
	char name[XES_RESOURCE];

	csv_text(w->f, v->number);
	put_text(w, v->sop);
	fprintf(w->f, ",%d", v->evaluation);
	put_text(w, v->no);
	put_text(w, v->kind);
	put_text(w, v->role);
	fprintf(w->f, ",%d", v->external);
	put_text(w, xes_resource(w->o, v->closed_by, w->names, name));
	fprintf(w->f, ",%lld", (long long)v->visit);
	put_text(w, v->outcome);
	put_text(w, v->verdict);
	put_text(w, v->reason);
	put_text(w, v->measure);
	fprintf(w->f, ",%d,%d", v->late_entry, v->own_approval);
	put_time(w, v->opened);
	put_time(w, v->received);
	put_time(w, v->closed);
	put_time(w, v->due);
	fprintf(w->f, ",%lld,%lld,%lld,%lld,%lld\r\n", (long long)v->own,
	    (long long)v->queue, (long long)v->outside,
	    (long long)v->applicant, (long long)v->closed_time);
	return ferror(w->f);
}

int
visits_write(FILE *f, struct office *o, const struct month_figures *m,
    int names)
{
	struct writer w = { f, o, names };

	fputs(head, f);
	if (export_visits(o, m->from, m->to, m->sop, put_visit, &w) != CASE_OK)
		return -1;
	return ferror(f) ? -1 : 0;
}
