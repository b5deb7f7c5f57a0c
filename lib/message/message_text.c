/*
 * message_text.c - the texts of messages, shipped and the office's own.
 */
#include "message/message_text.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "office/row.h"
#include "store/id.h"

#define NAME_MAX 24	/* bytes of a placeholder's name */

enum stmt {
	STMT_OWN,
	STMT_LIST,
	STMT_NEWEST,
	STMT_COUNT,
	STMT_INSERT,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_OWN] =
		"SELECT body, body_en FROM message_texts WHERE unit_id = $1"
		"   AND name = $2 AND shipped = 0 AND version = (SELECT"
		"   max(version) FROM message_texts"
		"   WHERE unit_id = $1 AND name = $2)",
	[STMT_LIST] =
		"SELECT version, shipped, made_at, coalesce(made_by, 0)"
		"  FROM message_texts WHERE unit_id = $1 AND name = $2"
		" ORDER BY version DESC",
	[STMT_NEWEST] =
		"SELECT coalesce(max(version), 0) FROM message_texts"
		" WHERE unit_id = $1 AND name = $2",
	[STMT_COUNT] =
		"SELECT count(*) FROM message_texts t WHERE t.unit_id = $1"
		"   AND t.shipped = 0 AND t.version = (SELECT max(n.version)"
		"   FROM message_texts n WHERE n.unit_id = t.unit_id"
		"     AND n.name = t.name)",
	[STMT_INSERT] =
		"INSERT INTO message_texts (id, unit_id, name, version,"
		" shipped, body, body_en, made_at, made_by) VALUES ($1, $2,"
		" $3, $4, $5, $6, $7, $8, nullif($9, 0))",
};

/* -- as shipped ------------------------------------------------------------ */

