/*
 * disposal.c - archives whose term is over: their list, its approval, and its
 * being carried out.
 */
#include "case/disposal.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "case/act_frame.h"
#include "case/act_record.h"
#include "clock/calendar.h"
#include "office/row.h"
#include "store/id.h"

#define BATCH_TEXT "256"	/* cases of one tick */
#define SUBJECT "Dimusnahkan"	/* of a case that was */

enum stmt {
	STMT_ENDED,
	STMT_NUMBER,
	STMT_ADD,
	STMT_ADD_CASE,
	STMT_GET,
	STMT_LIST,
	STMT_CASES,
	STMT_OPEN,
	STMT_OF_CASE,
	STMT_DONE,
	STMT_CARRIED_OUT,
	STMT_FINISH,
	STMT__MAX
};

#define COLUMNS \
	"SELECT d.id, d.number, d.letter_no, d.letter_on, d.official, d.list," \
	" d.approved_at, coalesce(d.approved_by, 0), coalesce(d.done_at, 0)," \
	" (SELECT count(*) FROM disposal_cases x WHERE x.disposal_id = d.id)," \
	" (SELECT count(*) FROM disposal_cases x WHERE x.disposal_id = d.id" \
	"   AND x.done = 0) FROM disposals d"

static const char *const sql[STMT__MAX] = {
	[STMT_ENDED] =
		"SELECT c.id, c.number, s.slug, v.name, c.ended_at,"
		" (SELECT count(*) FROM documents d WHERE d.case_id = c.id)"
		"  FROM cases c JOIN sop_versions v ON v.id = c.version_id"
		"  JOIN sops s ON s.id = v.sop_id"
		" WHERE c.state = 'ended' AND c.evaluation = 0"
		"   AND v.version > 0"
		"   AND c.ended_at < $1 AND NOT EXISTS (SELECT 1"
		"     FROM disposal_cases x WHERE x.case_id = c.id)"
		" ORDER BY v.name, c.number",
	[STMT_NUMBER] =
		"SELECT coalesce(max(number), 0) + 1 FROM disposals",
	[STMT_ADD] =
		"INSERT INTO disposals (id, number, letter_no, letter_on,"
		" official, list, approved_at, approved_by)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, nullif($8, 0))",
	[STMT_ADD_CASE] =
		"INSERT INTO disposal_cases (case_id, disposal_id, sop, years,"
		" documents, done) VALUES ($1, $2, $3, $4, $5, 0)",
	[STMT_GET] = COLUMNS " WHERE d.id = $1",
	[STMT_LIST] = COLUMNS " ORDER BY d.number DESC",
	[STMT_CASES] =
		"SELECT c.id, c.number, s.slug, x.sop, c.ended_at,"
		" x.documents, x.years FROM disposal_cases x"
		"  JOIN cases c ON c.id = x.case_id"
		"  JOIN sop_versions v ON v.id = c.version_id"
		"  JOIN sops s ON s.id = v.sop_id"
		" WHERE x.disposal_id = $1 ORDER BY x.sop, c.number",
	[STMT_OPEN] =
		"SELECT case_id FROM disposal_cases WHERE done = 0"
		" ORDER BY case_id LIMIT " BATCH_TEXT,
	[STMT_OF_CASE] =
		"SELECT disposal_id FROM disposal_cases"
		" WHERE case_id = $1 AND done = 0",
	[STMT_DONE] =
		"UPDATE disposal_cases SET done = 1 WHERE case_id = $1",
	[STMT_CARRIED_OUT] =
		"SELECT list.id FROM disposals list WHERE list.done_at IS NULL"
		"   AND NOT EXISTS (SELECT 1 FROM disposal_cases x"
		"     WHERE x.disposal_id = list.id AND x.done = 0)",
	[STMT_FINISH] =
		"UPDATE disposals SET done_at = $2"
		" WHERE id = $1 AND done_at IS NULL",
};

/*
 * All that goes with a case, in this order: nothing is removed before what
 * refers to it.  A letter keeps its number, date and state, for whoever holds
 * the paper; the number of the case stays among the words, so that it is found.
 */
static const char *const gone[] = {
	"DELETE FROM letter_orders WHERE document_id IN"
	" (SELECT id FROM documents WHERE case_id = $1)",
	"UPDATE letters SET document_id = NULL, holder = '', addressee = '',"
	" subject = '" SUBJECT "', reason = '' WHERE case_id = $1",
	"DELETE FROM documents WHERE case_id = $1",
	"DELETE FROM activities WHERE case_id = $1",
	"UPDATE deliveries SET address = '', reason = ''"
	" WHERE message_id IN (SELECT id FROM messages WHERE case_id = $1)",
	"UPDATE messages SET address = '', subject = '', body = ''"
	" WHERE case_id = $1",
	"DELETE FROM links WHERE case_id = $1",
	"UPDATE surveys SET note = '' WHERE case_id = $1",
	"DELETE FROM search_words WHERE case_id = $1 AND word <>"
	" (SELECT lower(number) FROM cases WHERE id = $1)",
	"DELETE FROM event_data WHERE stream = $1",
};

