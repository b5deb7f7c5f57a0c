# tests/exchange/local.mk - tests of lib/exchange.

check_PROGRAMS += \
	tests/exchange/import-history-t \
	tests/exchange/person_export-t \
	tests/exchange/takeover-t
