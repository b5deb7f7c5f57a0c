# lib/archive/local.mk - the office kept whole: checks, backup, restore.

lib_libsopap_a_SOURCES += \
	lib/archive/integrity.c \
	lib/archive/integrity.h
