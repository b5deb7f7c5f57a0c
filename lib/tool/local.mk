# lib/tool/local.mk - what is built and installed from here.

bin_PROGRAMS += lib/tool/sopap
lib_tool_sopap_SOURCES = \
	lib/tool/calendar.c \
	lib/tool/calendar.h \
	lib/tool/clock.c \
	lib/tool/clock_text.c \
	lib/tool/history.c \
	lib/tool/import.c \
	lib/tool/init.c \
	lib/tool/keep.c \
	lib/tool/month.c \
	lib/tool/sim_chance.c \
	lib/tool/sim_form.c \
	lib/tool/sim_office.c \
	lib/tool/sim_people.c \
	lib/tool/sim_queue.c \
	lib/tool/sim_scale.c \
	lib/tool/sim_work.c \
	lib/tool/simulate.c \
	lib/tool/simulate.h \
	lib/tool/sop.c \
	lib/tool/sopap.c \
	lib/tool/tool.h \
	lib/tool/user.c
lib_tool_sopap_LDADD = lib/libconf.a $(INIH_LIBS) $(CASE_LIBS) $(HOLIDAY_LIBS) \
	$(LOG_LIBS) $(ZLIB_LIBS) -lm
dist_man_MANS += lib/tool/sopap.8
