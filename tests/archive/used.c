/*
 * used.c - an office that was used, for the tests of the archive in shell: the
 * one of fixture.h, with requests that have documents.
 *
 *	used make FOLDER	it, with three requests; prints their codes
 *	used more FOLDER	one request more; prints its code
 *	used find FOLDER CODE	prints the number of the request of a code
 *	used hold FOLDER	keep the office open until the input ends
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act_start.h"
#include "case/tracking.h"
#include "store/files.h"
#include "store/id.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"

/* A request whose every file is another one; prints its code. */
static void
ask(struct office *o, int n)
{
	struct act_start st = { .version_id = fixture_sop(o,
	    "izin-magang-penelitian") };
	struct act a = { .now = FIXTURE_START + n };
	char text[64], hash[FIXTURE_FIELDS][FILES_HASH_SIZE];
	char code[CASE_CODE_LEN + 1];
	struct fixture_form form;

	fixture_fill(o, sop_row_at(office_sop(o, st.version_id), 1), &form,
	    &a);
	for (size_t i = 0; i < form.nfile; i++) {
		snprintf(text, sizeof(text), "surat %d.%zu", n, i);
		if (files_put(office_files(o), text, strlen(text),
		    hash[i]) != 0)
			bail("files_put");
		form.file[i].hash = hash[i];
		form.file[i].size = (int64_t)strlen(text);
	}
	if (act_start(o, &a, &st) != CASE_OK)
		bail(office_why(o));
	office_code(o, a.case_id, code);
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
open_made(const char *folder)
{
	char why[1024];
	struct office *o = office_open(folder, DB_WRITE, why, sizeof(why));

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
		o = open_made(argv[2]);
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