const struct message_text_kind message_texts[TEXT__MAX] = {
	[TEXT_CONFIRMED] = { "diterima", "Permohonan diterima", {
	    "Permohonan Anda sudah kami terima dengan nomor {nomor}. Kode "
	    "pelacakan: {kode}.",
	    "We have received your application, number {nomor}. Tracking "
	    "code: {kode}." }, "nomor kode", "nomor kode" },
	[TEXT_RETURNED] = { "diperbaiki", "Permohonan perlu diperbaiki", {
	    "Permohonan {nomor} perlu diperbaiki: {alasan}",
	    "Your application {nomor} needs a correction: {alasan}" },
	    "nomor alasan", "nomor alasan" },
	[TEXT_READY] = { "siap-diunduh", "Surat siap diunduh", {
	    "Permohonan {nomor} {putusan}. Surat siap diunduh.",
	    "Your application {nomor} has been {putusan}. The letter is "
	    "ready for download." }, "nomor putusan", "nomor" },
	[TEXT_DONE] = { "selesai", "Permohonan selesai", {
	    "Permohonan {nomor} {putusan}. Hasilnya dapat dilihat di halaman "
	    "pelacakan.",
	    "Your application {nomor} has been {putusan}. You can see the "
	    "result on the tracking page." }, "nomor putusan", "nomor" },
	[TEXT_LAPSED] = { "ditutup", "Permohonan ditutup karena tidak "
	    "diperbaiki", {
	    "Permohonan {nomor} ditutup karena tidak diperbaiki sampai "
	    "batasnya. Anda dapat mengajukan permohonan baru.",
	    "Your application {nomor} was closed because it was not "
	    "corrected in time. You may apply again." }, "nomor", "nomor" },
	[TEXT_MEND] = { "ingat-perbaikan", "Pengingat: menunggu perbaikan", {
	    "Permohonan {nomor} menunggu perbaikan dari Anda sejak {tanggal}.",
	    "Your application {nomor} has been waiting for your correction "
	    "since {tanggal}." }, "nomor tanggal", "nomor" },
	[TEXT_MEND_BY] = { "ingat-batas", "Pengingat: batas perbaikan", {
	    "Jika tidak diperbaiki dalam {hari} hari kerja, permohonan ini "
	    "ditutup.",
	    "If it is not corrected within {hari} working days, it will be "
	    "closed." }, "hari", "hari" },
	[TEXT_FETCH] = { "ingat-unduh", "Pengingat: surat belum diunduh", {
	    "Permohonan {nomor} sudah selesai. Suratnya menunggu Anda unduh "
	    "sejak {tanggal}.",
	    "Your application {nomor} has been decided. The letter has been "
	    "waiting for you to download it since {tanggal}." },
	    "nomor tanggal", "nomor" },
	[TEXT_COME] = { "ingat-datang", "Pengingat: menunggu kedatangan", {
	    "Permohonan {nomor} menunggu kedatangan Anda sejak {tanggal}.",
	    "Your application {nomor} has been waiting for you to come to "
	    "the office since {tanggal}." }, "nomor tanggal", "nomor" },
	[TEXT_ACT] = { "ingat-tindakan", "Pengingat: menunggu tindakan", {
	    "Permohonan {nomor} menunggu tindakan dari Anda sejak {tanggal}.",
	    "Your application {nomor} has been waiting for you since "
	    "{tanggal}." }, "nomor tanggal", "nomor" },
	[TEXT_NOTICE] = { "pemberitahuan", "Pemberitahuan petugas", {
	    "{layanan}: permohonan {nomor} ({sop}) {putusan}. Lihat {alamat} "
	    "dengan kode {kode}.",
	    "{layanan}: your application {nomor} ({sop}) has been {putusan}. "
	    "See {alamat} with the code {kode}." },
	    "layanan nomor sop putusan alamat kode", "nomor alamat kode" },
	[TEXT_SUBJECT] = { "perihal", "Perihal surel", {
	    "Permohonan {nomor}", "Application {nomor}" }, "nomor", "nomor" },
	[TEXT_GREETING] = { "salam", "Salam pembuka", {
	    "Yth. Sdr. {nama},", "Dear {nama}," }, "nama", "nama" },
	[TEXT_NAMELESS] = { "salam-umum", "Salam pembuka tanpa nama", {
	    "Yth. Pemohon,", "Dear applicant," }, "", "" },
	[TEXT_LINK] = { "tautan", "Tautan ke surat", {
	    "Unduh surat: {tautan}\nTautan ini berlaku {hari} hari.",
	    "Download the letter: {tautan}\nThis link is valid for {hari} "
	    "days." }, "tautan hari", "tautan" },
	[TEXT_SEEN] = { "alamat", "Alamat permohonan", {
	    "Permohonan Anda: {tautan}", "Your application: {tautan}" },
	    "tautan", "tautan" },
	[TEXT_THANKS] = { "penutup", "Penutup", {
	    "Terima kasih.\n{kantor}", "Thank you.\n{kantor}" }, "kantor",
	    "kantor" },
	[TEXT_PROCESSED] = { "putusan-belum", "Putusan: belum ada", {
	    "sudah diproses", "processed" }, "", "" },
	[TEXT_ACCEPTED] = { "putusan-setuju", "Putusan: disetujui", {
	    "disetujui", "approved" }, "", "" },
	[TEXT_PARTLY] = { "putusan-sebagian", "Putusan: disetujui sebagian", {
	    "disetujui untuk {setuju} dari {jumlah} peserta",
	    "approved for {setuju} of {jumlah} participants" },
	    "setuju jumlah", "setuju" },
	[TEXT_REFUSED] = { "putusan-tolak", "Putusan: ditolak", {
	    "ditolak", "refused" }, "", "" },
};

