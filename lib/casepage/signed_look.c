/* signed_look.c - what a signed file has, and what it lacks. */
#include "casepage/signed_look.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "case/document.h"
#include "case/field_form.h"
#include "casepage/material.h"
#include "letter/letter_state.h"
#include "letter/letter_verify.h"
#include "office/office.h"
#include "store/files.h"
#include "upload/filetype.h"
#include "upload/pdf_text.h"
#include "upload/signature.h"
#include "web/request.h"

#define CODE_SHOWN 14		/* "K7QM-2F9D-XW4T" */
#define CODES_MAX 200		/* of a text that are looked up: twice those of
				   the longest paper */

/* One file that is looked at. */
struct looking {
	struct step		*s;
	const struct act_file	*file;
	struct signed_look	*look;
	const char		*text;		/* of the file; NULL: none */
	const struct letter_row	*letter;	/* it is to be */
	size_t			 nletter;
};

static void
miss(const struct looking *k, const char *sentence)
{
	if (k->look->n < SIGNED_LOOK_MAX)
		k->look->missing[k->look->n++] = sentence;
}

int
signed_look_numbers(const struct sop_row *row)
{
	return row->kind == STEP_APPROVE &&
	    sop_field_of(row, "nomor_surat") != NULL;
}

int
signed_look_takes(const struct sop_row *row, const struct sop_field *f)
{
	return f->type == FIELD_FILE && (signed_look_numbers(row) ||
	    f->is_signed || f->list != NULL);
}

const struct document *
signed_look_earlier(const struct step *s, const struct sop_field *f)
{
	for (size_t i = s->dossier.ndocument; i > 0 && f->list != NULL; i--) {
		const struct document *d = &s->dossier.document[i - 1];
		const struct task_row *t = dossier_task(&s->dossier,
		    d->task_id);

		if (strcmp(d->field, f->list) == 0 && !d->composed &&
		    t != NULL && !t->open && t->pos < s->t.pos)
			return d;
	}
	return NULL;
}

/* -- the same as another file ---------------------------------------------- */

static void
look_same(const struct looking *k)
{
	const struct dossier *d = &k->s->dossier;

	for (size_t i = 0; i < d->ndocument; i++) {
		const struct document *doc = &d->document[i];
		const struct task_row *t = dossier_task(d, doc->task_id);

		if (strcmp(doc->sha256, k->file->hash) != 0)
			continue;
		if (t != NULL && t->external) {
			miss(k, arena_printf(k->s->req->arena, "Dokumen ini "
			    "sama dengan dokumen dari pemohon, %s.",
			    doc->name));
			return;
		}
		if (doc->composed) {
			miss(k, "Dokumen ini surat seperti disiapkan, sebelum "
			    "ditandatangani.");
			return;
		}
	}
}

/* -- the letter ------------------------------------------------------------ */

/* The letters the file is to be: those prepared at this visit; later those in
 * force. */
static void
find_letters(struct looking *k)
{
	const enum letter_state want = k->s->row->kind == STEP_APPROVE ?
	    LETTER_PREPARED : LETTER_IN_FORCE;
	struct letter_row *list = NULL;
	size_t n = 0;

	if (letter_list(k->s->req->office, k->s->c.id, &list, &n) != CASE_OK)
		return;
	arena_adopt(k->s->req->arena, list);
	for (size_t i = 0; i < n; i++)
		if (letter_state_of(&list[i]) == want)
			list[k->nletter++] = list[i];
	k->letter = list;
}

struct signed_text
signed_look_read(const struct request *req, const struct act_file *file)
{
	struct signed_text read = { NULL, NULL };
	char *text = NULL;
	int fd;

	files_look(office_files(req->office), file->hash, &fd);
	if (fd != -1 && strcmp(file->type, TYPE_PDF) == 0)
		text = pdf_text_read(fd);
	if (fd != -1)
		close(fd);
	if (text != NULL)
		arena_adopt(req->arena, text);
	if (text == NULL)
		read.lack = "Isi dokumen ini tidak dapat dibaca, sehingga "
		    "nomor dan kode suratnya tidak dapat dicari.";
	else if (text[strspn(text, " \t\r\n\f")] == '\0')
		read.lack = "Dokumen ini tidak berisi teks, seperti hasil "
		    "pindaian, sehingga nomor dan kode suratnya tidak dapat "
		    "dicari.";
	else
		read.text = text;
	return read;
}

/* Say which number or code is not there, and how many more. */
static void
miss_one(const struct looking *k, const char *what, const char *first,
    size_t n)
{
	if (n == 1)
		miss(k, arena_printf(k->s->req->arena, "%s %s tidak "
		    "ditemukan dalam dokumen ini.", what, first));
	else if (n > 1)
		miss(k, arena_printf(k->s->req->arena, "%s %s dan %zu lainnya "
		    "tidak ditemukan dalam dokumen ini.", what, first, n - 1));
}

