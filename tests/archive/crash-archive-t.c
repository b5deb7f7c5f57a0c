/*
 * crash-archive-t.c - backup and restore, killed at every change of a file: the
 * backup before is whole, there is the old office or none or the new one, and
 * the same call again comes to its end.
 *
 * The calls by which the library changes files are wrapped by the linker
 * (local.mk).
 */
#include <sys/wait.h>

#include <dirent.h>
#include <signal.h>
#include <unistd.h>

#include "archive/archive_backup.h"
#include "archive/archive_restore.h"
#include "store/id.h"
#include "tests/archive/office.h"
#include "tests/store/folder.h"

static int fuse;		/* changes until the process kills itself */

static void
burn(void)
{
	if (fuse > 0 && --fuse == 0)
		kill(getpid(), SIGKILL);
}

#define WRAP(type, name, args, call) \
	type __real_##name args; \
	type __wrap_##name args; \
	type __wrap_##name args { burn(); return __real_##name call; }

WRAP(ssize_t, write, (int fd, const void *p, size_t n), (fd, p, n))
WRAP(int, mkdir, (const char *p, mode_t m), (p, m))
WRAP(int, mkdirat, (int fd, const char *p, mode_t m), (fd, p, m))
WRAP(int, rename, (const char *a, const char *b), (a, b))
WRAP(int, renameat, (int fa, const char *a, int fb, const char *b),
    (fa, a, fb, b))
WRAP(int, remove, (const char *p), (p))
WRAP(int, unlinkat, (int fd, const char *p, int f), (fd, p, f))

/* A sync of the whole disk tells nothing here and takes long. */
int	__wrap_syncfs(int fd);
int
__wrap_syncfs(int fd)
{
	(void)fd;
	burn();
	return 0;
}

static void
silent(void *arg, const char *line)
{
	(void)arg;
	printf("# %s\n", line);
}

static void
shell(const char *command)
{
	char text[1024];

	snprintf(text, sizeof(text), "cd %s && %s", folder, command);
	if (system(text) != 0)
		bail(text);
}

static struct office *
open_in(const char *name, enum db_mode mode)
{
	char why[1024];

	return office_open(folder_path(name), mode, why, sizeof(why));
}

static enum archive_result
backup(void)
{
	struct archive_backup b = { .now = 1000000000,
		.in = { .fault = silent, .note = silent } };
	struct office *o = open_in("data", DB_OLD);
	char dir[512], data[512];
	enum archive_result result;

	snprintf(dir, sizeof(dir), "%s/backup", folder);
	snprintf(data, sizeof(data), "%s/data", folder);
	b.dir = dir;
	b.data = data;
	result = archive_backup(o, &b);
	if (result >= ARCHIVE_KEPT)
		printf("# %s\n", b.why);
	office_close(o);
	return result;
}

/* Restore, or only look: *cases gets how many the backup has. */
static enum archive_result
restore(int dry, int64_t *cases)
{
	struct archive_restore r = { .now = 1000000000, .dry = dry,
		.in = { .fault = silent, .note = silent } };
	char dir[512], data[512];
	enum archive_result result;

	snprintf(dir, sizeof(dir), "%s/backup", folder);
	snprintf(data, sizeof(data), "%s/data", folder);
	r.dir = dir;
	r.data = data;
	result = archive_restore(&r);
	if (result >= ARCHIVE_KEPT)
		printf("# %s\n", r.why);
	*cases = r.content.cases;
	return result;
}

/* The office in a folder below: its number of cases; 0 when there is none; -1
 * when it is not whole. */
static int64_t
cases_in(const char *name)
{
	struct integrity in = { .fault = silent, .note = silent };
	struct archive_content c;
	struct office *o = open_in(name, DB_OLD);

	if (o == NULL) {
		char path[300];

		snprintf(path, sizeof(path), "%s/office.db", name);
		return folder_size(path) == -1 ? 0 : -1;
	}
	integrity_database(o, &in);
	integrity_end(o, &in);
	integrity_files(o, &in);
	if (archive_content(o, &c) != CASE_OK)
		in.faults++;
	office_close(o);
	return in.faults == 0 ? c.cases : -1;
}

