/*
 * step-submit-t.c - beginning a case, by the public, by an institution, by an
 * official; drafts; what follows; mending; and fetching the letter.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/built.h"
#include "case/draft.h"
#include "case/participant.h"
#include "store/files.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/store/meddle.h"
#include "tests/tap.h"
#include "tests/web/applicant.h"
#include "tests/web/seat.h"

#define IZIN "izin-magang-penelitian"
#define SIGAP "sigap-magang-penelitian"

static struct office *office;

static int64_t
cases(void)
{
	return fixture_int(office, "SELECT count(*) + 0 * $1 FROM cases", 0);
}

static int64_t
last_case(void)
{
	return fixture_int(office, "SELECT id FROM cases WHERE number ="
	    " (SELECT max(number) FROM cases WHERE evaluation = $1)", 0);
}

static void
what_may_be_begun(void)
{
	struct visitor v = { .now = FIXTURE_START };

	cgi_get(&v, "submit", "/ajukan");
	is_int(200, v.status, "what anybody may ask for");
	ok(cgi_has(&v, "/ajukan/" IZIN), "...a permit");
	ok(!cgi_has(&v, SIGAP), "...not what needs an account");
	cgi_get(&v, "submit", "/mulai");
	is_int(303, v.status, "beginning needs an account");
	cgi_get(&v, "submit", "/ajukan/" SIGAP);
	is_int(404, v.status, "...as does its form");
	cgi_get(&v, "submit", "/ajukan/terbang");
	is_int(404, v.status, "no such SOP");
	cgi_login(office, &v, "kakanwil");
	cgi_get(&v, "submit", "/mulai");
	ok(cgi_has(&v, "/mulai/pagu-anggaran"), "what the Kakanwil begins");
	ok(!cgi_has(&v, "/mulai/monev"), "...and what not");
	cgi_get(&v, "submit", "/mulai/monev");
	is_int(403, v.status, "...has no form either");
	ok(cgi_has(&v, "SOP ini dimulai oleh JFU/JFT."), "...whose it is");
	cgi_leave(&v);
}

/* The link on the page that follows gives a PDF to this visitor alone. */
static void
receipt_of_it(struct visitor *v)
{
	const char *link = strstr(cgi_body(v), "href=\"/ajukan/bukti?");
	char address[512] = "", *and;

	if (link != NULL)
		snprintf(address, sizeof(address), "%.*s",
		    (int)strcspn(link + 6, "\""), link + 6);
	if ((and = strstr(address, "&amp;")) != NULL)
		memmove(and + 1, and + 5, strlen(and + 5) + 1);
	cgi_get(v, "submit", address);
	is_int(200, v->status, "a receipt");
	is_string("application/pdf", cgi_header(v, "Content-Type"),
	    "...on paper");
	ok(strncmp(cgi_body(v), "%PDF-1.", 7) == 0, "...from the beginning");
	ok(strstr(cgi_header(v, "Content-Disposition"),
	    "attachment; filename=\"bukti-permohonan-K-2026-") != NULL,
	    "...to be saved");
	is_string("no-store", cgi_header(v, "Cache-Control"),
	    "...and kept by no cache");
	if (address[0] != '\0')
		address[strlen(address) - 1] ^= 1;
	cgi_get(v, "submit", address);
	is_int(404, v->status, "a receipt of a guessed case");
}

/* Each required field left out is named on its page, and nothing begins. */
static void
pages_of_a_request(void)
{
	struct visitor v = { .now = FIXTURE_START };
	const struct sop_row *row = sop_row_at(office_sop(office,
	    fixture_sop(office, IZIN)), 1);
	int64_t n = cases();

	cgi_get(&v, "submit", "/ajukan/" IZIN);
	is_int(200, v.status, "what to know before");
	ok(cgi_has(&v, "Tidak dipungut biaya"), "...what it costs");
	ok(cgi_has(&v, "Paling lama 5 hari kerja"), "...how long it takes");
	ok(cgi_has(&v, "<li>Surat permohonan (PDF, JPEG, atau PNG)</li>"),
	    "...what is needed");
	for (size_t i = 0; i < row->nfield; i++) {
		const struct sop_field *f = &row->field[i];
		char over[128], link[128];

		if (!f->required || f->type == FIELD_CONSENT ||
		    f->when_field != NULL)
			continue;
		snprintf(over, sizeof(over), "%s=", f->name);
		snprintf(link, sizeof(link), "href=\"#%s", f->name);
		applicant_write(office, &v, "/ajukan/" IZIN, over,
		    f->type == FIELD_FILE ? NULL : "surat.pdf");
		is_int(422, v.status, "without %s", f->name);
		ok(cgi_has(&v, link), "...which is named");
		ok(cgi_has(&v, " dari 3</span>"), "...on a page of three");
	}
	cgi_get(&v, "submit", applicant_write(office, &v, "/ajukan/" IZIN,
	    "lembaga=<>&\"'", "surat.pdf"));
	ok(cgi_has(&v, ">&lt;&gt;&amp;&quot;&#39;</p>"),
	    "all five characters come back");
	is_int(n, cases(), "...and nothing was opened");
	cgi_leave(&v);
}

#define GO_ON "/ajukan/" IZIN "/lanjut"

/* The secret of the link that the draft at this address is gone on with. */
static void
link_of(struct visitor *v, const char *uri, char token[80])
{
	char saved[512];
	const char *at;

	snprintf(saved, sizeof(saved), "%.*s/simpan",
	    (int)(strrchr(uri, '/') - uri), uri);
	cgi_get(v, "submit", saved);
	at = strstr(cgi_body(v), GO_ON "#");
	snprintf(token, 80, "%.*s", at == NULL ? 0 :
	    (int)strspn(at + strlen(GO_ON "#"), "0123456789abcdef"),
	    at == NULL ? "" : at + strlen(GO_ON "#"));
}

