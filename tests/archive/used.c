/*
 * used.c - an office that was used, for the tests of the archive in shell: the
 * one of fixture.h, with requests that have documents.
 *
 *	used make FOLDER	it, with three requests; prints their codes
 *	used more FOLDER	one request more; prints its code
 *	used find FOLDER CODE	prints the number of the request of a code
 *	used hold FOLDER [ADDRESS]	keep the office open until the input
 *				ends; its database may be on a server
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
		fprintf(stderr, "usage: used make|more|find|hold FOLDER\n");
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
