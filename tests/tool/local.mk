# tests/tool/local.mk - tests of lib/tool.

check_PROGRAMS += \
	tests/tool/balance-t \
	tests/tool/simulate-t
TESTS += \
	tests/tool/calendar-import-t.sh \
	tests/tool/calendar-t.sh \
	tests/tool/import-t.sh \
	tests/tool/init-t.sh \
	tests/tool/scale-t.sh \
	tests/tool/sopap-t.sh \
	tests/tool/verify-t.sh \
	tests/tool/watch-t.sh
EXTRA_DIST += \
	tests/tool/calendar-import-t.sh \
	tests/tool/calendar-t.sh \
	tests/tool/import-t.sh \
	tests/tool/init-t.sh \
	tests/tool/scale-t.sh \
	tests/tool/sopap-t.sh \
	tests/tool/verify-t.sh \
	tests/tool/watch-t.sh
EXTRA_DIST += tests/tool/clock-at.c tests/tool/kill-at.c

# Put before a program, it kills it at a change of a file.
# The other one sets its clock ahead.
tools_before = tests/tool/clock-at.so tests/tool/kill-at.so
check_DATA += $(tools_before)
CLEANFILES += $(tools_before)
$(tools_before): tests/tool/%.so: tests/tool/%.c
	$(AM_V_CC)$(MKDIR_P) tests/tool && $(CC) -shared -fPIC -O1 \
		-o $@ $< -ldl
