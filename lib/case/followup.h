/*
 * followup.h - what the monthly evaluation of a service asks to be mended: by
 * whom, until when; and how it stood in the evaluations after it.
 *
 * An evaluate row writes its findings in fields of its form, numbered from 1:
 * temuan_N, tindak_lanjut_N, penanggung_jawab_N, sampai_N (sopap-sop(5)).  A
 * finding needs the other three.
 */
#ifndef CASE_FOLLOWUP_H
#define CASE_FOLLOWUP_H

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
	int	judged;			/* the evaluation asked about judged it */
	int	done;
	char	note[512];
};

/* Those an evaluation has to judge: of its service, found by earlier ones and
 * not done in any; of one that is finished, those it judged.  Given, free(). */
enum case_err	 followup_due(struct office *, const struct case_row *,
		    struct followup **, size_t *count);
/* Those an evaluation wrote down itself; given, free(). */
enum case_err	 followup_of(struct office *, int64_t case_id,
		    struct followup **, size_t *count);

/* What a form that says something of finding n lacks of it, for the reader:
 * its field (0 finding, 1 action, 2 who, 3 until) is named in `name`; NULL when
 * it has it. */
#define FOLLOWUP_PARTS 4
const char	*followup_missing(const struct act_value *, size_t count,
		    int n, int part, char name[32]);

/* One of the earlier ones, judged by this evaluation. */
struct followup_check {
	int64_t		 id;
	int		 done;
	const char	*note;		/* or NULL */
};

struct act_work;
/* Inside work.h's acts: keep what the form of an evaluation says. */
int		 followup_write(struct act_work *);

#endif
