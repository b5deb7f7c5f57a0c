/*
 * version_move.h - open cases that go over to another version of their SOP, by
 * an administrator who says why.
 *
 * A case keeps the version it began with, unless this act moves it.  The visits
 * that are closed stay as they were, with row, limit and verdict of the version
 * they were done by; so each row that was done must stand at the same place in
 * the new version.  The open one becomes the row that sop_match() says: by the
 * same performer it goes on, with its claim, and has from then on the limit of
 * the new version, counted from its receipt; by another it is superseded,
 * without a verdict, and opened anew.
 *
 *	err = version_move_list(o, "izin-magang", to, &list, &n);	preview
 *	struct act a = { .case_id = id, .note = "Standar baru", ... };
 *	err = version_move(o, &a, to);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/act.h"
#include "case/case.h"

/* An open case of another version than the one asked about. */
struct version_move {
	int64_t	case_id, version_id;	/* of the version it has now */
	int64_t	version;		/* its number */
	char	number[24];
	char	subject[256];
	int	from, to;		/* positions of its open row */
	char	why[192];		/* it cannot move; "" when it can */
};

/* The open cases of an SOP that could move to a version of it, the oldest
 * first, those of an evaluation aside; given, free() *list.  CASE_OK, CASE_DB,
 * CASE_NOT_FOUND without such a version. */
enum case_err	 version_move_list(struct office *, const char *slug,
		    int64_t to, struct version_move **list, size_t *count);

/* Move a->case_id to a version of its SOP, with a note that says why.
 * CASE_DENIED: no administrator; CASE_STATE: it is ended, has that version
 * already, or has rows that stand elsewhere in it; else as every act. */
enum case_err	 version_move(struct office *, struct act *, int64_t to);
