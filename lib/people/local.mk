# lib/people/local.mk - who is who and may do what.

lib_libsopap_a_SOURCES += \
	lib/people/changeraw.h \
	lib/people/clerk.c \
	lib/people/clerk.h \
	lib/people/holder.c \
	lib/people/institution.c \
	lib/people/login.c \
	lib/people/login.h \
	lib/people/login_session.c \
	lib/people/operator.c \
	lib/people/operator.h \
	lib/people/operator_decide.c \
	lib/people/person.c \
	lib/people/person.h \
	lib/people/person_change.c \
	lib/people/preference.c \
	lib/people/preference.h \
	lib/people/role.c \
	lib/people/role.h \
	lib/people/tenure.c \
	lib/people/tenure.h \
	lib/people/token.c \
	lib/people/token.h
