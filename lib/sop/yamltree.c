/* yamltree.c - a YAML text as a tree that can be changed, and its one text. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "sop/yamltree.h"

#include "base/arena.h"
#include "base/utf8.h"

#define KEY_MAX_LEN	64	/* bytes */
#define WIDTH		80	/* of a line */
#define FOLD		78	/* of a line of a text of several */

/* -- the tree -------------------------------------------------------------- */

struct yamltree *
yamltree_new(struct arena *arena, enum yamltree_kind kind)
{
	struct yamltree *node = arena_alloc(arena, sizeof(*node));

	node->kind = kind;
	return node;
}

struct yamltree *
yamltree_value(const struct yamltree *map, const char *key, size_t len)
{
	if (map->kind != YAMLTREE_MAP)
		return NULL;
	for (size_t i = 0; i < map->count; i++)
		if (strlen(map->item[i]->key) == len &&
		    memcmp(map->item[i]->key, key, len) == 0)
			return map->item[i];
	return NULL;
}

void
yamltree_put(struct arena *arena, struct yamltree *in, size_t at,
    struct yamltree *item)
{
	struct yamltree **more;

	if (in->count == in->room) {
		in->room = in->room ? 2 * in->room : 4;
		more = arena_alloc(arena, in->room * sizeof(*more));
		if (in->count > 0)
			memcpy(more, in->item, in->count * sizeof(*more));
		in->item = more;
	}
	memmove(&in->item[at + 1], &in->item[at],
	    (in->count - at) * sizeof(struct yamltree *));
	in->item[at] = item;
	in->count++;
}

struct yamltree *
yamltree_take(struct yamltree *in, size_t at)
{
	struct yamltree *item = in->item[at];

	in->count--;
	memmove(&in->item[at], &in->item[at + 1],
	    (in->count - at) * sizeof(struct yamltree *));
	return item;
}

/* -- reading --------------------------------------------------------------- */

struct reading {
	struct arena	*arena;
	struct yamltext	*text;
	char		*seen;		/* by the number of a node */
	char		 path[YAMLTEXT_PATH_MAX];
};

static struct yamltree	*read_node(struct reading *, int number);

/* Read a value below the path, whose next part is given; the path is as before
 * afterwards. */
static struct yamltree *
read_below(struct reading *r, int number, const char *part)
{
	size_t len = strlen(r->path);
	struct yamltree *node;

	snprintf(r->path + len, sizeof(r->path) - len, "%s", part);
	node = read_node(r, number);
	r->path[len] = '\0';
	return node;
}

static struct yamltree *
wrong(struct reading *r, const char *key, const char *reason)
{
	char path[YAMLTEXT_PATH_MAX + KEY_MAX_LEN];

	snprintf(path, sizeof(path), "%s%s%s", r->path,
	    *r->path != '\0' && *key != '\0' ? "." : "", key);
	yamltext_error(r->text, path, "%s", reason);
	return NULL;
}

/* The key of a pair, as a C string; NULL when it is no word. */
static const char *
read_key(struct reading *r, int number)
{
	const yaml_node_t *key = yaml_document_get_node(&r->text->doc, number);

	if (key->type != YAML_SCALAR_NODE || key->data.scalar.length == 0 ||
	    key->data.scalar.length > KEY_MAX_LEN) {
		wrong(r, "", "kunci harus satu kata");
		return NULL;
	}
	return arena_strndup(r->arena, (const char *)key->data.scalar.value,
	    key->data.scalar.length);
}

static struct yamltree *
read_map(struct reading *r, const yaml_node_t *from)
{
	struct yamltree *map = yamltree_new(r->arena, YAMLTREE_MAP), *value;
	const yaml_node_pair_t *pair = from->data.mapping.pairs.start;
	char part[KEY_MAX_LEN + 2];
	const char *key;

	if (from->data.mapping.pairs.top - pair > YAMLTREE_ITEMS_MAX)
		return wrong(r, "", "daftar ini terlalu panjang");
	for (; pair < from->data.mapping.pairs.top; pair++) {
		key = read_key(r, pair->key);
		if (key == NULL)
			return NULL;
		if (yamltree_value(map, key, strlen(key)) != NULL)
			return wrong(r, key, "kunci ini ditulis dua kali");
		snprintf(part, sizeof(part), "%s%s", *r->path ? "." : "", key);
		value = read_below(r, pair->value, part);
		if (value == NULL)
			return NULL;
		value->key = key;
		yamltree_put(r->arena, map, map->count, value);
	}
	return map;
}

