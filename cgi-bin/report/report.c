/*
 * report.c - the monthly evaluation on the web: which report an address means.
 */
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "cgi-bin/report/closing.h"
#include "cgi-bin/report/monitor.h"
#include "cgi-bin/report/performance.h"
#include "cgi-bin/report/range.h"
#include "cgi-bin/report/show.h"
#include "cgi-bin/report/work.h"
#include "clock/calendar.h"
#include "month/month.h"
#include "reports/month/report.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/serve.h"

/* The month before the running one, or the one of the data. */
static const char *
usual_month(const struct report_view *a)
{
	const struct calendar *cal = office_calendar(a->req->office);
	struct cal_local l;

	calendar_local(cal, a->last, &l);
	if (a->first < calendar_month(cal, l.year, l.month))
		calendar_local(cal, calendar_month(cal, l.year, l.month) - 1,
		    &l);
	return arena_printf(a->req->arena, "%04d-%02d", l.year, l.month);
}

/* /laporan and its form lead to the month's own address. */
static int
redirect(struct report_view *a)
{
	const char *month = request_query(a->req, "bulan");
	const char *sop = request_query(a->req, "sop");
	const char *kind = request_query(a->req, "angka");
	struct period p;

	if (month == NULL || month_period_read(month, &p) == -1)
		month = usual_month(a);
	if (sop == NULL || strspn(sop, "abcdefghijklmnopqrstuvwxyz"
	    "0123456789-") != strlen(sop))
		sop = "";
	return reply_redirect(a->reply, arena_printf(a->req->arena,
	    PATH_LAPORAN "/%s/%s%s%s", month, sop, *sop ? "/" : "",
	    kind != NULL && strcmp(kind, CORRECTED) == 0 ? CORRECTED "/" :
	    ""));
}

/* Split the path; 0, or -1 when it names nothing of a report. */
static int
read_path(struct report_view *a)
{
	const char *month = request_segment(a->req, 1), *part;

	if (month_period_read(month, &a->period) == -1)
		return -1;
	a->sop = "";
	for (int n = 2; (part = request_segment(a->req, n)) != NULL; n++) {
		/* Nothing comes behind a file. */
		if (a->file != NULL)
			return -1;
		if (strchr(part, '.') != NULL)
			a->file = part;
		else if (a->work)
			return -1;
		else if (strcmp(part, WORK_PART) == 0)
			a->work = 1;
		else if (strcmp(part, CORRECTED) == 0 && !a->corrected)
			a->corrected = 1;
		else if (*a->sop == '\0' && !a->corrected)
			a->sop = part;
		else
			return -1;
	}
	return 0;
}

/* Pictures lie beside the page: its address ends in a slash. */
static int
slash_missing(const struct report_view *a)
{
	size_t len = strlen(a->req->path);

	return a->file == NULL && !a->work && a->req->path[len - 1] != '/';
}

static int
answer(struct report_view *a)
{
	if (a->file != NULL)
		return report_show_file(a);
	return a->period.months == 0 ? report_range_page(a) :
	    report_show_page(a);
}

/* Answer the addresses about the closing of a month, not its figures; 0 for any
 * other address. */
static int
answer_closing(const struct report_view *a)
{
	const char *file = a->file != NULL ? a->file : "";
	const struct period *p = &a->period;

	if (p->months != 1)
		return 0;
	if (strcmp(a->sop, "pengesahan") == 0 && a->file == NULL)
		return report_closing(a->req, a->reply, p->year, p->month);
	if (strcmp(file, "akar.png") == 0)
		return report_closing_qr(a->req, a->reply, p->year, p->month);
	if (strcmp(file, "akar.txt") == 0)
		return report_closing_leaves(a->req, a->reply, p->year,
		    p->month);
	return 0;
}

/* The monitoring of a semester; 0: that is not asked for. */
static int
answer_monitor(const struct report_view *a)
{
	struct month_figures *f;
	enum case_err err;
	int status;

	if (strcmp(a->sop, "pemantauan") != 0 || a->file != NULL ||
	    a->period.months != 6)
		return 0;
	err = month_period(a->req->office, a->period.year, a->period.month,
	    6, "", a->last, &f);
	if (err == CASE_INVALID)
		return reply_error(a->reply, a->req, 404,
		    office_why(a->req->office));
	if (err != CASE_OK)
		return reply_case_error(a->reply, a->req, err);
	status = report_monitor(a->req, a->reply, f);
	month_free(f);
	return status;
}

