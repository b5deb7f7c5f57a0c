# tests/calendar/local.mk - tests of lib/calendar.

check_PROGRAMS += \
	tests/calendar/calendar_change-t \
	tests/calendar/calendar_edit-t \
	tests/calendar/holiday-t
