/*
 * office_code.c - public codes, signatures and fingerprints.
 */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "base/unicode.h"
#include "office/office_inner.h"

#define CODE_TYPED 256		/* bytes of a code that are read */

/* Letters and digits that cannot be mistaken: no 0 O 1 I L. */
static const char code_letters[] = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

void
office_sha256(const void *data, size_t len, char hex[65])
{
	unsigned char h[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(h, data, len);
	sodium_bin2hex(hex, 65, h, sizeof(h));
}

void
office_mac(const unsigned char key[CASE_KEY_SIZE], const char *purpose,
    const char *text, char hex[65])
{
	crypto_auth_hmacsha256_state st;
	unsigned char h[crypto_auth_hmacsha256_BYTES];

	crypto_auth_hmacsha256_init(&st, key, CASE_KEY_SIZE);
	crypto_auth_hmacsha256_update(&st, (const unsigned char *)purpose,
	    strlen(purpose) + 1);
	crypto_auth_hmacsha256_update(&st, (const unsigned char *)text,
	    strlen(text));
	crypto_auth_hmacsha256_final(&st, h);
	sodium_bin2hex(hex, 65, h, sizeof(h));
}

/* The key that held when an id was made: what was given out with it stays. */
static const unsigned char *
key_of(const struct office *o, int64_t id)
{
	for (size_t i = o->nold; i > 0; i--)
		if (id < o->old[i - 1].until)
			return o->old[i - 1].key;
	return o->key;
}

/* The code that follows from an id, another for each purpose. */
static void
make_code(const struct office *o, const char *purpose, int64_t of, char *code)
{
	char id[24], hex[65];
	unsigned int v;
	int i;

	snprintf(id, sizeof(id), "%lld", (long long)of);
	office_mac(key_of(o, of), purpose, id, hex);
	/* Four hex digits a letter: the bias of 65536 mod 31 is nothing. */
	for (i = 0; i < CASE_CODE_LEN; i++) {
		sscanf(hex + i * 4, "%4x", &v);
		code[i] = code_letters[v % (sizeof(code_letters) - 1)];
	}
	code[i] = '\0';
}

void
office_code(const struct office *o, int64_t case_id, char *code)
{
	make_code(o, "code", case_id, code);
}

void
office_code_random(char *code)
{
	for (int i = 0; i < CASE_CODE_LEN; i++)
		code[i] = code_letters[randombytes_uniform(
		    sizeof(code_letters) - 1)];
	code[CASE_CODE_LEN] = '\0';
}

void
office_proof_code(const struct office *o, int64_t case_id, int64_t quarter,
    char *code)
{
	char purpose[48];

	snprintf(purpose, sizeof(purpose), "proof:%lld", (long long)quarter);
	make_code(o, purpose, case_id, code);
}

void
office_letter_code(const struct office *o, int64_t letter_id, char *code)
{
	make_code(o, "letter", letter_id, code);
}

static int
hash_code(const struct office *o, const char *purpose, const char *typed,
    char hash[65])
{
	char plain[CODE_TYPED], code[CASE_CODE_LEN + 1];
	const char *s, *end;
	int n = 0;
	char c;

	/* An address that leads to a letter or a case ends with its code. */
	unicode_typed(typed, plain, sizeof(plain));
	for (s = plain; (end = strpbrk(s, "/#")) != NULL; s = end + 1)
		continue;
	for (; *s != '\0'; s++) {
		c = *s;
		if (strchr(" -.'", c) != NULL)
			continue;
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (n == CASE_CODE_LEN || strchr(code_letters, c) == NULL)
			return -1;
		code[n++] = c;
	}
	if (n != CASE_CODE_LEN)
		return -1;
	code[n] = '\0';
	/* Nothing typed says of which time it is: hashes keep the first key. */
	office_mac(key_of(o, INT64_MIN), purpose, code, hash);
	return 0;
}

int
office_code_hash(const struct office *o, const char *typed, char hash[65])
{
	return hash_code(o, "code-hash", typed, hash);
}

int
office_letter_hash(const struct office *o, const char *typed, char hash[65])
{
	return hash_code(o, "letter-hash", typed, hash);
}

void
office_sign(const struct office *o, const char *text, char hex[65])
{
	office_mac(o->key, "sign", text, hex);
}

void
office_sign_of(const struct office *o, int64_t id, const char *text,
    char hex[65])
{
	office_mac(key_of(o, id), "sign", text, hex);
}
