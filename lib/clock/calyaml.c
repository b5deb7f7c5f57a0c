/* calyaml.c - read YAML by tables of keys, and name the line of every fault. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock/calfile.h"
#include "clock/caltext.h"
#include "clock/calyaml.h"
#include "clock/civil.h"

#define QUOTE_MAX	40	/* bytes of a faulty value that are shown */
#define TEXT_MAX	500	/* bytes of a text */
#define LIST_MAX	20000	/* entries; a calendar has 13,149 days */

/* Cut text at `len` bytes or before, never inside a character. */
static int
whole_chars(const char *text, size_t len)
{
	while (len > 0 && ((unsigned char)text[len] & 0xc0) == 0x80)
		len--;
	return (int)len;
}

int
calyaml_refuse(struct calyaml *r, size_t line, const char *fmt, ...)
{
	char whole[512] = "";
	size_t len;
	va_list ap;

	if (r->whysize == 0)
		return -1;
	if (line > 0)
		snprintf(whole, sizeof(whole), "baris %zu%s%s%s%s: ", line,
		    r->section ? ", " : "", r->section ? r->section : "",
		    r->key ? "." : "", r->key ? r->key : "");
	len = strlen(whole);
	va_start(ap, fmt);
	vsnprintf(whole + len, sizeof(whole) - len, fmt, ap);
	va_end(ap);
	len = strlen(whole);
	if (len >= r->whysize)
		len = (size_t)whole_chars(whole, r->whysize - 1);
	memcpy(r->why, whole, len);
	r->why[len] = '\0';
	return -1;
}

size_t
calyaml_line(const yaml_node_t *node)
{
	return node->start_mark.line + 1;
}

/* The text of a scalar, or NULL; its length too, NUL is refused by libyaml. */
static const char *
scalar(const yaml_node_t *node)
{
	if (node->type != YAML_SCALAR_NODE)
		return NULL;
	return (const char *)node->data.scalar.value;
}

/* Refuse a value, quoting it, and say what it should have been. */
static int
refuse_value(struct calyaml *r, const yaml_node_t *node, const char *should)
{
	const char *text = scalar(node);
	size_t len;

	if (text == NULL)
		return calyaml_refuse(r, calyaml_line(node), "%s", should);
	len = strlen(text);
	if (len <= QUOTE_MAX)
		return calyaml_refuse(r, calyaml_line(node), "\"%s\" %s", text,
		    should);
	return calyaml_refuse(r, calyaml_line(node), "\"%.*s...\" %s",
	    whole_chars(text, QUOTE_MAX), text, should);
}

static const struct calyaml_key *
find_key(const struct calyaml_key *keys, const char *name)
{
	for (; name != NULL && keys->name != NULL; keys++)
		if (strcmp(keys->name, name) == 0)
			return keys;
	return NULL;
}

/* Read the value of one key, which names the place of any fault in it. */
static int
read_member(struct calyaml *r, const yaml_node_t *value,
    const struct calyaml_key *key, void *into)
{
	const char **place = r->section ? &r->key : &r->section;
	const char *outer = *place;
	int rc;

	*place = key->name;
	rc = key->read(r, value, (char *)into + key->offset);
	*place = outer;
	return rc;
}

/* The line of the pair of `node` that has this key, before `end`. */
static size_t
earlier(struct calyaml *r, const yaml_node_t *node, const yaml_node_pair_t *end,
    const char *name)
{
	const yaml_node_pair_t *p = node->data.mapping.pairs.start;
	const yaml_node_t *key;

	for (; p < end; p++) {
		key = yaml_document_get_node(r->doc, p->key);
		if (strcmp(scalar(key), name) == 0)
			return calyaml_line(key);
	}
	return 0;
}

