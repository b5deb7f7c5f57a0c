/*
 * record.c - a physical act happened: a queue number, a scan, a stamp.
 *
 * At a counter one keypress claims and finishes, so the form is there at
 * once.
 */
#include <stdlib.h>

#include "casepage/step.h"

static const struct sop_choice reasons[] = {
	{ "tidak-lengkap", "Berkas tidak lengkap" },
	{ "tidak-cocok", "Data tidak cocok dengan dokumen" },
	{ "tidak-hadir", "Pemohon tidak hadir sendiri" },
};

static const struct step_program record = {
	.name		= "record",
	.kind		= STEP_RECORD,
	.forward	= "Catat dan teruskan",
	.end		= "Catat dan selesaikan",
	.phrase		= reasons,
	.nphrase	= sizeof(reasons) / sizeof(reasons[0]),
	.done		= "dicatat dan diteruskan",
	.no_claim	= 1,
};

int
main(int argc, char **argv)
{
	return step_serve(&record, argc, argv);
}
