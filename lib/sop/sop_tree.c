/* sop_tree.c - the text of an SOP as a tree that forms change. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sop/sop_tree.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/utf8.h"
#include "clock/standard.h"
#include "sop/sop.h"
#include "sop/yamltree.h"

struct sop_tree {
	struct arena	*arena;
	const char	*head;		/* comments before the first key */
	struct yamltree	*root;
};

/* -- the keys, by the schema of sop.c ------------------------------------- */

static int
is_map(const cyaml_schema_value_t *s)
{
	return s != NULL && s->type == CYAML_MAPPING;
}

static int
is_list(const cyaml_schema_value_t *s)
{
	return s != NULL && s->type == CYAML_SEQUENCE;
}

/* The place of a key among those of a map; one that is not known stands behind
 * all others. */
static size_t
order_of(const cyaml_schema_value_t *map, const char *key, size_t len)
{
	const struct cyaml_schema_field *f;
	size_t i = 0;

	if (!is_map(map))
		return SIZE_MAX;
	for (f = map->mapping.fields; f->key != NULL; f++, i++)
		if (strlen(f->key) == len && memcmp(f->key, key, len) == 0)
			return i;
	return SIZE_MAX;
}

/* The values below a key of a map; NULL when it is not known. */
static const cyaml_schema_value_t *
below_key(const cyaml_schema_value_t *map, const char *key, size_t len)
{
	size_t i = order_of(map, key, len);

	return i == SIZE_MAX ? NULL : &map->mapping.fields[i].value;
}

/* A map that holds lists of maps is written line by line. */
static int
is_open(const cyaml_schema_value_t *map)
{
	const struct cyaml_schema_field *f;

	for (f = map->mapping.fields; f->key != NULL; f++)
		if (is_list(&f->value) && is_map(f->value.sequence.entry))
			return 1;
	return 0;
}

/* Does an empty text or list stand there when there is nothing to say? */
static int
is_kept(const cyaml_schema_value_t *s)
{
	if ((s->flags & CYAML_FLAG_OPTIONAL) != 0)
		return 0;
	return is_list(s) ? s->sequence.min == 0 :
	    s->type == CYAML_STRING && s->string.min == 0;
}

static struct yamltree *
make_node(struct arena *arena, const cyaml_schema_value_t *s)
{
	struct yamltree *node = yamltree_new(arena, is_map(s) ? YAMLTREE_MAP :
	    is_list(s) ? YAMLTREE_LIST : YAMLTREE_TEXT);

	node->open = is_map(s) && is_open(s);
	if (node->kind == YAMLTREE_TEXT)
		node->text = "";
	return node;
}

/* The place in a map where a key of this order stands. */
static size_t
place_of(const struct yamltree *map, const cyaml_schema_value_t *s,
    size_t order)
{
	size_t at = 0;

	while (at < map->count && order_of(s, map->item[at]->key,
	    strlen(map->item[at]->key)) <= order)
		at++;
	return at;
}

/* Bring the keys of a node and of all below it into their order. */
static void
bring_order(struct arena *arena, struct yamltree *node,
    const cyaml_schema_value_t *s)
{
	struct yamltree old = *node, *item;
	const char *key;
	size_t len;

	node->open = node->kind == YAMLTREE_MAP && is_map(s) && is_open(s);
	if (node->kind == YAMLTREE_MAP) {
		node->item = NULL;
		node->count = node->room = 0;
	}
	for (size_t i = 0; i < old.count; i++) {
		item = old.item[i];
		if (node->kind == YAMLTREE_LIST) {
			bring_order(arena, item, is_list(s) ?
			    s->sequence.entry : NULL);
			continue;
		}
		key = item->key;
		len = strlen(key);
		bring_order(arena, item, below_key(s, key, len));
		yamltree_put(arena, node, place_of(node, s,
		    order_of(s, key, len)), item);
	}
}

/* -- from text to tree and back -------------------------------------------- */

/* The bytes before the first that ends a line for YAML: CR, LF, NEL, LS, PS. */
static size_t
line_len(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (s[i] == '\n' || s[i] == '\r' ||
		    (i + 1 < len && memcmp(s + i, "\xc2\x85", 2) == 0) ||
		    (i + 2 < len && (memcmp(s + i, "\xe2\x80\xa8", 3) == 0 ||
		    memcmp(s + i, "\xe2\x80\xa9", 3) == 0)))
			return i;
	return len;
}

