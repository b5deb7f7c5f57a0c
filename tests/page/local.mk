# tests/page/local.mk - tests of lib/page.

check_PROGRAMS += \
	tests/page/assets-t \
	tests/page/format-t \
	tests/page/page-t \
	tests/page/templates-t \
	tests/page/translation-t
tests_libtest_a_SOURCES += \
	tests/page/sample.c \
	tests/page/sample.h
noinst_PROGRAMS += tests/page/preview
tests_page_preview_LDADD = $(TEST_LIBS)
TESTS += tests/page/terminal-t.sh
EXTRA_DIST += tests/page/terminal-t.sh
