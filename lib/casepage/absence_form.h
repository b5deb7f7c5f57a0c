/*
 * absence_form.h - the part of a form that asks what becomes of the tasks of
 * somebody who is away or leaves (people/absence.h): to whom, which, and why.
 *
 *	struct absence_form f;
 *
 *	if ((err = absence_form_begin(req, person, &f)) != CASE_OK)
 *		return reply_case_error(rep, req, err);
 *	form_page_read(&s, f.field, ABSENCE_FORM_FIELDS) ...
 *	absence_form_read(&s, &f, &absence);
 */
#pragma once

#include <stdint.h>

#include "case/claim_list.h"
#include "sop/sop.h"

struct absence;
struct form_page;
struct request;

enum { ABSENCE_FORM_STAND_IN, ABSENCE_FORM_TASKS, ABSENCE_FORM_REASON,
	ABSENCE_FORM_FIELDS };

struct absence_form {
	struct sop_field	 field[ABSENCE_FORM_FIELDS];
	struct sop_field	 checks;	/* the tasks, to be ticked */
	const struct claim_item	*task;		/* what he has */
	size_t			 ntask;
};

/* The names of the library's members and of the fields that show them, for
 * form_page_refused(). */
#define ABSENCE_FORM_NAMES \
	"stand_in_id", "pengganti", "tasks", "tugas", "reason", "alasan"

/* The fields for the tasks of a person; they live with the request.  CASE_OK,
 * CASE_DB. */
enum case_err	 absence_form_begin(const struct request *, int64_t person_id,
		    struct absence_form *);

/* Take what was sent: stand_in_id, tasks, reason and the chosen ones; an error
 * is noted beside the boxes when none of them is ticked. */
void		 absence_form_read(struct form_page *,
		    const struct absence_form *, struct absence *);

/* The word of a form for what becomes of the tasks: "pindah". */
const char	*absence_form_word(int tasks);
