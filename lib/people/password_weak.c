/*
 * password_weak.c - passwords that are guessed first.
 */
#include "people/password_weak.h"

#include <crack.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "office/unit.h"
#include "people/institution.h"
#include "people/person.h"

#define WORD_MIN	4	/* letters of a name that count */

/* The library's answers (in the C locale of our programs), known by a word, and
 * the reason in ours; the last stands for every other answer. */
static const struct { const char *word, *says; } answers[] = {
	{ "dictionary", "Kata sandi ini ada di kamus yang dipakai penebak. "
	    "Rangkai beberapa kata yang tidak berhubungan" },
	{ "DIFFERENT", "Kata sandi ini mengulang huruf yang sama. Pakai lebih "
	    "banyak huruf yang berbeda" },
	{ "simplistic", "Kata sandi ini berurutan, sehingga mudah ditebak. "
	    "Rangkai beberapa kata yang tidak berhubungan" },
	{ "", "Kata sandi ini mudah ditebak. Rangkai beberapa kata yang tidak "
	    "berhubungan" },
};

int
password_weak_ready(void)
{
	char path[512];

	snprintf(path, sizeof(path), "%s.pwd", GetDefaultCracklibDict());
	return access(path, R_OK) == 0;
}

/* Does the password hold a word of this text, in large or small letters? */
static int
holds_word(const char *password, const char *text)
{
	char word[160];
	size_t n;

	for (; *text != '\0'; text += n + (text[n] != '\0')) {
		n = strcspn(text, " ,.-'\"()/");
		if (n < WORD_MIN || n >= sizeof(word))
			continue;
		memcpy(word, text, n);
		word[n] = '\0';
		if (strcasestr(password, word) != NULL)
			return 1;
	}
	return 0;
}

/* The person's own institution, or the office. */
static const char *
house(struct office *o, const struct person *p, char name[160])
{
	struct institution_row i;
	struct unit_row u;

	name[0] = '\0';
	if (p->institution_id != 0) {
		if (institution_get(o, p->institution_id, &i) == CASE_OK)
			snprintf(name, 160, "%s", i.name);
	} else if (unit_get(o, office_unit(o), &u) == CASE_OK)
		snprintf(name, 160, "%.159s", u.name);
	return name;
}

const char *
password_weak(struct office *o, const struct person *p, const char *password)
{
	char name[160];
	const char *why;
	size_t i = 0;

	if (holds_word(password, p->name))
		return "Kata sandi tidak boleh memuat nama Anda";
	if (holds_word(password, "sopap") ||
	    holds_word(password, house(o, p, name)))
		return "Kata sandi tidak boleh memuat nama kantor atau lembaga "
		    "Anda, atau nama layanan ini";
	if (!password_weak_ready() || (why = FascistCheck(password,
	    GetDefaultCracklibDict())) == NULL)
		return NULL;
	while (answers[i].word[0] != '\0' &&
	    strstr(why, answers[i].word) == NULL)
		i++;
	return answers[i].says;
}
