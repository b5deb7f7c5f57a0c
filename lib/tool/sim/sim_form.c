/* sim_form.c - what simulated applicants and officials type. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/field_date.h"
#include "case/field_account.h"
#include "case/field_form.h"
#include "clock/calendar.h"
#include "people/person.h"
#include "sop/bound.h"
#include "store/files.h"
#include "tool/sim/sim.h"

static const char *const given[] = { "Siti", "Ahmad", "Dewi", "Muhammad",
    "Rina", "Budi", "Putri", "Agus", "Nur", "Fajar", "Indah", "Rizky",
    "Wulan", "Hendra", "Ayu", "Yusuf" };
static const char *const family[] = { "Rahmawati", "Pratama", "Lestari",
    "Saputra", "Hidayat", "Wijaya", "Kurniawan", "Anggraini", "Ramadhan",
    "Permata", "Nugroho", "Sari", "Maulana", "Utami" };
static const char *const foreign[] = { "John Carter", "Li Wei",
    "Maria Santos", "Kenji Sato", "Anna Schmidt", "Raj Patel",
    "Nguyen Van An", "Kim Min Jun" };
static const char *const campuses[] = { "Universitas Sriwijaya",
    "UIN Raden Fatah", "Universitas Muhammadiyah Palembang",
    "Politeknik Negeri Sriwijaya", "SMK Negeri 2 Palembang",
    "Universitas Bina Darma" };
static const char *const programmes[] = { "Ilmu Hukum", "Administrasi Publik",
    "Sistem Informasi", "Akuntansi", "Teknik Informatika", "Kearsipan" };
static const char *const topics[] = { "Pelayanan publik digital",
    "Efektivitas pembinaan warga binaan", "Harmonisasi peraturan daerah",
    "Perlindungan kekayaan intelektual", "Pengawasan orang asing" };

#define PICK(s, list) \
	((list)[sim_below(s, (int)(sizeof(list) / sizeof((list)[0])))])

/* A one-page PDF that says it is a sample; offsets are counted as written. */
int
sim_letter(struct sim *s)
{
	static const char text[] = "BT /F1 16 Tf 72 740 Td (Surat contoh) Tj "
	    "0 -28 Td /F1 11 Tf (Dokumen ini dibuat oleh simulasi dan bukan "
	    "surat dinas.) Tj ET";
	char pdf[2048];
	int at[6], n = 0, i, xref;
	const char *body[] = { "<</Type/Catalog/Pages 2 0 R>>",
	    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
	    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
	    "/Resources<</Font<</F1 5 0 R>>>>>>", NULL,
	    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>" };

	n += sprintf(pdf + n, "%%PDF-1.4\n");
	for (i = 0; i < 5; i++) {
		at[i] = n;
		if (body[i] != NULL)
			n += sprintf(pdf + n, "%d 0 obj%s endobj\n", i + 1,
			    body[i]);
		else
			n += sprintf(pdf + n, "%d 0 obj<</Length %zu>>stream\n"
			    "%s\nendstream endobj\n", i + 1, strlen(text),
			    text);
	}
	xref = n;
	n += sprintf(pdf + n, "xref\n0 6\n0000000000 65535 f \n");
	for (i = 0; i < 5; i++)
		n += sprintf(pdf + n, "%010d 00000 n \n", at[i]);
	n += sprintf(pdf + n, "trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n"
	    "%%%%EOF\n", xref);
	s->letter_size = n;
	return files_put(office_files(s->o), pdf, (size_t)n, s->letter);
}

void
sim_name(struct sim *s, char *buf, size_t size)
{
	snprintf(buf, size, "%s %s", PICK(s, given), PICK(s, family));
}

const char *
sim_topic(struct sim *s)
{
	return PICK(s, topics);
}

/* A period ahead, or one that is over where no day to come is taken; a letter
 * is of the day. */
static void
fill_date(struct sim *s, const struct sop_field *f,
    const struct sim_form *form, char *buf, size_t size)
{
	const struct sop_bound *b = field_date_bound(f, form->value,
	    form->nvalue);
	int past = b != NULL && b->last != NULL &&
	    strcmp(b->last, BOUND_TODAY) == 0;
	int begins = strstr(f->name, "mulai") != NULL;
	int ends = strstr(f->name, "selesai") != NULL;
	int64_t days = begins ? (past ? -61 : 21) : ends ? (past ? -7 : 75) : 0;
	struct cal_local l;

	calendar_local(office_calendar(s->o), s->now + days * 86400, &l);
	snprintf(buf, size, "%04d-%02d-%02d", l.year, l.month, l.day);
}

/* One line of text, by what the field is called. */
static void
fill_text(struct sim *s, const char *name, char *buf, size_t size)
{
	struct cal_local l;

	calendar_local(office_calendar(s->o), s->now, &l);
	if (strcmp(name, "nama") == 0 && s->foreign)
		snprintf(buf, size, "%s", PICK(s, foreign));
	else if (strcmp(name, "nama") == 0)
		sim_name(s, buf, size);
	else if (strcmp(name, "lembaga") == 0)
		snprintf(buf, size, "%s", PICK(s, campuses));
	else if (strstr(name, "program") != NULL)
		snprintf(buf, size, "%s", PICK(s, programmes));
	else if (strstr(name, "judul") != NULL)
		snprintf(buf, size, "%s", sim_topic(s));
	else if (strstr(name, "antri") != NULL)
		snprintf(buf, size, "A-%03lld", (long long)(s->serial % 1000));
	else if (strstr(name, "nomor") != NULL ||
	    strstr(name, "rujukan") != NULL)
		snprintf(buf, size, "%03lld/SIM/%04d",
		    (long long)(s->serial % 1000), l.year);
	else if (strstr(name, "perihal") != NULL)
		snprintf(buf, size, "Bahan %s %d", sim_topic(s), l.year);
	else if (strstr(name, "paspor") != NULL)
		snprintf(buf, size, "X%07lld", (long long)s->serial);
	else if (strstr(name, "warga") != NULL)
		snprintf(buf, size, "Jepang");
	else
		snprintf(buf, size, "Contoh %lld", (long long)s->serial);
}

static void
fill_people(struct sim *s, char *buf, size_t size)
{
	char name[96];
	int i, n = 1 + sim_below(s, 4), number = sim_below(s, 9000);
	size_t len = 0;

	buf[0] = '\0';
	for (i = 0; i < n && len < size; i++) {
		sim_name(s, name, sizeof(name));
		len += (size_t)snprintf(buf + len, size - len,
		    "%s%s; 0102%04d; %s", i ? "\n" : "", name,
		    number + 7 * i, PICK(s, programmes));
	}
}

/* The people of the unit of the case, four at most. */
static void
fill_officers(struct sim *s, const struct sop_field *f, char *buf, size_t size)
{
	struct person *list;
	size_t n, i, len = 0;

	buf[0] = '\0';
	if (person_of_unit(s->o, s->unit, f->list != NULL ? f->list : "",
	    s->now, &list, &n) != CASE_OK)
		return;
	for (i = 0; i < n && i < 4 && len < size; i++)
		len += (size_t)snprintf(buf + len, size - len, "%s%lld",
		    i > 0 ? "\n" : "", (long long)list[i].id);
	free(list);
}

static void
fill_field(struct sim *s, const struct sop_field *f,
    const struct sim_form *form, char *buf, size_t size)
{
	struct cal_local l;

	switch (f->type) {
	case FIELD_DATE:
		fill_date(s, f, form, buf, size);
		break;
	case FIELD_PHONE:
		snprintf(buf, size, "+62812%07lld", (long long)s->serial);
		break;
	case FIELD_EMAIL:
		snprintf(buf, size, "pemohon%lld@contoh.invalid",
		    (long long)s->serial);
		break;
	case FIELD_PEOPLE:
		fill_people(s, buf, size);
		break;
	case FIELD_CONSENT:
	case FIELD_CHOICE:
		snprintf(buf, size, "%s",
		    f->choice[sim_below(s, (int)f->nchoice)].value);
		break;
	case FIELD_NUMBER:
		calendar_local(office_calendar(s->o), s->now, &l);
		snprintf(buf, size, "%d", strstr(f->name, "tahun") ? l.year :
		    (int)(f->min > 1 ? f->min : 1));
		break;
	case FIELD_OFFICERS:
		fill_officers(s, f, buf, size);
		break;
	case FIELD_OFFICER:
		snprintf(buf, size, "%lld",
		    (long long)sim_holder(s, "jfu|jft")->id);
		break;
	default:
		fill_text(s, f->name, buf, size);
	}
}

void
sim_fill(struct sim *s, const struct sop_row *row, struct sim_form *form)
{
	const struct sop_field *f;
	struct field_account account;
	struct act_file *file;
	const char *fixed;
	size_t i;

	field_account(s->o, row, s->institution_id, &account);
	form->nvalue = form->nfile = s->foreign = 0;
	for (i = 0; i < row->nfield; i++)
		s->foreign |= strcmp(row->field[i].name, "nomor_paspor") == 0;
	for (i = 0; i < row->nfield; i++) {
		f = &row->field[i];
		if (!field_form_asked(f, form->value, form->nvalue))
			continue;
		if (f->type == FIELD_FILE) {
			/* Nobody mends another's paper by himself. */
			if (form->nfile == SIM_FILES ||
			    row->kind == STEP_REVIEW)
				continue;
			file = &form->file[form->nfile++];
			file->field = f->name;
			file->name = "surat-contoh.pdf";
			file->type = "application/pdf";
			file->hash = s->letter;
			file->size = s->letter_size;
		} else if (form->nvalue < SIM_VALUES && (f->required ||
		    f->type == FIELD_OFFICERS ||
		    strcmp(f->name, "nama") == 0)) {
			fill_field(s, f, form, form->text[form->nvalue],
			    sizeof(form->text[0]));
			fixed = field_account_value(&account, f->name);
			if (fixed != NULL)
				snprintf(form->text[form->nvalue],
				    sizeof(form->text[0]), "%s", fixed);
			form->value[form->nvalue].name = f->name;
			form->value[form->nvalue].value =
			    form->text[form->nvalue];
			form->nvalue++;
		}
	}
}
