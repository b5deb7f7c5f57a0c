/* sop_diff.c - the changes that a new version of an SOP makes, step by step. */
#include "cgi-bin/admin/sop_diff.h"

#include <string.h>

#include "base/arena.h"
#include "case/promise.h"
#include "casepage/words.h"
#include "page/page.h"
#include "web/request.h"

struct comparison {
	const struct request	*req;
	sop_diff_fn		*tell;
	void			*arg;
	const struct sop	*old, *new;	/* old may be NULL */
	size_t			 changes;
};

static const char *
text_of(const char *s)
{
	return s != NULL ? s : "";
}

/* Tell of a place where old and new differ. */
static void
compare(struct comparison *c, const char *key, const char *old,
    const char *new)
{
	old = text_of(old);
	new = text_of(new);
	if (strcmp(old, new) == 0)
		return;
	c->changes++;
	c->tell(c->arg, key, old, new);
}

/* -- a step in words ----------------------------------------------------- */

static const char *
returns_words(const struct request *req, const struct sop *sop,
    const struct sop_row *row)
{
	const char *text = "";

	for (int i = 0; i < row->nreturns; i++)
		arena_append(req->arena, &text, "%slangkah %s",
		    i > 0 ? ", " : "", sop_row_at(sop, row->returns[i])->no);
	return text;
}

static const char *
refuse_words(const struct request *req, const struct sop *sop,
    const struct sop_row *row)
{
	if (row->refuse == REFUSE_ROW_END)
		return arena_printf(req->arena, "langkah %s, lalu selesai",
		    sop_row_at(sop, row->refuse_row)->no);
	return row->refuse == REFUSE_NEXT ? "diteruskan sebagai ditolak" : "";
}

/* "Rahasia: langkah 5\nTembusan: selesai" */
static const char *
branch_words(const struct request *req, const struct sop_row *row)
{
	const char *text = "";

	for (size_t i = 0; i < row->nway; i++)
		arena_append(req->arena, &text, "%s%s %s: %s",
		    i > 0 ? "\n" : "", row->branch, row->way[i].value,
		    row->way[i].no);
	return text;
}

static const char *
form_words(const struct request *req, const struct sop_row *row)
{
	const char *text = "";

	for (size_t i = 0; i < row->nfield; i++) {
		const struct sop_field *f = &row->field[i];

		arena_append(req->arena, &text, "%s%s (%s, %s%s)%s%s",
		    i > 0 ? "\n" : "", f->label, f->name,
		    field_type_slug(f->type), f->required ? ", wajib" : "",
		    f->help != NULL ? ": " : "", text_of(f->help));
		if (f->min != 0 || f->max != 0)
			arena_append(req->arena, &text, ", %lld sampai %lld",
			    (long long)f->min, (long long)f->max);
		for (size_t k = 0; k < f->nchoice; k++)
			arena_append(req->arena, &text, "\n– %s (%s)",
			    f->choice[k].label, f->choice[k].value);
	}
	return text;
}

static const char *
rules_words(const struct request *req, const struct sop_row *row)
{
	static const char *const measures[MEASURE__MAX] = {
		[MEASURE_WORK] = "waktu mengerjakan",
		[MEASURE_TURNAROUND] = "waktu sampai selesai",
		[MEASURE_ELAPSED] = "waktu siang dan malam",
	};
	char limit[64];

	standard_text(&row->standard, limit, sizeof(limit));
	return arena_printf(req->arena, "%s, %s %s%s%s%s%s%s%s%s",
	    words_verb(row->kind), limit, measures[row->standard.measure],
	    row->present ? ", mulai ketika pemohon hadir" : "",
	    row->queue_days != 0 ? arena_printf(req->arena, ", antrean %d "
	    "hari", row->queue_days) : "",
	    row->designate != NULL ? ", ditunjuk " : "",
	    text_of(row->designate),
	    row->fallback != NULL ? ", pengganti " : "",
	    text_of(row->fallback),
	    row->outside != NULL ? arena_printf(req->arena, ", pihak luar %s",
	    row->outside) : "");
}

/* The columns in which two rows may differ. */
static void
compare_row(struct comparison *c, const struct sop_row *old,
    const struct sop_row *new)
{
	const struct request *req = c->req;
	const struct { const char *key, *old, *new; } columns[] = {
		{ "kegiatan", old->activity, new->activity },
		{ "nama singkat", old->short_name, new->short_name },
		{ "pembetulan", old->activity_fixed, new->activity_fixed },
		{ "pelaksana", words_performer(req, c->old, old->performer),
		    words_performer(req, c->new, new->performer) },
		{ "kelengkapan", old->requirements, new->requirements },
		{ "waktu", old->waktu, new->waktu },
		{ "keluaran", old->output, new->output },
		{ "keterangan", old->source_note, new->source_note },
		{ "pengembalian", returns_words(req, c->old, old),
		    returns_words(req, c->new, new) },
		{ "penolakan", refuse_words(req, c->old, old),
		    refuse_words(req, c->new, new) },
		{ "cabang", branch_words(req, old), branch_words(req, new) },
		{ "peserta", old->participants, new->participants },
		{ "cara membaca", old->reading_note, new->reading_note },
		{ "cara kerja", rules_words(req, old),
		    rules_words(req, new) },
		{ "isian", form_words(req, old), form_words(req, new) },
	};

	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		compare(c, arena_printf(req->arena, "Langkah %s, %s", new->no,
		    columns[i].key), columns[i].old, columns[i].new);
}

