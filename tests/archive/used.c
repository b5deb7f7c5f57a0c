/*
 * used.c - an office that was used, for the tests of the archive in shell: the
 * one of fixture.h, with requests that have documents.
 *
 *	used make FOLDER	it, with three requests; prints their codes
 *	used more FOLDER	one request more; prints its code
 *	used find FOLDER CODE	prints the number of the request of a code
 *	used end FOLDER		all requests are withdrawn, and their archives
 *				approved to go
 *	used hold FOLDER [ADDRESS]	keep the office open until the input
 *				ends; its database may be on a server
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_close.h"
#include "case/disposal.h"
#include "case/tracking.h"
#include "store/id.h"
#include "tests/archive/office.h"

/* One request more; prints its code. */
static void
ask(struct office *o, int n)
{
	char code[CASE_CODE_LEN + 1];

	office_code(o, office_ask(o, n), code);
	puts(code);
}

static void
find(struct office *o, const char *code)
{
	struct tracking_try try = { code, "192.0.2.7", FIXTURE_START + 1000 };
	struct case_row c;

	puts(tracking_find(o, &try, &c) == CASE_OK ? c.number :
	    office_why(o));
}

/* As if three years had passed since. */
static void
end_all(struct office *o)
{
	const struct disposal_rules rules = { 2, "" };
	const struct disposal letter = { .letter_no = "B-1",
		.letter_on = "2029-01-02", .official = "Kepala" };
	struct change ch = { .now = FIXTURE_START + 3 * 365 * 86400 };
	struct act a = { .now = FIXTURE_START + 3600, .note = "tidak jadi" };
	int64_t id = 0;

	while ((id = fixture_int(o, "SELECT coalesce(min(id), 0) FROM cases"
	    " WHERE id > $1", id)) != 0) {
		a.case_id = a.actor.case_id = id;
		if (act_withdraw(o, &a) != CASE_OK)
			bail(office_why(o));
	}
	if (disposal_approve(o, &ch, &rules, &letter, NULL) != CASE_OK)
		bail(office_why(o));
}

static struct office *
open_made(const char *folder, const char *database)
{
	char why[1024];
	struct office *o = office_open_at(folder, database, "", DB_WRITE,
	    why, sizeof(why));

	if (o == NULL)
		bail(why);
	id_seed((uint32_t)fixture_int(o, "SELECT count(*) + $1 FROM events",
	    1000));
	return o;
}

int
main(int argc, char **argv)
{
	struct office *o;

	if (argc < 3) {
		fprintf(stderr, "usage: used make|more|find|end|hold "
		    "FOLDER\n");
		return 2;
	}
	if (strcmp(argv[1], "make") == 0) {
		o = fixture_open(argv[2]);
		for (int i = 0; i < 3; i++)
			ask(o, i);
	} else {
		o = open_made(argv[2], strcmp(argv[1], "hold") == 0 &&
		    argc > 3 ? argv[3] : "");
		if (strcmp(argv[1], "more") == 0)
			ask(o, 100 + (int)fixture_int(o,
			    "SELECT count(*) + $1 FROM cases", 0));
		else if (strcmp(argv[1], "find") == 0)
			find(o, argv[3]);
		else if (strcmp(argv[1], "end") == 0)
			end_all(o);
		else {
			puts("open");
			fflush(stdout);
			while (getchar() != EOF)
				;
		}
	}
	office_close(o);
	return 0;
}