/* -- the terms ------------------------------------------------------------- */

struct disposal_rules
disposal_rules(const struct conf *conf)
{
	return (struct disposal_rules){ conf->retention_years,
	    conf->retention };
}

/* The term of an SOP in years; 0: for ever. */
static int64_t
term(const struct disposal_rules *r, const char *slug)
{
	const size_t n = strlen(slug);
	const char *s = r->others;

	while (*(s += strspn(s, " ")) != '\0') {
		if (strncmp(s, slug, n) == 0 && s[n] == '=')
			return strtoll(s + n + 1, NULL, 10);
		s += strcspn(s, " ");
	}
	return r->years;
}

/* The first instant of a year so many years before that of `now`. */
static int64_t
year_before(const struct calendar *cal, int64_t now, int64_t years)
{
	struct cal_local t;

	calendar_local(cal, now, &t);
	return calendar_instant(cal, t.year - (int)years, 1, 1, 0, 0, 0);
}

/* -- the list -------------------------------------------------------------- */

#define MEMBER(m) ROW_MEMBER(struct disposal_case, m)
static const struct row_kind ended = ROW_KIND(struct disposal_case, "",
    MEMBER(case_id), MEMBER(number), MEMBER(slug), MEMBER(sop),
    MEMBER(ended_at), MEMBER(documents));
static const struct row_kind listed = ROW_KIND(struct disposal_case, "",
    MEMBER(case_id), MEMBER(number), MEMBER(slug), MEMBER(sop),
    MEMBER(ended_at), MEMBER(documents), MEMBER(years));

enum case_err
disposal_due(struct office *o, const struct disposal_rules *r, int64_t now,
    struct disposal_case **list, size_t *count)
{
	const struct calendar *cal = office_calendar(o);
	size_t n, due = 0;
	enum case_err err;

	*list = NULL;
	*count = 0;
	if (cal == NULL)
		return CASE_OK;
	err = row_all(o, db_query(office_db(o), sql[STMT_ENDED], "i",
	    year_before(cal, now, 1)), &ended, list, &n);
	for (size_t i = 0; err == CASE_OK && i < n; i++) {
		struct disposal_case *c = &(*list)[i];

		c->years = term(r, c->slug);
		if (c->years > 0 &&
		    c->ended_at < year_before(cal, now, c->years))
			(*list)[due++] = *c;
	}
	*count = due;
	return err;
}

void
disposal_hash(const struct disposal_case *list, size_t count, char hex[65])
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state st;
	char line[64];

	crypto_hash_sha256_init(&st);
	for (size_t i = 0; i < count; i++) {
		int n = snprintf(line, sizeof(line), "%lld %lld\n",
		    (long long)list[i].case_id, (long long)list[i].years);

		crypto_hash_sha256_update(&st, (const unsigned char *)line,
		    (size_t)n);
	}
	crypto_hash_sha256_final(&st, hash);
	sodium_bin2hex(hex, 65, hash, sizeof(hash));
}

/* -- the approval ---------------------------------------------------------- */

struct approving {
	const struct disposal_rules	*rules;
	const struct disposal		*in;
};

static enum case_err
check(struct office *o, const struct disposal *in)
{
	enum case_err err = change_filled(o, "letter_no",
	    "nomor surat persetujuan", in->letter_no);

	if (err == CASE_OK)
		err = change_filled(o, "letter_on",
		    "tanggal surat persetujuan", in->letter_on);
	return err == CASE_OK ? change_filled(o, "official",
	    "pejabat yang menyetujui", in->official) : err;
}

static void
add_cases(struct change_work *w, const struct disposal_case *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		db_run(w->db, sql[STMT_ADD_CASE], "iitii", list[i].case_id,
		    w->id, list[i].sop, list[i].years, list[i].documents);
}

static enum case_err
approve(struct change_work *w, const void *arg)
{
	const struct approving *a = arg;
	struct change_event e = { .kind = "disposal-approved" };
	struct disposal_case *list;
	char hash[65];
	size_t n;
	enum case_err err = check(w->o, a->in);

	if (err == CASE_OK)
		err = disposal_due(w->o, a->rules, w->ch->now, &list, &n);
	if (err != CASE_OK)
		return err;
	disposal_hash(list, n, hash);
	w->id = e.stream = id_new(w->ch->now);
	db_run(w->db, sql[STMT_ADD], "iittttii", w->id, row_int(db_query(w->db,
	    sql[STMT_NUMBER], "")), a->in->letter_no, a->in->letter_on,
	    a->in->official, hash, w->ch->now, w->ch->by);
	add_cases(w, list, n);
	free(list);
	if (n == 0)
		return office_fail(w->o, CASE_STATE, "", "Tidak ada berkas "
		    "yang habis masa simpannya.");
	e.effect = change_json("{s:I, s:s, s:s, s:s}", "cases", (json_int_t)n,
	    "list", hash, "letter_no", a->in->letter_no, "letter_on",
	    a->in->letter_on);
	e.payload = change_json("{s:s}", "official", a->in->official);
	return change_record(w, &e);
}

