/*
 * step-acts-t.c - what can be done with a task: take it, give it back, wait,
 * send it back, refuse it, be too late or too slow, and mend it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_hold.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/seat.h"

#define SIGAP "sigap-magang-penelitian"

static struct office *office;

static void
sit(struct seat *s, const char *program, const char *path, const char *sop,
    const char *no, int claimed)
{
	seat_take(s, office, program, path, desk_case(office, sop, no),
	    claimed);
}

static int
is_open(const struct seat *s)
{
	return desk_task(office, s->case_id).id == s->task.id;
}

static void
taking_and_giving_back(void)
{
	struct seat s;
	struct visitor other = { .now = 0 };
	int64_t events;

	sit(&s, "review", "/periksa", SIGAP, "2", 0);
	seat_look(&s);
	ok(cgi_has(&s.v, "value=\"ambil\""), "nothing claims itself");
	ok(!cgi_has(&s.v, "value=\"selesai\""), "...and has no form yet");
	events = seat_events(&s);
	seat_send(&s, "aksi=selesai&keputusan=teruskan");
	is_int(409, s.v.status, "unclaimed work cannot be finished");
	is_int(events, seat_events(&s), "...and changes nothing");
	seat_send(&s, "aksi=ambil");
	is_int(303, s.v.status, "taken");
	is_string(s.uri, s.v.location, "...and goes on with it");
	seat_look(&s);
	ok(cgi_has(&s.v, "value=\"selesai\""), "...with a form");
	ok(cgi_has(&s.v, "Anda"), "...as mine");
	other.now = s.v.now;
	cgi_login(office, &other, "admin-kanwil-2");
	cgi_get(&other, s.program, s.uri);
	is_int(200, other.status, "a colleague sees it");
	ok(cgi_has(&other, "mengerjakan langkah ini sejak"), "...taken");
	ok(!cgi_has(&other, "value=\"selesai\""), "...without a form");
	seat_send(&s, "aksi=lepas");
	is_int(303, s.v.status, "given back");
	is_string("/kotak-masuk", s.v.location, "...to the queue");
	is_int(0, desk_task(office, s.case_id).claimed_by, "...of the role");
	cgi_leave(&other);
	seat_leave(&s);
}

static void
handing_over(void)
{
	struct seat s;
	char form[128];

	sit(&s, "review", "/periksa", SIGAP, "2", 1);
	seat_send(&s, "aksi=serah");
	is_int(422, s.v.status, "handed over to nobody");
	ok(cgi_has(&s.v, "href=\"#pegawai-lain\""), "...is told");
	snprintf(form, sizeof(form), "aksi=serah&pegawai-lain=%lld",
	    (long long)fixture_person(office, "kakanwil"));
	seat_send(&s, form);
	is_int(422, s.v.status, "handed over to another role");
	snprintf(form, sizeof(form), "aksi=serah&pegawai-lain=%lld",
	    (long long)fixture_person(office, "admin-kanwil-2"));
	seat_send(&s, form);
	is_int(303, s.v.status, "handed over to a colleague");
	is_int(fixture_person(office, "admin-kanwil-2"),
	    desk_task(office, s.case_id).assignee_id, "...whose it is");
	seat_leave(&s);
}

/* Somebody was faster: 409, who and when, and nothing typed is lost. */
static void
being_too_slow(void)
{
	struct seat s;
	struct visitor other = { .now = 0 };
	char form[256];
	int64_t events;

	sit(&s, "review", "/periksa", SIGAP, "2", 0);
	other.now = s.v.now;
	cgi_login(office, &other, "admin-kanwil-2");
	snprintf(form, sizeof(form), "aksi=ambil&kunci=zz&versi=%lld",
	    (long long)s.task.version);
	cgi_post(&other, s.program, s.uri, form);
	is_int(303, other.status, "a colleague takes it");
	events = seat_events(&s);
	snprintf(form, sizeof(form), "aksi=selesai&keputusan=teruskan"
	    "&catatan=Tulisan+%%3Csaya%%3E&versi=%lld",
	    (long long)s.task.version);
	seat_send(&s, form);
	is_int(409, s.v.status, "the stale page is refused");
	ok(cgi_has(&s.v, "Langkah ini sudah diambil \303\211mile_Ali "
	    "pada 5 Januari 2026"), "...who and when");
	ok(cgi_has(&s.v, "Tulisan &lt;saya&gt;"), "...with what was typed");
	is_int(events, seat_events(&s), "...and changes nothing");
	cgi_leave(&other);
	seat_leave(&s);
}

