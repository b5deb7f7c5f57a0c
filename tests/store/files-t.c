/* files-t.c - files under their content's hash. */
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>

#include "store/files.h"
#include "tests/peak.h"
#include "tests/store/folder.h"
#include "tests/store/place.h"
#include "tests/tap.h"

/* sha256("abc"), FIPS 180-2 */
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
/* sha256("") */
#define NONE "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
/* sha256("half a ") */
#define HALF "a853048a17d8716a6cc5587e81412d3bfd1a52a7f2fbb7fec17f1cd8e0cc8678"

static struct files store = { folder, NULL, NULL };

static void
keeps_content_once(void)
{
	struct files_writer *w;
	char hash[FILES_HASH_SIZE] = "";
	struct stat a, b;
	int64_t size = -1;

	is_int(0, files_put(&store, "abc", 3, hash), "a buffer is stored");
	is_string(ABC, hash, "...under its SHA-256");
	stat(folder_path("ba/" ABC), &a);
	is_int(3, a.st_size, "...at its place");
	is_int(0440, a.st_mode & 0777, "...to be written no more");
	w = files_begin(&store);
	files_write(w, "a", 1);
	files_write(w, "", 0);
	files_write(w, "bc", 2);
	is_int(0, files_finish(w, hash, &size), "in pieces as well");
	is_string(ABC, hash, "...the same hash");
	is_int(3, size, "...and size");
	stat(folder_path("ba/" ABC), &b);
	ok(a.st_ino == b.st_ino, "...kept once");
	is_int(1, folder_files(), "...and nothing else");
}

static void
keeps_an_empty_file(void)
{
	char hash[FILES_HASH_SIZE] = "";

	is_int(0, files_put(&store, "", 0, hash), "an empty file is one, too");
	is_string(NONE, hash, "...with the hash of nothing");
	is_int(0, folder_size("e3/" NONE), "...at its place");
}

/* Write other bytes under the name of a stored file. */
static void
damage(const char *name)
{
	FILE *f;

	chmod(folder_path(name), 0640);
	f = fopen(folder_path(name), "w");
	fputs("abd", f);
	fclose(f);
}

static void
knows_its_content(void)
{
	char buf[8] = "", hash[FILES_HASH_SIZE];
	int fd = -1;

	is_int(FILES_GOOD, files_look(&store, ABC, &fd), "a file is as it was");
	is_int(3, read(fd, buf, sizeof(buf)), "...and read from its beginning");
	close(fd);
	damage("ba/" ABC);
	is_int(FILES_ALTERED, files_look(&store, ABC, &fd), "an altered one");
	is_int(-1, fd, "...is not given");
	is_int(0, files_put(&store, "abc", 3, hash), "stored again");
	is_int(FILES_GOOD, files_look(&store, ABC, NULL), "...it is whole");
	is_int(FILES_MISSING, files_look(&store, HALF, &fd), "a missing one");
	mkdir(folder_path("a8"), 0750);
	mkdir(folder_path("a8/" HALF), 0750);
	is_int(FILES_UNREADABLE, files_look(&store, HALF, &fd),
	    "one that cannot be read");
	rmdir(folder_path("a8/" HALF));
	rmdir(folder_path("a8"));
}

static void
opens_by_hash(void)
{
	static const char *const bad[] = { "", "ba", "../../etc/passwd",
		ABC "0", "BA7816BF8F01CFEA414140DE5DAE2223"
		"B00361A396177A9CB410FF61F20015AD",
		"b/7816bf8f01cfea414140de5dae2223b"
		"00361a396177a9cb410ff61f20015ad" };
	char buf[8] = "";
	size_t i;
	int fd;

	files_look(&store, ABC, &fd);
	is_int(3, read(fd, buf, sizeof(buf)), "a file is opened by its hash");
	is_string("abc", buf, "...and read");
	close(fd);
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		is_int(FILES_MISSING, files_look(&store, bad[i], &fd),
		    "no file has the hash \"%s\"", bad[i]);
		ok(files_is_gone(&store, bad[i]), "...which is known");
	}
	is_int(FILES_MISSING, files_look(&store, NONE, &fd),
	    "...nor an unknown one");
}

static void
abort_leaves_nothing(void)
{
	const struct files nowhere = { folder_path("nowhere"), store.db,
	    NULL };
	struct files_writer *w = files_begin(&store);
	int before = folder_files();

	files_write(w, "unwanted", 8);
	files_abort(w);
	is_int(before - 1, folder_files(), "an aborted file is gone");
	ok(files_begin(&nowhere) == NULL && errno == ENOENT,
	    "a missing folder is an error");
}

