/* admin-t.c - what an administrator looks after. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "people/holder.h"
#include "people/login.h"
#include "people/person.h"
#include "people/role.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/admin.h"

/* -- who may ------------------------------------------------------------- */

static void
lets_in_administrators_alone(struct office *o)
{
	static const char *const others[] = { "kakanwil", "admin-kanwil",
		"admin-user" };
	struct visitor w = { .now = FIXTURE_START };

	cgi_get(&w, "admin", "/admin/pengguna");
	is_int(303, w.status, "nobody is sent to the log-in");
	for (size_t i = 0; i < 3; i++) {
		cgi_login(o, &w, others[i]);
		cgi_get(&w, "admin", "/admin");
		is_int(403, w.status, "%s may not look", others[i]);
		cgi_post(&w, "admin", "/admin/pengguna/baru",
		    "aksi=tambah&kunci=a&nama=X");
		is_int(403, w.status, "...nor change");
	}
	cgi_leave(&w);
	get("/admin/tidak-ada");
	is_int(404, v.status, "no such part");
	get("/admin/pengguna/baru/x");
	is_int(404, v.status, "nothing below a page");
	post("/admin", "a", "aksi=tambah");
	is_int(405, v.status, "the index takes no form");
}

/* -- people -------------------------------------------------------------- */

#define NEW "/admin/pengguna/baru"
#define BUDI "aksi=tambah&nama=Budi+%%3CSantoso%%3E+%%26+%%22Rekan%%22" \
	"&login=1985+0620+2010011007&nip=198506202010011007&unit=%lld" \
	"&telepon=0812-3456-7890&surel=budi%%40example.id&admin=tidak"

static long long
unit(struct office *o)
{
	return (long long)office_unit(o);
}

static void
lists_people(struct office *o)
{
	char text[64];

	get("/admin");
	ok(cgi_has(&v, "href=\"/admin/pengguna\">Pengguna</a>"), "the index");
	ok(cgi_has(&v, "href=\"/aset/panduan-") && cgi_has(&v,
	    "href=\"/aset/handbook-"), "...and the book in both languages");
	snprintf(text, sizeof(text), "%lld orang, %lld nonaktif",
	    (long long)fixture_int(o, "SELECT count(*) FROM people WHERE id"
	    " <> $1", 0), (long long)fixture_int(o, "SELECT count(*) FROM"
	    " people WHERE active = $1", 0));
	ok(cgi_has(&v, text), "...with how many there are: %s", text);
	get("/admin/pengguna");
	is_int(200, v.status, "people");
	ok(cgi_has(&v, ">Pegawai admin</a>"), "...named");
	ok(cgi_has(&v, "Aktif, admin"), "...with what they may");
	ok(cgi_has(&v, "Halaman 1 dari 2"), "...a page at a time");
	ok(cgi_has(&v, "href=\"/admin/pengguna/baru\">Tambah pengguna"),
	    "...and the way to another");
	get("/admin/pengguna?cari=Pegawai+KAKANWIL");
	ok(cgi_has(&v, "Menampilkan 1–1 dari 1 orang"), "one is found");
	ok(cgi_has(&v, "<td>Kakanwil</td>"), "...with the role held");
	get("/admin/pengguna?cari=%3Cb%3E%22%27%26");
	ok(cgi_has(&v, "value=\"&lt;b&gt;&quot;&#39;&amp;\""), "escaped");
	ok(cgi_has(&v, "Tidak ada yang cocok"), "...and nobody found");
}

static void
adds_a_person(struct office *o)
{
	int64_t id;

	get(NEW);
	is_int(200, v.status, "the form of a new person");
	post(NEW, "k1", BUDI, unit(o));
	is_int(200, v.status, "is looked at once more");
	ok(cgi_has(&v, "Tambah pengguna ini?"), "...and asked");
	ok(cgi_has(&v, "Budi &lt;Santoso&gt; &amp; &quot;Rekan&quot;</p>"),
	    "...with what was typed");
	ok(cgi_has(&v, "0812-3456-7890"), "...in words");
	is_int(0, fixture_person(o, "198506202010011007"), "...not yet");
	is_string("ya", cgi_field(&v, "pasti"), "the page carries the form");
	is_string("k1", cgi_field(&v, "kunci"), "...and its key");
	post(NEW, "k1", "tindakan=tambah&pasti=ya&" BUDI, unit(o));
	is_int(303, v.status, "sent");
	id = fixture_person(o, "198506202010011007");
	ok(id != 0, "...and there");
	post(NEW, "k1", "tindakan=tambah&pasti=ya&" BUDI, unit(o));
	is_int(303, v.status, "sent again");
	is_int(1, fixture_int(o, "SELECT count(*) FROM people WHERE name LIKE"
	    " 'Budi%' AND id <> $1", 0), "...there once");
	is_int(1, fixture_int(o, "SELECT count(*) FROM events"
	    " WHERE stream = $1 AND kind = 'person-added'", id),
	    "...by one event");
	get("/admin/pengguna?cari=budi");
	ok(cgi_has(&v, "Perubahan ini sudah disimpan."),
	    "said on the next page");
}

