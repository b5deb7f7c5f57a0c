/*
 * office_code.c - public codes, signatures and fingerprints.
 */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "case/officeraw.h"

/* Letters and digits that cannot be mistaken: no 0 O 1 I L. */
static const char code_letters[] = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

void
office_sha256(const void *data, size_t len, char hex[65])
{
	unsigned char h[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(h, data, len);
	sodium_bin2hex(hex, 65, h, sizeof(h));
}

/* Hex HMAC-SHA-256 with the server key of a purpose and a text. */
static void
mac(const struct office *o, const char *purpose, const char *text,
    char hex[65])
{
	crypto_auth_hmacsha256_state st;
	unsigned char h[crypto_auth_hmacsha256_BYTES];

	crypto_auth_hmacsha256_init(&st, o->key, sizeof(o->key));
	crypto_auth_hmacsha256_update(&st, (const unsigned char *)purpose,
	    strlen(purpose) + 1);
	crypto_auth_hmacsha256_update(&st, (const unsigned char *)text,
	    strlen(text));
	crypto_auth_hmacsha256_final(&st, h);
	sodium_bin2hex(hex, 65, h, sizeof(h));
}

void
office_code(const struct office *o, int64_t case_id, char *code)
{
	char id[24], hex[65];
	unsigned int v;
	int i;

	snprintf(id, sizeof(id), "%lld", (long long)case_id);
	mac(o, "code", id, hex);
	/* Four hex digits a letter: the bias of 65536 mod 31 is nothing. */
	for (i = 0; i < CASE_CODE_LEN; i++) {
		sscanf(hex + i * 4, "%4x", &v);
		code[i] = code_letters[v % (sizeof(code_letters) - 1)];
	}
	code[i] = '\0';
}

int
office_code_hash(const struct office *o, const char *typed, char hash[65])
{
	char code[CASE_CODE_LEN + 1];
	int n = 0;
	char c;

	for (; *typed != '\0'; typed++) {
		c = *typed;
		if (c == ' ' || c == '-' || c == '.')
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
	mac(o, "code-hash", code, hash);
	return 0;
}

void
office_sign(const struct office *o, const char *text, char hex[65])
{
	mac(o, "sign", text, hex);
}

int
office_signed(const struct office *o, const char *text, const char *hex)
{
	char want[65];

	mac(o, "sign", text, want);
	return strlen(hex) == 64 && sodium_memcmp(want, hex, 64) == 0;
}
