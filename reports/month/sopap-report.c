/*
 * sopap-report.c - write the report of a month into a folder that stands by
 * itself: page, style sheets, charts and files.
 */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/built.h"
#include "base/conf.h"
#include "clock/calendar.h"
#include "month/month_close.h"
#include "month/root.h"
#include "office/nameplate.h"
#include "page/assets.h"
#include "page/page.h"
#include "page/terminal.h"
#include "reports/month/qr.h"
#include "reports/month/report.h"
#include "reports/month/report_file.h"
#include "reports/month/report_page.h"
#include "reports/month/report_picture.h"
#include "reports/month/report_send.h"
#include "reports/month/zip.h"

struct options {
	struct period	 period;	/* year 0, no days: the month before
					   the data's */
	const char	*out;
	const char	*sop;
	int		 corrected;	/* by the calendar in force */
	const char	*assets;	/* folder of the style sheets, or NULL:
					   beside that of the templates */
	unsigned	 files;		/* REPORT_BOM, REPORT_NAMES */
	const char	*zip;		/* the folder as one file, or NULL */
	const char	*mail;		/* slug of a role, or NULL */
};

static const char *const templates[] = {
	"paper.tpl", "report.tpl", "table.tpl"
};

static void
usage(FILE *out)
{
	terminal_say(out, "pemakaian: sopap-report --out FOLDER [PILIHAN ...]\n"
    "  --out FOLDER      tulis laporan ke folder ini\n"
    "  --period MASA     YYYY-MM, YYYY-Tn, YYYY-Sn, YYYY atau\n"
    "                    YYYY-MM-DD..YYYY-MM-DD; tanpa ini bulan lalu\n"
    "  --sop KODE        hanya SOP ini\n"
    "  --corrected       menurut kalender yang berlaku sekarang\n"
    "  --assets FOLDER   lembar gaya di folder ini\n"
    "  --bom             CSV diawali tanda untuk Excel\n"
    "  --names           nama orang di catatan kejadian\n"
    "  --zip FILE        juga sebagai satu file zip\n"
    "  --mail PERAN      kirim kepada pemegang peran ini\n"
    "  --help, --version\n");
}

static int
read_options(int argc, char **argv, struct options *opt)
{
	static const struct option names[] = {
		{ "month", required_argument, NULL, 'm' },
		{ "period", required_argument, NULL, 'm' },
		{ "out", required_argument, NULL, 'o' },
		{ "sop", required_argument, NULL, 's' },
		{ "assets", required_argument, NULL, 'a' },
		{ "bom", no_argument, NULL, 'b' },
		{ "names", no_argument, NULL, 'n' },
		{ "zip", required_argument, NULL, 'z' },
		{ "mail", required_argument, NULL, 'k' },
		{ "corrected", no_argument, NULL, 'c' },
		{ NULL, 0, NULL, 0 }
	};
	int c;

	while ((c = getopt_long(argc, argv, "", names, NULL)) != -1) {
		if (c == 'm' && month_period_read(optarg, &opt->period) == -1) {
			terminal_say(stderr, "sopap-report: \"%s\" bukan masa; "
			    "tulis misalnya 2026-10, 2026-T4, 2026-S2, 2026, "
			    "2026-01-05..2026-02-10\n", optarg);
			return -1;
		}
		if (c == 'o')
			opt->out = optarg;
		if (c == 's')
			opt->sop = optarg;
		if (c == 'a')
			opt->assets = optarg;
		if (c == 'b')
			opt->files |= REPORT_BOM;
		if (c == 'n')
			opt->files |= REPORT_NAMES;
		if (c == 'c')
			opt->corrected = 1;
		if (c == 'z')
			opt->zip = optarg;
		if (c == 'k')
			opt->mail = optarg;
		if (c == '?')
			return -1;
	}
	return opt->out == NULL || optind < argc ? -1 : 0;
}

static int
fail(const char *what, const char *why)
{
	terminal_say(stderr, "sopap-report: %s: %s\n", what, why);
	return -1;
}

/* -- files -------------------------------------------------------------- */

/* OUT/NAME; the caller's buffer. */
static char *
file_in(const char *folder, const char *name, char path[4096])
{
	snprintf(path, 4096, "%s/%s", folder, name);
	return path;
}

static int
write_file(const char *folder, const char *name, const void *data, size_t len)
{
	char path[4096];
	FILE *f = fopen(file_in(folder, name, path), "wb");
	size_t n;

	if (f == NULL)
		return fail(path, strerror(errno));
	n = fwrite(data, 1, len, f);
	if (fclose(f) != 0 || n != len)
		return fail(path, strerror(errno));
	return 0;
}