/* The comments at the head of a text, their lines ended by LF. */
static const char *
head_of(struct arena *arena, const char *s, size_t len)
{
	const char *head = "", *gap = "";
	size_t n, shown;

	if (len >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0) {
		s += 3;
		len -= 3;
	}
	for (; len > 0; s += n, len -= n) {
		n = shown = line_len(s, len);
		while (shown > 0 && (s[shown - 1] == ' ' ||
		    s[shown - 1] == '\t'))
			shown--;
		if (shown > 0 && *s != '#')
			break;
		if (shown > 0)
			arena_append(arena, &head, "%s%.*s\n", gap,
			    (int)shown, s);
		gap = shown > 0 || *head == '\0' ? "" : "\n";
		if (n < len && s[n] != '\n' && s[n] != '\r')
			break;
		n += n < len && s[n] == '\r';
		n += n < len && s[n] == '\n';
	}
	return head;
}

struct sop_tree *
sop_tree_read(struct arena *arena, const char *text, size_t len, char *why,
    size_t size)
{
	struct sop_tree *t = arena_alloc(arena, sizeof(*t));
	struct yamltext y;

	t->arena = arena;
	t->head = head_of(arena, text, len);
	if (yamltext_open(&y, "SOP", text, len, why, size) == 0)
		t->root = yamltree_read(arena, &y);
	yamltext_close(&y);
	if (t->root == NULL)
		return NULL;
	bring_order(arena, t->root, sop_schema_value());
	return t;
}

/* Fill a map with the empty texts and lists that no SOP lacks. */
static void
fill_kept(struct sop_tree *t, struct yamltree *map,
    const cyaml_schema_value_t *s)
{
	const struct cyaml_schema_field *f;
	struct yamltree *node;

	for (f = s->mapping.fields; f->key != NULL; f++) {
		if ((f->value.flags & CYAML_FLAG_OPTIONAL) != 0 ||
		    (!is_kept(&f->value) && !is_map(&f->value)))
			continue;
		node = make_node(t->arena, &f->value);
		node->key = f->key;
		if (is_map(&f->value))
			fill_kept(t, node, &f->value);
		yamltree_put(t->arena, map, map->count, node);
	}
}

struct sop_tree *
sop_tree_empty(struct arena *arena, const char *slug, const char *unit)
{
	struct sop_tree *t = arena_alloc(arena, sizeof(*t));

	t->arena = arena;
	t->head = "";
	t->root = make_node(arena, sop_schema_value());
	fill_kept(t, t->root, sop_schema_value());
	sop_tree_set(t, "kode", slug);
	sop_tree_set(t, "unit", unit);
	return t;
}

const char *
sop_tree_text(const struct sop_tree *t)
{
	return arena_printf(t->arena, "%s%s%s", t->head,
	    *t->head != '\0' ? "\n" : "", yamltree_write(t->arena, t->root));
}

/* -- places ---------------------------------------------------------------- */

/* A part of a path: a key, or (n > 0) an item. */
struct part {
	const char	*key;
	size_t		 len, n;
};

/* Read the part at *path, which goes behind it. */
static struct part
next_part(const char **path)
{
	struct part p = { 0 };
	char *end;

	if (**path == '[') {
		p.n = strtoul(*path + 1, &end, 10);
		*path = end + (*end == ']');
		if (p.n == 0)
			*path += strlen(*path);
	} else {
		*path += **path == '.';
		p.key = *path;
		p.len = strcspn(p.key, ".[");
		*path += p.len;
	}
	return p;
}

static struct yamltree *
node_below(const struct yamltree *in, const struct part *p)
{
	if (p->key != NULL)
		return yamltree_value(in, p->key, p->len);
	return in->kind == YAMLTREE_LIST && p->n >= 1 && p->n <= in->count ?
	    in->item[p->n - 1] : NULL;
}

static const cyaml_schema_value_t *
schema_below(const cyaml_schema_value_t *s, const struct part *p)
{
	if (p->key != NULL)
		return below_key(s, p->key, p->len);
	return is_list(s) && p->n > 0 ? s->sequence.entry : NULL;
}

static struct yamltree *
find(const struct sop_tree *t, const char *path)
{
	struct yamltree *node = t->root;
	struct part p;

	while (node != NULL && *path != '\0') {
		p = next_part(&path);
		node = node_below(node, &p);
	}
	return node;
}

