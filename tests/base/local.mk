# tests/base/local.mk - tests of lib/base.

check_PROGRAMS += \
	tests/base/arena-t \
	tests/base/conf-t \
	tests/base/csv-t \
	tests/base/log-t \
	tests/base/metrics-t \
	tests/base/noise-t \
	tests/base/phone-t \
	tests/base/unicode-t \
	tests/base/utf8-t
