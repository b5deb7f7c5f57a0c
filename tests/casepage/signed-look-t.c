/*
 * signed-look-t.c - the signed file is looked at before it counts, goes on with
 * a reason when it lacks something, and is uploaded once.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_recall.h"
#include "case/document.h"
#include "casepage/signed_look.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/seat.h"

#define SIGAP	"sigap-magang-penelitian"
#define FORM	"&keputusan=teruskan&nomor_surat=W.6-UM.01.01-412" \
		"&tanggal_surat=2026-01-05&sebab=beban"
#define REASON	"&alasan-dokumen=Ditandatangani+di+atas+kertas."

static struct office *office;

/* A value of the case's last event of a kind. */
static int
told(int64_t case_id, const char *kind, const char *words)
{
	struct db_stmt *st = db_query(office_db(office), "SELECT 1 FROM events"
	    " e JOIN event_data d ON d.stream = e.stream AND d.seq = e.seq"
	    " WHERE e.stream = $1 AND e.kind = $2 AND d.payload LIKE $3", "itt",
	    case_id, kind, words);
	int found = db_step(st);

	db_done(st);
	return found;
}

static int64_t
unproved(int64_t task)
{
	return fixture_int(office, "SELECT unproved FROM tasks WHERE id = $1",
	    task);
}

/* The file of the check page can be looked at, by this visitor alone. */
static void
stands_beside(struct seat *s)
{
	struct visitor other = { .now = desk_now };
	char uri[1024];
	const char *at = strstr(cgi_body(&s->v), "/dokumen/baru/");
	size_t n = 0;

	ok(at != NULL, "the file is a link");
	for (; at != NULL && *at != '"' && n < sizeof(uri) - 1; at++) {
		if (strncmp(at, "&amp;", 5) == 0)
			at += 4, uri[n++] = '&';
		else
			uri[n++] = *at;
	}
	uri[n] = '\0';
	cgi_get(&s->v, "file", uri);
	is_int(200, s->v.status, "...to it");
	ok(strncmp(cgi_body(&s->v), "%PDF-", 5) == 0, "...as it is");
	cgi_login(office, &other, "kakanwil");
	cgi_get(&other, "file", uri);
	is_int(404, other.status, "...for nobody else");
	cgi_leave(&other);
	uri[n - 1] = uri[n - 1] == '0' ? '1' : '0';
	cgi_get(&s->v, "file", uri);
	is_int(404, s->v.status, "...and no other address");
	cgi_get(&s->v, "file", "/dokumen/baru/abc");
	is_int(404, s->v.status, "...nor one that is none");
}

/* The applicant's own file, not signed, without the number. */
static int64_t
needs_a_reason(void)
{
	int64_t id = desk_case(office, SIGAP, "5");
	struct act a = { .now = 0 };
	struct seat s;

	seat_take(&s, office, "approve", "/setujui", id, 1);
	seat_look(&s);
	seat_send_file(&s, "aksi=selesai" FORM, "berkas");
	is_int(200, s.v.status, "a signature is looked at once more");
	ok(cgi_has(&s.v, "sama dengan dokumen dari pemohon"),
	    "...it is the applicant's own file");
	ok(cgi_has(&s.v, "tidak memuat tanda tangan elektronik"),
	    "...not signed");
	ok(cgi_has(&s.v, "nomor dan kode suratnya tidak dapat dicari"),
	    "...and without a text");
	ok(cgi_has(&s.v, "name=\"alasan-dokumen\""),
	    "...a reason is asked for");
	stands_beside(&s);
	seat_look(&s);
	seat_send_file(&s, "aksi=kirim" FORM, "berkas");
	ok(s.v.status == 422 && cgi_has(&s.v, "Tulis alasan tetap mengirim"),
	    "without one it is not sent");
	ok(cgi_has(&s.v, "W.6-UM.01.01-412"), "...what was typed is there");
	seat_send_file(&s, "aksi=kirim" FORM "&alasan-dokumen=x", "berkas");
	ok(s.v.status == 422 && cgi_has(&s.v, ">x</textarea>"),
	    "one letter is none, and stays");
	is_int(0, unproved(s.task.id), "...nothing is done");
	seat_send_file(&s, "aksi=kirim" FORM REASON, "berkas");
	is_int(303, s.v.status, "with one it is");
	is_int(1, unproved(s.task.id), "...and marked");
	ok(told(id, "forward", "%\"missing\":\"Dokumen ini sama%") &&
	    told(id, "forward", "%\"unproved\":\"Ditandatangani di%"),
	    "...the event says what and why");
	a = (struct act){ .task_id = s.task.id, .now = s.v.now,
	    .actor = { .person_id = fixture_person(office,
	    desk_doer(office, &s.task)) } };
	a.version = fixture_int(office, "SELECT version FROM tasks"
	    " WHERE id = $1", s.task.id);
	is_int(CASE_OK, act_recall(office, &a), "taken back");
	is_int(0, unproved(s.task.id), "...it is no more");
	seat_look(&s);
	seat_send_file(&s, "aksi=kirim" FORM REASON, "berkas");
	is_int(303, s.v.status, "and sent again");
	desk_now = s.v.now;
	seat_leave(&s);
	return id;
}

