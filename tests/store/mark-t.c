/* mark-t.c - a history that lost its end is found by the mark beside it. */
#include <fcntl.h>

#include "store/db.h"
#include "store/event.h"
#include "store/mark.h"
#include "tests/store/folder.h"
#include "tests/tap.h"

static int
append(struct db *db, void *arg)
{
	struct event e = { .stream = *(int64_t *)arg, .kind = "x",
		.actor_kind = ACTOR_SYSTEM, .capacity = "", .effect = "{}",
		.payload = "{}" };

	return event_append(db, &e);
}

static int
append_and_give_up(struct db *db, void *arg)
{
	append(db, arg);
	return 1;
}

static struct db *
open_db(void)
{
	char why[256];
	struct db *db = db_open(folder_path("office.db"), DB_CREATE, why,
	    sizeof(why));

	if (db == NULL)
		bail(why);
	return db;
}

static void
add(struct db *db, int64_t stream)
{
	if (db_tx(db, append, &stream) != 0)
		bail(db_error(db));
}

static void
stands_at(struct db *db, enum mark_state state, int64_t length,
    const char *what)
{
	int64_t n = -1;

	is_int(state, mark_check(db, &n), "%s", what);
	is_int(length, n, "... of %lld events", (long long)length);
}

/* Copy a file of the folder. */
static void
copy(const char *from, const char *to)
{
	char text[1024];

	snprintf(text, sizeof(text), "cp %s/%s %s/%s", folder, from, folder,
	    to);
	if (system(text) != 0)
		bail(text);
}

static void
write_mark(const char *text)
{
	FILE *f = fopen(folder_path("mark"), "w");

	fputs(text, f);
	fclose(f);
}

static void
follows_the_history(void)
{
	struct db *db = open_db(), *other = open_db();
	int64_t stream = 7;

	stands_at(db, MARK_NONE, 0, "no event, no mark");
	add(db, 7);
	add(db, 7);
	stands_at(db, MARK_GOOD, 2, "two events");
	is_int(1, db_tx(db, append_and_give_up, &stream), "a rollback");
	stands_at(db, MARK_GOOD, 2, "... leaves it");
	add(other, 8);
	stands_at(db, MARK_GOOD, 3, "another process");
	db_close(other);
	db_close(db);
}

static void
may_be_behind(void)
{
	struct db *db = open_db();

	copy("mark", "old");
	add(db, 7);
	copy("old", "mark");
	stands_at(db, MARK_GOOD, 3, "a mark behind, as after a power loss");
	write_mark("0000000000000");
	stands_at(db, MARK_NONE, 0, "half a mark tells nothing");
	add(db, 7);
	stands_at(db, MARK_GOOD, 5, "... the next commit writes it whole");
	unlink(folder_path("mark"));
	stands_at(db, MARK_NONE, 0, "a mark that is removed");
	add(db, 7);
	stands_at(db, MARK_GOOD, 6, "... comes again");
	db_close(db);
}

/* The database without its log: what an administrator copies by mistake. */
static void
sees_a_lost_log(void)
{
	struct db *db = open_db();

	if (db_checkpoint(db) != 0)
		bail(db_error(db));
	add(db, 9);
	add(db, 9);
	stands_at(db, MARK_GOOD, 8, "two events in the log");
	db_close(db);
	unlink(folder_path("office.db-wal"));
	unlink(folder_path("office.db-shm"));
	db = open_db();
	stands_at(db, MARK_LOST, 8, "without the log they are missed");
	for (int i = 0; i < 4; i++)
		add(db, 10);
	stands_at(db, MARK_LOST, 8, "... also when others have come");
	unlink(folder_path("mark"));
	add(db, 10);
	stands_at(db, MARK_GOOD, 11, "... until the mark is removed");
	db_close(db);
}

static void
needs_no_file(void)
{
	char why[256];
	struct db *db = db_open(":memory:", DB_CREATE, why, sizeof(why));

	add(db, 7);
	stands_at(db, MARK_NONE, 0, "a database in memory has none");
	db_close(db);
}

int
main(void)
{
	folder_make();
	follows_the_history();
	may_be_behind();
	sees_a_lost_log();
	needs_no_file();
	return tap_done();
}
