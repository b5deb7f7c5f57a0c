/*
 * explanation.h - how the limit of a task came about, day by day, in words: the
 * time it counts, its beginning, and the days off with their decrees.
 */
#pragma once

struct page;
struct request;
struct task_row;

/* Show it as `include` of why.tpl; nothing for a task that is closed. */
void	 explanation_show(const struct request *, struct page *,
	    const char *include, const struct task_row *);
