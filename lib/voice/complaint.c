/*
 * complaint.c - complaints of the public, and their answers.
 */
#include "voice/complaint.h"

#include <jansson.h>
#include <stdio.h>

#include "case/tracking.h"
#include "clock/calendar.h"
#include "clock/standard.h"
#include "message/message.h"
#include "office/reason.h"
#include "office/row.h"
#include "office/throttle.h"
#include "people/holder.h"
#include "people/person.h"
#include "store/id.h"

#define ADDRESS_TRIES	20	/* as for the codes of cases */

enum stmt {
	STMT_ADD,
	STMT_GET,
	STMT_CODE,
	STMT_LIST,
	STMT_WAITING,
	STMT_ANSWER,
	STMT__MAX
};

#define COLUMNS \
	"p.id, p.number, coalesce(p.case_id, 0), coalesce(c.number, '')," \
	" p.name, p.phone, p.email, p.body, p.came_at, p.due_at, p.answer," \
	" coalesce(p.answered_at, 0), coalesce(p.answered_by, 0)" \
	" FROM complaints p LEFT JOIN cases c ON c.id = p.case_id"

static const char *const sql[STMT__MAX] = {
	[STMT_ADD] = (
		"INSERT INTO complaints (id, number, code_hash, case_id, name,"
		" phone, email, body, came_at, due_at, answer)"
		" VALUES ($1, $2, $3, nullif($4, 0), $5, $6, $7, $8, $9, $10,"
		" '')"),
	[STMT_GET] =
		"SELECT " COLUMNS " WHERE p.id = $1",
	[STMT_CODE] =
		"SELECT " COLUMNS " WHERE p.code_hash = $1",
	[STMT_LIST] = (
		"SELECT " COLUMNS
		" ORDER BY CASE WHEN p.answered_at IS NULL THEN 0 ELSE 1 END,"
		" CASE WHEN p.answered_at IS NULL THEN p.due_at"
		"   ELSE -p.answered_at END, p.id LIMIT 200"),
	[STMT_WAITING] =
		"SELECT count(*) FROM complaints WHERE answered_at IS NULL",
	[STMT_ANSWER] = (
		"UPDATE complaints SET answer = $2, answered_at = $3,"
		" answered_by = $4 WHERE id = $1 AND answered_at IS NULL"),
};

#define MEMBER(m) ROW_MEMBER(struct complaint, m)
static const struct row_kind complaints = ROW_KIND(struct complaint,
    "Pengaduan tidak ditemukan.", MEMBER(id), MEMBER(number), MEMBER(case_id),
    MEMBER(case_number), MEMBER(name), MEMBER(phone), MEMBER(email),
    MEMBER(body), MEMBER(came_at), MEMBER(due_at), MEMBER(answer),
    MEMBER(answered_at), MEMBER(answered_by));

enum case_err
complaint_get(struct office *o, int64_t id, struct complaint *p)
{
	return row_one(o, db_query(office_db(o), sql[STMT_GET], "i", id),
	    &complaints, p);
}

enum case_err
complaint_list(struct office *o, struct complaint **list, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], ""),
	    &complaints, list, count);
}

int64_t
complaint_waiting(struct office *o)
{
	return row_int(db_query(office_db(o), sql[STMT_WAITING], ""));
}

/* -- the complainant's code --------------------------------------------- */

enum case_err
complaint_find(struct office *o, const struct tracking_try *try,
    struct complaint *p)
{
	char hash[65];
	enum case_err err;

	/* A code has 59 bits and needs no brake (case/tracking.c). */
	if (office_code_hash(o, try->code, hash) != 0)
		hash[0] = '\0';
	err = row_one(o, db_query(office_db(o), sql[STMT_CODE], "t", hash),
	    &complaints, p);
	return err != CASE_NOT_FOUND ? err : office_fail(o, err, "kode",
	    "Kode tidak ditemukan. Periksa kembali 12 huruf dan angka pada "
	    "bukti pengaduan.");
}

/* -- complaining -------------------------------------------------------- */

struct adding {
	const struct complaint		*in;
	const struct complaint_rule	*rule;
};

/* The end of the n-th working day, as for any limit in days. */
static int64_t
due(struct office *o, int64_t from, int64_t days)
{
	struct standard s = { .min = (int32_t)days, .max = (int32_t)days,
		.unit = UNIT_DAY, .measure = MEASURE_TURNAROUND };
	int64_t min_at = 0, due_at = 0;

	standard_due(office_calendar(o), &s, from, 0, &min_at, &due_at);
	return due_at;
}