static void
refuses_a_person(struct office *o)
{
	static const struct { const char *what, *form, *say; } bad[] = {
		{ "a name", "nama=&login=a&unit=%lld&admin=tidak",
		    "href=\"#nama\">Isi nama lengkap" },
		{ "a login", "nama=A&login=+&unit=%lld&admin=tidak",
		    "href=\"#login\">Isi NIP atau nama pengguna" },
		{ "a login of its own",
		    "nama=A&login=Kakanwil&unit=%lld&admin=tidak",
		    "href=\"#login\">NIP atau nama pengguna ini sudah" },
		{ "a NIP of 18 digits",
		    "nama=A&login=a&nip=12&unit=%lld&admin=tidak",
		    "href=\"#nip\">Isi NIP dengan 18 angka" },
		{ "a unit", "nama=A&login=a&unit=%lld7&admin=tidak",
		    "href=\"#unit\">Pilih" },
		{ "a mobile number",
		    "nama=A&login=a&unit=%lld&telepon=12&admin=tidak",
		    "href=\"#telepon\">" },
		{ "an address",
		    "nama=A&login=a&unit=%lld&surel=a&admin=tidak",
		    "href=\"#surel\">" },
		{ "yes or no", "nama=A&login=a&unit=%lld&admin=",
		    "href=\"#admin\">Pilih" },
	};
	char form[256];

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		get(NEW);
		snprintf(form, sizeof(form), "aksi=tambah&%s", bad[i].form);
		/* The one number in it is the unit. */
		snprintf(form + strlen(form) - strlen(strstr(form, "%lld")),
		    64, "%lld%s", unit(o), strstr(bad[i].form, "%lld") + 4);
		post(NEW, "x", "%s", form);
		is_int(422, v.status, "a person needs %s", bad[i].what);
		ok(cgi_has(&v, bad[i].say), "...says %s", bad[i].say);
	}
	ok(cgi_has(&v, "id=\"nama\" name=\"nama\" type=\"text\" value=\"A\""),
	    "what was typed is kept");
	post(NEW, "", BUDI, unit(o));
	is_int(400, v.status, "without a key");
	post(NEW, "x", "aksi=hapus&nama=A");
	is_int(400, v.status, "no such form");
	post(NEW, "x", "csrf=0&aksi=tambah&nama=A");
	is_int(422, v.status, "without the token");
	ok(cgi_has(&v, "Halaman ini sudah lama terbuka") && cgi_has(&v,
	    "id=\"nama\" name=\"nama\" type=\"text\" value=\"A\""),
	    "...it comes back filled in");
	get(NEW);
	post(NEW, "x", "tindakan=tambah&aksi=ubah&nama=%%3Cb%%3E%%22%%27%%26");
	is_int(200, v.status, "back from the question");
	ok(cgi_has(&v, "value=\"&lt;b&gt;&quot;&#39;&amp;\""),
	    "...as it was typed, escaped");
}

static const char *
person_page(struct office *o, const char *login)
{
	static char uri[64];

	snprintf(uri, sizeof(uri), "/admin/pengguna/%lld",
	    (long long)fixture_person(o, login));
	return uri;
}

#define JFU "nama=Pegawai+jfu&login=jfu&unit=%lld&admin=tidak"

static void
changes_a_person(struct office *o)
{
	const char *uri = person_page(o, "jfu");
	struct person p;

	get(uri);
	is_int(200, v.status, "a person");
	ok(cgi_has(&v, ">Pegawai jfu</h1>"), "...named");
	ok(cgi_has(&v, "JFU</dd>"), "...with the role");
	post(uri, "p1", "aksi=simpan&" JFU "&surel=jfu%%40example.id",
	    unit(o));
	is_int(200, v.status, "a change is asked once more");
	ok(cgi_has(&v, "<del>kosong</del>"), "...with what was");
	ok(cgi_has(&v, "jfu@example.id</p>"), "...and what will be");
	ok(!cgi_has(&v, "Nama lengkap"), "...and nothing that stays");
	ok(cgi_has(&v, "Pengguna · Pegawai jfu"), "...and whose it is");
	post(uri, "p1", "tindakan=simpan&pasti=ya&" JFU
	    "&surel=jfu%%40example.id", unit(o));
	is_int(303, v.status, "sent");
	person_get(o, fixture_person(o, "jfu"), &p);
	is_string("jfu@example.id", p.email, "...kept");
	ok(p.superior_role_id == 0, "...as is what was emptied");
	post(uri, "p1", "tindakan=simpan&pasti=ya&" JFU
	    "&surel=jfu%%40example.id", unit(o));
	is_int(303, v.status, "sent twice");
	get(uri);
	post(uri, "p2", "aksi=simpan&" JFU "&surel=jfu%%40example.id",
	    unit(o));
	is_int(422, v.status, "nothing changed");
	ok(cgi_has(&v, "Belum ada yang diubah"), "...is said");
	post(uri, "p3", "aksi=simpan&versi=0&" JFU, unit(o));
	is_int(409, v.status, "a form of an older state");
	ok(cgi_has(&v, "sudah diubah sejak halaman dibuka"), "...is said");
	ok(!cgi_has(&v, "value=\"jfu@example.id\""), "...what was typed stays");
	post(uri, "p4", "aksi=simpan&nama=J&login=jft&unit=%lld&admin=tidak",
	    unit(o));
	is_int(422, v.status, "another's login");
	get("/admin/pengguna/1");
	is_int(404, v.status, "nobody");
	get("/admin/pengguna/x");
	is_int(404, v.status, "nobody at all");
}

