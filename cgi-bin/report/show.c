/*
 * show.c - the report of a month on the web: page, charts, files.
 */
#include "cgi-bin/report/show.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/log.h"
#include "clock/calendar.h"
#include "month/month.h"
#include "month/month_close.h"
#include "office/soplist.h"
#include "page/page.h"
#include "people/rights.h"
#include "reports/month/report_file.h"
#include "reports/month/report_page.h"
#include "reports/month/report_picture.h"
#include "web/frame.h"
#include "web/plate.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"
#include "web/standin.h"

#define PICTURE_MAX_SIZE (4 << 20)

/* -- charts -------------------------------------------------------------- */

/* The fonts are read once, by the first chart that must be drawn. */
static const struct typeface *
typeface(const struct request *req)
{
	static struct typeface face;
	static int ready;

	if (!ready && typeface_open(&face, req->conf->fonts) == -1) {
		log_line(LOG_ERROR, "no fonts in %s", req->conf->fonts);
		return NULL;
	}
	ready = 1;
	return &face;
}

static const char *
folder_of(const struct report_view *a)
{
	return arena_printf(a->req->arena, "%s/charts", a->req->conf->data);
}

/* The kept picture's path, drawn when need be; NULL on failure. */
static const char *
picture(const struct report_view *a, int which)
{
	struct arena *arena = a->req->arena;
	const char *folder = folder_of(a);
	const struct typeface *face = typeface(a->req);
	char *path = arena_alloc(arena, 4096);

	if (face == NULL || (mkdir(folder, 0750) == -1 && errno != EEXIST) ||
	    report_picture_kept(&a->report, face, which, folder, standin_call,
	    path, 4096) == -1)
		return NULL;
	return path;
}

int
report_send_png(struct request *req, struct reply *reply, const char *path)
{
	struct stat st;
	void *data;
	ssize_t n = -1;
	int fd;

	if (path == NULL || (fd = open(path, O_RDONLY | O_CLOEXEC)) == -1)
		return reply_error(reply, req, 500, NULL);
	if (fstat(fd, &st) == 0 && st.st_size < PICTURE_MAX_SIZE) {
		data = arena_alloc(req->arena, (size_t)st.st_size);
		n = read(fd, data, (size_t)st.st_size);
	}
	close(fd);
	if (n <= 0 || n != st.st_size)
		return reply_error(reply, req, 500, NULL);
	return reply_bytes(reply, "image/png", data, (size_t)n);
}

/* -- page ---------------------------------------------------------------- */

static void
add_period(const struct report_view *a, struct page *filter, int year,
    int month, int months)
{
	struct page *item = page_add(filter, "MONTHS");
	char value[PERIOD_SIZE], words[REPORT_WORDS];

	page_set(item, "VALUE", month_period_write(year, month, months, value));
	page_set(item, "TEXT", report_period_name(year, month, months, words,
	    sizeof(words)));
	if (year == a->period.year && month == a->period.month &&
	    months == a->period.months)
		page_show(item, "CHOSEN");
}

/* Are the parts of a year listed?  Those of the last two years and of the year
 * that is shown; the parts of another year are reached through its own report,
 * as the list would grow for ever. */
static int
lists_months(const struct report_view *a, int year, int last)
{
	return year >= last - 1 || year == a->period.year;
}

/* Months, the last one first; above those of a longer period its name. */
static void
fill_months(const struct report_view *a, struct page *filter)
{
	static const int longer[] = { 12, 6, 3 };
	const struct calendar *cal = office_calendar(a->req->office);
	struct cal_local first, last;
	int n, from, year, month, until;

	calendar_local(cal, a->first, &first);
	calendar_local(cal, a->last, &last);
	from = first.year * 12 + first.month - 1;
	until = last.year * 12 + last.month - 1;
	for (n = until; n >= from; n--) {
		year = n / 12;
		month = n % 12 + 1;
		if (!lists_months(a, year, last.year)) {
			if (month == 12)
				add_period(a, filter, year, 12, 12);
			continue;
		}
		for (size_t i = 0; i < 3; i++)
			if (n == until || month % longer[i] == 0)
				add_period(a, filter, year, (month +
				    longer[i] - 1) / longer[i] * longer[i],
				    longer[i]);
		add_period(a, filter, year, month, 1);
	}
}

/* A closed month can be seen as it was known, and corrected. */
static void
fill_kinds(const struct report_view *a, struct page *filter)
{
	static const struct { const char *value, *text; } kinds[] = {
		{ "", "Seperti saat disahkan" },
		{ CORRECTED, "Dikoreksi dengan kalender sekarang" },
	};
	struct page *kind;

	if (a->period.months != 1 || (!a->report.f->frozen && !a->corrected))
		return;
	kind = page_add(filter, "KIND");
	for (int i = 0; i < 2; i++)
		page_option(kind, "KINDS", kinds[i].value, kinds[i].text,
		    i == a->corrected);
}

