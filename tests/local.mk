# tests/local.mk - what every test shares; each folder's part is its local.mk.

# What every test runs under.
noinst_PROGRAMS += tests/guard
tests_guard_SOURCES = tests/guard.c
GUARD = tests/guard$(EXEEXT) 0

# What tests stand on: offices, visitors, samples.  An object is linked by the
# tests that use it.
check_LIBRARIES += tests/libtest.a
tests_libtest_a_SOURCES = tests/peak.h tests/slurp.h tests/tap.h
TEST_LIBS = tests/libtest.a reports/libreports.a $(LDADD)
$(check_PROGRAMS): LDADD = tests/libtest.a reports/libreports.a \
	lib/libsopap.a $(SOPAP_LIBS) -lstdc++ -lm
$(check_PROGRAMS): tests/libtest.a reports/libreports.a

long_tests += tests/guard-t.sh
TESTS += tests/man-t.sh
if WEB_TESTS
TESTS += tests/bootstrap-t.sh
endif
EXTRA_DIST += tests/bootstrap-t.sh tests/guard-t.sh tests/man-t.sh tests/tap.sh
EXTRA_DIST += \
	tests/data/chart \
	tests/data/clock.txt \
	tests/data/field.txt \
	tests/data/letter \
	tests/data/libur-indonesia.tsv \
	tests/data/log/kecil.csv \
	tests/data/log/kecil.xes \
	tests/data/month.txt \
	tests/data/pages \
	tests/data/sop-cabang.yaml \
	tests/data/sop-kecil.yaml \
	tests/data/sop-loket.yaml \
	tests/data/sop-ruang.yaml \
	tests/data/sop-steps.tsv \
	tests/data/xes.rng

# Its programs are the longest: first, too.
include tests/tool/local.mk
include tests/archive/local.mk
include tests/base/local.mk
include tests/bench/local.mk
include tests/browser/local.mk
include tests/calendar/local.mk
include tests/case/local.mk
include tests/casepage/local.mk
include tests/cgi-bin/local.mk
include tests/clock/local.mk
include tests/cluster/local.mk
include tests/crash/local.mk
include tests/doctor/local.mk
include tests/exchange/local.mk
include tests/fuzz/local.mk
include tests/htdocs/local.mk
include tests/letter/local.mk
include tests/message/local.mk
include tests/month/local.mk
include tests/office/local.mk
include tests/package/local.mk
include tests/page/local.mk
include tests/people/local.mk
include tests/reports/chart/local.mk
include tests/reports/letter/local.mk
include tests/reports/local.mk
include tests/reports/messenger/local.mk
include tests/reports/month/local.mk
include tests/small/local.mk
include tests/sop/local.mk
include tests/store/local.mk
include tests/style/local.mk
include tests/tick/local.mk
include tests/upload/local.mk
include tests/voice/local.mk
include tests/web/local.mk
