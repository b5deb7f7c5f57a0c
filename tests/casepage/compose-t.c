/*
 * compose-t.c - a letter composed at a draft row, prepared at an approve row,
 * looked up by whoever holds it, and sent.
 */
#include <sys/stat.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/built.h"
#include "case/act_finish.h"
#include "case/document.h"
#include "letter/letter.h"
#include "letter/letter_version.h"
#include "store/files.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/seat.h"

#define SIGAP	"sigap-magang-penelitian"
#define CERT	"keterangan-selesai-sertifikat"
#define TYPED	"&naskah=balasan&unit=Divisi+%3CPelayanan%3E+Hukum&alasan="
#define ON	"&tanggal_surat-hari=5&tanggal_surat-bulan=1" \
		"&tanggal_surat-tahun=2026"

static struct office *office;

/* From the step's page to the one that composes its letter, and back. */
static void
turn(struct seat *s)
{
	const int beside = strcmp(s->program, "letter") == 0;

	s->program = !beside ? "letter" : strcmp(s->path, "/susun") == 0 ?
	    "draft" : "approve";
	snprintf(s->uri, sizeof(s->uri), "%s/%lld", beside ? s->path :
	    "/surat", (long long)s->task.id);
}

static int
is_pdf(const struct visitor *v)
{
	return v->status == 200 && strncmp(cgi_body(v), "%PDF-1.", 7) == 0;
}

static int64_t
letters(int64_t case_id)
{
	return fixture_int(office, "SELECT count(*) FROM letters"
	    " WHERE case_id = $1 AND state = 'reserved'"
	    "   AND document_id IS NOT NULL", case_id);
}

static struct letter_row
only_letter(int64_t case_id)
{
	struct letter_row *list = NULL, l = { .id = 0 };
	size_t n = 0;

	if (letter_list(office, case_id, &list, &n) == CASE_OK && n > 0)
		l = list[n - 1];
	free(list);
	return l;
}

/* -- drafting ------------------------------------------------------------- */

static void
drafted(void)
{
	int64_t id = desk_case(office, SIGAP, "4"), events;
	struct seat s;

	seat_take(&s, office, "draft", "/susun", id, 0);
	turn(&s);
	cgi_get(&s.v, "letter", s.uri);
	is_int(303, s.v.status, "not before the task is claimed");
	seat_leave(&s);
	seat_take(&s, office, "draft", "/susun", id, 1);
	seat_look(&s);
	ok(cgi_has(&s.v, "Susun konsep surat</a>"), "the step offers a letter");
	seat_send(&s, "aksi=draf&catatan=Menunggu+paraf");
	turn(&s);
	seat_look(&s);
	is_int(200, s.v.status, "its page");
	ok(cgi_has(&s.v, "value=\"balasan\" checked"), "...knows the usual");
	ok(!cgi_has(&s.v, "nomor_surat"), "...a draft has no number");
	events = desk_events(office, id);
	seat_send(&s, "aksi=lihat" TYPED);
	ok(is_pdf(&s.v), "a look at it");
	ok(strncmp(cgi_header(&s.v, "Content-Disposition"), "inline", 6) == 0,
	    "...in the browser");
	is_int(events, desk_events(office, id), "...changes nothing");
	seat_send(&s, "aksi=simpan&naskah=balasan-tolak&unit=&alasan=");
	is_int(422, s.v.status, "a refusal without a reason");
	ok(cgi_has(&s.v, "href=\"#alasan\">Isi alasan penolakan"),
	    "...says so");
	seat_send(&s, "aksi=simpan&naskah=puisi&unit=%3Cb%3E&alasan=");
	is_int(422, s.v.status, "a text that is none");
	ok(cgi_has(&s.v, "value=\"&lt;b&gt;\""), "...keeps what was typed");
	cgi_post(&s.v, "letter", s.uri, "aksi=simpan&csrf=" TYPED);
	is_int(422, s.v.status, "without a token it comes back");
	ok(cgi_has(&s.v, "value=\"Divisi &lt;Pelayanan&gt; Hukum\""),
	    "...filled in");
	seat_send(&s, "aksi=simpan" TYPED);
	is_int(303, s.v.status, "kept");
	turn(&s);
	seat_look(&s);
	ok(cgi_has(&s.v, "konsep-balasan-K-2026-"), "...in the step's form");
	ok(cgi_has(&s.v, "name=\"konsep-lama\""), "...as its file");
	ok(cgi_has(&s.v, ">Menunggu paraf</textarea>"),
	    "...beside what was kept before");
	s.v.now += 60;
	seat_send_file(&s, "aksi=draf&catatan=Diparaf", "konsep");
	seat_look(&s);
	ok(cgi_has(&s.v, " surat.pdf\">") &&
	    !cgi_has(&s.v, "konsep-balasan-K-2026-0001.pdf\">"),
	    "a file kept after it stays");
	is_int(0, letters(id), "...no letter yet");
	seat_leave(&s);
}

