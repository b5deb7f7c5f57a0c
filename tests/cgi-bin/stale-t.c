/*
 * stale-t.c - a form that is sent without a token of this visit: its cookie has
 * gone, or somebody has logged in since.  It comes back filled in, and nothing
 * is done until it is sent once more.
 */
#include <stdlib.h>
#include <string.h>

#include "case/act_finish.h"
#include "case/act_hold.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/applicant.h"
#include "tests/web/desk.h"
#include "tests/web/seat.h"

#define IZIN "/ajukan/izin-magang-penelitian"
#define NOTICE "Halaman ini sudah lama terbuka"

static struct visitor v;
static struct office *o;

/* Forget one cookie, by the beginning of its name; NULL: all but drafts'. */
static void
forget(const char *name)
{
	size_t n = 0;

	for (size_t i = 0; i < CGI_COOKIES; i++) {
		int gone = v.cookie[i] != NULL && (name != NULL ?
		    strncmp(v.cookie[i], name, strlen(name)) == 0 :
		    strncmp(v.cookie[i], "draf-", 5) != 0);

		if (gone)
			free(v.cookie[i]);
		else
			v.cookie[n++] = v.cookie[i];
		if (gone || n - 1 != i)
			v.cookie[i] = NULL;
	}
}

/* All that a form can change, but for drafts of their own. */
static int64_t
traces(void)
{
	return fixture_int(o, "SELECT $1 + (SELECT count(*) FROM events)"
	    " + (SELECT count(*) FROM complaints) + (SELECT count(*) FROM"
	    " surveys) + (SELECT count(*) FROM messages)", 0);
}

/* The text behind `before` as far as a quote; static. */
static const char *
behind(const char *before)
{
	static char text[512];
	const char *s = strstr(cgi_body(&v), before);

	text[0] = '\0';
	if (s != NULL) {
		s += strlen(before);
		snprintf(text, sizeof(text), "%.*s", (int)strcspn(s, "\""), s);
	}
	return text;
}

/* The page came back, with a token that is right. */
static void
is_back(const char *what, int64_t before)
{
	is_int(422, v.status, "%s: it comes back", what);
	ok(cgi_has(&v, NOTICE), "...saying why");
	is_int(before, traces(), "...and nothing is done");
}

/* -- a request of three pages, with a file --------------------------------- */

/* The second page as it was filled in, with a letter's number of its own. */
static const char *second[] = { "aksi=kirim", "nomor_surat=77/Lama/2026",
	"tanggal_surat-hari=5", "tanggal_surat-bulan=January",
	"tanggal_surat-tahun=2026",
	"peserta=Siti Rahmawati; 02011; Ilmu Hukum",
	"tanggal_mulai-hari=2", "tanggal_mulai-bulan=2",
	"tanggal_mulai-tahun=2026", "tanggal_selesai-hari=9",
	"tanggal_selesai-bulan=2", "tanggal_selesai-tahun=2026",
	"unit_tujuan=Bagian <b>", "kunci=x", NULL, NULL, NULL };
#define SECOND 14	/* where more may stand */

static void
send_second(const char *uri, int file)
{
	struct cgi_file pdf = { "surat", "surat-saya.pdf", "application/pdf",
		desk_pdf, desk_pdf_len };

	cgi_upload(&v, "submit", uri, second, file ? &pdf : NULL);
}

/* The page holds all that was sent; sent again as it stands it goes on. */
static void
goes_on(const char *uri)
{
	static char kept[600], token[128];

	ok(cgi_has(&v, "value=\"77/Lama/2026\""), "...the number is kept");
	ok(cgi_has(&v, "value=\"January\""), "...and the date");
	ok(cgi_has(&v, "value=\"Bagian &lt;b&gt;\""), "...and the unit");
	ok(cgi_has(&v, "value=\"Siti Rahmawati\"") &&
	    cgi_has(&v, "value=\"02011\""), "...and the persons");
	ok(cgi_has(&v, "surat-saya.pdf"), "...and the file");
	snprintf(kept, sizeof(kept), "surat-lama=%s",
	    cgi_field(&v, "surat-lama"));
	snprintf(token, sizeof(token), "draf-token=%s",
	    cgi_field(&v, "draf-token"));
	second[SECOND] = kept;
	second[SECOND + 1] = token;
	send_second(uri, 0);
	is_int(303, v.status, "sent again it goes on");
	ok(strstr(v.location, "/periksa") != NULL, "...to the answers");
	cgi_get(&v, "submit", v.location);
	is_int(200, v.status, "...which are whole");
	ok(cgi_has(&v, "77/Lama/2026") && cgi_has(&v, "surat-saya.pdf") &&
	    cgi_has(&v, "Siti Rahmawati"), "...from all pages");
	second[SECOND] = second[SECOND + 1] = NULL;
}

