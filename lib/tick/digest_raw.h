/*
 * digest_raw.h - telling one person of the office, from within.  Inside
 * lib/case/told*.c only.
 */
#ifndef TICK_DIGEST_RAW_H
#define TICK_DIGEST_RAW_H

#include "case/act_frame.h"

#define TOLD_LINES 10		/* tasks a message names */

struct told_listener {
	int64_t	id;
	char	name[160], phone[24], email[128];
	char	work_by[12], digest_by[12];
	int64_t	work_at, digest_at;
};

struct told_item {
	struct task_row	t;
	char		number[24], sop[96], no[8];
	int64_t		returned;
};

/* Tasks under one heading: how many there are, and the first of them. */
struct told_section {
	int	n;
	char	lines[TOLD_LINES * 200];
};

/* One person being told. */
struct telling_tx {
	struct office			*o;
	const struct tick_rules		*rules;
	int64_t				 now;
	const struct told_listener		*to;
	int				 queued;
};

struct told_letter {
	const char	*kind, *way, *fact, *subject, *body;
};

/* -- told_message.c ------------------------------------------------------ */

__attribute__((format(printf, 3, 4)))
void		 told_append(char *buf, size_t size, const char *fmt, ...);
/* A task under a heading; `whose`: with its performer. */
void		 told_add(struct telling_tx *, struct told_section *,
		    const struct told_item *, int whose);
/* The heading and its tasks, unless it has none. */
void		 told_section(char *body, size_t size, const char *title,
		    const struct told_section *);
/* Does the instant lie in the day of now? */
int		 told_is_today(const struct telling_tx *, int64_t at);
/* Is it the first time that this person is told this of the task? */
int		 told_is_news(struct telling_tx *, const struct told_item *,
		    const char *fact);
/* Where this way leads to; "" when it leads nowhere. */
const char	*told_address(const struct told_listener *, const char *way);
/* What is not sent before the office closes is not sent at all. */
void		 told_queue(struct telling_tx *, const struct told_letter *);

/* -- told_work.c, as transactions on a struct telling_tx ------------------ */

/* New work in one message; the morning's digest. */
int		 told_work(struct db *, void *);
int		 told_digest(struct db *, void *);

#endif
