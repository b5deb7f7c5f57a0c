/*
 * notice.c - what the applicant is told, queued with the act that causes it.
 */
#include <stdio.h>
#include <string.h>

#include "case/wording.h"
#include "case/work.h"
#include "store/id.h"

enum stmt { STMT_MESSAGE, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_MESSAGE] =
		"INSERT INTO messages (id, case_id, task_id, kind, channel,"
		" address, subject, body, state, queued_at)"
		" VALUES ($1, $2, nullif($3, 0), $4, $5, $6, $7, $8, 'queued',"
		" $9)",
};

void
work_tell(struct work *w, const char *kind, int64_t task_id, const char *text)
{
	if (w->nmessage == WORK_MESSAGES) {
		w->broken = "too many messages in one act";
		return;
	}
	w->message[w->nmessage++] = (struct work_message){ kind, task_id,
	    text };
}

static void
message_text(struct work *w, const struct work_message *m, char *buf,
    size_t size)
{
	char code[CASE_CODE_LEN + 1];

	office_code(w->o, w->c.id, code);
	wording_body(w->sop->language, m->kind, w->c.number, code,
	    m->text != NULL ? m->text : "", buf, size);
}

void
work_messages(struct work *w)
{
	char body[4096], whole[sizeof(body) + 256], subject[64];
	const char *channel = w->c.phone[0] ? "whatsapp" :
	    w->c.email[0] ? "mail" : "";
	size_t i;

	if (w->nmessage > 0)
		wording_subject(w->sop->language, w->c.number, subject,
		    sizeof(subject));
	for (i = 0; i < w->nmessage; i++) {
		message_text(w, &w->message[i], whole, sizeof(whole));
		work_copy(body, sizeof(body), whole);
		db_run(w->db, sql[STMT_MESSAGE], "iiittttti",
		    id_new(w->a->now), w->c.id, w->message[i].task_id,
		    w->message[i].kind, channel, w->c.phone[0] ?
		    w->c.phone : w->c.email, subject, body, w->a->now);
	}
	w->nmessage = 0;
}
