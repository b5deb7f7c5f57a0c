# lib/letter/local.mk - letters of the office.

lib_libsopap_a_SOURCES += \
	lib/letter/letter.c \
	lib/letter/letter.h \
	lib/letter/letter_number.c \
	lib/letter/letter_number.h \
	lib/letter/letter_register.c \
	lib/letter/letter_register.h \
	lib/letter/letter_state.c \
	lib/letter/letter_state.h \
	lib/letter/letter_text.c \
	lib/letter/letter_text.h \
	lib/letter/letter_verify.c \
	lib/letter/letter_verify.h \
	lib/letter/letter_version.c \
	lib/letter/letter_version.h \
	lib/letter/letterhead.c \
	lib/letter/letterhead.h \
	lib/letter/official_form.c \
	lib/letter/official_form.h
