/* approve.c - approve and sign: letter number, date, the signed file. */
#include <stdlib.h>

#include "casepage/step.h"
#include "casepage/step_letter.h"

static const struct sop_choice reasons[] = {
	{ "perlu-koreksi", "Konsep perlu dikoreksi" },
	{ "dasar", "Dasar hukum atau rujukan belum tepat" },
	{ "data", "Data belum sesuai" },
	{ "paraf", "Paraf belum lengkap" },
};

static const char *const templates[] = { STEP_TEMPLATES, STEP_LETTER_TEMPLATE,
	NULL };

static const struct step_program approve = {
	.name		= "approve",
	.kind		= STEP_APPROVE,
	.forward	= "Setujui dan teruskan",
	.end		= "Setujui dan selesaikan",
	.phrase		= reasons,
	.nphrase	= sizeof(reasons) / sizeof(reasons[0]),
	.check		= 1,
	.done		= "disetujui dan diteruskan",
	.templates	= templates,
	.fill		= step_letter_show,
};

int
main(int argc, char **argv)
{
	return step_serve(&approve, argc, argv);
}