static void
sending_twice(void)
{
	struct seat s;
	int64_t events;
	char form[128];

	sit(&s, "review", "/periksa", SIGAP, "2", 1);
	snprintf(form, sizeof(form), "aksi=selesai&keputusan=teruskan"
	    "&kunci=sama&versi=%lld", (long long)s.task.version);
	seat_send(&s, form);
	is_int(303, s.v.status, "sent");
	events = seat_events(&s);
	seat_send(&s, form);
	is_int(303, s.v.status, "the same form again");
	is_int(events, seat_events(&s), "...does nothing again");
	seat_send(&s, "aksi=selesai&keputusan=teruskan");
	is_int(409, s.v.status, "another form for what is done");
	cgi_get(&s.v, "draft", s.uri);
	is_int(404, s.v.status, "an address of another program");
	seat_leave(&s);
}

static void
going_to_the_right_place(void)
{
	struct seat s;
	char uri[64], want[64];

	sit(&s, "review", "/periksa", SIGAP, "2", 1);
	snprintf(uri, sizeof(uri), "/susun/%lld", (long long)s.task.id);
	cgi_get(&s.v, "draft", uri);
	is_int(303, s.v.status, "a task of another kind");
	is_string(s.uri, s.v.location, "...has its own address");
	seat_send(&s, "aksi=selesai&keputusan=teruskan");
	cgi_get(&s.v, s.program, s.uri);
	is_int(303, s.v.status, "a task that is done");
	snprintf(want, sizeof(want), "/berkas/%lld", (long long)s.case_id);
	is_string(want, s.v.location, "...has the page of its case");
	cgi_get(&s.v, s.program, "/periksa/1");
	is_int(404, s.v.status, "no such task");
	cgi_get(&s.v, s.program, "/periksa/x");
	is_int(404, s.v.status, "no task at all");
	seat_leave(&s);
}

static void
keeping_others_out(void)
{
	struct seat s;
	struct visitor v = { .now = 0 };

	sit(&s, "review", "/periksa", SIGAP, "2", 0);
	v.now = s.v.now;
	cgi_login(office, &v, "admin-user");
	cgi_get(&v, s.program, s.uri);
	is_int(403, v.status, "the applicant is no officer");
	ok(cgi_has(&v, "Langkah ini dikerjakan oleh Admin Kanwil."),
	    "...whose step it is");
	cgi_leave(&v);
	cgi_login(office, &v, "admin-user-2");
	cgi_get(&v, s.program, s.uri);
	is_int(404, v.status, "another institution");
	ok(!cgi_has(&v, "Siti Rahmawati"), "...learns nothing");
	cgi_leave(&v);
	seat_send(&s, "aksi=terbang");
	is_int(400, s.v.status, "an unknown act");
	seat_send(&s, "aksi=ambil&kunci=");
	is_int(400, s.v.status, "a form without its key");
	seat_leave(&s);
}