/* The folder of its hash is a file: it cannot get its place. */
static void
failure_leaves_nothing(void)
{
	char hash[FILES_HASH_SIZE] = "untouched";
	int before, fd;

	fd = open(folder_path("2c"), O_WRONLY | O_CREAT, 0600);
	close(fd);
	before = folder_files();
	ok(files_put(&store, "\x66\x6f\x6f", 3, hash) == -1 &&
	    errno == ENOTDIR, "no room at its place is an error");
	is_string("untouched", hash, "...no hash is given");
	is_int(before, folder_files(), "...and nothing stays behind");
}

static void
crash_shows_nothing(void)
{
	struct files_writer *w;
	int status, before = folder_files();
	pid_t pid = fork();

	if (pid == 0) {
		w = files_begin(&store);
		files_write(w, "half a ", 7);
		raise(SIGKILL);
		_exit(1);
	}
	waitpid(pid, &status, 0);
	ok(WIFSIGNALED(status), "killed before the file was whole");
	is_int(before + 1, folder_files(), "...only its temporary file stays");
	ok(files_is_gone(&store, HALF), "...which no hash can name");
}

/* Let what was stored and taken up until now be of the day before. */
static void
age(void)
{
	db_clock_shift += 86400;
}

static int
is_abc(void *arg, const char *hash)
{
	++*(int *)arg;
	return strcmp(hash, ABC) == 0;
}

static int
cannot_tell(void *arg, const char *hash)
{
	return -1;
}

static int
sweep(int (*named)(void *, const char *), void *arg)
{
	return files_sweep(&store, db_clock(store.db) - 3600, named, arg);
}

/* As one that a crash has left half-written. */
static void
half_file(const char *name, time_t at)
{
	const struct timespec when[2] = { { at, 0 }, { at, 0 } };

	fclose(fopen(folder_path(name), "w"));
	if (utimensat(AT_FDCWD, folder_path(name), when, 0) == -1)
		bail("a file cannot be aged");
}

/* "abc" is named by something, nothing and "xyz" are not. */
static void
sweeps_what_nothing_names(void)
{
	const struct files nowhere = { folder_path("nowhere"), store.db,
	    NULL };
	char xyz[FILES_HASH_SIZE], name[FILES_HASH_SIZE + 4];
	int asked = 0, before;

	files_put(&store, "xyz", 3, xyz);
	snprintf(name, sizeof(name), "%.2s/%s", xyz, xyz);
	before = folder_files();
	is_int(0, sweep(is_abc, &asked), "nothing is old");
	is_int(0, asked, "...and nothing asked for");
	age();
	is_int(-1, sweep(cannot_tell, NULL), "where it cannot be known");
	ok(folder_files() >= before - 1, "...no stored file goes");
	is_int(0, files_touch(&store, xyz), "one is taken up");
	files_put(&store, "", 0, xyz);
	is_int(0, folder_size("e3/" NONE), "...one is stored again");
	sweep(is_abc, &asked);
	is_int(3, folder_size("ba/" ABC), "what is named stays");
	is_int(3, folder_size(name), "...what was taken up, too");
	is_int(0, folder_size("e3/" NONE), "...and what was stored again");
	age();
	is_int(0, files_touch(&store, name + 3), "one is taken up again");
	half_file(".new-old", db_clock(store.db) - 86400);
	half_file(".new-new", db_clock(store.db));
	is_int(2, sweep(is_abc, &asked), "two go");
	is_int(3, folder_size("ba/" ABC), "what is named stays");
	is_int(3, folder_size(name), "...what was taken up, too");
	is_int(-1, folder_size("e3/" NONE), "what is not goes");
	ok(files_is_gone(&store, NONE), "...and is known to be gone");
	is_int(-1, folder_size(".new-old"), "...and what a crash left");
	is_int(0, folder_size(".new-new"), "...not what is being written");
	ok(files_touch(&store, NONE) == -1 && errno == ENOENT,
	    "...and cannot be taken up");
	is_int(-1, files_sweep(&nowhere, 100, is_abc, &asked),
	    "a missing folder is an error");
}

/* The time that a file has on the disk says nothing. */
static void
asks_no_file_for_its_time(void)
{
	const struct timespec old[2] = { { 0, 0 }, { 0, 0 } };
	char hash[FILES_HASH_SIZE], name[FILES_HASH_SIZE + 4];
	int asked = 0;

	files_put(&store, "old", 3, hash);
	snprintf(name, sizeof(name), "%.2s/%s", hash, hash);
	utimensat(AT_FDCWD, folder_path(name), old, 0);
	sweep(is_abc, &asked);
	is_int(3, folder_size(name), "a new file of an old time stays");
	db_run(store.db, "DELETE FROM file_touches WHERE sha256 = $1", "t",
	    hash);
	is_int(1, sweep(is_abc, &asked), "one that nobody took up goes");
}