/* -- preparing ------------------------------------------------------------ */

static struct letter_row
prepared(int64_t *case_id)
{
	int64_t id = desk_case(office, SIGAP, "5"), events;
	struct seat s;
	struct letter_row l;

	seat_take(&s, office, "approve", "/setujui", id, 1);
	seat_look(&s);
	ok(cgi_has(&s.v, "Susun surat bernomor</a>"),
	    "a letter to be prepared");
	turn(&s);
	seat_look(&s);
	ok(cgi_has(&s.v, "name=\"nomor_surat\""), "...has a number");
	seat_send(&s, "aksi=siapkan" TYPED);
	is_int(422, s.v.status, "without a date");
	seat_send(&s, "aksi=lihat" TYPED ON);
	ok(is_pdf(&s.v), "a look at it");
	is_int(0, letters(id), "...prepares nothing");
	seat_send(&s, "aksi=siapkan&kunci=sekali" TYPED ON);
	is_int(303, s.v.status, "prepared");
	events = desk_events(office, id);
	seat_send(&s, "aksi=siapkan&kunci=sekali" TYPED ON);
	is_int(303, s.v.status, "...sent twice");
	is_int(events, desk_events(office, id), "...once");
	is_int(1, letters(id), "...one letter");
	l = only_letter(id);
	is_string("2026-01-05", l.dated, "...of its date");
	ok(strncmp(l.number, "W.6.UM.01.01-", 13) == 0, "...and number");
	turn(&s);
	seat_look(&s);
	ok(cgi_has(&s.v, l.number), "the step has the number in its form");
	ok(cgi_has(&s.v, "tanda tangani di luar") &&
	    cgi_has(&s.v, "baru disiapkan"), "...says what to do now");
	seat_leave(&s);
	*case_id = id;
	return l;
}

static void
one_a_person(void)
{
	int64_t id = desk_case(office, CERT, "4");
	struct seat s;

	seat_take(&s, office, "approve", "/setujui", id, 1);
	turn(&s);
	seat_look(&s);
	seat_send(&s, "aksi=siapkan&naskah=sertifikat&unit=&alasan=" ON);
	is_int(303, s.v.status, "certificates");
	ok(letters(id) >= 1, "...one a participant");
	seat_leave(&s);
}

/* Send a form of the letter's page, by the key of the page shown last. */
static void
press(struct seat *s, const char *fields)
{
	char form[512];

	snprintf(form, sizeof(form), "aksi=siapkan&kunci=%s%s",
	    cgi_field(&s->v, "kunci"), fields);
	seat_send(s, form);
}

/* ... and again as often as the page asks for it, on a machine that has too
 * much to do. */
static void
press_on(struct seat *s, const char *fields)
{
	int tries = 0;

	do {
		press(s, fields);
	} while (s->v.status == 503 && ++tries < 10);
}

/* A paper that did not come about: a machine that has too much to do is told
 * from a text that cannot be set, and the form can be sent again. */
static void
may_be_sent_again(void)
{
	int64_t id = desk_case(office, SIGAP, "5");
	char script[256], composer[512];
	struct seat s;
	FILE *f;

	snprintf(script, sizeof(script), "%s/killed", cgi_folder());
	if ((f = fopen(script, "w")) == NULL)
		bail(script);
	fputs("#!/bin/sh\nkill -9 $$\n", f);
	fclose(f);
	chmod(script, 0755);
	snprintf(composer, sizeof(composer), "%s/reports/letter/sopap-letter",
	    getenv("BUILDDIR"));
	seat_take(&s, office, "approve", "/setujui", id, 1);
	turn(&s);
	seat_look(&s);
	cgi_configure("letter", script);
	press(&s, TYPED ON);
	is_int(503, s.v.status, "a composer that was ended");
	ok(cgi_has(&s.v, "komputer kantor sedang sibuk") &&
	    cgi_has(&s.v, "value=\"Divisi &lt;Pelayanan&gt; Hukum\""),
	    "...is no fault of the form, which is kept");
	cgi_configure("letter", "/bin/false");
	press(&s, TYPED ON);
	is_int(422, s.v.status, "one that cannot set the text");
	is_int(0, letters(id), "nothing is prepared");
	cgi_configure("letter", composer);
	press_on(&s, TYPED ON);
	is_int(303, s.v.status, "the same page sends it again");
	is_int(1, letters(id), "...and then it is");
	seat_leave(&s);
}