static int
copy_file(const char *from, const char *to, const char *name)
{
	char path[4096], buf[8192];
	FILE *in = fopen(file_in(from, name, path), "rb"), *out;
	size_t n;
	int failed = 0;

	if (in == NULL)
		return fail(path, strerror(errno));
	out = fopen(file_in(to, name, path), "wb");
	while (out != NULL && (n = fread(buf, 1, sizeof(buf), in)) > 0)
		failed |= fwrite(buf, 1, n, out) != n;
	failed |= out == NULL || fclose(out) != 0;
	fclose(in);
	return failed ? fail(path, strerror(errno)) : 0;
}

/* -- the report --------------------------------------------------------- */

static int
write_pictures(const struct report *r, const struct conf *conf,
    const char *out, int height[PICTURE__MAX])
{
	struct typeface face;
	char path[4096];
	int i, found = typeface_open(&face, conf->fonts);

	if (found == -1)
		return fail(conf->fonts, "tidak ada huruf untuk diagram");
	if (found == 1)
		terminal_say(stderr, "%s: huruf Inter tidak ada: diagram "
		    "memakai huruf lain\n", conf->fonts);
	for (i = 0; i < PICTURE__MAX; i++) {
		file_in(out, report_picture_name(i), path);
		if (report_picture(r, &face, i, path) == -1)
			return fail(path, "diagram tidak dapat dibuat");
		height[i] = report_picture_height(path);
	}
	return 0;
}

static int
write_page(const struct report *r, const struct conf *conf, const char *out,
    const int height[PICTURE__MAX])
{
	struct page *page = page_new("paper.tpl");
	struct nameplate plate;
	char heading[REPORT_WORDS], *html;
	size_t len;
	int failed;

	page_set(page, "TITLE", report_heading(r, heading, sizeof(heading)));
	nameplate_at(r->office, conf, r->f->to - 1, &plate);
	page_set(page, "OFFICE", plate.office);
	page_set(page, "SERVICE", plate.service);
	page_set(page, "CSS_BASE", ASSET_GOVUK_CSS);
	page_set(page, "CSS_APP", ASSET_APP_CSS);
	report_fill(r, page_include(page, "BODY", "report.tpl"), plate.office,
	    height);
	failed = page_expand(page, &html, &len) == -1;
	page_free(page);
	if (failed)
		return fail("index.html", "halaman tidak dapat disusun");
	failed = write_file(out, "index.html", html, len);
	free(html);
	return failed;
}

/* Of a closed month: its root as a QR code, if this build makes them, and the
 * leaves from which it can be computed. */
static int
write_root(const struct report *r, const struct conf *conf, const char *out)
{
	struct month_closing c;
	char path[4096], text[ROOT_ADDRESS];
	FILE *f;
	int failed;

	if (month_closing_get(r->office, r->f->year, r->f->month, &c) !=
	    CASE_OK)
		return fail("akar", office_why(r->office));
	if (built_letter && qr_write(root_address(conf->site, c.root, text),
	    file_in(out, "akar.png", path)) == -1)
		return fail(path, "kode QR tidak dapat dibuat");
	if ((f = fopen(file_in(out, "akar.txt", path), "wb")) == NULL)
		return fail(path, strerror(errno));
	failed = root_leaves(r->office, r->f->year, r->f->month, f);
	return fclose(f) != 0 || failed ? fail(path, "tidak dapat dibuat") : 0;
}

static int
write_files(const struct report *r, const struct options *opt)
{
	const struct report_file *file;
	char path[4096];
	FILE *f;
	int failed = 0;

	for (file = report_files(); !failed && file->name != NULL; file++) {
		if (!report_has_file(r, file))
			continue;
		f = fopen(file_in(opt->out, file->name, path), "wb");
		if (f == NULL)
			return fail(path, strerror(errno));
		failed = report_file_write(r, file, opt->files, f);
		if (fclose(f) != 0 || failed)
			failed = fail(path, "tidak dapat dibuat");
	}
	return failed;
}

/* "assets" beside the last folder of the templates; returns buf. */
static const char *
assets_beside(const char *folders, char buf[4096])
{
	const char *last = strrchr(folders, ':');

	snprintf(buf, 4096, "%s/../assets", last != NULL ? last + 1 :
	    folders);
	return buf;
}

