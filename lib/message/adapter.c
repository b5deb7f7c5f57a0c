/*
 * adapter.c - reads an adapter: the office's file, the profile it names, the
 * secrets it refers to; and checks it.
 *
 * The table `keys` is the whole language.  Placeholders are tried once on a
 * message of examples, so that a word nobody knows stops the start and not
 * the first message.
 */
#include "message/adapter.h"

#include <sys/stat.h>

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "message/adapter_request.h"

#define SECRET_MAX 4096
/* WhatsApp takes no longer text, and no longer one in a template. */
#define WHATSAPP_MAX 4096
#define TEMPLATE_MAX 1024

/* A file being read, and where the reason of a refusal goes. */
struct reader {
	const char	*path;
	char		*why;
	size_t		 whysize;
};

/* Say `file: key: reason`; -1. */
__attribute__((format(printf, 3, 4))) static int
refuse(const struct reader *rd, const char *key,
    const char *fmt, ...)
{
	char reason[256];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(reason, sizeof(reason), fmt, ap);
	va_end(ap);
	snprintf(rd->why, rd->whysize, "%s: %s%s%s", rd->path, key,
	    *key != '\0' ? ": " : "", reason);
	return -1;
}

/* -- words and paths ---------------------------------------------------- */

json_t *
adapter_at(json_t *j, const char *path)
{
	char part[128];
	size_t len;

	while (j != NULL && *path != '\0') {
		len = strcspn(path, ".");
		if (len >= sizeof(part))
			return NULL;
		memcpy(part, path, len);
		part[len] = '\0';
		j = json_is_array(j) ? json_array_get(j,
		    strtoul(part, NULL, 10)) : json_object_get(j, part);
		path += len + (path[len] == '.');
	}
	return j;
}

const char *
adapter_word(const json_t *j, char *buf, size_t size)
{
	if (json_is_string(j))
		snprintf(buf, size, "%s", json_string_value(j));
	else if (json_is_integer(j))
		snprintf(buf, size, "%lld", (long long)json_integer_value(j));
	else if (json_is_boolean(j))
		snprintf(buf, size, "%s", json_is_true(j) ? "true" : "false");
	else
		buf[0] = '\0';
	return buf;
}

const char *
adapter_first(json_t *j, const json_t *paths, char *buf, size_t size)
{
	size_t i;

	buf[0] = '\0';
	if (json_is_string(paths))
		return adapter_word(adapter_at(j, json_string_value(paths)),
		    buf, size);
	for (i = 0; i < json_array_size(paths) && buf[0] == '\0'; i++)
		adapter_word(adapter_at(j, json_string_value(
		    json_array_get(paths, i))), buf, size);
	return buf;
}

const char *
adapter_text(const struct adapter *a, const char *path)
{
	const char *text = json_string_value(adapter_at(a->root, path));

	return text != NULL ? text : "";
}

int64_t
adapter_number(const struct adapter *a, const char *path, int64_t otherwise)
{
	json_t *j = adapter_at(a->root, path);

	return json_is_integer(j) ? json_integer_value(j) : otherwise;
}

const char *
adapter_name(const struct adapter *a)
{
	return adapter_text(a, "name");
}

/* -- reading ------------------------------------------------------------ */

/* Load a JSON object; NULL when it is none.  The office's own file (`ours`)
 * must not be writable by others: its writer decides where messages go. */
static json_t *
load(const struct reader *rd, const char *path, int ours)
{
	struct stat st;
	json_error_t error;
	json_t *j;

	if (stat(path, &st) == -1) {
		refuse(rd, "", "%s: %s", path, strerror(errno));
		return NULL;
	}
	if (ours && (st.st_mode & (S_IWGRP | S_IWOTH))) {
		refuse(rd, "", "may be written by group or others");
		return NULL;
	}
	j = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
	if (j == NULL)
		refuse(rd, "", "%s:%d: %s", path, error.line,
		    error.text);
	else if (!json_is_object(j)) {
		json_decref(j);
		j = NULL;
		refuse(rd, "", "%s: no object", path);
	}
	return j;
}