/* To the second page, which has been filled in wrong once: the draft has other
 * answers.  Its address. */
static const char *
begin(void)
{
	static char uri[512];

	cgi_leave(&v);
	v.now = desk_now;
	snprintf(uri, sizeof(uri), "%s", applicant_write(o, &v, IZIN, NULL,
	    NULL));
	is_int(422, v.status, "a request stands at its second page");
	ok(strcmp(uri + strlen(uri) - 2, "/2") == 0, "...as meant");
	return uri;
}

/* The cookie of the visit ends with the browser, that of the draft does not. */
static void
visit_gone(void)
{
	const char *uri = begin();
	int64_t before = traces();

	forget(NULL);
	send_second(uri, 1);
	is_back("the cookie has gone", before);
	cgi_get(&v, "submit", uri);
	ok(!cgi_has(&v, "77/Lama/2026"),
	    "...and the draft is as it was: nobody else's form changes it");
	forget(NULL);
	send_second(uri, 1);
	goes_on(uri);
}

/* Every cookie has gone: a new draft has the answers of all pages. */
static void
all_gone(void)
{
	char old[512], uri[512], token[96];
	int64_t before;

	snprintf(old, sizeof(old), "%s", begin());
	snprintf(token, sizeof(token), "draf-token=%s",
	    cgi_field(&v, "draf-token"));
	before = traces();
	forget("");
	second[SECOND] = token;
	send_second(old, 1);
	second[SECOND] = NULL;
	is_back("every cookie has gone", before);
	snprintf(uri, sizeof(uri), IZIN "%s",
	    behind("<form method=\"post\" action=\"" IZIN));
	ok(strcmp(uri, old) != 0, "...at an address of its own");
	goes_on(uri);
	cgi_get(&v, "submit", old);
	is_int(404, v.status, "...and the old one is no longer open here");
}

/* No token of a draft at all: what was sent is there, what was not is asked. */
static void
nothing_known(void)
{
	char uri[512];

	snprintf(uri, sizeof(uri), "%s", begin());
	forget("");
	send_second(uri, 1);
	is_int(422, v.status, "without any token it still comes back");
	ok(cgi_has(&v, "77/Lama/2026") && cgi_has(&v, "surat-saya.pdf"),
	    "...filled in");
}

/* Somebody logs in in another tab: the public form is still the public's. */
static void
logged_in(void)
{
	char uri[512];
	int64_t before;

	snprintf(uri, sizeof(uri), "%s", begin());
	before = traces();
	cgi_login(o, &v, "admin-user");
	v.csrf[0] = '\0';
	send_second(uri, 1);
	is_back("a log-in in another tab", before);
	goes_on(uri);
}

/* The page of the answers, its boxes ticked; and sending it really. */
static void
at_the_end(void)
{
	char form[512], check[512];
	int64_t cases = fixture_int(o, "SELECT count(*) FROM cases"
	    " WHERE $1 = $1", 0), before;

	cgi_leave(&v);
	v.now = desk_now;
	snprintf(check, sizeof(check), "%s", applicant_write(o, &v, IZIN,
	    NULL, "surat.pdf"));
	cgi_get(&v, "submit", check);
	before = traces();
	forget(NULL);
	cgi_post(&v, "submit", check, "kunci=x&persetujuan_data=v1");
	is_back("the answers", before);
	ok(cgi_has(&v, "value=\"v1\" aria-describedby") ||
	    cgi_has(&v, "checked"), "...still agreed to");
	is_int(cases, fixture_int(o, "SELECT count(*) FROM cases"
	    " WHERE $1 = $1", 0), "...no case");
	snprintf(form, sizeof(form), "kunci=%s&persetujuan_data=v1"
	    "&persetujuan_orang_tua=v1", cgi_field(&v, "kunci"));
	cgi_post(&v, "submit", check, form);
	is_int(303, v.status, "pressed once more");
	is_int(cases + 1, fixture_int(o, "SELECT count(*) FROM cases"
	    " WHERE $1 = $1", 0), "...one case");
	forget(NULL);
	cgi_post(&v, "submit", check, form);
	is_int(200, v.status, "a form of what was sent");
	ok(!cgi_has(&v, NOTICE), "...is told so, not offered again");
}

