# lib/tick/local.mk - what the minute brings.

lib_libsopap_a_SOURCES += \
	lib/tick/digest.c \
	lib/tick/digest.h \
	lib/tick/reminder.c \
	lib/tick/reminder.h \
	lib/tick/sweep.c \
	lib/tick/sweep.h \
	lib/tick/tick.c \
	lib/tick/tick.h \
	lib/tick/unfetched.c \
	lib/tick/unfetched.h
