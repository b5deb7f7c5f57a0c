/* chart-sheet.c - draw every sample in both layouts and scales, to be seen. */
#include <err.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/reports/samples.h"
#include "tests/reports/samples_age.h"
#include "tests/reports/samples_pace.h"

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

static void
write_paces(const struct typeface *face, const char *folder)
{
	static struct sample_pace pace;
	int i, layout, scale;

	for (i = 0; i < SAMPLE_PACE_COUNT; i++) {
		sample_paces[i](&pace);
		chart_pace_sort(&pace.chart);
		for (layout = CHART_WIDE; layout <= CHART_NARROW; layout++)
			for (scale = 1; scale <= 2; scale++)
				write_sheet(chart_pace_draw(&pace.chart, face,
				    (enum chart_layout)layout, scale), folder,
				    "pace", pace.name, layout, scale);
	}
}

static void
write_ages(const struct typeface *face, const char *folder)
{
	static struct sample_age age;
	int i, layout, scale;

	for (i = 0; i < SAMPLE_AGE_COUNT; i++) {
		sample_ages[i](&age);
		chart_age_sort(&age.chart);
		for (layout = CHART_WIDE; layout <= CHART_NARROW; layout++)
			for (scale = 1; scale <= 2; scale++)
				write_sheet(chart_age_draw(&age.chart, face,
				    (enum chart_layout)layout, scale), folder,
				    "age", age.name, layout, scale);
	}
}

int
main(int argc, char **argv)
{
	static struct sample_role role;
	static struct sample_trend trend;
	struct typeface typeface;
	int i, layout, scale;

	if (argc != 2)
		errx(2, "usage: chart-sheet folder");
	if (typeface_open(&typeface, FONTS) == -1)
		errx(1, "no font");
	for (i = 0; i < SAMPLE_ROLE_COUNT; i++) {
		sample_roles[i](&role);
		chart_role_sort(&role.chart);
		for (layout = CHART_WIDE; layout <= CHART_NARROW; layout++)
			for (scale = 1; scale <= 2; scale++)
				write_sheet(chart_role_draw(&role.chart,
				    &typeface, (enum chart_layout)layout,
				    scale), argv[1], "role", role.name,
				    layout, scale);
	}
	for (i = 0; i < SAMPLE_TREND_COUNT; i++) {
		sample_trends[i](&trend);
		for (layout = CHART_WIDE; layout <= CHART_NARROW; layout++)
			for (scale = 1; scale <= 2; scale++)
				write_sheet(chart_trend_draw(&trend.chart,
				    &typeface, (enum chart_layout)layout,
				    scale), argv[1], "trend", trend.name,
				    layout, scale);
	}
	write_paces(&typeface, argv[1]);
	write_ages(&typeface, argv[1]);
	return 0;
}
