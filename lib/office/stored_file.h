/*
 * stored_file.h - the stored files (store/files.h) that belong to the office:
 * what names one, and which were found missing or altered.
 *
 * Named are the documents of cases, the reports of institutions, the signed
 * papers of SOPs, the files of drafts, and those that go with mails still to be
 * sent.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"
#include "store/files.h"

struct stored_file {
	char	sha256[FILES_HASH_SIZE];
};

/* Does anything name the file?  1, 0, or -1 when the database failed. */
int		 stored_file_named(struct office *, const char *sha256);

/* All that are named, each once, by their hash; given, free() *list.  Works on
 * an older schema.  CASE_OK, CASE_DB. */
enum case_err	 stored_file_list(struct office *, struct stored_file **list,
		    size_t *count);

/* Rows about files, by their hash: `list` is a query of hashes, and `forget`
 * deletes those of one ($1).  Forget those of files that are gone: they came in
 * with forms that were given up.  CASE_OK, CASE_BUSY, CASE_DB. */
enum case_err	 stored_file_forget(struct office *, const char *list,
		    const char *forget);

/* Call `fn` with each, of a database alone; one that several places name comes
 * several times.  Until it gives other than 0, which is the answer; or 0; -1
 * when the database failed. */
int		 stored_file_each(struct db *, int (*fn)(void *arg,
		    const char *sha256), void *arg);

/* -- damages -------------------------------------------------------------- */

/* A file that was missing or altered when somebody wanted it. */
struct stored_damage {
	char	sha256[FILES_HASH_SIZE];
	char	state[8];		/* missing, altered */
	int64_t	since;			/* first seen so */
	char	name[256];		/* of its newest document, or "" */
	int64_t	case_id;		/* of that, or 0 */
};

/* Note one, once: CASE_OK the first time, CASE_REPEATED, CASE_BUSY, CASE_DB. */
enum case_err	 stored_file_damage_note(struct office *,
		    const char *sha256, enum files_state, int64_t now);

/* Those noted, oldest first; given, free() *list. */
enum case_err	 stored_file_damage_list(struct office *,
		    struct stored_damage **list, size_t *count);

/* Look at those noted again, and forget those that are whole again. */
enum case_err	 stored_file_damage_mend(struct office *);