/* Of letters made in one second, by processes of their own, the prepared one
 * counts, whatever the order of their ids. */
static void
made_in_one_second(void)
{
	static const char *const form[] = { TYPED ON,
		"&naskah=balasan-tolak&unit=&alasan=Penuh." ON };
	int64_t id = desk_case(office, SIGAP, "5");
	struct seat s;

	seat_take(&s, office, "approve", "/setujui", id, 1);
	for (int i = 0; i < 6; i++) {
		turn(&s);
		seat_look(&s);
		press_on(&s, form[i % 2]);
		is_int(303, s.v.status, "a letter in place of another");
		turn(&s);
		seat_look(&s);
		ok(cgi_has(&s.v, "name=\"nomor_surat\" type=\"text\" "
		    "value=\"W.6.UM.01.01-"), "...its number is in the form");
	}
	seat_leave(&s);
}

static void
not_for_others(void)
{
	int64_t id = desk_case(office, SIGAP, "5");
	int64_t other = desk_case(office, "pagu-anggaran", "2");
	struct task_row t = desk_claimed(office, id), u = desk_task(office,
	    other);
	struct visitor v = { .now = desk_now };
	char uri[64];

	snprintf(uri, sizeof(uri), "/surat/%lld", (long long)t.id);
	cgi_get(&v, "letter", uri);
	is_int(303, v.status, "nobody is logged in");
	cgi_login(office, &v, "kakanwil");
	cgi_get(&v, "letter", uri);
	is_int(403, v.status, "another role");
	cgi_leave(&v);
	cgi_login(office, &v, "admin-user");
	cgi_get(&v, "letter", uri);
	is_int(403, v.status, "the applicant");
	cgi_leave(&v);
	cgi_login(office, &v, desk_doer(office, &u));
	snprintf(uri, sizeof(uri), "/surat/%lld", (long long)u.id);
	cgi_get(&v, "letter", uri);
	is_int(404, v.status, "a case without participants");
	cgi_get(&v, "letter", "/surat/abc");
	is_int(404, v.status, "no task");
	cgi_leave(&v);
}

/* A text of the office that is not right, by another version of the programs,
 * makes no letter. */
static void
wrong_text(void)
{
	const struct change ch = { .by = fixture_person(office, "admin"),
	    .now = desk_now };
	const struct letter_version_new wrong = { "balasan", "surat: balasan\n"
	    "hal: a\nkepada: b\n\nGaji {gaji}\n", 0 };
	const struct letter_version_new shipped = { "balasan", "naskah\n", 1 };
	int64_t id = desk_case(office, SIGAP, "4");
	struct seat s;

	is_int(CASE_OK, letter_version_publish(office, &ch, &wrong),
	    "a text with a mistake is in force");
	seat_take(&s, office, "draft", "/susun", id, 1);
	turn(&s);
	seat_look(&s);
	seat_send(&s, "aksi=lihat" TYPED);
	is_int(422, s.v.status, "the office's own text, with a mistake");
	ok(cgi_has(&s.v, "balasan.txt:5: isian tidak dikenal: {gaji}"),
	    "...which is told");
	is_int(CASE_OK, letter_version_publish(office, &ch, &shipped),
	    "back to the shipped one");
	seat_send(&s, "aksi=lihat" TYPED);
	ok(is_pdf(&s.v), "...which came along");
	seat_leave(&s);
}

/* -- looking up ------------------------------------------------------------ */

/* Files in the store, those on their way in, too. */
static int
stored_files(void)
{
	char command[256];
	int n = -1;
	FILE *fp;

	snprintf(command, sizeof(command), "find %s/data/files -type f |"
	    " wc -l", cgi_folder());
	if ((fp = popen(command, "r")) == NULL || fscanf(fp, "%d", &n) != 1)
		bail("cannot count");
	pclose(fp);
	return n + (int)fixture_int(office, "SELECT count(*) + $1"
	    " FROM file_parts WHERE part = 0", 0);
}

