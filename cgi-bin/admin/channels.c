/*
 * channels.c - do messages go out?  The messages that wait, the results of the
 * last tries, and the channels that have stopped.
 */
#include "base/arena.h"
#include "base/built.h"
#include "base/conf.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/list.h"
#include "message/channel.h"
#include "message/delivery.h"
#include "page/page.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/table.h"

#define CHANNELS (CHANNEL__MAX - 1)

static const char *const names[CHANNEL__MAX] = {
	[CHANNEL_WHATSAPP] = "WhatsApp",
	[CHANNEL_MAIL] = "Surel",
	[CHANNEL_MAILBOX] = "Kotak surat",
};

/* Is it set up?  The mailbox always is. */
static int
is_set(const struct request *req, enum channel route)
{
	return route == CHANNEL_MAILBOX || (route == CHANNEL_WHATSAPP ?
	    req->conf->whatsapp : req->conf->mail_server)[0] != '\0';
}

const char *
admin_channels_words(const struct request *req)
{
	struct channel_row list[CHANNELS];
	const char *text = "Berjalan";
	int64_t queued = 0;

	if (channel_list(req->office, req->now, list) != CASE_OK)
		return "";
	for (size_t i = 0; i < CHANNELS; i++)
		queued += list[i].queued;
	if (queued > 0)
		text = arena_printf(req->arena, "%lld pesan mengantre",
		    (long long)queued);
	for (size_t i = 0; i < CHANNELS; i++)
		if (list[i].denied_at != 0)
			text = arena_printf(req->arena, "%s berhenti sejak %s",
			    names[list[i].route], words_time(req,
			    list[i].denied_at));
	return text;
}

static const char *
state(const struct request *req, const struct channel_row *c)
{
	if (!built_messenger && c->route != CHANNEL_MAILBOX &&
	    is_set(req, c->route))
		return "tidak dipasang, tetapi diatur; pesannya mengantre";
	if (!is_set(req, c->route))
		return "tidak diatur; pesannya ditulis ke kotak surat";
	if (c->denied_at != 0)
		return arena_printf(req->arena, "berhenti sejak %s: kunci "
		    "ditolak (%s)", words_time(req, c->denied_at),
		    c->reason);
	if (c->checked_at != 0)
		return arena_printf(req->arena, "%s pada pemeriksaan %s",
		    c->well ? "siap" : "tidak siap", words_time(req,
		    c->checked_at));
	return c->failed_at > c->sent_at ? "pengiriman terakhir gagal" :
	    "berjalan";
}

static const char *
waiting(const struct request *req, const struct channel_row *c)
{
	if (c->queued == 0)
		return "tidak ada";
	return arena_printf(req->arena, "%lld pesan, sejak %s",
	    (long long)c->queued, words_time(req, c->oldest_at));
}

static const char *
next_try(const struct request *req, const struct channel_row *c)
{
	if (c->queued == 0)
		return "–";
	if (c->denied_at != 0)
		return "sesudah pengaturannya diperbaiki";
	return c->next_at > req->now ? words_time(req, c->next_at) :
	    "sekarang";
}

static void
show(const struct request *req, struct page *group,
    const struct channel_row *c)
{
	struct page *row = table_row(group, names[c->route], NULL);

	table_cell(row, state(req, c));
	table_cell(row, waiting(req, c));
	table_cell(row, next_try(req, c));
	table_cell(row, c->sent_at != 0 ? words_time(req, c->sent_at) :
	    "belum pernah");
	table_cell(row, c->failure[0] == '\0' ? "–" :
	    arena_printf(req->arena, "%s: %s", words_time(req,
	    c->failed_at), c->failure));
	table_number(row, c->given_up);
}

int
admin_channels(struct request *req, struct reply *reply)
{
	static const char *const heads[] = { "Saluran", "Keadaan", "Antrean",
		"Percobaan berikut", "Berhasil terakhir", "Gagal terakhir",
		"#Gagal dalam 30 hari", NULL };
	struct channel_row list[CHANNELS];
	struct page *body, *frame, *group;
	enum case_err err;
	int64_t held;

	if (request_segment(req, 2) != NULL)
		return reply_error(reply, req, 404, NULL);
	if (req->method == METHOD_POST)
		return reply_error(reply, req, 405, NULL);
	err = channel_list(req->office, req->now, list);
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	frame = list_begin(req, "Pengiriman pesan", &body);
	page_text(body, "INTRO", "Pesan yang gagal karena jaringan atau "
	    "penyedia sibuk dicoba lagi dengan sendirinya. Saluran yang "
	    "kuncinya ditolak berhenti; pesannya tetap mengantre dan dikirim "
	    "sesudah pengaturannya diperbaiki.");
	if (!built_messenger)
		page_text(body, "INTRO", "Pengirim WhatsApp dan surel tidak "
		    "dipasang di kantor ini. Pesan ditulis ke kotak surat, "
		    "yaitu folder mailbox di samping data kantor; petugas "
		    "menyampaikannya sendiri. Kosongkan whatsapp dan "
		    "mail_server di sopap.conf bila masih terisi.");
	page_text(body, "INTRO", "Petugas komputer memeriksa saluran dengan "
	    "perintah sopap-messenger --check, dan melihat apa yang akan "
	    "dikirim, tanpa mengirimnya, dengan sopap-messenger --dry-run.");
	held = delivery_held(req->office, 0, req->conf->messages_per_day,
	    req->now);
	if (held > 0)
		page_text(body, "INTRO", arena_printf(req->arena, "Pesan yang "
		    "ditahan: %lld. Nomor atau alamatnya sudah menerima %lld "
		    "pesan dalam sehari (messages_per_day di sopap.conf). "
		    "Pesan itu dikirim sesudahnya, dan pemohonnya membacanya "
		    "di halaman pelacakan.", (long long)held,
		    (long long)req->conf->messages_per_day));
	group = table_begin(body, "TABLES", "Saluran pesan", heads);
	for (size_t i = 0; i < CHANNELS; i++)
		show(req, group, &list[i]);
	return reply_page(reply, req, 200, "Pengiriman pesan", frame);
}
