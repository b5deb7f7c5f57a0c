/* preference.h - the page where a person chooses the channels of messages. */
#ifndef CGI_BIN_INBOX_PREFERENCE_H
#define CGI_BIN_INBOX_PREFERENCE_H

struct reply;
struct request;

/* Answer GET and POST of PATH_PEMBERITAHUAN; the status of the answer. */
int	 inbox_preference_get(struct request *, struct reply *);
int	 inbox_preference_post(struct request *, struct reply *);

#endif
