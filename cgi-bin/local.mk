# cgi-bin/local.mk - what is built and installed from here.
# The pages around the steps.
pkglibexec_PROGRAMS += cgi-bin/case cgi-bin/file cgi-bin/home cgi-bin/inbox \
	cgi-bin/login cgi-bin/sop cgi-bin/track
dist_man_MANS += cgi-bin/case.8 cgi-bin/file.8 cgi-bin/home.8 cgi-bin/inbox.8 \
	cgi-bin/login.8 cgi-bin/sop.8 cgi-bin/track.8
cgi_bin_case_SOURCES = cgi-bin/case.c cgi-bin/case_list.c cgi-bin/case_page.c \
	cgi-bin/case_parts.c cgi-bin/case_time.c cgi-bin/case_view.h
nodist_EXTRA_cgi_bin_case_SOURCES = dummy.cc
cgi_bin_case_LDADD = $(WEB_LIBS)
cgi_bin_file_SOURCES = cgi-bin/file.c
nodist_EXTRA_cgi_bin_file_SOURCES = dummy.cc
cgi_bin_file_LDADD = $(WEB_LIBS)
cgi_bin_home_SOURCES = cgi-bin/home.c
nodist_EXTRA_cgi_bin_home_SOURCES = dummy.cc
cgi_bin_home_LDADD = $(WEB_LIBS)
cgi_bin_inbox_SOURCES = cgi-bin/inbox.c cgi-bin/inbox.h cgi-bin/inbox_head.c \
	cgi-bin/inbox_rows.c cgi-bin/inbox_tell.c cgi-bin/inbox_tell.h
nodist_EXTRA_cgi_bin_inbox_SOURCES = dummy.cc
cgi_bin_inbox_LDADD = $(WEB_LIBS)
cgi_bin_login_SOURCES = cgi-bin/login.c
nodist_EXTRA_cgi_bin_login_SOURCES = dummy.cc
cgi_bin_login_LDADD = $(WEB_LIBS)
cgi_bin_sop_SOURCES = cgi-bin/sop.c cgi-bin/sop_form.c cgi-bin/sop_form.h
nodist_EXTRA_cgi_bin_sop_SOURCES = dummy.cc
cgi_bin_sop_LDADD = $(WEB_LIBS)
cgi_bin_track_SOURCES = cgi-bin/track.c cgi-bin/track.h \
	cgi-bin/track_letter.c
nodist_EXTRA_cgi_bin_track_SOURCES = dummy.cc
cgi_bin_track_LDADD = $(WEB_LIBS)

# The report draws its charts with the library of reports/.
pkglibexec_PROGRAMS += cgi-bin/report
dist_man_MANS += cgi-bin/report.8
cgi_bin_report_SOURCES = cgi-bin/report.c cgi-bin/report_close.c \
	cgi-bin/report_close.h cgi-bin/report_minutes.c \
	cgi-bin/report_assess.c \
	cgi-bin/report_monitor.c \
	cgi-bin/report_monitor.h cgi-bin/report_range.c \
	cgi-bin/report_range.h cgi-bin/report_show.c \
	cgi-bin/report_show.h
cgi_bin_report_CPPFLAGS = $(AM_CPPFLAGS) $(GD_CFLAGS)
nodist_EXTRA_cgi_bin_report_SOURCES = dummy.cc
cgi_bin_report_LDADD = $(REPORT_PAGE_LIBS) $(WEB_LIBS)

# The routes: a table for the programs, files for the servers, all of one list.
routes_tsv = $(srcdir)/cgi-bin/routes.tsv
routes_awk = $(AWK) -f $(srcdir)/cgi-bin/routes.awk \
	-v bin='$(bindir)' -v libexec='$(pkglibexecdir)' \
	-v share='$(pkgdatadir)'
routes_make = $(AM_V_GEN)$(MKDIR_P) cgi-bin && $(routes_awk)
EXTRA_DIST += cgi-bin/routes.awk
serverdir = $(pkgdatadir)/server
dist_server_DATA = cgi-bin/routes.tsv cgi-bin/nginx-local.conf
nodist_server_DATA = cgi-bin/nginx.conf cgi-bin/apache.conf \
	cgi-bin/apache-cgi.conf cgi-bin/programs
