# tests/message/local.mk - tests of lib/message.

check_PROGRAMS += \
	tests/message/adapter-t \
	tests/message/delivery-t
