# tests/local.mk - what is built and installed from here.

# The page library; a program that uses page.cc is linked by g++.
check_PROGRAMS += tests/page/format-t tests/page/page-t \
	tests/page/assets-t tests/page/templates-t
# Not a test: writes the sample pages as HTML, to be looked at.
noinst_PROGRAMS += tests/page/preview
EXTRA_DIST += tests/tap.h tests/data/pages
tests_page_format_t_SOURCES = tests/page/format-t.c
tests_page_format_t_LDADD = lib/libpage.a
tests_page_assets_t_SOURCES = tests/page/assets-t.c
tests_page_page_t_SOURCES = tests/page/page-t.c
nodist_EXTRA_tests_page_page_t_SOURCES = dummy.cc
tests_page_page_t_LDADD = lib/libpage.a $(CTEMPLATE_LIBS)
tests_page_templates_t_SOURCES = tests/page/templates-t.c tests/page/sample.c \
	tests/page/sample.h
nodist_EXTRA_tests_page_templates_t_SOURCES = dummy.cc
tests_page_templates_t_LDADD = lib/libpage.a $(CTEMPLATE_LIBS)
tests_page_preview_SOURCES = tests/page/preview.c tests/page/sample.c \
	tests/page/sample.h
nodist_EXTRA_tests_page_preview_SOURCES = dummy.cc
tests_page_preview_LDADD = lib/libpage.a $(CTEMPLATE_LIBS)

# lib/conf
check_PROGRAMS += tests/conf/conf-t tests/conf/log-t
tests_conf_conf_t_SOURCES = tests/conf/conf-t.c tests/tap.h
tests_conf_conf_t_LDADD = lib/libconf.a
tests_conf_log_t_SOURCES = tests/conf/log-t.c tests/tap.h
tests_conf_log_t_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
tests_conf_log_t_LDADD = lib/libconf.a $(JANSSON_LIBS)

# lib/store
store_tests = \
	tests/store/db-t \
	tests/store/files-t \
	tests/store/id-t \
	tests/store/migrate-t \
	tests/store/overlap-t \
	tests/store/scan-t \
	tests/store/tx-t
check_PROGRAMS += $(store_tests)
STORE_LIBS = lib/libstore.a $(SQLITE_LIBS) $(SODIUM_LIBS)
tests_store_db_t_SOURCES = tests/store/db-t.c tests/store/folder.h
tests_store_db_t_LDADD = $(STORE_LIBS)
tests_store_files_t_LDADD = $(STORE_LIBS)
tests_store_id_t_LDADD = $(STORE_LIBS)
tests_store_migrate_t_LDADD = $(STORE_LIBS)
tests_store_overlap_t_LDADD = $(STORE_LIBS)
tests_store_scan_t_SOURCES = tests/store/scan-t.c tests/store/folder.h
tests_store_scan_t_LDADD = $(STORE_LIBS)
tests_store_tx_t_LDADD = $(STORE_LIBS)
# lib/web
check_PROGRAMS += tests/web/arena-t tests/web/child-t tests/web/form-t \
	tests/web/loop-t tests/web/pdfsig-t \
	tests/web/multipart-t tests/web/request-t tests/web/serve-t \
	tests/web/upload-t
WEB_LIBS = lib/libweb.a lib/libpage.a lib/libconf.a $(CASE_LIBS) \
	$(CTEMPLATE_LIBS) $(FCGI_LIBS) $(MAGIC_LIBS)
web_small = tests/web/pdf.h tests/web/small.c tests/web/small.h tests/case/fixture.c \
	tests/case/fixture.h tests/case/slurp.h
tests_web_serve_t_SOURCES = tests/web/serve-t.c $(web_small)
nodist_EXTRA_tests_web_serve_t_SOURCES = dummy.cc
tests_web_serve_t_LDADD = $(WEB_LIBS)
tests_web_loop_t_SOURCES = tests/web/loop-t.c tests/web/fcgi.h $(web_small)
nodist_EXTRA_tests_web_loop_t_SOURCES = dummy.cc
tests_web_loop_t_LDADD = $(WEB_LIBS)
tests_web_request_t_SOURCES = tests/web/request-t.c tests/web/gate.h
tests_web_request_t_LDADD = $(WEB_LIBS)
tests_web_upload_t_SOURCES = tests/web/upload-t.c tests/web/gate.h \
	tests/web/pdf.h
tests_web_upload_t_LDADD = $(WEB_LIBS)
tests_web_pdfsig_t_LDADD = $(WEB_LIBS)
tests_web_child_t_LDADD = lib/libweb.a lib/libconf.a
tests_web_arena_t_SOURCES = tests/web/arena-t.c
tests_web_arena_t_LDADD = lib/libweb.a lib/libconf.a
tests_web_form_t_SOURCES = tests/web/form-t.c
tests_web_form_t_LDADD = lib/libweb.a lib/libconf.a
tests_web_multipart_t_SOURCES = tests/web/multipart-t.c
tests_web_multipart_t_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS) \
	$(SODIUM_CFLAGS)
