/*
 * download.h - the applicant fetches the letter.
 */
#pragma once

#include "case/case.h"
#include "web/route.h"

/* The address for applicants without account, who give code and digits. */
#define DOWNLOAD_PATH PATH_LACAK "/surat"

struct actor;
struct reply;
struct request;

/*
 * The reply to a POST by somebody who may have the letter of a case: the file.
 * The first time is recorded as the case's download row, where it has one,
 * before the first byte leaves; later the letter is there still.  404: there
 * is none yet; otherwise refused as by reply_file_ready().
 */
int	 download_letter(struct request *, struct reply *,
	    const struct case_row *, const struct actor *);
