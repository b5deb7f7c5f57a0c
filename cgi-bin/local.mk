# cgi-bin/local.mk - the programs behind the web server, one per kind of step and
# the pages around them.  A program of several files has a folder.

pkglibexec_PROGRAMS += \
	cgi-bin/account/account \
	cgi-bin/admin/admin \
	cgi-bin/approve \
	cgi-bin/archive \
	cgi-bin/assign \
	cgi-bin/case/case \
	cgi-bin/complaint \
	cgi-bin/counter/counter \
	cgi-bin/deliver \
	cgi-bin/download \
	cgi-bin/draft \
	cgi-bin/evaluate \
	cgi-bin/file \
	cgi-bin/health \
	cgi-bin/home \
	cgi-bin/hook \
	cgi-bin/inbox/inbox \
	cgi-bin/letter/letter \
	cgi-bin/link \
	cgi-bin/login \
	cgi-bin/mailbox \
	cgi-bin/notify \
	cgi-bin/operator/operator \
	cgi-bin/record \
	cgi-bin/report/report \
	cgi-bin/review \
	cgi-bin/sop \
	cgi-bin/submit/submit \
	cgi-bin/survey \
	cgi-bin/track \
	cgi-bin/verify

cgi_bin_account_account_SOURCES = \
	cgi-bin/account/account.c \
	cgi-bin/account/account.h \
	cgi-bin/account/link.c \
	cgi-bin/account/password.c \
	cgi-bin/account/second.c
cgi_bin_admin_admin_SOURCES = \
	cgi-bin/admin/admin.c \
	cgi-bin/admin/admin.h \
	cgi-bin/admin/audit.c \
	cgi-bin/admin/calendar.c \
	cgi-bin/admin/calendar.h \
	cgi-bin/admin/calendar_draft.c \
	cgi-bin/admin/calendar_edit.c \
	cgi-bin/admin/calendar_edit.h \
	cgi-bin/admin/calendar_import.c \
	cgi-bin/admin/channels.c \
	cgi-bin/admin/choice.c \
	cgi-bin/admin/choice.h \
	cgi-bin/admin/diff.c \
	cgi-bin/admin/diff.h \
	cgi-bin/admin/disposals.c \
	cgi-bin/admin/editor.c \
	cgi-bin/admin/editor.h \
	cgi-bin/admin/editor_begin.c \
	cgi-bin/admin/editor_fault.c \
	cgi-bin/admin/editor_fault.h \
	cgi-bin/admin/editor_fields.c \
	cgi-bin/admin/editor_identity.c \
	cgi-bin/admin/editor_publish.c \
	cgi-bin/admin/editor_row.c \
	cgi-bin/admin/editor_text.c \
	cgi-bin/admin/files.c \
	cgi-bin/admin/form.c \
	cgi-bin/admin/form.h \
	cgi-bin/admin/institutions.c \
	cgi-bin/admin/letters.c \
	cgi-bin/admin/list.c \
	cgi-bin/admin/list.h \
	cgi-bin/admin/messages.c \
	cgi-bin/admin/office.c \
	cgi-bin/admin/outage.c \
	cgi-bin/admin/outage.h \
	cgi-bin/admin/parties.c \
	cgi-bin/admin/people.c \
	cgi-bin/admin/people_table.c \
	cgi-bin/admin/proposals.c \
	cgi-bin/admin/roles.c \
	cgi-bin/admin/sop_diff.c \
	cgi-bin/admin/sop_diff.h \
	cgi-bin/admin/sop_move.c \
	cgi-bin/admin/sop_paper.c \
	cgi-bin/admin/sop_trial.c \
	cgi-bin/admin/sop_versions.c \
	cgi-bin/admin/sops.c \
	cgi-bin/admin/spellings.c \
	cgi-bin/admin/subjects.c \
	cgi-bin/admin/system.c \
	cgi-bin/admin/target.c \
	cgi-bin/admin/tasks.c \
	cgi-bin/admin/terms.c \
	cgi-bin/admin/trail.c
