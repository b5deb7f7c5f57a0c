# lib/exchange/local.mk - event logs in and out.

lib_libsopap_a_SOURCES += \
	lib/exchange/csv_read.c \
	lib/exchange/csv_read.h \
	lib/exchange/export_visits.c \
	lib/exchange/export_visits.h \
	lib/exchange/import_history.c \
	lib/exchange/import_history.h \
	lib/exchange/import_log.c \
	lib/exchange/import_log.h \
	lib/exchange/import_sop.c \
	lib/exchange/import_sop.h \
	lib/exchange/import_xes.c \
	lib/exchange/import_xes.h \
	lib/exchange/people_table.c \
	lib/exchange/people_table.h \
	lib/exchange/person_export.c \
	lib/exchange/person_export.h \
	lib/exchange/takeover.c \
	lib/exchange/takeover.h