/* A draft keeps the form as it was typed, under a link that nobody guesses. */
static void
drafts(void)
{
	struct visitor v = { .now = FIXTURE_START }, other = v;
	char uri[512], page[512], token[80];

	snprintf(uri, sizeof(uri), "%s", applicant_write(office, &v,
	    "/ajukan/" IZIN, "nama=Siti ++", NULL));
	is_int(422, v.status, "a page without its file");
	cgi_get(&other, "submit", uri);
	is_int(404, other.status, "its address, elsewhere");
	ok(cgi_has(&other, "tidak ditemukan di peramban ini") &&
	    !cgi_has(&other, "Siti ++"), "...gives nothing away");
	link_of(&v, uri, token);
	ok(strlen(token) == 32 && strstr(uri, token) == NULL,
	    "its link has a secret that no address has");
	snprintf(page, sizeof(page), "tautan=%%23%.31s%c", token,
	    token[31] == '0' ? '1' : '0');
	cgi_post(&other, "submit", GO_ON, page);
	is_int(422, other.status, "a secret like it");
	cgi_get(&other, "submit", GO_ON);
	is_int(200, other.status, "where the link leads to");
	snprintf(page, sizeof(page), "tautan=%%20http%%3A%%2F%%2Fx%s%%23%s",
	    GO_ON, token);
	cgi_post(&other, "submit", GO_ON, page);
	is_int(303, other.status, "the link, elsewhere");
	ok(strstr(other.location, token) == NULL &&
	    strncmp(uri, other.location, strlen(other.location)) == 0,
	    "...leads to the same address");
	cgi_get(&other, "submit", uri);
	is_int(200, other.status, "...which is there now");
	ok(cgi_has(&other, "value=\"Contoh isian\"") ||
	    cgi_has(&other, "Siti Rahmawati"), "...has what was typed");
	snprintf(page, sizeof(page), "%.*s1", (int)strlen(uri) - 1, uri);
	cgi_get(&other, "submit", page);
	ok(cgi_has(&other, "value=\"Siti ++\""), "...on every page");
	ok(strstr(cgi_header(&other, "Cache-Control"), "no-store") != NULL,
	    "...and no cache keeps it");
	cgi_post(&other, "submit", page, "nama=&aksi=draf");
	is_int(303, other.status, "kept, however wrong");
	cgi_get(&other, "submit", other.location);
	ok(cgi_has(&other, "Isian tersimpan"), "...as is said");
	ok(cgi_has(&other, "12 Januari 2026"), "...for seven days");
	uri[strlen("/ajukan/" IZIN "/") + 3] ^= 1;
	cgi_get(&v, "submit", uri);
	is_int(404, v.status, "an address like it");
	ok(cgi_has(&v, "Mulai permohonan"), "...leads to the beginning");
	v.now += 7 * 86400 + 1;
	cgi_get(&v, "submit", page);
	is_int(404, v.status, "after seven days it is gone");
	ok(cgi_has(&v, "disimpan 7 hari"), "...which is said");
	is_int(CASE_OK, draft_sweep(office, v.now), "and swept away");
	is_int(0, fixture_int(office, "SELECT count(*) + 0 * $1 FROM"
	    " draft_values", 0), "...whole");
	cgi_leave(&v);
	cgi_leave(&other);
}

static void
by_the_public(void)
{
	struct visitor v = { .now = FIXTURE_START }, other = v;
	int64_t n = cases();
	char sent[512], check[512], form[512], key[80];

	snprintf(check, sizeof(check), "%s", applicant_write(office, &v,
	    "/ajukan/" IZIN, "jenis_permohonan=penelitian", "surat.pdf"));
	cgi_get(&v, "submit", check);
	is_int(200, v.status, "the answers once more");
	ok(cgi_has(&v, "Langkah 3 dari 3"), "...are the last of three");
	ok(cgi_has(&v, "surat.pdf (PDF, "), "...with the file");
	ok(cgi_has(&v, "/3?ubah=1#judul_penelitian"),
	    "...and the title, which only a study has");
	ok(!cgi_has(&v, "persetujuan_orang_tua"), "...no parents");
	snprintf(key, sizeof(key), "%s", cgi_field(&v, "kunci"));
	cgi_post(&v, "submit", check, "kunci=x");
	is_int(422, v.status, "without agreeing");
	ok(cgi_has(&v, "href=\"#persetujuan_data\""), "...it is not sent");
	snprintf(form, sizeof(form), "kunci=%s&persetujuan_data=v1", key);
	cgi_post(&v, "submit", check, form);
	is_int(303, v.status, "sent");
	snprintf(sent, sizeof(sent), "%s", v.location);
	is_int(n + 1, cases(), "...once");
	is_int(1, fixture_int(office, "SELECT count(*) FROM consents WHERE"
	    " case_id = $1 AND version = 'v1' AND text LIKE 'Saya dan%'",
	    last_case()), "...with what was agreed to");
	is_int(v.now, fixture_int(office, "SELECT min(agreed_at) FROM"
	    " consents WHERE case_id = $1", last_case()), "...and when");
	cgi_post(&v, "submit", check, form);
	is_string(sent, v.location, "sent again it leads there");
	is_int(n + 1, cases(), "...and opens nothing");
	link_of(&v, check, key);
	ok(key[0] == '\0', "what is sent has no link any more");
	draft_token(office, fixture_int(office, "SELECT id FROM drafts"
	    " WHERE case_id = $1", last_case()), key);
	snprintf(form, sizeof(form), "tautan=%s", key);
	cgi_get(&other, "submit", GO_ON);
	cgi_post(&other, "submit", GO_ON, form);
	cgi_get(&other, "submit", check);
	ok(cgi_has(&other, "sudah terkirim") &&
	    !cgi_has(&other, "Kode pelacakan Anda"),
	    "who has only the link is told no code");
	cgi_get(&v, "submit", sent);
	is_int(200, v.status, "the page that follows");
	ok(cgi_has(&v, "Kode pelacakan Anda"), "...has the code");
	ok(!cgi_has(&v, "K-2026-"), "...not the number");
	if (built_letter)
		receipt_of_it(&v);
	cgi_get(&v, "submit", sent);
	is_int(200, v.status, "...and loads again");
	cgi_get(&v, "submit", check);
	is_string(sent, v.location, "going back leads there, too");
	is_int(n + 1, cases(), "...without sending");
	sent[strlen(sent) - 1] ^= 1;
	cgi_get(&v, "submit", sent);
	is_int(404, v.status, "a page for a guessed case");
	cgi_leave(&v);
	cgi_leave(&other);
}

/* Pupils' parents agree; a university's account has its drafts in a list. */
static void
pupils_and_accounts(void)
{
	struct visitor v = { .now = FIXTURE_START }, other = v;
	const char *check;
	char uri[512];

	check = applicant_write(office, &v, "/ajukan/" IZIN,
	    "jenjang=sekolah", "surat.pdf");
	cgi_get(&v, "submit", check);
	ok(cgi_has(&v, "Orang tua atau wali setiap peserta"),
	    "of pupils the parents are asked for");
	snprintf(uri, sizeof(uri), "kunci=%s&persetujuan_data=v1",
	    cgi_field(&v, "kunci"));
	cgi_post(&v, "submit", check, uri);
	is_int(422, v.status, "without them nothing is sent");
	ok(cgi_has(&v, "href=\"#persetujuan_orang_tua\""), "...which is said");
	applicant_send(&v, check);
	is_int(303, v.status, "with them it is");
	is_int(2, fixture_int(office, "SELECT count(*) FROM consents WHERE"
	    " case_id = $1 AND version = 'v1' AND agreed_at > 0",
	    last_case()), "...and both are kept");
	cgi_login(office, &v, "admin-user");
	snprintf(uri, sizeof(uri), "%s", applicant_write(office, &v,
	    "/mulai/" SIGAP, "peserta=", "surat.pdf"));
	is_int(422, v.status, "a university's request");
	cgi_get(&v, "submit", "/mulai");
	ok(cgi_has(&v, "Lanjutkan: Magang dan penelitian (SIGAP)"),
	    "...is found again in the list");
	cgi_login(office, &other, "admin-user-2");
	cgi_get(&other, "submit", uri);
	is_int(404, other.status, "...not by another account");
	cgi_leave(&other);
	cgi_get(&other, "submit", uri);
	is_int(303, other.status, "...nor without one");
	cgi_leave(&v);
	cgi_leave(&other);
}