tests_web_multipart_t_LDADD = lib/libweb.a lib/libconf.a $(JANSSON_LIBS) \
	$(SODIUM_LIBS)

# cgi-bin: the routes
TESTS += tests/cgi-bin/routes-t.sh tests/man-t.sh
EXTRA_DIST += tests/tap.sh tests/cgi-bin/routes-t.sh tests/man-t.sh

# Fuzzing, with clang's libFuzzer: make fuzz FUZZ_SECONDS=60
fuzz_targets = tests/fuzz/cookie tests/fuzz/form tests/fuzz/multipart
fuzz_sources = $(fuzz_targets:=.c) tests/fuzz/words.dict
FUZZ_CC = clang
FUZZ_SECONDS = 10
EXTRA_DIST += $(fuzz_sources)
CLEANFILES += $(fuzz_targets)
.PHONY: fuzz
fuzz:
	@$(MKDIR_P) tests/fuzz
	@for t in $(fuzz_targets); do \
		echo "fuzzing $$t for $(FUZZ_SECONDS) s" && \
		$(FUZZ_CC) -std=c11 -g -O1 $(DEFS) -I$(srcdir)/lib \
		    -fsanitize=fuzzer,address,undefined \
		    -fno-sanitize-recover=undefined -o $$t $(srcdir)/$$t.c \
		    $(srcdir)/lib/web/arena.c $(srcdir)/lib/web/form.c \
		    $(srcdir)/lib/web/multipart.c $(srcdir)/lib/conf/log.c && \
		$$t -dict=$(srcdir)/tests/fuzz/words.dict \
		    -max_total_time=$(FUZZ_SECONDS) -verbosity=0 \
		    -artifact_prefix=$$t- || exit 1; \
	done

# lib/clock
clock_tests = tests/clock/calendar-t tests/clock/table-t \
	tests/clock/calfile-t tests/clock/random-t \
	tests/clock/account-t tests/clock/standard-t \
	tests/clock/explain-t tests/clock/zones-t tests/clock/caledit-t \
	tests/clock/outage-t
check_PROGRAMS += $(clock_tests)
tests_clock_calendar_t_SOURCES = tests/clock/calendar-t.c tests/clock/office.h
tests_clock_calendar_t_LDADD = $(CLOCK_LIBS)

# lib/case: the SOP files
sopfile_tests = tests/case/rolefile-t tests/case/sop-table-t \
	tests/case/sopfile-t
check_PROGRAMS += $(sopfile_tests)
EXTRA_DIST += tests/data/sop-kecil.yaml tests/data/sop-loket.yaml tests/data/sop-steps.tsv
tests_case_rolefile_t_SOURCES = tests/case/rolefile-t.c tests/case/slurp.h
tests_case_rolefile_t_LDADD = $(CASE_LIBS)
tests_case_sop_table_t_SOURCES = tests/case/sop-table-t.c tests/case/slurp.h
tests_case_sop_table_t_LDADD = $(CASE_LIBS)
tests_case_sopfile_t_SOURCES = tests/case/sopfile-t.c tests/case/slurp.h
tests_case_sopfile_t_LDADD = $(CASE_LIBS)

# reports
noinst_PROGRAMS += tests/reports/chart-sheet
report_sheet = tests/reports/sheet.c tests/reports/sheet.h \
	tests/reports/samples.h tests/reports/samples_age.h \
	tests/reports/samples_pace.h tests/reports/samples_row.h
tests_reports_chart_sheet_SOURCES = tests/reports/chart-sheet.c $(report_sheet)
TESTS += tests/reports/chart-look-t.sh
EXTRA_DIST += tests/reports/chart-look-t.sh tests/data/chart
tests_reports_chart_sheet_LDADD = $(REPORT_LIBS)
report_tests = tests/reports/share-t tests/reports/finding-t \
	tests/reports/canvas-t tests/reports/chart-t tests/reports/typeface-t \
	tests/reports/chart-age-t tests/reports/chart-pace-t
check_PROGRAMS += $(report_tests)
tests_reports_share_t_SOURCES = tests/reports/share-t.c
tests_reports_share_t_LDADD = $(REPORT_LIBS)
check_PROGRAMS += tests/reports/judge-t
tests_reports_judge_t_SOURCES = tests/reports/judge-t.c
tests_reports_judge_t_CPPFLAGS = $(AM_CPPFLAGS) $(GD_CFLAGS)
nodist_EXTRA_tests_reports_judge_t_SOURCES = dummy.cc
tests_reports_judge_t_LDADD = $(REPORT_PAGE_LIBS)
tests_reports_finding_t_SOURCES = tests/reports/finding-t.c \
	tests/reports/samples.h
