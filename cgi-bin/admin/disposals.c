/*
 * disposals.c - the yearly list of cases whose term is over: shown, taken as a
 * table, approved, and the paper of what was destroyed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/number.h"
#include "case/disposal.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "page/page.h"
#include "web/frame.h"
#include "web/plate.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"
#include "web/table.h"

#define SHOWN 200		/* cases of a list on the page */

static struct sop_field fields[] = {
	{ .name = "nomor", .label = "Nomor surat persetujuan", .required = 1,
	    .max = 100 },
	{ .name = "tanggal-surat", .label = "Tanggal surat persetujuan",
	    .required = 1, .type = FIELD_DATE },
	{ .name = "pejabat", .label = "Pejabat yang menyetujui",
	    .required = 1, .max = 150 },
};

/* Cases of a list that is due, or was approved. */
struct cases {
	struct disposal_case	*row;
	size_t			 n;
};

static enum case_err
read_due(const struct request *req, struct cases *due)
{
	const struct disposal_rules rules = disposal_rules(req->conf);
	enum case_err err = disposal_due(req->office, &rules, req->now,
	    &due->row, &due->n);

	if (err == CASE_OK)
		arena_adopt(req->arena, due->row);
	return err;
}

const char *
admin_disposals_words(const struct request *req)
{
	struct cases due;

	if (read_due(req, &due) != CASE_OK)
		return "";
	return due.n == 0 ? "Tidak ada berkas yang habis masa simpannya" :
	    arena_printf(req->arena, "%zu berkas habis masa simpannya", due.n);
}

/* -- a list ---------------------------------------------------------------- */

static void
show_cases(const struct request *req, struct page *body,
    const struct cases *list, const char *caption)
{
	static const char *const heads[] = { "Berkas", "SOP", "Berakhir",
		"#Tahun", "#Dokumen", NULL };
	struct page *group = table_begin(body, "TABLES", caption, heads);

	for (size_t i = 0; i < list->n && i < SHOWN; i++) {
		const struct disposal_case *c = &list->row[i];
		struct page *row = table_row(group, c->number,
		    arena_printf(req->arena, PATH_BERKAS "/%lld",
		    (long long)c->case_id));

		table_cell(row, c->sop);
		table_cell(row, admin_day_words(req, c->ended_at));
		table_number(row, c->years);
		table_number(row, c->documents);
	}
	if (list->n > SHOWN)
		page_text(body, "INTRO", arena_printf(req->arena, "Halaman ini "
		    "menampilkan %d dari %zu berkas; tabel unduhan memuat "
		    "semuanya.", SHOWN, list->n));
}

static int
send_csv(const struct request *req, struct reply *reply,
    const struct cases *list)
{
	int status = reply_export(reply, req, AUDIT_EXPORT);
	struct csv csv;
	FILE *f;

	if (status != 0)
		return status;
	if ((f = tmpfile()) == NULL)
		return reply_error(reply, req, 500, NULL);
	csv_begin(&csv, f, 1);
	csv_texts(&csv, "Nomor berkas", "SOP", "Berakhir", "Masa simpan "
	    "(tahun)", "Dokumen", NULL);
	csv_end(&csv);
	for (size_t i = 0; i < list->n; i++) {
		csv_texts(&csv, list->row[i].number, list->row[i].sop,
		    admin_day_iso(req, list->row[i].ended_at), NULL);
		csv_int(&csv, list->row[i].years);
		csv_int(&csv, list->row[i].documents);
		csv_end(&csv);
	}
	reply_header(reply, "Content-Disposition",
	    "attachment; filename=\"usul-musnah.csv\"");
	return reply_written(reply, req, "text/csv; charset=utf-8", f);
}

static void
show_approved(const struct request *req, struct page *body)
{
	static const char *const heads[] = { "Berita acara", "Persetujuan",
		"#Berkas", "Keadaan", NULL };
	struct page *group, *row;
	struct disposal *list = NULL;
	size_t n = 0;

	if (disposal_list(req->office, &list, &n) != CASE_OK || n == 0)
		return;
	arena_adopt(req->arena, list);
	group = table_begin(body, "TABLES", "Yang sudah disetujui", heads);
	for (size_t i = 0; i < n; i++) {
		row = table_row(group, arena_printf(req->arena, "Nomor %lld",
		    (long long)list[i].number), arena_printf(req->arena,
		    PATH_MUSNAH "/%lld", (long long)list[i].id));
		table_cell(row, arena_printf(req->arena, "%s, %s",
		    list[i].letter_no, words_date(req, list[i].letter_on)));
		table_number(row, list[i].cases);
		table_cell(row, list[i].done_at != 0 ?
		    words_time(req, list[i].done_at) : arena_printf(
		    req->arena, "dilaksanakan, tersisa %lld berkas",
		    (long long)list[i].left));
	}
}

/* -- the approval ---------------------------------------------------------- */

static void
fill(struct admin *a, struct page *body)
{
	const struct cases *due = a->about;

	page_text(body, "INTRO", "Berkas yang masa simpannya menurut jadwal "
	    "retensi arsip (JRA) sudah lewat. Tidak ada yang dimusnahkan "
	    "sebelum daftar ini disetujui dengan surat.");
	page_text(body, "INTRO", "Sesudah disetujui, isian, dokumen, surat, "
	    "dan kata pencarian berkas itu dihapus dan tidak dapat "
	    "dikembalikan. Nomor, langkah, dan waktunya tetap, begitu juga "
	    "angka bulan yang disahkan.");
	if (due->n == 0)
		page_text(body, "INTRO", "Sekarang tidak ada berkas yang habis "
		    "masa simpannya.");
	else {
		page_link(body, "WAYS", PATH_MUSNAH "/daftar.csv",
		    "Unduh daftar ini sebagai tabel");
		show_cases(a->req, body, due, "Daftar usul musnah");
	}
	show_approved(a->req, body);
}

