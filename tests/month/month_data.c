/*
 * month_data.c - the month of tests/data/month.txt, put into an office row by
 * row, with its targets and what case B's drafts handed in.
 */
#include "tests/month/month_data.h"

#include <stdlib.h>
#include <string.h>

#include "clock/calendar.h"
#include "store/event.h"
#include "tests/case/fixture.h"
#include "tests/slurp.h"
#include "tests/tap.h"

static struct office *office;		/* being loaded */

int64_t
month_data_at(struct office *o, const char *text)
{
	int y, mo, d, h, mi, s = 0;

	if (strcmp(text, "-") == 0)
		return 0;
	if (sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2d", &y, &mo, &d, &h, &mi,
	    &s) < 5)
		bail(text);
	return calendar_instant(office_calendar(o), y, mo, d, h, mi, s);
}

static int64_t
at(const char *text)
{
	return month_data_at(office, text);
}

static int64_t
case_id(const char *name)
{
	return 1000 + name[0];
}

static void
load_case(struct db *db, char *line)
{
	char kind[12], name[8], sop[64], w[5][32];

	if (sscanf(line, "%11s %7s %63s %31s %31s %31s %31s %31s", kind, name,
	    sop, w[0], w[1], w[2], w[3], w[4]) != 8)
		bail(line);
	db_run(db, "INSERT INTO cases (id, number, unit_id, version_id,"
	    " evaluation, period, subject, applicant, phone, email, code_hash,"
	    " state, result, refused, end_pos, seq, opened_at, ended_at,"
	    " promise_from, promise_to, own, queue, outside, waiting, closed)"
	    " VALUES ($1, 'K-2026-' || $2, $3, $4, $5, '', '', '', '', '', $2,"
	    " $6, $7, 0, 0, 2, $8, nullif($9, 0), nullif($10, 0),"
	    " nullif($11, 0), 0, 0, 0, 0, 0)", "itiiittiiii", case_id(name),
	    name, office_unit(office), fixture_sop(office, sop),
	    (int64_t)(kind[0] == 'e'), at(w[1]) ? "ended" : "open",
	    strcmp(w[2], "-") == 0 ? "" : w[2], at(w[0]), at(w[1]), at(w[3]),
	    at(w[4]));
}

struct words {
	char	why[16], phase[8][12];
	int64_t	from[8], due, moved, back;
	int	late, own, unproved, nspan;
};

static void
read_word(struct words *w, const char *word)
{
	static const char letters[] = "QOXA";
	static const char *const phases[] = { "queue", "own", "outside",
		"applicant" };
	const char *p;

	if (strncmp(word, "why=", 4) == 0)
		snprintf(w->why, sizeof(w->why), "%s", word + 4);
	else if (strncmp(word, "due=", 4) == 0)
		w->due = at(word + 4);
	else if (strncmp(word, "moved=", 6) == 0)
		w->moved = atoll(word + 6);
	else if (strncmp(word, "return=", 7) == 0)
		w->back = atoll(word + 7);
	else if (strcmp(word, "late") == 0)
		w->late = 1;
	else if (strcmp(word, "own") == 0)
		w->own = 1;
	else if (strcmp(word, "unproved") == 0)
		w->unproved = 1;
	else if (word[1] == '@' && (p = strchr(letters, word[0])) != NULL) {
		snprintf(w->phase[w->nspan], sizeof(w->phase[0]), "%s",
		    phases[p - letters]);
		w->from[w->nspan++] = at(word + 2);
	} else
		bail(word);
}

/* One visit as the line has it, the rest from its SOP row. */
static void
insert_visit(struct db *db, int64_t id, char *const *w, const struct words *x)
{
	int64_t opened = at(w[6]), closed = at(w[8]);
	int64_t received = strcmp(w[7], "+") == 0 ? opened : at(w[7]);
	int i;

	db_run(db, "INSERT INTO tasks (id, case_id, version_id, pos, visit,"
	    " kind, side, performer, external, open, phase, awaited, version,"
	    " opened_at, received_at, closed_at, recorded_at, outcome,"
	    " return_pos, verdict, min, max, unit, measure, due_at, queue_max,"
	    " moved, calendar_id, late_reason, late_entry, own_approval, own,"
	    " queue, outside, waiting, closed)"
	    " SELECT $1, c.id, c.version_id, r.pos, $4, r.kind, 0, $5,"
	    " CASE WHEN $5 IN ('pemohon', 'admin-user') THEN 1 ELSE 0 END,"
	    " CASE WHEN $8 = 0 THEN 1 ELSE 0 END, 'queue', 0, 1, $6,"
	    " nullif($7, 0), nullif($8, 0), nullif($8, 0), $9, $10, $11,"
	    " r.min, r.max, r.unit, r.clock, nullif($12, 0), 32400, $13, $14,"
	    " $15, $16, $17, $18, $19, $20, $21, 0"
	    "  FROM cases c JOIN steps r"
	    "    ON r.version_id = c.version_id AND r.pos = $3"
	    " WHERE c.id = $2", "iiiitiiititiiitiiiiii", id, case_id(w[2]),
	    (int64_t)atoll(w[3]), (int64_t)atoll(w[4]), w[5], opened, received,
	    closed, strcmp(w[9], "-") == 0 ? "" : w[9], x->back, w[10], x->due,
	    x->moved, office_calendar_id(office), x->why, (int64_t)x->late,
	    (int64_t)x->own, (int64_t)atoll(w[11]), (int64_t)atoll(w[12]),
	    (int64_t)atoll(w[13]), (int64_t)atoll(w[14]));
	db_run(db, "UPDATE tasks SET unproved = $2 WHERE id = $1", "ii", id,
	    (int64_t)x->unproved);
	for (i = 0; i < x->nspan; i++)
		db_run(db, "INSERT INTO spans (task_id, n, phase, from_at)"
		    " VALUES ($1, $2, $3, $4)", "iiti", id, (int64_t)(i + 1),
		    x->phase[i], x->from[i]);
}