tests_reports_finding_t_LDADD = $(REPORT_LIBS)
tests_reports_canvas_t_SOURCES = tests/reports/canvas-t.c
tests_reports_canvas_t_LDADD = $(REPORT_LIBS)
tests_reports_chart_t_SOURCES = tests/reports/chart-t.c \
	tests/reports/faults.h tests/reports/samples.h
tests_reports_chart_t_LDADD = $(REPORT_LIBS)
tests_reports_chart_age_t_SOURCES = tests/reports/chart-age-t.c \
	tests/reports/faults.h tests/reports/samples_age.h
tests_reports_chart_age_t_LDADD = $(REPORT_LIBS)
tests_reports_chart_pace_t_SOURCES = tests/reports/chart-pace-t.c \
	tests/reports/faults.h tests/reports/samples_pace.h
tests_reports_chart_pace_t_LDADD = $(REPORT_LIBS)
check_PROGRAMS += tests/reports/sheet-t tests/reports/chart-row-t
tests_reports_sheet_t_SOURCES = tests/reports/sheet-t.c \
	tests/reports/faults.h $(report_sheet)
tests_reports_sheet_t_LDADD = $(REPORT_LIBS)
tests_reports_chart_row_t_SOURCES = tests/reports/chart-row-t.c \
	tests/reports/faults.h tests/reports/samples.h \
	tests/reports/samples_row.h
tests_reports_chart_row_t_LDADD = $(REPORT_LIBS)
tests_reports_typeface_t_SOURCES = tests/reports/typeface-t.c
tests_reports_typeface_t_LDADD = $(REPORT_LIBS)

# lib/case: people
check_PROGRAMS += tests/case/login-t tests/case/people-t
tests_case_login_t_LDADD = $(CASE_LIBS)
tests_case_people_t_LDADD = $(CASE_LIBS)
# lib/case: the engine
EXTRA_DIST += tests/data/sop-ruang.yaml
case_fixture = tests/case/fixture.c tests/case/fixture.h tests/case/slurp.h
case_play = tests/case/play.c tests/case/play.h tests/case/whole.h \
	$(case_fixture) $(case_walk)
case_tests = tests/case/all-t tests/case/rights-t tests/case/repeat-t \
	tests/case/hold-t tests/case/recall-t tests/case/signers-t \
	tests/case/decide-t tests/case/performer-t tests/case/verdict-t \
	tests/case/wait-t tests/case/after-t tests/case/close-t tests/case/tick-t \
	tests/case/random-t tests/case/tamper-t tests/case/plan-t tests/case/race-t \
	tests/case/crash-t tests/case/caselist-t
check_PROGRAMS += $(case_tests)
tests_case_all_t_SOURCES = tests/case/all-t.c tests/case/whole.h \
	$(case_fixture) $(case_walk)
tests_case_all_t_LDADD = $(CASE_LIBS)
tests_case_rights_t_SOURCES = tests/case/rights-t.c $(case_play)
tests_case_rights_t_LDADD = $(CASE_LIBS)
tests_case_repeat_t_SOURCES = tests/case/repeat-t.c $(case_play)
tests_case_repeat_t_LDADD = $(CASE_LIBS)
tests_case_hold_t_SOURCES = tests/case/hold-t.c $(case_play)
tests_case_hold_t_LDADD = $(CASE_LIBS)
tests_case_recall_t_SOURCES = tests/case/recall-t.c $(case_play)
tests_case_recall_t_LDADD = $(CASE_LIBS)
tests_case_signers_t_SOURCES = tests/case/signers-t.c $(case_play)
tests_case_signers_t_LDADD = $(CASE_LIBS)
tests_case_decide_t_SOURCES = tests/case/decide-t.c $(case_play)
tests_case_decide_t_LDADD = $(CASE_LIBS)
tests_case_performer_t_SOURCES = tests/case/performer-t.c $(case_play)
tests_case_performer_t_LDADD = $(CASE_LIBS)
tests_case_verdict_t_SOURCES = tests/case/verdict-t.c $(case_play)
tests_case_verdict_t_LDADD = $(CASE_LIBS)
tests_case_wait_t_SOURCES = tests/case/wait-t.c $(case_play)
tests_case_wait_t_LDADD = $(CASE_LIBS)
tests_case_after_t_SOURCES = tests/case/after-t.c $(case_play)
tests_case_after_t_LDADD = $(CASE_LIBS)
tests_case_close_t_SOURCES = tests/case/close-t.c $(case_play)
tests_case_close_t_LDADD = $(CASE_LIBS)
tests_case_tick_t_SOURCES = tests/case/tick-t.c $(case_play)
tests_case_tick_t_LDADD = $(CASE_LIBS)
tests_case_random_t_SOURCES = tests/case/random-t.c $(case_play)
tests_case_random_t_LDADD = $(CASE_LIBS)
tests_case_tamper_t_SOURCES = tests/case/tamper-t.c $(case_play)
tests_case_tamper_t_LDADD = $(CASE_LIBS)
tests_case_caselist_t_SOURCES = tests/case/caselist-t.c $(case_play)
tests_case_caselist_t_LDADD = $(CASE_LIBS)
tests_case_plan_t_SOURCES = tests/case/plan-t.c $(case_play)
tests_case_plan_t_LDADD = $(CASE_LIBS)
tests_case_race_t_SOURCES = tests/case/race-t.c $(case_play)
tests_case_race_t_LDADD = $(CASE_LIBS)
tests_case_crash_t_SOURCES = tests/case/crash-t.c $(case_play)
tests_case_crash_t_LDADD = $(CASE_LIBS)

