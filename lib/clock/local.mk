# lib/clock/local.mk - what is built and installed from here.

noinst_LIBRARIES += lib/libclock.a
lib_libclock_a_SOURCES = \
	lib/clock/account.c lib/clock/account.h \
	lib/clock/calcut.c lib/clock/caledit.c \
	lib/clock/calendar.c lib/clock/calendar.h \
	lib/clock/calfile.c lib/clock/calfile.h \
	lib/clock/calload.c lib/clock/caloutage.c \
	lib/clock/calreason.c \
	lib/clock/calshow.c \
	lib/clock/caltable.c lib/clock/caltable.h \
	lib/clock/caltext.c lib/clock/caltext.h \
	lib/clock/calwrite.c lib/clock/calwrite.h \
	lib/clock/calyaml.c lib/clock/calyaml.h \
	lib/clock/civil.h \
	lib/clock/explain.c \
	lib/clock/standard.c lib/clock/standard.h \
	lib/clock/zone.c
lib_libclock_a_CFLAGS = $(AM_CFLAGS) $(YAML_CFLAGS)

# A program that uses the clock is linked with these.
CLOCK_LIBS = lib/libclock.a $(YAML_LIBS)

calendardir = $(pkgdatadir)/calendar
dist_calendar_DATA = lib/clock/kanwil-sumsel.yaml
dist_man_MANS += lib/clock/sopap-calendar.5