/* -- the other forms ----------------------------------------------------- */

/* Each with what it is sent, and what of it the page still has. */
static const struct other {
	const char	*program, *uri, *form, *kept;
	int		 then;	/* status when it is sent again */
} others[] = {
	{ "complaint", "/pengaduan", "kunci=a&nama=Budi&isi=Loket+tutup+lama",
	    ">Loket tutup lama</textarea>", 303 },
	{ "complaint", "/pengaduan/lacak", "kode=AAAA-BBBB-CCCC",
	    "value=\"AAAA-BBBB-CCCC\"", 422 },
	{ "track", "/lacak", "kode=AAAA-BBBB-CCCC",
	    "value=\"AAAA-BBBB-CCCC\"", 422 },
	{ "track", "/lacak/lupa", "telepon=0812-3456-7890",
	    "value=\"0812-3456-7890\"", 303 },
	{ "track", "/lacak/surat", "kunci=a&aksi=unduh&kode=AAAA-BBBB-CCCC"
	    "&angka=1234", "value=\"AAAA-BBBB-CCCC\"", 422 },
	{ "verify", "/verifikasi", "kode=AAAA-BBBB-CCCC",
	    "value=\"AAAA-BBBB-CCCC\"", 422 },
	{ "operator", "/daftar", "kunci=a&lembaga=Universitas+Baru"
	    "&jenis=kampus&nama=Rina&whatsapp=081298765432",
	    "value=\"Universitas Baru\"", 303 },
	{ "login", "/masuk", "nip=kakanwil&kata-sandi=salah"
	    "&kembali=%2Flaporan", "value=\"/laporan\"", 422 },
	{ "submit", IZIN "/lanjut", "tautan=https%3A%2F%2Fx%2F%23abc",
	    "value=\"https://x/#abc\"", 422 },
};

static void
every_form(void)
{
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		const struct other *x = &others[i];
		char form[512];
		int64_t before = traces();

		cgi_leave(&v);
		v.now = desk_now;
		snprintf(form, sizeof(form), "%s&csrf=%064d", x->form, 0);
		cgi_post(&v, x->program, x->uri, form);
		is_back(x->uri, before);
		ok(cgi_has(&v, x->kept), "...with what was typed");
		ok(!cgi_has(&v, "salah"), "...but no password");
		snprintf(form, sizeof(form), "%s&csrf=%s", x->form, v.csrf);
		cgi_post(&v, x->program, x->uri, form);
		is_int(x->then, v.status, "%s: sent again it is done",
		    x->uri);
	}
	cgi_leave(&v);
	cgi_post(&v, "login", "/keluar", "csrf=x");
	is_int(403, v.status, "a log-out has no page of its own");
}

/* -- forms about a case --------------------------------------------------- */

static int64_t
code_of(const char *slug, const char *no, char code[CASE_CODE_LEN + 1])
{
	int64_t id = desk_case(o, slug, no);

	office_code(o, id, code);
	return id;
}

static void
withdraws(void)
{
	char code[CASE_CODE_LEN + 1], form[256], cookie[64];
	int64_t id = code_of("izin-magang-penelitian", "3", code), before;

	cgi_leave(&v);
	v.now = desk_now;
	snprintf(cookie, sizeof(cookie), "lacak=%s", code);
	cgi_cookie(&v, cookie);
	cgi_get(&v, "track", "/lacak/status");
	is_string(code, cgi_field(&v, "kode-lacak"), "the form has the code");
	before = traces();
	forget("");
	snprintf(form, sizeof(form), "aksi=cabut&kunci=a&versi=1&angka=7890"
	    "&alasan=Tidak+jadi+berangkat&kode-lacak=%s", code);
	cgi_post(&v, "track", "/lacak/status", form);
	is_back("withdrawing", before);
	ok(cgi_has(&v, ">Tidak jadi berangkat</textarea>"),
	    "...with its reason");
	ok(cgi_has(&v, "<details class=\"govuk-details\" open"), "...open");
	cgi_post(&v, "track", "/lacak/status", form);
	is_int(303, v.status, "pressed once more");
	is_int(1, fixture_int(o, "SELECT state = 'ended' FROM cases WHERE id ="
	    " $1", id), "...it is withdrawn");
}

