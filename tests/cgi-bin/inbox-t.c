/* inbox-t.c - the tasks of a person, their age and their sender. */
#include <stdlib.h>
#include <string.h>

#include "case/act_hold.h"
#include "clock/calendar.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"

#define NOW	(FIXTURE_START + 3600)	/* Monday 5 January 2026, 09.00 */
#define MINUTE	60

static struct visitor v = { .now = NOW };
static char uri[160];

/* As somebody, an address of the inbox. */
static void
see(struct office *o, const char *login, const char *address)
{
	cgi_login(o, &v, login);
	cgi_get(&v, "inbox", address);
}

static const char *
link_to(const char *path, int64_t id, const char *more)
{
	snprintf(uri, sizeof(uri), "href=\"%s/%lld%s\"", path, (long long)id,
	    more);
	return uri;
}

static void
nobody_has_none(void)
{
	cgi_get(&v, "inbox", "/kotak-masuk");
	is_int(303, v.status, "nobody");
	is_string("/masuk?kembali=%2Fkotak-masuk", v.location, "...logs in");
}

static void
says_when_empty(struct office *o)
{
	see(o, "kakanwil", "/kotak-masuk");
	is_int(200, v.status, "an inbox");
	ok(cgi_has(&v, "<h1 class=\"govuk-heading-l\">Kotak masuk Kakanwil"),
	    "...of a role");
	ok(cgi_has(&v, "Tidak ada tugas. Berkas baru muncul"), "...empty");
	ok(cgi_has(&v, "0 tugas. Diperbarui 5 Januari 2026, 09.00 WIB."),
	    "...as of now");
	ok(cgi_has(&v, "<title>Kotak masuk Kakanwil - "), "...its title");
	see(o, "kakanwil", "/kotak-masuk?tab=diteruskan");
	ok(cgi_has(&v, "Belum ada tugas yang Anda teruskan."), "nothing sent");
	see(o, "kakanwil", "/kotak-masuk?cari=%22%3E%3Cb%3E");
	ok(cgi_has(&v, "Tidak ada tugas yang cocok"), "nothing found");
	ok(cgi_has(&v, "value=\"&quot;&gt;&lt;b&gt;\""), "...escaped");
	ok(cgi_has(&v, "href=\"/kotak-masuk?tab=saya\""), "...and back");
	cgi_post(&v, "inbox", "/kotak-masuk", "a=b");
	is_int(405, v.status, "POST");
	see(o, "kakanwil", "/kotak-masuk/x");
	is_int(404, v.status, "nothing below it");
}

static void
shows_a_task(struct office *o)
{
	static const struct act_value subject[] = {
		{ "judul", "Pagu <2027> & \"lain\"" } };
	int64_t id = walk_start(o, "pagu-anggaran",
	    fixture_person(o, "kakanwil"), subject, 1, NOW - 30 * MINUTE);
	struct act a = { .now = NOW - 10 * MINUTE };
	struct task_row t;

	fixture_run(o, "UPDATE cases SET subject = 'Pagu <2027> & \"x\"'");
	walk_current(o, id, &t);
	see(o, "kadivmin", "/kotak-masuk");
	ok(cgi_has(&v, "Tugas saya (0)") && cgi_has(&v,
	    "Belum diambil di peran ini (1)"), "a task of the role");
	ok(cgi_has(&v, "aria-current=\"page\">Belum diambil") &&
	    cgi_has(&v, link_to("/disposisi", t.id, "")),
	    "...which opens, as nothing is mine");
	ok(cgi_has(&v, "Tidak ada tugas yang sedang Anda kerjakan. Di bawah"),
	    "...and says so");
	see(o, "kadivmin", "/kotak-masuk?tab=saya");
	ok(cgi_has(&v, "aria-current=\"page\">Tugas saya (0)") &&
	    !cgi_has(&v, "Di bawah ini"), "...unless mine are asked for");
	see(o, "kadivmin", "/kotak-masuk?tab=peran");
	ok(!cgi_has(&v, "Di bawah ini"), "asked for it says nothing");
	ok(cgi_has(&v, link_to("/disposisi", t.id, "")), "...its step");
	ok(cgi_has(&v, ">Pagu &lt;2027&gt; &amp; &quot;x&quot;</a>"),
	    "...its subject, escaped");
	ok(cgi_has(&v, "data-label=\"SOP\">Pagu Anggaran</td>"), "...SOP");
	ok(cgi_has(&v, "Perintah Kadivmin, langkah 2"), "...what is asked");
	ok(cgi_has(&v, "Pegawai kakanwil<span class=\"app-cards__note\">"
	    "5 Jan, 08.30"), "...from whom, when");
	ok(cgi_has(&v, "Menunggu"), "...not taken yet");
	ok(cgi_has(&v, "K-2026-0001"), "...its number");
	ok(cgi_has(&v, "aria-current=\"page\">Belum diambil"), "...the tab");
	ok(cgi_has(&v, "Menampilkan 1–1 dari 1 tugas"), "...how many");
	a.task_id = t.id;
	a.version = t.version;
	a.actor.person_id = fixture_person(o, "kadivmin");
	if (act_claim(o, &a) != CASE_OK)
		bail(office_why(o));
	see(o, "kadivmin", "/kotak-masuk");
	ok(cgi_has(&v, "aria-current=\"page\">Tugas saya (1)") &&
	    cgi_has(&v, "Sedang dikerjakan") &&
	    cgi_has(&v, "<p class=\"govuk-body\">Sedang Anda kerjakan: <a"),
	    "then it is mine, and in my hand");
	see(o, "kakanwil", "/kotak-masuk?tab=diteruskan");
	ok(cgi_has(&v, link_to("/berkas", id, "")), "sent on: its case");
	ok(!cgi_has(&v, "Tarik kembali"), "...not to be taken back");
	ok(!cgi_has(&v, "aria-sort"), "...by its end");
}

