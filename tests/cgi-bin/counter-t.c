/* counter-t.c - a desk's queue: one keypress per act. */
#include <string.h>

#include "people/password.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/cgi.h"
#include "tests/web/desk.h"

#define ENTRY "petugas-entry-scan-kanim"
#define BIO "petugas-biometric-kanim"
#define SLUG "keimigrasian-wna"
#define NUMBER(n) "name=\"nomor_antrian\" type=\"text\" value=\"" n "\""

static struct visitor v;
static char uri[64], form[1024];

static void
see(struct office *o, const char *login, const char *address)
{
	v.now = desk_now;
	cgi_login(o, &v, login);
	cgi_get(&v, "counter", address);
}

static const char *
task_uri(int64_t id)
{
	snprintf(uri, sizeof(uri), "/loket/%lld", (long long)id);
	return uri;
}

/* Press a button of the page of a task, with fields. */
static void
press(struct office *o, const struct task_row *t, const char *aksi,
    const char *fields)
{
	struct task_row now;

	if (task_get(o, t->id, &now) != CASE_OK)
		bail("no task");
	desk_now += 60;
	v.now = desk_now;
	snprintf(form, sizeof(form), "versi=%lld&kunci=k%lld&aksi=%s"
	    "&keputusan=teruskan%s", (long long)now.version,
	    (long long)desk_now, aksi, fields);
	cgi_post(&v, "counter", task_uri(t->id), form);
}

static void
is_for_desks(struct office *o)
{
	cgi_get(&v, "counter", "/loket");
	is_int(303, v.status, "nobody logs in first");
	see(o, "admin-user", "/loket");
	is_int(403, v.status, "no outsider");
	see(o, "kakanwil", "/loket");
	is_int(403, v.status, "no role without a desk");
	ok(cgi_has(&v, "Tugas Anda ada di kotak masuk"), "...which is told");
	see(o, ENTRY, "/loket/77");
	is_int(404, v.status, "no task of that number");
}

/* A slip in the applicant's language; the queue searched by its number. */
static void
gives_a_slip(struct office *o)
{
	char slip[64], code[CASE_CODE_LEN + 1], printed[20];
	int64_t id = fixture_int(o, "SELECT max(id) FROM cases WHERE id > $1",
	    0);

	ok(cgi_has(&v, "0 selesai hari ini"), "a number is no work done");
	snprintf(slip, sizeof(slip), "/loket/slip/%lld", (long long)id);
	ok(cgi_has(&v, slip), "...its slip is offered");
	cgi_get(&v, "counter", slip);
	is_int(200, v.status, "a slip");
	ok(cgi_has(&v, "<section class=\"app-slip\" lang=\"en\">") &&
	    cgi_has(&v, "Queue number") && cgi_has(&v, "&lt;1&gt;"),
	    "...in English, with the queue number");
	office_code(o, id, code);
	snprintf(printed, sizeof(printed), "%.4s-%.4s-%.4s", code, code + 4,
	    code + 8);
	ok(cgi_has(&v, printed) && cgi_has(&v, "/lacak?bahasa=en"),
	    "...the tracking code, and where to type it");
	ok(cgi_has(&v, "aria-label=\"QR code of the tracking page\"><path d="
	    "\"M4 4h7v1h-7zM"), "...and a QR code");
	cgi_get(&v, "counter", "/loket/slip/7");
	is_int(404, v.status, "...none of what is not there");
	cgi_get(&v, "counter", "/loket/slip");
	is_int(404, v.status, "...nor of nothing");
	cgi_get(&v, "counter", "/loket?nomor=999");
	ok(!cgi_has(&v, "autofocus>&lt;1&gt;</h2>"), "another number");
	ok(cgi_has(&v, "Tidak ada antrean dengan nomor itu di loket ini."),
	    "...which nobody here has");
	ok(cgi_has(&v, "1 dalam antrean"), "...though somebody waits");
	cgi_get(&v, "counter", "/loket?nomor=%20%3C1%3E%20");
	ok(cgi_has(&v, "autofocus>&lt;1&gt;</h2>"), "found by its number");
	ok(cgi_has(&v, "Tidak ada antrean lain dengan nomor itu"),
	    "...it alone");
}