/* Nobody types another's password: a link is sent, or shown once. */
static void
gives_a_link(struct office *o)
{
	const char *uri = person_page(o, "jft");
	int64_t person = fixture_person(o, "jft");

	get(uri);
	ok(!cgi_has(&v, "type=\"password\""), "no password is typed here");
	post_twice(uri, "s1", "aksi=sandi");
	is_int(303, v.status, "a link is made");
	get(uri);
	ok(cgi_has(&v, "/sandi?kunci="), "...and shown: there is no channel");
	get(uri);
	ok(!cgi_has(&v, "/sandi?kunci="), "...once");
	fixture_run(o, "UPDATE people SET phone = '+628120000009'"
	    " WHERE login = 'jft'");
	post_twice(uri, "s2", "aksi=sandi");
	get(uri);
	ok(cgi_has(&v, "dikirim kepada orangnya") &&
	    !cgi_has(&v, "/sandi?kunci="), "...or sent");
	is_int(1, fixture_int(o, "SELECT count(*) FROM messages WHERE address ="
	    " '+628120000009' AND body LIKE '%/sandi?kunci=%' AND $1 <> 0",
	    person), "...to the number on record");
	is_int(1, fixture_int(o, "SELECT count(*) FROM tokens WHERE person_id"
	    " = $1", person), "...the one before is worth nothing");
	is_int(2, fixture_int(o, "SELECT count(*) FROM events WHERE stream = $1"
	    " AND kind = 'password-link'", person), "...both in the history");
}

static void
deactivates(struct office *o)
{
	const char *uri = person_page(o, "jfu-2");
	struct person p;

	get(uri);
	post(uri, "d1", "aksi=aktif");
	is_int(200, v.status, "who leaves is asked for");
	ok(cgi_has(&v, "Nonaktifkan pengguna ini?"), "...by name");
	ok(cgi_has(&v, "govuk-button--warning"), "...with a warning");
	post(uri, "d1", "tindakan=aktif&aksi=ubah");
	is_int(303, v.status, "and need not");
	is_string(uri, v.location, "...back to the page");
	get(uri);
	post_twice(uri, "d2", "aksi=aktif");
	is_int(303, v.status, "but may");
	person_get(o, fixture_person(o, "jfu-2"), &p);
	is_int(0, p.active, "...is out");
	post(uri, "d2", "tindakan=aktif&pasti=ya");
	person_get(o, fixture_person(o, "jfu-2"), &p);
	is_int(0, p.active, "sent twice, still out");
	get(uri);
	ok(cgi_has(&v, "Aktifkan pengguna</button>"), "and may come back");
	uri = person_page(o, "admin");
	get(uri);
	post(uri, "d3", "aksi=aktif");
	is_int(422, v.status, "the last administrator stays");
	ok(cgi_has(&v, "Harus tetap ada seorang admin"), "...and is told");
}

/* -- roles --------------------------------------------------------------- */

static void
lists_roles(void)
{
	get("/admin/peran");
	is_int(200, v.status, "roles");
	ok(cgi_has(&v, "href=\"/admin/peran/kakanwil\">Kakanwil</a>"),
	    "...with a page each");
	ok(cgi_has(&v, "<td>Pegawai kakanwil</td>"), "...who holds them");
	ok(cgi_has(&v, "<td>dikerjakan sistem</td>"), "...and what they are");
	get("/admin/peran/kakanwil");
	is_int(200, v.status, "a role");
	ok(cgi_has(&v, "<th scope=\"row\">Pegawai kakanwil</th>"),
	    "...with who held it");
	ok(!cgi_has(&v, "Universitas"), "...and no outsider to be named");
	get("/admin/peran/layanan");
	ok(!cgi_has(&v, "value=\"angkat\""), "nobody is named for the system");
	get("/admin/peran/tidak-ada");
	is_int(404, v.status, "no such role");
}

static int64_t
holders(struct office *o, const char *role, int64_t at)
{
	struct role_row r;
	struct holder_row of = { 0 }, *list;
	size_t n;

	if (role_by_slug(o, role, &r) != CASE_OK)
		return -1;
	of.role_id = r.id;
	if (holder_list(o, &of, at, &list, &n) != CASE_OK)
		return -1;
	free(list);
	return (int64_t)n;
}

#define KAKANWIL "/admin/peran/kakanwil"
#define NAME_JFU "aksi=angkat&petugas=%lld&kedudukan=plh" \
	"&surat=W.6%%3Cb%%3E-12&mulai-hari=7&mulai-bulan=jan" \
	"&mulai-tahun=2026&selesai-hari=9&selesai-bulan=1&selesai-tahun=2026"
#define DAY INT64_C(86400)

/* One task a form, closed until it is asked for; a person is typed, and one of
 * several who fit is chosen. */
