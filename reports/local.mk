# reports/local.mk - what is built and installed from here.
noinst_LIBRARIES += reports/libreport.a
reports_libreport_a_SOURCES = \
	reports/canvas.c reports/canvas.h \
	reports/chart.c reports/chart.h \
	reports/chart_role.c reports/chart_role.h \
	reports/chart_trend.c reports/chart_trend.h \
	reports/finding.c reports/finding.h \
	reports/share.c reports/share.h \
	reports/typeface.c reports/typeface.h
reports_libreport_a_CPPFLAGS = $(AM_CPPFLAGS) $(GD_CFLAGS)
REPORT_LIBS = reports/libreport.a lib/libpage.a $(GD_LIBS) -lm

# Every sample chart as a picture, to be looked at.
.PHONY: chart-sheet
chart-sheet: tests/reports/chart-sheet
	$(MKDIR_P) chart-sheet
	tests/reports/chart-sheet chart-sheet
clean-local: clean-chart-sheet
.PHONY: clean-chart-sheet
clean-chart-sheet:
	-rm -rf chart-sheet
