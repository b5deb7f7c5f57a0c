/*
 * deadline.h - the limit of an open task within an act: min_at, before which
 * its work would be suspiciously short, and due_at, after which it is late.
 *
 * A limit of work counts the hours of the phase "own" and those of the queue,
 * each against its own allowance; every other limit runs from the receipt.
 * Both follow the calendar the task was opened with.
 */
#pragma once

#include <stdint.h>

struct act_work;
struct calendar;
struct task_row;

/* The calendar that counts a task's time: the one of w->as_if, else the one it
 * was opened with, else the one in force. */
const struct calendar	*deadline_calendar(struct act_work *,
			    const struct task_row *);

/* The task is received at an instant: sets received_at and the time it may
 * stay in the queue. */
void			 deadline_receive(struct act_work *,
			    struct task_row *, int64_t at);

/* Reckon by how much the time it lay outside, up to w->at, moves the limit. */
void			 deadline_move(struct act_work *, struct task_row *);

/* Reckon min_at and due_at as things stand: 0 and 0 while the task waits for
 * presence or lies outside, or when its row has no limit. */
void			 deadline_set(struct act_work *, struct task_row *);

/* The task follows another calendar from now on: receipt, time outside and
 * limit are reckoned again. */
void			 deadline_follow(struct act_work *,
			    struct task_row *);