static struct yamltree *
read_list(struct reading *r, const yaml_node_t *from)
{
	struct yamltree *list = yamltree_new(r->arena, YAMLTREE_LIST), *value;
	const yaml_node_item_t *item = from->data.sequence.items.start;
	char part[24];

	if (from->data.sequence.items.top - item > YAMLTREE_ITEMS_MAX)
		return wrong(r, "", "daftar ini terlalu panjang");
	for (; item < from->data.sequence.items.top; item++) {
		snprintf(part, sizeof(part), "[%zu]", list->count + 1);
		value = read_below(r, *item, part);
		if (value == NULL)
			return NULL;
		yamltree_put(r->arena, list, list->count, value);
	}
	return list;
}

/* yamltext_open() has seen how deep the text is.  An alias is a second way to
 * a node, and could be one to itself. */
static struct yamltree *
read_node(struct reading *r, int number)
{
	const yaml_node_t *from = yaml_document_get_node(&r->text->doc, number);
	struct yamltree *text;

	if (r->seen[number]++)
		return wrong(r, "", "alias YAML (*nama) tidak dipakai di sini; "
		    "tulis lengkap");
	if (from->type == YAML_MAPPING_NODE)
		return read_map(r, from);
	if (from->type == YAML_SEQUENCE_NODE)
		return read_list(r, from);
	text = yamltree_new(r->arena, YAMLTREE_TEXT);
	text->text = arena_strndup(r->arena,
	    (const char *)from->data.scalar.value, from->data.scalar.length);
	return text;
}

struct yamltree *
yamltree_read(struct arena *arena, struct yamltext *y)
{
	struct reading r = { .arena = arena, .text = y };
	struct yamltree *root;

	r.seen = arena_alloc(arena,
	    (size_t)(y->doc.nodes.top - y->doc.nodes.start) + 1);
	root = read_node(&r, 1);
	if (root != NULL && root->kind != YAMLTREE_MAP)
		return wrong(&r, "", "harus berupa kumpulan kunci");
	return root;
}

/* -- which way a text can be written --------------------------------------- */

/* The character at *s, which goes behind it. */
static uint32_t
next_char(const char **s)
{
	const unsigned char *p = (const unsigned char *)*s;
	int more = p[0] < 0xc0 ? 0 : p[0] < 0xe0 ? 1 : p[0] < 0xf0 ? 2 : 3;
	uint32_t c = more == 0 ? p[0] : p[0] & (0x3fu >> more);

	*s += 1 + more;
	while (more-- > 0)
		c = c << 6 | (*++p & 0x3f);
	return c;
}

/* Can YAML hold the character only behind a backslash? */
static int
is_hidden(uint32_t c)
{
	return (c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0) ||
	    c == 0x2028 || c == 0x2029 || c == 0xfeff ||
	    (c & 0xfffe) == 0xfffe;
}

static int
is_shown(const char *s)
{
	while (*s != '\0')
		if (is_hidden(next_char(&s)))
			return 0;
	return 1;
}

/* Words that other readers of YAML take for something else than a text. */
static int
is_taken(const char *s)
{
	static const char *const words[] = { "null", "true", "false", "yes",
		"no", "on", "off", "y", "n" };
	size_t digits = strspn(s, "0123456789");

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcasecmp(s, words[i]) == 0)
			return 1;
	/* A number that is none: an NIP, a code with a nought before it. */
	return s[digits] == '\0' && (digits > 9 || (digits > 1 && *s == '0'));
}

/* Does it begin as a plain text may: by a letter, a digit, some signs? */
static int
begins_plain(const char *s)
{
	const char *letter = *s == '-' && s[1] >= '0' && s[1] <= '9' ?
	    s + 1 : s;

	return (*letter >= '0' && *letter <= '9') ||
	    (*s >= 'A' && *s <= 'Z') ||
	    (*s >= 'a' && *s <= 'z') || (*s & 0x80) != 0 ||
	    (*s != '\0' && strchr("/(+$_;", *s) != NULL);
}

/* May it stand as it is, without quotes? */
static int
is_bare(const char *s)
{
	size_t len = strlen(s);

	return begins_plain(s) && s[len - 1] != ' ' && s[len - 1] != ':' &&
	    strstr(s, ": ") == NULL && strstr(s, " #") == NULL &&
	    strchr(s, '\n') == NULL && is_shown(s);
}

/* The same between { and }. */
static int
is_bare_inside(const char *s)
{
	return is_bare(s) && strpbrk(s, ",[]{}") == NULL;
}

