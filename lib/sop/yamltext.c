/* yamltext.c - look at a text as YAML, and name the line of a mistake. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sop/yamltext.h"

#include "base/utf8.h"

#define DEPTH_MAX 32		/* an SOP has six */

/* The value of a key; of a key written twice, the second. */
static const yaml_node_t *
child(struct yamltext *y, const yaml_node_t *node, const char *key, size_t len,
    size_t *line)
{
	const yaml_node_pair_t *pair;
	const yaml_node_t *k;

	if (node->type != YAML_MAPPING_NODE)
		return NULL;
	for (pair = node->data.mapping.pairs.top;
	    pair-- > node->data.mapping.pairs.start;) {
		k = yaml_document_get_node(&y->doc, pair->key);
		if (k->type == YAML_SCALAR_NODE &&
		    k->data.scalar.length == len &&
		    memcmp(k->data.scalar.value, key, len) == 0) {
			*line = k->start_mark.line + 1;
			return yaml_document_get_node(&y->doc, pair->value);
		}
	}
	return NULL;
}

static const yaml_node_t *
item(struct yamltext *y, const yaml_node_t *node, size_t n, size_t *line)
{
	const yaml_node_item_t *first;

	if (node->type != YAML_SEQUENCE_NODE)
		return NULL;
	first = node->data.sequence.items.start;
	if (n < 1 || n > (size_t)(node->data.sequence.items.top - first))
		return NULL;
	node = yaml_document_get_node(&y->doc, first[n - 1]);
	*line = node->start_mark.line + 1;
	return node;
}

/* The line of a path, or of the longest part of it that the text has. */
static size_t
line_of(struct yamltext *y, const char *path)
{
	const yaml_node_t *node = yaml_document_get_root_node(&y->doc);
	size_t line = 1, len;
	char *end;

	while (node != NULL && *path != '\0') {
		if (*path == '[') {
			node = item(y, node, strtoul(path + 1, &end, 10),
			    &line);
			path = end + (*end == ']');
		} else {
			path += *path == '.';
			len = strcspn(path, ".[");
			node = child(y, node, path, len, &line);
			path += len;
		}
	}
	return line;
}

/* One line of `why`, whole or not at all. */
static void
put_line(struct yamltext *y, size_t line, const char *path, const char *reason)
{
	int n;

	y->errors++;
	if (y->used >= y->size)
		return;
	n = snprintf(y->why + y->used, y->size - y->used, "%s:%zu: %s%s%s\n",
	    y->file, line, path, *path ? ": " : "", reason);
	if (n < 0 || (size_t)n >= y->size - y->used)
		y->why[y->used] = '\0';
	else
		y->used += (size_t)n;
}

void
yamltext_error(struct yamltext *y, const char *path, const char *fmt, ...)
{
	char reason[256];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(reason, sizeof(reason), fmt, ap);
	va_end(ap);
	put_line(y, line_of(y, path), path, reason);
}

/* C strings end at the first NUL: a scalar that holds one would be cut. */
static void
check_scalars(struct yamltext *y)
{
	const yaml_node_t *node;

	for (node = y->doc.nodes.start; node < y->doc.nodes.top; node++)
		if (node->type == YAML_SCALAR_NODE &&
		    memchr(node->data.scalar.value, '\0',
		    node->data.scalar.length) != NULL)
			put_line(y, node->start_mark.line + 1, "",
			    "teks memuat karakter NUL");
}

/*
 * The depth of the text, event by event: libyaml needs minutes for a tree of
 * a hundred thousand brackets.  What is no YAML is left to load_tree().
 */
static int
check_depth(struct yamltext *y)
{
	yaml_parser_t parser;
	yaml_event_t event;
	int depth = 0, end = 0;

	if (!yaml_parser_initialize(&parser))
		return 0;
	yaml_parser_set_input_string(&parser, (const unsigned char *)y->text,
	    y->len);
	while (!end && depth <= DEPTH_MAX &&
	    yaml_parser_parse(&parser, &event)) {
		depth += event.type == YAML_SEQUENCE_START_EVENT ||
		    event.type == YAML_MAPPING_START_EVENT;
		depth -= event.type == YAML_SEQUENCE_END_EVENT ||
		    event.type == YAML_MAPPING_END_EVENT;
		end = event.type == YAML_STREAM_END_EVENT;
		if (depth > DEPTH_MAX)
			put_line(y, event.start_mark.line + 1, "",
			    "susunan terlalu dalam");
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return depth > DEPTH_MAX ? -1 : 0;
}

/* Load the tree; -1 when the text is not YAML or holds a second document. */
static int
load_tree(struct yamltext *y, yaml_parser_t *parser)
{
	yaml_document_t more;
	size_t line;
	int second;

	if (!yaml_parser_load(parser, &y->doc))
		goto syntax;
	if (yaml_document_get_root_node(&y->doc) == NULL) {
		put_line(y, 1, "", "dokumen kosong");
		return -1;
	}
	line = y->doc.end_mark.line + 1;
	if (!yaml_parser_load(parser, &more))
		goto syntax;
	second = yaml_document_get_root_node(&more) != NULL;
	yaml_document_delete(&more);
	if (second)
		put_line(y, line, "",
		    "hanya satu dokumen YAML dalam satu file");
	return second ? -1 : 0;
syntax:
	line = parser->error == YAML_READER_ERROR ? 0 :
	    parser->problem_mark.line;
	put_line(y, line + 1, "", "susunan YAML salah: periksa "
	    "lekukan baris, titik dua dan tanda kutip");
	return -1;
}

int
yamltext_open(struct yamltext *y, const char *file, const char *text,
    size_t len, char *why, size_t size)
{
	yaml_parser_t parser;

	memset(y, 0, sizeof(*y));
	y->file = file;
	y->text = text;
	y->len = len;
	y->why = why;
	y->size = size;
	if (size > 0)
		*why = '\0';
	if (check_depth(y) != 0)
		return -1;
	if (!yaml_parser_initialize(&parser)) {
		put_line(y, 1, "", "memori habis");
		return -1;
	}
	yaml_parser_set_input_string(&parser, (const unsigned char *)text, len);
	if (load_tree(y, &parser) == 0)
		check_scalars(y);
	yaml_parser_delete(&parser);
	return y->errors ? -1 : 0;
}

void
yamltext_close(struct yamltext *y)
{
	yaml_document_delete(&y->doc);
}

/* -- reading by a schema ----------------------------------------------- */

/* The log of a refusal by libcyaml: the complaint, then where it stood. */
struct complaint {
	char	path[YAMLTEXT_PATH_MAX];
	char	word[64];	/* key or value at the end of its text */
	int	lines;		/* of the log so far */
	int	in_field;	/* the path ends with the last field read */
};

/* Put one more part before the path: libcyaml logs the innermost first. */
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

	if (word != NULL)
		utf8_copy(c->word, sizeof(c->word), word + 2);
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

/* The word of a value of the wrong shape is the event that came instead. */
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
