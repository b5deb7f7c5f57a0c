/*
 * report_picture.c - the charts of a report as files: in a folder of its own,
 * or kept for the web under a hash of what they show.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sys/file.h>
#include <sys/stat.h>

#include "month/month_pace.h"
#include "reports/month/report.h"
#include "reports/month/report_chart.h"
#include "reports/month/report_picture.h"

#define KEPT_MOST 512		/* pictures in the folder */
#define LOCK_SIZE (4096 + 32)

/* The chart that a picture shows. */
static const struct report_chart *
chart_of(int picture)
{
	return report_chart((enum report_chart_name)(picture / PICTURE_FORMS));
}

const char *
report_picture_name(int which)
{
	return chart_of(which)->picture[which % PICTURE_FORMS];
}

int
report_picture_from(const char *name)
{
	int i;

	for (i = 0; i < PICTURE__MAX; i++)
		if (strcmp(report_picture_name(i), name) == 0)
			return i;
	return -1;
}

/* All that is drawn, not yet as an image; NULL on failure. */
static struct canvas *
canvas_of(const struct report *r, const struct typeface *face, int which)
{
	const int form = which % PICTURE_FORMS;

	return chart_of(which)->draw(r, face,
	    form < PICTURE_NARROW ? CHART_WIDE : CHART_NARROW, form % 2 + 1);
}

