# tests/reports/letter/local.mk - tests of reports/letter.

TESTS += \
	tests/reports/letter/letter-t.sh
EXTRA_DIST += \
	tests/reports/letter/letter-t.sh
