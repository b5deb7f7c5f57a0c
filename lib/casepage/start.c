/*
 * start.c - the form with which an official begins a case.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "casepage/start.h"

#include "base/arena.h"
#include "base/number.h"
#include "case/act_start.h"
#include "case/field_form.h"
#include "case/lateness.h"
#include "casepage/fields_people.h"
#include "casepage/instant.h"
#include "casepage/words.h"
#include "office/office.h"
#include "page/page.h"
#include "people/holder.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/idempotency.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

static const struct instant_names received = { "diterima-tanggal",
	"diterima-pukul", "Tanggal surat diterima", "Pukul surat diterima",
	"Bila berawal dari surat masuk." };

/* -- its draft --------------------------------------------------------- */

static void
set_address(struct start *s, const char *token)
{
	arena_append(s->req->arena, &s->address, "/%s", token);
}

/* Find the person's own draft with this token: 0, or a status replied. */
static int
find_draft(struct start *s, const char *token)
{
	enum case_err err = draft_find(s->req->office, token,
	    s->req->session.person_id, s->req->now, &s->draft);

	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	/* It goes on with the SOP that it was begun with. */
	s->version_id = s->draft.version_id;
	s->sop = office_sop(s->req->office, s->version_id);
	if (s->sop == NULL)
		return reply_case_error(s->rep, s->req, CASE_DB);
	s->row = sop_row_at(s->sop, 1);
	set_address(s, token);
	return 0;
}

/* Fill the form as it was kept, and find when it was begun. */
static enum case_err
read_draft(struct start *s)
{
	enum case_err err = fields_kept(s->req, s->draft.id, &s->typed);

	/* Left lying for long, its work begins when it is gone on with. */
	s->begun = s->draft.begun_at < s->req->now - START_BEGUN_MAX ?
	    s->req->now : s->draft.begun_at;
	return err;
}

/* Find the draft of this very form by its beginning: a person who presses
 * twice, or goes back, has one. */
static enum case_err
find_same_draft(struct start *s)
{
	int64_t person = s->req->session.person_id;
	struct draft *list;
	size_t n;
	enum case_err err = draft_list(s->req->office, person, s->req->now,
	    &list, &n);

	if (err != CASE_OK)
		return err;
	for (size_t i = 0; i < n; i++)
		if (list[i].version_id == s->version_id &&
		    list[i].begun_at == s->begun)
			s->draft = list[i];
	free(list);
	return CASE_OK;
}

/* Keep the form as it was sent; `address` is the draft's then.  Files that were
 * refused are errors in the typed form. */
static enum case_err
keep_draft(struct start *s)
{
	char token[DRAFT_TOKEN_SIZE];
	struct draft_form form;
	struct field_input in;
	enum case_err err = CASE_OK;

	if (s->draft.id == 0) {
		err = find_same_draft(s);
		if (err == CASE_OK && s->draft.id == 0)
			err = draft_new(s->req->office, s->version_id,
			    s->req->session.person_id, s->begun, &s->draft);
		if (err != CASE_OK)
			return err;
		draft_token(s->req->office, s->draft.id, token);
		set_address(s, token);
	}
	fields_input(s->req, s->row, &in);
	fields_keep(s->req, &in, &form);
	err = draft_save(s->req->office, &s->draft, &form, s->req->now);
	if (err != CASE_OK)
		return err;
	s->draft.expires_at = s->req->now + DRAFT_LIFE;
	return in.nrefused == 0 ? CASE_OK : fields_refused(s->req, s->row,
	    &in, &s->typed);
}

int
start_begin(struct start *s, struct request *req, struct reply *rep,
    const char *prefix, const char *slug)
{
	const char *token = request_segment(req, 2);

	memset(s, 0, sizeof(*s));
	s->req = req;
	s->rep = rep;
	s->version_id = office_sop_version(req->office, slug, req->now);
	s->sop = s->version_id != 0 ?
	    office_sop(req->office, s->version_id) : NULL;
	s->address = arena_printf(req->arena, "%s/%s", prefix, slug);
	/* A draft has a version of its own: a trial's is never in force. */
	if (token != NULL)
		return find_draft(s, token);
	if (s->sop == NULL)
		return reply_error(rep, req, 404, NULL);
	s->row = sop_row_at(s->sop, 1);
	return 0;
}

