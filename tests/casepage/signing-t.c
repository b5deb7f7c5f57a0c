/*
 * signing-t.c - several letters approved together: which signed file is which
 * letter, and what is sent.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_hold.h"
#include "casepage/signed_match.h"
#include "letter/letter.h"
#include "letter/letter_number.h"
#include "store/files.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"
#include "tests/web/desk.h"
#include "upload/signature.h"

#define IZIN	"izin-magang-penelitian"
#define TU	"subbag-kepegawaian-tu-rt"
#define BOUNDARY "batas"
#define MANY	40

static struct office *office;
static struct visitor v;

/* -- one text -------------------------------------------------------------- */

static const struct signed_letter letters[] = {
	{ "W.6.UM.01.01-0001", "AAAABBBBCCCC" },
	{ "W.6.UM.01.01-0002", "DDDDEEEEFFFF" },
	{ "W.6.UM.01.01-0003", "GGGGHHHHJJJJ" },
};

static void
finds(const char *text, enum signed_match want, size_t letter, size_t other)
{
	size_t is = 9, too = 9;

	is_int(want, signed_match(letters, 3, text, &is, &too), "%s", text);
	if (want != SIGNED_MATCH_NONE)
		is_int((int64_t)letter, (int64_t)is, "...its letter");
	if (want == SIGNED_MATCH_MIXED)
		is_int((int64_t)other, (int64_t)too, "...and the other");
}

static void
by_code_and_number(void)
{
	finds("W.6.UM.01.01-0002 DDDD-EEEE-FFFF", SIGNED_MATCH_ONE, 1, 0);
	finds("W.6.UM.01.01-0002", SIGNED_MATCH_ONE, 1, 0);
	finds("DDDD-EEEE-FFFF", SIGNED_MATCH_ONE, 1, 0);
	finds("Menunjuk W.6.UM.01.01-0001, W.6.UM.01.01-0003 "
	    "GGGG-HHHH-JJJJ", SIGNED_MATCH_ONE, 2, 0);
	finds("W.6.UM.01.01-0002 AAAA-BBBB-CCCC", SIGNED_MATCH_MIXED, 1, 0);
	finds("W.6.UM.01.01-0002 QQQQ-RRRR-SSSS", SIGNED_MATCH_ONE, 1, 0);
	finds("AAAA-BBBB-CCCC DDDD-EEEE-FFFF", SIGNED_MATCH_SEVERAL, 0, 1);
	finds("W.6.UM.01.01-0001 W.6.UM.01.01-0003", SIGNED_MATCH_SEVERAL, 0,
	    2);
	finds("W.6.UM.01.01-00021", SIGNED_MATCH_NONE, 0, 0);
	finds("", SIGNED_MATCH_NONE, 0, 0);
}

/* -- letters that wait ----------------------------------------------------- */

static int
number(void *arg, int64_t n, char *buf, size_t size)
{
	snprintf(buf, size, "W.6.UM.01.01-%04lld", (long long)n);
	return 0;
}

/* A case whose letter is prepared with a text, to be signed; NULL: it is
 * not. */
struct waiting {
	int64_t	 id, task;
	struct letter_row l;
	char	 code[CASE_CODE_LEN + 1];
};

static struct waiting
wait_for(const char *text)
{
	static const char *const holder[] = { "Siti Nurhaliza" };
	struct waiting w = { .id = desk_case(office, IZIN, "4") };
	struct task_row t = desk_claimed(office, w.id);
	struct act a = { .task_id = t.id, .version = t.version,
	    .now = desk_now, .actor.person_id = fixture_person(office, TU) };
	struct act b = a;
	char hash[FILES_HASH_SIZE];
	struct letter_order o = { .kind = "balasan", .subject = "Izin magang",
	    .dated = "2026-01-05", .holder = holder, .n = 1,
	    .number = number };
	struct act_file file = { "surat", "surat.pdf", hash,
	    "application/pdf", (int64_t)desk_pdf_len };
	struct letter_made made = { 1, &file, text, "naskah", "kop", "{}" };

	w.task = t.id;
	if (text == NULL)
		return w;
	if (files_put(office_files(office), desk_pdf, desk_pdf_len, hash) !=
	    0 || letter_reserve(office, &a, &o, &w.l) != CASE_OK ||
	    letter_prepare(office, &b, &w.l, &made) != CASE_OK)
		bail(office_why(office));
	office_letter_code(office, w.l.id, w.code);
	return w;
}

