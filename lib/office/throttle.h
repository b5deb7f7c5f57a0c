/*
 * throttle.h - the brake on guessing and on flooding: tries by kind and key.
 *
 * A key (an account, an address) is kept as its hash alone: people type
 * passwords into the wrong field.  Fifteen minutes after the first try it
 * counts afresh: counted from the last, the slips of a whole office, which
 * shares one address, would add up over the day.
 *
 * The caller says how many tries are allowed: people/login.c, case/tracking.c,
 * voice/complaint.c, web/serve.c.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "office/office.h"

struct throttle {
	const char	*kind;		/* "akun", "alamat", "angka" */
	const char	*key;		/* any text */
	int64_t		 tries;		/* as many are allowed */
};

/* The kinds there are, the first for any other, and what counts the tries that
 * were refused by kind (base/metrics.h). */
#define THROTTLE_KINDS 16
extern const char *const throttle_kinds[THROTTLE_KINDS];
#define THROTTLE_COUNTER "brake/%s"

#define THROTTLE_ADDRESS_SIZE 64

/* A client's address as a key: of IPv6 the network alone, since a client that
 * has one of its addresses has all.  Returns buf. */
char		*throttle_address(const char *address,
		    char buf[THROTTLE_ADDRESS_SIZE]);

/* Is a brake on for this machine's own address?  1 or 0. */
int		 throttle_this_machine(struct office *, int64_t now);

/* CASE_OK when a try is allowed; else CASE_STATE, saying for how long not. */
enum case_err	 throttle_check(struct office *, const struct throttle *,
		    int64_t now);

/* Check and note one try at once, before it is known whether it fails:
 * CASE_OK, CASE_STATE, CASE_BUSY, CASE_DB. */
enum case_err	 throttle_take(struct office *, const struct throttle *,
		    int64_t now);

/* Note so many tries more: CASE_OK, CASE_BUSY, CASE_DB. */
enum case_err	 throttle_add(struct office *, const struct throttle *,
		    int64_t more, int64_t now);

/* The brakes a failure counts for: of the address, of the code, of all. */
struct throttle_set {
	struct throttle	by[3];
	size_t		n;
	int64_t		now;
};

/* CASE_OK when all of them allow a try; else CASE_STATE. */
enum case_err	 throttle_check_all(struct office *,
		    const struct throttle_set *);

/* Note a failed try for all of them: err, saying why; or CASE_BUSY, CASE_DB. */
enum case_err	 throttle_fail(struct office *, struct throttle_set *,
		    enum case_err err, const char *field, const char *why);

/* Note a failed try; forget all of the key.  Inside the caller's
 * transaction. */
void		 throttle_note(struct db *, const struct throttle *,
		    int64_t now);
void		 throttle_clear(struct db *, const struct throttle *);
