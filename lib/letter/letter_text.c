/* letter_text.c - reading, checking and filling in the text of a letter. */
#include "letter/letter_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "base/slug.h"
#include "base/trim.h"
#include "base/utf8.h"

#define BLOCKS_MAX	100
#define BLOCK_MAX	4000	/* bytes of a paragraph: about a page */
#define HEAD_MAX	500	/* bytes of a value of the head */
#define NAME_SIZE	32	/* of a variable, its NUL included */

static const char *const keys[KEY__MAX] = {
	[KEY_LETTER] = "surat", [KEY_CLASS] = "klasifikasi",
	[KEY_URGENCY] = "sifat", [KEY_ENCLOSED] = "lampiran",
	[KEY_SUBJECT] = "hal", [KEY_TO] = "kepada", [KEY_AT] = "di",
	[KEY_COPY] = "tembusan",
};

static const char *const kinds[LETTER__MAX] = {
	[LETTER_REPLY] = "balasan", [LETTER_STATEMENT] = "keterangan",
	[LETTER_CERTIFICATE] = "sertifikat",
};

const struct letter_variable letter_text_variables[] = {
	{ "alasan", "alasan penolakan" },
	{ "ditolak", "banyaknya peserta yang ditolak, bila ada" },
	{ "jabatan", "jabatan penanda tangan" },
	{ "jenis", "magang atau penelitian" },
	{ "judul", "judul penelitian" },
	{ "jumlah", "banyaknya peserta surat ini" },
	{ "kantor", "nama kantor" },
	{ "kontak", "telepon atau alamat bantuan" },
	{ "lembaga", "perguruan tinggi atau sekolah" },
	{ "mulai", "tanggal mulai" },
	{ "nama", "nama peserta; surat balasan: peserta pertama" },
	{ "nim", "NIM atau NISN peserta" },
	{ "nip", "NIP penanda tangan" },
	{ "nomor", "nomor surat" },
	{ "nomor_permohonan", "nomor surat permohonan" },
	{ "pangkat", "pangkat dan golongan penanda tangan" },
	{ "pejabat", "nama penanda tangan" },
	{ "pemohon", "nama yang mengajukan permohonan" },
	{ "berkas", "nomor berkas" },
	{ "prodi", "program studi peserta" },
	{ "selesai", "tanggal selesai" },
	{ "tanggal", "tanggal surat" },
	{ "tanggal_permohonan", "tanggal surat permohonan" },
	{ "tempat", "kota pada tanggal surat" },
	{ "unit", "unit penempatan" },
	{ NULL, NULL }
};

struct reader {
	struct faults		 f;
	struct letter_text	*t;
};

const char *
letter_kind_slug(enum letter_kind kind)
{
	return kinds[kind];
}

/* -- characters and variables ------------------------------------------ */

/* Why the bytes of a line are no text; NULL when they are. */
static const char *
bad_line(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		const unsigned char c = (unsigned char)text[i];

		if (c == 127 || (c < ' ' && c != '\t' && c != '\r'))
			return "karakter kendali";
	}
	return utf8_valid(text, len) ? NULL : "bukan UTF-8";
}

/* Check the size and the characters of a text; a fault names its line. */
static int
check_characters(struct reader *r, const char *text, size_t len)
{
	const char *end = text + len, *reason, *next;

	r->f.line = 1;
	if (len > LETTER_TEXT_MAX)
		return fault_add(&r->f, "terlalu panjang, paling banyak %d "
		    "bita", LETTER_TEXT_MAX);
	for (; text < end; text = next + 1, r->f.line++) {
		if ((next = memchr(text, '\n', (size_t)(end - text))) == NULL)
			next = end;
		reason = bad_line(text, (size_t)(next - text));
		if (reason != NULL)
			return fault_add(&r->f, "%s", reason);
	}
	return 0;
}

static int
is_variable(const char *name, size_t len)
{
	const struct letter_variable *v;

	if (strlen(LETTER_TEXT_OLD_CASE) == len &&
	    strncmp(LETTER_TEXT_OLD_CASE, name, len) == 0)
		return 1;
	for (v = letter_text_variables; v->name != NULL; v++)
		if (strlen(v->name) == len && strncmp(v->name, name,
		    len) == 0)
			return 1;
	return 0;
}

/* Refuse a variable that there is not, and a brace that stands alone. */
static int
check_variables(struct reader *r, const char *text)
{
	for (const char *p = text; (p = strpbrk(p, "{}")) != NULL;) {
		const size_t len = strcspn(p + 1, "{} \n");

		if (p[0] == '}')
			return fault_add(&r->f, "kurung } tanpa {");
		if (p[len + 1] != '}')
			return fault_add(&r->f, "kurung { tanpa }");
		if (!is_variable(p + 1, len))
			return fault_add(&r->f, "isian tidak dikenal: {%.*s}",
			    (int)(len < NAME_SIZE ? len : NAME_SIZE), p + 1);
		p += len + 2;
	}
	return 0;
}