static void
matches_who_is_typed(struct office *o)
{
	static const char rest[] = "&kedudukan=plh&surat=W.6-12&mulai-hari=7"
	    "&mulai-bulan=1&mulai-tahun=2026";
	char value[64];

	get(KAKANWIL);
	ok(cgi_has(&v, "<span class=\"govuk-details__summary-text\">Tetapkan "
	    "pemegang</span>") && cgi_has(&v, "summary-text\">Akhiri peran"),
	    "each task is a form of its own");
	ok(!cgi_has(&v, "<details class=\"govuk-details\" open>"),
	    "...closed");
	ok(cgi_has(&v, "list=\"petugas-saran\"") && cgi_has(&v,
	    "<option value=\"Pegawai jfu, jfu\">"), "people are offered");
	post(KAKANWIL, "m1", "aksi=angkat&petugas=pegawai+JFU%s", rest);
	is_int(200, v.status, "a name that is typed");
	ok(cgi_has(&v, "Pegawai jfu</p>"), "...is found");
	post(KAKANWIL, "m2", "aksi=angkat&petugas=admin-kan%s", rest);
	is_int(422, v.status, "a text that fits two");
	ok(cgi_has(&v, "Ada 2 orang yang cocok. Pilih salah satu"),
	    "...is asked about");
	ok(cgi_has(&v, "<details class=\"govuk-details\" open>"),
	    "...in its form, which is open");
	snprintf(value, sizeof(value), "name=\"petugas\" type=\"radio\" "
	    "value=\"%lld\"", (long long)fixture_person(o,
	    "admin-kanwil-2"));
	ok(cgi_has(&v, value) && cgi_has(&v, ">Orang lain</label>"),
	    "...by a choice");
	post(KAKANWIL, "m3", "aksi=angkat&petugas=pegawai%s", rest);
	ok(v.status == 422 && cgi_has(&v, "Tulis nama lengkap atau NIP"),
	    "one that fits many is typed once more");
	ok(cgi_has(&v, "value=\"pegawai\""), "...from where it was");
	post(KAKANWIL, "m4", "aksi=angkat&petugas=zzz%s", rest);
	ok(v.status == 422 && cgi_has(&v, "Tidak ada orang dengan nama"),
	    "one that fits nobody is told so");
}

static void
names_a_holder(struct office *o)
{
	long long jfu = fixture_person(o, "jfu");

	get(KAKANWIL);
	post(KAKANWIL, "h1", NAME_JFU, jfu);
	is_int(200, v.status, "a Plh. is asked for once more");
	ok(cgi_has(&v, "Pegawai jfu</p>"), "...by name");
	ok(cgi_has(&v, "W.6&lt;b&gt;-12"), "...with the letter, escaped");
	ok(cgi_has(&v, "9 Januari 2026</p>"), "...and the last day");
	post(KAKANWIL, "h1", "tindakan=angkat&pasti=ya&" NAME_JFU, jfu);
	is_int(303, v.status, "named");
	is_int(1, holders(o, "kakanwil", FIXTURE_START), "...not yet");
	is_int(2, holders(o, "kakanwil", FIXTURE_START + 2 * DAY), "...from "
	    "its day on");
	is_int(2, holders(o, "kakanwil", FIXTURE_START + 4 * DAY), "...to the "
	    "last");
	is_int(1, holders(o, "kakanwil", FIXTURE_START + 5 * DAY), "...and no "
	    "longer");
	get(KAKANWIL);
	ok(cgi_has(&v, "Pemegang ditetapkan."), "...said");
	ok(cgi_has(&v, "<td>W.6&lt;b&gt;-12</td>"), "...listed, escaped");
	post(KAKANWIL, "h2", NAME_JFU, jfu);
	is_int(422, v.status, "the same one twice");
	ok(cgi_has(&v, "href=\"#petugas\">Orang ini sudah memegang"),
	    "...is said beside the name");
	post(KAKANWIL, "h3", "aksi=angkat&petugas=%lld&kedudukan=plt"
	    "&mulai=2026-02-01", jfu);
	is_int(422, v.status, "a Plt. without a letter");
	ok(cgi_has(&v, "href=\"#surat\">Isi nomor surat"), "...is said");
	post(KAKANWIL, "h4", "aksi=angkat&petugas=%lld&kedudukan=plh&surat=1"
	    "&mulai=2026-03-02&selesai=2026-03-01", jfu);
	is_int(422, v.status, "an end before the beginning");
	ok(cgi_has(&v, "href=\"#selesai-hari\">"), "...is said");
	post(KAKANWIL, "h5", "aksi=angkat&kedudukan=x");
	is_int(422, v.status, "nobody, as nothing, at no time");
	ok(cgi_has(&v, "#petugas") && cgi_has(&v, "#kedudukan") &&
	    cgi_has(&v, "#mulai-hari"), "...is said, all of it");
}

/* Dates that are nobody's intention: a slip in the year. */
static void
bounds_its_dates(struct office *o)
{
	static const struct {
		const char *page, *form, *field;
	} far[] = {
		{ KAKANWIL, "aksi=angkat&kedudukan=plt&surat=1", "mulai" },
		{ KAKANWIL, "aksi=angkat&kedudukan=plt&surat=1"
		    "&mulai=2026-01-06", "selesai" },
		{ KAKANWIL, "aksi=tugaskan&surat-tugas=1", "tugas-mulai" },
		{ "/admin/peran/baru", "aksi=tambah&kode=jauh&nama=A"
		    "&jenis=kantor&tunggal=ya", "mulai" },
		{ "/admin/target", "aksi=tetapkan&persen=80&dasar=SK",
		    "mulai" },
	};
	static const char *const day[] = { "2015-12-31", "2036-01-07" };
	long long jfu = fixture_person(o, "jfu");
	char key[16], link[64];

	for (size_t i = 0; i < 2 * sizeof(far) / sizeof(far[0]); i++) {
		snprintf(key, sizeof(key), "far%zu", i);
		snprintf(link, sizeof(link), "href=\"#%s-hari\">",
		    far[i / 2].field);
		get(far[i / 2].page);
		post(far[i / 2].page, key, "%s&petugas=%lld&pencatat=%lld"
		    "&%s=%s", far[i / 2].form, jfu, jfu, far[i / 2].field,
		    day[i % 2]);
		is_int(422, v.status, "%s: %s", far[i / 2].field, day[i % 2]);
		ok(cgi_has(&v, link), "...is said");
	}
}

