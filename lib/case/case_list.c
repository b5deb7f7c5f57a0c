/*
 * case_list.c - the list of cases, the latest first, a page at a time.
 *
 * A page costs the same however many cases there are: the list of somebody who
 * sees all walks the index of the openings from where the page begins; that of
 * another official takes as many cases as the page has of each version that it
 * may have, and of those he took part in; open cases, cases found by a word
 * that is not common, and an outsider's are looked up first.  The columns
 * beside a case are read for the page alone, and counting stops at
 * CASES_COUNTED.
 */
#include "case/case_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/column.h"
#include "case/search.h"
#include "clock/calendar.h"
#include "office/row.h"
#include "office/soplist.h"
#include "people/institution.h"

/* Where the cases of a list come from. */
enum source {
	WALK, OPEN, OUTSIDE, FOUND, CODE,	/* all that is chosen there */
	MINE, MINE_OPEN, MINE_FOUND, MINE_CODE,	/* what an official may see */
	MINE_WALK,
	SOURCE__MAX
};

/* $1 officials, who see all unless the source says less; else institution $2 or
 * applicant $3.  Opened from $6 to $7, those of $7 behind the id $17.  `at`
 * keeps the planner from the index of the openings where it begins with a
 * plus. */
#define CHOSEN(at, source) \
	SOPLIST_SQL_REAL("c.version_id") \
	" AND ($1 = 1 OR c.institution_id = $2" \
	"   OR c.applicant_id = $3) AND ($4 = '' OR c.version_id IN" \
	"  (SELECT v.id FROM sop_versions v JOIN sops s ON s.id = v.sop_id" \
	"   WHERE s.slug = $4)) AND ($5 = '' OR c.state = $5)" \
	"   AND " at " >= $6 AND " at " <= $7" \
	"   AND (c.opened_at < $7 OR c.id > $17)" source \
	SEARCH_HAS_WORD("c.id", "$12", "$13", "$1 = 1") \
	SEARCH_HAS_WORD("c.id", "$14", "$15", "$1 = 1") \
	SEARCH_HAS_REST("c.id", "$18", "$1 = 1") \
	SEARCH_HAS_NOT("c.id", "$19", "$1 = 1") \
	"   AND ($16 = '' OR c.code_hash = $16)" \
	"   AND ($21 = '' OR c.result = $21)" \
	"   AND ($22 = 0 OR c.id IN (SELECT f.case_id FROM tasks f" \
	"     WHERE f.open = 1 AND f.side = 0" TASK_LIKE "))"
/* The first word, where the cases do not come from it. */
#define TYPED SEARCH_HAS_WORD("c.id", "$10", "$11", "$1 = 1")
/* An open task of a kind, with a party outside, a holder, so much time left. */
#define TASK_LIKE \
	" AND ($23 = '' OR f.kind = $23)" \
	" AND ($24 = '' OR ($24 = '" INBOX_ANY_PARTY "'" \
	"   AND f.phase = 'outside') OR $24 = (SELECT a.party FROM spans a" \
	"   WHERE a.task_id = f.id AND f.phase = 'outside'" \
	"   ORDER BY a.n DESC LIMIT 1))" \
	" AND ($25 = 0 OR (f.external = 0" \
	"   AND coalesce(f.claimed_by, f.assignee_id, -1) = $25))" \
	" AND ($26 = 0 OR (f.external = 0 AND (($26 = 1 AND f.due_at < $20)" \
	"   OR ($26 = 2 AND $27 LIKE '%,' || f.id || ',%')" \
	"   OR ($26 = 3 AND f.due_at >= $20 AND f.due_at < $28))))"
/* The open task that a case is at; an ended one is not looked for. */
#define AT_TASK \
	" LEFT JOIN tasks t ON c.state = 'open' AND t.id = (SELECT x.id" \
	"   FROM tasks x WHERE x.case_id = c.id AND x.open = 1" \
	"   AND x.side = 0 ORDER BY x.opened_at, x.pos, x.visit, x.id" \
	"   LIMIT 1)" \
	" LEFT JOIN steps st ON st.version_id = t.version_id" \
	"  AND st.pos = t.pos"
#define PAGE(at, source) PAGE_OF(DB_PLANNED, "SELECT c.id FROM cases c" \
	" WHERE " CHOSEN(at, source) " ORDER BY c.opened_at DESC, c.id")
