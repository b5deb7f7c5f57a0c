/*
 * terminal.h - what a program says to the person who started it by hand.
 *
 * Texts are written in Indonesian.  Where the locale is Indonesian (of LC_ALL,
 * LC_MESSAGES and LANG the first that is set begins with "id") they are said as
 * they stand, else in the English of lib/page/en/tools.  That catalogue
 * (sopap-language(5)) is built into the programs, which therefore speak before
 * anything is installed or configured; what it does not have stays Indonesian.
 *
 *	if (terminal_asked(argc, argv, "sopap-letter", usage))
 *		return 0;
 *	terminal_say(stdout, "%s: baik\n", path);
 */
#pragma once

#include <stdarg.h>
#include <stdio.h>

/* Print lines, as of printf(3); each is looked up whole, with the values that
 * stand in it (data are printed by printf). */
__attribute__((format(printf, 2, 3)))
void		 terminal_say(FILE *, const char *fmt, ...);
__attribute__((format(printf, 2, 0)))
void		 terminal_vsay(FILE *, const char *fmt, va_list);

/* A word of a table, in the reader's language, or itself; the catalogue's. */
const char	*terminal_word(const char *text);

/* Is --help or --version among the words?  Answered on standard output then,
 * by `usage` or with the release: 1, else 0. */
int		 terminal_asked(int argc, char **argv, const char *program,
		    void (*usage)(FILE *));
