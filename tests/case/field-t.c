/* field-t.c - forms of SOP rows: what is accepted, spelled, refused. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/act.h"
#include "case/field.h"
#include "case/field_format.h"
#include "case/field_form.h"
#include "office/office.h"
#include "store/db.h"
#include "tests/tap.h"

static const struct sop_choice kinds[] = {
	{ "magang", "Magang" },
	{ "penelitian", "Penelitian" },
	{ "laporan", "Laporan kegiatan" },
	{ "lain", "Lain-lain" },
};

static const struct sop_field request[] = {
	{ .name = "nama", .label = "Nama lengkap", .required = 1 },
	{ .name = "jenis", .label = "Jenis", .type = FIELD_CHOICE,
	  .required = 1, .choice = kinds, .nchoice = 2 },
	{ .name = "tanggal_mulai", .label = "Tanggal mulai",
	  .type = FIELD_DATE, .required = 1 },
	{ .name = "tanggal_selesai", .label = "Tanggal selesai",
	  .type = FIELD_DATE },
	{ .name = "surat", .label = "Surat permohonan", .type = FIELD_FILE,
	  .required = 1 },
};

static const struct sop_row row = { .pos = 1, .kind = STEP_SUBMIT,
	.field = request, .nfield = 5 };

static const struct act_file letter = { "surat", "surat.pdf", "aa",
	"application/pdf", 312000 };

/* An office with person 1 active, 2 gone, 3 of a university. */
static struct office *
people(void)
{
	char why[256] = "";
	struct office *o = office_open(NULL, DB_CREATE, why, sizeof(why));
	static const char *const sql[] = {
		"INSERT INTO units (id, slug, name) VALUES (1, 'u', 'U')",
		"INSERT INTO institutions (id, name, kind, state)"
		" VALUES (7, 'Unsri', 'kampus', 'active')",
		"INSERT INTO people (id, login, name, nip, password, unit_id,"
		" phone, email, admin, active)"
		" VALUES (1, 'a', 'Budi', '', '', 1, '', '', 0, 1),"
		" (2, 'b', 'Citra', '', '', 1, '', '', 0, 0),"
		" (4, 'd', 'Ani', '', '', 1, '', '', 0, 1)",
		"INSERT INTO people (id, login, name, nip, password, unit_id,"
		" institution_id, phone, email, admin, active)"
		" VALUES (3, 'c', 'Dewi', '', '', 1, 7, '', '', 0, 1)",
	};

	if (o == NULL)
		bail(why);
	for (size_t i = 0; i < sizeof(sql) / sizeof(sql[0]); i++)
		if (db_run(office_db(o), sql[i], "") < 0)
			bail(db_error(office_db(o)));
	return o;
}

static char *
trim(char *s)
{
	char *end = s + strlen(s);

	while (end > s && (end[-1] == ' ' || end[-1] == '\n'))
		*--end = '\0';
	return s + strspn(s, " ");
}

/* \n and \t become what they mean. */
static void
unescape(char *s)
{
	char *o = s;

	for (; *s != '\0'; s++)
		if (*s == '\\' && (s[1] == 'n' || s[1] == 't'))
			*o++ = *++s == 'n' ? '\n' : '\t';
		else
			*o++ = *s;
	*o = '\0';
}

static void
table_line(struct office *o, char *line)
{
	char *cell[6], typed[1024], out[2048];
	struct sop_field f = { .name = "uji", .label = "Isian uji",
	    .choice = kinds, .nchoice = 2 };
	struct field_error e = { .text = "" };
	enum case_err err;

	for (int i = 0; i < 6; i++)
		if ((cell[i] = strsep(&line, "|")) == NULL)
			bail("field.txt: too few cells");
	if ((f.type = field_type_from(trim(cell[0]))) == FIELD_OFFICER)
		f.choice = NULL, f.nchoice = 0;
	f.required = strcmp(trim(cell[1]), "wajib") == 0;
	f.min = atoll(cell[2]);
	f.max = atoll(cell[3]);
	snprintf(typed, sizeof(typed), "%s", cell[4] + 1);
	unescape(typed);
	unescape(cell[5] = trim(cell[5]));
	err = field_value(o, &f, typed, out, sizeof(out), &e);
	if (cell[5][0] == '=')
		is_string(cell[5] + 1 + (cell[5][1] == ' '),
		    err == CASE_OK ? out : e.text, "%s:%s", cell[0],
		    cell[4]);
	else
		is_string(cell[5] + 2, err == CASE_INVALID ? e.text : out,
		    "%s:%srefused", cell[0], cell[4]);
}

