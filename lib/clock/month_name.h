/*
 * month_name.h - the months by name, in the languages of the office: the one
 * set of them, for what is printed and for what is typed.
 */
#pragma once

/* "Agustus", or "August" when the language is "en"; static.  "" when the month
 * is not 1 .. 12. */
const char	*month_name(const char *language, int month);
/* "Agu", "Aug", in the same way. */
const char	*month_name_short(const char *language, int month);

/*
 * The month that somebody wrote, in either language: the whole name, its first
 * three letters or more, an older or a usual short spelling ("agt",
 * "nopember"), with a full stop or not, capitals or not.  1 .. 12; 0 when it is
 * none.
 */
int		 month_name_find(const char *text);
