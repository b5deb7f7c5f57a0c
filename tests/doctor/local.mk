# tests/doctor/local.mk - tests of lib/doctor.

check_PROGRAMS += tests/doctor/doctor-t
long_tests += tests/doctor/command-t.sh
if WEB_TESTS
TESTS += tests/doctor/site-t.mjs
endif
EXTRA_DIST += \
	tests/doctor/command-t.sh \
	tests/doctor/site-t.mjs