# lib/case: the form of a row
check_PROGRAMS += tests/case/field-t
EXTRA_DIST += tests/data/field.txt
tests_case_field_t_LDADD = $(CASE_LIBS)

# lib/web: the course of a step
check_PROGRAMS += tests/web/sla-t
tests_web_sla_t_SOURCES = tests/web/sla-t.c
nodist_EXTRA_tests_web_sla_t_SOURCES = dummy.cc
tests_web_sla_t_LDADD = $(WEB_LIBS)
# lib/case: the month
check_PROGRAMS += tests/case/month-t
EXTRA_DIST += tests/data/month.txt
month_data = tests/case/month_data.c tests/case/month_data.h $(case_fixture)
tests_case_month_t_SOURCES = tests/case/month-t.c $(month_data)
tests_case_month_t_LDADD = $(CASE_LIBS)
check_PROGRAMS += tests/case/period-t
tests_case_period_t_SOURCES = tests/case/period-t.c $(month_data)
tests_case_period_t_LDADD = $(CASE_LIBS)

# Findings of evaluations.
check_PROGRAMS += tests/case/followup-t
tests_case_followup_t_SOURCES = tests/case/followup-t.c $(case_play)
tests_case_followup_t_LDADD = $(CASE_LIBS)

# The roots of closed months.
check_PROGRAMS += tests/case/root-t
tests_case_root_t_SOURCES = tests/case/root-t.c tests/case/fixture.c \
	tests/case/fixture.h
tests_case_root_t_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE_CFLAGS) $(SODIUM_CFLAGS)
tests_case_root_t_LDADD = $(CASE_LIBS)
tests_clock_table_t_LDADD = $(CLOCK_LIBS)
tests_clock_calfile_t_LDADD = $(CLOCK_LIBS)
tests_clock_random_t_SOURCES = tests/clock/random-t.c tests/clock/random.h
tests_clock_random_t_LDADD = $(CLOCK_LIBS)
tests_clock_account_t_LDADD = $(CLOCK_LIBS)
tests_clock_standard_t_LDADD = $(CLOCK_LIBS)
tests_clock_explain_t_LDADD = $(CLOCK_LIBS)
tests_clock_zones_t_LDADD = $(CLOCK_LIBS)
tests_clock_caledit_t_LDADD = $(CLOCK_LIBS)
tests_clock_outage_t_LDADD = $(CLOCK_LIBS)
EXTRA_DIST += tests/data/clock.txt tests/data/libur-indonesia.tsv

# lib/case: lists for the pages
check_PROGRAMS += tests/case/lists-t
case_walk = tests/case/walk.c tests/case/walk.h
tests_case_lists_t_SOURCES = tests/case/lists-t.c $(case_fixture) $(case_walk)
tests_case_lists_t_LDADD = $(CASE_LIBS)

# cgi-bin: the programs run as plain CGI
cgi_office = tests/web/cgi.c tests/web/cgi.h $(case_fixture)
check_PROGRAMS += tests/web/pages-login-t
tests_web_pages_login_t_SOURCES = tests/web/pages-login-t.c $(cgi_office)
nodist_EXTRA_tests_web_pages_login_t_SOURCES = dummy.cc
tests_web_pages_login_t_LDADD = $(WEB_LIBS)
# lib/tool
check_PROGRAMS += tests/tool/simulate-t
tests_tool_simulate_t_SOURCES = tests/tool/simulate-t.c tests/case/whole.h
tests_tool_simulate_t_LDADD = $(CASE_LIBS)
check_PROGRAMS += tests/tool/balance-t
tests_tool_balance_t_SOURCES = tests/tool/balance-t.c
tests_tool_balance_t_LDADD = $(CASE_LIBS)
TESTS += tests/tool/scale-t.sh
EXTRA_DIST += tests/tool/scale-t.sh
TESTS += tests/tool/import-t.sh tests/tool/calendar-t.sh tests/tool/calendar-import-t.sh \
	tests/tool/sopap-t.sh
EXTRA_DIST += tests/tool/import-t.sh tests/tool/calendar-t.sh tests/tool/calendar-import-t.sh \
	tests/tool/sopap-t.sh

