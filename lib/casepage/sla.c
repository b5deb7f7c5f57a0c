/*
 * sla.c - how a task stands with its time standard, in words.
 */
#include <stdio.h>
#include <string.h>

#include "casepage/sla.h"

#include "base/conf.h"
#include "case/task.h"
#include "casepage/words.h"
#include "clock/calendar.h"
#include "clock/pace.h"
#include "clock/standard.h"
#include "clock/verdict.h"
#include "office/office.h"
#include "page/page.h"
#include "web/request.h"

#define DAY (24 * 60 * 60)

char *
sla_standard(const struct task_row *t, char *buf, size_t size)
{
	struct standard s = task_standard(t);
	char text[FORMAT_SIZE];

	snprintf(buf, size, "%s%s", standard_text(&s, text, sizeof(text)),
	    s.unit == UNIT_DAY && s.measure != MEASURE_ELAPSED ? " kerja" :
	    "");
	return buf;
}

/* Seconds a finished visit took, as its limit measures it. */
static int64_t
spent_seconds(const struct calendar *cal, const struct task_row *t)
{
	struct standard s = task_standard(t);
	int64_t start = t->received_at != 0 ? t->received_at : t->claimed_at;

	if (s.measure == MEASURE_WORK)
		return t->own;
	if (s.measure == MEASURE_ELAPSED)
		return t->closed_at - start;
	return calendar_elapsed(cal, start, t->closed_at) - t->moved;
}

/* Of a limit in days the working hours that were used, of those there were: a
 * day is not as long as another. */
static char *
spent_of_days(const struct calendar *cal, const struct task_row *t, char *buf,
    size_t size)
{
	const struct pace_visit visit = { .standard = task_standard(t),
		.start = t->received_at != 0 ? t->received_at : t->claimed_at,
		.moved = t->moved };
	const struct pace p = pace_of_visit(cal, &visit, t->closed_at);
	char used[FORMAT_SIZE], limit[FORMAT_SIZE];

	format_duration(used, sizeof(used), p.used, 0, 0);
	format_duration(limit, sizeof(limit), p.limit, 0, 0);
	snprintf(buf, size, "%s dari %s kerja", used, limit);
	return buf;
}

char *
sla_spent(const struct calendar *cal, const struct task_row *t, char *buf,
    size_t size)
{
	struct standard s = task_standard(t);
	char spent[FORMAT_SIZE], limit[FORMAT_SIZE];
	const char *unit, *limit_unit;
	int64_t day = s.measure == MEASURE_ELAPSED ? DAY :
	    calendar_day_length(cal, t->closed_at);

	buf[0] = '\0';
	if (t->open || t->external || verdict_from(t->verdict) <= VERDICT_NONE)
		return buf;
	if (s.unit == UNIT_DAY && s.measure == MEASURE_TURNAROUND)
		return spent_of_days(cal, t, buf, size);
	format_duration(spent, sizeof(spent), spent_seconds(cal, t), day,
	    s.unit == UNIT_SECOND);
	s.min = s.max;
	standard_text(&s, limit, sizeof(limit));
	unit = strchr(spent, ' ');
	limit_unit = strchr(limit, ' ');
	if (unit != NULL && limit_unit != NULL && strcmp(unit, limit_unit) == 0)
		spent[unit - spent] = '\0';
	snprintf(buf, size, "%s dari %s", spent, limit);
	return buf;
}

static void
finished(const struct calendar *cal, const struct task_row *t,
    struct sla *sla)
{
	char spent[FORMAT_SIZE];

	sla->state = SLA_DONE;
	sla_spent(cal, t, spent, sizeof(spent));
	snprintf(sla->text, sizeof(sla->text), "selesai%s%.72s",
	    spent[0] == '\0' ? "" :
	    verdict_from(t->verdict) == VERDICT_OVER ? " terlambat, " : ", ",
	    spent);
}

/* Does the clock of an open task stand still?  Then the label says why. */
static int
stands_still(const struct task_row *t, struct sla *sla)
{
	const char *words = NULL;

	if (t->awaited)
		words = "menunggu pemohon hadir";
	else if (strcmp(t->phase, "outside") == 0 && t->due_at == 0)
		words = "menunggu pihak luar";
	else if (strcmp(t->phase, "system") == 0)
		words = "dikerjakan sistem";
	else if (t->external)
		words = "menunggu pemohon";
	else if (t->due_at == 0)
		words = "tanpa batas waktu";
	if (words == NULL)
		return 0;
	sla->state = SLA_HOLD;
	snprintf(sla->text, sizeof(sla->text), "%s", words);
	return 1;
}

void
sla_of(const struct calendar *cal, const struct task_row *t, int urgency,
    int64_t now, struct sla *sla)
{
	struct standard s = task_standard(t);
	struct format_time when;
	char left[FORMAT_SIZE];
	int64_t seconds, day = DAY;

	memset(sla, 0, sizeof(*sla));
	sla_standard(t, sla->standard, sizeof(sla->standard));
	if (!t->open) {
		finished(cal, t, sla);
		return;
	}
	if (stands_still(t, sla))
		return;
	if (s.measure == MEASURE_ELAPSED) {
		seconds = t->due_at - now;
	} else {
		seconds = calendar_elapsed(cal, now, t->due_at);
		day = calendar_day_length(cal, now);
	}
	sla->state = now > t->due_at ? SLA_LATE :
	    urgency > 0 ? SLA_SOON : SLA_OK;
	format_duration(left, sizeof(left), seconds < 0 ? -seconds : seconds,
	    day, s.unit == UNIT_SECOND);
	snprintf(sla->text, sizeof(sla->text), "%s %.80s",
	    sla->state == SLA_LATE ? "terlambat" : "tersisa", left);
	words_local_time(cal, t->due_at, &when);
	format_moment_day(sla->due, sizeof(sla->due), &when);
	format_moment_short(sla->due_short, sizeof(sla->due_short), &when);
}

void
sla_task(const struct request *req, const struct task_row *t,
    struct sla *sla)
{
	sla_of(office_calendar_for(req->office, t->calendar_id,
	    t->performer), t, task_urgency(req->office, t,
	    req->now, (int)req->conf->soon_percent), req->now, sla);
}

void
sla_show(struct page *page, const struct sla *sla)
{
	static const char *const section[] = {
		[SLA_LATE] = "LATE",
		[SLA_SOON] = "SOON",
		[SLA_OK] = "OK",
		[SLA_HOLD] = "HOLD",
		[SLA_DONE] = "DONE",
	};

	page_show(page, section[sla->state]);
	page_set(page, "TEXT", sla->text);
}
