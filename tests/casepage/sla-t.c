/* sla-t.c - the label of a time limit, in words. */
#include <stdio.h>
#include <string.h>

#include "case/task.h"
#include "casepage/sla.h"
#include "clock/calendar.h"
#include "tests/slurp.h"
#include "tests/tap.h"

static struct calendar *cal;

static int64_t
at(int day, int hour, int minute)
{
	return calendar_instant(cal, 2026, 1, day, hour, minute, 0);
}

/* An open, claimed task of 5-10 minutes. */
static struct task_row
task(int64_t due)
{
	struct task_row t = { .open = 1, .min = 5, .max = 10,
	    .unit = "menit", .measure = "work", .phase = "own",
	    .verdict = "none", .due_at = due };

	return t;
}

static void
says(const struct task_row *t, int urgency, int64_t now,
    enum sla_state state, const char *text)
{
	struct sla sla;

	sla_of(cal, t, urgency, now, &sla);
	is_string(text, sla.text, "%s", text);
	is_int(state, sla.state, "...its state");
}

static void
open_tasks(void)
{
	/* Monday 5 January 2026, 07.30-16.00 with a break at noon. */
	struct task_row t = task(at(5, 9, 0));
	struct sla sla;

	says(&t, 0, at(5, 8, 52), SLA_OK, "tersisa 8 menit");
	says(&t, 1, at(5, 8, 58), SLA_SOON, "tersisa 2 menit");
	says(&t, 2, at(5, 9, 35), SLA_LATE, "terlambat 35 menit");
	says(&t, 2, at(5, 13, 0), SLA_LATE, "terlambat 3 jam");
	says(&t, 2, at(6, 9, 0), SLA_LATE, "terlambat 1 hari");
	sla_of(cal, &t, 0, at(5, 8, 0), &sla);
	is_string("Senin, 5 Januari 2026, 09.00 WIB", sla.due,
	    "the exact deadline");
	is_string("5 Jan, 09.00", sla.due_short, "...short");
	is_string("5–10 menit", sla.standard, "the standard as written");
	strcpy(t.unit, "hari");
	strcpy(t.measure, "turnaround");
	t.min = 1;
	t.max = 2;
	t.due_at = at(7, 16, 0);
	says(&t, 0, at(5, 10, 0), SLA_OK, "tersisa 2 hari 5 jam");
	sla_of(cal, &t, 0, at(5, 8, 0), &sla);
	is_string("1–2 hari kerja", sla.standard, "days are working days");
	strcpy(t.unit, "detik");
	strcpy(t.measure, "work");
	t.due_at = at(5, 9, 0);
	says(&t, 0, at(5, 9, 0) - 20, SLA_OK, "tersisa 20 detik");
}

static void
held_tasks(void)
{
	struct task_row t = task(0);

	t.awaited = 1;
	says(&t, 0, at(5, 9, 0), SLA_HOLD, "menunggu pemohon hadir");
	t.awaited = 0;
	strcpy(t.phase, "outside");
	says(&t, 0, at(5, 9, 0), SLA_HOLD, "menunggu pihak luar");
	strcpy(t.phase, "applicant");
	t.external = 1;
	t.due_at = at(5, 9, 0);
	says(&t, 2, at(5, 9, 0), SLA_HOLD, "menunggu pemohon");
}

static void
finished_tasks(void)
{
	struct task_row t = task(0);
	char buf[96];

	t.open = 0;
	t.closed_at = at(5, 9, 0);
	t.own = 8 * 60;
	strcpy(t.verdict, "within");
	says(&t, 0, at(6, 9, 0), SLA_DONE, "selesai, 8 dari 10 menit");
	t.own = 70 * 60;
	strcpy(t.verdict, "over");
	says(&t, 0, at(6, 9, 0), SLA_DONE,
	    "selesai terlambat, 1 jam 10 menit dari 10 menit");
	t.external = 1;
	says(&t, 0, at(6, 9, 0), SLA_DONE, "selesai");
	t.external = 0;
	strcpy(t.verdict, "none");
	says(&t, 0, at(6, 9, 0), SLA_DONE, "selesai");
	is_string("", sla_spent(cal, &t, buf, sizeof(buf)),
	    "without a verdict no time is told");
	strcpy(t.verdict, "within");
	strcpy(t.unit, "hari");
	strcpy(t.measure, "turnaround");
	t.min = t.max = 2;
	t.received_at = at(5, 10, 0);
	t.closed_at = at(6, 10, 0);
	/* 7.5 hours, of those of a day and of two whole ones. */
	is_string("7 jam 30 menit dari 20 jam kerja", sla_spent(cal, &t, buf,
	    sizeof(buf)), "a turnaround counts from its receipt to its due");
}

/* A whole limit: minutes as they are, days from receipt to the due. */
static void
limits(void)
{
	struct task_row t = task(at(5, 9, 0));

	is_int(600, task_limit(cal, &t), "ten minutes");
	strcpy(t.unit, "hari");
	strcpy(t.measure, "turnaround");
	t.min = t.max = 2;
	t.received_at = at(5, 10, 0);
	t.due_at = at(7, 16, 0);
	is_int(20 * 3600, task_limit(cal, &t),
	    "two days, and what was left of the first");
}

int
main(void)
{
	char why[256], *yaml;
	size_t len;

	yaml = slurp("lib/clock/kanwil-sumsel.yaml", &len);
	cal = calendar_parse(yaml, len, why, sizeof(why));
	free(yaml);
	if (cal == NULL)
		bail(why);
	open_tasks();
	held_tasks();
	finished_tasks();
	limits();
	calendar_free(cal);
	return tap_done();
}
