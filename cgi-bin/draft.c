/* draft.c - write a draft here or upload it; initials are recorded with it. */
#include <stdlib.h>

#include "casepage/step.h"
#include "casepage/step_letter.h"

static void
read_draft(struct step *s, struct act *a, enum outcome outcome)
{
	const char *missing = fields_draft(s->row, &s->typed);

	if (outcome == OUTCOME_FORWARD && missing != NULL)
		step_error(s, missing, "%s", DRAFT_MISSING);
}

static const char *const templates[] = { STEP_TEMPLATES, STEP_LETTER_TEMPLATE,
	NULL };

static const struct step_program draft = {
	.name		= "draft",
	.kind		= STEP_DRAFT,
	.forward	= "Teruskan konsep",
	.note		= "Catatan untuk penerima",
	.templates	= templates,
	.fill		= step_letter_show,
	.read		= read_draft,
};

int
main(int argc, char **argv)
{
	return step_serve(&draft, argc, argv);
}
