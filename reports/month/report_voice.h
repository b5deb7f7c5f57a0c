/*
 * report_voice.h - the voice of the public in a report.
 */
#ifndef REPORTS_MONTH_REPORT_VOICE_H
#define REPORTS_MONTH_REPORT_VOICE_H

struct page;
struct report;

/* Two parts of the page: the survey by its weight in use, and complaints. */
void	 report_fill_voices(const struct report *, struct page *body);

#endif