static void
tell(struct change_work *w, const struct complaint *p, const char *text)
{
	struct message_new m = { .kind = "complaint", .phone = p->phone,
		.email = p->email, .subject = "Pengaduan", .body = text,
		.now = w->ch->now };

	if (p->phone[0] != '\0' || p->email[0] != '\0')
		message_queue(w->db, &m);
}

static void
new_number(struct change_work *w, char *buf, size_t size)
{
	struct cal_local l;
	char counter[16];

	calendar_local(office_calendar(w->o), w->ch->now, &l);
	snprintf(counter, sizeof(counter), "P-%04d", l.year);
	snprintf(buf, size, "%s-%04lld", counter,
	    (long long)office_count(w->o, counter));
}

static enum case_err
add(struct change_work *w, const void *in)
{
	const struct adding *a = in;
	struct complaint p = *a->in;
	struct change_event e = { .kind = "complaint-added" };
	char code[CASE_CODE_LEN + 1], hash[65], text[512];
	enum case_err err = person_addresses(w->o, p.phone, p.email);

	if (err != CASE_OK)
		return err;
	if (!reason_is_enough(p.body))
		return office_fail(w->o, CASE_INVALID, "body", "Tulis "
		    "pengaduan Anda, paling sedikit satu kalimat");
	w->id = p.id = e.stream = id_new(w->ch->now);
	new_number(w, p.number, sizeof(p.number));
	office_code(w->o, p.id, code);
	office_code_hash(w->o, code, hash);
	db_run(w->db, sql[STMT_ADD], "ittittttii", p.id, p.number, hash,
	    p.case_id, p.name, p.phone, p.email, p.body, w->ch->now,
	    due(w->o, w->ch->now, a->rule->days));
	snprintf(text, sizeof(text), "Pengaduan Anda kami terima dengan nomor "
	    "%s. Kode: %.4s-%.4s-%.4s. Jawaban dapat dilihat di %.200s"
	    "/pengaduan/lacak", p.number, code, code + 4, code + 8,
	    a->rule->site);
	tell(w, &p, text);
	e.effect = change_json("{s:s, s:I}", "number", p.number, "case_id",
	    (json_int_t)p.case_id);
	e.payload = change_json("{s:s, s:s}", "name", p.name, "body", p.body);
	return change_record(w, &e);
}

enum case_err
complaint_add(struct office *o, const struct change *ch,
    const struct complaint *in, const struct complaint_rule *rule,
    struct complaint *out)
{
	struct adding a = { in, rule };
	int64_t id;
	enum case_err err = change_run(o, ch, add, &a, &id);

	return err == CASE_OK ? complaint_get(o, id, out) : err;
}

/* -- answering ---------------------------------------------------------- */

struct answering {
	int64_t				 id;
	const char			*answer;
	const struct complaint_rule	*rule;
};

static enum case_err
answer(struct change_work *w, const void *in)
{
	const struct answering *a = in;
	struct change_event e = { .stream = a->id,
		.kind = "complaint-answered" };
	struct complaint p;
	char text[512];
	enum case_err err = complaint_get(w->o, a->id, &p);

	if (err != CASE_OK)
		return err;
	if (!holder_or_admin(w->o, w->ch->by, a->rule->role, w->ch->now))
		return office_fail(w->o, CASE_DENIED, "",
		    "Pengaduan dijawab oleh peran yang ditunjuk.");
	if (!reason_is_enough(a->answer))
		return office_fail(w->o, CASE_INVALID, "answer",
		    "Tulis jawaban, paling sedikit satu kalimat");
	if (db_run(w->db, sql[STMT_ANSWER], "itii", a->id, a->answer,
	    w->ch->now, w->ch->by) != 1)
		return office_fail(w->o, CASE_STATE, "",
		    "Pengaduan ini sudah dijawab.");
	snprintf(text, sizeof(text), "Pengaduan %s sudah dijawab. Lihat "
	    "jawabannya dengan kode Anda di %.200s/pengaduan/lacak", p.number,
	    a->rule->site);
	tell(w, &p, text);
	e.effect = change_json("{s:s}", "number", p.number);
	e.payload = change_json("{s:s}", "answer", a->answer);
	return change_record(w, &e);
}

enum case_err
complaint_answer(struct office *o, const struct change *ch, int64_t id,
    const char *text, const struct complaint_rule *rule)
{
	struct answering a = { id, text, rule };

	return change_run(o, ch, answer, &a, NULL);
}