static void
says_how_long(struct office *o)
{
	int64_t id = walk_start(o, "rkt", fixture_person(o, "kakanwil"), NULL,
	    0, NOW);
	struct task_row t;

	walk_current(o, id, &t);
	is_int(1, t.due_at > NOW, "a limit ahead");
	see(o, "kakanwil", "/kotak-masuk?tab=diteruskan");
	ok(cgi_has(&v, link_to("/berkas", id, "#tarik")),
	    "what nobody took may be taken back");
	v.now = t.due_at + 35 * MINUTE;
	if (!calendar_is_open(office_calendar(o), v.now))
		v.now = calendar_add(office_calendar(o), t.due_at,
		    35 * MINUTE);
	see(o, "kadivmin", "/kotak-masuk?tab=peran");
	ok(cgi_has(&v, "terlambat 35 menit"), "late in words");
	ok(cgi_has(&v, "class=\"app-bar app-bar--late\""), "...and by a bar");
	ok(cgi_has(&v, " terlambat) Kotak masuk Kadivmin - "), "...the title");
	v.now = t.due_at - MINUTE;
	see(o, "kadivmin", "/kotak-masuk?tab=peran");
	ok(cgi_has(&v, "tersisa 1 menit"), "soon in words");
	ok(cgi_has(&v, "class=\"app-bar app-bar--soon\""), "...and by a bar");
	ok(cgi_has(&v, " hampir habis</span>"), "...counted");
	v.now = NOW;
}

static void
filters_and_sorts(struct office *o)
{
	see(o, "kadivmin", "/kotak-masuk?tab=peran&sop=monev&urut=nomor");
	ok(cgi_has(&v, "Tidak ada tugas yang cocok"), "another SOP");
	ok(cgi_has(&v, "<option value=\"monev\" selected>Monev</option>"),
	    "...is chosen");
	see(o, "kadivmin", "/kotak-masuk?tab=peran&sop=rkt&cari=rkt&urut=sop");
	ok(cgi_has(&v, ">RKT</a></th>"), "this one");
	ok(cgi_has(&v, "<th scope=\"col\" aria-sort=\"ascending\">"
	    "<a class=\"govuk-link\" href=\"/kotak-masuk?tab=peran&amp;"
	    "cari=rkt&amp;sop=rkt&amp;urut=sop&amp;arah=turun\">SOP"),
	    "...and the order, which may be turned round");
	ok(cgi_has(&v, "href=\"/kotak-masuk?tab=peran&amp;cari=rkt&amp;"
	    "sop=rkt&amp;urut=nomor\""), "...keeps the filter");
	ok(cgi_has(&v, "<a class=\"govuk-link app-filter__clear\" "
	    "href=\"/kotak-masuk?tab=peran\""), "...which may be dropped");
	see(o, "kadivmin", "/kotak-masuk?tab=peran&urut=apa&hal=x");
	is_int(200, v.status, "what is no order or page is passed over");
}

/* The numbers of the cases of a list, in its order. */
static const char *
listed(const char *address)
{
	static char text[512];
	const char *s;

	cgi_get(&v, "inbox", address);
	text[0] = '\0';
	for (s = cgi_body(&v); (s = strstr(s,
	    "data-label=\"Nomor\">K-2026-")) != NULL; s++)
		if (strlen(text) < 500)
			strncat(text, s + 26, 5);
	for (char *c = text; (c = strchr(c, '<')) != NULL; c++)
		*c = ' ';
	return text;
}

