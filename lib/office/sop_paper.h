/*
 * sop_paper.h - the signed paper of a version of an SOP: a scan, or a PDF that
 * was signed electronically.
 *
 * The text of a version is what runs; its paper is what was signed.  It may
 * come later than its version and be handed in again: the newest counts, and
 * those before it stay in the store.
 */
#pragma once

#include <stdint.h>

#include "office/change.h"
#include "office/office.h"

struct sop_paper {
	int64_t	id, version_id;
	char	sha256[65], name[256], type[64];
	int64_t	size, added_at, added_by;
};

/* Hand one in, as an event of the SOP; its file is in the store.  CASE_OK,
 * CASE_NOT_FOUND without such a version, CASE_INVALID (field "naskah") when it
 * is the one there is, CASE_REPEATED, CASE_DB. */
enum case_err	 sop_paper_add(struct office *, const struct change *,
		    const struct sop_paper *);

/* The paper of a version.  CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 sop_paper_find(struct office *, int64_t version_id,
		    struct sop_paper *);
