/*
 * adapter_callback.c - callbacks: they are checked to come from the provider,
 * and read.
 */
#include "message/adapter_callback.h"

#include <ctype.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "message/adapter.h"

#define WORD 256

static const char *
secret_of(const struct adapter *a, const char *path)
{
	return json_string_value(json_object_get(a->secret,
	    adapter_text(a, path)));
}

/* In constant time, but for the length. */
static int
same(const char *a, const char *b)
{
	size_t len = strlen(a);

	return len > 0 && len == strlen(b) && sodium_memcmp(a, b, len) == 0;
}

/* The HMAC of the body in small hex digits. */
static void
sign(const struct adapter *a, const char *key, const struct adapter_callback *c,
    char *hex, size_t size)
{
	unsigned char mac[crypto_auth_hmacsha512_BYTES];
	const unsigned char *body = (const unsigned char *)c->body;
	crypto_auth_hmacsha256_state s256;
	crypto_auth_hmacsha512_state s512;
	size_t len = crypto_auth_hmacsha256_BYTES;

	if (strcmp(adapter_text(a, "callback.algorithm"), "sha512") == 0) {
		crypto_auth_hmacsha512_init(&s512,
		    (const unsigned char *)key, strlen(key));
		crypto_auth_hmacsha512_update(&s512, body, c->len);
		crypto_auth_hmacsha512_final(&s512, mac);
		len = crypto_auth_hmacsha512_BYTES;
	} else {
		crypto_auth_hmacsha256_init(&s256,
		    (const unsigned char *)key, strlen(key));
		crypto_auth_hmacsha256_update(&s256, body, c->len);
		crypto_auth_hmacsha256_final(&s256, mac);
	}
	sodium_bin2hex(hex, size, mac, len);
}

static int
signed_well(const struct adapter *a, const char *key,
    const struct adapter_callback *c)
{
	char want[2 * crypto_auth_hmacsha512_BYTES + 1], got[sizeof(want)];
	const char *value = c->header(c->arg, adapter_text(a,
	    "callback.header")), *prefix = adapter_text(a, "callback.prefix");
	size_t i;

	if (value == NULL || strncmp(value, prefix, strlen(prefix)) != 0)
		return 0;
	value += strlen(prefix);
	for (i = 0; value[i] != '\0' && i < sizeof(got) - 1; i++)
		got[i] = (char)tolower((unsigned char)value[i]);
	got[i] = '\0';
	sign(a, key, c, want, sizeof(want));
	return value[i] == '\0' && same(want, got);
}

int
adapter_callback_ok(const struct adapter *a, const struct adapter_callback *c)
{
	const char *check = adapter_text(a, "callback.check");
	const char *key = secret_of(a, "callback.secret"), *value;

	if (strcmp(check, "none") == 0)
		return 1;
	if (key == NULL)
		return 0;
	if (strcmp(check, "hmac") == 0)
		return signed_well(a, key, c);
	if (*adapter_text(a, "callback.header") == '\0')
		return same(key, c->token);
	value = c->header(c->arg, adapter_text(a, "callback.header"));
	return value != NULL && same(key, value);
}

/* -- what it says ------------------------------------------------------- */

struct reading {
	const struct adapter	*a;
	adapter_news		*fn;
	void			*arg;
	int			 count;
};

static void
read_item(struct reading *r, json_t *item)
{
	char id[WORD], alias[WORD], ref[WORD], word[WORD], reason[WORD];
	json_t *how = adapter_at(r->a->root, "callback");
	struct adapter_status s = {
		adapter_first(item, json_object_get(how, "id"), id, WORD),
		adapter_first(item, json_object_get(how, "alias"), alias,
		    WORD),
		adapter_first(item, json_object_get(how, "ref"), ref, WORD),
		NULL,
		adapter_first(item, json_object_get(how, "reason"), reason,
		    WORD),
	};

	adapter_first(item, json_object_get(how, "status"), word, WORD);
	s.state = json_string_value(json_object_get(json_object_get(how,
	    "states"), word));
	if (s.state == NULL)
		return;			/* other events concern others */
	r->count++;
	r->fn(r->arg, &s);
}

/* Walk a path in which a star stands for every element of a list. */
static void
read_items(struct reading *r, json_t *at, const char *path)
{
	char part[128];
	size_t len = strcspn(path, "."), i;
	json_t *element;

	if (*path == '\0') {
		read_item(r, at);
		return;
	}
	if (strncmp(path, "*", len) == 0) {
		json_array_foreach(at, i, element)
			read_items(r, element, path + len +
			    (path[len] == '.'));
		return;
	}
	snprintf(part, sizeof(part), "%.*s", (int)len, path);
	if ((at = adapter_at(at, part)) != NULL)
		read_items(r, at, path + len + (path[len] == '.'));
}

static int
hex(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c == '\0' ? NULL :
	    strchr(digits, tolower((unsigned char)c));

	return at == NULL ? -1 : (int)(at - digits);
}

/* A form's value, decoded in place. */
static void
decode(char *s)
{
	char *to = s;

	for (; *s != '\0'; s++)
		if (*s == '%' && hex(s[1]) >= 0 && hex(s[2]) >= 0) {
			*to++ = (char)(hex(s[1]) * 16 + hex(s[2]));
			s += 2;
		} else
			*to++ = *s == '+' ? ' ' : *s;
	*to = '\0';
}

/* "a=1&b=2" as an object; what is no text is left out. */
static json_t *
form_object(const char *body, size_t len)
{
	char *copy = strndup(body, len), *pair, *save, *value;
	json_t *object = json_object();

	for (pair = copy == NULL ? NULL : strtok_r(copy, "&", &save);
	    pair != NULL; pair = strtok_r(NULL, "&", &save)) {
		value = pair + strcspn(pair, "=");
		if (*value != '\0')
			*value++ = '\0';
		decode(pair);
		decode(value);
		json_object_set_new(object, pair, json_string(value));
	}
	free(copy);
	return object;
}

int
adapter_callback_read(const struct adapter *a, const struct adapter_callback *c,
    adapter_news *fn, void *arg)
{
	static const char form[] = "application/x-www-form-urlencoded";
	struct reading r = { a, fn, arg, 0 };
	json_t *body;

	if (strncmp(c->type, form, sizeof(form) - 1) == 0)
		body = form_object(c->body, c->len);
	else
		body = json_loadb(c->body, c->len, 0, NULL);
	if (body == NULL)
		return -1;
	read_items(&r, body, adapter_text(a, "callback.items"));
	json_decref(body);
	return r.count;
}

const char *
adapter_callback_challenge(const struct adapter *a,
    const char *(*query)(void *arg, const char *name), void *arg)
{
	const char *key = secret_of(a, "callback.challenge.secret");
	const char *token = query(arg, adapter_text(a,
	    "callback.challenge.token"));

	return key != NULL && token != NULL && same(key, token) ?
	    query(arg, adapter_text(a, "callback.challenge.answer")) : NULL;
}