/* Two tasks of one role: the first late, the second due today. */
static void
filters_by_time_and_step(struct office *o)
{
	const char *all = "/kotak-masuk?tab=peran&sop=rkt";
	int64_t late, today;
	struct task_row t;
	char want[64];

	late = fixture_int(o, "SELECT t.case_id FROM tasks t JOIN sop_versions"
	    " v ON v.id = t.version_id JOIN sops s ON s.id = v.sop_id"
	    " WHERE s.slug = 'rkt' AND t.open = 1 AND $1 = 0", 0);
	today = walk_start(o, "rkt", fixture_person(o, "kakanwil"), NULL, 0,
	    NOW + 3 * 86400);
	walk_current(o, today, &t);
	v.now = t.due_at - 4 * 3600;
	see(o, "kadivmin", "/kotak-masuk?tab=peran&sop=rkt&tenggat=terlambat");
	ok(cgi_has(&v, "dari 1 tugas") && cgi_has(&v, "terlambat ") &&
	    cgi_has(&v, "<option value=\"terlambat\" selected>") &&
	    cgi_has(&v, "app-filter__more\" open"), "those that are late");
	walk_current(o, late, &t);
	ok(cgi_has(&v, link_to("/disposisi", t.id, "")), "...alone");
	cgi_get(&v, "inbox", "/kotak-masuk?tab=peran&sop=rkt&tenggat=hari-ini");
	walk_current(o, today, &t);
	ok(cgi_has(&v, "dari 1 tugas") && cgi_has(&v, link_to("/disposisi",
	    t.id, "")) && cgi_has(&v, "hari ini</strong>"),
	    "those due today, which say so");
	cgi_get(&v, "inbox", "/kotak-masuk?tab=peran&sop=rkt&tenggat=hampir");
	ok(cgi_has(&v, "Tidak ada tugas yang cocok"), "none is nearly late");
	v.now = t.due_at - MINUTE;
	see(o, "kadivmin", "/kotak-masuk?tab=peran&sop=rkt&tenggat=hampir");
	ok(cgi_has(&v, "dari 1 tugas") && cgi_has(&v, link_to("/disposisi",
	    t.id, "")), "then one is");
	v.now = t.due_at + MINUTE;
	see(o, "kadivmin", "/kotak-masuk?tab=peran&sop=rkt&tenggat=hari-ini");
	ok(cgi_has(&v, "Tidak ada tugas yang cocok"),
	    "what is late by now is due no more");
	snprintf(want, sizeof(want), "%s", listed(all));
	ok(strlen(want) >= 10, "in an order: %s", want);
	ok(strcmp(want, listed("/kotak-masuk?tab=peran&sop=rkt&urut=waktu"
	    "&arah=turun")) != 0, "...and turned round it is another");
	for (size_t i = 0; i < 5; i++) {
		static const char *const by[] = { "sop", "nomor", "perihal",
			"langkah", "masuk" };
		char address[120], back[140];

		snprintf(address, sizeof(address), "%s&urut=%s", all, by[i]);
		snprintf(back, sizeof(back), "%s&arah=turun", address);
		listed(back);
		ok(cgi_has(&v, "aria-sort=\"descending\""), "by %s", by[i]);
	}
	cgi_get(&v, "inbox", "/kotak-masuk?tab=peran&sop=rkt&langkah=assign");
	ok(cgi_has(&v, "tugas</p>") || cgi_has(&v, "Menampilkan"),
	    "those of a kind of step");
	cgi_get(&v, "inbox", "/kotak-masuk?tab=peran&sop=rkt&langkah=review");
	ok(cgi_has(&v, "Tidak ada tugas yang cocok"), "...of another: none");
	cgi_get(&v, "inbox", "/kotak-masuk?tab=peran&pihak=sisumaker");
	ok(cgi_has(&v, "Tidak ada tugas yang cocok"), "none is outside");
	walk_current(o, today, &t);
	fixture_run(o, "INSERT INTO spans (task_id, n, phase, from_at, party)"
	    " SELECT max(id), 99, 'outside', 0, 'sisumaker' FROM tasks"
	    " WHERE open = 1 AND kind = 'assign' AND claimed_by IS NULL");
	fixture_run(o, "UPDATE tasks SET phase = 'outside' WHERE id ="
	    " (SELECT task_id FROM spans WHERE n = 99)");
	cgi_get(&v, "inbox", "/kotak-masuk?tab=peran&pihak=sisumaker");
	ok(cgi_has(&v, "dari 1 tugas") && cgi_has(&v, "Menunggu pihak luar"),
	    "...then one");
	cgi_get(&v, "inbox", "/kotak-masuk?tab=peran&pihak=srikandi");
	ok(cgi_has(&v, "Tidak ada tugas yang cocok"), "...not with another");
	fixture_run(o, "UPDATE tasks SET phase = 'queue' WHERE id ="
	    " (SELECT task_id FROM spans WHERE n = 99)");
	fixture_run(o, "DELETE FROM spans WHERE n = 99");
	v.now = NOW;
}

