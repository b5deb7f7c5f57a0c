# lib/web/local.mk - requests, replies and the loop that serves them.

noinst_LIBRARIES += lib/libweb.a
lib_libweb_a_CPPFLAGS = $(AM_CPPFLAGS) $(FCGI_CFLAGS) $(SODIUM_CFLAGS) \
	$(MAGIC_CFLAGS) $(JANSSON_CFLAGS)
lib_libweb_a_SOURCES = \
	lib/web/answer.c \
	lib/web/arena.c lib/web/arena.h \
	lib/web/body.c lib/web/body.h \
	lib/web/child.c lib/web/child.h \
	lib/web/letterfile.c lib/web/letterfile.h \
	lib/web/compose.c lib/web/compose.h lib/web/composeraw.h \
	lib/web/compose_paper.c lib/web/compose_sample.c \
	lib/web/compose_values.c \
	lib/web/dossier.c lib/web/dossier.h \
	lib/web/fields.c lib/web/fields.h \
	lib/web/fields_draft.c lib/web/fields_show.c lib/web/fields_words.c \
	lib/web/filetype.c lib/web/filetype.h \
	lib/web/form.c lib/web/form.h \
	lib/web/frame.c \
	lib/web/gateway.c lib/web/gateway.h \
	lib/web/history.c lib/web/history.h lib/web/history_show.c \
	lib/web/instant.c lib/web/instant.h \
	lib/web/language.c lib/web/language.h \
	lib/web/lanes.c lib/web/lanes.h \
	lib/web/letter.c lib/web/letter.h \
	lib/web/material.c lib/web/material.h \
	lib/web/multipart.c lib/web/multipart.h \
	lib/web/pager.c lib/web/pager.h \
	lib/web/receipt.c \
	lib/web/pdfcheck.c lib/web/pdfcheck.h \
	lib/web/pdfsig.c lib/web/pdfsig.h \
	lib/web/photos.c lib/web/photos.h \
	lib/web/reply.c lib/web/reply.h \
	lib/web/request.c lib/web/request.h \
	lib/web/route.c lib/web/route.h \
	lib/web/serve.c lib/web/serve.h lib/web/serve_raw.h \
	lib/web/service.c lib/web/service.h \
	lib/web/session.c lib/web/session.h \
	lib/web/sheet.c lib/web/sheet.h \
	lib/web/signed.c lib/web/signed.h \
	lib/web/sla.c lib/web/sla.h \
	lib/web/start.c lib/web/start.h lib/web/start_draft.c \
	lib/web/fetch.c lib/web/fetch.h \
	lib/web/status.c lib/web/status.h lib/web/status_page.c \
	lib/web/status_raw.h \
	lib/web/step.c lib/web/step.h \
	lib/web/step_check.c lib/web/step_check.h \
	lib/web/step_finish.c \
	lib/web/step_letter.c lib/web/step_letter.h \
	lib/web/step_form.c lib/web/step_form.h \
	lib/web/step_form_side.c \
	lib/web/step_page.c \
	lib/web/step_draft.c \
	lib/web/step_side.c \
	lib/web/table.c lib/web/table.h \
	lib/web/upload.c lib/web/upload_judge.c lib/web/uploadraw.h lib/web/upload.h \
	lib/web/why.c lib/web/why.h \
	lib/web/words.c lib/web/words.h