static void
table(struct office *o)
{
	char path[1024], line[1024];
	FILE *in;

	snprintf(path, sizeof(path), "%s/tests/data/field.txt",
	    getenv("SRCDIR"));
	if ((in = fopen(path, "r")) == NULL)
		bail(path);
	while (fgets(line, sizeof(line), in) != NULL)
		if (line[0] != '#' && line[0] != '\n')
			table_line(o, line);
	fclose(in);
}

static const char *
value_of(const struct field_form *form, const char *name)
{
	for (size_t i = 0; i < form->nvalue; i++)
		if (strcmp(form->value[i].name, name) == 0)
			return form->value[i].value;
	return NULL;
}

static void
a_good_form(struct office *o)
{
	struct act_value typed[] = {
		{ "csrf", "x" }, { "jenis", "magang" },
		{ "nama", " Siti  Rahmawati" },
		{ "tanggal_mulai-hari", "4" },
		{ "tanggal_mulai-bulan", "januari" },
		{ "tanggal_mulai-tahun", " 2027" },
		{ "tanggal_selesai-hari", "" },
		{ "tanggal_selesai-bulan", "" },
		{ "tanggal_selesai-tahun", "" },
	};
	struct field_input in = { .value = typed, .nvalue = 9,
	    .file = &letter, .nfile = 1, .file_max = 20971520 };
	struct field_form *form = NULL;

	is_int(CASE_OK, field_form_check(o, &row, &in, &form), "good form");
	is_int(3, form->nvalue, "...three values, the empty date left out");
	is_string("Siti Rahmawati", value_of(form, "nama"), "...a name");
	is_string("2027-01-04", value_of(form, "tanggal_mulai"), "...a date");
	is_string(NULL, value_of(form, "csrf"), "...and nothing else");
	is_int(1, form->nfile, "...and the letter");
	is_string("aa", form->file[0].hash, "...by its hash");
	free(form);
}

static void
an_empty_form(struct office *o)
{
	static const char *const want[][3] = {
		{ "nama", "", "Isi nama lengkap" },
		{ "jenis", "", "Pilih magang atau penelitian" },
		{ "tanggal_mulai", "-hari", "Isi tanggal mulai" },
		{ "surat", "", "Pilih dokumen surat permohonan" },
	};
	struct field_input in = { .nvalue = 0 };
	struct field_form *form = NULL;

	is_int(CASE_INVALID, field_form_check(o, &row, &in, &form),
	    "empty form");
	is_int(4, form->nerror, "...an error per required field");
	for (size_t i = 0; i < form->nerror && i < 4; i++) {
		is_string(want[i][0], form->error[i].field, "...%s",
		    want[i][0]);
		is_string(want[i][1], form->error[i].part, "...its part");
		is_string(want[i][2], form->error[i].text, "...its words");
	}
	free(form);
}

static void
a_period(struct office *o)
{
	struct act_value typed[] = {
		{ "nama", "A" }, { "jenis", "magang" },
		{ "tanggal_mulai", "2027-01-04" },
		{ "tanggal_selesai", "2027-01-03" },
	};
	struct field_input in = { .value = typed, .nvalue = 4,
	    .file = &letter, .nfile = 1 };
	struct field_form *form = NULL;

	is_int(CASE_INVALID, field_form_check(o, &row, &in, &form),
	    "a period that ends before it begins");
	is_int(1, form->nerror, "...is one error");
	is_string("Tanggal selesai harus setelah tanggal mulai",
	    form->error[0].text, "...in words");
	is_string("tanggal_selesai", form->error[0].field, "...at its end");
	free(form);
	typed[3].value = "2027-01-04";
	is_int(CASE_OK, field_form_check(o, &row, &in, &form),
	    "a period of one day");
	free(form);
}

static void
a_file(struct office *o, struct act_file file, const char *refused,
    int64_t max, const char *want)
{
	struct sop_row one = { .pos = 1, .kind = STEP_SUBMIT,
	    .field = &request[4], .nfield = 1 };
	struct act_value why = { "surat", refused };
	struct field_input in = { .file = &file, .nfile = refused == NULL,
	    .refused = &why, .nrefused = refused != NULL, .file_max = max };
	struct field_form *form = NULL;

	is_int(want == NULL ? CASE_OK : CASE_INVALID,
	    field_form_check(o, &one, &in, &form), "file: %s",
	    want != NULL ? want : "accepted");
	is_string(want, form->nerror > 0 ? form->error[0].text : NULL,
	    "...in words");
	is_int(want == NULL, form->nfile, "...and kept only when accepted");
	free(form);
}

