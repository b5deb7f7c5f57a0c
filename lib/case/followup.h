/*
 * followup.h - follow-ups: defects that the monthly evaluation of a service
 * asks somebody to mend until a day, and how they stood in the evaluations
 * after it (case/evaluation.h).
 *
 * An evaluate row writes its findings in fields of its form, numbered from 1:
 * temuan_N, tindak_lanjut_N, penanggung_jawab_N, sampai_N (sopap-sop(5)).  A
 * finding needs the other three.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "case/act.h"
#include "case/case.h"

#define FOLLOWUPS_MAX 8		/* findings of one evaluation */

struct followup {
	int64_t	id, case_id;
	char	period[8];		/* of the evaluation that found it */
	char	finding[512], action[512], who[256];
	char	until[11];		/* "2026-11-30" */
	int	judged;			/* by the evaluation asked about */
	int	done;
	char	note[512];
};

/* The follow-ups an evaluation has to judge: those of its service that earlier
 * ones found and none called done; of an ended evaluation, those it judged.
 * Given, free(). */
enum case_err	 followup_due(struct office *, const struct case_row *,
		    struct followup **, size_t *count);
/* The follow-ups an evaluation found itself; given, free(). */
enum case_err	 followup_of(struct office *, int64_t case_id,
		    struct followup **, size_t *count);

/* A finding n needs all of its fields (part 0 finding, 1 action, 2 who, 3
 * until) or none.  When the form has some but not this one: a sentence that
 * asks for it; else NULL.  `name` gets the name of the field. */
#define FOLLOWUP_PARTS 4
const char	*followup_missing(const struct act_value *, size_t count,
		    int n, int part, char name[32]);

/* The judgement on an earlier one. */
struct followup_check {
	int64_t		 id;
	int		 done;
	const char	*note;		/* or NULL */
};

struct act_work;
/* Within the act that finishes an evaluation: write its findings, and its
 * judgement on every earlier one.  CASE_OK; CASE_INVALID, with the field. */
int		 followup_write(struct act_work *);
