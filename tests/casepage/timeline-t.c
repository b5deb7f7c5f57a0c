/* timeline-t.c - what a case's history and its material say, and to whom. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "casepage/material.h"
#include "casepage/timeline.h"
#include "casepage/words.h"
#include "office/office.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/seat.h"
#include "web/request.h"

#define SIGAP "sigap-magang-penelitian"

static struct office *office;
static struct conf conf = { .soon_percent = 25 };

/* A request as the modules want it. */
static struct request
request(void)
{
	struct request req = { .arena = arena_new(), .office = office,
	    .conf = &conf, .now = desk_now };

	return req;
}

static void
read_case(struct request *req, int64_t id, struct case_row *c,
    struct dossier *d)
{
	if (case_get(office, id, c) != CASE_OK ||
	    dossier_read(req, c, d) != CASE_OK)
		bail(office_why(office));
}

static void
entry(const struct timeline *h, size_t i, enum timeline_icon icon,
    const char *title, const char *who, const char *quote)
{
	const struct timeline_entry *e = &h->entry[i];

	if (i >= h->count) {
		ok(0, "%s: there is no entry %zu", title, i);
		return;
	}
	is_string(title, e->title, "%s", title);
	is_int(icon, e->icon, "...its icon");
	is_string(who, e->who, "...who");
	is_string(quote, e->quote != NULL ? e->quote : "", "...what was "
	    "said");
}

/* Sent back once by row 3, taken, handed over and noted on the way. */
static int64_t
a_case(void)
{
	struct seat s;
	int64_t id = desk_case(office, SIGAP, "2");

	seat_take(&s, office, "review", "/periksa", id, 0);
	seat_send(&s, "aksi=catat&jenis-catatan=telepon&isi-catatan=Ditelepon");
	seat_look(&s);
	seat_send(&s, "aksi=ambil");
	seat_look(&s);
	seat_send(&s, "aksi=luar&pihak=lainnya"
	    "&pihak-lain=Kakanwil&nomor-agenda=7");
	seat_look(&s);
	seat_send(&s, "aksi=luar-kembali&catatan-luar=Disetujui");
	seat_look(&s);
	seat_send(&s, "aksi=selesai&keputusan=teruskan&catatan=Lengkap");
	is_int(303, s.v.status, "forwarded");
	seat_leave(&s);
	desk_back(office, id);
	seat_take(&s, office, "review", "/periksa", id, 1);
	seat_send(&s, "aksi=selesai&keputusan=kembali-2"
	    "&catatan=Periksa+lagi+tanggalnya.");
	is_int(303, s.v.status, "sent back");
	seat_leave(&s);
	return id;
}

static void
for_officials(int64_t id)
{
	struct request req = request();
	struct case_row c;
	struct dossier d;
	struct timeline h;

	read_case(&req, id, &c, &d);
	timeline_make(&req, &d, TIMELINE_MOVES, &h);
	is_int(4, h.count, "the moves");
	entry(&h, 0, ICON_DONE, "Permohonan diajukan", "Pegawai admin-user",
	    "Untuk ditindaklanjuti.");
	entry(&h, 1, ICON_DONE, "Diperiksa Admin Kanwil melalui SISUMAKER, "
	    "nomor AGD-17 tanggal 5 Januari 2026",
	    "Pegawai admin-kanwil", "Lengkap");
	entry(&h, 2, ICON_BACK, "Dikembalikan Sub Bagian Kepegawaian, Tata "
	    "Usaha, dan Rumah Tangga ke Admin Kanwil",
	    "Pegawai subbag-kepegawaian-tu-rt", "Periksa lagi tanggalnya.");
	entry(&h, 3, ICON_NOW, "Menunggu Admin Kanwil", NULL, "");
	ok(strstr(h.entry[1].spent, "dari 10 menit") != NULL,
	    "time is told against the standard");
	timeline_make(&req, &d, TIMELINE_FULL, &h);
	is_int(10, h.count, "all of it");
	entry(&h, 1, ICON_NOTE, "Catatan telepon", "Pegawai admin-kanwil",
	    "Ditelepon");
	entry(&h, 2, ICON_NOTE, "Diambil", "Pegawai admin-kanwil", "");
	ok(h.entry[2].spent == NULL, "...the time stands at the end alone");
	entry(&h, 3, ICON_NOTE, "Menunggu Kakanwil (nomor 7)",
	    "Pegawai admin-kanwil", "");
	entry(&h, 4, ICON_NOTE, "Kembali dari Kakanwil",
	    "Pegawai admin-kanwil", "Disetujui");
	entry(&h, 6, ICON_NOTE, "Kembali dari SISUMAKER",
	    "Pegawai subbag-kepegawaian-tu-rt", "");
	arena_free(req.arena);
}

static void
for_the_applicant(int64_t id)
{
	struct request req = request();
	struct case_row c;
	struct dossier d;
	struct timeline h;

	read_case(&req, id, &c, &d);
	timeline_make(&req, &d, TIMELINE_PUBLIC, &h);
	is_int(10, h.count, "moves, and what is to come");
	entry(&h, 0, ICON_DONE, "Permohonan diterima", NULL,
	    "Untuk ditindaklanjuti.");
	entry(&h, 1, ICON_DONE, "Dinyatakan lengkap oleh Admin Kanwil", NULL,
	    "");
	entry(&h, 2, ICON_BACK, "Dikembalikan Sub Bagian Kepegawaian, Tata "
	    "Usaha, dan Rumah Tangga ke Admin Kanwil", NULL, "");
	entry(&h, 5, ICON_TODO, "Konsep disusun", NULL, "");
	entry(&h, 9, ICON_TODO, "Siap diunduh", NULL, "");
	is_string("Belum dimulai", h.entry[9].state, "...not yet");
	arena_free(req.arena);
}

