# lib/base/local.mk - memory of a request, text, CSV, configuration, log.

lib_libsopap_a_SOURCES += \
	lib/base/arena.c \
	lib/base/arena.h \
	lib/base/built.c \
	lib/base/built.h \
	lib/base/conf.c \
	lib/base/conf.h \
	lib/base/conf_value.c \
	lib/base/conf_value.h \
	lib/base/csv.c \
	lib/base/csv.h \
	lib/base/fault.c \
	lib/base/fault.h \
	lib/base/log.c \
	lib/base/log.h \
	lib/base/metrics.c \
	lib/base/metrics.h \
	lib/base/name.c \
	lib/base/name.h \
	lib/base/noise.c \
	lib/base/noise.h \
	lib/base/number.c \
	lib/base/number.h \
	lib/base/phone.c \
	lib/base/phone.h \
	lib/base/price.h \
	lib/base/slug.c \
	lib/base/slug.h \
	lib/base/text.c \
	lib/base/text.h \
	lib/base/trim.h \
	lib/base/unicode.c \
	lib/base/unicode.h \
	lib/base/urlcode.c \
	lib/base/urlcode.h \
	lib/base/utf8.c \
	lib/base/utf8.h

dist_man_MANS += lib/base/sopap.conf.5

# The configuration to begin with.
exampledir = $(docdir)/examples
dist_example_DATA = lib/base/sopap.conf
