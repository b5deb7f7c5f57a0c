/*
 * spellings-t.c - institutions as requests name them: offered while one is
 * typed, merged by an administrator, parted again.
 */
#include <stdlib.h>
#include <string.h>

#include "case/participant.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"

#define HERE "/admin/lembaga/ejaan"
#define IZIN "/ajukan/izin-magang-penelitian"

static struct office *o;
static struct visitor v;
static int64_t now = FIXTURE_START;

/* A request of the public with this institution. */
static int64_t
request(const char *institution)
{
	const struct act_value value = { "lembaga", institution };

	now += 60;
	return walk_start(o, "izin-magang-penelitian", 0, &value, 1, now);
}

static void
log_in(const char *login)
{
	cgi_leave(&v);
	v.now = now;
	cgi_login(o, &v, login);
}

/* The row of the table: "name", its number, the other spellings. */
static void
is_row(const char *name, const char *number, const char *others)
{
	const char *at = strstr(cgi_body(&v), "<table");
	char cell[512];

	snprintf(cell, sizeof(cell), ">%s</th>", name);
	at = at != NULL ? strstr(at, cell) : NULL;
	ok(at != NULL, "%s has a row", name);
	snprintf(cell, sizeof(cell), "%.*s", at == NULL ? 0 :
	    (int)(strstr(at, "</tr>") - at), at == NULL ? "" : at);
	ok(strstr(cell, number) != NULL, "...with its number%s", number);
	ok(strstr(cell, others) != NULL, "...and \"%s\"", others);
}

/* Choose, look once more, press. */
static void
press(const char *act, const char *fields)
{
	char form[512], version[64];
	const char *at;

	cgi_get(&v, "admin", HERE);
	/* Its form has its version before its name. */
	snprintf(form, sizeof(form), "name=\"aksi\" value=\"%s\"", act);
	if ((at = strstr(cgi_body(&v), form)) == NULL)
		bail(act);
	while (at > cgi_body(&v) && strncmp(at, "name=\"versi\"", 12) != 0)
		at--;
	snprintf(version, sizeof(version), "%.16s", at + 20);
	snprintf(form, sizeof(form), "aksi=%s&%s&kunci=a&versi=%s", act,
	    fields, version);
	cgi_post(&v, "admin", HERE, form);
	if (v.status != 200)
		return;
	ok(cgi_has(&v, "tidak berubah"), "asked once more, with what stays");
	snprintf(form, sizeof(form), "aksi=kirim&tindakan=%s&pasti=ya&%s"
	    "&kunci=b%lld&versi=%s", act, fields, (long long)now++,
	    cgi_field(&v, "versi"));
	cgi_post(&v, "admin", HERE, form);
	is_int(303, v.status, "...and done");
}

static void
offered(void)
{
	cgi_leave(&v);
	v.now = now;
	cgi_get(&v, "submit", IZIN);
	cgi_post(&v, "submit", IZIN, "aksi=mulai");
	cgi_get(&v, "submit", v.location);
	ok(cgi_has(&v, "list=\"lembaga-saran\"") &&
	    cgi_has(&v, "<datalist id=\"lembaga-saran\">"),
	    "institutions are offered");
	ok(cgi_has(&v, "<option value=\"Universitas Sriwijaya\">"),
	    "...those with an account");
	ok(!cgi_has(&v, "Rumah Budi"), "...nothing that a visitor typed");
}

int
main(void)
{
	int64_t unsri, id;
	char *typed;

	o = cgi_office();
	unsri = request("UNSRI");
	request("UNSRI");
	request("Univ. Sriwijaya");
	request("Universitas Sriwijaya");
	id = request("Rumah Budi 0812");
	offered();
	log_in("kakanwil");
	cgi_get(&v, "admin", HERE);
	is_int(403, v.status, "for administrators alone");
	log_in("admin");
	cgi_get(&v, "admin", "/admin/lembaga");
	ok(cgi_has(&v, "href=\"" HERE "\""), "the list of institutions leads "
	    "there");
	cgi_get(&v, "admin", HERE);
	is_row("UNSRI", ">2<", "");
	is_row("Universitas Sriwijaya", ">1<", "");
	press("gabung", "ejaan=UNSRI&menjadi=Univ.+Sriwijaya");
	press("gabung", "ejaan=Univ.+Sriwijaya&menjadi=Universitas+Sriwijaya");
	cgi_get(&v, "admin", HERE);
	is_row("Universitas Sriwijaya", ">4<",
	    "UNSRI (2); Univ. Sriwijaya (1)");
	is_int(2, fixture_int(o, "SELECT count(*) FROM events WHERE kind ="
	    " 'institution-merged' AND $1 = $1", 0), "two events");
	typed = case_value(o, unsri, "lembaga");
	is_string("UNSRI", typed, "the case keeps what was typed");
	free(typed);
	press("gabung", "ejaan=UNSRI&menjadi=UNSRI");
	is_int(422, v.status, "a spelling that is merged cannot be again");
	press("pisah", "gabungan=UNSRI");
	cgi_get(&v, "admin", HERE);
	is_row("UNSRI", ">2<", "");
	is_row("Universitas Sriwijaya", ">2<", "Univ. Sriwijaya (1)");
	offered();
	is_int(1, fixture_int(o, "SELECT institution = 'Rumah Budi 0812' FROM"
	    " cases WHERE id = $1", id), "the case has its institution");
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