static void
sending_back(void)
{
	struct seat s, mend;
	int64_t events;

	sit(&s, "review", "/periksa", SIGAP, "2", 1);
	events = seat_events(&s);
	seat_send(&s, "aksi=selesai&keputusan=kembali-1");
	is_int(422, s.v.status, "a return without a reason");
	ok(cgi_has(&s.v, "Tulis alasan pengembalian"), "...is told");
	ok(cgi_has(&s.v, "value=\"kembali-1\" checked"), "...with the choice "
	    "kept");
	seat_send(&s, "aksi=selesai&keputusan=kembali-1"
	    "&catatan=%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9");
	is_int(422, s.v.status, "...nor with one of five characters");
	seat_send(&s, "aksi=selesai&keputusan=kembali-7&catatan=Salah+alamat.");
	is_int(422, s.v.status, "a return to where it cannot go");
	seat_send(&s, "aksi=selesai&keputusan=tolak&catatan=Kuota+penuh+ya.");
	is_int(422, s.v.status, "a refusal where there is none");
	is_int(events, seat_events(&s), "...none of which happens");
	seat_send(&s, "aksi=selesai&keputusan=kembali-1&alasan=tanda-tangan"
	    "&alasan=tidak-terbaca&catatan=Mohon+tanda+tangan+dekan.");
	is_int(303, s.v.status, "a return with reasons");
	cgi_get(&s.v, "submit", "/mulai");
	ok(cgi_has(&s.v, "dikembalikan ke Admin User"), "...is told");
	seat_take(&mend, office, "submit", "/perbaiki", s.case_id, 0);
	seat_look(&mend);
	is_int(200, mend.v.status, "the applicant's page");
	ok(cgi_has(&mend.v, "Surat belum ditandatangani. Dokumen tidak "
	    "terbaca.\nMohon tanda tangan dekan."), "...tells why");
	ok(!cgi_has(&mend.v, "Pegawai admin-kanwil"), "...not by whom");
	ok(cgi_has(&mend.v, "name=\"nomor_surat\" type=\"text\" "
	    "value=\"Siti Rahmawati\""), "...filled with what was sent");
	ok(cgi_field(&mend.v, "surat-lama")[0] != '\0', "...file and all");
	seat_leave(&mend);
	seat_leave(&s);
}

static void
refusing(void)
{
	struct seat s;
	int64_t events;

	sit(&s, "approve", "/setujui", SIGAP, "5", 1);
	events = seat_events(&s);
	seat_send(&s, "aksi=selesai&keputusan=tolak"
	    "&catatan=Kuota+magang+sudah+penuh.");
	is_int(200, s.v.status, "a refusal is looked at once more");
	ok(cgi_has(&s.v, "Tolak permohonan ini?"), "...with a question");
	ok(cgi_has(&s.v, "Kuota magang sudah penuh."), "...and the reason");
	is_int(events, seat_events(&s), "...and not done yet");
	seat_send(&s, "aksi=ubah&keputusan=tolak&catatan=Kuota+penuh.");
	is_int(200, s.v.status, "back to the form");
	ok(cgi_has(&s.v, "value=\"tolak\" checked"), "...as it was");
	seat_send(&s, "aksi=kirim&keputusan=tolak"
	    "&catatan=Kuota+magang+sudah+penuh.");
	is_int(303, s.v.status, "refused");
	is_int(1, fixture_int(office, "SELECT refused FROM cases WHERE"
	    " id = $1", s.case_id), "...and recorded");
	seat_leave(&s);
}

static void
keeping_an_upload(void)
{
	struct seat s;
	char key[512], form[1024];

	sit(&s, "approve", "/setujui", SIGAP, "5", 1);
	seat_send_file(&s, "aksi=selesai&keputusan=teruskan"
	    "&tanggal_surat=2026-01-05", "berkas");
	is_int(422, s.v.status, "a number is missing");
	ok(cgi_has(&s.v, "Dokumen yang sudah diterima: surat.pdf (PDF, "),
	    "...but the file is kept");
	snprintf(key, sizeof(key), "%s", cgi_field(&s.v, "berkas-lama"));
	for (char *c = key; *c != '\0'; c++)
		*c = *c == ' ' ? '+' : *c;
	snprintf(form, sizeof(form), "aksi=selesai&keputusan=teruskan"
	    "&nomor_surat=W.6-1&tanggal_surat=2026-01-05&berkas-lama=%s",
	    key);
	seat_send(&s, form);
	is_int(200, s.v.status, "the form without choosing it again");
	ok(cgi_has(&s.v, "surat.pdf (PDF, "), "...has it");
	key[0] ^= 1;
	snprintf(form, sizeof(form), "aksi=kirim&keputusan=teruskan"
	    "&nomor_surat=W.6-1&tanggal_surat=2026-01-05&berkas-lama=%s",
	    key);
	seat_send(&s, form);
	is_int(422, s.v.status, "a reference that was tampered with");
	key[0] ^= 1;
	snprintf(form, sizeof(form), "aksi=kirim&keputusan=teruskan"
	    "&nomor_surat=W.6-1&tanggal_surat=2026-01-05&berkas-lama=%s"
	    "&alasan-dokumen=Ditandatangani+basah.", key);
	seat_send(&s, form);
	is_int(303, s.v.status, "approved with it");
	is_int(1, fixture_int(office, "SELECT count(*) FROM documents"
	    " WHERE task_id = $1", s.task.id), "...and it is the case's");
	seat_leave(&s);
}

