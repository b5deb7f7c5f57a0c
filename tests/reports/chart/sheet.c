/* sheet.c - the seven charts and their samples, by one name each. */
#include "tests/reports/chart/sheet.h"

#include "tests/reports/chart/samples.h"
#include "tests/reports/chart/samples_age.h"
#include "tests/reports/chart/samples_pace.h"
#include "tests/reports/chart/samples_rows.h"

static void
keep(void *chart)
{
	(void)chart;
}

/* One chart: its sample, and what puts it in order before it is drawn. */
#define CHART(it, type, list, arrange, paint)				\
	static struct type it;						\
	static const char *						\
	prepare_##it(int i)						\
	{								\
		list[i](&it);						\
		arrange(&it.chart);					\
		return it.name;						\
	}								\
	static struct canvas *						\
	draw_##it(const struct typeface *tf, enum chart_layout layout,	\
	    int scale)							\
	{								\
		return paint(&it.chart, tf, layout, scale);		\
	}

CHART(role, sample_role, sample_roles, chart_role_sort, chart_role_draw)
CHART(pace, sample_pace, sample_paces, chart_pace_sort, chart_pace_draw)
CHART(trend, sample_trend, sample_trends, keep, chart_trend_draw)
CHART(age, sample_age, sample_ages, chart_age_sort, chart_age_draw)
CHART(sop, sample_role, sample_sops, chart_role_sort, chart_role_draw)
CHART(sent, sample_return, sample_returns, chart_return_sort,
    chart_return_draw)
CHART(heat, sample_heat, sample_heats, keep, chart_heat_draw)

const struct sheet_chart sheet_charts[SHEET_CHARTS] = {
	{ "role", SAMPLE_ROLE_COUNT, prepare_role, draw_role },
	{ "pace", SAMPLE_PACE_COUNT, prepare_pace, draw_pace },
	{ "trend", SAMPLE_TREND_COUNT, prepare_trend, draw_trend },
	{ "age", SAMPLE_AGE_COUNT, prepare_age, draw_age },
	{ "sop", SAMPLE_SOP_COUNT, prepare_sop, draw_sop },
	{ "return", SAMPLE_RETURN_COUNT, prepare_sent, draw_sent },
	{ "heat", SAMPLE_HEAT_COUNT, prepare_heat, draw_heat },
};
