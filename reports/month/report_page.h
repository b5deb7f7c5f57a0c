/*
 * report_page.h - the page of a report.
 */
#pragma once

#include "reports/month/report_picture.h"

struct page;
struct report;

/*
 * Fill report.tpl (all but FILTER and PRINT, which the web fills): `body` is
 * the included template, `height` has the heights of the written pictures in
 * their own pixels; those at two pixels a CSS pixel are not used.
 */
void	 report_fill(const struct report *, struct page *body,
	    const char *office_name, const int height[PICTURE__MAX]);