const struct message_text_field message_text_fields[] = {
	{ "nomor", "nomor permohonan", { "K-2026-0412", "K-2026-0412" } },
	{ "kode", "kode pelacakan", { "K7QM-2F9D-XW4T", "K7QM-2F9D-XW4T" } },
	{ "alasan", "alasan pengembalian, seperti ditulis petugas", {
	    "Surat belum ditandatangani.", "Surat belum ditandatangani." } },
	{ "putusan", "disetujui, ditolak, atau sudah diproses", {
	    "disetujui", "approved" } },
	{ "tanggal", "sejak kapan ditunggu", { "5 Januari 2026",
	    "5 January 2026" } },
	{ "hari", "berapa hari", { "10", "10" } },
	{ "layanan", "nama layanan kantor", { "Layanan Kantor",
	    "Layanan Kantor" } },
	{ "sop", "nama SOP", { "Izin magang", "Internship permit" } },
	{ "alamat", "alamat halaman pelacakan", {
	    "https://kantor.example/lacak", "https://kantor.example/lacak" } },
	{ "nama", "nama pemohon", { "Siti Rahmawati", "Siti Rahmawati" } },
	{ "tautan", "alamat surat atau permohonan", {
	    "https://kantor.example/tautan/contoh",
	    "https://kantor.example/tautan/contoh" } },
	{ "kantor", "nama kantor", { "Kantor Wilayah", "Kantor Wilayah" } },
	{ "setuju", "berapa peserta disetujui", { "3", "3" } },
	{ "jumlah", "berapa peserta seluruhnya", { "5", "5" } },
	{ NULL, NULL, { NULL, NULL } }
};

enum message_text
message_text_from(const char *name)
{
	int kind = 0;

	while (kind < TEXT__MAX && strcmp(message_texts[kind].name, name) != 0)
		kind++;
	return (enum message_text)kind;
}

/* -- in force -------------------------------------------------------------- */

void
message_text_get(const struct message_source *s, enum message_text kind,
    const char *language, char buf[MESSAGE_TEXT_SIZE])
{
	const int english = strcmp(language, "en") == 0;
	struct db_stmt *st;

	utf8_copy(buf, MESSAGE_TEXT_SIZE, message_texts[kind].shipped[english]);
	if (s->tried[english] != NULL && s->kind == kind) {
		utf8_copy(buf, MESSAGE_TEXT_SIZE, s->tried[english]);
		return;
	}
	if (s->o == NULL)
		return;
	st = db_query(office_db(s->o), sql[STMT_OWN], "it",
	    office_unit(s->o), message_texts[kind].name);
	if (db_step(st))
		db_copy(st, english, buf, MESSAGE_TEXT_SIZE);
	db_done(st);
}

/* The name between the braces at `text`; its length with them, 0 when it is no
 * placeholder. */
static size_t
placeholder(const char *text, char name[NAME_MAX])
{
	size_t n = strspn(text + 1, "abcdefghijklmnopqrstuvwxyz-");

	if (*text != '{' || n == 0 || n >= NAME_MAX || text[n + 1] != '}')
		return 0;
	memcpy(name, text + 1, n);
	name[n] = '\0';
	return n + 2;
}

static const char *
value_of(const struct message_value *v, const char *name)
{
	for (; v->name != NULL; v++)
		if (strcmp(v->name, name) == 0)
			return v->value;
	return "";
}

void
message_text_fill(const char *text, const struct message_value *values,
    char *buf, size_t size)
{
	char name[NAME_MAX];
	size_t len = 0, n;

	buf[0] = '\0';
	while (*text != '\0' && len + 1 < size) {
		if ((n = placeholder(text, name)) > 0) {
			utf8_copy(buf + len, size - len, value_of(values,
			    name));
		} else {
			n = 1 + strcspn(text + 1, "{");
			snprintf(buf + len, size - len, "%.*s", (int)n, text);
		}
		len += strlen(buf + len);
		text += n;
	}
}

/* -- changes --------------------------------------------------------------- */

/* Is the name a word of the list? */
static int
is_among(const char *list, const char *name)
{
	size_t n = strlen(name);

	for (; *list != '\0'; list += strspn(list, " ")) {
		if (strcspn(list, " ") == n && strncmp(list, name, n) == 0)
			return 1;
		list += strcspn(list, " ");
	}
	return 0;
}

int
message_text_may(enum message_text kind, const char *field)
{
	return is_among(message_texts[kind].fields, field);
}