static void
waiting_outside(void)
{
	struct seat s;

	sit(&s, "review", "/periksa", SIGAP, "2", 1);
	seat_look(&s);
	ok(cgi_has(&s.v, "name=\"pihak\" type=\"radio\" "
	    "value=\"srikandi\""), "the parties of the list are offered");
	seat_send(&s, "aksi=luar&pihak=");
	is_int(422, s.v.status, "...and one is needed");
	seat_send(&s, "aksi=luar&pihak=Sisumaker+Kanwil");
	is_int(422, s.v.status, "...of the list");
	seat_send(&s, "aksi=luar&pihak=lainnya");
	is_int(422, s.v.status, "another has a name");
	ok(cgi_has(&s.v, "Isi nama pihak lain"), "...as is said");
	seat_send(&s, "aksi=luar&pihak=lainnya"
	    "&pihak-lain=Kakanwil&nomor-agenda=12%2F1");
	is_int(303, s.v.status, "it goes outside");
	seat_look(&s);
	ok(cgi_has(&s.v, "Berkas ada di Kakanwil sejak"), "...where it is");
	ok(cgi_has(&s.v, "nomor agenda 12/1"), "...under what number");
	ok(cgi_has(&s.v, "menunggu pihak luar"), "...and the clock stands");
	seat_send(&s, "aksi=selesai&keputusan=teruskan");
	is_int(409, s.v.status, "meanwhile it cannot be finished");
	seat_send(&s, "aksi=luar-kembali&luar-tanggal-hari=1"
	    "&luar-tanggal-bulan=1&luar-tanggal-tahun=2026"
	    "&luar-pukul=10.00");
	is_int(422, s.v.status, "back before it left");
	seat_send(&s, "aksi=luar-kembali&catatan-luar=Disetujui.");
	is_int(303, s.v.status, "it is back");
	seat_look(&s);
	ok(cgi_has(&s.v, "value=\"selesai\""), "...and work goes on");
	seat_leave(&s);
}

/* SIGAP 5: the trip is its standard's, and its next act. */
static void
trip_within(void)
{
	struct seat s;
	int64_t due;

	sit(&s, "approve", "/setujui", SIGAP, "5", 1);
	due = s.task.due_at;
	seat_look(&s);
	ok(cgi_has(&s.v, "Catat dikirim ke SISUMAKER</button>"),
	    "the sending is a button of the step");
	ok(cgi_has(&s.v, "name=\"pihak\" value=\"sisumaker\""),
	    "...the name is fixed");
	ok(!cgi_has(&s.v, "Menunggu pihak luar"), "...not among other acts");
	seat_send(&s, "aksi=luar&pihak=sisumaker&nomor-agenda=9%2F2");
	is_int(303, s.v.status, "sent");
	seat_look(&s);
	ok(cgi_has(&s.v, "Catat sudah kembali dari SISUMAKER</button>"),
	    "then the coming back is");
	ok(cgi_has(&s.v, "Jam langkah ini tetap berjalan"),
	    "...and the clock runs on");
	ok(cgi_has(&s.v, "tersisa"), "...to the limit");
	is_int(due, s.task.due_at, "...which stays");
	cgi_get(&s.v, "inbox", "/kotak-masuk?tab=saya");
	ok(cgi_has(&s.v, "Menunggu pihak luar") && !cgi_has(&s.v, "Diproses"),
	    "...and nobody is said to work on it");
	seat_look(&s);
	seat_send(&s, "aksi=luar-kembali");
	is_int(303, s.v.status, "back");
	seat_look(&s);
	ok(cgi_has(&s.v, "value=\"selesai\""), "...to the decision");
	ok(!cgi_has(&s.v, "Catat dikirim ke SISUMAKER"),
	    "...and the sending was done");
	seat_leave(&s);
}

