/*
 * operator.h - operators of institutions: they ask for an account, the office
 * approves or refuses, and they get a one-time link by message.
 *
 *	operator_add(office, &change, &r, &id);
 *	struct approval a = { .id = id, .login = "unsri", .site = conf->site };
 *	err = operator_approve(office, &change, &a);
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"
#include "people/institution.h"

#define OPERATOR_ROLE "admin-user"	/* what they hold then */
#define OPERATOR_OFFICE "admin-kanwil"	/* who approves */

struct registration {
	int64_t			id;
	char			institution[160];
	enum institution_kind	kind;
	char			name[160];
	char			phone[24], email[128];
	char			state[12];	/* waiting, approved, refused */
	int64_t			asked_at, decided_at, decided_by;
	char			reason[1024];
	int64_t			person_id;
};

/* The approval of a registration. */
struct approval {
	int64_t		 id;
	int64_t		 institution_id; /* 0: a new one, as typed */
	const char	*login;
	const char	*site;		/* public address for the link */
};

/* Ask for an account; *id (or NULL) gets the registration's.  CASE_INVALID:
 * office_field() is the member's name.  phone is E.164. */
enum case_err	 operator_add(struct office *, const struct change *,
		    const struct registration *, int64_t *id);

enum case_err	 operator_get(struct office *, int64_t id,
		    struct registration *);
/* Registrations that wait first, then those last decided, 200 at most; given,
 * free() *list. */
enum case_err	 operator_list(struct office *,
		    struct registration **list, size_t *count);
/* How many wait for a decision. */
int64_t		 operator_waiting(struct office *);

/* May the person decide?  1 for holders of OPERATOR_OFFICE and for
 * administrators; 0. */
int		 operator_may_decide(struct office *, int64_t person_id,
		    int64_t now);

/* Approve: make the account, give it its role, and send the link by message,
 * at once.  CASE_DENIED; CASE_STATE when it was decided before; CASE_INVALID
 * (login, institution_id). */
enum case_err	 operator_approve(struct office *, const struct change *,
		    const struct approval *);
/* Refuse, for a reason that goes out by message.  CASE_INVALID (reason)
 * without one or with one that is too long; CASE_DENIED, CASE_STATE. */
#define OPERATOR_REASON_MAX 500		/* characters */
enum case_err	 operator_refuse(struct office *, const struct change *,
		    int64_t id, const char *reason);
/* Send a new link for one that is approved; CASE_STATE when it is not. */
enum case_err	 operator_link(struct office *, const struct change *,
		    int64_t id, const char *site);
