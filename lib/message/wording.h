/*
 * wording.h - what messages say, in Indonesian or English, without identity
 * numbers.
 */
#pragma once

#include <stddef.h>

#include "base/unicode.h"
#include "message/delivery.h"
#include "message/message_text.h"

/*
 * Put dots in place of what may be an identity number, in an officer's words
 * too: 16 or 18 digits, also in groups (NIK, NIP); nine digits and more in one
 * word that are no telephone number; words of capital letters and digits like
 * those of passports and stay permits.  Numbers of cases and letters, tracking
 * codes, dates and telephone numbers stay.  In place.
 */
void		 wording_clean(char *text);

/* Shorten a text in a buffer of `size` bytes to so many units, between
 * characters, with a mark where the rest is missing; a text that is not longer
 * stays. */
void		 wording_fit(char *buf, size_t size, size_t max,
		    enum unicode_unit);

/* A decision on a request, for some of its persons or for all. */
struct wording_decision {
	int		 refused;
	size_t		 accepted, count;	/* 0 of 0: it names nobody */
};

/* The matter of a message. */
struct wording_about {
	const char	*number;	/* of the case */
	const char	*code;		/* of tracking */
	const char	*text;		/* an officer's own words, or "" */
	const struct wording_decision *decision;	/* NULL: none yet */
};

/* The body of a kind of message to an applicant. */
void		 wording_body(const struct message_source *,
		    const char *language, const char *kind,
		    const struct wording_about *, char *buf, size_t size);
/* The reminder to an applicant: the kind of the row that waits
 * ("submit": a correction; "download"; others), or "present"; since a date;
 * and after how many working days a correction comes too late (0: never). */
struct wording_wait {
	const char	*number, *kind;
	int		 year, month, day, mend_days;
};
void		 wording_reminder(const struct message_source *,
		    const char *language,
		    const struct wording_wait *, char *buf, size_t size);
/* Kind of the mail that carries the root of a closed month (month/root.h); its
 * long number is nobody's, and is left as it is. */
#define WORDING_ROOT "root"

/* Subject of a mail about a case. */
void		 wording_subject(const struct message_source *,
		    const char *language, const char *number, char *buf,
		    size_t size);

/* The query that an address of ours ends with, so that the page it leads to is
 * in the language of the message; or "". */
const char	*wording_ask(const char *language);

/* The text of an officer's message to the applicant (the row's kind notify)
 * when nothing else is written. */
struct wording_notice {
	const char	*service;
	const char	*number, *sop;	/* of the case */
	const struct wording_decision *decision;	/* NULL: none yet */
	const char	*address;	/* of the tracking page */
	const char	*code;
};
void		 wording_notice(const struct message_source *,
		    const char *language,
		    const struct wording_notice *, char *buf, size_t size);

/*
 * The whole of a message as it goes out: to an applicant with greeting, a
 * link to the letter or, when that is "", to where the case is seen, and the
 * office's name; to people of the office as it is.  Cleaned, but for the link
 * and the root of a month.  Of one that is too long for its channel the end is
 * cut off before the link, which leads to the rest; a mark says so.
 */
struct wording {
	const char	*office;
	const char	*site;		/* where a case is to be seen */
	const char	*link;
	int64_t		 days;		/* the link is good so long */
	size_t		 max;		/* the channel takes no more; 0: any */
	enum unicode_unit unit;		/* of max */
	struct message_source texts;
};
void		 wording_whole(const struct delivery *,
		    const struct wording *, char *buf, size_t size);

/* A message to an applicant in which a text stands, filled with examples: the
 * subject of its mail, and the whole of it. */
void		 wording_sample(const struct message_source *,
		    enum message_text, const char *language, char *buf,
		    size_t size);