static void
verified(const struct letter_row *l)
{
	struct visitor v = { .now = desk_now, .remote = "192.0.2.50" };
	struct document d = { .id = 0 };
	char code[CASE_CODE_LEN + 1], uri[64], form[64];
	char *pdf = malloc(1 << 20);
	struct cgi_file file = { "dokumen", "surat.pdf", "application/pdf",
		pdf, 0 };
	const char *const none[] = { NULL };
	int before = stored_files();
	FILE *f = NULL;
	int fd;

	office_letter_code(office, l->id, code);
	snprintf(uri, sizeof(uri), "/verifikasi/%s", code);
	cgi_get(&v, "verify", uri);
	is_int(200, v.status, "a letter, by its QR code");
	ok(cgi_has(&v, "Surat ini belum ditandatangani, belum berlaku</h1>") &&
	    cgi_has(&v, "Disiapkan</dd>"), "...is not in force");
	ok(!cgi_has(&v, "menerbitkan"), "...and nothing else says so");
	ok(cgi_has(&v, l->number), "...its number");
	ok(cgi_has(&v, "5 Januari 2026"), "...its date");
	ok(!cgi_has(&v, l->holder), "...the name not");
	cgi_get(&v, "verify", "/verifikasi");
	snprintf(form, sizeof(form), "kode=%.4s-%.4s+%.4s", code, code + 4,
	    code + 8);
	cgi_post(&v, "verify", "/verifikasi", form);
	is_string(uri, v.location, "by its code as typed");

	if (document_get(office, l->document_id, &d) != CASE_OK)
		bail("no document");
	files_look(office_files(office), d.sha256, &fd);
	if (pdf == NULL || (f = fdopen(fd, "rb")) == NULL)
		bail("no paper");
	file.len = fread(pdf, 1, 1 << 20, f);
	fclose(f);
	is_int(d.size, (int64_t)file.len, "its paper");
	cgi_get(&v, "verify", uri);
	cgi_upload(&v, "verify", uri, none, &file);
	ok(cgi_has(&v, "sebelum ditandatangani. Mintalah") &&
	    !cgi_has(&v, "sama persis"), "...is the office's, not signed");
	cgi_get(&v, "verify", uri);
	file.data = desk_pdf;
	file.len = desk_pdf_len;
	cgi_upload(&v, "verify", uri, none, &file);
	ok(cgi_has(&v, "berbeda dari yang disimpan"), "another is not");
	cgi_get(&v, "verify", uri);
	file.data = "bukan surat";
	file.len = 11;
	cgi_upload(&v, "verify", uri, none, &file);
	is_int(422, v.status, "what is no PDF");
	is_int(before, stored_files(), "none of them is kept");
	cgi_leave(&v);
	free(pdf);
}

static void
unknown_alike(void)
{
	static const char *const bad[] = { "K7QM3WXA9HTP", "x",
		"%3Cscript%3E", "000000000000" };
	struct visitor v = { .now = desk_now, .remote = "192.0.2.51" };
	char form[64];
	int i;

	cgi_get(&v, "verify", "/verifikasi");
	is_int(200, v.status, "the form");
	cgi_post(&v, "verify", "/verifikasi", "kode=");
	ok(v.status == 422 && cgi_has(&v, "Isi kode verifikasi"), "no code");
	for (i = 0; i < 4; i++) {
		snprintf(form, sizeof(form), "/verifikasi/%s", bad[i]);
		cgi_get(&v, "verify", form);
		ok(v.status == 422 && cgi_has(&v, "Kode tidak ditemukan."),
		    "unknown: %s", bad[i]);
		ok(!cgi_has(&v, "<script>"), "...escaped");
	}
	for (; i < 30; i++)
		cgi_get(&v, "verify", "/verifikasi/K7QM3WXA9HTP");
	ok(cgi_has(&v, "Kode tidak ditemukan."),
	    "...and never a pause: nobody guesses 59 bits");
	cgi_leave(&v);
}

static void
superseded(int64_t case_id, const struct letter_row *l)
{
	struct visitor v = { .now = desk_now, .remote = "192.0.2.52" };
	struct task_row t = desk_task(office, case_id);
	struct seat s;
	char code[CASE_CODE_LEN + 1], uri[64];
	struct letter_row now;

	seat_take(&s, office, "approve", "/setujui", case_id, 0);
	ok(t.claimed_by != 0, "the task is still theirs");
	turn(&s);
	seat_look(&s);
	seat_send(&s, "aksi=siapkan&naskah=balasan-tolak&unit="
	    "&alasan=Penuh." ON);
	is_int(303, s.v.status, "another letter in its place");
	now = only_letter(case_id);
	is_string(l->number, now.number, "...of the same number");
	office_letter_code(office, l->id, code);
	snprintf(uri, sizeof(uri), "/verifikasi/%s", code);
	cgi_get(&v, "verify", uri);
	ok(cgi_has(&v, "Surat ini sudah diganti</h1>"),
	    "the first is superseded");
	cgi_leave(&v);
	seat_leave(&s);
}

