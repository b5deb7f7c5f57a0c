/*
 * operator.h - the parts of the program around institutions' operators.
 */
#ifndef CGI_BIN_OPERATOR_OPERATOR_H
#define CGI_BIN_OPERATOR_OPERATOR_H

struct reply;
struct request;

/* Each answers GET and POST of its address. */
int	 operator_decide(struct request *, struct reply *);
int	 operator_activity(struct request *, struct reply *);

#endif