/* -- the head ---------------------------------------------------------- */

static int
read_head(struct reader *r, char *line)
{
	char *value = strchr(line, ':'), *name;
	int key;

	if (value == NULL)
		return fault_add(&r->f, "bukan \"kunci: isi\"");
	*value++ = '\0';
	name = trim(line);
	value = trim(value);
	for (key = 0; key < KEY__MAX; key++)
		if (strcmp(keys[key], name) == 0)
			break;
	if (key == KEY__MAX)
		return fault_add(&r->f, "kunci tidak dikenal: %.40s", name);
	if (strlen(value) > HEAD_MAX)
		return fault_add(&r->f, "%s: terlalu panjang, paling banyak "
		    "%d bita", name, HEAD_MAX);
	if (check_variables(r, value) != 0)
		return -1;
	if (key == KEY_COPY && r->t->ncopy == LETTER_COPIES)
		return fault_add(&r->f, "lebih dari %d tembusan",
		    LETTER_COPIES);
	if (key == KEY_COPY)
		r->t->copy[r->t->ncopy++] = value;
	else if (r->t->head[key][0] != '\0')
		return fault_add(&r->f, "%s: dua kali", name);
	r->t->head[key] = value;
	return 0;
}

static int
check_head(struct reader *r)
{
	const char *const *head = r->t->head;
	int kind = slug_index(kinds, LETTER__MAX, head[KEY_LETTER]);

	if (kind == -1)
		return fault_add(&r->f, "surat: harus balasan, keterangan, "
		    "atau sertifikat");
	r->t->kind = (enum letter_kind)kind;
	if (head[KEY_SUBJECT][0] == '\0')
		return fault_add(&r->f, "hal: belum ada");
	if (kind == LETTER_REPLY && head[KEY_TO][0] == '\0')
		return fault_add(&r->f, "kepada: belum ada");
	return 0;
}

/* -- paragraphs -------------------------------------------------------- */

/* Take "?judul " or "?!judul " from before a paragraph, which is then printed
 * only when the variable is (not) empty. */
static int
read_condition(struct reader *r, struct letter_block *b, char **text)
{
	char *p = *text;
	size_t len;

	if (*p != '?')
		return 0;
	p++;
	if ((b->empty = *p == '!') != 0)
		p++;
	len = strcspn(p, " \n");
	if (!is_variable(p, len) || p[len] == '\0')
		return fault_add(&r->f, "syarat tidak dikenal: ?%.*s",
		    (int)(len < NAME_SIZE ? len : NAME_SIZE), p);
	p[len] = '\0';
	b->only = p;
	*text = trim(p + len + 1);
	return 0;
}

static void
read_item(struct letter_block *b, char *text)
{
	size_t digits = strspn(text, "0123456789");
	char *pair = strstr(text, " :: ");

	b->text = text;
	if (pair != NULL) {
		*pair = '\0';
		b->kind = BLOCK_PAIR;
		b->label = trim(text);
		b->text = trim(pair + 4);
	} else if (strncmp(text, "- ", 2) == 0 || (digits > 0 && digits < 4 &&
	    strncmp(text + digits, ". ", 2) == 0)) {
		char *end = strchr(text, ' ');

		*end = '\0';
		b->kind = BLOCK_ITEM;
		b->label = text;
		b->text = trim(end + 1);
	}
}

static int
read_block(struct reader *r, char *text)
{
	struct letter_block *b = &r->t->block[r->t->nblock];

	if (*(text = trim(text)) == '\0')
		return 0;
	if (r->t->nblock == BLOCKS_MAX)
		return fault_add(&r->f, "lebih dari %d paragraf", BLOCKS_MAX);
	if (strlen(text) > BLOCK_MAX)
		return fault_add(&r->f, "paragraf terlalu panjang, paling "
		    "banyak %d bita", BLOCK_MAX);
	*b = (struct letter_block){ .kind = BLOCK_TEXT, .label = "" };
	if (read_condition(r, b, &text) != 0)
		return -1;
	if (strcmp(text, "@peserta") == 0 && r->t->kind == LETTER_REPLY) {
		b->kind = BLOCK_PEOPLE;
		b->text = "";
	} else if (strcmp(text, "@ditolak") == 0 &&
	    r->t->kind == LETTER_REPLY) {
		b->kind = BLOCK_REFUSED;
		b->text = "";
	} else if (strcmp(text, "@nama") == 0 &&
	    r->t->kind == LETTER_CERTIFICATE) {
		b->kind = BLOCK_NAME;
		b->text = "{nama}";
	} else if (text[0] == '@') {
		return fault_add(&r->f, "tanda tidak dikenal di surat %s: "
		    "%.40s", kinds[r->t->kind], text);
	} else {
		read_item(b, text);
	}
	r->t->nblock++;
	return check_variables(r, b->label) != 0 ? -1 :
	    check_variables(r, b->text);
}

