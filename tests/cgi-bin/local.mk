# tests/cgi-bin/local.mk - tests of cgi-bin.

check_PROGRAMS += \
	tests/cgi-bin/account-t \
	tests/cgi-bin/admin-calendar-t \
	tests/cgi-bin/admin-import-t \
	tests/cgi-bin/admin-letters-t \
	tests/cgi-bin/admin-messages-t \
	tests/cgi-bin/admin-office-t \
	tests/cgi-bin/admin-sops-t \
	tests/cgi-bin/admin-system-t \
	tests/cgi-bin/admin-t \
	tests/cgi-bin/admin-tasks-t \
	tests/cgi-bin/audit-t \
	tests/cgi-bin/case-t \
	tests/cgi-bin/counter-t \
	tests/cgi-bin/editor-t \
	tests/cgi-bin/editor_fields-t \
	tests/cgi-bin/evaluate-t \
	tests/cgi-bin/file-t \
	tests/cgi-bin/health-t \
	tests/cgi-bin/home-t \
	tests/cgi-bin/inbox-t \
	tests/cgi-bin/institution-t \
	tests/cgi-bin/language-t \
	tests/cgi-bin/letter-book-t \
	tests/cgi-bin/login-t \
	tests/cgi-bin/long-t \
	tests/cgi-bin/operator-t \
	tests/cgi-bin/personal-t \
	tests/cgi-bin/plan-t \
	tests/cgi-bin/report-t \
	tests/cgi-bin/session-t \
	tests/cgi-bin/sop-t \
	tests/cgi-bin/spellings-t \
	tests/cgi-bin/stale-t \
	tests/cgi-bin/track-t \
	tests/cgi-bin/trouble-t \
	tests/cgi-bin/voice-t
TESTS += \
	tests/cgi-bin/routes-t.sh
EXTRA_DIST += \
	tests/cgi-bin/routes-t.sh
