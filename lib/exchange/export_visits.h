/*
 * export_visits.h - the visits that closed in a period, case by case: for
 * programs that compute the figures once more, or show how cases flow.
 */
#pragma once

#include <stdint.h>

#include "case/case.h"
#include "clock/pace.h"

struct export_visit {
	/* of the case */
	int64_t		 case_id;
	char		 number[24], sop[64], result[12];
	char		 parent[24];		/* number of the case that it
						   is a part of, or "" */
	int		 evaluation;
	int64_t		 case_opened, case_ended;	/* 0: it runs */
	/* of the visit */
	int64_t		 task_id, pos, visit;
	char		 no[8], kind[12];
	char		 performer[96];		/* expression: "jfu|jft" */
	char		 role[160];		/* as printed: "JFU/JFT" */
	int		 external, late_entry, own_approval;
	int64_t		 opened, received, closed, due;	/* 0: none */
	int64_t		 closed_by;			/* person, 0: none */
	char		 outcome[12], verdict[8], reason[16], measure[12];
	int64_t		 own, queue, outside, applicant, closed_time;
	int64_t		 lent;			/* seconds by which the clock
						   was behind; they count in no
						   verdict */
	char		 standard[48];		/* "5-10 menit", "" none */
	int64_t		 started;		/* its limit: receipt, else
						   claim; 0: of the software */
	struct pace	 pace;			/* -1: no verdict */
};

/* Called for each visit, by case (in order of opening) and then by closing;
 * stops at the first answer that is not 0. */
typedef int	 export_visit_fn(void *arg, const struct export_visit *);

/* Visits that closed in [from, to); sop_slug "" for all.  CASE_OK, also when
 * fn stopped it; CASE_DB. */
enum case_err	 export_visits(struct office *, int64_t from, int64_t to,
		    const char *sop_slug, export_visit_fn *, void *arg);
