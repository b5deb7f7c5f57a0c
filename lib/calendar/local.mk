# lib/calendar/local.mk - the office's calendar as it is kept.

lib_libsopap_a_SOURCES += \
	lib/calendar/calcut.c \
	lib/calendar/calendar_draft.c \
	lib/calendar/calendar_edit.c \
	lib/calendar/calendar_version.c \
	lib/calendar/calendar_version.h \
	lib/calendar/calwrite.c \
	lib/calendar/calwrite.h \
	lib/calendar/holiday.c \
	lib/calendar/holiday.h \
	lib/calendar/holidaysraw.h \
	lib/calendar/ics.c \
	lib/calendar/icsday.c \
	lib/calendar/icsfile.c \
	lib/calendar/icsfile.h \
	lib/calendar/icsraw.h \
	lib/calendar/icsrepeat.c \
	lib/calendar/icswrite.c