int
calyaml_mapping(struct calyaml *r, const yaml_node_t *node,
    const struct calyaml_key *keys, void *into)
{
	const yaml_node_pair_t *p, *top;
	const struct calyaml_key *key;
	const yaml_node_t *name;
	size_t before;

	if (node->type != YAML_MAPPING_NODE)
		return refuse_value(r, node, "harus berisi pasangan "
		    "\"kunci: nilai\"");
	top = node->data.mapping.pairs.top;
	for (p = node->data.mapping.pairs.start; p < top; p++) {
		name = yaml_document_get_node(r->doc, p->key);
		key = find_key(keys, scalar(name));
		if (key == NULL)
			return refuse_value(r, name, "kunci tidak dikenal");
		before = earlier(r, node, p, key->name);
		if (before > 0)
			return calyaml_refuse(r, calyaml_line(name),
			    "kunci \"%s\" sudah ada di baris %zu",
			    key->name, before);
		if (read_member(r, yaml_document_get_node(r->doc, p->value),
		    key, into) != 0)
			return -1;
	}
	for (key = keys; key->name != NULL; key++)
		if (key->required && earlier(r, node, top, key->name) == 0)
			return calyaml_refuse(r, calyaml_line(node),
			    "kunci \"%s\" wajib diisi", key->name);
	return 0;
}

