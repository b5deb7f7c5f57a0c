/*
 * lateness.c - reasons of lateness.
 */
#include "case/lateness.h"

#include <string.h>

#include "base/utf8.h"
#include "case/act_frame.h"

#define CHOICE(arg, id, member, slug, label) { slug, label },
static const struct sop_choice reasons[] = { LATENESS(CHOICE, ) };
#undef CHOICE

const char *
lateness_slug(enum lateness reason)
{
	return reasons[reason].value;
}

const char *
lateness_known(const char *slug)
{
	int i;

	for (i = 0; i < LATENESS__MAX; i++)
		if (strcmp(reasons[i].value, slug) == 0)
			return reasons[i].value;
	return NULL;
}

const struct sop_choice *
lateness_choices(size_t *n)
{
	*n = LATENESS__MAX;
	return reasons;
}

int
lateness_take(struct act_work *w)
{
	const char *given = w->a->late_reason;

	if (strcmp(w->t->verdict, "over") != 0)
		return CASE_OK;
	if (given == NULL || (given = lateness_known(given)) == NULL)
		return office_fail(w->o, CASE_INVALID, "late_reason",
		    "Pilih satu alasan keterlambatan.");
	utf8_copy(w->t->late_reason, sizeof(w->t->late_reason), given);
	return CASE_OK;
}
