/*
 * survey.h - what applicants think of the service: nine elements, 1 to 4, one
 * answer for a case that ended (PermenPAN-RB 14/2017).
 *
 * The index of a number of answers (IKM, 25 to 100) is the sum of the means
 * of all elements, each weighed alike, times 25.  The weight is exactly 1/9;
 * practice often rounds it to 0.11, so that nine of them are 0.99 and a
 * perfect survey gives 99: an option, always named.
 */
#ifndef VOICE_SURVEY_H
#define VOICE_SURVEY_H

#include <stdint.h>

#include "case/access.h"
#include "case/case.h"
#include "month/month.h"

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

/* CASE_INVALID: office_field() is the key of an element without answer. */
enum case_err	 survey_add(struct office *, const struct actor *,
		    const struct survey *, int64_t now);

enum survey_weight { SURVEY_NINTH, SURVEY_011 };

/* Sum of the scores of an element in a month. */
int64_t		 month_voice_sum(const struct month_part *, int element);
/* The index in hundredths, 2500 to 10000, rounded half up; -1 without any
 * answer. */
int64_t		 month_voice_index(const struct month_part *, enum survey_weight);
/* 'A' to 'D' of an index in hundredths; its word, "Sangat baik". */
char		 survey_grade(int64_t index);
const char	*survey_grade_words(char grade);

#endif
