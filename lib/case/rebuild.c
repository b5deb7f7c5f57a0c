/*
 * rebuild.c - derive cases, tasks and spans again from events, and compare.
 *
 * The effect of every event names the columns it changed; personal columns of
 * a case stand in the payload.  Where a payload was destroyed by a recorded
 * act its personal columns are left as they are; so they are where it was lost
 * or cannot be read, but that is a difference.
 *
 * While the office works a case may move between reading its events and its
 * rows: what differs is therefore looked at once more, in a transaction.
 */
#include "case/rebuild.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_record.h"
#include "case/case.h"
#include "case/column.h"
#include "case/reader.h"
#include "case/search.h"
#include "office/row.h"
#include "store/event.h"

enum stmt {
	STMT_CASES,
	STMT_SPANS,
	STMT_SPANS_DELETE,
	STMT_SPAN_INSERT,
	STMT_TASK_DELETE,
	STMT_WORDS,
	STMT_WORDS_DELETE,
	STMT_WORD_INSERT,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	/* Those that were opened by an event, and those that are there. */
	[STMT_CASES] = (
		"SELECT id FROM cases UNION SELECT stream FROM events"
		" WHERE seq = 1 AND kind IN ('start', 'evaluation',"
		" 'import', 'takeover', 'child')"
		" ORDER BY 1"),
	[STMT_SPANS] = (
		"SELECT s.task_id, s.n, s.phase, s.from_at, s.party, s.still"
		"  FROM spans s"
		"  JOIN tasks t ON t.id = s.task_id WHERE t.case_id = $1"
		" ORDER BY s.task_id, s.n"),
	[STMT_SPANS_DELETE] = "DELETE FROM spans WHERE task_id = $1",
	[STMT_SPAN_INSERT] = (
		"INSERT INTO spans (task_id, n, phase, from_at, party, still)"
		" VALUES ($1, $2, $3, $4, $5, $6)"),
	[STMT_TASK_DELETE] = "DELETE FROM tasks WHERE id = $1",
	[STMT_WORDS] =
		"SELECT word, office FROM search_words WHERE case_id = $1",
	[STMT_WORDS_DELETE] = "DELETE FROM search_words WHERE case_id = $1",
	[STMT_WORD_INSERT] = (
		"INSERT INTO search_words (word, case_id, office)"
		" VALUES ($1, $2, $3)"),
};

struct derived_span {
	int64_t	task_id, n, from, still;
	char	phase[12], party[64];
};

struct derived_word {
	char	word[SEARCH_WORD_SIZE];
	int	office;
};

/* A case as its events tell it. */
struct derived {
	struct case_row	 c;
	int		 unread;	/* some payload is gone or unreadable */
	struct task_row	*task;
	size_t		 ntask;
	struct derived_span *span;
	size_t		 nspan;
	struct derived_word *word;
	size_t		 nword;
};

struct check {
	struct office	*o;
	rebuild_fault	*fault;
	void		*arg;
	int		 mends;
	int64_t		 id;		/* of the case looked at */
	int		 faults;	/* found in it */
	int		 quiet;		/* tell nobody */
	FILE		*told;		/* texts of the faults, each with its
					   NUL: told when the look counts */
	int		 failed;	/* out of memory */
	struct derived	 derived;
};

static void
fault(struct check *k, const char *what)
{
	k->faults++;
	if (!k->quiet)
		fwrite(what, 1, strlen(what) + 1, k->told);
}

/* -- what the events tell ------------------------------------------------ */

/* Room for one more element; NULL when there is none. */
static void *
grow(struct check *k, void *list, size_t count, size_t size)
{
	void *more = realloc(list, (count + 1) * size);

	if (more == NULL)
		k->failed = 1;
	return more;
}

static struct task_row *
derived_task(struct check *k, int64_t id)
{
	struct derived *t = &k->derived;
	struct task_row *more;
	size_t i;

	for (i = 0; i < t->ntask; i++)
		if (t->task[i].id == id)
			return &t->task[i];
	more = grow(k, t->task, t->ntask, sizeof(*more));
	if (more == NULL)
		return NULL;
	t->task = more;
	memset(&more[t->ntask], 0, sizeof(*more));
	more[t->ntask].id = id;
	return &more[t->ntask++];
}

