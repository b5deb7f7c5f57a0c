/* book.c - the register of outgoing letters: a page, and a table file. */
#include "cgi-bin/letter/letter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/number.h"
#include "case/access.h"
#include "casepage/words.h"
#include "letter/letter.h"
#include "letter/letter_register.h"
#include "letter/letter_state.h"
#include "letter/letter_verify.h"
#include "page/format.h"
#include "page/page.h"
#include "web/address.h"
#include "web/frame.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define SKIPPED_MAX	20		/* listed by number */
#define CSV_ROWS_MAX 20000	/* rows of a table file */

/* One looking at it. */
struct book {
	struct request		*req;
	struct letter_register_query	 q;
	struct letter_register_entry	*entry;
	size_t			 n;
	int64_t			 total;
};

/* -- words ----------------------------------------------------------------- */

static const char *const colours[LETTER_STATE__MAX] = {
	[LETTER_PREPARED] = "IS_OPEN",
	[LETTER_IN_FORCE] = "IS_ENDED",
	[LETTER_REPLACED] = "IS_REFUSED",
	[LETTER_CANCELLED] = "IS_REFUSED",
};

static const char *const kinds[][2] = {
	{ "balasan", "Surat balasan" },
	{ "keterangan", "Surat keterangan" },
	{ "sertifikat", "Sertifikat" },
};

static const char *
kind_words(const struct letter_row *l)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i][0], l->kind) == 0)
			return kinds[i][1];
	return l->kind;
}

static const char *
addressee(const struct request *req, const struct letter_row *l)
{
	char *buf = arena_alloc(req->arena, 512);

	return l->addressee[0] != '\0' ?
	    letter_masked(l, l->addressee, buf, 512) :
	    letter_mask(l->holder, buf, 512);
}

static const char *
subject(const struct request *req, const struct letter_row *l)
{
	char *buf = arena_alloc(req->arena, 1024);

	return letter_masked(l, l->subject, buf, 1024);
}

/* Why a number has no letter in force; "" of one that has. */
static const char *
note_words(const struct request *req, const struct letter_row *l)
{
	const char *changed = words_time(req, l->changed_at);

	switch (letter_state_of(l)) {
	case LETTER_PREPARED:
		return l->document_id == 0 ? "nomor dicadangkan" :
		    "belum ditandatangani, belum berlaku";
	case LETTER_IN_FORCE:
		return "";
	case LETTER_REPLACED:
		return changed;
	default:
		return arena_printf(req->arena, "%s: %s", changed,
		    strcmp(l->state, "withdrawn") == 0 ? l->reason :
		    "tidak pernah berlaku");
	}
}

/* -- the table file -------------------------------------------------------- */

struct table {
	const struct request	*req;
	struct csv		 csv;
};

/* A row; its words are let go with it. */
static void
write_entry(void *arg, const struct letter_register_entry *e)
{
	struct table *t = arg;
	struct request row = *t->req;

	row.arena = arena_new();
	csv_texts(&t->csv, e->l.number, e->l.serial == 0 ? "" :
	    arena_printf(row.arena, "%lld", (long long)e->l.serial),
	    arena_printf(row.arena, "%lld", (long long)e->l.year),
	    e->l.dated, e->unit, kind_words(&e->l), subject(&row, &e->l),
	    addressee(&row, &e->l), e->case_number,
	    letter_state_words(&e->l)->word, note_words(&row, &e->l), NULL);
	csv_end(&t->csv);
	arena_free(row.arena);
}

