/*
 * make-template.c - the office of fixture.h as a file, for the tests to copy.
 *
 *	make-template FILE
 */
#include <stdio.h>
#include <stdlib.h>

#include "store/db.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"

int
main(int argc, char **argv)
{
	struct office *o;

	if (argc != 2) {
		fprintf(stderr, "usage: make-template FILE\n");
		return 2;
	}
	o = fixture_make(NULL);
	/* The offices it is copied into have keys of their own. */
	fixture_run(o, "DELETE FROM installation WHERE name = 'key_check'");
	if (db_backup(office_db(o), argv[1]) != 0)
		bail(db_error(office_db(o)));
	office_close(o);
	return 0;
}