static void
derived_span(struct check *k, const json_t *span)
{
	struct derived *t = &k->derived;
	const char *phase = json_string_value(json_array_get(span, 1));
	const char *party = json_string_value(json_array_get(span, 3));
	struct derived_span *more, *s;
	size_t i;

	more = grow(k, t->span, t->nspan, sizeof(*more));
	if (more == NULL)
		return;
	t->span = more;
	s = &more[t->nspan];
	s->task_id = json_integer_value(json_array_get(span, 0));
	snprintf(s->phase, sizeof(s->phase), "%s", phase ? phase : "");
	snprintf(s->party, sizeof(s->party), "%s", party ? party : "");
	s->from = json_integer_value(json_array_get(span, 2));
	s->still = json_integer_value(json_array_get(span, 4));
	s->n = 1;
	for (i = 0; i < t->nspan; i++)
		s->n += more[i].task_id == s->task_id;
	t->nspan++;
}

/* The words of an event beside its effect; NULL when there are none to read. */
static json_t *
payload_of(struct check *k, const struct event *e)
{
	json_t *payload = json_loads(e->payload, 0, NULL);
	int64_t by;

	if (payload != NULL)
		return payload;
	k->derived.unread = 1;
	if (e->payload[0] != '\0') {
		fault(k, "keterangan kejadian tidak terbaca");
		return NULL;
	}
	by = event_destroyer(office_db(k->o), e->stream, e->seq);
	k->failed |= by < 0;
	if (by == 0)
		fault(k, "keterangan kejadian hilang");
	return NULL;
}

/* A word by which the case is found, each once. */
static void
derived_word(void *arg, const char *word, int office)
{
	struct check *k = arg;
	struct derived *t = &k->derived;
	struct derived_word *more;

	for (more = t->word; more < t->word + t->nword; more++)
		if (strcmp(more->word, word) == 0) {
			more->office &= office;
			return;
		}
	more = grow(k, t->word, t->nword, sizeof(*more));
	if (more == NULL)
		return;
	t->word = more;
	snprintf(more[t->nword].word, sizeof(more->word), "%s", word);
	more[t->nword++].office = office;
}

static void
derive_words(struct check *k, const struct event *e, const char *number,
    const json_t *payload)
{
	const struct sop *sop = office_sop(k->o, k->derived.c.version_id);
	const struct task_row *t = NULL;

	for (size_t i = 0; e->task_id != 0 && i < k->derived.ntask; i++)
		if (k->derived.task[i].id == e->task_id)
			t = &k->derived.task[i];
	search_event(number, payload, t != NULL && sop != NULL ?
	    sop_row_at(sop, (int)t->pos) : NULL, t != NULL && t->external,
	    derived_word, k);
}

/* One event more. */
static void
derive(struct check *k, const struct event *e)
{
	struct derived *t = &k->derived;
	json_t *effect = json_loads(e->effect, 0, NULL), *payload, *cols;
	char number[sizeof(t->c.number)];
	const char *id;
	struct task_row *row;
	size_t i;

	memcpy(number, t->c.number, sizeof(number));
	if (effect == NULL) {
		fault(k, "efek kejadian tidak terbaca");
		return;
	}
	columns_apply(case_columns, json_object_get(effect, "case"), &t->c);
	t->c.seq = e->seq;
	json_object_foreach(json_object_get(effect, "tasks"), id, cols)
		if ((row = derived_task(k, strtoll(id, NULL, 10))) != NULL)
			columns_apply(task_columns, cols, row);
	json_array_foreach(json_object_get(effect, "spans"), i, cols)
		derived_span(k, cols);
	json_decref(effect);
	payload = payload_of(k, e);
	columns_apply(case_columns, json_object_get(payload, "case"), &t->c);
	derive_words(k, e, strcmp(number, t->c.number) != 0 ? t->c.number :
	    NULL, payload);
	json_decref(payload);
}

static void
derived_free(struct derived *t)
{
	free(t->task);
	free(t->span);
	free(t->word);
	memset(t, 0, sizeof(*t));
}

/* -- comparing ----------------------------------------------------------- */

static void
compare(struct check *k, const struct column *c, const void *derived,
    const void *row, const char *which)
{
	char what[128];

	for (; c->name != NULL; c++) {
		if (column_same(c, derived, row) ||
		    (c->personal && k->derived.unread))
			continue;
		snprintf(what, sizeof(what), "%s: %s berbeda", which, c->name);
		fault(k, what);
	}
}

