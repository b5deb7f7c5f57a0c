# tests/tick/local.mk - tests of lib/tick.

check_PROGRAMS += \
	tests/tick/digest-t \
	tests/tick/reminder-t \
	tests/tick/sweep-t \
	tests/tick/tick-t
