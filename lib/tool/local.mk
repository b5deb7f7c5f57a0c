# lib/tool/local.mk - sopap, a file per command.

bin_PROGRAMS += lib/tool/sopap
lib_tool_sopap_SOURCES = \
	lib/tool/backup.c \
	lib/tool/calendar.c \
	lib/tool/calendar_due.c \
	lib/tool/calendar_export.c \
	lib/tool/calendar_import.c \
	lib/tool/copy.c \
	lib/tool/doctor.c \
	lib/tool/import.c \
	lib/tool/init.c \
	lib/tool/key.c \
	lib/tool/month.c \
	lib/tool/notify.c \
	lib/tool/person.c \
	lib/tool/rebuild.c \
	lib/tool/restore.c \
	lib/tool/role.c \
	lib/tool/sim/sim.h \
	lib/tool/sim/sim_case.c \
	lib/tool/sim/sim_case.h \
	lib/tool/sim/sim_chance.c \
	lib/tool/sim/sim_form.c \
	lib/tool/sim/sim_month.c \
	lib/tool/sim/sim_office.c \
	lib/tool/sim/sim_people.c \
	lib/tool/sim/sim_queue.c \
	lib/tool/sim/sim_scale.c \
	lib/tool/sim/sim_work.c \
	lib/tool/simulate.c \
	lib/tool/sop.c \
	lib/tool/sopap.c \
	lib/tool/target.c \
	lib/tool/tick.c \
	lib/tool/tool.h \
	lib/tool/upgrade.c \
	lib/tool/user.c \
	lib/tool/verify.c

dist_man_MANS += lib/tool/sopap.8
