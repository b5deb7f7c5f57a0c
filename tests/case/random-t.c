/*
 * random-t.c - long random walks through all SOPs with every kind of act, by
 * the right people and the wrong ones, at any time of day and sometimes told
 * late.  Whatever is refused changes nothing; whatever is done leaves rows,
 * history and accounts in agreement, and the lists say what is there.  Fixed
 * seeds.
 */
#include <stdlib.h>
#include <string.h>

#include "case/act_close.h"
#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/act_recall.h"
#include "case/act_start.h"
#include "case/case_account.h"
#include "case/case_list.h"
#include "case/inbox.h"
#include "office/row.h"
#include "people/counter_desk.h"
#include "tests/case/fixture.h"
#include "tests/case/play.h"
#include "tests/case/walk.h"

#define CASES	40
#define STEPS	3000
#define PEOPLE	64

static const char *const slugs[] = { "sigap-magang-penelitian",
    "pagu-anggaran", "monev", "data-capaian-kinerja", "perjanjian-kinerja",
    "renstra", "rkt", "skp", "keimigrasian-wna", "izin-magang-penelitian",
    "keterangan-selesai-sertifikat", "pinjam-ruang", "pinjam-ruang",
    "perjanjian-kinerja" };
#define SLUGS ((int)(sizeof(slugs) / sizeof(slugs[0])))

static uint64_t state;
static int64_t people[PEOPLE], cases[CASES];
static int npeople;
static int done[CASE__MAX];

static int
below(int n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (int)((state >> 33) % (unsigned int)n);
}

static void
load_people(void)
{
	struct db_stmt *st = db_query(office_db(play_office),
	    "SELECT id FROM people ORDER BY id", "");

	for (npeople = 0; npeople < PEOPLE && db_step(st); npeople++)
		people[npeople] = db_int(st, 0);
	db_done(st);
}

/* Any task of a case, mostly an open one. */
static int
any_task(int64_t case_id, struct task_row *t)
{
	struct task_row *all;
	size_t n, i, at;
	int found;

	play_must(case_tasks(play_office, case_id, &all, &n), "tasks");
	at = n > 0 ? (size_t)below((int)n) : 0;
	for (i = 0; i < n && below(8) != 0 && !all[at].open; i++)
		at = (at + 1) % n;
	if ((found = n > 0))
		*t = all[at];
	free(all);
	return found;
}

/* Mostly somebody who may, sometimes anybody. */
static int64_t
anybody(const struct task_row *t)
{
	if (below(12) == 0)
		return people[below(npeople)];
	if (t->claimed_by != 0 && below(10) != 0)
		return t->claimed_by;
	return walk_doer(play_office, t);
}

/* The clock goes on by seconds, minutes, or a day or two. */
static void
go_on(void)
{
	static const int most[] = { 5, 90, 900, 7200, 100000 };

	play_now += below(most[below(5)]);
}

static void
tell_late(struct act *a)
{
	if (below(6) == 0)
		a->occurred_at = a->now - below(8000);
	if (below(6) == 0)
		a->begun_at = a->now - below(12000);
	if (below(8) == 0) {
		a->actor.behalf_id = a->actor.person_id;
		a->actor.person_id = play_person("admin");
		a->evidence = "Buku agenda";
	}
}

static enum case_err
finish(struct act *a, const struct task_row *t)
{
	static const enum outcome outcomes[] = { OUTCOME_FORWARD,
		OUTCOME_FORWARD, OUTCOME_FORWARD, OUTCOME_FORWARD,
		OUTCOME_FORWARD, OUTCOME_FORWARD, OUTCOME_RETURN,
		OUTCOME_REFUSE };
	struct fixture_form form;
	enum outcome outcome = outcomes[below(8)];

	fixture_fill(play_office, sop_row_at(office_sop(play_office,
	    t->version_id), (int)t->pos), &form, a);
	if (strcmp(t->kind, "download") == 0)
		outcome = OUTCOME_DOWNLOAD;
	a->ask_present = below(2);
	return act_finish(play_office, a, outcome);
}