/* -- its unit ---------------------------------------------------------- */

/* The units in which this person may begin it, of an SOP that goes to everybody
 * of one; the list's people are those of all until one is chosen. */
static enum case_err
find_units(struct start *s)
{
	enum case_err err;

	s->typed.unit = office_unit(s->req->office);
	if (!sop_in_unit(s->sop))
		return CASE_OK;
	err = holder_units(s->req->office, s->req->session.person_id,
	    s->row->performer, s->req->now, &s->held, &s->nheld);
	if (err != CASE_OK)
		return err;
	arena_adopt(s->req->arena, s->held);
	if (s->nheld == 1)
		s->typed.unit = s->held[0].unit_id;
	return CASE_OK;
}

static void
show_units(struct start *s, struct page *page)
{
	struct sop_field f = { .name = "unit-kerja", .type = FIELD_CHOICE,
	    .required = 1, .label = "Unit", .nchoice = s->nheld };
	struct sop_choice *choice;
	struct page *group;

	if (s->nheld < 2)
		return;
	choice = arena_alloc(s->req->arena, s->nheld * sizeof(*choice));
	for (size_t i = 0; i < s->nheld; i++)
		choice[i] = (struct sop_choice){ arena_printf(s->req->arena,
		    "%lld", (long long)s->held[i].unit_id),
		    s->held[i].unit_name };
	f.choice = choice;
	group = page_add(page, "GROUPS");
	page_text(group, "TITLE", "Unit yang menjalankan");
	fields_show_one(s->req, group, "FIELDS", s->row, &f, &s->typed);
}

/* -- the page ---------------------------------------------------------- */

static void
show_group(const struct request *req, struct page *page, const char *title,
    const struct sop_row *row, const struct fields_state *t, int files)
{
	struct page *group = NULL;

	for (size_t i = 0; i < row->nfield; i++) {
		if ((row->field[i].type == FIELD_FILE) != files)
			continue;
		if (group == NULL) {
			group = page_add(page, "GROUPS");
			page_text(group, "TITLE", title);
		}
		fields_show_one(req, group, "FIELDS", row, &row->field[i], t);
	}
}

void
start_groups(const struct request *req, struct page *page,
    const struct sop_row *row, const struct fields_state *t)
{
	if (fields_multipart(row))
		page_show(page, "MULTIPART");
	show_group(req, page, row->kind == STEP_SUBMIT ? "Data permohonan" :
	    "Isian", row, t, 0);
	show_group(req, page, "Dokumen", row, t, 1);
}

/* The fields that an official may add: an instruction, the arrival of the
 * letter. */
static void
show_internal(struct start *s, struct page *page)
{
	int assign = s->row->kind == STEP_ASSIGN;
	struct sop_field note = { .name = "catatan", .max = ACT_NOTE_MAX,
	    .type = FIELD_PARAGRAPH, .required = assign,
	    .label = assign ? "Isi disposisi" : "Catatan untuk penerima" };
	struct sop_field late = { .name = "sebab", .type = FIELD_CHOICE,
	    .required = 1, .label = "Langkah ini melewati batas waktu. "
	    "Apa sebabnya?" };
	struct page *group = page_add(page, "GROUPS");

	page_text(group, "TITLE", "Penerusan");
	fields_show_one(s->req, group, "FIELDS", s->row, &note, &s->typed);
	instant_show(s->req, group, "FIELDS", &received, &s->typed);
	if (fields_error(&s->typed, late.name) == NULL)
		return;
	late.choice = lateness_choices(&late.nchoice);
	fields_show_one(s->req, group, "FIELDS", s->row, &late, &s->typed);
}

