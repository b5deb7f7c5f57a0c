/* signing.c - several letters, their signed files, and one press. */
#include "casepage/signing.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/built.h"
#include "base/conf.h"
#include "base/log.h"
#include "base/number.h"
#include "base/price.h"
#include "case/act_finish.h"
#include "case/act_hold.h"
#include "case/document.h"
#include "case/draft.h"
#include "case/inbox.h"
#include "case/lateness.h"
#include "casepage/compose.h"
#include "casepage/file_link.h"
#include "casepage/inbox_view.h"
#include "casepage/run.h"
#include "casepage/signed_look.h"
#include "casepage/signed_match.h"
#include "casepage/sla.h"
#include "casepage/step.h"
#include "casepage/step_party.h"
#include "casepage/words.h"
#include "letter/letter.h"
#include "letter/letter_state.h"
#include "office/office.h"
#include "office/reason.h"
#include "page/format.h"
#include "page/page.h"
#include "people/person.h"
#include "upload/child.h"
#include "upload/filetype.h"
#include "upload/upload.h"
#include "web/address.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/idempotency.h"
#include "web/kept_file.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define LETTERS_MAX	PRICE_FILES	/* of one page: a file for each */
#define REASON_MAX	1000		/* characters */
#define TICK		"kirim"		/* "TASK.VERSION.HASH", any number */
#define SEEN		"lihat"		/* the same of each box on the page */

/* One task of those that are approved together. */
struct signing_task {
	struct step		 s;
	struct letter_row	*letter;	/* prepared at this visit */
	size_t			 nletter;
	const struct sop_field	*field;		/* takes the signed file; NULL:
						   the decision is all */
	const char		*apart;		/* why it has its own page */
	int			 preparable;	/* its letter can be made */
	size_t			 npaper;	/* files that are its letter */
	int			 done;		/* by this press */
};

/* One of the files that came. */
struct signing_paper {
	struct act_file		 file;
	struct signed_text	 read;
	struct signing_task	*of;		/* it is its letter, or NULL, */
	const char		*why;		/* and why it is none */
	struct signed_look	 look;
};

struct signing {
	struct request		*req;
	struct reply		*rep;
	const struct step_program *prog;
	const char		*address;
	struct signing_task	*task;
	size_t			 ntask;
	int64_t			 more;		/* of the view, that are not
						   on this page */
	size_t			 passed;	/* named, and no approval of
						   this person's */
	struct signing_paper	*paper;
	size_t			 npaper;
	struct act_value	*stray;		/* files not taken: name, why */
	size_t			 nstray;
	struct act_value	*failed;	/* acts refused: number, why */
	size_t			 nfailed;
	struct fields_state	 typed;
};

/* -- the tasks ------------------------------------------------------------- */

int
signing_is_asked(const struct request *req)
{
	const char *part = request_segment(req, 1);

	return part != NULL && strcmp(part, SIGNING_PART) == 0;
}

/* The letters that were prepared at this visit. */
static void
read_letters(struct signing_task *t)
{
	struct letter_row *list = NULL;
	size_t n = 0;

	if (letter_list(t->s.req->office, t->s.c.id, &list, &n) != CASE_OK)
		return;
	arena_adopt(t->s.req->arena, list);
	for (size_t i = 0; i < n; i++)
		if (letter_state_of(&list[i]) == LETTER_PREPARED)
			list[t->nletter++] = list[i];
	t->letter = list;
}

/* Can this person send it as it stands?  NULL, or why not. */
static const char *
not_now(const struct signing_task *t)
{
	const struct step *s = &t->s;

	if (!s->t.open)
		return "Langkah ini sudah selesai.";
	if (s->t.awaited)
		return "Pemohon belum hadir.";
	if (strcmp(s->t.phase, "outside") == 0)
		return "Masih di pihak luar: catat dahulu kembalinya.";
	if (s->t.claimed_by == s->actor.person_id)
		return NULL;
	if (s->t.claimed_by != 0)
		return arena_printf(s->req->arena, "Sudah diambil %s.",
		    words_person(s->req, s->t.claimed_by));
	return person_holds_alone(s->req->office, s->actor.person_id,
	    s->t.performer, s->req->now) ? NULL : "Belum Anda ambil.";
}

/* Does the row ask for more than number, date and one file?  NULL, or what;
 * the field of the file is noted. */
static const char *
asks_more(struct signing_task *t)
{
	const struct sop_row *row = t->s.row;

	if (step_party_passes(&t->s))
		return "Perlu nomor agenda.";
	for (size_t i = 0; i < row->nfield; i++) {
		const struct sop_field *f = &row->field[i];

		if (f->type == FIELD_FILE && t->field == NULL)
			t->field = f;
		else if (f->type == FIELD_FILE || (f->required &&
		    strcmp(f->name, "nomor_surat") != 0 &&
		    strcmp(f->name, "tanggal_surat") != 0))
			return "Ada isian lain pada langkahnya.";
	}
	if (row->nfield > 0 && !signed_look_numbers(row))
		return "Dokumennya tidak bernomor, sehingga tidak dapat "
		    "dicocokkan.";
	return NULL;
}

