/* approve.c - approve and sign: letter number, date, the signed file. */
#include <stdlib.h>

#include "web/step.h"

static const struct sop_choice reasons[] = {
	{ "perlu-koreksi", "Konsep perlu dikoreksi" },
	{ "dasar", "Dasar hukum atau rujukan belum tepat" },
	{ "data", "Data belum sesuai" },
	{ "paraf", "Paraf belum lengkap" },
};

static const struct step_program approve = {
	.name		= "approve",
	.kind		= STEP_APPROVE,
	.forward	= "Setujui dan teruskan",
	.end		= "Setujui dan selesaikan perkara",
	.phrase		= reasons,
	.nphrase	= sizeof(reasons) / sizeof(reasons[0]),
	.check		= 1,
	.check_heading	= "Setujui surat ini?",
	.done		= "disetujui dan diteruskan",
};

int
main(void)
{
	return step_serve(&approve);
}
