# lib/clock/local.mk - office time.

lib_libsopap_a_SOURCES += \
	lib/clock/account.c \
	lib/clock/account.h \
	lib/clock/calendar.c \
	lib/clock/calendar.h \
	lib/clock/calendar_outage.c \
	lib/clock/calendar_reason.c \
	lib/clock/calfile.c \
	lib/clock/calfile.h \
	lib/clock/caltable.c \
	lib/clock/caltable.h \
	lib/clock/caltext.c \
	lib/clock/caltext.h \
	lib/clock/calyaml.c \
	lib/clock/calyaml.h \
	lib/clock/civil.h \
	lib/clock/month_name.c \
	lib/clock/month_name.h \
	lib/clock/pace.c \
	lib/clock/pace.h \
	lib/clock/standard.c \
	lib/clock/standard.h \
	lib/clock/verdict.c \
	lib/clock/verdict.h \
	lib/clock/zone.c \
	lib/clock/zone.h

calendardir = $(pkgdatadir)/calendar
dist_calendar_DATA = lib/clock/kanwil-sumsel.yaml

dist_man_MANS += lib/clock/sopap-calendar.5