/* An applicant without account mends with the code of the case. */
static void
mended_by_code(void)
{
	struct seat s, mend;
	char code[CASE_CODE_LEN + 1], cookie[64];
	int64_t id = desk_case(office, IZIN, "3"), events;

	seat_take(&s, office, "review", "/periksa", id, 1);
	seat_send(&s, "aksi=selesai&keputusan=kembali-1"
	    "&catatan=Surat+belum+ditandatangani.");
	is_int(303, s.v.status, "a public request is sent back");
	seat_take(&mend, office, "submit", "/perbaiki", id, 0);
	cgi_leave(&mend.v);
	seat_look(&mend);
	is_int(303, mend.v.status, "nobody mends it without the code");
	is_string("/lacak", mend.v.location, "...which is asked for");
	office_code(office, id, code);
	snprintf(cookie, sizeof(cookie), "lacak=%s", code);
	cgi_cookie(&mend.v, cookie);
	seat_look(&mend);
	is_int(200, mend.v.status, "with the code");
	ok(cgi_has(&mend.v, "Empat angka terakhir nomor WhatsApp"),
	    "...the number's last digits are asked for");
	ok(!cgi_has(&mend.v, "1234567890") &&
	    !cgi_has(&mend.v, "Siti Rahmawati"), "...and nothing is told");
	events = seat_events(&mend);
	seat_send(&mend, "nama=Lain&angka=");
	is_int(422, mend.v.status, "without them nothing is mended");
	seat_send(&mend, "nama=Lain&angka=0000");
	is_int(422, mend.v.status, "...nor with wrong ones");
	ok(!cgi_has(&mend.v, "Siti Rahmawati"), "...nothing told");
	seat_send(&mend, "angka=78+90");
	is_int(303, mend.v.status, "with the right ones");
	is_int(events, seat_events(&mend), "...nothing has happened yet");
	seat_look(&mend);
	ok(cgi_has(&mend.v, "Siti Rahmawati"), "...what was sent is shown");
	ok(cgi_has(&mend.v, "Surat belum ditandatangani."), "...why");
	ok(cgi_has(&mend.v, "Ajukan kembali"), "...and the button");
	seat_leave(&s);
	seat_leave(&mend);
}

static void
is_value(const char *wanted, int64_t id, const char *field, const char *name)
{
	char *value = case_value(office, id, field);

	is_string(wanted, value != NULL ? value : "", "%s", name);
	free(value);
}

#define TWO "peserta=Siti R.; 01; Hukum\nBudi S.; 02; Hukum"

/* The rows that follow have the list with the decision on each, the case has it
 * open, as it is printed. */
static void
decisions_shown(int64_t id, struct visitor *reviewer)
{
	static const char each[] = "<th scope=\"row\" class=\"govuk-table__cell"
		"\">Budi S.</th><td class=\"govuk-table__cell\" data-label="
		"\"NIM atau NISN\">02</td><td class=\"govuk-table__cell\" "
		"data-label=\"Program studi\">Hukum</td>"
		"<td class=\"govuk-table__cell\" data-label=\"Keputusan\">"
		"Ditolak</td>";
	char uri[60];
	struct seat s;

	snprintf(uri, sizeof(uri), "/berkas/%lld", (long long)id);
	cgi_get(reviewer, "case", uri);
	ok(cgi_has(reviewer, each) && cgi_has(reviewer, ">Diterima</td>") &&
	    !cgi_has(reviewer, "2 peserta, 1 ditolak"),
	    "the case lists the decisions");
	ok(!cgi_has(reviewer, "app-step\"> <span"), "...no heading is empty");
	seat_take(&s, office, "approve", "/setujui", id, 1);
	seat_look(&s);
	ok(cgi_has(&s.v, ">2 peserta, 1 ditolak</span>") &&
	    cgi_has(&s.v, each), "the next row has them, closed");
	ok(cgi_has(&s.v, "app-step\">Langkah 3: Analisis permohonan "
	    "<span class=\"app-muted\">Petugas Layanan"),
	    "...of which row, and whose");
	seat_leave(&s);
}

/* Each person of a group is accepted or refused; the applicant reads it. */
static void
each_person_decided(void)
{
	struct visitor v = { .now = FIXTURE_START };
	struct participants list;
	struct seat s;
	int64_t id;

	applicant_send(&v, applicant_write(office, &v, "/ajukan/" IZIN, TWO,
	    "surat.pdf"));
	is_int(303, v.status, "a request for two");
	cgi_get(&v, "submit", v.location);
	id = last_case();
	seat_take(&s, office, "review", "/periksa", id, 1);
	seat_look(&s);
	ok(cgi_has(&s.v, "value=\"Budi S.; 02; Hukum\""),
	    "each can be refused");
	ok(cgi_has(&s.v, "<details class=\"govuk-details app-people-closed\">"
	    "\n    <summary class=\"govuk-details__summary\"><span class=\""
	    "govuk-details__summary-text\">2 peserta</span>") &&
	    cgi_has(&s.v, "Ditolak<span class=\"govuk-visually-hidden\">, "
	    "Budi S.</span>"), "...in a closed table of its own");
	ok(cgi_has(&s.v, "href=\"#keputusan-anda\">Langsung ke keputusan") &&
	    cgi_has(&s.v, "id=\"keputusan-anda\" tabindex=\"-1\""),
	    "...and a way past it to the decision");
	ok(cgi_has(&s.v, "app-step\">Langkah 1: ") &&
	    !cgi_has(&s.v, "app-step\">Langkah 3: "),
	    "the material says which row");
	ok(!cgi_has(&s.v, "Diterima</td>"), "...of nobody's decision");
	seat_send(&s, "aksi=selesai&keputusan=teruskan"
	    "&peserta_ditolak=Budi+S.%3B+02%3B+Hukum");
	is_int(422, s.v.status, "...not without a reason");
	ok(cgi_has(&s.v, "Isi alasan menolak peserta"), "...which is told");
	ok(cgi_has(&s.v, "value=\"Budi S.; 02; Hukum\" checked"),
	    "...and he is still marked");
	ok(cgi_has(&s.v, "app-people-closed\" open>") &&
	    cgi_has(&s.v, ">2 peserta, 1 ditolak</span>"),
	    "...where one sees it");
	seat_send(&s, "aksi=selesai&keputusan=teruskan&alasan_peserta=Kuota"
	    "&peserta_ditolak=Budi+S.%3B+02%3B+Hukum"
	    "&peserta_ditolak=Siti+R.%3B+01%3B+Hukum");
	is_int(422, s.v.status, "...nor all of them");
	cgi_get(&v, "track", "/lacak/status");
	ok(!cgi_has(&v, "Budi S."), "nobody was decided on yet");
	seat_send(&s, "aksi=selesai&keputusan=teruskan&alasan_peserta=Kuota"
	    "+penuh.&peserta_ditolak=Budi+S.%3B+02%3B+Hukum");
	is_int(303, s.v.status, "one is refused");
	is_int(CASE_OK, participants_read(office, id, &list), "as letters");
	is_int(2, (int64_t)list.count, "...find it: two");
	is_int(PARTICIPANT_ACCEPTED, list.person[0].state, "...one accepted");
	is_string("Budi S.", list.person[1].name, "...one by name");
	is_string("02", list.person[1].id, "...with number");
	is_int(PARTICIPANT_REFUSED, list.person[1].state, "...refused");
	is_string("Kuota penuh.", list.reason, "...and why");
	participants_free(&list);
	decisions_shown(id, &s.v);
	cgi_get(&v, "track", "/lacak/status");
	ok(cgi_has(&v, "<li>Budi S.: <strong>ditolak</strong></li>"),
	    "the applicant reads it");
	ok(cgi_has(&v, "<li>Siti R.: <strong>diterima</strong></li>"),
	    "...of each");
	ok(cgi_has(&v, "Kuota penuh."), "...and why");
	ok(!cgi_has(&v, "02; Hukum"), "...without numbers");
	seat_leave(&s);
	cgi_leave(&v);
}