cgi_bin_case_case_SOURCES = \
	cgi-bin/case/case.c \
	cgi-bin/case/case.h \
	cgi-bin/case/list.c \
	cgi-bin/case/page.c \
	cgi-bin/case/time.c
cgi_bin_counter_counter_SOURCES = \
	cgi-bin/counter/counter.c \
	cgi-bin/counter/counter.h \
	cgi-bin/counter/number.c \
	cgi-bin/counter/page.c \
	cgi-bin/counter/pin.c \
	cgi-bin/counter/slip.c \
	cgi-bin/counter/task.c
cgi_bin_inbox_inbox_SOURCES = \
	cgi-bin/inbox/absence.c \
	cgi-bin/inbox/absence.h \
	cgi-bin/inbox/choice.c \
	cgi-bin/inbox/choice.h \
	cgi-bin/inbox/inbox.c \
	cgi-bin/inbox/inbox.h \
	cgi-bin/inbox/preference.c \
	cgi-bin/inbox/preference.h \
	cgi-bin/inbox/today.c \
	cgi-bin/inbox/today.h
cgi_bin_letter_letter_SOURCES = \
	cgi-bin/letter/book.c \
	cgi-bin/letter/letter.c \
	cgi-bin/letter/letter.h \
	cgi-bin/letter/withdraw.c
cgi_bin_operator_operator_SOURCES = \
	cgi-bin/operator/activity.c \
	cgi-bin/operator/decide.c \
	cgi-bin/operator/operator.c \
	cgi-bin/operator/operator.h
cgi_bin_report_report_SOURCES = \
	cgi-bin/report/closing.c \
	cgi-bin/report/closing.h \
	cgi-bin/report/monitor.c \
	cgi-bin/report/monitor.h \
	cgi-bin/report/performance.c \
	cgi-bin/report/performance.h \
	cgi-bin/report/range.c \
	cgi-bin/report/range.h \
	cgi-bin/report/report.c \
	cgi-bin/report/show.c \
	cgi-bin/report/show.h \
	cgi-bin/report/work.c \
	cgi-bin/report/work.h
cgi_bin_submit_submit_SOURCES = \
	cgi-bin/submit/apply.c \
	cgi-bin/submit/apply.h \
	cgi-bin/submit/apply_check.c \
	cgi-bin/submit/apply_check.h \
	cgi-bin/submit/apply_draft.c \
	cgi-bin/submit/apply_draft.h \
	cgi-bin/submit/apply_page.c \
	cgi-bin/submit/apply_page.h \
	cgi-bin/submit/mend.c \
	cgi-bin/submit/mend.h \
	cgi-bin/submit/sent.c \
	cgi-bin/submit/sent.h \
	cgi-bin/submit/submit.c
cgi_bin_report_report_LDADD = reports/libreports.a $(LDADD)