static const struct task_row *
find_task(const struct task_row *list, size_t n, int64_t id)
{
	for (; n > 0; n--, list++)
		if (list->id == id)
			return list;
	return NULL;
}

/* Tasks that no event opened are removed, when mending. */
static void
compare_tasks(struct check *k)
{
	struct derived *t = &k->derived;
	const struct task_row *derived;
	struct db *db = office_db(k->o);
	struct task_row *rows;
	size_t n, i;

	if (case_tasks(k->o, k->id, &rows, &n) != CASE_OK) {
		k->failed = 1;
		return;
	}
	for (i = 0; i < n; i++) {
		derived = find_task(t->task, t->ntask, rows[i].id);
		if (derived != NULL) {
			compare(k, task_columns, derived, &rows[i], "tugas");
			continue;
		}
		fault(k, "tugas tanpa kejadian");
		if (!k->quiet && k->mends) {
			db_run(db, sql[STMT_SPANS_DELETE], "i", rows[i].id);
			db_run(db, sql[STMT_TASK_DELETE], "i", rows[i].id);
		}
	}
	for (i = 0; i < t->ntask; i++)
		if (find_task(rows, n, t->task[i].id) == NULL)
			fault(k, "tugas hilang");
	free(rows);
}

static int
is_derived(const struct derived *t, struct db_stmt *st)
{
	const struct derived_span *s;

	for (s = t->span; s < t->span + t->nspan; s++)
		if (s->task_id == db_int(st, 0) && s->n == db_int(st, 1))
			return strcmp(s->phase, db_text(st, 2)) == 0 &&
			    s->from == db_int(st, 3) &&
			    strcmp(s->party, db_text(st, 4)) == 0 &&
			    s->still == db_int(st, 5);
	return 0;
}

static void
compare_spans(struct check *k)
{
	struct db_stmt *st = db_query(office_db(k->o), sql[STMT_SPANS], "i",
	    k->id);
	size_t found = 0;

	while (db_step(st)) {
		if (is_derived(&k->derived, st))
			found++;
		else
			fault(k, "jejak waktu tanpa kejadian");
	}
	k->failed |= db_done(st) != 0;
	if (found < k->derived.nspan)
		fault(k, "jejak waktu hilang");
}

static int
is_word_of(const struct derived *t, const char *word, int64_t office)
{
	const struct derived_word *w;

	for (w = t->word; w < t->word + t->nword; w++)
		if (strcmp(w->word, word) == 0)
			return w->office == office;
	return 0;
}

/* Of a case whose events no longer say all, what is left is left. */
static void
compare_words(struct check *k)
{
	struct db_stmt *st = db_query(office_db(k->o), sql[STMT_WORDS], "i",
	    k->id);
	size_t found = 0, other = 0;

	while (db_step(st))
		if (is_word_of(&k->derived, db_text(st, 0), db_int(st, 1)))
			found++;
		else
			other++;
	k->failed |= db_done(st) != 0;
	if (!k->derived.unread && (other > 0 || found < k->derived.nword))
		fault(k, "kata pencarian berbeda");
}

static void
check_case(struct check *k)
{
	struct event_reader *r;
	struct event e;
	struct case_row row = { 0 };
	enum case_err err;

	k->faults = 0;
	derived_free(&k->derived);
	r = event_read(office_db(k->o), k->id);
	while (event_next(r, &e))
		derive(k, &e);
	k->failed |= event_done(r) != 0;
	err = case_get(k->o, k->id, &row);
	k->failed |= err == CASE_DB;
	if (err == CASE_NOT_FOUND)
		fault(k, "berkas hilang");
	else if (k->derived.c.id == 0)
		fault(k, "berkas tanpa kejadian");
	else
		compare(k, case_columns, &k->derived.c, &row, "berkas");
	if (k->derived.c.id == 0)
		return;
	compare_tasks(k);
	compare_spans(k);
	compare_words(k);
	/* The case keeps what its events no longer say. */
	if (k->derived.unread) {
		memcpy(k->derived.c.subject, row.subject, sizeof(row.subject));
		memcpy(k->derived.c.applicant, row.applicant,
		    sizeof(row.applicant));
		memcpy(k->derived.c.phone, row.phone, sizeof(row.phone));
		memcpy(k->derived.c.email, row.email, sizeof(row.email));
	}
}

