/*
 * english.h - is a page English, marked as such, with nothing of it left in
 * Indonesian?
 */
#pragma once

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "tests/tap.h"
#include "tests/web/cgi.h"

/* The text of a page: no tags, one space between words; static. */
static const char *
page_words(const struct visitor *v)
{
	static char text[1 << 17];
	const char *s = strstr(cgi_body(v), "<body");
	size_t n = 0;
	int tag = 0;

	for (; s != NULL && *s != '\0' && n + 2 < sizeof(text); s++) {
		if (*s == '<' || *s == '>') {
			tag = *s == '<';
			if (n > 0 && text[n - 1] != ' ')
				text[n++] = ' ';
		} else if (!tag && (!isspace((unsigned char)*s) ||
		    (n > 0 && text[n - 1] != ' ')))
			text[n++] = isspace((unsigned char)*s) ? ' ' : *s;
	}
	text[n] = '\0';
	return text;
}

/* Words that every Indonesian sentence has one of. */
static void
is_english(const struct visitor *v, const char *name)
{
	static const char *const no[] = { " yang ", " dan ", " atau ",
		" Anda ", " untuk ", " dengan ", " tidak ", " Isi ",
		" Pilih ", " permohonan ", " dari ", " pada ", " ini ",
		" Langkah ", " langkah ", " Tanggal ", " Nama ", " Kirim ",
		" surat ", " oleh ", " sampai ", " lagi", " Coba ",
		" coba ", " Tunggu ", " halaman ", " layanan " };
	const char *said = page_words(v), *at;
	int found = 0;

	ok(cgi_has(v, "<html lang=\"en\""), "%s: marked as English", name);
	for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		for (at = strstr(said, no[i]); at != NULL && found < 6;
		    at = strstr(at + 1, no[i]), found++)
			printf("# ...%.*s...\n", 90, at - said > 40 ?
			    at - 40 : said);
	is_int(0, found, "...and English");
}