static void
surveys(void)
{
	char code[CASE_CODE_LEN + 1], form[512];
	int64_t before;

	code_of("izin-magang-penelitian", "3", code);
	fixture_run(o, "UPDATE cases SET state = 'ended', result = 'done',"
	    " ended_at = opened_at WHERE id = (SELECT max(id) FROM cases)");
	cgi_leave(&v);
	v.now = desk_now;
	before = traces();
	snprintf(form, sizeof(form), "kunci=a&persyaratan=2&prosedur=4&waktu=3"
	    "&biaya=4&produk=4&kompetensi=4&perilaku=4&sarana=4&pengaduan=4"
	    "&saran=Lebih+cepat&kode-lacak=%s", code);
	cgi_post(&v, "survey", "/survei", form);
	is_back("the survey", before);
	ok(cgi_has(&v, ">Lebih cepat</textarea>"), "...with its answers");
	cgi_post(&v, "survey", "/survei", form);
	is_int(303, v.status, "pressed once more");
	is_int(before + 1, traces(), "...it is kept");
}

/* Wrong codes lead nowhere, however many came; the right one is no guess. */
static void
guesses(void)
{
	char code[CASE_CODE_LEN + 1], form[96];
	int i;

	code_of("izin-magang-penelitian", "3", code);
	cgi_leave(&v);
	v.now = desk_now;
	v.remote = "203.0.113.77";
	for (i = 0; i < 25; i++) {
		forget("");
		cgi_post(&v, "track", "/lacak/status",
		    "aksi=cabut&kode-lacak=ZZZZZZZZZZZZ&csrf=x");
	}
	is_string("/lacak", v.location, "a wrong code leads nowhere");
	forget("");
	snprintf(form, sizeof(form), "aksi=cabut&csrf=x&kode-lacak=%s", code);
	cgi_post(&v, "track", "/lacak/status", form);
	is_int(422, v.status, "...the right one comes back, after many, too");
	is_string("", v.location, "...and stays");
	v.remote = NULL;
}

/* -- mending -------------------------------------------------------------- */

/* A case that came back to its applicant; the address of its form. */
static const char *
returned(int64_t id)
{
	static char uri[64];
	struct task_row t = desk_claimed(o, id);
	struct act a = { .actor = { .person_id = t.claimed_by }, .task_id =
		t.id, .version = t.version, .now = desk_now,
		.note = "Lampirkan surat yang sudah ditandatangani.",
		.return_pos = 1, .mend = "unit_tujuan surat" };

	if (act_finish(o, &a, OUTCOME_RETURN) != CASE_OK)
		bail(office_why(o));
	t = desk_task(o, id);
	snprintf(uri, sizeof(uri), "/perbaiki/%lld", (long long)t.id);
	return uri;
}

/* The form as it is sent: a unit, a file, and the code of the case. */
static void
send_mended(const char *uri, const char *code, const char *more, int file)
{
	struct cgi_file pdf = { "surat", "surat-baru.pdf", "application/pdf",
		desk_pdf, desk_pdf_len };
	char carried[64];
	const char *fields[] = { "aksi=kirim", "kunci=k", "versi=1",
		"unit_tujuan=Bagian Umum", carried, more, NULL };

	snprintf(carried, sizeof(carried), "kode-lacak=%s", code);
	cgi_upload(&v, "submit", uri, fields, file ? &pdf : NULL);
}

static void
mends(void)
{
	char code[CASE_CODE_LEN + 1], uri[64], form[1024], kept[600];
	int64_t id = code_of("izin-magang-penelitian", "3", code), before;

	snprintf(uri, sizeof(uri), "%s", returned(id));
	cgi_leave(&v);
	v.now = desk_now;
	before = traces();
	send_mended(uri, code, NULL, 1);
	is_back("mending, every cookie gone", before);
	ok(cgi_has(&v, "name=\"angka\""), "...the digits come first");
	ok(!cgi_has(&v, "081234567890") && !cgi_has(&v, "0812-3456-7890"),
	    "...and nothing of the request is shown before");
	is_string("Bagian Umum", cgi_field(&v, "unit_tujuan"),
	    "...what was typed waits");
	snprintf(kept, sizeof(kept), "%s", cgi_field(&v, "surat-lama"));
	ok(kept[0] != '\0', "...and the file");
	snprintf(form, sizeof(form), "aksi=kirim&kunci=k&versi=1&angka=7890"
	    "&unit_tujuan=Bagian+Umum&surat-lama=%s", kept);
	cgi_post(&v, "submit", uri, form);
	is_int(200, v.status, "the digits open the form");
	ok(cgi_has(&v, "value=\"Bagian Umum\""), "...filled in as typed");
	ok(cgi_has(&v, "surat-baru.pdf"), "...with the new file");
	is_int(before, traces(), "...and nothing is done yet");
	snprintf(kept, sizeof(kept), "surat-lama=%s",
	    cgi_field(&v, "surat-lama"));
	send_mended(uri, code, kept, 0);
	is_int(303, v.status, "pressed once more it is sent");
	is_int(1, fixture_int(o, "SELECT count(*) FROM documents WHERE case_id"
	    " = $1 AND name = 'surat-baru.pdf'", id), "...with its file");
}

