/*
 * track.h - the pages of track, each in its own file.
 */
#ifndef CGI_BIN_TRACK_TRACK_H
#define CGI_BIN_TRACK_TRACK_H

#include "case/case.h"

struct reply;
struct request;

/* The case of the code in the cookie: is there one? */
int	 track_kept(const struct request *, struct case_row *);

/* track_letter.c: /lacak/surat, the letter by code and digits. */
int	 track_letter_get(struct request *, struct reply *);
int	 track_letter_post(struct request *, struct reply *);

#endif