/* The schema of a place; NULL when it is none of an SOP. */
static const cyaml_schema_value_t *
schema_of(const char *path)
{
	const cyaml_schema_value_t *s = sop_schema_value();
	struct part p;

	while (s != NULL && *path != '\0') {
		p = next_part(&path);
		s = schema_below(s, &p);
	}
	return s;
}

static const char *
text_of(const struct yamltree *node)
{
	return node != NULL && node->kind == YAMLTREE_TEXT ? node->text : "";
}

static const char *
text_at(const struct yamltree *map, const char *key)
{
	return text_of(yamltree_value(map, key, strlen(key)));
}

const char *
sop_tree_get(const struct sop_tree *t, const char *path)
{
	return text_of(find(t, path));
}

int
sop_tree_count(const struct sop_tree *t, const char *path)
{
	const struct yamltree *list = find(t, path);

	return list != NULL && list->kind == YAMLTREE_LIST ?
	    (int)list->count : 0;
}

/* -- setting --------------------------------------------------------------- */

static void
remove_node(struct yamltree *in, const struct yamltree *node)
{
	for (size_t i = 0; i < in->count; i++)
		if (in->item[i] == node) {
			yamltree_take(in, i);
			return;
		}
}

/* Put a new node at a part that is missing; an item goes behind the last. */
static struct yamltree *
make_below(struct arena *arena, struct yamltree *in,
    const cyaml_schema_value_t *around, const struct part *p)
{
	struct yamltree *node;
	size_t at = in->count;

	node = make_node(arena, schema_below(around, p));
	if (p->key != NULL) {
		node->key = arena_strndup(arena, p->key, p->len);
		at = place_of(in, around, order_of(around, p->key, p->len));
	}
	yamltree_put(arena, in, at, node);
	return node;
}

/* Make a node that is of another kind than its place one of the right kind,
 * without items. */
static void
make_kind(struct arena *arena, struct yamltree *node,
    const cyaml_schema_value_t *s)
{
	struct yamltree right = *make_node(arena, s);

	if (node->kind == right.kind)
		return;
	right.key = node->key;
	*node = right;
}

/* Are the items on the way to a place there, or the next of their lists? */
static int
is_near(const struct sop_tree *t, const char *path)
{
	const struct yamltree *node = t->root, *below;
	struct part p;

	while (*path != '\0') {
		p = next_part(&path);
		below = node != NULL ? node_below(node, &p) : NULL;
		if (below == NULL && p.key == NULL && p.n != 1 +
		    (node != NULL && node->kind == YAMLTREE_LIST ?
		    node->count : 0))
			return 0;
		node = below;
	}
	return 1;
}

/* The node of a place that is near, made with what is missing on the way. */
static struct yamltree *
reach(struct sop_tree *t, const char *path)
{
	const cyaml_schema_value_t *s = sop_schema_value();
	struct yamltree *node = t->root, *below;
	struct part p;

	while (*path != '\0') {
		p = next_part(&path);
		below = node_below(node, &p);
		if (below == NULL)
			below = make_below(t->arena, node, s, &p);
		s = schema_below(s, &p);
		make_kind(t->arena, below, s);
		node = below;
	}
	return node;
}

/* Remove a place below a node, and what is empty without it; of a key that is
 * kept, what stands there. */
static void
clear_below(struct arena *arena, struct yamltree *in,
    const cyaml_schema_value_t *around, const char *path)
{
	const struct part p = next_part(&path);
	struct yamltree *node = node_below(in, &p);
	const cyaml_schema_value_t *s = schema_below(around, &p);
	int kept = p.key != NULL && is_kept(s);

	if (*path != '\0' && node != NULL) {
		clear_below(arena, node, s, path);
		if (node->kind != YAMLTREE_TEXT && node->count == 0 &&
		    p.key != NULL && !kept)
			remove_node(in, node);
	} else if (*path == '\0' && kept) {
		if (node == NULL)
			node = make_below(arena, in, around, &p);
		make_kind(arena, node, s);
		node->count = 0;
		if (node->kind == YAMLTREE_TEXT)
			node->text = "";
	} else if (node != NULL) {
		remove_node(in, node);
	}
}

static void
clear(struct sop_tree *t, const char *path)
{
	clear_below(t->arena, t->root, sop_schema_value(), path);
}