/* SIGAP 2 ends with the number; whoever does row 3 closes the wait. */
static void
wait_before(void)
{
	struct seat s;
	int64_t id;

	sit(&s, "review", "/periksa", SIGAP, "2", 1);
	id = s.case_id;
	seat_look(&s);
	ok(cgi_has(&s.v, "Nomor agenda di SISUMAKER"), "a number is asked");
	seat_send(&s, "aksi=selesai&keputusan=teruskan&nomor-terusan=");
	is_int(422, s.v.status, "...and needed");
	ok(cgi_has(&s.v, "href=\"#nomor-terusan\""), "...as is said");
	seat_send(&s, "aksi=selesai&keputusan=teruskan&nomor-terusan=8"
	    "&tanggal-terusan-hari=1&tanggal-terusan-bulan=2"
	    "&tanggal-terusan-tahun=2026");
	is_int(422, s.v.status, "a date that has not come");
	ok(cgi_has(&s.v, "value=\"8\""), "...what was typed is there");
	seat_send(&s, "aksi=selesai&keputusan=kembali-1"
	    "&catatan=Surat+belum+ditandatangani.");
	is_int(303, s.v.status, "sending back needs none");
	seat_leave(&s);
	sit(&s, "review", "/periksa", SIGAP, "2", 1);
	id = s.case_id;
	seat_send(&s, "aksi=selesai&keputusan=teruskan&nomor-terusan=77");
	is_int(303, s.v.status, "passed on");
	seat_leave(&s);
	seat_take(&s, office, "review", "/periksa", id, 0);
	seat_look(&s);
	ok(cgi_has(&s.v, "Berkas ada di SISUMAKER sejak"), "row 3 waits");
	ok(cgi_has(&s.v, "nomor agenda 77"), "...under that number");
	ok(!cgi_has(&s.v, "value=\"ambil\""), "...and cannot be taken");
	seat_send(&s, "aksi=ambil");
	is_int(409, s.v.status, "...however one asks");
	seat_send(&s, "aksi=luar-kembali&nomor-agenda=12");
	is_int(303, s.v.status, "whoever does it says that it is back");
	seat_look(&s);
	ok(cgi_has(&s.v, "value=\"ambil\""), "...and takes it");
	seat_leave(&s);
}

static void
being_present(void)
{
	struct seat s;

	sit(&s, "record", "/catat", "keimigrasian-wna", "4", 0);
	seat_look(&s);
	ok(cgi_has(&s.v, "value=\"hadir\""), "presence is awaited");
	ok(cgi_has(&s.v, "menunggu pemohon hadir"), "...the clock stands");
	seat_send(&s, "aksi=selesai");
	is_int(409, s.v.status, "...nothing is done before");
	seat_send(&s, "aksi=hadir");
	is_int(303, s.v.status, "the applicant is there");
	seat_look(&s);
	ok(cgi_has(&s.v, "value=\"selesai\""), "a counter needs no claim");
	seat_send(&s, "aksi=selesai");
	is_int(303, s.v.status, "...one keypress does it");
	ok(!is_open(&s), "...and it moves on");
	seat_leave(&s);
}

/* A form with a text of so many letters, and one more of them: it is refused
 * beside its input and nothing is written. */
static void
too_long(struct seat *s, const char *form, size_t max, int ok_at_max)
{
	char all[8192], words[64];
	int64_t events = desk_events(office, s->case_id);
	size_t n = (size_t)snprintf(all, sizeof(all), "%s", form);

	memset(all + n, 'x', max + 1);
	all[n + max + 1] = '\0';
	seat_send(s, all);
	is_int(422, s->v.status, "%s: %zu letters", form, max + 1);
	snprintf(words, sizeof(words), "Tulis paling banyak %zu karakter",
	    max);
	ok(cgi_has(&s->v, words), "...are too many");
	ok(cgi_has(&s->v, all + n), "...and all come back");
	is_int(events, desk_events(office, s->case_id), "...none is kept");
	all[n + max] = '\0';
	if (!ok_at_max)
		return;
	seat_look(s);
	seat_send(s, all);
	is_int(303, s->v.status, "...one less are not");
}

