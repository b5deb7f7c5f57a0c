/* sop_draft-t.c - drafts of SOPs: begun once, saved by one at a time. */
#include <stdlib.h>

#include "office/sop_draft.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"

static void
begins_one(struct office *o)
{
	struct change ch = { .by = fixture_person(o, "admin"),
		.now = FIXTURE_START, .idem = "begin" };
	struct sop_draft d, *list;
	size_t n;

	is_int(CASE_NOT_FOUND, sop_draft_get(o, "rkt", &d), "no draft yet");
	is_int(CASE_OK, sop_draft_begin(o, &ch, "rkt", 1, "kode: rkt\n"),
	    "one is begun");
	is_int(CASE_REPEATED, sop_draft_begin(o, &ch, "rkt", 1, "x\n"),
	    "...by a form sent twice");
	ch.idem = NULL;
	is_int(CASE_INVALID, sop_draft_begin(o, &ch, "rkt", 1, "x\n"),
	    "no second of the same SOP");
	is_string("slug", office_field(o), "...is said of its code");
	is_int(CASE_OK, sop_draft_get(o, "rkt", &d), "it is read");
	is_string("kode: rkt\n", d.text, "...its text");
	is_int(1, d.base, "...the version it was begun from");
	is_int(1, d.seq, "...the first saving");
	is_int(FIXTURE_START, d.begun_at, "...when");
	is_int(ch.by, d.saved_by, "...by whom");
	free(d.text);
	is_int(CASE_OK, sop_draft_begin(o, &ch, "baru-sekali", 0, "x\n"),
	    "one of an SOP that is not there");
	is_int(CASE_OK, sop_draft_list(o, &list, &n), "the list");
	is_int(2, (int64_t)n, "...has both");
	is_string("baru-sekali", list[0].slug, "...by code");
	free(list);
}

static void
saves_for_one_at_a_time(struct office *o)
{
	struct change ch = { .by = fixture_person(o, "admin"),
		.now = FIXTURE_START + 60 };
	struct change other = { .by = fixture_person(o, "jfu"),
		.now = FIXTURE_START + 90 };
	struct sop_draft mine, yours;

	sop_draft_get(o, "rkt", &mine);
	sop_draft_get(o, "rkt", &yours);
	is_int(CASE_OK, sop_draft_save(o, &ch, &mine, "one\n"), "one saves");
	is_int(CASE_CONFLICT, sop_draft_save(o, &other, &yours, "two\n"),
	    "the other has not seen that");
	is_int(CASE_CONFLICT, sop_draft_drop(o, &other, &yours),
	    "...and drops nothing");
	free(mine.text);
	free(yours.text);
	sop_draft_get(o, "rkt", &yours);
	is_string("one\n", yours.text, "...so that the first text stays");
	is_int(2, yours.seq, "...the second saving");
	is_int(CASE_OK, sop_draft_save(o, &other, &yours, "two\n"),
	    "seen, it is saved");
	free(yours.text);
	sop_draft_get(o, "rkt", &yours);
	is_int(other.by, yours.saved_by, "...by the other");
	is_int(ch.by, yours.begun_by, "...begun by the first");
	is_int(CASE_OK, sop_draft_drop(o, &ch, &yours), "it is dropped");
	free(yours.text);
	is_int(CASE_NOT_FOUND, sop_draft_get(o, "rkt", &yours), "...gone");
	is_int(5, fixture_int(o, "SELECT count(*) + 0 * $1 FROM events WHERE"
	    " kind IN ('sop-draft', 'sop-draft-dropped')", 0),
	    "each is an event");
}

int
main(void)
{
	struct office *o = fixture_open(NULL);

	begins_one(o);
	saves_for_one_at_a_time(o);
	office_close(o);
	return tap_done();
}
