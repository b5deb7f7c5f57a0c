/*
 * report_picture.h - the charts of a report as picture files.
 *
 * Each chart is drawn wide and narrow, at one and at two pixels a CSS pixel.
 */
#pragma once

#include <stddef.h>

struct report;
struct typeface;

/* The charts, in the order of the page; see report_chart.h. */
enum report_chart_name {
	REPORT_ROLE,
	REPORT_PACE,
	REPORT_TREND,
	REPORT_AGE,
	REPORT_SOP,
	REPORT_RETURN,
	REPORT_HEAT,
	REPORT_CHARTS
};

/* A picture is numbered PICTURE_FORMS * chart + form. */
enum picture_form {
	PICTURE_WIDE,
	PICTURE_WIDE_2X,
	PICTURE_NARROW,
	PICTURE_NARROW_2X,
	PICTURE_FORMS
};
#define PICTURE__MAX (REPORT_CHARTS * PICTURE_FORMS)

/* The file name of a picture, as report.tpl has it: "peran-sempit@2x.png". */
const char	*report_picture_name(int picture);
/* The picture of a file name, or -1. */
int		 report_picture_from(const char *name);

/* Draw one into a file, which appears whole or not at all: 0, or -1. */
int	 report_picture(const struct report *, const struct typeface *,
	    int picture, const char *path);

/*
 * Find a picture in a folder of pictures (DATA/charts), each kept under a hash
 * of all it shows, or draw it there.  The folder is made when it is missing;
 * the oldest picture goes when there are more than 512.  Of several who want
 * one that is not there yet the first draws it, and the others wait.  `busy`
 * (NULL: nothing) is called before it is drawn or waited for.  `path` gets its
 * path.  0, or -1 when it could not be drawn.
 */
int	 report_picture_kept(const struct report *, const struct typeface *,
	    int picture, const char *folder, void (*busy)(void), char *path,
	    size_t size);

/* The heights of all pictures in their own pixels, also of those that nobody
 * has painted: they are laid out alone, which takes a tenth of the time, and
 * that once, as the heights are kept in the folder; `busy` as above.  0, or
 * -1. */
int	 report_picture_heights(const struct report *, const struct typeface *,
	    const char *folder, void (*busy)(void), int height[PICTURE__MAX]);

/* The height of a written picture in its own pixels; 0 when it is no PNG. */
int	 report_picture_height(const char *path);

/* Hash everything that the charts show into report->hash: 0, or -1 when out of
 * memory.  Called by report_open(). */
int	 report_picture_hash(struct report *);
