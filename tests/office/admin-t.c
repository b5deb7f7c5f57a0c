/* admin-t.c - what lists of an administrator read, and changes only tried. */
#include <stdlib.h>
#include <string.h>

#include "calendar/calendar_version.h"
#include "month/target.h"
#include "office/soplist.h"
#include "people/person.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"

static void
tries_a_change(struct office *o)
{
	struct change ch = { .now = FIXTURE_START, .idem = "k", .dry = 1 };
	struct person p;
	int64_t id = fixture_person(o, "jfu");
	int64_t events = fixture_int(o, "SELECT count(*) FROM events"
	    " WHERE stream <> $1", 0);

	person_get(o, id, &p);
	p.login[0] = '\0';
	is_int(CASE_INVALID, person_change(o, &ch, &p), "tried and refused");
	is_string("login", office_field(o), "...with its field");
	strcpy(p.login, "jfu");
	strcpy(p.email, "jfu@example.id");
	is_int(CASE_OK, person_change(o, &ch, &p), "tried and good");
	person_get(o, id, &p);
	is_string("", p.email, "...and nothing written");
	is_int(events, fixture_int(o, "SELECT count(*) FROM events"
	    " WHERE stream <> $1", 0), "...no event either");
	ok(!change_repeated(o, "k"), "...and the key is free");
	ch.dry = 0;
	is_int(CASE_OK, person_change(o, &ch, &p), "then made");
	ok(change_repeated(o, "k"), "...by which the key is used");
	ch.dry = 1;
	is_int(CASE_REPEATED, person_change(o, &ch, &p), "...for a try, too");
}

static void
lists_targets(struct office *o)
{
	struct change ch = { .now = FIXTURE_START };
	struct target t = { .percent = 80, .decree = "SK 1",
		.valid_from = 1000 }, *list;
	size_t n;

	is_int(CASE_OK, target_set(o, &ch, &t), "a target");
	t.percent = 90;
	t.valid_from = 900;
	is_int(CASE_INVALID, target_set(o, &ch, &t), "none before it");
	is_string("valid_from", office_field(o), "...is said of its day");
	t.valid_from = 2000;
	is_int(CASE_OK, target_set(o, &ch, &t), "the next");
	is_int(CASE_OK, target_list(o, &list, &n), "the list");
	is_int(2, (int64_t)n, "...has both");
	is_int(90, list[0].percent, "...the latest first");
	is_int(0, list[0].valid_to, "...in force");
	is_int(2000, list[1].valid_to, "...and the other ended by it");
	free(list);
}

static void
reads_versions(struct office *o)
{
	struct change ch = { .by = fixture_person(o, "admin"),
		.now = FIXTURE_START + 60 };
	struct calendar_item *list;
	char *one = office_calendar_text(o), *text;
	size_t n;

	is_int(CASE_OK, office_set_calendar(o, &ch, "zona: UTC\npola:\n"
	    "  - nama: A\n    senin: [\"08:00-12:00\"]\n"), "a calendar");
	is_int(CASE_OK, calendar_versions(o, &list, &n), "the versions");
	is_int(2, (int64_t)n, "...are two");
	is_int(2, list[0].version, "...the latest first");
	is_int(FIXTURE_START + 60, list[0].made_at, "...with when");
	is_int(fixture_person(o, "admin"), list[0].made_by, "...and by whom");
	is_int(0, list[1].made_by, "...or at set-up");
	free(list);
	text = calendar_version_text(o, 1);
	is_string(one, text, "an older text is kept");
	ok(calendar_version_text(o, 3) == NULL, "and none made up");
	free(one);
	free(text);
	text = soplist_text(o, fixture_sop(o, "skp"));
	ok(text != NULL && strstr(text, "kode: skp") != NULL,
	    "the text of an SOP");
	free(text);
	ok(soplist_text(o, 1) == NULL, "...that is there");
}

int
main(void)
{
	struct office *o = fixture_open(NULL);

	tries_a_change(o);
	lists_targets(o);
	reads_versions(o);
	office_close(o);
	return tap_done();
}
