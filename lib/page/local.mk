# lib/page/local.mk - templates, formats and languages.

lib_libsopap_a_SOURCES += \
	lib/page/format.c \
	lib/page/format.h \
	lib/page/page.cc \
	lib/page/page.h \
	lib/page/terminal.c \
	lib/page/terminal.h \
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
	lib/page/people.tpl \
	lib/page/sla.tpl \
	lib/page/table.tpl \
	lib/page/timeline.tpl \
	lib/page/why.tpl

# What the programs say to those who start them is English by this, which is
# built into them.
nodist_lib_libsopap_a_SOURCES += lib/page/terminal_english.c

lib/page/terminal_english.c: lib/page/en/tools lib/page/catalogue.awk
	$(AM_V_GEN)$(MKDIR_P) lib/page && \
	$(AWK) -f $(srcdir)/lib/page/catalogue.awk \
		$(srcdir)/lib/page/en/tools >$@.new && mv $@.new $@

CLEANFILES += lib/page/terminal_english.c
EXTRA_DIST += lib/page/catalogue.awk lib/page/en/tools

# Other languages: a folder each.
englishdir = $(templatesdir)/en
dist_english_DATA = lib/page/en/messages

dist_man_MANS += lib/page/sopap-language.5
