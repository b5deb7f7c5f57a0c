/*
 * report_voice.h - the voice of the public in a report.
 */
#pragma once

struct page;
struct report;

/* Two parts of the page: the survey by its weight in use, and complaints. */
void	 report_fill_voices(const struct report *, struct page *body);
