/* deliver.c - hand over or upload a result, with its reference outside. */
#include <stdlib.h>

#include "casepage/step.h"

static const struct step_program deliver = {
	.name		= "deliver",
	.kind		= STEP_DELIVER,
	.forward	= "Serahkan",
	.end		= "Serahkan dan selesaikan",
	.note		= "Catatan penyerahan",
	.done		= "diserahkan",
};

int
main(int argc, char **argv)
{
	return step_serve(&deliver, argc, argv);
}