/* Can a line end at this blank, and the next begin behind it? */
static int
is_fold(const char *text, const char *s)
{
	return *s == ' ' && s > text && s[-1] != ' ' && s[1] != ' ' &&
	    s[1] != '\0';
}

/* May it be folded into lines, which are joined by one blank again? */
static int
is_folding(const char *s)
{
	const char *p = s;

	if (*s == ' ' || *s == '\0' || s[strlen(s) - 1] == ' ' ||
	    strchr(s, '\n') != NULL || !is_shown(s))
		return 0;
	while (*p != '\0' && !is_fold(s, p))
		p++;
	return *p != '\0';
}

/* May it be written as the lines it has? */
static int
is_lines(const char *s)
{
	const char *end = s + strlen(s);

	return strchr(s, '\n') != NULL && *s != '\n' && *s != ' ' &&
	    end[-1] != '\n' && end[-1] != ' ' && is_shown(s);
}

/* -- writing --------------------------------------------------------------- */

struct writing {
	struct arena	*arena;
	const char	*text;
};

static void
put(struct writing *w, const char *text)
{
	arena_append(w->arena, &w->text, "%s", text);
}

static void
put_blanks(struct writing *w, int n)
{
	arena_append(w->arena, &w->text, "%*s", n, "");
}

static const char *
quoted(struct arena *arena, const char *s)
{
	const char *out = "\"", *from;
	uint32_t c;

	while (*s != '\0') {
		from = s;
		c = next_char(&s);
		if (c == '\n')
			arena_append(arena, &out, "\\n");
		else if (c == '\t')
			arena_append(arena, &out, "\\t");
		else if (is_hidden(c))
			arena_append(arena, &out, c > 0xffff ? "\\U%08x" :
			    c > 0xff ? "\\u%04x" : "\\x%02x", (unsigned)c);
		else
			arena_append(arena, &out, "%s%.*s",
			    c == '"' || c == '\\' ? "\\" : "",
			    (int)(s - from), from);
	}
	arena_append(arena, &out, "\"");
	return out;
}

/* A text of one line, between { and } or not. */
static const char *
one_line(struct arena *arena, const char *s, int inside)
{
	return (inside ? is_bare_inside(s) : is_bare(s)) && !is_taken(s) ? s :
	    quoted(arena, s);
}

static const char *
key_text(struct arena *arena, const char *key)
{
	return is_bare_inside(key) ? key : quoted(arena, key);
}

/* The end of the line that begins at s, in a text that is folded. */
static const char *
fold_end(const char *text, const char *s, size_t width)
{
	const char *end = NULL, *p;
	size_t n = 0;

	for (p = s; *p != '\0'; n++) {
		if (is_fold(text, p)) {
			if (n > width && end != NULL)
				return end;
			end = p;
			if (n > width)
				return end;
		}
		next_char(&p);
	}
	return n > width && end != NULL ? end : p;
}

static void
put_folded(struct writing *w, const char *text, int indent)
{
	const size_t width = indent < FOLD / 2 ? (size_t)(FOLD - indent) :
	    FOLD / 2;
	const char *s = text, *end;

	put(w, ">-\n");
	while (*s != '\0') {
		end = fold_end(text, s, width);
		put_blanks(w, indent);
		arena_append(w->arena, &w->text, "%.*s\n", (int)(end - s), s);
		s = end + (*end == ' ');
	}
}

static void
put_lines(struct writing *w, const char *s, int indent)
{
	size_t len;

	put(w, "|-\n");
	while (*s != '\0') {
		len = strcspn(s, "\n");
		if (len > 0)
			put_blanks(w, indent);
		arena_append(w->arena, &w->text, "%.*s\n", (int)len, s);
		s += len + (s[len] == '\n');
	}
}

/* A text behind `column` characters of its line, with the end of the line; its
 * further lines begin at `indent`. */
static void
put_text(struct writing *w, const char *s, size_t column, int indent)
{
	const char *line;

	if (is_lines(s)) {
		put_lines(w, s, indent);
		return;
	}
	line = one_line(w->arena, s, 0);
	if (column + utf8_count(line) > WIDTH && is_folding(s))
		put_folded(w, s, indent);
	else
		arena_append(w->arena, &w->text, "%s\n", line);
}

/* May a list stand on one line: are its items words? */
static int
is_words(const struct yamltree *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->item[i]->kind != YAMLTREE_TEXT ||
		    strpbrk(list->item[i]->text, " \n") != NULL)
			return 0;
	return 1;
}

