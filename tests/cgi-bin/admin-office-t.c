/*
 * admin-office-t.c - the office by name, hours, contact and notice, changed on
 * a page from a date on: every page, paper and mail says so.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/admin.h"

#define HERE "/admin/kantor"
#define SET "aksi=tetapkan&nama=%s&layanan=Layanan+Hukum&jam=" \
	"Senin%%E2%%80%%93Kamis&jam-inggris=Monday+to+Thursday" \
	"&kontak=0711+378607" \
	"&maklumat=Kami+sanggup%%0AKami+siap+ditegur" \
	"&maklumat-inggris=We+promise&dasar=Perpres+155%%2F2024&mulai=%s"
#define DAY 86400

static struct office *office;

static void
shows_the_configuration(void)
{
	get("/admin");
	ok(cgi_has(&v, "href=\"/admin/kantor\">Keterangan kantor</a>"),
	    "on the index");
	get(HERE);
	is_int(200, v.status, "the page");
	ok(cgi_has(&v, "awal, menurut konfigurasi"),
	    "...says that the configuration counts");
	ok(cgi_has(&v, "value=\"Kantor Wilayah Uji\""),
	    "...fills its form by it");
	get(HERE "/x");
	is_int(404, v.status, "nothing below it");
}

static void
refuses(void)
{
	get(HERE);
	post(HERE, "r1", SET, "", "2026-01-05");
	ok(v.status == 422 && cgi_has(&v, "href=\"#nama\""),
	    "a name is needed");
	ok(cgi_has(&v, "Kami sanggup"), "...what was typed comes back");
	post(HERE, "r2", SET, "Kantor", "2026-02-31");
	ok(v.status == 422 && cgi_has(&v, "href=\"#mulai-hari\""),
	    "a day is needed");
	fixture_close_month(office, "2025-12");
	post(HERE, "r3", SET, "Kantor", "2025-12-31");
	ok(v.status == 422 && cgi_has(&v, "sudah disahkan"),
	    "not of a closed month");
}

static void
sets_from_a_date(void)
{
	get(HERE);
	post(HERE, "s1", SET, "Kanwil+%3Cb%3E+%26+Hukum", "2026-01-12");
	is_int(200, v.status, "it is asked once more");
	ok(cgi_has(&v, "<del>Kantor Wilayah Uji</del>") && cgi_has(&v,
	    "Kanwil &lt;b&gt; &amp; Hukum"), "...with old and new");
	ok(cgi_has(&v, "Kami siap ditegur"), "...the notice too");
	ok(cgi_has(&v, "Berlaku mulai 12 Januari 2026"), "...and its day");
	get(HERE);
	post_twice(HERE, "s2", SET, "Kanwil+%3Cb%3E+%26+Hukum", "2026-01-12");
	is_int(303, v.status, "set");
	get(HERE);
	ok(cgi_has(&v, "Perpres 155/2024") && cgi_has(&v, "Batalkan"),
	    "listed, and may be taken back");
}

static void
counts_then(void)
{
	struct visitor public = { .now = FIXTURE_START + 6 * DAY };

	cgi_get(&public, "home", "/");
	ok(cgi_has(&public, "Kantor Wilayah") && !cgi_has(&public, "Hukum"),
	    "the day before it is as it was");
	public.now = FIXTURE_START + 7 * DAY;
	cgi_get(&public, "home", "/");
	ok(cgi_has(&public, "Kanwil &lt;b&gt; &amp; Hukum"),
	    "that day it is the new one");
	ok(cgi_has(&public, "Layanan Hukum</h1>") &&
	    cgi_has(&public, "Senin–Kamis") &&
	    cgi_has(&public, "0711 378607"), "...hours and contact too");
	ok(cgi_has(&public, "Maklumat pelayanan</h2>") &&
	    cgi_has(&public, "Kami sanggup\nKami siap ditegur"),
	    "...and the notice, in its lines");
	cgi_get(&public, "home", "/bantuan");
	ok(cgi_has(&public, "prosedur (SOP) Kanwil &lt;b&gt;"), "help says it");
	cgi_cookie(&public, "bahasa=en");
	cgi_get(&public, "home", "/");
	ok(cgi_has(&public, "Monday to Thursday") &&
	    cgi_has(&public, "We promise"), "in English, too");
	cgi_leave(&public);
}

static void
takes_back(void)
{
	char form[128];

	get(HERE);
	snprintf(form, sizeof(form), "aksi=batal&rencana=%lld", (long long)
	    fixture_int(office, "SELECT id FROM nameplates"
	    " WHERE from_at > $1", 0));
	post_twice(HERE, "b1", "%s", form);
	is_int(303, v.status, "taken back");
	is_int(0, fixture_int(office, "SELECT count(*) FROM nameplates"
	    " WHERE from_at > $1", 0), "...and gone");
	get("/admin/jejak?jenis=kantor");
	ok(cgi_has(&v, "Keterangan kantor ditetapkan") &&
	    cgi_has(&v, "Keterangan kantor dibatalkan"), "the Jejak has both");
	ok(cgi_has(&v, "Kanwil &lt;b&gt; &amp; Hukum"), "...with the name");
}

int
main(void)
{
	office = cgi_office();
	v.now = FIXTURE_START;
	cgi_login(office, &v, "admin");
	shows_the_configuration();
	refuses();
	sets_from_a_date();
	counts_then();
	takes_back();
	cgi_leave(&v);
	return tap_done();
}