/* Only what the officer marked is asked for; the rest stays as it was. */
static void
mended_in_part(void)
{
	struct seat s, mend;
	int64_t id = desk_case(office, SIGAP, "2");

	seat_take(&s, office, "review", "/periksa", id, 1);
	seat_look(&s);
	ok(cgi_has(&s.v, "name=\"perbaiki\" type=\"checkbox\" "
	    "value=\"surat\""), "what is to be mended can be marked");
	seat_send(&s, "aksi=selesai&keputusan=kembali-1&perbaiki=terbang"
	    "&catatan=Nomor+surat+salah+ketik.");
	is_int(422, s.v.status, "...not what the form does not have");
	seat_send(&s, "aksi=selesai&keputusan=kembali-1&perbaiki=nomor_surat"
	    "&catatan=Nomor+surat+salah+ketik.");
	is_int(303, s.v.status, "sent back for one thing");
	seat_take(&mend, office, "submit", "/perbaiki", id, 0);
	seat_look(&mend);
	ok(cgi_has(&mend.v, "Nomor surat salah ketik."), "the reason");
	ok(cgi_has(&mend.v, "Waktu kami berhenti sejak"), "...since when");
	ok(cgi_has(&mend.v, "name=\"nomor_surat\""), "...the field");
	ok(!cgi_has(&mend.v, "name=\"peserta-1-nama\"") &&
	    !cgi_has(&mend.v, "name=\"surat\"") &&
	    !cgi_has(&mend.v, "name=\"jenjang\""), "...and no other");
	seat_send(&mend, "nomor_surat=");
	is_int(422, mend.v.status, "mended with nothing");
	ok(!cgi_has(&mend.v, "name=\"peserta-1-nama\""),
	    "...it is asked for again");
	seat_send(&mend, "nomor_surat=77%2FUN9&peserta=Orang+Lain"
	    "&tanggal_mulai-hari=9&surat-lama=x");
	is_int(303, mend.v.status, "mended");
	is_value("77/UN9", id, "nomor_surat", "...as typed");
	is_value("Siti Rahmawati; 02011; Ilmu Hukum", id, "peserta",
	    "...and nothing else");
	is_value("2026-02-02", id, "tanggal_mulai", "...whatever was sent");
	is_int(1, fixture_int(office, "SELECT count(DISTINCT sha256) FROM"
	    " documents WHERE case_id = $1", id), "the file is kept");
	seat_leave(&s);
	seat_leave(&mend);
}

/* The officer sends it back with a reason, for these fields. */
static void
send_back(int64_t id, const char *fields)
{
	struct seat s;
	char form[256];

	seat_take(&s, office, "review", "/periksa", id, 1);
	snprintf(form, sizeof(form), "aksi=selesai&keputusan=kembali-1"
	    "&catatan=Surat+dan+nomornya+tidak+cocok.%s", fields);
	seat_send(&s, form);
	is_int(303, s.v.status, "sent back");
	seat_leave(&s);
}

/* Is the officer shown this at the next visit, and on the case's page? */
static void
is_told(int64_t id, const char *text, int shown, const char *what)
{
	struct seat s;
	char uri[64];

	seat_take(&s, office, "review", "/periksa", id, 1);
	seat_look(&s);
	is_int(shown, cgi_has(&s.v, text), "%s", what);
	snprintf(uri, sizeof(uri), "/berkas/%lld", (long long)id);
	cgi_get(&s.v, "case", uri);
	is_int(shown, cgi_has(&s.v, text), "...on the page of the case, too");
	seat_leave(&s);
}

/* Sent again as it was: asked about first, and told. */
static void
unchanged_is_asked(int64_t id)
{
	struct seat mend;
	int64_t events;
	char form[700];

	send_back(id, "&perbaiki=nomor_surat&perbaiki=surat");
	seat_take(&mend, office, "submit", "/perbaiki", id, 0);
	seat_look(&mend);
	events = seat_events(&mend);
	seat_send(&mend, "aksi=kirim&nomor_surat=+Siti++Rahmawati"
	    "&surat-lama=x");
	is_int(422, mend.v.status, "without its file it is not sent");
	seat_look(&mend);
	snprintf(form, sizeof(form), "aksi=kirim&nomor_surat=Siti"
	    "+Rahmawati&surat-lama=%s", cgi_field(&mend.v,
	    "surat-lama"));
	seat_send(&mend, form);
	is_int(200, mend.v.status, "nothing changed");
	ok(cgi_has(&mend.v, "Tidak ada yang diubah. Kirim juga?</h1>"),
	    "...is asked about");
	ok(cgi_has(&mend.v, "Surat dan nomornya tidak cocok."),
	    "...with the reason");
	is_int(events, seat_events(&mend), "...and not sent");
	snprintf(form, sizeof(form), "aksi=ubah&nomor_surat=Siti"
	    "+Rahmawati&tanpa-ubah=ya&surat-lama=%s",
	    cgi_field(&mend.v, "surat-lama"));
	seat_send(&mend, form);
	ok(mend.v.status == 200 && cgi_has(&mend.v,
	    "Ajukan kembali</button>"), "back to the form");
	snprintf(form, sizeof(form), "aksi=kirim&nomor_surat=Siti"
	    "+Rahmawati&tanpa-ubah=ya&surat-lama=%s",
	    cgi_field(&mend.v, "surat-lama"));
	seat_send(&mend, form);
	is_int(303, mend.v.status, "sent all the same");
	is_told(id, "Dikirim lagi tanpa perubahan.", 1, "the officer is told");
	seat_leave(&mend);
}

/* Field by field and file by file. */
static void
changes_are_shown(int64_t id)
{
	static const char *const fields[] = { "aksi=kirim", "kunci=ganti",
		"nomor_surat=78/UN9 <b>", NULL, NULL };
	const char *sent[5];
	struct seat mend;
	char *pdf = malloc(desk_pdf_len + 1), version[32];
	struct cgi_file file = { "surat", "surat-baru.pdf", "application/pdf",
		pdf, desk_pdf_len + 1 };

	if (pdf == NULL)
		bail("out of memory");
	memcpy(pdf, desk_pdf, desk_pdf_len);
	pdf[desk_pdf_len] = '\n';
	send_back(id, "&perbaiki=nomor_surat&perbaiki=surat");
	seat_take(&mend, office, "submit", "/perbaiki", id, 0);
	seat_look(&mend);
	snprintf(version, sizeof(version), "versi=%lld",
	    (long long)mend.task.version);
	memcpy(sent, fields, sizeof(sent));
	sent[3] = version;
	cgi_upload(&mend.v, "submit", mend.uri, sent, &file);
	is_int(303, mend.v.status, "a new number and a new file");
	is_told(id, "Semula: <del>Siti Rahmawati</del>", 1, "the old number");
	is_told(id, "78/UN9 &lt;b&gt;", 1, "the new one");
	is_told(id, ">surat.pdf (PDF, ", 1, "the old file");
	is_told(id, ">surat-baru.pdf (PDF, ", 1, "the new one");
	is_told(id, "Diubah: Nomor surat permohonan; Surat permohonan", 1,
	    "a summary");
	is_told(id, "“Surat dan nomornya tidak cocok.”", 1,
	    "the reason given");
	is_told(id, "Dikirim lagi tanpa perubahan.", 0,
	    "the time before is past");
	seat_leave(&mend);
	free(pdf);
}

