# lib/people/local.mk - who is who and may do what.

lib_libsopap_a_SOURCES += \
	lib/people/absence.c \
	lib/people/absence.h \
	lib/people/account_message.c \
	lib/people/account_message.h \
	lib/people/clerk.c \
	lib/people/clerk.h \
	lib/people/counter_desk.c \
	lib/people/counter_desk.h \
	lib/people/factor.c \
	lib/people/factor.h \
	lib/people/holder.c \
	lib/people/holder.h \
	lib/people/institution.c \
	lib/people/institution.h \
	lib/people/login.c \
	lib/people/login.h \
	lib/people/login_session.c \
	lib/people/login_session.h \
	lib/people/operator.c \
	lib/people/operator.h \
	lib/people/password.c \
	lib/people/password.h \
	lib/people/password_link.c \
	lib/people/password_link.h \
	lib/people/password_weak.c \
	lib/people/password_weak.h \
	lib/people/performer.c \
	lib/people/performer.h \
	lib/people/person.c \
	lib/people/person.h \
	lib/people/preference.c \
	lib/people/preference.h \
	lib/people/proposal.c \
	lib/people/proposal.h \
	lib/people/rights.c \
	lib/people/rights.h \
	lib/people/role.c \
	lib/people/role.h \
	lib/people/saved_view.c \
	lib/people/saved_view.h \
	lib/people/tenure.c \
	lib/people/tenure.h