/* The row that hands it over has it already; another file is asked about. */
static void
uploaded_once(int64_t id)
{
	struct document *list = NULL;
	char form[1024], key[512];
	struct seat s;
	size_t n = 0;

	seat_take(&s, office, "deliver", "/serahkan", id, 1);
	seat_look(&s);
	seat_send(&s, "aksi=selesai&acuan=&sebab=beban");
	is_int(303, s.v.status, "row 6 goes on without a file");
	seat_leave(&s);
	seat_take(&s, office, "deliver", "/serahkan", id, 1);
	seat_look(&s);
	ok(cgi_has(&s.v, "sudah diterima: surat.pdf (PDF, "),
	    "row 7 shows the signed letter");
	ok(cgi_has(&s.v, "diunggah <span class=\"app-optional\">"),
	    "...and asks for another at most");
	snprintf(key, sizeof(key), "%s", cgi_field(&s.v,
	    "surat_balasan-lama"));
	for (char *c = key; *c != '\0'; c++)
		*c = *c == ' ' ? '+' : *c;
	snprintf(form, sizeof(form), "aksi=selesai&sebab=beban"
	    "&surat_balasan-lama=%s", key);
	seat_send(&s, form);
	is_int(303, s.v.status, "it goes on as it is");
	is_int(0, unproved(s.task.id), "...without a mark");
	is_int(CASE_OK, case_documents(office, id, &list, &n), "files");
	ok(n > 0 && strcmp(list[n - 1].field, "surat_balasan") == 0 &&
	    strcmp(list[n - 1].sha256, list[n - 2].sha256) == 0,
	    "...the same");
	free(list);
	seat_leave(&s);
}

/* A plan, a report or an SKP is approved and stays in the office: nobody is
 * asked for an electronic signature. */
static void
not_what_stays(void)
{
	static const struct {
		const char	*sop, *no, *heading;
	} row[] = {
		{ "renstra", "9", "Setujui rencana ini?" },
		{ "data-capaian-kinerja", "9", "Setujui laporan ini?" },
		{ "perjanjian-kinerja", "8", "Setujui perjanjian ini?" },
	};
	struct seat s;

	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		int64_t id = desk_case(office, row[i].sop, row[i].no);

		seat_take(&s, office, "approve", "/setujui", id, 1);
		seat_look(&s);
		seat_send_file(&s, "aksi=selesai&keputusan=teruskan"
		    "&tanggal_surat=2026-01-05&sebab=beban", "berkas");
		ok(s.v.status == 200 && cgi_has(&s.v, row[i].heading),
		    "%s: looked at once more", row[i].sop);
		ok(!cgi_has(&s.v, "Yang perlu diperhatikan") &&
		    !cgi_has(&s.v, "alasan-dokumen"),
		    "...and nothing is missing");
		seat_send_file(&s, "aksi=kirim&keputusan=teruskan"
		    "&tanggal_surat=2026-01-05&sebab=beban", "berkas");
		is_int(303, s.v.status, "...it is sent");
		is_int(0, unproved(s.task.id), "...without a mark");
		seat_leave(&s);
	}
}

/* Which rows of the eleven look: those that number a letter, and the one that
 * hands over what another office signed. */
static void
rows_that_look(void)
{
	static const char want[] = "izin-magang-penelitian 4, "
		"keimigrasian-wna 8, keimigrasian-wna 12, "
		"keterangan-selesai-sertifikat 4, pagu-anggaran 9, "
		"sigap-magang-penelitian 5, sigap-magang-penelitian 7, ";
	struct db_stmt *st = db_query(office_db(office), "SELECT v.id, s.slug"
	    " FROM sop_versions v JOIN sops s ON s.id = v.sop_id"
	    " ORDER BY s.slug", "");
	char got[sizeof(want) + 256] = "";
	size_t n = 0;

	while (db_step(st)) {
		const struct sop *sop = office_sop(office, db_int(st, 0));

		for (int pos = 1; pos <= sop->nrows; pos++) {
			const struct sop_row *row = sop_row_at(sop, pos);

			for (size_t i = 0; i < row->nfield; i++)
				if (signed_look_takes(row, &row->field[i]))
					n += (size_t)snprintf(got + n,
					    sizeof(got) - n, "%s %s, ",
					    db_text(st, 1), row->no);
		}
	}
	db_done(st);
	is_string(want, got, "the rows whose signed file is looked at");
}

/* A row that hands over what another office signed, by the SOP file. */
static void
also_elsewhere(void)
{
	int64_t id = desk_case(office, "keimigrasian-wna", "8");
	struct seat s;

	seat_take(&s, office, "deliver", "/serahkan", id, 1);
	seat_look(&s);
	seat_send_file(&s, "aksi=selesai&sebab=beban&nomor_surat=W-1"
	    "&tanggal_surat=2026-01-05", "berkas");
	ok(s.v.status == 200 &&
	    cgi_has(&s.v, "tidak memuat tanda tangan elektronik"),
	    "a signed file of a row that hands over is looked at, too");
	seat_leave(&s);
}

static void
not_without(void)
{
	int64_t id = desk_case(office, SIGAP, "7");
	struct seat s;

	seat_take(&s, office, "deliver", "/serahkan", id, 1);
	seat_look(&s);
	seat_send(&s, "aksi=selesai&sebab=beban");
	is_int(422, s.v.status, "a form that lost its file is not sent");
	seat_leave(&s);
}

int
main(void)
{
	int64_t id;

	office = cgi_office();
	id = needs_a_reason();
	uploaded_once(id);
	not_without();
	also_elsewhere();
	not_what_stays();
	rows_that_look();
	office_close(office);
	return tap_done();
}
