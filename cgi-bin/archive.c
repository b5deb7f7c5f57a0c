/* archive.c - file the matter away under its archive code; the case ends. */
#include <stdlib.h>

#include "casepage/step.h"

static const struct step_program archive = {
	.name		= "archive",
	.kind		= STEP_ARCHIVE,
	.forward	= "Arsipkan dan teruskan",
	.end		= "Arsipkan dan selesaikan",
	.note		= "Catatan arsip",
	.done		= "diarsipkan dan diteruskan",
};

int
main(int argc, char **argv)
{
	return step_serve(&archive, argc, argv);
}
