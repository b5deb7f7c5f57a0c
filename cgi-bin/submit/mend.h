/* mend.h - a request that came back to its applicant. */
#pragma once

#include <stdint.h>

#include "casepage/step.h"

/* The step of such a task, for an applicant and for an official. */
extern const struct step_program submit_mend;

/* Note in a cookie that this visitor has shown to be the applicant of a case:
 * mend asks no digits of the telephone number then. */
void	 mend_prove(const struct request *, struct reply *, int64_t case_id);
