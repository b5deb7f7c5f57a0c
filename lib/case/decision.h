/*
 * decision.h - what was decided of a request, yes or no, for the person who
 * asked: the tracking page, the operator's page and messages say it alike.
 */
#pragma once

#include "case/case.h"
#include "message/wording.h"

/* Was the request decided: refused, or forwarded by a row that approves?  1,
 * with the decision; 0 when it was not (yet), and when the database fails. */
int	 decision_read(struct office *, const struct case_row *,
	    struct wording_decision *);