/* Logged in elsewhere, the applicant's form is still his by its code. */
static void
mends_logged_in(void)
{
	char code[CASE_CODE_LEN + 1], uri[64], cookie[64];
	int64_t id = code_of("izin-magang-penelitian", "3", code);

	snprintf(uri, sizeof(uri), "%s", returned(id));
	cgi_leave(&v);
	v.now = desk_now;
	snprintf(cookie, sizeof(cookie), "lacak=%s", code);
	cgi_cookie(&v, cookie);
	cgi_login(o, &v, "admin-user");
	v.csrf[0] = '\0';
	send_mended(uri, code, NULL, 1);
	is_int(422, v.status, "mending, somebody logged in: it comes back");
	is_string("Bagian Umum", cgi_field(&v, "unit_tujuan"),
	    "...what was typed waits");
}

/* -- of officials --------------------------------------------------------- */

/* Is a box or a button with this value chosen? */
static int
is_chosen(const struct visitor *of, const char *value)
{
	char text[64];
	const char *s;

	snprintf(text, sizeof(text), "value=\"%s\"", value);
	s = strstr(cgi_body(of), text);
	return s != NULL && strstr(s, " checked") != NULL &&
	    strstr(s, " checked") < strchr(s, '>');
}

static void
step_is_back(const struct seat *s, const char *what, int64_t before)
{
	is_int(422, s->v.status, "%s: it comes back", what);
	ok(cgi_has(&s->v, NOTICE), "...saying why");
	is_int(before, traces(), "...and nothing is done");
}

/* A decision with all that goes with it; and a note beside the form. */
static void
decides(void)
{
	static const char form[] = "aksi=selesai&keputusan=kembali-1"
	    "&alasan=tidak-terbaca&catatan=Halaman+dua+%3Cb%3E"
	    "&perbaiki=surat&bukti-terjadi=Buku+7";
	char all[256];
	struct seat s;
	int64_t id = desk_case(o, "sigap-magang-penelitian", "2"), before;

	seat_take(&s, o, "review", "/periksa", id, 1);
	before = traces();
	snprintf(all, sizeof(all), "csrf=0&%s", form);
	seat_send(&s, all);
	step_is_back(&s, "a decision", before);
	ok(is_chosen(&s.v, "kembali-1") && is_chosen(&s.v, "tidak-terbaca") &&
	    is_chosen(&s.v, "surat"), "...with all that was chosen");
	ok(cgi_has(&s.v, ">Halaman dua &lt;b&gt;</textarea>"),
	    "...and what was typed");
	ok(cgi_has(&s.v, "name=\"bukti-terjadi\" type=\"text\" value=\"Buku "
	    "7\"") && cgi_has(&s.v, "<details class=\"govuk-details\" open>"),
	    "...also where one has to open it");
	seat_send(&s, "csrf=0&aksi=catat&jenis-catatan=telepon"
	    "&isi-catatan=Ditelepon");
	step_is_back(&s, "a note", before);
	ok(cgi_has(&s.v, ">Ditelepon</textarea>") && is_chosen(&s.v,
	    "telepon"), "...is there");
	seat_send(&s, "csrf=0&aksi=lepas");
	step_is_back(&s, "a button", before);
	snprintf(all, sizeof(all), "csrf=0&aksi=draf&catatan=Draf");
	seat_send(&s, all);
	step_is_back(&s, "a draft", before);
	seat_send(&s, form);
	is_int(303, s.v.status, "pressed once more it is done");
	ok(traces() > before, "...really");
	seat_leave(&s);
}

/* A file that came along is kept, as that of a form with an error. */
static void
attaches(void)
{
	struct seat s;
	int64_t id = desk_case(o, "izin-magang-penelitian", "4"), before;
	char kept[700];

	seat_take(&s, o, "approve", "/setujui", id, 1);
	seat_look(&s);
	before = traces();
	s.v.csrf[0] = '\0';
	seat_send_file(&s, "aksi=selesai&keputusan=teruskan&nomor_surat=W.6-7",
	    seat_file(&s));
	step_is_back(&s, "a file", before);
	ok(cgi_has(&s.v, "value=\"W.6-7\""), "...the number is there");
	snprintf(kept, sizeof(kept), "%s-lama", seat_file(&s));
	ok(cgi_field(&s.v, kept)[0] != '\0' && cgi_has(&s.v, "surat.pdf"),
	    "...and the file");
	seat_leave(&s);
}