/* Another host takes the file up after the sweep has asked who names it. */
static int
taken_up_meanwhile(void *arg, const char *hash)
{
	return files_touch(&store, hash) == 0 && strcmp(hash, arg) != 0;
}

static void
loses_no_race(void)
{
	char hash[FILES_HASH_SIZE];

	unlink(folder_path(".new-new"));
	files_put(&store, "race", 4, hash);
	age();
	is_int(0, sweep(taken_up_meanwhile, hash),
	    "a file that is taken up during the sweep");
	ok(!files_is_gone(&store, hash), "...stays");
}

/* -- in the database ------------------------------------------------------- */

static struct files own = { folder, NULL, NULL };

static int64_t
parts(void)
{
	struct db_stmt *st = db_query(own.db, "SELECT count(*)"
	    " FROM file_parts", "");
	int64_t n = db_step(st) ? db_int(st, 0) : -1;

	return db_done(st) == 0 ? n : -1;
}

static const char raise_counter[] = "INSERT INTO counters (name, value)"
    " VALUES ($1, 1) ON CONFLICT (name) DO UPDATE"
    " SET value = counters.value + 1";

static int act_fails, act_is_refused;

static int
act(struct db *db, void *arg)
{
	db_run(db, raise_counter, "t", "act");
	if (act_fails)
		db_run(db, "INSERT INTO counters (name) VALUES ($1)", "n");
	return act_is_refused;
}

static int tries;

static void
again(void)
{
	tries++;
}

/* The file and its act, or neither. */
static void
goes_with_its_act(void)
{
	char hash[FILES_HASH_SIZE], buf[8] = "";
	int fd = -1;

	is_int(0, files_put(&own, "act", 3, hash), "a file for the database");
	is_int(FILES_GOOD, files_look(&own, hash, &fd), "... waits");
	is_int(3, read(fd, buf, sizeof(buf)), "... is read meanwhile");
	close(fd);
	is_int(0, files_touch(&own, hash), "... and taken up");
	is_int(0, parts(), "... is not there yet");
	is_int(1, db_run(own.db, raise_counter, "t", "x"), "a statement");
	is_int(0, parts(), "... by itself does not take it along");
	act_is_refused = 1;
	is_int(1, db_tx(own.db, act, NULL), "an act that is refused");
	act_is_refused = 0;
	act_fails = 1;
	is_int(DB_ERROR, db_tx(own.db, act, NULL), "... or fails");
	act_fails = 0;
	is_int(0, parts(), "... has no file");
	db_again = again;
	is_int(0, db_tx(own.db, act, NULL), "one that is done at a second try");
	db_again = NULL;
	is_int(1, tries, "... after a first");
	is_int(1, parts(), "... has it once");
	is_int(FILES_GOOD, files_look(&own, hash, &fd), "... and it is whole");
	is_int(3, read(fd, buf, sizeof(buf)), "... and read");
	close(fd);
	is_string("act", buf, "... as it was");
	is_int(-1, folder_size(hash), "... nothing lies in the folder");
	files_put(&own, "form", 4, hash);
	is_int(0, files_keep(&own), "one of a form that comes back is kept");
	is_int(2, parts(), "... although nothing names it");
	files_put(&own, "never", 5, hash);
	files_forget(&own);
	is_int(0, db_tx(own.db, act, NULL), "one that is forgotten");
	is_int(FILES_MISSING, files_look(&own, hash, NULL), "... is gone");
}

/* Of a database in memory all is in memory. */
static void
takes_little_memory(void)
{
	struct files_writer *w = files_begin(&own);
	char hash[FILES_HASH_SIZE], line[4096];
	int64_t size;
	long before;
	int fd;

	for (int i = 0; i < 4096; i++) {
		memset(line, 'a' + i % 26, sizeof(line));
		files_write(w, line, sizeof(line));
	}
	files_finish(w, hash, &size);
	before = peak_memory();
	is_int(0, files_keep(&own), "a file of %lld MB is written",
	    (long long)(size >> 20));
	is_int(FILES_GOOD, files_look(&own, hash, &fd), "... and read");
	close(fd);
	ok(peak_memory() - before < 6 * 1024 || getenv("SANITIZED") != NULL,
	    "... in little memory (%ld kB)", peak_memory() - before);
}