/* Is this value left out ("gangguan:" with nothing after it)? */
static int
is_empty(const yaml_node_t *node)
{
	return node->type == YAML_SCALAR_NODE &&
	    node->data.scalar.length == 0 &&
	    node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

int
calyaml_list(struct calyaml *r, const yaml_node_t *node, calyaml_fn *element,
    size_t size, void *array, size_t *count)
{
	const yaml_node_item_t *item;
	char *at;

	if (is_empty(node))
		return 0;
	if (node->type != YAML_SEQUENCE_NODE)
		return refuse_value(r, node, "harus berisi daftar");
	item = node->data.sequence.items.start;
	*count = (size_t)(node->data.sequence.items.top - item);
	if (*count > LIST_MAX) {
		*count = 0;
		return calyaml_refuse(r, calyaml_line(node),
		    "paling banyak %d entri", LIST_MAX);
	}
	at = calloc(*count + 1, size);
	memcpy(array, &at, sizeof(at));
	if (at == NULL) {
		*count = 0;
		return calyaml_refuse(r, 0, "memori habis");
	}
	for (; item < node->data.sequence.items.top; item++) {
		if (element(r, yaml_document_get_node(r->doc, *item), at) != 0)
			return -1;
		at += size;
	}
	return 0;
}

int
calyaml_text(struct calyaml *r, const yaml_node_t *node, void *into)
{
	const char *text = scalar(node);

	if (text == NULL || *text == '\0')
		return refuse_value(r, node, "harus berisi teks");
	if (node->data.scalar.length > TEXT_MAX)
		return calyaml_refuse(r, calyaml_line(node),
		    "paling panjang %d huruf", TEXT_MAX);
	*(char **)into = strdup(text);
	return *(char **)into != NULL ? 0 :
	    calyaml_refuse(r, 0, "memori habis");
}

int
calyaml_date(struct calyaml *r, const yaml_node_t *node, void *into)
{
	const char *text = scalar(node);
	int64_t day;
	int v[3];

	if (text == NULL || !caltext_match(text, "9999-99-99", v) ||
	    !caltext_date(v, &day))
		return refuse_value(r, node, "bukan tanggal; tulis seperti "
		    "2025-03-31, tahun 2005 sampai 2050");
	*(int32_t *)into = (int32_t)day;
	return 0;
}

/* Read one "07:30-12:00" after the hours already there. */
static int
read_interval(struct calyaml *r, const yaml_node_t *node,
    struct cal_hours_list *hours)
{
	struct cal_hours *h = &hours->list[hours->count];
	const char *text = scalar(node);
	int v[4];

	if (text == NULL || !caltext_match(text, "99:99-99:99", v) ||
	    v[1] > 59 || v[3] > 59 || v[0] * 60 + v[1] > 1440 ||
	    v[2] * 60 + v[3] > 1440)
		return refuse_value(r, node, "bukan jam kerja; tulis seperti "
		    "\"07:30-12:00\"");
	h->from = v[0] * 3600 + v[1] * 60;
	h->to = v[2] * 3600 + v[3] * 60;
	if (h->to <= h->from)
		return refuse_value(r, node, "selesai sebelum mulai");
	if (hours->count > 0 && h->from < h[-1].to)
		return refuse_value(r, node, h->to > h[-1].from ?
		    "bertumpang dengan jam sebelumnya" :
		    "harus ditulis sebelum jam sebelumnya");
	hours->count++;
	return 0;
}

int
calyaml_hours(struct calyaml *r, const yaml_node_t *node, void *into)
{
	const yaml_node_item_t *item;
	struct cal_hours_list *hours = into;

	if (is_empty(node))
		return 0;
	if (node->type != YAML_SEQUENCE_NODE)
		return refuse_value(r, node, "harus berisi daftar jam, seperti "
		    "[\"07:30-12:00\", \"13:00-16:00\"]");
	item = node->data.sequence.items.start;
	for (; item < node->data.sequence.items.top; item++) {
		if (hours->count == CAL_HOURS_MAX)
			return calyaml_refuse(r, calyaml_line(node),
			    "paling banyak %d jam kerja sehari", CAL_HOURS_MAX);
		if (read_interval(r, yaml_document_get_node(r->doc, *item),
		    hours) != 0)
			return -1;
	}
	return 0;
}

int
calyaml_weekday(struct calyaml *r, const yaml_node_t *node, void *into)
{
	const char *text = scalar(node);
	int i;

	for (i = 1; text != NULL && i <= 7; i++)
		if (strcmp(text, calendar_weekday(i)) == 0) {
			*(int *)into = i;
			return 0;
		}
	return refuse_value(r, node, "bukan nama hari; tulis senin sampai "
	    "minggu");
}

int
calyaml_offset(struct calyaml *r, const yaml_node_t *node, void *into)
{
	const char *text = scalar(node);

	if (text == NULL || strlen(text) != strlen("+07:00") ||
	    caltext_offset(text, into) != 0)
		return refuse_value(r, node, "bukan selisih waktu; tulis "
		    "seperti \"+07:00\", paling jauh 14 jam");
	return 0;
}

/* Read the seconds of a date and time of a form, as if UTC. */
static int
read_time(struct calyaml *r, const yaml_node_t *node, int64_t *into,
    const char *form, const char *should)
{
	const char *text = scalar(node);
	int64_t day;
	int v[5];

	if (text == NULL || !caltext_match(text, form, v) ||
	    !caltext_date(v, &day) || v[3] > 23 || v[4] > 59)
		return refuse_value(r, node, should);
	*into = day * DAY_SECONDS + v[3] * 3600 + v[4] * 60;
	return 0;
}

int
calyaml_local(struct calyaml *r, const yaml_node_t *node, void *into)
{
	return read_time(r, node, into, "9999-99-99T99:99", "bukan tanggal dan "
	    "jam; tulis seperti 2025-05-06T10:00");
}

int
calyaml_instant(struct calyaml *r, const yaml_node_t *node, void *into)
{
	return read_time(r, node, into, "9999-99-99T99:99Z", "bukan waktu UTC; "
	    "tulis seperti 2025-05-06T03:00Z");
}

/* -- loading text that may be hostile ---------------------------------- */

#define FILE_MAX	(1024 * 1024)
#define DEPTH_MAX	8	/* a calendar is nested 4 deep */

/* Say where the text stops being YAML; libyaml's own words are English. */
static int
refuse_syntax(struct calyaml *r, const yaml_parser_t *parser, const char *yaml)
{
	size_t i, line = 1;

	if (parser->error == YAML_MEMORY_ERROR)
		return calyaml_refuse(r, 0, "memori habis");
	if (parser->error != YAML_READER_ERROR)
		return calyaml_refuse(r, parser->problem_mark.line + 1,
		    "susunan YAML salah di sini atau tepat sebelumnya (periksa "
		    "inden, titik dua, tanda kutip dan kurung)");
	for (i = 0; i < parser->problem_offset; i++)
		line += yaml[i] == '\n';
	return calyaml_refuse(r, line, "ada huruf yang bukan UTF-8 atau tidak "
	    "boleh dipakai");
}

static int
has_anchor(const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_ALIAS_EVENT:
		return 1;
	case YAML_SCALAR_EVENT:
		return event->data.scalar.anchor != NULL;
	case YAML_SEQUENCE_START_EVENT:
		return event->data.sequence_start.anchor != NULL;
	case YAML_MAPPING_START_EVENT:
		return event->data.mapping_start.anchor != NULL;
	default:
		return 0;
	}
}

