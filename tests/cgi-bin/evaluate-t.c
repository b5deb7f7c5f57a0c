/*
 * evaluate-t.c - the evaluation of a service on the web: findings are kept,
 * come back in the next month, and stand on the paper.
 */
#include <stdlib.h>
#include <string.h>

#include "case/act.h"
#include "case/act_hold.h"
#include "case/case.h"
#include "case/evaluation.h"
#include "case/followup.h"
#include "clock/calendar.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"

static struct office *o;
static struct visitor v;
static int64_t case_id, task_id;
static char address[64];

static int64_t
at(int month, int day, int hour)
{
	return calendar_instant(office_calendar(o), 2026, month, day, hour, 0,
	    0);
}

/* The evaluation of a month, taken by an officer at nine. */
static void
take(const char *period, int month, int day)
{
	struct act a = { .now = at(month, day, 9) };
	struct task_row *list;
	size_t n;

	if (evaluation_open(o, fixture_sop(o, "izin-magang-penelitian"),
	    period, at(month, day, 8), &case_id) != CASE_OK ||
	    case_tasks(o, case_id, &list, &n) != CASE_OK)
		bail(office_why(o));
	task_id = list[0].id;
	a.task_id = task_id;
	a.version = list[0].version;
	free(list);
	a.actor.person_id = fixture_person(o, "petugas-layanan");
	if (act_claim(o, &a) != CASE_OK)
		bail(office_why(o));
	snprintf(address, sizeof(address), "/evaluasi/%lld",
	    (long long)task_id);
	cgi_leave(&v);
	v.now = at(month, day, 10) + 1800;
	cgi_login(o, &v, "petugas-layanan");
}

static void
finish(const char *form)
{
	char text[1024];
	static int key;

	cgi_get(&v, "evaluate", address);
	snprintf(text, sizeof(text), "%s&versi=%s&kunci=k%d", form,
	    cgi_field(&v, "versi"), key++);
	cgi_post(&v, "evaluate", address, text);
}

#define FINDING "&temuan_1=%3Ci%3EAntrean&tindak_lanjut_1=Tambah+petugas" \
	"&penanggung_jawab_1=Kabag&sampai_1-hari=31&sampai_1-bulan=3" \
	"&sampai_1-tahun=2026"

static void
takes_findings(void)
{
	static const char *const missing[] = { "href=\"#tindak_lanjut_1\"",
		"href=\"#penanggung_jawab_1\"", "href=\"#sampai_1-hari\"",
		"href=\"#temuan_2\"", "href=\"#tindak_lanjut_2\"",
		"href=\"#sampai_2-bulan\"" };

	take("2026-01", 2, 2);
	cgi_get(&v, "evaluate", address);
	is_int(200, v.status, "the page");
	ok(cgi_has(&v, "Angka Januari 2026"), "... shows the month");
	ok(!cgi_has(&v, "Tindak lanjut yang lalu"), "... nothing from before");
	finish("aksi=selesai&kesimpulan=Baik&temuan_1=Antrean"
	    "&penanggung_jawab_2=Kabag&sampai_2-hari=31");
	is_int(422, v.status, "a finding that leads to nothing");
	ok(cgi_has(&v, "Tulis tindak lanjut temuan ini"), "... is told");
	for (size_t i = 0; i < sizeof(missing) / sizeof(missing[0]); i++)
		ok(cgi_has(&v, missing[i]), "... %s", missing[i]);
	ok(!cgi_has(&v, "href=\"#temuan_1\"") &&
	    !cgi_has(&v, "href=\"#tindak_lanjut_3\""), "... nothing else");
	finish("aksi=selesai&temuan_1=Antrean");
	ok(cgi_has(&v, "href=\"#kesimpulan\""), "a conclusion, too");
	finish("aksi=selesai&kesimpulan=Cukup+baik" FINDING);
	is_int(200, v.status, "whole, it is looked at once more");
	finish("aksi=kirim&kesimpulan=Cukup+baik" FINDING);
	is_int(303, v.status, "done");
}

static void
asks_again(void)
{
	struct case_row c;
	struct followup *list;
	char form[768];
	size_t n;

	take("2026-02", 3, 2);
	cgi_get(&v, "evaluate", address);
	ok(cgi_has(&v, "Tindak lanjut yang lalu"), "the next month asks");
	ok(cgi_has(&v, "&lt;i&gt;Antrean: Tambah petugas"), "... what became"
	    " of it");
	ok(cgi_has(&v, "Kabag, sampai 31 Maret 2026"), "... by whom, when");
	finish("aksi=kirim&kesimpulan=Baik");
	is_int(422, v.status, "it has to be judged");
	ok(cgi_has(&v, "Pilih keadaan tindak lanjut ini"), "... is told");
	case_get(o, case_id, &c);
	if (followup_due(o, &c, &list, &n) != CASE_OK || n != 1)
		bail("no follow-up");
	snprintf(form, sizeof(form), "aksi=kirim&kesimpulan=Baik"
	    "&lanjut-%lld=selesai&keterangan-%lld=%0401d",
	    (long long)list[0].id, (long long)list[0].id, 0);
	finish(form);
	is_int(422, v.status, "401 letters are too many");
	ok(cgi_has(&v, "Tulis paling banyak 400 karakter") &&
	    cgi_has(&v, strrchr(form, '=') + 1), "... and come back");
	snprintf(form, sizeof(form), "aksi=kirim&kesimpulan=Baik"
	    "&lanjut-%lld=selesai&keterangan-%lld=dua+orang",
	    (long long)list[0].id, (long long)list[0].id);
	free(list);
	finish(form);
	is_int(303, v.status, "judged, it is done");
}

static void
prints(void)
{
	char uri[64];

	snprintf(uri, sizeof(uri), "/evaluasi/laporan/%lld",
	    (long long)case_id);
	cgi_get(&v, "evaluate", uri);
	is_int(200, v.status, "the paper");
	ok(cgi_has(&v, "Laporan Kegiatan Evaluasi, Februari 2026"),
	    "... its heading");
	ok(cgi_has(&v, "selesai: dua orang"), "... what became of the finding");
	ok(cgi_has(&v, "&lt;i&gt;Antrean"), "... which is text");
	cgi_get(&v, "evaluate", "/evaluasi/laporan/12");
	is_int(404, v.status, "no such case");
	cgi_get(&v, "evaluate", "/evaluasi/laporan/x");
	is_int(404, v.status, "... no number");
	cgi_leave(&v);
	cgi_get(&v, "evaluate", uri);
	is_int(303, v.status, "nobody is sent to the log-in");
}

int
main(void)
{
	o = cgi_office();
	takes_findings();
	asks_again();
	prints();
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