/* -- mending ------------------------------------------------------------- */

static void
mend_words(struct db *db, const struct derived *t)
{
	const struct derived_word *w;

	if (t->unread)
		return;
	db_run(db, sql[STMT_WORDS_DELETE], "i", t->c.id);
	for (w = t->word; w < t->word + t->nword; w++)
		db_run(db, sql[STMT_WORD_INSERT], "tii", w->word, t->c.id,
		    (int64_t)w->office);
}

static void
mend(struct db *db, const struct derived *t)
{
	const struct derived_span *s;
	size_t i;

	act_record_case_row(db, &t->c);
	for (i = 0; i < t->ntask; i++) {
		act_record_task_row(db, &t->task[i]);
		db_run(db, sql[STMT_SPANS_DELETE], "i", t->task[i].id);
	}
	for (s = t->span; s < t->span + t->nspan; s++)
		db_run(db, sql[STMT_SPAN_INSERT], "iititi", s->task_id, s->n,
		    s->phase, s->from, s->party, s->still);
	mend_words(db, t);
}

/* Look again, with nobody else at work. */
static int
look(struct db *db, void *arg)
{
	struct check *k = arg;

	rewind(k->told);
	k->failed = 0;
	check_case(k);
	if (k->failed)
		return CASE_DB;
	if (k->mends && k->faults > 0 && k->derived.c.id != 0)
		mend(db, &k->derived);
	return CASE_OK;
}

/* The case differs: look alone, and then say what was seen. */
static int
look_alone(struct check *k)
{
	char *texts = NULL;
	const char *at;
	size_t size;

	if ((k->told = open_memstream(&texts, &size)) == NULL)
		return -1;
	k->quiet = 0;
	k->failed = db_tx_alone(office_db(k->o), look, k) != 0;
	fclose(k->told);
	at = texts;
	for (int i = 0; i < k->faults && !k->failed; i++) {
		k->fault(k->arg, k->id, at);
		at += strlen(at) + 1;
	}
	free(texts);
	return k->failed ? -1 : k->faults;
}

/* The people of the cases, over all of them. */
static int
check_people(struct check *k)
{
	int n = k->failed ? -1 : reader_check(k->o, k->mends);

	if (n < 0)
		k->failed = 1;
	for (int i = 0; i < n; i++)
		k->fault(k->arg, 0, "orang berkas berbeda");
	return n > 0 ? n : 0;
}

int
rebuild(struct office *o, int mends, rebuild_fault *f, void *arg,
    int64_t *cases)
{
	struct check k = { .o = o, .fault = f, .arg = arg, .mends = mends };
	int64_t *id;
	size_t n, i;
	int faults = 0;

	if (row_ids(o, db_scan(office_db(o), sql[STMT_CASES], ""), &id, &n) !=
	    CASE_OK)
		return -1;
	for (i = 0; i < n && !k.failed; i++) {
		k.id = id[i];
		k.quiet = 1;
		check_case(&k);
		if (k.faults == 0 || k.failed)
			continue;
		if (look_alone(&k) == -1)
			k.failed = 1;
		faults += k.faults;
	}
	derived_free(&k.derived);
	free(id);
	*cases = (int64_t)n;
	faults += check_people(&k);
	return k.failed ? -1 : faults;
}

/* The words of all cases, in one transaction. */
static int
find_words(struct db *db, void *arg)
{
	struct check *k = arg;
	int64_t *id;
	size_t n;

	if (row_ids(k->o, db_scan(db, sql[STMT_CASES], ""), &id, &n) !=
	    CASE_OK)
		return CASE_DB;
	for (size_t i = 0; i < n && !k->failed; i++) {
		k->id = id[i];
		check_case(k);
		if (k->derived.c.id != 0)
			mend_words(db, &k->derived);
	}
	free(id);
	return k->failed ? CASE_DB : CASE_OK;
}

int
rebuild_words(struct office *o)
{
	struct check k = { .o = o, .quiet = 1 };
	int rc = db_tx_alone(office_db(o), find_words, &k);

	derived_free(&k.derived);
	return rc == 0 ? 0 : -1;
}