static int64_t
claimed(struct office *o)
{
	return fixture_int(o, "SELECT count(*) FROM tasks WHERE open = 1"
	    " AND claimed_by = $1", fixture_person(o, "kadivmin"));
}

/* One after another: each press takes one, and nothing else takes any. */
static void
runs(struct office *o)
{
	const char *list = "/kotak-masuk?tab=peran&sop=renstra";
	int64_t before, task;
	char first[512], second[512], form[300];

	see(o, "kadivmin", list);
	ok(cgi_has(&v, "Kerjakan beruntun"), "a list may be worked through");
	before = claimed(o);
	cgi_post(&v, "inbox", list, "kunci=run1&aksi=beruntun");
	is_int(303, v.status, "by one press");
	snprintf(first, sizeof(first), "%s", v.location);
	ok(strncmp(first, "/disposisi/", 11) == 0 && strstr(first,
	    "?tab=peran&sop=renstra&beruntun=1") != NULL,
	    "...the first task is there: %s", first);
	is_int(before + 1, claimed(o), "...and taken");
	task = atoll(first + 11);
	is_int(task, fixture_int(o, "SELECT id FROM tasks WHERE open = 1 AND"
	    " phase = 'own' AND claimed_by = $1", fixture_person(o,
	    "kadivmin")), "...in hand");
	cgi_post(&v, "inbox", list, "kunci=run1&aksi=beruntun");
	is_string(first, v.location, "the same press again takes none");
	cgi_get(&v, "assign", first);
	cgi_get(&v, "assign", first);
	is_int(200, v.status, "a page loaded again");
	is_int(before + 1, claimed(o), "...takes none");
	ok(cgi_has(&v, "Beruntun: 25 tugas lagi sesudah ini."),
	    "...and says how many are left");
	ok(cgi_has(&v, "<kbd>1</kbd>") && cgi_has(&v, "name=\"keputusan\" "
	    "value=\"teruskan\" aria-keyshortcuts=\"1\"") &&
	    !cgi_has(&v, "Kirim keputusan"), "...a decision is one press");
	snprintf(form, sizeof(form), "kunci=d1&versi=%s&keputusan=teruskan"
	    "&instruksi=x&catatan=Siapkan+konsepnya.", cgi_field(&v, "versi"));
	cgi_post(&v, "assign", first, form);
	is_int(303, v.status, "it is sent");
	snprintf(second, sizeof(second), "%s", v.location);
	ok(strncmp(second, "/disposisi/", 11) == 0 &&
	    atoll(second + 11) != task, "...and the next is there: %s", second);
	is_int(before + 1, claimed(o), "...taken by that press");
	cgi_post(&v, "assign", first, form);
	is_string(second, v.location, "sent twice it takes no other");
	is_int(before + 1, claimed(o), "...indeed");
	cgi_get(&v, "assign", first);
	is_int(303, v.status, "gone back to, the first is done");
	is_int(before + 1, claimed(o), "...and takes none");
	cgi_get(&v, "assign", second);
	ok(cgi_has(&v, "Lihat usulan ini") || cgi_has(&v, " ini</a>"),
	    "what was done is linked");
	snprintf(form, sizeof(form), "kunci=d2&versi=%s&aksi=lewati",
	    cgi_field(&v, "versi"));
	cgi_post(&v, "assign", second, form);
	ok(v.status == 303 && strcmp(v.location, second) != 0,
	    "one that is passed over leads to the next");
	is_int(before + 2, claimed(o), "...and stays with its taker");
	cgi_post(&v, "inbox", "/kotak-masuk?tab=peran&sop=monev",
	    "kunci=run9&aksi=beruntun");
	is_string("/kotak-masuk?tab=peran&sop=monev", v.location,
	    "of a list without tasks it goes back there");
	is_int(before + 2, claimed(o), "...and takes none");
	cgi_post(&v, "inbox", list, "aksi=beruntun");
	is_int(400, v.status, "without a key it is refused");
	see(o, "admin-user", "/kotak-masuk");
	ok(!cgi_has(&v, "Kerjakan beruntun"), "outsiders have no such thing");
	cgi_post(&v, "inbox", "/kotak-masuk", "kunci=x&aksi=beruntun");
	is_int(403, v.status, "...nor by hand");
}