static void
hands_out_numbers(struct office *o)
{
	see(o, ENTRY, "/loket");
	is_int(200, v.status, "a desk");
	ok(cgi_has(&v, "Loket Petugas Entry dan Scan Kanim</h1>"), "...named");
	ok(cgi_has(&v, "Tidak ada yang menunggu."), "...nobody waits");
	ok(cgi_has(&v, NUMBER("001")), "the first number");
	cgi_post(&v, "counter", "/loket", "aksi=nomor&sop=" SLUG
	    "&kunci=a&nomor_antrian=");
	is_int(422, v.status, "a number is needed");
	ok(cgi_has(&v, "Isi nomor antrean"), "...which is said");
	cgi_post(&v, "counter", "/loket", "aksi=nomor&sop=" SLUG
	    "&kunci=b&nomor_antrian=%3C1%3E");
	is_int(303, v.status, "one keypress");
	cgi_get(&v, "counter", "/loket");
	ok(cgi_has(&v, "Antrean &lt;1&gt;: berkas K-2026-0001 dimulai"),
	    "...opens a case");
	ok(cgi_has(&v, "autofocus>&lt;1&gt;</h2>"), "...which is open");
	gives_a_slip(o);
	ok(cgi_has(&v, NUMBER("002")), "the second number");
	cgi_post(&v, "counter", "/loket", "aksi=nomor&sop=" SLUG
	    "&kunci=b&nomor_antrian=%3C1%3E");
	is_int(1, fixture_int(o, "SELECT count(*) FROM cases WHERE id > $1",
	    0), "twice pressed is once done");
	cgi_post(&v, "counter", "/loket", "aksi=layani&sop=" SLUG
	    "&kunci=c&nomor_antrian=002");
	ok(strncmp(v.location, "/loket/", 7) == 0, "a number, served at once");
	cgi_get(&v, "counter", v.location);
	ok(cgi_has(&v, "autofocus>002</h2>") && cgi_has(&v,
	    "name=\"nomor_paspor\""), "...with the form of the next row");
	cgi_post(&v, "counter", "/loket", "aksi=nomor&sop=rkt&kunci=d");
	is_int(400, v.status, "no SOP that begins elsewhere");
}

static void
finishes_by_one_keypress(struct office *o)
{
	int64_t id = desk_case(o, SLUG, "5");
	struct task_row t = desk_task(o, id);

	see(o, BIO, "/loket");
	ok(cgi_has(&v, "Selesai: langkah 5"), "a physical act");
	ok(cgi_has(&v, "Selesai: langkah 5 dan 6"), "...and the next one");
	press(o, &t, "selesai", "");
	is_string("/loket", v.location, "one keypress, and the next");
	t = desk_task(o, id);
	is_int(6, t.pos, "...it is done");
	cgi_get(&v, "counter", task_uri(t.id));
	ok(cgi_has(&v, "Selesai: langkah 6"), "another address of the queue");
	press(o, &t, "ambil", "");
	is_string(task_uri(t.id), v.location, "called first");
	press(o, &t, "selesai", "");
	is_string("/loket", v.location, "...then done");
}

static void
finishes_two_rows(struct office *o)
{
	int64_t id = desk_case(o, SLUG, "17");
	struct task_row t = desk_task(o, id);

	see(o, ENTRY, task_uri(t.id));
	ok(cgi_has(&v, "name=\"kode_arsip\"") && cgi_has(&v,
	    "name=\"hasil_pindai\""), "both rows in one form");
	press(o, &t, "selesai-semua", "");
	is_int(422, v.status, "what the second needs");
	ok(cgi_has(&v, "Isi kode arsip"), "...is asked for");
	is_int(17, desk_task(o, id).pos, "...before the first is done");
	press(o, &t, "selesai-semua", "&kode_arsip=GR.01");
	is_string("/loket", v.location, "one keypress");
	is_int(0, fixture_int(o, "SELECT count(*) FROM tasks WHERE open = 1"
	    " AND case_id = $1", id), "...ends both, and the case");
	is_int(2, fixture_int(o, "SELECT count(*) FROM tasks WHERE joint = 1"
	    " AND own > 0 AND late_entry = 0 AND case_id = $1", id),
	    "...which share the time, and say so");
	is_int(3, fixture_int(o, "SELECT max(CASE pos WHEN 17 THEN own END)"
	    " / max(CASE pos WHEN 18 THEN own END) FROM tasks"
	    " WHERE case_id = $1", id), "...as 15 minutes and 5 minutes do");
}

