/* today.h - the page of the morning: the work of the people below. */
#pragma once

struct reply;
struct request;

/* Answer GET and POST of PATH_HARI_INI; the status of the answer. */
int	 today_get(struct request *, struct reply *);
int	 today_post(struct request *, struct reply *);
