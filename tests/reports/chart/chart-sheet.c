/*
 * chart-sheet.c - draw the samples in both layouts and scales, to be seen:
 * chart-sheet FOLDER draws all, with SAMPLE ("month") those of this name.
 */
#include <err.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/reports/chart/sheet.h"

#define FONTS "/usr/share/fonts/opentype/inter"

static void
write_sheet(struct canvas *c, const char *folder, const char *kind,
    const char *name, int layout, int scale)
{
	char path[PATH_MAX];

	if (c == NULL)
		errx(1, "out of memory");
	snprintf(path, sizeof(path), "%s/%s-%s%s%s.png", folder, kind, name,
	    layout == CHART_NARROW ? "-narrow" : "",
	    scale == 2 ? "@2x" : "");
	if (canvas_write(c, path) == -1)
		err(1, "%s", path);
	canvas_free(c);
}

int
main(int argc, char **argv)
{
	const struct sheet_chart *chart;
	struct typeface face;
	const char *name;
	int i, layout, scale;

	if (argc != 2 && argc != 3)
		errx(2, "usage: chart-sheet folder [sample]");
	if (typeface_open(&face, FONTS) == -1)
		errx(1, "no font");
	for (chart = sheet_charts; chart < sheet_charts + SHEET_CHARTS;
	    chart++)
		for (i = 0; i < chart->n; i++) {
			name = chart->prepare(i);
			if (argc == 3 && strcmp(name, argv[2]) != 0)
				continue;
			for (layout = CHART_WIDE; layout <= CHART_NARROW;
			    layout++)
				for (scale = 1; scale <= 2; scale++)
					write_sheet(chart->draw(&face,
					    (enum chart_layout)layout, scale),
					    argv[1], chart->name, name, layout,
					    scale);
		}
	return 0;
}
