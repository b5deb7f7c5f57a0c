# tests/tool/local.mk - tests of lib/tool.

check_PROGRAMS += \
	tests/tool/balance-t \
	tests/tool/simulate-t
TESTS += \
	tests/tool/calendar-import-t.sh \
	tests/tool/calendar-t.sh \
	tests/tool/import-t.sh \
	tests/tool/scale-t.sh \
	tests/tool/sopap-t.sh \
	tests/tool/verify-t.sh
EXTRA_DIST += \
	tests/tool/calendar-import-t.sh \
	tests/tool/calendar-t.sh \
	tests/tool/import-t.sh \
	tests/tool/scale-t.sh \
	tests/tool/sopap-t.sh \
	tests/tool/verify-t.sh
