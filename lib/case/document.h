/*
 * document.h - files of a case: what was handed in or made with a row's form.
 *
 * The row names the file; its bytes lie under their hash (store/files.h).  Who
 * may have one is asked with case_may_see_document() (case/access.h).
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

struct document {
	int64_t	id, case_id, task_id;	/* the task it came with */
	char	field[48];		/* name of the form's field */
	char	name[256];		/* as the sender called it */
	char	type[64], sha256[65];
	int64_t	size;			/* bytes */
	int64_t	added_at, added_by;	/* added_by 0: an applicant */
	int64_t	composed;		/* a letter as it was prepared, to be
					   signed (letter/letter.h) */
};

/* One of them.  CASE_OK; CASE_NOT_FOUND and CASE_DB leave it. */
enum case_err	 document_get(struct office *, int64_t id, struct document *);

/* All of a case, oldest first: *docs is given, free() it.  CASE_OK, CASE_DB. */
enum case_err	 case_documents(struct office *, int64_t case_id,
		    struct document **docs, size_t *count);
