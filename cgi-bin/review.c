/* review.c - look at a request: forward it, send it back, or refuse it. */
#include <stdlib.h>

#include "casepage/step.h"

/* Usual reasons of a return; each becomes a sentence of the reason. */
static const struct sop_choice reasons[] = {
	{ "belum-lengkap", "Berkas belum lengkap" },
	{ "tanda-tangan", "Surat belum ditandatangani" },
	{ "tidak-terbaca", "Dokumen tidak terbaca" },
	{ "tidak-sesuai", "Isian tidak sesuai dengan dokumen" },
	{ "perlu-koreksi", "Konsep perlu dikoreksi" },
};

static const struct step_program review = {
	.name		= "review",
	.kind		= STEP_REVIEW,
	.forward	= "Setujui dan teruskan",
	.end		= "Setujui dan selesaikan",
	.phrase		= reasons,
	.nphrase	= sizeof(reasons) / sizeof(reasons[0]),
};

int
main(int argc, char **argv)
{
	return step_serve(&review, argc, argv);
}