/* The value of the first box of a list that can be ticked. */
static void
pick(const char *list, char value[64])
{
	cgi_get(&v, "inbox", list);
	snprintf(value, 64, "%s", cgi_field(&v, "tugas"));
}

/* Several at once: taken, noted, released, handed over. */
static void
does_several(struct office *o)
{
	const char *role = "/kotak-masuk?tab=peran&sop=renstra";
	const char *mine = "/kotak-masuk?tab=saya&sop=renstra";
	char one[64], form[400], other[24];
	int64_t before;

	see(o, "kadivmin", role);
	cgi_post(&v, "inbox", role, "kunci=b0&aksi=ambil");
	is_int(422, v.status, "without a tick");
	ok(cgi_has(&v, "href=\"#pilihan\">Centang tugas yang dimaksud"),
	    "...nothing is done");
	before = claimed(o);
	pick(role, one);
	snprintf(form, sizeof(form), "kunci=b1&aksi=ambil&tugas=%s"
	    "&tugas=12.1&tugas=x", one);
	cgi_post(&v, "inbox", role, form);
	is_int(303, v.status, "those ticked are taken");
	is_int(before + 1, claimed(o), "...what is there of them");
	cgi_post(&v, "inbox", role, form);
	is_int(before + 1, claimed(o), "...once");
	pick(mine, one);
	snprintf(form, sizeof(form), "kunci=b2&aksi=catat&tugas=%s&catatan=",
	    one);
	cgi_post(&v, "inbox", mine, form);
	is_int(422, v.status, "a note without words");
	ok(cgi_has(&v, "\" checked>"), "...keeps the ticks");
	snprintf(form, sizeof(form), "kunci=b3&aksi=catat&tugas=%s"
	    "&catatan=Ditelepon+kampus", one);
	cgi_post(&v, "inbox", mine, form);
	is_int(303, v.status, "a note is kept");
	is_int(1, fixture_int(o, "SELECT count(*) FROM events WHERE kind ="
	    " 'note' AND task_id = $1", atoll(one)), "...of the case");
	snprintf(form, sizeof(form), "kunci=b4&aksi=serah&tugas=%s", one);
	cgi_post(&v, "inbox", mine, form);
	is_int(422, v.status, "handed over to nobody");
	ok(cgi_has(&v, "Pilih pegawai yang menerima"), "...is asked about");
	snprintf(other, sizeof(other), "%lld", (long long)fixture_person(o,
	    "admin-user"));
	snprintf(form, sizeof(form), "kunci=b5&aksi=serah&tugas=%s&penerima=%s",
	    one, other);
	cgi_post(&v, "inbox", mine, form);
	is_int(303, v.status, "nor to anybody");
	cgi_get(&v, "inbox", mine);
	ok(cgi_has(&v, "0 tugas diserahkan."), "...it is refused");
	pick(mine, one);
	snprintf(form, sizeof(form), "kunci=b6&aksi=lepas&tugas=%s", one);
	before = claimed(o);
	cgi_post(&v, "inbox", mine, form);
	is_int(before - 1, claimed(o), "released it is the role's again");
	cgi_get(&v, "inbox", mine);
	ok(cgi_has(&v, "1 tugas kembali ke antrean peran."), "...and told");
	see(o, "admin-user", "/kotak-masuk");
	cgi_post(&v, "inbox", "/kotak-masuk", form);
	is_int(403, v.status, "not for outsiders");
}

