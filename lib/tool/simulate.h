/*
 * simulate.h - the parts of `sopap simulate`: an office whose people work
 * through months of cases by the case library's own calls, on a clock of
 * their own, from a fixed seed.
 */
#ifndef TOOL_SIMULATE_H
#define TOOL_SIMULATE_H

#include <stddef.h>
#include <stdint.h>

#include "case/act.h"
#include "case/sop.h"

/* What every demo account is opened with. */
#define SIM_PASSWORD "demo-sopap-2026"

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
	int		 foreign;	/* the form is a foreigner's */
	char		 place[160];	/* the applicant's institution, or "" */
};

/* -- what is to come (sim_queue.c) --------------------------------------- */

enum sim_what { ARRIVE, CLAIM, OUTSIDE, BACK, FINISH, PRESENT, FETCH, TICK };

struct sim_todo {
	int64_t		at;
	int64_t		n;		/* order among equals */
	enum sim_what	what;
	int64_t		task_id;
	int		service;	/* ARRIVE: index of services[] */
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
/* A task was opened: plan who does it when. */
void	 sim_plan(struct sim *, struct sim_queue *, const struct task_row *);
/* Plan what an act has just opened in a case. */
void	 sim_plan_opened(struct sim *, struct sim_queue *, int64_t case_id);
/* Do one thing with a task; what no longer applies is passed over. */
enum case_err sim_do(struct sim *, struct sim_queue *,
	    const struct sim_todo *);

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
/* Plausible values for the fields of a row. */
void	 sim_fill(struct sim *, const struct sop_row *, struct sim_form *);

#endif