/* The beginning, so that nobody sets it back or forth. */
static const char *
begun_text(const struct start *s)
{
	return arena_printf(s->req->arena, "%s %lld", s->sop->slug,
	    (long long)s->begun);
}

static void
show_hidden(struct start *s, struct page *page)
{
	struct page *p = page_add(page, "HIDDEN");

	page_set(p, "NAME", "mulai");
	page_setf(p, "VALUE", "%lld %s", (long long)s->begun,
	    session_sign(s->req, "mulai", begun_text(s)));
}

/* "Simpan draf", and until when it is kept. */
static void
show_draft(struct start *s, struct page *page)
{
	page_show(page, "SAVE");
	if (s->draft.id == 0)
		return;
	page_text(page, "KEPT", arena_printf(s->req->arena, "Isian ini draf "
	    "Anda, tersimpan sampai %s. Hanya Anda yang melihatnya, dan belum "
	    "ada %s yang dimulai.",
	    words_time(s->req, s->draft.expires_at), s->sop->noun));
}

static int
show(struct start *s, int status)
{
	struct page *frame, *page;
	const char *heading = s->sop->name;

	frame = frame_new(s->req, "submit.tpl", PATH_KOTAK_MASUK, &page);
	page_link(frame, "BACK", PATH_MULAI, "Pilih SOP lain");
	if (status == 422)
		page_show(frame, "ERROR_TITLE");
	fields_show_errors(page, &s->typed);
	page_text(page, "CAPTION", arena_printf(s->req->arena,
	    "Mulai %s baru", s->sop->noun));
	page_set(page, "HEADING", heading);
	page_text(page, "INTRO", s->row->activity);
	show_units(s, page);
	start_groups(s->req, page, s->row, &s->typed);
	show_internal(s, page);
	show_hidden(s, page);
	page_set(page, "BUTTON", arena_printf(s->req->arena, "Mulai %s",
	    s->sop->noun));
	show_draft(s, page);
	page_set(page, "ACTION", s->address);
	page_set(page, "VERSION", "0");
	page_set(page, "KEY", s->key);
	return reply_page(s->rep, s->req, status, heading, frame);
}

int
start_get(struct start *s)
{
	enum case_err err = CASE_OK;

	s->key = request_token(s->req->arena);
	s->begun = s->req->now;
	if (s->draft.id != 0)
		err = read_draft(s);
	if (err == CASE_OK)
		err = find_units(s);
	if (s->req->stale)
		fields_again(s->req, s->row, &s->typed);
	return err == CASE_OK ? show(s, 200) :
	    reply_case_error(s->rep, s->req, err);
}

/* -- the form taken ---------------------------------------------------- */

/* The signed beginning; now when it is missing or was tampered with, or when
 * the form was left lying so long that it is no beginning. */
static void
read_begun(struct start *s)
{
	const char *sent = form_get(s->req, "mulai");
	char *end;

	s->begun = s->req->now;
	if (sent == NULL)
		return;
	s->begun = strtoll(sent, &end, 10);
	if (*end != ' ' || s->begun > s->req->now ||
	    s->begun < s->req->now - START_BEGUN_MAX ||
	    !session_signed(s->req, "mulai", begun_text(s), end + 1))
		s->begun = s->req->now;
}

static enum case_err
read_fields(struct start *s, struct act *a)
{
	struct field_input in;
	struct field_form *form;
	const char *draft;
	enum case_err err;

	fields_input(s->req, s->row, &in);
	err = fields_check(s->req, s->row, &in, &s->typed, &form);
	if (err != CASE_OK)
		return err;
	a->file = form->file;
	a->nfile = form->nfile;
	a->value = form->value;
	a->nvalue = form->nvalue;
	draft = fields_draft(s->row, &s->typed);
	if (s->row->kind == STEP_DRAFT && draft != NULL)
		fields_wrong(s->req, &s->typed, draft, "", DRAFT_MISSING);
	return CASE_OK;
}

