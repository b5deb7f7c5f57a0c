# tests/web/local.mk - tests of lib/web.

check_PROGRAMS += \
	tests/web/exposition-t \
	tests/web/form-t \
	tests/web/loop-t \
	tests/web/multipart-t \
	tests/web/request-t \
	tests/web/serve-t \
	tests/web/trust-t \
	tests/web/written-t
tests_libtest_a_SOURCES += \
	tests/web/admin.c \
	tests/web/admin.h \
	tests/web/applicant.c \
	tests/web/applicant.h \
	tests/web/cgi.c \
	tests/web/cgi.h \
	tests/web/desk.c \
	tests/web/desk.h \
	tests/web/english.h \
	tests/web/fcgi.h \
	tests/web/gate.h \
	tests/web/pdf.h \
	tests/web/seat.c \
	tests/web/seat.h \
	tests/web/small.c \
	tests/web/small.h
noinst_PROGRAMS += tests/web/make-office
tests_web_make_office_LDADD = $(TEST_LIBS)
if WEB_TESTS
TESTS += \
	tests/web/cost-t.mjs \
	tests/web/ended-t.mjs \
	tests/web/gateways-t.mjs \
	tests/web/health-t.mjs \
	tests/web/language-t.mjs \
	tests/web/logs-t.mjs \
	tests/web/matrix-t.mjs \
	tests/web/qpdf-t.mjs \
	tests/web/refusals-t.mjs \
	tests/web/root-t.mjs \
	tests/web/sops-t.mjs \
	tests/web/uploads-t.mjs \
	tests/web/work-t.mjs
endif
EXTRA_DIST += \
	tests/web/clamd.mjs \
	tests/web/cost-t.mjs \
	tests/web/ended-t.mjs \
	tests/web/flood.mjs \
	tests/web/gateways-t.mjs \
	tests/web/health-t.mjs \
	tests/web/language-t.mjs \
	tests/web/logs-t.mjs \
	tests/web/matrix-t.mjs \
	tests/web/matrix.tsv \
	tests/web/office.mjs \
	tests/web/page.mjs \
	tests/web/plan.mjs \
	tests/web/qpdf-t.mjs \
	tests/web/refusals-t.mjs \
	tests/web/root-t.mjs \
	tests/web/servers.mjs \
	tests/web/signed.mjs \
	tests/web/sops-t.mjs \
	tests/web/tap.mjs \
	tests/web/uploads-t.mjs \
	tests/web/walk.mjs \
	tests/web/work-t.mjs

# The statements of a program, noted by a library that goes before SQLite's.
check_DATA += tests/web/statements.so
CLEANFILES += tests/web/statements.so
EXTRA_DIST += tests/web/statements.c
tests/web/statements.so: tests/web/statements.c
	$(AM_V_GEN)$(CC) -D_GNU_SOURCE -O2 -fPIC -shared -o $@ \
	    $(srcdir)/tests/web/statements.c

# The offices that these tests copy.
clean-local: clean-offices
.PHONY: clean-offices
clean-offices:
	-rm -rf tests/offices
