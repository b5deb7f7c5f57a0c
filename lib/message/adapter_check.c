/*
 * adapter_check.c - what an adapter's file may say.
 *
 * The table below is the whole language.  Placeholders are tried once on a
 * message of examples, so that a word nobody knows stops the start and not
 * the first message.
 */
#include <stdio.h>
#include <string.h>

#include "message/adapterraw.h"

enum kind { TEXT, NUMBER, OBJECT, TEXTS };

/* Every key there is, with the object it stands in. */
static const struct key {
	const char	*in, *name;
	enum kind	 kind;
	int		 needed;
} keys[] = {
	{ "", "profile", TEXT, 0 },
	{ "", "name", TEXT, 1 },
	{ "", "settings", OBJECT, 0 },
	{ "", "secrets", OBJECT, 0 },
	{ "", "number", TEXT, 1 },
	{ "", "templates", OBJECT, 0 },
	{ "", "send", OBJECT, 1 },
	{ "send", "method", TEXT, 1 },
	{ "send", "url", TEXT, 1 },
	{ "send", "headers", OBJECT, 0 },
	{ "send", "body", TEXT, 1 },
	{ "send", "fields", OBJECT, 1 },
	{ "send", "template_fields", OBJECT, 0 },
	{ "send", "timeout", NUMBER, 0 },
	{ "", "answer", OBJECT, 1 },
	{ "answer", "path", TEXT, 0 },
	{ "answer", "equals", TEXT, 0 },
	{ "answer", "id", TEXTS, 0 },
	{ "answer", "reason", TEXTS, 0 },
	{ "answer", "later", TEXTS, 0 },
	{ "answer", "denied", TEXTS, 0 },
	{ "", "retry", OBJECT, 0 },
	{ "retry", "times", NUMBER, 0 },
	{ "retry", "first", NUMBER, 0 },
	{ "retry", "longest", NUMBER, 0 },
	{ "", "rate", OBJECT, 0 },
	{ "rate", "messages", NUMBER, 1 },
	{ "rate", "seconds", NUMBER, 1 },
	{ "", "repeats", TEXT, 0 },
	{ "", "settle", NUMBER, 0 },
	{ "", "callback", OBJECT, 0 },
	{ "callback", "check", TEXT, 1 },
	{ "callback", "secret", TEXT, 0 },
	{ "callback", "header", TEXT, 0 },
	{ "callback", "algorithm", TEXT, 0 },
	{ "callback", "prefix", TEXT, 0 },
	{ "callback", "items", TEXT, 0 },
	{ "callback", "id", TEXTS, 0 },
	{ "callback", "alias", TEXTS, 0 },
	{ "callback", "ref", TEXTS, 0 },
	{ "callback", "status", TEXTS, 1 },
	{ "callback", "states", OBJECT, 1 },
	{ "callback", "reason", TEXTS, 0 },
	{ "callback", "challenge", OBJECT, 0 },
	{ "callback.challenge", "token", TEXT, 1 },
	{ "callback.challenge", "answer", TEXT, 1 },
	{ "callback.challenge", "secret", TEXT, 1 },
	{ "", "health", OBJECT, 0 },
	{ "health", "method", TEXT, 1 },
	{ "health", "url", TEXT, 1 },
	{ "health", "headers", OBJECT, 0 },
	{ "health", "path", TEXT, 0 },
	{ "health", "equals", TEXT, 0 },
};

#define NKEYS (sizeof(keys) / sizeof(keys[0]))

/* What a text may say, where only few words will do. */
static const struct {
	const char	*path;
	const char	*words;		/* each between blanks */
} choices[] = {
	{ "number", " +62 62 08 62@c.us " },
	{ "send.method", " POST PUT GET " },
	{ "send.body", " json form " },
	{ "repeats", " known unknown " },
	{ "callback.check", " hmac token none " },
	{ "callback.algorithm", " sha256 sha512 " },
};

static int
fits(const json_t *j, enum kind kind)
{
	size_t i;

	switch (kind) {
	case TEXT:
		return json_is_string(j);
	case NUMBER:
		return json_is_integer(j) && json_integer_value(j) > 0;
	case OBJECT:
		return json_is_object(j);
	case TEXTS:
		for (i = 0; i < json_array_size(j); i++)
			if (!json_is_string(json_array_get(j, i)))
				return 0;
		return json_is_string(j) || json_array_size(j) > 0;
	}
	return 0;
}

