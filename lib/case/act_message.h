/*
 * act_message.h - messages to the applicant that an act causes.
 */
#pragma once

#include <stdint.h>

struct act_work;

#define ACT_FACT_SIZE 32		/* bytes of a message's fact */

/* Queue a message of a kind (message/wording.h) to the applicant, about a task
 * (0: none), with the note in it (borrowed; NULL: none).  It is written with
 * the act's event. */
void		 act_message(struct act_work *, const char *kind,
		    int64_t task_id, const char *text);

/* The fact that a task's applicant was reminded, which one message alone may
 * have. */
void		 act_message_fact(int64_t task_id, char fact[ACT_FACT_SIZE]);

/* Write all that act_message() queued, in the words and the language of the
 * SOP: act_record() calls it. */
void		 act_message_write(struct act_work *);
