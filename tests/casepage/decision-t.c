/*
 * decision-t.c - a request for several: what its applicant is told in the end,
 * by the message, and by the page of the code in both languages.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_finish.h"
#include "case/decision.h"
#include "case/participant.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/tap.h"
#include "tests/web/applicant.h"
#include "tests/web/seat.h"

#define IZIN	"izin-magang-penelitian"
#define FOUR	"peserta=Siti R.; 01; Hukum\nBudi S.; 02; Hukum\n" \
		"Ayu L.; 03; Hukum\nWayan K.; 04; Hukum"

static struct office *office;

/* A request for four, sent to its third row. */
static int64_t
group(void)
{
	struct visitor v = { .now = desk_now };

	applicant_send(&v, applicant_write(office, &v, "/ajukan/" IZIN, FOUR,
	    "surat.pdf"));
	is_int(303, v.status, "a request for four");
	cgi_leave(&v);
	return fixture_int(office, "SELECT id + 0 * $1 FROM cases"
	    " ORDER BY opened_at DESC, id DESC LIMIT 1", 0);
}

/* One of them is refused at the row that reviews. */
static void
one_refused(int64_t id)
{
	struct seat s;

	seat_take(&s, office, "review", "/periksa", id, 1);
	seat_send(&s, "aksi=selesai&keputusan=teruskan&alasan_peserta=Kuota"
	    "+penuh.&peserta_ditolak=Budi+S.%3B+02%3B+Hukum");
	is_int(303, s.v.status, "...one of them is refused");
	seat_leave(&s);
}

/* How many of the four are refused. */
static int
refused(int64_t id)
{
	struct participants list;
	int n = 0;

	if (participants_read(office, id, &list) != CASE_OK)
		bail("no list");
	for (size_t i = 0; i < list.count; i++)
		n += list.person[i].state == PARTICIPANT_REFUSED;
	participants_free(&list);
	return n;
}

/* The page of the code, in a language, says each of these (ended by NULL). */
static void
page_says(int64_t id, const char *language, const char *const *words)
{
	struct visitor v = { .now = desk_now, .remote = "192.0.2.60" };
	char code[CASE_CODE_LEN + 1], form[64];

	snprintf(form, sizeof(form), "/lacak?lain=1&bahasa=%s", language);
	cgi_get(&v, "track", form);
	cgi_get(&v, "track", "/lacak?lain=1");
	office_code(office, id, code);
	snprintf(form, sizeof(form), "kode=%s", code);
	cgi_post(&v, "track", "/lacak", form);
	cgi_get(&v, "track", "/lacak/status");
	for (; *words != NULL; words++)
		ok(cgi_has(&v, *words), "%s: %s", language, *words);
	cgi_leave(&v);
}

/* The message that is prepared for the applicant. */
static void
message_says(int64_t id, const char *words)
{
	struct seat s;

	seat_take(&s, office, "notify", "/beritahu", id, 1);
	seat_look(&s);
	ok(cgi_has(&s.v, words), "the message: %s", words);
	seat_leave(&s);
}

static void
some_accepted(void)
{
	static const char *const id_words[] = { "Disetujui untuk 3 dari 4 "
	    "peserta. Surat siap diunduh</h1>", "Unduh suratnya di bawah ini.",
	    "<li>Siti R.: <strong>diterima</strong>",
	    "<li>Budi S.: <strong>ditolak</strong>",
	    "Alasan menolak peserta: Kuota penuh.",
	    "Unduh surat-izin-", NULL };
	static const char *const en_words[] = { "Approved for 3 of 4 "
	    "participants. The letter is ready for download</h1>",
	    "Download the letter below.", NULL };
	struct wording_decision d;
	struct case_row c;
	int64_t id = group();

	one_refused(id);
	if (case_get(office, id, &c) != CASE_OK)
		bail("no case");
	is_int(0, decision_read(office, &c, &d), "not decided before it is "
	    "signed");
	walk_to(office, id, 5, desk_now);
	message_says(id, ") disetujui untuk 3 dari 4 peserta. Lihat ");
	walk_to(office, id, 0, desk_now);
	is_int(1, refused(id), "one of four is refused");
	page_says(id, "id", id_words);
	page_says(id, "en", en_words);
}

/* Refused as a whole, after one of them was: nobody is accepted. */
static void
all_refused(void)
{
	static const char *const id_words[] = {
	    "Ditolak. Surat siap diunduh</h1>", "Unduh surat-penolakan-",
	    "<li>Siti R.: <strong>ditolak</strong>",
	    "<li>Budi S.: <strong>ditolak</strong>",
	    "<li>Wayan K.: <strong>ditolak</strong>", NULL };
	static const char *const en_words[] = { "Refused. The letter is ready "
	    "for download</h1>", NULL };
	int64_t id = group();

	one_refused(id);
	walk_step(office, id, OUTCOME_REFUSE, NULL, desk_now);
	is_int(4, refused(id), "all four are refused");
	message_says(id, ") ditolak. Lihat ");
	walk_to(office, id, 0, desk_now);
	page_says(id, "id", id_words);
	page_says(id, "en", en_words);
}

/* At the first look, nobody having been decided on. */
static void
refused_at_once(void)
{
	int64_t id = group();

	walk_step(office, id, OUTCOME_REFUSE, NULL, desk_now);
	is_int(4, refused(id), "refused at once: all four");
}

int
main(void)
{
	office = cgi_office();
	some_accepted();
	all_refused();
	refused_at_once();
	office_close(office);
	return tap_done();
}