dist_templates_DATA += \
	cgi-bin/admin/admin.tpl \
	cgi-bin/admin/editor-chart.tpl \
	cgi-bin/admin/editor.tpl \
	cgi-bin/admin/system.tpl \
	cgi-bin/admin/trail.tpl \
	cgi-bin/admin/versions.tpl \
	cgi-bin/carried.tpl \
	cgi-bin/case/bar.tpl \
	cgi-bin/case/case.tpl \
	cgi-bin/case/cases.tpl \
	cgi-bin/check.tpl \
	cgi-bin/counter/counter.tpl \
	cgi-bin/counter/slip.tpl \
	cgi-bin/document.tpl \
	cgi-bin/download.tpl \
	cgi-bin/figures.tpl \
	cgi-bin/flow.tpl \
	cgi-bin/form-part.tpl \
	cgi-bin/form.tpl \
	cgi-bin/help.tpl \
	cgi-bin/home.tpl \
	cgi-bin/inbox/inbox.tpl \
	cgi-bin/inbox/tasks.tpl \
	cgi-bin/inbox/today.tpl \
	cgi-bin/letter-offer.tpl \
	cgi-bin/letter/letter.tpl \
	cgi-bin/letter/letters.tpl \
	cgi-bin/link.tpl \
	cgi-bin/list.tpl \
	cgi-bin/login.tpl \
	cgi-bin/mailbox.tpl \
	cgi-bin/message.tpl \
	cgi-bin/report/monitor.tpl \
	cgi-bin/report/monitored.tpl \
	cgi-bin/report/performance.tpl \
	cgi-bin/report/report.tpl \
	cgi-bin/report/work.tpl \
	cgi-bin/signing-check.tpl \
	cgi-bin/signing.tpl \
	cgi-bin/sop.tpl \
	cgi-bin/sops.tpl \
	cgi-bin/step.tpl \
	cgi-bin/submit/begin.tpl \
	cgi-bin/submit/goon.tpl \
	cgi-bin/submit/saved.tpl \
	cgi-bin/submit/sent.tpl \
	cgi-bin/submit/start.tpl \
	cgi-bin/submit/submit.tpl \
	cgi-bin/track.tpl \
	cgi-bin/verify.tpl

dist_man_MANS += \
	cgi-bin/account/sopap-account.8 \
	cgi-bin/admin/sopap-admin.8 \
	cgi-bin/case/sopap-case.8 \
	cgi-bin/counter/sopap-counter.8 \
	cgi-bin/inbox/sopap-inbox.8 \
	cgi-bin/letter/sopap-letter.8 \
	cgi-bin/operator/sopap-operator.8 \
	cgi-bin/report/sopap-report.8 \
	cgi-bin/sopap-approve.8 \
	cgi-bin/sopap-archive.8 \
	cgi-bin/sopap-assign.8 \
	cgi-bin/sopap-complaint.8 \
	cgi-bin/sopap-deliver.8 \
	cgi-bin/sopap-download.8 \
	cgi-bin/sopap-draft.8 \
	cgi-bin/sopap-evaluate.8 \
	cgi-bin/sopap-file.8 \
	cgi-bin/sopap-health.8 \
	cgi-bin/sopap-home.8 \
	cgi-bin/sopap-hook.8 \
	cgi-bin/sopap-link.8 \
	cgi-bin/sopap-login.8 \
	cgi-bin/sopap-mailbox.8 \
	cgi-bin/sopap-notify.8 \
	cgi-bin/sopap-record.8 \
	cgi-bin/sopap-review.8 \
	cgi-bin/sopap-sop.8 \
	cgi-bin/sopap-step.7 \
	cgi-bin/sopap-survey.8 \
	cgi-bin/sopap-track.8 \
	cgi-bin/sopap-verify.8 \
	cgi-bin/submit/sopap-submit.8

# The routes: a table for the programs, files for the servers, all of one list.
routes_tsv = $(srcdir)/cgi-bin/routes.tsv
routes_awk = $(AWK) -f $(srcdir)/cgi-bin/routes.awk \
	-v bin='$(bindir)' -v libexec='$(pkglibexecdir)' \
	-v share='$(pkgdatadir)'
routes_make = $(AM_V_GEN)$(MKDIR_P) $(@D) && $(routes_awk)
serverdir = $(pkgdatadir)/server
dist_server_DATA = cgi-bin/routes.awk cgi-bin/routes.tsv \
	cgi-bin/nginx-local.conf
nodist_server_DATA = cgi-bin/nginx.conf cgi-bin/nginx-log.conf \
	cgi-bin/apache.conf \
	cgi-bin/apache-cgi.conf cgi-bin/programs $(site_files)
BUILT_SOURCES += lib/web/routes.h
CLEANFILES += lib/web/routes.h $(nodist_server_DATA)

