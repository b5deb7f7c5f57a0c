/*
 * sop_trial.c - one case of a text that is not in force, tried with real
 * people: of the version that waits for its date, else of the draft.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/number.h"
#include "case/act_close.h"
#include "case/trial.h"
#include "casepage/words.h"
#include "cgi-bin/admin/admin.h"
#include "cgi-bin/admin/choice.h"
#include "cgi-bin/admin/form.h"
#include "office/sop_draft.h"
#include "office/soplist.h"
#include "page/page.h"
#include "people/holder.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/table.h"

#define PUBLIC "umum"

struct subject {
	const char		*slug;
	const char		*text;		/* to be tried; NULL: none */
	const char		*what;		/* "rancangan", "versi 3" */
	struct sop		*sop;		/* of the text; NULL: faulty */
	struct trial_case	*list;
	size_t			 n;
};

/* -- the page -------------------------------------------------------------- */

static void
fill(struct admin *a, struct page *body)
{
	static const char *const heads[] = { "Berkas uji coba", "Dimulai",
		"Keadaan", NULL };
	const struct subject *s = a->about;
	struct page *group, *row;

	page_text(body, "INTRO", "Satu berkas dijalankan oleh orang yang "
	    "sebenarnya dengan SOP yang belum berlaku. Berkas ini tidak "
	    "masuk angka, daftar, nomor surat, pencarian, atau laporan mana "
	    "pun; judulnya diawali \"Uji coba\".");
	page_text(body, "INTRO", s->text == NULL ? "Belum ada yang dapat "
	    "dicoba: tidak ada rancangan dan tidak ada versi yang menunggu "
	    "tanggalnya." : s->sop == NULL ? "Rancangan ini masih salah; "
	    "perbaiki dahulu." : arena_printf(a->req->arena, "Yang dicoba: "
	    "%s.", s->what));
	if (s->n == 0)
		return;
	group = table_begin(body, "TABLES", "Berkas uji coba", heads);
	for (size_t i = 0; i < s->n; i++) {
		row = table_row(group, arena_printf(a->req->arena, "%s, %s",
		    s->list[i].number, s->list[i].subject),
		    arena_printf(a->req->arena, PATH_BERKAS "/%lld",
		    (long long)s->list[i].id));
		table_cell(row, words_time(a->req, s->list[i].opened_at));
		table_cell(row, strcmp(s->list[i].state, "open") == 0 ?
		    "berjalan" : "berakhir");
	}
}

/* -- begun ----------------------------------------------------------------- */

static enum case_err
begin_trial(struct admin *a, const struct change *ch)
{
	const struct subject *s = a->about;
	const char *who = admin_value(a, "pemulai");
	char token[DRAFT_TOKEN_SIZE];
	int64_t person = 0;
	struct draft d;
	enum case_err err;

	number_parse(who, 1, INT64_MAX, &person);
	err = trial_begin(a->req->office, ch, s->text, person, &d);
	if (err != CASE_OK || ch->dry)
		return err;
	draft_token(a->req->office, d.id, token);
	a->said = arena_printf(a->req->arena, "Uji coba disiapkan. Pemulainya "
	    "membuka %s%s/%s/%s", a->req->conf->site != NULL ?
	    a->req->conf->site : "", person == 0 ?
	    PATH_AJUKAN : PATH_MULAI, s->sop->slug, token);
	return CASE_OK;
}

/* Those who may begin it: holders of its first row, or anybody. */
static enum case_err
choose_starter(const struct admin *a, const struct subject *s,
    struct sop_field *f)
{
	const char *performer = sop_row_at(s->sop, 1)->performer;
	enum case_err err = choice_person(a->req, f, 0);
	struct sop_choice *kept;
	enum capacity capacity;
	int64_t id;
	size_t n = 0;

	if (err != CASE_OK)
		return err;
	kept = arena_alloc(a->req->arena, (f->nchoice + 1) * sizeof(*kept));
	for (size_t i = 0; i < f->nchoice; i++)
		if (number_parse(f->choice[i].value, 1, INT64_MAX, &id) == 0 &&
		    holder_acts_for(a->req->office, id, performer, a->req->now,
		    &capacity))
			kept[n++] = f->choice[i];
	if (s->sop->public_request)
		kept[n++] = (struct sop_choice){ PUBLIC,
		    "Pemohon tanpa akun" };
	f->choice = kept;
	f->nchoice = n;
	return CASE_OK;
}

/* -- thrown away ----------------------------------------------------------- */

