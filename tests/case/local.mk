# tests/case/local.mk - tests of lib/case.

check_PROGRAMS += \
	tests/case/absence-t \
	tests/case/access-t \
	tests/case/act_close-t \
	tests/case/act_finish-t \
	tests/case/act_hold-t \
	tests/case/act_recall-t \
	tests/case/all-t \
	tests/case/backdate-t \
	tests/case/below-t \
	tests/case/case_child-t \
	tests/case/case_list-t \
	tests/case/clock_back-t \
	tests/case/counter_queue-t \
	tests/case/deputy-t \
	tests/case/disposal-t \
	tests/case/draft-t \
	tests/case/field-t \
	tests/case/field_date-t \
	tests/case/followup-t \
	tests/case/hand-t \
	tests/case/lateness-t \
	tests/case/lists-t \
	tests/case/plan-t \
	tests/case/race-t \
	tests/case/random-t \
	tests/case/repeat-t \
	tests/case/roster-t \
	tests/case/sight-t \
	tests/case/signers-t \
	tests/case/tamper-t \
	tests/case/task_open-t \
	tests/case/trial-t \
	tests/case/verdict-t \
	tests/case/version_move-t \
	tests/case/wait-t
long_tests += tests/case/again-t.sh
EXTRA_DIST += tests/case/again-t.sh
tests_libtest_a_SOURCES += \
	tests/case/fixture.c \
	tests/case/fixture.h \
	tests/case/others.h \
	tests/case/play.c \
	tests/case/play.h \
	tests/case/walk.c \
	tests/case/walk.h \
	tests/case/whole.h

# The office that tests copy instead of making one each.
check_DATA += tests/office.db
CLEANFILES += tests/office.db
noinst_PROGRAMS += tests/case/make-template
tests_case_make_template_LDADD = $(TEST_LIBS)
tests/office.db: tests/case/make-template$(EXEEXT) $(dist_sop_DATA) \
		$(dist_calendar_DATA)
	$(AM_V_GEN)rm -f $@ && $(AM_TESTS_ENVIRONMENT) \
		tests/case/make-template$(EXEEXT) $@
