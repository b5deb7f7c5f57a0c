/* act_prompt.c - a superior reminds whoever has a task. */
#include "case/act_prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "case/act_frame.h"
#include "case/act_record.h"
#include "case/below.h"
#include "clock/calendar.h"
#include "clock/month_name.h"
#include "office/row.h"
#include "people/preference.h"
#include "store/id.h"

#define NOTE_SIZE (4 * ACT_NOTE_MAX + 1024)	/* bytes, with the names */

enum stmt {
	STMT_READERS,
	STMT_BEFORE,
	STMT_MESSAGE,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	/* The person who has the task $3, or those of `staff` who may take
	 * it. */
	[STMT_READERS] = (
		ACCESS_SQL_WITH("$1", "$2") BELOW_SQL_THEIRS
		" SELECT p.id, p.name, p.phone, p.email,"
		" coalesce(s.work_by, ''), coalesce(s.digest_by, '')"
		"  FROM people p LEFT JOIN tellings s ON s.person_id = p.id"
		"  JOIN tasks t ON t.id = $3"
		" WHERE p.id = coalesce(t.claimed_by, t.assignee_id)"
		"   OR (coalesce(t.claimed_by, t.assignee_id) IS NULL"
		"   AND p.id IN (SELECT q.id FROM staff q"
		"    JOIN holders h ON h.person_id = q.id"
		"     AND h.capacity <> 'plh' AND " ACCESS_SQL_NOW("h", "$2")
		"    JOIN roles r ON r.id = h.role_id"
		"    JOIN performers f ON f.role_id = h.role_id"
		"    WHERE f.expr = t.performer AND (t.unit_id IS NULL"
		"     OR t.unit_id = coalesce(h.unit_id, r.unit_id))))"
		" ORDER BY p.name, p.id"),
	[STMT_BEFORE] =
		"SELECT 1 FROM messages WHERE fact = $1",
	[STMT_MESSAGE] = (
		"INSERT INTO messages (id, person_id, kind, channel, address,"
		" subject, body, fact, state, queued_at)"
		" VALUES ($1, $2, 'prompt', $3, $4, $5, $6, $7, 'queued', $8)"
		" ON CONFLICT (fact) DO NOTHING"),
};

struct prompted {
	int64_t	id;
	char	name[160], phone[24], email[128];
	char	work_by[12], digest_by[12];
};

#define MEMBER(m) ROW_MEMBER(struct prompted, m)
static const struct row_kind readers = ROW_KIND(struct prompted, "",
    MEMBER(id), MEMBER(name), MEMBER(phone), MEMBER(email), MEMBER(work_by),
    MEMBER(digest_by));

/* The channel of a message to the person; "" where there is no address. */
static const char *
way_of(const struct prompted *p)
{
	const char *way = p->work_by[0] != '\0' ? p->work_by : p->digest_by;

	if (strcmp(way, PREFERENCE_WHATSAPP) == 0 && p->phone[0] != '\0')
		return PREFERENCE_WHATSAPP;
	if (p->email[0] != '\0')
		return PREFERENCE_MAIL;
	return p->phone[0] != '\0' ? PREFERENCE_WHATSAPP : "";
}

/* Number, SOP, row and limit: of the case nothing personal leaves the office
 * this way. */
static void
write_body(const struct act_work *w, char *buf, size_t size)
{
	const struct task_row *t = w->t;
	struct cal_local l;

	buf[0] = '\0';
	text_add(buf, size, "Atasan Anda mengingatkan tugas %s, %s, langkah "
	    "%s", w->c.number, w->sop->name, sop_row_at(w->sop,
	    (int)t->pos)->no);
	if (t->due_at != 0) {
		calendar_local(w->cal, t->due_at, &l);
		text_add(buf, size, ", batas %d %s, %02d.%02d", l.day,
		    month_name_short("id", l.month), l.hour, l.minute);
	}
	text_add(buf, size, ".\n\n%s", w->a->note);
}

/* The fact of a task, a person and a day: told once. */
static void
fact_of(const struct act_work *w, const struct prompted *p, char *buf,
    size_t size)
{
	struct cal_local l;

	calendar_local(w->cal, w->a->now, &l);
	snprintf(buf, size, "prompt/%lld/%lld/%04d-%02d-%02d",
	    (long long)w->t->id, (long long)p->id, l.year, l.month, l.day);
}

/* Queue the messages, and name the people in `names`: how many there are, -1
 * when one of them was reminded today. */
static int
queue_all(struct act_work *w, const struct prompted *list, size_t n,
    char *names, size_t size)
{
	char subject[64], fact[96], body[NOTE_SIZE];
	int queued = 0;

	snprintf(subject, sizeof(subject), "Pengingat tugas %s", w->c.number);
	write_body(w, body, sizeof(body));
	for (size_t i = 0; i < n; i++) {
		const char *way = way_of(&list[i]);

		if (*way == '\0')
			continue;
		fact_of(w, &list[i], fact, sizeof(fact));
		if (row_int(db_query(w->db, sql[STMT_BEFORE], "t", fact)) != 0)
			return -1;
		db_put(w->db, sql[STMT_MESSAGE], "iittttti",
		    id_new(w->a->now), list[i].id, way,
		    strcmp(way, PREFERENCE_MAIL) == 0 ? list[i].email :
		    list[i].phone, subject, body, fact, w->a->now);
		text_add(names, size, "%s%s", queued++ > 0 ? ", " : "",
		    list[i].name);
	}
	return queued;
}

static int
check(struct act_work *w)
{
	if (w->t == NULL || !w->t->open || w->t->external)
		return office_fail(w->o, CASE_STATE, "",
		    "Langkah ini sudah selesai.");
	if (!below_has(w->o, w->who, w->t->id, w->a->now))
		return office_fail(w->o, CASE_DENIED, "",
		    "Anda tidak membawahi pemegang tugas ini.");
	if (w->a->note == NULL || *w->a->note == '\0')
		return office_fail(w->o, CASE_INVALID, "note",
		    "Tulis alasan tugas ini diingatkan.");
	return CASE_OK;
}

static int
remind(struct act_work *w)
{
	char names[512] = "", text[NOTE_SIZE];
	struct prompted *list;
	size_t n;
	int err, queued;

	if ((err = check(w)) != CASE_OK || (err = row_all(w->o, db_query(w->db,
	    sql[STMT_READERS], "iii", w->who, w->a->now, w->t->id), &readers,
	    &list, &n)) != CASE_OK)
		return err;
	queued = queue_all(w, list, n, names, sizeof(names));
	free(list);
	if (queued <= 0)
		return office_fail(w->o, CASE_STATE, "", queued == 0 ?
		    "Pemegangnya belum punya alamat surel atau nomor "
		    "WhatsApp. Sampaikan langsung." : "Pemegangnya sudah "
		    "diingatkan hari ini.");
	snprintf(text, sizeof(text), "Mengingatkan %s: %s", names,
	    w->a->note);
	act_say(w, "note", text);
	return act_record(w, w->act->kind, w->t->id, ACTOR_PERSON);
}

enum case_err
act_prompt(struct office *o, struct act *a)
{
	static const struct act_kind act = { "note", remind, 1 };

	return act_run(o, a, &act, NULL);
}