BUILT_SOURCES += cgi-bin/routes.h
CLEANFILES += cgi-bin/routes.h $(nodist_server_DATA)

cgi-bin/routes.h: cgi-bin/routes.tsv cgi-bin/routes.awk
	$(routes_make) -v what=header $(routes_tsv) >$@.new && mv $@.new $@
cgi-bin/nginx.conf: cgi-bin/routes.tsv cgi-bin/routes.awk
	$(routes_make) -v what=nginx $(routes_tsv) >$@.new && mv $@.new $@
cgi-bin/apache.conf: cgi-bin/routes.tsv cgi-bin/routes.awk
	$(routes_make) -v what=apache $(routes_tsv) >$@.new && mv $@.new $@
cgi-bin/apache-cgi.conf: cgi-bin/routes.tsv cgi-bin/routes.awk
	$(routes_make) -v what=cgi $(routes_tsv) >$@.new && mv $@.new $@
cgi-bin/programs: cgi-bin/routes.tsv cgi-bin/routes.awk
	$(routes_make) -v what=programs $(routes_tsv) >$@.new && mv $@.new $@

# The units have many names; they are made where they are installed.
install-data-local: install-units
uninstall-local: uninstall-units
.PHONY: install-units uninstall-units

install-units: $(routes_tsv)
	$(MKDIR_P) '$(DESTDIR)$(serverdir)/systemd'
	$(routes_awk) -v what=units -v folder='$(DESTDIR)$(serverdir)/systemd' \
		$(routes_tsv)

uninstall-units:
	rm -rf '$(DESTDIR)$(serverdir)/systemd'
dist_templates_DATA += cgi-bin/admin.tpl cgi-bin/bar.tpl cgi-bin/begin.tpl \
	cgi-bin/case.tpl cgi-bin/cases.tpl \
	cgi-bin/check.tpl cgi-bin/form.tpl cgi-bin/help.tpl \
	cgi-bin/goon.tpl cgi-bin/home.tpl cgi-bin/inbox.tpl cgi-bin/list.tpl \
	cgi-bin/login.tpl cgi-bin/monitor.tpl cgi-bin/monitored.tpl \
	cgi-bin/report.tpl cgi-bin/saved.tpl \
	cgi-bin/sent.tpl \
	cgi-bin/sop.tpl cgi-bin/sops.tpl cgi-bin/start.tpl \
	cgi-bin/step.tpl cgi-bin/submit.tpl cgi-bin/track.tpl

# One program per kind of step; linked by g++, as page.cc stands behind them.
pkglibexec_PROGRAMS += cgi-bin/approve cgi-bin/archive cgi-bin/assign \
	cgi-bin/deliver cgi-bin/download cgi-bin/draft \
	cgi-bin/evaluate cgi-bin/notify cgi-bin/record \
	cgi-bin/review cgi-bin/submit
dist_templates_DATA += cgi-bin/document.tpl cgi-bin/download.tpl cgi-bin/figures.tpl \
	cgi-bin/message.tpl
dist_man_MANS += cgi-bin/approve.8 cgi-bin/archive.8 cgi-bin/assign.8 \
	cgi-bin/deliver.8 cgi-bin/download.8 cgi-bin/draft.8 \
	cgi-bin/evaluate.8 cgi-bin/notify.8 cgi-bin/record.8 \
	cgi-bin/review.8 cgi-bin/submit.8 cgi-bin/sopap-step.7
cgi_bin_approve_SOURCES = cgi-bin/approve.c
cgi_bin_archive_SOURCES = cgi-bin/archive.c
cgi_bin_assign_SOURCES = cgi-bin/assign.c
cgi_bin_deliver_SOURCES = cgi-bin/deliver.c
cgi_bin_download_SOURCES = cgi-bin/download.c
cgi_bin_draft_SOURCES = cgi-bin/draft.c
cgi_bin_evaluate_SOURCES = cgi-bin/evaluate.c cgi-bin/evaluate.h \
	cgi-bin/evaluate_figures.c cgi-bin/evaluate_paper.c
