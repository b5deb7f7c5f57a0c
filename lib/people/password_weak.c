/*
 * password_weak.c - passwords that are guessed first.
 */
#include "people/password_weak.h"

#include <crack.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "office/unit.h"
#include "people/institution.h"
#include "people/password.h"
#include "people/person.h"

#define WORD_MIN	4	/* letters of a name that count */

static const char roles[] = "SELECT r.slug FROM holders h"
    "  JOIN roles r ON r.id = h.role_id WHERE h.person_id = $1";

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

/* A word of a role that the person has or had: "kakanwil"? */
static int
holds_role(struct office *o, const struct person *p, const char *password)
{
	struct db_stmt *st = db_query(office_db(o), roles, "i", p->id);
	int found = 0;

	while (!found && db_step(st))
		found = holds_word(password, db_text(st, 0));
	db_done(st);
	return found;
}

/* The person's own institution; or the office, with its short name. */
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
		snprintf(name, 160, "%.100s %.50s", u.name, u.slug);
	return name;
}

static int
is_letter(char c)
{
	return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* The bytes of a text of which it is so many repetitions; its length when it is
 * none. */
static size_t
period(const char *s, size_t len)
{
	size_t n = 1;

	while (len % n != 0 || memcmp(s, s + n, len - n) != 0)
		n++;
	return n;
}

/* One word with digits before and behind it, or twice the same?  That is what
 * is tried of every word of every language. */
static int
is_one_word(const char *password)
{
	size_t len = strlen(password);

	while (len > 0 && !is_letter(password[len - 1]))
		len--;
	for (; len > 0 && !is_letter(*password); len--)
		password++;
	len = len > 0 ? period(password, len) : 0;
	for (size_t i = 0; i < len; i++)
		if (!is_letter(password[i]))
			return 0;
	return len < PASSWORD_MIN;
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
	    holds_word(password, house(o, p, name)) ||
	    holds_role(o, p, password))
		return "Kata sandi tidak boleh memuat nama kantor, lembaga, "
		    "atau peran Anda, atau nama layanan ini";
	if (!password_weak_ready() || (why = FascistCheck(password,
	    GetDefaultCracklibDict())) == NULL)
		return is_one_word(password) ? "Kata sandi ini satu kata "
		    "dengan angka, sehingga mudah ditebak. Rangkai beberapa "
		    "kata yang tidak berhubungan" : NULL;
	while (answers[i].word[0] != '\0' &&
	    strstr(why, answers[i].word) == NULL)
		i++;
	return answers[i].says;
}
