/* mend.h - a request that came back to its applicant. */
#ifndef CGI_BIN_SUBMIT_MEND_H
#define CGI_BIN_SUBMIT_MEND_H

#include <stdint.h>

#include "casepage/step.h"

extern const struct step_program submit_mend;

/* This visitor has shown to be the applicant of a case. */
void	 mend_prove(const struct request *, struct reply *, int64_t case_id);

#endif