/* The refusal that it tells of is sent with the signed file. */
static void
sent(int64_t case_id)
{
	const struct letter_row l = only_letter(case_id);
	const struct task_row t = desk_task(office, case_id);
	const struct act_value value[] = { { "nomor_surat", l.number },
		{ "tanggal_surat", l.dated } };
	const struct act_file pdf = { "berkas", "tanda.pdf",
		"0123456789abcdef0123456789abcdef"
		"0123456789abcdef0123456789abcdef", "application/pdf", 1 };
	struct visitor v = { .now = desk_now, .remote = "192.0.2.54" };
	struct act a = { .task_id = t.id, .version = t.version,
		.now = desk_now, .note = "Kuota sudah penuh.",
		.late_reason = "beban", .value = value, .nvalue = 2 };
	char code[CASE_CODE_LEN + 1], uri[64];

	a.actor.person_id = t.claimed_by;
	a.file = &pdf;
	a.nfile = 1;
	is_int(CASE_INVALID, act_finish(office, &a, OUTCOME_FORWARD),
	    "an approval with a letter that refuses");
	is_int(CASE_OK, act_finish(office, &a, OUTCOME_REFUSE),
	    "a refusal with it");
	office_letter_code(office, l.id, code);
	snprintf(uri, sizeof(uri), "/verifikasi/%s", code);
	cgi_get(&v, "verify", uri);
	ok(cgi_has(&v, "Surat ini berlaku</h1>"), "...and it is in force");
	cgi_leave(&v);
}

/* An administrator cancels it; the page that verifies says so. */
static void
taken_back(int64_t case_id)
{
	const struct letter_row l = only_letter(case_id);
	struct visitor v = { .now = desk_now, .remote = "192.0.2.53" };
	char form[600], uri[64], link[96], code[CASE_CODE_LEN + 1];

	snprintf(uri, sizeof(uri), "/surat/tarik/%lld", (long long)l.id);
	snprintf(link, sizeof(link), "/berkas/%lld", (long long)case_id);
	cgi_login(office, &v, "kakanwil");
	cgi_get(&v, "letter", uri);
	is_int(403, v.status, "nobody else withdraws a letter");
	cgi_get(&v, "case", link);
	ok(cgi_has(&v, "Unduh PDF</a>") && !cgi_has(&v, uri),
	    "the case shows it");
	cgi_leave(&v);
	cgi_login(office, &v, "admin");
	cgi_get(&v, "case", link);
	ok(cgi_has(&v, uri), "...to an administrator with the way");
	cgi_get(&v, "letter", uri);
	is_int(200, v.status, "a look before");
	ok(cgi_has(&v, l.number), "...at what it is");
	cgi_post(&v, "letter", uri, "aksi=tarik&kunci=t1&alasan=+");
	is_int(422, v.status, "not without a reason");
	ok(cgi_has(&v, "href=\"#alasan\">Tulis alasan"), "...says so");
	snprintf(form, sizeof(form), "aksi=tarik&kunci=t4&alasan=%0501d", 0);
	cgi_post(&v, "letter", uri, form);
	is_int(422, v.status, "501 letters are no reason");
	ok(cgi_has(&v, "Tulis paling banyak 500 karakter") &&
	    cgi_has(&v, strrchr(form, '=') + 1), "...and come back");
	cgi_post(&v, "letter", uri, "aksi=tarik&kunci=t2&alasan=Salah+nama.");
	is_string(link, v.location, "withdrawn, back to the case");
	cgi_post(&v, "letter", uri, "aksi=tarik&kunci=t3&alasan=Salah+nama.");
	is_int(409, v.status, "...once");
	cgi_get(&v, "letter", "/surat/tarik/1");
	is_int(404, v.status, "no such letter");
	cgi_leave(&v);
	office_letter_code(office, l.id, code);
	snprintf(uri, sizeof(uri), "/verifikasi/%s", code);
	cgi_get(&v, "verify", uri);
	ok(cgi_has(&v, "Surat ini dibatalkan</h1>"), "everybody reads so");
	ok(!cgi_has(&v, "Salah nama."), "...not why");
	cgi_leave(&v);
}

int
main(void)
{
	struct letter_row l;
	int64_t id;

	if (!built_letter)
		skip_all("built --without-letter");
	office = cgi_office();
	fixture_sees_all(office, "kakanwil");
	fixture_sees_all(office, "admin");
	drafted();
	l = prepared(&id);
	verified(&l);
	unknown_alike();
	superseded(id, &l);
	sent(id);
	taken_back(id);
	one_a_person();
	may_be_sent_again();
	made_in_one_second();
	not_for_others();
	wrong_text();
	office_close(office);
	return tap_done();
}