/* Another who holds its role, as often as not. */
static int64_t
colleague(const struct task_row *t)
{
	struct actor who = { 0 };
	struct task_row any = *t;
	const char *capacity;
	int i;

	any.assignee_id = 0;
	for (i = 0; i < 2 * npeople; i++) {
		who.person_id = people[below(npeople)];
		if (who.person_id != t->claimed_by && case_may_do(play_office,
		    &who, &any, play_now, &capacity))
			break;
	}
	return who.person_id;
}

/* The applicant: his institution, or his code. */
static enum case_err
withdraw(struct act *a, const struct task_row *t)
{
	struct case_row c = play_row(t->case_id);

	a->actor = (struct actor){ .person_id = c.applicant_id,
	    .case_id = c.id };
	return act_withdraw(play_office, a);
}

/* The act a task needs next, more often than not. */
static int
choose(const struct task_row *t)
{
	if (below(4) == 0)
		return below(12);
	if (!t->open)
		return 6;
	if (t->awaited)
		return 5;
	if (strcmp(t->phase, "outside") == 0)
		return 4;
	return t->external || t->claimed_by != 0 ? 0 : 1;
}

static enum case_err
act(struct act *a, const struct task_row *t)
{
	switch (choose(t)) {
	case 0:
		return finish(a, t);
	case 1:
		return act_claim(play_office, a);
	case 2:
		return act_release(play_office, a);
	case 3:
		a->party = "Kakanwil";
		return act_outside(play_office, a);
	case 4:
		return act_outside_back(play_office, a);
	case 5:
		return act_present(play_office, a);
	case 6:
		a->occurred_at = 0;
		return act_recall(play_office, a);
	case 7:
		a->person_id = colleague(t);
		return act_hand_over(play_office, a);
	case 8:
		return act_note(play_office, a, "note");
	case 9:
		return below(12) != 0 ? CASE_STATE : withdraw(a, t);
	case 10:
		return below(12) != 0 ? CASE_STATE :
		    act_cancel(play_office, a);
	default:
		return act_expire(play_office, t->id, play_now);
	}
}

/* A message that did not arrive. */
static void
lose_a_message(int64_t case_id)
{
	int64_t m = fixture_int(play_office, "SELECT max(id) FROM messages"
	    " WHERE case_id = $1 AND state = 'queued'", case_id);

	if (m > 0)
		play_must(act_undeliverable(play_office, m, play_now), "lost");
}

static int64_t
begin(void)
{
	const char *slug = slugs[below(SLUGS)];
	struct act_start s = { .version_id = office_sop_version(play_office,
	    slug, play_now) };
	const struct sop *sop = office_sop(play_office, s.version_id);
	struct act a = { .now = play_now, .late_reason = "berkas" };
	struct task_row first = { 0 };
	struct fixture_form form;

	if (below(2))
		s.begun_at = play_now - below(4000);
	if (below(3) == 0)
		s.received_at = play_now - below(200000);
	snprintf(first.performer, sizeof(first.performer), "%s",
	    sop_row_at(sop, 1)->performer);
	if (!sop->public_request)
		a.actor.person_id = walk_doer(play_office, &first);
	fixture_fill(play_office, sop_row_at(sop, 1), &form, &a);
	play_must(act_start(play_office, &a, &s), slug);
	return a.case_id;
}

/* One act; a refused one is looked at closely now and then. */
static int
step(int64_t case_id, int look)
{
	struct task_row t;
	struct act a;
	enum case_err err;

	if (!any_task(case_id, &t))
		bail("a case without tasks");
	a = play_act(NULL, &t);
	a.actor.person_id = anybody(&t);
	a.version -= below(30) == 0;
	a.note = below(20) == 0 ? NULL : "Catatan yang cukup panjang.";
	a.late_reason = below(30) == 0 ? NULL : "beban";
	a.exception = below(5) != 0;
	tell_late(&a);
	if (look)
		play_keep(case_id);
	err = act(&a, &t);
	done[err]++;
	if (err == CASE_DB || err == CASE_BUSY)
		play_must(err, "a random act");
	return !look || err == CASE_OK || play_unchanged();
}

