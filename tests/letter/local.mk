# tests/letter/local.mk - tests of lib/letter.

check_PROGRAMS += \
	tests/letter/letter-t