/* A head of section of a division that is not his role's own. */
static void
holds_it_in_a_unit(struct office *o)
{
	static const char page[] = "/admin/peran/eselon-iv";
	static const char of[] = "SELECT coalesce(unit_id, 0) FROM holders"
	    " WHERE person_id = $1 ORDER BY from_at DESC, id DESC LIMIT 1";
	long long jft = fixture_person(o, "jft");
	long long division = fixture_int(o, "SELECT id FROM units"
	    " WHERE slug = 'divisi-administrasi' AND $1 = 0", 0);

	get(page);
	ok(cgi_has(&v, "name=\"unit-pemegang\""), "a unit is asked for");
	post(page, "u1", "aksi=angkat&petugas=%lld&kedudukan=definitif"
	    "&unit-pemegang=77&mulai=2026-01-06", jft);
	is_int(422, v.status, "one that is not there");
	ok(cgi_has(&v, "href=\"#unit-pemegang\">"), "...is said");
	post_twice(page, "u2", "aksi=angkat&petugas=%lld&kedudukan=definitif"
	    "&unit-pemegang=%lld&mulai=2026-01-06", jft, division);
	is_int(303, v.status, "named for a division");
	is_int(division, fixture_int(o, of, jft), "...it is kept");
	get(page);
	ok(cgi_has(&v, "<td>Divisi Administrasi</td>"), "...and listed");
	post_twice(page, "u3", "aksi=angkat&petugas=%lld&kedudukan=definitif"
	    "&mulai=2026-01-06", (long long)fixture_person(o, "jfu"));
	is_int(303, v.status, "named without one");
	is_int(0, fixture_int(o, of, fixture_person(o, "jfu")),
	    "...it is that of the role");
}

static void
relieves_a_holder(struct office *o)
{
	char form[128];
	const char *id;

	get(KAKANWIL);
	/* The latest comes first: the one just named. */
	id = strstr(cgi_body(&v), "name=\"pemegang\" type=\"radio\" value=\"");
	ok(id != NULL, "who may be relieved");
	if (id == NULL)
		return;
	snprintf(form, sizeof(form), "aksi=akhiri&pemegang=%lld", atoll(id +
	    strlen("name=\"pemegang\" type=\"radio\" value=\"")));
	post(KAKANWIL, "r1", "%s&akhir=2026-01-01", form);
	is_int(422, v.status, "not before it began");
	ok(cgi_has(&v, "href=\"#akhir-hari\">"), "...is said");
	post_twice(KAKANWIL, "r2", "%s&akhir=2026-01-07", form);
	is_int(303, v.status, "relieved");
	is_int(2, holders(o, "kakanwil", FIXTURE_START + 2 * DAY), "...at the "
	    "end of a day");
	is_int(1, holders(o, "kakanwil", FIXTURE_START + 3 * DAY), "...and "
	    "gone the next");
	get(KAKANWIL);
	post(KAKANWIL, "r3", "aksi=akhiri&pemegang=1");
	is_int(422, v.status, "somebody of another role");
}

#define NEW_ROLE "aksi=tambah&kode=%s&nama=Analis+%%3Cb%%3E&unit=%lld" \
	"&jenis=kantor&tunggal=ya&mulai=2026-01-05"

static void
adds_and_ends_a_role(struct office *o)
{
	struct role_row r;
	long long kakanwil;

	get("/admin/peran/baru");
	is_int(200, v.status, "the form of a role");
	post_twice("/admin/peran/baru", "n1", NEW_ROLE, "analis", unit(o));
	is_int(303, v.status, "added");
	is_string("/admin/peran/analis", v.location, "...with its page");
	get(v.location);
	ok(cgi_has(&v, ">Analis &lt;b&gt;</h1>"), "...escaped");
	post("/admin/peran/baru", "n2", NEW_ROLE, "kakanwil", unit(o));
	is_int(422, v.status, "a slug once");
	ok(cgi_has(&v, "href=\"#kode\">Kode ini sudah dipakai"), "...is said");
	post("/admin/peran/baru", "n3", NEW_ROLE, "baru", unit(o));
	is_int(422, v.status, "no role in the way of this page");
	post("/admin/peran/baru", "n4", NEW_ROLE, "A+B", unit(o));
	is_int(422, v.status, "no slug with letters of its own");
	get("/admin/peran/analis");
	post("/admin/peran/analis", "n5", "aksi=angkat&petugas=%lld"
	    "&kedudukan=definitif&mulai=2026-01-05",
	    (long long)fixture_person(o, "jft"));
	is_int(200, v.status, "the first day of a role");
	get("/admin/peran/analis");
	post_twice("/admin/peran/analis", "n6", "aksi=simpan&nama=Analis+Muda"
	    "&unit=%lld&tunggal=tidak", unit(o));
	is_int(303, v.status, "its name is changed");
	role_by_slug(o, "analis", &r);
	is_string("Analis Muda", r.name, "...as printed");
	ok(!r.single, "...and what it is");
	role_by_slug(o, "kakanwil", &r);
	kakanwil = (long long)r.id;
	get("/admin/peran/analis");
	post_twice("/admin/peran/analis", "n7", "aksi=tutup&tutup=2026-01-06"
	    "&penerus=%lld", kakanwil);
	is_int(303, v.status, "it ends");
	role_by_slug(o, "analis", &r);
	is_int(FIXTURE_START - 8 * 3600 + 2 * DAY, r.valid_to, "...with the "
	    "day");
	is_int(kakanwil, r.successor_id, "...and has a successor");
	post("/admin/peran/analis", "n7", "tindakan=tutup"
	    "&tutup=2026-01-06&penerus=%lld&pasti=ya", kakanwil);
	is_int(303, v.status, "sent twice");
	get("/admin/peran/jfu");
	post("/admin/peran/jfu", "n8", "aksi=tutup&tutup=2026-01-06");
	ok(cgi_has(&v, "SOP yang berlaku masih menyebut peran ini:"),
	    "a role that is needed is said to be");
}

