# lib/page/local.mk - templates, formats and languages.

lib_libsopap_a_SOURCES += \
	lib/page/format.c \
	lib/page/format.h \
	lib/page/page.cc \
	lib/page/page.h \
	lib/page/translation.c \
	lib/page/translation.h

dist_templates_DATA += \
	lib/page/dense.tpl \
	lib/page/error.tpl \
	lib/page/errors.tpl \
	lib/page/field.tpl \
	lib/page/frame.tpl \
	lib/page/pager.tpl \
	lib/page/paper.tpl \
	lib/page/sla.tpl \
	lib/page/table.tpl \
	lib/page/timeline.tpl \
	lib/page/why.tpl

# Other languages: a folder each.
englishdir = $(templatesdir)/en
dist_english_DATA = lib/page/en/messages

dist_man_MANS += lib/page/sopap-language.5
