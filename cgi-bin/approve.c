/* approve.c - approve and sign: letter number, date, the signed file; one by
 * one, and several at once. */
#include <stdlib.h>
#include <string.h>

#include "casepage/signing.h"
#include "casepage/step.h"
#include "casepage/step_letter.h"
#include "web/serve.h"

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
	.end		= "Setujui dan selesaikan",
	.phrase		= reasons,
	.nphrase	= sizeof(reasons) / sizeof(reasons[0]),
	.check		= 1,
	.done		= "disetujui dan diteruskan",
	.fill		= step_letter_show,
};

static int
get(struct request *req, struct reply *rep)
{
	return signing_is_asked(req) ? signing_get(&approve, req, rep) :
	    step_get(&approve, req, rep);
}

static int
post(struct request *req, struct reply *rep)
{
	return signing_is_asked(req) ? signing_post(&approve, req, rep) :
	    step_post(&approve, req, rep);
}

static int
takes(const struct request *req, const char *field)
{
	return signing_is_asked(req) ? strcmp(field, SIGNING_FILES) == 0 :
	    step_takes(req, field);
}

int
main(int argc, char **argv)
{
	static const char *const templates[] = { STEP_TEMPLATES,
		STEP_LETTER_TEMPLATE, SIGNING_TEMPLATES, NULL };
	static const struct web_program web = { .name = "approve", .get = get,
	    .post = post, .takes = takes, .templates = templates };

	return web_serve(&web, argc, argv);
}
