/*
 * transaction.c - a transaction, tried until it is done or will not be.
 */
#include "store/transaction.h"

#include <time.h>

#include "store/engine.h"
#include "store/mark.h"
#include "store/statement.h"

#define TRIES		10		/* of one transaction */

void (*db_again)(void);

int64_t
transaction_milliseconds(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * 1000LL + ts.tv_nsec / 1000000;
}

void
transaction_nap(long nanoseconds)
{
	struct timespec ts = { 0, nanoseconds };

	nanosleep(&ts, NULL);
}

static void
commit(struct db *db, int first)
{
	if (!first || db_again == NULL)
		db->engine->commit(db);
	else
		db_fail_as(db, DB_BUSY, "a test asks for a second try");
}

/* A transaction to be run. */
struct work {
	int	(*fn)(struct db *, void *);
	void	*arg;
	int	 alone;
	int	 bare;			/* it carries nothing */
};

static int
work(struct db *db, const struct work *w)
{
	if (!w->bare && db->load != NULL && db->load(db, db->cargo) != 0)
		return db_fail(db, "what is carried cannot be read");
	return w->fn(db, w->arg);
}

/* One try, the first or a later one: fn's value, DB_BUSY or DB_ERROR. */
static int
attempt(struct db *db, const struct work *w, int first)
{
	int value = 0, begun;

	db->failed = db->conflict = db->unknown = 0;
	db->hurries = 0;
	db->mark = (struct mark){ 0 };
	begun = db->engine->begin(db) == 0;
	if (begun)
		value = work(db, w);
	if (db_stmts_reset(db) > 0)
		db_fail(db, "a statement was left open in a transaction");
	if (value < 0)
		db_fail(db, "the function failed with %d", value);
	if (begun && !db->engine->running(db))
		db_fail(db, "the transaction was ended by a statement");
	if (!db->failed && value == 0)
		commit(db, first);
	db->engine->roll_back(db);
	return db->failed ? db->failed : value;
}

/*
 * Is another try worth it?  A key that exists already was made by another
 * process at the same time: a second try makes another id, or sees what the
 * other did.  A key that is really double fails again, and is then an error.
 * What may have been committed is not done twice.
 */
static int
try_again(struct db *db, int rc, int tries)
{
	if (rc == DB_ERROR)
		return db->conflict && tries == 1;
	return rc == DB_BUSY && !db->unknown && tries < TRIES &&
	    transaction_milliseconds() < db->deadline;
}

/* Between two tries: others go on, and we wait a little, each differently. */
static void
between(struct db *db, int tries)
{
	db->engine->over(db, 0);
	if (tries == 1 && db_again != NULL)
		db_again();
	db->jitter = db->jitter * 1664525 + 1013904223;
	transaction_nap(TRANSACTION_NAP + (long)(db->jitter >> 12) * tries);
}

int
db_snapshot(struct db *db)
{
	int rc;

	if (db->in_tx || db->in_snapshot || db->engine->snapshot == NULL)
		return 0;
	rc = db->engine->snapshot(db, 1);
	db->in_snapshot = rc == 0;
	return rc;
}

void
db_snapshot_end(struct db *db)
{
	if (db->in_snapshot)
		db->engine->snapshot(db, 0);
	db->in_snapshot = 0;
}

static int
run(struct db *db, const struct work *w)
{
	int rc, n = 0;

	if (db->in_tx)
		return db_fail(db, "a transaction inside a transaction");
	if (db->in_use > 0)
		return db_fail(db, "a transaction inside an open statement");
	db_snapshot_end(db);
	db->in_tx = 1;
	db->alone = w->alone;
	db->deadline = transaction_milliseconds() + db->patience;
	while (rc = attempt(db, w, n == 0), try_again(db, rc, ++n))
		between(db, n);
	db->in_tx = 0;
	if (rc == 0)
		mark_write(db);
	db->engine->over(db, rc == 0);
	if (rc == 0 && !w->bare && db->load != NULL)
		db->loaded(db->cargo);
	return rc;
}

int
db_tx(struct db *db, int (*fn)(struct db *, void *), void *arg)
{
	return run(db, &(struct work){ .fn = fn, .arg = arg });
}

int
db_tx_alone(struct db *db, int (*fn)(struct db *, void *), void *arg)
{
	return run(db, &(struct work){ .fn = fn, .arg = arg, .alone = 1 });
}

void
transaction_hurry(struct db *db)
{
	db->hurries = 1;
}

int
transaction_bare(struct db *db, int (*fn)(struct db *, void *), void *arg)
{
	return run(db, &(struct work){ .fn = fn, .arg = arg, .bare = 1 });
}

void
db_carry(struct db *db, int (*load)(struct db *, void *),
    void (*done)(void *), void *arg)
{
	db->load = load;
	db->loaded = done;
	db->cargo = arg;
}