int
report_picture(const struct report *r, const struct typeface *face,
    int which, const char *path)
{
	struct canvas *c = canvas_of(r, face, which);
	char part[4096];
	int failed;

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

/* Every number of a part. */
static void
describe_part(FILE *f, const struct month_part *p)
{
	fprintf(f, "%d|%s|%s|%s|%lld", p->group, p->key, p->name, p->no,
	    (long long)p->version_id);
#define SAY(count) fprintf(f, "|%lld", (long long)p->count);
	MONTH_COUNTS(SAY)
#undef SAY
	for (int i = 0; i < MONTH_SERIES; i++)
		fprintf(f, "|%lld|%lld", (long long)p->series[i].on_time,
		    (long long)(p->series[i].done + p->series[i].late_open));
	fputc('\n', f);
}

static void
describe_parts(FILE *f, const struct month_part *p, size_t n)
{
	for (; n > 0; n--, p++)
		describe_part(f, p);
	fputc('\n', f);
}

/* Every visit of the strips. */
static void
describe_visits(FILE *f, const struct month_pace *p)
{
	const struct month_pace_row *row;
	size_t i;

	for (row = p->row; row < p->row + p->nrow; row++) {
		fprintf(f, "%lld|%lld|%d", (long long)row->version_id,
		    (long long)row->pos, row->limited);
		for (i = 0; i < row->n; i++)
			fprintf(f, "|%lld", (long long)row->value[i]);
		fputc('\n', f);
	}
}

int
report_picture_hash(struct report *r)
{
	const struct month_figures *m = r->f;
	const struct month_point *p;
	char *text = NULL;
	size_t len;
	FILE *f = open_memstream(&text, &len);

	if (f == NULL)
		return -1;
	fprintf(f, "%s\n%s\n%s\n%s\n%d\n%lld\n", PACKAGE_VERSION, r->period,
	    r->source, r->scope != NULL ? r->scope : "", m->running,
	    (long long)m->calendar_id);
	describe_parts(f, &m->office, 1);
	describe_parts(f, m->role, m->nrole);
	describe_parts(f, m->sops, m->nsops);
	describe_parts(f, m->row, m->nrow);
	describe_visits(f, r->visits);
	for (p = m->series; p < m->series + MONTH_SERIES; p++)
		fprintf(f, "%d|%d|%lld|%lld|%lld\n", p->year, p->month,
		    (long long)p->on_time, (long long)p->done,
		    (long long)p->late_open);
	if (fclose(f) != 0) {
		free(text);
		return -1;
	}
	office_sha256(text, len, r->hash);
	free(text);
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

/* Where something of a name is kept; returns path. */
static char *
kept_path(const struct report *r, const struct typeface *face,
    const char *name, const char *folder, char *path, size_t size)
{
	char hex[65], text[512];
	int n;

	n = snprintf(text, sizeof(text), "%s %s", r->hash,
	    face->path[FACE_REGULAR]);
	office_sha256(text, (size_t)n, hex);
	snprintf(path, size, "%s/%.32s-%s", folder, hex, name);
	return path;
}

/*
 * Begin to make what will be kept at `path`: one does at a time, and whoever
 * else wants it waits here, and finds it then.  A descriptor for end_alone();
 * -1: two may make it, each in a file of its own.
 */
static int
begin_alone(const char *path, void (*busy)(void), char lock[LOCK_SIZE])
{
	int fd;

	if (busy != NULL)
		busy();
	snprintf(lock, LOCK_SIZE, "%s.sedang", path);
	fd = open(lock, O_WRONLY | O_CREAT | O_CLOEXEC, 0640);
	while (fd != -1 && flock(fd, LOCK_EX) == -1 && errno == EINTR)
		continue;
	return fd;
}

static void
end_alone(int fd, const char *lock)
{
	if (fd == -1)
		return;
	unlink(lock);
	close(fd);
}

/* Heights that were kept: 1, or 0 when not all are there. */
static int
read_heights(const char *path, int height[PICTURE__MAX])
{
	FILE *f = fopen(path, "r");
	int n = 0;

	while (f != NULL && n < PICTURE__MAX &&
	    fscanf(f, "%d", &height[n]) == 1 && height[n] > 0)
		n++;
	if (f != NULL)
		fclose(f);
	return n == PICTURE__MAX;
}

/* They can be measured again: nobody hears of a disk that is full. */
static void
write_heights(const char *path, const int height[PICTURE__MAX])
{
	char part[4096 + 32];
	FILE *f;

	snprintf(part, sizeof(part), "%s.%ld", path, (long)getpid());
	if ((f = fopen(part, "w")) == NULL)
		return;
	for (int i = 0; i < PICTURE__MAX; i++)
		fprintf(f, "%d\n", height[i]);
	if (fclose(f) != 0 || rename(part, path) == -1)
		unlink(part);
}

/* At one pixel a CSS pixel; twice that at two. */
static int
measure(const struct report *r, const struct typeface *face,
    int height[PICTURE__MAX])
{
	struct canvas *c;

	for (int i = 0; i < PICTURE__MAX; i += 2) {
		if ((c = canvas_of(r, face, i)) == NULL)
			return -1;
		height[i] = canvas_height(c);
		height[i + 1] = 2 * height[i];
		canvas_free(c);
	}
	return 0;
}

/* Measured, and kept when that can be. */
static int
make_heights(const struct report *r, const struct typeface *face,
    const char *path, int height[PICTURE__MAX])
{
	if (measure(r, face, height) == -1)
		return -1;
	write_heights(path, height);
	return 0;
}

int
report_picture_heights(const struct report *r, const struct typeface *face,
    const char *folder, void (*busy)(void), int height[PICTURE__MAX])
{
	char path[4096], lock[LOCK_SIZE];
	int fd, rc = 0;

	kept_path(r, face, "tinggi", folder, path, sizeof(path));
	if (read_heights(path, height))
		return 0;
	mkdir(folder, 0750);
	fd = begin_alone(path, busy, lock);
	if (!read_heights(path, height))
		rc = make_heights(r, face, path, height);
	end_alone(fd, lock);
	return rc;
}

int
report_picture_kept(const struct report *r, const struct typeface *face,
    int which, const char *folder, void (*busy)(void), char *path, size_t size)
{
	char lock[LOCK_SIZE];
	int fd, rc = 0;

	if (access(kept_path(r, face, report_picture_name(which), folder, path,
	    size), R_OK) == 0)
		return 0;
	if (mkdir(folder, 0750) == -1 && errno != EEXIST)
		return -1;
	fd = begin_alone(path, busy, lock);
	if (access(path, R_OK) != 0) {
		prune(folder);
		rc = report_picture(r, face, which, path);
	}
	end_alone(fd, lock);
	return rc;
}