/* Of three parts, the last one shorter; written and read in pieces. */
static void
keeps_long_files(void)
{
	struct files_writer *w = files_begin(&own);
	char hash[FILES_HASH_SIZE], line[1000];
	int64_t size, before = parts();
	int fd = -1;

	for (int i = 0; i < 600; i++) {
		memset(line, 'a' + i % 26, sizeof(line));
		files_write(w, line, sizeof(line));
	}
	is_int(0, files_finish(w, hash, &size), "a long file");
	is_int(600000, size, "... of its size");
	files_keep(&own);
	is_int(3, parts() - before, "... is in three parts");
	is_int(FILES_GOOD, files_look(&own, hash, &fd), "... is whole");
	is_int(600000, lseek(fd, 0, SEEK_END), "... and read to its end");
	close(fd);
	files_put(&own, "", 0, hash);
	files_keep(&own);
	is_int(FILES_GOOD, files_look(&own, hash, &fd), "an empty one, too");
	is_int(0, lseek(fd, 0, SEEK_END), "... is empty");
	close(fd);
}

static void
knows_damage(void)
{
	char hash[FILES_HASH_SIZE];

	files_put(&own, "hurt", 4, hash);
	files_keep(&own);
	is_int(1, db_run(own.db, "UPDATE file_parts SET bytes = $1"
	    " WHERE sha256 = $2", "bt", "hurl", (size_t)4, hash),
	    "a file is altered in the database");
	is_int(FILES_ALTERED, files_look(&own, hash, NULL), "... it is seen");
	files_put(&own, "hurt", 4, hash);
	files_keep(&own);
	is_int(FILES_GOOD, files_look(&own, hash, NULL), "... stored again it"
	    " is whole");
	is_int(1, db_run(own.db, "DELETE FROM file_parts WHERE sha256 = $1",
	    "t", hash), "... once");
	is_int(FILES_MISSING, files_look(&own, hash, NULL), "a lost one");
	ok(files_is_gone(&own, hash), "... is known to be gone");
	ok(files_touch(&own, hash) == -1 && errno == ENOENT,
	    "... and cannot be taken up");
}

/* A file that was stored before the place was changed is read all the same. */
static void
reads_both_places(void)
{
	char there[FILES_HASH_SIZE], here[FILES_HASH_SIZE];

	files_put(&store, "in the folder", 13, there);
	files_put(&own, "in the database", 15, here);
	files_keep(&own);
	is_int(FILES_GOOD, files_look(&own, there, NULL),
	    "a file of the folder is read from the database's");
	is_int(FILES_GOOD, files_look(&store, here, NULL),
	    "... and the other way");
	ok(files_is_placed(&own, here) && !files_is_placed(&own, there),
	    "... where it should be is told");
	is_int(0, files_touch(&own, there), "... is taken up");
}

static int
is_kept(void *arg, const char *hash)
{
	return strcmp(hash, arg) == 0;
}

static void
sweeps_the_database(void)
{
	char named[FILES_HASH_SIZE], hash[FILES_HASH_SIZE];

	files_put(&own, "named", 5, named);
	files_keep(&own);
	age();
	files_put(&own, "new", 3, hash);
	files_keep(&own);
	files_sweep(&own, db_clock(own.db) - 3600, is_kept, named);
	is_int(2, parts(), "of the database all goes but what is named, or"
	    " new");
	is_int(FILES_GOOD, files_look(&own, named, NULL), "... one");
	is_int(FILES_GOOD, files_look(&own, hash, NULL), "... and the other");
	age();
	is_int(0, files_sweep(&own, db_clock(own.db) - 3600,
	    taken_up_meanwhile, hash) > 1, "one that is taken up meanwhile");
	ok(!files_is_gone(&own, hash), "... stays");
}

/* The lowest descriptor that is free. */
static int
lowest(void)
{
	int fd = dup(0);

	close(fd);
	return fd;
}

int
main(void)
{
	char why[256];
	int before;

	folder_make();
	place_use();
	if ((store.db = db_open(":memory:", DB_CREATE, why, sizeof(why))) ==
	    NULL)
		bail(why);
	keeps_content_once();
	knows_its_content();
	opens_by_hash();
	keeps_an_empty_file();
	abort_leaves_nothing();
	failure_leaves_nothing();
	crash_shows_nothing();
	sweeps_what_nothing_names();
	asks_no_file_for_its_time();
	loses_no_race();
	before = lowest();
	own.db = store.db;
	files_into_database(&own);
	goes_with_its_act();
	keeps_long_files();
	if (place_is_server())
		takes_little_memory();
	knows_damage();
	reads_both_places();
	sweeps_the_database();
	files_close(&own);
	is_int(before, lowest(), "no descriptor is left open");
	db_close(store.db);
	return tap_done();
}
