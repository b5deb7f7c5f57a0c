# lib/page/local.mk - the template shim, the formats, the templates of every page.
noinst_LIBRARIES += lib/libpage.a
lib_libpage_a_SOURCES = lib/page/csv.c lib/page/csv.h lib/page/page.cc \
	lib/page/page.h lib/page/format.c lib/page/format.h \
	lib/page/tongue.c lib/page/tongue.h lib/page/tongue_inner.h \
	lib/page/tongue_say.c lib/page/tongue_template.c
lib_libpage_a_CPPFLAGS = $(AM_CPPFLAGS) $(CTEMPLATE_CFLAGS)
dist_templates_DATA += lib/page/frame.tpl lib/page/error.tpl \
	lib/page/errors.tpl lib/page/field.tpl \
	lib/page/pager.tpl lib/page/paper.tpl \
	lib/page/dense.tpl lib/page/sla.tpl lib/page/table.tpl \
	lib/page/timeline.tpl \
	lib/page/why.tpl
# Other languages: a folder each.
englishdir = $(templatesdir)/en
dist_english_DATA = lib/page/en/messages
dist_man_MANS += lib/page/sopap-language.5