static void
notes_presence(struct office *o)
{
	int64_t id = desk_case(o, SLUG, "4");
	struct task_row t = desk_task(o, id);

	see(o, ENTRY, "/loket");
	ok(cgi_has(&v, "value=\"hadir\">Pemohon hadir"), "who is awaited");
	press(o, &t, "selesai", "");
	is_int(409, v.status, "nothing is done without the applicant");
	press(o, &t, "hadir", "");
	is_string(task_uri(t.id), v.location, "one keypress: present");
	cgi_get(&v, "counter", v.location);
	ok(cgi_has(&v, "Selesai: langkah 4"), "...and the act can follow");
	press(o, &t, "selesai", "&terjadi-tanggal-hari=40");
	is_int(422, v.status, "an impossible time");
	ok(cgi_has(&v, "<details class=\"govuk-details\" open>"),
	    "...stands open");
}

/* Handed out on paper: the form has its times, and then there is a verdict. */
static void
tells_of_a_number_given_before(struct office *o)
{
	static const char told[] = "aksi=nomor&sop=" SLUG "&nomor_antrian=77"
	    "&nomor-mulai-tanggal-hari=5&nomor-mulai-tanggal-bulan=1"
	    "&nomor-mulai-tanggal-tahun=2026&nomor-mulai-pukul=08.01"
	    "&nomor-selesai-tanggal-hari=5&nomor-selesai-tanggal-bulan=1"
	    "&nomor-selesai-tanggal-tahun=2026";

	see(o, ENTRY, "/loket");
	snprintf(form, sizeof(form), "%s&kunci=n1&nomor-selesai-pukul=40",
	    told);
	cgi_post(&v, "counter", "/loket", form);
	is_int(422, v.status, "an impossible time");
	ok(cgi_has(&v, "Nomor ini sudah diberikan") && cgi_has(&v,
	    "<details class=\"govuk-details\" open>"), "...stands open");
	snprintf(form, sizeof(form), "%s&kunci=n2&nomor-selesai-pukul=08.02",
	    told);
	cgi_post(&v, "counter", "/loket", form);
	is_int(422, v.status, "a minute for what has half of one");
	ok(cgi_has(&v, "id=\"nomor-sebab\""), "...asks why");
	snprintf(form, sizeof(form), "%s&kunci=n3&nomor-selesai-pukul=08.02"
	    "&nomor-sebab=beban", told);
	cgi_post(&v, "counter", "/loket", form);
	is_int(303, v.status, "told, it is handed out");
	is_int(60, fixture_int(o, "SELECT own FROM tasks WHERE pos = $1 AND"
	    " verdict = 'over'", 1), "...with its own time, and judged");
	is_int(0, fixture_int(o, "SELECT count(*) FROM tasks WHERE pos = $1"
	    " AND verdict <> 'none' AND late_reason = ''", 1),
	    "...others have no beginning and no verdict");
}

static void
asks_why_it_is_late(struct office *o)
{
	int64_t id = desk_case(o, SLUG, "5");
	struct task_row t = desk_task(o, id);

	desk_now += 3 * 3600;
	see(o, BIO, task_uri(t.id));
	press(o, &t, "selesai", "");
	is_int(422, v.status, "late");
	ok(cgi_has(&v, "Pilih s") && cgi_has(&v, "value=\"sistem-luar\""),
	    "...the reason is asked");
	press(o, &t, "selesai", "&sebab=sistem-luar");
	is_int(303, v.status, "...one keypress more");
}

