/*
 * adapter.c - reads an adapter: the office's file, the profile it names, the
 * secrets it refers to.
 */
#include <sys/stat.h>

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "message/adapterraw.h"

#define SECRET_MAX 4096

int
adapter_refuse(const struct adapter_reader *rd, const char *key,
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

/* Whoever can write it decides where messages go. */
static json_t *
load(const struct adapter_reader *rd, const char *path, int ours)
{
	struct stat st;
	json_error_t error;
	json_t *j;

	if (stat(path, &st) == -1) {
		adapter_refuse(rd, "", "%s: %s", path, strerror(errno));
		return NULL;
	}
	if (ours && (st.st_mode & (S_IWGRP | S_IWOTH))) {
		adapter_refuse(rd, "", "may be written by group or others");
		return NULL;
	}
	j = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
	if (j == NULL)
		adapter_refuse(rd, "", "%s:%d: %s", path, error.line,
		    error.text);
	else if (!json_is_object(j)) {
		json_decref(j);
		j = NULL;
		adapter_refuse(rd, "", "%s: no object", path);
	}
	return j;
}

/* The first line of a file that is not everybody's. */
static int
secret_file(const struct adapter_reader *rd, const char *name, const char *path,
    char *buf, size_t size)
{
	FILE *fp = fopen(path, "re");
	struct stat st;
	int ok;

	if (fp == NULL)
		return adapter_refuse(rd, name, "%s: %s", path,
		    strerror(errno));
	ok = fstat(fileno(fp), &st) == 0 && (st.st_mode & S_IRWXO) == 0;
	if (ok && fgets(buf, (int)size, fp) == NULL)
		buf[0] = '\0';
	fclose(fp);
	if (!ok)
		return adapter_refuse(rd, name, "%s: may be read by others",
		    path);
	buf[strcspn(buf, "\r\n")] = '\0';
	return *buf != '\0' ? 0 : adapter_refuse(rd, name, "%s: empty", path);
}

static int
read_secret(const struct adapter_reader *rd, struct adapter *a,
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
			return adapter_refuse(rd, name, "%s is not set",
			    where + 4);
		snprintf(value, sizeof(value), "%s", env);
	} else
		return adapter_refuse(rd, name, "say file:/path or env:NAME; "
		    "the secret itself has no place here");
	return json_object_set_new(a->secret, name, json_string(value));
}

static int
read_secrets(const struct adapter_reader *rd, struct adapter *a)
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
read_profile(const struct adapter_reader *rd, struct adapter *a,
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

struct adapter *
adapter_read(const char *path, const char *profiles, char *why,
    size_t whysize)
{
	struct adapter_reader rd = { path, why, whysize };
	struct adapter *a = calloc(1, sizeof(*a));

	if (a == NULL || (a->secret = json_object()) == NULL ||
	    (a->root = load(&rd, path, 1)) == NULL ||
	    read_profile(&rd, a, profiles) == -1 ||
	    read_secrets(&rd, a) == -1 || adapter_check(&rd, a) == -1) {
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