static int
write_report(const struct report *r, const struct conf *conf,
    const struct options *opt)
{
	int height[PICTURE__MAX], failed;
	char beside[4096];
	const char *assets = opt->assets != NULL ? opt->assets :
	    assets_beside(conf->templates, beside);

	if (mkdir(opt->out, 0755) == -1 && errno != EEXIST)
		return fail(opt->out, strerror(errno));
	if (r->f->months == 0)
		return write_files(r, opt);
	if (copy_file(assets, opt->out, ASSET_GOVUK_CSS) == -1 ||
	    copy_file(assets, opt->out, ASSET_APP_CSS) == -1 ||
	    write_pictures(r, conf, opt->out, height) == -1)
		return -1;
	failed = write_files(r, opt);
	if (!failed && r->f->frozen && r->f->months == 1)
		failed = write_root(r, conf, opt->out);
	/* The page last: once it exists, all files it names do. */
	return failed ? -1 : write_page(r, conf, opt->out, height);
}

/* -- the office --------------------------------------------------------- */

/* Without a period in the options, the last month that is over by the data. */
static int
choose_month(struct office *o, struct options *opt, int64_t *now)
{
	struct cal_local l;
	int64_t first;

	if (office_calendar(o) == NULL)
		return fail("kalender", "belum ditetapkan");
	if (month_extent(o, &first, now) != CASE_OK)
		return fail("data", office_why(o));
	if (*now == 0)
		return fail("data", "belum ada berkas");
	if (opt->period.year != 0 || opt->period.first[0] != '\0')
		return 0;
	calendar_local(office_calendar(o), *now, &l);
	opt->period = (struct period) { .months = 1,
	    .year = l.month == 1 ? l.year - 1 : l.year,
	    .month = l.month == 1 ? 12 : l.month - 1 };
	return 0;
}

/* The figures of the period.  The wall clock only refuses days to come, and
 * only when it is not behind the data; no figure depends on it. */
static enum case_err
figures(struct office *o, const struct options *opt, int64_t data_now,
    struct month_figures **f)
{
	const struct period *p = &opt->period;
	const int64_t now = time(NULL);

	if (p->months == 0)
		return month_range(o, p, opt->sop, now > data_now ? now :
		    data_now, data_now, f);
	if (opt->corrected)
		return month_correct(o, p->year, p->month, opt->sop,
		    data_now, f);
	return month_period(o, p->year, p->month, p->months, opt->sop,
	    data_now, f);
}

static int
report(struct office *o, const struct conf *conf, struct options *opt)
{
	struct month_figures *f;
	struct report r;
	int64_t now;
	int failed;

	if (choose_month(o, opt, &now) == -1)
		return -1;
	if (opt->corrected && opt->period.months != 1)
		return fail("--corrected", "hanya untuk satu bulan");
	if (opt->mail != NULL && opt->period.months == 0)
		return fail("--mail", "tidak untuk rentang tanggal");
	if (figures(o, opt, now, &f) != CASE_OK)
		return fail("masa", office_why(o));
	failed = report_open(&r, o, f);
	r.site = conf->site;
	r.numbers = (opt->files & REPORT_NAMES) != 0;
	/* Without a site of its own the office cannot be reached from here. */
	if (strcmp(conf->site, "http://localhost") != 0)
		r.links = conf->site;
	r.weight = strcmp(conf->survey_011, "yes") == 0 ? SURVEY_011 :
	    SURVEY_NINTH;
	if (!failed)
		failed = write_report(&r, conf, opt);
	if (!failed && opt->zip != NULL && zip_folder(opt->out, opt->zip) ==
	    -1)
		failed = fail(opt->zip, strerror(errno));
	if (!failed && opt->mail != NULL)
		failed = report_send(&r, conf, opt->out, opt->mail);
	report_close(&r);
	if (!failed)
		terminal_say(stdout, "%s%s: laporan %s\n", opt->out,
		    f->months == 0 ? "" :
		    "/index.html", r.period);
	month_free(f);
	return failed;
}

int
main(int argc, char **argv)
{
	struct options opt = { .period = { 0 } };
	struct office *o;
	struct conf *conf;
	char why[1024];
	size_t i;
	int failed = 0;

	if (terminal_asked(argc, argv, "sopap-report", usage))
		return 0;
	if (read_options(argc, argv, &opt) == -1) {
		usage(stderr);
		return 2;
	}
	if ((conf = conf_read(why, sizeof(why))) == NULL) {
		fail("konfigurasi", why);
		return 1;
	}
	page_path(conf->templates);
	for (i = 0; i < sizeof(templates) / sizeof(templates[0]); i++)
		if (page_load(templates[i]) == -1)
			failed = fail(templates[i], "pola halaman rusak");
	if (!failed && (o = office_open_at(conf->data, conf->database,
	    conf->files, opt.mail != NULL ? DB_WRITE : DB_READ, why,
	    sizeof(why))) != NULL) {
		failed = report(o, conf, &opt);
		office_close(o);
	} else if (!failed)
		failed = fail(conf->data, why);
	conf_free(conf);
	return failed ? 1 : 0;
}