/* Set a text, and nothing else. */
static int
set(struct sop_tree *t, const char *path, const char *text)
{
	const cyaml_schema_value_t *s = schema_of(path);
	char *copy = arena_strdup(t->arena, text);

	if (*path == '\0' || s == NULL || !utf8_valid(text, strlen(text)) ||
	    (*text != '\0' && (is_map(s) || is_list(s) || !is_near(t, path))))
		return -1;
	copy[utf8_fold_lines(copy, strlen(copy))] = '\0';
	if (*copy == '\0')
		clear(t, path);
	else
		reach(t, path)->text = copy;
	return 0;
}

/* -- the numbers of rows --------------------------------------------------- */

/* The rows by their numbers before a change. */
struct numbers {
	struct arena	 *arena;
	size_t		  count;
	const char	**no;
	struct yamltree	**row;
	const struct yamltree *gone;	/* the row that is removed */
	int		  cut;		/* names of it that went, too */
};

static struct yamltree *
rows_of(const struct sop_tree *t)
{
	struct yamltree *rows = find(t, "langkah");

	return rows != NULL && rows->kind == YAMLTREE_LIST ? rows : NULL;
}

static struct numbers
note_numbers(const struct sop_tree *t)
{
	const struct yamltree *rows = rows_of(t);
	struct numbers n = { .arena = t->arena };

	if (rows == NULL)
		return n;
	n.count = rows->count;
	n.no = arena_alloc(t->arena, (n.count + 1) * sizeof(*n.no));
	n.row = arena_alloc(t->arena, (n.count + 1) * sizeof(*n.row));
	for (size_t i = 0; i < n.count; i++) {
		n.row[i] = rows->item[i];
		n.no[i] = text_at(rows->item[i], "no");
	}
	return n;
}

/* The number now of the row that had this one; the same where no row had it,
 * NULL when the row is removed. */
static const char *
number_now(struct numbers *n, const char *no)
{
	size_t i = 0;

	while (i < n->count && (*no == '\0' || strcmp(n->no[i], no) != 0))
		i++;
	if (i == n->count)
		return no;
	if (n->row[i] != n->gone)
		return text_at(n->row[i], "no");
	n->cut++;
	return NULL;
}

/* "13,end" */
static const char *
refusal_now(struct numbers *n, const char *text)
{
	const char *comma = strchr(text, ',');
	const char *no = comma == NULL ? text : number_now(n,
	    arena_strndup(n->arena, text, (size_t)(comma - text)));

	return no == NULL || comma == NULL ? no :
	    arena_printf(n->arena, "%s%s", no, comma);
}

/* "same-as:2", "superior-of:2", and several with | between them. */
static const char *
performer_now(struct numbers *n, const char *text)
{
	const char *out = NULL, *colon, *no;
	size_t len;

	for (;; text += len + 1) {
		len = strcspn(text, "|");
		colon = strncmp(text, "same-as:", 8) == 0 ? text + 8 :
		    strncmp(text, "superior-of:", 12) == 0 ? text + 12 : NULL;
		no = arena_strndup(n->arena, colon ? colon : text,
		    len - (size_t)(colon ? colon - text : 0));
		if (colon != NULL)
			no = number_now(n, no);
		if (no != NULL)
			arena_append(n->arena, &out, "%s%.*s%s",
			    out != NULL ? "|" : "",
			    (int)(colon ? colon - text : 0), text, no);
		if (text[len] == '\0')
			return out;
	}
}

/* Let an item follow; it goes when its row has gone.  1 when it went. */
static int
follow_item(struct numbers *n, struct yamltree *in, struct yamltree *item,
    const char *(*now)(struct numbers *, const char *))
{
	const char *text;

	if (item == NULL || item->kind != YAMLTREE_TEXT)
		return 0;
	text = now(n, item->text);
	if (text != NULL) {
		if (strcmp(text, item->text) != 0)
			item->text = text;
		return 0;
	}
	remove_node(in, item);
	return 1;
}

static int
follow_key(struct numbers *n, struct yamltree *map, const char *key,
    const char *(*now)(struct numbers *, const char *))
{
	return map != NULL && follow_item(n, map, yamltree_value(map, key,
	    strlen(key)), now);
}

/* The texts of a list, or the texts of a key in its maps. */
static void
follow_list(struct numbers *n, struct yamltree *list, const char *key,
    const char *(*now)(struct numbers *, const char *))
{
	for (size_t i = list->count; i-- > 0;) {
		if (key == NULL)
			follow_item(n, list, list->item[i], now);
		else if (follow_key(n, list->item[i], key, now))
			yamltree_take(list, i);
	}
}

