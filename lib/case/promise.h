/*
 * promise.h - the service promise of an SOP ("janji layanan"): the days within
 * which the office has gone from one row to another.
 *
 * The SOP names the rows, w->sop->promise_from (0: the opening of the case)
 * and promise_to (0: it promises nothing).  A case notes the instants at which
 * the promise began and was kept, c.promise_from and c.promise_to, 0 as long
 * as that has not happened; whether they lie within the promised days is
 * judged by lib/month, month_promise.c.
 *
 * Whoever moves a case calls these; act_record() saves the case.
 */
#pragma once

struct act_work;
struct sop;
struct task_row;

/* A promise that nobody made is told as one: " (disimpulkan dari SOP, belum
 * dijanjikan)" behind the days of an SOP whose `dasar` is inferred, else "";
 * the words alone are PROMISE_INFERRED. */
#define PROMISE_INFERRED "disimpulkan dari SOP, belum dijanjikan"
int		 promise_is_inferred(const struct sop *);
const char	*promise_note(const struct sop *);

/* A new case, whose opened_at is set. */
void		 promise_begin(struct act_work *);

/* A row is opened (again): what is to be done before or by the row the promise
 * ends with is not done. */
void		 promise_row_open(struct act_work *, int pos);

/* The row of this closed task is done. */
void		 promise_row_done(struct act_work *, const struct task_row *);

/* The finish of this closed task is taken back. */
void		 promise_undo(struct act_work *, const struct task_row *);