static void
says_why_it_came_back(int64_t id)
{
	struct request req = request();
	struct case_row c;
	struct dossier d;
	const struct happening *back;

	read_case(&req, id, &c, &d);
	back = dossier_return(&d, 2);
	is_string("Periksa lagi tanggalnya.", back != NULL ? back->note :
	    NULL, "row 2 was sent back");
	ok(dossier_return(&d, 1) == NULL, "...row 1 was not");
	is_string("Menunggu", words_state(&c, &d.task[d.ntask - 1]),
	    "its state in a word");
	arena_free(req.arena);
}

/* The title of a case's open visit. */
static void
is_open(int64_t id, enum timeline_view view, const char *title)
{
	struct request req = request();
	struct case_row c;
	struct dossier d;
	struct timeline h;
	size_t i = 0;

	read_case(&req, id, &c, &d);
	timeline_make(&req, &d, view, &h);
	while (i < h.count && h.entry[i].icon != ICON_NOW)
		i++;
	entry(&h, i, ICON_NOW, title, NULL, "");
	arena_free(req.arena);
}

/* Nobody examines what lies elsewhere. */
static void
says_what_it_waits_for(void)
{
	int64_t id = desk_case(office, SIGAP, "2");
	struct seat s;

	is_open(id, TIMELINE_MOVES, "Menunggu Admin Kanwil");
	seat_take(&s, office, "review", "/periksa", id, 1);
	seat_send(&s, "aksi=selesai&keputusan=teruskan");
	is_int(303, s.v.status, "passed on through a party");
	seat_leave(&s);
	is_open(id, TIMELINE_MOVES, "Menunggu SISUMAKER");
	is_open(id, TIMELINE_FULL, "Menunggu SISUMAKER");
	is_open(id, TIMELINE_PUBLIC, "Sedang diperiksa Sub Bagian "
	    "Kepegawaian, Tata Usaha, dan Rumah Tangga");
	is_open(desk_case(office, "keimigrasian-wna", "4"), TIMELINE_MOVES,
	    "Menunggu pemohon hadir");
}

/* Of several who hold a role each has a task: whose it is, whose text it is. */
static void
tells_seats_apart(void)
{
	struct request req = request();
	struct case_row c;
	struct dossier d;
	struct timeline h;
	struct fields_state t = { .nvalue = 0 };
	struct task_row other;
	int64_t child = desk_case(office, "skp", "6"), id;
	size_t i = 0;

	read_case(&req, child, &c, &d);
	timeline_make(&req, &d, TIMELINE_FULL, &h);
	while (i < h.count && strcmp(h.entry[i].title,
	    "Berkas pegawai dibuka") != 0)
		i++;
	ok(i < h.count, "a child says when it was opened");
	id = desk_case(office, "skp", "3");
	read_case(&req, id, &c, &d);
	timeline_make(&req, &d, TIMELINE_MOVES, &h);
	is_string("Pegawai eselon-iii", h.entry[h.count - 1].who,
	    "an open task is somebody's");
	other = d.task[1];
	material_typed(&req, &d, &other, &t);
	is_string("Siti Rahmawati", fields_value(&t, "isi"), "his own text");
	other.assignee_id++;
	memset(&t, 0, sizeof(t));
	material_typed(&req, &d, &other, &t);
	is_int(0, t.nvalue, "...is not in another's form");
	arena_free(req.arena);
}

/* A form is filled with the last visit of its row, files and all. */
static void
fills_a_form_again(void)
{
	struct request req = request();
	struct case_row c;
	struct dossier d;
	struct fields_state t = { .nvalue = 0 };
	struct task_row of = { .pos = 4, .performer = "duta-sigap" };
	int64_t id = desk_case(office, SIGAP, "5");

	req.now = desk_now;
	read_case(&req, id, &c, &d);
	material_typed(&req, &d, &of, &t);
	is_string("Siti Rahmawati", fields_value(&t, "isi"), "what was typed");
	is_int(1, t.nfile, "...its file");
	is_string("surat.pdf", t.nfile == 1 ? t.file[0].name : "",
	    "...by name");
	memset(&t, 0, sizeof(t));
	of = d.task[d.ntask - 1];
	material_typed(&req, &d, &of, &t);
	is_int(0, t.nvalue, "a row not yet done has nothing");
	is_string("2026-02-02", material_value(&d, "tanggal_mulai"),
	    "a value from whichever row");
	arena_free(req.arena);
}

static void
names_performers(void)
{
	struct request req = request();
	const struct sop *skp = office_sop(office, fixture_sop(office, "skp"));
	const struct sop *pk = office_sop(office, fixture_sop(office,
	    "perjanjian-kinerja"));

	is_string("JFU/JFT", words_performer(&req, skp, "same-as:6"),
	    "whoever did row 6");
	is_string("atasan langsung JFU/JFT", words_performer(&req, skp,
	    "superior-of:7"), "the superior of whoever did row 7");
	is_string("langkah 8 dari 9", words_place(&req, pk,
	    sop_row_at(pk, 8)), "a row's place");
	ok(strstr(words_performer(&req, pk, sop_row_at(pk, 8)->performer),
	    " dan ") != NULL, "all of several are named");
	arena_free(req.arena);
}

int
main(void)
{
	int64_t id;

	office = cgi_office();
	id = a_case();
	for_officials(id);
	for_the_applicant(id);
	says_why_it_came_back(id);
	says_what_it_waits_for();
	tells_seats_apart();
	fills_a_form_again();
	names_performers();
	return tap_done();
}
