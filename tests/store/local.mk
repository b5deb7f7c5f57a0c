# tests/store/local.mk - tests of lib/store.

check_PROGRAMS += \
	tests/store/db-t \
	tests/store/files-t \
	tests/store/id-t \
	tests/store/mark-t \
	tests/store/migrate-t \
	tests/store/overlap-t \
	tests/store/tx-t
tests_libtest_a_SOURCES += \
	tests/store/folder.h
TESTS += tests/store/frozen-t.sh
EXTRA_DIST += tests/store/frozen-t.sh
