/*
 * log.h - one JSON line per happening on standard error, which the journal or
 * the supervisor keeps.  Never a person's name, never a message body.
 */
#pragma once

#include <stdint.h>

enum log_level { LOG_ERROR, LOG_WARN, LOG_INFO };

/* The program's name, in every line from then on; borrowed. */
void	 log_open(const char *program);

/* Write nothing below a level: "error", "warning" or "info", which is all; so
 * it is from the start. */
void	 log_limit(const char *level);

/* Request id and case number of the lines that follow; NULL clears. */
void	 log_context(const char *request, const char *case_number);

/* Both as they stand in a line; "" when there is none. */
const char	*log_program(void);
const char	*log_request(void);

__attribute__((format(printf, 2, 3)))
void	 log_line(enum log_level, const char *fmt, ...);

/* A line of the audit, whatever the limit is: names and values in pairs, ended
 * by NULL. */
void	 log_members(const char *const *pairs);
