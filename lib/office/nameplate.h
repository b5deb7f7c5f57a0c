/*
 * nameplate.h - the office as the public sees it: its name, that of its
 * service, the hours, the contact and the service notice (maklumat pelayanan),
 * each set of them from an instant on.
 *
 * A report of March and a paper of March bear the name of March: whoever
 * prints one asks with the instant that it is of.  Until the first set begins
 * the configuration counts.  No other file reads `office`, `service`, `hours`
 * or `contact` of the configuration.
 *
 *	struct nameplate p;
 *
 *	nameplate_at(office, conf, now, &p);
 *	page_set(page, "OFFICE", p.office);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"

struct conf;

#define NAMEPLATE_NOTICE 2000	/* characters of a notice */

/* Instants are seconds UTC. */
struct nameplate {
	int64_t	id;			/* 0: of the configuration */
	int64_t	from_at;
	int64_t	made_at, made_by;	/* made_by 0: the system */
	char	office[400], service[400];
	char	hours[800], hours_en[800];	/* English: "", or a text */
	char	contact[800];
	char	notice[4 * NAMEPLATE_NOTICE + 1];
	char	notice_en[4 * NAMEPLATE_NOTICE + 1];
	char	ground[400];		/* of the change: a regulation, or "" */
};

/* The set that counts at an instant; that of the configuration, too, when the
 * database fails. */
void		 nameplate_at(struct office *, const struct conf *, int64_t at,
		    struct nameplate *);
/* Hours and notice in the language of a page, "id" or "en". */
const char	*nameplate_hours(const struct nameplate *,
		    const char *language);
const char	*nameplate_notice(const struct nameplate *,
		    const char *language);

/* All sets, the latest first; given, free() *rows.  CASE_OK, CASE_DB. */
enum case_err	 nameplate_list(struct office *, struct nameplate **rows,
		    size_t *count);

/*
 * A set counts from its `from_at` on, until the next begins; one that begins
 * at the same instant is replaced.  CASE_INVALID: office_field() is the
 * member's name; from_at: its month is closed, or the set is as the one before.
 * CASE_REPEATED, CASE_DB.
 */
enum case_err	 nameplate_set(struct office *, const struct conf *,
		    const struct change *, const struct nameplate *);
/* One that has not begun yet is taken back.  CASE_NOT_FOUND, CASE_STATE: it
 * counts by now. */
enum case_err	 nameplate_drop(struct office *, const struct change *,
		    int64_t id);