static enum case_err
check_needs(struct office *o, const struct message_text_kind *k,
    const char *field, const char *text)
{
	char name[NAME_MAX], mark[NAME_MAX + 2];
	const char *list = k->needs;

	while (*list != '\0') {
		size_t n = strcspn(list, " ");

		snprintf(name, sizeof(name), "%.*s", (int)n, list);
		snprintf(mark, sizeof(mark), "{%s}", name);
		if (strstr(text, mark) == NULL)
			return office_fail(o, CASE_INVALID, field, "Tulis "
			    "isian %s: tanpa itu pesan ini tidak berguna",
			    mark);
		list += n + strspn(list + n, " ");
	}
	return CASE_OK;
}

static enum case_err
check_text(struct office *o, const struct message_text_kind *k,
    const char *field, const char *text)
{
	char name[NAME_MAX];
	const char *s = text;
	size_t n;

	if (text[strspn(text, " \n")] == '\0')
		return office_fail(o, CASE_INVALID, field, "Isi teks pesan");
	for (; *(s += strcspn(s, "{}")) != '\0'; s += n) {
		if ((n = placeholder(s, name)) == 0)
			return office_fail(o, CASE_INVALID, field, "Tulis "
			    "isian dengan huruf kecil di antara { dan }");
		if (!is_among(k->fields, name))
			return office_fail(o, CASE_INVALID, field,
			    "Isian tidak dikenal di sini: {%s}", name);
	}
	return check_needs(o, k, field, text);
}

struct setting {
	enum message_text	 kind;
	const char *const	*text;	/* NULL: as shipped */
};

static char *
texts_json(const char *name, const char *text, const char *english)
{
	return change_json("{s:s, s:s, s:s}", "name", name, "text", text,
	    "text_en", english);
}

static enum case_err
check_set(struct office *o, const struct setting *s)
{
	const struct message_text_kind *k = &message_texts[s->kind];
	enum case_err err;

	if (s->text == NULL)
		return CASE_OK;
	err = check_text(o, k, "text", s->text[0]);
	return err != CASE_OK ? err : check_text(o, k, "text_en",
	    s->text[1]);
}

static enum case_err
set(struct change_work *w, const void *in)
{
	const struct setting *s = in;
	const struct message_text_kind *k = &message_texts[s->kind];
	const char *const *text = s->text != NULL ? s->text : k->shipped;
	const struct message_source now = { .o = w->o };
	struct change_event e = { .stream = office_unit(w->o),
		.kind = "message-text" };
	char was[2][MESSAGE_TEXT_SIZE];
	enum case_err err = check_set(w->o, s);

	if (err != CASE_OK)
		return err;
	message_text_get(&now, s->kind, "id", was[0]);
	message_text_get(&now, s->kind, "en", was[1]);
	if (strcmp(was[0], text[0]) == 0 && strcmp(was[1], text[1]) == 0)
		return office_fail(w->o, CASE_INVALID, "text",
		    "Belum ada yang diubah");
	w->id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_INSERT], "iitiittii", w->id, e.stream, k->name,
	    1 + row_int(db_query(w->db, sql[STMT_NEWEST], "it", e.stream,
	    k->name)), (int64_t)(s->text == NULL), text[0], text[1],
	    w->ch->now, w->ch->by);
	e.effect = texts_json(k->name, text[0], text[1]);
	e.was = texts_json(k->name, was[0], was[1]);
	return change_record(w, &e);
}

enum case_err
message_text_set(struct office *o, const struct change *ch,
    enum message_text kind, const char *const text[2])
{
	const struct setting s = { kind, text };

	return change_run(o, ch, set, &s, NULL);
}

#define MEMBER(m) ROW_MEMBER(struct message_text_version, m)
static const struct row_kind versions = ROW_KIND(struct message_text_version,
    "", MEMBER(version), MEMBER(shipped), MEMBER(made_at), MEMBER(made_by));

enum case_err
message_text_list(struct office *o, enum message_text kind,
    struct message_text_version **rows, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "it",
	    office_unit(o), message_texts[kind].name), &versions, rows, count);
}

int64_t
message_text_own(struct office *o)
{
	return row_int(db_query(office_db(o), sql[STMT_COUNT], "i",
	    office_unit(o)));
}
