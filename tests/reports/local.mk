# tests/reports/local.mk - tests of reports.

noinst_PROGRAMS += tests/reports/alike
tests_reports_alike_LDADD = $(TEST_LIBS)
