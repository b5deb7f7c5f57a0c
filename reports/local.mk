# reports/local.mk - what is built and installed from here.
noinst_LIBRARIES += reports/libreport.a
reports_libreport_a_SOURCES = \
	reports/canvas.c reports/canvas.h reports/canvas_raw.h \
	reports/canvas_image.c \
	reports/canvas_palette.c \
	reports/chart.c reports/chart.h \
	reports/chart_age.c reports/chart_age.h \
	reports/chart_pace.c reports/chart_pace.h reports/chart_pace_raw.h \
	reports/chart_pace_row.c \
	reports/chart_heat.c reports/chart_heat.h \
	reports/chart_heat_rows.c \
	reports/chart_return.c reports/chart_return.h \
	reports/chart_role.c reports/chart_role.h reports/chart_role_raw.h \
	reports/chart_role_line.c \
	reports/chart_role_row.c \
	reports/chart_row.c reports/chart_row.h \
	reports/chart_trend.c reports/chart_trend.h reports/chart_trend_raw.h \
	reports/chart_trend_label.c \
	reports/chart_trend_volume.c \
	reports/finding.c reports/finding.h reports/finding_raw.h \
	reports/finding_age.c \
	reports/finding_pace.c \
	reports/finding_heat.c \
	reports/finding_return.c \
	reports/finding_role.c \
	reports/finding_trend.c \
	reports/chart_role.c reports/chart_role.h \
	reports/chart_trend.c reports/chart_trend.h \
	reports/finding.c reports/finding.h \
	reports/judge.c reports/judge.h \
	reports/qr.c reports/qr.h \
	reports/report.c reports/report.h \
	reports/report_age.c \
	reports/report_calendar.c \
	reports/report_cause.c \
	reports/report_chart.h \
	reports/report_csv.c \
	reports/report_file.c \
	reports/report_heat.c \
	reports/report_json.c \
	reports/report_more.c \
	reports/report_page.c \
	reports/report_picture.c \
	reports/report_pace.c \
	reports/report_return.c \
	reports/report_role.c \
	reports/report_share.c \
	reports/report_sop.c \
	reports/report_table.c reports/report_table.h \
	reports/report_trend.c \
	reports/report_voice.c \
	reports/share.c reports/share.h \
	reports/visits.c \
	reports/xes.c reports/xes.h \
	reports/zip.c reports/zip.h \
	reports/typeface.c reports/typeface.h reports/typeface_raw.h \
	reports/typeface_set.c
reports_libreport_a_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS) \
	$(GD_CFLAGS) $(QRENCODE_CFLAGS)
REPORT_LIBS = reports/libreport.a lib/libpage.a $(GD_LIBS) $(QRENCODE_LIBS) -lm

# The report of a month.  cgi-bin/report links the same library, so that the
# page on the web and the one in a folder are filled by one code: the only
# program there that uses more than lib/.
bin_PROGRAMS += reports/sopap-report
reports_sopap_report_SOURCES = reports/sopap-report.c \
	reports/report_send.c reports/report_send.h reports/mail.c \
	reports/post.h
reports_sopap_report_CPPFLAGS = $(AM_CPPFLAGS) $(GD_CFLAGS)
nodist_EXTRA_reports_sopap_report_SOURCES = dummy.cc
REPORT_PAGE_LIBS = $(REPORT_LIBS) lib/libconf.a $(CASE_LIBS) \
	$(CTEMPLATE_LIBS)
reports_sopap_report_LDADD = $(REPORT_PAGE_LIBS)
dist_man_MANS += reports/sopap-report.8

# Every sample chart as a picture, to be looked at.
.PHONY: chart-sheet
chart-sheet: tests/reports/chart-sheet
	$(MKDIR_P) chart-sheet
	tests/reports/chart-sheet chart-sheet
clean-local: clean-chart-sheet
.PHONY: clean-chart-sheet
clean-chart-sheet:
	-rm -rf chart-sheet

# Papers.  Pango, Cairo and their libraries stay in this one program: the step
# programs start it (lib/web/letter.h).
noinst_LIBRARIES += reports/libletter.a
reports_libletter_a_SOURCES = \
	reports/letter.c reports/letter.h reports/letter_raw.h \
	reports/letter_paper.c \
	reports/letter_parts.c \
	reports/letter_receipt.c \
	reports/letter_reply.c \
	reports/letter_single.c \
	reports/sheet.c reports/sheet.h reports/sheet_raw.h \
	reports/sheet_mark.c \
	reports/sheet_text.c
reports_libletter_a_CPPFLAGS = $(AM_CPPFLAGS) $(PAPER_CFLAGS) \
	$(JANSSON_CFLAGS)
LETTER_LIBS = reports/libletter.a lib/libconf.a $(PAPER_LIBS) $(JANSSON_LIBS) -lm
bin_PROGRAMS += reports/sopap-letter
reports_sopap_letter_SOURCES = reports/sopap-letter.c
reports_sopap_letter_LDADD = $(LETTER_LIBS)
dist_man_MANS += reports/sopap-letter.1 reports/sopap-letter.5
letterdir = $(pkgdatadir)/letter
dist_letter_DATA = \
	reports/letter/balasan.txt \
	reports/letter/balasan-tolak.txt \
	reports/letter/keterangan.txt \
	reports/letter/kop.txt \
	reports/letter/sertifikat.txt
# The messenger, and what providers' APIs look like.
bin_PROGRAMS += reports/sopap-messenger
reports_sopap_messenger_SOURCES = reports/messenger.c reports/messenger.h \
	reports/messenger_look.c reports/messenger_send.c \
	reports/enclosure.c reports/enclosure.h reports/letterbox.c \
	reports/mail.c reports/mail_server.c \
	reports/post.c reports/post.h
reports_sopap_messenger_CPPFLAGS = $(AM_CPPFLAGS) $(CURL_CFLAGS) \
	$(JANSSON_CFLAGS)
reports_sopap_messenger_LDADD = lib/libconf.a $(CASE_LIBS) $(CURL_LIBS)
dist_man_MANS += reports/sopap-messenger.8
adapterdir = $(pkgdatadir)/adapter
dist_adapter_DATA = reports/adapter/fonnte.json reports/adapter/wablas.json \
	reports/adapter/waha.json reports/adapter/whatsapp-cloud.json
