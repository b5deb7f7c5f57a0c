/* letter_raw.h - a letter as a row.  For letter*.c only. */
#ifndef LETTER_LETTER_RAW_H
#define LETTER_LETTER_RAW_H

#include "case/act_frame.h"
#include "letter/letter.h"
#include "office/row.h"

#define LETTER_COLUMNS "l.id, l.unit_id, l.case_id, l.kind, l.person," \
	" l.holder, l.number, l.year, l.dated, l.subject, l.state," \
	" l.document_id, l.made_at, l.changed_at, l.reason, l.addressee, l.serial"
#define LETTER_NCOLUMNS 17

extern const struct row_kind letter_rows;	/* of LETTER_COLUMNS */

/* What an act on letters has beside the act; the act comes first, so that the
 * frame's pointer to it leads here. */
struct letter_act {
	struct act			 act;
	const struct letter_order	*order;
	struct letter_row		*row;
	const struct letter_row		*reserved;
	const struct act_file		*file;
	const struct letter_made	*made;
	int64_t				 letter_id;
};

/* lettertexts.c: the version of a text that a letter is made of now.  A
 * shipped file that was not used before becomes one; 0 when the office's own
 * has just taken effect instead. */
int64_t	 letter_version_used(struct act_work *, const char *name, const char *text);

/* The task is claimed by whoever acts, and its row makes letters. */
int	 letter_check_writer(struct act_work *);

#endif