static int
send_csv(struct book *v, struct reply *rep)
{
	struct table t = { .req = v->req };
	enum case_err err;
	int status = reply_export(rep, v->req, AUDIT_EXPORT);
	FILE *f;

	if (status != 0)
		return status;
	if ((f = tmpfile()) == NULL)
		return reply_error(rep, v->req, 500, NULL);
	v->q.limit = CSV_ROWS_MAX;
	v->q.offset = 0;
	csv_begin(&t.csv, f, 1);
	csv_texts(&t.csv, "Nomor surat", "Nomor urut", "Tahun", "Tanggal",
	    "Unit", "Jenis", "Hal", "Kepada", "Berkas", "Keadaan",
	    "Keterangan", NULL);
	csv_end(&t.csv);
	err = letter_register_each(v->req->office, &v->q, write_entry, &t);
	if (err != CASE_OK) {
		fclose(f);
		return reply_case_error(rep, v->req, err);
	}
	reply_header(rep, "Content-Disposition",
	    "attachment; filename=\"surat-keluar.csv\"");
	return reply_written(rep, v->req, "text/csv; charset=utf-8", f);
}

/* -- the page -------------------------------------------------------------- */

/* The address of this list. */
static char *
address(const struct book *v)
{
	struct arena *arena = v->req->arena;
	char *a = address_with(arena, PATH_SURAT, "cari", v->q.number);

	a = address_with(arena, a, "tahun", v->q.year == 0 ? "" :
	    arena_printf(arena, "%lld", (long long)v->q.year));
	return address_with(arena, a, "keadaan", v->q.state);
}

/* Account for every number of a year that is not the number of a letter: the
 * last one, the dropped, the outside ones, the skipped ones by number. */
static void
show_gaps(const struct book *v, struct page *body,
    const struct letter_register_year *y)
{
	struct arena *arena = v->req->arena;
	const char *text = arena_printf(arena, "%s, tahun %lld: nomor urut "
	    "terakhir %lld; %lld dibatalkan sebelum berlaku; %lld surat "
	    "bernomor dari luar sistem ini.", y->unit, (long long)y->year,
	    (long long)y->last, (long long)y->dropped, (long long)y->outside);

	for (size_t i = 0; i < y->nskipped && i <= SKIPPED_MAX; i++)
		arena_append(arena, &text, i == 0 ? " Dilewati karena sudah "
		    "dipakai surat bernomor dari luar: %lld" : i < SKIPPED_MAX ?
		    ", %lld" : ", dan lainnya", (long long)y->skipped[i]);
	page_text(body, "GAPS", text);
}

static enum case_err
show_years(const struct book *v, struct page *body)
{
	struct letter_register_year *y = NULL;
	size_t n = 0;
	int64_t last = 0;
	enum case_err err = letter_register_years(v->req->office, &y, &n);

	for (size_t i = 0; err == CASE_OK && i < n; i++) {
		const char *year = arena_printf(v->req->arena, "%lld",
		    (long long)y[i].year);

		if (y[i].year != last)
			page_option(body, "YEARS", year, year,
			    y[i].year == v->q.year);
		last = y[i].year;
		if (v->q.year == 0 ? i == 0 || y[i].year == y[0].year :
		    y[i].year == v->q.year)
			show_gaps(v, body, &y[i]);
	}
	if (err == CASE_OK)
		letter_register_years_free(y, n);
	return err;
}

/* The way to its case; for an administrator who does not see that the one to
 * cancelling the letter. */
static void
show_case(const struct book *v, struct page *p,
    const struct letter_register_entry *e)
{
	struct page *link;

	if (case_may_see_id(v->req->office, v->req->session.person_id,
	    e->l.case_id, v->req->now)) {
		link = page_add(p, "LINK");
		page_setf(link, "HREF", PATH_BERKAS "/%lld",
		    (long long)e->l.case_id);
		page_set(link, "CASE", e->case_number);
		return;
	}
	page_text(p, "NUMBER_ALONE", e->case_number);
	if (v->req->session.admin &&
	    letter_state_of(&e->l) == LETTER_IN_FORCE)
		page_link(p, "CANCEL", arena_printf(v->req->arena, PATH_SURAT
		    "/tarik/%lld", (long long)e->l.id), "Batalkan");
}

