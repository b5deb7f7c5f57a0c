# lib/calendar/local.mk - the office's calendar as it is kept.

lib_libsopap_a_SOURCES += \
	lib/calendar/calendar_draft.c \
	lib/calendar/calendar_draft.h \
	lib/calendar/calendar_edit.c \
	lib/calendar/calendar_edit.h \
	lib/calendar/calendar_version.c \
	lib/calendar/calendar_version.h \
	lib/calendar/holiday.c \
	lib/calendar/holiday.h \
	lib/calendar/ics.h
if ICAL
lib_libsopap_a_SOURCES += lib/calendar/ics.c
else
lib_libsopap_a_SOURCES += lib/calendar/ics_none.c
endif
