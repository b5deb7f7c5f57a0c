/* file-t.c - nobody gets a document that is not what was stored, and the
 * administrators are told. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/files.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/store/meddle.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"
#include "tests/web/pdf.h"
#include "upload/active.h"

#define BYTES SMALL_PDF

static struct visitor official = { .now = FIXTURE_START };
static struct visitor admin = { .now = FIXTURE_START };
static char address[64], place[128], hash[FILES_HASH_SIZE];
static struct office *office;

/* A request with one stored document. */
static void
make_document(struct office *o)
{
	struct act_file file = { NULL, "surat.pdf", hash, "application/pdf",
	    sizeof(BYTES) - 1 };
	int64_t id, document = 0;

	if (files_put(office_files(o), BYTES, sizeof(BYTES) - 1, hash) != 0)
		bail("cannot store a file");
	id = walk_start(o, "izin-magang-penelitian", 0, NULL, 0,
	    FIXTURE_START);
	for (int row = 1; row < 20 && document == 0; row++) {
		walk_step(o, id, OUTCOME_FORWARD, &file, FIXTURE_START);
		document = fixture_int(o, "SELECT coalesce(max(id), 0)"
		    " FROM documents WHERE case_id = $1 AND length(sha256) ="
		    " 64", id);
	}
	snprintf(address, sizeof(address), "/dokumen/%lld",
	    (long long)document);
	if (place_is_server())
		snprintf(place, sizeof(place), "%s", hash);
	else
		snprintf(place, sizeof(place), "files/%.2s/%s", hash, hash);
}

/* Officials read what a PDF does by itself where its name stands. */
static void
warns_officials(struct office *o)
{
	char uri[64];

	snprintf(uri, sizeof(uri), "/berkas/%lld", (long long)fixture_int(o,
	    "SELECT max(case_id) FROM documents WHERE $1 = 0", 0));
	cgi_get(&official, "case", uri);
	ok(official.status == 200 && !cgi_has(&official, "Hati-hati"),
	    "nothing is said of a PDF that only shows itself");
	active_put(o, hash, ACTIVE_SCRIPT | ACTIVE_FILES);
	cgi_get(&official, "case", uri);
	ok(cgi_has(&official, "Hati-hati: PDF ini dapat menjalankan skrip, "
	    "membawa dokumen lain di dalamnya."), "one that does more is");
	active_put(o, hash, ACTIVE_UNKNOWN);
	cgi_get(&official, "case", uri);
	ok(cgi_has(&official, "Hati-hati: tidak dapat diketahui"),
	    "...as is one that could not be looked at");
	active_put(o, hash, 0);
}

static void
write_file(const char *bytes)
{
	meddle_file(office_files(office), hash, bytes);
}

/* Ask for the document: refused with this sentence. */
static void
is_refused(const char *words, const char *what)
{
	cgi_get(&official, "file", address);
	is_int(500, official.status, "%s is refused", what);
	ok(cgi_has(&official, words), "... in words: %s", words);
	ok(cgi_has(&official, "Administrator sudah diberi tahu"),
	    "... and the administrator is told");
	ok(!cgi_has(&official, "%PDF"), "... no byte of it is sent");
}

static void
is_given(const char *what)
{
	cgi_get(&official, "file", address);
	is_int(200, official.status, "%s is given", what);
	is_string(BYTES, cgi_body(&official), "... as it was stored");
}

/* The audit has who opened it, once an hour, and of which case. */
static void
is_noted(struct office *o)
{
	static const char opened[] = "SELECT count(*) FROM audit a JOIN"
	    " documents d ON a.about = '/dokumen/' || d.id AND a.about_id ="
	    " d.case_id WHERE a.kind = 'file' AND a.outcome = 'good' AND"
	    " a.address = '192.0.2.7' AND a.person_id = $1";
	int64_t who = fixture_person(o, "kakanwil");

	is_int(1, fixture_int(o, opened, who), "who opened it is in the audit");
	is_given("the same once more");
	is_int(1, fixture_int(o, opened, who), "... once in an hour");
	official.now += 3600;
	is_given("in the next hour");
	is_int(2, fixture_int(o, opened, who), "... anew after it");
	official.now -= 3600;
	cgi_get(&official, "file", "/dokumen/7");
	is_int(404, official.status, "one that is not there");
	is_int(2, fixture_int(o, opened, who), "... is no reading");
}

