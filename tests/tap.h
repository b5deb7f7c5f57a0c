/*
 * tap.h - the Test Anything Protocol, for the tests written in C.
 *
 * A test program calls the checks below and ends main with
 * `return tap_done();`.  Each check prints one line; automake's driver
 * counts them.  The plan is printed at the end.
 */
#pragma once

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int tap_count, tap_failed;

/* Print one result line; the description is a printf format. */
__attribute__((format(printf, 2, 0))) static inline int
tap_line(int pass, const char *fmt, va_list ap)
{
	printf("%sok %d - ", pass ? "" : "not ", ++tap_count);
	vprintf(fmt, ap);
	putchar('\n');
	fflush(stdout);
	if (!pass)
		tap_failed++;
	return pass;
}

/* Passes when `pass` is true. */
__attribute__((format(printf, 2, 3))) static inline int
ok(int pass, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	tap_line(pass, fmt, ap);
	va_end(ap);
	return pass;
}

/* Passes when two integers are equal. */
__attribute__((format(printf, 3, 4))) static inline int
is_int(int64_t want, int64_t got, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	tap_line(want == got, fmt, ap);
	va_end(ap);
	if (want != got)
		printf("#  wanted %lld\n#     got %lld\n", (long long)want,
		    (long long)got);
	return want == got;
}

/* Passes when two strings are equal; NULL equals only NULL. */
__attribute__((format(printf, 3, 4))) static inline int
is_string(const char *want, const char *got, const char *fmt, ...)
{
	va_list ap;
	int same = want == got || (want && got && strcmp(want, got) == 0);

	va_start(ap, fmt);
	tap_line(same, fmt, ap);
	va_end(ap);
	if (!same)
		printf("#  wanted %s\n#     got %s\n", want ? want : "(null)",
		    got ? got : "(null)");
	return same;
}

/* Count `n` checks as skipped, and say why. */
static inline void
skip(int n, const char *why)
{
	while (n-- > 0)
		printf("ok %d # skip %s\n", ++tap_count, why);
}

/* Skip the whole test, before its first check, and say why. */
static inline void
skip_all(const char *why)
{
	printf("1..0 # SKIP %s\n", why);
	exit(0);
}

/* Give up: the rest of the program cannot be run. */
static inline void
bail(const char *why)
{
	printf("Bail out! %s\n", why);
	exit(255);
}

/* Print the plan; the result is the program's exit code. */
static inline int
tap_done(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed ? 1 : 0;
}
