/*
 * person.h - the people who work with the office.
 *
 * This is the noun of the room people, which knows who is who and may do
 * what: persons; the roles (role.h) they hold (holder.h) or write down for
 * (clerk.h), and for how long (tenure.h); the rights that roles have beside
 * their tasks (rights.h); the performers of SOP rows that
 * roles are (performer.h) and the desks of a counter (counter_desk.h); the
 * institutions of outsiders (institution.h) and how their operators get an
 * account (operator.h); passwords (password.h), one-time links to choose one
 * (password_link.h), the log-in (login.h) and its sessions (login_session.h);
 * and how an official wants to hear of work (preference.h).  It does not know
 * cases: which case or task a person may see or do is decided in the room
 * case, by holder_acts_for() and institution_of().
 *
 * Somebody who is new in the office:
 *
 *	struct person p = { .login = "198001012005011001", .name = "Ayu",
 *	    .unit_id = unit, .active = 1 };
 *	struct holder_row h = { .role_id = jfu, .from_at = now };
 *
 *	person_add(office, &change, &p, &h.person_id);
 *	holder_add(office, &change, &h, &id);
 *	password_set(office, &change, h.person_id, "a good long one");
 *	...
 *	holder_acts_for(office, h.person_id, "jfu|jft", now, &as)	is 1
 *
 * People are never deleted, only made inactive: the history names them.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/change.h"

struct role_row;

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

/* A login as it is stored, of one as a person types it (base/unicode.h):
 * without spaces, in small letters, a number in its digits alone; buf gets it,
 * cut to `size`. */
void		 person_fold_login(const char *typed, char *buf, size_t size);

/* A person by the id, or by the login as typed: CASE_OK, CASE_NOT_FOUND,
 * CASE_DB. */
enum case_err	 person_get(struct office *, int64_t id, struct person *);
enum case_err	 person_by_login(struct office *, const char *typed,
		    struct person *);

/* The name alone, for a history; "" when nobody has the id.  Returns buf. */
char		*person_name(struct office *, int64_t id, char *buf,
		    size_t size);

/* How many persons there are, and how many of them are no longer active:
 * CASE_OK, CASE_DB. */
struct person_count {
	int64_t	all, inactive;
};
enum case_err	 person_count(struct office *, struct person_count *);

/* Active persons of the office, by name; given, free() *list. */
enum case_err	 person_list(struct office *, struct person **list,
		    size_t *count);

/* Active persons who hold a role of a performer ("jfu|jft") at an instant, by
 * name; given, free() *list. */
enum case_err	 person_holders(struct office *, const char *performer,
		    int64_t now, struct person **list, size_t *count);
/* Is the person the only one of them?  1 or 0. */
int		 person_holds_alone(struct office *, int64_t person_id,
		    const char *performer, int64_t now);

/* The same of those who hold it in a unit; 0: in any. */
enum case_err	 person_holders_in(struct office *, const char *performer,
		    int64_t unit_id, int64_t now, struct person **list,
		    size_t *count);

/* The people of a unit and of those below it, by name: who holds a role of the
 * performer ("": any role) there at `now`; given, free() *list. */
enum case_err	 person_of_unit(struct office *, int64_t unit_id,
		    const char *performer, int64_t now, struct person **list,
		    size_t *count);

struct person_query {
	const char	*search;	/* part of name or login; NULL: all */
	int		 inactive;	/* those, too */
	int64_t		 offset, limit;
};

/* One page of those who match, outsiders too, by name; given, free() *list.
 * *total counts all that match. */
enum case_err	 person_search(struct office *, const struct person_query *,
		    struct person **list, size_t *count, int64_t *total);

/*
 * Add a person, without a password, or change the one of the row's id; _add
 * ignores that id, and *id (or NULL) gets the new one.  CASE_INVALID:
 * office_field() is the member's name (an empty name, a login taken, a
 * malformed telephone number, an unknown unit).  CASE_STATE: it would leave
 * the office without an administrator.  A change to inactive ends the
 * person's sessions.
 */
enum case_err	 person_add(struct office *, const struct change *,
		    const struct person *, int64_t *id);
enum case_err	 person_change(struct office *, const struct change *,
		    const struct person *);
/* The same as parts of a larger change: `row` is a struct person, the work's id
 * becomes that of a new one.  Each a change_fn (office/change.h). */
enum case_err	 person_insert(struct change_work *, const void *row);
enum case_err	 person_update(struct change_work *, const void *row);

/* CASE_OK when the telephone number is E.164 and the mail address complete,
 * or they are empty; else CASE_INVALID with the member's name as the field. */
enum case_err	 person_addresses(struct office *, const char *phone,
		    const char *email);

/* How many open tasks the person has claimed: to be handed over before the
 * person goes. */
int64_t		 person_claims(struct office *, int64_t id);

/* Active persons of the office whose superior position somebody holds at `now`,
 * in whatever unit, by name; given, free() *list. */
enum case_err	 person_below(struct office *, int64_t id, int64_t now,
		    struct person **list, size_t *count);

/*
 * The superior position of a person at `now`, its successor when it has
 * ended.  CASE_STATE when none is known or in force.
 */
enum case_err	 person_superior(struct office *, int64_t id, int64_t now,
		    struct role_row *);
/* The unit of the person's superior, when the role that is the superior
 * position is held in several: the nearest at or above the person's own; else
 * 0, any. */
int64_t		 person_superior_unit(struct office *, int64_t id,
		    int64_t role_id, int64_t now);