/* Does the letter say what the decision here says, that it is approved? */
static const char *
no_letter(const struct signing_task *t)
{
	char made_of[LETTER_NAME_SIZE];

	if (t->s.row->nfield == 0)
		return NULL;
	if (t->nletter == 0)
		return "Suratnya belum disiapkan.";
	letter_made_of(t->s.req->office, t->letter[0].document_id, made_of);
	if (compose_refuses(made_of) && !t->s.c.refused)
		return "Suratnya menolak: pilih Tolak pada halamannya.";
	return NULL;
}

/* Can its letter be made here: is it this person's to take or taken, and does
 * it lack nothing but the letter? */
static int
is_preparable(struct signing_task *t)
{
	struct step *s = &t->s;

	if (!built_letter || t->nletter > 0 || !s->t.open || s->t.awaited ||
	    strcmp(s->t.phase, "outside") == 0 || t->field == NULL ||
	    (s->t.claimed_by != 0 && s->t.claimed_by != s->actor.person_id))
		return 0;
	return dossier_read(s->req, &s->c, &s->dossier) == CASE_OK &&
	    compose_possible(&s->dossier);
}

static void
add_task(struct signing *b, int64_t id)
{
	const char *more;
	struct signing_task *t = &b->task[b->ntask];

	for (size_t i = 0; i < b->ntask; i++)
		if (b->task[i].s.t.id == id)
			return;
	if (b->ntask == 2 * LETTERS_MAX)
		return;
	memset(t, 0, sizeof(*t));
	/* A task that is not there for this person is passed over. */
	if (step_open(&t->s, b->prog, b->req, b->rep, id) != 0 ||
	    strcmp(t->s.t.kind, "approve") != 0 || t->s.t.side)
		return;
	read_letters(t);
	more = asks_more(t);
	if ((t->apart = not_now(t)) == NULL && (t->apart = more) == NULL)
		t->apart = no_letter(t);
	t->preparable = more == NULL && is_preparable(t);
	b->ntask++;
	/* Forms name what their page showed, whatever becomes of the view. */
	b->address = address_with(b->req->arena, b->address, "tugas",
	    arena_printf(b->req->arena, "%lld", (long long)id));
}

/* Tasks that the address names. */
static size_t
read_named(struct signing *b)
{
	size_t n = 0;
	int64_t id;

	for (size_t i = 0; i < b->req->nquery && n < LETTERS_MAX; i++) {
		const struct form_field *q = &b->req->query[i];
		const size_t before = b->ntask;

		if (strcmp(q->name, "tugas") != 0 ||
		    number_parse(q->value, 1, INT64_MAX, &id) == -1)
			continue;
		n++;
		add_task(b, id);
		b->passed += b->ntask == before;
	}
	return n;
}

static enum case_err
read_view(struct signing *b)
{
	struct inbox_row *rows;
	struct inbox_query q;
	enum case_err err;
	int64_t total;
	size_t n;

	inbox_view_read(b->req, &q);
	if (q.tab == INBOX_SENT)
		q.tab = INBOX_MINE;
	q.kind = "approve";
	q.offset = 0;
	q.limit = LETTERS_MAX;
	err = inbox_list(b->req->office, &q, &rows, &n, &total);
	if (err != CASE_OK)
		return err;
	b->more = total - (int64_t)n;
	for (size_t i = 0; i < n; i++)
		add_task(b, rows[i].task.id);
	free(rows);
	return CASE_OK;
}

/* "12.3.HASH": a task, the version the page showed, and a file's hash, which is
 * borrowed from the text.  0, or -1. */
struct tick {
	int64_t		 id, version;
	const char	*hash;
};

static int
read_tick(const struct request *req, const char *value, struct tick *k)
{
	char *text = arena_strdup(req->arena, value);
	const char *id = strsep(&text, "."), *version = strsep(&text, ".");

	k->hash = text;
	return text != NULL && number_parse(id, 1, INT64_MAX, &k->id) == 0 &&
	    number_parse(version, 0, INT64_MAX, &k->version) == 0 ? 0 : -1;
}

/* Those that were ticked are no longer in the view once they are sent. */
static void
read_ticked(struct signing *b)
{
	const char *value[LETTERS_MAX];
	size_t n = form_all(b->req, TICK, value, LETTERS_MAX);
	struct tick k;

	for (size_t i = 0; i < n; i++)
		if (read_tick(b->req, value[i], &k) == 0)
			add_task(b, k.id);
}

static enum case_err
begin(struct signing *b, const struct step_program *prog, struct request *req,
    struct reply *rep)
{
	*b = (struct signing){ .req = req, .rep = rep, .prog = prog,
	    .address = PATH_SETUJUI "/" SIGNING_PART };
	b->task = arena_alloc(req->arena,
	    (2 * LETTERS_MAX + 1) * sizeof(*b->task));
	if (read_named(b) == 0) {
		enum case_err err = read_view(b);

		if (err != CASE_OK)
			return err;
	}
	read_ticked(b);
	fields_typed(req, &b->typed);
	return CASE_OK;
}

static int
is_letter(const struct signing_task *t)
{
	return t->apart == NULL && !t->done && t->nletter > 0;
}

