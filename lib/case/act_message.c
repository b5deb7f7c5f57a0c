/*
 * act_message.c - messages to the applicant, queued with the act that causes
 * them.
 */
#include "case/act_message.h"

#include <stdio.h>
#include <string.h>

#include "case/act_frame.h"
#include "case/decision.h"
#include "clock/calendar.h"
#include "message/message.h"
#include "message/wording.h"
#include "store/id.h"

enum stmt { STMT_MESSAGE, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_MESSAGE] =
		"INSERT INTO messages (id, case_id, task_id, kind, channel,"
		" address, subject, body, fact, state, queued_at)"
		" VALUES ($1, $2, nullif($3, 0), $4, $5, $6, $7, $8,"
		" nullif($9, ''), 'queued', $10)",
};

void
act_message(struct act_work *w, const char *kind, int64_t task_id,
    const char *text)
{
	if (w->nmessage == ACT_MESSAGES) {
		w->broken = "too many messages in one act";
		return;
	}
	w->message[w->nmessage++] = (struct act_message_item){ kind, task_id,
	    text };
}

/* A reminder says which step is waited for, since when, and that the request
 * lapses. */
static void
reminder_text(const struct act_work *w, char *buf, size_t size)
{
	const struct task_row *t = w->t;
	struct wording_wait x = { .number = w->c.number, .kind = t->kind };
	struct cal_local l;

	calendar_local(w->cal, t->opened_at, &l);
	x.year = l.year;
	x.month = l.month;
	x.day = l.day;
	if (t->awaited)
		x.kind = "present";
	if (strcmp(t->kind, "submit") == 0)
		x.mend_days = w->sop->mend_days;
	wording_reminder(&(struct message_source){ .o = w->o },
	    case_language(&w->c, w->sop), &x, buf, size);
}

static void
message_text(struct act_work *w, const struct act_message_item *m, char *buf,
    size_t size)
{
	char code[CASE_CODE_LEN + 1];
	struct wording_decision decision;
	struct wording_about about = { w->c.number, code,
	    m->text != NULL ? m->text : "", NULL };

	if (strcmp(m->kind, "reminder") == 0) {
		reminder_text(w, buf, size);
		return;
	}
	office_code(w->o, w->c.id, code);
	if ((strcmp(m->kind, "ready") == 0 || strcmp(m->kind, "notified") ==
	    0) && decision_read(w->o, &w->c, &decision))
		about.decision = &decision;
	wording_body(&(struct message_source){ .o = w->o },
	    case_language(&w->c, w->sop), m->kind, &about, buf, size);
}

void
act_message_fact(int64_t task_id, char fact[ACT_FACT_SIZE])
{
	snprintf(fact, ACT_FACT_SIZE, "remind/%lld", (long long)task_id);
}

void
act_message_write(struct act_work *w)
{
	char body[MESSAGE_BODY_MAX + 256], subject[256];
	char fact[ACT_FACT_SIZE];
	const char *channel = w->c.phone[0] ? "whatsapp" :
	    w->c.email[0] ? "mail" : "";
	size_t i;

	if (w->nmessage > 0)
		wording_subject(&(struct message_source){ .o = w->o },
		    case_language(&w->c, w->sop), w->c.number, subject,
		    sizeof(subject));
	for (i = 0; i < w->nmessage; i++) {
		message_text(w, &w->message[i], body, sizeof(body));
		wording_fit(body, sizeof(body), MESSAGE_BODY_MAX,
		    UNICODE_BYTES);
		fact[0] = '\0';
		if (strcmp(w->message[i].kind, "reminder") == 0)
			act_message_fact(w->message[i].task_id, fact);
		db_put(w->db, sql[STMT_MESSAGE], "iiitttttti",
		    id_new(w->a->now), w->c.id, w->message[i].task_id,
		    w->message[i].kind, channel, w->c.phone[0] ?
		    w->c.phone : w->c.email, subject, body, fact, w->a->now);
	}
	w->nmessage = 0;
}
