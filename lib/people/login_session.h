/*
 * login_session.h - sessions: one lasts from a log-in, by password or PIN, to
 * a log-out, or until it was unused for long enough.
 *
 * A session's token is in the cookie alone; the database knows its SHA-256.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"

#define LOGIN_TOKEN_SIZE 65		/* 64 hex digits and the NUL */

/* Seconds after which a session ends: unused, one by PIN unused, and however
 * much it is used, since it may be on a machine that changed hands. */
struct login_session_ends {
	int64_t	idle, pin, life;
};

struct conf;

/* As the office has set them; NULL: as they are unless set. */
struct login_session_ends	 login_session_ends(const struct conf *);

struct login_session {
	int64_t	id, person_id;
	char	csrf[LOGIN_TOKEN_SIZE];	/* every form carries it */
	int64_t	by_pin;			/* begun at a counter, by PIN */
	int64_t	created_at, seen_at;
	char	address[64];		/* where it began */
	int64_t	proved_at;		/* the second factor; 0: never */
};

/* Begin a session: `token` gets what the cookie carries.  Sessions of anybody
 * that have ended are deleted, and the audit says so.
 * CASE_OK, CASE_BUSY, CASE_DB. */
enum case_err	 login_session_open(struct office *, int64_t person_id,
		    int64_t now, const struct login_session_ends *,
		    char token[LOGIN_TOKEN_SIZE]);
/* The same after a PIN. */
enum case_err	 login_session_open_pin(struct office *, int64_t person_id,
		    int64_t now, const struct login_session_ends *,
		    char token[LOGIN_TOKEN_SIZE]);

/*
 * The session of a token: CASE_OK, or CASE_NOT_FOUND when there is none, it has
 * ended, or its person is inactive.
 * Notes every five minutes at most that it was used.
 */
enum case_err	 login_session_find(struct office *, const char *token,
		    int64_t now, const struct login_session_ends *,
		    struct login_session *);
/* The same without the note, for a look that is no use of it. */
enum case_err	 login_session_peek(struct office *, const char *token,
		    int64_t now, const struct login_session_ends *,
		    struct login_session *);

/* A person's sessions that still last, the one used last first; given, free()
 * *list.  CASE_OK, CASE_DB. */
enum case_err	 login_session_list(struct office *, int64_t person_id,
		    int64_t now, const struct login_session_ends *,
		    struct login_session **list, size_t *count);

/* End all sessions of a person, an event of the person's stream. */
enum case_err	 login_session_end_all(struct office *, const struct change *,
		    int64_t person_id);

/* Its person has just shown the second factor.  CASE_OK, CASE_BUSY, CASE_DB. */
enum case_err	 login_session_prove(struct office *, int64_t session_id,
		    int64_t now);

/* Delete the sessions of anybody that have ended, and write down whose they
 * were.  CASE_OK, CASE_BUSY, CASE_DB. */
enum case_err	 login_session_sweep(struct office *, int64_t now,
		    const struct login_session_ends *);

/* End a session: log out.  CASE_OK also when it had ended. */
enum case_err	 login_session_close(struct office *, int64_t session_id);

/* Random hex digits that nobody guesses: a token. */
void		 login_session_random(char token[LOGIN_TOKEN_SIZE]);