/* Every text that a step asks has its limit here, not in the browser alone. */
static void
texts_have_limits(void)
{
	struct seat s;
	char note[ACT_NOTE_MAX * 100 + 1];
	struct act a = { .note = note };
	int64_t events;

	sit(&s, "review", "/periksa", SIGAP, "2", 1);
	too_long(&s, "aksi=catat&jenis-catatan=catatan&isi-catatan=", 2000, 1);
	too_long(&s, "aksi=selesai&keputusan=kembali-1&catatan=", 2000, 0);
	too_long(&s, "aksi=selesai&keputusan=teruskan&bukti-terjadi=", 200, 0);
	too_long(&s, "aksi=luar&nomor-agenda=1&pihak=lainnya&pihak-lain=", 100,
	    0);
	too_long(&s, "aksi=luar&pihak=lainnya&pihak-lain=X&nomor-agenda=", 100,
	    1);
	too_long(&s, "aksi=luar-kembali&catatan-luar=", 2000, 1);
	memset(note, 'x', sizeof(note) - 1);
	note[sizeof(note) - 1] = '\0';
	a.actor.person_id = fixture_person(office, "duta-sigap");
	a.task_id = s.task.id;
	a.now = s.v.now;
	events = desk_events(office, s.case_id);
	is_int(CASE_INVALID, act_note(office, &a, "note"),
	    "nor does the library write 200,000 letters");
	is_string("note", office_field(office), "...which it names");
	is_int(events, desk_events(office, s.case_id), "...into the history");
	seat_leave(&s);
}

static void
noting(void)
{
	struct seat s;

	sit(&s, "review", "/periksa", SIGAP, "2", 0);
	seat_send(&s, "aksi=catat");
	is_int(422, s.v.status, "an empty note");
	seat_send(&s, "aksi=catat&jenis-catatan=telepon"
	    "&isi-catatan=Pemohon+akan+mengirim+ulang.");
	is_int(303, s.v.status, "a telephone note");
	is_int(1, fixture_int(office, "SELECT count(*) FROM events"
	    " WHERE stream = $1 AND kind = 'call'", s.case_id),
	    "...is one");
	ok(is_open(&s), "...and moves nothing");
	seat_leave(&s);
}

static void
taking_back(void)
{
	struct seat s, next;

	sit(&s, "review", "/periksa", SIGAP, "2", 1);
	seat_send(&s, "aksi=selesai&keputusan=teruskan");
	seat_look(&s);
	seat_send(&s, "aksi=tarik");
	is_int(303, s.v.status, "a forward is taken back");
	is_string(s.uri, s.v.location, "...to its page");
	ok(is_open(&s), "...and goes on");
	seat_look(&s);
	seat_send(&s, "aksi=selesai&keputusan=teruskan");
	seat_leave(&s);
	seat_take(&next, office, "review", "/periksa", s.case_id, 1);
	s.v.now = next.v.now;
	cgi_login(office, &s.v, "admin-kanwil");
	seat_look(&s);
	seat_send(&s, "aksi=tarik");
	is_int(409, s.v.status, "not once the next has claimed");
	seat_leave(&next);
	seat_leave(&s);
}

static void
being_late(void)
{
	struct seat s;

	sit(&s, "review", "/periksa", SIGAP, "2", 1);
	s.v.now += 3600;
	seat_look(&s);
	ok(cgi_has(&s.v, "app-sla--late"), "an hour over ten minutes");
	ok(cgi_has(&s.v, "id=\"sebab\""), "...asks why");
	seat_send(&s, "aksi=selesai&keputusan=teruskan");
	is_int(422, s.v.status, "...and must be told");
	seat_send(&s, "aksi=selesai&keputusan=teruskan&sebab=malas");
	is_int(422, s.v.status, "...one of the reasons");
	seat_send(&s, "aksi=selesai&keputusan=teruskan&sebab=rapat");
	is_int(303, s.v.status, "...then it goes on");
	is_int(1, fixture_int(office, "SELECT count(*) FROM tasks WHERE"
	    " id = $1 AND late_reason = 'rapat' AND verdict = 'over'",
	    s.task.id), "...and is kept");
	seat_leave(&s);
}

