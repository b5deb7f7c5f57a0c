/* home-t.c - the front page, help, and the files of cases. */
#include <string.h>

#include "people/saved_view.h"
#include "store/files.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"

#define NOW (FIXTURE_START + 3600)
#define PDF "%PDF-1.4\nsurat\n%%EOF\n"

static void
shows_services(struct office *o)
{
	struct visitor v = { .now = NOW };

	cgi_get(&v, "home", "/");
	is_int(200, v.status, "the front page");
	ok(cgi_has(&v, "Paspor asli yang masih berlaku") && cgi_has(&v,
	    "Loket izin tinggal di Kantor Imigrasi") && cgi_has(&v,
	    "href=\"https://www.imigrasi.go.id\">daftar tarif resmi</a>"),
	    "...what a foreigner brings, where, and who knows what it costs");
	ok(cgi_has(&v, "Disimpulkan dari SOP"), "...marked as inferred");
	ok(cgi_has(&v, "<h1 class=\"govuk-heading-l\">Layanan Uji</h1>"),
	    "...its heading");
	ok(cgi_has(&v, "kepada Kantor Wilayah Uji"), "...the office");
	ok(cgi_has(&v, "Izin magang dan penelitian</h2>") &&
	    cgi_has(&v, "Magang dan penelitian (SIGAP)</h2>") &&
	    cgi_has(&v, "Surat keterangan dan sertifikat</h2>") &&
	    cgi_has(&v, "Keimigrasian WNA</h2>"), "...four services");
	ok(!cgi_has(&v, "Pagu Anggaran"), "...not the office's own work");
	ok(cgi_has(&v, "Paling lama 5 hari kerja sesudah"), "...how long");
	ok(cgi_has(&v, "Tidak dipungut biaya"), "...what it costs");
	ok(cgi_has(&v, "<li>Surat permohonan (PDF"), "...what is needed");
	ok(cgi_has(&v, "<li>Nomor WhatsApp</li>"), "...and the number");
	ok(cgi_has(&v, "href=\"/ajukan/izin-magang-penelitian\">Ajukan"),
	    "...where to apply");
	ok(cgi_has(&v, "href=\"/mulai/sigap-magang-penelitian\">Ajukan"),
	    "...with an account");
	ok(cgi_has(&v, "Diajukan di loket kantor."), "...or at the counter");
	ok(cgi_has(&v, "href=\"/lacak\">Lacak permohonan"), "...and track");
	ok(cgi_has(&v, "Telepon 0711-1"), "...whom to ask");
	cgi_get(&v, "home", "/bantuan");
	is_int(200, v.status, "help");
	ok(cgi_has(&v, "id=\"privasi\"") && cgi_has(&v, "Telepon 0711-1"),
	    "...with privacy and contact");
	cgi_get(&v, "home", "/bantuan/x");
	is_int(404, v.status, "nothing below it");
	cgi_post(&v, "home", "/", "a=b");
	is_int(405, v.status, "POST");
	cgi_login(o, &v, "admin-user");
	cgi_get(&v, "home", "/");
	is_int(200, v.status, "an outsider sees it");
	ok(cgi_has(&v, "href=\"/mulai/sigap-magang-penelitian\""),
	    "...and applies by the account");
	ok(cgi_has(&v, "href=\"/ajukan/izin-magang-penelitian\""),
	    "...or as anybody may");
	cgi_login(o, &v, "kakanwil");
	cgi_get(&v, "home", "/");
	is_int(303, v.status, "an official");
	is_string("/kotak-masuk", v.location, "...works elsewhere");
	cgi_leave(&v);
}

/* Where somebody begins the day. */
static void
lands(struct office *o, const char *login, const char *where, const char *why)
{
	struct visitor v = { .now = FIXTURE_START };

	cgi_login(o, &v, login);
	cgi_get(&v, "home", "/");
	is_string(where, v.location, "%s", why);
	cgi_get(&v, "login", "/masuk");
	is_string(where, v.location, "...after log-in, too");
	cgi_leave(&v);
}

/* Everybody of the fixture is below this one, himself too. */
#define SUPERIOR "kasubbag-program-pelaporan"

