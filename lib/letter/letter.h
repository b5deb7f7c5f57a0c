/*
 * letter.h - letters the office issues: their numbers, what became of them,
 * and what somebody who has one may know of it.
 *
 * A letter is issued in two acts, since its number and code stand on the paper
 * that is composed between them:
 *
 *	err = letter_reserve(office, &act, &order, row);
 *	... compose a PDF with row[i].number and its office_letter_code()
 *	err = letter_issue(office, &act, row, &paper);
 *
 * A number reserved for a letter that was never issued is taken up again by
 * the next try, and none is given twice.  One that is given up in the end (for
 * another year, or somebody who is refused) stays in the register as such.
 */
#ifndef LETTER_LETTER_H
#define LETTER_LETTER_H

#include <stddef.h>
#include <stdint.h>

#include "case/act.h"

#define LETTER_HOLDERS	100		/* of one paper */
#define LETTER_NUMBER_SIZE 96

struct letter_row {
	int64_t	id, unit_id, case_id;
	char	kind[12];
	int64_t	person;
	char	holder[208];
	char	number[LETTER_NUMBER_SIZE];
	int64_t	year;
	char	dated[11];
	char	subject[512];
	char	state[12];		/* reserved, dropped, valid, superseded,
					   withdrawn */
	int64_t	document_id;
	int64_t	made_at, changed_at;
	char	reason[512];
	char	addressee[256];		/* "": the holder */
	int64_t	serial;			/* running number of the year; 0: it
					   was numbered elsewhere */
};

struct letter_order {
	const char	*kind;		/* balasan, keterangan, sertifikat */
	const char	*subject;
	const char	*dated;		/* "2025-12-15" */
	const char	*addressee;	/* NULL: the holder */
	const char *const *holder;	/* a letter each */
	const int64_t	*person;	/* which of the case's persons each is,
					   ascending; NULL: all of them */
	size_t		 n;		/* 1 .. LETTER_HOLDERS */
	const char	*typed;		/* number given elsewhere, for n = 1; or
					   NULL: the next one by the pattern */
	/* The n-th number of the year in words: 0, or -1 when too long. */
	int		(*number)(void *arg, int64_t n, char *buf,
			    size_t size);
	void		*arg;
};

/*
 * Reserve a number for each holder, at a draft or approve row that the actor
 * has claimed; row[] has room for order->n.  A letter of this case, kind and
 * person that is reserved or valid keeps its number, unless another is typed
 * or the year is another.  CASE_INVALID (field "nomor_surat") when the typed
 * one belongs to another letter; CASE_STATE when the task is not the actor's.
 */
enum case_err	 letter_reserve(struct office *, struct act *,
		    const struct letter_order *, struct letter_row *row);

/* A composed paper, and what it was made of. */
struct letter_made {
	size_t			 n;		/* letters on it */
	const struct act_file	*file;
	const char		*name;		/* of the text: "balasan" */
	const char		*text, *head;	/* whole, as they were used */
	const char		*order;		/* for sopap-letter(1) */
};

/* The paper is composed: what was reserved becomes valid, the letters in force
 * before are superseded, the file is a document of the case (field "surat"). */
enum case_err	 letter_issue(struct office *, struct act *,
		    const struct letter_row *row, const struct letter_made *);

/* A draft is composed: a document of the case (field "surat"), nothing more. */
enum case_err	 letter_draft(struct office *, struct act *,
		    const struct act_file *);

/* By an administrator, a->note says why; a->case_id is the letter's. */
enum case_err	 letter_withdraw(struct office *, struct act *,
		    int64_t letter_id);

enum case_err	 letter_get(struct office *, int64_t id, struct letter_row *);

/* Letters of a case that were issued, oldest first; given, free() *rows. */
enum case_err	 letter_list(struct office *, int64_t case_id,
		    struct letter_row **rows, size_t *count);

/*
 * An issued letter by its code as typed.  CASE_NOT_FOUND, one answer for an
 * unknown code and a text that is none, by the same path; CASE_STATE after too
 * many of them, from this address or from all together, whatever the code.
 */
struct letter_try {
	const char	*code;
	const char	*address;	/* of the client */
	int64_t		 now;
};
enum case_err	 letter_find(struct office *, const struct letter_try *,
		    struct letter_row *);

/* Is a file with this SHA-256 (hex) the letter as composed, or a file the
 * office added to its case when it signed or handed it over? */
int		 letter_has_file(struct office *, const struct letter_row *,
		    const char *sha256);

/* "S*** N********": enough to recognise, too little to learn; returns buf. */
char		*letter_mask(const char *name, char *buf, size_t size);

/* A text of the letter with the holder's name in it masked as well, and its
 * subject like that; each returns buf. */
char		*letter_masked(const struct letter_row *, const char *text,
		    char *buf, size_t size);
char		*letter_subject(const struct letter_row *, char *buf,
		    size_t size);

#endif
