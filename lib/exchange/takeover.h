/*
 * takeover.h - cases in flight when an office begins with sopap.
 *
 * Each stands at a row of an SOP in force and goes on from there: its task is
 * received when it was received on paper, so that its limit runs on.  The rows
 * before it are not in the table; where a later row is performed by the person
 * who did one of them, that person is given.  Each case has an event
 * "takeover".
 *
 * The table is a CSV with the columns nomor (of the older system), sop (its
 * slug), langkah (as printed), perihal, dibuka, diterima and, where wanted,
 * pemohon, telepon, surel, pelaku and pegawai (logins).
 */
#pragma once

#include <stddef.h>

#include "exchange/import_log.h"
#include "office/change.h"

/* A case that was taken over. */
struct taken {
	char	old_number[64];
	char	number[24];
	char	code[16];		/* the tracking code */
};

struct takeover {
	struct taken	*taken;		/* in the order of the table */
	size_t		 count, known;	/* known: taken over before */
	struct import_log faults;	/* rows that are refused; no events */
};

/*
 * Take over the cases of a table, all or none, unless faulty rows may be left
 * out.  CASE_INVALID: the file cannot be read (office_why()), or there are
 * faults.  Freed in either case by takeover_free().
 */
enum case_err	 takeover_read(struct office *, const struct change *,
		    const char *text, int skip_bad, struct takeover *);
void		 takeover_free(struct takeover *);
