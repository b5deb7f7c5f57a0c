/*
 * sim.h - the parts of `sopap simulate`: an office whose people work
 * through months of cases by the case library's own calls, on a clock of
 * their own, from a fixed seed.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/act.h"
#include "case/task.h"
#include "sop/sop.h"

struct tool;

/* The password of every demo account. */
#define SIM_PASSWORD "perahu-ketek-2026"

#define SIM_MONTHS	 14
#define SIM_SCALE_MONTHS 100	/* so that 100,000 cases are 1,000 a month */
#define SIM_SCALE_MOST	 180

/* Of the visits that may be returned, refused or sent outside, the part that
 * is. */
#define SIM_RETURNED	 0.09
#define SIM_REFUSED	 0.035
#define SIM_OUTSIDE	 0.85

struct sim_options {
	int64_t	until;
	int	months;
	int	seed;
	int64_t	scale;		/* cases of a large history; 0: a usual one */
};

/* A person who does simulated work. */
struct sim_person {
	int64_t	id;
	int64_t	institution_id;
	int64_t	free_at;	/* busy until then */
};

struct sim {
	struct office	*o;
	unsigned short	 dice[3];	/* of erand48() */
	int64_t		 now, began;
	struct sim_person *person;
	size_t		 nperson;
	char		 letter[65];	/* hash of the sample letter */
	int64_t		 letter_size;
	int64_t		 serial;	/* counts applicants */
	int64_t		 unit;		/* of the case of the form */
	int		 foreign;	/* the form is a foreigner's */
	int64_t		 institution_id; /* of the account that fills it in */
	int64_t		 led;		/* case that goes to the head of office
					   and waits there, or 0 */
	int		 closed;	/* the last closed month: its year
					   times 12, and its number */
};

/* -- the office (sim_office.c) ------------------------------------------- */

/* Open a new office and set it up for months that end at `until`: units,
 * roles, SOPs, people, the target.  s->o is open, s->began the first instant
 * of the first month; commits are not synced (db_bulk).  The exit code; s->o
 * may be open then, too. */
int	 sim_found(const struct tool *, struct sim *, int64_t until,
	    int months);

/* -- a large history (sim_scale.c) ---------------------------------------- */

/* Cases spread over whole months and all SOPs, written in bulk; kept, and used
 * again when it was made by the same options. */
int	 sim_scale(const struct tool *, const struct sim_options *);

/* -- what is to come (sim_queue.c) --------------------------------------- */

enum sim_what { ARRIVE, LEAD, CLAIM, OUTSIDE, BACK, FINISH, PRESENT, FETCH,
    TICK };

struct sim_todo {
	int64_t		at;
	int64_t		n;		/* order among equals */
	enum sim_what	what;
	int64_t		task_id;
	int		service;	/* ARRIVE, LEAD: index of services[] */
	struct sim_person *person;
};

struct sim_queue {
	struct sim_todo	*todo;
	size_t		 n, room;
	int64_t		 count;
};

/* Put a thing into the queue; take the next out (there must be one). */
int	 sim_push(struct sim_queue *, struct sim_todo);
struct sim_todo sim_pop(struct sim_queue *);

/* -- working (sim_work.c) ------------------------------------------------- */

/* Working time later, at least a second. */
int64_t	 sim_after(struct sim *, int64_t from, double seconds);
/* Mean hours before a performer takes a task, and how long the work on it
 * takes as of s->now, in working seconds. */
double	 sim_hours(const char *performer);
/* The party that a row's matter is sent to while it is done, or NULL. */
const char *sim_party(const struct sop_row *);
double	 sim_work_seconds(struct sim *, const struct task_row *);
/* A reason why a task is late. */
const char *sim_late_reason(struct sim *);
/* Plan who does the tasks that an act has just opened in a case, and when. */
void	 sim_plan_opened(struct sim *, struct sim_queue *, int64_t case_id);
/* Do one thing with a task; what no longer applies is passed over. */
enum case_err sim_do(struct sim *, struct sim_queue *,
	    const struct sim_todo *);

/* -- months (sim_month.c) ------------------------------------------------- */

/* The head of office closes the month before s->now, once the fifth day has
 * come; not the last whole month before `until`, which is left for those who
 * try the demo. */
enum case_err sim_month_close(struct sim *, int64_t until);

/* -- chance (sim_chance.c) ---------------------------------------------- */

double	 sim_uniform(struct sim *);		/* [0, 1) */
int	 sim_below(struct sim *, int n);	/* 0 .. n - 1 */
double	 sim_exponential(struct sim *, double mean);
/* Lognormal with the given median; sigma of the logarithm. */
double	 sim_lognormal(struct sim *, double median, double sigma);
int	 sim_poisson(struct sim *, double mean);

/* -- people (sim_people.c) ---------------------------------------------- */

/* The demo's people, in force since an instant; all with one password. */
int	 sim_people_add(struct office *, const char *password, int64_t since);
/* Load them for work. */
int	 sim_people_load(struct sim *);
/* The least busy who may do the task; NULL: nobody (the public). */
struct sim_person *sim_doer(struct sim *, const struct task_row *);
/* One holder of a performer, the least busy. */
struct sim_person *sim_holder(struct sim *, const char *performer);

/* All who may do tasks of a performer at s->now, at most `max`: how many. */
size_t	 sim_holders(struct sim *, const char *performer, int64_t *id,
	    size_t max);

/* -- forms (sim_form.c) ------------------------------------------------- */

#define SIM_VALUES 24
#define SIM_FILES 8

struct sim_form {
	struct act_value value[SIM_VALUES];
	char		 text[SIM_VALUES][512];
	struct act_file	 file[SIM_FILES];
	size_t		 nvalue, nfile;
};

/* Store the sample letter that stands for every file. */
int	 sim_letter(struct sim *);
/* The name of a person, the subject of a thesis. */
void	 sim_name(struct sim *, char *buf, size_t size);
const char *sim_topic(struct sim *);
/* Plausible values for the fields of a row. */
void	 sim_fill(struct sim *, const struct sop_row *, struct sim_form *);