#define PAGE_OF(with, cases) \
	with "SELECT " CASE_COLUMNS ", s.slug, v.name, coalesce(st.no, '')," \
	" CASE WHEN t.id IS NULL THEN 0 ELSE" \
	" (SELECT min(o.due_at) FROM tasks o" \
	"   WHERE o.case_id = c.id AND o.open = 1 AND o.side = 0" \
	"   AND o.external = 0) END," \
	" coalesce((SELECT p.name FROM people p WHERE t.external = 0" \
	"   AND p.id = coalesce(t.claimed_by, t.assignee_id)), '')," \
	" " TASK_COLUMNS \
	" FROM (" cases " LIMIT $8 OFFSET $9) page" \
	"  JOIN cases c ON c.id = page.id" \
	"  JOIN sop_versions v ON v.id = c.version_id" \
	"  JOIN sops s ON s.id = v.sop_id" AT_TASK \
	" ORDER BY c.opened_at DESC, c.id"
#define COUNT(at, source) COUNT_OF(DB_PLANNED, "SELECT 1 FROM cases c" \
	" WHERE " CHOSEN(at, source))
#define COUNT_OF(with, cases) \
	with "SELECT count(*) FROM (" cases \
	" LIMIT $8 OFFSET $9) page"

#define OPEN_CASES \
	" AND c.id IN (SELECT o.id FROM cases o WHERE o.state = 'open')"
#define OUTSIDERS \
	" AND c.id IN (SELECT i.id FROM cases i WHERE i.institution_id = $2" \
	" UNION SELECT a.id FROM cases a WHERE a.applicant_id = $3)"
#define FOUND_CASES SEARCH_WORD_BETWEEN("$10", "$11", "$1 = 1")
#define BY_CODE " AND c.code_hash = $16" TYPED
/* Of those found `column` of each that is chosen, looked up by its id: whatever
 * a planner thinks of a word, it does not read all cases for it. */
#define OF_FOUND(column, source) \
	"(SELECT " column " FROM cases c WHERE c.id = f.case_id AND " \
	CHOSEN("c.opened_at", source) ")"
#define PAGE_FOUND(with, source) \
	PAGE_OF(with " found (id, at) AS MATERIALIZED (SELECT f.case_id, " \
	OF_FOUND("c.opened_at", source) " FROM " FOUND_CASES " f) ", \
	"SELECT id FROM found WHERE at IS NOT NULL ORDER BY at DESC, id")
/* Counted as they come, until there are enough. */
#define COUNT_FOUND(with, source) \
	COUNT_OF(with, "SELECT 1 FROM " FOUND_CASES " f WHERE " \
	OF_FOUND("1", source) " = 1")

/* Of those the ones that official $3 may see at the instant $20. */
#define SEES " AND " ACCESS_SQL_SEES("c", "$3")
#define PAGE_SEEN(at, source) \
	PAGE_OF(DB_PLANNED ACCESS_SQL_WITH("$3", "$20"), \
	"SELECT c.id FROM cases c WHERE " CHOSEN(at, source SEES) \
	" ORDER BY c.opened_at DESC, c.id")
#define COUNT_SEEN(source) \
	COUNT_OF(DB_PLANNED ACCESS_SQL_WITH("$3", "$20"), \
	"SELECT 1 FROM cases c WHERE " CHOSEN("+c.opened_at", source SEES))

/*
 * The cases that an official sees, of a time, of an SOP ($4) and in a state
 * ($5), each once: those of the versions that he may have, then of those he
 * took part in, then of his seats, what is not among the ones before.  A count
 * stops as soon as there are enough.  A page is sorted: of each version, and of
 * those he took part in, it reads no more than it can show.  The edge is the
 * latest of the openings at which one of them alone has filled the page:
 * nothing older is on it.  Parameters as above, but $1 is the person, $2 the
 * instant, $3 the id behind which those of $7 are.
 */
#define OF_SOP(version) \
	"(" SOPLIST_SQL_REAL(version) \
	" AND ($4 = '' OR " version " IN (SELECT v.id FROM sop_versions v" \
	"  JOIN sops s ON s.id = v.sop_id WHERE s.slug = $4)))"
