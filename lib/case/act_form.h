/*
 * act_form.h - the form of a row within an act.
 */
#pragma once

struct act_work;
struct sop_row;

/* Check the values and files of w->a against the row (with `required` all
 * that the row asks for must be there, but for files handed in before) and put
 * them into the event and, where they name subject, applicant, channels or an
 * officer, into w->c.  The files are saved with the event.
 * CASE_OK; CASE_INVALID (office_field()); CASE_DB. */
int		 act_form(struct act_work *, const struct sop_row *,
		    int required);
