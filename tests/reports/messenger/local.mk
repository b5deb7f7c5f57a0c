# tests/reports/messenger/local.mk - tests of reports/messenger.

check_PROGRAMS += tests/reports/messenger/mail-t
if WEB_TESTS
TESTS += \
	tests/reports/messenger/messenger-t.mjs
endif
EXTRA_DIST += \
	tests/reports/messenger/mailserver.mjs \
	tests/reports/messenger/messenger-t.mjs \
	tests/reports/messenger/smtp.py
