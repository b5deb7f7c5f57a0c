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
calyaml_refuse(struct reader *r, size_t line, const char *fmt, ...)
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
refuse_value(struct reader *r, const yaml_node_t *node, const char *should)
{
	const char *text = scalar(node);
	size_t len;

	if (text == NULL)
		return calyaml_refuse(r, calyaml_line(node), "%s", should);
	len = strlen(text);
	if (len <= QUOTE_MAX)
		return calyaml_refuse(r, calyaml_line(node), "\"%s\" %s", text, should);
	return calyaml_refuse(r, calyaml_line(node), "\"%.*s...\" %s",
	    whole_chars(text, QUOTE_MAX), text, should);
}

static const struct key *
find_key(const struct key *keys, const char *name)
{
	for (; name != NULL && keys->name != NULL; keys++)
		if (strcmp(keys->name, name) == 0)
			return keys;
	return NULL;
}

/* Read the value of one key, which names the place of any fault in it. */
static int
read_member(struct reader *r, const yaml_node_t *value, const struct key *key,
    void *into)
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
earlier(struct reader *r, const yaml_node_t *node, const yaml_node_pair_t *end,
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
calyaml_mapping(struct reader *r, const yaml_node_t *node, const struct key *keys,
    void *into)
{
	const yaml_node_pair_t *p, *top;
	const struct key *key;
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
			return calyaml_refuse(r, calyaml_line(name), "kunci \"%s\" "
			    "sudah ada di baris %zu", key->name, before);
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
calyaml_list(struct reader *r, const yaml_node_t *node, read_fn *element,
    size_t size, void **array, size_t *count)
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
		return calyaml_refuse(r, calyaml_line(node), "paling banyak %d entri",
		    LIST_MAX);
	}
	*array = calloc(*count + 1, size);
	if (*array == NULL) {
		*count = 0;
		return calyaml_refuse(r, 0, "memori habis");
	}
	for (at = *array; item < node->data.sequence.items.top; item++) {
		if (element(r, yaml_document_get_node(r->doc, *item), at) != 0)
			return -1;
		at += size;
	}
	return 0;
}

int
calyaml_text(struct reader *r, const yaml_node_t *node, void *into)
{
	const char *text = scalar(node);

	if (text == NULL || *text == '\0')
		return refuse_value(r, node, "harus berisi teks");
	if (node->data.scalar.length > TEXT_MAX)
		return calyaml_refuse(r, calyaml_line(node), "paling panjang %d huruf",
		    TEXT_MAX);
	*(char **)into = strdup(text);
	return *(char **)into != NULL ? 0 : calyaml_refuse(r, 0, "memori habis");
}

int
calyaml_date(struct reader *r, const yaml_node_t *node, void *into)
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
read_interval(struct reader *r, const yaml_node_t *node,
    struct cal_hours_list *hours)
{
	struct cal_hours *h = &hours->list[hours->count];
	const char *text = scalar(node);
	int v[4];

	if (text == NULL || !caltext_match(text, "99:99-99:99", v) || v[1] > 59 ||
	    v[3] > 59 || v[0] * 60 + v[1] > 1440 || v[2] * 60 + v[3] > 1440)
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
calyaml_hours(struct reader *r, const yaml_node_t *node, void *into)
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
			return calyaml_refuse(r, calyaml_line(node), "paling banyak %d "
			    "jam kerja sehari", CAL_HOURS_MAX);
		if (read_interval(r, yaml_document_get_node(r->doc, *item),
		    hours) != 0)
			return -1;
	}
	return 0;
}

int
calyaml_weekday(struct reader *r, const yaml_node_t *node, void *into)
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
calyaml_offset(struct reader *r, const yaml_node_t *node, void *into)
{
	const char *text = scalar(node);

	if (text == NULL || strlen(text) != strlen("+07:00") ||
	    caltext_offset(text, into) != 0)
		return refuse_value(r, node, "bukan selisih waktu; tulis "
		    "seperti \"+07:00\", paling jauh 14 jam");
	return 0;
}

/* Seconds of the date and time in v, as if UTC. */
static int
valid_time(const int *v, int64_t *out)
{
	int64_t day;

	if (!caltext_date(v, &day) || v[3] > 23 || v[4] > 59)
		return 0;
	*out = day * DAY_SECONDS + v[3] * 3600 + v[4] * 60;
	return 1;
}

int
calyaml_local(struct reader *r, const yaml_node_t *node, void *into)
{
	const char *text = scalar(node);
	int v[5];

	if (text == NULL || !caltext_match(text, "9999-99-99T99:99", v) ||
	    !valid_time(v, into))
		return refuse_value(r, node, "bukan tanggal dan jam; tulis "
		    "seperti 2025-05-06T10:00");
	return 0;
}

int
calyaml_instant(struct reader *r, const yaml_node_t *node, void *into)
{
	const char *text = scalar(node);
	int v[5];

	if (text == NULL || !caltext_match(text, "9999-99-99T99:99Z", v) ||
	    !valid_time(v, into))
		return refuse_value(r, node, "bukan waktu UTC; tulis seperti "
		    "2025-05-06T03:00Z");
	return 0;
}