/* Is every key of this object known, and does each needed one stand there? */
static int
check_object(const struct adapter_reader *rd, const char *in, json_t *object)
{
	char path[128];
	const char *name;
	json_t *value;
	size_t i;

	json_object_foreach(object, name, value) {
		for (i = 0; i < NKEYS && (strcmp(keys[i].in, in) != 0 ||
		    strcmp(keys[i].name, name) != 0); i++)
			;
		snprintf(path, sizeof(path), "%s%s%s", in, *in ? "." : "",
		    name);
		if (i == NKEYS)
			return adapter_refuse(rd, path, "unknown key");
		if (!fits(value, keys[i].kind))
			return adapter_refuse(rd, path,
			    "not of the right kind");
	}
	for (i = 0; i < NKEYS; i++)
		if (strcmp(keys[i].in, in) == 0 && keys[i].needed &&
		    json_object_get(object, keys[i].name) == NULL)
			return adapter_refuse(rd, keys[i].name, "missing in %s",
			    *in ? in : "the file");
	return 0;
}

static int
check_choices(const struct adapter_reader *rd, const struct adapter *a)
{
	char word[64];
	size_t i;

	for (i = 0; i < sizeof(choices) / sizeof(choices[0]); i++) {
		if (adapter_at(a->root, choices[i].path) == NULL)
			continue;
		snprintf(word, sizeof(word), " %s ",
		    adapter_text(a, choices[i].path));
		if (strstr(choices[i].words, word) == NULL)
			return adapter_refuse(rd, choices[i].path, "none of:%s",
			    choices[i].words);
	}
	return 0;
}

static int
check_callback(const struct adapter_reader *rd, const struct adapter *a)
{
	const char *check = adapter_text(a, "callback.check"), *name;
	char word[16];
	json_t *value;

	if (adapter_at(a->root, "callback") == NULL)
		return 0;
	if (strcmp(check, "none") != 0 &&
	    *adapter_text(a, "callback.secret") == '\0')
		return adapter_refuse(rd, "callback", "%s needs a secret",
		    check);
	if (strcmp(check, "hmac") == 0 &&
	    (*adapter_text(a, "callback.header") == '\0' ||
	    *adapter_text(a, "callback.algorithm") == '\0'))
		return adapter_refuse(rd, "callback",
		    "hmac needs header and algorithm");
	json_object_foreach(adapter_at(a->root, "callback.states"), name,
	    value) {
		snprintf(word, sizeof(word), " %s ",
		    json_is_string(value) ? json_string_value(value) : "");
		if (strstr(" accepted delivered read failed ", word) == NULL)
			return adapter_refuse(rd, "callback.states", "%s is "
			    "none of: accepted delivered read failed", name);
	}
	return 0;
}

static int
check_requests(const struct adapter_reader *rd, const struct adapter *a)
{
	static const struct adapter_message example = { "1", "+628123456789",
	    "-", "-", "-", "-", "id" };
	struct adapter_request r;
	char why[256];

	if (adapter_request(a, &example, 1, &r, why, sizeof(why)) == -1)
		return adapter_refuse(rd, "send", "%s", why);
	adapter_request_free(&r);
	return 0;
}

int
adapter_check(const struct adapter_reader *rd, const struct adapter *a)
{
	static const char *const objects[] = { "", "send", "answer", "retry",
	    "rate", "callback", "callback.challenge", "health" };
	json_t *object, *value;
	const char *name;
	size_t i;

	for (i = 0; i < sizeof(objects) / sizeof(objects[0]); i++)
		if ((object = adapter_at(a->root, objects[i])) != NULL &&
		    check_object(rd, objects[i], object) == -1)
			return -1;
	json_object_foreach(adapter_at(a->root, "settings"), name, value)
		if (!json_is_string(value) || *json_string_value(value) == '\0')
			return adapter_refuse(rd, "settings",
			    "%s has to be given", name);
	if (check_choices(rd, a) == -1 || check_callback(rd, a) == -1)
		return -1;
	return check_requests(rd, a);
}
