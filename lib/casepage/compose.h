/*
 * compose.h - a letter composed from a case: its text, its letterhead, its
 * signer and the participants it is about.
 *
 *	struct compose m = { .req = req, .d = &dossier, .text = "balasan",
 *	    .dated = "2025-12-15" };
 *
 *	if (compose_people(&m) == 0 && m.nholder > 0 &&
 *	    compose_open(&m) == 0 && compose_pdf(&m, NULL, &pdf, &len) == 0)
 *		...a draft
 *	compose_close(&m);
 */
#pragma once

#include <stddef.h>

#include "case/participant.h"
#include "casepage/dossier.h"
#include "letter/letter_number.h"
#include "letter/letter_text.h"
#include "letter/letterhead.h"

struct act_file;
struct json_t;

struct compose {
	const struct request	*req;
	const struct dossier	*d;
	const char		*text;	/* file's name: "balasan-tolak" */
	const char		*unit;	/* where they are placed, or "" */
	const char		*reason;	/* of a refusal, or "" */
	const char		*dated;	/* "2025-12-15" */

	/* filled by compose_people() */
	struct participants	 who;
	const char		*holder[LETTER_HOLDERS]; /* of a letter */
	int64_t			 person[LETTER_HOLDERS];	/* in who */
	size_t			 nholder;
	const struct participant *refused[LETTER_HOLDERS]; /* named beside */
	size_t			 nrefused;

	/* filled by compose_open() */
	struct letterhead	 head;
	struct letter_text	*parsed;
	const char		*source, *head_source;	/* the texts whole */
	struct json_t		*values;
	const char		*subject;
	const char		*addressee;	/* of a reply; else "" */
	char			 sample[LETTER_NUMBER_SIZE];	/* number of
					   a paper that is only shown; or "" */
	const char		*order;	/* of the paper composed last */
	char			 why[256];	/* -1: what is wrong */
	int			 cut;		/* ... or nothing is: it was
						   ended before */
};

/* The texts of letters to choose from; *n gets their number.  They live as long
 * as the request. */
const struct sop_choice	*compose_choices(const struct request *, size_t *n);
/* The usual text for a case: "balasan-tolak". */
const char	*compose_usual(const struct dossier *);

/* Are there letters for cases of this kind: do they name participants? */
int		 compose_possible(const struct dossier *);

/* The letter that is usual for a case, dated today: text, place and reason as
 * they are known of it; to go on as above. */
struct compose	 compose_usual_letter(const struct request *,
		    const struct dossier *);

/* Does this text refuse the whole request? */
int		 compose_refuses(const char *text);

/* Find the participants the letter is about: 0; -1 with the reason in why.
 * Without any holder there is no letter to be written. */
int		 compose_people(struct compose *);

/* When the people are found: a sentence about what the letter lacks, and the
 * field of its form ("naskah", "alasan"); NULL when it lacks nothing. */
const char	*compose_lack(const struct compose *, const char **field);

/* Then read text, head and case: 0; -1 with the reason in why.  Both are ended
 * by compose_close(). */
int		 compose_open(struct compose *);
void		 compose_close(struct compose *);

/* The order to reserve its numbers with; `typed` is the number written in the
 * form, or "".  Valid as long as the composition. */
struct letter_order	 compose_order(struct compose *, const char *typed);

/* The paper: with the letters' numbers and codes, or (NULL) as a draft.  It
 * lives as long as the request.  0, or -1 when it cannot be made. */
int		 compose_pdf(struct compose *, const struct letter_row *,
		    const char **pdf, size_t *len);

/* The paper as a file of the office: as above.  Its hash lives with the
 * request. */
int		 compose_keep(struct compose *, const struct letter_row *,
		    struct act_file *);

/* For a text that cannot be set, which the reader cannot mend. */
#define COMPOSE_FAILED "Surat tidak dapat disusun (%s). Hubungi administrator."

/* Reserve the numbers, keep the paper and prepare the letter (letter/letter.h)
 * at the task of an act; `typed` as above.  *l gets the first.  The second act
 * has a key of its own; a form sent twice is stopped by the first.  As any act;
 * CASE_INVALID (field "naskah") when there is no paper, or on "nomor_surat". */
enum case_err	 compose_prepare(struct compose *, const struct act *,
		    const char *typed, struct letter_row *l);

/*
 * A text as it would look, with a letterhead, of an invented request: a PDF
 * marked CONTOH.  Both are whole files, the head with one that is in force
 * today.  0, or -1 with all faults in why, a line each.
 */
struct compose_sample {
	const struct request	*req;
	const char		*name;	/* of the text: "balasan" */
	const char		*text, *head;
};
int		 compose_sample(const struct compose_sample *,
		    const char **pdf, size_t *len, char *why, size_t whysize);

/* Today in office time, "2025-12-15"; lives with the request. */
const char	*compose_today(const struct request *);
