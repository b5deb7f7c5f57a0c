/* scan-t.c - a long history is read to its end in flat memory. */
#include <stdlib.h>

#include "store/db.h"
#include "store/event.h"
#include "tests/peak.h"
#include "tests/store/folder.h"
#include "tests/store/place.h"
#include "tests/tap.h"

#define EVENTS	INT64_C(60000)
#define ROOM	8192		/* kilobytes; all of them have 30 MB */

static const char many[] =
	"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
	"   WHERE i < $1)"
	" INSERT INTO events (stream, seq, kind, actor_kind, capacity,"
	" recorded_at, occurred_at, effect, digest, prev, hash)"
	" SELECT i, 1, 'x', 'system', '', i, i, $2, $2, '', '' FROM n";

static void
count(void *arg, int64_t stream, int64_t seq, const char *what)
{
	++*(int64_t *)arg;
}

int
main(void)
{
	char why[256], text[241];
	int64_t faults = 0, events = 0;
	struct db *db;
	long before;

	folder_make();
	place_use();
	db = db_open(folder_path("office.db"), DB_CREATE, why, sizeof(why));
	if (db == NULL)
		bail(why);
	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	is_int(EVENTS, db_run(db, many, "it", EVENTS, text), "a long history");
	before = peak_memory();
	is_int(EVENTS, event_verify(db, count, NULL, &faults, &events),
	    "all of it is wrong");
	is_int(EVENTS, events, "...read to its end");
	is_int(EVENTS, faults, "...and told");
	if (getenv("SANITIZED") != NULL)	/* they keep what is freed */
		skip(1, "memory is measured without the sanitizers");
	else
		ok(before > 0 && peak_memory() - before < ROOM,
		    "...in %ld kilobytes more than before",
		    peak_memory() - before);
	db_close(db);
	return tap_done();
}