# cgi-bin: the step programs
applicant = tests/web/applicant.c tests/web/applicant.h
desk = tests/web/pdf.h tests/web/desk.c tests/web/desk.h tests/web/seat.c tests/web/seat.h \
	$(cgi_office)
step_tests = tests/web/history-t tests/web/step-acts-t tests/web/step-draft-t \
	tests/web/step-forms-t tests/web/step-submit-t tests/web/start-draft-t
tests_web_start_draft_t_SOURCES = tests/web/start-draft-t.c $(desk)
nodist_EXTRA_tests_web_start_draft_t_SOURCES = dummy.cc
tests_web_start_draft_t_LDADD = $(WEB_LIBS)
check_PROGRAMS += $(step_tests)
tests_web_step_forms_t_SOURCES = tests/web/step-forms-t.c $(desk)
nodist_EXTRA_tests_web_step_forms_t_SOURCES = dummy.cc
tests_web_step_forms_t_LDADD = $(WEB_LIBS)
check_PROGRAMS += tests/web/pages-home-t
tests_web_pages_home_t_SOURCES = tests/web/pages-home-t.c $(cgi_office) \
	$(case_walk)
nodist_EXTRA_tests_web_pages_home_t_SOURCES = dummy.cc
tests_web_pages_home_t_LDADD = $(WEB_LIBS)
check_PROGRAMS += tests/web/pages-inbox-t
tests_web_pages_inbox_t_SOURCES = tests/web/pages-inbox-t.c $(cgi_office) \
	$(case_walk)
nodist_EXTRA_tests_web_pages_inbox_t_SOURCES = dummy.cc
tests_web_pages_inbox_t_LDADD = $(WEB_LIBS)
check_PROGRAMS += tests/web/pages-track-t
tests_web_pages_track_t_SOURCES = tests/web/pages-track-t.c $(cgi_office) \
	$(case_walk)
nodist_EXTRA_tests_web_pages_track_t_SOURCES = dummy.cc
tests_web_pages_track_t_LDADD = $(WEB_LIBS)
check_PROGRAMS += tests/web/pages-case-t
tests_web_pages_case_t_SOURCES = tests/web/pages-case-t.c $(cgi_office) \
	$(case_walk)
nodist_EXTRA_tests_web_pages_case_t_SOURCES = dummy.cc
tests_web_pages_case_t_LDADD = $(WEB_LIBS)
check_PROGRAMS += tests/web/pages-sop-t
tests_web_pages_sop_t_SOURCES = tests/web/pages-sop-t.c $(cgi_office) \
	$(case_walk)
nodist_EXTRA_tests_web_pages_sop_t_SOURCES = dummy.cc
tests_web_pages_sop_t_LDADD = $(WEB_LIBS)

# reports: the report of a month
check_PROGRAMS += tests/reports/report-t
tests_reports_report_t_SOURCES = tests/reports/report-t.c \
	tests/store/folder.h $(month_data)
tests_reports_report_t_CPPFLAGS = $(AM_CPPFLAGS) $(GD_CFLAGS)
nodist_EXTRA_tests_reports_report_t_SOURCES = dummy.cc
tests_reports_report_t_LDADD = $(REPORT_PAGE_LIBS)
TESTS += tests/reports/export-t.sh
EXTRA_DIST += tests/reports/export-t.sh tests/reports/recompute.py \
	tests/data/xes.rng

# In a browser: these need `npm ci` in tests/browser, so they are a run of
# their own.
browser_tests = tests/browser/applicant-t.mjs tests/browser/renew-t.mjs \
	tests/browser/letters-t.mjs tests/browser/messages-t.mjs \
	tests/browser/applicant-plain-t.mjs tests/browser/counter-t.mjs \
	tests/browser/english-t.mjs tests/browser/operator-t.mjs \
	tests/browser/pages-t.mjs tests/browser/report-t.mjs \
	tests/browser/sigap-t.mjs tests/browser/sigap-plain-t.mjs \
	tests/browser/trouble-t.mjs tests/browser/voice-t.mjs
EXTRA_DIST += $(browser_tests) tests/browser/kit.mjs tests/browser/desk.mjs \
	tests/browser/applicant.mjs \
	tests/browser/story.mjs tests/browser/package.json \
	tests/browser/package-lock.json tests/browser/.npmrc \
	tests/browser/readme.mjs
.PHONY: check-browser
check-browser:
	$(MAKE) $(AM_MAKEFLAGS) check TESTS='$(browser_tests)' \
		TEST_SUITE_LOG=browser-suite.log

# The pictures of README.md.
.PHONY: screenshots
screenshots: all
	$(AM_TESTS_ENVIRONMENT) $(NODE) $(srcdir)/tests/browser/readme.mjs
