/*
 * visits.c - the visits of the event log as a table, to recompute the figures
 * with a spreadsheet.
 */
#include <string.h>

#include "base/csv.h"
#include "case/lateness.h"
#include "clock/calendar.h"
#include "exchange/export_visits.h"
#include "month/month.h"
#include "reports/month/visits.h"
#include "reports/month/xes.h"

struct writer {
	struct csv	*csv;
	const struct xes_mask *k;
};

#define LABEL(arg, id, member, slug, label) { slug, label },

/* The words of the database, as a reader of the table says them. */
static const struct {
	const char	*slug, *word;
} words[] = {
	{ "submit", "permohonan" }, { "review", "pemeriksaan" },
	{ "assign", "disposisi" }, { "draft", "konsep" },
	{ "approve", "persetujuan" }, { "deliver", "penyerahan" },
	{ "download", "unduhan" }, { "notify", "pemberitahuan" },
	{ "record", "pencatatan" }, { "archive", "pengarsipan" },
	{ "evaluate", "evaluasi" },
	{ "forward", "diteruskan" }, { "return", "dikembalikan" },
	{ "refuse", "ditolak" }, { "end", "selesai" },
	{ "superseded", "digantikan" }, { "withdrawn", "ditarik" },
	{ "cancelled", "dibatalkan" }, { "void", "ditarik kembali" },
	{ "expired", "tidak diunduh" },
	{ "none", "tanpa penilaian" }, { "below", "lebih cepat" },
	{ "within", "dalam batas" }, { "over", "terlambat" },
	{ "work", "kerja" }, { "turnaround", "sampai selesai" },
	{ "elapsed", "waktu nyata" },
	LATENESS(LABEL, )
};

static const char *
word_of(const char *slug)
{
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].slug, slug) == 0)
			return words[i].word;
	return slug;
}

static void
put_head(struct csv *c)
{
	csv_texts(c, "berkas", "berkas induk", "SOP", "evaluasi", "langkah",
	    "jenis", "pelaksana", "di luar kantor", "petugas", "kunjungan",
	    "hasil", "penilaian", "alasan", "ukuran", "dicatat belakangan",
	    "konsep sendiri", "dibuka", "diterima", "selesai", "batas",
	    "kerja detik", "antre detik", "pihak luar detik",
	    "pemohon detik", "tutup detik", "jam mundur detik", "standar",
	    "dihitung sejak", "terpakai detik", "tersedia detik", NULL);
	csv_end(c);
}

static void
put_time(struct writer *w, int64_t at)
{
	char text[CAL_TEXT_SIZE];

	csv_plain(w->csv, at == 0 ? "" :
	    calendar_write(office_calendar(w->k->o), at, text));
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
	char name[XES_RESOURCE], parent[XES_RESOURCE];

	csv_texts(c, xes_case(w->k, v->number, name), xes_case(w->k,
	    v->parent, parent), v->sop, NULL);
	csv_int(c, v->evaluation);
	csv_texts(c, v->no, word_of(v->kind), v->role, NULL);
	csv_int(c, v->external);
	csv_text(c, xes_resource(w->k, v->closed_by, name));
	csv_int(c, v->visit);
	csv_texts(c, word_of(v->outcome), word_of(v->verdict),
	    word_of(v->reason), word_of(v->measure), NULL);
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
	csv_int(c, v->lent);
	csv_text(c, v->standard);
	put_time(w, v->started);
	put_amount(c, v->pace.used);
	put_amount(c, v->pace.limit);
	csv_end(c);
	return ferror(c->f);
}

int
visits_write(struct csv *c, const struct xes_mask *k)
{
	struct writer w = { c, k };

	put_head(c);
	return export_visits(k->o, k->m->from, k->m->to, k->m->sop, put_visit,
	    &w) == CASE_OK ? 0 : -1;
}
