# lib/upload/local.mk - files on their way in.

lib_libsopap_a_SOURCES += \
	lib/upload/active.c \
	lib/upload/active.h \
	lib/upload/child.c \
	lib/upload/child.h \
	lib/upload/filetype.c \
	lib/upload/filetype.h \
	lib/upload/loose.c \
	lib/upload/loose.h \
	lib/upload/page_image.c \
	lib/upload/page_image.h \
	lib/upload/pdf_check.c \
	lib/upload/pdf_check.h \
	lib/upload/pdf_signature.c \
	lib/upload/pdf_signature.h \
	lib/upload/pdf_text.c \
	lib/upload/pdf_text.h \
	lib/upload/photos.c \
	lib/upload/photos.h \
	lib/upload/quarantine.c \
	lib/upload/quarantine.h \
	lib/upload/sandbox.c \
	lib/upload/sandbox.h \
	lib/upload/scan.c \
	lib/upload/scan.h \
	lib/upload/signature.c \
	lib/upload/signature.h \
	lib/upload/upload.c \
	lib/upload/upload.h

# A child of its own: it looks at pictures of strangers.
pkglibexec_PROGRAMS += lib/upload/photo/photo
lib_upload_photo_photo_SOURCES = \
	lib/upload/photo/jpeg.c \
	lib/upload/photo/pdf.c \
	lib/upload/photo/photo.c \
	lib/upload/photo/photo.h \
	lib/upload/photo/png.c
lib_upload_photo_photo_LDADD = $(JPEG_LIBS) $(PNG_LIBS)

dist_man_MANS += lib/upload/photo/sopap-photo.8