/* One view is kept, and may be the first page. */
static void
keeps_a_view(struct office *o)
{
	const char *view = "/kotak-masuk?tab=peran&sop=rkt&urut=nomor";
	char longest[800];

	see(o, "kadivmin", view);
	cgi_post(&v, "inbox", view, "kunci=s1&aksi=simpan");
	is_string(view, v.location, "a view is kept");
	cgi_get(&v, "inbox", "/kotak-masuk?tab=saya");
	ok(cgi_has(&v, "href=\"/kotak-masuk?tab=peran&amp;sop=rkt&amp;"
	    "urut=nomor\">Tampilan saya"), "...and linked");
	cgi_get(&v, "inbox", "/kotak-masuk");
	is_int(200, v.status, "the inbox begins as before");
	cgi_post(&v, "inbox", view, "kunci=s2&aksi=simpan&awal=ya");
	cgi_get(&v, "inbox", "/kotak-masuk");
	is_int(303, v.status, "...unless that is wanted");
	is_string(view, v.location, "...with the view");
	cgi_get(&v, "inbox", view);
	is_int(200, v.status, "...which is there");
	ok(cgi_has(&v, "name=\"awal\" type=\"checkbox\" value=\"ya\" "
	    "checked"), "...and says so");
	see(o, "kakanwil", "/kotak-masuk");
	is_int(200, v.status, "others have their own");
	see(o, "kadivmin", view);
	cgi_post(&v, "inbox", view, "kunci=s3&aksi=lupakan");
	cgi_get(&v, "inbox", "/kotak-masuk");
	is_int(200, v.status, "forgotten it is no more");
	ok(!cgi_has(&v, "Tampilan saya"), "...linked");
	snprintf(longest, sizeof(longest), "/kotak-masuk?tab=peran&cari=%0700d",
	    7);
	cgi_post(&v, "inbox", longest, "kunci=s4&aksi=simpan");
	is_int(422, v.status, "one that is too long is refused");
}

/* A superior sees the work of the people below, hands it over, reminds of it
 * and takes it over; each with a reason.  Everybody of the fixture has this
 * superior. */
#define SUPERIOR "kasubbag-program-pelaporan"

static void
looks_below(struct office *o)
{
	const char *late = "/hari-ini?tenggat=terlambat&sop=renstra";
	char one[64], form[400];

	see(o, "jft", "/hari-ini");
	is_int(403, v.status, "nobody below, no page of the morning");
	ok(cgi_has(&v, "tidak membawahi siapa pun"), "...it says why");
	see(o, SUPERIOR, "/hari-ini/lagi");
	is_int(404, v.status, "there is no other page");
	v.now = NOW + 60 * 86400;
	see(o, SUPERIOR, "/hari-ini");
	is_int(200, v.status, "a superior has one");
	ok(cgi_has(&v, "href=\"/hari-ini?tenggat=terlambat#tugas\""),
	    "...figures lead to their tasks");
	ok(cgi_has(&v, "href=\"/hari-ini?peran=kadivmin#tugas\""),
	    "...by role");
	ok(cgi_has(&v, "href=\"/hari-ini?pemegang=belum#tugas\""),
	    "...and by person");
	cgi_get(&v, "inbox", "/kotak-masuk?tab=saya");
	ok(cgi_has(&v, "href=\"/hari-ini\">Hari ini: bawahan"),
	    "the inbox leads there");
	pick(late, one);
	snprintf(form, sizeof(form), "kunci=h1&aksi=ambil-alih&tugas=%s", one);
	cgi_post(&v, "inbox", late, form);
	is_int(422, v.status, "without a reason nothing is done");
	ok(cgi_has(&v, "href=\"#catatan\">Tulis alasannya"), "...it says so");
	ok(cgi_has(&v, "\" checked>"), "...and keeps the ticks");
	snprintf(form, sizeof(form), "kunci=h2&aksi=ambil-alih&tugas=%s"
	    "&catatan=Mendesak", one);
	cgi_post(&v, "inbox", late, form);
	is_int(303, v.status, "without the role it is not taken over");
	cgi_get(&v, "inbox", late);
	ok(cgi_has(&v, "0 tugas Anda ambil alih.") && cgi_has(&v, "Anda tidak "
	    "memegang peran langkah ini"), "...which the notice says");
	snprintf(form, sizeof(form), "kunci=h3&aksi=ingatkan&tugas=%s"
	    "&catatan=Mendesak", one);
	fixture_run(o, "UPDATE people SET email = login || '@example.invalid'");
	cgi_post(&v, "inbox", late, form);
	cgi_get(&v, "inbox", late);
	ok(cgi_has(&v, "1 tugas diingatkan kepada pemegangnya."),
	    "its holder is reminded");
	cgi_post(&v, "inbox", late, "kunci=&aksi=ingatkan");
	is_int(400, v.status, "a form has a key");
	fixture_run(o, "UPDATE people SET email = ''");
	v.now = NOW;
}

static void
has_pages(struct office *o)
{
	int i;

	for (i = 0; i < 26; i++)
		walk_start(o, "renstra", fixture_person(o, "kakanwil"), NULL,
		    0, NOW);
	see(o, "kadivmin", "/kotak-masuk?tab=peran&sop=renstra");
	ok(cgi_has(&v, "Menampilkan 1–25 dari 26 tugas"), "a page");
	ok(cgi_has(&v, "Halaman 1 dari 2") && cgi_has(&v,
	    "href=\"/kotak-masuk?tab=peran&amp;sop=renstra&amp;hal=2\" "
	    "rel=\"next\""), "...the way to the next");
	see(o, "kadivmin", "/kotak-masuk?tab=peran&sop=renstra&hal=2");
	ok(cgi_has(&v, "Menampilkan 26–26 dari 26 tugas"), "the last");
	ok(cgi_has(&v, "href=\"/kotak-masuk?tab=peran&amp;sop=renstra\" "
	    "rel=\"prev\""), "...the way back");
	ok(v.size < 60000, "...small enough");
}

