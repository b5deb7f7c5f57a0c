/*
 * preference.h - how people of the office want to hear of their work
 * (pemberitahuan).
 *
 * New work comes in bundles, soon and late work in a digest once a working
 * morning (tick/digest.h); by WhatsApp, by mail or not at all, as each person
 * chooses.
 */
#pragma once

#include <stdint.h>

#include "office/change.h"

#define PREFERENCE_WHATSAPP "whatsapp"
#define PREFERENCE_MAIL "mail"

struct preference {
	int64_t	person_id;
	char	work_by[12];		/* PREFERENCE_*; "": not at all */
	char	digest_by[12];
	char	phone[24], email[128];	/* of the person */
};

/* Read the preference of a person; one that was never set is a digest by mail,
 * where there is an address.  CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 preference_get(struct office *, int64_t person_id,
		    struct preference *);

/*
 * Set a person's preference and addresses: one event of the person.
 * CASE_INVALID: office_field() is the member's name: an address that is none,
 * or is missing though the preference needs it.  CASE_DENIED: the person is an
 * outsider, who hears of requests alone, or is not the one who changes it.
 */
enum case_err	 preference_set(struct office *, const struct change *,
		    const struct preference *);