static void
read_internal(struct start *s, struct act *a, struct act_start *st)
{
	const char *late = form_value(s->req, "sebab");

	st->received_at = instant_read(s->req, &received, &s->typed);
	if (st->received_at > s->req->now)
		fields_wrong(s->req, &s->typed, received.date, "-hari",
		    "Waktu surat diterima tidak boleh di masa depan");
	a->note = fields_text(s->req, &s->typed, "catatan", ACT_NOTE_MAX);
	if (s->row->kind == STEP_ASSIGN && a->note[0] == '\0')
		fields_wrong(s->req, &s->typed, "catatan", "", "Isi disposisi");
	a->late_reason = lateness_known(late);
}

/* Right or wrong; a file that is refused is said at once. */
static int
save(struct start *s)
{
	enum case_err err = keep_draft(s);

	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	if (s->typed.nerror > 0)
		return show(s, 422);
	session_notice(s->rep, s->req, arena_printf(s->req->arena, "Draf "
	    "tersimpan sampai %s.",
	    words_time(s->req, s->draft.expires_at)));
	return reply_redirect(s->rep, s->address);
}

/* A button of a list of persons: the form again. */
static int
show_again(struct start *s)
{
	struct field_input in;
	enum case_err err;

	fields_input(s->req, s->row, &in);
	err = fields_refused(s->req, s->row, &in, &s->typed);
	return err != CASE_OK ? reply_case_error(s->rep, s->req, err) :
	    show(s, s->typed.nerror > 0 ? 422 : 200);
}

/* The case begins.  A draft is its own key: however often it is sent, it
 * becomes one case. */
static enum case_err
begin(struct start *s, struct act *a, const struct act_start *st)
{
	enum case_err err;

	if (s->draft.id != 0)
		a->idem = arena_printf(s->req->arena, "draf:%lld",
		    (long long)s->draft.id);
	err = act_start(s->req->office, a, st);
	if (err == CASE_REPEATED)
		err = CASE_OK;
	if (err == CASE_OK && s->draft.id == 0)
		err = find_same_draft(s);
	if (err == CASE_OK && s->draft.id != 0)
		err = draft_sent(s->req->office, s->draft.id, a->case_id);
	return err;
}

/* Does the library find a field of the page wrong?  Then it is an error of the
 * page. */
static int
is_refused_field(struct start *s)
{
	const char *field = arena_strdup(s->req->arena,
	    office_field(s->req->office));
	const char *why = office_why(s->req->office);

	if (strcmp(field, "late_reason") == 0) {
		field = "sebab";
		why = "Pilih sebab keterlambatan";
	} else if (strcmp(field, "unit_id") == 0) {
		field = "unit-kerja";
	} else if (sop_field_of(s->row, field) == NULL) {
		return 0;
	}
	fields_wrong(s->req, &s->typed, field, "", "%s", why);
	return 1;
}

int
start_post(struct start *s, int64_t *case_id)
{
	struct act a = { .now = s->req->now,
	    .actor = { .person_id = s->req->session.person_id } };
	struct act_start st = { .version_id = s->version_id };
	enum case_err err;

	if ((a.idem = idempotency_key_once(s->req)) == NULL)
		return reply_error(s->rep, s->req, 400, NULL);
	s->key = form_get(s->req, "kunci");
	read_begun(s);
	if ((err = find_units(s)) != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	if (fields_people_pressed(s->req, s->row))
		return show_again(s);
	if (strcmp(form_value(s->req, "aksi"), "draf") == 0)
		return save(s);
	if ((err = read_fields(s, &a)) != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	read_internal(s, &a, &st);
	if (s->typed.nerror > 0)
		return show(s, 422);
	st.begun_at = s->begun;
	number_parse(form_value(s->req, "unit-kerja"), 1, INT64_MAX,
	    &st.unit_id);
	err = begin(s, &a, &st);
	if (err == CASE_INVALID && is_refused_field(s))
		return show(s, 422);
	if (err != CASE_OK)
		return reply_case_error(s->rep, s->req, err);
	*case_id = a.case_id;
	return 0;
}
