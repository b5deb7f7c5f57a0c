/*
 * kept.c - make the small office that is kept of each release in tests/data,
 * for the upgrades of later ones (keep.sh): requests with their documents, one
 * at its beginning, one on its way, one at its end.
 *
 *	kept FOLDER
 */
#include <stdio.h>

#include "tests/archive/office.h"
#include "tests/case/walk.h"

/* Walk a request to its end, with a stored file wherever one is asked for. */
static void
walk_whole(struct office *o, int64_t id)
{
	struct act_file file = { .name = "surat.pdf",
	    .type = "application/pdf", .size = 5 };
	char hash[FILES_HASH_SIZE];
	struct task_row t;

	if (files_put(office_files(o), "surat", 5, hash) != 0)
		bail("files_put");
	file.hash = hash;
	while (walk_current(o, id, &t))
		walk_step(o, id, OUTCOME_FORWARD, &file, FIXTURE_START + 60);
}

int
main(int argc, char **argv)
{
	struct office *o;

	if (argc != 2) {
		fprintf(stderr, "usage: kept FOLDER\n");
		return 2;
	}
	o = fixture_make(argv[1]);
	office_ask(o, 1);
	walk_to(o, office_ask(o, 2), 4, FIXTURE_START + 60);
	walk_whole(o, office_ask(o, 3));
	office_close(o);
	return 0;
}