static void
mended_is_shown(void)
{
	int64_t id = desk_case(office, SIGAP, "2");

	is_told(id, "Diperbaiki</dt>", 0, "nothing is mended at first");
	unchanged_is_asked(id);
	changes_are_shown(id);
}

static int64_t
codes_sent(void)
{
	return fixture_int(office, "SELECT count(*) + 0 * $1 FROM messages"
	    " WHERE kind = 'code' AND address = '+6281234567890'"
	    " AND body LIKE '%K-2026-%'", 0);
}

/* The text of the summary of errors. */
static const char *
error_of(const struct visitor *v)
{
	static char text[200];
	const char *at = strstr(cgi_body(v), "govuk-error-summary__list");

	snprintf(text, sizeof(text), "%s", at == NULL ? "none" : at);
	return text;
}

/* A lost code goes to the number it was asked with, and nowhere else. */
static void
lost_codes(void)
{
	struct visitor v = { .now = FIXTURE_START + 90 };
	char said[512];

	cgi_get(&v, "track", "/lacak");
	ok(cgi_has(&v, "href=\"/lacak/lupa\""), "a code may be lost");
	cgi_get(&v, "track", "/lacak/lupa");
	is_int(200, v.status, "...and asked for");
	cgi_post(&v, "track", "/lacak/lupa", "telepon=12");
	is_int(422, v.status, "...not with something else");
	cgi_post(&v, "track", "/lacak/lupa", "telepon=0813-0000-0000");
	is_int(303, v.status, "an unknown number");
	is_string("/lacak?lain=1", v.location, "...is answered");
	is_int(0, codes_sent(), "...and sent nothing");
	cgi_post(&v, "track", "/lacak/lupa", "telepon=0812+3456+7890");
	is_int(303, v.status, "a known one");
	is_string("/lacak?lain=1", v.location, "...in the same way");
	is_int(1, codes_sent(), "...and the codes");
	cgi_get(&v, "track", v.location);
	ok(cgi_has(&v, "Bila nomor itu tercatat"), "...which is not told");
	cgi_post(&v, "track", "/lacak/lupa", "telepon=081234567890");
	cgi_post(&v, "track", "/lacak/lupa", "telepon=081234567890");
	is_int(422, v.status, "nobody floods a number");
	is_int(2, codes_sent(), "...with messages");
	snprintf(said, sizeof(said), "%s", error_of(&v));
	cgi_post(&v, "track", "/lacak/lupa", "telepon=081300000000");
	is_int(303, v.status, "an unknown number, again");
	cgi_post(&v, "track", "/lacak/lupa", "telepon=081300000000");
	is_int(422, v.status, "...is braked likewise");
	is_string(said, error_of(&v), "...in the same words");
	cgi_leave(&v);
}

#define AFTER "/ajukan/keterangan-selesai-sertifikat"

/* A person who finished an internship need not write everything once more. */
static void
copied_from_the_permit(void)
{
	struct visitor v = { .now = FIXTURE_START + 120 };
	int64_t id = desk_case(office, IZIN, "5");
	char code[CASE_CODE_LEN + 1], form[256], first[512];

	office_code(office, id, code);
	cgi_get(&v, "submit", AFTER);
	cgi_post(&v, "submit", AFTER, "aksi=mulai");
	snprintf(first, sizeof(first), "%s", v.location);
	cgi_get(&v, "submit", first);
	ok(!cgi_has(&v, "name=\"angka\""), "no digits are asked");
	snprintf(form, sizeof(form), "jenis_permohonan=sertifikat-magang"
	    "&izin_terdahulu=%s", code);
	cgi_post(&v, "submit", first, form);
	is_int(303, v.status, "the tracking code is enough");
	cgi_get(&v, "submit", v.location);
	ok(cgi_has(&v, "name=\"peserta-1-nama\" type=\"text\" value=\"Siti "
	    "Rahmawati\"") && cgi_has(&v, "value=\"02011\""),
	    "...the persons are there");
	ok(!cgi_has(&v, "3456") && !cgi_has(&v, "7890"),
	    "...and never the telephone number");
	cgi_post(&v, "submit", AFTER, "aksi=mulai");
	snprintf(first, sizeof(first), "%s", v.location);
	cgi_post(&v, "submit", first, "jenis_permohonan=sertifikat-magang"
	    "&izin_terdahulu=%E2%80%9CSITI%C2%A0rahmawati%E2%80%9D.&angka="
	    "7890");
	is_int(303, v.status, "the letter's number and four digits");
	cgi_get(&v, "submit", v.location);
	ok(!cgi_has(&v, "Siti Rahmawati"), "...give nothing away");
	cgi_leave(&v);
}

/* The page of the persons, of a draft whose first page is filled in. */
static const char *
persons_page(struct visitor *v)
{
	static char uri[512];

	cgi_get(v, "submit", "/ajukan/" IZIN);
	cgi_post(v, "submit", "/ajukan/" IZIN, "aksi=mulai");
	snprintf(uri, sizeof(uri), "%s", v->location);
	cgi_post(v, "submit", uri, "jenis_permohonan=magang&jenjang="
	    "perguruan-tinggi&nama=Siti+R.&lembaga=Unsri&whatsapp="
	    "081234567890");
	is_int(303, v->status, "the first page");
	snprintf(uri, sizeof(uri), "%s", v->location);
	return uri;
}

static int
has_input(const struct visitor *v, const char *name, const char *value)
{
	char text[256];

	snprintf(text, sizeof(text), "name=\"%s\" type=\"text\" "
	    "value=\"%s\"", name, value);
	return cgi_has(v, text);
}