static void
tells_who_was_faster(struct office *o)
{
	int64_t id = desk_case(o, SLUG, "5");
	struct task_row t = desk_task(o, id);

	see(o, BIO, task_uri(t.id));
	snprintf(form, sizeof(form), "versi=9&kunci=z&aksi=selesai"
	    "&keputusan=teruskan");
	cgi_post(&v, "counter", task_uri(t.id), form);
	is_int(409, v.status, "an old page");
	ok(cgi_has(&v, "Langkah ini sudah"), "...says so");
	ok(cgi_has(&v, "Selesai: langkah 5"), "...and shows it as it is");
	see(o, ENTRY, task_uri(t.id));
	is_int(403, v.status, "a neighbour's task");
}

static void
write_down_for_a_holder(struct office *o)
{
	int64_t id = desk_case(o, SLUG, "16");
	struct task_row t = desk_task(o, id);
	int64_t holder = fixture_person(o, "kasi-izin-tinggal");
	char fields[200];

	see(o, "admin", "/loket?peran=kasi-izin-tinggal");
	is_int(403, v.status, "an administrator has no desk by himself");
	see(o, "admin", task_uri(t.id));
	is_int(403, v.status, "...nor any of its tasks");
	fixture_clerk(o, "admin", "kasi-izin-tinggal");
	fixture_clerk(o, "admin", "kasubsi-izin-tinggal");
	see(o, "admin", "/loket?peran=kasi-izin-tinggal");
	is_int(200, v.status, "named a clerk he has");
	ok(cgi_has(&v, "Dicatat atas nama"), "...writes down for its holder");
	press(o, &t, "selesai", "");
	is_int(422, v.status, "not for himself");
	ok(cgi_has(&v, "Pilih pejabat yang mengerjakan"), "...he is told");
	snprintf(fields, sizeof(fields), "&atas-nama=%lld", (long long)holder);
	press(o, &t, "selesai", fields);
	is_int(422, v.status, "not without evidence");
	snprintf(fields, sizeof(fields), "&atas-nama=%lld&bukti-terjadi="
	    "buku+register+12", (long long)holder);
	press(o, &t, "selesai", fields);
	is_int(303, v.status, "written down");
	is_int(holder, fixture_int(o, "SELECT closed_by FROM tasks"
	    " WHERE id = $1", t.id), "...as the holder's");
	snprintf(uri, sizeof(uri), "/periksa/%lld", (long long)desk_task(o,
	    desk_case(o, SLUG, "3")).id);
	cgi_get(&v, "review", uri);
	is_int(200, v.status, "on a step's own page, too");
	ok(cgi_has(&v, "Dicatat atas nama") && !cgi_has(&v, "Ambil tugas"),
	    "...and only so");
}

/* The holder finds on the case what was written down, and contests it. */
static void
contest_it(struct office *o, int64_t id, int64_t task)
{
	char page[64], sent[160];

	snprintf(page, sizeof(page), "/berkas/%lld", (long long)id);
	cgi_login(o, &v, ENTRY);
	cgi_get(&v, "case", page);
	ok(v.status == 200 && cgi_has(&v, "atas nama Anda pada") &&
	    cgi_has(&v, "Bukan tindakan saya"), "the holder is asked");
	snprintf(sent, sizeof(sent), "aksi=bantah&kunci=b1&langkah=%lld"
	    "&bantahan=", (long long)task);
	cgi_post(&v, "case", page, sent);
	is_int(422, v.status, "...how it was");
	snprintf(sent, sizeof(sent), "aksi=bantah&kunci=b2&langkah=%lld"
	    "&bantahan=Saya+cuti", (long long)task);
	cgi_post(&v, "case", page, sent);
	is_int(303, v.status, "...and contests it");
	cgi_get(&v, "case", page);
	ok(cgi_has(&v, "Dibantah: bukan tindakan saya") &&
	    cgi_has(&v, "Saya cuti"), "...which the history tells");
	ok(!cgi_has(&v, "atas nama Anda pada"), "...once");
}

