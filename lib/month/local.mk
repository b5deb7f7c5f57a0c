# lib/month/local.mk - the figures of a period.

lib_libsopap_a_SOURCES += \
	lib/month/bottleneck.c \
	lib/month/bottleneck.h \
	lib/month/grid.c \
	lib/month/grid.h \
	lib/month/monitor.c \
	lib/month/monitor.h \
	lib/month/month.c \
	lib/month/month.h \
	lib/month/month_cases.c \
	lib/month/month_cases.h \
	lib/month/month_close.c \
	lib/month/month_close.h \
	lib/month/month_correct.c \
	lib/month/month_correct.h \
	lib/month/month_order.c \
	lib/month/month_order.h \
	lib/month/month_pace.c \
	lib/month/month_pace.h \
	lib/month/month_party.c \
	lib/month/month_party.h \
	lib/month/month_period.c \
	lib/month/month_promise.c \
	lib/month/month_promise.h \
	lib/month/month_range.c \
	lib/month/month_sign.c \
	lib/month/month_sign.h \
	lib/month/month_visits.c \
	lib/month/month_visits.h \
	lib/month/month_voice.c \
	lib/month/month_voice.h \
	lib/month/month_wait.c \
	lib/month/month_wait.h \
	lib/month/month_work.c \
	lib/month/month_work.h \
	lib/month/root.c \
	lib/month/root.h \
	lib/month/target.c \
	lib/month/target.h