static void
files(struct office *o)
{
	struct act_file f = letter;

	a_file(o, f, NULL, 312000, NULL);
	a_file(o, f, NULL, 311999, "Ukuran dokumen paling besar 305 kB");
	f.size = 20971521;
	a_file(o, f, NULL, 20971520, "Ukuran dokumen paling besar 20 MB");
	f.size = 0;
	a_file(o, f, NULL, 0, "Dokumen ini kosong");
	f.size = 9;
	f.type = "text/html";
	a_file(o, f, NULL, 0,
	    "Pilih surat permohonan dalam format PDF, JPEG, atau PNG");
	a_file(o, f, "Dokumen ini memakai kata sandi", 0,
	    "Dokumen ini memakai kata sandi");
	a_file(o, f, "", 0,
	    "Pilih surat permohonan dalam format PDF, JPEG, atau PNG");
	f.type = "image/png";
	a_file(o, f, NULL, 0, NULL);
}

/* A field of several: each is judged, the good ones stay beside a bad one. */
static void
several(struct office *o)
{
	struct sop_field field = { .name = "lampiran", .label = "Lampiran",
	    .type = FIELD_FILE, .required = 1, .many = 1 };
	struct sop_row one = { .pos = 1, .kind = STEP_ASSIGN, .field = &field,
	    .nfield = 1 };
	struct act_file file[SOP_FILES_MAX + 1];
	struct act_value why = { "lampiran", "c.pdf: Dokumen ini kosong" };
	struct field_input in = { .file = file, .nfile = SOP_FILES_MAX,
	    .refused = &why };
	struct field_form *form = NULL;

	for (size_t i = 0; i <= SOP_FILES_MAX; i++)
		file[i] = (struct act_file){ "lampiran", "a.pdf", letter.hash,
		    "application/pdf", 9 };
	is_int(CASE_OK, field_form_check(o, &one, &in, &form),
	    "twenty files of one field");
	is_int(SOP_FILES_MAX, form->nfile, "...are kept, all");
	free(form);
	in.nfile++;
	is_int(CASE_INVALID, field_form_check(o, &one, &in, &form),
	    "one more is one too many");
	is_string("Pilih paling banyak 20 dokumen", form->error[0].text,
	    "...in words");
	free(form);
	in.nfile = 2;
	file[1].name = "b.exe";
	file[1].type = "application/x-dosexec";
	is_int(CASE_INVALID, field_form_check(o, &one, &in, &form),
	    "one of them is no document");
	is_string("b.exe: Pilih lampiran dalam format PDF, JPEG, PNG, Word, "
	    "Excel, PowerPoint, atau OpenDocument", form->error[0].text,
	    "...which is named");
	is_int(1, form->nfile, "...and the other kept");
	free(form);
	in.nfile = in.nrefused = 1;
	is_int(CASE_INVALID, field_form_check(o, &one, &in, &form),
	    "one was refused on its way");
	is_string(why.value, form->error[0].text, "...for its reason");
	is_int(1, form->nfile, "...and the other kept");
	free(form);
	in.nfile = in.nrefused = 0;
	is_int(CASE_INVALID, field_form_check(o, &one, &in, &form),
	    "none of a field that wants some");
	is_string("Pilih dokumen lampiran", form->error[0].text, "...in words");
	free(form);
	field.many = 0;
	in.nfile = 2;
	file[1] = file[0];
	is_int(CASE_INVALID, field_form_check(o, &one, &in, &form),
	    "two files of a field of one");
	is_string("Pilih paling banyak 1 dokumen", form->error[0].text,
	    "...in words");
	free(form);
}

static void
formats(void)
{
	struct sop_row r = { .kind = STEP_APPROVE };
	struct sop_field f = { .type = FIELD_FILE };
	char buf[FIELD_FORMAT_SIZE];

	is_string("PDF", field_format_words(&r, &f, buf),
	    "a signed paper is PDF");
	is_string(".pdf", field_format_accept(&r, &f, buf),
	    "...for the browser too");
	r.kind = STEP_DRAFT;
	is_string("PDF, JPEG, PNG, Word, Excel, PowerPoint, atau OpenDocument",
	    field_format_words(&r, &f, buf),
	    "a draft may be an office document");
	is_string(".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.pptx,.odt,.ods,.odp",
	    field_format_accept(&r, &f, buf), "...of any kind");
	r.kind = STEP_RECORD;
	is_string(".pdf,.jpg,.jpeg,.png", field_format_accept(&r, &f, buf),
	    "a scan is not");
	f.formats = FORMAT_EXCEL;
	is_string("Excel", field_format_words(&r, &f, buf),
	    "a field of its own");
	ok(!field_format_takes_type(&r, &f, "application/pdf"),
	    "...takes no PDF");
	f.formats = FORMAT_PDF | FORMAT_WORD;
	is_string("PDF atau Word", field_format_words(&r, &f, buf),
	    "...or two");
	ok(!field_format_takes_type(&r, &f, "image/png"), "...no photos");
	ok(!field_format_takes_type(&r, &f, "text/html"),
	    "...and never a page");
}