cgi_bin_notify_SOURCES = cgi-bin/notify.c
cgi_bin_record_SOURCES = cgi-bin/record.c
cgi_bin_review_SOURCES = cgi-bin/review.c
cgi_bin_submit_SOURCES = cgi-bin/submit.c cgi-bin/submit_apply.c \
	cgi-bin/submit_apply.h cgi-bin/submit_check.c \
	cgi-bin/submit_draft.c cgi-bin/submit_mend.c \
	cgi-bin/submit_mend.h cgi-bin/submit_page.c \
	cgi-bin/submit_sent.c
nodist_EXTRA_cgi_bin_approve_SOURCES = dummy.cc
nodist_EXTRA_cgi_bin_archive_SOURCES = dummy.cc
nodist_EXTRA_cgi_bin_assign_SOURCES = dummy.cc
nodist_EXTRA_cgi_bin_deliver_SOURCES = dummy.cc
nodist_EXTRA_cgi_bin_download_SOURCES = dummy.cc
nodist_EXTRA_cgi_bin_draft_SOURCES = dummy.cc
nodist_EXTRA_cgi_bin_evaluate_SOURCES = dummy.cc
nodist_EXTRA_cgi_bin_notify_SOURCES = dummy.cc
nodist_EXTRA_cgi_bin_record_SOURCES = dummy.cc
nodist_EXTRA_cgi_bin_review_SOURCES = dummy.cc
nodist_EXTRA_cgi_bin_submit_SOURCES = dummy.cc
cgi_bin_approve_LDADD = $(WEB_LIBS)
cgi_bin_archive_LDADD = $(WEB_LIBS)
cgi_bin_assign_LDADD = $(WEB_LIBS)
cgi_bin_deliver_LDADD = $(WEB_LIBS)
cgi_bin_download_LDADD = $(WEB_LIBS)
cgi_bin_draft_LDADD = $(WEB_LIBS)
cgi_bin_evaluate_LDADD = $(WEB_LIBS)
cgi_bin_notify_LDADD = $(WEB_LIBS)
cgi_bin_record_LDADD = $(WEB_LIBS)
cgi_bin_review_LDADD = $(WEB_LIBS)
cgi_bin_submit_LDADD = $(WEB_LIBS)

# Operators of institutions.
pkglibexec_PROGRAMS += cgi-bin/operator
dist_man_MANS += cgi-bin/operator.8
cgi_bin_operator_SOURCES = cgi-bin/operator.c cgi-bin/operator.h \
	cgi-bin/operator_decide.c cgi-bin/operator_report.c
nodist_EXTRA_cgi_bin_operator_SOURCES = dummy.cc
cgi_bin_operator_LDADD = $(WEB_LIBS)

# What the public says.
pkglibexec_PROGRAMS += cgi-bin/complaint cgi-bin/survey
dist_man_MANS += cgi-bin/complaint.8 cgi-bin/survey.8
cgi_bin_complaint_SOURCES = cgi-bin/complaint.c cgi-bin/complaint.h \
	cgi-bin/complaint_office.c
nodist_EXTRA_cgi_bin_complaint_SOURCES = dummy.cc
cgi_bin_complaint_LDADD = $(WEB_LIBS)
cgi_bin_survey_SOURCES = cgi-bin/survey.c
nodist_EXTRA_cgi_bin_survey_SOURCES = dummy.cc
cgi_bin_survey_LDADD = $(WEB_LIBS)

# The counter.
pkglibexec_PROGRAMS += cgi-bin/counter
dist_man_MANS += cgi-bin/counter.8
dist_templates_DATA += cgi-bin/counter.tpl
cgi_bin_counter_SOURCES = cgi-bin/counter.c cgi-bin/counter.h \
	cgi-bin/counter_number.c cgi-bin/counter_page.c \
	cgi-bin/counter_pin.c cgi-bin/counter_queue.c cgi-bin/counter_task.c
nodist_EXTRA_cgi_bin_counter_SOURCES = dummy.cc
cgi_bin_counter_LDADD = $(WEB_LIBS)