static void
names_deputies(struct office *o)
{
	fixture_run(o, "INSERT INTO holders (id, role_id, person_id, capacity,"
	    " letter_no, from_at) SELECT 77, r.id, p.id, 'plh', 'W.6-1', 0"
	    " FROM roles r, people p WHERE r.slug = 'kakanwil'"
	    " AND p.login = 'kadivmin'");
	see(o, "kadivmin", "/kotak-masuk");
	ok(cgi_has(&v, "Anda bertindak sebagai Plh. Kakanwil"), "a deputy");
	ok(cgi_has(&v, "Kotak masuk ") && cgi_has(&v, "Plh. Kakanwil</h1>"),
	    "...of two roles");
}

static void
outsiders_see_theirs(struct office *o)
{
	int64_t id = walk_start(o, "sigap-magang-penelitian",
	    fixture_person(o, "admin-user"), NULL, 0, NOW);
	struct task_row t;

	walk_step(o, id, OUTCOME_RETURN, NULL, NOW);
	walk_current(o, id, &t);
	see(o, "admin-user", "/kotak-masuk");
	ok(cgi_has(&v, "<h1 class=\"govuk-heading-l\">Permohonan saya</h1>"),
	    "an outsider");
	ok(cgi_has(&v, "Perlu tindakan Anda (1)"), "...has something to mend");
	ok(cgi_has(&v, link_to("/perbaiki", t.id, "")), "...there");
	ok(cgi_has(&v, "menunggu pemohon"), "...while the clock stands");
	ok(cgi_has(&v, "href=\"/berkas\""), "...and all requests");
	ok(!cgi_has(&v, "Pegawai admin-kanwil"), "...but no names");
	ok(!cgi_has(&v, "Belum diambil"), "...nor queues");
	see(o, "admin-user-2", "/kotak-masuk");
	ok(cgi_has(&v, "Perlu tindakan Anda (0)") &&
	    cgi_has(&v, "Tidak ada yang perlu Anda kerjakan"),
	    "another institution has nothing");
	see(o, "admin-user-2", "/kotak-masuk?tab=peran");
	ok(!cgi_has(&v, "/perbaiki/"), "...anywhere");
}

/* A page that looks again by itself does not keep the session open. */
static void
looks_again_by_itself(struct office *o)
{
	const char *seen = "SELECT seen_at FROM sessions WHERE person_id = $1";
	int64_t then, person = fixture_person(o, "kakanwil");

	fixture_run(o, "DELETE FROM sessions");
	see(o, "kakanwil", "/kotak-masuk");
	ok(cgi_has(&v, "id=\"h-jumlah\" data-renew"), "the counts are renewed");
	then = fixture_int(o, seen, person);
	v.now += 3600;
	setenv("HTTP_SOPAP_RENEW", "1", 1);
	cgi_get(&v, "inbox", "/kotak-masuk");
	is_int(200, v.status, "an hour later by the page itself");
	is_int(then, fixture_int(o, seen, person), "...which is no use");
	v.now += 10 * 3600;
	cgi_get(&v, "inbox", "/kotak-masuk");
	is_int(303, v.status, "...so that the session ends");
	unsetenv("HTTP_SOPAP_RENEW");
	v.now -= 10 * 3600;
	cgi_get(&v, "inbox", "/kotak-masuk");
	ok(fixture_int(o, seen, person) > then, "a person who looks uses it");
	v.now = NOW;
}

