/*
 * yamltext_read.c - read a YAML file by its schema, and put what libcyaml
 * complains of into words.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "sop/yamltext.h"

/* What libcyaml says when it refuses: the complaint, then where it stood. */
struct complaint {
	char	path[YAMLTEXT_PATH_MAX];
	char	word[64];	/* key or value at the end of its text */
	int	lines;		/* of the log so far */
	int	in_field;	/* the path ends with the last field read */
};

/* Put one more part before the path: libcyaml tells the innermost first. */
static void
prepend(struct complaint *c, const char *part)
{
	size_t old = strlen(c->path), len = strlen(part);
	size_t dot = old > 0 && *c->path != '[';

	if (len + dot + old >= sizeof(c->path))
		return;
	memmove(c->path + len + dot, c->path, old + 1);
	memcpy(c->path, part, len);
	if (dot)
		c->path[len] = '.';
}

/* "Load: Unexpected key: bogus": the word after the second colon. */
static void
keep_word(struct complaint *c, const char *text)
{
	const char *word = strncmp(text, "Load: ", 6) == 0 ?
	    strstr(text + 6, ": ") : NULL;
	size_t len;

	if (word == NULL)
		return;
	word += 2;
	len = strlen(word);
	if (len >= sizeof(c->word)) {
		len = sizeof(c->word) - 1;
		while (len > 0 && ((unsigned char)word[len] & 0xc0) == 0x80)
			len--;
	}
	memcpy(c->word, word, len);
	c->word[len] = '\0';
}

/* libcyaml's log: the complaint, "Backtrace", then one line for each level. */
__attribute__((format(printf, 3, 0))) static void
listen(cyaml_log_t level, void *ctx, const char *fmt, va_list args)
{
	struct complaint *c = ctx;
	char text[512], part[64];
	unsigned n;

	vsnprintf(text, sizeof(text), fmt, args);
	text[strcspn(text, "\n")] = '\0';
	if (c->lines == 0) {
		keep_word(c, text);
	} else if (sscanf(text, "  in mapping field '%50[^']'", part) == 1) {
		prepend(c, part);
		c->in_field |= c->lines == 2;
	} else if (sscanf(text, "  in sequence entry '%u'", &n) == 1) {
		snprintf(part, sizeof(part), "[%u]", n);
		prepend(c, part);
	}
	c->lines++;
}

static const cyaml_config_t quiet = {
	.mem_fn = cyaml_mem,
	.flags = CYAML_CFG_NO_ALIAS,
	.log_level = CYAML_LOG_ERROR,
};

/* Cut the last part of a path: ".no" or "[3]", whichever begins with `at`. */
static void
cut(char *path, int at)
{
	char *last = strrchr(path, at);

	*(last != NULL ? last : path) = '\0';
}

/* A value of the wrong shape is told by the event that came instead. */
static void
explain_value(struct yamltext *y, const struct complaint *c)
{
	if (strcmp(c->word, "SCALAR") == 0)
		yamltext_error(y, c->path, "harus berupa daftar atau "
		    "kumpulan kunci, bukan satu nilai");
	else if (strcmp(c->word, "SEQUENCE_START") == 0)
		yamltext_error(y, c->path, "tidak boleh berupa daftar");
	else if (strcmp(c->word, "MAPPING_START") == 0)
		yamltext_error(y, c->path, "tidak boleh berupa kumpulan kunci");
	else
		yamltext_error(y, c->path, "%s bukan bilangan bulat atau "
		    "terlalu besar", c->word);
}

static void
explain(struct yamltext *y, struct complaint *c, cyaml_err_t err)
{
	char path[YAMLTEXT_PATH_MAX + sizeof(c->word)];

	switch (err) {
	case CYAML_ERR_INVALID_KEY:
	case CYAML_ERR_MAPPING_FIELD_MISSING:
		if (err == CYAML_ERR_MAPPING_FIELD_MISSING && c->in_field)
			cut(c->path, '.');
		snprintf(path, sizeof(path), "%s%s%s", c->path,
		    *c->path ? "." : "", c->word);
		yamltext_error(y, path, err == CYAML_ERR_INVALID_KEY ?
		    "kunci tidak dikenal" : "kunci wajib ini tidak ada");
		break;
	case CYAML_ERR_INVALID_VALUE:
		explain_value(y, c);
		break;
	case CYAML_ERR_UNEXPECTED_EVENT:
		yamltext_error(y, c->path, "kunci ini ditulis dua kali");
		break;
	case CYAML_ERR_STRING_LENGTH_MIN:
		yamltext_error(y, c->path, "tidak boleh kosong");
		break;
	case CYAML_ERR_STRING_LENGTH_MAX:
		yamltext_error(y, c->path, "terlalu panjang");
		break;
	case CYAML_ERR_SEQUENCE_ENTRIES_MIN:
	case CYAML_ERR_SEQUENCE_ENTRIES_MAX:
		cut(c->path, '[');
		yamltext_error(y, c->path,
		    err == CYAML_ERR_SEQUENCE_ENTRIES_MIN ?
		    "daftar ini kosong" : "daftar ini terlalu panjang");
		break;
	case CYAML_ERR_ALIAS:
		yamltext_error(y, c->path, "alias YAML (*nama) tidak dipakai "
		    "di sini; tulis lengkap");
		break;
	default:
		yamltext_error(y, c->path, "tidak terbaca (%s)",
		    cyaml_strerror(err));
	}
}

int
yamltext_read(struct yamltext *y, const cyaml_schema_value_t *schema,
    void **data)
{
	struct complaint c = { .lines = 0 };
	cyaml_config_t config = quiet;
	cyaml_data_t *out = NULL;
	cyaml_err_t err;

	config.log_fn = listen;
	config.log_ctx = &c;
	err = cyaml_load_data((const uint8_t *)y->text, y->len, &config,
	    schema, &out, NULL);
	if (err != CYAML_OK) {
		explain(y, &c, err);
		return -1;
	}
	*data = out;
	return 0;
}

void
yamltext_free(const cyaml_schema_value_t *schema, void *data)
{
	cyaml_free(&quiet, schema, data, 0);
}