/* Open or closed, every second of a task and of a case is in one account. */
static int64_t
accounts_off(int64_t case_id)
{
	struct case_row c = play_row(case_id);
	struct task_row *t;
	struct accounts sum;
	size_t n, i;
	int64_t off = 0, until = c.ended_at ? c.ended_at : play_now;

	play_must(case_accounts(play_office, &c, play_now, &sum), "accounts");
	off += accounts_sum(&sum) != until - c.opened_at;
	play_must(case_tasks(play_office, case_id, &t, &n), "tasks");
	for (i = 0; i < n; i++) {
		until = t[i].open ? play_now : t[i].closed_at;
		play_must(case_account_task(play_office, &t[i], play_now, &sum),
		    "accounts");
		off += accounts_sum(&sum) != until - t[i].opened_at;
		off += !t[i].open && (sum.own != t[i].own ||
		    sum.queue != t[i].queue || sum.outside != t[i].outside);
	}
	free(t);
	return off;
}

static int64_t
count(const char *sql)
{
	return fixture_int(play_office, sql, 0);
}

static void
agrees(void)
{
	int i;
	int64_t off = 0;

	for (i = 0; i < CASES; i++)
		off += accounts_off(cases[i]);
	is_int(0, off, "every second is in one account");
	is_int(0, count("SELECT count(*) FROM tasks t JOIN cases c"
	    " ON c.id = t.case_id WHERE t.open = 1 AND t.side = $1"
	    "   AND c.state = 'ended'"), "nothing is open in what has ended");
	is_int(0, count("SELECT count(*) FROM cases c WHERE state = 'open'"
	    " AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.case_id = c.id"
	    "   AND t.open = 1 AND t.side = $1) AND NOT EXISTS (SELECT 1"
	    "   FROM cases k WHERE k.parent_id = c.id AND k.state = 'open')"),
	    "somebody has what has not");
	is_int(0, count("SELECT count(*) FROM (SELECT 1 FROM tasks"
	    " WHERE open = 1 AND side = $1 GROUP BY case_id"
	    " HAVING count(DISTINCT pos) > 1) n"), "a case is at one row");
	is_int(0, count("SELECT count(*) FROM tasks WHERE open > $1"
	    "   AND external = 0 AND CASE WHEN claimed_by IS NULL"
	    "   THEN phase = 'own' OR (phase = 'outside'"
	    "     AND received_at IS NOT NULL)"
	    "   ELSE phase NOT IN ('own', 'outside', 'queue') END"),
	    "who has a task and where it is agree");
	is_int(0, count("SELECT count(*) FROM (SELECT 1 FROM tasks"
	    " WHERE open > $1 AND phase = 'own' GROUP BY claimed_by"
	    " HAVING count(*) > 1) n"), "nobody has two tasks in hand");
	is_int(0, count("SELECT count(*) FROM tasks t WHERE open > $1"
	    "   AND phase <> (SELECT s.phase FROM spans s"
	    "   WHERE s.task_id = t.id ORDER BY s.from_at DESC, s.n DESC"
	    "   LIMIT 1)"), "... and so do its phases");
	is_int(0, count("SELECT count(*) FROM tasks WHERE closed_at <"
	    " opened_at OR received_at < opened_at OR recorded_at < closed_at"
	    " OR (open > $1 AND claimed_at < opened_at)"),
	    "nothing ends before it begins");
	is_int(0, count("SELECT count(*) FROM tasks WHERE open > $1 AND"
	    " (due_at IS NULL) <> (awaited = 1 OR (phase = 'outside' AND"
	    "  (received_at IS NULL OR (SELECT s.still FROM spans s"
	    "   WHERE s.task_id = tasks.id ORDER BY s.from_at DESC, s.n DESC"
	    "   LIMIT 1) = 0)))"),
	    "there is a limit but while waiting");
	is_int(0, count("SELECT count(*) FROM tasks WHERE verdict = 'over'"
	    " AND late_reason = '' AND external = $1 AND outcome IN"
	    " ('forward', 'return', 'refuse', 'end')"),
	    "who was late said why");
	is_int(0, count("SELECT count(*) FROM cases c WHERE seq <> (SELECT"
	    " count(*) FROM events WHERE stream = c.id) + $1"),
	    "every act is one number");
}