/* -- institutions and targets -------------------------------------------- */

static void
looks_after_institutions(struct office *o)
{
	char uri[64];
	int64_t id;

	fixture_run(o, "INSERT INTO institutions (id, name, kind, state)"
	    " VALUES (77, 'SMK <Negeri> \"2\"', 'sekolah', 'pending')");
	get("/admin");
	ok(cgi_has(&v, "3 lembaga, 1 menunggu persetujuan"), "on the index");
	get("/admin/lembaga");
	ok(cgi_has(&v, "SMK &lt;Negeri&gt; &quot;2&quot;"), "listed, escaped");
	snprintf(uri, sizeof(uri), "/admin/lembaga/77");
	get(uri);
	post(uri, "i1", "aksi=keadaan");
	ok(cgi_has(&v, "Setujui lembaga ini?"), "is asked once more");
	post(uri, "i1", "tindakan=keadaan&pasti=ya");
	is_int(303, v.status, "approved");
	is_int(1, fixture_int(o, "SELECT count(*) FROM institutions"
	    " WHERE state = 'active' AND id = $1", 77), "...so it is");
	post(uri, "i1", "tindakan=keadaan&pasti=ya");
	is_int(1, fixture_int(o, "SELECT count(*) FROM institutions"
	    " WHERE state = 'active' AND id = $1", 77), "...sent twice, too");
	get(uri);
	post(uri, "i2", "aksi=keadaan&versi=0");
	is_int(409, v.status, "who saw it pending closes nothing");
	get(uri);
	post_twice(uri, "i3", "aksi=keadaan");
	is_int(1, fixture_int(o, "SELECT count(*) FROM institutions"
	    " WHERE state = 'closed' AND id = $1", 77), "closed");
	get(uri);
	post_twice(uri, "i4", "aksi=simpan&nama=SMK+3&jenis=lain");
	is_int(1, fixture_int(o, "SELECT count(*) FROM institutions"
	    " WHERE name = 'SMK 3' AND kind = 'lain' AND id = $1", 77),
	    "changed");
	get("/admin/lembaga/baru");
	post("/admin/lembaga/baru", "i5", "aksi=tambah&nama=&jenis=x");
	is_int(422, v.status, "needs a name and a kind");
	ok(cgi_has(&v, "#nama") && cgi_has(&v, "#jenis"), "...is said");
	post_twice("/admin/lembaga/baru", "i6", "aksi=tambah&nama=UIN"
	    "&jenis=kampus");
	is_int(303, v.status, "added");
	id = fixture_int(o, "SELECT id FROM institutions WHERE name = 'UIN'"
	    " AND id <> $1", 0);
	is_int(1, fixture_int(o, "SELECT count(*) FROM institutions"
	    " WHERE state = 'active' AND id = $1", id), "...and active");
	get("/admin/lembaga/5");
	is_int(404, v.status, "no such one");
}

static void
keeps_parties(struct office *o)
{
	get("/admin");
	ok(cgi_has(&v, "4 pihak ditawarkan"), "parties on the index");
	get("/admin/pihak");
	ok(cgi_has(&v, "SISUMAKER") && cgi_has(&v, "Direktorat Jenderal"),
	    "...those that are there at once");
	get("/admin/pihak/baru");
	post("/admin/pihak/baru", "h1", "aksi=tambah&kode=sisumaker&nama=x");
	is_int(422, v.status, "a code is used once");
	post("/admin/pihak/baru", "h2", "aksi=tambah&kode=lain&nama=srikandi");
	is_int(422, v.status, "a name too, however it is written");
	ok(cgi_has(&v, "Nama ini sudah dipakai"), "...as is said");
	post("/admin/pihak/baru", "h3", "aksi=tambah&kode=lainnya&nama=X");
	is_int(422, v.status, "no party is the others");
	post_twice("/admin/pihak/baru", "h4", "aksi=tambah&kode=bkn&nama=BKN");
	is_int(1, fixture_int(o, "SELECT count(*) FROM parties"
	    " WHERE slug = 'bkn' AND active = $1", 1), "one more");
	get("/admin/pihak/bkn");
	post_twice("/admin/pihak/bkn", "h5", "aksi=simpan&nama=BKN+Pusat"
	    "&ditawarkan=tidak");
	is_int(1, fixture_int(o, "SELECT count(*) FROM parties"
	    " WHERE name = 'BKN Pusat' AND active = $1", 0), "changed");
	get("/admin/pihak/tiada");
	is_int(404, v.status, "no such party");
}

