/* loose-t.c - files of strangers: how many may lie there, and how long. */
#include "base/price.h"
#include "store/files.h"
#include "tests/case/fixture.h"
#include "tests/store/folder.h"
#include "tests/store/meddle.h"
#include "tests/tap.h"
#include "tick/sweep.h"
#include "upload/loose.h"

#define NOW FIXTURE_START
#define HASH "9dd35a7d91ad5ee2d4ecbc3e1bfb0d3e0c0a8cc6a2f5e7e4e6d1a1d5b7c9e0"

/* A hash that no file has: by its last two digits. */
static void
note(struct office *o, const char *address, int number, int64_t size)
{
	char hash[FILES_HASH_SIZE];

	snprintf(hash, sizeof(hash), HASH "%02x", (unsigned)number & 0xff);
	loose_note(o, address, hash, size);
}

static void
has_a_quota(struct office *o)
{
	int64_t half = PRICE_LOOSE_ADDRESS / 2;
	int i = 0;

	is_int(CASE_OK, loose_check(o, "192.0.2.1", half), "a first file");
	note(o, "192.0.2.1", i++, half);
	is_int(CASE_OK, loose_check(o, "192.0.2.1", half), "as much again");
	is_int(CASE_STATE, loose_check(o, "192.0.2.1", half + 1),
	    "a byte more than an address may");
	ok(strstr(office_why(o), "Kirim permohonan") != NULL,
	    "...with what to do");
	is_int(CASE_OK, loose_check(o, "192.0.2.2", half + 1),
	    "another address may");
	for (; i * half < PRICE_LOOSE_ALL; i++) {
		char address[32];

		snprintf(address, sizeof(address), "198.51.100.%d", i);
		note(o, address, i, half);
	}
	is_int(CASE_STATE, loose_check(o, "192.0.2.3", half),
	    "all addresses together have too much");
	is_int(CASE_OK, loose_sweep(o), "those that are gone");
	is_int(CASE_OK, loose_check(o, "192.0.2.1", 2 * half),
	    "...count no more");
}

static int
sweep_at(struct office *o, int64_t at)
{
	int removed = 0;
	enum case_err err = sweep(o, NULL, at, &removed);

	return err == CASE_OK ? removed : -(int)err;
}

static void
is_swept_hourly(struct office *o)
{
	char hash[FILES_HASH_SIZE];

	if (files_put(office_files(o), "lepas", 5, hash) != 0)
		bail("no file");
	loose_note(o, "192.0.2.1", hash, PRICE_LOOSE_ADDRESS);
	is_int(0, sweep_at(o, NOW), "a file of this moment stays");
	is_int(CASE_STATE, loose_check(o, "192.0.2.1", 1), "...and counts");
	fixture_run(o, "DELETE FROM file_touches");
	is_int(-CASE_REPEATED, sweep_at(o, NOW + 3599),
	    "within the hour nothing is swept");
	is_int(1, sweep_at(o, NOW + 3600), "after it, what nobody took up");
	is_int(CASE_OK, loose_check(o, "192.0.2.1", 1),
	    "...and counts no more");
}

/* A file that a case has is nobody's debt. */
static void
belongs_to_a_case(struct office *o)
{
	char hash[FILES_HASH_SIZE], sql[512];

	if (files_put(office_files(o), "milik", 5, hash) != 0)
		bail("no file");
	loose_note(o, "192.0.2.1", hash, PRICE_LOOSE_ADDRESS);
	is_int(CASE_OK, loose_sweep(o), "a sweep");
	is_int(CASE_STATE, loose_check(o, "192.0.2.1", 1),
	    "a file of no case counts");
	snprintf(sql, sizeof(sql), "INSERT INTO documents (id, case_id,"
	    " task_id, field, name, type, size, sha256, added_at)"
	    " VALUES (1, 1, 1, 'surat', 'a.pdf', 'application/pdf', 5, '%s',"
	    " 1)", hash);
	meddle_loose(office_db(o), sql);
	is_int(CASE_OK, loose_sweep(o), "a sweep");
	is_int(CASE_OK, loose_check(o, "192.0.2.1", 1),
	    "once a case has it, no more");
}

int
main(void)
{
	struct office *o;

	folder_make();
	o = fixture_open(folder);
	has_a_quota(o);
	is_swept_hourly(o);
	belongs_to_a_case(o);
	office_close(o);
	return tap_done();
}
