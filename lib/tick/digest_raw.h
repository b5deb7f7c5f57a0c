/*
 * digest_raw.h - telling one person of the office, from within.  Inside
 * lib/case/told*.c only.
 */
#ifndef TICK_DIGEST_RAW_H
#define TICK_DIGEST_RAW_H

#include "case/act_frame.h"

#define DIGEST_LINES 10		/* tasks a message names */

struct digest_reader {
	int64_t	id;
	char	name[160], phone[24], email[128];
	char	work_by[12], digest_by[12];
	int64_t	work_at, digest_at;
};

struct digest_item {
	struct task_row	t;
	char		number[24], sop[96], no[8];
	int64_t		returned;
};

/* Tasks under one heading: how many there are, and the first of them. */
struct digest_section {
	int	n;
	char	lines[DIGEST_LINES * 200];
};

/* One person being told. */
struct digest_run {
	struct office			*o;
	const struct tick_rules		*rules;
	int64_t				 now;
	const struct digest_reader		*to;
	int				 queued;
};

struct digest_message {
	const char	*kind, *way, *fact, *subject, *body;
};

/* -- told_message.c ------------------------------------------------------ */

__attribute__((format(printf, 3, 4)))
void		 append_text(char *buf, size_t size, const char *fmt, ...);
/* A task under a heading; `whose`: with its performer. */
void		 add_item(struct digest_run *, struct digest_section *,
		    const struct digest_item *, int whose);
/* The heading and its tasks, unless it has none. */
void		 digest_section(char *body, size_t size, const char *title,
		    const struct digest_section *);
/* Does the instant lie in the day of now? */
int		 is_today(const struct digest_run *, int64_t at);
/* Is it the first time that this person is told this of the task? */
int		 is_news(struct digest_run *, const struct digest_item *,
		    const char *fact);
/* Where this way leads to; "" when it leads nowhere. */
const char	*address_of(const struct digest_reader *, const char *way);
/* What is not sent before the office closes is not sent at all. */
void		 queue_message(struct digest_run *, const struct digest_message *);

/* -- send_new_work.c, as transactions on a struct digest_run ------------------ */

/* New work in one message; the morning's digest. */
int		 send_new_work(struct db *, void *);
int		 send_digest(struct db *, void *);

#endif