/* The first line of a file that is not everybody's. */
static int
secret_file(const struct reader *rd, const char *name, const char *path,
    char *buf, size_t size)
{
	FILE *fp = fopen(path, "re");
	struct stat st;
	int ok;

	if (fp == NULL)
		return refuse(rd, name, "%s: %s", path,
		    strerror(errno));
	ok = fstat(fileno(fp), &st) == 0 && (st.st_mode & S_IRWXO) == 0;
	if (ok && fgets(buf, (int)size, fp) == NULL)
		buf[0] = '\0';
	fclose(fp);
	if (!ok)
		return refuse(rd, name, "%s: may be read by others",
		    path);
	buf[strcspn(buf, "\r\n")] = '\0';
	return *buf != '\0' ? 0 : refuse(rd, name, "%s: empty", path);
}

static int
read_secret(const struct reader *rd, struct adapter *a,
    const char *name, const char *where)
{
	char value[SECRET_MAX];
	const char *env;

	if (strncmp(where, "file:", 5) == 0) {
		if (secret_file(rd, name, where + 5, value, sizeof(value)) ==
		    -1)
			return -1;
	} else if (strncmp(where, "env:", 4) == 0) {
		if ((env = getenv(where + 4)) == NULL || *env == '\0')
			return refuse(rd, name, "%s is not set",
			    where + 4);
		snprintf(value, sizeof(value), "%s", env);
	} else
		return refuse(rd, name, "say file:/path or env:NAME; "
		    "the secret itself has no place here");
	return json_object_set_new(a->secret, name, json_string(value));
}

static int
read_secrets(const struct reader *rd, struct adapter *a)
{
	const char *name;
	json_t *where;

	json_object_foreach(adapter_at(a->root, "secrets"), name, where)
		if (!json_is_string(where) || read_secret(rd, a, name,
		    json_string_value(where)) == -1)
			return -1;
	return 0;
}

/* The profile, changed by what the office says. */
static int
read_profile(const struct reader *rd, struct adapter *a,
    const char *profiles)
{
	const char *name = adapter_text(a, "profile");
	char path[4096];
	json_t *profile;

	if (*name == '\0')
		return 0;
	if (strchr(name, '/') != NULL)
		snprintf(path, sizeof(path), "%s", name);
	else
		snprintf(path, sizeof(path), "%s/%s.json", profiles, name);
	if ((profile = load(rd, path, 0)) == NULL)
		return -1;
	json_object_update_recursive(profile, a->root);
	json_decref(a->root);
	a->root = profile;
	return 0;
}

/* -- checking ----------------------------------------------------------- */

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
	{ "", "text_max", NUMBER, 0 },
	{ "", "template_max", NUMBER, 0 },
	{ "", "count", TEXT, 0 },
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

/* The words a text may say, where only few will do. */
static const struct {
	const char	*path;
	const char	*words;		/* each between blanks */
} choices[] = {
	{ "number", " +62 62 08 62@c.us " },
	{ "count", " utf16 characters bytes " },
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
check_object(const struct reader *rd, const char *in, json_t *object)
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
			return refuse(rd, path, "unknown key");
		if (!fits(value, keys[i].kind))
			return refuse(rd, path,
			    "not of the right kind");
	}
	for (i = 0; i < NKEYS; i++)
		if (strcmp(keys[i].in, in) == 0 && keys[i].needed &&
		    json_object_get(object, keys[i].name) == NULL)
			return refuse(rd, keys[i].name, "missing in %s",
			    *in ? in : "the file");
	return 0;
}

static int
check_choices(const struct reader *rd, const struct adapter *a)
{
	char word[64];
	size_t i;

	for (i = 0; i < sizeof(choices) / sizeof(choices[0]); i++) {
		if (adapter_at(a->root, choices[i].path) == NULL)
			continue;
		snprintf(word, sizeof(word), " %s ",
		    adapter_text(a, choices[i].path));
		if (strstr(choices[i].words, word) == NULL)
			return refuse(rd, choices[i].path, "none of:%s",
			    choices[i].words);
	}
	return 0;
}

