/*
 * range.h - the files of any days: which days, and the way to the files.
 */
#pragma once

struct report_view;
struct reply;
struct request;

/* GET and POST /laporan/rentang: the form, and from it to the address of the
 * days, or the form with what is wrong. */
int	 report_range_form(struct request *, struct reply *);
int	 report_range_take(struct request *, struct reply *);

/* /laporan/2026-01-05..2026-02-10/[SOP/]: what closed in them, and as what
 * file it can be had. */
int	 report_range_page(struct report_view *);
