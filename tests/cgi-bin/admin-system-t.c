/* admin-system-t.c - the state of the installation, as an administrator sees
 * it. */
#include <sys/stat.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendar/calendar_edit.h"
#include "clock/calendar.h"
#include "office/change.h"
#include "office/last_run.h"
#include "office/office_calendar.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/admin.h"

#define PAGE "/admin/sistem"
#define NOW (FIXTURE_START + 3600)

static char key[4096];

static void
is_for_administrators(struct office *o)
{
	struct visitor w = { .now = NOW };

	cgi_login(o, &w, "kakanwil");
	cgi_get(&w, "admin", PAGE);
	is_int(403, w.status, "nobody else sees it");
	cgi_leave(&w);
	get(PAGE "/x");
	is_int(404, v.status, "there is nothing below it");
	post(PAGE, "a", "aksi=x");
	is_int(405, v.status, "...and it takes no form");
}

/* -- the first day -------------------------------------------------------- */

#define LACKS(text) (get("/admin"), cgi_has(&v, text))

/* Write the holidays of the next year into the calendar. */
static void
fill_next_year(struct office *o)
{
	struct cal_holiday day = { .year = 2027, .month = 1, .day = 1,
		.name = "Tahun baru" };
	struct change ch = { .now = NOW };
	char why[512], *text = office_calendar_text(o), *filled;

	filled = calendar_add_holidays(text, &day, 1, why, sizeof(why));
	if (filled == NULL)
		bail(why);
	if (change_run(o, &ch, office_put_calendar, filled, NULL) != CASE_OK)
		bail(office_why(o));
	free(text);
	free(filled);
}

static void
tells_of_the_first_day(struct office *o)
{
	struct visitor w = { .now = NOW };
	const char *holidays, *backup;

	get("/admin");
	ok(cgi_has(&v, "Hari pertama</h2>"), "an office that lacks something");
	holidays = strstr(cgi_body(&v), "href=\"/admin/kalender\">Hari "
	    "libur</a>: Hari libur tahun 2027 belum diisi.");
	backup = strstr(cgi_body(&v), "href=\"/admin/sistem\">Cadangan</a>: "
	    "Belum pernah ada cadangan.");
	ok(holidays != NULL && backup != NULL && holidays < backup,
	    "...is told so in order, with links");
	ok(!cgi_has(&v, ">Pegawai</a>") && !cgi_has(&v, ">SOP</a>:"),
	    "...and of nothing that is there");
	cgi_get(&v, "inbox", "/kotak-masuk");
	ok(cgi_has(&v, "href=\"/admin\">Hari pertama: 2 hal masih kurang"),
	    "...in the inbox, too");
	cgi_login(o, &w, "kakanwil");
	cgi_get(&w, "inbox", "/kotak-masuk");
	ok(!cgi_has(&w, "Hari pertama"), "...of an administrator alone");
	cgi_leave(&w);
	fixture_run(o, "UPDATE holders SET to_at = 1 WHERE role_id IN (SELECT"
	    " id FROM roles WHERE slug IN ('kadivmin', 'jft'))");
	ok(LACKS("Belum ada pemegangnya: Kadivmin.</li>"), "a role of an SOP "
	    "without holder, not one of two that may");
	fixture_run(o, "UPDATE holders SET to_at = NULL WHERE to_at = 1");
	fixture_run(o, "UPDATE sop_versions SET effective_to = 1");
	ok(LACKS("Belum ada SOP yang berlaku."), "no SOP");
	ok(!cgi_has(&v, "Belum ada pemegangnya"), "...whose roles are needed");
	fixture_run(o, "UPDATE sop_versions SET effective_to = NULL");
	fixture_run(o, "UPDATE people SET active = 0 WHERE login <> 'admin'");
	ok(LACKS("Belum ada pegawai selain administrator."), "nobody");
	fixture_run(o, "UPDATE people SET active = 1");
	fill_next_year(o);
	if (last_run_note(o, LAST_RUN_BACKUP, "", NOW) != CASE_OK)
		bail(office_why(o));
	ok(!LACKS("Hari pertama"), "once nothing is missing it is over");
	cgi_get(&v, "inbox", "/kotak-masuk");
	ok(!cgi_has(&v, "Hari pertama"), "...everywhere");
}

static void
shows_what_is_well(void)
{
	get(PAGE);
	is_int(200, v.status, "the page");
	ok(cgi_has(&v, "Kunci server"), "...has the checks of the doctor");
	ok(cgi_has(&v, "cocok dengan database"), "...and their findings");
	ok(!cgi_has(&v, "dapat dibaca pengguna lain"), "...the key is closed");
	ok(!cgi_has(&v, "Server web</dt>"), "the network is not asked");
	ok(cgi_has(&v, "sopap doctor"), "...which it says");
}

static void
shows_faults_first(void)
{
	const char *fault, *well;

	chmod(key, 0644);
	get("/admin");
	ok(cgi_has(&v, "href=\"" PAGE "\">Keadaan sistem</a>"), "the index");
	ok(cgi_has(&v, " galat, "), "...counts the faults");
	get(PAGE);
	ok(cgi_has(&v, "dapat dibaca pengguna lain"), "a fault");
	ok(cgi_has(&v, "chmod 600"), "...with its remedy");
	fault = strstr(v.answer, "dapat dibaca pengguna lain");
	well = strstr(v.answer, ">Baik</h2>");
	ok(fault != NULL && well != NULL && fault < well,
	    "...before what is well");
	chmod(key, 0600);
}

int
main(void)
{
	struct office *o = cgi_office();

	v.now = NOW;
	cgi_login(o, &v, "admin");
	snprintf(key, sizeof(key), "%s/data/key", cgi_folder());
	if (chmod(key, 0600) != 0)
		bail(key);
	is_for_administrators(o);
	tells_of_the_first_day(o);
	shows_what_is_well();
	shows_faults_first();
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