static int
is_plain(const struct signing_task *t)
{
	return t->apart == NULL && !t->done && t->nletter == 0;
}

/* -- the files ------------------------------------------------------------- */

static void
not_taken(struct signing *b, const char *name, const char *why)
{
	b->stray[b->nstray++] = (struct act_value){ name, why };
}

static void
take_paper(struct signing *b, const struct upload *u)
{
	if (u->unknown || u->photos > 0 || (u->hash != NULL &&
	    strcmp(u->type, TYPE_PDF) != 0)) {
		not_taken(b, u->name, "Bukan PDF. Unggah surat yang sudah "
		    "ditandatangani sebagai PDF.");
		return;
	}
	if (u->hash == NULL) {
		not_taken(b, u->name, u->error != NULL ? u->error :
		    "Dokumen ini tidak diterima.");
		return;
	}
	if (b->npaper == LETTERS_MAX) {
		not_taken(b, u->name, arena_printf(b->req->arena, "Lebih dari "
		    "%d dokumen. Kirim dahulu yang sudah cocok.",
		    LETTERS_MAX));
		return;
	}
	for (size_t i = 0; i < b->npaper; i++)
		if (strcmp(b->paper[i].file.hash, u->hash) == 0) {
			not_taken(b, u->name, arena_printf(b->req->arena,
			    "Sama persis dengan %s; cukup satu.",
			    b->paper[i].file.name));
			return;
		}
	b->paper[b->npaper++].file = (struct act_file){ SIGNING_FILES, u->name,
	    u->hash, u->type, u->size };
}

/* Those accepted before, then those that come with this form. */
static void
take_papers(struct signing *b)
{
	const struct request *req = b->req;
	const char *key[LETTERS_MAX];
	size_t n = form_all(req, SIGNING_FILES "-lama", key, LETTERS_MAX);
	struct upload u;

	b->paper = arena_alloc(req->arena,
	    (n + req->nupload + 1) * sizeof(*b->paper));
	b->stray = arena_alloc(req->arena,
	    (n + req->nupload + 1) * sizeof(*b->stray));
	for (size_t i = 0; i < n; i++)
		if (kept_file_read(req, SIGNING_FILES, key[i], &u) == 0)
			take_paper(b, &u);
	for (size_t i = 0; i < req->nupload; i++)
		take_paper(b, &req->upload[i]);
}

/* -- which file is which letter -------------------------------------------- */

/* The letters that files are looked for; `of` gets their tasks. */
static size_t
list_letters(const struct signing *b, struct signed_letter *letter,
    struct signing_task **of)
{
	size_t n = 0;

	for (size_t i = 0; i < b->ntask; i++) {
		struct signing_task *t = &b->task[i];
		char *code;

		if (!is_letter(t))
			continue;
		code = arena_alloc(b->req->arena, CASE_CODE_LEN + 1);
		office_letter_code(b->req->office, t->letter[0].id, code);
		letter[n] = (struct signed_letter){ t->letter[0].number,
		    code };
		of[n++] = t;
	}
	return n;
}

static const char *
of_none(const struct signing *b, const char *text)
{
	struct letter_row l;

	if (signed_look_other(b->req, text, NULL, 0, &l))
		return arena_printf(b->req->arena, "Ini surat lain, nomor %s, "
		    "yang tidak ada dalam daftar ini.", l.number);
	return "Nomor dan kode surat dalam daftar ini tidak ditemukan di "
	    "dalamnya.";
}

/* Find the letter that a file is, and what it lacks.  CASE_OK, CASE_DB. */
static enum case_err
match(struct signing *b, struct signing_paper *p,
    const struct signed_letter *letter, struct signing_task **of, size_t n)
{
	size_t is = 0, other = 0;
	struct step *s;
	enum case_err err;

	p->read = signed_look_read(b->req, &p->file);
	if (p->read.text == NULL) {
		p->why = child_refused() != 0 ? "Belum sempat dibaca. Tekan "
		    "Periksa sekali lagi." : p->read.lack;
		return CASE_OK;
	}
	switch (signed_match(letter, n, p->read.text, &is, &other)) {
	case SIGNED_MATCH_NONE:
		p->why = of_none(b, p->read.text);
		return CASE_OK;
	case SIGNED_MATCH_SEVERAL:
		p->why = arena_printf(b->req->arena, "Memuat beberapa surat, "
		    "%s dan %s. Unggah tiap surat sendiri.",
		    letter[is].number, letter[other].number);
		return CASE_OK;
	case SIGNED_MATCH_MIXED:
		p->why = arena_printf(b->req->arena, "Bernomor %s, tetapi "
		    "kodenya kode surat %s.", letter[is].number,
		    letter[other].number);
		return CASE_OK;
	case SIGNED_MATCH_ONE:
		break;
	}
	p->of = of[is];
	p->of->npaper++;
	p->file.field = p->of->field->name;
	s = &p->of->s;
	if (s->dossier.c == NULL &&
	    (err = dossier_read(b->req, &s->c, &s->dossier)) != CASE_OK)
		return err;
	signed_look_file(s, p->of->letter[0].number, &p->file, &p->read,
	    &p->look);
	return CASE_OK;
}

