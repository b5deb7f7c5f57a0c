/*
 * messages.c - the texts of messages to applicants: the list; one text in both
 * languages, what it may use, how it would look, and the way back to the
 * shipped one.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/form.h"
#include "cgi-bin/admin/list.h"
#include "message/wording.h"
#include "page/page.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define HERE PATH_ADMIN "/pesan"
#define SAMPLE_SIZE 8192

static const char *const languages[2] = { "id", "en" };

/* The text of a page. */
struct subject {
	enum message_text		 kind;
	const char			*text[2];	/* in force */
	struct message_text_version	*version;	/* newest first */
	size_t				 n;
};

static const char *
text_of(struct request *req, enum message_text kind, int language)
{
	const struct message_source now = { .o = req->office };
	char *buf = arena_alloc(req->arena, MESSAGE_TEXT_SIZE);

	message_text_get(&now, kind, languages[language], buf);
	return buf;
}

static int
is_own(struct request *req, enum message_text kind)
{
	for (int i = 0; i < 2; i++)
		if (strcmp(text_of(req, kind, i),
		    message_texts[kind].shipped[i]) != 0)
			return 1;
	return 0;
}

static int
show_list(struct request *req, struct reply *reply)
{
	static const char *const heads[] = { "Pesan", "Teks", "Asal", NULL };
	struct page *body, *frame, *group, *row;

	frame = list_begin(req, "Teks pesan", &body);
	page_text(body, "INTRO", "Yang dikirim kepada pemohon lewat WhatsApp "
	    "dan surel. Teks yang baru dipakai pesan yang disusun "
	    "sesudahnya.");
	group = table_begin(body, "TABLES", "Teks pesan", heads);
	for (int kind = 0; kind < TEXT__MAX; kind++) {
		row = table_row(group, message_texts[kind].title,
		    arena_printf(req->arena, HERE "/%s",
		    message_texts[kind].name));
		table_cell(row, text_of(req, (enum message_text)kind, 0));
		table_cell(row, is_own(req, (enum message_text)kind) ?
		    "teks kantor" : "teks bawaan");
	}
	return reply_page(reply, req, 200, "Teks pesan", frame);
}

/* -- changes --------------------------------------------------------------- */

/* The text of a field without the line feeds at its end. */
static const char *
typed(const struct admin *a, const char *name)
{
	char *text = arena_strdup(a->req->arena, admin_text(a, name));
	size_t n = strlen(text);

	while (n > 0 && text[n - 1] == '\n')
		text[--n] = '\0';
	return text;
}

static enum case_err
save(struct admin *a, const struct change *ch)
{
	const struct subject *s = a->about;
	const char *const text[2] = { typed(a, "teks"),
		typed(a, "teks-inggris") };

	return message_text_set(a->req->office, ch, s->kind, text);
}

static enum case_err
restore(struct admin *a, const struct change *ch)
{
	const struct subject *s = a->about;

	return message_text_set(a->req->office, ch, s->kind, NULL);
}

/* -- how it looks ---------------------------------------------------------- */

static const char *
sample(const struct admin *a, const struct message_source *source,
    int language)
{
	char *buf = arena_alloc(a->req->arena, SAMPLE_SIZE);

	wording_sample(source, source->kind, languages[language], buf,
	    SAMPLE_SIZE);
	return buf;
}

static void
note_save(struct admin *a, struct page *check)
{
	const struct subject *s = a->about;
	const struct message_source source = { a->req->office, s->kind,
		{ typed(a, "teks"), typed(a, "teks-inggris") } };

	for (int i = 0; i < 2; i++)
		if (strcmp(s->text[i], source.tried[i]) != 0)
			form_change(check, i == 0 ? "Teks" :
			    "Teks dalam bahasa Inggris", s->text[i],
			    source.tried[i]);
	form_change(check, "Contoh", "", sample(a, &source, 0));
	form_change(check, "Contoh dalam bahasa Inggris", "",
	    sample(a, &source, 1));
}

static void
show_fields(struct page *body, const struct subject *s)
{
	static const char *const heads[] = { "Isian", "Artinya", "Contoh",
		NULL };
	const struct message_text_field *f = message_text_fields;
	struct page *group = NULL, *row;
	char name[40];

	for (; f->name != NULL; f++) {
		snprintf(name, sizeof(name), "{%s}", f->name);
		if (!message_text_may(s->kind, f->name))
			continue;
		if (group == NULL)
			group = table_begin(body, "TABLES",
			    "Isian yang dapat dipakai", heads);
		row = table_row(group, name, NULL);
		table_cell(row, f->meaning);
		table_cell(row, f->example[0]);
	}
}

