# tests/crash/local.mk - whatever ends a program in the middle of its work.

# Put before a program by LD_PRELOAD.
check_DATA += tests/crash/fault.so
CLEANFILES += tests/crash/fault.so
tests/crash/fault.so: tests/crash/fault.c
	$(AM_V_CC)$(MKDIR_P) tests/crash && $(CC) -shared -fPIC -O1 \
		-Wall -Wextra $(WERROR) -o $@ $(srcdir)/tests/crash/fault.c -ldl
# The library of a sanitizer wants to be before it, and takes long.
if WEB_TESTS
if !SANITIZED
TESTS += tests/crash/crash-t.mjs
endif
endif
EXTRA_DIST += \
	tests/crash/acts.mjs \
	tests/crash/crash-t.mjs \
	tests/crash/disk.mjs \
	tests/crash/fault.c \
	tests/crash/faults.mjs \
	tests/crash/tools.mjs

# Every harm at every change of a file, as long as it takes; the table of all
# is at the end of tests/crash/crash-t.log.
.PHONY: check-crash
check-crash:
	CRASH_LONG=1 $(MAKE) $(AM_MAKEFLAGS) check LOG_COMPILER='$(GUARD)' \
		TESTS=tests/crash/crash-t.mjs TEST_SUITE_LOG=crash-suite.log