static void
load_visit(struct db *db, char *line)
{
	static int64_t id = 100;
	struct words x = { 0 };
	char *w[32], *save;
	int n = 0, i, times;

	for (char *p = strtok_r(line, " ", &save); p != NULL && n < 32;
	    p = strtok_r(NULL, " ", &save))
		w[n++] = p;
	if (n < 15)
		bail(line);
	for (i = 15; i < n; i++)
		read_word(&x, w[i]);
	for (times = atoi(w[1]); times > 0; times--)
		insert_visit(db, id++, w, &x);
}

/* B's two drafts handed in the same, the second with a note. */
static void
load_drafts(struct db *db)
{
	static const char *const said[] = {
		"{\"fields\":{\"isi\":\"x\"},\"files\":[{\"sha256\":\"ab\"}]}",
		"{\"fields\":{\"isi\":\"x\"},\"note\":\"sudah\"}",
	};
	struct event e = { .kind = "forward", .capacity = "", .effect = "{}",
	    .actor_kind = ACTOR_SYSTEM, .stream = case_id("B") };
	struct db_stmt *st;
	int64_t task[2] = { 0, 0 }, recorded[2] = { 0, 0 };
	int i;

	st = db_query(db, "SELECT id, recorded_at FROM tasks WHERE case_id = $1"
	    "   AND pos = 4 ORDER BY visit", "i", e.stream);
	for (i = 0; i < 2 && db_step(st); i++) {
		task[i] = db_int(st, 0);
		recorded[i] = db_int(st, 1);
	}
	db_done(st);
	for (i = 0; i < 2; i++) {
		e.task_id = task[i];
		e.recorded_at = e.occurred_at = recorded[i];
		e.payload = said[i];
		event_append(db, &e);
	}
}

static void
load_targets(struct db *db)
{
	static const struct {
		const char *role, *decree, *from, *to;
		int64_t percent;
	} list[] = {
		{ "", "SK 1", "2025-01-01T00:00", "2026-01-01T00:00", 85 },
		{ "", "SK 2", "2026-01-01T00:00", "-", 90 },
		{ "admin-kanwil", "SK 3", "2026-01-01T00:00",
		    "2026-10-15T00:00", 70 },
		{ "admin-kanwil", "SK 4", "2026-10-15T00:00",
		    "2026-11-01T00:00", 75 },
		{ "duta-sigap", "SK 5", "2026-11-01T00:00", "-", 60 },
		{ "jft", "SK 6", "2026-01-01T00:00", "-", 65 },
	};
	size_t i;

	for (i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		db_run(db, "INSERT INTO targets (id, role_id, percent, decree,"
		    " valid_from, valid_to) VALUES ($1, (SELECT id FROM roles"
		    " WHERE slug = $2), $3, $4, $5, nullif($6, 0))", "ititii",
		    (int64_t)i + 1, list[i].role, list[i].percent,
		    list[i].decree, at(list[i].from), at(list[i].to));
}

static int
load(struct db *db, void *arg)
{
	char *text = strdup(arg), *line, *save;

	for (line = strtok_r(text, "\n", &save); line != NULL;
	    line = strtok_r(NULL, "\n", &save)) {
		if (line[0] == '#')
			continue;
		if (strncmp(line, "visit ", 6) == 0)
			load_visit(db, line);
		else
			load_case(db, line);
	}
	free(text);
	load_targets(db);
	load_drafts(db);
	return 0;
}

void
month_data_load(struct office *o)
{
	char *text;
	size_t len;

	office = o;
	text = slurp("tests/data/month.txt", &len);
	if (db_tx(office_db(o), load, text) != 0)
		bail(db_error(office_db(o)));
	free(text);
}

const struct month_part *
part(const struct month_part *list, size_t n, const char *key)
{
	static const struct month_part none;
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(list[i].key, key) == 0)
			return &list[i];
	ok(0, "%s is there", key);
	return &none;
}
