# lib/voice/local.mk - what the public says.

lib_libsopap_a_SOURCES += \
	lib/voice/complaint.c \
	lib/voice/complaint.h \
	lib/voice/survey.c \
	lib/voice/survey.h
