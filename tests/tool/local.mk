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
	tests/tool/verify-t.sh
EXTRA_DIST += \
	tests/tool/calendar-import-t.sh \
	tests/tool/calendar-t.sh \
	tests/tool/import-t.sh \
	tests/tool/init-t.sh \
	tests/tool/scale-t.sh \
	tests/tool/sopap-t.sh \
	tests/tool/verify-t.sh
EXTRA_DIST += tests/tool/kill-at.c

# Put before a program, it kills it at a change of a file.
check_DATA += tests/tool/kill-at.so
CLEANFILES += tests/tool/kill-at.so
tests/tool/kill-at.so: tests/tool/kill-at.c
	$(AM_V_CC)$(MKDIR_P) tests/tool && $(CC) -shared -fPIC -O1 \
		-o $@ $(srcdir)/tests/tool/kill-at.c -ldl