/* Named by an administrator for one role. */
static void
is_for_clerks(struct office *o)
{
	int64_t id = desk_case(o, SLUG, "4");
	struct task_row t = desk_task(o, id);
	static const char login[] = "petugas-layanan";
	char fields[100];

	see(o, login, "/loket");
	is_int(403, v.status, "no desk of one's own");
	fixture_run(o, "INSERT INTO clerks (id, role_id, person_id, letter_no,"
	    " from_at) SELECT 992, r.id, p.id, 'ST-7', 0 FROM roles r,"
	    " people p WHERE r.slug = '" ENTRY "'"
	    " AND p.login = 'petugas-layanan'");
	see(o, login, task_uri(t.id));
	is_int(200, v.status, "a clerk has the desk he writes for");
	ok(cgi_has(&v, "Anda mencatat untuk pemegang peran ini"),
	    "...and is told what for");
	ok(cgi_has(&v, "href=\"/loket\" aria-current=\"page\""),
	    "...it is in the menu");
	ok(!cgi_has(&v, "Beri nomor antrean"), "...without numbers");
	press(o, &t, "hadir", "");
	is_int(303, v.status, "that somebody is there is one press");
	press(o, &t, "selesai", "");
	is_int(422, v.status, "nothing else in his own name");
	snprintf(fields, sizeof(fields), "&bukti-terjadi=buku&atas-nama=%lld",
	    (long long)fixture_person(o, ENTRY));
	press(o, &t, "selesai", fields);
	is_int(303, v.status, "for the holder, with evidence");
	contest_it(o, id, t.id);
	see(o, "kakanwil", "/kotak-masuk");
	cgi_get(&v, "inbox", "/kotak-masuk");
	ok(!cgi_has(&v, "href=\"/loket\""), "no desk, nothing in the menu");
	fixture_run(o, "DELETE FROM clerks");
}

/* Six digits are the way to the counter and to nothing else, until the password
 * is given. */
static void
pin_opens_the_counter_alone(void)
{
	static const char *const closed[][2] = {
		{ "inbox", "/kotak-masuk" }, { "case", "/berkas" },
		{ "report", "/laporan" }, { "approve", "/setujui" },
		{ "account", "/akun" }, { "admin", "/admin" },
		{ "complaint", "/pengaduan" }, { "file", "/dokumen" },
	};
	char login[64];

	ok(!cgi_has(&v, "href=\"/kotak-masuk\"") &&
	    !cgi_has(&v, "action=\"/berkas\""), "a PIN: no menu and no search "
	    "of other pages");
	for (size_t i = 0; i < sizeof(closed) / sizeof(closed[0]); i++) {
		cgi_get(&v, closed[i][0], closed[i][1]);
		snprintf(login, sizeof(login), "/masuk?kembali=%%2F%s",
		    closed[i][1] + 1);
		is_int(303, v.status, "a PIN does not open %s", closed[i][1]);
		is_string(login, v.location, "...asks for the password");
	}
	cgi_post(&v, "record", "/catat/7", "aksi=selesai&catatan=Sudah");
	is_int(403, v.status, "an act elsewhere is refused");
	ok(cgi_has(&v, "Kata sandi diminta") && cgi_has(&v, "Sudah"),
	    "...and what was typed goes along");
	cgi_get(&v, "sop", "/sop");
	is_int(200, v.status, "what anyone reads is read");
	cgi_get(&v, "login", "/masuk?kembali=/akun");
	ok(cgi_has(&v, "yang hanya membuka loket"), "the log-in says why");
	cgi_post(&v, "login", "/masuk", "nip=" BIO
	    "&kata-sandi=kuda-besi-terbang&kembali=/akun");
	is_string("/akun", v.location, "with the password");
	cgi_get(&v, "account", "/akun");
	is_int(200, v.status, "...every page opens");
}

