/*
 * list.h - the lists of an administrator (list.tpl), and the words of their
 * cells.  All words live with the request.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct page;
struct reply;
struct request;

/* The frame of a list page and its body, to which tables are added at
 * "TABLES".  Given to reply_page(). */
struct page	*list_begin(const struct request *, const char *heading,
		    struct page **body);

typedef int	 list_fn(struct request *, struct reply *);
typedef int	 one_fn(struct request *, struct reply *, const char *segment);
/* Answer at the address of a list with `list`, GET only, and one segment below
 * it: LIST_NEW with `new` (or NULL), others with `one`, any method; 404 further
 * below, 405 for a POST to the list.  The status of the answer. */
int		 list_or_one(struct request *, struct reply *, list_fn *list,
		    list_fn *new, one_fn *one);
#define LIST_NEW "baru"		/* no role and no SOP has this slug */

/* "24 November 2026" of an instant, "–" of 0; the last day before one. */
const char	*admin_day_words(const struct request *, int64_t at);
const char	*admin_last_day_words(const struct request *, int64_t at);
/* An instant's date as "2026-11-24", "" of 0. */
const char	*admin_day_iso(const struct request *, int64_t at);
/* The first instant of a day, "2026-11-24", and that of the next: 1; 0 when it
 * is no day of the calendar. */
int		 admin_day_span(const struct request *, const char *iso,
		    int64_t *from, int64_t *to);
/* The same of the day of a filter, "" for any: NULL, or why nothing can
 * match. */
const char	*admin_day_read(const struct request *, const char *typed,
		    int64_t *from, int64_t *to);
/* The first instant of the day after that of an instant. */
int64_t		 admin_next_day(const struct request *, int64_t at);
/* The address of the changes of a thing (trail.c): its number, or the code that
 * its pages have. */
const char	*admin_trail_of(const struct request *, const char *thing);
/* The name of a unit, of a role; "" of none. */
const char	*admin_unit_words(const struct request *, int64_t id);
const char	*admin_role_words(const struct request *, int64_t id);
/* A row's id as the value of a choice; "" of 0. */
const char	*admin_id_text(const struct request *, int64_t id);

/* "Masih memegang 7 tugas ...": the warning before a person goes. */
const char	*admin_claims_words(const struct request *, int64_t claims);
