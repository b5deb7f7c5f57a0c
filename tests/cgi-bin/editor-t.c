/*
 * editor-t.c - an SOP is written on pages: begun empty and from a copy, its
 * rows and its identity as forms, faults beside them, two people at once, its
 * text down and up, published for a date.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/sop_draft.h"
#include "office/soplist.h"
#include "office/unit.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/admin.h"

#define HERE	"/admin/sop/surat-masuk/rancangan"
#define ROW	"aksi=simpan&kegiatan=Petugas+mencatat+surat" \
		"&singkat=Catat+surat&pelaksana=jfu&jenis=submit" \
		"&waktu=5-10+menit&keluaran=Agenda"

static struct office *office;

/* The text of a draft; given. */
static char *
draft_text(const char *slug)
{
	struct sop_draft d = { .text = NULL };

	if (sop_draft_get(office, slug, &d) != CASE_OK)
		return strdup("");
	return d.text;
}

static int
draft_has(const char *slug, const char *text)
{
	char *all = draft_text(slug);
	int has = strstr(all, text) != NULL;

	free(all);
	return has;
}

/* The units are chosen by their ids. */
static long long
unit(const char *slug)
{
	struct unit_row u;

	if (unit_by_slug(office, slug, &u) != CASE_OK)
		bail("no unit");
	return (long long)u.id;
}

static void
begins_empty(void)
{
	get("/admin/sop/baru");
	ok(v.status == 200 && cgi_has(&v, "Mulai rancangan"),
	    "a new SOP is begun on a page");
	post("/admin/sop/baru", "a1", "aksi=mulai&nama=&unit=%lld&dari=kosong",
	    unit("divisi-administrasi"));
	is_int(422, v.status, "without a name it is none");
	post("/admin/sop/baru", "a2", "aksi=mulai&nama=RKT&kode=rkt&"
	    "unit=%lld&dari=kosong", unit("divisi-administrasi"));
	ok(v.status == 422 && cgi_has(&v, "SOP dengan kode ini sudah ada"),
	    "nor with a code that is taken");
	post("/admin/sop/baru", "a3", "aksi=mulai&nama=Surat+masuk&unit=%lld&"
	    "dari=kosong", unit("divisi-administrasi"));
	is_string(HERE, v.location, "its code is made of its name");
	ok(draft_has("surat-masuk", "KANTOR WILAYAH SUMATERA SELATAN"),
	    "...the head of the form is that of the unit");
	get(HERE);
	ok(v.status == 200 && cgi_has(&v, "Belum ada langkah") &&
	    cgi_has(&v, "#judul\">Isi judul</a>"),
	    "the overview says what it lacks, and where");
	get("/admin/sop");
	ok(cgi_has(&v, "href=\"" HERE "\""), "the list leads to it");
	ok(office_sop_version(office, "surat-masuk", v.now) == 0,
	    "...and it is in force nowhere");
}

static void
writes_rows(void)
{
	get(HERE "/langkah/baru");
	ok(v.status == 200 && cgi_has(&v, "Lengkap dan benar? Diteruskan, "
	    "dikembalikan, atau ditolak."), "a row's form explains its kinds");
	post(HERE "/langkah/baru", "r2", "aksi=simpan&kegiatan=Mencatat&"
	    "pelaksana=jfu&jenis=submit&waktu=sebentar");
	ok(v.status == 422 && cgi_has(&v, "Tulis waktu seperti 10-20 menit") &&
	    cgi_has(&v, "Mencatat</textarea>"),
	    "a time that is none is refused beside its field");
	get(HERE "/langkah/baru");
	post(HERE "/langkah/baru", "r3", ROW "&pratinjau=ya");
	ok(v.status == 200 && cgi_has(&v, "app-flow__end") &&
	    cgi_has(&v, "Catat surat"), "its flowchart is shown beforehand");
	ok(!draft_has("surat-masuk", "Catat surat"), "...nothing is kept");
	post(HERE "/langkah/baru", "r4", ROW "&berikut=ya");
	is_string(HERE "/langkah/baru?sesudah=1", v.location,
	    "kept, the next row comes");
	ok(draft_has("surat-masuk", "min: 5, maks: 10, satuan: menit"),
	    "...its time is read");
	get(HERE "/langkah/baru?sesudah=1");
	post(HERE "/langkah/baru?sesudah=1", "r5", "aksi=simpan&kegiatan="
	    "Kasubbag+menelaah&singkat=Telaah&pelaksana=kabag-umum&jenis=review"
	    "&waktu=1+hari&kembali=1");
	is_int(422, v.status, "a role that is none is refused");
	post(HERE "/langkah/baru?sesudah=1", "r6", "aksi=simpan&kegiatan="
	    "Kasubbag+menelaah&singkat=Telaah&pelaksana=kadivmin&jenis=review"
	    "&waktu=1+hari&kembali=1");
	is_string(HERE "#langkah-2", v.location, "the second row is kept");
	ok(draft_has("surat-masuk", "kembali: { ke: [1], dasar: text }"),
	    "...with its return");
	get(HERE);
	ok(cgi_has(&v, "Tidak: langkah 1"), "the flowchart shows it");
}

