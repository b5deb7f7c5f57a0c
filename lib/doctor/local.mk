# lib/doctor/local.mk - is the installation well?

lib_libsopap_a_SOURCES += \
	lib/doctor/doctor.c \
	lib/doctor/doctor.h \
	lib/doctor/doctor_inner.h \
	lib/doctor/doctor_machine.c \
	lib/doctor/doctor_office.c \
	lib/doctor/doctor_outside.c \
	lib/doctor/first_day.c \
	lib/doctor/first_day.h
