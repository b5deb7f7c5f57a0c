/*
 * publish-t.c - a version of an SOP that begins on a date, one that is dropped
 * before it, and the end of an SOP.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/change.h"
#include "office/soplist.h"
#include "people/proposal.h"
#include "tests/case/fixture.h"
#include "tests/slurp.h"
#include "tests/tap.h"

#define DAY INT64_C(86400)
#define NOW (FIXTURE_START + DAY)
#define LATER (NOW + 10 * DAY)

static struct office *o;
static char *yaml;
static size_t yaml_len;

/* Publish the SOP with a comment, from an instant on. */
static enum case_err
put(const char *comment, int64_t now, int64_t from, int64_t *id)
{
	const struct change ch = { .now = now };
	size_t size = yaml_len + strlen(comment) + 8;
	char *text = malloc(size);
	enum case_err err;

	snprintf(text, size, "%s# %s\n", yaml, comment);
	err = office_publish_from(o, &ch, "rkt.yaml", text, strlen(text), from,
	    id);
	free(text);
	return err;
}

static int64_t
in_force(int64_t at)
{
	return office_sop_version(o, "rkt", at);
}

/* The state of version `n` as the list of versions has it. */
static struct sop_item
version(int64_t n)
{
	struct sop_item *items, found = { .version = 0 };
	size_t count;

	if (soplist_versions(o, "rkt", &items, &count) != CASE_OK)
		bail(office_why(o));
	for (size_t i = 0; i < count; i++)
		if (items[i].version == n)
			found = items[i];
	free(items);
	return found;
}

static void
begins_on_its_date(int64_t first)
{
	int64_t second = 0;

	is_int(CASE_OK, put("dua", NOW, LATER, &second), "for a date ahead");
	ok(second != first, "...a version of its own");
	is_int(first, in_force(NOW), "...the one before stays in force");
	is_int(first, in_force(LATER - 1), "...until the last second");
	is_int(second, in_force(LATER), "...and the new one from its first");
	is_int(LATER, version(1).effective_to, "the one before ends then");
	is_int(1, soplist_begins(&(struct sop_item){ .effective_from = LATER }),
	    "...and the new one begins");
	is_int(CASE_REPEATED, put("dua", NOW, LATER, &second),
	    "the same text for the same date changes nothing");
}

static void
is_dropped(int64_t first)
{
	const struct change ch = { .now = NOW + 60 };
	struct sop_item two;

	is_int(CASE_OK, office_drop_sop_plan(o, &ch, "rkt"), "dropped");
	is_int(first, in_force(LATER + 5 * DAY), "the one before goes on");
	is_int(0, version(1).effective_to, "...until further notice");
	two = version(2);
	is_int(0, soplist_begins(&two), "...and the other never begins");
	is_int(CASE_NOT_FOUND, office_drop_sop_plan(o, &ch, "rkt"),
	    "nothing is left to be dropped");
}

/* A version that comes after takes the place of one that waits. */
static void
takes_its_place(int64_t first)
{
	struct sop_item *items;
	int64_t third = 0, fourth = 0;
	size_t n;

	is_int(CASE_OK, put("dua", NOW + 90, LATER, &third),
	    "a dropped text may be published again");
	is_int(CASE_OK, put("empat", NOW + 120, 0, &fourth), "another at once");
	is_int(fourth, in_force(NOW + 120), "...is in force");
	is_int(NOW + 120, version(1).effective_to, "...the first ended");
	is_int(fourth, in_force(LATER), "...what waited never begins");
	ok(third != first && third != fourth, "...though it is kept");
	if (soplist_versions(o, "rkt", &items, &n) != CASE_OK)
		bail(office_why(o));
	is_int(4, soplist_shown(items, n, LATER)->version, "shown: in force");
	free(items);
}