/* Names are read by people: nothing that is not seen, no number, no address. */
static void
names_are_names(void)
{
	static const struct {
		const char *nama, *error;	/* NULL: taken */
	} t[] = {
		{ "%E2%80%8B", "Isi nama lengkap pemohon" },
		{ "%C2%A0", "Isi nama lengkap pemohon" },
		{ "%E3%85%A4", "Isi nama lengkap pemohon" },
		{ "...", "Isi nama lengkap pemohon" },
		{ "Siti+123", "Tulis nama lengkap pemohon tanpa angka" },
		{ "KLIK+https://evil.example/1", "Tulis nama lengkap pemohon "
		    "tanpa alamat situs atau surel" },
		{ "Siti%E2%80%AEabc%E2%81%A9", NULL },
	};
	struct visitor v = { .now = FIXTURE_START };
	char uri[512], form[512];

	cgi_get(&v, "submit", "/ajukan/" IZIN);
	cgi_post(&v, "submit", "/ajukan/" IZIN, "aksi=mulai");
	snprintf(uri, sizeof(uri), "%s", v.location);
	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		snprintf(form, sizeof(form), "jenis_permohonan=magang&jenjang="
		    "perguruan-tinggi&lembaga=Unsri&whatsapp=%%2B44+7911+"
		    "123456&nama=%s", t[i].nama);
		cgi_post(&v, "submit", uri, form);
		is_int(t[i].error != NULL ? 422 : 303, v.status, "name %s",
		    t[i].nama);
		ok(t[i].error == NULL || cgi_has(&v, t[i].error), "...%s",
		    t[i].error != NULL ? t[i].error : "is taken");
	}
	cgi_get(&v, "submit", uri);
	ok(has_input(&v, "nama", "Sitiabc") || cgi_has(&v,
	    "value=\"Sitiabc\""), "...without what nobody sees");
	ok(cgi_has(&v, "value=\"+44 7911-1234-56\"") ||
	    cgi_has(&v, "value=\"+44 7911 123456\""),
	    "another country's number is taken");
	cgi_post(&v, "submit", uri, "jenis_permohonan=magang&jenjang="
	    "perguruan-tinggi&nama=Siti&lembaga=%C2%A0%E2%80%8B&whatsapp="
	    "081234567890");
	ok(cgi_has(&v, "Isi perguruan tinggi atau sekolah"),
	    "nor is an institution of nothing");
	cgi_leave(&v);
}

#define ROW1 "peserta-1-nama=Siti+R.&peserta-1-nomor=01&peserta-1-prodi=Hukum"
#define ROW2 "peserta-2-nama=Budi&peserta-2-nomor=02&peserta-2-prodi=Hukum"

/* Rows come and go by buttons, and nothing that was typed is lost. */
static void
rows_of_persons(void)
{
	struct visitor v = { .now = FIXTURE_START };
	const char *uri = persons_page(&v);

	cgi_get(&v, "submit", uri);
	ok(has_input(&v, "peserta-1-nama", "Siti R.") &&
	    has_input(&v, "peserta-1-nomor", "") &&
	    has_input(&v, "peserta-1-prodi", "") &&
	    !cgi_has(&v, "name=\"peserta-2-nama\""),
	    "one row, with the applicant");
	ok(cgi_has(&v, ">Peserta 1</legend>"), "...which has a number");
	cgi_post(&v, "submit", uri, ROW1 "&unit_tujuan=Aula&peserta-tambah=1");
	is_int(200, v.status, "one more");
	ok(has_input(&v, "peserta-1-nomor", "01") &&
	    has_input(&v, "peserta-2-nama", "") &&
	    cgi_has(&v, "value=\"Aula\""), "...with all that was typed");
	ok(!cgi_has(&v, "Ada yang perlu diperbaiki"), "...and no fault yet");
	cgi_post(&v, "submit", uri, ROW1 "&" ROW2 "&peserta-hapus=1");
	is_int(200, v.status, "one taken away");
	ok(has_input(&v, "peserta-1-nama", "Budi") &&
	    !cgi_has(&v, "name=\"peserta-2-nama\""), "...the others move up");
	cgi_get(&v, "submit", uri);
	ok(has_input(&v, "peserta-1-nama", "Budi"), "...and are kept");
	cgi_post(&v, "submit", uri, "peserta-1-nama=Siti+0902&"
	    "peserta-1-nomor=&peserta-1-prodi=Hukum&" ROW2);
	is_int(422, v.status, "a number among the letters");
	ok(cgi_has(&v, "href=\"#peserta-1-nama\">Peserta 1: tulis nama "
	    "tanpa angka"), "...is asked about");
	ok(cgi_has(&v, "href=\"#peserta-1-nomor\">Peserta 1: isi NIM atau "
	    "NISN"), "...and the number, as the SOP wants it");
	ok(has_input(&v, "peserta-1-nama", "Siti 0902") &&
	    has_input(&v, "peserta-2-nama", "Budi"), "...with all rows");
	cgi_post(&v, "submit", uri, ROW1 "&peserta-2-nama=Budi&"
	    "peserta-2-nomor=01&peserta-2-prodi=Hukum");
	ok(cgi_has(&v, "Nomor 01 dipakai Siti R. dan Budi"),
	    "a number of two");
	cgi_leave(&v);
}

/* A pasted list fills the rows; what is not clear is asked, once. */
static void
pasted_persons(void)
{
	struct visitor v = { .now = FIXTURE_START };
	const char *uri = persons_page(&v);

	cgi_post(&v, "submit", uri, ROW1 "&peserta-masukkan=1&peserta-tempel="
	    "Nama%09NIM%09Prodi%0D%0ABudi%0902%09Hukum%0D%0A%0D%0A"
	    "Ani,+S.H.,+03,+Hukum");
	is_int(422, v.status, "a pasted list that is not clear");
	ok(has_input(&v, "peserta-2-nama", "Budi") &&
	    has_input(&v, "peserta-3-nama", "Ani, S.H.") &&
	    has_input(&v, "peserta-3-nomor", "03") &&
	    !cgi_has(&v, "name=\"peserta-4-nama\""),
	    "...fills rows, no heading");
	ok(cgi_has(&v, "href=\"#peserta-3-nama\">Peserta 3: periksa “Ani, "
	    "S.H., 03, Hukum”; komanya dapat berarti gelar") &&
	    !cgi_has(&v, "href=\"#peserta-2-"), "...and asks about one");
	ok(!cgi_has(&v, ", 03, Hukum</textarea>"), "...the box is empty");
	cgi_get(&v, "submit", uri);
	ok(has_input(&v, "peserta-3-nama", "Ani, S.H."), "...all is kept");
	cgi_post(&v, "submit", uri, "peserta-1-nama=&peserta-1-nomor=&"
	    "peserta-1-prodi=&peserta-tempel=Dian;+04;+Fisika&"
	    "tanggal_mulai-hari=x");
	is_int(422, v.status, "pasted and sent at once");
	ok(has_input(&v, "peserta-1-nama", "Dian") &&
	    !cgi_has(&v, "href=\"#peserta-"), "...in place of an empty row");
	cgi_leave(&v);
}

/* More than the SOP takes stay in the box; the answers show a table. */
static void
persons_in_a_table(void)
{
	struct visitor v = { .now = FIXTURE_START };
	char list[4096] = ROW1 "&peserta-masukkan=1&peserta-tempel=";
	const char *uri = persons_page(&v), *check;
	size_t n = strlen(list);

	for (int i = 0; i < 51; i++)
		n += (size_t)snprintf(list + n, sizeof(list) - n,
		    "Orang+%c%c;+1%02d;+Hukum%%0A", 'A' + i / 26, 'a' + i % 26,
		    i);
	cgi_post(&v, "submit", uri, list);
	is_int(422, v.status, "a list of 51 behind one");
	ok(has_input(&v, "peserta-50-nama", "Orang Bw") &&
	    !cgi_has(&v, "name=\"peserta-51-nama\""), "...50 find room");
	ok(cgi_has(&v, "href=\"#peserta-tempel\">Isi peserta paling banyak "
	    "50 orang") && cgi_has(&v, ">Orang Bx; 149; Hukum"),
	    "...the rest stays");
	check = applicant_write(office, &v, "/ajukan/" IZIN,
	    "peserta=Siti R.; 01; Hukum\nBudi; 02; Ilmu Hukum", "surat.pdf");
	cgi_get(&v, "submit", check);
	ok(cgi_has(&v, "<th scope=\"row\" class=\"govuk-table__cell\">Budi"
	    "</th><td class=\"govuk-table__cell\" data-label=\"NIM atau "
	    "NISN\">02</td><td class=\"govuk-table__cell\" data-label="
	    "\"Program studi\">Ilmu Hukum</td>"),
	    "the answers show three columns");
	ok(cgi_has(&v, "?ubah=1#peserta-1-nama\""), "...and lead back");
	cgi_leave(&v);
}

