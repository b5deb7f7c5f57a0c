/*
 * step-hand-t.c - one task in hand, on the pages: four letters that are taken
 * at once wait for their turn and are in time; "Kerjakan"; the inbox says
 * which is in hand; who is alone in a role sends without taking.
 */
#include <stdio.h>
#include <string.h>

#include "case/hand.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"
#include "tests/web/seat.h"

#define SIGAP "sigap-magang-penelitian"
#define LETTERS 4
#define DONE "aksi=kirim&keputusan=teruskan&catatan="

static struct office *office;
static struct seat s[LETTERS];
static int64_t now;

/* All at the clock's time. */
static void
at(int64_t instant)
{
	now = instant;
	for (int i = 0; i < LETTERS; i++)
		s[i].v.now = now;
}

static int64_t
in_hand(void)
{
	return hand_task(office, fixture_person(office, "admin-kanwil"));
}

static void
take_four(void)
{
	int i;

	for (i = 0; i < LETTERS; i++)
		seat_take(&s[i], office, "review", "/periksa",
		    desk_case(office, SIGAP, "2"), 0);
	at(desk_now + 60);
	seat_look(&s[0]);
	ok(cgi_has(&s[0].v, "Jam kerjanya berjalan sejak Anda ambil"),
	    "before it is taken the page says what the clock will do");
	ok(cgi_has(&s[0].v, "jam itu berhenti dan tugas ini menunggu"),
	    "...and when it stands still");
	for (i = 0; i < LETTERS; i++) {
		at(now + 5);
		seat_look(&s[i]);
		seat_send(&s[i], "aksi=ambil");
		is_int(303, s[i].v.status, "letter %d is taken", i);
	}
	is_int(s[3].task.id, in_hand(), "the last is in hand");
}

static void
shows_what_waits(void)
{
	int64_t events = seat_events(&s[1]);

	seat_look(&s[1]);
	ok(cgi_has(&s[1].v, "kerjakan paling lambat"), "another waits");
	ok(cgi_has(&s[1].v, "Tugas ini sudah Anda ambil dan sedang menunggu"),
	    "...as its page says");
	ok(cgi_has(&s[1].v, "Yang sedang Anda kerjakan: <a") &&
	    cgi_has(&s[1].v, s[3].uri), "...with a link to what is in hand");
	ok(cgi_has(&s[1].v, ">Kerjakan</button>"), "...and a button");
	ok(cgi_has(&s[1].v, "value=\"selesai\""), "...and its form");
	cgi_get(&s[1].v, "review", s[1].uri);
	is_int(events, seat_events(&s[1]), "looking at it changes nothing");
	is_int(s[3].task.id, in_hand(), "...nor what is in hand");
	seat_look(&s[3]);
	ok(!cgi_has(&s[3].v, ">Kerjakan</button>"), "what is in hand has none");
	cgi_get(&s[1].v, "inbox", "/kotak-masuk?tab=saya");
	ok(cgi_has(&s[1].v, "Sedang Anda kerjakan: <a") &&
	    cgi_has(&s[1].v, "Sedang dikerjakan") &&
	    cgi_has(&s[1].v, "Diambil, menunggu"), "the inbox says it, too");
}

static void
takes_up(void)
{
	char form[80];
	int64_t version = s[2].task.version;

	seat_look(&s[2]);
	seat_send(&s[2], "aksi=kerjakan");
	is_int(303, s[2].v.status, "Kerjakan");
	is_string(s[2].uri, s[2].v.location, "...and goes on with it");
	is_int(s[2].task.id, in_hand(), "...it is in hand");
	seat_look(&s[2]);
	is_int(version + 1, s[2].task.version, "its claim counted, not this");
	seat_send(&s[2], "aksi=kerjakan");
	is_int(409, s[2].v.status, "once");
	seat_look(&s[3]);
	snprintf(form, sizeof(form), "aksi=kerjakan&versi=%lld",
	    (long long)s[3].task.version - 1);
	seat_send(&s[3], form);
	is_int(409, s[3].v.status, "an older page of it is refused");
	is_int(s[2].task.id, in_hand(), "...and changes nothing");
}

/* Each in nine minutes, by its form alone. */
static void
sends_four(void)
{
	struct task_row t;

	for (int i = 0; i < LETTERS; i++) {
		at(now + 9 * 60);
		seat_look(&s[i]);
		ok(!cgi_has(&s[i].v, "name=\"sebab\""), "nobody asks why");
		seat_send(&s[i], DONE);
		is_int(303, s[i].v.status, "letter %d is sent", i);
		if (task_get(office, s[i].task.id, &t) != CASE_OK)
			bail("task");
		is_string("within", t.verdict, "...in time");
		ok(t.own <= 10 * 60, "...in %lld s of work",
		    (long long)t.own);
		seat_leave(&s[i]);
	}
}

/* Late by his own clock: asked at once, not when he has sent. */
static void
is_asked_why(void)
{
	seat_take(&s[0], office, "review", "/periksa",
	    desk_case(office, SIGAP, "2"), 1);
	seat_take(&s[1], office, "review", "/periksa",
	    desk_case(office, SIGAP, "2"), 1);
	at(desk_now + 11 * 60);
	seat_look(&s[0]);
	ok(cgi_has(&s[0].v, "name=\"sebab\""),
	    "eleven minutes since his previous act");
	seat_send(&s[0], DONE);
	is_int(422, s[0].v.status, "without a reason it is not sent");
	seat_send(&s[0], DONE "&sebab=beban");
	is_int(303, s[0].v.status, "...with one it is");
	seat_leave(&s[0]);
	seat_leave(&s[1]);
}

static void
alone(void)
{
	seat_take(&s[0], office, "assign", "/disposisi",
	    desk_case(office, "pagu-anggaran", "2"), 0);
	at(desk_now + 60);
	seat_look(&s[0]);
	ok(cgi_has(&s[0].v, "mengirim sudah berarti mengambil"),
	    "who is alone in the role need not take it");
	ok(cgi_has(&s[0].v, "value=\"ambil\"") &&
	    cgi_has(&s[0].v, "value=\"selesai\""), "...but may");
	seat_send(&s[0], "aksi=kirim&catatan=Tindak+lanjuti.");
	is_int(303, s[0].v.status, "sent");
	seat_leave(&s[0]);
}

/* Composing a letter is work of its own: for that it is taken. */
static void
composes(void)
{
	seat_take(&s[0], office, "draft", "/susun",
	    desk_case(office, SIGAP, "4"), 0);
	at(desk_now + 60);
	seat_look(&s[0]);
	ok(cgi_has(&s[0].v, "Ambil dahulu tugas ini bila suratnya disusun") &&
	    !cgi_has(&s[0].v, "href=\"/surat/"),
	    "a letter is composed by who has taken the task");
	seat_send(&s[0], "aksi=ambil");
	seat_look(&s[0]);
	ok(cgi_has(&s[0].v, "href=\"/surat/"), "...then it can be");
	seat_leave(&s[0]);
}

int
main(void)
{
	office = cgi_office();
	take_four();
	shows_what_waits();
	takes_up();
	sends_four();
	is_asked_why();
	alone();
	composes();
	return tap_done();
}
