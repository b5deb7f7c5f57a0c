# lib/tick/local.mk - what the minute brings.

lib_libsopap_a_SOURCES += \
	lib/tick/digest.c \
	lib/tick/digest_message.c \
	lib/tick/digest_raw.h \
	lib/tick/digest_work.c \
	lib/tick/reminder.c \
	lib/tick/sweep.c \
	lib/tick/sweep.h \
	lib/tick/tick.c