# What an administrator looks after.
pkglibexec_PROGRAMS += cgi-bin/admin
dist_man_MANS += cgi-bin/admin.8
cgi_bin_admin_SOURCES = cgi-bin/admin.c cgi-bin/admin.h \
	cgi-bin/admin_channels.c \
	cgi-bin/admin_calendar.c cgi-bin/admin_calendar_draft.c \
	cgi-bin/admin_calendar_days.c cgi-bin/admin_calendar_edit.c \
	cgi-bin/admin_calendar_follow.c cgi-bin/admin_calendar_follow.h \
	cgi-bin/admin_calendar_import.c cgi-bin/admin_calendar_import.h \
	cgi-bin/admin_diff.c \
	cgi-bin/admin_check.c cgi-bin/admin_files.c cgi-bin/admin_form.c \
	cgi-bin/admin_form.h cgi-bin/admin_institutions.c \
	cgi-bin/admin_list.c cgi-bin/admin_outage.c cgi-bin/admin_outage.h \
	cgi-bin/admin_outage_mend.c \
	cgi-bin/admin_letter.c cgi-bin/admin_letters.c \
	cgi-bin/admin_people.c cgi-bin/admin_person.c \
	cgi-bin/admin_role.c cgi-bin/admin_roles.c cgi-bin/admin_clerk.c \
	cgi-bin/admin_sop_diff.c cgi-bin/admin_sops.c cgi-bin/admin_target.c \
	cgi-bin/admin_tasks.c cgi-bin/admin_value.c
nodist_EXTRA_cgi_bin_admin_SOURCES = dummy.cc
cgi_bin_admin_LDADD = $(WEB_LIBS) $(HOLIDAY_LIBS)

# Started by those that take uploads, beside which it lies.
pkglibexec_PROGRAMS += cgi-bin/photo
dist_man_MANS += cgi-bin/photo.8
cgi_bin_photo_SOURCES = cgi-bin/photo.c cgi-bin/photo.h cgi-bin/photo_jpeg.c \
	cgi-bin/photo_pdf.c cgi-bin/photo_png.c
cgi_bin_photo_CPPFLAGS = $(AM_CPPFLAGS) $(JPEG_CFLAGS) $(PNG_CFLAGS)
cgi_bin_photo_LDADD = $(JPEG_LIBS) $(PNG_LIBS)

# What comes back of messages that went out, and where they lead.
pkglibexec_PROGRAMS += cgi-bin/hook cgi-bin/link cgi-bin/mailbox
dist_man_MANS += cgi-bin/hook.8 cgi-bin/link.8 cgi-bin/mailbox.8
dist_templates_DATA += cgi-bin/link.tpl cgi-bin/mailbox.tpl
cgi_bin_link_SOURCES = cgi-bin/link.c
nodist_EXTRA_cgi_bin_link_SOURCES = dummy.cc
cgi_bin_link_LDADD = $(WEB_LIBS)
cgi_bin_mailbox_SOURCES = cgi-bin/mailbox.c
cgi_bin_mailbox_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
nodist_EXTRA_cgi_bin_mailbox_SOURCES = dummy.cc
cgi_bin_mailbox_LDADD = $(WEB_LIBS)
cgi_bin_hook_SOURCES = cgi-bin/hook.c
nodist_EXTRA_cgi_bin_hook_SOURCES = dummy.cc
cgi_bin_hook_LDADD = $(WEB_LIBS)
# Letters: composing one, and looking one up.
pkglibexec_PROGRAMS += cgi-bin/letter cgi-bin/verify
dist_man_MANS += cgi-bin/letter.8 cgi-bin/verify.8
dist_templates_DATA += cgi-bin/letter.tpl cgi-bin/letter-offer.tpl \
	cgi-bin/letters.tpl \
	cgi-bin/verify.tpl
cgi_bin_letter_SOURCES = cgi-bin/letter.c cgi-bin/letter.h \
	cgi-bin/letter_book.c cgi-bin/letter_book.h \
	cgi-bin/letter_book_csv.c cgi-bin/letter_book_words.c \
	cgi-bin/letter_page.c cgi-bin/letter_withdraw.c \
	cgi-bin/letter_withdraw.h
nodist_EXTRA_cgi_bin_letter_SOURCES = dummy.cc
cgi_bin_letter_LDADD = $(WEB_LIBS)
cgi_bin_verify_SOURCES = cgi-bin/verify.c
nodist_EXTRA_cgi_bin_verify_SOURCES = dummy.cc
cgi_bin_verify_LDADD = $(WEB_LIBS)
