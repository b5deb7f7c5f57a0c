/* letter_text_words.c - the words of a letter's text: its characters, its
 * variables, and the text with their values. */
#include "letter/letter_text_raw.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
	{ "perkara", "nomor perkara" },
	{ "prodi", "program studi peserta" },
	{ "selesai", "tanggal selesai" },
	{ "tanggal", "tanggal surat" },
	{ "tanggal_permohonan", "tanggal surat permohonan" },
	{ "tempat", "kota pada tanggal surat" },
	{ "unit", "unit penempatan" },
	{ NULL, NULL }
};

/* Bytes of the UTF-8 character at p; 0 when it is none (overlong forms,
 * surrogates and what lies beyond Unicode included). */
static size_t
utf8_size(const unsigned char *p, size_t left)
{
	static const unsigned least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t n = p[0] < 0x80 ? 1 : p[0] >> 5 == 6 ? 2 : p[0] >> 4 == 14 ? 3 :
	    p[0] >> 3 == 30 ? 4 : 0;
	unsigned c = n > 1 ? p[0] & (0xffu >> (n + 1)) : p[0];

	if (n == 0 || n > left)
		return 0;
	for (size_t i = 1; i < n; i++) {
		if (p[i] >> 6 != 2)
			return 0;
		c = c << 6 | (p[i] & 63);
	}
	if (c < least[n] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return 0;
	return n;
}

const char *
letter_text_characters_check(const char *text, size_t len, int *line)
{
	size_t n;

	for (size_t i = 0; i < len; i += n) {
		const unsigned char c = (unsigned char)text[i];

		n = utf8_size((const unsigned char *)text + i, len - i);
		if (n == 0)
			return "bukan UTF-8";
		if (c == 127 || (c < ' ' && strchr("\t\r\n", c) == NULL) ||
		    c == '\0')
			return "karakter kendali";
		*line += c == '\n';
	}
	return NULL;
}

int
letter_text_is_variable(const char *name, size_t len)
{
	const struct letter_variable *v;

	for (v = letter_text_variables; v->name != NULL; v++)
		if (strlen(v->name) == len && strncmp(v->name, name,
		    len) == 0)
			return 1;
	return 0;
}

int
letter_text_variables_check(const char *text, char *why, size_t size)
{
	for (const char *p = text; (p = strpbrk(p, "{}")) != NULL;) {
		const size_t len = strcspn(p + 1, "{} \n");

		if (p[0] == '}') {
			snprintf(why, size, "kurung } tanpa {");
			return -1;
		}
		if (p[len + 1] != '}') {
			snprintf(why, size, "kurung { tanpa }");
			return -1;
		}
		if (!letter_text_is_variable(p + 1, len)) {
			snprintf(why, size, "isian tidak dikenal: {%.*s}",
			    (int)(len < LETTER_NAME_SIZE ? len :
			    LETTER_NAME_SIZE), p + 1);
			return -1;
		}
		p += len + 2;
	}
	return 0;
}

char *
letter_text_fill(const char *text, const char *(*value)(void *, const char *),
    void *arg)
{
	char *out = NULL, name[LETTER_NAME_SIZE];
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