enum case_err
disposal_approve(struct office *o, const struct change *ch,
    const struct disposal_rules *rules, const struct disposal *in,
    int64_t *id)
{
	const struct approving a = { rules, in };

	return change_run(o, ch, approve, &a, id);
}

#undef MEMBER
#define MEMBER(m) ROW_MEMBER(struct disposal, m)
static const struct row_kind disposals = ROW_KIND(struct disposal,
    "Daftar usul musnah tidak ditemukan.", MEMBER(id), MEMBER(number),
    MEMBER(letter_no), MEMBER(letter_on), MEMBER(official), MEMBER(list),
    MEMBER(approved_at), MEMBER(approved_by), MEMBER(done_at), MEMBER(cases),
    MEMBER(left));

enum case_err
disposal_get(struct office *o, int64_t id, struct disposal *d)
{
	return row_one(o, db_query(office_db(o), sql[STMT_GET], "i", id),
	    &disposals, d);
}

enum case_err
disposal_list(struct office *o, struct disposal **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], ""),
	    &disposals, list, count);
}

enum case_err
disposal_cases(struct office *o, int64_t id, struct disposal_case **list,
    size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_CASES], "i", id),
	    &listed, list, count);
}

/* -- carrying it out ------------------------------------------------------- */

/* The act says of every event before it that its text was destroyed. */
static json_t *
all_before(int64_t seq)
{
	json_t *list = json_array();

	for (int64_t i = 1; i < seq; i++)
		json_array_append_new(list, json_integer(i));
	return list;
}

static int
destroy(struct act_work *w)
{
	int64_t disposal = row_int(db_query(w->db, sql[STMT_OF_CASE], "i",
	    w->c.id));

	if (disposal == 0 || w->c.ended_at == 0)
		return office_fail(w->o, CASE_STATE, "",
		    "Berkas ini tidak dimusnahkan.");
	for (size_t i = 0; i < sizeof(gone) / sizeof(gone[0]); i++)
		db_run(w->db, gone[i], "i", w->c.id);
	db_run(w->db, sql[STMT_DONE], "i", w->c.id);
	strcpy(w->c.subject, SUBJECT);
	w->c.applicant[0] = w->c.phone[0] = w->c.email[0] =
	    w->c.institution[0] = '\0';
	w->effect = json_pack("{s:o, s:I}", "destroyed", all_before(w->c.seq),
	    "disposal", (json_int_t)disposal);
	return act_record(w, w->act->kind, 0, ACTOR_SYSTEM);
}

static enum case_err
destroy_one(struct office *o, int64_t case_id, int64_t now)
{
	static const struct act_kind act = { "destroy", destroy, 1 };
	struct act a = { .case_id = case_id, .now = now };

	return act_run(o, &a, &act, NULL);
}

static enum case_err
finish(struct change_work *w, const void *arg)
{
	struct change_event e = { .stream = *(const int64_t *)arg,
		.kind = "disposal-done" };

	if (db_run(w->db, sql[STMT_FINISH], "ii", e.stream, w->ch->now) != 1)
		return office_fail(w->o, CASE_STATE, "", "Daftar itu sudah "
		    "dilaksanakan.");
	e.effect = change_json("{}");
	return change_record(w, &e);
}

/* Lists of which nothing is left. */
static enum case_err
finish_all(struct office *o, int64_t now)
{
	const struct change ch = { .now = now };
	int64_t *id;
	size_t n;
	enum case_err err = row_ids(o, db_query(office_db(o),
	    sql[STMT_CARRIED_OUT], ""), &id, &n);

	if (err != CASE_OK)
		return err;
	for (size_t i = 0; i < n && err == CASE_OK; i++)
		err = change_run(o, &ch, finish, &id[i], NULL);
	free(id);
	return err;
}

enum case_err
disposal_tick(struct office *o, int64_t now, int *done)
{
	int64_t *id;
	size_t n;
	enum case_err first = CASE_OK, err = row_ids(o, db_query(office_db(o),
	    sql[STMT_OPEN], ""), &id, &n);

	if (err != CASE_OK)
		return err;
	for (size_t i = 0; i < n; i++) {
		err = destroy_one(o, id[i], now);
		*done += err == CASE_OK;
		if (first == CASE_OK && err != CASE_STATE)
			first = err;
	}
	free(id);
	err = finish_all(o, now);
	return first == CASE_OK ? err : first;
}
