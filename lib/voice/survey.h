/*
 * survey.h - what applicants think of the service: nine elements, 1 to 4, one
 * answer for a case that ended (PermenPAN-RB 14/2017).
 *
 * With complaint.h this is the room voice: what the public says of the office,
 * who may say it, and who answers.  The room does not know pages
 * or the figures of a month.
 *
 *	struct survey s = { .case_id = c.id, .note = "" };
 *
 *	if (survey_may(office, &actor, &c) == CASE_OK)
 *		err = survey_add(office, &actor, &s, now);
 *
 * The index of many answers (IKM) is computed in month/month_voice.h.
 */
#pragma once

#include <stdint.h>

#include "case/access.h"
#include "case/case.h"

#define SURVEY_ELEMENTS 9

struct survey_element {
	const char	*key;		/* column and form field */
	const char	*name;		/* "Persyaratan" */
	const char	*question;
	const char	*answer[4];	/* 1 to 4 */
};
/* U1 to U9, stored by key: their order differs between papers. */
extern const struct survey_element survey_element[SURVEY_ELEMENTS];

struct survey {
	int64_t		 case_id;
	int64_t		 score[SURVEY_ELEMENTS];	/* 1 to 4 */
	const char	*note;		/* a suggestion, or "" */
};

/* May this actor answer for the case?  CASE_OK; CASE_DENIED unless it is the
 * applicant's (by code, or an account of the institution); CASE_STATE when it
 * has not ended or was answered. */
enum case_err	 survey_may(struct office *, const struct actor *,
		    const struct case_row *);

/* Keep the answer of an applicant.  As survey_may(); CASE_INVALID:
 * office_field() is the key of an element without a score of 1 to 4. */
enum case_err	 survey_add(struct office *, const struct actor *,
		    const struct survey *, int64_t now);

/* The weight of an element in the index: exactly 1/9, or 0.11. */
enum survey_weight { SURVEY_NINTH, SURVEY_011 };

/* The grade 'A' to 'D' of an index in hundredths; the words of a grade,
 * "Sangat baik". */
char		 survey_grade(int64_t index);
const char	*survey_grade_words(char grade);