/* A task that is no desk's has no page here. */
static void
other_tasks_are_elsewhere(struct office *o)
{
	struct task_row t = desk_task(o, desk_case(o, SLUG, "12"));

	fixture_run(o, "INSERT INTO holders (id, role_id, person_id, capacity,"
	    " letter_no, from_at) SELECT 990, r.id, p.id, 'definitif', '', 0"
	    " FROM roles r, people p WHERE r.slug = '" ENTRY "'"
	    " AND p.login = 'kadiv-keimigrasian'");
	see(o, "kadiv-keimigrasian", task_uri(t.id));
	is_int(404, v.status, "no page of a task that is no desk's");
	press(o, &t, "selesai", "");
	is_int(404, v.status, "...and no act on it");
}

static void
change_of_officer(struct office *o)
{
	struct change ch = { .now = desk_now };
	int64_t other = fixture_person(o, BIO);

	fixture_run(o, "INSERT INTO holders (id, role_id, person_id, capacity,"
	    " letter_no, from_at) SELECT 991, r.id, p.id, 'definitif', '', 0"
	    " FROM roles r, people p WHERE r.slug = '" ENTRY "'"
	    " AND p.login = '" BIO "'");
	if (password_set(o, &ch, other, "kuda-besi-terbang") != CASE_OK ||
	    password_set_pin(o, &ch, other, "481516") != CASE_OK)
		bail("no password and PIN");
	see(o, ENTRY, "/loket");
	ok(cgi_has(&v, "Pegawai " BIO "</option>"), "who may take over");
	snprintf(form, sizeof(form), "aksi=ganti&petugas=%lld"
	    "&pin-petugas=000000", (long long)other);
	cgi_post(&v, "counter", "/loket", form);
	cgi_get(&v, "counter", "/loket");
	ok(cgi_has(&v, "PIN atau kata sandi tidak cocok"), "a wrong PIN");
	ok(cgi_has(&v, "<span>Pegawai " ENTRY "</span>"), "...changes nothing");
	snprintf(form, sizeof(form), "aksi=ganti&petugas=%lld"
	    "&pin-petugas=481516", (long long)other);
	cgi_post(&v, "counter", "/loket", form);
	is_int(303, v.status, "the right one");
	cgi_get(&v, "counter", "/loket");
	ok(cgi_has(&v, "<span>Pegawai " BIO "</span>"), "...is a session of "
	    "that person");
	ok(cgi_has(&v, "Loket Petugas Entry dan Scan Kanim</h1>"),
	    "...at the same desk");
	snprintf(form, sizeof(form), "aksi=ganti&petugas=%lld"
	    "&pin-petugas=481516", (long long)fixture_person(o, "kakanwil"));
	cgi_post(&v, "counter", "/loket", form);
	cgi_get(&v, "counter", "/loket");
	ok(cgi_has(&v, "pilih petugas loket ini"), "nobody of elsewhere");
	cgi_get(&v, "counter", "/loket/pin");
	is_int(200, v.status, "a page for one's PIN");
	cgi_post(&v, "counter", "/loket/pin", "kunci=q&kata-sandi=salah"
	    "&pin-baru=204817");
	is_int(422, v.status, "...asks the password");
	ok(!cgi_has(&v, "204817"), "...and shows nothing again");
	pin_opens_the_counter_alone();
	see(o, ENTRY, "/loket");
	snprintf(form, sizeof(form), "aksi=ganti&petugas=%lld"
	    "&pin-petugas=481516", (long long)other);
	cgi_post(&v, "counter", "/loket", form);
	cgi_configure("pin_minutes", "5");
	v.now += 5 * 60 - 1;
	cgi_get(&v, "counter", "/loket");
	is_int(200, v.status, "such a session lasts as the office says");
	v.now += 5 * 60;
	cgi_get(&v, "counter", "/loket");
	is_int(303, v.status, "...and no longer");
}

int
main(void)
{
	struct office *o = cgi_office();

	v.now = desk_now;
	is_for_desks(o);
	hands_out_numbers(o);
	finishes_by_one_keypress(o);
	finishes_two_rows(o);
	notes_presence(o);
	tells_of_a_number_given_before(o);
	asks_why_it_is_late(o);
	tells_who_was_faster(o);
	write_down_for_a_holder(o);
	is_for_clerks(o);
	other_tasks_are_elsewhere(o);
	change_of_officer(o);
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