static void
labels(void)
{
	char buf[64];

	is_string("nomor WhatsApp", field_label("Nomor WhatsApp", buf, 64),
	    "a label in a sentence begins small");
	is_string("WhatsApp", field_label("WhatsApp", buf, 64),
	    "...unless it is a name");
	is_string("SKP final", field_label("SKP final", buf, 64),
	    "...or an abbreviation");
}

static void
choices(struct office *o)
{
	struct sop_field f = { .name = "jenis", .label = "Jenis layanan",
	    .type = FIELD_CHOICE, .required = 1, .choice = kinds,
	    .nchoice = 3 };
	struct field_error e;
	char out[64];

	field_value(o, &f, "", out, sizeof(out), &e);
	is_string("Pilih magang, penelitian, atau laporan kegiatan", e.text,
	    "three choices are named");
	f.nchoice = 4;
	field_value(o, &f, "", out, sizeof(out), &e);
	is_string("Pilih jenis layanan", e.text, "four are not");
}

/* A field that depends on another is asked for only then, and else empty. */
static void
conditions(struct office *o)
{
	static const struct sop_choice text[] = { { "v2", "Saya setuju" } };
	static const struct sop_field field[] = {
		{ .name = "jenis", .label = "Jenis", .type = FIELD_CHOICE,
		  .required = 1, .choice = kinds, .nchoice = 2 },
		{ .name = "judul", .label = "Judul", .required = 1,
		  .when_field = "jenis", .when_value = "penelitian" },
		{ .name = "setuju", .label = "Persetujuan", .required = 1,
		  .type = FIELD_CONSENT, .choice = text, .nchoice = 1 },
	};
	static const struct sop_row asks = { .pos = 1, .kind = STEP_SUBMIT,
		.field = field, .nfield = 3 };
	struct act_value value[] = { { "jenis", "magang" },
		{ "judul", "Hukum" }, { "setuju", "v2" } };
	struct field_input in = { .value = value, .nvalue = 3 };
	struct field_form *form;

	is_int(CASE_OK, field_form_check(o, &asks, &in, &form),
	    "an internship");
	is_int(2, (int)form->nvalue, "...has no title");
	free(form);
	value[0].value = "penelitian";
	value[1].value = "";
	is_int(CASE_INVALID, field_form_check(o, &asks, &in, &form), "a study");
	is_string("Isi judul", form->error[0].text, "...needs one");
	free(form);
	value[1].value = "Hukum";
	value[2].value = "v1";
	is_int(CASE_INVALID, field_form_check(o, &asks, &in, &form),
	    "agreement to an older text");
	is_string("Centang persetujuan", form->error[0].text, "...is none");
	free(form);
	in.nvalue = 2;
	is_int(CASE_INVALID, field_form_check(o, &asks, &in, &form),
	    "nor is a box left empty");
	free(form);
}

/* Persons of the earlier list are refused. */
static void
refused_persons(struct office *o)
{
	static const struct sop_field field = { .name = "ditolak",
		.label = "Ditolak", .type = FIELD_REFUSED, .list = "orang" };
	static const struct sop_row asks = { .pos = 3, .kind = STEP_REVIEW,
		.field = &field, .nfield = 1 };
	static const struct {
		const char *typed, *text;
	} bad[] = {
		{ "Tono; 9", "Pilih orang dari daftar. Daftar ini sudah "
		    "berubah" },
		{ "Siti", "Pilih orang dari daftar. Daftar ini sudah "
		    "berubah" },
		{ "Budi; 2\nSiti; 1", "Semua orang ditandai. Pilih keputusan "
		    "Tolak bila semuanya ditolak" },
	};
	struct act_value value = { "ditolak", "Budi; 2\nBudi; 2" };
	struct field_input in = { .value = &value, .nvalue = 1,
		.people = "Siti; 1\nBudi; 2" };
	struct field_form *form;

	is_int(CASE_OK, field_form_check(o, &asks, &in, &form), "one of two");
	is_string("Budi; 2", form->value[0].value, "...as the list has him");
	free(form);
	value.value = "";
	is_int(CASE_OK, field_form_check(o, &asks, &in, &form), "nobody");
	is_int(0, (int)form->nvalue, "...is no value");
	free(form);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		value.value = bad[i].typed;
		is_int(CASE_INVALID, field_form_check(o, &asks, &in, &form),
		    "refused: %s", bad[i].typed);
		is_string(bad[i].text, form->error[0].text, "...and why");
		free(form);
	}
}

int
main(void)
{
	struct office *o = people();

	table(o);
	a_good_form(o);
	an_empty_form(o);
	a_period(o);
	files(o);
	several(o);
	formats();
	labels();
	choices(o);
	conditions(o);
	refused_persons(o);
	office_close(o);
	return tap_done();
}
