# tests/month/local.mk - tests of lib/month.

check_PROGRAMS += \
	tests/month/correct-t \
	tests/month/month-t \
	tests/month/period-t \
	tests/month/root-t
tests_libtest_a_SOURCES += \
	tests/month/month_data.c \
	tests/month/month_data.h
