/*
 * trial.h - one case of a text that is not in force: real people do its rows,
 * and no figure, list, series of numbers or report knows of it
 * (office/soplist.h says by what).
 *
 * Somebody gets a draft of the trial's version and sends it as any other; the
 * case has the number "U-2026-0001", its subject begins with "Uji coba:", its
 * tasks lie in the inboxes, its letters have the number of no series.  It ends
 * as others do, or is thrown away by act_cancel().
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/draft.h"
#include "office/change.h"

/* Put the text by and begin a draft of it for a person, or for the public (0),
 * who goes on with its link.  As office_publish_trial(); CASE_DENIED when the
 * person does not begin this SOP. */
enum case_err	 trial_begin(struct office *, const struct change *,
		    const char *yaml, int64_t person_id, struct draft *);

struct trial_case {
	int64_t	id;
	char	number[24];
	char	subject[256];
	char	state[8];
	int64_t	opened_at;
};

/* The trials of an SOP, the newest first; given, free() *list.  CASE_OK,
 * CASE_DB. */
enum case_err	 trial_list(struct office *, const char *slug,
		    struct trial_case **list, size_t *count);