/* Each official chooses the channels of messages about work. */
static void
chooses_how_to_be_told(struct office *o)
{
	const char *page = "/pemberitahuan";

	see(o, "admin-user", page);
	is_int(403, v.status, "outsiders choose nothing");
	see(o, "kakanwil", "/kotak-masuk");
	ok(cgi_has(&v, "href=\"/pemberitahuan\""), "the inbox leads there");
	see(o, "kakanwil", page);
	is_int(200, v.status, "...to a form");
	ok(cgi_has(&v, "value=\"tidak\" checked") &&
	    !cgi_has(&v, "value=\"mail\" checked"),
	    "...with what goes without a choice and an address");
	cgi_post(&v, "inbox", page, "kunci=a&tugas-baru=whatsapp"
	    "&ringkasan=mail&telepon=&surel=kakanwil%40contoh.invalid");
	is_int(422, v.status, "WhatsApp without a number");
	ok(cgi_has(&v, "href=\"#telepon\">Isi nomor WhatsApp Anda"),
	    "...is refused there");
	ok(cgi_has(&v, "value=\"kakanwil@contoh.invalid\""),
	    "...and loses nothing");
	cgi_post(&v, "inbox", page, "kunci=b&tugas-baru=merpati"
	    "&ringkasan=tidak&telepon=0812&surel=%22%3E%3Cb%3E");
	is_int(422, v.status, "what is no choice, number or address");
	ok(cgi_has(&v, "href=\"#telepon\"") && cgi_has(&v,
	    "href=\"#surel\""), "...is named");
	ok(!cgi_has(&v, "\"><b>"), "...and escaped");
	cgi_post(&v, "inbox", page, "kunci=c&tugas-baru=whatsapp"
	    "&ringkasan=tidak&telepon=0812-3456-7890&surel=");
	is_int(303, v.status, "a good one is saved");
	is_string(page, v.location, "...and shown");
	is_int(1, fixture_int(o, "SELECT count(*) FROM tellings t"
	    " JOIN people p ON p.id = t.person_id WHERE t.work_by = 'whatsapp'"
	    " AND t.digest_by = '' AND p.phone = '+6281234567890'"
	    " AND p.id = $1", fixture_person(o, "kakanwil")), "...as chosen");
	cgi_post(&v, "inbox", page, "kunci=c&tugas-baru=whatsapp"
	    "&ringkasan=tidak&telepon=0812-3456-7890&surel=");
	is_int(303, v.status, "sent twice it is the same");
	cgi_post(&v, "inbox", page, "csrf=x&kunci=d&tugas-baru=tidak"
	    "&ringkasan=tidak&telepon=&surel=");
	is_int(422, v.status, "without the token it comes back");
	ok(cgi_has(&v, "value=\"tidak\" checked") && cgi_has(&v,
	    "name=\"telepon\" type=\"tel\" value=\"\""), "...as it was sent");
	cgi_post(&v, "inbox", page, "tugas-baru=tidak&ringkasan=tidak");
	is_int(400, v.status, "...or without a key");
	see(o, "kakanwil", "/pemberitahuan/x");
	is_int(404, v.status, "nothing below it");
}

/* A superior says that somebody is away from today to a day of a month. */
static void
send_away(const char *day, const char *month, const char *more)
{
	char form[512];

	snprintf(form, sizeof(form), "aksi=isi&versi=0&kunci=%s"
	    "&mulai-hari=5&mulai-bulan=1&mulai-tahun=2026&selesai-hari=%s"
	    "&selesai-bulan=%s&selesai-tahun=2026&tugas=tetap&alasan="
	    "tidak+masuk&pengganti=%s", cgi_field(&v, "kunci"), day, month,
	    more);
	cgi_post(&v, "inbox", uri, form);
}

/* A long absence is asked about, and goes through all the same. */
static void
warns_of_a_long_absence(struct office *o)
{
	static const char warning[] = "Masa ini lebih dari tiga bulan.";

	v.now = NOW;
	cgi_login(o, &v, "kasubbag-program-pelaporan");
	snprintf(uri, sizeof(uri), "/tidak-masuk/%lld",
	    (long long)fixture_person(o, "kasi-izin-tinggal"));
	cgi_get(&v, "inbox", uri);
	send_away("5", "3", "");
	is_int(200, v.status, "two months away");
	ok(!cgi_has(&v, warning), "...are not asked about");
	cgi_get(&v, "inbox", uri);
	send_away("5", "5", "");
	is_int(200, v.status, "four months away");
	ok(cgi_has(&v, warning), "...are asked about");
	send_away("5", "5", "&pasti=ya");
	is_int(303, v.status, "...and never refused");
	cgi_get(&v, "inbox", uri);
	ok(cgi_has(&v, "Sudah kembali"), "...it is so now");
}

int
main(void)
{
	struct office *o = cgi_office();

	nobody_has_none();
	says_when_empty(o);
	shows_a_task(o);
	says_how_long(o);
	filters_and_sorts(o);
	has_pages(o);
	filters_by_time_and_step(o);
	runs(o);
	does_several(o);
	keeps_a_view(o);
	looks_below(o);
	names_deputies(o);
	outsiders_see_theirs(o);
	chooses_how_to_be_told(o);
	looks_again_by_itself(o);
	warns_of_a_long_absence(o);
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
