/* letter_register.c - the register of outgoing letters. */
#include "letter/letter_register.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "case/access.h"
#include "letter/letter_state.h"
#include "office/row.h"
#include "sop/sop.h"

#define PATTERN_SIZE (2 * LETTER_NUMBER_SIZE + 3)

enum stmt {
	STMT_FIND,
	STMT_FIND_SEEN,
	STMT_COUNT,
	STMT_COUNT_SEEN,
	STMT_WRITERS,
	STMT_YEARS,
	STMT_SERIALS,
	STMT__MAX
};

#define WITH_CASES " JOIN cases c ON c.id = l.case_id"
#define FILTER \
	" WHERE ($1 = '' OR upper(l.number) LIKE $1 ESCAPE '!')" \
	"   AND ($2 = 0 OR l.year = $2)" \
	"   AND ($3 = '' OR l.state IN ($3, $4))" \
	"   AND ($5 = 0 OR l.unit_id = $5)" \
	"   AND l.number NOT LIKE '" LETTER_TRIAL "%'"

#define FIND(with, chosen) \
	DB_PLANNED with \
	"SELECT " LETTER_COLUMNS ", c.number, u.name FROM letters l" \
	WITH_CASES " JOIN units u ON u.id = l.unit_id" FILTER chosen \
	" ORDER BY l.dated DESC, l.serial DESC, l.id DESC" \
	" LIMIT $6 OFFSET $7"

static const char *const sql[STMT__MAX] = {
	[STMT_FIND] = (FIND("", "")),
	[STMT_FIND_SEEN] = (FIND(ACCESS_SQL_WITH("$8", "$9"),
		" AND " ACCESS_SQL_SEES("c", "$8"))),
	[STMT_COUNT] = DB_PLANNED "SELECT count(*) FROM letters l" FILTER,
	[STMT_COUNT_SEEN] = (
		DB_PLANNED ACCESS_SQL_WITH("$6", "$7")
		"SELECT count(*) FROM letters l" WITH_CASES FILTER
		" AND " ACCESS_SQL_SEES("c", "$6")),
	/* Versions in force in which the person writes or signs letters. */
	[STMT_WRITERS] =
		"SELECT DISTINCT s.version_id FROM steps s"
		"  JOIN sop_versions v ON v.id = s.version_id"
		"  JOIN performers p ON p.expr = s.performer"
		"  JOIN holders h ON h.role_id = p.role_id"
		" WHERE s.kind IN ('draft', 'approve')"
		"   AND v.effective_from <= $2 AND (v.effective_to IS NULL"
		"     OR v.effective_to > $2) AND h.person_id = $1"
		"   AND h.from_at <= $2 AND (h.to_at IS NULL OR h.to_at > $2)"
		" ORDER BY s.version_id",
	/* Without a running number the letter was numbered elsewhere. */
	[STMT_YEARS] =
		"SELECT l.unit_id, l.year, u.name, max(l.serial),"
		" count(CASE WHEN l.state = 'dropped' AND l.serial > 0 THEN 1"
		"   END), count(CASE WHEN l.serial = 0 AND"
		"   l.state <> 'dropped' THEN 1 END) FROM letters l"
		"  JOIN units u ON u.id = l.unit_id"
		" WHERE l.number NOT LIKE '" LETTER_TRIAL "%'"
		" GROUP BY l.unit_id, l.year, u.name"
		" ORDER BY l.year DESC, u.name",
	[STMT_SERIALS] =
		"SELECT DISTINCT serial FROM letters WHERE unit_id = $1"
		"   AND year = $2 AND serial > 0 ORDER BY serial",
};

/* -- writers --------------------------------------------------------------- */

/* Does the first row of an SOP ask for persons? */
static int
has_people(const struct sop *sop)
{
	const struct sop_row *row = sop != NULL ? sop_row_at(sop, 1) : NULL;

	for (size_t i = 0; row != NULL && i < row->nfield; i++)
		if (row->field[i].type == FIELD_PEOPLE)
			return 1;
	return 0;
}

int
letter_register_may(struct office *o, int64_t person_id, int64_t now)
{
	int64_t *version = NULL;
	size_t n = 0;
	int may = 0;

	if (row_ids(o, db_query(office_db(o), sql[STMT_WRITERS], "ii",
	    person_id, now), &version, &n) != CASE_OK)
		return 0;
	for (size_t i = 0; i < n && !may; i++)
		may = has_people(office_sop(o, version[i]));
	free(version);
	return may;
}

/* -- entries --------------------------------------------------------------- */

static void
read_entry(struct db_stmt *st, void *row)
{
	struct letter_register_entry *e = row;

	row_read(st, &letter_rows, &e->l);
	db_copy(st, LETTER_NCOLUMNS, e->case_number, sizeof(e->case_number));
	db_copy(st, LETTER_NCOLUMNS + 1, e->unit, sizeof(e->unit));
}

