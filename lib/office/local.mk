# lib/office/local.mk - the office open in a process.

lib_libsopap_a_SOURCES += \
	lib/office/audit.c \
	lib/office/audit.h \
	lib/office/change.c \
	lib/office/change.h \
	lib/office/closed.c \
	lib/office/closed.h \
	lib/office/last_run.c \
	lib/office/last_run.h \
	lib/office/lease.c \
	lib/office/lease.h \
	lib/office/manager.h \
	lib/office/office.c \
	lib/office/office.h \
	lib/office/office_calendar.c \
	lib/office/office_calendar.h \
	lib/office/office_code.c \
	lib/office/office_inner.h \
	lib/office/office_key.c \
	lib/office/office_key.h \
	lib/office/party.c \
	lib/office/party.h \
	lib/office/publish.c \
	lib/office/reason.c \
	lib/office/reason.h \
	lib/office/row.c \
	lib/office/row.h \
	lib/office/silence.c \
	lib/office/silence.h \
	lib/office/sop_draft.c \
	lib/office/sop_draft.h \
	lib/office/sop_paper.c \
	lib/office/sop_paper.h \
	lib/office/soplist.c \
	lib/office/soplist.h \
	lib/office/stored_file.c \
	lib/office/stored_file.h \
	lib/office/subject.c \
	lib/office/subject.h \
	lib/office/throttle.c \
	lib/office/throttle.h \
	lib/office/trail.c \
	lib/office/trail.h \
	lib/office/unit.c \
	lib/office/unit.h