/* Somebody else was faster: what was written is not lost. */
static void
comes_too_late(void)
{
	struct seat s;
	int64_t id = desk_case(o, "sigap-magang-penelitian", "2"), before;

	seat_take(&s, o, "review", "/periksa", id, 1);
	cgi_login(o, &s.v, "admin-kanwil-2");
	before = traces();
	seat_send(&s, "csrf=0&aksi=selesai&keputusan=teruskan"
	    "&catatan=Sudah+saya+periksa");
	is_int(409, s.v.status, "a task of somebody else by now");
	ok(cgi_has(&s.v, "app-lines\">Sudah saya periksa"),
	    "...shows what was written");
	is_int(before, traces(), "...and nothing is done");
	cgi_login(o, &s.v, "duta-sigap");
	seat_send(&s, "csrf=0&aksi=selesai&catatan=Bukan+tugas+saya");
	is_int(403, s.v.status, "of another role");
	ok(cgi_has(&s.v, "Bukan tugas saya"), "...likewise");
	cgi_login(o, &s.v, "admin-kanwil");
	seat_send(&s, "aksi=selesai&keputusan=teruskan&catatan=Lengkap");
	is_int(303, s.v.status, "then it is done");
	seat_send(&s, "csrf=0&aksi=selesai&keputusan=teruskan"
	    "&catatan=Sekali+lagi");
	is_int(409, s.v.status, "a task that is done");
	ok(cgi_has(&s.v, "app-lines\">Sekali lagi"), "...likewise");
	seat_leave(&s);
}

/* Other pages of the office: what they are sent, what of it they still have. */
static const struct office_page {
	const char	*login, *program, *uri, *form, *kept;
} offices[] = {
	{ "petugas-entry-scan-kanim", "counter", "/loket", "aksi=nomor"
	    "&sop=keimigrasian-wna&kunci=a&nomor_antrian=A77",
	    "value=\"A77\"" },
	{ "admin", "case", NULL, "aksi=catat&kunci=a&jenis-catatan=catatan"
	    "&isi-catatan=Sudah+dibaca", ">Sudah dibaca</textarea>" },
	{ "admin", "case", NULL, "aksi=batal&kunci=a&alasan=Salah+buat",
	    ">Salah buat</textarea>" },
	{ "admin", "admin", "/admin/pengguna/baru", "aksi=tambah&kunci=a"
	    "&nama=Ani&kata-sandi=rahasia", "value=\"Ani\"" },
	{ "kakanwil", "submit", "/mulai/rkt", "aksi=kirim&kunci=a"
	    "&perihal=Rencana", "value=\"Rencana\"" },
};

static void
other_pages(void)
{
	char address[64], form[256];
	int64_t id = desk_case(o, "sigap-magang-penelitian", "2"), before;

	snprintf(address, sizeof(address), "/berkas/%lld", (long long)id);
	for (size_t i = 0; i < sizeof(offices) / sizeof(offices[0]); i++) {
		const struct office_page *x = &offices[i];
		const char *uri = x->uri != NULL ? x->uri : address;

		cgi_leave(&v);
		v.now = desk_now;
		cgi_login(o, &v, x->login);
		before = traces();
		snprintf(form, sizeof(form), "%s&csrf=%064d", x->form, 0);
		cgi_post(&v, x->program, uri, form);
		is_back(uri, before);
		ok(cgi_has(&v, x->kept), "...with what was typed");
		ok(strncmp(x->form, "aksi=catat", 10) != 0 || cgi_has(&v,
		    "<details class=\"govuk-details\" open>"), "...open");
		ok(!cgi_has(&v, "rahasia"), "...but no password");
	}
}

int
main(void)
{
	desk_now = FIXTURE_START + 3600;
	o = cgi_office();
	fixture_sees_all(o, "admin");
	visit_gone();
	all_gone();
	nothing_known();
	logged_in();
	at_the_end();
	every_form();
	withdraws();
	surveys();
	guesses();
	mends();
	mends_logged_in();
	decides();
	attaches();
	comes_too_late();
	other_pages();
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