/* The typed part as a pattern for LIKE: "%TYPED%" in capitals, its own marks
 * escaped by '!'; "" when nothing was typed. */
static const char *
pattern(const char *typed, char buf[PATTERN_SIZE])
{
	char cut[LETTER_NUMBER_SIZE + 1], *to = buf;
	const char *at = cut;

	utf8_copy(cut, sizeof(cut), typed + strspn(typed, " "));
	*to++ = '%';
	for (; *at != '\0'; at++) {
		if (strchr("!%_", *at) != NULL)
			*to++ = '!';
		*to++ = (char)toupper((unsigned char)*at);
	}
	while (to[-1] == ' ')
		to--;
	*to++ = '%';
	*to = '\0';
	return to - buf == 2 ? "" : buf;
}

/* The statement of a query, its words as they stand in the database. */
static struct db_stmt *
ask(struct office *o, const struct letter_register_query *q, enum stmt stmt)
{
	static const struct letter_state_words any = { .stored = { "", "" } };
	const struct letter_state_words *state = letter_state_named(q->state);
	const char *const *stored = (state != NULL ? state : &any)->stored;
	char buf[PATTERN_SIZE];
	const char *number = pattern(q->number, buf);

	if (stmt == STMT_COUNT)
		return q->seen_by == 0 ? db_query(office_db(o), sql[stmt],
		    "titti", number, q->year, stored[0], stored[1],
		    q->unit_id) : db_query(office_db(o),
		    sql[STMT_COUNT_SEEN], "tittiii", number, q->year,
		    stored[0], stored[1], q->unit_id, q->seen_by, q->now);
	return q->seen_by == 0 ? db_scan(office_db(o), sql[stmt], "tittiii",
	    number, q->year, stored[0], stored[1], q->unit_id, q->limit,
	    q->offset) : db_scan(office_db(o), sql[STMT_FIND_SEEN],
	    "tittiiiii", number, q->year, stored[0], stored[1], q->unit_id,
	    q->limit, q->offset, q->seen_by, q->now);
}

enum case_err
letter_register_find(struct office *o, const struct letter_register_query *q,
    struct letter_register_entry **rows, size_t *count, int64_t *total)
{
	static const struct row_kind entries = ROW_READ(
	    struct letter_register_entry, read_entry, "");

	*total = row_int(ask(o, q, STMT_COUNT));
	return row_all(o, ask(o, q, STMT_FIND), &entries, rows, count);
}

enum case_err
letter_register_each(struct office *o, const struct letter_register_query *q,
    void (*fn)(void *, const struct letter_register_entry *), void *arg)
{
	struct db_stmt *st = ask(o, q, STMT_FIND);
	struct letter_register_entry e;
	int rc;

	while (db_step(st)) {
		memset(&e, 0, sizeof(e));
		read_entry(st, &e);
		fn(arg, &e);
	}
	rc = db_done(st);
	return rc != 0 ? office_err_tx(o, rc) : CASE_OK;
}

/* -- gaps ------------------------------------------------------------------ */

#define MEMBER(m) ROW_MEMBER(struct letter_register_year, m)
static const struct row_kind years = ROW_KIND(struct letter_register_year, "",
    MEMBER(unit_id), MEMBER(year), MEMBER(unit), MEMBER(last), MEMBER(dropped),
    MEMBER(outside));

/* The running numbers between 1 and the last that no letter was given. */
static enum case_err
read_skipped(struct office *o, struct letter_register_year *y)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_SERIALS], "ii",
	    y->unit_id, y->year);
	int64_t next = 1;
	int rc;

	y->skipped = calloc((size_t)y->last + 1, sizeof(*y->skipped));
	while (y->skipped != NULL && db_step(st)) {
		const int64_t serial = db_int(st, 0);

		while (next < serial)
			y->skipped[y->nskipped++] = next++;
		next = serial + 1;
	}
	rc = db_done(st);
	return y->skipped == NULL || rc != 0 ? office_err_tx(o, rc != 0 ? rc :
	    DB_ERROR) : CASE_OK;
}

enum case_err
letter_register_years(struct office *o, struct letter_register_year **rows,
    size_t *count)
{
	struct letter_register_year *list = NULL;
	size_t n = 0;
	enum case_err err = row_all(o, db_query(office_db(o),
	    sql[STMT_YEARS], ""), &years, &list, &n);

	for (size_t i = 0; err == CASE_OK && i < n; i++)
		err = read_skipped(o, &list[i]);
	if (err != CASE_OK) {
		letter_register_years_free(list, n);
		return err;
	}
	*rows = list;
	*count = n;
	return CASE_OK;
}

void
letter_register_years_free(struct letter_register_year *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(list[i].skipped);
	free(list);
}
