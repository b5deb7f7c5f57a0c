/* apply_check.h - all answers of a request once more, and sending them: the
 * case begins and the draft ends; the statuses of the answers. */
#pragma once

struct apply;

int	 apply_check_get(struct apply *);
int	 apply_check_post(struct apply *);
