/*
 * digest_message.c - one message to somebody of the office: its words, and
 * whether they are news.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "clock/calendar.h"
#include "people/preference.h"
#include "store/id.h"
#include "tick/digest_raw.h"

enum stmt {
	STMT_FACT,
	STMT_MESSAGE,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_FACT] =
		"INSERT INTO told (person_id, task_id, fact)"
		" VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
	[STMT_MESSAGE] = (
		"INSERT INTO messages (id, person_id, kind, channel, address,"
		" subject, body, fact, state, queued_at, expires_at)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', $9, $10)"
		" ON CONFLICT (fact) DO NOTHING"),
};

/* -- words --------------------------------------------------------------- */

void
append_text(char *buf, size_t size, const char *fmt, ...)
{
	size_t len = strlen(buf);
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(buf + len, size - len, fmt, ap);
	va_end(ap);
}

/* ", batas 24 Nov, 10.00" in office time. */
static void
append_due(struct digest_run *x, char *buf, size_t size, int64_t due)
{
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr",
		"Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des" };
	struct cal_local l;

	if (due == 0)
		return;
	calendar_local(office_calendar(x->o), due, &l);
	append_text(buf, size, ", batas %d %s, %02d.%02d", l.day,
	    months[l.month - 1], l.hour, l.minute);
}

/* Number, SOP, row and limit: nothing personal leaves the office this way. */
void
add_item(struct digest_run *x, struct digest_section *s,
    const struct digest_item *i, int whose)
{
	char who[160], *buf = s->lines;
	size_t size = sizeof(s->lines);

	if (s->n++ >= DIGEST_LINES)
		return;
	append_text(buf, size, "- %s, %s, langkah %s", i->number, i->sop,
	    i->no);
	if (whose)
		append_text(buf, size, ", %s", performer_name(x->o,
		    i->t.performer, who, sizeof(who)));
	append_due(x, buf, size, i->t.due_at);
	append_text(buf, size, "\n");
}

void
digest_section(char *body, size_t size, const char *title,
    const struct digest_section *s)
{
	if (s->n == 0)
		return;
	append_text(body, size, "%s (%d):\n%s", title, s->n, s->lines);
	if (s->n > DIGEST_LINES)
		append_text(body, size, "dan %d lainnya\n", s->n - DIGEST_LINES);
	append_text(body, size, "\n");
}

int
is_today(const struct digest_run *x, int64_t at)
{
	struct cal_local a, b;

	calendar_local(office_calendar(x->o), at, &a);
	calendar_local(office_calendar(x->o), x->now, &b);
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* -- one message --------------------------------------------------------- */

/* Is it the first time that this person is told this of the task? */
int
is_news(struct digest_run *x, const struct digest_item *i, const char *fact)
{
	return db_run(office_db(x->o), sql[STMT_FACT], "iit", x->to->id,
	    i->t.id, fact) == 1;
}

const char *
address_of(const struct digest_reader *l, const char *way)
{
	return strcmp(way, PREFERENCE_WHATSAPP) == 0 ? l->phone :
	    strcmp(way, PREFERENCE_MAIL) == 0 ? l->email : "";
}

/* What is not sent before the office closes is not sent at all. */
void
queue_message(struct digest_run *x, const struct digest_message *m)
{
	int64_t closes = calendar_day_end(office_calendar(x->o), x->now, 0);

	x->queued += db_run(office_db(x->o), sql[STMT_MESSAGE], "iittttttii",
	    id_new(x->now), x->to->id, m->kind, m->way,
	    address_of(x->to, m->way), m->subject, m->body, m->fact, x->now,
	    closes) == 1;
}