/* Does this line begin a block of its own, or go on with the one before? */
static int
begins(const char *line)
{
	size_t digits = strspn(line, "0123456789");

	return line[0] == '?' || line[0] == '@' ||
	    strstr(line, " :: ") != NULL || strncmp(line, "- ", 2) == 0 ||
	    (digits > 0 && digits < 4 && strncmp(line + digits, ". ", 2) == 0);
}

/* Read a paragraph that began at line `at`; its faults name that line. */
static void
end_block(struct reader *r, char *text, int at)
{
	const int now = r->f.line;

	r->f.line = at;
	read_block(r, text);
	r->f.line = now;
}

/* Lines up to a blank one, or one that begins anew, are one paragraph: in
 * place, a newline becomes a space. */
static void
read_body(struct reader *r, char *text)
{
	char *block = NULL, *end = NULL, *line = text;
	int at = r->f.line;

	for (; line != NULL; r->f.line++) {
		char *next = strchr(line, '\n');

		if (next != NULL)
			*next++ = '\0';
		line = trim(line);
		if (block != NULL && (*line == '\0' || begins(line))) {
			end_block(r, block, at);
			block = NULL;
		}
		if (*line != '\0' && *line != '#') {
			if (block == NULL) {
				block = end = line;
				at = r->f.line;
			} else {
				*end++ = ' ';
				memmove(end, line, strlen(line) + 1);
			}
			end += strlen(end);
		}
		line = next;
	}
	if (block != NULL)
		end_block(r, block, at);
	r->f.line = at;
}

/* -- the file ---------------------------------------------------------- */

static void
read_file(struct reader *r, char *text)
{
	char *line, *rest = text;

	for (r->f.line = 1; rest != NULL; r->f.line++) {
		line = rest;
		if ((rest = strchr(line, '\n')) != NULL)
			*rest++ = '\0';
		line = trim(line);
		if (*line == '\0')
			break;
		if (*line != '#')
			read_head(r, line);
	}
	/* The kind decides what may stand in it. */
	if (check_head(r) != 0)
		return;
	r->f.line++;
	if (rest != NULL)
		read_body(r, rest);
	if (r->t->nblock == 0 && r->f.n == 0)
		fault_add(&r->f, "belum ada isi surat");
}

struct letter_text *
letter_text_parse(const char *file, const char *text, size_t len, char *why,
    size_t whysize)
{
	struct letter_text *t = calloc(1, sizeof(*t));
	struct reader r = { .f = { .file = file, .why = why,
	    .size = whysize }, .t = t };

	if (t == NULL || check_characters(&r, text, len) != 0) {
		free(t);
		return NULL;
	}
	t->memory = calloc(1, len + 1);
	t->block = calloc(BLOCKS_MAX, sizeof(*t->block));
	if (t->memory == NULL || t->block == NULL) {
		letter_text_free(t);
		snprintf(why, whysize, "%s: out of memory", file);
		return NULL;
	}
	memcpy(t->memory, text, len);
	for (int i = 0; i < KEY__MAX; i++)
		t->head[i] = "";
	read_file(&r, t->memory);
	if (r.f.n > 0) {
		letter_text_free(t);
		return NULL;
	}
	return t;
}

void
letter_text_free(struct letter_text *t)
{
	if (t == NULL)
		return;
	free(t->block);
	free(t->memory);
	free(t);
}

/* -- filling in -------------------------------------------------------- */

char *
letter_text_fill(const char *text, const char *(*value)(void *, const char *),
    void *arg)
{
	char *out = NULL, name[NAME_SIZE];
	size_t size = 0;
	FILE *f = open_memstream(&out, &size);

	if (f == NULL)
		return NULL;
	while (*text != '\0') {
		size_t n = strcspn(text, "{");

		fwrite(text, 1, n, f);
		text += n;
		if (*text == '\0')
			break;
		n = strcspn(text + 1, "}");
		snprintf(name, sizeof(name), "%.*s", (int)n, text + 1);
		fputs(value(arg, name), f);
		text += n + 1 + (text[n + 1] == '}');
	}
	if (fclose(f) != 0) {
		free(out);
		return NULL;
	}
	return out;
}
