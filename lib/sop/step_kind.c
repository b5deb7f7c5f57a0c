/* step_kind.c - the words of an SOP file for kinds of step. */

#include "sop/step_kind.h"

#include "base/slug.h"

static const char *const kinds[STEP__MAX] = {
	[STEP_SUBMIT] = "submit",
	[STEP_REVIEW] = "review",
	[STEP_ASSIGN] = "assign",
	[STEP_DRAFT] = "draft",
	[STEP_APPROVE] = "approve",
	[STEP_DELIVER] = "deliver",
	[STEP_DOWNLOAD] = "download",
	[STEP_NOTIFY] = "notify",
	[STEP_RECORD] = "record",
	[STEP_ARCHIVE] = "archive",
	[STEP_EVALUATE] = "evaluate",
};

const char *
step_kind_slug(enum step_kind kind)
{
	return kinds[kind];
}

int
step_kind_from(const char *slug)
{
	return slug_index(kinds, STEP__MAX, slug);
}