static const char *
row_words(const struct comparison *c, const struct sop *sop,
    const struct sop_row *row)
{
	return arena_printf(c->req->arena, "%s\n%s, %s", row->activity,
	    words_performer(c->req, sop, row->performer), row->waktu);
}

/* Steps by their printed numbers: changed and new ones, then those gone. */
static void
compare_rows(struct comparison *c)
{
	const struct sop_row *old, *new;
	int pos, nold = c->old != NULL ? c->old->nrows : 0;

	for (pos = 1; pos <= c->new->nrows; pos++) {
		new = sop_row_at(c->new, pos);
		old = c->old != NULL ? sop_row_at(c->old,
		    sop_row_no(c->old, new->no)) : NULL;
		if (old != NULL)
			compare_row(c, old, new);
		else
			compare(c, arena_printf(c->req->arena, "Langkah %s, "
			    "baru", new->no), "", row_words(c, c->new, new));
	}
	for (pos = 1; pos <= nold; pos++) {
		old = sop_row_at(c->old, pos);
		if (sop_row_no(c->new, old->no) == 0)
			compare(c, arena_printf(c->req->arena, "Langkah %s, "
			    "dihapus", old->no), row_words(c, c->old, old),
			    "");
	}
}

/* -- the head ------------------------------------------------------------ */

static const char *
list_words(const struct request *req, const struct sop_list *list)
{
	const char *text = "";

	for (size_t i = 0; list != NULL && i < list->count; i++)
		arena_append(req->arena, &text, "%s%s", i > 0 ? "\n" : "",
		    list->item[i]);
	return text;
}

static const char *
promise_words(const struct request *req, const struct sop *s)
{
	if (s->promise_days == 0)
		return "";
	return arena_printf(req->arena, "%d hari kerja, langkah %s sampai "
	    "%s%s", s->promise_days, s->promise_from != 0 ?
	    sop_row_at(s, s->promise_from)->no : "awal",
	    s->promise_to != 0 ? sop_row_at(s, s->promise_to)->no : "akhir",
	    promise_note(s));
}

static const char *
mending_words(const struct request *req, const struct sop *s)
{
	return s->mend_days == 0 ? "" : arena_printf(req->arena,
	    "%d hari kerja sesudah pengingat", s->mend_days);
}

static void
compare_head(struct comparison *c)
{
	static const struct sop none;
	const struct sop *old = c->old != NULL ? c->old : &none;
	const struct sop *new = c->new;
	const struct { const char *key, *old, *new; } texts[] = {
		{ "Kode", old->slug, new->slug },
		{ "Nama", old->name, new->name },
		{ "Judul", old->title, new->title },
		{ "Nomor", old->number, new->number },
		{ "Unit", old->unit, new->unit },
		{ "Tanggal pembuatan", old->made_on, new->made_on },
		{ "Tanggal revisi", old->revised_on, new->revised_on },
		{ "Tanggal efektif", old->effective_on, new->effective_on },
		{ "Disahkan oleh, jabatan", old->approved_position,
		    new->approved_position },
		{ "Disahkan oleh, nama", old->approved_name,
		    new->approved_name },
		{ "Disahkan oleh, NIP", old->approved_nip,
		    new->approved_nip },
		{ "Waktu layanan", promise_words(c->req, old),
		    promise_words(c->req, new) },
		{ "Batas perbaikan", mending_words(c->req, old),
		    mending_words(c->req, new) },
		{ "Permohonan umum", old->public_request ? "ya" : "",
		    new->public_request ? "ya" : "" },
		{ "Sebutan", old->noun, new->noun },
		{ "Nama berkas dari isian", old->subject_field,
		    new->subject_field },
	};
	const struct { const char *key; const struct sop_list *old, *new; }
	    lists[] = {
		{ "Kepala formulir", &old->unit_lines, &new->unit_lines },
		{ "Dasar hukum", &old->legal_basis, &new->legal_basis },
		{ "Kualifikasi", &old->qualification, &new->qualification },
		{ "Keterkaitan", &old->related, &new->related },
		{ "Peralatan", &old->equipment, &new->equipment },
		{ "Peringatan", &old->warning, &new->warning },
		{ "Pencatatan", &old->recording, &new->recording },
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		compare(c, texts[i].key, texts[i].old, texts[i].new);
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		compare(c, lists[i].key, list_words(c->req, lists[i].old),
		    list_words(c->req, lists[i].new));
}

size_t
sop_diff_each(const struct request *req, const struct sop *old,
    const struct sop *new, sop_diff_fn *tell, void *arg)
{
	struct comparison c = { .req = req, .tell = tell, .arg = arg,
	    .old = old, .new = new };

	compare_head(&c);
	compare_rows(&c);
	return c.changes;
}

/* A row of the page that asks once more. */
static void
add_row(void *arg, const char *key, const char *old, const char *new)
{
	struct page *row = page_add(arg, "ROWS");

	page_set(row, "KEY", key);
	page_text(row, "OLD", old);
	page_text(row, "VALUES", new);
}

size_t
sop_diff_show(const struct request *req, struct page *check,
    const struct sop *old, const struct sop *new)
{
	return sop_diff_each(req, old, new, add_row, check);
}