# cgi-bin: the report
check_PROGRAMS += tests/web/report-t
tests_web_report_t_SOURCES = tests/web/report-t.c $(cgi_office)
tests_web_report_t_LDADD = $(CASE_LIBS)
check_PROGRAMS += tests/web/evaluate-t
tests_web_evaluate_t_SOURCES = tests/web/evaluate-t.c $(cgi_office)
tests_web_evaluate_t_LDADD = $(CASE_LIBS)
tests_web_step_acts_t_SOURCES = tests/web/step-acts-t.c $(desk)
nodist_EXTRA_tests_web_step_acts_t_SOURCES = dummy.cc
tests_web_step_acts_t_LDADD = $(WEB_LIBS)
tests_web_step_draft_t_SOURCES = tests/web/step-draft-t.c $(desk)
nodist_EXTRA_tests_web_step_draft_t_SOURCES = dummy.cc
tests_web_step_draft_t_LDADD = $(WEB_LIBS)
tests_web_step_submit_t_SOURCES = tests/web/step-submit-t.c $(applicant) \
	$(desk)
nodist_EXTRA_tests_web_step_submit_t_SOURCES = dummy.cc
tests_web_step_submit_t_LDADD = $(WEB_LIBS)
tests_web_history_t_SOURCES = tests/web/history-t.c $(desk)
nodist_EXTRA_tests_web_history_t_SOURCES = dummy.cc
tests_web_history_t_LDADD = $(WEB_LIBS)

# Over HTTP: an office made by a program, visited by tests in JavaScript.
noinst_PROGRAMS += tests/web/make-office
tests_web_make_office_SOURCES = tests/web/make-office.c $(case_fixture)
tests_web_make_office_LDADD = $(CASE_LIBS)
web_tests = tests/web/gateways-t.mjs tests/web/language-t.mjs \
	tests/web/refusals-t.mjs tests/web/uploads-t.mjs \
	tests/web/sops-t.mjs
EXTRA_DIST += $(web_tests) tests/web/clamd.mjs tests/web/flood.mjs \
	tests/web/office.mjs tests/web/page.mjs \
	tests/web/plan.mjs tests/web/servers.mjs tests/web/signed.mjs \
	tests/web/tap.mjs \
	tests/web/walk.mjs
EXTRA_DIST += tests/bootstrap-t.sh
if WEB_TESTS
TESTS += $(web_tests) tests/bootstrap-t.sh
endif

# The administrator's lists and pages
check_PROGRAMS += tests/clock/calcut-t
tests_clock_calcut_t_SOURCES = tests/clock/calcut-t.c tests/case/slurp.h
tests_clock_calcut_t_LDADD = $(CLOCK_LIBS)
check_PROGRAMS += tests/case/admin-t tests/web/pages-admin-t \
	tests/web/pages-admin-calendar-t tests/web/pages-admin-import-t \
	tests/web/pages-admin-tasks-t
tests_web_pages_admin_tasks_t_SOURCES = tests/web/pages-admin-tasks-t.c \
	$(admin_visitor) $(case_walk)
nodist_EXTRA_tests_web_pages_admin_tasks_t_SOURCES = dummy.cc
tests_web_pages_admin_tasks_t_LDADD = $(WEB_LIBS)
tests_case_admin_t_SOURCES = tests/case/admin-t.c $(case_fixture)
tests_case_admin_t_LDADD = $(CASE_LIBS)
admin_visitor = tests/web/admin.c tests/web/admin.h $(cgi_office)
tests_web_pages_admin_calendar_t_SOURCES = tests/web/pages-admin-calendar-t.c \
	$(admin_visitor)
nodist_EXTRA_tests_web_pages_admin_calendar_t_SOURCES = dummy.cc
tests_web_pages_admin_calendar_t_LDADD = $(WEB_LIBS)
tests_web_pages_admin_import_t_SOURCES = tests/web/pages-admin-import-t.c \
	$(admin_visitor)
nodist_EXTRA_tests_web_pages_admin_import_t_SOURCES = dummy.cc
tests_web_pages_admin_import_t_LDADD = $(WEB_LIBS) $(HOLIDAY_LIBS)
check_PROGRAMS += tests/web/pages-admin-letters-t
tests_web_pages_admin_letters_t_SOURCES = \
	tests/web/pages-admin-letters-t.c tests/web/admin.c \
	tests/web/admin.h $(desk)
nodist_EXTRA_tests_web_pages_admin_letters_t_SOURCES = dummy.cc
tests_web_pages_admin_letters_t_LDADD = $(WEB_LIBS)
tests_web_pages_admin_t_SOURCES = tests/web/pages-admin-t.c $(admin_visitor)
nodist_EXTRA_tests_web_pages_admin_t_SOURCES = dummy.cc
tests_web_pages_admin_t_LDADD = $(WEB_LIBS)
# What is worth nothing in other hands
check_PROGRAMS += tests/web/trust-t
tests_web_trust_t_SOURCES = tests/web/trust-t.c $(applicant) $(desk)
nodist_EXTRA_tests_web_trust_t_SOURCES = dummy.cc
tests_web_trust_t_LDADD = $(WEB_LIBS)

