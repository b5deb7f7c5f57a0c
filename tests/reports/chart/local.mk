# tests/reports/chart/local.mk - tests of reports/chart.

check_PROGRAMS += \
	tests/reports/chart/canvas-t \
	tests/reports/chart/chart-age-t \
	tests/reports/chart/chart-pace-t \
	tests/reports/chart/chart-rows-t \
	tests/reports/chart/chart-t \
	tests/reports/chart/finding-t \
	tests/reports/chart/share-t \
	tests/reports/chart/sheet-t \
	tests/reports/chart/typeface-t
tests_libtest_a_SOURCES += \
	tests/reports/chart/faults.h \
	tests/reports/chart/samples.h \
	tests/reports/chart/samples_age.h \
	tests/reports/chart/samples_pace.h \
	tests/reports/chart/samples_rows.h \
	tests/reports/chart/sheet.c \
	tests/reports/chart/sheet.h
noinst_PROGRAMS += tests/reports/chart/chart-sheet
tests_reports_chart_chart_sheet_LDADD = $(TEST_LIBS)
TESTS += \
	tests/reports/chart/chart-look-t.sh
EXTRA_DIST += \
	tests/reports/chart/chart-look-t.sh
