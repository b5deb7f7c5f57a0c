/* form.c - decoding forms, and reading their fields. */
#include <string.h>

#include "base/arena.h"
#include "base/price.h"
#include "base/unicode.h"
#include "base/urlcode.h"
#include "base/utf8.h"
#include "page/page.h"
#include "web/form.h"
#include "web/request.h"

static int
is_secret(const char *name)
{
	static const char *const secrets[] = { "kata-sandi", "pin-petugas",
		"pin-baru" };

	for (size_t i = 0; i < sizeof(secrets) / sizeof(secrets[0]); i++)
		if (strncmp(name, secrets[i], strlen(secrets[i])) == 0)
			return 1;
	return 0;
}

/* Is it a hidden field of our pages, or a secret? */
static int
is_hidden(const char *name)
{
	static const char *const names[] = { "csrf", "kunci", "kembali",
		"mulai" };
	static const char kept[] = "-lama";
	size_t len = strlen(name), tail = sizeof(kept) - 1;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return 1;
	return is_secret(name) ||
	    (len > tail && strcmp(name + len - tail, kept) == 0);
}

const char *
form_clean(struct arena *arena, const char *name, const char *value)
{
	char *clean;

	if (unicode_is_ascii(value) || is_hidden(name) ||
	    (clean = unicode_clean(value)) == NULL)
		return value;
	arena_adopt(arena, clean);
	return clean;
}

/* One name or value: a decoded copy in the arena, NULL when no valid text. */
static char *
decode(struct arena *arena, const char *text, size_t len)
{
	char *copy = arena_strndup(arena, text, len);

	len = urlcode_decode(copy, len, 1);
	if (!utf8_valid(copy, len))
		return NULL;
	copy[utf8_fold_lines(copy, len)] = '\0';
	return copy;
}

/* Pairs in the text; empty ones ("a=1&&b=2") are none. */
static size_t
count_pairs(const char *text, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		if (text[i] != '&' && (i == 0 || text[i - 1] == '&'))
			n++;
	return n;
}

int
form_decode(struct arena *arena, const char *text, size_t len, size_t max,
    struct form_field **fields, size_t *count)
{
	size_t n = 0, pairs = count_pairs(text, len), pair, name;
	const char *end;
	struct form_field *list;

	if (pairs > max)
		return -2;
	list = arena_alloc(arena, pairs * sizeof(*list));
	for (; len > 0; text += pair, len -= pair) {
		end = memchr(text, '&', len);
		pair = end != NULL ? (size_t)(end - text) : len;
		if (pair == 0) {
			pair = 1;
			continue;
		}
		end = memchr(text, '=', pair);
		name = end != NULL ? (size_t)(end - text) : pair;
		list[n].name = decode(arena, text, name);
		list[n].value = name < pair ?
		    decode(arena, text + name + 1, pair - name - 1) : "";
		if (list[n].name == NULL || list[n].value == NULL)
			return -1;
		list[n].value = form_clean(arena, list[n].name,
		    list[n].value);
		n++;
	}
	*fields = list;
	*count = n;
	return 0;
}

const char *
form_find(const struct form_field *field, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(field[i].name, name) == 0)
			return field[i].value;
	return NULL;
}

const char *
form_get(const struct request *req, const char *name)
{
	return form_find(req->form, req->nform, name);
}

const char *
form_value(const struct request *req, const char *name)
{
	const char *v = form_get(req, name);
	size_t n;

	if (v == NULL)
		return "";
	v += strspn(v, " \t\n");
	n = strlen(v);
	while (n > 0 && strchr(" \t\n", v[n - 1]) != NULL)
		n--;
	return arena_strndup(req->arena, v, n);
}

size_t
form_all(const struct request *req, const char *name, const char **values,
    size_t max)
{
	size_t n = 0;

	for (size_t i = 0; i < req->nform && n < max; i++)
		if (strcmp(req->form[i].name, name) == 0)
			values[n++] = req->form[i].value;
	return n;
}

size_t
form_carry(const struct request *req, struct page *page, const char *from,
    const char *to)
{
	size_t len = strlen(from), n = 0;

	for (size_t i = 0; i < req->nform; i++) {
		const char *name = req->form[i].name + len;

		if (strncmp(req->form[i].name, from, len) != 0 ||
		    is_secret(name))
			continue;
		if (page != NULL)
			page_hidden(page, arena_printf(req->arena, "%s%s", to,
			    name), req->form[i].value);
		n++;
	}
	return n;
}

int
form_is_filled(const struct request *req)
{
	/* One press sends these, too. */
	static const char *const press[] = { "aksi", "versi", "tindakan",
		"pasti" };

	for (size_t i = 0; i < req->nform; i++) {
		const char *name = req->form[i].name;
		size_t k = 0;

		while (k < sizeof(press) / sizeof(press[0]) &&
		    strcmp(press[k], name) != 0)
			k++;
		if (k == sizeof(press) / sizeof(press[0]) &&
		    !is_hidden(name) && req->form[i].value[0] != '\0')
			return 1;
	}
	return 0;
}

const char *
form_typed(const struct request *req)
{
	const char *typed = "";
	size_t sum = 0;

	for (size_t i = 0; i < req->nform; i++) {
		const struct form_field *f = &req->form[i];

		if (!is_hidden(f->name) && strpbrk(f->value, " \n") != NULL &&
		    (sum += strlen(f->value) + 1) <= PRICE_TYPED)
			arena_append(req->arena, &typed, "%s%s",
			    typed[0] != '\0' ? "\n" : "", f->value);
	}
	return typed;
}