/* The page that mends a request has the same rows. */
static void
persons_mended(void)
{
	struct seat s, mend;
	int64_t id = desk_case(office, SIGAP, "2");

	seat_take(&s, office, "review", "/periksa", id, 1);
	seat_look(&s);
	seat_send(&s, "aksi=selesai&keputusan=kembali-1&perbaiki=peserta"
	    "&catatan=Nama+peserta+salah+ketik.");
	is_int(303, s.v.status, "sent back for the persons");
	seat_take(&mend, office, "submit", "/perbaiki", id, 0);
	seat_look(&mend);
	ok(has_input(&mend.v, "peserta-1-nama", "Siti Rahmawati") &&
	    has_input(&mend.v, "peserta-1-nomor", "02011"),
	    "a list that was kept as text is three inputs a row");
	seat_send(&mend, ROW1 "&peserta-tambah=1");
	is_int(200, mend.v.status, "one more");
	ok(has_input(&mend.v, "peserta-1-nama", "Siti R.") &&
	    has_input(&mend.v, "peserta-2-nama", ""), "...comes, none goes");
	seat_send(&mend, ROW1 "&peserta-masukkan=1&peserta-tempel=Budi");
	is_int(422, mend.v.status, "a name alone, pasted");
	ok(cgi_has(&mend.v, "nomornya tidak ditemukan"), "...is asked about");
	seat_send(&mend, ROW1 "&" ROW2);
	is_int(303, mend.v.status, "mended");
	is_value("Siti R.; 01; Hukum\nBudi; 02; Hukum", id, "peserta",
	    "...and kept, one a line");
	seat_leave(&s);
	seat_leave(&mend);
}

static void
by_an_official(void)
{
	struct visitor v = { .now = FIXTURE_START + 3600 };
	int64_t n = cases(), id;
	const char *uri = "/mulai/pagu-anggaran";
	char form[512], mulai[128];

	cgi_login(office, &v, "kakanwil");
	cgi_get(&v, "submit", uri);
	is_int(200, v.status, "an official's form");
	ok(cgi_has(&v, "Mulai usulan"), "...with its button");
	v.now += 300;
	snprintf(mulai, sizeof(mulai), "%s", cgi_field(&v, "mulai"));
	mulai[strcspn(mulai, " ")] = '+';
	snprintf(form, sizeof(form), "perihal=Pagu&tahun=2027&kunci=p1"
	    "&mulai=%s", mulai);
	cgi_post(&v, "submit", uri, form);
	is_int(422, v.status, "a disposition without words");
	ok(cgi_has(&v, "href=\"#catatan\""), "...is told");
	is_int(n, cases(), "...and opens nothing");
	cgi_get(&v, "submit", uri);
	cgi_post(&v, "submit", uri, "perihal=Pagu+2027&tahun=2027"
	    "&catatan=Siapkan.&kunci=p2&diterima-tanggal-hari=5"
	    "&diterima-tanggal-bulan=1&diterima-tanggal-tahun=2026"
	    "&diterima-pukul=25.00");
	is_int(422, v.status, "a letter that came at 25.00");
	ok(cgi_has(&v, "href=\"#diterima-pukul\""), "...is told");
	cgi_post(&v, "submit", uri, "perihal=Pagu+2027&tahun=2027"
	    "&catatan=Siapkan.&kunci=p2&diterima-tanggal-hari=5"
	    "&diterima-tanggal-bulan=1&diterima-tanggal-tahun=2026"
	    "&diterima-pukul=08.30");
	is_int(303, v.status, "begun");
	is_int(n + 1, cases(), "...once");
	cgi_get(&v, "submit", v.location);
	ok(cgi_has(&v, "K-2026-"), "its number is told");
	ok(!cgi_has(&v, "Kode pelacakan"), "...no code");
	id = last_case();
	is_int(FIXTURE_START + 1800, fixture_int(office, "SELECT received_at"
	    " FROM tasks WHERE case_id = $1 AND pos = 1", id),
	    "the letter's arrival is the receipt");
	is_int(FIXTURE_START + 3900, fixture_int(office, "SELECT claimed_at"
	    " FROM tasks WHERE case_id = $1 AND pos = 1", id),
	    "...and work counts from when it was begun");
	cgi_leave(&v);
}

/* The beginning is signed: nobody sets it forth or back. */
static void
begins_when_it_was_shown(void)
{
	struct visitor v = { .now = FIXTURE_START + 7200 };
	char form[512], mulai[128];
	const char *uri = "/mulai/pagu-anggaran";

	cgi_login(office, &v, "kakanwil");
	cgi_get(&v, "submit", uri);
	snprintf(mulai, sizeof(mulai), "%s", cgi_field(&v, "mulai"));
	mulai[strcspn(mulai, " ")] = '+';
	v.now += 600;
	snprintf(form, sizeof(form), "perihal=Pagu&tahun=2027&catatan=Siap"
	    "&kunci=m1&mulai=%s", mulai);
	cgi_post(&v, "submit", uri, form);
	is_int(303, v.status, "ten minutes after it was shown");
	is_int(600, fixture_int(office, "SELECT own FROM tasks WHERE"
	    " case_id = $1 AND pos = 1", last_case()),
	    "...is ten minutes of work");
	mulai[9]++;
	snprintf(form, sizeof(form), "perihal=Pagu&tahun=2027&catatan=Siap"
	    "&kunci=m2&mulai=%s", mulai);
	cgi_post(&v, "submit", uri, form);
	is_int(303, v.status, "with a beginning of one's own");
	is_int(0, fixture_int(office, "SELECT own FROM tasks WHERE"
	    " case_id = $1 AND pos = 1", last_case()),
	    "...it begins now");
	cgi_leave(&v);
}

