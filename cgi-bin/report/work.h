/* work.h - the visits and cases behind a figure of a report. */
#pragma once

#define WORK_PART "kerja"	/* no slug of an SOP */

struct month_figures;
struct report_view;

/* Answer with those of the figure that the query names: a=, and for a part p=
 * (performer), s= (SOP), l= (row) or u= (unit); the status of the answer. */
int	 report_work_page(const struct report_view *, struct month_figures *);
