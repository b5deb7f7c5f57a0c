/*
 * preference.h - how people of the office want to be told of their work.
 *
 * New work is told in bundles, soon and late work in a digest once a working
 * morning; by WhatsApp, by mail or not at all, as each person chooses.  All of
 * it lies in `messages` until another program sends it.
 */
#ifndef PEOPLE_PREFERENCE_H
#define PEOPLE_PREFERENCE_H

#include <stdint.h>

#include "office/change.h"
#include "people/person.h"

#define PREFERENCE_WHATSAPP "whatsapp"
#define PREFERENCE_MAIL "mail"

struct preference {
	int64_t	person_id;
	char	work_by[12];		/* TELLING_*, or "": not at all */
	char	digest_by[12];
	char	phone[24], email[128];	/* of the person */
};

/* What a person chose, or what goes without choosing: a digest by mail, where
 * there is an address.
 * CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 preference_get(struct office *, int64_t person_id,
		    struct preference *);

/*
 * A person's own choice, with their own addresses: one event of the person.
 * CASE_INVALID: office_field() is the member's name: an address that is none,
 * or is missing though the choice needs it.  CASE_DENIED: outsiders are told of
 * their requests, and somebody else's choice is not to be made.
 */
enum case_err	 preference_set(struct office *, const struct change *,
		    const struct preference *);

#endif