static void
fetching_the_letter(void)
{
	struct seat s;
	struct visitor v = { .now = 0 };
	int64_t events;

	seat_take(&s, office, "download", "/unduh",
	    desk_case(office, SIGAP, "8"), 0);
	events = seat_events(&s);
	seat_look(&s);
	is_int(200, s.v.status, "the letter can be fetched");
	ok(cgi_has(&s.v, "Unduh surat-") && cgi_has(&s.v, ".pdf (PDF, "),
	    "...by a button that says what it is");
	ok(cgi_has(&s.v, " Januari 2026"), "...with its date");
	is_int(events, seat_events(&s), "...looking at it records nothing");
	v.now = s.v.now;
	cgi_login(office, &v, "admin-user-2");
	cgi_get(&v, s.program, s.uri);
	is_int(404, v.status, "not by another institution");
	cgi_post(&v, s.program, s.uri, "aksi=unduh&versi=1&kunci=q");
	is_int(404, v.status, "...at all");
	meddle_files(office_files(office), 0);
	seat_send(&s, "aksi=unduh");
	is_int(500, s.v.status, "a letter that the office has lost");
	ok(cgi_has(&s.v, "tidak ada lagi di penyimpanan"), "...is told so");
	is_int(events, seat_events(&s), "...and not recorded as fetched");
	meddle_files(office_files(office), 1);
	seat_send(&s, "aksi=unduh");
	is_int(200, s.v.status, "fetched");
	is_int((int64_t)desk_pdf_len, (int64_t)s.v.size, "...whole");
	is_string("application/pdf", cgi_header(&s.v, "Content-Type"),
	    "...as PDF");
	is_int(events + 1, seat_events(&s), "...and recorded");
	is_int(1, fixture_int(office, "SELECT count(*) FROM cases WHERE"
	    " id = $1 AND state = 'ended' AND result = 'done'", s.case_id),
	    "...which ends the case");
	seat_send(&s, "aksi=unduh");
	is_int(200, s.v.status, "once more");
	is_int(events + 1, seat_events(&s), "...records nothing more");
	cgi_get(&s.v, s.program, s.uri);
	is_int(303, s.v.status, "its page is the case's now");
	cgi_leave(&v);
	seat_leave(&s);
}

/* Without an account the last row is done by code and digits, too. */
static void
fetching_by_code(void)
{
	struct visitor v = { .now = 0 };
	char code[CASE_CODE_LEN + 1], form[128];
	struct seat s;
	int64_t events;

	seat_take(&s, office, "download", "/unduh",
	    desk_case(office, SIGAP, "8"), 0);
	events = seat_events(&s);
	v.now = s.v.now;
	office_code(office, s.case_id, code);
	snprintf(form, sizeof(form), "kode=%s", code);
	cgi_get(&v, "track", "/lacak");
	cgi_post(&v, "track", "/lacak", form);
	cgi_get(&v, "track", "/lacak/status");
	ok(cgi_has(&v, "href=\"/lacak/surat\">Unduh surat balasan"),
	    "the letter waits for whoever has the code");
	cgi_get(&v, s.program, s.uri);
	ok(v.status == 303 && strcmp(v.location, "/lacak/surat") == 0,
	    "...not at the row itself");
	cgi_post(&v, s.program, s.uri, "aksi=unduh&versi=1&kunci=q");
	is_int(303, v.status, "...by no act there");
	cgi_get(&v, "track", "/lacak/surat");
	snprintf(form, sizeof(form), "kode=%s&angka=0000&kunci=c", code);
	cgi_post(&v, "track", "/lacak/surat", form);
	is_int(422, v.status, "with wrong digits");
	is_int(events, seat_events(&s), "...nothing is recorded");
	snprintf(form, sizeof(form), "kode=%s&angka=7890&kunci=c", code);
	cgi_post(&v, "track", "/lacak/surat", form);
	is_int(200, v.status, "with the right ones");
	is_int((int64_t)desk_pdf_len, (int64_t)v.size, "...the letter");
	is_int(events + 1, seat_events(&s), "...recorded once");
	cgi_post(&v, "track", "/lacak/surat", form);
	is_int(200, v.status, "once more");
	is_int(events + 1, seat_events(&s), "...records nothing more");
	cgi_leave(&v);
	seat_leave(&s);
}

/* A line more of sopap.conf. */
static void
configure(const char *line)
{
	char path[512];
	FILE *f;

	snprintf(path, sizeof(path), "%s/sopap.conf", cgi_folder());
	if ((f = fopen(path, "a")) == NULL)
		bail("cannot write sopap.conf");
	fprintf(f, "%s\n", line);
	fclose(f);
}

/* A number that a stranger typed: so many requests name it in a day, and so
 * many messages go to it. */
static void
spares_a_number(void)
{
	static const struct act_value number[] = {
		{ "whatsapp", "+628111222333" } };
	struct visitor v = { .now = FIXTURE_START };
	char check[512], code[CASE_CODE_LEN + 1], cookie[64];
	int64_t id = 0, n;

	configure("requests_per_day = 3\nmessages_per_day = 2");
	for (int i = 0; i < 3; i++)
		id = walk_start(office, IZIN, 0, number, 1, FIXTURE_START);
	n = cases();
	snprintf(check, sizeof(check), "%s", applicant_write(office, &v,
	    "/ajukan/" IZIN, "whatsapp=08111222333", "surat.pdf"));
	applicant_send(&v, check);
	is_int(429, v.status, "a number that has had its requests of the day");
	ok(cgi_has(&v, "href=\"#whatsapp\">Nomor WhatsApp ini sudah dipakai "
	    "untuk 3 permohonan dalam sehari. Isian Anda tetap tersimpan: "
	    "kirim lagi besok, atau tulis nomor lain"), "...in kind words");
	is_int(n, cases(), "...nothing is sent");
	cgi_cookie(&v, "bahasa=en");
	applicant_send(&v, check);
	ok(v.status == 429 && cgi_has(&v, "This WhatsApp number") &&
	    !cgi_has(&v, "sudah dipakai"), "...in English, too");
	cgi_cookie(&v, "bahasa=id");
	v.now += 86400 + 60;
	applicant_send(&v, check);
	is_int(303, v.status, "the next day it is taken, as it was written");
	is_int(n + 1, cases(), "...once");
	cgi_leave(&v);

	fixture_run(office, "INSERT INTO deliveries (message_id, route,"
	    " address, state, tries, begun_at, next_at, repeated, provider_id,"
	    " alias, reason, changed_at) SELECT m.id, 'whatsapp', m.address,"
	    " 'accepted', 1, 1767574800, 0, 0, '', '', '', 1767574800"
	    " FROM messages m WHERE m.address = '+628111222333'"
	    " AND m.case_id IN (SELECT id FROM cases WHERE opened_at ="
	    " 1767574800) AND m.case_id <> (SELECT max(id) FROM cases WHERE"
	    " opened_at = 1767574800 AND phone = '+628111222333')");
	id = fixture_int(office, "SELECT max(id) FROM cases WHERE opened_at ="
	    " $1 AND phone = '+628111222333'", FIXTURE_START);
	office_code(office, id, code);
	snprintf(cookie, sizeof(cookie), "lacak=%s", code);
	v.now = FIXTURE_START + 60;
	cgi_cookie(&v, cookie);
	cgi_get(&v, "track", "/lacak/status");
	ok(cgi_has(&v, "Pesan kami kepada Anda tertunda: nomor Anda sudah "
	    "menerima 2 pesan dalam sehari. Pesan itu menyusul"),
	    "the status page says that a message waits");
	v.now += 86400;
	cgi_get(&v, "track", "/lacak/status");
	ok(v.status == 200 && !cgi_has(&v, "tertunda"),
	    "...and no longer the next day");
	cgi_leave(&v);
}

int
main(void)
{
	office = cgi_office();
	what_may_be_begun();
	pages_of_a_request();
	drafts();
	by_the_public();
	pupils_and_accounts();
	mended_by_code();
	each_person_decided();
	mended_in_part();
	mended_is_shown();
	lost_codes();
	copied_from_the_permit();
	names_are_names();
	rows_of_persons();
	pasted_persons();
	persons_in_a_table();
	persons_mended();
	by_an_official();
	begins_when_it_was_shown();
	fetching_the_letter();
	fetching_by_code();
	spares_a_number();
	return tap_done();
}