static enum case_err
match_all(struct signing *b)
{
	struct signed_letter *letter = arena_alloc(b->req->arena,
	    (b->ntask + 1) * sizeof(*letter));
	struct signing_task **of = arena_alloc(b->req->arena,
	    (b->ntask + 1) * sizeof(*of));
	size_t n = list_letters(b, letter, of);
	enum case_err err = CASE_OK;

	take_papers(b);
	for (size_t i = 0; err == CASE_OK && i < b->npaper; i++)
		err = match(b, &b->paper[i], letter, of, n);
	return err;
}

/* The file of a tick; NULL: none of those that came is it. */
static struct signing_paper *
paper_of(const struct signing *b, const struct signing_task *t,
    const char *hash)
{
	for (size_t i = 0; i < b->npaper; i++)
		if (b->paper[i].of == t &&
		    strcmp(b->paper[i].file.hash, hash) == 0)
			return &b->paper[i];
	return NULL;
}

/* -- the list -------------------------------------------------------------- */

/* A row with its case. */
static struct page *
show_case(const struct signing *b, struct page *page, const char *section,
    const struct signing_task *t)
{
	struct page *p = page_add(page, section);

	page_set(p, "CASE", t->s.c.number);
	page_set_typed(p, "SUBJECT", t->s.c.subject);
	page_set(p, "HREF", address_of_step(b->req->arena, STEP_APPROVE,
	    t->s.t.id));
	page_set_int(p, "ID", t->s.t.id);
	return p;
}

static void
show_letter(const struct signing *b, struct page *page,
    const struct signing_task *t)
{
	const struct letter_row *l = &t->letter[0];
	struct page *p = show_case(b, page, "LETTERS", t);
	struct document d;
	struct sla sla;

	page_set(p, "NUMBER", l->number);
	page_set(p, "DATED", words_date(b->req, l->dated));
	page_set_typed(p, "TO", l->addressee[0] != '\0' ? l->addressee :
	    l->holder);
	page_set(p, "ABOUT", t->nletter == 1 ? l->subject :
	    arena_printf(b->req->arena, "%s, %zu surat", l->subject,
	    t->nletter));
	sla_task(b->req, &t->s.t, &sla);
	sla_show(page_include(p, "SLA", "sla.tpl"), &sla);
	if (document_get(b->req->office, l->document_id, &d) == CASE_OK)
		file_link(b->req, p, "FILE", &d);
}

static int
has_preparable(const struct signing *b)
{
	for (size_t i = 0; i < b->ntask; i++)
		if (b->task[i].preparable)
			return 1;
	return 0;
}

static void
show_tasks(const struct signing *b, struct page *body)
{
	struct page *letters = NULL, *plain = NULL, *apart = NULL, *p;

	for (size_t i = 0; i < b->ntask; i++) {
		const struct signing_task *t = &b->task[i];

		if (is_letter(t)) {
			if (letters == NULL)
				letters = page_add(body, "LIST");
			show_letter(b, letters, t);
		} else if (is_plain(t)) {
			if (plain == NULL)
				plain = page_add(body, "PLAIN");
			show_case(b, plain, "TASKS", t);
		} else if (!t->done && t->s.t.open && !t->preparable) {
			if (apart == NULL)
				apart = page_add(body, "APART");
			p = show_case(b, apart, "TASKS", t);
			page_set(p, "WHY", t->apart);
		}
	}
	if (letters == NULL && plain == NULL && !has_preparable(b))
		page_show(body, "NONE");
}

static const char *
upload_hint(const struct signing *b)
{
	int64_t one = b->req->conf->upload_max;
	char size[FORMAT_SIZE], all[FORMAT_SIZE];

	format_size(size, sizeof(size), one);
	format_size(all, sizeof(all), PRICE_LARGEST * one);
	return arena_printf(b->req->arena, "PDF. Paling banyak %d dokumen "
	    "sekali kirim, masing-masing paling besar %s dan bersama-sama "
	    "%s.", PRICE_FILES, size, all);
}

static void
show_head(const struct signing *b, struct page *frame, struct page *body)
{
	page_show(frame, "WIDE");
	page_link(frame, "BACK", PATH_KOTAK_MASUK, "Kembali ke kotak masuk");
	page_set(body, "ACTION", b->address);
	page_set(body, "KEY", request_token(b->req->arena));
	page_set(body, "HINT", upload_hint(b));
}

static void
show_preparable(const struct signing *b, struct page *body)
{
	struct page *box = NULL;
	size_t n = 0;

	for (size_t i = 0; i < b->ntask; i++) {
		if (!b->task[i].preparable)
			continue;
		if (n++ == 0)
			box = page_add(body, "PREPARE");
		show_case(b, box, "TASKS", &b->task[i]);
	}
	if (n > 0)
		page_set(box, "TEXT", arena_printf(b->req->arena, "%zu surat "
		    "dapat disiapkan di sini, dengan naskah yang lazim, nomor "
		    "berikutnya, dan tanggal hari ini. Yang belum diambil "
		    "sekaligus Anda ambil.", n));
}