#define OF_TIME(at, from) \
	" AND ($5 = '' OR c.state = $5) AND " at " >= " from \
	" AND " at " <= $7 AND (" at " < $7 OR c.id > $3)"
#define VERSIONS \
	"mine (version_id, unit_id) AS MATERIALIZED (" \
	"  SELECT k.version_id, min(k.unit_id) FROM seen k" \
	"   WHERE " OF_SOP("k.version_id") " GROUP BY k.version_id)"
#define OF_VERSION(from) \
	"c.version_id = k.version_id AND (k.unit_id = 0" \
	"   OR " ACCESS_SQL_THERE("c") ")" OF_TIME("c.opened_at", from)
/* Versions that he has not all cases of, but took part in some. */
#define TAKEN \
	"taken (version_id) AS MATERIALIZED (SELECT v.id FROM sop_versions v" \
	"  WHERE " OF_SOP("v.id") " AND v.id NOT IN (" \
	"    SELECT version_id FROM mine WHERE unit_id = 0)" \
	"   AND EXISTS (SELECT 1 FROM took_part y WHERE y.person_id = $1" \
	"     AND y.version_id = v.id))"
#define TOOK_PART(from) \
	"took_part y JOIN cases c ON c.id = y.case_id" \
	" WHERE y.person_id = $1 AND y.version_id = p.version_id" \
	OF_TIME("y.opened_at", from)
#define FILLED(at) " ORDER BY " at " DESC LIMIT 1 OFFSET $8 + $9 - 1"
#define EDGE \
	"edge (at) AS MATERIALIZED (SELECT coalesce(max(e.at), $6) FROM (" \
	"  SELECT (SELECT c.opened_at FROM cases c WHERE " OF_VERSION("$6") \
	FILLED("c.opened_at") ") AS at FROM mine k" \
	"  UNION ALL SELECT (SELECT y.opened_at FROM " TOOK_PART("$6") \
	FILLED("y.opened_at") ") FROM taken p) e)"
#define MINE_ALL(columns, from) \
	"SELECT " columns " FROM mine k JOIN cases c ON " OF_VERSION(from) \
	" UNION ALL SELECT " columns " FROM taken p CROSS JOIN " \
	TOOK_PART(from) "   AND NOT " ACCESS_SQL_THERE("c") \
	" UNION ALL SELECT " columns " FROM seats q" \
	"   JOIN cases c ON c.id = q.case_id WHERE " OF_SOP("c.version_id") \
	OF_TIME("c.opened_at", from) "   AND NOT " ACCESS_SQL_BY_ROLE("c") \
	"   AND NOT EXISTS (SELECT 1 FROM took_part y" \
	"     WHERE y.person_id = $1 AND y.version_id = c.version_id" \
	"     AND y.opened_at = c.opened_at AND y.case_id = c.id)"

static const char *const page_sql[SOURCE__MAX] = {
	[WALK] = (PAGE("c.opened_at", TYPED)),
	[OPEN] = (PAGE("+c.opened_at", OPEN_CASES TYPED)),
	[OUTSIDE] = (PAGE("+c.opened_at", OUTSIDERS TYPED)),
	[FOUND] = (PAGE_FOUND("WITH", "")),
	[CODE] = (PAGE("+c.opened_at", BY_CODE)),
	[MINE] = (PAGE_OF(ACCESS_SQL_WITH("$1", "$2") ", " VERSIONS ", " TAKEN
		", " EDGE " ", "SELECT id FROM (" MINE_ALL("c.id, c.opened_at",
		"(SELECT at FROM edge)") ") m ORDER BY opened_at DESC, id")),
	[MINE_OPEN] = (PAGE_SEEN("+c.opened_at", OPEN_CASES TYPED)),
	[MINE_FOUND] = (PAGE_FOUND(ACCESS_SQL_WITH("$3", "$20") ",", SEES)),
	[MINE_CODE] = (PAGE_SEEN("+c.opened_at", BY_CODE)),
	[MINE_WALK] = (PAGE_SEEN("c.opened_at", TYPED)),
};
static const char *const count_sql[SOURCE__MAX] = {
	[WALK] = (COUNT("c.opened_at", TYPED)),
	[OPEN] = (COUNT("+c.opened_at", OPEN_CASES TYPED)),
	[OUTSIDE] = (COUNT("+c.opened_at", OUTSIDERS TYPED)),
	[FOUND] = (COUNT_FOUND("", "")),
	[CODE] = (COUNT("+c.opened_at", BY_CODE)),
	[MINE] = (COUNT_OF(ACCESS_SQL_WITH("$1", "$2") ", " VERSIONS ", " TAKEN
		" ", MINE_ALL("1", "$6"))),
	[MINE_OPEN] = (COUNT_SEEN(OPEN_CASES TYPED)),
	[MINE_FOUND] = (COUNT_FOUND(ACCESS_SQL_WITH("$3", "$20"), SEES)),
	[MINE_CODE] = (COUNT_SEEN(BY_CODE)),
	[MINE_WALK] = (COUNT_SEEN(TYPED)),
};