lib/web/routes.h: cgi-bin/routes.tsv cgi-bin/routes.awk
	$(routes_make) -v what=header $(routes_tsv) >$@.new && mv $@.new $@
cgi-bin/nginx.conf: cgi-bin/routes.tsv cgi-bin/routes.awk
	$(routes_make) -v what=nginx $(routes_tsv) >$@.new && mv $@.new $@
cgi-bin/nginx-log.conf: cgi-bin/routes.tsv cgi-bin/routes.awk
	$(routes_make) -v what=nginx-log $(routes_tsv) >$@.new && mv $@.new $@
cgi-bin/apache.conf: cgi-bin/routes.tsv cgi-bin/routes.awk
	$(routes_make) -v what=apache $(routes_tsv) >$@.new && mv $@.new $@
cgi-bin/apache-cgi.conf: cgi-bin/routes.tsv cgi-bin/routes.awk
	$(routes_make) -v what=cgi $(routes_tsv) >$@.new && mv $@.new $@
cgi-bin/programs: cgi-bin/routes.tsv cgi-bin/routes.awk
	$(routes_make) -v what=programs $(routes_tsv) >$@.new && mv $@.new $@

# Whole sites that include them, to be copied and edited.
site_files = cgi-bin/apache-site.conf cgi-bin/nginx-site.conf
EXTRA_DIST += cgi-bin/apache-site.conf.in cgi-bin/nginx-site.conf.in
$(site_files): cgi-bin/apache-site.conf.in cgi-bin/nginx-site.conf.in
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
		sed 's|@pkgdatadir@|$(pkgdatadir)|' $(srcdir)/$@.in >$@

# The units, in a folder of their own: they have many names.
noinst_DATA += cgi-bin/units/made
cgi-bin/units/made: cgi-bin/routes.tsv cgi-bin/routes.awk
	$(AM_V_GEN)rm -rf $(@D) && $(MKDIR_P) $(@D) && \
		$(routes_awk) -v what=units -v folder=$(@D) $(routes_tsv) && \
		: >$@
sysusersdir = $(prefix)/lib/sysusers.d
dist_sysusers_DATA = cgi-bin/sysusers.d/sopap.conf
tmpfilesdir = $(prefix)/lib/tmpfiles.d
dist_tmpfiles_DATA = cgi-bin/tmpfiles.d/sopap.conf

install-data-local: install-units
uninstall-local: uninstall-units
clean-local: clean-units
.PHONY: install-units uninstall-units clean-units

install-units: cgi-bin/units/made
	$(MKDIR_P) '$(DESTDIR)$(systemdsystemunitdir)'
	$(INSTALL_DATA) cgi-bin/units/sopap* '$(DESTDIR)$(systemdsystemunitdir)'

uninstall-units: cgi-bin/units/made
	for f in cgi-bin/units/sopap*; do \
		rm -f "$(DESTDIR)$(systemdsystemunitdir)/$${f##*/}"; \
	done

clean-units:
	rm -rf cgi-bin/units

# The programs side by side, as they are installed: the tests run them here,
# and one finds another (lib/upload/photos.c) beside itself.
noinst_DATA += libexec/made
libexec/made: $(pkglibexec_PROGRAMS)
	$(AM_V_GEN)rm -rf libexec && $(MKDIR_P) libexec && \
		ln $(pkglibexec_PROGRAMS) libexec && : >$@

# The templates likewise.
noinst_DATA += templates/made
templates/made: $(dist_templates_DATA) $(dist_english_DATA)
	$(AM_V_GEN)rm -rf templates && $(MKDIR_P) templates/en && \
	for f in $(dist_templates_DATA); do \
		ln -s '$(abs_srcdir)'/"$$f" templates/ || exit 1; \
	done && ln -s '$(abs_srcdir)'/lib/page/en/messages templates/en/ && \
	: >$@
clean-local: clean-side
.PHONY: clean-side
clean-side:
	rm -rf libexec templates
