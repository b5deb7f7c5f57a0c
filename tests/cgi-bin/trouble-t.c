/*
 * trouble-t.c - the answers to a reader of English when the service is busy,
 * out of order, or has been asked too often: each of them really given.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/db.h"
#include "tests/case/fixture.h"
#include "tests/web/english.h"

#define ASK "/ajukan/izin-magang-penelitian"
#define BEGIN "aksi=mulai&kunci=k"
#define TYPED "Masuk Dan Keluar"	/* names stay as they are */

static struct visitor v = { .now = FIXTURE_START };

/* A visit before the trouble, so that the visitor has a token. */
static void
comes(const char *program, const char *uri)
{
	cgi_get(&v, program, uri);
	is_int(200, v.status, "%s", uri);
}

/* The status, its heading, and all of the page. */
static void
is_told(int status, const char *heading, const char *name)
{
	char want[128];

	snprintf(want, sizeof(want), "%s</h1>", heading);
	is_int(status, v.status, "%s: %d", name, status);
	is_english(&v, name);
	ok(cgi_has(&v, want), "...headed: %s", heading);
}

/* -- too often ------------------------------------------------------------- */

/* Every counter of this address is over its limit. */
static void
tired(struct office *o)
{
	fixture_run(o, "UPDATE throttles SET tries = 1000");
}

static void
asked_too_often(struct office *o)
{
	comes("submit", ASK);
	cgi_post(&v, "submit", ASK, BEGIN);
	is_int(303, v.status, "a draft");
	tired(o);
	cgi_post(&v, "submit", ASK, BEGIN);
	is_told(429, "Too many requests", "too many drafts");
	ok(cgi_has(&v, "Too many tries. Try again in 15 minutes."),
	    "...and for how long");
	comes("complaint", "/pengaduan");
	cgi_post(&v, "complaint", "/pengaduan",
	    "kunci=a&isi=Tidak+ada+yang+datang.");
	is_int(303, v.status, "a complaint");
	tired(o);
	cgi_post(&v, "complaint", "/pengaduan", "kunci=b&isi=Masuk+Dan+Keluar");
	is_told(429, "Too many requests", "too many complaints");
	ok(cgi_has(&v, TYPED), "...what was written stands there");
	comes("operator", "/daftar");
	for (int i = 0; i < 2; i++) {
		char form[256];

		snprintf(form, sizeof(form), "kunci=k%d&jenis=kampus&nama=Sri&"
		    "whatsapp=081234567890&surel=&"
		    "lembaga=K%d", i, i);
		cgi_post(&v, "operator", "/daftar", form);
		tired(o);
	}
	is_told(429, "Too many requests", "too many registrations");
}

/* Files that no page asked for, from an address that sent many. */
static void
sent_too_often(struct office *o)
{
	static const char *const fields[] = { "kunci=k", "aksi=kirim",
		"nama=" TYPED, NULL };
	const struct cgi_file file = { "surat", "a.pdf", "application/pdf",
		"%PDF-1.4", 8 };
	char draft[sizeof(v.location)];

	fixture_run(o, "DELETE FROM throttles");
	comes("submit", ASK);
	cgi_post(&v, "submit", ASK, BEGIN);
	snprintf(draft, sizeof(draft), "%s", v.location);
	comes("submit", draft);
	cgi_upload(&v, "submit", draft, fields, &file);
	is_int(422, v.status, "a file");
	is_english(&v, "...what is wrong with its page");
	tired(o);
	cgi_upload(&v, "submit", draft, fields, &file);
	is_told(429, "Too many requests", "too many files");
	ok(cgi_has(&v, TYPED), "...what was written stands there");
	fixture_run(o, "DELETE FROM throttles");
}

/* -- busy ------------------------------------------------------------------ */

/* Asked while somebody else writes and does not end. */
static int
ask_meanwhile(struct db *db, void *arg)
{
	(void)db;
	(void)arg;
	cgi_post(&v, "submit", ASK, BEGIN);
	return 0;
}

static void
is_busy(struct office *o)
{
	comes("submit", ASK);
	is_int(0, db_tx_alone(office_db(o), ask_meanwhile, NULL),
	    "a writer who takes long");
	is_told(503, "The service is busy", "the database is busy");
	ok(cgi_has(&v, "The same form is never recorded twice."),
	    "...and what to do");
	ok(cgi_has(&v, "Reference number:"), "...with a reference");
	cgi_post(&v, "submit", ASK, BEGIN);
	is_int(303, v.status, "afterwards it goes on");
}

/* -- out of order ---------------------------------------------------------- */

static void
is_broken(struct office *o)
{
	comes("submit", ASK);
	fixture_run(o, "ALTER TABLE throttles RENAME TO gone");
	cgi_post(&v, "submit", ASK, BEGIN);
	is_told(500, "There is a problem with the service",
	    "a table that is gone");
	ok(cgi_has(&v, "tell us the reference number below"),
	    "...and what to do");
	cgi_post(&v, "complaint", "/pengaduan", "kunci=c&isi=Masuk+Dan+Keluar");
	is_told(500, "There is a problem with the service", "a complaint");
	ok(cgi_has(&v, TYPED), "...what was written stands there");
	fixture_run(o, "ALTER TABLE gone RENAME TO throttles");
	cgi_post(&v, "submit", ASK, BEGIN);
	is_int(303, v.status, "mended it goes on");
}

int
main(void)
{
	struct office *o = cgi_office();

	cgi_cookie(&v, "bahasa=en");
	asked_too_often(o);
	sent_too_often(o);
	is_busy(o);
	is_broken(o);
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
