# lib/archive/local.mk - the office kept whole: checks, backup, restore, copy.

lib_libsopap_a_SOURCES += \
	lib/archive/archive_backup.c \
	lib/archive/archive_backup.h \
	lib/archive/archive_content.c \
	lib/archive/archive_content.h \
	lib/archive/archive_copy.c \
	lib/archive/archive_copy.h \
	lib/archive/archive_copy_files.c \
	lib/archive/archive_copy_files.h \
	lib/archive/archive_file.c \
	lib/archive/archive_file.h \
	lib/archive/archive_restore.c \
	lib/archive/archive_restore.h \
	lib/archive/archive_upgrade.c \
	lib/archive/archive_upgrade.h \
	lib/archive/integrity.c \
	lib/archive/integrity.h \
	lib/archive/manifest.c \
	lib/archive/manifest.h