static const char *
words_line(struct arena *arena, const struct yamltree *list)
{
	const char *out = "[";

	for (size_t i = 0; i < list->count; i++)
		arena_append(arena, &out, "%s%s", i > 0 ? ", " : "",
		    one_line(arena, list->item[i]->text, 1));
	arena_append(arena, &out, "]");
	return out;
}

/* A map of texts and words as one line; NULL when it is another. */
static const char *
map_line(struct arena *arena, const struct yamltree *map)
{
	const char *out = "{ ";
	const struct yamltree *v;

	if (map->open)
		return NULL;
	for (size_t i = 0; i < map->count; i++) {
		v = map->item[i];
		if (v->kind == YAMLTREE_MAP ||
		    (v->kind == YAMLTREE_LIST && !is_words(v)) ||
		    (v->kind == YAMLTREE_TEXT && strchr(v->text, '\n') != NULL))
			return NULL;
		arena_append(arena, &out, "%s%s: %s", i > 0 ? ", " : "",
		    key_text(arena, v->key), v->kind == YAMLTREE_LIST ?
		    words_line(arena, v) : one_line(arena, v->text, 1));
	}
	arena_append(arena, &out, " }");
	return out;
}

/* A list or map as one line that ends where lines do; NULL when it is too long
 * or has to be written line by line. */
static const char *
short_line(struct arena *arena, const struct yamltree *node, size_t column)
{
	const char *line = NULL;

	if (node->count == 0)
		return node->kind == YAMLTREE_LIST ? "[]" : "{}";
	if (node->kind == YAMLTREE_MAP)
		line = map_line(arena, node);
	else if (is_words(node))
		line = words_line(arena, node);
	return line != NULL && column + utf8_count(line) <= WIDTH ? line : NULL;
}

static void	put_map(struct writing *, const struct yamltree *, int indent,
		    int begun);

/* A list, each item at `indent`; of rows of a table, with a blank line between
 * them. */
static void
put_list(struct writing *w, const struct yamltree *list, int indent, int begun)
{
	const struct yamltree *item;
	const char *line;

	for (size_t i = 0; i < list->count; i++) {
		item = list->item[i];
		if (i > 0 && indent == 2 && item->open)
			put(w, "\n");
		if (i > 0 || !begun)
			put_blanks(w, indent);
		put(w, "- ");
		if (item->kind == YAMLTREE_TEXT)
			put_text(w, item->text, (size_t)indent + 2, indent + 2);
		else if ((line = short_line(w->arena, item,
		    (size_t)indent + 2)) != NULL)
			arena_append(w->arena, &w->text, "%s\n", line);
		else if (item->kind == YAMLTREE_LIST)
			put_list(w, item, indent + 2, 1);
		else
			put_map(w, item, indent + 2, 1);
	}
}

/* Is it a list of maps at the top, which has a blank line before it? */
static int
is_table(const struct yamltree *node, int indent)
{
	return indent == 0 && node->kind == YAMLTREE_LIST &&
	    node->count > 0 && node->item[0]->kind == YAMLTREE_MAP;
}

/* A key with its value. */
static void
put_pair(struct writing *w, const struct yamltree *value, int indent)
{
	const char *key = key_text(w->arena, value->key), *line;
	size_t column = (size_t)indent + utf8_count(key) + 2;

	arena_append(w->arena, &w->text, "%s:", key);
	if (value->kind == YAMLTREE_TEXT) {
		put(w, " ");
		put_text(w, value->text, column, indent + 2);
	} else if ((line = short_line(w->arena, value, column)) != NULL) {
		arena_append(w->arena, &w->text, " %s\n", line);
	} else {
		put(w, "\n");
		if (value->kind == YAMLTREE_LIST)
			put_list(w, value, indent + 2, 0);
		else
			put_map(w, value, indent + 2, 0);
	}
}

/* A map, each key at `indent`; begun: the first line has its blanks. */
static void
put_map(struct writing *w, const struct yamltree *map, int indent, int begun)
{
	for (size_t i = 0; i < map->count; i++) {
		if (i > 0 && is_table(map->item[i], indent))
			put(w, "\n");
		if (i > 0 || !begun)
			put_blanks(w, indent);
		put_pair(w, map->item[i], indent);
	}
}

const char *
yamltree_write(struct arena *arena, const struct yamltree *root)
{
	struct writing w = { .arena = arena, .text = "" };

	if (root->count == 0)
		put(&w, "{}\n");
	else
		put_map(&w, root, 0, 0);
	return w.text;
}
