# lib/case/local.mk - what is built and installed from here.

noinst_LIBRARIES += lib/libcase.a
lib_libcase_a_CPPFLAGS = $(AM_CPPFLAGS) $(CYAML_CFLAGS) \
	$(YAML_CFLAGS) $(SODIUM_CFLAGS) $(JANSSON_CFLAGS) $(ICAL_CFLAGS)
lib_libcase_a_SOURCES = \
	lib/case/calendar_draft.c \
	lib/case/calendar_moves.c \
	lib/case/activity.c \
	lib/case/changeraw.h \
	lib/case/operator.c \
	lib/case/operator.h \
	lib/case/token.c \
	lib/case/token.h \
	lib/case/calendars.c \
	lib/case/calendars.h \
	lib/case/field.c \
	lib/case/field.h \
	lib/case/field_people.c \
	lib/case/field_value.c \
	lib/case/fieldraw.h \
	lib/case/change.c \
	lib/case/change.h \
	lib/case/history.c \
	lib/case/history.h \
	lib/case/holder.c \
	lib/case/holidays.c \
	lib/case/holidays.h \
	lib/case/holidaysraw.h \
	lib/case/ics.c \
	lib/case/icsday.c \
	lib/case/icsfile.c \
	lib/case/icsfile.h \
	lib/case/icsraw.h \
	lib/case/icsrepeat.c \
	lib/case/icswrite.c \
	lib/case/institution.c \
	lib/case/delivery.c \
	lib/case/delivery.h \
	lib/case/link.c \
	lib/case/link.h \
	lib/case/letter.c \
	lib/case/letter.h \
	lib/case/letter_public.c \
	lib/case/letterraw.h \
	lib/case/draft.c \
	lib/case/draft.h \
	lib/case/log.c \
	lib/case/log.h \
	lib/case/logcsv.c \
	lib/case/login.c \
	lib/case/login.h \
	lib/case/lograw.h \
	lib/case/logxes.c \
	lib/case/message.c \
	lib/case/message.h \
	lib/case/mine.h \
	lib/case/paper.c \
	lib/case/paper.h \
	lib/case/participant.c \
	lib/case/participant.h \
	lib/case/people.c \
	lib/case/people.h \
	lib/case/quarantine.c \
	lib/case/quarantine.h \
	lib/case/procedure.c \
	lib/case/procedure.h \
	lib/case/role.c \
	lib/case/role.h \
	lib/case/rows.c \
	lib/case/rows.h \
	lib/case/signature.c \
	lib/case/signature.h \
	lib/case/soplist.c \
	lib/case/soplist.h \
	lib/case/telling.c \
	lib/case/telling.h \
	lib/case/told.c \
	lib/case/sweep.c \
	lib/case/sweep.h \
	lib/case/wording.c \
	lib/case/wording.h \
	lib/case/throttle.c \
	lib/case/throttle.h \
	lib/case/tracking.c \
	lib/case/tracking.h \
	lib/case/act.c \
	lib/case/act.h \
	lib/case/case.c \
	lib/case/case.h \
	lib/case/close.c \
	lib/case/column.c \
	lib/case/column.h \
	lib/case/desk.c \
	lib/case/desk.h \
	lib/case/event.c \
	lib/case/event.h \
	lib/case/finish.c \
	lib/case/flow.c \
	lib/case/followup.c \
	lib/case/followup.h \
	lib/case/hold.c \
	lib/case/list.c \
	lib/case/month.c \
	lib/case/month.h \
	lib/case/month_case.c \
	lib/case/month_close.c \
	lib/case/month_closed.c \
	lib/case/month_grid.c \
	lib/case/month_grid.h \
	lib/case/month_mark.c \
	lib/case/month_open.c \
	lib/case/month_thaw.c \
	lib/case/office.c \
	lib/case/office.h \
	lib/case/limit.c \
	lib/case/moment.c \
	lib/case/notice.c \
	lib/case/office_calendar.c \
	lib/case/office_code.c \
	lib/case/officeraw.h \
	lib/case/open.c \
	lib/case/publish.c \
	lib/case/rebuild.c \
	lib/case/root.c \
	lib/case/root.h \
	lib/case/recall.c \
	lib/case/remind.c \
	lib/case/save.c \
	lib/case/search.c \
	lib/case/search.h \
	lib/case/start.c \
	lib/case/tick.c \
	lib/case/typed.c \
	lib/case/rolefile.c \
	lib/case/rolefile.h \
	lib/case/sop.h \
	lib/case/sopcheck.c \
	lib/case/sopfile.c \
	lib/case/sopfill.c \
	lib/case/sopform.c \
	lib/case/sopraw.h \
	lib/case/target.c \
	lib/case/target.h \
	lib/case/work.h \
	lib/case/yamltext.c \
	lib/case/yamltext.h

# A program that uses the case library is linked with these.
CASE_LIBS = lib/libcase.a lib/libstore.a $(CLOCK_LIBS) $(CYAML_LIBS) \
	$(YAML_LIBS) $(JANSSON_LIBS) $(SQLITE_LIBS) $(SODIUM_LIBS)
# ... and with these also when it reads holidays from files (case/holidays.h).
HOLIDAY_LIBS = $(ICAL_LIBS)
# ... and event logs.
LOG_LIBS = $(EXPAT_LIBS) -lcsv
