/*
 * make-office.c - the office of fixture.h in a folder, for the tests that come
 * over HTTP: everybody has the same password, and the evaluations of a month
 * are to be done.
 *
 *	make-office make FOLDER PASSWORD
 *	make-office evaluate FOLDER YYYY-MM
 *	make-office hold FOLDER LOGIN ROLE UNIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "case/evaluation.h"
#include "office/unit.h"
#include "people/holder.h"
#include "people/password.h"
#include "people/person.h"
#include "people/role.h"
#include "store/files.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/store/place.h"
#include "tests/tap.h"
#include "tests/web/pdf.h"

static void
set_passwords(struct office *o, const char *password, int64_t now)
{
	struct change ch = { .now = now };
	struct person_query q = { .limit = 1000 };
	struct person *list;
	size_t n;
	int64_t total;

	if (person_search(o, &q, &list, &n, &total) != CASE_OK)
		bail(office_why(o));
	for (size_t i = 0; i < n; i++)
		if (password_set(o, &ch, list[i].id, password) != CASE_OK)
			bail(office_why(o));
	free(list);
}

static void
open_evaluations(struct office *o, const char *period, int64_t now)
{
	static const char *const slugs[] = { "izin-magang-penelitian",
		"keterangan-selesai-sertifikat" };
	int64_t id;

	for (size_t i = 0; i < sizeof(slugs) / sizeof(slugs[0]); i++)
		if (evaluation_open(o, fixture_sop(o, slugs[i]), period, now,
		    &id) != CASE_OK)
			bail(office_why(o));
}

/* Somebody holds a role in a unit, too. */
static void
hold(struct office *o, char **name, int64_t now)
{
	const struct change ch = { .now = now };
	struct holder_row h = { .person_id = fixture_person(o, name[0]),
	    .from_at = now - 60 };
	struct role_row role;
	struct unit_row unit;

	if (role_by_slug(o, name[1], &role) != CASE_OK ||
	    unit_by_slug(o, name[2], &unit) != CASE_OK)
		bail(office_why(o));
	h.role_id = role.id;
	h.unit_id = unit.id;
	if (holder_add(o, &ch, &h, NULL) != CASE_OK)
		bail(office_why(o));
}

/* So many requests of a public SOP, each with a letter that can be seen, at a
 * row: 3, where they are reviewed, or 4, where their letter is signed. */
static void
letters(struct office *o, int n, int row, int64_t now)
{
	char hash[FILES_HASH_SIZE], *sql;

	if (files_put(office_files(o), SMALL_PDF, sizeof(SMALL_PDF) - 1,
	    hash) != 0)
		bail("cannot store a file");
	for (int i = 0; i < n; i++)
		walk_to(o, walk_start(o, "izin-magang-penelitian", 0, NULL, 0,
		    now), row, now);
	if (asprintf(&sql, "UPDATE documents SET sha256 = '%s', type ="
	    " 'application/pdf', size = %zu", hash, sizeof(SMALL_PDF) - 1) ==
	    -1)
		bail("out of memory");
	fixture_run(o, sql);
	free(sql);
}

static struct office *
open_made(const char *folder)
{
	char why[512];
	struct office *o = office_open(folder, DB_WRITE, why, sizeof(why));

	if (o == NULL)
		bail(why);
	return o;
}

int
main(int argc, char **argv)
{
	int64_t now = time(NULL);
	struct office *o;

	place_use();
	if (argc == 4 && strcmp(argv[1], "make") == 0) {
		o = fixture_open(argv[2]);
		set_passwords(o, argv[3], now);
	} else if (argc == 4 && strcmp(argv[1], "evaluate") == 0) {
		o = open_made(argv[2]);
		open_evaluations(o, argv[3], now);
	} else if (argc == 6 && strcmp(argv[1], "hold") == 0) {
		o = open_made(argv[2]);
		hold(o, argv + 3, now);
	} else if (argc == 5 && strcmp(argv[1], "letters") == 0) {
		o = open_made(argv[2]);
		letters(o, atoi(argv[3]), atoi(argv[4]), now);
	} else {
		fprintf(stderr, "usage: make-office make FOLDER PASSWORD\n"
		    "       make-office letters FOLDER NUMBER ROW\n"
		    "       make-office evaluate FOLDER YYYY-MM\n"
		    "       make-office hold FOLDER LOGIN ROLE UNIT\n");
		return 2;
	}
	office_close(o);
	return 0;
}