/* Files were at /berkas before 0.3.0, where cases are now. */
static void
leads_on(struct office *o)
{
	static struct visitor other = { .now = FIXTURE_START };
	char old[80];

	snprintf(old, sizeof(old), "/berkas/%s?lihat=1", strrchr(address, '/')
	    + 1);
	cgi_get(&official, "case", old);
	is_int(308, official.status, "an old address of a file leads on");
	ok(strncmp(official.location, address, strlen(address)) == 0 &&
	    strcmp(official.location + strlen(address), "?lihat=1") == 0,
	    "... to where it is");
	cgi_get(&official, "case", "/berkas/7");
	is_int(404, official.status, "... what never was is not there");
	cgi_login(o, &other, "admin-user");
	cgi_get(&other, "case", old);
	is_int(404, other.status, "... nor for who may not see it");
	cgi_leave(&other);
	cgi_get(&admin, "admin", "/admin/berkas/7");
	is_string("/admin/dokumen/7", admin.location,
	    "a mail's link to what was held leads on");
}

static void
tells(struct office *o, int64_t messages, const char *state)
{
	is_int(messages, fixture_int(o, "SELECT count(*) FROM messages"
	    " WHERE fact LIKE 'damage:%' AND address ="
	    " 'admin@contoh.invalid' AND $1 = 0", 0),
	    "the administrator has one mail");
	cgi_get(&admin, "inbox", "/kotak-masuk");
	ok(cgi_has(&admin, "Dokumen yang hilang atau berubah: 1"),
	    "... and a link above the inbox");
	cgi_get(&admin, "admin", "/admin");
	ok(cgi_has(&admin, "0 dokumen, 1 rusak"), "... and a count");
	cgi_get(&admin, "admin", "/admin/dokumen");
	ok(cgi_has(&admin, state), "... it is listed as: %s", state);
	ok(cgi_has(&admin, place), "... with its place");
}

/* -- its pages --------------------------------------------------------- */

static void
ask_page(struct visitor *v, const char *end, int status, const char *what)
{
	char page[128];

	snprintf(page, sizeof(page), "%s/halaman/%s", address, end);
	cgi_get(v, "file", page);
	is_int(status, v->status, "%s", what);
}

/* A page is given to whom the file is given, and to nobody else. */
static void
shows_pages(struct office *o)
{
	static struct visitor other = { .now = FIXTURE_START };
	static struct visitor nobody = { .now = FIXTURE_START };

	ask_page(&official, "1", 200, "its page is drawn");
	is_string("image/jpeg", cgi_header(&official, "Content-Type"),
	    "...as a picture");
	is_string("no-store", cgi_header(&official, "Cache-Control"),
	    "...that no cache keeps");
	ok(memcmp(cgi_body(&official), "\xff\xd8\xff", 3) == 0,
	    "...which it is");
	ask_page(&official, "2", 404, "there is no other");
	ask_page(&official, "0", 404, "...nor this");
	ask_page(&official, "1x", 404, "...nor this");
	ask_page(&official, "1/2", 404, "...nor anything behind it");
	cgi_login(o, &other, "admin-user");
	ask_page(&other, "1", 404, "another institution has none of it");
	cgi_leave(&other);
	ask_page(&nobody, "1", 303, "nobody is asked to log in");
	cgi_leave(&nobody);
	fixture_run(o, "INSERT INTO quarantine (id, sha256, name, since, judge,"
	    " finding) SELECT 1, max(sha256), 'surat.pdf', 0, 1, ''"
	    " FROM documents WHERE length(sha256) = 64");
	ask_page(&official, "1", 409, "no page of a file that is held");
	fixture_run(o, "DELETE FROM quarantine");
}

/* A page that was drawn before is held back with its file. */
static void
holds_pages(const char *what)
{
	ask_page(&official, "1", 500, what);
	ok(!cgi_has(&official, "\xff\xd8\xff"), "...no pixel is sent");
}

static void
is_mended(void)
{
	write_file(BYTES);
	is_given("put back, it");
	cgi_get(&admin, "admin", "/admin/dokumen");
	ok(!cgi_has(&admin, place), "... and is listed no more");
	cgi_get(&admin, "inbox", "/kotak-masuk");
	ok(!cgi_has(&admin, "hilang atau berubah"), "... nor linked to");
}

int
main(void)
{
	struct office *o = office = cgi_office();

	fixture_run(o, "UPDATE people SET email = 'admin@contoh.invalid'"
	    " WHERE login = 'admin'");
	make_document(o);
	fixture_sees_all(o, "kakanwil");
	cgi_login(o, &official, "kakanwil");
	cgi_login(o, &admin, "admin");
	is_given("a document");
	warns_officials(o);
	is_noted(o);
	leads_on(o);
	shows_pages(o);
	write_file(SMALL_PDF "\n");
	is_refused("berubah", "an altered one");
	is_refused("berubah", "... asked for again, it");
	holds_pages("its page, drawn before, is refused");
	tells(o, 1, "isinya berubah");
	is_mended();
	write_file(NULL);
	is_refused("tidak ada lagi", "a missing one");
	tells(o, 1, "tidak ada");
	is_mended();
	cgi_leave(&official);
	cgi_leave(&admin);
	office_close(o);
	return tap_done();
}
