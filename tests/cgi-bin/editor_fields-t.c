/*
 * editor_fields-t.c - the form of a row is written on pages: fields added,
 * bounded, moved, renamed, removed; a field that is saved unchanged changes no
 * byte.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/sop_draft.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/admin.h"

#define MAGANG	"/admin/sop/izin-magang-penelitian/rancangan"
#define HERE	MAGANG "/langkah/5/isian"
#define FIRST	MAGANG "/langkah/1/isian"

static struct office *office;

/* The text of the draft; given. */
static char *
draft_text(void)
{
	struct sop_draft d = { .text = NULL };

	if (sop_draft_get(office, "izin-magang-penelitian", &d) != CASE_OK)
		bail("no draft");
	return d.text;
}

static int
draft_has(const char *text)
{
	char *all = draft_text();
	int has = strstr(all, text) != NULL;

	free(all);
	return has;
}

static void
adds_fields(void)
{
	get("/admin/sop/izin-magang-penelitian/rancangan");
	post("/admin/sop/izin-magang-penelitian/rancangan", "b1", "aksi=mulai");
	get(HERE);
	ok(v.status == 200 && cgi_has(&v, "Belum ada isian"),
	    "a row without fields");
	get(HERE "/baru");
	ok(v.status == 200 && cgi_has(&v, "Isian baru"), "a field is added");
	post(HERE "/baru", "a1", "aksi=simpan&label=Nomor+surat&jenis=teks&"
	    "wajib=ya&maks=60&bantuan=Seperti+tercetak&berikut=ya");
	is_string(HERE "/baru", v.location, "...and the next comes");
	ok(draft_has("isian:\n      - nama: nomor_surat\n"
	    "        label: Nomor surat\n        jenis: teks\n"
	    "        wajib: ya\n        maks: 60\n"
	    "        bantuan: Seperti tercetak\n"),
	    "...with a name of its words");
	get(HERE "/baru");
	post(HERE "/baru", "a2", "aksi=simpan&label=Catatan&jenis=pilihan&"
	    "wajib=ya&pilihan=Sangat+rahasia%%0D%%0ABiasa");
	is_string(HERE, v.location, "a choice");
	ok(draft_has("nama: catatan_2\n") &&
	    draft_has("- { nilai: sangat-rahasia, label: Sangat rahasia }\n"
	    "          - { nilai: biasa, label: Biasa }\n"),
	    "...its values are words of its labels, its name none that every "
	    "step has");
	get(HERE "/baru");
	post(HERE "/baru", "a3", "aksi=simpan&label=Berkas&jenis=dokumen&"
	    "format=pdf&format=foto&banyak=ya&bila=catatan_2%%3Dbiasa");
	ok(draft_has("        format: [pdf, foto]\n        banyak: ya\n"
	    "        bila: { isian: catatan_2, nilai: biasa }\n"),
	    "a document, its formats, and when it is asked for");
	get(HERE "/baru");
	post(HERE "/baru", "a4", "aksi=simpan&label=&jenis=teks");
	is_int(422, v.status, "a field without a question is refused");
	get(HERE);
	ok(cgi_has(&v, "Nomor surat") && cgi_has(&v, HERE "/3"),
	    "the list shows them all");
	post(HERE, "a5", "aksi=simpan");
	is_int(405, v.status, "...and takes nothing");
	get(HERE "/9");
	is_int(404, v.status, "no ninth");
}

