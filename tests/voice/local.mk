# tests/voice/local.mk - tests of lib/voice.

check_PROGRAMS += \
	tests/voice/voice-t