/* The list `ke` of a key of a row; the key goes with its last item. */
static void
follow_ways(struct numbers *n, struct yamltree *row, const char *key,
    const char *of)
{
	struct yamltree *map = yamltree_value(row, key, strlen(key));
	struct yamltree *list = map ? yamltree_value(map, "ke", 2) : NULL;
	size_t before = list != NULL ? list->count : 0;

	if (list == NULL || list->kind != YAMLTREE_LIST)
		return;
	follow_list(n, list, of, number_now);
	if (before > 0 && list->count == 0)
		remove_node(row, map);
}

/* Let whatever names a row by its number follow. */
static int
follow_numbers(const struct sop_tree *t, struct numbers *n)
{
	struct yamltree *rows = rows_of(t), *columns = find(t, "kolom"), *row;
	struct yamltree *list;

	for (size_t i = 0; rows != NULL && i < rows->count; i++) {
		row = rows->item[i];
		follow_key(n, yamltree_value(row, "pelaksana", 9), "peran",
		    performer_now);
		follow_key(n, row, "tiap", performer_now);
		follow_key(n, row, "tolak", refusal_now);
		follow_ways(n, row, "kembali", NULL);
		follow_ways(n, row, "cabang", "langkah");
	}
	for (size_t i = 0; columns != NULL && i < columns->count; i++) {
		list = yamltree_value(columns->item[i], "pelaksana", 9);
		if (list != NULL && list->kind == YAMLTREE_LIST)
			follow_list(n, list, NULL, performer_now);
	}
	follow_key(n, find(t, "janji"), "dari", number_now);
	follow_key(n, find(t, "janji"), "sampai", number_now);
	return n->cut;
}

/* A printed number that can be counted on from; 0: none. */
static int64_t
number_of(const struct yamltree *row)
{
	int64_t n = 0;

	return number_parse(text_at(row, "no"), 1, 999999, &n) == 0 ? n : 0;
}

static void
give_number(struct sop_tree *t, struct yamltree *row, const char *no)
{
	struct yamltree *node = yamltree_value(row, "no", 2);

	if (strcmp(text_at(row, "no"), no) == 0)
		return;
	if (node == NULL) {
		node = make_node(t->arena, schema_of("langkah[1].no"));
		node->key = "no";
		yamltree_put(t->arena, row, 0, node);
	}
	make_kind(t->arena, node, schema_of("langkah[1].no"));
	node->text = no;
}

/* Add to the numbers of the rows from place `at` on. */
static void
shift_numbers(struct sop_tree *t, size_t at, int by)
{
	struct yamltree *rows = rows_of(t);
	int64_t n;

	for (; at < rows->count; at++)
		if ((n = number_of(rows->item[at])) + by > 0 && n > 0)
			give_number(t, rows->item[at], arena_printf(t->arena,
			    "%lld", (long long)n + by));
}

/* A number for the row that was put at place `at`, behind the one before it. */
static void
number_row(struct sop_tree *t, size_t at)
{
	struct yamltree *rows = rows_of(t);
	int64_t most = 0, n = at > 0 ? number_of(rows->item[at - 1]) + 1 :
	    rows->count > 1 ? number_of(rows->item[1]) : 1;

	for (size_t i = 0; i < rows->count; i++)
		if (number_of(rows->item[i]) > most)
			most = number_of(rows->item[i]);
	if (at > 0 ? n > 1 : n > 0)
		shift_numbers(t, at + 1, 1);
	else
		n = most + 1;
	give_number(t, rows->item[at], arena_printf(t->arena, "%lld",
	    (long long)n));
}

/* -- the names of fields and choices --------------------------------------- */

/* Another text under a key, where `was` stands now. */
static void
rename_key(struct yamltree *map, const char *key, const char *was,
    const char *to)
{
	struct yamltree *v = map ? yamltree_value(map, key, strlen(key)) :
	    NULL;

	if (v != NULL && v->kind == YAMLTREE_TEXT && strcmp(v->text, was) == 0)
		v->text = to;
}

/* The day of a bound, "NAME - 90 hari". */
static void
rename_day(struct arena *arena, struct yamltree *bound, const char *key,
    const char *was, const char *to)
{
	struct yamltree *v = yamltree_value(bound, key, strlen(key));
	size_t len = strlen(was);
	const char *rest;

	if (strncmp(text_of(v), was, len) != 0)
		return;
	rest = v->text + len;
	if (*rest == '\0' || *rest == ' ')
		v->text = arena_printf(arena, "%s%s", to, rest);
}

