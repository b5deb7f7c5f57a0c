/* deliver.c - hand over or upload a result, with its reference outside. */
#include <stdlib.h>

#include "casepage/step.h"

static const struct step_program deliver = {
	.name		= "deliver",
	.kind		= STEP_DELIVER,
	.forward	= "Serahkan",
	.end		= "Serahkan dan selesaikan perkara",
	.note		= "Catatan penyerahan",
	.check_heading	= "Serahkan dan selesaikan perkara ini?",
	.done		= "diserahkan",
};

int
main(int argc, char **argv)
{
	return step_serve(&deliver, argc, argv);
}
