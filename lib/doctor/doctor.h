/*
 * doctor.h - is the installation well?
 *
 * The doctor looks at what surrounds an office: its configuration and key, the
 * folder, disk and clock of the machine, the programs and fonts it asks for,
 * the channels, the calendar's next year.  He changes nothing.  He does not
 * read the history: that is archive/integrity.h.
 *
 * A check is a function of its own (doctor_office.c, doctor_machine.c,
 * doctor_outside.c), and doctor.c has the list of them.  It says each thing
 * that it finds, with what is to be done about it.
 *
 *	struct doctor d = { .data = folder, .conf = conf, .office = o,
 *		.now = now, .cost = DOCTOR_OUTSIDE, .take = print };
 *
 *	doctor_run(&d);
 *	return d.faults > 0;
 */
#pragma once

#include <stdint.h>

struct conf;
struct office;

enum doctor_state {
	DOCTOR_OK,
	DOCTOR_WARNING,
	DOCTOR_FAULT,
	DOCTOR__STATES
};

/* How much a check costs the one who waits for it. */
enum doctor_cost {
	DOCTOR_CHEAP,		/* some calls of the system, some queries */
	DOCTOR_SLOW,		/* all files, a program, a local socket */
	DOCTOR_OUTSIDE		/* the network, and what a program behind the
				   web server may not do: for the command */
};

/* The strings live as long as the call that gives them. */
struct doctor_finding {
	const char		*slug;		/* of the check: "disk" */
	const char		*name;		/* for people: "Ruang disk" */
	enum doctor_state	 state;
	const char		*text;
	const char		*remedy;	/* "" when it is well */
};

struct doctor {
	const char		*data;		/* folder of the office */
	const char		*path;		/* of the configuration */
	const struct conf	*conf;		/* NULL: it cannot be read, */
	const char		*trouble;	/* for this reason */
	struct office		*office;	/* NULL: it does not open, */
	const char		*closed;	/* for this reason */
	const char		*messenger;	/* the program, for the checks
						   that go outside */
	/* Of a request at hand: the address it came from, and the header in
	 * which a proxy tells of another; NULL: none. */
	const char		*visitor, *forwarded;
	int64_t			 now;		/* seconds UTC */
	enum doctor_cost	 cost;		/* the dearest checks made */
	void			(*take)(void *arg,
				    const struct doctor_finding *);
	void			*arg;
	int			 faults, warnings;	/* counted */
	const struct doctor_check *check;	/* the one that runs */
};

/* Make all checks up to a cost; each finding goes to `take`, if there is one,
 * and is counted.  A check whose subject is not there says nothing. */
void		 doctor_run(struct doctor *);

/* "ok", "warning", "fault"; and as people read it. */
const char	*doctor_state_slug(enum doctor_state);
const char	*doctor_state_word(enum doctor_state);
