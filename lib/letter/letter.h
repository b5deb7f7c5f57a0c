/*
 * letter.h - letters of the office.
 *
 * A letter belongs to a case and to one of the persons its request names.  The
 * room knows their texts (letter_text.h, letter_version.h, letterhead.h), their
 * numbers (letter_number.h), the register of outgoing letters
 * (letter_register.h), and what the holder of a paper may learn by its code
 * (letter_verify.h).  It does not draw: reports/letter composes the PDF.
 *
 * A letter is prepared in two acts, since its number and code stand on the
 * paper that is composed between them:
 *
 *	err = letter_reserve(office, &act, &order, row);
 *	... compose a PDF with row[i].number and its office_letter_code()
 *	err = letter_prepare(office, &act, row, &made);
 *
 * In force it is not before the act that approves it was sent with the signed
 * file (case/act_letter.h); its states have words of their own
 * (letter_state.h).  A number reserved for a letter that was never composed is
 * taken up again by the next try, and none is given twice.  One that is given
 * up in the end (for another year, for a person who is refused, with a request
 * that was sent back) stays in the register as such.
 */
#pragma once

/* The number of a letter of a trial begins so: it is of no series, stands in no
 * register, and verifies as nothing. */
#define LETTER_TRIAL "UJI-COBA"

#include <stddef.h>
#include <stdint.h>

#include "case/act.h"

#define LETTER_HOLDERS	100		/* of one paper */
#define LETTER_NUMBER_SIZE 96

struct act_work;
struct row_kind;

struct letter_row {
	int64_t	id, unit_id, case_id;
	char	kind[12];
	int64_t	person;
	char	holder[208];
	char	number[LETTER_NUMBER_SIZE];
	int64_t	year;
	char	dated[11];
	char	subject[512];
	char	state[12];		/* as stored: letter_state.h */
	int64_t	document_id;		/* the paper; 0: none yet */
	int64_t	made_at, changed_at;
	char	reason[512];
	char	addressee[256];		/* "": the holder */
	int64_t	serial;			/* running number of the year; 0: it
					   was numbered elsewhere */
};

/* A composed paper, and what it was made of. */
struct letter_made {
	size_t			 n;		/* letters on it */
	const struct act_file	*file;
	const char		*name;		/* of the text: "balasan" */
	const char		*text, *head;	/* whole, as they were used */
	const char		*order;		/* for sopap-letter(1) */
};

/*
 * The paper is composed: the reserved letters have it, papers prepared before
 * in this case are replaced or, of another kind, given up, the file becomes a
 * document of the case (field "surat").  CASE_STATE when the actor has not
 * claimed a draft or approve row, when a letter has a paper already, or when
 * the office has just put another text in force; and as any act (case/act.h).
 */
enum case_err	 letter_prepare(struct office *, struct act *,
		    const struct letter_row *row, const struct letter_made *);

/* A draft is composed: its file becomes a document of the case (field
 * "surat"), nothing more.  CASE_STATE as above. */
enum case_err	 letter_draft(struct office *, struct act *,
		    const struct act_file *);

/* An administrator withdraws a letter in force; act.note says why, act.case_id
 * is the letter's.  CASE_DENIED for others, CASE_INVALID (field "note") without
 * a reason, CASE_STATE when the letter is not in force. */
enum case_err	 letter_withdraw(struct office *, struct act *,
		    int64_t letter_id);

/* CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 letter_get(struct office *, int64_t id, struct letter_row *);

/* Letters of a case that have a paper, oldest first; given, free() *rows. */
enum case_err	 letter_list(struct office *, int64_t case_id,
		    struct letter_row **rows, size_t *count);

/* The name of the text that a paper was composed of, "balasan-tolak"; "" when
 * it was composed of none. */
#define LETTER_NAME_SIZE 32
void		 letter_made_of(struct office *, int64_t document_id,
		    char name[LETTER_NAME_SIZE]);

/* -- inside lib/letter -------------------------------------------------- */

#define LETTER_COLUMNS "l.id, l.unit_id, l.case_id, l.kind, l.person," \
	" l.holder, l.number, l.year, l.dated, l.subject, l.state," \
	" l.document_id, l.made_at, l.changed_at, l.reason, l.addressee," \
	" l.serial"
#define LETTER_NCOLUMNS 17

extern const struct row_kind letter_rows;	/* of LETTER_COLUMNS */

/* Within an act: CASE_OK when the actor has claimed the task and its row is
 * one that makes letters (draft, approve); else CASE_STATE, or as act_may_now()
 * refuses. */
int		 letter_check_writer(struct act_work *);