static enum case_err
approve(struct admin *a, const struct change *ch)
{
	const struct disposal_rules rules = disposal_rules(a->req->conf);
	struct disposal d = { .id = 0 };

	snprintf(d.letter_no, sizeof(d.letter_no), "%s",
	    admin_value(a, "nomor"));
	snprintf(d.letter_on, sizeof(d.letter_on), "%s",
	    admin_value(a, "tanggal-surat"));
	snprintf(d.official, sizeof(d.official), "%s",
	    admin_value(a, "pejabat"));
	return disposal_approve(a->req->office, ch, &rules, &d, NULL);
}

static void
note(struct admin *a, struct page *page)
{
	const struct cases *due = a->about;

	page_text(page, "INTRO", arena_printf(a->req->arena, "%zu berkas "
	    "dimusnahkan. Ini tidak dapat dibatalkan.", due->n));
}

/* The form carries the hash of the list that was shown, so that nothing is
 * approved that nobody has seen. */
static int
show_due(struct request *req, struct reply *reply, const struct cases *due)
{
	char *hash = arena_alloc(req->arena, 65);
	struct admin a = { .req = req, .reply = reply, .address = PATH_MUSNAH,
	    .after = PATH_MUSNAH, .back = PATH_ADMIN,
	    .back_text = "Kembali ke admin", .heading = "Usul musnah",
	    .fill = fill, .about = due, .nedits = due->n > 0, .edit = { {
	    .act = "setujui", .title = "Persetujuan",
	    .button = "Musnahkan menurut daftar ini",
	    .question = "Musnahkan berkas dalam daftar ini?", .ends = 1,
	    .done = "Daftar disetujui. Pemusnahan berjalan dalam beberapa "
	    "menit.", .field = fields, .nfield = 3, .state = hash,
	    .apply = approve, .note = note } } };

	disposal_hash(due->row, due->n, hash);
	return admin_page(&a);
}

/* -- the paper ------------------------------------------------------------- */

static void
fill_paper(const struct request *req, struct page *body,
    const struct disposal *d)
{
	page_text(body, "PAPER", plate_at(req, d->approved_at)->office);
	page_setf(body, "HEADING", "Berita acara pemusnahan arsip nomor %lld",
	    (long long)d->number);
	page_show(body, "PRINT");
	form_row(body, "Persetujuan", arena_printf(req->arena, "%s, %s",
	    d->letter_no, words_date(req, d->letter_on)));
	form_row(body, "Disetujui oleh", d->official);
	form_row(body, "Dicatat oleh", arena_printf(req->arena, "%s, %s",
	    words_person(req, d->approved_by),
	    words_time(req, d->approved_at)));
	form_row(body, "Jumlah berkas", arena_printf(req->arena, "%lld",
	    (long long)d->cases));
	form_row(body, "Dilaksanakan", d->done_at != 0 ?
	    words_time(req, d->done_at) : arena_printf(req->arena,
	    "belum selesai, tersisa %lld berkas", (long long)d->left));
	form_row(body, "Cara", "Isian, dokumen, isi surat dan pesan, dan kata "
	    "pencarian dihapus dari basis data dan penyimpanan. Nomor, "
	    "langkah, waktu, dan sidik jari riwayat tetap.");
	form_row(body, "Sidik jari daftar", d->list);
	page_text(body, "NOTES", "Salinan yang ada di cadangan lama hilang "
	    "bersama cadangan itu.");
	page_text(body, "SIGN", "Yang memusnahkan\n\n\n\n");
	page_text(body, "SIGN", "Saksi\n\n\n\n");
}

static int
show_one(struct request *req, struct reply *reply, const char *segment)
{
	struct page *body, *frame;
	struct disposal d;
	struct cases list;
	enum case_err err;
	int64_t id;

	if (req->method == METHOD_POST)
		return reply_error(reply, req, 405, NULL);
	if (number_parse(segment, 1, INT64_MAX, &id) == -1)
		return reply_error(reply, req, 404, NULL);
	if ((err = disposal_get(req->office, id, &d)) != CASE_OK ||
	    (err = disposal_cases(req->office, id, &list.row, &list.n)) !=
	    CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, list.row);
	frame = frame_new(req, "document.tpl", PATH_ADMIN, &body);
	page_link(frame, "BACK", PATH_MUSNAH, "Kembali ke usul musnah");
	fill_paper(req, body, &d);
	show_cases(req, body, &list, "Berkas yang dimusnahkan");
	return reply_page(reply, req, 200, "Berita acara pemusnahan arsip",
	    frame);
}

int
admin_disposals(struct request *req, struct reply *reply)
{
	const char *segment = request_segment(req, 2);
	struct cases due;
	enum case_err err;

	if (request_segment(req, 3) != NULL)
		return reply_error(reply, req, 404, NULL);
	if (segment != NULL && strcmp(segment, "daftar.csv") != 0)
		return show_one(req, reply, segment);
	if (segment != NULL && req->method == METHOD_POST)
		return reply_error(reply, req, 405, NULL);
	if ((err = read_due(req, &due)) != CASE_OK)
		return reply_case_error(reply, req, err);
	return segment != NULL ? send_csv(req, reply, &due) :
	    show_due(req, reply, &due);
}
