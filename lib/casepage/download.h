/*
 * download.h - the applicant fetches the letter.
 */
#pragma once

#include "case/case.h"
#include "web/route.h"

/* The address for applicants without account, who give code and digits. */
#define DOWNLOAD_PATH PATH_LACAK "/surat"

struct actor;
struct document;
struct dossier;
struct reply;
struct request;

/* The name under which the answer of a case goes out, whatever it was called
 * when it was uploaded: "surat-izin-W.6.UM.01.01-0136.pdf".  Lives with the
 * request. */
const char	*download_name(const struct request *, const struct dossier *,
		    const struct document *);
/* The same for a page that has read no more than the case. */
const char	*download_name_of(const struct request *,
		    const struct case_row *, const struct document *);

/*
 * The reply to a POST by somebody who may have the letter of a case: the file.
 * The first time is recorded as the case's download row, where it has one,
 * before the first byte leaves; later the letter is there still.  404: there
 * is none yet; otherwise refused as by reply_file_ready().
 */
int	 download_letter(struct request *, struct reply *,
	    const struct case_row *, const struct actor *);