static void
show_versions(struct admin *a, struct page *body)
{
	static const char *const heads[] = { "Versi", "Berlaku sejak", "Oleh",
		"Asal", NULL };
	const struct subject *s = a->about;
	struct page *group, *row;

	if (s->n == 0)
		return;
	group = table_begin(body, "TABLES", "Versi", heads);
	for (size_t i = 0; i < s->n; i++) {
		row = table_row(group, arena_printf(a->req->arena, "%lld",
		    (long long)s->version[i].version), NULL);
		table_cell(row, words_time(a->req, s->version[i].made_at));
		table_cell(row, s->version[i].made_by == 0 ? "sistem" :
		    words_person(a->req, s->version[i].made_by));
		table_cell(row, s->version[i].shipped ? "teks bawaan" :
		    "teks kantor");
	}
}

static void
fill(struct admin *a, struct page *body)
{
	const struct subject *s = a->about;
	const struct message_source now = { .o = a->req->office,
		.kind = s->kind };

	form_row(body, "Contoh", sample(a, &now, 0));
	form_row(body, "Contoh dalam bahasa Inggris", sample(a, &now, 1));
	show_fields(body, s);
	show_versions(a, body);
}

/* -- the page of one ------------------------------------------------------- */

static void
make_edits(struct admin *a, const struct subject *s)
{
	static struct sop_field fields[2] = {
		{ .name = "teks", .label = "Teks", .required = 1,
		    .type = FIELD_PARAGRAPH, .max = MESSAGE_TEXT_MAX },
		{ .name = "teks-inggris", .label = "Teks dalam bahasa "
		    "Inggris", .required = 1, .type = FIELD_PARAGRAPH,
		    .max = MESSAGE_TEXT_MAX },
	};
	struct act_value *now = arena_alloc(a->req->arena, 2 * sizeof(*now));

	now[0] = (struct act_value){ "teks", s->text[0] };
	now[1] = (struct act_value){ "teks-inggris", s->text[1] };
	a->edit[a->nedits++] = (struct edit){ .act = "berlakukan",
	    .button = "Periksa dan lihat contoh", .confirm = "Berlakukan",
	    .question = "Berlakukan teks ini?", .done = "Teks berlaku untuk "
	    "pesan berikutnya.", .field = fields, .nfield = 2, .now = now,
	    .nnow = 2, .apply = save, .note = note_save };
	if (is_own(a->req, s->kind))
		a->edit[a->nedits++] = (struct edit){ .act = "bawaan",
		    .title = "Kembali ke teks bawaan",
		    .button = "Pakai teks bawaan",
		    .done = "Teks bawaan berlaku lagi.", .draft = 1,
		    .state = s->text[0], .apply = restore };
}

static int
one_text(struct request *req, struct reply *reply, const char *name)
{
	struct subject s = { .kind = message_text_from(name) };
	struct admin a = { .req = req, .reply = reply, .about = &s,
	    .caption = "Teks pesan", .back = HERE,
	    .back_text = "Kembali ke teks pesan", .fill = fill,
	    .trail = PATH_JEJAK "?jenis=pesan" };
	enum case_err err;

	if (s.kind == TEXT__MAX)
		return reply_error(reply, req, 404, NULL);
	err = message_text_list(req->office, s.kind, &s.version, &s.n);
	if (err != CASE_OK)
		return reply_case_error(reply, req, err);
	arena_adopt(req->arena, s.version);
	for (int i = 0; i < 2; i++)
		s.text[i] = text_of(req, s.kind, i);
	a.heading = message_texts[s.kind].title;
	a.address = a.after = arena_printf(req->arena, HERE "/%s", name);
	make_edits(&a, &s);
	return admin_page(&a);
}

int
admin_messages(struct request *req, struct reply *reply)
{
	return list_or_one(req, reply, show_list, NULL, one_text);
}

const char *
admin_messages_words(const struct request *req)
{
	int64_t own = message_text_own(req->office);

	return arena_printf(req->arena, "%d teks, %lld diubah kantor",
	    (int)TEXT__MAX, (long long)own);
}