static void
heads_begin_with_the_morning(struct office *o)
{
	struct saved_view kept = { .query = "?tab=peran", .first = 1 };
	const int64_t id = fixture_person(o, SUPERIOR);
	struct visitor v = { .now = FIXTURE_START };
	int64_t task;

	walk_start(o, "renstra", fixture_person(o, "kakanwil"), NULL, 0, NOW);
	task = fixture_int(o, "SELECT id FROM tasks"
	    " WHERE open = 1 AND external = 0 AND id > $1", 0);
	fixture_run(o, "UPDATE tasks SET assignee_id = NULL");
	lands(o, SUPERIOR, "/hari-ini", "who has people below and no work");
	db_run(office_db(o), "UPDATE tasks SET assignee_id = $1 WHERE id = $2",
	    "ii", id, task);
	lands(o, SUPERIOR, "/kotak-masuk", "who has some begins with it");
	fixture_run(o, "UPDATE people SET superior_role_id = NULL"
	    " WHERE login = '" SUPERIOR "'");
	lands(o, SUPERIOR, "/hari-ini", "the head of the office does not");
	saved_view_set(o, id, &kept);
	lands(o, SUPERIOR, "/kotak-masuk", "a view that was kept comes first");
	cgi_login(o, &v, SUPERIOR);
	cgi_get(&v, "inbox", "/kotak-masuk");
	is_string("/kotak-masuk?tab=peran", v.location, "...is there");
	cgi_get(&v, "login", "/masuk?kembali=/laporan");
	is_string("/laporan", v.location, "...and what was asked for");
	cgi_leave(&v);
	lands(o, "jft", "/kotak-masuk", "nobody below, no morning");
}

/* Ask for a document as somebody: the status. */
static int
status_for(struct office *o, const char *login, const char *uri)
{
	struct visitor v = { .now = NOW };
	int status;

	if (login != NULL)
		cgi_login(o, &v, login);
	cgi_get(&v, "file", uri);
	status = v.status;
	cgi_leave(&v);
	return status;
}

static void
gives_files(struct office *o)
{
	char hash[FILES_HASH_SIZE], draft[64], letter[64], shown[80];
	struct act_file file = { "berkas", "su\"rat.pdf", hash,
		"application/pdf", sizeof(PDF) - 1 };
	struct visitor v = { .now = NOW };
	int64_t id = walk_start(o, "sigap-magang-penelitian",
	    fixture_person(o, "admin-user"), NULL, 0, NOW);

	if (files_put(office_files(o), PDF, sizeof(PDF) - 1, hash) == -1)
		bail("cannot store a file");
	walk_to(o, id, 4, NOW);
	walk_step(o, id, OUTCOME_FORWARD, &file, NOW);
	walk_to(o, id, 7, NOW);
	walk_step(o, id, OUTCOME_FORWARD, &file, NOW);
	snprintf(draft, sizeof(draft), "/dokumen/%lld",
	    (long long)walk_document(o, id, 4));
	snprintf(letter, sizeof(letter), "/dokumen/%lld",
	    (long long)walk_document(o, id, 7));
	snprintf(shown, sizeof(shown), "%s?lihat=1", letter);
	cgi_login(o, &v, "jfu");
	cgi_get(&v, "file", letter);
	is_int(200, v.status, "a file");
	is_string(PDF, cgi_body(&v), "...as it is");
	is_string("application/pdf", cgi_header(&v, "Content-Type"), "type");
	is_string("attachment; filename=\"su_rat.pdf\"; "
	    "filename*=UTF-8''su%22rat.pdf",
	    cgi_header(&v, "Content-Disposition"), "...its name");
	is_string("nosniff", cgi_header(&v, "X-Content-Type-Options"),
	    "...taken for nothing else");
	is_int(1, fixture_int(o, "SELECT count(*) FROM reads WHERE case_id ="
	    " $1", id), "...and who looked is known");
	cgi_get(&v, "file", shown);
	is_int(0, strncmp("inline", cgi_header(&v, "Content-Disposition"), 6),
	    "shown on demand");
	cgi_leave(&v);
	is_int(200, status_for(o, "admin-user", letter), "the applicant");
	is_int(404, status_for(o, "admin-user", draft), "...no drafts");
	is_int(404, status_for(o, "admin-user-2", letter), "another's");
	is_int(404, status_for(o, "kasi-izin-tinggal", letter),
	    "an official with no part in it");
	is_int(200, status_for(o, "duta-sigap", letter), "one who has");
	is_int(303, status_for(o, NULL, letter), "nobody");
	is_int(404, status_for(o, "jfu", "/dokumen/1"), "an unknown id");
	is_int(404, status_for(o, "jfu", "/dokumen/x"), "...or none");
	is_int(404, status_for(o, "jfu", "/dokumen"), "...at all");
}

int
main(void)
{
	struct office *o = cgi_office();

	fixture_sees_all(o, "jfu");
	shows_services(o);
	gives_files(o);
	heads_begin_with_the_morning(o);
	office_close(o);
	return tap_done();
}