/* The acts that were refused, as a list. */
static void
show_failed(const struct signing *b, struct page *body)
{
	struct page *group;

	if (b->nfailed == 0)
		return;
	group = page_add(body, "FAILED");
	for (size_t i = 0; i < b->nfailed; i++)
		page_pair(group, "ROWS", "CASE", b->failed[i].name, "WHY",
		    b->failed[i].value);
}

static int
show_list(const struct signing *b, int status)
{
	static const char title[] = "Setujui beberapa sekaligus";
	struct page *body, *frame = frame_new(b->req, "signing.tpl",
	    PATH_KOTAK_MASUK, &body);

	show_head(b, frame, body);
	page_set(body, "HEADING", title);
	show_failed(b, body);
	if (b->more > 0)
		page_text(body, "REST", arena_printf(b->req->arena, "Halaman "
		    "ini memuat %d tugas pertama; %lld lainnya sesudah ini.",
		    LETTERS_MAX, (long long)b->more));
	if (b->passed > 0)
		page_text(body, "REST", arena_printf(b->req->arena, "%zu tugas "
		    "yang dicentang bukan persetujuan Anda, dan tidak "
		    "dimuat.", b->passed));
	show_preparable(b, body);
	show_tasks(b, body);
	return reply_page(b->rep, b->req, status, title, frame);
}

/* -- the check page -------------------------------------------------------- */

/* Was a box with this value ticked (TICK), or on the page (SEEN)? */
static int
was_sent(const struct signing *b, const char *name, const char *value)
{
	const char *typed[2 * LETTERS_MAX];
	size_t n = form_all(b->req, name, typed, 2 * LETTERS_MAX);

	for (size_t i = 0; i < n; i++)
		if (strcmp(typed[i], value) == 0)
			return 1;
	return 0;
}

/* A box: ticked as it was sent; when the files are looked at again, if nothing
 * speaks against it, and nobody has taken the tick away. */
static void
show_tick(const struct signing *b, struct page *row,
    const struct signing_task *t, const char *hash, int sure)
{
	const char *value = arena_printf(b->req->arena, "%lld.%lld.%s",
	    (long long)t->s.t.id, (long long)t->s.t.version, hash);
	const int sent = strcmp(form_value(b->req, "aksi"), "kirim") == 0;

	page_set(row, "VALUE", value);
	if (sent ? was_sent(b, TICK, value) : sure &&
	    (was_sent(b, TICK, value) || !was_sent(b, SEEN, value)))
		page_show(row, "CHOSEN");
}

/* A file's signatures, and what it does when it is opened. */
static void
show_known(const struct signing *b, struct page *row, const char *hash)
{
	size_t n;
	const char *const *words = words_signatures(b->req, hash, &n);

	if (n > 0)
		page_text(row, "NOTES", words[0]);
	page_text(row, "LACKS", words_quarantine(b->req, hash));
	page_text(row, "LACKS", words_active(b->req, hash));
}

static int
is_whole(const struct signing_paper *p)
{
	return p->of->npaper == 1 && p->look.n == 0;
}

static void
show_pair(const struct signing *b, struct page *group,
    const struct signing_paper *p)
{
	struct page *row = show_case(b, group, "ROWS", p->of);

	page_set(row, "NUMBER", p->of->letter[0].number);
	page_link(row, "FILE", fields_file_href(b->req, &p->file),
	    words_file(b->req, p->file.name, p->file.type, p->file.size));
	page_setf(row, "PLACE", "%lld-%.8s", (long long)p->of->s.t.id,
	    p->file.hash);
	show_tick(b, row, p->of, p->file.hash, is_whole(p));
	if (p->of->npaper > 1)
		page_text(row, "LACKS", arena_printf(b->req->arena, "Ada %zu "
		    "dokumen untuk surat ini. Centang satu saja.",
		    p->of->npaper));
	for (size_t i = 0; i < p->look.n; i++)
		page_text(row, "LACKS", p->look.missing[i]);
	show_known(b, row, p->file.hash);
}

/* The pairs that are whole, or those that lack something, in the order of the
 * letters: how many. */
static size_t
show_pairs(const struct signing *b, struct page *body, const char *section,
    int whole)
{
	struct page *group = NULL;
	size_t n = 0;

	for (size_t i = 0; i < b->ntask; i++)
		for (size_t k = 0; k < b->npaper; k++) {
			const struct signing_paper *p = &b->paper[k];

			if (p->of != &b->task[i] || p->of->done ||
			    p->of->apart != NULL || is_whole(p) != whole)
				continue;
			if (group == NULL)
				group = page_add(body, section);
			show_pair(b, group, p);
			n++;
		}
	return n;
}

static size_t
show_plain(const struct signing *b, struct page *body)
{
	struct page *group = NULL, *row;
	size_t n = 0;

	for (size_t i = 0; i < b->ntask; i++) {
		if (!is_plain(&b->task[i]))
			continue;
		if (group == NULL)
			group = page_add(body, "PLAIN");
		row = show_case(b, group, "ROWS", &b->task[i]);
		page_setf(row, "PLACE", "%lld",
		    (long long)b->task[i].s.t.id);
		show_tick(b, row, &b->task[i], "", 1);
		n++;
	}
	return n;
}

