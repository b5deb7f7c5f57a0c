/* preference.h - the page where a person chooses the channels of messages. */
#pragma once

struct reply;
struct request;

/* Answer GET and POST of PATH_PEMBERITAHUAN; the status of the answer. */
int	 inbox_preference_get(struct request *, struct reply *);
int	 inbox_preference_post(struct request *, struct reply *);
