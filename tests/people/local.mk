# tests/people/local.mk - tests of lib/people.

check_PROGRAMS += \
	tests/people/clerk-t \
	tests/people/login-t \
	tests/people/operator-t \
	tests/people/person-t \
	tests/people/rights-t