# lib/case: holidays from files
check_PROGRAMS += tests/case/holidays-t tests/case/draft-t \
	tests/case/correct-t
tests_case_correct_t_SOURCES = tests/case/correct-t.c $(case_play)
tests_case_correct_t_LDADD = $(CASE_LIBS)
tests_case_draft_t_SOURCES = tests/case/draft-t.c $(case_play)
tests_case_draft_t_LDADD = $(CASE_LIBS)
tests_case_holidays_t_SOURCES = tests/case/holidays-t.c tests/case/slurp.h \
	tests/case/others.h
tests_case_holidays_t_LDADD = $(CASE_LIBS) $(HOLIDAY_LIBS)

# What people are told of their work
check_PROGRAMS += tests/case/deputy-t tests/case/remind-t tests/case/told-t
tests_case_deputy_t_SOURCES = tests/case/deputy-t.c $(case_play)
tests_case_deputy_t_LDADD = $(CASE_LIBS)
tests_case_remind_t_SOURCES = tests/case/remind-t.c $(case_play)
tests_case_remind_t_LDADD = $(CASE_LIBS)
tests_case_told_t_SOURCES = tests/case/told-t.c $(case_play)
tests_case_told_t_LDADD = $(CASE_LIBS)

# How a limit came about, and where the time went
check_PROGRAMS += tests/web/why-t
tests_web_why_t_SOURCES = tests/web/why-t.c $(desk)
nodist_EXTRA_tests_web_why_t_SOURCES = dummy.cc
tests_web_why_t_LDADD = $(WEB_LIBS)

# How fast the clock is; prints figures, no part of check.
EXTRA_PROGRAMS += tests/bench/clock
tests_bench_clock_LDADD = $(CLOCK_LIBS)
tests_bench_clock_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc
CLEANFILES += tests/bench/clock$(EXEEXT)
# ... and of a month, in a large history that is kept in the build folder.
noinst_PROGRAMS += tests/bench/report
tests_bench_report_SOURCES = tests/bench/report.c
tests_bench_report_CPPFLAGS = $(AM_CPPFLAGS) $(SQLITE_CFLAGS)
tests_bench_report_LDADD = $(CASE_LIBS)
EXTRA_DIST += tests/bench/uploads.mjs tests/bench/report.sh
clean-local: clean-bench
.PHONY: bench-clock bench-uploads bench-report bench-scale clean-bench
clean-bench:
	-rm -rf bench
bench-report: all
	@$(AM_TESTS_ENVIRONMENT) sh $(srcdir)/tests/bench/report.sh 100000
bench-scale: all
	@$(AM_TESTS_ENVIRONMENT) sh $(srcdir)/tests/bench/report.sh 1000000
bench-uploads: all
	@$(AM_TESTS_ENVIRONMENT) $(NODE) $(srcdir)/tests/bench/uploads.mjs
bench-clock: tests/bench/clock$(EXEEXT)
	@SRCDIR='$(abs_top_srcdir)' tests/bench/clock$(EXEEXT)

# reports: letters and receipts
noinst_PROGRAMS += tests/reports/alike
tests_reports_alike_SOURCES = tests/reports/alike.c
tests_reports_alike_CPPFLAGS = $(AM_CPPFLAGS) $(GD_CFLAGS)
tests_reports_alike_LDADD = $(GD_LIBS)
TESTS += tests/reports/letter-t.sh
EXTRA_DIST += tests/reports/letter-t.sh tests/data/letter

# The counter
check_PROGRAMS += tests/case/clerk-t tests/case/desk-t \
	tests/web/pages-counter-t
tests_case_clerk_t_SOURCES = tests/case/clerk-t.c $(case_play)
tests_case_clerk_t_LDADD = $(CASE_LIBS)
tests_case_desk_t_SOURCES = tests/case/desk-t.c $(case_play)
tests_case_desk_t_LDADD = $(CASE_LIBS)
tests_web_pages_counter_t_SOURCES = tests/web/pages-counter-t.c $(desk)
nodist_EXTRA_tests_web_pages_counter_t_SOURCES = dummy.cc
tests_web_pages_counter_t_LDADD = $(WEB_LIBS)

# lib/case: what was found in files
check_PROGRAMS += tests/case/signature-t
tests_case_signature_t_SOURCES = tests/case/signature-t.c \
	tests/store/folder.h $(case_fixture)
tests_case_signature_t_LDADD = $(CASE_LIBS)