/* The n-th item of a list under a key of a node; NULL behind the last. */
static struct yamltree *
nth(const struct yamltree *node, const char *key, size_t n)
{
	const struct yamltree *list = yamltree_value(node, key, strlen(key));

	return list != NULL && list->kind == YAMLTREE_LIST && n < list->count ?
	    list->item[n] : NULL;
}

/* Follow a field in the fields and the branch of its own row. */
static void
rename_in_row(struct arena *arena, struct yamltree *row, const char *was,
    const char *to)
{
	static const char *const days[] = { "dari", "sampai", "tanya" };
	struct yamltree *field, *bound;

	rename_key(yamltree_value(row, "cabang", 6), "isian", was, to);
	for (size_t i = 0; (field = nth(row, "isian", i)) != NULL; i++) {
		rename_key(yamltree_value(field, "bila", 4), "isian", was, to);
		for (size_t k = 0; (bound = nth(field, "batas", k)) != NULL;
		    k++) {
			rename_key(yamltree_value(bound, "bila", 4), "isian",
			    was, to);
			for (size_t d = 0; d < 3; d++)
				rename_day(arena, bound, days[d], was, to);
		}
	}
}

/* Fields of all rows that have this name. */
static int
fields_named(const struct sop_tree *t, const char *name)
{
	const struct yamltree *rows = rows_of(t), *field;
	int count = 0;

	for (size_t i = 0; i < rows->count; i++)
		for (size_t k = 0; (field = nth(rows->item[i], "isian", k)) !=
		    NULL; k++)
			count += strcmp(text_at(field, "nama"), name) == 0;
	return count;
}

/* Follow a field of a row before them in rows. */
static void
rename_behind(struct yamltree *rows, size_t at, const char *was,
    const char *to)
{
	struct yamltree *field;

	for (; at < rows->count; at++) {
		rename_key(rows->item[at], "ditunjuk", was, to);
		for (size_t k = 0; (field = nth(rows->item[at], "isian", k)) !=
		    NULL; k++)
			if (strcmp(text_at(field, "jenis"),
			    "daftar-pegawai") != 0)
				rename_key(field, "dari", was, to);
	}
}

/* Put another name in the pages of the request; NULL: none. */
static void
rename_on_pages(struct sop_tree *t, const char *was, const char *to)
{
	struct yamltree *pages = find(t, "halaman"), *name, *list;

	for (size_t i = pages != NULL ? pages->count : 0; i-- > 0;) {
		for (size_t k = 0; (name = nth(pages->item[i], "isian", k)) !=
		    NULL;) {
			list = yamltree_value(pages->item[i], "isian", 5);
			if (strcmp(text_of(name), was) != 0)
				k++;
			else if (to == NULL)
				yamltree_take(list, k);
			else
				name->text = to;
		}
		list = yamltree_value(pages->item[i], "isian", 5);
		if (to == NULL && list != NULL && list->count == 0)
			yamltree_take(pages, i);
	}
	if (to == NULL && pages != NULL && pages->count == 0)
		remove_node(t->root, pages);
}

/* A field of row `at` has another name: `was` became `to`. */
static void
follow_field(struct sop_tree *t, size_t at, const char *was, const char *to)
{
	struct yamltree *rows = rows_of(t);

	if (*was == '\0' || *to == '\0')
		return;
	rename_in_row(t->arena, rows->item[at], was, to);
	if (fields_named(t, was) == 0)
		rename_behind(rows, at + 1, was, to);
	if (at > 0)
		return;
	rename_key(t->root, "perihal_dari", was, to);
	rename_on_pages(t, was, to);
}