static void
show_rows(const struct book *v, struct page *body)
{
	struct page *table = page_add(body, "TABLE");
	struct pager pager = { address(v), "surat",
	    v->q.offset / PAGER_ROWS + 1, v->total, NULL, 0 };

	for (size_t i = 0; i < v->n; i++) {
		const struct letter_register_entry *e = &v->entry[i];
		struct page *p = page_add(table, "ROWS");
		const char *note = note_words(v->req, &e->l);

		page_set(p, "NUMBER", e->l.number);
		page_set(p, "DATED", words_date(v->req, e->l.dated));
		page_set(p, "SUBJECT", subject(v->req, &e->l));
		page_set(p, "TO", addressee(v->req, &e->l));
		show_case(v, p, e);
		page_set(p, "STATE", letter_state_words(&e->l)->word);
		page_show(p, colours[letter_state_of(&e->l)]);
		if (note[0] != '\0')
			page_text(p, "NOTE", note);
	}
	pager_show(v->req, table, &pager);
}

static int
show(const struct book *v, struct reply *rep)
{
	char number[FORMAT_SIZE];
	struct page *body, *frame = frame_new(v->req, "letters.tpl",
	    PATH_BERKAS, &body);
	enum case_err err;

	page_show(frame, "WIDE");
	page_set(body, "HEADING", "Daftar surat keluar");
	page_text(body, "INTRO", v->q.seen_by == 0 ? "Nama orang disamarkan; "
	    "buka berkasnya untuk membaca suratnya." : "Surat dari berkas yang "
	    "dapat Anda lihat. Nama orang disamarkan; buka berkasnya untuk "
	    "membaca suratnya.");
	page_setf(body, "TOTAL", "%s surat", format_int(number,
	    sizeof(number), v->total));
	page_set(body, "SEARCH", v->q.number);
	for (int i = 0; i < LETTER_STATE__MAX; i++)
		page_option(body, "STATES", letter_states[i].slug,
		    letter_states[i].word, strcmp(letter_states[i].slug,
		    v->q.state) == 0);
	if (strcmp(address(v), PATH_SURAT) != 0)
		page_set(page_add(body, "FILTERED"), "HREF", PATH_SURAT);
	if (v->n > 0) {
		page_set(page_add(body, "CSV"), "HREF", address_with(
		    v->req->arena, address(v), "format", "csv"));
		show_rows(v, body);
	} else {
		page_text(body, "EMPTY", "Tidak ada surat yang cocok.");
	}
	if ((err = show_years(v, body)) == CASE_OK)
		return reply_page(rep, v->req, 200, "Daftar surat keluar",
		    frame);
	page_free(frame);
	return reply_case_error(rep, v->req, err);
}

/* -- the query ------------------------------------------------------------- */

static const char *
asked(const struct request *req, const char *name)
{
	const char *value = request_query(req, name);

	return value != NULL ? value : "";
}

int
letter_book(struct request *req, struct reply *rep)
{
	struct book v = { .req = req, .q = { .number = asked(req, "cari"),
	    .state = asked(req, "keadaan"),
	    .limit = PAGER_ROWS, .offset = pager_offset(req) } };
	enum case_err err;

	if (!req->session.admin && !letter_register_may(req->office,
	    req->session.person_id, req->now))
		return reply_error(rep, req, 403, "Daftar surat keluar dibuka "
		    "oleh yang menyusun atau menandatangani surat.");
	/* Letters are looked after by kelola, which sees every number; others
	 * see those of their cases. */
	v.q.seen_by = req->session.admin ? 0 : req->session.person_id;
	v.q.now = req->now;
	if (number_parse(asked(req, "tahun"), 1, 9999, &v.q.year) == -1)
		v.q.year = 0;
	if (strcmp(asked(req, "format"), "csv") == 0)
		return send_csv(&v, rep);
	err = letter_register_find(req->office, &v.q, &v.entry, &v.n, &v.total);
	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	arena_adopt(req->arena, v.entry);
	session_audit(req, AUDIT_LIST, AUDIT_GOOD);
	return show(&v, rep);
}
