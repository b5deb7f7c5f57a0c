/*
 * step_kind.h - the kinds of step a row of an SOP can be.
 *
 * Each kind has a program of its name under cgi-bin/ (review.c) that does the
 * row.  A new kind is a line here and in step_kind.c; its rules in sopcheck.c
 * (may it return or refuse?); its address in web/address.c; its
 * words in casepage/words.c and casepage/timeline.c; its program with a page
 * of the manual in cgi-bin/; and its place in sopap-sop(5).
 */
#pragma once

enum step_kind {
	STEP_SUBMIT,
	STEP_REVIEW,
	STEP_ASSIGN,
	STEP_DRAFT,
	STEP_APPROVE,
	STEP_DELIVER,
	STEP_DOWNLOAD,
	STEP_NOTIFY,
	STEP_RECORD,
	STEP_ARCHIVE,
	STEP_EVALUATE,
	STEP__MAX
};

/* The word of an SOP file, "review"; and the kind of a word, -1 when there is
 * none. */
const char	*step_kind_slug(enum step_kind);
int		 step_kind_from(const char *slug);
