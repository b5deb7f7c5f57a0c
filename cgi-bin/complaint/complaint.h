/* complaint.h - the parts of the program for complaints. */
#ifndef CGI_BIN_COMPLAINT_COMPLAINT_H
#define CGI_BIN_COMPLAINT_COMPLAINT_H

#include "voice/complaint.h"

struct reply;
struct request;

/* How long an answer may take, and who gives it. */
struct complaint_rule	complaint_rule(const struct request *);

/* complaint_office.c: the list of those that came, and each to be answered. */
int	 complaint_office(struct request *, struct reply *);

#endif
