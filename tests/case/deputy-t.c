/*
 * deputy-t.c - somebody is away from a day to another: who stands in sees and
 * does the role's work in those days, by a named order, and no limit changes.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_hold.h"
#include "case/inbox.h"
#include "office/change.h"
#include "people/holder.h"
#include "people/role.h"
#include "tests/case/play.h"

#define PAGU "pagu-anggaran"
#define ORDER "W.6-KP.04-12"

/* Monday 5 January to Thursday 8 January, 07.00. */
static enum case_err
name_deputy(const char *order, enum capacity as, int64_t *id)
{
	struct change ch = { .by = play_person("admin"), .now = play_now };
	struct holder_row h = { .capacity = as,
		.person_id = play_person("jfu-2"),
		.from_at = play_at("2026-01-06T07:00"),
		.to_at = play_at("2026-01-08T07:00") };
	struct role_row r;

	play_must(role_by_slug(play_office, "kadivmin", &r), "kadivmin");
	h.role_id = r.id;
	strcpy(h.letter_no, order);
	return holder_add(play_office, &ch, &h, id);
}

/* Tasks of the roles of jfu-2 in the inbox that are of a case. */
static int
sees(int64_t case_id)
{
	struct inbox_query q = { .person_id = play_person("jfu-2"),
		.tab = INBOX_ROLE, .search = "", .sop = "", .now = play_now,
		.limit = 50 };
	struct inbox_row *rows;
	int64_t total;
	size_t i, n;
	int found = 0;

	play_must(inbox_list(play_office, &q, &rows, &n, &total), "inbox");
	for (i = 0; i < n; i++)
		found += rows[i].task.case_id == case_id;
	free(rows);
	return found;
}

static enum case_err
try_claim(const char *login, const struct task_row *t)
{
	struct act a = play_act(login, t);

	return act_claim(play_office, &a);
}

/* The person the last event of a case names as deputised for. */
static int64_t
said_of(int64_t case_id, char *order, size_t size, int64_t *actor)
{
	struct db_stmt *st = db_query(office_db(play_office), "SELECT"
	    " d.payload, e.actor_id FROM event_data d JOIN events e"
	    " ON e.stream = d.stream AND e.seq = d.seq WHERE e.stream = $1"
	    " AND e.actor_kind = 'person' ORDER BY e.seq DESC LIMIT 1", "i",
	    case_id);
	json_t *payload = NULL, *deputy;
	const char *text;
	int64_t of;

	if (db_step(st)) {
		payload = json_loads(db_text(st, 0), 0, NULL);
		*actor = db_int(st, 1);
	}
	db_done(st);
	deputy = json_object_get(payload, "deputy");
	text = json_string_value(json_object_get(deputy, "order"));
	snprintf(order, size, "%s", text != NULL ? text : "");
	of = json_integer_value(json_object_get(deputy, "of"));
	json_decref(payload);
	return of;
}

static void
is_ordered(void)
{
	int64_t id;

	is_int(CASE_INVALID, name_deputy("", CAPACITY_PLH, &id),
	    "without a surat perintah nobody stands in");
	is_string("letter_no", office_field(play_office), "... which is named");
	is_int(CASE_OK, name_deputy(ORDER, CAPACITY_PLH, &id), "with one he "
	    "does, from a day to another");
	is_int(CASE_INVALID, name_deputy(ORDER, CAPACITY_PLT, &id),
	    "not twice at a time");
}

static void
in_those_days(int64_t id, const struct task_row *t)
{
	play_clock("2026-01-06T06:59");
	is_int(0, sees(id), "before them he does not see the role's work");
	play_keep(id);
	play_refused(CASE_DENIED, try_claim("jfu-2", t), "... nor does it");
	play_clock("2026-01-06T08:00");
	is_int(1, sees(id), "in them he sees it");
	play_clock("2026-01-08T07:00");
	is_int(0, sees(id), "after them no more");
	play_refused(CASE_DENIED, try_claim("jfu-2", t), "... nor does it");
}

static void
names_both(int64_t id)
{
	int64_t actor = 0;
	char order[64];

	play_clock("2026-01-06T08:00");
	play_claim("jfu-2", id);
	is_int(play_person("kadivmin"), said_of(id, order, sizeof(order),
	    &actor), "the event names whom he stands in for");
	is_int(play_person("jfu-2"), actor, "... and himself");
	is_string(ORDER, order, "... and by which order");
	play_finish("jfu-2", id, OUTCOME_FORWARD);
	is_int(play_person("kadivmin"), said_of(id, order, sizeof(order),
	    &actor), "what he finishes does, too");
	id = play_case(PAGU, "kakanwil", "2");
	play_claim("kadivmin", id);
	is_int(0, said_of(id, order, sizeof(order), &actor),
	    "who acts himself stands in for nobody");
	is_string("", order, "... by no order");
}

/* The same task, taken at the same instant by either. */
static void
same_limits(void)
{
	struct task_row a, b;
	int64_t one, two;

	play_clock("2026-01-06T08:00");
	one = play_case(PAGU, "kakanwil", "2");
	two = play_case(PAGU, "kakanwil", "2");
	play_clock("2026-01-06T09:30");
	a = play_claim("kadivmin", one);
	b = play_claim("jfu-2", two);
	is_int(a.due_at, b.due_at, "a deputy has the limit of the holder");
	is_int(a.min_at, b.min_at, "... both its instants");
	play_clock("2026-01-06T15:00");
	a = play_finish("kadivmin", one, OUTCOME_FORWARD);
	b = play_finish("jfu-2", two, OUTCOME_FORWARD);
	is_string(a.verdict, b.verdict, "... and the verdict");
	is_int(a.own, b.own, "... over the same time");
}

int
main(void)
{
	struct task_row t, again;
	int64_t id;

	play_open();
	id = play_case(PAGU, "kakanwil", "2");
	t = play_task(id, "kadivmin");
	is_ordered();
	again = play_again(t.id);
	ok(again.due_at == t.due_at && again.version == t.version,
	    "naming him changes no limit");
	in_those_days(id, &t);
	names_both(id);
	same_limits();
	play_whole();
	office_close(play_office);
	return tap_done();
}
