/*
 * preference.c - the page where a person chooses the channels of messages about
 * work, and their addresses.
 */
#include "cgi-bin/inbox/preference.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "case/act.h"
#include "casepage/form_page.h"
#include "page/page.h"
#include "people/preference.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"

#define FIELDS 4
#define NOT_AT_ALL "tidak"

static const struct sop_choice ways[] = {
	{ PREFERENCE_WHATSAPP, "WhatsApp" },
	{ PREFERENCE_MAIL, "Surel" },
	{ NOT_AT_ALL, "Tidak perlu" },
};

static const struct sop_field fields[FIELDS] = {
	{ .name = "tugas-baru", .label = "Tugas baru", .required = 1,
	    .type = FIELD_CHOICE, .choice = ways, .nchoice = 3,
	    .help = "Dikumpulkan, paling sering satu pesan setiap 15 menit, "
	    "hanya pada jam kerja. Tugas yang dikembalikan disebut pada pagi "
	    "berikutnya." },
	{ .name = "ringkasan", .label = "Ringkasan pagi", .required = 1,
	    .type = FIELD_CHOICE, .choice = ways, .nchoice = 3,
	    .help = "Sekali setiap hari kerja, bila ada yang hampir habis "
	    "waktunya, baru terlambat, atau dikembalikan; bagi atasan juga "
	    "tugas bawahan yang terlambat jauh." },
	{ .name = "telepon", .label = "Nomor WhatsApp",
	    .type = FIELD_PHONE },
	{ .name = "surel", .label = "Alamat surel", .type = FIELD_EMAIL },
};

static int
show(struct form_page *s, int status)
{
	page_text(form_page_show(s), "INTRO", "Kotak masuk selalu menunjukkan "
	    "semua tugas Anda. Di sini Anda memilih apakah kantor juga "
	    "mengirim pesan. Tidak ada pesan di luar jam kerja dan pada hari "
	    "libur.");
	form_page_add(s, "simpan", "Simpan", fields, FIELDS);
	return form_page_reply(s, status);
}

static void
begin(struct form_page *s, struct request *req, struct reply *reply)
{
	static const char *const names[] = { "work_by", "tugas-baru",
		"digest_by", "ringkasan", "phone", "telepon", "email", "surel",
		NULL };

	form_page_begin(s, req, reply, PATH_PEMBERITAHUAN, "Pemberitahuan");
	s->menu = PATH_KOTAK_MASUK;
	s->back = PATH_KOTAK_MASUK;
	s->back_text = "Kotak masuk";
	s->show = show;
	s->names = names;
}

static const char *
way_shown(const char *way)
{
	return *way != '\0' ? way : NOT_AT_ALL;
}

int
inbox_preference_get(struct request *req, struct reply *reply)
{
	struct form_page s;
	struct preference *now = arena_alloc(req->arena, sizeof(*now));
	enum case_err err = preference_get(req->office, req->session.person_id,
	    now);
	const struct act_value value[FIELDS] = {
		{ fields[0].name, way_shown(now->work_by) },
		{ fields[1].name, way_shown(now->digest_by) },
		{ fields[2].name, now->phone },
		{ fields[3].name, now->email },
	};

	if (request_segment(req, 1) != NULL)
		return reply_error(reply, req, 404, NULL);
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	begin(&s, req, reply);
	if (!req->stale) {
		s.typed.value = value;
		s.typed.nvalue = FIELDS;
	}
	return show(&s, 200);
}

/* -- what was sent --------------------------------------------------------- */

static const char *
way_sent(const struct form_page *s, const char *name)
{
	const char *way = form_page_value(s, name);

	return strcmp(way, NOT_AT_ALL) != 0 ? way : "";
}

static enum case_err
save(struct form_page *s)
{
	struct change ch = { .by = s->req->session.person_id,
		.now = s->req->now, .idem = idempotency_key(s->req) };
	struct preference choice = { .person_id = ch.by };

	snprintf(choice.work_by, sizeof(choice.work_by), "%s",
	    way_sent(s, "tugas-baru"));
	snprintf(choice.digest_by, sizeof(choice.digest_by), "%s",
	    way_sent(s, "ringkasan"));
	form_page_copy(s, "telepon", choice.phone, sizeof(choice.phone));
	form_page_copy(s, "surel", choice.email, sizeof(choice.email));
	return preference_set(s->req->office, &ch, &choice);
}

int
inbox_preference_post(struct request *req, struct reply *reply)
{
	struct form_page s;
	int status;

	if (request_segment(req, 1) != NULL)
		return reply_error(reply, req, 404, NULL);
	begin(&s, req, reply);
	if ((status = form_page_take(&s, fields, FIELDS)) != 0)
		return status;
	return form_page_done(&s, save(&s), "Pemberitahuan disimpan.",
	    PATH_PEMBERITAHUAN);
}