static void
fill_filter(const struct report_view *a, struct page *body)
{
	struct page *filter = page_add(body, "FILTER");
	struct sop_item *items;
	size_t n, i;

	fill_months(a, filter);
	fill_kinds(a, filter);
	if (soplist_current(a->req->office, a->req->now, &items, &n) != CASE_OK)
		return;
	arena_adopt(a->req->arena, items);
	for (i = 0; i < n; i++)
		page_option(filter, "SOPS", items[i].slug, items[i].name,
		    strcmp(items[i].slug, a->sop) == 0);
}

/* The way to the minutes; to their form for who may write them. */
static void
fill_closing(const struct report_view *a, struct page *body)
{
	const struct month_figures *f = a->report.f;
	const struct request *req = a->req;

	if (f->months == 6 && f->sop[0] == '\0')
		page_link(body, "CLOSING", "pemantauan",
		    "Pemantauan penerapan SOP");
	if (f->months != 1 || f->corrected)
		return;
	if (!f->frozen && (calendar_month(a->report.cal, f->year, f->month +
	    1) > req->now || !month_may_close(req->office,
	    req->session.person_id, req->conf->approver, req->now)))
		return;
	page_link(body, "CLOSING", arena_printf(req->arena, PATH_LAPORAN
	    "/%04d-%02d/pengesahan", f->year, f->month), f->frozen ?
	    "Berita acara pengesahan" : "Sahkan bulan ini");
}

int
report_show_page(struct report_view *a)
{
	struct page *body, *frame;
	char heading[REPORT_WORDS];
	const struct typeface *face = typeface(a->req);
	int height[PICTURE__MAX];

	/* The page leaves room for the pictures; each is painted when it is
	 * asked for, so that nobody waits for all of them.  Who comes first
	 * waits for what is made, and nobody for him: a stand-in serves the
	 * others. */
	if (face == NULL || report_picture_heights(&a->report, face,
	    folder_of(a), standin_call, height) == -1)
		return reply_error(a->reply, a->req, 500, NULL);
	a->report.site = a->req->conf->site;
	a->report.links = "";
	a->report.reader = a->req->session.person_id;
	a->report.now = a->req->now;
	frame = frame_new(a->req, "report.tpl", PATH_LAPORAN, &body);
	report_fill(&a->report, body, plate_at(a->req,
	    a->report.f->to - 1)->office, height);
	fill_filter(a, body);
	fill_closing(a, body);
	page_show(body, "PRINT");
	return reply_page(a->reply, a->req, 200, report_heading(&a->report,
	    heading, sizeof(heading)), frame);
}

static int
asked(const struct report_view *a, const char *name)
{
	const char *value = request_query(a->req, name);

	return value != NULL && strcmp(value, "ya") == 0;
}

/* The right alone tells who does what in which case, and after the second code:
 * then numbers of cases stand beside the pseudonyms.  0, or the status
 * replied. */
static int
check_numbers(struct report_view *a)
{
	if (!rights_has(a->req->office, a->req->session.person_id,
	    RIGHTS_PERSONAL, a->req->now))
		return reply_error(a->reply, a->req, 403, "Nomor berkas di "
		    "samping petugas hanya untuk pemegang hak data-pribadi.");
	return reply_export(a->reply, a->req, AUDIT_EXPORT);
}

/* Not a chart. */
static int
send_file(struct report_view *a)
{
	const struct report_file *file = report_files();
	unsigned options = (asked(a, "bom") ? REPORT_BOM : 0) |
	    (asked(a, "nomor") ? REPORT_NUMBERS : 0);
	int status = 0;
	FILE *f;

	while (file->name != NULL && strcmp(file->name, a->file) != 0)
		file++;
	if (file->name == NULL || !report_has_file(&a->report, file))
		return reply_error(a->reply, a->req, 404, NULL);
	if ((options & REPORT_NUMBERS) != 0)
		status = check_numbers(a);
	else
		session_audit(a->req, AUDIT_EXPORT, AUDIT_GOOD);
	if (status != 0)
		return status;
	if ((f = tmpfile()) == NULL)
		return reply_error(a->reply, a->req, 500, NULL);
	if (report_file_write(&a->report, file, options, f) != 0) {
		fclose(f);
		return reply_error(a->reply, a->req, 500, NULL);
	}
	reply_header(a->reply, "Content-Disposition", arena_printf(
	    a->req->arena, "attachment; filename=\"%s\"", file->name));
	return reply_written(a->reply, a->req, file->type, f);
}

int
report_show_file(struct report_view *a)
{
	const int which = a->period.months == 0 ? -1 :
	    report_picture_from(a->file);

	return which == -1 ? send_file(a) : report_send_png(a->req, a->reply,
	    picture(a, which));
}