/* Letters without a file, and files without a letter. */
static void
show_rest(const struct signing *b, struct page *body)
{
	struct page *missing = NULL, *stray = NULL, *p;

	for (size_t i = 0; i < b->ntask; i++) {
		if (!is_letter(&b->task[i]) || b->task[i].npaper > 0)
			continue;
		if (missing == NULL)
			missing = page_add(body, "MISSING");
		p = show_case(b, missing, "ROWS", &b->task[i]);
		page_set(p, "NUMBER", b->task[i].letter[0].number);
	}
	for (size_t i = 0; i < b->nstray + b->npaper; i++) {
		const struct signing_paper *paper = i < b->nstray ? NULL :
		    &b->paper[i - b->nstray];

		if (paper != NULL && paper->of != NULL)
			continue;
		if (stray == NULL)
			stray = page_add(body, "STRAY");
		p = page_add(stray, "ROWS");
		page_set_typed(p, "NAME", paper == NULL ? b->stray[i].name :
		    paper->file.name);
		page_set(p, "WHY", paper == NULL ? b->stray[i].value :
		    paper->why);
	}
}

static int
any_late(const struct signing *b)
{
	for (size_t i = 0; i < b->ntask; i++)
		if (b->task[i].apart == NULL && !b->task[i].done &&
		    step_late(&b->task[i].s))
			return 1;
	return 0;
}

/* Why some are late, and why some are sent that lack something. */
static void
show_reasons(const struct signing *b, struct page *body, int lacking)
{
	struct sop_field late = { .name = "sebab", .type = FIELD_CHOICE,
	    .label = "Ada yang melewati batas waktu. Apa sebabnya?" };
	static const struct sop_field reason = { .name = STEP_UNPROVED,
	    .label = "Alasan tetap mengirim yang belum lengkap",
	    .type = FIELD_PARAGRAPH, .max = REASON_MAX,
	    .help = "Wajib bila surat dari daftar Perlu diperhatikan "
	    "dicentang. Dicatat dalam riwayat tiap berkas dan dibaca pada "
	    "laporan bulanan." };

	if (lacking)
		fields_show_one(b->req, body, "FIELDS", NULL, &reason,
		    &b->typed);
	if (!any_late(b))
		return;
	late.choice = lateness_choices(&late.nchoice);
	late.required = 1;
	fields_show_one(b->req, body, "FIELDS", NULL, &late, &b->typed);
}

/* "38 cocok, 1 perlu diperhatikan, 2 belum ada dokumennya." */
static const char *
sum(const struct signing *b, size_t whole, size_t lacking, size_t plain)
{
	size_t missing = 0, stray = b->nstray;
	const char *text = arena_printf(b->req->arena, "%zu surat cocok",
	    whole);

	for (size_t i = 0; i < b->ntask; i++)
		missing += is_letter(&b->task[i]) && b->task[i].npaper == 0;
	for (size_t i = 0; i < b->npaper; i++)
		stray += b->paper[i].of == NULL;
	if (lacking > 0)
		arena_append(b->req->arena, &text, ", %zu perlu diperhatikan",
		    lacking);
	if (plain > 0)
		arena_append(b->req->arena, &text, ", %zu cukup keputusan",
		    plain);
	if (missing > 0)
		arena_append(b->req->arena, &text, ", %zu belum ada "
		    "dokumennya", missing);
	if (stray > 0)
		arena_append(b->req->arena, &text, ", %zu dokumen tidak "
		    "dikirim", stray);
	return arena_printf(b->req->arena, "%s.", text);
}

static int
show_check(struct signing *b, int status, int done)
{
	static const char title[] = "Setujui dan kirim yang cocok?";
	struct page *body, *frame = frame_new(b->req, "signing-check.tpl",
	    PATH_KOTAK_MASUK, &body);
	size_t whole, lacking, plain;

	show_head(b, frame, body);
	page_set(body, "HEADING", title);
	fields_show_errors(body, &b->typed);
	if (status == 422)
		page_show(frame, "ERROR_TITLE");
	show_failed(b, body);
	if (done > 0)
		page_text(body, "DONE", arena_printf(b->req->arena,
		    "%d tugas sudah disetujui dan diteruskan.", done));
	whole = show_pairs(b, body, "READY", 1);
	plain = show_plain(b, body);
	lacking = show_pairs(b, body, "LACKING", 0);
	show_rest(b, body);
	page_set(body, "SUM", sum(b, whole, lacking, plain));
	for (size_t i = 0; i < b->npaper; i++)
		if (b->paper[i].of == NULL || !b->paper[i].of->done)
			page_hidden(body, SIGNING_FILES "-lama",
			    fields_kept_key(b->req, SIGNING_FILES,
			    &b->paper[i].file));
	show_reasons(b, body, lacking > 0);
	if (whole + plain + lacking > 0)
		page_show(body, "SEND");
	return reply_page(b->rep, b->req, status, title, frame);
}

/* -- preparing ------------------------------------------------------------- */