/* An office with four requests and a backup of three, to be copied. */
static void
set_up(void)
{
	struct office *o;

	mkdir(folder_path("data"), 0750);
	o = fixture_open(folder_path("data"));
	for (int i = 0; i < 3; i++)
		office_ask(o, i);
	if (backup() != ARCHIVE_DONE)
		bail("backup");
	office_ask(o, 3);
	office_close(o);
	shell("mv data data0 && mv backup backup0");
}

static void
fresh(void)
{
	fuse = 0;
	shell("rm -rf data backup && cp -a data0 data &&"
	    " cp -a backup0 backup");
}

/* Do it in a child that is killed at change n: 1, or 0 when it was done
 * before. */
static int
killed(int n, int (*work)(void))
{
	int status = 0;
	pid_t pid = fork();

	if (pid == 0) {
		fuse = n;
		_exit(work());
	}
	waitpid(pid, &status, 0);
	if (WIFSIGNALED(status))
		return 1;
	is_int(0, WEXITSTATUS(status), "%d changes in all: done", n - 1);
	return 0;
}

static int
do_backup(void)
{
	return backup() != ARCHIVE_DONE;
}

static int
do_restore(void)
{
	int64_t cases;

	return restore(0, &cases) != ARCHIVE_DONE;
}

static void
backup_is_whole_at_any_time(void)
{
	int bad = 0, stuck = 0, n;
	int64_t cases;

	for (n = 1; fresh(), killed(n, do_backup); n++) {
		if (restore(1, &cases) != ARCHIVE_DONE ||
		    (cases != 3 && cases != 4)) {
			printf("# after change %d: %lld cases\n", n,
			    (long long)cases);
			bad++;
		}
		if (backup() != ARCHIVE_DONE ||
		    restore(1, &cases) != ARCHIVE_DONE || cases != 4)
			stuck++;
	}
	ok(n > 10, "a backup is killed at %d changes", n - 1);
	is_int(0, bad, "... one of three requests or of four is whole");
	is_int(0, stuck, "... and the next run makes one of four");
}

/* The old office, with four requests, in a folder beside: is it whole? */
static int
old_is_kept(void)
{
	DIR *d = opendir(folder_path("data"));
	struct dirent *e;
	char name[300];
	int found = 0;

	while ((e = readdir(d)) != NULL)
		if (strncmp(e->d_name, "lama-", 5) == 0) {
			snprintf(name, sizeof(name), "data/%s", e->d_name);
			found += cases_in(name) == 4;
		}
	closedir(d);
	return found == 1;
}

static void
office_is_whole_at_any_time(void)
{
	int bad = 0, stuck = 0, lost = 0, none = 0, n;
	int64_t cases;

	for (n = 1; fresh(), killed(n, do_restore); n++) {
		cases = cases_in("data");
		if (cases != 0 && cases != 3 && cases != 4) {
			printf("# after change %d: %lld cases\n", n,
			    (long long)cases);
			bad++;
		}
		none += cases == 0;
		if (cases == 0 && open_in("data", DB_CREATE) != NULL)
			bad++;
		stuck += restore(0, &cases) != ARCHIVE_DONE ||
		    cases_in("data") != 3;
		lost += !old_is_kept();
	}
	ok(n > 10, "a restore is killed at %d changes", n - 1);
	is_int(0, bad, "... the old office is there, or none, or the new one");
	ok(none > 0, "... none, which nobody begins anew, after %d", none);
	is_int(0, stuck, "... and the next run puts the new one there");
	is_int(0, lost, "... with the old one beside, whole");
}

int
main(void)
{
	folder_make();
	set_up();
	backup_is_whole_at_any_time();
	office_is_whole_at_any_time();
	return tap_done();
}
