/*
 * report_cause.h - the causes behind the figures of a report.
 */
#pragma once

struct page;
struct report;

/* Tables into a part of the page: reasons of returns, longest waits, slowest
 * cases.  Each is left out when it is empty, all when the database failed. */
void	 report_fill_causes(const struct report *, struct page *part);
/* A table of the longest waits with a party outside; none without one. */
void	 report_fill_outside(const struct report *, struct page *part);
/* A part of its own: what the parties outside had, and how long; none when
 * they had nothing. */
void	 report_fill_parties(const struct report *, struct page *body);
/* A table of the standards that do not fit the measured times, and a sentence
 * on it. */
void	 report_fill_advice(const struct report *, struct page *part);
/* A part of its own: the evaluations of the services in the month; none
 * without one. */
void	 report_fill_evaluations(const struct report *, struct page *body);
