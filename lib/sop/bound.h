/*
 * bound.h - a day that bounds a date field, as the SOP file writes it:
 *
 *	terima			the day the case was received
 *	hari-ini		the day the form is sent
 *	tanggal_mulai		what a date field of the row says
 *	2026-10-01		that day
 *	terima - 90 hari	so many days or years before or behind it
 *	hari-ini + 2 tahun
 */
#pragma once

#define BOUND_RECEIVED	"terima"
#define BOUND_TODAY	"hari-ini"
#define BOUND_BASE_SIZE	65	/* the name of a field */

struct bound {
	char	base[BOUND_BASE_SIZE];	/* one of the above, or a field */
	int	days, years;		/* behind it; before it: below 0 */
};

/* Read such a text: 0; -1 when it is none, *b is then undefined. */
int	 bound_read(const char *text, struct bound *b);

/* Does it name a day itself? */
int	 bound_is_date(const struct bound *);

/* The day so far from another, both as "2027-01-04"; 29 February becomes the
 * 28th where the year has none. */
void	 bound_day(const struct bound *, const char from[11], char day[11]);
