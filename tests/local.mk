# tests/local.mk - what is built and installed from here.

# The page library; a program that uses page.cc is linked by g++.
check_PROGRAMS += tests/page/format-t tests/page/page-t
EXTRA_DIST += tests/tap.h
tests_page_format_t_SOURCES = tests/page/format-t.c
tests_page_format_t_LDADD = lib/libpage.a
tests_page_page_t_SOURCES = tests/page/page-t.c
nodist_EXTRA_tests_page_page_t_SOURCES = dummy.cc
tests_page_page_t_LDADD = lib/libpage.a $(CTEMPLATE_LIBS)
