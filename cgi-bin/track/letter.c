/*
 * letter.c - the letter of a case, for whoever has its code and knows
 * the telephone number it was asked for with.
 *
 * Both are sent and judged at once, so that nobody learns here which of them
 * was wrong.  The letter is fetched by a POST: previews of links follow a GET
 * and get nothing.
 */
#include <stdio.h>

#include "cgi-bin/track/track.h"

#include "case/act.h"
#include "case/tracking.h"
#include "casepage/download.h"
#include "casepage/fields.h"
#include "casepage/status.h"
#include "office/office.h"
#include "page/page.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

static int
show(struct request *req, struct reply *reply, const char *code,
    const char *error)
{
	static const struct sop_field fields[] = {
		{ .name = "kode", .required = 1, .type = FIELD_TEXT,
		  .label = "Kode pelacakan",
		  .help = "12 huruf dan angka pada bukti permohonan" },
		{ .name = "angka", .required = 1, .type = FIELD_TEXT,
		  .label = "Empat angka terakhir nomor WhatsApp pemohon" },
	};
	const struct act_value value[] = { { "kode", code },
		{ "angka", form_value(req, "angka") } };
	struct field_error wrong = { "kode", "", "" };
	struct fields_state typed = { .value = value, .nvalue = 2, .error = &wrong,
		.nerror = error != NULL };
	struct page *body, *fetch, *frame = frame_new(req, "track.tpl",
	    PATH_LACAK, &body);

	if (error != NULL) {
		snprintf(wrong.text, sizeof(wrong.text), "%s", error);
		page_show(frame, "ERROR_TITLE");
	}
	fields_show_errors(body, &typed);
	fetch = page_add(body, "FETCH");
	page_set(fetch, "ACTION", DOWNLOAD_PATH);
	page_set(fetch, "KEY", request_token(req->arena));
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		fields_show_one(req, fetch, "FETCH_FIELDS", NULL, &fields[i],
		    &typed);
	return reply_page(reply, req, error != NULL ? 422 : 200,
	    "Unduh surat balasan", frame);
}

int
track_letter_get(struct request *req, struct reply *reply)
{
	struct case_row c;

	return show(req, reply, track_kept(req, &c) ?
	    words_code(req, c.id) : "", NULL);
}

int
track_letter_post(struct request *req, struct reply *reply)
{
	const struct tracking_try try = { form_value(req, "kode"),
		req->remote, req->now };
	struct actor actor = { .person_id = 0 };
	struct case_row c;
	enum case_err err = tracking_letter(req->office, &try,
	    form_value(req, "angka"), &c);

	if (err == CASE_NOT_FOUND || err == CASE_STATE)
		return show(req, reply, try.code, office_why(req->office));
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	actor.case_id = c.id;
	return download_letter(req, reply, &c, &actor);
}