/* A choice of a field has another value. */
static void
follow_choice(struct yamltree *row, const struct yamltree *of,
    const char *was, const char *to)
{
	static const char *const kinds[] = { "kampus", "sekolah", "lain" };
	const char *name = text_at(of, "nama");
	struct yamltree *field, *bound, *when, *branch, *way;

	branch = yamltree_value(row, "cabang", 6);
	if (branch != NULL && strcmp(text_at(branch, "isian"), name) == 0)
		for (size_t i = 0; (way = nth(branch, "ke", i)) != NULL; i++)
			rename_key(way, "nilai", was, to);
	for (size_t i = 0; (field = nth(row, "isian", i)) != NULL; i++) {
		when = yamltree_value(field, "bila", 4);
		if (when != NULL && strcmp(text_at(when, "isian"), name) == 0)
			rename_key(when, "nilai", was, to);
		for (size_t k = 0; (bound = nth(field, "batas", k)) != NULL;
		    k++) {
			when = yamltree_value(bound, "bila", 4);
			if (when != NULL && strcmp(text_at(when, "isian"),
			    name) == 0)
				rename_key(when, "nilai", was, to);
		}
	}
	for (size_t i = 0; i < 3; i++)
		rename_key(yamltree_value(of, "jenis_lembaga", 13), kinds[i],
		    was, to);
}

/* -- what pages do --------------------------------------------------------- */

/* Let what names the thing whose name was set follow. */
static void
follow(struct sop_tree *t, const char *path, const char *was, const char *to)
{
	const struct yamltree *rows = rows_of(t);
	int row, field, choice, end = 0;

	if (sscanf(path, "langkah[%d].isian[%d].nama%n", &row, &field,
	    &end) == 2 && end > 0 && path[end] == '\0') {
		follow_field(t, (size_t)row - 1, was, to);
		return;
	}
	end = 0;
	if (sscanf(path, "langkah[%d].isian[%d].pilihan[%d].nilai%n", &row,
	    &field, &choice, &end) == 3 && end > 0 && path[end] == '\0' &&
	    *was != '\0' && *to != '\0')
		follow_choice(rows->item[row - 1], nth(rows->item[row - 1],
		    "isian", (size_t)field - 1), was, to);
}

int
sop_tree_set(struct sop_tree *t, const char *path, const char *text)
{
	const struct yamltree *node = find(t, path);
	const char *was = text_of(node);
	struct numbers n;
	int row, end = 0;

	if (node != NULL && node->kind == YAMLTREE_TEXT &&
	    strcmp(node->text, text) == 0)
		return 0;
	n = note_numbers(t);
	if (set(t, path, text) != 0)
		return -1;
	if (sscanf(path, "langkah[%d].no%n", &row, &end) == 1 && end > 0 &&
	    path[end] == '\0' && *text != '\0')
		follow_numbers(t, &n);
	else
		follow(t, path, was, sop_tree_get(t, path));
	return 0;
}

const char *
sop_tree_lines(const struct sop_tree *t, const char *path)
{
	const struct yamltree *list = find(t, path);
	const char *out = "";

	if (list == NULL || list->kind != YAMLTREE_LIST)
		return "";
	for (size_t i = 0; i < list->count; i++)
		arena_append(t->arena, &out, "%s%s", i > 0 ? "\n" : "",
		    text_of(list->item[i]));
	return out;
}

int
sop_tree_set_lines(struct sop_tree *t, const char *path, const char *lines)
{
	const cyaml_schema_value_t *s = schema_of(path);
	char *copy = arena_strdup(t->arena, lines), *line, *save;
	size_t len;
	int n = 0;

	if (!is_list(s) || is_map(s->sequence.entry) || !is_near(t, path) ||
	    !utf8_valid(lines, strlen(lines)))
		return -1;
	copy[utf8_fold_lines(copy, strlen(copy))] = '\0';
	if (strcmp(copy, sop_tree_lines(t, path)) == 0)
		return 0;
	clear(t, path);
	for (line = strtok_r(copy, "\n", &save); line != NULL;
	    line = strtok_r(NULL, "\n", &save)) {
		line += strspn(line, " \t");
		len = strlen(line);
		while (len > 0 && strchr(" \t", line[len - 1]) != NULL)
			line[--len] = '\0';
		if (len > 0)
			set(t, arena_printf(t->arena, "%s[%d]", path, ++n),
			    line);
	}
	return 0;
}

/* Is the list that of the rows? */
static int
is_rows(const char *list)
{
	return strcmp(list, "langkah") == 0;
}

int
sop_tree_add(struct sop_tree *t, const char *list, int pos)
{
	const cyaml_schema_value_t *s = schema_of(list);
	struct numbers n = note_numbers(t);

	if (!is_list(s) || pos < 1 || pos > sop_tree_count(t, list) + 1 ||
	    pos > YAMLTREE_ITEMS_MAX || !is_near(t, list))
		return -1;
	yamltree_put(t->arena, reach(t, list), (size_t)pos - 1,
	    make_node(t->arena, s->sequence.entry));
	if (is_rows(list)) {
		number_row(t, (size_t)pos - 1);
		follow_numbers(t, &n);
	}
	return 0;
}

