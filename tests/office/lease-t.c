/*
 * lease-t.c - one process of all hosts works at a time, by the database's
 * clock; a machine whose clock is another does not work at all.
 */
#include <string.h>
#include <time.h>

#include "office/lease.h"
#include "store/db_clock.h"
#include "store/sqlite.h"
#include "tests/case/fixture.h"
#include "tests/store/place.h"
#include "tests/tap.h"

#define DAY INT64_C(86400)
#define NOW (FIXTURE_START + DAY)
#define FAR (NOW + 3650 * DAY)

static struct office *o;

static int
take(const char *holder, int64_t now, int64_t until)
{
	return lease_take(o, "uji", holder, now, until);
}

static void
one_at_a_time(void)
{
	is_int(CASE_OK, take("a", NOW, NOW + 55), "a lease");
	is_int(CASE_REPEATED, take("b", NOW + 1, NOW + 56), "another waits");
	is_int(CASE_REPEATED, take("b", NOW - 5, NOW + 50),
	    "...also one whose clock is a little behind");
	is_int(CASE_REPEATED, take("b", NOW, NOW),
	    "...nor gives it back for its holder");
	is_int(CASE_REPEATED, take("b", NOW - 3600, NOW - 3600),
	    "...whatever its clock says");
	is_int(CASE_OK, take("a", NOW + 2, NOW + 57), "its holder keeps it");
	is_int(CASE_OK, take("b", NOW + 57, NOW + 99), "after it another may");
	is_int(CASE_OK, take("b", NOW + 58, NOW + 58), "...and gives it back");
	is_int(CASE_OK, take("a", NOW + 58, NOW + 113), "...for the next");
}

static void
void_when_ahead(void)
{
	is_int(CASE_OK, take("a", FAR, FAR + 55), "the clock runs ahead");
	is_int(CASE_OK, take("b", NOW + 3, NOW + 58),
	    "...and comes back: that lease is void");
	is_int(CASE_REPEATED, take("c", NOW + 4, NOW + 59),
	    "...this one is not");
	is_int(CASE_OK, lease_take(o, "hari", "", FAR, FAR + DAY),
	    "a lease of a day, of nobody");
	is_int(CASE_OK, lease_take(o, "hari", "", NOW, NOW + DAY),
	    "...is void likewise");
	is_int(CASE_REPEATED, lease_take(o, "hari", "", NOW + 1,
	    NOW + 1 + DAY), "...then it holds");
}

/* Two containers: the process is 1 in each. */
static void
of_all_hosts(void)
{
	char a[LEASE_HOLDER], b[LEASE_HOLDER], self[LEASE_HOLDER];
	const int64_t at = NOW + 3600;

	lease_holder_of("web-1", "1111", 1, a);
	lease_holder_of("web-2", "2222", 1, b);
	is_int(CASE_OK, take(a, at, at + 55), "a process of one host");
	is_int(CASE_REPEATED, take(b, at, at + 55),
	    "...not that of the same number on another");
	is_int(CASE_OK, take(a, at + 1, at + 56), "...it keeps its lease");
	lease_holder_of("web-1", "1111", 1, b);
	is_int(CASE_REPEATED, take(b, at + 2, at + 57),
	    "...nor one of the same number started after it");
	is_int(CASE_OK, take(b, at + 56, at + 90), "...until it is over");
	lease_holder(self);
	ok(strcmp(self, lease_holder(a)) != 0, "no name is given twice: %s",
	    self);
	is_int(CASE_REPEATED, take(self, at + 57, at + 90),
	    "this process waits, too");
	lease_holder_of("a-host-of-a-very-long-name-that-goes-on-and-on-and-on"
	    "-and-on-and-on", "11111111-2222-3333-4444-555555555555", 4194304,
	    a);
	ok(strlen(a) < LEASE_HOLDER - 1 && strlen(strrchr(a, ' ')) == 17,
	    "a long name leaves room for chance");
}

/* The database's time is kept. */
static void
by_one_clock(void)
{
	const int64_t at = NOW + 7200;

	db_clock_shift = 4;
	is_int(4, db_clock_ahead(office_db(o)), "this clock is behind");
	is_int(CASE_OK, take("a", at, at + 55), "a lease");
	is_int(at + 59, fixture_int(o, "SELECT until FROM leases"
	    " WHERE name = 'uji' AND $1 = 0", 0),
	    "...ends by the database's clock");
	db_clock_shift = -4;
	is_int(CASE_REPEATED, take("b", at + 59, at + 99),
	    "...also for one whose clock is ahead");
	is_int(CASE_OK, take("b", at + 63, at + 99), "...then it is over");
	db_clock_shift = 0;
}

static void
apart(int64_t shift, const char *words)
{
	char why[512] = "";
	struct office *other;

	db_clock_shift = shift;
	other = office_open(NULL, DB_WRITE, why, sizeof(why));
	if (words == NULL)
		ok(other != NULL, "%lld seconds: it opens %s",
		    (long long)shift, why);
	else
		ok(other == NULL && strstr(why, words) != NULL &&
		    strstr(why, "server waktu") != NULL,
		    "%lld seconds: %s", (long long)shift, why);
	office_close(other);
	db_clock_shift = 0;
}

static void
no_other_clock(void)
{
	apart(5, NULL);
	apart(-5, NULL);
	apart(6, "6 detik lebih lambat daripada jam basis data");
	apart(-7, "7 detik lebih cepat daripada jam basis data");
	apart(86400, "86400 detik lebih lambat");
}

/* The connection ends: another server may have taken the place. */
static void
lose_connection(void)
{
	ok(db_run(office_db(o), "SELECT pg_terminate_backend("
	    "pg_backend_pid())", "") < 0, "a connection is lost");
}

static void
looks_again(void)
{
	const int64_t at = NOW + 14400;

	if (!place_is_server()) {
		skip(8, "a file is not connected anew");
		return;
	}
	db_patience(office_db(o), 0);
	db_clock_shift = 60;
	lose_connection();
	is_int(CASE_BUSY, take("a", at, at + 55),
	    "...a server with another clock is not worked with");
	is_int(CASE_BUSY, take("a", at, at + 55), "...not the next time");
	db_clock_shift = 0;
	is_int(CASE_OK, take("a", at, at + 55), "...until it is set");
	fixture_run(o, "UPDATE installation SET value = 'another'"
	    " WHERE name = 'key_check'");
	lose_connection();
	is_int(CASE_BUSY, take("a", at + 1, at + 56),
	    "...nor is the database of another office");
	is_int(CASE_BUSY, take("a", at + 1, at + 56), "...never");
	ok(strstr(db_error(office_db(o)), "kunci") != NULL, "...as is said");
}

int
main(void)
{
	o = fixture_open(NULL);
	one_at_a_time();
	void_when_ahead();
	of_all_hosts();
	by_one_clock();
	no_other_clock();
	looks_again();
	office_close(o);
	return tap_done();
}
