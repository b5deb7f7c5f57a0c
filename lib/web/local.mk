# lib/web/local.mk - requests, replies and the loop that serves them.

noinst_LIBRARIES += lib/libweb.a
lib_libweb_a_SOURCES = \
	lib/web/arena.c lib/web/arena.h \
	lib/web/form.c lib/web/form.h \
	lib/web/multipart.c lib/web/multipart.h \
	lib/web/request.h lib/web/reply.h lib/web/serve.h
