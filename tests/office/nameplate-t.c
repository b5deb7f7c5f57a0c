/*
 * nameplate-t.c - the office by name: by the configuration, then by date; what
 * is planned is taken back, and a closed month keeps its name.
 */
#include "office/nameplate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"

#define DAY INT64_C(86400)
#define NOW (FIXTURE_START + 40 * DAY)

static struct office *o;
static char before[] = "Kanwil Kementerian Hukum dan HAM",
    service[] = "Layanan Kanwil", hours[] = "Senin–Jumat", contact[] = "";
static const struct conf conf = { .office = before, .service = service,
	.hours = hours, .contact = contact };

static const char *
name_at(int64_t at)
{
	static struct nameplate p;

	nameplate_at(o, &conf, at, &p);
	return p.office;
}

static struct nameplate
plate(const char *office, int64_t from_at)
{
	struct nameplate p = { .from_at = from_at };

	strcpy(p.office, office);
	strcpy(p.service, service);
	strcpy(p.hours, "Senin–Kamis 08.00–16.00 WIB");
	strcpy(p.notice, "Kami sanggup.\nBila tidak, kami siap ditegur.");
	strcpy(p.ground, "Perpres 155/2024");
	return p;
}

static enum case_err
set(const struct nameplate *p)
{
	const struct change ch = { .by = fixture_person(o, "admin"),
		.now = NOW };

	return nameplate_set(o, &conf, &ch, p);
}

static int64_t
events(const char *kind, const char *holds)
{
	char sql[512];

	snprintf(sql, sizeof(sql), "SELECT count(*) FROM events WHERE kind ="
	    " '%s' AND effect LIKE '%%%s%%' AND recorded_at = $1", kind,
	    holds);
	return fixture_int(o, sql, NOW);
}

static void
counts_by_date(void)
{
	struct nameplate p = plate("Kanwil Kementerian Hukum", NOW + DAY);

	is_string(before, name_at(NOW), "by the configuration at first");
	is_int(CASE_OK, set(&p), "another name from a date on");
	is_string(before, name_at(NOW + DAY - 1), "...not a second before");
	is_string("Kanwil Kementerian Hukum", name_at(NOW + DAY),
	    "...from that second");
	is_string("Kanwil Kementerian Hukum", name_at(NOW + 4000 * DAY),
	    "...and ever after");
	is_int(1, events("nameplate-set", "\"was\":{%Hukum dan HAM"),
	    "its event says what was");
	strcpy(p.office, "Kanwil Kementerian Hukum Sumsel");
	is_int(CASE_OK, set(&p), "another from the same date");
	is_string("Kanwil Kementerian Hukum Sumsel", name_at(NOW + DAY),
	    "...takes its place");
	is_int(1, fixture_int(o, "SELECT count(*) FROM nameplates"
	    " WHERE from_at > $1", 0), "...and is the only one");
}

static void
has_languages(void)
{
	struct nameplate p;

	nameplate_at(o, &conf, NOW + DAY, &p);
	is_string(p.hours, nameplate_hours(&p, "en"),
	    "hours without English are those in Indonesian");
	strcpy(p.hours_en, "Monday to Thursday");
	strcpy(p.notice_en, "We promise.");
	is_string("Monday to Thursday", nameplate_hours(&p, "en"), "...or");
	is_string("We promise.", nameplate_notice(&p, "en"), "the notice too");
	ok(strncmp(nameplate_notice(&p, "id"), "Kami sanggup.\n", 14) == 0,
	    "...in Indonesian, with its lines");
}

static void
refuses(void)
{
	struct nameplate p = plate("", NOW);

	is_int(CASE_INVALID, set(&p), "no name");
	is_string("office", office_field(o), "...is said of it");
	p = plate("Kantor", NOW);
	p.hours[0] = '\0';
	is_int(CASE_INVALID, set(&p), "no hours");
	is_string("hours", office_field(o), "...is said of them");
	p = plate("Kanwil Kementerian Hukum Sumsel", NOW + 2 * DAY);
	is_int(CASE_INVALID, set(&p), "nothing that changes");
	fixture_close_month(o, "2026-01");
	p = plate("Kantor", FIXTURE_START + DAY);
	is_int(CASE_INVALID, set(&p), "a day of a closed month");
	is_string("from_at", office_field(o), "...is said of the day");
	is_string(before, name_at(FIXTURE_START + DAY),
	    "...whose reports keep their name");
}

static void
takes_back(void)
{
	const struct change ch = { .by = fixture_person(o, "admin"),
		.now = NOW }, later = { .by = ch.by, .now = NOW + DAY };
	struct nameplate *list;
	size_t n;
	int64_t id;

	is_int(CASE_OK, nameplate_list(o, &list, &n), "listed");
	is_int(1, n, "...all there is");
	id = list[0].id;
	free(list);
	is_int(CASE_STATE, nameplate_drop(o, &later, id),
	    "one that counts stays");
	is_int(CASE_OK, nameplate_drop(o, &ch, id),
	    "one that has not begun is taken back");
	is_string(before, name_at(NOW + 2 * DAY), "...and never counts");
	is_int(1, events("nameplate-dropped", "Sumsel"), "...an event");
	is_int(CASE_NOT_FOUND, nameplate_drop(o, &ch, id), "...once");
}

int
main(void)
{
	o = fixture_open(NULL);
	counts_by_date();
	has_languages();
	refuses();
	takes_back();
	office_close(o);
	return tap_done();
}
