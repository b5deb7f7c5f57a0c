/*
 * draft.h - a request or a step that is still being written, kept by the server
 * so that nothing typed is lost.
 *
 * An applicant goes on with it by its link, a token that nobody can guess; a
 * draft of an account is that account's alone.  It lives for seven days after
 * its last change.  Once it is sent, it keeps nothing but the case it became:
 * its link leads there, and it is never sent twice.
 *
 * The draft of a step is the official's alone, and gone when the step is done;
 * a case that an official begins to write is a draft of that account.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/act.h"
#include "case/case.h"

struct arena;

#define DRAFT_TOKEN_SIZE 33
#define DRAFT_LIFE (7 * (int64_t)86400)		/* seconds */

struct draft {
	int64_t	id, version_id;
	int64_t	person_id;		/* 0: of anybody with the link */
	int64_t	begun_at, expires_at;
	int64_t	case_id;		/* 0: not sent yet */
};

/* The form in it. */
struct draft_form {
	struct act_value	*value;	/* as typed, by name */
	size_t			 nvalue;
	struct act_file		*file;
	size_t			 nfile;
};

/* Begin one, empty.  CASE_OK, CASE_BUSY, CASE_DB. */
enum case_err	 draft_new(struct office *, int64_t version_id,
		    int64_t person_id, int64_t now, struct draft *);

#define DRAFT_NAME_SIZE 13
/* A name for the draft in places where its token must not stand. */
void		 draft_name(const char *token, char name[DRAFT_NAME_SIZE]);

/* The token of a draft's link, and the draft of a token: CASE_NOT_FOUND also
 * when it is somebody else's or its time is over. */
void		 draft_token(const struct office *, int64_t id,
		    char token[DRAFT_TOKEN_SIZE]);
enum case_err	 draft_find(struct office *, const char *token,
		    int64_t person_id, int64_t now, struct draft *);

/* All it holds, in memory of the arena.  CASE_OK, CASE_DB. */
enum case_err	 draft_read(struct office *, int64_t id, struct arena *,
		    struct draft_form *);

/* Replace all values; of files, those of the fields named.  CASE_STATE when it
 * was sent meanwhile. */
enum case_err	 draft_save(struct office *, const struct draft *,
		    const struct draft_form *, int64_t now);

/* It became a case, which has the values and files now. */
enum case_err	 draft_sent(struct office *, int64_t id, int64_t case_id);

/* Those of a person that are not sent, latest first; *list given. */
enum case_err	 draft_list(struct office *, int64_t person_id, int64_t now,
		    struct draft **list, size_t *count);

/* The draft an official keeps at a task; CASE_NOT_FOUND without one. */
enum case_err	 draft_of_task(struct office *, int64_t task_id,
		    int64_t person_id, int64_t now, struct draft *);
/* Keep it, in place of the one before; of files only those of the fields
 * named. */
enum case_err	 draft_save_task(struct office *, const struct task_row *,
		    int64_t person_id, const struct draft_form *, int64_t now);
/* The task is done: nobody goes on with it. */
enum case_err	 draft_task_done(struct office *, int64_t task_id);

/* Forget those whose time is over. */
enum case_err	 draft_sweep(struct office *, int64_t now);
