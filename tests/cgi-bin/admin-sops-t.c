/*
 * admin-sops-t.c - the pages of an SOP's versions: a date ahead, two versions
 * side by side, cases that are moved, the end.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/slurp.h"
#include "tests/tap.h"
#include "tests/web/admin.h"

#define IZIN	"izin-magang-penelitian"
#define HERE	"/admin/sop/" IZIN

static struct office *o;
static int64_t id[3];

/* The SOP's text, its fourth row in two days. */
static char *
changed(void)
{
	static const char old[] = "teks: 1-4 hari, min: 1, maks: 4";
	static const char new[] = "teks: 1-2 hari, min: 1, maks: 2";
	size_t len;
	char *yaml = slurp("lib/sop/" IZIN ".yaml", &len), *made, *text;
	char *at = strstr(yaml, old);

	if (at == NULL || (text = malloc(len + 1)) == NULL)
		bail(old);
	snprintf(text, len + 1, "%.*s%s%s", (int)(at - yaml), yaml, new,
	    at + strlen(old));
	made = encoded(text);
	free(text);
	free(yaml);
	return made;
}

static void
for_a_date(const char *text)
{
	get(HERE);
	post(HERE, "d1", "aksi=terbitkan&teks=%s&mulai-hari=1&mulai-bulan=1"
	    "&mulai-tahun=2026", text);
	ok(v.status == 422 && cgi_has(&v, "Pilih tanggal sesudah hari ini"),
	    "a date that is past is refused");
	get(HERE);
	post_twice(HERE, "d2", "aksi=terbitkan&teks=%s&mulai-hari=2"
	    "&mulai-bulan=2&mulai-tahun=2026", text);
	is_int(303, v.status, "published for a date");
	get(HERE);
	ok(cgi_has(&v, "mulai berlaku Senin, 2 Februari 2026") ||
	    cgi_has(&v, "mulai berlaku 2 Feb"), "...which its page says");
	ok(cgi_has(&v, "Urungkan rencana"), "...and may be dropped");
	post_twice(HERE, "d3", "aksi=urungkan");
	is_int(303, v.status, "dropped");
	get(HERE);
	ok(cgi_has(&v, "tidak diberlakukan") &&
	    !cgi_has(&v, "Urungkan rencana"), "...it never begins");
}

static void
side_by_side(const char *text)
{
	get(HERE);
	post_twice(HERE, "s1", "aksi=terbitkan&teks=%s", text);
	is_int(303, v.status, "published at once");
	get(HERE "/versi?dari=1&ke=3");
	is_int(200, v.status, "two versions");
	ok(cgi_has(&v, "Langkah 4, waktu") && cgi_has(&v, "<del>1-4</del>") &&
	    cgi_has(&v, "<ins>1-2</ins>"), "...the words that differ marked");
	get(HERE "/versi?dari=1&ke=1");
	ok(cgi_has(&v, "kedua versi sama"), "one with itself");
	get(HERE "/versi?ke=9");
	is_int(404, v.status, "no such version");
}

static int64_t
moved(void)
{
	return fixture_int(o, "SELECT count(*) FROM events WHERE kind ="
	    " 'version' AND $1 = 0", 0);
}

static void
cases_move(void)
{
	get(HERE "/pindah");
	is_int(200, v.status, "cases that may move");
	ok(cgi_has(&v, "Langkah versi 1 menjadi langkah versi 3"),
	    "...and which row becomes which");
	post(HERE "/pindah", "m1", "aksi=pindahkan&alasan=Standar+baru");
	ok(v.status == 422 && cgi_has(&v, "Centang berkas"), "none is ticked");
	get(HERE "/pindah");
	post_twice(HERE "/pindah", "m2", "aksi=pindahkan&alasan=Standar+baru"
	    "&berkas=%lld&berkas=%lld", (long long)id[0], (long long)id[1]);
	is_int(303, v.status, "two of three are moved");
	is_int(2, moved(), "...an event each");
	is_int(1, fixture_int(o, "SELECT count(*) FROM cases WHERE id = $1"
	    " AND version_id = (SELECT version_id FROM cases WHERE id <> $1"
	    " AND version_id IN (SELECT id FROM sop_versions WHERE version ="
	    " 3))", id[0]), "...both have the version in force");
	get(HERE "/pindah");
	ok(cgi_has(&v, "name=\"berkas\""), "the third may still");
}

static void
ends(void)
{
	get(HERE);
	post_twice(HERE, "e1", "aksi=hentikan");
	is_int(303, v.status, "the SOP ends");
	get("/admin/sop");
	ok(cgi_has(&v, "belum atau tidak lagi berlaku"), "...and is listed so");
	get(HERE "/pindah");
	is_int(404, v.status, "nothing is in force to move to");
}

int
main(void)
{
	char *text;

	o = cgi_office();
	for (int i = 0; i < 3; i++)
		id[i] = walk_start(o, IZIN, 0, NULL, 0, FIXTURE_START);
	v.now = FIXTURE_START + 3600;
	cgi_login(o, &v, "admin");
	text = changed();
	for_a_date(text);
	side_by_side(text);
	cases_move();
	ends();
	free(text);
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
