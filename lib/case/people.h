/*
 * people.h - persons as pages name and list them.
 *
 * Reading only; who holds which role is changed by administered acts.
 */
#ifndef CASE_PEOPLE_H
#define CASE_PEOPLE_H

#include <stddef.h>
#include <stdint.h>

#include "case/office.h"

struct person {
	int64_t	id;
	char	name[160];
	char	nip[32];		/* "" for outsiders */
	char	phone[24], email[128];	/* or "" */
	int64_t	institution_id;		/* 0: of the office */
	int64_t	admin, active;
};

/* CASE_OK, CASE_NOT_FOUND, CASE_DB. */
enum case_err	 person_get(struct office *, int64_t id, struct person *);

/* The name alone, for a history; "" when nobody has the id. */
char		*person_name(struct office *, int64_t id, char *buf,
		    size_t size);

/* Active persons of the office, by name; given, free() *list. */
enum case_err	 people_list(struct office *, struct person **list,
		    size_t *count);

/* Those who hold a role of a performer ("jfu|jft") at an instant, by name;
 * given, free() *list. */
enum case_err	 people_holding(struct office *, const char *performer,
		    int64_t now, struct person **list, size_t *count);

#endif
