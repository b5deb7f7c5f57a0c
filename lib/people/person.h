/*
 * person.h - the people who work with the office, their superiors, and the
 * institutions of outsiders.
 *
 * People are never deleted, only made inactive: the history names them.
 * Passwords and sessions are in login.h, the roles they hold in role.h.
 */
#ifndef PEOPLE_PERSON_H
#define PEOPLE_PERSON_H

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"
#include "people/role.h"

struct person {
	int64_t	id;
	char	login[64];		/* NIP, or a name for outsiders */
	char	name[160];
	char	nip[32];		/* "" for outsiders */
	char	phone[24], email[128];	/* E.164; or "" */
	int64_t	unit_id;
	int64_t	institution_id;		/* 0: of the office */
	int64_t	superior_role_id;	/* position of the superior; 0: none */
	int64_t	admin, active;
};

enum institution_kind { KIND_CAMPUS, KIND_SCHOOL, KIND_OTHER, KIND__MAX };
enum institution_state {
	STATE_PENDING,
	STATE_ACTIVE,
	STATE_CLOSED,
	STATE__MAX
};

struct institution_row {
	int64_t			id;
	char			name[160];
	enum institution_kind	kind;
	enum institution_state	state;
};

/* As a person types it: spaces away, small letters. */
void		 person_fold_login(const char *typed, char *buf, size_t size);

/* CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 person_get(struct office *, int64_t id, struct person *);
enum case_err	 person_by_login(struct office *, const char *typed,
		    struct person *);
enum case_err	 institution_get(struct office *, int64_t id,
		    struct institution_row *);

/* The name alone, for a history; "" when nobody has the id. */
char		*person_name(struct office *, int64_t id, char *buf,
		    size_t size);

/* Active persons of the office, by name; given, free() *list. */
enum case_err	 person_list(struct office *, struct person **list,
		    size_t *count);

/* Those who hold a role of a performer ("jfu|jft") at an instant, by name;
 * given, free() *list. */
enum case_err	 person_holders(struct office *, const char *performer,
		    int64_t now, struct person **list, size_t *count);

struct person_query {
	const char	*search;	/* part of name or login; NULL: all */
	int		 inactive;	/* those, too */
	int64_t		 offset, limit;
};

/* By name, outsiders too; given, free() *list.  *total counts all that
 * match. */
enum case_err	 person_search(struct office *, const struct person_query *,
		    struct person **list, size_t *count, int64_t *total);
/* By name; given, free() *rows. */
enum case_err	 institution_list(struct office *,
		    struct institution_row **rows, size_t *count);

/*
 * Changes.  The row's id is ignored by _add, and says which by _change; a new
 * person has no password.  CASE_INVALID: office_field() is the member's name
 * (an empty name, a login taken, a malformed telephone number, an unknown
 * unit).  CASE_STATE: it would leave the office without an administrator.
 * Who becomes inactive is logged out.
 */
enum case_err	 person_add(struct office *, const struct change *,
		    const struct person *, int64_t *id);
enum case_err	 person_change(struct office *, const struct change *,
		    const struct person *);
enum case_err	 institution_add(struct office *, const struct change *,
		    const struct institution_row *, int64_t *id);
enum case_err	 institution_change(struct office *, const struct change *,
		    const struct institution_row *);

/* Is a telephone number E.164, and a mail address one (or are they empty)?
 * CASE_OK, or CASE_INVALID with the member's name. */
enum case_err	 person_addresses(struct office *, const char *phone,
		    const char *email);

/* How many open tasks they have claimed: to be handed over before they go. */
int64_t		 person_claims(struct office *, int64_t id);

/*
 * The superior position of a person at `now`, its successor when it has
 * ended.  CASE_STATE when none is known or in force.
 */
enum case_err	 person_superior(struct office *, int64_t id, int64_t now,
		    struct role_row *);

#endif