static void
moves_and_removes(void)
{
	get(HERE "/langkah/baru?sesudah=1");
	post(HERE "/langkah/baru?sesudah=1", "m1", "aksi=simpan&kegiatan="
	    "Sekretaris+memeriksa&singkat=Periksa&pelaksana=kakanwil&"
	    "jenis=archive&waktu=-");
	get(HERE);
	ok(cgi_has(&v, "Periksa") && draft_has("surat-masuk",
	    "kembali: { ke: [1], dasar: text }"), "a row between two");
	post(HERE, "m2", "aksi=turun-2");
	is_string(HERE, v.location, "it is moved down");
	get(HERE "/langkah/3");
	ok(cgi_has(&v, "Sekretaris memeriksa"), "...by one place");
	post_twice(HERE "/langkah/3", "m3", "aksi=hapus");
	is_string(HERE, v.location, "...and removed");
	ok(!draft_has("surat-masuk", "Sekretaris"), "...from the draft");
}

static void
keeps_what_the_second_typed(void)
{
	struct visitor other = { .now = v.now };
	char versi[20];

	get(HERE "/langkah/1");
	snprintf(versi, sizeof(versi), "%s", cgi_field(&v, "versi"));
	cgi_login(office, &other, "admin");
	cgi_get(&other, "admin", HERE "/langkah/1");
	post(HERE "/langkah/1", "t1", ROW "&nomor=1&keterangan=Satu");
	is_int(303, v.status, "one saves a row");
	{
		char form[600];

		snprintf(form, sizeof(form), "kunci=t2&versi=%s&" ROW
		    "&nomor=1&keterangan=Dua", versi);
		cgi_post(&other, "admin", HERE "/langkah/1", form);
	}
	ok(other.status == 409 && cgi_has(&other, "value=\"Dua\""),
	    "the second gets 409, and keeps what was typed");
	ok(draft_has("surat-masuk", "keterangan: Satu"),
	    "...and overwrites nothing");
	cgi_leave(&other);
}

static void
fills_the_identity(void)
{
	get(HERE "/identitas");
	ok(v.status == 200 && cgi_has(&v, "Isi judul"),
	    "faults stand beside the fields of the identity page");
	post(HERE "/identitas", "i1", "aksi=simpan&nama=Surat+masuk&judul="
	    "PENGELOLAAN+SURAT+MASUK&unit=divisi-administrasi&sebutan=surat&"
	    "kepala=KEMENTERIAN+HUKUM%%0AKANTOR+WILAYAH&jabatan=KEPALA&"
	    "pengesah=HARUN&dasar-hukum=Satu%%0ADua&"
	    "judul-pencatatan=PENCATATAN");
	is_string(HERE, v.location, "the identity is kept");
	ok(draft_has("surat-masuk", "sebutan: surat") &&
	    draft_has("surat-masuk", "[Satu, Dua]"),
	    "...its lists a line each");
	get(HERE);
	ok(!cgi_has(&v, "Isi judul"), "...what was missing is there");
}

static void
goes_down_and_up(void)
{
	char *before = draft_text("surat-masuk"), *value;

	get(HERE "/unduh");
	ok(v.status == 200 && strcmp(cgi_body(&v), before) == 0,
	    "the text goes down as it is kept");
	get(HERE "/teks");
	value = encoded(before);
	post(HERE "/teks", "u1", "aksi=simpan&teks=%s%%23", value);
	is_int(303, v.status, "...and comes up");
	ok(draft_has("surat-masuk", "sebutan: surat"), "...the same");
	free(value);
	get(HERE "/teks");
	post(HERE "/teks", "u2", "aksi=simpan&teks=kode%%3A+rkt");
	ok(v.status == 422 && cgi_has(&v, "Kode pada teks ini bukan "
	    "surat-masuk"), "not that of another SOP");
	free(before);
}

/* The next version of each SOP begins with its text, and the form of a row
 * that is saved unchanged changes no byte of it. */
static void
changes_nothing(void)
{
	struct sop_item *list;
	size_t n;
	char uri[200];

	if (soplist_names(office, v.now, &list, &n) != CASE_OK)
		bail("no SOPs");
	for (size_t i = 0; i < n; i++) {
		char *was = soplist_text(office, list[i].version_id), *is;

		snprintf(uri, sizeof(uri), "/admin/sop/%s/rancangan",
		    list[i].slug);
		get(uri);
		post(uri, list[i].slug, "aksi=mulai");
		is = draft_text(list[i].slug);
		is_string(was, is, "%s: nothing changed", list[i].slug);
		get(uri);
		ok(v.status == 200, "...its overview");
		free(was);
		free(is);
	}
	free(list);
}

static void
publishes_for_a_date(void)
{
	get("/admin/sop/rkt/rancangan/identitas");
	ok(v.status == 200, "the identity of an SOP that is in force");
	get("/admin/sop/rkt/rancangan/terbitkan");
	post("/admin/sop/rkt/rancangan/terbitkan", "p1", "aksi=terbitkan");
	ok(v.status == 422 && cgi_has(&v, "Belum ada yang diubah"),
	    "the same again is no version");
	get(HERE "/terbitkan");
	ok(v.status == 200 && cgi_has(&v, "perlu dilengkapi dahulu") &&
	    !cgi_has(&v, "value=\"terbitkan\""),
	    "a draft with faults is not published");
	get(HERE "/buang");
	post_twice(HERE "/buang", "p3", "aksi=buang");
	is_string("/admin/sop", v.location, "a draft is dropped");
	get(HERE);
	is_int(404, v.status, "...and gone");
}

int
main(void)
{
	office = cgi_office();
	v.now = FIXTURE_START + 3600;
	cgi_login(office, &v, "admin");
	begins_empty();
	writes_rows();
	moves_and_removes();
	keeps_what_the_second_typed();
	fills_the_identity();
	goes_down_and_up();
	changes_nothing();
	publishes_for_a_date();
	cgi_leave(&v);
	return tap_done();
}