/* All that an official sees of a time, asking for nothing else: counted in the
 * order of the openings, with a look at the version of each. */
static const char count_all[] =
	"SELECT count(*) FROM (SELECT 1 FROM cases c WHERE c.opened_at >= $1"
	"   AND c.opened_at <= $2 AND " SOPLIST_SQL_REAL("c.version_id")
	" LIMIT $3) page";

/* A query, read: where its cases come from, and between which instants. */
static const char holders[] =
	"SELECT DISTINCT p.id, p.name FROM tasks t"
	"  JOIN people p ON p.id = coalesce(t.claimed_by, t.assignee_id)"
	" WHERE t.open = 1 AND t.external = 0 ORDER BY p.name, p.id";

struct chosen {
	const struct case_query *q;
	enum source	 source;
	int64_t		 institution;	/* of an outsider, 0: an official */
	int		 all;		/* an official who sees all */
	int64_t		 from, until;	/* both included */
	int64_t		 after_id;	/* of those opened at `until` */
	struct search	 find;
	int		 tasks;		/* asks what the open task is like */
	char		*soon;		/* of INBOX_SOON: inbox_soon() */
};

/* The month asked for, or all time for ""; of that, the cases behind the last
 * one of the page before. */
static void
choose_time(struct office *o, struct chosen *c)
{
	const struct case_query *q = c->q;
	int y, m;

	c->from = c->after_id = INT64_MIN;
	c->until = INT64_MAX;
	if (q->month != NULL && sscanf(q->month, "%4d-%2d", &y, &m) == 2 &&
	    office_calendar(o) != NULL && m >= 1 && m <= 12) {
		c->from = calendar_month(office_calendar(o), y, m);
		c->until = calendar_month(office_calendar(o), y, m + 1) - 1;
	}
	if (q->after_at == 0 || q->after_at > c->until)
		return;
	c->until = q->after_at;
	c->after_id = q->after_id;
}

/* The same for an official who does not see all. */
static const enum source seen_of[] = {
	[WALK] = MINE, [OPEN] = MINE_OPEN, [FOUND] = MINE_FOUND,
	[CODE] = MINE_CODE,
};

static const char *
text_of(const char *text)
{
	return text != NULL ? text : "";
}

static int
is_given(const char *text)
{
	return *text_of(text) != '\0';
}

static void
choose(struct office *o, const struct case_query *q, struct chosen *c)
{
	c->q = q;
	c->institution = institution_of(o, q->actor.person_id);
	search_read(o, q->search, &c->find);
	if (q->exact == CASE_EXACT_ONLY)
		search_exactly(&c->find);
	if (q->exact != CASE_EXACT_NOT)
		c->find.whole[0] = '\0';
	choose_time(o, c);
	c->tasks = is_given(q->kind) || is_given(q->party) || q->holder != 0 ||
	    q->term != INBOX_ANY_TERM;
	c->soon = q->term == INBOX_SOON ? inbox_soon(o, q->now,
	    q->soon_percent) : NULL;
	c->all = c->institution == 0 && rights_has(o, q->actor.person_id,
	    RIGHTS_SEE_ALL, q->now);
	if (c->find.code[0] != '\0')
		c->source = CODE;
	else if (c->find.word[0].from[0] != '\0')
		c->source = FOUND;
	else if (c->institution != 0)
		c->source = OUTSIDE;
	else if (c->tasks || (q->state != NULL && strcmp(q->state, "open") ==
	    0))
		c->source = OPEN;
	else
		c->source = WALK;
	if (c->institution == 0 && !c->all)
		c->source = c->source == WALK && is_given(q->result) ?
		    MINE_WALK : seen_of[c->source];
}

