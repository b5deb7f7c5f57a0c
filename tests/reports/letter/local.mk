# tests/reports/letter/local.mk - tests of reports/letter.

TESTS += \
	tests/reports/letter/form-t.sh \
	tests/reports/letter/letter-t.sh
EXTRA_DIST += \
	tests/reports/letter/form-t.sh \
	tests/reports/letter/form.pl \
	tests/reports/letter/letter-t.sh