/* The words for an act that was refused. */
static const char *
refusal(const struct signing *b, const struct act *a, enum case_err err)
{
	if (err == CASE_DB || err == CASE_BUSY) {
		log_line(LOG_ERROR, "%s", office_why(b->req->office));
		return "Belum terkirim karena gangguan. Kirim sekali lagi.";
	}
	if (err != CASE_CONFLICT)
		return arena_strdup(b->req->arena, office_why(b->req->office));
	if (a->by_person == 0)
		return "Sudah berubah sejak halaman dibuka.";
	return arena_printf(b->req->arena, "Sudah dikerjakan %s pada %s.",
	    words_person(b->req, a->by_person),
	    words_time(b->req, a->by_at));
}

/* Take it, unless it is taken. */
static enum case_err
claim(struct signing_task *t, struct act *a)
{
	struct act taken = *a;
	enum case_err err;

	if (t->s.t.claimed_by != 0)
		return CASE_OK;
	taken.idem = arena_printf(t->s.req->arena, "%s+ambil", a->idem);
	err = act_claim(t->s.req->office, &taken);
	if (err != CASE_OK && err != CASE_REPEATED)
		return err;
	err = task_get(t->s.req->office, a->task_id, &t->s.t);
	a->version = t->s.t.version;
	return err;
}

/* The request's time for papers is over. */
static enum case_err
not_yet(const struct request *req)
{
	return office_fail(req->office, CASE_STATE, "", "Belum sempat. "
	    "Tekan Siapkan sekali lagi.");
}

/* The usual letter of a case: CASE_OK, or why not (office_why()). */
static enum case_err
prepare(struct signing_task *t, struct act *a)
{
	struct request *req = t->s.req;
	struct compose m = compose_usual_letter(req, &t->s.dossier);
	const char *lack, *field;
	struct letter_row l;
	enum case_err err;

	if (compose_people(&m) != 0)
		return CASE_DB;
	if ((lack = compose_lack(&m, &field)) != NULL)
		return office_fail(req->office, CASE_STATE, "", "%s pada "
		    "halamannya sendiri.", lack);
	if (child_refused() != 0)
		return not_yet(req);
	if ((err = claim(t, a)) != CASE_OK)
		return err;
	err = compose_open(&m) == 0 ? compose_prepare(&m, a, "", &l) :
	    office_fail(req->office, CASE_STATE, "", COMPOSE_FAILED, m.why);
	if (err != CASE_OK && m.cut)
		err = not_yet(req);
	compose_close(&m);
	return err;
}

/* Prepare all that can be; the list again, with what was refused. */
static int
prepare_all(struct signing *b)
{
	struct signing now;
	enum case_err err;
	int done = 0;

	b->failed = arena_alloc(b->req->arena,
	    (b->ntask + 1) * sizeof(*b->failed));
	for (size_t i = 0; i < b->ntask; i++) {
		struct signing_task *t = &b->task[i];
		struct act a = { .actor = t->s.actor, .task_id = t->s.t.id,
		    .version = t->s.t.version, .now = b->req->now,
		    .idem = arena_printf(b->req->arena, "%s+%lld",
		    idempotency_key(b->req), (long long)t->s.t.id) };

		if (!t->preparable)
			continue;
		err = prepare(t, &a);
		if (err == CASE_OK || err == CASE_REPEATED)
			done++;
		else
			b->failed[b->nfailed++] = (struct act_value){
			    t->s.c.number, refusal(b, &a, err) };
	}
	if (b->nfailed == 0) {
		session_notice(b->rep, b->req, arena_printf(b->req->arena,
		    "%d surat disiapkan. Surat berlaku sesudah ditandatangani "
		    "dan keputusannya dikirim.", done));
		return reply_redirect(b->rep, b->address);
	}
	if ((err = begin(&now, b->prog, b->req, b->rep)) != CASE_OK)
		return reply_case_error(b->rep, b->req, err);
	now.failed = b->failed;
	now.nfailed = b->nfailed;
	return show_list(&now, 409);
}

/* -- sending --------------------------------------------------------------- */

static struct signing_task *
task_of(const struct signing *b, int64_t id)
{
	for (size_t i = 0; i < b->ntask; i++)
		if (b->task[i].s.t.id == id)
			return &b->task[i];
	return NULL;
}

/* Are two files ticked for one letter? */
static int
is_twice(const struct signing *b, const char *const *value, size_t i)
{
	struct tick one, other;

	for (size_t k = 0; k < i; k++)
		if (read_tick(b->req, value[i], &one) == 0 &&
		    read_tick(b->req, value[k], &other) == 0 &&
		    one.id == other.id)
			return 1;
	return 0;
}

/* Is all said that those ticked need?  Errors are noted. */
static void
check_ticks(struct signing *b, const char *const *value, size_t n)
{
	int lacking = 0, late = 0;
	struct tick k;

	for (size_t i = 0; i < n; i++) {
		struct signing_task *t;
		struct signing_paper *p;

		if (read_tick(b->req, value[i], &k) == -1 ||
		    (t = task_of(b, k.id)) == NULL)
			continue;
		p = paper_of(b, t, k.hash);
		lacking |= p != NULL && p->look.n > 0;
		late |= t->s.t.open && step_late(&t->s);
		if (is_twice(b, value, i))
			fields_wrong(b->req, &b->typed, arena_printf(
			    b->req->arena, "k-%lld-%.8s", (long long)k.id,
			    k.hash), "", "Centang satu dokumen saja untuk %s",
			    t->s.c.number);
	}
	if (n == 0)
		fields_wrong(b->req, &b->typed, "k-kirim", "",
		    "Centang yang dikirim");
	if (lacking && !reason_is_enough(fields_text(b->req, &b->typed,
	    STEP_UNPROVED, ACT_NOTE_MAX)))
		fields_wrong(b->req, &b->typed, STEP_UNPROVED, "", "Tulis "
		    "alasan tetap mengirim, paling sedikit satu kalimat");
	if (late && lateness_known(form_value(b->req, "sebab")) == NULL)
		fields_wrong(b->req, &b->typed, "sebab", "", "Pilih sebab "
		    "keterlambatan");
}

