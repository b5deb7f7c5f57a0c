/*
 * explanation-t.c - the page of every step says how its limit came about, and
 * that of a case where its time went.
 */
#include <stdio.h>
#include <string.h>

#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/seat.h"

#define SIGAP "sigap-magang-penelitian"
#define QUESTION "<summary class=\"govuk-details__summary\"><span class=" \
	"\"govuk-details__summary-text\">Bagaimana batas ini dihitung?"

static struct office *office;
static struct seat s;

/* Somebody looks at a step, taken or not. */
static void
look(const char *program, const char *path, const char *sop, const char *no,
    int claimed)
{
	seat_take(&s, office, program, path, desk_case(office, sop, no),
	    claimed);
	seat_look(&s);
}

static int
says(const char *words)
{
	return cgi_has(&s.v, words);
}

static void
of_the_queue(void)
{
	look("review", "/periksa", SIGAP, "2", 0);
	ok(says(QUESTION), "behind a question that needs no script");
	ok(says("Selama menunggu diambil atau dikerjakan, batasnya adalah "
	    "waktu antrean: "),
	    "...what is limited");
	ok(says("Senin, 5 Januari 2026: 6 jam 59 menit (08.01–12.00, "
	    "13.00–16.00), jumlah 6 jam 59 menit"), "...the first day");
	ok(says("Selasa, 6 Januari 2026: 7 jam 30 menit (07.30–12.00, "
	    "13.00–16.00), jumlah 14 jam 29 menit"), "...the next");
	ok(says("<li>Batas: 6 Januari 2026, 16.00 WIB</li>"), "...the limit");
	seat_leave(&s);
}

static void
of_own_work(void)
{
	look("review", "/periksa", SIGAP, "2", 1);
	ok(says("Standar 5–10 menit dihitung dari jam kerja selama tugas "
	    "ini yang dikerjakan."), "once taken, the standard counts");
	ok(says(": 10 menit (08."), "...from then on");
	seat_send(&s, "aksi=luar&pihak=lainnya"
	    "&pihak-lain=Kakanwil&nomor-agenda=12%2F1");
	seat_look(&s);
	ok(says("Berkas ada di pihak luar: jam langkah ini berhenti"),
	    "outside there is no limit");
	s.v.now += 3600;
	seat_send(&s, "aksi=luar-kembali&catatan-luar=Disetujui.");
	seat_look(&s);
	ok(says("tidak dihitung ke standar: batas bergeser sebanyak itu."),
	    "back from there the limit has moved");
	seat_leave(&s);
}

/* Over a weekend and a holiday (Friday 16 January). */
static void
of_days(void)
{
	int64_t then = desk_now;

	desk_now = FIXTURE_START + 10 * 86400 + 3600;
	look("review", "/periksa", SIGAP, "3", 0);
	ok(says("Standar 1–2 hari kerja dihitung sampai akhir hari kerja "
	    "terakhirnya."), "days are counted whole");
	ok(says("Kamis, 15 Januari 2026: hari penerimaan"), "...from receipt");
	ok(says("Jumat, 16 Januari 2026: Isra Mikraj"), "...but holidays");
	ok(says("(SKB"), "...by their decree");
	ok(says("Sabtu, 17 Januari 2026: akhir pekan"), "...nor weekends");
	ok(says("Senin, 19 Januari 2026: hari kerja ke-1"), "...the first");
	ok(says("Selasa, 20 Januari 2026: hari kerja ke-2"), "...the second");
	ok(says("Batas: 20 Januari 2026, 16.00 WIB"), "...to its end");
	seat_leave(&s);
	desk_now = then;
}

static void
of_applicants(void)
{
	char uri[64];

	look("record", "/catat", "keimigrasian-wna", "4", 0);
	ok(says("Langkah ini menunggu pemohon: jam kantor belum berjalan."),
	    "while presence is awaited no clock runs");
	seat_leave(&s);
	look("download", "/unduh", SIGAP, "8", 0);
	is_int(200, s.v.status, "the applicant's step");
	ok(!says("Mengapa"), "...is not a matter of office time");
	snprintf(uri, sizeof(uri), "/berkas/%lld", (long long)s.case_id);
	seat_leave(&s);
	cgi_login(office, &s.v, "admin-kanwil");
	cgi_get(&s.v, "case", uri);
	ok(says("Langkah ini menunggu pemohon: jam kantor belum berjalan. "
	    "Pemohon ditunggu sampai 5 Januari 2026, "),
	    "...but the office reads until when it waits");
	cgi_leave(&s.v);
}

/* Two hours of work, one outside, in a case a night long. */
static void
of_a_case(void)
{
	char uri[64];

	look("review", "/periksa", SIGAP, "2", 1);
	seat_send(&s, "aksi=luar&pihak=lainnya"
	    "&pihak-lain=Kakanwil&nomor-agenda=12%2F1");
	s.v.now += 3600;
	snprintf(uri, sizeof(uri), "/berkas/%lld", (long long)s.case_id);
	cgi_get(&s.v, "case", uri);
	is_int(200, s.v.status, "a case");
	ok(says("<figcaption class=\"app-times__title\">Ke mana "
	    "waktunya"), "has a bar of its time");
	ok(says("role=\"img\" aria-label=\"Ke mana waktunya; "),
	    "...told in words");
	ok(says("Di pihak luar 1 jam ("), "...each part");
	ok(says("app-times__part--outside\" x=\""), "...drawn");
	ok(says(">C</span> Di pihak luar: 1 jam, "), "...by letter and words");
	ok(!says("style=\""), "...without a style that is refused");
	ok(says("Di luar jam kerja</th>"), "...above the table");
	ok(says("2. Periksa permohonan, Admin Kanwil</th>"),
	    "...and visit by visit");
	ok(says(QUESTION), "...and why it is due when it is");
	seat_leave(&s);
}

int
main(void)
{
	office = cgi_office();
	of_the_queue();
	of_own_work();
	of_days();
	of_applicants();
	of_a_case();
	return tap_done();
}
