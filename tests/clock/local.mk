# tests/clock/local.mk - tests of lib/clock.

check_PROGRAMS += \
	tests/clock/account-t \
	tests/clock/calendar-t \
	tests/clock/calfile-t \
	tests/clock/explain-t \
	tests/clock/month_name-t \
	tests/clock/outage-t \
	tests/clock/pace-t \
	tests/clock/random-t \
	tests/clock/standard-t \
	tests/clock/table-t \
	tests/clock/zones-t
tests_libtest_a_SOURCES += \
	tests/clock/office.h \
	tests/clock/random.h \
	tests/clock/written.h
