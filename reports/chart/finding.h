/*
 * finding.h - the finding of a chart, a sentence made by rule from its numbers:
 * its title, and the text for those who cannot see it.
 *
 * Whole numbers under ten are words.  A role with a single holder counts but
 * is never named in a title.
 */
#pragma once

#include <stddef.h>

#include "reports/chart/chart_age.h"
#include "reports/chart/chart_heat.h"
#include "reports/chart/chart_pace.h"
#include "reports/chart/chart_return.h"
#include "reports/chart/chart_role.h"
#include "reports/chart/chart_trend.h"

#define FINDING_SIZE 256
#define FINDING_ALT_SIZE 1024

/* The title, without a full stop: "Empat dari sembilan peran belum mencapai
 * target 90% tepat waktu".  Into FINDING_SIZE bytes; each returns buf. */
char	*finding_role(const struct chart_role *, char *buf, size_t);
char	*finding_pace(const struct chart_pace *, char *buf, size_t);
char	*finding_trend(const struct chart_trend *, char *buf, size_t);
char	*finding_age(const struct chart_age *, char *buf, size_t);
char	*finding_return(const struct chart_return *, char *buf, size_t);
char	*finding_heat(const struct chart_heat *, char *buf, size_t);

/* Alternative text of at most three sentences: kind of chart and finding, the
 * values below the target, the place of the table.  Into FINDING_ALT_SIZE
 * bytes; each returns buf. */
char	*finding_role_alt(const struct chart_role *, char *buf, size_t);
char	*finding_pace_alt(const struct chart_pace *, char *buf, size_t);
char	*finding_trend_alt(const struct chart_trend *, char *buf, size_t);
char	*finding_age_alt(const struct chart_age *, char *buf, size_t);
char	*finding_return_alt(const struct chart_return *, char *buf, size_t);
char	*finding_heat_alt(const struct chart_heat *, char *buf, size_t);
