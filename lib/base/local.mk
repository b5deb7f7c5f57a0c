# lib/conf/local.mk - the configuration file and the log.

noinst_LIBRARIES += lib/libconf.a
lib_libconf_a_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS) $(SODIUM_CFLAGS)
lib_libconf_a_SOURCES = lib/conf/conf.c lib/conf/conf.h \
	lib/conf/fault.c lib/conf/fault.h \
	lib/conf/letterhead.c lib/conf/letterhead.h \
	lib/conf/lettertext.c lib/conf/lettertext.h \
	lib/conf/lettertext_words.c lib/conf/lettertextraw.h \
	lib/conf/adapter.c lib/conf/adapter.h lib/conf/adapterraw.h \
	lib/conf/adapter_answer.c lib/conf/adapter_call.c \
	lib/conf/adapter_check.c lib/conf/adapter_fill.c \
	lib/conf/adapter_send.c \
	lib/conf/log.c lib/conf/log.h lib/conf/trim.h
dist_man_MANS += lib/conf/sopap.conf.5 lib/conf/sopap-adapter.5
