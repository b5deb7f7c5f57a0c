/*
 * pager.h - long lists a page at a time.
 */
#pragma once

#include <stdint.h>

struct arena;
struct page;
struct request;

/* How many rows on a page: all lists keep to it. */
#define PAGER_ROWS 25

struct pager {
	const char	*address;	/* of the list, with its filter */
	const char	*what;		/* "tugas" */
	int64_t		 number;	/* of the page, from 1 */
	int64_t		 total;		/* rows of the list */
	const char	*more;		/* address of what follows the last
					   page: rows that were not counted;
					   or NULL */
	int		 goes_on;	/* behind rows that were not counted:
					   nobody knows which page it is */
};

/* The page asked for ("hal"): 1 when none, or no number, is given; and how many
 * rows of PAGER_ROWS a page stand before it. */
int64_t		 pager_number(const struct request *);
int64_t		 pager_offset(const struct request *);

/* Include "pager.tpl" as PAGER: "Menampilkan 26–50 dari 63 tugas", "Halaman 2
 * dari 3" or, with more behind, "dari lebih dari 40", and the ways to the page
 * before and the one after. */
void		 pager_show(const struct request *, struct page *,
		    const struct pager *);