static void
add_file(struct signing *b, struct act *a, struct signing_paper *p)
{
	const struct letter_row *l = &p->of->letter[0];
	struct act_value *value = arena_alloc(b->req->arena,
	    2 * sizeof(*value));

	value[0] = (struct act_value){ "nomor_surat", l->number };
	value[1] = (struct act_value){ "tanggal_surat", l->dated };
	a->value = value;
	a->nvalue = 2;
	a->file = &p->file;
	a->nfile = 1;
	for (size_t i = 0; i < p->look.n; i++)
		a->missing = i == 0 ? p->look.missing[0] : arena_printf(
		    b->req->arena, "%s\n%s", a->missing, p->look.missing[i]);
	if (p->look.n > 0)
		a->unproved = form_value(b->req, STEP_UNPROVED);
}

/* One act; what is refused is noted, and the task read again. */
static int
send_one(struct signing *b, const char *value)
{
	struct act a = { .now = b->req->now };
	struct signing_paper *p;
	struct signing_task *t;
	enum case_err err;
	struct tick k;

	if (read_tick(b->req, value, &k) == -1 ||
	    (t = task_of(b, k.id)) == NULL)
		return 0;
	a.actor = t->s.actor;
	a.task_id = k.id;
	a.version = k.version;
	a.late_reason = lateness_known(form_value(b->req, "sebab"));
	a.idem = arena_printf(b->req->arena, "%s+%lld",
	    idempotency_key(b->req), (long long)k.id);
	if ((p = paper_of(b, t, k.hash)) != NULL)
		add_file(b, &a, p);
	err = act_finish(b->req->office, &a, OUTCOME_FORWARD);
	if (err == CASE_OK || err == CASE_REPEATED) {
		draft_task_done(b->req->office, k.id);
		t->done = 1;
		return 1;
	}
	b->failed[b->nfailed++] = (struct act_value){ t->s.c.number,
	    refusal(b, &a, err) };
	if (task_get(b->req->office, k.id, &t->s.t) == CASE_OK)
		t->apart = not_now(t);
	return 0;
}

/* Send what is ticked, each by itself. */
static int
send_all(struct signing *b)
{
	const char *value[LETTERS_MAX], *notice;
	size_t n = form_all(b->req, TICK, value, LETTERS_MAX);
	int done = 0;

	check_ticks(b, value, n);
	if (b->typed.nerror > 0)
		return show_check(b, 422, 0);
	b->failed = arena_alloc(b->req->arena, (n + 1) * sizeof(*b->failed));
	for (size_t i = 0; i < n; i++)
		done += send_one(b, value[i]);
	if (b->nfailed > 0)
		return show_check(b, 409, done);
	notice = arena_printf(b->req->arena, "%d tugas disetujui dan "
	    "diteruskan.\n%s",
	    done, run_ahead(b->req));
	session_notice(b->rep, b->req, notice);
	return reply_redirect(b->rep, PATH_KOTAK_MASUK);
}

/* -- the program ----------------------------------------------------------- */

int
signing_get(const struct step_program *prog, struct request *req,
    struct reply *rep)
{
	struct signing b;
	enum case_err err;

	if (req->session.institution_id != 0 || request_segment(req, 2) != NULL)
		return reply_error(rep, req, 404, NULL);
	err = begin(&b, prog, req, rep);
	if (err == CASE_OK && req->stale)
		err = match_all(&b);
	if (err != CASE_OK)
		return reply_case_error(rep, req, err);
	return req->stale ? show_check(&b, 200, 0) : show_list(&b, 200);
}

int
signing_post(const struct step_program *prog, struct request *req,
    struct reply *rep)
{
	const char *aksi = form_value(req, "aksi");
	struct signing b;
	enum case_err err;

	if (req->session.institution_id != 0 || request_segment(req, 2) != NULL)
		return reply_error(rep, req, 404, NULL);
	if (idempotency_key(req) == NULL)
		return reply_error(rep, req, 400, NULL);
	err = begin(&b, prog, req, rep);
	if (err == CASE_OK && strcmp(aksi, "siapkan") == 0)
		return prepare_all(&b);
	if (err != CASE_OK || (err = match_all(&b)) != CASE_OK)
		return reply_case_error(rep, req, err);
	/* A file that comes with the press was not looked at by anybody. */
	return strcmp(aksi, "kirim") == 0 && req->nupload == 0 ?
	    send_all(&b) : show_check(&b, 200, 0);
}