static void
walk(uint64_t seed)
{
	int i, n, changed = 0;

	state = seed;
	for (i = 0; i < CASES; i++) {
		cases[i] = begin();
		go_on();
	}
	for (i = 0; i < STEPS; i++) {
		n = below(CASES);
		go_on();
		if (play_row(cases[n]).state[0] == 'e' && below(3) == 0)
			cases[n] = begin();
		changed += !step(cases[n], i % 20 == 0);
		if (i % 150 == 0)
			lose_a_message(cases[n]);
	}
	is_int(0, changed, "what is refused changes nothing");
	agrees();
	is_int(0, play_faults(), "chains verify and a rebuild finds nothing");
}

/* -- the lists tell of all that ------------------------------------------- */

/* Has the person a role of the performer, in this table, at $1? */
#define THEIRS(table) \
	"EXISTS (SELECT 1 FROM " table " h" \
	" JOIN performers q ON q.role_id = h.role_id" \
	" WHERE h.person_id = $2 AND q.expr = d.performer" \
	" AND h.from_at <= $1 AND (h.to_at IS NULL OR h.to_at > $1))"
/* The definition of a desk, looked for row by row. */
static const char desks[] =
    "SELECT DISTINCT d.performer,"
    " CASE WHEN " THEIRS("holders") " THEN 0 ELSE 1 END"
    "  FROM steps d JOIN sop_versions v ON v.id = d.version_id"
    "  JOIN performers f ON f.expr = d.performer"
    "  JOIN roles r ON r.id = f.role_id AND r.external = 0 AND r.system = 0"
    " WHERE v.effective_from <= $1"
    "   AND (v.effective_to IS NULL OR v.effective_to > $1)"
    "   AND d.kind IN " COUNTER_KINDS
    "   AND EXISTS (SELECT 1 FROM steps a LEFT JOIN steps n"
    "     ON n.version_id = a.version_id AND n.pos = a.pos + 1"
    "     WHERE a.version_id = d.version_id AND (a.kind = 'record'"
    "     OR (a.performer = d.performer AND n.performer = d.performer"
    "       AND a.kind IN " COUNTER_KINDS
    "       AND n.kind IN " COUNTER_KINDS ")))"
    "   AND ($2 = 0 OR " THEIRS("holders") " OR " THEIRS("clerks") ")"
    " ORDER BY d.performer";
static const char sent[] =
    "SELECT count(*) FROM tasks WHERE open = 0 AND closed_by = $1"
    "   AND closed_at > $2 - 7948800";

/* Are the desks of a person those that one finds row by row? */
static int
desks_agree(int64_t person, int *found)
{
	struct db_stmt *st = db_query(office_db(play_office), desks, "ii",
	    play_now, person);
	struct counter_desk *list;
	size_t n, i = 0;
	int same = 1;

	play_must(counter_desk_list(play_office, person, play_now, &list, &n),
	    "desks");
	for (; db_step(st); i++)
		same &= i < n && list[i].clerk == db_int(st, 1) &&
		    strcmp(list[i].performer, db_text(st, 0)) == 0;
	db_done(st);
	free(list);
	*found += n > 0;
	return same && i == n && (person == 0 || counter_desk_has(play_office,
	    person, play_now) == (n > 0));
}

/* Is a tab of an inbox the same whether all are counted beside it or not, and
 * are they as many as the tab says? */
static int
tab_agrees(struct inbox_query q, int64_t count, size_t *rows)
{
	struct inbox_row *one, *other;
	size_t n, m;
	int64_t total;
	int same;

	play_must(inbox_list(play_office, &q, &one, &n, NULL), "inbox");
	play_must(inbox_list(play_office, &q, &other, &m, &total), "inbox");
	same = n == m && (n == 0 || (total == count &&
	    memcmp(one, other, n * sizeof(*one)) == 0));
	free(one);
	free(other);
	*rows += n;
	return same;
}