/*
 * Look at the text event by event and refuse what would make the tree too
 * dear: libyaml's time grows with the square of the depth and of the number
 * of anchors.
 */
static int
check_event(struct calyaml *r, const yaml_event_t *event, int *depth, int *docs)
{
	size_t line = event->start_mark.line + 1;

	if (has_anchor(event))
		return calyaml_refuse(r, line,
		    "penanda & dan * tidak boleh dipakai");
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		if (++*docs > 1)
			return calyaml_refuse(r, line,
			    "hanya satu kalender dalam satu file");
		break;
	case YAML_SEQUENCE_START_EVENT:
	case YAML_MAPPING_START_EVENT:
		if (++*depth > DEPTH_MAX)
			return calyaml_refuse(r, line, "susunan terlalu dalam");
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		--*depth;
		break;
	default:
		break;
	}
	return 0;
}

static int
check_events(struct calyaml *r, yaml_parser_t *parser, const char *yaml)
{
	yaml_event_t event;
	int rc = 0, depth = 0, docs = 0, last = 0;

	while (rc == 0 && !last) {
		if (!yaml_parser_parse(parser, &event))
			return refuse_syntax(r, parser, yaml);
		last = event.type == YAML_STREAM_END_EVENT;
		rc = check_event(r, &event, &depth, &docs);
		yaml_event_delete(&event);
	}
	return rc;
}

/* Load the one document and read its root. */
static int
read_document(struct calyaml *r, yaml_parser_t *parser, const char *yaml,
    calyaml_fn *read, void *into)
{
	yaml_document_t doc;
	const yaml_node_t *root;
	int rc;

	if (!yaml_parser_load(parser, &doc))
		return refuse_syntax(r, parser, yaml);
	r->doc = &doc;
	root = yaml_document_get_root_node(&doc);
	rc = root != NULL ? read(r, root, into) :
	    calyaml_refuse(r, 0, "kalender kosong");
	yaml_document_delete(&doc);
	return rc;
}

/* A parser of the text. */
static int
open_parser(struct calyaml *r, yaml_parser_t *parser, const char *yaml,
    size_t len)
{
	if (!yaml_parser_initialize(parser))
		return calyaml_refuse(r, 0, "memori habis");
	yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(parser, (const unsigned char *)yaml, len);
	return 0;
}

int
calyaml_read(struct calyaml *r, const char *yaml, size_t len, calyaml_fn *read,
    void *into)
{
	yaml_parser_t parser;
	int rc;

	if (len > FILE_MAX)
		return calyaml_refuse(r, 0, "kalender lebih besar dari 1 MiB");
	if (open_parser(r, &parser, yaml, len) != 0)
		return -1;
	rc = check_events(r, &parser, yaml);
	yaml_parser_delete(&parser);
	if (rc != 0 || open_parser(r, &parser, yaml, len) != 0)
		return -1;
	rc = read_document(r, &parser, yaml, read, into);
	yaml_parser_delete(&parser);
	return rc;
}