static int
check_callback(const struct reader *rd, const struct adapter *a)
{
	const char *check = adapter_text(a, "callback.check"), *name;
	char word[16];
	json_t *value;

	if (adapter_at(a->root, "callback") == NULL)
		return 0;
	if (strcmp(check, "none") != 0 &&
	    *adapter_text(a, "callback.secret") == '\0')
		return refuse(rd, "callback", "%s needs a secret",
		    check);
	if (strcmp(check, "hmac") == 0 &&
	    (*adapter_text(a, "callback.header") == '\0' ||
	    *adapter_text(a, "callback.algorithm") == '\0'))
		return refuse(rd, "callback",
		    "hmac needs header and algorithm");
	json_object_foreach(adapter_at(a->root, "callback.states"), name,
	    value) {
		snprintf(word, sizeof(word), " %s ",
		    json_is_string(value) ? json_string_value(value) : "");
		if (strstr(" accepted delivered read failed ", word) == NULL)
			return refuse(rd, "callback.states", "%s is "
			    "none of: accepted delivered read failed", name);
	}
	return 0;
}

static int
check_requests(const struct reader *rd, const struct adapter *a)
{
	static const struct adapter_message example = { "1", "+628123456789",
	    "-", "-", "-", "-", "id" };
	struct adapter_request r;
	char why[256];

	if (adapter_request(a, &example, 1, &r, why, sizeof(why)) == -1)
		return refuse(rd, "send", "%s", why);
	adapter_request_free(&r);
	return 0;
}

static int
check(const struct reader *rd, const struct adapter *a)
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
			return refuse(rd, "settings",
			    "%s has to be given", name);
	if (check_choices(rd, a) == -1 || check_callback(rd, a) == -1)
		return -1;
	return check_requests(rd, a);
}

/* -- an adapter --------------------------------------------------------- */

struct adapter *
adapter_read(const char *path, const char *profiles, char *why,
    size_t whysize)
{
	struct reader rd = { path, why, whysize };
	struct adapter *a = calloc(1, sizeof(*a));

	if (a == NULL || (a->secret = json_object()) == NULL ||
	    (a->root = load(&rd, path, 1)) == NULL ||
	    read_profile(&rd, a, profiles) == -1 ||
	    read_secrets(&rd, a) == -1 || check(&rd, a) == -1) {
		adapter_free(a);
		return NULL;
	}
	return a;
}

char *
adapter_whole(const struct adapter *a)
{
	json_t *both = json_pack("[O, O]", a->root, a->secret);
	char *text = both != NULL ? json_dumps(both, JSON_COMPACT |
	    JSON_SORT_KEYS) : NULL;

	json_decref(both);
	return text;
}

void
adapter_free(struct adapter *a)
{
	if (a == NULL)
		return;
	json_decref(a->root);
	json_decref(a->secret);
	free(a);
}

/* -- settings ----------------------------------------------------------- */

void
adapter_rate(const struct adapter *a, int64_t *messages, int64_t *seconds)
{
	*messages = adapter_number(a, "rate.messages", INT64_MAX);
	*seconds = adapter_number(a, "rate.seconds", 60);
}

const char *
adapter_template(const struct adapter *a, const char *kind)
{
	json_t *names = adapter_at(a->root, "templates");
	const char *name = json_string_value(json_object_get(names, kind));

	return name != NULL ? name :
	    json_string_value(json_object_get(names, "*"));
}

size_t
adapter_text_max(const struct adapter *a, const char *kind,
    enum unicode_unit *unit)
{
	const char *count = adapter_text(a, "count");

	*unit = strcmp(count, "characters") == 0 ? UNICODE_CHARACTERS :
	    strcmp(count, "bytes") == 0 ? UNICODE_BYTES : UNICODE_UTF16;
	return adapter_template(a, kind) != NULL ?
	    (size_t)adapter_number(a, "template_max", TEMPLATE_MAX) :
	    (size_t)adapter_number(a, "text_max", WHATSAPP_MAX);
}

int
adapter_knows_repeats(const struct adapter *a)
{
	return strcmp(adapter_text(a, "repeats"), "known") == 0;
}

int64_t
adapter_settle(const struct adapter *a)
{
	return adapter_number(a, "settle", 0);
}
