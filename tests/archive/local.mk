# tests/archive/local.mk - tests of lib/archive.

noinst_PROGRAMS += tests/archive/used
tests_archive_used_LDADD = $(TEST_LIBS)
