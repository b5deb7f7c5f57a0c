/* preference.h - the page where a person chooses how to be told of work. */
#ifndef CGI_BIN_INBOX_PREFERENCE_H
#define CGI_BIN_INBOX_PREFERENCE_H

struct reply;
struct request;

int	 inbox_preference_get(struct request *, struct reply *);
int	 inbox_preference_post(struct request *, struct reply *);

#endif
