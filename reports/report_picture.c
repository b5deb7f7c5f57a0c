/*
 * report_picture.c - the charts of a report as files: in a folder of its own,
 * or kept for the web under a hash of what they show.
 */
#include "reports/report.h"

#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define KEPT_MOST 512		/* pictures in the folder */
#define HASH_SIZE 65

static const char *const names[PICTURE__MAX] = {
	[PICTURE_ROLE] = "peran.png",
	[PICTURE_ROLE_2X] = "peran@2x.png",
	[PICTURE_ROLE_NARROW] = "peran-sempit.png",
	[PICTURE_ROLE_NARROW_2X] = "peran-sempit@2x.png",
	[PICTURE_TREND] = "tren.png",
	[PICTURE_TREND_2X] = "tren@2x.png",
	[PICTURE_TREND_NARROW] = "tren-sempit.png",
	[PICTURE_TREND_NARROW_2X] = "tren-sempit@2x.png",
};

const char *
report_picture_name(enum report_picture which)
{
	return names[which];
}

int
report_picture_from(const char *name)
{
	int i;

	for (i = 0; i < PICTURE__MAX; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return -1;
}

int
report_picture(const struct report *r, const struct typeface *face,
    enum report_picture which, const char *path)
{
	const enum chart_layout layout = which % 4 >= PICTURE_ROLE_NARROW ?
	    CHART_NARROW : CHART_WIDE;
	const int scale = which % 2 + 1;
	struct canvas *c;
	char part[4096];
	int failed;

	c = which < PICTURE_TREND ?
	    chart_role_draw(&r->role, face, layout, scale) :
	    chart_trend_draw(&r->trend, face, layout, scale);
	if (c == NULL)
		return -1;
	/* Two processes may draw the same at once: each in its own file. */
	snprintf(part, sizeof(part), "%s.%ld", path, (long)getpid());
	failed = canvas_write(c, part) == -1 || rename(part, path) == -1;
	canvas_free(c);
	if (failed)
		unlink(part);
	return failed ? -1 : 0;
}

int
report_picture_height(const char *path)
{
	/* Signature, length and type of IHDR, width, then height. */
	unsigned char head[24];
	FILE *f = fopen(path, "rb");
	size_t n = f != NULL ? fread(head, 1, sizeof(head), f) : 0;

	if (f != NULL)
		fclose(f);
	if (n < sizeof(head) || memcmp(head + 1, "PNG", 3) != 0)
		return 0;
	return head[20] << 24 | head[21] << 16 | head[22] << 8 | head[23];
}

/* -- kept for the web --------------------------------------------------- */

/* A growing text; NULL once memory ran out. */
struct text {
	char	*s;
	size_t	 len;
};

__attribute__((format(printf, 2, 3))) static void
say(struct text *t, const char *fmt, ...)
{
	char line[1024], *s;
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(line, sizeof(line), fmt, ap);
	va_end(ap);
	if (n >= (int)sizeof(line))
		n = sizeof(line) - 1;
	if (t->s == NULL || (s = realloc(t->s, t->len + (size_t)n + 1)) ==
	    NULL) {
		free(t->s);
		t->s = NULL;
		return;
	}
	t->s = s;
	memcpy(s + t->len, line, (size_t)n + 1);
	t->len += (size_t)n;
}

/* Everything a picture shows, and what draws it. */
static void
describe(const struct report *r, const struct typeface *face, struct text *t)
{
	const struct chart_role_row *w;
	const struct chart_trend_month *m;

	say(t, "%s\n%s\n%s\n%s\n%d\n%s\n", PACKAGE_VERSION,
	    face->path[FACE_REGULAR], r->period, r->source, r->target,
	    r->role.scope != NULL ? r->role.scope : "");
	for (w = r->rows; w < r->rows + r->role.n; w++)
		say(t, "%.400s|%lld|%lld|%lld|%lld|%lld|%lld|%lld|%d\n",
		    w->name, (long long)w->now.on_time,
		    (long long)w->now.counted, (long long)w->before.on_time,
		    (long long)w->before.counted, (long long)w->year.on_time,
		    (long long)w->year.counted, (long long)w->done, w->single);
	say(t, "%lld|%lld|%s\n", (long long)r->role.office.on_time,
	    (long long)r->role.office.counted, r->lowest);
	for (m = r->trend.month; m < r->trend.month + r->trend.n; m++)
		say(t, "%d|%d|%lld|%lld|%lld\n", m->year, m->month,
		    (long long)m->share.on_time, (long long)m->share.counted,
		    (long long)m->done);
}

static int
hash(const struct report *r, const struct typeface *face, char hex[HASH_SIZE])
{
	struct text t = { calloc(1, 1), 0 };

	describe(r, face, &t);
	if (t.s == NULL)
		return -1;
	office_sha256(t.s, t.len, hex);
	free(t.s);
	return 0;
}

/* Remove the picture written longest ago when there are too many. */
static void
prune(const char *folder)
{
	char path[4096], oldest[4096] = "";
	DIR *d = opendir(folder);
	struct dirent *e;
	struct stat st;
	time_t when = 0;
	int n = 0;

	while (d != NULL && (e = readdir(d)) != NULL) {
		snprintf(path, sizeof(path), "%s/%s", folder, e->d_name);
		if (e->d_name[0] == '.' || stat(path, &st) == -1)
			continue;
		if (n++ == 0 || st.st_mtime < when) {
			when = st.st_mtime;
			memcpy(oldest, path, sizeof(oldest));
		}
	}
	if (d != NULL)
		closedir(d);
	if (n > KEPT_MOST)
		unlink(oldest);
}

int
report_picture_kept(const struct report *r, const struct typeface *face,
    enum report_picture which, const char *folder, char *path, size_t size)
{
	char hex[HASH_SIZE];

	if (hash(r, face, hex) == -1)
		return -1;
	snprintf(path, size, "%s/%.32s-%s", folder, hex, names[which]);
	if (access(path, R_OK) == 0)
		return 0;
	if (mkdir(folder, 0750) == -1 && errno != EEXIST)
		return -1;
	prune(folder);
	return report_picture(r, face, which, path);
}