static enum case_err
figures(struct report_view *a, struct month_figures **f)
{
	struct office *o = a->req->office;
	const struct period *p = &a->period;

	if (p->months == 0)
		return month_range(o, p, a->sop, a->req->now, a->last, f);
	if (a->corrected && p->months == 1)
		return month_correct(o, p->year, p->month, a->sop, a->last,
		    f);
	return month_period(o, p->year, p->month, p->months, a->sop, a->last,
	    f);
}

/* /laporan/rentang */
static int
is_range_form(const struct request *req)
{
	const char *first = request_segment(req, 1);

	return first != NULL && strcmp(first, "rentang") == 0 &&
	    request_segment(req, 2) == NULL;
}

/* Only the days of a range, the minutes of a closing and a monitoring are
 * posted. */
static int
post(struct request *req, struct reply *reply)
{
	struct report_view a = { .req = req, .reply = reply };
	int status;

	if (is_range_form(req))
		return report_range_take(req, reply);
	if (month_extent(req->office, &a.first, &a.last) != CASE_OK ||
	    request_segment(req, 1) == NULL || read_path(&a) == -1)
		return reply_error(reply, req, 405, NULL);
	if ((status = answer_monitor(&a)) != 0)
		return status;
	if (strcmp(a.sop, "pengesahan") != 0 || a.file != NULL ||
	    a.period.months != 1)
		return reply_error(reply, req, 405, NULL);
	return answer_closing(&a);
}

static int
get(struct request *req, struct reply *reply)
{
	struct report_view a = { .req = req, .reply = reply };
	struct month_figures *f;
	enum case_err err;
	int status;

	if (strcmp(req->route->path, PATH_KINERJA) == 0)
		return report_performance(req, reply);
	if (month_extent(req->office, &a.first, &a.last) != CASE_OK ||
	    a.last == 0)
		return reply_error(reply, req, 404,
		    "Belum ada berkas untuk dilaporkan.");
	if (request_segment(req, 1) == NULL)
		return redirect(&a);
	if (is_range_form(req))
		return report_range_form(req, reply);
	if (read_path(&a) == -1)
		return reply_error(reply, req, 404, NULL);
	if ((status = answer_closing(&a)) != 0 ||
	    (status = answer_monitor(&a)) != 0)
		return status;
	if (slash_missing(&a))
		return reply_redirect(reply, arena_printf(req->arena, "%s/",
		    req->path));
	err = figures(&a, &f);
	/* A month that is not closed, or a longer period, has one report
	 * only. */
	if (a.corrected && a.file == NULL && !a.work && (a.period.months != 1 ||
	    err == CASE_STATE)) {
		if (err == CASE_OK)
			month_free(f);
		return reply_redirect(reply, arena_printf(req->arena,
		    PATH_LAPORAN "/%s/%s%s", request_segment(req, 1), a.sop,
		    *a.sop != '\0' ? "/" : ""));
	}
	if (err == CASE_INVALID || err == CASE_NOT_FOUND)
		return reply_error(reply, req, 404, office_why(req->office));
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	if (a.work) {
		status = report_work_page(&a, f);
		month_free(f);
		return status;
	}
	status = report_open(&a.report, req->office, f);
	a.report.weight = strcmp(req->conf->survey_011, "yes") == 0 ?
	    SURVEY_011 : SURVEY_NINTH;
	status = status == 0 ? answer(&a) : reply_error(reply, req, 500,
	    NULL);
	report_close(&a.report);
	month_free(f);
	return status;
}

static const char *const templates[] = { "report.tpl", "table.tpl",
	"form.tpl", "check.tpl", "document.tpl", "monitor.tpl",
	"monitored.tpl", "field.tpl", "errors.tpl", "work.tpl",
	"pager.tpl", "performance.tpl", NULL };

static const struct web_program report = {
	.name = "report",
	.get = get,
	.post = post,
	.templates = templates,
};

int
main(int argc, char **argv)
{
	return web_serve(&report, argc, argv);
}