static void
look_number(const struct looking *k, const char *typed)
{
	const char *first = typed;
	size_t n = 0;

	for (size_t i = 0; i < k->nletter; i++)
		if (!pdf_text_has(k->text, k->letter[i].number) && n++ == 0)
			first = k->letter[i].number;
	if (k->nletter == 0 && typed != NULL && *typed != '\0')
		n = !pdf_text_has(k->text, typed);
	miss_one(k, "Nomor surat", first, n);
}

static void
look_code(const struct looking *k)
{
	char code[CASE_CODE_LEN + 1];
	const char *first = NULL;
	size_t n = 0;

	for (size_t i = 0; i < k->nletter; i++) {
		office_letter_code(k->s->req->office, k->letter[i].id, code);
		if (!pdf_text_has(k->text, code) && n++ == 0)
			first = k->letter[i].number;
	}
	miss_one(k, "Kode verifikasi surat", first, n);
}

/* Does "K7QM-2F9D-XW4T" stand here? */
static int
is_code(const char *s)
{
	for (int i = 0; i < CODE_SHOWN; i++)
		if (i % 5 == 4 ? s[i] != '-' :
		    !isupper((unsigned char)s[i]) &&
		    !isdigit((unsigned char)s[i]))
			return 0;
	return 1;
}

static int
is_ours(const struct letter_row *ours, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++)
		if (ours[i].id == id)
			return 1;
	return 0;
}

int
signed_look_other(const struct request *req, const char *text,
    const struct letter_row *ours, size_t n, struct letter_row *l)
{
	char code[CODE_SHOWN + 1];
	int looked = 0;

	for (const char *s = text; *s != '\0' && looked < CODES_MAX; s++) {
		if (!is_code(s))
			continue;
		looked++;
		memcpy(code, s, CODE_SHOWN);
		code[CODE_SHOWN] = '\0';
		s += CODE_SHOWN - 1;
		if (letter_by_code(req->office, code, l) == CASE_OK &&
		    !is_ours(ours, n, l->id))
			return 1;
	}
	return 0;
}

/* The code of another letter of the office says whose it is. */
static void
look_other(const struct looking *k)
{
	struct letter_row l;

	if (signed_look_other(k->s->req, k->text, k->letter, k->nletter, &l))
		miss(k, arena_printf(k->s->req->arena, "Di dalamnya ada kode "
		    "surat lain, nomor %s.", l.number));
}

/* -- signatures ------------------------------------------------------------ */

static void
look_signature(const struct looking *k)
{
	struct signature *list = NULL;
	size_t n = 0, changed = 0, unknown = 0;

	if (signature_list(k->s->req->office, k->file->hash, &list, &n) !=
	    CASE_OK)
		n = 0;
	for (size_t i = 0; i < n; i++) {
		changed += list[i].state == SIGNATURE_CHANGED;
		unknown += list[i].state == SIGNATURE_UNKNOWN;
	}
	if (n == 0)
		miss(k, "Dokumen ini tidak memuat tanda tangan elektronik.");
	else if (changed > 0)
		miss(k, "Tanda tangan elektronik dokumen ini tidak cocok "
		    "dengan isinya.");
	else if (unknown == n)
		miss(k, "Tanda tangan elektronik dokumen ini tidak dapat "
		    "diperiksa.");
	free(list);
}

/* -- the whole ------------------------------------------------------------- */

static const char *
number_of(const struct step *s, const struct field_form *form)
{
	for (size_t i = 0; i < form->nvalue; i++)
		if (strcmp(form->value[i].name, "nomor_surat") == 0)
			return form->value[i].value;
	return s->row->kind == STEP_APPROVE ? NULL :
	    dossier_signed(&s->dossier, "nomor_surat");
}

void
signed_look_file(struct step *s, const char *number,
    const struct act_file *file, const struct signed_text *read,
    struct signed_look *look)
{
	struct looking k = { .s = s, .file = file, .look = look };
	struct signed_text own;

	look_same(&k);
	find_letters(&k);
	if (k.nletter > 0 || (number != NULL && *number != '\0')) {
		own = read != NULL ? *read : signed_look_read(s->req, file);
		k.text = own.text;
		if (own.lack != NULL)
			miss(&k, own.lack);
	}
	if (k.text != NULL) {
		look_number(&k, number);
		look_code(&k);
		look_other(&k);
	}
	look_signature(&k);
}

enum case_err
signed_look(struct step *s, const struct field_form *form,
    struct signed_look *look)
{
	enum case_err err = CASE_OK;

	look->n = 0;
	for (size_t i = 0; err == CASE_OK && i < form->nfile; i++) {
		const struct act_file *file = &form->file[i];
		const struct sop_field *f = sop_field_of(s->row, file->field);
		const struct document *before;

		if (f == NULL || !signed_look_takes(s->row, f))
			continue;
		if (s->dossier.c == NULL && (err = dossier_read(s->req, &s->c,
		    &s->dossier)) != CASE_OK)
			break;
		before = signed_look_earlier(s, f);
		if (before == NULL || strcmp(before->sha256, file->hash) != 0)
			signed_look_file(s, number_of(s, form), file, NULL,
			    look);
	}
	return err;
}