# cgi-bin: what looks at photos
check_PROGRAMS += tests/cgi-bin/photo-t
tests_cgi_bin_photo_t_SOURCES = tests/cgi-bin/photo-t.c
tests_cgi_bin_photo_t_CPPFLAGS = $(AM_CPPFLAGS) $(GD_CFLAGS)
tests_cgi_bin_photo_t_LDADD = lib/libweb.a lib/libconf.a $(GD_LIBS)
# Messages on their way
check_PROGRAMS += tests/case/delivery-t
tests_case_delivery_t_SOURCES = tests/case/delivery-t.c $(case_play)
tests_case_delivery_t_LDADD = $(CASE_LIBS)
EXTRA_DIST += tests/reports/messenger-t.mjs tests/reports/send-t.mjs \
	tests/reports/mailserver.mjs tests/reports/smtp.py
if WEB_TESTS
TESTS += tests/reports/messenger-t.mjs tests/reports/send-t.mjs
endif

# Operators of institutions
check_PROGRAMS += tests/case/operator-t tests/web/pages-operator-t
tests_case_operator_t_SOURCES = tests/case/operator-t.c $(case_fixture)
tests_case_operator_t_LDADD = $(CASE_LIBS)
tests_web_pages_operator_t_SOURCES = tests/web/pages-operator-t.c $(desk)
nodist_EXTRA_tests_web_pages_operator_t_SOURCES = dummy.cc
tests_web_pages_operator_t_LDADD = $(WEB_LIBS)
check_PROGRAMS += tests/case/letter-t
tests_case_letter_t_SOURCES = tests/case/letter-t.c tests/store/folder.h \
	$(case_play)
tests_case_letter_t_LDADD = lib/libconf.a $(CASE_LIBS)
# Cases of an older system
check_PROGRAMS += tests/case/history-t
tests_case_history_t_SOURCES = tests/case/history-t.c tests/case/slurp.h \
	$(case_fixture)
tests_case_history_t_LDADD = $(CASE_LIBS) $(LOG_LIBS)
check_PROGRAMS += tests/case/takeover-t
tests_case_takeover_t_SOURCES = tests/case/takeover-t.c $(case_play)
tests_case_takeover_t_LDADD = $(CASE_LIBS) $(LOG_LIBS)
EXTRA_DIST += tests/data/log/kecil.csv tests/data/log/kecil.xes

# What the public says
check_PROGRAMS += tests/case/voice-t tests/web/pages-voice-t
tests_case_voice_t_SOURCES = tests/case/voice-t.c $(case_play)
tests_case_voice_t_LDADD = $(CASE_LIBS)
tests_web_pages_voice_t_SOURCES = tests/web/pages-voice-t.c $(desk)
nodist_EXTRA_tests_web_pages_voice_t_SOURCES = dummy.cc
tests_web_pages_voice_t_LDADD = $(WEB_LIBS)
check_PROGRAMS += tests/web/letter-t
tests_web_letter_t_SOURCES = tests/web/letter-t.c $(desk)
nodist_EXTRA_tests_web_letter_t_SOURCES = dummy.cc
tests_web_letter_t_LDADD = $(WEB_LIBS)
check_PROGRAMS += tests/web/letter-book-t tests/web/letter-group-t
tests_web_letter_book_t_SOURCES = tests/web/letter-book-t.c $(desk)
nodist_EXTRA_tests_web_letter_book_t_SOURCES = dummy.cc
tests_web_letter_book_t_LDADD = $(WEB_LIBS)
tests_web_letter_group_t_SOURCES = tests/web/letter-group-t.c $(desk) \
	$(applicant)
nodist_EXTRA_tests_web_letter_group_t_SOURCES = dummy.cc
tests_web_letter_group_t_LDADD = $(WEB_LIBS)

# Other languages
check_PROGRAMS += tests/page/tongue-t
tests_page_tongue_t_SOURCES = tests/page/tongue-t.c tests/case/slurp.h
tests_page_tongue_t_LDADD = lib/libpage.a
check_PROGRAMS += tests/web/pages-language-t tests/web/pages-trouble-t \
	tests/web/pages-long-t
tests_web_pages_long_t_SOURCES = tests/web/pages-long-t.c \
	tests/web/english.h $(desk)
nodist_EXTRA_tests_web_pages_long_t_SOURCES = dummy.cc
tests_web_pages_long_t_LDADD = $(WEB_LIBS)
tests_web_pages_trouble_t_SOURCES = tests/web/pages-trouble-t.c \
	tests/web/english.h $(cgi_office)
nodist_EXTRA_tests_web_pages_trouble_t_SOURCES = dummy.cc
tests_web_pages_trouble_t_LDADD = $(WEB_LIBS)
tests_web_pages_language_t_SOURCES = tests/web/pages-language-t.c \
	tests/web/english.h $(desk)
nodist_EXTRA_tests_web_pages_language_t_SOURCES = dummy.cc
tests_web_pages_language_t_LDADD = $(WEB_LIBS)
check_PROGRAMS += tests/conf/adapter-t
tests_conf_adapter_t_SOURCES = tests/conf/adapter-t.c tests/tap.h
tests_conf_adapter_t_LDADD = lib/libconf.a $(JANSSON_LIBS) $(SODIUM_LIBS)