static const char *
state(const struct waiting *w)
{
	static struct letter_row l;

	return letter_get(office, w->l.id, &l) == CASE_OK ? l.state : "";
}

static int64_t
events(int64_t id)
{
	return desk_events(office, id);
}

/* -- files ----------------------------------------------------------------- */

/* A form with files on its way. */
struct sending {
	FILE	*f;
	char	*body;
	size_t	 len;
};

static void
field(struct sending *s, const char *name, const char *value)
{
	fprintf(s->f, "--" BOUNDARY "\r\nContent-Disposition: form-data; "
	    "name=\"%s\"\r\n\r\n%s\r\n", name, value);
}

static struct sending *
form(const char *aksi, const char *key)
{
	static struct sending s;

	if ((s.f = open_memstream(&s.body, &s.len)) == NULL)
		bail("out of memory");
	field(&s, "csrf", v.csrf);
	field(&s, "kunci", key);
	field(&s, "aksi", aksi);
	return &s;
}

/* A PDF of one page with a line on it. */
static void
make_pdf(char *pdf, size_t size, const char *line)
{
	char object[6][256];
	size_t at[6], n;

	snprintf(object[4], sizeof(object[4]), "BT /F 12 Tf 72 700 Td (%s) Tj "
	    "ET", line);
	snprintf(object[3], sizeof(object[3]), "<</Length %zu>>stream\n%.200s\n"
	    "endstream ", strlen(object[4]), object[4]);
	strcpy(object[0], "<</Type/Catalog/Pages 2 0 R>>");
	strcpy(object[1], "<</Type/Pages/Kids[3 0 R]/Count 1>>");
	strcpy(object[2], "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
	    "/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>");
	strcpy(object[4], "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
	n = (size_t)snprintf(pdf, size, "%%PDF-1.4\n");
	for (int i = 0; i < 5; i++) {
		at[i] = n;
		n += (size_t)snprintf(pdf + n, size - n, "%d 0 obj%sendobj\n",
		    i + 1, object[i]);
	}
	at[5] = n;
	n += (size_t)snprintf(pdf + n, size - n,
	    "xref\n0 6\n0000000000 65535 f \n");
	for (int i = 0; i < 5; i++)
		n += (size_t)snprintf(pdf + n, size - n, "%010zu 00000 n \n",
		    at[i]);
	snprintf(pdf + n, size - n, "trailer<</Size 6/Root 1 0 R>>\nstartxref\n"
	    "%zu\n%%%%EOF\n", at[5]);
}

static void
part(struct sending *s, const char *name, const char *data)
{
	fprintf(s->f, "--" BOUNDARY "\r\nContent-Disposition: form-data; "
	    "name=\"berkas\"; filename=\"%s\"\r\nContent-Type: "
	    "application/pdf\r\n\r\n%s\r\n", name, data);
}

/* A file of the form; `is_signed`: a signature is known of it. */
static void
file(struct sending *s, const char *name, const char *line, int is_signed)
{
	static const struct signature one = { .signer = "Kepala Kantor",
	    .state = SIGNATURE_UNCHANGED };
	char pdf[2048], hash[FILES_HASH_SIZE];

	make_pdf(pdf, sizeof(pdf), line);
	if (is_signed && (files_put(office_files(office), pdf, strlen(pdf),
	    hash) != 0 || signature_put(office, hash, &one, 1) != CASE_OK))
		bail("no signature");
	part(s, name, pdf);
}

static void
letter(struct sending *s, const char *name, const struct waiting *w,
    const char *more, int is_signed)
{
	char line[200];

	snprintf(line, sizeof(line), "Nomor %s Kode %.4s-%.4s-%.4s %s",
	    w->l.number, w->code, w->code + 4, w->code + 8, more);
	file(s, name, line, is_signed);
}

static void
post(struct sending *s, const char *uri)
{
	fprintf(s->f, "--" BOUNDARY "--\r\n");
	fclose(s->f);
	cgi_ask(&v, "approve", "POST", uri, "multipart/form-data; boundary="
	    BOUNDARY, s->body, s->len);
	free(s->body);
}

/* Carry the files of the check page on. */
static void
carry(struct sending *s)
{
	static const char mark[] = "name=\"berkas-lama\" value=\"";
	char value[1024];

	for (const char *at = cgi_body(&v);
	    (at = strstr(at, mark)) != NULL; ) {
		at += sizeof(mark) - 1;
		snprintf(value, sizeof(value), "%.*s",
		    (int)strcspn(at, "\""), at);
		field(s, "berkas-lama", value);
	}
}

/* The box of a file of a letter on the page, its n-th; "" when there is
 * none. */
static const char *
box(const struct waiting *w, int n)
{
	static char value[120];
	char mark[60];
	const char *at = cgi_body(&v);

	snprintf(mark, sizeof(mark), "type=\"checkbox\" value=\"%lld.",
	    (long long)w->task);
	while ((at = strstr(at, mark)) != NULL && n-- > 0)
		at++;
	if (at == NULL)
		return "";
	at += strlen("type=\"checkbox\" value=\"");
	snprintf(value, sizeof(value), "%.*s", (int)strcspn(at, "\""), at);
	return value;
}

static int
is_ticked(const struct waiting *w, int n)
{
	char mark[160];

	snprintf(mark, sizeof(mark), "value=\"%s\" checked", box(w, n));
	return box(w, n)[0] != '\0' && cgi_has(&v, mark);
}

static const char *
address(const struct waiting *w, size_t n)
{
	static char uri[4096];
	size_t len = (size_t)snprintf(uri, sizeof(uri), "/setujui/beberapa");

	for (size_t i = 0; i < n; i++)
		len += (size_t)snprintf(uri + len, sizeof(uri) - len,
		    "%ctugas=%lld", i == 0 ? '?' : '&', (long long)w[i].task);
	return uri;
}

/* -- the pages ------------------------------------------------------------- */

static struct waiting w[6];

static void
lists_them(void)
{
	int64_t plain = desk_case(office, "monev", "3");
	struct task_row t = desk_task(office, plain);
	char uri[200];

	cgi_get(&v, "approve", address(w, 6));
	is_int(200, v.status, "the list");
	ok(cgi_has(&v, w[0].l.number) && cgi_has(&v, "Siti Nurhaliza"),
	    "...with number and addressee");
	snprintf(uri, sizeof(uri), "/dokumen/%lld?lihat=1",
	    (long long)fixture_int(office, "SELECT document_id FROM letters"
	    " WHERE id = $1", w[0].l.id));
	ok(cgi_has(&v, uri), "...and the paper");
	ok(cgi_has(&v, "1 surat dapat disiapkan di sini"),
	    "a case without letter can have it prepared");
	cgi_get(&v, "approve", "/setujui/beberapa?tab=saya");
	ok(cgi_has(&v, w[4].l.number), "by the view they are the same");
	cgi_get(&v, "approve", "/setujui/beberapa?tugas=1&tugas=x");
	ok(v.status == 200 && cgi_has(&v, "Tidak ada yang dapat disetujui") &&
	    cgi_has(&v, "1 tugas yang dicentang bukan persetujuan Anda"),
	    "what is no task is passed over, and said");
	cgi_login(office, &v, desk_doer(office, &t));
	snprintf(uri, sizeof(uri), "/setujui/beberapa?tugas=%lld&tugas=%lld",
	    (long long)t.id, (long long)w[0].task);
	cgi_get(&v, "approve", uri);
	ok(cgi_has(&v, "Cukup keputusan, tanpa surat") &&
	    !cgi_has(&v, w[0].l.number), "a plain one; not those of others");
	cgi_post(&v, "approve", uri, "aksi=periksa&kunci=p");
	ok(cgi_has(&v, "1 cukup keputusan"), "...is looked at");
	snprintf(uri, sizeof(uri), "aksi=kirim&kunci=q&kirim=%lld.%lld."
	    "&kirim=%lld.1.&sebab=beban", (long long)t.id,
	    (long long)t.version, (long long)w[0].task);
	cgi_post(&v, "approve", "/setujui/beberapa", uri);
	is_int(303, v.status, "...and sent");
	ok(events(plain) > 0 && !fixture_int(office, "SELECT open FROM tasks"
	    " WHERE id = $1", t.id), "...it is done");
	is_string("reserved", state(&w[0]), "...no letter of others");
	cgi_login(office, &v, TU);
}

/* From the inbox, by ticks or by the view. */
static void
from_the_inbox(void)
{
	char uri[200];

	cgi_get(&v, "inbox", "/kotak-masuk?tab=saya&sop=" IZIN);
	ok(cgi_has(&v, "href=\"/setujui/beberapa?tab=saya&amp;sop=" IZIN "\""),
	    "the inbox leads there with its view");
	snprintf(uri, sizeof(uri), "aksi=setujui&kunci=i&tugas=%lld.1"
	    "&tugas=%lld.7", (long long)w[0].task, (long long)w[1].task);
	cgi_post(&v, "inbox", "/kotak-masuk", uri);
	is_string(address(w, 2), v.location, "...or with what is ticked");
	cgi_post(&v, "inbox", "/kotak-masuk", "aksi=setujui&kunci=j");
	is_int(422, v.status, "...which is needed");
}

/* Files of every sort at once. */
static void
matches_them(void)
{
	struct waiting other = wait_for("balasan");
	struct sending *s = form("periksa", "m");
	char line[200], said[300];

	letter(s, "a.pdf", &w[0], "", 1);
	letter(s, "a-lagi.pdf", &w[0], "", 1);
	letter(s, "b.pdf", &w[1], "", 0);
	letter(s, "c1.pdf", &w[2], "satu", 1);
	letter(s, "c2.pdf", &w[2], "dua", 1);
	snprintf(line, sizeof(line), "%s ABCD-EFGH-JKLM", w[3].l.number);
	file(s, "d.pdf", line, 1);
	snprintf(line, sizeof(line), "%s %.4s-%.4s-%.4s", w[3].l.number,
	    w[0].code, w[0].code + 4, w[0].code + 8);
	file(s, "campur.pdf", line, 1);
	letter(s, "lain.pdf", &other, "", 1);
	file(s, "pindai.pdf", "", 1);
	file(s, "entah.pdf", "Daftar belanja", 1);
	part(s, "program.exe", "MZ bukan dokumen");
	part(s, "rusak.pdf", "%PDF-1.4\nrusak");
	post(s, address(w, 6));
	is_int(200, v.status, "the check page");
	ok(is_ticked(&w[0], 0) && box(&w[0], 1)[0] == '\0',
	    "one file, one letter: ticked");
	ok(cgi_has(&v, "a-lagi.pdf: Sama persis dengan a.pdf"),
	    "the same file twice");
	ok(!is_ticked(&w[1], 0) && box(&w[1], 0)[0] != '\0' &&
	    cgi_has(&v, "tidak memuat tanda tangan elektronik"),
	    "without signature: said, not ticked");
	ok(!is_ticked(&w[2], 0) && !is_ticked(&w[2], 1) &&
	    box(&w[2], 1)[0] != '\0' && cgi_has(&v, "Ada 2 dokumen untuk"),
	    "two files for one letter: neither");
	snprintf(said, sizeof(said), "Kode verifikasi surat %s tidak ditemukan",
	    w[3].l.number);
	ok(!is_ticked(&w[3], 0) && box(&w[3], 0)[0] != '\0' &&
	    cgi_has(&v, said), "the number with another code: said");
	snprintf(said, sizeof(said), "campur.pdf: Bernomor %s, tetapi kodenya "
	    "kode surat %s.", w[3].l.number, w[0].l.number);
	ok(cgi_has(&v, said), "number and code of two: neither's");
	snprintf(said, sizeof(said), "lain.pdf: Ini surat lain, nomor %s",
	    other.l.number);
	ok(cgi_has(&v, said), "a letter of another case");
	ok(cgi_has(&v, "pindai.pdf: Dokumen ini tidak berisi teks") &&
	    cgi_has(&v, "entah.pdf: Nomor dan kode surat"),
	    "a scan, and what is no letter");
	ok(cgi_has(&v, "program.exe: Bukan PDF") &&
	    cgi_has(&v, "rusak.pdf: Dokumen "),
	    "what is none, and a broken one");
	ok(cgi_has(&v, "Belum ada dokumennya") && cgi_has(&v, w[4].l.number),
	    "a letter without file");
	ok(cgi_has(&v, "1 surat cocok, 4 perlu diperhatikan, 1 belum ada "
	    "dokumennya, 7 dokumen tidak dikirim."), "...counted");
	is_string("reserved", state(&w[0]), "nothing is sent yet");
}

/* Only what is ticked, each by itself. */
static void
sends_them(void)
{
	int64_t before = events(w[0].id), after = 0;
	struct sending *s = form("kirim", "s1");

	carry(s);
	field(s, "kirim", box(&w[0], 0));
	field(s, "kirim", box(&w[1], 0));
	post(s, address(w, 6));
	ok(v.status == 422 && cgi_has(&v, "Tulis alasan tetap mengirim"),
	    "what lacks something needs a reason");
	ok(is_ticked(&w[0], 0) && is_ticked(&w[1], 0), "...the ticks stay");
	is_int(before, events(w[0].id), "...nothing is sent");
	s = form("kirim", "s2");
	carry(s);
	field(s, "kirim", box(&w[2], 0));
	field(s, "kirim", box(&w[2], 1));
	field(s, "alasan-dokumen", "Ditandatangani basah hari ini.");
	post(s, address(w, 6));
	ok(v.status == 422 && cgi_has(&v, "Centang satu dokumen saja"),
	    "two files for one letter are refused");
	s = form("kirim", "s3");
	carry(s);
	post(s, address(w, 6));
	ok(v.status == 422 && cgi_has(&v, "Centang yang dikirim"),
	    "none is refused");
	s = form("kirim", "s4");
	carry(s);
	field(s, "kirim", box(&w[0], 0));
	field(s, "kirim", box(&w[1], 0));
	field(s, "alasan-dokumen", "Ditandatangani basah hari ini.");
	fprintf(s->f, "--" BOUNDARY "--\r\n");
	fclose(s->f);
	for (int i = 0; i < 2; i++) {
		cgi_ask(&v, "approve", "POST", address(w, 6),
		    "multipart/form-data; boundary=" BOUNDARY, s->body,
		    s->len);
		is_int(303, v.status, i == 0 ? "with it both are sent" :
		    "the same form again");
		is_string("valid", state(&w[0]), "...one in force");
		is_string("valid", state(&w[1]), "...and the other");
		if (i == 0)
			after = events(w[0].id);
		is_int(after, events(w[0].id), "...by one act");
	}
	free(s->body);
	is_int(0, fixture_int(office, "SELECT unproved FROM tasks"
	    " WHERE id = $1", w[0].task), "the whole one without a mark");
	is_int(1, fixture_int(office, "SELECT unproved FROM tasks"
	    " WHERE id = $1", w[1].task), "the other with one");
	is_string("reserved", state(&w[2]), "the others stay");
	is_string("reserved", state(&w[3]), "...as they were");
}

/* One is refused, the other goes. */
static void
one_fails(void)
{
	struct act a = { .task_id = w[3].task, .now = v.now,
	    .actor.person_id = fixture_person(office, TU) };
	struct sending *s = form("periksa", "f1");
	char said[120];

	letter(s, "c.pdf", &w[2], "", 1);
	letter(s, "d.pdf", &w[3], "", 1);
	letter(s, "e.pdf", &w[4], "", 1);
	post(s, address(w + 2, 4));
	ok(is_ticked(&w[2], 0) && is_ticked(&w[3], 0) && is_ticked(&w[4], 0),
	    "three that are whole");
	s = form("kirim", "f2");
	carry(s);
	field(s, "kirim", box(&w[2], 0));
	field(s, "kirim", box(&w[3], 0));
	a.version = fixture_int(office, "SELECT version FROM tasks"
	    " WHERE id = $1", w[3].task);
	if (act_release(office, &a) != CASE_OK)
		bail(office_why(office));
	post(s, address(w + 2, 4));
	is_int(409, v.status, "one of two was released meanwhile");
	snprintf(said, sizeof(said), "<li>%s: ", a.number);
	ok(cgi_has(&v, "Sebagian tidak terkirim") && cgi_has(&v, said),
	    "...it is named, with the reason");
	ok(cgi_has(&v, "1 tugas sudah disetujui"), "...beside what was sent");
	is_string("valid", state(&w[2]), "...which is in force");
	is_string("reserved", state(&w[3]), "the other waits");
	is_string("reserved", state(&w[4]), "...as does what was not ticked");
	ok(box(&w[4], 0)[0] != '\0', "...its file is still there");
}

/* A letter that refuses is not approved, whatever is ticked. */
static void
not_one_that_refuses(void)
{
	struct waiting no = wait_for("balasan-tolak");
	struct sending *s;
	char value[60];

	v.now = desk_now + 60;
	cgi_get(&v, "approve", address(&no, 1));
	ok(cgi_has(&v, "Suratnya menolak: pilih Tolak"),
	    "a letter that refuses has its own page");
	s = form("periksa", "n1");
	letter(s, "no.pdf", &no, "", 1);
	post(s, address(&no, 1));
	ok(v.status == 200 && box(&no, 0)[0] == '\0',
	    "...its file finds no letter here");
	snprintf(value, sizeof(value), "%lld.%lld.", (long long)no.task,
	    (long long)fixture_int(office, "SELECT version FROM tasks"
	    " WHERE id = $1", no.task));
	s = form("kirim", "n2");
	field(s, "kirim", value);
	post(s, address(&no, 1));
	is_int(409, v.status, "...nor is it sent without");
	is_string("reserved", state(&no), "...it waits");
}

/* Several that are late have one reason. */
static void
late_with_a_reason(void)
{
	struct waiting late = wait_for("balasan");
	struct sending *s;

	v.now = desk_now + 30 * 86400;
	cgi_login(office, &v, TU);
	cgi_get(&v, "approve", address(&late, 1));
	s = form("periksa", "l1");
	letter(s, "l.pdf", &late, "", 1);
	post(s, address(&late, 1));
	ok(cgi_has(&v, "Ada yang melewati batas waktu"),
	    "what is late asks why");
	s = form("kirim", "l2");
	carry(s);
	field(s, "kirim", box(&late, 0));
	post(s, address(&late, 1));
	ok(v.status == 422 && cgi_has(&v, "Pilih sebab keterlambatan"),
	    "...and is not sent without");
	is_string("reserved", state(&late), "...it waits");
	s = form("kirim", "l3");
	carry(s);
	field(s, "kirim", box(&late, 0));
	field(s, "sebab", "beban");
	post(s, address(&late, 1));
	is_int(303, v.status, "with one it is");
	is_string("valid", state(&late), "...in force");
	desk_now = v.now;
}

/* A page that was open too long sends nothing, and loses no file. */
static void
open_too_long(void)
{
	char csrf[sizeof(v.csrf)];
	struct sending *s;

	strcpy(csrf, v.csrf);
	strcpy(v.csrf, "lama");
	s = form("kirim", "o1");
	letter(s, "e.pdf", &w[4], "", 1);
	post(s, address(w, 6));
	is_int(422, v.status, "a form with an old token");
	ok(cgi_has(&v, "belum ada yang terkirim") && box(&w[4], 0)[0] != '\0' &&
	    cgi_has(&v, "berkas-lama"), "...comes back with its file");
	is_string("reserved", state(&w[4]), "...and sends nothing");
	strcpy(v.csrf, csrf);
}

/* Where no paper can be made it is said, and nothing is prepared. */
static void
cannot_prepare(void)
{
	cgi_configure("letter", "/bin/false");
	cgi_get(&v, "approve", address(&w[5], 1));
	cgi_post(&v, "approve", address(&w[5], 1), "aksi=siapkan&kunci=p1");
	ok(v.status == 409 && cgi_has(&v, "Belum disiapkan") &&
	    cgi_has(&v, "Surat tidak dapat disusun"),
	    "a paper that cannot be made is said");
	is_int(0, fixture_int(office, "SELECT count(*) FROM letters"
	    " WHERE case_id = $1 AND document_id IS NOT NULL", w[5].id),
	    "...nothing is prepared");
	ok(cgi_has(&v, "1 surat dapat disiapkan di sini"), "...it can be yet");
}

static void
only_their_own(void)
{
	struct sending *s;
	char value[200];

	cgi_login(office, &v, "kakanwil");
	cgi_get(&v, "approve", address(w, 6));
	ok(!cgi_has(&v, w[4].l.number), "nobody sees letters of others");
	s = form("kirim", "r");
	snprintf(value, sizeof(value), "%lld.%lld.%064d",
	    (long long)w[4].task, (long long)fixture_int(office, "SELECT "
	    "version FROM tasks WHERE id = $1", w[4].task), 0);
	field(s, "kirim", value);
	post(s, "/setujui/beberapa");
	is_string("reserved", state(&w[4]), "...nor sends them");
	cgi_leave(&v);
	cgi_get(&v, "approve", "/setujui/beberapa");
	is_int(303, v.status, "nobody logs in first");
	cgi_login(office, &v, TU);
	cgi_get(&v, "approve", "/setujui/beberapa");
	s = form("periksa", "x");
	fprintf(s->f, "--" BOUNDARY "\r\nContent-Disposition: form-data; "
	    "name=\"surat\"; filename=\"a.pdf\"\r\n\r\n%s\r\n", desk_pdf);
	post(s, "/setujui/beberapa");
	is_int(413, v.status, "a file in no field of the form");
}

static void
forty(void)
{
	static struct waiting all[MANY];
	struct sending *s;
	int there = 0, sent = 0;

	for (int i = 0; i < MANY; i++)
		all[i] = wait_for("balasan");
	v.now = desk_now + 60;
	cgi_get(&v, "approve", address(all, MANY));
	s = form("periksa", "q1");
	for (int i = 0; i < MANY; i++)
		letter(s, "surat.pdf", &all[(i * 7) % MANY], "", 1);
	post(s, address(all, MANY));
	for (int i = 0; i < MANY; i++)
		there += is_ticked(&all[i], 0);
	is_int(MANY, there, "forty files of one name find their letters");
	s = form("kirim", "q2");
	carry(s);
	for (int i = 0; i < MANY; i++)
		field(s, "kirim", box(&all[i], 0));
	field(s, "sebab", "beban");
	post(s, address(all, MANY));
	is_int(303, v.status, "one press sends them");
	for (int i = 0; i < MANY; i++)
		sent += strcmp(state(&all[i]), "valid") == 0;
	is_int(MANY, sent, "...all forty");
}

int
main(void)
{
	by_code_and_number();
	office = cgi_office();
	for (int i = 0; i < 6; i++)
		w[i] = wait_for(i < 5 ? "balasan" : NULL);
	v.now = desk_now + 60;
	cgi_login(office, &v, TU);
	lists_them();
	from_the_inbox();
	matches_them();
	sends_them();
	one_fails();
	not_one_that_refuses();
	cannot_prepare();
	open_too_long();
	only_their_own();
	forty();
	late_with_a_reason();
	cgi_leave(&v);
	office_close(office);
	return tap_done();
}
