# tests/archive/local.mk - tests of lib/archive.

check_PROGRAMS += \
	tests/archive/crash-archive-t
# The calls at which it is killed.
tests_archive_crash_archive_t_LDFLAGS = -Wl,--wrap=write,--wrap=mkdir \
	-Wl,--wrap=mkdirat,--wrap=rename,--wrap=renameat,--wrap=remove \
	-Wl,--wrap=unlinkat,--wrap=syncfs
tests_libtest_a_SOURCES += \
	tests/archive/office.h
noinst_PROGRAMS += tests/archive/used
tests_archive_used_LDADD = $(TEST_LIBS)
TESTS += \
	tests/archive/backup-t.sh \
	tests/archive/restore-t.sh
EXTRA_DIST += \
	tests/archive/backup-t.sh \
	tests/archive/restore-t.sh