static void
ends_on_its_date(void)
{
	const struct change ch = { .now = NOW + 200 };
	struct sop_item *idle;
	int64_t id, at = NOW + 3 * DAY;
	size_t n;

	is_int(CASE_OK, office_withdraw_sop(o, &ch, "rkt", at), "it ends");
	ok(in_force(at - 1) != 0 && in_force(at) == 0, "...on its date");
	is_int(CASE_OK, soplist_idle(o, NOW + 200, &idle, &n), "idle ones");
	is_int(0, (int64_t)n, "...none yet");
	free(idle);
	is_int(CASE_OK, soplist_idle(o, at, &idle, &n), "then");
	is_int(1, (int64_t)n, "...one");
	is_string("rkt", idle[0].slug, "...this");
	free(idle);
	is_int(CASE_OK, office_drop_sop_plan(o, &ch, "rkt"),
	    "an end that lies ahead is dropped");
	ok(in_force(at) != 0, "...and it goes on");
	is_int(CASE_OK, office_withdraw_sop(o, &ch, "rkt", 0), "it ends now");
	is_int(0, in_force(NOW + 200), "...at once");
	is_int(CASE_NOT_FOUND, office_withdraw_sop(o, &ch, "rkt", 0),
	    "what has ended does not end again");
	is_int(CASE_OK, put("empat", NOW + 300, 0, &id),
	    "it may be published again");
	is_int(id, in_force(NOW + 300), "...and is in force");
}

/* Of two administrators the other agrees to the date, too. */
static void
two_agree(void)
{
	const struct change asks = { .by = fixture_person(o, "admin"),
		.now = NOW + 400 };
	const struct change agrees = { .by = fixture_person(o, "jfu"),
		.now = NOW + 500 };
	struct proposal *list;
	int64_t before = in_force(NOW + 400);
	char text[64], *kept;
	size_t n, size = yaml_len + 32;
	char *changed = malloc(size);
	int waits = 0;

	snprintf(changed, size, "%s# enam\n", yaml);
	fixture_run(o, "UPDATE people SET admin = 1 WHERE login = 'jfu'");
	is_int(CASE_OK, proposal_version(o, &asks, changed, LATER, "kakanwil",
	    &waits), "asked for a date");
	is_int(1, waits, "...it waits");
	is_int(before, in_force(LATER), "...nothing is planned yet");
	is_int(CASE_OK, proposal_list(o, &list, &n), "listed");
	is_int(1, (int64_t)n, "...one");
	snprintf(text, sizeof(text), "%s", strstr(list[0].about, "mulai") ?
	    strstr(list[0].about, "mulai") : "");
	is_string("mulai 16 Januari 2026", text, "...with its date");
	kept = proposal_text(o, list[0].id);
	is_string(changed, kept, "...and its text");
	free(kept);
	is_int(CASE_OK, proposal_decide(o, &agrees, list[0].id, 1), "agreed");
	free(list);
	is_int(before, in_force(LATER - 1), "until its date as before");
	ok(in_force(LATER) != before, "...then the new one");
	is_int(CASE_OK, proposal_withdrawal(o, &asks, "rkt", 0, "kakanwil",
	    &waits), "the end of an SOP is asked for");
	is_int(1, waits, "...and waits");
	ok(in_force(NOW + 600) != 0, "...it goes on");
	is_int(CASE_OK, proposal_list(o, &list, &n), "listed");
	is_string("berakhirnya SOP rkt", list[0].about, "...as what it is");
	ok(proposal_text(o, list[0].id) == NULL, "...without a text");
	is_int(CASE_OK, proposal_decide(o, &agrees, list[0].id, 1), "agreed");
	free(list);
	is_int(0, in_force(NOW + 600), "...it has ended");
	is_int(0, in_force(LATER), "...and what waited never begins");
	free(changed);
}

int
main(void)
{
	int64_t first;

	o = fixture_open(NULL);
	yaml = slurp("lib/sop/rkt.yaml", &yaml_len);
	first = in_force(NOW);
	begins_on_its_date(first);
	is_dropped(first);
	takes_its_place(first);
	ends_on_its_date();
	two_agree();
	free(yaml);
	office_close(o);
	return tap_done();
}