static void
bounds_dates(void)
{
	get(HERE "/baru");
	post(HERE "/baru", "d1", "aksi=simpan&label=Tanggal+surat&"
	    "jenis=tanggal&awal=terima&awal-geser=-90+hari&akhir=hari-ini&"
	    "akhir-geser=");
	ok(draft_has("nama: tanggal_surat\n        label: Tanggal surat\n"
	    "        jenis: tanggal\n        batas:\n"
	    "          - { dari: terima - 90 hari, sampai: hari-ini }\n"),
	    "a date, from and to");
	get(HERE "/4");
	ok(cgi_has(&v, "value=\"- 90 hari\""), "...shown as it is kept");
	post(HERE "/4", "d2", "aksi=simpan&label=Tanggal+surat&jenis=tanggal&"
	    "awal=terima&awal-geser=kemarin&akhir=hari-ini&akhir-geser=");
	ok(v.status == 422 && cgi_has(&v, "Tulis selisih seperti -90 hari"),
	    "no day is refused beside it");
	get(HERE "/4");
	post(HERE "/4", "d3", "aksi=simpan&label=Tanggal+surat&jenis=tanggal&"
	    "awal=tanggal&awal-geser=2026-10-01&akhir=&akhir-geser=");
	ok(draft_has("          - { dari: 2026-10-01 }\n"), "a certain day");
	get(HERE "/4");
	post(HERE "/4", "d4", "aksi=simpan&label=Tanggal+surat&jenis=tanggal&"
	    "awal=&awal-geser=2026-10-01&akhir=&akhir-geser=");
	ok(draft_has("jenis: tanggal\n\n  - no: 7\n"), "no bound any more");
	get(HERE "/baru");
	post(HERE "/baru", "d5", "aksi=simpan&label=Sampai&jenis=tanggal&"
	    "awal=tanggal_surat&awal-geser=&akhir=tanggal_surat&"
	    "akhir-geser=1+tahun");
	ok(draft_has("- { dari: tanggal_surat, sampai: tanggal_surat + 1 "
	    "tahun }\n"), "a day after another date");
}

static void
moves_and_renames(void)
{
	get(HERE "/4");
	post(HERE "/4", "m1", "aksi=simpan&label=Tanggal+surat&jenis=tanggal&"
	    "nama=tanggal_naskah");
	ok(draft_has("nama: tanggal_naskah") &&
	    draft_has("{ dari: tanggal_naskah, sampai: tanggal_naskah + 1 "
	    "tahun }"), "a field that is renamed is followed");
	get(HERE "/2");
	post(HERE "/2", "m2", "aksi=simpan&label=Catatan&jenis=pilihan&"
	    "pilihan=Rahasia%%0ABiasa");
	ok(draft_has("nilai: sangat-rahasia, label: Rahasia }"), "a choice in "
	    "other words keeps its value");
	get(HERE "/1");
	ok(!cgi_has(&v, "value=\"naik\"") && cgi_has(&v, "value=\"turun\""),
	    "the first goes down alone");
	post(HERE "/1", "m3", "aksi=turun");
	is_int(303, v.status, "...by one");
	get(HERE "/2");
	ok(cgi_has(&v, "Nomor surat"), "...where it stands now");
	post_twice(HERE "/2", "m4", "aksi=hapus");
	is_string(HERE, v.location, "it is removed");
	ok(!draft_has("Seperti tercetak"), "...from the draft");
}

static void
keeps_the_pages(void)
{
	char *before = draft_text(), *after;

	get(FIRST "/8");
	ok(cgi_has(&v, "Tanggal mulai") && cgi_has(&v, "Halaman formulir"),
	    "a field of the request stands on a page");
	post(FIRST "/8", "k1", "aksi=simpan&label=Tanggal+mulai&jenis=tanggal&"
	    "wajib=ya&bantuan=&halaman=2&pilihan=&awal=terima&"
	    "awal-geser=-+90+hari&akhir=hari-ini&akhir-geser=%%2B+2+tahun&"
	    "tanya=terima&tanya-geser=&min=&maks=&banyak=&bila=&"
	    "nama=tanggal_mulai&sumber=&tanda-tangan=&orang=&lembaga=&salin=");
	is_int(303, v.status, "it is saved as it is");
	after = draft_text();
	is_string(before, after, "...and no byte changes");
	free(before);
	free(after);
	get(FIRST "/8");
	post(FIRST "/8", "k2", "aksi=simpan&label=Tanggal+mulai&jenis=tanggal&"
	    "wajib=ya&halaman=3");
	ok(draft_has("isian: [judul_penelitian, tanggal_mulai] }") &&
	    !draft_has("- tanggal_mulai"), "it goes to another page");
	get(FIRST "/15");
	post(FIRST "/15", "k3", "aksi=simpan&label=Persetujuan+data+pribadi&"
	    "jenis=persetujuan&wajib=ya&pilihan=Saya+setuju.");
	ok(draft_has("- { nilai: v2, label: Saya setuju. }"),
	    "a consent with another text is another version");
}

int
main(void)
{
	office = cgi_office();
	v.now = FIXTURE_START + 3600;
	cgi_login(office, &v, "admin");
	adds_fields();
	bounds_dates();
	moves_and_renames();
	keeps_the_pages();
	cgi_leave(&v);
	return tap_done();
}
