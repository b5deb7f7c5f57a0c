/* apply_check.h - all answers of a request once more, and sending them: the
 * case begins and the draft ends; the statuses of the answers. */
#ifndef CGI_BIN_SUBMIT_APPLY_CHECK_H
#define CGI_BIN_SUBMIT_APPLY_CHECK_H

struct apply;

int	 apply_check_get(struct apply *);
int	 apply_check_post(struct apply *);

#endif
