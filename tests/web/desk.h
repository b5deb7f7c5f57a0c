/*
 * desk.h - cases brought to a row by the case library, for the tests of the
 * step programs; and forms filled with what each field takes.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/case.h"
#include "sop/sop.h"

/* The clock of these acts; a minute of office time passes with each. */
extern int64_t desk_now;

/* Open a case of an SOP and go on to row `no` (printed number); its id. */
int64_t		 desk_case(struct office *, const char *slug,
		    const char *no);

/* The open task of a case that is no side task; the test ends without one. */
struct task_row	 desk_task(struct office *, int64_t case_id);
/* Likewise, claimed by its doer. */
struct task_row	 desk_claimed(struct office *, int64_t case_id);

/* A wait for a party before the open row ends. */
void		 desk_back(struct office *, int64_t case_id);

/* Login of whoever may do it ("" for an applicant without account). */
const char	*desk_doer(struct office *, const struct task_row *);

/* Fields of a row as a form's text, "a=1&b=2" with `over` in place of the
 * usual value of the field it names ("nama=x"); files left out.  free() it. */
char		*desk_form(struct office *, const struct sop_row *,
		    const char *over);

/* The row a task stands on. */
const struct sop_row	*desk_row(struct office *, const struct task_row *);

/* Number of events of a case. */
int64_t		 desk_events(struct office *, int64_t case_id);

/* The first bytes of a PDF, and how many. */
extern const char	 desk_pdf[];
extern const size_t	 desk_pdf_len;
