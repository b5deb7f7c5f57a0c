/*
 * signed_look.h - a signed file is looked at before it counts.
 *
 * The one who approves uploads what was signed elsewhere.  Whether that is the
 * letter of this case can be told: its number and its code are in the text, it
 * is no file of the applicant's, and it carries an electronic signature.  What
 * is missing is said as sentences; going on then takes a reason, which the
 * event keeps (case/act.h: unproved).  Nothing is refused: a paper signed by
 * hand and scanned has neither text nor signature.
 */
#pragma once

#include <stddef.h>

#include "casepage/step.h"

struct field_form;
struct letter_row;

#define SIGNED_LOOK_MAX	8

struct signed_look {
	const char	*missing[SIGNED_LOOK_MAX];	/* live with the
							   request */
	size_t		 n;				/* 0: all is there */
};

/*
 * Does a row that approves number a letter, which then leaves the office?
 * Others approve what stays in it (a plan, an SKP, a Nota Dinas): nobody
 * outside verifies that, and what is signed on paper there needs no reason.
 */
int	 signed_look_numbers(const struct sop_row *);

/* Does this field of the row take the signed file: any file of a row that
 * numbers a letter, one that the SOP file calls so, and what takes its place
 * later (`dari`)? */
int	 signed_look_takes(const struct sop_row *, const struct sop_field *);

/* The file that a field shows until it is replaced: that of the earlier row it
 * names.  NULL: there is none, or the step's dossier has not been read. */
const struct document	*signed_look_earlier(const struct step *,
			    const struct sop_field *);

/* The text of a stored file, which lives with the request; or what is to be
 * said where it has none that can be read. */
struct signed_text {
	const char	*text;		/* NULL: none, and */
	const char	*lack;		/* a sentence says why */
};
struct signed_text	 signed_look_read(const struct request *,
			    const struct act_file *);

/* The first letter of the office, but for the n `ours`, whose code stands in a
 * text: 1; 0, none. */
int	 signed_look_other(const struct request *, const char *text,
	    const struct letter_row *ours, size_t n, struct letter_row *);

/* Add what one file lacks that is to be the letter of this step, with the
 * number that is to be in it (or NULL).  `read`: its text; NULL, it is read
 * here.  The step's dossier was read. */
void	 signed_look_file(struct step *, const char *number,
	    const struct act_file *, const struct signed_text *read,
	    struct signed_look *);

/* Look at the signed files of a form that was checked.  The file of an earlier
 * row that goes on as it is was looked at there.  CASE_OK, CASE_DB. */
enum case_err	 signed_look(struct step *, const struct field_form *,
		    struct signed_look *);