int
sop_tree_move(struct sop_tree *t, const char *list, int from, int to)
{
	struct yamltree *in = find(t, list);
	struct numbers n = note_numbers(t);

	if (!is_list(schema_of(list)) || from < 1 || to < 1 ||
	    from > sop_tree_count(t, list) || to > sop_tree_count(t, list))
		return -1;
	yamltree_put(t->arena, in, (size_t)to - 1,
	    yamltree_take(in, (size_t)from - 1));
	if (is_rows(list)) {
		for (size_t i = 0; i < in->count; i++)
			give_number(t, in->item[i], n.no[i]);
		follow_numbers(t, &n);
	}
	return 0;
}

/* Remove a row; the numbers behind fall by one. */
static int
remove_row(struct sop_tree *t, struct yamltree *rows, size_t at)
{
	struct numbers n = note_numbers(t);

	n.gone = rows->item[at];
	if (number_of(yamltree_take(rows, at)) > 0)
		shift_numbers(t, at, -1);
	return follow_numbers(t, &n);
}

int
sop_tree_remove(struct sop_tree *t, const char *list, int pos)
{
	struct yamltree *in = find(t, list), *item;
	int cut = 0;

	if (!is_list(schema_of(list)) || pos < 1 ||
	    pos > sop_tree_count(t, list))
		return -1;
	if (is_rows(list)) {
		cut = remove_row(t, in, (size_t)pos - 1);
	} else {
		item = yamltree_take(in, (size_t)pos - 1);
		if (strcmp(list, "langkah[1].isian") == 0)
			rename_on_pages(t, text_at(item, "nama"), NULL);
	}
	if (in->count == 0)
		clear(t, list);
	return cut;
}

/* -- times and readings ---------------------------------------------------- */

/* A key of the time of a row. */
static const char *
time_path(struct sop_tree *t, int row, const char *key)
{
	return arena_printf(t->arena, "langkah[%d].waktu.%s", row, key);
}

static void
set_time_number(struct sop_tree *t, int row, const char *key, int n)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", n);
	sop_tree_set(t, time_path(t, row, key), text);
}

/* The measure of a row whose time becomes `s`: its own while its unit stays a
 * day or stays none. */
static void
set_measure(struct sop_tree *t, int row, const struct standard *s)
{
	const char *unit = sop_tree_get(t, time_path(t, row, "satuan"));
	const char *path = time_path(t, row, "ukur");

	if (*sop_tree_get(t, path) == '\0' || *unit == '\0' ||
	    (strcmp(unit, "hari") == 0) != (s->unit == UNIT_DAY))
		sop_tree_set(t, path, standard_measure_slug(s->measure));
}

int
sop_tree_set_time(struct sop_tree *t, int row, const char *text)
{
	struct standard s = { .unit = UNIT_MINUTE, .measure = MEASURE_WORK };
	const char *path = time_path(t, row, "teks");
	int none = *text == '\0' || strcmp(text, "-") == 0;

	if (sop_tree_set(t, path, none ? "-" : text) != 0)
		return -1;
	if (!none && standard_parse(text, &s) != 0) {
		sop_tree_set(t, time_path(t, row, "min"), "");
		sop_tree_set(t, time_path(t, row, "maks"), "");
		return -1;
	}
	set_measure(t, row, &s);
	set_time_number(t, row, "min", s.min);
	set_time_number(t, row, "maks", s.max);
	sop_tree_set(t, time_path(t, row, "satuan"),
	    standard_unit_slug(s.unit));
	return 0;
}

static const char *
basis_path(const struct sop_tree *t, int row, const char *what)
{
	return row == 0 ? arena_printf(t->arena, "%s.dasar", what) :
	    arena_printf(t->arena, "langkah[%d].%s.dasar", row, what);
}

int
sop_tree_inferred(const struct sop_tree *t, int row, const char *what)
{
	return strcmp(sop_tree_get(t, basis_path(t, row, what)),
	    "inferred") == 0;
}

void
sop_tree_confirm(struct sop_tree *t, int row, const char *what)
{
	if (sop_tree_inferred(t, row, what))
		sop_tree_set(t, basis_path(t, row, what), "text");
}
