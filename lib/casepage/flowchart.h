/*
 * flowchart.h - the swim-lane flowchart of an SOP (sop/lanes.h) on a page.
 *
 *	flowchart_show(&(struct flowchart){ .req = req, .sop = sop,
 *	    .full = 1 }, page_include(body, "FLOW", "flow.tpl"));
 */
#pragma once

struct page;
struct request;
struct sop;

struct flowchart {
	const struct request	*req;
	const struct sop	*sop;
	int			 at;		/* position of a row to be
						   marked; 0: none */
	int			 full;		/* all columns of the form, and
						   the rows as a list, too;
						   else short names and lanes */
	int			 readings;	/* how rows were read, too */
};

/* Fill "flow.tpl". */
void	 flowchart_show(const struct flowchart *, struct page *);
