# tests/archive/local.mk - tests of lib/archive.

tests_libtest_a_SOURCES += \
	tests/archive/office.h
noinst_PROGRAMS += tests/archive/used
tests_archive_used_LDADD = $(TEST_LIBS)
TESTS += \
	tests/archive/backup-t.sh \
	tests/archive/copy-t.sh \
	tests/archive/hosts-t.sh \
	tests/archive/restore-t.sh \
	tests/archive/server-t.sh
EXTRA_DIST += \
	tests/archive/backup-t.sh \
	tests/archive/copy-t.sh \
	tests/archive/hosts-t.sh \
	tests/archive/restore-t.sh \
	tests/archive/server-t.sh