static void
sets_targets(struct office *o)
{
	get("/admin/target");
	ok(cgi_has(&v, "Belum ada target."), "no target");
	post("/admin/target", "t1", "aksi=tetapkan&persen=101&dasar="
	    "&mulai=2026-01-01");
	is_int(422, v.status, "a share and a decree are needed");
	ok(cgi_has(&v, "#persen") && cgi_has(&v, "#dasar"), "...is said");
	post_twice("/admin/target", "t2", "aksi=tetapkan&persen=85"
	    "&dasar=SK+%%3C1%%3E&mulai=2026-01-01");
	is_int(303, v.status, "set");
	is_int(85, fixture_int(o, "SELECT percent FROM targets WHERE id <> $1",
	    0), "...as typed");
	get("/admin/target");
	ok(cgi_has(&v, "<td>SK &lt;1&gt;</td>"), "listed, escaped");
	ok(cgi_has(&v, "85%</td>"), "...with its share");
	get("/admin");
	ok(cgi_has(&v, "85%, SK &lt;1&gt;"), "...and on the index");
	get("/admin/target");
	post("/admin/target", "t3", "aksi=tetapkan&persen=80&dasar=SK"
	    "&mulai=2025-01-01");
	is_int(422, v.status, "none before the one in force");
	ok(cgi_has(&v, "href=\"#mulai-hari\">"), "...is said");
	get("/admin/target/x");
	is_int(404, v.status, "nothing below it");
}

/* -- people by a table ----------------------------------------------------- */

#define TABLE "/admin/pengguna/tabel"

/* The table is refused with this sentence, and nobody changes. */
static void
refuses_table(const char *table, const char *say)
{
	char *form = encoded(table);

	get(TABLE);
	post(TABLE, "c0", "aksi=muat&teks=%s", form);
	is_int(422, v.status, "a table is refused");
	ok(cgi_has(&v, say), "...%s", say);
	free(form);
}

static void
takes_a_table(struct office *o)
{
	static const char table[] = "nama_pengguna;nama;unit;telepon;atasan;"
	    "aktif\n"
	    "198001012005011001;Ayu <b>;kanwil-sumsel;0812 0000 0001;kadivmin;"
	    "ya\n"
	    "jft;Pegawai jft baru;kanwil-sumsel;;;ya\n";
	char *form = encoded(table);
	const char *all = "SELECT count(*) FROM people WHERE id <> $1";
	const int64_t before = fixture_int(o, all, 0);
	struct person p;

	get(TABLE);
	post(TABLE, "c1", "aksi=muat&teks=%s", form);
	is_int(200, v.status, "a table is shown first");
	ok(cgi_has(&v, "1 orang baru, 1 diubah. Belum ada yang disimpan"),
	    "...how many are new and change");
	ok(cgi_has(&v, "Baris 2: 198001012005011001, baru") && cgi_has(&v,
	    "Nama: Ayu &lt;b&gt;"), "...each who is new, escaped");
	ok(cgi_has(&v, "<del>Nama: Pegawai jft") && cgi_has(&v,
	    "Nama: Pegawai jft baru"), "...each who changes, old and new");
	is_int(before, fixture_int(o, all, 0), "...nothing is done yet");
	get(TABLE);
	post_twice(TABLE, "c2", "aksi=muat&teks=%s", form);
	is_int(303, v.status, "saved");
	is_int(before + 1, fixture_int(o, all, 0), "...one more");
	person_by_login(o, "198001012005011001", &p);
	is_string("+6281200000001", p.phone, "...with a number");
	ok(p.superior_role_id != 0 && !p.admin, "...a superior, no right");
	is_int(1, fixture_int(o, "SELECT count(*) FROM messages WHERE address ="
	    " '+6281200000001' AND body LIKE '%/sandi?kunci=%' AND $1 = 0", 0),
	    "...and a link to choose a password");
	get("/admin/pengguna");
	ok(cgi_has(&v, "1 orang ditambahkan, 1 diubah. 1 tautan"), "as said");
	get("/admin/jejak?tentang=jft&jenis=pengguna");
	ok(cgi_has(&v, "Nama: <del class=\"app-muted\">Pegawai jft</del> "
	    "Pegawai jft baru"), "...and in the Jejak");
	get(TABLE);
	post(TABLE, "c3", "aksi=muat&teks=%s", form);
	is_int(422, v.status, "the same again changes nothing");
	free(form);
}

static void
refuses_tables(struct office *o)
{
	const char *all = "SELECT count(*) FROM people WHERE id <> $1";
	const int64_t before = fixture_int(o, all, 0);

	refuses_table("nama\nAyu\n", "nama_pengguna");
	refuses_table("nip,nama,unit\n1,A,tiada\n",
	    "Baris 2: tidak ada unit dengan kode ini: tiada");
	refuses_table("nip,nama,atasan\n1,A,tiada\n",
	    "Baris 2: tidak ada peran dengan kode ini: tiada");
	refuses_table("nip,nama,telepon\n1,A,123\n",
	    "Baris 2: bukan nomor WhatsApp: 123");
	refuses_table("nip,nama,aktif\n1,A,mungkin\n", "aktif diisi ya atau "
	    "tidak");
	refuses_table("nama_pengguna,nama\nbudi2,A\n\nBudi2,B\n",
	    "Baris 4: orang ini sudah ada di baris lain");
	refuses_table("nama_pengguna,nama\nbudi2,A\nbudi3,\n",
	    "Baris 3: Isi nama lengkap");
	refuses_table("nama_pengguna,nama\nadmin-user,A\n",
	    "bukan pegawai kantor");
	refuses_table("nama_pengguna,aktif\nadmin,tidak\n",
	    "Harus tetap ada seorang admin");
	is_int(before, fixture_int(o, all, 0), "of none anything is done");
}

