# lib/web/local.mk - requests, replies and the loop that serves them.

lib_libsopap_a_SOURCES += \
	lib/web/address.c \
	lib/web/address.h \
	lib/web/body.c \
	lib/web/body.h \
	lib/web/cookie.c \
	lib/web/cookie.h \
	lib/web/damage.c \
	lib/web/damage.h \
	lib/web/exposition.c \
	lib/web/exposition.h \
	lib/web/form.c \
	lib/web/form.h \
	lib/web/frame.c \
	lib/web/frame.h \
	lib/web/gateway.c \
	lib/web/gateway.h \
	lib/web/idempotency.c \
	lib/web/idempotency.h \
	lib/web/kept_file.c \
	lib/web/kept_file.h \
	lib/web/language.c \
	lib/web/language.h \
	lib/web/multipart.c \
	lib/web/multipart.h \
	lib/web/pager.c \
	lib/web/pager.h \
	lib/web/plate.c \
	lib/web/plate.h \
	lib/web/qr_path.h \
	lib/web/reply.c \
	lib/web/reply.h \
	lib/web/request.c \
	lib/web/request.h \
	lib/web/route.c \
	lib/web/route.h \
	lib/web/serve.c \
	lib/web/serve.h \
	lib/web/session.c \
	lib/web/session.h \
	lib/web/standin.c \
	lib/web/standin.h \
	lib/web/table.c \
	lib/web/table.h \
	lib/web/traffic.c \
	lib/web/traffic.h

# By ./configure --without-letter: lib/base/built.h.
if LETTER
lib_libsopap_a_SOURCES += lib/web/qr_path.c
else
lib_libsopap_a_SOURCES += lib/web/qr_path_none.c
endif
