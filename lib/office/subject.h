/*
 * subject.h - requests of persons about what is kept of them: to see it, to
 * have it corrected or erased, to object to its use (UU 27/2022 art. 5 to 13).
 *
 * Each is written down with who asked and how that was seen, and is decided and
 * answered within SUBJECT_SECONDS, counted by the clock and not by office
 * hours.  The decision names its ground: what belongs to the administration of
 * the state is not erased on demand (art. 15), but goes by its term
 * (case/disposal.h).
 *
 *	struct subject_request s = { .kind = "see", .name = "Rina", ... };
 *
 *	subject_add(o, &change, &s, &id);
 *	...
 *	subject_decide(o, &change, id, &(struct subject_request){
 *	    .decision = "granted", .ground = "art. 7", .answer = "..." });
 *
 * Both are events, whose payloads hold what is personal.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"

#define SUBJECT_SECONDS (3 * 24 * (int64_t)3600)
#define SUBJECT_SOON (24 * (int64_t)3600)	/* before its end */

struct subject_request {
	int64_t	id;
	char	number[24];		/* D-2026-0001 */
	char	kind[8];		/* see, correct, erase, object */
	char	name[160];
	char	contact[160];		/* where the answer goes */
	char	proof[256];		/* how it was seen who it is */
	char	body[2048];		/* what is asked for */
	int64_t	came_at, due_at, noted_by;
	char	decision[8];		/* granted, partly, refused; "": open */
	char	ground[512], answer[2048];
	int64_t	decided_at, decided_by;
};

/* Write one down as it came at an instant (came_at; 0: now) which is not to
 * come.  CASE_INVALID: office_field() is the member's name. */
enum case_err	 subject_add(struct office *, const struct change *,
		    const struct subject_request *, int64_t *id);
/* Decide and answer it, once: of `in` decision, ground and answer.  CASE_STATE
 * when it was decided; CASE_INVALID, CASE_NOT_FOUND. */
enum case_err	 subject_decide(struct office *, const struct change *,
		    int64_t id, const struct subject_request *in);

/* One of them.  The open ones by the day they are due, then the others, the
 * last first; given, free() *list.  CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 subject_get(struct office *, int64_t id,
		    struct subject_request *);
enum case_err	 subject_list(struct office *, struct subject_request **list,
		    size_t *count);

/* How many are open that are due before an instant: late ones before now. */
int64_t		 subject_open(struct office *, int64_t before);