static int
inbox_agrees(int64_t person, size_t rows[3])
{
	struct inbox_query q = { .person_id = person, .now = play_now,
		.limit = 5 };
	struct inbox_counts c;
	int same, tab, sort;

	play_must(inbox_count(play_office, person, play_now, 25,
	    INT64_MAX, &c),
	    "counts");
	same = c.sent == row_int(db_query(office_db(play_office), sent, "ii",
	    person, play_now));
	for (tab = 0; tab < 3; tab++)
		for (sort = 0; sort < 3; sort++)
			for (q.offset = 0; q.offset < 10; q.offset += 5) {
				q.tab = (enum inbox_tab)tab;
				q.sort = (enum inbox_sort)sort;
				same &= tab_agrees(q, tab == 0 ? c.mine :
				    tab == 1 ? c.role : c.sent, &rows[tab]);
			}
	return same;
}

/* Is the task a list shows for a case the first of its open ones? */
static int
at_agrees(const struct case_item *i)
{
	struct task_row *list, *first = NULL;
	int64_t due = 0;
	size_t n;
	int same;

	play_must(case_tasks(play_office, i->c.id, &list, &n), "tasks");
	for (size_t k = 0; k < n; k++) {
		if (!list[k].open || list[k].side)
			continue;
		if (first == NULL)
			first = &list[k];
		if (!list[k].external && list[k].due_at != 0 && (due == 0 ||
		    list[k].due_at < due))
			due = list[k].due_at;
	}
	same = i->at.id == (first != NULL ? first->id : 0) &&
	    i->due_at == due && (first == NULL ||
	    (strcmp(i->at.performer, first->performer) == 0 &&
	    i->at.due_at == first->due_at &&
	    i->at.claimed_by == first->claimed_by &&
	    strcmp(i->at_no, sop_row_at(office_sop(play_office,
	    first->version_id), (int)first->pos)->no) == 0));
	free(list);
	return same;
}

static void
lists_agree(void)
{
	struct case_query q = { .limit = 2000,
		.actor.person_id = play_person("kakanwil") };
	struct case_item *item;
	int64_t all, some;
	size_t n, rows[3] = { 0 }, differ = 0, open = 0;
	int with = 0, i, wrong = !desks_agree(0, &with);

	for (i = 0; i < npeople; i++)
		wrong += !desks_agree(people[i], &with);
	ok(wrong == 0 && with > 3, "%d have a desk, as one finds row by row",
	    with);
	for (wrong = i = 0; i < npeople; i++)
		wrong += !inbox_agrees(people[i], rows);
	ok(wrong == 0 && rows[0] > 0 && rows[1] > 0 && rows[2] > 0,
	    "inboxes and their counts agree: %zu, %zu and %zu rows", rows[0],
	    rows[1], rows[2]);
	play_must(case_list(play_office, &q, &item, &n, &all), "cases");
	for (size_t k = 0; k < n; k++) {
		differ += !at_agrees(&item[k]);
		open += item[k].at.id != 0;
	}
	free(item);
	ok(differ == 0 && open > 0 && open < n, "of %zu cases %zu are at their "
	    "first open task, the others have none", n, open);
	/* A search that all have is counted case by case. */
	q.search = "k";
	q.limit = 1;
	play_must(case_list(play_office, &q, &item, &n, &some), "a search");
	free(item);
	is_int(some, all, "they are counted alike without a look at them");
}

int
main(void)
{
	uint64_t seed;

	play_open();
	load_people();
	for (seed = 1; seed <= 3; seed++)
		walk(seed);
	ok(done[CASE_OK] > 3000, "%d acts were done", done[CASE_OK]);
	ok(done[CASE_DENIED] > 100 && done[CASE_CONFLICT] > 100 &&
	    done[CASE_STATE] > 100 && done[CASE_INVALID] > 100,
	    "... %d were denied, %d came late, %d were not possible, %d not "
	    "right", done[CASE_DENIED], done[CASE_CONFLICT], done[CASE_STATE],
	    done[CASE_INVALID]);
	lists_agree();
	office_close(play_office);
	return tap_done();
}