static struct db_stmt *
query_mine(struct office *o, const char *text, const struct chosen *c,
    int64_t limit, int64_t offset)
{
	const struct case_query *q = c->q;

	return db_query(office_db(o), text, "iiittiiii", q->actor.person_id,
	    q->now, c->after_id, q->sop ? q->sop : "", q->state ? q->state : "",
	    c->from, c->until, limit, offset);
}

static struct db_stmt *
query(struct office *o, const char *const texts[], const struct chosen *c,
    int64_t limit, int64_t offset)
{
	const char *text = texts[c->source];
	const struct case_query *q = c->q;
	const struct search_range *w = c->find.word;

	if (c->source == MINE)
		return query_mine(o, text, c, limit, offset);
	return db_query(office_db(o), text, "iiittiiiitttttttitti"
	    "tittiiti",
	    (int64_t)(c->institution == 0),
	    c->institution > 0 ? c->institution : -1, q->actor.person_id,
	    q->sop ? q->sop : "", q->state ? q->state : "", c->from, c->until,
	    limit, offset, w[0].from, w[0].to, w[1].from, w[1].to, w[2].from,
	    w[2].to, c->find.code, c->after_id, c->find.rest, c->find.whole,
	    q->now, text_of(q->result), (int64_t)c->tasks, text_of(q->kind),
	    text_of(q->party), q->holder, (int64_t)q->term, c->soon ? c->soon :
	    ",", inbox_midnight(o, q->now));
}

static void
read_item(struct db_stmt *st, void *row)
{
	const int n = CASE_NCOLUMNS;
	struct case_item *i = row;

	columns_read(case_columns, st, 0, &i->c);
	db_copy(st, n, i->sop_slug, sizeof(i->sop_slug));
	db_copy(st, n + 1, i->sop_name, sizeof(i->sop_name));
	db_copy(st, n + 2, i->at_no, sizeof(i->at_no));
	i->due_at = db_int(st, n + 3);
	db_copy(st, n + 4, i->holder, sizeof(i->holder));
	columns_read(task_columns, st, n + 5, &i->at);
}

static const struct row_kind case_items = ROW_READ(struct case_item, read_item,
    "");

#define MEMBER(m) ROW_MEMBER(struct case_holder, m)
static const struct row_kind case_holder_rows = ROW_KIND(struct case_holder,
    "", MEMBER(id), MEMBER(name));

enum case_err
case_holders(struct office *o, struct case_holder **rows, size_t *count)
{
	return row_all(o, db_query(office_db(o), holders, ""),
	    &case_holder_rows, rows, count);
}

/* How many there are, q->counted at most. */
static struct db_stmt *
query_count(struct office *o, const struct chosen *c)
{
	const char *sop = c->q->sop, *state = c->q->state;
	const int64_t most = c->q->counted > 0 ? c->q->counted : CASES_COUNTED;

	if (c->source == WALK && c->after_id == INT64_MIN &&
	    !is_given(c->q->result) &&
	    (sop == NULL || *sop == '\0') && (state == NULL || *state == '\0'))
		return db_query(office_db(o), count_all, "iii", c->from,
		    c->until, most);
	return query(o, count_sql, c, most, 0);
}

static enum case_err
count_all_of(struct office *o, const struct chosen *c, int64_t *total)
{
	struct db_stmt *st = query_count(o, c);

	*total = db_step(st) ? db_int(st, 0) : 0;
	return db_done(st) == 0 ? CASE_OK : office_err_tx(o, DB_ERROR);
}

enum case_err
case_list(struct office *o, const struct case_query *q,
    struct case_item **items, size_t *count, int64_t *total)
{
	struct chosen c;
	enum case_err err = CASE_OK;

	choose(o, q, &c);
	if (total != NULL)
		err = count_all_of(o, &c, total);
	/* A page of what is found so often is soon full on the way through all:
	 * to sort it would take the longer, the more there is. */
	if (total != NULL && *total == CASES_COUNTED &&
	    (c.source == FOUND || c.source == MINE_FOUND))
		c.source = c.source == FOUND ? WALK : MINE_WALK;
	if (err == CASE_OK)
		err = row_all(o, query(o, page_sql, &c, q->limit, q->offset),
		    &case_items, items, count);
	free(c.soon);
	return err;
}