/* -- the Jejak ------------------------------------------------------------- */

/* Is this value shown as changed? */
static int
changed(const char *key, const char *old, const char *new)
{
	char text[512];

	snprintf(text, sizeof(text), "%s: <del class=\"app-muted\">%s</del> %s"
	    "</p>", key, old, new);
	return cgi_has(&v, text);
}

static void
tells_old_and_new(struct office *o)
{
	is_int(0, fixture_int(o, "SELECT count(*) FROM events e WHERE $1 = 0"
	    " AND NOT EXISTS (SELECT 1 FROM changes c WHERE c.stream ="
	    " e.stream AND c.seq = e.seq)", 0), "every change has its line");
	get("/admin/jejak?tentang=analis");
	is_int(200, v.status, "the changes of a role");
	ok(changed("Nama", "Analis &lt;b&gt;", "Analis Muda"),
	    "...its name, old and new, escaped");
	ok(changed("Satu pemegang", "ya", "tidak"), "...what it is");
	ok(changed("Sampai", "tidak ditentukan", "6 Januari 2026"),
	    "...its end");
	ok(changed("Penerus", "kosong", "Kakanwil"), "...and its successor");
	ok(!cgi_has(&v, "BKN"), "...and of nothing else");
	get("/admin/jejak?tentang=bkn");
	ok(changed("Nama", "BKN", "BKN Pusat") && changed("Aktif", "ya",
	    "tidak"), "a party");
	get("/admin/jejak?tentang=77");
	ok(changed("Nama", "SMK &lt;Negeri&gt; &quot;2&quot;", "SMK 3") &&
	    changed("Keadaan", "menunggu", "aktif"), "an institution");
	get("/admin/jejak?tentang=jfu&jenis=pengguna");
	ok(changed("Surel", "kosong", "jfu@example.id"), "a person");
	get("/admin/jejak?jenis=target");
	ok(cgi_has(&v, "Dasar: SK &lt;1&gt;</p>") && !cgi_has(&v, "<del"),
	    "the first target is new");
	get("/admin/peran/analis");
	ok(cgi_has(&v, "href=\"/admin/jejak?tentang="), "a thing's own page "
	    "leads there");
}

static void
finds_by_person_and_day(void)
{
	get("/admin/jejak?cari=admin&hari=2026-01-05");
	ok(cgi_has(&v, "Target ditetapkan") && cgi_has(&v, "Pegawai admin"),
	    "by person and day");
	get("/admin/jejak?cari=kakanwil");
	ok(cgi_has(&v, "Tidak ada perubahan yang cocok."), "not of another");
	get("/admin/jejak?cari=admin&hari=2026-01-06");
	ok(cgi_has(&v, "Tidak ada perubahan yang cocok."), "nor of a day on");
	get("/admin/jejak?hari=kemarin");
	ok(cgi_has(&v, "Pilih hari yang ada"), "no such day");
	get("/admin/jejak?tentang=tiada");
	ok(cgi_has(&v, "Tidak ada pengguna, peran, unit"), "no such thing");
	get("/admin/jejak?cari=%25%7C%25");
	ok(cgi_has(&v, "Tidak ada pengguna dengan NIP"), "no such person");
	get("/admin/jejak?jenis=%25");
	ok(cgi_has(&v, "Tidak ada perubahan yang cocok."), "no such kind");
	get("/admin/jejak");
	ok(cgi_has(&v, "Halaman 1 dari "), "a page at a time");
}

static void
shows_one_change(void)
{
	char uri[64];
	const char *at;

	get("/admin/jejak?tentang=bkn");
	at = strstr(cgi_body(&v), "/admin/jejak/");
	ok(at != NULL, "a change has its page");
	if (at == NULL)
		return;
	snprintf(uri, sizeof(uri), "%.*s", (int)strcspn(at, "\""), at);
	get(uri);
	is_int(200, v.status, "...one of them");
	ok(cgi_has(&v, "Pihak luar diubah</h1>") && cgi_has(&v,
	    "<del>BKN</del>"), "...old and new");
	ok(cgi_has(&v, "href=\"/admin/pihak/bkn\""), "...and the thing");
	post(uri, "j1", "aksi=hapus");
	is_int(405, v.status, "nothing is changed there");
	get("/admin/jejak/1-1x");
	is_int(404, v.status, "no number");
	get("/admin/jejak/0-1");
	is_int(404, v.status, "no such change");
}

int
main(void)
{
	struct office *o = cgi_office();

	v.now = FIXTURE_START;
	cgi_login(o, &v, "admin");
	lets_in_administrators_alone(o);
	lists_people(o);
	adds_a_person(o);
	refuses_a_person(o);
	changes_a_person(o);
	gives_a_link(o);
	deactivates(o);
	lists_roles();
	matches_who_is_typed(o);
	names_a_holder(o);
	bounds_its_dates(o);
	holds_it_in_a_unit(o);
	relieves_a_holder(o);
	adds_and_ends_a_role(o);
	looks_after_institutions(o);
	keeps_parties(o);
	sets_targets(o);
	takes_a_table(o);
	refuses_tables(o);
	tells_old_and_new(o);
	finds_by_person_and_day();
	shows_one_change();
	cgi_leave(&v);
	office_close(o);
	return tap_done();
}
