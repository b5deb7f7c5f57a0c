# reports/local.mk - what leaves the office: charts, the report of a month,
# letters, messages.

noinst_LIBRARIES += reports/libreports.a
reports_libreports_a_SOURCES = \
	reports/chart/canvas.c \
	reports/chart/canvas.h \
	reports/chart/canvas_palette.c \
	reports/chart/canvas_palette.h \
	reports/chart/chart.c \
	reports/chart/chart.h \
	reports/chart/chart_age.c \
	reports/chart/chart_age.h \
	reports/chart/chart_heat.c \
	reports/chart/chart_heat.h \
	reports/chart/chart_pace.c \
	reports/chart/chart_pace.h \
	reports/chart/chart_return.c \
	reports/chart/chart_return.h \
	reports/chart/chart_role.c \
	reports/chart/chart_role.h \
	reports/chart/chart_rows.c \
	reports/chart/chart_rows.h \
	reports/chart/chart_trend.c \
	reports/chart/chart_trend.h \
	reports/chart/finding.c \
	reports/chart/finding.h \
	reports/chart/share.c \
	reports/chart/share.h \
	reports/chart/typeface.c \
	reports/chart/typeface.h \
	reports/messenger/attachment.c \
	reports/messenger/attachment.h \
	reports/messenger/mail.c \
	reports/messenger/mail.h \
	reports/messenger/mail_server.h \
	reports/messenger/mailbox.c \
	reports/messenger/mailbox.h \
	reports/messenger/messenger.c \
	reports/messenger/messenger.h \
	reports/messenger/post.h \
	reports/messenger/site.h \
	reports/month/judge.c \
	reports/month/judge.h \
	reports/month/qr.h \
	reports/month/report.c \
	reports/month/report.h \
	reports/month/report_age.c \
	reports/month/report_cause.c \
	reports/month/report_cause.h \
	reports/month/report_chart.c \
	reports/month/report_chart.h \
	reports/month/report_csv.c \
	reports/month/report_csv.h \
	reports/month/report_file.c \
	reports/month/report_file.h \
	reports/month/report_heat.c \
	reports/month/report_json.c \
	reports/month/report_json.h \
	reports/month/report_pace.c \
	reports/month/report_page.c \
	reports/month/report_page.h \
	reports/month/report_picture.c \
	reports/month/report_picture.h \
	reports/month/report_return.c \
	reports/month/report_role.c \
	reports/month/report_send.c \
	reports/month/report_send.h \
	reports/month/report_share.c \
	reports/month/report_share.h \
	reports/month/report_sop.c \
	reports/month/report_step.c \
	reports/month/report_step.h \
	reports/month/report_table.c \
	reports/month/report_table.h \
	reports/month/report_trend.c \
	reports/month/report_trend.h \
	reports/month/report_voice.c \
	reports/month/report_voice.h \
	reports/month/visits.c \
	reports/month/visits.h \
	reports/month/xes.c \
	reports/month/xes.h \
	reports/month/zip.c \
	reports/month/zip.h

# By ./configure --without-letter, --without-messenger: lib/base/built.h.
if LETTER
reports_libreports_a_SOURCES += \
	reports/letter/letter.c \
	reports/letter/letter.h \
	reports/letter/letter_certificate.c \
	reports/letter/letter_certificate.h \
	reports/letter/letter_flow.c \
	reports/letter/letter_flow.h \
	reports/letter/letter_parts.c \
	reports/letter/letter_parts.h \
	reports/letter/letter_receipt.c \
	reports/letter/letter_receipt.h \
	reports/letter/letter_reply.c \
	reports/letter/letter_reply.h \
	reports/letter/letter_sop.c \
	reports/letter/letter_sop.h \
	reports/letter/order.c \
	reports/letter/order.h \
	reports/letter/pdf.c \
	reports/letter/pdf.h \
	reports/month/qr.c
bin_PROGRAMS += reports/letter/sopap-letter
dist_man_MANS += reports/letter/sopap-letter.1
else
reports_libreports_a_SOURCES += reports/month/qr_none.c
EXTRA_DIST += reports/letter/sopap-letter.1
endif
if MESSENGER
reports_libreports_a_SOURCES += \
	reports/messenger/mail_server.c \
	reports/messenger/post.c \
	reports/messenger/site.c
else
reports_libreports_a_SOURCES += \
	reports/messenger/mail_server_none.c \
	reports/messenger/post_none.c \
	reports/messenger/site_none.c
endif

reports_letter_sopap_letter_SOURCES = reports/letter/sopap-letter.c
reports_letter_sopap_letter_LDADD = reports/libreports.a $(LDADD)
bin_PROGRAMS += reports/messenger/sopap-messenger
reports_messenger_sopap_messenger_SOURCES = reports/messenger/sopap-messenger.c
reports_messenger_sopap_messenger_LDADD = reports/libreports.a $(LDADD)
bin_PROGRAMS += reports/month/sopap-report
reports_month_sopap_report_SOURCES = reports/month/sopap-report.c
reports_month_sopap_report_LDADD = reports/libreports.a $(LDADD)
dist_man_MANS += \
	reports/letter/sopap-letter.5 \
	reports/messenger/sopap-messenger.8 \
	reports/month/sopap-report.1

letterdir = $(pkgdatadir)/letter
dist_letter_DATA = \
	reports/letter/balasan-tolak.txt \
	reports/letter/balasan.txt \
	reports/letter/keterangan.txt \
	reports/letter/kop.txt \
	reports/letter/sertifikat.txt

# What the interfaces of providers look like.
adapterdir = $(pkgdatadir)/adapter
dist_adapter_DATA = \
	reports/messenger/adapter/fonnte.json \
	reports/messenger/adapter/wablas.json \
	reports/messenger/adapter/waha.json \
	reports/messenger/adapter/whatsapp-cloud.json

# Every sample chart as a picture, to be looked at.
.PHONY: chart-sheet
chart-sheet: tests/reports/chart/chart-sheet
	$(MKDIR_P) chart-sheet
	tests/reports/chart/chart-sheet chart-sheet
clean-local: clean-chart-sheet
.PHONY: clean-chart-sheet
clean-chart-sheet:
	-rm -rf chart-sheet