static enum case_err
throw_away(struct admin *a, const struct change *ch)
{
	const struct subject *s = a->about;
	struct act act = { .actor = { .person_id = ch->by }, .now = ch->now,
	    .note = "Uji coba selesai.", .idem = ch->idem };

	act.case_id = admin_number(a, "berkas");
	for (size_t i = 0; i < s->n; i++)
		if (s->list[i].id == act.case_id)
			return ch->dry ? CASE_OK : act_cancel(a->req->office,
			    &act);
	return CASE_NOT_FOUND;
}

static void
add_throwing(struct admin *a, const struct subject *s)
{
	struct sop_field *f = arena_alloc(a->req->arena, sizeof(*f));
	struct sop_choice *c = arena_alloc(a->req->arena, (s->n + 1) *
	    sizeof(*c));

	*f = (struct sop_field){ .name = "berkas", .label = "Berkas uji coba",
	    .required = 1, .type = FIELD_CHOICE, .choice = c };
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->list[i].state, "open") == 0)
			c[f->nchoice++] = (struct sop_choice){
			    arena_printf(a->req->arena, "%lld",
			    (long long)s->list[i].id), s->list[i].number };
	if (f->nchoice > 0)
		a->edit[a->nedits++] = (struct edit){ .act = "buang",
		    .title = "Buang uji coba", .button = "Buang uji coba",
		    .question = "Buang berkas uji coba ini?", .ends = 1,
		    .done = "Uji coba dibuang.", .field = f, .nfield = 1,
		    .same = 1, .apply = throw_away };
}

/* -- which text ------------------------------------------------------------ */

/* The version that waits for its date, else the draft. */
static void
find_text(struct request *req, struct subject *s)
{
	struct sop_item *items;
	struct sop_draft d;
	char *text = NULL;
	size_t n;

	if (soplist_versions(req->office, s->slug, &items, &n) == CASE_OK) {
		if (soplist_begins(items) && items->effective_from >
		    req->now) {
			text = soplist_text(req->office, items->version_id);
			s->what = arena_printf(req->arena, "versi %lld",
			    (long long)items->version);
		}
		free(items);
	}
	if (text == NULL && sop_draft_get(req->office, s->slug, &d) ==
	    CASE_OK) {
		text = d.text;
		s->what = "rancangan";
	}
	if (text == NULL)
		return;
	arena_adopt(req->arena, text);
	s->text = text;
}

static void
read_text(struct request *req, struct subject *s)
{
	char why[512], **roles = office_roles(req->office);

	s->sop = s->text == NULL ? NULL : sop_parse("SOP", s->text,
	    strlen(s->text), (const char *const *)roles, why, sizeof(why));
	office_roles_free(roles);
}

static int
serve(struct admin *a, struct subject *s)
{
	static const struct sop_field starter = { .name = "pemulai",
	    .label = "Yang memulai", .required = 1, .type = FIELD_CHOICE };
	struct sop_field *f = choice_fields_copy(a->req, &starter, 1);
	enum case_err err = CASE_OK;

	if (s->sop != NULL) {
		err = choose_starter(a, s, f);
		a->edit[a->nedits++] = (struct edit){ .act = "coba",
		    .title = "Coba satu berkas", .button = "Coba satu berkas",
		    .question = "Mulai uji coba ini?", .field = f,
		    .nfield = 1, .done = "Uji coba disiapkan.", .same = 1,
		    .apply = begin_trial };
	}
	add_throwing(a, s);
	return err != CASE_OK ? reply_case_error(a->reply, a->req, err) :
	    admin_page(a);
}

int
admin_sop_trial(struct request *req, struct reply *reply, const char *slug)
{
	struct subject s = { .slug = slug };
	struct admin a = { .req = req, .reply = reply, .fill = fill,
	    .about = &s, .caption = "Coba satu berkas", .heading = slug,
	    .back = PATH_ADMIN "/sop", .back_text = "Kembali ke versi SOP",
	    .address = arena_printf(req->arena, PATH_ADMIN "/sop/%s/coba",
	    slug) };
	int status;

	a.after = a.address;
	find_text(req, &s);
	if (trial_list(req->office, slug, &s.list, &s.n) != CASE_OK)
		return reply_case_error(reply, req, CASE_DB);
	arena_adopt(req->arena, s.list);
	if (soplist_id(req->office, slug) == 0 && s.text == NULL)
		return reply_error(reply, req, 404, NULL);
	read_text(req, &s);
	if (s.sop != NULL)
		a.heading = s.sop->name;
	status = serve(&a, &s);
	if (s.sop != NULL)
		sop_free(s.sop);
	return status;
}
