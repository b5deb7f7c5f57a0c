/* admin-system-t.c - the state of the installation, as an administrator sees
 * it. */
#include <sys/stat.h>

#include <stdio.h>
#include <string.h>

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
	shows_what_is_well();
	shows_faults_first();
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