#define DONE_AT(d, c) "aksi=selesai&keputusan=teruskan" \
	"&bukti-terjadi=Buku+agenda" \
	"&terjadi-tanggal-hari=" d "&terjadi-tanggal-bulan=jan" \
	"&terjadi-tanggal-tahun=2026&terjadi-pukul=" c

static void
after_the_fact(void)
{
	struct seat s;
	struct task_row t;
	int64_t day;
	char form[512];

	sit(&s, "review", "/periksa", SIGAP, "2", 1);
	s.v.now = s.task.claimed_at + 7200;
	seat_send(&s, DONE_AT("5", "siang"));
	is_int(422, s.v.status, "no time of day");
	ok(cgi_has(&s.v, "href=\"#terjadi-pukul\""), "...is told");
	seat_send(&s, DONE_AT("6", "09.00"));
	is_int(422, s.v.status, "tomorrow");
	ok(cgi_has(&s.v, "govuk-details\" open"), "...where it was typed");
	day = (s.task.claimed_at + 60 + 7 * 3600) % 86400;	/* WIB */
	snprintf(form, sizeof(form), DONE_AT("5", "%02d.%02d"),
	    (int)(day / 3600), (int)(day / 60 % 60));
	seat_send(&s, form);
	is_int(303, s.v.status, "two hours ago");
	is_int(CASE_OK, task_get(office, s.task.id, &t), "its task");
	is_int(1, t.late_entry, "...is marked as recorded later");
	ok(strcmp(t.verdict, "over") != 0, "...and is not late for it");
	seat_leave(&s);
}

static void
approving_ones_own(void)
{
	struct seat s;

	fixture_run(office, "INSERT INTO holders (id, role_id, person_id,"
	    " capacity, letter_no, from_at) SELECT 77, r.id, p.id, 'plh',"
	    " 'W-1', 0 FROM roles r, people p WHERE r.slug ="
	    " 'subbag-kepegawaian-tu-rt' AND p.login = 'duta-sigap'");
	sit(&s, "approve", "/setujui", SIGAP, "5", 0);
	cgi_leave(&s.v);
	cgi_login(office, &s.v, "duta-sigap");
	seat_send(&s, "aksi=ambil");
	seat_look(&s);
	ok(cgi_has(&s.v, "Anda bertindak sebagai Plh."), "as Plh.");
	ok(cgi_has(&s.v, "Plh. Pegawai duta-sigap (mewakili Pegawai "
	    "subbag-kepegawaian-tu-rt, surat perintah W-1)"),
	    "...the history names both, and the order");
	ok(cgi_has(&s.v, "id=\"pengecualian\""), "one's own draft");
	seat_send_file(&s, "aksi=kirim&keputusan=teruskan&nomor_surat=1"
	    "&tanggal_surat=2026-01-05&catatan=Pejabat+lain+berhalangan."
	    "&alasan-dokumen=Ditandatangani+basah.", "berkas");
	is_int(422, s.v.status, "...is not simply approved");
	ok(cgi_has(&s.v, "href=\"#pengecualian\""), "...but by exception");
	seat_send_file(&s, "aksi=kirim&keputusan=teruskan&nomor_surat=1"
	    "&tanggal_surat=2026-01-05&catatan=Pejabat+lain+berhalangan."
	    "&pengecualian=ya&alasan-dokumen=Ditandatangani+basah.",
	    "berkas");
	is_int(303, s.v.status, "...with a reason");
	is_int(1, fixture_int(office, "SELECT own_approval FROM tasks WHERE"
	    " id = $1", s.task.id), "...which is marked");
	fixture_run(office, "DELETE FROM holders WHERE id = 77");
	seat_leave(&s);
}

int
main(void)
{
	office = cgi_office();
	taking_and_giving_back();
	handing_over();
	being_too_slow();
	sending_twice();
	going_to_the_right_place();
	keeping_others_out();
	sending_back();
	refusing();
	keeping_an_upload();
	waiting_outside();
	trip_within();
	wait_before();
	being_present();
	noting();
	texts_have_limits();
	taking_back();
	being_late();
	after_the_fact();
	approving_ones_own();
	return tap_done();
}
