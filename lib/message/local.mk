# lib/message/local.mk - the outbox.

lib_libsopap_a_SOURCES += \
	lib/message/adapter.c \
	lib/message/adapter.h \
	lib/message/adapter_answer.c \
	lib/message/adapter_answer.h \
	lib/message/adapter_callback.c \
	lib/message/adapter_callback.h \
	lib/message/adapter_request.c \
	lib/message/adapter_request.h \
	lib/message/alarm.c \
	lib/message/alarm.h \
	lib/message/channel.c \
	lib/message/channel.h \
	lib/message/delivery.c \
	lib/message/delivery.h \
	lib/message/mailing.c \
	lib/message/mailing.h \
	lib/message/message.c \
	lib/message/message.h \
	lib/message/message_text.c \
	lib/message/message_text.h \
	lib/message/retry.c \
	lib/message/retry.h \
	lib/message/secret.c \
	lib/message/secret.h \
	lib/message/wording.c \
	lib/message/wording.h

dist_man_MANS += lib/message/sopap-adapter.5
