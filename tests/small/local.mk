# tests/small/local.mk - tests of a sopap that is small by choice
# (lib/base/built.h).

check_PROGRAMS += \
	tests/small/messenger-t \
	tests/small/pages-t
tests_small_messenger_t_SOURCES = tests/small/messenger-t.c \
	reports/messenger/mail_server_none.c \
	reports/messenger/post_none.c

# The programs once more, without what may be left out; nothing is compiled
# anew but that.
small_programs = \
	tests/small/libexec/admin \
	tests/small/libexec/approve \
	tests/small/libexec/draft \
	tests/small/libexec/letter \
	tests/small/libexec/report \
	tests/small/libexec/submit \
	tests/small/sopap \
	tests/small/sopap-report
EXTRA_PROGRAMS += $(small_programs)
CLEANFILES += $(small_programs)
check_DATA += $(small_programs)
tests_small_libexec_admin_SOURCES = $(cgi_bin_admin_admin_SOURCES) \
	lib/calendar/ics_none.c tests/small/built.c
tests_small_libexec_approve_SOURCES = cgi-bin/approve.c tests/small/built.c
tests_small_libexec_draft_SOURCES = cgi-bin/draft.c tests/small/built.c
tests_small_libexec_letter_SOURCES = $(cgi_bin_letter_letter_SOURCES) \
	tests/small/built.c
tests_small_libexec_report_SOURCES = $(cgi_bin_report_report_SOURCES) \
	reports/month/qr_none.c tests/small/built.c
tests_small_libexec_report_LDADD = reports/libreports.a $(LDADD)
tests_small_libexec_submit_SOURCES = $(cgi_bin_submit_submit_SOURCES) \
	tests/small/built.c
tests_small_sopap_SOURCES = $(lib_tool_sopap_SOURCES) \
	lib/calendar/ics_none.c tests/small/built.c
tests_small_sopap_report_SOURCES = reports/month/sopap-report.c \
	reports/month/qr_none.c tests/small/built.c
tests_small_sopap_report_LDADD = reports/libreports.a $(LDADD)

TESTS += tests/small/configure-t.sh
EXTRA_DIST += tests/small/configure-t.sh tests/small/small.sh

# Configured and built without each of them and without all, and used; takes
# some minutes.
.PHONY: check-small
check-small:
	SRCDIR='$(abs_top_srcdir)' MAKE='$(MAKE)' \
		$(SHELL) $(srcdir)/tests/small/small.sh
