# tests/reports/month/local.mk - tests of reports/month.

check_PROGRAMS += \
	tests/reports/month/judge-t \
	tests/reports/month/report-t \
	tests/reports/month/words-t
long_tests += \
	tests/reports/month/export-t.sh
if WEB_TESTS
TESTS += \
	tests/reports/month/report-send-t.mjs
endif
EXTRA_DIST += \
	tests/reports/month/chance.py \
	tests/reports/month/export-t.sh \
	tests/reports/month/recompute.py \
	tests/reports/month/report-send-t.mjs \
	tests/reports/month/store.py
