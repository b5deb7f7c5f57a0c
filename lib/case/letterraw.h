/* letterraw.h - a letter as a row.  For letter*.c only. */
#ifndef CASE_LETTERRAW_H
#define CASE_LETTERRAW_H

#include "case/letter.h"
#include "case/rows.h"

#define LETTER_COLUMNS "l.id, l.unit_id, l.case_id, l.kind, l.person," \
	" l.holder, l.number, l.year, l.dated, l.subject, l.state," \
	" l.document_id, l.made_at, l.changed_at, l.reason"

extern const struct row_kind letter_rows;	/* of LETTER_COLUMNS */

#endif
