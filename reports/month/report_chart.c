/* report_chart.c - the charts of the report, in the order of the page. */
#include "reports/month/report_chart.h"

#include "page/page.h"

static const struct report_chart *const charts[REPORT_CHARTS] = {
	[REPORT_ROLE] = &report_role_chart,
	[REPORT_PACE] = &report_pace_chart,
	[REPORT_TREND] = &report_trend_chart,
	[REPORT_AGE] = &report_age_chart,
	[REPORT_SOP] = &report_sop_chart,
	[REPORT_RETURN] = &report_return_chart,
	[REPORT_HEAT] = &report_heat_chart,
};

const struct report_chart *
report_chart(enum report_chart_name which)
{
	return charts[which];
}

void
report_chart_note(struct page *chart, const char *text)
{
	page_set(page_add(chart, "CHART_NOTE"), "TEXT", text);
}
